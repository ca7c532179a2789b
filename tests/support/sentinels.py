"""Real primary with two replicas and three sentinels on loopback, each a process that a test can kill or stop."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path

import redis

from bot.server.embedded_redis import _binary, die_with_parent
from tests.support.http_server import free_port
from tests.support.product import wait_until

SERVICE = "warmline"
DOWN_AFTER_MS = 1000
"""How long a primary must be silent before the sentinels replace it. In production some seconds."""
PASSWORD, SENTINEL_PASSWORD = "pass-of-redis", "pass-of-sentinels"


class Node:
    """Server process, started at once. Its data stay in its folder when it is started again."""

    def __init__(self, folder: Path, *options: str, sentinel: bool = False, password: str = PASSWORD) -> None:
        folder.mkdir(parents=True)
        self.port, self.folder, self._password = free_port(), folder, password
        given = [line.replace("PORT", str(self.port)) for line in options]
        (folder / "node.conf").write_text(
            "\n".join((f"port {self.port}", "bind 127.0.0.1", f"dir {folder}", f"requirepass {password}", *given))
        )
        self._command = [str(_binary()), str(folder / "node.conf"), *(["--sentinel"] if sentinel else [])]
        self.process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        with (self.folder / "node.log").open("ab") as log:
            return subprocess.Popen(
                die_with_parent(self._command), stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )

    @cached_property
    def client(self) -> redis.Redis:
        """Return a plain client."""
        return redis.Redis(port=self.port, password=self._password, socket_timeout=2)

    @property
    def answers(self) -> bool:
        try:
            return bool(self.client.ping())
        except redis.RedisError:
            return False

    @property
    def role(self) -> str:
        """Return "master" or "slave"; "" while it does not tell."""
        try:
            return str(self.client.info("replication")["role"])
        except redis.RedisError:
            return ""

    def kill(self) -> None:
        """Kill it, as a machine that loses its power."""
        self.process.kill()
        self.process.wait()

    def start(self) -> None:
        """Start it again on its data."""
        self.process = self._start()
        wait_until(lambda: self.answers, what="the node")

    @contextmanager
    def hanging(self) -> Iterator[None]:
        """Make it hang for the block."""
        os.kill(self.process.pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(self.process.pid, signal.SIGCONT)

    def stop(self) -> None:
        if self.process.poll() is None:
            os.kill(self.process.pid, signal.SIGCONT)
            self.kill()
        self.client.close()


class Sentinels:
    """Servers with their sentinels. The first server is the primary at the start."""

    def __init__(self, folder: Path, stack: ExitStack, **settings: str) -> None:
        def node(name: str, *options: str, sentinel: bool = False, password: str = PASSWORD) -> Node:
            made = Node(folder / name, *options, sentinel=sentinel, password=password)
            stack.callback(made.stop)
            return made

        given = {
            "appendonly": "yes", "appendfsync": "always", "save": '""', "maxmemory-policy": "noeviction",
            "masterauth": PASSWORD, "repl-diskless-sync-delay": "0", "min-replicas-to-write": "1",
            "min-replicas-max-lag": "10",
        } | {name.replace("_", "-"): value for name, value in settings.items()}  # fmt: skip
        options = [f"{name} {value}" for name, value in given.items()]
        self.servers = [node("server1", *options)]
        first = self.servers[0].port
        for number in (2, 3):
            self.servers.append(node(f"server{number}", *options, f"replicaof 127.0.0.1 {first}"))
        wait_until(lambda: all(one.answers for one in self.servers), what="the servers")
        self.nodes = [
            node(
                f"sentinel{number}", f"sentinel monitor {SERVICE} 127.0.0.1 {first} 2",
                f"sentinel auth-pass {SERVICE} {PASSWORD}", f"sentinel sentinel-pass {SENTINEL_PASSWORD}",
                f"sentinel down-after-milliseconds {SERVICE} {DOWN_AFTER_MS}",
                f"sentinel failover-timeout {SERVICE} 4000", f"sentinel parallel-syncs {SERVICE} 2",
                sentinel=True, password=SENTINEL_PASSWORD,
            )
            for number in (1, 2, 3)
        ]  # fmt: skip
        wait_until(lambda: all(one.answers for one in self.nodes), what="the sentinels")
        wait_until(lambda: all(self._sees_all(one) for one in self.nodes), 20, what="the sentinels' meeting")

    @staticmethod
    def _sees_all(sentinel: Node) -> bool:
        state = sentinel.client.sentinel_masters()[SERVICE]
        return state["num-slaves"] == 2 and state["num-other-sentinels"] == 2

    @property
    def hosts(self) -> str:
        return ",".join(f"127.0.0.1:{one.port}" for one in self.nodes)

    @property
    def url(self) -> str:
        """Return what REDIS_URL is set to."""
        return f"redis+sentinel://:{PASSWORD}@{self.hosts}/{SERVICE}/0?sentinel_password={SENTINEL_PASSWORD}"

    def primary(self, but: Node | None = None) -> Node | None:
        """Return the server that a living sentinel names, unless it is `but`."""
        for sentinel in self.nodes:
            if sentinel.answers:
                port = sentinel.client.sentinel_masters()[SERVICE]["port"]
                found = next(one for one in self.servers if one.port == port)
                return None if found is but else found
        return None

    def fail_over(self) -> Node:
        """Kill the primary, and return the new one when it writes."""
        old = self.primary()
        assert old is not None
        old.kill()
        return self.wait_for_new(old)

    def wait_for_new(self, old: Node, seconds: float = 20) -> Node:
        """Return the primary after `old` when it writes."""
        wait_until(lambda: self.primary(but=old), seconds, "the fail-over")
        new = self.primary(but=old)
        assert new is not None

        def writes() -> bool:
            try:
                return bool(new.client.set("probe", "1", px=1))
            except redis.RedisError:
                return False

        wait_until(writes, seconds, "a primary that writes")
        return new


@contextmanager
def sentinels(folder: Path, **settings: str) -> Iterator[Sentinels]:
    """Run all six. `settings` are those of the servers; `_` stands for `-`."""
    with ExitStack() as stack:
        started = time.monotonic()
        made = Sentinels(folder, stack, **settings)
        assert time.monotonic() - started < 30
        yield made
