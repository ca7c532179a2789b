"""Rota week: parsing of hours, the spans of a day, and the hours that nobody covers."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.staff.rota import (
    DAY_MINUTES,
    Duty,
    Span,
    Stretch,
    every_day,
    gaps,
    next_at,
    on_day,
    on_duty,
    read_day,
    write_day,
)

MONDAY = datetime(2026, 11, 23, tzinfo=ZoneInfo("America/Los_Angeles"))


@pytest.mark.parametrize(("text", "spans"), [
    ("", ()), (" Off ", ()), ("-", ()),
    ("09:00-17:00", (Span(2, 540, 1020),)), ("9:00 – 17:00", (Span(2, 540, 1020),)),
    ("09:00 to 17:00", (Span(2, 540, 1020),)), ("22:00-06:00", (Span(2, 1320, 360),)),
    ("18:00-24:00", (Span(2, 1080, DAY_MINUTES),)), ("00:00-24:00", (Span(2, 0, DAY_MINUTES),)),
    ("18:00-20:00, 09:00-12:00", (Span(2, 540, 720), Span(2, 1080, 1200))),
])  # fmt: skip
def test_hours_are_read_as_people_write_them(text: str, spans: tuple[Span, ...]) -> None:
    assert read_day(text, 2) == spans
    assert read_day(write_day(spans, 2), 2) == spans


@pytest.mark.parametrize("text", [
    "9-17", "09:00", "09:00-", "-09:00", "09:00-25:00", "09:60-10:00", "24:00-06:00", "09:00-09:00", "nine to five",
    "09:00-17:00,", "09:00-17:00 18:00-19:00", "09:00-17:00-18:00", ", ".join(["01:00-02:00"] * 5), "9am-5pm",
    "٠٩:٠٠-١٧:٠٠",
])  # fmt: skip
def test_ambiguous_hours_are_not_guessed(text: str) -> None:
    assert read_day(text, 2) is None


def test_span_over_midnight_appears_on_both_days() -> None:
    night = [Span(6, 1320, 360)]
    assert [on_day(night, day) for day in (5, 6, 0, 1)] == [[], [Stretch(1320, 1440)], [Stretch(0, 360)], []]
    assert on_day([Span(6, 1320, 0)], 0) == []


def test_gaps_are_hours_that_nobody_covers() -> None:
    team = on_day(every_day("09:00-21:00"), 0)
    assert gaps(team, []) == [Stretch(540, 1260)]
    assert gaps(team, [Stretch(0, 600), Stretch(660, 720), Stretch(700, 1200)]) == [
        Stretch(600, 660), Stretch(1200, 1260)
    ]  # fmt: skip
    assert gaps(team, [Stretch(600, 1440), Stretch(0, 610), Stretch(620, 630)]) == []
    assert gaps(on_day(every_day("20:00-04:00"), 3), [Stretch(0, 60)]) == [Stretch(60, 240), Stretch(1200, 1440)]
    assert gaps(on_day(every_day(""), 3), []) == [Stretch(0, 1440)]


@pytest.mark.parametrize("hours", ["09:00-21:00", "20:00-04:00", ""])
def test_gap_is_exactly_when_alerts_find_nobody(hours: str) -> None:
    """The page and the alerts compute this differently, but agree at every minute."""
    spans = (Span(0, 540, 1020), Span(0, 1320, 360), Span(2, 0, 1440), Span(4, 720, 720), Span(6, 1380, 60))
    duties, team = {"a": Duty(spans)}, every_day(hours)
    for minute in range(0, 7 * DAY_MINUTES, 15):
        local = MONDAY + timedelta(minutes=minute)
        day, at = divmod(minute, DAY_MINUTES)
        there = any(span.covers(local) for span in team)
        gap = any(begins <= at < ends for begins, ends in gaps(on_day(team, day), on_day(spans, day)))
        assert gap == (there and not on_duty(duties, local)), local.isoformat()


def test_time_after_midnight_is_tomorrow() -> None:
    evening = MONDAY + timedelta(hours=20)
    assert next_at(evening, 120) == MONDAY + timedelta(days=1, hours=2)
    assert next_at(evening, 1260) == MONDAY + timedelta(hours=21)
