"""Finds what added phrases would break: shipped examples and transcripts must be understood as before.

Read-only. Callers check here before they save or publish phrases.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from weakref import WeakKeyDictionary

from bot.content.catalog import Catalog
from bot.content.examples import examples, heard
from bot.content.vocabulary import Vocabulary
from bot.conversation.replay import Player, Replay, shipped
from bot.flows.model import Interpretation
from bot.flows.names import Answer
from bot.runtime.content import ContentSnapshot
from bot.runtime.runtime import Runtime
from bot.understanding import Lexicon
from bot.understanding.hearing import DANGERS

MOST_TOLD = 5
"""Broken examples to report at once: one bad phrase may break hundreds."""


def regressions(runtime: Runtime, lexicon: Lexicon) -> Iterator[str]:
    """Yield what this lexicon breaks, a sentence each: single examples, or transcripts when no example breaks."""
    vocabulary = runtime.content.shipped.vocabulary
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
        yield from islice(_lost(runtime, vocabulary, lexicon), MOST_TOLD)


def _lost(runtime: Runtime, vocabulary: Vocabulary, lexicon: Lexicon) -> Iterator[str]:
    stage, as_is = _stage(runtime, lexicon), _played(vocabulary, runtime)
    for transcript, lines in shipped().items():
        played = stage.play(lines)
        if _reached(played) != _reached(as_is[transcript]):
            yield f'A test conversation would change: "{played.why}"'


def said(answer: Answer) -> str:
    """Return the name of a meaning for use in a sentence of the studio."""
    return '"not understood"' if answer is Answer.UNCLEAR else f'"{answer.value.replace("_", " ")}"'


def _is_other(was: Interpretation, now: Interpretation) -> bool:
    """Return whether a text means something else now. More needs may be found in it, but none may be missing."""
    return was.answer is not now.answer or not set(was.needs) <= set(now.needs)


@lru_cache(maxsize=1)
def _as_shipped(vocabulary: Vocabulary) -> dict[str, Interpretation]:
    """Interpret the shipped examples with the shipped lexicon. Vocabularies are immutable."""
    lexicon = vocabulary.lexicon()
    return {one.text: heard(one.text, lexicon) for one in examples(vocabulary)}


def _reached(played: Replay) -> list[str]:
    return [one.reached for one in played.chat]


_PLAYED: WeakKeyDictionary[Vocabulary, dict[str, Replay]] = WeakKeyDictionary()


def _played(vocabulary: Vocabulary, runtime: Runtime) -> dict[str, Replay]:
    """Replay the shipped transcripts with the shipped lexicon, once."""
    if vocabulary not in _PLAYED:
        stage = _stage(runtime, vocabulary.lexicon())
        _PLAYED[vocabulary] = {name: stage.play(lines) for name, lines in shipped().items()}
    return _PLAYED[vocabulary]


def _stage(runtime: Runtime, lexicon: Lexicon) -> Player:
    """Set up a replay with the shipped messages and without the model: only the phrases differ."""
    known = runtime.content.shipped
    words = ContentSnapshot(runtime.content.now.edition, Catalog(known.sheets), lexicon, known.hotlines)
    snapshot = runtime.snapshot()
    return Player(replace(snapshot, hearing=snapshot.hearing.without_model()), words)
