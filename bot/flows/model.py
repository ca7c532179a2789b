"""Types of the conversation: states, transitions, message rules, interpretations. No behaviour, no message text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import auto
from typing import Any, NamedTuple, Protocol

from bot.flows.moments import AtHand
from bot.flows.names import (
    Answer,
    Aside,
    Concern,
    Denial,
    Detail,
    Event,
    Fact,
    Guide,
    Level,
    Named,
    Need,
    Piece,
    Progress,
    ShareItem,
    State,
)
from bot.flows.replacing import quick

NO_CHECK_IN: dict[str, Any] = {"check_in": 0, "check_in_at": 0, "daypart": "", "check_in_hour": 0}
"""Fields of a session in which no check-in is set."""


class Area(NamedTuple):
    """Area in which to look for services. Coarse on purpose, never an address. An empty part is unknown."""

    city: str = ""
    county: str = ""
    region: str = ""  # state or province, two letters
    country: str = ""  # ISO 3166-1, two letters


class Guard(Named):
    """Condition of a transition. Its function is in `guards.GUARDS`; each guarded transition has an unguarded twin."""

    IS_SAFE = auto()
    IS_NOT_SAFE = auto()
    IS_NEW = auto()
    IS_YOUNG = auto()
    LIMITS_UNTOLD = auto()
    GOES_THE_SHORT_WAY = auto()
    HAS_MANY_NEEDS = auto()
    HAS_NO_NEEDS = auto()
    HAS_MORE_NEEDS = auto()
    NEXT_NEED_HAS_OFFER = auto()
    AREA_UNKNOWN = auto()
    HAS_OFFER = auto()
    HAS_NEAREST = auto()
    WHY_ASKED = auto()
    HAS_CASE = auto()
    IS_HELD = auto()
    IS_TALKING = auto()
    IS_COVERED = auto()
    HAS_FACTS = auto()
    WANTS_GUIDE = auto()
    HAS_NEXT_PAGE = auto()
    HAS_EARLIER_PAGE = auto()
    HAS_ITEMS = auto()
    HAS_MORE_ITEMS = auto()
    TIMES_ARE_NEXT = auto()
    ITEM_IS_ALL = auto()
    HAS_AGENCY = auto()
    WAS_SPOKEN_TO = auto()
    HAS_TO_ASK_HOW = auto()
    CAN_SHARE = auto()
    MAY_ASK_TO_REMEMBER = auto()
    MAY_ASK_UNNAMED = auto()
    NAME_IS_SEEN = auto()
    HAS_PARKED = auto()
    HAS_THREAD = auto()
    WAS_UNCLEAR = auto()
    ANSWER_IS_DUE = auto()
    IN_DANGER = auto()
    IS_MEDICAL = auto()
    HAS_DAYPART = auto()
    HAS_HOUR = auto()
    WHO_WAS_ASKED = auto()
    COUNTRY_UNSURE = auto()
    SCREEN_IS_SEEN = auto()
    LINE_WAS_TOLD = auto()
    GUIDE_CANT_WAIT = auto()
    REMARK_WAS_LAST = auto()
    IS_WARY = auto()
    IS_OPEN = auto()
    IS_OFFERED = auto()
    LEAVES_TALK = auto()
    WAS_HUSHED = auto()
    IS_OTHERS_QUESTION = auto()
    TOLD_OF_PHONE = auto()
    TOLD_OF_DANGER = auto()


@dataclass(frozen=True, slots=True)
class Choice:
    """Numbered choice of a state. Its number is its position in the list, whatever its label says."""

    answer: Answer
    need: Need | None = None
    item: ShareItem | None = None
    language: str = ""
    fact: Fact | None = None
    age: int = 0  # in years, of the fact AGE
    guide: Guide | None = None


@dataclass(frozen=True, slots=True)
class Transition:
    """Transition: at `source`, the answer leads to `target` while `guard` holds.

    `events` are recorded and change the session. `message` is the key of another message than the target's own.
    `needs_consent` marks a transition by which something about a person may reach a human.
    """

    source: State
    answer: Answer
    target: State
    events: tuple[Event, ...] = ()
    guard: Guard | None = None
    message: str = ""
    needs_consent: bool = False


@dataclass(frozen=True, slots=True)
class MessageRules:
    """Rules for the message of one key, whoever edits it.

    `allowed`: the ((placeholders)) it may use. `required`: the placeholders it must use. `segments`: the most SMS
    segments, one more where a language's letters need UCS-2. `pinned`: a second editor must approve a change.
    `bland`: may be sent to a screen that others may see, so the message or its bland variant names nothing.
    """

    key: str
    allowed: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    segments: int = 2
    pinned: bool = False
    bland: bool = False


@dataclass(frozen=True, slots=True)
class StateSpec:
    """Structure of a state: the rules for its message, its choices in order, and how it treats other texts."""

    state: State
    rules: MessageRules
    choices: tuple[Choice, ...] = ()
    returnable: bool = False  # GO_ON and BACK can return here
    idle: bool = False  # asks nothing: the next text starts afresh
    free_text: Answer | None = None  # AREA or NAME: free text counts as this answer
    lists_shared: bool = False  # adds a choice for each shared item, before its own choices
    lists_facts: bool = False  # adds a choice for each fact that the person told, before its own choices
    lists_languages: bool = False  # adds a choice for each language that editors added, before "not now"
    doubt: Answer | None = None  # an answer that agrees is read as this one when a "no" stands anywhere in the text
    unlisted: tuple[Choice, ...] = ()  # heard in words like a choice, and not shown

    @property
    def heard(self) -> tuple[Choice, ...]:
        """Return the choices that are heard in words: those shown, then those behind another one."""
        return (*self.choices, *self.unlisted)


@quick
class Interpretation(NamedTuple):
    """Meaning of one text from a person."""

    answer: Answer
    needs: tuple[Need, ...] = ()
    area: Area | None = None
    name: str = ""
    item: ShareItem | None = None
    language: str = ""  # guessed from the words; "" if unknown
    foreign: str = ""  # code of a language that the bot does not write
    chosen: str = ""  # code of the chosen language, if editors added it
    photo: bool = False
    now_ok: bool = False  # goes on where "is now ok?" could be asked: the screen is theirs
    come: bool = False  # it asks to be fetched, or has a street address: the reply says that nobody comes
    fine: bool = False  # it says that somebody feels well again
    progress: Progress | None = None  # news of a medical emergency: it counts while one stands
    unsure: bool = False  # the place that it names may be in another country
    abroad: bool = False  # it is in neither the United States nor Canada
    concern: Concern | None = None  # the danger that it tells of, or that the reply asks about
    level: Level | None = None  # how that danger is answered
    about_other: bool = False  # the danger is somebody else's: advice for the friend
    partner: bool | None = None  # who hurts is a partner or an ex; None if it names nobody
    facts: frozenset[Fact] = frozenset()
    age: int | None = None  # 13 to 17 matters for offers; a child under 13 is `UNDER_13`
    facts_of_other: frozenset[Fact] = frozenset()  # of somebody else: they count if the text is for that person
    age_of_other: int | None = None
    fact: Fact | None = None  # the one to forget
    hour: int | None = None  # the hour of the day from 0 to 23 that it names, where a check-in is set
    aside: Aside | None = None  # the question, the doubt or the remark, of ASIDE or beside another answer
    also: Aside | None = None  # a second question, answered in the same reply
    guide: Guide | None = None  # the one that the person asks for, with GUIDE
    exposed: bool = False  # it speaks of being told on, and of no picture
    detail: Detail | None = None  # of the harm that it tells of: it changes what helps
    at_hand: AtHand | None = None  # the danger that goes on right now, of which it is a bit
    pieces: frozenset[Piece] = frozenset()  # of a story, that count with what follows
    young_tells: str = ""  # key of the message for what a child under 13 tells: pictures, fear for who did it
    denial: Denial | None = None  # a danger that it denies
    figure: bool = False  # what looks like danger in it is a game, a song or another figure of speech
    leaves: bool = False  # it ends the talk beside a danger: the last words on the screen are bland
    of_them: bool = False  # it asks what others tell: staff or a place, not the bot


@dataclass(frozen=True, slots=True)
class Topic:
    """Topic of the conversation: the states and transitions of one module."""

    places: tuple[StateSpec, ...]
    moves: tuple[Transition, ...]


class ServiceFinder(Protocol):
    """The only outside data that a turn may use: a pure search of the directory."""

    def next_service(self, query: ServiceQuery) -> str:
        """Return the id of the best matching service that was not offered before; "" if there is none."""


@dataclass(frozen=True, slots=True)
class ServiceQuery:
    """Search for a service: the part of a session that the directory may see. No name, no number."""

    need: Need
    area: Area | None = None
    language: str = "en"
    fits: frozenset[str] = frozenset()
    already_offered: tuple[str, ...] = ()  # ids of services
    excluded: tuple[str, ...] = ()  # ids of services whose provider must not be named again
    ages: tuple[int, int] | None = None  # age band in years, both included; None if unknown
    requirements: frozenset[str] = frozenset()  # factors that must hold, such as no_police: known ones come first
    eligibility: frozenset[str] = frozenset()  # factors by which this person may be taken, such as takes_children
    text_only: bool = False  # leave out services that take no texts
    told: frozenset[Fact] = frozenset()  # what else the person told that steers a search: STEERING
    open_now: bool = False  # leave out services that are known to be closed
