"""The first hour: what the product ticks by itself, what the colleague ticks, and who sees whose list."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from bot.casework.cases import Status
from bot.inbound.practice import COLLEAGUES
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Staff
from bot.staff.first_hour import Step, done, is_through
from bot.web.staff.first_hour import ITEMS, NEW_SECONDS
from tests.support.agency import Agency
from tests.support.person import YoungPerson
from tests.support.staff import Team, post

PAGE = "/staff/first-hour"
BOARD = "/practice/console"


def finished(team: Team, person: Staff) -> set[Step]:
    kept = team.store.get(person.id)
    assert kept
    return set(done(kept))


def shown(client: FlaskClient) -> set[str]:
    """Return the steps that the page shows as done."""
    items = re.findall(r'<li id="(\w+)">(.*?)</li>', client.get(PAGE).text, re.DOTALL)
    assert [step for step, _ in items] == [step.value for step in Step]
    return {step for step, words in items if "✓</span> Done" in words}


@pytest.fixture
def practising(desk: FlaskClient) -> FlaskClient:
    """Return Sam's browser, in practice, with an empty list."""
    assert post(desk, "/practice/begin", "/staff/account").status_code == 303
    return desk


def taken(client: FlaskClient, row: int = 2) -> str:
    code = re.findall(r'<li class="entry[^"]*" data-code="(\w{4})"', client.get(BOARD).text)[row]
    assert post(client, f"{BOARD}/{code}/take", "/staff/account").status_code == 303
    return code


def test_list_has_every_step_in_order_and_a_way_to_each(desk: FlaskClient) -> None:
    assert [item.step for item in ITEMS] == list(Step)
    page = desk.get(PAGE).text
    for address in ("/staff/account", "/staff/account/recovery", "/console/reports/new", "/practice/begin"):
        assert f'"{address}"' in page
    assert desk.get("/console/reports/new").status_code == 200


def test_new_colleague_has_done_nothing(team: Team, sam: Staff, desk: FlaskClient) -> None:
    assert finished(team, sam) == set()
    assert shown(desk) == set()
    assert "0 of 8 done" in desk.get(PAGE).text


def test_phone_and_recovery_codes_are_seen_on_the_account(team: Team, sam: Staff, desk: FlaskClient) -> None:
    team.store.change(sam.id, lambda kept: replace(kept, new_phone="+15555550141"))
    assert shown(desk) == set(), "a number counts once it is proven"
    team.store.change(sam.id, lambda kept: replace(kept, new_phone="", phone="+15555550141", recovery=("hash",)))
    assert shown(desk) == {"phone", "recovery"}
    team.store.change(sam.id, lambda kept: replace(kept, phone=""))
    assert shown(desk) == {"recovery"}, "a removed phone is open again"


def test_unlocking_is_seen(team: Team, sam: Staff, desk: FlaskClient) -> None:
    post(desk, "/staff/lock", "/staff/account")
    assert finished(team, sam) == set()
    assert post(desk, "/staff/locked", "/staff/locked", code="000000").status_code == 422
    assert finished(team, sam) == set()
    assert post(desk, "/staff/locked", "/staff/locked", code=team.code(sam)).status_code == 303
    assert finished(team, sam) == {Step.LOCK}
    assert shown(desk) == {"lock"}


def test_unlocking_by_the_organisations_account_is_seen(agency: Agency) -> None:
    client, person = agency.team.caller(), agency.linked()
    agency.sign_in(client)
    post(client, "/staff/lock", "/staff/account")
    agency.team.clock.now += 60
    agency.come_back(client, agency.go(client, "/staff/oidc/again", "/staff/locked", next="/console"))
    assert finished(agency.team, person) == {Step.LOCK}


def test_closing_a_talk_is_seen(team: Team, sam: Staff, practising: FlaskClient) -> None:
    code = taken(practising)
    assert post(practising, f"{BOARD}/{code}/close", "/staff/account", outcome="nonsense").status_code == 422
    assert finished(team, sam) == set()
    post(practising, f"{BOARD}/{code}/close", "/staff/account", outcome="helped")
    assert finished(team, sam) == {Step.TALK}


@pytest.mark.parametrize("form", [
    {"path": "{code}/services", "q": "bed tonight"}, {"path": "find", "q": "bed", "only": "services", "as": "rows"},
])  # fmt: skip
def test_finding_a_service_is_seen(team: Team, sam: Staff, practising: FlaskClient, form: dict[str, str]) -> None:
    code = taken(practising)
    post(practising, f"{BOARD}/find", "/staff/account", q="jay", only="people")
    post(practising, f"{BOARD}/find", "/staff/account", q="", **{"as": "rows"})
    assert finished(team, sam) == set()
    rest = {name: value for name, value in form.items() if name != "path"}
    post(practising, f"{BOARD}/{form['path'].format(code=code)}", "/staff/account", **rest)
    assert finished(team, sam) == {Step.SERVICE}


def test_transfer_and_end_of_shift_are_seen(team: Team, sam: Staff, practising: FlaskClient) -> None:
    first, second = taken(practising, 2), taken(practising, 3)
    assert post(practising, f"{BOARD}/{first}/pass", "/staff/account", to="a stranger").status_code == 422
    assert finished(team, sam) == set()
    post(practising, f"{BOARD}/{first}/pass", "/staff/account", to=COLLEAGUES[0][0])
    assert finished(team, sam) == {Step.HAND_OVER}
    form = {f"to-{second}": COLLEAGUES[1][0], f"note-{second}": ""}
    post(practising, f"{BOARD}/end-shift", "/staff/account", **form)
    assert finished(team, sam) == {Step.HAND_OVER, Step.END_SHIFT}


def test_steps_outlast_practice(team: Team, sam: Staff, practising: FlaskClient) -> None:
    code = taken(practising)
    post(practising, f"{BOARD}/{code}/close", "/staff/account", outcome="helped")
    post(practising, "/practice/end", "/staff/account")
    assert shown(practising) == {"talk"}


def test_reading_the_law_is_ticked_by_the_colleague(team: Team, sam: Staff, desk: FlaskClient) -> None:
    assert desk.get(PAGE).text.count("I have done this</button>") == 1
    assert post(desk, PAGE, PAGE, step="law").headers["Location"] == f"{PAGE}#law"
    assert finished(team, sam) == {Step.LAW}
    assert "I have done this</button>" not in desk.get(PAGE).text


@pytest.mark.parametrize(
    "step", ["phone", "recovery", "lock", "talk", "service", "hand_over", "end_shift", "nonsense", ""]
)
def test_what_the_product_sees_is_not_ticked_by_hand(team: Team, sam: Staff, desk: FlaskClient, step: str) -> None:
    assert post(desk, PAGE, PAGE, step=step).status_code == 400
    assert finished(team, sam) == set()


def test_who_signs_in_by_the_organisation_ticks_the_way_back(team: Team, sam: Staff, desk: FlaskClient) -> None:
    team.store.change(sam.id, lambda kept: replace(kept, password="", secret="", subject="sam"))
    assert desk.get(PAGE).text.count("I have done this</button>") == 2
    assert post(desk, PAGE, PAGE, step="recovery").status_code == 303
    assert shown(desk) == {"recovery"}


def test_leads_see_who_is_through(team: Team, sam: Staff, lead: FlaskClient, desk: FlaskClient) -> None:
    kim = team.person(name="Kim Adeyemi")
    everything = tuple(step.value for step in Step)
    team.store.change(
        kim.id, lambda kept: replace(kept, first_hour=everything, phone="+15555550142", recovery=("hash",))
    )
    team.person("editor", name="Edi Torres")
    gone = team.person(name="Gone Away")
    team.store.change(gone.id, lambda kept: replace(kept, active=False))
    rows = dict(re.findall(r'<tr><th scope="row">([^<]*)</th>(.*?)</tr>', lead.get(PAGE).text, re.DOTALL))
    assert set(rows) == {"Sam Rivera", "Kim Adeyemi", "Robin Park"}
    assert "8 of 8" in rows["Kim Adeyemi"]
    assert "Through" in rows["Kim Adeyemi"]
    assert "0 of 8" in rows["Sam Rivera"]
    assert "Practise a talk" in rows["Sam Rivera"]
    for name in ("Kim Adeyemi", "Progress of the team"):
        assert name not in desk.get(PAGE).text
    kept = team.store.get(kim.id)
    assert kept
    assert is_through(kept)


def test_board_reminds_new_colleagues_until_they_are_through(team: Team, sam: Staff, desk: FlaskClient) -> None:
    post(desk, PAGE, PAGE, step="law")
    assert "My first hour: 1 of 8 done" in desk.get("/console").text
    post(desk, "/practice/begin", "/staff/account")
    assert "of 8 done" not in desk.get(BOARD).text
    team.store.change(sam.id, lambda kept: replace(kept, created_at=team.clock() - NEW_SECONDS - 1))
    assert "of 8 done" not in desk.get("/console").text
    team.store.change(
        sam.id,
        lambda kept: replace(
            kept, created_at=team.clock(), first_hour=tuple(Step), phone="+15555550141", recovery=("hash",)
        ),
    )
    assert "of 8 done" not in desk.get("/console").text


def test_real_work_ticks_nothing_but_the_lock(team: Team, sam: Staff, desk: FlaskClient, runtime: Runtime) -> None:
    code = YoungPerson(runtime).share("needs")
    for what, form in (("take", {}), ("services", {"q": "bed"}), ("close", {"outcome": "helped"})):
        post(desk, f"/console/{code}/{what}", "/staff/account", **form)
    case = runtime.store.cases.get(code)
    assert case
    assert case.status is Status.CLOSED
    assert finished(team, sam) == set()


def test_step_of_another_release_is_left_out(team: Team, sam: Staff, desk: FlaskClient) -> None:
    team.store.change(sam.id, lambda kept: replace(kept, first_hour=("juggle", "law")))
    assert shown(desk) == {"law"}


def test_editor_has_no_list(editor: FlaskClient) -> None:
    assert editor.get(PAGE).status_code == 403
    assert "My first hour" not in editor.get("/staff/account").text
