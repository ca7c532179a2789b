"""`python -m tests.evaluate.lives FOLDER`: plays whole conversations again, and compares the replies of then and now.

A life is a file of texts ("> hey") and the replies that they got then ("< [welcome.hello; 1 seg] Hi ..."). A digit
stands for the choice that it had then: it is sent as the number that this choice has now, or else as its words. Prints
figures, never a text, unless `--show` is given.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple

from bot.conversation.messages import Inbound
from bot.conversation.replay import _examples, _Memory
from bot.flows.names import State
from bot.sms.segments import count
from tests.bench.harness import say
from tests.evaluate.reading import ALARM, Reader, Request

_BEFORE = re.compile(r"< \[(?P<key>[^;\]]+)(?:;[^\]]*)?\] ?(?P<text>.*)")
_CHOICE = re.compile(r"^(\d{1,2}) (.+)$", re.MULTILINE)
_NUMBER = re.compile(r"(?<![\d-])(?:911|988|211|\d{5,6}|(?:1-)?\d{3}-\d{3}-\d{4})(?![\d-])")
_SPANISH = re.compile(r"[¿¡ñ]|\b(?:que|para|puedes|ahora|aquí|Escoge|escribe)\b")
_BETWEEN_TEXTS = 40
"""Seconds between two texts, so that none counts as a second copy of the one before."""


class Turn(NamedTuple):
    """A text and its reply; `key` names the reply."""

    text: str
    key: str
    reply: str


class Figures(NamedTuple):
    """Counts of a set of lives. `numbers`: her how-manieth text got the first number, one entry a life that got one."""

    texts: int
    unheard: int
    repeated: int
    without_number: int
    numbers: list[int]
    segments: dict[str, list[int]]


def read_life(path: Path) -> list[Turn]:
    """Return the turns of a file. A line without a mark goes on the reply before it."""
    turns: list[Turn] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            turns.append(Turn(line[2:], "", ""))
        elif turns and (found := _BEFORE.match(line)):
            turns[-1] = turns[-1]._replace(key=found["key"].strip(), reply=found["text"])
        elif turns and turns[-1].reply and not line.startswith("#"):
            turns[-1] = turns[-1]._replace(reply=f"{turns[-1].reply}\n{line}")
    return turns


def replayed(turns: Sequence[Turn], reader: Reader) -> Iterator[Turn]:
    """Yield the same texts with the replies of today."""
    memory, now, then, last = _Memory(), reader.snapshot.now, "", ""
    directory = _examples(reader.snapshot.settings.region)
    for turn in turns:
        text, now = _as_now(turn.text, then, last), now + _BETWEEN_TEXTS
        snapshot = replace(reader.snapshot, now=now, directory=directory.at(now))
        reply = memory.turn(snapshot, Inbound(f"SM{now}", "", text))
        yield Turn(text, reply.key, reply.text)
        then, last = turn.reply, reply.text


def _as_now(text: str, then: str, last: str) -> str:
    """Return a text with its digit as the number that the same choice has now, or as the choice's words."""
    meant = dict(_CHOICE.findall(then)).get(text.strip())
    if meant is None:
        return text
    return {words: number for number, words in _CHOICE.findall(last)}.get(meant, meant)


def figures(lives: Sequence[Sequence[Turn]], reader: Reader) -> Figures:
    """Count what was not understood, said twice, or dangerous without a number, and the length of replies."""
    turns = [turn for life in lives for turn in life]
    pairs = [pair for life in lives for pair in pairwise(life)]
    first = [next((at for at, turn in enumerate(life, 1) if _NUMBER.search(turn.reply)), 0) for life in lives]
    segments: dict[str, list[int]] = {"en": [], "es": []}
    for turn in turns:
        if turn.reply:
            segments["es" if _SPANISH.search(turn.reply) else "en"].append(count(turn.reply).segments)
    return Figures(
        texts=len(turns),
        unheard=sum(turn.key.startswith("unclear") for turn in turns),
        repeated=sum(bool(one.reply) and one.reply == other.reply for one, other in pairs),
        without_number=sum(_is_alarm(turn.text, reader) and not _NUMBER.search(turn.reply) for turn in turns),
        numbers=[at for at in first if at],
        segments=segments,
    )


def _is_alarm(text: str, reader: Reader) -> bool:
    return reader.read(Request(text, State.NEEDS_ASK.value)).level >= ALARM


def report(then: Figures, now: Figures, lives: int) -> str:
    """Return the table of then and now."""

    def share(part: int, of: int) -> str:
        return f"{100 * part / max(of, 1):.1f} %"

    def of(one: Figures) -> list[str]:
        en, es = (one.segments[code] or [0] for code in ("en", "es"))
        late = sorted(one.numbers)
        return [
            f"{one.unheard} ({share(one.unheard, one.texts)})", f"{one.repeated}", f"{one.without_number}",
            f"{median(late):g} ({lives - len(late)} never)" if late else "never",
            f"{mean(en):.2f}, at most {max(en)}", f"{mean(es):.2f}, at most {max(es)}",
        ]  # fmt: skip

    names = ("not understood", "same reply twice in a row", "danger answered without a number",
             "texts to the first number, median", "segments a reply, en", "segments a reply, es")  # fmt: skip
    rows = zip(names, of(then), of(now), strict=True)
    lines = [f"{name:38}{old:>22}{new:>22}" for name, old, new in rows]
    return "\n".join([f"{lives} lives, {now.texts} texts{'':20}{'then':>22}{'now':>22}", *lines])


def main(arguments: Sequence[str] | None = None) -> int:
    """Play all lives of a folder and print the table. Return 1 if there are none."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluate.lives", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of *.txt files, one life each")
    parser.add_argument("--show", action="store_true", help="print the conversations of today as well")
    given = parser.parse_args(arguments)
    then = [life for path in sorted(given.folder.glob("*.txt")) if (life := read_life(path))]
    if not then:
        say(f"{given.folder}: no file of texts (lines that begin with >)")
        return 1
    reader = Reader()
    now = [list(replayed(life, reader)) for life in then]
    if given.show:
        for number, life in enumerate(now, 1):
            say(f"# life {number}")
            for turn in life:
                say(f"> {turn.text}\n< [{turn.key}; {count(turn.reply).segments} seg] {turn.reply}")
    say(report(figures(then, reader), figures(now, reader), len(then)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
