"""How long there is after a rape, what to keep, and medicine that somebody gives only for work."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

RAPE_LINE, BEFORE = "1-800-656-4673", "aside.before_exam"
HEALTH, AFTER, MEDICINE = "aside.rape_health", "aside.after_rape", "safety.body.no_medicine"


@pytest.mark.parametrize("text", [
    "cuanto tiempo tengo", "ya es tarde?", "todavia puedo ir al hospital?", "hay plazo?", "hasta cuando sirve",
    "how long do i have", "is it too late", "is it too late for the pill", "can i still go to the er", "too late right",
])  # fmt: skip
@pytest.mark.parametrize("told", ["ayer me violaron", "he raped me last night"])
def test_how_long_there_is_is_told_in_days(told: str, text: str) -> None:
    at = talk(told, text)
    assert at.reply.key == HEALTH and ("72" in at.reply.text or "3 days" in at.reply.text)
    assert at.text("cuanto tiempo tengo" if "72" in at.reply.text else "how long do i have")
    assert at.reply.key == f"{HEALTH}.again" and ("72" in at.reply.text or "3 days" in at.reply.text)


@pytest.mark.parametrize("text", [
    "puedo guardar la ropa?", "no quiero denunciar todavia", "que hacer", "3", "should i keep the clothes",
    "im not ready to report",
])  # fmt: skip
def test_what_to_keep_and_what_to_do_is_of_the_rape(text: str) -> None:
    assert talk("ayer me violaron", text).reply.key == AFTER


def test_elsewhere_it_asks_for_something_else() -> None:
    assert not talk("i need a shelter in reno", "how long can i stay").reply.key.startswith(HEALTH)
    assert talk("he hits me", "3").reply.key == "safety.plan"
    assert not talk("he hits me", "is it too late").reply.key.startswith(HEALTH)
    assert "988" in talk("he raped me", "its too late i want to die").reply.text


@pytest.mark.parametrize("text", [
    "got raped saturday is it too late for the pill", "i was raped 2 days ago what pill do i take",
    "he raped me last night can i get plan b", "do i need the hiv pill after rape",
    "me violaron el sabado todavia puedo tomar la pastilla", "abusaron de mi anoche, necesito algo contra el vih?",
])  # fmt: skip
def test_a_pill_asked_for_in_the_same_text_is_answered(text: str) -> None:
    at = talk(text)
    assert (
        ("3 days" in at.reply.text or "72" in at.reply.text)
        and RAPE_LINE in at.reply.text
        and "988" not in at.reply.text
    )
    assert at.text("he hits me") and at.session.hazard, "the danger stays"


@pytest.mark.parametrize("text", [
    "do i have to shower", "can i pee first", "i already showered", "i did shower already", "ya me bañe",
    "puedo bañarme antes", "i changed my clothes",
])  # fmt: skip
def test_a_shower_is_of_the_exam(text: str) -> None:
    assert talk("he raped me last night", text).reply.key == BEFORE
    assert talk("hi", "ok", "ok", text).reply.key != BEFORE


@pytest.mark.parametrize("text", ["can i pee before the kit", "do i shower before the rape kit"])
def test_the_kit_by_its_name_tells_of_it(text: str) -> None:
    at = talk(text)
    assert RAPE_LINE in at.reply.text and "pee" in at.reply.text


@pytest.mark.parametrize("text", [
    "can i get a kit done w no cops", "can i get a rape kit without police", "do i gotta tell cops for the exam",
])  # fmt: skip
def test_the_exam_without_police_is_answered(text: str) -> None:
    assert talk("i was raped last nite", text).reply.key == AFTER


@pytest.mark.parametrize("text", [
    "how long is it in my pee", "can they test what he gave me", "cuanto dura en la orina",
])  # fmt: skip
def test_a_test_for_a_drug_is_soon(text: str) -> None:
    assert talk("he drugged me and raped me last night", text).reply.key == "aside.drug_test"
    assert RAPE_LINE in talk("he drugged me last night how long is it in my pee").reply.text


@pytest.mark.parametrize("text", [
    "he is raping me right now", "my friend was raped can she get plan b", "he raped me i want to die",
])  # fmt: skip
def test_now_others_and_a_wish_to_die_come_first(text: str) -> None:
    assert talk(text).reply.key in ("safety.hurt", "safety.friend", "safety.self_harm")


def test_a_child_who_asks_is_answered_too() -> None:
    assert talk("me violaron antier, tengo 16", "es tarde ya?").reply.key == HEALTH


@pytest.mark.parametrize("texts", [
    ("el me da mis pastillas nomas si trabajo",), ("he only gives me my insulin if i work",),
    ("tengo vih y no me da mi medicina", "hace 4 dias no me las da"),
    ("tengo vih y no me da mi medicina", "importa si dejo de tomarlas?"),
    ("he wont give me my hiv meds", "does it matter if i miss a few days"),
])  # fmt: skip
def test_medicine_held_back_is_no_overdose(texts: tuple[str, ...]) -> None:
    at = talk(*texts)
    assert at.reply.key == MEDICINE and "988" not in at.reply.text


def test_missed_doses_elsewhere_are_not_of_it() -> None:
    assert talk("hola", "importa si dejo de tomarlas?").reply.key != MEDICINE


def test_prevention_is_answered_before_it_is_late() -> None:
    at = talk("hola", "si", "ok", "no tomo mi prep hace 5 dias y el cliente no uso condon")
    assert at.reply.key == HEALTH
