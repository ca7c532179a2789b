"""When it happens, a meeting with a grown-up, short refusals, the list of facts, and a screen that is read."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

_ES = ("hola", "1", "1")


@pytest.mark.parametrize(
    "text",
    [
        "cuando mi ma trabaja",
        "hoy trabaja de noche mi mama",
        "hoy se va mi mama en la noche",
        "cuando no esta mi mama",
        "mi mama sale a las 8",
        "estoy sola con el",
        "ahorita no hay nadie en la casa nomas el",
    ],
)
def test_when_it_happens_is_no_later_and_no_bed(text: str) -> None:
    reply = talk(*_ES, "mi padrastro me toca", text).reply
    assert reply.key == "aside.when_alone" and "1-800-422-4453" in reply.text


@pytest.mark.parametrize(
    "text",
    ["when my mom works", "my mom works tonight", "mom leaves at 8", "im alone with him", "only when shes at work"],
)
def test_when_it_happens_is_heard_in_english(text: str) -> None:
    assert talk(*TO_NEEDS, "my stepdad touches me", text).reply.key == "aside.when_alone"


@pytest.mark.parametrize("text", ["my mom works tonight", "cuando mi ma trabaja"])
def test_without_abuse_it_is_what_it_was(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key != "aside.when_alone"


@pytest.mark.parametrize(
    "texts",
    [
        ("im 13", "i met him on roblox"),
        ("im 16", "a client wants to meet in person"),
        ("tengo 16", "un cliente quiere verme en persona"),
        ("tengo 16", "quiere q nos veamos en persona"),
        ("tengo 16", "lo voy a ver en persona el sabado"),
        ("tengo 16", "ya quede con el a las 9"),
    ],
)
def test_a_minor_who_is_to_meet_somebody_need_not_go(texts: tuple[str, ...]) -> None:
    opening = _ES if "tengo" in texts[0] else TO_NEEDS
    reply = talk(*opening, *texts).reply
    assert reply.key == "safety.plan.lured" and "1-800-422-4453" in reply.text


def test_each_next_piece_of_the_meeting_keeps_its_answer() -> None:
    met = (*TO_NEEDS, "im 13", "i met him on roblox", "he wants 2 visit")
    assert talk(*met).reply.key == "safety.held.leaving"
    assert talk(*met, "hes coming sat").reply.key == "safety.plan.lured"


@pytest.mark.parametrize(
    ("opening", "texts", "key"),
    [
        (TO_NEEDS, ("im 13", "hes 31"), "safety.ask.sexual_abuse"),
        (TO_NEEDS, ("a guy i met on roblox is coming sat",), "safety.plan.lured"),
        (_ES, ("tengo 17 y tengo clientes",), "safety.ask.exploitation"),
        (_ES, ("tengo 16", "vendo mi pack"), "safety.ask.exploitation"),
        (_ES, ("un cliente se puso violento",), "safety.hurt"),
        (TO_NEEDS, ("boss lock the door at night",), "safety.ask.exploitation"),
        (_ES, ("el patron cierra la puerta con llave",), "safety.ask.exploitation"),
    ],
)
def test_pieces_with_a_grown_up_or_a_client_are_a_danger(
    opening: tuple[str, ...], texts: tuple[str, ...], key: str
) -> None:
    assert talk(*opening, *texts).reply.key == key


@pytest.mark.parametrize("text", ["my client is violent and needs a shelter", "he wants to meet my mom"])
def test_a_caseworkers_client_and_a_visit_to_kin_are_neither(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key not in ("safety.hurt", "safety.plan.lured")


@pytest.mark.parametrize(
    "text",
    ["mi tia quiere visitarme", "el doctor quiere verme", "my mom is coming tomorrow", "my sister wants to visit"],
)
def test_a_visit_of_kin_or_of_a_doctor_lures_nobody(text: str) -> None:
    assert talk(*TO_NEEDS, "im 16", text).reply.key != "safety.plan.lured"


@pytest.mark.parametrize("text", ["k not rn", "nty", "ugh nvm"])
@pytest.mark.parametrize("before", ["he hits me", "i need food", "can i talk to a person"])
def test_a_short_refusal_is_obeyed(before: str, text: str) -> None:
    assert talk(*TO_NEEDS, before, text).reply.key == "hesitation.parked"


@pytest.mark.parametrize("text", ["i mean no", "sike", "psych"])
def test_a_consent_that_is_taken_back_at_once_is_not_asked_again(text: str) -> None:
    assert talk(*TO_NEEDS, "can i talk to a person", text).reply.key == "hesitation.parked"


@pytest.mark.parametrize("text", ["quita mi edad", "borra lo de la edad", "la edad", "borra el 1", "quita el 1"])
def test_one_thing_is_taken_out_of_the_list_in_own_words(text: str) -> None:
    at = talk(*_ES, "tengo 16", "que sabes de mi", text)
    assert at.reply.key == "privacy.nothing_told" and not at.session.age


def test_an_age_is_put_right() -> None:
    at = talk(*_ES, "tengo 16", "no tengo 16 tengo 17")
    assert at.session.age == 17 and at.reply.key == "aside.noted.age"


@pytest.mark.parametrize("text", ["olvida mi nombre", "quita pharr", "ya no quiero q sepas donde vivo"])
def test_what_the_list_does_not_hold_gets_what_is_kept(text: str) -> None:
    assert talk(*_ES, "tengo 16", "que sabes de mi", text).reply.key == "privacy.kept"


@pytest.mark.parametrize("text", ["what time r u open", "are u open tomorrow"])
def test_opening_hours_name_no_line_where_the_phone_is_read(text: str) -> None:
    assert talk(*TO_NEEDS, "he checks my phone", text).reply.key == "safety.cover"
    assert "1-888" in talk(*TO_NEEDS, text).reply.text


@pytest.mark.parametrize("text", ["it was him b4", "he was there"])
def test_who_held_the_phone_before_tells_of_no_danger(text: str) -> None:
    reply = talk(*TO_NEEDS, "this is her man", text).reply
    assert reply.key == "welcome.back" and "1-800" not in reply.text


@pytest.mark.parametrize("text", ["si te digo tarea cambia de tema", "if i say homework change the subject"])
def test_a_word_of_ones_own_is_told_not_to_work(text: str) -> None:
    reply = talk(*TO_NEEDS, text).reply
    assert reply.key == "safety.watched" and ("CLIMA" in reply.text or "WEATHER" in reply.text)
