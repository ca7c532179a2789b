"""App served over HTTP within the test's process. It knows no app and no settings of its own."""

from __future__ import annotations

import os
import random
import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from wsgiref.types import StartResponse, WSGIEnvironment

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wsgi import ClosingIterator


class Silent(WSGIRequestHandler):
    """Request handler that logs nothing."""

    def log_request(self, *_: object) -> None:
        """Log nothing."""


LOWEST_PORT, PORTS_EACH, PARTS = 20_000, 1_000, 12
"""Test servers listen at these ports: below those that the system gives to clients, and each part for one worker."""

_given: set[int] = set()
_chance = random.SystemRandom()


def free_port(worker: str = os.environ.get("PYTEST_XDIST_WORKER", "")) -> int:
    """Return a port that nothing listens at, for a server that must know its own address first.

    No other pytest worker gets it, no client connection takes it, and this process does not get it twice. A process
    outside pytest-xdist draws from the last part.
    """
    part = int(worker.removeprefix("gw")) % (PARTS - 1) if worker else PARTS - 1
    ports = range(LOWEST_PORT + part * PORTS_EACH, LOWEST_PORT + (part + 1) * PORTS_EACH)
    for port in _chance.sample(ports, len(ports)):
        if port not in _given and _is_free(port):
            _given.add(port)
            return port
    raise OSError("no free port is left for test servers")


def _is_free(port: int) -> bool:
    """Return whether a server could listen at this port on every address of the machine."""
    with socket.socket() as tried, suppress(OSError):
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as servers do: closed connections do not count
        tried.bind(("", port))
        tried.listen()
        return True
    return False


@contextmanager
def serving(app: Flask, port: int = 0) -> Iterator[int]:
    """Serve the app at that port, or at a free one, and yield the port."""

    def whole(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        # A browser that hangs up in the middle makes this server forget to close a file, so it gets none.
        with closing(ClosingIterator(app(environ, start))) as body:
            return [b"".join(body)]

    server = make_server("127.0.0.1", port, whole, threaded=True, request_handler=Silent)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
