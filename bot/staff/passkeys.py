"""Passkeys: the public keys of devices with which a colleague signs in. Pure: nothing is verified or stored here.

Only public keys are kept. A copy of them signs nobody in.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from bot.errors import WarmlineError
from bot.tolerant import known_fields

MOST_PASSKEYS = 10
_USUAL_PORTS = {"https": 443, "http": 80}


class PasskeyCopied(WarmlineError):
    """Passkey whose counter did not go up since its last use, so that two devices may hold its private key."""


@dataclass(frozen=True, slots=True)
class Passkey:
    """Passkey of a colleague. `id` and `key` (a COSE public key) are in base64url, times in epoch seconds.

    `count` is the device's signature counter at the last use. Passkeys that are synced between devices leave it at 0.
    """

    id: str = field(repr=False)
    key: str = field(repr=False)
    name: str = field(repr=False)  # that the colleague gave it
    added_at: int
    count: int = 0
    used_at: int = 0  # 0 for never

    def use(self, count: int, now: int) -> Passkey:
        """Return the passkey after a use with this counter. Raise PasskeyCopied if the counter did not go up."""
        if (count or self.count) and count <= self.count:
            raise PasskeyCopied
        return replace(self, count=count, used_at=now)


def load_passkeys(stored: Iterable[dict[str, Any]]) -> tuple[Passkey, ...]:
    """Build passkeys from their stored form, without fields of another release."""
    return tuple(Passkey(**known_fields(Passkey, one)) for one in stored)


def find(passkeys: Iterable[Passkey], passkey_id: str) -> Passkey | None:
    """Return the passkey with this id, or None."""
    return next((one for one in passkeys if one.id == passkey_id), None)


@dataclass(frozen=True, slots=True)
class RelyingParty:
    """Site that passkeys belong to: `id` is the name of its host, `origin` its scheme, host and port."""

    id: str
    origin: str


def relying_party(public_url: str) -> RelyingParty | None:
    """Return the site at this address, whatever its path; None where no browser offers passkeys.

    That is at an IP address, and at plain HTTP beyond this machine.
    """
    url = urlsplit(public_url)
    try:
        host = (url.hostname or "").encode("idna").decode("ascii")
    except UnicodeError:
        return None
    is_local = host == "localhost" or host.endswith(".localhost")
    if not host or _is_address(host) or (url.scheme != "https" and not is_local):
        return None
    port = "" if url.port in (None, _USUAL_PORTS.get(url.scheme)) else f":{url.port}"
    return RelyingParty(host, f"{url.scheme}://{host}{port}")


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
