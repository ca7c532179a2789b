"""Retention: expiry times read from the server itself, and deletion on a clock that the test moves."""

from __future__ import annotations

import re

import pytest

from bot.actions.cases import CaseActions
from bot.casework.cases import Kind, Line, Status
from bot.casework.disclosures import KEPT_SECONDS, Disclosure, Item, Told
from bot.casework.disclosures import Kind as Required
from bot.jobs.retention import delete_expired
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Staff
from bot.staff.audit import COMMAND_LINE, Entry, Verb
from bot.store import Commit, Store, StoredReply
from bot.store.audit import END, START_MARK, TRAIL
from bot.store.cases import OPEN, place, thread_place
from bot.store.connection import RedisServer
from tests.support.app import NOON
from tests.support.person import YoungPerson
from tests.support.staff import Team

DAY = 86_400
WITHOUT_END = re.compile(
    r"\{staff\}:(people|handles|phone:.+|rota|audit|audit:(end|start))|\{\w+\}:stop|counts:.+|due.*|cases:(open|changes)"
    r"|disclosures(:unsigned)?|caught_up|erased|sim:.+"
)
"""Keys without an expiry: staff, opted-out phones, counts, queues, id lists; audit and disclosures, swept later."""


def days(server: RedisServer, key: str) -> float:
    """Return the days until the key expires; negative without an expiry or if the key is missing."""
    return float(server.call("PTTL", key)) / DAY / 1000


def near(wanted: int) -> object:
    return pytest.approx(wanted, abs=0.01)


def closed(runtime: Runtime, her: YoungPerson, sam: Staff) -> str:
    """Return the code of a case that was talked in and closed."""
    code, desk = her.just_talk(), CaseActions(runtime)
    desk.claim(code, sam.id, "Sam")
    her.text("thanks for being there")
    desk.reply(code, sam.id, "You can text any time.")
    desk.close(code, sam.id, "helped")
    return code


def test_closed_case_and_thread_expire_together_after_ninety_days(
    server: RedisServer, runtime: Runtime, her: YoungPerson, sam: Staff
) -> None:
    code = closed(runtime, her, sam)
    assert [days(server, key) for key in (place(code), thread_place(code))] == [near(90), near(90)]
    assert server.call("SMEMBERS", OPEN) == []


def test_writing_to_a_closed_case_does_not_extend_its_expiry(
    server: RedisServer, runtime: Runtime, store: Store, her: YoungPerson, sam: Staff
) -> None:
    code = closed(runtime, her, sam)
    for key in (place(code), thread_place(code)):
        server.call("EXPIRE", key, 5 * DAY)
    store.cases.add_note(code, Line(Kind.NOTE, "went well", NOON, sam.id))
    her.text("need food", "not now")
    assert "went well" in [line.text for line in store.cases.thread(code)]
    assert [days(server, key) for key in (place(code), thread_place(code))] == [near(5), near(5)]


def test_missing_case_accepts_no_writes(server: RedisServer, store: Store, her: YoungPerson) -> None:
    code = her.just_talk()
    server.call("DEL", place(code), thread_place(code))
    line = Line(Kind.NOTE, "too late", NOON, "sam")
    store.cases.add_note(code, line)
    loaded = store.load(her.phone, "")
    said = StoredReply("", "", "", "")
    store.commit(loaded, Commit("", said, her.phone, loaded.session, stopped=False, lines=(line,)))
    assert server.call("EXISTS", place(code), thread_place(code)) == 0


@pytest.mark.parametrize(("word", "status"), [("STOP", Status.STOPPED), ("FORGET", Status.WITHDRAWN)])
def test_case_ended_by_its_person_expires(
    server: RedisServer, store: Store, her: YoungPerson, word: str, status: Status
) -> None:
    code = her.just_talk()
    her.text(word, *(["1"] if word == "FORGET" else []))
    case = store.cases.get(code)
    assert case and case.status is status
    assert [days(server, key) for key in (place(code), thread_place(code))] == [near(90), near(90)]


def test_open_case_lives_as_long_as_its_person(server: RedisServer, her: YoungPerson) -> None:
    code = her.just_talk()
    for key in (place(code), thread_place(code)):
        server.call("EXPIRE", key, DAY)
    her.text("hello")
    assert [days(server, key) for key in (place(code), thread_place(code))] == [near(120), near(120)]


def test_ledger_expires_ninety_days_after_its_last_consent(server: RedisServer, her: YoungPerson) -> None:
    her.just_talk()
    ledger = f"{{{her.key}}}:c"
    assert days(server, ledger) == near(180)
    server.call("EXPIRE", ledger, 400 * DAY)
    her.text("take back", "1")
    assert days(server, ledger) == near(400), "an earlier end takes no record away"


def test_every_personal_key_expires(
    server: RedisServer, runtime: Runtime, store: Store, her: YoungPerson, sam: Staff
) -> None:
    closed(runtime, her, sam)
    YoungPerson(runtime).share("needs", "area", "reach", name="Jay")
    YoungPerson(runtime).text("STOP")
    store.disclosures.add(disclosure("K7QM", NOON))
    names = [name.decode() for name in server.call("KEYS", "*")]
    assert any(name.startswith("case:") for name in names)
    endless = [name for name in names if server.call("PTTL", name) == -1]
    assert [name for name in endless if not WITHOUT_END.fullmatch(name)] == []


# What the worker deletes


def test_case_without_its_person_is_ended_and_leaves_the_board(
    server: RedisServer, runtime: Runtime, store: Store, her: YoungPerson
) -> None:
    code, other = her.just_talk(), YoungPerson(runtime).just_talk()
    server.call("DEL", f"{{{her.key}}}:s")  # as when it has expired
    before = store.cases.changes()
    delete_expired(store, runtime.clock(), 365)
    case = store.cases.get(code)
    assert case and case.status is Status.WITHDRAWN and not case.person
    assert [case.code for case in store.cases.open()] == [other]
    assert store.cases.changes() == before + 1
    assert [days(server, key) for key in (place(code), thread_place(code))] == [near(90), near(90)]


def test_ended_case_cannot_be_ended_again(runtime: Runtime, store: Store, her: YoungPerson, sam: Staff) -> None:
    code = closed(runtime, her, sam)
    case = store.cases.get(code)
    assert case and not store.cases.end(case)


def test_open_set_drops_missing_cases(server: RedisServer, store: Store, her: YoungPerson) -> None:
    code = her.just_talk()
    server.call("SADD", OPEN, "G2NE", "L3FT")
    delete_expired(store, NOON, 365)
    assert [name.decode() for name in server.call("SMEMBERS", OPEN)] == [code]


def disclosure(code: str, at: int, name: str = "a") -> Disclosure:
    return Disclosure(
        name, code, 0, Required.COURT_ORDER, "Superior Court", "2026-11-22", (Item.NAME,), "an order", Told.BEFORE,
        "sam", at,
    )  # fmt: skip


def test_disclosure_expires_after_seven_years(server: RedisServer, store: Store) -> None:
    store.disclosures.add(disclosure("K7QM", NOON))
    store.disclosures.add(disclosure("K7QM", NOON + DAY, "b"))
    delete_expired(store, NOON + KEPT_SECONDS - 1, 365)
    assert len(store.disclosures.all(NOON)) == 2
    assert [record.id for record in store.disclosures.all(NOON + KEPT_SECONDS)] == ["b"], "not shown, cut or not"
    delete_expired(store, NOON + KEPT_SECONDS, 365)
    assert [record.id for record in store.disclosures.all(NOON)] == ["b"]


# The audit


def noted(store: Store, count: int, first: int = 0) -> None:
    """Add an audit entry per day."""
    for day in range(first, first + count):
        store.staff.audit.add(Entry(NOON + day * DAY, COMMAND_LINE, Verb.EXPORTED, f"case:K7Q{day}"))


def test_audit_is_cut_after_a_year_and_still_verifies(server: RedisServer, store: Store) -> None:
    trail = store.staff.audit
    noted(store, 10)
    delete_expired(store, NOON + 368 * DAY, 365)
    assert (trail.cut(), trail.count(), trail.verify()) == (3, 7, None)
    assert [(index, link.entry.on) for index, link in trail.page(5, 9) if link] == [(4, "case:K7Q4"), (3, "case:K7Q3")]
    noted(store, 2, first=10)
    delete_expired(store, NOON + 368 * DAY, 365)
    assert (trail.cut(), trail.count(), trail.verify()) == (3, 9, None)
    delete_expired(store, NOON + 3650 * DAY, 365)
    assert (trail.cut(), trail.count(), trail.verify(), trail.page(0, 9)) == (12, 0, None, [])
    noted(store, 1, first=12)
    assert (trail.count(), trail.verify()) == (1, None)


@pytest.mark.parametrize(("wrong", "at"), [
    (("LPOP", TRAIL), 3), (("DEL", START_MARK), 0), (("SET", START_MARK, "nonsense"), 0), (("RPOP", TRAIL), 9),
    (("LSET", TRAIL, 2, "nonsense"), 5), (("DEL", END), 3), (("DEL", TRAIL), 3),
])  # fmt: skip
def test_tampering_is_detected_after_a_cut(server: RedisServer, store: Store, wrong: tuple[str, ...], at: int) -> None:
    noted(store, 10)
    assert store.staff.audit.cut_before(NOON + 3 * DAY) == 3
    server.call(*wrong)
    assert store.staff.audit.verify() == at


def test_tampered_entries_are_never_cut(server: RedisServer, store: Store) -> None:
    noted(store, 10)
    server.call("LSET", TRAIL, 4, "nonsense")
    delete_expired(store, NOON + 3650 * DAY, 365)
    assert (store.staff.audit.cut(), store.staff.audit.count(), store.staff.audit.verify()) == (4, 6, 4)
    server.call("SET", START_MARK, "nonsense")
    delete_expired(store, NOON + 3650 * DAY, 365)
    assert (store.staff.audit.count(), store.staff.audit.verify()) == (6, 0)


def test_audit_page_reports_the_cut_and_keeps_numbering(team: Team, store: Store) -> None:
    noted(store, 3)
    assert store.staff.audit.cut_before(NOON + 2 * DAY) == 2
    page = team.inside(team.person("lead")).get("/staff/audit").text
    assert "We deleted the 2 oldest when they expired." in page
    assert '<td class="number">3</td>' in page and "case K7Q2" in page and "case K7Q1" not in page
