"""Texts to colleagues: an alert, that a case is taken or passed on, and what a person writes to one who asked for it.

At least once, and with a mark for each so that a repeat is harmless; before a second try the provider's list is asked.
An alert says the case's code, the minutes, the link and how to take it, and nothing else. May log no text or number.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from bot.casework.cases import Case, Kind, Status
from bot.casework.gate import Gate, NoConsent
from bot.casework.ladder import reachable
from bot.casework.staff import Staff
from bot.conversation import Conversation
from bot.desk import CaseGone, Desk, Meanwhile
from bot.errors import BadNumber, SmsError, TryLater, Unsubscribed
from bot.flows.names import Share
from bot.sms import Sms

log = logging.getLogger(__name__)

TRIES = 5
WAIT_SECONDS = 10
"""Before the second try; each further wait is twice as long. All are over by the time the next step is due."""
CLOCKS_APART_SECONDS = 60
LONGEST_RELAY = 1500


class Outcome(StrEnum):
    """What became of a text to a colleague; all but LATER are ends, and the values are what is marked."""

    SENT = "done"
    LATER = "later"
    GAVE_UP = "gave_up"  # the provider could not: another time it may
    REFUSED = "failed"  # this number takes no texts, or the colleague opted out


class Pager:
    """Sends what is queued for colleagues. Safe to share between threads. Every call may raise StoreGone."""

    def __init__(self, conversation: Conversation, sms: Sms) -> None:
        parts = conversation.parts
        self._settings, self._store, self._sms = parts.settings, parts.store, sms
        self._desk = Desk(conversation)
        self._gate = Gate(parts.store, parts.directory, parts.clock)

    def calling(self, code: str) -> Case | None:
        """The case, if somebody must come to it now and the person still wants them to: the ledger is asked anew."""
        case = self._store.cases.get(code)
        return case if case and case.calls and self._consents(case) else None

    def page(self, job: str, ref: str, now: int) -> None:
        """Alert one colleague to one case, for one step of the ladder."""
        code, round_, step, staff_id = ref.split(":")
        case = self.calling(code)
        if case and case.round == int(round_):
            minutes = max(0, now - (case.alarm_at or case.waiting_since or case.opened_at)) // 60

            def words(minutes: str) -> str:
                link = f"{self._settings.public_url}/console/{code}"
                return f"{self._named(code)} waits {minutes} min. {link}  Reply TAKE {code}"

            outcome = self._hand_over(job, staff_id, words, str(minutes))
            if outcome is Outcome.LATER:
                return self.put_off(job, now)
            if outcome is not Outcome.SENT:
                self._missed(case, int(step), staff_id, again=outcome is Outcome.GAVE_UP)
        return self._store.due.done(job)

    def tell_taken(self, job: str, ref: str, now: int) -> None:
        """Tell who was alerted that somebody else has the case."""
        code, _, staff_id = ref.split(":")
        self._text(job, staff_id, f"{self._named(code)} is taken.", now)

    def tell_passed(self, job: str, ref: str, now: int) -> None:
        """Tell a colleague that a case was passed to them."""
        code, _, staff_id = ref.split(":")
        case = self._store.cases.get(code)
        if case and case.status is Status.HELD and case.owner == staff_id:
            link = f"{self._settings.public_url}/console/{code}"
            text = f"{self._named(code)} is passed to you. {link}  To answer by text, reply TAKE {code}"
            self._text(job, staff_id, text, now)
        else:
            self._store.due.done(job)

    def relay(self, job: str, ref: str, now: int) -> None:
        """Text what the person wrote to the owner, who took the case by text."""
        code, _, index = ref.partition(":")
        case = self._store.cases.get(code)
        line = self._store.cases.line(code, int(index))
        held = case is not None and case.status is Status.HELD and case.by_text and self._consents(case)
        if case and held and line and line.kind in (Kind.PERSON, Kind.CONTACT):
            contact = case.introduction.contact if case.introduction and line.kind is Kind.CONTACT else ""
            self._text(job, case.owner, f"{code} {contact}".strip() + f": {line.text[:LONGEST_RELAY]}", now)
        else:
            self._store.due.done(job)

    def tell_of_contact(self, job: str, ref: str, now: int) -> None:
        """Text to the owner, who took the case by text, that the agency's contact joined or left."""
        code, join_code, what = ref.split(":")
        case = self._store.cases.get(code)
        held = case.introduction if case and case.status is Status.HELD and case.by_text else None
        if case and held and held.code == join_code and self._consents(case):
            self._text(job, case.owner, f"{code}: {held.contact} has {what}.", now)
        else:
            self._store.due.done(job)

    def _consents(self, case: Case) -> bool:
        try:
            self._gate.require(case.person, Share.WANTS_TO_TALK)
        except NoConsent:
            return False
        return True

    def _named(self, code: str) -> str:
        return f"{self._settings.program_name}: case {code}"

    def _text(self, job: str, staff_id: str, text: str, now: int) -> None:
        if self._hand_over(job, staff_id, lambda _: text) is Outcome.LATER:
            self.put_off(job, now)
        else:
            self._store.due.done(job)

    def _hand_over(self, job: str, staff_id: str, words: Callable[[str], str], note: str = "") -> Outcome:
        person = self._colleague(staff_id)
        return self.hand_over(job, person.phone if person else "", words, note)

    def hand_over(self, job: str, phone: str, words: Callable[[str], str], note: str = "") -> Outcome:
        """Send once. `words` are made from the `note` of the first try, so that a second one knows them again.

        `phone` "" is nobody who can be texted.
        """
        begun = self._store.begun.begin(job, int(time.time()), note)
        if begun.state != "begun":
            return Outcome(begun.state)
        outcome = self._sent(job, phone, words(begun.note), begun.at, first=begun.first) if phone else Outcome.REFUSED
        if outcome is not Outcome.LATER:
            self._store.begun.end(job, outcome.value)
        return outcome

    def _sent(self, job: str, phone: str, text: str, begun_at: int, *, first: bool) -> Outcome:
        callback = f"{self._settings.public_url}/sms/status"
        since = datetime.fromtimestamp(begun_at, UTC) - timedelta(seconds=CLOCKS_APART_SECONDS)
        try:
            if first or text not in self._sms.sent_since(phone, since):
                self._sms.send(phone, text, callback)
        except TryLater as error:
            log.warning("a text put off: provider code %s", error.code)
            return Outcome.LATER if self._store.due.tries(job) < TRIES else Outcome.GAVE_UP
        except SmsError as error:
            log.warning("a text refused: provider code %s", error.code)
            if isinstance(error, Unsubscribed):
                self._store.mark_stopped(phone)
            elif isinstance(error, BadNumber):
                self._store.mark_bad(phone)
            return Outcome.REFUSED
        return Outcome.SENT

    def _colleague(self, staff_id: str) -> Staff | None:
        """The colleague, if they can be texted at this moment."""
        person = self._store.staff.get(staff_id)
        if person is None or not reachable([person]) or self._store.unreachable([person.phone]):
            return None
        return person

    def _missed(self, case: Case, step: int, staff_id: str, *, again: bool) -> None:
        """The next step comes at once when this one reached nobody at all."""
        now_on = case.step == step + 1
        pages = tuple(f"page:{case.code}:{case.round}:{step}:{other}" for other in case.rung)
        all_missed = now_on and self._store.begun.all_failed(pages)
        if again or all_missed:
            try:
                self._desk.missed(case, staff_id, again=again, all_missed=all_missed)
            except (Meanwhile, CaseGone):
                log.info("a missed alert is of no account any more")

    def put_off(self, job: str, now: int) -> None:
        """The provider could not just now: try again, later each time."""
        self._store.due.put_off(job, now + WAIT_SECONDS * 2 ** (self._store.due.tries(job) - 1))
