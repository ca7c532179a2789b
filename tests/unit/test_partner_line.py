"""Who is hit by a partner or an ex gets the line for violence at home; no reply has two lines that differ."""

from __future__ import annotations

import pytest

from bot.understanding.partner import names_partner
from tests.support.talk import TO_NEEDS, talk

DV, HOTLINE, CHILD, ASSAULT = "1-800-799-7233", "1-888-373-7888", "1-800-422-4453", "1-800-656-4673"


@pytest.mark.parametrize(
    "text",
    [
        "my boyfriend hits me",
        "my ex is outside with a gun",
        "my husband choked me",
        "my baby daddy beats me",
        "mi novio me pega",
        "mi marido me golpea",
        "el papa de mi hija me pega",
        "mi prima vive con un señor que le pega",
        "my sister's husband beats her",
    ],
)
@pytest.mark.parametrize("before", [(), TO_NEEDS])
def test_violence_by_a_partner_gets_its_line(text: str, before: tuple[str, ...]) -> None:
    said = talk(*before).text(text)
    assert DV in said and HOTLINE not in said


@pytest.mark.parametrize(
    "text",
    [
        "my dad hits me",
        "my moms boyfriend hits me",
        "my boyfriend makes me work and hits me",
        "my ex pimp is outside with a gun",
        "el novio de mi mama me pega",
        "mi papa me pega",
        "mi novio me vende y me pega",
    ],
)
def test_another_danger_keeps_the_line_for_all(text: str) -> None:
    said = talk(*TO_NEEDS).text(text)
    assert DV not in said and "911" in said


@pytest.mark.parametrize(("text", "more"), [("my husband hits me", "im scared"), ("mi marido me pega", "tengo miedo")])
def test_the_line_stays_while_the_danger_stands(text: str, more: str) -> None:
    at = talk(*TO_NEEDS, text)
    for said in (at.text(more), at.text("hm")):
        assert DV in said and HOTLINE not in said


def test_work_that_is_forced_leads_back_to_the_line_for_all() -> None:
    assert HOTLINE in talk(*TO_NEEDS, "mi marido me pega").text("y el patron me obliga a trabajar")


@pytest.mark.parametrize(
    ("texts", "number"),
    [
        (("me violaron",), ASSAULT),
        (("soy varon 14", "el entrenador me hace cosas", "y si le cuento a mi papa me mata"), CHILD),
        (("im 14", "my coach touches me", "my dad will beat me"), CHILD),
    ],
)
def test_the_numbers_beside_and_in_the_words_are_the_same(texts: tuple[str, ...], number: str) -> None:
    said = talk(*TO_NEEDS, *texts).reply.text
    assert number in said
    assert not any(other in said for other in {DV, HOTLINE, CHILD, ASSAULT} - {number})


def test_in_canada_it_is_a_line_of_canada() -> None:
    said = talk(*TO_NEEDS, "im in vancouver bc").text("my husband beats me")
    assert "1-800-563-0808" in said and DV not in said


def test_pills_that_were_taken_keep_their_number() -> None:
    said = talk(*TO_NEEDS, "i took all my pills").text("my boyfriend hits me")
    assert "1-800-222-1222" in said


@pytest.mark.parametrize("said", ["my ex boss hits me", "my boyfriends dad hits me", "mi suegra y mi marido me pegan"])
def test_a_text_that_names_somebody_else_is_not_read_so(said: str) -> None:
    assert not names_partner(said)
