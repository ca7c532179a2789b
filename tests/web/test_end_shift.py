"""End of a shift: every talk is handed over by one press, and what could not be stays with the colleague."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from bot.casework.cases import Kind, Status
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Staff
from bot.staff.audit import Verb
from bot.store import Store
from bot.store.job_queue import DUE
from bot.store.jobs import TellCaseTransferred, load
from tests.support.console import act, kept, waiting_texts
from tests.support.person import YoungPerson
from tests.support.staff import Team, post

PAGE = "/console/end-shift"


def put_on_call(runtime: Runtime, person: Staff) -> None:
    until = int(runtime.clock()) + 3600
    runtime.store.staff.rota.change(person.id, lambda duty: replace(duty, until=until))


@pytest.fixture
def noor(team: Team, sam: Staff, runtime: Runtime) -> Staff:
    """Return a caseworker who is on call, as Sam is."""
    noor = team.person(name="Noor Haddad", languages=("en", "es"))
    put_on_call(runtime, sam)
    put_on_call(runtime, noor)
    return noor


def held(desk: FlaskClient, runtime: Runtime, count: int) -> dict[str, YoungPerson]:
    """Return people whose cases Sam holds, by code."""
    people = [YoungPerson(runtime) for _ in range(count)]
    found = {who.share("needs", name=f"Jay{number}"): who for number, who in enumerate(people)}
    for code in found:
        act(desk, code, "take")
    return found


def form(client: FlaskClient) -> dict[str, str]:
    """Return what the page's form would send if nothing is changed."""
    page = client.get(PAGE).text
    notes = dict(re.findall(r'<textarea name="(note-\w+)"[^>]*>([^<]*)</textarea>', page))
    for name, options in re.findall(r'<select name="(to-\w+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'value="(\w*)" selected', options)
        notes[name] = chosen[1] if chosen else ""
    return notes


def transfers(store: Store) -> set[str]:
    jobs = [load(job.decode()) for job in store._server.call("ZRANGE", DUE, 0, -1)]
    return {job.case for job in jobs if isinstance(job, TellCaseTransferred)}


def is_on_call(runtime: Runtime, person: Staff) -> bool:
    return runtime.store.staff.rota.get(person.id).until > runtime.clock()


def test_one_press_hands_over_every_talk(
    desk: FlaskClient, runtime: Runtime, team: Team, noor: Staff, sam: Staff
) -> None:
    people = held(desk, runtime, 6)
    typed = form(desk)
    assert len(typed) == 12
    answer = post(desk, PAGE, "/staff/account", **typed)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{PAGE}?handed=6")
    assert "6 talks handed over. You are off call." in desk.get(answer.headers["Location"]).text
    for code, person in people.items():
        case = kept(runtime, code)
        assert (case.status, case.owner) == (Status.HELD, noor.id)
        assert "Noor" in waiting_texts(runtime.store, person)[-1], "the person is told who comes next"
        notes = [line for line in runtime.store.cases.thread(code) if line.kind is Kind.NOTE]
        assert [(line.text, line.by) for line in notes] == [(typed[f"note-{code}"], sam.id)]
    assert transfers(runtime.store) == set(people)
    assert not is_on_call(runtime, sam) and is_on_call(runtime, noor)
    noted = [(link.entry.what, link.entry.on) for _, link in team.store.audit.page(0, 99) if link]
    assert {on for what, on in noted if what is Verb.CASE_PASSED} == {f"case:{code}" for code in people}
    assert (Verb.ROTA_CHANGED, f"staff:{sam.id}") in noted


def test_note_begins_with_what_is_known(desk: FlaskClient, runtime: Runtime, noor: Staff, team: Team) -> None:
    (code,) = held(desk, runtime, 1)
    act(desk, code, "task", kind="papers", words="Bring an ID", due="2027-01-04T10:00")
    act(desk, code, "note", note="Likes to be called at noon")
    act(desk, code, "urgent", urgent="1")
    note = form(desk)[f"note-{code}"]
    for words in (
        "Needs: A place to sleep tonight", "Urgent", "Their turn since today", "Bring an ID", "Mon 4 Jan 2027, 10:00",
        "Last note (Sam Rivera, today", "Likes to be called at noon",
    ):  # fmt: skip
        assert words in note, note
    noted = [link.entry.what for _, link in team.store.audit.page(0, 99) if link]
    assert noted.count(Verb.CASE_SEEN) == 1
    post(desk, PAGE, "/staff/account", **form(desk))
    theirs = team.inside(noor)
    put_on_call(runtime, next(who for who in team.store.everybody() if who.name == "Sam Rivera"))
    again = form(theirs)[f"note-{code}"]
    assert again.count("Hand-over") == 1 and "Likes to be called at noon" in again


def test_only_those_on_call_receive_and_languages_count(
    desk: FlaskClient, runtime: Runtime, team: Team, noor: Staff
) -> None:
    away, eli = team.person(name="Ada Away"), team.person(name="Eli Other", languages=("en",))
    put_on_call(runtime, eli)
    spanish = YoungPerson(runtime)
    spanish.text("hola", "español")
    code = spanish.share("needs")
    act(desk, code, "take")
    (english,) = held(desk, runtime, 1)
    typed, page = form(desk), desk.get(PAGE).text
    assert "Ada Away" not in page and "Eli Other: 0 talks, English" in page
    assert (kept(runtime, code).language, typed[f"to-{code}"]) == ("es", noor.id)
    assert typed[f"to-{english}"] == eli.id, "who has the fewest talks, counting what they are to get"
    post(desk, PAGE, "/staff/account", **{**typed, f"to-{english}": away.id})
    assert kept(runtime, english).owner not in (away.id, eli.id)


def test_what_cannot_be_handed_over_stays_and_is_named(
    desk: FlaskClient, runtime: Runtime, noor: Staff, sam: Staff
) -> None:
    gone, kept_one, long, fine = held(desk, runtime, 4)
    typed = form(desk) | {f"to-{gone}": "nobody", f"to-{kept_one}": "", f"note-{long}": "x" * 2001}
    typed[f"note-{gone}"] = "my own words"
    (late,) = held(desk, runtime, 1)
    answer = post(desk, PAGE, "/staff/account", **typed)
    assert answer.status_code == 409
    for words in (
        "1 talk handed over.", "Still yours:", "You are off call.", "This colleague is no longer on call",
        "You chose to keep this talk", "The note is too long", "You took this talk after you opened this page",
        "my own words",
    ):  # fmt: skip
        assert words in answer.text, words
    assert f'id="case-{fine}"' not in answer.text
    assert kept(runtime, fine).owner == noor.id
    for code in (gone, kept_one, long, late):
        assert kept(runtime, code).owner == sam.id
        assert f'<b class="code">{code}</b>' in answer.text
    assert not is_on_call(runtime, sam)


def test_without_anybody_on_call_talks_stay(desk: FlaskClient, runtime: Runtime, team: Team, sam: Staff) -> None:
    team.person(name="Ada Away")
    put_on_call(runtime, sam)
    (code,) = held(desk, runtime, 1)
    assert "No one else is on call." in desk.get(PAGE).text
    answer = post(desk, PAGE, "/staff/account", **form(desk))
    assert (answer.status_code, kept(runtime, code).owner) == (409, sam.id)
    assert "Still yours" in answer.text


def test_nothing_is_shown_or_kept_without_consent(desk: FlaskClient, runtime: Runtime, noor: Staff) -> None:
    people = held(desk, runtime, 2)
    (first, who), (second, _) = people.items()
    act(desk, first, "note", note="Calls her aunt Rosa")
    typed = form(desk)
    assert "aunt Rosa" in typed[f"note-{first}"]
    who.text("take back")
    page = desk.get(PAGE).text
    assert "Rosa" not in page and "Jay0" not in page and first not in page, "the case is over"
    post(desk, PAGE, "/staff/account", **typed)
    assert kept(runtime, first).owner != noor.id and kept(runtime, first).status is Status.WITHDRAWN
    assert kept(runtime, second).owner == noor.id


def test_others_talks_are_not_listed_and_a_form_cannot_move_them(
    desk: FlaskClient, runtime: Runtime, team: Team, noor: Staff
) -> None:
    (code,) = held(desk, runtime, 1)
    stranger = team.inside(team.person(name="Eli Other"))
    assert code not in stranger.get(PAGE).text
    post(stranger, PAGE, "/staff/account", **{f"to-{code}": noor.id, f"note-{code}": "mine"})
    assert kept(runtime, code).owner != noor.id


def test_weekly_hours_stop_counting_and_the_rota_says_so(desk: FlaskClient, runtime: Runtime, sam: Staff) -> None:
    week = {f"day{day}": "1" for day in range(7)}
    post(desk, "/console/rota/hours/weekly", "/staff/account", **week, begins="00:00", ends="00:00")
    assert "Sam Rivera</b> until" in desk.get("/console/rota").text
    assert post(desk, PAGE, "/staff/account").status_code == 303
    page = desk.get("/console/rota").text
    assert "No one is on call" in page and "You ended this shift." in page
    assert runtime.store.staff.rota.get(sam.id).off_until > runtime.clock()
