"""A friend or a child who is gone: police at once, the line for missing children, and nobody goes alone."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

HEY, HOLA = ("hey", "ok"), ("hola", "ok")
MISSING_NUMBER = "1-800-843-5678"


@pytest.mark.parametrize(
    "texts",
    [
        (*HEY, "my friend went to a hotel with him and now her phone is off"),
        (*HEY, "nobody has seen her since tuesday"),
        (*HEY, "my little sister ran away shes 14"),
        (*HEY, "shes 15 shes been gone 2 days"),
        ("i found this number in my daughters phone", "shes 15 shes been gone 2 days"),
        (*HOLA, "mi amiga se fue con un senor a un motel y su cel esta apagado"),
        (*HOLA, "mi hermanita se fugo de la casa tiene 14"),
        (*HOLA, "nadie la ha visto desde ayer"),
    ],
)
def test_somebody_who_is_gone_gets_the_police_and_the_line(texts: tuple[str, ...]) -> None:
    at = talk(*texts)
    assert at.reply.key == "safety.plan.missing"
    assert MISSING_NUMBER in at.reply.text


@pytest.mark.parametrize(
    ("language", "first", "more"),
    [
        ("en", "should i go get her", "i know the hotel"),
        ("en", "im gonna go find her", "i think i know where she is"),
        ("en", "can i just drive there", "i have the address"),
    ],
)
def test_nobody_goes_alone(language: str, first: str, more: str) -> None:
    at = talk(*HEY, "nobody has seen her since tuesday", first)
    assert at.reply.key == "aside.go_get_them"
    assert "alone" in at.reply.text
    at.text(more)
    assert at.reply.key == "aside.go_get_them.again"
    assert MISSING_NUMBER in at.reply.text


def test_nobody_goes_alone_in_spanish() -> None:
    at = talk(*HOLA, "nadie la ha visto desde ayer", "voy a ir por ella")
    assert at.reply.key == "aside.go_get_them"
    at.text("se en que hotel")
    assert at.reply.key == "aside.go_get_them.again"


@pytest.mark.parametrize(
    "texts",
    [
        (*HEY, "he hasnt answered me since friday"),
        (*HEY, "my friend is mad at me and not answering"),
        (*HEY, "should i go get her a present"),
        (*HEY, "my friend ran away and needs a place"),
        (*HEY, "nobody has seen her since tuesday", "i need to find a place"),
        (*HOLA, "no me contesta mi novio"),
        (*HOLA, "mi hermana se fugo pero ya volvio"),
    ],
)
def test_what_only_sounds_alike_is_no_search(texts: tuple[str, ...]) -> None:
    assert talk(*texts).reply.key not in {"safety.plan.missing", "aside.go_get_them", "guide.missing_friend.1"}
