"""Harm to the body, help that arrives, a wish to die after it was told, a wish to kill another: what each text gets."""

from __future__ import annotations

import pytest

from bot.sms.segments import count
from tests.support.talk import Talk, talk

POISON, CRISIS, HOTLINE, PARTNERS = "1-800-222-1222", "988", "1-888-373-7888", "1-800-799-7233"

WISH, DESEO = "i wanna kill myself", "me quiero morir"
DOWN = "my friend wont wake up she took the blue ones"


def told(*texts: str) -> Talk:
    return talk("hi", "ok", *texts)


def dicho(*texts: str) -> Talk:
    return talk("hola", "si", *texts)


def is_not_of_poison(at: Talk) -> bool:
    return POISON not in at.reply.text and "Narcan" not in at.reply.text


@pytest.mark.parametrize("text", [
    "bye", "goodbye", "ok bye", "thank you for everything", "im sorry for everything", "tell my mom i love her",
    "adios",
    "bueno gracias por todo, adios", "perdon por todo",
])  # fmt: skip
def test_a_goodbye_after_a_wish_to_die_is_no_not_now(text: str) -> None:
    for at in (told(WISH, text), dicho(DESEO, text)):
        assert at.reply.key == "safety.means" and CRISIS in at.reply.text


@pytest.mark.parametrize("text", ["not now", "4", "ok bye ttyl feeling better"])
def test_who_puts_it_off_is_left_alone(text: str) -> None:
    assert told(WISH, text).reply.key != "safety.means"


def test_a_goodbye_without_such_a_wish_stays_one() -> None:
    assert told("bye").reply.key == "hesitation.parked"
    assert told("he hits me", "bye").reply.key == "welcome.later", "bland words are the last on the screen"


@pytest.mark.parametrize("text", ["nvm", "nothing", "forget it", "pues nada", "ps nada", "olvidalo"])
def test_nothing_after_a_wish_to_die_keeps_the_line(text: str) -> None:
    assert told(WISH, text).reply.key == "safety.stay"


@pytest.mark.parametrize("text", ["im gonna od", "im about to od", "imma od", "im gonna od tonight"])
def test_a_plan_to_overdose_is_a_wish_to_die(text: str) -> None:
    for at in (told(text), talk(text)):
        assert at.reply.key == "safety.self_harm" and CRISIS in at.reply.text


@pytest.mark.parametrize("text", [
    "i tossed the pills", "i gave my knife to my roommate", "ok i put them outside", "i put it away", "i flushed them",
    "my mom has the pills now", "i dont want to cut anymore", "ya no quiero cortarme", "ya tire las pastillas",
    "se las di a mi mama", "aleje el cuchillo",
])  # fmt: skip
def test_means_put_away_are_heard(text: str) -> None:
    assert told(WISH, text).reply.key == "aside.means_away"


@pytest.mark.parametrize("text", [
    "i threw up the pills", "i tossed the pills but i still want to die", "i took them", "i got the pills here",
])  # fmt: skip
def test_what_is_no_step_away_from_them_is_not_praised(text: str) -> None:
    assert told(WISH, text).reply.key != "aside.means_away"


@pytest.mark.parametrize("text", [
    "its just a thought", "im not gonna do it", "i dont have a plan", "nomas es un pensamiento", "no lo voy a hacer",
    "solo lo pienso a veces",
])  # fmt: skip
def test_a_thought_is_heard_as_one(text: str) -> None:
    at = dicho(DESEO, text)
    assert at.reply.key == "aside.only_thought" and CRISIS in at.reply.text


@pytest.mark.parametrize("text", ["not like that", "no not like that", "no not like that i mean school", "asi no"])
def test_not_like_that_is_asked_about_and_half_a_yes_is_heard(text: str) -> None:
    at = told("i dont wanna be here anymore", text)
    assert at.reply.key == "aside.not_so" and CRISIS in at.reply.text
    at.text("well kinda")
    assert at.reply.key.startswith("safety.")


def test_a_place_that_was_meant_is_heard() -> None:
    assert told("i dont wanna be here anymore", "not like that", "i mean this house").reply.key == "aside.not_so.again"


@pytest.mark.parametrize(
    "text", ["i texted 988 nobody answers", "im on hold", "988 is so slow", "no contestan en el 988"]
)
def test_a_line_that_is_slow(text: str) -> None:
    assert told(WISH, text).reply.key == "aside.line_slow"


@pytest.mark.parametrize("text", [
    "lo voy a matar", "le kiero dar un tiro al vato q me vende", "mataria a mi padrastro", "im gonna kill him",
    "i want to stab my stepdad", "i wanna shoot the guy who sells me", "quiero matar a mi padrote",
])  # fmt: skip
def test_a_wish_to_kill_another_is_no_wish_to_die(text: str) -> None:
    at = told(text)
    assert at.reply.key == "safety.may_kill" and "911" in at.reply.text and CRISIS not in at.reply.text
    at.text("i have a gun")
    assert at.reply.key == "safety.may_kill"


@pytest.mark.parametrize("text", [
    "me quiero matar", "quiero matarme", "i want to kill myself", "im gonna kill my sister lol", "he wants to kill me",
    "im gonna kill him and then me",
])  # fmt: skip
def test_what_is_no_wish_to_kill_another(text: str) -> None:
    assert told(text).reply.key != "safety.may_kill"


@pytest.mark.parametrize("text", [
    "they coming", "ambulance is coming", "theyre on the way", "911 is coming", "cops are coming", "ems is 5 min away",
    "ahi vienen", "ya viene la ambulancia",
])  # fmt: skip
def test_help_on_its_way_to_a_friend_is_news(text: str) -> None:
    at = told(DOWN, text)
    assert at.reply.key == "safety.called"
    at.text("they here")
    assert at.reply.key == "safety.help_here"
    at.text("she woke up")
    assert at.reply.key == "safety.help_here"


@pytest.mark.parametrize("text", ["the medics r here", "ok they here", "police here", "ya llegaron"])
def test_help_that_came(text: str) -> None:
    assert told(DOWN, text).reply.key == "safety.help_here"


@pytest.mark.parametrize("text", [
    "im scared theyll arrest me", "i had stuff on me will they arrest me", "no kiero q llamen a la policia",
    "no quiero llamar al 911", "tengo miedo de que me arresten",
])  # fmt: skip
def test_fear_of_the_law_beside_a_friend_is_answered_for_the_friend(text: str) -> None:
    at = told(DOWN, text)
    assert at.reply.key == "safety.no_call_other" and "Narcan" in at.reply.text and POISON in at.reply.text


@pytest.mark.parametrize("text", ["no tengo narcan", "we dont have narcan", "no narcan"])
def test_without_narcan(text: str) -> None:
    assert told(DOWN, text).reply.key == "safety.no_narcan"


@pytest.mark.parametrize("text", ["they coming", "they here", "hes here"])
def test_somebody_who_comes_near_gets_silence_where_no_friend_is_down(text: str) -> None:
    assert told("my bf hits me", text).reply.text == "" and told("i took pills", text).reply.text == ""


@pytest.mark.parametrize("text", [
    "no le digas a nadie", "pero no le digan a mi ama", "es secreto ok?", "dont tell anyone", "pls dont tell my mom",
])  # fmt: skip
def test_a_secret_stays_in_the_emergency(text: str) -> None:
    assert dicho("me tome unas pastillas", text).reply.key == "safety.no_call"


@pytest.mark.parametrize("text", [
    "do i gotta go", "do i have to go in", "do i gotta go to the er", "i dont have insurance", "tengo que ir?",
    "no tengo seguro",
])  # fmt: skip
def test_whether_to_go_to_a_hospital_is_answered(text: str) -> None:
    at = told("i took like 20 tylenol", text)
    assert at.reply.key == "aside.must_go" and POISON in at.reply.text


@pytest.mark.parametrize("texts", [
    ("me corto", "me corte bien feo ahorita"), ("me corte bien feo ahorita",), ("me corte y no deja d sangrar",),
    ("me corto", "me corte bien feo ahorita", "no para"), ("i cut too deep and its bleeding a lot",),
])  # fmt: skip
def test_a_cut_gets_first_aid_and_the_line_for_a_wish_to_die(texts: tuple[str, ...]) -> None:
    at = dicho(*texts)
    assert at.reply.key == "safety.body.wound" and CRISIS in at.reply.text and "911" in at.reply.text
    assert is_not_of_poison(at) and count(at.reply.text).segments <= 2


@pytest.mark.parametrize(("key", "texts"), [
    ("blow", ("my husband hits me", "my ribs hurt when i breathe")),
    ("blow", ("my husband hits me", "my wrist is swollen")),
    ("wound", ("my bf broke my nose last night", "it wont stop bleeding")),
    ("no_care", ("my husband hits me", "my ribs hurt when i breathe", "no hospital")),
    ("no_care", ("my husband hits me", "my wrist is swollen", "i dont have money for a doctor")),
    ("belly", ("my boyfriend kicked me in the stomach",)), ("belly", ("my bf punched me in the belly", "im 5 months")),
    ("belly", ("my husband hits me", "im pregnant")), ("belly", ("im pregnant", "my bf kicked me in the stomach")),
    ("bleeds", ("my husband hits me", "im 6 months pregnant", "im bleeding a little")),
])  # fmt: skip
def test_a_body_that_a_partner_hurt_keeps_the_line_for_partners(key: str, texts: tuple[str, ...]) -> None:
    at = told(*texts)
    assert at.reply.key == f"safety.body.{key}" and PARTNERS in at.reply.text and is_not_of_poison(at)
    at.text("could they take my kids")
    assert POISON not in at.reply.text


@pytest.mark.parametrize(("key", "texts"), [
    ("bleeds", ("me salio sangre alla abajo", "stoy embarazada")),
    ("bleeds", ("im 3 months pregnant and im spotting",)),
    ("blow", ("un cliente me golpeo ayer", "me duele la costilla")),
    ("wound", ("me dio un corte el patron en la mano",)),
    ("belly", ("me pego mi novio", "estoy embarazada")),
    ("wound", ("a john cut me with a knife it wont stop bleeding",)),
    ("no_medicine", ("im out of my seizure meds since friday",)),
    ("no_medicine", ("i need my meds", "im out since monday")),
    ("no_medicine", ("se me acabo la insulina ayer",)),
    ("no_medicine", ("necesito mi medicina", "se me acabo el lunes")),
])  # fmt: skip
def test_a_body_without_a_partner_gets_no_poison_help(key: str, texts: tuple[str, ...]) -> None:
    at = dicho(*texts)
    assert at.reply.key == f"safety.body.{key}" and "911" in at.reply.text and is_not_of_poison(at)
    at.text("ok")
    assert is_not_of_poison(at)


def test_no_medicine_is_heard_before_the_screen_is_safe() -> None:
    assert talk("i need my insulin", "im out since tuesday").reply.key == "safety.body.no_medicine"


@pytest.mark.parametrize("texts", [
    ("my head hurts",), ("i need a doctor my back hurts",), ("im out of food",), ("he hits me", "my heart hurts"),
    ("i need my birth control", "im out since monday"), ("i took pills", "my stomach hurts"), ("im pregnant",),
])  # fmt: skip
def test_what_is_no_such_harm(texts: tuple[str, ...]) -> None:
    assert not told(*texts).reply.key.startswith("safety.body")


@pytest.mark.parametrize("text", [
    "im pregnant and he doesnt know", "i think im pregnant n he dont know", "im pregnant he wants me to get rid of it",
    "estoy embarazada y mi novio no sabe", "estoy embarazada y el quiere que aborte",
])  # fmt: skip
def test_a_pregnancy_that_he_must_not_know_of(text: str) -> None:
    for at in (told(text), told("i need food", text)):
        assert at.reply.key == "aside.pregnant_his" and is_not_of_poison(at)
        at.text("how late can i still get one")
        assert at.reply.key == "aside.pregnant_time"


def test_a_pregnancy_that_a_mother_must_not_know_of_stays_as_it_was() -> None:
    assert told("my mom doesnt know im pregnant").reply.key == "aside.pregnant_hidden"


@pytest.mark.parametrize("text", [
    "im at the red roof off 75", "im at the knights inn by the train tracks", "we at the bridge motel by the river",
    "im at the river inn with him",
])  # fmt: skip
def test_the_name_of_a_motel_is_no_wish_to_die(text: str) -> None:
    at = told("i gotta make 800 before i can sleep", text)
    assert HOTLINE in at.reply.text and CRISIS not in at.reply.text
    assert CRISIS not in told(text).reply.text


@pytest.mark.parametrize("text", [
    "im at the bridge", "im at the motel by the bridge and im gonna jump off it", "im on the roof looking down",
    "im on the tracks behind the motel waiting",
])  # fmt: skip
def test_a_high_place_stays_one(text: str) -> None:
    assert CRISIS in told(text).reply.text


@pytest.mark.parametrize(
    "text", ["its freezing", "its -20", "its snowing n im outside", "its 5 degrees", "esta nevando"]
)
def test_the_cold_is_answered_where_somebody_needs_a_place(text: str) -> None:
    at = told("i need a place to sleep tonight", "chicago", text)
    assert at.reply.key == "aside.cold" and "911" in at.reply.text
    at.text("im outside")
    assert at.reply.key == "aside.cold.again"
    at.text("i cant feel my feet")
    assert at.reply.key == "safety.body.now"


@pytest.mark.parametrize("text", ["que hago", "donde me revisan", "what do i do", "no kiero q nadie sepa"])
def test_what_to_do_after_a_rape(text: str) -> None:
    at = dicho("me violaron anoche", text)
    assert at.reply.key == "aside.after_rape" and "1-800-656-4673" in at.reply.text
    assert at.text("me bañe ya") and at.reply.key == "aside.before_exam" and "igual ve" in at.reply.text


@pytest.mark.parametrize(
    "text", ["puedo quedar embarazada?", "me puedo contagiar?", "can i get pregnant", "what if i got an std"]
)
def test_pregnancy_and_infection_after_a_rape(text: str) -> None:
    assert dicho("me violaron anoche", text).reply.key == "aside.rape_health"


def test_a_day_in_court_and_no_insurance_are_what_they_are() -> None:
    assert CRISIS not in dicho("tengo corte y no se q hacer").reply.text
    assert "identidad" not in dicho("ocupo un doctor no tengo seguro", "dallas tx").reply.text


@pytest.mark.parametrize("texts", [("my dog is bleeding a lot",), ("my cat got cut real bad",)])
def test_blood_that_is_no_wound_of_hers(texts: tuple[str, ...]) -> None:
    assert told(*texts).reply.key != "safety.body.wound"


@pytest.mark.parametrize("text", ["its deep", "its really deep this time", "esta honda"])
def test_a_cut_that_is_deep(text: str) -> None:
    assert told("i cut myself", text).reply.key == "safety.body.wound"


def test_who_does_not_answer_at_home_is_no_line() -> None:
    assert told(WISH, "nobody answers my calls at home").reply.key != "aside.line_slow"


MEANS = "i have pills here"


@pytest.mark.parametrize("text", [
    "i took them", "i did it", "i already did it", "i took em all", "took 2", "i ate them", "its done", "too late",
    "i swallowed it", "i took the pills", "took like 10 of them", "sorry i did it",
])  # fmt: skip
def test_who_tells_that_it_was_done_gets_911_and_poison_help(text: str) -> None:
    for at in (told(WISH, MEANS, text), told(WISH, text)):
        assert at.reply.key == "safety.medical" and "911" in at.reply.text and POISON in at.reply.text


@pytest.mark.parametrize(
    "text",
    ["ya me las tome", "ya lo hice", "me tome como 20", "ya es tarde", "me tragué todas", "me tome las pastillas"],
)
def test_who_tells_it_in_spanish_gets_them_too(text: str) -> None:
    assert dicho(DESEO, text).reply.key == "safety.medical"


def test_what_a_poison_does_is_heard_where_means_were_told() -> None:
    assert told(WISH, MEANS, "i feel sleepy").reply.key == "safety.medical"
    assert told(WISH, MEANS, "i took them", "im getting dizzy").reply.key == "safety.first_aid"
    assert dicho(DESEO, "ya me las tome", "tengo sueño").reply.key == "safety.body.fades"


@pytest.mark.parametrize(
    "text", ["i took them to my mom", "i took a shower", "i did my homework", "my mom has the pills", "i feel sleepy"]
)
def test_other_things_done_are_no_overdose(text: str) -> None:
    assert told(WISH, text).reply.key != "safety.medical"


def test_it_was_done_only_where_a_wish_to_die_was_told() -> None:
    assert told("i did it").reply.key != "safety.medical"
    assert told("he hit me", "i did it").reply.key != "safety.medical"


def test_a_friend_with_pills_at_hand_has_put_nothing_away() -> None:
    at = told("my friend wants to kill herself", "she has pills")
    assert at.reply.key != "aside.means_away"
    at.text("she took them")
    assert at.reply.key == "safety.medical"


@pytest.mark.parametrize("text", [
    "unsubscribe me from life", "unsubscribe my life", "opt me out of life", "remove me from this world",
    "take me off this planet", "cancel my existence", "dame de baja de la vida", "cancela mi vida",
    "quiten me de este mundo",
])  # fmt: skip
def test_who_wants_no_more_life_is_not_silenced(text: str) -> None:
    for at in (talk(text), told(text)):
        assert at.reply.key == "safety.self_harm" and CRISIS in at.reply.text


@pytest.mark.parametrize("text", ["unsubscribe me", "remove me from your list", "dame de baja", "stop all texts"])
def test_who_wants_no_more_texts_gets_none(text: str) -> None:
    assert told(text).reply.key == "carrier.stopped"


def test_out_of_everything_after_a_wish_to_die_is_more_of_it() -> None:
    assert told(WISH, "i want to unsubscribe from everything").reply.key == "safety.means"
