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


def _table() -> tuple[Transition, ...]:
    own = [*(move for topic in TOPICS for move in topic.TOPIC.moves), *asides.MOVES]
    replaced = {(move.source, move.answer) for move in own}
    shared = (move for place in PLACES.values() if place.state not in TERMINAL for move in heard_at(place))
    beside = (move for place in PLACES.values() if place.state not in TERMINAL for move in beside_the_talk(place))
    rows = (*own, *(move for move in shared if (move.source, move.answer) not in replaced))
    rows = (*rows, *_not_sure(rows))
    heard = {(move.source, move.answer) for move in rows}
    return (*(move for move in beside if (move.source, move.answer) in heard), *rows)


def _not_sure(rows: Iterable[Transition]) -> Iterable[Transition]:
    """Yield the transitions of "maybe" for the states without their own: those of a text that was not understood."""
    own = {move.source for move in rows if move.answer is Answer.MAYBE}
    return (
        replace(move, answer=Answer.MAYBE) for move in rows if move.answer is Answer.UNCLEAR and move.source not in own
    )


MOVES: tuple[Transition, ...] = _table()
"""All transitions, in the order in which they are tried."""

HANDLED: frozenset[tuple[State, Answer]] = frozenset((move.source, move.answer) for move in MOVES)
