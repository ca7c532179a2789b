"""A death that lies back is grief and no emergency; love for who hurts is answered as that."""

from __future__ import annotations

import pytest

from bot.flows.names import Aside
from tests.support.talk import talk

NARCAN, POISON = "Narcan", "1-800-222-1222"


@pytest.mark.parametrize("text", [
    "my pimp died", "my boyfriend died of an overdose in march", "my mom od'd two years ago and now i live w him",
    "my best friend got shot last summer i cant sleep", "my sister passed away", "she killed herself in june",
    "mi ex padrote murio ayer y lo extraño", "mi amiga murio de sobredosis el año pasado",
    "se murio mi bebe la semana pasada",
])  # fmt: skip
def test_a_loss_is_no_emergency(text: str) -> None:
    at = talk(text)
    assert at.session.aside is Aside.GRIEF
    assert NARCAN not in at.reply.text and POISON not in at.reply.text and not at.session.hazard


@pytest.mark.parametrize("texts", [
    ("my pimp died", "like last week od'd", "now idk what to do w myself", "i loved him"),
    ("mi padrote murio", "fue de sobredosis", "no se que hacer ahora"),
])  # fmt: skip
def test_what_follows_a_loss_is_more_of_it(texts: tuple[str, ...]) -> None:
    at = talk(texts[0])
    for text in texts[1:]:
        at.text(text)
        assert at.reply.key.startswith("aside.grief") and NARCAN not in at.reply.text


@pytest.mark.parametrize("text", [
    "my friend od'd help", "my bf od'd last night and hes not waking up", "my dad died and i want to die too",
    "he killed my friend last year and says im next", "my friend is dying", "my sister overdosed",
    "creo que mi amiga se esta muriendo", "my phone died", "my dog died", "i almost died laughing",
])  # fmt: skip
def test_what_is_now_or_no_loss_stays_what_it_is(text: str) -> None:
    assert talk(text).session.aside is not Aside.GRIEF


@pytest.mark.parametrize("texts", [
    ("mi amiga se suicido y yo tambien quiero",), ("my sister died", "i wanna be with her"),
    ("murio mi mama", "quiero irme con ella"),
])  # fmt: skip
def test_who_would_follow_is_asked(texts: tuple[str, ...]) -> None:
    assert "988" in talk(*texts).reply.text and talk(*texts).reply.key.startswith("safety.")


@pytest.mark.parametrize("text", ["my mom died and i need a place to stay", "murio mi mama y no tengo donde vivir"])
def test_a_need_beside_a_loss_stays(text: str) -> None:
    at = talk(text)
    assert at.session.needs or at.session.parked or at.reply.key == "safety.no_place"


@pytest.mark.parametrize("text", [
    "will he ever change", "do you think he loves me", "tu crees que cambie?", "sera que me quiere?",
    "tu crees que el me quiere?", "i love him", "yo si lo quiero", "i miss him",
])  # fmt: skip
def test_love_beside_a_danger_is_answered_as_love(text: str) -> None:
    for before in ("he sells me", "mi novio me vende"):
        at = talk(before, text)
        assert at.reply.key in ("aside.both_true", "aside.grief", "aside.my_choice"), at.reply
        assert "911" in at.reply.text


def test_who_misses_a_pimp_is_in_no_new_danger() -> None:
    for text in ("extraño a mi padrote", "i miss my pimp"):
        assert talk(text).session.aside is Aside.BOTH_TRUE
    assert talk("mi padrote me pega").reply.key == "safety.hurt"


def test_narcan_near_me_asks_where_it_is() -> None:
    assert talk("narcan near me").session.aside is Aside.NARCAN
    assert talk("my friend wont wake up", "narcan near me").reply.key.startswith("safety.")


@pytest.mark.parametrize(("danger", "taken_back"), [
    ("me van a matar, esta afuera con un machete", "no no se fue"), ("esta afuera con pistola", "espera no se ha ido"),
    ("mi novio esta tumbando la puerta", "mentira sigue aqui"),
    ("hes outside with a knife", "wait no hes still outside"),
    ("he is kicking the door in", "he didnt leave"),
])  # fmt: skip
def test_that_he_did_not_leave_brings_the_danger_back(danger: str, taken_back: str) -> None:
    left = "he left" if "outside" in taken_back or "leave" in taken_back else "ya se fue"
    at = talk(danger, left, taken_back)
    assert at.reply.key in ("aside.hiding", "safety.hurt", "safety.now.door") and "911" in at.reply.text
    assert talk(danger, "ya no vive aqui").reply.key == "aside.they_are_gone"


@pytest.mark.parametrize("texts", [
    ("me quiero morir", "le di mi perro a mi prima"), ("me quiero morir", "ya hice mi carta", "no"),
    ("me quiero matar", "no tengo a nadie aqui"), ("i wanna kill myself", "i gave my dog away"),
    ("i wanna die", "i got no one here"), ("i wanna kill myself", "no"),
])  # fmt: skip
def test_after_a_wish_to_die_nothing_small_ends_it(texts: tuple[str, ...]) -> None:
    at = talk(*texts)
    assert at.reply.key in ("safety.means", "safety.stay") and "988" in at.reply.text
