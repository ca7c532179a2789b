"""Words that close a talk, and an hour that is set, agree to no consent (promise 1)."""

from __future__ import annotations

import pytest

from bot.conversation.meant_here.weak_yes import of_weak_yes
from bot.conversation.meant_here.wrote import in_words
from bot.flows.model import Interpretation
from bot.flows.names import Answer
from tests.support.shipped import LEXICON
from tests.support.talk import TO_NEEDS, talk

EN, ES = (*TO_NEEDS, "person"), ("hola", "si", "quiero hablar con alguien")
TEAM = ("hola", "si", "ok", "necesito comida", "miami", "quiero una persona")


@pytest.mark.parametrize("text", [
    "listo gracias parce", "listo pues", "bueno pues", "dale gracias", "perfecto gracias", "ah bueno gracias bye",
    "cool thanks", "great thank you", "alright cool",
])  # fmt: skip
def test_closing_words_share_nothing(text: str) -> None:
    for before in (EN, ES, TEAM):
        assert not talk(*before, text).session.shared
    read = of_weak_yes(talk(*ES).session, in_words(text, LEXICON), Interpretation(Answer.YES))
    assert read.answer is Answer.GO_ON


@pytest.mark.parametrize(("before", "text"), [
    (ES, "pero en la mañana que el no esta"), (ES, "bueno que me escriban pero en la mañana que el no esta"),
    (ES, "si pero solo cuando mi mama no esta"), (EN, "ok but only in the morning when hes gone"),
    (EN, "yes but mornings only"), (EN, "only after 5"), (ES, "mejor despues de las 4"),
])  # fmt: skip
def test_hour_is_answered_before_anything_is_shared(before: tuple[str, ...], text: str) -> None:
    said = talk(*before, text)
    assert said.reply.key == "aside.no_hour_set" and not said.session.shared


def test_name_before_a_consent_is_no_consent_and_no_call() -> None:
    said = talk(*ES, "me llamo Valen")
    assert said.reply.key == "consent.sure" and not said.session.shared


@pytest.mark.parametrize(("before", "text"), [
    (ES, "si gracias"), (ES, "acepto gracias"), (ES, "claro que si"), (ES, "dale"), (EN, "yes please"), (EN, "yes"),
])  # fmt: skip
def test_clear_yes_is_one(before: tuple[str, ...], text: str) -> None:
    assert talk(*before, text).session.shared


@pytest.mark.parametrize("text", ["not now, in the morning", "no", "ok mañana"])
def test_no_for_now_is_no_hour(text: str) -> None:
    said = talk(*EN, text)
    assert not said.session.shared and said.reply.key != "aside.no_hour_set"
