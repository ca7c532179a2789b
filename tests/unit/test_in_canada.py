"""Whom somebody writes for is in Canada: the numbers and the law of there."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

_NCMEC, _HOTLINE = "1-800-843-5678", "1-833-900-1010"


@pytest.mark.parametrize(
    "text",
    [
        "Hello I am looking for my daughter she is 15 and ran away from Calgary",
        "my 14 yr old daughter didnt come home last night, we are in Winnipeg",
        "my foster kid ran away from a group home in Edmonton last night",
        "mi hija de 15 no ha vuelto a casa desde ayer, estamos en Toronto",
    ],
)
def test_a_child_missing_in_canada_gets_no_centre_and_no_law_of_the_us(text: str) -> None:
    at = talk(text)
    assert at.reply.key == "safety.plan.missing.ca"
    assert "911" in at.reply.text and _HOTLINE in at.reply.text
    assert _NCMEC not in at.reply.text and "NCIC" not in at.reply.text


def test_a_city_that_both_countries_have_gets_what_holds_in_both() -> None:
    at = talk("my son is 16 and missing from vancouver")
    assert at.reply.key == "safety.plan.missing.unsure" and _NCMEC not in at.reply.text
    at.text("not the US")
    assert _NCMEC not in at.reply.text
    at.text("canada")
    assert _HOTLINE in at.reply.text


@pytest.mark.parametrize(
    ("texts", "number"),
    [
        (("my daughter is 14 and didnt come home since yesterday", "no this is canada"), _HOTLINE),
        (("he beats me", "this is canada not the us"), _HOTLINE),
        (("mi jefe me quito el pasaporte y no me paga", "no es estados unidos, es canada"), _HOTLINE),
    ],
)
def test_a_country_told_after_a_danger_gets_its_numbers(texts: tuple[str, ...], number: str) -> None:
    at = talk(*texts)
    assert number in at.reply.text and _NCMEC not in at.reply.text and "888-373" not in at.reply.text


@pytest.mark.parametrize(
    "text",
    [
        "im a social worker in regina and one of my youth is being trafficked",
        "I'm a nurse in an ER in Winnipeg and my 17 year old patient is being trafficked",
        "soy enfermera en Calgary y a mi paciente de 16 la estan vendiendo",
    ],
)
def test_who_works_with_somebody_in_canada_gets_the_line_there(text: str) -> None:
    at = talk(text)
    assert _HOTLINE in at.reply.text and "888-373" not in at.reply.text


def test_the_duty_of_a_teacher_in_canada_is_the_one_of_the_province() -> None:
    at = talk("im a teacher in surrey bc, my student says her uncle hits her", "do i have to report")
    assert at.reply.key == "aside.duty_to_report.ca" and "British Columbia" in at.reply.text
    at.text("my principal said to wait")
    assert at.reply.key == "aside.duty_to_report.again.ca"


@pytest.mark.parametrize(
    "text",
    [
        "my sister lives in toronto and my bf hits me",
        "my cousin is from calgary and she is missing",
        "my daughter ran away from home in dallas she is 15",
        "im a nurse in richmond va and my patient is being trafficked",
    ],
)
def test_a_place_that_is_not_where_help_is_needed_moves_nobody(text: str) -> None:
    at = talk(text)
    assert at.session.area is None or at.session.area.country == "US"
    assert not at.session.unsure
