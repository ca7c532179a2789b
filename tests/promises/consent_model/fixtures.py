"""What a world of the consent test stands on: how it is kept and put back, the provider's twin, the agency's system."""

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
    """What the test knows of a world beside what is stored."""

    now: int = NOON
    oracle: Oracle = field(default_factory=Oracle)
    codes: tuple[str, ...] = ()
    join_code: str = ""
    screen: str = ""  # the last text on her phone
    place: str = ""  # where the conversation said that it stands
    last_at: int = NOON


@dataclass(frozen=True)
class Kept:
    """A world as it stood."""

    stored: list[bytes]
    memory: Memory


class Twin(TwilioClient):
    """Keeps what it is given to send."""

    sent: list[tuple[str, str]]

    def send(self, to: str, body: str, status_callback: str = "") -> str:
        """Take one text."""
        self.sent.append((to, body))
        return f"SM{secrets.token_hex(16)}"


@contextmanager
def agency_system() -> Iterator[tuple[str, list[bytes]]]:
    """The agency's own system: its address, and what is posted to it."""
    heard: list[bytes] = []

    class Ear(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            heard.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = HTTPServer(("127.0.0.1", 0), Ear)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/alerts", heard
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
