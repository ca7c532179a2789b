"""A small grammar of who is where: a patient, a child, kin or a friend beside somebody, in English and Spanish.

`near` finds all who may see a screen, and falls silent. Here it is told who that is: a sister who holds her hand is no
reason for silence. Each form is a whole text, words with one space between them, contractions written out; a wish for
silence beside it ("brb", "shh") is none of them. Beside that, the age of somebody ("el tiene 30") is told from a phone
that he has.
"""

from __future__ import annotations

import re
from enum import Enum

from bot.understanding.texted import in_full

_MOST_WORDS = 14


class Who(Enum):
    """Who is there, as far as the words tell."""

    CHILD = "child"
    PEER = "peer"  # a sister, a friend, a cousin, or somebody whose work is to help
    ELDER = "elder"  # a parent, an aunt
    SHE = "she"  # only "she" or "ella"
    OTHER = "other"  # "he", "they", a partner, a boss
    UNSAID = "unsaid"  # "esta aqui"


_SIZE = r"(?:(?:little|lil|baby|younger|small|big|older|best|good|new|other|twin|half) )*"
_WHO = {
    Who.CHILD: (
        r"(?:my|our|the|mi|mis|el|la|los|las) (?:(?:little|lil|baby|younger|small) (?:brothers?|bro|sisters?|sis|"
        r"cousins?)|"
        r"(?:little |lil |small |\d+ (?:year|yr) old )?(?:baby|babies|kids?|child|children|son|daughter|toddler|"
        r"newborn|nephews?|nieces?|one|ones)|"
        r"bb|bebes?|bebit[oa]|nin[oa]s?|nen[oa]s?|hij[oa]s?|hijit[oa]s?|hermanit[oa]s?|primit[oa]s?|sobrin[oa]s?|"
        r"sobrinit[oa]s?|"
        r"cipot[oa]s?|chamac[oa]s?|morrit[oa]s?|(?:herman[oa]|prim[oa]) (?:menor|chiquit[oa]|pequen[oa]))"
    ),
    Who.PEER: (
        rf"(?:my|a|an|one of my|the|mi|mis|una?|la|el) {_SIZE}(?:sisters?|sis|brothers?|cousins?|friends?|bestie|"
        rf"homegirl|homie|girl friend|classmate|"
        r"neighbors?|roommates?|roomie|teacher|nurse|counselor|social worker|advocate|coworker|"
        r"herman[oa]s?|prim[oa]s?|amig[oa]s?|amiguit[oa]|comadre|vecin[oa]|companer[oa]|maestr[oa]|enfermer[oa]|"
        r"consejer[oa]|cunad[oa]|mejor amig[oa]|"
        r"grandma|grandmother|granny|nana|abuel[ao]|abuelit[ao]|wel[ao]|auntie|aunt|tia|madrina|godmother|mentor)"
        r"|(?:the |las? )?(?:another|other|otras?|una) (?:girls?|woman|women|lady|muchachas?|chicas?|chavas?|"
        r"morras?|senora)"
    ),
    Who.ELDER: (
        r"(?:(?:my|mi|mis|the|la|el) )?(?:mom|mommy|mama|mami|ama|mother|dad|daddy|papa|papi|apa|father|parents|"
        r"folks|grandpa|uncle|tio|padrino|papas)"
    ),
    Who.SHE: r"(?:she|ella)",
    Who.OTHER: (
        r"(?:he|they|el|ellos|(?:(?:my|the|her|mi|el|su|la) (?:\w+ )?)?(?:bf|boyfriend|man|husband|ex|pimp|boss|"
        r"guy|dude|stepdad|partner|novio|esposo|"
        r"marido|hombre|senor|jefe|patron|padrote|padrastro|vato|tipo|acompanante|pareja|suegra))"
    ),
}
_LEAD = (
    r"(?:(?:ok|okay|yes|yeah|no|and|but|so|well|um|omg|right now|si|y|pero|pues|bueno|ahorita|ahora|ya|es que|"
    r"tambien|oye|help|ayuda|"
    r"porque|because|aunque|at least|al menos) )*"
)
_IS = (
    r"(?: (?:asleep|locked|hiding|encerrad[oa]|metid[oa]|sleeping|sleeps|dormid[oa]|durmiendo|duerme|is|are|was|"
    r"has|have|just|still|right|now|already|"
    r"sitting|laying|lying|up|all|only|here|esta|estan|"
    r"anda|sigue|se quedo|sentad[oa]|acostad[oa]|ya|aqui|ahi|ahorita))+"
)
_ROOM = (
    r"(?:room|bedroom|bathroom|restroom|living room|kitchen|bed|couch|car|truck|van|house|home|place|apartment|apt|"
    r"hall|hallway|floor|next room|other room|"
    r"waiting room|lobby|shower|tub|toilet|classroom|office|crib|closet|tent|regadera|ducha|tina|salon|oficina|"
    r"cuna|closet|"
    r"cuarto|otro cuarto|recamara|bano|sala|sala de espera|cocina|cama|sofa|carro|coche|troca|"
    r"camioneta|casa|depa|apartamento|pasillo|"
    r"piso|suelo|consultorio|clinica|otro lado|patio)"
)
_PLACE = (
    r"(?:in here|here|with me|by me|next to me|beside me|at my side|close|near|nearby|around|upstairs|downstairs|"
    r"home|"
    r"holding my hand|"
    rf"(?:in|on|at|inside) (?:(?:the|my|her|his|our|a) )?{_ROOM}|"
    r"aqui|conmigo|a mi lado|al lado|al lado mio|junto a mi|cerca|arriba|abajo|con (?:ella|el|ellas)|with (?:her|"
    r"him|them)|"
    rf"(?:en|adentro de|dentro de|al) (?:(?:el|la|mi|su|un|una|nuestra) )?{_ROOM}|con nosotr[oa]s)"
)
_COMES = (
    r"(?: (?:just|already|is|are|has|have|ya|ahi|ahorita))* (?:came|got here|got home|got back|arrived|showed up|"
    r"woke up|coming|coming over|on (?:her|his|the|their) way|home|"
    r"here|llego|llegaron|viene|vienen|vino|vinieron|regreso|desperto|se desperto|va a venir|viene en camino|"
    r"quiere ayudar\w*|me quiere ayudar|me ayuda|"
    r"wants to help(?: me)?|is helping(?: me)?)"
)
_TAIL = (
    r"(?: (?:with me|here|right here|now|right now|rn|too|also|still|tho|though|asleep|sleeping|crying|conmigo|"
    r"aqui|tambien|ahorita|ahora|mismo|ya|dormid[oa]|"
    rf"llorando|mio|sol[oa]|{_PLACE}|(?:and|y) (?:me quiere ayudar|wants to help(?: me)?|se siente mal|is scared)))*"
)
_AFTER = rf"(?:(?:{_IS} {_PLACE}|{_COMES}){_TAIL})"
_VERB_FIRST = (
    r"(?:esta|estan|anda|llego|llegaron|viene|vienen|vino|vinieron|regreso|desperto|se desperto|aqui esta|ahi"
    r" esta)(?: (?:aqui|conmigo|ya))*"
)
_FORMS = {
    who: re.compile(rf"{_LEAD}(?:(?:{words}){_AFTER}|{_VERB_FIRST} (?:{words}){_TAIL})") for who, words in _WHO.items()
}
_UNSAID = re.compile(
    rf"{_LEAD}(?:esta|estan|anda|sigue|sitting|laying|lying|right|is)(?: (?:ya|aqui|ahorita|still))* {_PLACE}{_TAIL}"
    rf"|{_LEAD}(?:estoy|i am|we are|estamos)(?: (?:aqui|right|here|still))* (?:con|with) (?:ella|el|her|him|mi \w+|"
    rf"my \w+){_TAIL}"
    rf"|{_LEAD}(?:(?:aqui|aki) )?(?:la|lo) (?:tengo|traigo)(?: {_PLACE})?{_TAIL}"
)
_IN_COMPANY = re.compile(
    r"\b(?:with me|by me|next to me|beside me|holding my hand|conmigo|a mi lado|al lado mio|junto a mi)\b"
)
_OFFERS_HELP = re.compile(r"\b(?:ayud\w+|help|helping)\b")
_ADDS = re.compile(r"(?:and|y|tambien|at least|al menos)\b")


def who_is_there(said: str) -> Who | None:
    """Return who all of `said` tells to be near or to come, None for another text."""
    full = in_full(said)
    if full.count(" ") >= _MOST_WORDS:
        return None
    found = next((who for who, form in _FORMS.items() if form.fullmatch(full)), None)
    return found or (Who.UNSAID if _UNSAID.fullmatch(full) else None)


def is_in_company(said: str) -> bool:
    """Return whether somebody is at her side, or wants to help: no arrival, and no watcher by the sound of it."""
    return _IN_COMPANY.search(said) is not None or _OFFERS_HELP.search(said) is not None


def adds_somebody(said: str) -> bool:
    """Return whether a text adds somebody to those told of: "and she is here with me"."""
    return _ADDS.match(said) is not None


_OUT_OF_SIGHT = re.compile(
    rf"{_LEAD}(?:(?:he|she|they|el|ella|ellos|my \w+|mi \w+)(?: (?:is|are|still|right|just|now|esta|estan|anda|"
    rf"sigue|ahorita))+|esta|estan|anda)"
    r" (?:in the (?:other|next) (?:room|bedroom)|next door|(?:en|del) (?:el |la )?(?:otro cuarto|otra recamara|"
    r"otra habitacion|otro lado|cuarto de (?:al )?lado|otra pieza))"
    r"(?: (?:now|right now|rn|still|ahorita|ahora|todavia|dormido|asleep|drunk|borracho))*"
)


def is_out_of_sight(said: str) -> bool:
    """Return whether all of `said` tells that somebody is in the next room."""
    return _OUT_OF_SIGHT.fullmatch(in_full(said)) is not None


_NEARLY = (
    r"(?:(?:is|was|turned|turning|just|only|like|about|around|almost|already|over|maybe|probably|tiene|tenia|"
    r"cumplio|va a cumplir|como|unos|casi|apenas|"
    r"solo|nomas|ya|mas de|de|creo que|i think|still|all of|has|got|have) )*"
)
_AGE = re.compile(
    rf"{_LEAD}(?:(?:el|ella|ellos|he|she|they|(?:my|his|her|the|mi|su|un|una|este|ese|el|la) (?:\w+ ){{1,2}}|the"
    rf" guy|the man) ?)?"
    rf"(?:is|was|turned|has|got|looks|tiene|tienen|tenia|cumplio|anda (?:en|por)) {_NEARLY}(?:[1-9]|[1-9]\d)(?:"
    rf" ?(?:something|ish|y pico))?"
    r"(?: (?:years?(?: old)?|yrs?(?: old)?|yo|anos|anitos))?(?: (?:and|y|and i am|y yo(?: tengo)?|i am|yo(?:"
    r" tengo)?) (?:[1-9]|[1-9]\d)(?: anos)?)?"
    r"(?: (?:creo|i think|maybe|ya|lol|o mas|or more|or so|mas o menos))*"
)


def tells_age(said: str) -> bool:
    """Return whether all of `said` tells how old somebody else is: "el tiene como 30", "he is like 30"."""
    return said.count(" ") < _MOST_WORDS and _AGE.fullmatch(in_full(said)) is not None


_HE_COMES = re.compile(
    rf"{_LEAD}(?:(?:ya|ahi|ai|ay|hay|aqui|aki) )*(?:(?:el|ya) )?(?:viene|llego|llega|vino|regreso|volvio|entro)(?:"
    rf" (?:el|mi (?:novio|esposo|marido|papa|jefe)|ya|aqui))*"
    r"|(?:(?:ya|ahi|ai|ay|aqui|aki) )+(?:esta|anda)(?: (?:el|ya|aqui))*"
    r"|(?:(?:omg|shit|fuck|wait|ok|oh) )*(?:here (?:he|they) (?:comes?|is|are)|(?:he|they) (?:just )?(?:pulled up|"
    r"walked in|got (?:here|home|back)|came (?:in|home|back)))"
    rf"|{_LEAD}(?:(?:el|ya|mi novio|mi esposo) )*(?:acaba de (?:llegar|entrar|volver)|se (?:estaciono|esta"
    rf" estacionando|bajo del carro)|ya (?:abrio|esta abriendo) la puerta)"
    rf"|{_LEAD}(?:ya |ahi )*(?:escucho|oigo|oi|escuche|se oye|se escucha) (?:que (?:llega|llego|viene)|(?:su|el|la|"
    rf"las|sus) (?:troca|carro|moto|camioneta|llaves|puerta|pasos|voz))"
    rf"|{_LEAD}(?:i )?(?:hear|heard|see) (?:(?:his|him|the|her) ?)(?:(?:truck|car|keys|door|steps|footsteps|voice|"
    rf"headlights|pull(?:ing)? (?:in|up)|coming|outside) ?)*"
    r"|(?:(?:omg|shit|fuck|wait|ok|oh) )*(?:(?:his|the|her) (?:car|truck|van)(?: (?:is|just))* (?:here|outside|"
    r"(?:pulled|pulling) (?:in|up))|(?:he|they)(?: (?:is|are|just))* (?:parking|parked|pulling (?:in|up)|pulled in))"
)


def comes_now(said: str) -> bool:
    """Return whether all of `said` is what is texted in haste as who hurts them comes: "llego", "ahi anda"."""
    return _HE_COMES.fullmatch(in_full(said)) is not None


_STAYS_BY_HER = re.compile(
    rf"{_LEAD}{_WHO[Who.OTHER]}(?: (?:just|still|really|always))* (?:(?:will|does|would) not (?:leave|let|go|move|"
    rf"step)(?: (?:her|him|them|the|us|me|alone|room|side|out|talk|speak|to|with|be|by))*"
    r"|(?:keeps? answering|answers|speaks|talks) for (?:her|him|them)|is (?:right )?(?:next to|beside|by) (?:her|"
    r"him|them)"
    r"|no (?:se (?:va|quiere ir|separa|despega|mueve|sale)|quiere (?:salir|irse)|(?:la|lo) (?:deja|suelta))(?:"
    r" (?:de|del|ella|el|sola|solo|hablar|cuarto|lado|su|conmigo))*"
    r"|(?:contesta|habla|responde)(?: (?:todo|siempre))* por (?:ella|el))(?: (?:at all|ahorita|now|ni un"
    r" (?:segundo|minuto)))*"
)


def stays_by_them(said: str) -> bool:
    """Return whether all of `said` tells that somebody does not leave the side of who is told of."""
    return said.count(" ") < _MOST_WORDS and _STAYS_BY_HER.fullmatch(in_full(said)) is not None


_WITH_WEAPON = re.compile(
    rf"{_LEAD}(?:(?:he|she|they|el|ella|ellos|siempre) )?(?:(?:has|got|have|carries|keeps|tiene|tienen|trae|traen|"
    rf"carga|anda con) )?(?:una?|a|the) (?:pistola|arma|cuchillo|navaja|machete|fusca|cuete|rifle|"
    r"gun|knife|glock|pistol|machete|shotgun)(?: (?:on him|too|tambien|en (?:la|el) (?:cintura|carro)|in (?:the|"
    r"his) (?:car|truck|waist)))*"
)


def adds_weapon(said: str) -> bool:
    """Return whether all of `said` adds a weapon to who was told of: "y una pistola"."""
    return said.count(" ") < _MOST_WORDS and _WITH_WEAPON.fullmatch(in_full(said)) is not None


_GONE = (
    r"(?:(?:(?:el|ella|he|she|they|ellos) )?(?:(?:ya|he|she|i|has|is|just) )*"
    r"(?:no vive (?:aqui|con nosotr[oa]s|conmigo|en (?:la|mi) casa|en esta casa|ahi|alla|cerca)|se (?:murio|fue|"
    r"mudo|largo)(?: (?:a|de|para|pa|lejos|de la casa) ?\w*)?|"
    r"murio|fallecio|esta (?:muerto|muerta|preso|presa|en la carcel|lejos)|lo (?:deportaron|metieron a la carcel|"
    r"arrestaron)|"
    r"(?:do|does|did) not (?:live|stay) (?:here|with (?:us|me)|there|around here|at (?:my|our|the) house)|not"
    r" (?:live|living) (?:here|with us)|no longer lives? (?:here|with us|with me)|"
    r"(?:(?:do|does|did) not live with (?:him|her|them)|ya no vivo con (?:el|ella|ellos)|no vivo con (?:el|ella|"
    r"ellos)|vive (?:lejos|en otr[oa] \w+|en mexico|en el otro lado)|"
    r"lives? (?:far(?: away)?|out of state|in (?:another|a different) \w+|in mexico)|(?:in|joined|went to) the"
    r" (?:army|military|navy|marines)|"
    r"moved to \w+(?: \w+)?|moved|moved out|moved away|died|passed|passed away|dead|in (?:jail|prison)|locked up|"
    r"got (?:deported|"
    r"locked up|arrested)))"
    r"(?: (?:anymore|any more|no more|now|ya|hace (?:\w+ )?\w+|\w+ years? ago|last (?:year|month|week|summer)|el"
    r" (?:ano|mes) pasado|la semana pasada|ahora|aqui|de aqui))*)"
)
_IS_GONE = re.compile(rf"{_LEAD}(?:(?:my|mi|the|that|ese|el|la|su) \w+ )?{_GONE}")


_NOT_GONE = re.compile(
    r"(?:(?:no|nooo*|wait|espera|esperen|mentira|miento|perdon|sorry|nvm|actually|ay|oh|jk|i lied|i was wrong|me equivoque|siempre|pense que|but|pero|ya|that was not true|not true|false alarm|falso|es que|i think|creo que|omg|fuck|shit) )+"
    r"(?:(?:el|ella|ellos|he|she|they|mi \w+|my \w+) )?(?:no (?:se )?(?:fue|ha ido|fueron|han ido|iba|va)|(?:sigue|siguen|todavia (?:esta|sigue|anda)|aun (?:esta|sigue)|esta|anda)(?: (?:todavia|aun|aqui|ahi|afuera|alla|abajo|adentro|en la (?:puerta|casa|calle|sala)))+"
    r"|(?:did not|has not|have not|never)(?: \w+)? (?:leave|left|go|gone|went)|(?:is|are) (?:still|right|not gone)(?: (?:here|there|outside|out there|at the door|downstairs|in the \w+|gone))*|not gone)(?: (?:todavia|aun|aqui|ahi|afuera|still|yet|here|outside|there))*"
    r"|(?:(?:el|ella|ellos|he|she|they|pero|but) )*(?:no (?:se )?(?:ha ido|han ido)|(?:sigue|siguen|todavia (?:esta|sigue|anda)|aun (?:esta|sigue))(?: (?:todavia|aun|aqui|ahi|afuera|alla|abajo|adentro|en la (?:puerta|casa|calle|sala)))+"
    r"|(?:did not|has not|have not|never)(?: (?:really|actually))? (?:leave|left|gone)|(?:is|are) still(?: (?:here|there|outside|out there|at the door|downstairs))+|(?:is|are) not gone)(?: (?:todavia|aun|still|yet|here|outside|there))*"
)


def is_not_gone(said: str) -> bool:
    """Return whether all of `said` takes back that somebody left: "no no se fue", "wait hes still outside"."""
    return said.count(" ") < _MOST_WORDS and _NOT_GONE.fullmatch(in_full(said)) is not None


def is_gone(said: str) -> bool:
    """Return whether all of `said` tells that somebody lives there no more: dead, in prison, or far away."""
    return said.count(" ") < _MOST_WORDS and _IS_GONE.fullmatch(in_full(said)) is not None


_KIN_OF_HER = re.compile(
    rf"{_LEAD}(?:(?:yo |i )?(?:soy|am)|i am|im|this is|it is|aqui|habla) (?:(?:actually|really|tambien) )*(?:(?:su|"
    rf"la|el|una?|her|his|their|the|a) )?(?:(?:older|big|little|younger|oldest) )?"
    r"(?:mama|papa|madre|padre|mami|papi|ti[oa]|abuel[oa]|abuelit[oa]|herman[oa]|prim[oa]|madrina|mom|mother|dad|"
    r"father|parent|aunt|auntie|uncle|"
    r"grandma|grandmother|grandpa|sister|brother|cousin|guardian|foster mom)(?: (?:mayor|menor|"
    r"grande))?(?: (?:de ella|de la nina|de"
    r" el|btw|by the way))?"
    rf"|{_LEAD}(?:she|he|ella|el) (?:is|es) (?:my|mi) (?:daughter|son|kid|child|niece|nephew|sister|brother|cousin|"
    rf"granddaughter|grandson|hij[oa]|sobrin[oa]|herman(?:it)?[oa]|prim[oa]|niet[oa])(?: (?:mayor|menor))?"
)


def is_kin(said: str) -> bool:
    """Return whether all of `said` tells what somebody is to the one they write of, and asks or threatens nothing."""
    return _KIN_OF_HER.fullmatch(in_full(said)) is not None


_ANYBODY = re.compile(
    r"(?:(?:hi|hey|hello|ok|so|yo|um|hola|oye|oigan|holi|alo|bueno|disculpe|ey) )*"
    r"(?:(?:is |are )?(?:any ?(?:one|body)|some ?(?:one|body))(?: (?:is|even|still|out))*(?: (?:there|here|home|"
    r"around|on here|listening|reading(?: this)?|awake|alive|(?:who|that) can (?:help|talk|listen)(?: (?:me|to me|"
    r"us))?))?|"
    r"(?:are |r )?(?:you|u|yall)(?: guys)?(?: still| even)? (?:there|here|around|up|awake|alive)|still (?:there|"
    r"here)|is this (?:thing )?(?:on|working|alive)|does this work|do you work|"
    r"(?:hay |esta |ay )?alguien(?: (?:ahi|aqui|alla|me (?:lee|escucha)|hay|esta|leyendo|despierto|contesta|que"
    r" (?:me|nos) (?:ayude|pueda ayudar|escuche|conteste|lea|responda)))*|"
    r"(?:sigues|siguen|estas|estan|andas|andan|sigue)(?: (?:ahi|aqui|todavia|aun|alla|despiert[oa]s?|vivos?))+|"
    r"(?:ahi|aqui) (?:estas|estan|andas)|"
    r"(?:esto |todavia )?(?:si )?(?:funciona|sirve|jala)(?: (?:esto|este numero|todavia))?|me (?:lees|leen|"
    r"escuchas|escuchan|contestan|contestas|responden)|contesten|respondan)"
    r"(?: (?:hello|hola|please|pls|porfa|por favor|bot|or (?:what|not|no)|o no|verdad|right|now|rn|still|ahorita|"
    r"todavia))*"
)


_DOUBTS = re.compile(
    r"(?:(?:hi|hey|hello|yo|um|hola|ola|oye|holi|alo|buenas|pues|bueno|perdon|disculpe|so|ok|like|i am|sorry) )*"
    r"(?:no ?se|nose|no estoy segur[oa]|a ver|(?:i )?do not know|not sure|idk|dunno|wondering) (?:si|if|whether|que|that) "
    r"(?:(?:esto|este|aqui|la|el|es|de|this|it|here|even|still|thing|a|number|numero|linea|chat|line|texto) )*(?:si )?"
    r"(?:(?:me )?(?:sirve|sirva|sirbe|funciona|funcione|jala|contest\w+|lean|leen|ayud\w+)|works?|working|is real|real|verdad|es de verdad|segur[oa]|answers?|anyone (?:reads|answers)(?: this)?)"
    r"(?: (?:esto|este numero|o no|aqui|pero|todavia|or not|anymore|tho|though|but|but hi|hola|hi|here|lol))*"
)


def doubts_if_it_works(said: str) -> bool:
    """Return whether all of `said` says that they don't know whether this works: a hello, and nothing told."""
    return said.count(" ") < _MOST_WORDS and _DOUBTS.fullmatch(in_full(said)) is not None


def asks_if_anyone(said: str) -> bool:
    """Return whether all of `said` asks only whether anybody is there: "alguien", "anyone there", "estas ahi"."""
    return said.count(" ") < _MOST_WORDS and _ANYBODY.fullmatch(in_full(said)) is not None
