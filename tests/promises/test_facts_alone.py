"""Facts that a person told are theirs alone: no consent covers them, no log names them, and no page shows them."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest

import bot
from bot.casework.consent_gate import ConsentGate
from bot.flows.items import Fact, ShareItem
from bot.flows.session import Session
from tests.support.talk import TO_NEEDS, talk

EVERYTHING = Session(facts=frozenset(Fact), age=16, safe=True)
SOURCE = Path(bot.__file__).parent
STAFF_SIDE = ("web", "jobs", "inbound", "actions", "casework", "staff", "reports", "cli", "sms", "store")
_READS_FACTS = re.compile(r"\bsession\.(?:facts|age|told)\b|\bFact\.[A-Z]|import .*\bFact\b|\breading\.(?:facts|age)\b")


def test_no_item_of_a_consent_has_a_fact() -> None:
    assert EVERYTHING.shareable() == frozenset() and EVERYTHING.tellable() == ()
    assert {item.value for item in ShareItem}.isdisjoint(fact.value for fact in Fact)


@pytest.mark.parametrize("item", list(ShareItem))
def test_the_gate_shows_no_fact_for_any_item(item: ShareItem) -> None:
    gate = ConsentGate.__new__(ConsentGate)  # these values need neither store nor clock
    assert gate._values(EVERYTHING, item) == ()


@pytest.mark.parametrize("folder", STAFF_SIDE)
def test_no_code_on_the_side_of_staff_reads_facts(folder: str) -> None:
    reads = [
        path.relative_to(SOURCE)
        for path in (SOURCE / folder).rglob("*.py")
        if _READS_FACTS.search(path.read_text(encoding="utf-8")) and path.name != "facts.py"
    ]
    assert reads == []


def test_no_log_has_a_fact(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        talk(*TO_NEEDS, "im 16 and pregnant and deaf", "what do you keep", "1", "not now")
    assert not re.search(r"\b16\b|pregnant|deaf", caplog.text)
