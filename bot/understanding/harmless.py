"""What only looks like danger, by kind: words of a game, a film, an idiom, a pet, a denial, beside words of harm.

A look-alike covers the stretch from its first part to its last: what a rule finds there is no danger. What stands
beside is searched again without it, so that a real danger next to a game or a joke is heard. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise, permutations
from typing import NamedTuple

from bot.understanding.phrases import Span
from bot.understanding.rule_parts import Clause, chain, excepted, is_near
from bot.understanding.rule_set import Harmless, Modifiers

MOST_BESIDE = 6
"""Maximum number of words beside what is covered in a text that nobody need be asked about."""

_SHORTEST = 3
"""Number of words from which a clause that nothing covers may tell of something else."""


class _Pattern(NamedTuple):
    name: str
    gap: int
    parts: tuple[int, ...]
    unless: tuple[int, ...]


class Lookalikes:
    """Compiled look-alikes of one language. `part` numbers a part.

    real: words that say that it is no game or joke: none is covered in their clause. turns: words for a new subject,
    which no look-alike reaches across. persons: words for somebody else. Where they or a turn stand beside what is
    covered, the local model is asked.
    """

    def __init__(self, entries: Iterable[Harmless], part: Callable[[str], int], kinds: Modifiers) -> None:
        self._real, self._turns, self._persons = (
            [*map(part, texts)] for texts in (kinds.real, kinds.turns, kinds.persons)
        )
        self._anywhere: list[_Pattern] = []
        self._by_first: dict[int, list[_Pattern]] = {}  # by the first part: most are absent from a text
        for one in entries:
            for order in permutations(one.parts) if one.any_order and not one.anywhere else [one.parts]:
                parts = tuple(map(part, order))
                pattern = _Pattern(one.name, one.gap, parts, tuple(map(part, one.unless)))
                (self._anywhere if one.anywhere else self._by_first.setdefault(parts[0], [])).append(pattern)

    def cover(self, found: Sequence[Clause]) -> set[str]:
        """Note in each clause what is covered. Return the names of the look-alikes found."""
        names = set()
        usual = [not any(part in clause.at for part in self._real) for clause in found]
        for pattern in self._anywhere if all(usual) else ():
            spread = self._spread(pattern, found)
            for clause, span in spread:
                clause.covered.append(span)
            if spread:
                names.add(pattern.name)
        for clause, is_usual in zip(found, usual, strict=True):
            for part in self._by_first.keys() & clause.at.keys() if is_usual else ():
                for pattern in self._by_first[part]:
                    if is_near(pattern.parts, pattern.gap, clause):
                        spans = chain(pattern.parts, pattern.gap, clause, longest=True)
                        if not excepted(pattern.unless, clause, spans) and not self._turns_within(clause, spans):
                            clause.covered.append(Span(spans[0].start, spans[-1].end))
                            names.add(pattern.name)
        return names

    def _turns_within(self, clause: Clause, spans: Sequence[Span]) -> bool:
        """Return whether another subject comes between two parts: "we played tag, but he choked me"."""
        between = [Span(one.end, two.start) for one, two in pairwise(spans)]
        return any(self.turns(clause, span) for span in between)

    def turns(self, clause: Clause, span: Span) -> bool:
        """Return whether another subject begins in a stretch of a clause."""
        return any(span.start <= turn.start < span.end for part in self._turns for turn in clause.spans(part))

    @staticmethod
    def _spread(pattern: _Pattern, found: Sequence[Clause]) -> list[tuple[Clause, Span]]:
        if any(part in clause.at for clause in found for part in pattern.unless):
            return []
        spread = [[(clause, span) for clause in found for span in clause.spans(part)] for part in pattern.parts]
        return [one for ones in spread for one in ones] if all(spread) else []

    def explains(self, found: Sequence[Clause]) -> bool:
        """Return whether what is covered explains the whole text, so that the local model need not be asked."""
        beside = 0
        for clause in found:
            if not clause.covered:
                if clause.length - 2 >= _SHORTEST:
                    return False
                beside += clause.length - 2
                continue
            if any(part in clause.at for part in self._real):
                return False
            if any(
                not clause.is_covered(span) for part in (*self._turns, *self._persons) for span in clause.spans(part)
            ):
                return False
            taken = {at for span in clause.covered for at in range(max(span.start, 1), span.end)}
            beside += max(clause.length - 2 - len(taken), 0)
        return beside <= MOST_BESIDE and any(clause.covered for clause in found)
