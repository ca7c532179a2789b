"""Adds an editor's phrases to the draft. Refuses those that are badly written, or change how what ships is heard.

Nothing that ships can be taken away. Knows no page.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from weakref import WeakKeyDictionary

from bot.content.catalog import Catalog
from bot.content.draft import PHRASES, Drafted, applied, fit
from bot.content.examples import examples, heard
from bot.content.lexicon import Vocabulary
from bot.content.own_words import Name
from bot.conversation import Parts
from bot.errors import ContentError
from bot.flows.model import Reading
from bot.flows.names import Answer
from bot.rehearsal import Rehearsal, Stage, shipped
from bot.understanding import Lexicon, carrier, normalise
from bot.understanding.reader import DANGERS
from bot.words_desk import WordsDesk
from bot.words_in_use import InUse

MOST_TOLD = 5
"""Broken examples that are told at once: one bad phrase may break hundreds."""

MOST_PHRASES, LONGEST_PHRASE = 200, 200
"""Lines of one entry, and letters of one line."""


class PhrasesDesk:
    """Keeps phrases for all editors. Safe to share between threads. May raise StoreGone."""

    def __init__(self, parts: Parts) -> None:
        self._parts, self._desk = parts, WordsDesk(parts)

    def keep(self, name: Name, mark: str, lines: list[str], by: str) -> None:
        """Keep the phrases of one meaning in the draft; none for what ships alone. Raises ContentError with each
        phrase that does not do and why, LostRace when somebody has changed the entry since it was seen as `mark`.
        """
        lines = list(dict.fromkeys(" ".join(line.split()) for line in lines if line.strip()))
        if lines:
            problems = list(_unfit(name, lines)) or self.problems(name, lines)
            if problems:
                raise ContentError(problems)
        self._desk.put(name, mark, lines or None, by)

    def problems(self, name: Name, lines: list[str]) -> list[str]:
        """What is wrong with phrases that nobody has kept yet, or what they would break."""
        vocabulary = self._parts.words.shipped.vocabulary
        if vocabulary is None:
            return ["The words that ship cannot be read. Put the shipped files back first."]
        draft = {**self._desk.draft(), name: Drafted(fit(name, lines), "", 0, 0)}
        told: list[str] = []
        edition = applied(self._desk.edition(), draft)
        made = self._parts.words.made(edition, told)
        start = f"{name.language}, {name.section.removeprefix(PHRASES)}.{name.key}: "
        faults = [one.removeprefix(start) for one in told if one.startswith(start)]
        return faults or list(self._broken(vocabulary, made))

    def _broken(self, vocabulary: Vocabulary, made: InUse) -> Iterator[str]:
        """What ships, and would be heard otherwise: plain examples first, then whole conversations."""
        before = _as_shipped(vocabulary)
        changed = [(text, was, now) for text, was in before.items() if _is_other(was, now := heard(text, made.lexicon))]
        changed.sort(key=lambda one: one[1].answer not in DANGERS)
        for text, was, now in changed[:MOST_TOLD]:
            yield f'"{text}" would be heard as {said(now.answer)} instead of {said(was.answer)}.'
        if len(changed) > MOST_TOLD:
            yield f"And {len(changed) - MOST_TOLD} more texts would be heard otherwise."
        if not changed:
            yield from islice(self._lost(vocabulary, made.lexicon), MOST_TOLD)

    def _lost(self, vocabulary: Vocabulary, lexicon: Lexicon) -> Iterator[str]:
        stage, as_is = _stage(self._parts, lexicon), _played(vocabulary, self._parts)
        for transcript, lines in shipped().items():
            played = stage.play(lines)
            if _reached(played) != _reached(as_is[transcript]):
                yield f'A conversation would go another way: "{played.why}"'


def said(answer: Answer) -> str:
    """A meaning, as a sentence of these pages names it."""
    return '"not understood"' if answer is Answer.UNCLEAR else f'"{answer.value.replace("_", " ")}"'


def _unfit(name: Name, lines: list[str]) -> Iterator[str]:
    if len(lines) > MOST_PHRASES or any(len(line) > LONGEST_PHRASE for line in lines):
        yield f"At most {MOST_PHRASES} lines, of {LONGEST_PHRASE} letters each."
    if name.section == PHRASES + "short":
        words = normalise(name.key)
        if words.tokens != (name.key,):
            yield f'"{name.key}": a short form is one word, in small letters.'
        if carrier.heard(words) is not None:
            yield f'"{name.key}" belongs to the carriers: no other meaning can be given to it.'


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
