"""Agents at the door, jail, being sent back, an order and a record are questions of law, not of this line."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

SOLD, VENDIDA = "my boyfriend sells me", "mi novio me vende"


@pytest.mark.parametrize("text", [
    "ice is at the door", "do i have to open for immigration", "theres ice outside knocking what do i do",
    "estan tocando y dicen q son de migracion", "son de ice creo", "ahi estan afuera los de la migra",
    "estan tocando la puerta unos de ice y soy victima",
])  # fmt: skip
def test_agents_at_the_door_get_what_to_do_at_once(text: str) -> None:
    for before in ((), ("hola",)):
        said = talk(*before, text).reply.text
        assert "judge" in said or "juez" in said
        assert "awyer" in said or "bogado" in said


@pytest.mark.parametrize("text", ["abro o no", "que hago", "do i open"])
def test_what_is_asked_next_at_the_door_goes_on(text: str) -> None:
    assert talk("hola", "son de ice creo", text).reply.key == "aside.at_door.again"


@pytest.mark.parametrize(
    "text", ["hay una redada en el trabajo", "theres a raid at my job", "ice came in the kitchen at work"]
)
def test_a_raid_at_work_is_answered(text: str) -> None:
    assert talk("hola", text).reply.key == "aside.raid"


@pytest.mark.parametrize("text", [
    "theres ice on the road and my car slid", "quiero un vaso con ice", "im cold theres ice at the door",
    "mi mama la agarro la migra ayer en la casa", "the door is open", "tocan la puerta",
])  # fmt: skip
def test_other_ice_and_other_doors_are_none_of_it(text: str) -> None:
    assert talk("hola", text).reply.key not in ("aside.at_door", "aside.raid")


@pytest.mark.parametrize("text", [
    "si uno tiene 17 y la agarra la policia por andar vendiendose la meten presa??",
    "si me agarran prostituyendome y soy menor voy a la carcel?",
    "if ur 17 and get caught selling urself do u go to jail", "can a minor go to jail for prostitution",
])  # fmt: skip
def test_jail_for_selling_sex_is_a_question_of_age_and_state(text: str) -> None:
    at = talk("hey", text)
    assert at.reply.key == "aside.arrested_for_it" and "18" in at.reply.text


@pytest.mark.parametrize(("told", "text", "key"), [
    (SOLD, "if i report him how long will he get", "aside.his_jail"), (SOLD, "will he go to jail", "aside.his_jail"),
    (VENDIDA, "si lo denuncio cuantos años le dan", "aside.his_jail"),
    (VENDIDA, "lo van a meter preso?", "aside.his_jail"),
    (VENDIDA, "y a mi me cae carcel?", "aside.am_i_in_trouble"),
    (VENDIDA, "si digo q yo cobraba me meten a mi tambien", "aside.am_i_in_trouble"),
    ("me obligan a pasar droga", "si me agarran me dan años?", "aside.am_i_in_trouble"),
    (SOLD, "would the cops send us back to him", "aside.sent_back"),
    (VENDIDA, "la policia nos regresaria con el?", "aside.sent_back"),
    (SOLD, "what if i get a restraining order", "aside.stay_away"),
    (VENDIDA, "y si pido una orden de alejamiento", "aside.stay_away"),
])  # fmt: skip
def test_a_question_of_law_beside_a_danger_is_answered_and_keeps_its_number(told: str, text: str, key: str) -> None:
    at = talk(told, text)
    assert at.reply.key == key and "911" in at.reply.text


@pytest.mark.parametrize(
    "text", ["if i run away will the police take me back home", "si me escapo la policia me regresa a mi casa?"]
)
def test_being_sent_back_is_answered_without_a_danger_too(text: str) -> None:
    assert talk("hey", text).reply.key == "aside.sent_back"


@pytest.mark.parametrize(("order", "then"), [
    ("what if i get a restraining order", "does he find out about it"),
    ("y si pido una orden de alejamiento", "eso le llega a el?"),
])  # fmt: skip
def test_whether_he_hears_of_the_order_is_asked_of_it(order: str, then: str) -> None:
    assert talk(SOLD, order, then).reply.key == "aside.stay_away.again"


@pytest.mark.parametrize("texts", [
    ("tengo cargos de prostitucion y no consigo trabajo",), ("tengo un record de prostitucion me lo pueden quitar?",),
    ("i have a prostitution charge and cant get a job",), ("me arrestaron a los 16 por eso", "se borra solo o no"),
    ("i have a prostitution charge", "can it be erased"),
])  # fmt: skip
def test_a_record_leads_to_its_guide_and_to_no_notes_of_ours(texts: tuple[str, ...]) -> None:
    at = talk("hey", *texts)
    assert not at.reply.key.startswith(("safety.", "aside.is_it_logged"))


@pytest.mark.parametrize(
    "text", ["my dad is in jail", "mi hermano esta preso", "delete my texts", "the police came", "he made me sell"]
)
def test_what_asks_nothing_of_law_is_not_answered_with_it(text: str) -> None:
    at = talk("hey", text)
    assert at.reply.key not in {f"aside.{one}" for one in ("his_jail", "arrested_for_it", "sent_back", "stay_away")}
