"""The directory: an option for every need, words that keep to the voice, and an honest match."""

from __future__ import annotations

import itertools
import json
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.hotlines import load_hotlines
from bot.directory.directory import Directory
from bot.directory.load import LANGUAGES, SHIPPED, load_directory
from bot.directory.match import match
from bot.directory.model import Service, Trait
from bot.errors import DirectoryError
from bot.flows.model import Area, Wishes
from bot.flows.names import Fit, Need
from bot.segments import count

SHELVES = {region: load_directory(region=region) for region in ("US", "US-CA", "CA", "CA-BC")}
SHELF = SHELVES["US"]
SERVICES = tuple(SHELF)
ORANGE = Area("Santa Ana", "Orange County", "CA", "US")
AREAS = (None, Area(), ORANGE, Area("", "", "CA", "US"), Area("Vancouver", "", "BC", "CA"), Area(country="CA"))
LONGEST = {("told", "en"): 170, ("told", "es"): 150, ("reach", "en"): 150, ("reach", "es"): 140}
WORDS = [(s, kind, lang) for s in SERVICES for kind in ("told", "reach") for lang in LANGUAGES]


def _named(name: str) -> Service:
    return next(service for service in SERVICES if service.name == name)


# What ships


@pytest.mark.parametrize("region", SHELVES)
@pytest.mark.parametrize("need", Need)
def test_every_need_has_an_option_that_needs_no_area_and_no_travel(need: Need, region: str) -> None:
    shelf = SHELVES[region]
    for fit in (frozenset[str](), frozenset({Fit.PHONE_ONLY.value}), frozenset({Fit.RIDE.value})):
        assert shelf.has(shelf.next_service(Wishes(need, None, "es", fit)))


@pytest.mark.parametrize(("service", "kind", "language"), WORDS, ids=lambda value: str(getattr(value, "name", value)))
def test_what_is_told_keeps_to_the_voice(service: Service, kind: str, language: str) -> None:
    words = getattr(service, kind)[language]
    assert 40 <= len(words) <= LONGEST[kind, language]
    assert words.endswith(".")
    assert not re.search(r"[!?¡¿]|https?:|\byou (should|need to|must)\b|\bdebes\b|\btienes que\b", words)
    for sentence in re.split(r"[.:] ", words):
        assert len(sentence.split()) <= 15
    if language == "en":
        assert count(words).encoding == "GSM-7"
    bare = words.replace(service.name, "").replace(service.organization, "") if kind == "reach" else words
    assert not re.search("victim|traffick|surviv|abus|víctima|trata de|sobrevivi|explot", bare, re.IGNORECASE)


def test_a_reader_of_spanish_gets_spanish_and_any_other_gets_english() -> None:
    for service in SERVICES:
        english, spanish = (SHELF.describe(service.id, language) for language in ("en", "es"))
        assert english.told != spanish.told and english.reach != spanish.reach
        assert SHELF.describe(service.id, "tl") == english
        assert english.name and english.organization


def test_every_number_is_one_of_the_hotlines_file_and_is_told_as_it_stands_there() -> None:
    known = {n for line in load_hotlines().lines.values() for n in map(line.number, ("call", "text", "video")) if n}
    for service in SERVICES:
        assert {phone.number for phone in service.phones if phone.kind != "textphone"} <= known
        own = {phone.number for phone in service.phones}
        for kind, language in itertools.product(("told", "reach"), LANGUAGES):
            told = set(re.findall(r"1-\d{3}-\d{3}-\d{4}|\b\d{5,6}\b", getattr(service, kind)[language]))
            assert told <= own


def test_a_service_without_a_number_is_reached_through_the_team() -> None:
    for service in SERVICES:
        online = service.name == "Take It Down"
        assert (Trait.INTRODUCTION in service.traits) == (not service.phones and not online)
        if Trait.INTRODUCTION in service.traits:
            assert "team" in service.reach["en"] and "equipo" in service.reach["es"]
            assert SHELF.describe(service.id, "en").phone == ""


def test_a_private_home_has_no_address_anywhere_in_the_record() -> None:
    for path in SHIPPED.glob("*.json"):
        assert "address" not in json.dumps(json.loads(path.read_text(encoding="utf-8"))).replace("The address", "")
    assert _named("The Lighthouse").coverage[0].county == "orange"


def test_every_record_says_that_it_is_an_example_and_names_a_contact_by_role() -> None:
    for path in SHIPPED.glob("*.json"):
        page = json.loads(path.read_text(encoding="utf-8"))
        for record in page.get("contents", ()):
            assert page["about"].startswith("EXAMPLE DATA") and record["alert"].startswith("Example data")
            assert {contact["name"] for contact in record["contacts"]} <= {"Front desk", "Web page"}


def test_labels_of_attributes_agree_with_their_terms() -> None:
    terms = {t["id"]: t["code"] for t in json.loads((SHIPPED / "taxonomy.json").read_text("utf-8"))["taxonomy_terms"]}
    for path in SHIPPED.glob("*.json"):
        for record in json.loads(path.read_text(encoding="utf-8")).get("contents", ()):
            assert all(terms[a["taxonomy_term_id"]] == a["label"] for a in record["attributes"])


# The match


def test_near_services_come_before_nationwide_ones_and_only_where_they_serve() -> None:
    at_home = [s.name for s in SHELF.matches(Wishes(Need.CASE_MANAGEMENT, ORANGE))]
    assert set(at_home[:3]) == {"Project CHOICE", "The Salvation Army", "Waymakers"}
    for elsewhere in (None, Area("", "", "CA", "US"), Area("Columbus", "Franklin County", "OH", "US")):
        assert "Waymakers" not in [s.name for s in SHELF.matches(Wishes(Need.CASE_MANAGEMENT, elsewhere))]
    bc = SHELF.matches(Wishes(Need.SAFETY_PLAN, Area("Surrey", "", "BC", "CA")))
    assert bc[0].name == "VictimLinkBC"


def test_the_countries_are_not_mixed() -> None:
    for need in Need:
        for country in ("US", "CA"):
            for service in SHELF.matches(Wishes(need, Area(country=country))):
                assert country in {place.country for place in service.coverage}


def test_a_refused_provider_never_returns_under_another_of_its_services() -> None:
    refused = (_named("The Lighthouse").id,)
    for need in Need:
        found = SHELF.matches(Wishes(need, ORANGE, refused=refused))
        assert "Orangewood Foundation" not in {service.organization for service in found}


def test_what_was_told_is_not_told_again_until_nothing_is_left() -> None:
    told: tuple[str, ...] = ()
    while found := SHELF.next_service(Wishes(Need.SHELTER_TONIGHT, ORANGE, told=told)):
        assert found not in told
        told = (*told, found)
    assert len(told) >= 4


def test_a_person_who_speaks_spanish_first_hears_of_those_who_do() -> None:
    assert "es" in SHELF.matches(Wishes(Need.SHELTER_TONIGHT, None, "es"))[0].languages


_wishes = st.builds(
    Wishes,
    need=st.sampled_from(Need),
    area=st.sampled_from(AREAS),
    language=st.sampled_from(["en", "es", "tl"]),
    fits=st.frozensets(st.sampled_from([fit.value for fit in Fit])),
    told=st.lists(st.sampled_from([s.id for s in SERVICES]), max_size=6).map(tuple),
    refused=st.lists(st.sampled_from([s.id for s in SERVICES] + ["gone"]), max_size=3).map(tuple),
)


@given(_wishes, st.sampled_from([fit.value for fit in Fit]))
def test_another_wish_never_adds_a_service(wishes: Wishes, fit: str) -> None:
    stricter = Wishes(wishes.need, wishes.area, wishes.language, wishes.fits | {fit}, wishes.told, wishes.refused)
    assert set(map(id, SHELF.matches(stricter))) <= set(map(id, SHELF.matches(wishes)))


@given(_wishes, st.randoms(use_true_random=False))
def test_the_order_of_the_files_does_not_matter(wishes: Wishes, random: Any) -> None:
    shuffled = list(SERVICES)
    random.shuffle(shuffled)
    assert match(shuffled, wishes) == match(SERVICES, wishes) == SHELF.matches(wishes)


@given(_wishes)
def test_nothing_told_or_refused_or_without_the_need_is_found(wishes: Wishes) -> None:
    refused = {s.organization_id for s in SERVICES if s.id in wishes.refused}
    for service in SHELF.matches(wishes):
        assert wishes.need in service.needs and service.status == "active"
        assert service.id not in wishes.told and service.organization_id not in refused


def test_the_next_service_is_found_within_fifty_microseconds() -> None:
    wishes = Wishes(Need.CASE_MANAGEMENT, ORANGE, told=("a", "b"), refused=(SERVICES[0].id,))
    best = min(_seconds(lambda: SHELF.next_service(wishes)) for _ in range(20))
    assert best < 100e-6, "aim 50 us; the double leaves room for a busy machine"


def _seconds(call: Callable[[], object], times: int = 100) -> float:
    start = time.perf_counter()
    for _ in range(times):
        call()
    return (time.perf_counter() - start) / times


def test_a_service_that_is_gone_is_told_of_plainly() -> None:
    assert not SHELF.has("gone")
    with pytest.raises(DirectoryError, match="no such service"):
        SHELF.describe("gone", "en")


# Broken files


def _load_with(tmp_path: Path, change: Callable[[dict[str, Any]], object]) -> str:
    folder = tmp_path / "data"
    shutil.copytree(SHIPPED, folder)
    path = folder / "orange_county.json"
    page = json.loads(path.read_text(encoding="utf-8"))
    change(page)
    path.write_text(json.dumps(page), encoding="utf-8")
    with pytest.raises(DirectoryError) as caught:
        load_directory(folder)
    assert str(tmp_path) not in str(caught.value)
    return "\n".join(caught.value.problems)


def _first(**changes: Any) -> Callable[[dict[str, Any]], object]:
    return lambda page: page["contents"][0].update(changes)


def _drop(key: str) -> Callable[[dict[str, Any]], object]:
    return lambda page: page["contents"][0].pop(key)


def _of(lists: str, **changes: Any) -> Callable[[dict[str, Any]], object]:
    return lambda page: page["contents"][0][lists][0].update(changes)


def _words(label: str, value: str) -> Callable[[dict[str, Any]], object]:
    def change(page: dict[str, Any]) -> None:
        next(a for a in page["contents"][0]["attributes"] if a["label"] == label)["value"] = value

    return change


@pytest.mark.parametrize(
    ("change", "field", "expected"),
    [
        (_first(id="17"), "id", "UUID"),
        (_first(status="open"), "status", "'active'"),
        (_first(assured_date="last May"), "assured_date", "a day like"),
        (_first(minimum_age="young"), "minimum_age", "a whole number"),
        (_first(minimum_age=22, maximum_age=11), "minimum_age", "the smaller"),
        (_drop("name"), "name", "missing"),
        (_drop("organization"), "organization", "missing"),
        (_first(service_areas=[]), "service_areas", "at least one"),
        (_of("service_areas", extent="Orange County"), "service_areas.0.extent", "a place like"),
        (_of("languages", code="English"), "languages.0.code", "ISO 639"),
        (
            _of("attributes", taxonomy_term_id="00000000-0000-4000-8000-000000000000"),
            "taxonomy_term_id",
            "taxonomy_ter",
        ),
        (_of("attributes", value="very"), "attributes.0.value", "made_for"),
        (_words("told.es", " "), "told.es", "what to text"),
        (_words("ride", "maybe"), "value", "true or false"),
        (_first(phones=[{"id": SERVICES[0].id, "number": "call us", "type": "voice"}]), "phones.0.number", "a number"),
        (_first(attributes=[]), "attributes", "at least one"),
        (_first(contacts=[]), "contacts", "at least one"),
        (lambda page: page["contents"].append(page["contents"][0]), "id", "one of its own"),
        (lambda page: page["contents"][1]["organization"].update(name="Other"), "organization.name", "expected"),
        (lambda page: page.update(contents="none"), "contents", "expected a valid"),
    ],
)
def test_a_broken_record_names_file_field_and_what_is_expected(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], field: str, expected: str
) -> None:
    said = _load_with(tmp_path, change)
    assert all(line.startswith("orange_county.json: ") for line in said.splitlines())
    assert field in said and expected in said


def test_all_faults_of_all_files_are_told_at_once_with_the_service(tmp_path: Path) -> None:
    def change(page: dict[str, Any]) -> None:
        page["contents"][0]["status"] = "open"
        page["contents"][1]["assured_date"] = "soon"

    said = _load_with(tmp_path, change).splitlines()
    assert len(said) == 2
    assert "Anti-Trafficking Services: status" in said[0]


@pytest.mark.parametrize("content", [b"{", b"\xff", b"[]", b"17", b""])
def test_a_file_that_is_something_else_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mine.json"
    path.write_bytes(content)
    with pytest.raises(DirectoryError, match=r"mine\.json.*expected"):
        load_directory(path)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DirectoryError, match=r"no \.json file"):
        load_directory(tmp_path)


def test_an_empty_directory_offers_nothing_and_does_not_fail() -> None:
    assert Directory([]).next_service(Wishes(Need.FOOD)) == ""
