"""The gate: nothing a person shared comes out but by a consent that is live at this moment, and no other way exists."""

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
    """On a server of these tests' own."""
    with runtime_on(redis_url) as runtime:
        yield runtime


@pytest.fixture
def gate(runtime: Runtime, clock: MovedClock) -> ConsentGate:
    return ConsentGate(runtime.store, runtime.directory.now, clock, runtime.settings.idle_seconds)


@pytest.fixture
def her(runtime: Runtime) -> YoungPerson:
    return YoungPerson(runtime)


def refused(gate: ConsentGate, her: YoungPerson) -> None:
    """Not one item comes out, by any way."""
    assert gate.shared(her.key) == ()
    for item in ShareItem:
        with pytest.raises(NoConsent):
            gate.require(her.key, item)
    with pytest.raises(NoConsent):
        gate.number(her.key)


def test_all_that_is_shared_comes_out_ready_for_a_label(gate: ConsentGate, her: YoungPerson, clock: MovedClock) -> None:
    her.share("needs", "area", "service", "said", "reach", name="Jay", times="morning")
    found = {shared.item: shared for shared in gate.shared(her.key)}
    assert [*found] == [*ShareItem]
    assert found[ShareItem.NEEDS].values == ("shelter_tonight",)
    assert found[ShareItem.AREA].values == ("Santa Ana, CA",)
    assert found[ShareItem.NAME].values == ("Jay",)
    assert found[ShareItem.SERVICE].values[0] in {service.name for service in her.runtime.directory.now}
    assert found[ShareItem.REACH].values == found[ShareItem.WANTS_TO_TALK].values == ()
    assert {shared.until for shared in found.values()} == {clock() + TEAM_DAYS * 86_400}
    assert gate.number(her.key) == her.phone


@pytest.mark.parametrize("kept", ITEMS)
def test_what_is_kept_back_does_not_come_out(gate: ConsentGate, her: YoungPerson, kept: str) -> None:
    her.share(*(item for item in ITEMS if item != kept))
    items = {shared.item for shared in gate.shared(her.key)}
    assert items == {ShareItem.WANTS_TO_TALK, *ITEMS.values()} - {ITEMS[kept]}
    with pytest.raises(NoConsent):
        gate.require(her.key, ITEMS[kept])
    if kept == "reach":
        with pytest.raises(NoConsent):
            gate.number(her.key)


def test_who_only_wants_to_talk_shares_nothing_of_what_was_told(gate: ConsentGate, her: YoungPerson) -> None:
    her.just_talk("need food", "yes", "santa ana ca")
    assert [shared.item for shared in gate.shared(her.key)] == [ShareItem.WANTS_TO_TALK]


def test_before_a_yes_nothing_comes_out(gate: ConsentGate, her: YoungPerson) -> None:
    her.text("hey", "1", "ok", "need a place to sleep tonight", "yes", "santa ana ca", "talk to a person")
    refused(gate, her)


@pytest.mark.parametrize("word", ["take back", "STOP"])
def test_what_is_taken_back_is_closed_with_the_next_look(gate: ConsentGate, her: YoungPerson, word: str) -> None:
    her.share("needs", "area", "service", "reach", name="Jay")
    her.text(word)
    refused(gate, her)


@pytest.mark.parametrize("word", ["take back", "STOP"])
def test_what_was_shared_before_does_not_come_back_with_a_new_wish_to_talk(
    gate: ConsentGate, her: YoungPerson, word: str
) -> None:
    her.share("needs", "area", "reach", name="Jay")
    her.text(word, *(["START"] if word == "STOP" else []), "1", "ok", "talk to a person", "just say i want to talk")
    assert [shared.item for shared in gate.shared(her.key)] == [ShareItem.WANTS_TO_TALK]
    with pytest.raises(NoConsent):
        gate.number(her.key)


def test_what_was_shared_in_a_session_that_is_lost_stays_closed(gate: ConsentGate, her: YoungPerson) -> None:
    """The carrier tells of an opt-out, or the session's time is over: no turn took anything back."""
    her.share("needs", "area", "reach", name="Jay")
    her.runtime.store.mark_stopped(her.phone)
    her.text("START", "1", "ok", "talk to a person", "yes please")
    assert [shared.item for shared in gate.shared(her.key)] == [ShareItem.WANTS_TO_TALK]


def test_what_is_forgotten_is_closed(gate: ConsentGate, her: YoungPerson) -> None:
    her.share("needs", "reach", name="Jay")
    her.text("forget me", "erase it")
    refused(gate, her)


def test_a_consent_ends_by_itself(gate: ConsentGate, her: YoungPerson, clock: MovedClock) -> None:
    her.share("needs", "reach")
    clock.now += TEAM_DAYS * 86_400 - 1
    assert gate.require(her.key, ShareItem.NEEDS).until == clock() + 1
    clock.now += 1
    refused(gate, her)


def test_the_team_s_consent_is_no_agency_s(gate: ConsentGate, her: YoungPerson) -> None:
    her.share("needs", "reach", name="Jay")
    assert gate.require(her.key, ShareItem.NEEDS, TEAM)
    assert gate.shared(her.key, AGENCY) == ()
    with pytest.raises(NoConsent):
        gate.require(her.key, ShareItem.NEEDS, AGENCY)
    with pytest.raises(NoConsent):
        gate.number(her.key, AGENCY)


def test_taking_back_during_the_look_counts(runtime: Runtime, her: YoungPerson, clock: MovedClock) -> None:
    """The session is read first, the ledger last: what is taken back in between is not seen."""
    her.share("needs")
    store = runtime.store

    class Slow:
        def load_person(self, person: PersonKey) -> object:
            found = store.load_person(person)
            her.text("take back")
            return found

        def ledger(self, person: PersonKey) -> object:
            return store.ledger(person)

    with pytest.raises(NoConsent):
        ConsentGate(Slow(), runtime.directory.now, clock, 60).require(her.key, ShareItem.NEEDS)  # type: ignore[arg-type]


def test_nobody_stands_behind_no_name(gate: ConsentGate) -> None:
    assert gate.shared("") == ()
    assert gate.screen("") is Screen.COVERED
    with pytest.raises(NoConsent):
        gate.require("", ShareItem.WANTS_TO_TALK)


def test_values_do_not_print(gate: ConsentGate, her: YoungPerson) -> None:
    her.share("area", name="Jay")
    assert "Jay" not in repr(gate.shared(her.key))


def test_the_screen_is_told_without_what_was_told(gate: ConsentGate, her: YoungPerson, clock: MovedClock) -> None:
    desk, code = CaseActions(her.runtime), her.share("needs")
    assert gate.screen(her.key) is Screen.OPEN
    her.text(her.runtime.settings.cover_word)
    assert gate.screen(her.key) is Screen.COVERED
    her.text("hey")
    assert gate.screen(her.key) is Screen.UNSAFE
    desk.claim(code, "sam", "Sam")
    assert gate.screen(her.key) is Screen.ASKED
    her.text("1")
    assert gate.screen(her.key) is Screen.OPEN
    clock.now += her.runtime.settings.idle_seconds + 1
    her.text("are you there")
    assert gate.screen(her.key) is Screen.UNSAFE
    desk.ask(code, "sam", "Sam")
    assert gate.screen(her.key) is Screen.ASKED


# No way around it


def sources(*places: str) -> list[Path]:
    """The files at these places of the product."""
    return [path for place in places for path in [ROOT / place, *(ROOT / place).rglob("*.py")] if path.suffix == ".py"]


def test_no_page_and_no_desk_reads_what_was_told_but_through_the_gate() -> None:
    told = re.compile(r"\b(?:session|before|loaded|named|kept|found)\.(?:needs|parked|area|name|phone|introduction)\b")
    lines = [
        f"{path.name}: {line.strip()}"
        for path in sources("web", "actions/cases.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if told.search(line) and "staff" not in path.parts
    ]
    assert lines == ["cases.py: phone=loaded.phone,"], "the desk passes the phone on to the store, unread"


def test_no_page_reads_people_or_their_ledger_from_the_store() -> None:
    reads = {"load", "load_person", "ledger", "outgoing"}
    found = [
        f"{path.name}:{node.lineno}"
        for path in sources("web")
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Attribute) and node.attr in reads
    ]
    assert found == []


def test_only_the_gate_looks_up_what_is_live() -> None:
    """Beside it only the ledger's own file names `live`."""
    users = {path.name for path in ROOT.rglob("*.py") if re.search(r"\blive\(", path.read_text(encoding="utf-8"))}
    assert users == {"consent_gate.py", "consent.py"}
