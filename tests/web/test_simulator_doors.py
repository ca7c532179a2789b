"""What stands behind the page of phones: its answers, its refusals, and Redis gone. The page itself: tests/browser."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from signed_texts import PUBLIC, Serve

OURS = {"Origin": PUBLIC}


def test_news_is_told_once(client: FlaskClient) -> None:
    first = client.get("/try/thread")
    assert first.status_code == 200
    same = client.get("/try/thread", headers={"If-None-Match": first.headers["ETag"]})
    assert (same.status_code, same.data) == (304, b"")
    client.post("/try/phone", json={"slot": 1}, headers=OURS)
    assert client.get("/try/thread", headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_the_cookie_is_kept_from_scripts_and_strange_pages(client: FlaskClient) -> None:
    cookie = client.get("/try/thread").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_a_cookie_that_was_changed_opens_no_phone(client: FlaskClient) -> None:
    client.set_cookie("warmline", "eyJwaG9uZXMiOlsiKzE1NTU1NTUwMDAwIl19.x.y")
    (phone,) = client.get("/try/thread").json["phones"]
    assert phone["texts"] == []


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "", PUBLIC + ".evil.example"])
@pytest.mark.parametrize("path", ["/try/text", "/try/phone", "/try/later"])
def test_only_our_own_page_may_post(client: FlaskClient, path: str, origin: str) -> None:
    assert client.post(path, json={"slot": 0}, headers={"Origin": origin}).status_code == 403
    assert client.post(path, json={"slot": 0}).status_code == 403


@pytest.mark.parametrize("asked", [{}, {"slot": 9}, {"slot": -1}, {"slot": "0"}, {"slot": None}, [], "text", 1])
@pytest.mark.parametrize("path", ["/try/text", "/try/phone"])
def test_what_makes_no_sense_is_refused(client: FlaskClient, path: str, asked: Any) -> None:
    assert client.post(path, json=asked, headers=OURS).status_code == 400


def test_a_form_is_no_way_in(client: FlaskClient) -> None:
    assert client.post("/try/text", data={"slot": "0"}, headers=OURS).status_code == 415


def test_there_are_three_phones_at_most(client: FlaskClient) -> None:
    client.get("/try/thread")
    told = [client.post("/try/phone", json={"slot": slot}, headers=OURS).status_code for slot in (1, 2, 3)]
    assert told == [200, 200, 400]
    numbers = [phone["number"] for phone in client.get("/try/thread").json["phones"]]
    assert len(set(numbers)) == 3


def test_without_redis_the_words_are_still_shown_and_the_page_is_told(gone: Flask, serve: Serve) -> None:
    client = gone.test_client()
    with client.session_transaction() as session:
        session["phones"] = ["+15555550111"]
    with serve(gone):
        told = client.post("/try/text", json={"slot": 0, "body": "hey"}, headers=OURS).json
    assert told["heard"] is True
    assert told["phone"] is None
    assert [text["mine"] for text in told["texts"]] == [True, False]
    assert told["texts"][1]["body"]
    assert client.get("/try/thread").status_code == 503
