"""Small builders that keep the topic files readable as tables. They add nothing that a table does not show."""

from __future__ import annotations

from collections.abc import Iterable

from bot.flows.model import Guard, Move, Offer, Place, Slot
from bot.flows.names import Answer, Event, Need, State


def place(  # noqa: PLR0913 -- one keyword for each fact of a place
    state: State,
    *offers: Answer | Need,
    fills: str = "",
    must_say: str = "",
    segments: int = 2,
    pinned: bool = False,
    bland: bool = False,
    station: bool = False,
    resting: bool = False,
    listens_for: Answer | None = None,
    lists_shared: bool = False,
    lists_languages: bool = False,
) -> Place:
    """A place. `offers` in order; "not now" is always added, always last. `must_say` is allowed too."""
    must = frozenset(must_say.split())
    slot = Slot(state.value, frozenset(fills.split()) | must, must, segments, pinned, bland)
    listed = tuple(Offer(Answer.NEEDS, o) if isinstance(o, Need) else Offer(o) for o in offers)
    if listed:
        listed = (*listed, Offer(Answer.NOT_NOW))
    return Place(state, slot, listed, station, resting, listens_for, lists_shared, lists_languages)


def to_options(at: State, hears: Answer, notes: Iterable[Event] = ()) -> tuple[Move, ...]:
    """The arrows that lead to the next service: first the area, then an offer, or an honest "nothing fits"."""
    told = tuple(notes)
    return (
        Move(at, hears, State.NEEDS_ASK, told, Guard.HAS_NO_NEEDS),
        Move(at, hears, State.NEEDS_AREA, told, Guard.AREA_UNKNOWN),
        Move(at, hears, State.OPTIONS_OFFER, (*told, Event.SERVICE_OFFERED), Guard.HAS_OFFER),
        Move(at, hears, State.OPTIONS_NEAREST, (*told, Event.NEED_UNMET), Guard.HAS_NEAREST),
        Move(at, hears, State.OPTIONS_NONE, (*told, Event.NEED_UNMET)),
    )


def to_person(at: State, hears: Answer, notes: Iterable[Event] = ()) -> tuple[Move, ...]:
    """The arrows that lead to a person: one who waits already waits on; what was told may be shared, or not."""
    told = tuple(notes)
    return (
        Move(at, hears, State.HANDOFF_HELD, told, Guard.IS_HELD),
        Move(at, hears, State.HANDOFF_WAITING, told, Guard.HAS_CASE),
        Move(at, hears, State.CONSENT_TEAM, told, Guard.CAN_SHARE),
        Move(at, hears, State.CONSENT_TALK, told),
    )


def to_open_door(at: State, hears: Answer) -> tuple[Move, ...]:
    """The arrows of "not now": the need is parked, the numbers are left, nothing is argued (promises 3 and 13)."""
    return (
        Move(at, hears, State.SAFETY_YOUNG_REST, (), Guard.IS_YOUNG),
        Move(at, hears, State.HESITATION_PARKED, (Event.NEED_PARKED,), Guard.IS_SAFE),
        Move(at, hears, State.WELCOME_LATER),
    )


def to_start(at: State, hears: Answer) -> tuple[Move, ...]:
    """The arrows of "start over", which never skip asking if it is safe, nor the limits (promises 2 and 7)."""
    return (
        Move(at, hears, State.SAFETY_YOUNG, (), Guard.IS_YOUNG),
        Move(at, hears, State.WELCOME_HELLO, (Event.GREETED,), Guard.IS_NEW),
        Move(at, hears, State.WELCOME_BACK, (), Guard.IS_NOT_SAFE),
        Move(at, hears, State.WELCOME_LIMITS, (), Guard.LIMITS_UNTOLD),
        Move(at, hears, State.NEEDS_ASK, (Event.NEEDS_CLEARED,)),
    )
