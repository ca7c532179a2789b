"""Marks that somebody left on a neck are choking, and no wish to die; others are what they were."""

from __future__ import annotations

import pytest

from bot.understanding.neck import is_marked, was_done
from tests.support.talk import talk

CHOKED = "safety.choked"


@pytest.mark.parametrize("text", [
    "i got a bruise on my neck from him", "he left marks on my neck n my throat hurts",
    "my neck is all bruised from his hands",
    "theres fingerprints on my throat from last night", "me dejo moretones en el cuello",
    "tengo marcas en el cuello de sus manos", "me ahorco y me duele la garganta",
])  # fmt: skip
def test_marks_by_somebody_are_choking(text: str) -> None:
    for at in (talk(text), talk("my bf hits me", text)):
        assert at.reply.key == CHOKED and "911" in at.reply.text and "988" not in at.reply.text


@pytest.mark.parametrize("text", ["i got bruises on my neck", "my neck is swollen", "tengo moretones en el cuello"])
def test_beside_who_hurts_them_nobody_need_be_named(text: str) -> None:
    assert talk("my bf beats me", text).reply.key == CHOKED


@pytest.mark.parametrize("text", [
    "i got a hickey on my neck from him lol", "i got rope marks on my neck", "i have a tattoo on my neck from him",
    "seat belt left a mark on my neck", "me hizo un chupeton en el cuello",
])  # fmt: skip
def test_other_marks_are_none(text: str) -> None:
    assert not is_marked(text) and talk(text).reply.key != CHOKED


def test_a_wish_to_hang_stays_one() -> None:
    assert "988" in talk("me quiero ahorcar").reply.text and not was_done("me ahorco hoy adios")
    assert "988" in talk("i want to die i have marks on my neck from him").reply.text
