"""The name that staff see is taken off, replaced and shown on plain words, and never by words of something else."""

from __future__ import annotations

import pytest

from bot.flows.names import ShareItem
from tests.support.talk import TO_NEEDS, talk

ASKED = {"en": (*TO_NEEDS, "person", "yes"), "es": ("hola", "si", "quiero hablar con alguien", "1")}
NAMED = {"en": (*ASKED["en"], "Lee"), "es": (*ASKED["es"], "Lupe")}
WAITS = {"en": (*NAMED["en"], "no"), "es": (*NAMED["es"], "no")}


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "no dont call me that, he knows that name"), ("en", "no wait dont use Lee"),
     ("en", "dont let them see my name"), ("en", "wait he knows that name"), ("en", "thats my real name"),
     ("en", "i dont want them to see my name"), ("en", "my bf knows that name"), ("en", "please dont share my name"),
     ("es", "no me digan asi, el me conoce por ese nombre"), ("es", "no quiero que vean mi nombre"),
     ("es", "mi novio sabe ese nombre"), ("es", "no usen Lupe"), ("es", "no pongas ese nombre")],
)  # fmt: skip
def test_name_is_taken_off_at_once(language: str, text: str) -> None:
    for before in (NAMED, WAITS):
        at = talk(*before[language], text)
        assert at.reply.key == "consent.name_gone" and not at.session.name
        assert ShareItem.NAME not in at.session.shared and at.session.case
        new = talk(*before[language], text, "Sky")
        assert new.session.name == "Sky" and ShareItem.NAME in new.session.shared


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [("en", "use Bird", "Bird"), ("en", "call me sky", "sky"), ("en", "no wait use Sky instead", "Sky"),
     ("en", "dont use Lee, use Cherry", "Cherry"), ("en", "not my real name, call me Star", "Star"),
     ("es", "mejor ponme Sol", "Sol"), ("es", "no usen Lupe, usen Mar", "Mar"), ("es", "no, dime Luna", "Luna")],
)  # fmt: skip
def test_name_is_replaced_and_read_back(language: str, text: str, name: str) -> None:
    for before in (NAMED, WAITS):
        at = talk(*before[language], text)
        assert at.reply.key == "consent.renamed" and at.session.name == name and name in at.reply.text


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [("en", "dont use my name use Cherry", "Cherry"), ("en", "not my real one. Angel", "Angel"),
     ("es", "no mi nombre real, ponme Luna", "Luna")],
)  # fmt: skip
def test_name_beside_what_it_is_not(language: str, text: str, name: str) -> None:
    assert talk(*ASKED[language], text).session.name == name


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "what name will they see"), ("en", "what name do they have"), ("en", "do they see my name"),
     ("es", "que nombre ven"), ("es", "como me van a llamar"), ("es", "que nombre tienen?")],
)  # fmt: skip
def test_name_is_shown_on_request(language: str, text: str) -> None:
    at = talk(*WAITS[language], text)
    assert at.reply.key == "aside.name_seen" and at.session.name in at.reply.text
    none = {"en": "none", "es": "ninguno"}[language]
    skip = {"en": "no name", "es": "sin nombre"}[language]
    assert none in talk(*ASKED[language], skip, text).reply.text


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "dont call me"), ("en", "dont use drugs"), ("en", "its my birthday"), ("en", "it is fine"),
     ("en", "he knows where i am"), ("en", "he knows my name and hits me"), ("en", "put me on hold"),
     ("es", "mejor mañana"), ("es", "dime algo"), ("es", "no me llamen"), ("es", "el sabe donde estoy")],
)  # fmt: skip
def test_other_words_leave_the_name(language: str, text: str) -> None:
    at = talk(*WAITS[language], text)
    assert at.session.name in ("Lee", "Lupe") and ShareItem.NAME in at.session.shared
