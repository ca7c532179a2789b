"""Small-number suppression: no number under five can be worked out from the reports, whatever was counted."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.reports import metrics as counting
from bot.reports.tables import FEWEST, PERIODS, REST, Figure, Kind, Table, let_out, months, report, usage
from bot.web.reports import csv_export as sheet

NEEDS = ("food", "housing", "legal")
AREAS = ("", "US-CA/Orange", "US-CA/Kern", "US-NV")
KINDS = (counting.ASKED, counting.MET, counting.UNMET)
SMALL = st.sampled_from((0, 0, 1, 2, 3, 4, 5, 6, 9, 30))

slowly = settings(deadline=None)
"""Settings without a deadline, since a busy machine is no fault."""

World = tuple[dict[str, int], dict[str, int], dict[str, int]]
"""Counts in each ring: the last 3 months, the 3 before, the 6 before."""


def names() -> list[str]:
    """Return the names of everything that these tests count."""
    joint = [counting.named(kind, need, area) for kind in KINDS for need in NEEDS for area in AREAS]
    reasons = [counting.named(counting.HESITATED, reason) for reason in counting.HESITATIONS]
    return [*joint, *reasons, counting.named(counting.LANGUAGE, "en"), counting.named(counting.LANGUAGE, "es")]


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Draw a few counts, often small; each ring also counts something unused, so that none is left out."""
    chosen = draw(st.lists(st.sampled_from(names()), unique=True, max_size=14))
    rings = [{"other": 1} | {name: draw(SMALL) for name in chosen} for _ in PERIODS]
    return rings[0], rings[1], rings[2]


def shown(world: World) -> tuple[tuple[Table, ...], ...]:
    """Return everything that a lead can see: the report of each period."""
    monthly = [world[0], {}, {}, world[1], {}, {}, world[2], {}, {}, {}, {}, {}]
    return tuple(report(monthly[:size], ("en", "es")) for size in PERIODS)


def table(tables: tuple[Table, ...], name: str) -> Table:
    return next(one for one in tables if one.name == name)


def figure(tables: tuple[Table, ...], name: str, row: str, column: int = 0) -> Figure | None:
    found = (one.figures[column] for one in table(tables, name).rows if one.name == row)
    return next(found, None)


def one_need(kind: str, **areas: int) -> dict[str, int]:
    return {counting.named(kind, "food", area.replace("_", "-")): count for area, count in areas.items()}


# One figure, in all periods


def test_small_part_of_a_figure_cannot_be_derived_from_all_periods() -> None:
    """All possible pasts are grouped by what is shown; a small number could always be any of five."""
    alike = defaultdict(list)
    most = 17
    for rings in product(range(most + 1), repeat=len(PERIODS)):
        alike[tuple(let_out(rings[: size + 1]) for size in range(len(PERIODS)))].append(rings)
    spans = [slice(start, end) for start in range(3) for end in range(start + 1, 4)]
    complete = [pasts for seen, pasts in alike.items() if seen[-1].least + FEWEST <= most]
    for pasts in complete:
        for span in spans:
            could_be = {sum(rings[span]) for rings in pasts}
            assert min(could_be) >= FEWEST or len(could_be) >= FEWEST, (pasts[0], span)
    assert len(complete) > 40, "hardly anything was shown"


def test_figure_is_exact_from_five_and_says_when_there_may_be_more() -> None:
    assert [str(let_out(rings)) for rings in ([0], [4], [5], [7, 2], [7, 5], [2, 3], [4, 0, 0])] == [
        "<5", "<5", "5", "7+", "12", "5", "<5",
    ]  # fmt: skip


# Whole reports


@slowly
@given(worlds(), st.integers(0, 4), st.data())
def test_suppressed_need_could_be_any_number_under_five(world: World, other: int, data: st.DataObject) -> None:
    """Nothing on any page changes with the number: neither the totals nor the places."""
    kind, need = data.draw(st.sampled_from(KINDS)), data.draw(st.sampled_from(NEEDS))
    mine = [counting.named(kind, need, area) for area in AREAS]
    assume(sum(ring.get(name, 0) for ring in world for name in mine) < FEWEST)
    changed = tuple({name: count for name, count in ring.items() if name not in mine} for ring in world)
    changed[0][data.draw(st.sampled_from(mine))] = other
    assert shown((changed[0], changed[1], changed[2])) == shown(world)


@slowly
@given(worlds(), st.integers(0, 4), st.sampled_from(counting.HESITATIONS))
def test_suppressed_cell_could_be_any_number_under_five(world: World, other: int, reason: str) -> None:
    name = counting.named(counting.HESITATED, reason)
    assume(sum(ring.get(name, 0) for ring in world) < FEWEST)
    changed = tuple({key: count for key, count in ring.items() if key != name} for ring in world)
    changed[0][name] = other
    assert shown((changed[0], changed[1], changed[2])) == shown(world)


@slowly
@given(worlds(), st.sampled_from(AREAS[1:]), st.sampled_from(KINDS))
def test_place_with_few_people_could_be_empty(world: World, area: str, kind: str) -> None:
    """Nothing changes if all of them named no place, so nothing reveals that anybody was there."""
    mine = {name for name in names() if name.startswith(f"{kind}|") and name.endswith(f"|{area}")}
    assume(sum(ring.get(name, 0) for ring in world for name in mine) < FEWEST)
    moved = []
    for ring in world:
        counts: Counter[str] = Counter()
        for name, count in ring.items():
            counts[f"{name.rpartition('|')[0]}|" if name in mine else name] += count
        moved.append(dict(counts))
    assert shown((moved[0], moved[1], moved[2])) == shown(world)


@slowly
@given(worlds())
def test_shown_figures_are_five_or_more_and_totals_sum_only_those(world: World) -> None:
    for tables in shown(world):
        for one in tables:
            for row in one.rows:
                for cell in row.figures:
                    assert cell.least >= FEWEST if cell.least else cell.kind is not Kind.MORE
                    assert cell.least or one.name == "places" or cell.kind is Kind.FEW
            if one.total:
                for at, total in enumerate(one.total.figures):
                    assert total.least == sum(row.figures[at].least for row in one.rows)


@slowly
@given(worlds())
def test_places_add_up_to_the_needs_that_are_shown(world: World) -> None:
    """So the two tables together reveal nothing that one of them suppresses; the rest is zero, or at least five."""
    for tables in shown(world):
        needs, places = table(tables, "needs"), table(tables, "places")
        for at in range(len(KINDS)):
            cells = [row.figures[at] for row in places.rows]
            assert sum(cell.least for cell in cells) == sum(row.figures[at].least for row in needs.rows)
            rest = figure(tables, "places", REST, at)
            if rest and rest.kind is not Kind.KEPT:
                assert rest.least == 0 or rest.least >= FEWEST
            if rest == Figure(0):
                assert all(cell.kind is not Kind.KEPT for cell in cells), "what is not shown would be known to be none"


def test_place_is_not_named_when_the_rest_would_be_small() -> None:
    asked = one_need(counting.ASKED, US_CA=20, US_NV=6) | {"need_asked|food|": 3}
    tables = report([asked])
    assert [(row.name, str(row.figures[0])) for row in table(tables, "places").rows] == [("US-CA", "20"), (REST, "9")]


def test_later_area_includes_earlier_requests() -> None:
    tables = report([{"need_asked|food|": 11, "need_placed|food|US-CA/Orange": 6}])
    assert [str(one) for one in (figure(tables, "needs", "food"), figure(tables, "places", "US-CA/Orange")) if one] == [
        "11", "6",
    ]  # fmt: skip
    assert str(figure(tables, "places", REST)) == "5"


def test_other_languages_are_listed_only_from_five() -> None:
    tables = report([{"language|en": 7, "language|fr": 2, "language|tl": 5}], ("en", "es"))
    assert [(row.name, str(row.figures[0])) for row in table(tables, "languages").rows] == [
        ("en", "7"), ("es", "<5"), ("tl", "5"),
    ]  # fmt: skip


def test_empty_counts_show_nothing() -> None:
    for one in report([{}, {}, {}], ("en",)):
        assert all(row.figures == (Figure(0, Kind.FEW),) for row in one.rows)
        assert one.total is None or {str(total) for total in one.total.figures} == {"hidden"}


@pytest.mark.parametrize(("today", "size", "expected"), [
    ("2026-11-22", 3, ("2026-11", "2026-10", "2026-09")),
    ("2027-01-31", 3, ("2027-01", "2026-12", "2026-11")),
    ("2026-12-01", 1, ("2026-12",)),
])  # fmt: skip
def test_period_is_whole_months_including_this_one(today: str, size: int, expected: tuple[str, ...]) -> None:
    assert months(today, size) == expected


# CSV file


@given(st.text(max_size=12))
def test_csv_cells_cannot_be_run(cell: str) -> None:
    made = sheet.plain(cell)
    assert made[:1] not in {"=", "+", "-", "@", "\t", "\r"}
    assert made.removeprefix("'") == cell.removeprefix("'")


def test_csv_shows_and_suppresses_the_same_as_the_page() -> None:
    tables = report([{"hesitated|where_it_is": 12, "hesitated|not_said": 3, "language|en\n=1": 5, "language|=1+1": 9}])
    lines = list(
        csv.reader(io.StringIO(sheet.write([one for one in tables if one.name in {"hesitations", "languages"}])))
    )
    said = {row: shown for _, row, _, shown in lines}
    assert (said["Where it is"], said["Did not say why"], said["'=1+1"]) == ("12", "<5", "9")
    assert {len(line) for line in lines} == {4}


@pytest.mark.parametrize(("said", "told"), [(0, "<5"), (4, "<5"), (5, "5+"), (9, "5+"), (123, "120+")])
def test_usage_of_a_message_is_rounded_to_fives(said: int, told: str) -> None:
    names = [counting.named(kind, "welcome.hello") for kind in (counting.SHOWN, counting.MISSED)]
    figures = usage([dict.fromkeys(names, said // 2), {}, dict.fromkeys(names, said - said // 2)], "welcome.hello")
    assert [str(figure) for figure in figures] == [told, told]


def test_message_counts_are_in_no_report() -> None:
    people = {counting.named(counting.LANGUAGE, "en"): 12}
    words = {counting.named(counting.SHOWN, "welcome.hello"): 400}
    assert report([people, {}, words]) == report([people, {}, {}])
