"""The preview of an import: what is new, changed and gone, and the vetting that stays."""

from __future__ import annotations

from pathlib import Path

from bot.directory.package.changes import compare, keep_vetting
from bot.directory.package.faults import Faults, Rule
from bot.directory.package.links import check_hidden
from tests.unit.package_parts import SOUND, content, key, lay, opened


def edited(tmp_path: Path, *changes: tuple[str, str, str]) -> Path:
    files = dict(SOUND)
    for file, old, new in changes:
        assert old in files[file]
        files[file] = files[file].replace(old, new)
    return lay(tmp_path / "new", files)


def test_new_changed_and_gone_services_are_told_with_the_fields(tmp_path: Path) -> None:
    path = edited(tmp_path, ("services.csv", key(12), key(13)), ("services.csv", "Warm food", "Hot food"),
                  ("phones.csv", "voice", "cell"), ("organizations.csv", "Harbor", "Haven"),
                  ("service_at_location.csv", key(12), key(13)), ("phones.csv", key(12), key(13)),
                  ("attributes.csv", key(12), key(13)))  # fmt: skip
    with opened(lay(tmp_path / "old")) as old, opened(path) as new:
        found = compare(old, new)
    assert [(change.id, change.name) for change in found.new] == [(key(13), "Rooms")]
    assert [(change.id, set(change.fields)) for change in found.changed] == [
        (key(11), {"description", "phones", "organization.name"})
    ]
    assert [change.id for change in found.gone] == [key(12)]
    assert found.unchanged == 0


def test_another_order_is_no_change(tmp_path: Path) -> None:
    files = dict(SOUND)
    head, *rows = files["attributes.csv"].splitlines(keepends=True)
    files["attributes.csv"] = head + "".join(reversed(rows))
    with opened(lay(tmp_path / "old")) as old, opened(lay(tmp_path / "new", files)) as new:
        assert compare(old, new).unchanged == 2


def test_unchanged_services_keep_their_vetting_and_changed_ones_only_what_we_say(tmp_path: Path) -> None:
    files = {name: text for name, text in SOUND.items() if name not in ("attributes.csv", "taxonomy_terms.csv")}
    files["services.csv"] = files["services.csv"].replace("Warm food", "Hot food")
    with opened(lay(tmp_path / "old")) as old, opened(lay(tmp_path / "new", files)) as new:
        kept = keep_vetting(old, new)
        values = {(row["link_id"], row["taxonomy_term_id"]): row["value"] for _, row in new.rows("attribute")}
        assert values == {(key(11), key(91)): "made_for", (key(12), key(93)): "no"}
        assert (kept.kept, kept.to_vet, kept.brought) == (2, (key(11),), 0)
        assert {row["id"] for _, row in new.rows("taxonomy_term")} == {key(91), key(92), key(93)}
        assert [change.fields for change in compare(old, new).changed] == [("description", "attributes")]


def test_vetting_that_a_package_brings_is_neither_doubled_nor_replaced(tmp_path: Path) -> None:
    path = edited(tmp_path, ("attributes.csv", f"{key(93)},service,no", f"{key(93)},service,yes"))
    with opened(lay(tmp_path / "old")) as old, opened(path) as new:
        before = content(new)
        kept = keep_vetting(old, new)
        assert content(new) == before
        assert (kept.kept, kept.brought) == (0, 2)


def test_a_place_that_we_hide_is_hidden_although_the_package_does_not_know(tmp_path: Path) -> None:
    ours = dict(SOUND)
    ours["taxonomy_terms.csv"] = ours["taxonomy_terms.csv"].replace("food,Food", "private_place,Food")
    ours["taxonomy_terms.csv"] = ours["taxonomy_terms.csv"].replace("warmline-needs", "warmline-traits")
    ours["attributes.csv"] = ours["attributes.csv"].replace("made_for", "true")
    del ours["addresses.csv"]
    ours["locations.csv"] = ours["locations.csv"].replace("33.7,-117.9", ",")
    theirs = {name: text for name, text in SOUND.items() if name not in {"attributes.csv", "taxonomy_terms.csv"}}
    with opened(lay(tmp_path / "old", ours)) as old, opened(lay(tmp_path / "new", theirs)) as new:
        keep_vetting(old, new)
        check_hidden(new, faults := Faults())
    assert {fault.rule for fault in faults} == {Rule.PRIVATE}
