"""A case: somebody asked for a person. It points to the one who asked by keyed hash, and holds nothing they said.

What was shared is read through the ledger only (`gate`); the talk stands in the case's own thread, sealed.
"""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any, NewType

CaseCode = NewType("CaseCode", str)

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""No 0/O and no 1/I: a code is read aloud and typed on a phone."""

CODE_LENGTH = 4
ALARM_SECONDS = 60
"""Danger told again so soon after an alarm rings no second one."""


class Status(StrEnum):
    """Where a case stands. The last three are ends."""

    WAITING = "waiting"
    HELD = "held"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"  # consent was taken back, or all was forgotten
    STOPPED = "stopped"  # the person opted out of texts


OPEN = frozenset({Status.WAITING, Status.HELD})


class Outcome(StrEnum):
    """How a case ended, as the caseworker notes it; for counts only."""

    HELPED = "helped"
    REFERRED = "referred"
    ONLY_TALKED = "only_talked"
    NOT_REACHED = "not_reached"
    OTHER = "other"


class Kind(StrEnum):
    """Who a line of the thread is from; an event is a fact of the timeline, a note is for staff only.

    CONTACT is the agency's, of a warm hand-off.
    """

    PERSON = "person"
    STAFF = "staff"
    BOT = "bot"
    EVENT = "event"
    NOTE = "note"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a case's thread or timeline. `by` is a staff id or ""; `at` is seconds since the epoch."""

    kind: Kind
    text: str = field(repr=False)
    at: int
    by: str = ""

    def dump(self) -> dict[str, Any]:
        """The stored form: plain JSON values."""
        return asdict(self)

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Line:
        """A line from its stored form."""
        return cls(**stored | {"kind": Kind(stored["kind"])})


def new_code() -> CaseCode:
    """A code by chance; the commit refuses one that is taken."""
    while not is_code(code := "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))):
        pass
    return CaseCode(code)


def is_code(text: str) -> bool:
    """Whether this could be a code. Each has a letter and a digit, so no word is one: "take care" takes nothing."""
    mixed = any(map(str.isdecimal, text)) and any(map(str.isalpha, text))
    return len(text) == CODE_LENGTH and mixed and all(letter in LETTERS for letter in text)


class Stage(StrEnum):
    """How far an introduction to an agency has come."""

    ASKED = "asked"  # the young person was asked
    INVITED = "invited"  # they agreed, and the contact was texted
    JOINED = "joined"  # the contact is in the thread
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Introduction:
    """A warm hand-off under way: to which service, by which contact. Times in seconds since the epoch, 0 for never.

    `code` is what the contact replies to join, and is named by nothing else.
    """

    code: str
    service: str
    contact: str
    phone: str = field(repr=False)
    asked_at: int = 0
    stage: Stage = Stage.ASKED
    invited_at: int = 0
    asked_of_at: int = 0  # since when the contact owes an answer
    told_quiet: bool = False  # the young person was told that the contact does not answer

    @property
    def is_invited(self) -> bool:
        """The contact knows of it."""
        return self.stage in (Stage.INVITED, Stage.JOINED)

    def agreed(self, now: int) -> Introduction:
        """The young person said yes."""
        return replace(self, stage=Stage.INVITED, invited_at=now, asked_of_at=now)

    def joined(self) -> Introduction:
        """The contact is in the thread."""
        return replace(self, stage=Stage.JOINED, asked_of_at=0, told_quiet=False)

    def ended(self) -> Introduction:
        """Nothing goes to the contact any more."""
        return replace(self, stage=Stage.OVER, asked_of_at=0)

    def is_quiet(self, now: int, seconds: int) -> bool:
        """The contact owes an answer for longer than `seconds`, and nobody was told yet."""
        return self.is_invited and not self.told_quiet and 0 < self.asked_of_at < now - seconds

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Introduction:
        """From the stored form."""
        return cls(**stored | {"stage": Stage(stored["stage"])})


@dataclass(frozen=True, slots=True)
class Case:
    """What stands on the board. Times are seconds since the epoch, 0 for never; `owner` is a staff id."""

    code: CaseCode
    person: str
    opened_at: int
    language: str
    urgent: bool
    status: Status = Status.WAITING
    owner: str = ""
    waiting_since: int = 0
    heard_at: int = 0  # the person's last text
    asked_at: int = 0  # the first of their texts that nobody has answered yet
    answered_at: int = 0  # the caseworker's last text
    known: str = ""  # the caseworker who held this person's last case
    by_text: bool = False  # taken by text: what the person writes is texted to the owner
    round: int = 0  # how often the alert ladder has begun anew
    step: int = 0  # the next step of the ladder
    alert_at: int = 0  # when that step is due
    alerted_at: int = 0  # when the last one was taken
    alarm_at: int = 0  # danger was told while the case was held, and nobody has answered since
    paged: tuple[str, ...] = ()  # who was alerted in this round
    rung: tuple[str, ...] = ()  # of these, whom the last step alerted
    ended_at: int = 0
    outcome: str = ""
    introduction: Introduction | None = None

    @property
    def is_open(self) -> bool:
        """Waits for somebody, or is held."""
        return self.status in OPEN

    @property
    def calls(self) -> bool:
        """Somebody must come: it waits, or danger was told to one who does not answer."""
        return self.status is Status.WAITING or (self.status is Status.HELD and self.alarm_at > 0)

    @property
    def waits_since(self) -> int:
        """Since when somebody has been needed: the danger that was told, else the asking."""
        return self.alarm_at or self.waiting_since or self.opened_at

    @property
    def contact_in(self) -> bool:
        """The agency's contact is in the thread."""
        return self.introduction is not None and self.introduction.stage is Stage.JOINED

    def dump(self) -> dict[str, Any]:
        """The stored form: plain JSON values."""
        return asdict(self)

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Case:
        """A case from its stored form."""
        held = stored.get("introduction")
        stored = stored | {"introduction": Introduction.load(held) if held else None}
        lists = {name: tuple(stored.get(name, ())) for name in ("paged", "rung")}
        return cls(**stored | lists | {"status": Status(stored["status"])})


def taken(case: Case, staff: str, now: int, *, by_text: bool = False) -> Case:
    """Held by `staff`, who has as long to answer as anybody who comes new to it."""
    quiet = replace(case, alarm_at=0, paged=(), rung=(), step=0, asked_at=now if case.asked_at else 0)
    return replace(quiet, status=Status.HELD, owner=staff, known=staff, by_text=by_text, answered_at=now)


def heard(case: Case, now: int) -> Case:
    """The person wrote to whoever holds the case."""
    asked = case.introduction
    if asked and asked.stage is Stage.JOINED and not asked.asked_of_at:
        case = replace(case, introduction=replace(asked, asked_of_at=now, told_quiet=False))
    return replace(case, heard_at=now, asked_at=case.asked_at or now)


def answered(case: Case, now: int) -> Case:
    """The caseworker wrote: nobody waits, and an alarm is over."""
    return replace(case, answered_at=now, asked_at=0, alarm_at=0)


def alarmed(case: Case, now: int) -> Case:
    """Danger was told: urgent, and the ladder begins anew, unless it did so a moment ago."""
    if case.urgent and case.calls and case.rung and now - case.alerted_at < ALARM_SECONDS:
        return case
    alarm = now if case.status is Status.HELD else 0
    return replace(_alerting_anew(case), urgent=True, alarm_at=alarm)


def is_silent(case: Case, now: int, seconds: int) -> bool:
    """The caseworker has left the person without an answer for longer than `seconds`."""
    return case.status is Status.HELD and 0 < case.asked_at < now - seconds


def waiting_again(case: Case, now: int) -> Case:
    """Nobody answers: it waits again, for anybody."""
    over = case.introduction.ended() if case.introduction else None
    freed = replace(case, status=Status.WAITING, owner="", known="", by_text=False, alarm_at=0, asked_at=0)
    freed = replace(freed, introduction=over)
    return replace(_alerting_anew(freed), waiting_since=now)


def _alerting_anew(case: Case) -> Case:
    return replace(case, round=case.round + 1, step=0, alert_at=0, paged=(), rung=())


def ended(case: Case, status: Status, now: int, outcome: str = "") -> Case:
    """Over. The one who asked is no longer pointed to, so that nothing can be sent or read by way of the case."""
    over = case.introduction.ended() if case.introduction else None
    return replace(case, status=status, person="", ended_at=now, outcome=outcome, introduction=over)
