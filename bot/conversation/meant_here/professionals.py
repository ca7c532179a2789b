"""Who writes for a client: a case manager, an officer, a teacher, a driver. What they tell is about that person. Pure.

"Can you text her directly", "she has not consented to anything", "no, es para mi clienta", and a bed for her.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Fact, Level, Need, State
from bot.flows.session import Session

_IS_FAR = STANDS - {Answer.HOLDER, Answer.HUSH, Answer.NAME} | {Answer.FOREIGN}
_OPEN = GIVES_WAY | {
    Answer.HOLDER, Answer.NO_PLACE, Answer.FRIEND_DANGER, Answer.WATCHED, Answer.WHO_ARE_YOU, Answer.COME, Answer.HUSH,
    Answer.AREA, Answer.PERSON, Answer.WHO_CAN_SEE, Answer.HURT_NOW, Answer.CHILD_HURT, Answer.WHO_IS_THIS,
    Answer.TAKE_BACK, Answer.FINE_NOW, Answer.NAME, Answer.SPANISH, Answer.ENGLISH, Answer.LANGUAGE,
}  # fmt: skip
_THEIRS = frozenset(
    {Concern.EXPLOITATION, Concern.SEXUAL_ABUSE, Concern.VIOLENCE, Concern.MINOR_NO_PLACE, Concern.FRIEND,
     Concern.WATCHED, Concern.CHILD_HURT}
)  # fmt: skip

_JOB = (
    r"(?:nurse|np|teacher|counsell?or|social worker|case ?worker|case manager|youth worker|youth advocate|therapist|advocate|coach|principal|vice principal|doctor|paramedic|emt|pastor|probation officer|parole officer|po"
    r"|resource officer|school officer|librarian|bus driver|psychologist|aide|paraprofessional|tutor|midwife|outreach worker|navigator|casa|guardian ad litem|gal|attorney|public defender|shelter (?:staff|worker)|intake worker|foster parent|group home staff|house parent|crisis worker|mentor|medical assistant)"
)
_OFICIO = (
    r"(?:enfermer[oa]|maestr[oa]|profesor[a]?|trabajadora? (?:social|de (?:dcf|cps|dcfs|la corte|casos|caso|un \w+))|trabajadora?|consejer[oa]|orientadora?|psicolog[oa]|doctor[a]?|promotor[a]?|terapeuta|oficial de probatoria|oficial|directora?|abogad[oa]|chofer|conductora?"
    r"|partera|encargad[oa]|coordinadora?|defensora?|pastor[a]?|entrenadora?|bibliotecari[oa])"
)
_IS_PRO = re.compile(
    rf"\b(?:i am|im|this is|i work as|as|speaking as)(?: (?:a|an|the|her|his|their|your))? (?:\w+ ){{0,3}}?{_JOB}s?\b(?! (?:hits?|beats?|hurts?|told|said|is|who))"
    rf"|\b(?:soy|habla|le habla|le escribe|trabajo de|trabajo como|como) (?:la |el |una? |su )?{_OFICIO}\b"
)
_CLIENT = re.compile(
    r"\b(?:youth|young (?:person|woman|man|lady)|clients?|patients?|students?|kids?|girls?|boys?|teens?|minors?|residents?|(?:a|my|one of (?:my|our)) (?:\w+ )?(?:case|participant)|\d\d (?:yo|year old|years old|yr old)|she|her|they|beds?|program"
    r"|joven(?:es)?|muchach[oa]s?|chic[oa]s?|client[ea]s?|pacientes?|alumn[oa]s?|nin[oa]s?|menor(?:es)?|estudiantes?|usuari[oa]s?|residentes?|adolescentes?|ella|caso)\b"
)
_OF_ME = re.compile(
    r"\b(?:(?:hit|hits|beat|beats|hurt|hurts|rape[sd]?|sell|sells|force[sd]?|make|makes|choke[sd]?|threaten\w*|follow\w*|touch\w*|kill|let) me|no me deja\w*|me (?:pega|golpea|vende|obliga|viola|amenaza|toca|sigue|quiere matar|hace|tiene)\w*|my (?:bf|boyfriend|husband|pimp|ex|stepdad|dad|boss)|mi (?:novio|esposo|marido|padrote|ex|padrastro|papa|jefe|patron)"
    r"|i am (?:being|scared|homeless|pregnant|the one)|i (?:want to die|need a place to (?:stay|sleep)|ran away)|me quiero morir)\b"
)
_FIRST = re.compile(r"\b(?:i|me|my|we|us|yo|mi|nos|soy|estoy|fui)\b")
_SEEKS = re.compile(
    r"\b(?:busco|buscamos|necesito|necesitamos|necesita|ocupa|ocupo|hay|tienen|looking for|need|needs|any|do you (?:have|know)|have any|seeking|find|place(?:ment)? for|trying to (?:find|place)|where can)\b"
)
_A_BED = re.compile(
    r"\b(?:beds?|shelters?|placement|safe house|somewhere (?:to|for)|(?:a|some) place (?:to|for|that|where|tonight|she|he|they)|a place|housing|refugio|albergue|cama|casa segura|lugar (?:para|donde|que|seguro)|donde (?:dormir|quedarse))\b"
)
_PLACES = frozenset({Need.SHELTER_TONIGHT, Need.HOUSING})

_TEXT_HER = re.compile(
    r"\b(?:can|could|would|will|do) (?:you|u|yall|someone|somebody|your team|anyone)(?: (?:please|just|also|guys|all))* (?:text|message|contact|reach out to|write(?: to)?|reach) (?:her|him|them|my (?:client|patient|student|daughter|friend|sister|youth|son|niece|kid)|the (?:girl|client|student|kid|youth|patient)|a (?:client|youth|student|patient))\b"
    r"|\b(?:her|his|their|my (?:client|friend|sister|daughter)s) (?:phone |cell )?number is\b|\btext (?:her|him|them) (?:at|directly|instead|on)\b"
    r"|\b(?:le |la |lo )?(?:puedes|pueden|podrian|puede|podrias) (?:ustedes |tu )?(?:escribir|mandar|textear|contactar)(?:le|la|lo|les)?(?: (?:un|texto|mensaje|directo|directamente))* (?:a (?:ella|el|mi (?:client|pacient|alumn|hij|amig|herman|sobrin|joven)\w*|la (?:joven|muchacha|chica|menor))|directamente|directo)\b"
    r"|\bsu (?:numero|cel|celular|telefono) es\b|\b(?:escribanle|escribele|textealen?|mandenle|mandale)(?: \w+){0,3}(?: (?:a ella|directo|directamente|al \d))"
)
_NOT_AGREED = re.compile(
    r"\b(?:she|he|they|my (?:client|patient|student|youth)|the (?:client|youth|patient|student|girl|kid))(?: (?:has|have|had|did|does|is|still|just|really|yet|been))* (?:not|never) (?:yet )?(?:consent\w*|agree\w*|sign\w*|given (?:consent|permission|us)|give (?:consent|permission)|ok with|okay with|ready|said yes|want(?:s|ed)? (?:us|me|anyone) to (?:call|tell|report|contact))\b"
    r"|\b(?:no (?:consent|permission|release) (?:yet|from her|from him|signed)|without (?:her|his|their) (?:consent|permission|ok))\b"
    r"|\b(?:ella|el|mi (?:client|pacient|alumn|joven)\w*)?(?: ?(?:todavia|aun|ya))* ?no (?:ha |han |me ha |nos ha )?(?:dado|da|dio|firmado|firmo|aceptado|acepto|consentido|autorizado|autoriza) ?(?:su |el |la |permiso|consentimiento|autorizacion|nada|que|todavia|aun)\b|\bsin su (?:permiso|consentimiento|autorizacion)\b"
)
_SAYS_NO = re.compile(
    r"(?:(?:ok|so|and|but|y|pero|entonces) )*(?:what if|and if|what do i do if|what happens if|y si|que pasa si|que hago si|if) (?:she|he|they|my (?:client|patient|student|youth)|ella|el|mi \w+)(?: (?:just|still|me|les|nos))* (?:says? no|refuses?|does not want|will not|changes (?:her|his|their) mind|runs|leaves|declines|dice que no|no quiere|se niega|no acepta|se va)(?: \w+){0,5}"
    r"|(?:(?:y|pero|entonces) )*(?:y si|que pasa si|que hago si|que le digo si|si)(?: (?:me|les|nos|todavia))* (?:dice que no|no quiere|se niega|no acepta)(?: (?:a todo|nada|ayuda|hablar|ir|irse|a \w+))*"
)
_FOR_CLIENT = re.compile(
    r"(?:(?:no|oh|sorry|perdon|ah|y|yo|pero|and|its|it is|this is|this|not me) )*(?:(?:yo )?no (?:soy yo|necesito(?: ayuda)?|es para mi|es por mi)|(?:i )?(?:do not need(?: help)?|am not the one)|not for me|it is not (?:for )?me|not me)?(?: (?:help|ayuda|yo|pero|sino|is|it|but))*"
    r" ?(?:es (?:para|por|sobre|de)|it is (?:for|about)|its (?:for|about)|for|about|para|i am asking for|asking for|pregunto por) (?:mi|una|un|my|a|one of my|the|la|el) (?:\w+ )?(?:client[ea]s?|pacientes?|alumn[oa]|estudiante|usuari[oa]|joven|youth|patient|student|client|resident|menor|muchacha|chica|kid|girl)(?: \w+){0,4}"
)
_TELLS = re.compile(
    r"(?:(?:and|but|also|now|y|pero|tambien|ademas|ahora|hoy|es que) )*(?:she|he|they|her|his|ella|el|su|sus|trae|tiene|anda|se (?:duerme|ve|porta|pone|va|queda)|llega|viene|falta|lleva|usa|no (?:viene|come|duerme|habla)|esta|duerme|llora)(?: (?!me\b|i\b|nos\b|us\b|my\b|mi\b)\w+){1,12}"
)
_GUESSED = frozenset(
    {
        Answer.NEEDS,
        Answer.NOT_NOW,
        Answer.UNCLEAR,
        Answer.HOLDER,
        Answer.WATCHED,
        Answer.GREETING,
        Answer.NO,
        Answer.MAYBE,
    }
)
_SIGNS = re.compile(
    r"\b(?:signs?|red flags?|indicators|suspicions?|suspect\w*|possible|potential|victims?|survivor|senales|indicios|sospech\w*|sospecha|posible|caso|victima|sobreviviente)(?: (?:of|de|que|es|is|may be|a|an|una?))* (?:(?:human|sex|labor|child) )?(?:trafficking|trafficked|trata|explotacion|exploitation|abuso)\b"
)
_MISREAD = frozenset(
    {Aside.IS_THIS_COPS, Aside.POLICE_INVOLVED, Aside.IS_IT_SAFE_THERE, Aside.CPS_REPORTING, Aside.WORK_REQUIRED, Aside.BOYS_MEN,
     Aside.AGE_LIMIT, Aside.OTHERS_LIKE_ME}
)  # fmt: skip


def of_professional(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read what somebody tells, asks and looks for who writes for a client, as that person's."""
    if session.caseworker_name or session.young or reading.answer in _IS_FAR or reading.answer not in _OPEN:
        return reading
    said = wrote.said
    if _OF_ME.search(said) or reading.concern is Concern.MEDICAL:
        return reading
    says_so = (_IS_PRO.search(said) is not None and _CLIENT.search(said) is not None) or bool(
        _FOR_CLIENT.fullmatch(said)
    )
    if says_so:
        needs = tuple(need for need in reading.needs if need is not Need.CASE_MANAGEMENT)  # that is their own work
        reading = reading._replace(facts=reading.facts | {Fact.FOR_CLIENT}, needs=needs)
    is_pro = Fact.FOR_CLIENT in session.facts | reading.facts
    of_them = is_pro or session.of_other or session.state is State.SAFETY_FRIEND or Fact.FOR_FAMILY in session.facts
    if of_them and reading.level is not Level.ALARM and (asked := _asked(session, said, is_pro=is_pro)) is not None:
        return _aside(reading, asked)
    return _greeted(session, _told(session, said, reading, says_so=says_so)) if is_pro else reading


def _greeted(session: Session, reading: Interpretation) -> Interpretation:
    """Return a first text in which nothing is asked as a greeting: "ok to text?" is asked once."""
    is_first = not session.greeted and reading.answer is Answer.ASIDE and reading.aside is Aside.NOTED
    return reading._replace(answer=Answer.GREETING, aside=None) if is_first else reading


def _asked(session: Session, said: str, *, is_pro: bool) -> Aside | None:
    """Return what is asked for another person: a text to them, or what their no means."""
    if _TEXT_HER.search(said):
        return Aside.NOT_TEXT_THEM
    if not is_pro:
        return None
    if _NOT_AGREED.search(said):
        return Aside.THEIR_YES
    if _SAYS_NO.fullmatch(said):
        return Aside.THEY_SAY_NO
    return Aside.NOTED if session.greeted and _FOR_CLIENT.fullmatch(said) else None


def _told(session: Session, said: str, reading: Interpretation, *, says_so: bool) -> Interpretation:
    """Return a need of a client as that, and a danger of theirs as somebody else's."""
    wants_bed = _SEEKS.search(said) is not None and _A_BED.search(said) is not None
    seeks = wants_bed or (_SEEKS.search(said) is not None and bool(reading.needs))
    told = reading.concern in _THEIRS or (reading.concern is None and _SIGNS.search(said) is not None)
    may_be = told and not session.hazard
    misread = reading.answer is Answer.ASIDE and reading.aside in _MISREAD | {Aside.BEDS_FREE}
    open_now = reading.answer in (Answer.UNCLEAR, Answer.NEEDS) or misread
    if seeks and (may_be or (reading.concern is None and open_now)):
        needs = (
            reading.needs if not wants_bed or _PLACES & set(reading.needs) else (Need.SHELTER_TONIGHT, *reading.needs)
        )
        return reading._replace(
            answer=Answer.NEEDS, needs=needs, concern=None, level=None, aside=None, guide=None, about_other=False,
        )  # fmt: skip
    is_client = _CLIENT.search(said) is not None or _FIRST.search(said) is None
    if may_be and is_client and not reading.about_other:
        return reading._replace(
            answer=Answer.UNCLEAR, concern=Concern.EXPLOITATION, level=Level.ASK, about_other=True, aside=None,
            guide=None, needs=(), detail=None,
        )  # fmt: skip
    of_them = session.of_other or session.hazard == Answer.FRIEND_DANGER.value
    if of_them and reading.concern is None and not seeks and reading.answer in _GUESSED and _TELLS.fullmatch(said):
        return _aside(reading, Aside.HELPING_THEM)
    of_language = reading.answer in (Answer.SPANISH, Answer.ENGLISH, Answer.LANGUAGE)
    if says_so and reading.concern is None and (of_language or (misread and not seeks)):
        return reading._replace(answer=Answer.ASIDE, aside=Aside.NOTED)  # "a girl who speaks only spanish"
    return reading


def _aside(reading: Interpretation, aside: Aside) -> Interpretation:
    return reading._replace(
        answer=Answer.ASIDE, aside=aside, concern=None, level=None, guide=None, needs=(), detail=None, hour=None,
        progress=None, name="",
    )  # fmt: skip
