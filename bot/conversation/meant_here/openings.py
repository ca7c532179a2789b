"""A first text, a cry for help, and words of another menu: what they are to this bot, in this state. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import BY_FORCE
from bot.flows.model import Choice, Interpretation
from bot.flows.names import Answer, Aside, Denial, Level, State
from bot.flows.session import Session
from bot.flows.welcome import SILENT
from bot.understanding import normalise
from bot.understanding.carrier import is_keyword, only_help

STANDS = frozenset(
    {Answer.STOP, Answer.START, Answer.HELP, Answer.COVER, Answer.HOLDER, Answer.HUSH, Answer.UNDER_13, Answer.FORGET,
     Answer.TAKE_BACK, Answer.TAKE_ITEM, Answer.NAME}
)  # fmt: skip
"""Answers that stand whatever else a text says."""


def denies(reading: Interpretation) -> bool:
    """Return whether a text says outright that there is no danger, and tells of none: it is not more of it."""
    return reading.denial is Denial.OUTRIGHT and reading.concern is None


def of_other_menu(
    session: Session,
    wrote: Wrote,
    reading: Interpretation,
    offers: Sequence[Choice],
    elsewhere: Mapping[tuple[str, ...], Choice],
) -> Interpretation:
    """Read the words of a choice that is not on offer here as what it means in its own menu.

    A danger that is sure, an answer that stands whatever else is said, and one of the choices on offer here come first.
    """
    choice = elsewhere.get(wrote.words.tokens)
    if choice is None or session.caseworker_name or reading.level is Level.ALARM or reading.answer in STANDS:
        return reading
    if reading.answer is not Answer.NEEDS and reading.answer in {offer.answer for offer in offers}:
        return reading
    if reading.answer is Answer.NEEDS and (
        choice.answer is Answer.NEEDS or any(offer.need in reading.needs for offer in offers)
    ):
        return reading
    needs = (choice.need,) if choice.need else ()
    return Interpretation(choice.answer, needs, language=reading.language, photo=reading.photo)


_SOMEBODY = re.compile(
    r"\b(?:person|people|humans?|some ?(?:one|body)|any ?(?:one|body)|caseworkers?|workers?|counselors?|advocates?|"
    r"staff|adult|real|live|"
    r"personas?|alguien|humano|trabajadora|consejera|asesora|gente)\b",
    re.IGNORECASE,
)


def first_text(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "hey can we talk" as talk with the bot where nobody was told yet that a bot writes. No person is named."""
    if session.state not in SILENT or reading.answer is not Answer.PERSON or _SOMEBODY.search(wrote.text):
        return reading
    return reading._replace(answer=Answer.ASIDE, aside=Aside.STAY)


_CRY = re.compile(
    r"\b(?:some ?(?:one|body)|any ?(?:one|body)|god|now|asap|urgent\w*|emergency|"
    r"alguien|dios|ya|ahora|ahorita|auxilio)\b"
)

_LONE_HELP = re.compile(
    r"help|(?:(?:please|pls|plz|por favor|porfa|favor) )*(?:info|ayuda|informacion)"
    r"(?: (?:please|pls|plz|por favor|porfa))*"
)

_CRY_ALONE = re.compile(
    r"(?:(?:please|pls|plz|plss+|omg|god|oh my god|hey|por favor|porfa|dios|dios mio|ay|hola|ya) )*"
    r"(?:help(?: (?:me|us|now))*|(?:some|any) ?(?:one|body) (?:please )?help(?: me| us)?|(?:some|any) ?(?:one|body)(?= (?:please|pls|plz))"
    r"|code red|mayday|save (?:me|us)|sos|ayudame|ayudenme|ayuden|ayudanos|auxilio|socorro|alguien (?:que )?(?:me )?ayud\w+"
    r"|alguien(?= (?:por favor|porfa)))"
    r"(?: (?:please|pls|plz|plss+|now|me|quick|hurry|asap|por favor|porfa|ya|ahora|rapido|urgente|help|ayuda))*"
)
"""A cry and nothing else. "I need help" is how many begin, and is greeted."""
_MAY_BE_CRY = frozenset({Answer.HELP, Answer.UNCLEAR, Answer.GREETING, Answer.PERSON, Answer.COME, Answer.ASIDE})
_AT_FIRST = frozenset({State.WELCOME_START, State.WELCOME_HELLO})


def _is_cry(session: Session, wrote: Wrote, reading: Interpretation) -> bool:
    """Return whether a text at the start of a talk is a cry, by whose reply somebody may have to do without another."""
    is_first = session.state in _AT_FIRST and not (
        session.hazard or session.wary or session.other_holds or session.case
    )
    may_be = reading.answer in _MAY_BE_CRY and reading.level is None and "?" not in wrote.text
    return is_first and may_be and _CRY_ALONE.fullmatch(wrote.said) is not None


_TOLD = frozenset(
    {State.SAFETY_HURT, State.SAFETY_STAY, State.SAFETY_MEDICAL, State.SAFETY_SELF_HARM, State.SAFETY_CHILD}
)
"""States in which a danger was just told, with its numbers."""

_GREETS_ANEW = SILENT | {
    State.WELCOME_HELLO,
    State.WELCOME_HEARD,
    State.WELCOME_BACK,
    State.WELCOME_LIMITS,
    State.NEEDS_ASK,
}


def asks_for_help(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "hola necesito ayuda" as a first text that it is, and no carrier's HELP, which is one word.

    A cry, to anybody or for help now, gets the answer with the numbers.
    """
    if _is_cry(session, wrote, reading):
        return reading._replace(answer=Answer.HELP, aside=None, concern=None)
    if reading.answer is not Answer.HELP or session.caseworker_name:
        return reading
    meant = _meant_by_help(session, wrote)
    return reading if meant is None else reading._replace(answer=meant)


def _meant_by_help(session: Session, wrote: Wrote) -> Answer | None:
    """Return what words for help ask here, None where they are the carrier's HELP, or a cry that its numbers answer."""
    is_word = only_help(wrote.words) or _LONE_HELP.fullmatch(wrote.plain) is not None
    if session.hazard in _BY_SOMEBODY and session.safe and not session.young:
        return None if is_word else Answer.COME  # a cry: what a program can't do, and 911
    if session.state in _COVERED and not session.safe and not session.other_holds:
        # numbers would light up the screen that was made bland
        return None if is_keyword(wrote.words) else Answer.GREETING
    if session.hazard and session.state in _TOLD and not is_word:
        return Answer.UNCLEAR  # "ayudame" there asks for what stands, not who we are
    greets = session.state in _GREETS_ANEW and not (session.hazard or is_word or _CRY.search(wrote.said))
    return Answer.GREETING if greets else None


_BY_SOMEBODY = BY_FORCE | {Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value}
_COVERED = frozenset({State.SAFETY_COVER, State.WELCOME_BACK, State.WELCOME_LATER})

_ASKS_WHO = re.compile(
    r"(?:(?:ok|so|and|wait|hey|y|pero|oye) )*(?:who|whos|what|whats|quien|quienes|que)(?: (?:is|are|the|even|es|son))* "
)


def who_is_program(session: Session, wrote: Wrote, reading: Interpretation, program: str) -> Interpretation:
    """Read "who is oak line" as a question who texts: the name stands in the bot's own texts."""
    is_heard = reading.level is Level.ALARM or reading.answer in STANDS or session.caseworker_name
    if is_heard or " " not in wrote.plain:
        return reading
    words, name = wrote.plain, " ".join(normalise(program).tokens)
    if not name or not words.endswith(f" {name}") or _ASKS_WHO.fullmatch(words.removesuffix(name)) is None:
        return reading
    return Interpretation(Answer.WHO_ARE_YOU, language=reading.language)
