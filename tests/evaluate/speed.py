"""Time of one reading, and what the reader weighs."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.bench.area import EVERYDAY, WORST
from tests.evaluate.figures import table
from tests.evaluate.reading import ASK, MIDDLE, Outcome, Reader, Request
from tests.evaluate.scoring import AREA, Scored
from tests.evaluate.sections import Section
from tests.evaluate.targets import Target

MOST = 1600
RUNS = 3
_READING = Path(__file__).with_name("reading.py")

HOSTILE = {
    **{f"place {at}": piece for at, piece in enumerate(WORST)},
    "one letter": "i ", "one word": "a", "vowels": "aeiou", "stretched": "kiiiiill myseeeelf ",
    "spaced": "k i l l ", "starred": "k*ll mys*lf ", "contractions": "n't ca n't ", "slips": "kll myslf siucide ",
    "run together": "iwanttodie", "he hits": "he hits me and ", "negated": "i do not want to die not ",
    "quotes": '"he said "', "stops": "stop end ", "spanish": "me pegó y ya no puedo ", "faces": "😭🔪",
    "look-alikes": "кіll mуsеlf ", "marks": "e\u0301\u0302\u0303", "zero width": "k\u200bi\u200bl\u200bl ",
    "other scripts": "我想死 أريد أن أموت ", "commas": ",.!?;", "digits": "12 13 14 15 ", "ages": "im 16 and 17 ",
    "brackets": "((([[[", "lines": "he\nhit\nme\n",
}  # fmt: skip
"""Texts that may take long, each repeated to 1,600 characters."""


def measure(now: Sequence[Scored], reader: Reader, before: Sequence[Scored] | None) -> Section:
    """Time per reading over all lines, of hostile texts, and of the look-up of a place."""
    rows = [["lines", *_times([one.middle for one in now])]]
    ruled = [one.middle for one in now if one.middle.level != ASK and one.middle.answer != "unclear"]
    rows.append(["lines where rules decide", *_times(ruled)])
    if before is not None:
        rows.append(["before: lines", *_times([one.middle for one in before])])
    told = table("Time in ms, mid-conversation", ["texts", "n", "p50", "p99", "worst"], rows)
    name, worst = _worst({name: piece * (MOST // len(piece)) for name, piece in HOSTILE.items()}, _reads(reader))
    told.append(f"  worst of {len(HOSTILE)} hostile texts of {MOST:,} characters: {worst:.1f} ms ({name})")
    places = {f"place {at}": text for at, text in enumerate(EVERYDAY)}
    places |= {f"long place {at}": piece * (MOST // len(piece)) for at, piece in enumerate(WORST)}
    area_name, area = _worst(places, reader.snapshot.find_area)
    told.append(f"  worst look-up of a place: {area:.1f} ms ({area_name})")
    told.append("  a turn's ratio to the floor: make bench")
    targets = [
        Target("time p50 where rules decide", 0.3, _part(ruled, 0.50), False, "ms"),
        Target("time p99", 80, _part([one.middle for one in now], 0.99), False, "ms"),
        Target(f"worst of {MOST:,} hostile characters", 150, worst, False, "ms"),
        Target("find_area", 5, area, False, "ms"),
    ]
    return Section(told, targets)


def _reads(reader: Reader) -> Callable[[str], object]:
    def read(text: str) -> None:
        for state in (MIDDLE, AREA):
            reader.read(Request(text, state))

    return read


def _times(outcomes: list[Outcome]) -> list[str]:
    cells = [_part(outcomes, part) for part in (0.50, 0.99, 1.0)]
    return [f"{len(outcomes):,}", *("-" if cell is None else f"{cell:.2f}" for cell in cells)]


def _part(outcomes: list[Outcome], part: float) -> float | None:
    times = sorted(outcome.micros for outcome in outcomes)
    return times[min(len(times) - 1, int(len(times) * part))] / 1000 if times else None


def _worst(texts: dict[str, str], work: Callable[[str], object]) -> tuple[str, float]:
    """Return the text that takes longest and its time in ms: the best of some runs, for other work only adds to it."""
    found = {}
    for name, text in texts.items():
        runs = []
        for _ in range(RUNS):
            began_at = time.perf_counter()
            work(text)
            runs.append((time.perf_counter() - began_at) * 1000)
        found[name] = min(runs)
    name = max(found, key=found.__getitem__)
    return name, found[name]


def memory(tree: Path) -> dict[str, float] | None:
    """Return what the reader of a source tree weighs in MB: alone, and two forked processes. None where it cannot."""
    done = run(tree, ["--memory"], "")
    return json.loads(done.stdout) if done.returncode == 0 else None


def run(tree: Path, arguments: list[str], given: str) -> subprocess.CompletedProcess[str]:
    """Run the reading program with the `bot` package of a source tree."""
    return subprocess.run(
        [sys.executable, "-P", str(_READING), *arguments], input=given, capture_output=True, text=True, check=False,
        cwd=tree, env={"PYTHONPATH": str(tree), "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"}, timeout=3600,
    )  # fmt: skip


def weights(now: dict[str, float] | None, before: dict[str, float] | None) -> Section:
    """Memory of a process, and of two that are forked from it and share its pages."""
    told = ["", "Memory in MB"]
    for name, weight in (("now", now), ("before", before)):
        if weight:
            told.append(
                f"  {name}: one process {weight['alone']:.0f}, two more forked from it and both at work "
                f"{weight['total']:.0f} in all; ready in {weight['seconds']:.1f} s"
            )
    more = now["total"] - before["total"] if now and before else None
    return Section(told, [Target("memory of the web processes beyond the reader of before", 250, more, False, "MB")])
