"""Made-up people of the practice mode: the real conversation hears them up to the last line, and each talk goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.actions.cases import CaseActions
from bot.casework.cases import Case, Kind, Status
from bot.content.practice import SHIPPED, MadeUp, Practice, load_practice, made_up
from bot.conversation.messages import Inbound
from bot.errors import ContentError
from bot.flows.names import State
from bot.inbound.practice import APART_SECONDS, COLLEAGUES, catch_up, open_space, phone_of, stand_in
from bot.inbound.router import Router
from bot.runtime.practice import practice_runtime
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Role, Staff, StaffId
from bot.store.connection import RedisServer
from bot.understanding import carrier, normalise
from tests.support.app import MovedClock

PEOPLE = list(made_up().people)
SAM = Staff(StaffId("samsamsa"), "sam", "Sam Rivera", frozenset({Role.LEAD}), 1, "+15555550161", "hash", "secret")
EN, ES = (
    ("hi, i'm sam", "are you safe right now?", "i know a shelter"),
    ("hola, soy sam", "¿estás a salvo?", "hay un refugio"),
)


@pytest.fixture
def space(runtime: Runtime, server: RedisServer) -> Iterator[Runtime]:
    """Return the runtime of a space in which people wait."""
    opened, _ = runtime.store.practice.begin(SAM.id)
    within = practice_runtime(runtime, runtime.store.practice.server(opened), opened)
    open_space(within, SAM)
    yield within
    runtime.store.practice.end(SAM.id)


def case_of(space: Runtime, name: str) -> Case:
    session = space.store.load(phone_of(name), "").session
    assert session, name
    case = space.store.cases.get(session.case)
    assert case, name
    return case


def state(space: Runtime, name: str) -> State:
    session = space.store.load(phone_of(name), "").session
    assert session
    return session.state


def said(space: Runtime, name: str) -> list[str]:
    return [line.text for line in space.store.cases.thread(case_of(space, name).code) if line.kind is Kind.PERSON]


def take(space: Runtime, name: str) -> str:
    code = case_of(space, name).code
    CaseActions(space).claim(code, SAM.id, "Sam")
    return code


def say(space: Runtime, clock: MovedClock, name: str, words: str) -> None:
    """Text the made-up person, and wait until they have answered, if they do."""
    CaseActions(space).reply(case_of(space, name).code, SAM.id, words)
    clock.now += 15
    catch_up(space)


def test_there_are_six_to_eight_in_both_languages_and_nobody_has_read_them() -> None:
    assert 6 <= len(PEOPLE) <= 8
    assert {made_up().people[name].language for name in PEOPLE} == {"en", "es"}
    assert made_up().reviewed == ""


@pytest.mark.parametrize("name", PEOPLE)
def test_words_are_texts_and_none_ends_the_talk(name: str) -> None:
    who = made_up().people[name]
    texts = [*who.answers.values(), *who.lines]
    assert len(set(texts)) == len(texts), "the same words twice are the carrier's second copy"
    for text in (*who.opening, *texts):
        assert carrier.heard(normalise(text), opt_out="", stopped=False) is None
        assert text == text.lower() or text in {"Jay", "Kim", "Ana", "Rae"}


def test_all_wait_for_a_person_each_a_while_longer(space: Runtime, clock: MovedClock) -> None:
    cases = [case_of(space, name) for name in PEOPLE]
    assert all(case.status is Status.WAITING for case in cases)
    assert [case.language for case in cases] == [made_up().people[name].language for name in PEOPLE]
    assert [clock.now - case.opened_at for case in cases] == [
        APART_SECONDS * left for left in range(len(PEOPLE), 0, -1)
    ]
    assert case_of(space, "boy_sextortion").urgent


def test_colleague_is_a_caseworker_there_without_phone_or_password(space: Runtime) -> None:
    me = space.store.staff.get(SAM.id)
    assert me == stand_in(SAM)
    assert me
    assert (me.phone, me.password, me.secret, me.roles) == ("", "", "", {Role.CASEWORKER})
    assert me.joined
    assert {one.name for one in space.store.staff.everybody()} == {"Sam Rivera", *(name for _, name, _ in COLLEAGUES)}


@pytest.mark.parametrize("name", PEOPLE)
def test_whole_story_is_told_and_the_talk_goes_on(space: Runtime, clock: MovedClock, name: str) -> None:
    who = made_up().people[name]
    take(space, name)
    for turn in range(60):
        clock.now += 25
        catch_up(space)
        if state(space, name) is State.HANDOFF_LIVE and turn % 2:
            CaseActions(space).reply(
                case_of(space, name).code, SAM.id, (ES if who.language == "es" else EN)[turn // 2 % 3]
            )
    told = said(space, name)
    assert set(told) - {"ok im back", "1", "ok"} == {*who.answers.values(), *who.lines}
    assert case_of(space, name).status is Status.HELD


def test_greeting_safety_and_service_are_answered(space: Runtime, clock: MovedClock) -> None:
    who = made_up().people["bed_tonight"]
    take(space, "bed_tonight")
    for words in ("Hello, I'm Sam", "Are you somewhere safe?", "There's a shelter on Oak Street", "ok"):
        say(space, clock, "bed_tonight", words)
    assert said(space, "bed_tonight") == [who.greeting, who.safety, who.offered, who.lines[0]]


def test_answer_takes_some_seconds(space: Runtime, clock: MovedClock) -> None:
    code = take(space, "bed_tonight")
    CaseActions(space).reply(code, SAM.id, "hi")
    for _ in range(3):
        clock.now += 1
        catch_up(space)
        assert said(space, "bed_tonight") == []
    clock.now += 1
    catch_up(space)
    assert len(said(space, "bed_tonight")) == 1


def test_silent_one_needs_two_texts(space: Runtime, clock: MovedClock) -> None:
    take(space, "silent")
    say(space, clock, "silent", "hola")
    assert said(space, "silent") == []
    say(space, clock, "silent", "aquí estoy")
    assert said(space, "silent") == [made_up().people["silent"].greeting]


def test_nobody_texts_before_their_talk_is_taken(space: Runtime, clock: MovedClock) -> None:
    for _ in range(5):
        clock.now += 60
        catch_up(space)
    assert [said(space, name) for name in PEOPLE] == [[]] * len(PEOPLE)
    assert state(space, "watched_phone") is State.SAFETY_COVER


def test_watched_phone_comes_back_only_after_a_while(space: Runtime, clock: MovedClock) -> None:
    take(space, "watched_phone")
    clock.now += 10
    catch_up(space)
    assert state(space, "watched_phone") is State.SAFETY_COVER, "nothing can be sent to a watched phone"
    for _ in range(4):
        clock.now += 25
        catch_up(space)
    assert state(space, "watched_phone") is State.HANDOFF_LIVE


def test_who_is_asked_whether_it_is_safe_says_yes(space: Runtime, clock: MovedClock) -> None:
    clock.now += space.settings.idle_seconds + 60
    code = take(space, "comes_back")
    assert state(space, "comes_back") is State.HANDOFF_HELD, code
    for _ in range(2):  # after a pause the bot is bland again, and asks once more
        clock.now += 5
        catch_up(space)
    assert state(space, "comes_back") is State.HANDOFF_LIVE


def test_two_pages_that_ask_at_once_make_one_text(space: Runtime, clock: MovedClock) -> None:
    code = take(space, "bed_tonight")
    CaseActions(space).reply(code, SAM.id, "hi")
    clock.now += 15
    thread = len(space.store.cases.thread(code))
    again = Inbound(
        f"practice {code} {thread} handoff.live", phone_of("bed_tonight"), made_up().people["bed_tonight"].greeting
    )
    catch_up(space)
    Router(space).process(again)
    assert len(said(space, "bed_tonight")) == 1


def test_talk_with_a_made_up_colleague_is_over_for_the_script(space: Runtime, clock: MovedClock) -> None:
    code = take(space, "bed_tonight")
    CaseActions(space).reply(code, SAM.id, "hi")
    CaseActions(space).transfer(code, SAM.id, "Noor", COLLEAGUES[0][0])
    clock.now += 60
    catch_up(space)
    assert said(space, "bed_tonight") == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("his name", "first"), ("hi", "greeting"), ("call 555-0100", "offered"), ("text 988 now", "offered"),
        ("is it safer there", "safety"), ("hi, are you safe? i know a bed", "offered"), ("what else", "first"),
    ],
)  # fmt: skip
def test_what_a_text_is_taken_for(words: str, expected: str) -> None:
    who = MadeUp(about="x", language="en", opening=("hey",), greeting="greeting", safety="safety", offered="offered",
                 lines=("first", "second"))  # fmt: skip
    talk = replace_people(who)
    assert talk.next_text(who, [], [words]) == expected
    assert talk.next_text(who, ["greeting", "safety", "offered", "first"], [words]) == "second"
    assert talk.next_text(who, ["greeting", "safety", "offered", "first", "second"], [words]) == ""


def replace_people(who: MadeUp) -> Practice:
    return made_up().model_copy(update={"people": {"one": who}})


def test_broken_file_is_named_by_line_and_key(tmp_path: Path) -> None:
    broken = tmp_path / "practice.yaml"
    broken.write_text(
        SHIPPED.read_text(encoding="utf-8").replace("    about: Angry at everyone\n", ""), encoding="utf-8"
    )
    with pytest.raises(ContentError, match=r"practice\.yaml.*about"):
        load_practice(broken)


def test_words_and_services_in_use_are_read_and_never_moved(space: Runtime, runtime: Runtime) -> None:
    assert space.content.now is runtime.content.now
    assert space.directory.now is runtime.directory.now
    before = runtime.directory.now, len(list(runtime.directory.now)), runtime.content.now.edition.number
    space.directory.at(None, wait=True)
    space.directory.catch_up()
    space.content.at(99, wait=True)
    space.content.catch_up()
    assert before == (runtime.directory.now, len(list(runtime.directory.now)), runtime.content.now.edition.number)


def test_space_has_no_journal_and_no_way_out(space: Runtime, runtime: Runtime) -> None:
    assert space.store is not runtime.store
    assert space.settings.alert_webhook_url == ""
    assert not list(runtime.store.cases.open())
