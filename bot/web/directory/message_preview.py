"""Preview of what the bot would text about a service, in the conversation's own words.

An offer also says why it fits; the preview is for a person in the service's area who asked for what it does best.
"""

from __future__ import annotations

from typing import NamedTuple

from bot.conversation.placeholders import Placeholders
from bot.directory.model import Service
from bot.flows.choices import spec_for
from bot.flows.model import Area
from bot.flows.names import Need, State
from bot.flows.session import Session
from bot.runtime.runtime import Snapshot

_PLACE = "\0"


class Around(NamedTuple):
    """Text before and after the words of a service: its name, why it fits, and the numbered choices."""

    before: str
    after: str

    def text(self, words: str) -> str:
        """Return the whole text."""
        return f"{self.before}{words}{self.after}"


AT = {"told": (State.OPTIONS_OFFER, "service"), "reach": (State.OPTIONS_CONTACT, "reach")}
"""For each kind of words the state that says them, and the placeholder that holds them."""


def best_need(service: Service) -> Need | None:
    """Return the need that the service is best at, or None if it is not known to help with any."""
    return min(service.needs, key=lambda need: service.needs[need], default=None)


def around(snapshot: Snapshot, service: Service, kind: str, language: str) -> Around:
    """Return the text around the words of a kind ("told" or "reach") on a safe screen.

    Raise MissingMessage if there are no words in that language.
    """
    state, name = AT[kind]
    need, place = best_need(service), next(iter(service.coverage), None)
    session = Session(
        state=state, language=language, safe=True, service=service.id, needs=(need,) if need else (),
        area=Area(place.city, place.county, place.region, place.country) if place else None,
    )  # fmt: skip
    words, described = snapshot.catalog.language(language), snapshot.directory.describe(service.id, language)
    own = described.told if kind == "told" else described.reach
    value = Placeholders(snapshot).values(session, words)
    text = words.fill(
        state.value, state, bland=False, offers=spec_for(session).choices,
        value=lambda asked: f"{value(asked).removesuffix(own)}{_PLACE}" if asked == name else value(asked),
    )  # fmt: skip
    before, _, after = text.partition(_PLACE)
    return Around(before, after)
