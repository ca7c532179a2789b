"""A person asked for in own words, and what the wait for them is told (promises 5 and 15)."""

import pytest

from tests.support.talk import TO_NEEDS, talk

A_NEEDS = ("hola", "si", "ok")
ASKED, PEDIDO = (*TO_NEEDS, "i want to talk to a person", "i agree"), (*A_NEEDS, "quiero hablar con alguien", "acepto")


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (A_NEEDS, "que alguien me escriba pero en español y q no sea policia"),
        (("hola", "si"), "alguien que me escriba en español por favor"),
        (("hola", "si", "me pegan"), "que alguien me escriba pero en español y q no sea policia"),
        (A_NEEDS, "puede alguien hablarme por telefono?"), (A_NEEDS, "quiero que me llamen no se escribir"),
        (A_NEEDS, "que una persona me textee"), (TO_NEEDS, "i want someone to call me i cant write good"),
    ],
)  # fmt: skip
def test_a_person_is_asked_for_in_own_words(before: tuple[str, ...], text: str) -> None:
    assert talk(*before, text).reply.key == "consent.talk"


@pytest.mark.parametrize(
    "text", ["tengo miedo que alguien me escriba", "que me llamen por mi nombre", "no quiero que nadie me llame"]
)
def test_no_person_is_asked_for(text: str) -> None:
    assert not talk(*A_NEEDS, text).reply.key.startswith("consent.")


@pytest.mark.parametrize(
    ("before", "text"),
    [
        *((PEDIDO, text) for text in (
            "y cuando me escriben", "cuanto se tardan?", "a que hora me van a llamar", "cuanto tardan en contestar",
            "nadie me escribio", "todavia no me han contestado", "me dejaron esperando",
        )),
        *((ASKED, text) for text in (
            "when will they text me", "how long do they take", "nobody texted me", "they never answered me",
            "ive been waiting for hours",
        )),
    ],
)  # fmt: skip
def test_the_wait_is_told_as_it_is(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert at.reply.key == "aside.how_long_wait.waiting"
    assert "Nobody has answered yet" in at.reply.text or "Nadie ha contestado" in at.reply.text
    at.text("cuanto tardan" if before is PEDIDO else "how long do they take")
    assert at.reply.key == "aside.how_long_wait.still" and "PERSON" not in at.reply.text


def test_cars_and_police_are_no_wait_for_a_text() -> None:
    assert talk("hola", "si", "me pegan", "cuanto tardan").reply.key == "safety.come"
    assert talk(*PEDIDO, "ya vienen por mi?").reply.key != "aside.how_long_wait.waiting"


def test_nobody_wrote_is_no_wish_for_silence() -> None:
    for text in ("nobody texted me", "nadie me escribio"):
        assert talk(*TO_NEEDS, text).reply.key not in {"carrier.stopped", "aside.stop_texts"}


@pytest.mark.parametrize("text", ["no se leer mucho", "muy largo no leo tanto", "escribe mas facil"])
def test_who_reads_little_is_told_that_a_word_is_enough(text: str) -> None:
    assert talk(*A_NEEDS, text).reply.key == "aside.shorter"


def test_a_line_that_kept_them_waiting_let_them_down() -> None:
    assert talk(*A_NEEDS, "me dejaron esperando una hora en el telefono").reply.key == "aside.let_down"
    assert talk(*TO_NEEDS, "they kept me on hold for an hour").reply.key == "aside.let_down"


@pytest.mark.parametrize(
    ("before", "question", "yes"),
    [
        (TO_NEEDS, "how long", "yes"), (TO_NEEDS, "is it free", "yes pls"), (TO_NEEDS, "will it be a woman", "yea"),
        (TO_NEEDS, "i dont want a guy", "ok yes"), (A_NEEDS, "no quiero un hombre", "si"),
        (A_NEEDS, "cuanto tardan", "si"), (A_NEEDS, "puede ser mujer", "si"), (A_NEEDS, "es gratis", "sip"),
    ],
)  # fmt: skip
def test_yes_after_an_answered_question_is_a_plain_yes(before: tuple[str, ...], question: str, yes: str) -> None:
    person = "i want to talk to a person" if before is TO_NEEDS else "quiero hablar con alguien"
    at = talk(*before, person, question, yes)
    assert at.reply.key == "consent.name" and at.session.case


@pytest.mark.parametrize(("remark", "then"), [("im so tired", "yes"), ("asdf qwe zz", "yes"), ("im 16", "yes")])
def test_yes_that_may_answer_a_remark_opens_no_case(remark: str, then: str) -> None:
    at = talk(*TO_NEEDS, "i want to talk to a person", remark, then)
    assert at.reply.key == "consent.talk" and not at.session.case


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        *((ASKED, text) for text in ("ty", "thank u god bless", "thanks so much")),
        *((PEDIDO, text) for text in ("gracias", "muchas gracias dios los bendiga")),
    ],
)  # fmt: skip
def test_thanks_while_waiting_is_thanked(asked: tuple[str, ...], text: str) -> None:
    said = talk(*asked, text).reply
    assert said.key == "handoff.thanked" and ("TAKE BACK" in said.text or "RETIRAR" in said.text)
    assert talk(*asked, "1", text).reply.key == "handoff.thanked"


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        *((ASKED, text) for text in (
            "nobody came", "u lied", "yall lied to me", "its been forever", "its been like 2 hours", "nobody showed up",
            "u said someone would text me", "liars",
        )),
        *((PEDIDO, text) for text in (
            "no vino nadie", "mentirosos", "ya paso mucho rato", "me mintieron", "ya van dos horas", "nadie llega",
        )),
    ],
)  # fmt: skip
def test_who_was_let_down_hears_that_nobody_answered(asked: tuple[str, ...], text: str) -> None:
    assert talk(*asked, text).reply.key.startswith("aside.how_long_wait")


@pytest.mark.parametrize("text", ["he lied to me", "nobody believes me", "me mintio mi novio"])
def test_who_tells_of_others_complains_of_no_wait(text: str) -> None:
    assert not talk(*ASKED, "1", text).reply.key.startswith("aside.how_long_wait")
