"""The studio's start page: every entry by topic, with a link to its page, and a search over all words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from flask import render_template, request

from bot.content.draft import is_pinned
from bot.content.editions import EntryName
from bot.content.findings import texts_of
from bot.web.staff import role_required
from bot.web.studio import diagram as drawn
from bot.web.studio import labels as words
from bot.web.studio import transitions as ways
from bot.web.studio.base import bp
from bot.web.studio.workspace import Workspace, load_workspace

LONGEST_SEARCH = 100
MOST_FOUND = 60
AROUND = 60
"""Characters shown on either side of a match."""


class Mark(NamedTuple):
    """A status of an entry. `kind` chooses its icon, which is always shown with the words."""

    kind: str
    says: str


class Spot(NamedTuple):
    """An entry in the overview: its first words and its statuses."""

    section: str
    key: str
    starts: str
    marks: tuple[Mark, ...]


class Hit(NamedTuple):
    """A search result: the match and the text before and after it, cut with "…"."""

    name: EntryName
    part: str
    before: str
    match: str
    after: str


@bp.get("")
@role_required("editor")
def flow() -> str:
    """Show the overview, with search results when something is searched for."""
    wanted = " ".join(request.args.get("q", "").split())[:LONGEST_SEARCH]
    space = load_workspace()
    marked = _marker(space)
    hits = list(_found(space, wanted)) if wanted else []
    return render_template(
        "studio/flow.html", topics=_topics(space, marked), others=_others(space, marked), words=words,
        wanted=wanted, hits=hits[:MOST_FOUND], more=max(len(hits) - MOST_FOUND, 0), languages=space.languages,
        drawing=drawn.drawing(), drafted=len(space.draft),
    )  # fmt: skip


def _topics(space: Workspace, marked: Callable[[str, str], Spot]) -> dict[str, list[Spot]]:
    """List messages and remarks by topic, in the order of the flows."""
    places = [("messages", place.state.value) for place in ways.spoken()]
    remarks = [("remarks", key) for key in ways.keys(space.shipped.values())["remarks"]]
    found: dict[str, list[Spot]] = {topic: [] for topic in words.TOPICS}
    for section, key in (*places, *remarks):
        found.setdefault(ways.topic(key), []).append(marked(section, key))
    return {topic: spots for topic, spots in found.items() if spots}


def _others(space: Workspace, marked: Callable[[str, str], Spot]) -> dict[str, list[Spot]]:
    """List the entries that are used in many messages, by section."""
    keys = ways.keys(space.shipped.values())
    return {section: [marked(section, key) for key in keys[section]] for section in ("labels", "needs", "pieces")}


def _marker(space: Workspace) -> Callable[[str, str], Spot]:
    """Return a function that makes the spot of an entry. The draft is checked once for all of them."""
    draft, codes = space.draft, space.languages
    found = {(f.name.section, f.name.key, f.severity.value) for f in (space.findings() if draft else ())}
    sheet = space.sheets()["en"]

    def marked(section: str, key: str) -> Spot:
        drafted = [code for code in codes if EntryName(code, section, key) in draft]
        late = [code for code in space.behind(section, key) if code not in drafted]
        marks = (
            *([Mark("drafted", f"draft: {', '.join(codes[code] for code in drafted)}")] if drafted else []),
            *(Mark(kind, kind) for kind in ("error", "warning") if (section, key, kind) in found),
            *([Mark("late", f"out of date: {', '.join(codes[code] for code in late)}")] if late else []),
            *([Mark("pinned", "needs approval")] if is_pinned(EntryName("en", section, key)) else []),
        )
        starts = next((text for _, text in texts_of(sheet, EntryName("en", section, key))), "")
        return Spot(section, key, " ".join(starts.split()), marks)

    return marked


def _found(space: Workspace, wanted: str) -> Iterator[Hit]:
    """Search all entries in all languages, drafted words included, and their keys."""
    sheets = space.sheets()
    low, pattern = wanted.casefold(), re.compile(re.escape(wanted), re.IGNORECASE)
    for code, sheet in sheets.items():
        for section, keys in ways.keys([sheet]).items():
            for key in keys:
                name = EntryName(code, section, key)
                if low in key:
                    yield Hit(name, "", "", "", "")
                for part, text in texts_of(sheet, name):
                    if found := pattern.search(text):
                        yield Hit(name, part, *_cut(text, *found.span()))


def _cut(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Split a text around a match, and shorten what is before and after it."""
    before, after = text[:start], text[end:]
    return (
        f"…{before[-AROUND:]}" if len(before) > AROUND else before, text[start:end],
        f"{after[:AROUND]}…" if len(after) > AROUND else after,
    )  # fmt: skip
