"""Transitions that every state has, spelled out row by row, so that tests see them and a new state gets them too.

They cover the carrier words, danger, the request for a caseworker, "not now", the control words, needs, guides, and
texts that were not understood. A state's own rows for an answer replace these.
"""

from __future__ import annotations

from bot.flows import asides
from bot.flows.builders import to_open_door, to_options, to_person, to_start
from bot.flows.followup import asked_for_at
from bot.flows.guides import opening_at
from bot.flows.handoff import SILENCE, SOMEBODY_ELSE, by_staff_at
from bot.flows.model import Guard, StateSpec, Transition
from bot.flows.names import Answer, Event, State
from bot.flows.needs import GROUPS
from bot.flows.safety import DANGERS, asking_at, read_at

_A, _S = Answer, State
_UNCLEAR = (Event.NOT_UNDERSTOOD,)

SAYS_NOTHING_AGAIN = frozenset(
    {_S.WELCOME_START, _S.WELCOME_PAUSED, _S.LANGUAGE_ASK, _S.CARRIER_STOPPED, _S.PRIVACY_FORGOTTEN}
)
"""States that the name of a language leaves: before the first reply, after a pause, once the language is chosen, and
after the end of a conversation."""


def heard_at(place: StateSpec) -> tuple[Transition, ...]:
    """Build the shared transitions for one state."""
    at = place.state
    return (
        *_first(at),
        *_control(at),
        *_language(place),
        # whoever reads the screen next must not read of a danger
        Transition(at, _A.NOT_NOW, _S.WELCOME_LATER, (Event.WENT_BLAND,), Guard.LEAVES_TALK),
        *to_open_door(at, _A.NOT_NOW),
        *to_open_door(at, _A.SKIP),
        *to_open_door(at, _A.NO),
        *_needs(at),
        *opening_at(at),
        *_of_other_menus(at),
        *_foreign(at),
        *asides.at_any(place),
        *(_resting(at) if place.idle else _asking(at)),
        Transition(at, _A.PAUSE, _S.WELCOME_PAUSED, (Event.WENT_BLAND,)),
        Transition(at, _A.CHECK_IN_DUE, _S.FOLLOWUP_CHECKIN, (Event.CHECKED_IN,)),
        Transition(
            at, _A.REMINDER_DUE, _S.FOLLOWUP_CHECKIN, (Event.REMINDED, Event.WENT_BLAND), message="followup.reminder"
        ),
        *by_staff_at(at),
    )


def _first(at: State) -> tuple[Transition, ...]:
    """Build the transitions with the highest priority."""
    return (
        Transition(at, _A.STOP, _S.CARRIER_STOPPED, (Event.OPTED_OUT,)),
        Transition(at, _A.START, _S.WELCOME_HELLO, (Event.OPTED_IN, Event.WENT_BLAND, Event.GREETED)),
        Transition(at, _A.HELP, _S.CARRIER_HELP),
        Transition(at, _A.COVER, _S.SAFETY_COVER, (Event.WENT_BLAND,)),
        *(Transition(at, danger, to, (Event.DANGER_TOLD, *read_at(at))) for danger, to in DANGERS.items()),
        *asking_at(at),
        Transition(at, _A.UNDER_13, _S.SAFETY_YOUNG, (Event.UNDER_13_SAID,)),
        Transition(at, _A.COME, _S.SAFETY_COME, (Event.DANGER_TOLD, *read_at(at))),
        Transition(at, _A.FINE_NOW, _S.SAFETY_MEDICAL, (Event.DANGER_TOLD, *read_at(at)), message="safety.fine_now"),
        Transition(at, _A.PROGRESS, _S.SAFETY_MEDICAL, message="safety.called"),
        Transition(at, _A.HOLDER, _S.SAFETY_COVER, SOMEBODY_ELSE, message="safety.holder"),
        Transition(at, _A.HUSH, _S.SAFETY_COVER, (Event.WENT_BLAND, Event.HUSHED), message=SILENCE),
    )


def _control(at: State) -> tuple[Transition, ...]:
    return (
        *to_person(at, _A.PERSON),
        *to_start(at, _A.MENU),
        Transition(at, _A.BACK, _S.RETURN),
        Transition(at, _A.GO_ON, _S.RETURN),
        Transition(at, _A.LANGUAGE, _S.LANGUAGE_ASK),
        Transition(at, _A.WHO_IS_THIS, _S.SAFETY_COVER, SOMEBODY_ELSE, Guard.WHO_WAS_ASKED, message="safety.holder"),
        *(
            Transition(at, hears, _S.SAFETY_COVER, asked, Guard.IS_OTHERS_QUESTION, message="safety.holder")
            for hears, asked in (
                (_A.WHO_IS_THIS, (Event.WENT_BLAND, Event.WHO_ASKED)),
                (_A.WHO_ARE_YOU, (Event.WENT_BLAND,)),
            )
        ),
        Transition(at, _A.WHO_IS_THIS, _S.PRIVACY_WHO_AM_I, (Event.WHO_ASKED,)),
        Transition(at, _A.WHO_ARE_YOU, _S.PRIVACY_WHO_AM_I),
        Transition(at, _A.WHO_CAN_SEE, _S.PRIVACY_WHO_SEES),
        Transition(at, _A.WHAT_IS_KEPT, _S.PRIVACY_FACTS, (), Guard.HAS_FACTS),
        Transition(at, _A.WHAT_IS_KEPT, _S.PRIVACY_KEPT),
        Transition(at, _A.WHAT_IS_SHARED, _S.PRIVACY_SHARED),
        Transition(at, _A.TAKE_BACK, _S.PRIVACY_TAKEN_BACK, (Event.CONSENT_TAKEN_BACK,)),
        Transition(at, _A.FORGET, _S.PRIVACY_FORGET),
        Transition(at, _A.DROP_CHECK_IN, _S.FOLLOWUP_DROPPED, (Event.CHECK_IN_DROPPED,)),
        *asked_for_at(at),
        Transition(at, _A.THANKS, _S.WELCOME_ANYTIME),
    )


def _language(place: StateSpec) -> tuple[Transition, ...]:
    """Build the transitions for the name of a language: the state stays, and its message is said in that language.

    Where nothing stands to be said again, or not on a screen that somebody may see, it leads back as GO_ON does.
    """
    at, chosen = place.state, (Event.LANGUAGE_SET,)
    moves: list[Transition] = []
    for hears in (_A.ENGLISH, _A.SPANISH):
        if at in SAYS_NOTHING_AGAIN:
            moves.append(Transition(at, hears, _S.RETURN, chosen))
            continue
        if not place.rules.bland:
            moves.append(Transition(at, hears, _S.RETURN, chosen, Guard.IS_NOT_SAFE))
        moves.append(Transition(at, hears, at, chosen))
    return tuple(moves)


def _needs(at: State) -> tuple[Transition, ...]:
    """Build the transitions for a need named in any state. Safety and the limits come first (promises 2 and 7)."""
    named = (Event.NEEDS_NAMED,)
    return (
        Transition(at, _A.NEEDS, _S.SAFETY_YOUNG, (), Guard.IS_YOUNG),
        Transition(at, _A.NEEDS, _S.WELCOME_HEARD, (*named, Event.GREETED), Guard.IS_NEW),
        Transition(at, _A.NEEDS, _S.WELCOME_HEARD, named, Guard.IS_NOT_SAFE, message="welcome.heard_then"),
        Transition(
            at,
            _A.NEEDS,
            _S.NEEDS_AREA,
            (*named, Event.LIMITS_TOLD),
            Guard.GOES_THE_SHORT_WAY,
            message="needs.area_first",
        ),
        Transition(at, _A.NEEDS, _S.WELCOME_LIMITS, named, Guard.LIMITS_UNTOLD),
        Transition(at, _A.NEEDS, _S.NEEDS_CONFIRM, named, Guard.HAS_MANY_NEEDS),
        *to_options(at, _A.NEEDS, named),
    )


OTHER_MENUS = {
    _A.WHAT_HELP: _S.HESITATION_HELP,
    _A.RIGHTS: _S.HESITATION_RIGHTS,
    **{group: state for group, (state, _) in GROUPS.items()},
}
"""Choices of other menus that mean the same in every state, and where each leads."""


def _of_other_menus(at: State) -> tuple[Transition, ...]:
    """Build the transitions for the words of a choice that stood in an earlier menu, or on a card. None consents.

    On a screen that may be seen, and before the limits, they lead where "go on" leads.
    """
    contact = (Event.CONTACT_GIVEN,)
    return (
        *(Transition(at, hears, to, (), Guard.IS_OPEN) for hears, to in OTHER_MENUS.items()),
        *(Transition(at, hears, _S.RETURN) for hears in OTHER_MENUS),
        Transition(at, _A.HOW_TO_REACH, _S.OPTIONS_CONTACT, contact, Guard.IS_OFFERED),
        Transition(at, _A.HOW_TO_REACH, _S.RETURN),
    )


def _foreign(at: State) -> tuple[Transition, ...]:
    """Build the transitions for a text in a language that the bot does not write. They move nothing.

    The first is answered with what there is and the numbers, a later one with the numbers alone.
    """
    return (
        Transition(at, _A.FOREIGN, at, message="foreign.quiet", guard=Guard.SCREEN_IS_SEEN),
        Transition(at, _A.FOREIGN, at, message="foreign.again", guard=Guard.LINE_WAS_TOLD),
        Transition(at, _A.FOREIGN, at, (Event.LINE_TOLD,), message="foreign.line"),
    )


def _asking(at: State) -> tuple[Transition, ...]:
    """Build the transitions for a state with an open question.

    A greeting repeats the question. A text that was not understood gets the choices, then the offer of a caseworker.
    """
    return (
        Transition(at, _A.GREETING, at),
        Transition(at, _A.REPEAT, at),
        Transition(at, _A.YES, _S.UNCLEAR_PERSON, _UNCLEAR, Guard.WAS_UNCLEAR),
        Transition(at, _A.YES, at, _UNCLEAR, message="unclear.rephrase"),
        Transition(at, _A.PHOTO, at, message="unclear.photo"),
        Transition(at, _A.UNCLEAR, _S.UNCLEAR_PERSON, _UNCLEAR, Guard.WAS_UNCLEAR),
        Transition(at, _A.UNCLEAR, at, _UNCLEAR, message="unclear.rephrase"),
    )


def _resting(at: State) -> tuple[Transition, ...]:
    """Build the transitions for a state without an open question: any text restarts the conversation."""
    hellos = (_A.GREETING, _A.REPEAT, _A.YES, _A.PHOTO, _A.UNCLEAR, _A.GO_ON)
    return tuple(
        move
        for hears in hellos
        for move in (
            Transition(at, hears, _S.SAFETY_YOUNG, (), Guard.IS_YOUNG),
            Transition(at, hears, _S.WELCOME_HELLO, (Event.GREETED,), Guard.IS_NEW),
            Transition(at, hears, _S.WELCOME_BACK, (), Guard.IS_NOT_SAFE),
            Transition(at, hears, _S.WELCOME_LIMITS, (), Guard.LIMITS_UNTOLD),
            Transition(at, hears, _S.WELCOME_AGAIN, (), Guard.HAS_THREAD),
            Transition(at, hears, _S.NEEDS_ASK),
        )
    )
