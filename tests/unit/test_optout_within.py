"""Opt-outs among other words, by many wordings, what only looks like one, and danger beside them."""

import random
import time
from pathlib import Path

import pytest

from bot.flows.names import Answer
from bot.understanding import carrier, normalise
from tests.support.talk import TO_NEEDS, talk

TEXTS = Path(__file__).parent / "opt_outs"


def lines(name: str) -> list[str]:
    return (TEXTS / name).read_text(encoding="utf-8").splitlines()


def is_stop(text: str) -> bool:
    return carrier.heard(normalise(text)) is Answer.STOP


def test_opt_outs_in_many_wordings_are_obeyed():
    assert [text for text in lines("opt_outs.txt") if not is_stop(text)] == []


def test_texts_that_only_look_like_one_are_none():
    assert [text for text in lines("look_alikes.txt") if is_stop(text)] == []


@pytest.mark.parametrize("core", ["stop texting me", "take me off your list", "dont text me", "no more texts"])
@pytest.mark.parametrize(
    ("around", "obeyed"),
    [
        ("{} wrong number", True),
        ("my mom checks my phone so please {}", True),
        ("thank you for everything but {}", True),
        ("i got a place now {}", True),
        ("{} or i will block you", True),
        ("my ex said {}", False),
        ("he told me {}", False),
        ("what happens if i say {}", False),
        ("{} until tomorrow", False),
        ("{} i need a ride", False),
        ("{} about jesus", False),
    ],
)
def test_words_around_a_core_decide(core, around, obeyed):
    assert is_stop(around.format(core)) is obeyed


@pytest.mark.parametrize(
    "text",
    [
        "he reads my texts so dont message me anymore",
        "this aint safe for me anymore dont text this phone",
        "no me textees mas q el me revisa",
        "my bf goes thru my phone so pls stop texting me",
        "no es seguro ya no me escriban",
    ],
)
def test_watched_phone_gets_no_more_texts(text):
    person = talk(*TO_NEEDS)
    person.text(text)
    assert person.text("hello") == ""


def test_words_beside_an_opt_out_are_told_without_reasons_and_politeness():
    beside = carrier.beside_opt_out(normalise("hi thank you for the help but stop texting me we saw the sea"))
    assert "thank you" in beside
    assert carrier.unknown_beside(beside) == "hi we saw the sea"


def test_no_text_makes_the_grammar_slow():
    words = [word for text in lines("opt_outs.txt") for word in text.split()]
    chance = random.Random(7)  # noqa: S311 -- a test
    texts = [" ".join(chance.choice(words) for _ in range(29)) for _ in range(60)]
    texts += [
        f"{one} {two} " * 14 for one in ("i", "this", "no", "he", "the") for two in ("am", "is", "me", "to", "number")
    ]
    assert max(map(_seconds, texts)) < 0.1


def _seconds(text: str) -> float:
    """Return the processor time of this thread: that of other processes does not count."""
    words, before = normalise(text), time.thread_time()
    carrier.heard(words)
    carrier.beside_opt_out(words)
    return time.thread_time() - before
