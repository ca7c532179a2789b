"""Staff pages and commands when a stored record does not open: everything else is shown, and the damage is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from bot.runtime.runtime import Runtime
from bot.staff.accounts import Staff
from bot.store.audit import END
from bot.store.cases import place, thread_place
from bot.store.connection import RedisServer
from tests.support.console import act
from tests.support.person import YoungPerson
from tests.support.staff import Team


def flip(server: RedisServer, key: str) -> None:
    blob = bytearray(server.call("GET", key))
    blob[-1] ^= 1
    server.call("SET", key, bytes(blob), "KEEPTTL")


@pytest.mark.parametrize("path", ["/console", "/console/board"])
def test_board_shows_the_other_cases_and_names_the_damaged_one(
    desk: FlaskClient, runtime: Runtime, server: RedisServer, path: str
) -> None:
    bad, fine = YoungPerson(runtime).just_talk(), YoungPerson(runtime).just_talk()
    flip(server, place(bad))
    page = desk.get(path)
    assert page.status_code == 200
    assert "1 case cannot be opened:" in page.text
    assert bad in page.text
    assert f'data-code="{fine}"' in page.text
    assert f'data-code="{bad}"' not in page.text
    assert act(desk, fine, "take").status_code == 303


def test_case_page_leaves_out_a_damaged_entry_and_says_so(
    desk: FlaskClient, her: YoungPerson, server: RedisServer
) -> None:
    code = her.share("needs", name="Jay")
    act(desk, code, "take")
    her.text("my mom kicked me out")
    her.text("it is cold")
    blob = bytearray(server.call("LINDEX", thread_place(code), -2))
    blob[-1] ^= 1
    server.call("LSET", thread_place(code), -2, bytes(blob))
    server.call("SET", f"work:{code}", b"noise")
    page = desk.get(f"/console/{code}")
    assert page.status_code == 200
    assert "1 entry of this case cannot be opened" in page.text
    assert "it is cold" in page.text
    assert "kicked me out" not in page.text


def test_damaged_account_and_audit_mark_keep_nobody_else_out(
    team: Team, sam: Staff, robin: Staff, server: RedisServer
) -> None:
    server.call("HSET", "{staff}:people", sam.id, b"noise")
    flip(server, END) if server.call("EXISTS", END) else server.call("SET", END, b"noise")
    lead = team.inside(robin)
    for path in ("/staff/people", "/staff/audit", "/staff/disclosures", "/console", "/console/rota"):
        assert lead.get(path).status_code == 200, path
    assert "Damaged at entry 1" in lead.get("/staff/audit").text


def test_commands_report_and_mend(team: Team, sam: Staff, robin: Staff, server: RedisServer) -> None:
    run, trail = team.app.test_cli_runner(), team.store.audit
    whole = run.invoke(args=["store", "check"])
    assert whole.exit_code == 0, whole.output
    assert "All of it opens." in whole.output
    assert "Nothing to mend" in run.invoke(args=["audit", "mend", "--yes"]).output
    team.inside(robin)
    server.call("SET", END, b"noise")
    team.inside(robin)
    server.call("HSET", "{staff}:people", sam.id, b"noise")
    broken = run.invoke(args=["store", "check"])
    assert broken.exit_code == 1
    assert f"damaged staff account: {{staff}}:people:{sam.id}" in broken.output
    assert "audit chain broken at entry 2" in broken.output
    refused = run.invoke(args=["audit", "mend"], input="n\n")
    assert refused.exit_code != 0
    assert trail.broken() == [1]
    assert "Noted as mended: 1." in run.invoke(args=["audit", "mend", "--yes"]).output
    assert trail.broken() == []


def test_commands_back_up_and_refuse_a_full_store(
    team: Team, robin: Staff, server: RedisServer, tmp_path: Path
) -> None:
    run, file = team.app.test_cli_runner(), str(tmp_path / "night.backup")
    done = run.invoke(args=["store", "backup", file])
    assert done.exit_code == 0, done.output
    assert f"{server.call('DBSIZE')} keys" in done.output
    again = run.invoke(args=["store", "backup", file])
    assert again.exit_code == 1
    assert "choose another" in again.output
    full = run.invoke(args=["store", "restore", file])
    assert full.exit_code == 1
    assert "Redis is not empty" in full.output
    checked = run.invoke(args=["store", "restore", file, "--check"])
    assert checked.exit_code == 0, checked.output
    server.call("FLUSHALL")
    assert "Restored" in run.invoke(args=["store", "restore", file]).output
    assert team.store.get(robin.id) == robin
