"""The router: finds out who texts (a caseworker, an agency's contact or a person) and returns the reply.

Each reply is committed before it is sent. Knows no Flask, no Redis command and no Twilio.
"""

from __future__ import annotations

import logging
import time
from dataclasses import replace

from bot.conversation.engine import respond, take_turn
from bot.conversation.messages import NO_REPLY, Inbound, Reply, reply_from
from bot.conversation.render import render_fallback
from bot.errors import NOT_FAULTS, DecryptionError, StoreUnavailable, safe_location
from bot.flows.names import Answer
from bot.inbound.contact import ContactTexts
from bot.inbound.copies import changes_nothing, is_copy, texted
from bot.inbound.fallback import fallback
from bot.inbound.pace import Pace, counted, is_always_answered, load
from bot.inbound.staff import StaffTexts
from bot.runtime.runtime import Runtime
from bot.sms.addresses import is_phone, number_of
from bot.staff.accounts import Staff
from bot.store import Commit, Loaded, StoredReply
from bot.store.records import Texted
from bot.store.retry import retry_on_conflict
from bot.store.stop_journal import OptOut
from bot.understanding import carrier, normalise

log = logging.getLogger(__name__)

STAFF_KEY, CONTACT_KEY = "staff", "contact"
"""Stand for the state and the message in replies to staff and to contacts."""

FLOOD_KEY = "flood"
"""Stands for the message in the one reply to a phone that texts too fast."""

UNREADABLE_ACCOUNT = "Not done: your account cannot be opened. Tell a lead, and call your colleagues."


class Router:
    """Answers every SMS. Holds nothing of anybody; safe to share between threads."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime, self._store = runtime, runtime.store

    def handle(self, inbound: Inbound) -> Reply:
        """Return the reply to one message. A failure is logged by its place, and the fallback replies.

        Raises nothing but what ends the process: a panic in a compiled library, which is no `Exception`, is caught too.
        """
        try:
            self.replay_stops()  # before a START that came after them
            return self.process(inbound)
        except NOT_FAULTS:
            raise
        except BaseException as error:
            log.error("turn failed: %s", safe_location(error))
            return self._fall_back(inbound)

    def process(self, inbound: Inbound, *, queue_reply: bool = False) -> Reply:
        """Process one message; raise on failure. Concurrent messages are applied in the order of their commits.

        With `queue_reply` the reply is queued in the same commit, because no request waits for it any more.
        """
        if not inbound.phone:
            return fallback(self._runtime, inbound)  # nobody to remember: replied to, nothing kept
        if not is_phone(inbound.phone) or self._is_ours(inbound):
            return NO_REPLY  # a short code, a sender with a name, or we ourselves: no person
        return retry_on_conflict(lambda: self._try(inbound, queue_reply))

    def _is_ours(self, inbound: Inbound) -> bool:
        """Return whether a text comes from our own number."""
        return number_of(inbound.phone) in map(number_of, (self._runtime.settings.twilio_from, inbound.to))

    def replay_stops(self) -> int:
        """Obey the opt-outs of the journal, and return how many there were. Raises StoreUnavailable."""
        return self._store.journal.replay(self._obey)

    def _obey(self, entry: OptOut) -> None:
        """Opt a person out as their STOP would have done, or in again. Raises StoreUnavailable."""
        if not entry.stops:
            self._store.clear_person_stopped(entry.person)
            return
        try:
            loaded = self._store.load_person(entry.person)
            if loaded.phone:
                self.process(Inbound("", loaded.phone, carrier.STOP_WORDS[0]))  # ends their case too
        except StoreUnavailable:
            raise
        except Exception as error:
            log.error("an opt-out was obeyed without its turn: %s", safe_location(error))
        self._store.mark_person_stopped(entry.person)

    def _fall_back(self, inbound: Inbound) -> Reply:
        """Reply to a turn that failed. An opt-out is kept on disk before it is confirmed, and then nothing is said."""
        try:
            return self._keep_opt_out(inbound) or fallback(self._runtime, inbound)
        except NOT_FAULTS:
            raise
        except BaseException as error:
            log.error("an opt-out could not be kept: %s", safe_location(error))
            return fallback(self._runtime, inbound, confirms_stop=False)

    def _keep_opt_out(self, inbound: Inbound) -> Reply | None:
        """Write STOP or START to the journal. Return the reply if it is none at all, because they opted out before."""
        journal, person = self._store.journal, self._store.person(inbound.phone)
        stopped = journal.holds(person)
        heard = carrier.heard(normalise(inbound.text), opt_out=inbound.opt_out, stopped=stopped)
        if not inbound.phone or (heard is Answer.START and not stopped):
            return None
        if heard in (Answer.STOP, Answer.START) and (heard is Answer.STOP) != stopped:
            journal.add(OptOut(person, heard is Answer.STOP, int(time.time())))
            return None
        return NO_REPLY if stopped else None

    def _try(self, inbound: Inbound, queue_reply: bool) -> Reply:
        """Process the message once. Raises Conflict when the person changed meanwhile."""
        loaded = self._store.load(inbound.phone, inbound.sid)
        self._runtime.directory.at(loaded.directory)
        self._runtime.content.at(loaded.words)
        if loaded.said:
            return reply_from(loaded.said)
        this = texted(inbound, self._runtime.clock())
        pace = self._pace(loaded, this)
        if reply := self._answer_copy(loaded, inbound, this, pace):
            return reply
        try:
            staff = self._store.staff.get(loaded.staff) if loaded.staff else None
        except DecryptionError:
            return self._keep(loaded, inbound, StoredReply(UNREADABLE_ACCOUNT, STAFF_KEY, STAFF_KEY, "en"), queue_reply)
        if staff and staff.active and staff.joined:
            return self._answer_staff(staff, loaded, inbound, queue_reply)
        if loaded.contact and (reply := self._answer_contact(loaded, inbound, queue_reply)):
            return reply
        last = _last_of(loaded, this)._replace(pace=pace.dump() if pace.at else "")
        return self._answer_person(loaded, inbound, last, pace, queue_reply)

    def _pace(self, loaded: Loaded, this: Texted) -> Pace:
        """Return the pace of this phone, this text counted. Staff and contacts have none."""
        limit = 0 if loaded.staff or loaded.contact else self._runtime.settings.flood_texts
        return counted(load(loaded.pace), this.at, limit) if limit else Pace()

    def _answer_copy(self, loaded: Loaded, inbound: Inbound, this: Texted, pace: Pace) -> Reply | None:
        """Reply to the carrier's second copy of a text as to the first; None when this is no copy."""
        if loaded.texted is None or not is_copy(loaded, this):
            return None
        said = self._store.load(inbound.phone, loaded.texted.sid).said
        if said is None or not changes_nothing(loaded, this, inbound, said):
            return None
        first = loaded.texted._replace(pace=pace.dump() if pace.at else "")
        if pace.is_flood and (not pace.told or said.key == FLOOD_KEY):
            return self._say_nothing(loaded, inbound, first)
        if loaded.session is None or loaded.stopped or not said.text:
            return reply_from(self._store.keep_reply(loaded, inbound.sid, said))
        same = Commit(inbound.sid, said, loaded.phone, loaded.session, stopped=False, texted=first)
        return reply_from(self._store.commit(loaded, same))

    def _answer_staff(self, staff: Staff, loaded: Loaded, inbound: Inbound, queue_reply: bool) -> Reply:
        """Reply to a caseworker's phone. What they text never enters a person's conversation."""
        text = StaffTexts(self._runtime).answer(staff, inbound, stopped=loaded.stopped)
        return self._keep(loaded, inbound, StoredReply(text, STAFF_KEY, STAFF_KEY, "en"), queue_reply)

    def _answer_contact(self, loaded: Loaded, inbound: Inbound, queue_reply: bool) -> Reply | None:
        """Reply to an agency's contact; None when the message belongs to a conversation of their own."""
        text = ContactTexts(self._runtime).answer(loaded, inbound)
        if text is None:
            return None
        return self._keep(loaded, inbound, StoredReply(text, CONTACT_KEY, CONTACT_KEY, "en"), queue_reply)

    def _keep(self, loaded: Loaded, inbound: Inbound, said: StoredReply, queue_reply: bool) -> Reply:
        """Keep a reply that no session goes with, and return the one that is kept."""
        last = _last_of(loaded, texted(inbound, self._runtime.clock()))
        return reply_from(self._store.keep_reply(loaded, inbound.sid, said, send=queue_reply, texted=last))

    def _answer_person(self, loaded: Loaded, inbound: Inbound, last: Texted, pace: Pace, queue_reply: bool) -> Reply:
        snapshot = self._runtime.snapshot(closed=loaded.closed)
        turned = take_turn(snapshot, loaded, inbound)
        if turned is None:
            return NO_REPLY if loaded.stopped else self._say_nothing(loaded, inbound, last)
        if pace.is_flood and is_always_answered(turned):
            last = last._replace(pace=Pace(at=pace.at).dump())  # who is in danger goes on with the talk about it
        elif pace.is_flood:
            if pace.told:
                return self._say_nothing(loaded, inbound, last)
            log.warning("a phone texts too fast, and is not answered until it calms down")
            last = last._replace(pace=pace._replace(told=True).dump())
            said = render_fallback(snapshot, inbound, turned.before.language)
            kept = StoredReply(said.text, FLOOD_KEY, turned.before.state.value, said.language)
            send = queue_reply and not turned.quiet
            return reply_from(self._store.keep_reply(loaded, inbound.sid, kept, send=send, texted=last))
        case = self._store.cases.get(turned.needed_case) if turned.needed_case else None
        commit = respond(snapshot, turned, case, last)
        if queue_reply and not turned.quiet:
            safe = commit.session is not None and commit.session.safe
            commit = replace(commit, outgoing=commit.said.text, at=snapshot.now, needs_safe_screen=safe)
        return reply_from(self._store.commit(loaded, commit), commit.events)

    def _say_nothing(self, loaded: Loaded, inbound: Inbound, last: Texted) -> Reply:
        """Mark a text as answered: a repeat, or the worker's look for missed texts, does nothing."""
        nothing = StoredReply("", NO_REPLY.key, NO_REPLY.state, NO_REPLY.language)
        self._store.keep_reply(loaded, inbound.sid, nothing, texted=last)
        return NO_REPLY


def _last_of(loaded: Loaded, this: Texted) -> Texted:
    """Return the text that was written last, this one or the one before: a late text is older than what it joins.

    After FORGET its time is all that tells a late text from a new conversation.
    """
    return loaded.texted if loaded.texted is not None and loaded.texted.at > this.at else this
