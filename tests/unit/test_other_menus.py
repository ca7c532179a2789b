"""The words of a choice are understood outside its menu, in every state, and give no consent by that."""

from __future__ import annotations

import pytest

from bot.content.catalog import MEANT_EVERYWHERE
from bot.flows.names import Answer, State
from tests.support.talk import TO_NEEDS, Talk, snapshot, talk

TO_CONTACT = (*TO_NEEDS, "i need food", "los angeles", "How to reach them")

BINDS = frozenset(
    {Answer.YES, Answer.SHARE, Answer.JUST_TALK, Answer.CHOOSE, Answer.KEEP, Answer.ERASE, Answer.FORGET,
     Answer.TAKE_BACK, Answer.CHECK_IN, Answer.TAKE_ITEM, Answer.LEAVE_AGENCY}
)  # fmt: skip


@pytest.mark.parametrize(
    ("before", "text", "state"),
    [
        (TO_NEEDS, "See what help there is", State.NEEDS_ASK),
        (TO_NEEDS, "Ver qué ayuda hay", State.NEEDS_ASK),
        ((*TO_NEEDS, "i need food"), "my rights", State.HESITATION_RIGHTS),
        ((*TO_NEEDS, "i need food"), "Mis derechos", State.HESITATION_RIGHTS),
        ((*TO_NEEDS, "i need food"), "what help there is", State.HESITATION_HELP),
        ((*TO_NEEDS, "a place to sleep"), "Safety", State.NEEDS_SAFETY),
        ((*TO_NEEDS, "a place to sleep"), "Seguridad", State.NEEDS_SAFETY),
        (TO_NEEDS, "A longer place", State.NEEDS_AREA),
        (TO_CONTACT, "How to reach them", State.OPTIONS_CONTACT),
        (TO_CONTACT, "Dame el contacto", State.OPTIONS_CONTACT),
        (TO_CONTACT, "whats the number again", State.OPTIONS_CONTACT),
        ((*TO_CONTACT, "check in with me later"), "How to reach them", State.OPTIONS_CONTACT),
        (TO_CONTACT, "Pick up there", State.OPTIONS_CONTACT),
        ((*TO_NEEDS, "i need food", "los angeles", "Something else"), "Have someone introduce me", State.CONSENT_TEAM),
        (("he hits me", "2", "1", "1"), "See what help there is", State.NEEDS_ASK),
    ],
)
def test_a_choice_is_understood_outside_its_menu(before: tuple[str, ...], text: str, state: State) -> None:
    at = talk(*before)
    at.text(text)
    assert at.session.state is state
    assert not at.reply.key.startswith(("aside.", "unclear."))


@pytest.mark.parametrize("text", ["See what help there is", "My rights", "Safety", "How to reach them"])
def test_an_open_screen_and_the_limits_come_first(text: str) -> None:
    assert talk("hi", text).session.state is State.WELCOME_BACK
    assert talk("hi", "1", text).session.state is State.WELCOME_LIMITS
    assert talk(text).session.state in (State.WELCOME_HELLO, State.WELCOME_HEARD)


def test_no_label_that_binds_is_understood_outside_its_menu() -> None:
    assert not BINDS & MEANT_EVERYWHERE
    assert not BINDS & {choice.answer for choice in snapshot().catalog.elsewhere.values()}


@pytest.mark.parametrize(
    "text",
    [" ".join(words) for words, choice in snapshot().catalog.elsewhere.items() if choice.answer is not Answer.PERSON],
)
def test_none_of_them_consents_where_a_consent_is_asked(text: str) -> None:
    at = talk(*TO_NEEDS, "i need food", "los angeles", "person")
    assert at.session.state is State.CONSENT_TEAM
    at.text(text)
    assert not at.session.shared and not at.session.case


@pytest.mark.parametrize(
    ("before", "text", "key"),
    [
        (("hi", "1"), "more", "welcome.more"),  # "tell me more" is on offer
        ((*TO_NEEDS, "talk to a person", "yes"), "Faith", "consent.remember"),  # a name, where one is asked for
        (("hi", "1"), "he hits me", "safety.hurt"),
        (TO_NEEDS, "my rights got taken away by the judge", "not hesitation.rights"),
        (TO_NEEDS, "can you help me with my rights at work", "not hesitation.rights"),
    ],
)
def test_what_means_something_here_stays_that(before: tuple[str, ...], text: str, key: str) -> None:
    at: Talk = talk(*before)
    at.text(text)
    assert (at.reply.key != key[4:]) if key.startswith("not ") else (at.reply.key == key)
