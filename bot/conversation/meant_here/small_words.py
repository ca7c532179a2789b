"""Short texts that say little by themselves: "nvm", "im back", "its fine", "mom will kill me". Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Fact, Level, Need, State
from bot.flows.session import Session
from bot.flows.welcome import SILENT
from bot.understanding.acknowledged import only_read
from bot.understanding.anger import asks_how_late, is_anger, is_hidden_from_him, keeps_secret
from bot.understanding.pregnancy import asks_deadline, asks_to_end

_RESTS = frozenset({State.WELCOME_ANYTIME, State.WELCOME_LATER, State.HESITATION_PARKED})

_PUTS_OFF = re.compile(
    r"(?:(?:ok|okay|actually|no|its ok|it is ok|um|uh|bueno|pues|ay|no pues) )*"
    r"(?:never mind|nevermind|nvm|forget (?:it|about it|this|i said anything)|do not worry about it|it is nothing"
    r"|i (?:will|can) (?:just )?(?:figure it out|handle it|manage|deal with it|be fine|be ok|find something"
    r"|work it out)"
    r"|i (?:have )?got (?:it|this)|olvida(?:lo|te|me)?|dejalo(?: asi)?|no importa|no pasa nada|asi dejalo|ya que"
    r"|ya (?:vere|veo|vemos)(?: (?:que|como) (?:hago|le hago))?|yo (?:veo|vere|me las arreglo)|luego (?:veo|vemos)"
    r"|a ver (?:que|como) (?:hago|le hago))\b(?: [^?]{0,40})?"
)
"""Leaves it for now, in a short text: "nvm ill figure it out"."""


_NOT_NOW = re.compile(
    r"(?:(?:ok|okay|k|kk|que|ugh|eh|um|uh|hmm?|mm|meh|lol|nah|no|na|actually|sorry|well|wait|pues|ay|mejor|bueno|ahorita) )*"
    r"(?:not (?:rn|right now|now|tonight|today|atm)|nty|no ty|nvm|never mind|nevermind|n vm|nm|ahorita no|ahora no|orita no)"
    r"(?: (?:lol|ty|thanks|thx|tho|though|sorry|pls|please|gracias|porfa))*"
)
_TOOK_BACK = re.compile(
    r"(?:(?:ok|wait|um|lol|oh|ay|perdon|sorry) )*(?:(?:i mean|actually|wait|i meant|digo|o sea|quise decir) (?:no|nah|nope|nope not)|sike|psych|psyche|jk|jk no|just kidding|mejor no|siempre no|nel)(?: (?:lol|sorry|gracias|thanks|ty))*"
)
_CONSENTS = frozenset({State.CONSENT_TALK, State.CONSENT_TEAM, State.CONSENT_CHOOSE, State.CONSENT_TIMES})
_MAY_BE_NOT_NOW = frozenset(
    {Answer.UNCLEAR, Answer.YES, Answer.NO, Answer.GO_ON, Answer.NEEDS, Answer.AREA, Answer.ASIDE, Answer.GREETING,
     Answer.MAYBE, Answer.DOUBT, Answer.THANKS, Answer.SKIP}
)  # fmt: skip


def _is_not_now(session: Session, said: str) -> bool:
    """Return whether a whole text leaves it for now in short: "k not rn", "nty", "sike" where a consent is asked."""
    asked_back = session.state in _CONSENTS and _TOOK_BACK.fullmatch(said) is not None
    return asked_back or _NOT_NOW.fullmatch(said) is not None


def puts_off(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a short text that leaves it for now as "not now", where nothing else explains it."""
    is_open = reading.answer in _MAY_BE_NOT_NOW and reading.level is not Level.ALARM and not session.caseworker_name
    if is_open and "?" not in wrote.text and _is_not_now(session, wrote.said):
        return Interpretation(Answer.NOT_NOW, language=reading.language)
    explained = reading.answer is not Answer.UNCLEAR or reading.concern is not None
    if explained or session.caseworker_name or "?" in wrote.text:
        return reading
    if not _PUTS_OFF.fullmatch(wrote.said):
        return reading
    return reading._replace(answer=Answer.NOT_NOW)


_FINE = re.compile(
    r"(?:(?:it|that) is |todo |esta |ta |asi )?(?:fine|ok|okay|good|alright|all right|cool|right|bien|es)"
)


def no_outcome(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "its fine" after "did you get to talk to them?" as no answer: nothing is made up about how it went."""
    if session.state is not State.FOLLOWUP_HOW or reading.answer is not Answer.YES:
        return reading
    is_none = only_read(wrote.text) or _FINE.fullmatch(wrote.said)
    return reading._replace(answer=Answer.GO_ON) if is_none else reading


_ASKS_FOR_CARE = re.compile(r"\b(?:clinics?|doctor|hospital|planned parenthood|abortion|clinica|aborto)\b")

_GIVES_WAY = frozenset({Answer.UNCLEAR, Answer.NEEDS, Answer.GUIDE, Answer.NO, Answer.NOT_NOW, Answer.MAYBE})

_LESS_TOLD = frozenset(
    {Aside.PARENTS_TOLD, Aside.PREGNANT_OK, Aside.FEELING, Aside.FEAR_PARENTS, Aside.NOTED, Aside.JOKE}
)


def afraid_of_anger(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "my mom will kill me if she knows im pregnant" as what it is, where no danger is heard in it."""
    said = wrote.said
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


_MAY_SEEM = frozenset({None, Concern.MEDICAL, Concern.SEXUAL_ABUSE, Concern.VIOLENCE, Concern.WATCHED})
"""What a pregnancy that he must not know of may be taken for, where no rule is sure of it."""


def of_pregnancy(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "im pregnant and he doesnt know" as what it is, and "how late can i still get one" as asked of it."""
    gives_way = reading.answer in _GIVES_WAY | {Answer.ASIDE, Answer.WATCHED, Answer.HEALTH}
    is_sure = reading.level is Level.ALARM or reading.concern not in _MAY_SEEM or not gives_way
    if is_sure or session.caseworker_name or session.young:
        return reading
    said = wrote.said
    is_known = Fact.PREGNANT in session.facts
    aside = Aside.PREGNANT_HIS if is_hidden_from_him(said, is_pregnant=is_known) else None
    if aside is None and (is_known or session.aside in _OF_PREGNANCY) and (asks_how_late(said) or asks_deadline(said)):
        aside = Aside.PREGNANT_TIME
    shown = session.safe and session.limits_told and reading.answer is Answer.NEEDS and "?" not in wrote.text
    if aside is None and not shown and asks_to_end(said, is_known=is_known or session.aside in _OF_PREGNANCY):
        aside = Aside.PREGNANT_CHOICE
    if aside is None:
        return reading
    needs = (*reading.needs, *({Need.REPRODUCTIVE_HEALTH} - set(reading.needs)))
    return reading._replace(
        answer=Answer.ASIDE, aside=aside, guide=None, concern=None, level=None, needs=needs, detail=None
    )


_OF_PREGNANCY = frozenset({Aside.PREGNANT_CHOICE, Aside.PREGNANT_HIS, Aside.PREGNANT_TIME, Aside.PREGNANT_HIDDEN})

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


def on_the_way(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "ok im back" as a return to what stands, and "idk where im at" as no place, where one was asked for."""
    if reading.concern is not None or session.caseworker_name:
        return reading
    said = wrote.said
    if session.state is State.NEEDS_AREA and reading.area is None and _NO_CITY.fullmatch(said):
        return Interpretation(Answer.SKIP, language=reading.language)
    may_return = session.safe and reading.answer in _RETURNS and session.state not in SILENT
    if may_return and session.state not in _RESTS and _IS_BACK.fullmatch(said):
        return Interpretation(Answer.ASIDE, aside=Aside.BACK_AGAIN, language=reading.language)
    return reading
