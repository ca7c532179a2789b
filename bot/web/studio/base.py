"""The studio's doors, its way around, and what all of its pages start from: a desk whose words are never behind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from flask import current_app, request, url_for

from bot.actions.content import WordsDesk
from bot.content.draft import applied
from bot.content.editions import ABOUT, FALLBACK, Edition, Name
from bot.content.overlay import SECTIONS
from bot.content.translation import direction
from bot.web.current import parts
from bot.web.staff import room

doors = room("studio", "/studio")


class Way(NamedTuple):
    """A place in the studio's own way around. Pages of `also` belong to it: endpoints without the "studio."."""

    label: str
    endpoint: str
    also: tuple[str, ...] = ()


STUDIO = (
    Way("Messages", "flow", ("message", "keep")),
    Way("Draft", "draft", ("act_on_draft",)),
    Way("Editions", "editions", ("compared", "back")),
    Way("Help lines", "hotlines", ("tried",)),
    Way("Phrases", "lexicon", ("keep_phrases", "read_text")),
    Way("Word lists", "lists", ("keep_list",)),
    Way("Tests", "bench", ("play", "keep_transcript")),
    Way("Languages", "languages", ("start_language", "translation", "act_on_translation", "take_translation_file")),
)
"""The way around, in the order of the work. One whose page is not there is not shown."""


@doors.before_request
def catch_up() -> None:
    """What another process has published is what is shown and changed here."""
    parts().words.catch_up()


@doors.context_processor
def _known_everywhere() -> dict[str, Any]:
    here = (request.endpoint or "").removeprefix("studio.")
    return {
        "studio_ways": [
            (way.label, url_for(f"studio.{way.endpoint}"), here == way.endpoint or here in way.also)
            for way in STUDIO
            if f"studio.{way.endpoint}" in current_app.view_functions
        ],
        "direction": direction,
        "page_of": page_of,
    }


def page_of(name: Name) -> str:
    """Where an entry is written; "" for one that has no page in this room."""
    if name.section in SECTIONS:
        return url_for("studio.message", section=name.section, key=name.key)
    if name.section in (ABOUT, FALLBACK) and name.language in languages():
        anchor = f"{name.section}.{name.key}"
        return url_for("studio.translation", code=name.language, part=name.section, _anchor=anchor)
    return ""


def desk() -> WordsDesk:
    """Where editors' acts go through."""
    return WordsDesk(parts())


def languages() -> dict[str, str]:
    """The languages that there are words in, by their codes: those that ship, then those that staff are writing."""
    shipped = {code: sheet.language for code, sheet in parts().words.shipped.sheets.items()}
    words = applied(desk().edition(), desk().draft()).words
    return shipped | {
        code: words[code].get(ABOUT, {}).get("language", code) for code in sorted(words) if code not in shipped
    }


def behind(edition: Edition, codes: Iterable[str], section: str, key: str) -> list[str]:
    """The languages in which an entry was last changed before one that ships was."""
    shipped = parts().words.shipped.sheets
    there = [code for code in codes if code in shipped or key in edition.words.get(code, {}).get(section, {})]
    since = {code: edition.since.get(str(Name(code, section, key)), 0) for code in there}
    newest = max(number for code, number in since.items() if code in shipped)
    return [code for code, number in since.items() if number < newest]


def names() -> dict[str, str]:
    """How each colleague is called, by id: editions and drafts hold ids only."""
    return {person.id: person.name for person in parts().store.staff.everybody()}
