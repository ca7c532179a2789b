"""Effect of an import on a service: the facts come from the package, and only valid vetting of ours is kept."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions.directory_import import Import
from bot.actions.directory_snapshot import RecordsInUse
from bot.directory.factors import Factor
from bot.directory.package.errors import PackageErrors, Rule
from bot.directory.package.merge import Merged, Record, Term, in_order, logged, merge
from bot.directory.serialization import load, shipped, terms_of
from bot.store import Store
from tests.support.package import SOUND, TODAY, key, lay, opened

NEEDS, WORDS, VETTING = key(91), key(92), key(93)
TERMS = {
    NEEDS: Term("warmline-needs", "food"),
    WORDS: Term("warmline-words", "told.en"),
    VETTING: Term("warmline-vetting", "no_id"),
}


def attribute(number: int, term: str, value: str) -> Record:
    return {"id": key(number), "taxonomy_term_id": term, "value": value}


THEIRS: Record = {
    "id": key(11), "name": "Drop-in", "status": "active", "description": "Warm food", "assured_date": "2026-05-01",
    "organization": {"id": key(1), "name": "Harbor"},
    "phones": [{"id": key(51), "number": "988"}, {"id": key(52), "number": "211"}],
    "attributes": [attribute(1, key(99), "of others")],
}  # fmt: skip
OURS: Record = {
    **THEIRS, "assured_date": "2026-11-20", "assurer_email": "lead@example.org",
    "attributes": [*THEIRS["attributes"], attribute(2, NEEDS, "helps"), attribute(3, VETTING, "yes")],
    "metadata": [{"id": key(201), "field_name": "alert"}],
}  # fmt: skip


def of(record: Record, term: str) -> list[str]:
    """Return what the record says of a term."""
    return [each["value"] for each in record.get("attributes", ()) if each["taxonomy_term_id"] == term]


def with_vetting(record: Record, value: str) -> Record:
    return {**record, "attributes": [*record["attributes"], attribute(4, VETTING, value)]}


# One record


def test_unchanged_facts_keep_all_our_statements() -> None:
    assert merge(OURS, copy.deepcopy(THEIRS), TERMS) == Merged({**THEIRS, **OURS}, (), keeps=True)


def test_order_and_empty_values_are_no_change() -> None:
    other = {**THEIRS, "phones": THEIRS["phones"][::-1], "alert": "", "contacts": [], "program": {}}
    assert merge(OURS, other, TERMS).fields == ()


def test_later_date_of_theirs_leaves_our_verification() -> None:
    made = merge(OURS, {**THEIRS, "assured_date": "2026-11-21", "last_modified": "2026-11-21T09:00:00Z"}, TERMS)
    assert (made.record["assured_date"], made.record["assurer_email"]) == ("2026-11-20", "lead@example.org")
    assert (made.fields, of(made.record, VETTING), made.to_vet) == (("last_modified",), ["yes"], False)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("description", "Hot food", "description"),
        ("status", "inactive", "status"),
        ("phones", [{"id": key(51), "number": "988"}], "phones"),
        ("organization", {"id": key(1), "name": "Haven"}, "organization.name"),
    ],
)
def test_changed_facts_drop_vetting_and_keep_texts_and_needs(field: str, value: Any, told: str) -> None:
    made = merge(OURS, {**THEIRS, field: value}, TERMS)
    assert told in made.fields
    assert made.to_vet
    assert (of(made.record, VETTING), of(made.record, NEEDS)) == ([], ["helps"])
    assert made.record["assured_date"] == "2026-05-01"
    assert made.record["metadata"] == OURS["metadata"]


def test_vetting_by_others_is_set_aside_unless_trusted() -> None:
    brought = with_vetting(THEIRS, "no")
    for was, ours in ((None, []), (OURS, ["yes"])):
        made = merge(was, brought, TERMS)
        assert (of(made.record, VETTING), made.set_aside, made.trusted) == (ours, True, False)
        made = merge(was, brought, TERMS, trust=True)
        assert (of(made.record, VETTING), made.set_aside, made.trusted) == (["no"], False, True)
        assert made.record["assured_date"] == "2026-05-01"


def test_trusted_vetting_applies_although_facts_changed() -> None:
    made = merge(OURS, with_vetting({**THEIRS, "description": "Hot food"}, "no"), TERMS, trust=True)
    assert (of(made.record, VETTING), made.to_vet) == (["no"], False)


def test_needs_in_a_package_replace_ours() -> None:
    brought = {**THEIRS, "attributes": [attribute(5, NEEDS, "made_for")]}
    assert of(merge(OURS, brought, TERMS).record, NEEDS) == ["made_for"]


def test_lines_of_both_logs_are_kept_once() -> None:
    brought = {**THEIRS, "metadata": [*OURS["metadata"], {"id": key(202), "field_name": "url"}]}
    made = merge(OURS, brought, TERMS)
    assert [line["id"] for line in made.record["metadata"]] == [key(201), key(202)]
    assert made.fields == ("metadata",)
    assert len(logged(made.record, made.fields, "2026-11-22")["metadata"]) == 3


TEXTS = st.sampled_from(["", "a", "b"])
RECORDS = st.fixed_dictionaries(
    {"id": st.just(key(11)), "name": st.just("A")},
    optional={
        "alert": TEXTS, "assured_date": TEXTS, "assurer_email": TEXTS,
        "attributes": st.lists(
            st.builds(attribute, st.integers(1, 99), st.sampled_from([*TERMS, key(99)]), TEXTS),
            unique_by=lambda each: each["id"],
        ),
        "metadata": st.lists(st.builds(lambda n: {"id": key(n)}, st.integers(1, 9)), unique_by=lambda a: a["id"]),
    },
)  # fmt: skip


@given(RECORDS, st.booleans())
def test_unchanged_record_stays_the_same(record: Record, trust: bool) -> None:
    made = merge(record, copy.deepcopy(record), TERMS, trust=trust)
    assert in_order(made.record) == in_order(record)
    assert (made.fields, made.to_vet, made.set_aside) == ((), False, False)


@given(RECORDS, RECORDS)
def test_findings_are_never_foreign_and_end_when_facts_change(was: Record, brought: Record) -> None:
    made = merge(was, brought, TERMS)
    found = [a for a in made.record.get("attributes", ()) if a["taxonomy_term_id"] == VETTING]
    assert all(each in was.get("attributes", ()) for each in found)
    if was.get("alert", "") != brought.get("alert", ""):
        assert found == []
    again = merge(made.record, brought, TERMS)
    assert (in_order(again.record), again.fields) == (in_order(made.record), ())


# Whole package


@contextmanager
def imported(store: Store, path: Path, *, trust: bool = False) -> Iterator[Import]:
    with opened(path) as package:
        made = Import(RecordsInUse(store.directory), package, TODAY, trust=trust, on_done=lambda _: None)
        with made:
            yield made


def put(store: Store, path: Path, *, trust: bool = False) -> dict[str, Record]:
    """Import a package and return the live records."""
    with imported(store, path, trust=trust) as made:
        made.replace_directory(store.directory, lambda: None)
    in_use = RecordsInUse(store.directory)
    return {name: load(words) for name, words in in_use.records(in_use.ids())}


def edited(tmp_path: Path, *changes: tuple[str, str, str], without: tuple[str, ...] = ()) -> Path:
    files = {name: text for name, text in SOUND.items() if name not in without}
    for file, old, new in changes:
        assert old in files[file]
        files[file] = files[file].replace(old, new)
    return lay(tmp_path / "new", files)


def test_import_lists_new_changed_and_gone_services_with_fields(store: Store, tmp_path: Path) -> None:
    path = edited(tmp_path, ("services.csv", key(12), key(13)), ("services.csv", "Warm food", "Hot food"),
                  ("phones.csv", "voice", "cell"), ("organizations.csv", "Harbor", "Haven"),
                  ("service_at_location.csv", key(12), key(13)), ("phones.csv", key(12), key(13)),
                  ("attributes.csv", key(12), key(13)))  # fmt: skip
    put(store, lay(tmp_path / "old"))
    with imported(store, path) as found:
        assert [change.name for change in found.new.first] == ["Rooms"]
        assert [change.name for change in found.gone.first] == ["Rooms"]
        [change] = found.changed.first
        assert (change.name, set(change.fields)) == ("Drop-in", {"description", "phones", "organization.name"})
        assert (found.unchanged, found.count, found.count_before) == (0, 2, 2)


def test_vetting_is_kept_when_a_package_has_none(store: Store, tmp_path: Path) -> None:
    put(store, lay(tmp_path / "old"), trust=True)
    path = edited(tmp_path, ("services.csv", "Warm food", "Hot food"), without=("attributes.csv", "taxonomy_terms.csv"))
    with imported(store, path) as found:
        assert found.vetting == {"kept": 2, "to_vet": 1}
        assert [change.fields for change in found.changed.first] == [("description", "attributes")]
    after = put(store, path)
    assert [(name, of(one, VETTING), bool(one["attributes"])) for name, one in after.items()] == [
        (key(11), [], True),
        (key(12), ["no"], True),
    ]
    kept = RecordsInUse(store.directory).aside["taxonomy_terms"]
    assert VETTING in {term["id"] for term in kept}


def test_our_terms_keep_our_ids(store: Store, tmp_path: Path) -> None:
    """Otherwise staff would vet with terms that occur twice in an export."""
    _, aside = shipped()
    [food] = [t["id"] for t in aside["taxonomy_terms"] if (t["taxonomy"], t["code"]) == ("warmline-needs", "food")]
    after = put(store, lay(tmp_path / "old"))
    assert of(after[key(11)], food) == ["made_for"]
    terms = RecordsInUse(store.directory).aside["taxonomy_terms"]
    assert len({(term.get("taxonomy"), term["code"]) for term in terms}) == len(terms)
    assert {term["id"] for term in terms} >= {str(each) for each in terms_of({})}


def test_foreign_term_cannot_take_over_our_id(store: Store, tmp_path: Path) -> None:
    _, aside = shipped()
    [ours] = [t["id"] for t in aside["taxonomy_terms"] if (t["taxonomy"], t["code"]) == ("warmline-vetting", "willing")]
    path = edited(
        tmp_path, ("taxonomy_terms.csv", key(92), ours), ("attributes.csv", f"{key(91)},service", f"{ours},service")
    )
    after = put(store, path)
    assert of(after[key(11)], ours) == []
    [term] = [t for t in RecordsInUse(store.directory).aside["taxonomy_terms"] if t["id"] == ours]
    assert (term["taxonomy"], term["code"]) == ("warmline-vetting", Factor.WILLING)


def test_hidden_place_stays_hidden_when_a_package_omits_the_mark(store: Store, tmp_path: Path) -> None:
    hidden = {
        **SOUND,
        "taxonomy_terms.csv": SOUND["taxonomy_terms.csv"].replace("food,Food", "private_place,Food").replace(
            "warmline-needs", "warmline-traits"
        ),
        "attributes.csv": SOUND["attributes.csv"].replace("made_for", "true"),
        "locations.csv": SOUND["locations.csv"].replace("33.7,-117.9", ","),
    }  # fmt: skip
    del hidden["addresses.csv"]
    put(store, lay(tmp_path / "old", hidden))
    with imported(store, edited(tmp_path, without=("attributes.csv", "taxonomy_terms.csv"))) as found:
        found.check_hidden(faults := PackageErrors())
    assert {fault.rule for fault in faults} == {Rule.PRIVATE}


def test_id_in_capitals_is_the_same_id(store: Store, tmp_path: Path) -> None:
    letters = "abcdef00-0000-4000-8000-000000000012"
    put(store, edited(tmp_path, *((file, key(12), letters) for file in SOUND if key(12) in SOUND[file])))
    path = edited(tmp_path, *((file, key(12), letters.upper()) for file in SOUND if key(12) in SOUND[file]))
    with imported(store, path) as found:
        assert (found.unchanged, found.is_change) == (2, False)
