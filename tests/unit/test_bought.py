"""A client who buys the one who writes is no caseworker's client, and what he does is their own danger."""

from __future__ import annotations

import pytest

from bot.flows.names import Fact
from tests.support.talk import talk


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("me fui con un cliente y no me quiere dejar salir del cuarto", "safety.hurt"),
        ("un cliente me quiso ahorcar", "safety.choked"),
        ("un cliente no me pago y me robo", "safety.hurt"),
        ("un cliente me golpeo", "safety.hurt"),
        ("anoche un cliente me dejo toda golpeada", "safety.hurt"),
        ("otro cliente me amenazo con un cuchillo", "safety.hurt"),
        ("tengo un cliente q me da miedo", "safety.ask.exploitation"),
        ("tengo 16 y un cliente me pego", "safety.hurt"),
        ("a client locked me in the room and wont let me leave", "safety.hurt"),
        ("a client robbed me last night", "safety.hurt"),
        ("this client keeps following me", "safety.hurt"),
        ("my client wants me to live with him", "safety.ask.exploitation"),
        ("le di mi direccion a un cliente", "safety.ask.exploitation"),
        ("a client has my address and keeps coming", "safety.ask.exploitation"),
        ("im stuck in a motel with a client", "safety.ask.exploitation"),
    ],
)
def test_a_buyer_is_their_own_danger(text: str, key: str) -> None:
    at = talk(text)
    assert at.reply.key == key and "911" in at.reply.text
    assert Fact.FOR_CLIENT not in at.session.facts and not at.session.of_other


@pytest.mark.parametrize(
    "text", ["se rompio el condon antier con un cliente", "the condom broke with a client last night"]
)
def test_the_medicine_for_it_is_named(text: str) -> None:
    at = talk(text)
    assert "72" in at.text("hay una pastilla pa no pegarse el sida?") or "3 days" in at.reply.text


@pytest.mark.parametrize("text", ["busca un lugar", "find me a place"])
def test_a_place_is_looked_for_and_no_advice_for_a_friend_given(text: str) -> None:
    at = talk("anoche un cliente me dejo toda golpeada")
    at.text(text)
    assert not at.reply.key.startswith(("aside.helping", "safety.friend"))


@pytest.mark.parametrize(
    "text",
    ["soy trabajadora social y tengo una clienta de 16 que la golpea el novio",
    "mi clienta de 16 no tiene donde dormir",
     "i have a 16 year old client whose boyfriend hits her", "my client told me her boyfriend hits her",
     "mi cliente me dijo que su novio la golpea", "tengo un cliente de 16 que no tiene donde dormir"],
)  # fmt: skip
def test_a_caseworkers_client_stays_one(text: str) -> None:
    at = talk(text)
    assert at.reply.key == "safety.friend" or Fact.FOR_CLIENT in at.session.facts


@pytest.mark.parametrize("text", ["soy mesera y un cliente me toco", "i work at a store and a client grabbed me"])
def test_a_customer_is_no_friends_danger(text: str) -> None:
    assert talk(text).reply.key != "safety.friend"
