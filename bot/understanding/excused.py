"""Danger that rules hear and that the rest of the text takes back: somebody is missing, a case is only imagined."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from bot.flows.model import StateSpec
from bot.flows.names import Aside, Concern, Fact, Guide, Level, Need, State
from bot.understanding import choices
from bot.understanding.anger import is_anger, is_feared
from bot.understanding.lexicon import Meaning
from bot.understanding.near import can_only_write
from bot.understanding.signals import Signal
from bot.understanding.words import Words

_SAYS_MORE = {
    Guide.MISSING_FRIEND: frozenset({Concern.FRIEND, Concern.MINOR_NO_PLACE, Concern.WATCHED}),
    Guide.LEAVING: frozenset({Concern.WATCHED}),
}
"""Situations, and the dangers that rules hear in their words: a child who is gone, a way out "without him seeing"."""

_WHAT_IF = re.compile(
    r"^(?:(?:so|ok|okay|and|but|well|um|hey|wait|like|then|just|question|hypothetically|let me|"
    r"can i ask(?: you| u)?|i am asking|y|pero|oye|bueno|entonces|a ver|una pregunta|puedo preguntar) )*"
    r"(?:(?:what|wat) (?:if|happens if|would happen if)|hypothetically|lets say|let us say|suppose|"
    r"say (?:i|im|someone|somebody|a)|"
    r"if (?:i|im|ive|someone|somebody|a)|y si|que (?:pasa|pasaria|tal) si|si|"
    r"hipoteticamente|supongamos|digamos|pongamos|imaginate|imagina)\b"
)
"""A text that begins as a case which is only imagined."""

_IMAGINED = frozenset({Concern.CHILD_HURT, Concern.SEXUAL_ABUSE, Concern.EXPLOITATION, Concern.SEXTORTION})
"""Dangers that "what if im 16" asks about. Whoever asks so about being hit or about dying is asked back."""


def left(  # noqa: PLR0913 -- all that may take a danger back, by name
    signal: Signal | None,
    tags: Set[Meaning],
    *,
    words: Words,
    spelled: str,
    place: StateSpec,
    labels: Sequence[Sequence[str]],
    come: bool,
    facts: Set[Fact],
) -> Signal | None:
    """Return the danger that is left of what rules heard in a text, by its other meanings and the words of our choices.

    Who waits to be fetched (`come`) hears that nobody comes, before any place.
    """
    if signal is not None and any(signal.concern in _SAYS_MORE[guide] for guide in _SAYS_MORE.keys() & tags):
        return None
    if signal is None or (come and signal.concern is Concern.MINOR_NO_PLACE):
        return None
    by_idiom = signal.concern is Concern.VIOLENCE or (signal.concern is Concern.SELF_HARM and signal.level is Level.ASK)
    if by_idiom and not signal.about_other and is_anger(spelled):
        return signal._replace(level=Level.ASK) if is_feared(spelled) else None
    if signal.level is Level.ASK and _is_answered(signal, tags, words, place):
        return None
    if signal.level is Level.ASK and choices.by_label(words, labels) is not None:
        return None  # an alarm in the words of a choice stays one, and is told to their editor
    return signal._replace(about_other=True) if _is_of_client(signal, words, facts) else signal


_OF_OTHERS = frozenset(
    {Concern.VIOLENCE, Concern.SEXUAL_ABUSE, Concern.EXPLOITATION, Concern.SEXTORTION, Concern.MINOR_NO_PLACE}
)
_CLIENT = re.compile(
    r"\b(?:clients?|patients?|students?|residents?|youths?|survivors?|participants?|"
    r"(?:a|this|the|one) (?:\w+ ){0,2}(?:girl|boy|kid|child|teen|minor)"
    r"|clientas?|clientes?|pacientes?|alumn[ao]s?|estudiantes?|usuarias?|sobrevivientes?|"
    r"una (?:joven|menor|muchacha|nina|chica))\b"
)
_OF_MYSELF = re.compile(
    r"\b(?:me|myself|us|i (?:was|am being|got|have been)|im being|"
    r"my (?:husband|boyfriend|ex|man|partner|wife|dad|mom|stepdad|uncle|boss|pimp)"
    r"|mi (?:esposo|novio|ex|marido|pareja|papa|mama|padrastro|tio|jefe|padrote)|nos|conmigo)\b"
)


def _is_of_client(signal: Signal, words: Words, facts: Set[Fact]) -> bool:
    """Return whether somebody at work tells of whom they help: "im a nurse, a patient of mine was raped"."""
    said = " ".join(words.tokens)
    is_told = Fact.FOR_CLIENT in facts and _CLIENT.search(said) is not None and _OF_MYSELF.search(said) is None
    return is_told and signal.concern in _OF_OTHERS


_AT_OFFER = frozenset({State.OPTIONS_OFFER, State.OPTIONS_NEAREST, State.OPTIONS_CONTACT, State.HESITATION_WHY})
_AT_A_SHELTER = frozenset({Concern.EXPLOITATION, Concern.MINOR_NO_PLACE})
_SHELTER = re.compile(
    r"\b(?:shelters?|program|safe house|group home|staff|(?:went|been|stayed|was) (?:to|at|in|there)"
    r"|albergues?|refugios?|programa|(?:fui|estuve|me quede) (?:a|en|ahi|alla) ?(?:uno|una|un)?)\b"
)
"""Words of a service that was bad: "i went to one n they put me w boys"."""


def _is_answered(signal: Signal, tags: Set[Meaning], words: Words, place: StateSpec) -> bool:
    """Return whether a question that the text asks is answered instead of asking about the danger in it."""
    if Aside.FEAR_PARENTS in tags and signal.concern is Concern.MINOR_NO_PLACE:
        return True  # "what if they send me back to my uncle"
    if signal.concern is Concern.WATCHED and can_only_write(" ".join(words.tokens)):
        return True  # it is answered with lines that take texts
    if Aside.WENT_BADLY in tags and signal.concern in _AT_A_SHELTER:
        return place.state in _AT_OFFER or _SHELTER.search(" ".join(words.tokens)) is not None
    return signal.concern in _IMAGINED and is_imagined(tags, words)


def is_imagined(tags: Set[Meaning], words: Words) -> bool:
    """Return whether a text asks about a case instead of telling one: "what if im 16 and my bf is 24"."""
    return Aside.HYPOTHETICAL_AGE in tags and _WHAT_IF.match(" ".join(words.tokens)) is not None


def needs_in(tags: Set[Meaning], facts: Set[Fact]) -> Set[Need]:
    """Return the needs that a text names.

    Who says that they are deaf tells how to reach them, and asks for no aid. Papers that somebody keeps are not lost.
    """
    told = {Need.DISABILITY} if Fact.DEAF in facts else set()
    kept = {Need.ID_DOCUMENTS} if Guide.WAGES_HELD in tags else set()
    return {tag for tag in tags if isinstance(tag, Need)} - told - kept
