"""Only connection to Redis: a pool, a deadline, and every foreign error translated to StoreUnavailable.

It names no keys and never retries: a person is waiting, and the caller has a fallback.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha1
from time import monotonic
from typing import Any, Generic, TypeVar, overload

from redis.backoff import NoBackoff
from redis.connection import ConnectionPool, parse_url
from redis.exceptions import NoScriptError, RedisError, ResponseError, TimeoutError
from redis.retry import Retry

from bot.errors import StoreUnavailable
from bot.store.records import Health

DEADLINE_SECONDS = 1.5
"""Timeout for connecting, and for each answer. A turn makes two round trips and must reply within 5 s."""

SILENT_SECONDS = 1.0
"""After a time-out requests fail at once for this long. Otherwise a burst of texts queues up behind the deadline."""

Value = bytes | str | int
Arguments = Sequence[Value]


class Script:
    """Lua script with the digest by which the server knows it."""

    __slots__ = ("name", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self.name = sha1(source.encode(), usedforsecurity=False).hexdigest()


T_co = TypeVar("T_co", covariant=True)
A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class Query(Generic[T_co]):
    """A read that can share a round trip with others: its commands, and what makes a value of their answers."""

    commands: Sequence[Arguments]
    decode: Callable[[list[Any]], T_co]


def together(queries: Sequence[Query[A]]) -> Query[list[A]]:
    """Make one query of several, run in their order."""

    def decode(answers: list[Any]) -> list[A]:
        left = iter(answers)
        return [query.decode([next(left) for _ in query.commands]) for query in queries]

    return Query([command for query in queries for command in query.commands], decode)


def pair(a: Query[A], b: Query[B]) -> Query[tuple[A, B]]:
    """Make one query of two, run in their order."""
    size = len(a.commands)
    return Query([*a.commands, *b.commands], lambda found: (a.decode(found[:size]), b.decode(found[size:])))


def connection_options(url: str, seconds: float = DEADLINE_SECONDS) -> dict[str, Any]:
    """Return the options of a connection to one server, with this deadline."""
    return parse_url(url) | {  # type: ignore[no-any-return, no-untyped-call]
        "socket_timeout": seconds,
        "socket_connect_timeout": seconds,
        "retry": Retry(NoBackoff(), 0),  # the default waits and retries for many seconds
        "protocol": 2,
        "driver_info": None,  # saves two round trips per connection
        "max_connections": 2**31,  # the pool counts those that it makes, and not those that are dropped
    }


class RedisServer:
    """Redis server. Thread-safe, and may be created before a fork. Answers are raw (RESP2, bytes)."""

    def __init__(self, url: str) -> None:
        self._pool = self._open_pool(url)
        self._idle: list[Any] = []
        self._pid = os.getpid()
        self._silent_until = 0.0

    def _open_pool(self, url: str) -> ConnectionPool:
        """Return the pool that makes connections. It makes none yet."""
        return ConnectionPool(**connection_options(url))

    def call(self, *command: Value) -> Any:
        """Run one command and return its answer. Raise StoreUnavailable."""
        return self.batch([command])[0]

    def timed(self, *commands: Arguments) -> tuple[list[Any], float]:
        """Run commands as `batch` does. Return the answers and the server clock's lead over our `monotonic` in seconds.

        The lead is never too large, but too small by the time the answer took to arrive. Raise StoreUnavailable.
        """
        (seconds, micros), *answers = self.batch([("TIME",), *commands])
        return answers, int(seconds) + int(micros) / 1_000_000 - monotonic()

    def batch(self, commands: Sequence[Arguments]) -> list[Any]:
        """Run several commands in one round trip, not atomically. Raise StoreUnavailable."""
        try:
            return self._exchange(commands) if commands else []
        except (RedisError, OSError) as error:
            raise _gone(error) from error

    def fetch(self, query: Query[A]) -> A:
        """Return the value of one query. Raises StoreUnavailable."""
        return query.decode(self.batch(query.commands))

    @overload
    def fetch_all(self, a: Query[A], b: Query[B], /) -> tuple[A, B]: ...
    @overload
    def fetch_all(self, a: Query[A], b: Query[B], c: Query[C], /) -> tuple[A, B, C]: ...
    @overload
    def fetch_all(self, a: Query[A], b: Query[B], c: Query[C], d: Query[D], /) -> tuple[A, B, C, D]: ...
    def fetch_all(self, *queries: Query[Any]) -> tuple[Any, ...]:
        """Run several queries in this order in one round trip; not atomic. Raises StoreUnavailable."""
        return tuple(self.fetch(together(queries)))

    def run(self, script: Script, keys: Sequence[str], arguments: Arguments = ()) -> Any:
        """Run a script atomically and return its answer. Raise StoreUnavailable."""
        rest = (len(keys), *keys, *arguments)
        try:
            return self._exchange([("EVALSHA", script.name, *rest)])[0]
        except NoScriptError:  # the server does not know the script yet: send the source once
            return self.call("EVAL", script.source, *rest)
        except (RedisError, OSError) as error:
            raise _gone(error) from error

    def health(self) -> Health:
        """Return the server's own status information, as far as the host lets us ask. Raise StoreUnavailable."""
        lines = (self._unless_forbidden("INFO") or b"").decode().splitlines()
        told = dict(line.split(":", 1) for line in lines if ":" in line)
        set_to: dict[str, str] = {}
        for pattern in ("append*", "maxmemory-policy"):
            flat = [part.decode() for part in self._unless_forbidden("CONFIG", "GET", pattern) or ()]
            set_to |= dict(zip(flat[::2], flat[1::2], strict=True))
        saves = {"1": True, "yes": True, "0": False, "no": False}
        return Health(
            version=told.get("valkey_version") or told.get("redis_version", ""),
            append_only=saves.get(told.get("aof_enabled") or set_to.get("appendonly", "")),
            fsync=set_to.get("appendfsync", ""),
            role=told.get("role", ""),
            memory_bytes=int(told.get("used_memory", "0")),
            eviction=told.get("maxmemory_policy") or set_to.get("maxmemory-policy", ""),
        )

    def _unless_forbidden(self, *command: Value) -> Any:
        """Run a command that hosted servers may forbid. Return None if this one does. Raise StoreUnavailable."""
        try:
            return self._exchange([command])[0]
        except ResponseError:
            return None
        except (RedisError, OSError) as error:
            raise _gone(error) from error

    def rewrite_log(self) -> bool:
        """Have the server rewrite its append-only file in the background. Return False if it refuses.

        It refuses while it does so already. A hosted server may refuse always. Raise StoreUnavailable.
        """
        return self._unless_forbidden("BGREWRITEAOF") is not None

    def findings(self) -> list[str]:
        """Return what is wrong with the servers beside the primary, each in a sentence. Raise StoreUnavailable."""
        return []

    def close(self) -> None:
        """Close all connections. The server remains usable: it opens new ones."""
        with suppress(IndexError):  # other threads take some too
            while True:
                self._idle.pop().disconnect()

    def own_line(self) -> Any:
        """Return a connection for one user alone, who closes it. Raise StoreUnavailable."""
        try:
            connection = self._take()
            connection.connect()
        except (RedisError, OSError) as error:
            raise _gone(error) from error
        return connection

    def _exchange(self, commands: Sequence[Arguments]) -> list[Any]:
        if monotonic() < self._silent_until:
            raise RedisError("did not answer a moment ago")
        connection = self._take()
        try:
            connection.connect()
            connection.send_packed_command(connection.pack_commands(commands))
            return [connection.read_response() for _ in commands]
        except NoScriptError:
            raise
        except BaseException as error:
            self._failed(error)
            # answers may still arrive: the next user must not read them as its own
            connection.disconnect()
            raise
        finally:
            self._idle.append(connection)

    def _failed(self, error: BaseException) -> None:
        """Note a failed exchange, before its connection is closed."""
        if isinstance(error, TimeoutError):
            self._silent_until = monotonic() + SILENT_SECONDS

    def _take(self) -> Any:
        """Return a connection, idle or new, perhaps not connected. The pool's own way would cost 40 us more."""
        if self._pid != os.getpid():  # after a fork each process has its own connections
            self._idle, self._pid = [], os.getpid()
        try:
            connection: Any = self._idle.pop()  # its methods have no types
        except IndexError:
            return self._pool.make_connection()
        try:
            stale = connection.is_connected and connection.can_read()  # an unread answer, or a closed connection
        except (RedisError, OSError):
            stale = True
        if stale:
            connection.disconnect()
        return connection


def _gone(error: Exception) -> StoreUnavailable:
    """Keep only the error's type: its text may quote a command."""
    return StoreUnavailable(type(error).__name__)
