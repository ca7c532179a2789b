"""What tells something is no "not now", though a "no" or an "again" is in it; and what closes the talk still does."""

from __future__ import annotations

import pytest

from bot.conversation.meant_here.more_than_no import of_more_than_no
from bot.conversation.meant_here.wrote import in_words
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern
from tests.support.shipped import LEXICON
from tests.support.talk import talk


def meant(before: tuple[str, ...], text: str, taken_for: Answer = Answer.NOT_NOW) -> Interpretation:
    """Return what a text means that the reader, or the local model, took for `taken_for`."""
    return of_more_than_no(talk(*before).session, in_words(text, LEXICON), Interpretation(taken_for))


@pytest.mark.parametrize(("before", "text"), [
    ("mi padrastro entra a mi cuarto en la noche", "hoy va a entrar otra vez"),
    ("mi novio me pega", "hoy va a pasar otra vez"), ("mi padrastro abusa de mi", "va a entrar otra vez hoy"),
    ("mi tio me toca", "hoy lo va a hacer otra vez"), ("mi novio me pega", "se que me va a pegar de nuevo"),
    ("my stepdad comes in my room", "hes gonna do it again tonight"), ("he hits me", "its going to happen again"),
    ("my uncle touches me", "he will come again tonight"), ("he hits me", "hes going to hit me again later"),
])  # fmt: skip
def test_what_will_happen_again_is_no_other_time(before: str, text: str) -> None:
    for taken_for in (Answer.NOT_NOW, Answer.UNCLEAR):
        assert meant((before,), text, taken_for).aside is Aside.WHEN_ALONE
    said = talk(before, text)
    assert said.reply.key != "welcome.later" and "911" in said.reply.text


@pytest.mark.parametrize(("before", "text"), [
    ("he makes me see guys", "i wanna stop"), ("he sells me", "i just want to stop doing this"),
    ("mi novio me vende", "ya quiero dejar esto"), ("mi novio me vende", "quiero parar pero no puedo"),
    ("they make me sell dope", "i really wanna quit"),
])  # fmt: skip
def test_wish_to_stop_is_wish_to_be_out_of_it(before: str, text: str) -> None:
    assert meant((before,), text).aside is Aside.WANTS_TO_STOP


@pytest.mark.parametrize(("before", "text"), [
    ("me quiero morir", "perdon por molestar"), ("me quiero morir", "perdon por la molestia"),
    ("mi novio me pega", "disculpa que te moleste"), ("mi novio me vende", "perdona la lata"),
    ("i want to die", "sorry to bother you"), ("he hits me", "sorry for wasting your time"),
    ("he hits me", "didnt mean to bother you"),
])  # fmt: skip
def test_who_fears_to_be_a_burden_is_none(before: str, text: str) -> None:
    said = talk(before, text)
    assert said.reply.key == "aside.no_bother" and "911" in said.reply.text and "STOP" not in said.reply.text


@pytest.mark.parametrize("text", ["sorry wrong number", "perdon, ya no me escriban", "no me molesten mas"])
def test_apology_beside_an_end_is_none(text: str) -> None:
    assert talk("hey", text).reply.key != "aside.no_bother"


@pytest.mark.parametrize(("before", "text"), [("i cut myself sometimes", "i wanna stop"), ("me corto", "quiero parar")])
def test_wish_to_stop_cutting(before: str, text: str) -> None:
    read = meant((before,), text)
    assert read.answer is Answer.UNCLEAR and read.concern is Concern.SELF_HARM


@pytest.mark.parametrize(("before", "text"), [
    ("tengo hambre", "no me obliga nadie"), ("tengo hambre", "no quiero religiosos"),
    ("estoy embarazada", "no lo quiero tener"), ("necesito doctor", "otra cosa: me embarace"),
    ("need food", "i dont want anything religious"), ("i need food", "nobody makes me"),
    ("need food. just food", "thats it"), ("necesito ropa", "eso es todo"), ("need food", "not a shelter please"),
])  # fmt: skip
def test_remark_at_the_gate_is_noted(before: str, text: str) -> None:
    assert meant((before,), text, Answer.NO).aside is Aside.NOTED


@pytest.mark.parametrize(("before", "text"), [("tengo hambre, tucson", "sin mi nombre"), ("need food", "no name tho")])
def test_no_name_closes_nothing(before: str, text: str) -> None:
    assert meant((before,), text, Answer.SKIP).aside is Aside.ANONYMOUS


def test_that_is_all_is_no_yes_to_a_safe_screen() -> None:
    assert meant(("necesito ropa",), "eso es todo", Answer.YES).aside is Aside.NOTED


@pytest.mark.parametrize(("before", "text"), [
    ("need food", "no"), ("need food", "not now"), ("need food", "no i dont want to talk"),
    ("tengo hambre", "otra vez sera"), ("tengo hambre", "ahora no"),
    ("mi novio me pega", "otro dia"), ("mi novio me pega", "luego te escribo otra vez"),
    ("he hits me", "ill text you again tonight"), ("tengo hambre", "no quiero hablar"), ("need food", "i wanna stop"),
    ("he hits me", "i wanna stop texting"), ("tengo hambre", "no puedo ahorita"), ("he hits me", "maybe another time"),
])  # fmt: skip
def test_words_that_close_the_talk_still_do(before: str, text: str) -> None:
    assert meant((before,), text).answer is Answer.NOT_NOW
