"""Reading never raises: contractions taken apart, digits and letters of every script, wherever they are texted."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.directory import area, regions
from bot.directory.area import find_area
from bot.flows.machine import PLACES
from bot.flows.model import Interpretation
from bot.flows.names import Answer, State
from bot.understanding import normalise, read
from tests.support.shipped import LEXICON

AREA, NAME, MENU, FIRST = State.NEEDS_AREA, State.CONSENT_NAME, State.NEEDS_ASK, State.WELCOME_START

APART = {
    "i ca n't breathe he has a gun": Answer.MEDICAL,
    "I CA N'T BREATHE": Answer.MEDICAL,
    "he is n't breathing": Answer.MEDICAL,
    "he wo n't let me leave": Answer.HURT_NOW,
    "they wo n’t let me go": Answer.HURT_NOW,
    "i do n't want to live": Answer.SELF_HARM,
    "i can 't breathe": Answer.MEDICAL,
    "i doooon't want to live": Answer.SELF_HARM,
}
ALONE = ("n't", "N'T", "n’t", "'t", "n't n't", "'n't'", "n'n't", "nn't", "x n't.", "n't!", "'s", "'", "n't 's 't")


def heard(text: str, state: State) -> Interpretation:
    """Read a text in a state with the real lexicon and the real places."""
    return read(
        text, place=PLACES[state], language="en", labels=(), lexicon=LEXICON, cover_word="weather",
        find_area=partial(find_area, home_region="US-CA"),
    )  # fmt: skip


@pytest.mark.parametrize(("text", "answer"), APART.items())
def test_contraction_taken_apart_is_read_as_one(text: str, answer: Answer) -> None:
    assert heard(text, MENU).answer is answer


@pytest.mark.parametrize("text", ALONE)
@pytest.mark.parametrize("state", [AREA, NAME, MENU, FIRST])
def test_contraction_without_its_verb_is_read(text: str, state: State) -> None:
    assert all(normalise(text).tokens), "no word is empty"
    assert isinstance(heard(text, state).answer, Answer)


DIGITS = {
    "fullwidth": "９２７０１", "arabic": "٩٢٧٠١", "persian": "۹۲۷۰۱", "hindi": "९२७०१", "bengali": "৯২৭০১",
    "thai": "๙๒๗๐๑",
    "khmer": "៩២៧០១", "mathematical": "𝟗𝟐𝟕𝟎𝟏", "mixed": "9２7٠1",
}  # fmt: skip


@pytest.mark.parametrize("code", DIGITS.values(), ids=DIGITS.keys())
@pytest.mark.parametrize("around", ["{}", "my zip is {}", "{}-1234", "cerca del {} gracias"])
def test_zip_code_is_read_in_the_digits_of_any_script(code: str, around: str) -> None:
    found = heard(around.format(code), AREA)
    assert found.area is not None and (found.area.city, found.area.region) == ("Santa Ana", "CA")


@pytest.mark.parametrize(
    "text", ["٠٠٠٠٠", "１２３", "①②③④⑤", "²²²²²", "零一二三四", "Ⅸ Ⅱ", "ſ1a 1a1", "K1A 0B1", "½½½½½", "\ufdfa" * 90]
)
@pytest.mark.parametrize("state", [AREA, NAME, MENU, FIRST])
def test_other_numerals_and_look_alikes_are_read(text: str, state: State) -> None:
    assert isinstance(heard(text, state).answer, Answer)


def blocks() -> st.SearchStrategy[str]:
    """Texts in the letters and digits of one stretch of Unicode, with what has broken the reading before."""
    stretch = st.integers(0, 0x10FFFF // 0x80).map(lambda at: at * 0x80).filter(lambda at: not 0xD800 <= at < 0xE000)
    letters = stretch.flatmap(
        lambda at: st.text(
            st.characters(min_codepoint=at, max_codepoint=at + 0x7F, exclude_categories=["Cs"]), max_size=30
        )
    )
    digits = st.text(st.characters(categories=["Nd", "Nl", "No"]), min_size=1, max_size=6)
    broken = st.sampled_from(
        ["n't", "ca n't", "'t", " in ", ", ", "near ", " ca", "92701", "V6B", "\u200d", "\u0301", "'"]
    )
    return st.lists(st.one_of(letters, digits, broken), max_size=8).map("".join)


@given(blocks(), st.sampled_from([AREA, NAME, MENU, FIRST]))
@settings(max_examples=1500)
def test_text_of_any_script_is_read_in_every_kind_of_place(text: str, state: State) -> None:
    found = heard(text, state)
    assert isinstance(found.answer, Answer)
    assert found.area is None or found.area.country in {"US", "CA"}


def test_what_a_person_texts_never_reaches_the_compiled_package(monkeypatch: pytest.MonkeyPatch) -> None:
    regions.warm()
    asked: list[object] = []
    monkeypatch.setattr(regions, "_rows_of", lambda **how: asked.append(how) or [])
    for text in (*DIGITS.values(), "santa ana", "columbus ohio", "92701", "00000", "rhode island or guam", "sanat ana"):
        for home in ("US-CA", "US", "CA-BC", "XX"):
            find_area(text, home)
    assert asked == []


def test_number_of_looks_is_bounded_whatever_the_text_says(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = {"far": 0, "slips": 0}
    by_name, extract = regions.by_name, area.process.extract

    def far(name: str) -> object:
        looks["far"] += 1
        return by_name(name)

    def slip(*args: object, **more: object) -> object:
        looks["slips"] += 1
        return extract(*args, **more)

    monkeypatch.setattr(regions, "by_name", far)
    monkeypatch.setattr(area.process, "extract", slip)
    for piece in ("in xq ", "in sanat anna ", "zqqqqqq1,", "near springfeild portlnd ", "a, ", "in ca tx ny oh "):
        looks.update(far=0, slips=0)
        find_area(piece * 1600, "US-CA")
        assert looks["far"] <= area.FAR_LOOKS and looks["slips"] <= area.SLIP_LOOKS, piece
