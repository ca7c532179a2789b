"""`python -m tests.bench.area`: how long the area look-up takes, on everyday answers and on the worst texts we know.

Each text has 1,600 characters at most. Prints, and judges nothing: the bound is 5 ms.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bot.directory import regions
from bot.directory.area import find_area
from tests.bench.harness import run, say, seconds

MOST, RUNS = 1600, 5
HOMES = ("US-CA", "US", "CA-BC")

EVERYDAY = (
    "santa ana", "92701", "my zip is 92701-1234 thx", "near columbus ohio", "los angeles", "im in surrey bc",
    "sanat ana", "i dont know im at a motel by the freeway near the airport", "somewhere safe",
    "cerca de anaheim por la calle lincoln", "my friend says puerto rico is an island in the united states",
    "rhode island or guam", "nowhere", "st. louis, missouri", "im at 77 broadway ave apt 4, santa ana",
)  # fmt: skip
"""Answers as people give them, of nobody."""

WORST = (
    "just to ", "in xq ", "near springfield portland ", "in sanat anna ", "in anahiemmmm ", "zq1,zq2,zq3,",
    "ohio texas guam ", "in ca tx ny oh ", "springfield ohio ", "00000 ", "00000 92701 ", "1 ", "12 a b c d e ",
    "calle ", "av x ", "v6b 1a1x ", "d.c. l.a. ", "a. b! c? ", "٩٢٧٠١ ", "９２７０１ ", "\ufdfa", "e\u0301" * 4, "o'",
    "saint st ft mt ", "orange county of county ", "a", "santaana", "the island of guam and the state of hawaii ",
)  # fmt: skip
"""What is repeated to the full length."""


def texts() -> Iterator[tuple[str, str]]:
    """Yield each text with its name."""
    yield from ((text[:24], text) for text in EVERYDAY)
    yield from ((f"{text[:20]!a} ...", (text * MOST)[:MOST]) for text in WORST)
    chance = random.Random(7)  # noqa: S311 -- texts, not secrets
    names = sorted(regions.state("CA").cities)
    for at in range(40):
        words = " ".join(chance.choice(["in", "near", chance.choice(names), f"x{at}q"]) for _ in range(300))
        yield f"names by chance {at}", words[:MOST]


def measure(_: Path) -> None:
    """Measure every text in every home region, and print the slowest."""
    say(f"tables built in {seconds(regions.warm):.2f} s")
    found = sorted(
        (1000 * seconds(find_area, text, home, times=RUNS), name, home) for name, text in texts() for home in HOMES
    )
    for spent, name, home in found[-8:]:
        say(f"{spent:>8.3f} ms  {home:<6} {name}")
    times = [spent for spent, _, _ in found]
    say(f"{len(times)} look-ups: median {median(times):.3f} ms, slowest {times[-1]:.3f} ms (bound: 5 ms)")


if __name__ == "__main__":
    run(measure)
