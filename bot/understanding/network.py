"""A network with one hidden layer, by which the local model ranks classes. `bot.content.network_training` fits it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Vectors: TypeAlias = "NDArray[np.float32]"


class Network(NamedTuple):
    """Weights of both layers, in single precision."""

    inward: Vectors  # a row for each number of the encoders, a column for each hidden unit
    thresholds: Vectors  # one for each hidden unit
    outward: Vectors  # a row for each hidden unit, a column for each class
    constants: Vectors  # one for each class

    def scores(self, encoded: Vectors) -> Vectors:
        """Return the score of each class for the numbers of a text, or a row of scores for each row of numbers."""
        hidden: Vectors = encoded @ self.inward
        hidden += self.thresholds
        hidden *= hidden > 0
        scores: Vectors = hidden @ self.outward
        scores += self.constants
        return scores
