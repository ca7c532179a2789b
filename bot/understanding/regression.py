"""Multinomial logistic regression with an L2 penalty, in numpy. Training uses it; reading a text does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Numbers: TypeAlias = NDArray[np.int64]

Singles: TypeAlias = NDArray[np.float32]

STEPS = 200
MEMORY = 10
FLAT = 1e-7
"""Relative gain of a step below which the fit ends."""


class Sparse:
    """Matrix of mostly zeros, kept by row and by column so that both products are sums over what is not zero."""

    def __init__(self, rows: Sequence[Mapping[int, float]], columns: int) -> None:
        """Take the columns and values of each row. No row is empty."""
        self._source = rows
        self.shape = (len(rows), columns)
        lengths = np.array([len(row) for row in rows])
        self._starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        self._columns = np.array([column for row in rows for column in row])
        self._values = np.array([value for row in rows for value in row.values()], dtype=np.float32)[:, None]
        order = np.argsort(self._columns, kind="stable")
        self._rows_by_column = np.repeat(np.arange(len(rows)), lengths)[order]
        self._values_by_column = self._values[order]
        self._used, self._column_starts = np.unique(self._columns[order], return_index=True)

    def take(self, rows: Numbers) -> Sparse:
        """Return some of the rows."""
        return Sparse([self._source[row] for row in rows], self.shape[1])

    def times(self, weights: Floats) -> Floats:
        """Multiply with a weight for each column."""
        parts = weights.astype(np.float32)[self._columns] * self._values
        product: Singles = np.add.reduceat(parts, self._starts, axis=0)
        return product.astype(np.float64)

    def turned_times(self, errors: Floats) -> Floats:
        """Multiply the transposed matrix with an error for each row."""
        product = np.zeros((self.shape[1], errors.shape[1]))
        parts = errors.astype(np.float32)[self._rows_by_column] * self._values_by_column
        product[self._used] = np.add.reduceat(parts, self._column_starts, axis=0)
        return product


class Dense:
    """Full matrix with the same methods."""

    def __init__(self, numbers: Floats) -> None:
        self._numbers = numbers
        self.shape = numbers.shape

    def take(self, rows: Numbers) -> Dense:
        """Return some of the rows."""
        return Dense(self._numbers[rows])

    def times(self, weights: Floats) -> Floats:
        """Multiply with a weight for each column."""
        product: Floats = self._numbers @ weights
        return product

    def turned_times(self, errors: Floats) -> Floats:
        """Multiply the transposed matrix with an error for each row."""
        product: Floats = self._numbers.T @ errors
        return product


def fit(
    features: Dense | Sparse, classes: Numbers, count: int, penalty: float, steps: int = STEPS
) -> tuple[Floats, Floats]:
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


def softmax(scores: Floats) -> Floats:
    """Return the chance of each class from the scores of each row."""
    raised: Floats = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Floats = raised / raised.sum(axis=1, keepdims=True)
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
