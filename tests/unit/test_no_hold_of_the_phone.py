"""Who is met or keeps calling has no hold of the phone; what help is feared to do is asked, and is no danger."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

HEY, HOLA = ("hey", "ok"), ("hola", "si")


@pytest.mark.parametrize(
    "texts",
    [
        (*HEY, "my uncle raped me", "i see him at every holiday"),
        (*HEY, "my uncle raped me", "i have to see him every sunday"),
        (*HEY, "my boyfriend hits me", "i see him at school every day"),
        (*HOLA, "mi tio me viola", "lo veo en cada navidad"),
    ],
)
def test_who_is_met_is_no_watcher(texts: tuple[str, ...]) -> None:
    at = talk(*texts)
    assert at.reply.key == "aside.sees_them"
    assert "911" in at.reply.text


@pytest.mark.parametrize(
    "texts",
    [
        (*HEY, "my pimp hits me", "he keeps calling from diff numbers"),
        (*HEY, "my boyfriend hits me", "he keeps texting me"),
        (*HEY, "he keeps calling me from blocked numbers"),
        (*HEY, "my ex keeps dming me"),
        (*HOLA, "mi novio me pega", "me sigue llamando de otros numeros"),
    ],
)
def test_who_keeps_calling_found_them(texts: tuple[str, ...]) -> None:
    assert talk(*texts).reply.key in {"safety.plan.found", "guide.found_by_ex.1"}


def test_a_grown_man_who_texts_a_child_is_not_one_they_left() -> None:
    assert talk(*HEY, "this grown man keeps texting me").reply.key == "safety.ask.sexual_abuse"


def test_who_corrects_it_goes_on() -> None:
    at = talk(*HEY, "he checks my phone")
    assert at.reply.key == "safety.watched"
    at.text("no he doesnt have my phone")
    assert at.session.safe and at.reply.key != "safety.watched"


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        ((*HEY, "im scared theyll call my mom"), "aside.parents_told"),
        ((*HEY, "im scared yall will tell my dad"), "aside.parents_told"),
        ((*HEY, "what if they send me home"), "aside.parents_told"),
        ((*HEY, "im scared theyll take my baby"), "reporting.unknown"),
        ((*HEY, "im scared theyll send me back to foster"), "reporting.unknown"),
        ((*HOLA, "tengo miedo q le hablen a mi mama"), "aside.parents_told"),
        ((*HOLA, "tengo miedo de que me quiten a mi bebe"), "reporting.unknown"),
        ((*HOLA, "y si me mandan al dcf"), "reporting.unknown"),
    ],
)
def test_a_fear_of_help_is_answered(texts: tuple[str, ...], key: str) -> None:
    at = talk(*texts)
    assert at.reply.key == key and not at.session.hazard


@pytest.mark.parametrize("text", ["im scared hes gonna kill me", "im scared theyll call my mom and shell beat me"])
def test_a_fear_of_somebody_stays_a_danger(text: str) -> None:
    assert talk(*HEY, text).reply.key.startswith("safety.")


def test_a_parent_who_is_away_closes_nothing_and_nobody_is_called() -> None:
    at = talk(*HEY, "my sister is 13 her bf is 22")
    assert at.session.hazard
    assert at.text("moms at work") and at.reply.key == "aside.noted"
    assert "can't" in at.text("can u call her") and at.reply.key == "safety.come"


@pytest.mark.parametrize(
    "text",
    [
        "my friend is 14 and her boyfriend is 25",
        "my lil cousin is 12 and this dude is like 30",
        "mi prima tiene 13 y su novio 25",
    ],
)
def test_a_child_with_a_grown_man_is_somebody_elses_danger(text: str) -> None:
    at = talk(*(HOLA if "prima" in text else HEY), text)
    assert at.reply.key == "safety.friend" and "1-800-422-4453" in at.reply.text


@pytest.mark.parametrize("text", ["my brother is 12 and my bf is 22 we need food", "my sister is 13 and my dad is 45"])
def test_kin_of_any_age_is_none(text: str) -> None:
    assert talk(*HEY, text).reply.key != "safety.friend"
