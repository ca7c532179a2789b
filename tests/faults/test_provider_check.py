"""The doctor asks the provider: what is wrong at the number, its webhooks, the service and the account is named."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.cli import deadline, provider_check
from bot.cli.provider_check import RETRIES, check_provider
from bot.config.settings import Settings, load_settings
from bot.sms.account import AccountReader
from tests.support.product import environment
from tests.support.provider import Provider
from tests.support.redis_server import RealRedis

pytestmark = pytest.mark.faults

PUBLIC = "https://text.example.org"
SMS, VOICE = {"sms_url": f"{PUBLIC}/sms{RETRIES}", "sms_fallback_url": f"{PUBLIC}/sms"}, {
    "voice_url": f"{PUBLIC}/voice", "voice_fallback_url": f"{PUBLIC}/voice"
}  # fmt: skip
SERVICE = {
    "inbound_request_url": f"{PUBLIC}/sms{RETRIES}", "fallback_url": f"{PUBLIC}/sms",
    "status_callback": f"{PUBLIC}/sms/status",
}  # fmt: skip
MG = "MG" + "a" * 32
Read = Callable[..., Settings]


@pytest.fixture
def twin() -> Iterator[Provider]:
    """Serve an account that holds nothing yet."""
    with Provider().listening() as running:
        yield running


@pytest.fixture
def known(twin: Provider, tmp_path: Path) -> Read:
    """Return a function that reads the settings of an agency with that account."""

    def read(**more: str) -> Settings:
        return load_settings(environment(tmp_path, twin, "redis://127.0.0.1:9/0") | {"PUBLIC_URL": PUBLIC} | more)

    return read


def buy(twin: Provider, **fields: object) -> str:
    return twin.holdings.add_number(twin.account, twin.number, **{**SMS, **VOICE, **fields})


def test_sound_account_has_no_fault_and_nothing_there_changes(twin: Provider, known: Read) -> None:
    buy(twin)
    before = json.dumps(twin.holdings.numbers)
    assert check_provider(known()) == []
    assert json.dumps(twin.holdings.numbers) == before
    assert len(twin.holdings.asked) == 4


@pytest.mark.parametrize(("fields", "told"), [
    ({"sms_url": ""}, "A message comes in: it has no address. Set it to https://text.example.org/sms#ct="),
    ({"sms_url": None}, "A message comes in: it has no address"),
    ({"sms_url": "https://demo.twilio.com/welcome/sms/reply/"}, "A message comes in: it has another address"),
    ({"sms_url": f"http://text.example.org/sms{RETRIES}"}, "A message comes in: it has another address"),
    ({"sms_url": f"{PUBLIC}/sms/status{RETRIES}"}, "A message comes in: it has another address"),
    ({"sms_url": f"{PUBLIC}/sms"}, "A message comes in: a failed text is not tried again"),
    ({"sms_method": "GET"}, "A message comes in: the method is not POST"),
    ({"sms_fallback_url": ""}, "A message comes in, on failure: it has no address"),
    ({"sms_fallback_url": "https://other.example/sms"}, "A message comes in, on failure: it has another address"),
    ({"sms_fallback_method": "GET"}, "A message comes in, on failure: the method is not POST"),
    ({"sms_application_sid": "AP" + "a" * 32}, "an application takes its texts"),
    ({"voice_url": None}, "A call comes in: it has no address. Set it to https://text.example.org/voice, with POST"),
    ({"voice_method": "GET"}, "A call comes in: the method is not POST"),
    ({"voice_fallback_url": None}, "A call comes in, on failure: it has no address"),
    ({"voice_application_sid": "AP" + "a" * 32}, "an application or trunk takes its calls"),
    ({"trunk_sid": "TK" + "a" * 32}, "an application or trunk takes its calls"),
    ({"capabilities": {"sms": False, "voice": True}}, "it cannot text"),
    ({"capabilities": {"sms": True, "voice": False}}, "it cannot take calls"),
])  # fmt: skip
def test_each_wrong_thing_at_the_number_is_one_finding(
    twin: Provider, known: Read, fields: dict[str, object], told: str
) -> None:
    buy(twin, **fields)
    (fault,) = check_provider(known())
    assert told in fault
    assert fault.startswith("Phone number at Twilio")
    assert not any(secret in fault for secret in (twin.number, twin.token, twin.account, "demo.twilio", "other.ex"))


@pytest.mark.parametrize("url", [f"{PUBLIC}/sms/{RETRIES}", f"HTTPS://TEXT.example.org/sms{RETRIES}&rt=4000"])
def test_address_in_another_spelling_is_ours(twin: Provider, known: Read, url: str) -> None:
    buy(twin, sms_url=url)
    assert check_provider(known()) == []


def test_path_in_public_url_is_part_of_each_address(twin: Provider, known: Read) -> None:
    buy(twin)
    faults = check_provider(known(PUBLIC_URL=f"{PUBLIC}/line"))
    assert len(faults) == 2
    assert all("it has another address" in fault for fault in faults)


def test_number_of_another_account_is_named(twin: Provider, known: Read) -> None:
    assert check_provider(known()) == ["TWILIO_FROM is no number of this Twilio account. Correct it, or "
                                       "TWILIO_ACCOUNT_SID."]  # fmt: skip


def test_service_takes_the_texts_of_its_number(twin: Provider, known: Read) -> None:
    sid = buy(twin, sms_url="")
    service = twin.holdings.add_service(twin.account, pool=(sid,), **SERVICE)
    twin.holdings.add_service(twin.account)
    assert check_provider(known()) == []
    twin.holdings.services[service] |= {"inbound_request_url": None, "status_callback": None}
    texts, status = check_provider(known())
    assert texts.startswith("Messaging Service, Integration, incoming messages: it has no address.")
    assert status == f"Messaging Service, Integration: set the delivery status callback to {PUBLIC}/sms/status."
    twin.holdings.services[service] |= {
        "use_inbound_webhook_on_number": True,
        "status_callback": f"{PUBLIC}/sms/status",
    }
    (texts,) = check_provider(known())
    assert texts.startswith("Phone number at Twilio, A message comes in: it has no address.")


def test_service_in_the_setting_is_checked_with_all_its_numbers(twin: Provider, known: Read) -> None:
    assert "does not have" in check_provider(known(TWILIO_FROM=MG))[0]
    twin.holdings.add_service(twin.account, MG, **SERVICE)
    assert check_provider(known(TWILIO_FROM=MG)) == [
        "The Messaging Service in TWILIO_FROM has no number. Add one to its sender pool."
    ]
    one, two = buy(twin), buy(twin, voice_url="https://other.example/")
    twin.holdings.pools[MG] = [one, two]
    (fault,) = check_provider(known(TWILIO_FROM=MG))
    assert "A call comes in: it has another address" in fault


def test_short_code_is_checked_without_calls(twin: Provider, known: Read) -> None:
    twin.holdings.add_short_code(twin.account, "55555")
    (fault,) = check_provider(known(TWILIO_FROM="55555"))
    assert "A message comes in: it has no address" in fault
    assert check_provider(known(TWILIO_FROM="66666"))[0].startswith("TWILIO_FROM is no number")


@pytest.mark.parametrize(("changes", "told"), [
    ({"status": "suspended"}, "The Twilio account is suspended: no text is sent."),
    ({"kind": "Trial"}, "The Twilio account is a trial"),
    ({"balance": "19.99"}, "The Twilio account has less than 20 USD left."),
    ({"balance": "-3.1"}, "The Twilio account has less than 20 USD left."),
])  # fmt: skip
def test_state_of_the_account_is_told(twin: Provider, known: Read, changes: dict[str, str], told: str) -> None:
    buy(twin)
    vars(twin.holdings).update(changes)
    (fault,) = check_provider(known())
    assert fault.startswith(told)


@pytest.mark.parametrize("balance", [None, "", "many", "20.00"])
def test_balance_that_is_enough_or_not_told_is_no_fault(twin: Provider, known: Read, balance: str | None) -> None:
    buy(twin)
    twin.holdings.balance = balance
    assert check_provider(known()) == []


@pytest.mark.parametrize(("seconds", "is_far"), [(-90, True), (-40, False), (40, False), (90, True)])
def test_clock_that_is_far_from_theirs_is_named(twin: Provider, known: Read, seconds: int, is_far: bool) -> None:
    buy(twin)
    twin.days_ahead = seconds / 86_400
    assert [fault[:21] for fault in check_provider(known())] == (["This machine's clock "] if is_far else [])


@pytest.mark.parametrize(("mode", "kind"), [
    ("20003", "it refuses the account and its token (HTTP 401)"), ("20404", "it does not know this account (HTTP 404)"),
    ("429", "it has had too many requests (HTTP 429)"), ("500", "it answers HTTP 500"),
    ("cut", "the connection breaks off"), ("says 200 no json", "its answer can't be read"),
    ("says 200 []", "its answer can't be read"), ("says 403 {}", "the account has no right to ask this (HTTP 403)"),
    ("302", "its answer can't be read"),
])  # fmt: skip
def test_provider_that_cannot_be_asked_is_named_by_kind(twin: Provider, known: Read, mode: str, kind: str) -> None:
    buy(twin)
    with twin.broken(mode):
        (fault,) = check_provider(known())
    assert fault.startswith(f"Twilio was not checked: {kind}.")
    assert not any(secret in fault for secret in (twin.number, twin.token, twin.account, "127.0.0.1"))


def test_wrong_token_is_told_and_not_shown(twin: Provider, known: Read) -> None:
    buy(twin)
    (fault,) = check_provider(known(TWILIO_AUTH_TOKEN="f" * 32))
    assert "HTTP 401" in fault
    assert "TWILIO_AUTH_TOKEN" in fault
    assert "ffff" not in fault


def test_refused_connection_and_unknown_host_are_told_apart(known: Read) -> None:
    for base, kind in (("http://127.0.0.1:9", "the connection is refused"),
                       ("http://no-such-host.invalid", "the name of its host is not found")):  # fmt: skip
        (fault,) = check_provider(known(TWILIO_API_BASE=base))
        assert fault.startswith(f"Twilio was not checked: {kind}.")


def test_slow_provider_ends_at_the_limit(twin: Provider, known: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    buy(twin)
    monkeypatch.setattr(deadline, "LIMIT_SECONDS", 1.0)
    began = time.monotonic()
    with twin.broken("hang"):
        assert check_provider(known()) == ["Twilio was not checked: no whole answer within 1 seconds."]
    assert time.monotonic() - began < 3


def test_server_that_never_answers_is_slow(known: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AccountReader, "timeout_seconds", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        (fault,) = check_provider(known(TWILIO_API_BASE=f"http://127.0.0.1:{silent.getsockname()[1]}"))
    assert fault.startswith("Twilio was not checked: it does not answer in time.")


def test_fault_of_the_check_itself_is_a_finding(known: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object) -> list[str]:
        raise RuntimeError("+15555550199")

    monkeypatch.setattr(provider_check, "_check", break_down)
    assert check_provider(known()) == ["Twilio was not checked: RuntimeError."]


def test_doctor_prints_what_the_provider_lacks(
    twin: Provider, known: Read, real_redis: RealRedis, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.cli import doctor  # noqa: PLC0415 - slow to import

    buy(twin, sms_url="")
    for slow in ("check_proxy", "check_all", "_services", "_unread", "_numbers"):
        monkeypatch.setattr(doctor, slow, lambda _: [])
    settings = known(REDIS_URL=real_redis.url)
    assert any("A message comes in: it has no address" in fault for fault in doctor.examine(settings))
