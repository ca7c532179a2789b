"""Who writes for a client: the need is the client's, the danger too, and nobody is texted who did not text first."""

from __future__ import annotations

import pytest

from bot.flows.names import Fact, Need
from tests.support.talk import talk


def test_a_case_manager_is_heard_to_the_end() -> None:
    at = talk("Hi, I'm a case manager at a drop-in in Tacoma. Do you have any beds for a 16 yo tonight?")
    assert Fact.FOR_CLIENT in at.session.facts and Need.SHELTER_TONIGHT in at.session.needs
    assert at.session.area is not None and at.session.area.city == "Tacoma"
    at.text("yes")
    for text, key in (
        ("She has not consented to us calling anyone yet", "aside.their_yes"),
        ("Can you text her directly? Her number is 253-555-0142", "aside.not_text_them"),
        ("Ok. What if she says no to everything", "aside.they_say_no"),
    ):
        at.text(text)
        assert at.reply.key == key, text


def test_a_social_worker_gets_a_place_for_her_client() -> None:
    at = talk("soy trabajadora social en Phoenix y tengo una chica de 17 que solo habla español", "si", "ok")
    at.text("busco un refugio para ella, víctima de trata, lesbiana")
    assert not at.reply.key.startswith("safety.") and Need.SHELTER_TONIGHT in at.session.needs
    at.text("no yo no necesito ayuda, es para mi clienta")
    assert at.reply.key == "aside.noted"


@pytest.mark.parametrize(
    "text",
    [
        "soy enfermera en un hospital, llego una paciente de 16 con señales de trata",
        "soy maestra, sospecho que un alumno varon de 14 esta siendo explotado",
        "soy trabajadora social y tengo una clienta de 17 victima de trata",
        "i am a school nurse and a student of mine is being trafficked",
        "hi i think my little sister is being groomed on roblox, im 19",
    ],
)
def test_a_danger_of_a_client_is_no_danger_of_theirs(text: str) -> None:
    assert talk(text).reply.key == "safety.friend"


def test_what_a_teacher_sees_next_is_more_of_it() -> None:
    at = talk("soy maestra, sospecho que un alumno varon de 14 esta siendo explotado")
    at.text("trae tenis caros y telefono nuevo")
    assert at.reply.key == "aside.helping_them"
    at.text("se duerme en clase")
    assert at.reply.key == "aside.helping_them.again"
    at.text("y si dice que no")
    assert at.reply.key == "aside.they_say_no"


def test_an_officer_is_not_told_that_we_are_none() -> None:
    at = talk("This is a probation officer in Dallas. I have a youth who wont talk. Any program?")
    assert "Not police" not in at.reply.text and at.reply.text.count("ok to text?") == 1


@pytest.mark.parametrize("text", ["Can you text my client directly?", "le pueden escribir a mi clienta?"])
def test_a_text_to_somebody_else_starts_no_consent(text: str) -> None:
    at = talk("I'm a counselor at a school in Reno" if "Can" in text else "soy consejera en una escuela", text)
    assert at.reply.key == "aside.not_text_them"


@pytest.mark.parametrize(
    "text", ["im a nurse and my husband hits me", "my teacher hits me", "soy enfermera y mi esposo me pega"]
)
def test_a_nurse_who_is_hurt_is_no_helper(text: str) -> None:
    assert talk(text).reply.key == "safety.hurt"


def test_their_own_bed_is_their_own() -> None:
    at = talk("i need a bed tonight im 19")
    assert Fact.FOR_CLIENT not in at.session.facts
