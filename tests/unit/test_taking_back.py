"""A consent that is taken back in plain words, at once, and never by words about something else (promise 1)."""

from __future__ import annotations

import pytest

from bot.flows.names import State
from tests.support.talk import TO_NEEDS, talk

ASKED = {"en": (*TO_NEEDS, "person"), "es": ("hola", "si", "quiero hablar con alguien")}
AGREED = {"en": (*ASKED["en"], "yes"), "es": (*ASKED["es"], "1")}
WAITS = {"en": (*AGREED["en"], "no name", "no"), "es": (*AGREED["es"], "1", "no")}

PLAIN = [
    ("en", "take back everything"), ("en", "take it all back"), ("en", "nvm cancel the person"),
    ("en", "nvm i dont want a person"), ("en", "undo my request please"),
    ("en", "i dont want anyone to see my stuff"), ("en", "take everything i said back"), ("en", "scratch the person"),
    ("en", "forget it i dont want the person no more"), ("en", "dont let them read anything"),
    ("es", "ya cambie de opinion no quiero que nadie lea nada"), ("es", "mejor que nadie vea nada"),
    ("es", "no quiero que sepan nada de mi, quitenlo"), ("es", "cancela lo de la persona"),
    ("es", "ya no quiero la persona"), ("es", "que nadie lea lo que dije"), ("es", "retiren todo lo que comparti"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), PLAIN)
def test_plain_words_take_it_back(language: str, text: str) -> None:
    for before in (AGREED, WAITS):
        at = talk(*before[language])
        assert at.session.shared
        at.text(text)
        assert at.reply.key == "privacy.taken_back" and not at.session.shared and not at.session.case


@pytest.mark.parametrize(("language", "text"), PLAIN)
def test_they_back_out_of_the_question(language: str, text: str) -> None:
    at = talk(*ASKED[language], text)
    assert not at.session.shared and at.reply.key in {"hesitation.parked", "welcome.later", "aside.tell_nobody"}


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "no stop dont"), ("en", "wait no dont"), ("en", "no no dont do it"), ("es", "no no espera para"),
     ("es", "espera no lo mandes")],
)  # fmt: skip
def test_recoil_right_after_a_yes(language: str, text: str) -> None:
    assert not talk(*AGREED[language], text).session.shared


def test_recoil_in_danger() -> None:
    said = talk("mi novio me vende", "que alguien me escriba", "acepto", "mejor que nadie vea nada")
    assert said.reply.key == "privacy.taken_back" and "911" in said.reply.text


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "did u take it back"), ("en", "is it cancelled"), ("es", "ya lo quitaste?"), ("es", "todavia lo ven")],
)  # fmt: skip
def test_whether_it_is_done_is_answered_by_what_is_shared(language: str, text: str) -> None:
    at = talk(*WAITS[language], text)
    assert at.session.state is State.PRIVACY_SHARED and at.session.shared
    back = {"en": "take it all back", "es": "que nadie vea nada"}[language]
    assert talk(*WAITS[language], back, text).reply.key == "privacy.nothing_shared"


@pytest.mark.parametrize(
    "text", ["no quiero q vean lo del novio solo lo del cuarto", "no quiero que sepan lo del trabajo"]
)
def test_one_thing_kept_back_is_told_what_they_see(text: str) -> None:
    at = talk(*WAITS["es"], text)
    assert at.reply.key == "aside.what_they_see" and at.session.shared


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "dont tell my mom"), ("en", "no"), ("en", "wait no"), ("en", "i want my baby back"),
     ("en", "he took everything back"), ("en", "can i take it back?"), ("es", "no le digas nada a mi papa"),
     ("es", "quiero que me quiten el dolor"), ("en", "i dont want to live anymore"), ("en", "take me back home")],
)  # fmt: skip
def test_other_words_take_nothing_back(language: str, text: str) -> None:
    assert talk(*WAITS[language], text).session.shared
