"""Public form of a record: nothing hidden comes out, whatever else the record holds and wherever it is."""

from __future__ import annotations

import json
import re
from typing import Any
from uuid import UUID, uuid5

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.directory.attributes import NEEDS, STAFF_ONLY, TRAITS, VETTING
from bot.directory.model import Hidden
from bot.directory.package.schema import NESTED, TABLES
from bot.directory.public import LEFT_OUT, LISTED, brief, public, public_terms
from bot.directory.serialization import shipped, terms_of

RECORDS, ASIDE = shipped()
TERMS = terms_of(ASIDE)
IDS = {(term.taxonomy, term.code): str(key) for key, term in TERMS.items()}
SPACE = UUID(int=7)

NUMBER = "714-555-0137"
WRITTEN = ("714-555-0137", "(714) 555 0137", "7145550137", "+1 714.555.0137")
NAME, MAIL, RULE, ADDRESS = (
    "Marisol Quintero",
    "marisol@oak.example",
    "Only after a long talk",
    "Suite of the blue door",
)
STREET = "1834 Cedar Hollow Road"
COLLEAGUE = "Dana of the night shift"
GIVEAWAYS = {
    Hidden.PHONES: WRITTEN,
    Hidden.ELIGIBILITY: (RULE,),
    Hidden.CONTACTS: (NAME, MAIL),
    Hidden.LOCATIONS: (STREET, ADDRESS, "92868-1111", "33.78123"),
}
THERE = {
    "id": str(uuid5(SPACE, "there")), "latitude": 33.78123,
    "addresses": [{"id": str(SPACE), "address_1": STREET, "attention": ADDRESS, "postal_code": "92868-1111"}],
}  # fmt: skip
EVERYTHING = [words for some in GIVEAWAYS.values() for words in some]


def one(number: int) -> str:
    return str(uuid5(SPACE, str(number)))


def put(taxonomy: str, code: str, value: str = "true") -> dict[str, Any]:
    return {"id": one(1), "taxonomy_term_id": IDS[taxonomy, code], "label": code, "value": value}


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Draw a text that may contain something hidden elsewhere."""
    return " ".join(draw(st.lists(st.sampled_from(["Open", "to", "all", "daily", *EVERYTHING]), max_size=4)))


@st.composite
def rows(draw: st.DrawFn, table: str, depth: int) -> dict[str, Any]:
    """Draw a record of a table: known and unknown columns, and nested records."""
    row: dict[str, Any] = {"id": one(draw(st.integers(0, 99)))}
    known = sorted(name for name, column in TABLES[table].columns.items() if column.kind == "text")
    for name in draw(st.lists(st.sampled_from([*known, "secret_note", "phone_2"]), max_size=3, unique=True)):
        row[name] = draw(texts())
    if table == "phone":
        row["number"] = draw(st.sampled_from(WRITTEN))
    if table == "contact":
        row |= {"name": NAME, "email": MAIL}
    if table == "address":
        row |= {"address_1": STREET, "attention": ADDRESS, "postal_code": "92868-1111"}
    if table == "location":
        row |= {"latitude": 33.78123}
    if table == "metadata":
        row |= {"updated_by": COLLEAGUE, "previous_value": draw(texts())}
    if depth and table in NESTED:
        nest = NESTED[table]
        children = [key for key in nest.many if key != "attributes"]
        for key in draw(st.lists(st.sampled_from(children or ["x"]), max_size=2, unique=True)):
            if key in nest.many:
                row[key] = draw(st.lists(rows(nest.many[key].table, depth - 1), min_size=1, max_size=1))
        for key, column in nest.one.items() if table != "attribute" else ():
            if draw(st.booleans()):
                row[key] = draw(rows(TABLES[table].columns[column].refers, depth - 1))
    return row


@st.composite
def cases(draw: st.DrawFn) -> tuple[dict[str, Any], set[Hidden]]:
    """Draw a record, and which parts of it are hidden."""
    record = draw(rows("service", 2))
    hidden = draw(st.sets(st.sampled_from(sorted(LEFT_OUT)), min_size=1))
    private = Hidden.LOCATIONS in hidden and draw(st.booleans())
    marks = [put(STAFF_ONLY, kind.value) for kind in hidden if not (private and kind is Hidden.LOCATIONS)]
    marks += [put(TRAITS, "private_place")] if private else []
    marks += [put(VETTING, f"quality.{part}", COLLEAGUE) for part in ("by", "whom", "note")]
    marks += [put(VETTING, "quality", "yes"), put(VETTING, "takes_minors", "yes"), put(NEEDS, "food", "helps")]
    record |= {
        "name": "Oak House", "status": draw(st.sampled_from(sorted(LISTED))), "assurer_email": COLLEAGUE,
        "eligibility_description": RULE, "minimum_age": 11, "maximum_age": 17,
        "attributes": draw(st.permutations(marks)),
        "phones": [draw(rows("phone", 1))], "contacts": [draw(rows("contact", 1))],
        "service_at_locations": [draw(rows("service_at_location", 1)) | {"location": THERE}],
    }  # fmt: skip
    return record, hidden


@settings(max_examples=300)
@given(cases())
def test_hidden_parts_never_come_out(case: tuple[dict[str, Any], set[Hidden]]) -> None:
    record, hidden = case
    before = json.dumps(record)
    shown = public(record, TERMS)
    assert shown is not None and json.dumps(record) == before
    words = json.dumps(shown, ensure_ascii=False)
    for kind in hidden:
        for giveaway in GIVEAWAYS[kind]:
            assert giveaway not in words, kind
        for field in LEFT_OUT[kind]:
            assert f'"{field}"' not in words, kind
    if Hidden.PHONES in hidden:
        assert "7145550137" not in re.sub(r"[^0-9a-f]", "", re.sub(r'"id": "[^"]+"', "", words))
    assert COLLEAGUE not in words and "metadata" not in words and "assurer_email" not in words
    assert "secret_note" not in words and "phone_2" not in words
    taxonomies = {each["taxonomy_term"]["taxonomy"] for each in shown["attributes"]}
    assert STAFF_ONLY not in taxonomies and NEEDS in taxonomies


@given(cases())
def test_staff_only_and_inactive_services_have_no_public_form(
    case: tuple[dict[str, Any], set[Hidden]],
) -> None:
    record, _ = case
    assert public({**record, "attributes": [*record["attributes"], put(STAFF_ONLY, "service")]}, TERMS) is None
    for status in ("inactive", "defunct", "", None, ["active"]):
        assert public({**record, "status": status}, TERMS) is None


@pytest.mark.parametrize("value", ["true", "TRUE", " true ", "yes", "", "1", None, True])
def test_any_value_except_false_hides(value: Any) -> None:
    mark = put(STAFF_ONLY, "service") | {"value": value}
    assert public({**RECORDS[0], "attributes": [mark]}, TERMS) is None
    assert public({**RECORDS[0], "attributes": [mark | {"value": "false"}]}, TERMS) is not None


def test_hiding_term_applies_anywhere_and_cannot_be_undone() -> None:
    organization = {**RECORDS[0]["organization"], "attributes": [put(STAFF_ONLY, "service")]}
    assert public({**RECORDS[0], "organization": organization}, TERMS) is None
    both = [put(STAFF_ONLY, "service"), put(STAFF_ONLY, "service", "false")]
    assert public({**RECORDS[0], "attributes": both}, TERMS) is None


def test_street_of_a_private_place_is_left_out_of_texts() -> None:
    record = {**RECORDS[0], "description": f"Come to {STREET} at night", "attributes": [put(TRAITS, "private_place")]}
    shown = public(record, TERMS)
    assert shown and "description" not in shown
    record["attributes"] = [put(TRAITS, "private_place", "false")]
    assert public(record, TERMS)["description"] == record["description"]  # type: ignore[index]


def test_open_record_is_public_unchanged() -> None:
    for record in RECORDS:
        shown = public(record, TERMS)
        assert shown is not None
        for field in ("id", "name", "description", "status", "phones", "service_areas", "languages", "cost_options"):
            assert shown.get(field) == (record.get(field) or None), field
        assert {each["taxonomy_term"]["code"] for each in shown["attributes"]} <= {
            each["label"] for each in record["attributes"]
        }


def test_brief_record_has_no_lists() -> None:
    shown = public(RECORDS[0], TERMS)
    assert shown and brief(shown)["organization"] == shown["organization"]
    assert not [key for key, value in brief(shown).items() if isinstance(value, list)]


def test_staff_only_terms_are_not_public() -> None:
    told = public_terms(TERMS)
    assert {each["taxonomy"] for each in told} == {term.taxonomy for term in TERMS.values()} - {STAFF_ONLY}
    parts = {each["code"].partition(".")[2] for each in told if each["taxonomy"] == VETTING}
    assert parts == {"", "on"}
    assert [each["id"] for each in told] == sorted(each["id"] for each in told)


def test_package_cannot_change_the_meaning_of_our_terms() -> None:
    key = IDS[STAFF_ONLY, "service"]
    stripped = {"taxonomy_terms": [{"id": key, "name": "Harmless", "code": "x", "description": "x", "taxonomy": "x"}]}
    for aside in (stripped, {"taxonomy_terms": [{"id": key}]}):
        assert public({**RECORDS[0], "attributes": [put(STAFF_ONLY, "service")]}, terms_of(aside)) is None
