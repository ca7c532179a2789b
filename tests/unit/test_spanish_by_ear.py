"""Spanish as it is said, and no longer than it must be: a text with one accent more costs twice as much."""

from __future__ import annotations

import re

import pytest

from bot.flows.names import State
from bot.sms.segments import count
from tests.support.talk import TO_NEEDS, snapshot, talk

TRANSLATED = (
    "con menos de 18 y sin un lugar", "no voy a fingir", "Gente que tal vez sepa", "Deciden qué deben", "busco uno.\n",
    "lo que se parezca", "Nadie decide por ti", "Una persona por texto", "Que me presenten", "Ya saben que esperas",
)  # fmt: skip
HELLO = ("hola", "1", "ok")


def test_no_text_sounds_translated() -> None:
    sheet = snapshot().catalog.language("es").sheet
    texts = [text for message in (*sheet.messages.values(), *sheet.remarks.values()) for text in (
        message.text, message.bland or "", *message.choices.values())]  # fmt: skip
    for text in (*texts, *sheet.labels.values(), *sheet.pieces.values()):
        assert not any(words in text for words in TRANSLATED), text


@pytest.mark.parametrize(
    ("texts", "most"),
    [
        (("quiero hablar con una persona",), 3),
        (("un lugar para dormir esta noche", "houston", "1"), 3),
        (("me siento solo",), 2),
    ],
)
def test_reply_in_spanish_is_short(texts: tuple[str, ...], most: int) -> None:
    at = talk(*HELLO, *texts)
    assert count(at.reply.text).segments <= most, at.reply.text


@pytest.mark.parametrize("told", ["thanks", "thx", "ok thanks"])
def test_what_is_said_again_does_not_say_the_same_twice_in_itself(told: str) -> None:
    at = talk(*TO_NEEDS, told, told)
    assert not re.search(r"Still here\. .*(?:I'm here|Ok\. So)", at.reply.text)


def test_service_is_asked_about_by_the_name_that_was_said() -> None:
    at = talk(*TO_NEEDS, "a lawyer", "san diego", "1")
    assert at.session.ask_how
    at.is_at(safe=False, state=State.WELCOME_BACK).text("1")
    assert at.reply.key == "followup.how" and "talk to 211?" in at.reply.text
