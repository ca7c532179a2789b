"""Whether a need that is named in a text is wanted: by the words around it.

A wish ("need", "where can i get") makes a need of what follows. A question about an offer ("do they take"), a denial
("i do not need") and a complaint ("... sucks") take it away, until the next wish.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bot.flows.names import Named, Need


class Mark(Named):
    """Words around a need. The value is the section of the lexicon that lists them."""

    WISH = "wishes"
    ASKED = "asked"
    UNWANTED = "unwanted"
    COMPLAINT = "complaints"
    LINK = "links"
    JOIN = "joins"


class Wished(NamedTuple):
    """Need whose words are common in other talk: it counts only after a wish, or as the whole text."""

    need: Need


class General(NamedTuple):
    """Need whose words often go with a closer one ("an asylum lawyer"): it counts only if none stands beside it."""

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

_CLOSE = 4
"""Number of words between a general need and a closer one."""


class Wishes:
    """Marks of one text. `length` is its number of words."""

    def __init__(self, marks: Iterable[tuple[Mark, Place]], length: int) -> None:
        found = list(marks)
        self._joins = [place for mark, place in found if mark is Mark.JOIN]
        self._links = [place for mark, place in found if mark is Mark.LINK]
        found = [one for one in found if one[0] not in {Mark.JOIN, Mark.LINK}]
        self._marks = [one for one in found if not any(_covers(other, one) for other in found)]
        self._length = length

    def allow(self, place: Place, *, wished: bool) -> bool:
        """Return whether a need at `place` is wanted. `wished`: its words need a wish."""
        nearest = self._nearest(place)
        if nearest in {Mark.ASKED, Mark.UNWANTED}:
            return False
        if nearest is Mark.WISH:
            return True
        if any(mark is Mark.COMPLAINT and place.end <= other.start <= place.end + _BACK for mark, other in self._marks):
            return False
        return not wished or self._length - (place.end - place.start) <= _BESIDE

    def keep_closer(self, general: Place, closer: Iterable[Place]) -> bool:
        """Return whether a general need counts beside the closer ones of a text."""
        return not any(self._go_together(general, other) for other in closer)

    def _go_together(self, one: Place, other: Place) -> bool:
        """Return whether two needs are one: they overlap, touch, or a small word such as "for" links them."""
        first, last = (one, other) if one.start <= other.start else (other, one)
        if last.start <= first.end:
            return True
        between = range(first.end, last.start)
        return (
            len(between) <= _CLOSE
            and any(first.start <= link.start < last.start for link in self._links)
            and not any(join.start in between for join in self._joins)
        )

    def _nearest(self, place: Place) -> Mark | None:
        before = [
            (other.start, other.end, mark is not Mark.WISH, mark.value)
            for mark, other in self._marks
            if mark in _REACH and other.start <= place.start <= other.end + _REACH[mark]
        ]
        return Mark(max(before)[3]) if before else None


def without_inner(found: Iterable[tuple[Need, Place]]) -> list[tuple[Need, Place]]:
    """Leave out each need that is only a part of the words of another one: "food" in "food stamps"."""
    needs = list(found)
    return [
        (need, place)
        for need, place in needs
        if not any(
            other is not need and place != around and around.start <= place.start and place.end <= around.end
            for other, around in needs
        )
    ]


def _covers(outer: tuple[Mark, Place], inner: tuple[Mark, Place]) -> bool:
    """Return whether the inner mark is only a part of the outer one, which is of another kind.

    A wish within a denial is none, even if it goes on after it: "not looking for".
    """
    (kind, out), (other, within) = outer, inner
    if kind is other or not out.start <= within.start < out.end:
        return False
    if other is Mark.WISH and out.start < within.start:
        return True
    return within.end <= out.end and (out != within or other is Mark.WISH)
