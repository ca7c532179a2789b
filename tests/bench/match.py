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
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import fmean, median
from types import MappingProxyType

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
from bot.runtime.runtime import Runtime
from bot.server.embedded_redis import embedded_redis
from tests.bench.harness import Wrong, run, say, seconds
from tests.support.app import MovedClock, runtime_on, with_directory

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


def made(count: int, *, crowded: bool = False) -> Iterator[Service]:
    """Services as a state's directory has them: most of one county, some of a state, a few of the whole country."""
    chance = random.Random(count)  # noqa: S311 -- the same ones each time
    counties = [
        Coverage("US", code, name)
        for code in sorted(set(states.STATES.values()))
        for name in sorted(states.state(code).counties) or [""]
    ]
    today = dt.datetime.now(dt.UTC).date()
    vetted = MappingProxyType(dict.fromkeys(MUST, Finding(Answer.YES, "a1", "intake lead", today)))
    every = tuple(Need)
    for number in range(count):
        where, sure = chance.random(), number < LEAST
        place = HOME if crowded or sure or where < 0.05 else chance.choice(counties)
        if where > 0.9 and not (crowded or sure):
            place = Coverage("US") if where > 0.98 else Coverage("US", place.region)
        needs = every if sure else chance.sample(every, 3)
        yield Service(
            id=f"{number:08}-0000-4000-8000-000000000000", name=f"Service {number}", status="active",
            organization_id=f"{number // 3:08}-0000-4000-9000-000000000000", organization=f"Organization {number // 3}",
            needs=MappingProxyType({need: chance.choice(STRENGTHS) for need in needs}),
            traits=frozenset(chance.sample(tuple(Trait)[:4], 2)), coverage=(place,),
            languages=frozenset({"en", *chance.sample(("es", "fr"), 1)}),
            told=MappingProxyType({"en": f"Help number {number}, close by.", "es": f"Ayuda numero {number}, cerca."}),
            reach=MappingProxyType({"en": f"Ask for desk {number}.", "es": f"Pide la mesa {number}."}),
            phones=(Phone(f"555-{number:07}", "voice"),), hours=(chance.choice(OPENINGS),),
            minimum_age=chance.choice((None, 11, 16, 18)), maximum_age=chance.choice((None, 21, 24)),
            assured_on=today - dt.timedelta(days=0 if sure else chance.randrange(400)), vetting=vetted,
        )  # fmt: skip


def row(title: str, count: int, *, crowded: bool = False) -> None:
    """Print one size: built, weighed, and asked for every need by people from here, elsewhere and nowhere."""
    gc.collect()
    before = _resident()
    services = list(made(count, crowded=crowded))
    started = time.perf_counter()
    shelf = Directory(services)
    built = time.perf_counter() - started
    weight = (_resident() - before) / count
    language, refused = "tl" if crowded else "es", (services[0].id,)
    wishes = [ServiceQuery(need, area, language, excluded=refused) for need in Need for area in (ORANGE, None)]
    wishes += [replace(one, ages=(13, 17)) for one in wishes]
    spent = [1e6 * seconds(shelf.next_service, one, times=3) for one in wishes]
    say(f"{title:>16} {built:>8.2f} {weight:>7.0f} {fmean(spent):>8.1f} {max(spent):>8.1f}")


def _resident() -> int:
    """Return the bytes of this process in memory (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def turns(runtime: Runtime, count: int) -> tuple[float, float]:
    """Microseconds of a turn with an offer and of one without, the median of many, in turn and turn about."""
    clock = MovedClock(int(time.time()))  # people read each answer: the same words at once would be a second copy
    directory = Directory(made(count), clock=clock)
    talk = Router(with_directory(replace(runtime, clock=clock), directory))
    offers, others = [], []
    for person in range(TURNS):
        phone = f"+1555{count // 100:04}{person:03}"
        for at, text in enumerate(("hey", "1", "ok", "1", "1", "santa ana", "another")):
            clock.let_read()
            started = time.perf_counter()
            reply = talk.process(Inbound(f"SM{count:07}{person:05}{at}", phone, text))
            spent = time.perf_counter() - started
            if at == 4:  # only the question where they are: no offer, from the same menus
                others.append(spent)
            elif at == 6:
                if reply.state != "options.offer":
                    raise Wrong(f"no offer at {count} services, but {reply.state}")
                offers.append(spent)
    return 1e6 * median(offers), 1e6 * median(others)


def measure(folder: Path) -> int:
    """Measure, and say what was found. Return 1 when an offer is too dear."""
    states.warm()
    say(f"{'services':>16} {'built s':>8} {'B each':>7} {'next us':>8} {'slowest':>8}")
    for count in SIZES:
        row(f"{count:,}", count)
    row("one county", SIZES[-1], crowded=True)
    worst = 0.0
    with embedded_redis(folder) as url, runtime_on(url) as runtime:
        for count in SIZES:
            offer, other = turns(runtime, count)
            worst = max(worst, offer / other)
            told = f"with an offer {offer:.0f} us, without {other:.0f} us"
            say(f"a turn at {count:,} services: {told}, x{offer / other:.2f}")
    return int(worst > MOST)


if __name__ == "__main__":
    run(measure)
