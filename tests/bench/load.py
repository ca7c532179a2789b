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
from collections.abc import Callable
from contextlib import ExitStack, suppress
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
    """Connection: whose conversation it carries now, and what has come of the answer so far."""

    def __init__(self, port: int, selector: selectors.BaseSelector, texts: int) -> None:
        self._port, self._selector, self._left = port, selector, texts
        self.talk: deque[bytes] = deque()
        self.sent_at, self._answer = 0.0, b""
        self._open()

    def _open(self) -> None:
        self._wire = socket.create_connection(("127.0.0.1", self._port))
        self._wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._selector.register(self._wire, selectors.EVENT_READ, self)

    def close(self) -> None:
        if self._wire.fileno() >= 0:
            self._selector.unregister(self._wire)
            self._wire.close()

    def send(self, ready: deque[deque[bytes]]) -> int:
        """Send the next text of the person who waits longest. Return 1, or 0 when nobody has more to say."""
        if not ready:
            return 0
        self.talk, self._answer = ready.popleft(), b""
        self.sent_at = time.perf_counter()
        if not self._left:
            self.close()
            self._open()
            self._left = TEXTS_A_CONNECTION
        self._left -= 1
        self._wire.sendall(self.talk.popleft())
        return 1

    def receive(self, judge: Judge) -> str | None:
        """Take in what has come. Return None while the answer is not whole, else what is wrong with it, or ""."""
        part = b""
        with suppress(OSError):
            part = self._wire.recv(65_536)
        if not part:
            self.close()
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
    done, ahead = Round(), deque(deque(talk) for talk in talks)
    ready = deque(ahead.popleft() for _ in range(min(AT_ONCE, len(ahead))))
    gc.collect()
    gc.disable()  # garbage is not looked for while it is measured
    with ExitStack() as stack:
        stack.callback(gc.enable)
        selector = stack.enter_context(selectors.DefaultSelector())
        lines = [_Line(port, selector, number % TEXTS_A_CONNECTION + 1) for number in range(CONNECTIONS)]
        for line in lines:
            stack.callback(line.close)
        began_at, busy = time.perf_counter(), time.process_time()
        in_flight = sum(line.send(ready) for line in lines)
        while in_flight:
            events = selector.select(SILENCE_SECONDS)
            if not events:
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
                if fault != "closed":
                    ready.extend([line.talk] if line.talk else [ahead.popleft()] if ahead else [])
                    in_flight += line.send(ready)
        done.seconds = time.perf_counter() - began_at
        done.busy = (time.process_time() - busy) / done.seconds
    return done
