"""Who leaves tonight, got out, can write little, or tells what was better once says no "not now"."""

from __future__ import annotations

import pytest

from bot.flows.names import State
from tests.support.talk import talk


@pytest.mark.parametrize("text", [
    "me voy esta noche", "me escapo mañana", "hoy en la noche me salgo de la casa", "me voy ya de aqui",
    "me voy mañana con mi maleta", "me quiero salir de con mi marido", "tengo que alejarme de mi marido",
    "im leaving tonight", "im running away tomorrow", "tonight im gonna leave", "im leaving him tomorrow",
    "i need to get away from my husband",
])  # fmt: skip
def test_leaving_and_when_gets_a_plan_with_the_number(text: str) -> None:
    for before in ((), ("hola",)):
        at = talk(*before, text)
        assert at.reply.key == "safety.plan" and "911" in at.reply.text


@pytest.mark.parametrize(
    "texts", [("busco un lugar", "claro", "me voy en la noche"), ("i need a place", "1", "im leaving tonight")]
)
def test_a_plan_is_shown_in_the_middle_of_a_search_too(texts: tuple[str, ...]) -> None:
    at = talk(*texts)
    assert at.reply.key in ("guide.leaving.1", "safety.plan") and "911" in at.reply.text


@pytest.mark.parametrize("text", [
    "me voy ya", "me tengo que ir", "i gotta go now", "bye im leaving", "me voy a dormir", "im going out tonight",
    "me voy mañana a la playa", "im leaving tomorrow for vacation", "esta noche voy al cine", "me voy a las 5",
])  # fmt: skip
def test_goodbyes_and_trips_are_no_flight(text: str) -> None:
    assert not talk("hey", text).reply.key.startswith(("safety.", "guide."))


@pytest.mark.parametrize(("plan", "out"), [
    ("me voy esta noche", "ya estoy afuera"), ("me voy esta noche", "ya sali de ahi"),
    ("im leaving tonight", "i got out"), ("im leaving tonight", "ok im outside now"),
])  # fmt: skip
def test_who_got_out_is_told_where_to_go(plan: str, out: str) -> None:
    at = talk(plan, out)
    assert at.reply.key in ("safety.hunted", "safety.now.out") and "911" in at.reply.text


@pytest.mark.parametrize("text", [
    "al principio era cool ahora no", "antes vivia con mi tia, ahora no", "it was nice at first not anymore",
    "he was sweet before but not now",
])  # fmt: skip
def test_what_was_better_once_closes_no_talk(text: str) -> None:
    assert talk("hola", text).session.state is not State.WELCOME_LATER
    beside = talk("mi novio me vende", text)
    assert beside.reply.key.startswith("safety.") and "911" in beside.reply.text


@pytest.mark.parametrize("text", ["antes me dejaba salir ahora no", "he used to let me see my friends, not anymore"])
def test_who_is_no_longer_let_out_is_asked(text: str) -> None:
    assert talk("hola", text).reply.key == "safety.ask.violence"


@pytest.mark.parametrize(("told", "text"), [
    ("mi novio me pega", "no puedo escribir mucho"), ("mi novio me vende", "no puedo escribir"),
    ("my bf hits me", "cant type much"),
])  # fmt: skip
def test_who_can_write_little_beside_a_danger_keeps_the_number(told: str, text: str) -> None:
    at = talk(told, text)
    assert at.reply.key == "safety.now.seen" and "911" in at.reply.text


@pytest.mark.parametrize("text", ["ahora no", "not now", "mañana", "ahora no puedo escribir", "not now im at work"])
def test_not_now_is_still_not_now(text: str) -> None:
    assert talk("hola", text).session.state is State.WELCOME_LATER


@pytest.mark.parametrize("text", ["cuanto tiempo tengo pa la pastilla esa", "how long do i have for the pep pill"])
def test_the_time_for_a_medicine_is_told_turns_later(text: str) -> None:
    at = talk("mi novio me vende", "hoy es martes", text)
    assert at.reply.key.startswith("aside.rape_health") and ("72" in at.reply.text or "3 days" in at.reply.text)
