"""Whether a need that is named in a text is wanted: by the words around it.

A wish ("need", "where can i get") makes a need of what follows. A question about an offer ("do they take"), a denial
("i do not need") and a complaint ("... sucks") take it away, until the next wish.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from bot.flows.names import Need


class Mark(Enum):
    """Words around a need. The value is the section of the lexicon that lists them."""

    WISH = "wishes"
    ASKED = "asked"
    UNWANTED = "unwanted"
    COMPLAINT = "complaints"


class Wished(NamedTuple):
    """Need whose words are common in other talk: it counts only after a wish, or as the whole text."""

    need: Need


class Place(NamedTuple):
    """Position of a mark or of a need: the words from `start` up to, not including, `end`."""

    start: int
    end: int


_REACH = {Mark.WISH: 9, Mark.ASKED: 9, Mark.UNWANTED: 5}
"""Number of words after a mark for which it counts."""

_BACK = 6
"""Number of words before a complaint for which it counts."""

_BESIDE = 1
"""Number of other words in a text that is nothing but a need."""


class Wishes:
    """Marks of one text. `length` is its number of words."""

    def __init__(self, marks: Iterable[tuple[Mark, Place]], length: int) -> None:
        found = list(marks)
        against = [place for mark, place in found if mark is not Mark.WISH]
        self._marks = [
            (mark, place)
            for mark, place in found
            if mark is not Mark.WISH or not any(_holds(other, place) for other in against)
        ]
        self._length = length

    def allow(self, place: Place, *, wished: bool) -> bool:
        """Return whether a need at `place` is wanted. `wished`: its words need a wish."""
        nearest = self._nearest(place)
        if nearest in {Mark.ASKED, Mark.UNWANTED}:
            return False
        if nearest is Mark.WISH:
            return True
        if any(
            mark is Mark.COMPLAINT and place.start <= other.start <= place.end + _BACK for mark, other in self._marks
        ):
            return False
        return not wished or self._length - (place.end - place.start) <= _BESIDE

    def _nearest(self, place: Place) -> Mark | None:
        before = [
            (other.start, other.end, mark is not Mark.WISH, mark.value)
            for mark, other in self._marks
            if mark in _REACH and other.start <= place.start <= other.end + _REACH[mark]
        ]
        return Mark(max(before)[3]) if before else None


def _holds(outer: Place, inner: Place) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
