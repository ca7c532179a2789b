"""Case of a person who asked for a caseworker. It refers to the person by keyed hash and holds nothing they said.

What they shared is read only through `consent_gate`. The conversation is in the case's own encrypted thread.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any, NewType

from bot.tolerant import known_fields, member

CaseCode = NewType("CaseCode", str)

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Letters of a case code. No 0/O and no 1/I, because codes are read aloud and typed on a phone."""

CODE_LENGTH = 4
BY_STAFF = "by_staff"
"""Stands for the danger when a caseworker set the case urgent."""

ALARM_SECONDS = 60
"""Interval after an alarm in which further mentions of danger raise no second one."""

UNREACHABLE = "contact_unreachable"
"""Timeline fact: the contact's number does not accept our texts."""

MISSED = "contact_missed"
"""Timeline fact: a text to the contact was not delivered."""


class Status(StrEnum):
    """Status of a case. The last three are final."""

    WAITING = "waiting"
    HELD = "held"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"  # the person took back consent, or had everything erased
    STOPPED = "stopped"  # the person opted out of texts


OPEN = frozenset({Status.WAITING, Status.HELD})

ERASED = frozenset({Status.WITHDRAWN, Status.STOPPED})
"""Statuses of a case whose consent was taken back: its words and its work are not kept."""


class Outcome(StrEnum):
    """Outcomes that a caseworker may record when a case ends; used for counts only."""

    HELPED = "helped"
    REFERRED = "referred"
    ONLY_TALKED = "only_talked"
    NOT_REACHED = "not_reached"
    OTHER = "other"


class Kind(StrEnum):
    """Author of a thread entry. EVENT is a fact of the timeline, NOTE is for staff only.

    CONTACT is the agency's contact in a warm hand-off.
    """

    PERSON = "person"
    STAFF = "staff"
    BOT = "bot"
    EVENT = "event"
    NOTE = "note"
    CONTACT = "contact"


class NotSent(StrEnum):
    """Facts of the timeline: why a text that waited was not sent to the person."""

    LATE = "not_sent_late"
    SCREEN = "not_sent_screen"
    HOLD = "not_sent_hold"
    CONSENT = "not_sent_consent"


@dataclass(frozen=True, slots=True)
class Line:
    """Entry of a case's thread or timeline. `by` is a staff id or ""; `at` is in epoch seconds."""

    kind: Kind
    text: str = field(repr=False)
    at: int
    by: str = ""

    def dump(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return asdict(self)

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Line:
        """Build an entry from its stored form. A kind of another release is for staff only."""
        return cls(**known_fields(cls, stored) | {"kind": member(Kind, stored["kind"], Kind.NOTE)})


def new_code() -> CaseCode:
    """Generate a random code. The commit fails if it is taken."""
    while not is_code(code := "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))):
        pass
    return CaseCode(code)


def is_code(text: str) -> bool:
    """Tell whether `text` has the form of a code.

    Each code has a letter and a digit, so that no word is one: "take care" claims nothing.
    """
    mixed = any(map(str.isdecimal, text)) and any(map(str.isalpha, text))
    return len(text) == CODE_LENGTH and mixed and all(letter in LETTERS for letter in text)


class IntroductionStatus(StrEnum):
    """Progress of an introduction to an agency."""

    ASKED = "asked"  # the person was asked
    INVITED = "invited"  # the person agreed, and the contact was texted
    JOINED = "joined"  # the contact is in the thread
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Introduction:
    """Warm hand-off in progress: the service and its contact. Times are in epoch seconds, 0 for never.

    The contact replies with `code` to join. The code identifies nothing else.
    """

    code: str
    service: str
    contact: str
    phone: str = field(repr=False)
    asked_at: int = 0
    stage: IntroductionStatus = IntroductionStatus.ASKED
    invited_at: int = 0
    asked_of_at: int = 0  # since when the contact has owed an answer; 0 if they owe none
    told_quiet: bool = False  # the person was told that the contact does not answer

    @property
    def is_invited(self) -> bool:
        """Tell whether the contact knows of the introduction."""
        return self.stage in (IntroductionStatus.INVITED, IntroductionStatus.JOINED)

    def agreed(self, now: int) -> Introduction:
        """Return the introduction after the person agreed."""
        return replace(self, stage=IntroductionStatus.INVITED, invited_at=now, asked_of_at=now)

    def joined(self) -> Introduction:
        """Return the introduction after the contact joined the thread."""
        return replace(self, stage=IntroductionStatus.JOINED, asked_of_at=0, told_quiet=False)

    def ended(self) -> Introduction:
        """Return the ended introduction. Nothing is sent to the contact any more."""
        return replace(self, stage=IntroductionStatus.OVER, asked_of_at=0)

    def is_quiet(self, now: int, seconds: int) -> bool:
        """Tell whether the contact owes an answer for more than `seconds` and the person was not told yet."""
        return self.is_invited and not self.told_quiet and 0 < self.asked_of_at < now - seconds

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Introduction:
        """Build an introduction from its stored form. A stage of another release sends the contact nothing more."""
        stage = member(IntroductionStatus, stored["stage"], IntroductionStatus.OVER)
        return cls(**known_fields(cls, stored) | {"stage": stage})


@dataclass(frozen=True, slots=True)
class Case:
    """Case as listed on the board. Times are in epoch seconds, 0 for never; `owner` is a staff id."""

    code: CaseCode
    person: str
    opened_at: int
    language: str
    urgent: bool
    status: Status = Status.WAITING
    owner: str = ""
    waiting_since: int = 0  # since when the person has waited for a caseworker's answer
    heard_at: int = 0  # the person's last text
    asked_at: int = 0  # the first of the person's texts without an answer
    answered_at: int = 0  # the caseworker's last text
    known: str = ""  # the caseworker who held this person's last case
    by_text: bool = False  # claimed by text: the person's texts are texted to the owner
    round: int = 0  # number of times the escalation has restarted
    step: int = 0  # next escalation step
    alert_at: int = 0  # when that step is due
    alerted_at: int = 0  # when the last step ran
    alarm_at: int = 0  # when danger was mentioned while the case was held, unanswered since
    paged: tuple[str, ...] = ()  # staff alerted in this round
    rung: tuple[str, ...] = ()  # staff alerted by the last step of it
    on_duty: tuple[str, ...] = ()  # staff on duty at that step
    why_urgent: str = ""  # the danger named in a talk with a caseworker, or BY_STAFF; "" without consent
    ended_at: int = 0
    outcome: str = ""
    introduction: Introduction | None = None
    secret: str | None = field(
        default=None, repr=False, compare=False
    )  # seals the words of the thread; "" once they are erased

    @property
    def is_open(self) -> bool:
        """Tell whether the case is waiting or held."""
        return self.status in OPEN

    @property
    def needs_attention(self) -> bool:
        """Tell whether staff must respond: the case is waiting, or its owner has not answered a mention of danger."""
        return self.status is Status.WAITING or (self.status is Status.HELD and self.alarm_at > 0)

    @property
    def waits_since(self) -> int:
        """Return when staff were first needed: the mention of danger, else the request. Epoch seconds."""
        return self.alarm_at or self.waiting_since or self.opened_at

    @property
    def contact_in(self) -> bool:
        """Tell whether the agency's contact is in the thread."""
        return self.introduction is not None and self.introduction.stage is IntroductionStatus.JOINED

    def dump(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return asdict(self)

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Case:
        """Build a case from its stored form. A status of another release is read from the other fields."""
        held = stored.get("introduction")
        known = known_fields(cls, stored) | {"introduction": Introduction.load(held) if held else None}
        lists = {name: tuple(stored.get(name, ())) for name in ("paged", "rung", "on_duty")}
        return cls(**known | lists | {"status": member(Status, stored["status"], _likely_status(stored))})


def _likely_status(stored: Mapping[str, Any]) -> Status:
    """Return the status that the other fields of a case speak for. A person who may wait is kept waiting for staff."""
    if stored.get("ended_at") or not stored.get("person"):
        return Status.CLOSED if stored.get("outcome") else Status.WITHDRAWN
    return Status.HELD if stored.get("owner") else Status.WAITING


def taken(case: Case, staff: str, now: int, *, by_text: bool = False) -> Case:
    """Return the case held by `staff`. The time to answer starts anew."""
    quiet = replace(case, alarm_at=0, paged=(), rung=(), on_duty=(), step=0, asked_at=now if case.asked_at else 0)
    return replace(quiet, status=Status.HELD, owner=staff, known=staff, by_text=by_text, answered_at=now)


def heard(case: Case, now: int) -> Case:
    """Return the case after the person wrote to the caseworker."""
    asked = case.introduction
    if asked and asked.stage is IntroductionStatus.JOINED and not asked.asked_of_at:
        case = replace(case, introduction=replace(asked, asked_of_at=now, told_quiet=False))
    since = case.waiting_since or now
    return replace(case, heard_at=now, asked_at=case.asked_at or now, waiting_since=since)


def answered(case: Case, now: int) -> Case:
    """Return the case after the caseworker wrote: no text is unanswered, and an alarm is over."""
    return replace(case, answered_at=now, asked_at=0, alarm_at=0, waiting_since=0)


def unanswered(case: Case, now: int) -> Case:
    """Return the case after an answer that never went out. The time to answer starts anew."""
    return replace(case, asked_at=now, waiting_since=case.waiting_since or case.heard_at or now)


def flagged(case: Case, *, urgent: bool) -> Case:
    """Return the case after a caseworker set or removed "urgent"."""
    return replace(case, urgent=urgent, why_urgent=BY_STAFF if urgent else "")


def alarmed(case: Case, now: int, why: str = "") -> Case:
    """Return the case after a mention of danger: urgent, with the escalation restarted.

    `why` is the kind of danger if staff may know it. The escalation does not restart within `ALARM_SECONDS` of the last
    alert.
    """
    case = replace(case, why_urgent=why or case.why_urgent)
    if case.urgent and case.needs_attention and case.rung and now - case.alerted_at < ALARM_SECONDS:
        return case
    alarm = now if case.status is Status.HELD else 0
    return replace(_alerting_anew(case), urgent=True, alarm_at=alarm)


def is_silent(case: Case, now: int, seconds: int) -> bool:
    """Tell whether the caseworker has left a text unanswered for more than `seconds`."""
    return case.status is Status.HELD and 0 < case.asked_at < now - seconds


def waiting_again(case: Case, now: int) -> Case:
    """Return the case waiting for any caseworker, after its owner did not answer. The wait goes on where it was."""
    over = case.introduction.ended() if case.introduction else None
    freed = replace(case, status=Status.WAITING, owner="", known="", by_text=False, alarm_at=0, asked_at=0)
    freed = replace(freed, introduction=over)
    return replace(_alerting_anew(freed), waiting_since=case.waiting_since or case.asked_at or now)


def _alerting_anew(case: Case) -> Case:
    return replace(case, round=case.round + 1, step=0, alert_at=0, paged=(), rung=(), on_duty=())


def ended(case: Case, status: Status, now: int, outcome: str = "") -> Case:
    """Return the ended case, without its reference to the person: nothing can be sent or read through it.

    A case whose consent was taken back loses the key to its words. None stays None: an older release saved the case.
    """
    over = case.introduction.ended() if case.introduction else None
    over_case = replace(case, status=status, person="", ended_at=now, outcome=outcome, introduction=over)
    return replace(over_case, secret="") if status in ERASED and case.secret is not None else over_case
