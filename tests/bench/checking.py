"""`python -m tests.bench.checking`: how long a check takes while somebody types, in the words that ship and with more.

Each check is of another text of one entry, all the rest unchanged. The floor is the least that a check can do: put the
entry into the sheets, and write each of them down, which tells what has changed. The last line is `ratio N.N`: a check
over the floor, with as many languages as there can be. QUICK=1 for the short form. The exit code is 1 when a check
missed what was wrong; never for being slow.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any

from bot.content.checks import Finding
from bot.content.editions import EntryName, Words, with_entries
from bot.content.findings import CheckContext, findings
from bot.content.hotlines import load_hotlines
from bot.content.language_file import LanguageFile
from bot.content.overlay import sheets_with
from bot.content.plain_language import Lists
from bot.content.rules import MOST_ADDED
from bot.content.vocabulary import load_lexicon
from tests.bench.report import middle, say
from tests.support.added_language import SHEETS, entries

TYPED = EntryName("en", "messages", "welcome.later")
FULL, QUICK = 200, 20
"""Texts that are typed."""


class Wrong(Exception):
    """A check missed what was wrong, or told of what was not."""


def main() -> int:
    """Measure, and say what was found. 0, or 1 when a check was wrong."""
    count = QUICK if os.environ.get("QUICK", "0") not in ("", "0") else FULL
    known = CheckContext(load_lexicon(), load_hotlines(), dt.datetime.now(dt.UTC).date(), Lists())
    more: Words = {}
    for at in range(MOST_ADDED):
        more = with_entries(more, entries(f"q{chr(97 + at)}").items())
    ratio = 0.0
    try:
        for title, words in (("the two that ship", {}), (f"and {MOST_ADDED} more", more)):
            ratio = _measure(title, words, known, count)
    except Wrong as wrong:
        say(str(wrong))
        return 1
    say(f"ratio {ratio:.1f}")
    return 0


def _measure(title: str, words: Words, known: CheckContext, count: int) -> float:
    """Say what a check takes, and return how many times the floor's time that is."""

    def floor(text: str) -> list[str]:
        return [sheet.model_dump_json() for sheet in _sheets(words, text).values()]

    def check(text: str) -> list[Finding]:
        return findings(_sheets(words, text), [TYPED], known)

    first = _milliseconds(check, "Text any time.")
    least, spent = [], []
    for at in range(count):
        text = f"Text any time, number {at // 10} {at % 10}."  # three digits alone would be a line to call
        least.append(_milliseconds(floor, text))
        spent.append(_milliseconds(check, text))
        is_wrong = [one.name for one in check(f"Text any time, (({'x' * (at + 1)})).") if one.severity == "error"]
        if is_wrong != [TYPED] or any(one.severity == "error" for one in check(text)):
            raise Wrong(f"text {at} was not judged by what it says")
    say(
        f"{title:<20} the first {first:6.1f} ms   while typing {middle(spent):6.1f} ms, at most {max(spent):6.1f}   "
        f"the floor {middle(least):6.1f} ms"
    )
    return middle([one / other for one, other in zip(spent, least, strict=True)])


def _sheets(words: Words, text: str) -> Mapping[str, LanguageFile]:
    return sheets_with(SHEETS, with_entries(words, [(TYPED, {"text": text})]))


def _milliseconds(call: Callable[[str], Any], text: str) -> float:
    started = time.perf_counter()
    call(text)
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    sys.exit(main())
