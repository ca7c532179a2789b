"""Promise 1, exhaustively: in any order of events, nothing is visible without a live consent.

All sequences of up to six letters (`LETTERS`) are walked. After each letter, everything that anyone could see is
compared with the consent given, which the test records by itself (`consent_model.oracle`).

Sequences that lead to the same shape of the world (`consent_model.shape`) are continued from only one of them. This is
sound because the effect of a letter follows from what is stored, the time, and what the test remembers, and the shape
is read from just these. It leaves out random names, how often and how long ago, and what only decides the bot's next
offer. The last test would find it if that were too much: it walks whole random sequences, without merging and with the
traces of every look kept, and each must go through the same shapes as the merged walk.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.promises.consent_model.fixtures import Kept, agency_system
from tests.promises.consent_model.shape import seen_of, shape_of
from tests.promises.consent_model.views import Leak, look_at_cases, look_at_texts, look_at_the_rest
from tests.promises.consent_model.world import LETTERS, World, can

DEPTH, DEPTH_WITH_CONTACT = 6, 3
SAMPLE = 300
TO_THE_RETURN = ("give", "remember", "take", "close", "give")
TO_THE_UNNAMED_RETURN = ("give_partly", "take", "close", "give_partly", "remember", "take", "close", "give_partly")
TO_THE_CONTACT = ("give", "take", "propose", "agree", "work", "contact_joins")


class Walk:
    """Walk over all shapes, breadth first: where each letter leads from each shape."""

    def __init__(self, world: World, to: tuple[str, ...] = ()) -> None:
        world.put_back(world.start)
        for letter in to:
            world.do(letter)
        self.world, self.start = world, world.keep()
        self.first = shape_of(world)
        self.leads: dict[str, dict[str, str]] = {}
        self.counts: list[int] = []
        self.pages = 0
        self._looked: set[tuple[str, str]] = set()

    def go(self, depth: int) -> None:
        """Walk all sequences of up to `depth` letters; raise Leak with the letters that led to it."""
        front: dict[str, tuple[Kept, tuple[str, ...]]] = {self.first: (self.start, ())}
        known = {self.first}
        for _ in range(depth):
            ahead: dict[str, tuple[Kept, tuple[str, ...]]] = {}
            for shape, (kept, letters) in front.items():
                self.leads[shape] = {}
                for letter in LETTERS:
                    then = self.leads[shape][letter] = self._step(shape, kept, letters, letter)
                    if then in known:
                        continue
                    known.add(then)
                    ahead[then] = (self.world.keep(), (*letters, letter))
                    self._look((*letters, letter))
            self.counts.append(len(ahead))
            front = ahead

    def _step(self, shape: str, kept: Kept, letters: tuple[str, ...], letter: str) -> str:
        """Play a letter and return the shape that it leads to; check what it sends."""
        world = self.world
        if not can(kept.memory, letter):
            return shape
        world.put_back(kept)
        world.do(letter)
        with after((*letters, letter)):
            look_at_texts(world)
        return shape_of(world)

    def _look(self, letters: tuple[str, ...]) -> None:
        """Check all pages of a new shape, unless a shape that shows the same was checked."""
        for look in (look_at_cases, look_at_the_rest):
            seen = (look.__name__, seen_of(self.world, words=look is look_at_cases))
            if seen not in self._looked:
                self._looked.add(seen)
                with after(letters):
                    self.pages += look(self.world)


@contextmanager
def after(letters: tuple[str, ...]) -> Iterator[None]:
    """Add the letters that led to it to a leak."""
    try:
        yield
    except Leak as leak:
        raise Leak(f"{leak}; after {' > '.join(letters)}") from None


@pytest.fixture(scope="module")
def world(redis_url: str) -> Iterator[World]:
    """Provide a world for this module alone."""
    with agency_system() as (hook, heard):
        yield World(redis_url, hook, heard)


@pytest.fixture(scope="module")
def walk(world: World) -> Walk:
    """Walk from the end of the story, before any consent."""
    walk = Walk(world)
    walk.go(DEPTH)
    return walk


def test_nothing_is_shown_sent_or_exported_without_live_consent(walk: Walk) -> None:
    stand_for = sum(len(LETTERS) ** length for length in range(1, DEPTH + 1))
    print(f"{1 + sum(walk.counts)} states {walk.counts} stand for {stand_for} sequences; {walk.pages} pages looked at")
    assert len(walk.counts) == DEPTH and all(walk.counts)


def test_consent_holds_with_an_agency_contact_in_the_conversation(world: World) -> None:
    walk = Walk(world, TO_THE_CONTACT)
    assert world.memory.oracle.contact_in
    walk.go(DEPTH_WITH_CONTACT)
    print(f"with a contact: {1 + sum(walk.counts)} states {walk.counts}; {walk.pages} pages looked at")


@pytest.mark.parametrize("to", [TO_THE_RETURN, TO_THE_UNNAMED_RETURN], ids=["named", "unnamed"])
def test_consent_holds_for_a_person_who_is_back(world: World, to: tuple[str, ...]) -> None:
    walk = Walk(world, to)
    oracle = world.memory.oracle
    assert oracle.earlier(oracle.cases, world.clock.now), "an earlier case is shown"
    walk.go(DEPTH_WITH_CONTACT)
    print(f"back: {1 + sum(walk.counts)} states {walk.counts}; {walk.pages} pages looked at")


def test_unmerged_random_sequences_match_the_merged_walk(walk: Walk, world: World) -> None:
    chance = random.Random(3)  # noqa: S311 -- the same at each run
    for _ in range(SAMPLE):
        world.put_back(walk.start)
        shape, letters = walk.first, chance.choices(LETTERS, k=DEPTH)
        for place, letter in enumerate(letters, 1):
            if can(world.memory, letter):
                world.do(letter)
            with after(tuple(letters[:place])):
                look_at_texts(world)
            world.hush()
            shape = walk.leads[shape][letter]
            assert shape_of(world) == shape, f"merged with what goes another way: {' > '.join(letters[:place])}"
        with after(tuple(letters)):
            look_at_cases(world)
            look_at_the_rest(world)
