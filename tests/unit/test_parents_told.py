"""Questions whether parents are told, whatever they are called: answered as such, in place."""

from __future__ import annotations

import pytest

from bot.flows.names import State
from tests.support.talk import TO_NEEDS, Talk

TO_OFFER = {
    "en": ("a place to sleep tonight", "albuquerque"),
    "es": ("un lugar para dormir esta noche", "albuquerque"),
}
HELLO = {"en": TO_NEEDS, "es": ("hola", "1", "ok")}
ABOUT_STATUS = "No pregunto por papeles"
ANSWER = {"en": "I tell nobody, and I can't send you anywhere.", "es": "Yo no le digo a nadie"}

MOTHERS = ("mama", "mamá", "ama", "amá", "ma", "mami", "jefa", "jefita", "papa", "apa", "apá", "pa", "papi", "jefito")


def asks(language: str, text: str, *, at_offer: bool) -> tuple[Talk, str]:
    at = Talk()
    at.text(*HELLO[language], *(TO_OFFER[language] if at_offer else ()))
    assert at.session.state is (State.OPTIONS_OFFER if at_offer else State.NEEDS_ASK)
    return at, at.text(text)


@pytest.mark.parametrize("at_offer", [False, True])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("es", f"le van a decir a mi {name}") for name in MOTHERS),
        ("es", "le ban a desir a mi mama"), ("es", "le ban a decir a mi ama"), ("es", "les van a decir a mis jefes"),
        ("es", "se va a enterar mi amá"), ("es", "mi apa se va a enterar"), ("es", "le vas a contar a mi ma"),
        ("en", "will you tell my mom"), ("en", "will u tell my mama"), ("en", "are you gonna tell my folks"),
        ("en", "will my pops find out"), ("en", "do you tell my ma"), ("en", "will you call my moms"),
    ],
)  # fmt: skip
def test_question_about_parents_is_answered_in_place(language: str, text: str, *, at_offer: bool) -> None:
    at, reply = asks(language, text, at_offer=at_offer)
    assert reply.startswith(ANSWER[language])
    assert at.session.state is (State.OPTIONS_OFFER if at_offer else State.NEEDS_ASK)


@pytest.mark.parametrize(
    "text",
    ["le van a decir a la migra", "le ban a avisar a la migra", "me van a echar a la migra", "me van a deportar",
     "me van a reportar", "le van a avisar a migración"],
)  # fmt: skip
def test_question_about_immigration_keeps_its_answer(text: str) -> None:
    assert asks("es", text, at_offer=False)[1].startswith(ABOUT_STATUS)


@pytest.mark.parametrize(
    "text", ["le van a decir", "me van a echar", "le van a decir a mi novio", "me van a mandar a otro lado"]
)
def test_being_told_or_sent_is_not_immigration_by_itself(text: str) -> None:
    assert ABOUT_STATUS not in asks("es", text, at_offer=False)[1]
