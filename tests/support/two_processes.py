"""Product's web process twice on one Redis, each as the Procfile starts it, and texts to either.

Both have the same public address, as behind a load balancer: texts are signed for that address.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import Request, urlopen
from xml.etree import ElementTree

from twilio.request_validator import RequestValidator

from bot.config.settings import Settings, load_settings
from bot.server.embedded_redis import embedded_redis
from tests.support.servers import web

PUBLIC = "http://text.localhost"


@dataclass(frozen=True)
class Texter:
    """Young person's phone, whose texts the load balancer always sends to the same process."""

    address: str
    settings: Settings = field(repr=False)
    phone: str = field(default_factory=lambda: f"+1555{secrets.randbelow(10**7):07}", repr=False)

    def text(self, *texts: str) -> str:
        """Send each text, signed as the provider does, and return the last reply."""
        return [self._answer(words) for words in texts][-1]

    def _answer(self, words: str) -> str:
        form = {
            "MessageSid": f"SM{secrets.token_hex(16)}", "AccountSid": self.settings.twilio_account_sid,
            "From": self.phone, "To": self.settings.twilio_from, "Body": words, "NumMedia": "0",
        }  # fmt: skip
        signature = RequestValidator(self.settings.twilio_auth_tokens[0]).compute_signature(f"{PUBLIC}/sms", form)
        request = Request(  # noqa: S310 - our own server
            f"{self.address}/sms", urlencode(form).encode(), {"X-Twilio-Signature": signature}
        )
        with urlopen(request, timeout=15) as response:  # noqa: S310
            (message,) = ElementTree.fromstring(response.read())  # noqa: S314
        return message.text or ""


@dataclass(frozen=True)
class Processes:
    """Addresses of both processes, and the settings they read."""

    addresses: tuple[str, str]
    settings: Settings = field(repr=False)

    def person(self, process: int) -> Texter:
        """Return a new person whose texts go to that process: 0 or 1."""
        return Texter(self.addresses[process], self.settings)


@contextmanager
def two_processes(folder: Path) -> Iterator[Processes]:
    """Run both in demo mode. They answer on entering. Raise NotUp."""
    with embedded_redis(folder / "var") as redis_url, ExitStack() as stack:
        environ = {"DEMO": "1", "PUBLIC_URL": PUBLIC, "VAR_DIR": str(folder / "var"), "REDIS_URL": redis_url}
        settings = load_settings(environ)
        webs = [
            stack.enter_context(web("app:app", environ | {"WEB_CONCURRENCY": "1"}, folder / f"web{number}.log"))
            for number in (1, 2)
        ]
        for one in webs:
            one.wait()
        first, second = (f"http://127.0.0.1:{one.port}" for one in webs)
        yield Processes((first, second), settings)
