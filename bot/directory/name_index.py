"""Search of services by name among very many, with one slip a word. Immutable once made; no I/O, no clock."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, islice, takewhile

from bot.directory.model import Service
from bot.directory.place_names import folded

SHORTEST_MENDED = 4
"""A shorter word has too many neighbours to guess which one was meant."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def label(service: Service) -> str:
    """Return the name by which staff tell a service from others: "The Lighthouse (Orangewood Foundation)"."""
    return f"{service.name} ({service.organization})" if service.organization != service.name else service.name


class NameIndex:
    """Names of services and of their organizations, folded."""

    def __init__(self, services: Iterable[Service]) -> None:
        rows: list[tuple[str, str]] = []
        same: defaultdict[str, list[Service]] = defaultdict(list)
        self._names: defaultdict[str, list[str]] = defaultdict(list)
        for service in services:
            text = folded(label(service))
            rows.append((text, service.id))
            same[text].append(service)
            self._names[folded(service.name)].append(service.id)
        rows.sort()
        self._texts, self._ids = [text for text, _ in rows], [service_id for _, service_id in rows]
        # All texts as one, so that a word is looked for once, and not in each of a hundred thousand.
        self._all = "\n".join(self._texts)
        self._begins = list(accumulate((len(text) + 1 for text in self._texts), initial=0))
        self._told_apart = {one.id: _told_apart(one) for alike in same.values() if len(alike) > 1 for one in alike}
        self._labels = {text: alike[0].id for text, alike in same.items() if len(alike) == 1}
        self._labels |= {folded(text): service_id for service_id, text in self._told_apart.items()}
        self._words = frozenset(word for text in self._texts for word in text.split())

    def named(self, text: str) -> str:
        """Return the id of the one service with this label, else of the one with this name, else ""."""
        asked = folded(text)
        alike = self._names.get(asked, ())
        return self._labels.get(asked) or (alike[0] if len(alike) == 1 else "")

    def label_of(self, service: Service) -> str:
        """Return the label by which `named` finds this service and no other."""
        return self._told_apart.get(service.id) or label(service)

    def find(self, text: str, most: int) -> list[str]:
        """Return the ids of up to `most` services in whose name every word of `text` occurs, those it begins first."""
        asked = folded(text)
        wanted = [self._meant(word) for word in asked.split()]
        if not wanted or not all(wanted):
            return []
        first = bisect_left(self._texts, asked)
        begun = takewhile(lambda at: self._texts[at].startswith(asked), range(first, len(self._texts)))
        starts = list(islice(begun, most))
        others = (at for at in self._with(max(wanted, key=_shortest)) if self._has(at, wanted))
        rest = (at for at in others if not self._texts[at].startswith(asked))
        return [self._ids[at] for at in (*starts, *islice(rest, most - len(starts)))]

    def _with(self, words: Sequence[str]) -> Iterator[int]:
        """Yield the numbers of the texts in which any of these words occurs, in order."""
        found = re.compile("|".join(map(re.escape, words))).finditer(self._all)
        return (at for at, _ in groupby(bisect_right(self._begins, match.start()) - 1 for match in found))

    def _has(self, at: int, wanted: Iterable[Sequence[str]]) -> bool:
        return all(any(word in self._texts[at] for word in words) for words in wanted)

    def _meant(self, word: str) -> tuple[str, ...]:
        """Return the word if it is part of a name, else the words of names that differ from it by one letter."""
        if word in self._all:
            return (word,)
        return tuple(sorted(self._words.intersection(_slips(word)))) if len(word) >= SHORTEST_MENDED else ()


def _shortest(words: Sequence[str]) -> int:
    return min(map(len, words))


def _told_apart(service: Service) -> str:
    """Return the label of a service that another one shares, with its country and the beginning of its id."""
    places = sorted({place.country for place in service.coverage})
    return f"{label(service)}, {' and '.join([*places, service.id[:8]])}"


def _slips(word: str) -> Iterator[str]:
    """Yield what one wrong, missing, extra or swapped letter makes of a word."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in LETTERS:
            yield before + letter + after
            yield before + letter + after[1:]
