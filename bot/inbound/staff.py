"""Commands and replies that staff text. Answers name codes and staff, and nothing of a person.

STOP is obeyed here as anywhere. A caseworker's words reach only the person whose case they own, and only with the
case's code, or as the answer to a text that was relayed in the last minutes. Nothing else that staff text reaches a
person.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from bot.actions.cases import CaseActions, CaseClosed, NotCaseOwner, ScreenNotSafe, only_owner
from bot.casework.cases import Case, Kind, Line, Status
from bot.casework.consent_gate import ConsentGate, NoConsent
from bot.casework.escalation import ALERTED
from bot.conversation.messages import Inbound
from bot.conversation.render import provider_confirms_stop
from bot.errors import Conflict
from bot.flows.names import Answer, ShareItem
from bot.inbound import staff_commands as commands
from bot.inbound.staff_commands import Command, Verb
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Role, Staff, known_as
from bot.staff.audit import Entry
from bot.staff.audit import Verb as AuditVerb
from bot.understanding import carrier, normalise
from bot.understanding.own_words import Kind as TextKind
from bot.understanding.own_words import own_words_of_staff

MOST_LISTED = 8
LONGEST_NOTE = 1000
ENDINGS = "helped, referred, talked, unreached or other"

ANSWER_SECONDS = 10 * 60
"""So long after a relayed text an answer without a code still goes to the person who wrote it."""

HOW = (
    "Text TAKE K7QM, then K7QM: your message. NOTE K7QM: only for staff. URGENT K7QM. CLOSE K7QM helped. "
    "PASS K7QM and a name. BOARD for the queue."
)
ODD = f"Not sent to anyone. {HOW}"


class StaffTexts:
    """Answers staff. Safe to share between threads. May raise StoreUnavailable."""

    def __init__(self, runtime: Runtime) -> None:
        self._settings, self._store = runtime.settings, runtime.store
        self._clock, self._desk = runtime.clock, CaseActions(runtime)
        self._gate = ConsentGate(runtime.store, runtime.directory.now, runtime.clock, runtime.settings.idle_seconds)
        self._do: dict[Verb, Callable[[Staff, Command, str], str]] = {
            Verb.TAKE: self._take, Verb.CLOSE: self._close, Verb.PASS: self._pass, Verb.WORDS: self._say,
            Verb.BOARD: self._board, Verb.NOTE: self._add_note, Verb.URGENT: self._flag, Verb.HELP: lambda *_: HOW,
            Verb.ODD: lambda *_: ODD,
        }  # fmt: skip

    def answer(self, person: Staff, inbound: Inbound, *, stopped: bool) -> str:
        """Carry out a text and return the reply, "" for none. `stopped`: this phone has opted out.

        A reaction, a quotation or an automatic reply of the phone goes nowhere, and nobody is answered.
        """
        own = own_words_of_staff(inbound.text)
        inbound = replace(inbound, text=own.words)
        heard = carrier.heard(normalise(inbound.text), opt_out=inbound.opt_out, stopped=stopped)
        if heard is Answer.STOP:
            self._store.mark_stopped(inbound.phone)
            confirmed = provider_confirms_stop(self._settings, inbound.opt_out)
            return "" if stopped or confirmed else "You get no more texts or alerts. Text START to get them again."
        if heard is Answer.START:
            self._store.clear_stopped(inbound.phone)
            return "You get alerts now."
        if stopped or own.kind is not TextKind.WORDS:
            return ""
        return self._act(person, inbound) if person.may(ALERTED) else "Your role can't work on cases. Ask a lead."

    def _act(self, person: Staff, inbound: Inbound) -> str:
        command = commands.read(inbound.text)
        code = command.code or "that case"
        try:
            return self._do[command.verb](person, command, inbound.sid)
        except CaseClosed:
            return f"There is no open case {command.code}." if command.code else "That case is closed."
        except NotCaseOwner as error:
            return f"{self._name(error.owner)} has {code}." if error.owner else f"Text TAKE {code} first."
        except NoConsent:
            return "Not sent: their consent has ended."
        except ScreenNotSafe:
            return "Not sent: someone may see their screen. Try again after they text."
        except Conflict:
            return "Not done: the system was busy. Send it again."

    def _take(self, person: Staff, command: Command, sid: str) -> str:
        waiting = self._waiting()
        code = command.code or (waiting[0].code if len(waiting) == 1 else "")
        if not code:
            return f"Which one? {self._board(person, Command(Verb.BOARD), sid)}"
        case = self._open(code)
        if case.status is Status.HELD and case.owner != person.id and not case.alarm_at:
            raise NotCaseOwner(case.owner)
        self._note(AuditVerb.CASE_TAKEN, person, code)
        self._desk.claim(code, person.id, known_as(person.name), by_text=True)
        return f"{code} is yours. To reply, text {code}: your message. {self._settings.public_url}/console/{code}"

    def _say(self, person: Staff, command: Command, sid: str) -> str:
        code = command.code or self._just_wrote(person)
        if not code:
            return f"Not sent: start with the case code, like K7QM: hello. {self._held(person)}"
        case = self._store.cases.get(code)
        if case and case.is_open and case.owner == person.id:
            self._gate.require(case.person, ShareItem.WANTS_TO_TALK)
        case = self._desk.reply(code, person.id, command.words, sid=sid)
        return f"Sent to {code}." if case.by_text else f"Sent to {code}. Text TAKE {code} to get their replies here."

    def _add_note(self, person: Staff, command: Command, _: str) -> str:
        """Keep a note with the case. Nobody but staff sees it."""
        code = command.code or self._only(person)
        if not code:
            return f"Not kept: say for which case, like NOTE K7QM: your words. {self._held(person)}"
        if not command.words:
            return f"Not kept: the note for {code} has no words."
        case = self._open(code)
        only_owner(case, person.id)
        self._gate.require(case.person, ShareItem.WANTS_TO_TALK)
        self._store.cases.add_note(code, Line(Kind.NOTE, command.words[:LONGEST_NOTE], self._clock(), person.id))
        return f"Kept as a note with {code}. Only staff see it. Nothing was sent."

    def _flag(self, person: Staff, command: Command, _: str) -> str:
        """Set a case urgent, or not urgent: one that waits, one's own, or any for a lead."""
        case = self._open(command.code)
        if case.status is Status.HELD and not person.may({Role.LEAD}):
            only_owner(case, person.id)
        note = "set" if command.on else "removed"
        self._store.staff.audit.add(
            Entry(int(time.time()), person.id, AuditVerb.CASE_URGENT, f"case:{case.code}", note)
        )
        self._desk.set_urgent(case.code, urgent=command.on)
        return f"{case.code} is {'urgent now' if command.on else 'not urgent any more'}. Nothing was sent to them."

    def _close(self, person: Staff, command: Command, _: str) -> str:
        code = command.code or self._only(person)
        if not code:
            return f"Close which one? {self._held(person)}"
        only_owner(self._open(code), person.id)
        if not command.outcome:
            return f"Close {code}? Text CLOSE {code} and how it ended: {ENDINGS}. We tell them. You then lose access."
        self._note(AuditVerb.CASE_CLOSED, person, code)
        self._desk.close(code, person.id, command.outcome)
        return f"{code} is closed. We told them."

    def _pass(self, person: Staff, command: Command, _: str) -> str:
        wanted = command.name.casefold()
        team = [
            other for other in self._store.staff.everybody()
            if other.id != person.id and other.active and other.joined and other.may(ALERTED)
        ]  # fmt: skip
        exact = [other for other in team if wanted in (other.name.casefold(), other.handle)]
        found = exact or [other for other in team if other.name.casefold().startswith(wanted)]
        if len(found) != 1:
            return "No colleague has that name." if not found else "Several have that name: use the sign-in name."
        only_owner(self._open(command.code), person.id)
        self._note(AuditVerb.CASE_PASSED, person, command.code)
        self._desk.transfer(command.code, person.id, known_as(found[0].name), found[0].id)
        return f"{command.code} is with {found[0].name} now. We told them."

    def _board(self, person: Staff, command: Command, _: str) -> str:
        """List the waiting cases, a page of them at a time."""
        now, (cases, damaged) = self._clock(), self._store.cases.listing()
        waiting = [case for case in cases if case.status is Status.WAITING]
        lost = f" Can't be opened: {', '.join(damaged[:MOST_LISTED])}. Tell a lead." if damaged else ""
        if not waiting:
            return f"{'No one else' if lost else 'No one'} is waiting.{lost} {self._held(person)}"
        pages = -(-len(waiting) // MOST_LISTED)
        page = min(command.page, pages)
        shown = [_waits(case, now) for case in waiting[(page - 1) * MOST_LISTED : page * MOST_LISTED]]
        more = f" Text BOARD {page + 1} for {len(waiting) - page * MOST_LISTED} more." if page < pages else ""
        return f"Waiting: {', '.join(shown)}.{more}{lost} {self._held(person)}"

    def _open(self, code: str) -> Case:
        """Return the open case with this code. Raises CaseClosed."""
        case = self._store.cases.get(code)
        if case is None or not case.is_open:
            raise CaseClosed(code)
        return case

    def _note(self, verb: AuditVerb, person: Staff, code: str) -> None:
        """Write to the audit log before the act, as the console does. A refused act is not written."""
        self._store.staff.audit.add(Entry(int(time.time()), person.id, verb, f"case:{code}"))

    def _waiting(self) -> list[Case]:
        return [case for case in self._store.cases.open() if case.status is Status.WAITING]

    def _held(self, person: Staff) -> str:
        held = self._codes(person)
        return f"Your cases: {', '.join(held[:MOST_LISTED])}." if held else "You have no cases."

    def _codes(self, person: Staff) -> list[str]:
        return sorted(case.code for case in self._store.cases.open() if case.owner == person.id)

    def _only(self, person: Staff) -> str:
        held = self._codes(person)
        return held[0] if len(held) == 1 else ""

    def _just_wrote(self, person: Staff) -> str:
        """Return the code of the only case they hold by text, if its person wrote in the last minutes."""
        held = [case for case in self._store.cases.open() if case.owner == person.id]
        if len(held) != 1 or not held[0].by_text:
            return ""
        return held[0].code if self._clock() - held[0].heard_at <= ANSWER_SECONDS else ""

    def _name(self, staff_id: str) -> str:
        owner = self._store.staff.get(staff_id)
        return owner.name if owner else "A colleague"


def _waits(case: Case, now: int) -> str:
    minutes = max(0, now - case.waits_since) // 60
    return f"{case.code} {minutes} min{' urgent' if case.urgent else ''}"
