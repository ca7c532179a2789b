"""A friend, a neighbour or a clerk who knows that somebody else is sold."""

from __future__ import annotations

import pytest

from tests.support.talk import talk


@pytest.mark.parametrize(
    "text",
    [
        "se llama Daniela tiene 16 y esta en el motel Palms de Atlanta, la estan vendiendo",
        "mi primo mueve muchachas",
        "mi hermana esta con su padrote",
        "soy vecino, hay niñas en la casa de al lado y las venden",
        "soy la recepcionista de un hotel y entran muchos hombres al cuarto 12",
        "como le ayudo a mi amiga sin que el se entere",
        "her name is Kayla shes 15 shes at the Super 8 in Tulsa they are selling her",
        "my neighbor is selling girls out of his house",
        "My son is 17 and i think men pay him",
        "my student 14 says she gets paid for dates",
        "a mi hija de 15 unos señores le pagan",
        "my homegirl is back with her pimp",
        "I'm a hotel front desk clerk and theres a girl in 212 with a lot of men coming",
    ],
)
def test_who_knows_of_another_gets_the_words_for_a_helper(text: str) -> None:
    at = talk(text)
    # who is next to it is told what 911 needs
    assert at.reply.key in ("safety.friend", "safety.now.tip") and "888-373-7888" in at.reply.text


@pytest.mark.parametrize(
    ("first", "more", "key"),
    [
        ("my neighbor is selling girls out of his house", "someone is screaming right now", "aside.bystander"),
        ("I'm a hotel clerk and theres a girl in 212 with a lot of men coming", "should i knock", "aside.bystander"),
        ("soy vecino, hay niñas en la casa de al lado y las venden", "ahorita esta gritando una", "aside.bystander"),
        ("mi primo mueve muchachas", "como le ayudo a ella sin que el se entere", "aside.helping_them"),
        ("mi hermana esta con su padrote", "esta en el motel 8 de la calle Central", "aside.go_get_them"),
        ("my homegirl is back with her pimp", "shes at the red roof in memphis", "aside.go_get_them"),
    ],
)
def test_what_they_see_and_ask_is_about_the_other(first: str, more: str, key: str) -> None:
    at = talk(first, more)
    assert at.reply.key == key and "911" in at.reply.text


@pytest.mark.parametrize("text", ["he sells me", "they are selling us", "me vende mi novio", "mi primo me vende"])
def test_who_is_sold_gets_no_words_for_a_helper(text: str) -> None:
    assert talk(text).reply.key in ("safety.hurt", "safety.ask.exploitation")


@pytest.mark.parametrize(
    "text",
    ["mi primo vende ropa", "la casa la estan vendiendo", "vi unas muchachas en el parque", "my cousin sells clothes"],
)
def test_what_is_sold_in_a_shop_is_no_danger(text: str) -> None:
    assert talk(text).reply.key.startswith("welcome.")
