"""Vocabulary for interpretation: phrases, spellings, and the words that indicate a language.

It is built from plain values (`content.vocabulary` reads them from files) and is immutable once sealed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from rapidfuzz.distance import OSA

from bot.flows.names import Answer, Aside, Guide, Named, Need
from bot.understanding.language import Hints
from bot.understanding.phrases import END, START, Found, Phrases, Readings
from bot.understanding.spelling import Spelling
from bot.understanding.wishes import General, Mark, Place, Wished, Wishes, without_inner
from bot.understanding.words import RUN_TOGETHER, Words, normalise


class Idiom(Named):
    """Figures of speech that cancel the phrases within them, such as "dying of laughter"."""

    IDIOM = "idiom"


Meaning = Answer | Need | Aside | Guide | Idiom
Tag = Meaning | Mark | Wished | General
"""What a phrase may tell. A mark or a wished need is judged in `find` and never returned."""

_LEET = str.maketrans("013457", "oieast")
_SHORTEST_MENDED, _LONGEST_MENDED, _SHORTEST_WRONG = 5, 30, 7


class Lexicon:
    """Vocabulary of all languages.

    short: expansions of short forms. One word is read *besides* the short form, several words *instead* of it.
    groups: words that phrases refer to by one name. fillers: words that may surround an answer.
    plain: correctly spelled words, however close they come to another. hints: words that tell a language.
    given_names: names that are words as well. no_names: words that are never a name.
    floor: a lexicon that this one may only extend. Every meaning that the floor finds in a word is found here too.
    """

    def __init__(  # noqa: PLR0913 -- one table for each kind of word knowledge
        self,
        *,
        short: Mapping[str, Iterable[str]],
        groups: Mapping[str, Iterable[str]],
        fillers: Iterable[str],
        plain: Iterable[str],
        hints: Hints | None = None,
        given_names: Iterable[str] = (),
        no_names: Iterable[str] = (),
        floor: Lexicon | None = None,
    ) -> None:
        self._floor = floor
        self._inside: list[tuple[str, Meaning]] = []
        self._instead: dict[str, tuple[str, ...]] = {}
        self._readings: dict[str, Readings] = {}
        for name, members in groups.items():
            for member in members:
                self._read_as(member, f"<{name}>")
        for written, meant in short.items():
            for meaning in meant:
                words = tuple(meaning.split())
                if len(words) == 1:
                    self._read_as(written, words[0])
                else:
                    self._instead[written] = words
        self._groups = frozenset(groups)
        self.fillers = frozenset(fillers)
        self._hints = hints or Hints()
        self._plain = frozenset(plain) | self._hints.words | self.fillers
        self._given_names = frozenset(given_names)
        self._no_names = frozenset(no_names)
        self._phrases: Phrases[Tag] = Phrases(self.spelled)
        self._near: dict[str, tuple[str, ...]] = {}
        self.spelling = Spelling()
        self.added: frozenset[frozenset[str]] = frozenset()
        """Of each phrase beyond the floor, the words that it needs. See `words_of`."""

    def _read_as(self, written: str, meant: str) -> None:
        known = self._readings.get(written, (written,))
        # Groups are read first: a short form of a member belongs to the group as well.
        self._readings[written] = tuple(dict.fromkeys((*known, meant, *self._readings.get(meant, ())[1:])))

    def add(self, phrase: str, meaning: Tag, *, alone: bool = False) -> None:
        """Add a phrase. With `alone` it matches only as the whole text. Raise ValueError if it is malformed."""
        for name in set(_named(phrase)) - self._groups - {"number"}:
            raise ValueError(f"names <{name}>, which is no group")
        self._phrases.add(f"{START} ({phrase}) {END}" if alone else phrase, meaning)
        if not alone and not isinstance(meaning, Mark | Wished | General) and RUN_TOGETHER.search(phrase):
            self._inside += [(needle, meaning) for needle in normalise(phrase).tokens[:1] if phrase.split() == [phrase]]

    def words_of(self, phrase: str) -> frozenset[frozenset[str]]:
        """Return sets of words and groups. A text that the phrase fits is read as all the words of one set.

        Raises ValueError if a piece of the phrase is no word.
        """
        return self._phrases.words_of(phrase)

    @classmethod
    def empty(cls) -> Lexicon:
        """Return a lexicon without words. Carrier words, numbers and labels are still recognised."""
        return cls(short={}, groups={}, fillers=(), plain=()).seal()

    def seal(self, spelling: Callable[[frozenset[str], frozenset[str]], Spelling] | None = None) -> Lexicon:
        """Build the spelling index. Call it once, after all phrases are added.

        `spelling` makes the table of spellings from the words that are read as something, and the other correct words.
        """
        for filler in self.fillers:  # one that no phrase has is still read, though no other word is mended to it
            self._readings.setdefault(filler, (filler,))
        near: dict[str, set[str]] = {}
        for word in self._phrases.words | (self._readings.keys() - self.fillers):
            self._readings.setdefault(word, (word,))
            if len(word) >= _SHORTEST_MENDED and word.isalpha():
                for form in _shortened(word):
                    near.setdefault(form, set()).add(word)
        self._near = {form: tuple(sorted(words)) for form, words in near.items()}
        if spelling is not None:
            self.spelling = spelling(frozenset(self._readings), self._plain)
        return self

    def clean(self, text: str) -> Words:
        """Split a text into words and mend their spelling, for phrases and rules. See `Spelling.clean`."""
        return self.spelling.clean(text)

    def spelled(self, piece: str) -> tuple[str, ...]:
        """Split into words and expand short forms: "can't" becomes "can not"."""
        return self.written_out(normalise(piece))

    def written_out(self, words: Words) -> tuple[str, ...]:
        """Return words with their short forms expanded."""
        return tuple(word for token in words.tokens for word in self._instead.get(token, (token,)))

    def readings(self, words: Words) -> list[Readings]:
        """Return, for each word of a text, the lexicon words it may stand for. Typing slips are corrected.

        A reading is always a word of the lexicon. A word that the lexicon lacks has no reading and is not kept.
        """
        out: list[Readings] = []
        for token in words.tokens:
            known = self._readings.get(token)
            if token.isdecimal():
                out.append(self._number(token))
            elif known is not None:
                out.append(tuple(dict.fromkeys((*known, *self._below(token)))) if self._floor else known)
            elif token in self._instead:
                below = self._below(token)
                out += [below] if below else self._spelled_out(token)
            else:
                out += self._mended(token, token in words.stretched)
        return out

    def _below(self, token: str) -> Readings:
        """Return the floor's readings of a word that only this lexicon knows.

        A misspelled danger word stays one, whatever else editors teach it to mean.
        """
        if self._floor is None or self._floor.knows(token):
            return ()
        return tuple(reading for readings in self._floor.readings(Words((token,))) for reading in readings)

    def knows(self, token: str) -> bool:
        """Tell whether the word is listed exactly as written, not as a slip of another."""
        return token in self._readings or token in self._instead

    def _spelled_out(self, token: str) -> list[Readings]:
        """Return the readings of a known word, or of the words that a short form stands for."""
        return [self._readings.get(word, ()) for word in self._instead.get(token, (token,))]

    def _mended(self, token: str, stretched: bool) -> list[Readings]:
        if stretched:
            token = "".join(letter for at, letter in enumerate(token) if not at or token[at - 1] != letter)
        if token[0].isdecimal():
            rest = token.lstrip("0123456789")
            if rest in self._readings and rest != token:
                return [self._number(token[: -len(rest)]), self._readings[rest]]
        if not token.isalpha():
            token = token.translate(_LEET)
        if token in self._readings or token in self._instead:
            return self._spelled_out(token)
        return [tuple(dict.fromkeys(reading for word in self._near_to(token) for reading in self._readings[word]))]

    def _number(self, digits: str) -> Readings:
        return (*self._readings.get(digits, ()), "<number>")

    def _near_to(self, token: str) -> Iterator[str]:
        """Yield known words one slip away: a letter added, missing or wrong, or two swapped.

        The first letter must match.
        """
        if not _SHORTEST_MENDED <= len(token) <= _LONGEST_MENDED:
            return
        if token in self._plain or self.spelling.is_known(token):
            return
        close = {word for form in _shortened(token) for word in self._near.get(form, ()) if word[0] == token[0]}
        for word in sorted(close):
            # In a short word a wrong letter usually makes another word ("rated" is not "raped").
            wrong = len(word) == len(token) < _SHORTEST_WRONG and sorted(word) != sorted(token)
            if not wrong and OSA.distance(word, token, score_cutoff=1) <= 1:
                yield word

    def find(self, readings: list[Readings]) -> list[Found[Meaning]]:
        """Find all phrases. An idiom cancels the answers within it, but never a need ("kicked me out").

        A need is left out if the words around it say that it is not wanted.
        """
        tagged = self._phrases.find([(START,), *readings, (END,)])
        found: list[Found[Meaning]] = []
        idioms: list[tuple[int, int]] = []
        wishes = Wishes(
            ((hit.tag, Place(hit.start, hit.end)) for hit in tagged if isinstance(hit.tag, Mark)), len(readings)
        )
        wanted: list[tuple[Need, Place]] = []
        general: list[tuple[Need, Place]] = []
        for hit in tagged:
            tag = hit.tag.need if isinstance(hit.tag, Wished | General) else hit.tag
            if isinstance(tag, Need):
                place = Place(hit.start, hit.end)
                if wishes.allow(place, wished=isinstance(hit.tag, Wished)):
                    (general if isinstance(hit.tag, General) else wanted).append((tag, place))
            elif not isinstance(tag, Mark | Wished | General):
                found.append(Found(hit.start, hit.end, tag))
                if tag is Idiom.IDIOM:
                    idioms.append((hit.start, hit.end))
        closer = [place for _, place in wanted]
        wanted += [(need, place) for need, place in general if wishes.keep_closer(place, closer)]
        found += [Found(place.start, place.end, need) for need, place in without_inner(wanted)]
        if not idioms:
            return found
        return [
            hit
            for hit in found
            if isinstance(hit.tag, Need | Aside | Guide)
            or not any(start <= hit.start and hit.end <= end for start, end in idioms)
        ]

    def find_parts(self, readings: list[Readings]) -> list[Found[Meaning]]:
        """Find the stretches of a text that are an answer as if each were the whole text."""
        found = self._phrases.find_parts(readings)
        return [Found(hit.start, hit.end, hit.tag) for hit in found if isinstance(hit.tag, Answer)]

    @cached_property
    def answers(self) -> dict[str, frozenset[Answer]]:
        """Each listed word that is an answer as the whole text, with all that it answers."""
        alone = self._phrases.alone()
        found = {
            word: frozenset(tag for reading in readings for tag in alone.get(reading, ()) if isinstance(tag, Answer))
            for word, readings in self._readings.items()
        }
        return {word: answers for word, answers in found.items() if answers}

    def find_inside(self, words: Words) -> list[Found[Meaning]]:
        """Find phrases of scripts without spaces between words, anywhere in a run of letters."""
        return [
            Found(at, at + 1, meaning)
            for needle, meaning in self._inside
            for at, token in enumerate(words.tokens)
            if needle in token
        ]

    def language(self, words: Words, preferred: str) -> str:
        """Return the language that a text is written in, or "" when its words do not tell. See `Hints.language`."""
        return self._hints.language(words, preferred)

    def first_language(self, words: Words) -> str:
        """Return the language that most words of a first text are of, "" for none. See `Hints.first`."""
        return self._hints.first(words)

    @property
    def vocabulary(self) -> frozenset[str]:
        """Return every word used in a phrase."""
        return frozenset(self._phrases.words)

    def is_plain(self, token: str) -> bool:
        """Return whether the word is listed as correctly spelled, however close it comes to another."""
        return token in self._plain or token in self._given_names or token in self._no_names

    def is_filler(self, token: str) -> bool:
        """Return whether the word is one that may surround an answer, in any spelling: "please", "pls", "ok"."""
        return token in self.fillers or not self.fillers.isdisjoint(self._readings.get(token, ()))

    def is_given_name(self, token: str) -> bool:
        """Return whether the word is listed as a name, although it is a word as well."""
        return token in self._given_names

    def is_name(self, token: str, *, outright: bool = False) -> bool:
        """Return whether a word may be a name: it is given as one, or it is no word of ours at all.

        `outright`: the text says that it is one, so only the words that sentences are made of are refused.
        """
        if token in self._given_names:
            return True
        if token in self._no_names or token in self._instead or token in self.fillers or token in self._hints.words:
            return False
        return outright or (token not in self._plain and token not in self._readings)


def _named(phrase: str) -> list[str]:
    return [part.partition(">")[0] for part in phrase.split("<")[1:]]


def _shortened(word: str) -> tuple[str, ...]:
    """Return the word and its forms with one letter left out: two words one slip apart share a form."""
    return (word, *(word[:at] + word[at + 1 :] for at in range(len(word))))
