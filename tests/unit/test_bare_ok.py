"""A bare "ok" to "are you safe right now?" is no "yes": the question comes once more, and its numbers stay."""

from __future__ import annotations

import pytest

from bot.flows.names import Answer, State
from tests.support.talk import talk

LURED = {
    "en": "this guy on roblox wants me to meet him he sent me robux",
    "es": "un tipo en free fire quiere verme y me mando diamantes",
}
CHILDHELP = "1-800-422-4453"
BARE = ["ok", "Ok.", "k", "kk", "okay", "alright", "ok thx", "sure", "lol", "\N{THUMBS UP SIGN}", "\N{OK HAND SIGN}"]
SIMPLE = ["ok", "aja", "va", "vale", "bueno", "ok gracias", "\N{THUMBS UP SIGN}"]


@pytest.mark.parametrize(("language", "text"), [*(("en", one) for one in BARE), *(("es", one) for one in SIMPLE)])
def test_bare_ok_is_asked_once_more_with_the_number(language: str, text: str) -> None:
    at = talk(LURED[language])
    assert at.session.state is State.SAFETY_ASK
    said = at.text(text)
    assert at.reply.key == "safety.ask.again" and at.session.state is State.SAFETY_ASK
    assert CHILDHELP in said and "911" in said
    assert at.session.hazard == Answer.CHILD_HURT.value


def test_second_bare_ok_keeps_the_numbers_and_offers_a_person() -> None:
    at = talk(LURED["en"], "ok")
    said = at.text("k")
    assert at.reply.key == "safety.stay" and CHILDHELP in said
    assert at.session.hazard == Answer.CHILD_HURT.value


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "1"), ("en", "yes"), ("en", "yea"),
        ("en", "yes im safe"), ("en", "Yes, safe right now"), ("en", "yeah ok"),
        ("en", "im ok"), ("es", "si estoy bien"),
        ("es", "1"), ("es", "si"), ("es", "Sí"), ("es", "Estoy a salvo"), ("es", "claro"),
    ],
)  # fmt: skip
def test_yes_still_says_that_one_is_safe(language: str, text: str) -> None:
    at = talk(LURED[language], text)
    assert at.session.hazard == "" and at.session.state is State.WELCOME_LIMITS


@pytest.mark.parametrize("text", ["ok", "k", "\N{THUMBS UP SIGN}"])
def test_ok_stays_an_answer_where_no_safety_hangs_on_it(text: str) -> None:
    assert talk("hey", text).session.state is State.WELCOME_LIMITS
