"""Words around a place by which it is where somebody is, was taken to, or comes from, in English and Spanish.

All patterns read a text without accents; each captures the words after the lead. Repetitions are bounded.
"""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORDS = r" ((?:[^\s.!?;\n]+ ?){1,5})"
_ROOM = r"(?: (?:at|in|inside|en) (?:an?|some|the|this|his|her|their|my|one|un|una|el|la|su|mi) (?:\w+ ){1,3}?)?"

LEAD = re.compile(
    r"(?:\b(?:i'?m|i am|we'?re|we are|i live|we live|live|living|i stay|stay|staying|stuck|stranded|located|currently|trapped|hiding|"
    r"locked(?: up)?|(?:has|have|got|keeps?|kept|holds?|holding|had|locked|locks|trapped|hid|put|puts) (?:me|us))"
    r"(?: (?:out|up|down|over|right now|rn|now|currently|still|living|staying|stuck|stranded|here|back|home|working|held|hiding|locked|trapped)){0,3}"
    rf"{_ROOM} ?\b(?:in|near|by|around|outside|outside of|close to)"
    r"|(?:\b(?:i|we|i'?m|we'?re|i am|we are) |^\W*)(?:work|pick|farm|clean|dance|strip|working|picking|cleaning|dancing)"
    r"(?: (?!in |near |by )[\w'-]+){0,5}? (?:in|near|by|around|outside|outside of|close to)(?! (?:a|an|the|my|his)\b)"
    r"|\b(?:trabajo|trabajamos|pizco|pizcamos|limpio|limpiamos|bailo)(?: [\w'-]+){0,4}? (?:en|cerca de|por|afuera de)(?! (?:el|la|los|las|un|una|mi)\b)"
    r"|\b(?:but|now|rn|today|currently|pero|ahora|ahorita) (?:i'?m |i am |we are |estoy )?(?:back |now |stuck )?(?:in|en)"
    r"|^\W*(?:hi |hey |ok |rn )?(?:in|near)"
    r"|\b(?:i'?m|i am) (?:only |just )?(?:1[0-9]|2[0-9])(?: ?(?:yo|f|m|years old))?(?: and)? (?:in|near|from)"
    r"|\btengo (?:solo )?(?:1[0-9]|2[0-9])(?: anos)?(?: y)?(?: (?:estoy|vivo|ando|soy))? (?:en|de|cerca de)"
    r"|\b(?:tonight|esta noche|here|aqui|aca) (?:in|near|en|cerca de)"
    r"|^\W*(?:just |its |it's )?(?:me|us|we|both of us)(?: (?:and|n|&|w|with) (?:my|the|a) (?:\w+ ){1,2}?| )(?:are |r |here )?(?:in|near)"
    r"|^\W*(?:\w+ ){0,3}?(?:mins?|minutes|miles?|blocks?|hours?)(?: away| outside| north| south| east| west)? (?:from|of)(?: (?:\w+ ){1,3}?in)?"
    r"|^\W*(?:(?:aqui|aca|aki|por aqui|ando|hola|oye) )?(?:en|por|cerca de|afuera de)|^\W*(?:a )?(?:\w+ )?(?:minutos?|millas|cuadras|horas?) de"
    r"|\b(?:estoy|estoi|stoy|toy|ando|estamos|andamos|vivo|bivo|vivimos|me quedo|sigo|seguimos|(?:me|nos) tienen?)"
    r"(?: (?:aqui|ahorita|ahora|encerrad[ao]s?|atrapad[ao]s?|escondid[ao]s?|sol[ao]s?|de vuelta|otra vez|todavia)){0,3}"
    rf"{_ROOM} ?\b(?:en|cerca de|por|afuera de|de vuelta en))"
    rf"{_WORDS}",
    re.IGNORECASE,
)
"""Before where somebody is now: "im at a motel in red deer", "from canada but in la"."""

MOVED = re.compile(
    r"\b(?:(?:brought|brings|took|takes|taken|moved|moves|dragged|drove|flew|sent|shipped|smuggled|trafficked|transported|"
    r"kidnapped|dropped|dumped|left|sold|sells|got|made|crossed|relocated|forced)(?: and \w+)? (?:me|us|both of us)"
    r"|(?:i|we|i'?ve|we'?ve)(?: have| just| both){0,2} (?:moved|came|come|ran|flew|got|crossed|escaped|fled|relocated|ended up)"
    r"|ended up|(?:me|nos) (?:trajo|trajeron|llevo|llevaron|movio|movieron|mando|mandaron|mudo|cruzo|cruzaron|dejo|dejaron|paso|pasaron|"
    r"secuestro|secuestraron|vendio|vendieron)|nos mudamos|me mude|llegue|llegamos|cruzamos|cruce)"
    rf"(?: [\w'-]+){{0,4}}? (?:to|into|in|at|a|en|hasta|para){_WORDS}",
    re.IGNORECASE,
)
"""Before where somebody was taken: "he moved us to quebec", "he took me over the border to canada"."""

LATER_LEAD = re.compile(
    r"(?:\b(?:i'?m|i am|we'?re|we are)(?: here)? from|\b(?:i|we) (?:was|were)(?: just| staying| living)? (?:in|near|at)|\bbeen in|"
    rf"^\W*(?:hi |hey |ok )?from|\b(?:soy|somos) (?:aqui )?(?:de|en|por)|\b(?:stay|staying|live) from){_WORDS}",
    re.IGNORECASE,
)
"""Before where somebody was or comes from: it counts if nothing tells where they are."""

ORIGIN = re.compile(r"\b\d\d(?: ?(?:yo|f|m|years old|anos))?(?: (?:and|y))?(?: soy)? (?:from|de)\W*$", re.IGNORECASE)
"""End of a lead by which a place abroad is only where somebody comes from: "im 17 from", "tengo 17 soy de"."""

NOT_IN = re.compile(
    r"\b(?:not|no longer|aint|ain't|isn't|isnt|never been|don't live|dont live|left|out of|outside(?: of)?|"
    r"no (?:estoy|vivo|ando|soy|estamos|vivimos)|(?:sali|salimos|me fui|nos fuimos) de|fuera de)"
    r"(?: (?:even|actually|really|living|staying|anymore|stay|live|still)){0,2} (?:in |from |near |en |de )?"
    r"(?=canada|toronto|vancouver|calgary|montreal|edmonton|winnipeg|ottawa|ontario|quebec|alberta|british|bc\b|mexico|tijuana|the us|us\b|usa\b|los? estados)"
    r"(?:the |los )?\w+(?: (?:columbia|states|unidos))?(?: anymore| any more| now| ya)?",
    re.IGNORECASE,
)
"""Where somebody is not: "im not in canada", "i left toronto"."""

_CARE = (
    r"(?:nurse|teacher|counsell?or|social worker|case ?worker|case manager|youth worker|therapist|advocate|coach|principal|doctor|paramedic|pastor|"
    r"probation officer|parole officer|officer|librarian|clerk|driver|neighbou?r|psychologist|aide|tutor|midwife|outreach worker|manager|foster (?:mom|mother|dad|parent)|"
    r"mom|mother|mum|dad|father|parent|aunt|uncle|grandma|grandmother|grandpa|sister|brother|guardian)"
)
_CUIDA = (
    r"(?:enfermer|maestr|profesor|trabajador|consejer|orientador|psicolog|doctor|medic|promotor|terapeut|oficial|vecin|chofer|recepcionista|director|tutor|abogad|mama|papa|madre|padre|"
    r"tia|tio|abuel|herman)\w*"
)
WRITES_FOR = re.compile(
    rf"\b(?:i'?m|i am|this is|i work as|as) (?:the |an? |her |his |their |your )?(?:[\w'-]+ ){{0,3}}?{_CARE}\b"
    rf"|\b(?:soy|habla|le habla|le escribe|trabajo de|trabajo como|como) (?:la |el |una? |su )?(?:\w+ ){{0,1}}?{_CUIDA}\b",
    re.IGNORECASE,
)
"""Tells what somebody is who writes for another person: where they work or look for them is where help is needed."""

THEIR_KIN = re.compile(
    r"\b(?:my|our|one of my|one of our) (?:[\w'-]+ ){0,3}?(?:daughter|son|kid|child|granddaughter|grandson|niece|nephew|sister|brother|cousin|student|patient|client|youth|"
    r"stepdaughter|stepson|godson|goddaughter|friend)s?\b"
    r"|\b(?:mi|nuestr[oa]|mis) (?:\w+ )?(?:hij|niet|sobrin|herman|prim|hijastr|ahijad|alumn|pacient|client|nin|amig)\w+\b",
    re.IGNORECASE,
)
OF_ME = re.compile(
    r"\b(?:me|us|mine|nos|conmigo|my (?:bf|boyfriend|husband|man|pimp|ex)|mi (?:novio|esposo|marido|ex|padrote))\b",
    re.IGNORECASE,
)
LIVES = re.compile(r"\b(?:lives?|living|works?|vive|viven|trabaja)\b", re.IGNORECASE)
OF_LONG_AGO = re.compile(
    r"\b(?:last (?:year|summer)|years? ago|used to|grew up|born|raised|moved (?:here )?from|(?:is|are|was|comes?|came|she's|he's|i'?m|am) (?:originally )?from|visit\w*|vacation|trip to|"
    r"hace \w+ anos|vivia|nacio|crecio|(?:es|era|viene) de|visita\w*|vacaciones)\b",
    re.IGNORECASE,
)
THEIR_LEAD = re.compile(
    r"\b(?:in|at|near|from|to|around|outside|outside of|en|desde|hasta|cerca de|por|hacia|a|de)(?= ((?:[^\s.!?;\n]+ ?){1,4}))",
    re.IGNORECASE,
)
"""Before the place of whom somebody writes for: "missing from halifax", "an ER in winnipeg"."""

CLAUSE = re.compile(r"[.!?;,:\n]+")
IS_THERE = re.compile(
    r"\b(?:lives?|lived|went|moved|goes|going|born|is|are|works?|was|been|vive|viven|vivia|esta|nacio|nacida) (?:\w+ )?(?:there|alla)\b|"
    r"\b(?:last (?:year|month|week|summer)|years? ago|when i was|once|and back|used to|hace \w+ anos?|cuando era)\b",
    re.IGNORECASE,
)
"""Words by which a place is somebody else's, or of long ago."""

OF_OTHERS = re.compile(
    r"\b(?:he|she|they|him|her|them|hes|shes|my (?:ex|mom|dad|sister|brother|friend|cousin|aunt|family)|who|moved|took|"
    r"used to|grew up|born|ella|ellos|mi (?:ex|mama|papa|hermana|hermano|amiga|amigo|prima|tia|familia)|quien|naci)\b",
    re.IGNORECASE,
)
"""Words of somebody else or of another time: a place at the end of such a text may be theirs."""

OPENERS = _words(
    "hi hey hello yo ok okay um so pls please plz help me us im i am we are now rn here girl yall sis hola oye ayuda "
    "ayudenme ayudame aqui ahora por favor porfa es its my place city area in en ciudad"
)
"""Words that may stand before a place at the start of a clause."""
BEFORE = _words(
    "me us nos here aqui help ayuda him her pls please rn now girl hurt ayudenme ayudame ahora ahorita porfa favor"
)
"""Words that may stand before a place at the end of a clause: "he hit me toronto"."""
NEXT = _words(
    "he she they we i im i'm ive id my our his her hes he's shes she's theyre help need needs please pls plz rn now right "
    "here girl girls female woman and with a an area downtown someone somebody bf boyfriend stepdad dad mom pimp daddy "
    "there's theres this man stuck trapped scared hurt homeless alone tonight can do where "
    "el ella ellos mi mis me nos un una alguien ayuda ayudenme ayudame necesito necesitamos estoy tengo por porfa ahora "
    "ahorita aqui y con ya no hay estamos se tiene tienen quiero"
)
"""Words that may stand after a place that has no lead: "toronto he hits me"."""

ASKS_ROOM = re.compile(
    r"\b(?:need|looking for|find|want|any|got|get|necesito|nesesito|busco|ocupo|quiero|hay|^) ?(?:an?|some|the|una?|algun)? ?"
    r"(?:safe |free |warm )?\b(?:beds?|place|shelters?|room|somewhere|spot|roof|food|camas?|kama|refugio|albergue|lugar|cuarto|comida)\b"
    r"|^\W*(?:an? )?(?:beds?|place|shelters?|room|somewhere|cama|kama|refugio|albergue|lugar)\b",
    re.IGNORECASE,
)
"""Asks for a place to sleep or for food. A place that comes after, in a text of nobody else, is where it is needed."""

AROUND = _words("in near around by en cerca")
ROOM_FOR = _words(
    "to sleep stay crash go eat safe for me us a the this tonight 2nite tonite today rn now asap please pls plz night nights "
    "few couple just only para pa hoy esta noche ahora ahorita ya urgente dormir quedarme donde f m female male girl guy yo "
    "woman mujer hombre chica de anos"
)
"""Words between a bed that is asked for and the place where it is."""
ROOM_THEN = NEXT | _words(
    "im pregnant no kids tonight 2nite tonite today asap 4 two three embarazada sin hijos hoy esta para pa ya de tx ca soy"
)
