"""Needs: a short menu with more behind it, or the person's own words, several at once; then the rough area."""

from dataclasses import replace

from bot.flows.builders import place, to_options
from bot.flows.model import Choice, Guard, Topic, Transition
from bot.flows.names import Answer, Event, Need, State
from bot.flows.session import Session, leave_need

_A, _N, _S = Answer, Need, State

GROUPS: dict[Answer, tuple[State, tuple[Need, ...]]] = {
    _A.STAY: (_S.NEEDS_STAY, (_N.SHELTER_TONIGHT, _N.HOUSING, _N.FAMILY_REUNIFICATION)),
    _A.BASICS: (_S.NEEDS_BASICS, (_N.FOOD, _N.CLOTHING, _N.HYGIENE, _N.PHONE, _N.CHILD_CARE, _N.TRANSPORT)),
    _A.HEALTH: (
        _S.NEEDS_HEALTH,
        (_N.MEDICAL, _N.DENTAL, _N.REPRODUCTIVE_HEALTH, _N.MENTAL_HEALTH, _N.SUBSTANCE_USE, _N.SEXUAL_ASSAULT_CARE),
    ),
    _A.SAFETY: (
        _S.NEEDS_SAFETY,
        (_N.SAFETY_PLAN, _N.SEXUAL_ASSAULT_CARE, _N.IMAGE_REMOVAL, _N.MISSING_PERSON, _N.CRIMINAL_JUSTICE),
    ),
    _A.PAPERS: (
        _S.NEEDS_PAPERS,
        (_N.LEGAL, _N.IMMIGRATION, _N.ID_DOCUMENTS, _N.CRIMINAL_JUSTICE, _N.PUBLIC_BENEFITS, _N.MONEY,
         _N.RECORD_CLEARING, _N.EMBASSY),
    ),
    _A.SCHOOL: (
        _S.NEEDS_SCHOOL,
        (_N.EDUCATION, _N.ENGLISH_CLASSES, _N.WORK, _N.UNPAID_WAGES, _N.TRANSPORT, _N.CHILD_CARE),
    ),
    _A.TALK: (_S.NEEDS_TALK, (_N.COUNSELLING, _N.PEER_SUPPORT, _N.MENTAL_HEALTH, _N.FAITH, _N.CASE_MANAGEMENT)),
    _A.MORE: (_S.NEEDS_MORE, (_N.TRANSPORT, _N.INTERPRETATION, _N.CHILD_CARE, _N.LGBTQ, _N.DISABILITY)),
}  # fmt: skip
"""Groups of needs, the state each leads to, and the needs listed there."""

FIRST = (_A.STAY, _A.BASICS, _A.SAFETY, _A.TALK, _A.MORE)
"""Choices of the first menu: five lines and "not now" are read at a glance. Every group is heard there as well."""

_BEHIND_MORE = tuple(group for group in GROUPS if group not in FIRST)

PLACES = (
    replace(place(_S.NEEDS_ASK, *FIRST, segments=2, station=True), unlisted=tuple(map(Choice, _BEHIND_MORE))),
    *(
        place(state, *(_BEHIND_MORE if state is _S.NEEDS_MORE else ()), *needs, segments=3, station=True)
        for state, needs in GROUPS.values()
    ),
    place(_S.NEEDS_CONFIRM, _A.YES, _A.CHANGE, must_say="needs", segments=3, station=True),
    place(_S.NEEDS_AREA, _A.SKIP, station=True, listens_for=_A.AREA),
)


MENUS = (_S.NEEDS_ASK, *(state for state, _ in GROUPS.values()))
AREA_AT_OFFERS = (_S.OPTIONS_OFFER, _S.OPTIONS_CONTACT, _S.OPTIONS_NEAREST, _S.OPTIONS_NONE)
TAKES_AREA = frozenset({*MENUS, *AREA_AT_OFFERS})
"""States that ask for no area, where a text that is nothing but a place is one all the same."""


def turned_to(session: Session, more: tuple[Need, ...]) -> Session:
    """Add needs. One for which something was offered already rests, so that a new one is served first."""
    if session.offered_services and session.needs and not set(more) <= set(session.needs):
        return leave_need(session)._replace(parked=(*session.parked, session.needs[0])).with_needs(more)
    return session.with_needs(more)


def _named(at: State) -> tuple[Transition, ...]:
    """Build the transitions for a need picked from a menu. It is unambiguous, so it is not read back."""
    return to_options(at, _A.NEEDS, (Event.NEEDS_NAMED,))


def _moves() -> tuple[Transition, ...]:
    moves: list[Transition] = []
    for at in MENUS:
        moves.append(Transition(at, _A.AREA, at, (Event.AREA_SAID,), message="needs.area_noted"))
        for hears, (state, _) in GROUPS.items():
            moves.append(Transition(at, hears, state))
    for state, _ in GROUPS.values():
        moves += _named(state)
        moves.append(Transition(state, _A.BACK, _S.NEEDS_ASK))
    moves += to_options(_S.NEEDS_CONFIRM, _A.YES)
    moves += to_options(_S.NEEDS_CONFIRM, _A.GO_ON)
    moves.append(Transition(_S.NEEDS_CONFIRM, _A.CHANGE, _S.NEEDS_ASK, (Event.NEEDS_CLEARED,)))
    moves.append(Transition(_S.NEEDS_CONFIRM, _A.NO, _S.NEEDS_ASK, (Event.NEEDS_CLEARED,)))
    moves += to_options(_S.NEEDS_AREA, _A.AREA, (Event.AREA_SAID,))
    for hears in (_A.SKIP, _A.NO, _A.GO_ON):
        moves += to_options(_S.NEEDS_AREA, hears, (Event.AREA_SKIPPED,))
    moves.append(Transition(_S.NEEDS_AREA, _A.YES, _S.NEEDS_AREA, message="needs.area_then"))  # "ok" to the limits
    moves.append(Transition(_S.NEEDS_AREA, _A.MAYBE, _S.NEEDS_AREA, message="needs.area_then"))
    moves.append(
        Transition(_S.NEEDS_AREA, _A.UNCLEAR, _S.UNCLEAR_PERSON, (Event.NOT_UNDERSTOOD,), Guard.WAS_UNCLEAR),
    )
    moves.append(
        Transition(_S.NEEDS_AREA, _A.UNCLEAR, _S.NEEDS_AREA, (Event.NOT_UNDERSTOOD,), message="needs.area_again")
    )
    return tuple(moves)


MOVES = _moves()
TOPIC = Topic(PLACES, MOVES)
