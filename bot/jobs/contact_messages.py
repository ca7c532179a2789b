"""Texts to an agency's contact: the invitation, what was agreed to be shared, the lines of the talk, the end.

Before each that tells anything the ledger is asked anew, for this one agency: without a live consent nothing goes out,
not even what was queued before. Sent at least once, with a mark for each, as the texts to colleagues are.
May log no text, number or name.
"""

from __future__ import annotations

import logging
from datetime import datetime
from typing import NamedTuple

from bot.actions.cases import CaseGone, Meanwhile
from bot.actions.introductions import ANSWERED_SECONDS, Introductions
from bot.casework import consent
from bot.casework.cases import Case, Introduction, Kind, Line, Stage
from bot.casework.consent_gate import Gate, NoConsent, Shared
from bot.errors import LostRace, WordsGone
from bot.flows.names import Event, Need, Share
from bot.jobs.staff_messages import LONGEST_RELAY, Outcome, Pager
from bot.runtime.runtime import Runtime
from bot.staff.accounts import known_as

log = logging.getLogger(__name__)

DAY_SECONDS = 86_400
UNREACHABLE, MISSED = "contact_unreachable", "contact_missed"
"""Facts of the timeline: the contact's number took no text; one line of the talk did not reach them."""

TO_CONTACTS = frozenset({"invite", "brief", "pass_on"})
"""The kinds of work that tell a contact something."""

DISMISSED = "this introduction has ended. Nothing more comes. Thank you."


class _Talk(NamedTuple):
    """A case with its introduction, consented to at this moment."""

    case: Case
    held: Introduction


class _Text(NamedTuple):
    """A text to a contact, the items it tells, and what leads it: kept from the first try, for a second one."""

    words: str
    tells: tuple[Share, ...] = ()
    mark: str = ""


class Contacts:
    """Sends what is queued for contacts. Safe to share between threads. Every call may raise StoreGone."""

    def __init__(self, runtime: Runtime, pager: Pager) -> None:
        self._settings, self._store, self._clock = runtime.settings, runtime.store, runtime.clock
        self._runtime, self._pager = runtime, pager
        self._gate = Gate(runtime.store, runtime.directory.now, runtime.clock, runtime.settings.idle_seconds)
        self._introductions = Introductions(runtime)

    def invite(self, job: str, ref: str, now: int) -> None:
        """Ask the contact in, in words that tell nothing of anybody. Whose phone it is is kept before it can answer."""
        code, join_code = ref.split(":")
        talk = self._agreed(code, Stage.INVITED)
        if talk is None or talk.held.code != join_code:
            return self._store.due.done(job)
        until = now + DAY_SECONDS * self._settings.consent_days.agency + ANSWERED_SECONDS
        self._store.contacts.keep(talk.held.phone, code, join_code, now, until)
        text = (
            f"Hi, this is {self._settings.program_name}. A caseworker here would like to introduce somebody to you "
            f"by text. Reply {join_code} to join. Reply LEAVE to say no, STOP for no more texts."
        )
        return self._to_contact(job, talk, _Text(text), now)

    def brief(self, job: str, ref: str, now: int) -> None:
        """Once they are in: what was agreed to be shared with them; nothing if that is only the wish to talk."""
        code, join_code = ref.split(":")
        talk = self._agreed(code, Stage.JOINED)
        if talk and talk.held.code == join_code:
            shared = self._gate.shared(talk.case.person, consent.agency(talk.held.service))
            told = {item.item: told for item in shared if (told := self._told(item))}
            if told:
                day = datetime.fromtimestamp(min(item.until for item in shared), self._settings.timezone)
                listed = "; ".join(told.values())
                text = f"Shared with you, for this introduction only: {listed}. Until {day:%b} {day.day}."
                return self._to_contact(job, talk, _Text(text, tuple(told)), now)
        return self._store.due.done(job)

    def pass_on(self, job: str, ref: str, now: int) -> None:
        """One line of the talk, if it was said since this contact joined and may still be told to them."""
        code, _, place = ref.partition(":")
        thread = self._store.cases.thread(code)[: int(place) + 1]
        talk = self._agreed(code, Stage.JOINED)
        if talk and len(thread) > int(place) and _heard_by(talk.held, thread):
            line = thread[-1]
            if line.kind in (Kind.PERSON, Kind.STAFF):
                named = self._name(talk) if line.kind is Kind.PERSON else ""
                speaker = named or ("They" if line.kind is Kind.PERSON else self._colleague(line.by))
                words = f"{speaker}: {line.text[:LONGEST_RELAY]}"
                tells = (Share.NAME,) if named else ()
                return self._to_contact(job, talk, _Text(words, tells, self._mark(talk.held)), now)
        return self._store.due.done(job)

    def dismiss(self, job: str, ref: str, now: int) -> None:
        """Tell whoever was invited that it has ended, for whatever reason. A late answer of theirs is still known."""
        code, join_code = ref.split(":")
        phone = self._store.contacts.phone(code, join_code)
        if phone:
            self._store.contacts.keep(phone, code, join_code, now, now + ANSWERED_SECONDS)
            text = f"{self._settings.program_name}: {DISMISSED}"
            if self._pager.hand_over(job, self._reachable(phone), lambda _: text) is Outcome.LATER:
                return self._pager.put_off(job, now)
        return self._store.due.done(job)

    def undelivered(self, job: str, ref: str, now: int) -> None:
        """The provider took a text to a contact, and reports that it did not arrive."""
        code, _, mark = ref.partition(":")
        case = self._store.cases.get(code)
        held = case.introduction if case and case.is_open else None
        if held is None or not held.is_invited:
            return
        if job.startswith("invite:") and held.code == mark:
            self._lost(code, held, now)
        else:
            self._store.cases.add_fact(code, Line(Kind.EVENT, MISSED, now), job)

    def look(self) -> int:
        """Tell each young person, once, whose contact does not answer; end what is no longer consented to.

        How many there were.
        """
        found, seconds = 0, self._settings.contact_silent_seconds
        for case in self._store.cases.open():
            held = case.introduction
            if held is None or not held.is_invited:
                continue
            try:
                if not self._consents(case, held):
                    self._introductions.withdraw(case.code, held.code)
                elif held.is_quiet(self._clock(), seconds):
                    self._introductions.quiet(case.code, seconds)
                else:
                    continue
                found += 1
            except (Meanwhile, CaseGone, LostRace):
                log.info("an introduction has moved on meanwhile")
        return found

    def _agreed(self, code: str, stage: Stage) -> _Talk | None:
        """The case and its introduction, if it stands at this stage and the person consents to it at this moment."""
        case = self._store.cases.get(code)
        held = case.introduction if case and case.is_open else None
        if case is None or held is None or held.stage is not stage or not self._consents(case, held):
            return None
        return _Talk(case, held)

    def _consents(self, case: Case, held: Introduction) -> bool:
        return self._gate.talks(case.person, consent.agency(held.service))

    def _to_contact(self, job: str, talk: _Talk, text: _Text, now: int) -> None:
        code, held = talk.case.code, talk.held

        def check() -> None:
            for item in (Share.WANTS_TO_TALK, *text.tells):
                self._gate.require(talk.case.person, item, consent.agency(held.service))

        def words(mark: str) -> str:
            return f"{mark} {text.words}" if mark else text.words

        try:
            outcome = self._pager.hand_over(job, self._reachable(held.phone), words, text.mark, check)
        except NoConsent:
            log.info("a text to a contact is not consented to any more")
            return self._store.due.done(job)
        if outcome is Outcome.LATER:
            return self._pager.put_off(job, now)
        if outcome is Outcome.REFUSED or (outcome is Outcome.GAVE_UP and job.startswith("invite:")):
            self._lost(code, held, now)
        elif outcome is Outcome.GAVE_UP:
            self._store.cases.add_fact(code, Line(Kind.EVENT, MISSED, now), job)
        return self._store.due.done(job)

    def _lost(self, code: str, held: Introduction, now: int) -> None:
        """The contact cannot be reached: it is over, and the caseworker sees why."""
        try:
            self._introductions.left(code, held.code)
        except (Meanwhile, CaseGone):
            log.info("an introduction has moved on meanwhile")
            return
        self._store.contacts.keep(held.phone, code, held.code, now, now + ANSWERED_SECONDS)
        self._store.cases.add_fact(code, Line(Kind.EVENT, UNREACHABLE, now), held.code)

    def _reachable(self, phone: str) -> str:
        return "" if self._store.unreachable([phone]) else phone

    def _mark(self, held: Introduction) -> str:
        """The introduction's code, for a contact who is in more than one talk."""
        talks = 0
        for part in self._store.load(held.phone, "").contact:
            case = self._store.cases.get(part.case)
            other = case.introduction if case else None
            talks += other is not None and other.code == part.code and other.stage is Stage.JOINED
        return held.code if talks > 1 else ""

    def _name(self, talk: _Talk) -> str:
        """What the contact may call them, "" for nothing."""
        try:
            return self._gate.require(talk.case.person, Share.NAME, consent.agency(talk.held.service)).values[0]
        except (NoConsent, IndexError):
            return ""

    def _colleague(self, staff_id: str) -> str:
        colleague = self._store.staff.get(staff_id)
        return known_as(colleague.name) if colleague else "The caseworker"

    def _told(self, shared: Shared) -> str:
        """One item in words, "" for one that says nothing more than that they want to talk."""
        values = [self._need(Need(value)) for value in shared.values] if shared.item is Share.NEEDS else shared.values
        label = {Share.NAME: "name", Share.NEEDS: "needs", Share.AREA: "near"}.get(shared.item)
        return f"{label}: {', '.join(values)}" if label and values else ""

    def _need(self, need: Need) -> str:
        try:
            return self._runtime.content.now.catalog.language("en").need(need)
        except WordsGone:
            return need.value.replace("_", " ")


def _heard_by(held: Introduction, thread: list[Line]) -> bool:
    """Whether the last line was said while this contact was in. One who came later hears nothing of before."""
    came = [line for line in thread if line.kind is Kind.EVENT and line.text == Event.CONTACT_CAME.value]
    return bool(came) and came[-1].at >= held.invited_at
