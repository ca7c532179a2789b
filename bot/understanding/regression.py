"""Multinomial logistic regression with an L2 penalty, in numpy. Training uses it; reading a text does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Numbers: TypeAlias = NDArray[np.int64]

STEPS = 200
MEMORY = 10
FLAT = 1e-7
"""Relative gain of a step below which the fit ends."""


def fit(features: Floats, classes: Numbers, count: int, penalty: float) -> tuple[Floats, Floats]:
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
        chances = softmax(features @ weights + constants)
        surprise = -np.log(chances[np.arange(rows), classes] + 1e-12)
        error = (chances - truth) * share[:, None]
        slope = np.concatenate([(features.T @ error + penalty * weights).ravel(), error.sum(axis=0)])
        return float(share @ surprise + penalty / 2 * np.sum(weights * weights)), slope

    best = _descend(loss, np.zeros((columns + 1) * count))
    return best[: columns * count].reshape(columns, count), best[columns * count :]


def softmax(scores: Floats) -> Floats:
    """Return the chance of each class from the scores of each row."""
    raised: Floats = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Floats = raised / raised.sum(axis=1, keepdims=True)
    return chances


def _descend(loss: Callable[[Floats], tuple[float, Floats]], point: Floats) -> Floats:
    """Find the minimum of a smooth convex function by L-BFGS with a backtracking line search."""
    steps: list[tuple[Floats, Floats]] = []  # moves, and how the slope changed with each
    value, slope = loss(point)
    for _ in range(STEPS):
        direction = _direction(slope, steps)
        along = float(slope @ direction)
        length = 1.0
        while True:
            moved = point - length * direction
            after, turned = loss(moved)
            if after <= value - 1e-4 * length * along or length < 1e-6:
                break
            length /= 2
        if (moved - point) @ (turned - slope) > 0:
            steps = [*steps[1 - MEMORY :], (moved - point, turned - slope)]
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
