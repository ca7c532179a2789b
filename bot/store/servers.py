"""Choice of the servers by the address: one primary, several behind Sentinel, or a cluster."""

from __future__ import annotations

from bot.store.cluster import ClusterServer
from bot.store.connection import RedisServer
from bot.store.sentinel import SentinelServer


def open_server(url: str) -> RedisServer:
    """Return the servers at `url`. Connects on first use."""
    scheme = url.partition("://")[0]
    if scheme.endswith("+sentinel"):
        return SentinelServer(url)
    return ClusterServer(url) if scheme.endswith("+cluster") else RedisServer(url)
