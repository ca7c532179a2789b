"""The load: sixteen connections, each kept open for some texts, each sending the next as soon as its answer is there.

One loop over plain sockets, so that the servers are what is slow. The texts of one person wait for one another.
Connections are renewed because a worker keeps those it accepted: sixteen that stay for ever may all be with one of
the two, by chance, and then chance is what is measured. A new one goes to whichever worker has time.
"""

from __future__ import annotations

import gc
import re
import selectors
import socket
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import cast

CONNECTIONS = 16
TEXTS_A_CONNECTION = 8
AT_ONCE = 3 * CONNECTIONS
"""People in the middle of a conversation at any time."""

SILENCE_SECONDS = 20.0
"""So long without any answer, and the round is given up: as long as the provider would wait, and more."""

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)

Judge = Callable[[bytes, bytes], str]
"""The head and the body of an answer become the name of what is wrong with it, "" when nothing is."""


@dataclass
class Round:
    """What came of one round. Times are in seconds; `busy` is the share of a processor that the load itself took."""

    seconds: float = 0.0
    waits: list[float] = field(default_factory=list)
    wrong: Counter[str] = field(default_factory=Counter)
    busy: float = 0.0

    @property
    def rate(self) -> float:
        """Answers in a second."""
        return len(self.waits) / self.seconds if self.seconds else 0.0


class _Line:
    """One connection: whose conversation it carries now, and what has come of the answer so far."""

    def __init__(self, port: int, selector: selectors.BaseSelector, texts: int) -> None:
        self._port, self._selector, self._texts = port, selector, texts
        self.talk: deque[bytes] = deque()
        self.sent_at = 0.0
        self._answer = b""
        self._open()

    def _open(self) -> None:
        self._wire = socket.create_connection(("127.0.0.1", self._port))
        self._wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._selector.register(self._wire, selectors.EVENT_READ, self)

    def close(self) -> None:
        """Nothing more is sent."""
        if self._wire.fileno() >= 0:
            self._selector.unregister(self._wire)
            self._wire.close()

    def send(self, ready: deque[deque[bytes]]) -> int:
        """Send the next text of whoever waits longest; 1, or 0 when nobody has anything more to say."""
        if not ready:
            return 0
        self.talk, self._answer = ready.popleft(), b""
        self.sent_at = time.perf_counter()
        if not self._texts:
            self.close()
            self._open()
            self._texts = TEXTS_A_CONNECTION
        self._texts -= 1
        self._wire.sendall(self.talk.popleft())
        return 1

    def receive(self, judge: Judge) -> str | None:
        """Take in what has come: None while the answer is not whole, else what is wrong with it, "" for nothing."""
        try:
            part = self._wire.recv(65_536)
        except OSError:
            part = b""
        if not part:
            return "closed"
        self._answer += part
        head, end, body = self._answer.partition(b"\r\n\r\n")
        if not end:
            return None
        length = _LENGTH.search(head)
        if length is None:
            return "of no length"
        return judge(head, body) if len(body) >= int(length[1]) else None


def fire(port: int, talks: list[list[bytes]], judge: Judge) -> Round:
    """Send the talks to the server at `port`, each to its end, so that every round has the same mix; judge all."""
    done = Round()
    ahead = deque(deque(talk) for talk in talks)
    ready = deque(ahead.popleft() for _ in range(min(AT_ONCE, len(ahead))))
    with _lines(port) as (lines, selector), _no_pauses():
        began_at, busy = time.perf_counter(), time.process_time()
        heard_at, in_flight = began_at, sum(line.send(ready) for line in lines)
        while in_flight:
            events = selector.select(1.0)
            if events:
                heard_at = time.perf_counter()
            elif time.perf_counter() - heard_at > SILENCE_SECONDS:
                done.wrong["no answer"] += in_flight
                break
            for key, _ in events:
                line = cast(_Line, key.data)
                if (fault := line.receive(judge)) is None:
                    continue
                in_flight -= 1
                done.waits.append(time.perf_counter() - line.sent_at)
                if fault:
                    done.wrong[fault] += 1
                if fault == "closed":
                    line.close()
                    continue
                if line.talk:
                    ready.append(line.talk)
                elif ahead:
                    ready.append(ahead.popleft())
                in_flight += line.send(ready)
        done.seconds = time.perf_counter() - began_at
        done.busy = (time.process_time() - busy) / done.seconds
    return done


@contextmanager
def _lines(port: int) -> Iterator[tuple[list[_Line], selectors.BaseSelector]]:
    with selectors.DefaultSelector() as selector:
        lines: list[_Line] = []
        try:
            for number in range(CONNECTIONS):
                lines.append(_Line(port, selector, texts=number % TEXTS_A_CONNECTION + 1))  # not all renewed at once
            yield lines, selector
        finally:
            for line in lines:
                line.close()


@contextmanager
def _no_pauses() -> Iterator[None]:
    """Garbage is not looked for while it is measured."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
