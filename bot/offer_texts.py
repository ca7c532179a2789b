"""What the bot would text of a service, for staff to read before anybody gets it: the conversation's own words."""

from __future__ import annotations

from typing import NamedTuple

from bot.conversation import Parts
from bot.flows.names import State
from bot.flows.offers import place_of
from bot.flows.session import Session

_PLACE = "\0"


class Around(NamedTuple):
    """What a text says before and after the words of a service: its choices, with their numbers."""

    before: str
    after: str

    def text(self, words: str) -> str:
        """The whole text."""
        return f"{self.before}{words}{self.after}"


AT = {"told": (State.OPTIONS_OFFER, "service"), "reach": (State.OPTIONS_CONTACT, "reach")}
"""For each kind of words where they are said, and the placeholder that holds them."""


def around(parts: Parts, kind: str, language: str) -> Around:
    """What stands around the words of a kind ("told" or "reach") on a screen that is safe.

    Raises WordsGone when there are no words in that language.
    """
    state, name = AT[kind]
    session = Session(state=state, language=language, safe=True)
    words = parts.catalog.language(language)
    value = parts.wording.values(session, words, parts.clock())
    text = words.fill(
        state.value, state, bland=False, offers=place_of(session).offers,
        value=lambda asked: _PLACE if asked == name else value(asked),
    )  # fmt: skip
    before, _, after = text.partition(_PLACE)
    return Around(before, after)
