"""What goes on telling of a danger that was told, and who writes about somebody else, by the rules alone."""

from __future__ import annotations

import pytest

from bot.sms.segments import count
from tests.support.talk import talk

HOTLINE, MISSING, CHILDREN = "1-888-373-7888", "1-800-843-5678", "1-800-422-4453"


@pytest.mark.parametrize(("told", "then", "key"), [
    ("my boss took my passport", "im short 300", "safety.held.sum"),
    ("my boss took my passport", "i got til midnight", "safety.held.sum"),
    ("my boss took my passport", "she take 70 percent", "safety.held.sum"),
    ("my boss took my passport", "i sleep in the kitchen", "safety.held.work"),
    ("my boss took my passport", "he owes me two months", "safety.held.work"),
    ("my boss took my passport", "im scared what happens to my family back home", "safety.held.family"),
    ("my boss wont pay me", "he took my id too", "safety.held.kept"),
    ("el patron no me paga", "me kito mi id", "safety.held.kept"),
    ("el patron no me paga", "tengo hasta las 8", "safety.held.sum"),
    ("el patron no me paga", "tengo q bailar pa pagar", "safety.held.sum"),
    ("el patron no me paga", "m dan 1 telefono pa los clientes", "safety.held.sum"),
    ("el patron no me paga", "me da miedo q le hagan algo a mi familia alla", "safety.held.family"),
    ("el patron no me paga", "nomas somos puros de oaxaca", "safety.held.more"),
])  # fmt: skip
def test_exploitation_in_pieces_is_heard_as_more_of_it(told: str, then: str, key: str) -> None:
    at = talk("hi", "ok", told, then)
    assert at.reply.key == key
    assert HOTLINE in at.reply.text and count(at.reply.text).segments <= 2


@pytest.mark.parametrize("text", [
    "tengo q sacar 800 hoy", "tengo q hacer 10 citas", "i gotta make my number tonight",
    "i have to see 8 more guys", "me da el telefono nomas pa los clientes",
])  # fmt: skip
def test_a_sum_or_men_to_bring_in_is_asked_about(text: str) -> None:
    assert talk("hi", "ok", text).reply.key == "safety.ask.exploitation"


@pytest.mark.parametrize("text", [
    "i have to make 800 for rent", "im short 300 on rent", "tengo que pagar la renta",
    "i got til friday for my homework", "necesito un telefono", "i work at target",
])  # fmt: skip
def test_money_of_everyday_life_is_no_danger(text: str) -> None:
    assert not talk("hi", "ok", "ok", text).reply.key.startswith("safety.")


@pytest.mark.parametrize("text", [
    "it was a fake profile", "it was a scam acct", "i already sent 50", "should i pay the rest", "he wants more",
    "turns out its a guy", "can u get them took down", "i blocked him", "he made a groupchat with my friends",
    "las va a mandar a mi escuela", "ya le pague", "como las borro", "se las va a mandar a todos mis amigos",
    "era un hombre", "y si no le mando mas?",
])  # fmt: skip
def test_threat_with_pictures_goes_on(text: str) -> None:
    at = talk("hi", "ok", "someone has my nudes and wants money", text)
    assert at.reply.key == "aside.pictures_threat"
    assert "takeitdown.ncmec.org" in at.reply.text and MISSING in at.reply.text


def test_what_is_told_on_of_pictures_has_two_answers_in_turns() -> None:
    at = talk("hi", "ok", "someone has my nudes and wants money", "i paid already")
    keys = []
    for text in ("he wants more", "it was a fake acct", "i blocked him"):
        at.text(text)
        keys.append(at.reply.key)
    again = "aside.pictures_threat.again"
    assert keys == [again, "aside.pictures_threat", again]


@pytest.mark.parametrize("text", ["i want to kill myself", "he is outside my house", "i took a bunch of pills"])
def test_a_graver_danger_stands_beside_pictures(text: str) -> None:
    at = talk("hi", "ok", "someone has my nudes and wants money", text)
    assert not at.reply.key.startswith("aside.pictures_threat")


@pytest.mark.parametrize("text", [
    "is that legal", "can they do that", "is he allowed to do that", "can he just keep it", "eso es legal",
    "puede hacer eso", "es delito",
])  # fmt: skip
def test_is_that_legal_is_asked_of_the_boss(text: str) -> None:
    assert talk("hi", "ok", "my boss took my passport", text).reply.key == "aside.is_it_legal"


def test_rights_here_are_asked_where_nobody_was_told_of() -> None:
    assert talk("hi", "ok", "ok", "what are my rights here").reply.key != "aside.is_it_legal"


@pytest.mark.parametrize("text", [
    "he been asking my friends where im at", "he knows where my mom lives", "me esta buscando",
    "tengo miedo q me busque", "ya supo donde toy",
])  # fmt: skip
def test_who_is_looked_for_gets_people_and_light(text: str) -> None:
    assert talk("i ran away from my pimp", text).reply.key == "safety.plan.found"


@pytest.mark.parametrize("text", [
    "my dad is flying me to pakistan to marry", "my parents are making me marry a man in india",
    "mis papas me quieren casar con un señor",
])  # fmt: skip
def test_forced_marriage_is_danger_and_the_date_is_no_not_now(text: str) -> None:
    at = talk("hi", "ok", text)
    assert at.reply.key == "safety.held.married" and HOTLINE in at.reply.text
    at.text("i go sunday")
    assert at.reply.key != "hesitation.parked"


@pytest.mark.parametrize(
    "text", ["my bf wants to marry me", "im getting married in june", "me voy a casar con mi novio"]
)
def test_a_marriage_is_no_danger(text: str) -> None:
    assert talk("hi", "ok", "ok", text).reply.key != "safety.held.married"


@pytest.mark.parametrize("text", [
    "agency wants me for hostess job in japan", "this lady on facebook got me a nanny job in dubai",
    "me ofrecieron trabajo en miami d mesera",
])  # fmt: skip
def test_a_job_that_a_stranger_offers_far_off_has_signs(text: str) -> None:
    at = talk("hi", "ok", text)
    assert at.reply.key in ("aside.offer_signs", "safety.plan.lured") and HOTLINE in at.reply.text
    at.text("they pay the ticket")
    assert at.reply.key.startswith("aside.offer_signs")


@pytest.mark.parametrize(
    "text", ["my aunt got me a job in houston", "i got offered a job at target", "necesito trabajo en miami"]
)
def test_a_job_is_a_job(text: str) -> None:
    assert "offer_signs" not in talk("hi", "ok", "ok", text).reply.key


@pytest.mark.parametrize(
    "text", ["y si me mandan con cps", "me van a meter en un foster?", "what if they put me in a group home"]
)
def test_fear_of_child_protection_is_no_ride(text: str) -> None:
    assert talk("hi", "ok", text).reply.key.startswith("reporting.")


def test_drugs_from_who_sells_are_no_ride() -> None:
    assert talk("hola", "si", "me dan cristal").reply.key == "safety.ask.exploitation"
    assert talk("hola", "si", "ok", "me pueden dar un ride").reply.key == "aside.ride_transport"


@pytest.mark.parametrize("text", ["ando sola con mi hermanito d 6", "im alone with my little brother hes 6"])
def test_who_is_alone_with_a_child_gets_a_place_and_no_line_for_children(text: str) -> None:
    at = talk("hi", "ok", "ok", text)
    assert at.reply.key.startswith("guide.child_with_me") and CHILDREN not in at.reply.text


@pytest.mark.parametrize("text", ["estoy sola con mi hermanito y mi papa esta borracho"])
def test_a_child_who_is_hurt_is_heard(text: str) -> None:
    assert "child" in talk("hola", text).reply.key and "guide" not in talk("hola", text).reply.key


@pytest.mark.parametrize(("told", "then", "key"), [
    ("im a nurse my patient has a man who answers for her", "what do i do", "aside.helping_them"),
    ("im a nurse my patient has a man who answers for her", "what number can i give her",
     "aside.number_for_them"),
    ("im a nurse my patient has a man who answers for her", "she says no", "aside.they_say_no"),
    ("a student told me her stepdad touches her", "what do i say to her", "aside.helping_them"),
    ("una alumna me dijo que su padrastro la toca", "que puedo hacer", "aside.helping_them"),
    ("my student told me shes being pimped out", "who do i call", "aside.where_to_call"),
    ("my friend is selling herself", "what can i do", "aside.helping_them"),
    ("mi novio me pega", "a donde llamo", "aside.where_to_call"),
    ("my daughter is 15 and hasnt come home in 3 days", "what do i do now", "safety.plan.search"),
    ("my daughter is 15 and hasnt come home in 3 days", "she sent me a picture of a hotel room", "aside.go_get_them"),
])  # fmt: skip
def test_who_writes_for_somebody_else_is_answered_about_them(told: str, then: str, key: str) -> None:
    assert talk(told, then).reply.key == key


@pytest.mark.parametrize(
    "text", ["hola soy la mama de una muchacha de 15", "buenas noches soy la mama de una joven de 15 años"]
)
def test_a_mother_is_no_stranger_with_the_phone(text: str) -> None:
    at = talk(text)
    assert at.reply.key == "welcome.hello"
    at.text("si", "se fue con un hombre que conocio por internet")
    assert at.reply.key == "safety.plan.missing"


def test_what_do_i_do_of_who_is_hurt_asks_for_a_plan() -> None:
    assert talk("my boyfriend hits me", "what do i do").reply.key in ("safety.plan", "guide.leaving.1")


@pytest.mark.parametrize("text", ["pregunto por mi prima", "preguntaba por mi hermana chiquita"])
def test_who_asks_for_a_relative_is_not_looked_for(text: str) -> None:
    assert not talk("hola", "1", "ok", text).reply.key.startswith("safety.")


@pytest.mark.parametrize("text", ["preguntaron por mi en la tienda", "un señor pregunto por mi"])
def test_who_is_asked_for_by_others_is(text: str) -> None:
    assert talk("hola", "1", "ok", text).reply.key.startswith("safety.")
