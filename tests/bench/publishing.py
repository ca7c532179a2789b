"""`python -m tests.bench.publishing`: fifty turns a second, while another edition is published each second.

Every message and every label of an edition carries its mark: a reply in which two marks stand has mixed two editions.
QUICK=1 in the environment for the short form. The exit code is 1 when a reply was mixed or wrong; never for being slow.
"""

from __future__ import annotations

import html
import os
import re
import secrets
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from twilio.request_validator import RequestValidator

from bot.content.catalog import load_sheets
from bot.content.editions import Edition, Words, load
from tests.bench.ground import NotUp
from tests.bench.house import House, house
from tests.bench.report import middle, say
from tests.bench.talks import phone

RATE, FLIP_SECONDS = 50, 1.0
FULL_SECONDS, QUICK_SECONDS = 30.0, 4.0
AT_ONCE = 16
TEXTS = ("hi", "1", "1", "menu", "no idea", "talk to a person", "hola", "1")
MARKS = (("Aa.", "."), ("Bb.", ";"))
"""For each of the two editions: what its messages begin with, and what its labels end with."""

_MESSAGE = re.compile(rb"<Message>(.*?)</Message>", re.DOTALL)
_CHOICE = re.compile(r"^\d .*?([.;])?$", re.MULTILINE)


@dataclass
class Record:
    """What came of one round: seconds of each turn, what was wrong, and how many replies carried which mark."""

    waits: list[float] = field(default_factory=list)
    wrong: Counter[str] = field(default_factory=Counter)
    marks: Counter[str] = field(default_factory=Counter)


def marked(begins: str, ends: str) -> Words:
    """The words of all languages with an edition's marks, in every entry that has room for them."""
    sheets = load_sheets()[0]
    words: Words = {}
    for code, sheet in sheets.items():
        labels = {key: label + ends for key, label in sheet.labels.items()}
        messages = {}
        for key, message in sheet.messages.items():
            value = message.model_dump(exclude_defaults=True)
            value |= {part: f"{begins} {value[part]}" for part in ("text", "bland") if part in value}
            value |= {"choices": {name: label + ends for name, label in message.choices.items()}}
            messages[key] = value
        # an entry without room for its mark gives way to the shipped one, which carries none
        labels = {}
        words[code] = {"labels": labels, "messages": messages}
    return words


def judged(reply: str) -> tuple[str, str]:
    """Which edition a reply is of, and what is wrong with it."""
    begins = next((number for number, (mark, _) in enumerate(MARKS) if reply.startswith(mark)), None)
    ends = {number for found in _CHOICE.findall(reply) for number, (_, mark) in enumerate(MARKS) if found == mark}
    editions = ends | ({begins} if begins is not None else set())
    if len(editions) > 1 or sum(mark in reply for mark, _ in MARKS) > 1:
        return "", "a reply of two editions"
    return (MARKS[editions.pop()][0] if editions else "none"), ""


def publish(made: House, words: Words) -> None:
    """Put words in use after whatever is."""
    store = made.runtime.store.words
    newest = store.newest()
    stored = store.edition(newest)
    before = load(stored) if stored else Edition()
    store.publish(newest, replace(before, number=newest + 1, who="bench", words=words).dump(), {})


def turn(made: House, sender: str, text: str, record: Record) -> None:
    """One signed text, and what came back."""
    form = {
        "MessageSid": "SM" + secrets.token_hex(16), "AccountSid": made.account.sid, "From": sender,
        "To": made.account.number, "Body": text, "NumMedia": "0",
    }  # fmt: skip
    signature = RequestValidator(made.account.token).compute_signature(f"{made.public_url}/sms", form)
    headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Twilio-Signature": signature}
    line = HTTPConnection("127.0.0.1", made.port, timeout=20)
    began = time.perf_counter()
    try:
        line.request("POST", "/sms", urlencode(form), headers)
        response = line.getresponse()
        body = response.read()
    except OSError as error:
        record.wrong[type(error).__name__] += 1
        return
    finally:
        line.close()
    record.waits.append(time.perf_counter() - began)
    found = _MESSAGE.search(body)
    if response.status != 200 or not found:
        record.wrong[f"status {response.status} without a message"] += 1
        return
    mark, wrong = judged(html.unescape(found[1].decode()))
    record.marks[mark] += 1
    if wrong:
        record.wrong[wrong] += 1


def run(made: House, first: int, seconds: float, flips: tuple[Words, ...]) -> Record:
    """Fifty turns a second, with the editions taking turns when there are several."""
    record, over = Record(), threading.Event()

    def flip() -> None:
        at = 0
        while not over.wait(FLIP_SECONDS):
            at += 1
            publish(made, flips[at % len(flips)])

    flipping = threading.Thread(target=flip)
    if len(flips) > 1:
        flipping.start()
    people = RATE * max(1, int(seconds)) // len(TEXTS) + 1
    began = time.monotonic()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for number in range(people * len(TEXTS)):
            time.sleep(max(0.0, began + number / RATE - time.monotonic()))
            text, person = TEXTS[number // people], first + number % people
            pool.submit(turn, made, phone(person), text, record)
    over.set()
    if len(flips) > 1:
        flipping.join()
    return record


def main() -> int:
    """Measure without flips and with, in the same run, and say what was found."""
    seconds = QUICK_SECONDS if os.environ.get("QUICK", "0") not in ("", "0") else FULL_SECONDS
    editions = tuple(marked(*marks) for marks in MARKS)
    with tempfile.TemporaryDirectory(prefix="warmline-publishing-") as folder:
        try:
            with house(Path(folder)) as made:
                publish(made, editions[0])
                still = run(made, 0, seconds, editions[:1])
                flips = run(made, 1_000_000, seconds, editions)
        except (NotUp, OSError) as error:
            say(f"{type(error).__name__}: {error}")
            return 1
    for name, record in (("without flips", still), ("with flips", flips)):
        waits = sorted(record.waits) or [0.0]
        slow = waits[int(len(waits) * 0.99)] * 1000
        say(f"{name}: {len(waits)} turns, median {middle(waits) * 1000:.1f} ms, "
            f"p99 {slow:.1f} ms, {dict(record.marks)}, wrong {dict(record.wrong)}")  # fmt: skip
    if still.waits and flips.waits:
        say(f"turn time with flips / without: {middle(flips.waits) / middle(still.waits):.2f}")
    seen = all(flips.marks[mark] for mark, _ in MARKS)
    return 0 if seen and not still.wrong and not flips.wrong else 1


if __name__ == "__main__":
    sys.exit(main())
