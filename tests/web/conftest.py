"""Fixtures: the app on a real Redis, texts signed as the provider signs them, and the app served over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.actions.content import ContentActions
from bot.config.settings import Oidc, Settings, load_settings
from bot.runtime.build import build
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Staff
from bot.store import Store
from bot.store.connection import RedisServer
from bot.web import create_app
from tests.support.agency import Agency
from tests.support.app import NOON, MovedClock
from tests.support.authenticator import Device
from tests.support.console import act
from tests.support.http_server import serving
from tests.support.identity_provider import CLIENT, SECRET, IdentityProvider, identity_provider
from tests.support.passkeys import added
from tests.support.person import YoungPerson
from tests.support.signed_texts import PUBLIC, Serve, Texts, runtime_of, texting, varied
from tests.support.staff import Team


@pytest.fixture(scope="session")
def settings(redis_url: str, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return demo settings with a public address that is not the machine's own, during a token rotation."""
    local = load_settings({
        "DEMO": "1", "REDIS_URL": redis_url, "VAR_DIR": str(tmp_path_factory.mktemp("var")),
        "TWILIO_AUTH_TOKEN_NEXT": "next" * 8,
    })  # fmt: skip
    return replace(local, public_url=PUBLIC)  # demo mode itself starts on loopback only


@pytest.fixture(scope="session")
def app(settings: Settings) -> Flask:
    """Create the app as it is served."""
    return create_app(settings)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Return a new client of the app."""
    return app.test_client()


@pytest.fixture
def store(app: Flask) -> Store:
    """Return the store of the app."""
    return runtime_of(app).store


@pytest.fixture(scope="session")
def gone(settings: Settings) -> Flask:
    """Create the app with a Redis that does not answer."""
    return create_app(runtime=build(replace(settings, redis_url="redis://127.0.0.1:9/0")))


@pytest.fixture
def text(client: FlaskClient, settings: Settings) -> Texts:
    """Return a function that posts a signed text to the webhook."""
    return texting(client, settings)


@pytest.fixture
def serve() -> Serve:
    """Return a function that serves an app over real HTTP and yields the port."""

    @contextmanager
    def served(app: Flask) -> Iterator[int]:
        with serving(app) as port:
            app.config["WEBHOOK_AT"] = f"http://127.0.0.1:{port}"
            yield port

    return served


# Staff pages


@pytest.fixture(scope="module")
def served(app: Flask) -> Flask:
    """Return the app that staff use. A module that needs another one overrides this."""
    return varied(app, demo=True)


@pytest.fixture
def runtime(served: Flask) -> Runtime:
    """Return the conversation behind the app."""
    return runtime_of(served)


@pytest.fixture
def team(served: Flask, server: RedisServer) -> Team:
    """Return the app's team: no accounts yet, and nothing stored."""
    return Team(served, runtime_of(served).store.staff)


@pytest.fixture
def robin(team: Team) -> Staff:
    """Create a lead."""
    return team.person("lead", name="Robin Park")


@pytest.fixture
def lead(team: Team, robin: Staff) -> FlaskClient:
    """Return Robin's browser."""
    return team.inside(robin)


@pytest.fixture
def sam(team: Team) -> Staff:
    """Create a caseworker."""
    return team.person(name="Sam Rivera")


@pytest.fixture
def desk(team: Team, sam: Staff) -> FlaskClient:
    """Return Sam's browser."""
    return team.inside(sam)


@pytest.fixture
def editor(team: Team, runtime: Runtime) -> FlaskClient:
    """Return the browser of Ana, an editor, before anything was published."""
    runtime.content.catch_up()
    return team.inside(team.person("editor", name="Ana Torres"))


@pytest.fixture
def words(runtime: Runtime) -> ContentActions:
    """Return the editors' actions."""
    return ContentActions(runtime)


@pytest.fixture
def her(runtime: Runtime) -> YoungPerson:
    """Return a young person."""
    return YoungPerson(runtime)


@pytest.fixture
def code(desk: FlaskClient, her: YoungPerson) -> str:
    """Return the code of a case that Sam holds."""
    made = her.share("needs", name="Jay")
    act(desk, made, "take")
    return made


@pytest.fixture
def service(runtime: Runtime) -> str:
    """Return the id of a service of the directory."""
    return next(iter(runtime.directory.now)).id


# Sign-in through an identity provider


@pytest.fixture(scope="session")
def provider() -> Iterator[IdentityProvider]:
    """Run the agency's identity provider."""
    with identity_provider(MovedClock(NOON)) as running:
        yield running


@pytest.fixture(scope="session")
def with_provider(app: Flask, provider: IdentityProvider) -> Flask:
    """Create the app outside demo mode, for an agency with a provider."""
    return varied(app, demo=False, oidc=Oidc(provider.issuer, CLIENT, SECRET, "Oak <b>ID</b>", (), True))


@pytest.fixture
def agency(with_provider: Flask, server: RedisServer, provider: IdentityProvider) -> Agency:
    """Return that agency, without any accounts, with a provider that behaves well."""
    team = Team(with_provider, runtime_of(with_provider).store.staff)
    vars(provider).update(vars(IdentityProvider(provider.issuer, team.clock)))
    return Agency(team, provider)


@pytest.fixture
def device(team: Team, sam: Staff, desk: FlaskClient) -> Device:
    """Return a device with a passkey of Sam's."""
    return added(desk)
