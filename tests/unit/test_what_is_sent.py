"""A wish about what is sent ends no messages, and somebody who told of danger is asked before silence."""

import pytest

from bot.flows.names import Answer
from bot.understanding import carrier, normalise
from tests.support.talk import TO_NEEDS, talk

A_NEEDS = ("hola", "si", "ok")
NUMBERS = (
    "no me mandes numeros", "no mandes mas telefonos", "para de mandarme numeros", "ya no me mandes esos numeros",
    "no me des telefonos", "ya basta con los numeros", "no me mandes mas ese numero", "don't send me numbers",
    "stop texting me numbers", "quit sending me phone numbers", "stop sending me that number", "no more numbers",
)  # fmt: skip
SO_MUCH = (
    "ya no me escribas tanto texto no leo bien", "no me mandes tantos mensajes", "no manden tantos textos",
    "no me escribas tan largo", "dont send me so much text", "stop texting me so much", "dont send so many texts",
)  # fmt: skip
ENDS = (
    "do not text this number", "no mandes mensajes a este numero", "no escriban a este numero", "stop texting me",
    "dont send me numbers and stop texting me", "no me mandes numeros, ya no me escribas",
    "ya no manden tanta cosa, quitenme",
)  # fmt: skip


@pytest.mark.parametrize("text", [*NUMBERS, *SO_MUCH])
def test_wish_about_what_is_sent_is_no_opt_out(text: str) -> None:
    said = normalise(text)
    assert carrier.heard(said) is None and not carrier.may_opt_out(said) and carrier.speaks_of_others(said)


@pytest.mark.parametrize("text", ENDS)
def test_opt_out_beside_it_or_about_the_own_phone_is_obeyed(text: str) -> None:
    assert carrier.heard(normalise(text)) is Answer.STOP


@pytest.mark.parametrize("text", ["dont text the other number", "no me escriban al otro numero", "i lost my number"])
def test_somebody_elses_number_is_none_that_is_sent(text: str) -> None:
    assert carrier.unwanted_in(normalise(text)) is None


@pytest.mark.parametrize("before", [(), ("hola", "si"), A_NEEDS, ("me quiero morir",), (*A_NEEDS, "mi novio me pega")])
@pytest.mark.parametrize("text", ["no me mandes numeros", "don't send me numbers"])
def test_no_numbers_is_answered_in_every_state(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    at.text(text)
    assert at.reply.key in {"aside.no_hotline", "welcome.hello"}
    assert at.reply.text and "988" not in at.reply.text


@pytest.mark.parametrize("text", SO_MUCH)
def test_so_much_text_is_answered(text: str) -> None:
    assert talk(*TO_NEEDS).text(text) and talk(*TO_NEEDS, text).reply.key == "aside.shorter"


def test_fear_beside_it_is_heard() -> None:
    assert talk(*A_NEEDS, "no me mandes tantos mensajes que el ve el cel").reply.key == "safety.watched"
    assert talk(*TO_NEEDS, "no more numbers please i need a person").reply.key.startswith("consent.")


@pytest.mark.parametrize(
    ("danger", "text"),
    [
        ("i wanna die", "stop texting me"), ("my bf hits me", "dont text me anymore"),
        ("me quiero morir", "ya no me escribas"), ("estoy cansada de todo", "ya no me contestes mas"),
    ],
)  # fmt: skip
def test_who_told_of_danger_is_asked_once_and_the_second_time_obeyed(danger: str, text: str) -> None:
    at = talk(danger)
    at.text(text)
    assert at.reply.key == "aside.stop_texts" and "STOP" in at.reply.text
    assert "988" not in at.reply.text and "911" not in at.reply.text  # somebody else may hold the phone
    at.text(text)
    assert at.reply.key == "carrier.stopped"


@pytest.mark.parametrize("word", ["STOP", "alto", "stop please", "unsubscribe", "stopp"])
def test_carrier_word_is_obeyed_at_once_in_danger(word: str) -> None:
    assert talk("i wanna die", word).reply.key == "carrier.stopped"


@pytest.mark.parametrize("text", ["stop texting me", "ya no me escriban"])
def test_without_danger_a_sentence_is_obeyed_at_once(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == "carrier.stopped"
