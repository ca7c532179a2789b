"""What only sounds like a watched phone keeps the danger and its numbers; the phone that is watched goes bland."""

from __future__ import annotations

import pytest

from bot.understanding import not_watched
from tests.support.talk import TO_NEEDS, talk


@pytest.mark.parametrize(
    ("before", "text"),
    [((), "le encontre mensajes de un se\u00f1or a mi hijo"),
     (("mi hijo de 14 anda con un se\u00f1or",), "le halle mensajes de un se\u00f1or en grindr"),
     ((), "i found messages from a grown man on my sons phone"),
     ((), "found texts from an older guy on my daughters phone")],
)  # fmt: skip
def test_messages_on_a_childs_phone_are_the_childs_danger(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert at.reply.key == "safety.friend" and "911" in at.reply.text


@pytest.mark.parametrize(
    ("danger", "text"),
    [("mi hija se quiere matar", "no me deja entrar al cuarto"), ("my daughter wants to kill herself",
     "she wont let me in her room")],
)  # fmt: skip
def test_who_is_shut_out_hears_the_numbers_again(danger: str, text: str) -> None:
    at = talk(danger, text)
    assert at.reply.key == "safety.friend" and "988" in at.reply.text and "911" in at.reply.text


@pytest.mark.parametrize(
    "said", ["estamos escondidas en el bano", "we are hiding in the closet", "nos escondimos en la bodega"]
)
def test_who_hides_with_others_hides(said: str) -> None:
    assert not_watched.hides(said)


@pytest.mark.parametrize(
    "said", ["tengo el cel escondido", "we hid the phone", "he hides my stuff", "estamos en el bano"]
)
def test_what_is_hidden_is_no_hiding(said: str) -> None:
    assert not not_watched.hides(said)


@pytest.mark.parametrize("text", ["he checks my phone", "me revisa el celular", "my mom looks thru my phone"])
def test_a_phone_that_is_watched_goes_bland(text: str) -> None:
    for before in (TO_NEEDS, (*TO_NEEDS, "my stepdad touches me")):
        assert talk(*before, text).reply.key == "safety.watched"


def test_messages_on_ones_own_phone_are_none() -> None:
    assert not not_watched.finds_on_their_phone("he found messages from a guy on my phone", of_other=False)
