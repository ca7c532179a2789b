"""Shipped directory: an option for every need, texts that follow the rules of voice, faults reported by name."""

from __future__ import annotations

import itertools
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.content.hotlines import load_hotlines
from bot.directory.directory import Directory
from bot.directory.load import SHIPPED, load_directory
from bot.directory.model import Service, Trait
from bot.directory.vetting import DEMO
from bot.errors import DirectoryError
from bot.flows.model import ServiceQuery
from bot.flows.names import LANGUAGES, Fit, Need
from bot.sms.segments import count

SHELVES = {region: load_directory(region=region, rules=DEMO) for region in ("US", "US-CA", "CA", "CA-BC")}
SHELF = SHELVES["US"]
SERVICES = tuple(SHELF)
LONGEST = {("told", "en"): 170, ("told", "es"): 150, ("reach", "en"): 150, ("reach", "es"): 140}
WORDS = [(s, kind, lang) for s in SERVICES for kind in ("told", "reach") for lang in LANGUAGES]


def _named(name: str) -> Service:
    return next(service for service in SERVICES if service.name == name)


# The shipped directory


@pytest.mark.parametrize("region", SHELVES)
@pytest.mark.parametrize("need", Need)
def test_every_need_has_an_option_without_area_or_travel(need: Need, region: str) -> None:
    shelf = SHELVES[region]
    for fit in (frozenset[str](), frozenset({Fit.PHONE_ONLY.value}), frozenset({Fit.RIDE.value})):
        assert shelf.has(shelf.next_service(ServiceQuery(need, None, "es", fit)))


@pytest.mark.parametrize(("service", "kind", "language"), WORDS, ids=lambda value: str(getattr(value, "name", value)))
def test_service_texts_follow_the_rules_of_voice(service: Service, kind: str, language: str) -> None:
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


def test_service_texts_are_spanish_or_else_english() -> None:
    for service in SERVICES:
        english, spanish = (SHELF.describe(service.id, language) for language in ("en", "es"))
        assert english.told != spanish.told and english.reach != spanish.reach
        assert SHELF.describe(service.id, "tl") == english
        assert english.name and english.organization


def test_phone_numbers_match_the_hotlines_file() -> None:
    known = {n for line in load_hotlines().lines.values() for n in map(line.number, ("call", "text", "video")) if n}
    for service in SERVICES:
        assert {phone.number for phone in service.phones if phone.kind != "textphone"} <= known
        own = {phone.number for phone in service.phones}
        for kind, language in itertools.product(("told", "reach"), LANGUAGES):
            told = set(re.findall(r"1-\d{3}-\d{3}-\d{4}|\b\d{5,6}\b", getattr(service, kind)[language]))
            assert told <= own


def test_service_without_a_number_is_reached_through_the_team() -> None:
    for service in SERVICES:
        online = service.name == "Take It Down"
        assert (Trait.INTRODUCTION in service.traits) == (not service.phones and not online)
        if Trait.INTRODUCTION in service.traits:
            assert "team" in service.reach["en"] and "equipo" in service.reach["es"]
            assert SHELF.describe(service.id, "en").phone == ""


def test_private_place_has_no_address_in_its_record() -> None:
    for path in SHIPPED.glob("*.json"):
        assert "address" not in json.dumps(json.loads(path.read_text(encoding="utf-8"))).replace("The address", "")
    assert _named("The Lighthouse").coverage[0].county == "orange"


def test_records_are_marked_as_examples_with_contacts_by_role() -> None:
    for path in SHIPPED.glob("*.json"):
        page = json.loads(path.read_text(encoding="utf-8"))
        for record in page.get("contents", ()):
            assert page["about"].startswith("EXAMPLE DATA") and record["alert"].startswith("Example data")
            assert {contact["name"] for contact in record["contacts"]} <= {"Front desk", "Web page"}


def test_attribute_labels_match_their_terms() -> None:
    terms = {t["id"]: t["code"] for t in json.loads((SHIPPED / "taxonomy.json").read_text("utf-8"))["taxonomy_terms"]}
    for path in SHIPPED.glob("*.json"):
        for record in json.loads(path.read_text(encoding="utf-8")).get("contents", ()):
            assert all(terms[a["taxonomy_term_id"]] == a["label"] for a in record["attributes"])


# What may be texted


def test_missing_service_raises_a_clear_error() -> None:
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
        (_of("languages", code="anglais"), "languages.0.code", "ISO 639"),
        (
            _of("attributes", taxonomy_term_id="00000000-0000-4000-8000-000000000000"),
            "taxonomy_term_id",
            "taxonomy_ter",
        ),
        (_of("attributes", value="very"), "attributes.0.value", "made_for"),
        (_words("told.es", " "), "told.es", "what to text"),
        (_words("ride", "maybe"), "value", "true or false"),
        (_words("experience", "perhaps"), "vetting.experience", "yes, no, unknown"),
        (_first(phones=[{"id": SERVICES[0].id, "number": "call us", "type": "voice"}]), "phones.0.number", "a number"),
        (_first(attributes=[]), "attributes", "at least one"),
        (lambda page: page["contents"].append(page["contents"][0]), "id", "one of its own"),
        (lambda page: page["contents"][1]["organization"].update(name="Other"), "organization.name", "expected"),
        (lambda page: page.update(contents="none"), "contents", "expected a valid"),
    ],
)
def test_faulty_record_reports_file_field_and_expected_value(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], field: str, expected: str
) -> None:
    said = _load_with(tmp_path, change)
    assert all(line.startswith("orange_county.json: ") for line in said.splitlines())
    assert field in said and expected in said


def test_faults_of_all_files_are_reported_with_the_service(tmp_path: Path) -> None:
    def change(page: dict[str, Any]) -> None:
        page["contents"][0]["status"] = "open"
        page["contents"][1]["assured_date"] = "soon"

    said = _load_with(tmp_path, change).splitlines()
    assert len(said) == 2
    assert "Anti-Trafficking Services: status" in said[0]


@pytest.mark.parametrize("content", [b"{", b"\xff", b"[]", b"17", b""])
def test_file_that_is_no_directory_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mine.json"
    path.write_bytes(content)
    with pytest.raises(DirectoryError, match=r"mine\.json.*expected"):
        load_directory(path)


def test_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DirectoryError, match=r"no \.json file"):
        load_directory(tmp_path)


def test_empty_directory_offers_nothing() -> None:
    assert Directory([]).next_service(ServiceQuery(Need.FOOD)) == ""
