"""Warm hand-off: a second consent, to one named agency, item by item; then three people in one thread.

Nothing reaches the agency before the last item is answered. "Not now" ends the hand-off at any moment and costs
nothing. Any other text goes to the caseworker, who is still there: a question about the agency is a question to them.
Source: one informed, time-limited release per recipient (VAWA confidentiality, 34 USC 12291(b)(2)).
"""

from __future__ import annotations

from bot.flows.builders import place
from bot.flows.handoff import RELAYED, SILENCE, talk
from bot.flows.model import Guard, Topic, Transition
from bot.flows.names import Answer, Event, State

_A, _S = Answer, State
_LIVE, _ASK, _ITEM = _S.HANDOFF_LIVE, _S.CONSENT_AGENCY, _S.CONSENT_AGENCY_ITEM

PLACES = (
    place(_ASK, _A.SHARE, must_say="contact agency agency_days", fills="staff", segments=3, pinned=True, bland=True),
    place(_ITEM, _A.SHARE, _A.KEEP, must_say="item contact", pinned=True, bland=True),
)

_AGREED = (Event.INTRODUCTION_AGREED,)
_PUT_OFF = (Event.INTRODUCTION_PUT_OFF,)
_REFUSALS = (_A.NOT_NOW, _A.NO, _A.KEEP, _A.SKIP)


def _asked() -> list[Transition]:
    """Build the transitions that ask whether the contact may join, then which items they may know."""
    moves = list(talk(_ASK, frozenset({_A.SHARE, _A.YES, *_REFUSALS})))
    moves += _meant_for_somebody_else(_ASK)
    for hears in (_A.SHARE, _A.YES):
        moves += [
            Transition(_ASK, hears, _ITEM, (), Guard.HAS_ITEMS),
            Transition(_ASK, hears, _LIVE, _AGREED, message="handoff.invited", needs_consent=True),
        ]
    moves += [Transition(_ASK, hears, _LIVE, _PUT_OFF, message="handoff.put_off") for hears in _REFUSALS]
    return moves


def _meant_for_somebody_else(at: State) -> list[Transition]:
    """Build the transitions for an answer given after the caseworker wrote: relay it and ask again.

    Such an answer is never a consent, because it may be meant for the caseworker.
    """
    answers = (_A.YES, _A.NO, _A.SHARE, _A.KEEP)
    return [Transition(at, hears, at, RELAYED, Guard.WAS_SPOKEN_TO) for hears in answers]


def _item_by_item() -> list[Transition]:
    moves = list(talk(_ITEM, frozenset({_A.SHARE, _A.YES, *_REFUSALS})))
    moves += _meant_for_somebody_else(_ITEM)
    for answers, note in (((_A.SHARE, _A.YES), Event.ITEM_CHOSEN), ((_A.KEEP, _A.NO), Event.ITEM_KEPT)):
        for hears in answers:
            moves += [
                Transition(_ITEM, hears, _ITEM, (note,), Guard.HAS_MORE_ITEMS),
                Transition(_ITEM, hears, _LIVE, (note, *_AGREED), message="handoff.invited", needs_consent=True),
            ]
    moves += [Transition(_ITEM, hears, _LIVE, _PUT_OFF, message="handoff.put_off") for hears in (_A.NOT_NOW, _A.SKIP)]
    return moves


def _contact() -> list[Transition]:
    """Build the transitions that tell the person what the agency's contact did, but never on an unsafe screen."""
    told = (
        (_A.CONTACT_JOINED, Event.CONTACT_CAME, "handoff.joined"),
        (_A.CONTACT_QUIET, Event.CONTACT_SILENT, "handoff.contact_quiet"),
        (_A.CONTACT_LEFT, Event.CONTACT_WENT, "handoff.contact_left"),
    )
    moves = []
    for hears, note, says in told:
        moves += [
            Transition(_LIVE, hears, _LIVE, (note,), Guard.IS_NOT_SAFE, message=SILENCE),
            Transition(_LIVE, hears, _LIVE, (note,), message=says),
        ]
    return moves


MOVES = (
    Transition(_LIVE, _A.INTRODUCED, _LIVE, (), Guard.IS_NOT_SAFE, message=SILENCE),
    Transition(_LIVE, _A.INTRODUCED, _ASK, (Event.INTRODUCTION_OFFERED,)),
    *_asked(),
    *_item_by_item(),
    *_contact(),
)
TOPIC = Topic(PLACES, MOVES)
