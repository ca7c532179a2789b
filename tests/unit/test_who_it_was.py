"""A child's few words: who it was, how old they are, and that they are scared."""

from __future__ import annotations

import pytest

from tests.support.talk import talk


@pytest.mark.parametrize(
    ("danger", "who"),
    [
        ("he touches me", "stepdad"), ("he touches me", "my uncle"), ("ok im 14 and im scared", "my auntie boyfriend"),
        ("he hits me", "its my moms boyfriend"), ("me pega", "mi padrastro"), ("me pega", "el novio de mi mama"),
    ],
)  # fmt: skip
def test_kin_is_a_childs_danger(danger: str, who: str) -> None:
    at = talk(danger, who)
    assert at.reply.key == "safety.child" and "422-4453" in at.reply.text and at.session.hazard == "child_hurt"


@pytest.mark.parametrize(
    "texts",
    [("he touches me", "9"), ("he touches me", "stepdad", "11"), ("my uncle touches me", "im ten"),
     ("he hits me", "eleven"),
     ("mi padrastro me toca", "11"), ("me pega", "mi tio", "tengo nueve")],
)  # fmt: skip
def test_a_number_that_is_not_on_offer_is_an_age(texts: tuple[str, ...]) -> None:
    at = talk(*texts)
    assert at.session.young and at.reply.key == "safety.young"


@pytest.mark.parametrize("first", ["im 13 n scared", "tengo 14 y tengo miedo"])
def test_an_age_and_fear_are_asked_about(first: str) -> None:
    assert talk(first).reply.key == "safety.ask.violence"
    assert talk(first, "my uncle" if first.startswith("i") else "mi tio").reply.key == "safety.child"


@pytest.mark.parametrize(
    "texts",
    [("11",), ("my uncle",), ("i need food", "9"), ("he hits me", "3"), ("im 24", "he hits me", "my dad"),
     ("my boyfriend hits me", "my boyfriend"), ("he sells me", "my uncle"), ("im 13 and bored",)],
)  # fmt: skip
def test_without_a_danger_or_grown_it_is_none(texts: tuple[str, ...]) -> None:
    at = talk(*texts)
    assert at.reply.key not in ("safety.child", "safety.young")
