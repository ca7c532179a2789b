"""What is asked, or half agreed to, at the question for a consent; names as typed; and the wait for a person."""

import pytest

from bot.flows.names import State
from tests.support.talk import TO_NEEDS, talk

EN, ES = TO_NEEDS, ("hola", "1", "1")
ASKED, ASKED_ES = (*EN, "i want to talk to a person"), (*ES, "quiero hablar con alguien")
WAITS, WAITS_ES = (*ASKED, "yes please", "no name"), (*ASKED_ES, "acepto", "sin nombre")


@pytest.mark.parametrize(
    ("before", "text", "says"),
    [
        (ASKED_ES, "que pasa si acepto", "consent.answer"),
        (ASKED_ES, "entonces si acepto me ayudan?", "consent.answer"),
        (ASKED_ES, "me obligan?", "consent.answer"),
        (ASKED_ES, "si quiero pero me da miedo", "consent.answer"),
        (ASKED_ES, "bueno pero no digan nada", "aside.tell_nobody"),
        (ASKED_ES, "me da igual", "consent.sure"),
        (ASKED_ES, "le va a llegar mi numero?", "aside.anonymous"),
        (ASKED, "what happens if i say yes", "consent.answer"),
        (ASKED, "do i have to", "consent.answer"),
        (ASKED, "yes but im scared", "consent.answer"),
        (ASKED, "idc", "consent.sure"),
        (ASKED, "do they get my number", "aside.anonymous"),
    ],
)
def test_question_before_consent_is_answered_and_agrees_to_nothing(before, text, says):
    at = talk(*before, text)
    assert at.session.last_key == says and not at.session.case and at.session.state is State.CONSENT_TALK


def test_all_but_one_asks_item_by_item():
    at = talk(*ES, "necesito un lugar para dormir hoy", "el paso", "quiero hablar con alguien", "todo menos mi ciudad")
    assert at.session.state is State.CONSENT_CHOOSE and not at.session.case


@pytest.mark.parametrize(("text", "says"), [("que nota", "consent.remember"), ("para que", "consent.remember")])
def test_question_about_the_note_is_no_answer(text, says):
    at = talk(*ASKED_ES, "acepto", "ana", text)
    assert at.session.last_key == says and at.session.state is State.CONSENT_REMEMBER


@pytest.mark.parametrize(("text", "says"), [("si", "handoff.note_kept"), ("no", "handoff.no_need_to_wait")])
def test_yes_and_no_to_a_note_say_which(text, says):
    assert talk(*ASKED_ES, "acepto", "ana", text).session.last_key == says


@pytest.mark.parametrize(
    ("before", "text", "name"),
    [
        (ASKED_ES, "yoli", "yoli"),
        (ASKED_ES, "ponme x", "x"),
        (ASKED_ES, "soy maria pero dime mar", "mar"),
        (ASKED_ES, "ana y mi hermana lupe", "ana"),
        (ASKED_ES, "la flaca jeje", "flaca"),
        (ASKED, "call me x", "x"),
        (ASKED, "im maria but call me mar", "mar"),
    ],
)
def test_name_as_it_is_typed_is_kept(before, text, name):
    at = talk(*before, "yes please" if before is ASKED else "acepto", text)
    assert at.session.name.lower() == name


@pytest.mark.parametrize("text", ["pa q mi nombre", "para que quieren mi nombre", "tengo que dar mi nombre"])
def test_question_why_a_name_is_asked_is_answered(text):
    at = talk(*ASKED_ES, "acepto", text)
    assert at.session.last_key == "aside.anonymous" and at.session.state is State.CONSENT_NAME


@pytest.mark.parametrize(
    ("before", "text", "says"),
    [
        *(
            (WAITS_ES, text, "aside.did_you_find_it_yet.waiting")
            for text in ("ya llegaron?", "ya contestaron?", "ya leyo?")
        ),
        (WAITS_ES, "ya vieron mi mensaje", "aside.did_you_find_it_yet.waiting"),
        (WAITS_ES, "sigo esperandoo", "aside.how_long_wait.waiting"),
        (WAITS_ES, "y si no contestan hoy", "aside.how_long_wait.waiting"),
        (WAITS_ES, "me contestan o no", "aside.how_long_wait.waiting"),
        (WAITS_ES, "yo queria una mujer", "aside.who_will_answer.waiting"),
        (WAITS_ES, "mejor por whatsapp", "aside.who_will_answer.waiting"),
        (WAITS_ES, "hay alguien que hable español", "aside.who_will_answer.waiting"),
        (WAITS_ES, "ok espero", "handoff.still_asked"),
        (WAITS_ES, "y si me duermo", "handoff.still_asked"),
        (WAITS_ES, "se me va acabar la pila", "guide.no_phone.1"),
        (WAITS, "did they read it", "aside.did_you_find_it_yet.waiting"),
        (WAITS, "still waitingg", "aside.how_long_wait.waiting"),
        (WAITS, "what if they dont answer today", "aside.how_long_wait.waiting"),
        (WAITS, "i wanted a woman", "aside.who_will_answer.waiting"),
        (WAITS, "can they call me instead", "aside.who_will_answer.waiting"),
        (WAITS, "what if i fall asleep", "handoff.still_asked"),
    ],
)
def test_short_text_while_a_person_is_awaited(before, text, says):
    assert talk(*before, text).session.last_key == says


@pytest.mark.parametrize("text", ["cuanto tardan", "cuanto tarda la visa", "cuanto tarda"])
def test_question_how_long_it_takes_is_no_danger(text):
    assert not talk(*ES, text).session.hazard


@pytest.mark.parametrize(
    "text", ["ya llego mi novio y me pega", "me obligan a trabajar", "me obligan a acostarme con ellos"]
)
def test_danger_while_a_person_is_awaited_is_heard(text):
    assert talk(*WAITS_ES, text).session.last_key.startswith("safety.")
