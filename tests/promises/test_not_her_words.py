"""Only the person's own words count (promise 14): walked over all sessions, and run against the real router."""

from __future__ import annotations

import secrets
from functools import cache

import pytest

from bot.actions.cases import CaseActions
from bot.conversation import our_words
from bot.conversation.engine import respond, take_turn
from bot.conversation.messages import Inbound, Reply
from bot.flows.names import Event
from bot.inbound.router import Router
from bot.runtime.runtime import Runtime
from bot.store import Loaded, PersonKey
from tests.support.app import NOON, MovedClock
from tests.support.content import IDS
from tests.support.flow_walk import sessions
from tests.support.person import YoungPerson
from tests.unit.test_own_words import AUTOMATIC, NOTICES, OURS, REACTIONS, TOLD, WITHOUT_TEXT

NOT_HERS = (
    *(form.format(OURS) for _, form in (*REACTIONS[::2], *TOLD[::3])),
    *WITHOUT_TEXT[:2], *AUTOMATIC[::3], *NOTICES[::3],
    f"> {OURS}", "> 1 Yes\n> 2 no", "Sent from my iPhone",
)  # fmt: skip


def test_nothing_that_a_phone_wrote_moves_the_conversation(runtime: Runtime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(our_words, "own_words", cache(our_words.own_words))  # it depends on nothing but the text
    snapshot = runtime.snapshot(NOON)
    walked = 0
    for session in sessions(IDS):
        for language in ("en", "es"):
            stored = session._replace(language=language, last_at=NOON - 60)
            for text in NOT_HERS:
                walked += 1
                loaded = Loaded(PersonKey("p"), stored, "", stopped=False, said=None, version=b"")
                turned = take_turn(snapshot, loaded, Inbound("SM1", "", text))
                if turned is None:
                    continue
                commit = respond(snapshot, turned, None)
                assert set(turned.step.events) <= {Event.TEXT_RELAYED}, (session.state, text)
                assert not commit.ledger and not commit.jobs and commit.case is None and not commit.stopped
                assert commit.session is not None
                counted = {name: getattr(stored, name) for name in ("last_text", "equal_texts", "last_said")}
                assert commit.session._replace(**counted) == stored, (session.state, text)
                assert commit.said.key in {"silence", session.state.value}
                if commit.lines:
                    assert stored.caseworker_name and "[" in commit.lines[-1].text and OURS not in commit.lines[-1].text
    print(f"\nwalked {walked} texts that are nobody's words")


@pytest.mark.parametrize("text", ["Liked “{}”", "👎 to “{}”", "Le encantó “{}”", "Removed a like from “{}”"])
def test_reaction_in_a_live_talk_is_a_line_of_the_thread(her: YoungPerson, text: str) -> None:
    reply = her.text("my aunt came by today")
    assert reply.text == ""
    reply = her.text(text.format("someone is being hurt. call 911"))
    thread = her.runtime.store.cases.thread(her.case)
    assert thread[-1].text.startswith("[reacted")
    assert reply.text == ""


@pytest.fixture
def her(runtime: Runtime) -> YoungPerson:
    person = YoungPerson(runtime)
    CaseActions(runtime).claim(person.just_talk(), "s1", "Sam", by_text=False)
    return person


MACHINES = [
    "Thank you for contacting Elm Dental. Our office is closed. Call 911 in an emergency.",
    "This number is not monitored. If this is an emergency dial 911.",
    "Gracias por comunicarse con nosotros. Llame al 911 en caso de emergencia.",
]
REPEATED = ["Your ticket 17 was received and will be seen to soon", "busy", "lorem ipsum dolor", "??", "he has a gun"]


@pytest.mark.parametrize("text", [*MACHINES, *REPEATED])
def test_two_machines_stop(runtime: Runtime, clock: MovedClock, text: str) -> None:
    phone, replies = new_number(), []
    for number in range(12):
        clock.now += 30
        replies.append(handle(runtime, phone, text.replace("17", str(17 + number))))
    answered = [reply.key for reply in replies if reply.text]
    assert len(answered) <= (1 if text in MACHINES else 5)
    assert [key for key in answered if key.startswith("safety.")] in ([], answered[:1], answered)
    assert not replies[-1].text
    clock.now += 30
    assert handle(runtime, phone, "are you there").text, "a different text is answered"


@pytest.mark.parametrize(
    "texts",
    [("We will be with you shortly friend", "All our agents are busy today"),
     ("your place in the queue is next", "still looking for somebody", "please hold the line now")],
)  # fmt: skip
def test_machine_with_a_few_texts_in_turn_stops(runtime: Runtime, clock: MovedClock, texts: tuple[str, ...]) -> None:
    phone, replies = new_number(), []
    for number in range(20):
        clock.now += 30
        replies.append(handle(runtime, phone, texts[number % len(texts)]).text)
    assert sum(map(bool, replies)) <= 10 and not any(replies[-6:])
    assert handle(runtime, phone, "he has a gun").key == "safety.hurt"


@pytest.mark.parametrize("first", ["hey", "i want to kill myself", "hola", "person"])
def test_machine_that_sends_back_what_it_gets_is_not_answered(runtime: Runtime, clock: MovedClock, first: str) -> None:
    phone = new_number()
    said = handle(runtime, phone, first)
    before = runtime.store.load(phone, "").session
    clock.now += 30
    assert not handle(runtime, phone, said.text).text
    assert runtime.store.load(phone, "").session == before


@pytest.mark.parametrize(
    "texts", [("1", "1"), ("hey", "hey"), ("person", "Person"), ("food  please", "food please"), ("👍", "👍")]
)
def test_second_copy_gets_the_same_answer_and_changes_nothing(
    runtime: Runtime, clock: MovedClock, texts: tuple[str, str]
) -> None:
    phone = new_number()
    for text in ("hello", "one"):
        handle(runtime, phone, text)
    first = handle(runtime, phone, texts[0])
    session = runtime.store.load(phone, "").session
    clock.now += 3
    second = handle(runtime, phone, texts[1])
    assert second.text == first.text and second.key == first.key and second.events == ()
    assert runtime.store.load(phone, "").session == session


def test_digit_pressed_twice_at_danger_agrees_to_nothing(runtime: Runtime, clock: MovedClock) -> None:
    phone = new_number()
    handle(runtime, phone, "he is hitting me")
    assert handle(runtime, phone, "1").state == "consent.talk"
    clock.now += 6
    assert handle(runtime, phone, "1").state == "consent.talk"
    assert runtime.store.ledger(runtime.store.person(phone)) == ()
    clock.now += 30
    assert handle(runtime, phone, "1").state == "handoff.waiting"  # in danger no name is asked


def test_erasing_twice_erases_once(runtime: Runtime) -> None:
    phone = new_number()
    for text in ("hey", "1", "ok", "forget me"):
        handle(runtime, phone, text)
    first, second = handle(runtime, phone, "1"), handle(runtime, phone, "1")
    assert (first.key, second.text) == ("privacy.forgotten", first.text)
    assert runtime.store.load(phone, "").session is None


def new_number() -> str:
    return f"+1555{secrets.randbelow(10**7):07}"


def handle(runtime: Runtime, phone: str, text: str) -> Reply:
    return Router(runtime).handle(Inbound(f"SM{secrets.token_hex(16)}", phone, text))
