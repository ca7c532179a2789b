"""Fake provider of demo mode, called by the provider's own client over real HTTP."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.config.settings import Settings
from bot.errors import BadNumber, SmsError, Unsubscribed
from bot.sms.twilio import TwilioClient
from bot.store import Store
from tests.support.signed_texts import Serve


@pytest.fixture(autouse=True)
def _empty(store: Store) -> None:
    """Empty all simulated phones."""
    store.simulated.clear()


@pytest.fixture
def sms(app: Flask, settings: Settings, serve: Serve) -> Iterator[TwilioClient]:
    """Return our client, pointed at the fake provider."""
    with serve(app) as port:
        yield TwilioClient(replace(settings, twilio_api_base=f"http://127.0.0.1:{port}/twin"))


def phone() -> str:
    return f"+1555555{secrets.randbelow(10_000):04}"


def inbound(store: Store, sender: str, body: str, at: datetime, media: int = 0) -> str:
    sid = "SM" + secrets.token_hex(16)
    store.simulated.add_text(
        sender, {"sid": sid, "direction": "inbound", "body": body, "media": media, "at": at.timestamp()}
    )
    return sid


def test_text_reaches_the_simulated_phone(sms: TwilioClient, store: Store) -> None:
    to = phone()
    sid = sms.send(to, "Hola. ¿Está bien?", "https://help.example.org/sms/status")
    (entry,) = store.simulated.texts(to)
    assert (entry["sid"], entry["body"], entry["direction"]) == (sid, "Hola. ¿Está bien?", "outbound-api")
    assert sid.startswith("SM")
    assert len(sid) == 34


def test_sent_texts_are_listed_by_recipient_and_time(sms: TwilioClient) -> None:
    to, other, began = phone(), "+15555550199", datetime.now(UTC)
    one, two = (sms.send(to, body) for body in ("one", "two"))
    sms.send(other, "three")
    assert sms.sent_since(to, began) == ((two, "two"), (one, "one"))
    assert sms.sent_since(to, began + timedelta(minutes=1)) == ()


def test_received_texts_are_listed_oldest_first(sms: TwilioClient, store: Store, settings: Settings) -> None:
    now = datetime.now(UTC)
    one, two = phone(), "+15555550198"
    inbound(store, one, "too old", now - timedelta(hours=3))
    first = inbound(store, one, "first", now - timedelta(hours=1))
    second = inbound(store, two, "", now, media=2)
    sms.send(one, "ours")
    found = sms.received_since(now - timedelta(hours=2))
    assert [text[:4] for text in found] == [(first, one, "first", 0), (second, two, "", 2)]
    assert [round((now - text.at).total_seconds() / 3600) for text in found] == [1, 0]


def test_time_in_another_zone_is_understood(sms: TwilioClient, store: Store) -> None:
    inbound(store, phone(), "hey", datetime.now(UTC))
    elsewhere = datetime.now(ZoneInfo("Asia/Tokyo"))
    assert len(sms.received_since(elsewhere - timedelta(minutes=5))) == 1
    assert sms.received_since(elsewhere + timedelta(minutes=5)) == ()


def test_listing_follows_pages_to_the_end(sms: TwilioClient, store: Store) -> None:
    now = datetime.now(UTC)
    sids = [inbound(store, phone(), str(number), now) for number in range(23)]
    listed = sms._api().messages.list(page_size=5)
    assert [message.sid for message in listed] == sids[::-1]


def test_errors_equal_the_providers(sms: TwilioClient, store: Store) -> None:
    stopped = phone()
    inbound(store, stopped, " Stop ", datetime.now(UTC))
    with pytest.raises(Unsubscribed):
        sms.send(stopped, "hello")
    inbound(store, stopped, "start", datetime.now(UTC))
    assert sms.send(stopped, "hello")
    with pytest.raises(BadNumber):
        sms.send("nobody", "hello")
    for body, code in (("", 21602), ("a" * 1601, 21617)):
        with pytest.raises(SmsError) as caught:
            sms.send(phone(), body)
        assert caught.value.code == code


def test_account_and_token_are_required(sms: TwilioClient, settings: Settings, client: FlaskClient) -> None:
    base = sms._settings.twilio_api_base
    for wrong in (
        replace(settings, twilio_api_base=base, twilio_auth_tokens=("wrong",)),
        replace(settings, twilio_api_base=base, twilio_account_sid="AC" + "0" * 32),
    ):
        with pytest.raises(SmsError) as caught:
            TwilioClient(wrong).send(phone(), "hello")
        assert caught.value.code == 20003
    assert client.get(f"/twin/2010-04-01/Accounts/{settings.twilio_account_sid}/Messages.json").status_code == 401


def test_words_are_erased_in_the_records_and_stay_on_the_phone(sms: TwilioClient, store: Store) -> None:
    began, person = datetime.now(UTC), phone()
    sid = inbound(store, person, "first", began)
    sms.send(person, "ours")
    held = sms.held_since(began - timedelta(minutes=1))
    assert {(one.is_inbound, one.has_words) for one in held} == {(True, True), (False, True)}
    sms.erase(sid)
    held = sms.held_since(began - timedelta(minutes=1))
    assert {(one.is_inbound, one.has_words) for one in held} == {(True, False), (False, True)}
    assert [text.text for text in sms.received_since(began - timedelta(minutes=1))] == [""]
    assert [entry["body"] for entry in store.simulated.texts(person)] == ["first", "ours"]


def test_pictures_are_erased_with_the_words(sms: TwilioClient, store: Store) -> None:
    began = datetime.now(UTC)
    sid = inbound(store, phone(), "look", began, media=2)
    sms.erase(sid, media=2)
    assert [(one.has_words, one.media) for one in sms.held_since(began - timedelta(minutes=1))] == [(False, 0)]


def test_text_that_is_gone_needs_no_erasing(sms: TwilioClient) -> None:
    sms.erase("SM" + "0" * 32, media=1)
