"""A story told in pieces: who it was, what it was for, that nobody knows. Each says little without the one before. Pure.

"My grandpa" and "hes dead now" are no riddle after "something happened when i was 9": they are more of it.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.told_on import tells
from bot.conversation.meant_here.wrote import Wrote
from bot.flows import fillers
from bot.flows.asides import CONSENT
from bot.flows.harm import BY_FORCE, may_be_of_abuse
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Detail, Level
from bot.flows.session import OF_AGE, Session

_SO = (
    r"(?:(?:and|so|but|like|um|uh|well|idk|i do not know|i mean|ok|okay|yeah|yes|just|then|also|honestly|it is|y|pero|pues"
    r"|bueno|este|si|es que|o sea|nomas|solo) )*"
)
_END = (
    r"(?: (?:now|too|though|tho|lol|already|ok|to me|with me|on me|and stuff|and things|you know|again|a lot|every"
    r" (?:day|night|time|week)|at night|sometimes|for (?:years|a while|months)|when i was (?:\w+ ){0,3}\w+|ya|conmigo"
    r"|a mi|de noche|por anos|muchas veces|sabes|cuando (?:yo )?(?:era|tenia) (?:\w+ ){0,2}\w+))*"
)
_HE = (
    r"(?:(?:my|his|her|a|the|our|some|moms|dads|sisters|mi|su|el|un|mis|sus) )+(?:(?:own|older|old|big|real|step|foster|best|moms"
    r"|dads|sisters|second|first|hermano|propio) )*"
    r"(?:grand ?pa|grand ?father|gramps|papa|dad|daddy|father|step ?dad|step ?father|uncle|tio|cousin|brother|step ?brother|bro"
    r"|boyfriend|bf|man|husband|ex|boy|boys|friend|friends|homies?|homeboys?|boss|coach|teacher|pastor|priest|neighbor"
    r"|baby ?sitter|doctor|cop|officer|guy|abuelo|abuelito|padrastro|primo|hermano|hermanastro|novio|esposo|marido|jefe"
    r"|patron|maestro|profe|entrenador|padre|vecino|padrino|senor|amigo|amigos|compadre|cunado)"
)
_WHO = rf"(?:(?:it was|was|by|with|from|for|him|fue|era|con|por|de) )*{_HE}(?: (?:did it|did|did this|lo hizo|fue|mostly))?"
_WHAT = (
    rf"(?:he|she|they|him|el|ella|ellos|{_HE}) (?:(?:would|used to|always|just|kinda|also|me|made me|makes me|had me|has me|wanted me"
    r" to) )*(?:did|do|does|doing|hizo|hacia|hace|hacian|obligaba a hacer) (?:(?:some|bad|weird|sexual|gross|nasty|that"
    r"|all|other) )*(?:stuff|things|thing|it|that|shit|something|cosas|eso|algo|cositas)|(?:(?:el|ella|ellos) )?(?:(?:me|nos|le) )?(?:hizo|hacia|hace|hacian) (?:cosas|cositas|eso|algo)(?: (?:feas|malas|raras))?"
)
_SINCE = (
    r"(?:(?:ya )?(?:se )?(?:murio|fallecio|esta muerto|esta preso|esta en la carcel)|(?:he|she|they|el|ella) (?:is |has |already |ya |se )*(?:dead|died|passed|passed away|gone|in (?:jail|prison)|locked up|moved"
    r"|moved away|old now|murio|fallecio|esta muerto|esta preso|esta en la carcel|fue)"
    r"|(?:nobody|no ?one|none of them) (?:knows?|knew|ever knew|believed me|would believe me)(?: about (?:it|that|this))?"
    r"|(?:i )?(?:never|have not|did not)(?: ever| really)? (?:told|tell|said|say)(?: (?:anyone|anybody|nobody|no one|it|anything|a soul|my \w+|about it|to"
    r"|that))*|(?:you are|this is) the first(?: (?:person|one|time))?(?: (?:i|told|tell|ever|have|said|it|this|that))*"
    r"|nadie (?:lo |me )?(?:sabe|supo|creyo|creeria)(?: nada)?|(?:yo )?nunca (?:(?:se )?lo |le )*(?:dije|conte|he dicho|he contado)(?: (?:a|nadie|mi|mama|nada"
    r"|esto|eso))*|eres (?:la|el) primer[ao](?: (?:persona|que|lo|sabe|a|quien|le|digo|cuento))*"
    r"|(?:it was |that was |it happened )?(?:a )?(?:long time ago|years ago|(?:\d+|a few|many|some|couple) (?:years|months) ago)|(?:(?:eso |ya )*(?:fue |paso )?)?hace (?:mucho"
    r"|(?:muchos |unos |\d+ )?(?:anos|meses))(?: tiempo)?"
    r"|i was (?:only |just |like |still |so )*(?:\d{1,2}|little|small|young|a (?:little )?kid|a child|a baby)|(?:yo )?(?:era|estaba)"
    r" (?:muy )?(?:chiquit[oa]|pequen[oa]|nin[oa]|chic[oa]|morr[oa])|(?:yo )?tenia (?:como )?\d{1,2}(?: anos)?"
    r"|i (?:just )?(?:froze|let him|did not (?:say|do) (?:no|anything|nothing)|could not (?:move|say anything|do anything))|(?:yo )?(?:no dije"
    r" nada|me quede (?:callad[oa]|quieta|congelad[oa])|no hice nada|me deje))"
)
_LATE = (
    r"(?:is it (?:already )?too late(?: (?:to|for me to) (?:tell|report|say|do|press|talk|get)(?: \w+){0,3})?|can (?:he|she|they)"
    r" (?:still )?(?:go to (?:jail|prison)|get (?:arrested|charged|in trouble|locked up)|be (?:arrested|charged))(?: (?:for (?:it|that|this)|after \w+ \w+))?"
    r"|can i still (?:tell|report|press charges|do something)(?: \w+){0,3}|(?:ya )?es (?:muy |demasiado )?tarde para (?:decir\w*|contar\w*|denunciar\w*"
    r"|hablar\w*|reportar\w*)(?: \w+){0,3}|(?:todavia |aun )?(?:puede|pueden|podria) (?:todavia |aun )?(?:ir|meter\w*|caer|acabar) (?:a|en) la (?:carcel|prision)"
    r"|(?:todavia|aun) (?:puedo|se puede) (?:denunciar\w*|decir\w*|contar\w*|reportar\w*)(?: \w+){0,3})"
)
_PIECE = re.compile(rf"{_SO}(?:{_WHO}|{_WHAT}|{_SINCE}|{_LATE}){_END}")
_PAID = re.compile(
    rf"{_SO}(?:(?:it was|he said|they said|was|is|in exchange|as payment|fue|era|a cambio|eso|for (?:me|him) it was) )*(?:for|4|to pay|to get|de|por|para|pa)"
    r" (?:(?:the|some|my|his|her|our|a|more|pagar|el|la|las|mi|su|dinero para|poder) )*"
    r"(?:money|cash|rent|bills?|drugs?|weed|dope|meth|pills|food|a place|place to stay|phone|cash app|gas|debt|him|papers|visa"
    r"|dinero|renta|drogas?|comida|feria|lana|billete|deuda|pastillas|cuarto|techo|papeles|celular)"
    rf"{_END}"
)
_HINT = re.compile(
    rf"{_SO}(?:(?:you|u) know what i mean|if you know what i mean|(?:you|u) know|you get (?:it|what i mean)|sabes? (?:a )?(?:lo )?que (?:me refiero|quiero decir)"
    r"|(?:tu|ya) sabes|me entiendes|i (?:just |only )*(?:got to|gotta|have to|need to|should|must|had to|am supposed to) (?:just )?(?:be (?:nice|sweet|good|quiet|there|grateful"
    r"|with him)|keep (?:him|them) happy|make (?:him|them) happy|take care of (?:him|them)|do (?:stuff|things|favors|what (?:he|they)"
    r" wants?|whatever)|pay (?:him|them)? ?(?:back )?(?:another|a different|in other) ways?|return the favor|say yes|let (?:him|them)|sleep (?:with|in|next to)"
    r"(?: \w+){1,3}|cuddle|lay (?:with|next to)(?: \w+){1,3})(?: (?:to|with|for|by|when|if|sometimes|at night|him|them|he|she|they|asks?|wants?|back))*"
    r"|(?:solo |nomas )*(?:tengo que|debo|hay que|tenia que) (?:ser (?:buena?|amable|linda|carinos[oa])|portarme bien|tenerlo contento|hacerlo feliz|hacerle (?:favores"
    r"|cositas|cosas)|complacerlo|dormir con el|pagarle (?:de )?otra (?:forma|manera))(?: (?:con (?:el|ellos)|a el|cuando quiere))*"
    r"|(?:he|she|they) (?:(?:does|do|did|will|has) )?(?:not|never) (?:even )?(?:make me pay|charge me|charge|ask(?: me)? for|want|take)(?: (?:any|for|the|me|my))* (?:rent|money|anything|nothing)"
    r"|(?:he|she|they) lets? me (?:stay|live|sleep|crash)(?: (?:there|here|over|with him|at his(?: \w+)?))* (?:for free|free)|i (?:do not|never) pay (?:any )?(?:rent|anything|him|nothing)"
    r"|no me cobran? (?:renta|nada|la renta)|no pago (?:renta|nada)|me deja (?:quedarme|vivir|dormir)(?: (?:ahi|aqui|con el))* gratis)"
    rf"{_END}"
)
_THEIR_PAPERS = re.compile(
    r"\b(?:he|they|(?:her|his|their|the|a|some) (?:\w+ )?(?:boss|agency|guy|man|people|lady|recruiter|owner|madam|pimp|bf|boyfriend|husband|aunt|uncle))(?: (?:already|just|even|all))*"
    r" (?:took|takes|keeps?|kept|hold|holds|hid|locked up|wont give|will not give)(?: away| back)? (?:her|their)(?: back)? (?:passports?|id|ids|papers|documents|visa)\b"
    r"|\b(?:le|les) (?:quitaron|quitan|quito|quita|guardan?|guardaron|guardo|retienen?|retuvieron|escondieron|escondio) (?:su|sus|el|los|la|las) (?:pasaportes?|papeles|documentos|identificacion|visa|id)\b"
)
_MADE_TO = re.compile(
    rf"{_SO}(?:(?:he|she|they|who|that|(?:her|his|their|my) (?:\w+ )?\w+) )?(?:makes|made|making|forces|forced|be making) (?:her|him|them|my (?:\w+ )?\w+) (?:to )?"
    rf"(?:do (?:stuff|things|it|that|whatever)|sleep with (?:\w+ ?){{1,3}}|have sex(?: with (?:\w+ ?){{1,3}})?|go with (?:men|guys|him|them|strangers|people|other \w+))(?: for (?:money|rent|drugs|food|him))?{_END}"
    rf"|{_SO}(?:que )?(?:la|lo|los|las) (?:obligan?|hacen?|forzan|ponen?) (?:a )?(?:hacer (?:cosas|cositas|eso)|acostarse(?: con \w+)?|ir con (?:hombres|senores|ellos|el)|estar con (?:hombres|senores)){_END}"
)
_BY_OFFICE = re.compile(
    r"\b(?:police|cops?|tsa|airport|embassy|consulate|school|court|judge|dmv|border|policia|aduana|aeropuerto|consulado|embajada|escuela|juez|corte)\b"
)
_THEIR_AGE = re.compile(
    r"(?:(?:and|yes|yeah|btw|y|si|oh) )*(?:she|he|they|my \w+|ella|el|mi \w+)? ?(?:is|are|tiene|was|be)(?: (?:only|like|just|barely|about|solo|apenas|como))* "
    r"(?P<age>\d{1,2})(?: (?:years? old|years?|yo|yrs?|anos?|lol|now|tho|nomas))*"
)
_HER = re.compile(r"(?:(?:and|yes|yeah|btw|y|si|oh) )*(?:she|ella|my (?!bf|boyfriend|man|boss|pimp)\w+) ")
_SOLD = frozenset({Concern.EXPLOITATION, Concern.SEXUAL_ABUSE, Concern.CHILD_HURT})
_OF_THEM = frozenset({Answer.FRIEND_DANGER.value, Answer.HURT_NOW.value, Answer.ABUSE_TOLD.value})
_MAY_BE = GIVES_WAY | {Answer.SELF_HARM, Answer.COME, Answer.HOUR, Answer.AREA, Answer.NAME, Answer.WATCHED}
_GUESSES = frozenset({None, Concern.SEXUAL_ABUSE, Concern.SELF_HARM, Concern.VIOLENCE, Concern.WATCHED, Concern.FRIEND})
_AFTER_IT = frozenset({"safety.ask.sexual_abuse", "safety.ask.again", "safety.hurt", "safety.child", *fillers.SAID})


def more_of_it(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a piece of a story of abuse as more of it, and what it was done for as exploitation."""
    is_sure = reading.level is Level.ALARM or reading.answer in STANDS - {Answer.NAME}
    is_said = reading.aside is Aside.THEY_ARE_GONE  # that has words of its own
    if is_sure or is_said or session.caseworker_name or session.young or session.state in CONSENT:
        return reading
    if (of_them := _of_another(session, wrote.said, reading)) is not None:
        return of_them
    return reading if reading.detail is not None else _of_her(session, wrote, reading)


def _of_her(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    of_abuse = may_be_of_abuse(session)
    of_force = session.hazard in BY_FORCE and Concern.EXPLOITATION in session.asked
    is_open = (
        reading.answer in _MAY_BE and reading.concern in _GUESSES and not (reading.about_other or session.of_other)
    )
    if not (of_abuse or of_force) or not is_open:
        return reading
    said = wrote.said
    if session.hazard and _PAID.fullmatch(said):
        return _plain(reading, Concern.EXPLOITATION, Level.ASK)
    if (session.hazard and _HINT.fullmatch(said)) or (of_abuse and _PIECE.fullmatch(said)):
        return _plain(reading, None, None)._replace(detail=Detail.TOLD_ON)
    goes_on = of_abuse and session.hazard and session.last_key in _AFTER_IT
    if goes_on and reading.answer is Answer.UNCLEAR and reading.concern is None and tells(wrote):
        return reading._replace(detail=Detail.TOLD_ON)
    return reading


def _of_another(session: Session, said: str, reading: Interpretation) -> Interpretation | None:
    """Return what is told of somebody else: that their papers were taken, what they are sold for, that they are a child."""
    if reading.answer not in _MAY_BE or reading.concern not in _GUESSES | {Concern.EXPLOITATION}:
        return None
    if _MADE_TO.fullmatch(said) or (_THEIR_PAPERS.search(said) and not _BY_OFFICE.search(said)):
        return _plain(reading, Concern.EXPLOITATION, Level.ASK)._replace(about_other=True)
    if session.hazard not in _OF_THEM or _SOLD.isdisjoint(session.asked):
        return None
    of_other, age = session.of_other or session.hazard == Answer.FRIEND_DANGER.value, _THEIR_AGE.fullmatch(said)
    is_theirs = age is not None and (of_other or _HER.match(said) is not None)
    if age is not None and is_theirs and int(age["age"]) < OF_AGE:
        hurt = _plain(reading, Concern.CHILD_HURT, Level.ALARM)._replace(detail=None)
        return hurt._replace(answer=Answer.CHILD_HURT, about_other=True)
    if of_other and _PAID.fullmatch(said):
        return _plain(reading, None, None)._replace(answer=Answer.ASIDE, aside=Aside.HELPING_THEM)
    return None


def _plain(reading: Interpretation, concern: Concern | None, level: Level | None) -> Interpretation:
    return reading._replace(
        answer=Answer.UNCLEAR, concern=concern, level=level, aside=None, guide=None, needs=(), hour=None, area=None,
        denial=None, fine=False,
    )  # fmt: skip
