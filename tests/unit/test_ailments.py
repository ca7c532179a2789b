"""Signs after a blow to the head, medicine that is taken away, a baby that moves less, and what is long past."""

from __future__ import annotations

import pytest

from bot.understanding import ailments
from tests.support.talk import TO_NEEDS, talk

_ES = ("hola", "1", "1")


@pytest.mark.parametrize(
    ("opening", "blow", "sign"),
    [
        (TO_NEEDS, "he hits my head", "i threw up"),
        (TO_NEEDS, "he hits my head", "im sleepy"),
        (TO_NEEDS, "he hits my head", "everythings blurry"),
        (TO_NEEDS, "he hits my head", "cant see good outta one eye"),
        (TO_NEEDS, "he slammed my head on the wall", "should i sleep"),
        (TO_NEEDS, "i fell down the stairs he pushed me", "threw up once"),
        (_ES, "me pega en la cabeza", "vomite"),
        (_ES, "me azoto la cabeza en la pared", "tengo mucho sueño"),
    ],
)
def test_a_sign_after_a_blow_to_the_head_cant_wait(opening: tuple[str, ...], blow: str, sign: str) -> None:
    assert talk(*opening, blow, sign).reply.key == "safety.body.now"


@pytest.mark.parametrize("text", ["i threw up", "im sleepy", "should i sleep", "tengo sueño"])
def test_the_same_without_a_blow_is_no_emergency_of_the_head(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key != "safety.body.now"


@pytest.mark.parametrize(
    "text",
    [
        "i had a seizure before",
        "i had a seizure last year",
        "i od'd last year",
        "i took pills last year",
        "been up 3 days",
    ],
)
def test_what_is_long_past_is_no_emergency(text: str) -> None:
    at = talk(*TO_NEEDS, text)
    assert not at.session.hazard and "911" not in at.reply.text


@pytest.mark.parametrize("text", ["i had a seizure today", "i took pills", "i took pills again like last year"])
def test_what_is_now_stays_one(text: str) -> None:
    assert "911" in talk(*TO_NEEDS, text).reply.text


@pytest.mark.parametrize(
    ("opening", "text"),
    [
        (TO_NEEDS, "he threw my meds out"),
        (TO_NEEDS, "he wont let me have my inhaler"),
        (_ES, "me quita mi insulina"),
        (_ES, "me tira el inhalador"),
        (_ES, "me esconde mis medicinas"),
        (_ES, "no me deja tomar mi medicina"),
        (_ES, "mi esposo no me da mis pastillas del corazon"),
    ],
)
def test_medicine_that_is_taken_away_cant_wait(opening: tuple[str, ...], text: str) -> None:
    assert talk(*opening, text).reply.key == "safety.body.no_medicine"


@pytest.mark.parametrize(
    ("opening", "text"),
    [
        (TO_NEEDS, "he took my wheelchair"),
        (TO_NEEDS, "my husband hid my glasses"),
        (_ES, "mi esposo me quito mi silla de ruedas"),
        (_ES, "me quito mis muletas"),
        (_ES, "me quito mis lentes pa q no salga"),
        (_ES, "mi esposo me quito el aparato de oir"),
    ],
)
def test_an_aid_that_is_taken_away_is_asked_about(opening: tuple[str, ...], text: str) -> None:
    assert talk(*opening, text).reply.key == "safety.ask.violence"


@pytest.mark.parametrize(
    "text", ["he took his pills", "i lost my glasses", "necesito lentes", "my doctor took my meds away"]
)
def test_what_nobody_takes_away_is_neither(text: str) -> None:
    assert not ailments.is_aid_taken(text) and not ailments.is_medicine_taken(text)


@pytest.mark.parametrize(
    "texts",
    [
        ("estoy embarazada de 6 meses", "ya no se mueve mucho el niño"),
        ("ya no se mueve mucho el bebe",),
        ("estoy embarazada de 6 meses", "me salio agua"),
    ],
)
def test_a_baby_that_moves_less_is_no_poisoning(texts: tuple[str, ...]) -> None:
    reply = talk(*_ES, *texts).reply
    assert reply.key == "safety.body.now" and "1-800-222-1222" not in reply.text


def test_frostbite_gets_no_first_aid_for_an_overdose() -> None:
    at = talk(*TO_NEEDS, "i got frostbite", "she says hi")
    assert "Narcan" not in at.reply.text and at.reply.key.startswith("safety.body")
