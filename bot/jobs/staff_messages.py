"""Texts to colleagues: an alert, that a case is taken or passed on, and what a person writes to one who asked for it.

At least once, and with a mark for each so that a repeat is harmless. One that the provider could not send or deliver
moves the ladder on, or is told in the case.
An alert says the case's code, the minutes, the link and how to take it, and nothing else. May log no text or number.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from enum import StrEnum

from bot.actions.cases import CaseGone, Desk, Meanwhile
from bot.casework.cases import Case, Kind, Line, Status
from bot.casework.consent_gate import Gate
from bot.casework.escalation import CLIMB, reachable
from bot.errors import BadNumber, SmsError, TryLater, Unsubscribed
from bot.flows.names import Event
from bot.jobs.outbox import Outbox
from bot.runtime.runtime import Runtime
from bot.sms.twilio import BAD_NUMBER, OPTED_OUT, Sms
from bot.staff.accounts import Staff
from bot.store import PersonKey

log = logging.getLogger(__name__)

TRIES = 5
WAIT_SECONDS = 10
"""Before the second try; each further wait is twice as long. All are over by the time the next step is due."""
LONGEST_RELAY = 1500


class Outcome(StrEnum):
    """What became of a text to a colleague; all but LATER are ends, and the values are what is marked."""

    SENT = "done"
    LATER = "later"
    GAVE_UP = "gave_up"  # the provider could not: another time it may
    REFUSED = "failed"  # this number takes no texts, or the colleague opted out


class Pager:
    """Sends what is queued for colleagues. Safe to share between threads. Every call may raise StoreGone."""

    def __init__(self, runtime: Runtime, sms: Sms) -> None:
        self._settings, self._store = runtime.settings, runtime.store
        self._outbox = Outbox(runtime.settings, runtime.store, sms)
        self._desk = Desk(runtime)
        self._gate = Gate(runtime.store, runtime.directory.now, runtime.clock, runtime.settings.idle_seconds)

    def calling(self, code: str) -> Case | None:
        """The case, if somebody must come to it now and the person still wants them to: the ledger is asked anew."""
        case = self._store.cases.get(code)
        return case if case and case.calls and self._gate.talks(case.person) else None

    def page(self, job: str, ref: str, now: int) -> None:
        """Alert one colleague to one case, for one step of the ladder."""
        code, round_, step, staff_id = ref.split(":")
        case = self.calling(code)
        if case and case.round == int(round_):
            minutes = max(0, now - case.waits_since) // 60

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
        held = case is not None and case.status is Status.HELD and case.by_text and self._gate.talks(case.person)
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
        if case and held and held.code == join_code and self._gate.talks(case.person):
            self._text(job, case.owner, f"{code}: {held.contact} has {what}.", now)
        else:
            self._store.due.done(job)

    def undelivered(self, job: str, ref: str, code: int) -> None:
        """An alert was sent, and did not arrive: as if it could not be sent."""
        case_code, round_, step, staff_id = ref.split(":")
        outcome = Outcome.REFUSED if code == OPTED_OUT or code in BAD_NUMBER else Outcome.GAVE_UP
        self._store.begun.undo(job, outcome)
        case = self.calling(case_code)
        if case and case.round == int(round_):
            # With everybody asked, steps that come at once would be all over before the network is back.
            self._missed(case, int(step), staff_id, again=outcome is Outcome.GAVE_UP, hurry=int(step) < len(CLIMB) - 1)

    def note_lost(self, job: str, now: int) -> None:
        """A text of a talk did not arrive: whoever holds the case sees it in the timeline."""
        kind, _, ref = job.partition(":")
        place, _, _ = ref.rpartition(":")
        if kind == "send":
            session = self._store.load_person(PersonKey(place)).session
            code, to = (session.case if session else ""), ""
        elif kind in ("relay", "passed"):
            code = place.partition(":")[0]
            case = self._store.cases.get(code)
            to = case.owner if case else ""
        else:
            return
        if code:
            self._store.cases.add_fact(code, Line(Kind.EVENT, Event.TEXT_FAILED.value, now, to), job)

    def _named(self, code: str) -> str:
        return f"{self._settings.program_name}: case {code}"

    def _text(self, job: str, staff_id: str, text: str, now: int) -> None:
        outcome = self._hand_over(job, staff_id, lambda _: text)
        if outcome is Outcome.LATER:
            return self.put_off(job, now)
        if outcome is not Outcome.SENT:
            self.note_lost(job, now)
        return self._store.due.done(job)

    def _hand_over(self, job: str, staff_id: str, words: Callable[[str], str], note: str = "") -> Outcome:
        person = self._colleague(staff_id)
        return self.hand_over(job, person.phone if person else "", words, note)

    def hand_over(
        self, job: str, phone: str, words: Callable[[str], str], note: str = "",
        check: Callable[[], object] | None = None,
    ) -> Outcome:  # fmt: skip
        """Send once. `words` are made from the `note` of the first try, so that a second one knows them again.

        `phone` "" is nobody who can be texted. What `check` raises, right before the provider is called, stops it.
        """
        begun = self._store.begun.begin(job, int(time.time()), note)
        if begun.state != "begun":
            return Outcome(begun.state)
        text, begun_at = words(begun.note), 0 if begun.first else begun.at
        outcome = self._sent(job, phone, text, begun_at, check) if phone else Outcome.REFUSED
        if outcome is not Outcome.LATER:
            self._store.begun.end(job, outcome.value)
        return outcome

    def _sent(self, job: str, phone: str, text: str, begun_at: int, check: Callable[[], object] | None) -> Outcome:
        try:
            self._outbox.send(job, phone, text, begun_at, check)
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

    def _missed(self, case: Case, step: int, staff_id: str, *, again: bool, hurry: bool = True) -> None:
        """The next step comes at once, in a `hurry`, when this one reached nobody at all.

        `again`: a later step may try this colleague.
        """
        now_on = case.step == step + 1
        pages = tuple(f"page:{case.code}:{case.round}:{step}:{other}" for other in case.rung)
        all_missed = hurry and now_on and self._store.begun.all_failed(pages)
        if again or all_missed:
            try:
                self._desk.missed(case, staff_id, again=again, all_missed=all_missed)
            except (Meanwhile, CaseGone):
                log.info("a missed alert is of no account any more")

    def put_off(self, job: str, now: int) -> None:
        """The provider could not just now: try again, later each time."""
        self._store.due.put_off(job, now + WAIT_SECONDS * 2 ** (self._store.due.tries(job) - 1))
