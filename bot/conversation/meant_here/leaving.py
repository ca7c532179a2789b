"""Being sent out of the country, love for who hurts, what the bot would do: small questions in their context. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Detail, Fact, Guide, Level, State
from bot.flows.session import Session
from bot.flows.urgent import is_minor

_GIVES_WAY = frozenset(
    {Answer.UNCLEAR, Answer.ASIDE, Answer.AREA, Answer.NO, Answer.NOT_NOW, Answer.MAYBE, Answer.GREETING, Answer.THANKS}
)
_COUNTRY = (
    r"(?:mexico|guatemala|honduras|el salvador|salvador|nicaragua|colombia|venezuela|peru|ecuador|cuba|haiti"
    r"|jamaica|brazil|"
    r"brasil|china|india|nepal|philippines|filipinas|thailand|vietnam|nigeria|ghana|kenya|ethiopia|ukraine|russia|"
    r"my (?:own )?country|the border|mi pais|la frontera)"
)
_THEY = r"(?:they|you|u|yall|it|he|she|someone|police|cops|the (?:police|cops|line|office|people)|that|this)"
_SENT = re.compile(
    rf"\b(?:will|would|can|could|do|does|are|is|gonna|might) {_THEY}(?: (?:going to|just|try to|be able to))? "
    r"(?:send|ship|take|put|kick|throw|deport|fly) (?:me|us|my \w+|him|her)"
    rf"(?: (?:(?P<home>back|home|away)|(?:back )?to {_COUNTRY}|out of (?:the|this) country|out of here)\b)+"
    r"|\b(?:me|nos) (?:(?:van a|pueden|irian a|mandan|regresan|devuelven|envian) ?)+(?:mandar|regresar|devolver|enviar|"
    rf"echar|sacar)?(?:me|nos)?(?: (?:(?P<casa>de vuelta|para atras|de regreso)|(?:a|para) {_COUNTRY}|del pais)\b)+"
)
_PAPERS = frozenset({Guide.WAGES_HELD, Guide.DEBT_TO_BOSS, Guide.IMMIGRATION})
_IF_I_CALL = re.compile(r"\b(?:if i (?:call|text)|si (?:llamo|escribo|marco))\b")
_SAYS_MORE = frozenset({Aside.IMMIGRATION_RISK, Aside.IS_IT_TRAFFICKING})
"""Questions whose answer says more than "are you safe" does."""

_OF_WORK = frozenset({Concern.EXPLOITATION})

_LOVES = re.compile(
    r"(?:(?:but|and|ok|idk|i know|honestly|still|pero|y|es que|yo|the thing is) )*(?:(?:i (?:still |really |do |just )*"
    r"(?:love|loves|care about|want to be with|am in love with) (?:him|her|my (?:man|bf|boyfriend|husband|gf"
    r"|girlfriend|wife))"
    r"|(?:lo|la) (?:amo|quiero)(?: mucho)?|estoy enamorad[oa](?: de (?:el|ella))?|todavia (?:lo|la) (?:amo|quiero)))"
    r"(?: (?:tho|though|still|so much|a lot|anyway|aun|mucho|igual|de todos modos|lol))*"
)
_NOT_TOLD_TO_LEAVE = re.compile(
    r"\b(?:do not|please do not|stop|are you going to|you going to|you will|will you|quit)(?: (?:just|even"
    r"|try(?:ing)? to|going to|"
    r"gonna))* (?:tell|telling|say|saying|make|making)(?: (?:me|that|i))*(?: (?:to|have to|should|need to"
    r"|gotta|i should))* "
    r"(?:leave|dump|break up with|divorce)\b"
    r"|\b(?:no me|no vayas a|me vas a|vas a)(?: (?:digas|decir|decirme|pidas|pedir|vayas a decir))+ que (?:lo "
    r"|la )?dej\w+\b"
    r"|\bi am not (?:going to )?(?:leave|leaving) (?:him|her)\b|\bno (?:lo|la) voy a dejar\b"
)
_NAMED = re.compile(
    r"\b(?:what (?:is|do you call) (?:it|that|this)?(?: called)?|what is (?:it|that) called|is there a (?:word"
    r"|name) for|"
    r"is it (?:legal|a crime|ok|normal|trafficking|abuse|illegal)|como se llama|es (?:un )?delito|es normal|es legal)"
    r"(?: (?:it|that|this|eso|cuando|when|if|for|si|called|que))* "
    r"(?:he|she|they|some ?(?:one|body)|(?:a|my|your|ur|some|mi|tu|un|una) \w+|alguien|el|ella|your (?:bf|boyfriend))"
    r"(?: (?:always|just|still|se|te|me|all))* "
    r"(?:keeps?|takes?|holds?|has|controls?|kept|took|queda|quita|quitan|guarda|agarra|controla)(?: (?:con|all"
    r"|of|todo|toda))* "
    r"(?:your|my|all|ur|their|her|his|the|tu|mi|el|la|su|s?us)(?: (?:own|whole|el|la))? "
    r"(?:money|check|checks|pay|paycheck|wages|tips|cash|id|passport|papers|phone|dinero|cheque|sueldo|pago"
    r"|papeles|pasaporte|"
    r"paga|telefono)\b"
)
_WHAT_WOULD_YOU_DO = re.compile(
    r"(?:(?:ok|so|and|but|like|pero|y) )*(?:what (?:would|could|can|will|do) (?:you|u|yall)(?: (?:even|really"
    r"|actually|guys))* "
    r"do(?: (?:about it|for me|anyway|if i (?:told|tell) you|tho|though|then))*|how (?:would|could|can) (?:you"
    r"|u) (?:even )?help(?: me)?"
    r"|(?:y )?(?:tu )?que (?:harias|puedes hacer|vas a hacer|podrias hacer)(?: (?:tu|por mi|con eso))*)"
)


def of_leaving(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a few questions that a danger told before, or their own words, explain."""
    said = wrote.said
    of_call = reading.concern is Concern.VIOLENCE and _IF_I_CALL.search(said) is not None
    is_danger = reading.concern not in (None, Concern.EXPLOITATION) and not of_call
    if session.caseworker_name or session.young or is_danger or reading.level is Level.ALARM:
        return reading
    if reading.answer not in _GIVES_WAY or reading.detail is Detail.MARRIED_OFF:
        return reading
    aside = _aside(session, said)
    if aside is None or (reading.concern and aside not in _SAYS_MORE):
        return reading
    return reading._replace(answer=Answer.ASIDE, aside=aside, area=None, concern=None, level=None, detail=None)


def _aside(session: Session, said: str) -> Aside | None:
    sent = _SENT.search(said)
    if sent is not None and (not (sent["home"] or sent["casa"]) or _names_country(sent[0]) or _fears_it(session)):
        return Aside.IMMIGRATION_RISK
    if _NAMED.search(said):
        return Aside.IS_IT_TRAFFICKING
    if _LOVES.fullmatch(said) or _NOT_TOLD_TO_LEAVE.search(said):
        return Aside.MY_CHOICE
    if session.state is State.SAFETY_ASK and _WHAT_WOULD_YOU_DO.fullmatch(said):
        return Aside.WHAT_I_DO
    return None


def _names_country(said: str) -> bool:
    return re.search(rf"\b{_COUNTRY}\b", said) is not None


def _fears_it(session: Session) -> bool:
    """Return whether "send me home" is out of the country. Of who is under 18, "home" is where they ran from."""
    told = Fact.UNDOCUMENTED in session.facts or session.guide in _PAPERS or session.wanted_guide in _PAPERS
    return (told or not _OF_WORK.isdisjoint(session.asked)) and not is_minor(session)
