"""A pregnancy in danger: pain, labor, blood, how much, fear of the law; none of it is a poisoning."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

BLEEDS, NOW, NO_CARE = "safety.body.bleeds", "safety.body.now", "safety.body.no_care"


@pytest.mark.parametrize("text", [
    "im 9 weeks pregnant n it hurts on one side real bad", "sharp pain on my left side im 6 weeks n my shoulder hurts",
    "im 8 months and cramps so bad i cant walk", "cramps so bad cant stand n im like 8 months",
    "im bleeding through like a pad every 20 min", "bleeding a lot and 11 weeks",
    "he made me take pills to get rid of it and i wont stop bleeding", "my water just broke",
    "estoy embarazada de 7 semanas y me duele mucho un lado", "tengo 8 meses y los colicos no me dejan parar",
    "estoy sangrando mucho y tengo 12 semanas", "me dio pastillas para abortar y no dejo de sangrar",
])  # fmt: skip
def test_what_cannot_wait_in_pregnancy(text: str) -> None:
    at = talk(text)
    assert at.reply.key == NOW and "911" in at.reply.text and "1-800-222-1222" not in at.reply.text


@pytest.mark.parametrize("text", [
    "im spotting and 10 weeks", "im 14 weeks and theres some blood", "estoy sangrando y tengo 10 semanas",
])  # fmt: skip
def test_some_blood_is_to_be_checked_today(text: str) -> None:
    assert talk(text).reply.key == BLEEDS


@pytest.mark.parametrize("text", [
    "like a lot", "a lot of blood", "its heavy", "dizzy now", "i feel faint", "mucho", "bastante", "estoy mareada",
])  # fmt: skip
def test_how_much_it_is_after_that_cannot_wait(text: str) -> None:
    assert talk("im spotting and 10 weeks", text).reply.key == NOW
    assert talk("hi", "ok", "ok", "im 5 months pregnant", "im bleeding", text).reply.key == NOW


@pytest.mark.parametrize("text", ["like stabbing", "on one side", "como punzadas", "my shoulder too"])
def test_what_the_pain_is_like_goes_on(text: str) -> None:
    assert talk("im 9 weeks pregnant n it hurts on one side real bad", text).reply.key == NOW


@pytest.mark.parametrize("text", [
    "not goin to er theyll arrest me im in texas", "dont want the hospital they call police", "im undocumented",
    "no quiero ir al hospital", "si voy al hospital llaman a la policia",
])  # fmt: skip
def test_fear_of_the_law_is_told_what_an_er_must_do(text: str) -> None:
    for told in ("im bleeding through a pad every 20 min", "he gave me pills to get rid of it n im bleeding"):
        at = talk(told, "took the pills he gave me friday", text)
        assert at.reply.key == NO_CARE and "911" in at.reply.text


def test_pills_that_end_a_pregnancy_are_no_overdose() -> None:
    assert talk("im bleeding through a pad every 20 min", "took the pills he gave me friday").reply.key == BLEEDS
    assert talk("im spotting and 10 weeks", "i took all the pills i want to die").reply.key != BLEEDS


@pytest.mark.parametrize("text", ["nobody knows im pregnant", "nadie sabe que estoy embarazada"])
def test_that_nobody_knows_stays_with_it(text: str) -> None:
    assert talk("im 8 months and cramps so bad i cant walk", text).reply.key == "safety.body.more"


@pytest.mark.parametrize("text", [
    "if i have it can i leave it somewhere n not get in trouble", "can i drop the baby off at a fire station",
    "puedo dejar al bebe en un hospital sin problemas",
])  # fmt: skip
def test_a_newborn_that_nobody_can_keep(text: str) -> None:
    at = talk("im 8 months pregnant n cramping bad", text)
    assert at.reply.key == "aside.newborn" and "1-888-510-2229" in at.reply.text


@pytest.mark.parametrize("text", [
    "im 3 months pregnant and i need a doctor", "ive had back pain for 3 weeks",
    "i been sober 9 months n my tooth hurts",
    "my stomach hurts im on my period", "im 6 months clean", "can i leave my kid with my sister",
])  # fmt: skip
def test_what_is_none_of_it(text: str) -> None:
    assert talk(text).reply.key not in (NOW, BLEEDS, "aside.newborn")
