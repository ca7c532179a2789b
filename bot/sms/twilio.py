"""Twilio: check that a request is theirs, answer it, send, look up, and name their errors as ours.

The only file that knows the provider. It may not log: its arguments are numbers and texts. The REST client
takes 0.4 s to import, so only what sends pays for it; the signature check stays light for the web.
"""

from __future__ import annotations

import base64
import hmac
import logging
import re
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote_to_bytes, urlsplit
from xml.sax.saxutils import escape

from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]

from bot.errors import BadNumber, SmsError, TryLater, Unsubscribed

if TYPE_CHECKING:
    from bot.config.settings import Settings

TIMEOUT_SECONDS = 10
VALID_SECONDS = 900
"""How long the carrier may hold a text back. Later the phone may be in other hands: better undelivered, and seen."""

OWN_API = "https://api.twilio.com"
RANKS = {
    "accepted": 0, "scheduled": 0, "queued": 1, "sending": 2, "sent": 3,
    "delivered": 4, "undelivered": 4, "failed": 4, "canceled": 4, "partially_delivered": 4, "read": 5,
}  # fmt: skip
"""Callbacks come in any order: a status of a lower rank never overwrites a higher one."""

LOST = frozenset({"undelivered", "failed", "canceled"})
"""The statuses of a text that will never arrive."""

OPTED_OUT, FILTERED = 21610, 30007
BAD_NUMBER = frozenset({21211, 21214, 21217, 21614, 21635, 30005, 30006})
"""No text to this number will arrive; the last two come in delivery reports only."""
_LATER = frozenset({20003, 20429, 20500, 20503, 21611, 30001})
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# At INFO these two print the numbers that stand in a query.
for _chatty in ("twilio.http_client", "urllib3.connectionpool"):
    logging.getLogger(_chatty).setLevel(logging.ERROR)


class Received(NamedTuple):
    """A text that reached the provider, as its records tell it. `at` is in UTC."""

    sid: str
    phone: str
    text: str
    media: int
    at: datetime


def check_signature(
    tokens: tuple[str, ...], url: str, form: Mapping[str, Any], raw_body: bytes, signature: str | None
) -> bool:
    """Whether one of `tokens` signed this request. `form` is the MultiDict itself: a plain dict loses repeats.

    Never raises. A connection override (`#rc=2`) in `url` is not part of what is signed.
    """
    if not signature:  # the official check raises on a missing header
        return False
    url = url.partition("#")[0]
    try:
        validators = [RequestValidator(token) for token in tokens if token]
        # `validate` computes both forms of the address, with the port and without; one is nearly always enough.
        if any(
            hmac.compare_digest(one.compute_signature(url, form).encode(), signature.encode()) for one in validators
        ):
            return True
        if any(one.validate(url, form, signature) for one in validators):
            return True
        return _signed_raw(tokens, url, raw_body, signature)
    except (ValueError, TypeError, UnicodeError):
        return False


def sign(token: str, url: str, form: Mapping[str, Any]) -> str:
    """The signature that the provider would put on `form` sent to `url`."""
    return str(RequestValidator(token).compute_signature(url, form))


def _signed_raw(tokens: tuple[str, ...], url: str, raw_body: bytes, signature: str) -> bool:
    """The same check over the bytes as sent, for a body that is no UTF-8: decoding it has changed what was signed."""
    pairs = [
        tuple(unquote_to_bytes(part.replace(b"+", b" ")) for part in field.partition(b"=")[::2])
        for field in raw_body.split(b"&")
        if field
    ]
    try:
        for pair in pairs:
            b"".join(pair).decode()
    except UnicodeDecodeError:
        fields = b"".join(b"".join(pair) for pair in sorted(set(pairs)))
        claimed = signature.encode()
        return any(
            hmac.compare_digest(
                base64.b64encode(hmac.digest(token.encode(), address.encode() + fields, "sha1")), claimed
            )
            for token in tokens
            if token
            for address in _url_forms(url)
        )
    return False


def _url_forms(url: str) -> tuple[str, ...]:
    """With and without the port: the provider signs either, as their own check says."""
    parts = urlsplit(url)
    bare = (parts.hostname or "") if ":" not in (parts.hostname or "") else f"[{parts.hostname}]"
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return url, parts._replace(netloc=bare).geturl(), parts._replace(netloc=f"{bare}:{port}").geturl()


def twiml(text: str) -> str:
    """The answer to a webhook: one message, or none when there is nothing to say.

    Written out rather than built with their MessagingResponse: 1 us against 20 to 60 for one element, and theirs
    passes on control characters that no XML may hold, upon which the provider drops the whole reply.
    """
    clean = _NOT_XML.sub("", text)
    if not clean.strip():
        return '<?xml version="1.0" encoding="UTF-8"?><Response/>'
    return f'<?xml version="1.0" encoding="UTF-8"?><Response><Message>{escape(clean)}</Message></Response>'


class Sms:
    """Sends texts and looks them up. Errors: Unsubscribed, BadNumber, TryLater, or a plain SmsError.

    Safe to share between threads.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._own = threading.local()  # a client for each thread: theirs promises nothing about sharing one

    def send(self, to: str, body: str, status_callback: str = "") -> str:
        """Hand one text to the provider; its sid. Not repeatable: after TryLater it may have gone out all the same.

        Look at `sent_since` before sending again.
        """
        own = self._settings.twilio_from
        sender = {"messaging_service_sid": own} if own.startswith("MG") else {"from_": own}
        callback = {"status_callback": status_callback} if status_callback else {}
        message = _ask(
            lambda: self._api().messages.create(to=to, body=body, validity_period=VALID_SECONDS, **sender, **callback)
        )
        return str(message.sid)

    def received_since(self, when: datetime) -> tuple[Received, ...]:
        """Texts that came in at or after `when`, oldest first: what an outage may have cost us.

        Their filter promises whole days only, so it is asked for a day more and cut here.
        """
        own = self._settings.twilio_from
        mine = {} if own.startswith("MG") else {"to": own}
        since = when.astimezone(UTC).replace(microsecond=0)  # their client does not convert time zones
        found = _ask(
            lambda: self._api().messages.list(date_sent_after=since - timedelta(days=1), page_size=1000, **mine)
        )
        texts = [
            Received(str(m.sid), str(m.from_ or ""), str(m.body or ""), number(m.num_media), _when(m))
            for m in found
            if m.direction == "inbound" and (mine or m.messaging_service_sid == own)
        ]
        return tuple(sorted((text for text in texts if text.at >= since), key=lambda text: text.at))

    def sent_since(self, to: str, when: datetime) -> tuple[tuple[str, str], ...]:
        """Sid and body of the texts to `to` made at or after `when`, newest first, among the last fifty.

        No date filter is sent: a text still in their queue has no date of sending yet.
        """
        since = when.astimezone(UTC).replace(microsecond=0)
        found = _ask(lambda: self._api().messages.list(to=to, limit=50, page_size=50))
        return tuple((str(m.sid), str(m.body or "")) for m in found if m.direction != "inbound" and _when(m) >= since)

    def _api(self) -> Any:
        if not hasattr(self._own, "client"):
            # slow to import; only what sends or lists messages needs them
            from twilio.http.http_client import TwilioHttpClient  # type: ignore[import-untyped]  # noqa: PLC0415 - slow
            from twilio.rest import Client  # type: ignore[import-untyped]  # noqa: PLC0415 - slow

            base = self._settings.twilio_api_base.rstrip("/")

            class Http(TwilioHttpClient):  # type: ignore[misc]
                """Their client with a time-out (it has none of its own), sent to a stand-in if one is set."""

                def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Any:
                    if base and url.startswith(OWN_API):
                        url = base + url.removeprefix(OWN_API)
                    return super().request(method, url, *args, **kwargs)

            http = Http(timeout=TIMEOUT_SECONDS, max_retries=0)
            if base:
                http.session.trust_env = False  # a stand-in is near: the machine's proxy has no part in it
            token = next(iter(self._settings.twilio_auth_tokens), "")
            self._own.client = Client(self._settings.twilio_account_sid, token, http_client=http)
        return self._own.client


def _when(message: Any) -> datetime:
    at: datetime | None = message.date_sent or message.date_created
    return at.astimezone(UTC) if at else datetime.now(UTC)


def number(text: Any) -> int:
    """A count as the provider writes it, in digits. Anything else is 0."""
    plain = str(text or "")
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) < 7 else 0


def _ask(call: Callable[[], Any]) -> Any:
    """What `call` returns; their errors as ours. Raised outside the handler: theirs quote the number."""
    from requests import exceptions as http  # noqa: PLC0415 - slow to import
    from twilio.base.exceptions import TwilioException  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to import

    try:
        return call()
    except TwilioException as error:  # the root: TwilioServiceException is no TwilioRestException
        answer = error.args[1] if len(error.args) > 1 else None  # a listing's fault has no code, only the answer
        fault = _named(getattr(error, "code", 0), getattr(error, "status", 0) or getattr(answer, "status_code", 0))
    except (http.Timeout, http.ConnectionError, http.ChunkedEncodingError):
        fault = TryLater()
    except http.RequestException:  # a base URL that is none, a redirect without end: no waiting mends it
        fault = SmsError()
    except ValueError:  # an answer that is no JSON: a proxy on the way
        fault = TryLater()
    raise fault


def _named(code: Any, status: Any) -> SmsError:
    theirs = number(code)
    if theirs == OPTED_OUT:
        return Unsubscribed(theirs)
    if theirs in BAD_NUMBER:
        return BadNumber(theirs)
    if theirs in _LATER or number(status) == 429 or number(status) >= 500:
        return TryLater(theirs)
    return SmsError(theirs)
