"""Texts of an agency's contact: a code joins, a whole word leaves, anything else goes to the others."""

from __future__ import annotations

import pytest

from bot.inbound.contact_commands import Act, Meant, read


@pytest.mark.parametrize(
    "text", ["J2AB", " j2ab. ", "Join j2ab", "Hi, J2AB please", "yes J2AB, thanks!", "J2AB no problem"]
)
def test_code_joins_with_small_words_around_it(text: str) -> None:
    assert read(text, {"J2AB"}, set()) == Meant(Act.JOIN, "J2AB")


@pytest.mark.parametrize("text", ["yes", "ok", "join", "who is this?", "J2AB: is she safe?", "is J2AB about Jay"])
def test_text_without_a_bare_code_does_not_join(text: str) -> None:
    assert read(text, {"J2AB"}, set()).act is Act.WORDS


@pytest.mark.parametrize("text", ["K3MM", "join k3mm"])
def test_unknown_code_does_not_join(text: str) -> None:
    assert read(text, {"J2AB"}, set()) == Meant(Act.WRONG_CODE)


@pytest.mark.parametrize("text", ["leave", "BYE", "Done.", "im done", "I'm done", "goodbye!", "bye bye"])
@pytest.mark.parametrize("joined", [True, False])
def test_whole_leaving_word_leaves(text: str, joined: bool) -> None:
    codes = ({"J2AB"}, set()) if not joined else (set(), {"J2AB"})
    assert read(text, *codes).act is Act.LEAVE


def test_leaving_names_one_of_several_codes() -> None:
    assert read("LEAVE k3mm", {"J2AB"}, {"K3MM"}) == Meant(Act.LEAVE, "K3MM")


@pytest.mark.parametrize(
    "text",
    ["no", "No thanks", "can't", "I can\u2019t", "sorry, not me", "decline", "wrong number", "not now"],
)
def test_no_before_joining_declines(text: str) -> None:
    assert read(text, {"J2AB"}, set()).act is Act.DECLINE


@pytest.mark.parametrize(
    "text",
    ["no", "sorry about that", "we are done at five", "leave the bag there", "she can leave", "bye, see you"],
)
def test_refusals_are_words_for_the_others_once_joined(text: str) -> None:
    assert read(text, set(), {"J2AB"}) == Meant(Act.WORDS, "", text)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("J2AB: hello", "J2AB", "hello"), ("j2ab :hola\n¿qué tal?", "J2AB", "hola\n¿qué tal?"),
        ("K3MM we have a bed", "K3MM", "we have a bed"), ("to K3MM: no", "K3MM", "no"),
        ("I told J2AB already", "", "I told J2AB already"), ("That is fine", "", "That is fine"),
    ],
)  # fmt: skip
def test_words_go_to_the_conversation_named_first(text: str, code: str, words: str) -> None:
    assert read(text, set(), {"J2AB", "K3MM"}) == Meant(Act.WORDS, code, words)


def test_words_for_an_unjoined_introduction_keep_its_code() -> None:
    assert read("J2AB: is it far", {"J2AB"}, {"K3MM"}) == Meant(Act.WORDS, "J2AB", "J2AB: is it far")
