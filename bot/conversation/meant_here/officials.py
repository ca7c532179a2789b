"""What is asked about 911, police, charges, courts and records, by somebody in danger or by who helps them. Pure.

"911 text works?" is no question whether this is the police, and "is that a record forever" none about our notes.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import FOR_WHOM, Answer, Aside, Concern, Fact, Guide, Level, Need, State
from bot.flows.session import Session
from bot.flows.urgent import MISSING
from bot.understanding import officials as grammar

_IS_FAR = STANDS - {Answer.NAME, Answer.HOLDER, Answer.FORGET} | {Answer.FOREIGN}
_LITTLE = frozenset(
    {None, Concern.WATCHED, Concern.EXPLOITATION, Concern.SEXTORTION, Concern.FRIEND, Concern.MINOR_NO_PLACE,
     Concern.SELF_HARM, Concern.CHILD_HURT}
)  # fmt: skip
"""What such a question may be taken for. Another danger in it is answered first."""

_OF_LAW = frozenset(
    {Aside.UNDER_AGE, Aside.IS_IT_LEGAL, Aside.CHARGED, Aside.MINE_IN_COURT, Aside.VISA, Aside.IMMIGRATION_RISK,
     Aside.COURT, Aside.TESTIFY}
)  # fmt: skip
_IN_COURT = frozenset({Aside.CHARGED, Aside.COURT, Aside.TESTIFY})
_ABOUT_A_CHARGE = frozenset({Need.CRIMINAL_JUSTICE, Need.LEGAL})
_OF_RECORDS = frozenset({Aside.RECORDS, Aside.WHO_TEXTED})
_OF_A_CHILD = frozenset({Answer.CHILD_HURT.value})


def of_officials(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a question about 911, police, a charge or records as that, and what a helper asks as asked of them."""
    said = wrote.said
    if session.caseworker_name or session.young or reading.answer in _IS_FAR:
        return reading
    if reading.level is Level.ALARM and session.hazard and reading.concern in _OF_FORCE:
        is_asked = grammar.asks_of_charges(said, goes_on=False)  # "do i have to say that he forced me"
        return _aside(reading, Aside.CHARGED) if is_asked else reading
    is_far = reading.level is Level.ALARM or reading.concern not in _LITTLE or session.hazard == Answer.MEDICAL.value
    return reading if is_far else _meant(session, said, reading)


_OF_FORCE = frozenset({Concern.VIOLENCE, Concern.EXPLOITATION})


def _meant(session: Session, said: str, reading: Interpretation) -> Interpretation:
    aside = _of_911(said) or _of_records(session, said, reading) or _of_law(session, said, reading)
    aside = aside or (_of_helper(session, said, reading) if _helps(session, reading) else None)
    if aside is not None:
        return _aside(reading, aside)
    if session.hazard == MISSING and grammar.asks_if_true(said):
        return _aside(reading, None)._replace(answer=Answer.GUIDE, guide=Guide.MISSING_FRIEND)
    return reading


def _of_911(said: str) -> Aside | None:
    if grammar.asks_about_texting_911(said):
        return Aside.TEXT_911
    if grammar.asks_about_911(said):
        return Aside.AT_911
    if grammar.asks_which_police(said):
        return Aside.WHICH_POLICE
    return Aside.WHERE_TO_CALL if _STAFF_LINE.fullmatch(said) else None


def _of_records(session: Session, said: str, reading: Interpretation) -> Aside | None:
    """Return what an officer wants, or who asks whether somebody has texted."""
    goes_on = session.aside in _OF_RECORDS
    if grammar.is_officer(said) and grammar.wants_records(said):  # one who only gives a name may be anybody
        return Aside.RECORDS
    if grammar.asks_for_records(said) and (goes_on or re.search(r"\b(?:we|request\w*|solicit\w+|pedimos)\b", said)):
        return Aside.RECORDS
    if goes_on and grammar.wants_records(said):
        return Aside.RECORDS
    is_kin = reading.answer is Answer.HOLDER and _MINE.search(said) is not None  # "if my girlfriend texted you"
    return Aside.WHO_TEXTED if grammar.asks_who_texted(said) and not is_kin else None


_MINE = re.compile(r"\b(?:my|mi)\b")


def _of_law(session: Session, said: str, reading: Interpretation) -> Aside | None:
    """Return what somebody asks of an arrest, a court, a policeman or a child."""
    at_court = session.aside in _IN_COURT or not _ABOUT_A_CHARGE.isdisjoint((*session.needs, *session.parked))
    guide_waits = (
        reading.guide is Guide.OLD_CHARGES and bool(session.hazard) and not (session.safe and session.limits_told)
    )
    names_it = "abandon" in said or session.hazard in _OF_A_CHILD or _CHILD.search(said) is not None
    told = (
        (Aside.TESTIFY, grammar.asks_of_testimony(said, goes_on=at_court)),
        (Aside.CHARGED, guide_waits or grammar.asks_of_charges(said, goes_on=at_court)),
        (Aside.HE_IS_POLICE, grammar.asks_to_report_cop(said) or (session.hazard and grammar.names_badge(said))),
        (Aside.VISA, grammar.asks_for_permit(said)),
        (Aside.MINE_IN_COURT, names_it and grammar.asks_if_abandoned(said)),
        (session.aside, session.aside in _OF_LAW and grammar.asks_if_true(said)),
    )
    return next((aside for aside, found in told if found), None)


_CHILD = re.compile(r"\b(?:kids?|bab(?:y|ies)|child(?:ren)?|son|daughter|hij[oa]s?|bebes?|nin[oa]s?)\b")

_SO = r"(?:(?:so|and|but|ok|also|well|y|pero|entonces|oiga|disculpe|please|i would like to know|i want to know|quisiera saber|me gustaria saber|can you tell me|do you know) )*"
_OBLIGED = re.compile(
    rf"{_SO}(?:what (?:are|is)|whats|do i have(?: any| a)?|cual(?:es)? (?:es|son)|que) (?:my |the |mi |mis |our )?(?:legal |legales )?(?:obligations?|dut(?:y|ies)|responsibilit(?:y|ies)|requirements?|obligacion(?:es)?|deber(?:es)?|responsabilidad(?:es)?)(?: (?:legal(?:es)?|here|tengo|as a \w+|to report|in this|aqui|como \w+|de reportar))*"
    rf"|{_SO}(?:am i|are we|estoy|estamos) (?:legally |required|obligated|obliged|mandated|supposed|bound|obligad[oa]s?)(?: \w+){{0,6}}"
    rf"|{_SO}(?:she|he|they|ella|el|my (?:patient|student|client)|the (?:girl|patient|kid))(?: (?:really|just|does|do|still|said|says|dice que|me dice que))* (?:not|no) (?:want|wants|quiere)(?: me)? (?:to |que )(?:lo |la |le )?(?:report|tell|call|reporte|denuncie|diga|llame)\w*(?: (?:it|this|anyone|cps|police|a nadie|esto))*"
    rf"|{_SO}(?:me pidio|she asked me|he asked me|she begged me|they asked me)(?: (?:to|que))? (?:no|not)(?: to)? (?:report|reporte|tell|denuncie|reportar)\w*(?: \w+){{0,3}}"
)
_SERVICES = re.compile(
    rf"{_SO}(?:what|which|que|cuales|are there|is there|hay|where are)(?: (?:kind of|local|other|any|some|tipo de|the|free))* (?:services?|resources?|programs?|help|supports?|agenc(?:y|ies)|servicios|recursos|programas|apoyos?|ayuda)(?: (?:are|is|there|do you have|available|exist|can help|hay|existen|tienen))* (?:for (?:her|him|them|this \w+|a (?:minor|kid|girl|student|patient|client)(?: \w+){{0,3}})|para (?:ella|el|ellos|una (?:menor|joven|alumna|paciente|nina)))(?: (?:here|in \w+|near us|aqui|en \w+|nearby|locally))*"
    rf"|{_SO}(?:where|who) can (?:she|he|they) (?:go|turn|get help|stay|call)(?: (?:to|for|help|here|tonight))*|{_SO}(?:a donde|donde|con quien) (?:puede|podria) (?:ir|acudir|hablar|pedir ayuda)(?: \w+){{0,3}}"
)
_BOYFRIEND = re.compile(
    rf"{_SO}(?:does it (?:still )?(?:matter|count)|is it (?:still )?(?:trafficking|a crime|abuse)|importa|cuenta|sigue siendo (?:trata|delito))(?: \w+){{0,2}} (?:if|even if|that|si|aunque)(?: \w+){{0,4}} (?:boyfriend|bf|husband|partner|novio|esposo|pareja|dating)(?: \w+){{0,4}}"
    rf"|{_SO}(?:even if|what if|pero si|y si|aunque)(?: \w+){{0,4}} (?:her (?:boyfriend|bf|husband)|su (?:novio|esposo|pareja))"
)
_STAFF_LINE = re.compile(
    rf"{_SO}(?:is there|do you (?:all )?have|what is|what|hay|tienen|cual es)(?: (?:a|an|the|some|una|un|la|el|alguna))? (?:\w+ )?(?:hot ?line|line|number|linea|numero)(?: (?:you|yall|you all|that|for|we|to|para|que))* (?:use|call|caseworkers?|professionals?|providers?|staff|workers?|police|officers|law enforcement|usan|trabajador\w*|profesionales|refer)(?: \w+){{0,4}}"
)
_GIFT = re.compile(
    r"\b(?:she|he|they|ella|el|my \w+|mi \w+)(?: (?:just|has|have|now|keeps?|always|always has|came|comes|coming|shows?|showed|got|gets|home|back|up|wearing|is|trae|tiene|llego|llega|anda|viene|con|with|a la casa|a|some))+ (?:a |an |un |una |unos |unas )?(?:new|brand new|expensive|designer|nuev[oa]s?|car[oa]s?)? ?(?:iphone|phone|shoes|sneakers|purse|bag|nails|clothes|jewelry|jordans|cash|money|cel|celular|tenis|zapatos|bolsa|ropa|joyas|dinero|unas|cadena)(?: (?:new|nuev[oa]s?|car[oa]s?))?\b"
)


def _helps(session: Session, reading: Interpretation) -> bool:
    other = session.of_other or session.state is State.SAFETY_FRIEND or session.hazard == Answer.FRIEND_DANGER.value
    return other or not FOR_WHOM.isdisjoint(session.facts | reading.facts)


def _of_helper(session: Session, said: str, reading: Interpretation) -> Aside | None:
    """Return what a teacher, a nurse or a grandmother asks of somebody whom they help."""
    works = Fact.FOR_CLIENT in session.facts | reading.facts or session.aside is Aside.DUTY
    if works and _OBLIGED.fullmatch(said):
        return Aside.DUTY
    told = (
        (_SERVICES.fullmatch(said), Aside.NUMBER_FOR_THEM),
        (_BOYFRIEND.fullmatch(said), Aside.IS_IT_TRAFFICKING),
        (session.hazard and _GIFT.search(said) and " my phone" not in said, Aside.HELPING_THEM),
    )
    return next((aside for found, aside in told if found), None)


def _aside(reading: Interpretation, aside: Aside | None) -> Interpretation:
    return reading._replace(
        answer=Answer.ASIDE, aside=aside, concern=None, level=None, guide=None, needs=(), detail=None, hour=None,
        progress=None, denial=None, come=False, about_other=False, area=None,
    )  # fmt: skip
