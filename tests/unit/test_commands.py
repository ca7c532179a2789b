"""Commands that staff text: read in any spelling, and never confused with words for a person."""

from __future__ import annotations

import pytest

from bot.casework.cases import Outcome, is_code, new_code
from bot.inbound.staff_commands import Command, Verb, read


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("TAKE K7QM", Command(Verb.TAKE, "K7QM")),
        ("  take  k7qm. ", Command(Verb.TAKE, "K7QM")),
        ("Take", Command(Verb.TAKE)),
        ("CLOSE", Command(Verb.CLOSE)),
        ("close K7QM", Command(Verb.CLOSE, "K7QM")),
        ("close K7QM other", Command(Verb.CLOSE, "K7QM", outcome=Outcome.OTHER)),
        ("Close k7qm Referred", Command(Verb.CLOSE, "K7QM", outcome=Outcome.REFERRED)),
        ("close not reached", Command(Verb.CLOSE, outcome=Outcome.NOT_REACHED)),
        ("PASS K7QM Maria Lopez", Command(Verb.PASS, "K7QM", name="Maria Lopez")),
        ("K7QM: hello, I'm Sam", Command(Verb.WORDS, "K7QM", "hello, I'm Sam")),
        ("k7qm :hola\n¿cómo estás?", Command(Verb.WORDS, "K7QM", "hola\n¿cómo estás?")),
        ("K7QM: TAKE B4DE", Command(Verb.WORDS, "K7QM", "TAKE B4DE")),
        ("board", Command(Verb.BOARD)),
        ("BOARD 2", Command(Verb.BOARD, page=2)),
        ("note: she is 15, he has a gun", Command(Verb.NOTE, words="she is 15, he has a gun")),
        ("Note K7QM: call back at 5", Command(Verb.NOTE, "K7QM", "call back at 5")),
        ("K7QM: note - aunt knows", Command(Verb.NOTE, "K7QM", "aunt knows")),
        ("nota k7qm, llamar a las 5", Command(Verb.NOTE, "K7QM", "llamar a las 5")),
        ("HELP", Command(Verb.HELP)),
        ("?", Command(Verb.HELP)),
    ],
)
def test_command_is_read(text: str, command: Command) -> None:
    assert read(text) == command


@pytest.mark.parametrize(
    "text",
    [
        "take care", "Take your time.", "close the door if you can", "pass me the name", "close to you is a place",
        "help is on the way", "board the bus at 5", "I'm here", "yes", "call 2115 now",
    ],
)  # fmt: skip
def test_words_for_the_person_are_not_read_as_a_command(text: str) -> None:
    assert read(text) == Command(Verb.WORDS, words=text)


@pytest.mark.parametrize(
    "text",
    [
        "urgent",
        "URGENT she has a knife",
        "fyi her mom called",
        "she's 15 and he has a gun",
        "can someone take this",
        "who can take the next one",
        "client wants a bed",
        "handoff: K is back at 9",
        "for the team: no beds",
        "@ana can you look",
        "This girl needs a ride",
        "they said no",
        "",
        "   ",
        "K7QM",
        "K7QM hello",
        "K7QM:",
        "taek k7qm",
        "PASS K7QM",
        "TAKE K7QM please now",
        "pass",
    ],
)
def test_mistyped_command_is_not_sent_to_the_person(text: str) -> None:
    assert read(text).verb is Verb.ODD


def test_case_codes_differ_from_words_and_have_no_ambiguous_letters() -> None:
    codes = [new_code() for _ in range(2000)]
    assert all(map(is_code, codes))
    assert not set("01IO") & set("".join(codes))
    assert not any(map(is_code, ("CARE", "2345", "K7Q", "K7QMX", "k7qm", "K0QM", "")))
