"""Recovery codes at the sign-in: each opens once, guesses are slowed, use is audited, and no code is kept or logged."""

from __future__ import annotations

import logging
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.errors import StoreUnavailable
from bot.staff.accounts import Role, Staff
from bot.staff.audit import Entry, Verb
from bot.staff.recovery import CODES, hash_codes, new_codes
from bot.store.connection import RedisServer
from tests.support.signed_texts import varied
from tests.support.staff import PASSWORD, Team, mark, post
from tests.web.test_staff_people import choose, finish

PAGE = "/staff/account/recovery"
CODE = re.compile(r"<li>([a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})</li>")


@pytest.fixture(scope="module")
def served(app: Flask) -> Flask:
    return varied(app, demo=False)


@pytest.fixture
def codes(team: Team, sam: Staff) -> tuple[str, ...]:
    """Return Sam's recovery codes."""
    made = new_codes()
    team.store.change(sam.id, lambda kept: replace(kept, recovery=hash_codes(sam.id, made)))
    return made


def left(team: Team, person: Staff) -> int:
    kept = team.store.get(person.id)
    assert kept
    return len(kept.recovery)


def noted(team: Team) -> list[tuple[str, str, str]]:
    found = [link.entry for _, link in reversed(team.store.audit.page(0, 50)) if link]
    return [(entry.what, entry.who, entry.reason) for entry in found]


def shown(client: FlaskClient, path: str) -> list[str]:
    return CODE.findall(client.get(path).text)


def test_codes_are_shown_once_when_the_second_factor_is_set_up(team: Team) -> None:
    person, token = team.store.invite("Ana", frozenset({Role.CASEWORKER}), team.clock())
    client, path = team.caller(), f"/staff/join#{token}"
    choose(client, path)
    assert finish(client, team) == 303
    page = client.get(f"{PAGE}?next=/staff/alerts").text
    made = CODE.findall(page)
    assert len(set(made)) == CODES == left(team, person)
    assert 'href="/staff/alerts">Continue<' in page
    assert shown(client, PAGE) == []
    assert team.enter(team.caller(), person, code=made[0]).status_code == 303


def test_code_signs_in_once_in_place_of_the_app(team: Team, sam: Staff, codes: tuple[str, ...]) -> None:
    client = team.caller()
    answer = team.enter(client, sam, code=f" {codes[4].upper()} ", next="/staff/alerts")
    assert answer.headers["Location"] == f"{PAGE}?used=1&next=/staff/alerts"
    page = client.get(answer.headers["Location"]).text
    assert "You used a recovery code. 9 are left." in page
    assert 'href="/staff/alerts">Continue<' in page
    assert team.enter(team.caller(), sam, code=codes[4]).status_code == 422
    assert team.enter(team.caller(), sam, code=codes[5]).status_code == 303
    assert team.enter(team.caller(), sam).status_code == 303, "the app still works"
    assert left(team, sam) == CODES - 2


def test_use_is_audited_with_what_is_left(team: Team, sam: Staff, codes: tuple[str, ...]) -> None:
    team.enter(team.caller(), sam, code=codes[0])
    assert noted(team) == [(Verb.RECOVERY_CODE_USED, sam.id, "9 left"), (Verb.SIGNED_IN, sam.id, "")]


def test_code_without_the_password_opens_nothing_and_is_not_spent(
    team: Team, sam: Staff, codes: tuple[str, ...]
) -> None:
    assert team.enter(team.caller(), sam, code=codes[0], password="wrong password").status_code == 422
    assert left(team, sam) == CODES
    assert noted(team) == []


def test_code_of_a_colleague_opens_nothing(team: Team, sam: Staff, robin: Staff, codes: tuple[str, ...]) -> None:
    assert team.enter(team.caller(), robin, code=codes[0]).status_code == 422
    assert left(team, sam) == CODES


def test_wrong_code_gets_the_answer_of_every_wrong_code(team: Team, sam: Staff, codes: tuple[str, ...]) -> None:
    pages = set()
    for typed in ("k7qm-x2ab-9fgh", "000000", "nonsense"):
        client = team.caller()
        pages.add(team.enter(client, sam, code=typed).text.replace(mark(client), "MARK"))
        team.clock.now += 60
    assert len(pages) == 1


def test_wrong_recovery_code_is_not_told_to_wait_for_another(team: Team, sam: Staff, desk: FlaskClient) -> None:
    for client, path, form in (
        (team.caller(), "/staff/login", {"name": sam.handle, "password": PASSWORD}), (desk, "/staff/code", {}),
    ):  # fmt: skip
        page = "/staff/login" if form else "/staff/account"
        for typed, told in (({"recovery": "1"}, "Each recovery code works once."), ({}, "wait for a new one")):
            answer = post(client, path, page, code="k7qm-x2ab-9fgh", **form, **typed)
            assert answer.status_code == 422 and told in answer.text
            assert ('name="recovery"' in answer.text) is bool(typed)


def test_guessing_codes_slows_as_guessing_passwords_does(team: Team, sam: Staff, codes: tuple[str, ...]) -> None:
    client, waits = team.caller(), []
    form = {"mark": mark(client), "name": sam.handle, "password": PASSWORD}
    for code in new_codes()[:8]:
        answer = client.post("/staff/login", data={**form, "code": code})
        while answer.status_code == 429:
            waits.append(int(answer.headers["Retry-After"]))
            team.clock.now += waits[-1]
            answer = client.post("/staff/login", data={**form, "code": code})
        assert answer.status_code == 422
    assert waits == [2, 4, 8, 16]
    refused = client.post("/staff/login", data={**form, "code": codes[0]})
    assert refused.status_code == 429 and left(team, sam) == CODES


def test_code_typed_in_two_windows_at_once_opens_one(team: Team, sam: Staff, codes: tuple[str, ...]) -> None:
    clients = [team.caller(f"192.0.2.{at}") for at in range(1, 4)]
    forms = [{"mark": mark(client), "name": sam.handle, "password": PASSWORD, "code": codes[0]} for client in clients]
    with ThreadPoolExecutor(len(clients)) as pool:
        answers = list(
            pool.map(lambda pair: pair[0].post("/staff/login", data=pair[1]), zip(clients, forms, strict=True))
        )
    assert sorted(answer.status_code for answer in answers)[0] == 303
    assert sum(answer.status_code == 303 for answer in answers) == 1
    assert left(team, sam) == CODES - 1


def test_code_counts_as_the_recent_check(team: Team, sam: Staff, desk: FlaskClient, codes: tuple[str, ...]) -> None:
    team.clock.now += 301
    assert desk.get(PAGE).headers["Location"] == f"/staff/code?next={PAGE}"
    assert 'name="recovery"' in desk.get(f"/staff/code?next={PAGE}&recovery=1").text
    answer = post(desk, "/staff/code", "/staff/account", code=codes[0], recovery="1", next="/staff/account/password")
    assert answer.headers["Location"] == f"{PAGE}?used=1&next=/staff/account/password"
    assert desk.get("/staff/account/password").status_code == 200
    assert post(desk, "/staff/code", "/staff/account", code=codes[0]).status_code == 422


def test_new_codes_end_the_old_ones(team: Team, sam: Staff, desk: FlaskClient, codes: tuple[str, ...]) -> None:
    answer = post(desk, PAGE, "/staff/account")
    made = shown(desk, answer.headers["Location"])
    assert len(made) == CODES and not set(made) & set(codes)
    assert shown(desk, answer.headers["Location"]) == []
    assert team.enter(team.caller(), sam, code=codes[0]).status_code == 422
    team.clock.now += 60
    assert team.enter(team.caller(), sam, code=made[0]).status_code == 303
    assert (Verb.RECOVERY_CODES_MADE, sam.id, "") in noted(team)


def test_last_code_is_called_the_last(team: Team, sam: Staff, codes: tuple[str, ...]) -> None:
    team.store.change(sam.id, lambda kept: replace(kept, recovery=hash_codes(sam.id, codes[:2])))
    for code, told in zip(codes, ("1 is left.", "None is left."), strict=False):
        client = team.caller()
        page = client.get(team.enter(client, sam, code=code).headers["Location"]).text
        assert told in page
    assert "You have no recovery codes." in client.get("/staff/account").text
    assert "You have no codes. Make some now." in client.get(PAGE).text


def test_invitation_link_is_not_taken_for_codes(team: Team, sam: Staff, lead: FlaskClient) -> None:
    answer = post(lead, f"/staff/people/{sam.id}/invitation", "/staff/account")
    assert "/staff/join#" not in lead.get(PAGE).text
    assert "/staff/join#" in lead.get(answer.headers["Location"]).text


def test_codes_are_neither_logged_nor_stored(
    team: Team, sam: Staff, desk: FlaskClient, server: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    made = shown(desk, post(desk, PAGE, "/staff/account").headers["Location"])
    team.enter(team.caller(), sam, code=made[0])
    kept = team.store.get(sam.id)
    stored = b"".join(key + server.call("DUMP", key) for key in server.call("KEYS", "*"))
    assert kept and len(made) == CODES
    for secret in (*made, *(code.replace("-", "") for code in made), *kept.recovery):
        assert secret not in caplog.text
        assert secret.encode() not in stored
        assert secret not in str(kept.dump()) or secret in kept.recovery


def test_code_that_cannot_be_audited_lets_no_one_in(
    team: Team, sam: Staff, codes: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: Entry) -> None:
        raise StoreUnavailable

    monkeypatch.setattr(team.store.audit, "add", gone)
    client = team.caller()
    assert team.enter(client, sam, code=codes[0]).status_code == 503
    assert client.get("/staff/account").status_code == 303


def test_colleague_whose_provider_checks_the_second_factor_has_no_codes(
    team: Team, sam: Staff, desk: FlaskClient
) -> None:
    team.store.change(sam.id, lambda kept: replace(kept, secret="", subject="theirs"))
    assert desk.get(PAGE).status_code == post(desk, PAGE, "/staff/account").status_code == 404
    assert PAGE not in desk.get("/staff/account").text
