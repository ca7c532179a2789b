"""Real Redis that a test can kill, stop, and make refuse writes."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

import redis

from bot.server.embedded_redis import EmbeddedRedis


class RealRedis:
    """Embedded server that can be killed, stopped, and made to refuse writes."""

    def __init__(self, var_dir: Path) -> None:
        self._server = EmbeddedRedis(var_dir)
        self.url = self._server.url
        self.folder = var_dir / "redis"

    def start(self) -> None:
        """Start or restart the server. It answers when this returns."""
        self._server.ensure()

    def stop(self) -> None:
        self._server.stop()

    @cached_property
    def client(self) -> redis.Redis:
        """Return a plain client."""
        return redis.Redis.from_url(self.url)

    @property
    def pid(self) -> int:
        """Return the server's process id."""
        return int(self.client.info("server")["process_id"])

    def keep(self) -> dict[bytes, tuple[bytes, int]]:
        """Return a copy of all data: by key its value, and when it expires, 0 for never."""
        names = self.client.keys()
        with self.client.pipeline() as asked:
            for name in names:
                asked.dump(name)
                asked.pexpiretime(name)
            told = asked.execute()
        return {name: (told[2 * at], max(told[2 * at + 1], 0)) for at, name in enumerate(names)}

    def put_back(self, kept: dict[bytes, tuple[bytes, int]]) -> None:
        """Replace all data by such a copy."""
        with self.client.pipeline() as asked:
            asked.flushall()
            for name, (value, until) in kept.items():
                asked.restore(name, until, value, absttl=True)
            asked.execute()

    @contextmanager
    def killed(self) -> Iterator[None]:
        """Kill the server for the block, then restart it on the same data."""
        os.kill(self.pid, signal.SIGKILL)
        try:
            yield
        finally:
            time.sleep(0.05)
            self.start()
            self.client.ping()

    @contextmanager
    def hanging(self) -> Iterator[None]:
        """Make the server hang for the block."""
        pid = self.pid
        os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(pid, signal.SIGCONT)

    @contextmanager
    def slow(self) -> Iterator[None]:
        """Make the server answer only after more than two seconds."""
        pid, over = self.pid, threading.Event()

        def press() -> None:
            while not over.is_set():
                os.kill(pid, signal.SIGSTOP)
                over.wait(2.3)
                os.kill(pid, signal.SIGCONT)
                time.sleep(0.02)

        thread = threading.Thread(target=press)
        thread.start()
        time.sleep(0.1)
        try:
            yield
        finally:
            over.set()
            thread.join()

    @contextmanager
    def configured(self, **settings: object) -> Iterator[None]:
        """Change settings for the block; `_` stands for `-`."""
        names = {name: name.replace("_", "-") for name in settings}
        before = {name: self.client.config_get(names[name])[names[name]] for name in settings}
        for name, value in settings.items():
            self.client.config_set(names[name], str(value))
        try:
            yield
        finally:
            for name, old in before.items():
                self.client.config_set(names[name], old)

    @contextmanager
    def replica(self) -> Iterator[None]:
        """Make it a replica of a dead address: it answers, and refuses to write."""
        self.client.execute_command("REPLICAOF", "127.0.0.1", "1")
        try:
            yield
        finally:
            self.client.execute_command("REPLICAOF", "NO", "ONE")
