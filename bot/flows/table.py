"""State and transition table, assembled from the topics. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.flows import (
    asides,
    consent,
    followup,
    guides,
    handoff,
    hesitation,
    introduction,
    needs,
    options,
    privacy,
    safety,
    welcome,
)
from bot.flows.global_transitions import heard_at
from bot.flows.handoff import beside_the_talk
from bot.flows.model import StateSpec, Transition
from bot.flows.names import Answer, State

TOPICS = (welcome, safety, needs, options, guides, hesitation, followup, consent, handoff, introduction, privacy)

PLACES: dict[State, StateSpec] = {place.state: place for topic in TOPICS for place in topic.TOPIC.places}

TERMINAL = privacy.TERMINAL

_OWN = (*(move for topic in TOPICS for move in topic.TOPIC.moves), *asides.MOVES)

UNSURE_AT: frozenset[State] = frozenset(
    place.state
    for topic in (welcome, needs, options, guides, hesitation, followup, privacy)
    for place in topic.TOPIC.places
    if not place.idle and place.state not in TERMINAL
) - {move.source for move in _OWN if move.answer in (Answer.MAYBE, Answer.UNCLEAR)}
"""States that ask something and have no answer of their own to "maybe": it is a remark there.

In danger the numbers come again, at a consent the question, and beside staff they read it.
"""


def _table() -> tuple[Transition, ...]:
    own = _OWN
    replaced = {(move.source, move.answer) for move in own}
    shared = (move for place in PLACES.values() if place.state not in TERMINAL for move in heard_at(place))
    beside = (move for place in PLACES.values() if place.state not in TERMINAL for move in beside_the_talk(place))
    rows = (*own, *(move for move in shared if (move.source, move.answer) not in replaced))
    rows = (*rows, *_not_sure(rows))
    heard = {(move.source, move.answer) for move in rows}
    return (*(move for move in beside if (move.source, move.answer) in heard), *rows)


def _not_sure(rows: Iterable[Transition]) -> Iterable[Transition]:
    """Yield the transitions of "maybe" where it is neither answered nor a remark: those of a text not understood."""
    own = UNSURE_AT | {move.source for move in rows if move.answer is Answer.MAYBE}
    return (
        replace(move, answer=Answer.MAYBE) for move in rows if move.answer is Answer.UNCLEAR and move.source not in own
    )


MOVES: tuple[Transition, ...] = _table()
"""All transitions, in the order in which they are tried."""

HANDLED: frozenset[tuple[State, Answer]] = frozenset((move.source, move.answer) for move in MOVES)
