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


@pytest.mark.parametrize(
    ("before", "text"),
    [
        *((A_NEEDS, text) for text in (
            "estas segura q se borro", "ya?", "listo?", "ya borraste?", "ya se borro?", "gracias", "ya quedo?",
            "si se borro todo?",
        )),
        *((TO_NEEDS, text) for text in (
            "are u sure its gone", "is it gone?", "did u delete it", "done?", "thanks", "so its deleted now?",
        )),
    ],
)  # fmt: skip
def test_who_asks_if_it_is_done_hears_not_yet(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, "borra todo" if before is A_NEEDS else "delete everything", text)
    assert at.reply.key == "privacy.not_erased"
    assert talk(*before, "borra todo" if before is A_NEEDS else "delete everything", text, "1").reply.key == (
        "privacy.forgotten"
    )


@pytest.mark.parametrize("text", ["si", "si borra", "simon", "dale", "borralo"])
def test_a_plain_yes_erases(text: str) -> None:
    assert talk(*A_NEEDS, "borra todo", text).reply.key == "privacy.forgotten"


@pytest.mark.parametrize("text", ["no", "mejor no", "ahora no"])
def test_a_no_keeps_it(text: str) -> None:
    assert talk(*A_NEEDS, "borra todo", text).reply.key not in ("privacy.not_erased", "privacy.forgotten")
