"""Invariants of matching, tested on many generated services, wishes and days."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.directory.directory import Directory
from bot.directory.factors import Answer, Factor, Finding
from bot.directory.hours import Hours, is_open
from bot.directory.match import URGENT
from bot.directory.model import Coverage, Hidden, Service, Strength, Trait
from bot.directory.vetting import MUST, OfferStatus, Rules, is_offered, standing
from bot.flows.model import Area, ServiceQuery
from bot.flows.names import Fit, Need
from tests.support.app import NOON
from tests.support.match_oracle import Match, match, offers

TODAY = dt.datetime.fromtimestamp(NOON, dt.UTC).date()
NEEDS = (Need.FOOD, Need.LEGAL)
PLACES = (
    Coverage("US"), Coverage("CA"), Coverage("US", "CA"), Coverage("US", "CA", "orange"),
    Coverage("US", "CA", "orange", "irvine"), Coverage("US", "OH"), Coverage("CA", "BC", "", "surrey"),
)  # fmt: skip
AREAS = (
    None, Area(), Area(country="CA"), Area("", "", "CA", "US"), Area("Irvine", "Orange County", "CA", "US"),
    Area("", "Orange", "CA", "US"), Area("Surrey", "", "BC", "CA"),
)  # fmt: skip
HOURS = (Hours(frozenset(range(7)), 0, 1439), Hours(frozenset(range(5)), 540, 1020, -8), Hours(frozenset({6}), 0, 900))
GOOD = Finding(Answer.YES, "a1", "intake lead", TODAY)
ASKED = (Factor.NO_POLICE, Factor.TAKES_MINORS, Factor.COMPANY)

findings = st.sampled_from(
    [GOOD, GOOD, GOOD, replace(GOOD, answer=Answer.NO), replace(GOOD, answer=Answer.UNKNOWN), Finding(Answer.YES)]
)
ages = st.none() | st.integers(0, 30)


@st.composite
def vettings(draw: st.DrawFn) -> Any:
    must = dict.fromkeys(MUST, GOOD)
    if draw(st.integers(0, 2)) == 0:
        must[draw(st.sampled_from(sorted(MUST)))] = draw(findings)
    asked = draw(st.dictionaries(st.sampled_from(ASKED), findings))
    return MappingProxyType(must | asked)


made = st.builds(
    Service,
    id=st.integers(0, 10_000).map(str),
    name=st.sampled_from(["a", "b", "c"]),
    organization_id=st.sampled_from(["1", "2", "3", "4"]),
    organization=st.sampled_from(["Oak", "Elm", "Ash", "Fir"]),
    status=st.sampled_from(["active"] * 6 + ["inactive", "defunct", "temporarily closed"]),
    needs=st.dictionaries(st.sampled_from(NEEDS), st.sampled_from(Strength), min_size=1),
    traits=st.frozensets(st.sampled_from(Trait)),
    coverage=st.lists(st.sampled_from(PLACES), min_size=1, max_size=2).map(tuple),
    languages=st.frozensets(st.sampled_from(["en", "es"])),
    told=st.just({}),
    reach=st.just({}),
    eligibility=st.sampled_from(["", "Anyone who asks"]),
    minimum_age=ages,
    maximum_age=ages,
    assured_on=st.none() | st.integers(-30, 500).map(lambda days: TODAY - dt.timedelta(days=days)),
    hours=st.lists(st.sampled_from(HOURS), max_size=1).map(tuple),
    vetting=vettings(),
    staff_only=st.sampled_from([frozenset[Hidden]()] * 4 + [frozenset({Hidden.SERVICE}), frozenset({Hidden.PHONES})]),
)
shelves = st.lists(made, max_size=14, unique_by=lambda service: service.id)
all_rules = st.builds(Rules, months=st.sampled_from([1, 12]), demo=st.booleans())


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Service], ServiceQuery]:
    """Draw some services and a person's wishes; some of the services were offered or refused before."""
    services = draw(shelves)
    ids = st.sampled_from([service.id for service in services] + ["gone"])
    bands = st.tuples(st.integers(0, 30), st.integers(0, 10)).map(lambda band: (band[0], band[0] + band[1]))
    wishes = st.builds(
        ServiceQuery,
        need=st.sampled_from(NEEDS),
        area=st.sampled_from(AREAS),
        language=st.sampled_from(["en", "es", "tl"]),
        fits=st.frozensets(st.sampled_from([fit.value for fit in Fit]), max_size=1),
        already_offered=st.lists(ids, max_size=2).map(tuple),
        excluded=st.lists(ids, max_size=2).map(tuple),
        ages=st.none() | bands,
        requirements=st.frozensets(st.sampled_from([factor.value for factor in ASKED]), max_size=2),
        open_now=st.booleans(),
    )
    return services, draw(wishes)


def directory(services: list[Service], rules: Rules) -> Directory:
    return Directory(services, rules=rules, clock=lambda: NOON)


def ids(found: tuple[Match, ...]) -> set[str]:
    return {one.service.id for one in found}


@settings(max_examples=400)
@given(cases())
def test_unvetted_expired_inactive_or_staff_only_is_never_offered(
    case: tuple[list[Service], ServiceQuery],
) -> None:
    services, wishes = case
    for service, _ in offers(directory(services, Rules()), wishes):
        assert service.status == "active" and Hidden.SERVICE not in service.staff_only
        assert service.assured_on is not None
        assert dt.timedelta(0) <= TODAY - service.assured_on <= dt.timedelta(days=366)
        for factor in MUST:
            found = service.vetting[factor]
            assert found.answer is Answer.YES and found.by and found.on


@settings(max_examples=400)
@given(cases(), all_rules)
def test_excluded_repeated_closed_or_unsuitable_is_never_offered(
    case: tuple[list[Service], ServiceQuery], rules: Rules
) -> None:
    services, wishes = case
    area = wishes.area or Area()
    refused = {s.organization_id for s in services if s.id in wishes.excluded}
    named = {s.organization for s in services if s.id in wishes.excluded}
    for service, _ in offers(directory(services, rules), wishes):
        assert wishes.need in service.needs and service.id not in wishes.already_offered
        assert service.organization_id not in refused and service.organization not in named
        assert (area.country or "US") in {place.country for place in service.coverage}
        assert any(place.is_nationwide or place.region == area.region for place in service.coverage)
        assert all(service.vetting.get(Factor(ask), GOOD).answer is not Answer.NO for ask in wishes.requirements)
        assert not (wishes.open_now and is_open(service.hours, NOON) is False)
        if wishes.fits:
            assert service.traits & {Trait.PHONE_OR_ONLINE, Trait.RIDE}
        if wishes.ages:
            low, high = wishes.ages
            assert high >= (service.minimum_age or 0)
            assert service.maximum_age is None or low <= service.maximum_age
            minors = service.vetting.get(Factor.TAKES_MINORS, GOOD).answer
            assert high >= 18 or minors is not Answer.NO


@settings(max_examples=300)
@given(cases(), all_rules, st.data())
def test_stricter_wishes_never_add_a_service(
    case: tuple[list[Service], ServiceQuery], rules: Rules, data: st.DataObject
) -> None:
    services, wishes = case
    some = st.sampled_from([service.id for service in services] + ["gone"])
    stricter = data.draw(
        st.sampled_from([
            replace(wishes, fits=wishes.fits | {data.draw(st.sampled_from(Fit)).value}),
            replace(wishes, requirements=wishes.requirements | {data.draw(st.sampled_from(ASKED)).value}),
            replace(wishes, already_offered=(*wishes.already_offered, data.draw(some))),
            replace(wishes, excluded=(*wishes.excluded, data.draw(some))),
            replace(wishes, open_now=True),
            replace(wishes, ages=_narrower(wishes.ages)),
        ])
    )  # fmt: skip
    shelf = directory(services, rules)
    assert ids(offers(shelf, stricter)) <= ids(offers(shelf, wishes))


def _narrower(band: tuple[int, int] | None) -> tuple[int, int]:
    low, high = band or (12, 25)
    return (low, (low + high) // 2)


@settings(max_examples=300)
@given(cases(), all_rules, st.randoms(use_true_random=False))
def test_index_and_full_scan_agree_on_order(
    case: tuple[list[Service], ServiceQuery], rules: Rules, random: Any
) -> None:
    services, wishes = case
    shuffled = list(services)
    random.shuffle(shuffled)
    expected = match(services, wishes, NOON, rules)
    assert expected == match(shuffled, wishes, NOON, rules) == offers(directory(shuffled, rules), wishes)
    assert directory(services, rules).next_service(wishes) == (expected[0].service.id if expected else "")


@settings(max_examples=300)
@given(cases(), all_rules)
def test_known_fits_rank_before_open_questions(case: tuple[list[Service], ServiceQuery], rules: Rules) -> None:
    services, wishes = case
    wanted = {"ask.open", *(f"ask.{ask}" for ask in wishes.requirements)}
    later = {*wanted, "ask.language", "ask.eligibility"}
    urgent = wishes.need in URGENT or wishes.open_now
    within_reach = [
        (
            len(wanted.intersection(found.reasons)),
            urgent and is_open(found.service.hours, NOON) is False,
            "fits.nationwide" in found.reasons,
            # what people told of themselves counts after the distance
            sum(reason.startswith("ask.") and reason not in later for reason in found.reasons),
        )
        for found in offers(directory(services, rules), wishes)
        if Trait.INTRODUCTION not in found.service.traits
    ]
    assert within_reach == sorted(within_reach)


@given(made, st.integers(-400, 400))
def test_offered_services_have_an_offered_status(service: Service, days: int) -> None:
    day = TODAY + dt.timedelta(days=days)
    told = standing(service, day, Rules())
    assert is_offered(service, day, Rules()) == (told in {OfferStatus.OFFERED, OfferStatus.EXPIRING})
    assert told == standing(service, day, Rules(demo=True)), "staff are told the truth in the demo too"
    if is_offered(service, day, Rules()):
        assert is_offered(service, day, Rules(demo=True))
