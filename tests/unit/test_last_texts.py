"""The texts that came last: erased, read out or sent again. None of it ends the texts."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

AT_NEEDS = ("hi", "1", "ok")
EN_ESPANOL = ("hola", "1", "ok")


@pytest.mark.parametrize(
    "text", ["delete the last text", "delete your last message", "no last text", "erase that last msg"]
)
def test_who_wants_the_last_text_gone_can_delete_it(text: str) -> None:
    assert talk(*AT_NEEDS, text).reply.key == "safety.watched"


def test_it_is_the_same_in_spanish() -> None:
    assert talk(*EN_ESPANOL, "borra el ultimo mensaje").reply.key == "safety.watched"
    assert talk(*EN_ESPANOL, "leeme los ultimos mensajes").reply.key == "safety.holder"


@pytest.mark.parametrize("text", ["read me the last texts", "show me her last texts", "read the last texts"])
def test_who_asks_what_they_say_did_not_get_them(text: str) -> None:
    assert talk(*AT_NEEDS, text).reply.key == "safety.holder"


def test_who_wants_it_again_gets_it_again() -> None:
    assert talk(*AT_NEEDS, "resend the last text").reply.key == "needs.ask"


def test_who_shares_nothing_is_not_silenced() -> None:
    assert talk(*AT_NEEDS, "can i talk to a person", "yes", "stop dont share").reply.key != "carrier.stopped"


@pytest.mark.parametrize("text", ["stop all texts", "dont share and stop texting me"])
def test_an_opt_out_stays_one(text: str) -> None:
    assert talk(*AT_NEEDS, text).reply.key == "carrier.stopped"
