"""Forms that a written word may stand for: with a slip undone, letters for digits, or taken apart. No vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

Costs = Mapping[str, float]
"""Words with their costs: the rarer, the dearer."""

NEVER = 1e9
LETTERS = "abcdefghijklmnopqrstuvwxyz"
LONGEST_PART = 15
STANDS_FOR = {
    "@": "a", "!": "il", "$": "s", "|": "il", "+": "t", "%": "", "#": "", "*": "", "\u20ac": "e", "\u00a3": "l",
    "0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g", "6": "g",
}  # fmt: skip
"""Letters that a sign or a digit within a word stands for; none: any letter."""

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def likeliest(token: str, costs: Costs) -> tuple[float, Sequence[str]]:
    """Return the cheapest way to take a token apart, in time linear in its length."""
    total = [0.0] + [NEVER] * len(token)
    start = [0] * (len(token) + 1)
    for end in range(1, len(token) + 1):
        for first in range(max(0, end - LONGEST_PART), end):
            if total[first] < NEVER:
                cost = costs.get(token[first:end])
                if cost is not None and total[first] + cost < total[end]:
                    total[end], start[end] = total[first] + cost, first
    if total[-1] >= NEVER:
        return NEVER, (token,)
    parts: list[str] = []
    end = len(token)
    while end:
        parts.append(token[start[end] : end])
        end = start[end]
    return total[-1], tuple(reversed(parts))


def unstretched(token: str) -> Iterator[str]:
    """Yield a stretched word with each of its double letters kept or made single, the longest first."""
    runs = [found[0] for found in re.finditer(r"(.)\1*", token)]
    choices = [(run[:2], run[:1]) if len(run) > 1 else (run,) for run in runs]
    if sum(len(choice) > 1 for choice in choices) > 5:
        choices = [(run[:1],) for run in runs]
    for way in product(*choices):
        yield "".join(way)


def ways_to_read(token: str) -> Iterator[str]:
    """Yield the words that a token with digits may stand for."""
    choices = [tuple(STANDS_FOR.get(sign, sign)) or (sign,) for sign in token]
    if sum(len(choice) > 1 for choice in choices) > 4:
        choices = [choice[:1] for choice in choices]
    for way in product(*choices):
        yield "".join(way)


def _neighbours() -> dict[str, str]:
    beside: dict[str, str] = {}
    for row, keys in enumerate(_ROWS):
        for at, key in enumerate(keys):
            near = keys[max(0, at - 1) : at] + keys[at + 1 : at + 2]
            for other in _ROWS[max(0, row - 1) : row] + _ROWS[row + 1 : row + 2]:
                near += other[max(0, at - 1) : at + 2]
            beside[key] = near
    return beside


_BESIDE = _neighbours()


def single(token: str) -> Iterator[str]:
    """Yield the token with one double letter made single."""
    for at in range(1, len(token)):
        if token[at] == token[at - 1]:
            yield token[:at] + token[at + 1 :]


def swapped(token: str) -> Iterator[str]:
    for at in range(len(token) - 1):
        yield token[:at] + token[at + 1] + token[at] + token[at + 2 :]


def fewer(token: str) -> Iterator[str]:
    for at in range(len(token)):
        yield token[:at] + token[at + 1 :]


def more(token: str) -> Iterator[str]:
    for at in range(len(token) + 1):
        for letter in LETTERS:
            yield token[:at] + letter + token[at:]


def beside(token: str) -> Iterator[str]:
    for at, letter in enumerate(token):
        for other in _BESIDE.get(letter, ""):
            yield token[:at] + other + token[at + 1 :]
