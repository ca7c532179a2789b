"""A small grammar of a child or a sister who is gone, told by family, and of what police said. English and Spanish.

"Im her dad and she ran away tuesday", "soy el papa de Luz y no aparece", "police said come back tomorrow". All texts are
words with one space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

_CHILD = (
    r"(?:(?:little|lil|baby|big|older|younger|oldest|youngest|teenage|foster|step|own|\d+ (?:year|yr) old) )*"
    r"(?:son|daughter|kid|child|niece|nephew|sister|sis|brother|grandson|granddaughter|cousin|girl|boy|stepson|stepdaughter|teen)"
)
_HIJA = r"(?:hij(?:it)?[oa]s?|nin[oa]|sobrin(?:it)?[oa]|herman(?:it)?[oa]|niet(?:it)?[oa]|prim(?:it)?[oa]|ahijad[oa]|hijastr[oa]|muchach[oa])"
_FAMILY = re.compile(
    rf"\b(?:my|our) {_CHILD}s?\b|\bmy (?:best )?friend\b(?=.*\b(?:car|truck|van)\b.*\b(?:man|guy|dude|phone|location)\b)|\bthe (?:girl|boy|kid|teen) (?:i|we) (?:foster|am fostering|take care of|raise)\b"
    r"|\bi am (?:her|his|their) (?:mom|mother|mama|dad|father|parent|aunt|uncle|grandma|grandmother|grandpa|sister|brother|guardian|foster (?:mom|dad|parent))\b"
    rf"|\bmi {_HIJA}\b|\bsoy (?:el|la|su) (?:mama|ama|mami|madre|papa|apa|papi|padre|tia|tio|abuel[oa]|herman[oa]|madrina|padrino)\b"
)
_TIME = r"(?:\d+|a|one|two|three|four|five|several|a few|un|una|dos|tres|cuatro|cinco|varios|unos) (?:days?|nights?|weeks?|hours?|dias?|noches?|semanas?|horas?)"
_DAY = r"(?:(?:on |last |since |el |desde (?:el|la|ayer)? ?)?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|night|this morning|today|lunes|martes|miercoles|jueves|viernes|sabado|domingo|ayer|anoche|hoy|manana|antier))"
_GONE = re.compile(
    rf"\b(?:been|is|has been|was|are|went|she|he)? ?(?:gone|missing)(?: (?:for|since|like|about|almost|over))* (?:{_TIME}|{_DAY})\b"
    r"|\b(?:is|has been|just|been|went|has gone) (?:gone|missing)(?=$| (?:she|he|and|hes|shes|help|please|now|her|his|since)\b)"
    rf"|\b(?:ran away|run away|ran off|took off|runaway|left home|snuck out|disappeared)(?=$| (?:{_DAY}|{_TIME}|and|with|last|again|from (?:home|us|me|the house|my house)|help|please|in the)\b)"
    r"|\b(?:did|does|has|have) not (?:even )?(?:come|came|been|returned|return|show\w*)(?: (?:back|home|up))+\b|\bnever (?:came|come) (?:back|home)\b"
    r"|\b(?:just )?(?:walked|ran|stormed|went|left) out (?:the|of the) (?:door|house)\b|\b(?:location|phone)(?: (?:just|is|was|has|went|been|turned))* off\b"
    rf"|\bno (?:llega|llego|aparece|aparecio|volvio|vuelve|regresa|regreso|ha (?:llegado|vuelto|regresado|aparecido))(?=$| (?:{_DAY}|desde|a (?:la )?casa|hace|y|ayuda|tiene|en)\b)"
    rf"|\bse (?:fue|escapo|fugo|salio|largo|perdio)(?: (?:de (?:la |mi )?casa|mi {_HIJA}|con \w+ \w+))*(?: (?:hace {_TIME}|{_DAY}|y no (?:vuelve|volvio|regresa|regreso|contesta|aparece)))"
    rf"|\b(?:lleva|tiene) {_TIME} (?:fuera|desaparecid[oa]|perdid[oa]|sin (?:llegar|aparecer|venir|volver|contestar))\b|\b(?:esta|anda) (?:desaparecid[oa]|perdid[oa])\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:camp|work|school|college|vacation|store|church|practice|moved|lol|problems|died|passed|dead|jail|prison|is back|came back|found (?:her|him)|last year|years ago|when i was|i ran|we ran|me and my|campamento|trabajo|vacaciones|murio|ya (?:volvio|aparecio|regreso)|hace (?:anos|un ano)|escuela"
    r"|(?:is|are|went) (?:gone )?to (?:her|his|a|the|my) (?:friend|dad|mom|grandma|aunt)\w*)\b"
)
_OF_ME = re.compile(
    r"\b(?:left me|ran away with me|i am gone|i ran away|i left|me escape|me fui|hit me|hits me|me pega|my (?:bf|boyfriend|husband|pimp)|mi (?:novio|esposo|padrote))\b"
)
_REPORT = re.compile(
    r"\b(?:report|file)(?: (?:a|my|her|him|them|someone|somebody|that|\w+ is))*(?: \w+){0,3} missing\b|\bmissing (?:person|persons|child|kid)s? report\b"
    r"|\b(?:report\w+|denunci\w+|levant\w+|poner)(?: (?:a|la|lo|una|un|el|que|mi|su|esta|como|alerta|denuncia|reporte|por))*(?: \w+){0,2} (?:desaparecid[oa]|desaparicion|perdid[oa])\b"
)
_WAIT = re.compile(
    r"(?:(?:and|but|ok|so|well|y|pero|es que) )*(?:the |la |los |el )?(?:police|cops?|officers?|sheriff|they|he|she|policia|policias|oficial|ellos)(?: (?:just|only|at the station|me|nos|ya|que))* (?:said|say|says|told|tells|tell|keep saying|want|dijo|dijeron|dice|dicen|quiere|quieren)(?: (?:me|us|to|that|i|we|have|just|need|que|me|nos))* "
    r"(?:wait|come back|not now|not yet|nothing|later|tomorrow|call back|call later|no|give it|(?:she|he) (?:will|is going to|is a runaway|is probably|ran|left|is just|is)|it is (?:too early|not)|espere|esperar|espera|regrese|regresar|vuelva|manana|ahora no|todavia no|nada|que no|hasta|se fue|va a volver|anda de|es fugitiva|es una fugitiva)(?: .*)?"
    r"|(?:(?:and|but|y|pero) )*(?:the |la |los |el )?(?:police|cops?|they|policia|policias|ellos)(?: (?:will|would|do|does|did|are|is|just|even|me|nos|ya))* (?:not|no)(?: (?:even|me|nos|la|lo|want|to|quieren|quiere|hacen|hace))* (?:help\w*|care|take|listen\w*|do|file|look\w*|search\w*|believe|hace|hacen|caso|ayud\w+|tom\w+|busc\w+|hacer|escuch\w+|creen|reciben|levant\w+|nada)(?: .*)?"
)
_QUE_ESPERE = re.compile(
    r"(?:(?:y|pero|es que|solo|nomas|me|nos|ya) )*(?:dicen|dijeron|dijo) que (?:espere\w*|esperemos|regrese\w*|vuelva\w*|va a volver|va a regresar|ya va a volver|se fue por su gusto|no pueden|todavia no|manana|hay que esperar)(?: .*)?"
)
_IS_SAFE = re.compile(
    r"(?:(?:so|and|but|please|pls|just|y|pero|por favor|porfa) )*(?:(?:can|could|will) (?:you|u|someone) (?:just |please )*(?:tell|say|let) (?:me |us )?(?:know )?(?:if|whether|where)|do (?:you|u) know (?:if|where)|i (?:just )?(?:want|need) to know (?:if|that|where)|me (?:puedes|pueden|dicen) (?:decir )?(?:si|donde)|(?:puedes|pueden) decirme (?:si|donde)|sab(?:es|en) (?:si|donde)|(?:solo )?quiero saber (?:si|donde))"
    r" (?:she|he|they|my \w+|ella|el|mi \w+|esta)(?: (?:is|are|esta|anda))*(?: (?:safe|ok|okay|alive|there|alright|all right|at|bien|a salvo|viv[oa]|segur[oa]|ahi|con ustedes|con bien))*"
)
_TOLD_YOU = re.compile(
    r"(?:(?:so|and|but|please|pls|just|yo|y|pero) )*(?:(?:tell|show|let) me (?:see |know )?|(?:can|could) you (?:tell|show) me |i (?:just )?(?:want|need) to know |dime |digame |diganme |quiero saber )?(?:what|que)(?: (?:has|have|did|does|is|all))* (?:she|he|ella|el|my \w+|mi \w+)? ?(?:been |les |te |le )?(?:say|saying|said|text|texted|texting|tell|told|telling|write|wrote|dijo|dice|escribio|conto|mando|ha dicho|escribe)(?: (?:to|you|u|yall|here|this number|a ustedes|ella|aqui|mi \w+))*"
)
_ON_HER_PHONE = re.compile(
    r"\b(?:saw|seen|see|found|read|got)(?: \w+){0,3} (?:text|texts|message|messages|number|msg)(?: \w+){0,2} (?:on|in|from) (?:my |her |his |the )?(?:little |lil |big )?(?:\w+ )?(?:phone|cell|ipad)\b|\b(?:vi|encontre|lei)(?: \w+){0,3} (?:texto|mensaje|numero)(?: \w+){0,2} en (?:el|su) (?:cel|celular|telefono)\b"
)


def child_is_gone(said: str, *, of_family: bool) -> bool:
    """Return whether family tells that a child or a sister is gone. `of_family`: who writes told that before."""
    if _ELSEWHERE.search(said) or _OF_ME.search(said) or _GONE.search(said) is None:
        return False
    return _FAMILY.search(said) is not None or (
        of_family and re.search(r"\b(?:she|he|her|his|ella|el|la|lo|se)\b", said) is not None
    )


def reports_missing(said: str) -> bool:
    """Return whether a text asks how somebody is reported missing."""
    return _REPORT.search(said) is not None


def was_told_to_wait(said: str) -> bool:
    """Return whether all of a text tells that police want to wait, or do nothing."""
    return _WAIT.fullmatch(said) is not None or _QUE_ESPERE.fullmatch(said) is not None


def asks_if_safe(said: str) -> bool:
    """Return whether all of a text asks whether somebody else is safe, or where they are."""
    return _IS_SAFE.fullmatch(said) is not None


def asks_what_was_said(said: str) -> bool:
    """Return whether all of a text asks what somebody else has texted."""
    return _TOLD_YOU.fullmatch(said) is not None


def found_on_phone(said: str) -> bool:
    """Return whether a text tells of words that were found on somebody's phone."""
    return _ON_HER_PHONE.search(said) is not None
