"""`python -m tests.bench.publishing`: fifty turns a second, while another edition is published each second.

Every message and every label of an edition carries its mark: a reply in which two marks stand has mixed two editions.
QUICK=1 in the environment for the short form. The exit code is 1 when a reply was mixed or wrong; never for being slow.
"""

from __future__ import annotations

import re
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import count, product
from pathlib import Path
from statistics import median
from typing import Any

from bot.content.catalog import load_sheets
from bot.content.editions import Edition, EntryName, Words, load
from bot.content.overlay import apply_entries
from tests.bench.harness import QUICK, percentiles, run, say, wrongs
from tests.bench.talks import phone
from tests.support.product import Product, running

RATE, FLIP_SECONDS = 50, 1.0
SECONDS = 4.0 if QUICK else 30.0
MOST_SECONDS = 60.0
"""How long a busy machine may take until replies of each edition come."""

AT_ONCE, PEOPLE = 16, 10
TEXTS = ("hi", "1", "1", "menu", "no idea", "talk to a person", "hola", "1")
MARKS = (("Aa.", "."), ("Bb.", ";"))
"""For each of the two editions: what its messages begin with, and what its labels end with."""

_CHOICE = re.compile(r"^\d .*?([.;])?$", re.MULTILINE)


@dataclass
class Record:
    """What came of one round: seconds of each turn, what was wrong, and how many replies carried which mark."""

    waits: list[float] = field(default_factory=list)
    wrong: Counter[str] = field(default_factory=Counter)
    marks: Counter[str] = field(default_factory=Counter)

    def has_seen(self, editions: tuple[Words, ...]) -> bool:
        """Return whether replies of each edition came."""
        return all(self.marks[mark] for mark, _ in MARKS[: len(editions)])


def marked(begins: str, ends: str) -> Words:
    """Return the words of all languages with an edition's marks, in every entry that has room for them."""
    words: Words = {}
    for code, sheet in load_sheets()[0].items():
        entries: list[tuple[str, str, Any]] = [("labels", key, label + ends) for key, label in sheet.labels.items()]
        for key, message in sheet.messages.items():
            value = message.model_dump(exclude_defaults=True)
            value |= {part: f"{begins} {value[part]}" for part in ("text", "bland") if part in value}
            value |= {"choices": {name: label + ends for name, label in message.choices.items()}}
            entries.append(("messages", key, value))
        unfit = {fault.name for fault in apply_entries(code, sheet, entries)[1]}
        for section, key, value in entries:
            if EntryName(code, section, key) not in unfit:
                words.setdefault(code, {}).setdefault(section, {})[key] = value
    return words


def judged(reply: str) -> tuple[str, str]:
    """Which edition a reply is of, and what is wrong with it."""
    begins = next((number for number, (mark, _) in enumerate(MARKS) if reply.startswith(mark)), None)
    ends = {number for found in _CHOICE.findall(reply) for number, (_, mark) in enumerate(MARKS) if found == mark}
    editions = ends | ({begins} if begins is not None else set())
    if len(editions) > 1 or sum(mark in reply for mark, _ in MARKS) > 1:
        return "", "a reply of two editions"
    return (MARKS[editions.pop()][0] if editions else "none"), ""


def publish(made: Product, words: Words) -> None:
    """Put words in use after whatever is."""
    store = made.store.words
    newest = store.newest()
    stored = store.edition(newest)
    before = load(stored) if stored else Edition()
    store.publish(newest, replace(before, number=newest + 1, who="bench", words=words).dump(), {})


def turn(made: Product, sender: str, text: str, record: Record) -> None:
    """Send one signed text, and judge what came back."""
    answer = made.text(text, sender, wait=20)
    if answer.status != 200 or len(answer.messages) != 1:
        record.wrong[f"status {answer.status} with {len(answer.messages)} messages"] += 1
        return
    record.waits.append(answer.seconds)
    mark, wrong = judged(answer.text)
    record.marks[mark] += 1
    record.wrong.update([wrong] if wrong else [])


def send_texts(made: Product, first: int, flips: tuple[Words, ...], seconds: float = SECONDS) -> Record:
    """Run fifty turns a second. Several editions take turns, for longer until replies of each have been seen."""
    record, over = Record(), threading.Event()

    def flip() -> None:
        for at in count(1):
            if over.wait(FLIP_SECONDS):
                return
            publish(made, flips[at % len(flips)])

    began, sent = time.monotonic(), 0
    with ThreadPoolExecutor(AT_ONCE + 1) as pool:
        flipping = [pool.submit(flip)] if len(flips) > 1 else []
        while (spent := time.monotonic() - began) < seconds or (not record.has_seen(flips) and spent < MOST_SECONDS):
            for text, person in product(TEXTS, range(first, first + PEOPLE)):
                time.sleep(max(0.0, began + sent / RATE - time.monotonic()))
                pool.submit(turn, made, phone(person), text, record)
                sent += 1
            first += PEOPLE
        over.set()
    for each in flipping:
        each.result()
    return record


def measure(folder: Path) -> int:
    """Measure without flips and with, in the same run, and say what was found. Return 1 if anything was wrong."""
    editions = tuple(marked(*marks) for marks in MARKS)
    with running(folder, as_served=True) as made:
        publish(made, editions[0])
        send_texts(made, 2_000_000, editions[:1], 3.0)  # not counted: every process has seen the edition then
        still = send_texts(made, 0, editions[:1])
        flips = send_texts(made, 1_000_000, editions)
    for name, record in (("without flips", still), ("with flips", flips)):
        say(f"{name}: {len(record.waits)} turns, {percentiles(record.waits)}, {dict(record.marks)}, "
            f"wrong: {wrongs(record.wrong)}")  # fmt: skip
    if still.waits and flips.waits:
        say(f"turn time with flips / without: {median(flips.waits) / median(still.waits):.2f}")
    return int(bool(still.wrong or flips.wrong) or not flips.has_seen(editions))


if __name__ == "__main__":
    run(measure)
