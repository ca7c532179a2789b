"""Check-ins and reminders, sent only if the person sets them: one bland text at their time, then "how did it go?"."""

from __future__ import annotations

from bot.flows.builders import place, to_open_door
from bot.flows.handoff import RELAYED, SILENCE, talk
from bot.flows.model import Guard, Topic, Transition
from bot.flows.names import Answer, Event, State
from bot.flows.session import Session
from bot.flows.welcome import said_safe

_A, _S = Answer, State

DAYPARTS = (_A.MORNING, _A.AFTERNOON, _A.EVENING)

_NOON, _FIVE_PM = 12, 17

FIRST_HOUR, LAST_HOUR = 8, 20
"""Hours of the day from which on a check-in may be sent: none in the night, when a screen that lights up is seen."""


def daypart_of(hour: int) -> str:
    """Return the part of the day to which an hour belongs."""
    part = _A.MORNING if hour < _NOON else _A.AFTERNOON if hour < _FIVE_PM else _A.EVENING
    return str(part.value)


def may_send_at(hour: int | None) -> bool:
    """Return whether a check-in may be sent at that hour of the person's clock."""
    return hour is not None and FIRST_HOUR <= hour <= LAST_HOUR


NAME_AN_HOUR = frozenset({Answer.HOUR, Answer.CHECK_IN})
"""Answers that may name the hour of a check-in."""


def with_hour(session: Session, hour: int | None) -> Session:
    """Store the hour of a check-in, if one may be sent then."""
    if hour is None or not may_send_at(hour):
        return session
    return session._replace(daypart=daypart_of(hour), check_in_hour=hour)


PLACES = (
    place(_S.FOLLOWUP_WHEN, *DAYPARTS, station=True),
    place(_S.FOLLOWUP_SAFE, _A.YES, _A.CHANGE, must_say="daypart", station=True, doubt=_A.NO),
    place(_S.FOLLOWUP_SET, _A.DROP_CHECK_IN, _A.MENU, must_say="daypart"),
    place(_S.FOLLOWUP_CHECKIN, _A.YES, fills="program", pinned=True, bland=True),
    place(_S.FOLLOWUP_DROPPED, bland=True, resting=True),
    place(_S.FOLLOWUP_HOW, _A.YES, _A.NOT_YET, _A.WENT_BADLY, must_say="asked"),
    place(_S.FOLLOWUP_NOTED, _A.MENU, _A.PERSON),
    place(
        _S.FOLLOWUP_REMIND, _A.CHECK_IN, must_say="remind_at", fills="staff", pinned=True, bland=True, doubt=_A.UNCLEAR
    ),
)


def _check_in() -> list[Transition]:
    moves = [Transition(_S.FOLLOWUP_WHEN, hears, _S.FOLLOWUP_SAFE) for hears in DAYPARTS]
    moves.append(Transition(_S.FOLLOWUP_SAFE, _A.YES, _S.FOLLOWUP_SET, (Event.CHECK_IN_SET,), Guard.HAS_DAYPART))
    moves.append(Transition(_S.FOLLOWUP_SAFE, _A.YES, _S.FOLLOWUP_WHEN))
    # "next" does not say that it is safe
    moves.append(Transition(_S.FOLLOWUP_SAFE, _A.GO_ON, _S.FOLLOWUP_SAFE, (), Guard.HAS_DAYPART))
    moves.append(Transition(_S.FOLLOWUP_SAFE, _A.GO_ON, _S.FOLLOWUP_WHEN))
    moves += [Transition(_S.FOLLOWUP_SAFE, hears, _S.FOLLOWUP_WHEN) for hears in (_A.CHANGE, _A.NO)]
    moves += [Transition(_S.FOLLOWUP_SAFE, hears, _S.FOLLOWUP_SAFE) for hears in DAYPARTS]
    for at in (_S.FOLLOWUP_WHEN, _S.FOLLOWUP_SAFE):
        moves.append(Transition(at, _A.HOUR, _S.FOLLOWUP_SAFE, (), Guard.HAS_HOUR))
        moves.append(Transition(at, _A.HOUR, _S.FOLLOWUP_WHEN, message="followup.which_hour"))
    unclear = (Event.NOT_UNDERSTOOD,)
    moves.append(Transition(_S.FOLLOWUP_WHEN, _A.UNCLEAR, _S.UNCLEAR_PERSON, unclear, Guard.WAS_UNCLEAR))
    moves.append(Transition(_S.FOLLOWUP_WHEN, _A.UNCLEAR, _S.FOLLOWUP_WHEN, unclear, message="followup.which_hour"))
    moves += [Transition(_S.FOLLOWUP_SET, hears, _S.WELCOME_ANYTIME) for hears in (_A.NOT_NOW, _A.YES, _A.NO, _A.SKIP)]
    for hears in (_A.YES, _A.GO_ON):
        safe = (Event.SAFE_TO_TALK,)
        moves.append(Transition(_S.FOLLOWUP_CHECKIN, hears, _S.FOLLOWUP_HOW, safe, Guard.HAS_TO_ASK_HOW))
        moves += said_safe(_S.FOLLOWUP_CHECKIN, hears)
    moves += [Transition(_S.FOLLOWUP_CHECKIN, hears, _S.WELCOME_LATER) for hears in (_A.NOT_NOW, _A.NO, _A.SKIP)]
    moves += to_open_door(_S.FOLLOWUP_WHEN, _A.NO)
    return moves


def _how_it_went() -> list[Transition]:
    """Build the transitions of "how did it go?", asked once. After a bad time the service is never offered again."""
    at = _S.FOLLOWUP_HOW
    moves = [
        Transition(at, _A.YES, _S.FOLLOWUP_NOTED, (Event.GOT_TO_TALK,)),
        Transition(at, _A.GO_ON, _S.RETURN, (Event.HOW_PUT_OFF,)),  # "its fine" tells of no talk
    ]
    moves += [
        Transition(at, hears, _S.FOLLOWUP_NOTED, (Event.NOT_TALKED_YET,), message="followup.not_yet")
        for hears in (_A.NOT_YET, _A.NO)
    ]
    badly = (Event.WENT_BADLY_THERE, Event.PROVIDER_REFUSED)
    moves.append(Transition(at, _A.WENT_BADLY, _S.HESITATION_BADLY, badly))
    moves += [Transition(at, hears, _S.WELCOME_ANYTIME, (Event.HOW_PUT_OFF,)) for hears in (_A.NOT_NOW, _A.SKIP)]
    return moves


def _reminder() -> list[Transition]:
    """Build the transitions of a reminder: the caseworker offers it, the person decides whether it may come."""
    at, live = _S.FOLLOWUP_REMIND, _S.HANDOFF_LIVE
    refusals = (_A.NO, _A.NOT_NOW, _A.SKIP)
    return [
        Transition(live, _A.REMINDER_OFFERED, live, (), Guard.IS_NOT_SAFE, message=SILENCE),
        Transition(live, _A.REMINDER_OFFERED, at),
        *talk(at, frozenset({_A.CHECK_IN, _A.YES, *refusals})),
        *(Transition(at, hears, at, RELAYED, Guard.WAS_SPOKEN_TO) for hears in (_A.YES, _A.NO, _A.CHECK_IN)),
        *(
            Transition(at, hears, live, (Event.REMINDER_SET,), message="followup.reminder_set")
            for hears in (_A.CHECK_IN, _A.YES)
        ),
        *(Transition(at, hears, live, (Event.REMINDER_PUT_OFF,), message="followup.no_reminder") for hears in refusals),
    ]


def asked_for_at(at: State) -> tuple[Transition, ...]:
    """Build the transitions for a check-in that the person asks for in any state. On an open screen it waits."""
    return (
        Transition(at, _A.CHECK_IN, _S.SAFETY_YOUNG, (), Guard.IS_YOUNG),
        Transition(at, _A.CHECK_IN, _S.WELCOME_HELLO, (Event.GREETED,), Guard.IS_NEW),
        Transition(at, _A.CHECK_IN, _S.WELCOME_LATER, (), Guard.IS_NOT_SAFE),
        Transition(at, _A.CHECK_IN, _S.FOLLOWUP_SAFE, (), Guard.HAS_HOUR),
        Transition(at, _A.CHECK_IN, _S.FOLLOWUP_WHEN),
    )


MOVES = (*_check_in(), *_how_it_went(), *_reminder())
TOPIC = Topic(PLACES, MOVES)
