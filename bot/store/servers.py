"""Choice of the servers by the address: one primary, or several behind Sentinel."""

from __future__ import annotations

from bot.store.connection import RedisServer
from bot.store.sentinel import SentinelServer


def open_server(url: str) -> RedisServer:
    """Return the servers at `url`. Connects on first use."""
    return (SentinelServer if "+sentinel://" in url else RedisServer)(url)
