"""Keys of this installation in a cluster: all begin with one hash tag, so that one slot holds them all.

The store knows nothing of it: the tag is put before each key of a command, and before the keys that a script makes up,
and taken from the keys that an answer lists. A backup therefore holds keys without a tag.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha1
from typing import Any

from redis.crc import key_slot
from redis.exceptions import NoScriptError

from bot.errors import WarmlineError
from bot.store.commands import OF_MANY_KEYS, OF_NO_KEY, READS, WRITES, lua_set
from bot.store.connection import Arguments, Value

_FIRST_KEY = READS | WRITES | {"DUMP", "RESTORE", "OBJECT", "TYPE"}
_OF_THE_SERVER = OF_NO_KEY | {"ASKING", "BGREWRITEAOF", "CLIENT", "CLUSTER", "CONFIG", "INFO", "PING"}

_PRELUDE = f"""
table.remove(KEYS)
local server, prefix = redis, '%s'
local many, none = {lua_set(OF_MANY_KEYS)}, {lua_set(OF_NO_KEY)}
local redis = setmetatable({{}}, {{__index = server}})
function redis.call(name, ...)
    local parts = {{...}}
    for at = 1, many[name] and #parts or none[name] and 0 or 1 do
        if string.sub(parts[at], 1, #prefix) ~= prefix then
            parts[at] = prefix .. parts[at]
        end
    end
    return server.call(name, unpack(parts))
end
"""


class UnknownCommand(WarmlineError):
    """A command of Redis that is not for a cluster: nobody has said where its keys stand."""


class ClusterKeys:
    """Keys under one tag. Thread-safe."""

    def __init__(self, tag: str) -> None:
        self.prefix = f"{{{tag}}}"
        self.slot = key_slot(self.prefix.encode())
        self._prelude = _PRELUDE % self.prefix
        self._names: dict[str, str] = {}

    def place(self, command: Arguments) -> Arguments:
        """Return the command with its keys under the tag. Raise NoScriptError for a script not sent before."""
        name, *rest = command
        if name in OF_MANY_KEYS:
            return (name, *map(self._place, rest))
        if name in _FIRST_KEY:
            return (name, self._place(rest[0]), *rest[1:])
        if name in _OF_THE_SERVER:
            return command
        if name in ("EVAL", "EVALSHA"):
            count = int(rest[1])
            keys = [*map(self._place, rest[2 : 2 + count]), self._place("never")]
            return (name, self._script(str(name), str(rest[0])), count + 1, *keys, *rest[2 + count :])
        if name == "SCAN":
            cursor, *options = rest
            pattern = options.pop(1) if options[:1] == ["MATCH"] else "*"
            return (name, cursor, "MATCH", self._place(pattern), *(one for one in options if one != "MATCH"))
        if name == "DBSIZE":
            return ("CLUSTER", "COUNTKEYSINSLOT", self.slot)
        raise UnknownCommand(f"{name!r} is not for a cluster")

    def reader(self, command: Arguments) -> Callable[[Any], Any]:
        """Return what takes the tag from the keys in the command's answer."""
        if command[0] != "SCAN":
            return lambda answer: answer
        return lambda answer: [answer[0], [key.removeprefix(self.prefix.encode()) for key in answer[1]]]

    def _place(self, key: Value) -> Value:
        """Put a key under the tag. One that a script has listed may be there already."""
        if isinstance(key, bytes):
            tag = self.prefix.encode()
            return key if key.startswith(tag) else tag + key
        name = str(key)
        return name if name.startswith(self.prefix) else self.prefix + name

    def _script(self, command: str, given: str) -> str:
        """Return the source, or the name, of the script whose own keys are put under the tag too.

        Each gets one more key, which never exists: while the slot moves, a script is then refused as a whole. Otherwise
        it could break off at a key that has moved, with half of its writes done.
        """
        if command == "EVALSHA":
            if given not in self._names:
                raise NoScriptError("not sent before")
            return self._names[given]
        source = self._prelude + given
        self._names[_name(given)] = _name(source)
        return source


def _name(source: str) -> str:
    return sha1(source.encode(), usedforsecurity=False).hexdigest()
