"""Web Push to colleagues' devices: the kinds, a device, quiet hours, and which push services we may call. Pure.

A push holds its kind and nothing else, padded, so that a push service cannot tell the kinds apart by their length.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from bot.tolerant import known_fields

PAYLOAD_BYTES = 48
MOST_DEVICES = 10
BUNDLE_SECONDS = 60
"""Shortest time between two pushes of one kind to one colleague. URGENT waits for nothing."""

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_LOOPBACK = re.compile(r"127\.0\.0\.1|localhost|::1")


class PushKind(StrEnum):
    """What a push says. The value is all that its payload holds."""

    NEW = "new"
    URGENT = "urgent"
    REPLY = "reply"
    TWO_MINUTES = "two_minutes"
    TRANSFERRED = "transferred"
    TEST = "test"

    @property
    def waits(self) -> bool:
        """Tell whether quiet hours and bundling hold it back."""
        return self not in (PushKind.URGENT, PushKind.TEST)


@dataclass(frozen=True, slots=True)
class Device:
    """Browser that takes pushes for a colleague. `epoch` is the account's at that time: a later one ends it."""

    staff: str
    epoch: int
    endpoint: str = field(repr=False)
    p256dh: str = field(repr=False)
    auth: str = field(repr=False)
    label: str
    added_at: int

    @property
    def id(self) -> str:
        """Return the id, which reveals nothing about the endpoint."""
        return device_id(self.endpoint)

    def dump(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return asdict(self)

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Device:
        """Build a device from its stored form."""
        return cls(**known_fields(cls, stored))


def device_id(endpoint: str) -> str:
    """Return the id of the device with this endpoint."""
    return sha256(endpoint.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def payload(kind: PushKind) -> bytes:
    """Return what is encrypted for the device, always of the same length."""
    return json.dumps({"kind": kind.value}).encode().ljust(PAYLOAD_BYTES)


def may_call(endpoint: str, hosts: tuple[str, ...]) -> bool:
    """Tell whether an endpoint is of a push service that we know. `*.` before a host takes its subdomains.

    A browser names the endpoint, so that without this list anybody signed in could make us call any address.
    """
    try:
        parts = urlsplit(endpoint)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return False
    if parts.username is not None or not endpoint.isascii() or not endpoint.isprintable():
        return False
    if parts.scheme != "https" and not (parts.scheme == "http" and _LOOPBACK.fullmatch(host)):
        return False
    return any(host.endswith(known[1:]) if known.startswith("*.") else host == known for known in hosts)


def read_quiet(start: str, end: str) -> str | None:
    """Return quiet hours like "22:00-07:00" from two times; "" without both, None if they cannot be read."""
    if not start and not end:
        return ""
    good = _CLOCK.fullmatch(start) and _CLOCK.fullmatch(end) and start != end
    return f"{start}-{end}" if good else None


def is_quiet(quiet: str, local: datetime) -> bool:
    """Tell whether it is quiet now. Hours that end before they start go over midnight."""
    if not quiet:
        return False
    start, end = quiet.split("-")
    now = f"{local:%H:%M}"
    return start <= now < end if start < end else now >= start or now < end
