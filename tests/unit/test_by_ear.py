"""Spanish written as it sounds."""

from __future__ import annotations

import pytest

from bot.understanding.by_ear import sound
from tests.support.talk import TO_NEEDS, snapshot, talk

SAID_THE_SAME = [
    ("kedarme", "quedarme"), ("jente", "gente"), ("yegue", "llegue"), ("ninyo", "nino"), ("kisiera", "quisiera"),
    ("deskansar", "descansar"), ("umano", "humano"), ("ueso", "hueso"), ("comensar", "comenzar"), ("sielo", "cielo"),
    ("embidia", "envidia"), ("cojer", "coger"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), SAID_THE_SAME)
def test_words_that_are_said_the_same_have_one_sound(written: str, meant: str) -> None:
    assert sound(written) == sound(meant)


@pytest.mark.parametrize(
    ("one", "other"), [("casa", "caja"), ("pena", "pega"), ("chico", "sico"), ("pero", "peso"), ("gota", "jota")]
)
def test_words_that_are_said_differently_have_two(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("es que jente mala me sigue", "gente"), ("nesecito kedarme con alguien", "quedarme"),
        ("me kitaron el selular", "celular"), ("la pansa me duele", "panza"),
        ("ese ombre no me deja", "hombre"),
    ],
)  # fmt: skip
def test_unknown_word_in_spanish_is_read_as_it_sounds(text: str, meant: str) -> None:
    assert meant in snapshot().lexicon.clean(text).tokens


@pytest.mark.parametrize("text", ["they got me a kool hoodie", "my bestie jente is at school", "im at the kaffe"])
def test_english_is_not_read_as_spanish(text: str) -> None:
    assert not {"col", "gente", "cafe"} & set(snapshot().lexicon.clean(text).tokens)


@pytest.mark.parametrize("text", ["me boy a matar", "ya me boy a tirar del puente", "oy me boy a kitar la bida"])
def test_danger_written_as_it_sounds_is_an_alarm(text: str) -> None:
    assert "988" in talk(*TO_NEEDS, text).reply.text


def test_a_boy_stays_a_boy() -> None:
    assert "voy" not in snapshot().lexicon.clean("is it a boy a girl or what").tokens
