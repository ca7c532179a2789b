"""An offer takes two texts: what is said twice is left out, and what the person told is not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from bot.content.catalog import Language
from bot.conversation.match_reasons import match_reasons
from bot.conversation.placeholders import Placeholders
from bot.flows.machine import PLACES
from bot.flows.model import Area, ServiceQuery
from bot.flows.names import Fact, Need, State
from bot.flows.session import Session
from bot.sms.segments import count
from tests.support.content import CATALOG
from tests.support.talk import TO_NEEDS, snapshot, talk

AREAS = (None, Area("Santa Ana", "Orange County", "CA", "US"), Area("Vancouver", "", "BC", "CA"))
TOLD = (frozenset[Fact](), frozenset({Fact.TRANS}), frozenset({Fact.BOY, Fact.CHILDREN}), frozenset({Fact.TEXT_ONLY}))


def _offers(code: str) -> Iterator[tuple[Session, str]]:
    at, language = snapshot(), CATALOG.language(code)
    values = Placeholders(at)
    for need, area, facts, age in product(Need, AREAS, TOLD, (0, 17)):
        session = Session(
            state=State.OPTIONS_OFFER, language=code, safe=True, limits_told=True, needs=(need,), area=area,
            facts=facts, age=age,
        )  # fmt: skip
        for _ in range(2):
            query = session.query()
            assert query
            if not (found := at.directory.next_service(query)):
                break
            session = session._replace(service=found, offered_services=(*session.offered_services, found))
            yield session, _said(values, session, language)


def _said(values: Placeholders, session: Session, language: Language) -> str:
    return language.fill(
        "options.offer", State.OPTIONS_OFFER, bland=False, value=values.values(session, language),
        offers=PLACES[State.OPTIONS_OFFER].choices,
    )  # fmt: skip


def test_each_offer_in_english_takes_two_texts_and_has_its_number() -> None:
    seen = 0
    for session, said in _offers("en"):
        assert count(said).segments <= 2, said
        found = snapshot().directory.describe(session.service, "en")
        number = found.texts if session.texts_only else found.phone
        assert not number or number in said
        seen += 1
    assert seen > 200


@pytest.mark.parametrize("code", ["en", "es"])
def test_hours_and_language_are_said_once(code: str) -> None:
    for _, said in _offers(code):
        body = said.partition("\n")[0]
        assert not ("day or night" in body and "open now" in body)
        assert not ("a toda hora" in body and "Ahora hay alguien" in body)
        assert not ("en español" in body and "Hablan tu idioma" in body)


def test_what_the_person_told_is_still_weighed() -> None:
    at = talk(*TO_NEEDS, "im trans i need a bed tonight", "san bernardino", "another")
    assert "You can ask them if they take trans people." in at.reply.text
    assert count(at.reply.text).segments <= 2


def test_what_was_heard_is_said_with_the_first_offer_only() -> None:
    at = talk(*TO_NEEDS, "a place to sleep tonight", "san diego")
    assert at.reply.text.startswith("I heard: a place to sleep.")
    assert "I heard" not in at.text("another")


def test_hours_that_the_service_does_not_say_itself_are_told() -> None:
    words, wishes = CATALOG.language("en"), ServiceQuery(Need.FOOD)
    assert match_reasons(("fits.open",), wishes, words, 200, told="They cook for you.") == "They're open now."
    assert match_reasons(("fits.open",), wishes, words, 200, told="Free, day or night.") == ""


def test_reasons_that_can_wait_leave_their_room_to_the_others() -> None:
    words, wishes = CATALOG.language("en"), ServiceQuery(Need.FOOD)
    reasons = ("fits.near", "ask.takes_trans_youth")
    assert match_reasons(reasons, wishes, words, 60, plain=0) == "You can ask them if they take trans people."
