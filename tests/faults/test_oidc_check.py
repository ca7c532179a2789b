"""The doctor asks the identity provider: what would keep colleagues from signing in is named."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.cli import deadline, oidc_check
from bot.cli.oidc_check import check_oidc
from bot.config.settings import Oidc
from tests.support.identity_provider import CLIENT, SECRET, IdentityProvider, identity_provider

pytestmark = pytest.mark.faults


@pytest.fixture
def theirs() -> Iterator[IdentityProvider]:
    """Run a provider."""
    with identity_provider(lambda: int(time.time())) as running:
        yield running


@pytest.fixture
def oidc(theirs: IdentityProvider) -> Oidc:
    """Return its settings."""
    return Oidc(theirs.issuer, CLIENT, SECRET, "Oak County", (), True)


def told(oidc: Oidc) -> str:
    (fault,) = check_oidc(oidc)
    assert SECRET not in fault
    assert CLIENT not in fault
    return fault


def test_sound_provider_has_no_fault_and_signs_nobody_in(theirs: IdentityProvider, oidc: Oidc) -> None:
    assert check_oidc(oidc) == []
    assert theirs.seen == ["/.well-known/openid-configuration", "/keys"]


def test_other_issuer_is_named(theirs: IdentityProvider, oidc: Oidc) -> None:
    theirs.about = {"issuer": theirs.issuer + "/"}
    assert told(oidc).startswith("The identity provider names another issuer than OIDC_ISSUER.")


def test_endpoint_elsewhere_is_named_until_allowed(theirs: IdentityProvider, oidc: Oidc) -> None:
    theirs.about = {"token_endpoint": "https://keys.example.com/token"}
    assert "has its token_endpoint on another host, keys.example.com. Add that host to OIDC_HOSTS" in told(oidc)
    assert check_oidc(replace(oidc, hosts=("keys.example.com",))) == []


@pytest.mark.parametrize("about", [{"jwks_uri": None}, {"authorization_endpoint": 3}])
def test_missing_endpoint_is_named(theirs: IdentityProvider, oidc: Oidc, about: dict[str, object]) -> None:
    theirs.about = about
    assert "leaves out" in told(oidc)


def test_wrong_path_and_a_redirect_are_named(theirs: IdentityProvider, oidc: Oidc) -> None:
    assert "answers HTTP 404 where its discovery document should be" in told(
        replace(oidc, issuer=f"{theirs.issuer}/other")
    )
    theirs.about = {"jwks_uri": f"{theirs.issuer}/nothing"}
    assert "answers HTTP 404 where its key set should be" in told(oidc)


def test_provider_that_is_gone_or_slow_is_named(oidc: Oidc, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "was not checked: the connection is refused." in told(replace(oidc, issuer="http://127.0.0.1:9"))
    assert "the name of its host is not found" in told(replace(oidc, issuer="https://no-such-host.invalid"))
    monkeypatch.setattr(deadline, "LIMIT_SECONDS", 0.3)
    monkeypatch.setattr(oidc_check, "_check", lambda _: time.sleep(2) or [])
    assert told(oidc) == "The identity provider was not checked: no whole answer within 0.3 seconds."


def test_clock_that_is_far_from_theirs_is_named(oidc: Oidc, monkeypatch: pytest.MonkeyPatch) -> None:
    real = oidc_check.read_date
    monkeypatch.setattr(oidc_check, "read_date", lambda headers: real({"date": "Mon, 23 Nov 2026 10:00:00 GMT"}))
    assert told(oidc).startswith("This machine's clock is more than 60 seconds from the identity provider's.")
