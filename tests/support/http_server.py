"""An app really served over HTTP within a test's process. It may hold no app and no settings of its own."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from wsgiref.types import StartResponse, WSGIEnvironment

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wsgi import ClosingIterator


class Silent(WSGIRequestHandler):
    """Prints no line for each request."""

    def log_request(self, *_: object) -> None:
        """Nothing."""


def free_port() -> int:
    """A port that nothing listens at, for an app that must know its own address first."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@contextmanager
def serving(app: Flask, port: int = 0) -> Iterator[int]:
    """Serves it at that port, or at a free one, which it yields."""

    def whole(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        # A browser that hangs up in the middle makes this server forget to close a file: so it gets none.
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
