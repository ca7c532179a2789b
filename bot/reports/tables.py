"""Report tables that reveal how the programme is doing and nothing about a person. Pure: names and numbers.

Small numbers are suppressed. Each figure is a sum of groups of at least five, so that nothing under five can be
derived: not from a total, which adds up only what is shown; not from two periods, because under each name a longer
period grows by groups of five or more; not from the table of places, which is made of the needs that are shown, and
names a place only while the rest is zero, or at least five as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import chain

from bot.casework.cases import Outcome, Status
from bot.casework.escalation import EscalationStep
from bot.reports import metrics as counting

FEWEST = 5
PERIODS = (3, 6, 12)
"""Lengths of the periods in months, including the current one."""

Counted = Mapping[str, int]


class Kind(Enum):
    """Precision of a figure."""

    EXACT = "exact"
    MORE = "more"  # the figure or a few more
    FEW = "few"  # zero to four
    KEPT = "kept"  # not shown at all


@dataclass(frozen=True, slots=True)
class Figure:
    """Number as it may be shown. `least` is the part that may be revealed."""

    least: int
    kind: Kind = Kind.EXACT

    def __str__(self) -> str:
        shown = {
            Kind.EXACT: str(self.least),
            Kind.MORE: f"{self.least}+",
            Kind.FEW: f"<{FEWEST}",
            Kind.KEPT: "hidden",
        }
        return shown[self.kind]


NONE, FEW, KEPT = Figure(0), Figure(0, Kind.FEW), Figure(0, Kind.KEPT)


@dataclass(frozen=True, slots=True)
class Row:
    """Counted name, with a figure for each column."""

    name: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Table of a report. `total` adds up what is shown; it is None where a sum has no meaning."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Row | None = None

    @property
    def most(self) -> int:
        """Return the largest figure in the rows, for the length of bars."""
        return max((figure.least for row in self.rows for figure in row.figures), default=0)


REST, TOTAL = "elsewhere", "total"
NEEDS = (counting.ASKED, counting.MET, counting.UNMET)
PEOPLE = "people"
OUTCOMES = (*Outcome, Status.WITHDRAWN, Status.STOPPED)
WAITS = (*(name for _, name in counting.WAITS), counting.LONGEST_WAIT)
STEPS = (counting.ASKED_FOR_PERSON, counting.INTRODUCTION, counting.CHECK_IN_SET)
ANSWERS = (counting.CAME_BACK, counting.NOT_NOW)


def months(today: str, size: int) -> tuple[str, ...]:
    """Return the last `size` months, starting with that of `today` (like 2026-11-22): "2026-11", "2026-10"."""
    day = date.fromisoformat(today)
    ends = (divmod(day.year * 12 + day.month - 1 - back, 12) for back in range(size))
    return tuple(f"{year:04}-{month + 1:02}" for year, month in ends)


def report(monthly: Sequence[Counted], languages: Iterable[str] = ()) -> tuple[Table, ...]:
    """Build the tables of a period. `monthly` holds the counts of its months, newest first, one of PERIODS long.

    `languages` are always listed, so that the presence of one reveals nobody.
    """
    rings = _rings([{name: count for name, count in month.items() if not _is_of_words(name)} for month in monthly])
    return (
        _needs(rings),
        _places(rings),
        _table("hesitations", counting.HESITATED, counting.HESITATIONS, rings),
        _table("waits", counting.WAITED, WAITS, rings),
        _table("alerts", counting.ALERT, EscalationStep, rings),
        _table("outcomes", counting.OUTCOME, OUTCOMES, rings),
        _steps(rings),
        _table("languages", counting.LANGUAGE, languages, rings),
    )


def usage(monthly: Sequence[Counted], key: str) -> tuple[Figure, Figure]:
    """Return how often a message was sent in these months, and how often the next text was not understood.

    Figures are rounded down to fives, so that reading them daily reveals no single text.
    """
    shown, missed = (
        sum(month.get(counting.named(kind, key), 0) for month in monthly) for kind in (counting.SHOWN, counting.MISSED)
    )
    return _by_fives(shown), _by_fives(missed)


def _by_fives(number: int) -> Figure:
    return FEW if number < FEWEST else Figure(number - number % FEWEST, Kind.MORE)


def _is_of_words(name: str) -> bool:
    return name.split("|", maxsplit=1)[0] in (counting.SHOWN, counting.MISSED)


def let_out(rings: Sequence[int]) -> Figure:
    """Return the figure of a period from the counts of its rings.

    A small count waits until later rings make it five.
    """
    groups = _groups(rings)
    if not groups:
        return FEW
    shown = sum(rings[at] for at in chain(*groups))
    return Figure(shown, Kind.EXACT if groups[-1][-1] == len(rings) - 1 else Kind.MORE)


def _groups(rings: Sequence[int]) -> list[list[int]]:
    """Return the indexes of the rings that may be shown, in groups of five people or more."""
    groups: list[list[int]] = []
    waiting: list[int] = []
    for at in range(len(rings)):
        waiting.append(at)
        if sum(rings[one] for one in waiting) >= FEWEST:
            groups.append(waiting)
            waiting = []
    return groups


def _rings(monthly: Sequence[Counted]) -> list[Counted]:
    """Return what each period adds to the one before. A period without any counts is left out."""
    rings: list[Counted] = []
    for start, end in zip((0, *PERIODS), PERIODS, strict=False):
        ring: defaultdict[str, int] = defaultdict(int)
        for name, count in chain.from_iterable(month.items() for month in monthly[start:end]):
            ring[name] += count
        rings += [ring] if ring else []
    return rings


def _table(name: str, kind: str, listed: Iterable[str], rings: Sequence[Counted]) -> Table:
    """Build a table with one figure per name. `listed` names are always included, others once they are shown."""
    always = list(listed)
    found = {parts[1] for parts in _names(rings, kind) if len(parts) == 2}
    figures = {one: let_out(_across(rings, f"{kind}|{one}")) for one in (*always, *sorted(found - {*always}))}
    rows = tuple(Row(one, (figure,)) for one, figure in figures.items() if one in always or figure.least)
    return Table(name, (PEOPLE,), rows, _total(rows, 1))


def _steps(rings: Sequence[Counted]) -> Table:
    answers = (counting.named(counting.CHECK_IN, answer) for answer in ANSWERS)
    names = (*STEPS, *counting.AGENCY_ANSWERS, *answers, *counting.HOW_IT_WENT)
    return Table("steps", (PEOPLE,), tuple(Row(name, (let_out(_across(rings, name)),)) for name in names))


def _total(rows: Sequence[Row], size: int) -> Row:
    return Row(TOTAL, tuple(_sum([row.figures[at] for row in rows]) for at in range(size)))


def _sum(figures: Sequence[Figure]) -> Figure:
    """Sum only what is shown, which reveals nothing new."""
    shown = sum(figure.least for figure in figures)
    if all(figure.kind is Kind.EXACT for figure in figures):
        return Figure(shown)
    return Figure(shown, Kind.MORE) if shown else KEPT


# Needs and places, which count the same things twice


Joint = dict[str, dict[str, list[int]]]
"""Count per ring, for each need and area. For requests, "" may be negative: their area became known later."""


def _needs(rings: Sequence[Counted]) -> Table:
    by_kind = [_joint(rings, kind) for kind in NEEDS]
    figures = [{need: let_out(_whole(areas)) for need, areas in joint.items()} for joint in by_kind]
    shown = {need for column in figures for need, figure in column.items() if figure.least}
    rows = [Row(need, tuple(column.get(need, FEW) for column in figures)) for need in shown]
    rows.sort(key=lambda row: ([-figure.least for figure in row.figures], row.name))
    # names that are not listed are few too, whether they were counted or not
    total = _total([*rows, Row("", (FEW,) * len(NEEDS))], len(NEEDS))
    return Table("needs", NEEDS, tuple(rows), total)


def _places(rings: Sequence[Counted]) -> Table:
    columns = [_by_area(_joint(rings, kind), len(rings)) for kind in NEEDS]
    shown = {area for areas, _ in columns for area in areas}

    def figure(areas: Mapping[str, Figure], rest: Figure, area: str) -> Figure:
        return areas.get(area, NONE if rest == NONE else KEPT)

    rows = [Row(area, tuple(figure(areas, rest, area) for areas, rest in columns)) for area in shown]
    rows.sort(key=lambda row: ([-one.least for one in row.figures], row.name))
    if any(rest.kind is not Kind.KEPT for _, rest in columns):
        rows.append(Row(REST, tuple(rest for _, rest in columns)))
    return Table("places", NEEDS, tuple(rows))


def _by_area(joint: Joint, size: int) -> tuple[dict[str, Figure], Figure]:
    """Return the places that may be named, and one figure for all others and for requests without an area."""
    released = 0
    values: defaultdict[str, list[int]] = defaultdict(lambda: [0] * size)
    for areas in joint.values():
        whole = _whole(areas)
        for group in _groups(whole):
            released += sum(whole[at] for at in group)
            for area, counts in areas.items():
                values[area][group[-1]] += sum(counts[at] for at in group)
    if not released:
        return {}, KEPT
    figures = {area: let_out(counts) for area, counts in values.items() if area}
    shown = {area: figure for area, figure in figures.items() if figure.least}
    rest = released - sum(figure.least for figure in shown.values())
    while shown and rest != 0 and rest < FEWEST:
        smallest = min(shown, key=lambda area: (shown[area].least, area))
        rest += shown.pop(smallest).least
    return shown, Figure(rest)


def _joint(rings: Sequence[Counted], kind: str) -> Joint:
    joint: Joint = defaultdict(lambda: defaultdict(lambda: [0] * len(rings)))
    for at, ring in enumerate(rings):
        for name, count in ring.items():
            what, *rest = name.split("|")
            if len(rest) != 2:
                continue
            need, area = rest
            if what == kind:
                joint[need][area][at] += count
            elif what == counting.PLACED and kind == counting.ASKED:
                joint[need][area][at] += count
                joint[need][""][at] -= count
    return joint


def _whole(areas: Mapping[str, Sequence[int]]) -> list[int]:
    return [sum(counts) for counts in zip(*areas.values(), strict=True)]


def _across(rings: Sequence[Counted], name: str) -> list[int]:
    return [ring.get(name, 0) for ring in rings]


def _names(rings: Sequence[Counted], kind: str) -> Iterable[list[str]]:
    return (parts for name in set(chain(*rings)) if (parts := name.split("|"))[0] == kind)
