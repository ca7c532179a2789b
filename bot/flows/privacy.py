"""Privacy questions, taking back, forgetting, language, carrier words, and texts that were not understood."""

from bot.flows.builders import place, to_person, to_start
from bot.flows.model import Guard, Topic, Transition
from bot.flows.names import Answer, Event, State

_A, _S = Answer, State

TERMINAL = frozenset({_S.CARRIER_STOPPED, _S.PRIVACY_FORGOTTEN})
"""States after which nothing of the conversation is kept. The next text that may be answered starts anew."""

NOT_ERASED = "privacy.not_erased"
"""Says to who asks whether it is done, or thanks for it, that nothing is erased before they say so."""

PLACES = (
    place(_S.PRIVACY_WHO_AM_I, _A.GO_ON, _A.PERSON, must_say="program", pinned=True, bland=True),
    place(_S.PRIVACY_WHO_SEES, _A.GO_ON, _A.WHAT_IS_KEPT, fills="program cover", pinned=True, bland=True),
    place(
        _S.PRIVACY_KEPT, _A.WHAT_IS_SHARED, _A.FORGET, _A.GO_ON,
        must_say="kept", segments=3, pinned=True, bland=True,
    ),
    place(
        _S.PRIVACY_FACTS, _A.MORE, _A.WHAT_IS_KEPT, _A.GO_ON, segments=3, pinned=True, bland=True, lists_facts=True
    ),
    place(
        _S.PRIVACY_SHARED, _A.TAKE_BACK, _A.GO_ON, must_say="shared", segments=3, pinned=True, bland=True,
        lists_shared=True,
    ),
    place(_S.PRIVACY_TAKEN_BACK, _A.GO_ON, pinned=True, bland=True),
    place(_S.PRIVACY_FORGET, _A.ERASE, pinned=True, bland=True),
    place(_S.PRIVACY_FORGOTTEN, pinned=True, bland=True),
    place(_S.LANGUAGE_ASK, _A.ENGLISH, _A.SPANISH, bland=True, lists_languages=True),
    place(_S.CARRIER_STOPPED, must_say="program", pinned=True, bland=True),
    place(
        _S.CARRIER_HELP, _A.GO_ON, _A.PERSON,
        must_say="program emergency crisis hotline", segments=3, pinned=True, bland=True,
    ),
    place(_S.UNCLEAR_PERSON, _A.MENU, _A.PERSON, bland=True),
    place(_S.UNCLEAR_REST, _A.MENU, _A.PERSON, must_say="help emergency", bland=True),
)  # fmt: skip

_ASIDES = (_S.PRIVACY_WHO_AM_I, _S.PRIVACY_WHO_SEES, _S.PRIVACY_KEPT, _S.PRIVACY_FACTS, _S.PRIVACY_SHARED,
           _S.PRIVACY_TAKEN_BACK, _S.CARRIER_HELP)  # fmt: skip


def _moves() -> tuple[Transition, ...]:
    moves = [Transition(at, _A.YES, _S.RETURN) for at in _ASIDES]
    moves += [
        Transition(
            _S.PRIVACY_SHARED, _A.TAKE_ITEM, _S.PRIVACY_TAKEN_BACK, (Event.CONSENT_TAKEN_BACK,), Guard.ITEM_IS_ALL
        ),
        Transition(_S.PRIVACY_SHARED, _A.TAKE_ITEM, _S.PRIVACY_SHARED, (Event.ITEM_TAKEN_BACK,)),
        Transition(_S.PRIVACY_FACTS, _A.TAKE_FACT, _S.PRIVACY_FACTS, (Event.FACT_FORGOTTEN,)),
        Transition(_S.PRIVACY_FACTS, _A.MORE, _S.PRIVACY_FACTS, (Event.MORE_FACTS_ASKED,)),
        Transition(_S.PRIVACY_FACTS, _A.WHAT_IS_KEPT, _S.PRIVACY_KEPT),
        Transition(_S.LANGUAGE_ASK, _A.OTHER_LANGUAGE, _S.RETURN, (Event.LANGUAGE_SET,)),
        Transition(_S.PRIVACY_SHARED, _A.LEAVE_AGENCY, _S.PRIVACY_SHARED, (Event.INTRODUCTION_ENDED,)),
    ]
    moves += [
        Transition(_S.PRIVACY_FORGET, hears, _S.PRIVACY_FORGOTTEN, (Event.FORGOTTEN,)) for hears in (_A.ERASE, _A.YES)
    ]
    at = _S.PRIVACY_FORGET
    moves += [Transition(at, hears, _S.RETURN) for hears in (_A.NO, _A.NOT_NOW, _A.SKIP, _A.UNCLEAR)]
    moves += [Transition(at, hears, at, message=NOT_ERASED) for hears in (_A.MAYBE, _A.THANKS)]
    for hears in (_A.YES, _A.GO_ON):
        moves += to_start(_S.UNCLEAR_PERSON, hears)
        moves += to_person(_S.UNCLEAR_REST, hears)
    moves.append(Transition(_S.UNCLEAR_PERSON, _A.UNCLEAR, _S.UNCLEAR_REST, (Event.NOT_UNDERSTOOD,)))
    moves.append(Transition(_S.UNCLEAR_REST, _A.UNCLEAR, _S.UNCLEAR_PERSON, (Event.NOT_UNDERSTOOD,)))
    return tuple(moves)


MOVES = _moves()
TOPIC = Topic(PLACES, MOVES)
