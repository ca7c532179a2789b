"""The doors for passkeys as the script of a page uses them: ask for options, have a device answer, post the answer."""

from __future__ import annotations

import json
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.staff.accounts import Staff
from tests.support.authenticator import Device
from tests.support.staff import PASSWORD, Team, post

PAGE, SIGN_IN, AGAIN = "/staff/account/passkeys", "/staff/passkey", "/staff/passkey/again"


def ask(client: FlaskClient, path: str, page: str = "/staff/login", **form: object) -> dict[str, Any]:
    """Return the options that a door gives."""
    answer = post(client, f"{path}/options", page, **form)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = json.loads(answer.text)
    return found


def added(client: FlaskClient, device: Device | None = None, name: str = "Work laptop") -> Device:
    """Add a passkey in a browser that has just signed in, and return its device."""
    device = device or Device()
    options = ask(client, PAGE, "/staff/account", name=name, password=PASSWORD)
    answer = post(client, PAGE, "/staff/account", answer=device.create(options))
    assert answer.json == {"go": f"{PAGE}?done=added"}, answer.text
    return device


def sign_in(client: FlaskClient, device: Device, target: str = "/staff", **how: Any) -> TestResponse:
    """Sign in; `how` as for the device's answer."""
    return post(client, SIGN_IN, answer=device.get(ask(client, SIGN_IN), **how), next=target)


def again(client: FlaskClient, device: Device, page: str = "/staff/locked", **form: object) -> TestResponse:
    """Unlock, or prove again."""
    return post(client, AGAIN, page, answer=device.get(ask(client, AGAIN, page)), **form)


def is_inside(client: FlaskClient) -> bool:
    """Return whether somebody is signed in here, and not locked."""
    return client.get("/staff/account").status_code == 200


def kept(team: Team, person: Staff) -> Staff:
    """Return the account of a colleague as it is stored."""
    found = team.store.get(person.id)
    assert found
    return found
