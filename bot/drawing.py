"""Draws the conversation's own arrows as Mermaid, from the table; the README holds it, and CI compares.

What every state hears (`flows.everywhere`) is left out: a line says so instead of three thousand arrows.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.flows.machine import PLACES, TOPICS
from bot.flows.names import Answer, State

_QUIET = frozenset(
    {Answer.NO, Answer.SKIP, Answer.GO_ON, Answer.NOT_NOW, Answer.GREETING, Answer.REPEAT, Answer.PHOTO,
     Answer.UNCLEAR, Answer.THANKS, Answer.BACK, Answer.MENU, Answer.CHECK_IN_DUE, Answer.PAUSE}
)  # fmt: skip
"""Answers that would hide the way under ways back."""

_NAMED_IN_EVERY_STATE = (
    "STOP, danger, a person, not now, the cover word, help, back, language, forget: from every state"
)


def mermaid() -> str:
    """The drawing, a group for each topic."""
    return "\n".join(["```mermaid", "flowchart LR", *_groups(), *_arrows(), "```", f"({_NAMED_IN_EVERY_STATE})"])


def _id(state: State) -> str:
    return state.value.replace(".", "_")


def _groups() -> Iterator[str]:
    drawn = {end for line in _pairs() for end in line[:2]}
    topics: dict[str, list[State]] = {}
    for state in PLACES:
        if state in drawn:
            topics.setdefault(state.value.split(".")[0], []).append(state)
    for topic, states in topics.items():
        yield f"  subgraph {topic}"
        yield from (f"    {_id(state)}[{state.value.split('.')[1].replace('_', ' ')}]" for state in states)
        yield "  end"


def _pairs() -> dict[tuple[State, State], list[str]]:
    pairs: dict[tuple[State, State], list[str]] = {}
    for topic in TOPICS:
        for move in topic.TOPIC.moves:
            if move.hears in _QUIET or move.at is move.to or State.RETURN in (move.at, move.to):
                continue
            words = pairs.setdefault((move.at, move.to), [])
            if (word := move.hears.value.replace("_", " ")) not in words:
                words.append(word)
    return pairs


def _arrows() -> Iterator[str]:
    for (at, to), words in _pairs().items():
        yield f"  {_id(at)} -->|{', '.join(words)}| {_id(to)}"
