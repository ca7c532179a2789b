"""Page of help lines: access, order, and what checking off a line does."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from bot.actions.content import ContentActions
from bot.cli.doctor import examine
from bot.content.editions import EntryName
from bot.runtime.runtime import Runtime
from bot.staff.audit import Verb
from tests.support.staff import Team, post

PAGE = "/studio/hotlines"
LATER = EntryName("en", "messages", "welcome.later")


@pytest.fixture
def today(runtime: Runtime) -> dt.date:
    """Return the day on the programme's clock."""
    return dt.datetime.fromtimestamp(runtime.clock(), runtime.settings.timezone).date()


@pytest.fixture
def stale(runtime: Runtime, today: dt.date) -> str:
    """Return a phone line that nobody has tried."""
    runtime.content.catch_up()
    lines = runtime.content.now.hotlines
    return next(key for key in lines.stale(today) if lines.lines[key].call)


def check_off(editor: FlaskClient, line: str, day: object, way: str = "call") -> int:
    return post(editor, PAGE, PAGE, line=line, day=str(day), way=way).status_code


def test_only_editors_open_it(team: Team) -> None:
    assert team.inside(team.person("caseworker")).get(PAGE).status_code == 403
    assert team.caller().get(PAGE).status_code == 303


def test_lines_are_listed_with_the_longest_unchecked_first(
    editor: FlaskClient, runtime: Runtime, today: dt.date
) -> None:
    page = editor.get(PAGE).text
    lines = runtime.content.now.hotlines
    at = {key: page.index(f'id="{key}"') for key in lines.lines}
    stale = lines.stale(today)
    assert stale, "some are stale"
    assert max(at[key] for key in stale) < min(place for key, place in at.items() if key not in stale)
    for line in lines.lines.values():
        assert (line.number("call") or line.number("text") or line.number("video") or str(line.chat)) in page


def test_checked_line_is_published_at_once_without_the_draft(
    editor: FlaskClient, runtime: Runtime, stale: str, today: dt.date
) -> None:
    desk = ContentActions(runtime)
    desk.save_draft(LATER, desk.entry(LATER).mark, {"text": "Ok. Text any time."}, "ana")
    assert check_off(editor, stale, today) == 303
    assert runtime.content.now.hotlines.lines[stale].checked == today
    assert list(desk.draft()) == [LATER]
    noted = runtime.store.staff.audit.page(0, 1)[0][1]
    assert noted and (noted.entry.what, noted.entry.on) == (Verb.WORDS_PUBLISHED, "edition:1")


@pytest.mark.parametrize("day", ["tomorrow", "", "2999-01-01"])
def test_invalid_or_future_day_is_refused(editor: FlaskClient, stale: str, day: str) -> None:
    answer = post(editor, PAGE, PAGE, line=stale, day=day, way="call")
    assert answer.status_code == 422
    assert "the date you checked it" in answer.text


def test_earlier_day_does_not_replace_a_later_one(
    editor: FlaskClient, runtime: Runtime, stale: str, today: dt.date
) -> None:
    assert check_off(editor, stale, today) == 303
    assert check_off(editor, stale, today - dt.timedelta(days=3)) == 422
    assert runtime.content.now.hotlines.lines[stale].checked == today


def test_two_ways_tried_on_one_day_are_recorded_together(editor: FlaskClient, runtime: Runtime, today: dt.date) -> None:
    runtime.content.catch_up()
    known = runtime.content.now.hotlines
    both = next(key for key in known.stale(today) if known.lines[key].call and known.lines[key].text)
    assert check_off(editor, both, today) == 303
    answer = post(editor, PAGE, PAGE, line=both, day=str(today), way="text")
    assert (answer.status_code, f"done={both}" in answer.location) == (303, True)
    assert ContentActions(runtime).edition().number == 1


def test_unknown_line_or_way_is_refused(editor: FlaskClient, stale: str, today: dt.date) -> None:
    assert check_off(editor, "no-such-line", today) == 400
    assert check_off(editor, stale, today, way="pigeon") == 400


def test_doctor_knows_what_was_tried(editor: FlaskClient, runtime: Runtime, stale: str) -> None:
    settings = runtime.settings

    def told() -> str:
        return next((one for one in examine(settings) if one.startswith("hotlines.yaml")), "")

    today = dt.datetime.now(dt.UTC).date()
    assert stale in told()
    ContentActions(runtime).hotline_checked(stale, today, "ana")
    assert f" {stale}," not in told()
    assert stale in next(
        one for one in examine(replace(settings, redis_url="redis://127.0.0.1:9/0")) if one.startswith("hotlines.yaml")
    )
