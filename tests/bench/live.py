"""`python -m tests.bench.live`: a team at work with many live talks, and how long a text is on its way.

QUICK=1 in the environment for half a minute instead of five. The exit code is 1 when a text was lost, doubled or out
of order, or anything was answered wrongly; never for being slow.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from http.client import HTTPConnection
from pathlib import Path

from tests.bench.ground import NotUp
from tests.bench.house import Browser, House, house
from tests.bench.processes import busy_seconds
from tests.bench.report import say
from tests.bench.watch import MARK, POLL_SECONDS, Console, Record, Team, run

TALKS, HOLDERS, BOARDS, CONSOLES = 200, 10, 15, 50
RATE = 20.0
FULL_SECONDS, QUICK_SECONDS = 300.0, 30.0


def main() -> int:
    """Measure, and say what was found."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that all is cleaned up
    seconds = QUICK_SECONDS if os.environ.get("QUICK", "0") not in ("", "0") else FULL_SECONDS
    with tempfile.TemporaryDirectory(prefix="warmline-live-") as folder:
        try:
            with house(Path(folder)) as made:
                return _run(made, seconds)
        except (NotUp, OSError) as error:
            say(f"{type(error).__name__}: {error}")
            return 1


def _run(made: House, seconds: float) -> int:
    record = Record()
    began_at = time.monotonic()
    team = _team(made, record)
    say(f"set up in {time.monotonic() - began_at:.0f} s")
    say(f"{len(team.talks)} live cases held by {HOLDERS}, {CONSOLES} consoles ({BOARDS} on the board, "
        f"{CONSOLES - BOARDS} on a case), each asks every {POLL_SECONDS:g} s; {RATE:g} texts a second, half in and "
        f"half out, for {seconds:g} s")  # fmt: skip
    loads, before, began_at = [os.getloadavg()[0]], busy_seconds(made.process.pid), time.monotonic()
    run(team, record, seconds, RATE)
    loads.append(os.getloadavg()[0])
    after, took = busy_seconds(made.process.pid), time.monotonic() - began_at
    if left := made.settle():
        record.wrong["jobs that the worker never finished"] += left
    arrived = _arrived(made.carrier_port)
    _judge(team, record, arrived)
    _tell(record, arrived)
    for name in sorted(after):
        say(f"processor, {name:<7} {(after[name] - before.get(name, 0.0)) / took:6.0%} of one of {os.cpu_count()}")
    own = time.process_time() / took
    say(f"the load itself took {own:.0%}, and was {record.late * 1000:.0f} ms late at most; "
        f"load average {loads[0]:.1f} before, {loads[1]:.1f} after")  # fmt: skip
    faults = [line for line in made.said().splitlines() if "ERROR" in line or "failed" in line or "no store" in line]
    say(f"lines of fault in the product's log: {len(faults)}")
    for line in faults[:5]:
        say(f"  {line}")
    say("wrong: " + (", ".join(f"{count} {what}" for what, count in record.wrong.items()) or "nothing"))
    return 1 if record.wrong else 0


def _team(made: House, record: Record) -> Team:
    browsers = made.team(CONSOLES)
    holders, others = browsers[:HOLDERS], browsers[HOLDERS:]
    talks = made.talks(TALKS, holders)
    own = {talk.code: Console(holders[talk.holder], f"/console/{talk.code}/live", record) for talk in talks[:HOLDERS]}
    watched = talks[: CONSOLES - BOARDS]
    more = [Console(browser, f"/console/{talk.code}/live", record)
            for talk, browser in zip(watched[HOLDERS:], others, strict=False)]  # fmt: skip
    boards = [Console(browser, "/console/board", record) for browser in others[-BOARDS:]]
    for holder in holders:
        holder.ask("GET", "/console")  # its page carries the mark of the forms
    for number, browser in enumerate(holders):
        _open(browser, talks[number].code)
    return Team(made, talks, holders, [*own.values(), *more, *boards], watched, own)


def _open(browser: Browser, code: str) -> None:
    if browser.ask("GET", f"/console/{code}").status != 200 or not browser.mark:
        raise NotUp("a case's page did not open")


def _arrived(port: int) -> dict[int, list[tuple[str, float]]]:
    """When each text with a mark came to the provider, and to whom it went, in order."""
    line = HTTPConnection("127.0.0.1", port, timeout=30)
    line.request("GET", "/arrivals")
    found: dict[int, list[tuple[str, float]]] = defaultdict(list)
    for to, body, at in json.loads(line.getresponse().read()):
        if mark := MARK.search(body.encode()):
            found[int(mark[1])].append((to, at))
    line.close()
    return found


def _judge(team: Team, record: Record, arrived: dict[int, list[tuple[str, float]]]) -> None:
    """Every text once on its case's page, every answer once at the provider, in the order of the page."""
    wrong = record.wrong
    on_page: dict[str, list[int]] = {}
    for talk in team.talks:
        page = team.holders[talk.holder].ask("GET", f"/console/{talk.code}").body
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
    for what in [what for what, count in wrong.items() if not count]:
        del wrong[what]


def _tell(record: Record, arrived: dict[int, list[tuple[str, float]]]) -> None:
    seen, posted, said = record.seen, record.posted, record.said
    _line("webhook to console", [seen[mark] - at for mark, at in posted.items() if mark in seen])
    _line("  the poll alone", [seen[mark] - at for mark, at in record.stored.items() if mark in seen])
    _line("console to provider", [arrived[mark][0][1] - at for mark, at in said.items() if mark in arrived])
    for what in sorted(record.waits):
        _line(f"  {what} answered", record.waits[what])


def _line(what: str, values: list[float]) -> None:
    ordered = sorted(values) or [0.0]
    p50, p95, p99 = (ordered[min(len(ordered) - 1, int(len(ordered) * part))] * 1000 for part in (0.50, 0.95, 0.99))
    say(f"{what:<24} p50 {p50:6.0f} ms  p95 {p95:6.0f} ms  p99 {p99:6.0f} ms  most {ordered[-1] * 1000:6.0f} ms  "
        f"of {len(values):,}")  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
