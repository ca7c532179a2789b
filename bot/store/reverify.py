"""Services whose directory entry should be checked again: why, and since which day. It does not record who said so."""

from __future__ import annotations

from typing import NamedTuple

from bot.store.connection import RedisServer

REVERIFY = "reverify"


class Doubt(NamedTuple):
    """Service with a reason (the outcome of a referral) and the last day it was recorded, like 2026-11-22."""

    service_id: str
    reason: str
    day: str


class Reverify:
    """List of doubts, one per service and reason. Every method may raise StoreUnavailable."""

    def __init__(self, server: RedisServer) -> None:
        self._server = server

    def add(self, service_id: str, reason: str, day: str) -> None:
        """Record that the service should be checked again."""
        self._server.call("HSET", REVERIFY, f"{service_id}|{reason}", day)

    def clear(self, service_id: str) -> None:
        """Remove the service, because it was checked."""
        names = [name.decode() for name in self._server.call("HKEYS", REVERIFY)]
        if told := [name for name in names if name.rpartition("|")[0] == service_id]:
            self._server.call("HDEL", REVERIFY, *told)

    def listed(self) -> list[Doubt]:
        """List all doubts, the newest first."""
        flat = [part.decode() for part in self._server.call("HGETALL", REVERIFY)]
        found = []
        for name, day in zip(flat[::2], flat[1::2], strict=True):
            service_id, _, reason = name.rpartition("|")
            found.append(Doubt(service_id, reason, day))
        return sorted(found, key=lambda doubt: (doubt.day, doubt.service_id, doubt.reason), reverse=True)
