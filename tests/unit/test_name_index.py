"""Search of services by name: parts of a name, one slip a word, and a full name that means one service."""

from __future__ import annotations

import pytest

from bot.directory.directory import Directory
from bot.directory.load import load_directory
from bot.directory.name_index import label
from bot.directory.vetting import DEMO
from tests.support.app import NOON

SHELF = load_directory(rules=DEMO, clock=lambda: NOON)


def names(typed: str, most: int = 8) -> list[str]:
    return [SHELF.service(service_id).name for service_id in SHELF.find(typed, most)]


@pytest.mark.parametrize(
    "typed", ["runaway safeline", "RUNAWAY", "safelin", "Natoinal Runaway", "runawy", "runnaway", "runawat safe"]
)
def test_service_is_found_by_part_of_its_name_and_with_a_slip(typed: str) -> None:
    assert "National Runaway Safeline" in names(typed)


@pytest.mark.parametrize("typed", ["", "  ", "xyzzyx", "safeline xyzzyx", "?"])
def test_what_is_in_no_name_finds_nothing(typed: str) -> None:
    assert names(typed) == []


def test_names_that_begin_so_come_first_and_no_more_than_asked() -> None:
    found = names("national", 3)
    assert len(found) == 3
    assert found[0].startswith("National")


def test_label_means_one_service() -> None:
    labels = [SHELF.label(service) for service in SHELF]
    assert len(set(labels)) == len(labels)
    for service in SHELF:
        assert SHELF.named(SHELF.label(service)) == service.id
        assert SHELF.named(SHELF.label(service).upper()) == service.id
    assert SHELF.named("Trans Lifeline") == "", "there are two, so nobody knows which"
    assert SHELF.named("nowhere") == ""


def test_change_is_found_at_once() -> None:
    shelf = Directory(SHELF, rules=DEMO, clock=lambda: NOON)
    first = next(iter(shelf))
    assert shelf.find(first.name, 1)
    shelf.change({first.id: None})
    assert first.id not in shelf.find(first.name, 8)
    assert shelf.named(label(first)) == ""
