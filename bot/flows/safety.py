"""Danger, a person under 13, and the cover word: handled in every state, in the same reply (promise 4).

The reply carries numbers to call or text and offers a caseworker. The conversation then returns to its previous state.
The bot keeps no score and asks nothing about what happened.
"""

from bot.flows.builders import place, to_open_door, to_person
from bot.flows.model import Guard, StateSpec, Topic, Transition
from bot.flows.names import Answer, Event, State

_A, _S = Answer, State

DANGERS = {
    _A.SELF_HARM: _S.SAFETY_SELF_HARM,
    _A.HURT_NOW: _S.SAFETY_HURT,
    _A.MEDICAL: _S.SAFETY_MEDICAL,
    _A.CHILD_HURT: _S.SAFETY_CHILD,
}
"""Each kind of danger, and the state that answers it."""

_IN_DANGER = (*DANGERS.values(), _S.SAFETY_COME, _S.SAFETY_STAY)


def _danger(state: State, must_say: str, fills: str = "") -> StateSpec:
    """Build a state that answers a danger. `reads` says when somebody reads, before a person is offered."""
    return place(
        state, _A.PERSON, _A.GO_ON, must_say=must_say, fills=fills, segments=3, pinned=True, bland=True
    )  # fmt: skip


PLACES = (
    _danger(_S.SAFETY_SELF_HARM, "help emergency reads", "crisis"),
    _danger(_S.SAFETY_HURT, "emergency hotline reads", "hotline_text"),
    _danger(_S.SAFETY_MEDICAL, "emergency poison reads"),
    _danger(_S.SAFETY_CHILD, "emergency child reads", "child_text"),
    _danger(_S.SAFETY_COME, "emergency reads"),
    _danger(_S.SAFETY_STAY, "emergency help reads"),
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


def _moves() -> tuple[Transition, ...]:
    moves: list[Transition] = []
    for at in _IN_DANGER:
        if at is not _S.SAFETY_MEDICAL:
            moves += to_person(at, _A.YES)
        moves.append(Transition(at, _A.NO, _S.RETURN))
    moves += _medical()
    for at in (state for state in (*DANGERS.values(), _S.SAFETY_COME) if state is not _S.SAFETY_MEDICAL):
        moves.append(Transition(at, _A.UNCLEAR, _S.SAFETY_STAY, (Event.NOT_UNDERSTOOD,)))
    moves += to_person(_S.SAFETY_YOUNG, _A.YES)
    moves.append(Transition(_S.SAFETY_YOUNG, _A.UNCLEAR, _S.SAFETY_YOUNG, (Event.NOT_UNDERSTOOD,)))
    for hears in (_A.YES, _A.GO_ON, _A.GREETING, _A.REPEAT, _A.UNCLEAR, _A.PHOTO):
        moves.append(Transition(_S.SAFETY_YOUNG_REST, hears, _S.SAFETY_YOUNG))
    moves += (m for hears in (_A.NO, _A.SKIP) for m in to_open_door(_S.SAFETY_YOUNG, hears))
    # After the cover word the bot can't know who holds the phone: it asks only "is now ok?" and resumes nothing.
    for hears in (_A.YES, _A.GO_ON, _A.GREETING, _A.REPEAT, _A.UNCLEAR, _A.PHOTO, _A.THANKS, _A.BACK, _A.MENU):
        moves.append(Transition(_S.SAFETY_COVER, hears, _S.WELCOME_BACK))
    for hears in (_A.NOT_NOW, _A.NO, _A.SKIP):
        moves.append(Transition(_S.SAFETY_COVER, hears, _S.WELCOME_LATER))
    return tuple(moves)


MOVES = _moves()
TOPIC = Topic(PLACES, MOVES)
