"""A small grammar of who goes to get somebody out, alone or armed, and of what they ask on the way. English and Spanish.

"I got a strap im finna go get her", "im outside the hotel now", "how do i track her phone". All texts are words with one
space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

_KIN = r"(?:(?:little|lil|baby|big|older|younger|best|step|god|own) )*(?:sister|sis|brother|bro|cousin|friend|homegirl|bestie|niece|nephew|daughter|son|girl|granddaughter|grandson|classmate|roommate)"
_PARIENTE = r"(?:mi (?:mejor )?(?:herman(?:it)?[oa]|prim(?:it)?[oa]|amig(?:uit)?[oa]|sobrin(?:it)?[oa]|hij(?:it)?[oa]|niet[oa]|vecina|companera))"
_WILL = r"(?:i|we|me and \w+|my \w+ and i)(?: (?:am|are|is|will|just|really|about to|gonna|going to|gon|finna|fixing to|bout to|tryna|trying to|want to|wanna|on my way to|on the way to|headed to|go(?:ing)?|can|have to|gotta|need to|ready to|imma|pull(?:ing)? up to|roll(?:ing)? up to|drive|driving|over there|up there|there|up|over|out|and|to|right now|tonight|myself|alone))+"
_GOES = re.compile(
    rf"\b{_WILL} (?:get|grab|save|rescue|bring|pull|take|snatch|fetch)(?: (?:back))? (?:her|him|them|my {_KIN})(?: (?:back|out|home|myself|alone|ourselves|tonight|right now|now|from (?:him|there|them)))*\b"
    rf"|^(?:(?:ok|so|and|but|nah|nope|fuck it|idc|well|then) )*(?:(?:am|i am|imma|finna|going|going to|gonna) )+(?:go )?(?:get|grab|save|bring) (?:her|him|them|my {_KIN})\b"
    rf"|\b(?:voy|vamos|ire|iremos|quiero ir|pienso ir|salgo)(?: (?:yo|a|ir|por|ya|solo|sola|ahorita|ahora|con|mis|amigos|primos|entrar|y|alla))* (?:por (?:ella|el|ellas|{_PARIENTE})|(?:a )?(?:sacarl[ao]s?|buscarl[ao]s?|traerl[ao]s?|rescatarl[ao]s?|quitarsel[ao]|sacar a {_PARIENTE}|traer a {_PARIENTE}))\b"
)
_ALONE = re.compile(r"\b(?:myself|alone|back|yo mism[oa]|yo sol[oa]|sol[oa]|por mi cuenta)\b")
_ARMED = re.compile(
    r"\b(?:i|we)(?: (?:have|got|am|are|is|bringing|bring|brought|taking|take|will|grab|grabbed|packing|carrying|also|just|already|bout to|with|my))* (?:a |an |my |the |his )?(?:strap|strapped|gun|glock|pistol|rifle|shotgun|piece|heat|pole|blick|burner|9 ?mm|machete|knife|bat|blade|armed|packing)\b"
    r"|\b(?:tengo|llevo|traigo|agarre|cargo|voy con|vamos con)(?: (?:una?|mi|la|el|con))* (?:pistola|arma|cuete|fierro|escopeta|rifle|machete|cuchillo|navaja|bate|fusca|armad[oa])\b|\b(?:voy|vamos|vengo|ando) armad[oa]s?\b"
)
_OUTSIDE = re.compile(
    r"(?:(?:ok|okay|so|and|now|yo|well|omg|update|y|ya|pues|bueno) )*(?:i am|we are|i|am|sitting|parked|pulled up|me and \w+ are|estoy|estamos|ando|andamos|llegue|ya llegue|llegamos)(?: (?:right|just|still|now|sitting|parked|here|there|literally|pulling up|ya|aqui|estacionad[oa]))*"
    r" (?:outside|in front of|out front(?: of)?|across from|by|at|in|to|up to|up at|afuera|enfrente|en frente|frente)(?: (?:of|the|his|her|their|that|a|de|del|la|el|su|al|en))* ?(?:hotel|motel|house|driveway|place|room|apartment|apts?|spot|crib|trap|building|parking lot|door|lot|address|casa|cuarto|puerta|lugar|edificio|estacionamiento|depa|direccion)?(?: (?:now|right now|where (?:she|they|he) (?:is|are|at)|de (?:el|ella|ese)|ya|ahorita|donde (?:esta|la tienen)))*"
)
_INSIDE = re.compile(
    rf"\bmy {_KIN}(?: \w+){{0,2}} (?:is |are )?(?:still |stuck |being held |in there |locked )*(?:inside|in)(?: (?:his|that|the|this|a|her))+ (?:house|room|hotel|motel|apartment|trap|car|place|van|spot)\b(?=.*\b(?:i am|we are|going to|gonna|finna)\b.*\b(?:driveway|outside|in front|parked|get (?:her|him|them)|go in)\b)"
    rf"|\b{_PARIENTE}(?: \w+){{0,2}} (?:esta )?(?:adentro|en (?:su|la|el|esa) (?:casa|cuarto|hotel|motel|carro))\b(?=.*\b(?:afuera|enfrente|sacarl[ao]|por (?:ella|el)|entrar)\b)"
)
_AVENGES = re.compile(
    rf"\b(?:he|they|that (?:man|dude|guy)|this (?:man|dude|guy)|my \w+)(?: (?:just|has|been))* (?:raped|hit|hurt|beat|touched|sold|took|hurting|molested|trafficked|pimping) (?:(?:on|up|out) )?my {_KIN}\b.*\b(?:i am|imma|i will|we|i)(?: (?:am|are|will|going to|gonna|gon|finna|bout to|about to|to))+ (?:get|find|handle|deal with|see|fight|go|pull up|slide|beat|do)\b"
    rf"|\b(?:violo|golpeo|toco|vendio|vende|lastimo|se llevo) a {_PARIENTE}\b.*\b(?:voy|vamos|lo voy|le voy|se la voy)\b(?: (?:a|por|buscarlo|el))+"
)
_BEATS_HIM = re.compile(
    r"(?:(?:and|but|nah|so|well|y|pero) )*(?:i|we|me and \w+|yo)(?: (?:could|can|will|going to|am|gonna|gon|finna|want to|wanna|might|would|bout to|about to|tryna|should))+ (?:beat|whoop|fight|jump|fuck up|stomp|smoke|handle|do|get|confront|pull up on|slide on)(?: (?:his|him|their|that|the|up|it|them|ass|man|dude|tonight|right now|myself|tho|so bad|face))+"
    r"|(?:(?:y|pero|pues) )*(?:le|lo|les|los) (?:voy|vamos) a (?:romper|partir|pegar|golpear|madrear|reventar|buscar|enfrentar)(?: \w+){0,4}|lo hago (?:hoy|esta noche)"
)
_TRACKS = re.compile(
    r"\b(?:how (?:do|can|could|would) (?:i|we|you)|can (?:i|we|you|u|police|they|someone)|is there (?:a|any) way to|help me|ways? to)(?: \w+){0,2} (?:track|trace|locate|ping|find|see)(?: (?:where|the|location|of|a))* (?:her|his|their|my (?:\w+ )?(?:sisters?|sons?|daughters?|cousins?|friends?|nieces?|kids?|brothers?))(?: (?:phone|cell|iphone|location|snap|number|sim|is|at))+\b"
    r"|\b(?:como|puedo|se puede|pueden|hay manera de|hay forma de)(?: \w+){0,2} (?:rastre\w+|localiz\w+|ubic\w+|encontrar|ver donde esta)(?: (?:el|su|la|ubicacion|de))* (?:cel|celular|telefono|ubicacion|su telefono|su cel)\b"
)
_AD = re.compile(
    rf"\b(?:i |we )?(?:just )?(?:found|saw|seen|see) (?:my {_KIN}s?|her|his|a) (?:ad|ads|post|posting|listing|pics?|pictures?|photos?) (?:on|in|online|for)(?: (?:a|an|the|some|that|one of|those|this|escort|sex|megapersonals|backpage|listcrawler|sites?|website|page|app|sale|internet|online))*"
    rf"|\b(?:encontre|vi|halle|encontramos|vimos)(?: (?:el|un|las|su|sus|unas))* (?:anuncio|fotos?|foto|publicacion)(?: de (?:{_PARIENTE}|ella))? en (?:una|un|esa|internet|la|las|el)(?: (?:pagina\w*|sitio|web|internet|app|escort\w*|de|esas|esos))*"
)
_SISTERS_AD = re.compile(rf"\bmy {_KIN}s?\b|{_PARIENTE}")
_SAYS_WHAT = re.compile(
    r"(?:(?:ok|okay|fine|so|and|but|well|then|alright|y|bueno|pues|entonces|esta bien|va) )*(?:(?:and )?what (?:do|should|can|am|would|shud)(?: (?:i|we))(?: (?:even|supposed to|have to|need to))* (?:say|tell)|que (?:les |le )?(?:digo|decimos|tengo que decir|debo decir|hay que decir))"
    r"(?: (?:to|a|al|them|the|police|cops|911|dispatch\w*|operator|rcmp|sheriff|when|if|they|he|she|answers?|answer|pick up|i call|on the phone|la|policia|cuando|contesten|conteste|llame|por telefono|ellos|el))*"
)
_TO_POLICE = re.compile(r"\b(?:police|cops|911|dispatch\w*|operator|rcmp|sheriff|policia)\b")
_CALLED = re.compile(
    r"(?:(?:ok|okay|yes|yeah|well|so|and|si|ya|bueno|listo|pues) )*(?:i |we )?(?:(?:just|already|did|finally|have|ya|les|le|los) )*(?:called|call(?= (?:911|them|police|the police|the cops|cops|it in))|told (?:the )?(?:police|cops|911)|llame|llamamos|avise|avisamos|hable|hablamos)(?: (?:911|them|it in|the police|the cops|police|cops|al 911|a la policia|them already|con ellos|con la policia|rcmp|the rcmp|already|now|ya))*"
)


def goes_to_get(said: str, *, of_them: bool) -> bool:
    """Return whether somebody goes to get another one out, is outside the place, or goes after who did it.

    `of_them`: somebody else in danger was told before.
    """
    if _AVENGES.search(said) or _INSIDE.search(said):
        return True
    if of_them:
        return bool(_GOES.search(said) or _ARMED.search(said) or _OUTSIDE.fullmatch(said) or _BEATS_HIM.fullmatch(said))
    told = _GOES.search(said)
    of_kin = told is not None and _SISTERS_AD.search(told[0]) is not None
    return of_kin and told is not None and (_ALONE.search(told[0]) is not None or _ARMED.search(said) is not None)


def is_armed(said: str) -> bool:
    """Return whether a text tells of a weapon that somebody takes along."""
    return _ARMED.search(said) is not None


def found_ad(said: str) -> bool:
    """Return whether a text tells that somebody near them is in an ad: "i found my sisters ad online"."""
    return _AD.search(said) is not None and _SISTERS_AD.search(said) is not None


def asks_to_track(said: str) -> bool:
    """Return whether a text asks how the phone of somebody is traced."""
    return _TRACKS.search(said) is not None


def asks_what_to_say(said: str, *, to_police: bool) -> bool:
    """Return whether all of a text asks what to say. `to_police`: only where it names police."""
    return _SAYS_WHAT.fullmatch(said) is not None and (not to_police or _TO_POLICE.search(said) is not None)


def has_called(said: str) -> bool:
    """Return whether all of a text tells that they called for help."""
    return _CALLED.fullmatch(said) is not None
