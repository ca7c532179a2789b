"""Check of the agency's identity provider: its discovery document, its keys and its clock. It signs nobody in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from bot.cli.deadline import within
from bot.cli.provider_check import clock_fault
from bot.config.settings import Oidc
from bot.http_faults import connection_fault, read_date

TIMEOUT_SECONDS = 5
LARGEST = 1_000_000
PLACES = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class _Odd(Exception):
    """Answer that sign-in could not use. Its text is a finding without its subject."""


def check_oidc(oidc: Oidc) -> list[str]:
    """Return what is wrong with the identity provider; an empty list if sign-in could start."""
    import requests  # noqa: F401, PLC0415 - slow to load, which the time limit must not count

    return within(lambda: _check(oidc), "The identity provider")


def _check(oidc: Oidc) -> list[str]:
    import requests  # noqa: PLC0415 - slow to import

    address = f"{oidc.issuer.rstrip('/')}/.well-known/openid-configuration"
    try:
        with requests.Session() as session:
            about, found = _fetch(session, address, "discovery document")
            if about.get("issuer") != oidc.issuer:
                raise _Odd(
                    "names another issuer than OIDC_ISSUER. Copy `issuer` from its discovery document, to the letter"
                )
            allowed = {urlsplit(oidc.issuer).netloc, *oidc.hosts}
            for name in PLACES:
                host = urlsplit(str(about.get(name) or "")).netloc
                if not host:
                    raise _Odd(f"leaves out {name} in its discovery document. Check that OIDC_ISSUER is OpenID Connect")
                if host not in allowed:
                    raise _Odd(f"has its {name} on another host, {host}. Add that host to OIDC_HOSTS, if it is theirs")
            keys, _ = _fetch(session, str(about["jwks_uri"]), "key set")
            if not keys.get("keys"):
                raise _Odd("publishes no key, so no sign-in can be checked. Ask the agency that runs it")
    except _Odd as odd:
        return [f"The identity provider {odd}."]
    except requests.RequestException as error:
        kind = connection_fault(error)
        return [f"The identity provider was not checked: {kind}. Correct OIDC_ISSUER, or let this machine reach it."]
    return clock_fault(found, "the identity provider's")


def _fetch(session: Any, address: str, what: str) -> tuple[dict[str, Any], Any]:
    """Return a JSON object and the time of its answer. Raise _Odd."""
    with _got(session, address) as answer:
        if answer.status_code != 200:
            raise _Odd(f"answers HTTP {answer.status_code} where its {what} should be. Correct OIDC_ISSUER")
        body = answer.raw.read(LARGEST, decode_content=True)
        at = read_date(answer.headers)
    try:
        told = json.loads(body)
    except ValueError:
        told = None
    if not isinstance(told, dict):
        raise _Odd(f"has no readable {what}. Correct OIDC_ISSUER")
    return told, at


@contextmanager
def _got(session: Any, address: str) -> Iterator[Any]:
    answer = session.get(address, timeout=TIMEOUT_SECONDS, allow_redirects=False, stream=True)
    try:
        yield answer
    finally:
        answer.close()
