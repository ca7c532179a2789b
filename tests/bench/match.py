"""`python -m tests.bench.match`: how long a match takes and what the directory weighs, at 100, 10,000 and 100,000.

Made-up services spread over counties as real ones are, all vetted; one row in which every service is in one county and
nobody speaks the language is the worst that can come. Then whole turns, with an offer and without, by the real
conversation on a real store. Fails when a turn with an offer costs more than twice one without.
"""

from __future__ import annotations

import datetime as dt
import gc
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from bot.config.settings import load_settings
from bot.conversation.messages import Inbound
from bot.directory import regions as states
from bot.directory.directory import Directory
from bot.directory.factors import Answer, Finding
from bot.directory.hours import Hours
from bot.directory.model import Coverage, Phone, Service, Strength, Trait
from bot.directory.vetting import MUST
from bot.flows.model import Area, ServiceQuery
from bot.flows.names import Need
from bot.inbound.router import Router
from bot.runtime.build import build
from bot.runtime.runtime import Runtime
from bot.server.embedded_redis import embedded_redis
from tests.bench.report import say
from tests.support.app import with_directory

SIZES = (100, 10_000, 100_000)
ORANGE = Area("Santa Ana", "Orange County", "CA", "US")
STRENGTHS = tuple(Strength)
OPENINGS = tuple(Hours(frozenset(range(5 + n % 2)), 420 + 15 * n, 960 + 15 * n, -8) for n in range(20))
HOME = Coverage("US", "CA", "orange")
MOST = 2.0
"""How many times a turn without an offer one with an offer may cost."""

TURNS = 200
LEAST = 3
"""So many are here and serve every need, so that there is an offer, and another, at any size."""


class Row(NamedTuple):
    """What was found at one size. Times are in microseconds, weights in bytes for each service."""

    build_seconds: float
    weight: float
    first: float
    slowest: float


def made(count: int, *, crowded: bool = False) -> Iterator[Service]:
    """Services as a state's directory has them: most of one county, some of a state, a few of the whole country."""
    chance = random.Random(count)  # noqa: S311 -- the same ones each time
    counties = [Coverage("US", code, name) for code in sorted(set(states.STATES.values())) for name in _counties(code)]
    today = dt.datetime.now(dt.UTC).date()
    good = Finding(Answer.YES, "a1", "intake lead", today)
    every = tuple(Need)
    for number in range(count):
        where, sure = chance.random(), number < LEAST
        place = HOME if crowded or sure or where < 0.05 else chance.choice(counties)
        if where > 0.9 and not (crowded or sure):
            place = Coverage("US") if where > 0.98 else Coverage("US", place.region)
        needs = every if sure else chance.sample(every, 3)
        yield Service(
            id=f"{number:08}-0000-4000-8000-000000000000",
            name=f"Service {number}",
            organization_id=f"{number // 3:08}-0000-4000-9000-000000000000",
            organization=f"Organization {number // 3}",
            status="active",
            needs=MappingProxyType({need: chance.choice(STRENGTHS) for need in needs}),
            traits=frozenset(chance.sample(tuple(Trait)[:4], 2)),
            coverage=(place,),
            languages=frozenset({"en", *chance.sample(("es", "fr"), 1)}),
            told=MappingProxyType({"en": f"Help number {number}, close by.", "es": f"Ayuda numero {number}, cerca."}),
            reach=MappingProxyType({"en": f"Ask for desk {number}.", "es": f"Pide la mesa {number}."}),
            phones=(Phone(f"555-{number:07}", "voice"),),
            minimum_age=chance.choice((None, 11, 16, 18)),
            maximum_age=chance.choice((None, 21, 24)),
            assured_on=today - dt.timedelta(days=0 if sure else chance.randrange(400)),
            hours=(chance.choice(OPENINGS),),
            vetting=MappingProxyType(dict.fromkeys(MUST, good)),
        )  # fmt: skip


def _counties(code: str) -> list[str]:
    return sorted(states.state(code).counties) or [""]


def measure(count: int, *, crowded: bool = False) -> Row:
    """One size: built, weighed, and asked for every need, by people from here, from elsewhere, and from nowhere."""
    gc.collect()
    before = _resident()
    services = list(made(count, crowded=crowded))
    started = time.perf_counter()
    shelf = Directory(services)
    built = time.perf_counter() - started
    weight = _resident() - before
    language = "tl" if crowded else "es"
    wishes = [
        ServiceQuery(need, area, language, excluded=(services[0].id,)) for need in Need for area in (ORANGE, None)
    ]
    wishes += [replace(one, ages=(13, 17)) for one in wishes]
    firsts = [_microseconds(lambda one=one: shelf.next_service(one)) for one in wishes]
    return Row(built, weight / count, statistics.mean(firsts), max(firsts))


def _resident() -> int:
    """Bytes of this process in memory (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def _microseconds(call: Callable[[], object], times: int = 3) -> float:
    best = []
    for _ in range(times):
        started = time.perf_counter()
        call()
        best.append(time.perf_counter() - started)
    return 1e6 * min(best)


def turns(runtime: Runtime, count: int) -> tuple[float, float]:
    """Microseconds of a turn with an offer and of one without, the median of many, in turn and turn about."""
    talk = Router(with_directory(runtime, Directory(made(count), clock=runtime.clock)))
    offers, others = [], []
    for person in range(TURNS):
        phone = f"+1555{count // 100:04}{person:03}"
        for at, text in enumerate(("hey", "1", "ok", "1", "1", "santa ana", "another")):
            started = time.perf_counter()
            reply = talk.process(Inbound(f"SM{count:07}{person:05}{at}", phone, text))
            spent = time.perf_counter() - started
            if at == 4:  # only the question where they are: no offer, from the same menus
                others.append(spent)
            elif at == 6:
                if reply.state != "options.offer":
                    raise SystemExit(f"no offer at {count} services, but {reply.state}")
                offers.append(spent)
    return 1e6 * statistics.median(offers), 1e6 * statistics.median(others)


def main() -> int:
    """Measure, and say what was found. 1 when an offer is too dear, else 0."""
    states.warm()
    say(f"{'services':>16} {'built s':>8} {'B each':>7} {'next us':>8} {'slowest':>8}")
    for count in SIZES:
        row = measure(count)
        say(f"{count:>16,} {row.build_seconds:>8.2f} {row.weight:>7.0f} {row.first:>8.1f} {row.slowest:>8.1f}")
    row = measure(SIZES[-1], crowded=True)
    say(f"{'one county':>16} {row.build_seconds:>8.2f} {row.weight:>7.0f} {row.first:>8.1f} {row.slowest:>8.1f}")
    worst = 0.0
    with tempfile.TemporaryDirectory(prefix="warmline-match-") as folder, embedded_redis(Path(folder)) as url:
        runtime = build(load_settings({"DEMO": "1", "VAR_DIR": folder, "REDIS_URL": url, "REGION": "US-CA"}))
        for count in SIZES:
            offer, other = turns(runtime, count)
            worst = max(worst, offer / other)
            told = f"with an offer {offer:.0f} us, without {other:.0f} us"
            say(f"a turn at {count:,} services: {told}, x{offer / other:.2f}")
        runtime.store.close()
    return int(worst > MOST)


if __name__ == "__main__":
    sys.exit(main())
