"""`flask staff duty` puts a staff member on call and takes them off again, and the audit trail records it."""

from __future__ import annotations

from datetime import datetime

from bot.staff.rota import Duty
from tests.support.signed_texts import runtime_of
from tests.support.staff import Team


def test_duty_command_puts_staff_on_call_and_off_again(team: Team) -> None:
    ana = team.person()
    run = team.app.test_cli_runner().invoke
    told = run(args=["staff", "duty", "--name", ana.handle.upper(), "--until", "18:30"])
    assert told.output.startswith("On call until ") and told.exit_code == 0
    until = team.store.rota.get(ana.id).until
    local = datetime.fromtimestamp(until, runtime_of(team.app).settings.timezone)
    assert (local.hour, local.minute) == (18, 30)
    assert run(args=["staff", "duty", "--name", ana.handle, "--off"]).exit_code == 0
    assert team.store.rota.get(ana.id) == Duty()
    assert team.store.rota.all() == {}


def test_duty_command_refuses_bad_input_and_changes_nothing(team: Team) -> None:
    ana = team.person()
    run = team.app.test_cli_runner().invoke
    for rest in ([], ["--until", "25:00"], ["--until", "18:00", "--off"]):
        assert run(args=["staff", "duty", "--name", ana.handle, *rest]).exit_code == 2
    nobody = run(args=["staff", "duty", "--name", "nobody", "--until", "18:00"])
    assert (nobody.exit_code, nobody.output) == (1, "Error: no colleague has this sign-in name\n")
    assert team.store.rota.all() == {}
