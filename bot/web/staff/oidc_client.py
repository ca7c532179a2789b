"""The agency's own identity provider (OpenID Connect): the way there, and what it says of who came back.

Authorization code with PKCE, state and nonce. Only this file knows Authlib. It fetches from the issuer, and the hosts
named beside it, and from nobody else; it follows no redirect and does not wait long. It asks for no name and no e-mail
address, and logs nothing of what it is told.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import BoundedSemaphore
from typing import Any
from urllib.parse import urlsplit

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from bot.config.settings import Oidc
from bot.errors import WarmlineError

TIMEOUT_SECONDS = (3, 5)
"""To connect, and to wait for an answer."""

AT_ONCE = 2
"""So many threads may wait for the provider; the same threads answer young people."""

PATIENCE_SECONDS = 1
LEEWAY_SECONDS = 60
"""As much as two clocks may differ."""

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519")
"""How a token may be signed: by a key that only the provider has. Never "none", never by a shared secret."""

SECOND_FACTORS = frozenset({"mfa", "mca", "otp", "hwk", "swk", "sc"})
"""What tells of a second factor in `amr` (RFC 8176)."""

STRONG = frozenset({
    "phr", "phrh", "https://refeds.org/profile/mfa", "urn:okta:loa:2fa:any",
    "http://schemas.openid.net/pape/policies/2007/06/multi-factor",
    "http://idmanagement.gov/ns/assurance/aal/2", "http://idmanagement.gov/ns/assurance/aal/3",
})  # fmt: skip
"""What tells of it in `acr`."""


class ProviderUnavailable(WarmlineError):
    """The provider cannot be reached in time, or does not say what it must."""


class AuthenticationFailed(WarmlineError):
    """The provider, or somebody in its name, did not prove who came back."""


@dataclass(frozen=True, slots=True)
class Started:
    """Somebody on the way to the provider. `at` is when they went; `again`: they must prove it anew."""

    state: str = field(repr=False)
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)
    at: int
    again: bool


@dataclass(frozen=True, slots=True)
class Identity:
    """Who came back. `proven_at` is when they proved it to the provider, 0 when it does not say."""

    subject: str = field(repr=False)
    second_factor: bool
    proven_at: int


class Provider:
    """The provider of these settings. It need not answer before somebody goes there."""

    def __init__(self, oidc: Oidc) -> None:
        self._oidc = oidc
        self._turns = BoundedSemaphore(AT_ONCE)
        issuer = urlsplit(oidc.issuer)
        self._origins = {(issuer.scheme, host) for host in (issuer.netloc, *oidc.hosts)}

    def start(self, back: str, now: int, again: bool = False) -> tuple[str, Started]:
        """The address to go to, and what to remember meanwhile. `back` is where the provider sends them then.

        With `again` it is asked to have them prove it anew, even if they did so lately. Raises ProviderUnavailable.
        """
        state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
        started = Started(state, nonce, verifier, now, again)
        more = {"max_age": "1"} if again else {}  # not 0, which some providers take for nothing
        with self._session(back) as session:
            endpoint = self._place(self._about(session), "authorization_endpoint")
            url, _ = session.create_authorization_url(
                endpoint, state=started.state, nonce=started.nonce, code_verifier=started.verifier, **more
            )
        return str(url), started

    def finish(self, started: Started, back: str, answer: Mapping[str, str], now: int) -> Identity:
        """Return who came back with this query string. Raises AuthenticationFailed, ProviderUnavailable."""
        if not hmac.compare_digest(answer.get("state", "").encode(), started.state.encode()):
            raise AuthenticationFailed
        with self._session(back) as session:
            about = self._about(session)
            # another provider's answer, passed off as this one's (RFC 9207)
            told = answer.get("iss", "" if about.get("authorization_response_iss_parameter_supported") else None)
            if (told is not None and told != self._oidc.issuer) or "error" in answer or not answer.get("code"):
                raise AuthenticationFailed
            session.token_endpoint_auth_method = _way_to_show_the_secret(about)
            token = self._token(session, self._place(about, "token_endpoint"), answer["code"], started.verifier)
            keys = _fetch(session, self._place(about, "jwks_uri"))
        return _identity(self._claims(token, keys, started, now), started)

    @contextmanager
    def _session(self, back: str) -> Iterator[Any]:
        if not self._turns.acquire(timeout=PATIENCE_SECONDS):
            raise ProviderUnavailable
        try:
            with OAuth2Session(
                self._oidc.client_id, self._oidc.client_secret, scope="openid", redirect_uri=back,
                code_challenge_method="S256", default_timeout=TIMEOUT_SECONDS,
            ) as session:  # fmt: skip
                yield session
        finally:
            self._turns.release()

    def _about(self, session: Any) -> dict[str, Any]:
        """What the provider says of itself."""
        about = _fetch(session, f"{self._oidc.issuer.rstrip('/')}/.well-known/openid-configuration")
        if about.get("issuer") != self._oidc.issuer:
            raise ProviderUnavailable
        return about

    def _place(self, about: dict[str, Any], name: str) -> str:
        """One of its addresses, which must be where we were told to look."""
        place = about.get(name)
        try:
            whole = urlsplit(place if isinstance(place, str) else "")
        except ValueError:
            raise ProviderUnavailable from None
        if (whole.scheme, whole.netloc) not in self._origins:
            raise ProviderUnavailable
        return str(place)

    def _token(self, session: Any, place: str, code: str, verifier: str) -> dict[str, Any]:
        try:
            found: dict[str, Any] = session.fetch_token(place, code=code, code_verifier=verifier, allow_redirects=False)
        except AuthlibBaseError as error:  # it was asked, and said no
            raise AuthenticationFailed from error
        except (requests.RequestException, ValueError) as error:
            raise ProviderUnavailable from error
        return found

    def _claims(self, token: dict[str, Any], keys: dict[str, Any], started: Started, now: int) -> dict[str, Any]:
        """What the token says, once it is proven to be the provider's, for us, for this sign-in and of now."""
        expected = {"iss": {"essential": True, "value": self._oidc.issuer}, "sub": {"essential": True},
                    "aud": {"essential": True, "value": self._oidc.client_id}}  # fmt: skip
        params = {"nonce": started.nonce, "client_id": self._oidc.client_id, "access_token": token.get("access_token")}
        try:
            decoded = jwt.decode(
                token.get("id_token", ""),
                KeySet.import_key_set(keys),  # type: ignore[arg-type]  # as it came: what is no key set is refused
                algorithms=ALGORITHMS,
            )
            claims = CodeIDToken(decoded.claims, decoded.header, expected, params)
            claims.validate(now, LEEWAY_SECONDS)
        except (JoseError, AuthlibBaseError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise AuthenticationFailed from error
        return dict(claims)


def _fetch(session: Any, place: str) -> dict[str, Any]:
    try:
        answer = session.get(place, withhold_token=True, allow_redirects=False)
        found = answer.json() if answer.status_code == requests.codes.ok else None
    except (requests.RequestException, ValueError) as error:
        raise ProviderUnavailable from error
    if not isinstance(found, dict):
        raise ProviderUnavailable
    return found


def _way_to_show_the_secret(about: dict[str, Any]) -> str:
    ways = about.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    return "client_secret_basic" if "client_secret_basic" in ways else "client_secret_post"


def _identity(claims: dict[str, Any], started: Started) -> Identity:
    sub, proven_at, ways = claims["sub"], claims.get("auth_time", 0), claims.get("amr") or []
    if not isinstance(sub, str) or not 0 < len(sub) <= 255 or isinstance(proven_at, bool):
        raise AuthenticationFailed
    if started.again and 0 < proven_at < started.at - LEEWAY_SECONDS:
        raise AuthenticationFailed
    second_factor = not SECOND_FACTORS.isdisjoint(map(str, ways)) or str(claims.get("acr")) in STRONG
    return Identity(f"{claims['iss']} {sub}", second_factor, int(proven_at))
