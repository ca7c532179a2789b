"""Ages as people text them, without "im" before or "years old" after."""

from __future__ import annotations

import pytest

from bot.flows.names import State
from tests.support.talk import TO_NEEDS, talk


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("thirteen", 13), ("twenty", 20), ("dieciseis", 16), ("fifteen last month", 15), ("21 since march", 21),
        ("20, why", 20), ("16 in human years lol", 16), ("sweet sixteen was last week", 16),
        ("i'm in 8th grade, 13", 13), ("ya soy mayor, 18", 18), ("15", 15), ("14 \U0001f44b", 14), ("only 16", 16),
        ("19 why does it matter", 19), ("22, feels like 60", 22), ("16 nomas", 16), ("pues 17", 17),
        ("hoy cumplo 18", 18), ("hice los 15 en mayo", 15), ("18 so im an adult", 18),
        ("dies y ocho", 18), ("tengo diez y 6 anos", 16), ("forteen", 14), ("22 bro", 22), ("im a minor still. 17", 17),
        ("legal to drink lol 21", 21),
        ("quince mija", 15), ("twenty three. why", 23), ("16f", 16), ("soy grande ya, 19", 19),
    ],
)  # fmt: skip
def test_age_is_heard(text: str, age: int) -> None:
    assert talk(*TO_NEEDS, text).session.age == age


@pytest.mark.parametrize(
    "text",
    [
        "1 3",
        "13, 14",
        "twenty five minutes",
        "fifteen dollars",
        "20 minutes",
        "13 of us",
        "24/7",
        "18 and over only?",
        "he took my last 20",
        "at 17",
        "13 reasons why",
        "20%",
        "$20",
        "#17",
    ],
)
def test_several_numbers_or_one_of_something_else_are_no_age(text: str) -> None:
    assert not talk(*TO_NEEDS, text).session.age


def test_hour_that_is_asked_for_is_no_age() -> None:
    at = talk(*TO_NEEDS, "check in on me", "15")
    assert (at.session.age, at.session.check_in_hour) == (0, 15)


@pytest.mark.parametrize(
    "text",
    ["12 going on 13", "eleven, i turn 12 in may", "im 12, almost 13", "tengo 12 casi 13", "yo tiene 11 año"],
)
def test_child_is_heard_beside_the_next_birthday(text: str) -> None:
    assert talk(*TO_NEEDS, text).session.state is State.SAFETY_YOUNG


@pytest.mark.parametrize("text", ["my son is 12 going on 13", "mi hijo tiene 12 casi 13", "15 almost 16"])
def test_age_of_a_child_of_hers_is_none_of_her_own(text: str) -> None:
    assert talk(*TO_NEEDS, text).session.state is not State.SAFETY_YOUNG
