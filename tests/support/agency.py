"""Agency with its own identity provider, and staff who sign in through it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import unescape

import requests
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.staff.accounts import Role, Staff
from tests.support.identity_provider import IdentityProvider
from tests.support.signed_texts import PUBLIC, varied
from tests.support.staff import Team, post

DEAD = "http://127.0.0.1:9"


@dataclass
class Agency:
    """Agency with a provider of its own."""

    team: Team
    provider: IdentityProvider

    def app(self, **changes: object) -> Flask:
        """Build the app with changed provider settings."""
        known = self.team.app.extensions["warmline"].settings.oidc
        app = varied(self.team.app, oidc=replace(known, **changes))
        Team(app, self.team.store, self.team.clock)
        return app

    def go(self, client: FlaskClient, path: str = "/staff/oidc", page: str = "/staff/login", **form: str) -> str:
        """Press the sign-in button and return the address that the page leads to."""
        answer = post(client, path, page, **form)
        assert answer.status_code == 200, answer.text
        address = unescape(answer.text.partition('content="0; url=')[2].partition('"')[0])
        assert address.startswith(f"{self.provider.issuer}/authorize?tenant=7&"), answer.text
        return address

    def come_back(self, client: FlaskClient, address: str) -> TestResponse:
        """Sign in at the provider and follow its redirect."""
        return client.get(self.way_back(address))

    def way_back(self, address: str) -> str:
        """Sign in at the provider and return its redirect without following it."""
        location = requests.get(address, allow_redirects=False, timeout=5).headers["Location"]
        assert location.startswith(f"{PUBLIC}/staff/oidc/back?")
        return location.removeprefix(PUBLIC)

    def sign_in(self, client: FlaskClient, **form: str) -> TestResponse:
        """Sign in through the provider, there and back."""
        return self.come_back(client, self.go(client, **form))

    def invited(self, *roles: str) -> tuple[Staff, str]:
        """Invite somebody; return the account and the token of the link."""
        return self.team.store.invite("Ana", frozenset(map(Role, roles or ("caseworker",))), self.team.clock())

    def join(self, client: FlaskClient, token: str) -> TestResponse:
        """Accept the invitation through the provider."""
        return self.come_back(client, self.go(client, "/staff/oidc/join", "/staff/join", invitation=token))

    def linked(self, *roles: str) -> Staff:
        """Create an account that joined through the provider."""
        person, token = self.invited(*roles)
        answer = self.join(self.team.caller(), token)
        assert (answer.status_code, answer.headers["Location"]) == (303, "/staff")
        found = self.team.store.get(person.id)
        assert found
        return found


def is_out(client: FlaskClient) -> bool:
    return client.get("/staff/account").status_code == 303


def refused(answer: TestResponse, status: int, words: str) -> None:
    """Check for a calm page that says what to do and holds none of the provider's own words."""
    assert answer.status_code == status, answer.text
    assert words in answer.text
    assert "Go to the sign-in page" in answer.text
    assert "secret of the provider" not in answer.text
