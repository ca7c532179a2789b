"""Spelling of a text, mended with the help of the vocabulary: the text and a `Spelling` become `Words`.

Missing and extra spaces, letters one by one, starred and leet words, stretched words, slips in short words, emoji in
their place in the sentence. A word that is known, or common in any language, is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from math import log10

from bot.understanding.by_ear import sound
from bot.understanding.slips import (
    LETTERS,
    NEVER,
    STANDS_FOR,
    Costs,
    beside,
    fewer,
    likeliest,
    more,
    single,
    swapped,
    unstretched,
    ways_to_read,
)
from bot.understanding.words import Words, plain, tokenise

# Costs are those of a word's rank among the common words, as a power of ten. The cheapest reading is taken.
_FROM_LISTS, _SHORT_FORM = 4.4, 3.4
_SMALL_COST, _SINGLE_COST = 2.4, 1.6
_PER_WORD, _OTHER_LANGUAGE = 0.5, 0.8
_PER_LETTER, _PER_LETTER_SHORT = 1.25, 1.75
_SLIP, _STARRED, _OTHER_FIRST = 2.2, 0.7, 0.7
_LONGEST_RUN = 24
_RANK_OF_THREE = 8000
_FREQUENT = 6000
"""Number of common words of each language that a short word with a slip may stand for."""

_DEAREST, _DEAREST_SHORT = 5.7, 5.2
_MOST_MENDED, _MOST_SPLIT, _LONGEST_LETTERS = 40, 80, 80
_SHORTEST_SLIP = 3
_LONGEST_SLIP = 14
"""Limits: a text in which more words are unknown is in no language of ours, and no text may take long."""

_MASKED = re.compile(r"(?<![^\s\"'(,.:;-])(?:[$@][^\W_]+|[$@]?[^\W_]+(?:[*@!$#|+%\u20ac\u00a3]+[^\W_]+)+)(?![^\W_])")
_MASK = re.compile(r"[*@!$#|+%\u20ac\u00a3]")
_SLASHED = re.compile(r"(?<![^\s])[a-z]/[a-z]?(?![^\s,.!?])")


class _Text:
    """Tokens of a text, with what they tell: the likelier language, and whether it is neither."""

    def __init__(self, words: Words, known: frozenset[str], tables: Mapping[str, Costs]) -> None:
        self.tokens = words.tokens
        self.stretched = words.stretched
        unknown = sum(1 for token in self.tokens if token not in known and len(token) > 1 and token.isalpha())
        self.is_garbled = unknown > _MOST_SPLIT
        self.is_foreign = unknown > _MOST_MENDED or (len(self.tokens) > 3 and unknown * 3 > 2 * len(self.tokens))
        votes = {language: sum(map(table.__contains__, self.tokens)) for language, table in tables.items()}
        most = max(votes.values(), default=0)
        first = [language for language, count in votes.items() if count == most]
        self.language = first[0] if len(first) == 1 else ""


class Spelling:
    """Spellings of all languages. Immutable.

    vocabulary: words that phrases and rules use. plain: other words that are correct. short: short forms, which the
    lexicon expands. common: common words of each language, the most frequent first. whole: rarer words that are not
    changed. small: words of one and two letters, by language. spellings: what several words, or a word with a sign in
    it, stand for ("sewer slide"). by_ear: words of a language by their sound (see `by_ear`). starred: words of danger,
    which people write with a star in them, the likeliest first. bare: contractions without an apostrophe that are words
    as well ("hell"); they count only before a word of `verbs`. An emoji counts if it is a short form, or one of several
    words.
    """

    def __init__(  # noqa: PLR0913 -- one table for each kind of knowledge
        self,
        *,
        vocabulary: Iterable[str] = (),
        plain: Iterable[str] = (),
        short: Iterable[str] = (),
        common: Mapping[str, Sequence[str]] | None = None,
        whole: Iterable[str] = (),
        small: Mapping[str, Iterable[str]] | None = None,
        spellings: Mapping[str, str] | None = None,
        by_ear: Mapping[str, Mapping[str, str]] | None = None,
        starred: Iterable[str] = (),
        bare: Mapping[str, str] | None = None,
        verbs: Iterable[str] = (),
    ) -> None:
        common, small = common or {}, {language: frozenset(words) for language, words in (small or {}).items()}
        words = frozenset(word for word in vocabulary if word.isascii() and word.isalpha())
        shorts = frozenset(short)
        self._shorts = frozenset(word for word in shorts if word.isalpha() and word.isascii())
        self._words = words
        self._small = frozenset().union(*small.values())
        self._known = frozenset(words | shorts).union(plain, self._small, *common.values())
        self._whole = frozenset(whole)
        self._tables = {
            language: self._costs(ranked, small.get(language, frozenset()), shorts)
            for language, ranked in common.items()
        }
        self._starred = {word: at for at, word in enumerate(starred)}
        self._targets = {language: self._goals(common, language) for language in ("", *common)}
        self._by_length: dict[tuple[str, int], list[str]] = {}
        for word in sorted({*words, *self._starred}):
            self._by_length.setdefault((word[0], len(word)), []).append(word)
        self._slashed: dict[str, tuple[str, ...]] = {}
        self._several: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        for written, meant in (spellings or {}).items():
            if "/" in written:
                self._slashed[written] = tuple(meant.split())
            else:
                parts = tuple(written.split())
                self._several.setdefault(parts[0], []).append((parts, tuple(meant.split())))
        for ways in self._several.values():
            ways.sort(key=lambda way: -len(way[0]))
        self._by_ear = by_ear or {}
        self._bare = {word: tuple(meant.split()) for word, meant in (bare or {}).items()}
        self._verbs = frozenset(verbs)
        self._emoji = frozenset(word for word in shorts if not word[0].isalnum())
        joined = [word for ways in self._several.values() for parts, _ in ways for word in parts]
        self._dropped = frozenset(word for word in joined if not word[0].isalnum()) - self._emoji
        self._special = frozenset(self._several) | frozenset(self._bare)

    def _costs(self, ranked: Sequence[str], small: Iterable[str], shorts: Iterable[str]) -> Costs:
        costs = {word: _FROM_LISTS for word in self._words if len(word) > 2}
        costs.update((word, _SHORT_FORM) for word in shorts if len(word) > 2 and word.isalpha())
        for rank, word in enumerate(ranked):
            if len(word) > 3 or rank < _RANK_OF_THREE:
                costs[word] = min(log10(rank + 10) + 0.6, costs.get(word, 9.0))
        for word in small:
            costs[word] = min(_SINGLE_COST if len(word) == 1 else _SMALL_COST, costs.get(word, 9.0))
        return {word: cost + _PER_WORD for word, cost in costs.items()}

    def _goals(self, common: Mapping[str, Sequence[str]], language: str) -> Costs:
        """Return the words that a word with a slip may stand for in a text of a language, with their costs."""
        goals = {word: _SHORT_FORM + 0.4 for word in self._shorts if len(word) > 2}
        goals.update((word, _FROM_LISTS) for word in self._words if len(word) > 2)
        for spoken, ranked in common.items():
            other = _OTHER_LANGUAGE if language and spoken != language else 0.0
            for rank, word in enumerate(ranked[:_FREQUENT]):
                goals[word] = min(log10(rank + 30) + 1 + other, goals.get(word, 9.0))
        for word in self._starred.keys() & goals.keys():
            goals[word] -= _STARRED
        return goals

    def clean(self, text: str) -> Words:
        """Split a text into words and mend their spelling. Reads at most 1,600 characters; never raises or hangs."""
        shown = plain(text)
        if _MASK.search(shown):
            shown = _MASKED.sub(self._unmasked, shown, count=_MOST_MENDED)
        if "/" in shown and self._slashed:
            shown = _SLASHED.sub(lambda found: " ".join(self._slashed.get(found[0], (found[0],))), shown)
        return self.mended(tokenise(shown))

    def mended(self, words: Words) -> Words:
        """Return words with their spelling mended. Words that are all known are returned as they are."""
        known, special, tokens = self._known, self._special, words.tokens
        if not known or (
            not words.emoji
            and not words.stretched
            and all(map(known.__contains__, tokens))
            and special.isdisjoint(tokens)
            and not _has_run(tokens)
        ):
            return words
        return self._mend(words)

    def is_known(self, token: str) -> bool:
        """Return whether a word is known or common, so that it is never changed."""
        return token in self._known

    def read_as_danger(self, token: str) -> Sequence[str]:
        """Return the words that an unknown token would be changed to, if one is a word of danger."""
        parts = self._one(_Text(Words((token,)), self._known, self._tables), 0)
        return () if token in parts or self._starred.keys().isdisjoint(parts) else parts

    def _mend(self, words: Words) -> Words:
        text = _Text(words, self._known, self._tables)
        marks: dict[int, list[str]] = {}
        for at, sign in words.emoji:
            if sign in self._emoji or sign in self._dropped:
                marks.setdefault(at, []).append(sign)
        tokens, out = words.tokens, list[str]()
        at = 0
        while at < len(tokens):
            out += marks.pop(at, ())
            read, used = self._run_at(text, at) or self._pair_at(tokens, at) or (self._one(text, at), 1)
            for within in range(at + 1, at + used):
                out += marks.pop(within, ())
            out += read
            at += used
        for rest in marks.values():
            out += rest
        if not self._special.isdisjoint(out):
            out = self._together(out)
        if not self._dropped.isdisjoint(out):
            out = [token for token in out if token not in self._dropped]
        if len(out) == len(tokens) and tuple(out) == tokens:
            return words
        return Words(tuple(out), words.stretched.intersection(out), words.silent, words.emoji)

    def _together(self, tokens: list[str]) -> list[str]:
        """Read several words as one ("sewer slide"), and a contraction such as "hell" before a verb."""
        out: list[str] = []
        at = 0
        while at < len(tokens):
            read, used = self._several_at(tokens, at) or ((tokens[at],), 1)
            out += read
            at += used
        return out

    def _several_at(self, tokens: Sequence[str], at: int) -> tuple[Sequence[str], int] | None:
        token = tokens[at]
        for written, meant in self._several.get(token, ()):
            if tuple(tokens[at : at + len(written)]) == written:
                return meant, len(written)
        if token in self._bare and at + 1 < len(tokens) and tokens[at + 1] in self._verbs:
            return self._bare[token], 1
        return None

    def _run_at(self, text: _Text, at: int) -> tuple[Sequence[str], int] | None:
        """Join letters that stand one by one: "s u i c i d e"."""
        tokens, end = text.tokens, at
        if at and len(tokens[at - 1]) == 1:
            return None
        while end < len(tokens) and len(tokens[end]) == 1:
            end += 1
        if not 3 <= end - at <= _LONGEST_LETTERS:
            return None
        joined = "".join(_letter(token) for token in tokens[at:end])
        if joined in self._known:
            return ((joined,), end - at) if len(joined) > 3 or joined in self._words else None
        parts = self._split(joined, text.language)[1]
        return (parts, end - at) if any(len(part) > 2 for part in parts) and len(parts) > 1 else None

    def _pair_at(self, tokens: Sequence[str], at: int) -> tuple[Sequence[str], int] | None:
        """Join two halves of a word that are no words themselves: "sui cide"."""
        if at + 1 < len(tokens):
            first, second = tokens[at], tokens[at + 1]
            joined = first + second
            is_half = first not in self._known and second not in self._known and len(joined) > 4
            is_part = first not in self._known or second not in self._known
            if min(len(first), len(second)) > 1 and (
                (is_half and joined in self._known) or (is_part and joined in self._starred and len(joined) > 5)
            ):
                return (joined,), 2
        return None

    def _one(self, text: _Text, at: int) -> Sequence[str]:
        token = text.tokens[at]
        if token in self._known or token.isdecimal() or len(token) < _SHORTEST_SLIP or not token.isascii():
            return (token,)
        if text.is_garbled or token in self._whole:
            return (token,)
        if token in text.stretched:
            short = next((way for way in unstretched(token) if way in self._known), "")
            if short:
                return (short,)
            token = min(unstretched(token), key=len, default=token)
        if not token.isalpha():
            return self._unleeted(token, text.language)
        return self._likeliest(text, token)

    def _likeliest(self, text: _Text, token: str) -> Sequence[str]:
        """Return the word that sounds like an unknown one, else its likeliest slip or split."""
        split_cost, parts = self._split(token, text.language)
        if text.is_foreign:
            return parts
        for spoken, sounds in self._by_ear.items():
            if text.language in ("", spoken) and (heard := sounds.get(sound(token))):
                return (heard,)
        slip_cost, word = self._slip(token, text.language)
        return (word,) if slip_cost < split_cost else parts

    def _split(self, token: str, language: str) -> tuple[float, Sequence[str]]:
        """Split a token into the likeliest words, with their cost. Return it alone if none are likely."""
        best: Sequence[str] = (token,)
        cost = NEVER
        if len(token) < _SHORTEST_SLIP:
            return cost, best
        most = len(token) * (_PER_LETTER if len(token) > 6 else _PER_LETTER_SHORT)
        for spoken, table in self._tables.items():
            total, parts = likeliest(token, table)
            if language and spoken != language:
                total += _OTHER_LANGUAGE
            if total < min(cost, most) and len(parts) > 1:
                cost, best = total, parts
        return cost, best

    def _slip(self, token: str, language: str) -> tuple[float, str]:
        """Return the likeliest word that is one typing slip away, with its cost, or the token itself.

        The token is returned with the cost of the word if the lexicon will read it as that word and others.
        """
        if not _SHORTEST_SLIP <= len(token) <= _LONGEST_SLIP:
            return NEVER, token
        best, least = token, _DEAREST if len(token) > 4 else _DEAREST_SHORT
        left_to_lexicon = False
        goals = self._targets[language]
        for extra, ways in (
            (0.0, single(token)), (0.1, swapped(token)), (0.3, more(token)), (0.3, fewer(token)),
            (0.5, beside(token)),
        ):  # fmt: skip
            for way in ways:
                cost = goals.get(way)
                if cost is None:
                    continue
                cost += extra + (_OTHER_FIRST if way[0] not in token[:2] else 0.0)
                if cost < least:
                    best, least = way, cost
                    is_near = len(way) > 4 and len(token) > 4 and way[0] == token[0] and extra < 0.5
                    # the lexicon knows a short form ("doesnt") only as it is written
                    left_to_lexicon = is_near and way in self._words and way not in self._shorts
        if best == token:
            return NEVER, token
        return least + _SLIP, token if left_to_lexicon else best

    def _unleeted(self, token: str, language: str) -> Sequence[str]:
        """Read digits within a word as letters, or take a number off a word: "su1cide", "took2"."""
        if len(token) > _LONGEST_RUN:
            return (token,)
        letters, digits = token.rstrip("0123456789"), token.lstrip("0123456789")
        if token != digits and digits in self._known:  # "5th", "16f": the lexicon reads the number and the rest
            return (token,) if len(digits) < 3 else (token[: -len(digits)], digits)
        if token[0].isdecimal() and len(token) < 5:
            return (token,)
        ways = [way for way in ways_to_read(token) if way in self._known and len(way) > 2]
        if ways:
            return (min(ways, key=lambda way: (way not in self._words, self._starred.get(way, 999))),)
        if token != letters and letters in self._known and len(letters) > 1:
            return letters, token[len(letters) :]
        return min((self._split(way, language) for way in ways_to_read(token)), default=(NEVER, (token,)))[1]

    def _unmasked(self, found: re.Match[str]) -> str:
        written = found[0]
        if len(written) > _LONGEST_RUN:
            return written
        parts = [part for part in _MASK.split(written) if part]
        if len(parts) > 1 and all(part in self._known and len(part) > 1 for part in parts):
            return ("*" not in written and self._starred_as(written)) or written  # "gr@ped", not "gr" and "ped"
        for exact in (written, _MASK.sub("*", written)):
            for shape in dict.fromkeys((exact, re.sub(r"\*+", "*", exact))):
                word = self._starred_as(shape)
                if word:
                    return word
        bare = _MASK.sub("", written)
        return bare if bare in self._words and len(bare) * 2 - 1 == len(written) else written

    def _starred_as(self, shape: str) -> str:
        """Return the likeliest word that fits a shape such as "k*ll" or "su!c1de"."""
        letters = [STANDS_FOR.get(sign, sign) for sign in shape]
        if sum(1 for sign in shape if sign.isalpha()) < min(2, len(shape) - 1):
            return ""
        firsts = letters[0] or LETTERS
        fitting = [
            word
            for first in firsts
            for word in self._by_length.get((first, len(shape)), ())
            if all(not allowed or letter in allowed for letter, allowed in zip(word, letters, strict=True))
        ]
        if not fitting:
            return ""
        word = min(fitting, key=lambda one: (self._starred.get(one, 999), self._targets[""].get(one, 9.0)))
        return word if word in self._starred or len(word) > 3 else ""


def _has_run(tokens: Sequence[str]) -> bool:
    """Return whether three single letters follow each other."""
    run = 0
    for token in tokens:
        run = run + 1 if len(token) == 1 else 0
        if run == 3:
            return True
    return False


def _letter(token: str) -> str:
    return STANDS_FOR.get(token, token)[:1] or token
