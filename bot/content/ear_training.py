"""Training of the local model: weights from the shipped ideas, and bars from ideas that the weights had not seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from bot.content.ear_file import ENCODED, OF_DANGERS, OF_TOPICS, PROBES, Form, Trained
from bot.content.ideas import Idea, Lessons
from bot.content.network_training import fit_network
from bot.understanding.ear import CLASSES, DANGERS, TOPICS, Encode, Gate, Weights
from bot.understanding.network import Network
from bot.understanding.regression import Floats, Numbers, Singles, Sparse, fit, softmax
from bot.understanding.wording import pieces, spelled

FOLDS = 5
TESTED = {OF_DANGERS: 3, OF_TOPICS: 1}
"""Number of folds that are tested, by models that learn from the other ones. Every fit takes minutes."""

BATCH = 256
WORDING_PENALTY = 4e-6
WORDING_STEPS = 40
WORDING_SHARES = {OF_DANGERS: 0.2, OF_TOPICS: 0.3}
"""Weight of the wording beside the sense. Wording alone hears less and asks strangers more often."""

BUDGETS = {
    ("everyday", "small_talk"): 0.05,
    ("needs", "questions", "facts"): 0.06,
    ("hesitation",): 0.2,
    ("lookalike",): 0.25,
}
"""Share of texts without danger, by their kinds, that the model may ask about. The rules add their own asks to it.

The ideas among them are close to danger on purpose, so texts of the same people are asked about less often. Hesitation
has a budget of its own: who fears somebody may be asked, and at an offer it is answered as a doubt.
"""

STAKES = {"self_harm_implicit": 2.0, "self_harm_explicit": 1.5, "medical": 1.5, "violence": 1.5}
"""Weight of kinds in which a life may be at stake, when the budgets are shared out. The others have 1."""

TOPIC_BARS = {"aside.": 0.15, "guide.": 0.375, "need.": 0.225, "answer.": 0.18}
"""Chance from which a topic is named, chosen among three on the fifteenth blind set: there 87 and 83 % of questions are
answered as they should be, and 5 % of other texts are taken for one. The model is asked only about what nothing else
explains. A guide moves the conversation, so it must be surer.
"""

GATE_KEEPS = 0.995
"""Share of the texts to ask about that the first encoder alone must let through to the second, slower one."""

_DANGERS = np.arange(len(DANGERS))


class Row(NamedTuple):
    """Result of one kind in one language: how many of its texts the model asks about, in how many as this kind."""

    kind: str
    language: str
    texts: int
    asked: int
    as_kind: int


class Fitted(NamedTuple):
    """Weights of the sense and of the wording."""

    sense: Network
    wording: Floats

    def scores(self, sense: Singles, wording: Sparse) -> Floats:
        """Return a row of scores for each text."""
        return self.sense.scores(sense) + wording.times(self.wording)


def train(lessons: Lessons, encode: Encode, form: Form = OF_DANGERS) -> tuple[Trained, list[Row]]:
    """Return the weights, and what they hear in ideas that were kept from them.

    The bars of dangers keep `BUDGETS`; those of topics are `TOPIC_BARS`.
    """
    names = form.classes
    texts = [
        (idea, at, spelled(one, lessons.spellings)) for at, idea in enumerate(lessons.ideas) for one in idea.wordings
    ]
    blocks = [_scaled(block) for block in _blocks(_encoded([text for *_, text in texts], encode))]
    sense = np.hstack([block for block, *_ in blocks]).astype(np.float32)
    middle = np.concatenate([middle for _, middle, _ in blocks])
    scale = np.concatenate([scale for *_, scale in blocks])
    wording = Sparse([pieces(text, form.pieces) for *_, text in texts], form.pieces)
    classes = np.array([names.index(idea.kind) for idea, *_ in texts])

    first_only = sense.copy()
    first_only[:, ENCODED[0] :] = 0  # numbers have mean zero here, so the second encoder's average is nothing
    chances, first_chances = np.zeros((2, len(texts), len(names)))
    fold = np.array([_fold(lessons.ideas, at) for _, at, _ in texts])
    for held in range(TESTED[form]):
        seen, unseen = np.flatnonzero(fold != held), np.flatnonzero(fold == held)
        found = _fit(sense[seen], wording.take(seen), classes[seen], form)
        words = wording.take(unseen)
        chances[unseen] = softmax(found.scores(sense[unseen], words))
        first_chances[unseen] = softmax(found.scores(first_only[unseen], words))
    of_dangers = form is OF_DANGERS
    kept = fold < TESTED[form]
    bars = set_bars(chances[kept], classes[kept]) if of_dangers else _topic_bars()

    found = _fit(sense, wording, classes, form)
    weights = Weights(
        _of_raw_numbers(found.sense, middle, scale),
        found.wording.astype(np.float32),
        bars,
        lessons.spellings,
        Gate(middle[ENCODED[0] :].astype(np.float32), _gate_bar(first_chances[kept], chances[kept], bars))
        if of_dangers
        else None,
    )
    trained = Trained(weights, lessons.checksum, np.asarray(encode(PROBES), dtype=np.float32))
    ideas = [idea for (idea, *_), is_kept in zip(texts, kept, strict=True) if is_kept]
    rows = _rows(ideas, chances[kept], bars) if of_dangers else _topic_rows(ideas, chances[kept], bars, names)
    return trained, list(rows)


def _blocks(vectors: Floats) -> list[Floats]:
    """Return the numbers of each encoder. They are scaled on their own, so that none outweighs the other."""
    return np.split(vectors, np.cumsum(ENCODED)[:-1], axis=1)


def _scaled(block: Floats) -> tuple[Floats, Floats, Floats]:
    """Return the block with mean zero and mean length one, and the middle and the scale of its columns."""
    middle = block.mean(axis=0)
    scale = 1.0 / np.sqrt(np.mean(np.sum((block - middle) ** 2, axis=1)))
    return (block - middle) * scale, middle, np.full(block.shape[1], scale)


def _of_raw_numbers(sense: Network, middle: Floats, scale: Floats) -> Network:
    """Return the network for the numbers as the encoders give them."""
    inward = sense.inward * scale[:, None]
    return sense._replace(
        inward=inward.astype(np.float32), thresholds=(sense.thresholds - middle @ inward).astype(np.float32)
    )


def _topic_bars() -> dict[str, float]:
    return {name: bar for name in TOPICS for kind, bar in TOPIC_BARS.items() if name.startswith(kind)}


def _topic_rows(
    ideas: Sequence[Idea], chances: Floats, bars: Mapping[str, float], names: Sequence[str]
) -> Iterator[Row]:
    best = chances[:, : len(TOPICS)].argmax(axis=1)
    heard = chances[np.arange(len(best)), best] > np.array([bars[name] for name in TOPICS])[best]
    for kind in names:
        for language in sorted({idea.language for idea in ideas}):
            mine = np.array([idea.kind == kind and idea.language == language for idea in ideas])
            if mine.any():
                right = heard[mine] & (best[mine] == names.index(kind))
                yield Row(kind, language, int(mine.sum()), int(heard[mine].sum()), int(right.sum()))


def _fit(sense: Singles, wording: Sparse, classes: Numbers, form: Form) -> Fitted:
    """Fit both on their own and mix their scores."""
    count, share = len(form.classes), np.float32(WORDING_SHARES[form])
    network = fit_network(sense, classes, count, ENCODED[0])
    by_wording, constants = fit(wording, classes, count, WORDING_PENALTY, WORDING_STEPS)
    other = 1 - share
    mixed = network._replace(
        outward=network.outward * other,
        constants=(network.constants * other + constants * share).astype(np.float32),
    )
    return Fitted(mixed, by_wording * share)


def set_bars(chances: Floats, classes: Numbers) -> dict[str, float]:
    """Return the bar of each kind of danger that hears most within `BUDGETS`.

    Each bar is where one more text heard costs as much of the budgets as at every other bar; the common price is the
    lowest that keeps all budgets.
    """
    kinds, odds = _judged(chances)
    share = 1.0 / np.bincount(classes, minlength=len(CLASSES))[classes]
    costs = np.zeros((len(BUDGETS), len(classes)))
    for row, (names, budget) in enumerate(BUDGETS.items()):
        inside = np.isin(classes, [CLASSES.index(name) for name in names])
        costs[row, inside] = 1.0 / (inside.sum() * budget)
    stakes = np.array([STAKES.get(name, 1.0) for name in CLASSES])[classes]
    gains = np.where(np.isin(classes, _DANGERS), share * stakes, 0.0)

    low, high = 0.0, 100.0
    for _ in range(40):
        price = (low + high) / 2
        bars = np.array(
            [_bar(odds[kinds == kind], (gains - price * costs.sum(axis=0))[kinds == kind]) for kind in _DANGERS]
        )
        spent = costs[:, odds > bars[kinds]].sum(axis=1).max()
        low, high = (price, high) if spent > 1 else (low, price)
    price = high
    bars = np.array(
        [_bar(odds[kinds == kind], (gains - price * costs.sum(axis=0))[kinds == kind]) for kind in _DANGERS]
    )
    return {name: float(bar) for name, bar in zip(DANGERS, bars, strict=True)}


def _gate_bar(first_alone: Floats, chances: Floats, bars: Mapping[str, float]) -> float:
    """Return the odds by the first encoder alone that `GATE_KEEPS` of the texts to ask about exceed."""
    kinds, odds = _judged(chances)
    asked = odds > np.array([bars[name] for name in DANGERS])[kinds]
    return float(np.quantile(_judged(first_alone)[1][asked], 1 - GATE_KEEPS)) if asked.any() else -99.0


def _bar(odds: Floats, worth: Floats) -> float:
    """Return the odds above which the sum of `worth` is greatest."""
    order = np.argsort(-odds)
    total = np.cumsum(worth[order])
    if not len(order) or total.max() <= 0:
        return 99.0
    best = int(np.argmax(total))
    after = odds[order[best + 1]] if best + 1 < len(order) else odds[order[best]] - 1.0
    return float((odds[order[best]] + after) / 2)


def _judged(chances: Floats) -> tuple[Numbers, Floats]:
    """Return the likeliest kind of danger of each text, and the logarithm of the odds of any danger."""
    danger = chances[:, _DANGERS].sum(axis=1)
    return chances[:, _DANGERS].argmax(axis=1), np.log((danger + 1e-9) / (np.maximum(0.0, 1.0 - danger) + 1e-9))


def _encoded(texts: Sequence[str], encode: Encode) -> Floats:
    return np.vstack([encode(texts[at : at + BATCH]) for at in range(0, len(texts), BATCH)]).astype(np.float64)


def _fold(ideas: Sequence[Idea], at: int) -> int:
    """Return the fold of an idea: spread over each file, so that one author's mood of a page is not one fold."""
    return (at * 7 + len(ideas[at].kind)) % FOLDS


def _rows(ideas: Sequence[Idea], chances: Floats, bars: dict[str, float]) -> Iterator[Row]:
    kinds, odds = _judged(chances)
    names = list(DANGERS)
    asked = odds > np.array([bars[names[kind]] for kind in kinds])
    for kind in CLASSES:
        for language in sorted({idea.language for idea in ideas}):
            mine = np.array([idea.kind == kind and idea.language == language for idea in ideas])
            if mine.any():
                right = asked[mine] & (kinds[mine] == names.index(kind)) if kind in DANGERS else asked[mine] & False
                yield Row(kind, language, int(mine.sum()), int(asked[mine].sum()), int(right.sum()))
