"""Who only seems to be fine, cannot call in an emergency, or only seems to want no more texts."""

from __future__ import annotations

import pytest

from bot.flows.names import State
from bot.understanding import carrier, normalise
from bot.understanding.very import bien_spelled
from tests.support.talk import TO_NEEDS, talk

SPANISH = ("hola", "1", "1")
DOWN = (*TO_NEEDS, "my friend wont wake up", "we took percs")
CAIDO = (*SPANISH, "mi compa se metio algo y no despierta")


@pytest.mark.parametrize("text", [
    "mi compa se metio algo y esta bien morado", "mi amigo se metio algo y esta bien frio",
    "mi amigo se metio algo y esta bien azul", "estoy bien drogada no puedo respirar",
    "me tome 20 tylenol y me siento bien mal", "mi prima tomo cloro y esta bien grave",
    "mi compa se paso de perco y esta bien palido", "mi bb esta bien caliente y no despierta",
    "mi vecino se metio algo y anda bien ido",
])  # fmt: skip
def test_very_is_no_fine(text: str) -> None:
    assert talk(*SPANISH, text).reply.key == "safety.medical"


@pytest.mark.parametrize("text", ["estoy bien", "ya estoy bien gracias", "estoy bien tranquila", "me siento bien pero"])
def test_fine_is_fine(text: str) -> None:
    assert bien_spelled(text) == text
    assert talk(*SPANISH, "me tome 20 tylenol", text).reply.key == "safety.fine_now"


@pytest.mark.parametrize("text", ["no me siento bien", "no estoy bien", "me siento bien mal", "ando bien mareada"])
def test_not_fine_after_pills(text: str) -> None:
    assert talk(*SPANISH, "me tome 20 tylenol", text).reply.key == "safety.first_aid"


@pytest.mark.parametrize("text", ["i dont feel good", "im not ok", "i dont feel so good"])
def test_not_fine_after_pills_in_english(text: str) -> None:
    assert talk(*TO_NEEDS, "i took 20 tylenol", text).reply.key == "safety.first_aid"


@pytest.mark.parametrize(("before", "text"), [
    (DOWN, "i cant call they gonna lock me up"), (DOWN, "i cant call we'll go to jail"), (DOWN, "i dont wanna call"),
    (DOWN, "im on probation"), (DOWN, "i got a warrant"), (DOWN, "we're not sposed to be here"),
    (CAIDO, "no puedo llamar tengo warrant"), (CAIDO, "no puedo llamar me deportan"), (CAIDO, "no quiero llamar"),
    (CAIDO, "tiene warrant el"), (CAIDO, "no puedo llamar la casa es de drogas"),
])  # fmt: skip
def test_fear_of_the_law_beside_who_is_down(before: tuple[str, ...], text: str) -> None:
    assert talk(*before, text).reply.key == "safety.no_call_other"


@pytest.mark.parametrize(("before", "text"), [
    (DOWN, "cant talk out loud"), (DOWN, "my phone has no minutes"), (DOWN, "i got no signal"),
    (CAIDO, "no puedo llamar"), (CAIDO, "no tengo saldo"), (CAIDO, "no traigo cel pa llamar"),
    ((*SPANISH, "me tome 20 tylenol"), "no puedo llamar"),
])  # fmt: skip
def test_no_way_to_call(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert at.reply.key == "safety.no_means" and "911" in at.reply.text


@pytest.mark.parametrize("text", ["ya se levanto", "ya se paro", "ya hablo", "ya se fue caminando"])
def test_who_gets_up_again_is_no_watcher(text: str) -> None:
    assert talk(*CAIDO, text).reply.key == "safety.breathing"


def test_a_call_is_not_refused_where_nobody_is_down() -> None:
    assert talk(*TO_NEEDS, "he hits me", "i cant call").reply.key == "safety.now.quietly"


@pytest.mark.parametrize("text", [
    "dont wanna b here no more", "i dont wanna b here no more", "dont wanna b here anymore", "dont want 2 b here",
    "dont wanna b here", "dont wanna b around no more",
])  # fmt: skip
@pytest.mark.parametrize("before", [(), ("i need food",), ("he hits me",)])
def test_a_wish_to_be_gone_in_short_spelling(before: tuple[str, ...], text: str) -> None:
    assert talk(*TO_NEEDS, *before, text).session.state is State.SAFETY_SELF_HARM


@pytest.mark.parametrize("text", [
    "i dont want this no more", "i want no more of this", "dont want no more", "dont try n stop me", "end it please",
    "please remove me from this situation", "saquenme de este lugar", "dont text me at night",
    "stop texting me like a robot", "no me escriban de noche", "ya no quiero esta vida",
])  # fmt: skip
def test_the_sense_alone_opts_out_of_nothing_else(text: str) -> None:
    assert not carrier.may_opt_out(normalise(text))


@pytest.mark.parametrize("text", ["end this convo for good", "no autorizo mas mensajes", "deja d escribirme parce"])
def test_the_sense_may_still_opt_out(text: str) -> None:
    assert carrier.may_opt_out(normalise(text))


PICTURES = (*SPANISH, "tienen mis fotos desnuda y piden dinero si no las publican")


@pytest.mark.parametrize("text", [
    "ya me quiero morir de la verguenza", "neta me quiero morir de pena", "me muero de verguenza con mi familia",
])  # fmt: skip
def test_to_die_of_shame_is_no_figure_of_speech_beside_a_threat(text: str) -> None:
    assert talk(*PICTURES, text).session.state is State.SAFETY_ASK
    assert talk(*SPANISH, text).session.state is not State.SAFETY_SELF_HARM


@pytest.mark.parametrize("text", ["me muero de verguenza, me quiero matar", "me muero de hambre, me quiero matar"])
def test_a_figure_of_speech_hides_no_second_clause(text: str) -> None:
    assert talk(*SPANISH, text).session.state is State.SAFETY_SELF_HARM


@pytest.mark.parametrize("text", ["idw to be here", "wanna dissapear"])
def test_a_wish_to_die_in_teen_spelling(text: str) -> None:
    assert talk(*TO_NEEDS, text).session.state is State.SAFETY_SELF_HARM


@pytest.mark.parametrize("text", ["whats the pt", "wanna dye"])
def test_a_hint_in_teen_spelling_is_asked_about(text: str) -> None:
    assert talk(*TO_NEEDS, text).session.state is State.SAFETY_ASK


@pytest.mark.parametrize("text", ["wanna dye my hair", "me muero de hambre", "plan b", "vitamin b"])
def test_plain_talk_stays_plain(text: str) -> None:
    assert talk(*TO_NEEDS, text).session.state not in {State.SAFETY_ASK, State.SAFETY_SELF_HARM}
