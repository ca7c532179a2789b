"""What an agency's contact texts: to join an introduction, to talk, or to leave. Answers tell nothing of a person.

A phone with a conversation of its own stays a person's until it joins by code. STOP is obeyed here as anywhere, and
leaves every introduction.
"""

from __future__ import annotations

from dataclasses import replace

from bot.actions.cases import CaseClosed, StaleCase
from bot.actions.introductions import ANSWERED_SECONDS, IntroductionActions
from bot.casework.cases import Case, IntroductionStatus
from bot.casework.consent_gate import ConsentGate, Screen
from bot.conversation.machines import digest_of
from bot.conversation.messages import Inbound
from bot.conversation.render import provider_confirms_stop
from bot.errors import Conflict
from bot.flows.names import Answer
from bot.inbound import contact_commands as contact_words
from bot.inbound.contact_commands import Act, Meant
from bot.runtime.runtime import Runtime
from bot.store import Loaded
from bot.understanding import carrier, normalise
from bot.understanding.own_words import Kind, looks_automatic, own_words_of_staff

OVER = "This introduction has ended. We did not pass on your text."
LEFT = "You have left. You get no more texts. Thank you."
NOT_YET = "Not delivered yet: they can't read it now. The caseworker sees it."
IN = "Thank you for joining. They and the caseworker get what you text here. No one sees your number. LEAVE to end."


class ContactTexts:
    """Answers contacts. Safe to share between threads. May raise StoreUnavailable."""

    def __init__(self, runtime: Runtime) -> None:
        self._settings, self._store, self._clock = runtime.settings, runtime.store, runtime.clock
        self._gate = ConsentGate(runtime.store, runtime.directory.now, runtime.clock, runtime.settings.idle_seconds)
        self._introductions = IntroductionActions(runtime)

    def answer(self, loaded: Loaded, inbound: Inbound) -> str | None:
        """Carry out a text and return the reply, "" for none; None when it belongs to a person's conversation.

        A reaction, a quotation or an automatic reply of the phone goes nowhere, and nobody is answered.
        """
        if not any(part.until > self._clock() for part in loaded.contact):
            return None
        own = own_words_of_staff(inbound.text)
        inbound, whole = replace(inbound, text=own.words), inbound.text
        invited, joined = self._under_way(loaded)
        heard = carrier.heard(normalise(inbound.text), opt_out=inbound.opt_out, stopped=loaded.stopped)
        if heard is Answer.STOP:
            return self._stop(loaded, inbound, invited | joined)
        meant = contact_words.read(inbound.relayed, invited, joined)
        if loaded.session is not None and not joined and not meant.code:
            return None
        if heard is Answer.START:
            self._store.clear_stopped(inbound.phone)
            return "You get texts again."
        machine = not joined and not meant.code and _is_machine(loaded, inbound, whole)
        if loaded.stopped or own.kind is not Kind.WORDS or machine:
            return ""
        return self._help(invited, joined) if heard is Answer.HELP else self._act(meant, invited, joined, inbound)

    def _under_way(self, loaded: Loaded) -> tuple[dict[str, Case], dict[str, Case]]:
        """Return the cases they are invited to, and those they have joined, by the code of the introduction."""
        invited: dict[str, Case] = {}
        joined: dict[str, Case] = {}
        for part in loaded.contact:
            case = self._store.cases.get(part.case)
            held = case.introduction if case and case.is_open else None
            if case and held and held.code == part.code and held.is_invited:
                (joined if held.stage is IntroductionStatus.JOINED else invited)[part.code] = case
        return invited, joined

    def _act(self, meant: Meant, invited: dict[str, Case], joined: dict[str, Case], inbound: Inbound) -> str:
        try:
            return self._do(meant, invited, joined, inbound)
        except (CaseClosed, StaleCase):
            return OVER
        except Conflict:
            return "Not done: the system was busy. Send it again."

    def _do(self, meant: Meant, invited: dict[str, Case], joined: dict[str, Case], inbound: Inbound) -> str:
        if meant.act is Act.LEAVE:
            return self._leave(meant.code, invited, joined, inbound.phone)
        if meant.act is Act.JOIN:
            return self._join(meant.code, invited, joined)
        if meant.act is Act.DECLINE:
            for code in [meant.code] if meant.code else list(invited):
                self._left(invited[code], code, inbound.phone)
            return "Thank you for telling us. You get no more texts." if invited else OVER
        if meant.act is Act.WORDS and joined and meant.code not in invited:
            return self._say(meant, joined, inbound.sid)
        return f"Not passed on. {self._how(invited)}" if invited else OVER

    def _join(self, code: str, invited: dict[str, Case], joined: dict[str, Case]) -> str:
        if code in joined:
            return "You have already joined."
        self._introductions.joined(invited[code].code, code)
        if not joined:
            return IN
        return f"You are now in {len(joined) + 1} conversations. Start each text with its code, like {code}: hello."

    def _say(self, meant: Meant, joined: dict[str, Case], sid: str) -> str:
        code = meant.code or (next(iter(joined)) if len(joined) == 1 else "")
        if not code:
            return f"Not sent: start with a code, like {min(joined)}: hello. You are in {', '.join(sorted(joined))}."
        if not meant.words:
            return "Not sent: there was no text."
        case = joined[code]
        reads = self._gate.screen(case.person) is Screen.OPEN
        self._introductions.said(case.code, code, meant.words, sid=sid)
        if not reads:
            return NOT_YET
        return f"Sent to {code}." if len(joined) > 1 else ""

    def _leave(self, code: str, invited: dict[str, Case], joined: dict[str, Case], phone: str) -> str:
        there = invited | joined
        if not code and len(there) > 1:
            return f"Which one? Text LEAVE and the code: {', '.join(sorted(there))}."
        for one in [code] if code else list(there):
            self._left(there[one], one, phone)
        return LEFT

    def _stop(self, loaded: Loaded, inbound: Inbound, there: dict[str, Case]) -> str | None:
        for code, case in there.items():
            try:
                self._left(case, code, inbound.phone)
            except (CaseClosed, StaleCase, Conflict):
                continue  # STOP is obeyed all the same
        if loaded.session is not None:
            return None  # a conversation of their own hears STOP by itself
        self._store.mark_stopped(inbound.phone)
        by_provider = provider_confirms_stop(self._settings, inbound.opt_out)
        return "" if loaded.stopped or by_provider else f"{self._settings.program_name}: you get no more texts."

    def _left(self, case: Case, code: str, phone: str) -> None:
        self._introductions.left(case.code, code)
        now = self._clock()
        self._store.contacts.keep(phone, case.code, code, now, now + ANSWERED_SECONDS)

    def _help(self, invited: dict[str, Case], joined: dict[str, Case]) -> str:
        what = f"{self._settings.program_name} introduces people to services by text."
        if joined:
            return f"{what} You are in a conversation with a caseworker. LEAVE to leave it, STOP for no more texts."
        return f"{what} {self._how(invited) if invited else 'You have no introduction now. STOP for no more texts.'}"

    def _how(self, invited: dict[str, Case]) -> str:
        return f"Reply {' or '.join(sorted(invited))} to join, LEAVE to say no, STOP for no more texts."


def _is_machine(loaded: Loaded, inbound: Inbound, text: str) -> bool:
    """Return whether a text of somebody who has not joined may be a machine's, or is the same as their last one."""
    last = loaded.texted.digest if loaded.texted else ""
    return looks_automatic(text) or last == digest_of(text, inbound.media, exact=True)
