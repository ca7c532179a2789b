"""`python -m tests.bench.area`: how long the area look-up takes, on everyday answers and on the worst texts we know.

Each text has 1,600 characters at most. A time is the best of several runs, since other work on the machine only ever
adds to it. Prints, and judges nothing: the bound is 5 ms.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator

from bot.directory import regions
from bot.directory.area import find_area
from tests.bench.report import say

MOST = 1600
RUNS = 5
HOMES = ("US-CA", "US", "CA-BC")

EVERYDAY = (
    "santa ana",
    "92701",
    "my zip is 92701-1234 thx",
    "near columbus ohio",
    "los angeles",
    "im in surrey bc",
    "sanat ana",
    "i dont know im at a motel by the freeway near the airport",
    "somewhere safe",
    "cerca de anaheim por la calle lincoln",
    "my friend says puerto rico is an island in the united states",
    "rhode island or guam",
    "nowhere",
    "st. louis, missouri",
    "im at 77 broadway ave apt 4, santa ana",
)
"""Answers as people give them, of nobody."""

WORST = {
    "leads": "just to ",
    "a lead each": "in xq ",
    "towns": "near springfield portland ",
    "slips": "in sanat anna ",
    "long slips": "in anahiemmmm ",
    "commas": "zq1,zq2,zq3,",
    "states": "ohio texas guam ",
    "every state": "in ca tx ny oh ",
    "a state each": "springfield ohio ",
    "five digits": "00000 ",
    "real codes": "00000 92701 ",
    "digits": "1 ",
    "streets": "12 a b c d e ",
    "a calle": "calle ",
    "av": "av x ",
    "postal": "v6b 1a1x ",
    "dots": "d.c. l.a. ",
    "stops": "a. b! c? ",
    "other digits": "٩٢٧٠١ ",
    "wide digits": "９２７０１ ",
    "ligatures": "\ufdfa",
    "marks": "e\u0301" * 4,
    "apostrophes": "o'",
    "saints": "saint st ft mt ",
    "counties": "orange county of county ",
    "one letter": "a",
    "no space": "santaana",
    "islands": "the island of guam and the state of hawaii ",
}
"""What is repeated to the full length."""


def texts() -> Iterator[tuple[str, str]]:
    """Yield each text with its name."""
    yield from ((text[:24], text) for text in EVERYDAY)
    yield from ((name, (one * MOST)[:MOST]) for name, one in WORST.items())
    chance = random.Random(7)  # noqa: S311 -- texts, not secrets
    names = sorted(regions.state("CA").cities)
    for at in range(40):
        words = " ".join(chance.choice(["in", "near", chance.choice(names), f"x{at}q"]) for _ in range(300))
        yield f"names by chance {at}", words[:MOST]


def milliseconds(text: str, home: str) -> float:
    """Return how long one look-up takes, at best."""
    best = float("inf")
    for _ in range(RUNS):
        started = time.perf_counter()
        find_area(text, home)
        best = min(best, time.perf_counter() - started)
    return 1000 * best


def main() -> int:
    """Measure every text in every home region, and print the slowest."""
    started = time.perf_counter()
    regions.warm()
    say(f"tables built in {time.perf_counter() - started:.2f} s")
    found = sorted((milliseconds(text, home), name, home) for name, text in texts() for home in HOMES)
    for spent, name, home in found[-8:]:
        say(f"{spent:>8.3f} ms  {home:<6} {name}")
    times = [spent for spent, _, _ in found]
    say(f"{len(times)} look-ups: median {times[len(times) // 2]:.3f} ms, slowest {times[-1]:.3f} ms (bound: 5 ms)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
