"""Who is deaf, or can't call, gets people to text, and a line in sign language where one is known."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, Talk, talk

_ES = ("hola", "1", "1")


@pytest.mark.parametrize(
    ("texts", "line"),
    [
        (("im deaf", "my husband hits me"), "LOVEIS to 22522"),
        (("im deaf", "he raped me"), "HOPE to 64673"),
        (("i cant talk on the phone", "my bf hits me"), "LOVEIS to 22522"),
        (("i cant talk", "he raped me"), "HOPE to 64673"),
        (("im hard of hearing", "my pimp beats me"), "text 233733"),
        (("im deaf", "im in toronto", "he raped me"), "CONNECT to 686868"),
    ],
)
def test_who_cant_call_is_told_whom_to_text(texts: tuple[str, ...], line: str) -> None:
    said = talk(*TO_NEEDS, *texts).reply.text
    assert line in said and "Any hour: call" not in said


@pytest.mark.parametrize(
    ("texts", "line"),
    [
        (("soy sorda no puedo llamar", "me violo mi tio"), "HOPE al 64673"),
        (("soy sorda", "mi novio me pega"), "LOVEIS al 22522"),
        (("no puedo hablar por telefono soy sorda", "me violaron"), "HOPE al 64673"),
    ],
)
def test_who_cant_call_is_told_whom_to_text_in_spanish(texts: tuple[str, ...], line: str) -> None:
    said = talk(*_ES, *texts).reply.text
    assert line in said and "llama al 1-800" not in said and "1-855-812-1001" in said


@pytest.mark.parametrize(
    ("opening", "text"),
    [
        (TO_NEEDS, "im deaf"),
        (TO_NEEDS, "im hoh"),
        (TO_NEEDS, "do u have asl"),
        (TO_NEEDS, "i need asl"),
        (TO_NEEDS, "is there someone who signs"),
        (_ES, "soy sordo"),
        (_ES, "hay alguien q hable señas"),
        (_ES, "tienen lenguaje de señas"),
    ],
)
def test_a_wish_to_sign_gets_people_to_text_and_a_line_by_video(opening: tuple[str, ...], text: str) -> None:
    reply = talk(*opening, text).reply
    assert reply.key == "aside.can_text_instead_of_call" and "1-855-812-1001" in reply.text


@pytest.mark.parametrize("text", ["all ur numbers are calling", "those are all call numbers", "its all calls"])
def test_that_all_numbers_take_calls_is_answered_with_those_that_take_texts(text: str) -> None:
    assert "233733" in talk(*TO_NEEDS, text).reply.text


def test_no_line_by_video_is_named_in_canada_or_to_who_hears() -> None:
    assert "1-855-812-1001" not in talk(*TO_NEEDS, "im in toronto", "im deaf").reply.text
    assert "1-855-812-1001" not in talk(*TO_NEEDS, "i cant talk on the phone").reply.text


def test_who_said_nothing_of_it_keeps_the_number_to_call() -> None:
    assert "1-800-656-4673" in talk(*TO_NEEDS, "he raped me").reply.text
    at = Talk()
    at.text(*TO_NEEDS, "he raped me")
    assert "HOPE to 64673" in at.text("do u have asl")
