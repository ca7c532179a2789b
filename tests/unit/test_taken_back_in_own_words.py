"""What was agreed to is taken back by own words while it stands (promise 1), and the texts go on (promise 6)."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

ASKED = (*TO_NEEDS, "can i talk to a person", "yes")
PIDIO = ("hola", "1", "1", "quiero hablar con alguien", "si")


@pytest.mark.parametrize("text", [
    "dont let em text me", "wait actually dont let them text me", "dont send", "dont send it", "abort", "no dont",
    "forget it i dont want to", "i dont want them to text", "ugh nvm", "dont contact me",
])  # fmt: skip
def test_taken_back(text: str) -> None:
    assert talk(*ASKED, text).reply.key == "privacy.taken_back"


@pytest.mark.parametrize("text", [
    "no mejor no", "nel mejor no", "ya no quiero hablar", "no ya no", "olvidalo ya se me paso", "ya no hace falta",
    "ya paso todo gracias", "y si mejor ya no", "mejor no me contacten", "ya no me busquen",
    "ya no quiero hablar con ustedes",
])  # fmt: skip
@pytest.mark.parametrize("between", [(), ("beto", "2")])
def test_taken_back_in_spanish(between: tuple[str, ...], text: str) -> None:
    assert talk(*PIDIO, *between, text).reply.key == "privacy.taken_back"


def test_taken_back_while_a_danger_stands() -> None:
    at = talk(*ASKED, "jas", "he hits me", "wait actually dont let em text me")
    assert at.reply.key == "privacy.taken_back"


@pytest.mark.parametrize("text", ["no", "nvm", "luego", "im scared", "no se"])
def test_a_plain_no_takes_nothing_back(text: str) -> None:
    assert talk(*ASKED, text).reply.key != "privacy.taken_back"


@pytest.mark.parametrize("text", ["stop", "stop texting me", "take me off ur list", "ya no me manden mensajes"])
def test_an_opt_out_is_still_one(text: str) -> None:
    assert talk(*ASKED, text).reply.key == "carrier.stopped"


@pytest.mark.parametrize("text", ["ya no me busquen", "mejor no me contacten"])
def test_where_nothing_was_asked_for_it_is_one(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == "carrier.stopped"
