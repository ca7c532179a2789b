"""Who is alone says so: to "is now ok to text?" it is a yes, and beside a danger it is time for a plan."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

ALONE = [
    "its ok now hes at work", "yeah hes at work", "its fine hes at work", "hes at work so i can talk",
    "hes at work now",
    "he left for work we can talk", "ok he just left for work", "ok hes gone", "my bf went to the store for 20 min",
    "they left", "nobody is home", "el esta durmiendo", "el esta dormido puedo hablar", "ahorita si el salio",
    "coast is clear", "its safe he went to the gym", "yes but he comes back at 5", "no hay nadie en la casa",
    "ya se durmio", "si, ya se fue a trabajar", "mi novio no esta", "ando sola", "claro ta en la chamba",
]  # fmt: skip


@pytest.mark.parametrize("text", ALONE)
def test_it_is_a_yes_where_now_was_asked_about(text: str) -> None:
    assert talk("hi", text).reply.key == "welcome.limits"
    assert talk("i need food", text).reply.key == "needs.area_first"


@pytest.mark.parametrize(
    "text",
    ["hes home", "not now he is asleep next to me", "he left me", "he left bruises on me", "she passed out", "ya llego",
     "no esta bien", "hes gone?", "se fue con otra", "he left a gun here", "esta aqui"],
)  # fmt: skip
def test_other_texts_are_no_yes(text: str) -> None:
    assert talk("hi", text).reply.key != "welcome.limits"


@pytest.mark.parametrize("text", ["ok he left", "ya se fue", "hes at work now"])
def test_after_a_hush_it_is_asked_first(text: str) -> None:
    assert talk(*TO_NEEDS, "he is here", text).reply.key == "welcome.back"


@pytest.mark.parametrize("before", [("hey", "yes", "he hits me"), ("hola", "si", "mi novio me pega")])
@pytest.mark.parametrize("text", ["hes asleep now", "he left for work", "ahorita ta dormido", "ya se fue al jale"])
def test_beside_a_danger_there_is_time_for_a_plan(before: tuple[str, ...], text: str) -> None:
    assert talk(*before, text).reply.key == "guide.leaving.1"


@pytest.mark.parametrize(
    "text",
    ["ahorita esta en la casa", "esta aqui en la casa", "hes in the house", "my stepdad is in the house rn",
     "hes downstairs"],
)  # fmt: skip
@pytest.mark.parametrize("before", [("hey", "yes", "my stepdad touches me"), ("hola", "si", "mi padrastro me toca")])
def test_under_one_roof_a_bland_line_is_sent(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    said = at.text(text)
    assert at.reply.key == "safety.watched" and "911" not in said


@pytest.mark.parametrize("text", ["ahi viene", "ya llego a la casa", "hes here", "he just came in"])
def test_haste_still_gets_silence(text: str) -> None:
    assert talk("hey", "yes", "my stepdad touches me").text(text) == ""
