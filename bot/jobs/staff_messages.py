"""Texts to staff: alerts, that a case was claimed or transferred, and the thread for owners who work by text.

Each is sent at least once, with a recorded send attempt so that a repeat does no harm. A text that the provider could
not send or deliver moves the alert ladder on, or is noted in the case. An alert holds the case's code, the minutes,
whether it is urgent, how many wait, the link and how to claim the case, and nothing else. May log no text or number.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime

from bot.actions.cases import CaseActions, CaseClosed, StaleCase
from bot.casework.cases import Case, Kind, Status
from bot.casework.consent_gate import ConsentGate
from bot.casework.escalation import CLIMB, reachable
from bot.jobs import alert_bundle as bundles
from bot.jobs.cases import case_to_alert, note_lost
from bot.jobs.outcome import DONE, FAILED, JobResult, JobRun, Retry
from bot.jobs.push import Push, Reached
from bot.jobs.sender import MessageSender, SendResult
from bot.runtime.runtime import Runtime
from bot.sms.twilio import BAD_NUMBER, OPTED_OUT
from bot.staff.accounts import Role
from bot.staff.phone_check import CODE_SECONDS
from bot.staff.push import PushKind
from bot.store import Job
from bot.store.jobs import (
    PageStaff,
    RelayToStaff,
    SendPhoneCode,
    TellCaseClaimed,
    TellCaseTransferred,
    TellNotSent,
    TellOfContact,
    TellOfReport,
)

log = logging.getLogger(__name__)

LONGEST_RELAY = 1500


class Pager:
    """Sends the texts that wait for staff. Safe to share between threads. Every call may raise StoreUnavailable."""

    def __init__(self, runtime: Runtime, sender: MessageSender, gate: ConsentGate, push: Push) -> None:
        self._settings, self._store = runtime.settings, runtime.store
        self._desk, self._sender, self._gate, self._push = CaseActions(runtime), sender, gate, push

    def page(self, job: PageStaff, run: JobRun) -> JobResult:
        """Alert one caseworker to a case, for one step of the alert ladder. Cases that wait together share a text."""
        case = case_to_alert(self._store, self._gate, job.case)
        if case is None or case.round != job.round:
            return DONE
        kind = PushKind.URGENT if case.urgent or case.owner == job.staff else PushKind.NEW
        pushed = self._pushed(job, run, kind)
        if pushed:
            return pushed
        if case.owner == job.staff:
            return self._after(case, job, self._send(run, job.staff, lambda _: self._to_owner(case)))
        if (over := self._store.begun.ended(run.job_id)) and over.state == SendResult.SENT.value:
            return DONE  # another text told of it
        bundle = bundles.make(case, job.staff, self._waiting(), run.now)
        turn = self._store.begun.turn(
            job.staff,
            run.job_id,
            run.now,
            urgent=bundle.urgent > 0,
            seconds=bundles.spacing(self._settings.alert_minutes),
        )
        if turn:
            return Retry(at=turn)
        told: list[bundles.Bundle] = []

        def words(note: str) -> str:
            told.append(bundles.Bundle.read(note))
            return told[0].words(self._settings)

        result = self._send(run, job.staff, words, bundle.dump())
        if result is SendResult.SENT and told:
            for other in self._pages(told[0].codes, job.staff):
                if other != job:
                    self._store.begun.finish(other.dump(), note=run.job_id)
        return self._after(case, job, result)

    def tell_taken(self, job: TellCaseClaimed, run: JobRun) -> JobResult:
        """Tell an alerted caseworker that someone else has claimed the case."""
        return self._text(job, run, job.staff, f"{self._named(job.case)} is taken.")

    def tell_passed(self, job: TellCaseTransferred, run: JobRun) -> JobResult:
        """Tell a caseworker that a case was transferred to them."""
        case = self._store.cases.get(job.case)
        if case is None or case.status is not Status.HELD or case.owner != job.staff:
            return DONE
        if pushed := self._pushed(job, run, PushKind.TRANSFERRED):
            return pushed
        link = f"{self._settings.public_url}/console/{job.case}"
        text = f"{self._named(job.case)} is passed to you. {link}  To answer by text, reply TAKE {job.case}"
        return self._text(job, run, job.staff, text)

    def relay(self, job: RelayToStaff, run: JobRun) -> JobResult:
        """Text what the person or the contact wrote to the owner who claimed the case by text."""
        case = self._store.cases.get(job.case)
        line = self._store.cases.line(job.case, job.index)
        held = case is not None and case.status is Status.HELD and case.by_text and self._gate.talks(case.person)
        if not case or not held or not line or line.kind not in (Kind.PERSON, Kind.CONTACT):
            return DONE
        contact = case.introduction.contact if case.introduction and line.kind is Kind.CONTACT else ""
        text = f"{job.case} {contact}".strip() + f": {line.text[:LONGEST_RELAY]}"
        return self._text(job, run, case.owner, text)

    def tell_of_contact(self, job: TellOfContact, run: JobRun) -> JobResult:
        """Tell the owner who claimed the case by text that the contact joined or left."""
        case = self._store.cases.get(job.case)
        held = case.introduction if case and case.status is Status.HELD and case.by_text else None
        if not case or not held or held.code != job.join_code or not self._gate.talks(case.person):
            return DONE
        return self._text(job, run, case.owner, f"{job.case}: {held.contact} has {job.what}.")

    def tell_not_sent(self, job: TellNotSent, run: JobRun) -> JobResult:
        """Tell a caseworker that a text of theirs, or of the contact in their case, was not sent."""
        written = datetime.fromtimestamp(job.written_at, self._settings.timezone)
        link = f"{self._settings.public_url}/console/{job.case}"
        text = f"{self._named(job.case)}: the text of {written:%H:%M} was not sent. {link}"
        return self._text(job, run, job.staff, text)

    def tell_of_report(self, job: TellOfReport, run: JobRun) -> JobResult:
        """Tell a lead that a mandated report waits, unless it is signed or has a later version by now.

        The text names no case: who sees the phone is not to know whom a report is about.
        """
        lead = self._store.staff.get(job.staff)
        waiting = [report.latest.id for report in self._store.disclosures.reports(run.now) if report.signature is None]
        if lead is None or not lead.may({Role.LEAD}) or job.version not in waiting:
            return DONE
        text = (
            f"{self._settings.program_name}: a mandated report waits for a lead. "
            f"{self._settings.public_url}/staff/disclosures"
        )
        return self._text(job, run, job.staff, text)

    def send_code(self, job: SendPhoneCode, run: JobRun) -> JobResult:
        """Send the code that proves a caseworker's phone, unless it is void by now, or a person texts from there."""
        person = self._store.staff.get(job.staff)
        if person is None or not person.active or person.phone_code_until != job.until or run.now >= job.until:
            return DONE
        if not person.new_phone or self._store.has_conversation(person.new_phone):
            return DONE
        minutes = CODE_SECONDS // 60
        text = (
            f"{self._settings.program_name}: your code is {person.phone_code}. It works for {minutes} minutes. "
            "Not yours? Then ignore this text."
        )
        result = self._sender.send_once(run, person.new_phone, lambda _: text)
        return FAILED if result is SendResult.RETRY else DONE

    def undelivered(self, job: PageStaff, provider_code: int) -> None:
        """Treat an alert that was sent and did not arrive as one that could not be sent."""
        refused = provider_code == OPTED_OUT or provider_code in BAD_NUMBER
        result = SendResult.REFUSED if refused else SendResult.GAVE_UP
        self._store.begun.free_turn(job.staff)
        for page in (job, *self._told_with(job)):
            self._store.begun.overwrite(page.dump(), result)
            case = case_to_alert(self._store, self._gate, page.case)
            if case and case.round == page.round:
                self._missed(case, page, again=not refused, hurry=True)

    def _after(self, case: Case, job: PageStaff, result: SendResult) -> JobResult:
        if result is SendResult.RETRY:
            return FAILED
        if result is not SendResult.SENT:
            self._store.begun.free_turn(job.staff)
            refused = result is SendResult.REFUSED
            self._missed(case, job, again=not refused, hurry=refused)
        return DONE

    def _pushed(self, job: PageStaff | TellCaseTransferred, run: JobRun, kind: PushKind) -> JobResult | None:
        """Return what to do with a job in place of its text; None to send the text now."""
        begun = self._store.begun.ended(run.job_id)
        if begun:
            return None  # it was sent, or failed: a repeat finds out by itself
        reached = self._push.instead_of_text(run.job_id, job.staff, kind, run.now)
        if reached is Reached.CONFIRMED:
            self._store.begun.finish(run.job_id, SendResult.SENT.value)
            return DONE
        return reached if isinstance(reached, Retry) else None

    def _to_owner(self, case: Case) -> str:
        link = f"{self._settings.public_url}/console/{case.code}"
        by_text = f"  Or by text: {case.code}: your words" if case.by_text else ""
        return f"{self._settings.program_name}: URGENT: your case {case.code} needs an answer now. {link}{by_text}"

    def _waiting(self) -> list[Case]:
        """Return the cases that need a caseworker and may be alerted, urgent ones first, then the longest waiting."""
        waiting = [case for case in self._store.cases.open() if case.needs_attention and self._gate.talks(case.person)]
        return sorted(waiting, key=lambda case: (not case.urgent, case.waits_since))

    def _pages(self, codes: Iterable[str], staff: str) -> list[PageStaff]:
        """Return the jobs that alert `staff` to these cases in their last step."""
        cases = [case for code in codes if (case := self._store.cases.get(code))]
        return [PageStaff(case.code, case.round, case.step - 1, staff) for case in cases if staff in case.rung]

    def _told_with(self, job: PageStaff) -> list[PageStaff]:
        """Return the jobs whose cases the text of `job` told of too."""
        pages = self._pages((case.code for case in self._store.cases.open()), job.staff)
        ended = [(page, self._store.begun.ended(page.dump())) for page in pages if page != job]
        return [page for page, end in ended if end and end.note == job.dump()]

    def _named(self, code: str) -> str:
        return f"{self._settings.program_name}: case {code}"

    def _text(self, job: Job, run: JobRun, staff_id: str, text: str) -> JobResult:
        result = self._send(run, staff_id, lambda _: text)
        if result is SendResult.RETRY:
            return FAILED
        if result is not SendResult.SENT:
            note_lost(self._store, job, run.now)
        return DONE

    def _send(self, run: JobRun, staff_id: str, words: Callable[[str], str], note: str = "") -> SendResult:
        person = self._store.staff.get(staff_id)
        phone = person.phone if person and reachable([person]) else ""
        return self._sender.send_once(run, phone, words, note)

    def _missed(self, case: Case, job: PageStaff, *, again: bool, hurry: bool) -> None:
        """Record that an alert missed its caseworker. With `again` a later step may try them.

        If the step reached nobody at all, the next one comes at once in a `hurry`, else after the wait of a repeat.
        Once everyone was alerted there is no hurry: the steps would all be over before the network is back.
        """
        is_last_step = case.step == job.step + 1
        pages = tuple(PageStaff(case.code, case.round, job.step, staff).dump() for staff in case.rung)
        all_missed = is_last_step and self._store.begun.all_failed(pages)
        wait = 0 if hurry and job.step < len(CLIMB) - 1 else 60 * self._settings.alert_minutes[-1]
        if again or all_missed:
            try:
                self._desk.alert_failed(case, job.staff, again=again, next_in=wait if all_missed else None)
            except (StaleCase, CaseClosed):
                log.info("a missed alert no longer matters")
