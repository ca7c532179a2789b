"""Consent gate: shared data comes out only with a live consent, and there is no other access."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot
from bot.actions.cases import CaseActions
from bot.casework.consent import TEAM, TEAM_DAYS
from bot.casework.consent_gate import ConsentGate, NoConsent, Screen
from bot.flows.names import ShareItem
from bot.runtime.runtime import Runtime
from bot.store import PersonKey
from bot.store.connection import RedisServer
from tests.support.app import MovedClock, runtime_on
from tests.support.person import YoungPerson

ROOT = Path(bot.__file__).parent
ITEMS = {"needs": ShareItem.NEEDS, "area": ShareItem.AREA, "service": ShareItem.SERVICE, "reach": ShareItem.REACH}
AGENCY = "agency:oak-house"


@pytest.fixture
def live_runtime(server: RedisServer, redis_url: str) -> Iterator[Runtime]:
    """Provide a runtime on a server of these tests' own."""
    with runtime_on(redis_url) as runtime:
        yield runtime


@pytest.fixture
def gate(runtime: Runtime, clock: MovedClock) -> ConsentGate:
    return ConsentGate(runtime.store, runtime.directory.now, clock, runtime.settings.idle_seconds)


@pytest.fixture
def person(runtime: Runtime) -> YoungPerson:
    return YoungPerson(runtime)


def refused(gate: ConsentGate, person: YoungPerson) -> None:
    """Assert that no item comes out, by any method."""
    assert gate.shared(person.key) == ()
    for item in ShareItem:
        with pytest.raises(NoConsent):
            gate.require(person.key, item)
    with pytest.raises(NoConsent):
        gate.number(person.key)


def test_all_shared_items_come_out_ready_for_display(gate: ConsentGate, person: YoungPerson, clock: MovedClock) -> None:
    person.share("needs", "area", "service", "said", "reach", name="Jay", times="morning")
    found = {shared.item: shared for shared in gate.shared(person.key)}
    assert [*found] == [item for item in ShareItem if item is not ShareItem.REMEMBER], "that has a page of its own"
    assert found[ShareItem.NEEDS].values == ("shelter_tonight",)
    assert found[ShareItem.AREA].values == ("Santa Ana, CA",)
    assert found[ShareItem.NAME].values == ("Jay",)
    assert found[ShareItem.SERVICE].values[0] in {service.name for service in person.runtime.directory.now}
    assert found[ShareItem.REACH].values == found[ShareItem.WANTS_TO_TALK].values == ()
    assert {shared.until for shared in found.values()} == {clock() + TEAM_DAYS * 86_400}
    assert gate.number(person.key) == person.phone


@pytest.mark.parametrize("kept", ITEMS)
def test_item_kept_back_does_not_come_out(gate: ConsentGate, person: YoungPerson, kept: str) -> None:
    person.share(*(item for item in ITEMS if item != kept))
    items = {shared.item for shared in gate.shared(person.key)}
    assert items == {ShareItem.WANTS_TO_TALK, *ITEMS.values()} - {ITEMS[kept]}
    with pytest.raises(NoConsent):
        gate.require(person.key, ITEMS[kept])
    if kept == "reach":
        with pytest.raises(NoConsent):
            gate.number(person.key)


def test_wish_to_talk_shares_nothing_else(gate: ConsentGate, person: YoungPerson) -> None:
    person.just_talk("need food", "santa ana ca")
    assert [shared.item for shared in gate.shared(person.key)] == [ShareItem.WANTS_TO_TALK]


def test_nothing_comes_out_before_consent(gate: ConsentGate, person: YoungPerson) -> None:
    person.text("hey", "1", "ok", "need a place to sleep tonight", "santa ana ca", "talk to a person")
    refused(gate, person)


@pytest.mark.parametrize("word", ["take back", "STOP"])
def test_withdrawal_applies_to_the_next_read(gate: ConsentGate, person: YoungPerson, word: str) -> None:
    person.share("needs", "area", "service", "reach", name="Jay")
    person.text(word)
    refused(gate, person)


@pytest.mark.parametrize("word", ["take back", "STOP"])
def test_earlier_items_do_not_return_with_a_new_wish_to_talk(gate: ConsentGate, person: YoungPerson, word: str) -> None:
    person.share("needs", "area", "reach", name="Jay")
    person.text(word, *(["START"] if word == "STOP" else []), "1", "ok", "talk to a person", "just say i want to talk")
    assert [shared.item for shared in gate.shared(person.key)] == [ShareItem.WANTS_TO_TALK]
    with pytest.raises(NoConsent):
        gate.number(person.key)


def test_items_of_a_lost_session_do_not_come_out(gate: ConsentGate, person: YoungPerson) -> None:
    """The carrier reported an opt-out, or the session expired: no turn withdrew the consent."""
    person.share("needs", "area", "reach", name="Jay")
    person.runtime.store.mark_stopped(person.phone)
    person.text("START", "1", "ok", "talk to a person", "yes please")
    assert [shared.item for shared in gate.shared(person.key)] == [ShareItem.WANTS_TO_TALK]


def test_erased_items_do_not_come_out(gate: ConsentGate, person: YoungPerson) -> None:
    person.share("needs", "reach", name="Jay")
    person.text("forget me", "erase it")
    refused(gate, person)


def test_consent_ends_at_its_expiry(gate: ConsentGate, person: YoungPerson, clock: MovedClock) -> None:
    person.share("needs", "reach")
    clock.now += TEAM_DAYS * 86_400 - 1
    assert gate.require(person.key, ShareItem.NEEDS).until == clock() + 1
    clock.now += 1
    refused(gate, person)


def test_consent_to_the_team_does_not_cover_an_agency(gate: ConsentGate, person: YoungPerson) -> None:
    person.share("needs", "reach", name="Jay")
    assert gate.require(person.key, ShareItem.NEEDS, TEAM)
    assert gate.shared(person.key, AGENCY) == ()
    with pytest.raises(NoConsent):
        gate.require(person.key, ShareItem.NEEDS, AGENCY)
    with pytest.raises(NoConsent):
        gate.number(person.key, AGENCY)


def test_withdrawal_during_a_read_counts(runtime: Runtime, person: YoungPerson, clock: MovedClock) -> None:
    """The session is read first and the ledger last, so that a withdrawal in between counts."""
    person.share("needs")
    store = runtime.store

    class Slow:
        def load_person(self, key: PersonKey) -> object:
            found = store.load_person(key)
            person.text("take back")
            return found

        def ledger(self, person: PersonKey) -> object:
            return store.ledger(person)

    with pytest.raises(NoConsent):
        ConsentGate(Slow(), runtime.directory.now, clock, 60).require(person.key, ShareItem.NEEDS)  # type: ignore[arg-type]


def test_empty_person_key_gives_nothing(gate: ConsentGate) -> None:
    assert gate.shared("") == ()
    assert gate.screen("") is Screen.COVERED
    with pytest.raises(NoConsent):
        gate.require("", ShareItem.WANTS_TO_TALK)


def test_shared_values_do_not_print(gate: ConsentGate, person: YoungPerson) -> None:
    person.share("area", name="Jay")
    assert "Jay" not in repr(gate.shared(person.key))


def test_screen_state_is_available_without_shared_items(
    gate: ConsentGate, person: YoungPerson, clock: MovedClock
) -> None:
    desk, code = CaseActions(person.runtime), person.share("needs")
    assert gate.screen(person.key) is Screen.OPEN
    person.text(person.runtime.settings.cover_word)
    assert gate.screen(person.key) is Screen.COVERED
    person.text("hey")
    assert gate.screen(person.key) is Screen.UNSAFE
    desk.claim(code, "sam", "Sam")
    assert gate.screen(person.key) is Screen.ASKED
    person.text("1")
    assert gate.screen(person.key) is Screen.OPEN
    clock.now += person.runtime.settings.idle_seconds + 1
    person.text("are you there")
    assert gate.screen(person.key) is Screen.UNSAFE
    desk.ask(code, "sam", "Sam")
    assert gate.screen(person.key) is Screen.ASKED


# No other access


def sources(*places: str) -> list[Path]:
    """Return the source files at these places."""
    return [path for place in places for path in [ROOT / place, *(ROOT / place).rglob("*.py")] if path.suffix == ".py"]


def test_pages_and_desk_read_shared_data_only_through_the_gate() -> None:
    told = re.compile(r"\b(?:session|before|loaded|named|kept|found)\.(?:needs|parked|area|name|phone|introduction)\b")
    lines = [
        f"{path.name}: {line.strip()}"
        for path in sources("web", "actions/cases.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if told.search(line) and "staff" not in path.parts
    ]
    assert lines == ["cases.py: phone=loaded.phone,"], "the desk passes the phone on to the store, unread"


def test_pages_do_not_read_people_or_ledger_from_the_store() -> None:
    reads = {"load", "load_person", "ledger", "outgoing"}
    found = [
        f"{path.name}:{node.lineno}"
        for path in sources("web")
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Attribute) and node.attr in reads
    ]
    assert found == []


def test_only_the_gate_looks_up_live_consent() -> None:
    """Beside the gate, only the ledger's own module uses `live`."""
    users = {path.name for path in ROOT.rglob("*.py") if re.search(r"\blive\(", path.read_text(encoding="utf-8"))}
    assert users == {"consent_gate.py", "consent.py"}
