"""Choices a person has in a state: the state's own, and those that depend on the session."""

from __future__ import annotations

from dataclasses import replace

from bot.flows.guides import has_next_page
from bot.flows.machine import PLACES
from bot.flows.model import Choice, StateSpec
from bot.flows.names import Answer, Fact, ShareItem, State
from bot.flows.session import Session


def spec_for(session: Session) -> StateSpec:
    """Return the structure of the session's state, with its choices in their current numbering."""
    place = PLACES[session.state]
    if place.state is State.HESITATION_WHY and session.by_phone:
        asked = tuple(one for one in place.choices if one.answer not in _OF_A_PLACE)
        return replace(place, choices=asked, unlisted=tuple(one for one in place.choices if one not in asked))
    if place.lists_languages:
        others = (Choice(Answer.OTHER_LANGUAGE, language=code) for code in session.extra_languages)
        return replace(place, choices=(*place.choices[:-1], *others, *place.choices[-1:]))
    if place.lists_facts:
        return replace(
            place, choices=(*as_shown(session), *(one for one in place.choices if _is_offered(one, session)))
        )
    if place.state is State.GUIDES_PAGE:
        return replace(place, choices=tuple(one for one in place.choices if _is_on_page(one, session)))
    if not place.lists_shared:
        return place
    given = session.given()
    own = place.choices if given else tuple(o for o in place.choices if o.answer is not Answer.TAKE_BACK)
    items = (Choice(Answer.TAKE_ITEM, item=item) for item in ShareItem if item in given and item not in _ALL)
    agency = (Choice(Answer.LEAVE_AGENCY),) if session.agency_items else ()
    return StateSpec(place.state, place.rules, (*items, *agency, *own), place.returnable, place.idle)


def as_shown(session: Session) -> tuple[Choice, ...]:
    """Return a choice for each fact on the current page of the list."""
    told = session.told() if session.may_list_facts() else ()
    start = session.facts_page * FACTS_ON_A_PAGE % max(len(told), 1)
    page = told[start - start % FACTS_ON_A_PAGE :][:FACTS_ON_A_PAGE]
    return tuple(Choice(Answer.TAKE_FACT, fact=fact, age=session.age if fact is Fact.AGE else 0) for fact in page)


def _is_offered(choice: Choice, session: Session) -> bool:
    has_more = session.may_list_facts() and len(session.told()) > FACTS_ON_A_PAGE
    return choice.answer is not Answer.MORE or has_more


def _is_on_page(choice: Choice, session: Session) -> bool:
    """Return whether a page of a guide has this choice. A guide that this release does not have offers neither."""
    if choice.answer is Answer.MORE:
        return has_next_page(session)
    return choice.answer is not Answer.LOOK or session.guide is not None


_OF_A_PLACE = frozenset({Answer.WHERE_IT_IS, Answer.GETTING_THERE})
"""Reasons that a line to call or text can't be: nobody has to get there. They are heard in words all the same."""

FACTS_ON_A_PAGE = 7
"""Facts in one text, so that it stays short."""

_ALL = frozenset({ShareItem.WANTS_TO_TALK})
"""Items that get no choice of their own: taking back the wish to talk takes back everything (`TAKE_BACK`)."""
