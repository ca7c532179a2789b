"""Whole story in a browser (`make story` leaves its pictures)."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.screenshots.readme import product
from tests.screenshots.story import play

pytestmark = pytest.mark.browser


def test_story_runs_from_first_text_to_report(browser: Browser, tmp_path: Path) -> None:
    with product() as running:
        shots = play(browser, running, tmp_path)
    assert len(list(tmp_path.glob("*.png"))) == shots > 10
