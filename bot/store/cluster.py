"""Redis Cluster as one safe place: all that we store stands in one slot, on the primary that holds it.

This gives fail-over, not more room or speed: the other primaries do nothing for us. redis-py knows the topology. What
was redirected is sent again, and only that: the server has not executed it. Nothing else is ever sent twice.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from time import monotonic, sleep
from typing import Any

from redis.cluster import ClusterNode, NodesManager
from redis.connection import Connection, ConnectionPool, SSLConnection
from redis.exceptions import (
    AskError,
    ConnectionError,
    MovedError,
    RedisClusterException,
    RedisError,
    ResponseError,
    TryAgainError,
)

from bot.store.cluster_keys import ClusterKeys
from bot.store.connection import SILENT_SECONDS, Arguments, RedisServer
from bot.store.several_hosts import Address, read_several

PORT, TAG = 6379, "warmline"
ASK_SECONDS = 0.25
"""Timeout for each node that is asked for the topology, which comes on top of the deadline of a request."""

MOVING_SECONDS = 1.0
"""How long a request waits while its keys move from one primary to another."""
PAUSE_SECONDS = 0.02


class NoCluster(ConnectionError):
    """No node tells the topology, or none holds our slot. Its text is fixed; its cause says why."""


class ClusterServer(RedisServer):
    """The primary that holds our slot. A fail-over raises StoreUnavailable until the nodes have elected another."""

    def _open_pool(self, url: str) -> ConnectionPool:
        self._hosts, path, self._options = read_several(url, PORT)
        self._keys = ClusterKeys(path[0] if path else TAG)
        self._nodes: NodesManager | None = None
        self._finding = threading.Lock()
        self._owner_at: Address | None = None
        return self._pool_at(self._hosts[0])

    def _pool_at(self, address: Address) -> ConnectionPool:
        options = {name: value for name, value in self._options.items() if name != "ssl"}
        kind = SSLConnection if self._options.get("ssl") else Connection
        return ConnectionPool(**options | {"host": address[0], "port": address[1], "connection_class": kind})

    def _exchange(self, commands: Sequence[Arguments]) -> list[Any]:
        placed = [self._keys.place(command) for command in commands]
        answers, until = self._send(placed), monotonic() + MOVING_SECONDS
        while redirected := [at for at, one in enumerate(answers) if isinstance(one, AskError | TryAgainError)]:
            first = answers[redirected[0]]
            if monotonic() > until:
                raise first
            if ("MULTI",) in commands:
                redirected = list(range(len(commands)))  # nothing of a transaction was executed
            self._follow(first)
            for at, answer in zip(redirected, self._again([placed[at] for at in redirected], first), strict=True):
                answers[at] = answer
        for answer in answers:
            if isinstance(answer, ResponseError):
                raise answer
        return [self._keys.reader(command)(answer) for command, answer in zip(commands, answers, strict=True)]

    def _follow(self, error: ResponseError) -> None:
        """Note where our slot is now, or wait while it moves."""
        if isinstance(error, MovedError):
            self._own(error.host or self._owner()[0], error.port)
        else:
            sleep(PAUSE_SECONDS)

    def _again(self, commands: Sequence[Arguments], error: ResponseError) -> list[Any]:
        """Send redirected commands again. Keys that have moved already are asked for at their new place."""
        if isinstance(error, MovedError) or not isinstance(error, AskError) or ("MULTI",) in commands:
            return self._send(commands)
        connection: Any = self._pool_at((error.host or self._owner()[0], error.port)).make_connection()
        try:
            return self._talk(connection, [part for one in commands for part in (("ASKING",), one)])[1::2]
        finally:
            connection.disconnect()

    def _send(self, commands: Sequence[Arguments]) -> list[Any]:
        """Return the answers of our primary, among them errors of single commands."""
        if monotonic() < self._silent_until:
            raise RedisError("did not answer a moment ago")
        connection = self._take()
        try:
            return self._talk(connection, commands)
        except BaseException as error:
            self._failed(error)
            connection.disconnect()
            raise
        finally:
            self._idle.append(connection)

    @staticmethod
    def _talk(connection: Any, commands: Sequence[Arguments]) -> list[Any]:
        connection.connect()
        connection.send_packed_command(connection.pack_commands(commands))
        answers: list[Any] = []
        for _ in commands:
            try:
                answers.append(connection.read_response())
            except ResponseError as error:
                answers.append(error)
        return answers

    def _take(self) -> Any:
        owner = self._owner()
        while True:
            connection = super()._take()
            if (connection.host, connection.port) == owner:
                return connection
            connection.disconnect()
            owner = self._owner()

    def _failed(self, error: BaseException) -> None:
        super()._failed(error)
        self._owner_at = None
        self.close()  # they lead to the same server, and each would wait for it in vain

    def _owner(self) -> Address:
        """Return the address of the primary that holds our slot. Raise NoCluster."""
        if (owner := self._owner_at) is not None:
            return owner
        with self._finding:
            if self._owner_at is None:
                if (started := monotonic()) < self._silent_until:
                    raise RedisError("did not answer a moment ago")
                try:
                    node = self._topology().get_node_from_slot(self._keys.slot)
                except (RedisClusterException, RedisError, OSError) as error:
                    if monotonic() - started > ASK_SECONDS:
                        self._silent_until = monotonic() + SILENT_SECONDS
                    raise NoCluster("no node tells where our slot is") from error
                self._own(node.host, node.port)
            return self._owner_at or self._hosts[0]

    def _own(self, host: str, port: int) -> None:
        """Note the address of the primary that holds our slot."""
        self._pool = self._pool_at((host, port))
        self._owner_at = host, port

    def _topology(self) -> NodesManager:
        """Ask the nodes for the topology anew."""
        if self._nodes is None:
            options = {name: value for name, value in self._options.items() if name not in ("retry", "max_connections")}
            self._nodes = NodesManager(
                [ClusterNode(*host) for host in self._hosts],  # type: ignore[no-untyped-call]
                **options | {"socket_timeout": ASK_SECONDS, "socket_connect_timeout": ASK_SECONDS},
            )
        else:
            self._nodes.initialize()
        return self._nodes

    def findings(self) -> list[str]:
        """Return what keeps the cluster from a fail-over of our slot. Raise StoreUnavailable."""
        return list(self._findings())

    def _findings(self) -> Iterator[str]:
        slots = self._unless_forbidden("CLUSTER", "SLOTS") or []
        ours = [row for row in slots if row[0] <= self._keys.slot <= row[1]]
        if ours and len(ours[0]) <= len(("first", "last", "primary")):
            yield "The primary that holds our data has no replica, so nothing can take its place. Add one to it."
        settings = self._unless_forbidden("CONFIG", "GET", "cluster-require-full-coverage") or []
        if settings[1:] == [b"yes"]:
            yield (
                "When any primary of the cluster is gone, all of it stops, although ours may be well. "
                "Set `cluster-require-full-coverage no` on all its servers."
            )
