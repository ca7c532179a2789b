"""A wish for a language holds, whatever language it is written in and what comes after it."""

from __future__ import annotations

import pytest

from bot.understanding.wished_language import wished_language
from tests.support.talk import talk


@pytest.mark.parametrize(("text", "language"), [
    ("necesito ayuda pero like in english porque el no lee english", "en"),
    ("please write me in english mi novio solo habla español", "en"),
    ("no me escribas en español he reads spanish", "en"), ("ayuda but only english please", "en"),
    ("contestame en ingles porfa, mi novio lee todo", "en"), ("dont text me in spanish", "en"),
    ("escribeme en español, mi esposo solo lee ingles", "es"), ("please not in english ok", "es"),
    ("i need a bed pero escribeme en español", "es"), ("no me escriban en ingles", "es"),
])  # fmt: skip
def test_wish_for_a_language_holds(text: str, language: str) -> None:
    said = talk(text)
    assert said.reply.language == language and said.session.language_chosen
    for later in ("si", "tengo hambre", "i need food", "me pega mi novio"):
        assert talk(text, later).reply.language == language


def test_wish_within_a_talk() -> None:
    said = talk("hola", "can we do english he only reads spanish", "me pega")
    assert said.reply.language == "en" and "911" in said.reply.text


@pytest.mark.parametrize("text", [
    "do you speak spanish", "does the shelter speak spanish", "hay alguien que hable español",
    "my mom doesnt speak english",
    "i need a lawyer who speaks spanish", "he only speaks spanish and hits me", "english class starts at 8",
    "mi novio me pega y no lee ingles", "estudio ingles en la escuela",
])  # fmt: skip
def test_word_of_a_language_is_no_wish(text: str) -> None:
    assert wished_language(text.replace("ñ", "n")) == ""


@pytest.mark.parametrize(("text", "language"), [
    ("he has life360 on me", "en"), ("k", "en"), ("K", "en"), ("she is mad at me", "en"), ("he dicho que no", "es"),
    ("hola", "es"), ("me pega", "es"),
])  # fmt: skip
def test_short_first_text_is_taken_for_its_language(text: str, language: str) -> None:
    assert talk(text).reply.language == language
