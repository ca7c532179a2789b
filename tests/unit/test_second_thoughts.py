"""Consent with a condition, backing out of it, taking it back in one's own words, and questions about the person."""

from __future__ import annotations

import pytest

from bot.flows.names import State
from tests.support.talk import TO_NEEDS, talk

ASKED = {"en": (*TO_NEEDS, "person"), "es": ("hola", "si", "quiero hablar con alguien")}
WAITS = {"en": (*ASKED["en"], "yes", "no name"), "es": (*ASKED["es"], "1", "1")}


@pytest.mark.parametrize(
    ("language", "text"),
    [("es", "ya no kiero hablar con nadie"), ("es", "diles q ya no"), ("es", "cancela eso"), ("es", "me arrepenti"),
     ("es", "mejor ya no, no le digas"), ("es", "siempre no"),
     ("es", "ya no lo necesito"), ("en", "i dont need them anymore"),
     ("en", "i dont want to talk to anyone anymore"), ("en", "tell them never mind"), ("en", "cancel that please"),
     ("en", "actually i changed my mind"), ("en", "i dont want them to text me"), ("en", "tell them i dont want to")],
)  # fmt: skip
def test_what_was_agreed_to_is_taken_back_in_words(language: str, text: str) -> None:
    at = talk(*WAITS[language])
    assert at.session.state is State.HANDOFF_WAITING and at.session.case
    at.text(text)
    assert at.reply.key == "privacy.taken_back" and not at.session.shared


@pytest.mark.parametrize(
    ("language", "text"),
    [("es", "no sé"), ("es", "ya no puedo mas"), ("es", "que me recomiendas"), ("en", "i dont want to talk about him"),
     ("en", "can i cancel it?"), ("en", "im scared"), ("en", "nvm"), ("es", "no quiero que le digan a mi mama")],
)  # fmt: skip
def test_other_words_take_nothing_back(language: str, text: str) -> None:
    assert talk(*WAITS[language], text).session.shared


@pytest.mark.parametrize(
    ("language", "text"),
    [("es", "sabes q mejor no"), ("es", "sabes que, dejalo asi"), ("es", "ya no, me dio miedo"), ("es", "nah olvidalo"),
     ("es", "me arrepenti"), ("en", "actually no"), ("en", "no i got scared"), ("en", "you know what forget it"),
     ("en", "i dont want to anymore"), ("es", "si pero ahorita no"), ("en", "yes but not today")],
)  # fmt: skip
def test_backing_out_is_believed_at_once(language: str, text: str) -> None:
    at = talk(*ASKED[language], text)
    assert at.reply.key == "hesitation.parked" and not at.session.shared


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [("es", "si pero no le digan a mi mama", "aside.tell_nobody"),
     ("es", "si, pero q no sepa mi ama", "aside.tell_nobody"),
     ("es", "si pero no kiero q llamen a la policia", "consent.answer"), ("en", "yeah but no cops", "consent.answer"),
     ("es", "si pero no digan mi nombre", "aside.anonymous"), ("en", "ok but not my name", "aside.anonymous"),
     ("es", "si pero que sea mujer", "aside.who_will_answer.waiting"),
     ("en", "yes but dont tell my mom", "aside.tell_nobody"),
     ("en", "yes as long as my dad doesnt find out", "aside.tell_nobody"),
     ("en", "yes but not at my house", "consent.sure")],
)  # fmt: skip
def test_a_condition_is_answered_and_the_question_stays(language: str, text: str, key: str) -> None:
    at = talk(*ASKED[language], text)
    assert at.reply.key == key and at.session.state is State.CONSENT_TALK and not at.session.shared
    at.text("1")
    assert at.session.shared


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("before", [ASKED, WAITS], ids=["asked", "waits"])
@pytest.mark.parametrize(
    ("text", "key"),
    [("que van a saber", "aside.what_they_see"), ("what will they know", "aside.what_they_see"),
     ("es mujer?", "aside.who_will_answer.waiting"), ("cuantos años tiene", "aside.who_will_answer.waiting"),
     ("how old are they", "aside.who_will_answer.waiting"), ("is it a girl or a guy", "aside.who_will_answer.waiting")],
)  # fmt: skip
def test_questions_about_the_person_are_answered(
    before: dict[str, tuple[str, ...]], language: str, text: str, key: str
) -> None:
    at = talk(*before[language])
    stood = at.session.state
    at.text(text)
    assert at.reply.key == key and at.session.state is stood


def test_what_is_shared_beyond_the_wish_is_listed() -> None:
    at = talk(*TO_NEEDS, "i need food", "los angeles", "Have someone introduce me", "share that")
    at.text("what did u tell them")
    assert at.reply.key == "privacy.shared"


@pytest.mark.parametrize("text", ["cuanto se tardan", "how long does it take"])
def test_the_wait_is_told_before_a_yes_without_sending_her_round(text: str) -> None:
    said = talk(*ASKED["es" if "cuanto" in text else "en"]).text(text)
    assert "PERSON" not in said


@pytest.mark.parametrize("text", ["cuanto falta", "stoy esperando"])
def test_who_waits_is_told_the_wait(text: str) -> None:
    assert talk(*WAITS["es"], text).reply.key == "aside.how_long_wait.waiting"
