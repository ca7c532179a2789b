"""The first offer names the service where the name has room and no label, and its words have a subject either way."""

from __future__ import annotations

import re

import pytest

from bot.conversation.placeholders import Placeholders
from bot.flows.names import LANGUAGES, Need, State
from bot.flows.session import Session
from bot.sms.budgets import room_of
from tests.support.content import CATALOG, DIRECTORY
from tests.support.talk import TO_NEEDS, Talk, snapshot

NO_SUBJECT = re.compile(r"^(For|They|Para|Te|Escuchan|Ayudan|Buscan)\b")
LABEL = re.compile(r"traffick|victim|abus|violen|assault|suicid|trata\b|víctima", re.IGNORECASE)


def test_first_offer_says_what_it_is_why_and_how_to_reach_it() -> None:
    at = Talk()
    said = at.text(*TO_NEEDS, "a place to sleep tonight", "albuquerque")
    assert said.startswith("I heard: a place to sleep. National Runaway Safeline. A line for young people")
    assert "day or night" in said and "Call 1-800-786-2929." in said
    assert at.session.state is State.OPTIONS_OFFER


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_each_service_begin_with_a_subject(language: str) -> None:
    told = {service.id: DIRECTORY.describe(service.id, language).told for service in DIRECTORY}
    assert len(told) > 20
    assert [words for words in told.values() if NO_SUBJECT.match(words)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_offer_of_each_service_fits_and_puts_no_label_on_the_person(language: str) -> None:
    named = 0
    for service in DIRECTORY:
        session = Session(
            language=language, safe=True, limits_told=True, needs=(Need.SHELTER_TONIGHT,), service=service.id
        )
        value = Placeholders(snapshot()).values(session, CATALOG.language(language))
        parts = [value(part) for part in ("service", "heard", "why", "call", "other")]
        assert sum(map(len, parts)) <= room_of(language, "offer"), service.name
        text = DIRECTORY.describe(service.id, language)
        name = parts[0].removesuffix(text.told)
        assert name in ("", f"{service.name}. ") and not LABEL.search(name)
        named += bool(name)
    assert named > 3
