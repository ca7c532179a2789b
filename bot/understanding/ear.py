"""Local model that hears danger where no rule matches, and names topics, needs and answers. Of danger it only asks.

An encoder turns a text into numbers that stand for its sense; pieces of words and pairs of words stand for its wording.
The weights say how much each speaks for each class. Encoder and weights are passed in: this module opens no file.
`bot.content.ear_file` loads them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from bot.flows.asides import DOUBTS
from bot.flows.names import Answer, Aside, Concern, Guide, Need
from bot.understanding.network import Network, Vectors
from bot.understanding.told_outright import TOLD_OUTRIGHT
from bot.understanding.wording import pieces, spelled

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Encode: TypeAlias = "Callable[[Sequence[str]], NDArray[np.float32]]"
"""Encoder: one row of numbers for each text."""

DANGERS = {
    "child_hurt": Concern.CHILD_HURT,
    "exploitation": Concern.EXPLOITATION,
    "friend": Concern.FRIEND,
    "medical": Concern.MEDICAL,
    "minor_no_place": Concern.MINOR_NO_PLACE,
    "self_harm_explicit": Concern.SELF_HARM,
    "self_harm_implicit": Concern.SELF_HARM,
    "sextortion": Concern.SEXTORTION,
    "sexual_abuse": Concern.SEXUAL_ABUSE,
    "violence": Concern.VIOLENCE,
    "watched": Concern.WATCHED,
}
HARMLESS = ("needs", "questions", "facts", "small_talk", "everyday", "lookalike", "hesitation")
CLASSES = (*DANGERS, *HARMLESS)

Topic: TypeAlias = "Aside | Guide | Need | Answer"

NOT_NAMED = frozenset({Aside.TAKE_IT_BACK, Aside.NOTED, Aside.UNSURE, Aside.PAST_PLACE, *TOLD_OUTRIGHT})
"""Asides that the model has no class for: phrases, facts and answers tell them."""

OWN_WORDS = (
    Answer.YES, Answer.NO, Answer.MAYBE, Answer.NOT_NOW, Answer.PERSON, Answer.THANKS, Answer.SKIP, Answer.BACK,
)  # fmt: skip
"""Answers that the model may hear in somebody's own words."""

HOLDING_BACK = (*(doubt for doubt in DOUBTS if doubt not in NOT_NAMED), Aside.NOT_YET)
"""What may hold somebody back from an offer."""

TOPICS: dict[str, Topic] = {
    **{f"aside.{aside.value}": aside for aside in Aside if aside not in NOT_NAMED},
    **{f"guide.{guide.value}": guide for guide in Guide},
    **{f"need.{need.value}": need for need in Need},
    **{f"answer.{answer.value}": answer for answer in OWN_WORDS},
}
"""Questions, doubts, remarks, situations, needs and answers that the model may name, by the name of their class."""

NO_STOP = "not_stop_texts"
"""Class of texts that sound like an opt-out and are none: "tell him to stop texting me"."""

ELSE = ("everyday", "facts", "lookalike", "danger", NO_STOP)
"""Classes of texts that are none of the topics."""

TOPIC_CLASSES = (*TOPICS, *ELSE)

TOPIC_PIECES = 8_192
"""Number of columns for pieces of words in the model of topics, which has many classes."""

LEANING = 0.3
"""Odds of any danger (as a logarithm) from which a statement that nothing explains is asked about."""

CALM = -1.6
"""Odds of any danger (as a logarithm) below which nothing is asked, though a rule would ask. An alarm stays one."""

LIKENED, FAR_ENOUGH = 0.85, -2.2
"""Chance of what only sounds like danger from which an alarm of the rules is asked about instead, and the odds of any
danger (as a logarithm) that it must stay below. None of 219 development texts with an alarm that tell danger reach both.
"""

CERTAIN = 1.4
"""Odds of any danger (as a logarithm) from which a text is asked about though it may be a question or a remark, too. By
cross-validation three questions in two hundred reach it, and 73 in a hundred dangers.
"""

CONFIRMED = 0.7
"""Chance of an emergency from which it is one, where a rule heard it and would ask.

By cross-validation 60 in a hundred emergencies reach it, one in a hundred look-alikes and one in 450 other texts.
"""

EMERGENCIES = {Concern.SELF_HARM: "self_harm_explicit", Concern.MEDICAL: "medical"}
"""Dangers in which minutes count, each with its class."""

SURE, LIKELY, STATED = 0.35, 0.4, 0.55
"""Chance from which a topic explains a statement, from which it counts although a need is named, and from which a
text is a question that asks nothing by its form. Lower ones explained dangers away.
"""

REMARKED, REMARKED_TOGETHER = 0.7, 0.8
"""Chance of a class of harmless talk from which a statement that nothing explains is answered as such talk.

The second is for all classes with the same answer together. By cross-validation one danger in a hundred reaches each.
"""

REMARKS = {
    "facts": Aside.NOTED, "small_talk": Aside.JOKE, "everyday": Aside.JOKE, "lookalike": Aside.JOKE,
}  # fmt: skip
"""Harmless talk, and the remark that it is answered as."""

ANSWERED, OF_ANSWERS, OF_OTHERS = 0.06, 0.4, 0.5
"""What an answer in somebody's own words needs where the bot has just asked for one: the chance of all `OWN_WORDS`
together, the share of the likeliest in it, and how much of the likeliest other topic they must outweigh.
"""

DOUBTED, OF_DOUBTS, DOUBT_OF_OTHERS = 0.08, 0.3, 0.7
"""What a doubt about an offer needs: the chance of all `HOLDING_BACK` together, the share of the likeliest in it, and
how much of the likeliest other topic they must outweigh. On development texts 105 of 120 doubts reach it, and 2 of 160
needs.
"""

OBEYED, SURELY_OBEYED, FAR_FROM_DANGER = 0.15, 0.6, -1.0
"""Chance of an opt-out from which a text that looks like one by its words, too, is obeyed; the same where its words name no
texts, and the odds of any danger (as a logarithm) that it must stay below. Else the bot asks."""


class Gate(NamedTuple):
    """What spares the slower encoder: the odds of danger by the first one alone, with the average of the second.

    Below `bar` there is hardly ever anything to ask about.
    """

    average: Vectors
    bar: float


@dataclass(frozen=True, slots=True)
class Weights:
    """Result of the training.

    `bars` holds what a class must exceed: for a danger, the odds of any (as a logarithm); for a topic, its chance.
    """

    sense: Network  # by the numbers of the encoders
    pieces: Vectors  # a row for each of the pieces of words, a column for each class
    bars: Mapping[str, float]
    spellings: Mapping[str, str]  # short forms that the encoder does not know
    gate: Gate | None = None


class Ranker:
    """Ranks classes by a text. Thread-safe; keeps nothing of a text."""

    def __init__(self, weights: Weights, classes: Sequence[str]) -> None:
        self.weights, self._classes = weights, classes

    def rank(self, shown: str, encoded: NDArray[np.float32]) -> Mapping[str, float]:
        """Return the chance of each class. `shown` is the text as `spelled` returns it, `encoded` its numbers."""
        weights = self.weights
        found = pieces(shown, len(weights.pieces))
        wording = list(found.values()) @ weights.pieces[list(found)]
        scores = (weights.sense.scores(encoded) + wording).tolist()
        highest = max(scores)
        raised = [math.exp(score - highest) for score in scores]
        total = sum(raised)
        return {name: one / total for name, one in zip(self._classes, raised, strict=True)}


class Ear:
    """What a text may be about: a danger to ask about, or a topic to answer. Thread-safe; keeps nothing of a text."""

    def __init__(self, weights: Weights, first: Encode, second: Encode, topics: Ranker | None = None) -> None:
        self.dangers, self.topics, self.first, self.second = Ranker(weights, CLASSES), topics, first, second

    def guess(self, text: str) -> Guess:
        """Return what the model takes a text for. Nothing is computed before it is asked for."""
        return Guess(self, text)


class Guess:
    """What the model takes one text for. Made for one turn: the text is encoded once, whatever is asked of it."""

    def __init__(self, ear: Ear, text: str) -> None:
        self._ear, self._shown = ear, spelled(text, ear.dangers.weights.spellings)
        self._first: NDArray[np.float32] | None = None
        self._both: NDArray[np.float32] | None = None
        self._chances: Mapping[str, float] | None = None
        self._named_by: Mapping[str, float] | None = None
        self._judged: tuple[str, float] | None = None

    # No cached_property: until Python 3.12 it holds one lock for all guesses, so turns would wait for each other.
    @property
    def is_calm(self) -> bool:
        """Whether the odds of any danger are so low that what a rule would only ask about needs no question.

        Both encoders tell: the first alone is not sure enough to silence a rule.
        """
        return bool(self._shown) and odds(self.chances) < CALM

    @property
    def looks_alike(self) -> bool:
        """Whether a text surely is a joke, a song or a game, and danger is far: what a rule takes for an alarm is none."""
        return bool(self._shown) and self.chances["lookalike"] > LIKENED and odds(self.chances) < FAR_ENOUGH

    def confirms(self, concern: Concern) -> bool:
        """Return whether an emergency that a rule would only ask about is told outright."""
        return bool(self._shown) and concern in EMERGENCIES and self.chances[EMERGENCIES[concern]] > CONFIRMED

    @property
    def _sense(self) -> NDArray[np.float32]:
        """The numbers of the first encoder, which takes a tenth of the time of the second."""
        if self._first is None:
            self._first = self._ear.first([self._shown])[0]
        return self._first

    @property
    def _encoded(self) -> NDArray[np.float32]:
        if self._both is None:
            self._both = beside(self._sense, self._ear.second([self._shown])[0])
        return self._both

    @property
    def _is_far_from_danger(self) -> bool:
        """Return whether the first encoder alone tells that there is nothing to ask about."""
        gate = self._ear.dangers.weights.gate
        if gate is None:
            return False
        return odds(self._ear.dangers.rank(self._shown, beside(self._sense, gate.average))) < gate.bar

    @property
    def chances(self) -> Mapping[str, float]:
        """The chance of each of `CLASSES`. An empty text has none."""
        if self._chances is None:
            self._chances = self._ear.dangers.rank(self._shown, self._encoded) if self._shown else {}
        return self._chances

    @property
    def danger(self) -> Concern | None:
        """The kind of danger to ask about, or None where the text is more likely something else."""
        kind, found = self._likeliest()
        return DANGERS[kind] if kind and found > self._ear.dangers.weights.bars[kind] else None

    @property
    def likely_danger(self) -> Concern | None:
        """The same where nothing else explains the text, which needs less."""
        kind, found = self._likeliest()
        return DANGERS[kind] if kind and found > LEANING else None

    @property
    def is_certain(self) -> bool:
        """Whether a danger is so likely that no topic explains the text away."""
        return self._likeliest()[1] > CERTAIN

    def _likeliest(self) -> tuple[str, float]:
        """Return the likeliest class of danger and the odds of any, as a logarithm; "" where there is hardly one."""
        if self._judged is None:
            if not self._shown or self._is_far_from_danger:
                self._judged = "", 0.0
            else:
                chances = self.chances
                self._judged = max(DANGERS, key=chances.__getitem__), odds(chances)
        return self._judged

    @property
    def remark(self) -> Aside | None:
        """What harmless talk is answered as; None where the text is more likely something else."""
        together: dict[Aside, float] = {}
        for kind, remark in REMARKS.items():
            chance = self.chances.get(kind, 0.0)
            if chance > REMARKED:
                return remark
            together[remark] = together.get(remark, 0.0) + chance
        best = max(together, key=together.__getitem__)
        return best if together[best] > REMARKED_TOGETHER else None

    @property
    def answer(self) -> Answer | None:
        """The answer that the text gives where one was asked for, None where it more likely says something else."""
        names = [f"answer.{answer.value}" for answer in OWN_WORDS]
        likeliest = _likeliest_of(names, self._topics, ANSWERED, OF_ANSWERS, OF_OTHERS)
        return None if likeliest is None else OWN_WORDS[likeliest]

    @property
    def doubt(self) -> Aside | None:
        """What holds the person back from what was offered, None where the text more likely says something else."""
        names = [f"aside.{doubt.value}" for doubt in HOLDING_BACK]
        likeliest = _likeliest_of(names, self._topics, DOUBTED, OF_DOUBTS, DOUBT_OF_OTHERS)
        return None if likeliest is None else HOLDING_BACK[likeliest]

    @property
    def opts_out(self) -> bool:
        """Whether the text is an opt-out by its sense. It is obeyed only if its words may mean one as well."""
        return bool(self._topics) and self._topics[f"aside.{Aside.STOP_TEXTS.value}"] > max(
            OBEYED, self._topics[NO_STOP]
        )

    @property
    def surely_opts_out(self) -> bool:
        """Whether nothing but an opt-out is likely, and danger least of all."""
        chance = self._topics[f"aside.{Aside.STOP_TEXTS.value}"] if self._topics else 0.0
        return chance > SURELY_OBEYED and odds(self.chances) < FAR_FROM_DANGER

    @property
    def topic(self) -> Topic | None:
        """The topic, None where the text is more likely about something else."""
        return self._named(0.0)

    @property
    def sure_topic(self) -> Topic | None:
        """The topic of a statement, if it is so likely that nothing else need be asked."""
        return self._named(SURE)

    @property
    def likely_topic(self) -> Topic | None:
        """The topic of a text that something else explains as well, which needs more than the usual chance."""
        return self._named(LIKELY)

    @property
    def stated_topic(self) -> Topic | None:
        """The topic of a text that asks nothing by its form."""
        return self._named(STATED)

    def _named(self, least: float) -> Topic | None:
        chances, topics = self._topics, self._ear.topics
        if topics is None or not chances:
            return None
        best = max(TOPICS, key=chances.__getitem__)
        return TOPICS[best] if chances[best] > max(least, topics.weights.bars[best]) else None

    @property
    def _topics(self) -> Mapping[str, float]:
        """The chance of each of `TOPIC_CLASSES`; none for an empty text, or without a model of topics."""
        if self._named_by is None:
            topics = self._ear.topics
            self._named_by = topics.rank(self._shown, self._encoded) if topics and self._shown else {}
        return self._named_by


def _likeliest_of(
    names: Sequence[str], chances: Mapping[str, float], least: float, share: float, of_others: float
) -> int | None:
    """Return the place of the likeliest of some classes in `names`, None where the text is more likely none of them.

    Together they need the chance `least` and `of_others` times that of the likeliest other topic; the likeliest needs
    the `share` of what they have together.
    """
    if not chances:
        return None
    best, total = max(names, key=chances.__getitem__), sum(chances[name] for name in names)
    other = max(chances[name] for name in TOPIC_CLASSES if name not in names)
    is_one = total > least and chances[best] > share * total and total > of_others * other
    return names.index(best) if is_one else None


def beside(first: NDArray[np.float32], second: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the numbers of the two encoders for one text as one row."""
    import numpy as np  # noqa: PLC0415 -- it comes with the encoders

    return np.concatenate((first, second))


def odds(chances: Mapping[str, float]) -> float:
    """Return the logarithm of the odds that a text tells of any danger."""
    danger = sum(chances[name] for name in DANGERS)
    return math.log((danger + 1e-9) / (max(0.0, 1.0 - danger) + 1e-9))
