"""After a wish to die, "not a joke" tells it once more, and a gun within reach is heard, under any of its names."""

from __future__ import annotations

import pytest

from tests.support.talk import talk


@pytest.mark.parametrize("before", ["me quiero matar", "i want to kill myself"])
@pytest.mark.parametrize(
    "text",
    ["no es broma", "no es juego we", "hablo en serio", "no estoy jugando", "es en serio", "no es mentira te lo juro",
     "esta vez si lo voy a hacer", "not a joke", "im not joking", "i aint playing", "im dead serious", "i mean it",
     "this is not a game bro", "no cap", "im really gonna do it"],
)  # fmt: skip
def test_who_is_in_earnest_is_told_to_put_it_away(before: str, text: str) -> None:
    at = talk(before)
    said = at.text(text)
    assert at.reply.key == "safety.means" and "988" in said and "911" in said


@pytest.mark.parametrize("before", ["me quiero matar", "i want to kill myself"])
@pytest.mark.parametrize(
    "text",
    ["tengo la fusca de mi apa", "hay una fusca en la casa", "traigo el cuete",
    "mi tio guarda la escopeta en el closet",
     "se donde esta el arma de mi papa", "aqui tengo el fierro", "i got my dads strap", "theres a glock in the house",
     "my stepdad keeps a gun under the bed", "i have a rifle right here", "i know where the shotgun is"],
)  # fmt: skip
def test_a_gun_within_reach_is_heard(before: str, text: str) -> None:
    at = talk(before)
    said = at.text(text)
    assert at.reply.key == "safety.gun" and "988" in said and "911" in said


@pytest.mark.parametrize("text", ["just kidding", "es broma", "estoy bromeando nomas", "its just a joke"])
def test_a_joke_that_is_taken_back_is_a_thought(text: str) -> None:
    said = talk("i want to die").text(text)
    assert "988" in said and "put it" not in said


@pytest.mark.parametrize(
    ("before", "text"),
    [("i want to die", "i tossed the gun"), ("me quiero matar", "ya le di la pistola a mi tio"),
     ("me quiero matar", "tire la fusca al rio")],
)  # fmt: skip
def test_a_gun_put_away_is_no_gun_near(before: str, text: str) -> None:
    assert talk(before, text).reply.key == "aside.means_away"


@pytest.mark.parametrize("text", ["el trae una pistola y esta afuera", "he has a gun and hes outside"])
def test_a_gun_of_somebody_else_is_violence(text: str) -> None:
    at = talk("i want to die")
    said = at.text(text)
    assert at.reply.key != "safety.gun" and "911" in said


@pytest.mark.parametrize(
    "texts",
    [("me corto", "no me quiero morir", "pero a veces si"), ("i want to die", "i dont want to die",
    "but sometimes i do"),
     ("i cut myself", "i dont wanna die tho", "at night i do")],
)  # fmt: skip
def test_sometimes_i_do_is_the_wish_again(texts: tuple[str, ...]) -> None:
    at = talk(*texts[:-1])
    assert at.reply.key == "aside.only_thought" and "988" in at.reply.text
    assert "988" in at.text(texts[-1]) and at.reply.key in ("safety.self_harm", "safety.means")


@pytest.mark.parametrize("text", ["no es broma", "im serious", "not a joke"])
def test_without_such_a_wish_it_tells_none(text: str) -> None:
    assert "988" not in talk("hey", "1", "ok", text).reply.text
