"""Hesitation, answered without argument: one skippable question, an answer to each reason, and an open door.

Source: the referral guides' "Youth hesitation" (location, transport, a bad experience, rumours) and
"If a referral will not be made" (basic needs, information, hotline numbers, whom to turn to later).
"""

from dataclasses import replace

from bot.flows.builders import place, to_open_door, to_options, to_person, to_start
from bot.flows.model import Choice, Topic, Transition
from bot.flows.names import Answer, Event, State, Worry

_A, _S = Answer, State

REASONS: dict[Answer, tuple[State, tuple[Event, ...]]] = {
    _A.WHERE_IT_IS: (_S.HESITATION_PLACE, (Event.PHONE_ONLY,)),
    _A.GETTING_THERE: (_S.HESITATION_TRAVEL, (Event.RIDE_WANTED,)),
    _A.WENT_BADLY: (_S.HESITATION_BADLY, (Event.PROVIDER_REFUSED,)),
    _A.HEARD_THINGS: (_S.HESITATION_RUMOURS, (Event.PROVIDER_REFUSED,)),
    _A.SOMETHING_ELSE: (_S.HESITATION_OTHER, ()),
}
"""Each reason, the state that answers it, and the events that change the next offer."""

WORRIES: dict[Answer, Worry] = {
    _A.NO_POLICE: Worry.NO_POLICE,
    _A.NO_ID: Worry.NO_ID,
    _A.NO_FAITH: Worry.NO_FAITH,
    _A.COMPANY: Worry.COMPANY,
}
"""Requirements a person may set for the next service, in the state that answers their reason."""

_CHOSEN_AT = {
    _A.COMPANY: _S.HESITATION_TRAVEL,
    **dict.fromkeys((_A.NO_POLICE, _A.NO_ID, _A.NO_FAITH), _S.HESITATION_RUMOURS),
}

_AGAIN = tuple(state for state, _ in REASONS.values())

PLACES = (
    place(_S.HESITATION_WHY, *REASONS, segments=3, station=True),
    place(_S.HESITATION_PLACE, _A.YES, _A.CHANGE, station=True),
    place(_S.HESITATION_TRAVEL, _A.YES, _A.COMPANY, _A.PERSON, station=True),
    place(_S.HESITATION_BADLY, _A.YES, station=True),
    place(
        _S.HESITATION_RUMOURS, _A.YES, _A.NO_POLICE, _A.NO_ID, _A.NO_FAITH, _A.PERSON, fills="checked", station=True
    ),
    replace(  # the one on offer is still there
        place(_S.HESITATION_OTHER, _A.YES, _A.PERSON, station=True), unlisted=(Choice(_A.HOW_TO_REACH),)
    ),
    place(_S.HESITATION_UNSAFE, _A.PERSON, _A.ANOTHER, station=True),
    place(
        _S.HESITATION_PARKED, _A.WHAT_HELP, _A.RIGHTS, _A.CHECK_IN,
        must_say="hotline hotline_text emergency", segments=3, resting=True, bland=True,
    ),
    place(_S.HESITATION_HELP, _A.MENU, _A.PERSON, must_say="hotline", segments=3, resting=True),
    place(_S.HESITATION_RIGHTS, _A.MENU, _A.PERSON, must_say="hotline", segments=3, pinned=True, resting=True),
)  # fmt: skip


def _moves() -> tuple[Transition, ...]:
    moves: list[Transition] = []
    for hears, (state, notes) in REASONS.items():
        moves.append(Transition(_S.HESITATION_WHY, hears, state, notes))
    for at in _AGAIN:
        for hears in (_A.YES, _A.GO_ON, _A.ANOTHER):
            moves += to_options(at, hears)
    for hears, at in _CHOSEN_AT.items():
        moves += to_options(at, hears)
    elsewhere = (Event.OTHER_AREA_WANTED,)
    moves.append(Transition(_S.HESITATION_PLACE, _A.CHANGE, _S.NEEDS_AREA, elsewhere, message="needs.other_area"))
    for hears in (_A.ANOTHER, _A.GO_ON):
        moves += to_options(_S.HESITATION_UNSAFE, hears)
    moves += to_person(_S.HESITATION_UNSAFE, _A.YES)
    for hears in (_A.NOT_NOW, _A.NO, _A.SKIP):
        moves += to_open_door(_S.HESITATION_WHY, hears)
    moves += to_start(_S.HESITATION_PARKED, _A.GO_ON)
    for at in (_S.HESITATION_HELP, _S.HESITATION_RIGHTS):
        moves += to_start(at, _A.YES)
    for hears in (_A.NOT_NOW, _A.NO, _A.SKIP):
        moves += (Transition(at, hears, _S.WELCOME_LATER) for at in (_S.HESITATION_PARKED, _S.HESITATION_HELP,
                                                               _S.HESITATION_RIGHTS))  # fmt: skip
    moves += [
        Transition(_S.HESITATION_PARKED, _A.WHAT_HELP, _S.HESITATION_HELP),
        Transition(_S.HESITATION_PARKED, _A.RIGHTS, _S.HESITATION_RIGHTS),
        Transition(_S.HESITATION_PARKED, _A.CHECK_IN, _S.FOLLOWUP_WHEN),
    ]
    return tuple(moves)


MOVES = _moves()
TOPIC = Topic(PLACES, MOVES)
