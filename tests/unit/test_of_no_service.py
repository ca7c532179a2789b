"""Beside a danger, a text without a word of a place is no question about one."""

from __future__ import annotations

import pytest

from bot.conversation.meant_here.of_no_service import of_no_service
from bot.conversation.meant_here.wrote import in_words
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside
from bot.flows.session import Session
from bot.understanding.of_a_service import is_asked_of_it
from tests.support.shipped import LEXICON
from tests.support.talk import talk

HELD = Session(hazard=Answer.HURT_NOW.value)


def read(text: str, aside: Aside, session: Session = HELD) -> Interpretation:
    return of_no_service(session, in_words(text, LEXICON), Interpretation(Answer.ASIDE, aside=aside))


@pytest.mark.parametrize(("text", "aside"), [
    ("me da perico pa q aguante", Aside.PETS), ("he feeds me horse so i dont sleep", Aside.PETS),
    ("ya van como 3 meses", Aside.HOW_LONG_STAY), ("its been 3 months of this", Aside.HOW_LONG_STAY),
    ("no ha llegado la regla", Aside.WHAT_HAPPENS_THERE), ("ya son las 8", Aside.OPEN_HOURS),
    ("its 8 already", Aside.OPEN_HOURS), ("tengo su numero de placa", Aside.IS_THIS_COPS),
    ("i have his plate number", Aside.IS_THIS_COPS), ("he keeps every dollar", Aside.COST),
    ("how much is a bus to reno", Aside.COST), ("la dejo con mi suegra", Aside.PARTNER_ALLOWED),
])  # fmt: skip
def test_what_is_told_is_no_question_about_a_place(text: str, aside: Aside) -> None:
    assert read(text, aside).answer is Answer.UNCLEAR
    assert read(text, aside, Session()).aside is aside  # without a danger, the guess stands


@pytest.mark.parametrize(("text", "aside"), [
    ("can i bring my dog", Aside.PETS), ("no puedo dejar a mi perro", Aside.PETS), ("is it free", Aside.COST),
    ("cuanto cuesta", Aside.COST), ("how long can i stay", Aside.HOW_LONG_STAY),
    ("cuanto tiempo me puedo quedar", Aside.HOW_LONG_STAY), ("are they open now", Aside.OPEN_HOURS),
    ("do they take my phone at the shelter", Aside.PHONE_TAKEN_AWAY),
    ("me van a quitar el cel ahi?", Aside.PHONE_TAKEN_AWAY),
    ("are you cops", Aside.IS_THIS_COPS), ("son de la policia? ustedes son policia", Aside.IS_THIS_COPS),
    ("can my boyfriend come with me", Aside.PARTNER_ALLOWED), ("cuanto tardan en contestar", Aside.HOW_LONG_WAIT),
])  # fmt: skip
def test_a_question_about_a_place_or_this_line_stays_one(text: str, aside: Aside) -> None:
    assert is_asked_of_it(aside, in_words(text, LEXICON).said)
    assert read(text, aside).aside is aside


@pytest.mark.parametrize(("told", "text", "key"), [
    ("mi novio me vende", "no lo puedo dejar con el", "aside.bring_kids"),
    ("my boyfriend sells me", "i cant leave her with him", "aside.bring_kids"),
    ("mi novio me vende", "me estan revisando los telefonos", "safety.now.seen"),
    ("my boyfriend sells me", "theyre checking the phones", "safety.now.seen"),
    ("mi novio me vende", "el cobra y a mi no me da nada", "safety.held.more"),
])  # fmt: skip
def test_what_is_told_gets_what_fits_it(told: str, text: str, key: str) -> None:
    at = talk(told, text)
    assert at.reply.key == key and "911" in at.reply.text


@pytest.mark.parametrize("text", ["cuanto rato la dejo de lado", "how long do i leave her on her side"])
def test_how_long_on_the_side_is_asked_of_first_aid(text: str) -> None:
    at = talk("my friend od'd i gave narcan", text)
    assert at.reply.key.startswith(("safety.first_aid", "safety.narcan")) and "911" in at.reply.text


def test_a_phone_is_no_child() -> None:
    assert talk("my bf hits me", "do they take my phone there").session.aside is not Aside.MINE_IN_COURT
