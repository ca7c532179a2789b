"""An agreement, a digit, a consent taken back: nothing binds that the person did not say."""

from __future__ import annotations

import pytest

from bot.flows.names import State
from tests.support.talk import Talk, talk

TO_NEEDS = ("hey", "1", "ok")
TO_CONSENT = (*TO_NEEDS, "i need food", "skip", "person")
TO_WAITING = (*TO_CONSENT, "3", "no name")

NO_AGREEMENT = (
    "y tho", "yeah right", "yea right lol", "right", "ok and", "ok so", "sure whatever", "1?", "3?", "si claro aja",
    "sí ajá", "si como no", "ok or what", "sure jan", "k tho", "yes...?", "1 ?",
)  # fmt: skip

SIGNS = ("<3", ":3", ">:3", "=3", "<3<3", "$3", "3%", "-3", ":1", "&1", ";1", "<33")

AGREEMENTS = ("y", "yes", "yes right now", "si", "dale", "1", "1.", "1)", "(1)")


def consent_asked() -> Talk:
    return talk(*TO_CONSENT)


@pytest.mark.parametrize("text", [*NO_AGREEMENT, *SIGNS])
def test_consent_is_not_given_by_a_doubt_or_a_sign(text: str) -> None:
    at = consent_asked()
    assert at.session.state is State.CONSENT_TEAM
    at.text(text)
    assert not at.session.shared
    assert not at.session.case


@pytest.mark.parametrize("text", AGREEMENTS)
def test_consent_is_given_by_an_agreement(text: str) -> None:
    at = consent_asked()
    at.text(text)
    assert at.session.shared


@pytest.mark.parametrize(
    "text", ["k", "ok", "okay", "Ok.", "ok lol", "va", "pls", "please", "porfa", "\N{THUMBS UP SIGN}", "that's right"]
)
@pytest.mark.parametrize("first", [TO_CONSENT, ("he hits me", "person")])
def test_who_only_says_that_they_read_it_is_asked_once_more(first: tuple[str, ...], text: str) -> None:
    at = talk(*first)
    at.text(text)
    assert not at.session.shared and at.reply.key in ("consent.sure", "unclear.rephrase")
    at.text("yes please")
    assert at.session.shared


@pytest.mark.parametrize("between", ["asdkjh", "im so tired"])
def test_a_yes_after_a_remark_is_asked_for_with_the_question_itself(between: str) -> None:
    at = talk("he hits me", "person", between)
    assert at.session.state is State.CONSENT_TALK
    at.text("yes")
    assert not at.session.shared and at.reply.key == "consent.talk"
    at.text("yes")
    assert at.session.shared


@pytest.mark.parametrize("text", ["1", "yes please", "acepto"])
def test_the_choice_itself_is_a_consent_after_a_remark(text: str) -> None:
    assert talk("he hits me", "person", "is this real", text).session.shared


@pytest.mark.parametrize("text", [*NO_AGREEMENT, ":1", "<3"])
def test_nothing_is_erased_by_a_doubt(text: str) -> None:
    at = talk(*TO_NEEDS, "i need food", "forget me")
    assert at.session.state is State.PRIVACY_FORGET
    at.text(text)
    assert at.reply.key != "privacy.forgotten"


@pytest.mark.parametrize("text", NO_AGREEMENT)
def test_danger_is_not_put_aside_by_a_doubt(text: str) -> None:
    at = talk(*TO_NEEDS, "my stepdad said its our secret")
    assert at.session.state is State.SAFETY_ASK
    at.text(text)
    assert at.session.hazard
    assert at.reply.key != "needs.ask"


@pytest.mark.parametrize("text", NO_AGREEMENT)
def test_screen_is_not_vouched_for_by_a_doubt(text: str) -> None:
    at = talk("hey")
    at.text(text)
    assert not at.session.safe


@pytest.mark.parametrize("text", [*SIGNS, ";3", ":8"])
def test_sign_is_no_choice_of_a_menu(text: str) -> None:
    at = talk(*TO_NEEDS)
    at.text(text)
    assert at.session.state is State.NEEDS_ASK


ASKED_WHETHER = (
    "can i take it back", "how do i take it back", "should i take it back", "can i take it back later",
    "what if i take it back", "take it back?", "could i take it back after",
)  # fmt: skip


@pytest.mark.parametrize("text", ASKED_WHETHER)
def test_question_whether_one_can_take_it_back_takes_nothing_back(text: str) -> None:
    for before in (TO_CONSENT, TO_WAITING):
        at = talk(*before)
        state, shared = at.session.state, at.session.shared
        assert "TAKE BACK" in at.text(text)
        assert (at.session.state, at.session.shared) == (state, shared)


@pytest.mark.parametrize(
    "text",
    ["dont take it back", "do not take that back", "i take it back hes nice", "i take it back he aint that bad",
     "dont share my location with my dad", "pls dont share this w my mom", "never share this ok",
     "stop sharing my number with people", "no compartas esto con mi papa", "don't share my name with him"],
)  # fmt: skip
def test_talk_that_waits_goes_on_where_nothing_is_taken_back(text: str) -> None:
    at = talk(*TO_WAITING)
    assert at.session.shared
    at.text(text)
    assert at.session.shared
    assert at.reply.key != "privacy.taken_back"


@pytest.mark.parametrize(
    "text", ["take it back", "TAKE BACK", "stop sharing", "i want to take it back", "retirar", "take back my consent"]
)
def test_consent_is_taken_back_in_plain_words(text: str) -> None:
    at = talk(*TO_WAITING)
    at.text(text)
    assert not at.session.shared
    assert at.reply.key == "privacy.taken_back"


def test_nothing_taken_back_says_that_nothing_was_shared() -> None:
    at = talk(*TO_NEEDS)
    at.text("take back")
    assert at.reply.key == "privacy.nothing_shared"


@pytest.mark.parametrize(
    "text", ["i wish i could erase it all", "forget about me i dont matter", "just forget me nobody cares",
             "olvidense de mi no valgo nada"],
)  # fmt: skip
def test_despair_is_not_answered_with_erasing(text: str) -> None:
    at = talk(*TO_NEEDS)
    at.text(text)
    assert at.session.state is not State.PRIVACY_FORGET


@pytest.mark.parametrize(
    "text", ["will they call my mom", "le van a decir a mi mama", "will it be shared with my school",
             "can they see my texts from before", "do they tell the cops"],
)  # fmt: skip
def test_question_about_staff_at_a_consent_is_answered_there(text: str) -> None:
    at = consent_asked()
    at.text(text)
    assert at.reply.key == "consent.answer"
    assert at.session.state is State.CONSENT_TEAM
    assert at.session.safe


@pytest.mark.parametrize("text", ["yes but dont tell my mom", "si pero no le digan a mi papa"])
def test_condition_on_a_consent_is_answered_and_it_is_asked_again(text: str) -> None:
    at = consent_asked()
    said = at.text(text)
    assert at.reply.key == "aside.tell_nobody"
    assert at.session.state is State.CONSENT_TEAM and not at.session.shared
    assert "\n1 " in said and ("call nobody" in said or "No llamo a nadie" in said)


@pytest.mark.parametrize("text", ["what happens after 90 days", "can i change my mind", "que pasa a los 90 dias"])
def test_question_about_the_end_of_a_consent_is_answered_there(text: str) -> None:
    at = consent_asked()
    assert "TAKE BACK" in at.text(text) or "RETIRAR" in at.reply.text
    assert at.session.state is State.CONSENT_TEAM
