"""Answers that claim no more than is known: of others, of the wait, of a question that is passed on, of a lawyer."""

from __future__ import annotations

import pytest

from bot.flows.names import Aside, Need, State
from tests.support.talk import TO_NEEDS, talk

HELLO = {"en": TO_NEEDS, "es": ("hola", "1", "ok")}
ABOUT_THE_BOT = ("I tell nobody", "o le digo a nadie", "Anyone with your phone", "Quien tenga tu")

OF_THEM = [
    ("en", "if i go to a shelter do they call my worker"), ("en", "are they gonna tell my parents"),
    ("en", "will the shelter tell my mom"), ("en", "do they call the cops"), ("en", "will the person report me"),
    ("en", "do places tell your parents"), ("en", "will they tell my bf"),
    ("es", "si voy a un albergue le llaman a mi trabajadora"), ("es", "el albergue le dice a mi mama"),
    ("es", "si voy a ese lugar ellos le avisan a mi papa"),
]  # fmt: skip


@pytest.mark.parametrize("safe", [True, False])
@pytest.mark.parametrize(("language", "text"), OF_THEM)
def test_question_what_others_tell_is_not_answered_for_the_bot(language: str, text: str, *, safe: bool) -> None:
    at = talk(*HELLO[language]).is_at(safe=safe)
    said = at.text(text)
    assert at.reply.key in {"aside.parents_told.them", "aside.school_told.them"}, at.reply.key
    assert not any(words in said for words in ABOUT_THE_BOT)
    assert "ask" in said or "preguntar" in said
    assert at.session.state is State.NEEDS_ASK


@pytest.mark.parametrize(("language", "text"), [
    ("en", "will u tell my mom"), ("en", "will u tell my social worker where i am"), ("en", "do you call the cops"),
    ("es", "le vas a decir a mi ma"), ("es", "le van a decir a mi mama"),
])  # fmt: skip
def test_question_what_the_bot_tells_keeps_its_answer(language: str, text: str) -> None:
    at = talk(*HELLO[language], text)
    assert at.session.aside and not at.reply.key.endswith(".them")


@pytest.mark.parametrize("text", ["they told my mom", "the shelter called my worker", "i will tell them"])
def test_what_is_no_question_is_not_answered_so(text: str) -> None:
    assert not talk(*TO_NEEDS, text).reply.key.endswith(".them")


@pytest.mark.parametrize(("language", "ask", "agree"), [
    ("en", "will i get deported", "yes"), ("en", "am i in trouble", "yeah"), ("en", "will i get arrested", "ok yes"),
    ("es", "me van a deportar", "si"), ("es", "me van a deportar", "así es"), ("es", "me van a arrestar", "claro"),
])  # fmt: skip
def test_yes_to_a_lawyer_looks_for_one(language: str, ask: str, agree: str) -> None:
    for start in (State.NEEDS_ASK, State.OPTIONS_NONE):
        at = talk(*HELLO[language]).is_at(state=start)
        assert "LAWYER" in at.text(ask) or "ABOGADO" in at.reply.text
        at.text(agree)
        assert {Need.LEGAL, Need.IMMIGRATION} & set(at.session.needs), (start, at.reply.key)
        assert not at.reply.state.startswith("consent")


@pytest.mark.parametrize(
    ("language", "word"), [("en", "lawyer"), ("en", "LAWYER"), ("es", "ABOGADO"), ("es", "abogado")]
)
def test_word_that_the_answer_names_looks_for_a_lawyer(language: str, word: str) -> None:
    at = talk(*HELLO[language]).is_at(aside=Aside.IMMIGRATION_RISK)
    at.text(word)
    assert Need.LEGAL in at.session.needs


def test_yes_to_a_consent_is_never_read_as_a_yes_to_a_lawyer() -> None:
    at = talk(*TO_NEEDS, "person").is_at(aside=Aside.IMMIGRATION_RISK)
    assert at.session.state is State.CONSENT_TALK
    at.text("yes")
    assert Need.LEGAL not in at.session.needs
    assert at.session.state is State.CONSENT_TALK and not at.session.shared, (
        "a remark stood last: the question comes again"
    )
    at.text("yes")
    assert at.session.case or at.session.shared


@pytest.mark.parametrize("text", ["how long do i wait", "how long is it gonna take"])
def test_nobody_is_said_to_know_that_they_wait(text: str) -> None:
    at = talk(*TO_NEEDS, "person", "1", "skip")
    said = at.text(text)
    assert at.reply.key == "aside.how_long_wait.waiting"
    assert "They know" not in said and "Nobody has answered yet" in said


@pytest.mark.parametrize(("language", "place", "text"), [
    ("en", ("a place to sleep tonight", "albuquerque"), "do they take trans girls"),
    ("en", ("a place to sleep tonight", "albuquerque"), "do they ask for id"),
    ("es", ("un lugar para dormir esta noche", "albuquerque"), "reciben personas trans"),
])  # fmt: skip
def test_question_at_an_offer_is_counted_and_said_so(language: str, place: tuple[str, ...], text: str) -> None:
    at = talk(*HELLO[language], *place)
    said = at.text(text)
    if at.session.open_questions:
        assert "that someone asks this, not who" in said or "que alguien pregunta esto, no" in said
        assert "your question" not in said and "tu pregunta" not in said
