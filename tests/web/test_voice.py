"""Webhook for calls: a signed caller hears what it is and numbers to call, in two languages, and leaves no trace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from flask import Flask
from flask.testing import FlaskClient
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]
from werkzeug.test import TestResponse

from bot.config.settings import Settings
from bot.content.checks import check_sheet
from bot.content.fragments import OF_CALLS
from bot.content.hotlines import Hotlines
from bot.content.rules import SENTENCE_WORDS, names_too_much, sentences, words
from bot.runtime.runtime import Runtime
from bot.sms.calls import digit_by_digit
from bot.store import Store
from bot.web import voice
from tests.support.shipped import SHEETS
from tests.support.signed_texts import PUBLIC, runtime_of, varied

CALLER = "+15555550147"
FORM = {
    "CallSid": "CA" + "1" * 32, "AccountSid": "AC" + "1" * 32, "From": CALLER, "Caller": CALLER,
    "To": "+15555550100", "CallStatus": "ringing", "Direction": "inbound", "ApiVersion": "2010-04-01",
    "CallerCity": "ANAHEIM", "StirVerstat": "TN-Validation-Passed-A",
}  # fmt: skip


class Heard(NamedTuple):
    """What a caller hears. `action` is where a key is posted, "" once the call ends."""

    lines: list[tuple[str, str]]
    action: str
    response: TestResponse

    @property
    def text(self) -> str:
        """Return all that is said."""
        return " ".join(text for _, text in self.lines)


Calls = Callable[..., Heard]


def calling(client: FlaskClient, settings: Settings) -> Calls:
    """Return a function that calls, or presses a key at the address that the last answer named."""

    def post(address: str = f"{PUBLIC}/voice", key: str | None = None) -> Heard:
        form = FORM if key is None else {**FORM, "Digits": key}
        signature = RequestValidator(settings.twilio_auth_tokens[0]).compute_signature(address, form)
        path = address.removeprefix(PUBLIC)
        response = client.post(path, data=form, headers={"X-Twilio-Signature": signature})
        assert response.status_code == 200
        assert response.headers["Content-Type"] == "text/xml; charset=utf-8"
        root = ElementTree.fromstring(response.data)  # noqa: S314 our own
        assert {verb.tag for verb in root.iter()} <= {"Response", "Gather", "Say", "Hangup"}
        gather = root.find("Gather")
        assert (gather is None) == (root.find("Hangup") is not None), "the call goes on, or it ends"
        if gather is not None:
            assert (gather.get("input"), gather.get("numDigits"), gather.get("method")) == ("dtmf", "1", "POST")
            assert gather.get("actionOnEmptyResult") == "true", "who presses nothing is answered, too"
        said = [(say.get("language", ""), say.text or "") for say in root.iter("Say")]
        return Heard(said, "" if gather is None else gather.get("action", ""), response)

    return post


@pytest.fixture
def call(client: FlaskClient, settings: Settings) -> Calls:
    """Return a function that calls the number."""
    return calling(client, settings)


def elsewhere(app: Flask, region: str) -> Calls:
    """Return a function that calls a programme of another region."""
    changed = varied(app, region=region)
    return calling(changed.test_client(), runtime_of(changed).settings)


def test_caller_hears_that_nobody_talks_here_and_the_keys(call: Calls) -> None:
    heard = call()
    assert "automated" in heard.text and "text it" in heard.text
    assert "call 9 1 1" in heard.lines[0][1], "who is in danger need not listen to the menu"
    assert [f"press {key}" in heard.text for key in "123"] == [True] * 3
    assert heard.lines[1] == ("es-MX", "Para español, marca 9."), "before the English menu"
    assert {language for language, _ in heard.lines} == {"en-US", "es-MX"}
    assert heard.action.startswith(f"{PUBLIC}/voice/key?")


@pytest.mark.parametrize(
    ("key", "numbers"),
    [("1", ("9 1 1",)), ("2", ("1, 8 8 8, 3 7 3, 7 8 8 8", "2 3 3 7 3 3")), ("3", ("call 9 8 8", "text to 9 8 8"))],
)
def test_key_reads_numbers_aloud_twice_and_another_key_may_follow(
    call: Calls, key: str, numbers: tuple[str, ...]
) -> None:
    heard = call(call().action, key)
    language, line = heard.lines[0]
    assert language == "en-US"
    assert all(number in line for number in numbers)
    assert b'loop="2"' in heard.response.data
    assert call(heard.action, "9").lines[0][0] == "es-MX"


def test_spanish_is_spanish_throughout_and_says_how_to_reach_people_who_speak_it(call: Calls) -> None:
    menu = call(call().action, "9")
    assert menu.lines[0][0] == "es-MX" and "automática" in menu.text
    crisis = call(menu.action, "3")
    assert {language for language, text in crisis.lines if text != "For English, press 9."} == {"es-MX"}
    assert "llamar al 9 8 8 y marca 2" in crisis.text and "AYUDA al 9 8 8" in crisis.text
    unknown = call(menu.action, "7")
    assert "No te entendí." in unknown.text
    assert "Adiós" in call(unknown.action, "7").text
    assert call(crisis.action, "9").lines[0][0] == "en-US"


def test_canadian_programme_names_canadian_numbers(app: Flask) -> None:
    call = elsewhere(app, "CA-BC")
    hotline = call(call().action, "2").text
    assert "1, 8 0 0, 5 6 3, 0 8 0 8" in hotline
    assert "2 3 3 7 3 3" not in hotline and "8 8 8, 3 7 3" not in hotline
    assert "y marca 2" not in call(call(call().action, "9").action, "3").text, "988 of Canada has no such key"


@pytest.mark.parametrize("key", ["7", "0", "*", "#", "", "12", "٣", "x" * 40])
def test_unknown_key_or_silence_repeats_the_menu_once_and_then_ends_the_call(call: Calls, key: str) -> None:
    first = call(call().action, key)
    assert "didn't get" in first.lines[0][1] and "press 1" in first.text
    last = call(first.action, key)
    assert not last.action
    assert "Goodbye" in last.text and "press" not in last.text


def test_known_key_after_an_unknown_one_starts_over(call: Calls) -> None:
    unknown = call(call().action, "7")
    line = call(unknown.action, "3")
    assert call(line.action, "7").action, "the menu may be repeated again"


@pytest.mark.parametrize("path", ["/voice", "/voice/key?language=en"])
@pytest.mark.parametrize("signature", [None, "", "AAAA", "A" * 27 + "="])
def test_missing_or_wrong_signature_is_refused(client: FlaskClient, path: str, signature: str | None) -> None:
    headers = {} if signature is None else {"X-Twilio-Signature": signature}
    answer = client.post(path, data={**FORM, "Digits": "1"}, headers=headers)
    assert (answer.status_code, answer.text) == (403, "403 Forbidden\n")


def test_changed_key_or_address_is_refused(client: FlaskClient, settings: Settings, call: Calls) -> None:
    address, form = call().action, {**FORM, "Digits": "1"}
    headers = {"X-Twilio-Signature": RequestValidator(settings.twilio_auth_tokens[0]).compute_signature(address, form)}
    path = address.removeprefix(PUBLIC)
    assert client.post(path, data=form, headers=headers).status_code == 200
    assert client.post(path, data=form | {"Digits": "2"}, headers=headers).status_code == 403
    assert client.post(f"{urlsplit(path).path}?language=es", data=form, headers=headers).status_code == 403


@pytest.mark.parametrize("language", ["fr", "", "EN", "../x"])
def test_language_without_a_voice_is_answered_in_english(call: Calls, language: str) -> None:
    assert call(f"{PUBLIC}/voice/key?language={language}", "1").lines[0][0] == "en-US"


def test_call_sets_no_cookie_stores_nothing_and_is_not_logged(
    call: Calls, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    before = store._server.call("DBSIZE")
    menu = call()
    answers = [menu, *(call(menu.action, key) for key in "12397")]
    assert store._server.call("DBSIZE") == before
    assert all("Set-Cookie" not in answer.response.headers for answer in answers)
    assert all(answer.response.headers["Cache-Control"] == "no-store" for answer in answers)
    for digits in (CALLER[1:], "5550147", "ANAHEIM", FORM["CallSid"]):
        assert digits not in caplog.text
        assert all(digits not in answer.response.text for answer in answers)


def test_caller_is_answered_without_redis(gone: Flask, settings: Settings) -> None:
    assert "press 1" in calling(gone.test_client(), settings)().text


def test_fault_is_answered_by_the_last_words_with_numbers(
    call: Calls, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    address = call().action

    def broken(*_: object) -> None:
        raise RuntimeError(CALLER)

    monkeypatch.setattr(voice._Call, "ask", broken)
    for heard in (call(), call(address, "1")):
        assert "call or text 9 8 8" in heard.text and "danger: 9 1 1" in heard.text
        assert not heard.action
    assert "RuntimeError" in caplog.text
    assert CALLER[1:] not in caplog.text


def test_number_that_is_missing_is_never_said_as_a_gap(call: Calls, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Runtime.snapshot
    none = Hotlines({}, {})
    monkeypatch.setattr(Runtime, "snapshot", lambda runtime, at: replace(real(runtime, at), hotlines=none))
    heard = call()
    assert "9 1 1" in heard.text and not heard.action


@pytest.mark.parametrize("code", SHEETS)
def test_words_of_a_call_are_bland_and_short(code: str) -> None:
    for key in OF_CALLS:
        piece = SHEETS[code].pieces[key]
        assert not names_too_much(piece, code)
        assert all(len(words(sentence)) <= SENTENCE_WORDS for sentence in sentences(piece)), key


@pytest.mark.parametrize("key", ["voice.hello", "voice.hotline", "voice.offer.crisis"])
def test_edited_words_of_a_call_are_checked(key: str) -> None:
    piece = SHEETS["en"].pieces[key]
    for changed, fault in ((f"{piece} A shelter.", "shelter"), ("Hello there.", "is missing")):
        sheet = SHEETS["en"].model_copy(update={"pieces": {**SHEETS["en"].pieces, key: changed}})
        assert any(key in one.path and fault in one.says for one in check_sheet("en", sheet))


def test_added_language_needs_no_words_for_calls() -> None:
    pieces = {key: piece for key, piece in SHEETS["en"].pieces.items() if key not in OF_CALLS}
    sheet = SHEETS["en"].model_copy(update={"pieces": pieces})
    assert not [one for one in check_sheet("fr", sheet) if "voice." in str(one)]
    assert len([one for one in check_sheet("en", sheet) if "voice." in str(one)]) == len(OF_CALLS)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Call 988.", "Call 9 8 8."), ("1-888-373-7888,", "1, 8 8 8, 3 7 3, 7 8 8 8,"),
        ("in 15 minutes", "in 15 minutes"), ("press 9", "press 9"),
        ("714-940-1000", "7 1 4, 9 4 0, 1 0 0 0"), ("", ""), ("11-18", "11-18"),
    ],
)  # fmt: skip
def test_phone_numbers_are_read_digit_by_digit(text: str, read: str) -> None:
    assert digit_by_digit(text) == read
