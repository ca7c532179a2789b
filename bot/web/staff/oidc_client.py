"""Client of the agency's own identity provider (OpenID Connect).

It uses the authorization code flow with PKCE, state and nonce. Only this file knows Authlib. It fetches from the issuer
and the hosts configured beside it, and from no other host; it follows no redirect and times out soon. It asks for no
name and no e-mail address, and logs nothing that it receives.
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
"""Timeouts to connect and to read."""

AT_ONCE = 2
"""Largest number of threads that wait for the provider; the same threads answer young people."""

PATIENCE_SECONDS = 1
LEEWAY_SECONDS = 60
"""Allowed difference between two clocks."""

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519")
"""Accepted signatures of a token: by a key that only the provider has. Never "none", never by a shared secret."""

SECOND_FACTORS = frozenset({"mfa", "mca", "otp", "hwk", "swk", "sc"})
"""Values of `amr` that confirm a second factor (RFC 8176)."""

STRONG = frozenset({
    "phr", "phrh", "https://refeds.org/profile/mfa", "urn:okta:loa:2fa:any",
    "http://schemas.openid.net/pape/policies/2007/06/multi-factor",
    "http://idmanagement.gov/ns/assurance/aal/2", "http://idmanagement.gov/ns/assurance/aal/3",
})  # fmt: skip
"""Values of `acr` that confirm a second factor."""


class ProviderUnavailable(WarmlineError):
    """Provider that cannot be reached in time, or leaves out required data."""


class AuthenticationFailed(WarmlineError):
    """Answer, from the provider or in its name, that does not prove who came back."""


@dataclass(frozen=True, slots=True)
class Started:
    """Sign-in under way at the provider.

    `at` is when it began, in epoch seconds; with `again` it must be proven anew.
    """

    state: str = field(repr=False)
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)
    at: int
    again: bool


@dataclass(frozen=True, slots=True)
class Identity:
    """Identity that the provider proved.

    `proven_at` is when it did so, in epoch seconds; 0 if it does not say.
    """

    subject: str = field(repr=False)
    second_factor: bool
    proven_at: int


class Provider:
    """Provider of these settings; creating it sends no request."""

    def __init__(self, oidc: Oidc) -> None:
        self._oidc = oidc
        self._turns = BoundedSemaphore(AT_ONCE)
        issuer = urlsplit(oidc.issuer)
        self._origins = {(issuer.scheme, host) for host in (issuer.netloc, *oidc.hosts)}

    def start(self, back: str, now: int, again: bool = False) -> tuple[str, Started]:
        """Return the URL to go to, and what to remember until the return to `back`.

        With `again` the provider is asked for a new proof, even after a recent sign-in. Raise ProviderUnavailable.
        """
        state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
        started = Started(state, nonce, verifier, now, again)
        more = {"max_age": "1"} if again else {}  # not 0, which some providers treat as absent
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
            # refuse another provider's answer, passed off as this one's (RFC 9207)
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
        """Fetch the provider's metadata; raise ProviderUnavailable if it is another issuer's."""
        about = _fetch(session, f"{self._oidc.issuer.rstrip('/')}/.well-known/openid-configuration")
        if about.get("issuer") != self._oidc.issuer:
            raise ProviderUnavailable
        return about

    def _place(self, about: dict[str, Any], name: str) -> str:
        """Return an endpoint from the metadata; raise ProviderUnavailable if its host is not an allowed one."""
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
        except AuthlibBaseError as error:  # the provider refused
            raise AuthenticationFailed from error
        except (requests.RequestException, ValueError) as error:
            raise ProviderUnavailable from error
        return found

    def _claims(self, token: dict[str, Any], keys: dict[str, Any], started: Started, now: int) -> dict[str, Any]:
        """Return the token's claims once they are proven: from this provider, for us, for this sign-in, and current."""
        expected = {"iss": {"essential": True, "value": self._oidc.issuer}, "sub": {"essential": True},
                    "aud": {"essential": True, "value": self._oidc.client_id}}  # fmt: skip
        params = {"nonce": started.nonce, "client_id": self._oidc.client_id, "access_token": token.get("access_token")}
        try:
            decoded = jwt.decode(
                token.get("id_token", ""),
                KeySet.import_key_set(keys),  # type: ignore[arg-type]  # unchecked JSON: a bad key set is refused
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
