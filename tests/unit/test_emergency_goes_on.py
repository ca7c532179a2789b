"""News of a medical emergency gets the next step, not the first again: help was called, it came, somebody breathes."""

from __future__ import annotations

import pytest

from bot.flows.names import Progress, State
from bot.flows.serialization import dump, load
from bot.flows.session import Session
from bot.sms.segments import count
from tests.support.talk import TO_NEEDS, Talk, talk

OVERDOSE = ("my friend took too much and she wont wake up", "mi amiga se tomo muchas pastillas y no despierta")
POISON = "1-800-222-1222"


def after(text: str, *before: str, danger: str = OVERDOSE[0]) -> Talk:
    return talk(danger, *before, text)


@pytest.mark.parametrize("danger", OVERDOSE)
@pytest.mark.parametrize("text", [
    "i called", "i called 911", "already called them", "we called an ambulance", "im on the phone with 911",
    "ambulance is on the way", "ok i called", "ya llame", "ya llamé al 911", "ya viene la ambulancia",
])  # fmt: skip
def test_who_called_is_not_told_to_call(text: str, danger: str) -> None:
    at = after(text, danger=danger)
    assert at.reply.key == "safety.called" and POISON in at.reply.text
    assert not at.reply.text.startswith(("Call", "Llama", "If it's urgent", "Si es urgente"))
    assert at.session.hazard == "medical" and at.text("ok") and at.reply.key == State.SAFETY_STAY.value


@pytest.mark.parametrize("text", [
    "shes breathing", "she woke up", "hes awake now", "she's breathing again thank god", "he woke up",
    "ya respira", "ya desperto", "ya esta respirando",
])  # fmt: skip
def test_breath_is_good_news_and_is_watched(text: str) -> None:
    at = after(text)
    assert at.reply.key == "safety.breathing"
    assert "stay" in at.reply.text or "no te vayas" in at.reply.text


@pytest.mark.parametrize("text", [
    "the ambulance is here", "shes breathing now theyre here", "paramedics came", "they took her to the hospital",
    "were at the hospital", "ya llego la ambulancia", "los paramedicos ya llegaron", "ya se la llevaron al hospital",
])  # fmt: skip
def test_help_that_came_takes_over(text: str) -> None:
    at = after(text)
    assert at.reply.key == "safety.help_here"
    for then in ("ok", "asdf qwer"):
        at.text(then)
        assert at.reply.key == State.SAFETY_STAY.value
    assert at.text("shes breathing") and at.reply.key == "safety.help_here"


@pytest.mark.parametrize("text", ["theyre here now", "they're here", "ya llegaron"])
def test_bare_they_are_help_once_it_was_called_or_a_friend_is_down(text: str) -> None:
    assert after(text, "i called").reply.key == "safety.help_here"
    assert after(text).reply.key == "safety.help_here"
    assert talk(*TO_NEEDS, "i took too many pills", text).reply.key == "silence"
    assert talk(*TO_NEEDS, text).reply.key == "silence"


def test_who_wakes_beside_somebody_in_danger_is_not_the_news() -> None:
    assert after("he woke up", danger="i took a bunch of pills").reply.key == "silence"


@pytest.mark.parametrize(
    "text", ["is she gonna be ok", "will he make it", "is she gonna die", "va a estar bien", "se va a morir"]
)
def test_nobody_guesses_how_it_ends(text: str) -> None:
    assert after(text).reply.key == "safety.outcome"
    assert after(text, "the ambulance is here").reply.key == "safety.outcome_here"


@pytest.mark.parametrize("text", [
    "she stopped breathing", "shes not breathing", "shes breathing but barely", "she woke up and hes hitting her",
    "i called and nobody came", "shes blue what do i do", "no respira", "ya no despierta",
])  # fmt: skip
def test_what_is_no_good_news_is_first_aid(text: str) -> None:
    at = after(text, "i called")
    assert at.reply.key not in {"safety.breathing", "safety.help_here", "safety.called"}
    assert "911" in at.reply.text


@pytest.mark.parametrize("text", ["shes blue what do i do", "he isnt breathing", "no respira que hago"])
def test_first_aid_for_somebody_else_begins_with_the_breath(text: str) -> None:
    said = after(text).reply.text
    assert "breath every 5 seconds" in said or "soplo cada 5 segundos" in said
    assert "If it's you" not in said and "Si te pasa a ti" not in said
    assert "When they breathe, lay them" in said or "Cuando respire, que quede de lado" in said


def test_first_aid_for_oneself_is_not_about_others_first() -> None:
    said = after("what do i do", danger="i took a bunch of pills").reply.text
    assert said.index("If it's you") < said.index("If it's someone else")


@pytest.mark.parametrize("text", ["i called", "shes breathing", "theyre here now", "is she gonna be ok"])
def test_the_same_words_mean_nothing_special_without_an_emergency(text: str) -> None:
    at = talk(*TO_NEEDS, text)
    assert not at.reply.key.startswith(("safety.called", "safety.breathing", "safety.help_here", "safety.outcome"))


def test_the_new_facts_survive_the_store_and_go_with_the_danger() -> None:
    told = Session(hazard="medical", hazard_left=3, of_other=True, progress=Progress.CALLED)
    assert load(dump(told)) == told
    assert load({"v": 1, "progress": "unknown"}).progress is None
    at = after("i called")
    assert at.session.of_other and at.session.progress is Progress.CALLED
    at.text("weather")
    assert not at.session.of_other and at.session.progress is None


def test_each_reply_has_the_numbers_and_is_short() -> None:
    at = talk(OVERDOSE[0])
    for text in (
        "what do i do",
        "i called",
        "is she gonna be ok",
        "shes breathing",
        "the ambulance is here",
        "will she live",
    ):
        said = at.text(text)
        assert "911" in said and POISON in said, text
        assert count(said).segments <= 2, text
