"""Who works with a child reports it themselves; love, papers and "what would u do" are heard in their context."""

from __future__ import annotations

import pytest

from bot.flows.names import State
from tests.support.talk import talk

HEY, HOLA = ("hey", "ok"), ("hola", "ok")


@pytest.mark.parametrize(
    "texts",
    [
        (*HEY, "im a nurse do i have to report this"),
        (*HEY, "the principal told me not to report"),
        (*HEY, "i told the counselor and she said to wait"),
        (*HEY, "i already told the principal and he said to wait"),
        (*HEY, "am i a mandated reporter"),
        (*HOLA, "soy maestra tengo que reportar esto"),
        (*HOLA, "la directora dijo que espere"),
    ],
)
def test_who_works_with_a_child_must_report_themselves(texts: tuple[str, ...]) -> None:
    at = talk(*texts)
    assert at.reply.key == "aside.duty_to_report"
    assert "1-800-422-4453" in at.reply.text
    at.text(texts[-1])
    assert at.reply.key == "aside.duty_to_report.again"


@pytest.mark.parametrize(
    "texts",
    [
        (*HEY, "do i have to report this to the police"),
        (*HEY, "do i have to report him"),
        (*HEY, "my boss said to wait for my check"),
        (*HEY, "my mom told me to wait til monday"),
        (*HOLA, "mi mama me dijo que espere"),
    ],
)
def test_other_waiting_is_no_duty(texts: tuple[str, ...]) -> None:
    assert not talk(*texts).reply.key.startswith(("aside.duty_to_report", "safety."))


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        ((*HEY, "if i call will they send me to mexico"), "aside.immigration_status_risk"),
        ((*HEY, "my boss has my passport", "if i text 233733 will they send me back"), "aside.immigration_status_risk"),
        ((*HOLA, "si llamo me van a mandar a mexico"), "aside.immigration_status_risk"),
        ((*HEY, "whats it called when somebody keeps ur check"), "aside.is_it_trafficking"),
        ((*HEY, "whats it called when he keeps ur money"), "aside.is_it_trafficking"),
        ((*HOLA, "como se llama cuando el se queda con tu dinero"), "aside.is_it_trafficking"),
        ((*HEY, "i love him tho"), "aside.my_choice"),
        ((*HEY, "need a place", "dont tell me to leave him"), "aside.my_choice"),
        ((*HOLA, "no me digas que lo deje"), "aside.my_choice"),
        ((*HOLA, "lo amo mucho"), "aside.my_choice"),
    ],
)
def test_small_questions_are_answered_in_their_context(texts: tuple[str, ...], key: str) -> None:
    assert talk(*texts).reply.key == key


@pytest.mark.parametrize(
    "texts",
    [
        (*HEY, "im 16 i ran away", "will they send me home"),
        (*HEY, "i love him and he hits me"),
        (*HEY, "can they send me to detox"),
    ],
)
def test_look_alikes_stay_what_they_were(texts: tuple[str, ...]) -> None:
    assert talk(*texts).reply.key not in {"aside.immigration_status_risk", "aside.my_choice"}


def test_what_would_you_do_is_answered_beside_are_you_safe() -> None:
    at = talk(*HEY).is_at(state=State.SAFETY_ASK)
    at.text("what would u even do")
    assert at.reply.key == "aside.what_i_do"
    assert at.session.state is State.SAFETY_ASK
