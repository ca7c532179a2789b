"""What the provider's account holds: its state, our number and its webhooks, and the messaging services around it.

It reads and changes nothing. Errors name their kind alone: the provider's own words may quote a number.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from bot.errors import WarmlineError
from bot.http_faults import connection_fault, read_date
from bot.sms.twilio import TwilioClient, number

if TYPE_CHECKING:
    from bot.config.settings import Settings

MOST_SERVICES = 20
MOST_NUMBERS = 20
"""More than an agency has. Each one costs the doctor a request."""

UNREADABLE = "its answer can't be read"

T = TypeVar("T")


class Unanswered(WarmlineError):
    """Question that the provider did not answer. `kind` says why; `status` is the HTTP status, 0 without one."""

    def __init__(self, kind: str, status: int = 0) -> None:
        self.kind, self.status = kind, status
        super().__init__(kind)


@dataclass(frozen=True, slots=True)
class Account:
    """Account as the provider tells it. `at` is the provider's clock, None if it does not say."""

    status: str
    is_trial: bool
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Balance:
    """Money left in the account."""

    amount: float
    currency: str


@dataclass(frozen=True, slots=True)
class Door:
    """Address that the provider calls, how, and the one that it calls when the first fails. "" is none."""

    url: str
    method: str
    fallback_url: str
    fallback_method: str


@dataclass(frozen=True, slots=True)
class Sender:
    """Number or short code of ours. `elsewhere_*`: an application or a trunk takes the texts or calls."""

    sid: str
    has_sms: bool
    has_voice: bool
    texts: Door
    calls: Door | None  # None: a short code takes no calls
    elsewhere_texts: bool
    elsewhere_calls: bool


@dataclass(frozen=True, slots=True)
class Service:
    """Messaging service. With `asks_number` the webhook of each number counts, and not the service's own."""

    sid: str
    texts: Door
    asks_number: bool
    status_callback: str


class AccountReader(TwilioClient):
    """Client that reads the account. Every method raises Unanswered."""

    timeout_seconds = 5.0

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self._api()  # loads their library now, so that no time limit on an answer counts it

    def account(self) -> Account:
        """Return the state of the account."""
        told = _answer(lambda: self._api().api.v2010.accounts(self._settings.twilio_account_sid).fetch_with_http_info())
        if told.data.sid != self._settings.twilio_account_sid:
            raise Unanswered(UNREADABLE)
        return Account(str(told.data.status), told.data.type == "Trial", read_date(told.headers or {}))

    def balance(self) -> Balance | None:
        """Return the money left, or None for an account that has none of its own."""
        try:
            told = _answer(self._api().balance.fetch)
        except Unanswered as error:
            if error.status == 404:  # the account above it pays
                return None
            raise
        amount = str(told.balance or "")
        return Balance(float(amount), str(told.currency or "")) if re.fullmatch(r"-?\d+(\.\d+)?", amount) else None

    def sender(self, own: str) -> Sender | None:
        """Return the number or short code `own`, or None if the account has none such."""
        if not own.startswith("+"):
            found = _answer(lambda: self._api().short_codes.list(short_code=own, limit=MOST_NUMBERS))
            return next((_short_code(one) for one in found if one.short_code == own), None)
        found = _answer(lambda: self._api().incoming_phone_numbers.list(phone_number=own, limit=MOST_NUMBERS))
        return next((_number(one) for one in found if one.phone_number == own), None)

    def service(self, sid: str) -> Service | None:
        """Return a messaging service, or None if the account has none such."""
        return _unless_missing(lambda: _service(self._services()(sid).fetch()))

    def senders_of(self, service: str) -> list[Sender]:
        """List the numbers of a messaging service."""
        held = _answer(lambda: self._services()(service).phone_numbers.list(limit=MOST_NUMBERS))
        return [_number(_answer(self._api().incoming_phone_numbers(one.sid).fetch)) for one in held]

    def service_of(self, sender: Sender) -> Service | None:
        """Return the messaging service that holds this number, or None."""
        for one in _answer(lambda: self._services().list(limit=MOST_SERVICES)):
            if _unless_missing(self._services()(one.sid).phone_numbers(sender.sid).fetch):
                return _service(one)
        return None

    def _services(self) -> Any:
        return self._api().messaging.v1.services


def _number(one: Any) -> Sender:
    can = one.capabilities or {}
    return Sender(
        str(one.sid), bool(can.get("sms")), bool(can.get("voice")),
        Door(one.sms_url or "", one.sms_method or "", one.sms_fallback_url or "", one.sms_fallback_method or ""),
        Door(
            one.voice_url or "", one.voice_method or "", one.voice_fallback_url or "", one.voice_fallback_method or "",
        ),
        bool(one.sms_application_sid), bool(one.voice_application_sid or one.trunk_sid),
    )  # fmt: skip


def _short_code(one: Any) -> Sender:
    texts = Door(one.sms_url or "", one.sms_method or "", one.sms_fallback_url or "", one.sms_fallback_method or "")
    return Sender(str(one.sid), True, False, texts, None, False, False)


def _service(one: Any) -> Service:
    texts = Door(one.inbound_request_url or "", one.inbound_method or "", one.fallback_url or "",
                 one.fallback_method or "")  # fmt: skip
    return Service(str(one.sid), texts, bool(one.use_inbound_webhook_on_number), one.status_callback or "")


def _unless_missing(call: Callable[[], T]) -> T | None:
    """Return the result of `call`, or None if the provider does not know what was asked for."""
    try:
        return _answer(call)
    except Unanswered as error:
        if error.status == 404:
            return None
        raise


def _answer(call: Callable[[], T]) -> T:
    """Return the result of `call`, with errors translated. Raised outside the handler: theirs quote addresses."""
    from requests import RequestException  # noqa: PLC0415 - slow to import
    from twilio.base.exceptions import TwilioException  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to import

    try:
        return call()
    except TwilioException as error:
        answer = error.args[1] if len(error.args) > 1 else None  # the error of a listing has only the response
        status = number(getattr(error, "status", 0) or getattr(answer, "status_code", 0))
        fault = Unanswered(_refusal(status), status)
    except RequestException as error:
        fault = Unanswered(connection_fault(error))
    except (ValueError, AttributeError, TypeError, KeyError):
        fault = Unanswered(UNREADABLE)
    raise fault


def _refusal(status: int) -> str:
    told = {
        401: "it refuses the account and its token (HTTP 401)",
        403: "the account has no right to ask this (HTTP 403)",
        404: "it does not know this account (HTTP 404)",
        429: "it has had too many requests (HTTP 429)",
    }
    return told.get(status, f"it answers HTTP {status}" if status else UNREADABLE)
