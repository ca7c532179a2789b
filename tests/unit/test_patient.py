"""Who woke up after Narcan is the patient: the bot does not fall silent as if somebody else came near."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

TO_LIMITS = ("hi", "ok")


@pytest.mark.parametrize("danger", [
    "my friend od'd i narcanned him", "i narcanned my boyfriend", "i gave him narcan", "my buddy od'd",
    "my bf overdosed and i gave him narcan", "i hit him with narcan", "we had to narcan her",
    "i put narcan in his nose he od'd",
])  # fmt: skip
@pytest.mark.parametrize("then", ["he woke up", "hes up now", "he's up", "shes awake"])
def test_who_wakes_after_an_overdose_is_the_patient(danger: str, then: str) -> None:
    at = talk(*TO_LIMITS, danger)
    assert at.reply.key == "safety.medical"
    at.text(then)
    assert at.reply.key == "safety.breathing" and "911" in at.reply.text


@pytest.mark.parametrize("danger", [
    "mi amigo tuvo una sobredosis y le puse narcan", "le di narcan a mi novio porque no respira",
    "a mi amigo le dio una sobredosis",
])  # fmt: skip
@pytest.mark.parametrize("then", ["ya desperto", "ya respira", "se desperto", "ya se despertó"])
def test_the_same_in_spanish(danger: str, then: str) -> None:
    at = talk("hola", "si", danger)
    assert at.reply.key == "safety.medical"
    at.text(then)
    assert at.reply.key == "safety.breathing" and "911" in at.reply.text


@pytest.mark.parametrize(
    "danger", ["he hit my head on the wall", "i od'd", "they narcanned me", "i took a bunch of pills"]
)
def test_beside_a_danger_of_ones_own_somebody_who_wakes_is_near(danger: str) -> None:
    at = talk(*TO_LIMITS, danger)
    assert at.reply.key.startswith("safety.")
    at.text("he woke up")
    assert at.reply.key == "silence"
