"""The product's own parts, put together for tests: real settings, real words, real Redis where one is asked for."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from bot.config import Settings, load_settings


@cache
def settings() -> Settings:
    """Demo settings under a folder of their own."""
    folder = Path(tempfile.mkdtemp(prefix="warmline-"))
    return load_settings({"DEMO": "1", "VAR_DIR": str(folder), "TEAM_HOURS": ""})
