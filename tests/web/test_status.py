"""Delivery reports in any order, with any status, any number of times."""

from __future__ import annotations

import secrets

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.config.settings import Settings
from bot.store import Store
from tests.support.signed_texts import texting


def report(client: FlaskClient, settings: Settings, sid: str, status: str, **more: str) -> int:
    post = texting(client, settings, "/sms/status")
    return post(MessageSid=sid, MessageStatus=status, **more).status_code


def kept(store: Store, sid: str) -> int:
    """Return the rank of the stored status: one less than the first rank that would be new."""
    return next(rank for rank in range(10) if store.sent.report(sid, "probe", rank)) - 1


def test_unsigned_report_is_refused(client: FlaskClient) -> None:
    assert client.post("/sms/status", data={"MessageSid": "SM1", "MessageStatus": "sent"}).status_code == 403


@pytest.mark.parametrize(
    ("order", "rank"),
    [
        (("queued", "sent", "delivered"), 4),
        (("delivered", "sent", "queued"), 4),
        (("sent", "SENT", "sending"), 3),
        (("undelivered", "delivered"), 4),
        (("read", "delivered"), 5),
        (("accepted",), 0),
        (("something-new",), -1),
        (("sent", "something-new", ""), 3),
    ],
)
def test_older_status_never_overwrites_a_newer_one(
    client: FlaskClient, settings: Settings, store: Store, order: tuple[str, ...], rank: int
) -> None:
    sid = "SM" + secrets.token_hex(16)
    assert {report(client, settings, sid, status) for status in order} == {204}
    assert kept(store, sid) == rank


def test_opt_out_at_the_carrier_is_stored(client: FlaskClient, settings: Settings, store: Store) -> None:
    phone, other = "+15555550122", "+15555550123"
    assert report(client, settings, "SM1", "failed", To=phone, ErrorCode="21610") == 204
    assert report(client, settings, "SM2", "undelivered", To=other, ErrorCode="30003") == 204
    assert store.load(phone, "").stopped
    assert not store.load(other, "").stopped


def test_malformed_reports_do_no_harm(client: FlaskClient, settings: Settings) -> None:
    post = texting(client, settings, "/sms/status")
    odd = {"MessageSid": "\x00" * 99, "MessageStatus": "sent"}
    for fields in ({}, {"ErrorCode": "x"}, {"ErrorCode": "21610", "To": None}, odd):
        assert post(**fields).status_code == 204


def test_report_is_accepted_without_redis(gone: Flask, settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    client = gone.test_client()
    assert report(client, settings, "SM1", "failed", To="+15555550122", ErrorCode="21610") == 204
    assert "StoreUnavailable" in caplog.text
    assert "5555550122" not in caplog.text
