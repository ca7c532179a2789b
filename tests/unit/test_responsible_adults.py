"""A foster parent, a nurse and a teacher are answered for the person in their care, and not as that person."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

NURSE = (*TO_NEEDS, "im a nurse in the ER, my patient is 16 and a man answers for her")
TEACHER = (*TO_NEEDS, "im a teacher. a student told me her stepdad touches her")


@pytest.mark.parametrize(
    "text",
    ["im a foster mom, my foster kid ran last night", "my kid from the group home went awol",
     "my friend ran away shes 16", "one of my residents took off", "mi niña se escapo anoche"],
)  # fmt: skip
def test_who_ran_is_missing_and_no_bed_is_looked_for(text: str) -> None:
    at = talk(*TO_NEEDS)
    assert "1-800-843-5678" in at.text(text)
    at.text("where is she")
    assert at.reply.key != "safety.holder"
    assert "1-800-843-5678" in at.text("who do i have to tell")


@pytest.mark.parametrize("text", ["i ran away last night", "my friend ran away and is staying with me"])
def test_who_ran_themselves_is_not(text: str) -> None:
    assert "missing" not in talk(*TO_NEEDS, text).reply.key


@pytest.mark.parametrize(
    "text", ["do i let her go with him", "she is leaving with him now", "security?", "la dejo irse con el"]
)
def test_who_leaves_with_him(text: str) -> None:
    at = talk(*NURSE)
    said = at.text(text)
    assert at.reply.key.startswith("aside.with_him") and "911" in said


@pytest.mark.parametrize(
    "text",
    ["do i tell the principal first", "who do i call in texas", "number for CPS", "should i call her mom",
     "what if im wrong", "do i have to give my name", "can i be sued", "le digo primero a la directora"],
)  # fmt: skip
def test_a_teacher_is_answered_of_the_report(text: str) -> None:
    assert talk(*TEACHER, text).reply.key.startswith("aside.duty_to_report")


@pytest.mark.parametrize("text", ["do i have to give my name", "who do i call in texas", "security?"])
def test_without_anybody_in_care_it_is_not(text: str) -> None:
    assert not talk(*TO_NEEDS, text).reply.key.startswith(("aside.duty", "aside.with_him"))
