"""A small grammar of who lives in a shelter, and of an address that who hurt them asked for or got.

In English and Spanish. All texts are words with one space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

_MOST_WORDS = 26
_SHELTER = r"(?:shelter|safe ?house|group home|transitional(?: housing)?|program|sober living|refugio|albergue|casa (?:segura|hogar|de transicion|refugio)|programa|hogar de transicion)"
_A_SHELTER = re.compile(rf"\b{_SHELTER}\b")
_LIVES_IN = re.compile(
    rf"\b(?:i am|we are|i have been|been|living|staying|i live|i stay|sleeping)(?: (?:now|still|already|here|living|staying|currently|at|in|inside))* (?:in|at) (?:a|an|the|this|my)(?: (?!full\b)\w+){{0,2}}? {_SHELTER}\b"
    rf"|\b(?:estoy|estamos|ando|toy|vivo|vivimos|me quedo|duermo|viviendo|llegue|sigo)(?: (?:ya|ahora|ahorita|aqui|viviendo|quedandome|metida?))* (?:en|a) (?:un|una|el|la|este|mi)(?: \w+)? ?{_SHELTER}\b"
)
_SEEKS = re.compile(
    r"\b(?:look\w*|find|need|another|other|full|waitlist|kick\w*|until|till|leave|leaving|hate|bad|unsafe|not safe|no room|tonight only|time is up|out by|busc\w+|necesit\w+|ocup[ao]|otro|otra|llen[oa]|lista de espera"
    r"|corr(?:en|ieron|er)|ech(?:an|aron|ar)|hasta el|hasta que|salirme|salir|me voy|irme|odio|fe[oa]|mal[oa]?|insegur[oa]|se me acaba|ya no puedo|donde dormir|where (?:to|can i) (?:go|sleep|stay))\b"
)
_WHERE = (
    r"(?:(?:the|my|our|this|that) (?:\w+ )?(?:address|location|addy|pin|place)|where (?:it|i|we|im|the|this|my) ?(?:is|am|are|at|live|stay|staying|living|shelter|place|program|house)?\b(?: (?:is|am|at|staying|live))*|location|address"
    r"|(?:la|mi|una|nuestra) (?:direccion|ubicacion|location|dire)|(?:en )?(?:d?onde|adonde|en que lugar|cual) (?:estoy|estamos|queda|es|esta|vivo|me quedo|ando|duermo|refugio|shelter)(?: (?:el|la|este|un|ahora|mi))*(?: \w+)?|el nombre (?:del?|de este) \w+|cual (?:refugio|shelter|albergue)(?: es)?|cual es)"
)
_HIM = r"(?:him|her|them|my (?:ex|pimp|bf|boyfriend|man|husband|baby ?daddy|stepdad|dad|trafficker|old man|baby dad)|the guy)"
_A_EL = r"(?:a (?:el|ella|ellos|mi (?:ex|pimp|padrote|novio|marido|esposo|hombre|chulo|papa|padrastro|viejo|jefe))|al (?:padrote|pimp|papa de mi \w+|que me \w+|vato|guey|wey|ex))"
_GIVEN = re.compile(
    rf"\bi (?:(?:just|already|accidentally|kinda|even|stupidly|think i|messed up and|have|did) )*(?:told|tell|gave|give|sent|send|texted|shared|dropped|showed|posted) (?:{_HIM} )?{_WHERE}(?: (?:to|with) {_HIM})?"
    rf"|(?<!que )(?<!y q )\b(?:le|se l[ao]|les|se)(?: ya)? (?:di|dije|mande|pase|envie|conte|solte|comparti|escribi)(?: (?:{_A_EL}|ya|sin querer|la|mi))*(?: (?:de|en))? ?{_WHERE}(?: {_A_EL})?"
    rf"|\b(?:direccion|ubicacion|location)\b.*\by (?:se la|ya se la|le) (?:di|mande|pase|envie)\b|\b(?:address|location)\b.*\b(?:and|so) i (?:gave|sent|told)\b"
)
_KNOWS = re.compile(
    rf"\b{_HIM}(?: (?:now|already|just|knows?))* (?:found out|knows?|figured out|got|has|have|saw|seen) {_WHERE}|\b(?:he|they|she)(?: (?:now|already|just|has|have))* (?:found out|knows?|figured out|got|has|have|saw) {_WHERE}"
    rf"|\b(?:mi (?:ex|pimp|padrote|novio|marido|esposo|chulo|padrastro)|el|ella|ellos)(?: (?:ya|ahora))* (?:sabe|saben|supo|supieron|vio|encontro|averiguo|tiene) {_WHERE}|^(?:(?:y|ya|pero|creo que|que) )*(?:ya )?(?:sabe|saben|supo|averiguo) {_WHERE}"
)
_ASKED = re.compile(
    rf"\b(?:he|she|they|{_HIM})(?: (?:just|now|keeps?|is|was|has|been|also|even|says?|said|told|and))* (?:wants?|wanted|asked|asking|asks|begging|needs|tell|told|send|to send|said to send|says to send)(?: (?:me|him|us|them|for|to|send|tell|give|know|drop|share|text))* {_WHERE}"
    rf"|\b(?:quiere|quieren|pide|piden|pidio|dice|dijo|pregunta|pregunto|insiste|ruega|anda pidiendo)(?: (?:que|q|y|me|el|lo|le|saber|perdon\w*|perdona|ya|con|en))*(?: (?:mande|de|diga|pase|envie|comparta|cuente|mandara|diera|dijera|pasara))? {_WHERE}"
)
_BY_SOMEBODY_GOOD = re.compile(
    r"\b(?:to |a |al )(?:(?:my|mi|the|la|el|una?) )?(?:\w+ )?(?:mom|mama|sister|hermana|friend|amiga|caseworker|worker|trabajadora|social|police|policia|lawyer|abogad[oa]|uber|driver|doctor\w*|nurse|teacher|aunt|tia|grandma|abuela|advocate|staff|counselor|school|escuela|landlord)\b"
    r"|\b(?:my|mi|la|el|una) (?:\w+ )?(?:mom|mama|sister|hermana|friend|amiga|caseworker|trabajadora|police|policia|lawyer|abogad[oa]|uber|driver|doctor\w*|teacher|aunt|tia|grandma|abuela|advocate|counselor|school|escuela) (?:\w+ ){0,2}(?:wants?|asked|knows?|has|quiere|pide|pidio|sabe|tiene)\b|\b(?:you|yall|ustedes|ti|usted)\b|\b(?:job|application|form|trabajo|solicitud|package|paquete|mail|correo|pizza|delivery)\b"
)
_HE_IS_BAD = re.compile(
    rf"\b(?:my|mi|el|al|the) (?:ex|pimp|padrote|trafficker|chulo|baby ?daddy|tratante|proxeneta|abuser)\b|\b(?:que|who) me (?:vendia|vende|pegaba|pega|explotaba|golpeaba|sold|sell)\b|\b(?:forgive|forgives|perdona|perdon)\b|\b{_SHELTER}\b|\b(?:messed up|fucked up|la cague|la regue|meti la pata)\b"
)
_IT_WAS_SENT = re.compile(
    r"(?:(?:y|ya|pues|si|yes|yeah|and|so|i|well|ok|perdon|sorry|es que|sin querer|accidentally|just|already|kinda) )*(?:se (?:la|lo) (?:mande|di|dije|pase|envie|conte|solte)|le (?:dije|conte|di)|(?:i )?(?:sent|gave|told|texted|shared|did)(?: (?:it|him|her|them|to|that))*|la mande|ya lo sabe|he knows|he has it|he got it)(?: (?:ya|now|already|to him|to her|hace rato|ayer|sorry|perdon|a el))*"
)
_COMES = re.compile(
    r"(?:(?:y|ya|ahora|pero|dice|dijo|me|que|q|k|creo|he|she|they|el|ella|says?|said|told|that|and|so|now|is|am|are|will|gonna|going to|omg|i think|me dijo|right|literally) )*(?:viene\w*|vienen|llega|llego|va a (?:venir|llegar|pasar)|esta (?:afuera|aqui|en la (?:puerta|calle|esquina)|enfrente|abajo)|anda (?:afuera|cerca|por aqui)|coming|on (?:his|her|their|the) way|outside|here|at the door|pulling up|downstairs|around the (?:corner|block)|driving|close)\b(?: .{0,45})?"
)
_NOW_WHAT = re.compile(
    r"(?:(?:y|ok|pero|ahora|and|so|but|now|then|entonces|ay|omg|oh|no|please|porfa) )*(?:que (?:hago|puedo hacer|digo)|what (?:do|should|can) i do|what now|que|le[s]? (?:digo|aviso|cuento)(?: (?:a|al) \w+(?: \w+)?)?|(?:should|do) i (?:tell|say)(?: \w+){0,4}"
    r"|(?:.* )?(?:me (?:van|va) a (?:correr|echar|sacar|regañar|reganar)|me (?:corren|echan|sacan|reganan)|(?:kick|throw|put) me out|(?:will|are they going to|are they gonna|do) (?:they|staff) (?:be )?(?:kick|mad|angry|gonna)|get (?:kicked|in trouble|thrown)|in trouble|se (?:enteran|enojan)|lose my (?:bed|spot|place))(?: .{0,40})?)(?: (?:ahora|ya|now|then|here))*"
)


def is_sheltered(said: str) -> bool:
    """Return whether a text tells that they live in a shelter, and looks for no other place."""
    return _LIVES_IN.search(said) is not None and _SEEKS.search(said) is None


def lives_in_shelter(said: str) -> bool:
    """Return whether a text tells that they live in a shelter, whatever else it tells."""
    return _LIVES_IN.search(said) is not None


def was_given(said: str) -> bool:
    """Return whether an address was given to somebody, or is known to him. It counts where he is a danger."""
    is_short = said.count(" ") < _MOST_WORDS
    return is_short and _GIVEN.search(said) is not None and _BY_SOMEBODY_GOOD.search(said) is None


def is_known(said: str) -> bool:
    """Return whether a text tells that he knows where they are. It counts of a shelter."""
    is_short = said.count(" ") < _MOST_WORDS
    return is_short and _KNOWS.search(said) is not None and _BY_SOMEBODY_GOOD.search(said) is None


def names_shelter(said: str) -> bool:
    """Return whether a text names a shelter."""
    return _A_SHELTER.search(said) is not None


def was_asked(said: str) -> bool:
    """Return whether somebody wants to know where they are. It counts where he is a danger."""
    is_short = said.count(" ") < _MOST_WORDS
    return is_short and _ASKED.search(said) is not None and _BY_SOMEBODY_GOOD.search(said) is None


def names_danger(said: str) -> bool:
    """Return whether a text names a shelter, or him, as one from whom an address is kept."""
    return _HE_IS_BAD.search(said) is not None


def was_sent(said: str) -> bool:
    """Return whether all of `said` tells that it was sent. It counts right after he asked for it."""
    return said.count(" ") < _MOST_WORDS and _IT_WAS_SENT.fullmatch(said) is not None


def goes_on(said: str) -> bool:
    """Return whether all of `said` tells that he comes, or asks what to do: it counts after the address was given."""
    is_short = said.count(" ") < _MOST_WORDS
    return is_short and (_COMES.fullmatch(said) is not None or _NOW_WHAT.fullmatch(said) is not None)
