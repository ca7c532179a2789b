"""Ages as people text them, without "im" before or "years old" after."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("thirteen", 13), ("twenty", 20), ("dieciseis", 16), ("fifteen last month", 15), ("21 since march", 21),
        ("20, why", 20), ("16 in human years lol", 16), ("sweet sixteen was last week", 16),
        ("i'm in 8th grade, 13", 13), ("ya soy mayor, 18", 18),
    ],
)  # fmt: skip
def test_age_is_heard(text: str, age: int) -> None:
    assert talk(*TO_NEEDS, text).session.age == age


@pytest.mark.parametrize("text", ["15", "twenty five minutes", "fifteen dollars", "20 minutes", "13 of us"])
def test_number_alone_or_of_something_else_is_no_age(text: str) -> None:
    assert not talk(*TO_NEEDS, text).session.age
