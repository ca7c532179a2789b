"""Somebody else holds the phone, or is near: forms of each, in both languages, said to the real engine."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

# Somebody else holds the phone

HOLDER = [
    "what did she tell you",
    "she dont need no help from you again",
    "leave her alone",
    "who has she been talking to",
    "tell me what she said bitch",
    "why are you texting my girlfriend",
    "i have her phone",
    "wrong number",
    "stop texting my daughter",
    "this is her boyfriend",
    "que te dijo ella",
    "dejala en paz",
    "ella no necesita tu ayuda",
    "numero equivocado",
    "soy su novio",
    "dime que te dijo",
    "who told u to text my girl",
    "why is my daughter texting this number",
    "thats my wife ur talking to",
    "she aint texting u no more",
    "my daughter doesnt need your program",
    "what she say about me",
    "this is her dad who is this",
    "ima find u",
    "who the fuck is this",
    "whatever she told you is a lie",
    "i found this on my wifes phone",
    "que andas hablando con mi esposa",
    "ya se que te escribio",
    "este celular es de mi esposa",
    "soy su papa quien habla",
    "ella ya no va a escribir",
]


@pytest.mark.parametrize("text", HOLDER)
@pytest.mark.parametrize("before", [(), ("hey",), (*TO_NEEDS, "i need food"), (*TO_NEEDS, "food", "skip", "person")])
def test_to_somebody_else_the_line_is_bland(text: str, before: tuple[str, ...]) -> None:
    at = talk(*before, text)
    said = at.reply.text.lower()
    assert at.reply.key == "safety.holder" and not at.session.safe
    for word in ("person", "persona", "food", "comida", "help", "ayuda", "oak line", "988", "1-8"):
        assert word not in said
    at.text("1", "1")
    assert at.reply.key not in ("welcome.again", "needs.confirm") and "food" not in at.reply.text.split("\n")[0]


@pytest.mark.parametrize(
    "texts", [("who is this", "who is this"), ("quien es", "quien habla"), ("who dis", "hey", "whose number is this")]
)
def test_who_is_this_asked_twice_is_somebody_else(texts: tuple[str, ...]) -> None:
    assert talk(*texts).reply.key == "safety.holder"
    assert talk(texts[0]).reply.key == "privacy.who_am_i"


@pytest.mark.parametrize("text", ["are you a bot", "are you real", "eres un robot"])
def test_asking_twice_whether_it_is_a_bot_is_not(text: str) -> None:
    assert talk(text, text).reply.key == "privacy.who_am_i"


@pytest.mark.parametrize(
    "text",
    [
        "tell him to leave her alone",
        "he wont leave me alone",
        "leave me alone",
        "he has my phone",
        "my sister needs help",
        "mi hermana necesita ayuda",
        "my friend is 15 what did she say",
        "my daughter is missing",
        "im her mom she ran away please help",
        "can you text my sister for me",
        "i dont talk to her anymore",
        "my dad wont let me talk to you",
        "he wont leave my family alone",
        "my boyfriend said stop texting you",
        "my daughter has been talking to an older man online",
        "who can talk to my daughter about this",
        "my sister doesnt want to call you",
        "soy su mama y necesito ayuda",
        "que hago si mi novio le pega a mi hija",
        "quien puede hablar con mi hija",
        "my pimp will find you",
        "what is this",
    ],
)
def test_a_friend_or_she_herself_is_not_taken_for_somebody_else(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key != "safety.holder"


HUSH = [
    "brb",
    "he's back",
    "hes back brb",
    "shh",
    "shhh he is home",
    "my moms here brb",
    "brb hes here",
    "someone is coming brb",
    "dont text back",
    "he just walked in",
    "ahi viene",
    "espera ahi viene",
    "no contestes",
    "ya regreso",
    "no estoy sola",
    "someones coming",
    "he woke up",
    "my stepdad just pulled up",
    "hes done showering",
    "mi mama viene",
    "callate viene",
    "no hables viene",
    "ya se desperto",
]


@pytest.mark.parametrize("text", HUSH)
@pytest.mark.parametrize("before", [("hey",), TO_NEEDS, (*TO_NEEDS, "food", "skip")])
def test_somebody_near_is_a_silent_pause(text: str, before: tuple[str, ...]) -> None:
    at = talk(*before, text)
    assert at.reply.text == "" and not at.session.safe
    for next_text in ("hey", "1"):
        at.text(next_text)
        assert at.reply.text
    assert at.session.safe


@pytest.mark.parametrize(
    "text", ["hes back and he has a gun", "he is here and he hits me", "esta aqui y me pega", "he found me"]
)
def test_danger_is_heard_though_somebody_is_near(text: str) -> None:
    assert "911" in talk(*TO_NEEDS, text).reply.text
