"""Phrases that staff teach: understood beside the shipped ones, without losing any of those."""

from __future__ import annotations

import pytest

from bot.content.examples import heard
from bot.flows.names import Answer
from bot.understanding import Lexicon
from tests.support.shipped import VOCABULARY


@pytest.fixture(scope="module")
def taught() -> Lexicon:
    """Provide a lexicon taught misspelt danger words, and phrases in scripts without spaces."""
    more = {
        "en": {
            "within": {"person": ["beeting heart", "overdosd on homework"]},
            "short": {"raaped": ["ripped"], "chokeing": ["joking around"]},
        },
        "zh": {"within": {"self_harm": ["自杀"]}},
        "ar": {"within": {"self_harm": ["انتحار"]}},
        "th": {"within": {"self_harm": ["ฆ่าตัวตาย"]}},
    }
    vocabulary = VOCABULARY.with_more(more)
    assert vocabulary.problems == []
    return vocabulary.lexicon()


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("he is beeting me", Answer.HURT_NOW),
        ("i overdosd", Answer.MEDICAL),
        ("he raaped me", Answer.HURT_NOW),
        ("he is chokeing me", Answer.HURT_NOW),
        ("my beeting heart", Answer.PERSON),
        ("overdosd on homework", Answer.PERSON),
    ],
)
def test_misspelt_danger_word_stays_danger_after_teaching(taught: Lexicon, text: str, means: Answer) -> None:
    assert heard(text, taught).answer in (means, Answer.MEDICAL)


@pytest.mark.parametrize("text", ["自杀", "我想自杀", "أفكر بالانتحار", "ฉันอยากฆ่าตัวตาย"])
def test_phrase_is_understood_within_text_without_spaces(taught: Lexicon, text: str) -> None:
    assert heard(text, taught).answer is Answer.SELF_HARM


def test_short_form_with_a_known_meaning_is_reported_and_left_out() -> None:
    more = {"en": {"short": {"kms": ["some kilometers"], "wont": ["will happily"], "asapp": ["as soon"]}}}
    vocabulary = VOCABULARY.with_more(more)
    assert ["kms" in problem.says or "wont" in problem.says for problem in vocabulary.problems] == [True, True]
    assert heard("im gonna kms", vocabulary.lexicon()).answer is Answer.SELF_HARM
    assert heard("he wont let me leave", vocabulary.lexicon()).answer is Answer.HURT_NOW


@pytest.mark.parametrize("meaning", [Answer.YES, Answer.SHARE, Answer.ERASE])
def test_agreement_cannot_be_taught_as_part_of_a_text(meaning: Answer) -> None:
    vocabulary = VOCABULARY.with_more({"en": {"within": {meaning.value: ["ok"]}}})
    assert "agrees to something" in vocabulary.problems[0].says
