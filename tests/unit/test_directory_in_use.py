"""Live directory in several processes: a change applies in the next turn, an import is all or nothing."""

from __future__ import annotations

import copy
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.conversation.messages import Inbound
from bot.directory.model import RecordFault
from bot.directory.serialization import Record, dump, load, shipped
from bot.errors import Conflict, StoreUnavailable
from bot.inbound.router import Router
from bot.runtime import directory as directory_in_use
from bot.runtime.build import build
from bot.runtime.runtime import Runtime
from bot.server.embedded_redis import embedded_redis
from bot.store.directory import DirectoryStore
from tests.support.app import settings


@pytest.fixture
def runtime(tmp_path) -> Iterator[Runtime]:
    """Provide a runtime on a Redis of its own, since the directory belongs to everyone who shares one."""
    with embedded_redis(tmp_path) as url:
        made = build(replace(settings(), redis_url=url))
        yield made
        made.store.close()


def stored(runtime: Runtime) -> tuple[DirectoryStore, list[Record]]:
    """Store the shipped directory, and return the store and its records."""
    records, aside = shipped()
    store = runtime.store.directory
    store.replace(None, ((one["id"], dump(one)) for one in records), dump(aside))
    return store, records


def text(runtime: Runtime, sid: str) -> None:
    assert Router(runtime).handle(Inbound(f"SM{sid:0>32}", "+15550100199", "hi")).text


def change(store: DirectoryStore, record: Record, **fields: object) -> None:
    after = {**copy.deepcopy(record), **fields}
    store.change(store.edition(), record["id"], dump(record), dump(after))


def test_stored_directory_equals_the_shipped_one(runtime: Runtime) -> None:
    before = {service.id: service for service in runtime.directory.now}
    stored(runtime)
    runtime.directory.catch_up()
    assert {service.id: service for service in runtime.directory.now} == before


def test_change_applies_in_the_next_turn_of_every_process(runtime: Runtime) -> None:
    other = build(runtime.settings)
    store, records = stored(runtime)
    text(runtime, "1")
    text(other, "2")
    change(store, records[0], status="defunct")
    for each, sid in ((runtime, "3"), (other, "4")):
        assert each.directory.now.service(records[0]["id"]).status == "active"
        text(each, sid)
        assert each.directory.now.service(records[0]["id"]).status == "defunct"
    other.store.close()


def test_turn_keeps_one_version_of_the_directory(runtime: Runtime) -> None:
    before = runtime.snapshot()
    known = next(iter(before.directory)).id
    runtime.directory.now.put(())
    assert before.directory.has(known)
    assert not runtime.directory.now.has(known)


def test_large_directory_is_read_in_the_background(runtime: Runtime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory_in_use, "AT_ONCE", 3)
    _, records = stored(runtime)
    text(runtime, "1")
    until = time.monotonic() + 10
    while runtime.directory._edition is None and time.monotonic() < until:
        time.sleep(0.01)
    assert len(runtime.directory.now) == len(records)
    assert runtime.directory._edition == runtime.store.directory.edition()


def test_concurrent_changes_of_a_record_conflict(runtime: Runtime) -> None:
    store, records = stored(runtime)
    change(store, records[0], status="inactive")
    with pytest.raises(Conflict):
        change(store, records[0], status="defunct")
    change(store, records[1], status="defunct")  # a change to another record is no conflict


def test_change_is_refused_when_the_directory_was_replaced(runtime: Runtime) -> None:
    store, records = stored(runtime)
    old = store.edition()
    store.replace(old, ((one["id"], dump(one)) for one in records), b"{}")
    with pytest.raises(Conflict):
        store.change(old, records[0]["id"], dump(records[0]), b"{}")
    with pytest.raises(Conflict):
        store.replace(old, (), b"{}")
    assert len(list(store.all_records(store.edition()))) == len(records)


def test_interrupted_import_leaves_the_live_directory(runtime: Runtime) -> None:
    store, records = stored(runtime)
    before = store.edition()

    def breaks() -> Iterator[tuple[str, bytes]]:
        yield records[0]["id"], dump(records[0])
        raise StoreUnavailable("gone")

    with pytest.raises(StoreUnavailable):
        store.replace(before, breaks(), b"{}")
    assert store.edition() == before
    assert {key: load(words) for key, words in store.all_records(before)} == {one["id"]: one for one in records}


def test_shipped_directory_is_live_again_after_the_store_is_emptied(runtime: Runtime) -> None:
    store, records = stored(runtime)
    change(store, records[0], status="defunct")
    runtime.directory.catch_up()
    store._server.call("FLUSHALL")
    runtime.directory.catch_up()
    assert runtime.directory.now.service(records[0]["id"]).status == "active"


def test_partly_unreadable_record_is_kept_and_not_offered(runtime: Runtime) -> None:
    store, records = stored(runtime)
    change(store, records[0], phones=[{"id": records[0]["id"], "number": "extension four", "type": "voice"}])
    runtime.directory.catch_up()
    service = runtime.directory.now.service(records[0]["id"])
    assert service.faults == (RecordFault("phones.0.number", "expected a number like 1-800-555-0100 or 988"),)
    assert not runtime.directory.now.offers(service.id)
    assert not service.phones
