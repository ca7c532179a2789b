"""The shapes that go in and out of the store. No behaviour but a job's id, no storage."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, NewType

from bot.casework.cases import Case, Line
from bot.casework.consent import ConsentRecord
from bot.flows.session import Session
from bot.store.editions import Edition

PersonKey = NewType("PersonKey", str)
"""The keyed hash that stands for a phone number."""


class Part(NamedTuple):
    """A contact's part in one introduction: of which case, by which code to join, until when (since the epoch)."""

    case: str
    code: str
    until: int


@dataclass(frozen=True, slots=True)
class Said:
    """What was replied under one message sid. `text` "" means that nothing was said."""

    text: str = field(repr=False)
    key: str
    state: str
    language: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """One person as stored. `session` None: a stranger, or nothing is kept; `phone` "" then, unless it was given.

    `said` is the reply already kept under the sid that was asked for; `version` names the stored session for
    the compare-and-set, b"" when none is stored. `staff` is the id of the colleague whose phone this is, let in or not;
    `contact` is in which introductions the phone takes part, or lately did, as an agency's contact's. `directory` and
    `words` are the editions in use. `ahead` is by how many seconds the server's clock is ahead of our
    `monotonic`, 0 when nobody looked.
    """

    person: PersonKey
    session: Session | None = field(repr=False)
    phone: str = field(repr=False)
    stopped: bool
    said: Said | None
    version: bytes
    secret: str = field(default="", repr=False)  # opens the words of this person's replies
    staff: str = ""
    contact: tuple[Part, ...] = ()
    directory: Edition | None = None
    words: int = 0
    ahead: float = field(default=0.0, compare=False)


class Arrival(NamedTuple):
    """What every staff page reads first: the browser's session, still sealed, and the editions in use."""

    session: bytes | None
    directory: Edition | None
    words: int


AT_ONCE = 0
"""Before all that waits for its time: after an outage a new alert goes before the texts that piled up."""


@dataclass(frozen=True, slots=True)
class Job:
    """Work to be done at `not_before` (seconds since the epoch) or later. Ids only, nothing personal."""

    kind: str
    ref: str
    not_before: int

    @property
    def id(self) -> str:
        """Its name in the queue: queueing the same id again moves the job, it does not double it."""
        return f"{self.kind}:{self.ref}"


@dataclass(frozen=True, slots=True)
class Commit:
    """All that one turn changes, to be written as a whole or not at all.

    `sid` "": no reply is kept. `session` None: what is stored is erased, waiting texts too. `stopped`: only the
    keyed hash stays. `day` (like 2026-11-22) is where `events` are counted, by name only, and its month where `figures`
    are. `outgoing` is a text to be sent later, and with `of_case` only while consent stands
    behind the case. `lines` are added to the thread of `case`, or of the session's; `relay`
    names the kinds of work that bring the last of them to whoever is not at the console. `erase_ledger` takes effect
    before `ledger` is added. `case` is the session's own one, changed, or a new one.
    """

    sid: str
    said: Said
    phone: str = field(repr=False)
    session: Session | None = field(repr=False)
    stopped: bool
    jobs: tuple[Job, ...] = ()
    dropped_jobs: tuple[str, ...] = ()
    ledger: tuple[ConsentRecord, ...] = ()
    erase_ledger: bool = False
    case: Case | None = None
    lines: tuple[Line, ...] = ()
    events: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    day: str = ""
    outgoing: str = field(default="", repr=False)
    of_case: bool = False
    relay: tuple[str, ...] = ()


class KeptAfter(NamedTuple):
    """For how many days a case is kept once it has ended, and a consent's record once it has expired."""

    case_days: int = 90
    ledger_days: int = 90


USUAL = KeptAfter()


class Health(NamedTuple):
    """What the doctor looks at. `fsync` is always, everysec or no; "" where the server does not tell."""

    version: str
    append_only: bool
    fsync: str
    role: str
    memory_bytes: int
