"""Texts signed as the provider signs them, parsed replies, and other apps on the same runtime."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.config.settings import Settings
from bot.runtime.runtime import Runtime
from bot.sms.twilio import sign
from bot.web import create_app
from tests.support.product import new_sid

PUBLIC = "https://help.example.org"
Texts = Callable[..., TestResponse]
Serve = Callable[[Flask], AbstractContextManager[int]]


def runtime_of(app: Flask) -> Runtime:
    """Return the conversation behind `app`."""
    held: Runtime = app.extensions["warmline"]
    return held


def varied(app: Flask, **changes: Any) -> Flask:
    """Create another app on the same runtime, with other settings."""
    runtime = runtime_of(app)
    return create_app(runtime=replace(runtime, settings=replace(runtime.settings, **changes)))


def texting(client: FlaskClient, settings: Settings, path: str = "/sms") -> Texts:
    """Return a function that posts a form, signed by the current token, to `path`. Given fields replace defaults."""

    def post(body: str = "hey", **fields: Any) -> TestResponse:
        form = {
            "From": "+15555550111",
            "To": settings.twilio_from,
            "Body": body,
            "NumMedia": "0",
            "MessageSid": new_sid(),
            **fields,
        }
        form = {name: value for name, value in form.items() if value is not None}
        headers = {"X-Twilio-Signature": sign(settings.twilio_auth_tokens[0], PUBLIC + path, form)}
        return client.post(path, data=form, headers=headers)

    return post


def said(response: TestResponse) -> list[str]:
    """Return the messages in a response, which must be valid TwiML."""
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/xml; charset=utf-8"
    root = ElementTree.fromstring(response.data)  # noqa: S314 our own
    assert root.tag == "Response"
    return [message.text or "" for message in root]
