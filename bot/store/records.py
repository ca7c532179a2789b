"""Types that go in and out of the store. No storage, and no behaviour except a job's id."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, NewType

from bot.casework.cases import Case, Line
from bot.casework.consent import ConsentRecord
from bot.casework.remembered import Remembered
from bot.flows.session import Session
from bot.staff.rota import Days
from bot.store.editions import Edition
from bot.store.jobs import Job, OrderedJob, ScheduledJob

PersonKey = NewType("PersonKey", str)
"""Keyed hash that stands for a phone number."""


class Part(NamedTuple):
    """Contact's part in one introduction: its case, the code to join, and its expiry (epoch seconds)."""

    case: str
    code: str
    until: int


@dataclass(frozen=True, slots=True)
class StoredReply:
    """Reply stored under one message sid. `text` is "" if no text was sent."""

    text: str = field(repr=False)
    key: str
    state: str
    language: str


class Texted(NamedTuple):
    """The last text of a phone: a digest of its words, when it was written (epoch seconds), and its sid.

    `pace` is how fast texts come from this phone, as `bot.inbound.pace` writes it, "" to leave it as it is.
    """

    digest: str
    at: int
    sid: str
    pace: str = ""


class Places(NamedTuple):
    """Keys of the reply to the message `sid`, of its mark, and of the person's last text: each name is a keyed hash."""

    sid: str
    reply: str
    mark: str
    last: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """Stored data of one person. `session` is None for an unknown person, with `phone` "" unless it was passed in.

    `said` is the reply already stored under the requested sid. `version` identifies the stored session for the
    compare-and-set, b"" if there is none. `staff` is the id of the staff account with this phone, active or not.
    `contact` lists the introductions that the phone takes part in, or lately did, as an agency's contact. `directory`
    and `words` are the editions in use. `ahead` is the server clock's lead over our `monotonic` in seconds, 0 if it was
    not measured. `texted` is the last text from this phone, None if it was a while ago, and `pace` how fast they come.
    `closed` are the days on which the team does not work. `remembered` is what the person agreed to have remembered,
    which may outlive their session. `places` spares the store to name the same keys again.
    """

    person: PersonKey
    session: Session | None = field(repr=False)
    phone: str = field(repr=False)
    stopped: bool
    said: StoredReply | None
    version: bytes
    secret: str = field(default="", repr=False)  # encrypts this person's stored replies
    staff: str = ""
    contact: tuple[Part, ...] = ()
    directory: Edition | None = None
    words: int = 0
    ahead: float = field(default=0.0, compare=False)
    texted: Texted | None = None
    pace: str = ""
    closed: tuple[Days, ...] = ()
    remembered: Remembered | None = field(default=None, repr=False)
    places: Places | None = field(default=None, repr=False, compare=False)


class Arrival(NamedTuple):
    """What every staff page reads first: the browser's session, still sealed, and the editions in use."""

    session: bytes | None
    directory: Edition | None
    words: int


@dataclass(frozen=True, slots=True)
class Commit:
    """Changes of one turn, written atomically.

    `sid` "": no reply is stored. `session` None: stored data is erased, including waiting texts. `stopped`: only the
    keyed hash stays. `events` are counted by name on `day` (like 2026-11-22), `figures` in its month. `texted` is
    the text that the turn replies to. `outgoing` is a
    text to be sent later, and with `of_case` only while a consent covers the case. `at`, `needs_safe_screen` and
    `words_of` are kept with it, as in `OutgoingText`. `lines` are appended to the thread
    of `case`, or of the session's case; `relay` holds the jobs that text the last of them to an owner or contact
    who is not at the console. `erase_ledger` takes effect before `ledger` is added. `case` is the session's own
    case, changed, or a new one.
    `remembered` replaces what is remembered, for so many seconds; `erase_remembered`, and an erased session, end it.
    """

    sid: str
    said: StoredReply
    phone: str = field(repr=False)
    session: Session | None = field(repr=False)
    stopped: bool
    jobs: tuple[ScheduledJob, ...] = ()
    dropped_jobs: tuple[Job, ...] = ()
    ledger: tuple[ConsentRecord, ...] = ()
    erase_ledger: bool = False
    case: Case | None = None
    lines: tuple[Line, ...] = ()
    events: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    day: str = ""
    outgoing: str = field(default="", repr=False)
    of_case: bool = False
    at: int = 0
    needs_safe_screen: bool = False
    words_of: str = ""
    relay: tuple[type[OrderedJob], ...] = ()
    texted: Texted | None = None
    remembered: Remembered | None = field(default=None, repr=False)
    remembered_seconds: int = 0
    erase_remembered: bool = False


CONTACT = "contact"
"""Stands for an agency's contact as the author of a text."""


class OutgoingText(NamedTuple):
    """Text that waits to be sent to a person. What it was written for is asked again at the moment of sending.

    `case` is "" for a text of the bot's own conversation. `at` is when it was written (epoch seconds, 0 if an older
    release wrote it). `needs_safe_screen`: it may name what nobody else should read. `words_of` is the staff id of its
    author, CONTACT, or "" for the bot.
    """

    phone: str
    text: str
    case: str = ""
    at: int = 0
    needs_safe_screen: bool = False
    words_of: str = ""


class Retention(NamedTuple):
    """Retention in days: of a case after it has ended, and of a consent record after it has expired."""

    case_days: int = 90
    ledger_days: int = 90


DEFAULT_RETENTION = Retention()


class Health(NamedTuple):
    """Server facts for the start and the doctor command. A host may forbid to ask: then nothing is known.

    `append_only` is None and the words are "" if the server does not say. `fsync` is always, everysec or no; `eviction`
    is the policy when memory is full.
    """

    version: str
    append_only: bool | None
    fsync: str
    role: str
    memory_bytes: int
    eviction: str

    @property
    def evicts(self) -> bool:
        """Tell whether the server is known to throw data away when its memory is full."""
        return self.eviction not in ("", "noeviction")
