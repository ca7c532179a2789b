"""One turn, end to end: a text in, a reply out. Saved first, said after; whatever breaks, words come back (promise 8).

Knows no Flask, no Redis command and no Twilio: it joins the pure middle (read, advance, say) to the store.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from time import monotonic

from bot.config.settings import Settings
from bot.content.catalog import Catalog
from bot.content.last_resort import LAST_WORDS
from bot.conversation.effects import ON_CASE, Turned, commit_of
from bot.conversation.placeholders import Wording
from bot.directory.directory import Directory
from bot.errors import LostRace, where
from bot.flows.choices import place_of
from bot.flows.handoff import SILENCE
from bot.flows.machine import Step, advance
from bot.flows.model import Area, Reading
from bot.flows.names import Answer, Event, State
from bot.flows.session import Session, is_paused, until
from bot.runtime.content import WordsInUse
from bot.runtime.directory import DirectoryInUse
from bot.staff.accounts import Staff
from bot.store import Loaded, Said, Store
from bot.understanding import Lexicon, carrier, normalise, read

log = logging.getLogger(__name__)

PHOTO_MARK = "[photo]"
"""Stands for a picture in what is relayed; the picture itself is never fetched."""

PHOTO_REMARK = "unclear.photo"
"""These words say by themselves that pictures cannot be seen; any other reply to a photo is told so first."""

STAFF_KEY, CONTACT_KEY = "staff", "contact"
"""Stand for the state and the words where a colleague, and an agency's contact, is answered."""

GIVE_UP_SECONDS = 3.0
"""A turn that keeps losing the race stops trying after this long: the fallback must be said within 5 s."""

_NEEDS_CASE = frozenset(
    {Event.CONSENT_GIVEN, Event.CONSENT_TAKEN_BACK, Event.FORGOTTEN, Event.OPTED_OUT, Event.TEXT_RELAYED,
     Event.DANGER_TOLD, *ON_CASE}
)  # fmt: skip
_OF_SERVICE = frozenset({State.OPTIONS_OFFER, State.OPTIONS_CHECK, State.OPTIONS_CONTACT, State.HESITATION_WHY})


@dataclass(frozen=True, slots=True)
class Inbound:
    """A text as it came in. `media` counts pictures; `opt_out` is the provider's own reading of STOP and the like."""

    sid: str
    phone: str = field(repr=False)
    text: str = field(repr=False)
    media: int = 0
    opt_out: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What to say: the words, their key, and the state and language the conversation is in. "" says nothing.

    `events` is what this text brought about; empty when the reply is only said again.
    """

    text: str = field(repr=False)
    key: str
    state: str
    language: str
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """All that a conversation stands on."""

    settings: Settings
    store: Store
    catalog: Catalog
    lexicon: Lexicon
    directory: Directory
    wording: Wording
    find_area: Callable[[str], Area | None]
    clock: Callable[[], int]
    in_use: DirectoryInUse
    words: WordsInUse
    edition: int = 0  # of the words

    def newest(self) -> Parts:
        """The same, on the newest words that this process knows."""
        words = self.words.now
        if words.edition.number == self.edition:
            return self
        wording = self.wording.on(self.directory, words.hotlines)
        number = words.edition.number
        return replace(self, catalog=words.catalog, lexicon=words.lexicon, wording=wording, edition=number)

    def still(self) -> Parts:
        """The same, as everything is now: one turn has one time, and does not mix two editions."""
        now, newest = self.clock(), self.newest()
        directory = self.directory.still(now)
        return replace(newest, directory=directory, wording=newest.wording.on(directory), clock=lambda: now)


class Conversation:
    """The turns of all people. Holds nothing of any of them; safe to share between threads."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts

    def turn(self, inbound: Inbound) -> Reply:
        """The reply to one text. Never raises: what goes wrong is logged by its place, and the fallback is said."""
        try:
            return self.attempt(inbound)
        except Exception as error:
            log.error("turn failed: %s", where(error))
            return self.fallback(inbound)

    def attempt(self, inbound: Inbound, *, later: bool = False) -> Reply:
        """As `turn`, but what goes wrong is raised. Two texts at once both count, in the order of their commits.

        `later`: nobody waits for the reply any more, so it is queued to be sent, in the same commit.
        """
        if not inbound.phone:
            return self.fallback(inbound)  # nobody to remember: answered, nothing kept
        until = monotonic() + GIVE_UP_SECONDS
        while True:
            loaded = self.parts.store.load(inbound.phone, inbound.sid)
            self.parts.in_use.at(loaded.directory)
            self.parts.words.at(loaded.words)
            if loaded.said:
                return _reply(loaded.said)
            colleague = self.parts.store.staff.get(loaded.staff) if loaded.staff else None
            if colleague and colleague.active and colleague.joined:
                return self._answer_staff(colleague, loaded, inbound, later)
            if loaded.contact and (answer := self._answer_contact(loaded, inbound, later)):
                return answer
            try:
                return self.still().once(loaded, inbound, later=later)
            except LostRace:
                if monotonic() > until:
                    raise

    def still(self) -> Conversation:
        """This conversation on what is in use now, whatever is published meanwhile."""
        return Conversation(self.parts.still())

    def _answer_staff(self, colleague: Staff, loaded: Loaded, inbound: Inbound, later: bool) -> Reply:
        """A colleague's own phone: what they text never enters the young person's conversation."""
        from bot.inbound.staff import StaffTexts  # noqa: PLC0415 -- it acts at the desk, which stands on this one

        text = StaffTexts(self).answer(colleague, inbound, stopped=loaded.stopped)
        said = Said(text, STAFF_KEY, STAFF_KEY, "en")
        return _reply(self.parts.store.keep_reply(loaded, inbound.sid, said, send=later))

    def _answer_contact(self, loaded: Loaded, inbound: Inbound, later: bool) -> Reply | None:
        """The phone of an agency's contact; None when the text is of a conversation of its own."""
        from bot.inbound.contact import ContactTexts  # noqa: PLC0415 -- as above

        text = ContactTexts(self).answer(loaded, inbound)
        if text is None:
            return None
        said = Said(text, CONTACT_KEY, CONTACT_KEY, "en")
        return _reply(self.parts.store.keep_reply(loaded, inbound.sid, said, send=later))

    def once(self, loaded: Loaded, inbound: Inbound, *, later: bool = False) -> Reply:
        """One turn of a person as they were loaded, on these parts as they are. Raises LostRace if they changed."""
        now = self.parts.clock()
        session = self._standing(loaded, now)
        lapsed = loaded.session.case if loaded.session and not session.case else ""
        reading = self._read(session, inbound, stopped=loaded.stopped)
        if reading.chosen and reading.chosen not in self.parts.catalog.languages:
            reading = reading._replace(answer=Answer.UNCLEAR)  # it was taken out since it was offered
        session = session._replace(also=tuple(code for code, _ in self.parts.catalog.added))
        if loaded.stopped and reading.answer is not Answer.START:
            return Reply("", "", State.CARRIER_STOPPED.value, session.language)  # STOP is final (promise 6)
        if reading.language and not session.language_chosen and reading.language in self.parts.catalog.languages:
            session = session._replace(language=reading.language)
        step = advance(session, reading, self.parts.directory)
        step = step._replace(session=step.session._replace(edition=self.parts.edition))
        turned = Turned(
            loaded.person, inbound.sid, inbound.phone, session, step, now, self.parts.settings.timezone,
            f"{PHOTO_MARK} {inbound.text}".strip() if inbound.media else inbound.text,
            self.parts.settings.consent_days, lapsed,
        )  # fmt: skip
        open_case = lapsed or (session.case if _NEEDS_CASE.intersection(step.events) else "")
        commit = commit_of(turned, self.parts.store.cases.get(open_case) if open_case else None)
        step = step._replace(session=commit.session or step.session)
        text = "" if self._carrier_answers(reading, inbound) else self._say(step, reading, now)
        said = replace(commit.said, text=text)
        kept = self.parts.store.commit(loaded, replace(commit, said=said, outgoing=text if later else ""))
        return _reply(kept, commit.events if kept is said else ())

    def _standing(self, loaded: Loaded, now: int) -> Session:
        """Where the person stands before this text: bland again after a pause, off a service no longer offered."""
        session = until(loaded.session or Session(), now)
        if session.language not in self.parts.catalog.languages:  # it was taken out of use
            session = session._replace(language="en")
        known = self.parts.directory.has
        if session.service and not self.parts.directory.offers(session.service):
            state = State.NEEDS_ASK if session.state in _OF_SERVICE else session.state
            session = session._replace(service="", state=state)
        if session.ask_how and not known(session.ask_how):
            state = State.WELCOME_ANYTIME if session.state is State.FOLLOWUP_HOW else session.state
            session = session._replace(ask_how="", state=state)
        if loaded.session and is_paused(session, now, self.parts.settings.idle_seconds):
            return advance(session, Reading(Answer.PAUSE), self.parts.directory).session
        return session

    def _read(self, session: Session, inbound: Inbound, *, stopped: bool) -> Reading:
        parts, place = self.parts, place_of(session)
        return read(
            inbound.text,
            place=place,
            language=session.language,
            labels=parts.catalog.labels(session.state, session.language, place.offers),
            lexicon=parts.lexicon,
            cover_word=parts.settings.cover_word,
            stopped=stopped,
            media=inbound.media,
            opt_out=inbound.opt_out,
            find_area=parts.find_area,
        )

    def _carrier_answers(self, reading: Reading, inbound: Inbound) -> bool:
        """The provider has already confirmed a STOP by itself: a second text would be one too many."""
        by_provider = self.parts.settings.carrier_replies == "twilio" or bool(inbound.opt_out)
        return by_provider and reading.answer is Answer.STOP

    def _say(self, step: Step, reading: Reading, now: int) -> str:
        session = step.session
        if step.says == SILENCE:
            return ""
        language = self.parts.catalog.language(session.language)
        value = self.parts.wording.values(session, language, now)
        offers = place_of(session).offers
        text = language.fill(step.says, session.state, bland=not session.safe, value=value, offers=offers)
        if reading.photo and step.says != PHOTO_REMARK:
            text = f"{language.piece('photo.too')} {text}".strip()
        return text

    def say_unasked(self, step: Step, now: int) -> str:
        """The words of a step that no text brought about: a check-in whose time has come."""
        return self._say(step, Reading(step.move.hears), now)

    def fallback(self, inbound: Inbound) -> Reply:
        """What is said when the turn cannot be: shipped words with the numbers, bland, in the text's language.

        A STOP is confirmed even so, and nothing else is added to it.
        """
        code = "en"
        try:
            parts = self.parts.newest()
            words = normalise(inbound.text)
            answer = carrier.heard(words, opt_out=inbound.opt_out)
            code = parts.lexicon.language(words, "en") or "en"
            state = State.CARRIER_STOPPED if answer is Answer.STOP else State.WELCOME_PAUSED
            if answer is Answer.STOP and self._carrier_answers(Reading(answer), inbound):
                return Reply("", state.value, state.value, code)
            key = state.value if answer is Answer.STOP else "fallback"
            language = parts.catalog.language(code)
            text = language.fill(key, state, bland=True, value=parts.wording.values(Session(), language, 0))
            return Reply(text, key, state.value, code)
        except Exception as error:
            log.error("fallback failed: %s", where(error))
            return Reply(last_word(code), "last_word", State.WELCOME_PAUSED.value, code)


def last_word(code: str = "en") -> str:
    """Words that cannot be missing."""
    return LAST_WORDS.get(code, LAST_WORDS["en"])


def _reply(said: Said, events: tuple[str, ...] = ()) -> Reply:
    return Reply(said.text, said.key, said.state, said.language, events)
