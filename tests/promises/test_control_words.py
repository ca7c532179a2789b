"""Control words and numbers in every state and both languages; they work whatever the labels say."""

from __future__ import annotations

import pytest

from bot.flows.machine import PLACES
from bot.flows.names import LANGUAGES, Answer, State
from bot.understanding import read
from tests.support.content import CATALOG
from tests.support.control_words import CONTROL
from tests.support.flow_walk import SPOKEN
from tests.support.shipped import LEXICON


@pytest.mark.parametrize("language", LANGUAGES)
def test_control_words_work_in_every_state(language):
    heard = 0
    for state in SPOKEN:
        for answer, texts in CONTROL.items():
            for text in texts[language]:
                reading = read(
                    text, place=PLACES[state], language=language, labels=CATALOG.labels(state, language),
                    lexicon=LEXICON, cover_word="weather", find_area=lambda _: None,
                )  # fmt: skip
                heard += 1
                expected = {answer, *_OWN_MEANING.get(state, {}).get(answer, ())}
                assert reading.answer in expected, (state, text, reading.answer)
    print(f"\nread {heard} control texts ({language}) over {len(SPOKEN)} states")


_OWN_MEANING: dict[State, dict[Answer, tuple[Answer, ...]]] = {}
"""States where a choice is worded like a control word, and means that choice."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_work_in_every_state_with_ruined_labels(language):
    for place in PLACES.values():
        for number, offer in enumerate(place.choices, 1):
            ruined = tuple(() for _ in place.choices)
            reading = read(
                str(number), place=place, language=language, labels=ruined, lexicon=LEXICON, cover_word="weather",
                find_area=lambda _: None,
            )  # fmt: skip
            assert reading.answer is offer.answer, (place.state, number)
