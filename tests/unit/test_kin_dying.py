"""A mother, a sister or a friend who tells of a wish to die gets the line for it, whatever else she tells."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

KEYS = ("safety.may_die", "safety.may_die.more")


@pytest.mark.parametrize(
    "texts",
    [("hola soy la mama de un niño de 14", "me dijo q si lo acuso se mata"),
     ("mi hijo me dijo q si lo acuso se mata",), ("mi hermana me dijo q si cuento se mata",),
     ("mi hija dijo q mejor se mata que volver con el",), ("mi hija dice q si vuelve alla se mata",),
     ("mi hija se quiere quitar la vida",), ("mi sobrina ya no quiere vivir",), ("mi amiga habla de suicidarse",),
     ("tengo una clienta que se quiere matar",),
     ("my son says hell kill himself if i tell",), ("my friend said she wants to die",),
     ("my niece is being trafficked and said shed rather die than go back",),
     ("my lil sister is talking about killing herself",)],
)  # fmt: skip
@pytest.mark.parametrize("then", ["q le digo", "que hago", "what do i say to her", "what do i do"])
def test_the_line_for_it_is_named(texts: tuple[str, ...], then: str) -> None:
    at = talk(*texts)
    assert at.reply.key == KEYS[0] and "988" in at.reply.text and "911" in at.reply.text
    assert "988" in at.text(then) and at.reply.key == KEYS[1]


@pytest.mark.parametrize(
    "text",
    ["mi mama se mata trabajando", "mi hermana se quiere morir de la risa jaja",
    "me quiero matar y mi hermana tambien",
     "mi novio dice q se mata si lo dejo", "my bf says hell kill himself if i leave", "mi hermano me quiere matar",
     "mi hija tomo muchas pastillas", "my sister is killing me lol"],
)  # fmt: skip
def test_other_texts_have_their_own_answers(text: str) -> None:
    assert talk(text).reply.key not in KEYS


@pytest.mark.parametrize("text", ["he has a gun", "ella tiene unas pastillas", "she got a knife"])
def test_what_they_have_to_do_it_with_is_no_attack(text: str) -> None:
    at = talk("my brother says he wants to kill himself")
    assert "988" in at.text(text) and at.reply.key in KEYS
