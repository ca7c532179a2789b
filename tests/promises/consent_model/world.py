"""A small world for the test of consent everywhere: a young person, a team, an agency's contact, a worker, all pages.

All parts are the product's own, on a real Redis; only the provider is a twin that keeps what it is given to send.
Each letter of the alphabet is one thing that somebody does. The world can be kept and put back as it stood.
"""

from __future__ import annotations

import copy
import re
import secrets
from contextlib import suppress
from dataclasses import replace

from flask.testing import FlaskClient

from bot.actions.cases import CaseClosed, NotCaseOwner, ScreenNotSafe, StaleCase
from bot.actions.introductions import IntroductionActions
from bot.conversation.messages import Inbound, Reply
from bot.inbound.router import Router
from bot.jobs.worker import Worker
from bot.runtime.build import build
from bot.store.connection import RedisServer
from bot.web import create_app
from tests.promises.consent_model.fixtures import KEEP, PUT_BACK, Kept, Memory, Twin
from tests.promises.consent_model.oracle import AGENCY, AREA, DAY_SECONDS, NAME, TEAM, days, named
from tests.support.app import NOON, MovedClock, settings
from tests.support.staff import Team

HER, HERS, SAMS, CONTACTS = "+15550142378", "Zebulonia", "+15550142001", "+15550142777"
"""Her phone and chosen name, the phones of the caseworker and of the agency's contact."""

STORY = ("hey", "1", "ok", "need a place to sleep tonight", "thats right", "santa ana ca", "another place")
ONLY = frozenset({"your area", "your phone number", "when a text is ok"})
"""What she shows when she gives only a part; an agency may see where she is and what she needs."""
FOR_AGENCY = frozenset({"your area", "what you need"})
MOST_TEXTS = 9
LETTERS = (
    "give", "give_partly", "take_back", "take_back_one", "expire", "stop", "forget", "work", "take", "she_says",
    "staff_say", "propose", "agree", "contact_joins", "contact_says", "close",
)  # fmt: skip
"""The alphabet; to look at every page, and to export, is not one of them: it is done after each."""

PAUSE_SECONDS = 3600
MONTH_SECONDS = 31 * DAY_SECONDS


def can(memory: Memory, letter: str) -> bool:
    """Whether a letter does anything: who never had a code cannot use it."""
    if letter in ("contact_joins", "contact_says"):
        return bool(memory.join_code)
    return letter not in ("take", "staff_say", "close", "propose") or bool(memory.codes)


class World:
    """All of it, on the Redis at `url`; the agency's own system listens at `hook`."""

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
        self.sam = self.team.person("caseworker", name="Sam Rivera", phone=SAMS)
        self.kim, self.lea = self.team.person("caseworker", name="Kim"), self.team.person("lead", name="Lea")
        self.browsers: dict[str, FlaskClient] = {
            who: self.team.inside(person) for who, person in (("sam", self.sam), ("kim", self.kim), ("lea", self.lea))
        }
        self._staff_kept: list[bytes] = self.redis.run(KEEP, (), ("staff",))
        self.marks: dict[str, str] = {}  # of each browser's forms
        self._introductions = IntroductionActions(self.runtime)
        self.went_over = self.service = self.agency = ""
        self._begin()
        self.start = self.keep()

    def _begin(self) -> None:
        """She has told her story, and stands before the question what the team may see."""
        session = None
        for text in STORY:
            self.went_over = session.service if session and session.service else self.went_over
            self.text(text)
            session = self.runtime.store.load(HER, "").session
        assert session
        self.service = session.service
        names = {one.id: one.name for one in self.runtime.directory.now}
        told = {names[self.service], names[self.went_over]}
        self.agency = next(one for one, name in names.items() if name not in told)
        self.text("have someone introduce me")
        assert self.memory.place == "consent.team"
        self.hush()

    # To keep and to put back

    def keep(self) -> Kept:
        """The world as it stands, but for what is kept of staff, and replies that were given."""
        self.memory.now = self.clock.now
        return Kept(self.redis.run(KEEP, (), ("people",)), copy.deepcopy(self.memory))

    def put_back(self, kept: Kept) -> None:
        """As it stood then."""
        self.redis.run(PUT_BACK, (), ("people", *kept.stored))
        self.memory = copy.deepcopy(kept.memory)
        self.clock.now = self.memory.now
        self.hush()

    def forget_looks(self) -> None:
        """The audit, and who saw what, as it was in the beginning."""
        self.redis.run(PUT_BACK, (), ("staff", *self._staff_kept))

    def hush(self) -> None:
        """What was sent so far was looked at."""
        self.sent.clear()
        self.posted.clear()

    # What people do

    def do(self, letter: str) -> None:
        """One letter, a second after the last."""
        self.clock.now += 1
        getattr(self, letter)()

    def text(self, words: str, phone: str = HER) -> Reply:
        """Somebody texts; the reply reaches the same phone."""
        if phone == HER:
            self.memory.oracle.lapse(self.clock.now)
        reply = Router(self.runtime).handle(Inbound(f"SM{secrets.token_hex(16)}", phone, words))
        self.sent.append((phone, reply.text))
        if phone == HER:
            memory = self.memory
            memory.screen, memory.place, memory.last_at = reply.text or memory.screen, reply.state, self.clock.now
        return reply

    def give(self) -> None:
        """She comes to the question if she can, and says yes to all that it names."""
        asked = self._to_question()
        if asked and self.text("share that" if self.memory.place == "consent.team" else "yes please"):
            self._given(asked, named(asked), HERS)

    def give_partly(self) -> None:
        """The same, but item by item: some are shown, the rest she keeps."""
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

    def take_back(self) -> None:
        """All that she gave to anybody."""
        self._awake()
        self.text("take back")
        self.memory.oracle.take_back()

    def take_back_one(self) -> None:
        """Where she is: by the number before it in the list of what she shared, if it is there."""
        self._awake()
        self.text("what did i share")
        if self.memory.place == "privacy.kept":
            self.text("1")
        found = re.search(rf"^(\d+) {AREA}$", self.memory.screen, re.MULTILINE)
        if self.memory.place == "privacy.shared" and found:
            self.text(found[1])
            self.memory.oracle.take_one(AREA)

    def expire(self) -> None:
        """Time goes on up to the very moment at which the next consent ends, or for a month."""
        oracle, now = self.memory.oracle, self.clock.now
        self.clock.now = oracle.next_end(now) or now + MONTH_SECONDS

    def stop(self) -> None:
        """She opts out of all texts."""
        self.text("STOP")
        self.memory.oracle.take_back(stop=True)

    def forget(self) -> None:
        """She has all erased."""
        self.text("forget me")
        self.text("erase it all")
        if not self.memory.oracle.stopped:
            self.memory.oracle.take_back()

    def work(self) -> None:
        """The worker does all that is due: alerts, texts that wait, words to pass on."""
        while self.worker.work_once():
            pass
        for phone, text in self.sent:
            found = re.search(r"Reply ([A-Z2-9]{4}) to join", text) if phone == CONTACTS else None
            self.memory.join_code = found[1] if found else self.memory.join_code
        hers = [text for phone, text in self.sent if phone == HER]
        self.memory.screen = hers[-1] if hers else self.memory.screen

    def take(self) -> None:
        """The caseworker takes the case by text."""
        self._staff(f"TAKE {self._code()}")

    def she_says(self) -> None:
        """She writes to whoever is there."""
        mark = self.memory.oracle.say("HER", self.clock.now)
        self.text(f"{mark} purple umbrella")

    def staff_say(self) -> None:
        """The caseworker answers by text."""
        mark = self.memory.oracle.say("STAFF", self.clock.now)
        self._staff(f"{self._code()}: {mark} hello")

    def close(self) -> None:
        """The caseworker ends the talk by text."""
        reply = self._staff(f"CLOSE {self._code()} helped")
        if "is closed" in reply.text:
            self.memory.oracle.close()

    def propose(self) -> None:
        """The caseworker proposes the contact of an agency, and she is asked."""
        with suppress(CaseClosed, NotCaseOwner, StaleCase, ScreenNotSafe):
            self._introductions.propose(self._code(), self.sam.id, self.agency, "Maria Zapata", CONTACTS)
            self.memory.place = "consent.agency"

    def agree(self) -> None:
        """She says yes to the contact and to a part of what they could see, once the question is on her screen."""
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
        """The contact replies the code of their last invitation, if they got one."""
        if self.memory.join_code:
            reply = self.text(self.memory.join_code, CONTACTS)
            if "You are in" in reply.text and "already" not in reply.text:
                self.memory.oracle.come()

    def contact_says(self) -> None:
        """The contact writes, if they were ever invited."""
        if self.memory.join_code:
            self.text(f"{self.memory.oracle.say('CONTACT', self.clock.now)} welcome", CONTACTS)

    def _to_question(self) -> str:
        """She asks for a person: the question for her consent, or "" when that is not asked now."""
        self._awake()
        if self.memory.oracle.stopped:
            self.text("START")
            self.memory.oracle.stopped = False
        self.text("talk to a person")
        return self.memory.screen if self.memory.place in ("consent.team", "consent.talk") else ""

    def _given(self, asked: str, items: frozenset[str], name: str, last: str = "") -> None:
        """Her last answer to the question, after which it counts; then a name, if she is asked for one."""
        reply = self.text(last) if last else None
        state, until = reply.state if reply else self.memory.place, self.clock.now + DAY_SECONDS * days(asked)
        assert state in ("consent.name", "handoff.waiting"), state
        oracle, had_case = self.memory.oracle, self.memory.oracle.open
        oracle.give(items, TEAM, until)
        if state == "consent.name":
            self.text(name)
            if name == HERS:
                oracle.give(frozenset({NAME}), TEAM, self.clock.now + DAY_SECONDS * days(asked))
        if not had_case:
            self.memory.codes += (next(case.code for case in self.runtime.store.cases.open()),)

    def _awake(self) -> None:
        """After a long pause she says hello first, and that it is ok to text."""
        long = self.clock.now - self.memory.last_at > PAUSE_SECONDS and not self.memory.oracle.stopped
        if long and self.text("hey").state in ("welcome.hello", "welcome.back"):
            self.text("1")

    def _staff(self, words: str) -> Reply:
        return self.text(words, SAMS)

    def _code(self) -> str:
        return self.memory.codes[-1] if self.memory.codes else "K7QM"
