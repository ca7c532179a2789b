"""Roster: who is on call at a moment, the gaps, dates, swaps, and both changes of the clock."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.staff.roster import Roster, Stretch, instant, merged, uncovered
from bot.staff.rota import (
    DAY_MINUTES,
    MOST_ENTRIES,
    TEAM,
    Days,
    Duty,
    Shift,
    Span,
    Swap,
    added,
    grouped,
    next_at,
    read_hours,
)

HOME = ZoneInfo("America/Los_Angeles")
MONDAY = date(2026, 11, 23).toordinal()
NINE, FIVE = 540, 1020
PEOPLE = ("ana", "ben", "cleo")


def at(day: int, hour: int, minute: int = 0, zone: ZoneInfo = HOME, fold: int = 0) -> int:
    """Return the moment of a time on a day."""
    on = date.fromordinal(day)
    return int(datetime(on.year, on.month, on.day, hour, minute, tzinfo=zone, fold=fold).timestamp())


def roster(**duties: Duty) -> Roster:
    return Roster(duties, frozenset(PEOPLE), HOME)


def words(plan: Roster, moment: int) -> str | None:
    """Return who is on call, in one word; None without a rota."""
    found = plan.on_call(moment)
    return None if found is None else " ".join(sorted(found))


def on(plan: Roster, day: int, hour: int, minute: int = 0) -> str | None:
    return words(plan, at(day, hour, minute))


# Against a clerk who looks at the wall clock each minute

WEEKS = {
    "back": (HOME, date(2026, 10, 29)), "forward": (HOME, date(2027, 3, 11)), "plain": (HOME, date(2026, 12, 29)),
    "half an hour back": (ZoneInfo("Australia/Lord_Howe"), date(2027, 4, 1)),
    "half an hour forward": (ZoneInfo("Australia/Lord_Howe"), date(2026, 10, 1)),
    "at midnight": (ZoneInfo("America/Havana"), date(2027, 3, 11)),
}  # fmt: skip
"""Weeks with a change of the clock in their middle, by their first day."""


@cache
def watched(week: str) -> tuple[list[int], list[datetime]]:
    """Return the minutes around the week, and the latest time that the wall clock had shown by each."""
    zone, first = WEEKS[week]
    begins = int(datetime(first.year, first.month, first.day, tzinfo=zone).timestamp()) - 4 * 86_400
    minutes, latest = list(range(begins, begins + 16 * 86_400, 60)), []
    highest = datetime.min  # noqa: DTZ901 -- the wall clock shows no time zone
    for minute in minutes:
        highest = max(highest, datetime.fromtimestamp(minute, zone).replace(tzinfo=None))
        latest.append(highest)
    return minutes, latest


def looked_up(week: str, on: date, begins: int, ends: int) -> set[int]:
    """Return the minutes of a shift: from when the clock first shows its start until it first shows its end."""
    minutes, latest = watched(week)
    midnight = datetime.combine(on, time())
    over = timedelta(days=1) if begins >= ends else timedelta()
    start, end = midnight + timedelta(minutes=begins), midnight + over + timedelta(minutes=ends)
    return set(minutes[bisect_left(latest, start) : bisect_left(latest, end)])


def is_on(span: Span, on: date) -> bool:
    first = date.fromordinal(span.first) if span.first else date.min
    last = date.fromordinal(span.last) if span.last else date.max
    mondays = on - timedelta(days=on.weekday()) - (first - timedelta(days=first.weekday()) if span.first else date.min)
    return on.weekday() == span.day and first <= on <= last and mondays.days // 7 % span.weeks == 0


def by_clerk(week: str, duties: dict[str, Duty]) -> dict[str, set[int]]:
    """Return the minutes of each colleague, worked out shift by shift."""
    found: dict[str, set[int]] = {who: set() for who in PEOPLE}
    first = WEEKS[week][1]
    closed = duties[TEAM].away
    for who in PEOPLE:
        for day in (first + timedelta(days=number) for number in range(-3, 9)):
            number = day.toordinal()
            is_closed = any(begins <= number <= ends for begins, ends in closed)
            shifts = {(s.begins, s.ends) for s in duties[who].spans if is_on(s, day) and not is_closed}
            shifts |= {(s.begins, s.ends) for s in duties[who].once if s.day == number}
            for times in shifts:
                given = [swap.to for swap in duties[who].swaps if swap[:3] == (number, *times) and swap.accepted]
                holder = given[0] if given else who
                if not any(begins <= number <= ends for begins, ends in duties[holder].away):
                    found[holder] |= looked_up(week, day, *times)
    return found


quarters = st.integers(0, 95).map(lambda quarter: quarter * 15)
hours = st.tuples(quarters, quarters)


@st.composite
def weeks_with_duties(draw: st.DrawFn) -> tuple[str, dict[str, Duty], tuple[int, int]]:
    week = draw(st.sampled_from(sorted(WEEKS)))
    first = WEEKS[week][1].toordinal()
    days = st.integers(first - 2, first + 7)
    limits = st.just((0, 0, 1)) | st.tuples(days, st.just(0) | days, st.sampled_from([1, 2]))
    spans = st.tuples(st.integers(0, 6), quarters, quarters, limits).map(lambda one: Span(*one[:3], *one[3]))
    once = st.tuples(days, quarters, quarters).map(lambda one: Shift(*one))
    away = st.tuples(days, st.integers(0, 2)).map(lambda one: Days(one[0], sum(one)))
    duties = {TEAM: Duty(away=tuple(draw(st.lists(away, max_size=1))))}
    for who in PEOPLE:
        mine = Duty(
            tuple(draw(st.lists(spans, max_size=6))), once=tuple(draw(st.lists(once, max_size=3))),
            away=tuple(draw(st.lists(away, max_size=1))),
        )  # fmt: skip
        turns = Roster({who: mine}, frozenset({who}), WEEKS[week][0]).turns(first, first + 7)
        swaps: bool = draw(st.booleans())
        if turns and swaps:
            other = draw(st.sampled_from([one for one in PEOPLE if one != who]))
            shift = draw(st.sampled_from(turns)).shift
            mine = mine.with_swap(shift, Swap(*shift, other, draw(st.booleans())))
        duties[who] = mine
    return week, duties, draw(st.just((0, DAY_MINUTES)) | hours)


@settings(max_examples=75, deadline=None)
@given(made=weeks_with_duties())
def test_roster_says_what_a_clerk_at_the_wall_clock_says(
    made: tuple[str, dict[str, Duty], tuple[int, int]],
) -> None:
    week, duties, team_hours = made
    zone, first = WEEKS[week]
    plan, clerk = Roster(duties, frozenset(PEOPLE), zone), by_clerk(week, duties)
    start, last = at(first.toordinal(), 0, zone=zone), first.toordinal() + 6
    whole = range(start, at(last + 1, 0, zone=zone), 60)
    for who in PEOPLE:
        stretches = merged(turn[:2] for turn in plan.turns(first.toordinal() - 3, last) if turn.holder == who)
        assert all(one.ends < other.begins for one, other in pairwise(stretches)), "a moment counts once"
        mine = {minute for begins, ends in stretches for minute in range(begins, ends, 60)}
        assert mine & set(whole) == clerk[who] & set(whole), who
    for minute in whole[::47]:
        found = plan.on_call(minute) or frozenset()
        assert found == {who for who in PEOPLE if minute in clerk[who]}

    gaps = plan.gaps(team_hours, start, last)
    told = [minute for begins, ends in gaps for minute in range(begins, ends, 60)]
    wanted: set[int] = set()
    for day in range(first.toordinal() - 1, last + 1):
        if not any(begins <= day <= ends for begins, ends in duties[TEAM].away):
            wanted |= looked_up(week, date.fromordinal(day), *team_hours)
    anybody = set().union(*clerk.values())
    assert set(told) & set(whole) == (wanted - anybody) & set(whole)
    if team_hours[0] < team_hours[1]:  # otherwise the team's hours themselves may overlap where the clock changes
        assert len(told) == len(set(told)), "no gap twice"


@settings(max_examples=75, deadline=None)
@given(made=weeks_with_duties())
def test_who_takes_every_gap_leaves_none(made: tuple[str, dict[str, Duty], tuple[int, int]]) -> None:
    week, duties, team_hours = made
    zone, first = WEEKS[week]
    start, last = at(first.toordinal(), 0, zone=zone), first.toordinal() + 6
    duties["ana"] = replace(duties["ana"], away=())
    plan = Roster(duties, frozenset(PEOPLE), zone)
    once = [plan.shift(gap) for gap in plan.gaps(team_hours, start, last)]
    duties["ana"] = replace(duties["ana"], once=added(duties["ana"].once, *once))
    assert plan.gaps(team_hours, start, last) == []


# Both changes of the clock, by hand

BACK = date(2026, 11, 1).toordinal()
FORWARD = date(2027, 3, 14).toordinal()


def test_night_of_the_clock_change_is_an_hour_longer_or_shorter() -> None:
    night = roster(ana=Duty(tuple(Span(day, 22 * 60, 6 * 60) for day in range(7))))
    lengths = [(turn.ends - turn.begins) / 3600 for day in (BACK, FORWARD) for turn in night.turns(day - 1, day - 1)]
    assert lengths == [9, 7]


def test_shifts_that_meet_in_the_hour_shown_twice_have_no_gap_and_no_overlap() -> None:
    plan = roster(ana=Duty((Span(5, 22 * 60, 90),)), ben=Duty((Span(6, 90, NINE),)))
    before, after = at(BACK, 1, 30) - 60, at(BACK, 1, 30)
    assert words(plan, before) == "ana" and words(plan, after) == "ben"
    assert words(plan, at(BACK, 1, 15, fold=1)) == "ben", "the second 01:15 is after the first 01:30"
    assert plan.gaps((0, NINE), at(BACK, 0), BACK) == []


def test_time_that_the_clock_skips_is_the_moment_of_the_change() -> None:
    change = at(FORWARD, 3)
    assert [instant(FORWARD, minute, HOME) for minute in (120, 150, 179, 180)] == [change] * 4
    assert instant(FORWARD, 119, HOME) == change - 60
    plan = roster(ana=Duty((Span(5, 22 * 60, 150),)), ben=Duty((Span(6, 150, NINE),)))
    assert words(plan, change - 60) == "ana" and words(plan, change) == "ben"
    assert roster(ana=Duty((Span(6, 125, 170),))).turns(FORWARD, FORWARD) == [], "the clock never shows it"


# Patterns, limits and dates


def test_every_second_week_goes_on_over_the_year_and_a_week_53() -> None:
    """2026 has a week 53, so weeks by ISO number would be odd twice in a row."""
    plan = roster(ana=Duty((Span(0, NINE, FIVE, MONDAY, 0, 2),)), ben=Duty((Span(0, NINE, FIVE, MONDAY + 7, 0, 2),)))
    assert [on(plan, MONDAY + 7 * week, 12) for week in range(8)] == ["ana", "ben"] * 4
    midweek = roster(ana=Duty((Span(4, NINE, FIVE, MONDAY + 2, 0, 2),)))
    assert [on(midweek, MONDAY + 4 + 7 * week, 12) for week in range(3)] == ["ana", "", "ana"]


def test_weekly_shift_keeps_to_its_first_and_last_day() -> None:
    plan = roster(ana=Duty(tuple(Span(day, NINE, FIVE, MONDAY + 1, MONDAY + 3) for day in range(7))))
    assert [on(plan, MONDAY + day, 12) for day in range(5)] == [None, "ana", "ana", "ana", None]


def test_rota_that_begins_later_changes_no_alert_today() -> None:
    planned = Duty((Span(0, NINE, FIVE, MONDAY + 7),), once=(Shift(MONDAY + 1, NINE, FIVE),))
    plan = roster(ana=planned)
    assert on(plan, MONDAY, 12) is None, "None is everybody"
    assert on(plan, MONDAY + 1, 12) == "ana"
    assert on(plan, MONDAY + 1, 18) is None
    assert on(plan, MONDAY + 8, 12) == ""


def test_away_days_drop_the_shifts_that_begin_on_them() -> None:
    nights = tuple(Span(day, 22 * 60, 6 * 60) for day in range(7))
    plan = roster(ana=Duty(nights, away=(Days(MONDAY, MONDAY + 1),), once=(Shift(MONDAY, 0, NINE),)))
    assert on(plan, MONDAY, 5) == "ana", "the night before began on Sunday"
    assert [on(plan, MONDAY, hour) for hour in (7, 23)] == ["", ""]
    assert [on(plan, MONDAY + 2, hour) for hour in (5, 23)] == ["", "ana"]
    by_hand = roster(ana=Duty(nights, until=at(MONDAY, 13), away=(Days(MONDAY, MONDAY),)))
    assert on(by_hand, MONDAY, 12) == "ana", "by hand counts more"


def test_closed_day_drops_weekly_shifts_and_gaps_and_keeps_shifts_of_its_date() -> None:
    week = tuple(Span(day, NINE, FIVE) for day in range(7))
    plan = roster(
        ana=Duty(week), ben=Duty(once=(Shift(MONDAY, 600, 720),)), **{TEAM: Duty(away=(Days(MONDAY, MONDAY),))}
    )
    assert on(plan, MONDAY, 11) == "ben"
    assert on(plan, MONDAY, 13) == "", "somebody is alerted in any case: the leads, then everybody"
    assert plan.gaps((NINE, 1260), at(MONDAY, 0), MONDAY + 1) == [Stretch(at(MONDAY + 1, 17), at(MONDAY + 1, 21))]


def test_gap_begins_now_and_ends_with_who_is_on_by_hand() -> None:
    plan = roster(ana=Duty((Span(0, NINE, 720),)), ben=Duty(until=at(MONDAY, 14)))
    assert plan.gaps((NINE, FIVE), at(MONDAY, 13), MONDAY) == [Stretch(at(MONDAY, 14), at(MONDAY, 17))]
    assert roster(ana=Duty((Span(0, NINE, 720),))).gaps((NINE, FIVE), at(MONDAY, 13, 5), MONDAY) == [
        Stretch(at(MONDAY, 13, 5), at(MONDAY, 17))
    ]  # fmt: skip


def test_uncovered_parts_of_hours() -> None:
    wanted = Stretch(540, 1260)
    assert uncovered(wanted, []) == [wanted]
    covered = merged([(660, 720), (0, 600), (700, 1200)])
    assert covered == [Stretch(0, 600), Stretch(660, 1200)]
    assert uncovered(wanted, covered) == [Stretch(600, 660), Stretch(1200, 1260)]
    assert uncovered(wanted, [Stretch(0, 1440)]) == []


# Swaps

SHIFT = Shift(MONDAY, NINE, FIVE)
WEEKLY = Duty((Span(0, NINE, FIVE),))


def test_shift_moves_when_it_is_accepted_and_for_its_date_alone() -> None:
    offered = roster(ana=WEEKLY.with_swap(SHIFT, Swap(*SHIFT, "ben")))
    assert on(offered, MONDAY, 12) == "ana"
    assert offered.turns(MONDAY, MONDAY)[0].asked == "ben"
    plan = roster(ana=WEEKLY.with_swap(SHIFT, Swap(*SHIFT, "ben", accepted=True)))
    assert [on(plan, MONDAY + day, 12) for day in (0, 7)] == ["ben", "ana"]
    assert plan.duty("ana").with_swap(SHIFT, None) == WEEKLY


def test_given_shift_falls_back_when_the_other_has_left_and_stays_when_the_owner_has() -> None:
    given = WEEKLY.with_swap(SHIFT, Swap(*SHIFT, "ben", accepted=True))
    without_ben = Roster({"ana": given}, frozenset({"ana"}), HOME)
    assert words(without_ben, at(MONDAY, 12)) == "ana"
    without_ana = Roster({"ana": given}, frozenset({"ben"}), HOME)
    assert words(without_ana, at(MONDAY, 12)) == "ben"


# The end of a shift, and its start


def test_ended_shift_of_any_kind_does_not_come_back() -> None:
    once = Duty(once=(Shift(MONDAY, 600, 900), Shift(MONDAY, 960, FIVE)))
    given = WEEKLY.with_swap(SHIFT, Swap(*SHIFT, "cleo", accepted=True))
    plan, noon = roster(ana=WEEKLY, ben=once, cleo=Duty(until=at(MONDAY, 20))), at(MONDAY, 12)
    duties = {who: plan.ended(who, noon, plan.duty(who)) for who in ("ana", "ben")}
    after = roster(**duties)
    assert [on(after, MONDAY, hour) for hour in (12, 14, 16)] == ["", "", "ben"], "the later shift is as before"
    assert on(after, MONDAY + 7, 12) == "ana"
    received = Roster({"ana": given}, frozenset(PEOPLE), HOME)
    ended = received.ended("cleo", noon, Duty())
    assert on(roster(ana=given, cleo=ended), MONDAY, 13) == ""
    taken = replace(duties["ana"], once=(Shift(MONDAY, 13 * 60, FIVE),))
    assert on(roster(ana=taken), MONDAY, 14) == "ana", "who ended a shift may still take a gap"


def test_shift_asks_until_the_colleague_is_there() -> None:
    duty = Duty((Span(0, NINE, 720), Span(0, 720, FIVE), Span(0, 1080, 1260)))
    nine, six = at(MONDAY, 9), at(MONDAY, 18)
    plan = roster(ana=duty, ben=Duty(until=at(MONDAY, 23)))
    assert plan.not_here(nine) == {"ana": nine}
    there = roster(ana=replace(duty, here_at=nine + 60))
    assert there.not_here(at(MONDAY, 13)) == {}, "shifts without a break are one"
    assert there.not_here(six) == {"ana": six}
    assert there.not_here(at(MONDAY, 22)) == {}


# What is stored


def test_duty_with_everything_survives_storage() -> None:
    duty = Duty(
        (Span(4, 540, 1020, MONDAY, MONDAY + 30, 2),), 99, 98, (SHIFT,), (Days(MONDAY, MONDAY),),
        (Swap(*SHIFT, "ben", accepted=True),), 97,
    )  # fmt: skip
    assert Duty.load(duty.dump()) == duty


def test_weekly_rota_of_an_earlier_release_goes_on() -> None:
    stored = {"spans": [[0, 540, 1020], [4, 1320, 360]], "until": 0, "off_until": at(MONDAY, 12)}
    plan = roster(ana=Duty.load(stored))
    assert [on(plan, MONDAY, hour) for hour in (10, 13)] == ["", "ana"]
    assert [on(plan, MONDAY + day, hour) for day, hour in ((4, 23), (5, 5), (7, 9))] == ["ana"] * 3


@pytest.mark.parametrize("stored", [
    {"spans": [["0", 540, 1020]]}, {"spans": [[0, 540, 1020, 0, 0, 0]]}, {"spans": [[0, 540]]}, {"until": "soon"},
    {"once": [[1, 2, None]]}, {"away": [5]}, {"swaps": [["x", 0, 0, "ben"]]},
])  # fmt: skip
def test_damaged_duty_is_refused_when_it_is_read(stored: dict[str, object]) -> None:
    with pytest.raises((ValueError, TypeError)):
        Duty.load(stored)


def test_past_entries_go_and_weekly_shifts_stay() -> None:
    past, now = Shift(MONDAY - 8, NINE, FIVE), Shift(MONDAY, NINE, FIVE)
    duty = Duty(
        (Span(0, NINE, FIVE), Span(1, NINE, FIVE, 0, MONDAY - 8), Span(2, NINE, FIVE, MONDAY + 9)),
        once=(past, now), away=(Days(MONDAY - 9, MONDAY - 8), Days(MONDAY - 9, MONDAY)),
        swaps=(Swap(*past, "ben"), Swap(*now, "ben")),
    )  # fmt: skip
    assert duty.tidied(MONDAY) == Duty(
        (duty.spans[0], duty.spans[2]), once=(now,), away=(duty.away[1],), swaps=(duty.swaps[1],)
    )
    assert not duty.is_full
    assert replace(duty, once=(now,) * (MOST_ENTRIES + 1)).is_full


@pytest.mark.parametrize("key", ["", "1-2", "0-540-1020", "739000-540-1441", "9999999-0-0", "739000-54x-1", "٧-1-1"])
def test_key_of_no_shift_is_none(key: str) -> None:
    assert Shift.of_key(key) is None
    assert Shift.of_key(SHIFT.key) == SHIFT


def test_equal_weekly_shifts_are_one_group() -> None:
    early, late = Span(0, NINE, FIVE), Span(2, NINE, FIVE)
    assert grouped([late, Span(1, 600, FIVE), early]) == [(early, late), (Span(1, 600, FIVE),)]


def test_hours_of_the_team() -> None:
    assert read_hours("09:00-21:00") == (540, 1260)
    assert read_hours("20:00-04:00") == (1200, 240)
    assert read_hours("") == (0, DAY_MINUTES)


def test_time_after_midnight_is_tomorrow() -> None:
    evening = datetime(2026, 11, 23, 20, tzinfo=HOME)
    assert next_at(evening, 120) == evening + timedelta(hours=6)
    assert next_at(evening, 1260) == evening + timedelta(hours=1)
