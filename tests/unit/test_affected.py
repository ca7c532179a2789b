"""Texts that added phrases may change: none is missed, and few are interpreted again for nothing."""

from __future__ import annotations

import pytest

from bot.content.affected import may_change, words_in
from bot.content.examples import examples, heard
from bot.conversation.replay import shipped
from bot.understanding import Lexicon
from tests.support.shipped import VOCABULARY

SHIPPED = VOCABULARY.lexicon()
TEXTS = tuple(
    dict.fromkeys(
        (
            *(one.text for one in examples(VOCABULARY)),
            *(line.text for lines in shipped().values() for line in lines if line.mark == ">"),
            "i need a dinosaurus",
            "dinosaurus",
            "marmalade",
            "17 years",
            "see you friday",
            "see friday",
            "i need a dino saurus",
            "d1nosaurus please",
            "i need 🦖",
            "tengo mermelada",
            "me llevo bien con los 恐龙们",
        )
    )
)
MORE = {
    "a new word, which others may be slips of": ("within", "person", ["dinosaur", "dinosaurus"]),
    "words that many texts hold": ("within", "person", ["need a place", "see <weekday>", "(tengo|quiero) mermelada"]),
    "one of several words": ("alone", "person", ["(call)? (home|nobody|marmalade)"]),
    "a number": ("within", "person", ["<number> years"]),
    "a short form of one word": ("short", "dinosaurus", ["shelter"]),
    "a short form of several": ("short", "dinosaurus", ["need a place"]),
    "an emoji": ("short", "🦖", ["shelter"]),
    "a script without spaces": ("within", "person", ["恐龙"]),
    "a word with another word between": ("within", "person", ["need * food", "he * me"]),
}


def _taught(section: str, key: str, phrases: list[str]) -> Lexicon:
    vocabulary = VOCABULARY.with_more({"en": {section: {key: phrases}}})
    taught = vocabulary.lexicon()
    assert vocabulary.problems == []
    return taught


@pytest.mark.parametrize("kind", MORE)
def test_each_text_that_changes_is_found(kind: str) -> None:
    taught = _taught(*MORE[kind])
    changed = [text for text in TEXTS if heard(text, SHIPPED) != heard(text, taught)]
    assert changed
    assert [text for text in changed if not may_change(words_in(text, SHIPPED), taught)] == []


def test_rare_phrase_may_change_few_texts() -> None:
    taught = _taught("within", "person", ["gonna yeet myself"])
    assert sum(may_change(words_in(text, SHIPPED), taught) for text in TEXTS) < len(TEXTS) / 10


def test_shipped_lexicon_may_change_nothing() -> None:
    assert not any(may_change(words_in(text, SHIPPED), SHIPPED) for text in TEXTS)
