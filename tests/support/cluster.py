"""Real cluster on loopback: three primaries with a replica each, processes that a test can kill or stop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import redis

from bot.store.cluster import TAG, ClusterServer
from bot.store.cluster_keys import ClusterKeys
from bot.store.connection import Arguments
from tests.support.http_server import free_port
from tests.support.product import wait_until
from tests.support.sentinels import PASSWORD, Node

NODE_TIMEOUT_MS = 1500
"""How long a primary must be silent before the others replace it. The default is ten times as long."""
SLOT = ClusterKeys(TAG).slot
THIRDS = ((0, 5460), (5461, 10922), (10923, 16383))


class Cluster:
    """Six nodes. The first three are primaries at the start, the others replicas in the same order."""

    def __init__(self, folder: Path, stack: ExitStack, appendfsync: str) -> None:
        self.nodes: list[Node] = []
        for number in range(1, 7):
            node = Node(
                folder / f"node{number}", "cluster-enabled yes", "cluster-config-file nodes.conf", "appendonly yes",
                f"appendfsync {appendfsync}", f"cluster-port {free_port()}", f"masterauth {PASSWORD}",
                f"cluster-node-timeout {NODE_TIMEOUT_MS}",
                "cluster-require-full-coverage no", 'save ""', "maxmemory-policy noeviction",
                "repl-diskless-sync-delay 0", "cluster-allow-replica-migration no", 'enable-debug-command "yes"',
            )  # fmt: skip
            stack.callback(node.stop)
            self.nodes.append(node)
        wait_until(lambda: all(node.answers for node in self.nodes), 20, "the nodes")
        first, *others = self.nodes
        for node, (low, high) in zip(self.nodes, THIRDS, strict=False):
            node.client.execute_command("CLUSTER", "ADDSLOTSRANGE", low, high)
        bus = {node: int(node.client.config_get("cluster-port")["cluster-port"]) for node in self.nodes}
        for number, node in enumerate(self.nodes):
            node.client.execute_command("CLUSTER", "SET-CONFIG-EPOCH", number + 1)
        for node in others:
            first.client.execute_command("CLUSTER", "MEET", "127.0.0.1", node.port, bus[node])
        wait_until(lambda: all(_state(node)["cluster_known_nodes"] == "6" for node in self.nodes), 20, "the meeting")
        for primary, replica in zip(self.nodes[:3], self.nodes[3:], strict=True):
            wait_until(lambda primary=primary, replica=replica: _replicates(replica, primary), 20, "the replicas")
        wait_until(lambda: all(_state(node)["cluster_state"] == "ok" for node in self.nodes), 20, "the cluster")
        wait_until(lambda: all(self._is_in_sync(node) for node in self.nodes[3:]), 20, "the first copy")
        wait_until(lambda: all(_knows_replicas(node) for node in self.nodes), 20, "word of the replicas")

    @staticmethod
    def _is_in_sync(replica: Node) -> bool:
        return bool(replica.client.info("replication").get("master_link_status") == "up")

    @property
    def url(self) -> str:
        """Return what REDIS_URL is set to."""
        return f"redis+cluster://:{PASSWORD}@" + ",".join(f"127.0.0.1:{node.port}" for node in self.nodes)

    @property
    def owner(self) -> Node:
        """The primary that holds our slot when no fail-over was."""
        return next(node for node, (low, high) in zip(self.nodes, THIRDS, strict=False) if low <= SLOT <= high)

    @property
    def heir(self) -> Node:
        """Return its replica."""
        return self.nodes[self.nodes.index(self.owner) + 3]

    @property
    def stranger(self) -> Node:
        """Return another primary."""
        return next(node for node in self.nodes[:3] if node is not self.owner)

    def move_at_once(self) -> None:
        """Move our slot to the other primary as Valkey 9 does: all of it at one moment."""
        self.owner.client.execute_command(
            "CLUSTER", "MIGRATESLOTS", "SLOTSRANGE", SLOT, SLOT, "NODE", node_id(self.stranger)
        )
        wait_until(lambda: self.stranger.client.cluster("COUNTKEYSINSLOT", SLOT), 20, "the move")

    @contextmanager
    def moving_by_key(self, *names: str) -> Iterator[None]:
        """Move our slot as older servers do, key by key. For the block these keys, or half of all, have moved."""
        old, new = self.owner, self.stranger
        new.client.execute_command("CLUSTER", "SETSLOT", SLOT, "IMPORTING", node_id(old))
        old.client.execute_command("CLUSTER", "SETSLOT", SLOT, "MIGRATING", node_id(new))
        half = max(1, int(old.client.cluster("COUNTKEYSINSLOT", SLOT)) // 2)
        self._move(old, new, [f"{{{TAG}}}{name}" for name in names] or self._keys(old, half))
        yield
        while left := self._keys(old, 100):
            self._move(old, new, left)
        for node in (new, old, *(one for one in self.nodes[:3] if one not in (new, old))):
            node.client.execute_command("CLUSTER", "SETSLOT", SLOT, "NODE", node_id(new))

    @staticmethod
    def _keys(node: Node, count: int) -> list[str | bytes]:
        return list(node.client.execute_command("CLUSTER", "GETKEYSINSLOT", SLOT, count))

    @staticmethod
    def _move(old: Node, new: Node, names: Sequence[str | bytes]) -> None:
        old.client.execute_command("MIGRATE", "127.0.0.1", new.port, "", 0, 5000, "AUTH", PASSWORD, "KEYS", *names)


def node_id(node: Node) -> str:
    """Return the id by which other nodes know it."""
    found = node.client.execute_command("CLUSTER", "MYID")
    return found.decode() if isinstance(found, bytes) else str(found)


def _state(node: Node) -> dict[str, str]:
    told = node.client.execute_command("CLUSTER", "INFO")
    if isinstance(told, dict):
        return {str(name): str(value) for name, value in told.items()}
    return dict(line.split(":", 1) for line in told.decode().split("\r\n") if ":" in line)


def _knows_replicas(node: Node) -> bool:
    return all(len(row) > 3 for row in node.client.execute_command("CLUSTER", "SLOTS"))  # first, last, primary ...


def _replicates(replica: Node, primary: Node) -> bool:
    try:
        replica.client.execute_command("CLUSTER", "REPLICATE", node_id(primary))
    except redis.ResponseError:  # it has not heard of it yet
        return False
    return True


class FreeCluster(ClusterServer):
    """The same with the commands by which tests look into the server: DEBUG, FLUSHALL, KEYS, RENAME, SCRIPT."""

    def _exchange(self, commands: list[Arguments]) -> list[object]:  # type: ignore[override]
        (name, *rest), *more = commands
        if name == "RENAME":
            return self._send([(name, *map(self._keys._place, rest))])
        if more or name not in ("DEBUG", "FLUSHALL", "KEYS", "SCRIPT"):
            return super()._exchange(commands)
        if name == "KEYS":
            prefix = self._keys.prefix
            return [[key.removeprefix(prefix.encode()) for key in self._send([(name, f"{prefix}{rest[0]}")])[0]]]
        return self._send(commands)


@contextmanager
def cluster(folder: Path, appendfsync: str = "always") -> Iterator[Cluster]:
    """Run all six."""
    with ExitStack() as stack:
        yield Cluster(folder, stack, appendfsync)
