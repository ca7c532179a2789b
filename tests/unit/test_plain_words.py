"""Plain remarks around a place and a talk: each gets what it asks, and no refusal or danger is heard in it."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

HEY, HOLA = ("hey", "ok"), ("hola", "si")
OFFERED = (*HEY, "i need food", "oakland ca")
OFRECIDO = (*HOLA, "necesito donde dormir", "houston")


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        ((*HEY, "too many words"), "aside.shorter"),
        ((*HEY, "can u be short"), "aside.shorter"),
        ((*HOLA, "escribes mucho"), "aside.shorter"),
        ((*HEY, "nobody ever helps me"), "aside.let_down"),
        ((*HOLA, "nadie me ayuda"), "aside.let_down"),
        ((*HEY, "is covenant house in nyc any good"), "aside.named_place"),
        ((*HEY, "is covenant house any good", "ok gimme the number"), "aside.named_place.again"),
        ((*HOLA, "conoces el larkin street?"), "aside.named_place"),
        ((*HOLA, "covenant house es bueno?"), "aside.named_place"),
        ((*OFFERED, "do i gotta give my real name"), "aside.name_there"),
        ((*HEY, "he said dont bring a phone", "is it legit"), "aside.offer_signs.again"),
        ((*HEY, "he said dont bring a phone"), "aside.offer_signs"),
        ((*HEY, "my pimp hits me", "is that dumb"), "aside.not_dumb"),
        ((*HEY, "my pimp hits me", "should i go back"), "guide.going_back.1"),
        ((*HEY, "slept at my friends last night"), "aside.roof_for_now"),
        ((*HOLA, "mi amiga me esta dejando dormir en su sala"), "aside.roof_for_now"),
        ((*HOLA, "toy aburrida"), "aside.stay_and_talk"),
        ((*HOLA, "un señor kiere q sea su novia"), "safety.ask.exploitation"),
        ((*OFRECIDO, "gracias igual"), "welcome.thanked"),
        ((*OFRECIDO, "gracias por nada"), "aside.anger_at_you.heard"),
    ],
)
def test_each_gets_what_it_asks(texts: tuple[str, ...], key: str) -> None:
    assert talk(*texts).reply.key == key


@pytest.mark.parametrize(
    "text", ["my friends bf hits her she sleeps at my friends", "mi amiga me dejo dormir su novio le pega"]
)
def test_a_friend_who_is_hurt_is_no_host(text: str) -> None:
    assert talk(*(HOLA if "amiga" in text else HEY), text).reply.key != "aside.roof_for_now"


@pytest.mark.parametrize(
    "text", ["no jalo el numero", "no me sirve ese numero", "esta ocupado", "ese tampoco", "el numero no entra"]
)
def test_a_number_that_does_not_work_leads_to_the_next(text: str) -> None:
    at = talk(*OFRECIDO)
    first = at.session.service
    at.text(text)
    assert at.reply.key == "options.offer" and at.session.service != first


@pytest.mark.parametrize("text", ["the number doesnt work", "its busy", "that one either"])
def test_a_number_that_does_not_work_leads_to_the_next_in_english(text: str) -> None:
    at = talk(*HEY, "i need a place tonight", "phoenix az")
    first = at.session.service
    at.text(text)
    assert at.reply.key == "options.offer" and at.session.service != first


def test_no_shelter_is_said_back_and_leads_on() -> None:
    assert talk(*HEY, "no shelters i need a place tonight").reply.text.startswith("Ok, not that kind of place.")
    at = talk(*HEY, "i need a place tonight", "phoenix az", "not a shelter")
    assert at.reply.key == "options.offer" and at.reply.text.startswith("Ok, not that kind of place.")


def test_who_wants_no_church_asks_for_none() -> None:
    at = talk(*OFRECIDO, "me da cosa ir a un lugar d la iglesia")
    assert "faith" not in {need.value for need in at.session.needs}


def test_a_change_of_mind_leads_back() -> None:
    at = talk(*HEY, "can i talk to a person", "nvm", "no wait i do want to")
    assert at.reply.key == "consent.talk"
    assert talk(*HEY, "not now", "ok i changed my mind").reply.key == "welcome.limits"
    at = talk(*HEY, "can i talk to a person", "1", "1", "actually never mind", "wait i do want to")
    assert at.reply.key == "handoff.waiting"
    assert at.text("still nobody") and at.reply.key.startswith("aside.how_long_wait")


def test_a_need_named_anew_is_offered_what_was_only_set_aside() -> None:
    at = talk(*OFFERED, "not now", "tmrw maybe", "food")
    assert at.reply.key == "options.offer"


def test_school_is_a_need() -> None:
    at = talk(*HEY, "can i go back to school")
    assert {need.value for need in at.session.needs} == {"education"}


@pytest.mark.parametrize("text", ["ola q onda", "yo otra vez", "im in la pero hablo mas spanish"])
def test_spanish_is_heard_in_the_first_text(text: str) -> None:
    assert talk(text).session.language == "es"


def test_the_name_of_a_place_changes_no_language() -> None:
    assert talk(*HOLA, "covenant house").session.language == "es"


@pytest.mark.parametrize(
    ("before", "text", "says"),
    [
        (("hola", "si", "ok"), "corte con mi novia", "aside.feeling"),
        (("hola", "si", "ok"), "ya lo corte", "aside.feeling"),
        (("hola", "si", "ok"), "tuve un mal dia", "aside.feeling"),
        (("hi", "1", "ok"), "had a bad day", "aside.feeling"),
        (("hi", "1", "ok"), "i broke up w my gf", "aside.feeling"),
        (("hi", "1", "ok"), "got my license", "aside.good_news"),
        (("hi", "1", "ok"), "had a good day actually", "aside.good_news"),
    ],
)  # fmt: skip
def test_a_day_is_heard_as_one(before: tuple[str, ...], text: str, says: str) -> None:
    assert talk(*before, text).reply.key == says


@pytest.mark.parametrize("text", ["tengo corte mañana", "la corte", "me corto"])
def test_court_and_cuts_stay_what_they_are(text: str) -> None:
    assert talk("hola", "si", "ok", text).reply.key not in ("aside.feeling", "aside.good_news")
