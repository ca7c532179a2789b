"""Detection of a text's language by its words. Two different words tell it, or one strong one; articles never do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from bot.understanding.words import Words

ENOUGH = 2
"""Number of different telling words that tell a language."""
_SMALL_ENOUGH, _SHORT = 3, 4
"""Number of small words that do, and length in words of a text that is too short for them."""


_FEWEST = 3
"""Number of words of a text whose language two words may tell, where no word is of another."""

_OUTNUMBERED = 3
"""Number of words of a language for each one of another, for likely words to tell it."""

_MIXED = 1.5
"""Most words of another language, for each one of the language of the talk, by which a mixed text leaves it."""


class Hints:
    """Words that tell a language.

    telling: language by word. strong: those of them that suffice alone. small: words that tell a language only beside
    others. foreign: words of languages that are not spoken here, in which a sentence may share words with one of ours.
    silent: words that tell nothing, such as articles and the words of place names. likely: words that are common in
    one language alone, which tell it beside others. `words`: all of ours but the likely ones.
    """

    def __init__(  # noqa: PLR0913, PLR0917 -- one argument for each kind of word
        self,
        telling: Mapping[str, str] | None = None,
        strong: Iterable[str] = (),
        small: Mapping[str, str] | None = None,
        foreign: Iterable[str] = (),
        silent: Iterable[str] = (),
        likely: Mapping[str, str] | None = None,
    ) -> None:
        self._telling = MappingProxyType(dict(telling or {}))
        self._strong = frozenset(strong)
        self._small = MappingProxyType(dict(small or {}))
        self._firm = frozenset({*self._telling, *self._small})
        self._foreign = frozenset(foreign)
        self._silent = frozenset(silent)
        self._likely = MappingProxyType(dict(likely or {}))
        self.words = frozenset({*self._telling, *self._small, *self._silent})

    def language(self, words: Words, preferred: str) -> str:
        """Return the language that a text is written in, or "" when its words do not tell.

        Return `preferred` on a tie, and for a text in two languages unless nearly all of it is in the other one.
        """
        said = set(words.tokens)
        language = self._told(said, words, preferred)
        return self._mixed(said, language, preferred) if language else ""

    def first(self, words: Words) -> str:
        """Return the language that most words of a first text are of, "" for none: nothing else tells it there.

        Small words and articles tell it where a text has nothing else but one word: "es la pizzeria".
        """
        said = set(words.tokens)
        firm = Counter(table[word] for table in (self._telling, self._likely) for word in said if word in table)
        small = Counter(self._small[word] for word in said if word in self._small)
        ((language, count), *others) = (firm + small).most_common(2) or [("", 0)]
        if not language or (others and others[0][1] >= count) or said & self._foreign - self._telling.keys():
            return ""
        rest = len(said - self._small.keys() - self._silent)
        return language if firm[language] or (len(said) >= _FEWEST and rest <= 1) else ""

    def _mixed(self, said: set[str], language: str, preferred: str) -> str:
        """Return the language of a text in two: the preferred one, or else the one with more words of any kind."""
        spoken = Counter(self._told_by(word) for word in said)
        del spoken[""]
        other = max((one for one in spoken if one != language), key=spoken.__getitem__, default="")
        if spoken[other] < ENOUGH:
            return language
        if other == preferred and _MIXED * spoken[other] >= spoken[language]:
            return other
        return other if spoken[other] > max(ENOUGH, spoken[language]) else language

    def _told(self, said: set[str], words: Words, preferred: str) -> str:
        tally: dict[str, int] = {}
        for word in said:
            language = self._telling.get(word)
            if language is None:
                continue
            tally[language] = tally.get(language, 0) + 1
        best = max(tally.values(), default=0)
        if self._is_foreign(said, best):
            return ""
        leaders = [language for language, count in tally.items() if count == best]
        language = preferred if len(leaders) > 1 else leaders[0] if leaders else ""
        if best >= ENOUGH or any(self._telling.get(word) == language for word in said & self._strong):
            return language
        return (
            self._by_small_words(said, words, leaders)
            or self._by_likely_words(said, best)
            or self._by_nothing_else(said, words)
        )

    def _by_small_words(self, said: set[str], words: Words, leaders: list[str]) -> str:
        """Return the language of a sentence that is told by several small words, at least by one that is no article.

        Half of its words must be known here: any language may share two small words with one of ours.
        """
        if len(words.tokens) < _SHORT or len(leaders) > 1:
            return ""
        small = Counter(self._small[word] for word in said if word in self._small)
        if len(small) != 1 or not small.keys() >= set(leaders):
            return ""
        ((language, count),) = small.items()
        known = sum(word in self.words for word in words.tokens)
        if count + len(leaders) < ENOUGH or 2 * known < len(words.tokens):
            return ""
        silent = sum(word in self._silent for word in said)
        return language if count + len(leaders) + silent >= _SMALL_ENOUGH else ""

    def _by_likely_words(self, said: set[str], best: int) -> str:
        """Return the language of a short text with words that are common in it alone, and hardly one of another.

        One of them at least is a telling or a small word: a name of a place or of a person may be all likely words.
        """
        if said.isdisjoint(self._firm):
            return ""
        firm = Counter(table[word] for table in (self._telling, self._small) for word in said if word in table)
        likely = Counter(self._likely[word] for word in said if word in self._likely)
        ((language, count), *others) = (firm + likely).most_common(2) or [("", 0)]
        foreign = len(said & self._foreign - self._telling.keys())
        if not firm[language] or foreign >= likely[language]:
            return ""
        against = others[0][1] if others else 0
        return language if count >= max(ENOUGH + (best == 0), _OUTNUMBERED * against) else ""

    def _by_nothing_else(self, said: set[str], words: Words) -> str:
        """Return the language of a short text that has two words of one language, and none at all of another.

        Articles and misspelt words stand beside them: "me quitan el selular". One word may be a place: "lake como".
        """
        if len(words.tokens) < _FEWEST or said & self._foreign - self._telling.keys():
            return ""
        if said.isdisjoint(self._firm):
            return ""
        found = Counter(self._told_by(word) for word in said)
        del found[""]
        return next(iter(found)) if len(found) == 1 and found.total() >= ENOUGH else ""

    def _told_by(self, word: str) -> str:
        """Return the language of a word, "" for none."""
        return next((table[word] for table in (self._telling, self._small, self._likely) if word in table), "")

    def _is_foreign(self, said: set[str], best: int) -> bool:
        """Return whether more words are of a foreign language than the `best` number of one of ours."""
        foreign = said & self._foreign
        only = sum(word not in self._telling for word in foreign)
        return (only >= 1 and len(foreign) > best) or (only >= 2 and len(foreign) >= best)
