"""Security headers, error pages, and what is open in and outside demo mode."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

import bot.web
from tests.support.signed_texts import varied

ROOM = Path(bot.web.__file__).parent
TWIN = "/twin/2010-04-01/Accounts/AC/Messages.json"
PATHS = ("/", "/try", "/try/thread", "/healthz", "/sms", "/nothing", "/static/try.js", TWIN)


@pytest.mark.parametrize("path", PATHS)
def test_every_response_has_security_headers(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    answer.close()
    headers = answer.headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == ("no-cache" if path.startswith("/static") else "no-store")
    assert headers["Strict-Transport-Security"].startswith("max-age=31536000")


def test_hsts_is_not_sent_on_plain_http(app: Flask) -> None:
    plain = varied(app, public_url="http://localhost:8000")
    assert "Strict-Transport-Security" not in plain.test_client().get("/healthz").headers


def test_pages_hold_no_inline_script_or_style() -> None:
    for page in (ROOM / "templates").glob("*.html"):
        markup = page.read_text(encoding="utf-8")
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", markup), page.name


def test_scripts_never_insert_html() -> None:
    for script in (ROOM / "static").glob("*.js"):
        markup = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\("
        assert not re.search(markup, script.read_text(encoding="utf-8")), script.name


def test_error_page_is_short_and_plain(app: Flask, client: FlaskClient) -> None:
    answer = client.get("/nothing")
    assert (answer.status_code, answer.text, answer.mimetype) == (404, "404 Not Found\n", "text/plain")


def test_server_error_reveals_nothing(app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    faulty = varied(app)

    @faulty.get("/fault")
    def fault() -> str:
        raise RuntimeError("secret words")

    answer = faulty.test_client().get("/fault")
    assert answer.status_code == 500
    assert "secret" not in answer.text + caplog.text
    assert "RuntimeError" in caplog.text


def test_demo_routes_are_closed_outside_demo_mode(app: Flask) -> None:
    client = varied(app, demo=False).test_client()
    assert "This is a texting service." in client.get("/").text
    for path in ("/try", "/try/thread", TWIN):
        assert client.get(path).status_code == 404
    for path in ("/try/text", "/try/later", "/try/phone"):
        assert client.post(path, json={}).status_code == 404


def test_front_page_redirects_to_the_simulator_in_demo_mode(client: FlaskClient) -> None:
    assert client.get("/").headers["Location"] == "/try"
