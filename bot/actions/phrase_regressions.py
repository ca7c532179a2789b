"""Finds what added phrases would break: shipped examples and transcripts must be understood as before.

Read-only. Callers check here before they save or publish phrases.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from bot.content.affected import TextWords, may_change, words_in
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
    shipped_lexicon = vocabulary.lexicon()
    touched = [text for text, words in _examples(vocabulary).items() if may_change(words, lexicon)]
    both = ((text, heard(text, shipped_lexicon), heard(text, lexicon)) for text in touched)
    changed = [(text, was, now) for text, was, now in both if _is_other(was, now)]
    changed.sort(key=lambda one: one[1].answer not in DANGERS)
    for text, was, now in changed[:MOST_TOLD]:
        yield f'"{text}" would be read as {said(now.answer)} instead of {said(was.answer)}.'
    if len(changed) > MOST_TOLD:
        yield f"And {len(changed) - MOST_TOLD} more texts would be read differently."
    if not changed:
        yield from islice(_lost(runtime, vocabulary, lexicon), MOST_TOLD)


def _lost(runtime: Runtime, vocabulary: Vocabulary, lexicon: Lexicon) -> Iterator[str]:
    now, as_shipped = _stage(runtime, lexicon), _stage(runtime, vocabulary.lexicon())
    for transcript, texts in _transcripts(vocabulary).items():
        if any(may_change(text, lexicon) for text in texts):
            played = now.play(shipped()[transcript])
            if _reached(played) != _reached(as_shipped.play(shipped()[transcript])):
                yield f'A test conversation would change: "{played.why}"'


def said(answer: Answer) -> str:
    """Return the name of a meaning for use in a sentence of the studio."""
    return '"not understood"' if answer is Answer.UNCLEAR else f'"{answer.value.replace("_", " ")}"'


def _is_other(was: Interpretation, now: Interpretation) -> bool:
    """Return whether a text means something else now. More needs may be found in it, but none may be missing."""
    return was.answer is not now.answer or not set(was.needs) <= set(now.needs)


@lru_cache(maxsize=1)
def _examples(vocabulary: Vocabulary) -> dict[str, TextWords]:
    """Return the shipped examples, each with what it holds. Vocabularies are immutable."""
    return {one.text: words_in(one.text, vocabulary.lexicon()) for one in examples(vocabulary)}


@lru_cache(maxsize=1)
def _transcripts(vocabulary: Vocabulary) -> dict[str, list[TextWords]]:
    """Return what the texts of each shipped transcript hold."""
    lexicon = vocabulary.lexicon()
    return {
        name: [words_in(line.text, lexicon) for line in lines if line.mark == ">"] for name, lines in shipped().items()
    }


def _reached(played: Replay) -> list[str]:
    return [one.reached for one in played.chat]


def _stage(runtime: Runtime, lexicon: Lexicon) -> Player:
    """Set up a replay with the shipped messages and without the model: only the phrases differ."""
    known = runtime.content.shipped
    words = ContentSnapshot(runtime.content.now.edition, Catalog(known.sheets), lexicon, known.hotlines)
    snapshot = runtime.snapshot()
    return Player(replace(snapshot, hearing=snapshot.hearing.without_model()), words)
