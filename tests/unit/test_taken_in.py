"""A misread hello opens no case, a case that was only asked about closes, and a fever or a spill is what it is."""

from __future__ import annotations

import pytest

from bot.understanding.presence import doubts_if_it_works
from tests.support.talk import talk


@pytest.mark.parametrize(
    "said",
    ["ola nose si esto sirve", "no se si este numero funciona", "hola no se si esto jala",
     "idk if this works", "i do not know if this is real", "hey not sure if this works"],
)  # fmt: skip
def test_a_doubt_whether_it_works_is_a_hello(said: str) -> None:
    assert doubts_if_it_works(said)


@pytest.mark.parametrize("said", ["no se si me ama", "i do not know if i want to live", "no se si respira"])
def test_another_doubt_is_none(said: str) -> None:
    assert not doubts_if_it_works(said)


@pytest.mark.parametrize(
    ("asked", "text"),
    [("tengo sangre en la boca", "no tome nada"), ("creo q es fenta en mis manos", "no me tome nada"),
     ("someones fentanyl got on my hands", "i didnt take anything")],
)  # fmt: skip
def test_nothing_taken_closes_what_was_only_asked(asked: str, text: str) -> None:
    at = talk(asked)
    if at.reply.key != "safety.ask.medical":
        at = talk("someones fentanyl got on my hands")
    assert at.reply.key == "safety.ask.medical"
    at.text(text)
    assert not at.session.hazard and "222-1222" not in at.reply.text


def test_nothing_taken_does_not_take_back_what_was_told() -> None:
    at = talk("i took a lot of pills", "i didnt take anything")
    assert at.session.hazard == "medical"


@pytest.mark.parametrize("danger", ["mi novio me pega", "my bf beats me"])
def test_a_sure_danger_takes_the_place_of_one_that_was_asked(danger: str) -> None:
    at = talk("someones fentanyl got on my hands", danger)
    assert at.session.hazard in ("partner", "hurt_now") and "222-1222" not in at.reply.text


@pytest.mark.parametrize(
    "text",
    ["mi bebe tiene fiebre de 40", "mi ni\u00f1o esta vomitando y tiene calentura", "my son is 3 and has a fever",
     "mi hija tiene mucha fiebre"],
)  # fmt: skip
@pytest.mark.parametrize("before", [(), ("mi novio me vende",)], ids=["first", "danger"])
def test_a_child_with_a_fever_is_seen_today(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert at.reply.key == "safety.body.child" and "911" in at.reply.text


def test_a_dose_is_asked_of_the_line_for_it() -> None:
    at = talk("my son is 3 and has a fever", "how much tylenol do i give")
    assert at.reply.key == "safety.body.child" and "222-1222" in at.reply.text


@pytest.mark.parametrize(
    "text", ["ya se le quito la fiebre a mi bebe", "necesito ropa para mi bebe", "my baby needs formula"]
)
def test_a_child_who_is_well_is_none(text: str) -> None:
    assert talk(text).reply.key != "safety.body.child"


@pytest.mark.parametrize(
    ("first", "then"),
    [("traia fenta en la mochila se abrio", "me mareo"), ("se me rompio una bolsa de cristal", "tengo sue\u00f1o"),
     ("someones fentanyl got on my hands", "i feel dizzy")],
)  # fmt: skip
def test_a_drug_that_spilled_is_asked_about_and_an_alarm_where_they_feel_it(first: str, then: str) -> None:
    at = talk(first)
    assert at.reply.key == "safety.ask.medical" and "911" in at.reply.text
    at.text(then)
    assert at.reply.key in ("safety.medical", "safety.first_aid", "safety.body.fades") and "222-1222" in at.reply.text


@pytest.mark.parametrize(
    "text", ["fentanyl killed my brother", "se rompio mi bolsa de la escuela", "i opened a bag of chips"]
)
def test_another_bag_is_none(text: str) -> None:
    assert talk(text).reply.key != "safety.ask.medical"


def test_beside_a_danger_a_childs_fever_leads_to_no_narcan() -> None:
    at = talk("me tienen encerrada en un cuarto", "el nene tiene fiebre", "tiene 2 anitos")
    assert "Narcan" not in at.reply.text and "911" in at.reply.text
