"""Send attempts: what was started and what is done. A repeat does no harm, and a worker after a crash knows to ask.

Attempts are keyed by the job's id; ids and counts only. They expire after three days.
"""

from __future__ import annotations

from typing import NamedTuple

from bot.store.connection import RedisServer, Script

KEPT_SECONDS = 3 * 86_400

_BEGIN = Script("""
local kept = redis.call('GET', KEYS[1])
if kept then
    return {0, kept}
end
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
return {1, ARGV[1]}
""")

_END = Script("""
local kept = redis.call('GET', KEYS[1])
local state = kept and string.match(kept, '^[^:]*') or 'begun'
if state ~= 'begun' and state ~= ARGV[3] then
    return 0
end
return redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
""")


_TURN = Script("""
local now, job, urgent = tonumber(ARGV[1]), ARGV[2], ARGV[3]
local kept = redis.call('GET', KEYS[1])
if kept then
    local at, was_urgent, of = string.match(kept, '^(%d+):(%d):(.*)$')
    at = tonumber(at)
    if of == job then
        return 0
    end
    local due = at + tonumber(ARGV[4])
    if urgent == '1' then
        due = was_urgent == '1' and at + tonumber(ARGV[5]) or 0
    end
    if at <= now and due > now then
        return due
    end
end
redis.call('SET', KEYS[1], now .. ':' .. urgent .. ':' .. job, 'EX', ARGV[6])
return 0
""")


class Beginning(NamedTuple):
    """First start of an attempt. `first`: it was this one; `state` is "begun" or the final state."""

    first: bool
    state: str
    at: int
    note: str


class SendAttempts:
    """Send attempts. Every method may raise StoreUnavailable."""

    def __init__(self, server: RedisServer) -> None:
        self._server = server

    def start(self, job: str, at: int, note: str = "") -> Beginning:
        """Mark `job` as started at `at` (epoch seconds), with a short note that is no secret.

        An earlier start is left as it is.
        """
        first, kept = self._server.run(_BEGIN, (_place(job),), (f"begun:{at}:{note}", KEPT_SECONDS))
        state, was_at, was_note = kept.decode().split(":", 2)
        return Beginning(bool(first), state, int(was_at), was_note)

    def finish(self, job: str, state: str = "done", note: str = "") -> None:
        """Store the final state, one word, so that the job is not started again. The first final state stays."""
        self._server.run(_END, (_place(job),), (f"{state}:0:{note}", KEPT_SECONDS, ""))

    def ended(self, job: str) -> Beginning | None:
        """Return the final state of `job` with its note; None while it has none."""
        kept = self._server.call("GET", _place(job))
        state, at, note = kept.decode().split(":", 2) if kept else ("begun", "0", "")
        return None if state == "begun" else Beginning(first=False, state=state, at=int(at), note=note)

    def turn(self, staff: str, job: str, now: int, *, urgent: bool, seconds: tuple[int, int]) -> int:
        """Take the turn to alert a staff member at `now`. Return 0, or when the next turn is (epoch seconds).

        After an alert the next is due in the first of `seconds`. An urgent one is due at once after one that was not,
        else in the second.
        """
        kept = (now, job, int(urgent), *seconds, KEPT_SECONDS)
        return int(self._server.run(_TURN, (_turn(staff),), kept))

    def overwrite(self, job: str, state: str) -> None:
        """Overwrite the state "done", or prevent it, after a failed delivery report."""
        self._server.run(_END, (_place(job),), (f"{state}:0:", KEPT_SECONDS, "done"))

    def free_turn(self, staff: str) -> None:
        """Let the next alert of a staff member go out at once: the last one has not reached them."""
        self._server.call("DEL", _turn(staff))

    def all_failed(self, jobs: tuple[str, ...]) -> bool:
        """Tell whether all of these have ended and none was done."""
        found = self._server.call("MGET", *map(_place, jobs)) if jobs else []
        return bool(found) and all(mark and mark.split(b":")[0] not in (b"begun", b"done") for mark in found)


def _turn(staff: str) -> str:
    return f"alerted:{staff}"


def _place(job: str) -> str:
    return f"begun:{job}"
