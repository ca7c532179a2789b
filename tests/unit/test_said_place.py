"""Where somebody is, said in any text: numbers of that country from then on; asked where it is not sure."""

from __future__ import annotations

import pytest

from bot.directory.said_place import said_place
from tests.support.talk import TO_NEEDS, snapshot, talk

US_NUMBERS = ("1-888-373-7888", "233733", "1-800-422-4453", "1-800-222-1222", "66008", "741741")

# Her country and place

CANADA = [
    "hey im in surrey bc do u guys help here",
    "im in canada",
    "i live in toronto",
    "im stuck in calgary",
    "im in british columbia",
    "my postal code is M5V 2T6",
    "vivo en toronto",
    "estoy en canada",
    "im canadian",
    "im near london ontario",
    "abbotsford b.c.",
    "burnaby bc need food",
    "in winnipeg rn",
    "kelowna",
    "red deer alberta please help",
]


@pytest.mark.parametrize("text", CANADA)
@pytest.mark.parametrize("at_first", [True, False])
def test_whoever_is_in_canada_gets_no_number_of_the_states(text: str, at_first: bool) -> None:
    at = talk(text) if at_first else talk(*TO_NEEDS, text)
    for more in (
        "he has a knife",
        "2",
        "1",
        "1",
        "my friend is overdosing",
        "2",
        "not now",
        "person",
        "my dad touches my sister",
    ):
        said = at.text(more)
        assert not any(number in said for number in US_NUMBERS), (more, said)
    assert at.session.area is not None and at.session.area.country == "CA"


@pytest.mark.parametrize(
    "text",
    [
        "im in surrey",
        "im in vancouver",
        "i live in victoria",
        "vivo en richmond",
        "im in kingston",
        "montreal",
        "london",
    ],
)
def test_a_city_of_two_countries_is_asked_and_gets_only_numbers_of_both(text: str) -> None:
    at = talk(text)
    said = at.text("he has a knife")
    assert "911" in said and "988" in said and not any(number in said for number in US_NUMBERS)
    at = talk(*TO_NEEDS, text, "food")
    assert at.reply.key == "needs.country" and "Canada" in at.reply.text.replace("á", "a")
    at.text("surrey bc")
    assert at.session.area is not None and at.session.area.country == "CA" and not at.session.unsure


@pytest.mark.parametrize(
    "text",
    [
        "im in love",
        "im in danger",
        "im in bed",
        "he took me to vegas",
        "my mom lives in texas",
        "im in here",
        "in the morning",
        "estoy en la casa",
        "im from mexico",
        "he is from toronto",
        "im in labor",
        "im in the hospital bc he hit me",
        "in love with him",
        "near you",
        "hope",
        "ok",
    ],
)
def test_what_is_no_place_of_hers_tells_none(text: str) -> None:
    area, unsure = said_place(text, snapshot().find_area, "US-CA")
    assert area is None and not unsure


def test_a_place_said_anywhere_is_not_asked_again_and_a_city_is_never_lost() -> None:
    at = talk("im in santa ana and need food", "1", "ok")
    assert at.reply.key == "options.offer"
    at.text("im in california")
    assert at.session.area is not None and at.session.area.city == "Santa Ana"
