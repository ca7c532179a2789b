"""Reading of a REDIS_URL that names several hosts. `bot/config/redis_url.py` has checked its form."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from redis.connection import SSLConnection

from bot.store.connection import DEADLINE_SECONDS, connection_options

_FORM = re.compile(r"redis(s?)\+[a-z]+://(?:([^/@]*)@)?([^/?]+)(?:/([^?]*))?(\?.*)?")
_HOST = re.compile(r"(\[.+\]|[^:]+)(?::([0-9]+))?")

Address = tuple[str, int]


class SeveralHosts(NamedTuple):
    """What the URL holds: hosts with their ports, the parts of the path, and options of a connection to each host."""

    hosts: list[Address]
    path: list[str]
    options: dict[str, Any]


def read_several(url: str, default_port: int, seconds: float = DEADLINE_SECONDS) -> SeveralHosts:
    """Read the URL. With TLS the options hold `ssl`. Raise ValueError if it is of another form."""
    found = _FORM.fullmatch(url)
    if found is None:
        raise ValueError("REDIS_URL does not name several hosts")
    tls, user, hosts, path, query = found.groups(default="")
    options = connection_options(f"redis{tls}://{user and f'{user}@'}/{query}", seconds)
    if options.pop("connection_class", None) is SSLConnection:
        options["ssl"] = True
    addresses = [match for match in map(_HOST.fullmatch, hosts.split(",")) if match]
    return SeveralHosts(
        [(match[1].strip("[]"), int(match[2] or default_port)) for match in addresses],
        [part for part in path.split("/") if part],
        options,
    )
