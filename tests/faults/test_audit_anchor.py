"""The audit's end on disk: an earlier state of Redis, put back whole, is noticed."""

from __future__ import annotations

import logging
import os
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from bot.cli.commands import register
from bot.cli.doctor import _store as examine_store
from bot.config.settings import Settings
from bot.jobs.periodic import ANCHOR_EVERY_SECONDS
from bot.jobs.retention import anchor_audit
from bot.staff import audit
from bot.staff.audit import Verb
from bot.store.audit import END
from bot.store.audit_anchor import AuditAnchor
from tests.support.team import Team

pytestmark = pytest.mark.faults

KEYS = ("{staff}:audit", "{staff}:audit:end", "{staff}:audit:start")


def note(team: Team, *times: int) -> None:
    for at in times:
        team.house.store.staff.audit.add(audit.Entry(at, "x", Verb.CASE_SEEN, "case:K7QM"))


def state(team: Team, *keys: str) -> dict[str, bytes | None]:
    """Copy the keys as somebody without SEAL_KEYS can; by default all of the audit."""
    return {key: team.house.redis.client.dump(key) for key in keys or KEYS}


def put_back(team: Team, copied: dict[str, bytes | None]) -> None:
    client = team.house.redis.client
    client.delete(*copied)
    for key, blob in copied.items():
        if blob:
            client.restore(key, 0, blob)


def test_earlier_state_put_back_is_noticed_and_the_note_stays(
    team: Team, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store, anchor = team.house.store, AuditAnchor(tmp_path)
    note(team, 1, 2)
    before = state(team)
    note(team, 3)
    anchor_audit(store, anchor)
    kept = anchor.read()
    assert kept == store.staff.audit.head()
    put_back(team, before)
    assert store.staff.audit.verify() is None, "the chain alone does not show it"
    with caplog.at_level(logging.ERROR):
        anchor_audit(store, anchor)
    assert "earlier state" in caplog.text
    note(team, 4, 5)  # as many entries as before, and more, but others
    assert kept is not None
    assert not store.staff.audit.holds(kept)
    anchor_audit(store, anchor)
    assert anchor.read() == kept


def test_emptied_audit_is_noticed(team: Team, tmp_path: Path) -> None:
    store, anchor = team.house.store, AuditAnchor(tmp_path)
    note(team, 1)
    anchor_audit(store, anchor)
    team.house.redis.client.delete(*KEYS)
    kept = anchor.read()
    assert kept is not None
    assert not store.staff.audit.holds(kept)


def test_entries_added_or_cut_for_their_age_are_no_alarm(team: Team, tmp_path: Path) -> None:
    store, anchor = team.house.store, AuditAnchor(tmp_path)
    note(team, 1, 2, 3)
    anchor_audit(store, anchor)
    kept = anchor.read()
    note(team, 2_000_000_000)
    assert kept is not None
    assert store.staff.audit.holds(kept)
    assert store.staff.audit.cut_before(1_900_000_000) > 0
    assert store.staff.audit.holds(kept)
    anchor_audit(store, anchor)
    assert anchor.read() == store.staff.audit.head()


@pytest.mark.parametrize("text", ["noise", "", "1 abc\n", "0 " + "0" * 65 + "\n", "\x00" * 70])
def test_damaged_note_is_an_alarm_and_no_note_is_none(team: Team, tmp_path: Path, text: str) -> None:
    store, anchor = team.house.store, AuditAnchor(tmp_path)
    assert anchor.read() is None
    note(team, 1, 2_000_000_000)
    assert store.staff.audit.cut_before(1_900_000_000) > 0  # a cut must not pass for what the note names
    (tmp_path / "audit.anchor").write_text(text)
    kept = anchor.read()
    assert kept is not None
    assert not store.staff.audit.holds(kept)
    anchor_audit(store, anchor)
    assert (tmp_path / "audit.anchor").read_text() == text


def test_end_mark_put_back_alone_does_not_take_the_note_along(team: Team, tmp_path: Path) -> None:
    store, anchor = team.house.store, AuditAnchor(tmp_path)
    note(team, 1)
    before = state(team)
    note(team, 2)
    anchor_audit(store, anchor)
    kept = anchor.read()
    put_back(team, {END: before[END]})
    anchor_audit(store, anchor)
    assert anchor.read() == kept
    put_back(team, before)
    assert kept is not None
    assert not store.staff.audit.holds(kept)


def test_unreadable_end_mark_changes_nothing_and_a_new_segment_is_followed(team: Team, tmp_path: Path) -> None:
    store, anchor = team.house.store, AuditAnchor(tmp_path)
    note(team, 1, 2)
    anchor_audit(store, anchor)
    kept = anchor.read()
    assert kept is not None
    team.house.redis.client.set(END, b"noise")
    anchor_audit(store, anchor)
    assert anchor.read() == kept
    assert store.staff.audit.holds(kept)
    note(team, 3)  # begins a new segment, which the note follows
    anchor_audit(store, anchor)
    assert anchor.read() == store.staff.audit.head() != kept


def test_note_is_its_owners_alone_and_a_failed_one_leaves_the_one_before(team: Team, tmp_path: Path) -> None:
    store, anchor = team.house.store, AuditAnchor(tmp_path)
    note(team, 1)
    anchor_audit(store, anchor)
    kept = anchor.read()
    assert (tmp_path / "audit.anchor").stat().st_mode & 0o077 == 0
    note(team, 2)
    blocked = tmp_path / f"audit.anchor.{os.getpid()}"
    blocked.mkdir()
    anchor_audit(store, anchor)  # the worker goes on with its other work
    assert anchor.read() == kept
    blocked.rmdir()
    anchor_audit(store, anchor)
    assert [file.name for file in tmp_path.glob("audit*")] == ["audit.anchor"]
    assert anchor.read() == store.staff.audit.head()


def test_worker_notes_the_end_by_itself(team: Team) -> None:
    anchor = AuditAnchor(team.house.runtime.settings.var_dir)
    note(team, 1)
    team.house.worker.periodic.run_due()
    assert anchor.read() == team.house.store.staff.audit.head()
    assert ANCHOR_EVERY_SECONDS <= 60, "docs/security.md says each minute"


def known(team: Team) -> Settings:
    own = team.house.runtime.settings
    return replace(own, redis_url=team.house.redis.url, demo=False)


def doctor(team: Team) -> list[str]:
    """Return what the doctor says about the audit's end."""
    return [line for line in examine_store(known(team)) if "audit.anchor" in line]


def flask(team: Team, *words: str, typed: str = "") -> Result:
    """Run a command of `flask --app app` with the settings of this team."""
    app = Flask("commands")
    register(app, known(team))
    return app.test_cli_runner().invoke(args=words, input=typed)


def accept(team: Team, *words: str, typed: str = "") -> Result:
    return flask(team, "audit", "accept", *words, typed=typed)


def test_doctor_says_it_until_an_operator_accepts_it_in_the_audit(team: Team) -> None:
    store, anchor = team.house.store, AuditAnchor(team.house.runtime.settings.var_dir)
    assert doctor(team) == []
    note(team, 1)
    assert "holds no audit.anchor" in doctor(team)[0]
    before = state(team)
    note(team, 2, 3)
    anchor_audit(store, anchor)
    assert doctor(team) == []
    assert "Nothing to accept" in accept(team, "--yes").output
    put_back(team, before)
    assert "audit accept" in doctor(team)[0]
    assert accept(team, typed="n\n").exit_code == 1
    assert "audit accept" in doctor(team)[0]
    done = accept(team, typed="y\n")
    assert done.exit_code == 0, done.output
    assert "names entry 3" in done.output
    assert doctor(team) == []
    [(_, link)] = store.staff.audit.page(0, 1)
    assert link is not None
    assert "ended with entry 1" in link.entry.reason
    assert store.staff.audit.verify() is None
    put_back(team, before)
    assert "audit accept" in doctor(team)[0], "an acceptance holds for one loss only"


def test_restored_backup_is_said_at_once_and_not_accepted_by_itself(team: Team, tmp_path: Path) -> None:
    store, anchor = team.house.store, AuditAnchor(team.house.runtime.settings.var_dir)

    file = str(tmp_path / "whole")
    note(team, 1)
    anchor_audit(store, anchor)
    assert flask(team, "store", "backup", file).exit_code == 0
    team.house.redis.client.flushall()
    done = flask(team, "store", "restore", file)
    assert "Restored" in done.output
    assert "audit accept" not in done.output, "nothing is lost"
    note(team, 2)
    anchor_audit(store, anchor)
    kept = anchor.read()
    team.house.redis.client.flushall()
    done = flask(team, "store", "restore", file)
    assert done.exit_code == 0, done.output
    assert "audit accept" in done.output
    anchor_audit(store, anchor)
    assert anchor.read() == kept
    assert "audit accept" in doctor(team)[0]


def test_note_that_cannot_be_read_is_told(team: Team) -> None:
    file = team.house.runtime.settings.var_dir / "audit.anchor"
    file.mkdir(parents=True)
    assert "cannot be read" in doctor(team)[0]
    assert accept(team, "--yes").exit_code == 1
    anchor_audit(team.house.store, AuditAnchor(team.house.runtime.settings.var_dir))
