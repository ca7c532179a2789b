"""Building blocks of the consent model: saving and restoring a world, a fake provider, a fake alert webhook."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer

from bot.sms.twilio import TwilioClient
from bot.store.connection import Script
from tests.promises.consent_model.oracle import Oracle
from tests.support.app import NOON

KEEP = Script("""
local kept = {}
for _, key in ipairs(redis.call('KEYS', '*')) do
    if (string.sub(key, 1, 7) == '{staff}') == (ARGV[1] == 'staff') and not string.find(key, ':r:', 1, true) then
        kept[#kept + 1] = key
        kept[#kept + 1] = redis.call('DUMP', key)
    end
end
return kept
""")
PUT_BACK = Script("""
for _, key in ipairs(redis.call('KEYS', '*')) do
    if (string.sub(key, 1, 7) == '{staff}') == (ARGV[1] == 'staff') then
        redis.call('DEL', key)
    end
end
for i = 2, #ARGV, 2 do
    redis.call('RESTORE', ARGV[i], 0, ARGV[i + 1])
end
return 1
""")


@dataclass
class Memory:
    """State of a world that the test keeps beside what is stored."""

    now: int = NOON
    oracle: Oracle = field(default_factory=Oracle)
    codes: tuple[str, ...] = ()
    join_code: str = ""
    screen: str = ""  # the last text on the person's phone
    place: str = ""  # the conversation's last state
    last_at: int = NOON


@dataclass(frozen=True)
class Kept:
    """Snapshot of a world."""

    stored: list[bytes]
    memory: Memory


class Twin(TwilioClient):
    """Fake provider that keeps what it is given to send."""

    sent: list[tuple[str, str]]

    def send(self, to: str, body: str, status_callback: str = "") -> str:
        """Keep one text instead of sending it."""
        self.sent.append((to, body))
        return f"SM{secrets.token_hex(16)}"


@contextmanager
def agency_system() -> Iterator[tuple[str, list[bytes]]]:
    """Run a fake of the agency's own system; yield its URL and the bodies posted to it."""
    heard: list[bytes] = []

    class Ear(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            heard.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Log nothing."""

    server = HTTPServer(("127.0.0.1", 0), Ear)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/alerts", heard
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
