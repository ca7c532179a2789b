"""The provider's REST API as a process of its own: takes texts over HTTP, takes its time, and tells what came when.

`python -m tests.bench.carrier` listens on a port of its own, and prints it. GET /arrivals is for the bench alone.
"""

from __future__ import annotations

import os
import secrets
import sys
import time
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from tests.support.json_client import JsonDoor

TAKES_SECONDS = 0.1
"""How long it takes to answer, as the real one does."""

arrivals: list[tuple[str, str, float]] = []
"""To whom, what, and when it came, on the machine's monotonic clock, which all processes share."""


class Door(JsonDoor, BaseHTTPRequestHandler):
    """Create a message; list messages, of which there are none to tell; and the arrivals."""

    disable_nagle_algorithm = True

    def do_POST(self) -> None:
        """Take a text."""
        at = time.monotonic()
        form = dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        arrivals.append((form["To"], form["Body"], at))
        time.sleep(TAKES_SECONDS)
        day = format_datetime(datetime.now(UTC))
        account = os.environ["TWILIO_ACCOUNT_SID"]
        sid = "SM" + secrets.token_hex(16)
        self.answer(201, {
            "sid": sid, "account_sid": account, "api_version": "2010-04-01", "body": form["Body"],
            "direction": "outbound-api", "from": form.get("From"), "to": form["To"], "status": "queued",
            "num_media": "0", "num_segments": "1", "date_created": day, "date_sent": None, "date_updated": day,
            "error_code": None, "error_message": None, "messaging_service_sid": None, "price": None,
            "price_unit": "USD", "uri": f"/2010-04-01/Accounts/{account}/Messages/{sid}.json", "subresource_uris": {},
        })  # fmt: skip

    def do_GET(self) -> None:
        """The arrivals, or an empty list of messages."""
        if urlsplit(self.path).path == "/arrivals":
            self.answer(200, arrivals)
            return
        time.sleep(TAKES_SECONDS)
        self.answer(200, {
            "messages": [], "page": 0, "page_size": 50, "start": 0, "end": 0, "uri": self.path,
            "first_page_uri": self.path, "previous_page_uri": None, "next_page_uri": None,
        })  # fmt: skip


def main() -> int:
    """Serve until killed."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    server.daemon_threads = True
    print(server.server_port, flush=True)
    server.serve_forever()
    return 0


if __name__ == "__main__":
    sys.exit(main())
