"""Beside a danger, what only names a need asks for none, and what asks is answered without a second "is now ok"."""

from __future__ import annotations

import pytest

from bot.flows.names import State
from tests.support.talk import talk

SOLD, VENDIDA = ("my uncle sells me",), ("mi tio me vende",)
HELD = ("my bf makes me see guys",)


@pytest.mark.parametrize(
    "text", ["i got paid 200", "he pays my rent", "she took my car", "my friend wants to go", "el paga mi renta"]
)
@pytest.mark.parametrize("before", [SOLD, HELD])
def test_a_need_that_is_only_named_is_more_of_it(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert not at.reply.key.startswith(("welcome.", "needs.")) and not at.session.needs
    assert "911" in at.reply.text


@pytest.mark.parametrize("text", ["i need a bed", "food", "where can i go tonight", "i want condoms n to get tested",
                                  "im hungry", "i got no clothes", "i need a lawyer"])  # fmt: skip
@pytest.mark.parametrize("before", [SOLD, HELD])
def test_an_ask_goes_on_at_once(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert at.session.safe and at.session.needs and "911" in at.reply.text


@pytest.mark.parametrize("text", ["necesito un doctor", "tengo hambre", "donde puedo dormir hoy", "un abogado"])
def test_an_ask_goes_on_at_once_in_spanish(text: str) -> None:
    at = talk(*VENDIDA, text)
    assert at.session.safe and at.session.needs and "911" in at.reply.text


@pytest.mark.parametrize("before", [("my bf hits me", "he reads my phone"), ("he hits me", "dont text me he sees it")])
def test_a_seen_screen_is_asked_about(before: tuple[str, ...]) -> None:
    assert not talk(*before, "i need a place").session.safe


def test_where_nothing_was_told_it_is_asked() -> None:
    at = talk("i need a bed")
    assert at.reply.key == "welcome.heard" and not at.session.safe


@pytest.mark.parametrize(
    "text",
    ["yes safe", "yes I am safe right now period he is at work", "si a salvo", "si segura ahorita"],
)
def test_safe_is_the_answer(text: str) -> None:
    at = talk(*SOLD, text)
    assert at.reply.key == "aside.not_in_danger" and not at.session.hazard


@pytest.mark.parametrize(
    "text", ["idk what counts as safe", "what does safe mean", "no se q cuenta como a salvo", "que es estar a salvo"]
)
@pytest.mark.parametrize("before", [SOLD, VENDIDA])
def test_what_safe_means_is_answered(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert at.reply.key == "aside.what_is_safe" and "911" in at.reply.text and at.session.hazard


@pytest.mark.parametrize("text", ["is it safe there", "im not safe", "safe houses near me", "i dont feel safe"])
def test_other_words_of_safety_are_not_taken_for_it(text: str) -> None:
    at = talk(*SOLD, text)
    assert at.reply.key not in ("aside.not_in_danger", "aside.what_is_safe") and at.session.hazard


@pytest.mark.parametrize(
    "text", ["can you find me from the phone", "can yall track my phone", "me puedes rastrear por el cel?"]
)
@pytest.mark.parametrize("before", [SOLD, VENDIDA])
def test_nobody_here_can_find_a_phone(before: tuple[str, ...], text: str) -> None:
    assert talk(*before, text).session.state is State.SAFETY_COME


@pytest.mark.parametrize(
    "text", ["forget it im just gonna go back to him", "ill prob go back to my ex", "ya mejor me regreso con el"]
)
@pytest.mark.parametrize("before", [("i need a place",), HELD, ("hey",)])
def test_who_goes_back_is_not_helped_to(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert at.reply.key == "aside.my_choice" and "help with that" not in at.reply.text


def test_a_roof_from_a_stranger_is_an_offer_to_think_about() -> None:
    at = talk(
        "im 14 my friend n me left home were at the greyhound in memphis",
        "a lady said she'd let us stay w her for free",
    )
    assert at.reply.key == "aside.offer_signs"
    at.text("should we go")
    assert at.reply.key == "aside.offer_signs.again"


@pytest.mark.parametrize("text", ["my aunt said she'd let us stay w her", "my friends mom lets us stay at her house"])
def test_a_roof_from_somebody_known_is_none(text: str) -> None:
    assert talk("i left home im 16", text).reply.key != "aside.offer_signs"
