"""Stored job ids: each kind keeps the spelling of past releases, and reads back the same."""

from __future__ import annotations

import pytest

from bot.jobs.outcome import DONE, FAILED, JobRun, Retry, backoff_seconds
from bot.store.jobs import (
    JOBS,
    AlertStaff,
    BriefContact,
    CheckIn,
    DismissContact,
    EraseAtProvider,
    HandleDeliveryFailure,
    InviteContact,
    Job,
    PageStaff,
    PostAlert,
    PushStaff,
    RelayToContact,
    RelayToStaff,
    Reminder,
    SendPhoneCode,
    SendToPerson,
    TellCaseClaimed,
    TellCaseTransferred,
    TellNotSent,
    TellOfContact,
    TellOfReport,
    UnreadableJob,
    load,
)

STORED = {
    "send:3f9ac1d2:000012": SendToPerson("3f9ac1d2", 12),
    "checkin:3f9ac1d2:7": CheckIn("3f9ac1d2", 7),
    "remind:3f9ac1d2:9": Reminder("3f9ac1d2", 9),
    "alert:K7QM": AlertStaff("K7QM"),
    "page:K7QM:0:1:h4kd9wzq": PageStaff("K7QM", 0, 1, "h4kd9wzq"),
    "post:K7QM:2:0": PostAlert("K7QM", 2, 0),
    "taken:K7QM:1:h4kd9wzq": TellCaseClaimed("K7QM", 1, "h4kd9wzq"),
    "passed:K7QM:1790000000:h4kd9wzq": TellCaseTransferred("K7QM", 1_790_000_000, "h4kd9wzq"),
    "relay:K7QM:000003": RelayToStaff("K7QM", 3),
    "contact:K7QM:W3RT:joined": TellOfContact("K7QM", "W3RT", "joined"),
    "contact:K7QM:W3RT:left": TellOfContact("K7QM", "W3RT", "left"),
    "phone_code:h4kd9wzq:1790000000": SendPhoneCode("h4kd9wzq", 1_790_000_000),
    "report:9c0b77aa11223344:h4kd9wzq": TellOfReport("9c0b77aa11223344", "h4kd9wzq"),
    "push:h4kd9wzq:reply:K7QM:1790000000": PushStaff("h4kd9wzq", "reply", "K7QM", 1_790_000_000),
    "not_sent:K7QM:1790000000:h4kd9wzq": TellNotSent("K7QM", 1_790_000_000, "h4kd9wzq"),
    "invite:K7QM:W3RT": InviteContact("K7QM", "W3RT"),
    "brief:K7QM:W3RT": BriefContact("K7QM", "W3RT"),
    "pass_on:K7QM:1234567": RelayToContact("K7QM", 1_234_567),
    "dismiss:K7QM:W3RT": DismissContact("K7QM", "W3RT"),
    "undelivered:9c0b77": HandleDeliveryFailure("9c0b77"),
    "erase": EraseAtProvider(),
}
"""Job ids as they are in live queues. An entry here is never changed."""


@pytest.mark.parametrize(("job_id", "job"), STORED.items(), ids=STORED)
def test_stored_id_loads_and_dumps_the_same(job_id: str, job: Job) -> None:
    assert load(job_id) == job
    assert job.dump() == job_id


def test_every_kind_has_its_own_stored_name() -> None:
    assert {type(job) for job in STORED.values()} == set(JOBS)
    assert len({job.kind for job in JOBS}) == len(JOBS)


def test_prefix_leads_the_id() -> None:
    assert SendToPerson("3f9ac1d2", 12).dump() == SendToPerson.prefix("3f9ac1d2") + "000012"


MALFORMED = [
    "alert", "alert:", "alert:K7QM:1", "send:3f9ac1d2", "send:3f9ac1d2:12", "send:3f9ac1d2:00000x", "relay:K7QM:-00001",
    "page:K7QM:0:1", "page:K7QM:0:1:", "page:K7QM:x:1:h4kd9wzq", "page:K7QM:00:1:h4kd9wzq", "checkin:3f9ac1d2:-7",
    "checkin:3f9ac1d2:٧", "post:K7QM:2:1_0", "undelivered:a:b", "alert:K7QM:",
]  # fmt: skip


@pytest.mark.parametrize("job_id", MALFORMED)
def test_malformed_id_is_reported_by_its_kind_only(job_id: str) -> None:
    with pytest.raises(UnreadableJob) as raised:
        load(job_id)
    assert raised.value.kind == job_id.partition(":")[0]
    assert str(raised.value) == f"unreadable job of kind {raised.value.kind}"
    assert raised.value.__cause__ is None


@pytest.mark.parametrize(
    ("job_id", "kind"),
    [
        ("call_back:K7QM", "call_back"),
        ("", "malformed"),
        ("+15555550123", "malformed"),
        ("Anna is here:1", "malformed"),
    ],
)
def test_unknown_kind_is_named_only_when_it_can_be_one(job_id: str, kind: str) -> None:
    with pytest.raises(UnreadableJob) as raised:
        load(job_id)
    assert raised.value.kind == kind


def test_only_the_alert_is_never_dropped() -> None:
    assert [job for job in JOBS if job.max_tries is None] == [AlertStaff]


def test_backoff_doubles_up_to_a_limit() -> None:
    assert [backoff_seconds(tries) for tries in range(1, 10)] == [10, 20, 40, 80, 160, 320, 640, 640, 640]


def test_retry_says_when_the_job_is_due_again() -> None:
    run = JobRun("alert:K7QM", 1000, number=3)
    assert FAILED.not_before(run) == 1040
    assert Retry(after=0).not_before(run) == 1000
    assert Retry(at=900).not_before(run) == 900
    assert [result.is_failure for result in (FAILED, Retry(after=0), Retry(at=900))] == [True, False, False]
    assert DONE != FAILED
