"""What hears a text beyond listed phrases: rules by co-occurrence, the local model, which only asks, and facts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from bot.flows.names import Answer, Concern, Level
from bot.understanding.facts import Facts
from bot.understanding.lexicon import Meaning
from bot.understanding.phrases import Found
from bot.understanding.rules import Rules
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
"""Minimum number of words that the local model is asked about."""


class Ear(Protocol):
    """Local model that hears what no rule does. It never alarms."""

    def asks(self, text: str) -> Concern | None:
        """Return the danger to ask about, None for none."""


class Hearing(NamedTuple):
    """Rules, model and facts of one process. Without a model the rules go on alone."""

    rules: Rules = Rules(())
    ear: Ear | None = None
    facts: Facts = Facts()

    def sure(self, text: str, words: Words, language: str, found: Iterable[Found[Meaning]]) -> Signal | None:
        """Return the strongest signal of the phrases found and of the rules, after all modifiers."""
        heard = self.rules.hear(text, words, language)
        signals = heard.signals()
        for hit in found:
            concern = PHRASES.get(hit.tag) if isinstance(hit.tag, Answer) else None
            if concern is not None:
                judged = heard.judged(Signal(concern, Level.ALARM), hit.start, hit.end)
                signals += [judged] if judged else []
        return strongest(signals)

    def unsure(self, text: str, words: Words) -> Signal | None:
        """Return what the local model would ask about. It may be asked only about what the rules do not hear."""
        if self.ear is None or len(words.tokens) < _FEWEST_WORDS:
            return None
        concern = self.ear.asks(text)
        return Signal(concern, Level.ASK, concern is Concern.FRIEND) if concern else None


PHRASES_ALONE = Hearing()
"""Hears by the lexicon's phrases alone."""


def alarm(signal: Signal) -> Answer:
    """Return the answer to a danger that is sure. Somebody else's gets advice for the friend, unless it is medical."""
    if signal.about_other and signal.concern not in (Concern.MEDICAL, Concern.CHILD_HURT):
        return Answer.FRIEND_DANGER
    return ALARMS[signal.concern]
