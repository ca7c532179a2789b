"""Transitions that every state has, spelled out row by row, so that tests see them and a new state gets them too.

They cover the carrier words, danger, the request for a caseworker, "not now", the control words, needs, and texts that
were not understood. A state's own rows for an answer replace these.
"""

from __future__ import annotations

from bot.flows.builders import to_open_door, to_person, to_start
from bot.flows.handoff import by_staff_at
from bot.flows.model import Guard, Move, Place
from bot.flows.names import Answer, Event, State
from bot.flows.safety import DANGERS

_A, _S = Answer, State
_UNCLEAR = (Event.NOT_UNDERSTOOD,)


def heard_at(place: Place) -> tuple[Move, ...]:
    """Build the shared transitions for one state."""
    at = place.state
    return (
        *_first(at),
        *_control(at),
        *to_open_door(at, _A.NOT_NOW),
        *to_open_door(at, _A.SKIP),
        *to_open_door(at, _A.NO),
        *_needs(at),
        *(_resting(at) if place.resting else _asking(at)),
        Move(at, _A.PAUSE, _S.WELCOME_PAUSED, (Event.WENT_BLAND,)),
        Move(at, _A.CHECK_IN_DUE, _S.FOLLOWUP_CHECKIN, (Event.CHECKED_IN,)),
        Move(at, _A.REMINDER_DUE, _S.FOLLOWUP_CHECKIN, (Event.REMINDED, Event.WENT_BLAND), says="followup.reminder"),
        *by_staff_at(at),
    )


def _first(at: State) -> tuple[Move, ...]:
    """Build the transitions with the highest priority."""
    return (
        Move(at, _A.STOP, _S.CARRIER_STOPPED, (Event.OPTED_OUT,)),
        Move(at, _A.START, _S.WELCOME_HELLO, (Event.OPTED_IN, Event.WENT_BLAND, Event.GREETED)),
        Move(at, _A.HELP, _S.CARRIER_HELP),
        Move(at, _A.COVER, _S.SAFETY_COVER, (Event.WENT_BLAND,)),
        *(Move(at, danger, to, (Event.DANGER_TOLD,)) for danger, to in DANGERS.items()),
        Move(at, _A.UNDER_13, _S.SAFETY_YOUNG, (Event.UNDER_13_SAID,)),
    )


def _control(at: State) -> tuple[Move, ...]:
    chosen = (Event.LANGUAGE_SET,)
    return (
        *to_person(at, _A.PERSON),
        *to_start(at, _A.MENU),
        Move(at, _A.BACK, _S.RETURN),
        Move(at, _A.GO_ON, _S.RETURN),
        Move(at, _A.LANGUAGE, _S.LANGUAGE_ASK),
        Move(at, _A.ENGLISH, _S.RETURN, chosen),
        Move(at, _A.SPANISH, _S.RETURN, chosen),
        Move(at, _A.WHO_ARE_YOU, _S.PRIVACY_WHO_AM_I),
        Move(at, _A.WHO_CAN_SEE, _S.PRIVACY_WHO_SEES),
        Move(at, _A.WHAT_IS_KEPT, _S.PRIVACY_KEPT),
        Move(at, _A.WHAT_IS_SHARED, _S.PRIVACY_SHARED),
        Move(at, _A.TAKE_BACK, _S.PRIVACY_TAKEN_BACK, (Event.CONSENT_TAKEN_BACK,)),
        Move(at, _A.FORGET, _S.PRIVACY_FORGET),
        Move(at, _A.DROP_CHECK_IN, _S.FOLLOWUP_DROPPED, (Event.CHECK_IN_DROPPED,)),
        Move(at, _A.THANKS, _S.WELCOME_ANYTIME),
    )


def _needs(at: State) -> tuple[Move, ...]:
    """Build the transitions for a need named in any state. Safety and the limits come first (promises 2 and 7)."""
    named = (Event.NEEDS_NAMED,)
    return (
        Move(at, _A.NEEDS, _S.SAFETY_YOUNG, (), Guard.IS_YOUNG),
        Move(at, _A.NEEDS, _S.WELCOME_HEARD, (*named, Event.GREETED), Guard.IS_NOT_SAFE),
        Move(at, _A.NEEDS, _S.WELCOME_LIMITS, named, Guard.LIMITS_UNTOLD),
        Move(at, _A.NEEDS, _S.NEEDS_CONFIRM, named),
    )


def _asking(at: State) -> tuple[Move, ...]:
    """Build the transitions for a state with an open question.

    A greeting repeats the question. A text that was not understood gets the choices, then the offer of a caseworker.
    """
    return (
        Move(at, _A.GREETING, at),
        Move(at, _A.REPEAT, at),
        Move(at, _A.YES, at, _UNCLEAR, says="unclear.rephrase"),
        Move(at, _A.PHOTO, at, says="unclear.photo"),
        Move(at, _A.UNCLEAR, _S.UNCLEAR_PERSON, _UNCLEAR, Guard.WAS_UNCLEAR),
        Move(at, _A.UNCLEAR, at, _UNCLEAR, says="unclear.rephrase"),
    )


def _resting(at: State) -> tuple[Move, ...]:
    """Build the transitions for a state without an open question: any text restarts the conversation."""
    hellos = (_A.GREETING, _A.REPEAT, _A.YES, _A.PHOTO, _A.UNCLEAR, _A.GO_ON)
    return tuple(
        move
        for hears in hellos
        for move in (
            Move(at, hears, _S.SAFETY_YOUNG, (), Guard.IS_YOUNG),
            Move(at, hears, _S.WELCOME_HELLO, (Event.GREETED,), Guard.IS_NEW),
            Move(at, hears, _S.WELCOME_BACK, (), Guard.IS_NOT_SAFE),
            Move(at, hears, _S.WELCOME_LIMITS, (), Guard.LIMITS_UNTOLD),
            Move(at, hears, _S.WELCOME_AGAIN, (), Guard.HAS_THREAD),
            Move(at, hears, _S.NEEDS_ASK),
        )
    )
