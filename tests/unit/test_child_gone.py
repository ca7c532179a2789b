"""A parent whose child is gone, or comes home with money that nobody explains."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

_MISSING = "1-800-843-5678"


@pytest.mark.parametrize(
    "text",
    [
        "buenas noches disculpe soy mamá de una niña de 13 que no aparece desde ayer",
        "soy mamá de una muchacha de 15 que no aparece",
        "buenas, mi hija lleva dos dias sin aparecer",
        "soy hermana de una niña que no aparece",
        "hola busco a mi hija de 16 se llama Karen",
        "my 16 yr old isnt home and its 3am",
        "my foster daughter has not been back since friday",
        "my granddaughter ran from a group home she is 16",
        "i am grandma of a boy of 12 he did not come home from school last night",
    ],
)
def test_a_missing_child_is_heard_whoever_tells_it(text: str) -> None:
    at = talk(text)
    assert at.reply.key == "safety.plan.missing" and _MISSING in at.reply.text


def test_a_foster_mother_is_heard_to_the_end() -> None:
    at = talk("Ma'am my foster kid (14) keep coming home with new iPhone and cash")
    assert at.reply.key == "safety.friend"
    at.text("I am foster mom in Detroit")
    for text, key in (
        ("Should I take the phone?", "aside.take_phone"),
        ("she hides it", "aside.helping_them"),
        ("tonight she not home", "safety.plan.missing"),
        ("We already called police", "aside.reported"),
        ("She sent me an address in Toledo", "aside.go_get_them"),
        ("Can you see if she has texted you?", "aside.who_texted"),
    ):
        at.text(text)
        assert at.reply.key == key, text


def test_a_grandmother_is_heard_in_spanish() -> None:
    at = talk("mi nieta de 12 trae tenis caros y dinero y no dice quien se los da")
    assert at.reply.key == "safety.friend"
    for text, key in (
        ("le quito el celular?", "aside.take_phone"),
        ("hoy no llego a la casa", "safety.plan.missing"),
        ("ya llame a la policia", "aside.reported"),
        ("ella me mando una direccion", "aside.go_get_them"),
        ("les ha escrito?", "aside.who_texted"),
    ):
        at.text(text)
        assert at.reply.key == key, text


@pytest.mark.parametrize(
    "text",
    [
        "my daughter is not home right now can we talk",
        "my son got new shoes for his birthday",
        "my kid is missing school a lot",
        "i cant come home my dad hits me",
        "my mom is never home",
        "no llego a fin de mes",
        "i need a place for my daughter and me, we are not home",
        "mi hijo tiene dinero de su trabajo",
    ],
)
def test_what_only_sounds_like_it_is_nobody_missing(text: str) -> None:
    assert not talk(text).reply.key.startswith("safety.plan.missing")


def test_nobody_is_told_whether_somebody_texted() -> None:
    at = talk("my niece 13 shows up with designer bags and no job, wont say who bought", "did she text you")
    assert "can't say who texts here" in at.reply.text
