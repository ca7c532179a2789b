"""Commands and replies that staff text. Answers name codes and staff, and nothing of a person.

STOP is obeyed here as anywhere. A caseworker's words reach only the person whose case they own.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from bot.actions.cases import CaseActions, CaseClosed, NotCaseOwner, ScreenNotSafe, only_owner
from bot.casework.cases import Case, Status
from bot.casework.consent_gate import ConsentGate, NoConsent
from bot.casework.escalation import ALERTED
from bot.conversation.messages import Inbound
from bot.conversation.render import provider_confirms_stop
from bot.errors import Conflict
from bot.flows.names import Answer, ShareItem
from bot.inbound import staff_commands as commands
from bot.inbound.staff_commands import Command, Verb
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Staff, known_as
from bot.staff.audit import Entry
from bot.staff.audit import Verb as AuditVerb
from bot.understanding import carrier, normalise

MOST_LISTED = 8

HOW = "TAKE K7QM, then K7QM: your words. CLOSE K7QM helped. PASS K7QM and a name. BOARD: who waits."
ODD = f"Not sent to anybody. {HOW}"


class StaffTexts:
    """Answers staff. Safe to share between threads. May raise StoreUnavailable."""

    def __init__(self, runtime: Runtime) -> None:
        self._settings, self._store = runtime.settings, runtime.store
        self._clock, self._desk = runtime.clock, CaseActions(runtime)
        self._gate = ConsentGate(runtime.store, runtime.directory.now, runtime.clock, runtime.settings.idle_seconds)
        self._do: dict[Verb, Callable[[Staff, Command, str], str]] = {
            Verb.TAKE: self._take, Verb.CLOSE: self._close, Verb.PASS: self._pass, Verb.WORDS: self._say,
            Verb.BOARD: self._board, Verb.HELP: lambda *_: HOW, Verb.ODD: lambda *_: ODD,
        }  # fmt: skip

    def answer(self, person: Staff, inbound: Inbound, *, stopped: bool) -> str:
        """Carry out a text and return the reply, "" for none. `stopped`: this phone has opted out."""
        heard = carrier.heard(normalise(inbound.text), opt_out=inbound.opt_out, stopped=stopped)
        if heard is Answer.STOP:
            self._store.mark_stopped(inbound.phone)
            confirmed = provider_confirms_stop(self._settings, inbound.opt_out)
            return "" if stopped or confirmed else "You get no more texts, and no alerts. START brings them back."
        if heard is Answer.START:
            self._store.clear_stopped(inbound.phone)
            return "You get alerts."
        if stopped:
            return ""
        return self._act(person, inbound) if person.may(ALERTED) else "You have no part in cases. Ask a lead."

    def _act(self, person: Staff, inbound: Inbound) -> str:
        command = commands.read(inbound.text)
        code = command.code or "that case"
        try:
            return self._do[command.verb](person, command, inbound.sid)
        except CaseClosed:
            return f"No open case {command.code}." if command.code else "That case is closed."
        except NotCaseOwner as error:
            return f"{self._name(error.owner)} has {code}." if error.owner else f"First TAKE {code}."
        except NoConsent:
            return "Not sent: their consent has ended."
        except ScreenNotSafe:
            return "Not sent: somebody may see their screen now. Try again when they have written."
        except Conflict:
            return "Not done: too much at once. Please send it again."

    def _take(self, person: Staff, command: Command, sid: str) -> str:
        waiting = self._waiting()
        code = command.code or (waiting[0].code if len(waiting) == 1 else "")
        if not code:
            return f"Which one? {self._board(person, command, sid)}"
        case = self._open(code)
        if case.status is Status.HELD and case.owner != person.id and not case.alarm_at:
            raise NotCaseOwner(case.owner)
        self._note(AuditVerb.CASE_TAKEN, person, code)
        self._desk.claim(code, person.id, known_as(person.name), by_text=True)
        return f"{code} is yours. Answer by text: {code}: your words. {self._settings.public_url}/console/{code}"

    def _say(self, person: Staff, command: Command, sid: str) -> str:
        code = command.code or self._only(person)
        if not code:
            return f"Not sent: say to whom, like K7QM: hello. {self._held(person)}"
        case = self._store.cases.get(code)
        if case and case.is_open and case.owner == person.id:
            self._gate.require(case.person, ShareItem.WANTS_TO_TALK)
        case = self._desk.reply(code, person.id, command.words, sid=sid)
        return f"Sent to {code}." if case.by_text else f"Sent to {code}. TAKE {code} to get the answers here."

    def _close(self, person: Staff, command: Command, _: str) -> str:
        code = command.code or self._only(person)
        if not code:
            return f"Close which one? {self._held(person)}"
        only_owner(self._open(code), person.id)
        self._note(AuditVerb.CASE_CLOSED, person, code)
        self._desk.close(code, person.id, command.outcome)
        return f"{code} is closed. They were told."

    def _pass(self, person: Staff, command: Command, _: str) -> str:
        wanted = command.name.casefold()
        team = [
            other for other in self._store.staff.everybody()
            if other.id != person.id and other.active and other.joined and other.may(ALERTED)
        ]  # fmt: skip
        exact = [other for other in team if wanted in (other.name.casefold(), other.handle)]
        found = exact or [other for other in team if other.name.casefold().startswith(wanted)]
        if len(found) != 1:
            return "No such colleague." if not found else "More than one has that name: use the sign-in name."
        only_owner(self._open(command.code), person.id)
        self._note(AuditVerb.CASE_PASSED, person, command.code)
        self._desk.transfer(command.code, person.id, known_as(found[0].name), found[0].id)
        return f"{command.code} is with {found[0].name} now. They were told."

    def _board(self, person: Staff, *_: object) -> str:
        now = self._clock()
        waiting = self._waiting()
        shown = [_waits(case, now) for case in waiting[:MOST_LISTED]]
        more = [f"and {len(waiting) - MOST_LISTED} more"] if len(waiting) > MOST_LISTED else []
        told = f"Waiting: {', '.join(shown + more)}." if shown else "Nobody waits."
        if damaged := self._store.cases.listing().damaged:
            told += f" Can't be opened: {', '.join(damaged[:MOST_LISTED])}. Tell a lead."
        return f"{told} {self._held(person)}"

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
        return f"You hold {', '.join(held[:MOST_LISTED])}." if held else "You hold no case."

    def _codes(self, person: Staff) -> list[str]:
        return sorted(case.code for case in self._store.cases.open() if case.owner == person.id)

    def _only(self, person: Staff) -> str:
        held = self._codes(person)
        return held[0] if len(held) == 1 else ""

    def _name(self, staff_id: str) -> str:
        owner = self._store.staff.get(staff_id)
        return owner.name if owner else "A colleague"


def _waits(case: Case, now: int) -> str:
    minutes = max(0, now - case.waits_since) // 60
    return f"{case.code} {minutes} min{' urgent' if case.urgent else ''}"
