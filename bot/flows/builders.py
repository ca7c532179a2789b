"""Builders that keep the topic files readable as tables. They add nothing that a table does not show."""

from __future__ import annotations

from collections.abc import Iterable

from bot.flows.model import Choice, Guard, MessageRules, StateSpec, Transition
from bot.flows.names import Answer, Event, Guide, Need, State


def place(  # noqa: PLR0913 -- one keyword for each property of a state
    state: State,
    *offers: Answer | Need | Guide,
    fills: str = "",
    must_say: str = "",
    segments: int = 2,
    pinned: bool = False,
    bland: bool = False,
    station: bool = False,
    resting: bool = False,
    listens_for: Answer | None = None,
    lists_shared: bool = False,
    lists_facts: bool = False,
    lists_languages: bool = False,
    doubt: Answer | None = None,
) -> StateSpec:
    """Build the structure of a state.

    `offers` are the choices in order; "not now" is always added last. `must_say` placeholders are allowed as well as
    required.
    """
    must = frozenset(must_say.split())
    slot = MessageRules(state.value, with_texting(frozenset(fills.split()) | must), must, segments, pinned, bland)
    listed = tuple(map(_choice, offers))
    if listed:
        listed = (*listed, Choice(Answer.NOT_NOW))
    return StateSpec(
        state, slot, listed, station, resting, listens_for, lists_shared, lists_facts, lists_languages, doubt
    )


def _choice(offer: Answer | Need | Guide) -> Choice:
    if isinstance(offer, Need):
        return Choice(Answer.NEEDS, offer)
    return Choice(Answer.GUIDE, guide=offer) if isinstance(offer, Guide) else Choice(offer)


def with_texting(fills: frozenset[str]) -> frozenset[str]:
    """Return placeholders, with how to text the crisis line where its number may be named."""
    return fills | {"crisis_text"} if "crisis" in fills else fills


def to_options(at: State, hears: Answer, notes: Iterable[Event] = ()) -> tuple[Transition, ...]:
    """Build the transitions to the next service: ask for the area, offer a service, or say that nothing fits."""
    told = tuple(notes)
    return (
        Transition(at, hears, State.NEEDS_ASK, told, Guard.HAS_NO_NEEDS),
        Transition(at, hears, State.NEEDS_AREA, told, Guard.COUNTRY_UNSURE, message="needs.country"),
        Transition(at, hears, State.NEEDS_AREA, told, Guard.AREA_UNKNOWN),
        Transition(at, hears, State.OPTIONS_OFFER, (*told, Event.SERVICE_OFFERED), Guard.HAS_OFFER),
        Transition(at, hears, State.OPTIONS_NEAREST, (*told, Event.NEED_UNMET), Guard.HAS_NEAREST),
        Transition(at, hears, State.OPTIONS_NONE, (*told, Event.NEED_UNMET)),
    )


def to_person(at: State, hears: Answer, notes: Iterable[Event] = ()) -> tuple[Transition, ...]:
    """Build the transitions to a caseworker.

    A person who is waiting keeps waiting. Consent to share what they said is asked if there is anything to share.
    """
    told = tuple(notes)
    return (
        Transition(at, hears, State.HANDOFF_HELD, told, Guard.IS_HELD),
        Transition(at, hears, State.HANDOFF_WAITING, told, Guard.HAS_CASE),
        Transition(at, hears, State.CONSENT_TEAM, told, Guard.CAN_SHARE),
        Transition(at, hears, State.CONSENT_TALK, told),
    )


def to_open_door(at: State, hears: Answer) -> tuple[Transition, ...]:
    """Build the transitions of "not now": park the need, leave the numbers, never argue (promises 3 and 13)."""
    return (
        Transition(at, hears, State.SAFETY_YOUNG_REST, (), Guard.IS_YOUNG),
        Transition(at, hears, State.HESITATION_PARKED, (Event.NEED_PARKED,), Guard.IS_SAFE),
        Transition(at, hears, State.WELCOME_LATER),
    )


def to_start(at: State, hears: Answer) -> tuple[Transition, ...]:
    """Build the transitions of "start over". They never skip the safety question or the limits (promises 2 and 7)."""
    return (
        Transition(at, hears, State.SAFETY_YOUNG, (), Guard.IS_YOUNG),
        Transition(at, hears, State.WELCOME_HELLO, (Event.GREETED,), Guard.IS_NEW),
        Transition(at, hears, State.WELCOME_BACK, (), Guard.IS_NOT_SAFE),
        Transition(at, hears, State.WELCOME_LIMITS, (), Guard.LIMITS_UNTOLD),
        Transition(at, hears, State.NEEDS_ASK, (Event.NEEDS_CLEARED,)),
    )
