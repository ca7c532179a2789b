"""Clients that send half a request, slowly, or do not close: everybody else is answered all the same."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from bot.server.web_worker import LINGER_SECONDS, READ_SECONDS
from tests.support.product import Product, new_phone

pytestmark = pytest.mark.faults

HELD = 40
IN_TIME_SECONDS = 3.0

HEAD = b"POST /sms HTTP/1.1\r\nHost: text.example.org\r\nContent-Type: application/x-www-form-urlencoded\r\n"
HALVES: dict[str, bytes] = {
    "nothing": b"",
    "a byte": b"P",
    "half a head": HEAD,
    "a head without its body": HEAD + b"Content-Length: 400\r\n\r\n",
    "half a body": HEAD + b"Content-Length: 400\r\n\r\nBody=hello&From=",
    "half a chunk": HEAD + b"Transfer-Encoding: chunked\r\n\r\n40\r\nBody=he",
    "a body that waits for leave": HEAD + b"Expect: 100-continue\r\nContent-Length: 400\r\n\r\n",
    "a request and half of the next": b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n" + HEAD,
    "a whole request, never closed": b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    "a bad request, never closed": b"NONSENSE\r\n\r\n",
}


@contextlib.contextmanager
def held(product: Product, sent: bytes, number: int = HELD) -> Iterator[list[socket.socket]]:
    """Hold connections that have sent this much and no more."""
    with contextlib.ExitStack() as stack:
        lines = []
        for _ in range(number):
            line = socket.create_connection(("127.0.0.1", int(product.environ["PORT"])), 5)
            lines.append(stack.enter_context(contextlib.closing(line)))
            if sent:
                line.sendall(sent)
        yield lines


def answers(product: Product) -> bool:
    answer = product.text("hello", new_phone(), wait=IN_TIME_SECONDS)
    return answer.status == 200 and bool(answer.text)


@pytest.mark.parametrize("sent", HALVES.values(), ids=HALVES)
def test_forty_held_connections_silence_nobody(product: Product, sent: bytes) -> None:
    with held(product, sent):
        time.sleep(0.3)  # all of them have reached a worker
        assert [answers(product) for _ in range(4)] == [True] * 4
        assert product.get("/healthz") == 200


def test_dripping_clients_silence_nobody(product: Product) -> None:
    over = threading.Event()

    def drip(lines: list[socket.socket]) -> None:
        while not over.wait(0.2):
            for line in lines:
                with contextlib.suppress(OSError):
                    line.send(b"a")

    with held(product, HEAD + b"Content-Length: 9000\r\n\r\n") as lines:
        dripper = threading.Thread(target=drip, args=(lines,))
        dripper.start()
        try:
            assert [answers(product) for _ in range(4)] == [True] * 4
        finally:
            over.set()
            dripper.join()


def test_unfinished_requests_are_closed_in_time(product: Product) -> None:
    with held(product, HEAD, 3) as lines:
        started = time.monotonic()
        for line in lines:
            line.settimeout(READ_SECONDS + 5)
            assert line.recv(100) == b""
        assert READ_SECONDS - 1 < time.monotonic() - started < READ_SECONDS + 4


def test_more_connections_than_may_wait_keep_nobody_out(product: Product) -> None:
    with held(product, HEAD, 700):
        assert [answers(product) for _ in range(3)] == [True] * 3


def request(product: Product, *parts: bytes, pause: float = 0.0) -> bytes:
    """Send a request in parts, and return the whole response."""
    with socket.create_connection(("127.0.0.1", int(product.environ["PORT"])), 10) as line:
        for part in parts:
            line.sendall(part)
            time.sleep(pause)
        return until_end(line)


def until_end(line: socket.socket) -> bytes:
    """Read until the server closes."""
    found = b""
    while data := line.recv(65536):
        found += data
    return found


CLOSE = b"Connection: close\r\n"


@pytest.mark.parametrize(
    "cut",
    [
        lambda whole: [whole],
        lambda whole: [whole[:10], whole[10:]],
        lambda whole: [whole[at : at + 1] for at in range(len(whole))],
        lambda whole: [whole[:-1], whole[-1:]],
    ],
)
def test_request_in_parts_is_answered(product: Product, cut: Callable[[bytes], list[bytes]]) -> None:
    body = b"Body=hello"
    for whole, status in (
        (b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n" + CLOSE + b"\r\n", b"200"),
        (HEAD + CLOSE + b"content-length: 10\r\n\r\n" + body, b"403"),
        (HEAD + CLOSE + b"Transfer-Encoding: chunked\r\n\r\na\r\n" + body + b"\r\n0\r\n\r\n", b"403"),
    ):
        assert request(product, *cut(whole)).split()[1] == status


def test_client_that_waits_for_leave_gets_it(product: Product) -> None:
    head = HEAD + CLOSE + b"Expect: 100-continue\r\nContent-Length: 10\r\n\r\n"
    with socket.create_connection(("127.0.0.1", int(product.environ["PORT"])), 10) as line:
        line.sendall(head)
        assert line.recv(100).startswith(b"HTTP/1.1 100 Continue")
        line.sendall(b"Body=hello")
        assert b"HTTP/1.1 403" in until_end(line)


@pytest.mark.parametrize("length", [b"99999999999999", b"100000", b"-5", b"5\r\nContent-Length: 7", b"0x10", b""])
def test_odd_lengths_hold_no_thread(product: Product, length: bytes) -> None:
    with held(product, HEAD + b"Content-Length: " + length + b"\r\n\r\nBody"):
        assert answers(product)


def test_kept_connection_is_answered_again(product: Product) -> None:
    with socket.create_connection(("127.0.0.1", int(product.environ["PORT"])), 10) as line:
        for _ in range(3):
            line.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
            found = b""
            while not found.endswith(b"\r\n\r\nok\n"):
                found += line.recv(65536)
            assert found.startswith(b"HTTP/1.1 200")
    assert LINGER_SECONDS < READ_SECONDS
