"""Twilio client: verify requests, answer them, send and list texts, and translate errors.

Only this file knows the provider. It must not log, because its arguments are phone numbers and texts. Importing the
REST client takes 0.4 s, so it is imported on the first use; checking signatures stays fast for the web.
"""

from __future__ import annotations

import base64
import hmac
import logging
import re
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote_to_bytes, urlsplit
from xml.sax.saxutils import escape

from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]

from bot.errors import BadNumber, ServiceRefused, SmsError, TryLater, Unsubscribed
from bot.sms.addresses import channel_of, normalise, number_of

if TYPE_CHECKING:
    from bot.config.settings import Settings

TIMEOUT_SECONDS = 10
VALID_SECONDS = 900
"""Longest delay by the carrier. Later the phone may be in other hands, so a late text should fail visibly."""

PAGE_SIZE = 1000
MOST_PAGES = 50
"""Maximum number of pages of a listing. Pages without end would hold up everything that the worker does beside it."""

MOST_MEDIA = 20
"""More pictures than a text can hold."""

OWN_API = "https://api.twilio.com"
OWN_SERVICES = "https://messaging.twilio.com"
RANKS = {
    "accepted": 0, "scheduled": 0, "queued": 1, "sending": 2, "sent": 3,
    "delivered": 4, "undelivered": 4, "failed": 4, "canceled": 4, "partially_delivered": 4, "read": 5,
}  # fmt: skip
"""Order of delivery statuses. Callbacks arrive in any order: a lower rank never overwrites a higher one."""

LOST = frozenset({"undelivered", "failed", "canceled"})
"""Statuses of a text that will never arrive."""

OPTED_OUT, FILTERED = 21610, 30007
BAD_NUMBER = frozenset({21211, 21214, 21217, 21614, 21635, 30005, 30006})
"""Errors of a number that cannot receive texts. The last two occur in delivery reports only."""
REFUSES_US = frozenset({30002, 30032, 30034})
"""Errors of our account or sender that occur in delivery reports: suspended, not verified, not registered."""

NOT_FOUND = 20404

_LATER = frozenset({20429, 20500, 20503, 21611, 21612, 30001})
_TEXT = frozenset({21602, 21605, 21617, 21619, 21623})
"""Errors of one text: empty, too long, or with media that cannot be sent."""

_SID = re.compile("(SM|MM)[0-9a-fA-F]{32}")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# At INFO these two log the numbers in a query.
for _chatty in ("twilio.http_client", "urllib3.connectionpool"):
    logging.getLogger(_chatty).setLevel(logging.ERROR)


class Received(NamedTuple):
    """Text in the provider's records of received messages. `at` is in UTC."""

    sid: str
    phone: str
    text: str
    media: int
    at: datetime


class Held(NamedTuple):
    """Text of either direction that the provider holds. `is_reply`: it was answered to a webhook. `at` is in UTC."""

    sid: str
    is_inbound: bool
    is_reply: bool
    status: str
    has_words: bool
    media: int
    at: datetime


def check_signature(
    tokens: tuple[str, ...], url: str, form: Mapping[str, Any], raw_body: bytes, signature: str | None
) -> bool:
    """Tell whether one of `tokens` signed this request. Never raises.

    Pass the MultiDict itself as `form`: a plain dict loses repeated fields. A connection override (`#rc=2`) in `url` is
    not part of the signature.
    """
    if not signature:  # the official check raises on a missing header
        return False
    url = url.partition("#")[0]
    try:
        claimed = signature.encode()
        # `validate` tries the URL with and without the port; as given is nearly always enough.
        if _signed_plainly(tokens, url, form, claimed):
            return True
        if any(RequestValidator(token).validate(url, form, signature) for token in tokens if token):
            return True
        return _signed_raw(tokens, url, raw_body, signature)
    except (ValueError, TypeError, UnicodeError):
        return False


def _signed_plainly(tokens: tuple[str, ...], url: str, form: Mapping[str, Any], claimed: bytes) -> bool:
    """Verify as their `compute_signature` does, in less time: each pair of a name and a value once, sorted."""
    lists = getattr(form, "lists", None)
    pairs = {(name, value) for name, values in lists() for value in values} if lists else set(form.items())
    said = (url + "".join(map("".join, sorted(pairs)))).encode()
    return any(
        hmac.compare_digest(base64.b64encode(hmac.digest(token.encode(), said, "sha1")), claimed)
        for token in tokens
        if token
    )


def sign(token: str, url: str, form: Mapping[str, Any]) -> str:
    """Return the signature that the provider would compute for `form` sent to `url`."""
    return str(RequestValidator(token).compute_signature(url, form))


def _signed_raw(tokens: tuple[str, ...], url: str, raw_body: bytes, signature: str) -> bool:
    """Verify over the raw bytes if the body is not UTF-8, because decoding has changed what was signed."""
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
    """Return the URL with and without the port. The provider may sign either, as their own check says."""
    parts = urlsplit(url)
    bare = (parts.hostname or "") if ":" not in (parts.hostname or "") else f"[{parts.hostname}]"
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return url, parts._replace(netloc=bare).geturl(), parts._replace(netloc=f"{bare}:{port}").geturl()


def printable(text: str) -> str:
    """Return the text without characters that XML forbids, upon which the provider drops the whole reply."""
    return _NOT_XML.sub("", text)


def twiml(text: str) -> str:
    """Build the webhook response: one message, or none if the text is empty.

    It is formatted by hand rather than with their MessagingResponse: 1 us against 20 to 60 for one element. Theirs also
    passes on control characters that XML forbids, upon which the provider drops the whole reply.
    """
    clean = printable(text)
    if not clean.strip():
        return '<?xml version="1.0" encoding="UTF-8"?><Response/>'
    return f'<?xml version="1.0" encoding="UTF-8"?><Response><Message>{escape(clean)}</Message></Response>'


class TwilioClient:
    """Client that sends and lists texts. Thread-safe.

    Errors: Unsubscribed, BadNumber, TryLater (ServiceRefused), or a plain SmsError for what no retry can mend.
    """

    timeout_seconds: float = TIMEOUT_SECONDS

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._own = threading.local()  # one client per thread, because theirs promises no thread safety

    def send(self, to: str, body: str, status_callback: str = "") -> str:
        """Send one text and return its sid. After TryLater it may have been sent all the same.

        Check `sent_since` before sending again. An answer without a sid and a status of a text under way is TryLater.
        """
        own = self._settings.twilio_from
        to, sender = _by_the_way_it_came(to, own)
        callback = {"status_callback": status_callback} if status_callback else {}
        message = _ask(
            lambda: self._api().messages.create(to=to, body=body, validity_period=VALID_SECONDS, **sender, **callback)
        )
        sid, status = str(message.sid), str(message.status)
        if status in LOST:
            fault = _named(message.error_code, 0)
            raise fault if isinstance(fault, Unsubscribed | BadNumber) else TryLater(fault.code)
        if not _SID.fullmatch(sid) or status not in RANKS:
            raise TryLater
        return sid

    def received_since(self, when: datetime) -> tuple[Received, ...]:
        """List the texts received at or after `when`, oldest first, to recover what an outage missed.

        Their filter promises whole days only, so one more day is requested and filtered here.
        """
        own = self._settings.twilio_from
        mine = {} if own.startswith("MG") else {"to": own}
        since = when.astimezone(UTC).replace(microsecond=0)  # their client does not convert time zones
        found = _ask(
            lambda: _listed(
                self._api().messages.page(date_sent_after=since - timedelta(days=1), page_size=PAGE_SIZE, **mine)
            )
        )
        texts = [
            Received(str(m.sid), normalise(str(m.from_ or "")), str(m.body or ""), number(m.num_media), _when(m))
            for m in reversed(found)  # they list the newest first, and their dates have whole seconds only
            if m.direction == "inbound" and (mine or m.messaging_service_sid == own)
        ]
        return tuple(sorted((text for text in texts if text.at >= since), key=lambda text: text.at))

    def sent_since(self, to: str, when: datetime) -> tuple[tuple[str, str], ...]:
        """Return sid and body of the texts to `to` created at or after `when`, newest first, of the last fifty.

        Texts that failed are left out. No date filter is sent: a text in their queue has no sending date yet.
        """
        since = when.astimezone(UTC).replace(microsecond=0)
        found = _ask(lambda: self._api().messages.list(to=to, limit=50, page_size=50))
        return tuple(
            (str(m.sid), str(m.body or ""))
            for m in found
            if m.direction != "inbound" and str(m.status) not in LOST and _when(m) >= since
        )

    def held_since(self, when: datetime) -> tuple[Held, ...]:
        """List the texts of both directions from `when` on, oldest first."""
        own = self._settings.twilio_from
        ways: tuple[dict[str, str], ...] = ({},) if own.startswith("MG") else ({"to": own}, {"from_": own})
        since = when.astimezone(UTC).replace(microsecond=0)
        asked = since - timedelta(days=1)  # their filter promises whole days only

        def listed(way: dict[str, str]) -> list[Any]:
            return _listed(self._api().messages.page(date_sent_after=asked, page_size=PAGE_SIZE, **way))

        found = [one for way in ways for one in _ask(partial(listed, way))]
        if own.startswith("MG"):
            found = [one for one in found if one.messaging_service_sid == own]
        held = {
            str(m.sid): Held(
                str(m.sid), m.direction == "inbound", m.direction == "outbound-reply", str(m.status),
                bool(str(m.body or "")), number(m.num_media), _when(m),
            )
            for m in found
        }  # fmt: skip
        return tuple(sorted((one for one in held.values() if one.at >= since), key=lambda one: (one.at, one.sid)))

    def erase(self, sid: str, media: int = 0) -> None:
        """Erase the words of a text at the provider, and its pictures. What is gone already counts as erased."""
        try:
            if media:
                for picture in _ask(lambda: self._api().messages(sid).media.list(limit=MOST_MEDIA)):
                    _ask(picture.delete)
            _ask(lambda: self._api().messages(sid).update(body=""))
        except ServiceRefused as error:
            if error.code != NOT_FOUND:
                raise

    def _api(self) -> Any:
        if not hasattr(self._own, "client"):
            # slow to import; only what sends or lists messages needs them
            from twilio.http.http_client import TwilioHttpClient  # type: ignore[import-untyped]  # noqa: PLC0415 - slow
            from twilio.rest import Client  # type: ignore[import-untyped]  # noqa: PLC0415 - slow

            base = self._settings.twilio_api_base.rstrip("/")

            class Http(TwilioHttpClient):  # type: ignore[misc]
                """HTTP client with a time-out, which theirs lacks, redirected to a stand-in server if one is set."""

                def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Any:
                    theirs = next((one for one in (OWN_API, OWN_SERVICES) if base and url.startswith(one)), "")
                    if theirs:
                        url = base + url.removeprefix(theirs)
                    return super().request(method, url, *args, **kwargs)

            http = Http(timeout=self.timeout_seconds, max_retries=0)
            if base:
                http.session.trust_env = False  # a stand-in server is local: bypass the machine's proxy
            token = next(iter(self._settings.twilio_auth_tokens), "")
            self._own.client = Client(self._settings.twilio_account_sid, token, http_client=http)
        return self._own.client


def _by_the_way_it_came(to: str, own: str) -> tuple[str, dict[str, str]]:
    """Return the address to send to, and the sender. A service has a sender for each channel, a single number has one.

    Without a service RCS has no sender of its own: the text goes to the same phone by SMS.
    """
    if own.startswith("MG"):
        return to, {"messaging_service_sid": own}
    channel = channel_of(to)
    if channel == "rcs":
        return number_of(to), {"from_": own}
    return to, {"from_": f"{channel}:{own}" if channel else own}


def _listed(page: Any) -> list[Any]:
    """Read a listing page by page, up to a page that holds nothing new: a page that repeats itself leads nowhere."""
    found: dict[str, Any] = {}
    for _ in range(MOST_PAGES):
        new = {str(message.sid): message for message in page or () if str(message.sid) not in found}
        if not new:
            break
        found |= new
        page = page.next_page()
    return list(found.values())


def _when(message: Any) -> datetime:
    at: datetime | None = message.date_sent or message.date_created
    return at.astimezone(UTC) if at else datetime.now(UTC)


def number(text: Any) -> int:
    """Parse a count as the provider writes it, in digits. Anything else is 0."""
    plain = str(text or "")
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) < 7 else 0


def _ask(call: Callable[[], Any]) -> Any:
    """Return the result of `call`, with errors translated. Raised outside the handler: theirs quote the number."""
    from requests import exceptions as http  # noqa: PLC0415 - slow to import
    from twilio.base.exceptions import TwilioException  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to import

    try:
        return call()
    except TwilioException as error:  # the base class: TwilioServiceException is no TwilioRestException
        answer = error.args[1] if len(error.args) > 1 else None  # the error of a listing has no code, only the response
        fault = _named(getattr(error, "code", 0), getattr(error, "status", 0) or getattr(answer, "status_code", 0))
    except (http.Timeout, http.ConnectionError, http.ChunkedEncodingError):
        fault = TryLater()
    except http.RequestException:  # an invalid base URL or a redirect loop
        fault = ServiceRefused()
    except (ValueError, AttributeError, TypeError, KeyError):  # not JSON, or not of the form that theirs expects
        fault = TryLater()
    raise fault


def _named(code: Any, status: Any) -> SmsError:
    theirs = number(code)
    if theirs == OPTED_OUT:
        return Unsubscribed(theirs)
    if theirs in BAD_NUMBER:
        return BadNumber(theirs)
    if theirs in _LATER or number(status) in (408, 429) or number(status) >= 500:
        return TryLater(theirs)
    return SmsError(theirs) if theirs in _TEXT else ServiceRefused(theirs)
