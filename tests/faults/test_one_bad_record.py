"""One record that does not open stops no work on the others, and is reported."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from bot.casework.cases import Status
from bot.casework.consent_gate import ConsentGate
from bot.crypto import KeyRing
from bot.flows.names import ShareItem
from bot.jobs.retention import delete_expired
from bot.staff.audit import Verb
from bot.store.audit import END, START_MARK, TRAIL
from bot.store.cases import OPEN, place, thread_place
from bot.store.codec import pack
from tests.support.product import new_phone
from tests.support.team import Team

pytestmark = pytest.mark.faults

MINUTE, DAY = 60, 86_400
SPARE_KEY = "9:" + "A" * 43 + "="


def flipped(blob: bytes, _: str) -> bytes:
    return blob[:20] + bytes([blob[20] ^ 1]) + blob[21:]


def truncated(blob: bytes, _: str) -> bytes:
    return blob[:-4]


def of_another_key(_: bytes, at: str) -> bytes:
    return KeyRing(SPARE_KEY).encrypt(b"p{}", at)


def empty(_: bytes, __: str) -> bytes:
    return b""


def in_plain(_: bytes, __: str) -> bytes:
    return b'{"code": "K7QM"}'


def noise(_: bytes, __: str) -> bytes:
    return os.urandom(200)


DAMAGES = [flipped, truncated, of_another_key, in_plain, noise]


def damage(team: Team, key: str, how: Callable[[bytes, str], bytes]) -> None:
    client = team.house.redis.client
    client.set(key, how(client.get(key), key), keepttl=True)


@pytest.mark.parametrize("how", [*DAMAGES, empty])
def test_damaged_case_stops_neither_board_nor_texts_nor_the_silence_watch(
    team: Team, how: Callable[[bytes, str], bytes]
) -> None:
    ann, ben = team.colleague("Ann"), team.colleague("Ben")
    anna = new_phone()
    bad, talk, waiting = (team.asks(phone) for phone in (new_phone(), anna, new_phone()))
    assert team.says(ben, f"TAKE {talk}").text.startswith(f"{talk} is yours")
    damage(team, place(bad), how)

    board = team.says(ann, "BOARD").text
    assert waiting in board
    if how is not empty:  # an empty value is no case any more
        assert f"Can't be opened: {bad}" in board
    assert team.says(ben, f"{talk}: I'm here with you. What happened?").text.startswith("Sent")
    team.house.hears("my mom kicked me out", anna)
    team.house.let_pass(12 * MINUTE)
    team.house.worker.handlers.alerts.look_for_silence()
    team.house.worker.handlers.contacts.look()
    assert team.case(talk).status is Status.WAITING, "a silent caseworker's case is freed"
    assert team.alerts(ann) > 0


@pytest.mark.parametrize("how", DAMAGES)
def test_damaged_case_does_not_stop_retention(team: Team, how: Callable[[bytes, str], bytes]) -> None:
    store, client = team.house.store, team.house.redis.client
    bad, abandoned = team.asks(new_phone()), team.asks(anna := new_phone())
    damage(team, place(bad), how)
    client.delete(f"{{{store.person(anna)}}}:s")
    client.sadd(OPEN, "GONE")
    delete_expired(store, team.house.clock(), 365)
    assert team.case(abandoned).status is Status.WITHDRAWN
    assert client.smembers(OPEN) == {bad.encode()}


@pytest.mark.parametrize("how", DAMAGES)
def test_damaged_session_does_not_stop_retention_and_ends_nothing(
    team: Team, how: Callable[[bytes, str], bytes]
) -> None:
    store, client = team.house.store, team.house.redis.client
    kept, abandoned = team.asks(anna := new_phone()), team.asks(bea := new_phone())
    damage(team, f"{{{store.person(anna)}}}:s", how)
    client.delete(f"{{{store.person(bea)}}}:s")
    delete_expired(store, team.house.clock(), 365)
    assert (team.case(kept).status, team.case(abandoned).status) == (Status.WAITING, Status.WITHDRAWN)


def test_damaged_entry_leaves_the_rest_of_its_thread(team: Team) -> None:
    ben = team.colleague("Ben")
    code = team.asks(anna := new_phone())
    team.says(ben, f"TAKE {code}")
    for text in ("hi", "are you there"):
        team.house.hears(text, anna)
    client, key = team.house.redis.client, thread_place(code)
    client.lset(key, -2, flipped(client.lindex(key, -2), key))
    thread = team.house.store.cases.thread(code)
    assert thread[-1].text == "are you there"
    assert len(thread) == client.llen(key)
    team.house.work()
    assert [text for text in team.texts(ben) if text.startswith(f"{code}:")] == [f"{code}: are you there"]


def test_consents_before_a_damaged_record_do_not_count(team: Team) -> None:
    """The damaged one may have taken them back. A consent that is given later counts."""
    store, client = team.house.store, team.house.redis.client
    team.asks(anna := new_phone())
    key = f"{{{store.person(anna)}}}:c"
    gate = ConsentGate(store, team.house.runtime.directory.now, team.house.clock, 1800)
    assert gate.talks(store.person(anna))
    given = client.lindex(key, 0)
    client.rpush(key, noise(b"", key))
    assert not gate.talks(store.person(anna))
    client.rpush(key, given)
    assert gate.talks(store.person(anna))
    assert ShareItem.WANTS_TO_TALK in store.ledger(store.person(anna))[0].items


def test_damaged_account_stops_no_alert_and_no_other_colleague(team: Team) -> None:
    ann, ben = team.colleague("Ann"), team.colleague("Ben")
    client = team.house.redis.client
    client.hset("{staff}:people", ann.id, noise(b"", ""))
    client.hset("{staff}:rota", "nobody", b"{no json")
    code = team.asks(new_phone())
    team.house.work()
    assert team.alerts(ben) == 1
    assert team.says(ben, f"PASS {code} Ann").text == "No colleague has that name."
    assert team.says(ann, "BOARD").text.startswith("Not done: your account cannot be opened")


def test_store_check_names_each_damaged_record_by_its_key_alone(team: Team) -> None:
    store, client = team.house.store, team.house.redis.client
    ann = team.colleague("Ann")
    assert store.check().damaged == []
    code = team.asks(anna := new_phone())
    person = store.person(anna)
    damage(team, place(code), flipped)
    damage(team, f"{{{person}}}:s", flipped)
    client.hset("{staff}:people", ann.id, b"x")
    client.rpush(
        f"{{{person}}}:c",
        KeyRing(team.house.runtime.settings.seal_keys).encrypt(pack({"kind": "given"}), f"{{{person}}}:c"),
    )
    client.zadd("disclosures", {b"nothing": 9e9})
    found = {(record.kind, record.place) for record in store.check().damaged}
    assert found == {
        ("case", place(code)), ("session", f"{{{person}}}:s"), ("staff account", f"{{staff}}:people:{ann.id}"),
        ("consent record", f"{{{person}}}:c #1"), ("disclosure", "disclosures #0"),
    }  # fmt: skip
    assert not any(anna in place for _, place in found)


# The audit trail


@pytest.mark.parametrize("how", [*DAMAGES, empty])
def test_damaged_end_mark_stops_nobody_and_stays_visible(
    team: Team, caplog: pytest.LogCaptureFixture, how: Callable[[bytes, str], bytes]
) -> None:
    ben, trail = team.colleague("Ben"), team.house.store.staff.audit
    first, second = team.asks(new_phone()), team.asks(new_phone())
    assert "is yours" in team.says(ben, f"TAKE {first}").text
    assert trail.verify() is None
    damage(team, END, how)
    assert "is yours" in team.says(ben, f"TAKE {second}").text, "the act is recorded and done"
    assert "end mark cannot be read" in caplog.text
    links = [link.entry.what for _, link in reversed(trail.page(0, 9)) if link]
    assert links == [Verb.CASE_TAKEN, Verb.AUDIT_BROKEN, Verb.CASE_TAKEN]
    assert trail.broken() == [1], "the break stays visible"
    assert trail.mend(team.house.clock()) == [1]
    assert trail.broken() == []
    team.says(ben, f"CLOSE {first} helped")
    assert trail.broken() == []
    client = team.house.redis.client
    client.lset(TRAIL, 2, flipped(client.lindex(TRAIL, 2), TRAIL))
    assert trail.broken() == [2], "a mend covers only what was broken before it"


@pytest.mark.parametrize("key", [END, START_MARK])
def test_mended_trail_is_cut_when_it_is_old(team: Team, key: str) -> None:
    ben, store = team.colleague("Ben"), team.house.store
    codes = [team.asks(new_phone()) for _ in range(4)]
    for code in codes[:2]:
        team.says(ben, f"TAKE {code}")
    client, trail = team.house.redis.client, store.staff.audit
    client.set(key, b"nonsense")
    for code in codes[2:]:
        team.says(ben, f"TAKE {code}")
    delete_expired(store, 4_000_000_000, 365)
    assert trail.count() >= 3, "what is broken, and all after it, is evidence"
    assert trail.broken()
    assert trail.mend(4_000_000_000)
    assert trail.mend(4_000_000_000) == [], "a second mend finds nothing"
    delete_expired(store, 4_000_000_000, 365)
    assert (trail.count(), trail.broken()) == (1, []), "only the mend is young"


@pytest.mark.parametrize(
    "breaks",
    [
        lambda client: client.lset(TRAIL, 1, b"noise"),
        lambda client: client.lset(TRAIL, 1, client.lindex(TRAIL, 2)),
        lambda client: client.rpop(TRAIL),
        lambda client: client.lpop(TRAIL),
        lambda client: client.rpush(TRAIL, client.lindex(TRAIL, 0)),
        lambda client: client.delete(TRAIL),
        lambda client: client.delete(END),
    ],
)
def test_every_break_can_be_mended_and_new_ones_are_seen(team: Team, breaks: Callable[[object], object]) -> None:
    ben, trail = team.colleague("Ben"), team.house.store.staff.audit
    codes = [team.asks(new_phone()) for _ in range(5)]
    for code in codes[:4]:
        team.says(ben, f"TAKE {code}")
    client = team.house.redis.client
    breaks(client)
    assert trail.broken()
    assert trail.mend(team.house.clock())
    assert trail.broken() == []
    assert "is yours" in team.says(ben, f"TAKE {codes[4]}").text
    assert trail.broken() == []
    client.lset(TRAIL, -1, b"noise")
    assert trail.broken() == [trail.count() - 1]
