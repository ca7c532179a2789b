"""What several jobs look up and note in cases."""

from __future__ import annotations

from bot.casework.cases import Case, Kind, Line
from bot.casework.consent_gate import ConsentGate
from bot.flows.names import Event
from bot.store import Job, PersonKey, Store
from bot.store.jobs import RelayToStaff, SendToPerson, TellCaseTransferred


def case_to_alert(store: Store, gate: ConsentGate, code: str) -> Case | None:
    """Return the case if it needs a caseworker now and the person still consents to one.

    Reads the consent ledger anew. Raises StoreUnavailable.
    """
    case = store.cases.get(code)
    return case if case and case.needs_attention and gate.talks(case.person) else None


def note_lost(store: Store, job: Job, now: int) -> None:
    """Note in the case's timeline that the text of a job did not arrive, so that the caseworker sees it.

    Does nothing for jobs whose text is not part of a conversation with a caseworker. Raises StoreUnavailable.
    """
    code, to = "", ""
    if isinstance(job, SendToPerson):
        session = store.load_person(PersonKey(job.person)).session
        code = session.case if session else ""
    elif isinstance(job, RelayToStaff | TellCaseTransferred):
        case = store.cases.get(job.case)
        code, to = job.case, case.owner if case else ""
    if code:
        store.cases.add_fact(code, Line(Kind.EVENT, Event.TEXT_FAILED.value, now, to), job.dump())
