"""The script that writes one turn, and the scalars that it reads as `turn`: flags, times to live, names."""

from __future__ import annotations

from importlib.resources import files
from time import monotonic
from typing import NamedTuple

from bot.casework.cases import ERASED
from bot.store import metrics as counts
from bot.store.connection import DEADLINE_SECONDS, Script
from bot.store.jobs import SendToPerson
from bot.store.records import Commit, Loaded

DAY_SECONDS = 86_400
REPLY_SECONDS = DAY_SECONDS
MARK_SECONDS = 90 * DAY_SECONDS
"""How long a processed message is known by its sid. Its reply is gone by then: an old request does nothing again."""
COPY_SECONDS = 900
"""How long the last text is known by its digest, to recognise the carrier's second copy and older texts."""
PACE_SECONDS = 900
"""How long it is known how fast texts come from a phone."""
OUTGOING_SECONDS = 3 * DAY_SECONDS

COMMIT = Script(files("bot.store").joinpath("commit.lua").read_text(encoding="utf-8"))


class Lifetimes(NamedTuple):
    """Times to live in seconds: of a session, of a case after it has ended, of a consent after it has expired."""

    session: int
    case: int
    ledger: int


def is_erased(commit: Commit) -> bool:
    """Tell whether nothing is kept of the person after this turn: FORGET, or STOP."""
    return commit.session is None or commit.stopped


def scalars(loaded: Loaded, commit: Commit, code: str, seconds: Lifetimes) -> dict[str, object]:
    """Return what `commit.lua` reads as `turn`: flags, times to live, names of jobs and of counts."""
    case = commit.case
    ledger_seconds = max((record.expires_at - record.at for record in commit.ledger), default=0)
    return {
        "latest_ms": int(1000 * (loaded.ahead + monotonic() + DEADLINE_SECONDS)) if loaded.ahead else 0,
        "was_stopped": loaded.stopped,
        "is_stopped": commit.stopped,
        "session_seconds": seconds.session,
        "reply_seconds": REPLY_SECONDS,
        "mark_seconds": MARK_SECONDS,
        "copy_seconds": COPY_SECONDS,
        "pace": commit.texted.pace if commit.texted else "",
        "pace_seconds": PACE_SECONDS,
        "jobs": [(job.dump(), not_before) for job, not_before in commit.jobs],
        "dropped_jobs": [job.dump() for job in commit.dropped_jobs],
        "ledger_records": len(commit.ledger),
        "ledger_seconds": ledger_seconds + seconds.ledger,
        "erase_ledger": commit.erase_ledger,
        "remembered_seconds": max(1, commit.remembered_seconds),
        "erase_remembered": commit.erase_remembered or is_erased(commit),
        "events": commit.events if commit.day else (),
        "figures": commit.figures if commit.day else (),
        "counts_seconds": counts.COUNTS_SECONDS,
        "case_code": code,
        "case_is_new": bool(case and (loaded.session is None or loaded.session.case != case.code)),
        "case_is_open": bool(case and case.is_open),
        "open_case_seconds": seconds.session + seconds.case,
        "ended_case_seconds": seconds.case,
        "erase_words": bool(case and case.status in ERASED) or is_erased(commit),
        "erase_thread": bool(case and case.status in ERASED and case.secret is None),
        "relay": [job.prefix(code) for job in commit.relay],
        "outgoing_job": SendToPerson.prefix(loaded.person),
        "outgoing_seconds": OUTGOING_SECONDS,
    }
