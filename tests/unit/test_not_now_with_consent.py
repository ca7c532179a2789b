"""Who puts it off while a consent stands is told that it stands. The name of a language says the last reply again."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

SHARED = (*TO_NEEDS, "food", "santa ana ca", "person", "1", "skip")
TALKS = ("hola", "1", "ok", "mi novio me va a matar", "una persona", "si")
CHILD = ("im 11 my uncle touches me", "person", "yes")


@pytest.mark.parametrize("before", [SHARED, TALKS], ids=["shared", "talk"])
@pytest.mark.parametrize(
    "between",
    [(), ("menu",), ("i need food",), ("i need a lawyer", "how to reach them"), ("who can see this",), ("thanks",),
     ("how do i leave without him knowing",), ("i want to die",), ("menu", "nvm"), ("what do you keep",)],
    ids=lambda texts: texts[-1] if texts else "waiting",
)  # fmt: skip
@pytest.mark.parametrize("text", ["nvm", "not now", "forget it im good", "mejor ya no, luego", "no thanks", "bye"])
def test_not_now_says_that_it_is_still_seen(before: tuple[str, ...], between: tuple[str, ...], text: str) -> None:
    said = talk(*before, *between).text(text)
    assert "TAKE BACK" in said or "RETIRAR" in said
    assert "see" in said or "viendo" in said


def test_a_child_is_told_too() -> None:
    said = talk(*CHILD, "menu").text("not now")
    assert "TAKE BACK" in said and "1-800-422-4453" in said and "911" in said


@pytest.mark.parametrize("text", ["nvm", "not now", "mejor ya no, luego"])
@pytest.mark.parametrize("before", [TO_NEEDS, (*SHARED, "take back"), ("hey",)], ids=["none", "taken back", "hello"])
def test_without_a_consent_nothing_is_said_of_one(before: tuple[str, ...], text: str) -> None:
    said = talk(*before).text(text)
    assert "TAKE BACK" not in said and "RETIRAR" not in said


@pytest.mark.parametrize("before", [("weather",), ("what did she tell you",)], ids=["cover", "holder"])
def test_a_screen_that_was_seen_says_nothing_of_it(before: tuple[str, ...]) -> None:
    assert "TAKE BACK" not in talk(*SHARED, *before).text("not now")


@pytest.mark.parametrize(
    ("texts", "key", "says"),
    [
        ((*TO_NEEDS, "es gratis?", "en ingles pls"), "aside.cost", "costs nothing"),
        (("hola", "1", "ok", "es gratis", "in english please"), "aside.cost", "costs nothing"),
        (("hola", "1", "ok", "comida", "los angeles", "es gratis", "english"), "aside.offer", "free"),
        ((*TO_NEEDS, "my friend is overdosing", "ok", "en español"), "safety.first_aid_other", "911"),
        ((*SHARED, "thx", "nvm", "en español porfa"), "hesitation.parked_seen", "RETIRAR"),
        ((*TALKS, "menu", "2", "en ingles pls"), "needs.basics", "Food"),
        ((*TALKS, "luego", "en ingles pls"), "handoff.still_asked", "TAKE BACK"),
        ((*TO_NEEDS, "asdf qwer", "en español"), "needs.ask", "ayudo"),
    ],
)
def test_a_language_says_the_last_reply_again(texts: tuple[str, ...], key: str, says: str) -> None:
    at = talk(*texts)
    assert at.reply.key == key and says in at.reply.text
