"""Who writes about somebody else: a nurse, a teacher, a mother, a sister, a friend. What they ask is about that person.

"What do i do" asks there for no plan of their own, and "where do i call" not how this bot got their number. Pure.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import BY_FORCE
from bot.flows.model import Interpretation
from bot.flows.names import FOR_WHOM, Answer, Aside, Concern, Fact, Guide, Level, State
from bot.flows.session import Session
from bot.flows.urgent import MISSING
from bot.flows.welcome import SILENT

_SO = r"(?:(?:ok|okay|so|and|but|then|now|please|y|pero|entonces|ahora|pues|bueno|oiga|oye) )*"
_END = (
    r"(?: (?:now|then|here|next|first|about (?:it|this|that|her|him|them)|for (?:her|him|them)|to (?:help|help her"
    r"|help him)|ahora|por ella|por el|para ayudar\w*|con (?:ella|el|esto|eso)|al respecto|primero))*"
)
WHAT_NOW = re.compile(
    rf"{_SO}(?:what (?:do|can|should|shud|could|must|would|am|are) (?:i|we)(?: (?:even|supposed to|really))* (?:do"
    rf"|try)|what now|what do|how (?:do|can|could|should) (?:i|we) help(?: \w+)?"
    r"|(?:que|k) (?:puedo|debo|puedo yo|podemos|se puede|deberia|tengo que|hay que) (?:hacer|ser)|(?:que|k) (?:hago"
    r"|hacemos|le hago)|como (?:la|lo|le|los) (?:ayudo|puedo ayudar)|como (?:puedo )?ayudar(?:la|lo|le)?)"
    rf"{_END}"
)
WHAT_TO_SAY = re.compile(
    rf"{_SO}(?:what|how) (?:do|can|should|shud|could|would|am) (?:i|we)(?: supposed to)? (?:say|tell|talk|ask|respond"
    rf"|answer|approach)(?: (?:to|with))? ?(?:her|him|them|the (?:girl|kid|boy|student|patient|child))?(?: \w+){{0,3}}"
    rf"|{_SO}(?:que|como) (?:le|les) (?:digo|pregunto|hablo|contesto)(?: \w+){{0,3}}"
)
_PROMISED = re.compile(
    r"\b(?:she|he|they|ella|el|my student|my patient)(?: \w+)? (?:made|makes|asked|begged"
    r"|wants?) me (?:to )?(?:promise|swear|not|keep|never)\b"
    r"|\bi promised (?:her|him|them)\b|\b(?:me hizo|me pidio|me hicieron)(?: \w+)? (?:prometer|jurar|que no (?:diga"
    r"|dijera|le diga|contara))\b|\ble prometi\b"
    r"|\bdo not tell (?:anyone|anybody) (?:she|he) said\b"
)
_SAYS_NO = re.compile(
    rf"{_SO}(?:no quiere(?: (?!lastimar|hacer)\w+){{0,5}}|se niega(?: \w+){{0,3}}|tiene (?:mucho )?miedo(?: \w+){{0,4}}"
    rf"|does not want (?:to|me|help|any)(?: \w+){{0,4}}|refuses(?: \w+){{0,3}})"
    rf"|{_SO}(?:she|he|they|ella|el|my (?:patient|student|friend|daughter|sister))(?: (?:just|still|always|keeps?|me"
    rf"|ya|dice|says?|said|saying|que|told me|does|do|did|will|is|dijo))* "
    r"(?:no|not want(?: \w+){0,4}|not (?:talk|leave|listen|go|trust)(?: \w+){0,3}|refuses?(?: \w+){0,3}"
    r"|denies(?: \w+){0,2}|scared to(?: \w+){0,3}|no quiere(?: \w+){0,4}|se niega(?: \w+){0,3}|lo niega|tiene miedo)"
)
_NUMBER = re.compile(
    r"\b(?:what|which|is there a|a|any) (?:phone )?(?:number|line|hotline|card)(?: \w+){0,3} (?:give|hand|slip|pass"
    r"|tell|leave|text|send)(?: \w+)? (?:her|him|them|to)\b"
    r"|\b(?:what|which) (?:number|line|hotline) (?:should|can|could|would|do) (?:she|he|they)\b|\b(?:give|slip|pass"
    r"|hand) (?:her|him|them)(?: \w+){0,2} (?:number|card|hotline)\b"
    r"|\b(?:que|cual|un) numero(?: \w+){0,2} (?:le|les) (?:doy|puedo dar|dejo|paso|mando)\b|\ble (?:doy|paso"
    r"|dejo) (?:un|el|algun) numero\b"
)
_WHERE_TO_CALL = re.compile(
    rf"{_SO}(?:where|who|whom|what number|which number)(?: (?:do|can|should|shud|could|would|must|to|am))*(?: (?:i|we"
    rf"|you|one|supposed to))* (?:call|phone|dial|contact|turn to|reach out to)(?: (?:for|about|to) (?:this|that|help"
    rf"|it|her|him|them|talk))*{_END}"
    rf"|{_SO}(?:a |para )?(?:donde|quien|que numero|cual numero|con quien|k numero)(?: (?:puedo|debo|se puede|hay que"
    rf"|tengo que|le))* (?:llamo|llamar|marco|marcar|hablo|llama|se llama|me comunico|comunicarme|acudo)(?: (?:para"
    rf"|por|de) (?:esto|eso|ayuda|pedir ayuda))*{_END}"
    rf"|{_SO}(?:i )?(?:need|want|is there|do you have|you got|give me) (?:a|the) (?:number|line"
    rf"|hotline)(?: (?:to call|for this|for that|for help|i can call))+"
    rf"|{_SO}(?:necesito|dame|tienes|tienen|me das|quiero) (?:un|el|algun) (?:numero|telefono)(?: (?:para|donde"
    rf"|a donde|que|pueda|llamar|puedo|de|ayuda))+"
)
_REPORT = re.compile(
    r"\b(?:where|who|whom|how)(?: (?:do|can|should|shud|could|would|to|i|we|must|the))* report\b(?!.*\b(?:job|card"
    r"|grades?|scam|spam|account|lost|stolen)\b)"
    r"|\b(?:number|line|place) (?:to|for|where i can) (?:report|reporting)\b"
    r"|\b(?:con quien|donde|a donde|a quien|como)(?: (?:puedo|se|debo|lo|la|le|hay que))* (?:reporto|reportar|reporta"
    r"|denuncio|denunciar|reportarlo|denunciarlo)\b"
    r"|\b(?:numero|linea|telefono)(?: \w+){0,2} (?:para|de) (?:reportar|denunciar|denuncias)\b|\b(?:quiero"
    r"|necesito) (?:reportar|denunciar) (?:un|el|una|esto|a)\b"
)
_POLICE = re.compile(
    rf"{_SO}(?:do|should|shud|can|must|could) (?:i|we) (?:just |even |have to )*(?:call|tell|go to"
    rf"|involve) (?:the )?(?:police|cops|911)(?: \w+){{0,3}}"
    rf"|{_SO}(?:llamo|debo llamar|puedo llamar|tengo que llamar|hablo|le hablo|voy|aviso)(?: \w+)? (?:a|al"
    rf"|con) (?:la )?(?:policia|911)(?: \w+){{0,2}}"
)
_PICTURE_OF_PLACE = re.compile(
    r"\b(?:she|he|they|ella|el|me)(?: \w+){0,2} (?:sent|send|sends|texted|posted|shared|mando|envio|subio"
    r"|paso)(?: \w+){0,3} "
    r"(?:pic|pics|picture|photo|video|location|pin|address|foto|ubicacion|video|direccion)(?: (?:of|from|de|del|at|in"
    r"|a|an|the|her|his|un|una|el|la|where|donde))*"
    r"(?: (?:hotel|motel|room|house|apartment|car|place|cuarto|casa|carro|lugar|esta|is|she|he|with|them|him|man|guy"
    r"|dude|\w+ room))+"
)
_WITH_HIM = re.compile(
    r"\b(?:se (?:fue|largo|escapo)|se la llevo|la recogio)(?: \w+)?(?: con)? (?:un|ese|este|el|su) (?:\w+ )?(?:hombre"
    r"|senor|tipo|vato|novio|muchacho|desconocido|chavo|adulto)\b"
    r"|\b(?:she|he)(?: (?:just|has|is|had|was))* (?:left|ran off|ran away|gone|run off|took off|went off|went"
    r"|snuck out)(?: (?:off|with))* (?:a|an|some|this|that|her|his) (?:\w+ )?(?:man|guy|dude|boyfriend|bf|stranger"
    r"|someone|woman)\b"
    r"|\b(?:no se|no sabemos|ni idea|nadie sabe) (?:en )?donde (?:esta|anda|quedo|pueda estar)\b|\b(?:do not|no one"
    r"|nobody|no idea)(?: \w+){0,2} where (?:she|he|they) (?:is|are|went|could be)\b"
    r"|\b(?:she|he) (?:is )?(?:not|never) (?:come|came|coming|been)? ?(?:home|back)\b"
)
_WORKS = re.compile(
    r"\bi (?:am|work as) (?:a|an|the|her|his|their) (?:\w+ ){0,2}(?:teacher|nurse|counselor|coach|social worker"
    r"|therapist|aide|principal|tutor|doctor|paramedic|librarian|youth worker|"
    r"midwife|pastor|advocate|case ?worker|foster (?:mom|mother|dad|parent))\b|\b(?:my|a|the|one of my) (?:student"
    r"|patient|pupil|client)\b"
    r"|\b(?:soy|trabajo de|trabajo como) (?:su |la |el |una? )?(?:maestr|enfermer|consejer|doctor|entrenador"
    r"|orientador|trabajador|psicolog|profesor|partera|medic)\w*\b"
    r"|\b(?:mi|una?|mis) (?:alumn|estudiante|paciente)\w*\b"
)
_FOUND_ON = re.compile(
    r"\b(?:found|saw|seen|discovered)(?: \w+){0,4} (?:on|in) (?:her|his|their) (?:phone|cell|ipad|tablet|computer|snap|insta)\b"
    r"|\b(?:encontre|vi|halle|descubri|encontramos)(?: \w+){0,4} en su (?:cel|celular|telefono|tablet|compu|computadora)\b"
)
_IS_PRO = re.compile(
    r"\b(?:i am|i work as|im) (?:a|an|the) (?:\w+ ){0,2}(?:teacher|nurse|counselor|coach|social worker|therapist"
    r"|school psychologist|youth worker|advocate|case ?worker)\b"
    r"|\b(?:soy|trabajo de|trabajo como) (?:la |el |una? )?(?:maestr[oa]|enfermer[oa]|consejer[oa]|orientador[a]?"
    r"|trabajador[a]? social|psicolog[oa]|profesor[a]?|promotor[a]?)\b"
)
_ASKS_FOR = re.compile(
    r"\b(?:need|want|looking for|without|lost my|hit|hurt|not|busco|necesito|quiero|sin|perdi|pega|no)\b"
)
_MOST_OF_HELLO = 9
_TOLD_OF = re.compile(
    r"\b(?:a|my|one of my|the) (?:\w+ )?(?:student|patient|pupil|client)(?: \w+){0,4} (?:told|says?|said|has|is|with"
    r"|being|gets?|was|came)\b|\b(?:una?|mi) (?:alumn|estudiante|paciente)\w*\b"
)
_HER_STORY = re.compile(
    r"\b(?:student|patient|pupil|client|friend|sister|daughter|niece|cousin|classmate)(?: \w+){0,3} (?:told|tells"
    r"|says|said|texted)(?: me| us)?(?: that)? "
    r"(?:she|he|they|her|his|shes|hes) (?!\w* ?(?:me|to hurt me|to kill me)\b)"
    r"|\bmy (?:\w+ )?(?:friend|sister|cousin|niece|daughter|bestie|roommate|student)(?: (?:is|was|are))* being (?:sold"
    r"|trafficked|pimped(?: out)?|hit|beat|beaten|hurt|abused|raped|forced)\b(?!.*\b(?:me|i|us|we)\b)"
    r"|\bmi (?:\w+ )?(?:amig|herman|hij|sobrin|prim|alumn)\w+ (?:esta siendo|la estan|fue|esta) (?:vendida|vendiendo"
    r"|explotada|explotando|golpeada|golpeando|abusada|prostituyendo|obligada|obligando|pegando)\b(?!.*\b(?:me|yo|nos)\b)"
    r"|\btengo (?:a )?una? (?:muchach|alumn|estudiant|pacient|client|nin|chic|joven|chav|menor)\w*"
    r"(?: de \d+)?(?: anos)? que\b"
    r"|\bmi (?:amig|herman|hij|prim|sobrin|vecin)\w+ (?:la|lo) (?:tienen?|encerr\w+|golpe\w+|vend\w+|oblig\w+)\b"
    r"|\bi have (?:a|this) (?:\w+ ){0,3}(?:girl|student|patient|client|teen|kid|youth) (?:who|that|and|i think)\b"
    r"|\bmi (?:alumn|estudiante|paciente|amig|herman|hij|sobrin|prim)\w+(?: \w+){0,3} (?:me|nos) (?:dijo|conto|dice"
    r"|cuenta) que (?:la|lo|le|su|esta)\b"
)
_EXPLOITED = re.compile(
    r"\b(?:answers?|speaks?|talks?|answering) for (?:her|him|them)\b|\bbrand(?:ed|ing)\b|\b(?:not|never) (?:let|lets"
    r"|leave|leaves) (?:her|him|them) "
    r"(?:talk|speak|alone|answer)\b|\b(?:contesta|habla|responde) por (?:ella|el)\b|\bno la deja (?:hablar|sola"
    r"|contestar)\b|"
    r"\b(?:explotad[oa]|tratad[oa]|vendid[oa]|prostituid[oa]|obligad[oa]|exploited|trafficked|sold|pimped|controlled"
    r"|abused|abusad[oa]|golpead[oa])\b"
)
_MY_KIN = re.compile(
    r"\b(?:my|our) (?:\w+ )?(?:sister|sis|brother|daughter|son|niece|nephew|cousin|friend|bestie|student|patient"
    r"|granddaughter|grandson|stepdaughter|roommate)\b"
    r"|\bmi (?:\w+ )?(?:herman(?:it)?[oa]|hij(?:it)?[oa]|sobrin(?:it)?[oa]|prim(?:it)?[oa]|niet[oa]|amig(?:uit)?[oa]"
    r"|alumn[oa]|paciente|ahijad[oa]|vecin(?:it)?[oa])\b"
)
_OLDER = re.compile(
    r"\b(?:is|be|been|keeps?|started|started)? ?(?:dating|seeing|talking to|with|going out with|messing with"
    r"|living with|sleeping with|sneaking out with) (?:a|an|some|this|that) (?:\w+ ){0,2}(?:older|grown|old|adult"
    r"|way older)\b"
    r"|\b(?:anda|sale|esta|vive|habla|se ve|de novia)(?: \w+)? con (?:un|ese|este|el) (?:\w+ )?(?:vato|hombre|senor"
    r"|tipo|muchacho|chavo|novio|viejo|ruco|adulto)(?: \w+){0,2} (?:mayor|grande|viejo|adulto|casado|de \d\d)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:i|me|my|mine|we|us|yo|mi|mis|soy|estoy|tengo|nos|conmigo|mio)\b")
_MOTHER = re.compile(
    r"\b(?:soy|habla|le habla) (?:la|el|una?) (?:mama|papa|madre|padre|tia|tio|abuela|abuelo|hermana"
    r"|hermano)(?:cita)? de (?:un|una|mi|la|el|dos) (?:\w+ )?"
    r"(?:joven|muchach|nin|chic|hij|adolescente|menor|jovencit|senorit|morr|chav)\w*\b"
    r"|\bi am (?:the|a) (?:mom|mother|dad|father|parent|aunt|grandma|grandmother|sister|guardian) of (?:a|an|my|two"
    r"|this|the) \w+(?: \w+){0,4}\b"
)
_IS_FAR = STANDS - {Answer.HOLDER, Answer.NAME} | {Answer.PERSON, Answer.LANGUAGE, Answer.ENGLISH, Answer.SPANISH}
_MAY_BE_THEIRS = frozenset(
    {Concern.EXPLOITATION, Concern.SEXUAL_ABUSE, Concern.VIOLENCE, Concern.CHILD_HURT, Concern.SEXTORTION}
)
_OPEN = GIVES_WAY | {Answer.WHO_ARE_YOU, Answer.HOLDER, Answer.COME, Answer.PERSON, Answer.AREA, Answer.WHO_IS_THIS}
_OF_CHILD = frozenset({Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value})


def for_them(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read what somebody asks and tells who writes about another person."""
    if session.caseworker_name or session.young or reading.answer in _IS_FAR:
        return reading
    said = wrote.said
    reading = _of_whom(session, said, reading)
    if reading.level is Level.ALARM or reading.answer not in _OPEN | {Answer.SEXTORTION, Answer.NO_PLACE}:
        return reading
    of_them = _is_of_them(session, reading)
    if of_them and (found := _of_their_danger(session, said, reading)) is not None:
        return found
    if reading.concern is None and (found := _call(session, said, reading, of_them=of_them)) is not None:
        return found
    return _what_now(session, said, reading)


def _what_now(session: Session, said: str, reading: Interpretation) -> Interpretation:
    """Return "que hago" where nothing stands as what it is: no question what this bot wants."""
    if session.hazard or reading.aside is not Aside.WHAT_DO_YOU_NEED or not WHAT_NOW.fullmatch(said):
        return reading
    if not session.safe and session.greeted:
        return reading._replace(answer=Answer.REPEAT, aside=None)
    return reading._replace(answer=Answer.ASIDE, aside=Aside.NOTED)


def _introduced(session: Session, said: str, reading: Interpretation) -> Interpretation | None:
    """Return a mother's or a teacher's first words as told of for whom they write, and what she found on a phone."""
    is_hello = reading.answer in (Answer.HOLDER, Answer.UNCLEAR, Answer.GREETING) and reading.level is not Level.ALARM
    if (
        is_hello
        and session.hazard == ""
        and _MOTHER.search(said)
        and reading.concern in (None, Concern.WATCHED, Concern.MINOR_NO_PLACE)
    ):
        facts = reading.facts | {Fact.FOR_FAMILY}
        return reading._replace(answer=Answer.GREETING, concern=None, level=None, about_other=False, facts=facts)
    introduced = reading.concern is None and reading.answer in (Answer.NEEDS, Answer.UNCLEAR, Answer.ASIDE)
    if introduced and said.count(" ") < _MOST_OF_HELLO and _IS_PRO.search(said) and not _ASKS_FOR.search(said):
        return reading._replace(
            answer=Answer.ASIDE, aside=Aside.NOTED, needs=(), facts=reading.facts | {Fact.FOR_CLIENT}
        )
    if Fact.FOR_FAMILY in session.facts and reading.level is not Level.ALARM and _FOUND_ON.search(said):
        return reading._replace(
            answer=Answer.GUIDE, guide=Guide.GROOMING, concern=None, level=None, aside=None, needs=()
        )
    return None


def _of_whom(session: Session, said: str, reading: Interpretation) -> Interpretation:
    """Return a danger as somebody else's where a helper tells it."""
    if (introduced := _introduced(session, said, reading)) is not None:
        return introduced
    if reading.answer is Answer.HURT_NOW and _HER_STORY.search(said):
        return reading._replace(answer=Answer.FRIEND_DANGER, about_other=True)
    may_be_theirs = reading.concern in _MAY_BE_THEIRS and not reading.about_other and reading.level is not Level.ALARM
    if may_be_theirs and _tells_of_them(session, said, reading):
        return reading._replace(about_other=True, answer=Answer.UNCLEAR, needs=(), aside=None, guide=None)
    is_open = reading.concern is None and reading.answer in GIVES_WAY and reading.guide is None
    if is_open and (
        (_WORKS.search(said) and _EXPLOITED.search(said)) or (_MY_KIN.search(said) and _OLDER.search(said))
    ):
        return reading._replace(
            answer=Answer.UNCLEAR,
            concern=Concern.EXPLOITATION,
            level=Level.ASK,
            about_other=True,
            needs=(),
            aside=None,
            guide=None,
        )
    return reading


_THEIR_CHILD = re.compile(
    r"\b(?:my|our) (?:\w+ )?(?:daughter|son|kid|child|niece|nephew|granddaughter|grandson|godchild)s?\b"
    r"|\b(?:mi|nuestr[oa]) (?:\w+ )?(?:hij|niet|sobrin|ahijad|cipot)(?:it)?[oa]\b"
)


def _tells_of_them(session: Session, said: str, reading: Interpretation) -> bool:
    """Return whether a text tells of somebody else, by itself or after what was told before."""
    stands = session.of_other or session.state is State.SAFETY_FRIEND
    return (
        _TOLD_OF.search(said) is not None
        or (_only_of_child(said) and (stands or session.hazard not in BY_FORCE))
        or ((stands or not FOR_WHOM.isdisjoint(session.facts | reading.facts)) and _FIRST_PERSON.search(said) is None)
    )


def _only_of_child(said: str) -> bool:
    """Return whether a text tells of a child of theirs, and of nobody else who is theirs: "a man texts my daughter"."""
    rest = _THEIR_CHILD.sub("", said)
    return rest != said and _FIRST_PERSON.search(rest) is None


def _is_of_them(session: Session, reading: Interpretation) -> bool:
    stands = session.of_other or session.hazard in (MISSING, Answer.FRIEND_DANGER.value)
    told = {Fact.FOR_CLIENT, Fact.FOR_FAMILY, Fact.FOR_FRIEND} & (session.facts | reading.facts)
    return stands or session.state is State.SAFETY_FRIEND or bool(told)


def _aside(reading: Interpretation, aside: Aside) -> Interpretation:
    return reading._replace(answer=Answer.ASIDE, aside=aside, needs=(), guide=None, concern=None, level=None, hour=None)


def _missing(reading: Interpretation) -> Interpretation:
    return reading._replace(
        answer=Answer.GUIDE, guide=Guide.MISSING_FRIEND, concern=None, level=None, aside=None, needs=(), detail=None
    )


def _of_their_danger(session: Session, said: str, reading: Interpretation) -> Interpretation | None:
    """Return what is asked or told of the person who is in danger."""
    is_gone = session.hazard == MISSING
    is_told = not _FIRST_PERSON.search(_NOT_KNOWN.sub("", said))
    if is_told and _AT_A_PLACE.search(said) and session.hazard and not reading.concern:
        return _aside(reading, Aside.GO_GET_THEM)
    if _PICTURE_OF_PLACE.search(said) or (_POLICE.fullmatch(said) and (is_gone or session.aside is Aside.GO_GET_THEM)):
        return _aside(reading, Aside.GO_GET_THEM)
    if is_told and _WITH_HIM.search(said):
        return _missing(reading)
    is_asked = reading.concern in session.asked & _MAY_BE_THEIRS and reading.level is Level.ASK
    is_promise = reading.level is Level.ASK and _PROMISED.search(said) is not None
    if (reading.concern and not (is_asked or is_promise)) or session.hazard == Answer.MEDICAL.value:
        return None
    if is_gone and WHAT_NOW.fullmatch(said):
        return _missing(reading)
    is_client = Fact.FOR_CLIENT in session.facts
    stands = session.hazard or session.state is State.SAFETY_FRIEND or is_client
    aside = _asked_of_them(session, said) if stands else None
    is_open = reading.answer is Answer.UNCLEAR or (reading.answer is Answer.NEEDS and _GIVES_THEM.search(said))
    goes_on = is_open and is_told and session.hazard and said.count(" ") >= _LEAST_TOLD - 1
    if aside is None and goes_on and not is_gone:
        aside = Aside.HELPING_THEM
    return _aside(reading, aside) if aside else None


_NOT_KNOWN = re.compile(r"\b(?:i|we) (?:do not (?:even )?know|have no (?:idea|clue)|can not find|am not sure)\b")
_GIVES_THEM = re.compile(
    r"\b(?:les?|la|lo) (?:da|dan|dio|compra|compro|manda|paga|quito|quita|quitan|quitaron|pide)\b"
    r"|\b(?:gives?|gave|buys?|bought|pays?"
    r"|sends?|took|takes?) (?:her|him|them|my)\b"
)
_LEAST_TOLD = 3
"""Minimum number of words for a text that nothing knows to be read as more of their story."""

_AT_A_PLACE = re.compile(
    r"\b(?:esta|estan|la tiene|la tienen|lo tienen|anda|vive|is|are|he has her|they have her|has them|keeps her"
    r"|staying|stays)(?: \w+)? (?:en|at|in) "
    r"(?:a|an|the|un|una|el|la|su|his) (?:\w+ )?(?:motel|hotel|airbnb|trap house|truck stop|casa de (?:el|un|su)"
    r"|departamento|cuarto de)\b"
)


_OF_US = re.compile(r"\b(?:you|u|yall|texts?|texting|ti|ustedes|escrib\w+|hables?|hablen)\b")


_SENDS_THEM = re.compile(
    r"(?:a donde|donde|a quien|con quien) (?:la|lo|los|las|le) (?:mando|envio|llevo|refiero|canalizo)(?: \w+){0,3}"
    r"|(?:where|who) (?:do|can|should|could) (?:i|we) (?:send|refer|take|bring) (?:her|him|them)(?: \w+){0,3}"
)


def _asked_of_them(session: Session, said: str) -> Aside | None:
    if _NUMBER.search(said) or _SENDS_THEM.fullmatch(said):
        return Aside.NUMBER_FOR_THEM
    if _PROMISED.search(said):
        return Aside.DUTY if Fact.FOR_CLIENT in session.facts else Aside.HELPING_THEM
    if WHAT_NOW.fullmatch(said) or WHAT_TO_SAY.fullmatch(said):
        return Aside.HELPING_THEM
    refuses = _SAYS_NO.fullmatch(said) and _OF_US.search(said) is None
    return Aside.THEY_SAY_NO if refuses else None


def _call(session: Session, said: str, reading: Interpretation, *, of_them: bool) -> Interpretation | None:
    """Return "where do i call" as asked for the numbers of the danger that stands, or of who reports."""
    if session.state in SILENT and not session.hazard:
        return None  # an answer would wait for "is now ok to text?", and a need is heard better
    if _REPORT.search(said) and (of_them or not session.hazard or session.hazard in _OF_CHILD):
        return _aside(reading, Aside.DUTY)
    if not (_WHERE_TO_CALL.fullmatch(said) or _REPORT.search(said)):
        return None
    is_of_duty = session.aside is Aside.DUTY
    return _aside(reading, Aside.DUTY if is_of_duty else Aside.WHERE_TO_CALL)
