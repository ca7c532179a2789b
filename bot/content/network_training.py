"""Training of a network with one hidden layer, in numpy: Adam, with numbers left out at random and soft labels.

What is left out at random keeps the network from learning texts by heart (dropout). Labels are softened since two
authors may sort one text differently. All numbers of the second encoder are left out of some texts: the first alone is
to tell which texts need the second.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi
from typing import NamedTuple

import numpy as np

from bot.understanding.network import Network
from bot.understanding.regression import Numbers, Singles, softmax

BATCH = 512
SEED = 20_261_130


class Plan(NamedTuple):
    """How a network is fitted."""

    hidden: int = 1024
    epochs: int = 30
    rate: float = 2e-3
    """Length of the first steps. It falls to nothing along half a wave."""

    unheard: float = 0.5
    """Share of hidden units that are left out of a text, each time it is read."""

    unread: float = 0.1
    """Share of a text's numbers that are left out."""

    one_encoder: float = 0.15
    """Share of texts for which all numbers of the second encoder are left out."""

    softness: float = 0.05
    """Share of a label that is spread over all classes."""


def fit_network(numbers: Singles, classes: Numbers, count: int, first: int, plan: Plan | None = None) -> Network:
    """Return a network that tells `count` classes apart. The same input gives the same result on the same machine.

    A row of `numbers` is a text, with mean zero, and `classes` holds the number of its class. The first encoder made
    the first `first` columns.
    """
    plan = plan or Plan()
    chance = np.random.default_rng(SEED)
    columns = numbers.shape[1]
    # Numbers as long as He's start expects: the rows have a length of about one for each encoder.
    length = float(np.sqrt(columns / 2))
    layers: list[Singles] = [
        chance.normal(0, np.sqrt(2 / columns), (columns, plan.hidden)).astype(np.float32),
        np.zeros(plan.hidden, np.float32),
        chance.normal(0, np.sqrt(1 / plan.hidden), (plan.hidden, count)).astype(np.float32),
        np.zeros(count, np.float32),
    ]
    steps = _Adam(layers)
    total = plan.epochs * -(-len(classes) // BATCH)
    for step, rows in enumerate(_batches(chance, len(classes), plan.epochs)):
        read = numbers[rows] * (length * _left(chance, (len(rows), columns), plan.unread))
        read[chance.random(len(rows)) < plan.one_encoder, first:] = 0
        inner = read @ layers[0] + layers[1]
        kept = (inner > 0) * _left(chance, inner.shape, plan.unheard)
        hidden: Singles = inner * kept
        scores: Singles = hidden @ layers[2]
        error = softmax(scores + layers[3]) - np.float32(plan.softness / count)
        error[np.arange(len(rows)), classes[rows]] -= 1 - plan.softness
        error /= len(rows)
        back = (error @ layers[2].T) * kept
        slopes = [read.T @ back, back.sum(axis=0), hidden.T @ error, error.sum(axis=0)]
        steps.take(slopes, plan.rate * (1 + cos(pi * step / total)) / 2)
    return Network(layers[0] * np.float32(length), *layers[1:])


class _Adam:
    """Steps down the slope, each weight by its own measure (Kingma and Ba, 2015)."""

    def __init__(self, layers: list[Singles]) -> None:
        self._layers = layers
        self._means = [np.zeros_like(layer) for layer in layers]
        self._squares = [np.zeros_like(layer) for layer in layers]
        self._step = 0

    def take(self, slopes: list[Singles], rate: float) -> None:
        """Change the layers in place."""
        self._step += 1
        early = rate * np.sqrt(1 - 0.999**self._step) / (1 - 0.9**self._step)
        for layer, slope, mean, square in zip(self._layers, slopes, self._means, self._squares, strict=True):
            np.add(mean, np.float32(0.1) * (slope - mean), out=mean)
            np.add(square, np.float32(0.001) * (slope * slope - square), out=square)
            np.subtract(layer, np.float32(early) * mean / (np.sqrt(square) + np.float32(1e-8)), out=layer)


def _batches(chance: np.random.Generator, rows: int, epochs: int) -> Iterator[Numbers]:
    for _ in range(epochs):
        order = chance.permutation(rows)
        for at in range(0, rows, BATCH):
            yield order[at : at + BATCH]


def _left(chance: np.random.Generator, shape: tuple[int, ...], out: float) -> Singles:
    """Return zero for what is left out, and more than one for the rest, so that sums stay as they are."""
    drawn = chance.random(shape, dtype=np.float32)
    return (drawn >= out) * np.float32(1 / (1 - out))
