"""Opt-outs as young people word them, and texts in nearly the same words that ask for something else."""

from __future__ import annotations

import pytest

from bot.flows.names import Answer
from bot.understanding import carrier, normalise

ENDED = (
    "leave me the hell alone",
    "leave us the freak alone bro",
    "this line is closed for yall",
    "my inbox is off limits to you",
    "me and you are done forever",
    "we are finished talking for good",
    "dont wanna hear from yall ever",
    "never come back in my dms",
    "get lost and dont pop up on my phone again",
    "i already texted you stop",
    "i told you guys to unsubscribe me",
    "my grandma said you have to stop texting me",
    "my dad says you need to stop messaging us",
    "consider this my final notice",
    "pretend i changed my number",
    "act like this number got disconnected",
    "unsubscribe me rn babe",
    "one more text and im blocking you",
    "im reporting yall if you write again",
    "leave me alone robot",
    "get me out of this mess",
    "aqui lo dejamos para siempre",
    "haz de cuenta que este numero no existe",
    "no mas mensajitos",
    "mi papa quiere que ya no me manden",
    "mi abuela dice que dejen de escribirme",
    "los voy a bloquear ni lo intenten",
    "mi numero ya esta cerrado para ustedes",
    "otro texto y los bloqueo",
    "ya les dije que paren",
    "dejenme en paz con sus mensajes",
    "me quiten de su lista de contactos",
    "i want this chat to go silent forever",
    "stop stop no more",
    "never send me another text",
    "forget you ever had my number",
    "scratch my name off your list",
    "stahp messaging me 4 good",
    "dejen de mandarme cosas",
    "no me vuelvan a escribir por aqui",
    "ya no me busquen por este medio",
    "si me escriben otra vez los reporto",
    "parar los textos",
    "no quiero que me hablen mas",
    "como hago para que este numero ya no me mande mensajes",
    "i got this number from tmobile stop texting it",
    "no quiero recibir notificaciones de ustedes",
)
GOES_ON = (
    "i said stop",
    "i already said stop",
    "i said stop and he didnt",
    "i said no and i said stop",
    "leave me the hell alone is what i told him",
    "my mom says he has to stop texting me",
    "my mom says stop texting boys",
    "the door is closed for us",
    "this number is closed for the holidays",
    "hey found this number on a poster",
    "hi got your number from my counselor",
    "me pasaron este numero en la clinica",
    "we are finished talking for now",
    "me and him are done forever",
    "i dont want to hear from him again",
    "he wont get out of my dms",
    "never come back to my house",
    "pretend you are my cousin",
    "one more text and then i sleep",
    "i told that guy to leave me alone. not you",
    "i told that bot to stop texting me and it keeps going",
    "clearing these after every text so my dad cant see",
    "i delete this before he gets home",
    "you are the last person i want to text",
    "deleted your text by accident send it again",
    "mi mama dice que no me escriba mi novio",
    "mi mama dice que ya no me hablan",
    "aqui lo dejamos por hoy",
    "hagan de cuenta que soy su prima",
    "borre tu texto por accidente me lo mandas otra vez",
    "voy borrando todo para que mi novio no vea",
    "les dije que no queria ir",
    "i need this house to be quiet",
    "stop stop he wont stop",
    "forget you ever had a mother he said",
    "close my file? what is that",
    "no me vuelve a hablar mi mama",
    "no quiero que me hable el",
    "si me escribe otra vez lo bloqueo a mi ex",
    "como hago para que mi ex no me mande mensajes",
    "que me saquen de esta casa",
    "me ta mirando no manden nada",
    "este numero no existe en el directorio",
)


@pytest.mark.parametrize("text", ENDED)
def test_said_in_any_words_it_ends_the_messages(text: str) -> None:
    assert carrier.heard(normalise(text)) is Answer.STOP


@pytest.mark.parametrize("text", GOES_ON)
def test_nearly_the_same_words_end_nothing(text: str) -> None:
    assert carrier.heard(normalise(text)) is None
