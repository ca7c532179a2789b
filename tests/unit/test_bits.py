"""Danger in a few words, a position, a denied need, and words that tell of no phone."""

from __future__ import annotations

import pytest

from bot.flows.names import Concern, Level
from bot.understanding.hearing import confirmed
from bot.understanding.seen_words import may_tell_of_watching, tells_of_no_watching
from bot.understanding.signals import Signal
from tests.support.talk import TO_NEEDS, talk

_ES = ("hola", "1", "1")


@pytest.mark.parametrize(
    "texts",
    [
        ("no like with his friends watching",),
        ("he makes me do it in front of his friends",),
        ("he sells me", "his friends watch"),
        ("lo hace con sus amigos mirando",),
    ],
)
def test_friends_who_watch_are_abuse(texts: tuple[str, ...]) -> None:
    assert talk(*TO_NEEDS, *texts).reply.key.startswith(("safety.", "aside.sees"))
    assert talk(*TO_NEEDS, *texts).reply.key != "safety.watched"


@pytest.mark.parametrize("text", ["we watch movies with his friends", "his friends watch football"])
def test_friends_who_watch_a_game_are_not(text: str) -> None:
    assert not talk(*TO_NEEDS, text).reply.key.startswith("safety.ask")


@pytest.mark.parametrize(
    "text",
    [
        "i stay w guys for a place to crash",
        "i do stuff for guys for a place to sleep",
        "i go home with men so i have a bed",
        "me quedo con hombres para tener donde dormir",
        "hago cosas por hombres por un lugar para dormir",
    ],
)
def test_a_bed_for_favours_is_asked_about(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == "safety.ask.exploitation"


@pytest.mark.parametrize("text", ["i stay with friends for now", "i do chores for my aunt for a place to sleep"])
def test_a_friends_couch_is_not(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key != "safety.ask.exploitation"


@pytest.mark.parametrize(
    "text",
    [
        "all i see is corn n a shell station",
        "room is on the second floor idk the name of the place",
        "theres a blue motel sign",
    ],
)
def test_a_position_in_danger_is_for_911(text: str) -> None:
    reply = talk("they lock us in", text).reply
    assert reply.key == "aside.lost" and "911" in reply.text


@pytest.mark.parametrize("text", ["veo un letrero azul", "el cuarto esta en el segundo piso"])
def test_a_position_is_heard_in_spanish(text: str) -> None:
    assert talk("me tienen encerrada", text).reply.key == "aside.lost"


def test_no_name_ends_no_talk() -> None:
    assert talk(*TO_NEEDS, "i need a bed", "no name tho").reply.key == "aside.anonymous"


@pytest.mark.parametrize("text", ["im a boy so prob not for me", "soy hombre no es para mi"])
def test_it_is_for_boys_too(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == "aside.boys_men"


def test_what_is_denied_is_not_looked_for() -> None:
    assert "LGBTQ" not in talk(*TO_NEEDS, "im not gay tho so").reply.text
    assert "food" in talk(*TO_NEEDS, "i dont need lgbt stuff just food", "skip").reply.text.lower()


def test_a_group_home_is_no_phone() -> None:
    assert talk("its a group home").reply.key != "safety.watched"
    assert talk("its a house phone").reply.key == "safety.watched"


@pytest.mark.parametrize("text", ["she hides her purse", "also he sends me to friends", "he prays with me after"])
def test_no_word_tells_of_a_screen(text: str) -> None:
    assert tells_of_no_watching(text) and not may_tell_of_watching(text)


@pytest.mark.parametrize(
    "text", ["he checks my phone", "she hides my phone", "shes coming", "oye todo", "hes rite next 2 me"]
)
def test_words_of_a_screen_do(text: str) -> None:
    assert may_tell_of_watching(text) and not tells_of_no_watching(text)


def test_worse_than_a_phone_is_asked_about() -> None:
    class Sure:
        danger = Concern.SEXUAL_ABUSE

        def confirms(self, concern: Concern) -> bool:
            return False

    watched = Signal(Concern.WATCHED, Level.ASK)
    told = confirmed(watched, Sure(), "officer took my number and texts me for sex")  # type: ignore[arg-type]
    assert told == Signal(Concern.SEXUAL_ABUSE, Level.ASK)
