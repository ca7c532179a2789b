"""A tag, a device in a car, an app or a shared location: it is not taken off blindly, nor brought along."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

_ES = ("hola", "1", "1")
_KEYS = ("aside.tracker", "aside.tracker.again")


@pytest.mark.parametrize(
    "text",
    [
        "he put a tracker on my car",
        "theres an airtag in my bag",
        "there is something under my car w a light",
        "he put a gps on my car",
        "i found a little box under my seat",
    ],
)
def test_the_first_reply_says_what_taking_it_off_does(text: str) -> None:
    reply = talk(text).reply
    assert "may show that you know" in reply.text and "911" in reply.text


@pytest.mark.parametrize(
    "text",
    [
        "me puso un gps en el carro",
        "creo que hay un airtag en mi bolsa",
    ],
)
def test_it_is_heard_in_spanish(text: str) -> None:
    assert talk(*_ES, text).reply.key == "aside.tracker"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("he can see my location on snap", "should i turn it off"),
        ("my ex is tracking my phone", "what if i turn it off"),
        ("he has life360 on me", "how do i delete it without him knowing"),
        ("my bf makes me share my location", "can i just turn it off"),
        ("they put a spy app on my cell", "how do i remove it"),
        ("mi ex me rastrea el iphone", "como lo quito"),
        ("tiene mi ubicacion en el cel", "si la apago se da cuenta"),
        ("me tiene en el life360 a toda hora", "lo borro?"),
    ],
)
def test_a_phone_that_traces_them_turns_the_screen_bland_first(text: str, asked: str) -> None:
    assert talk(text).reply.key == "safety.watched"
    assert talk(text, asked).reply.key in _KEYS


@pytest.mark.parametrize("text", ["he can see my location how do i stop it", "me rastrea el cel, que hago?"])
def test_who_asks_of_it_at_once_is_told_at_once(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key in _KEYS


@pytest.mark.parametrize(
    "text",
    [
        "should i take it off",
        "do i throw it away",
        "how do i turn it off without him knowing",
        "i found it",
        "if i take it off he will know",
        "im driving to my aunts in reno",
        "im at a gas station",
    ],
)
def test_what_is_asked_next_is_asked_of_it(text: str) -> None:
    assert talk("he put a tracker on my car", text).reply.key in _KEYS


@pytest.mark.parametrize(
    "text",
    ["como lo busco", "como lo quito", "lo encontre", "lo tiro?", "si lo quito se da cuenta", "como se si me espia"],
)
def test_it_is_asked_in_spanish(text: str) -> None:
    assert talk("creo que me puso un airtag", text).reply.key in _KEYS


@pytest.mark.parametrize(
    "text",
    [
        "he just pulled in",
        "omg he found me",
        "hes in the parking lot",
        "hes following me",
    ],
)
def test_who_traces_them_and_comes_is_a_danger(text: str) -> None:
    reply = talk("he put a tracker on my car", text).reply
    assert reply.key in ("safety.hurt", "safety.now.reach") and "911" in reply.text


def test_he_who_comes_in_spanish_is_a_danger() -> None:
    assert "911" in talk(*_ES, "me puso un gps en el carro", "ya llego").reply.text


@pytest.mark.parametrize(
    "text",
    [
        "can you track my phone",
        "i lost my phone can you find it",
        "my dog has an airtag",
        "he reads my texts",
        "is there a bus with gps tracking",
        "should i take it off",
    ],
)
def test_other_tags_and_questions_are_none(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key not in _KEYS


def test_whose_track_was_lost_is_no_tracker() -> None:
    text = "want to find my sister we got split up in care n i lost track of her"
    assert not talk("hi", "1", "ok", text).reply.key.startswith("aside.tracker")
