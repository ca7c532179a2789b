"""The figures as lines for a person, and the one line for a script. Says nothing of anybody."""

from __future__ import annotations

from collections import Counter
from math import sqrt
from statistics import median, stdev

from tests.bench.load import Round
from tests.bench.stages import Stage


def say(line: str) -> None:
    """One line, at once: somebody may be waiting."""
    print(line, flush=True)


def middle(values: list[float]) -> float:
    """The median."""
    return median(values)


def ratios(these: list[Round], those: list[Round]) -> list[float]:
    """How `these` compare with `those`, pair by pair of those that ran next to each other."""
    return [this.rate / that.rate for this, that in zip(these, those, strict=True)]


def speed(name: str, rounds: list[Round]) -> str:
    """Requests a second, and how long one waits."""
    waits = sorted(wait for one in rounds for wait in one.waits)
    p50, p95, p99 = (waits[min(len(waits) - 1, int(len(waits) * part))] * 1000 for part in (0.50, 0.95, 0.99))
    rates = " ".join(f"{one.rate:.0f}" for one in rounds)
    return (
        f"{name:<22} {median(one.rate for one in rounds):6.0f} requests/s   p50 {p50:5.1f} ms  p95 {p95:5.1f} ms  "
        f"p99 {p99:5.1f} ms   rounds {rates}"
    )


def growth(few: list[Round], many: list[Round], few_stored: int, many_stored: int) -> str:
    """What many more stored conversations change, and how much it is worth: what changes from round to round anyway."""
    changes = [(more.rate / less.rate - 1) * 100 for less, more in zip(few, many, strict=True)]
    rates = [one.rate for one in few]
    return (
        f"growth from {few_stored:,} to {many_stored:,} stored: {median(changes):+.1f} % requests/s, "
        f"standard error {stdev(changes) / sqrt(len(changes)):.1f}; "
        f"rounds with {few_stored:,} differ among themselves by {stdev(rates) / median(rates):.1%}"
    )


def wrongs(rounds: list[Round]) -> Counter[str]:
    """Every kind of wrong answer and how many there were."""
    return sum((one.wrong for one in rounds), Counter[str]())


def stages(found: list[Stage]) -> list[str]:
    """The stages of a turn as a small table."""
    head = f"{'a turn, in this process':<26} processor us   clock us"
    return [head, *(f"  {one.name:<24} {one.processor:12.0f} {one.clock:10.0f}" for one in found)]
