"""What a text means by what stands before it in the conversation, beyond the choices of the state. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.flows.model import Choice, Interpretation
from bot.flows.names import Answer, Aside, Fact, Level, Need, State
from bot.flows.session import Session
from bot.flows.welcome import SILENT
from bot.understanding import normalise
from bot.understanding.acknowledged import only_read
from bot.understanding.anger import is_anger, keeps_secret
from bot.understanding.chosen_name import tells_name
from bot.understanding.holder import is_owner
from bot.understanding.lexicon import Lexicon

_MAY_BE_SEEN = frozenset({State.SAFETY_COVER, State.WELCOME_BACK, State.WELCOME_LATER})
_ASKS_WHO = frozenset({Answer.WHO_IS_THIS, Answer.WHO_ARE_YOU})
_RESTS = frozenset({State.WELCOME_ANYTIME, State.WELCOME_LATER, State.HESITATION_PARKED})
_SAYS_MORE = frozenset(
    {Answer.STOP, Answer.START, Answer.HELP, Answer.COVER, Answer.HOLDER, Answer.HUSH, Answer.UNDER_13, Answer.FORGET,
     Answer.TAKE_BACK, Answer.NAME}
)  # fmt: skip
"""Answers that stand whatever else a text says."""


def of_other_menu(
    session: Session,
    text: str,
    reading: Interpretation,
    offers: Sequence[Choice],
    elsewhere: Mapping[tuple[str, ...], Choice],
) -> Interpretation:
    """Read the words of a choice that is not on offer here as what it means in its own menu.

    A danger that is sure, an answer that stands whatever else is said, and one of the choices on offer here come first.
    """
    choice = elsewhere.get(normalise(text).tokens)
    if choice is None or session.caseworker_name or reading.level is Level.ALARM or reading.answer in _SAYS_MORE:
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


def first_text(session: Session, text: str, reading: Interpretation) -> Interpretation:
    """Read "hey can we talk" as talk with the bot where nobody was told yet that a bot writes. No person is named."""
    if session.state not in SILENT or reading.answer is not Answer.PERSON or _SOMEBODY.search(text):
        return reading
    return reading._replace(answer=Answer.ASIDE, aside=Aside.STAY)


_WHAT_NOW = re.compile(
    r"(?:(?:so|ok|okay|and|but|then|y|pero|entonces|bueno) )*"
    r"(?:when(?: is that| though| exactly)?|what (?:is|will) (?:going to )?happen(?: now| next)?"
    r"|what happens (?:now|next)|now what|what now|what next|(?:para )?cuando(?: seria)?"
    r"|(?:y )?ahora que(?: pasa| sigue| hago)?"
    r"|que (?:va a pasar|pasa|sigue)(?: ahora| ahorita)?)"
)
_FINE = re.compile(
    r"(?:(?:it|that) is |todo |esta |ta |asi )?(?:fine|ok|okay|good|alright|all right|cool|right|bien|es)"
)


def while_waiting(session: Session, text: str, reading: Interpretation, lexicon: Lexicon) -> Interpretation:
    """Read "when" and "so now what" as a question about the wait, and a bare name as one to be asked about."""
    stands = reading.concern is not None or reading.answer in _SAYS_MORE
    if stands or not session.case or session.caseworker_name:
        return reading
    if _WHAT_NOW.fullmatch(" ".join(lexicon.spelled(text))):
        return Interpretation(Answer.ASIDE, aside=Aside.HOW_LONG_WAIT, language=reading.language)
    waits = session.state in (State.HANDOFF_WAITING, State.HANDOFF_LONGER) and not session.name
    if waits and reading.answer is Answer.UNCLEAR and tells_name(text, lexicon):
        return Interpretation(Answer.NAME, language=reading.language)
    return reading


def no_outcome(session: Session, text: str, reading: Interpretation, lexicon: Lexicon) -> Interpretation:
    """Read "its fine" after "did you get to talk to them?" as no answer: nothing is made up about how it went."""
    if session.state is not State.FOLLOWUP_HOW or reading.answer is not Answer.YES:
        return reading
    is_none = only_read(text) or _FINE.fullmatch(" ".join(lexicon.spelled(text)))
    return reading._replace(answer=Answer.GO_ON) if is_none else reading


def back_again(session: Session, text: str, reading: Interpretation, lexicon: Lexicon) -> Interpretation:
    """Read "its me now, he took my phone" as a greeting, after texts of somebody else: it may be theirs, too.

    A need or a danger that is not sure is not taken from it. She can say it once she said that it is ok to text.
    """
    if reading.level is Level.ASK and reading.answer in _ASKS_WHO and not session.safe:
        return reading._replace(concern=None, level=None)  # whoever asks it is answered, and told nothing of her
    stands = reading.level is Level.ALARM or reading.answer in _SAYS_MORE
    if stands or session.safe or not session.wary or session.state not in _MAY_BE_SEEN:
        return reading
    if not is_owner(" ".join(lexicon.spelled(text))):
        return reading
    return Interpretation(Answer.GREETING, language=reading.language, photo=reading.photo)


_ASKS_FOR_CARE = re.compile(r"\b(?:clinics?|doctor|hospital|planned parenthood|abortion|clinica|aborto)\b")
_GIVES_WAY = frozenset({Answer.UNCLEAR, Answer.NEEDS, Answer.GUIDE, Answer.NO, Answer.NOT_NOW, Answer.MAYBE})
_LESS_TOLD = frozenset(
    {Aside.PARENTS_TOLD, Aside.PREGNANT_OK, Aside.FEELING, Aside.FEAR_PARENTS, Aside.NOTED, Aside.JOKE}
)


def afraid_of_anger(session: Session, text: str, reading: Interpretation, lexicon: Lexicon) -> Interpretation:
    """Read "my mom will kill me if she knows im pregnant" as what it is, where no danger is heard in it."""
    said = " ".join(lexicon.spelled(text))
    gives_way = reading.answer in _GIVES_WAY or (reading.answer is Answer.ASIDE and reading.aside in _LESS_TOLD)
    if reading.concern is not None or not gives_way or session.caseworker_name or session.young:
        return reading
    pregnant = Fact.PREGNANT in session.facts | reading.facts
    if keeps_secret(said, is_pregnant=pregnant) and not _ASKS_FOR_CARE.search(said):
        needs = (*reading.needs, *({Need.REPRODUCTIVE_HEALTH} - set(reading.needs)))
        return reading._replace(answer=Answer.ASIDE, aside=Aside.PREGNANT_HIDDEN, guide=None, needs=needs)
    if is_anger(said) and reading.answer is not Answer.NEEDS:
        return reading._replace(answer=Answer.ASIDE, aside=Aside.WILL_BE_MAD, guide=None)
    return reading


_IS_BACK = re.compile(
    r"(?:(?:ok|okay|hey|hi|hello|yo|so|sorry|um|hola|oye|ya|bueno|perdon) )*"
    r"(?:(?:i am|im|am) (?:back|here|still here)(?: (?:now|again|sorry))*|(?:it is |its )?(?:me|just me) again"
    r"|back(?: (?:now|again))?|(?:ya )?(?:volvi|regrese|estoy de vuelta|llegue|estoy aqui)(?: (?:ya|otra vez))?"
    r"|(?:aqui )?(?:soy yo|yo) (?:otra vez|de nuevo))"
)
_RETURNS = frozenset({Answer.GREETING, Answer.UNCLEAR, Answer.YES, Answer.REPEAT, Answer.GO_ON, Answer.ASIDE})
_NO_CITY = re.compile(
    r"(?:(?:idk|i do not know|do not know|not sure|no clue|no idea|i have no (?:idea|clue)|dunno|honestly|um|i am lost|"
    r"no se|ni idea|no tengo idea|quien sabe)(?: |$))+(?:(?:of )?(?:where|what city|what town|which city|what zip|"
    r"the zip|my zip|en|donde|que ciudad|cual ciudad|el zip|mi zip)(?: \w+){0,6})"
)


def on_the_way(session: Session, text: str, reading: Interpretation, lexicon: Lexicon) -> Interpretation:
    """Read "ok im back" as a return to what stands, and "idk where im at" as no place, where one was asked for."""
    if reading.concern is not None or session.caseworker_name:
        return reading
    said = " ".join(lexicon.spelled(text))
    if session.state is State.NEEDS_AREA and reading.area is None and _NO_CITY.fullmatch(said):
        return Interpretation(Answer.SKIP, language=reading.language)
    may_return = session.safe and reading.answer in _RETURNS and session.state not in SILENT
    if may_return and session.state not in _RESTS and _IS_BACK.fullmatch(said):
        return Interpretation(Answer.ASIDE, aside=Aside.BACK_AGAIN, language=reading.language)
    return reading
