"""What hears a text beyond listed phrases: rules by co-occurrence, the local model, which only asks, and facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Protocol

from bot.flows.names import Answer, Aside, Concern, Level
from bot.understanding.ear import Topic
from bot.understanding.facts import Facts
from bot.understanding.lexicon import Lexicon, Meaning
from bot.understanding.lookalikes import latin
from bot.understanding.others import NO_OTHERS, Others
from bot.understanding.patient import is_of_somebody_else
from bot.understanding.phrases import Found
from bot.understanding.rules import Rules
from bot.understanding.seen_words import may_tell_of_watching
from bot.understanding.signals import Signal, strongest
from bot.understanding.words import Words

DANGERS = (Answer.MEDICAL, Answer.SELF_HARM, Answer.HURT_NOW, Answer.CHILD_HURT, Answer.UNDER_13)
"""Kinds of danger that phrases of the lexicon may tell, the most urgent first."""

PHRASES = {
    Answer.MEDICAL: Concern.MEDICAL,
    Answer.SELF_HARM: Concern.SELF_HARM,
    Answer.HURT_NOW: Concern.VIOLENCE,
    Answer.CHILD_HURT: Concern.CHILD_HURT,
}
"""The danger that a phrase of the lexicon tells of, by its meaning."""

ALARMS = {
    Concern.MEDICAL: Answer.MEDICAL,
    Concern.SELF_HARM: Answer.SELF_HARM,
    Concern.VIOLENCE: Answer.HURT_NOW,
    Concern.CHILD_HURT: Answer.CHILD_HURT,
    Concern.SEXUAL_ABUSE: Answer.HURT_NOW,
    Concern.EXPLOITATION: Answer.HURT_NOW,
    Concern.SEXTORTION: Answer.SEXTORTION,
    Concern.FRIEND: Answer.FRIEND_DANGER,
    Concern.MINOR_NO_PLACE: Answer.NO_PLACE,
    Concern.WATCHED: Answer.WATCHED,
}
"""The answer to each danger that is sure."""

_FEWEST_WORDS = 3
"""Minimum number of words that the local model is asked about danger in."""


class Guess(Protocol):
    """What the local model takes one text for. It is computed when it is asked for."""

    @property
    def danger(self) -> Concern | None:
        """The danger to ask about, None for none."""

    @property
    def likely_danger(self) -> Concern | None:
        """The same where nothing else explains the text: it needs less."""

    @property
    def is_certain(self) -> bool:
        """Whether a danger is so likely that no topic explains the text away."""

    @property
    def is_calm(self) -> bool:
        """Whether there is hardly any danger in the text."""

    @property
    def looks_alike(self) -> bool:
        """Whether a text surely is a joke, a song or a game."""

    def confirms(self, concern: Concern) -> bool:
        """Return whether an emergency that a rule would only ask about is told outright."""

    @property
    def remark(self) -> Aside | None:
        """The remark that harmless talk is answered as, None where the text is something else."""

    @property
    def answer(self) -> Answer | None:
        """The answer that the text gives where one was asked for."""

    @property
    def doubt(self) -> Aside | None:
        """What holds the person back from what was offered."""

    @property
    def opts_out(self) -> bool:
        """Whether the text is an opt-out by its sense."""

    @property
    def surely_opts_out(self) -> bool:
        """Whether nothing but an opt-out is likely, and danger least of all."""

    @property
    def topic(self) -> Topic | None:
        """The question, doubt, remark, situation, need or answer, None where the text is something else."""

    @property
    def sure_topic(self) -> Topic | None:
        """The same where it must explain a statement: it must be surer."""

    @property
    def likely_topic(self) -> Topic | None:
        """The same where the text also names a need: it must be surer."""

    @property
    def stated_topic(self) -> Topic | None:
        """The same where nothing in the form of the text asks anything."""


class Ear(Protocol):
    """Local model that hears what no rule does. It never alarms."""

    def guess(self, text: str) -> Guess:
        """Return what the model takes a text for."""


class Hearing:
    """Rules and model of one process, each loaded when it is first used. Without a model the rules go on alone."""

    def __init__(
        self,
        rules: Callable[[], Rules] = lambda: Rules(()),
        ear: Callable[[], Ear | None] = lambda: None,
        others: Others = NO_OTHERS,
        facts: Facts = Facts(),  # noqa: B008 -- immutable
    ) -> None:
        self._load_rules, self._load_ear, self.others, self.facts = rules, ear, others, facts

    @cached_property
    def rules(self) -> Rules:
        """The rules, which take about a second to load."""
        return self._load_rules()

    @cached_property
    def ear(self) -> Ear | None:
        """The model, which takes about two seconds to load; None if there is none."""
        return self._load_ear()

    @property
    def has_loaded_ear(self) -> bool:
        """Whether the model is there. It is not loaded for the question."""
        return self.__dict__.get("ear") is not None

    def without_model(self) -> Hearing:
        """Return the same rules and facts without the model, where what it says makes no difference."""
        return Hearing(lambda: self.rules, others=self.others, facts=self.facts)

    def sure(
        self, text: str, words: Words, lexicon: Lexicon, found: Iterable[Found[Meaning]]
    ) -> tuple[Signal | None, bool]:
        """Return the strongest signal of the phrases found and of the rules, after all modifiers.

        And whether a figure of speech took one back, such as a song or a game: then nobody need be asked. `words` are
        those of the text as the lexicon cleans it.
        """
        heard = self.rules.hear(text, words, lexicon.language(words, ""), lexicon.clean)
        signals, is_figure = heard.verdict()
        for hit in found:
            concern = PHRASES.get(hit.tag) if isinstance(hit.tag, Answer) else None
            if concern is not None:
                judged = heard.judged(Signal(concern, Level.ALARM), hit.start, hit.end)
                is_figure = is_figure or (judged is None and not heard.covers)
                signals += [judged] if judged and not _is_told_better(judged, signals) else []
        return _of_patient(strongest(signals), text), is_figure

    def guess(self, text: str, words: Words) -> Guess | None:
        """Return what the local model takes a text for; None without one, or if the text is too short to tell.

        It knows Latin letters alone, so letters of other scripts that look like them are read as those.
        """
        return self.ear.guess(latin(text)) if self.ear is not None and len(words.tokens) >= _FEWEST_OF_TOPIC else None


def _of_patient(signal: Signal | None, text: str) -> Signal | None:
    """Return an emergency as somebody else's where the text tells whose it is: who gives Narcan is not the patient."""
    if signal is None or signal.concern is not Concern.MEDICAL or signal.level is not Level.ALARM:
        return signal
    is_other = is_of_somebody_else(text)
    return signal if is_other is None else signal._replace(about_other=is_other)


def confirmed(signal: Signal | None, guess: Guess | None, text: str = "", *, late: bool = False) -> Signal | None:
    """Return the signal of a rule, as an alarm if the local model is sure of the emergency, too.

    Rule and model must agree: the model alone only asks. It does not count what is denied as told. A rule that heard
    somebody who watches gives way where the model is sure of worse, or where no word is of a screen or of who is near.
    Where the model is sure that a text only sounds like danger, an alarm becomes a question. A `late` text gets no
    question, so its alarm stays.
    """
    if signal is None or guess is None:
        return signal
    if signal.level is Level.ALARM:
        return signal._replace(level=Level.ASK, as_talk=True) if not late and guess.looks_alike else signal
    if signal.about_other or signal.denied:
        return signal
    if signal.concern is Concern.WATCHED and (guess.danger in _WORSE or not may_tell_of_watching(text)):
        told = guess.danger if guess.danger is not Concern.FRIEND else None
        return signal._replace(concern=told) if told else None
    return signal._replace(level=Level.ALARM) if guess.confirms(signal.concern) else signal


def unless_calm(signal: Signal, guess: Guess | None) -> Signal | None:
    """Return what a rule would only ask about, None where the local model is sure that there is no danger at all."""
    is_calm = guess is not None and guess.is_calm and not signal.as_talk
    return None if is_calm else signal


_WORSE = frozenset({Concern.SEXUAL_ABUSE, Concern.EXPLOITATION, Concern.CHILD_HURT})
"""What is told beside somebody who "takes" or "sends", where a rule only heard one who watches."""


def unsure(guess: Guess | None, words: Words, *, is_unexplained: bool = False) -> Signal | None:
    """Return what the local model would ask about. It may be asked only about what the rules do not hear."""
    if guess is None or len(words.tokens) < _FEWEST_WORDS:
        return None
    concern = guess.likely_danger if is_unexplained else guess.danger
    return Signal(concern, Level.ASK, concern is Concern.FRIEND) if concern else None


_FEWEST_OF_TOPIC = 3
"""Minimum number of words for the local model to name a topic."""

PHRASES_ALONE = Hearing()
"""Hears by the lexicon's phrases alone."""


def alarm(signal: Signal, *, of_child: bool = False) -> Answer:
    """Return the answer to a danger that is sure. Somebody else's gets advice for the friend, unless it is medical.

    A child who is hurt gets the line for children.
    """
    if of_child and not signal.about_other and ALARMS[signal.concern] is Answer.HURT_NOW:
        return Answer.CHILD_HURT
    if signal.about_other and signal.concern not in (Concern.MEDICAL, Concern.CHILD_HURT):
        return Answer.FRIEND_DANGER
    return ALARMS[signal.concern]


def _is_told_better(phrase: Signal, signals: Iterable[Signal]) -> bool:
    """Return whether a rule heard that the violence of a phrase is sexual, which has a line of its own."""
    sexual = Signal(Concern.SEXUAL_ABUSE, Level.ALARM, phrase.about_other)
    return phrase.concern is Concern.VIOLENCE and sexual in signals
