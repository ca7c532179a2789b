"""What somebody is made to do, told plainly: it is asked about, with numbers, and is no blackmail with pictures."""

from __future__ import annotations

import pytest

from tests.support.talk import talk


@pytest.mark.parametrize(
    "text",
    [
        "the pastor makes girls do stuff w members at our school",
        "my uncle sends us to party with clients",
        "my stepdad records me for a cam site",
        "i wanna quit but my man wont let me",
        "im from honduras, he keeps my passport",
        "she said they gonna sell the baby when its born",
        "my aunt took me to a guy for money on friday",
        "la directora obliga a las muchachas a salir con los donadores",
        "mi tio me graba para una pagina",
        "quiero salirme pero no me deja",
        "mi tia me llevo con un señor por dinero",
    ],
)
def test_it_is_asked_about_with_numbers(text: str) -> None:
    at = talk(text)
    assert at.reply.key in ("safety.ask.exploitation", "safety.hurt") and "911" in at.reply.text


def test_who_is_kept_by_a_client_is_no_helper() -> None:
    at = talk("im w a client and he wont pay me and wont let me leave")
    assert at.reply.key == "safety.hurt"


def test_who_hurries_beside_a_danger_is_not_sent_away() -> None:
    at = talk("the pastor makes girls do stuff w members at our school", "the cook says hurry")
    assert at.reply.key != "welcome.later" and "911" in at.reply.text


@pytest.mark.parametrize("text", ["i want to quit smoking", "the director makes us sing in choir"])
def test_plain_words_are_not_asked_about(text: str) -> None:
    at = talk(text)
    assert not at.reply.key.startswith("safety.ask.exploitation") and at.reply.text.count("ok to text") < 2


def test_a_threat_with_pictures_stays_one() -> None:
    assert talk("he says he will send my pics to my school if i dont pay").reply.key == "safety.sextortion"
