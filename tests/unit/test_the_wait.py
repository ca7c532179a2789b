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
