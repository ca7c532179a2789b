"""A wish to be out of what they do is asked about: it is no refusal, no riddle, and no wish to die."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

HEY, HOLA = ("hey", "ok"), ("hola", "si")


@pytest.mark.parametrize(
    "texts",
    [
        (*HEY, "i want out"),
        (*HEY, "i want out but i cant"),
        (*HEY, "i dont wanna dance at the club anymore"),
        (*HEY, "i wanna quit stripping"),
        (*HOLA, "me kiero salir d esto"),
        (*HOLA, "ya no kiero hacer lo q hago"),
        (*HOLA, "ya no kiero bailar en el club"),
        (*HOLA, "kiero salirme pero no puedo"),
    ],
)
def test_wanting_out_is_asked_about(texts: tuple[str, ...]) -> None:
    assert talk(*texts).reply.key == "safety.ask.exploitation"


@pytest.mark.parametrize(
    "texts",
    [
        (*HEY, "i wanna quit smoking"),
        (*HEY, "i want to go out"),
        (*HOLA, "quiero salirme de la escuela"),
        (*HOLA, "no quiero hacer la tarea"),
        (*HEY, "can i talk to a person", "i dont want to do this"),
    ],
)
def test_other_wishes_stay(texts: tuple[str, ...]) -> None:
    assert talk(*texts).reply.key != "safety.ask.exploitation"
