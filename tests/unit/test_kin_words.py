"""Family words in what somebody tells of themselves: who falls for it, who sends them, a baby who can't be left."""

from __future__ import annotations

import pytest

from bot.flows.names import Fact
from tests.support.talk import talk

SOLD = ("mi novio me vende en un motel",)


@pytest.mark.parametrize(
    "text",
    ["pero si me voy le cobran a mi abuelita alla", "le van a cobrar a mi hermana si me voy",
    "si digo q no le pasa algo a mi jefa",
     "si me voy le hace algo a mi jefa", "if i leave they make my grandma pay",
     "theyll hurt my lil brother if i say no",
     "si no pago van por mi familia", "my family pays if i run"],
)  # fmt: skip
def test_a_threat_to_family_holds_who_writes(text: str) -> None:
    said = talk(*SOLD).text(text)
    assert "911" in said and "1-888-373-7888" in said
    at = talk(*SOLD, text)
    assert at.reply.key in ("safety.held.family", "safety.hurt") and not at.session.of_other
    at = talk("hola", text)
    assert at.reply.key == "safety.hurt" and "911" in at.reply.text


@pytest.mark.parametrize(
    "text", ["mi mama se enoja si me voy", "if i tell my mom she will cry", "si le digo a mi mama se preocupa",
             "cuando voy a la escuela mi mama paga el bus"]
)  # fmt: skip
def test_a_family_that_worries_is_no_threat(text: str) -> None:
    assert talk("hola", text).reply.key != "safety.hurt"


@pytest.mark.parametrize(
    "text", ["mi mama me manda con el del rancho por dinero", "mi tia me renta a sus amigos",
    "my aunt sends me to a man for money",
             "my mom makes me go with men for rent"]
)  # fmt: skip
def test_who_is_sent_by_family_is_no_friend(text: str) -> None:
    at = talk(text)
    assert at.reply.key in ("safety.hurt", "safety.child", "safety.ask.exploitation") and "911" in at.reply.text
    assert not at.session.of_other


@pytest.mark.parametrize("text", ["no lo puedo dejar solo a mi bb", "i cant leave my baby", "no me voy sin mis hijos",
                                  "i wont go without my kids"])  # fmt: skip
def test_a_baby_of_theirs_is_no_friend_in_danger(text: str) -> None:
    at = talk(*SOLD)
    said = at.text(text)
    assert at.reply.key == "aside.bring_kids" and "911" in said and Fact.CHILDREN in at.session.facts
    assert talk("hola", text).reply.key != "safety.friend"


@pytest.mark.parametrize("text", ["ella viene orita", "la patrona ya viene horita"])
def test_who_comes_this_minute_gets_no_text(text: str) -> None:
    assert talk(*SOLD).text(text) == ""
