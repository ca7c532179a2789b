"""Rota in Redis: on-call times by staff id. No other staff data and no rules."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial

from bot.errors import DecryptionError
from bot.staff.rota import Duty
from bot.store.codec import opened
from bot.store.connection import RedisServer

ROTA = "{staff}:rota"


class Rota:
    """On-call times. Every method may raise StoreUnavailable."""

    def __init__(self, server: RedisServer) -> None:
        self._server = server

    def all(self) -> dict[str, Duty]:
        """Return the duty of each staff member who has one, by staff id. Skip those that cannot be read."""
        flat = self._server.call("HGETALL", ROTA)
        duties = [partial(_entry, who, kept) for who, kept in zip(flat[::2], flat[1::2], strict=True)]
        return dict(opened("on-call time", duties))

    def get(self, staff_id: str) -> Duty:
        """Return the duty of one staff member; an empty one if none is stored."""
        kept = self._server.call("HGET", ROTA, staff_id)
        return _entry(staff_id.encode(), kept)[1] if kept else Duty()

    def change(self, staff_id: str, to: Callable[[Duty], Duty]) -> Duty:
        """Replace a duty by the result of `to`, and return it. Of two concurrent changes the later wins."""
        duty = to(self.get(staff_id))
        if duty == Duty():
            self._server.call("HDEL", ROTA, staff_id)
        else:
            self._server.call("HSET", ROTA, staff_id, json.dumps(duty.dump()))
        return duty


def _entry(who: bytes, kept: bytes) -> tuple[str, Duty]:
    """Open one entry. Raise DecryptionError."""
    try:
        return who.decode(), Duty.load(json.loads(kept))
    except (ValueError, TypeError, KeyError, AttributeError):
        raise DecryptionError("is damaged") from None
