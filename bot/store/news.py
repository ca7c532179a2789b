"""News of changes: every commit that changes what a page of the console may show says so on one channel of Redis.

A message holds the kind of the change and the codes of the cases, and nothing of a person. It goes out in the script
that writes, so that it costs no round trip, and it may be lost: pages ask by themselves from time to time.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from enum import StrEnum
from time import monotonic
from typing import Any, NamedTuple

from redis.exceptions import RedisError

from bot.errors import StoreUnavailable
from bot.store.connection import RedisServer

CHANNEL = "news"
"""`commit.lua` uses this name too. A channel belongs to all databases of a server: news of another's is news of no one
here."""

TICK_SECONDS = 1.0
GATHER_SECONDS = 0.05
"""How long changes are gathered, so that a busy moment is one piece of news."""

SILENT_SECONDS = 4.0
"""After so long without a message the server is asked whether it is there, and after twice as long it is gone."""


class Kind(StrEnum):
    """What has changed: the lists of cases, the texts or tasks of a case, only its page, or the team.

    READ: a colleague has read texts of a case, which changes their own lists.
    """

    QUEUE = "queue"
    TALKS = "talks"
    CASE = "case"
    READ = "read"
    TEAM = "team"


class Change(NamedTuple):
    """What has changed, and in which cases."""

    kind: Kind
    codes: tuple[str, ...] = ()


def told(kind: Kind, code: str = "''") -> str:
    """Return the line of a script that tells of a change; `code` is Lua for the code of the case.

    The line never fails: a user of Redis who may not publish still writes.
    """
    return f"redis.pcall('PUBLISH', '{CHANNEL}', '{kind} ' .. {code})"


class News:
    """News of all processes."""

    def __init__(self, server: RedisServer) -> None:
        self._server = server

    def listen(self) -> Iterator[list[Change]]:
        """Yield what changes, on a connection of its own; an empty list at the start, and while nothing does.

        What changed before the first list is not told. Raises StoreUnavailable when the connection is lost.
        """
        line = self._server.own_line()
        try:
            line.send_command("SUBSCRIBE", CHANNEL)
            line.read_response()
            yield []
            yield from _changes(line)
        except (RedisError, OSError) as error:
            raise StoreUnavailable(type(error).__name__) from error
        finally:
            line.disconnect()


def _changes(line: Any) -> Iterator[list[Change]]:
    heard_at, asked = monotonic(), False
    while True:
        if line.can_read(timeout=TICK_SECONDS):
            time.sleep(GATHER_SECONDS)
            found = [line.read_response()]
            while line.can_read(timeout=0):
                found.append(line.read_response())
            heard_at, asked = monotonic(), False
            yield [_read(text) for what, *_, text in found if what == b"message"]
            continue
        silent = monotonic() - heard_at
        if silent > 2 * SILENT_SECONDS:
            raise TimeoutError
        if silent > SILENT_SECONDS and not asked:
            line.send_command("PING")
            asked = True
        yield []


def _read(text: bytes) -> Change:
    """Read a message. One of a later release is a change of everything."""
    kind, *codes = text.decode(errors="replace").split()
    return Change(Kind(kind), tuple(codes)) if kind in set(Kind) else Change(Kind.TEAM)
