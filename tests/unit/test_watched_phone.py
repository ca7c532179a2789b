"""Somebody else holds the phone, or is near: forms of each, in both languages, said to the real engine."""

from __future__ import annotations

from time import monotonic

import pytest

from bot.understanding.holder import is_holder
from bot.understanding.near import is_near
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
    # an office, the place where she is
    "this is detective martinez lapd",
    "hello this is officer jones with the police",
    "im a cop",
    "soy el detective ramirez",
    "somos de la policia",
    "give me the address of the shelter shes at",
    "which shelter is she at",
    "send me her location",
    "dame la direccion donde esta",
    "where is she",
    "where my girl at",
    "where tf is she",
    "wheres my daughter",
    "where did you send her",
    "who did u give her to",
    "tell me where she is or else",
    "donde esta ella",
    "donde esta mi mujer",
    "donde la tienen",
    "a donde la mandaron",
    "dime donde esta mi hija cabron",
    "u hiding my girl",
    "estan escondiendo a mi hija",
    # her phone, and that she texted
    "my kid texted u why",
    "my daughter text this number what for",
    "my son texted u",
    "my gf uses this number what is it for",
    "did maria text u",
    "did she text this number",
    "whats my wife doing on this",
    "why is this on my kids phone",
    "mi hija les escribio",
    "que hace este numero en el celular de mi hija",
    "que hace mi hija en esto",
    "we got her phone now",
    "ya tenemos su celular",
    "u got the wrong girl",
    "se equivocaron de muchacha",
    # threats and orders
    "this bitch belongs to me",
    "esa perra es mia",
    "ur dead whoever u are",
    "estas muerto quien seas",
    "stop contacting my child",
    "dont text my kid again",
    "dejen de contactar a mi hija",
    "keep away from my girl",
    "stay away from my daughter",
    "alejate de mi mujer",
    # what she said
    "show me everything she said",
    "send me her texts",
    "ensename todo lo que dijo",
    "what she tell yall",
    "did she talk to the cops",
    "ella hablo con la policia",
    "i know what she told u",
    "i can see what she wrote",
    "im reading all this",
    "i seen everything she texted u",
    "ya vi todo lo que escribio",
    "estoy leyendo todo esto",
    "ya lei todos sus mensajes",
    # nobody wants help
    "nobody here needs help",
    "aint nobody here need no help",
    "we dont need no help",
    "aqui nadie necesita nada",
    "no necesitamos su ayuda",
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
        "my friend is missing where is she",
        "where is my friend",
        "where is my sister they took her",
        "my daughter needs help",
        "my kid is hungry",
        "did my mom text u",
        "did my boyfriend text u",
        "did he text u",
        "did anybody text u",
        "did u text me",
        "donde esta mi hija se la llevaron",
        "donde esta mi hermana",
        "donde esta el albergue",
        "mi hija necesita ayuda",
        "my son texted u he needs help",
        "can my daughter text u",
        "my girlfriend has this number saved and needs help",
        "nobody here helps me",
        "nobody wants to help me",
        "nadie me ayuda",
        "nadie quiere ayudarme",
        "i dont need no help with rent just food",
        "we need help",
        "i need to keep away from my man",
        "how do i stay away from my girlfriend",
        "i saw what he wrote on my page",
        "he is reading all this",
        "i can see the shelter",
        "im reading this",
        "he says this bitch belongs to me",
        "he said ur dead",
        "my boyfriend is a cop",
        "the police wont help me",
        "im scared of the police",
        "soy la hija de un policia",
        "that works for me",
        "where can she go",
        "what shelter can she stay at",
        "is she gonna talk to me like im five",
        "he took my kids where are they",
        "tengo su celular ella esta inconsciente",
    ],
)
def test_a_friend_or_she_herself_is_not_taken_for_somebody_else(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key != "safety.holder"


HUSH = [
    # why no answer may come
    "dont text me right now he has my phone",
    "plz dont write back he gon see",
    "dont respond hes looking at my phone",
    "dont answer this my mom is reading over my shoulder",
    "pls dont reply my bf got my phone",
    "dont hit me back he be checking",
    "dont text me til he leaves",
    "dont txt me for a lil bit my dad home",
    "he got my phone dont say nothing",
    "no me escribas ahorita el tiene mi cel",
    "no contestes que esta viendo mi telefono",
    "no respondas mi mama esta leyendo",
    "no me mandes mensajes hasta que se vaya",
    "deja de escribir que ya viene",
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
    # who came
    "hes here",
    "shes here",
    "they here",
    "he's right here",
    "he is here now",
    "1 sec hes here",
    "cant talk hes here",
    "stop, he's here",
    "someone coming",
    "someone is here",
    "shh moms here",
    "daddy's home",
    "my uncle just walked in gtg",
    "my uncle is home early",
    "client here",
    "trick is here gtg",
    "john is here",
    "esta aqui",
    "está aquí",
    "ya llego",
    "ya llegó",
    "ya esta aqui",
    "ya llego el",
    "ya vino",
    "el esta aqui",
    "esta aqui mi patron",
    "ya llego mi jefe",
    "llego el cliente",
    "mi tio ya esta en la casa",
    "luego te escribo ahi viene",
    "me tengo que ir ya llego mi novio",
    # say nothing now
    "act normal",
    "shh hes here act normal",
    "play along",
    "disimula",
    "actua normal ya vino",
    "dont text rn",
    "dont reply right now",
    "no reply",
    "stop texting for now",
    "dont write anything",
    "dont type anything hes here",
    "no escribas",
    "no escriban",
    "no escribas nada",
    "no me contesten ahorita",
    "no me escribas ahorita",
    "ya no escribas esta aqui",
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
    "text",
    [
        "hes back and he has a gun",
        "he is here and he hits me",
        "esta aqui y me pega",
        "he found me",
        "hes here with a gun",
        "help hes here",
        "he's here he's going to kill me",
        "omg hes here help me",
        "esta aqui con una pistola",
        "ya llego y me va a matar",
        "hes coming",
        "he is outside",
    ],
)
def test_danger_is_heard_though_somebody_is_near(text: str) -> None:
    assert "911" in talk(*TO_NEEDS, text).reply.text


@pytest.mark.parametrize("text", ["gtg", "cant talk", "ttyl", "al rato", "orita no", "not now", "luego"])
def test_a_plain_goodbye_is_still_a_not_now(text: str) -> None:
    at = talk(*TO_NEEDS, text)
    assert at.reply.text and at.reply.key == "hesitation.parked"


@pytest.mark.parametrize(
    "text",
    [
        "someone here?",
        "is he here",
        "is anybody here",
        "are u here",
        "my friend is here",
        "the food is here",
        "my ride is here",
        "im here",
        "im home",
        "estoy aqui",
        "ya llegue",
        "estas aqui?",
        "ya llego la comida",
        "hay alguien",
        "she is here to help",
        "no",
        "wait",
        "i want to act normal again",
    ],
)
def test_what_tells_of_nobody_near_is_answered(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.text


@pytest.mark.parametrize(
    "text",
    ["dont text me", "no me escriban", "ya no me escribas", "no mandes mensajes", "stop texting me", "no escriban mas"],
)
def test_an_end_of_all_messages_is_no_pause(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == "carrier.stopped"


def test_the_forms_are_found_fast_whatever_the_text_says() -> None:
    for piece in ("ya ", "now ", "he is is now ", "no ", "my girl text u ", "i know what she ", "donde la tienen ya "):
        for words in (12, 16, 25):
            said = " ".join((piece * words).split()[:words])
            began = monotonic()
            is_near(said)
            is_holder(said)
            assert monotonic() - began < 0.25, said
