"""Rota in Redis: on-call times by staff id, and the team's closed days. No other staff data and no rules."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from bot.errors import Conflict, DecryptionError
from bot.staff.rota import TEAM, Days, Duty
from bot.store.codec import opened
from bot.store.connection import Query, RedisServer, Script

ROTA = "{staff}:rota"
MOST_RACES = 20

_SWAP = Script("""
if (redis.call('HGET', KEYS[1], ARGV[1]) or '') ~= ARGV[2] then
    return 0
end
if ARGV[3] == '' then
    redis.call('HDEL', KEYS[1], ARGV[1])
else
    redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
end
return 1
""")


class Rota:
    """On-call times. Every method may raise StoreUnavailable."""

    def __init__(self, server: RedisServer) -> None:
        self._server = server

    def all(self) -> dict[str, Duty]:
        """Return the duty of each staff member who has one, by staff id. Skip those that cannot be read."""
        return self._server.fetch(self.all_query())

    def all_query(self) -> Query[dict[str, Duty]]:
        """Query the duties, as `all` returns them."""

        def decode(answers: list[Any]) -> dict[str, Duty]:
            (flat,) = answers
            duties = [partial(_entry, who, kept) for who, kept in zip(flat[::2], flat[1::2], strict=True)]
            return dict(opened("on-call time", duties))

        return Query([("HGETALL", ROTA)], decode)

    def get(self, staff_id: str) -> Duty:
        """Return the duty of one staff member; an empty one if none is stored."""
        return self._open(staff_id, self._kept(staff_id))

    def change(self, staff_id: str, to: Callable[[Duty], Duty]) -> Duty:
        """Replace a duty by the result of `to`, and return it. Raise Conflict if others are faster again and again.

        `to` may run again, if another change was faster: none is lost.
        """
        for _ in range(MOST_RACES):
            kept = self._kept(staff_id)
            duty = to(self._open(staff_id, kept))
            fresh = b"" if duty == Duty() else json.dumps(duty.dump()).encode()
            if self._server.run(_SWAP, (ROTA,), (staff_id, kept, fresh)):
                return duty
        raise Conflict("the rota changes too often")

    def _kept(self, staff_id: str) -> bytes:
        kept: bytes | None = self._server.call("HGET", ROTA, staff_id)
        return kept or b""

    def _open(self, staff_id: str, kept: bytes) -> Duty:
        return _entry(staff_id.encode(), kept)[1] if kept else Duty()


OF_TEAM = ("HGET", ROTA, TEAM)
"""Command for what closed_days reads."""


def closed_days(kept: bytes | None) -> tuple[Days, ...]:
    """Return the team's closed days; none if they are damaged."""
    duties = [partial(_entry, TEAM.encode(), kept)] if kept else []
    return next((duty.away for _, duty in opened("on-call time", duties)), ())


def _entry(who: bytes, kept: bytes) -> tuple[str, Duty]:
    """Open one entry. Raise DecryptionError."""
    try:
        return who.decode(), Duty.load(json.loads(kept))
    except (ValueError, TypeError, KeyError, AttributeError):
        raise DecryptionError("is damaged") from None
