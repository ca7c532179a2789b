"""The product's own reader, called as the engine calls it, and what one reading comes to.

Also a program of its own, so that the reader of another version can be read with: it imports nothing of the tests.
`python reading.py` takes requests `[text, state, language]` as JSON lines on standard input and writes one outcome for
each; with `--memory` it writes what two forked processes weigh. Nothing of a text is in what it writes.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from bot.config.settings import load_settings
from bot.conversation import engine
from bot.conversation.messages import Inbound
from bot.flows.names import Answer, State
from bot.flows.session import Session
from bot.runtime.build import build
from bot.understanding.own_words import Kind, own_words

FIRST = State.WELCOME_START.value
MIDDLE = State.NEEDS_ASK.value
NOON = 1_795_464_000
NOTHING, ASK, ALARM = 0, 1, 2
"""Levels of what was heard. The product's own `Level` has the same numbers."""

_ALARMS = {
    Answer.MEDICAL: "medical",
    Answer.SELF_HARM: "self_harm",
    Answer.HURT_NOW: "violence",
    Answer.CHILD_HURT: "child_hurt",
    Answer.UNDER_13: "under_13",
}
"""Answers with numbers and a person at once, each with its kind of danger."""

_BLAND = {Answer.HUSH: "watched", Answer.HOLDER: "watched", Answer.WATCHED: "watched"}
"""Answers that turn bland because somebody else is near or holds the phone: what a watched person needs."""

_ASKING: dict[Answer, str] = {}
"""Answers that ask "are you safe right now?" without a level of their own, each with its kind of danger."""


class Heard(NamedTuple):
    """Level of danger that a reading comes to, and its kind: a value of `Concern`, or `under_13`."""

    level: int = NOTHING
    concern: str = ""


def heard(interpretation: Any) -> Heard:
    """Return the danger that is heard in a reading. The one place that knows how the product tells it.

    A level that the reading names itself decides. A minor without a place gets the runaway line beside the need, which
    counts as asked.
    """
    level, concern = getattr(interpretation, "level", None), getattr(interpretation, "concern", None)
    answer = interpretation.answer
    kind = concern.value if concern is not None else ""
    if level is not None:
        return Heard(int(level), kind or _ALARMS.get(answer, ""))
    if answer in _ALARMS:
        return Heard(ALARM, kind or _ALARMS[answer])
    if answer in _ASKING:
        return Heard(ASK, kind or _ASKING[answer])
    if kind == "minor_no_place":
        return Heard(ASK, kind)
    return Heard(ASK, _BLAND[answer]) if answer in _BLAND else Heard()


class Outcome(NamedTuple):
    """What one text came to in one state, without a word of it. `failed`: the reader raised an error of this type."""

    level: int = NOTHING
    concern: str = ""
    answer: str = ""
    needs: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    language: str = ""
    facts: tuple[str, ...] = ()
    age: int | None = None
    micros: float = 0.0
    failed: str = ""
    aside: str = ""


class Request(NamedTuple):
    """One text, the state in which it comes, and the language of the session there."""

    text: str
    state: str
    language: str = "en"


class Reader:
    """Reader with the shipped lexicon, labels and places, for a programme in California. Needs no Redis."""

    def __init__(self) -> None:
        began_at = time.perf_counter()
        folder = tempfile.mkdtemp(prefix="warmline-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        environ = {
            "DEMO": "1", "VAR_DIR": folder, "TEAM_HOURS": "", "REGION": "US-CA",
            "REDIS_URL": "redis://127.0.0.1:9/0", "TWILIO_API_BASE": "http://127.0.0.1:9",
        }  # fmt: skip
        self.snapshot = build(load_settings(environ)).snapshot(NOON)
        self.read(Request("im in santa ana", MIDDLE))  # unpacks the list of places
        self.seconds = time.perf_counter() - began_at

    def read(self, request: Request) -> Outcome:
        """Read one text. An error of the reader is an outcome, too: the person would get a fallback."""
        session = Session()
        if request.state != FIRST:
            session = Session(
                State(request.state), request.language, greeted=True, safe=True, limits_told=True, last_at=NOON
            )
        began_at = time.perf_counter()
        try:
            own = own_words(request.text)
            if own.kind is not Kind.WORDS:
                return Outcome(answer="not_words")
            reading = engine._read(self.snapshot, session, Inbound("", "", own.words), stopped=False, late=False)
        except (KeyboardInterrupt, SystemExit, MemoryError):
            raise
        except BaseException as error:
            return Outcome(answer="failed", failed=type(error).__name__)
        micros = (time.perf_counter() - began_at) * 1e6
        level, concern = heard(reading)
        return Outcome(
            level, concern, reading.answer.value, tuple(need.value for need in reading.needs),
            tuple(reading.area or ()), reading.language or getattr(reading, "foreign", ""),
            tuple(sorted(fact.value for fact in getattr(reading, "facts", ()))), getattr(reading, "age", None), micros,
            aside=aside.value if (aside := getattr(reading, "aside", None)) is not None else "",
        )  # fmt: skip

    def read_all(self, requests: Iterable[Request]) -> list[Outcome]:
        """Read many texts, each by itself."""
        return [self.read(request) for request in requests]


def outcome(fields: list[Any]) -> Outcome:
    """Return an outcome from its JSON form."""
    values: list[Any] = [tuple(value) if isinstance(value, list) else value for value in fields]
    return Outcome(*values)


def weigh() -> dict[str, float]:
    """Return megabytes of this process and of two forked from it that read, shared pages counted once."""
    reader = Reader()
    texts = [Request(text, MIDDLE) for text in ("i need a bed tonight im 16", "tengo hambre", "he took my phone")]
    gc.collect()
    gc.freeze()  # as the server does before it forks
    alone = _megabytes(os.getpid())
    children = []
    for _ in range(2):
        ready, tell = os.pipe()
        child = os.fork()
        if child == 0:
            reader.read_all(texts * 100)
            os.write(tell, b".")
            time.sleep(60)  # the parent ends it sooner
            os._exit(0)
        os.read(ready, 1)
        children.append(child)
    total = sum(map(_megabytes, (os.getpid(), *children)))
    for child in children:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return {"alone": alone, "total": total, "seconds": reader.seconds}


def _megabytes(pid: int) -> float:
    rows = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(row.split()[1]) for row in rows if row.startswith("Pss:")) / 1024


if __name__ == "__main__":
    if "--memory" in sys.argv:
        print(json.dumps(weigh()))
    else:
        only = Reader()
        for row in sys.stdin:
            print(json.dumps(only.read(Request(*json.loads(row)))))
