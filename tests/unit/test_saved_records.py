"""Records that this release saved, and those of the next one: each still loads, so that two releases run side by side.

The files in `records` are what this release stores. Never change them: add new ones when a stored form changes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.casework.cases import Case, IntroductionStatus, Kind, Line, Status
from bot.casework.consent import ConsentRecord, live
from bot.casework.disclosures import Disclosure, Item, Told
from bot.casework.mandated import Signature
from bot.casework.tasks import ReferralOutcome, TaskKind, Work
from bot.crypto import KeyRing
from bot.flows.names import ShareItem
from bot.staff.accounts import Role, Staff
from bot.staff.audit import START, Entry, Link, Mark, Verb, verify
from bot.staff.rota import TEAM, Duty, Shift, Span, Swap
from bot.store import PersonKey, Store
from bot.store.audit import TRAIL
from bot.store.cases import OPEN
from bot.store.codec import pack
from bot.store.connection import RedisServer
from bot.store.disclosures import signature_place

NEWER: dict[str, Any] = {"shoe_size": 7, "moods": ["calm"], "nested": {"a": {"b": 1}}, "seen_by": None}
"""Fields that this release has never heard of."""

PERSON = PersonKey("0" * 32)


def saved(name: str) -> Any:
    return json.loads((Path(__file__).parent / "records" / f"{name}.json").read_text(encoding="utf-8"))


def seal(keys: dict[str, str], value: object, place: str) -> bytes:
    return KeyRing(keys["SEAL_KEYS"]).encrypt(pack(value), place)


@pytest.mark.parametrize("newer", [{}, NEWER])
def test_saved_cases_open(store: Store, server: RedisServer, keys: dict[str, str], newer: dict[str, Any]) -> None:
    for one in saved("cases"):
        if one["introduction"]:
            one["introduction"] |= newer
        server.call("SET", f"case:{one['code']}", seal(keys, one | newer, f"case:{one['code']}"))
        server.call("SADD", OPEN, one["code"])
    held, waiting, closed = (store.cases.get(code) for code in ("K7QM", "M3RA", "P4ZZ"))
    assert held
    assert waiting
    assert closed
    assert (held.status, held.owner, held.paged, held.by_text) == (
        Status.HELD,
        "abcdefgh",
        ("abcdefgh", "jkmnpqrs"),
        True,
    )
    assert held.introduction
    assert held.introduction.stage is IntroductionStatus.JOINED
    assert (waiting.status, closed.status, closed.outcome) == (Status.WAITING, Status.CLOSED, "referred")
    assert {case.code for case in store.cases.open()} == {"K7QM", "P4ZZ", "M3RA"}


@pytest.mark.parametrize("newer", [{}, NEWER])
def test_saved_threads_open(store: Store, server: RedisServer, keys: dict[str, str], newer: dict[str, Any]) -> None:
    server.call("SET", "case:K7QM", seal(keys, saved("cases")[0], "case:K7QM"))
    server.call("RPUSH", "case:K7QM:l", *(seal(keys, line | newer, "case:K7QM:l") for line in saved("lines")))
    thread = store.cases.thread("K7QM")
    assert [line.kind for line in thread] == list(Kind)
    assert thread[0].text == "are you ok? ¿estás bien?"
    assert store.cases.line("K7QM", 1) == thread[1]


@pytest.mark.parametrize("newer", [{}, NEWER])
def test_saved_accounts_open(store: Store, server: RedisServer, keys: dict[str, str], newer: dict[str, Any]) -> None:
    ring = KeyRing(keys["SEAL_KEYS"])
    for one in saved("staff"):
        blob = ring.encrypt(json.dumps(one | newer).encode(), f"{{staff}}:people:{one['id']}")
        server.call("HSET", "{staff}:people", one["id"], blob)
    ana, sam = store.staff.everybody()
    assert (ana.name, ana.roles, ana.epoch, ana.joined) == ("Ana Gómez", {Role.CASEWORKER, Role.LEAD}, 3, True)
    assert (sam.name, sam.roles, sam.joined) == ("Sam", {Role.EDITOR}, False)
    server.call("HSET", "{staff}:rota", "abcdefgh", json.dumps(saved("duties")["abcdefgh"] | newer))
    assert len(store.staff.rota.all()["abcdefgh"].spans) == 2


@pytest.mark.parametrize("newer", [{}, NEWER])
def test_saved_passkeys_open(store: Store, server: RedisServer, keys: dict[str, str], newer: dict[str, Any]) -> None:
    (one,) = saved("staff_passkeys")
    one["passkeys"] = [passkey | newer for passkey in one["passkeys"]]
    blob = KeyRing(keys["SEAL_KEYS"]).encrypt(json.dumps(one | newer).encode(), f"{{staff}}:people:{one['id']}")
    server.call("HSET", "{staff}:people", one["id"], blob)
    (lee,) = store.staff.everybody()
    assert [(key.name, key.count, key.used_at) for key in lee.passkeys] == [
        ("Work laptop", 0, 0), ("Phone", 7, 1_795_467_600),
    ]  # fmt: skip


@pytest.mark.parametrize("newer", [{}, NEWER])
def test_saved_rota_by_date_opens(store: Store, server: RedisServer, newer: dict[str, Any]) -> None:
    for who, kept in saved("rota_by_date").items():
        server.call("HSET", "{staff}:rota", who, json.dumps(kept | newer))
    duties = store.staff.rota.all()
    ana, shift = duties["abcdefgh"], Shift(739_950, 600, 0)
    assert ana.spans[1] == Span(4, 1320, 360, 739_943, 740_000, 2)
    assert (ana.once, ana.is_away(739_967), ana.here_at) == ((shift,), True, 1_795_460_400)
    assert ana.swap_of(shift) == Swap(*shift, "jkmnpqrs", accepted=True)
    assert duties[TEAM].is_away(739_975)


@pytest.mark.parametrize("newer", [{}, NEWER])
def test_saved_consents_open(store: Store, server: RedisServer, keys: dict[str, str], newer: dict[str, Any]) -> None:
    place = f"{{{PERSON}}}:c"
    server.call("RPUSH", place, *(seal(keys, one | newer, place) for one in saved("consents")))
    ledger = store.ledger(PERSON)
    now = ledger[-1].at + 60
    assert live(ledger, "team", now) == {ShareItem.NEEDS, ShareItem.WANTS_TO_TALK}
    assert live(ledger, "agency:oak-house", now) == frozenset()


@pytest.mark.parametrize("newer", [{}, NEWER])
def test_saved_record_of_earlier_cases_opens(
    store: Store, server: RedisServer, keys: dict[str, str], newer: dict[str, Any]
) -> None:
    place, known = f"{{{PERSON}}}:e", saved("remembered")
    known = known | newer | {"cases": [one | newer for one in known["cases"]]}
    server.call("SET", place, seal(keys, known, place))
    assert store.check().damaged == [] and store.check().counted["record of earlier cases"] == 1
    loaded = store.load_person(PERSON)
    assert loaded.remembered and loaded.session
    (case,) = loaded.remembered.cases
    assert (case.by, case.outcome, case.plan, case.times) == ("abcdefgh", "referred", "visit on Friday", "morning")
    assert loaded.session.remembered and loaded.session.remembered_until == loaded.remembered.until == 1_811_016_000


@pytest.mark.parametrize("newer", [{}, NEWER])
def test_saved_tasks_and_disclosures_open(
    store: Store, server: RedisServer, keys: dict[str, str], newer: dict[str, Any]
) -> None:
    work = {name: [one | newer for one in entries] for name, entries in saved("work").items()} | newer
    server.call("SET", "case:K7QM", seal(keys, saved("cases")[0], "case:K7QM"))
    server.call("SET", "work:K7QM", seal(keys, work, "work:K7QM"))
    found = store.work.get("K7QM")
    assert [task.kind for task in found.tasks] == [TaskKind.GO_ALONG, TaskKind.PAPERS]
    assert [one.outcome for one in found.referrals] == [ReferralOutcome.GOT_IN, ReferralOutcome.OPEN]
    for number, one in enumerate(saved("disclosures")):
        server.call("ZADD", "disclosures", 2_000_000_000 + number, seal(keys, one | newer, "disclosures"))
    order, report = store.disclosures.all(1_795_464_000)
    assert (report.items, report.told, order.told) == ((Item.NAME, Item.WORDS), Told.BEFORE, Told.NOT_SAFE)


@pytest.mark.parametrize("newer", [{}, NEWER])
def test_saved_mandated_reports_open(
    store: Store, server: RedisServer, keys: dict[str, str], newer: dict[str, Any]
) -> None:
    for number, one in enumerate(saved("mandated_reports")):
        one["report"] |= newer
        server.call("ZADD", "disclosures", 2_000_000_000 + number, seal(keys, one | newer, "disclosures"))
    signed = signature_place("a1b2c3d4e5f60721")
    server.call("SET", signed, seal(keys, {"by": "jkmnpqrs", "at": 1795465000} | newer, signed))
    (report,) = store.disclosures.reports(1_795_464_000)
    assert [one.report.made_at for one in report.versions if one.report] == ["", "2026-11-22T11:30"]
    assert (report.versions[0].told, report.signature) == (Told.NOT_YET, Signature("jkmnpqrs", 1795465000))


def test_saved_audit_verifies(store: Store, server: RedisServer, keys: dict[str, str]) -> None:
    links = [Link.load(one) for one in saved("audit")]
    assert verify(links, Mark(len(links), links[-1].hash)) is None
    ring = KeyRing(keys["SEAL_KEYS"])
    server.call("RPUSH", TRAIL, *(ring.encrypt(json.dumps(one).encode(), TRAIL) for one in saved("audit")))
    assert [link.entry.what for _, link in store.staff.audit.page(0, 2) if link] == [
        Verb.ROTA_CHANGED, Verb.NUMBER_REVEALED,
    ]  # fmt: skip


# Values of the next release


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({}, Status.WAITING),
        ({"owner": "abcdefgh"}, Status.HELD),
        ({"ended_at": 9, "outcome": "helped"}, Status.CLOSED),
        ({"ended_at": 9}, Status.WITHDRAWN),
        ({"person": ""}, Status.WITHDRAWN),
    ],
)
def test_case_of_an_unknown_status_keeps_a_person_who_waits_in_sight(change: dict[str, Any], status: Status) -> None:
    assert Case.load(saved("cases")[1] | {"status": "snoozed"} | change).status is status


def test_unknown_values_are_read_by_the_safest_meaning() -> None:
    assert Line.load({"kind": "voice_memo", "text": "x", "at": 1}).kind is Kind.NOTE  # never sent to anybody
    introduced = Case.load(
        saved("cases")[0] | {"introduction": saved("cases")[0]["introduction"] | {"stage": "paused"}}
    )
    assert introduced.introduction
    assert introduced.introduction.stage is IntroductionStatus.OVER
    assert not introduced.contact_in
    account = Staff.load(saved("staff")[0] | {"roles": ["lead", "auditor"]})
    assert account.roles == {Role.LEAD}
    work = Work.load({"tasks": [saved("work")["tasks"][0] | {"kind": "court"}], "referrals": [
        saved("work")["referrals"][0] | {"outcome": "moved"}]})  # fmt: skip
    assert (work.tasks[0].kind, work.referrals[0].outcome) == (TaskKind.OTHER, ReferralOutcome.UNKNOWN)
    assert len(Duty.load({"spans": [[0, 540, 1020, 0, 0, 1, "remote"]], "until": 0}).spans) == 1


def test_unknown_consent_never_gives_more() -> None:
    given, *_ = saved("consents")
    ledger = [ConsentRecord.load(given | {"items": [*given["items"], "photo"]})]
    now = ledger[0].at + 1
    assert live(tuple(ledger), "team", now) == {ShareItem.NEEDS, ShareItem.NAME, ShareItem.WANTS_TO_TALK}
    for kind in ("narrowed", "given_by_proxy", "", 7):
        unknown = ConsentRecord.load(given | {"kind": kind})
        assert live((unknown,), "team", now) == frozenset()
        assert live((*ledger, unknown), "team", now) == frozenset()


def test_disclosure_keeps_values_that_it_does_not_know() -> None:
    record = Disclosure.load(
        saved("disclosures")[0] | {"kind": "warrant", "items": ["name", "photo"], "told": "by_mail"}
    )
    assert (record.kind, record.items, record.told) == ("warrant", ("name", "photo"), "by_mail")


def test_audit_entry_of_the_next_release_is_no_tampering() -> None:
    links, mark = [], START
    for what, more in (("signed_in", ()), ("case_merged", ()), ("case_seen", ("10.0.0.1", 7)), ("slept", ({"a": 1},))):
        entry = Entry(10, "abcdefgh", what, "case:K7QM", more=more)
        mark = entry.after(mark)
        links.append(Link.load(json.loads(json.dumps(Link(entry, mark.hash).dump()))))
    assert verify(links, mark) is None
    assert [link.entry.what for link in links] == [Verb.SIGNED_IN, "case_merged", Verb.CASE_SEEN, "slept"]
    changed = links[2]._replace(entry=Entry(10, "abcdefgh", Verb.CASE_SEEN, "case:K7QM", more=("10.0.0.2", 7)))
    assert verify([*links[:2], changed, links[3]], mark) == 2
