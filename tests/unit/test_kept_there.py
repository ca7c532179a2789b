"""Somebody kept where they work, told at once in a long, indirect or asking text."""

from __future__ import annotations

import pytest

from bot.flows.names import Concern
from bot.understanding.kept_there import is_shut_in, works_off
from tests.support.talk import talk

KEPT = [
    "We are two girls in one room, he locked from outside, we work in nails salon day and at night other thing",
    "quick question. if a person worked in massage and the boss kept tips and locked doors at night is that anything?",
    "we are 3 girls he lock door when he go",
    "a question, the owner locks the gate from outside and we sleep at the farm, is it allowed?",
    "somos cuatro muchachas y el señor cierra la puerta con candado cuando se va, de dia limpiamos",
    "trabajamos en un spa y nos encierran en la noche, es normal?",
    "question 4 u. im on study permit and lady who brought me says i work in her bar and w customers till i pay 40k",
    "The madam brought me from Ghana and I must see clients until I have paid 30 thousand. Do I need a lawyer?",
    "la señora que me trajo dice que tengo que trabajar con clientes hasta que le pague 15 mil, tengo visa",
]


@pytest.mark.parametrize("text", KEPT)
def test_a_first_text_of_being_kept_at_work_gets_the_numbers(text: str) -> None:
    at = talk(text)
    assert Concern.EXPLOITATION in at.session.asked or at.reply.key == "safety.hurt"
    assert "888-373-7888" in at.reply.text and "911" in at.reply.text


def test_the_numbers_are_those_of_canada_where_she_is_there() -> None:
    at = talk("if im in canada on study permit and lady who brought me says i work w customers till i pay 40k")
    assert "1-833-900-1010" in at.reply.text
    at.text("she did juju on me")
    assert at.reply.key == "safety.held.more" and "1-833-900-1010" in at.reply.text


def test_an_oath_is_more_of_it_in_spanish() -> None:
    at = talk("la señora que me trajo dice que trabaje con clientes hasta que le pague 15 mil", "me hizo brujeria")
    assert at.reply.key == "safety.held.more"


@pytest.mark.parametrize(
    "said",
    [
        "do they lock the doors at night at the shelter",
        "my mom locked me in my room i am grounded",
        "i locked the door we work from home",
        "he locked me out of the house after work",
        "la puerta de mi cuarto no cierra con llave",
        "we close at nine and the manager locks the doors at closing time",
    ],
)
def test_a_locked_door_alone_is_no_bondage(said: str) -> None:
    assert not is_shut_in(said)


@pytest.mark.parametrize(
    "said",
    [
        "i work two jobs until i pay off my car",
        "my dad says i have to work until i pay my tuition",
        "trabajo hasta pagar mi tarjeta",
        "my mom says i owe her for the phone",
    ],
)
def test_ordinary_debts_are_no_bondage(said: str) -> None:
    assert not works_off(said)
