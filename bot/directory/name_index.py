"""Search of services by name among very many, with one slip a word. Immutable once made; no I/O, no clock."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

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
        self._rows: list[tuple[str, str]] = []
        same: defaultdict[str, list[Service]] = defaultdict(list)
        self._names: defaultdict[str, list[str]] = defaultdict(list)
        for service in services:
            text = folded(label(service))
            self._rows.append((text, service.id))
            same[text].append(service)
            self._names[folded(service.name)].append(service.id)
        self._rows.sort()
        self._told_apart = {one.id: _told_apart(one) for alike in same.values() if len(alike) > 1 for one in alike}
        self._labels = {text: alike[0].id for text, alike in same.items() if len(alike) == 1}
        self._labels |= {folded(text): service_id for service_id, text in self._told_apart.items()}
        self._words = frozenset(word for text, _ in self._rows for word in text.split())

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
        starts: list[str] = []
        others: list[str] = []
        for row, service_id in self._rows:
            if len(starts) >= most:
                break
            if all(any(word in row for word in words) for words in wanted):
                (starts if row.startswith(asked) else others).append(service_id)
        return [*starts, *others][:most]

    def _meant(self, word: str) -> tuple[str, ...]:
        """Return the word if it is part of a name, else the words of names that differ from it by one letter."""
        if word in self._words or any(word in known for known in self._words):
            return (word,)
        return tuple(sorted(self._words.intersection(_slips(word)))) if len(word) >= SHORTEST_MENDED else ()


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
