"""Product assembled in the test's process: a real store, a real worker, the official client to a stand-in provider."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache

from bot.config.settings import load_settings
from bot.conversation.messages import Inbound, Reply
from bot.directory.directory import Directory
from bot.directory.vetting import DEMO
from bot.flows.session import Session
from bot.inbound.router import Router
from bot.jobs.worker import Worker
from bot.runtime.build import build, open_store
from bot.runtime.directory import LiveDirectory
from bot.runtime.runtime import Runtime
from bot.sms.twilio import TwilioClient
from tests.support.app import NOON, READ_SECONDS, settings
from tests.support.product import new_sid, wait_until
from tests.support.provider import Provider
from tests.support.redis_server import RealRedis


@cache
def shipped() -> Runtime:
    """Return the shipped messages and directory, read once for all tests. Everything else in it is replaced."""
    return build(settings())


class Clock:
    """Clock in epoch seconds: fixed at `now`, or the time of day if that is None."""

    def __init__(self) -> None:
        self.now: int | None = NOON

    def __call__(self) -> int:
        return int(time.time()) if self.now is None else self.now


class House:
    """Conversation with its worker."""

    def __init__(self, real: RealRedis, provider: Provider, environ: dict[str, str]) -> None:
        self._said: dict[str, tuple[str, int]] = {}
        self.redis, self.provider, self.environ, self.clock = real, provider, environ, Clock()
        own = load_settings(environ)
        self.store = open_store(own)
        known = shipped()
        directory = Directory(known.directory.now, rules=DEMO, clock=self.clock)  # offer the examples
        self.runtime = replace(
            known, settings=own, store=self.store, clock=self.clock,
            directory=LiveDirectory(self.store.directory, directory),
        )  # fmt: skip
        self.sms = TwilioClient(own)
        self.worker = Worker(self.runtime, self.sms)

    def new_worker(self) -> Worker:
        """Create another worker."""
        return Worker(self.runtime, TwilioClient(self.runtime.settings))

    def hears(self, text: str, phone: str, sid: str = "") -> Reply:
        """Run one turn. The same words as last time are written a while later, not the carrier's second copy."""
        said, at = self._said.get(phone, ("", 0))
        if self.clock.now is not None and said == text and self.clock.now - at < READ_SECONDS:
            self.clock.now += READ_SECONDS
        self._said[phone] = text, self.clock()
        return Router(self.runtime).handle(Inbound(sid or new_sid(), phone, text))

    def session(self, phone: str) -> Session:
        """Return the stored session of a person."""
        session = self.store.load(phone, "").session
        assert session is not None
        return session

    def queue(self, phone: str, text: str = "hey") -> str:
        """Queue a reply to be sent, as if no request waited for it, and return its text."""
        return Router(self.runtime).process(Inbound(new_sid(), phone, text), queue_reply=True).text

    def set_check_in(self, phone: str, daypart: str = "morning") -> int:
        """Set a check-in by texting, as a person does, and return when it is due (epoch seconds)."""
        known = self.store.load(phone, "").session is not None
        for text in (*(("menu",) if known else ("hey", "1", "ok")), "not now", "3", daypart, "1"):
            reply = self.hears(text, phone)
        assert reply.state == "followup.set"
        return self.session(phone).check_in_at

    def work(self, worker: Worker | None = None) -> None:
        """Run all jobs that are due."""
        while (worker or self.worker).work_once():
            pass

    def work_by_two(self, until: Callable[[], object], seconds: float) -> None:
        """Run two workers side by side until `until` holds, within `seconds`."""
        over = threading.Event()

        def work() -> None:
            worker = self.new_worker()
            while not over.wait(0.05):
                worker.work_once()

        with ThreadPoolExecutor(2) as pool:
            workers = [pool.submit(work) for _ in range(2)]
            try:
                wait_until(until, seconds)
            finally:
                over.set()
            for each in workers:
                each.result()

    def let_pass(self, seconds: int) -> None:
        """Move the clock on and run what becomes due on the way."""
        assert self.clock.now is not None
        until = self.clock.now + seconds
        while self.clock.now < until:
            self.clock.now = min(until, self.clock.now + 60)
            self.work()
