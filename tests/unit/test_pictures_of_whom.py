"""Pictures of a family, of a grown-up, and of a child that an adult found: three answers, none of them the other."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

_ES = ("hola", "1", "1")


@pytest.mark.parametrize(
    "text",
    ["gang got pics of my family", "they got my lil bros pic on they phone", "they took pictures of my house"],
)
def test_pictures_of_a_family_are_a_threat_and_no_nudes(text: str) -> None:
    reply = talk(*TO_NEEDS, "they make me sell drugs", text).reply
    assert reply.key.startswith("safety.") and "pay" not in reply.text and "911" in reply.text


@pytest.mark.parametrize("text", ["tienen fotos de mi mama", "tienen fotos de mi casa"])
def test_they_are_a_threat_in_spanish(text: str) -> None:
    reply = talk(*_ES, "me obligan a vender droga", text).reply
    assert reply.key.startswith("safety.") and "pagues" not in reply.text


@pytest.mark.parametrize("text", ["if i stop they come to my house", "they come to my house"])
def test_a_visit_to_the_house_is_a_threat(text: str) -> None:
    reply = talk(*TO_NEEDS, "he sells me", text).reply
    assert reply.key.startswith(("safety.held", "aside.if_i_say_no")) and "911" in reply.text


@pytest.mark.parametrize("text", ["my mom has pics of my brother", "i miss my family pics", "cps comes to my house"])
def test_family_albums_and_visits_are_none(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key not in ("safety.hurt", "safety.sextortion")


def test_a_visit_to_the_house_is_a_threat_in_spanish() -> None:
    reply = talk(*_ES, "mi novio me vende", "si lo dejo vienen a mi casa").reply
    assert reply.key.startswith("safety.") and "911" in reply.text


def test_nudes_stay_a_threat_with_pictures() -> None:
    assert talk(*TO_NEEDS, "he will post my nudes if i dont pay").reply.key == "safety.sextortion"


@pytest.mark.parametrize(
    "texts",
    [("they posted my nudes", "im 24"), ("my ex put my pictures online, i'm 23", "how do i get them down")],
)
def test_a_grown_up_gets_the_site_for_grown_ups(texts: tuple[str, ...]) -> None:
    reply = talk(*texts).reply
    assert reply.key == "aside.grown_pictures" and "stopncii.org" in reply.text


def test_a_grown_up_gets_it_in_spanish() -> None:
    reply = talk(*_ES, "mi ex subio mis fotos desnuda", "tengo 22", "como las quito").reply
    assert reply.key.startswith("aside.grown_pictures")


def test_a_minor_gets_the_site_for_minors() -> None:
    reply = talk("im 16 they posted my nudes", "how do i get them down").reply
    assert reply.key == "aside.pictures_threat" and "takeitdown" in reply.text


@pytest.mark.parametrize(
    "texts",
    [
        ("soy mama, a mi hijo de 14 un hombre le pide fotos", "encontre las fotos, las borro?"),
        ("a mi hermana le pidieron fotos", "las guardo de prueba?"),
        ("my student showed me pics a man asked for", "do i screenshot them"),
        ("a man asks my daughter for nudes", "should i delete them"),
    ],
)
def test_pictures_of_a_child_are_kept_where_they_are(texts: tuple[str, ...]) -> None:
    reply = talk(*texts).reply
    assert reply.key == "aside.child_pictures" and "1-800-843-5678" in reply.text


@pytest.mark.parametrize("text", ["delete my texts", "borra mis mensajes"])
def test_deleting_this_talk_is_no_picture(text: str) -> None:
    assert not talk(*TO_NEEDS, text).reply.key.startswith("aside.child_pictures")


@pytest.mark.parametrize("text", [
    "i want them gone", "i want it gone", "can they be erased", "how do i get them off", "quiero que desaparezcan",
    "se pueden borrar?", "quiero que las borren",
])  # fmt: skip
def test_that_they_are_gone_is_wished_of_the_pictures(text: str) -> None:
    for told in ("im 16 hes gonna post my nudes if i dont send more", "tengo 16 y tiene fotos mias desnuda"):
        at = talk(told, text)
        assert "takeitdown.ncmec.org" in at.reply.text and "988" not in at.reply.text


def test_a_grown_up_gets_the_other_site_then() -> None:
    assert "stopncii.org" in talk("im 24 my ex posted my nudes", "i want it gone").reply.text


def test_a_wish_to_be_gone_is_none_of_pictures() -> None:
    assert "988" in talk("im 16 hes gonna post my nudes", "i want to die").reply.text
    assert "988" in talk("im 16 hes gonna post my nudes", "i want to be gone").reply.text
    assert "takeitdown" not in talk("my bf hits me", "i want it gone").reply.text
