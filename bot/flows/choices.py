"""Choices a person has in a state: the state's own, and those that depend on the session."""

from __future__ import annotations

from dataclasses import replace

from bot.flows.machine import PLACES
from bot.flows.model import Choice, StateSpec
from bot.flows.names import Answer, ShareItem
from bot.flows.session import Session


def spec_for(session: Session) -> StateSpec:
    """Return the structure of the session's state, with its choices in their current numbering."""
    place = PLACES[session.state]
    if place.lists_languages:
        others = (Choice(Answer.OTHER_LANGUAGE, language=code) for code in session.extra_languages)
        return replace(place, choices=(*place.choices[:-1], *others, *place.choices[-1:]))
    if not place.lists_shared:
        return place
    own = place.choices if session.shared else tuple(o for o in place.choices if o.answer is not Answer.TAKE_BACK)
    items = (Choice(Answer.TAKE_ITEM, item=item) for item in ShareItem if item in session.shared and item not in _ALL)
    agency = (Choice(Answer.LEAVE_AGENCY),) if session.agency_items else ()
    return StateSpec(place.state, place.rules, (*items, *agency, *own), place.returnable, place.idle)


_ALL = frozenset({ShareItem.WANTS_TO_TALK})
"""Items that get no choice of their own: taking back the wish to talk takes back everything (`TAKE_BACK`)."""
