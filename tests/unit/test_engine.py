"""Engine alone, without a store: a turn from a snapshot and stored data. Also the retry policy."""

from __future__ import annotations

import pytest

from bot.conversation.engine import respond, take_turn
from bot.conversation.messages import Inbound
from bot.errors import Conflict
from bot.flows.names import Event, State
from bot.flows.session import Session
from bot.store import Loaded, PersonKey, retry
from bot.store.retry import retry_on_conflict
from tests.support.app import NOON
from tests.support.content import SHIPPED


def loaded(session: Session | None = None, *, stopped: bool = False) -> Loaded:
    return Loaded(PersonKey("p"), session, "+15550100", stopped, None, b"")


def inbound(text: str, media: int = 0) -> Inbound:
    return Inbound("SM1", "+15550100", text, media)


def test_first_turn_needs_only_a_snapshot() -> None:
    turned = take_turn(SHIPPED, loaded(), inbound("hey"))
    assert turned and turned.needed_case == ""
    commit = respond(SHIPPED, turned, None)
    assert (commit.said.key, commit.said.state) == ("welcome.hello", "welcome.hello")
    assert commit.said.text.startswith("Hi, this is")
    assert commit.session and commit.session.last_at == NOON
    assert commit.outgoing == ""


def test_turn_that_may_change_the_case_names_it() -> None:
    session = Session(State.HANDOFF_LIVE, greeted=True, safe=True, limits_told=True, last_at=NOON, case="K7QM")
    live = take_turn(SHIPPED, loaded(session), inbound("", media=1))
    assert live and live.needed_case == "K7QM" and Event.TEXT_RELAYED in live.step.events
    assert live.inbound.relayed == "[photo]"
    asked = take_turn(SHIPPED, loaded(session._replace(state=State.NEEDS_ASK)), inbound("who are you"))
    assert asked and asked.needed_case == ""


def test_opted_out_person_gets_no_turn_before_start() -> None:
    assert take_turn(SHIPPED, loaded(stopped=True), inbound("hello")) is None
    assert take_turn(SHIPPED, loaded(stopped=True), inbound("START")) is not None


def test_conflict_is_retried() -> None:
    tries = iter([Conflict(), Conflict(), None])

    def attempt() -> str:
        if error := next(tries):
            raise error
        return "done"

    assert retry_on_conflict(attempt) == "done"


def test_lasting_conflict_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retry, "GIVE_UP_SECONDS", 0.01)

    def attempt() -> None:
        raise Conflict

    with pytest.raises(Conflict):
        retry_on_conflict(attempt)
