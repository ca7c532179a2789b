"""Danger, a person under 13, and the cover word: handled in every state, in the same reply (promise 4).

The reply carries numbers to call or text and offers a caseworker. The conversation then returns to its previous state.
The bot keeps no score and asks nothing about what happened.
"""

from bot.flows.builders import place, to_open_door, to_options, to_person
from bot.flows.model import Guard, StateSpec, Topic, Transition
from bot.flows.names import LIMITS, Answer, Concern, Event, Guide, State

_A, _S = Answer, State

DANGERS = {
    _A.SELF_HARM: _S.SAFETY_SELF_HARM,
    _A.HURT_NOW: _S.SAFETY_HURT,
    _A.MEDICAL: _S.SAFETY_MEDICAL,
    _A.CHILD_HURT: _S.SAFETY_CHILD,
}
"""Each kind of danger, and the state that answers it."""

ASKS = {
    Concern.MEDICAL: _A.ASK_MEDICAL,
    Concern.SELF_HARM: _A.ASK_SELF_HARM,
    Concern.VIOLENCE: _A.ASK_VIOLENCE,
    Concern.CHILD_HURT: _A.ASK_CHILD,
    Concern.SEXUAL_ABUSE: _A.ABUSE_TOLD,
    Concern.EXPLOITATION: _A.EXPLOITED,
    Concern.SEXTORTION: _A.SEXTORTION,
    Concern.FRIEND: _A.FRIEND_DANGER,
    Concern.MINOR_NO_PLACE: _A.NO_PLACE,
    Concern.WATCHED: _A.WATCHED,
}
"""Each danger that the bot asks about, and the answer that stands for it."""

ASKED_HOW_THEY_ARE = (
    Concern.MEDICAL, Concern.SELF_HARM, Concern.VIOLENCE, Concern.CHILD_HURT, Concern.SEXUAL_ABUSE,
    Concern.EXPLOITATION,
)  # fmt: skip
"""Dangers for which the question is "are you safe right now?"."""

ASKED_AGAIN = "safety.ask.again"
"""Message key where "are you safe right now?" was answered with a bare "ok"."""

PHONE_TAKEN, TOLD_BEFORE = "safety.phone_taken", "safety.ask.told"
"""Message keys once it is ok to text, for a danger that was told with "its me now": a phone that was taken, another."""

UNNAMED = "safety.watched.unnamed"
"""Message key for a screen that may be seen, where somebody else knows the cover word."""

EXPOSED = "safety.exposed"
"""Message key for a threat to tell that names no picture: nobody is told that they sent one."""

YOUNG_MORE = "safety.young_more"
"""Message key for a child under 13 who writes again: it says that telling is right, not what was said before."""

YOUNG_WHO, YOUNG_PICTURES, YOUNG_HIM = "safety.young_who", "safety.young_pictures", "safety.young_him"
"""Message keys for such a child who was told that already, whose pictures are out, and who fears for who did it."""

YOUNG_NOW, YOUNG_TONIGHT = "safety.young_now", "safety.young_tonight"
"""Message keys for such a child to whom somebody comes right now, and who is there tonight, or comes again."""

YOUNG_KEYS = (YOUNG_MORE, YOUNG_WHO, YOUNG_PICTURES, YOUNG_HIM, YOUNG_NOW, YOUNG_TONIGHT)

HAZARDS = {
    **{danger: danger for danger in DANGERS},
    _A.COME: _A.COME,
    _A.FINE_NOW: _A.MEDICAL,
    _A.ASK_MEDICAL: _A.MEDICAL,
    _A.ASK_SELF_HARM: _A.SELF_HARM,
    _A.ASK_VIOLENCE: _A.HURT_NOW,
    _A.ASK_CHILD: _A.CHILD_HURT,
    _A.ABUSE_TOLD: _A.ABUSE_TOLD,
    _A.EXPLOITED: _A.HURT_NOW,
    _A.SEXTORTION: _A.HURT_NOW,
    _A.NO_PLACE: _A.NO_PLACE,
    _A.FRIEND_DANGER: _A.FRIEND_DANGER,
}
"""Each answer that names a danger, and the danger whose numbers stay in the replies after it."""

YOUNG_TELLS = frozenset({_A.UNDER_13, _A.UNCLEAR, _A.GUIDE, _A.NEEDS})
"""Answers of a child under 13 that tell something, or ask for it."""


def young_key(told: str, last_key: str) -> str:
    """Return the key for a child who tells more. `told` is the one for what it is; none is said twice in a row."""
    if told and told != last_key:
        return told
    return YOUNG_WHO if last_key == YOUNG_MORE else YOUNG_MORE


WHAT_TO_DO = {
    _S.SAFETY_SELF_HARM: Guide.CUTTING,
    _S.SAFETY_HURT: Guide.LEAVING,
    _S.SAFETY_FRIEND: Guide.HELPING_A_FRIEND,
    _S.SAFETY_SEXTORTION: Guide.SEXTORTION,
}
"""The guide that an answer to danger offers, after the numbers, a person and going on."""

_IN_DANGER = (*DANGERS.values(), _S.SAFETY_COME, _S.SAFETY_STAY, _S.SAFETY_FRIEND, _S.SAFETY_SEXTORTION)


def _danger(state: State, must_say: str, fills: str = "") -> StateSpec:
    """Build a state that answers a danger. `reads` says when somebody reads, before a person is offered."""
    guides = (WHAT_TO_DO[state],) if state in WHAT_TO_DO else ()
    return place(
        state, _A.PERSON, _A.GO_ON, *guides, must_say=must_say, fills=fills, segments=3, pinned=True, bland=True
    )


PLACES = (
    _danger(_S.SAFETY_SELF_HARM, "help emergency reads", "crisis"),
    _danger(_S.SAFETY_HURT, "emergency help reads cant_talk"),
    _danger(_S.SAFETY_MEDICAL, "emergency poison reads"),
    _danger(_S.SAFETY_CHILD, "emergency child reads", "child_text"),
    _danger(_S.SAFETY_COME, "emergency reads cant_talk"),
    _danger(_S.SAFETY_STAY, "emergency help reads"),
    _danger(_S.SAFETY_FRIEND, "emergency help reads"),
    _danger(_S.SAFETY_SEXTORTION, "emergency help reads"),
    place(
        _S.SAFETY_ASK, _A.YES, _A.NOT_SAFE, _A.PERSON, must_say="emergency help", segments=3, pinned=True, bland=True
    ),
    place(
        _S.SAFETY_NO_PLACE,
        _A.YES,
        _A.PERSON,
        must_say="runaway runaway_text reads",
        segments=3,
        pinned=True,
        bland=True,
        listens_for=_A.AREA,  # "i can look for a place too" is answered with a city
    ),
    place(
        _S.SAFETY_PLAN,
        _A.GO_ON,
        _A.PERSON,
        must_say="emergency",
        fills="hotline dv reads",
        segments=3,
        pinned=True,
        bland=True,
    ),
    place(_S.SAFETY_YOUNG, _A.PERSON, must_say="emergency child", fills="child_text", pinned=True, bland=True),
    place(_S.SAFETY_YOUNG_REST, must_say="emergency child", fills="child_text", pinned=True, bland=True, resting=True),
    place(_S.SAFETY_COVER, pinned=True, bland=True, resting=True),
)


def _medical() -> list[Transition]:
    """Build the transitions of a medical emergency, which stay with it: first aid and its own numbers, turn by turn.

    "Ok" agrees to call for help: it is no wish to share anything.
    """
    at, stay, aid = _S.SAFETY_MEDICAL, _S.SAFETY_STAY, "safety.first_aid"
    unclear = (Event.NOT_UNDERSTOOD,)
    return [
        Transition(at, _A.MEDICAL, at, (Event.DANGER_TOLD,), message=aid),
        Transition(stay, _A.MEDICAL, at, (Event.DANGER_TOLD,), message=aid),
        *(Transition(at, hears, stay, message=aid) for hears in (_A.YES, _A.GREETING, _A.REPEAT, _A.PHOTO, _A.THANKS)),
        Transition(at, _A.UNCLEAR, stay, unclear, message=aid),
        Transition(stay, _A.UNCLEAR, at, unclear, Guard.IS_MEDICAL, message=_S.SAFETY_STAY.value),
        Transition(stay, _A.UNCLEAR, _S.UNCLEAR_PERSON, unclear),
    ]


def read_at(at: State) -> tuple[Event, ...]:
    """Return the event of the limits that stand on the screen of who tells a danger there: they come once."""
    return (Event.LIMITS_TOLD,) if at in LIMITS else ()


def asking_at(at: State) -> tuple[Transition, ...]:
    """Build the transitions of danger that is not sure: the bot asks one question, with the numbers in it."""
    asked = (Event.DANGER_ASKED, *read_at(at))
    return (
        *(
            Transition(at, ASKS[concern], _S.SAFETY_ASK, asked, message=f"safety.ask.{concern}")
            for concern in ASKED_HOW_THEY_ARE
        ),
        Transition(at, _A.SEXTORTION, _S.SAFETY_SEXTORTION, asked),
        Transition(at, _A.FRIEND_DANGER, _S.SAFETY_FRIEND, asked),
        Transition(at, _A.NO_PLACE, _S.SAFETY_NO_PLACE, (*asked, Event.NEEDS_NAMED)),
        # whoever holds the phone now does not learn the cover word
        Transition(at, _A.WATCHED, _S.WELCOME_BACK, (Event.WENT_BLAND, Event.GREETED), Guard.IS_WARY),
        Transition(at, _A.WATCHED, _S.WELCOME_BACK, (Event.WENT_BLAND, Event.GREETED), message="safety.watched"),
    )


def _short_way(at: State, hears: Answer, told: tuple[Event, ...]) -> Transition:
    """Build the transition where only the city is missing to an offer: the limits are one line beside that question."""
    events = (*told, Event.LIMITS_TOLD)
    return Transition(at, hears, _S.NEEDS_AREA, events, Guard.GOES_THE_SHORT_WAY, message="needs.area_first")


def _answers_to_asks() -> tuple[Transition, ...]:
    """Build the transitions after the question "are you safe right now?". "No" means danger there.

    A bare "ok" is no "yes": the question is asked once more, and its numbers stay.
    """
    at, told = _S.SAFETY_ASK, (Event.DANGER_TOLD,)
    here = _S.SAFETY_NO_PLACE
    named = (Event.NEEDS_NAMED,)
    heard = "welcome.heard_then"
    return (
        *(  # before "is now ok?": what was told goes on, and does not start over
            Transition(at, hears, _S.WELCOME_HEARD, (Event.SAFE_SAID,), Guard.IS_NOT_SAFE, message=heard)
            for hears in (_A.YES, _A.GO_ON)
        ),
        *(Transition(at, hears, _S.RETURN, (Event.SAFE_SAID,)) for hears in (_A.YES, _A.GO_ON)),
        *(Transition(at, hears, _S.SAFETY_STAY, told) for hears in (_A.NO, _A.NOT_SAFE)),
        Transition(at, _A.UNCLEAR, _S.SAFETY_STAY, (Event.NOT_UNDERSTOOD,)),
        Transition(at, _A.REPEAT, _S.SAFETY_STAY, (Event.NOT_UNDERSTOOD,), Guard.WAS_UNCLEAR),
        Transition(at, _A.REPEAT, at, (Event.NOT_UNDERSTOOD,), message=ASKED_AGAIN),
        *(
            move
            for hears in (_A.YES, _A.GO_ON)
            for move in (
                Transition(here, hears, _S.WELCOME_HEARD, named, Guard.IS_NOT_SAFE, message="welcome.heard_then"),
                _short_way(here, hears, named),
                Transition(here, hears, _S.WELCOME_LIMITS, named, Guard.LIMITS_UNTOLD),
                *to_options(here, hears, named),
            )
        ),
        Transition(
            here, _A.AREA, _S.WELCOME_HEARD, (*named, Event.AREA_SAID), Guard.IS_NOT_SAFE, message="welcome.heard_then"
        ),
        _short_way(here, _A.AREA, (*named, Event.AREA_SAID)),
        Transition(here, _A.AREA, _S.WELCOME_LIMITS, (*named, Event.AREA_SAID), Guard.LIMITS_UNTOLD),
        *to_options(here, _A.AREA, (*named, Event.AREA_SAID)),
    )


def _moves() -> tuple[Transition, ...]:
    moves: list[Transition] = []
    for at in _IN_DANGER:
        if at is not _S.SAFETY_MEDICAL:
            moves += to_person(at, _A.YES)
        moves.append(Transition(at, _A.NO, _S.RETURN))
    moves += _medical()
    moves += _answers_to_asks()
    for at in (state for state in _IN_DANGER if state not in (_S.SAFETY_MEDICAL, _S.SAFETY_STAY)):
        moves.append(Transition(at, _A.UNCLEAR, _S.SAFETY_STAY, (Event.NOT_UNDERSTOOD,)))
    # the numbers that were just told, not those of a service that was on offer before
    moves += [Transition(at, _A.HOW_TO_REACH, at) for at in (*_IN_DANGER, _S.SAFETY_ASK, _S.SAFETY_NO_PLACE)]
    moves.append(Transition(_S.SAFETY_PLAN, _A.HOW_TO_REACH, _S.SAFETY_PLAN))
    moves += [Transition(_S.SAFETY_PLAN, hears, _S.RETURN) for hears in (_A.YES, _A.NO)]
    moves.append(Transition(_S.SAFETY_PLAN, _A.UNCLEAR, _S.SAFETY_STAY, (Event.NOT_UNDERSTOOD,)))
    moves += to_person(_S.SAFETY_YOUNG, _A.YES)
    moves.append(Transition(_S.SAFETY_YOUNG, _A.UNCLEAR, _S.SAFETY_YOUNG, (Event.NOT_UNDERSTOOD,)))
    for hears in (_A.YES, _A.GO_ON, _A.GREETING, _A.REPEAT, _A.UNCLEAR, _A.PHOTO):
        moves.append(Transition(_S.SAFETY_YOUNG_REST, hears, _S.SAFETY_YOUNG))
    moves += (m for hears in (_A.NO, _A.SKIP) for m in to_open_door(_S.SAFETY_YOUNG, hears))
    # After the cover word the bot can't know who holds the phone: it asks only "is now ok?" and resumes nothing.
    for hears in (_A.YES, _A.GO_ON, _A.GREETING, _A.REPEAT, _A.UNCLEAR, _A.PHOTO, _A.THANKS, _A.BACK, _A.MENU):
        moves.append(Transition(_S.SAFETY_COVER, hears, _S.WELCOME_BACK))
    for hears in (_A.NOT_NOW, _A.NO, _A.SKIP):
        moves.append(Transition(_S.SAFETY_COVER, hears, _S.SAFETY_COVER, (), Guard.WAS_HUSHED, message="silence"))
        moves.append(Transition(_S.SAFETY_COVER, hears, _S.WELCOME_LATER))
    return tuple(moves)


MOVES = _moves()
TOPIC = Topic(PLACES, MOVES)
