"""What stand-ins for the provider's REST API have in common. It may know none of its resources."""

from __future__ import annotations

import json
from contextlib import suppress
from http.server import BaseHTTPRequestHandler


class JsonDoor(BaseHTTPRequestHandler):
    """Answers in JSON, on connections that stay open until the caller hangs up, and says nothing of it."""

    protocol_version = "HTTP/1.1"

    def answer(self, status: int, said: object) -> None:
        """All of one answer."""
        page = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def handle(self) -> None:
        """Until the caller hangs up, as a time-out does too."""
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, *_: object) -> None:
        """Nothing: its lines would hold numbers."""
