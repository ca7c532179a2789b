"""Said in passing: when he is away, that he shall not go to jail, no texts at night, about a sister, no more men."""

import pytest

from bot.flows.names import State
from tests.support.talk import TO_NEEDS, talk

EN, ES = TO_NEEDS, ("hola", "1", "1")
HURT, HURT_ES = (*EN, "my dad hits me"), (*ES, "mi papa me pega")
WATCHED, WATCHED_ES = (*EN, "my dad checks my phone"), (*ES, "mi papa me revisa el cel")
SISTER_ES = (*ES, "mi hermana la golpea su novio")


@pytest.mark.parametrize(
    ("before", "text", "says"),
    [
        (WATCHED_ES, "mañana trabaja hasta las 5", "welcome.back"),
        (WATCHED_ES, "a veces en la noche", "welcome.back"),
        (WATCHED, "sometimes at night", "welcome.back"),
        (HURT_ES, "no quiero q vaya preso", "aside.tell_nobody"),
        (HURT, "i dont want him to go to jail", "aside.tell_nobody"),
        (HURT_ES, "no mandes nada en la noche", "hesitation.parked"),
        (HURT, "dont text me at night", "hesitation.parked"),
        (SISTER_ES, "no quiero que ella sepa", "aside.tell_nobody"),
        (SISTER_ES, "sigue con el", "aside.helping_them"),
        (ES, "ya no quiero acostarme con nadie", "safety.ask.exploitation"),
        (EN, "i dont want to sleep with men anymore", "safety.ask.exploitation"),
        (HURT_ES, "como llamo sin que oigan", "aside.hiding"),
        (HURT, "how do i call without them hearing", "aside.hiding"),
        (ES, "como llamo sin que oigan", "aside.can_text_instead_of_call"),
        (ES, "lo de mi hermana", "aside.noted"),
        (EN, "its about my sister", "aside.noted"),
        (HURT_ES, "sigo aqui", "safety.stay"),
    ],
)
def test_said_in_passing(before, text, says):
    assert talk(*before, text).session.last_key == says


@pytest.mark.parametrize("text", ["luego", "ahora no", "mañana mejor"])
def test_put_off_beside_a_watched_phone_is_put_off(text):
    assert talk(*WATCHED_ES, text).session.state is State.WELCOME_LATER


@pytest.mark.parametrize("text", ["necesito donde ir", "ocupo donde quedarme"])
def test_somewhere_to_go_is_a_need(text):
    assert talk(*ES, text).session.state is State.NEEDS_AREA


def test_company_to_the_doctor_is_no_need_for_one():
    at = talk(*ES, "mi novio me pega y estoy embarazada", "el me lleva al doctor y no me deja sola")
    assert at.session.state is not State.NEEDS_AREA


@pytest.mark.parametrize(("before", "text"), [(ES, "ya no me escriban"), (EN, "dont text me"), (HURT, "stop")])
def test_opt_out_is_still_one(before, text):
    at = talk(*before, text)
    assert at.reply.key in ("carrier.stopped", "aside.stop_texts")
