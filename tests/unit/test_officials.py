"""Questions about 911, police, charges, courts, records and permits, by who is in danger and by who helps."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

HURT = "he sells me and he hit me"
VENDE = "mi novio me vende y me pega"


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        ((HURT, "does texting 911 even work"), "aside.text_911"),
        ((HURT, "can 911 read texts"), "aside.text_911"),
        ((VENDE, "el 911 recibe mensajes?"), "aside.text_911"),
        ((HURT, "what will 911 ask me"), "aside.at_911"),
        ((HURT, "is it 911 here too"), "aside.at_911"),
        ((VENDE, "que es el 911"), "aside.at_911"),
        ((VENDE, "aca tambien es 911?"), "aside.at_911"),
        ((HURT, "im in toronto", "does texting 911 work in canada?"), "aside.text_911.ca"),
    ],
)
def test_911_is_explained(texts: tuple[str, ...], key: str) -> None:
    at = talk(*texts)
    assert at.reply.key == key and "911" in at.reply.text and "Not police" not in at.reply.text


@pytest.mark.parametrize(
    "text",
    ["does texting 911 work in texas", "what does 911 ask u", "se puede mandar texto al 911", "puedo textear al 911"],
)
def test_a_first_text_about_911_is_answered(text: str) -> None:
    said = talk(text).reply.text
    assert said.count("911") >= 1 and "Not police" not in said and "No somos" not in said


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        ((HURT, "will i have a record forever if they arrest me", "is that a record forever"), "aside.charged"),
        ((HURT, "should i tell the judge i was forced"), "aside.charged"),
        ((HURT, "can the police arrest me for selling"), "aside.charged"),
        ((VENDE, "tengo que decir que me obligaron"), "aside.charged"),
        ((VENDE, "si me agarran prostituyendome voy a la carcel?"), "aside.arrested_for_it"),
        ((HURT, "i got a subpoena do i have to testify"), "aside.testify"),
        ((VENDE, "me llego una carta que tengo que testificar"), "aside.testify"),
        ((HURT, "how do i report a cop"), "aside.he_is_police"),
        ((VENDE, "donde denuncio a un policia"), "aside.he_is_police"),
        ((HURT, "if i go without my baby is it abandonment"), "aside.mine_in_court"),
        ((VENDE, "si me voy sin mi hijo es abandono?"), "aside.mine_in_court"),
        (("estoy en montreal, mi jefe me obliga a estar con clientes", "que permiso puedo pedir"), "aside.visa.ca"),
        (("im in toronto, my boss makes me see clients", "is there a visa for this"), "aside.visa.ca"),
        ((*TO_NEEDS, "lawyer", "skip", "can cops arrest me for selling"), "aside.charged"),
    ],
)
def test_questions_of_law_get_their_own_answer(texts: tuple[str, ...], key: str) -> None:
    at = talk(*texts)
    assert at.reply.key in (key, f"{key}.again")


def test_a_summons_is_no_blackmail() -> None:
    at = talk("got a letter says i gotta testify against him")
    assert "don't send" not in at.reply.text and "LAWYER" in at.reply.text


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        (("im a teacher, my student told me a man pays her", "what are my duties"), "aside.duty_to_report"),
        (("im a nurse and my patient is being sold", "she begged me not to report it"), "aside.duty_to_report"),
        (("soy maestra y a mi alumna le paga un hombre", "cuales son mis obligaciones"), "aside.duty_to_report"),
        (("my niece is being sold by a man", "what resources are there for her"), "aside.number_for_them"),
        (("my niece is being sold by a man", "who do i call, county or tribal police"), "aside.which_police"),
        (("my niece is being sold by a man", "she came home with new shoes"), "aside.helping_them"),
        (("a mi prima la venden", "que servicios hay para ella"), "aside.number_for_them"),
    ],
)
def test_a_helper_is_answered_as_one(texts: tuple[str, ...], key: str) -> None:
    at = talk(*texts)
    assert at.reply.key == key and "911" in at.reply.text


@pytest.mark.parametrize(
    "texts",
    [
        ("this is detective Moore with Tulsa PD, i need the records of this number",),
        ("hi", "we need to know if Ana Ruiz has contacted you"),
        ("hi", "1", "ok", "i want to know if Ana Ruiz has texted you"),
        ("soy el oficial Perez, necesito el historial de mensajes",),
    ],
)
def test_no_officer_is_told_who_texts(texts: tuple[str, ...]) -> None:
    said = talk(*texts).reply.text
    assert "can't say who texts" in said or "No puedo decir quién" in said


@pytest.mark.parametrize(
    "text",
    ["call 911", "i called 911", "im scared of court", "i need a lawyer", "necesito un abogado"],
)
def test_other_texts_are_not_taken_for_these(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key not in ("aside.at_911", "aside.text_911", "aside.charged", "aside.records")
