"""Who writes again some hours after a danger gets 911 first, and what they tell is read beside that danger."""

from __future__ import annotations

import pytest

from tests.support.talk import Talk, talk


def hours_later(*texts: str) -> Talk:
    return talk(*texts).is_at(last_at=0)


@pytest.mark.parametrize(
    ("danger", "text", "key"),
    [("me tuvieron encerrada", "ya pude salir", "safety.now.out"), ("mi novio me pega", "ya me solto",
     "safety.now.out"),
     ("mi novio me pega", "no se si me siguio", "safety.now.reach"), ("me va a matar", "ya se durmio", "safety.plan"),
     ("mi novio me pega", "me robo las llaves", "safety.hurt"), ("mi novio me pega", "q le digo al 911",
     "safety.now.words"),
     ("my bf beats me", "i got out", "safety.now.out"), ("my bf beats me", "he let me go", "safety.now.out"),
     ("my bf beats me", "not sure if he followed me", "safety.now.reach"), ("my bf beats me", "my tooth is loose",
     "safety.body.blow"),
     ("he locked me in a room", "he wont let me leave", "safety.hurt")],
)  # fmt: skip
def test_what_is_told_after_a_pause_is_read_beside_the_danger(danger: str, text: str, key: str) -> None:
    at = hours_later(danger)
    at.text(text)
    assert at.reply.key == key and "911" in at.reply.text


@pytest.mark.parametrize(("danger", "text"), [("mi novio me pega", "hola"), ("i want to die", "hey")])
def test_a_hello_after_a_danger_carries_911(danger: str, text: str) -> None:
    at = hours_later(danger)
    assert "911" in at.text(text) and at.reply.key == "welcome.back.urgent"
    for word in ("1-800", "1-888", "988"):
        assert word not in at.reply.text


@pytest.mark.parametrize("before", [("hola",), ("busco comida",)])
def test_a_hello_after_a_calm_talk_names_no_emergency(before: tuple[str, ...]) -> None:
    at = hours_later(*before)
    assert "911" not in at.text("hola")


@pytest.mark.parametrize("text", ["ya sali de la escuela", "i got out of class", "he took my car to the shop", "ok"])
def test_after_a_calm_talk_nothing_is_read_into_it(text: str) -> None:
    at = hours_later("busco comida")
    at.text(text)
    assert not at.reply.key.startswith("safety.")


def test_who_holds_the_phone_is_told_nothing() -> None:
    at = talk("mi novio me pega").is_at(last_at=0, other_holds=True, wary=True)
    assert "urgent" not in at.text("hola")
    assert at.reply.key != "welcome.back.urgent"


@pytest.mark.parametrize(
    ("danger", "text", "key"),
    [("mi novio me golpeo", "se me aflojo un diente", "safety.body.blow"),
     ("mi novio me golpeo", "tengo sangre en la boca", "safety.body.blow"),
     ("me agarro del cuello", "tengo sangre en la nariz", "safety.choked.more"),
     ("my bf punched me", "my tooth is loose", "safety.body.blow"),
     ("my bf punched me", "theres blood in my mouth", "safety.body.wound"),
     ("me tiene encerrada", "ya pude salir", "safety.now.out"),
     ("he locked me in a room", "i got out", "safety.now.out")],
)  # fmt: skip
def test_teeth_and_blood_after_a_blow_are_harm(danger: str, text: str, key: str) -> None:
    at = talk(danger, text)
    assert at.reply.key == key and "911" in at.reply.text


@pytest.mark.parametrize("text", ["he got out", "he got out of jail", "she got out", "i got out of class"])
def test_who_else_got_out_is_another_thing(text: str) -> None:
    assert talk("my bf beats me", text).reply.key != "safety.now.out"
