"""The page of help lines: who may open it, what it shows first, and what checking a line off does."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from bot.actions.content import WordsDesk
from bot.cli.doctor import examine
from bot.content.editions import Name
from bot.conversation.engine import Conversation
from bot.staff.audit import Verb
from tests.support.staff import Team, post

PAGE = "/studio/hotlines"
LATER = Name("en", "messages", "welcome.later")


@pytest.fixture
def today(conversation: Conversation) -> dt.date:
    """The day on the programme's clock."""
    parts = conversation.parts
    return dt.datetime.fromtimestamp(parts.clock(), parts.settings.timezone).date()


@pytest.fixture
def stale(conversation: Conversation, today: dt.date) -> str:
    """A line to call that nobody has tried."""
    conversation.parts.words.catch_up()
    lines = conversation.parts.words.now.hotlines
    return next(key for key in lines.stale(today) if lines.lines[key].call)


def check_off(editor: FlaskClient, line: str, day: object, way: str = "call") -> int:
    return post(editor, PAGE, PAGE, line=line, day=str(day), way=way).status_code


def test_only_editors_open_it(team: Team) -> None:
    assert team.inside(team.person("caseworker")).get(PAGE).status_code == 403
    assert team.caller().get(PAGE).status_code == 303


def test_every_line_is_shown_and_what_has_waited_longest_comes_first(
    editor: FlaskClient, conversation: Conversation, today: dt.date
) -> None:
    page = editor.get(PAGE).text
    lines = conversation.parts.words.now.hotlines
    at = {key: page.index(f'id="{key}"') for key in lines.lines}
    stale = lines.stale(today)
    assert stale, "some are stale"
    assert max(at[key] for key in stale) < min(place for key, place in at.items() if key not in stale)
    for line in lines.lines.values():
        assert (line.number("call") or line.number("text") or line.number("video") or str(line.chat)) in page


def test_a_line_that_was_tried_is_in_use_at_once_and_the_draft_waits(
    editor: FlaskClient, conversation: Conversation, stale: str, today: dt.date
) -> None:
    desk = WordsDesk(conversation.parts)
    desk.put(LATER, desk.entry(LATER).mark, {"text": "Ok. Text any time."}, "ana")
    assert check_off(editor, stale, today) == 303
    assert conversation.parts.words.now.hotlines.lines[stale].checked == today
    assert list(desk.draft()) == [LATER]
    noted = conversation.parts.store.staff.audit.page(0, 1)[0][1]
    assert noted and (noted.entry.what, noted.entry.on) == (Verb.WORDS_PUBLISHED, "edition:1")


@pytest.mark.parametrize("day", ["tomorrow", "", "2999-01-01"])
def test_a_day_that_is_none_or_has_not_come_is_refused(editor: FlaskClient, stale: str, day: str) -> None:
    answer = post(editor, PAGE, PAGE, line=stale, day=day, way="call")
    assert answer.status_code == 422
    assert "the date you checked it" in answer.text


def test_an_earlier_day_does_not_take_the_later_ones_place(
    editor: FlaskClient, conversation: Conversation, stale: str, today: dt.date
) -> None:
    assert check_off(editor, stale, today) == 303
    assert check_off(editor, stale, today - dt.timedelta(days=3)) == 422
    assert conversation.parts.words.now.hotlines.lines[stale].checked == today


def test_one_that_was_tried_in_two_ways_on_a_day_is_checked_off_once(
    editor: FlaskClient, conversation: Conversation, today: dt.date
) -> None:
    conversation.parts.words.catch_up()
    known = conversation.parts.words.now.hotlines
    both = next(key for key in known.stale(today) if known.lines[key].call and known.lines[key].text)
    assert check_off(editor, both, today) == 303
    answer = post(editor, PAGE, PAGE, line=both, day=str(today), way="text")
    assert (answer.status_code, f"done={both}" in answer.location) == (303, True)
    assert WordsDesk(conversation.parts).edition().number == 1


def test_a_line_or_a_way_that_there_is_not_is_refused(editor: FlaskClient, stale: str, today: dt.date) -> None:
    assert check_off(editor, "no-such-line", today) == 400
    assert check_off(editor, stale, today, way="pigeon") == 400


def test_the_doctor_knows_what_was_tried(editor: FlaskClient, conversation: Conversation, stale: str) -> None:
    settings = conversation.parts.settings

    def told() -> str:
        return next((one for one in examine(settings) if one.startswith("hotlines.yaml")), "")

    today = dt.datetime.now(dt.UTC).date()
    assert stale in told()
    WordsDesk(conversation.parts).tried(stale, today, "ana")
    assert f" {stale}," not in told()
    assert stale in next(
        one for one in examine(replace(settings, redis_url="redis://127.0.0.1:9/0")) if one.startswith("hotlines.yaml")
    )
