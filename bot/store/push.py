"""Devices that take pushes, encrypted; when each last confirmed one; and which pushes were begun. Nothing of a case.

All keys share the hash tag of staff. A push is known by its job's id, which is hashed here.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from functools import partial
from hashlib import sha256
from typing import Any, NamedTuple

from bot.crypto import KeyRing
from bot.staff.push import MOST_DEVICES, Device, PushKind
from bot.store.codec import opened
from bot.store.connection import RedisServer, Script

DEVICES, CONFIRMED, LAST = "{staff}:push", "{staff}:push:confirmed", "{staff}:push:last:"
BEGUN, SEEN = "{staff}:push:begun:", "{staff}:push:seen:"
KEPT_SECONDS = 86_400

_TURN = Script("""
local last = tonumber(redis.call('GET', KEYS[1]) or 0)
local now, due = tonumber(ARGV[1]), last + tonumber(ARGV[2])
if last > 0 and last <= now and due > now then
    return due
end
redis.call('SET', KEYS[1], now, 'EX', ARGV[3])
return 0
""")

_CONFIRM = Script("""
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 then
    return 0
end
redis.call('HSET', KEYS[2], ARGV[2], ARGV[3])
return 1
""")


class Begun(NamedTuple):
    """Push under way: when its job came up, when it was sent (0: not yet) and which devices' services took it."""

    at: int
    sent_at: int = 0
    taken: tuple[str, ...] = ()


class PushStore:
    """Push devices of all colleagues. Every method may raise StoreUnavailable."""

    def __init__(self, server: RedisServer, ring: KeyRing) -> None:
        self._server, self._ring = server, ring

    def devices(self, staff: str = "") -> list[Device]:
        """List the devices of a colleague, or of all, oldest first. Skip those that do not open."""
        flat = self._server.call("HGETALL", DEVICES)
        found = opened(
            "push device",
            [partial(self._open, name.decode(), blob) for name, blob in zip(flat[::2], flat[1::2], strict=True)],
        )
        return sorted((one for one in found if not staff or one.staff == staff), key=lambda one: one.added_at)

    def add(self, device: Device) -> None:
        """Keep a device. One that was somebody else's before is theirs no longer; the oldest go when there are many."""
        blob = self._ring.encrypt(json.dumps(device.dump()).encode(), self._place(device.id))
        self._server.call("HSET", DEVICES, device.id, blob)
        others = [one.id for one in self.devices(device.staff) if one.id != device.id]
        self.drop(others[: max(0, len(others) + 1 - MOST_DEVICES)])

    def drop(self, ids: Collection[str]) -> None:
        """Forget these devices."""
        if ids:
            fields = [_field(device, kind) for device in ids for kind in PushKind]
            self._server.batch([("HDEL", DEVICES, *ids), ("HDEL", CONFIRMED, *fields)])

    def drop_all(self, staff: str) -> None:
        """Forget all devices of a colleague."""
        self.drop([one.id for one in self.devices(staff)])

    def confirm(self, device: str, kind: PushKind, now: int) -> bool:
        """Note that a device has shown a push. Return False for a device that is not known (any more)."""
        return bool(self._server.run(_CONFIRM, (DEVICES, CONFIRMED), (device, _field(device, kind), now)))

    def confirmed_at(self, ids: Collection[str], kinds: Collection[PushKind] = tuple(PushKind)) -> dict[str, int]:
        """Return when each device last confirmed a push of these kinds, in epoch seconds, without those that never did.

        A confirmation counts for its own kind alone: another push that arrives says nothing of one that was lost.
        """
        wanted = [(device, _field(device, kind)) for device in ids for kind in kinds]
        found = self._server.call("HMGET", CONFIRMED, *(name for _, name in wanted)) if wanted else []
        latest: dict[str, int] = {}
        for (device, _), at in zip(wanted, found, strict=True):
            if at:
                latest[device] = max(int(at), latest.get(device, 0))
        return latest

    def turn(self, staff: str, kind: PushKind, now: int, seconds: int) -> int:
        """Take the turn to push this kind at `now`. Return 0, or when the next turn is (epoch seconds)."""
        return int(self._server.run(_TURN, (f"{LAST}{staff}:{kind.value}",), (now, seconds, KEPT_SECONDS)))

    def last(self, staff: str, kind: PushKind) -> int:
        """Return when this kind was last pushed to a colleague, in epoch seconds, 0 for never."""
        return int(self._server.call("GET", f"{LAST}{staff}:{kind.value}") or 0)

    def begun(self, job: str) -> Begun | None:
        """Return the push of a job, or None if it was not begun."""
        kept = self._server.call("GET", _hashed(BEGUN, job))
        if kept is None:
            return None
        at, sent_at, taken = json.loads(kept)
        return Begun(at, sent_at, tuple(taken))

    def note(self, job: str, begun: Begun) -> None:
        """Keep how far the push of a job is."""
        self._server.call("SET", _hashed(BEGUN, job), json.dumps(begun), "EX", KEPT_SECONDS)

    def unseen(self, jobs: Collection[str]) -> set[str]:
        """Return those of the jobs that were not marked as seen."""
        wanted = list(jobs)
        found = self._server.batch([("EXISTS", _hashed(SEEN, job)) for job in wanted])
        return {job for job, seen in zip(wanted, found, strict=True) if not seen}

    def mark_seen(self, jobs: Collection[str]) -> None:
        """Mark jobs as queued once, so that no watch queues them again."""
        self._server.batch([("SET", _hashed(SEEN, job), 1, "EX", KEPT_SECONDS) for job in jobs])

    def _open(self, name: str, blob: bytes) -> Device:
        found: dict[str, Any] = json.loads(self._ring.decrypt(blob, self._place(name)))
        return Device.load(found)

    def _place(self, name: str) -> str:
        return f"{DEVICES}:{name}"


def _field(device: str, kind: PushKind) -> str:
    return f"{device}:{kind.value}"


def _hashed(prefix: str, job: str) -> str:
    return prefix + sha256(job.encode()).hexdigest()
