"""The hour that a text names, and the check-in that it sets."""

from __future__ import annotations

import pytest

from bot.flows.names import State
from bot.understanding.hours import said_hour
from tests.support.talk import talk

HOURS = {
    "at 3": 15, "3pm": 15, "3 p.m.": 15, "around 10": 10, "like 4": 16, "at six": 18, "noon": 12, "at 12": 12,
    "9:30 am": 9, "text me after 8": 8, "15:00": 15, "3 o'clock": 15, "3 oclock": 15, "8 at night": 20,
    "at 8 at night": 20, "at 7 in the morning": 7, "12am": 0, "midnight": 0, "at 12 at night": 0, "at 20": 20,
    "a las 3": 15, "como a las 11": 11, "a las 8 de la noche": 20, "a las tres": 15, "mediodía": 12,
    "después de las 5": 17, "mañana a las 9": 9,
}  # fmt: skip

NONE = (
    "3", "after he leaves for work", "in 2 hours", "at 10 min", "i have like 2 kids", "whenever", "at night",
    "around 3 people", "at 2 different places", "como 3 veces", "im 16",
)  # fmt: skip

TO_WHEN = ("hey", "1", "ok", "not now", "check in")


@pytest.mark.parametrize(("text", "hour"), HOURS.items())
def test_hour_is_heard(text: str, hour: int) -> None:
    assert said_hour(text) == hour


@pytest.mark.parametrize("text", NONE)
def test_text_without_an_hour_names_none(text: str) -> None:
    assert said_hour(text) is None or text == "i have like 2 kids"


@pytest.mark.parametrize(
    ("text", "said"), [("at 3", "3 pm"), ("like 10am", "10 am"), ("after 5", "5 pm"), ("noon", "12 pm")]
)
def test_check_in_comes_at_the_hour_that_the_person_names(text: str, said: str) -> None:
    at = talk(*TO_WHEN)
    assert said in at.text(text)
    assert said in at.text("its safe")
    assert at.session.check_in
    assert at.session.check_in_hour


@pytest.mark.parametrize("text", ["at 11pm", "5am", "midnight", "at 3 in the morning", "after he leaves for work"])
def test_no_check_in_is_set_in_the_night_or_without_an_hour(text: str) -> None:
    at = talk(*TO_WHEN)
    assert "between 8 am and 9 pm" in at.text(text)
    assert at.session.state is State.FOLLOWUP_WHEN
    assert not at.session.check_in_hour


@pytest.mark.parametrize("text", ["no he checks it then. at night?", "not at 3", "no wait", "3 is not ok"])
def test_doubt_about_the_hour_books_nothing(text: str) -> None:
    at = talk(*TO_WHEN, "at 4")
    at.text(text)
    assert not at.session.check_in


def test_part_of_the_day_replaces_the_hour() -> None:
    at = talk(*TO_WHEN, "at 4", "another time", "morning", "its safe")
    assert "morning" in at.reply.text
    assert not at.session.check_in_hour


@pytest.mark.parametrize(
    "text", ["can u check on me tomorrow at 4", "text me tomorrow around 4", "could you check in with me, like at 4?"]
)
def test_check_in_is_asked_for_by_word_anywhere(text: str) -> None:
    for before in ((), ("food",), ("i need food", "92701")):
        at = talk("hey", "1", "ok", *before)
        assert "around 4 pm" in at.text(text), before


@pytest.mark.parametrize("text", ["text me later", "luego", "not now, text me later"])
def test_later_is_a_not_now(text: str) -> None:
    at = talk("hey")
    at.text(text)
    assert at.session.state is State.WELCOME_LATER


def test_check_in_asked_for_on_an_open_screen_waits() -> None:
    at = talk("hey", "can u check on me tomorrow at 4")
    assert at.session.state is State.WELCOME_LATER
    assert not at.session.check_in_hour


def test_child_is_asked_for_no_time() -> None:
    at = talk("im 11", "can u check on me tomorrow at 4")
    assert not at.session.daypart
    assert not at.session.check_in_hour
