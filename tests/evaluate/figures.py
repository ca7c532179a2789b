"""Shares with their Wilson intervals, and tables of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

Z = 1.959964
"""Of a 95 % interval."""


def wilson(count: int, n: int) -> tuple[float, float]:
    """Return the 95 % interval of a share that was seen `count` times in `n`, in per cent."""
    if n == 0:
        return 0.0, 100.0
    share, square = count / n, Z * Z
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = Z * sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
    return max(0.0, 100 * (middle - half)), min(100.0, 100 * (middle + half))


@dataclass(frozen=True, slots=True)
class Share:
    """So many of `n`."""

    count: int
    n: int

    @property
    def percent(self) -> float | None:
        """The share in per cent; None of nothing."""
        return 100 * self.count / self.n if self.n else None

    def __str__(self) -> str:
        if self.percent is None:
            return "-"
        low, high = wilson(self.count, self.n)
        return f"{self.percent:.0f} ({low:.0f}-{high:.0f})"

    @property
    def per_thousand(self) -> str:
        """The share of 1,000, with its interval."""
        if self.percent is None:
            return "-"
        low, high = wilson(self.count, self.n)
        return f"{10 * self.percent:.1f} ({10 * low:.1f}-{10 * high:.1f})"


def share(values: Iterable[bool]) -> Share:
    """Return how many of the values are true."""
    listed = list(values)
    return Share(sum(listed), len(listed))


def table(title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """Return the lines of a table; the first columns of words are flush left, figures flush right."""
    cells = [[str(cell) for cell in row] for row in rows]
    if not cells:
        return []
    widths = [max(len(row[at]) for row in [list(head), *cells]) for at in range(len(head))]
    lines = ["", title]
    for row in [list(head), *cells]:
        first = row[0].ljust(widths[0])
        lines.append(
            "  " + "  ".join([first, *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))])
        )
    return lines
