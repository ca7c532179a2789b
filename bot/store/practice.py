"""Practice spaces in Redis: one per colleague, walled off from everything else, and gone after some hours.

A `FencedServer` stands where a store expects Redis. It puts each key under the prefix of one space, also the keys that
a script makes up, limits each to the end of the space, and refuses commands that it does not know. So the code of the
store runs on it unchanged, and no read or write of it can mean a real record: there is no flag to forget.

Each space has a key and a look-up key of its own, which stand in one record. Ending the space destroys that record.
"""

from __future__ import annotations

import json
import os
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from secrets import token_hex
from typing import Any

from bot.crypto import KEY_BYTES, KeyRing
from bot.errors import DecryptionError, WarmlineError
from bot.store.commands import OF_MANY_KEYS, OF_NO_KEY, READS, WRITES, lua_set
from bot.store.connection import Arguments, RedisServer, Script, Value

PLACE = "practice:"
"""All keys of all spaces begin like this. A backup leaves them out."""

PRACTICE_SECONDS = 8 * 3600
INDEX = "keys"

_FENCE = f"""
local server, index, seconds = redis, table.remove(KEYS), tonumber(table.remove(ARGV))
local prefix = string.sub(index, 1, -{len(INDEX) + 1})
local reads, writes, many = {lua_set(READS)}, {lua_set(WRITES)}, {lua_set(OF_MANY_KEYS)}
local function limit(key)
    if server.call('EXISTS', key) == 1 then
        server.call('SADD', index, key)
        for _, name in ipairs({{key, index}}) do
            local left = server.call('TTL', name)
            if left < 0 or left > seconds then
                server.call('EXPIRE', name, seconds)
            end
        end
    end
end
"""

_LIMIT = Script(
    _FENCE
    + """
for _, key in ipairs(KEYS) do
    limit(key)
end
return 1
"""
)

_PRELUDE = (
    _FENCE
    + """
local redis = {}
function redis.call(name, ...)
    if name == 'TIME' then
        return server.call(name)
    end
    if not (reads[name] or writes[name]) then
        error('this command is not for practice: ' .. tostring(name))
    end
    local parts = {...}
    local last = many[name] and #parts or 1
    for at = 1, last do
        if string.sub(parts[at], 1, #prefix) ~= prefix then
            parts[at] = prefix .. parts[at]
        end
    end
    local answer = server.call(name, unpack(parts))
    if writes[name] then
        for at = 1, last do
            limit(parts[at])
        end
    end
    return answer
end
function redis.pcall(name)
    if name ~= 'PUBLISH' then
        error('this command is not for practice: ' .. tostring(name))
    end -- the news of practice goes to no page
end
"""
)


@cache
def _fenced(script: Script) -> Script:
    """Return a script whose every `redis.call` stays in the space that its last key names."""
    return Script(_PRELUDE + script.source)


class OutsidePractice(WarmlineError):
    """A command of Redis that a practice space does not offer: nobody has said where its keys stand."""


class FencedServer(RedisServer):
    """Redis as one practice space sees it: its own keys, each limited to `seconds`. On the connections of `server`."""

    def __init__(self, server: RedisServer, space: str, seconds: int) -> None:
        self._real, self._prefix, self._left = server, f"{PLACE}{space}:", seconds

    def run(self, script: Script, keys: Sequence[str], arguments: Arguments = ()) -> Any:
        """Run a script within the space."""
        return super().run(_fenced(script), (*keys, INDEX), (*arguments, self._left))

    def close(self) -> None:
        """Leave the connections open: they are the real server's."""

    def own_line(self) -> Any:
        """Refuse: a connection of one's own would hear what is outside."""
        raise OutsidePractice("practice has no connection of its own")

    def _exchange(self, commands: Sequence[Arguments]) -> list[Any]:
        written: list[Value] = []
        fenced = [self._within(command, written) for command in commands]
        answers = self._real._exchange(fenced)
        if written:
            keys = (*dict.fromkeys(written), self._prefix + INDEX)
            self._real.run(_LIMIT, keys, (self._left,))  # type: ignore[arg-type]  # names as bytes are fine
        return answers

    def _within(self, command: Arguments, written: list[Value]) -> Arguments:
        """Return the command with its keys in the space; add those that it writes to `written`."""
        name, *rest = command
        if name in ("EVALSHA", "EVAL"):
            count = int(rest[1])
            return (name, *rest[:2], *map(self._place, rest[2 : 2 + count]), *rest[2 + count :])
        if name in OF_NO_KEY and not rest:
            return command
        if name not in READS | WRITES:
            raise OutsidePractice(f"{name!r} is not for practice")
        count = len(rest) if name in OF_MANY_KEYS else 1
        keys = [self._place(key) for key in rest[:count]]
        if name in WRITES:
            written += keys
        return (name, *keys, *rest[count:])

    def _place(self, key: Value) -> Value:
        name = key.decode() if isinstance(key, bytes) else str(key)
        return self._prefix + name


@dataclass(frozen=True, slots=True)
class Space:
    """Practice space of a colleague: the name under which its keys stand, its key, and how long it still lasts."""

    name: str
    key: bytes = field(repr=False)
    seconds_left: int

    @property
    def ring(self) -> KeyRing:
        """The key ring of this space: it opens nothing real, and the real one opens nothing of it."""
        return KeyRing(f"1:{b64encode(self.key).decode()}")


class PracticeSpaces:
    """Practice spaces of all colleagues, one each. Every method may raise StoreUnavailable."""

    def __init__(self, server: RedisServer, ring: KeyRing) -> None:
        self._server, self._ring = server, ring

    def get(self, staff: str) -> Space | None:
        """Return the colleague's space, or None if they do not practise."""
        place = self._of(staff)
        blob, left = self._server.batch([("GET", place), ("TTL", place)])
        try:
            kept = json.loads(self._ring.decrypt(blob, place)) if blob and left > 0 else None
        except DecryptionError:
            return None
        return Space(kept["name"], bytes.fromhex(kept["key"]), left) if kept else None

    def begin(self, staff: str) -> tuple[Space, bool]:
        """Return the colleague's space, and whether it is new. Two presses at the same moment make one."""
        place = self._of(staff)
        for _ in range(2):
            kept = {"name": token_hex(8), "key": os.urandom(KEY_BYTES).hex()}
            sealed = self._ring.encrypt(json.dumps(kept).encode(), place)
            is_new = self._server.call("SET", place, sealed, "NX", "EX", PRACTICE_SECONDS) is not None
            if (found := self.get(staff)) is not None:
                return found, is_new
            self._server.call("DEL", place)  # sealed by a key that has left the ring
        raise DecryptionError("a practice space does not open")

    def end(self, staff: str) -> None:
        """Delete the colleague's space: first its record with the key, then all that stands under its name."""
        space = self.get(staff)
        self._server.call("DEL", self._of(staff))
        if space is not None:
            index = f"{PLACE}{space.name}:{INDEX}"
            self._server.call("DEL", index, *self._server.call("SMEMBERS", index))

    def server(self, space: Space) -> FencedServer:
        """Return Redis as this space sees it."""
        return FencedServer(self._server, space.name, space.seconds_left)

    def _of(self, staff: str) -> str:
        return f"{PLACE}of:{staff}"
