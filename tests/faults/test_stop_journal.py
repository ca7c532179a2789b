"""STOP while Redis is gone: kept on disk before it is confirmed, obeyed by the sender, replayed when Redis returns."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from bot.actions.cases import CaseActions
from bot.casework.cases import Status
from bot.store import PersonKey
from bot.store.connection import SILENT_SECONDS
from bot.store.stop_journal import OptOut, StopJournal
from tests.support.in_process import House
from tests.support.product import new_phone
from tests.support.team import Team

pytestmark = pytest.mark.faults

STOPS = ["STOP", "stop.", "Unsubscribe", "please stop texting me", "ALTO", "ya no me escriban", "I opt out", "stop all"]
NOT_STOPS = ["make it stop", "he won't stop", "can you stop him", "hello", "no para de llorar"]


@pytest.mark.parametrize("word", STOPS)
def test_stop_during_an_outage_holds_at_once_and_after_it(team: Team, word: str) -> None:
    house, ben, phone = team.house, team.colleague("Ben"), new_phone()
    code = team.asks(phone)
    team.says(ben, f"TAKE {code}")
    house.hears("hi", phone)
    assert "Sent" in team.says(ben, "i am here").text
    house.work()
    with house.redis.killed():
        assert house.hears(word, phone).key == "carrier.stopped"
        assert house.store.journal.holds(house.store.person(phone))
        assert house.hears("hello?", phone).text == "", "nothing is said after STOP"
        assert house.hears(word, phone).text == ""
    sent = len(house.provider.sent_to(phone))
    CaseActions(house.runtime).reply(code, ben.id, "are you ok? call me")  # before anything is replayed
    house.work()
    assert len(house.provider.sent_to(phone)) == sent
    house.worker.periodic.missed_texts.replay_stops()
    assert house.store.load(phone, "").stopped
    assert not house.store.journal.pending
    assert team.case(code).status is Status.STOPPED
    assert "Sent" not in team.says(ben, f"{code}: are you ok? call me").text
    house.work()
    assert len(house.provider.sent_to(phone)) == sent
    assert house.hears("hello?", phone).text == ""


def test_sender_obeys_the_journal_before_the_replay(house: House) -> None:
    phone = new_phone()
    house.hears("hey", phone)
    text = house.queue(phone, "1")
    assert text
    with house.redis.killed():
        house.hears("STOP", phone)
    house.work()
    assert house.provider.sent_to(phone) == []
    other = new_phone()
    house.queue(other)
    house.work()
    assert len(house.provider.sent_to(other)) == 1, "nobody else is kept from their texts"


@pytest.mark.parametrize("word", NOT_STOPS)
def test_what_is_no_opt_out_is_not_kept(house: House, word: str) -> None:
    phone = new_phone()
    with house.redis.killed():
        assert "988" in house.hears(word, phone).text
    assert not house.store.journal.pending


def test_start_during_the_outage_takes_the_stop_back(house: House) -> None:
    phone = new_phone()
    house.hears("hey", phone)
    with house.redis.killed():
        house.hears("STOP", phone)
        assert house.hears("START", phone).text
        assert not house.store.journal.holds(house.store.person(phone))
    house.worker.periodic.missed_texts.replay_stops()
    assert not house.store.load(phone, "").stopped


def test_start_after_the_outage_comes_after_the_stop(house: House) -> None:
    phone = new_phone()
    house.hears("hey", phone)
    with house.redis.killed():
        house.hears("STOP", phone)
    assert house.hears("START", phone).text
    house.worker.periodic.missed_texts.replay_stops()
    assert not house.store.load(phone, "").stopped


def test_stop_of_a_stranger_and_of_a_colleague_holds(team: Team) -> None:
    house, ben, stranger = team.house, team.colleague("Ben"), new_phone()
    with house.redis.hanging():
        house.hears("STOP", stranger)
        team.says(ben, "STOP")
    assert house.store.journal.holds(house.store.person(stranger))
    time.sleep(SILENT_SECONDS)  # after a time-out nothing is asked for so long
    house.worker.periodic.run_due()
    assert house.store.load(stranger, "").stopped
    assert house.store.unreachable([ben.phone])


def test_stop_is_obeyed_when_the_stored_session_is_damaged(house: House) -> None:
    phone = new_phone()
    house.hears("hey", phone)
    house.redis.client.setrange(f"{{{house.store.person(phone)}}}:s", 20, b"\0\0\0")
    assert "988" in house.hears("hello", phone).text
    assert house.hears("STOP", phone).key == "carrier.stopped"
    house.worker.periodic.missed_texts.replay_stops()
    assert house.store.load(phone, "").stopped


def test_stop_that_cannot_be_kept_is_not_confirmed(house: House, tmp_path: Path) -> None:
    phone, blocked = new_phone(), tmp_path / "file"
    blocked.write_text("")
    house.store.journal = StopJournal(blocked / "no folder")
    with house.redis.killed():
        reply = house.hears("STOP", phone)
    assert reply.key == "fallback"


def test_journal_holds_no_number_and_no_word(house: House) -> None:
    phone = new_phone()
    with house.redis.killed():
        house.hears("please stop texting me", phone)
    kept = (house.runtime.settings.var_dir / "stops.journal").read_text()
    assert kept.split()[:2] == [house.store.person(phone), "stop"]
    assert phone[1:] not in kept
    assert (house.runtime.settings.var_dir / "stops.journal").stat().st_mode & 0o077 == 0


# The file itself

ANA, BEA = PersonKey("a" * 32), PersonKey("b" * 32)


def test_journal_survives_a_cut_line_and_a_crash_in_the_replay(tmp_path: Path) -> None:
    journal = StopJournal(tmp_path)
    journal.add(OptOut(ANA, True, 1))
    with (tmp_path / "stops.journal").open("ab") as file:
        file.write(b"cccc st")  # a crash while it was written
    journal.add(OptOut(BEA, True, 2))

    def crash(entry: OptOut) -> None:
        if entry.person == BEA:
            raise RuntimeError

    with pytest.raises(RuntimeError):
        journal.replay(crash)
    journal.add(OptOut(ANA, False, 3))
    again = StopJournal(tmp_path)
    assert (again.holds(ANA), again.holds(BEA)) == (False, True)
    seen: list[OptOut] = []
    while again.pending:
        again.replay(seen.append)
    assert seen == [OptOut(ANA, True, 1), OptOut(BEA, True, 2), OptOut(ANA, False, 3)]
    assert not again.holds(BEA)


def test_entries_written_while_others_are_replayed_are_all_replayed(tmp_path: Path) -> None:
    journal, seen, over = StopJournal(tmp_path), list[OptOut](), threading.Event()
    lock = threading.Lock()

    def obey(entry: OptOut) -> None:
        with lock:
            seen.append(entry)

    def replay() -> None:
        own = StopJournal(tmp_path)
        while not over.is_set() or own.pending:
            own.replay(obey)

    def write(first: int) -> None:
        for number in range(first, first + 40):
            journal.add(OptOut(PersonKey(f"{number:032x}"), True, number))

    replayers = [threading.Thread(target=replay) for _ in range(2)]
    writers = [threading.Thread(target=write, args=(at,)) for at in (0, 100, 200)]
    for thread in (*replayers, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    over.set()
    for thread in replayers:
        thread.join()
    assert {entry.at for entry in seen} == {*range(40), *range(100, 140), *range(200, 240)}
