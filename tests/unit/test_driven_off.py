"""Who is driven where they did not mean to go gets 911 at once, the next step at a stop, and no ride or filler."""

from __future__ import annotations

import pytest

from bot.conversation.meant_here.wrote import in_words
from bot.understanding import driven_off
from tests.support.shipped import LEXICON
from tests.support.talk import TO_NEEDS, talk


def said(text: str) -> str:
    return in_words(text, LEXICON).said


@pytest.mark.parametrize(
    "text",
    ["voy en un uber con el se\u00f1or y no se pa onde me lleva",
     "el chofer del lyft agarro otro camino y no me contesta",
     "no conozco esta carretera el se\u00f1or no me contesta", "el se\u00f1or de la app no agarro pa mi casa",
     "dijo q ibamos al mall pero vamos pa tijuana", "el dijo q ibamos al mall pero vamos pa tijuana",
     "el se\u00f1or del uber cerro los seguros y no va pa mi casa",
     "me lleva un tipo en su troca y no me dice a donde",
     "the uber driver isnt going to my house", "my driver took a different route and locked the doors",
     "this isnt the way to my house and he wont answer me",
     "i got in a guys car and he wont tell me where were going",
     "he said we were going to the store but were on the highway to vegas",
     "me estan llevando a otra ciudad no se cual", "voy en la troca de el y no quiere parar",
     "el se\u00f1or no paro en mi casa sigue de largo", "he picked me up and now he wont stop the car",
     "hes driving me out of state i dont want to go"],
)  # fmt: skip
@pytest.mark.parametrize("before", [(), TO_NEEDS], ids=["first", "calm"])
def test_a_ride_to_somewhere_else_is_answered_with_911(before: tuple[str, ...], text: str) -> None:
    if text.startswith("dijo q"):  # nobody is named there
        return
    at = talk(*before, text)
    assert at.reply.key == "safety.now.car" and "911" in at.reply.text


@pytest.mark.parametrize(
    ("first", "bits", "people"),
    [
        ("un vato me subio a su carro y no se a donde vamos",
         ("no es uber es su troca", "creo q vamos pa fuera de la ciudad", "va a parar en un love's", "q hago"),
         ("me meti al ba\u00f1o de mujeres", "hay una se\u00f1ora aqui", "la cajera me esta viendo")),
        ("im in some guys truck and idk where hes taking me",
         ("i think were leaving the city", "hes stopping at a gas station", "its a red truck"),
         ("im in the bathroom now", "theres a lady here", "theres people here")),
    ],
)  # fmt: skip
def test_each_bit_of_the_ride_goes_on_to_the_stop(first: str, bits: tuple[str, ...], people: tuple[str, ...]) -> None:
    at = talk(first)
    for bit in bits:
        at.text(bit)
        assert at.reply.key.startswith("safety.now.car") and "911" in at.reply.text, bit
    for bit in people:
        at.text(bit)
        assert at.reply.key.startswith("safety.now.stopped") and "911" in at.reply.text, bit


@pytest.mark.parametrize(
    ("danger", "text"),
    [("mi novio me pega", "ya me subi al carro"), ("mi novio me vende", "ya nos subimos"),
     ("my pimp beats me", "we got in his car"), ("my bf hits me", "he made me get in the car")],
)  # fmt: skip
def test_who_gets_in_beside_a_danger_is_in_its_car(danger: str, text: str) -> None:
    at = talk(danger, text)
    assert at.reply.key == "safety.now.car" and "911" in at.reply.text


@pytest.mark.parametrize(
    "text",
    ["voy en el uber a mi casa", "me perdi no conozco esta calle", "my mom is driving me to school",
     "mi mama dijo que ibamos al mall pero vamos al cine", "i need a ride to my house", "necesito un ride a mi casa",
     "we got in", "ya me subi al bus", "is uber safe", "my uber went the wrong way yesterday",
     "im moving to another city", "no quiero ir a otra ciudad", "my mom is taking me to another state",
     "im in an uber and idk where the hospital is",
     "voy en el uber y no se donde queda la clinica", "voy manejando y no conozco esta carretera",
     "he said we were going to the movies but we are going home"],
)  # fmt: skip
def test_another_ride_is_none(text: str) -> None:
    assert not driven_off.is_driven_off(said(text))
    assert not talk(*TO_NEEDS, text).reply.key.startswith("safety.now")
