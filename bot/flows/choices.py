"""Choices a person has in a state: the state's own, and those that depend on the session."""

from __future__ import annotations

from dataclasses import replace

from bot.flows.machine import PLACES
from bot.flows.model import Offer, Place
from bot.flows.names import Answer, Share
from bot.flows.session import Session


def place_of(session: Session) -> Place:
    """Return the structure of the session's state, with its choices in their current numbering."""
    place = PLACES[session.state]
    if place.lists_languages:
        others = (Offer(Answer.OTHER_LANGUAGE, language=code) for code in session.also)
        return replace(place, offers=(*place.offers[:-1], *others, *place.offers[-1:]))
    if not place.lists_shared:
        return place
    own = place.offers if session.shared else tuple(o for o in place.offers if o.answer is not Answer.TAKE_BACK)
    items = (Offer(Answer.TAKE_ITEM, item=item) for item in Share if item in session.shared and item not in _ALL)
    agency = (Offer(Answer.LEAVE_AGENCY),) if session.agency_items else ()
    return Place(place.state, place.slot, (*items, *agency, *own), place.station, place.resting)


_ALL = frozenset({Share.WANTS_TO_TALK})
"""Items that get no choice of their own: taking back the wish to talk takes back everything (`TAKE_BACK`)."""
