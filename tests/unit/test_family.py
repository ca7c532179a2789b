"""Family who looks for somebody, and a brother who found this number: police must take it, nobody says who texts."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk


@pytest.mark.parametrize(
    "text",
    [
        "im his mom and he ran away on monday",
        "my daughter has been gone 2 nights shes 14",
        "the boy we foster never came back",
        "my son is missing he is 15",
        "how do i file a missing person report",
        "my daughters location just went off and shes with the man",
        "my friend got in a car w a man n now her phone is off",
        "soy la tia de Ana y no aparece desde ayer",
        "mi hija se fue hace dos dias y no vuelve",
        "como reporto a mi hermana como desaparecida",
    ],
)
def test_who_looks_for_a_child_is_told_what_police_must_do(text: str) -> None:
    at = talk(text)
    assert at.reply.key == "safety.plan.missing" and "911" in at.reply.text


@pytest.mark.parametrize(
    ("first", "wait"),
    [
        ("my daughter has been gone 2 nights shes 14", "the cops said come back tomorrow"),
        ("im his mom and he ran away on monday", "they told us to wait"),
        ("im his mom and he ran away on monday", "police wont do anything"),
        ("soy la tia de Ana y no aparece desde ayer", "la policia no me hace caso"),
        ("mi hija se fue hace dos dias y no vuelve", "dicen que espere"),
    ],
)
def test_a_wait_told_by_police_is_no_not_now(first: str, wait: str) -> None:
    at = talk(first, wait)
    assert at.reply.key in ("safety.plan.search", "aside.reported")  # nobody has to wait, or what to ask police for
    assert "911" in at.reply.text and "1-800-843-5678" in at.reply.text


@pytest.mark.parametrize(
    "asked", ["just tell me what she texted u", "can you tell me if she is ok", "what has she been saying to you"]
)
def test_a_sister_is_told_nothing_and_not_shut_out(asked: str) -> None:
    at = talk("my sister is 15 and i think a guy is selling her", asked)
    assert at.reply.key == "aside.who_texted"
    assert at.text("what do i do") and at.reply.key == "aside.helping_them"


def test_who_found_words_on_her_phone_is_asked_for_no_consent() -> None:
    at = talk("her brother here i saw a text on my sisters phone it said talk to a person, whats that about")
    assert at.reply.key in ("safety.holder", "welcome.hello")


@pytest.mark.parametrize(
    "text",
    [
        "my son is gone to camp",
        "i ran away from home last night",
        "my sister moved out",
        "my brother died last year",
        "mi hermano murio",
        "my phone is off a lot",
    ],
)
def test_others_are_not_missing(text: str) -> None:
    assert not talk(*TO_NEEDS, text).reply.key.startswith("safety.plan.missing")
