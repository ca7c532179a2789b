"""A parent's texts of a child who is gone, or comes home with money: whatever stands first in them. Pure.

"Soy mama de una niña que no aparece", "tonight she not home", "should i take the phone", "has she texted you".
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import FOR_WHOM, Answer, Aside, Concern, Fact, Guide, Level, State
from bot.flows.session import Session
from bot.flows.urgent import MISSING

_IS_FAR = STANDS - {Answer.HOLDER, Answer.HUSH, Answer.NAME} | {Answer.FOREIGN, Answer.UNDER_13}
_OPEN = GIVES_WAY | {
    Answer.HOLDER, Answer.NO_PLACE, Answer.FRIEND_DANGER, Answer.WATCHED, Answer.WHO_ARE_YOU, Answer.COME, Answer.HUSH,
    Answer.AREA, Answer.PERSON, Answer.WHO_CAN_SEE, Answer.PROGRESS, Answer.FINE_NOW,
}  # fmt: skip
_SAYS_LESS = frozenset(
    {None, Concern.FRIEND, Concern.MINOR_NO_PLACE, Concern.WATCHED, Concern.EXPLOITATION, Concern.SEXUAL_ABUSE,
     Concern.CHILD_HURT, Concern.VIOLENCE}
)  # fmt: skip

_KIN = (
    r"(?:daughters?|sons?|kids?|child|girls?|boys?|granddaughter|grandson|grandchild|grandbaby|nieces?|nephews?|sister|brother|cousin|step ?daughter|step ?son"
    r"|god ?daughter|god ?son|teen|teenager|youth|student|placement|ward|foster (?:kid|child|daughter|son|girl|boy|placement))"
)
_WHOSE = rf"\b(?:my|our|her|his|the|a|one of (?:my|our)) (?:(?:little|lil|baby|big|older|oldest|younger|youngest|teenage|foster|own|only|\d+|year|years|yr|yrs|yo|old|of) )*(?:{_KIN}|\d{{1,2}} (?:years?|yrs?) old|\d{{1,2}} yo)"
_HIJA = (
    r"(?:nin[oa]|muchach[oa]|chic[oa]|chamac[oa]|jovencit[oa]|joven|menor|adolescente|hij(?:it)?[oa]|herman(?:it)?[oa]|niet(?:it)?[oa]|sobrin(?:it)?[oa]|prim(?:it)?[oa]|hijastr[oa]"
    r"|ahijad[oa]|alumn[oa]|morr(?:it)?[oa]|chav(?:it)?[oa]|cipot[oa]|bebe)"
)
_CUYA = rf"\b(?:mi|nuestr[oa]|su|la|el|una?|de una?|de mi) (?:\w+ )?{_HIJA}"
_AGED = r"(?: (?!me\b|us\b|i\b|you\b|nos\b|te\b|yo\b)\w+){0,6}?"
_NOT_HERE = (
    r"(?:(?:is|are|was|has|have|did|does|still|been|just|be|also) )*(?:(?:not|never) (?:\w+ )?(?:home|back|come|came|coming|returned?|showed|shown|here|been|in (?:her|his) (?:bed|room)|at home)"
    r"|missing(?! (?:me|you|us|school|class|work|home|teeth|her|him|my))|disappeared|vanished|(?:been )?gone (?:since|for|all|two|three|\d|over|now))"
)
_NO_ESTA = (
    r"(?:(?:ya|todavia|aun|tampoco|hoy|anoche|ahora|ella) )*(?:no (?:aparece|ha aparecido|aparecio|ha vuelto|vuelve|volvio|ha regresado|regresa|regreso|ha llegado|llega|llego"
    r"|esta en (?:la )?casa|amanecio en (?:la )?casa|durmio en (?:la )?casa)|(?:lleva|anda|esta|se)(?: (?:\w+ (?:dias?|noches?|horas?|semanas?)))? (?:sin aparecer|sin volver|sin llegar|desaparecid[oa]|perdid[oa]|perdio)"
    r"|desaparecio|sin aparecer)"
)
_GONE = re.compile(
    rf"{_WHOSE}{_AGED} {_NOT_HERE}\b|{_CUYA}{_AGED} (?:que )?{_NO_ESTA}\b"
    rf"|{_WHOSE}{_AGED} (?:ran|run) (?:from|off|away)\b(?! (?:to|with) (?:me|us|my|our))"
    rf"|\b(?:looking for|trying to find|searching for|can not find|lost) (?=my|our|one of my) ?{_WHOSE[2:]}\b|\b(?:busco|buscamos|buscando|ando buscando|no encuentro|no encontramos) a (?:mi|nuestr[oa]) (?:\w+ )?{_HIJA}\b"
)
_OUT = re.compile(r"\b(?:is|are|was) (?:\w+ )?not (?:\w+ )?(?:home|here|back|at home)$|\bno esta en (?:la )?casa$")
_BY_NIGHT = re.compile(
    r"\b(?:to ?night|last night|yet|since|still|all (?:night|day)|\d+ ?am|midnight|late|hours?|days?|esta noche|anoche|todavia|aun|desde|madrugada|tarde|horas|dias)\b"
)
_WENT_TO = re.compile(
    r"\b(?:hasta (?:las? |el |que )?\w+|(?:until|till|til|before|by) \d+|a las \d+|at \d+)\b|\b(?:school|class|work|practice|court|church|escuela|clase|trabajo|misa|for (?:my|her) \w+ (?:yet|birthday)|back to (?:me|normal)|a gift|a present|a place|shelter|help for|refugio|un lugar|ayuda para|un regalo)\b"
)
_HERS_GONE = re.compile(
    rf"(?:(?:and|but|so|now|tonight|today|right now|again|ok|still|it is \d+ and|last night|y|pero|hoy|anoche|ahorita|otra vez|esta noche|ya) )*(?:(?:she|he|they|ella|el|{_WHOSE[2:]}|{_CUYA[2:]}) )?(?:{_NOT_HERE}|{_NO_ESTA}|not home|no esta)"
    r"(?: (?:home|back|tonight|yet|again|today|from|school|since|yesterday|last|night|all|day|now|here|still|and|it|is|late|\d+|days?|hours?|a|casa|hoy|desde|ayer|anoche|aqui|en|la|todavia|otra|vez|esta|noche|hace))*"
)
_RUNS = re.compile(
    r"(?:(?:and|but|so|y|pero) )*(?:she|he|they|ella|el)(?: (?:always|just|keeps?|has|ya|siempre|me))* (?:runs?|running|leaves|sneaks? out|goes missing|takes off|awols?|se (?:escapa|va|sale|fuga))(?: \w+){0,6}"
)

_NEW_THINGS = re.compile(
    rf"(?:{_WHOSE}|{_CUYA})(?: (?!me\b|us\b|i\b|nos\b)\w+){{0,6}}? (?:keeps? |kept |always |started |be )?(?:coming|comes?|came|shows?|showing|showed|got|gets?|has|have|hides?|wears?|wearing|suddenly|llega|llego|trae|anda|tiene|aparece|viene|regresa)"
    r"(?: \w+){0,4} (?:new|nuev[oa]s?|cash|money|expensive|designer|iphone|nails|hair done|dinero|lana|efectivo|billetes|ropa cara|tenis caros|tenis)\b"
)
_UNEXPLAINED = re.compile(
    r"\b(?:cash|money|(?:will|does|do|did) not (?:say|tell|know)|no job|where (?:it|they|she|he) (?:is|comes?|came|gets?|got)|who (?:paid|gave|buys|bought)|older|grown man|hotel|motel|expensive|designer"
    r"|dinero|lana|efectivo|billetes|no (?:dice|quiere decir|sabemos|se sabe|trabaja|se)|quien se l[oa]s? (?:da|compra|paga)|mayor|car[oa]s?)\b"
)
_TAKE_PHONE = re.compile(
    r"(?:(?:so|ok|and|but|y|pero|entonces) )*(?:(?:should|can|could|do|must|shall) (?:i|we)(?: (?:just|also))* (?:take|grab|check|go through|look (?:in|through|at)|read|keep|confiscate|turn off)(?: away)?(?: (?:the|her|his|their|away|that))* (?:phone|cell|iphone|ipad|tablet|texts|messages)(?: \w+){0,4}"
    r"|(?:le |se lo )?(?:quito|quitamos|debo quitar|puedo quitar|quitar|reviso|checo|debo revisar|escondo)(?:le)?(?: (?:el|su|ese|lo))* (?:cel|celular|telefono|iphone|tablet)(?: \w+){0,3})"
)
_HIDES = re.compile(
    r"(?:(?:and|but|so|because|y|pero|es que|porque) )*(?:she|he|they|ella|el)?(?: ?(?:always|just|always be|keeps?|is|siempre|me|nos|lo|la|nos lo))* ?(?:hides?|hiding|lies?|lying|locks?|sneaks?|deletes?|denies|will not (?:say|tell|talk)|gets? (?:mad|angry|defensive)|sleeps?|skips?"
    r"|esconde|miente|borra|niega|lo esconde|la esconde|se enoja|no (?:dice|suelta|habla|quiere decir))(?: \w+){0,6}"
)
_SENT = re.compile(
    r"\b(?:she|he|they|ella|el)(?: \w+){0,2} (?:sent|send|sends|texted|gave|shared|dropped|posted|mando|envio|paso|dio|escribio)(?: \w+){0,3} (?:address|location|pin|ubicacion|direccion)\b"
    r"|\b(?:she|he|ella|el)(?: (?:is|was|now|just|esta|anda|ya))* (?:with|con) (?:a|an|some|this|that|her|his|un|ese|este|su) (?:\w+ )?(?:man|guy|boyfriend|bf|dude|older|novio|senor|hombre|tipo|vato|muchacho)\b"
    r"|\b(?:he|they|somebody|someone|el|ellos)(?: (?:has|have|had|just|ya))* (?:took|taken|drove|driven|flew|brought|se la llev\w+|la llev\w+|la trae|la trajo)(?: (?:her|him|them))?(?: (?:to|in|on|a|al|para|por) \w+(?: \w+){0,2})?\b"
    r"|^(?:(?:y|pero|and|but) )*(?:(?:the|her|his|that|el|su|ese) )(?:novio|boyfriend|bf|guy|man|hombre|tipo|senor)(?: (?:is|tiene|se llama|has|drives|trae|maneja|called|anda))+ \w+(?: \w+){0,5}$"
)
_TOLD_WHERE = re.compile(
    r"\b(?:she|he|they|ella|el)(?: \w+){0,2} (?:sent|send|sends|texted|gave|shared|dropped|posted|mando|envio|paso|dio)(?: \w+){0,3} (?:address|location|pin|ubicacion|direccion)\b"
)
_HAS_TEXTED = re.compile(
    r"\b(?:can|could|will|do|would|did|has|have|is|are)\b(?: \w+){0,4}? (?:she|he|they|her|him|them|my \w+)(?: (?:has|have|had|ever|been|already|just|even|is))* (?:text|texted|texting|message|messaged|contact|contacted|written?|wrote|called|talk|talked|talking|reach|reached|reached out)(?: (?:to|with|out to))? (?:you|u|yall|this (?:number|line)|here|your|anyone there)\b"
    r"|\b(?:ella |el |mi \w+ )?(?:les|te|los|le) (?:ha |han |habra )?(?:escrito|escribio|hablado|hablo|llamado|llamo|contactado|mandado|mando)\b|\b(?:saben|sabes|sabe|pueden ver|puede ver|me dicen|me dice) si (?:ella |el |mi \w+ )?(?:les|te|los|le|ha|han|se)\b"
)
_CALLED = re.compile(
    r"(?:(?:we|i|yes|ok|and|but|si|pues|ya|yo|nosotros) )*(?:(?:already|just|have|had|did|did call|ya|les|le|la) )*(?:called|reported|told|filed|went to|contacted|talked to|spoke (?:to|with)|llame|llamamos|avise|avisamos|reporte|reportamos|fui|fuimos|denuncie|denunciamos|hable)"
    r"(?: (?:it|her|him|them|a|an|to|with|the|already|la|el|a|al|con|las|un|ya|missing))* ?(?:police|cops|911|report|sheriff|rcmp|policia|denuncia|reporte|autoridades|missing person)\b(?: .*)?"
)
_OF_ME = re.compile(r"\b(?:me|us|nos|conmigo|mi (?:novio|esposo)|my (?:bf|boyfriend|husband))\b")


def of_child_gone(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a child who does not come home as missing, and what a parent asks meanwhile as asked of the child."""
    if session.caseworker_name or session.young or reading.answer in _IS_FAR or session.state is State.CARRIER_STOPPED:
        return reading
    said, of_them = wrote.said, _is_of_them(session)
    if _is_sure(reading):
        if session.hazard == MISSING and _CALLED.fullmatch(said):
            return _aside(reading, Aside.REPORTED)
        is_theirs = of_them and reading.concern is not Concern.MEDICAL and _HERS_GONE.fullmatch(said)
        return _missing(reading) if is_theirs else reading
    if reading.answer not in _OPEN or reading.concern not in _SAYS_LESS:
        return reading
    return _not_sure(session, said, reading, of_them=of_them)


def _is_sure(reading: Interpretation) -> bool:
    return reading.level is Level.ALARM and not (reading.about_other or reading.answer is Answer.NO_PLACE)


def _not_sure(session: Session, said: str, reading: Interpretation, *, of_them: bool) -> Interpretation:
    if _is_gone(session, said, of_them=of_them):
        return _missing(reading)
    if session.hazard == MISSING and (found := _while_missing(said)) is not None:
        return _aside(reading, found)
    if of_them and (found := _of_a_parent(session, said, reading)) is not None:
        return _aside(reading, found)
    if not of_them and _NEW_THINGS.search(said) and _UNEXPLAINED.search(said) and not session.hazard:
        return reading._replace(
            answer=Answer.UNCLEAR, concern=Concern.EXPLOITATION, level=Level.ASK, about_other=True, aside=None,
            guide=None, needs=(), facts=reading.facts | {Fact.FOR_FAMILY},
        )  # fmt: skip
    return reading


def _is_of_them(session: Session) -> bool:
    told = not FOR_WHOM.isdisjoint(session.facts)
    return told or session.of_other or session.hazard == MISSING or session.state is State.SAFETY_FRIEND


def _is_gone(session: Session, said: str, *, of_them: bool) -> bool:
    """Return whether a child is missing. One who stays with the writer, or is only late for school, is not."""
    if session.hazard == MISSING or _WENT_TO.search(said) or (_OF_ME.search(said) and not of_them):
        return False
    found = _GONE.search(said)
    out_now = found is not None and _OUT.search(found[0]) is not None and not of_them
    return (found is not None and (not out_now or _BY_NIGHT.search(said) is not None)) or (
        of_them and _HERS_GONE.fullmatch(said) is not None
    )


def _while_missing(said: str) -> Aside | None:
    """Return what is asked or told while somebody is missing: the police take it, nobody says who texted."""
    if _HAS_TEXTED.search(said):
        return Aside.WHO_TEXTED
    if _CALLED.fullmatch(said):
        return Aside.REPORTED
    return Aside.GO_GET_THEM if _SENT.search(said) else None


def _of_a_parent(session: Session, said: str, reading: Interpretation) -> Aside | None:
    """Return what somebody asks or tells who worries about a child of theirs."""
    if _TAKE_PHONE.fullmatch(said):
        return Aside.TAKE_PHONE
    if _HAS_TEXTED.search(said) and Fact.FOR_FAMILY in session.facts:
        return Aside.WHO_TEXTED
    if reading.level is Level.ALARM or _OF_ME.search(said):
        return None
    stands = bool(session.hazard) or session.state is State.SAFETY_FRIEND
    if stands and _TOLD_WHERE.search(said):
        return Aside.GO_GET_THEM
    is_more = _HIDES.fullmatch(said) or _RUNS.fullmatch(said)
    return Aside.HELPING_THEM if stands and is_more else None


def _missing(reading: Interpretation) -> Interpretation:
    return reading._replace(
        answer=Answer.GUIDE, guide=Guide.MISSING_FRIEND, concern=None, level=None, aside=None, needs=(), detail=None,
        hour=None, progress=None,
    )  # fmt: skip


def _aside(reading: Interpretation, aside: Aside) -> Interpretation:
    return reading._replace(
        answer=Answer.ASIDE, aside=aside, concern=None, level=None, guide=None, needs=(), detail=None, hour=None,
        progress=None,
    )  # fmt: skip
