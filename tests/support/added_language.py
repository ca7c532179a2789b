"""Complete added language: it says everything as Spanish does, under a name of its own."""

from __future__ import annotations

from dataclasses import replace

from bot.content.editions import SHIPPED, Edition, EntryName, with_entries
from bot.content.plain_language import Kind
from bot.content.readiness import ASKED, DANGERS
from bot.content.translation import review_of, rows, with_part
from tests.support.shipped import SHEETS


def entries(code: str = "fr") -> dict[EntryName, object]:
    """Return every entry of the language's file."""
    found: dict[EntryName, object] = {}
    for row in rows(SHEETS, SHIPPED, code):
        found[row.name] = with_part(found.get(row.name), row.part, row.spanish or row.english)
    return found


def edition(found: dict[EntryName, object], *, seen: bool, name: str = "Français") -> Edition:
    """Build the first edition with these entries, reviewed by a native reader or not. Danger is understood in it."""
    reviewed = {f"{n.language}|{n.key}": mark for n, mark in (review_of(*one) for one in found.items())} if seen else {}
    code = next(iter(found)).language
    words = with_entries({}, [*found.items(), (EntryName(code, "about", "language"), name)])
    phrases = {code: {"within": {one.value: [f"peligro de {one.value}"] for one in (*DANGERS, *ASKED)}}}
    lists = {code: {Kind.NAMES: ["proxenet"]}}
    return replace(SHIPPED, number=1, words=words, reviewed=reviewed, phrases=phrases, lists=lists)
