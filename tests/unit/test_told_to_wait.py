"""Police who tell to wait while a child is gone, and who left a home that was no foster home."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

MISSING = "1-800-843-5678"
EN_ESPANOL = ("hola", "1", "ok")


@pytest.mark.parametrize(
    "text",
    ["police said wait 24 hours", "cops said they cant do nothing till 48 hrs", "do i have to wait to report",
     "the cops say shes just a runaway"],
)  # fmt: skip
def test_nobody_has_to_wait(text: str) -> None:
    at = talk(*TO_NEEDS, "my daughter is missing 3 days shes 15", text)
    assert at.reply.key in ("guide.missing_friend.1", "aside.reported")  # the page was just told
    assert MISSING in at.reply.text


def test_so_it_is_in_spanish() -> None:
    at = talk(*EN_ESPANOL, "mi hija no aparece hace 3 dias tiene 15", "la policia dice que espere 24 horas")
    assert at.reply.key in ("guide.missing_friend.1", "aside.reported") and MISSING in at.reply.text


@pytest.mark.parametrize("text", ["my daughter has been gone 3 days", "my kid has been gone two days shes 15"])
def test_who_is_gone_for_days_is_missing(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == "guide.missing_friend.1"


@pytest.mark.parametrize("text", ["do i have to wait", "police said wait here", "my daughter went 2 days to camp"])
def test_other_waits_are_none_of_it(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key != "guide.missing_friend.1"


@pytest.mark.parametrize(
    ("start", "text"),
    [(TO_NEEDS, "i left home 2 wks ago"), (TO_NEEDS, "left my moms house last week"),
     (EN_ESPANOL, "me fui de mi casa hace 2 semanas")],
)  # fmt: skip
def test_who_left_home_gets_no_law_of_foster_care(start: tuple[str, ...], text: str) -> None:
    assert talk(*start, text).reply.key == "safety.no_place"


@pytest.mark.parametrize("text", ["i ran away from my foster home", "i ran away from my group home"])
def test_who_left_care_is_heard_as_before(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key in ("guide.ran_from_care.1", "safety.no_place")
