"""A person who wants to be remembered comes back: what their next case shows, to whom, and what is left of it when not.

The consent walk looks at every page in any order of events; these tests tell the story and its edges.
"""

from __future__ import annotations

from html import unescape

import pytest
from flask.testing import FlaskClient

from bot.casework.remembered import LONGEST_PLAN, MOST_CASES
from bot.flows.names import ShareItem
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Staff
from bot.staff.audit import Verb
from bot.store import PersonKey
from bot.store.connection import RedisServer
from tests.support.console import act, kept
from tests.support.person import YoungPerson
from tests.support.staff import Team, post

PLAN, WISHES = "Visit the zebra house on Friday.", "Only before noon, never on weekends."
SUMMARY = {"outcome": "referred", "plan": PLAN, "wishes": WISHES}
AGAIN = ("menu", "talk to a person", "just say i want to talk")
TRACES = (PLAN, WISHES, "Earlier", "Evenings, 17:00", "before</span>", "remember")


def page(client: FlaskClient, code: str) -> str:
    return unescape(client.get(f"/console/{code}").text)


def board(client: FlaskClient) -> str:
    return unescape(client.get("/console").text)


def closed(desk: FlaskClient, her: YoungPerson, remember: str, **summary: str) -> str:
    """Play a first case up to its end."""
    code = her.share("needs", name="Jay", times="evening", remember=remember)
    act(desk, code, "take")
    assert act(desk, code, "close", **(summary or SUMMARY)).status_code == 303
    return code


def back(her: YoungPerson, *texts: str) -> str:
    """Let the person ask for somebody again, and return the new case's code."""
    her.text(*(texts or AGAIN), "no name")
    return her.case


def stored(server: RedisServer, her: YoungPerson) -> bool:
    return bool(server.call("EXISTS", f"{{{her.key}}}:e"))


def noted(team: Team, code: str) -> list[str]:
    entries = [link.entry for _, link in team.store.audit.page(0, 50) if link]
    return [entry.who for entry in entries if entry.what is Verb.EARLIER_SEEN and entry.on == f"case:{code}"]


@pytest.fixture
def noor(team: Team) -> Staff:
    """Create another caseworker."""
    return team.person(name="Noor Haddad")


def test_who_wants_it_is_remembered_and_their_caseworker_is_marked_first(
    team: Team, desk: FlaskClient, her: YoungPerson, sam: Staff, noor: Staff
) -> None:
    first = closed(desk, her, "keep a note")
    assert PLAN not in page(desk, first), "the closed case itself shows nothing"
    her.text(*AGAIN[:1])
    assert "the note from last time" in her.text(AGAIN[1]).text, "what is asked names all that is seen"
    code = back(her, AGAIN[2])
    other = team.inside(noor)
    assert "You worked with them before" in board(desk)
    assert "Worked with Sam Rivera before" in board(other), "the others see it, too, and may take the case"
    for browser in (other, desk):
        shown = page(browser, code)
        for words in (PLAN, WISHES, "Sam Rivera", "Referred to a service", "Evenings, 17:00 to 21:00"):
            assert words in shown.partition('id="earlier"')[2].partition("</section>")[0], words
    page(desk, code)
    assert sorted(noted(team, code)) == sorted([noor.id, sam.id]), "each look, once an hour"


def test_nothing_is_remembered_of_others(
    team: Team, desk: FlaskClient, her: YoungPerson, runtime: Runtime, server: RedisServer
) -> None:
    code = her.share("needs", name="Jay", times="evening", remember="not now")
    act(desk, code, "take")
    assert 'name="plan"' not in page(desk, code)
    refused = act(desk, code, "close", **SUMMARY)
    assert (refused.status_code, kept(runtime, code).is_open) == (409, True)
    assert "no longer want to be remembered" in refused.text
    assert act(desk, code, "close", outcome="referred").status_code == 303
    assert not stored(server, her)
    again = back(her)
    assert kept(runtime, again).known == "", "who held the last case is not alerted first"
    for shown in (page(desk, again).partition('id="live"')[2], board(desk)):
        assert [words for words in TRACES if words in shown] == []
    assert noted(team, again) == []


def without_a_name(desk: FlaskClient, her: YoungPerson) -> str:
    """Play a first case without a name, let the person come back, and return the code of that case."""
    first = her.just_talk()
    assert her.state == "handoff.waiting", "who has talked with nobody yet is not asked"
    act(desk, first, "take")
    act(desk, first, "close", outcome="helped")
    her.text(*AGAIN)
    return her.case


def test_person_without_a_name_is_asked_after_a_talk_and_found_by_code(
    desk: FlaskClient, her: YoungPerson, runtime: Runtime, server: RedisServer
) -> None:
    second = without_a_name(desk, her)
    asked = her.text("no name").text
    assert (her.state, "no name needed" in asked) == ("consent.remember", True)
    her.text("keep a note")
    ledger = runtime.store.ledger(PersonKey(her.key))
    wording = [record.wording for record in ledger if ShareItem.REMEMBER in record.items]
    assert wording == ["consent.remember_unnamed"]
    act(desk, second, "take")
    act(desk, second, "close", **SUMMARY)
    third = back(her)
    shown = page(desk, third)
    assert PLAN in shown and "You worked with them before" in board(desk)
    found = unescape(post(desk, "/console/find", f"/console/{third}", q=third, only="people").text)
    assert third in found and f"/console/{third}" in found
    her.text("take back")
    assert not stored(server, her)


@pytest.mark.parametrize("answer", ["not now", "no", "no name", "ok", "hmm idk", "who can see this"])
def test_person_without_a_name_who_says_no_is_not_remembered(
    desk: FlaskClient, her: YoungPerson, server: RedisServer, answer: str
) -> None:
    second = without_a_name(desk, her)
    her.text("no name", answer)
    act(desk, second, "take")
    assert 'name="plan"' not in page(desk, second)
    act(desk, second, "close", outcome="helped")
    assert not stored(server, her)
    third = back(her)
    assert her.state != "consent.remember", "and is not asked twice in a row"
    for shown in (page(desk, third).partition('id="live"')[2], board(desk)):
        assert [words for words in TRACES if words in shown] == []


def test_person_without_a_name_is_asked_in_spanish(desk: FlaskClient, her: YoungPerson) -> None:
    without_a_name(desk, her)
    asked = her.text("español", "sin nombre")
    assert her.state == "consent.remember" and "sin nombre" in asked.text and "RETIRAR" in asked.text


def test_case_before_the_consent_is_not_remembered(desk: FlaskClient, her: YoungPerson) -> None:
    first = her.just_talk()
    act(desk, first, "take")
    act(desk, first, "close", outcome="helped")
    her.text(*AGAIN, "Jay", "keep a note")
    assert 'id="earlier"' not in page(desk, her.case)


@pytest.mark.parametrize(
    "texts",
    [("what did i share", "4"), ("take back",), ("forget me", "erase it"), ("STOP",), ("im 12",)],
    ids=["alone", "all", "forget", "stop", "a child"],
)
def test_taking_it_back_erases_it_at_once(
    desk: FlaskClient, her: YoungPerson, server: RedisServer, texts: tuple[str, ...]
) -> None:
    closed(desk, her, "keep a note")
    assert stored(server, her)
    her.text(*texts)
    assert not stored(server, her)
    assert server.call("GET", "erased"), "what the disk still holds is rewritten soon"
    her.text(
        *(["START"] if texts == ("STOP",) else []), "hey", "1", "ok", "talk to a person", "just say i want to talk"
    )
    if her.case:
        shown = page(desk, her.case).partition('id="live"')[2]
        assert [words for words in TRACES if words in shown] == []


def test_it_is_taken_back_alone_within_the_next_case(desk: FlaskClient, her: YoungPerson, runtime: Runtime) -> None:
    closed(desk, her, "keep a note")
    code = back(her)
    assert PLAN in page(desk, code)
    assert kept(runtime, code).known
    assert "1 a note for next time" in her.text("what did i share").text
    her.text("1")
    assert kept(runtime, code).known == ""
    shown = page(desk, code)
    assert PLAN not in shown and 'id="earlier"' not in shown
    assert kept(runtime, code).is_open, "the case itself stays open"


def test_times_taken_back_alone_leave_the_rest(desk: FlaskClient, her: YoungPerson) -> None:
    closed(desk, her, "keep a note")
    listed = her.text("what did i share").text
    number = next(line.split()[0] for line in listed.splitlines() if line.endswith("when a text is ok"))
    her.text(number)
    shown = page(desk, back(her))
    assert PLAN in shown and "Evenings, 17:00" not in shown


def test_times_that_were_shared_before_and_not_now_are_not_remembered(desk: FlaskClient, her: YoungPerson) -> None:
    first = her.share("needs", times="evening")
    act(desk, first, "take")
    act(desk, first, "close", outcome="helped")
    her.text(*AGAIN, "Jay", "keep a note")
    second = her.case
    act(desk, second, "take")
    act(desk, second, "close", **SUMMARY)
    shown = page(desk, back(her))
    assert PLAN in shown and "Evenings, 17:00" not in shown


def test_it_outlives_the_conversation_and_can_still_be_taken_back(
    desk: FlaskClient, her: YoungPerson, server: RedisServer, runtime: Runtime, sam: Staff
) -> None:
    closed(desk, her, "keep a note")
    assert 179 < server.call("TTL", f"{{{her.key}}}:e") / 86_400 <= 180
    server.call("DEL", f"{{{her.key}}}:s")  # as after SESSION_DAYS
    assert "ok to text" in her.text("hey").text, "the bot itself begins anew"
    her.text("1", "ok")
    code = back(her, "talk to a person", "just say i want to talk")
    assert kept(runtime, code).known == sam.id
    assert PLAN in page(desk, code)
    assert "1 a note for next time" in her.text("what did i share").text
    her.text("1")
    assert not stored(server, her)
    assert PLAN not in page(desk, code)


def test_record_that_does_not_open_shows_nothing_and_stops_nobody(
    desk: FlaskClient, her: YoungPerson, server: RedisServer
) -> None:
    closed(desk, her, "keep a note")
    server.call("SET", f"{{{her.key}}}:e", b"\x01damaged")
    code = back(her)
    assert code and 'id="earlier"' not in page(desk, code)
    act(desk, code, "take")
    assert act(desk, code, "close", **SUMMARY).status_code == 303
    assert PLAN in page(desk, back(her))


def test_refused_form_keeps_the_words(desk: FlaskClient, her: YoungPerson, runtime: Runtime) -> None:
    code = her.share("needs", name="Jay", remember="keep a note")
    act(desk, code, "take")
    without = act(desk, code, "close", plan=PLAN, wishes=WISHES)
    assert without.status_code == 422 and PLAN in without.text and WISHES in without.text
    long = act(desk, code, "close", **SUMMARY | {"plan": "x" * (LONGEST_PLAN + 1)})
    assert long.status_code == 422 and f"up to {LONGEST_PLAN} letters" in long.text
    assert kept(runtime, code).is_open


def test_some_cases_are_remembered_and_the_newest_stands_first(desk: FlaskClient, her: YoungPerson) -> None:
    closed(desk, her, "keep a note", outcome="helped", plan="plan 0 ends")
    for number in range(1, MOST_CASES + 1):
        code = back(her)
        act(desk, code, "take")
        act(desk, code, "close", outcome="helped", plan=f"plan {number} ends")
    shown = page(desk, back(her))
    places = [shown.find(f"plan {number} ends") for number in range(MOST_CASES, -1, -1)]
    assert places[-1] == -1 and places[:-1] == sorted(places[:-1]) and min(places[:-1]) > 0
