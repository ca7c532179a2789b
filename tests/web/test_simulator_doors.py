"""Endpoints of the simulator: responses, refusals, and a missing Redis. The page itself is in tests/browser."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.casework.escalation import reachable
from bot.staff.accounts import set_active
from bot.web.demo.phones import CONTACT_PHONE, SAM_PHONE
from bot.web.demo.simulator import spaced
from tests.support.signed_texts import PUBLIC, Serve, runtime_of

OURS = {"Origin": PUBLIC}


def desk(client: FlaskClient) -> dict[str, Any]:
    """Return the simulated phones by id, in order."""
    return {phone["id"]: phone for phone in client.get("/try/thread").json["phones"]}


def young(client: FlaskClient) -> list[Any]:
    return [phone for phone in desk(client).values() if phone["young"]]


def test_simulator_answers_304_without_updates(client: FlaskClient) -> None:
    first = client.get("/try/thread")
    assert first.status_code == 200
    same = client.get("/try/thread", headers={"If-None-Match": first.headers["ETag"]})
    assert (same.status_code, same.data) == (304, b"")
    client.post("/try/phone", json={"phone": "young2"}, headers=OURS)
    assert client.get("/try/thread", headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_simulator_cookie_is_http_only_and_same_site(client: FlaskClient) -> None:
    (cookie,) = [
        one for one in client.get("/try/thread").headers.getlist("Set-Cookie") if one.startswith("warmline=")
    ]  # fmt: skip
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_tampered_cookie_opens_no_phone(client: FlaskClient) -> None:
    client.set_cookie("warmline", "eyJwaG9uZXMiOlsiKzE1NTU1NTUwMDAwIl19.x.y")
    (phone,) = young(client)
    assert phone["texts"] == []
    assert phone["number"] != "+1 555 555 0000"


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "", PUBLIC + ".evil.example"])
@pytest.mark.parametrize("path", ["/try/text", "/try/phone", "/try/later"])
def test_cross_site_post_is_refused(client: FlaskClient, path: str, origin: str) -> None:
    assert client.post(path, json={"phone": "young1"}, headers={"Origin": origin}).status_code == 403
    assert client.post(path, json={"phone": "young1"}).status_code == 403


@pytest.mark.parametrize(
    "asked", [{}, {"phone": "young9"}, {"phone": 0}, {"phone": None}, {"phone": []}, [], "text", 1]
)
@pytest.mark.parametrize("path", ["/try/text", "/try/phone"])
def test_invalid_post_is_refused(client: FlaskClient, path: str, asked: Any) -> None:
    assert client.post(path, json=asked, headers=OURS).status_code == 400


def test_form_encoded_post_is_refused(client: FlaskClient) -> None:
    assert client.post("/try/text", data={"phone": "young1"}, headers=OURS).status_code == 415


def test_number_of_young_people_is_limited_to_three(client: FlaskClient) -> None:
    client.get("/try/thread")
    wanted = ("young2", "young3", "young4")
    told = [client.post("/try/phone", json={"phone": phone}, headers=OURS).status_code for phone in wanted]
    assert told == [200, 200, 400]
    assert len({phone["number"] for phone in young(client)}) == 3


def test_only_young_people_restart_with_a_new_number(client: FlaskClient) -> None:
    for phone in ("caseworker", "contact"):
        assert client.post("/try/phone", json={"phone": phone}, headers=OURS).status_code == 400
    assert desk(client)["caseworker"]["number"] == spaced(SAM_PHONE)


def test_caseworker_phone_is_shown_and_contact_joins_when_texted(client: FlaskClient, app: Flask, serve: Serve) -> None:
    store = runtime_of(app).store
    assert list(desk(client)) == ["young1", "caseworker"]
    store.simulated.add_text(
        CONTACT_PHONE, {"sid": "SM1", "direction": "outbound-api", "body": "Can you join?", "at": 1.0}
    )
    try:
        assert list(desk(client)) == ["young1", "caseworker", "contact"]
        with serve(app):
            told = client.post("/try/text", json={"phone": "contact", "body": "hey"}, headers=OURS).json
        assert told["heard"] is True
        assert [text["mine"] for text in told["phone"]["texts"]][:2] == [False, True]
    finally:
        store.simulated.clear()


def test_demo_caseworker_can_be_alerted_from_the_first_view(client: FlaskClient, app: Flask) -> None:
    staff = runtime_of(app).store.staff
    client.get("/try/thread")
    sam = staff.by_phone(SAM_PHONE)
    assert sam is not None
    assert sam.demo
    assert list(reachable([sam])) == [sam]
    staff.change(sam.id, lambda kept: replace(kept, password="", phone=""))  # as an earlier release made them
    client.get("/try/thread")
    assert reachable(filter(None, [staff.get(sam.id)]))
    staff.change(sam.id, lambda kept: set_active(kept, active=False))
    client.get("/try/thread")
    shut_out = staff.get(sam.id)
    staff.change(sam.id, lambda kept: set_active(kept, active=True))
    assert shut_out and not shut_out.active, "a lead's decision was undone by a look at the phones"


def test_console_opens_with_the_token_from_the_simulator(client: FlaskClient) -> None:
    form = {"mark": client.get("/try/thread").json["mark"], "next": "/console"}
    told = client.post("/staff/demo/caseworker", data=form)
    assert (told.status_code, told.headers["Location"]) == (303, "/console")
    old = client.post("/staff/demo/caseworker", data=form)
    assert old.status_code == 403
    fresh = {"mark": client.get("/try/thread").json["mark"], "next": "//evil.example"}
    again = client.post("/staff/demo/caseworker", data=fresh)
    assert (again.status_code, again.headers["Location"]) == (303, "/staff")


def test_simulator_shows_the_fallback_without_redis(gone: Flask, serve: Serve) -> None:
    client = gone.test_client()
    with client.session_transaction() as session:
        session["phones"] = ["+15555550111"]
    with serve(gone):
        told = client.post("/try/text", json={"phone": "young1", "body": "hey"}, headers=OURS).json
    assert told["heard"] is True
    assert told["phone"] is None
    assert [text["mine"] for text in told["texts"]] == [True, False]
    assert told["texts"][1]["body"]
    assert client.get("/try/thread").status_code == 503
