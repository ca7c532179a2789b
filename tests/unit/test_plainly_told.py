"""A name where one is asked for and whom a text is for stand, whatever the local model takes them for."""

from __future__ import annotations

import pytest

from bot.flows.model import Interpretation
from bot.flows.names import Answer
from bot.understanding.plainly_told import tells_plainly


@pytest.mark.parametrize("text", ["es para una amiga", "its for my cousin", "for a friend", "hola es para mi hermana"])
def test_whom_it_is_for_is_plain(text: str) -> None:
    assert tells_plainly(Interpretation(Answer.UNCLEAR), text)


@pytest.mark.parametrize("text", ["Jay", "Xochitl", "la flaca"])
def test_name_is_plain_only_where_it_was_read_as_one(text: str) -> None:
    assert tells_plainly(Interpretation(Answer.NAME, name="Jay"), text)
    assert not tells_plainly(Interpretation(Answer.UNCLEAR), text)


@pytest.mark.parametrize(
    "text", ["is it free for my friend", "es para una amiga que no come", "my friend is hurt", "para que es"]
)
def test_what_says_more_is_not(text: str) -> None:
    assert not tells_plainly(Interpretation(Answer.UNCLEAR), text)


def test_markup_is_no_sentence_for_the_model() -> None:
    assert tells_plainly(Interpretation(Answer.UNCLEAR), "<b>Jay</b>")
