"""The whole app on a real Redis, texts signed as the provider signs them, and the app really served."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from agency import Agency
from flask import Flask
from flask.testing import FlaskClient
from identity_provider import CLIENT, SECRET, IdentityProvider, identity_provider
from signed_texts import PUBLIC, Serve, Texts, conversation_of, texting, varied
from staff_parts import Team

from bot.assembly import build
from bot.casework.staff import Staff
from bot.config import Oidc, Settings, load_settings
from bot.embedded import embedded_redis
from bot.store import Store
from bot.store.connection import Server
from bot.web import create_app
from tests.parts import NOON, MovedClock
from tests.serving import serving
from tests.young_person import YoungPerson


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real server."""
    with embedded_redis(tmp_path_factory.mktemp("redis")) as url:
        yield url


@pytest.fixture(scope="session")
def settings(redis_url: str, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Demo mode, with a public address that is not the machine's own, in the middle of a token's rotation."""
    return load_settings({
        "DEMO": "1", "REDIS_URL": redis_url, "VAR_DIR": str(tmp_path_factory.mktemp("var")), "PUBLIC_URL": PUBLIC,
        "TWILIO_AUTH_TOKEN_NEXT": "next" * 8,
    })  # fmt: skip


@pytest.fixture(scope="session")
def app(settings: Settings) -> Flask:
    """The app as it is served."""
    return create_app(settings)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A caller of its own."""
    return app.test_client()


@pytest.fixture
def store(app: Flask) -> Store:
    """What the doors write to."""
    return conversation_of(app).parts.store


@pytest.fixture(scope="session")
def gone(settings: Settings) -> Flask:
    """The app with a Redis that is not there."""
    return create_app(conversation=build(replace(settings, redis_url="redis://127.0.0.1:9/0")))


@pytest.fixture
def text(client: FlaskClient, settings: Settings) -> Texts:
    """Posts a signed form to the door for texts."""
    return texting(client, settings)


@pytest.fixture
def serve() -> Serve:
    """Serves an app over real HTTP; gives the port."""

    @contextmanager
    def served(app: Flask) -> Iterator[int]:
        with serving(app) as port:
            app.config["WEBHOOK_AT"] = f"http://127.0.0.1:{port}"
            yield port

    return served


# For tests of the console, which bring a `team` and the app it works with, `served`


@pytest.fixture
def her(served: Flask) -> YoungPerson:
    """Somebody who texts."""
    return YoungPerson(conversation_of(served))


@pytest.fixture
def sam(team: Team) -> Staff:
    """A caseworker."""
    return team.person(name="Sam Rivera")


@pytest.fixture
def desk(team: Team, sam: Staff) -> FlaskClient:
    """Sam's browser."""
    return team.inside(sam)


# For tests of signing in by an identity provider


@pytest.fixture(scope="session")
def provider() -> Iterator[IdentityProvider]:
    """An identity provider of the agency's own."""
    with identity_provider(MovedClock(NOON)) as running:
        yield running


@pytest.fixture(scope="session")
def with_provider(app: Flask, provider: IdentityProvider) -> Flask:
    """The app, outside demo mode, of an agency that has it."""
    return varied(app, demo=False, oidc=Oidc(provider.issuer, CLIENT, SECRET, "Oak <b>ID</b>", (), True))


@pytest.fixture
def agency(with_provider: Flask, redis_url: str, provider: IdentityProvider) -> Agency:
    """That agency, without any colleagues, and a provider that does all as it should."""
    server = Server(redis_url)
    for key in server.call("KEYS", "{staff}:*"):
        server.call("DEL", key)
    server.close()
    team = Team(with_provider, conversation_of(with_provider).parts.store.staff)
    vars(provider).update(vars(IdentityProvider(provider.issuer, team.clock)))
    return Agency(team, provider)
