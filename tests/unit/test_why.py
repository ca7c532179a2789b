"""Why a service is offered, and what was checked of one that was set aside: as it is texted, in both languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.catalog import Catalog, load_sheets
from bot.conversation.match_reasons import match_reasons, vetting_summary
from bot.conversation.messages import Inbound
from bot.directory.directory import Directory
from bot.directory.factors import Answer, Factor, Finding
from bot.directory.load import load_directory
from bot.directory.model import Service
from bot.directory.vetting import DEMO, MUST, Rules
from bot.flows.model import Area, ServiceQuery
from bot.flows.names import Fit, Need, Worry
from bot.inbound.router import Router
from bot.runtime.runtime import Runtime
from bot.sms.budgets import room_of
from bot.sms.segments import count
from tests.support.app import NOON, with_directory
from tests.support.match_oracle import offers

EXAMPLES = load_directory(rules=DEMO, clock=lambda: NOON)
WORDS = Catalog(load_sheets()[0]).languages
ORANGE = Area("Santa Ana", "Orange County", "CA", "US")
DAY = dt.date(2026, 5, 1)
GOOD = Finding(Answer.YES, "a1", "intake lead", DAY)
ENOUGH = 500
RULES = Rules()


def vetted(name: str, *good: Factor, **changes: object) -> Service:
    """A shipped service as if the team had asked, and heard yes of what must be and of these."""
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


@settings(deadline=None)  # each example looks at all services
@given(wishes_of)
def test_the_reasons_of_one_service_are_those_of_the_match_and_stay_once_it_was_told(wishes: ServiceQuery) -> None:
    found = {one.service.id: one.reasons for one in offers(EXAMPLES, wishes)}
    for service in EXAMPLES:
        assert EXAMPLES.why(service.id, wishes) == found.get(service.id, ())
        told_already = replace(wishes, already_offered=(service.id,))
        assert EXAMPLES.why(service.id, told_already) == found.get(service.id, ())


def test_what_a_person_may_worry_about_is_something_the_team_finds_out() -> None:
    assert {worry.value for worry in Worry} <= set(Factor)


@settings(deadline=None)  # each example looks at all services
@given(wishes_of)
def test_an_offer_with_its_reasons_keeps_to_two_texts_or_to_four_where_letters_cost_more(wishes: ServiceQuery) -> None:
    for code, words in WORDS.items():
        for one in offers(EXAMPLES, replace(wishes, language=code)):
            service = one.service.told[code]
            said = match_reasons(one.reasons, wishes, words, room_of(code, "offer") - len(service))
            choices = "1 How to reach them\n2 Have someone introduce me\n3 Another one\n4 Not now"
            size = count(f"{service} {said}\n{choices}")
            assert size.segments <= (2 if size.encoding == "GSM-7" else 4)


def test_what_they_asked_for_is_told_first_and_what_is_not_known_is_theirs_to_ask() -> None:
    wishes = ServiceQuery(Need.CRIMINAL_JUSTICE, ORANGE, requirements=frozenset({Worry.NO_POLICE, Worry.NO_ID}))
    known = vetted("Waymakers", Factor.NO_POLICE)
    assert told(known, wishes) == "No police needed. They're in your area. You can ask them first if you need ID."
    assert told(known, wishes, room=30) == "No police needed."
    assert told(known, wishes, "es") == "Sin policía. Atienden en tu zona. Pregunta si piden papeles."
    assert told(known, wishes, room=10) == ""


def test_that_it_is_by_phone_is_told_to_those_who_asked_for_it() -> None:
    line = vetted("The Hotline")
    plain = ServiceQuery(Need.HOUSING, ORANGE)
    assert "phone" not in told(line, plain)
    assert "You can do it by phone or online." in told(line, replace(plain, fits=frozenset({Fit.PHONE_ONLY})))


def test_what_nobody_of_the_team_asked_is_theirs_to_ask() -> None:
    claimed = vetted("Waymakers", **{Factor.NO_POLICE: Finding(Answer.YES)})
    wishes = ServiceQuery(Need.CRIMINAL_JUSTICE, ORANGE, requirements=frozenset({Worry.NO_POLICE}))
    assert told(claimed, wishes) == "They're in your area. You can ask them first if police get involved."


def test_only_what_somebody_asked_and_heard_yes_to_is_told_and_when() -> None:
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


def test_an_example_is_called_unchecked_never_an_example_and_of_what_is_withdrawn_nothing_is_said() -> None:
    example = next(iter(EXAMPLES))
    for language in WORDS.values():  # a young person must not hear that the programme shows example data
        said = vetting_summary(EXAMPLES.checked(example.id), language, ENOUGH)
        assert said and "example" not in said and "ejemplo" not in said
    assert directory(example).checked(example.id) is None
    assert directory().checked("gone") is None
    assert vetting_summary(None, WORDS["en"], ENOUGH) == ""


# In the talk


@pytest.fixture
def say(runtime: Runtime, phone: str, sid: Callable[[], str]) -> Callable[..., list[str]]:
    """Two services near, and a line, all vetted; each text's reply."""
    services = (
        vetted("The Lighthouse", Factor.NO_POLICE, Factor.NO_ID),
        vetted("Project CHOICE", Factor.NO_POLICE),
        vetted("The Hotline", Factor.NO_POLICE),
        vetted("National Runaway Safeline", **{Factor.NO_POLICE: Finding(Answer.NO, "a1", "lead", DAY)}),
    )
    router = Router(with_directory(runtime, directory(*services)))
    return lambda *texts: [router.handle(Inbound(sid(), phone, text)).text for text in texts]


TO_AN_OFFER = ("hey", "1", "ok", "housing", "yes", "santa ana ca")


def test_who_heard_things_is_told_what_was_checked_and_hears_of_one_that_holds_to_it(
    say: Callable[..., list[str]],
) -> None:
    *_, heard, offer, other = say(*TO_AN_OFFER, "not now", "heard things", "no police", "another")
    assert "We last checked them on May 1, 2026: no police needed, no ID needed." in heard
    assert offer.startswith("They help you think") and "No police needed." in offer
    assert "1-888-373-7888" in other and "I won't pretend" in other, "who calls the police is not offered"


def test_an_agency_that_may_be_a_danger_is_named_in_no_text_again(say: Callable[..., list[str]]) -> None:
    before = say(*TO_AN_OFFER, "how to reach them", "it's fine", "something else", "case manager", "1")
    later = say("how to reach them", "may not be safe", "a different one", "next", "housing", "1", "another", "another")
    assert "Talk to a person" in later[1]
    names = ("Orangewood", "Lighthouse", "CHOICE", "a home for young women", "drop-in")
    assert [name for text in before for name in names if name.casefold() in text.casefold()]
    assert not [name for text in later[1:] for name in names if name.casefold() in text.casefold()]
