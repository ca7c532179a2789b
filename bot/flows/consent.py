"""Consent to bring in a caseworker: what, to whom, why and until when. A person may agree to some items only.

The alert is queued with the "yes"; the name is asked afterwards, so that the question delays nobody. Who gives a name
is then asked if staff may remember them; who gives none, only once they have talked with a caseworker before. Source:
one informed, time-limited release per recipient; "no" costs nothing (promise 1).
"""

from bot.flows.builders import place
from bot.flows.handoff import NAME_GONE, STILL_ASKED, STILL_WAITING, THANKED, renaming
from bot.flows.model import Guard, Topic, Transition
from bot.flows.names import Answer, Event, ShareItem, State
from bot.flows.session import Session

_A, _S = Answer, State
_TIMES = (_A.MORNING, _A.AFTERNOON, _A.EVENING, _A.ANY_TIME)

PLACES = (
    place(
        _S.CONSENT_TEAM,
        _A.SHARE,
        _A.CHOOSE,
        _A.JUST_TALK,
        must_say="items program days",
        segments=3,
        pinned=True,
        bland=True,
        station=True,
    ),
    place(
        _S.CONSENT_TALK,
        _A.JUST_TALK,
        must_say="program days",
        fills="under",
        segments=3,
        pinned=True,
        bland=True,
        station=True,
    ),
    place(_S.CONSENT_NAME, _A.SKIP, must_say="wait", pinned=True, bland=True, listens_for=_A.NAME),
    place(_S.CONSENT_REMEMBER, _A.SHARE, must_say="months", segments=1, pinned=True, bland=True),
    place(_S.CONSENT_CHOOSE, _A.SHARE, _A.KEEP, must_say="item program days", pinned=True, bland=True, station=True),
    place(_S.CONSENT_TIMES, *_TIMES, _A.KEEP, pinned=True, bland=True, station=True),
)

_NO_NEED_TO_WAIT = "handoff.no_need_to_wait"
"""Says what the question for a name has not said yet: it has told the wait."""

_NOTE_KEPT = "handoff.note_kept"
"""Says the same to who agreed to be remembered, and that a note is kept: the answer to "no" does not say that."""

BACK = {_S.CONSENT_TEAM: "consent.team_back", _S.CONSENT_TALK: "consent.talk_back"}
"""Questions for who is remembered: they say that the note from last time is seen, too."""

UNNAMED = {_S.CONSENT_REMEMBER: "consent.remember_unnamed"}
"""The question for who shares no name: it says that no name is needed."""

SEEN = {_S.CONSENT_NAME: "consent.name_seen", _S.HANDOFF_WAITING: "handoff.waiting_seen"}
"""Replies to a consent by which staff see more than the wish to talk: they say all of it."""

_STANDS = {
    _S.HESITATION_WHY: "hesitation.why_seen",
    _S.HESITATION_PARKED: "hesitation.parked_seen",
    _S.WELCOME_LATER: "welcome.later_seen",
    _S.WELCOME_ANYTIME: STILL_ASKED,
    _S.SAFETY_YOUNG_REST: "safety.young_rest_seen",
}
"""Replies to "not now" while a consent stands: they say that staff still see it, and how to undo that."""

STANDS_KEYS = tuple(key for key in _STANDS.values() if key != STILL_ASKED)
_PARTS = frozenset({_A.NOT_NOW, _A.NO, _A.SKIP, _A.MAYBE, _A.ENGLISH, _A.SPANISH, _A.OTHER_LANGUAGE})


def own_message(before: Session, then: Session, answer: Answer) -> str:
    """Return the key of what a consent adds to the message of the new state, "" for nothing.

    On a screen that somebody else may have seen, nothing is said of it.
    """
    may_be_seen = before.state is _S.SAFETY_COVER or before.wary
    if answer in _PARTS and then.state in _STANDS and then.case and not then.caseworker_name and not may_be_seen:
        return _STANDS[then.state]
    back = BACK if then.remembered else {}
    seen = SEEN if then.shared - {ShareItem.WANTS_TO_TALK} else {}
    unnamed = {} if ShareItem.NAME in then.shared else UNNAMED
    return {**back, **seen, **unnamed}.get(then.state, "")


_SURE = "consent.sure"
"""Asks once more, since "ok" and a thumbs up may only mean that the question was read."""

_GIVEN = (Event.CONSENT_GIVEN,)
_STORY = (Event.CONSENT_GIVEN, Event.STORY_SHARED)


_ASKING = (_S.CONSENT_TEAM, _S.CONSENT_TALK, _S.CONSENT_CHOOSE, _S.CONSENT_TIMES)


def _given(at: State, hears: Answer, events: tuple[Event, ...]) -> tuple[Transition, ...]:
    """Build the transitions of a consent. In danger no name is asked: the wait and the numbers come at once."""
    return (
        Transition(at, hears, _S.HANDOFF_WAITING, events, Guard.IN_DANGER, needs_consent=True),
        Transition(at, hears, _S.CONSENT_NAME, events, needs_consent=True),
    )


def _stands(at: State) -> list[Transition]:
    """Build the transitions that leave a consent question standing, with all that was answered before.

    A question is answered from the limits of confidentiality, and so are two texts that were not understood.
    """
    unclear, named = (Event.NOT_UNDERSTOOD,), (Event.NEEDS_NAMED,)
    moves = [
        Transition(at, _A.WHO_CAN_SEE, at, message="consent.answer"),
        Transition(at, _A.TELL_MORE, at, message="consent.answer"),
        Transition(at, _A.MAYBE, at, message="consent.answer"),
        Transition(at, _A.UNCLEAR, at, unclear, Guard.ANSWER_IS_DUE, message="consent.answer"),
        Transition(at, _A.UNCLEAR, at, unclear, message="unclear.rephrase"),
        Transition(at, _A.NEEDS, _S.SAFETY_YOUNG, (), Guard.IS_YOUNG),
        Transition(at, _A.GO_ON, at, message=_SURE),  # "ok", "next" and "i see" agree to nothing
    ]
    if at is not _S.CONSENT_TIMES:  # a yes may be meant for the remark that came between; there it answers nothing
        moves.append(Transition(at, _A.YES, at, (), Guard.REMARK_WAS_LAST))
    if at in (_S.CONSENT_TEAM, _S.CONSENT_TALK):  # the need is one more item: the question names it before it is shared
        moves.append(Transition(at, _A.NEEDS, _S.CONSENT_TEAM, named, Guard.CAN_SHARE))
    return [*moves, Transition(at, _A.NEEDS, at, named, message="consent.noted")]


def _moves() -> tuple[Transition, ...]:
    moves = [move for at in _ASKING for move in _stands(at)]
    for hears in (_A.SHARE, _A.YES):
        moves += _given(_S.CONSENT_TEAM, hears, _STORY)
    moves += _given(_S.CONSENT_TEAM, _A.JUST_TALK, _GIVEN)
    for hears in (_A.JUST_TALK, _A.YES):
        moves += [
            Transition(_S.CONSENT_TALK, hears, _S.HANDOFF_WAITING, _GIVEN, Guard.IS_YOUNG, needs_consent=True),
            *_given(_S.CONSENT_TALK, hears, _GIVEN),
        ]
    moves += _one_by_one()
    moves.append(
        Transition(
            _S.CONSENT_NAME,
            _A.NAME,
            _S.CONSENT_REMEMBER,
            (Event.NAME_SHARED, Event.REMEMBER_ASKED),
            Guard.MAY_ASK_TO_REMEMBER,
            needs_consent=True,
        )
    )
    moves.append(
        Transition(
            _S.CONSENT_NAME,
            _A.NAME,
            _S.HANDOFF_WAITING,
            (Event.NAME_SHARED,),
            Guard.HAS_CASE,
            message=_NO_NEED_TO_WAIT,
            needs_consent=True,
        )
    )
    moves.append(Transition(_S.CONSENT_NAME, _A.NAME, _S.HANDOFF_WAITING, message=_NO_NEED_TO_WAIT))
    moves.append(
        Transition(
            _S.CONSENT_NAME, _A.SKIP, _S.CONSENT_REMEMBER, (Event.REMEMBER_ASKED,), Guard.MAY_ASK_UNNAMED,
        )
    )  # fmt: skip
    moves.append(
        Transition(_S.CONSENT_NAME, _A.TAKE_ITEM, _S.CONSENT_NAME, (Event.ITEM_TAKEN_BACK,), message=NAME_GONE)
    )
    moves.append(Transition(_S.CONSENT_NAME, _A.COME, _S.HANDOFF_WAITING, message="handoff.nobody_comes"))
    for hears in (_A.NO, _A.NOT_NOW):
        moves.append(Transition(_S.CONSENT_NAME, hears, _S.HANDOFF_WAITING, message=STILL_ASKED))
    moves.append(Transition(_S.CONSENT_NAME, _A.THANKS, _S.HANDOFF_WAITING, (), Guard.HAS_CASE, message=THANKED))
    for hears in (_A.SKIP, _A.GO_ON, _A.YES, _A.UNCLEAR, _A.THANKS, _A.PERSON):
        moves.append(Transition(_S.CONSENT_NAME, hears, _S.HANDOFF_WAITING, message=_NO_NEED_TO_WAIT))
    return (*moves, *_remembering())


_NO_TO_REMEMBERING = (
    _A.KEEP, _A.NO, _A.SKIP, _A.GO_ON, _A.MAYBE, _A.UNCLEAR, _A.THANKS, _A.GREETING, _A.PHOTO,
)  # fmt: skip
"""Answers that go on without remembering. Who asks for a person again is told the wait."""


def _remembering() -> list[Transition]:
    """Build the transitions that answer whether staff may remember. Only a plain yes is one; all else goes on.

    The question stands only where somebody asks about it. Nobody is led back to it.
    """
    at, agreed = _S.CONSENT_REMEMBER, (Event.REMEMBER_AGREED,)
    moves = renaming(at)
    moves.append(Transition(at, _A.NAME, _S.HANDOFF_WAITING, message=_NO_NEED_TO_WAIT))
    for hears in (_A.SHARE, _A.YES):
        moves += [
            Transition(
                at,
                hears,
                _S.HANDOFF_WAITING,
                agreed,
                Guard.HAS_CASE,
                message=_NOTE_KEPT,
                needs_consent=True,
            ),
            Transition(at, hears, _S.HANDOFF_WAITING, message=_NO_NEED_TO_WAIT),
        ]
    for hears in (_A.WHO_CAN_SEE, _A.TELL_MORE):
        moves.append(Transition(at, hears, at, message="consent.answer"))
    moves.append(Transition(at, _A.COME, _S.HANDOFF_WAITING, message="handoff.nobody_comes"))
    moves.append(Transition(at, _A.NOT_NOW, _S.HANDOFF_WAITING, message=STILL_ASKED))
    moves.append(Transition(at, _A.THANKS, _S.HANDOFF_WAITING, (), Guard.HAS_CASE, message=THANKED))
    moves.append(Transition(at, _A.GREETING, _S.HANDOFF_WAITING, (), Guard.HAS_CASE, message=STILL_WAITING))
    for hears in _NO_TO_REMEMBERING:
        moves.append(Transition(at, hears, _S.HANDOFF_WAITING, message=_NO_NEED_TO_WAIT))
    return moves


def _one_by_one() -> list[Transition]:
    """Build the transitions that ask item by item. Nothing is shared before the last item is answered."""
    at = _S.CONSENT_CHOOSE
    moves = [Transition(_S.CONSENT_TEAM, _A.CHOOSE, at, (Event.ITEMS_ASKED,))]
    for answers, note in (((_A.SHARE, _A.YES), Event.ITEM_CHOSEN), ((_A.KEEP, _A.NO), Event.ITEM_KEPT)):
        for hears in answers:
            moves += [
                Transition(at, hears, _S.CONSENT_TIMES, (note,), Guard.TIMES_ARE_NEXT),
                Transition(at, hears, at, (note,), Guard.HAS_MORE_ITEMS),
                *_given(at, hears, (note, Event.CONSENT_GIVEN, Event.CHOSEN_SHARED)),
            ]
    last = (Event.CONSENT_GIVEN, Event.CHOSEN_SHARED)
    for hears in _TIMES:
        moves += _given(_S.CONSENT_TIMES, hears, (Event.ITEM_CHOSEN, *last))
    for hears in (_A.KEEP, _A.NO, _A.SKIP):
        moves += _given(_S.CONSENT_TIMES, hears, (Event.ITEM_KEPT, *last))
    return moves


MOVES = _moves()
TOPIC = Topic(PLACES, MOVES)
