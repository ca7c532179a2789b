"""Dangers that are told without their word, by what lies ready, is left behind or stands at the door.

Each kind has siblings of its own invention, and words close to them that tell of nothing.
"""

from __future__ import annotations

import pytest

from bot.flows.names import Concern, Level
from bot.understanding import normalise
from bot.understanding.signals import Signal
from tests.support.talk import snapshot


def sure(text: str) -> Signal | None:
    at = snapshot()
    clean = at.lexicon.clean(text)
    found = [*at.lexicon.find(at.lexicon.readings(clean)), *at.lexicon.find_inside(normalise(text))]
    return at.hearing.sure(text, clean, at.lexicon, found)[0]


ALARMS = {
    Concern.SELF_HARM: (
        "el mecate lo tengo amarrado, solo espero q todos se duerman",
        "ya compre las pastillas y nomas espero quedarme sola",
        "cual es la manera de desvivirme sin dolor",
        "el cuchillo lo voy a usar contra mi",
        "no quiero seguir viva y ya se como",
        "estoy en la azotea, no me detengan",
        "hoy hago logout de la vida",
    ),
    Concern.VIOLENCE: (
        "hes not supposed to be near me and he just showed up outside",
        "theres a restraining order n hes in my driveway rn",
        "these dudes at my door wont leave and theyre banging",
        "if i stop answering he found me",
        "my stepdad keeps throwing bottles at us",
        "he brought me out to the woods and locked the doors",
        "says hes gonna k word me",
        "una troca blanca me anda siguiendo",
        "un senor me viene siguiendo desde el bus",
        "me encerre en el bano con llave y el sigue pateando",
        "mi ex tiene orden de alejamiento y ya llego, esta en la puerta",
        "hay unos tipos afuera de mi casa y saben mi nombre",
        "si ya no respondo llamen a la policia",
        "me trajo a un cerro y dice que nadie me va a oir",
    ),
    Concern.MEDICAL: (
        "sheets are soaked in blood and im so dizzy",
        "he drank the whole thing and his breathing is weird",
        "heart pounding and my left arm went numb",
        "he cracked his head and keeps throwing up",
        "ta tirado en el piso, le grito y no contesta",
        "me meti mucho y el corazon me va a mil",
        "se pego en la nuca y habla raro",
        "tengo 8 meses de embarazo y el bebe no se mueve desde ayer",
        "la cama toda llena de sangre y me da frio",
    ),
    Concern.CHILD_HURT: (
        "my son is home alone and im stuck at work",
        "no formula left and the baby barely wakes",
        "the toddler has burn marks from a lighter on purpose",
        "le puso la plancha en la manita a mi sobrino",
        "mi hija de 5 esta sola y la ninera no llego",
        "no hay leche y el nene ya ni llora",
    ),
}
ASKED = (
    "i left all my jewelry to my niece so she dont forget me",
    "im just here to say goodbye",
    "would heaven take someone like me",
    "tired but not the sleepy kind",
    "the dark thoughts are getting louder",
    "if i never came back they wouldnt even notice",
    "le regale mi guitarra a mi primo para que se acuerde de mi",
    "diganle a mi mama que la quise y que me perdone",
    "me da lo mismo amanecer o no, me da igual si despierto",
    "andan volviendo, traigo otra vez las ideas oscuras",
    "si falto a nadie le importaria",
    "i still jump when he raises his voice",
    "i hate when the doorknob turns at night",
    "i dont wanna be left alone with my uncle",
    "is it bad if a coach touches you like that",
    "it was my cousin is it too late to tell",
    "me da miedo quedarme sola con mi padrino",
    "un maestro me toca es normal?",
    "fue mi tio hace dos anos, aun puedo contarlo",
    "we didnt make the quota so no food",
    "the sales crew left us at a truck stop",
    "mi padrote me consigue las citas",
    "nos tienen limpiando casas sin paga",
    "can he actually post my nudes online",
    "le mande dinero por el insta y me sigue pidiendo mas",
    "si no mando mas me publican",
    "keep it boring please, she reads everything",
    "i think somebody else is logged in",
    "if i type mango it means im not alone",
    "i delete this before he wakes up so he never sees",
    "somehow knows who i was with even tho i never said",
    "makes me share my screen so he sees my chats",
    "me esta leyendo los mensajes por encima",
    "mi novio supo que les escribi",
    "me obliga a ensenarle los chats",
    "hagan como que son mi amiga, esta leyendo",
    "ayer no fui yo quien escribio",
    "manden mensajes cortos que mi hermana lo lee",
    "dormi en una banca y voy en decimo grado",
    "me corrieron de la casa y aun no cumplo 17",
    "my little brother is so skinny every time i visit",
    "my cousin posted nice knowing yall and a black screen",
)
QUIET = (
    "gonna catch the bus downtown",
    "i gave my friend my number so she remembers to call",
    "wanted to say bye and thanks for the help",
    "my math test was so hard my brain hurts",
    "i need a restraining order",
    "the painters are outside my window",
    "if i dont answer im asleep",
    "is there somebody else in here i can talk to",
    "keep it short please i dont read well",
    "we ran out of milk",
    "my teacher made us share our screens",
    "un muchacho me sigue en tiktok",
    "la maestra me ve el cel en clase",
    "manden textos cortos porfa no tengo saldo",
    "mi tia me saca las citas del doctor",
    "ya no necesito nada gracias",
    "regale mi ropa porque ya no me queda",
    "mi hermano tiene una cita con el dentista",
    "theres a tattoo on my wrist i need removed",
    "i had a seizure when i was little",
    "writing about hamlet where everyone gets poisoned",
    "dw im not thinking about hurting myself",
    "my phones about to die",
    "i got killed by the same camper again",
    "scared youll tell my mom and shell be mad",
    "nadie me tiene amarrada",
    "de chiquita casi me ahogo en la alberca",
    "hicimos un cartel de tarea sobre el suicidio",
    "se me pego la rola de matalas",
    "la gata me secuestro la almohada",
    "si hablo me quitan el telefono mis papas",
)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in ALARMS.items() for text in texts])
def test_emergency_told_sideways_gets_numbers_at_once(kind: Concern, text: str) -> None:
    signal = sure(text)
    assert signal is not None
    assert (signal.concern, signal.level) == (kind, Level.ALARM)


@pytest.mark.parametrize("text", ASKED)
def test_danger_told_sideways_is_asked_about(text: str) -> None:
    assert sure(text) is not None


@pytest.mark.parametrize("text", QUIET)
def test_words_close_to_it_are_left_alone(text: str) -> None:
    assert sure(text) is None
