"""Hand-off to a caseworker: the honest wait, the live conversation with the bot silent, and the return to the bot.

While a caseworker holds the case, every text goes to them. The bot still handles STOP, the cover word, danger,
"not now", what is shared, taking back and forgetting. Staff actions arrive as answers that no text can mean.
"""

from __future__ import annotations

from dataclasses import replace

from bot.flows.builders import place, to_person, to_start
from bot.flows.model import Guard, StateSpec, Topic, Transition
from bot.flows.names import Answer, Event, State
from bot.flows.safety import DANGERS

_A, _S = Answer, State

BY_STAFF = (
    _A.TAKEN, _A.STILL_WAITING, _A.STAFF_QUIET, _A.HANDED_ON, _A.CLOSED, _A.INTRODUCED, _A.CONTACT_JOINED,
    _A.CONTACT_QUIET, _A.CONTACT_LEFT, _A.REMINDER_OFFERED,
)  # fmt: skip
"""Answers caused by staff, an agency's contact or the clock. A text is never read as one of these."""

STILL_HEARD = frozenset(
    {_A.STOP, _A.START, _A.HELP, _A.COVER, _A.HOLDER, _A.HUSH, _A.UNDER_13, _A.NOT_NOW, _A.TAKE_BACK, _A.FORGET,
     _A.WHAT_IS_KEPT, _A.WHAT_IS_SHARED, _A.DROP_CHECK_IN, _A.ENGLISH, _A.SPANISH, _A.PAUSE,
     _A.CHECK_IN_DUE, _A.REMINDER_DUE, *DANGERS, *BY_STAFF}
)  # fmt: skip
"""Answers that the bot handles while a caseworker holds the case. Everything else is relayed."""

PLACES = (
    place(
        _S.HANDOFF_WAITING, _A.MENU, _A.TAKE_BACK, must_say="wait help emergency", segments=3, pinned=True, bland=True
    ),
    place(_S.HANDOFF_LONGER, _A.MENU, _A.TAKE_BACK, must_say="help emergency", segments=3, pinned=True, bland=True),
    place(_S.HANDOFF_HELD, _A.YES, fills="program", pinned=True, bland=True),
    place(_S.HANDOFF_LIVE, fills="staff program", pinned=True, bland=True),
    place(_S.HANDOFF_ENDED, _A.MENU, _A.PERSON, _A.CHECK_IN, fills="program", pinned=True, bland=True),
)

SILENCE = "silence"
"""Message key for sending no text. The turn is stored all the same."""

RELAYED = (Event.TEXT_RELAYED,)

STILL_ASKED = "handoff.still_asked"
"""Tells who backs out of waiting what staff still see, and how to undo it."""

STILL_WAITING = "handoff.still_waiting"

THANKED = "handoff.thanked"
"""Answers thanks from who is awaiting a person: their text will come, and nobody has to stay for it."""

SOMEBODY_ELSE = (Event.WENT_BLAND, Event.HOLDER_HEARD)
"""Events when somebody else seems to hold the phone. Nothing of before is named or taken up again."""


def talk(at: State, own: frozenset[Answer] = frozenset()) -> tuple[Transition, ...]:
    """Build the transitions of a state inside the live conversation; `own` are the answers with rows of their own.

    Danger, a pause, and the caseworker's leaving move the person from any such state to the live state or the wait.
    """
    live = _S.HANDOFF_LIVE
    relayed = (hears for hears in Answer if hears not in STILL_HEARD and hears not in own)
    return (
        *(Transition(at, hears, at, RELAYED, message=SILENCE) for hears in relayed),
        *(
            Transition(at, danger, live, (Event.DANGER_TOLD, *RELAYED), message=to.value)
            for danger, to in DANGERS.items()
        ),
        Transition(at, _A.PAUSE, live, (Event.WENT_BLAND,)),
        Transition(at, _A.HOLDER, _S.SAFETY_COVER, (*SOMEBODY_ELSE, *RELAYED), message="safety.holder"),
        Transition(at, _A.HUSH, _S.SAFETY_COVER, (Event.PERSON_PAUSED, Event.WENT_BLAND, *RELAYED), message=SILENCE),
        Transition(at, _A.STILL_WAITING, at, message=SILENCE),
        Transition(at, _A.UNDER_13, live, (Event.UNDER_13_SAID, *RELAYED), message=_S.SAFETY_YOUNG.value),
        Transition(at, _A.CHECK_IN_DUE, at, (Event.CHECK_IN_PASSED,), message=SILENCE),
        Transition(at, _A.DROP_CHECK_IN, live, (Event.CHECK_IN_DROPPED,), message=_S.FOLLOWUP_DROPPED.value),
        Transition(at, _A.REMINDER_DUE, live, (Event.REMINDED, Event.WENT_BLAND), message="followup.reminder"),
        Transition(at, _A.STAFF_QUIET, _S.HANDOFF_LONGER, (Event.CASE_WAITS_ON,), message="handoff.quiet"),
        Transition(at, _A.HANDED_ON, at, (Event.CASE_HANDED_ON,), message="handoff.handed_on"),
    )


TALKING = frozenset({_S.HANDOFF_LIVE, _S.CONSENT_AGENCY, _S.CONSENT_AGENCY_ITEM, _S.FOLLOWUP_REMIND})
"""States of the live conversation, with rows of their own."""

_NOT_BESIDE = TALKING | {_S.HANDOFF_HELD, _S.WELCOME_START, _S.WELCOME_PAUSED, _S.SAFETY_COVER, _S.WELCOME_LATER}


def beside_the_talk(place: StateSpec) -> tuple[Transition, ...]:
    """Build the transitions for a state that the person visits during a live conversation (help, forget, kept data).

    Only the answers that the state offers are its own. Everything else goes to the caseworker and the conversation goes
    on. If the caseworker has written since the question, the answer may be meant for them: it is relayed, and the state
    asks again.
    """
    at, live, talking = place.state, _S.HANDOFF_LIVE, Guard.IS_TALKING
    if at in _NOT_BESIDE:
        return ()
    own = {offer.answer for offer in place.choices} | ({_A.TAKE_ITEM, _A.LEAVE_AGENCY} if place.lists_shared else set())
    own |= {_A.TAKE_FACT} if place.lists_facts else set()
    own |= {_A.OTHER_LANGUAGE} if place.lists_languages else set()
    if at is _S.PRIVACY_FORGET:
        own.add(_A.YES)
    again = (hears for hears in own if hears not in (_A.NOT_NOW, _A.GO_ON, _A.TAKE_BACK))  # those three act at once
    return (
        *(Transition(at, hears, at, RELAYED, Guard.WAS_SPOKEN_TO) for hears in again),
        *(
            Transition(at, hears, live, RELAYED, talking, message=SILENCE)
            for hears in Answer
            if hears not in STILL_HEARD and hears not in own
        ),
        *(
            Transition(at, danger, live, (Event.DANGER_TOLD, *RELAYED), talking, message=to.value)
            for danger, to in DANGERS.items()
        ),
    )


def by_staff_at(at: State) -> tuple[Transition, ...]:
    """Build the transitions for staff actions in any state.

    When the screen may be seen by others, the bot asks only "is now ok?" or sends nothing.
    """
    return (
        Transition(at, _A.TAKEN, at, (Event.CASE_TAKEN,), Guard.IS_COVERED, message=SILENCE),
        Transition(at, _A.TAKEN, _S.HANDOFF_HELD, (Event.CASE_TAKEN,), Guard.IS_NOT_SAFE),
        Transition(at, _A.TAKEN, _S.HANDOFF_LIVE, (Event.CASE_TAKEN,)),
        Transition(at, _A.STILL_WAITING, at, (), Guard.IS_COVERED, message=SILENCE),
        Transition(at, _A.STILL_WAITING, _S.HANDOFF_LONGER),
        Transition(at, _A.STAFF_QUIET, at, (Event.CASE_WAITS_ON,), message=SILENCE),
        Transition(at, _A.HANDED_ON, at, (Event.CASE_HANDED_ON,), message=SILENCE),
        Transition(at, _A.CLOSED, at, (Event.CASE_CLOSED,), Guard.IS_COVERED, message=SILENCE),
        Transition(at, _A.CLOSED, _S.HANDOFF_ENDED, (Event.CASE_CLOSED,)),
        Transition(at, _A.INTRODUCED, at, message=SILENCE),
        Transition(at, _A.REMINDER_OFFERED, at, message=SILENCE),
        Transition(at, _A.CONTACT_JOINED, at, (Event.CONTACT_CAME,), message=SILENCE),
        Transition(at, _A.CONTACT_QUIET, at, (Event.CONTACT_SILENT,), message=SILENCE),
        Transition(at, _A.CONTACT_LEFT, at, (Event.CONTACT_WENT,), message=SILENCE),
    )


NAME_GONE, RENAMED = "consent.name_gone", "consent.renamed"
"""Says that a name is taken off, and asks for another; and by what name staff know the person from now on."""


def renaming(at: State) -> list[Transition]:
    """Build the transitions that take a name off which staff see, or put another in its place."""
    waits, named = _S.HANDOFF_WAITING, (Event.NAME_SHARED,)
    return [
        Transition(at, _A.TAKE_ITEM, _S.CONSENT_NAME, (Event.ITEM_TAKEN_BACK,), message=NAME_GONE),
        Transition(at, _A.NAME, waits, named, Guard.NAME_IS_SEEN, message=RENAMED, needs_consent=True),
    ]


def _waiting(at: State) -> list[Transition]:
    moves = list(to_start(at, _A.GO_ON))
    moves += [Transition(at, hears, _S.WELCOME_ANYTIME, message=STILL_ASKED) for hears in (_A.NO, _A.NOT_NOW, _A.SKIP)]
    moves.append(Transition(at, _A.THANKS, _S.WELCOME_ANYTIME, (), Guard.HAS_CASE, message=THANKED))
    moves.append(Transition(at, _A.THANKS, _S.WELCOME_ANYTIME, message=STILL_ASKED))
    moves.append(Transition(at, _A.GREETING, at, message=STILL_WAITING))
    # "yes please" and "person" again are no goodbye
    moves.append(Transition(at, _A.YES, at, message=STILL_WAITING))
    moves += [
        replace(move, message=STILL_WAITING) if move.guard is Guard.HAS_CASE else move
        for move in to_person(at, _A.PERSON)
    ]
    moves.append(Transition(at, _A.COME, at, message="handoff.nobody_comes"))
    moves += renaming(at)
    # in danger no name was asked: one that comes now is not shown before they know who sees it
    moves.append(Transition(at, _A.NAME, _S.CONSENT_NAME, (), Guard.HAS_CASE, message="consent.name_again"))
    moves.append(Transition(at, _A.NAME, at, (Event.NOT_UNDERSTOOD,), message="unclear.rephrase"))
    return moves


def _live() -> tuple[Transition, ...]:
    at = _S.HANDOFF_LIVE
    paused = (Event.PERSON_PAUSED, *RELAYED)
    return (
        *talk(at),
        Transition(
            at, _A.NOT_NOW, at, (Event.INTRODUCTION_ENDED, *paused), Guard.HAS_AGENCY, message="handoff.contact_out"
        ),
        Transition(at, _A.NOT_NOW, at, paused, message="handoff.no_rush"),
    )


MOVES = (
    *_waiting(_S.HANDOFF_WAITING),
    *_waiting(_S.HANDOFF_LONGER),
    *_live(),
    Transition(_S.HANDOFF_HELD, _A.YES, _S.HANDOFF_LIVE, (Event.SAFE_TO_TALK,)),
    Transition(_S.HANDOFF_HELD, _A.GO_ON, _S.HANDOFF_LIVE, (Event.SAFE_TO_TALK,)),
    *to_start(_S.HANDOFF_ENDED, _A.YES),
    *to_start(_S.HANDOFF_ENDED, _A.GO_ON),
    Transition(_S.HANDOFF_ENDED, _A.CHECK_IN, _S.WELCOME_BACK, (), Guard.IS_NOT_SAFE),
    Transition(_S.HANDOFF_ENDED, _A.CHECK_IN, _S.FOLLOWUP_WHEN),
)
TOPIC = Topic(PLACES, MOVES)
