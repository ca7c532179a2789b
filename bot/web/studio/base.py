"""The studio's blueprint and navigation, and what its pages share."""

from __future__ import annotations

from typing import Any, NamedTuple

from flask import current_app, request, url_for

from bot.actions.content import ContentActions
from bot.content.translation import direction
from bot.web.current import runtime
from bot.web.staff import staff_blueprint
from bot.web.staff.session import arrival

bp = staff_blueprint("studio", "/studio")


class NavItem(NamedTuple):
    """An item of the studio's navigation. `also` are the endpoints of pages below it, without the "studio."."""

    label: str
    endpoint: str
    also: tuple[str, ...] = ()


STUDIO = (
    NavItem("Messages", "flow", ("message", "keep")),
    NavItem("Draft", "draft", ("act_on_draft",)),
    NavItem("Editions", "editions", ("compared", "back")),
    NavItem("Help lines", "hotlines", ("tried",)),
    NavItem("Phrases", "lexicon", ("keep_phrases", "read_text")),
    NavItem("Word lists", "lists", ("keep_list",)),
    NavItem("Tests", "bench", ("play", "keep_transcript")),
    NavItem("Languages", "languages", ("start_language", "translation", "act_on_translation", "take_translation_file")),
)
"""The navigation, in the order of the work. An item whose page is not registered is not shown."""


@bp.before_request
def catch_up() -> None:
    """Take over the edition in use, which another process may have published."""
    runtime().content.at(arrival().words, wait=True)


@bp.context_processor
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


def content_actions() -> ContentActions:
    """Return the object through which editors change the draft and publish it."""
    return ContentActions(runtime())
