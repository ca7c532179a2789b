"""First messages: bland, honest that a bot writes, and the limits before any question (promises 2 and 7)."""

from bot.flows.builders import place, to_options, to_start
from bot.flows.model import Guard, Topic, Transition
from bot.flows.names import LIMITS, Answer, Event, State
from bot.flows.safety import PHONE_TAKEN, TOLD_BEFORE

_A, _S = Answer, State

SILENT = frozenset({_S.WELCOME_START, _S.WELCOME_PAUSED})
"""States without a message: nothing was asked yet."""

PLACES = (
    place(_S.WELCOME_START, bland=True),
    place(_S.WELCOME_PAUSED, bland=True),
    place(_S.WELCOME_HELLO, _A.YES, must_say="program", pinned=True, bland=True),
    place(_S.WELCOME_HEARD, _A.YES, must_say="program", bland=True),
    place(_S.WELCOME_BACK, _A.YES, fills="program", bland=True),
    place(_S.WELCOME_AGAIN, _A.GO_ON, _A.MENU, bland=True),
    place(_S.WELCOME_LATER, bland=True, resting=True),
    place(_S.WELCOME_ANYTIME, bland=True, resting=True),
    place(_S.WELCOME_LIMITS, _A.YES, _A.TELL_MORE, fills="program under", pinned=True),
    place(_S.WELCOME_MORE, _A.TELL_MORE, _A.GO_ON, must_say="kept_days", pinned=True),
    place(_S.WELCOME_REPORT, _A.GO_ON, _A.PERSON, fills="under reporting", pinned=True),
)


def said_safe(at: State, hears: Answer) -> tuple[Transition, ...]:
    """Build the transitions for "it is ok to text now".

    A danger that was told with "its me now" comes first, then the limits, the guide that they asked for, the earlier
    topic or the first question. Who comes back is asked, once, how it was at the place that they were told about.
    """
    safe = (Event.SAFE_TO_TALK,)
    back, asked = at is _S.WELCOME_BACK, (*safe, Event.DANGER_ASKED)
    told = (
        Transition(at, hears, _S.SAFETY_PLAN, asked, Guard.TOLD_OF_PHONE, message=PHONE_TAKEN),
        Transition(at, hears, _S.SAFETY_ASK, asked, Guard.TOLD_OF_DANGER, message=TOLD_BEFORE),
    )
    how = (Transition(at, hears, _S.FOLLOWUP_HOW, safe, Guard.HAS_TO_ASK_HOW),) if back else ()
    return (
        Transition(at, hears, _S.HANDOFF_LIVE, safe, Guard.IS_HELD),
        Transition(at, hears, _S.SAFETY_YOUNG, safe, Guard.IS_YOUNG),
        *(told if back else ()),
        Transition(
            at, hears, _S.NEEDS_AREA, (*safe, Event.LIMITS_TOLD), Guard.GOES_THE_SHORT_WAY, message="needs.area_first"
        ),
        Transition(at, hears, _S.WELCOME_LIMITS, safe, Guard.LIMITS_UNTOLD),
        Transition(at, hears, _S.GUIDES_PAGE, (*safe, Event.GUIDE_OPENED), Guard.WANTS_GUIDE),
        *how,
        Transition(at, hears, _S.WELCOME_AGAIN, safe, Guard.HAS_THREAD),
        Transition(at, hears, _S.NEEDS_ASK, safe),
    )


def _read_limits(at: State, hears: Answer) -> tuple[Transition, ...]:
    told = (Event.LIMITS_TOLD,)
    return (
        Transition(at, hears, _S.GUIDES_PAGE, (*told, Event.GUIDE_OPENED), Guard.WANTS_GUIDE),
        Transition(at, hears, _S.NEEDS_CONFIRM, told, Guard.HAS_MANY_NEEDS),
        *to_options(at, hears, told),
    )


_GREETINGS = (
    _A.YES, _A.GO_ON, _A.GREETING, _A.REPEAT, _A.UNCLEAR, _A.PHOTO, _A.BACK, _A.MENU,
)  # fmt: skip
_GOODBYES = (_A.NOT_NOW, _A.NO, _A.SKIP, _A.THANKS)


def _silent(at: State, said: State) -> tuple[Transition, ...]:
    """Build the transitions of a silent state: greet, or take up a need.

    Nothing was asked yet, so a digit or an "ok" is not an answer.
    """
    greeted = (Event.GREETED,)
    return (
        *(Transition(at, hears, said, greeted) for hears in (*_GREETINGS, _A.ASIDE)),
        Transition(at, _A.NEEDS, _S.SAFETY_YOUNG, (), Guard.IS_YOUNG),
        Transition(at, _A.NEEDS, _S.WELCOME_HEARD, (Event.NEEDS_NAMED, *greeted)),
    )


def _named_at_the_limits(at: State) -> tuple[Transition, ...]:
    """Build the transitions of a need or a guide that is named where the limits stand: they were told, it goes on."""
    told, named = Event.LIMITS_TOLD, Event.NEEDS_NAMED
    not_safe = "welcome.heard_then"
    return (
        Transition(at, _A.NEEDS, _S.SAFETY_YOUNG, (), Guard.IS_YOUNG),
        Transition(at, _A.NEEDS, _S.WELCOME_HEARD, (named,), Guard.IS_NOT_SAFE, message=not_safe),
        Transition(at, _A.NEEDS, _S.NEEDS_CONFIRM, (told, named), Guard.HAS_MANY_NEEDS),
        *to_options(at, _A.NEEDS, (told, named)),
        Transition(at, _A.GUIDE, _S.SAFETY_YOUNG, (), Guard.IS_YOUNG),
        Transition(at, _A.GUIDE, _S.SAFETY_PLAN, (Event.DANGER_ASKED,), Guard.GUIDE_CANT_WAIT),
        Transition(at, _A.GUIDE, _S.WELCOME_HEARD, (), Guard.IS_NOT_SAFE, message=not_safe),
        Transition(at, _A.GUIDE, _S.GUIDES_PAGE, (told, Event.GUIDE_OPENED)),
    )


MOVES = (
    *_silent(_S.WELCOME_START, _S.WELCOME_HELLO),
    *(Transition(_S.WELCOME_START, hears, _S.WELCOME_HELLO, (Event.GREETED,)) for hears in _GOODBYES),
    Transition(_S.WELCOME_START, _A.HUSH, _S.WELCOME_START, (Event.HUSHED,), message="silence"),
    *_silent(_S.WELCOME_PAUSED, _S.WELCOME_BACK),
    *said_safe(_S.WELCOME_HELLO, _A.YES),
    *said_safe(_S.WELCOME_HEARD, _A.YES),
    *said_safe(_S.WELCOME_BACK, _A.YES),
    *said_safe(_S.WELCOME_HELLO, _A.GO_ON),
    *said_safe(_S.WELCOME_HEARD, _A.GO_ON),
    *said_safe(_S.WELCOME_BACK, _A.GO_ON),
    Transition(_S.WELCOME_AGAIN, _A.GO_ON, _S.NEEDS_CONFIRM, (Event.NEEDS_TAKEN_UP,), Guard.HAS_PARKED),
    Transition(_S.WELCOME_AGAIN, _A.GO_ON, _S.RETURN),
    *to_start(_S.WELCOME_AGAIN, _A.YES),
    *(move for at in LIMITS for move in _named_at_the_limits(at)),
    Transition(_S.WELCOME_HEARD, _A.NEEDS, _S.SAFETY_YOUNG, (), Guard.IS_YOUNG),
    Transition(_S.WELCOME_HEARD, _A.NEEDS, _S.WELCOME_HEARD, (Event.NEEDS_NAMED,), message="welcome.heard_too"),
    *_read_limits(_S.WELCOME_LIMITS, _A.YES),
    *_read_limits(_S.WELCOME_LIMITS, _A.GO_ON),
    Transition(_S.WELCOME_LIMITS, _A.TELL_MORE, _S.WELCOME_MORE),
    Transition(_S.WELCOME_MORE, _A.TELL_MORE, _S.WELCOME_REPORT),
    Transition(_S.WELCOME_MORE, _A.YES, _S.WELCOME_REPORT),
    *_read_limits(_S.WELCOME_MORE, _A.GO_ON),
    *_read_limits(_S.WELCOME_REPORT, _A.GO_ON),
    *_read_limits(_S.WELCOME_REPORT, _A.YES),
)

TOPIC = Topic(PLACES, MOVES)
