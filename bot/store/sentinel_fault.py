"""Why the sentinels name no primary, in words for the operator. They name a sentinel by its place in REDIS_URL."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Iterator
from typing import NamedTuple

from redis.exceptions import AuthenticationError, ReadOnlyError, ResponseError, TimeoutError
from redis.sentinel import MasterNotFoundError

from bot.errors import beneath

SERVICE = re.compile("[A-Za-z0-9._-]{1,64}")
"""Names of services that a sentence may show."""

FORM = "redis+sentinel://host1:26379,host2:26379,host3:26379/SERVICE"

_KINDS: tuple[tuple[type[BaseException], str], ...] = (
    (ssl.SSLCertVerificationError, "has a TLS certificate that is not accepted"),
    (ssl.SSLError, "does not speak TLS at this port"),
    (socket.gaierror, "has a host name that is not found"),
    (ConnectionRefusedError, "refuses the connection"),
    (TimeoutError, "does not answer in time"),
    (AuthenticationError, "refuses its user or password: they stand in `?sentinel_username=` and `sentinel_password=`"),
)


class Demoted(ReadOnlyError):
    """The server that the sentinels name is a replica: they are in the middle of a fail-over."""


class Refusal(NamedTuple):
    """Why one sentinel named no primary: its place in REDIS_URL from 1, an error, or the services that it knows.

    Without both it says that the primary is down.
    """

    number: int
    error: Exception | None = None
    known: tuple[str, ...] | None = None


class NoPrimary(MasterNotFoundError):
    """No sentinel named a primary that is up. Its text is fixed; `refusals` say why, one a sentinel."""

    def __init__(self, service: str, sentinels: int, refusals: list[Refusal]) -> None:
        super().__init__("no sentinel names a primary")
        self.service, self.sentinels, self.refusals = service, sentinels, refusals

    @property
    def was_slow(self) -> bool:
        """Whether asking took long, because a sentinel did not answer in time."""
        return any(isinstance(refusal.error, TimeoutError) for refusal in self.refusals)


def explain_sentinels(fault: NoPrimary) -> str:
    """Return sentences on each sentinel, and what to do."""
    told = [*refused(fault)]
    if any(refusal.known is not None for refusal in fault.refusals):
        told.append(f"Correct the service in REDIS_URL: {FORM}.")
    elif all(refusal.error for refusal in fault.refusals):
        told.append(f"Start the sentinels, or correct REDIS_URL: {FORM}.")
    else:
        told.append("Wait for the fail-over. It needs most of the sentinels, and a replica.")
    return " ".join(told)


def refused(fault: NoPrimary) -> Iterator[str]:
    """Yield a sentence on each sentinel that named no primary."""
    service = _shown(fault.service)
    for number, error, known in fault.refusals:
        sentinel = f"Sentinel {number} of {fault.sentinels} in REDIS_URL"
        if known is not None:
            names = ", ".join(map(_shown, known)) or "none"
            yield f"{sentinel} does not know the service {service}. It knows: {names}."
        elif error is None:
            yield f"{sentinel} says that the primary of {service} is down."
        else:
            yield f"{sentinel} {_reason(error)}."


def _reason(error: Exception) -> str:
    under = [*beneath(error)]
    if any("NOAUTH" in str(one) or "uthentication required" in str(one) for one in under):
        return "wants a password: add `?sentinel_password=`, and `sentinel_username=` if it has users"
    for kind, told in _KINDS:
        if any(isinstance(one, kind) for one in under):
            return told
    return "is no sentinel: see the port" if isinstance(error, ResponseError) else "closes the connection"


def _shown(name: str) -> str:
    return name if SERVICE.fullmatch(name) else "(a name with other letters)"
