"""What leaves the talk for now has a word of leaving; what only sounds like it tells something."""

import pytest

from bot.understanding.agreeing import agrees_in, is_fine
from bot.understanding.asking import tells_when
from bot.understanding.put_off import may_put_off

TELLS = [
    "im gonna od", "we drive out tomorrow", "they moving us to atlanta", "moms at work", "he gets here tomorrow",
    "toy en tijuana", "tengo hasta las 8", "por llegar tarde", "el sale a las 8",
    "me van a llevar hoy", "mi ama trabaja hoy",
]  # fmt: skip
LEAVES = [
    "later", "gtg", "maybe tmrw", "at work", "ill text u tmrw", "ask me sunday", "rain check", "let me eat first",
    "not ready", "luego", "ahorita no", "al rato te digo", "manana mejor", "dame chance", "otro dia",
    "ya me boy a dormir",
]  # fmt: skip


@pytest.mark.parametrize("text", TELLS)
def test_what_tells_something_leaves_nothing(text: str) -> None:
    assert not may_put_off(text, is_asked=False)
    assert not may_put_off(text, is_asked=True)


@pytest.mark.parametrize("text", LEAVES)
def test_what_leaves_it_for_now_may_be_heard_so(text: str) -> None:
    assert may_put_off(text, is_asked=False)


@pytest.mark.parametrize("text", ["hmm", "finishing my fries", "la olla esta en la lumbre"])
def test_an_answer_to_a_question_needs_no_such_word(text: str) -> None:
    assert may_put_off(text, is_asked=True)
    assert not may_put_off(text, is_asked=False)


@pytest.mark.parametrize(
    "text",
    ["when the baby goes down", "orita toy ocupa", "im in class ill answer at lunch",
     "salgo d la chamba a las 10 y ahi vemos",
     "el finde lo vemos", "q sea pal otro mes cuando me paguen"],
)  # fmt: skip
def test_hours_and_chores_of_ones_own_leave_it_for_now(text: str) -> None:
    assert may_put_off(text, is_asked=True)


@pytest.mark.parametrize("text", ["when the baby goes down", "cuando salga mi ma", "after school lets out"])
def test_time_of_something_is_no_question(text: str) -> None:
    assert tells_when(text)


@pytest.mark.parametrize("text", ["when the baby goes down?", "when do they open", "cuando abren?", "when can i come"])
def test_question_of_when_stays_one(text: str) -> None:
    assert not tells_when(text)


@pytest.mark.parametrize("text", ["yh go head", "yerr", "tato", "de una parce", "obvio"])
def test_slang_agrees(text: str) -> None:
    assert agrees_in(text)


def test_leaving_it_so_agrees_to_nothing() -> None:
    assert is_fine("deja eso asi mi pana") and not is_fine("dejame ver")
