"""After a consent, no sentence comes twice in a row, whatever the answer to the question for a name."""

from __future__ import annotations

import pytest

from bot.content.rules import sentences
from bot.flows.names import State
from tests.support.talk import TO_NEEDS, Talk

NAME_ASKED = {"en": (*TO_NEEDS, "person", "yes"), "es": ("hola", "1", "ok", "quiero hablar con una persona", "si")}


@pytest.mark.parametrize("hours", ["", "00:00-00:01"])
@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Jay"), ("en", "1"), ("en", "not now"), ("en", "skip"), ("en", "ok"), ("en", "person"), ("en", "thanks"),
     ("es", "Luz"), ("es", "1"), ("es", "ahora no"), ("es", "sin nombre")],
)  # fmt: skip
def test_wait_is_told_once(language: str, text: str, hours: str) -> None:
    at = Talk(hours)
    asked = at.text(*NAME_ASKED[language])
    assert (at.session.state, at.session.language) == (State.CONSENT_NAME, language)
    reply = at.text(text)
    if at.session.state is State.CONSENT_REMEMBER:
        again = set(sentences(asked)) & set(sentences(reply))
        assert all(one[0].isdigit() for one in again), "only a choice"
        asked, reply = reply, at.text({"en": "not now", "es": "ahora no"}[language])
    assert at.session.state is State.HANDOFF_WAITING
    assert not set(sentences(asked)) & set(sentences(reply))
    assert "988" in reply and "911" in reply


def test_who_asks_again_is_told_the_wait() -> None:
    at = Talk()
    at.text(*NAME_ASKED["en"], "Jay")
    assert "about 10 minutes" in at.text("person")
