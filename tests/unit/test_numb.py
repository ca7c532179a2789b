"""After somebody has told that they hurt themselves, a feeling is no need: nobody is asked for their city then."""

from __future__ import annotations

import pytest

from bot.flows.names import Answer, Need
from tests.support.talk import TO_NEEDS, talk

CUT = {"en": (*TO_NEEDS, "i cut again last nite"), "es": ("hola", "1", "ok", "me volvi a cortar anoche")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "i just feel numb"), ("en", "i feel empty like nothing matters since last time"), ("en", "im so numb"),
        ("es", "ya ni siento nada, lo volvi a hacer anoche"), ("es", "ya ni siento nada"), ("es", "me siento vacia"),
    ],
)  # fmt: skip
def test_feeling_while_a_cut_stands_is_answered_with_the_line_and_no_menu(language: str, text: str) -> None:
    at = talk(*CUT[language])
    said = at.text(text)
    hints_alone = text in ("ya ni siento nada", "me siento vacia")
    assert at.reply.key == ("safety.stay" if hints_alone else "safety.means")
    assert "988" in said and at.session.hazard == Answer.SELF_HARM.value


@pytest.mark.parametrize(("language", "text"), [("en", "i need a therapist"), ("es", "necesito una psicologa")])
def test_need_that_is_asked_for_stays_a_need(language: str, text: str) -> None:
    at = talk(*CUT[language], text)
    assert {Need.MENTAL_HEALTH, Need.COUNSELLING} & set(at.session.needs)


@pytest.mark.parametrize(
    "text", ["ya ni siento nada, lo volvi a hacer anoche", "i did it again last nite i just feel numb"]
)
def test_again_and_numb_is_asked_about_by_itself(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key in {"safety.ask.self_harm", "safety.self_harm"}


@pytest.mark.parametrize("text", ["the dentist made my mouth numb", "no siento la mano"])
def test_numb_hand_is_no_danger_to_oneself(text: str) -> None:
    assert "self_harm" not in talk(*TO_NEEDS, text).reply.key
