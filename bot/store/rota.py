"""The rota as stored: when each colleague is on call, by staff id. Nothing else of them, and no rule."""

from __future__ import annotations

import json
from collections.abc import Callable

from bot.staff.rota import Duty
from bot.store.connection import Server

ROTA = "{staff}:rota"


class Rota:
    """Who is on call when. Every call may raise StoreGone."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def all(self) -> dict[str, Duty]:
        """The duty of each colleague who has one, by staff id."""
        flat = self._server.call("HGETALL", ROTA)
        return {who.decode(): Duty.load(json.loads(kept)) for who, kept in zip(flat[::2], flat[1::2], strict=True)}

    def get(self, staff_id: str) -> Duty:
        """The duty of one colleague; an empty one when none is kept."""
        kept = self._server.call("HGET", ROTA, staff_id)
        return Duty.load(json.loads(kept)) if kept else Duty()

    def change(self, staff_id: str, to: Callable[[Duty], Duty]) -> Duty:
        """Replace a duty by what `to` makes of it, and return that. Of two changes at once the later one stays."""
        duty = to(self.get(staff_id))
        if duty == Duty():
            self._server.call("HDEL", ROTA, staff_id)
        else:
            self._server.call("HSET", ROTA, staff_id, json.dumps(duty.dump()))
        return duty
