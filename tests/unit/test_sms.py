"""Twilio client: signatures, TwiML, and Twilio's errors as ours, tested with a server that fails on purpose."""

from __future__ import annotations

import json
import threading
import traceback
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import ClassVar
from urllib.parse import parse_qs
from xml.etree import ElementTree

import pytest
from twilio.request_validator import RequestValidator
from werkzeug.datastructures import MultiDict

from bot.config.settings import Settings, load_settings
from bot.errors import BadNumber, ServiceRefused, SmsError, TryLater, Unsubscribed
from bot.sms.twilio import (
    MOST_PAGES,
    VALID_SECONDS,
    TwilioClient,
    _by_the_way_it_came,
    _listed,
    check_signature,
    number,
    sign,
    twiml,
)

URL = "https://help.example.org/sms"
TO = "+15555550111"
TOKEN, NEXT = "now" * 8, "next" * 8
FORM = MultiDict({"From": TO, "Body": "hola  ", "Empty": ""})


def signed(url: str = URL, token: str = TOKEN) -> str:
    return str(RequestValidator(token).compute_signature(url, FORM))


@pytest.mark.parametrize(
    ("tokens", "url", "signature", "good"),
    [
        ((TOKEN,), URL, signed(), True),
        ((TOKEN, NEXT), URL, signed(token=NEXT), True),
        ((TOKEN,), URL, signed(token=NEXT), False),
        ((), URL, signed(), False),
        (("",), URL, signed(token=""), False),
        ((TOKEN,), URL, None, False),
        ((TOKEN,), URL, "", False),
        ((TOKEN,), URL, "\N{GRINNING FACE}" * 28, False),
        ((TOKEN,), URL + "?a=1", signed(), False),
        ((TOKEN,), URL + "#rc=2&rp=5xx", signed(), True),
        ((TOKEN,), URL, signed("https://help.example.org:443/sms"), True),
        ((TOKEN,), "https://[broken/sms", signed(), False),
        ((TOKEN,), "https://help.example.org:port/sms", signed(), False),
    ],
)
def test_signature_is_valid_only_from_our_tokens_for_our_url(
    tokens: tuple[str, ...], url: str, signature: str | None, good: bool
) -> None:
    assert check_signature(tokens, url, FORM, b"", signature) is good


def test_repeated_form_names_are_part_of_the_signature() -> None:
    form = MultiDict([("A", "1"), ("A", "2"), ("A", "1")])
    assert check_signature((TOKEN,), URL, form, b"", sign(TOKEN, URL, form))
    assert not check_signature((TOKEN,), URL, MultiDict({"A": "1"}), b"", sign(TOKEN, URL, form))


def test_official_validator_accepts_our_signature() -> None:
    assert RequestValidator(TOKEN).validate(URL, FORM, sign(TOKEN, URL, FORM))


@pytest.mark.parametrize("text", ["a", "<b>&\"'</b>", "]]>", "á 😀 \u202e", "line\nline", "\x00a\x08\ufffe\ud800z"])
def test_twiml_is_one_message_that_any_parser_reads_back(text: str) -> None:
    read = ElementTree.fromstring(twiml(text).encode())  # noqa: S314 our own
    kept = "".join(letter for letter in text if letter not in "\x00\x08\ufffe\ud800")
    assert [message.text for message in read.iter("Message")] == [kept]


@pytest.mark.parametrize("text", ["", " \n", "\x00"])
def test_empty_text_gives_an_empty_response(text: str) -> None:
    assert twiml(text).endswith("<Response/>")


@pytest.mark.parametrize(("text", "counted"), [("2", 2), ("", 0), (None, 0), ("-1", 0), ("1e3", 0), ("²", 0), ("x", 0)])
def test_invalid_count_is_zero(text: str | None, counted: int) -> None:
    assert number(text) == counted


class Failing(BaseHTTPRequestHandler):
    """Fake provider: answers as configured, and keeps what it was sent."""

    answer: ClassVar[tuple[int, str]] = (500, "")
    heard: ClassVar[dict[str, list[str]]] = {}

    def do_POST(self) -> None:
        status, body = self.answer
        Failing.heard = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        if not status:
            return  # the connection closes without a response
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Log nothing, since these lines contain numbers."""


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """Provide the URL of a provider that fails."""
    server = HTTPServer(("127.0.0.1", 0), Failing)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def settings(base: str, folder: Path, **more: str) -> Settings:
    return load_settings({"DEMO": "1", "VAR_DIR": str(folder), "TWILIO_API_BASE": base, **more})


def refusal(status: int, code: int) -> tuple[int, str]:
    return status, json.dumps({"code": code, "message": f"The number {TO} is bad", "status": status})


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        (refusal(400, 21610), Unsubscribed, 21610),
        (refusal(400, 21211), BadNumber, 21211),
        (refusal(400, 21614), BadNumber, 21614),
        (refusal(429, 20429), TryLater, 20429),
        (refusal(500, 20500), TryLater, 20500),
        (refusal(400, 21611), TryLater, 21611),
        (refusal(401, 20003), ServiceRefused, 20003),
        (refusal(400, 99999), ServiceRefused, 99999),
        ((400, json.dumps({"type": "t", "title": "t", "status": 400, "code": 21610})), Unsubscribed, 21610),
        ((503, "<html>a proxy</html>"), TryLater, 503),
        ((201, "<html>a proxy</html>"), TryLater, 0),
        ((302, ""), ServiceRefused, 302),
        ((0, ""), TryLater, 0),
    ],
)
def test_provider_errors_become_ours_without_a_number(
    provider: str, tmp_path: Path, answer: tuple[int, str], kind: type[SmsError], code: int
) -> None:
    Failing.answer = answer
    with pytest.raises(SmsError) as caught:
        TwilioClient(settings(provider, tmp_path)).send(TO, "hello")
    assert type(caught.value) is kind
    assert caught.value.code == code
    assert TO not in "".join(traceback.format_exception(caught.value))


def test_unreachable_provider_is_try_later(tmp_path: Path) -> None:
    with pytest.raises(TryLater):
        TwilioClient(settings("http://127.0.0.1:9", tmp_path)).send(TO, "hello")


def test_send_uses_number_or_messaging_service_and_short_validity(provider: str, tmp_path: Path) -> None:
    Failing.answer = 201, json.dumps({"sid": "SM" + "0" * 32, "status": "queued"})
    service = "MG" + "0" * 32
    for own, field in (("+15555550100", "From"), (service, "MessagingServiceSid")):
        sms = TwilioClient(settings(provider, tmp_path, TWILIO_FROM=own))
        assert sms.send(TO, "hello", "https://help.example.org/sms/status").startswith("SM")
        assert Failing.heard[field] == [own]
        assert Failing.heard["ValidityPeriod"] == [str(VALID_SECONDS)]
        assert Failing.heard["StatusCallback"] == ["https://help.example.org/sms/status"]


@pytest.mark.parametrize(
    ("own", "to", "goes_to", "sender"),
    [
        ("+15555550100", "+12135550123", "+12135550123", {"from_": "+15555550100"}),
        ("+15555550100", "whatsapp:+12135550123", "whatsapp:+12135550123", {"from_": "whatsapp:+15555550100"}),
        ("+15555550100", "rcs:+12135550123", "+12135550123", {"from_": "+15555550100"}),
        ("MG" + "1" * 32, "rcs:+12135550123", "rcs:+12135550123", {"messaging_service_sid": "MG" + "1" * 32}),
        ("MG" + "1" * 32, "whatsapp:+12135550123", "whatsapp:+12135550123", {"messaging_service_sid": "MG" + "1" * 32}),
    ],
)
def test_text_goes_out_by_the_way_it_came(own: str, to: str, goes_to: str, sender: dict[str, str]) -> None:
    assert _by_the_way_it_came(to, own) == (goes_to, sender)


class EndlessPage:
    """A listing whose pages never end; with `repeats` they hold the same text again."""

    def __init__(self, number: int, *, repeats: bool) -> None:
        self.number, self.repeats = number, repeats

    def __iter__(self) -> Iterator[SimpleNamespace]:
        yield SimpleNamespace(sid="SM1" if self.repeats else f"SM{self.number}")

    def next_page(self) -> EndlessPage:
        assert self.number < 2 * MOST_PAGES
        return EndlessPage(self.number + 1, repeats=self.repeats)


@pytest.mark.parametrize(("repeats", "texts"), [(True, 1), (False, MOST_PAGES)])
def test_endless_pages_end(repeats: bool, texts: int) -> None:
    assert len(_listed(EndlessPage(0, repeats=repeats))) == texts
