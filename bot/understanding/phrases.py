"""Phrase graph and its search. It knows no meanings: each phrase carries a tag.

Phrase syntax: words; `(a|b c)` one of these; `(x)?` optional; `*` up to two words of any kind;
`<group>` one word of a named group; `^` and `$` the start and the end of the text.

The search walks sets of nodes. Each set is computed once and cached, so a search costs one look-up per word.
All phrases are finite, so no text can make the search slow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
Readings = tuple[str, ...]
"""Words that one word of a text may be read as. Empty for a word that no phrase uses."""

START, END = "^", "$"
MOST_SPOTS = 20_000
"""Maximum number of cached node sets. The cache is then cleared, so that odd texts cannot fill the memory."""

_PIECE = re.compile(r"\(|\)\??|\||\*|<[a-z_0-9]+>|[\^$]|[^\s()|*<>^$?]+|\S")
_MARKS = frozenset({START, END})
_SIGNS = _MARKS | {"(", ")", ")?", "|", "*"}


class Found(NamedTuple, Generic[T]):
    """Match of a phrase: the words from `start` up to, not including, `end`."""

    start: int
    end: int
    tag: T


class Span(NamedTuple):
    """Stretch of words, from `start` up to, not including, `end`."""

    start: int
    end: int


class _Node(Generic[T]):
    """Position between two words of a phrase. Phrases that begin alike share the nodes of their beginning.

    That is safe because a node that a word leads to has this one way in. Tuples, since most stay empty: there are tens
    of thousands of nodes in each process.
    """

    __slots__ = ("after", "any", "free", "tags")

    def __init__(self) -> None:
        self.after: dict[str, _Node[T]] = {}
        self.any: tuple[_Node[T], ...] = ()
        self.free: tuple[_Node[T], ...] = ()  # reached without consuming a word
        self.tags: tuple[T, ...] = ()


class _Spot(Generic[T]):
    """Set of all nodes that the same words lead to, with the next set for each word."""

    __slots__ = ("next", "nodes", "tags")

    def __init__(self, nodes: Iterable[_Node[T]]) -> None:
        self.nodes = tuple(nodes)
        self.next: dict[Readings, _Spot[T] | None] = {}
        self.tags: tuple[T, ...] = tuple({tag for node in self.nodes for tag in node.tags})


class Phrases(Generic[T]):
    """Set of phrases, searched in one pass. `spell` maps a written word to the words that texts are read as."""

    def __init__(self, spell: Callable[[str], Iterable[str]]) -> None:
        self._spell = cache(lambda piece: tuple(spell(piece)))  # phrases share most of their words
        self._root: _Node[T] = _Node()
        self._spots: dict[frozenset[_Node[T]], _Spot[T]] = {}
        self._start: _Spot[T] = _Spot(())
        self.words: set[str] = set()

    def add(self, phrase: str, tag: T) -> None:
        """Add a phrase. Raise ValueError with the reason if it is malformed."""
        pieces = _PIECE.findall(phrase)
        if pieces[:1] == ["*"] or pieces[-1:] == ["*"]:
            raise ValueError("has a '*' at its start or end: leave it out, a phrase is found anywhere")
        end, rest = self._grow(self._root, pieces, 0)
        if rest != len(pieces):
            raise ValueError("has a ')' or '|' without its '('")
        first = _reach([self._root])
        if end in first:
            raise ValueError("says nothing of its own")
        end.tags = (*end.tags, tag)
        self._spots, self._start = {}, _Spot(first)

    def _grow(self, node: _Node[T], pieces: Sequence[str], at: int) -> tuple[_Node[T], int]:
        while at < len(pieces) and pieces[at] not in {")", ")?", "|"}:
            piece = pieces[at]
            at += 1
            if piece == "(":
                node, at = self._choose(node, pieces, at)
            elif piece == "*":
                once: _Node[T] = _Node()
                twice: _Node[T] = _Node()
                node.any, once.any = (*node.any, once), (twice,)
                joined: _Node[T] = _Node()
                for part in (node, once, twice):
                    part.free = (*part.free, joined)
                node = joined
            else:
                for word in self._said(piece):
                    after = node.after.get(word)
                    if after is None:
                        after = node.after[word] = _Node()
                    node = after
        return node, at

    def _choose(self, node: _Node[T], pieces: Sequence[str], at: int) -> tuple[_Node[T], int]:
        joined: _Node[T] = _Node()
        while True:
            end, at = self._grow(node, pieces, at)
            end.free = (*end.free, joined)
            if at == len(pieces):
                raise ValueError("has a '(' without its ')'")
            close = pieces[at]
            at += 1
            if close == ")?":
                node.free = (*node.free, joined)
            if close != "|":
                return joined, at

    def _said(self, piece: str) -> tuple[str, ...]:
        if piece in _MARKS or (piece[0] == "<" and piece[-1] == ">"):
            return (piece,)
        words = self._spell(piece)
        if not words:
            raise ValueError(f"has {piece!r}, which is no word")
        self.words.update(words)
        return words

    def words_of(self, phrase: str) -> frozenset[frozenset[str]]:
        """Return sets of words and groups. A text that the phrase fits is read as all the words of one set."""
        needed, any_of, depth = set[str](), set[str](), 0
        for piece in _PIECE.findall(phrase):
            if piece in _SIGNS:
                depth += (piece == "(") - (piece in {")", ")?"})
            else:
                (any_of if depth else needed).update(self._said(piece))
        return frozenset((frozenset(needed),)) if needed else frozenset(frozenset((word,)) for word in any_of)

    def find(self, text: Sequence[Readings]) -> list[Found[T]]:
        """Find all phrases in a text, given as the readings of each of its words."""
        return [Found(start, end, tag) for start, end, tags in self._walk(text) for tag in tags]

    def spans(self, text: Sequence[Readings], most: int) -> dict[T, list[Span]]:
        """Find what `find` does, at most `most` stretches of each tag. For many short phrases it is twice as fast."""
        found: dict[T, list[Span]] = {}
        length, first = len(text), self._start
        for start in range(length):  # as in `_walk`, which takes a third of the time for itself
            spot: _Spot[T] | None = first
            at = start
            while spot is not None and at < length:
                readings = text[at]
                spot = spot.next[readings] if readings in spot.next else self._move(spot, readings)
                at += 1
                if spot is not None and spot.tags:
                    span = Span(start, at)
                    for tag in spot.tags:
                        spans = found.get(tag)
                        if spans is None:
                            found[tag] = [span]
                        elif len(spans) < most:
                            spans.append(span)
        return found

    def _walk(self, text: Sequence[Readings]) -> Iterator[tuple[int, int, tuple[T, ...]]]:
        """Yield each stretch of a text that a phrase fits, with the tags of all such phrases."""
        length, first = len(text), self._start
        for start in range(length):
            spot: _Spot[T] | None = first
            at = start
            while spot is not None and at < length:
                readings = text[at]
                spot = spot.next[readings] if readings in spot.next else self._move(spot, readings)
                at += 1
                if spot is not None and spot.tags:
                    yield start, at, spot.tags

    def find_parts(self, text: Sequence[Readings]) -> list[Found[T]]:
        """Find the stretches of a text that a phrase from `^` to `$` fits as if each were the whole text."""
        found: list[Found[T]] = []
        first = self._move(self._start, (START,))
        for start in range(len(text)):
            spot = first
            for at in range(start, len(text)):
                spot = self._move(spot, text[at]) if spot is not None else None
                if spot is None:
                    break
                end = self._move(spot, (END,))
                found += [Found(start, at + 1, tag) for tag in end.tags] if end is not None else []
        return found

    def alone(self) -> dict[str, frozenset[T]]:
        """Return each word and group that is a whole text by a phrase from `^` to `$`, with the tags of those."""
        found: dict[str, frozenset[T]] = {}
        begun = _after(self._start.nodes, START)
        for word in {word for node in begun for word in node.after}:
            ended = _after(_after(begun, word), END)
            if tags := frozenset(tag for node in ended for tag in node.tags):
                found[word] = tags
        return found

    def _move(self, spot: _Spot[T], readings: Readings) -> _Spot[T] | None:
        if readings in spot.next:
            return spot.next[readings]
        ahead: list[_Node[T]] = []
        for node in spot.nodes:
            for word in readings:
                if word in node.after:
                    ahead.append(node.after[word])
            ahead += node.any
        nodes = frozenset(_reach(ahead))
        moved = self._spots.get(nodes) if nodes else None
        if nodes and moved is None:
            if len(self._spots) >= MOST_SPOTS:
                self._spots, self._start = {}, _Spot(self._start.nodes)
            moved = self._spots[nodes] = _Spot(nodes)
        spot.next[readings] = moved
        return moved


def _after(nodes: Iterable[_Node[T]], word: str) -> set[_Node[T]]:
    """Return the nodes that one word leads to."""
    return _reach(node.after[word] for node in nodes if word in node.after)


def _reach(nodes: Iterable[_Node[T]]) -> set[_Node[T]]:
    """Return the nodes and all nodes reachable from them without a word."""
    reached: set[_Node[T]] = set()
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        if node not in reached:
            reached.add(node)
            waiting += node.free
    return reached
