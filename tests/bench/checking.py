"""`python -m tests.bench.checking`: how long a check takes while an editor types, in the shipped words and with more.

Each check is of another text of one entry, all the rest unchanged. The floor is the least that a check can do: put the
entry into the sheets, and write each of them down, which tells what has changed. The last line is `ratio N.N`: a check
over the floor, with as many languages as there can be. The exit code is 1 when a check was wrong.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from statistics import median

from bot.content.checks import Finding
from bot.content.editions import EntryName, Words, with_entries
from bot.content.findings import CheckContext, findings
from bot.content.hotlines import load_hotlines
from bot.content.overlay import sheets_with
from bot.content.plain_language import Lists
from bot.content.rules import MOST_ADDED
from bot.content.vocabulary import load_lexicon
from tests.bench.harness import QUICK, Wrong, middle_ratio, run, say, seconds
from tests.support.added_language import SHEETS, entries

TYPED = EntryName("en", "messages", "welcome.later")
TEXTS = 20 if QUICK else 200


def measure(_: Path) -> None:
    """Measure in the words that ship, and with as many languages as there can be. Raise Wrong."""
    known = CheckContext(load_lexicon(), load_hotlines(), dt.datetime.now(dt.UTC).date(), Lists())
    more: Words = {}
    for at in range(MOST_ADDED):
        more = with_entries(more, entries(f"q{chr(97 + at)}").items())
    for title, words in (("the two that ship", {}), (f"and {MOST_ADDED} more", more)):
        ratio = _ratio(title, words, known)
    say(f"ratio {ratio:.1f}")


def _ratio(title: str, words: Words, known: CheckContext) -> float:
    def sheets(text: str):
        return sheets_with(SHEETS, with_entries(words, [(TYPED, {"text": text})]))

    def floor(text: str) -> list[str]:
        return [sheet.model_dump_json() for sheet in sheets(text).values()]

    def check(text: str) -> list[Finding]:
        return [one for one in findings(sheets(text), [TYPED], known) if one.severity == "error"]

    first = seconds(check, "Text any time.")
    least, spent = [], []
    for at in range(TEXTS):
        text = f"Text any time, number {at // 10} {at % 10}."  # three digits alone would be a line to call
        least.append(seconds(floor, text))
        spent.append(seconds(check, text))
        if check(text) or [one.name for one in check(f"Text any time, (({'x' * (at + 1)})).")] != [TYPED]:
            raise Wrong(f"text {at} was not judged by what it says")
    typing, most, floors = (1000 * value for value in (median(spent), max(spent), median(least)))
    say(f"{title:<20} the first {1000 * first:6.1f} ms   while typing {typing:6.1f} ms, at most {most:6.1f}   "
        f"the floor {floors:6.1f} ms")  # fmt: skip
    return middle_ratio(spent, least)


if __name__ == "__main__":
    run(measure)
