"""Somebody has left, or a question was read: neither agrees to anything, and the last question stands."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

GONE = [
    "ok hes gone", "he left we can talk now", "my dad went to work", "im alone now", "the coast is clear", "ya se fue",
    "se fueron ya podemos hablar", "ya estoy sola",
]  # fmt: skip


@pytest.mark.parametrize("text", GONE)
def test_last_question_is_asked_again_once_somebody_has_left(text: str) -> None:
    at = talk(*TO_NEEDS, text)
    assert at.reply.key == "needs.ask"


@pytest.mark.parametrize("text", [*GONE, "next", "understood", "keep going"])
@pytest.mark.parametrize("asked", [("person",), ("food", "santa ana ca", "person")])
def test_no_consent_is_taken_from_it(text: str, asked: tuple[str, ...]) -> None:
    at = talk(*TO_NEEDS, *asked, text)
    assert at.session.state.value.startswith("consent.") and not at.session.shared


@pytest.mark.parametrize("text", ["next", "understood", "ok hes gone"])
def test_no_check_in_is_set_by_it(text: str) -> None:
    at = talk(*TO_NEEDS, "check in on me", "at 3", text)
    assert at.reply.key == "followup.safe"
    assert not at.session.check_in_at


@pytest.mark.parametrize("text", ["he left me", "hes gone he died", "my mom left us"])
def test_who_lost_somebody_is_not_greeted(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key not in ("needs.ask", "welcome.hello")


@pytest.mark.parametrize(
    "text", ["pls dont send me to a hotline", "dont send me back there", "no me mandes a una linea de ayuda"]
)
def test_help_that_is_declined_in_danger_ends_no_messages(text: str) -> None:
    at = talk(*TO_NEEDS, "i cut again last nite", text)
    assert at.reply.key != "carrier.stopped"
    assert at.text("i just feel numb")


@pytest.mark.parametrize(
    "text", ["yes pepperoni. he is here", "yeah hes here", "si ya llego mi tio", "wrong number sorry. shes right here"]
)
@pytest.mark.parametrize("before", [("hey",), TO_NEEDS])
def test_who_is_near_is_heard_before_a_yes(text: str, before: tuple[str, ...]) -> None:
    assert talk(*before, text).reply.text == ""
