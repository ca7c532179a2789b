"""A friend, a sister or a child who is gone: texts that tell of it once somebody was named, or name them. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Fact, Guide, Level, Need, State
from bot.flows.session import OF_AGE, Session
from bot.flows.urgent import MISSING

_STANDS = STANDS - {Answer.HUSH} | {Answer.PERSON, Answer.FOREIGN}
_OF_ANOTHER = frozenset({Answer.FRIEND_DANGER.value, MISSING})
_SAYS_LESS = frozenset({Concern.FRIEND, Concern.MINOR_NO_PLACE, Concern.EXPLOITATION})

_KIN = (
    r"(?:sister|sis|brother|bro|daughter|son|kid|child|niece|nephew|cousin|grand ?daughter|grand ?son|step ?(?:sister|"
    r"brother|daughter|son)|twin|god ?(?:daughter|son))"
)
_MY_KIN = rf"\b(?:my|our) (?:(?:little|lil|baby|big|older|oldest|younger|youngest|teenage|own|\d+ year old) )*{_KIN}"
_MI_FAMILIA = (
    r"\bmi (?:(?:pequen[oa]|propi[oa]) )?(?:herman(?:it)?[oa]|hij[oa]|nin[oa]|sobrin[oa]|prim[oa]|niet[oa]|hijastr[oa])"
    r"(?: (?:menor|mayor|chic[oa]|pequen[oa]|de \d+(?: anos)?))?"
)
_MY_FRIEND = r"\b(?:my|our) (?:best )?(?:friend|bestie|bff|homegirl|home girl|girl ?friend|roommate|classmate)\b"
_MI_AMIGA = r"\bmi (?:mejor )?(?:amig[oa]|companer[oa]|roomie)\b"
_WHO = r"\b(?:she|he|they|ella|el)"
_BY_NAME = re.compile(rf"{_MY_KIN}\b|{_MI_FAMILIA}\b|{_MY_FRIEND}|{_MI_AMIGA}")
_DRAWN_AWAY = re.compile(
    r"\b(?:hotel|motel|with (?:him|a guy|some guy|a man|this guy|an? older)|older (?:guy|man|boyfriend|dude)|left with|"
    r"con (?:el|un (?:tipo|senor|hombre|chavo|vato)|su novio)|se fue con)\b"
)

_SILENT = re.compile(
    rf"{_WHO} (?:(?:is|has|have|does|did|will|are|would) )*(?:not|never|stopped|quit)(?: (?:been|even|be))? "
    r"(?:answer|answers|answered|answering|pick(?:ing|ed)? up|respond|responds|responded|responding|reply|replied|"
    r"replying|text(?:ing|ed)? (?:me )?back|call(?:ing|ed)? (?:me )?back|come|came|coming|back|show(?:n|ed)? up|"
    r"made it|make it|been (?:home|seen|back))\b"
    r"|\b(?:her|his|their|she|he|the) (?:phone|cell|phones|phone is|snap)(?: (?:is|has|been|was|just|goes|going|now))* "
    r"(?:off|dead|disconnected|straight to|to voice ?mail|voice ?mail)\b"
    r"|\b(?:can not|could not|have not|has not|had not|unable to|no one|nobody|nobody has|no one has"
    r"|have not been able to)"
    r" (?:even )?(?:been able to )?(?:reach|find|get (?:a )?hold of|get ahold of|locate|heard from|hear from|seen|saw|"
    r"contact) (?:her|him|them|my|our)\b"
    rf"|{_WHO} (?:(?:is|has|have|been|was|just|are) )*(?:gone|missing|disappeared|vanished)"
    r"(?: (?:for|since|now|all|like|almost|over|about|\d|two|three|a) ?| *$)"
    r"|\b(?:ella |el |ya )?no (?:me |nos )?(?:contesta|responde|ha (?:contestado|respondido|vuelto|llegado|regresado|"
    r"aparecido)|aparece|llego|volvio|regreso|sabemos de (?:ella|el))\b"
    r"|\b(?:su|el) (?:telefono|cel|celular) (?:esta |ya esta |lo tiene )?(?:apagado|muerto|desconectado)\b"
    r"|\bme manda a(?:l)? buzon\b|\b(?:no la|no lo) (?:encuentro|encontramos|localizo|he visto|hemos visto)\b"
    r"|\b(?:esta|lleva) (?:desaparecid[oa]|perdid[oa]|\w+ dias? (?:sin aparecer|desaparecid[oa]|fuera))\b"
    r"|\bdesaparecio\b|\bnadie (?:sabe de|la ha visto|lo ha visto|ha visto a)\b"
)
_NOBODY = re.compile(
    r"\b(?:nobody|no one|no1|none of us)(?: (?:has|have|even|can|could|is able to|in \w+))* "
    r"(?:seen|saw|heard from|hear from|reach|find|get hold of|get a hold of|located?) (?:her|him|them|my|our)\b"
    r"|\bnadie (?:la|lo|los|las) (?:ha|han) visto\b|\bnadie (?:sabe|ha sabido) (?:nada )?de (?:ella|el"
    r"|mi (?:hij|herman|amig|nin)\w+)\b"
)
_RAN = re.compile(
    rf"(?:{_MY_KIN}|{_MI_FAMILIA}) (?:(?:has|just|had|is|se|ya) )*"
    r"(?:ran away|run away|ran off|runaway|fugo|escapo de (?:la )?casa|fue de (?:la )?casa)\b"
)
_GONE = re.compile(
    rf"(?:{_MY_KIN}|{_MI_FAMILIA}|{_MY_FRIEND}|{_MI_AMIGA})(?: (?!not|never|my|mi)\w+){{0,4}} "
    r"(?:(?:is |has been |has gone |went |been |esta )?(?:missing"
    r"(?! (?:me|you|us|him|her|them|my|a|an|the|out|school|class|work|home|some"
    r"|\w+ teeth))|disappeared"
    r"|vanished|desaparecid[oa])"
    r"|(?:has|did|does) (?:not|never)(?: \w+)? (?:come|came|been|returned|showed)(?: (?:home|back|up))+|(?:no"
    r"|nunca) (?:llego|volvio|regreso|ha vuelto|ha llegado|ha regresado))\b"
)
_GONE_SINCE = re.compile(
    rf"(?:{_MY_KIN}|{_MI_FAMILIA})(?: (?:has|have|is|was|just|been|went|se|ya|lleva|anda|esta))* "
    r"(?:gone|fue|salio|fuera|sin (?:venir|llegar|aparecer|contestar))(?: (?:for|since|like|about|almost|de la casa|como|desde|hace))*"
    r" (?:\d+|one|two|three|four|five|a few|un|una|dos|tres|cuatro|cinco|unos|varios) (?:days?|nights?|weeks?|hours?|dias?|noches?|semanas?|horas?)\b"
)
_POLICE = r"(?:police|cops?|the (?:officer|station|sheriff)|sheriff|officer|they|la policia|los policias|el policia|policia|me)"
_TOLD_TO_WAIT = re.compile(
    rf"\b{_POLICE}(?: (?:just|only|me|us|that|que|told|said|say|says|tell|want|wants|made|make|dijo|dijeron|dice|dicen|nos|i|we|to|have|has|need|need to|had|gotta|should|can|can not|will not|not|do|does|tengo|hay|tenemos))* "
    r"(?:wait(?: (?:\d+|a day|two days|until|till|til|longer|it out|for her|for him))?|nothing (?:till|til|until|for|yet)|take a report|look (?:for|yet)|do (?:nothing|anything)|esperar|espere|espera|esperemos|no pueden)\b"
    r"|\b(?:24|48|72) ?(?:hours?|hrs?|hr|h|horas?|hs)\b.*\b(?:police|cops?|report|policia|reportar|denunciar)\b|\b(?:police|cops?|policia)\b.*\b(?:24|48|72) ?(?:hours?|hrs?|hr|h|horas?|hs)\b"
    r"|\b(?:police|cops?|they)(?: \w+){0,2} (?:say|said|think|says) (?:she|he|they) (?:is |are )?(?:just )?(?:a runaway|ran away|will come back|coming back|probably)\b|\bla policia dice que (?:va a volver|ya va a regresar|se fue por gusto)"
)
_HAVE_TO_WAIT = re.compile(
    r"\b(?:do|should|must|can) i (?:have to |need to |gotta )?(?:wait|report now)(?: (?:to|before|until|for|24|48|a|how))*(?: (?:report|hours?|hrs|day|call|police|reporting|file|filing|long))*\b|\bhow long (?:do|should) i (?:have to )?wait\b"
    r"|\b(?:tengo que|debo|hay que|cuanto (?:tengo que|debo)) esperar(?: (?:para|a|antes de|que|24|48|horas|reportar|denunciar|llamar|hacer|el|reporte))*"
)
_IS_BACK = re.compile(
    r"\b(?:(?:is|came|got|she|he) (?:back|home)|(?:back|home) (?:now|again|safe)|found (?:her|him)|is (?:safe"
    r"|ok|fine|with "
    r"me|here)|(?:needs?|wants?|looking for) (?:a|to|some|somewhere|help)|stay(?:s|ing)? (?:with|at)|last year"
    r"|years ago|"
    r"as a kid|because|mad at|ya (?:volvio|llego|aparecio|regreso|esta bien)|esta (?:bien|aqui|conmigo)"
    r"|hace anos|enojad[oa]|"
    r"needs|necesita)\b"
)

_GO = re.compile(
    r"\b(?:should|shud|can|could|do|must|shall|gonna|going to|am going to|will|want to|wanna|imma|trying to|about to|"
    r"need to|have to|let me)(?: (?:i|we|just|try|to|and|go|just go))* "
    r"(?:(?:go|drive|get|find|look for|pick|save|rescue)(?: (?:and|out|over|up|go|get|find|look for|pick))* "
    r"(?:her|him|them)|(?:go|drive)(?: (?:over|to|the|that|in))* (?:there|hotel|motel|up there))\b"
    r"|\b(?:voy|vamos|debo|deberia|puedo|tengo que|quiero)(?: (?:a|ir|yo|por|que))* "
    r"(?:ir(?: (?:a|por))*|buscar|sacar|traer|por)?(?:la|lo)?(?: (?:a|por|ella|el|alla|hotel|motel|buscarla"
    r"|sacarla|traerla"
    r"|buscarlo))*\b(?:ella|hotel|motel|alla|buscarla|sacarla|traerla|buscarlo|sacarlo|traerlo)"
)
_KNOW_WHERE = re.compile(
    r"\b(?:i|we) (?:(?:think|might|kinda|already|do) )*(?:know|found out|have|got|saw|found)(?: (?:which|what"
    r"|where|the|"
    r"name|of|her|his|their|an|room|exact))* (?:hotel|motel|address|room number|location|she is|he is|"
    r"they are|where)\b"
    r"|\b(?:se|sabemos|tengo|ya se) (?:(?:en|cual|que|el|la|es|nombre|del) )*"
    r"(?:hotel|motel|donde esta|direccion|numero de cuarto|ubicacion)\b"
)
_HER_AGE = re.compile(
    r"(?:(?:and|yes|yeah|si|y|oh|shes only|btw) )*(?:she|he|they|my \w+|the (?:girl|boy|student|kid)|ella|el|la nina|"
    r"el nino|mi \w+)? ?(?:is|are|just turned|turned|only|tiene|solo|apenas|was|a)(?: (?:only|like|just|about"
    r"|solo|como))* "
    r"\d{1,2}(?: (?:years?(?: old)?|yo|yrs?|anos?))?"
)


_OF_SEARCH = re.compile(
    r"\b(?:called|told|went to|reported(?: \w+){0,3} to)(?: \w+){0,2} (?:police|cops|911)\b.*"
    r"\b(?:nothing|not|wont|never)\b"
    r"|\b(?:can|could|will|would)(?: \w+)? (?:find|trace|track|locate) (?:her|him|them|my \w+)\b"
    r"|\bi have (?:her|his|a) (?:picture|photo|pic|phone number|location)\b"
    r"|\b(?:llame|avise|fui|reporte|le dije)(?: \w+){0,3} (?:policia|911)\b.*\b(?:no|nada)\b"
    r"|\b(?:la|lo|l[oa]s) (?:pueden|puede|puedes|podrian|van a) (?:encontrar|localizar|rastrear|buscar)\b"
    r"|\bquien (?:la|lo) (?:puede )?busca\w*\b|\btengo (?:su|una) foto(?:s)?(?: (?:de ella|de el))?$"
)
"""What is asked and told of a search: the police do nothing, whether somebody can be found, a picture."""
_REPORTS = re.compile(r"\b(?:police|cops?|report\w*|sheriff|officer|policia\w*|denunci\w+)\b")


_LONGS = re.compile(
    r"(?:(?:and|but|ok|so|idk|i just|honestly|y|pero|es que|la verdad|ya) )*(?:i |we )?(?:really |just |still |do )*(?:miss|want|love|need) (?:her|him|them|my (?:\w+ )?(?:mom|mama|mother|dad|father|grandma|granny|nana|sister|brother|baby|family|kids?|daughter|son))(?: (?:so|a lot|bad|much|every day|sometimes|too|tho|back|like crazy|already|anymore))*"
    r"|(?:(?:y|pero|es que|ya|yo) )*(?:la|lo|las|los) extrano(?: (?:mucho|tanto|un monton|a ella|a el|diario))*|(?:yo )?extrano a (?:mi \w+|ella|el)(?: mucho)?"
)
_DIED = re.compile(
    r"\b(?:my|her|his|our) (?:\w+ )?(?:mom|mama|mother|dad|father|grandma|granny|nana|grandpa|sister|brother|baby|son|daughter|aunt|uncle|friend|dog)(?: (?:just|already|she|he|is|has|they))* (?:died|passed(?: away)?|dead|is dead|is gone now)\b"
    r"|(?:(?:but|and|ok) )*(?:she|he) (?:is |has |just )*(?:dead|died|passed(?: away)?|in (?:jail|prison)|locked up)(?: (?:now|tho|last year|when i was \w+))*"
    r"|\bmi (?:\w+ )?(?:mama|ama|papa|apa|abuel\w+|herman[oa]|bebe|hij[oa]|ti[oa])(?: (?:ya|se))* (?:murio|fallecio|esta muert[oa])\b|(?:(?:pero|ya|es que) )*(?:se murio|murio|fallecio|esta (?:muert[oa]|pres[oa]|en la carcel))(?: (?:ya|hace \w+ \w+))*"
)
_HARMED = re.compile(
    r"\b(?:od|overdos\w*|kill\w*|murder\w*|shot|stabb\w*|breath\w*|wake|just now|help|matar\w*|mato|respira\w*|sobredosis|want to die|die too|morir\w*|be with (?:her|him))\b"
)


def _grieves(session: Session, wrote: Wrote, reading: Interpretation) -> bool:
    """Return whether a text tells whom somebody longs for or mourns: nobody is missing, and nothing is needed."""
    is_open = reading.answer in (Answer.UNCLEAR, Answer.NEEDS, Answer.ASIDE, Answer.GUIDE, Answer.MAYBE)
    is_open = is_open and reading.aside is not Aside.THEY_ARE_GONE  # who hurt them died: that has words of its own
    if not is_open or "?" in wrote.text or _HARMED.search(wrote.said) or session.hazard == MISSING:
        return False
    longs = _LONGS.fullmatch(wrote.said) is not None and reading.guide in (None, Guide.MISSING_FRIEND)
    longs = longs and not (reading.answer is Answer.NEEDS and session.state is not State.NEEDS_AREA)
    is_need = reading.answer is Answer.NEEDS and not _FOR_LIFE.isdisjoint(reading.needs)
    return longs or (_DIED.search(wrote.said) is not None and not is_need)


_FOR_LIFE = frozenset({Need.SHELTER_TONIGHT, Need.HOUSING, Need.FOOD, Need.MONEY})
"""Needs that stay beside a death that is told."""


_A_GIRL_GONE = re.compile(
    r"\b(?:a|the|this|that|another|other|one of the|one) (?:\w+ )?(?:girls?|boy|kid|friend|coworker|co worker|roommate|lady|woman)(?: (?:(?:that |who )?(?:i|we) (?:work|live|stay|room|roomed)(?: \w+)? with|from (?:the|my|our|here|work|school)(?: \w+)?|here|there|at work))?"
    r" (?:(?:is|has|just|been|went|has been|gone) )*(?:missing|disappeared|vanished)\b"
    r"|(?:(?:and|but|ok|so|now) )*(?:she|he)(?: (?:just|has|is|went))* (?:disappeared|vanished|missing)(?: (?:now|last night|yesterday|today|since \w+))*"
    r"|\b(?:una|la|otra|esa) (?:muchacha|chica|chava|morra|nina|companera|senora)(?: (?:con la que (?:trabajo|vivo)|del? \w+|de aqui|que trabaja \w+))?(?: (?:esta|ya|se))* (?:desaparecio|desaparecida|perdida)\b|(?:(?:y|pero|ya|ella) )*desaparecio(?: (?:ayer|anoche|hoy))*"
)


def of_grief(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "i miss her" and "my mom died" as told of grief: nobody is missing."""
    is_sure = reading.level is Level.ALARM or reading.answer in _STANDS
    if is_sure or session.caseworker_name or session.young or not _grieves(session, wrote, reading):
        return reading
    return reading._replace(
        answer=Answer.ASIDE, aside=Aside.FEELING, guide=None, needs=(), concern=None, level=None, about_other=False
    )


def of_missing(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "shes not answering since friday" as somebody missing, and "should i go get her" as asked of that."""
    of_search = session.hazard == MISSING and _OF_SEARCH.search(wrote.said) is not None
    is_alarm = reading.level is Level.ALARM and reading.concern not in _SAYS_LESS and not of_search
    if session.caseworker_name or session.young or is_alarm or reading.answer in _STANDS:
        return reading
    said = wrote.said
    of_another = session.hazard in _OF_ANOTHER or session.state is State.SAFETY_FRIEND
    of_another = of_another or (Fact.FOR_FAMILY in session.facts and not session.hazard)
    waits = _TOLD_TO_WAIT.search(said) is not None or _HAVE_TO_WAIT.search(said) is not None
    if of_search or (waits and (session.hazard == MISSING or (of_another and _REPORTS.search(said)))):
        return _gone(reading)
    if of_another and session.hazard and (_GO.search(said) or _KNOW_WHERE.search(said)):
        return Interpretation(Answer.ASIDE, aside=Aside.GO_GET_THEM, language=reading.language)
    if _is_missing(said, reading, of_another=of_another) and not _IS_BACK.search(said):
        return _gone(reading)
    if of_another and reading.aside is Aside.HYPOTHETICAL_AGE and _HER_AGE.fullmatch(said):
        return reading._replace(aside=Aside.NOTED)  # told, not asked
    return reading


def _gone(reading: Interpretation) -> Interpretation:
    return reading._replace(
        answer=Answer.GUIDE, guide=Guide.MISSING_FRIEND, aside=None, concern=None, level=None, needs=()
    )


def _is_missing(said: str, reading: Interpretation, *, of_another: bool) -> bool:
    """Return whether a text tells that somebody is gone. "He" alone may be anybody: they were named before or here."""
    if (
        _RAN.search(said)
        or _NOBODY.search(said)
        or _A_GIRL_GONE.search(said)
        or _GONE.search(said)
        or _GONE_SINCE.search(said)
    ):
        return True
    if _SILENT.search(said) is None:
        return False
    is_minor = reading.age_of_other is not None and reading.age_of_other < OF_AGE
    return of_another or is_minor or bool(_BY_NAME.search(said) and _DRAWN_AWAY.search(said))
