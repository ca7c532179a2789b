"""Stand-in for the provider's REST API that a test can break: real HTTP, with its paths, fields and errors.

It implements only what the product uses: create, list and redact messages, list and delete pictures, and read the
account (`provider_account.py`). Shapes: twilio-oai, `spec/json/twilio_api_v2010.json`.
"""

from __future__ import annotations

import re
import secrets
import threading
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from tests.support.json_client import JsonDoor
from tests.support.provider_account import Holdings

REFUSALS = {
    "429": (429, 20429, "Too Many Requests"),
    "500": (500, 20500, "Internal Server Error"),
    "21610": (400, 21610, "Attempt to send to unsubscribed recipient"),
    "21211": (400, 21211, "Invalid 'To' Phone Number"),
    "21606": (400, 21606, "The 'From' number is not a valid message-capable number"),
    "21608": (400, 21608, "The number is unverified"),
    "21408": (400, 21408, "Permission to send has not been enabled for the region"),
    "20003": (401, 20003, "Authenticate"),
    "20404": (404, 20404, "The requested resource was not found"),
    "302": (302, 302, "moved"),
    "99999": (400, 99999, "An error that nobody knows"),
    "21614": (400, 21614, "'To' number is not a valid mobile number"),
}
SAYS = "says "
"""Prefix of modes that answer with a status and a body, such as `says 200 {}`."""

AFTER = "taken, then "
"""Prefix of modes that accept the text and then fail, so that the caller can't know that it was sent."""


class Text(NamedTuple):
    """Text in the provider's records."""

    sid: str
    direction: str
    person: str
    body: str
    at: float
    media: int = 0
    status: str = ""


@dataclass
class Provider:
    """Account with one number. `mode`: ok, slow, hang, cut, or a key of REFUSALS, optionally after AFTER.

    `lists`: listing works even if sending fails. `refuses`: a mode for certain phones. `erasing`: the mode of redacting
    and deleting, "" for `mode`; `erased` holds the sids of texts that were redacted, in order.
    """

    account: str = field(default_factory=lambda: "AC" + secrets.token_hex(16))
    token: str = field(default_factory=lambda: secrets.token_hex(16))
    number: str = "+15555550100"
    mode: str = "ok"
    lists: bool = False
    erasing: str = ""
    erased: list[str] = field(default_factory=list)
    pictures: dict[str, list[str]] = field(default_factory=dict)
    refuses: dict[str, str] = field(default_factory=dict)
    slow_seconds: float = 0.5
    texts: list[Text] = field(default_factory=list)
    creations: int = 0
    holdings: Holdings = field(default_factory=Holdings)
    days_ahead: float = 0
    tried: list[str] = field(default_factory=list)
    listings: int = 0
    url: str = ""
    released: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def received(self, sid: str, person: str, body: str, *, ago: float = 0, media: int = 0) -> None:
        """Record a text from a phone, `ago` seconds ago. Whether its webhook was called is another matter."""
        with self.lock:
            self.texts.append(Text(sid, "inbound", person, body, time.time() - ago, media))
            self.pictures[sid] = ["ME" + secrets.token_hex(16) for _ in range(media)]

    def replied(self, person: str, body: str, *, ago: float = 0) -> None:
        """Record that the provider delivered what a webhook answered."""
        with self.lock:
            self.texts.append(Text("SM" + secrets.token_hex(16), "outbound-reply", person, body, time.time() - ago))

    def webhook_form(self, text: str, phone: str, sid: str, **more: str) -> dict[str, str]:
        """Return the fields of the webhook for one text. Those in `more` are added, or replace others."""
        return {
            "ToCountry": "US", "MessageSid": sid, "SmsSid": sid, "SmsMessageSid": sid, "NumMedia": "0",
            "AccountSid": self.account, "From": phone, "To": self.number, "Body": text, "NumSegments": "1",
            "SmsStatus": "received", "ApiVersion": "2010-04-01", **more,
        }  # fmt: skip

    def body_of(self, sid: str) -> str:
        """Return what the provider still holds of a text."""
        with self.lock:
            return next(text.body for text in self.texts if text.sid == sid)

    def sids_to(self, person: str) -> list[str]:
        """List the sids of the texts in `sent_to`."""
        with self.lock:
            return [text.sid for text in self.texts if text.direction == "outbound-api" and text.person == person]

    def sent_to(self, person: str) -> list[str]:
        """List the bodies of the texts sent to this phone through the REST API, oldest first."""
        with self.lock:
            return [text.body for text in self.texts if text.direction == "outbound-api" and text.person == person]

    @contextmanager
    def broken(self, mode: str, *, lists: bool = False) -> Iterator[None]:
        """Fail in this way until the end of the block."""
        self.mode, self.lists = mode, lists
        self.released.clear()
        try:
            yield
        finally:
            self.mode = "ok"
            self.released.set()

    @contextmanager
    def listening(self) -> Iterator[Provider]:
        """Serve the API at `url` until the end of the block."""

        class Door(_Door):
            provider = self

        server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        self.url = f"http://127.0.0.1:{server.server_port}"
        try:
            yield self
        finally:
            self.released.set()
            server.shutdown()
            thread.join()
            server.server_close()


class _Door(JsonDoor, BaseHTTPRequestHandler):
    provider: Provider
    timeout = 30

    def do_POST(self) -> None:
        provider = self.provider
        form = dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode(), keep_blank_values=True))
        if not self._allowed():
            return
        if "To" not in form:
            self._redact(form)
            return
        provider.creations += 1
        provider.tried.append(form["To"])
        mode = provider.refuses.get(form["To"], provider.mode)
        if mode.startswith(AFTER) or mode in {"ok", "slow"}:
            if mode == "slow":
                time.sleep(provider.slow_seconds)
            text = Text("SM" + secrets.token_hex(16), "outbound-api", form["To"], form["Body"], time.time())
            with provider.lock:
                provider.texts.append(text)
        mode = mode.removeprefix(AFTER)
        if mode in {"ok", "slow"}:
            self.answer(201, self._told(text) | {"status": "queued", "date_sent": None})
        else:
            self._fail(mode)

    def _redact(self, form: dict[str, str]) -> None:
        """Erase the words of a text. They can be changed to nothing only."""
        provider, (sid, *_) = self.provider, self._place()
        if self._fails():
            return
        with provider.lock:
            at = next((at for at, text in enumerate(provider.texts) if text.sid == sid), None)
            if at is not None and form == {"Body": ""}:
                provider.texts[at] = provider.texts[at]._replace(body="")
                provider.erased.append(sid)
        if at is None:
            self._fail("20404")
        elif form != {"Body": ""}:
            self._fail("99999")
        else:
            self.answer(200, self._told(provider.texts[at]))

    def do_DELETE(self) -> None:
        if not self._allowed() or self._fails():
            return
        sid, _, picture = self._place()
        with self.provider.lock:
            held = self.provider.pictures.get(sid, [])
            is_held = picture in held
            self.provider.pictures[sid] = [one for one in held if one != picture]
        if not is_held:
            self._fail("20404")
            return
        self.send_response(204)
        self.end_headers()

    def _place(self) -> list[str]:
        """Return what the path names behind the messages: a text, and of it perhaps the pictures or one."""
        return urlsplit(self.path).path.removesuffix(".json").partition("/Messages/")[2].split("/")

    def _fails(self) -> bool:
        """Answer as erasing is told to fail, if it is."""
        mode = self.provider.erasing or self.provider.mode
        if mode == "slow":
            time.sleep(self.provider.slow_seconds)
        if mode in {"ok", "slow"}:
            return False
        self._fail(mode)
        return True

    def _pictures(self, sid: str) -> None:
        if self._fails():
            return
        uri = f"/2010-04-01/Accounts/{self.provider.account}/Messages/{sid}/Media"
        self.answer(200, {
            "media_list": [
                {"sid": one, "account_sid": self.provider.account, "parent_sid": sid, "content_type": "image/jpeg",
                 "date_created": None, "date_updated": None, "uri": f"{uri}/{one}.json"}
                for one in self.provider.pictures.get(sid, [])
            ],
            "page": 0, "page_size": 50, "start": 0, "end": 0, "uri": f"{uri}.json", "first_page_uri": f"{uri}.json",
            "previous_page_uri": None, "next_page_uri": None,
        })  # fmt: skip

    def do_GET(self) -> None:
        provider = self.provider
        held = provider.holdings.find(provider.account, self.path)
        if held:
            provider.holdings.asked.append(self.path)
            if self._is_known() and not self._fails():
                self.answer(*held)
            return
        if not self._allowed():
            return
        if self._place()[1:] == ["Media"]:
            self._pictures(self._place()[0])
            return
        provider.listings += 1
        mode = provider.mode.removeprefix(AFTER)
        if mode not in {"ok", "slow", "21610", "21211", "21614"} and not provider.lists:
            self._fail(mode)
            return
        place = urlsplit(self.path)
        asked = {name: values[-1] for name, values in parse_qs(place.query).items()}
        after = asked.get("DateSent>")
        since = datetime.fromisoformat(after).replace(tzinfo=UTC).timestamp() if after else 0
        with provider.lock:
            found = [
                self._told(text)
                for text in sorted(provider.texts, key=lambda text: text.at, reverse=True)
                if text.at >= since
            ]
        found = [text for text in found if asked.get("To") in {None, text["to"]}]
        found = [text for text in found if asked.get("From") in {None, text["from"]}]
        page, size = int(asked.get("Page", 0)), min(int(asked.get("PageSize", 50)), 1000)
        rest = urlencode(asked | {"Page": page + 1, "PageToken": "PA" + found[0]["sid"] if found else ""})
        self.answer(200, {
            "messages": found[page * size : (page + 1) * size], "page": page, "page_size": size, "start": page * size,
            "end": page * size + size - 1, "uri": self.path, "first_page_uri": place.path, "previous_page_uri": None,
            "next_page_uri": f"{place.path}?{rest}" if len(found) > (page + 1) * size else None,
        })  # fmt: skip

    def date_time_string(self, timestamp: float | None = None) -> str:
        """Return what the `Date` header says: the time, or that of a clock which is days ahead."""
        return super().date_time_string(int(time.time() + self.provider.days_ahead * 86_400))

    def _is_known(self) -> bool:
        """Check the account and its token; answer if they are wrong."""
        login = b64encode(f"{self.provider.account}:{self.provider.token}".encode()).decode()
        if self.headers["Authorization"] == f"Basic {login}":
            return True
        self.answer(401, {"code": 20003, "message": "Authenticate", "more_info": "", "status": 401})
        return False

    def _allowed(self) -> bool:
        path = f"/2010-04-01/Accounts/{self.provider.account}/Messages"
        if not self._is_known():
            return False
        if not re.fullmatch(rf"{path}(/\w+(/Media(/\w+)?)?)?\.json", urlsplit(self.path).path):
            self.answer(404, {"code": 20404, "message": "not found", "more_info": "", "status": 404})
        else:
            return True
        return False

    def _fail(self, mode: str) -> None:
        if mode == "hang":
            self.provider.released.wait(25)
        if mode in {"hang", "cut"}:
            self.close_connection = True
            self.connection.shutdown(2)
            return
        if mode.startswith(SAYS):
            status, _, body = mode.removeprefix(SAYS).partition(" ")
            self.send_response(int(status))
            self.send_header("Content-Type", "application/json")
            if status != "204":
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if status != "204":
                self.wfile.write(body.encode())
            return
        status, code, message = REFUSALS[mode]
        more = f"https://www.twilio.com/docs/errors/{code}"
        self.answer(status, {"code": code, "message": message, "more_info": more, "status": status})

    def _told(self, text: Text) -> dict[str, Any]:
        own, inbound = self.provider.number, text.direction == "inbound"
        status = text.status or ("received" if inbound else "delivered")
        day = format_datetime(datetime.fromtimestamp(text.at, UTC))
        uri = f"/2010-04-01/Accounts/{self.provider.account}/Messages/{text.sid}"
        return {
            "sid": text.sid, "account_sid": self.provider.account, "api_version": "2010-04-01", "body": text.body,
            "direction": text.direction, "from": text.person if inbound else own, "to": own if inbound else text.person,
            "status": status, "num_media": str(text.media), "num_segments": "1",
            "date_created": day, "date_sent": day, "date_updated": day, "error_code": None, "error_message": None,
            "messaging_service_sid": None, "price": None, "price_unit": "USD", "uri": f"{uri}.json",
            "subresource_uris": {"media": f"{uri}/Media.json"},
        }  # fmt: skip
