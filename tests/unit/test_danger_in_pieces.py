"""A danger told in pieces: the second text says what the first one meant. Texts nobody's word decides alone."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, Talk


def key(*texts: str, spanish: bool = False) -> str:
    talk = Talk()
    talk.text(*(("hola", "1", "1") if spanish else TO_NEEDS), *texts)
    return talk.reply.key


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("estoy sangrando mucho", "estoy embarazada"), "safety.body.bleeds"),
        (("estoy sangrando mucho", "me duele la panza"), "safety.body.bleeds"),
        (("estoy sangrando mucho", "ya no puedo caminar"), "safety.body.now"),
        (("estoy sangrando mucho", "mi bb no se mueve"), "safety.body.now"),
        (("im bleeding a lot", "im pregnant"), "safety.body.bleeds"),
        (("im bleeding a lot", "i cant stand up"), "safety.body.now"),
        (("tengo 4 meses y me sale sangre",), "safety.body.bleeds"),
        (("me sale sangre de abajo y estoy de 6 meses",), "safety.body.bleeds"),
        (("creo q perdi al bebe",), "safety.body.bleeds"),
        (("i think i lost the baby",), "safety.body.bleeds"),
    ],
)
def test_blood_and_a_pregnancy_are_one_story(texts: tuple[str, ...], said: str) -> None:
    assert key(*texts, spanish="i" not in texts[0].split()[0]) == said


@pytest.mark.parametrize("text", ["i lost the baby to cps", "i think i lost my phone", "llevo 4 meses sin dormir bien"])
def test_other_losses_are_no_blood(text: str) -> None:
    assert not key(text).startswith("safety.body")


@pytest.mark.parametrize(
    "text",
    [
        "quisiera dormirme y ya no despertar", "a veces pienso que seria mejor no despertar",
        "i wish i could fall asleep and not wake up", "sometimes i think itd be better to not wake up",
    ],
)  # fmt: skip
def test_a_wish_not_to_wake_is_no_emergency_of_a_sleeper(text: str) -> None:
    assert key(text) == "safety.self_harm"


@pytest.mark.parametrize("text", ["mi amiga no despierta", "my friend wont wake up"])
def test_somebody_who_cant_be_woken_is_one(text: str) -> None:
    assert key(text) == "safety.medical"


JUMP = ("me quiero tirar del puente", "i want to jump off the bridge")


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (JUMP[0], "estoy ahi"), (JUMP[0], "ya estoy arriba"), (JUMP[0], "estoy en el techo"),
        (JUMP[0], "estoy parada en el puente"), (JUMP[0], "estoy en las vias"),
        (JUMP[1], "im there"), (JUMP[1], "im on the ledge"), (JUMP[1], "standing on the edge"),
    ],
)  # fmt: skip
def test_who_is_where_they_would_jump_is_told_911_first(first: str, then: str) -> None:
    talk = Talk()
    talk.text(*(("hola", "1", "1") if first == JUMP[0] else TO_NEEDS), first, then)
    assert talk.reply.key == "safety.edge"
    assert talk.reply.text.index("911") < talk.reply.text.index("988")


@pytest.mark.parametrize(
    ("at", "down"),
    [("estoy ahi", "me bajo"), ("estoy ahi", "estoy en la parada"), ("ya estoy arriba", "ya me baje")],
)
def test_who_came_down_is_heard(at: str, down: str) -> None:
    assert key(JUMP[0], at, down, spanish=True).startswith("aside.means_away")


def test_there_is_no_edge_without_a_wish_to_die() -> None:
    assert key("estoy en el techo", spanish=True) != "safety.edge"
    assert key("me quiero morir", "tengo la navaja en la mano", spanish=True) == "safety.means"


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("salgo con un man", "tiene 34", "yo 14"), "safety.ask.sexual_abuse"),
        (("tengo 15", "mi novio tiene 26"), "safety.ask.sexual_abuse"),
        (("mi hermana tiene 12", "el tiene 20"), "safety.friend"),
        (("mi amiga tiene 13", "sale con un vato", "el tiene 30"), "safety.friend"),
    ],
)
def test_two_ages_are_added_up(texts: tuple[str, ...], said: str) -> None:
    assert key(*texts, spanish=True) == said


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("im dating a guy", "hes 34", "im 14"), "safety.ask.sexual_abuse"),
        (("im 15", "my bf is 26"), "safety.ask.sexual_abuse"),
        (("my sister is 12", "hes 20"), "safety.friend"),
    ],
)
def test_two_ages_are_added_up_in_english(texts: tuple[str, ...], said: str) -> None:
    assert key(*texts) == said


@pytest.mark.parametrize(
    "texts",
    [
        ("im 22", "my bf is 26"), ("im 16", "my bf is 18"), ("my sister is 12", "my brother is 20"),
        ("im 15", "he is 16"),
        ("my sister is 25", "hes 30"),
    ],
)  # fmt: skip
def test_other_ages_are_no_danger(texts: tuple[str, ...]) -> None:
    assert not key(*texts).startswith("safety.")


@pytest.mark.parametrize(
    "when", ["sale mañana", "sale hoy", "me voy hoy", "salimos al rato", "el vuelo es mañana", "es mañana"]
)
def test_a_day_of_leaving_with_him_is_not_not_now(when: str) -> None:
    texts = ("tengo 15", "quiere que me vaya con el a mexico", when)
    assert key(*texts, spanish=True) == "safety.held.leaving"


def test_a_plan_to_leave_him_is_none() -> None:
    assert key("my bf hits me", "i leave tonight") != "safety.held.leaving"


@pytest.mark.parametrize(
    "texts",
    [
        ("met him on roblox", "im 14"),
        ("im 14", "i met this guy on tiktok"),
        ("im 14", "i met him on insta"),
    ],
)
def test_who_is_lured_and_under_18_is_told_that_they_dont_have_to_go(texts: tuple[str, ...]) -> None:
    assert key(*texts) == "safety.plan.lured"


@pytest.mark.parametrize(
    "text",
    [
        "me casaron a los 14", "me robaron pa casarme", "mis papas arreglaron mi boda, tengo 15",
        "me van a mandar a mi pais a casarme", "me dieron a un señor por dinero",
    ],
)  # fmt: skip
def test_a_marriage_that_others_made_is_heard(text: str) -> None:
    assert key(text, spanish=True) == "safety.held.married"


def test_a_marriage_and_a_flight_are_one_story() -> None:
    assert key("me van a mandar a mi pais a casarme", "el vuelo es el viernes", spanish=True) == "safety.held.leaving"
    assert key("me van a casar con un señor", "que hago en el aeropuerto", spanish=True) == "safety.held.leaving"
    assert key("a mi hermana la van a casar", spanish=True) == "safety.friend"


@pytest.mark.parametrize(
    ("texts", "spanish"),
    [
        (("mi hermano tiene 16", "lo traen de mula"), True),
        (("a mi primo lo usan pa cruzar gente",), True),
        (("mi carnal tiene 13", "lo tienen trabajando en un rancho"), True),
        (("they use my brother as a mule",), False),
        (("my little bro works on a farm", "hes 13"), False),
    ],
)
def test_a_child_who_is_used_is_in_danger(texts: tuple[str, ...], spanish: bool) -> None:
    assert key(*texts, spanish=spanish) == "safety.friend"


def test_work_of_grown_ups_is_none() -> None:
    assert not key("my brother works on a farm", "hes 30").startswith("safety.")


@pytest.mark.parametrize(
    "text",
    ["me puede dar sida?", "hay pastilla pal vih", "el condon se rompio con un cliente", "a client didnt use a condom"],
)
def test_fear_of_hiv_gets_the_medicine_that_works_for_days(text: str) -> None:
    assert key(text, spanish=True).startswith("aside.rape_health")


def test_a_client_and_an_age_are_one_story() -> None:
    assert key("un cliente no uso condon", "fue anoche", spanish=True) == "aside.rape_health.again"
    assert key("un cliente no uso condon", "tengo 16", spanish=True) == "safety.ask.exploitation"
    assert key("un tipo me paga la renta", "y yo le doy lo q quiere", spanish=True) == "safety.ask.exploitation"


@pytest.mark.parametrize(
    "text",
    [
        "me tocaron en el bus en tegucigalpa",
        "soy niño de la calle en managua",
        "estoy en monterrey",
        "im alone on the street in tegucigalpa",
    ],
)
def test_a_place_abroad_at_the_end_counts(text: str) -> None:
    talk = Talk()
    talk.text("hola", "1", "1", text)
    assert talk.session.abroad


@pytest.mark.parametrize(
    "text",
    ["mi familia vive en tegucigalpa", "naci en managua", "mi mama esta en san pedro sula", "my dad lives in managua"],
)
def test_where_others_live_does_not(text: str) -> None:
    talk = Talk()
    talk.text("hola", "1", "1", text)
    assert not talk.session.abroad


def test_a_line_of_canada_is_not_the_one_for_suicide() -> None:
    talk = Talk()
    said = talk.text("hola", "1", "1", "estoy en montreal", "me quitó la cedula")
    assert "1-833-900-1010" in said and "988" not in said
    assert talk.text("911 sirve aca?") and talk.reply.key == "aside.where_to_call"
    assert talk.text("no hablo frances") and talk.reply.key == "aside.language_spoken"


def test_who_works_with_children_is_asked_for_no_city() -> None:
    talk = Talk()
    talk.text("hola", "1", "1", "hola soy maestra de secundaria")
    assert talk.reply.key == "aside.noted"
    for text in ("soy mandated reporter?", "cuanto tiempo tengo", "le reporto a quien", "me pueden demandar"):
        talk.text(text)
        assert talk.reply.key.startswith("aside.duty_to_report")


@pytest.mark.parametrize("text", ["how long do i have to report", "what if the principal says no", "can they sue me"])
def test_what_a_teacher_asks_is_about_their_duty(text: str) -> None:
    assert key("im a teacher", text).startswith("aside.duty_to_report")


def test_the_same_of_anybody_else_is_not() -> None:
    assert not key("how long do i have to wait").startswith("aside.duty_to_report")
    assert not key("can they sue me").startswith("aside.duty_to_report")


@pytest.mark.parametrize("text", ["tengo su foto", "la pueden encontrar?"])
def test_a_mother_who_searches_is_answered_as_one(text: str) -> None:
    assert "missing" in key("soy la mama de una muchacha de 15", "no contesta", text, spanish=True)


def test_a_mother_whom_police_brushed_off_is_told_what_to_ask() -> None:
    told = ("soy la mama de una muchacha de 15", "no contesta", "llamé a la policia y no hacen nada")
    assert "reported" in key(*told, spanish=True)


def test_what_do_i_do_is_no_question_what_is_wanted() -> None:
    assert key("que hago", spanish=True) == "aside.noted"
    assert (
        key("estoy sangrando mucho", "no quiero ir al hospital", "me van a cobrar?", spanish=True)
        == "safety.body.no_care"
    )


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("mi prima tiene 13", "anda con uno de 25"), "safety.friend"),
        (("my sister is 13", "shes dating a 25 year old"), "safety.friend"),
        (("im 17", "hes 40", "we met online"), "safety.plan.lured"),
        (("my dad says i have to marry my cousin", "we fly out sunday"), "safety.held.leaving"),
        (("duermo con el dueño pa no pagar renta",), "safety.ask.exploitation"),
    ],
)
def test_other_words_for_the_same(texts: tuple[str, ...], said: str) -> None:
    assert key(*texts) == said


@pytest.mark.parametrize("texts", [("im 25", "my bf wants me to move in with him"), ("im with a group of 20 people",)])
def test_grown_ups_are_not_lured(texts: tuple[str, ...]) -> None:
    assert key(*texts) not in ("safety.plan.lured", "guide.grooming.1", "safety.friend")


def test_locked_in_abroad_is_heard_as_that() -> None:
    assert key("estoy en guadalajara encerrada", spanish=True) == "safety.abroad"


def test_a_minor_who_sells_is_asked_and_told_whose_fault_it_is() -> None:
    assert key("tengo 17 hago onlyfans", "es legal?", spanish=True) == "aside.under_age"
    assert key("me agarro la policia por prostitucion", "tengo 16", spanish=True) == "safety.ask.exploitation"


@pytest.mark.parametrize(
    "text", ["puedo denunciar sin papeles?", "me puede denunciar con ice?", "can i report with no papers"]
)
def test_a_report_without_papers_is_asked_of_papers(text: str) -> None:
    assert key(text, spanish="can" not in text).startswith("aside.immigration_status_risk")


def test_pieces_end_with_the_open_talk_and_are_shown_and_forgotten() -> None:
    talk = Talk()
    talk.text(*TO_NEEDS, "my bf is 22")
    assert talk.session.pieces
    talk.text("what do you keep")
    assert "what you said" in talk.reply.text
    assert not talk.session.without_fact(None).pieces
    talk.text("weather")
    assert not talk.session.pieces, "bland: nothing of before is picked up"
