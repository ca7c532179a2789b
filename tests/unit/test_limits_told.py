"""What is said of secrecy has its limits in the same text, with the age of the place, and says one thing everywhere."""

from __future__ import annotations

import re

import pytest

from bot.flows.model import Area
from bot.flows.names import State
from tests.support.talk import TO_NEEDS, Talk, snapshot, talk

BRITISH_COLUMBIA = Area("Surrey", "", "BC", "CA")
LIMIT = {"en": re.compile(r"report|pass .* on"), "es": re.compile(r"avisar|report")}
HELLO = {"en": TO_NEEDS, "es": ("hola", "1", "ok")}

WHO_IS_TOLD = [
    ("en", "will u tell my mom"), ("en", "will u tell my social worker where i am"),
    ("en", "do u tell my school"), ("es", "le vas a contar a mi ma"),
    ("es", "le vas a decir a mi trabajadora social"),
]  # fmt: skip


@pytest.mark.parametrize("safe", [True, False])
@pytest.mark.parametrize(("language", "text"), WHO_IS_TOLD)
def test_answer_that_nothing_is_told_names_the_limit_beside_it(language: str, text: str, *, safe: bool) -> None:
    at = talk(*HELLO[language])
    said = at.is_at(safe=safe).text(text)
    assert at.reply.key in {"aside.parents_told", "aside.school_told"}, at.reply.key
    assert LIMIT[language].search(said) and "18" in said


@pytest.mark.parametrize(
    "first", ["hi im 12 and my stepdad is being weird", "im 11 my uncle hurts me", "tengo 12 años y mi tio me pega"]
)
def test_child_who_never_read_the_limits_reads_them_before_a_person_is_told(first: str) -> None:
    at = talk(first)
    assert not at.session.limits_told
    said = at.text("1")
    assert at.reply.state == State.CONSENT_TALK.value
    assert re.search(r"law .*report|ley .*avisar", said) and "18" in said


@pytest.mark.parametrize("text", ["are u a cop", "will u call the cops", "will u tell my mom", "will u tell my school"])
def test_age_of_the_law_is_that_of_the_place(text: str) -> None:
    at = talk(*TO_NEEDS).is_at(area=BRITISH_COLUMBIA)
    assert "under 19" in at.text(text)
    assert "under 19" not in talk(*TO_NEEDS).text(text)


def test_age_of_the_law_is_that_of_the_place_in_the_limits_and_the_consent() -> None:
    at = talk("hey").is_at(area=BRITISH_COLUMBIA)
    assert "under 19" in at.text("1") and at.reply.key == "welcome.limits"
    at = talk("hey").is_at(area=BRITISH_COLUMBIA)
    assert "under 19" in at.text("person") and at.reply.state == State.CONSENT_TALK.value


@pytest.mark.parametrize("code", ["en", "es"])
def test_no_text_says_that_staff_read_all_and_no_text_has_a_word_for_her(code: str) -> None:
    sheet = snapshot().catalog.language(code).sheet
    texts = [
        text
        for key, message in (*sheet.messages.items(), *sheet.remarks.items())
        if key.startswith(("reporting.", "welcome.report"))
        for text in (message.text, message.bland or "")
    ]
    assert len(texts) >= 4
    for text in texts:
        assert not re.search(r"now or later|ahora o luego|\bused\b|\bsold\b|\busan\b", text), text


def test_report_question_and_the_limits_agree_on_who_reads() -> None:
    at = Talk()
    at.text("hey", "1")
    assert "what you share with them" in at.reply.text
    assert "only what you agree to share" in at.text("do u report me")


BC = "British Columbia"


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ((*TO_NEEDS, "i need a place to sleep"), "surrey bc"),
        (("hey", "i need food", "1"), "im in vancouver bc, 18"),
        (TO_NEEDS, "im in bc"),
        (("hola", "1", "ok", "comida"), "surrey bc"),
        (("hola", "1", "ok"), "estoy en BC, tengo 18"),
    ],
)
def test_another_age_is_told_once_when_the_place_is_known(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    said = at.text(text)
    assert "19" in said.partition(".")[0] and BC in said.partition(".")[0]
    assert BC not in at.text("ok")


@pytest.mark.parametrize("text", ["los angeles", "toronto", "im in texas, 18", "90012"])
def test_the_same_age_is_not_told_again(text: str) -> None:
    assert "18" not in talk(*TO_NEEDS, "i need food").text(text).partition(".")[0]


def test_who_named_the_place_before_the_limits_reads_its_age_there() -> None:
    at = talk("im in vancouver bc", "1")
    assert "under 19" in at.reply.text and BC not in at.text("ok")


def test_a_screen_that_may_be_seen_is_told_no_age() -> None:
    at = talk(*TO_NEEDS, "weather")
    assert BC not in at.text("surrey bc")
