"""What to do after a rape, asked in a few words once it was told: the exam, the pill, an infection. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import FOR_WHOM, Answer, Aside, Concern, Guide, Level, Need, Piece
from bot.flows.session import Session
from bot.flows.urgent import PARTNER
from bot.understanding import rape_exam
from bot.understanding.getting_out import wishes_to_die
from bot.understanding.wounds import asks_if_must_go

_AND = r"(?:(?:so|ok|okay|and|but|well|um|idk|now|y|pero|entonces|pues|bueno|ay|ahora|no se|i do not know) )*"
_OF_PILL = re.compile(
    r"\b(?:cuant\w+ (?:tiempo|dias|horas)|how (?:long|many (?:days|hours)|much time)|hasta cuando|is it too late|es tarde)\b.*\b(?:pastilla|pill|pep|plan b|sida|vih|hiv)\b"
)
_CATCHES = re.compile(r"\b(?:puede|pudo|pudieron|pueden|me) (?:pegar|pegado|pego) (?:algo|una|alguna|enfermedad)\b")
_WHAT_NOW = re.compile(
    rf"{_AND}(?:what (?:do|should|can|am|would) (?:i|we)(?: (?:do|supposed to do|need to do))+|what now|now what|what happens (?:now|next)|"
    r"que (?:hago|puedo hacer|debo hacer|tengo que hacer|se hace|sigue|hay que hacer)|ahora que(?: hago)?)"
    r"(?: (?:now|next|about it|first|then|ahora|ahorita|primero|entonces|ya|yo))*"
)
_EXAM = re.compile(
    r"\b(?:where|how|who|donde|quien|como)\b.*\b(?:check\w*|exam\w*|test\w*|seen|kit|revis\w+|examin\w+|atiend\w+|atender\w*|checan|voy|ir)\b"
    r"|\b(?:rape kit|sane nurse|exam|examen|prueba forense)\b|\b(?:showered|took a shower|took a bath|washed|bathed|changed (?:my )?clothes|threw away (?:my|the) clothes|"
    r"me (?:bane|lave|cambie|duche)|(?:lave|tire|cambie) (?:la|mi) ropa)\b|\b(?:do i|should i|tengo que|debo) (?:have to |need to )?(?:go|tell|report|call|ir|denunciar|reportar|decir)\b"
    r"|\bno quiero que (?:nadie|se) (?:lo )?(?:sepa|entere)\b|\b(?:do not|dont) want (?:anyone|anybody|people|no one|nobody|them) to know\b"
)
_HEALTH = re.compile(
    r"\b(?:can|could|what if|am|will|might|if) (?:i|im|i am)(?: \w+){0,3} (?:pregnan\w*|an? (?:std|sti|disease)|hiv|aids|something|infected)\b|\bget(?:ting)? (?:pregnant|an? (?:std|sti)|hiv|sick|infected)\b"
    r"|\b(?:plan b|morning after|pill|pep|std|sti|stds|hiv|condom)\b|\b(?:missed my period|period is late|my period)\b|\bno me (?:baja|ha bajado|bajo)\b|\b(?:scared|afraid|think|worried|maybe)(?: that)? i (?:am|might be|could be) (?:pregnan\w*|late)\b"
    r"|\b(?:puedo|puede|podria|voy a|si|y si|me|quede|quedar|estoy)(?: \w+){0,3} (?:embarazada|embarazo|contagi\w+|infect\w+|pegar algo|enferm\w+|sida|vih)\b|\b(?:pastilla|condon|vih|sida|enfermedad\w*|infeccion\w*|contagi\w+|embaraz\w+)\b"
)
_TOO_LATE = re.compile(
    r"\bhow (?:long|much (?:longer|time)|many (?:days|hours))(?: (?:do|does|have|is|until|before|after|left|there|will|can))* ?(?:i|we|it|to|after|left)?\b|\b(?:too|already) late\b(?! (?:to|for me to) (?:tell|say|report|talk))|\blate (?:for|to) (?:that|it|the|get|go|take)\b|\b(?:still|in) time\b|\b(?:can|could) i still\b|\bdeadline\b"
    r"|\bcuanto(?:s)? (?:tiempo|dias|horas|mas)?(?: \w+){0,2} ?(?:tengo|hay|queda|quedan|puedo|pasa|plazo|sirve|dura)\b|\b(?:ya )?es (?:muy |demasiado )?tarde\b(?! (?:para|pa) (?:contar|decir|denunciar|hablar|reportar))|\btarde (?:ya|para)\b|\b(?:todavia|aun)(?: \w+){0,2} (?:puedo|sirve|tiempo|hay|alcanzo|se puede|funciona)\b|\ba tiempo\b|\bhasta (?:cuando|que dia|cuantos)\b|\bplazo\b"
)
_OF_PROOF = re.compile(
    r"\b(?:guard\w+|lav\w+|tir\w+|quem\w+|bot\w+|entreg\w+)(?: \w+){0,3} (?:ropa|calzon\w*|sabanas?|panties|blusa|pantalon)\b|\b(?:keep|save|wash|throw|burn|bring|bag)(?: \w+){0,3} (?:clothes|underwear|panties|sheets|dress|shirt|pants)\b|\b(?:clothes|ropa)\b.*\b(?:keep|save|wash|guard\w+|lav\w+)\b"
    r"|\bno (?:quiero|voy a|pienso|estoy list[oa] para) (?:denunciar|reportar\w*|poner (?:una )?(?:denuncia|demanda)|ir (?:a la|con la) policia)\b|\b(?:not|never) (?:want to |ready to |going to |gonna )?(?:report|press(?:ing)? charges|file)\b|\bsin (?:denunciar|policia|reportar)\b"
)
_ITS_CHOICE = re.compile(r"(?:3|que hacer|what (?:you|i|u) can do|what to do)")
_SURE = frozenset({Concern.SELF_HARM, Concern.MEDICAL})


def _plain(reading: Interpretation, aside: Aside) -> Interpretation:
    return reading._replace(answer=Answer.ASIDE, aside=aside, guide=None, concern=None, level=None, progress=None)


def of_rape(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "que hago", "where do i get checked" and "can i get pregnant" as asked of the rape that was told.

    What is asked in the same text as the rape, or by the name of the exam, is answered as well.
    """
    if session.caseworker_name or session.young or reading.answer in STANDS:
        return reading
    if (aside := _asked_here(session, wrote.said, reading)) is not None:
        return _answered(reading, aside)
    if reading.aside in _OF_MEMORY and session.hazard and _FORGOT.search(wrote.said):
        reading = reading._replace(answer=Answer.UNCLEAR, aside=None)  # "i dont remember", after a drink
    return _asked_then(session, wrote.said, reading)


_OF_MEMORY = frozenset({Aside.WHY_DO_YOU_ASK, Aside.TIRED_OF_TELLING})
_FORGOT = re.compile(r"\b(?:remember|recall|blank|me acuerdo|recuerdo)\b")


def _asked_here(session: Session, said: str, reading: Interpretation) -> Aside | None:
    """Return what is asked of the exam, a pill or a test in a text that names the rape or the kit, or after one."""
    told = _is_told(session) or session.aside in _OF_RAPE
    here = rape_exam.names_rape(said)
    may_be = reading.concern in _MAY_SEEM or (told and reading.concern is Concern.EXPLOITATION)  # "what he gave me"
    wishes = wishes_to_die(said) or (reading.concern is Concern.SELF_HARM and not (here or told))
    if not may_be or wishes or reading.about_other or rape_exam.is_of_now_or_other(said):
        return None
    drugged = rape_exam.names_drugging(said) or session.hazard == Answer.MEDICAL.value
    if rape_exam.asks_of_drug_test(said) and (told or here or drugged):
        return Aside.DRUG_TEST
    named = rape_exam.names_kit(said)
    washes = rape_exam.asks_of_shower(said)
    if washes and (told or named):
        return Aside.BEFORE_EXAM
    if (here and not named and rape_exam.asks_of_medicine(said)) or (told and _is_of_medicine(said)):
        return Aside.RAPE_HEALTH
    asks_exam = named or ((told or here) and rape_exam.names_exam(said))
    return Aside.AFTER_RAPE if asks_exam else None


_MAY_SEEM = frozenset({None, Concern.SEXUAL_ABUSE, Concern.VIOLENCE, Concern.MEDICAL, Concern.SELF_HARM})


def _is_of_medicine(said: str) -> bool:
    """Return whether all of a few words names a medicine: "and the hiv thing"."""
    return _FEW.fullmatch(said) is not None


_FEW = re.compile(
    rf"{_AND}(?:what about |how about |also |que hay de |que onda con )?(?:the |that |el |la |lo del? |del? )*(?:hiv|aids|pep|std|sti|stds|plan b|pill|pills|morning after|vih|sida|pastilla|pastillas|embarazo|infecciones)(?: (?:thing|stuff|pill|pills|meds?|shot|one|test|too|tho|tambien|though|del dia (?:despues|siguiente)))*"
)


def _is_told(session: Session) -> bool:
    told = session.hazard == Answer.ABUSE_TOLD.value
    return told or (session.hazard == Answer.CHILD_HURT.value and Concern.SEXUAL_ABUSE in session.asked)


def _asked_then(session: Session, said: str, reading: Interpretation) -> Interpretation:
    told = _is_told(session) or session.aside in _OF_RAPE
    is_late = told and _TOO_LATE.search(said) is not None and not wishes_to_die(said)
    must_go = is_late or asks_if_must_go(said) or _CATCHES.search(said) is not None
    is_sure = not must_go and (reading.level is Level.ALARM or reading.concern in _SURE)
    may_be = told or (
        session.hazard in _MAY_BE_OF_IT and (session.last_key in _HURT_KEYS or _OF_PILL.search(said) is not None)
    )
    if not may_be or is_sure:
        return reading
    is_health = is_late or _HEALTH.search(said) is not None
    if not told and not is_health:
        return reading
    is_now = _WHAT_NOW.fullmatch(said) is not None
    if is_now and Piece.TRIP in session.pieces and session.last_key == "safety.ask.sexual_abuse":
        return _plain(reading, Aside.OFFER_SIGNS)
    of_other = session.of_other or (not FOR_WHOM.isdisjoint(session.facts) and session.hazard)
    if of_other and not is_health and is_now:
        return _plain(reading, Aside.HELPING_THEM)
    is_choice = reading.guide is Guide.LEAVING and _ITS_CHOICE.fullmatch(said) is not None
    is_exam = must_go or is_now or is_choice or _EXAM.search(said) or _OF_PROOF.search(said)
    if not is_health and not is_exam:
        return reading
    return _answered(reading, Aside.RAPE_HEALTH if is_health else Aside.AFTER_RAPE)


def _answered(reading: Interpretation, aside: Aside) -> Interpretation:
    return reading._replace(
        answer=Answer.ASIDE, aside=aside, guide=None, concern=None, level=None, detail=None,
        needs=(Need.SEXUAL_ASSAULT_CARE,), progress=None, area=None, hour=None, facts=frozenset(),
    )  # fmt: skip


_MAY_BE_OF_IT = frozenset({Answer.HURT_NOW.value, Answer.CHILD_HURT.value, PARTNER})
_HURT_KEYS = frozenset({"safety.hurt", "safety.child", "safety.ask.sexual_abuse", "safety.ask.exploitation"})
_OF_RAPE = frozenset({Aside.AFTER_RAPE, Aside.RAPE_HEALTH, Aside.BEFORE_EXAM, Aside.DRUG_TEST})
