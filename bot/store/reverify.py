"""Services whose entry in the directory should be checked again: why, and since which day. No trace of who said so."""

from __future__ import annotations

from typing import NamedTuple

from bot.store.connection import Server

REVERIFY = "reverify"


class Doubt(NamedTuple):
    """A service, a reason (how a referral ended), and the last day on which it was noted, like 2026-11-22."""

    service_id: str
    reason: str
    day: str


class Reverify:
    """The list. One line for each service and reason, however often it was said. Every call may raise StoreGone."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def add(self, service_id: str, reason: str, day: str) -> None:
        """The service should be checked again."""
        self._server.call("HSET", REVERIFY, f"{service_id}|{reason}", day)

    def clear(self, service_id: str) -> None:
        """The service was checked again."""
        names = [name.decode() for name in self._server.call("HKEYS", REVERIFY)]
        if told := [name for name in names if name.rpartition("|")[0] == service_id]:
            self._server.call("HDEL", REVERIFY, *told)

    def listed(self) -> list[Doubt]:
        """All of them, the newest first."""
        flat = [part.decode() for part in self._server.call("HGETALL", REVERIFY)]
        found = []
        for name, day in zip(flat[::2], flat[1::2], strict=True):
            service_id, _, reason = name.rpartition("|")
            found.append(Doubt(service_id, reason, day))
        return sorted(found, key=lambda doubt: (doubt.day, doubt.service_id, doubt.reason), reverse=True)
