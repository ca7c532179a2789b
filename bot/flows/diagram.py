"""Mermaid diagram of the conversation, generated from the transition table. A test compares it with docs/design.md.

The diagram shows the choices on screen. One sentence replaces the three thousand transitions that every state shares
(`flows.global_transitions`). States that differ only in their subject share a box.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.flows.model import Guard, StateSpec, Topic
from bot.flows.names import Answer, State
from bot.flows.needs import GROUPS
from bot.flows.table import PLACES, TOPICS

_HEARD_EVERYWHERE = frozenset({Answer.PERSON, Answer.MENU, None})
_SILENT = frozenset({State.WELCOME_START, State.WELCOME_PAUSED})
_USUAL = frozenset(
    {Guard.LIMITS_UNTOLD, Guard.GOES_THE_SHORT_WAY, Guard.IS_NOT_SAFE, Guard.AREA_UNKNOWN, Guard.HAS_OFFER,
     Guard.HAS_NEAREST, Guard.NEXT_NEED_HAS_OFFER, Guard.HAS_THREAD, Guard.HAS_PARKED, Guard.HAS_TO_ASK_HOW,
     Guard.HAS_DAYPART, Guard.CAN_SHARE, Guard.TIMES_ARE_NEXT, Guard.HAS_ITEMS, Guard.WHY_ASKED,
     Guard.MAY_ASK_TO_REMEMBER, Guard.MAY_ASK_UNNAMED}
)  # fmt: skip
"""Guards whose transitions are drawn, besides the last, unguarded one of a choice."""

_REASONS = (
    State.HESITATION_PLACE, State.HESITATION_TRAVEL, State.HESITATION_BADLY, State.HESITATION_RUMOURS,
    State.HESITATION_OTHER,
)  # fmt: skip
_DANGERS = (State.SAFETY_SELF_HARM, State.SAFETY_HURT, State.SAFETY_MEDICAL, State.SAFETY_CHILD)
_TOGETHER = {
    **dict.fromkeys((state for state, _ in GROUPS.values()), "the eight menus"),
    **dict.fromkeys(_REASONS, "an answer to each reason"),
    **dict.fromkeys(_DANGERS, "numbers for each danger"),
}
_NAMED_IN_EVERY_STATE = (
    "From every state: STOP and START, danger, a person, not now, the cover word, HELP, back, menu, language, "
    "who are you, who can see this, what do you keep, take back, forget, a guide."
)


def mermaid() -> str:
    """Return the diagram with one group per topic, and a sentence that says what it leaves out."""
    return "\n".join(["```mermaid", "flowchart TB", *_groups(), *_lines(), "```", "", _NAMED_IN_EVERY_STATE])


def _topic(state: State) -> str:
    return state.value.split(".")[0]


def _name(state: State) -> str:
    return _TOGETHER.get(state) or state.value.split(".")[1].replace("_", " ")


def _box(state: State) -> str:
    return f"{_topic(state)}_{_name(state).replace(' ', '_')}"


def _groups() -> Iterator[str]:
    topics: dict[str, dict[str, str]] = {}
    for state in PLACES:
        if state not in _SILENT:
            topics.setdefault(_topic(state), {})[_box(state)] = _name(state)
    for topic, boxes in topics.items():
        yield f"  subgraph {topic}"
        yield from (f"    {box}[{name}]" for box, name in boxes.items())
        yield "  end"


def _lines() -> Iterator[str]:
    arrows: dict[tuple[str, str], list[str]] = {}
    for topic in TOPICS:
        for place in topic.TOPIC.places:
            for to, answer in _choices(topic.TOPIC, place):
                words = arrows.setdefault((_box(place.state), _box(to)), [])
                words += [word for word in [answer.value.replace("_", " ")] if word not in words]
    for (start, end), words in arrows.items():
        yield f"  {start} -->|{', '.join(words) if len(words) < 4 else 'one of them'}| {end}"


def _choices(topic: Topic, place: StateSpec) -> Iterator[tuple[State, Answer]]:
    """Yield each target of the choices that this state shows."""
    shown = {offer.answer for offer in place.choices} | {place.free_text}
    for answer in (one for one in Answer if one in shown - _HEARD_EVERYWHERE):
        ways = [move for move in topic.moves if move.source is place.state and move.answer is answer]
        for move in (*(move for move in ways if move.guard in _USUAL), *ways[-1:]):
            if move.target is not State.RETURN and _box(move.source) != _box(move.target):
                yield move.target, answer
