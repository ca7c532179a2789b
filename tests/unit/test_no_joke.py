"""Cries, excuses for who hit, and denied needs: no small talk, and no need."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

EN_ESPANOL = ("hola", "1", "ok")


@pytest.mark.parametrize("text", ["please stop him", "it was just a fight", "make him stop please", "get him off me"])
def test_a_cry_or_an_excuse_is_asked_about(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key in ("safety.ask.violence", "safety.hurt")


def test_so_it_is_in_spanish() -> None:
    assert talk(*EN_ESPANOL, "por favor detenlo").reply.key == "safety.ask.violence"
    assert talk(*EN_ESPANOL, "fue solo una pelea").reply.key == "safety.ask.violence"
    assert talk(*EN_ESPANOL, "quiere que deje de escribirte").reply.key == "safety.watched"


def test_who_cant_take_it_and_whom_he_forbids_to_text() -> None:
    assert talk(*TO_NEEDS, "stop i cant take it").reply.key == "safety.ask.self_harm"
    assert talk(*TO_NEEDS, "he wants me to stop texting u").reply.key == "safety.watched"


@pytest.mark.parametrize(
    ("start", "text"),
    [(TO_NEEDS, "im not pregnant"), (TO_NEEDS, "i aint pregnant"), (TO_NEEDS, "i wasnt raped ok"),
     (TO_NEEDS, "im not gay"),
     (TO_NEEDS, "im not homeless"), (TO_NEEDS, "i dont have a baby"), (TO_NEEDS, "i mean i'm not bleeding"),
     (EN_ESPANOL, "no estoy embarazada"), (EN_ESPANOL, "no me violaron"), (EN_ESPANOL, "no tengo hijos")],
)  # fmt: skip
def test_what_is_denied_is_no_need(start: tuple[str, ...], text: str) -> None:
    at = talk(*start, text)
    assert at.reply.key == "aside.noted" and not at.session.needs


@pytest.mark.parametrize(
    "text", ["im not pregnant but i need a place", "i dont have food", "im pregnant", "im not safe"]
)
def test_what_is_needed_beside_it_is_heard(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key != "aside.noted"
