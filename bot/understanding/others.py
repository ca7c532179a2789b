"""Languages that the bot does not write: which one a text is in, and the words of danger that it holds.

A list of frequent words for each language decides, and the script where it tells the language by itself. A library was
tried (py3langid): its model takes 0.8 s of processor time and 120 MB to load, and it takes one short English or Spanish
text in thirteen for another language. Here a language has to win over English and Spanish, so that names, places, slang
and laughter flip nothing; what is missed gets the answer that any text gets.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from bot.flows.names import Concern, Level
from bot.understanding.lookalikes import latin
from bot.understanding.signals import Signal, strongest
from bot.understanding.words import MOST_CHARACTERS, Words, normalise, plain

UNKNOWN = "und"
"""Code of a language that only its script shows to be none of ours (ISO 639-2: undetermined)."""

HELP = "help"
"""Kind of words that cry for help: the bot asks, with the numbers. Every other kind alarms."""

FEWEST_WORDS = 3
_FEWEST_LETTERS = 4
"""Minimum length of a text: in words, or in letters of a script of its own."""
_SHARE = 0.4
"""Minimum share of a language's own words in a text."""
_WEAK, _LEAST = 0.5, 1.5
"""What a shared word counts, and the minimum of all that count."""

_MOST_RIVALS = 1
"""Most English or Spanish words beside a cry in another language."""


_LONGEST_WISH = 8
_OURS = frozenset({"english", "spanish", "ingles", "espanol", "anglais", "espagnol"})
_DENIES = frozenset({"no", "not", "dont", "nope", "none", "pas", "non", "nao"})
_WISHES = (
    _OURS
    | _DENIES
    | frozenset(
        {"i", "im", "speak", "speaks", "talk", "text", "write", "only", "just", "need", "want", "in", "please", "pls",
         "plz", "ok", "and", "or", "we", "is", "my", "language", "hello", "hi", "you", "u", "ur", "do", "does", "can",
         "anybody", "anyone", "speaker", "interpreter", "translate", "translator", "yo", "hablo", "hablas", "hablan",
         "hablar", "solo", "nomas", "quiero", "necesito", "en", "por", "favor", "porfa", "idioma", "mi", "y", "o", "je",
         "parle", "veux", "svp", "falo", "falar", "oi"}
    )
)  # fmt: skip
"""Words that may stand beside the name of a language that is asked for. A "no" only of a language of ours."""

_SCRIPTS = {
    "han": re.compile(r"[\u3400-\u9fff]"),
    "hangul": re.compile(r"[\uac00-\ud7a3]"),
    "arabic": re.compile(r"[\u0620-\u064a]"),
    "cyrillic": re.compile(r"[\u0410-\u044f\u0401\u0451]"),
}
_NEIGHBOURS = {
    "han": re.compile(r"[\u3040-\u30ff]"),
    "arabic": re.compile(r"[\u0671-\u06d3]"),
    "cyrillic": re.compile(r"[\u0402-\u040f\u0452-\u04ff]"),
}
"""Letters that a script's language does not have, but another language of the script: kana, Persian, Ukrainian."""

_VIETNAMESE = re.compile(r"[\u1ea0-\u1ef9\u01a0\u01a1\u01af\u01b0\u0110\u0111]")
_SHORTEST = {"han": 2, "hangul": 2}
_LATIN_END = "\u024f"


class Other(NamedTuple):
    """One language. `dangers` are words in a row, and `words` and `weak` single ones, all as `fold` returns them."""

    script: str = ""
    words: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    dangers: Mapping[str, Signal] = MappingProxyType({})
    unless: tuple[str, ...] = ()
    named: frozenset[str] = frozenset()


class Heard(NamedTuple):
    """What a text in another language tells: the language, "" for none, and the danger in it."""

    code: str = ""
    signal: Signal | None = None
    is_named: bool = False
    """Whether the text names the language, instead of being in it."""


def fold(text: str) -> str:
    """Return the words of a text, with one space between them, or its letters where the script puts none."""
    shown = plain(text)
    if _joined(shown):
        return "".join(letter for letter in shown if letter.isalnum())
    return " ".join(_token(token) for token in normalise(text).tokens)


def signal_of(kind: str) -> Signal:
    """Return the signal of a kind of danger words. Raise ValueError for an unknown kind."""
    return Signal(Concern.VIOLENCE, Level.ASK) if kind == HELP else Signal(Concern(kind), Level.ALARM)


@dataclass(frozen=True)
class Others:
    """All such languages. `ours`: words that tell English or Spanish, or belong to both."""

    languages: Mapping[str, Other] = field(default_factory=dict)
    ours: frozenset[str] = frozenset()

    @cached_property
    def _first_words(self) -> frozenset[str]:
        """The first word of each danger: a text in ASCII that has none of them tells none of these dangers."""
        return frozenset(danger.partition(" ")[0] for other in self.languages.values() for danger in other.dangers)

    @cached_property
    def _own_words(self) -> frozenset[str]:
        return frozenset().union(*(other.words for other in self.languages.values()))

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset().union(*(other.named for other in self.languages.values()))

    def hear(self, text: str, words: Words) -> Heard:
        """Return the language of a text, if it is none of ours, and the danger that its words tell."""
        if not self.languages:
            return Heard()
        shown = text[:MOST_CHARACTERS]
        script = "" if shown.isascii() else _script(shown)
        if script:
            code = self._of_script(script)
            return Heard(code, self._danger(code, fold(shown)))
        tokens = tuple(map(_token, words.tokens))
        if len(_VIETNAMESE.findall(shown)) > 1 and len(tokens) >= FEWEST_WORDS:
            code = self._of_script("vietnamese")
        else:
            code = self._by_words(tokens)
        if code:
            return Heard(code, self._danger(code, " ".join(tokens)))
        return Heard(code, None, is_named=True) if (code := self._named(tokens)) else self._cry(tokens)

    def _of_script(self, script: str) -> str:
        return next((code for code, other in self.languages.items() if other.script == script), UNKNOWN)

    def _by_words(self, tokens: tuple[str, ...]) -> str:
        """Return the language whose words make up enough of a text, and more of it than ours; "" for none."""
        if len(tokens) < FEWEST_WORDS:
            return ""
        said, scores = set(tokens), {}
        if said.isdisjoint(self._own_words):
            return ""
        for code, other in self.languages.items():
            if own := len(said & other.words):
                scores[code] = own + _WEAK * len(said & other.weak)
        best = max(scores, key=scores.__getitem__, default="")
        if not best:
            return ""
        other = self.languages[best]
        known = said & (other.words | other.weak)
        rivals = len((said & self.ours) - known)
        is_enough = scores[best] >= _LEAST and len(known) >= _SHARE * len(said)
        is_more = len(said & other.words) >= rivals and scores[best] > rivals
        borrowed = any(_has(" ".join(tokens), phrase) for phrase in other.unless)
        return best if is_enough and is_more and not borrowed else ""

    def _named(self, tokens: tuple[str, ...]) -> str:
        """Return the language that a text asks for by its name, "" for none: "espanol? no. francais"."""
        if len(tokens) > _LONGEST_WISH:
            return ""
        said = set(tokens)
        if said.isdisjoint(self._names):
            return ""
        codes = [code for code, other in self.languages.items() if not said.isdisjoint(other.named)]
        if len(codes) != 1:
            return ""
        beside = said - self.languages[codes[0]].named
        is_wish = beside <= _WISHES and (beside.isdisjoint(_DENIES) or not beside.isdisjoint(_OURS))
        return codes[0] if is_wish else ""

    def _cry(self, tokens: tuple[str, ...]) -> Heard:
        """Return danger in a text that is too short, or too mixed, to tell its language."""
        said, text = set(tokens), " ".join(tokens)
        if said.isdisjoint(self._first_words) and text.isascii():
            return Heard()
        for code, other in self.languages.items():
            signal = self._danger(code, text)
            if signal is not None and len((said & self.ours) - other.words - other.weak) <= _MOST_RIVALS:
                return Heard(code, signal)
        return Heard()

    def _danger(self, code: str, text: str) -> Signal | None:
        other = self.languages.get(code)
        if other is None:
            return None
        for phrase in other.unless:
            text = text.replace(phrase, "|")
        within = str.__contains__ if other.script in ("han", "hangul") else _has
        return strongest(signal for words, signal in other.dangers.items() if within(text, words))


def _has(text: str, words: str) -> bool:
    """Return whether words stand in a row in a text."""
    return words in text and f" {words} " in f" {text} "


NO_OTHERS = Others()
"""Recognises no other language."""


def folded(words: Iterable[str]) -> frozenset[str]:
    """Return words as the text's are compared with them."""
    return frozenset(fold(word) for word in words)


def _token(token: str) -> str:
    return token.replace("đ", "d")


def _joined(shown: str) -> bool:
    """Return whether most letters of a text, as `plain` shows it, are Chinese, Japanese or Korean."""
    letters = [letter for letter in shown if letter.isalpha()]
    joined = sum("\u3040" <= letter <= "\u9fff" or "\u1100" <= letter <= "\u11ff" for letter in letters)
    return 2 * joined > len(letters)


def _script(text: str) -> str:
    """Return the script of most letters of a text: a name of `_SCRIPTS`, UNKNOWN for another one, "" for Latin."""
    letters = [letter for letter in unicodedata.normalize("NFKC", latin(text)) if letter.isalpha()]
    foreign = [letter for letter in letters if letter > _LATIN_END and not "\u1e00" <= letter <= "\u1eff"]
    if 2 * len(foreign) <= len(letters):
        return ""
    shown = "".join(foreign)
    for name, pattern in _SCRIPTS.items():
        count = len(pattern.findall(shown))
        if 2 * count > len(foreign):
            near = _NEIGHBOURS.get(name)
            if count < _SHORTEST.get(name, _FEWEST_LETTERS):
                return ""
            return UNKNOWN if near and near.search(shown) else name
    return UNKNOWN if len(foreign) >= _FEWEST_LETTERS else ""
