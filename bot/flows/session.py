"""Session of one person, and how each event changes it.

A session holds no phone number, and no free text except a chosen name. It is pure: the time is passed in.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from bot.flows.model import NO_CHECK_IN, Area, ServiceQuery
from bot.flows.moments import Piece
from bot.flows.names import STEERING, Aside, Concern, Event, Fact, Fit, Guide, Need, Progress, ShareItem, State, Worry
from bot.flows.replacing import quick

TRAIL_LENGTH = 6
_OLD_ENOUGH, OF_AGE = 13, 18

_TAKEN = {
    Fact.BOY: "takes_young_men", Fact.TRANS: "takes_trans_youth",
    Fact.CHILDREN: "takes_children", Fact.DEAF: "disability_access", Fact.NO_RIDE: "location", Fact.NO_ID: "no_id",
    Fact.UNDOCUMENTED: "no_id", Fact.AFRAID_OF_POLICE: "no_police",
}  # fmt: skip
"""By what the person told: the factor of the directory by which a service takes somebody like that."""


@quick
class Session(NamedTuple):
    """State of one person's conversation. `last_at` is in epoch seconds."""

    state: State = State.WELCOME_START
    language: str = "en"
    language_chosen: bool = False
    revision: int = 0
    last_at: int = 0  # when the person wrote their last text
    asked_at: int = 0  # when its question was sent or changed by staff, if that was not at `last_at`
    greeted: bool = False
    safe: bool = False  # the person said that it is ok to text now
    limits_told: bool = False
    under_told: int = 0  # the age that the limits named: another one is told once the place is known
    danger: bool = False  # the person mentioned danger: the case is urgent
    hazard: str = ""  # the answer that named the last danger: its numbers stay in the replies for some turns
    hazard_left: int = 0  # turns for which it stays
    of_other: bool = False  # the danger that was named last is somebody else's
    progress: Progress | None = None  # how far help is in a medical emergency
    asked: frozenset[Concern] = frozenset()  # dangers that the bot has asked about: it asks once
    pieces: frozenset[Piece] = frozenset()  # of a story that alone are no danger, told to the bot
    hushed: bool = False  # they asked for silence: no goodbye lights up the screen
    veiled: bool = False  # the screen was made bland, and they have not said since that it is ok
    line_told: bool = False  # a text in another language was answered in it: the next answer is shorter
    wary: bool = False  # somebody else may have held the phone: nothing of before is taken up
    other_holds: bool = False  # somebody else showed that they hold the phone: only a sign of the person leads on
    word_known: bool = False  # somebody else knows the cover word: no reply names it
    told_back: Concern | None = None  # a danger told with "its me now": it is brought up once they say that it is ok
    who_asked: bool = False  # "who is this" was asked once
    young: bool = False  # under 13: nothing more is asked or kept
    trail: tuple[State, ...] = ()
    unclear: int = 0
    aside: Aside | None = None  # the question or remark that the last reply answered
    needs: tuple[Need, ...] = ()
    parked: tuple[Need, ...] = ()
    area: Area | None = None
    area_asked: bool = False
    area_asks: int = 0  # how often it was asked for, without an answer
    unsure: bool = False  # the place they named may be in another country: only numbers that both have
    abroad: bool = False  # it is in neither the US nor Canada
    service: str = ""  # the service under discussion
    by_phone: bool = False  # it is a line to call or text: nobody has to get there
    offered_services: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    fits: frozenset[Fit] = frozenset()
    worries: frozenset[Worry] = frozenset()  # requirements that every offered service must meet
    facts: frozenset[Fact] = frozenset()  # what the person told about whom the texts are for; nobody else sees them
    age: int = 0  # of that person in years, 0 if unknown
    facts_page: int = 0  # the page of the list of facts that was shown last
    guide: Guide | None = None  # the guide that is read
    guide_page: int = 0  # the page of it that was shown last, from 1
    wanted_guide: Guide | None = None  # asked for, and not shown yet: the screen or the limits come first
    unmet: frozenset[Need] = frozenset()  # needs without a matching service, each counted once
    why_asked: bool = False
    name: str = ""
    introduction: str = ""  # the service that the person asked to be introduced to
    case: str = ""
    caseworker_name: str = ""  # name of the caseworker who holds the case, as the person knows it
    last_caseworker_id: str = ""  # staff id of the caseworker who held the case last
    agency: str = ""  # the service whose contact they may be introduced to, or were
    contact: str = ""  # that contact's name
    contact_in: bool = False  # the contact is in the thread
    agency_items: frozenset[ShareItem] = frozenset()  # items that the agency may know
    agency_until: int = 0  # when that consent expires, epoch seconds
    pending_items: tuple[ShareItem, ...] = ()  # items still to be asked, one by one
    spoken_to: bool = False  # a caseworker or contact wrote since the bot asked: a bare "yes" may be meant for them
    chosen: frozenset[ShareItem] = frozenset()  # items agreed to so far; not shared before all are asked
    shared: frozenset[ShareItem] = frozenset()
    consent_expires_at: int = 0
    remembered: bool = False  # staff may keep a note of each talk, and see it when the person returns
    remembered_until: int = 0
    remember_asked: int = 0  # 1: asked with the last consent, 2: with the one before it, 0: longer ago or never
    times: str = ""  # the answer that said when a text or a call is ok
    topics_discussed: tuple[str, ...] = ()  # the last few services offered and reasons to hesitate
    open_questions: tuple[str, ...] = ()  # questions that no record answered: the id of the service and the aside
    ask_how: str = ""  # the service to ask about once: did they get to talk to them?
    daypart: str = ""
    check_in_hour: int = 0  # the hour that the person chose for it, 0 if they chose a part of the day
    check_in: int = 0  # the revision at which a check-in was set; 0 for none
    check_in_at: int = 0  # when it is due, epoch seconds
    reminder: int = 0  # the revision at which a reminder was agreed to; 0 for none
    remind_at: int = 0
    last_text: str = ""  # digests of the last few texts, to notice a machine that repeats itself
    equal_texts: int = 0  # how many such texts in a row have led nowhere
    last_said: str = ""  # digest of our last reply, to notice a machine that sends it back
    last_key: str = ""  # key of our last reply, which is said again in another language
    filler: str = ""  # key of our last reply to a text that nothing explained, beside a danger
    edition: int = 0  # edition of the last message sent
    extra_languages: tuple[str, ...] = ()  # languages that staff added and that are on offer now

    def query(self, need: Need | None = None) -> ServiceQuery | None:
        """Return the query for the next service, for `need` or else the most urgent need. None without a need."""
        wanted = need or (self.needs[0] if self.needs else None)
        if wanted is None:
            return None
        return ServiceQuery(
            wanted, self.area, self.language, frozenset(self.fits), self.offered_services, self.refused, self._ages(),
            frozenset(self.worries), frozenset(_TAKEN[fact] for fact in self.facts if fact in _TAKEN), self.texts_only,
            self.facts & STEERING,
        )  # fmt: skip

    @property
    def texts_only(self) -> bool:
        """Whether the person said that calls are no use to them."""
        return not self.facts.isdisjoint({Fact.TEXT_ONLY, Fact.DEAF})

    def _ages(self) -> tuple[int, int] | None:
        """Return the age band of the person, who is 13 or older, or None if they told none."""
        if self.age:
            return self.age, self.age
        return (_OLD_ENOUGH, OF_AGE - 1) if Fact.MINOR in self.facts else None

    def told(self) -> tuple[Fact, ...]:
        """List the facts that the person told, the age first."""
        return tuple(fact for fact in Fact if fact in self.facts or (fact is Fact.AGE and self.age))

    def may_list_facts(self) -> bool:
        """Return whether there are facts, and it is the person who may see them now."""
        return bool(self.facts or self.age) and self.safe and not self.wary and not self.young

    def with_facts(self, facts: frozenset[Fact], age: int | None) -> Session:
        """Add facts. A new age replaces the last one, and one in years tells more than "under 18"."""
        known = self.facts | facts
        years = age or (0 if Fact.MINOR in facts and self.age >= OF_AGE else self.age)
        return self._replace(facts=known - {Fact.MINOR} if years else known, age=years)

    def without_fact(self, fact: Fact | None) -> Session:
        """Forget one fact, and the pieces of a story, which may tell the same."""
        age = 0 if fact is Fact.AGE else self.age
        return self._replace(facts=self.facts - {fact}, age=age, pieces=frozenset(), facts_page=0)

    def shareable(self) -> frozenset[ShareItem]:
        """Return the items the person has mentioned and may choose to share."""
        told = {
            ShareItem.NEEDS: self.needs or self.parked,
            ShareItem.AREA: self.area,
            ShareItem.SERVICE: self.introduction,
            ShareItem.SAID: self.topics_discussed,
        }
        return frozenset(item for item, value in told.items() if value)

    def choosable(self) -> tuple[ShareItem, ...]:
        """List the shareable items in a fixed order, then the phone number and the times when it may be used."""
        told = self.shareable()
        return (*(item for item in ShareItem if item in told), ShareItem.REACH, ShareItem.TIMES)

    def given(self) -> frozenset[ShareItem]:
        """Return all that staff may know or keep at this time, item by item."""
        return self.shared | {ShareItem.REMEMBER} if self.remembered else self.shared

    def tellable(self) -> tuple[ShareItem, ...]:
        """List the items an agency may be given. The phone number is never one of them."""
        told = {ShareItem.NEEDS: self.needs or self.parked, ShareItem.AREA: self.area, ShareItem.NAME: self.name}
        return tuple(item for item in ShareItem if told.get(item))

    def went_over(self, what: str) -> Session:
        """Record a service that was offered, or a reason to hesitate."""
        if self.young or self.topics_discussed[-1:] == (what,):
            return self
        return self._replace(topics_discussed=(*self.topics_discussed, what)[-TRAIL_LENGTH:])

    def worried(self, worry: Worry) -> Session:
        """Add a requirement for the next service. A person who comes with a friend needs no ride."""
        fits = self.fits - {Fit.RIDE} if worry is Worry.COMPANY else self.fits
        return self._replace(worries=self.worries | {worry}, fits=fits)

    def with_needs(self, more: tuple[Need, ...]) -> Session:
        """Add needs, without duplicates and the most urgent first (promise 13)."""
        both = set(self.needs) | set(more)
        kept = tuple(need for need in Need if need in both)
        return self._replace(needs=kept, parked=tuple(n for n in self.parked if n not in both))


def leave_need(session: Session) -> Session:
    return session._replace(needs=session.needs[1:], service="", fits=frozenset(), offered_services=())


def _park(session: Session) -> Session:
    """Set the needs aside without refusing them, so that they can be taken up again (promise 3)."""
    both = set(session.needs) | set(session.parked)
    return session._replace(parked=tuple(n for n in Need if n in both), needs=(), service="")


def _refuse(session: Session) -> Session:
    if not session.service:
        return session
    how = session.ask_how if session.ask_how != session.service else ""
    return session._replace(refused=(*session.refused, session.service), service="", ask_how=how)


def _hide(session: Session) -> Session:
    """Refuse the service and never name it again: its name in a text may put the person in danger."""
    return _refuse(session)._replace(ask_how="")


def _young(session: Session) -> Session:
    """Keep the state and the language of a person under 13, and drop everything they shared."""
    kept = (
        "state", "language", "language_chosen", "revision", "last_at", "asked_at", "safe", "greeted", "danger", "case",
        "caseworker_name", "last_caseworker_id", "consent_expires_at", "unsure", "abroad",
    )  # fmt: skip
    shared = session.shared & {ShareItem.WANTS_TO_TALK}
    return Session(young=True, shared=shared, **{name: getattr(session, name) for name in kept})


_NOBODY: dict[str, Any] = {
    "agency": "", "contact": "", "contact_in": False, "agency_items": frozenset(), "agency_until": 0,
}  # fmt: skip
"""Field values when no agency knows anything."""

_UNREMEMBERED: dict[str, Any] = {"remembered": False, "remembered_until": 0}  # nothing is kept for later talks

_CALM: dict[str, Any] = {"hazard": "", "hazard_left": 0, "of_other": False, "progress": None}  # no danger lately
_NOT_OPEN: dict[str, Any] = {"wanted_guide": None, "pieces": frozenset(), **_CALM}  # what ends with an open talk
_NO_GUIDE: dict[str, Any] = {"guide": None, "guide_page": 0}
_UNVEILED: dict[str, Any] = {"veiled": False, "hushed": False, "other_holds": False}  # it is their screen

_NOT_SHARED: dict[str, Any] = {
    **_UNREMEMBERED, "shared": frozenset(), "case": "", "caseworker_name": "", "name": "", "introduction": "",
    "times": "", "pending_items": (), **_NOBODY,
}  # fmt: skip
"""Field values when a consent was taken back."""

_SET: dict[Event, dict[str, Any]] = {
    Event.GREETED: {"greeted": True},
    Event.SAFE_TO_TALK: {"safe": True, "greeted": True, **_UNVEILED},
    Event.WENT_BLAND: {"safe": False, "veiled": True, "unclear": 0, "area_asks": 0, **_NOT_OPEN},
    Event.HOLDER_HEARD: {"wary": True, "hushed": False, "trail": (), "service": "", "who_asked": False, **_NO_GUIDE},
    Event.WHO_ASKED: {"who_asked": True},
    Event.LIMITS_TOLD: {"limits_told": True},
    Event.DANGER_TOLD: {"danger": True, "greeted": True},
    Event.DANGER_ASKED: {"greeted": True},
    Event.LINE_TOLD: {"line_told": True},
    Event.HUSHED: {"hushed": True},
    Event.SAFE_SAID: _CALM,
    Event.NEEDS_NAMED: {"wary": False},
    Event.NEEDS_CLEARED: {"needs": (), "service": "", "offered_services": ()},
    **{event: {"area_asked": True} for event in (Event.AREA_SAID, Event.AREA_SKIPPED)},
    Event.HESITATED: {"why_asked": True},
    Event.FITS_LEFT: {"fits": frozenset()},
    Event.CHECK_IN_PASSED: NO_CHECK_IN,
    Event.CHECK_IN_DROPPED: {**NO_CHECK_IN, "reminder": 0, "remind_at": 0},
    Event.CHECKED_IN: {**NO_CHECK_IN, "safe": False, **_NOT_OPEN},
    Event.CONSENT_TAKEN_BACK: _NOT_SHARED,
    # the talk is what came last: nothing of before it is picked up
    Event.CASE_CLOSED: {"case": "", "caseworker_name": "", "trail": (), "service": "", **_NOBODY},
    Event.INTRODUCTION_PUT_OFF: {"pending_items": (), "chosen": frozenset(), **_NOBODY},
    Event.CONTACT_CAME: {"contact_in": True},
    **dict.fromkeys((Event.INTRODUCTION_ENDED, Event.CONTACT_WENT), _NOBODY),
    Event.REMINDER_PUT_OFF: {"remind_at": 0},
    Event.REMINDED: {"reminder": 0, "remind_at": 0},
    **{event: {"ask_how": ""} for event in (Event.GOT_TO_TALK, Event.NOT_TALKED_YET, Event.HOW_PUT_OFF)},
    Event.CASE_TAKEN: {"wanted_guide": None},  # a caseworker is there: no guide opens in between
    Event.CASE_WAITS_ON: {"caseworker_name": "", **_NOBODY},
    Event.REMEMBER_ASKED: {"remember_asked": 1},
    Event.REMEMBER_AGREED: {"remembered": True},
}


_CHECK_IN_QUESTIONS = frozenset({State.FOLLOWUP_WHEN, State.FOLLOWUP_SAFE})
_CONSENT_QUESTIONS = frozenset({State.CONSENT_TEAM, State.CONSENT_TALK, State.CONSENT_CHOOSE, State.CONSENT_TIMES})
_ENDS_CONSENT_QUESTION = frozenset(
    {Event.CONSENT_GIVEN, Event.CONSENT_TAKEN_BACK, Event.NEED_PARKED, Event.NEEDS_CLEARED}
)
"""Events after which a consent question is over: it is answered, or was put off. Nobody is led back to it."""


def _without(session: Session, over: frozenset[State]) -> tuple[State, ...]:
    """Return the trail without questions that are over."""
    return tuple(state for state in session.trail if state not in over)


def _share(session: Session, items: frozenset[ShareItem]) -> Session:
    return session._replace(shared=session.shared | items)


def _take_back(session: Session) -> Session:
    item = set(session.pending_items[:1])
    name = "" if ShareItem.NAME in item else session.name
    left, told = session.shared - item, session.agency_items - item
    ended = _UNREMEMBERED if ShareItem.REMEMBER in item else {}
    return session._replace(shared=left, agency_items=told, name=name, pending_items=(), **ended)


def _fit(session: Session, fit: Fit) -> Session:
    return session._replace(fits=session.fits | {fit})


def _clear(session: Session) -> Session:
    return Session(state=session.state, language=session.language, revision=session.revision)


_CHANGES: dict[Event, Callable[[Session], Session]] = {
    Event.UNDER_13_SAID: _young,
    Event.NEED_ANSWERED: leave_need,
    Event.NEED_LEFT: leave_need,
    Event.NEED_PARKED: _park,
    Event.NEEDS_TAKEN_UP: lambda session: session.with_needs(session.parked),
    Event.PROVIDER_REFUSED: _refuse,
    Event.PROVIDER_UNSAFE: _hide,
    Event.GUIDE_OPENED: lambda session: session._replace(guide=session.wanted_guide, guide_page=1, wanted_guide=None),
    Event.GUIDE_TURNED: lambda session: session._replace(guide_page=session.guide_page + 1),
    Event.GUIDE_TURNED_BACK: lambda session: session._replace(guide_page=session.guide_page - 1),
    Event.NEED_UNMET: lambda session: session._replace(unmet=session.unmet | set(session.needs[:1])),
    Event.PHONE_ONLY: lambda session: _fit(session, Fit.PHONE_ONLY),
    Event.RIDE_WANTED: lambda session: _fit(session, Fit.RIDE),
    Event.OTHER_AREA_WANTED: lambda session: session._replace(fits=session.fits - {Fit.PHONE_ONLY}),
    Event.CHECK_IN_SET: lambda session: session._replace(
        check_in=session.revision, trail=_without(session, _CHECK_IN_QUESTIONS)
    ),
    Event.INTRODUCTION_ASKED: lambda session: session._replace(introduction=session.service),
    # a new consent replaces the last one: it covers what it named, and nothing else
    Event.CONSENT_GIVEN: lambda session: session._replace(
        shared=frozenset({ShareItem.WANTS_TO_TALK}), remember_asked=2 if session.remember_asked == 1 else 0
    ),
    Event.ITEMS_ASKED: lambda session: session._replace(pending_items=session.choosable(), chosen=frozenset()),
    Event.ITEM_CHOSEN: lambda session: session._replace(
        pending_items=session.pending_items[1:], chosen=session.chosen | set(session.pending_items[:1])
    ),
    Event.ITEM_KEPT: lambda session: session._replace(pending_items=session.pending_items[1:]),
    Event.INTRODUCTION_OFFERED: lambda session: session._replace(pending_items=session.tellable(), chosen=frozenset()),
    Event.INTRODUCTION_AGREED: lambda session: session._replace(
        agency_items=session.chosen | {ShareItem.WANTS_TO_TALK},
        pending_items=(),
        chosen=frozenset(),
        ask_how=session.agency,
    ),
    Event.ITEM_TAKEN_BACK: _take_back,
    Event.CONTACT_GIVEN: lambda session: session._replace(ask_how=session.service),
    Event.MORE_FACTS_ASKED: lambda session: session._replace(facts_page=session.facts_page + 1),
    Event.REMINDER_SET: lambda session: session._replace(reminder=session.revision),
    Event.WENT_BADLY_THERE: lambda session: session._replace(service=session.ask_how, ask_how=""),
    Event.CHOSEN_SHARED: lambda session: _share(session, session.chosen)._replace(chosen=frozenset()),
    Event.STORY_SHARED: lambda session: _share(session, session.shareable()),
    Event.NAME_SHARED: lambda session: _share(session, frozenset({ShareItem.NAME})),
    **dict.fromkeys((Event.FORGOTTEN, Event.OPTED_OUT), _clear),
    **{event: partial(Session._replace, **changes) for event, changes in _SET.items()},
}


def after(session: Session, event: Event) -> Session:
    """Return the session after `event`. Return the same object if the event changes nothing."""
    if event in _ENDS_CONSENT_QUESTION and not _CONSENT_QUESTIONS.isdisjoint(session.trail):
        session = session._replace(trail=_without(session, _CONSENT_QUESTIONS))
    change = _CHANGES.get(event)
    return change(session) if change else session


def is_paused(session: Session, now: int, idle_seconds: int) -> bool:
    """Tell whether the last text is so old that someone else may hold the phone (promise 7)."""
    return now - session.last_at > idle_seconds


_WITH_A_CASE = frozenset(
    {State.HANDOFF_WAITING, State.HANDOFF_LONGER, State.HANDOFF_HELD, State.HANDOFF_LIVE, State.CONSENT_NAME,
     State.CONSENT_REMEMBER, State.CONSENT_AGENCY, State.CONSENT_AGENCY_ITEM, State.FOLLOWUP_REMIND}
)  # fmt: skip


def until(session: Session, now: int) -> Session:
    """Drop consents that have expired by `now` (promise 1). A live conversation that relied on one ends too."""
    if session.remembered and 0 < session.remembered_until <= now:
        session = session._replace(**_UNREMEMBERED)
    if session.shared and 0 < session.consent_expires_at <= now:
        ends = bool(session.case) and session.state in _WITH_A_CASE
        ending = after(session, Event.CONSENT_TAKEN_BACK)
        session = ending._replace(remembered=session.remembered, remembered_until=session.remembered_until)
        if ends:
            session = after(session, Event.CASE_CLOSED)._replace(state=State.HANDOFF_ENDED)
    if session.agency_items and 0 < session.agency_until <= now:
        session = session._replace(**_NOBODY)
    return session
