"""Stored drafts: sealed by the key of their case, one a colleague, and gone with the case's words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from bot.actions.cases import CaseActions
from bot.casework.cases import Case, Outcome
from bot.runtime.runtime import Runtime
from bot.store.connection import RedisServer
from bot.store.drafts import DRAFT_SECONDS, place, writers_place
from tests.support.app import runtime_on
from tests.support.person import YoungPerson
from tests.unit.test_store import everything

WORDS = {"say  words": "I can ride with you on Tuesday", "note  note": "prefers evenings"}


@pytest.fixture
def live_runtime(server: RedisServer, redis_url: str) -> Iterator[Runtime]:
    """Provide a runtime on a server of these tests' own."""
    with runtime_on(redis_url) as runtime:
        yield runtime


@pytest.fixture
def person(runtime: Runtime) -> YoungPerson:
    return YoungPerson(runtime)


def case_of(runtime: Runtime, code: str) -> Case:
    found = runtime.store.cases.get(code)
    assert found
    return found


def taken(runtime: Runtime, person: YoungPerson) -> str:
    """Open a case, take it, and write a draft in it as two colleagues. Return its code."""
    code = person.share("needs")
    CaseActions(runtime).claim(code, "s1", "Sam")
    for who in ("s1", "s2"):
        assert runtime.store.cases.drafts.change(code, who, WORDS, 1000)
    return code


def test_draft_reads_back_and_changes_box_by_box(runtime: Runtime, person: YoungPerson) -> None:
    code, drafts = taken(runtime, person), runtime.store.cases.drafts
    assert drafts.change(code, "s1", {"say  words": "", "task  words": "bus pass"}, 1005)
    case = case_of(runtime, code)
    assert drafts.get(case, "s1") == {"note  note": "prefers evenings", "task  words": "bus pass"}
    assert drafts.get(case, "s2") == WORDS, "each has their own"
    assert runtime.store.fetch(drafts.writers_query(code)) == {"s1": 1005, "s2": 1000}
    assert drafts.change(code, "s1", dict.fromkeys(("note  note", "task  words"), ""), 1010)
    assert drafts.get(case, "s1") == {}
    assert runtime.store.fetch(drafts.writers_query(code)) == {"s2": 1000}


def test_draft_is_sealed_by_the_key_of_its_case(runtime: Runtime, person: YoungPerson, server: RedisServer) -> None:
    code = taken(runtime, person)
    whole = b"".join(key.encode() + held for key, held in everything(server).items())
    assert place(code, "s1").encode() in whole
    for told in (b"Tuesday", b"evenings", b"say  words"):
        assert told not in whole
    other = YoungPerson(runtime).share("needs")
    server.call("SET", place(other, "s1"), server.call("GET", place(code, "s1")))
    server.call("SET", place(code, "s3"), server.call("GET", place(code, "s1")))
    assert runtime.store.cases.drafts.get(case_of(runtime, other), "s1") == {}, "no other case opens it"
    assert runtime.store.cases.drafts.get(case_of(runtime, code), "s3") == {}, "nor another colleague's place"


def test_draft_expires_with_the_longest_session(runtime: Runtime, person: YoungPerson, server: RedisServer) -> None:
    code = taken(runtime, person)
    for key in (place(code, "s1"), writers_place(code)):
        assert DRAFT_SECONDS - 60 < server.call("TTL", key) <= DRAFT_SECONDS


def close(runtime: Runtime, person: YoungPerson, code: str) -> None:
    CaseActions(runtime).close(code, "s1", Outcome.HELPED)


def abandon(runtime: Runtime, person: YoungPerson, code: str) -> None:
    runtime.store.cases.end(case_of(runtime, code))


def text(*words: str) -> Callable[[Runtime, YoungPerson, str], None]:
    def end(runtime: Runtime, person: YoungPerson, code: str) -> None:
        person.text(*words)

    return end


ENDS: dict[str, Callable[[Runtime, YoungPerson, str], None]] = {
    "close": close,
    "take back": text("take back"),
    "forget": text("forget", "1"),
    "stop": text("stop"),
    "abandoned": abandon,
}


@pytest.mark.parametrize("end", ENDS)
def test_draft_is_erased_when_the_case_ends(
    runtime: Runtime, person: YoungPerson, server: RedisServer, end: str
) -> None:
    code = taken(runtime, person)
    assert server.call("EXISTS", place(code, "s1"), place(code, "s2"), writers_place(code)) == 3
    ENDS[end](runtime, person, code)
    assert server.call("EXISTS", place(code, "s1"), place(code, "s2"), writers_place(code)) == 0
    if end != "abandoned":  # there the case itself is stored as it was
        assert not runtime.store.cases.drafts.change(code, "s1", WORDS, 2000), "nothing is kept any more"
        assert server.call("EXISTS", place(code, "s1"), writers_place(code)) == 0


def test_check_opens_drafts_and_names_a_damaged_one(runtime: Runtime, person: YoungPerson, server: RedisServer) -> None:
    code = taken(runtime, person)
    sound = runtime.store.check()
    assert (sound.counted["draft"], sound.damaged) == (2, [])
    server.call("SET", place(code, "s1"), b"noise")
    assert [one.place for one in runtime.store.check().damaged] == [place(code, "s1")]
    assert runtime.store.cases.drafts.get(case_of(runtime, code), "s1") == {}
    assert runtime.store.cases.drafts.change(code, "s1", WORDS, 1100), "and a new one takes its place"
