"""Whether it is bad or normal, asked after harm to the body: the reply never begins with "no"."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

IS_BAD, NOW, DUMB = "safety.body.is_bad", "safety.body.now", "aside.not_dumb"
ASKS = (
    "is that bad",
    "is that normal?",
    "should i be worried",
    "do i need a doctor",
    "is it dangerous tho",
    "is this ok",
)
PREGUNTAS = ("es normal?", "eso es malo", "es grave?", "debo preocuparme", "tengo que ir al doctor?")


@pytest.mark.parametrize("text", [*ASKS, *PREGUNTAS])
@pytest.mark.parametrize("told", ["im 10 weeks pregnant and spotting", "he kicked my stomach im pregnant"])
def test_blood_and_blows_in_pregnancy_are_to_be_looked_at(told: str, text: str) -> None:
    at = talk(told, text)
    assert at.reply.key in (IS_BAD, "safety.body.no_care") and "911" in at.reply.text


@pytest.mark.parametrize("text", ["is that bad", "is that normal", "is it serious"])
def test_what_cannot_wait_still_cannot(text: str) -> None:
    assert talk("he hit my head on the wall n i threw up", text).reply.key == NOW


@pytest.mark.parametrize("text", ["es normal?", "es malo eso", "que tan grave es"])
def test_what_cannot_wait_still_cannot_in_spanish(text: str) -> None:
    assert talk("me pego en la cabeza y vomite", text).reply.key == NOW


@pytest.mark.parametrize("text", ["is that bad", "is that normal", "should i worry", "es normal?"])
def test_after_choking_an_er_can_check_it(text: str) -> None:
    for told in (("he choked me last week and my voice is still weird",), ("he choked me last night", "no im fine")):
        assert talk(*told, text).reply.key == "safety.choked.more"


@pytest.mark.parametrize("text", ["is that bad", "is that normal", "es grave"])
def test_a_friend_who_lies_there_keeps_first_aid(text: str) -> None:
    assert talk("my friend took a bunch of pills n wont wake up", text).reply.key == "safety.first_aid_other"


def test_after_pills_poison_help_can_say() -> None:
    assert talk("i took a whole bottle of tylenol", "is that bad").reply.key == "aside.must_go"


@pytest.mark.parametrize("told", ["my bf hits me", "my stepdad comes in my room"])
@pytest.mark.parametrize("text", ["is that normal", "is that ok", "is it bad", "eso es normal?"])
def test_what_somebody_does_is_theirs(told: str, text: str) -> None:
    assert talk(told, text).reply.key == "aside.is_it_legal"


@pytest.mark.parametrize("text", ["is that dumb", "am i dumb for missing him", "am i crazy"])
def test_who_feels_dumb_is_told_that_it_is_not(text: str) -> None:
    assert talk("my bf hits me", text).reply.key == DUMB


def test_elsewhere_it_is_no_question_of_a_body() -> None:
    assert talk("hi", "ok", "is that bad").reply.key != IS_BAD
    assert talk("i need a shelter in reno", "is it safe").reply.key != IS_BAD
