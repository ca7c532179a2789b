"""Pocket guides: what a person can do in one situation, in a few pages that they turn and can leave at any time.

Holds the guides' pages by number, and where each leads. The words are the remarks `guide.<guide>.<page>`; the sources
are in `bot/content/guides.yaml`. A guide is shown on a safe screen only, after the limits of confidentiality.
"""

from __future__ import annotations

from dataclasses import replace

from bot.flows.builders import place, to_options
from bot.flows.model import Choice, Guard, Topic, Transition
from bot.flows.names import Answer, Event, Guide, Need, State
from bot.flows.session import Session
from bot.flows.urgent import MISSING

_A, _G, _N, _S = Answer, Guide, Need, State

PAGES = {
    _G.SEXTORTION: 4,
    _G.PICTURES_ONLINE: 4,
    _G.AFTER_RAPE: 5,
    _G.OVERDOSE: 4,
    _G.LEAVING: 5,
    _G.TRACKED_PHONE: 5,
    _G.FOUND_BY_EX: 3,
    _G.GOING_BACK: 3,
    _G.BOYFRIEND: 3,
    _G.GROOMING: 3,
    _G.WAGES_HELD: 4,
    _G.DEBT_TO_BOSS: 3,
    _G.MISSED_COURT: 3,
    _G.OLD_CHARGES: 3,
    _G.RAN_FROM_CARE: 4,
    _G.FIRST_NIGHT: 5,
    _G.PREGNANT_MINOR: 5,
    _G.CHILD_WITH_ME: 4,
    _G.TELLING_A_PARENT: 3,
    _G.HELPING_A_FRIEND: 4,
    _G.MISSING_FRIEND: 4,
    _G.CUTTING: 3,
    _G.PANIC: 3,
    _G.NO_PHONE: 3,
    _G.IMMIGRATION: 5,
}
"""Number of pages of each guide."""

LOOKS_FOR = {
    _G.SEXTORTION: _N.IMAGE_REMOVAL,
    _G.PICTURES_ONLINE: _N.IMAGE_REMOVAL,
    _G.AFTER_RAPE: _N.SEXUAL_ASSAULT_CARE,
    _G.OVERDOSE: _N.SUBSTANCE_USE,
    _G.LEAVING: _N.SAFETY_PLAN,
    _G.TRACKED_PHONE: _N.SAFETY_PLAN,
    _G.FOUND_BY_EX: _N.SAFETY_PLAN,
    _G.GOING_BACK: _N.SAFETY_PLAN,
    _G.BOYFRIEND: _N.COUNSELLING,
    _G.GROOMING: _N.COUNSELLING,
    _G.WAGES_HELD: _N.UNPAID_WAGES,
    _G.DEBT_TO_BOSS: _N.LEGAL,
    _G.MISSED_COURT: _N.CRIMINAL_JUSTICE,
    _G.OLD_CHARGES: _N.RECORD_CLEARING,
    _G.RAN_FROM_CARE: _N.SHELTER_TONIGHT,
    _G.FIRST_NIGHT: _N.SHELTER_TONIGHT,
    _G.PREGNANT_MINOR: _N.REPRODUCTIVE_HEALTH,
    _G.CHILD_WITH_ME: _N.SHELTER_TONIGHT,
    _G.TELLING_A_PARENT: _N.COUNSELLING,
    _G.HELPING_A_FRIEND: _N.SAFETY_PLAN,
    _G.MISSING_FRIEND: _N.MISSING_PERSON,
    _G.CUTTING: _N.MENTAL_HEALTH,
    _G.PANIC: _N.MENTAL_HEALTH,
    _G.NO_PHONE: _N.PHONE,
    _G.IMMIGRATION: _N.IMMIGRATION,
}
"""The need that "look for help" on a page of each guide stands for."""


def page_key(guide: Guide, page: int) -> str:
    """Return the key of the words of a page. Pages count from 1."""
    return f"guide.{guide.value}.{page}"


PAGE_KEYS = {page_key(guide, page): (guide, page) for guide in Guide for page in range(1, PAGES[guide] + 1)}
"""Each page's key, with its guide and its number."""


def has_next_page(session: Session) -> bool:
    """Return whether the guide goes on after the page that was shown last."""
    return session.guide is not None and session.guide_page < PAGES[session.guide]


_LINES = {
    _G.AFTER_RAPE: _A.ABUSE_TOLD,
    _G.OVERDOSE: _A.MEDICAL,
    **dict.fromkeys((_G.RAN_FROM_CARE, _G.FIRST_NIGHT, _G.TELLING_A_PARENT), _A.NO_PLACE),
    **dict.fromkeys((_G.CUTTING, _G.PANIC, _G.PREGNANT_MINOR), _A.SELF_HARM),
}


def line_of(guide: Guide | None) -> str:
    """Return the danger whose line is the one of the people whom a guide names: mostly those who plan with you."""
    if guide is _G.MISSING_FRIEND:
        return MISSING
    return _LINES.get(guide, _A.HURT_NOW).value if guide else _A.HURT_NOW.value


REACH = "guides.reach"
"""Message key of how to reach the people whom a guide names. They are not the service that was on offer before."""

PLACES = (
    replace(
        place(_S.GUIDES_PAGE, _A.MORE, _A.LOOK, _A.PERSON, segments=3, station=True),
        unlisted=(Choice(_A.HOW_TO_REACH),),
    ),
)


def opening_at(at: State) -> tuple[Transition, ...]:
    """Build the transitions to a guide that is asked for. The safe screen and the limits come before its first page.

    Where it can't wait for them, its first step and the numbers are told at once (`flows.urgent`).
    """
    hears = _A.GUIDE
    asks = "welcome.heard_too" if at is _S.WELCOME_HEARD else "welcome.heard_then"
    return (
        Transition(at, hears, _S.SAFETY_YOUNG, (), Guard.IS_YOUNG),
        Transition(at, hears, _S.SAFETY_PLAN, (Event.DANGER_ASKED,), Guard.GUIDE_CANT_WAIT),
        Transition(at, hears, _S.WELCOME_HEARD, (Event.GREETED,), Guard.IS_NEW),
        Transition(at, hears, _S.WELCOME_HEARD, (), Guard.IS_NOT_SAFE, message=asks),
        Transition(at, hears, _S.WELCOME_LIMITS, (), Guard.LIMITS_UNTOLD),
        Transition(at, hears, _S.GUIDES_PAGE, (Event.GUIDE_OPENED,)),
    )


def _turning(hears: Answer) -> tuple[Transition, ...]:
    at = _S.GUIDES_PAGE
    return (
        Transition(at, hears, at, (Event.GUIDE_TURNED,), Guard.HAS_NEXT_PAGE),
        Transition(at, hears, at, message="guides.end"),
    )


MOVES = (
    *(move for hears in (_A.MORE, _A.GO_ON, _A.YES, _A.TELL_MORE, _A.NEXT) for move in _turning(hears)),
    Transition(_S.GUIDES_PAGE, _A.BACK, _S.GUIDES_PAGE, (Event.GUIDE_TURNED_BACK,), Guard.HAS_EARLIER_PAGE),
    Transition(_S.GUIDES_PAGE, _A.BACK, _S.RETURN),
    *to_options(_S.GUIDES_PAGE, _A.LOOK, (Event.NEEDS_NAMED,)),
    Transition(_S.GUIDES_PAGE, _A.HOW_TO_REACH, _S.GUIDES_PAGE, message=REACH),
)

TOPIC = Topic(PLACES, MOVES)
