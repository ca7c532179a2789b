"""When the team's hours begin next, across closed days and changes of the clock."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date

from hypothesis import given, settings

from bot.staff.roster import Roster
from bot.staff.rota import Duty
from tests.unit.test_roster import WEEKS, at, looked_up, weeks_with_duties


@settings(max_examples=75, deadline=None)
@given(made=weeks_with_duties())
def test_team_opens_when_a_clerk_at_the_wall_clock_says(made: tuple[str, dict[str, Duty], tuple[int, int]]) -> None:
    week, duties, team_hours = made
    zone, first = WEEKS[week]
    plan, day = Roster(duties, frozenset(), zone), first.toordinal()
    open_days = [one for one in range(day - 2, day + 10) if not plan.is_closed(one)]
    runs = sorted(set().union(*(looked_up(week, date.fromordinal(one), *team_hours) for one in open_days)))
    for moment in range(at(day, 0, zone=zone), at(day + 5, 0, zone=zone), 47 * 60):
        assert plan.opens(team_hours, moment) == runs[bisect_left(runs, moment)]
