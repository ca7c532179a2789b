"""The product's own runtime for tests: real settings and a clock that the test moves."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

from bot.config.settings import Settings, load_settings
from bot.directory.directory import Directory
from bot.runtime.build import build
from bot.runtime.directory import LiveDirectory
from bot.runtime.runtime import Runtime

NOON = 1_795_464_000
"""Noon in California, in November 2026."""


READ_SECONDS = 10


class MovedClock:
    """Clock in epoch seconds that only moves when told to."""

    def __init__(self, now: int) -> None:
        self.now = now

    def __call__(self) -> int:
        return self.now

    def let_read(self) -> None:
        """Let a person read an answer for a while. The same words sooner are the carrier's second copy."""
        self.now += READ_SECONDS


@cache
def settings() -> Settings:
    """Return demo settings with a folder of their own. Staff are available at any hour."""
    folder = Path(tempfile.mkdtemp(prefix="warmline-"))
    nobody = "http://127.0.0.1:9"  # no test of a conversation may reach a provider, not even a simulated one
    return load_settings(
        {
            "DEMO": "1",
            "VAR_DIR": str(folder),
            "TEAM_HOURS": "",
            "TEAM_WAIT_MINUTES": "10",
            "TWILIO_API_BASE": nobody,
            "LOCAL_MODEL": "0",
        }
    )


@contextmanager
def runtime_on(redis_url: str) -> Iterator[Runtime]:
    """Build a runtime on that server. Takes a second: share it between tests where possible."""
    runtime = build(replace(settings(), redis_url=redis_url))
    yield runtime
    runtime.store.close()


def with_directory(runtime: Runtime, directory: Directory) -> Runtime:
    """Return the same runtime with another directory."""
    return replace(runtime, directory=LiveDirectory(runtime.store.directory, directory))
