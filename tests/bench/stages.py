"""Where the time of a turn goes: the real app called in this process, each stage with a stopwatch around it.

Without server and network, one text after another. Time on the processor and time by the clock are told apart: what
lies between them is waiting for Redis.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, NamedTuple
from unittest.mock import patch

from werkzeug.test import create_environ

from bot.conversation import engine
from bot.runtime.runtime import Runtime
from bot.store import Store
from bot.web import create_app, webhook
from tests.bench.talks import PUBLIC_URL, SCRIPTS, Signer, phone

TURNS = 2_000

STAGES: tuple[tuple[str, Any, str], ...] = (
    ("signature", webhook, "check_signature"),
    ("load", Store, "load"),
    ("read", engine, "_read"),
    ("advance", engine, "advance"),
    ("say", engine, "render"),
    ("commit", Store, "commit"),
)
"""Each stage and the one function that it is."""


class Stage(NamedTuple):
    """What one stage takes in a turn, in microseconds: on the processor, and by the clock."""

    name: str
    processor: float
    clock: float


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


def measure(runtime: Runtime, signer: Signer, first: int, turns: int = TURNS) -> list[Stage]:
    """The mean of each stage over so many texts of people from the index `first` on; the last one is the whole."""
    app = create_app(runtime=runtime)
    whole = _Watch()
    call = whole.around(app.wsgi_app)
    _hold(app.wsgi_app, _environs(signer, first, len(SCRIPTS)))  # the first of each kind is never typical
    environs = list(_environs(signer, first + len(SCRIPTS), -(-turns // len(SCRIPTS[0]))))[:turns]
    with _watched() as watches:
        _hold(call, environs)
    rest = _Watch()
    rest.processor = whole.processor - sum(watch.processor for watch in watches.values())
    rest.clock = whole.clock - sum(watch.clock for watch in watches.values())
    told = {**watches, "Flask and the rest": rest, "whole": whole}
    return [
        Stage(name, watch.processor / len(environs) / 1000, watch.clock / len(environs) / 1000)
        for name, watch in told.items()
    ]


@contextmanager
def _watched() -> Iterator[dict[str, _Watch]]:
    watches = {name: _Watch() for name, _, _ in STAGES}
    with ExitStack() as stack:
        for name, owner, attribute in STAGES:
            stack.enter_context(patch.object(owner, attribute, watches[name].around(getattr(owner, attribute))))
        yield watches


def _environs(signer: Signer, first: int, people: int) -> Iterator[dict[str, Any]]:
    for index in range(first, first + people):
        for text in SCRIPTS[index % len(SCRIPTS)]:
            form = signer.form(text, phone(index))
            headers = {"X-Twilio-Signature": signer.signature(form)}
            yield create_environ("/sms", PUBLIC_URL, method="POST", data=form, headers=headers)


def _hold(call: Callable[..., Any], environs: Iterator[dict[str, Any]] | list[dict[str, Any]]) -> None:
    for environ in environs:
        for _ in call(environ, lambda *_: None):
            pass
