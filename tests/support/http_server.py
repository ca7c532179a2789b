"""App served over HTTP within the test's process. It knows no app and no settings of its own."""

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
    """Request handler that logs nothing."""

    def log_request(self, *_: object) -> None:
        """Log nothing."""


def free_port() -> int:
    """Return a free port, for an app that must know its own address first."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


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
