"""Many stored conversations, written by the product's own Store and script, only many to a round trip."""

from __future__ import annotations

import ctypes
import os
import random
import signal
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from bot.config.settings import Settings
from bot.conversation.messages import Inbound
from bot.flows.session import Session
from bot.inbound.router import Router
from bot.runtime.build import open_store
from bot.runtime.runtime import Runtime
from bot.store import Commit, Loaded, StoredReply
from bot.store.connection import Arguments, RedisServer, Script
from tests.bench.harness import Wrong
from tests.bench.talks import SCRIPTS, phone
from tests.support.redis_server import RealRedis

FIRST_STORED = 2_000_000
"""People are numbered: those below text, those from here on are stored."""

TOGETHER = 500
PROCESSES = 2
A_MONTH = 30 * 86_400


Standing = tuple[Session, StoredReply]
"""How one conversation stood after one of its texts."""


def walk(runtime: Runtime, first: int) -> list[Standing]:
    """Hold every script once, in this process; how each stood after each text. Raises Wrong."""
    standings: list[Standing] = []
    for at, script in enumerate(SCRIPTS):
        for turn, text in enumerate(script):
            sid = f"walk-{at}-{turn}"
            reply = Router(runtime).process(Inbound(sid, phone(first + at), text))
            if not reply.text or reply.key in {"fallback", "last_word"}:
                raise Wrong(f"script {at}, text {turn}: {reply.key or 'nothing'} was said")
            loaded = runtime.store.load(phone(first + at), sid)
            if loaded.session and loaded.said:
                standings.append((loaded.session, loaded.said))
    return standings


def fill(settings: Settings, standings: Sequence[Standing], count: int, *, replies: bool = False) -> None:
    """Store so many conversations, each as one of `standings`; with `replies` what was last said to each as well."""
    share = -(-count // PROCESSES)
    parts = [(first, min(share, count - first)) for first in range(0, count, share)]
    spawn = get_context("spawn")
    with ProcessPoolExecutor(PROCESSES, mp_context=spawn, initializer=_end_with, initargs=(os.getpid(),)) as pool:
        for job in [pool.submit(_fill, settings, standings, *part, replies) for part in parts]:
            job.result()


def _end_with(parent: int) -> None:
    """End this helper process when `parent` ends, even if it is killed. Linux only."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    if os.getppid() != parent:
        os._exit(1)


def settle(redis: RealRedis) -> None:
    """Return when the server is not rewriting its file any more: that would be measured too."""
    while (told := redis.client.info("persistence"))["aof_rewrite_in_progress"] or told["aof_rewrite_scheduled"]:
        time.sleep(0.1)


class _Together(RedisServer):
    """Scripts are not run at once but sent together; each is taken to succeed, and that is checked when it is sent."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self._waiting: list[tuple[Any, ...]] = []
        self._known: set[str] = set()

    def run(self, script: Script, keys: Sequence[str], arguments: Arguments = ()) -> Any:
        if script.name not in self._known:  # by the usual way, so that the server gets to know it
            self._known.add(script.name)
            return super().run(script, keys, arguments)
        self._waiting.append(("EVALSHA", script.name, len(keys), *keys, *arguments))
        if len(self._waiting) >= TOGETHER:
            self.send()
        return 1

    def send(self) -> None:
        """Send what waits."""
        answers = self.batch(self._waiting) if self._waiting else []
        if any(answer != 1 for answer in answers):
            raise RuntimeError("a stored conversation was refused")
        self._waiting = []


def _fill(settings: Settings, standings: Sequence[Standing], first: int, count: int, replies: bool) -> None:
    store = open_store(settings)
    store._server = together = _Together(settings.redis_url)
    now, chance = int(time.time()), random.Random(first)  # noqa: S311 - no secret hangs on it
    for index in range(FIRST_STORED + first, FIRST_STORED + first + count):
        session, said = chance.choice(standings)
        number = phone(index)
        loaded = Loaded(store.person(number), None, number, stopped=False, said=None, version=b"")
        session = session._replace(last_at=now - chance.randrange(A_MONTH))
        sid = f"SM{index:032x}" if replies else ""
        store.commit(loaded, Commit(sid=sid, said=said, phone=number, session=session, stopped=False))
    together.send()
    together.close()
    store.close()
