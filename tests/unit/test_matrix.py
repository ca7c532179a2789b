"""Coverage matrix compared with a plain loop over every service, and the order of services to verify again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.directory.load import load_directory
from bot.directory.matrix import column_of, scopes, tally
from bot.directory.model import Coverage, Service
from bot.directory.reverify import Why, to_verify
from bot.directory.vetting import Rules, due, is_offered, last_day
from bot.flows.names import Need
from tests.unit.test_match_properties import TODAY, made

RULES = Rules()
SCOPES = (
    Coverage("US"), Coverage("CA"), Coverage("US", "CA"), Coverage("US", "OH"), Coverage("CA", "BC"),
)  # fmt: skip
PLACES = (
    Coverage("US"), Coverage("CA"), Coverage("US", "CA"), Coverage("US", "CA", "orange"), Coverage("US", "OH"),
    Coverage("US", "CA", "orange", "irvine"), Coverage("US", "CA", "", "fresno"), Coverage("CA", "BC", "", "surrey"),
)  # fmt: skip
shelves = st.lists(
    made.flatmap(lambda one: st.lists(st.sampled_from(PLACES), min_size=1, max_size=3).map(
        lambda places: replace(one, coverage=tuple(places)))),
    max_size=14, unique_by=lambda one: one.id,
)  # fmt: skip


def offered(service: Service) -> bool:
    return is_offered(service, TODAY, RULES)


def stands_in(service: Service, column: Coverage, scope: Coverage) -> bool:
    """Return whether a service belongs in a column, by a second implementation."""
    for place in service.coverage:
        if place.country != scope.country:
            continue
        if not place.region:
            if not column.region:
                return True
        elif not scope.region:
            if column.region == place.region:
                return True
        elif place.region == scope.region == column.region:
            mine = (place.county, "") if place.county else ("", place.city)
            if mine == (column.county, column.city):
                return True
    return False


@given(shelves, st.sampled_from(SCOPES))
def test_every_cell_equals_a_plain_count(services: list[Service], scope: Coverage) -> None:
    found = tally(services, scope, offered)
    for need in Need:
        for column in found.columns:
            plain = sum(offered(one) and need in one.needs and stands_in(one, column, scope) for one in services)
            assert found.at(need, column) == plain
    assert all(column in found.columns for _, column in found.counts)


@given(shelves, st.sampled_from(SCOPES))
def test_every_served_area_has_one_column(services: list[Service], scope: Coverage) -> None:
    columns = tally(services, scope, lambda _: False).columns
    assert len(set(columns)) == len(columns) and columns[-1] == Coverage(scope.country)
    for service in services:
        if any(place.country == scope.country and place.region in ("", scope.region) for place in service.coverage):
            assert any(stands_in(service, column, scope) for column in columns)
    near = [bool(column.county or column.city) for column in columns]
    assert near == sorted(near, reverse=True), "near ones come first"


@given(shelves)
def test_every_area_can_be_chosen(services: list[Service]) -> None:
    known = scopes(services)
    for service in services:
        for place in service.coverage:
            assert any(column_of(place, scope) for scope in known)


def test_shipped_examples_show_gaps() -> None:
    examples = load_directory()
    found = tally(examples, Coverage("US", "CA"), lambda _: True)
    assert found.columns == (Coverage("US", "CA", "orange"), Coverage("US"))
    assert found.at(Need.FOOD, Coverage("US", "CA", "orange")) == 0
    assert found.at(Need.SHELTER_TONIGHT, Coverage("US", "CA", "orange")) == 1


# Services to verify again


REASONS = ("full", "went_badly")


@given(shelves, st.data())
def test_due_and_doubted_services_are_listed_once(services: list[Service], data: st.DataObject) -> None:
    ids = [one.id for one in services] + ["gone"]
    doubts = data.draw(
        st.lists(
            st.tuples(st.sampled_from(ids), st.sampled_from(REASONS), st.sampled_from(["2026-11-20", "2026-11-21"])),
            max_size=4,
        )
    )
    found = to_verify(services, doubts, TODAY, RULES)
    listed = [one.service.id for some in found.values() for one in some]
    active = {one.id for one in services if one.status == "active"}
    doubted = {service_id for service_id, *_ in doubts} & active
    assert len(listed) == len(set(listed))
    assert set(listed) == doubted | {one.id for one in due(services, TODAY, RULES)}
    assert {one.service.id for one in found[Why.DOUBT]} == doubted
    for why, some in found.items():
        for one in some:
            last = last_day(one.service, RULES)
            assert one.why is why
            assert why is not Why.OVER or (last is not None and last < TODAY)
            assert why is not Why.SOON or (last is not None and last >= TODAY)
            assert bool(one.doubts) is (why is Why.DOUBT)


def test_newest_doubt_and_longest_overdue_come_first() -> None:
    first, second, third, fourth = (
        replace(one, status="active", assured_on=TODAY - dt.timedelta(days=days))
        for one, days in zip(load_directory(), (900, 1000, 10, 10), strict=False)
    )
    doubts = [
        (third.id, "full", "2026-11-01"),
        (fourth.id, "full", "2026-10-01"),
        (fourth.id, "went_badly", "2026-11-09"),
    ]
    found = to_verify([first, second, third, fourth], doubts, TODAY, RULES)
    assert [one.service for one in found[Why.DOUBT]] == [fourth, third]
    assert [one.service for one in found[Why.OVER]] == [second, first]
    assert found[Why.DOUBT][0].doubts == (("went_badly", "2026-11-09"), ("full", "2026-10-01"))
