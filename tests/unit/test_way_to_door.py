"""His weapon, what to take along and a call to 911, while somebody is a danger in the room."""

from __future__ import annotations

import pytest

from tests.support.talk import talk


@pytest.mark.parametrize(
    ("first", "asked"),
    [
        ("tiene un arma en la mesa y esta dormido", "la agarro?"),
        ("tiene un cuchillo y esta borracho", "me defiendo con algo?"),
        ("mi novio me pega, esta dormido", "le quito la pistola?"),
        ("mi novio me pega", "escondo el cuchillo?"),
        ("he has a gun on the table hes asleep", "do i take it"),
        ("he beats me and hes drunk", "should i hide his gun"),
        ("he hits me", "should i stab him when he sleeps"),
    ],
)
def test_a_weapon_is_not_touched(first: str, asked: str) -> None:
    at = talk(first, asked)
    assert at.reply.key == "aside.leave_it" and "911" in at.reply.text


@pytest.mark.parametrize(
    ("first", "asked"),
    [
        ("mi padrote me pega y se quedo dormido", "tengo el dinero que gane hoy se lo quito?"),
        ("mi novio me pega, esta dormido", "me llevo mis papeles?"),
        ("my pimp beats me and is asleep", "can i grab my passport from his bag"),
        ("he hits me", "should i take the money"),
    ],
)
def test_things_are_not_worth_waking_him(first: str, asked: str) -> None:
    at = talk(first, asked)
    assert at.reply.key == "aside.go_as_you_are" and "911" in at.reply.text


def test_no_shoes_are_no_need_on_the_way_out() -> None:
    at = talk("he has a gun on the table hes asleep", "do i take it", "i have no shoes")
    assert at.reply.key == "aside.go_as_you_are"
    at = talk("tiene un arma en la mesa y esta dormido", "la agarro?", "no tengo zapatos")
    assert at.reply.key == "aside.go_as_you_are"


def test_a_call_that_was_made_is_no_question_about_us() -> None:
    at = talk("tiene un arma en la mesa y esta dormido", "ya llame al 911")
    assert at.reply.key == "aside.called_for_me"
    at.text("no entienden español")
    assert at.reply.key == "aside.called_for_me.again" and "Spanish" in at.reply.text
    assert talk("he hits me", "i called 911").reply.key == "aside.called_for_me"


@pytest.mark.parametrize(
    ("first", "more"),
    [
        ("he hits me", "i have no shoes for school"),
        ("he beats me", "should i take the bus"),
        ("mi novio me pega", "no tengo dinero para renta"),
        ("mi novio me pega", "lo quiero mucho"),
        ("he hits me", "can i keep my phone"),
        ("mi novio me pega", "le llevo comida al trabajo"),
        ("hey", "do i take it"),
    ],
)
def test_other_things_stay_what_they_are(first: str, more: str) -> None:
    assert talk(first, more).reply.key.partition(".again")[0] not in (
        "aside.leave_it",
        "aside.go_as_you_are",
        "aside.called_for_me",
    )
