"""Answers to "are you safe right now?" that hold for a time only, who lives with whom, and what work did to a body."""

import pytest

from bot.flows.names import Answer, State
from tests.support.talk import TO_NEEDS, talk

EN, ES = TO_NEEDS, ("hola", "1", "1")
ASKED_ES = (*ES, "no me pagan en la casa donde limpio")
ASKED = (*EN, "my boss wont pay me and took my passport")


@pytest.mark.parametrize(
    "text",
    [
        "solo cuando esta tomado",
        "nomas cuando se enoja",
        "cuando no esta si",
        "si me porto bien",
        "solo si le hago caso",
        "cuando toma no",
        "si pero mi hermanita no",
        "mientras no tome si",
        "hasta que llegue el",
        "a veces",
        "si pero en la noche no",
        "con el no",
        "solo en el dia",
    ],
)
def test_who_is_safe_at_times_is_not_safe(text):
    at = talk(*ASKED_ES, text)
    assert at.session.state is State.SAFETY_STAY and at.session.hazard == Answer.HURT_NOW.value


@pytest.mark.parametrize(
    "text",
    [
        "when hes not home yes",
        "if i behave",
        "only when he is away",
        "yes but my sister isnt",
        "as long as i do what he says",
        "sometimes",
        "not when he drinks",
    ],
)
def test_who_is_safe_at_times_is_not_safe_in_english(text):
    at = talk(*ASKED, text)
    assert at.session.state is State.SAFETY_STAY and at.session.hazard == Answer.HURT_NOW.value


@pytest.mark.parametrize("text", ["si", "estoy a salvo", "si estoy bien ahorita", "por ahora si"])
def test_who_says_safe_now_is(text):
    assert talk(*ASKED_ES, text).session.state is State.NEEDS_ASK


@pytest.mark.parametrize("text", ["vivo con el señor", "vivo con ella", "duermo con la patrona"])
def test_who_tells_whom_they_live_with_asks_for_nobody(text):
    at = talk(*ASKED_ES, text)
    assert at.session.hazard == Answer.HURT_NOW.value and not at.session.state.value.startswith("consent.")


@pytest.mark.parametrize(
    ("before", "text", "says"),
    [
        (ES, "me corte con la maquina", "safety.body.wound"),
        (ASKED_ES, "me corte con la maquina", "safety.body.wound"),
        (ES, "me corte la mano trabajando", "safety.body.wound"),
        (ES, "la maquina me corto un dedo", "safety.body.wound"),
        (ES, "me queme en el trabajo", "safety.body.blow"),
        (ES, "me lastime la mano en la maquina", "safety.body.blow"),
        (ES, "me cai del techo trabajando", "safety.body.now"),
        (EN, "i cut my hand at work", "safety.body.wound"),
        (EN, "i burned my arm on the fryer", "safety.body.blow"),
        (EN, "i fell off a ladder at work", "safety.body.now"),
        (EN, "i cut my wrists", "safety.self_harm"),
        (ES, "me corte los brazos", "safety.self_harm"),
    ],
)
def test_harm_of_work_gets_first_aid(before, text, says):
    assert talk(*before, text).session.last_key == says


@pytest.mark.parametrize(
    ("before", "text"),
    [(ES, "me corte el pelo con la maquina"), (EN, "they cut my hours at work"), (EN, "i cut the grass at work")],
)
def test_what_only_sounds_like_harm_of_work_is_none(before, text):
    assert not talk(*before, text).session.last_key.startswith("safety.body")
