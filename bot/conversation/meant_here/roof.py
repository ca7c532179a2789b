"""A roof at a friend's, a man who asks for more, no shelter, a name that is asked for: told around a place. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Fact, Guide, Level, Need, State
from bot.flows.session import OF_AGE, Session
from bot.flows.table import HANDLED

_HOST = (
    r"(?:friend|friends|bestie|homegirl|homie|cousin|cousins|aunt|aunts|coworker|classmate|neighbor|sister"
    r"|sisters)"
)
_AMIGA = r"(?:amig[oa]s?|prim[oa]|tia|vecin[oa]|compa|comadre|companer[oa]|herman[oa])"
_AT_A_FRIENDS = re.compile(
    r"\b(?:slept|sleep|sleeping|stayed|stay|staying|crashed|crashing|crash|living|am)(?: (?:over|last night|the"
    rf" night|for now|rn|tonight))* (?:at|with|on)(?: (?:my|a|one of my|some))* {_HOST}\b"
    rf"|\b(?:my|a) {_HOST} (?:(?:is|was|has been|be) )?(?:letting|lets|let) (?:me|us) (?:stay|crash|sleep|live)\b"
    r"|\b(?:dormi|duermo|me quede|me estoy quedando|me quedo|estoy|toy|stoy|ando)(?: (?:anoche|ahorita|unos dias"
    r"|ayer))* (?:en|con)(?: (?:la|el))?(?: (?:casa|depa|cuarto|sala|sofa|sillon))?(?: (?:de|d))? (?:mi|una?)"
    rf" {_AMIGA}\b"
    rf"|\b(?:mi|una?) {_AMIGA} (?:me|nos) (?:(?:esta|anda) )?(?:deja|dejando|dejo|presta|presto|dio|recibio|da)(?:"
    rf" \w+){{0,2}} (?:dormir|quedar\w*|quedarme|estar|sala|cuarto|casa|sofa|posada)\b"
)
_THEIR_DANGER = re.compile(
    r"\b(?:she|he|her|his|him|they) (?:is |was )?(?:hit|hits|hurt|hurts|beat\w*|raped?|sold|sells|kill|missing"
    r"|overdos\w*|die|dead|cut\w*|pregnant|scared|trafficked)\b"
    r"|\b(?:su (?:novio|marido|esposo|papa|padrastro)|le pega|la golpe\w+|la viol\w+|se quiere matar|la vende"
    r"|pastillas|suicid\w+)\b"
)
_WANTS_HER = re.compile(
    r"\b(?:un|este|el|ese) (?:senor|hombre|viejo|tipo|vato|ruco|don|vecino|patron|jefe)(?: \w+){0,3} (?:quiere"
    r"|kiere|pide|dice|ofrece)(?: (?:que|q|me|yo|a))* (?:sea|ser|soy) su (?:novia|mujer|amante|novio|esposa)\b"
    r"|\b(?:an?|this|some|the|my) (?:old(?:er)? |grown )?(?:man|guy|dude|boss|neighbor|landlord) (?:\w+ )?(?:wants"
    r"|asks?|asked|says)(?: (?:me|i|that))*(?: (?:to|should|can))* be his (?:girl|girlfriend|gf|wife|boyfriend"
    r"|sugar baby|baby|lady)\b"
)
_NO_ROOF_NOW = re.compile(
    r"(?:(?:but|pero|y|and|ok) )*(?:(?:hoy|esta noche|manana|ahora|ya|luego)(?: (?:ya|no|se|tengo|sabe|quien|puedo"
    r"|donde|ahi|mas))+"
    r"|(?:tonight|today|tomorrow|after that)(?: (?:i|do|not|know|idk|can|have|nowhere|no|where|idk|though|tho"
    r"|anymore))+|(?:i )?(?:do not|no) (?:know|se)(?: \w+)? (?:tonight|hoy|esta noche))"
)

_NO_SHELTER = re.compile(
    r"\b(?:(?:no|not|not a|not in a|never a|do not want(?: to)?(?: be| go| stay)?(?: in| to)?(?: an?| any| no)?"
    r"|hate|besides a|other than a|without) (?:more )?shelters?\b"
    r"|anything but a shelter|shelters? (?:is|are) not|(?:no|sin|que no sea(?: en)?|no quiero(?: ir)?(?: a)?|nada"
    r" de|menos)(?: (?:un|una|ningun|el|los))? (?:albergues?|refugios?|shelters?)\b)"
)
_OF_A_NAME = re.compile(r"\b(?:name|names|nickname|nombre|apellido)\b")
_OF_ID = re.compile(r"\b(?:id|ids|papers|ssn|identificacion|papeles|documentos?)\b")
_AT_AN_OFFER = frozenset({State.OPTIONS_OFFER, State.OPTIONS_CONTACT, State.HESITATION_WHY})
_WEAK = frozenset(
    {Answer.UNCLEAR, Answer.GUIDE, Answer.ASIDE, Answer.NEEDS, Answer.NO, Answer.NOT_NOW, Answer.MAYBE, Answer.DOUBT,
     Answer.WHERE_IT_IS, Answer.CHANGE}
)  # fmt: skip
_NO_CHURCH = re.compile(
    r"\b(?:me da (?:cosa|miedo|pena)|no (?:quiero|me gusta\w*|puedo)|prefiero no|sin|nada de|que no sea|menos"
    r"|no)\b(?: \w+){0,7}"
    r" (?:iglesias?|cristian\w+|religios\w+|religion|catolic\w+|mormon\w*)\b"
    r"|\b(?:do not|not|no|nothing|hate|hates|weird|scared|uncomfortable|rather not|without|never)\b(?: \w+){0,5}"
    r" (?:church|churches|churchy|religious|religion|christian|catholic|mormon|faith)\b"
)


_FOR_TONIGHT = re.compile(
    r"(?:(?:its|it is|i need it|i need one|need it|for|just|like|a|the|one|please|pls|um|ok|yes|yeah|es|lo necesito|la necesito|ocupo|para|pa|"
    r"nomas|solo|si|porfa|de|ya) )*"
    r"(?:to ?night|tonite|2 ?nite|2night|today|now|right now|rn|asap|as soon as possible|right away|this night|hoy(?: mismo)?|ahora(?: mismo)?|"
    r"ahorita|esta noche|esta misma noche|ya|ya mismo|urge(?:nte)?|me urge|lo mas pronto|lo antes posible|cuanto antes)"
    r"(?: (?:please|pls|plz|porfa|por favor|if (?:you|u) can|if possible|tho|mismo|ya|noche|hoy|asap|now|para|dormir|only))*"
)
_NO_MEN = re.compile(
    r"(?:.*\b)?(?:no|not|without|do not|cannot|can not|never|hate|wont|will not|only|just|sin|solo|nomas|puras?|de)\b.*"
    r"\b(?:dudes?|men|guys?|males?|boys|coed|co ed|mixed|hombres?|vatos?|batos?|mixto|varones|women|girls|females|mujeres|chicas|muchachas)\b"
    r"(?: (?:there|in it|please|pls|only|tho|allowed|around|ahi|alla|porfa|por favor))*"
    r"|(?:for |all |one for |para |puras? )*(?:women|girls|females|ladies|mujeres|chicas)(?: (?:only|please|pls|plz|nomas|solamente|porfa|por favor|place))*"
)
"""Wants no men where she sleeps, or women only."""
_MEN_ASK = re.compile(
    r"\b(?:do|does|are|is|can|aceptan|reciben|hay|puede|pueden)\b .*|.*\b(?:i am|im|soy) an? (?:guy|man|dude|boy|male|hombre|chico)\b.*"
)
_WAS_FULL = re.compile(
    r"(?:(?:but|and|they|it|all|the|every|place|one|shelter|last|time|said|was|were|are|is|pero|estaba|estaban|me|dijeron|que|el|la|otro|ya|"
    r"siempre|todo|esta|estan|otra) )+(?:full|no (?:beds|room|space)|llenos?|llena|no habia(?: lugar| camas?)?|sin (?:lugar|camas?))"
    r"(?: (?:last time|again|every time|tonight|la otra vez|la ultima vez|otra vez|siempre))*"
)
_GIVES_WAY = frozenset(
    {
        Answer.UNCLEAR,
        Answer.NOT_NOW,
        Answer.YES,
        Answer.ASIDE,
        Answer.MAYBE,
        Answer.GO_ON,
        Answer.NO,
        Answer.NEEDS,
        Answer.DOUBT,
    }
)


def when_and_who(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "2nite" and "no dudes" where a bed is looked for: at the menu it is one for tonight, at the city it is told."""
    if reading.answer not in _GIVES_WAY or reading.level is Level.ALARM or session.caseworker_name or session.young:
        return reading
    said = wrote.said
    is_bed = Need.SHELTER_TONIGHT in session.needs or Need.HOUSING in session.needs
    if session.state is not State.NEEDS_STAY and not (session.state is State.NEEDS_AREA and is_bed):
        return reading
    no_men = _NO_MEN.fullmatch(said) and not _MEN_ASK.fullmatch(said) and "?" not in wrote.text
    if not (no_men or _FOR_TONIGHT.fullmatch(said) or _WAS_FULL.fullmatch(said)) or reading.concern is not None:
        return reading
    if session.state is State.NEEDS_STAY:
        return reading._replace(answer=Answer.NEEDS, needs=(Need.SHELTER_TONIGHT,), aside=None, level=None)
    is_yes = reading.answer in (Answer.YES, Answer.GO_ON)
    return reading if is_yes else reading._replace(answer=Answer.ASIDE, aside=Aside.NOTED, needs=())


def of_roof(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read what is told around a place to sleep where a guess heard a danger, or a refusal, in it."""
    if _is_grown_up(session, reading):
        needs = reading.needs or (Need.SHELTER_TONIGHT,)
        reading = reading._replace(answer=Answer.NEEDS, needs=needs, concern=None, level=None)
    is_sure = reading.level is Level.ALARM or reading.answer in STANDS or reading.answer not in _WEAK
    if is_sure or session.caseworker_name or session.young:
        return reading
    said = wrote.said
    if (left := _left_home(session, said, reading)) is not None:
        return left
    if reading.concern in (None, Concern.FRIEND, Concern.SEXUAL_ABUSE) and _WANTS_HER.search(said):
        return reading._replace(
            answer=Answer.UNCLEAR,
            concern=Concern.EXPLOITATION,
            level=Level.ASK,
            about_other=False,
            guide=None,
            aside=None,
        )
    if reading.concern in (None, Concern.FRIEND) and _is_roof(reading, said):
        return Interpretation(Answer.ASIDE, aside=Aside.ROOF, language=reading.language, age=reading.age)
    return reading if reading.concern is not None else _told_of_place(session, said, reading)


_LEFT_HOME = re.compile(
    r"(?:(?:so|ok|well|yeah|just|i|we|also|pues|bueno|yo|ya|es que) )*(?:(?:left|ran away|ran|ran off|moved out|dipped|bounced|got out|snuck out|walked out|took off)(?: (?:from|of|out of|out))*"
    r" (?:home|the house|(?:my|our) (?:(?:moms?|dads?|parents|mothers?|fathers?|grandmas?|aunts?|uncles?|step ?dads?|familys?|folks|own) ?)*(?:house|home|place|crib|apartment|spot)?|moms?|dads?|my (?:moms?|dads?|parents|grandmas?|aunts?))"
    r"|me (?:fui|sali|escape|largue|pele) de (?:(?:mi|la|nuestra) )?casa(?: de (?:mi|mis) (?:mama|papa|papas|abuela|tia|tio|padrastro))?|deje (?:mi|la) casa)"
    r"(?: (?:(?:like|about|como|hace|over) )*(?:\d+|a|an|one|two|three|four|few|a few|couple|a couple|last|un|una|dos|tres|cuatro|unas|unos)? ?(?:of )?(?:days?|wks?|weeks?|months?|nights?|yesterday|today|tonight|night|week|month|dias?|semanas?|mes|meses|ayer|hoy|anoche)(?: (?:ago|back|now|pasada|pasado))*)?"
)
_OF_CARE = re.compile(
    r"\b(?:foster\w*|group home|placement|care|dcf|dcfs|cps|dhs|agency|staff|case ?worker|residential|program|facility|juvie|shelter|casa hogar|albergue|acogida|sistema)\b"
)


def _left_home(session: Session, said: str, reading: Interpretation) -> Interpretation | None:
    """Return who left home as somebody without a place. The law for a child in care is no answer to that."""
    is_care = reading.guide is Guide.RAN_FROM_CARE
    told_care = _OF_CARE.search(said) is not None or not {Fact.IN_CARE, Fact.RAN_FROM_CARE}.isdisjoint(session.facts)
    may_be = is_care or reading.concern in (None, Concern.EXPLOITATION, Concern.MINOR_NO_PLACE)
    if told_care or not may_be or _LEFT_HOME.fullmatch(said) is None:
        return None
    return reading._replace(
        answer=Answer.UNCLEAR, concern=Concern.MINOR_NO_PLACE, level=Level.ASK, guide=None, aside=None,
        needs=(Need.SHELTER_TONIGHT,), about_other=False,
    )  # fmt: skip


def _is_grown_up(session: Session, reading: Interpretation) -> bool:
    """Return whether the young person for whom a place to sleep is asked about said that they are 18 or older.

    Then the line for minors is no answer to "im 20 n lookin for a bed": a place is looked for at once.
    """
    is_own = reading.concern is Concern.MINOR_NO_PLACE and reading.level is Level.ASK and not reading.about_other
    weak = reading.answer in (Answer.UNCLEAR, Answer.NEEDS)
    return is_own and weak and (reading.age or session.age) >= OF_AGE and Fact.MINOR not in reading.facts


def _is_roof(reading: Interpretation, said: str) -> bool:
    is_need = reading.answer is Answer.NEEDS and reading.concern is None
    return not is_need and _AT_A_FRIENDS.search(said) is not None and _THEIR_DANGER.search(said) is None


def _told_of_place(session: Session, said: str, reading: Interpretation) -> Interpretation:
    offered = bool(session.service) and session.state in _AT_AN_OFFER
    if session.aside is Aside.ROOF and _NO_ROOF_NOW.fullmatch(said):
        return reading._replace(answer=Answer.NEEDS, needs=(Need.SHELTER_TONIGHT,), aside=None)
    if reading.aside is Aside.ID_NEEDED and offered and _OF_A_NAME.search(said) and not _OF_ID.search(said):
        return reading._replace(aside=Aside.NAME_THERE)
    no_church = Need.FAITH in reading.needs and _NO_CHURCH.search(said) is not None
    if not no_church and _NO_SHELTER.search(said) is None:
        return reading
    if no_church:
        reading = reading._replace(needs=tuple(need for need in reading.needs if need is not Need.FAITH))
    if reading.answer is Answer.NEEDS and reading.needs:
        return reading._replace(aside=Aside.NO_SHELTER)
    if offered and (session.state, Answer.ANOTHER) in HANDLED:
        return reading._replace(answer=Answer.ANOTHER, aside=Aside.NO_SHELTER, needs=())
    return reading._replace(answer=Answer.ASIDE, aside=Aside.NO_SHELTER) if no_church else reading
