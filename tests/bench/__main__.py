"""`python -m tests.bench`: everything in one run, on one machine. QUICK=1 in the environment for the short form.

The last line is `ratio 0.NN`: the product's requests a second over the floor's. The exit code is 1 for a wrong answer.
"""

from __future__ import annotations

import os
import time
from contextlib import ExitStack, closing
from math import sqrt
from pathlib import Path
from statistics import median, stdev
from typing import NamedTuple

from bot.config.settings import Settings, load_settings
from bot.content.last_resort import LAST_WORDS
from bot.conversation.messages import Inbound
from bot.inbound.fallback import fallback
from bot.runtime.build import build, open_store
from bot.runtime.runtime import Runtime
from bot.sms.twilio import twiml
from tests.bench import stages, stored
from tests.bench.harness import QUICK, Wrong, middle_ratio, percentiles, run, say, wrongs
from tests.bench.load import CONNECTIONS, Judge, Round, fire
from tests.bench.talks import FLOOR_SAYS, SCRIPTS, talks
from tests.support.product import environment
from tests.support.provider import Provider
from tests.support.redis_server import RealRedis
from tests.support.servers import web
from tests.support.vetting import vet


class Form(NamedTuple):
    """How much is done: conversations stored, and weighed; rounds at most, and the seconds in which they begin."""

    many: int
    weighed: int
    rounds: int
    rounds_seconds: float
    round_seconds: float
    people: int
    """In each round at least: enough for every process to see every kind of text."""


FORM = Form(50_000, 4_000, 12, 15, 0.8, 2 * len(SCRIPTS)) if QUICK else (
    Form(1_000_000, 20_000, 24, 900, 2.5, 4 * len(SCRIPTS)))  # fmt: skip
FEW_STORED, LEAST_ROUNDS = 1_000, 4
FEW, MANY, FLOOR = "few", "many", "floor"


def measure(folder: Path) -> None:
    """Measure, and say what was found. Raise Wrong, or NotUp."""
    if (load := os.getloadavg()[0]) > (os.cpu_count() or 1) / 2:
        say(f"this machine is at other work (load {load:.1f}): what follows means little")
    provider = Provider()
    with ExitStack() as stack:
        redis = {place: RealRedis(folder / place) for place in (FEW, MANY)}
        environs = {place: environment(folder / place, provider, one.url, as_served=True)
                    for place, one in redis.items()}  # fmt: skip
        for one in redis.values():
            stack.callback(one.stop)
            one.start()
        apps = {FLOOR: ("tests.bench.floor:app", FEW), FEW: ("app:app", FEW), MANY: ("app:app", MANY)}
        webs = {
            name: stack.enter_context(web(app, environs[place], folder / f"{name}.log"))
            for name, (app, place) in apps.items()
        }
        few = build(load_settings(environs[FEW]))
        stack.callback(few.store.close)
        vet(few.store)
        standings = stored.walk(few, 0)
        stored.fill(few.settings, standings, FEW_STORED)
        _fill_and_weigh(load_settings(environs[MANY]), redis[MANY], standings)
        for served in webs.values():
            served.wait()
        judge = _products_judge(few)
        load = _Load(provider, {name: served.port for name, served in webs.items()},
                     {FLOOR: _floors_judge, FEW: judge, MANY: judge})  # fmt: skip
        try:
            found = load.rounds(time.monotonic() + FORM.rounds_seconds)
        except Wrong:
            for name, served in webs.items():
                say(f"{name} wrote: {served.said()[-2000:]}")
            raise
        for served in webs.values():
            served.process.terminate()  # all at the same time
        if not QUICK:
            stages.measure(few, provider, stored.FIRST_STORED - 1_000)
    _report(found)


def _fill_and_weigh(settings: Settings, redis: RealRedis, standings: list[stored.Standing]) -> None:
    """Store the many conversations, and say what one weighs."""

    def weigh(count: int, *, replies: bool = False) -> float:
        redis.client.flushall()
        before = redis.client.info("memory")["used_memory"]
        stored.fill(settings, standings, count, replies=replies)
        stored.settle(redis)
        return (redis.client.info("memory")["used_memory"] - before) / count

    warm, began_at = weigh(FORM.weighed, replies=True), time.monotonic()
    cold = weigh(FORM.many)
    with closing(open_store(settings)) as store:
        vet(store)
    say(f"{FORM.many:,} conversations stored in {time.monotonic() - began_at:.0f} s")
    say(f"memory: {cold:.0f} bytes a stored conversation, {warm:.0f} with the last reply, which is kept for a day")


class _Load:
    """The same requests for each server, in turns."""

    def __init__(self, provider: Provider, ports: dict[str, int], judges: dict[str, Judge]) -> None:
        self._provider, self._ports, self._judges, self._first = provider, ports, judges, len(SCRIPTS)

    def rounds(self, until: float) -> dict[str, list[Round]]:
        """Return the rounds of each server; the order turns round each time. Raise Wrong."""
        names, people = list(self._ports), FORM.people
        for name in names:  # not counted: every process has seen every kind of text then
            warm = self._fire([name], people)[name]
            if name == FEW:
                rate = warm.rate
        people = max(people, round(rate * FORM.round_seconds / len(SCRIPTS[0]) / len(SCRIPTS)) * len(SCRIPTS))
        found: dict[str, list[Round]] = {name: [] for name in names}
        longest = 0.0
        for number in range(FORM.rounds):
            began_at = time.monotonic()
            if number >= LEAST_ROUNDS and began_at + longest > until:
                break
            for name, one in self._fire(names, people).items():
                found[name].append(one)
            names.reverse()
            longest = max(longest, time.monotonic() - began_at)
        return found

    def _fire(self, names: list[str], people: int) -> dict[str, Round]:
        texts = talks(self._provider, self._first, people)
        self._first += people
        found = {name: fire(self._ports[name], texts, self._judges[name]) for name in names}
        for name, one in found.items():
            if one.wrong:
                raise Wrong(f"{name}: {wrongs(one.wrong)}")
        return found


def _floors_judge(head: bytes, body: bytes) -> str:
    if not head.startswith(b"HTTP/1.1 200 "):
        return "not 200"
    return "" if FLOOR_SAYS.encode() in body and body.count(b"<Message>") == 1 else "not one message"


def _products_judge(runtime: Runtime) -> Judge:
    """Judge answers: one message, and not the one that is sent when something is broken."""
    longest = [max(script, key=len) for script in SCRIPTS]  # which tell their language
    fallbacks = [fallback(runtime, Inbound("", "", text)).text for text in longest]
    broken = {twiml(text).encode() for text in (*fallbacks, *LAST_WORDS.values())}

    def judge(head: bytes, body: bytes) -> str:
        if not head.startswith(b"HTTP/1.1 200 "):
            return "not 200"
        if body.count(b"<Message>") != 1:
            return "not one message"
        return "the fallback" if body in broken else ""

    return judge


def _report(found: dict[str, list[Round]]) -> None:
    """Print requests a second and waits of each server, what many conversations change, and the ratio."""
    titles = {FLOOR: "the floor", FEW: f"Warmline, {FEW_STORED:,}", MANY: f"Warmline, {FORM.many:,}"}
    rates = {name: [one.rate for one in rounds] for name, rounds in found.items()}
    answers = [one for rounds in found.values() for one in rounds]
    for name, title in titles.items():
        say(f"{title:<22} {median(rates[name]):6.0f} requests/s   "
            f"{percentiles([wait for one in found[name] for wait in one.waits])}   "
            f"rounds {' '.join(f'{rate:.0f}' for rate in rates[name])}")  # fmt: skip
    changes = [(more / less - 1) * 100 for less, more in zip(rates[FEW], rates[MANY], strict=True)]
    say(f"growth from {FEW_STORED:,} to {FORM.many:,} stored: {median(changes):+.1f} % requests/s, "
        f"standard error {stdev(changes) / sqrt(len(changes)):.1f}; "
        f"rounds with {FEW_STORED:,} differ by {stdev(rates[FEW]) / median(rates[FEW]):.1%}")  # fmt: skip
    say(f"{sum(len(one.waits) for one in answers):,} answers, none wrong; {CONNECTIONS} texts on their way at a time;")
    busy = median(one.busy for one in answers)
    say(f"the load itself took {busy:.0%} of one of {os.cpu_count()} processors")
    pairs = " ".join(f"{this / that:.2f}" for this, that in zip(rates[FEW], rates[FLOOR], strict=True))
    say(f"ratio, pair by pair: {pairs}")
    say(f"ratio {middle_ratio(rates[FEW], rates[FLOOR]):.2f}")


if __name__ == "__main__":
    run(measure)
