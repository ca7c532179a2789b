"""Stored work of a case: sealed, no lost updates, none without consent, and gone with its case."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from bot.actions.cases import CaseActions
from bot.casework.cases import Outcome
from bot.casework.tasks import Referral, ReferralOutcome, Task, TaskKind, Work, with_referral, with_task
from bot.errors import DecryptionError
from bot.runtime.runtime import Runtime
from bot.store import Store
from bot.store.connection import RedisServer
from bot.store.reverify import Doubt
from tests.support.app import runtime_on
from tests.support.person import YoungPerson
from tests.unit.test_store import everything

WORDS = "ride to the clinic on Tuesday"


@pytest.fixture
def live_runtime(server: RedisServer, redis_url: str) -> Iterator[Runtime]:
    """Provide a runtime on a server of these tests' own."""
    with runtime_on(redis_url) as runtime:
        yield runtime


@pytest.fixture
def person(runtime: Runtime) -> YoungPerson:
    return YoungPerson(runtime)


@pytest.fixture
def kept(runtime: Runtime) -> Store:
    return runtime.store


def more(work: Work) -> Work:
    return with_task(work, Task(TaskKind.GO_ALONG, WORDS, "s1", 100, 500))


def test_work_reads_back_as_written(kept: Store, person: YoungPerson) -> None:
    code = person.share("needs")
    assert kept.work.get(code) == Work()
    written = kept.work.change(code, more)
    assert kept.work.get(code) == written == more(Work())
    sealed = kept.fetch(kept.work.sealed_query([code, "ZZ99"]))
    assert {key: kept.work.open(key, blob) for key, blob in sealed.items()} == {code: written, "ZZ99": Work()}


def test_dump_of_the_server_shows_no_word_of_the_work(kept: Store, person: YoungPerson, server: RedisServer) -> None:
    code = person.share("needs")
    kept.work.change(code, lambda work: with_referral(more(work), Referral("svc-9", "s1", 100, ReferralOutcome.FULL)))
    whole = b"".join(key.encode() + held for key, held in everything(server).items())
    assert f"work:{code}".encode() in whole
    for told in (b"ride", b"clinic", b"Tuesday", b"go_along", b"svc-9"):
        assert told not in whole


def test_sealed_work_does_not_open_for_another_case(kept: Store, person: YoungPerson, server: RedisServer) -> None:
    code = person.share("needs")
    kept.work.change(code, more)
    server.call("SET", "work:ZZ99", server.call("GET", f"work:{code}"))
    assert kept.work.get("ZZ99") == Work()
    server.call("SET", f"work:{code}", server.call("GET", f"work:{code}")[:-1] + b"x")
    with pytest.raises(DecryptionError):
        kept.work.change(code, more)  # damaged work is not overwritten


def test_concurrent_changes_are_all_kept(kept: Store, person: YoungPerson) -> None:
    code = person.share("needs")
    changers = [threading.Thread(target=kept.work.change, args=(code, more)) for _ in range(6)]
    for changer in changers:
        changer.start()
    for changer in changers:
        changer.join()
    assert len(kept.work.get(code).tasks) == 6


@pytest.mark.parametrize("word", ["take back", "STOP"])
def test_work_is_not_written_after_consent_ended(
    kept: Store, person: YoungPerson, word: str, server: RedisServer
) -> None:
    code = person.share("needs")
    person.text(word)
    assert kept.work.change(code, more) is None
    assert kept.work.change("ZZ99", more) is None
    assert server.call("EXISTS", f"work:{code}", "work:ZZ99") == 0


def test_withdrawal_during_a_write_leaves_nothing(kept: Store, person: YoungPerson, server: RedisServer) -> None:
    code = person.share("needs")

    def slowly(work: Work) -> Work:
        if person.case:
            person.text("take back")
        return more(work)

    assert kept.work.change(code, slowly) is None
    assert server.call("EXISTS", f"work:{code}") == 0


def test_closed_case_still_accepts_work(kept: Store, person: YoungPerson) -> None:
    code = person.share("needs")
    desk = CaseActions(person.runtime)
    desk.claim(code, "s1", "Sam")
    desk.close(code, "s1", Outcome.REFERRED)
    assert kept.work.change(code, more) == more(Work())


def test_work_expires_with_its_case(kept: Store, person: YoungPerson, server: RedisServer) -> None:
    code = person.share("needs")
    kept.work.change(code, more)
    assert server.call("TTL", f"work:{code}") == server.call("TTL", f"case:{code}") > 0
    server.call("EXPIRE", f"case:{code}", 5000)
    kept.work.change(code, more)
    assert 4900 < server.call("TTL", f"work:{code}") <= 5000


def test_change_updates_open_pages(kept: Store, person: YoungPerson) -> None:
    code = person.share("needs")
    before = kept.cases.changes()
    kept.work.change(code, more)
    assert kept.cases.changes() == before + 1


def test_doubted_service_is_listed_once_per_reason_with_the_last_day(kept: Store) -> None:
    for service, reason, day in [("a:1", "full", "2026-11-20"), ("b", "full", "2026-11-21"),
                                 ("a:1", "went_badly", "2026-11-20"), ("a:1", "full", "2026-11-22")]:  # fmt: skip
        kept.reverify.add(service, reason, day)
    assert kept.reverify.listed() == [
        Doubt("a:1", "full", "2026-11-22"), Doubt("b", "full", "2026-11-21"), Doubt("a:1", "went_badly", "2026-11-20"),
    ]  # fmt: skip


def test_verified_service_leaves_the_list(kept: Store) -> None:
    for service, reason in [("c", "full"), ("c", "went_badly"), ("c:1", "full"), ("d", "full")]:
        kept.reverify.add(service, reason, "2026-11-20")
    kept.reverify.clear("c")
    kept.reverify.clear("nobody")
    left = {doubt.service_id for doubt in kept.reverify.listed()}
    assert "c" not in left
    assert {"c:1", "d"} <= left


@pytest.mark.parametrize("words", [("take back",), ("STOP",), ("forget", "1")])
def test_work_is_erased_in_the_commit_that_ends_consent(
    kept: Store, person: YoungPerson, server: RedisServer, words: tuple[str, ...]
) -> None:
    code = person.share("needs")
    kept.work.change(code, more)
    assert server.call("EXISTS", f"work:{code}") == 1
    person.text(*words)
    assert server.call("EXISTS", f"work:{code}") == 0


def test_open_or_closed_case_keeps_its_work(kept: Store, person: YoungPerson) -> None:
    code = person.share("needs")
    written = kept.work.change(code, more)
    desk = CaseActions(person.runtime)
    desk.claim(code, "s1", "Sam")
    person.text("hello")
    desk.close(code, "s1", Outcome.REFERRED)
    assert kept.work.get(code) == written
