"""Audit trail: acts are recorded with their actor, and no recorded entry can be changed unnoticed."""

from __future__ import annotations

import json
import threading

import pytest
from flask import Flask

from bot.config.settings import Settings
from bot.crypto import KeyRing
from bot.errors import StoreUnavailable
from bot.staff.audit import COMMAND_LINE, START, Entry, Link, Mark, Verb, verify
from bot.store.audit import END, TRAIL, Trail
from bot.store.connection import RedisServer
from tests.support.app import NOON
from tests.support.signed_texts import varied
from tests.support.staff import Team, post


@pytest.fixture(scope="module")
def served(app: Flask) -> Flask:
    return varied(app, demo=False)


@pytest.fixture
def trail(server: RedisServer, settings: Settings) -> Trail:
    """Return a trail of seven entries."""
    trail = Trail(server, KeyRing(settings.seal_keys))
    for number in range(7):
        trail.add(Entry(NOON + number, "staffid", Verb.CASE_SEEN, f"case:K7Q{number}", "é" * number))
    assert trail.verify() is None
    return trail


def test_chain_of_any_length_verifies() -> None:
    links, mark = [], START
    for number in range(5):
        assert verify(links, mark) is None
        entry = Entry(NOON, "a", Verb.EXPORTED, str(number))
        mark = entry.after(mark)
        links.append(Link(entry, mark.hash))


@pytest.mark.parametrize("index", range(7))
def test_changed_entry_is_detected(trail: Trail, server: RedisServer, settings: Settings, index: int) -> None:
    ring = KeyRing(settings.seal_keys)
    kept = json.loads(ring.decrypt(server.call("LINDEX", TRAIL, index), TRAIL))
    kept[1] = "another"
    server.call("LSET", TRAIL, index, ring.encrypt(json.dumps(kept).encode(), TRAIL))
    assert trail.verify() == index


def test_changed_byte_is_detected(trail: Trail, server: RedisServer) -> None:
    blob = bytearray(server.call("LINDEX", TRAIL, 3))
    blob[-1] ^= 1
    server.call("LSET", TRAIL, 3, bytes(blob))
    assert trail.verify() == 3
    assert trail.page(0, 7)[3] == (3, None)


@pytest.mark.parametrize("index", range(7))
def test_deleted_entry_is_detected(trail: Trail, server: RedisServer, index: int) -> None:
    server.call("LSET", TRAIL, index, "gone")
    server.call("LREM", TRAIL, 1, "gone")
    assert trail.verify() == index


@pytest.mark.parametrize(("one", "other"), [(0, 1), (2, 5), (0, 6), (5, 6)])
def test_swapped_entries_are_detected(trail: Trail, server: RedisServer, one: int, other: int) -> None:
    first, second = server.call("LINDEX", TRAIL, one), server.call("LINDEX", TRAIL, other)
    server.call("LSET", TRAIL, one, second)
    server.call("LSET", TRAIL, other, first)
    assert trail.verify() == one


@pytest.mark.parametrize(("first", "last", "broken"), [(0, 3, 4), (0, 5, 6), (1, 6, 0), (3, 6, 0)])
def test_truncated_trail_is_detected(trail: Trail, server: RedisServer, first: int, last: int, broken: int) -> None:
    server.call("LTRIM", TRAIL, first, last)
    assert trail.verify() == broken


def test_emptied_trail_is_detected(trail: Trail, server: RedisServer) -> None:
    server.call("DEL", TRAIL)
    assert trail.verify() == 0


def test_duplicated_or_appended_entry_is_detected(trail: Trail, server: RedisServer) -> None:
    blob = server.call("LINDEX", TRAIL, 2)
    server.call("RPUSH", TRAIL, blob)
    assert trail.verify() == 7
    server.call("LINSERT", TRAIL, "BEFORE", blob, blob)
    assert trail.verify() == 3


def test_lost_or_changed_end_mark_is_detected(trail: Trail, server: RedisServer) -> None:
    server.call("SET", END, "nonsense")
    assert trail.verify() == 7
    server.call("DEL", END)
    assert trail.verify() == 0


def test_rewritten_chain_is_detected_by_its_end_mark() -> None:
    entry = Entry(NOON, "a", Verb.EXPORTED)
    other = Entry(NOON, "b", Verb.EXPORTED)
    assert verify([Link(other, other.after(START).hash)], entry.after(START)) == 0
    assert verify([], Mark(1, "x")) == 0


def test_concurrent_entries_form_one_chain(server: RedisServer, settings: Settings) -> None:
    trail = Trail(server, KeyRing(settings.seal_keys))

    def add() -> None:
        for _ in range(10):
            trail.add(Entry(NOON, "a", Verb.CASE_SEEN))

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert trail.count() == 40
    assert trail.verify() is None


def test_reasons_are_encrypted(trail: Trail, server: RedisServer) -> None:
    trail.add(Entry(NOON, "a", Verb.NUMBER_REVEALED, "case:K7QM", "she asked me to call"))
    assert not any(b"asked" in blob or b"K7QM" in blob for blob in server.call("LRANGE", TRAIL, 0, -1))


def test_staff_acts_are_audited_by_id(team: Team) -> None:
    lead, other = team.person("lead", name="Lea"), team.person(name="Oto")
    client = team.inside(lead)
    post(client, f"/staff/people/{other.id}/roles", "/staff/account", role=["editor", "lead"])
    post(client, f"/staff/people/{other.id}/phone", "/staff/account", phone="+15555550123")
    post(client, f"/staff/people/{other.id}/active", "/staff/account", active="0")
    post(client, f"/staff/people/{other.id}/active", "/staff/account", active="1")
    post(client, f"/staff/people/{other.id}/invitation", "/staff/account")
    post(client, "/staff/account/out", "/staff/account")
    noted = [link.entry for _, link in reversed(team.store.audit.page(0, 50)) if link]
    assert {entry.who for entry in noted} == {lead.id}
    assert [(entry.what, entry.on.removeprefix("staff:")) for entry in noted] == [
        (Verb.SIGNED_IN, lead.id), (Verb.ROLES_CHANGED, other.id), (Verb.PHONE_CHANGED, other.id),
        (Verb.DEACTIVATED, other.id), (Verb.REACTIVATED, other.id), (Verb.INVITED_AGAIN, other.id),
        (Verb.SIGNED_OUT_EVERYWHERE, lead.id),
    ]  # fmt: skip
    assert noted[1].reason == "editor, lead"


def test_act_is_refused_when_audit_fails(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    lead, other = team.person("lead"), team.person()
    client = team.inside(lead)

    def gone(_: Entry) -> None:
        raise StoreUnavailable

    monkeypatch.setattr(team.store.audit, "add", gone)
    assert post(client, f"/staff/people/{other.id}/active", "/staff/account", active="0").status_code == 503
    kept = team.store.get(other.id)
    assert kept and kept.active


def test_audit_page_shows_names_pages_and_verdict(team: Team, server: RedisServer) -> None:
    lead = team.person("lead", name="Lea")
    for number in range(60):
        team.store.audit.add(Entry(team.clock(), COMMAND_LINE, Verb.EXPORTED, f"case:K7Q{number}", "for the court"))
    client = team.inside(lead)
    page = client.get("/staff/audit").text
    assert "<b>Verified:</b> no entry has been changed or removed (61)." in page
    assert "Page 1 of 2" in page and "Lea" in page and "case K7Q59" in page and "for the court" in page
    assert "case K7Q0" in client.get("/staff/audit?page=2").text
    assert client.get("/staff/audit?page=x").status_code == client.get("/staff/audit?page=-4").status_code == 200
    assert client.get("/staff/audit?page=99999999999999999999").status_code == 200
    server.call("LSET", TRAIL, 5, "nonsense")
    assert "Damaged at entry 6" in client.get("/staff/audit?page=2").text
