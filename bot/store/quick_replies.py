"""Quick replies of staff in Redis, by their ids. Like the messages they are words for anybody: no person is in them."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from bot.errors import DecryptionError
from bot.staff.quick_replies import QuickReply
from bot.store.codec import opened
from bot.store.connection import Query, RedisServer

QUICK_REPLIES = "{staff}:quick"


class QuickReplies:
    """Quick replies. Every method may raise StoreUnavailable."""

    def __init__(self, server: RedisServer) -> None:
        self._server = server

    def all_query(self) -> Query[list[QuickReply]]:
        """Query all of them, the oldest first. Skip those that cannot be read."""

        def decode(answers: list[Any]) -> list[QuickReply]:
            (flat,) = answers
            entries = [partial(entry, key, kept) for key, kept in zip(flat[::2], flat[1::2], strict=True)]
            return sorted(opened("quick reply", entries), key=lambda one: one.id)

        return Query([("HGETALL", QUICK_REPLIES)], decode)

    def put(self, reply: QuickReply) -> None:
        """Add or replace one."""
        self._server.call("HSET", QUICK_REPLIES, reply.id, json.dumps(reply.dump()))

    def remove(self, reply_id: str) -> None:
        """Remove one."""
        self._server.call("HDEL", QUICK_REPLIES, reply_id)


def entry(key: bytes, kept: bytes) -> QuickReply:
    """Open one entry. Raise DecryptionError."""
    try:
        return QuickReply.load(key.decode(), json.loads(kept))
    except (ValueError, TypeError, KeyError, AttributeError):
        raise DecryptionError("is damaged") from None
