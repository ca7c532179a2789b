"""Questions about the place on offer, typed without a question mark: the offer stays, and nothing is agreed to."""

import pytest

from bot.flows.names import State
from tests.support.talk import TO_NEEDS, talk

OFFERED = (*TO_NEEDS, "i need a place to sleep tonight", "reno nv")
OFFERED_ES = ("hola", "1", "1", "necesito un lugar para dormir hoy", "el paso")


@pytest.mark.parametrize(
    "text",
    [
        "me puedo bañar ahi",
        "hay comida",
        "quitan el cel",
        "dejan salir",
        "puedo fumar",
        "rezan ahi",
        "tienen wifi",
        "hay camaras",
        "puedo ir hoy mismo",
        "y si llego tarde",
        "contestan en español",
        "es seguro",
        "me van a encerrar",
        "y si el me busca ahi",
        "es del gobierno",
        "hay q dormir con hombres",
        "me prestan ropa",
    ],
)
def test_question_about_the_offer_keeps_it(text):
    at = talk(*OFFERED_ES)
    service = at.session.service
    at.text(text)
    assert (at.session.service, at.session.state, at.session.last_key) == (service, State.OPTIONS_OFFER, "aside.offer")


@pytest.mark.parametrize(
    "text",
    [
        "can i shower there",
        "is there food",
        "do they take ur phone",
        "can i smoke",
        "are there cameras",
        "can i go today",
        "what if im late",
        "is it safe",
        "will they lock me in",
        "what if he looks for me there",
        "is there laundry",
    ],
)
def test_question_about_the_offer_keeps_it_in_english(text):
    at = talk(*OFFERED)
    service = at.session.service
    at.text(text)
    assert (at.session.service, at.session.state, at.session.last_key) == (service, State.OPTIONS_OFFER, "aside.offer")


@pytest.mark.parametrize(
    ("before", "text", "says"),
    [
        (OFFERED_ES, "q es el 211", "options.offer"),
        (OFFERED, "is it like a shelter or what", "options.offer"),
        (OFFERED_ES, "ta bien dame el numero", "options.contact"),
        (OFFERED, "ok give me the number", "options.contact"),
    ],
)
def test_what_it_is_and_how_to_reach_it(before, text, says):
    assert talk(*before, text).session.last_key == says


@pytest.mark.parametrize(
    ("before", "text"),
    [(OFFERED_ES, "necesito comida"), (OFFERED_ES, "hay abogados"), (OFFERED, "i need food"), (OFFERED_ES, "que otro")],
)
def test_new_need_is_still_one(before, text):
    at = talk(*before)
    service = at.session.service
    at.text(text)
    assert at.session.service != service


@pytest.mark.parametrize(("before", "text"), [(OFFERED_ES, "mi novio me encierra"), (OFFERED, "he locks me in")])
def test_danger_at_an_offer_is_heard(before, text):
    assert talk(*before, text).session.last_key.startswith("safety.")
