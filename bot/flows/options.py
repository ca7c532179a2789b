"""Service offers, one at a time, in plain words: what was heard, why it fits, how to reach it, and what to weigh."""

from dataclasses import replace

from bot.flows.builders import place, to_open_door, to_options, to_person
from bot.flows.model import Choice, Guard, Topic, Transition
from bot.flows.names import Answer, Event, State
from bot.flows.needs import AREA_AT_OFFERS

_A, _S = Answer, State

PLACES = (
    place(
        _S.OPTIONS_OFFER, _A.HOW_TO_REACH, _A.CONNECT, _A.ANOTHER, _A.CHANGE,
        must_say="service", fills="heard why call other", segments=3, station=True,
    ),
    replace(  # "whats the number again" is told again
        place(
            _S.OPTIONS_CONTACT, _A.CONNECT, _A.NOT_SAFE, _A.NEXT, _A.CHECK_IN,
            must_say="reach", segments=3, station=True,
        ),
        unlisted=(Choice(_A.HOW_TO_REACH),),
    ),
    place(_S.OPTIONS_NEAREST, _A.YES, _A.PERSON, _A.NEXT, must_say="hotline", segments=2, station=True),
    place(_S.OPTIONS_NONE, _A.PERSON, _A.NEXT, must_say="hotline", segments=2, station=True),
)  # fmt: skip


def _not_now_at_offer(hears: Answer) -> tuple[Transition, ...]:
    """Build the transitions of "not now" at an offer: ask why once, and later park without asking (promise 3)."""
    at = _S.OPTIONS_OFFER
    return (
        Transition(at, hears, _S.HESITATION_PARKED, (Event.NEED_PARKED,), Guard.WHY_ASKED),
        Transition(at, hears, _S.HESITATION_WHY, (Event.HESITATED,)),
    )


def _next(at: State, notes: tuple[Event, ...]) -> tuple[Transition, ...]:
    """Build the transitions to the next need. Without one, the bot asks what would help."""
    hears = _A.NEXT
    return (
        Transition(at, hears, _S.OPTIONS_OFFER, (*notes, Event.SERVICE_OFFERED), Guard.NEXT_NEED_HAS_OFFER),
        Transition(at, hears, _S.OPTIONS_NONE, (*notes, Event.NEED_UNMET), Guard.HAS_MORE_NEEDS),
        Transition(at, hears, _S.NEEDS_ASK, (*notes, Event.NEEDS_CLEARED)),
    )


def _from_here(at: State) -> tuple[Transition, ...]:
    """Build the transitions of a place that is told at an offer: to one that is nearer, else what was offered stays."""
    said, was_offered = Event.AREA_SAID, at in (_S.OPTIONS_OFFER, _S.OPTIONS_CONTACT)
    return (
        Transition(at, _A.AREA, _S.OPTIONS_OFFER, (said, Event.SERVICE_OFFERED), Guard.HAS_OFFER),
        Transition(at, _A.AREA, at, (said,), message="options.area_noted" if was_offered else ""),
    )


def _nearest(hears: Answer) -> tuple[Transition, ...]:
    """Build the transitions to the closest match, which drops the person's limits. It is offered only if they agree."""
    at, left = _S.OPTIONS_NEAREST, Event.FITS_LEFT
    return (
        Transition(at, hears, _S.OPTIONS_OFFER, (left, Event.SERVICE_OFFERED), Guard.HAS_NEAREST),
        Transition(at, hears, _S.OPTIONS_NONE, (left, Event.NEED_UNMET)),
    )


_ASKED_FOR = (Event.INTRODUCTION_ASKED,)
_UNSAFE = (Event.PROVIDER_UNSAFE,)

MOVES = (
    *(
        Transition(_S.OPTIONS_OFFER, hears, _S.OPTIONS_CONTACT, (Event.CONTACT_GIVEN,))
        for hears in (_A.HOW_TO_REACH, _A.YES, _A.GO_ON)
    ),
    Transition(_S.OPTIONS_OFFER, _A.CHANGE, _S.NEEDS_ASK, (Event.NEEDS_CLEARED,)),
    Transition(_S.OPTIONS_OFFER, _A.NOT_SAFE, _S.HESITATION_UNSAFE, _UNSAFE),
    *to_person(_S.OPTIONS_OFFER, _A.CONNECT, _ASKED_FOR),
    *to_options(_S.OPTIONS_OFFER, _A.ANOTHER),
    *_not_now_at_offer(_A.NOT_NOW),
    *_not_now_at_offer(_A.NO),
    *_not_now_at_offer(_A.SKIP),
    *_not_now_at_offer(_A.MAYBE),
    Transition(_S.OPTIONS_OFFER, _A.WENT_BADLY, _S.HESITATION_BADLY, (Event.PROVIDER_REFUSED,)),
    Transition(_S.OPTIONS_CONTACT, _A.NOT_SAFE, _S.HESITATION_UNSAFE, _UNSAFE),
    *to_person(_S.OPTIONS_CONTACT, _A.CONNECT, _ASKED_FOR),
    *_next(_S.OPTIONS_CONTACT, (Event.NEED_ANSWERED,)),
    *to_options(_S.OPTIONS_CONTACT, _A.ANOTHER),
    Transition(_S.OPTIONS_CONTACT, _A.YES, _S.WELCOME_ANYTIME),
    Transition(_S.OPTIONS_CONTACT, _A.CHECK_IN, _S.FOLLOWUP_WHEN),
    *(move for hears in (_A.YES, _A.GO_ON, _A.ANOTHER) for move in _nearest(hears)),
    *_next(_S.OPTIONS_NEAREST, (Event.NEED_LEFT,)),
    *_next(_S.OPTIONS_NONE, (Event.NEED_LEFT,)),
    *to_person(_S.OPTIONS_NONE, _A.YES),
    *to_open_door(_S.OPTIONS_NONE, _A.NO),
    *(move for at in AREA_AT_OFFERS for move in _from_here(at)),
)

TOPIC = Topic(PLACES, MOVES)
