"""Small world for the consent tests: a person, a team, an agency's contact, a worker, and all pages.

All parts are the product's own, on a real Redis; only the provider is a fake that keeps what it is given to send. Each
letter of the alphabet is one action by somebody. The world can be saved and restored.
"""

from __future__ import annotations

import copy
import re
import secrets
from contextlib import suppress
from dataclasses import replace

from flask.testing import FlaskClient

from bot.actions.cases import CaseActions, CaseClosed, NotCaseOwner, ScreenNotSafe, StaleCase
from bot.actions.introductions import IntroductionActions
from bot.casework.cases import Case, Status
from bot.casework.remembered import Summary
from bot.conversation.messages import Inbound, Reply
from bot.inbound.contact import IN
from bot.inbound.router import Router
from bot.jobs.worker import Worker
from bot.runtime.build import build
from bot.store import Commit, StoredReply
from bot.store.connection import RedisServer
from bot.web import create_app
from tests.promises.consent_model.fixtures import KEEP, PUT_BACK, Kept, Memory, Twin
from tests.promises.consent_model.oracle import (
    AGENCY,
    AREA,
    DAY_SECONDS,
    NAME,
    NOTE,
    TEAM,
    days,
    named,
    note_seconds,
)
from tests.support.app import NOON, MovedClock, settings
from tests.support.staff import Team

PERSON_PHONE, PERSON_NAME, CASEWORKER_PHONE, CONTACT_PHONE = "+15550142378", "Zebulonia", "+15550142001", "+15550142777"
"""The person's phone and chosen name, and the phones of the caseworker and of the agency's contact."""

STORY = ("hey", "1", "ok", "need a place to sleep tonight", "santa ana ca", "another place")
ONLY = frozenset({"your area", "your phone number", "when a text is ok"})
"""What the person shares when they share only a part. An agency may see their area and their needs."""
FOR_AGENCY = frozenset({"your area", "what you need"})
MOST_TEXTS = 9
LETTERS = (
    "give", "give_partly", "remember", "take_note_back", "take_back", "take_back_one", "expire", "stop", "forget",
    "work", "take", "person_says", "staff_say", "propose", "agree", "contact_joins", "contact_says", "close",
)  # fmt: skip
"""The alphabet. Looking at every page, and exporting, is not part of it: that is done after each letter."""

PAUSE_SECONDS = 3600
MONTH_SECONDS = 31 * DAY_SECONDS


def can(memory: Memory, letter: str) -> bool:
    """Return True if a letter can have an effect: nobody can use a code that they never got."""
    if letter in ("contact_joins", "contact_says"):
        return bool(memory.join_code)
    if letter == "remember":
        return memory.place == "consent.remember"
    if letter == "take_note_back":
        return memory.oracle.remember_until > 0
    return letter not in ("take", "staff_say", "close", "propose") or bool(memory.codes)


class World:
    """The whole world, on the Redis at `url`; the agency's own system listens at `hook`."""

    def __init__(self, url: str, hook: str, heard: list[bytes]) -> None:
        own = replace(settings(), redis_url=url, alert_webhook_url=hook, alert_webhook_key="k" * 40)
        made = build(own)
        self.memory = Memory()
        self.clock = MovedClock(NOON)
        self.runtime = replace(made, clock=self.clock)
        self.redis = RedisServer(url)
        self.redis.call("FLUSHDB")
        twin = Twin(own)
        self.sent: list[tuple[str, str]] = []
        twin.sent, self.posted = self.sent, heard
        self.worker = Worker(self.runtime, twin)
        self.app = create_app(runtime=self.runtime)
        self.team = Team(self.app, self.runtime.store.staff)
        self.sam = self.team.person("caseworker", name="Sam Rivera", phone=CASEWORKER_PHONE)
        self.kim, self.lea = self.team.person("caseworker", name="Kim"), self.team.person("lead", name="Lea")
        self.browsers: dict[str, FlaskClient] = {
            who: self.team.inside(person) for who, person in (("sam", self.sam), ("kim", self.kim), ("lea", self.lea))
        }
        self._staff_kept: list[bytes] = self.redis.run(KEEP, (), ("staff",))
        self.marks: dict[str, str] = {}  # CSRF token of each browser
        self.cases: dict[str, Case] = {}  # by code, as they were when the look began
        self._introductions, self._cases = IntroductionActions(self.runtime), CaseActions(self.runtime)
        self.went_over = self.service = self.agency = ""
        self._begin()
        self.start = self.keep()

    def _begin(self) -> None:
        """Play the conversation up to the question for consent to the team."""
        session = None
        for text in STORY:
            self.went_over = session.service if session and session.service else self.went_over
            self.text(text)
            session = self.runtime.store.load(PERSON_PHONE, "").session
        assert session
        self.service = session.service
        names = {one.id: one.name for one in self.runtime.directory.now}
        told = {names[self.service], names[self.went_over]}
        self.agency = next(one for one, name in names.items() if name not in told)
        self.text("have someone introduce me")
        assert self.memory.place == "consent.team"
        self.hush()

    # Saving and restoring

    def keep(self) -> Kept:
        """Save the world, except staff data and stored replies."""
        self.memory.now = self.clock.now
        return Kept(self.redis.run(KEEP, (), ("people",)), copy.deepcopy(self.memory))

    def put_back(self, kept: Kept) -> None:
        """Restore a saved world."""
        self.redis.run(PUT_BACK, (), ("people", *kept.stored))
        self.memory = copy.deepcopy(kept.memory)
        self.clock.now = self.memory.now
        self.hush()

    def forget_looks(self) -> None:
        """Reset the audit log and the record of who saw what."""
        self.redis.run(PUT_BACK, (), ("staff", *self._staff_kept))

    def read_cases(self) -> None:
        """Read the cases once for all pages that are looked at then: no look changes one."""
        found = {code: self.runtime.store.cases.get(code) for code in self.memory.codes}
        self.cases = {code: case for code, case in found.items() if case}

    def hush(self) -> None:
        """Forget what was sent so far, since it has been checked."""
        self.sent.clear()
        self.posted.clear()

    # Actions

    def do(self, letter: str) -> None:
        """Play one letter, a second after the last."""
        self.clock.now += 1
        getattr(self, letter)()

    def text(self, words: str, phone: str = PERSON_PHONE) -> Reply:
        """Receive a text; the reply goes to the same phone."""
        if phone == PERSON_PHONE:
            self.clock.let_read()  # each text is read and answered: none is the carrier's second copy of another
            self._forget_the_last()
            self.memory.oracle.lapse(self.clock.now)
        reply = Router(self.runtime).handle(Inbound(f"SM{secrets.token_hex(16)}", phone, words))
        self.sent.append((phone, reply.text))
        if phone == PERSON_PHONE:
            memory = self.memory
            memory.screen, memory.place, memory.last_at = reply.text or memory.screen, reply.state, self.clock.now
        return reply

    def _forget_the_last(self) -> None:
        """Clear what the person's last text was: that a machine repeats itself is no part of this model."""
        store = self.runtime.store
        loaded = store.load(PERSON_PHONE, "")
        if loaded.session and loaded.session.equal_texts:
            session = loaded.session._replace(last_text="", equal_texts=0)
            said = StoredReply("", "", "", "en")
            store.commit(loaded, Commit("", said, loaded.phone, session, stopped=loaded.stopped))

    def give(self) -> None:
        """Ask for a person if possible, and consent to everything that the question names."""
        asked = self._to_question()
        if asked and self.text("share that" if self.memory.place == "consent.team" else "yes please"):
            self._given(asked, named(asked), PERSON_NAME)

    def give_partly(self) -> None:
        """Consent item by item: share some, keep back the others."""
        asked = self._to_question()
        if self.memory.place != "consent.team":
            return
        reply, shown = self.text("choose what they see"), set()
        for _ in range(MOST_TEXTS):
            piece = named(reply.text)
            if reply.state == "consent.times":
                self._given(asked, frozenset({*shown, "when a text is ok"}), "no name", "evening")
                return
            shown |= piece & ONLY
            reply = self.text("show it" if piece & ONLY else "keep it to me")

    def remember(self) -> None:
        """Say yes to the question about a note, if it is the last that the bot said."""
        asked = self.memory.screen
        if self.memory.place == "consent.remember" and self.text("keep a note").key == "handoff.note_kept":
            self.memory.oracle.remember(self.clock.now + note_seconds(asked))

    def take_note_back(self) -> None:
        """Withdraw being remembered alone, by the number before it in the list of what is shared."""
        if self._take_item(NOTE):
            self.memory.oracle.take_note_back()

    def take_back(self) -> None:
        """Withdraw all consent."""
        self._awake()
        self.text("take back")
        self.memory.oracle.take_back()

    def take_back_one(self) -> None:
        """Withdraw the area, by the number before it in the list of what is shared, if it is listed."""
        if self._take_item(AREA):
            self.memory.oracle.take_one(AREA)

    def _take_item(self, item: str) -> bool:
        self._awake()
        self.text("what did i share")
        if self.memory.place == "privacy.kept":
            self.text("1")
        found = re.search(rf"^(\d+) {item}$", self.memory.screen, re.MULTILINE)
        if self.memory.place != "privacy.shared" or not found:
            return False
        self.text(found[1])
        return True

    def expire(self) -> None:
        """Advance the time to the moment when the next consent ends, or by a month."""
        oracle, now = self.memory.oracle, self.clock.now
        self.clock.now = oracle.next_end(now) or now + MONTH_SECONDS

    def stop(self) -> None:
        """Opt out of all texts."""
        self.text("STOP")
        self.memory.oracle.take_back(stop=True)

    def forget(self) -> None:
        """Erase everything."""
        self.text("forget me")
        self.text("erase it all")
        if not self.memory.oracle.stopped:
            self.memory.oracle.take_back()

    def work(self) -> None:
        """Run all due jobs: alerts, waiting texts, texts to pass on."""
        while self.worker.work_once():
            pass
        for phone, text in self.sent:
            found = re.search(r"Reply ([A-Z2-9]{4}) to join", text) if phone == CONTACT_PHONE else None
            self.memory.join_code = found[1] if found else self.memory.join_code
        received = [text for phone, text in self.sent if phone == PERSON_PHONE]
        self.memory.screen = received[-1] if received else self.memory.screen

    def take(self) -> None:
        """Claim the case by a caseworker's text."""
        self._staff(f"TAKE {self._code()}")

    def person_says(self) -> None:
        """Text whoever is in the conversation, as the person."""
        mark = self.memory.oracle.say("PERSON", self.clock.now)
        self.text(f"{mark} purple umbrella")

    def staff_say(self) -> None:
        """Reply by text, as the caseworker."""
        mark = self.memory.oracle.say("STAFF", self.clock.now)
        self._staff(f"{self._code()}: {mark} hello")

    def close(self) -> None:
        """Close the case as its caseworker, with a summary for later: also where nothing may be kept of it."""
        case, oracle = self.runtime.store.cases.get(self._code()), self.memory.oracle
        if case is None or (case.status, case.owner) != (Status.HELD, self.sam.id):
            return
        with suppress(CaseClosed):
            mark = oracle.next_note()
            self._cases.close(case.code, self.sam.id, "helped", Summary(f"{mark} red kite", f"{mark} mornings"))
            oracle.close(self.clock.now)

    def propose(self) -> None:
        """Propose an agency's contact, so that the person is asked."""
        with suppress(CaseClosed, NotCaseOwner, StaleCase, ScreenNotSafe):
            self._introductions.propose(self._code(), self.sam.id, self.agency, "Maria Zapata", CONTACT_PHONE)
            self.memory.place = "consent.agency"

    def agree(self) -> None:
        """Consent to the contact and to a part of what they could see, once the question is on the screen."""
        self.work()
        asked = self.memory.screen
        if "Maria Zapata, from" not in asked or self.memory.place != "consent.agency":
            return
        reply, shown = self.text("bring them in"), set()
        while reply.key == "consent.agency_item":
            piece = named(reply.text)
            shown |= piece & FOR_AGENCY
            reply = self.text("show it" if piece & FOR_AGENCY else "keep it to me")
        if reply.key == "handoff.invited":
            self.memory.oracle.give(frozenset(shown), AGENCY, self.clock.now + DAY_SECONDS * days(asked))

    def contact_joins(self) -> None:
        """Reply with the code of the last invitation, if the contact got one."""
        if self.memory.join_code:
            reply = self.text(self.memory.join_code, CONTACT_PHONE)
            if reply.text == IN or reply.text.startswith("You are now in"):
                self.memory.oracle.come()

    def contact_says(self) -> None:
        """Text as the contact, if they were ever invited."""
        if self.memory.join_code:
            self.text(f"{self.memory.oracle.say('CONTACT', self.clock.now)} welcome", CONTACT_PHONE)

    def _to_question(self) -> str:
        """Ask for a person; return the question for consent, or "" if it is not asked now."""
        self._awake()
        if self.memory.oracle.stopped:
            self.text("START")
            self.memory.oracle.stopped = False
        self.text("talk to a person")
        return self.memory.screen if self.memory.place in ("consent.team", "consent.talk") else ""

    def _given(self, asked: str, items: frozenset[str], name: str, last: str = "") -> None:
        """Record consent after the last answer to the question, and give a name if asked for one."""
        reply = self.text(last) if last else None
        state, until = reply.state if reply else self.memory.place, self.clock.now + DAY_SECONDS * days(asked)
        assert state in ("consent.name", "handoff.waiting"), state  # whether to remember stays a question, if asked
        oracle, had_case = self.memory.oracle, self.memory.oracle.open
        oracle.give(items, TEAM, until)
        if state == "consent.name":
            self.text(name)
            if name == PERSON_NAME:
                oracle.give(frozenset({NAME}), TEAM, self.clock.now + DAY_SECONDS * days(asked))
        if not had_case:
            self.memory.codes += (next(case.code for case in self.runtime.store.cases.open()),)

    def _awake(self) -> None:
        """Say hello after a long pause, and confirm that it is ok to text."""
        long = self.clock.now - self.memory.last_at > PAUSE_SECONDS and not self.memory.oracle.stopped
        if long and self.text("hey").state in ("welcome.hello", "welcome.back"):
            self.text("1")

    def _staff(self, words: str) -> Reply:
        return self.text(words, CASEWORKER_PHONE)

    def _code(self) -> str:
        return self.memory.codes[-1] if self.memory.codes else "K7QM"
