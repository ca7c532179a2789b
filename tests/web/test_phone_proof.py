"""The pages on which a colleague proves their phone."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from bot.runtime.runtime import Runtime
from bot.staff.accounts import Staff
from bot.staff.phone_check import propose, send_code
from tests.support.person import YoungPerson
from tests.support.staff import Team, post

ACCOUNT = "/staff/account"
NUMBER = "+15555550123"


def code_of(team: Team, person: Staff) -> str:
    """Return the code that was sent."""
    kept = team.store.get(person.id)
    assert kept
    return kept.phone_code


def stored(team: Team, person: Staff) -> tuple[str, str]:
    kept = team.store.get(person.id)
    assert kept
    return kept.phone, kept.new_phone


def test_colleague_proves_their_number_by_the_code(team: Team) -> None:
    person = team.person()
    client = team.inside(person)
    before = stored(team, person)[0]
    assert post(client, f"{ACCOUNT}/phone", ACCOUNT, phone=NUMBER).status_code == 303
    assert stored(team, person) == (before, NUMBER)
    page = client.get(ACCOUNT).text
    assert "ending in 23 is not checked yet" in page
    assert code_of(team, person) not in page
    wrong = post(client, f"{ACCOUNT}/phone/code", ACCOUNT, code="1")
    assert (wrong.status_code, "not the code" in wrong.text) == (422, True)
    assert stored(team, person) == (before, NUMBER)
    assert post(client, f"{ACCOUNT}/phone/code", ACCOUNT, code=code_of(team, person)).status_code == 303
    assert stored(team, person) == (NUMBER, "")
    assert team.store.by_phone(NUMBER)


def test_code_that_is_too_old_or_mistyped_too_often_is_void(team: Team) -> None:
    person = team.person()
    client = team.inside(person)
    post(client, f"{ACCOUNT}/phone", ACCOUNT, phone=NUMBER)
    for _ in range(5):
        post(client, f"{ACCOUNT}/phone/code", ACCOUNT, code="1")
    answer = post(client, f"{ACCOUNT}/phone/code", ACCOUNT, code=code_of(team, person))
    assert (answer.status_code, "expired" in answer.text) == (422, True)
    post(client, f"{ACCOUNT}/phone/again", ACCOUNT)
    team.clock.now += 601
    answer = post(client, f"{ACCOUNT}/phone/code", ACCOUNT, code=code_of(team, person))
    assert (answer.status_code, "expired" in answer.text) == (422, True)
    assert stored(team, person)[1] == NUMBER


def test_codes_are_not_sent_without_limit(team: Team) -> None:
    person = team.person()
    client = team.inside(person)
    post(client, f"{ACCOUNT}/phone", ACCOUNT, phone=NUMBER)
    answers = [post(client, f"{ACCOUNT}/phone/again", ACCOUNT).status_code for _ in range(6)]
    assert 422 in answers


@pytest.mark.parametrize("who", ["own", "lead", "invitation"])
def test_number_of_a_person_is_refused(team: Team, runtime: Runtime, who: str) -> None:
    her = YoungPerson(runtime)
    her.text("hey")
    person = team.person()
    client = team.inside(person if who == "own" else team.person("lead"))
    if who == "own":
        answer = post(client, f"{ACCOUNT}/phone", ACCOUNT, phone=her.phone)
    elif who == "lead":
        answer = post(client, f"/staff/people/{person.id}/phone", ACCOUNT, phone=her.phone)
    else:
        answer = post(client, "/staff/people/new", "/staff/people/new", name="Bo", role="caseworker", phone=her.phone)
    assert (answer.status_code, "can&#39;t get alerts" in answer.text) == (422, True)
    assert all(her.phone not in (one.phone, one.new_phone) for one in team.store.everybody())


def test_number_from_which_a_person_texted_meanwhile_is_refused(team: Team, runtime: Runtime) -> None:
    her, person = YoungPerson(runtime), team.person()
    client = team.inside(person)
    post(client, f"{ACCOUNT}/phone", ACCOUNT, phone=her.phone)
    her.text("hey")
    assert post(client, f"{ACCOUNT}/phone/code", ACCOUNT, code=code_of(team, person)).status_code == 422
    assert stored(team, person)[0] != her.phone


def test_number_that_a_lead_typed_waits_for_the_colleague(team: Team) -> None:
    person, lead = team.person(), team.inside(team.person("lead"))
    assert post(lead, f"/staff/people/{person.id}/phone", ACCOUNT, phone=NUMBER).status_code == 303
    assert "not checked yet" in lead.get(f"/staff/people/{person.id}").text
    assert (stored(team, person)[1], code_of(team, person)) == (NUMBER, "")
    client: FlaskClient = team.inside(person)
    assert "Send the code" in client.get(ACCOUNT).text
    post(client, f"{ACCOUNT}/phone/again", ACCOUNT)
    assert re.fullmatch("[0-9]{6}", code_of(team, person))


def test_of_two_who_claim_one_number_the_first_to_prove_it_has_it(team: Team) -> None:
    one, two = team.person(), team.person()
    first, second = team.inside(one), team.inside(two)
    post(first, f"{ACCOUNT}/phone", ACCOUNT, phone=NUMBER)
    assert post(second, f"{ACCOUNT}/phone", ACCOUNT, phone=NUMBER).status_code == 422
    now = team.clock()
    team.store.change(two.id, lambda kept: send_code(propose(kept, NUMBER), "123456", now))  # at the same moment
    assert post(first, f"{ACCOUNT}/phone/code", ACCOUNT, code=code_of(team, one)).status_code == 303
    answer = post(second, f"{ACCOUNT}/phone/code", ACCOUNT, code="123456")
    assert (answer.status_code, "already" in answer.text) == (422, True)


def test_number_of_an_earlier_release_stays_in_use(team: Team) -> None:
    person = team.person()
    team.store.change(person.id, lambda kept: replace(kept, phone=NUMBER))
    old = team.store.get(person.id)
    assert old
    fields = {name: value for name, value in old.dump().items() if "phone_code" not in name and name != "new_phone"}
    assert Staff.load(fields).phone == NUMBER
