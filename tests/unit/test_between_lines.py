"""Harm that is told sideways in the first texts is asked about; plain lines are no wish to die."""

from __future__ import annotations

import pytest

from bot.conversation.meant_here.between_lines import of_between_lines
from bot.conversation.meant_here.wrote import in_words
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level, Need, State
from bot.flows.session import Session
from tests.support.shipped import LEXICON
from tests.support.talk import talk

GREETED = Session(state=State.WELCOME_HELLO, greeted=True)
TOLD = Session(state=State.SAFETY_ASK, hazard=Answer.ABUSE_TOLD.value, asked=frozenset({Concern.SEXUAL_ABUSE}))
UNKNOWN = Interpretation(Answer.UNCLEAR)
AS_DYING = Interpretation(Answer.UNCLEAR, concern=Concern.SELF_HARM, level=Level.ASK)


def read(text: str, reading: Interpretation = UNKNOWN, session: Session = GREETED) -> Interpretation:
    return of_between_lines(session, in_words(text, LEXICON), reading)


@pytest.mark.parametrize(("text", "kind"), [
    ("el barbero me da corte gratis si me dejo tocar", "sexual_abuse"),
    ("el doctor de la clinica me da pastillas si me dejo", "sexual_abuse"),
    ("el de la tienda me regala chuches si lo dejo abrazarme", "sexual_abuse"),
    ("my barber gives me free cuts if i let him touch me", "sexual_abuse"),
    ("my doctor gives me pills if i let him", "sexual_abuse"),
    ("mi padrastro nos lleva a fiestas de sus compas", "sexual_abuse"),
    ("mi tio me manda a casas de sus amigos", "sexual_abuse"),
    ("my stepdad takes us to his friends parties", "sexual_abuse"),
    ("mi novio tiene 27 y yo 14 es malo?", "sexual_abuse"),
    ("my bf is 31 and im 15 is that ok", "sexual_abuse"),
    ("trabajo en un spa en queens pero no es spa de verdad", "exploitation"),
    ("i work at a massage place but its not really massage", "exploitation"),
    ("soy chica de compañia pero no por gusto", "exploitation"),
    ("im an escort but not cause i want to", "exploitation"),
    ("me tienen de teibolera y no me pagan", "exploitation"),
    ("trabajo en un bar de ficheras", "exploitation"),
    ("los de ahi nos quitan la plata y vivimos ahi mismo", "exploitation"),
    ("they keep our tips and dont let us leave", "exploitation"),
])  # fmt: skip
def test_harm_told_sideways_is_asked_about(text: str, kind: str) -> None:
    for meant in (UNKNOWN, Interpretation(Answer.NEEDS, (Need.WORK,)), AS_DYING):
        told = read(text, meant)
        assert told.concern is Concern(kind) and told.level is Level.ASK and not told.needs
    at = talk("hola", text)
    assert at.reply.key.startswith("safety.") and "911" in at.reply.text


@pytest.mark.parametrize("text", [
    "my barber lets me sit if i let him know im coming", "mi mama me da dinero si me porto bien", "i work at a spa",
    "mi novio tiene 16 y yo 15", "el doctor me da pastillas para el dolor", "mi tio nos lleva a fiestas de la familia",
    "my teacher gives us candy if we finish", "trabajo en un restaurante", "he is 27 and my sister is 25",
    "the spa was not open", "my boss takes us to parties at christmas", "i want to be a dancer but they dont pay good",
])  # fmt: skip
def test_everyday_lines_are_not_asked_about(text: str) -> None:
    assert read(text).concern is None


@pytest.mark.parametrize("text", [
    "hoy hay vigilia y me quiere ver despues", "tonight theres a vigil and he wants to see me after",
    "me recoge mañana otra vez", "he said tomorrow he is coming to pick me up",
])  # fmt: skip
def test_what_he_plans_for_tonight_is_no_wish_to_die(text: str) -> None:
    told = read(text, AS_DYING, TOLD)
    assert told.concern is None and told.aside is Aside.WHEN_ALONE


@pytest.mark.parametrize("text", ["quiero un cuarto mas que todo", "i want a room more than anything"])
def test_a_wish_for_a_room_is_a_need(text: str) -> None:
    told = read(text, AS_DYING._replace(answer=Answer.NEEDS, needs=(Need.HOUSING,)), TOLD)
    assert told.concern is None and told.needs == (Need.HOUSING,)


@pytest.mark.parametrize("text", ["no hay nadie haciendome daño", "nobody is hurting me"])
def test_nobody_who_hurts_is_no_wish_to_die(text: str) -> None:
    assert read(text, AS_DYING).aside is Aside.NOT_IN_DANGER


@pytest.mark.parametrize("text", [
    "quiero un cuarto para morirme", "i want a room where i can die", "hoy me quiere ver y ya no aguanto la vida",
    "nobody is hurting me i hurt myself",
])  # fmt: skip
def test_a_wish_to_die_stays_one(text: str) -> None:
    assert read(text, AS_DYING._replace(needs=(Need.HOUSING,)), TOLD).concern is Concern.SELF_HARM
