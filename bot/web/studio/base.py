"""The studio's blueprint and navigation, and what its pages share."""

from __future__ import annotations

from typing import Any, NamedTuple

from flask import current_app, request, url_for

from bot.actions.content import WordsDesk
from bot.content.translation import direction
from bot.web.current import runtime
from bot.web.staff import room
from bot.web.staff.session import arrival

doors = room("studio", "/studio")


class Way(NamedTuple):
    """An item of the studio's navigation. `also` are the endpoints of pages below it, without the "studio."."""

    label: str
    endpoint: str
    also: tuple[str, ...] = ()


STUDIO = (
    Way("Words", "flow", ("message", "keep")),
    Way("Draft", "draft", ("act_on_draft",)),
    Way("Editions", "editions", ("compared", "back")),
    Way("Help lines", "hotlines", ("tried",)),
    Way("Phrases", "lexicon", ("keep_phrases", "read_text")),
    Way("Word lists", "lists", ("keep_list",)),
    Way("Test bench", "bench", ("play", "keep_transcript")),
    Way("Languages", "languages", ("start_language", "translation", "act_on_translation", "take_translation_file")),
)
"""The navigation, in the order of the work. An item whose page is not registered is not shown."""


@doors.before_request
def catch_up() -> None:
    """Take over the edition in use, which another process may have published."""
    runtime().content.at(arrival().words, wait=True)


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
    }


def desk() -> WordsDesk:
    """Return the object through which editors change the draft and publish it."""
    return WordsDesk(runtime())


def names() -> dict[str, str]:
    """Return the name of each colleague by id: editions and drafts hold only ids."""
    return {person.id: person.name for person in runtime().store.staff.everybody()}
