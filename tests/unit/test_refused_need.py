"""Help that somebody asks not to get is no need."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

REFUSED = [
    "please do not send me to a shelter", "please dont send the cops", "stop giving me shelters", "no shelters pls",
    "not another shelter", "dont put me in a shelter again", "no me mandes a un refugio", "no me lleven al hospital",
    "nada de albergues",
]  # fmt: skip
WANTED = [
    "no food in the house", "no place to sleep tonight", "no tengo comida", "no job no money",
    "dont send me to a shelter i need an apartment", "no me mandes a un refugio, necesito un depa",
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_refused_help_is_no_need(text: str) -> None:
    assert not talk(*TO_NEEDS, text).session.needs


@pytest.mark.parametrize("text", WANTED)
def test_what_is_lacking_or_wanted_instead_is_one(text: str) -> None:
    assert talk(*TO_NEEDS, text).session.needs
