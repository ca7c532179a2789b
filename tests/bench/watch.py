"""The load of a team at work: consoles that poll as a browser does, texts that come in, answers that go out.

Every text has a mark of its own, by which it is known wherever it is seen. Times are of the monotonic clock.
"""

from __future__ import annotations

import random
import re
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial

from bot.conversation.messages import Inbound
from bot.inbound.router import Router
from bot.runtime.runtime import Runtime
from tests.bench.people import WAIT_SECONDS, Browser, Talk
from tests.support.product import Product, new_sid

POLL_SECONDS = 3.0
"""As static/news.js has it."""

WATCHED = 0.75
"""The share of texts that come into a case which somebody looks at."""

MARK = re.compile(rb"q([0-9]{6})q")


def words(number: int) -> str:
    """A text with its mark. It is talk, and nothing else."""
    return f"we had a long day at school and the teacher was kind q{number:06}q"


@dataclass
class Record:
    """What was sent and what was seen, by mark. Safe to share between threads, as dicts and lists are."""

    posted: dict[int, float] = field(default_factory=dict)  # webhooks
    said: dict[int, float] = field(default_factory=dict)  # by the reply box
    stored: dict[int, float] = field(default_factory=dict)  # put into the store, past the web
    case_of: dict[int, str] = field(default_factory=dict)
    seen: dict[int, float] = field(default_factory=dict)
    waits: dict[str, list[float]] = field(default_factory=dict)
    wrong: Counter[str] = field(default_factory=Counter)
    late: float = 0.0  # the most that a text was sent behind its time: the load itself was too slow

    def timed(self, what: str, began_at: float) -> None:
        """How long one request took."""
        self.waits.setdefault(what, []).append(time.monotonic() - began_at)


class Console:
    """One page that is open in a browser, and asks for its news."""

    def __init__(self, browser: Browser, path: str, record: Record) -> None:
        self.browser, self._path, self._record = browser, path, record
        self._etag, self._lock = "", threading.Lock()

    def follow(self, over: threading.Event) -> None:
        """Ask every three seconds, each time counted from the end of the last, as news.js does."""
        over.wait(random.uniform(0, POLL_SECONDS))  # noqa: S311 - nobody opens their page at the same moment
        while not over.is_set():
            self.ask()
            over.wait(POLL_SECONDS)

    def ask(self) -> None:
        """Poll once, and note what is new on the page as seen."""
        record, kind = self._record, "board" if self._path.endswith("/board") else "case"
        with self._lock:
            began_at = time.monotonic()
            status, page, told = self.browser.ask("GET", self._path, etag=self._etag)
            record.timed(f"{kind} {status}", began_at)
            if status == 200:
                self._etag = told.get("ETag", "")
                for mark in MARK.findall(page):
                    record.seen.setdefault(int(mark), time.monotonic())
            elif status != 304:
                record.wrong[f"a {kind}'s poll was answered {status}"] += 1


@dataclass(frozen=True)
class Team:
    """Who holds what, and who looks at what."""

    product: Product
    runtime: Runtime
    talks: list[Talk]
    holders: list[Browser]
    consoles: list[Console]
    watched: list[Talk]
    console_of: dict[str, Console]  # the holders' own, by case


def run(team: Team, record: Record, seconds: float, rate: float) -> None:
    """Run all of it: `rate` texts a second, half of them in, half of them out, and one a second past the web."""
    over = threading.Event()
    chance = random.Random(1)  # noqa: S311 - the same load each time
    with ThreadPoolExecutor(len(team.consoles)) as pollers, ThreadPoolExecutor(40) as pool:
        polling = [pollers.submit(console.follow, over) for console in team.consoles]
        over.wait(POLL_SECONDS)  # every page was seen once
        began_at = time.monotonic()

        def send(how: Callable[[Team, Record, Talk, int], None], mark: int, talk: Talk) -> None:
            record.case_of[mark] = talk.code
            pool.submit(_noted, partial(how, team, record, talk, mark), record, due_at)

        for number in range(int(seconds * rate)):
            due_at = began_at + number / rate
            over.wait(max(0.0, due_at - time.monotonic()))
            talks = team.watched if chance.random() < WATCHED else team.talks
            send(_post if number % 2 else _say, number, chance.choice(talks))
            if number % int(rate) == 0:
                send(_store, 900_000 + number, chance.choice(team.watched))
        pool.shutdown()
        over.wait(2 * POLL_SECONDS + 1)  # what came last is seen
        over.set()
    for poller in polling:
        poller.result()


def _noted(deed: Callable[[], None], record: Record, due_at: float) -> None:
    record.late = max(record.late, time.monotonic() - due_at)
    try:
        deed()
    except Exception as error:
        record.wrong[f"the load failed: {type(error).__name__}"] += 1


def _post(team: Team, record: Record, talk: Talk, number: int) -> None:
    """Post a young person's text, signed as the provider does it."""
    began_at = record.posted[number] = time.monotonic()
    answer = team.product.text(words(number), talk.phone, wait=WAIT_SECONDS)
    record.timed("webhook", began_at)
    if answer.status != 200 or answer.messages:
        record.wrong["a text into a talk was not relayed"] += 1


def _say(team: Team, record: Record, talk: Talk, number: int) -> None:
    """Send the holder's words by the reply box, and then poll, as case.js does it."""
    began_at = record.said[number] = time.monotonic()
    status, *_ = team.holders[talk.holder].ask("POST", f"/console/{talk.code}/say", {"words": words(number)})
    record.timed("reply box", began_at)
    if status != 303:
        record.wrong[f"the reply box was answered {status}"] += 1
    elif talk.code in team.console_of:
        team.console_of[talk.code].ask()


def _store(team: Team, record: Record, talk: Talk, number: int) -> None:
    """Store a text past the web: what is left of the wait is the poll's."""
    Router(team.runtime).process(Inbound(new_sid(), talk.phone, words(number)))
    record.stored[number] = time.monotonic()
