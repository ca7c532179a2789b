"""The conversation as a map: every place by topic, each a way to its words, and a search across all words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from flask import render_template, request

from bot.content.draft import is_pinned
from bot.content.editions import Name
from bot.content.findings import texts_of
from bot.web.current import parts
from bot.web.staff import allowed
from bot.web.studio import diagram as drawn
from bot.web.studio import labels as words
from bot.web.studio import preview as shown
from bot.web.studio import transitions as ways
from bot.web.studio.base import behind, desk, doors, languages

LONGEST_SEARCH = 100
MOST_FOUND = 60
AROUND = 60
"""Letters that are shown on either side of what was found."""


class Mark(NamedTuple):
    """One thing to be known of an entry. `kind` decides its sign, which never stands without its words."""

    kind: str
    says: str


class Spot(NamedTuple):
    """One entry on the map: its first words, and what is to be known of it at a glance."""

    section: str
    key: str
    starts: str
    marks: tuple[Mark, ...]


class Hit(NamedTuple):
    """One place where the words that are searched for stand: before, the words themselves, after, cut with "…"."""

    name: Name
    part: str
    before: str
    match: str
    after: str


@doors.get("")
@allowed("editor")
def flow() -> str:
    """The map; with a search, what was found."""
    wanted = " ".join(request.args.get("q", "").split())[:LONGEST_SEARCH]
    marked = _marker()
    hits = list(_found(wanted)) if wanted else []
    return render_template(
        "studio/flow.html", topics=_topics(marked), others=_others(marked), words=words, wanted=wanted,
        hits=hits[:MOST_FOUND], more=max(len(hits) - MOST_FOUND, 0), languages=languages(), drawing=drawn.drawing(),
        drafted=len(desk().draft()),
    )  # fmt: skip


def _topics(marked: Callable[[str, str], Spot]) -> dict[str, list[Spot]]:
    """The spots of each topic, in the order of the flows; what is said before a message stands with its topic."""
    places = [("messages", place.state.value) for place in ways.spoken()]
    remarks = [("remarks", key) for key in ways.keys(parts().words.shipped.sheets.values())["remarks"]]
    found: dict[str, list[Spot]] = {topic: [] for topic in words.TOPICS}
    for section, key in (*places, *remarks):
        found.setdefault(ways.topic(key), []).append(marked(section, key))
    return {topic: spots for topic, spots in found.items() if spots}


def _others(marked: Callable[[str, str], Spot]) -> dict[str, list[Spot]]:
    """The entries that stand in many messages."""
    keys = ways.keys(parts().words.shipped.sheets.values())
    return {section: [marked(section, key) for key in keys[section]] for section in ("labels", "needs", "pieces")}


def _marker() -> Callable[[str, str], Spot]:
    """Makes the spot of an entry, from what is read once for a page."""
    edition, draft, codes = desk().edition(), desk().draft(), languages()
    found = {(f.name.section, f.name.key, f.severity.value) for f in (desk().findings() if draft else ())}
    sheet = shown.as_typed(edition, draft)["en"]

    def marked(section: str, key: str) -> Spot:
        drafted = [code for code in codes if Name(code, section, key) in draft]
        late = [code for code in behind(edition, codes, section, key) if code not in drafted]
        marks = (
            *([Mark("drafted", f"draft: {', '.join(codes[code] for code in drafted)}")] if drafted else []),
            *(Mark(kind, kind) for kind in ("error", "warning") if (section, key, kind) in found),
            *([Mark("late", f"out of date: {', '.join(codes[code] for code in late)}")] if late else []),
            *([Mark("pinned", "needs approval")] if is_pinned(Name("en", section, key)) else []),
        )
        starts = next((text for _, text in texts_of(sheet, Name("en", section, key))), "")
        return Spot(section, key, " ".join(starts.split()), marks)

    return marked


def _found(wanted: str) -> Iterator[Hit]:
    """Every entry with these words in it, as drafted or published, in any language; by its key too."""
    sheets = shown.as_typed(desk().edition(), desk().draft())
    low, pattern = wanted.casefold(), re.compile(re.escape(wanted), re.IGNORECASE)
    for code, sheet in sheets.items():
        for section, keys in ways.keys([sheet]).items():
            for key in keys:
                name = Name(code, section, key)
                if low in key:
                    yield Hit(name, "", "", "", "")
                for part, text in texts_of(sheet, name):
                    if found := pattern.search(text):
                        yield Hit(name, part, *_cut(text, *found.span()))


def _cut(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands around the words from `start` to `end`, and those: enough to know the place again."""
    before, after = text[:start], text[end:]
    return (
        f"…{before[-AROUND:]}" if len(before) > AROUND else before, text[start:end],
        f"{after[:AROUND]}…" if len(after) > AROUND else after,
    )  # fmt: skip
