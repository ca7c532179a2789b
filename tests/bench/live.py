"""`python -m tests.bench.live`: a team at work with many live talks, and how long a text is on its way.

QUICK=1 in the environment for half a minute instead of five. The exit code is 1 when a text was lost, doubled or out
of order, or anything was answered wrongly; never for being slow.
"""

from __future__ import annotations

import os
import re
import time
from collections import Counter, defaultdict
from pathlib import Path

from bot.runtime.build import build
from tests.bench.harness import QUICK, Wrong, busy_seconds, percentiles, say, wrongs
from tests.bench.harness import run as run_benchmark
from tests.bench.people import hold_talks, settle, sign_in
from tests.bench.watch import MARK, POLL_SECONDS, Console, Record, Team, run
from tests.support.product import Product, running
from tests.support.provider import Provider

TALKS, HOLDERS, BOARDS, CONSOLES = 200, 10, 15, 50
RATE, SECONDS = 20.0, 30.0 if QUICK else 300.0
PROVIDER_SECONDS = 0.1
"""How long the provider takes to answer, as the real one does."""

TUNED = ("WORKER_THREADS", "WEB_CONCURRENCY")
"""Settings that may be given in the environment."""

FAULT = re.compile(r"^.*(?:ERROR|failed|no store).*$", re.MULTILINE)

Arrived = dict[int, list[tuple[str, float]]]
"""When each text with a mark came to the provider (monotonic clock), and to whom it went, in order."""


def measure(folder: Path) -> int:
    """Measure, and say what was found. Return 1 if anything was wrong."""
    tuned = {name: os.environ[name] for name in TUNED if name in os.environ}
    with running(folder, as_served=True, **tuned) as product:
        product.provider.mode, product.provider.slow_seconds = "slow", PROVIDER_SECONDS
        record, began_at = Record(), time.monotonic()
        team = _team(product, record)
        say(f"set up in {time.monotonic() - began_at:.0f} s")
        say(f"{len(team.talks)} live cases held by {HOLDERS}, {CONSOLES} consoles ({BOARDS} on the board, "
            f"{CONSOLES - BOARDS} on a case), each asks every {POLL_SECONDS:g} s; {RATE:g} texts a second, half in and "
            f"half out, for {SECONDS:g} s")  # fmt: skip
        assert product.server
        roots = product.server.process.pid, product.redis.pid
        loads, before, began_at = [os.getloadavg()[0]], busy_seconds(*roots), time.monotonic()
        own = time.process_time()
        run(team, record, SECONDS, RATE)
        loads.append(os.getloadavg()[0])
        after, took = busy_seconds(*roots), time.monotonic() - began_at
        own = (time.process_time() - own) / took
        if left := settle(team.runtime):
            record.wrong["jobs that the worker never finished"] += left
        arrived = _arrived(product.provider)
        _judge(team, record, arrived)
        _tell(record, arrived)
        for name in sorted(after):
            say(f"processor, {name:<7} {(after[name] - before.get(name, 0.0)) / took:6.0%} of one of {os.cpu_count()}")
        say(f"the load itself took {own:.0%}, and was {record.late * 1000:.0f} ms late at most; "
            f"load average {loads[0]:.1f} before, {loads[1]:.1f} after")  # fmt: skip
        faults = [
            line for line in product.log.splitlines() if any(word in line for word in ("ERROR", "failed", "no store"))
        ]
        say(f"lines of fault in the product's log: {len(faults)}")
        for line in faults[:5]:
            say(f"  {line}")
        say(f"wrong: {wrongs(record.wrong)}")
        team.runtime.store.close()
    return 1 if +record.wrong else 0


def _team(product: Product, record: Record) -> Team:
    runtime = build(product.settings)
    browsers = sign_in(runtime, int(product.environ["PORT"]), CONSOLES)
    holders, others = browsers[:HOLDERS], browsers[HOLDERS:]
    talks = hold_talks(runtime, TALKS, holders)
    own = {talk.code: Console(holders[talk.holder], f"/console/{talk.code}/live", record) for talk in talks[:HOLDERS]}
    watched = talks[: CONSOLES - BOARDS]
    more = [Console(browser, f"/console/{talk.code}/live", record)
            for talk, browser in zip(watched[HOLDERS:], others, strict=False)]  # fmt: skip
    boards = [Console(browser, "/console/board", record) for browser in others[-BOARDS:]]
    for browser, talk in zip(holders, talks, strict=False):
        browser.ask("GET", "/console")  # its page carries the mark of the forms
        if browser.ask("GET", f"/console/{talk.code}")[0] != 200 or not browser.mark:
            raise Wrong("a case's page did not open")
    return Team(product, runtime, talks, holders, [*own.values(), *more, *boards], watched, own)


def _arrived(provider: Provider) -> Arrived:
    since_boot = time.time() - time.monotonic()
    found: Arrived = defaultdict(list)
    for text in provider.texts:
        if mark := MARK.search(text.body.encode()):
            found[int(mark[1])].append((text.person, text.at - since_boot))
    return found


def _judge(team: Team, record: Record, arrived: Arrived) -> None:
    """Every text once on its case's page, every answer once at the provider, in the order of the page."""
    wrong = record.wrong
    on_page: dict[str, list[int]] = {}
    for talk in team.talks:
        page = team.holders[talk.holder].ask("GET", f"/console/{talk.code}")[1]
        on_page[talk.code] = [int(mark) for mark in MARK.findall(page)]
    counts = {code: Counter(marks) for code, marks in on_page.items()}
    for mark in (*record.posted, *record.said, *record.stored):
        times = counts[record.case_of[mark]][mark]
        if times != 1:
            wrong["texts lost on their page" if not times else "texts doubled on their page"] += 1
    watched = {talk.code for talk in team.watched}
    wrong["texts never seen by a poll"] += sum(
        mark not in record.seen for mark in (*record.posted, *record.stored) if record.case_of[mark] in watched
    )
    for mark in record.said:
        if (times := len(arrived.get(mark, ()))) != 1:
            wrong["answers lost on their way to the provider" if not times else "answers doubled"] += 1
    for talk in team.talks:
        said = [mark for mark in on_page[talk.code] if mark in record.said and mark in arrived]
        if any(to != talk.phone for mark in said for to, _ in arrived[mark]):
            wrong["answers to somebody else"] += 1
        if said != sorted(said, key=lambda mark: arrived[mark][0][1]):
            wrong["talks whose answers went out of order"] += 1


def _tell(record: Record, arrived: Arrived) -> None:
    seen, posted, said = record.seen, record.posted, record.said
    _line("webhook to console", [seen[mark] - at for mark, at in posted.items() if mark in seen])
    _line("  the poll alone", [seen[mark] - at for mark, at in record.stored.items() if mark in seen])
    _line("console to provider", [arrived[mark][0][1] - at for mark, at in said.items() if mark in arrived])
    for what in sorted(record.waits):
        _line(f"  {what} answered", record.waits[what])


def _line(what: str, values: list[float]) -> None:
    say(f"{what:<24} {percentiles(values, digits=0)}  of {len(values):,}")


if __name__ == "__main__":
    run_benchmark(measure)
