"""Measures of operation, summed over all processes: counters, and which processes live.

Names, numbers and states only: nothing of a person. Each process adds what it has counted from time to time, never
within a turn. Counters have no end, so that they go on over a restart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bot.store import content, delivery, directory, metrics
from bot.store.connection import Query, RedisServer
from bot.store.editions import edition

CAUGHT_UP = "caught_up"
"""Key of the time up to which all texts are answered."""

COUNTERS, PROCESSES, STREAMS = "measures", "measures:processes", "measures:streams"

LIVES_SECONDS = 45
"""After so long without a sign of life a process counts as gone."""


class Process(NamedTuple):
    """Sign of life: "web" or "worker", when (epoch seconds), and whether it holds the model; None if it needs none."""

    kind: str
    at: int
    has_model: bool | None = None


class Status(NamedTuple):
    """How things stand. `figures` are the counts of the month; Times are in epoch seconds, 0 if never set."""

    words: int
    directory: int
    caught_up: int
    erased_until: int
    is_refused: bool
    figures: dict[str, int]


class MeasureStore:
    """Measures in Redis. Every method may raise StoreUnavailable."""

    def __init__(self, server: RedisServer) -> None:
        self._server = server

    def add(self, counted: Mapping[str, int], process: str, sign: Process, streams: int = 0) -> None:
        """Add to the counters and give a sign of life of `process`, in one round trip.

        `streams` is how many streams of the console are open in it.
        """
        model = "" if sign.has_model is None else int(sign.has_model)
        self._server.batch(
            [
                ("MULTI",),
                *(("HINCRBY", COUNTERS, name, count) for name, count in counted.items()),
                ("HSET", PROCESSES, process, f"{sign.kind}:{sign.at}:{model}"),
                ("EXPIRE", PROCESSES, LIVES_SECONDS * 10),
                ("HSET", STREAMS, process, f"{sign.at}:{streams}"),
                ("EXPIRE", STREAMS, LIVES_SECONDS * 10),
                ("EXEC",),
            ]
        )

    def counters_query(self) -> Query[dict[str, int]]:
        """Query all counters by name."""
        return Query([("HGETALL", COUNTERS)], lambda found: {name: int(count) for name, count in _pairs(found[0])})

    def processes_query(self, now: int) -> Query[list[Process]]:
        """Query the processes that live at `now` (epoch seconds)."""

        def decode(found: list[list[bytes]]) -> list[Process]:
            signs = [sign.split(":") for _, sign in _pairs(found[0])]
            known = [Process(kind, int(at), bool(int(model)) if model else None) for kind, at, model in signs]
            return [one for one in known if now - one.at <= LIVES_SECONDS]

        return Query([("HGETALL", PROCESSES)], decode)

    def streams_query(self, now: int) -> Query[int]:
        """Query how many streams of the console are open in the processes that live at `now` (epoch seconds)."""

        def decode(found: list[list[bytes]]) -> int:
            signs = [sign.split(":") for _, sign in _pairs(found[0])]
            return sum(int(count) for at, count in signs if now - int(at) <= LIVES_SECONDS)

        return Query([("HGETALL", STREAMS)], decode)

    def status_query(self, day: str) -> Query[Status]:
        """Query the rest that tells how things stand on `day` (like 2026-11-22)."""
        _, month = metrics.places(day)
        keys = (content.POINTER, directory.POINTER, CAUGHT_UP, delivery.ERASED_UNTIL, delivery.REFUSED)

        def decode(found: list[list[bytes]]) -> Status:
            (words, at, caught_up, erased, refused), figures = found
            records = edition(at)
            return Status(
                int(words or 0), records.number if records else 0, int(caught_up or 0), int(erased or 0),
                refused is not None, {name: int(count) for name, count in _pairs(figures)},
            )  # fmt: skip

        return Query([("MGET", *keys), ("HGETALL", month)], decode)

    def leave(self, process: str) -> None:
        """Forget a process that ends."""
        self._server.batch([("HDEL", PROCESSES, process), ("HDEL", STREAMS, process)])


def _pairs(flat: Sequence[bytes]) -> list[tuple[str, str]]:
    return [(name.decode(), value.decode()) for name, value in zip(flat[::2], flat[1::2], strict=True)]
