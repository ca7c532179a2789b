"""The whole app on a real Redis, texts signed as the provider signs them, and the app really served."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.actions.content import WordsDesk
from bot.config.settings import Oidc, Settings, load_settings
from bot.runtime.build import build
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Staff
from bot.store import Store
from bot.store.connection import Server
from bot.web import create_app
from tests.support.agency import Agency
from tests.support.app import NOON, MovedClock
from tests.support.console import act
from tests.support.http_server import serving
from tests.support.identity_provider import CLIENT, SECRET, IdentityProvider, identity_provider
from tests.support.person import YoungPerson
from tests.support.signed_texts import PUBLIC, Serve, Texts, runtime_of, texting, varied
from tests.support.staff import Team


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
    return runtime_of(app).store


@pytest.fixture(scope="session")
def gone(settings: Settings) -> Flask:
    """The app with a Redis that is not there."""
    return create_app(runtime=build(replace(settings, redis_url="redis://127.0.0.1:9/0")))


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


# For tests of the staff's side


@pytest.fixture(scope="module")
def served(app: Flask) -> Flask:
    """The app that the colleagues work with; a module that needs it otherwise brings its own."""
    return varied(app, demo=True)


@pytest.fixture
def runtime(served: Flask) -> Runtime:
    """The conversation behind it."""
    return runtime_of(served)


@pytest.fixture
def team(served: Flask, server: Server) -> Team:
    """Its colleagues: none yet, and nothing stored."""
    return Team(served, runtime_of(served).store.staff)


@pytest.fixture
def robin(team: Team) -> Staff:
    """A lead."""
    return team.person("lead", name="Robin Park")


@pytest.fixture
def lead(team: Team, robin: Staff) -> FlaskClient:
    """Robin's browser."""
    return team.inside(robin)


@pytest.fixture
def sam(team: Team) -> Staff:
    """A caseworker."""
    return team.person(name="Sam Rivera")


@pytest.fixture
def desk(team: Team, sam: Staff) -> FlaskClient:
    """Sam's browser."""
    return team.inside(sam)


@pytest.fixture
def editor(team: Team, runtime: Runtime) -> FlaskClient:
    """The browser of Ana, an editor, before anything was published."""
    runtime.content.catch_up()
    return team.inside(team.person("editor", name="Ana Torres"))


@pytest.fixture
def words(runtime: Runtime) -> WordsDesk:
    """The editors' desk."""
    return WordsDesk(runtime)


@pytest.fixture
def her(runtime: Runtime) -> YoungPerson:
    """Somebody who texts."""
    return YoungPerson(runtime)


@pytest.fixture
def code(desk: FlaskClient, her: YoungPerson) -> str:
    """A case that Sam holds."""
    made = her.share("needs", name="Jay")
    act(desk, made, "take")
    return made


@pytest.fixture
def service(runtime: Runtime) -> str:
    """A service of the directory."""
    return next(iter(runtime.directory.now)).id


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
def agency(with_provider: Flask, server: Server, provider: IdentityProvider) -> Agency:
    """That agency, without any colleagues, and a provider that does all as it should."""
    team = Team(with_provider, runtime_of(with_provider).store.staff)
    vars(provider).update(vars(IdentityProvider(provider.issuer, team.clock)))
    return Agency(team, provider)
