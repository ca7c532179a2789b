"""Who is beside somebody else in danger, or goes to get them: what 911 needs, and no word to talk with them alone."""

from __future__ import annotations

import pytest

from tests.support.talk import talk


@pytest.mark.parametrize(
    "text",
    [
        "i just saw a girl chained up in a van behind the gas station",
        "there's a minor being sold at the motel on 5th, room 9",
        "lyft driver here, theres a girl in my backseat crying and says dont take her there",
        "some guy just dragged a girl into a truck",
        "im a bartender n a girl slipped me a note that says help",
        "i hired an escort and she looks 15",
        "the girl i paid is crying and wants help",
        "i bought a girl and she is 13",
        "these dudes got my little sister in a white van",
        "vi a una muchacha amarrada en una troca",
        "soy chofer de uber y la muchacha va llorando, dice que no la lleve ahi",
        "contraté a una chica y creo que es menor",
        "trabajo en un motel y hay una niña con varios señores en el 9",
        "acaban de meter a una muchacha a la fuerza en una camioneta",
        "una clienta me paso un papel que dice ayuda",
    ],
)
def test_who_sees_it_is_told_what_911_needs(text: str) -> None:
    at = talk(text)
    assert at.reply.key == "safety.now.tip"
    assert "911" in at.reply.text and "888-373-7888" in at.reply.text


@pytest.mark.parametrize(
    "texts",
    [
        ("i paid for this girl and shes crying she wants help", "she is right here"),
        ("i just saw a girl tied up in a truck", "plate starts with KLM"),
        ("the girl i paid looks 13", "i dont want my name in it"),
        ("i hired an escort and she looks 15", "what do i do"),
        ("im a bartender n a girl slipped me a note that says help", "they leavin"),
        ("contraté a una chica y creo que es menor", "esta en el baño"),
        ("vi a una muchacha amarrada en una troca", "la placa empieza con KLM"),
    ],
)
def test_each_bit_goes_on_with_911(texts: tuple[str, ...]) -> None:
    at = talk(*texts)
    assert at.reply.key.startswith("safety.now.tip") and "911" in at.reply.text


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        (("yo they got my little cousin", "i got a strap im finna go get her"), "safety.now.go"),
        (("im gonna go get my sister back myself",), "safety.now.go"),
        (("he raped my cousin im gonna find him tonight",), "safety.now.go"),
        (("i found my sisters ad online", "ok im outside the motel"), "safety.now.go"),
        (("vi el anuncio de mi prima en una pagina de escorts", "traigo un arma, voy por ella"), "safety.now.go"),
        (("yo they got my little cousin", "how do i track her phone"), "safety.plan.missing"),
        (("yo they got my little cousin", "ok what do i tell the cops"), "aside.what_to_tell"),
        (("i hired an escort and she looks 15", "ok i called"), "aside.tip_given"),
        (("vi a una muchacha amarrada en una troca", "y que les digo"), "aside.what_to_tell"),
        (("vi a una muchacha amarrada en una troca", "ya llame al 911"), "aside.tip_given"),
    ],
)
def test_who_goes_there_and_asks_gets_the_next_step(texts: tuple[str, ...], key: str) -> None:
    at = talk(*texts)
    assert at.reply.key == key and "911" in at.reply.text


@pytest.mark.parametrize(
    "text",
    [
        "my boyfriend bought a girl a drink",
        "i paid for my daughters lunch",
        "i saw a girl crying at school",
        "there is a girl in my class she is 15",
        "i have a girl and a boy, i need a shelter",
        "my kid is crying",
        "pague por una muchacha la cena",
        "tengo una niña de 3 y no tengo donde dormir",
        "vi una pelicula de una niña amarrada",
        "im gonna go get my daughter from school",
        "voy por mi hermana a la escuela",
    ],
)
def test_plain_words_are_no_tip(text: str) -> None:
    assert not talk(text).reply.key.startswith("safety.now")


@pytest.mark.parametrize(
    "text", ["he sells me and he has a gun", "me tienen en un cuarto con hombres", "they got me tied up"]
)
def test_who_is_held_is_no_witness(text: str) -> None:
    assert talk(text).reply.key not in ("safety.now.tip", "safety.now.go")


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        (
            ("i have a girl here in my house, she ran in barefoot. she is 16", "theres a car parked outside"),
            "safety.now.house",
        ),
        (("a girl ran into my store crying says a man is after her", "he is outside"), "safety.now.house"),
        (("a mi prima la venden", "hay una camioneta afuera"), "safety.now.house"),
        (("my niece is being sold by a man", "he's here yelling at her"), "safety.now.tip"),
        (("my niece is being sold by a man", "she wont let me call the cops"), "aside.no_cops"),
        (("i think my roommate is being sex trafficked",), "safety.friend"),
    ],
)
def test_what_goes_on_around_them_gets_a_step(texts: tuple[str, ...], key: str) -> None:
    at = talk(*texts)
    assert at.reply.key == key and "911" in at.reply.text


def test_a_truck_elsewhere_is_none_of_it() -> None:
    assert talk("i lost my job", "theres a truck outside").reply.key != "safety.now.house"
