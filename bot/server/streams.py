"""Open streams of one web process: connections on which pages learn that something has changed.

A stream holds no thread. The worker's main loop owns the sockets. One thread of the process listens for news, and asks
at each heart beat whether the owner of a stream may still have it. Nothing is kept for a slow reader: they are dropped,
and their page asks for what it has missed. This module knows no app: what a stream says, and to whom, comes from there.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import Any, Protocol

from bot.errors import StoreUnavailable, safe_location

log = logging.getLogger(__name__)

DOOR = "warmline.streams"
"""The key under which a request carries the door to the streams of its process."""

BEAT = b"event: beat\ndata:\n\n"
"""The heart beat. An event and no comment: no script of a page hears a comment, and it has to notice a dead stream."""

BEAT_SECONDS = 5.0
MOST_STREAMS = 200
"""How many streams one process holds."""

MOST_OF_ONE = 4
"""How many of them one colleague has. All tabs of a browser share a stream."""

MOST_CHECKS = 50
"""How many owners are asked about in a row, so that news does not wait long. All of them have their turn in time."""

REST_SECONDS = 5.0
"""After news was lost, no stream opens for this long."""

News = Callable[[], Iterator[bytes]]
"""Yields what to say, or b"" while there is nothing; the first time when it has begun to listen."""


@dataclass(eq=False, slots=True)
class Stream:
    """One stream. `conn` is set once the main loop has it; `beat_at` is when its owner is asked about again."""

    owner: str
    is_allowed: Callable[[], bool]
    conn: Any = None
    beat_at: float = 0.0


class Loop(Protocol):
    """What the streams need of the worker's main loop. Only `defer` may be called from another thread."""

    def defer(self, call: Callable[..., None], *values: Any) -> None:
        """Call this in the main loop."""

    def end_stream(self, conn: Any) -> None:
        """Close our side of a connection."""

    def drop_stream(self, conn: Any) -> None:
        """Close a connection at once."""


class Streams:
    """Streams of one process. `open` is called by the threads that answer, all else without `_` by the main loop."""

    def __init__(self, loop: Loop) -> None:
        self._loop, self._lock = loop, threading.Lock()
        self._all: set[Stream] = set()
        self._begun: dict[Any, Stream] = {}  # by connection
        self._promised: dict[Any, Stream] = {}  # by the socket of the request that is being answered
        self._thread: threading.Thread | None = None
        self._hears = False
        self._rests_until = 0.0

    def __len__(self) -> int:
        """Return how many are open."""
        return len(self._all)

    def open(self, line: Any, owner: str, is_allowed: Callable[[], bool], news: News) -> bool:
        """Promise a stream to the request on the socket `line`. Return False if there is no room.

        `is_allowed` is asked again at each heart beat.
        """
        with self._lock:
            if monotonic() < self._rests_until or len(self._all) >= MOST_STREAMS:
                return False
            if sum(stream.owner == owner for stream in self._all) >= MOST_OF_ONE:
                return False
            self._promised[line] = stream = Stream(owner, is_allowed)
            self._all.add(stream)
            if self._thread is None:
                self._thread = threading.Thread(target=self._keep, args=(news,), daemon=True, name="streams")
                self._thread.start()
        return True

    def is_promised(self, line: Any) -> bool:
        """Tell whether the request on this socket was promised a stream. A thread that answers may ask."""
        return line in self._promised

    def promised(self, line: Any) -> Stream | None:
        """Return the stream that the answered request on this socket was promised."""
        with self._lock:
            return self._promised.pop(line, None)

    def begin(self, stream: Stream, conn: Any) -> None:
        """Begin to tell what is new on this connection, which does not block."""
        stream.conn = conn
        self._begun[conn] = stream
        if self._hears:
            self._send(conn, BEAT)

    def forget(self, conn: Any) -> None:
        """Forget a connection that is closed, if it is one of ours."""
        stream = self._begun.pop(conn, None)
        if stream is not None:
            self.cancel(stream)

    def cancel(self, stream: Stream) -> None:
        """Forget a stream that never began."""
        with self._lock:
            self._all.discard(stream)

    def end_all(self) -> None:
        """End all that have begun."""
        for conn in tuple(self._begun):
            self._loop.end_stream(conn)

    def _beat(self, stream: Stream) -> None:
        if stream.conn in self._begun:
            self._send(stream.conn, BEAT)

    def _tell(self, data: bytes) -> None:
        for conn in tuple(self._begun):
            self._send(conn, data)

    def _send(self, conn: Any, data: bytes) -> None:
        try:
            is_sent = conn.sock.send(data) == len(data)
        except OSError:
            is_sent = False
        if not is_sent:
            self._loop.drop_stream(conn)

    def _end(self, stream: Stream) -> None:
        if stream.conn in self._begun:
            self._loop.end_stream(stream.conn)

    # The thread

    def _keep(self, news: News) -> None:
        """Pass on the news until there is no stream left, or until the news is lost, which ends all streams."""
        try:
            self._pass_on(news)
        except Exception as error:  # of the store, or of the app whose functions these are
            log.warning("news for the console is lost: %s", safe_location(error))
            with self._lock:
                self._rests_until = monotonic() + REST_SECONDS
                self._thread, self._hears = None, False
            self._loop.defer(self.end_all)

    def _pass_on(self, news: News) -> None:
        for data in news():
            self._hears = True
            if data:
                self._loop.defer(self._tell, data)
            now = monotonic()
            due = [stream for stream in tuple(self._all) if stream.conn is not None and stream.beat_at <= now]
            for stream in sorted(due, key=lambda one: one.beat_at)[:MOST_CHECKS]:
                stream.beat_at = now + BEAT_SECONDS
                self._loop.defer(self._beat if _may_go_on(stream) else self._end, stream)
            with self._lock:
                if not self._all:
                    self._thread, self._hears = None, False
                    return


def _may_go_on(stream: Stream) -> bool:
    """Ask the app. A fault of one stream ends that one, and without the store none can go on."""
    try:
        return stream.is_allowed()
    except StoreUnavailable:
        raise
    except Exception as error:
        log.warning("a stream was not checked: %s", safe_location(error))
        return False


class Door:
    """What a request sees of the streams."""

    def __init__(self, streams: Streams, line: Any) -> None:
        self.open = partial(streams.open, line)
        self.count = streams.__len__
