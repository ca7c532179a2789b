"""Where a message comes from and where it leads, by the table of moves; and which entries exist. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bot.content.editions import EntryName
from bot.content.language_file import LanguageFile
from bot.content.overlay import SECTIONS
from bot.flows.guides import PAGE_KEYS
from bot.flows.machine import MOVES, PLACES
from bot.flows.model import Choice, Guard, StateSpec, Transition
from bot.flows.names import Answer, State
from bot.flows.welcome import SILENT

EVERYWHERE = 20
"""An answer that leads to one state from this many states counts as heard everywhere, and is listed once."""

_ANYWHERE = frozenset({Answer.NOT_NOW, Answer.NO, Answer.SKIP, Answer.PERSON, Answer.MENU})
_UNUSUAL = frozenset({
    Guard.IS_YOUNG, Guard.IS_TALKING, Guard.IS_HELD, Guard.WAS_SPOKEN_TO, Guard.IS_NOT_SAFE, Guard.LIMITS_UNTOLD,
    Guard.IS_COVERED,
})  # fmt: skip
"""Guards that the diagram leaves out, since they apply in nearly every state."""


class Step(NamedTuple):
    """One transition, or several alike. `number` is that of the choice, 0 for an answer that is not offered."""

    answers: tuple[str, ...]
    places: tuple[str, ...]
    number: int = 0


def keys(sheets: Iterable[LanguageFile]) -> dict[str, tuple[str, ...]]:
    """Return the keys of all entries by section, in the order of the sheets."""
    found: dict[str, dict[str, None]] = {section: {} for section in SECTIONS}
    for sheet in sheets:
        whole = sheet.model_dump(include=set(SECTIONS))
        for section in SECTIONS:
            found[section].update(dict.fromkeys(whole[section]))
    return {section: tuple(each) for section, each in found.items()}


def spoken() -> tuple[StateSpec, ...]:
    """Return the states that have a message, in the order of the flows."""
    return tuple(place for state, place in PLACES.items() if state not in SILENT)


def topic(key: str) -> str:
    """Return the topic of a state or a remark. The pages of the guides are with the state that shows them."""
    return topic(State.GUIDES_PAGE.value) if key in PAGE_KEYS else key.partition(".")[0]


def sheet_part(name: EntryName) -> str:
    """Return the part of a language that an entry belongs to: its topic for a message, else its section."""
    has_topic = name.section == "messages" or name.key in PAGE_KEYS
    return f"messages.{topic(name.key)}" if has_topic else name.section


def comes_from(key: str) -> tuple[Step, ...]:
    """Return the states that lead to this message, by the answer."""
    found: dict[str, dict[str, None]] = {}
    for move in MOVES:
        if (move.message or move.target.value) == key:
            found.setdefault(move.answer.value, {})[move.source.value] = None
    alike: dict[tuple[str, ...], list[str]] = {}
    for answer, places in found.items():
        alike.setdefault(tuple(places) if len(places) < EVERYWHERE else (), []).append(answer)
    return tuple(Step(tuple(answers), places) for places, answers in alike.items())


def leads_to(key: str) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """Return where the choices of this message lead, and where all other answers do."""
    place = next((place for place in PLACES.values() if place.state.value == key), None)
    if place is None:
        return (), ()
    moves: dict[Answer, list[Transition]] = {}
    for move in MOVES:
        if move.source is place.state:
            moves.setdefault(move.answer, []).append(move)
    numbers = {offer.answer: number for number, offer in reversed(list(enumerate(place.choices, 1)))}
    offered = tuple(
        _step(answer, moves.get(answer, []), number) for answer, number in sorted(numbers.items(), key=lambda n: n[1])
    )
    return offered, tuple(_step(answer, each, 0) for answer, each in moves.items() if answer not in numbers)


def _step(answer: Answer, moves: list[Transition], number: int) -> Step:
    places = tuple(dict.fromkeys(move.target.value for move in moves))
    return Step((answer.value,), places, number)


def arrows() -> Mapping[tuple[str, str], int]:
    """Count the moves from one topic to another, by a choice that is offered there."""
    found: dict[tuple[str, str], int] = {}
    for move in MOVES:
        offered = {offer.answer for offer in PLACES[move.source].choices} - _ANYWHERE
        pair = (topic(move.source.value), topic(move.target.value))
        ours = move.answer in offered and move.guard not in _UNUSUAL and move.target is not State.RETURN
        if ours and pair[0] != pair[1]:
            found[pair] = found.get(pair, 0) + 1
    return found


def uses(section: str, key: str) -> tuple[tuple[str, int], ...]:
    """Return the states that offer a label or a need, each with the number of the choice."""
    return tuple(
        (place.state.value, number)
        for place in spoken()
        for number, offer in enumerate(place.choices, 1)
        if key == _named(section, offer)
    )


def _named(section: str, offer: Choice) -> str:
    if section == "needs":
        return offer.need.value if offer.need else ""
    if section == "pieces":
        return f"item.{offer.item.value}" if offer.item else ""
    return "" if offer.need or offer.item else offer.answer.value
