"""Every check of everything that staff write: words, hotlines, lexicon. Used by `content check` and by CI."""

from __future__ import annotations

from pathlib import Path

from bot.content.catalog import SHIPPED, load_sheets
from bot.content.checks import check_sheet
from bot.content.hotlines import load_hotlines
from bot.content.overlay import load_words
from bot.content.vocabulary import load_lexicon
from bot.errors import ContentError


def check_all(own: Path | None = None) -> list[str]:
    """Every fault of the shipped content, or of an agency's own words in `own` laid over it."""
    if own is not None:
        return load_words(SHIPPED, own)[1]
    sheets, places, problems = load_sheets()
    for code, sheet in sheets.items():
        problems += check_sheet(code, sheet, places[code])
    for load in (load_hotlines, load_lexicon):
        try:
            load()
        except ContentError as error:
            problems += error.problems
    return problems
