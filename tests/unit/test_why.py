"""Reasons for an offer, and vetting facts after a concern: as texted, in both languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.catalog import Catalog
from bot.conversation.match_reasons import match_reasons, vetting_summary
from bot.conversation.messages import Inbound
from bot.directory.directory import Directory
from bot.directory.factors import Answer, Factor, Finding
from bot.directory.load import load_directory
from bot.directory.model import Service
from bot.directory.vetting import DEMO, MUST, Rules
from bot.flows.machine import PLACES
from bot.flows.model import Area, ServiceQuery
from bot.flows.names import Fit, Need, State, Worry
from bot.inbound.router import Router
from bot.runtime.runtime import Runtime
from bot.sms.budgets import room_of
from bot.sms.segments import count
from tests.support.app import NOON, with_directory
from tests.support.match_oracle import offers
from tests.support.shipped import SHEETS

EXAMPLES = load_directory(rules=DEMO, clock=lambda: NOON)
WORDS = Catalog(SHEETS).languages
ORANGE = Area("Santa Ana", "Orange County", "CA", "US")
DAY = dt.date(2026, 5, 1)
GOOD = Finding(Answer.YES, "a1", "intake lead", DAY)
ENOUGH = 500
RULES = Rules()


def vetted(name: str, *good: Factor, **changes: object) -> Service:
    """Return a shipped service as if the team had asked and got a yes for the required factors and for `good`."""
    service = next(one for one in EXAMPLES if one.name == name)
    return replace(service, assured_on=DAY, vetting={**dict.fromkeys((*MUST, *good), GOOD), **changes})


def directory(*services: Service, rules: Rules = RULES) -> Directory:
    return Directory(services, "US", rules, lambda: NOON)


def told(service: Service, wishes: ServiceQuery, code: str = "en", room: int = ENOUGH) -> str:
    return match_reasons(directory(service).why(service.id, wishes), wishes, WORDS[code], room)


wishes_of = st.builds(
    ServiceQuery,
    need=st.sampled_from(Need),
    area=st.sampled_from((None, ORANGE, Area("", "", "BC", "CA"))),
    language=st.sampled_from(["en", "es"]),
    fits=st.frozensets(st.sampled_from([fit.value for fit in Fit])),
    excluded=st.lists(st.sampled_from([service.id for service in EXAMPLES]), max_size=2).map(tuple),
    requirements=st.frozensets(st.sampled_from([worry.value for worry in Worry])),
)


@settings(deadline=None)  # each example checks all services
@given(wishes_of)
def test_reasons_of_a_service_equal_those_of_its_match(wishes: ServiceQuery) -> None:
    found = {one.service.id: one.reasons for one in offers(EXAMPLES, wishes)}
    for service in EXAMPLES:
        assert EXAMPLES.why(service.id, wishes) == found.get(service.id, ())
        told_already = replace(wishes, already_offered=(service.id,))
        assert EXAMPLES.why(service.id, told_already) == found.get(service.id, ())


def test_every_worry_is_a_vetting_factor() -> None:
    assert {worry.value for worry in Worry} <= set(Factor)


@settings(deadline=None)  # each example checks all services
@given(wishes_of)
def test_offer_with_reasons_fits_three_segments_or_four_in_ucs2(wishes: ServiceQuery) -> None:
    for code, words in WORDS.items():
        for one in offers(EXAMPLES, replace(wishes, language=code)):
            service = one.service.told[code]
            said = match_reasons(one.reasons, wishes, words, room_of(code, "offer") - len(service))
            choices = words.choices(State.OPTIONS_OFFER, PLACES[State.OPTIONS_OFFER].choices)
            size = count(f"{service} {said}\n{choices}")
            assert size.segments <= (3 if size.encoding == "GSM-7" else 4)


def test_requested_reasons_come_first_and_unknown_ones_are_to_ask() -> None:
    wishes = ServiceQuery(Need.CRIMINAL_JUSTICE, ORANGE, requirements=frozenset({Worry.NO_POLICE, Worry.NO_ID}))
    known = vetted("Waymakers", Factor.NO_POLICE)
    assert told(known, wishes) == "No police needed. They help in your area. You can ask them first if you need ID."
    assert told(known, wishes, room=30) == "No police needed."
    assert told(known, wishes, "es") == "Sin policía. Atienden en tu zona. Pregunta si piden papeles."
    assert told(known, wishes, room=10) == ""


def test_phone_is_mentioned_only_when_requested() -> None:
    line = vetted("The Hotline")
    plain = ServiceQuery(Need.HOUSING, ORANGE)
    assert "phone" not in told(line, plain)
    assert "You can do it by phone or online." in told(line, replace(plain, fits=frozenset({Fit.PHONE_ONLY})))


def test_claim_that_the_team_did_not_verify_is_to_ask() -> None:
    claimed = vetted("Waymakers", **{Factor.NO_POLICE: Finding(Answer.YES)})
    wishes = ServiceQuery(Need.CRIMINAL_JUSTICE, ORANGE, requirements=frozenset({Worry.NO_POLICE}))
    assert told(claimed, wishes) == "They help in your area. You can ask them first if police get involved."


def test_only_verified_yes_answers_are_texted_with_their_date() -> None:
    claimed = {Factor.NO_FAITH: Finding(Answer.YES), Factor.COMPANY: Finding(Answer.NO, "a1", "lead", DAY)}
    service = vetted("Waymakers", Factor.NO_POLICE, Factor.NO_ID, **claimed)
    found = directory(service).checked(service.id)
    assert vetting_summary(found, WORDS["en"], ENOUGH) == (
        "We last checked them on May 1, 2026: no police needed, no ID needed."
    )
    assert (
        vetting_summary(found, WORDS["es"], ENOUGH)
        == "Lo revisamos el 1 de mayo de 2026: sin policía, no piden papeles."
    )
    assert vetting_summary(found, WORDS["en"], 60) == "We last checked them on May 1, 2026: no police needed."
    assert vetting_summary(found, WORDS["en"], 40) == "We last checked them on May 1, 2026."


def test_example_is_called_unchecked_and_withdrawn_service_gives_nothing() -> None:
    example = next(iter(EXAMPLES))
    for language in WORDS.values():  # a young person must not hear that the programme shows example data
        said = vetting_summary(EXAMPLES.checked(example.id), language, ENOUGH)
        assert said and "example" not in said and "ejemplo" not in said
    assert directory(example).checked(example.id) is None
    assert directory().checked("gone") is None
    assert vetting_summary(None, WORDS["en"], ENOUGH) == ""


# In a conversation


@pytest.fixture
def say(runtime: Runtime, phone: str, sid: Callable[[], str]) -> Callable[..., list[str]]:
    """Provide a function that texts the bot and returns the replies; three services fit, and one does not."""
    services = (
        vetted("The Lighthouse", Factor.NO_POLICE, Factor.NO_ID),
        vetted("Project CHOICE", Factor.NO_POLICE),
        vetted("The Hotline", Factor.NO_POLICE),
        vetted("National Runaway Safeline", **{Factor.NO_POLICE: Finding(Answer.NO, "a1", "lead", DAY)}),
    )
    router = Router(with_directory(runtime, directory(*services)))
    return lambda *texts: [router.handle(Inbound(sid(), phone, text)).text for text in texts]


TO_AN_OFFER = ("hey", "1", "ok", "housing", "santa ana ca")


def test_concern_is_answered_with_verified_facts_and_a_better_offer(
    say: Callable[..., list[str]],
) -> None:
    *_, heard, offer, other = say(*TO_AN_OFFER, "not now", "heard things", "no police", "another")
    assert "We last checked them on May 1, 2026: no police needed, no ID needed." in heard
    assert "People who help you get safer" in offer and "No police needed." in offer
    assert "1-888-373-7888" in other and "I won't pretend" in other, "who calls the police is not offered"


def test_agency_called_unsafe_is_never_named_again(say: Callable[..., list[str]]) -> None:
    before = say(*TO_AN_OFFER, "how to reach them", "something else", "case manager")
    later = say("how to reach them", "may not be safe", "a different one", "next", "housing", "another", "another")
    assert "Talk to a person" in later[1]
    names = ("Orangewood", "Lighthouse", "CHOICE", "a home for young women", "drop-in")
    assert [name for text in before for name in names if name.casefold() in text.casefold()]
    assert not [name for text in later[1:] for name in names if name.casefold() in text.casefold()]
