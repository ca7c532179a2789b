"""Whether somebody near may be told, beside a danger; what is no question about a place; a child taken if not."""

from __future__ import annotations

import pytest

from bot.sms.segments import count
from bot.understanding.telling import may_be_told
from tests.support.talk import TO_NEEDS, talk

EN_ESPANOL = ("hola", "1", "ok")
HELD, RETENIDA = (*TO_NEEDS, "my pimp found me"), (*EN_ESPANOL, "mi padrote me encontro")
CHILD, NINA = (*TO_NEEDS, "my stepdad touches me"), (*EN_ESPANOL, "mi padrastro me toca")


@pytest.mark.parametrize(("start", "text", "key"), [
    (HELD, "theres a lady who works here should i tell her", "aside.tell_here"),
    (HELD, "can i ask the cashier for help", "aside.tell_here"),
    (RETENIDA, "hay una señora q trabaja aqui le digo?", "aside.tell_here"),
    (RETENIDA, "le digo al manager", "aside.tell_here"),
    (RETENIDA, "le pido ayuda al guardia?", "aside.tell_here"),
    (RETENIDA, "hay un policia aqui le digo", "aside.tell_here"),
    (CHILD, "should i tell my teacher", "aside.tell_adult"),
    (NINA, "le digo a mi maestra?", "aside.tell_adult"),
    (NINA, "le cuento a mi tia", "aside.tell_adult"),
])  # fmt: skip
def test_who_may_be_told_is_answered(start: tuple[str, ...], text: str, key: str) -> None:
    at = talk(*start, text)
    assert at.reply.key == key
    assert count(at.reply.text).segments <= 2


@pytest.mark.parametrize("text", ["que hago ahorita", "me dejaron en la bodega", "no puedo salir", "sigue afuera"])
def test_after_it_the_place_to_hide_stands(text: str) -> None:
    at = talk(*RETENIDA, "le digo a la cajera?", text)
    assert at.reply.key in ("aside.hiding", "safety.now.refuge.more", "safety.now.door")


@pytest.mark.parametrize("said", [
    "should i tell him i am leaving", "i told my teacher already", "can you tell my teacher",
    "le digo que no y se enoja",
    "siempre le digo a mi hermana", "si le digo a mi mama me mata", "no le digo a nadie", "should i tell my bf",
])  # fmt: skip
def test_what_is_told_or_meant_of_him_asks_nothing(said: str) -> None:
    assert not may_be_told(said, asks=False)


@pytest.mark.parametrize(("start", "text"), [
    ((*EN_ESPANOL, "me tiene viendo hombres en un motel"), "son como 8 al dia y si no me quita a mi niño"),
    ((*EN_ESPANOL, "me tiene viendo hombres en un motel"), "me quita a mi niño si no"),
    ((*EN_ESPANOL, "me tiene viendo hombres en un motel"), "no como hasta q acabe"),
    ((*TO_NEEDS, "he makes me see guys at a motel"), "its like 8 a day or he takes my son"),
])  # fmt: skip
def test_what_is_taken_until_it_is_done_holds_her(start: tuple[str, ...], text: str) -> None:
    assert talk(*start, text).reply.key == "safety.held.sum"


@pytest.mark.parametrize("text", ["no como hasta q acabe", "no salgo hasta q acabe"])
def test_until_it_is_done_is_no_wish_to_die(text: str) -> None:
    assert talk(*EN_ESPANOL, text).reply.key == "safety.ask.exploitation"
    assert talk(*EN_ESPANOL, "quiero que acabe todo").reply.key == "safety.self_harm"


@pytest.mark.parametrize("text", ["no salgo hasta que acabe la tarea", "cps will take my kid if i dont go"])
def test_homework_and_a_court_hold_nobody(text: str) -> None:
    assert not talk(*(EN_ESPANOL if text.startswith("no") else TO_NEEDS), text).reply.key.startswith("safety.ask.expl")


@pytest.mark.parametrize(("start", "text", "key"), [
    (TO_NEEDS, "i dont wanna live here", "needs.area"),
    (TO_NEEDS, "i dont wanna live w him no more", "guide.leaving.1"),
    (TO_NEEDS, "i dont want to live at my moms", "needs.area"),
    (TO_NEEDS, "cant live like this w 4 kids in a room", "needs.area"),
    (EN_ESPANOL, "no quiero vivir aqui", "needs.area"),
    (EN_ESPANOL, "ya no quiero vivir con el", "guide.leaving.1"),
])  # fmt: skip
def test_where_somebody_does_not_want_to_live(start: tuple[str, ...], text: str, key: str) -> None:
    assert talk(*start, text).reply.key == key


@pytest.mark.parametrize(("start", "text"), [
    (TO_NEEDS, "i dont wanna live no more"), (TO_NEEDS, "i cant live like this"),
    (TO_NEEDS, "i dont want to live in this world"),
    (TO_NEEDS, "i dont wanna live with this pain"), (EN_ESPANOL, "ya no quiero vivir"),
    (EN_ESPANOL, "ya no quiero vivir asi"),
])  # fmt: skip
def test_not_to_live_at_all_stays_what_it_is(start: tuple[str, ...], text: str) -> None:
    assert talk(*start, text).reply.key == "safety.self_harm"


def test_where_somebody_lives_may_be_kept() -> None:
    assert not talk(*TO_NEEDS, "what if i dont wanna say where i live").reply.key.startswith("safety.")
