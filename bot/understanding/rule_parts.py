"""Parts of rules found in one clause, and whether they stand near enough to each other. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.phrases import Span

_NEAR = 3
"""Number of words beside a match in which an "unless" part counts."""


class Clause:
    """Parts found in one clause."""

    def __init__(self, length: int, at: dict[int, list[Span]]) -> None:
        self.length = length
        self.at = at
        self.covered: list[Span] = []  # what only looks like danger
        self._starts: dict[int, dict[int, int]] = {}

    def is_covered(self, span: Span) -> bool:
        """Return whether a part is within, or reaches into, what only looks like danger."""
        return any(one.start < span.end and span.start < one.end for one in self.covered)

    def beside(self) -> Clause:
        """Return the clause without what is covered."""
        rest = {part: [span for span in spans if not self.is_covered(span)] for part, spans in self.at.items()}
        return Clause(self.length, {part: spans for part, spans in rest.items() if spans})

    def spans(self, part: int) -> list[Span]:
        return self.at.get(part, [])

    def starts(self, part: int) -> dict[int, int]:
        """Return, for each length of a part's matches, the positions where they start, as bits."""
        if part not in self._starts:
            bits = self._starts[part] = {}
            for start, end in self.at.get(part, ()):
                bits[end - start] = bits.get(end - start, 0) | 1 << start
        return self._starts[part]


def excepted(unless: Sequence[int], clause: Clause, spans: Sequence[Span]) -> bool:
    """Return whether an "unless" part stands within the match or next to it."""
    first, last = spans[0].start - _NEAR, spans[-1].end + _NEAR
    return any(first < span.end and span.start < last for part in unless for span in clause.spans(part))


def is_near(parts: Sequence[int], gap: int, clause: Clause) -> bool:
    """Return whether all parts occur in order, at most `gap` words apart."""
    for part in parts:
        if part not in clause.at:
            return False
    reached = -1  # every position
    for part in parts:
        allowed = reached
        for _ in range(gap if reached != -1 else 0):
            allowed = reached | allowed << 1
        reached = 0
        for length, starts in clause.starts(part).items():
            reached |= (starts & allowed) << length
        if not reached:
            return False
    return True


def chain(parts: Sequence[int], gap: int, clause: Clause, *, longest: bool = False) -> list[Span]:
    """Return a span of each part in order, for parts that `is_near` holds of: the first, or the one that ends last."""
    ways: dict[int, list[Span]] = {}
    for span in clause.at[parts[0]]:
        ways.setdefault(span.end, [span])
    for part in parts[1:]:
        further: dict[int, list[Span]] = {}
        for span in clause.at[part]:
            for end in range(max(span.start - gap, 0), span.start + 1):
                if end in ways and span.end not in further:
                    further[span.end] = [*ways[end], span]
        ways = further
    return ways[max(ways)] if longest else next(iter(ways.values()))
