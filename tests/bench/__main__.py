"""`python -m tests.bench`: everything in one run, on one machine. QUICK=1 in the environment for the short form.

The last line is `ratio 0.NN`: the product's requests a second over the floor's. The exit code is 1 for a wrong answer.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from bot.config.settings import Settings, load_settings, make_keys
from bot.content.last_resort import LAST_WORDS
from bot.conversation.messages import Inbound
from bot.inbound.fallback import fallback
from bot.runtime.build import build, open_store
from bot.runtime.runtime import Runtime
from bot.server.embedded_redis import embedded_redis
from bot.sms.twilio import twiml
from bot.store import Store
from tests.bench import report, stages, stored
from tests.bench.ground import NotUp, web
from tests.bench.load import CONNECTIONS, Judge, Round, fire
from tests.bench.report import say
from tests.bench.talks import FLOOR_SAYS, PUBLIC_URL, SCRIPTS, Account, Signer, new_account
from tests.support.vetting import vet


class Form(NamedTuple):
    """How much is done: conversations stored, and weighed; rounds at most, and the second by which the last begins."""

    few: int
    many: int
    weighed: int
    rounds: int
    until_seconds: float
    round_seconds: float
    with_stages: bool


FULL = Form(
    few=1_000, many=1_000_000, weighed=20_000, rounds=24, until_seconds=900, round_seconds=2.5, with_stages=True
)
QUICK = Form(few=1_000, many=50_000, weighed=4_000, rounds=12, until_seconds=33, round_seconds=0.8, with_stages=False)
LEAST_ROUNDS = 2

FEW, MANY, FLOOR = "few", "many", "floor"


def main() -> int:
    """Measure, and say what was found. 0, or 1 when an answer was wrong or a server did not come up."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that all is cleaned up
    form = QUICK if os.environ.get("QUICK", "0") not in ("", "0") else FULL
    if (load := os.getloadavg()[0]) > (os.cpu_count() or 1) / 2:
        say(f"this machine is at other work (load {load:.1f}): what follows means little")
    try:
        with ExitStack() as stack:
            return _run(form, stack)
    except (NotUp, stored.SilentTurn, OSError) as error:
        say(f"{type(error).__name__}: {error}")
        return 1


def _run(form: Form, stack: ExitStack) -> int:
    began_at = time.monotonic()
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="warmline-bench-")))
    account, keys = new_account(), make_keys()
    environs = {
        place: _environ(account, keys, folder / place, stack.enter_context(embedded_redis(folder / place)))
        for place in (FEW, MANY)
    }
    apps = {
        FLOOR: ("tests.bench.floor:app", environs[FEW]),
        FEW: ("app:app", environs[FEW]),
        MANY: ("app:app", environs[MANY]),
    }
    webs = {name: stack.enter_context(web(*app, folder / f"{name}.log")) for name, app in apps.items()}

    settings = {place: load_settings(environ) for place, environ in environs.items()}
    few = build(settings[FEW])
    stack.callback(few.store.close)
    vet(few.store)
    standings = stored.walk(few, 0)
    stored.fill(settings[FEW], standings, form.few)
    _fill_and_weigh(form, settings[MANY], standings)
    for served in webs.values():
        served.wait()

    products = _products_judge(few)
    judges = {FLOOR: _floors_judge(), FEW: products, MANY: products}
    signer = Signer(account)
    ports = {name: one.port for name, one in webs.items()}
    found = _rounds(form, signer, ports, judges, until=began_at + form.until_seconds)

    for served in webs.values():
        served.stop()  # all at the same time
    answers = [one for rounds in found.values() for one in rounds]
    if wrong := report.wrongs(answers):
        say("wrong answers: " + ", ".join(f"{count} {fault}" for fault, count in wrong.items()))
        for name, served in webs.items():
            say(f"{name} wrote: {served.said()}")
        return 1
    if form.with_stages:
        for line in report.stages(stages.measure(few, signer, stored.FIRST_STORED - 1_000)):
            say(line)
    say(report.speed("the floor", found[FLOOR]))
    say(report.speed(f"Warmline, {form.few:,}", found[FEW]))
    say(report.speed(f"Warmline, {form.many:,}", found[MANY]))
    say(report.growth(found[FEW], found[MANY], form.few, form.many))
    busy = report.middle([one.busy for one in answers])
    say(f"{sum(len(one.waits) for one in answers):,} answers, none wrong; {CONNECTIONS} texts on their way at a time;")
    say(f"the load itself took {busy:.0%} of one of {os.cpu_count()} processors")
    pairs = report.ratios(found[FEW], found[FLOOR])
    say("ratio, pair by pair: " + " ".join(f"{pair:.2f}" for pair in pairs))
    say(f"ratio {report.middle(pairs):.2f}")
    return 0


def _environ(account: Account, keys: dict[str, str], folder: Path, redis_url: str) -> dict[str, str]:
    """All settings of a product that is no demo. People are there at any hour."""
    return {
        "DEMO": "0", "PUBLIC_URL": PUBLIC_URL, "REDIS_URL": redis_url, "VAR_DIR": str(folder), "REGION": "US-CA",
        "TWILIO_ACCOUNT_SID": account.sid, "TWILIO_AUTH_TOKEN": account.token, "TWILIO_FROM": account.number,
        "TEAM_HOURS": "", **keys,
    }  # fmt: skip


def _fill_and_weigh(form: Form, settings: Settings, standings: list[stored.Standing]) -> None:
    """Store the many conversations, and say what one weighs."""
    store = open_store(settings)
    before = _memory(store)
    stored.fill(settings, standings, form.weighed, replies=True)
    warm = (_memory(store) - before) / form.weighed
    stored.empty(settings.redis_url)
    before, began_at = _memory(store), time.monotonic()
    stored.fill(settings, standings, form.many)
    stored.settle(settings.redis_url)
    cold = (_memory(store) - before) / form.many
    vet(store)
    store.close()
    say(f"{form.many:,} conversations stored in {time.monotonic() - began_at:.0f} s")
    say(f"memory: {cold:.0f} bytes a stored conversation, {warm:.0f} with the last reply, which is kept for a day")


def _memory(store: Store) -> int:
    return store.health().memory_bytes


def _rounds(
    form: Form, signer: Signer, ports: dict[str, int], judges: dict[str, Judge], until: float
) -> dict[str, list[Round]]:
    """The rounds of each server, in turns, with the very same requests for all; the order turns round each time."""
    first = len(SCRIPTS)
    people = 2 * len(SCRIPTS) * (2 if form.with_stages else 1)
    rate = 0.0
    for name, port in ports.items():  # not counted: every process has seen every kind of text then
        talks = signer.talks(first, people)
        first += people
        warm = fire(port, talks, judges[name])
        rate = warm.rate if name == FEW else rate
    people = max(people, round(rate * form.round_seconds / len(SCRIPTS[0]) / len(SCRIPTS)) * len(SCRIPTS))

    found: dict[str, list[Round]] = {name: [] for name in ports}
    names = list(ports)
    longest = 0.0
    for number in range(form.rounds):
        began_at = time.monotonic()
        if number >= LEAST_ROUNDS and began_at + longest > until:
            break
        talks = signer.talks(first, people)
        first += people
        for name in names:
            found[name].append(fire(ports[name], talks, judges[name]))
        names.reverse()
        longest = max(longest, time.monotonic() - began_at)
    return found


def _floors_judge() -> Judge:
    def judge(head: bytes, body: bytes) -> str:
        if not head.startswith(b"HTTP/1.1 200 "):
            return "not 200"
        return "" if FLOOR_SAYS.encode() in body and body.count(b"<Message>") == 1 else "not one message"

    return judge


def _products_judge(runtime: Runtime) -> Judge:
    """One message, and not the one that is said when something is broken."""
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


if __name__ == "__main__":
    sys.exit(main())
