"""Common part of the stand-ins for the provider's REST API. It knows none of its resources."""

from __future__ import annotations

import json
from contextlib import suppress
from http.server import BaseHTTPRequestHandler


class JsonDoor(BaseHTTPRequestHandler):
    """Request handler that answers in JSON, keeps connections open and logs nothing."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def answer(self, status: int, said: object) -> None:
        """Send a whole response."""
        page = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def handle(self) -> None:
        """Handle requests until the caller hangs up, as it does after a time-out."""
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, *_: object) -> None:
        """Log nothing: the lines would hold phone numbers."""
