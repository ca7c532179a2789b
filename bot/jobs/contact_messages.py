"""Texts to an agency's contact: the invitation, what the person agreed to share, the thread, the end.

Before each text that tells anything the consent ledger is read anew, for this one agency: without a live consent
nothing is sent, not even what was queued before. Each text is sent at least once, with a recorded send attempt.
May log no text, number or name.
"""

from __future__ import annotations

import logging
from datetime import datetime
from typing import NamedTuple

from bot.actions.cases import CaseClosed, StaleCase
from bot.actions.introductions import ANSWERED_SECONDS, IntroductionActions
from bot.casework import consent
from bot.casework.cases import MISSED, UNREACHABLE, Case, Introduction, IntroductionStatus, Kind, Line
from bot.casework.consent_gate import ConsentGate, NoConsent, Shared
from bot.errors import Conflict, MissingMessage
from bot.flows.names import Event, Need, ShareItem
from bot.jobs.outcome import DONE, FAILED, JobResult, JobRun, one_of_many
from bot.jobs.sender import MessageSender, SendResult
from bot.jobs.staff_messages import LONGEST_RELAY
from bot.runtime.runtime import Runtime
from bot.staff.accounts import known_as
from bot.store.jobs import BriefContact, DismissContact, InviteContact, RelayToContact

log = logging.getLogger(__name__)

DAY_SECONDS = 86_400
DISMISSED = "this introduction has ended. Nothing more comes. Thank you."

ToContact = InviteContact | BriefContact | RelayToContact
"""Jobs that tell a contact something."""


class _Talk(NamedTuple):
    """A case with its introduction, consented to at this moment."""

    case: Case
    held: Introduction


class _Text(NamedTuple):
    """A text to a contact, the items it tells, and the code that leads it."""

    words: str
    tells: tuple[ShareItem, ...] = ()
    mark: str = ""


class Contacts:
    """Sends the texts that wait for contacts. Safe to share between threads. Every call may raise StoreUnavailable."""

    def __init__(self, runtime: Runtime, sender: MessageSender, gate: ConsentGate) -> None:
        self._settings, self._store, self._clock = runtime.settings, runtime.store, runtime.clock
        self._runtime, self._sender, self._gate = runtime, sender, gate
        self._introductions = IntroductionActions(runtime)

    def invite(self, job: InviteContact, run: JobRun) -> JobResult:
        """Invite the contact, in words that tell nothing of the person. Keeps their phone before they can answer."""
        talk = self._agreed(job.case, IntroductionStatus.INVITED)
        if talk is None or talk.held.code != job.join_code:
            return DONE
        until = run.now + DAY_SECONDS * self._settings.consent_days.agency + ANSWERED_SECONDS
        self._store.contacts.keep(talk.held.phone, job.case, job.join_code, run.now, until)
        text = (
            f"Hi, this is {self._settings.program_name}. A caseworker here would like to introduce someone to you "
            f"by text. Reply {job.join_code} to join. Reply LEAVE to say no, STOP for no more texts."
        )
        return self._to_contact(job, run, talk, _Text(text))

    def brief(self, job: BriefContact, run: JobRun) -> JobResult:
        """Tell a contact who has joined what the person agreed to share. Sends nothing if they shared no item."""
        talk = self._agreed(job.case, IntroductionStatus.JOINED)
        if talk is None or talk.held.code != job.join_code:
            return DONE
        shared = self._gate.shared(talk.case.person, consent.agency(talk.held.service))
        told = {item.item: told for item in shared if (told := self._told(item))}
        if not told:
            return DONE
        day = datetime.fromtimestamp(min(item.until for item in shared), self._settings.timezone)
        listed = "; ".join(told.values())
        text = f"Shared with you, for this introduction only: {listed}. Until {day:%b} {day.day}."
        return self._to_contact(job, run, talk, _Text(text, tuple(told)))

    def pass_on(self, job: RelayToContact, run: JobRun) -> JobResult:
        """Text one line of the thread, if it was written since this contact joined and may still be told to them."""
        thread = self._store.cases.thread(job.case)[: job.index + 1]
        talk = self._agreed(job.case, IntroductionStatus.JOINED)
        if talk is None or len(thread) <= job.index or not _heard_by(talk.held, thread):
            return DONE
        line = thread[-1]
        if line.kind not in (Kind.PERSON, Kind.STAFF):
            return DONE
        named = self._name(talk) if line.kind is Kind.PERSON else ""
        speaker = named or ("They" if line.kind is Kind.PERSON else self._colleague(line.by))
        words = f"{speaker}: {line.text[:LONGEST_RELAY]}"
        tells = (ShareItem.NAME,) if named else ()
        return self._to_contact(job, run, talk, _Text(words, tells, self._mark(talk.held)))

    def dismiss(self, job: DismissContact, run: JobRun) -> JobResult:
        """Tell an invited contact that the introduction has ended. Keeps their phone, for a late answer."""
        phone = self._store.contacts.phone(job.case, job.join_code)
        if not phone:
            return DONE
        self._store.contacts.keep(phone, job.case, job.join_code, run.now, run.now + ANSWERED_SECONDS)
        text = f"{self._settings.program_name}: {DISMISSED}"
        result = self._sender.send_once(run, phone, lambda _: text)
        return FAILED if result is SendResult.RETRY else DONE

    def undelivered(self, job: ToContact, now: int) -> None:
        """Follow up a text that the provider took and reports as not arrived."""
        case = self._store.cases.get(job.case)
        held = case.introduction if case and case.is_open else None
        if held is None or not held.is_invited:
            return
        if isinstance(job, InviteContact) and held.code == job.join_code:
            self._lost(job.case, held, now)
        else:
            self._store.cases.add_fact(job.case, Line(Kind.EVENT, MISSED, now), job.dump())

    def look(self) -> int:
        """Tell each person, once, whose contact does not answer; end introductions without consent. Return how many."""
        found, seconds = 0, self._settings.contact_silent_seconds
        for case in self._store.cases.open():
            held = case.introduction
            if held is None or not held.is_invited:
                continue
            with one_of_many("the watch over introductions"):
                try:
                    found += self._look_at(case, held, seconds)
                except (StaleCase, CaseClosed, Conflict):
                    log.info("an introduction has moved on meanwhile")
        return found

    def _look_at(self, case: Case, held: Introduction, seconds: int) -> bool:
        if not self._consents(case, held):
            self._introductions.withdraw(case.code, held.code)
        elif held.is_quiet(self._clock(), seconds):
            self._introductions.quiet(case.code, seconds)
        else:
            return False
        return True

    def _agreed(self, code: str, stage: IntroductionStatus) -> _Talk | None:
        """Return the case and its introduction, if it is at this stage and the person consents to it now."""
        case = self._store.cases.get(code)
        held = case.introduction if case and case.is_open else None
        if case is None or held is None or held.stage is not stage or not self._consents(case, held):
            return None
        return _Talk(case, held)

    def _consents(self, case: Case, held: Introduction) -> bool:
        return self._gate.talks(case.person, consent.agency(held.service))

    def _to_contact(self, job: ToContact, run: JobRun, talk: _Talk, text: _Text) -> JobResult:
        code, held = talk.case.code, talk.held

        def check() -> None:
            for item in (ShareItem.WANTS_TO_TALK, *text.tells):
                self._gate.require(talk.case.person, item, consent.agency(held.service))

        def words(mark: str) -> str:
            return f"{mark} {text.words}" if mark else text.words

        try:
            result = self._sender.send_once(run, held.phone, words, text.mark, check)
        except NoConsent:
            log.info("a text to a contact is not consented to any more")
            return DONE
        if result is SendResult.RETRY:
            return FAILED
        gave_up = result is SendResult.GAVE_UP
        if result is SendResult.REFUSED or (gave_up and isinstance(job, InviteContact)):
            self._lost(code, held, run.now)
        elif gave_up:
            self._store.cases.add_fact(code, Line(Kind.EVENT, MISSED, run.now), job.dump())
        return DONE

    def _lost(self, code: str, held: Introduction, now: int) -> None:
        """End the introduction: the contact cannot be reached. The timeline tells the caseworker why."""
        try:
            self._introductions.left(code, held.code)
        except (StaleCase, CaseClosed):
            log.info("an introduction has moved on meanwhile")
            return
        self._store.contacts.keep(held.phone, code, held.code, now, now + ANSWERED_SECONDS)
        self._store.cases.add_fact(code, Line(Kind.EVENT, UNREACHABLE, now), held.code)

    def _mark(self, held: Introduction) -> str:
        """Return the introduction's code for a contact who is in more than one conversation, else ""."""
        talks = 0
        for part in self._store.load(held.phone, "").contact:
            case = self._store.cases.get(part.case)
            other = case.introduction if case else None
            talks += other is not None and other.code == part.code and other.stage is IntroductionStatus.JOINED
        return held.code if talks > 1 else ""

    def _name(self, talk: _Talk) -> str:
        """Return the name that the contact may call the person, "" for none."""
        try:
            return self._gate.require(talk.case.person, ShareItem.NAME, consent.agency(talk.held.service)).values[0]
        except (NoConsent, IndexError):
            return ""

    def _colleague(self, staff_id: str) -> str:
        colleague = self._store.staff.get(staff_id)
        return known_as(colleague.name) if colleague else "The caseworker"

    def _told(self, shared: Shared) -> str:
        """One item in words, "" for one that says no more than that the person wants to talk."""
        values = (
            [self._need(Need(value)) for value in shared.values] if shared.item is ShareItem.NEEDS else shared.values
        )
        label = {ShareItem.NAME: "name", ShareItem.NEEDS: "needs", ShareItem.AREA: "near"}.get(shared.item)
        return f"{label}: {', '.join(values)}" if label and values else ""

    def _need(self, need: Need) -> str:
        try:
            return self._runtime.content.now.catalog.language("en").need(need)
        except MissingMessage:
            return need.value.replace("_", " ")


def _heard_by(held: Introduction, thread: list[Line]) -> bool:
    """Whether the last line was written while this contact was in. A contact who joins later hears nothing earlier."""
    came = [line for line in thread if line.kind is Kind.EVENT and line.text == Event.CONTACT_CAME.value]
    return bool(came) and came[-1].at >= held.invited_at
