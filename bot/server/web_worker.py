"""Worker class of gunicorn that reads a whole request before a thread works on it.

gunicorn's own threads read from the client, without a deadline: as many half-sent requests as there are threads keep
everybody else out. Here the main loop collects each request without blocking and closes what is not whole in time, so
that an open connection costs memory and no thread. Closing waits for no client either.

A buffering proxy in front does the same for the reply; see `deploy/`.

The main loop also keeps the streams of `bot.server.streams`, once a thread has answered that one may be opened.
"""

from __future__ import annotations

import contextlib
import os
import re
import selectors
import socket
import struct
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextvars import Context
from functools import partial
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker

from bot.config.settings import load_settings
from bot.content.preload import preload
from bot.errors import ContentError, EarUnavailable, SettingsError
from bot.server.readiness import announce
from bot.server.streams import DOOR, Door, Stream, Streams

READ_SECONDS = 10.0
"""Time for a whole request, from the start of its connection. Larger bodies get more, by `SLOWEST_BYTES`."""

SLOWEST_BYTES = 20_000
"""Bytes a second that the body of a larger request must reach."""

SEND_SECONDS = 20
"""Time for which a client may take none of a response."""

LINGER_SECONDS = 2.0
MOST_BYTES = 1_200_000
"""Size from which a request is no longer collected: the app refuses it by its length."""

MOST_WAITING = 256
MOST_WAITING_BYTES = 32_000_000
"""How many unfinished requests may wait in one process, and their size. The oldest gives way to a new one."""

STREAM_BYTES = 4096
"""What the system may buffer of a stream, and after how long without a sign of its client it gives up."""

STREAM_SILENT_MS = 15_000

CHUNK = 65_536
_END_OF_HEAD = b"\r\n\r\n"
_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*([0-9]{1,18})[ \t]*\r\n", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding:[^\r\n]*chunked", re.IGNORECASE)
_EXPECTS = re.compile(rb"\r\nexpect:[ \t]*100-continue", re.IGNORECASE)
_TIMEOUT = struct.Struct("@ll")


class Incoming:
    """Request that is being received. `deadline` is on the monotonic clock."""

    __slots__ = ("_head", "_length", "conn", "data", "deadline", "told")

    def __init__(self, conn: TConn, deadline: float) -> None:
        self.conn, self.data, self.deadline = conn, bytearray(), deadline
        self.told = False  # that the body may be sent, to a client who asked
        self._head, self._length = 0, 0

    def is_whole(self) -> bool:
        """Tell whether a thread can work on the request without waiting for more of it."""
        if not self._head and not self._find_head():
            return len(self.data) > CHUNK  # too long for a head: the parser refuses it
        if self._length < 0:
            return self.data.endswith(b"0\r\n\r\n") or len(self.data) >= MOST_BYTES
        return len(self.data) >= min(self._head + self._length, MOST_BYTES)

    def expects_to_be_told(self) -> bool:
        """Tell, once, whether the client waits for leave to send the body."""
        if self.told or not self._head:
            return False
        self.told = True
        return bool(_EXPECTS.search(self.data, 0, self._head))

    def _find_head(self) -> bool:
        """Find where the body begins, and how long it is: -1 if it comes in chunks."""
        end = self.data.find(_END_OF_HEAD)
        if end < 0:
            return False
        self._head = end + len(_END_OF_HEAD)
        length = _LENGTH.search(self.data, 0, self._head)
        self._length = -1 if _CHUNKED.search(self.data, 0, self._head) else int(length[1]) if length else 0
        self.deadline += min(max(self._length, 0), MOST_BYTES) / SLOWEST_BYTES
        return True


class BufferingWorker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Threaded worker whose threads never wait for a client to send."""

    wsgi: Any

    @classmethod
    def setup(cls) -> None:
        """Load what reads texts once, before the processes fork: they then share the memory."""
        with contextlib.suppress(EarUnavailable, ContentError, SettingsError):  # each process says so when it starts
            preload(local_model=load_settings(os.environ).local_model)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._incoming: dict[TConn, Incoming] = {}  # the oldest first
        self._leaving: dict[TConn, float] = {}  # closed on our side, with the deadline for the client's
        self._streams = Streams(self)

    def run(self) -> None:
        """Answer requests until it is stopped."""
        announce()
        super().run()

    def load_wsgi(self) -> None:
        """Load the app, and give its requests the door to the streams."""
        super().load_wsgi()
        self.wsgi = partial(self._answer, self.wsgi)

    def _answer(
        self, app: Callable[..., Iterable[bytes]], environ: dict[str, Any], start_response: Any
    ) -> Iterable[bytes]:
        line = environ["gunicorn.socket"]
        environ[DOOR] = Door(self._streams, line)
        body = app(environ, start_response)
        if self._streams.is_promised(line):
            # the response has no end yet: the client must not wait for the next chunk, and the length is unknown
            response = start_response.__self__
            response.chunked = False
            response.force_close()
        return body

    def accept(self, listener: socket.socket) -> None:
        """Accept a connection and wait for its request in the main loop."""
        try:
            client, address = listener.accept()
        except (BlockingIOError, InterruptedError, ConnectionAbortedError):
            return
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, _TIMEOUT.pack(int(READ_SECONDS), 0))
        client.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, _TIMEOUT.pack(SEND_SECONDS, 0))
        self.nr_conns += 1
        self._receive(TConn(self.cfg, client, address, listener.getsockname()))

    def on_client_socket_readable(self, conn: TConn, client: socket.socket) -> None:
        """Wait in the main loop for the next request of a connection that was kept alive."""
        self.poller.unregister(client)
        self.keepalived_conns.remove(conn)
        self._receive(conn)

    def handle(self, conn: TConn) -> object:
        """Handle a whole request in a thread. A second one behind it is not answered: nobody sends those."""
        # in a context of its own, so that no line is written under the request before it
        keeps = Context().run(super().handle, conn)
        return bool(keeps) and not conn.parser.unreader.buf.getvalue()

    def finish_request(self, conn: TConn, fs: Future[object]) -> None:
        """Keep the connection for a stream or the next request, or close it without waiting for the client."""
        stream = self._streams.promised(conn.sock)
        try:
            keeps = not fs.cancelled() and bool(fs.result())
        except Exception:  # logged where it was raised
            keeps = None
        if stream is not None and keeps is False and self.alive:
            self._begin_stream(conn, stream)
            return
        if stream is not None:
            self._streams.cancel(stream)
        if keeps is None:
            self._drop(conn)
        elif keeps:
            super().finish_request(conn, fs)
        else:
            self._leave(conn)

    def murder_pending(self) -> None:
        """Close connections whose request or whose closing takes too long."""
        super().murder_pending()
        if not self.alive:
            self._streams.end_all()
        now = time.monotonic()
        for incoming in [one for one in self._incoming.values() if one.deadline < now]:
            self._drop(incoming.conn)
        for conn in [one for one, deadline in self._leaving.items() if deadline < now]:
            self._drop(conn)

    def _receive(self, conn: TConn) -> None:
        conn.sock.setblocking(False)
        self._incoming[conn] = incoming = Incoming(conn, time.monotonic() + READ_SECONDS)
        self.poller.register(conn.sock, selectors.EVENT_READ, partial(self._on_data, incoming))
        while len(self._incoming) > MOST_WAITING or self._waiting_bytes() > MOST_WAITING_BYTES:
            self._drop(next(iter(self._incoming)))

    def _waiting_bytes(self) -> int:
        return sum(len(one.data) for one in self._incoming.values())

    def _on_data(self, incoming: Incoming, client: socket.socket) -> None:
        conn = incoming.conn
        try:
            data = client.recv(CHUNK)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            data = b""
        if not data:
            self._drop(conn)
            return
        incoming.data += data
        if incoming.is_whole():
            self.poller.unregister(client)
            del self._incoming[conn]
            self._hand_over(conn, bytes(incoming.data))
        elif incoming.expects_to_be_told():
            try:
                client.send(b"HTTP/1.1 100 Continue\r\n\r\n")
            except OSError:
                self._drop(conn)

    def _hand_over(self, conn: TConn, data: bytes) -> None:
        """Let a thread parse and answer what was received."""
        try:
            conn.init()
        except OSError:
            self._drop(conn)
            return
        conn.data_ready = True
        conn.parser.unreader.unread(data)
        self.enqueue_req(conn)

    def defer(self, call: Callable[..., None], *values: Any) -> None:
        """Call this in the main loop."""
        self.method_queue.defer(call, *values)

    def end_stream(self, conn: TConn) -> None:
        """Close our side of a stream."""
        self._streams.forget(conn)
        with contextlib.suppress(KeyError, ValueError):
            self.poller.unregister(conn.sock)
        self._leave(conn)

    def drop_stream(self, conn: TConn) -> None:
        """Close a stream at once."""
        self._drop(conn)

    def _begin_stream(self, conn: TConn, stream: Stream) -> None:
        try:
            conn.sock.setblocking(False)
            conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, STREAM_BYTES)
            if conn.sock.family != socket.AF_UNIX and hasattr(socket, "TCP_USER_TIMEOUT"):
                conn.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, STREAM_SILENT_MS)
            self.poller.register(conn.sock, selectors.EVENT_READ, partial(self._on_leaving, conn))
        except (OSError, ValueError, KeyError):
            self._streams.cancel(stream)
            self._drop(conn)
            return
        self._streams.begin(stream, conn)

    def _leave(self, conn: TConn) -> None:
        """Close our side, and the whole when the client has read the response and closes, or after a while."""
        try:
            conn.sock.setblocking(False)
            conn.sock.shutdown(socket.SHUT_WR)
            self.poller.register(conn.sock, selectors.EVENT_READ, partial(self._on_leaving, conn))
        except (OSError, ValueError, KeyError):
            self._drop(conn)
            return
        self._leaving[conn] = time.monotonic() + LINGER_SECONDS

    def _on_leaving(self, conn: TConn, client: socket.socket) -> None:
        try:
            if client.recv(CHUNK):
                return
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            pass
        self._drop(conn)

    def _drop(self, conn: TConn) -> None:
        """Close a connection at once."""
        self._incoming.pop(conn, None)
        self._leaving.pop(conn, None)
        self._streams.forget(conn)
        with contextlib.suppress(OSError, KeyError, ValueError):  # it may be with a thread
            self.poller.unregister(conn.sock)
        self.nr_conns -= 1
        conn.close()
