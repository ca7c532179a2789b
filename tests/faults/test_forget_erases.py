"""FORGET, TAKE BACK and STOP erase the words of a case: no key that is left opens them, in Redis or on its disk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from bot.casework.cases import Kind, Line, Status
from bot.casework.tasks import Task, TaskKind, with_task
from bot.crypto import KeyRing, decrypt_with
from bot.errors import DecryptionError
from bot.jobs.retention import delete_expired
from bot.staff.accounts import Staff
from bot.store.cases import place, thread_place
from bot.store.codec import pack, unpack
from tests.support.in_process import House
from tests.support.product import Phone, new_phone, wait_until
from tests.support.team import Team

pytestmark = pytest.mark.faults

WORDS = ("zanzibar", "quokka", "xylophone", "marmalade")


def values(house: House) -> Iterator[tuple[str, bytes]]:
    """Yield every value in Redis with its key."""
    client = house.redis.client
    for raw in client.keys("*"):
        key, kind = raw.decode(), client.type(raw).decode()
        if kind == "string":
            yield key, client.get(raw)
        elif kind == "list":
            yield from ((key, one) for one in client.lrange(raw, 0, -1))
        elif kind == "hash":
            yield from ((key, one) for one in client.hgetall(raw).values())
        elif kind == "zset":
            yield from ((key, one) for one in client.zrange(raw, 0, -1))


def plain(opened: bytes) -> str:
    try:
        return repr(unpack(opened))
    except ValueError:
        return opened.decode("utf-8", "replace")


def readable(house: House) -> str:
    """Return all that a thief with our keys can read: by the key ring, and by every secret that stands in it."""
    ring, found, secrets = KeyRing(house.runtime.settings.seal_keys), [], set[str]()
    kept = list(values(house))
    for key, blob in kept:
        for sealed in (blob, blob[1:]):  # replies have one byte before
            with suppress(DecryptionError):
                opened = plain(ring.decrypt(sealed, key))
                found.append(opened)
                secrets |= set(re.findall(r"'(?:k|secret)': '([^']+)'", opened))
    for key, blob in kept:
        for secret in secrets:
            for sealed in (blob, blob[1:]):
                with suppress(DecryptionError):
                    found.append(plain(decrypt_with(secret, sealed, key)))
    return "\n".join(found)


def talk(team: Team, ben: Staff, phone: Phone, code: str = "") -> str:
    """Let them talk and write a note and a task, and return the case's code."""
    code = code or team.asks(phone)
    store, now = team.house.store, team.house.clock()
    assert "is yours" in team.says(ben, f"TAKE {code}").text
    team.house.hears("my name is zanzibar", phone)
    assert "Sent" in team.says(ben, "hello quokka").text
    store.cases.add_note(code, Line(Kind.NOTE, "plays the xylophone", now, ben.id))
    store.work.change(code, lambda work: with_task(work, Task(TaskKind.OTHER, "buy marmalade", ben.id, now)))
    team.house.work()
    return code


def forget(team: Team, phone: Phone) -> None:
    assert team.house.hears("forget me", phone).state == "privacy.forget"
    assert team.house.hears("1", phone).state == "privacy.forgotten"


def olvidar(team: Team, phone: Phone) -> None:
    team.house.hears("olvídame", phone)
    assert team.house.hears("1", phone).state == "privacy.forgotten"


def take_back(team: Team, phone: Phone) -> None:
    team.house.hears("take back", phone)
    assert team.house.session(phone).shared == frozenset()


def stop(team: Team, phone: Phone) -> None:
    team.house.hears("STOP", phone)


def lapse(team: Team, phone: Phone) -> None:
    assert team.house.clock.now
    team.house.clock.now += 91 * 86_400
    team.house.hears("hey", phone)


def expire(team: Team, phone: Phone) -> None:
    team.house.redis.client.delete(f"{{{team.house.store.person(phone)}}}:s")
    delete_expired(team.house.store, team.house.clock(), 365)


ENDS = [forget, olvidar, take_back, stop, lapse, expire]


def test_words_are_readable_while_the_talk_goes_on(team: Team) -> None:
    """Without this the tests below would prove nothing."""
    talk(team, team.colleague("Ben"), new_phone())
    assert [word for word in WORDS if word not in readable(team.house)] == []


@pytest.mark.parametrize("end", ENDS)
def test_nothing_that_is_left_opens_the_words(team: Team, end: Callable[[Team, Phone], None]) -> None:
    ben, phone = team.colleague("Ben"), new_phone()
    code = talk(team, ben, phone)
    other = talk(team, team.colleague("Ann"), new_phone())
    end(team, phone)
    assert team.case(code).status in (Status.WITHDRAWN, Status.STOPPED)
    kept = team.house.redis.client.lrange(thread_place(code), 0, -1)
    assert all(line.kind is Kind.EVENT for line in team.house.store.cases.thread(code) if line.text)
    assert team.house.store.work.get(code).tasks == ()
    assert team.house.store.check().damaged == [], "what is erased is not damaged"
    team.house.redis.client.delete(place(other), thread_place(other), f"work:{other}")
    if end is not lapse:  # a lapsed consent leaves the session, and with it the replies of the last day
        assert [word for word in WORDS if word in readable(team.house)] == []
    assert kept or end is expire


def test_forget_erases_cases_that_ended_before(team: Team) -> None:
    ben, phone = team.colleague("Ben"), new_phone()
    first = talk(team, ben, phone)
    team.says(ben, f"CLOSE {first} helped")
    second = talk(team, ben, phone, again(team, phone))
    assert first != second
    forget(team, phone)
    assert [word for word in WORDS if word in readable(team.house)] == []
    assert team.house.store.cases.get(first) is None
    assert team.case(second).status is Status.WITHDRAWN


@pytest.mark.parametrize("gone", ["session", "stop"])
def test_forget_erases_earlier_cases_also_for_one_who_comes_back(team: Team, gone: str) -> None:
    ben, phone = team.colleague("Ben"), new_phone()
    code = talk(team, ben, phone)
    team.says(ben, f"CLOSE {code} helped")
    if gone == "session":
        team.house.redis.client.delete(f"{{{team.house.store.person(phone)}}}:s")
    else:
        team.house.hears("STOP", phone)
        team.house.hears("START", phone)
    team.house.hears("hey", phone)
    forget(team, phone)
    assert [word for word in WORDS if word in readable(team.house)] == []


def again(team: Team, phone: Phone) -> str:
    for text in ("talk to a person", "just say i want to talk", "no name"):
        reply = team.house.hears(text, phone)
    assert reply.state == "consent.remember"  # who talked with a person before is asked, name or not
    assert team.house.hears("not now", phone).state == "handoff.waiting"
    return team.house.session(phone).case


@pytest.mark.parametrize("end", [forget, take_back, expire])
def test_case_saved_by_an_older_release_still_opens_and_is_erased(
    team: Team, end: Callable[[Team, Phone], None]
) -> None:
    ben, phone = team.colleague("Ben"), new_phone()
    code = team.asks(phone)
    ring, client = KeyRing(team.house.runtime.settings.seal_keys), team.house.redis.client
    old = replace(team.case(code), secret=None).dump()
    del old["secret"]
    client.set(place(code), ring.encrypt(pack(old), place(code)), keepttl=True)
    talk(team, ben, phone, code)
    assert [line.text for line in team.house.store.cases.thread(code) if line.kind is Kind.PERSON] == [
        "my name is zanzibar"
    ]
    end(team, phone)
    assert [word for word in WORDS if word in readable(team.house)] == []


def test_append_only_file_is_rewritten_soon_after_an_erasure(team: Team) -> None:
    ben, phone = team.colleague("Ben"), new_phone()
    code = talk(team, ben, phone)
    client, store = team.house.redis.client, team.house.store
    session, *thread = client.get(f"{{{store.person(phone)}}}:s"), *client.lrange(thread_place(code), 0, -1)
    case, folder = client.get(place(code)), Path(client.config_get("dir")["dir"])

    def on_disk(blob: bytes) -> bool:
        return any(blob in path.read_bytes() for path in folder.rglob("*") if path.is_file())

    assert on_disk(session)
    assert on_disk(case)
    forget(team, phone)
    client.delete(thread_place(code))
    for task in team.house.worker.periodic._tasks:
        task.due_at = 0.0
    team.house.worker.periodic.run_due()
    wait_until(lambda: not client.info("persistence")["aof_rewrite_in_progress"], 10)
    wait_until(lambda: not on_disk(session) and not on_disk(case) and not any(map(on_disk, thread)), 10)
    assert store.erasure.rewrite()
    assert not client.exists("erased")


def test_rewrite_that_is_refused_is_tried_again(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    store, client = team.house.store, team.house.redis.client
    store.erasure.note(1)
    monkeypatch.setattr(store._server, "rewrite_log", lambda: False)
    assert not store.erasure.rewrite()
    assert client.get("erased") == b"1"
    monkeypatch.undo()
    assert store.erasure.rewrite()
    assert not client.exists("erased")
