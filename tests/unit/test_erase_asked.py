"""A wish to be forgotten is obeyed in any words, and is no "delete this before he sees it" (promise 10)."""

import pytest

from tests.support.talk import TO_NEEDS, talk

A_NEEDS = ("hola", "si", "ok")


@pytest.mark.parametrize(
    ("before", "text"),
    [
        *((A_NEEDS, text) for text in (
            "bórrame todo por favor", "borra todo lo que te dije", "borra lo que sabes de mi",
            "quiero que borres mis mensajes", "elimina todo lo mio", "puedes borrar lo que te conte?",
            "quiero que olvides todo lo que te dije", "olvida lo que te dije",
        )),
        *((TO_NEEDS, text) for text in (
            "delete everything i told you", "please erase what you know about me", "i want you to delete my messages",
            "can you delete my texts?", "erase all of what i said",
        )),
        (("hola", "si"), "bórrame todo por favor"),
    ],
)  # fmt: skip
def test_wish_to_be_forgotten_is_obeyed(before: tuple[str, ...], text: str) -> None:
    assert talk(*before, text).reply.key == "privacy.forget"


@pytest.mark.parametrize(
    "text",
    [
        "borra esto antes de que lo vea", "borra los mensajes que el ve", "mi novio quiere que borre mis mensajes",
        "como borro mis mensajes", "me borro todo", "quiero borrar todo lo que me hizo", "borra mi numero",
        "delete this before he sees",
    ],
)  # fmt: skip
def test_what_only_sounds_like_it_is_none(text: str) -> None:
    assert talk(*A_NEEDS, text).reply.key != "privacy.forget"
