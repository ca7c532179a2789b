"""What ships has to be heard as it is, whatever phrases staff add: its plain examples, and whole conversations.

Looks only: who keeps or publishes phrases asks here first.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from weakref import WeakKeyDictionary

from bot.content.catalog import Catalog
from bot.content.examples import examples, heard
from bot.content.vocabulary import Vocabulary
from bot.conversation.engine import Parts
from bot.conversation.replay import Rehearsal, Stage, shipped
from bot.flows.model import Reading
from bot.flows.names import Answer
from bot.runtime.content import InUse
from bot.understanding import Lexicon
from bot.understanding.reader import DANGERS

MOST_TOLD = 5
"""Broken examples that are told at once: one bad phrase may break hundreds."""


def broken(parts: Parts, lexicon: Lexicon) -> Iterator[str]:
    """What ships, and would be heard otherwise by this lexicon: plain examples first, then whole conversations."""
    vocabulary = parts.words.shipped.vocabulary
    if vocabulary is None:
        return
    before = _as_shipped(vocabulary)
    changed = [(text, was, now) for text, was in before.items() if _is_other(was, now := heard(text, lexicon))]
    changed.sort(key=lambda one: one[1].answer not in DANGERS)
    for text, was, now in changed[:MOST_TOLD]:
        yield f'"{text}" would be read as {said(now.answer)} instead of {said(was.answer)}.'
    if len(changed) > MOST_TOLD:
        yield f"And {len(changed) - MOST_TOLD} more texts would be read differently."
    if not changed:
        yield from islice(_lost(parts, vocabulary, lexicon), MOST_TOLD)


def _lost(parts: Parts, vocabulary: Vocabulary, lexicon: Lexicon) -> Iterator[str]:
    stage, as_is = _stage(parts, lexicon), _played(vocabulary, parts)
    for transcript, lines in shipped().items():
        played = stage.play(lines)
        if _reached(played) != _reached(as_is[transcript]):
            yield f'A test conversation would change: "{played.why}"'


def said(answer: Answer) -> str:
    """A meaning, as a sentence of these pages names it."""
    return '"not understood"' if answer is Answer.UNCLEAR else f'"{answer.value.replace("_", " ")}"'


def _is_other(was: Reading, now: Reading) -> bool:
    """Whether a text means something else now; more needs may be heard in it, but none less."""
    return was.answer is not now.answer or not set(was.needs) <= set(now.needs)


@lru_cache(maxsize=1)
def _as_shipped(vocabulary: Vocabulary) -> dict[str, Reading]:
    """How the plain examples of what ships are heard by what ships. Vocabularies do not change."""
    lexicon = vocabulary.lexicon()
    return {one.text: heard(one.text, lexicon) for one in examples(vocabulary)}


def _reached(played: Rehearsal) -> list[str]:
    return [one.reached for one in played.chat]


_PLAYED: WeakKeyDictionary[Vocabulary, dict[str, Rehearsal]] = WeakKeyDictionary()


def _played(vocabulary: Vocabulary, parts: Parts) -> dict[str, Rehearsal]:
    """How the shipped conversations go by what ships; worked out once."""
    if vocabulary not in _PLAYED:
        stage = _stage(parts, vocabulary.lexicon())
        _PLAYED[vocabulary] = {name: stage.play(lines) for name, lines in shipped().items()}
    return _PLAYED[vocabulary]


def _stage(parts: Parts, lexicon: Lexicon) -> Stage:
    """On the messages that ship: only the phrases differ."""
    known = parts.words.shipped
    return Stage(parts, InUse(parts.words.now.edition, Catalog(known.sheets), lexicon, known.hotlines))
