"""Where the time of a turn goes: the real app called in this process, each stage with a stopwatch around it.

Without server and network, one text after another. Time on the processor and time by the clock are told apart: what
lies between them is waiting for Redis.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any
from unittest.mock import patch

from werkzeug.test import create_environ

from bot.conversation import engine
from bot.runtime.runtime import Runtime
from bot.store import Store
from bot.web import create_app, webhook
from tests.bench.harness import say
from tests.bench.talks import SCRIPTS, phone, signed
from tests.support.product import PUBLIC
from tests.support.provider import Provider

PEOPLE = 96
"""Some 2,000 texts."""

STAGES: tuple[tuple[str, Any, str], ...] = (
    ("signature", webhook, "check_signature"),
    ("load", Store, "load"),
    ("read", engine, "_read"),
    ("advance", engine, "advance"),
    ("say", engine, "render"),
    ("commit", Store, "commit"),
)
"""Each stage and the one function that it is."""


class _Watch:
    """A stopwatch that adds up. In nanoseconds."""

    def __init__(self) -> None:
        self.processor = self.clock = 0

    def around(self, work: Callable[..., Any]) -> Callable[..., Any]:
        """`work`, its time added up here."""

        def timed(*given: Any, **named: Any) -> Any:
            clock, processor = time.perf_counter_ns(), time.thread_time_ns()
            try:
                return work(*given, **named)
            finally:
                self.processor += time.thread_time_ns() - processor
                self.clock += time.perf_counter_ns() - clock

        return timed


def measure(runtime: Runtime, provider: Provider, first: int) -> None:
    """Print the mean of each stage over many texts of people from the index `first` on; the last one is the whole."""
    app = create_app(runtime=runtime)
    watches = {name: _Watch() for name, _, _ in STAGES}
    whole, rest = _Watch(), _Watch()
    _post_all(app.wsgi_app, provider, first, len(SCRIPTS))  # the first of each kind is never typical
    with ExitStack() as stack:
        for name, owner, attribute in STAGES:
            stack.enter_context(patch.object(owner, attribute, watches[name].around(getattr(owner, attribute))))
        turns = _post_all(whole.around(app.wsgi_app), provider, first + len(SCRIPTS), PEOPLE)
    rest.processor = whole.processor - sum(watch.processor for watch in watches.values())
    rest.clock = whole.clock - sum(watch.clock for watch in watches.values())
    say(f"{'a turn, in this process':<26} processor us   clock us")
    for name, watch in {**watches, "Flask and the rest": rest, "whole": whole}.items():
        say(f"  {name:<24} {watch.processor / turns / 1000:12.0f} {watch.clock / turns / 1000:10.0f}")


def _post_all(call: Callable[..., Any], provider: Provider, first: int, people: int) -> int:
    """Post the scripts of so many people, and return how many texts they are."""
    environs = []
    for index in range(first, first + people):
        for text in SCRIPTS[index % len(SCRIPTS)]:
            form, signature = signed(provider, text, phone(index))
            headers = {"X-Twilio-Signature": signature}
            environs.append(create_environ("/sms", PUBLIC, method="POST", data=form, headers=headers))
    for environ in environs:
        for _ in call(environ, lambda *_: None):
            pass
    return len(environs)
