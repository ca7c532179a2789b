"""Blood: who was cut, where, that it eased, blood after sex, a ride to the ER. None of it is a poisoning."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

POISON, CRISIS, HOTLINE = "1-800-222-1222", "988", "1-888-373-7888"
WOUND, EASED, BLEEDS = "safety.body.wound", "safety.body.eased", "safety.body.bleeds"


@pytest.mark.parametrize("text", [
    "he cut me", "my pimp sliced my leg", "fr tho he cut me", "she cut my face with a bottle",
    "mi novio me corto con un cuchillo", "me corto el brazo con un vidrio", "el cliente me pico con una navaja",
    "me robaron y me cortaron el dedo",
])  # fmt: skip
def test_who_was_cut_by_somebody_presses_on_it(text: str) -> None:
    at = talk(text)
    assert at.reply.key == WOUND and POISON not in at.reply.text and HOTLINE in at.reply.text


@pytest.mark.parametrize("text", [
    "he cut me off on the highway", "he cut my hair", "they cut my hours", "they cut my pay", "me cortaron la luz",
    "mi novio me corto", "in the game he cut me with a knife", "i cut class again", "me corto el pelo sola",
])  # fmt: skip
def test_what_only_sounds_like_a_cut_is_none(text: str) -> None:
    assert talk(text).reply.key != WOUND


@pytest.mark.parametrize(("first", "texts"), [
    ("he cut me", ("my arm", "its kinda deep")),
    ("me corte la pierna y no para de sangrar", ("es en la pierna", "esta hondo")),
    ("i cut myself", ("its bleeding a lot", "on my thigh")),
    ("me corto a veces", ("hoy me corte y sale bastante", "es en la pierna")),
    ("me quiero morir", ("ya me corte un poco", "no para")),
])  # fmt: skip
def test_more_of_a_cut_is_first_aid_for_it(first: str, texts: tuple[str, ...]) -> None:
    at = talk(first)
    for text in texts:
        at.text(text)
        assert at.reply.key == WOUND and POISON not in at.reply.text


@pytest.mark.parametrize("text", [
    "it stopped", "i put a towel on it", "its slowing down", "im holding a shirt on it", "ya paro",
    "ya le puse una toalla", "ya no sangra", "ya deje de sangrar",
])  # fmt: skip
@pytest.mark.parametrize("first", ["i cut my arm and it wont stop bleeding", "me corte y no para de sangrar"])
def test_a_wound_that_eases_is_no_breath_that_comes_back(first: str, text: str) -> None:
    at = talk(first, text)
    assert at.reply.key == EASED and "911" in at.reply.text
    assert "Narcan" not in at.text("thanks") and POISON not in at.reply.text


@pytest.mark.parametrize("text", ["it stopped", "ya paro", "i put a towel on it"])
def test_elsewhere_the_same_words_tell_of_no_wound(text: str) -> None:
    assert talk("hey", "1", text).reply.key != EASED
    assert talk("he hits me", text).reply.key != EASED


@pytest.mark.parametrize("text", ["resbale y me corte", "i slipped and cut my hand", "me cai y me corte la mano"])
def test_a_mishap_is_no_wish_to_die(text: str) -> None:
    at = talk(text)
    assert at.reply.key == WOUND and CRISIS not in at.reply.text


@pytest.mark.parametrize("text", [
    "i been bleeding since the date 2 days", "soaked pads every hr", "he hurt me inside",
    "estoy sangrando desde que me violaron", "lleno una toalla cada hora", "me desgarro por dentro",
    "tuve relaciones y me salio sangre", "im bleeding after my abortion pill",
])  # fmt: skip
def test_blood_after_sex_gets_its_own_words(text: str) -> None:
    at = talk(text)
    assert at.reply.key == BLEEDS and POISON not in at.reply.text


def test_blood_that_does_not_stop_there_is_no_wound_to_press() -> None:
    assert talk("tuve relaciones y me salio sangre", "no para").reply.key == BLEEDS
    assert talk("i been bleeding since the date 2 days", "it wont stop").reply.key == BLEEDS


def test_a_poisoning_stays_one_beside_a_cut() -> None:
    assert POISON in talk("i took like 20 pills", "it stopped").reply.text
    assert talk("i took like 20 pills", "i got no insurance").reply.key != "safety.body.no_care"
