"""Multinomial logistic regression with an L2 penalty, in numpy. Training uses it; reading a text does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Numbers: TypeAlias = NDArray[np.int64]

Singles: TypeAlias = NDArray[np.float32]

F = TypeVar("F", np.float32, np.float64)

STEPS = 200
MEMORY = 10
BLOCK = 1024
"""Number of rows of a sparse matrix that are written out at once."""

FLAT = 1e-7
"""Relative gain of a step below which the fit ends."""


class Sparse:
    """Matrix of mostly zeros. Products are taken of a few rows at a time, written out in full: that is fastest."""

    def __init__(self, rows: Sequence[Mapping[int, float]], columns: int) -> None:
        """Take the columns and values of each row."""
        self._source = rows
        self.shape = (len(rows), columns)
        lengths = np.array([len(row) for row in rows])
        self._ends = np.concatenate([[0], np.cumsum(lengths)])
        self._rows = np.repeat(np.arange(len(rows)), lengths)
        self._columns = np.array([column for row in rows for column in row], dtype=np.int64)
        self._values = np.array([value for row in rows for value in row.values()], dtype=np.float32)

    def take(self, rows: Numbers) -> Sparse:
        """Return some of the rows."""
        return Sparse([self._source[row] for row in rows], self.shape[1])

    def times(self, weights: Floats) -> Floats:
        """Multiply with a weight for each column."""
        singles = weights.astype(np.float32)
        return np.vstack([full @ singles for _, full in self._blocks()]).astype(np.float64)

    def turned_times(self, errors: Floats) -> Floats:
        """Multiply the transposed matrix with an error for each row."""
        product = np.zeros((self.shape[1], errors.shape[1]))
        for first, full in self._blocks():
            product += full.T @ errors[first : first + len(full)].astype(np.float32)
        return product

    def _blocks(self) -> Iterator[tuple[int, Singles]]:
        """Yield the rows in order, `BLOCK` at a time, as a full matrix, with the number of the first one."""
        for first in range(0, self.shape[0], BLOCK):
            last = min(first + BLOCK, self.shape[0])
            part = slice(self._ends[first], self._ends[last])
            full = np.zeros((last - first, self.shape[1]), dtype=np.float32)
            full[self._rows[part] - first, self._columns[part]] = self._values[part]
            yield first, full


def fit(features: Sparse, classes: Numbers, count: int, penalty: float, steps: int = STEPS) -> tuple[Floats, Floats]:
    """Return weights (features x `count`) and one constant a class. The same input gives the same result.

    A row of `features` is a text, and `classes` holds the number of its class. Every class counts the same, however
    many texts it has.
    """
    rows, columns = features.shape
    totals = np.bincount(classes, minlength=count)
    share = 1.0 / (totals[classes] * np.count_nonzero(totals))
    truth = np.zeros((rows, count))
    truth[np.arange(rows), classes] = 1.0

    def loss(point: Floats) -> tuple[float, Floats]:
        weights, constants = point[: columns * count].reshape(columns, count), point[columns * count :]
        chances = softmax(features.times(weights) + constants)
        surprise = -np.log(chances[np.arange(rows), classes] + 1e-12)
        error = (chances - truth) * share[:, None]
        slope = np.concatenate([(features.turned_times(error) + penalty * weights).ravel(), error.sum(axis=0)])
        return float(share @ surprise + penalty / 2 * np.sum(weights * weights)), slope

    best = _descend(loss, np.zeros((columns + 1) * count), steps)
    return best[: columns * count].reshape(columns, count), best[columns * count :]


def softmax(scores: NDArray[F]) -> NDArray[F]:
    """Return the chance of each class from the scores of each row."""
    raised: NDArray[F] = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: NDArray[F] = raised / raised.sum(axis=1, keepdims=True)
    return chances


def _descend(loss: Callable[[Floats], tuple[float, Floats]], point: Floats, most: int) -> Floats:
    """Find the minimum of a smooth convex function by L-BFGS with a backtracking line search."""
    moves: list[tuple[Floats, Floats]] = []  # moves, and how the slope changed with each
    value, slope = loss(point)
    for _ in range(most):
        direction = _direction(slope, moves)
        along = float(slope @ direction)
        length = 1.0
        while True:
            moved = point - length * direction
            after, turned = loss(moved)
            if after <= value - 1e-4 * length * along or length < 1e-6:
                break
            length /= 2
        if (moved - point) @ (turned - slope) > 0:
            moves = [*moves[1 - MEMORY :], (moved - point, turned - slope)]
        gain, point, value, slope = value - after, moved, after, turned
        if gain < FLAT * abs(value):
            break
    return point


def _direction(slope: Floats, steps: list[tuple[Floats, Floats]]) -> Floats:
    """Return the slope times the inverse curvature that the last steps showed."""
    found = slope.copy()
    shares = []
    for move, turn in reversed(steps):
        share = float(move @ found) / float(move @ turn)
        shares.append(share)
        found -= share * turn
    if steps:
        move, turn = steps[-1]
        found *= float(move @ turn) / float(turn @ turn)
    else:
        found /= max(1.0, float(np.linalg.norm(slope)))
    for (move, turn), share in zip(steps, reversed(shares), strict=True):
        found += move * (share - float(turn @ found) / float(move @ turn))
    return found
