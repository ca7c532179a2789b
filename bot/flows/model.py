"""The shapes of the conversation: a move, a place, what was read, one step. No behaviour, no words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple, Protocol

from bot.flows.names import Answer, Event, Need, ShareItem, State


class Area(NamedTuple):
    """Where to look for services: coarse on purpose, never an address. Empty parts are unknown."""

    city: str = ""
    county: str = ""
    region: str = ""  # state or province, two letters
    country: str = ""  # ISO 3166-1, two letters


class Guard(Enum):
    """When a move holds. `guards.GUARDS` has the function of each. A guarded move has an unguarded twin."""

    IS_SAFE = auto()
    IS_NOT_SAFE = auto()
    IS_NEW = auto()
    IS_YOUNG = auto()
    LIMITS_UNTOLD = auto()
    HAS_NEEDS = auto()
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
    HAS_ITEMS = auto()
    HAS_MORE_ITEMS = auto()
    TIMES_ARE_NEXT = auto()
    ITEM_IS_ALL = auto()
    HAS_AGENCY = auto()
    WAS_SPOKEN_TO = auto()
    HAS_TO_ASK_HOW = auto()
    CAN_SHARE = auto()
    HAS_PARKED = auto()
    HAS_THREAD = auto()
    WAS_UNCLEAR = auto()


@dataclass(frozen=True, slots=True)
class Choice:
    """One numbered choice of a state. Its number is its place in the list, whatever its label says."""

    answer: Answer
    need: Need | None = None
    item: ShareItem | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Transition:
    """An arrow: standing `at`, hearing `hears`, while `when` holds, the conversation goes `to`.

    `notes` are recorded and change the session; `says` names other words than the new state's own;
    `needs_consent` marks the arrows by which something about a person may reach a human.
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
    """What the words of one key may and must do, whoever edits them.

    `fills`: the ((placeholders)) allowed. `must_say`: placeholders that may not be left out.
    `segments`: the most SMS segments (one more where a language's letters force UCS-2).
    `pinned`: a change waits for a second pair of eyes. `bland`: may be sent to a screen that
    somebody else may see, so its words (or its bland variant) name nothing.
    """

    key: str
    allowed: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    segments: int = 2
    pinned: bool = False
    bland: bool = False


@dataclass(frozen=True, slots=True)
class StateSpec:
    """A state's structure: its choices in order, whether one can come back to it, its words' slot."""

    state: State
    rules: MessageRules
    choices: tuple[Choice, ...] = ()
    returnable: bool = False  # GO_ON and BACK return here
    idle: bool = False  # nothing is asked: the next text starts afresh
    free_text: Answer | None = None  # AREA or NAME: free text is read as that
    lists_shared: bool = False  # before its own choices, one for each thing that is shared
    lists_languages: bool = False  # before "not now", one for each language that staff added


class Interpretation(NamedTuple):
    """What one text was understood to mean."""

    answer: Answer
    needs: tuple[Need, ...] = ()
    area: Area | None = None
    name: str = ""
    item: ShareItem | None = None
    language: str = ""  # as guessed from the words; "" when they do not tell
    chosen: str = ""  # the language that was chosen, of those that staff added
    photo: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """One file of the flows: its places and its moves."""

    places: tuple[StateSpec, ...]
    moves: tuple[Transition, ...]


class ServiceFinder(Protocol):
    """What a turn may ask about the world outside: a pure look at the directory, nothing else."""

    def next_service(self, wishes: ServiceQuery) -> str:
        """The id of the best service for these wishes that was not told before, or ""."""


@dataclass(frozen=True, slots=True)
class ServiceQuery:
    """What a next service must fit. The session's part that the directory may see: no name, no number."""

    need: Need
    area: Area | None = None
    language: str = "en"
    fits: frozenset[str] = frozenset()
    already_offered: tuple[str, ...] = ()  # service ids already told
    excluded: tuple[str, ...] = ()  # service ids whose provider is never to be named again
    ages: tuple[int, int] | None = None  # the person's age band in years, both included, if they told it
    requirements: frozenset[str] = (
        frozenset()
    )  # what must hold there, as the directory's factors: no_police, takes_children
    open_now: bool = False  # whoever is known to be closed is left out
