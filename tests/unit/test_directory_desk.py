"""Staff changes to the stored directory: each is checked, none overwrites another, the first one stores all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from uuid import uuid4

import pytest

from bot.actions.directory import DirectoryActions
from bot.directory.edits import Edits, found_out, history, new_record
from bot.directory.factors import Answer, Factor, Finding
from bot.errors import Conflict, DirectoryError
from bot.runtime.build import build
from bot.runtime.runtime import Runtime
from bot.server.embedded_redis import embedded_redis
from tests.support.app import settings

DAY = dt.date(2026, 11, 22)


@pytest.fixture
def runtime(tmp_path) -> Iterator[Runtime]:
    """Provide a runtime on a Redis of its own, since the directory belongs to everyone who shares one."""
    with embedded_redis(tmp_path) as url:
        made = build(replace(settings(), redis_url=url))
        yield made
        made.store.close()


def test_first_change_stores_the_whole_directory_and_is_live(runtime: Runtime) -> None:
    desk, directory = DirectoryActions(runtime), runtime.directory.now
    known = [service.id for service in directory]
    finding = Finding(Answer.YES, "Ana", "intake", DAY)
    desk.change(known[0], desk.see(known[0]).mark, Edits("Ana", DAY, says=found_out(Factor.NO_ID, finding)))
    assert directory.service(known[0]).vetting[Factor.NO_ID] == finding
    assert sorted(service.id for service in directory) == sorted(known)
    assert [line.by for line in history(desk.see(known[0]).record)] == ["Ana"] * 4


def test_change_is_refused_when_the_record_changed_since(runtime: Runtime) -> None:
    desk = DirectoryActions(runtime)
    known = next(iter(runtime.directory.now)).id
    mark = desk.see(known).mark
    desk.change(known, mark, Edits("Ana", DAY, {"alert": "Closed on Monday"}))
    with pytest.raises(Conflict):
        desk.change(known, mark, Edits("Ben", DAY, {"alert": ""}))
    assert runtime.directory.now.service(known).alert == "Closed on Monday"


def test_reading_stores_nothing_and_allows_a_later_change(runtime: Runtime) -> None:
    desk, store = DirectoryActions(runtime), runtime.store.directory
    known = next(iter(runtime.directory.now)).id
    seen = desk.see(known)
    assert desk.records([known, str(uuid4())]) == {known: seen.record}
    assert store.edition() is None
    desk.change(known, seen.mark, Edits("Ana", DAY, {"alert": "New door"}))
    assert desk.records([known, str(uuid4())]) == {known: desk.see(known).record}
    assert desk.see(known).record["alert"] == "New door"


def test_hook_before_a_change_runs_only_for_a_valid_change(runtime: Runtime) -> None:
    desk, done = DirectoryActions(runtime), list[str]()
    known = next(iter(runtime.directory.now)).id
    mark = desk.see(known).mark
    for mark_of, facts in ((mark, {"status": "open"}), ("another", {"alert": "x"})):
        with pytest.raises((DirectoryError, Conflict)):
            desk.change(known, mark_of, Edits("Ana", DAY, facts), lambda: done.append("early"))
    desk.change(known, mark, Edits("Ana", DAY, {"alert": "x"}), lambda: done.append("noted"))
    assert done == ["noted"]


def test_new_record_has_its_author_in_the_history() -> None:
    record = new_record("Drop-in", {"id": str(uuid4()), "name": "Harbor House", "description": ""}, "Ana", DAY)
    assert [(line.by, line.on, line.field, line.after) for line in history(record)] == [
        ("Ana", "2026-11-22", "name", "Drop-in")
    ]


def test_unreadable_value_is_refused_by_field(runtime: Runtime) -> None:
    desk = DirectoryActions(runtime)
    known = next(iter(runtime.directory.now)).id
    seen = desk.see(known)
    with pytest.raises(DirectoryError) as refused:
        desk.change(known, seen.mark, Edits("Ana", DAY, {"status": "open"}))
    assert "status" in str(refused.value)
    assert desk.see(known) == seen


def test_new_service_is_not_offered_before_it_is_described(runtime: Runtime) -> None:
    desk, new = DirectoryActions(runtime), str(uuid4())
    organization = {"id": str(uuid4()), "name": "Harbor House"}
    desk.add({"id": new, "name": "Drop-in", "status": "active", "organization": organization})
    assert runtime.directory.now.service(new).faults
    assert not runtime.directory.now.offers(new)
    with pytest.raises(Conflict):
        desk.add({"id": new, "name": "Drop-in", "status": "active", "organization": organization})
    with pytest.raises(DirectoryError):
        desk.see(str(uuid4()))
