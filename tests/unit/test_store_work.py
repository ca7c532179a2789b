"""Work as stored: sealed, no change lost to another, none for a case without consent, gone when its case is."""

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
    """On a server of these tests' own."""
    with runtime_on(redis_url) as runtime:
        yield runtime


@pytest.fixture
def her(runtime: Runtime) -> YoungPerson:
    return YoungPerson(runtime)


@pytest.fixture
def kept(runtime: Runtime) -> Store:
    return runtime.store


def more(work: Work) -> Work:
    return with_task(work, Task(TaskKind.GO_ALONG, WORDS, "s1", 100, 500))


def test_what_was_written_down_is_read_back(kept: Store, her: YoungPerson) -> None:
    code = her.share("needs")
    assert kept.work.get(code) == Work()
    written = kept.work.change(code, more)
    assert kept.work.get(code) == written == more(Work())
    sealed = kept.fetch(kept.work.sealed_query([code, "ZZ99"]))
    assert {key: kept.work.open(key, blob) for key, blob in sealed.items()} == {code: written, "ZZ99": Work()}


def test_a_dump_of_the_whole_server_shows_no_word_of_it(kept: Store, her: YoungPerson, server: RedisServer) -> None:
    code = her.share("needs")
    kept.work.change(code, lambda work: with_referral(more(work), Referral("svc-9", "s1", 100, ReferralOutcome.FULL)))
    whole = b"".join(key.encode() + held for key, held in everything(server).items())
    assert f"work:{code}".encode() in whole
    for told in (b"ride", b"clinic", b"Tuesday", b"go_along", b"svc-9"):
        assert told not in whole


def test_the_sealed_work_of_one_case_opens_for_no_other(kept: Store, her: YoungPerson, server: RedisServer) -> None:
    code = her.share("needs")
    kept.work.change(code, more)
    server.call("SET", "work:ZZ99", server.call("GET", f"work:{code}"))
    with pytest.raises(DecryptionError):
        kept.work.get("ZZ99")


def test_of_many_changes_at_once_none_is_lost(kept: Store, her: YoungPerson) -> None:
    code = her.share("needs")
    changers = [threading.Thread(target=kept.work.change, args=(code, more)) for _ in range(6)]
    for changer in changers:
        changer.start()
    for changer in changers:
        changer.join()
    assert len(kept.work.get(code).tasks) == 6


@pytest.mark.parametrize("word", ["take back", "STOP"])
def test_nothing_is_written_once_consent_has_ended(
    kept: Store, her: YoungPerson, word: str, server: RedisServer
) -> None:
    code = her.share("needs")
    her.text(word)
    assert kept.work.change(code, more) is None
    assert kept.work.change("ZZ99", more) is None
    assert server.call("EXISTS", f"work:{code}", "work:ZZ99") == 0


def test_consent_that_ends_while_one_writes_leaves_nothing_behind(
    kept: Store, her: YoungPerson, server: RedisServer
) -> None:
    code = her.share("needs")

    def slowly(work: Work) -> Work:
        if her.case:
            her.text("take back")
        return more(work)

    assert kept.work.change(code, slowly) is None
    assert server.call("EXISTS", f"work:{code}") == 0


def test_a_closed_case_can_still_hear_how_it_went(kept: Store, her: YoungPerson) -> None:
    code = her.share("needs")
    desk = CaseActions(her.runtime)
    desk.claim(code, "s1", "Sam")
    desk.close(code, "s1", Outcome.REFERRED)
    assert kept.work.change(code, more) == more(Work())


def test_work_ends_with_the_time_of_its_case(kept: Store, her: YoungPerson, server: RedisServer) -> None:
    code = her.share("needs")
    kept.work.change(code, more)
    assert server.call("TTL", f"work:{code}") == server.call("TTL", f"case:{code}") > 0
    server.call("EXPIRE", f"case:{code}", 5000)
    kept.work.change(code, more)
    assert 4900 < server.call("TTL", f"work:{code}") <= 5000


def test_a_change_is_news_for_open_pages(kept: Store, her: YoungPerson) -> None:
    code = her.share("needs")
    before = kept.cases.changes()
    kept.work.change(code, more)
    assert kept.cases.changes() == before + 1


def test_a_doubted_service_is_listed_once_for_each_reason_with_the_last_day(kept: Store) -> None:
    for service, reason, day in [("a:1", "full", "2026-11-20"), ("b", "full", "2026-11-21"),
                                 ("a:1", "went_badly", "2026-11-20"), ("a:1", "full", "2026-11-22")]:  # fmt: skip
        kept.reverify.add(service, reason, day)
    assert kept.reverify.listed() == [
        Doubt("a:1", "full", "2026-11-22"), Doubt("b", "full", "2026-11-21"), Doubt("a:1", "went_badly", "2026-11-20"),
    ]  # fmt: skip


def test_a_service_that_was_checked_again_is_off_the_list_and_others_stay(kept: Store) -> None:
    for service, reason in [("c", "full"), ("c", "went_badly"), ("c:1", "full"), ("d", "full")]:
        kept.reverify.add(service, reason, "2026-11-20")
    kept.reverify.clear("c")
    kept.reverify.clear("nobody")
    left = {doubt.service_id for doubt in kept.reverify.listed()}
    assert "c" not in left
    assert {"c:1", "d"} <= left


@pytest.mark.parametrize("words", [("take back",), ("STOP",), ("forget", "1")])
def test_when_consent_ends_the_work_is_erased_in_the_same_commit(
    kept: Store, her: YoungPerson, server: RedisServer, words: tuple[str, ...]
) -> None:
    code = her.share("needs")
    kept.work.change(code, more)
    assert server.call("EXISTS", f"work:{code}") == 1
    her.text(*words)
    assert server.call("EXISTS", f"work:{code}") == 0


def test_a_case_that_goes_on_or_is_closed_keeps_its_work(kept: Store, her: YoungPerson) -> None:
    code = her.share("needs")
    written = kept.work.change(code, more)
    desk = CaseActions(her.runtime)
    desk.claim(code, "s1", "Sam")
    her.text("hello")
    desk.close(code, "s1", Outcome.REFERRED)
    assert kept.work.get(code) == written
