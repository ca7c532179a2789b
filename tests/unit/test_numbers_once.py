"""The numbers of a danger beside a reply: none that the reply names itself, and not for long for want of a place."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

YOUNG = {
    "en": (*TO_NEEDS, "im 15 and i have nowhere to sleep tonight"),
    "es": ("hola", "1", "ok", "tengo 15 y no tengo donde dormir hoy"),
}
RUNAWAY = "1-800-786-2929"


@pytest.mark.parametrize(("language", "line"), [("en", "If it's urgent: 911. "), ("es", "Si es urgente: 911. ")])
def test_answer_about_a_place_names_its_number_once(language: str, line: str) -> None:
    said = talk(*YOUNG[language]).reply.text
    assert said.startswith(line)
    assert said.count(RUNAWAY) == 1


@pytest.mark.parametrize("language", ["en", "es"])
def test_numbers_for_a_missing_place_end_after_two_more_replies(language: str) -> None:
    at = talk(*YOUNG[language])
    replies = [at.text(text) for text in ("albuquerque", "1", "hm", "menu", "ok")]
    begins = [said.startswith(("If it's urgent", "Si es urgente", "911")) for said in replies]
    assert begins == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("danger", "number"),
    [("i want to kill myself", "988"), ("he has a knife", "1-888-373-7888"), ("mi novio me pega", "1-800-799-7233")],
)
def test_reply_has_each_number_of_a_danger_and_none_twice_beside_it(danger: str, number: str) -> None:
    at = talk(danger)
    for text in ("1", "ok", "what do you keep", "not now", "hm"):
        said = at.text(text)
        assert "911" in said and number in said
        before = said.split(". ")[0]
        assert (
            not (before.startswith(("If it's urgent", "Si es urgente")) and number in before) or said.count(number) == 1
        )
