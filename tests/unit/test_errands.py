"""What nobody here can do: tell a mother, pay, fetch, keep a date, or agree on another word than the cover word."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

_ES = ("hola", "1", "1")


@pytest.mark.parametrize(
    "text",
    [
        "plz tell my mom im ok",
        "can someone tell my brother im safe",
        "could u text my grandma that im alive",
        "text my sister for me",
        "give my mom a message",
    ],
)
def test_nothing_is_passed_on_and_it_is_said(text: str) -> None:
    reply = talk(*TO_NEEDS, text).reply
    assert reply.key == "aside.pass_on" and "can't text or call anyone" in reply.text


@pytest.mark.parametrize("text", ["dile a mi mama que estoy bien", "pueden avisarle a mi familia que estoy viva"])
def test_nothing_is_passed_on_in_spanish(text: str) -> None:
    assert talk(*_ES, text).reply.key == "aside.pass_on"


@pytest.mark.parametrize(
    "text", ["her # is 702 555 0188", "but dont say where i am", "did u text her", "just say i love her"]
)
def test_what_follows_is_not_passed_on_either(text: str) -> None:
    assert talk("plz tell my mom im ok", text).reply.key in ("aside.pass_on", "aside.pass_on.again")


def test_the_first_reply_already_says_so() -> None:
    assert "can't text or call anyone" in talk("plz tell my mom im ok").reply.text


@pytest.mark.parametrize(
    "text",
    [
        "will you tell my mom",
        "dont tell my mom im here",
        "should i tell my teacher",
        "no le digas a mi mama",
        "can you call 911",
        "tell my mom i love her and goodbye",
        "i told my mom im ok",
    ],
)
def test_a_fear_a_goodbye_and_911_are_none(text: str) -> None:
    assert not talk(*TO_NEEDS, text).reply.key.startswith("aside.pass_on")


@pytest.mark.parametrize(
    "text",
    [
        "can you pay my phone bill",
        "can you get my stuff from his house",
        "lend me 20 bucks pls",
        "can you feed my dog",
        "can you buy me a bus ticket to ohio",
    ],
)
def test_no_errand_is_promised(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == "aside.no_errands"


@pytest.mark.parametrize(
    "text",
    [
        "me prestas 50 dolares",
        "pueden ir por mis cosas a su casa",
        "puedes pagar mi cel",
    ],
)
def test_no_errand_is_promised_in_spanish(text: str) -> None:
    assert talk(*_ES, text).reply.key == "aside.no_errands"


@pytest.mark.parametrize(
    "text",
    [
        "can you get me a bed",
        "he pays my phone bill",
        "i need to get my stuff from his house",
        "me pagan 50",
        "me compra ropa",
    ],
)
def test_needs_and_what_others_pay_are_none(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key != "aside.no_errands"


@pytest.mark.parametrize(
    "text",
    [
        "i got a court date monday can you remind me",
        "remind me about court on friday",
        "me recuerdas el viernes de la corte",
    ],
)
def test_no_date_is_kept(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == "aside.no_reminder"


def test_a_bare_reminder_is_a_check_in() -> None:
    assert talk(*TO_NEEDS, "check in").reply.key == "followup.when"


@pytest.mark.parametrize(
    "text",
    [
        "can u set it so when i text a emoji u know its him",
        "can u change the code to pizza",
        "can we use a different code word",
        "podemos usar otra palabra",
        "if i send a heart it means hes here",
    ],
)
def test_no_other_word_is_agreed_on(text: str) -> None:
    person = talk(text)
    assert person.reply.key == "safety.watched"
    assert person.text("like \U0001f355").endswith(person.reply.text) and person.reply.key == "safety.watched"


@pytest.mark.parametrize(
    "text", ["can we change the subject", "they made me change my password", "change my name to Lee"]
)
def test_other_changes_are_no_code(text: str) -> None:
    assert talk(text).reply.key != "safety.watched" or "password" in text
