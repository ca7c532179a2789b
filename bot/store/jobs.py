"""The jobs that can be queued: one class a kind, with the id under which it is stored.

An id is the kind and the fields, joined by colons. It holds ids only, nothing personal. The spelling is stored: the
jobs that a running release has queued must still load.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import astuple, dataclass, fields
from typing import ClassVar, NamedTuple, get_type_hints

from bot.errors import LogSafe, WarmlineError

AT_ONCE = 0
"""Due before every job that waits for its time: after an outage a new alert goes before the texts that piled up."""

MAX_TRIES = 7
MAX_STAFF_TRIES = 5
"""All tries are over by the time the next step of the alert ladder is due."""


class UnreadableJob(WarmlineError):
    """The id is malformed, or of a kind that this release does not know. `kind` is safe to log."""

    def __init__(self, kind: str) -> None:
        self.kind = LogSafe(kind)
        super().__init__(f"unreadable job of kind {kind}")


class ScheduledJob(NamedTuple):
    """A job that is due at `not_before` (epoch seconds) or later."""

    job: Job
    not_before: int


@dataclass(frozen=True, slots=True)
class Job:
    """Base class of all jobs. Fields are strings without a colon, or whole numbers."""

    kind: ClassVar[str]
    max_tries: ClassVar[int | None] = MAX_TRIES
    """How often a failing job is tried before it is dropped. None: as often as it takes."""

    def dump(self) -> str:
        """Return the id. Queueing the same id again moves the job and does not double it."""
        return ":".join((self.kind, *map(str, astuple(self))))

    def at(self, not_before: int) -> ScheduledJob:
        """Schedule the job."""
        return ScheduledJob(self, not_before)


@dataclass(frozen=True, slots=True)
class OrderedJob(Job):
    """Base class of jobs that are claimed in the order of their numbers: texts to one person, lines of one case.

    The store numbers them in the commit that queues them, so the id ends in six digits.
    """

    @classmethod
    def prefix(cls, owner: str) -> str:
        """Return the id up to the number. `owner` is the person or the case."""
        return f"{cls.kind}:{owner}:"

    @property
    def digits(self) -> str:
        """The number as it is stored."""
        _, number = astuple(self)
        return f"{number:06}"

    def dump(self) -> str:
        """Return the id."""
        owner, _ = astuple(self)
        return self.prefix(owner) + self.digits


# To a person


@dataclass(frozen=True, slots=True)
class SendToPerson(OrderedJob):
    """Send one text that waits for a person. `person` is the keyed hash."""

    kind = "send"
    person: str
    number: int


@dataclass(frozen=True, slots=True)
class CheckIn(Job):
    """Ask how the person is, at the time they set. `revision` is the session's when they set it."""

    kind = "checkin"
    person: str
    revision: int


@dataclass(frozen=True, slots=True)
class Reminder(Job):
    """Remind the person of what a caseworker offered. `revision` is the session's when they agreed."""

    kind = "remind"
    person: str
    revision: int


# To staff


@dataclass(frozen=True, slots=True)
class AlertStaff(Job):
    """Take the step of the alert ladder that is due. Never dropped: a person waits."""

    kind = "alert"
    max_tries = None
    case: str


@dataclass(frozen=True, slots=True)
class PageStaff(Job):
    """Alert one caseworker to a case, for one step of a round of the alert ladder."""

    kind = "page"
    max_tries = MAX_STAFF_TRIES
    case: str
    round: int
    step: int
    staff: str


@dataclass(frozen=True, slots=True)
class PostAlert(Job):
    """Post one step of the alert ladder to the agency's alert webhook."""

    kind = "post"
    max_tries = MAX_STAFF_TRIES
    case: str
    round: int
    step: int


@dataclass(frozen=True, slots=True)
class TellCaseClaimed(Job):
    """Tell an alerted caseworker that someone else has claimed the case."""

    kind = "taken"
    max_tries = MAX_STAFF_TRIES
    case: str
    round: int
    staff: str


@dataclass(frozen=True, slots=True)
class TellCaseTransferred(Job):
    """Tell a caseworker that a case was transferred to them, at a time in epoch seconds."""

    kind = "passed"
    max_tries = MAX_STAFF_TRIES
    case: str
    transferred_at: int
    staff: str


@dataclass(frozen=True, slots=True)
class RelayToStaff(OrderedJob):
    """Text one line of the thread to the owner who claimed the case by text."""

    kind = "relay"
    max_tries = MAX_STAFF_TRIES
    case: str
    index: int


@dataclass(frozen=True, slots=True)
class TellOfContact(Job):
    """Tell the owner who claimed the case by text that the contact "joined" or "left" (`what`)."""

    kind = "contact"
    max_tries = MAX_STAFF_TRIES
    case: str
    join_code: str
    what: str


@dataclass(frozen=True, slots=True)
class TellNotSent(Job):
    """Tell a caseworker that a text to the person, written at a time in epoch seconds, was not sent."""

    kind = "not_sent"
    max_tries = MAX_STAFF_TRIES
    case: str
    written_at: int
    staff: str


@dataclass(frozen=True, slots=True)
class SendPhoneCode(Job):
    """Send the code that proves a staff member's phone. It is valid until a time in epoch seconds."""

    kind = "phone_code"
    max_tries = MAX_STAFF_TRIES
    staff: str
    until: int


@dataclass(frozen=True, slots=True)
class TellOfReport(Job):
    """Tell a lead that a mandated report waits for a signature. `version` is the id of the record to sign."""

    kind = "report"
    max_tries = MAX_STAFF_TRIES
    version: str
    staff: str


@dataclass(frozen=True, slots=True)
class PushStaff(Job):
    """Push `what` (a PushKind) to a colleague's devices. `since` is when its cause came up, in epoch seconds.

    `case` is "-" for a push that is about none.
    """

    kind = "push"
    max_tries = MAX_STAFF_TRIES
    staff: str
    what: str
    case: str
    since: int


# To an agency's contact


@dataclass(frozen=True, slots=True)
class InviteContact(Job):
    """Ask the contact of an introduction to join."""

    kind = "invite"
    max_tries = MAX_STAFF_TRIES
    case: str
    join_code: str


@dataclass(frozen=True, slots=True)
class BriefContact(Job):
    """Tell a contact who has joined what the person agreed to share."""

    kind = "brief"
    max_tries = MAX_STAFF_TRIES
    case: str
    join_code: str


@dataclass(frozen=True, slots=True)
class RelayToContact(OrderedJob):
    """Text one line of the thread to the contact who has joined."""

    kind = "pass_on"
    max_tries = MAX_STAFF_TRIES
    case: str
    index: int


@dataclass(frozen=True, slots=True)
class DismissContact(Job):
    """Tell an invited contact that the introduction has ended."""

    kind = "dismiss"
    max_tries = MAX_STAFF_TRIES
    case: str
    join_code: str


# From the provider


@dataclass(frozen=True, slots=True)
class HandleDeliveryFailure(Job):
    """Follow up a report that a text did not arrive. `mark` is the keyed hash of the provider's id."""

    kind = "undelivered"
    mark: str


@dataclass(frozen=True, slots=True)
class EraseAtProvider(Job):
    """Erase at the provider the words of texts that were handled. There is one such job: one worker does it."""

    kind = "erase"


JOBS: tuple[type[Job], ...] = (
    SendToPerson,
    CheckIn,
    Reminder,
    AlertStaff,
    PageStaff,
    PostAlert,
    TellCaseClaimed,
    TellCaseTransferred,
    RelayToStaff,
    TellOfContact,
    TellNotSent,
    SendPhoneCode,
    TellOfReport,
    PushStaff,
    InviteContact,
    BriefContact,
    RelayToContact,
    DismissContact,
    HandleDeliveryFailure,
    EraseAtProvider,
)
"""Every kind of job."""


def load(job_id: str) -> Job:
    """Return the job of an id. Raises UnreadableJob."""
    kind, *values = job_id.split(":")
    if kind not in _READERS:
        raise UnreadableJob(_loggable(kind))
    job_type, readers = _READERS[kind]
    try:
        job = job_type(*(read(value) for read, value in zip(readers, values, strict=True)))
    except ValueError:
        raise UnreadableJob(kind) from None  # its words would quote the id
    if "" in values or job.dump() != job_id:
        raise UnreadableJob(kind)
    return job


def _readers(job_type: type[Job]) -> tuple[Callable[[str], str | int], ...]:
    """How to read each field, in their order."""
    types = get_type_hints(job_type)
    return tuple(_number if types[field.name] is int else str for field in fields(job_type))


def _number(text: str) -> int:
    if not text.isdecimal():
        raise ValueError("not a number")
    return int(text)


_READERS = {job_type.kind: (job_type, _readers(job_type)) for job_type in JOBS}


def _loggable(kind: str) -> str:
    """Return the kind of a job of another release. The rest of the id may be personal."""
    return kind if re.fullmatch("[a-z_]{1,20}", kind) else "malformed"
