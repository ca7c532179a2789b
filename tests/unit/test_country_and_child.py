"""What is said of texting 911 is true in the country, and a child who tells more is believed."""

from __future__ import annotations

import pytest

from bot.flows.model import Area
from bot.sms.segments import count
from tests.support.talk import TO_NEEDS, talk

CANADA = {"BC": Area("Surrey", "", "BC", "CA"), "ON": Area("Toronto", "", "ON", "CA")}
HELLO = {"en": TO_NEEDS, "es": ("hola", "1", "ok")}
ANYBODY = ("try texting 911", "texto al 911", "call or text 911", "llama o escribe al 911")
SIGNED_UP = ("only if you signed up", "si te apuntaste")

DANGER = [
    ("en", "he is hitting me right now"), ("en", "he has a knife"), ("en", "come get me"), ("en", "send someone"),
    ("es", "mi novio me pega"), ("es", "vengan por mi"),
]  # fmt: skip


@pytest.mark.parametrize("province", CANADA)
@pytest.mark.parametrize(("language", "text"), DANGER)
def test_nobody_in_canada_is_told_to_text_911(language: str, text: str, province: str) -> None:
    said = talk(*HELLO[language]).is_at(area=CANADA[province]).text(text)
    assert any(words in said for words in SIGNED_UP) and not any(words in said for words in ANYBODY), said
    at_home = talk(*HELLO[language]).text(text)
    assert any(words in at_home for words in ANYBODY) and not any(words in at_home for words in SIGNED_UP)


@pytest.mark.parametrize("language", HELLO)
def test_so_it_is_while_they_wait(language: str) -> None:
    ask = {
        "en": ("person", "1", "are they coming"),
        "es": ("quiero hablar con una persona", "1", "ya vienen en camino"),
    }
    for area, expected in ((CANADA["BC"], SIGNED_UP), (None, ANYBODY)):
        at = talk(*HELLO[language]).is_at(area=area)
        at.text(*ask[language])
        assert at.reply.key == "handoff.nobody_comes" and any(words in at.reply.text for words in expected)


def test_who_is_hurt_in_british_columbia_gets_the_line_of_the_province() -> None:
    assert "1-800-563-0808" in talk(*TO_NEEDS).is_at(area=CANADA["BC"]).text("my ex is looking for me")
    assert "1-833-900-1010" in talk(*TO_NEEDS).is_at(area=CANADA["ON"]).text("my ex is looking for me")


CHILD = {"en": "hi im 12 and my stepdad is being weird", "es": "tengo 11 años y mi tio es raro conmigo"}
NOT_HER_FAULT = {"en": "not your fault", "es": "no es tu culpa"}


@pytest.mark.parametrize("safe", [True, False])
@pytest.mark.parametrize(("language", "more"), [
    ("en", "he comes in when im sleeping"), ("en", "he touches my leg when mom works"),
    ("en", "its our secret he says"),
    ("es", "dice que es un secreto"),
])  # fmt: skip
def test_child_who_tells_more_is_believed(language: str, more: str, *, safe: bool) -> None:
    at = talk(CHILD[language]).is_at(safe=safe)
    first = at.reply.text
    assert NOT_HER_FAULT[language] in first.lower() and "dropped" not in first and "borré" not in first
    second = at.text(more)
    assert second != first and NOT_HER_FAULT[language] in second.lower()
    assert "1-800-422-4453" in second and "911" in second
    assert at.reply.key in {"safety.young_more", "safety.child"}
    assert count(second).segments <= 3


@pytest.mark.parametrize("text", ["hi im 12", "im 10 yrs old"])
def test_child_who_told_nothing_is_not_told_that_something_happened(text: str) -> None:
    said = talk(text).reply.text
    assert "If something's wrong" in said
