"""How long there is after a rape, what to keep, and medicine that somebody gives only for work."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

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
