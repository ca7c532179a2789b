"""Matching over the shipped directory: near before far, countries apart, no repeats, each with its reasons."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.directory.directory import Directory
from bot.directory.factors import Answer, Factor, Finding
from bot.directory.hours import Hours
from bot.directory.load import load_directory
from bot.directory.match import REASONS
from bot.directory.model import Coverage, Service
from bot.directory.vetting import DEMO
from bot.flows.model import Area, ServiceQuery
from bot.flows.names import Fact, Fit, Need
from bot.flows.session import Session
from tests.support.app import NOON
from tests.support.match_oracle import match, offers

SHELF = load_directory(rules=DEMO, clock=lambda: NOON)
SERVICES = tuple(SHELF)
ORANGE = Area("Santa Ana", "Orange County", "CA", "US")
AREAS = (None, Area(), ORANGE, Area("", "", "CA", "US"), Area("Vancouver", "", "BC", "CA"), Area(country="CA"))


def _named(name: str) -> Service:
    return next(service for service in SERVICES if service.name == name)


def _found(wishes: ServiceQuery, shelf: Directory = SHELF) -> list[Service]:
    return [found.service for found in offers(shelf, wishes)]


def test_near_services_come_first_and_only_where_they_serve() -> None:
    at_home = [s.name for s in _found(ServiceQuery(Need.CASE_MANAGEMENT, ORANGE))]
    assert set(at_home[:3]) == {"Project CHOICE", "The Salvation Army", "Waymakers"}
    for elsewhere in (None, Area("", "", "CA", "US"), Area("Columbus", "Franklin County", "OH", "US")):
        assert "Waymakers" not in [s.name for s in _found(ServiceQuery(Need.CASE_MANAGEMENT, elsewhere))]
    bc = _found(ServiceQuery(Need.SAFETY_PLAN, Area("Surrey", "", "BC", "CA")))
    assert bc[0].name == "VictimLinkBC"


def test_countries_are_not_mixed() -> None:
    for need in Need:
        for country in ("US", "CA"):
            for service in _found(ServiceQuery(need, Area(country=country))):
                assert country in {place.country for place in service.coverage}


def test_refused_provider_does_not_return_with_another_service() -> None:
    refused = (_named("The Lighthouse").id,)
    for need in Need:
        found = _found(ServiceQuery(need, ORANGE, excluded=refused))
        assert "Orangewood Foundation" not in {service.organization for service in found}


def test_offered_services_are_not_repeated() -> None:
    told: tuple[str, ...] = ()
    while found := SHELF.next_service(ServiceQuery(Need.SHELTER_TONIGHT, ORANGE, already_offered=told)):
        assert found not in told
        told = (*told, found)
    assert len(told) >= 4


def test_service_in_the_persons_language_comes_first() -> None:
    assert "es" in _found(ServiceQuery(Need.SHELTER_TONIGHT, None, "es"))[0].languages


_wishes = st.builds(
    ServiceQuery,
    need=st.sampled_from(Need),
    area=st.sampled_from(AREAS),
    language=st.sampled_from(["en", "es", "tl"]),
    fits=st.frozensets(st.sampled_from([fit.value for fit in Fit])),
    already_offered=st.lists(st.sampled_from([s.id for s in SERVICES]), max_size=6).map(tuple),
    excluded=st.lists(st.sampled_from([s.id for s in SERVICES] + ["gone"]), max_size=3).map(tuple),
)


@given(_wishes, st.sampled_from([fit.value for fit in Fit]))
def test_stricter_wishes_never_add_a_service(wishes: ServiceQuery, fit: str) -> None:
    stricter = ServiceQuery(
        wishes.need, wishes.area, wishes.language, wishes.fits | {fit}, wishes.already_offered, wishes.excluded
    )
    assert {s.id for s in _found(stricter)} <= {s.id for s in _found(wishes)}


@given(_wishes, st.randoms(use_true_random=False))
def test_order_of_files_does_not_change_the_result(wishes: ServiceQuery, random: Any) -> None:
    shuffled = list(SERVICES)
    random.shuffle(shuffled)
    assert match(shuffled, wishes, NOON, DEMO) == match(SERVICES, wishes, NOON, DEMO) == offers(SHELF, wishes)


@given(_wishes)
def test_offered_refused_and_unsuitable_services_are_not_found(wishes: ServiceQuery) -> None:
    refused = {s.organization_id for s in SERVICES if s.id in wishes.excluded}
    for service in _found(wishes):
        assert wishes.need in service.needs and service.status == "active"
        assert service.id not in wishes.already_offered and service.organization_id not in refused


# Reasons


def test_near_service_for_the_age_comes_first_with_reasons() -> None:
    best, *others = offers(SHELF, ServiceQuery(Need.CASE_MANAGEMENT, ORANGE, ages=(13, 17)))
    assert best.service.name == "Project CHOICE"
    assert best.reasons == ("fits.near", "fits.made_for", "fits.ages", "ask.eligibility")
    assert "ask.ages" in next(found for found in others if found.service.name == "Waymakers").reasons
    assert "The Lighthouse" not in {found.service.name for found in others}


def test_unknown_factor_ranks_after_a_fit_and_is_to_be_asked() -> None:
    asked = Finding(Answer.YES, "a1", "intake lead", dt.date(2026, 5, 1))
    known = replace(_named("Waymakers"), id="known", vetting={Factor.NO_POLICE: asked})
    refuses = replace(_named("Waymakers"), id="refuses", vetting={Factor.NO_POLICE: Finding(Answer.NO)})
    shelf = Directory([*SERVICES, known, refuses], rules=DEMO)
    found = offers(shelf, ServiceQuery(Need.CASE_MANAGEMENT, ORANGE, requirements=frozenset({Factor.NO_POLICE.value})))
    assert found[0].service.id == "known" and "fits.no_police" in found[0].reasons
    assert "refuses" not in [one.service.id for one in found]
    assert len(found) > 3 and all("ask.no_police" in one.reasons for one in found[1:])


def test_place_near_that_may_not_take_the_person_comes_before_a_far_one() -> None:
    asked = Finding(Answer.YES, "a1", "intake lead", dt.date(2026, 5, 1))
    near = replace(_named("Waymakers"), id="near")
    takes = replace(_named("Waymakers"), id="takes", vetting={Factor.TAKES_CHILDREN: asked})
    refuses = replace(_named("Waymakers"), id="refuses", vetting={Factor.TAKES_CHILDREN: Finding(Answer.NO)})
    far = replace(takes, id="far", coverage=(Coverage("US"),))
    shelf = Directory([far, near, refuses, takes], rules=DEMO)
    children = frozenset({Factor.TAKES_CHILDREN.value})
    found = offers(shelf, ServiceQuery(Need.CASE_MANAGEMENT, ORANGE, eligibility=children))
    assert [one.service.id for one in found] == ["takes", "near", "far"]
    assert "fits.takes_children" in found[0].reasons
    assert "ask.takes_children" in found[1].reasons


def test_each_fact_of_the_match_is_a_factor_of_the_directory() -> None:
    told = {fact: Session(facts=frozenset({fact}), needs=(Need.FOOD,)).query() for fact in Fact}
    by_fact = {fact: query.eligibility for fact, query in told.items() if query and query.eligibility}
    assert by_fact[Fact.BOY] == {Factor.TAKES_YOUNG_MEN}
    assert {Factor(name) for names in by_fact.values() for name in names} <= set(Factor)
    assert len(by_fact) == 8
    assert told[Fact.MINOR] is not None and told[Fact.MINOR].ages == (13, 17)
    aged = Session(age=16, needs=(Need.FOOD,)).query()
    assert aged is not None and aged.ages == (16, 16)


def test_unknown_requirement_raises() -> None:
    with pytest.raises(ValueError, match="not a valid Factor"):
        offers(SHELF, ServiceQuery(Need.FOOD, requirements=frozenset({"no_dogs"})))


def test_closed_service_ranks_last_when_urgent_or_is_left_out_on_request() -> None:
    weekend = Hours(frozenset({5, 6}), 9 * 60, 17 * 60, -8)
    near = replace(_named("Waymakers"), needs=_named("211: food, clothes and rides").needs, traits=frozenset())
    shut = replace(near, id="a", name="a", hours=(weekend,))
    open_ = replace(near, id="b", name="b", hours=(replace(weekend, days=frozenset(range(7))),))
    shelf = Directory([shut, open_], rules=DEMO, clock=lambda: NOON)
    assert [s.id for s in _found(ServiceQuery(Need.FOOD, ORANGE), shelf)] == ["b", "a"], "NOON is a Monday's"
    assert [s.id for s in _found(ServiceQuery(Need.CLOTHING, ORANGE), shelf)] == ["a", "b"]
    assert [s.id for s in _found(ServiceQuery(Need.CLOTHING, ORANGE, open_now=True), shelf)] == ["b"]
    assert "fits.open" in offers(shelf, ServiceQuery(Need.FOOD, ORANGE))[0].reasons


def test_town_service_is_found_only_from_that_town() -> None:
    town = replace(
        _named("Waymakers"), coverage=(Coverage("US", "CA", "orange", "irvine"), Coverage("US", "CA", "kern"))
    )
    shelf = Directory([town], rules=DEMO)
    assert _found(ServiceQuery(Need.CASE_MANAGEMENT, Area("Irvine", "Orange County", "CA", "US")), shelf) == [town]
    assert _found(ServiceQuery(Need.CASE_MANAGEMENT, Area("", "Kern", "CA", "US")), shelf) == [town]
    for area in (ORANGE, Area("Irvine", "", "CA", "US"), Area(region="CA", country="US"), None):
        assert _found(ServiceQuery(Need.CASE_MANAGEMENT, area), shelf) == []


def test_given_reasons_are_all_in_the_list() -> None:
    given_ = {
        reason
        for need in Need
        for area in AREAS
        for found in offers(
            SHELF, ServiceQuery(need, area, "es", ages=(15, 15), requirements=frozenset(map(str, Factor)))
        )
        for reason in found.reasons
    }
    assert given_ <= set(REASONS) and len(given_) > 25
