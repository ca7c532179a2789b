"""A child who is gone with who sells it is missing: police, the line for that, and nobody goes alone."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

MISSING, SEARCH, GO = "safety.plan.missing", "safety.plan.search", "aside.go_get_them"
LINE = "1-800-843-5678"


@pytest.mark.parametrize(
    "texts",
    [("soy la mamá de una niña de 15 años",
    "se me fue de la casa hace 4 días y creo que anda con un hombre que la vende"),
     ("mi hija se fue con el novio y creo q la vende en internet",),
     ("mi niña de 15 se fue con un hombre y la anda vendiendo",),
     ("soy abuela, a mi nieta la tienen en un motel y la prostituyen",),
     ("mi hermana me mando su ubicacion y dice q ya no la van a soltar",),
     ("a mi sobrina se la llevaron y la obligan a prostituirse",),
     ("my daughter is 15 and left with a man who is selling her",),
     ("my sister is being held at a motel and they wont let her leave",),
     ("my niece ran off with a guy and i saw her in an ad online",),
     ("my son is gone and i think hes being trafficked",)],
)  # fmt: skip
def test_a_sold_child_who_is_gone_is_missing(texts: tuple[str, ...]) -> None:
    at = talk(*texts[:-1])
    said = at.text(texts[-1])
    assert at.reply.key == MISSING and "911" in said and LINE in said


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("que hago", SEARCH),
        ("what do i do", SEARCH),
        ("no soy yo es mi hija", SEARCH),
        ("vi sus fotos en una página de esas con el teléfono de él", GO),
        ("tengo la dirección de un motel, voy a ir yo por ella", GO),
        ("i have the motel address im going to get her", GO),
        ("la policía me dijo que es una fugitiva y que no pueden hacer nada", "aside.reported"),
        ("police said shes a runaway", "aside.reported"),
    ],
)
def test_what_follows_is_of_the_search(text: str, key: str) -> None:
    at = talk("mi hija de 15 se fue con un hombre que la vende")
    said = at.text(text)
    assert at.reply.key == key and "911" in said and LINE in said


@pytest.mark.parametrize(
    "text",
    ["mi hija se fue a la escuela", "mi hermana y yo nos fuimos de la casa y nos venden",
    "mi papa vende a mi hermana y a mi",
     "my brother sold his car and left", "mi hija ya regreso a casa", "my sister left for college",
     "mi novio me vende en un motel", "my boyfriend sells me"],
)  # fmt: skip
def test_other_texts_are_of_nobody_missing(text: str) -> None:
    assert talk(text).reply.key != MISSING
