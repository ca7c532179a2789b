"""A colleague changes their own authenticator app: the last lead too, at night, with a recovery code."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.staff.accounts import Factor, Staff, StaleAccount, change_factor
from bot.staff.audit import Verb
from bot.staff.credentials import code_at
from bot.staff.recovery import hash_codes, new_codes
from tests.support.signed_texts import varied
from tests.support.staff import PASSWORD, Team, post
from tests.web.test_recovery_codes import CODE, noted

PAGE = "/staff/account/app"


@pytest.fixture(scope="module")
def served(app: Flask) -> Flask:
    return varied(app, demo=False)


def proposed(client: FlaskClient) -> str:
    found = re.search(r"secret=([A-Z2-7]+)", html.unescape(client.get(PAGE).text))
    assert found
    return found[1]


def change(team: Team, client: FlaskClient, password: str = PASSWORD, code: str = "") -> TestResponse:
    typed = code or code_at(proposed(client), team.clock())
    return post(client, PAGE, "/staff/account", password=password, code=typed)


def kept(team: Team, person: Staff) -> Staff:
    found = team.store.get(person.id)
    assert found
    return found


def test_last_lead_who_lost_the_phone_gets_back_in_alone(team: Team, robin: Staff) -> None:
    codes = new_codes()
    team.store.change(robin.id, lambda found: replace(found, recovery=hash_codes(found.id, codes)))
    client = team.caller()
    page = client.get(team.enter(client, robin, code=codes[0]).headers["Location"]).text
    assert f'href="{PAGE}"' in page
    answer = change(team, client)
    made = CODE.findall(client.get(answer.headers["Location"]).text)
    assert len(made) == 10 and not set(made) & set(codes)
    assert team.enter(team.caller(), robin).status_code == 303, "the new app works"
    for over in (code_at(robin.secret, team.clock() + 30), codes[1]):
        assert team.enter(team.caller(), robin, code=over).status_code == 422
        team.clock.now += 60
    assert team.enter(team.caller(), robin, code=made[0]).status_code == 303
    assert (Verb.SECOND_FACTOR_CHANGED, robin.id, "") in noted(team)


def test_change_ends_other_sessions(team: Team, sam: Staff, desk: FlaskClient) -> None:
    other = team.inside(sam)
    assert change(team, desk).status_code == 303
    assert other.get("/staff/account").status_code == 303
    assert desk.get("/staff/account").status_code == 200


def test_old_app_works_until_the_new_one_is_proven(team: Team, sam: Staff, desk: FlaskClient) -> None:
    secret = proposed(desk)
    assert secret not in (sam.secret, proposed(team.inside(sam)))
    for wrong in ({"password": "not the password"}, {"code": "000000"}, {"code": code_at(sam.secret, team.clock())}):
        assert change(team, desk, **wrong).status_code == 422
    assert proposed(desk) == secret, "a mistake does not ask for another scan"
    assert kept(team, sam).secret == sam.secret
    assert team.enter(team.caller(), sam).status_code == 303
    assert Verb.SECOND_FACTOR_CHANGED not in [what for what, _, _ in noted(team)]


def test_first_code_of_the_new_app_is_not_accepted_again(team: Team, sam: Staff, desk: FlaskClient) -> None:
    code = code_at(proposed(desk), team.clock())
    assert change(team, desk, code=code).status_code == 303
    assert team.enter(team.caller(), sam, code=code).status_code == 422


def test_change_asks_for_a_recent_code_and_slows_guesses(team: Team, desk: FlaskClient) -> None:
    told = [change(team, desk, password=f"guess number {at}").status_code for at in range(7)]
    assert told == [422] * 6 + [429]
    team.clock.now += 301
    for path in (PAGE, f"{PAGE}/code.svg"):
        assert desk.get(path).headers["Location"] == f"/staff/code?next={path}"
    assert post(desk, PAGE, "/staff/account", password=PASSWORD, code="1").headers["Location"].startswith("/staff/code")


def test_picture_is_of_this_browsers_secret(team: Team, sam: Staff, desk: FlaskClient) -> None:
    picture = desk.get(f"{PAGE}/code.svg")
    assert picture.mimetype == "image/svg+xml" and picture.data.startswith(b"<svg")
    assert picture.data == desk.get(f"{PAGE}/code.svg").data != team.inside(sam).get(f"{PAGE}/code.svg").data


def test_change_on_credentials_of_before_is_refused(team: Team, sam: Staff, desk: FlaskClient) -> None:
    before = kept(team, sam)
    assert change(team, desk).status_code == 303
    after = kept(team, sam)
    with pytest.raises(StaleAccount):
        team.store.change(sam.id, lambda found: change_factor(found, before, Factor("OTHER", 1, ())))
    assert kept(team, sam) == after
