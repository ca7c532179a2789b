"""Kinds of a failed connection to Redis, for the operator: what is wrong, and what to set. They quote nothing."""

from __future__ import annotations

import re
import socket
import ssl

from redis.exceptions import (
    AuthenticationError,
    BusyLoadingError,
    ClusterDownError,
    InvalidResponse,
    NoPermissionError,
    OutOfMemoryError,
    ReadOnlyError,
    SlotNotCoveredError,
    TimeoutError,
)

from bot.errors import StoreUnavailable, beneath
from bot.store.sentinel_fault import Demoted, NoPrimary, explain_sentinels

_COMMAND = re.compile(r"'([a-z]{2,20})(\|[a-z]{2,20})?' command")

UNKNOWN = "Can't reach Redis. Start it, or correct REDIS_URL."
KINDS: tuple[tuple[type[BaseException], str], ...] = (
    (ssl.SSLCertVerificationError,
     "The TLS certificate of Redis is not accepted. Use in REDIS_URL the name that it is made out to, and add "
     "`?ssl_ca_certs=/path/of/the/authority.pem` for an authority of your own."),
    (ssl.SSLError, "The TLS handshake with Redis fails. With rediss:// the server must speak TLS at this port."),
    (socket.gaierror, "The host name in REDIS_URL is not found. Correct it."),
    (ConnectionRefusedError, "Redis refuses the connection. Start it, or correct host and port in REDIS_URL."),
    (FileNotFoundError, "There is no Redis socket at the path in REDIS_URL. Start it, or correct the path."),
    (PermissionError, "This account may not open the Redis socket in REDIS_URL. Give it the right."),
    (AuthenticationError, "Redis refuses the user or the password in REDIS_URL. Correct them."),
    (BusyLoadingError, "Redis still loads its data. Wait, and try again."),
    (ClusterDownError, "The cluster is down: a primary is gone, or too few see each other. Wait for the fail-over."),
    (SlotNotCoveredError, "No primary of the cluster holds the slot of our data. Assign all slots."),
    (OutOfMemoryError, "The memory of Redis is full. Give it more."),
    (Demoted, "The sentinels name a Redis that is a replica: a fail-over is not finished. Wait, and try again."),
    (ReadOnlyError, "Redis at REDIS_URL is a replica: use the primary."),
    (TimeoutError, "Redis does not answer in time. Look at its load and at the way to it."),
    (InvalidResponse, "What answers at REDIS_URL is not Redis, or wants TLS. Correct the port, or use rediss://."),
)  # fmt: skip
TEXTS = (
    (
        "uthentication required",
        "Redis asks for a password. Put it into REDIS_URL, such as redis://user:password@host:6379/0.",
    ),
    ("max number of clients", "Redis has too many clients. Raise `maxclients`, or end other clients."),
    ("luster mode is not enabled", "The Redis at REDIS_URL is no cluster. Use redis://, or redis+sentinel://."),
)
CLOSED = (
    "The server at REDIS_URL closes the connection. Correct the port, or use rediss:// if it wants TLS and redis:// "
    "if not."
)


def explain(fault: StoreUnavailable) -> str:
    """Return a sentence on why Redis could not be used, with what to do."""
    under = list(beneath(fault))
    for one in under:
        if isinstance(one, NoPrimary):
            return explain_sentinels(one)
        if isinstance(one, NoPermissionError):
            return _rights(str(one))
    for said, told in TEXTS:
        if any(said in str(one) for one in under):
            return told
    for kind, told in KINDS:
        if any(isinstance(one, kind) for one in under):
            return told
    return (
        CLOSED if any("closed by server" in str(one) or isinstance(one, ConnectionError) for one in under) else UNKNOWN
    )


def _rights(told: str) -> str:
    """Name the command that the user may not run; the server's words name a key in other cases."""
    found = _COMMAND.search(told.lower())
    lacks = f"the command {found[1].upper()}" if found else "some keys"
    return f"The user in REDIS_URL has no right to {lacks}. Give it `~* &* +@all`, or at least `+@all -@admin`."
