"""A check-in, only if the person sets it: which part of the day, is it safe then, one bland text, and no more."""

from bot.flows.build import place, to_open_door
from bot.flows.model import Move, Topic
from bot.flows.names import Answer, Event, State
from bot.flows.welcome import said_safe

_A, _S = Answer, State

DAYPARTS = (_A.MORNING, _A.AFTERNOON, _A.EVENING)

PLACES = (
    place(_S.FOLLOWUP_WHEN, *DAYPARTS, station=True),
    place(_S.FOLLOWUP_SAFE, _A.YES, _A.CHANGE, must_say="daypart", station=True),
    place(_S.FOLLOWUP_SET, _A.DROP_CHECK_IN, _A.MENU, must_say="daypart"),
    place(_S.FOLLOWUP_CHECKIN, _A.YES, fills="program", pinned=True, bland=True),
    place(_S.FOLLOWUP_DROPPED, bland=True, resting=True),
)


def _moves() -> tuple[Move, ...]:
    moves = [Move(_S.FOLLOWUP_WHEN, hears, _S.FOLLOWUP_SAFE) for hears in DAYPARTS]
    moves += [Move(_S.FOLLOWUP_SAFE, hears, _S.FOLLOWUP_SET, (Event.CHECK_IN_SET,)) for hears in (_A.YES, _A.GO_ON)]
    moves += [Move(_S.FOLLOWUP_SAFE, hears, _S.FOLLOWUP_WHEN) for hears in (_A.CHANGE, _A.NO)]
    moves += [Move(_S.FOLLOWUP_SAFE, hears, _S.FOLLOWUP_SAFE) for hears in DAYPARTS]
    moves += [Move(_S.FOLLOWUP_SET, hears, _S.WELCOME_ANYTIME) for hears in (_A.NOT_NOW, _A.YES, _A.NO, _A.SKIP)]
    moves += said_safe(_S.FOLLOWUP_CHECKIN, _A.YES)
    moves += said_safe(_S.FOLLOWUP_CHECKIN, _A.GO_ON)
    moves += [Move(_S.FOLLOWUP_CHECKIN, hears, _S.WELCOME_LATER) for hears in (_A.NOT_NOW, _A.NO, _A.SKIP)]
    moves += to_open_door(_S.FOLLOWUP_WHEN, _A.NO)
    return tuple(moves)


MOVES = _moves()
TOPIC = Topic(PLACES, MOVES)
