"""A name is a name: no cry, need, wish or question is kept as one, and whoever has such a name can still give it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.flows.machine import PLACES
from bot.flows.names import Answer, State
from bot.runtime.runtime import Runtime
from bot.understanding import read
from bot.understanding.chosen_name import LONGEST_NAME, read_name
from tests.support.person import YoungPerson
from tests.support.shipped import LEXICON


def name(text: str) -> str:
    """Return the name that a text is read as where a name is asked for."""
    found = read(
        text, place=PLACES[State.CONSENT_NAME], language="en", labels=(), lexicon=LEXICON, cover_word="weather",
        find_area=lambda _: None,
    )  # fmt: skip
    return found.name if found.answer is Answer.NAME else ""


def rows(text: str) -> list[str]:
    """Split rows of texts at semicolons and line ends."""
    return [row.strip() for line in text.strip().splitlines() for row in line.split(";") if row.strip()]


NO_NAMES = rows(
    """hurry; hurry up; hurryyyy; scared; cops; police; nothing; please; pls hurry; im scared; im so scared
    its urgent; come fast; help; help me; hes coming; he is here; waiting; still waiting; waiting outside
    outside; quick; asap; now; soon; crying; alone; hungry; food; a bed; shelter; bed; lawyer; doctor
    pregnant; sick; hurt; bleeding; suicidal; gun; safe; not safe; unsafe; anyone; someone; a person; a human
    person; nobody; none; no one; who; why; what; where; when; how long; how long till they come
    what if im 16; what if im 16 and my bf is 24; what if i tell you; will u tell my mom; will they tell
    who will see it; is it free; why do you need it; who sees my name; can i lie; do i have to; maya?
    is jay ok?; ¿por qué?; call me later; call me asap; call me now; my auntie said ICWA can help
    my name is none of ur business; my name is not important; not telling; idk; fuck off; bitch; lol; ok
    urgente; apurate; apúrense; rápido; córrele; vengan; vengan ya; ayuda ya; tengo miedo; miedo; policia
    la migra; nada; nadie; quien; cuando; q pasa si digo mi edad; y si tengo 16; cuanto tardan
    quien lo va a ver; es gratis; sola; estoy sola; embarazada; comida; no se; triste; me llamo nadie
    soy menor; dime tu; estoy afuera; está aquí; ya viene; hambre; necesito ayuda; encerrada; que es esto
    desesperada"""
)

NAMES = {
    "Maya": "Maya", "my name is jay": "jay", "call me Z!": "Z", "soy Ana María": "Ana María", "O’Neil": "O'Neil",
    "me llamo Mary-Jane": "Mary-Jane", "im kiki": "kiki", "jay pls": "jay", "hi im marcus": "marcus", "just jay": "jay",
    "tyler :)": "tyler", "Zoë": "Zoë", "D'Angelo": "D'Angelo", "🌸 Lily 🌸": "Lily", "ok maya": "maya",
    "jaz thanks": "jaz",
    "dime Lupe": "Lupe", "pueden decirme": "", "neveah": "neveah", "Xiomara": "Xiomara", "NOOR": "NOOR",
    "its priya": "priya",
    "Faith": "Faith", "hope": "hope", "Angel": "Angel", "Star": "Star", "Luz": "Luz", "Esperanza": "Esperanza",
    "Will": "Will",
    "May": "May", "Grace": "Grace", "Joy": "Joy", "Destiny": "Destiny", "my name is Summer": "Summer",
    "me llamo Paz": "Paz",
    "call me princess": "princess", "Heather": "Heather", "Juan Carlos": "Juan Carlos", "my name is Cable": "Cable",
}  # fmt: skip


@pytest.mark.parametrize("text", NO_NAMES)
def test_cry_need_wish_or_question_is_no_name(text: str) -> None:
    assert name(text) == ""


@pytest.mark.parametrize(("text", "expected"), NAMES.items())
def test_name_is_heard_also_when_it_is_a_word(text: str, expected: str) -> None:
    assert name(text) == expected


def test_no_word_of_the_lexicon_is_a_name_but_the_given_names() -> None:
    given_names = LEXICON._given_names
    heard = {word for word in LEXICON.vocabulary if word.isalpha() and read_name(word, LEXICON)}
    assert heard <= given_names
    assert len(LEXICON.vocabulary) > 2000 and len(given_names) < 400


@given(
    st.lists(st.sampled_from(sorted(LEXICON.vocabulary - LEXICON._given_names)), min_size=1, max_size=3).map(" ".join)
)
def test_no_words_of_the_lexicon_in_a_row_are_a_name(text: str) -> None:
    assert read_name(text, LEXICON) == ""


@given(st.text(max_size=120))
def test_any_text_gives_a_short_name_or_none(text: str) -> None:
    found = read_name(text, LEXICON)
    assert len(found) <= LONGEST_NAME and not any(letter.isdigit() for letter in found)


@pytest.mark.parametrize(
    "text", ["hurry", "urgente", "what if im 16", "how long till they come", "scared", "are they here yet?"]
)
def test_what_is_no_name_is_not_kept_or_shared(runtime: Runtime, text: str) -> None:
    her = YoungPerson(runtime)
    her.text("hey", "1", "ok", "talk to a person", "just say i want to talk", text)
    session = runtime.store.load(her.phone, "").session
    assert session is not None and session.name == "" and session.case
