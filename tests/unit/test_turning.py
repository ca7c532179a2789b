""" "Next" while a guide waits, "what if he comes" beside the plan, and the plan of somebody under 18."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk


@pytest.mark.parametrize("text", ["siguiente", "dime que hago", "sigue"])
def test_next_goes_on_with_the_guide_that_waits(text: str) -> None:
    person = talk("mi novio me pega", "que hacer", "1")
    assert person.text(text) and person.reply.key == "welcome.limits"
    assert person.text(text) and person.reply.key == "guide.leaving.1"


@pytest.mark.parametrize("text", ["next", "what else", "keep going"])
def test_next_goes_on_in_english(text: str) -> None:
    person = talk("my boyfriend hits me", "3", "1")
    assert person.text(text) and person.reply.key == "welcome.limits"


@pytest.mark.parametrize("text", ["ahora no", "no", "skip"])
def test_a_no_stays_one(text: str) -> None:
    assert talk("mi novio me pega", "que hacer", "1", text).reply.key != "welcome.limits"


@pytest.mark.parametrize(
    "texts",
    [
        ("mi novio me vende", "que hacer", "1", "y si el llega?"),
        ("mi novio me pega", "y si regresa"),
        ("my boyfriend hits me", "what if he comes back"),
    ],
)
def test_what_to_do_if_he_comes(texts: tuple[str, ...]) -> None:
    reply = talk(*texts).reply
    assert reply.key.startswith("aside.when_alone") and "911" in reply.text


def test_without_a_danger_it_is_no_plan() -> None:
    assert not talk(*TO_NEEDS, "what if he comes back").reply.key.startswith("aside.when_alone")


@pytest.mark.parametrize("texts", [("mi papa me pega, tengo 14", "que hacer"), ("my dad hits me, im 14", "3")])
def test_somebody_under_18_gets_the_line_for_children(texts: tuple[str, ...]) -> None:
    reply = talk(*texts).reply
    assert reply.key == "safety.plan.child" and "1-800-422-4453" in reply.text


def test_a_grown_up_gets_the_line_for_partners() -> None:
    assert "1-800-799-7233" in talk("my boyfriend hits me", "3").reply.text
