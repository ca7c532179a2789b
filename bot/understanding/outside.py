"""A small grammar of a danger of the place: put out on a road or in the cold, and a fire. In English and Spanish.

Texts are words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full
from bot.understanding.under_way import EL, HE

_MOST_WORDS = 26

_WILD = r"(?:high ?way|free ?way|interstate|hwy|back ?road|dirt road|side of the road|side of the (?:high|free)way|shoulder|middle of (?:no ?where|the (?:road|woods|desert|street|highway))|no ?where|woods|forest|desert|mountains?|field|corn ?field|farm ?land|swamp|bridge|rest (?:stop|area)|ditch|exit|off ramp|ramp|bush|snow|reservation|canyon|quarry|boonies|sticks|i ?\d{2,3})"
_MONTE = r"(?:carretera|autopista|freeway|monte|bosque|desierto|en medio de la nada|medio de la nada|medio del? \w+|la nada|orilla(?: de la carretera)?|campo|montana|cerro|camino|terraceria|puente|nieve|frio|lluvia|rancho abandonado|milpa|brecha|salida|cuneta|sierra)"
_PUT_OUT = re.compile(
    rf"^(?:(?:ok|so|just|and|help|they|he) )*(?:left|dumped|dropped|ditched|kicked|threw|put) (?:me|us)(?: (?:off|out|alone|here|stranded))*(?: (?:on|in|at|by|off|near))+(?: (?:the|a|some|side|of))* {_WILD}\b|"
    rf"\b{HE}(?: (?:just|then|straight|has|had|legit|really|also))* (?:drop\w*|put|kick\w*|left|leave|dump\w*|threw|throw|ditch\w*|push\w*|toss\w*|abandon\w*|let|made|make|strand\w*)(?: (?:me|us|my \w+))(?: (?:and|off|out|on|alone|here|get|there|naked|barefoot|outside|of|the|his|a|car|truck|van|semi|at|night|in|by|right|way|somewhere|with|no|shoes|phone|stranded|like|trash))*? (?:on|in|at|by|off|to|along|near|onto|into|under|of)(?: (?:the|a|some|this|an|like|middle|side|of|real|deep|da))* {_WILD}\b"
    rf"|\b{HE}(?: (?:just|then|straight|had))* (?:kick\w*|put|threw|push\w*|toss\w*|made|let) (?:me|us)(?: get)? (?:out|off)(?: (?:of|the|his|a|their|this|that|moving))* (?:car|truck|van|semi|suv|rig|whip|cab|bus)\b|\b(?:got|been|was|we got) (?:dropped|left|dumped|kicked out|stranded|put out|ditched)(?: (?:off|out|here|me))*(?: (?:on|in|at|by|of))+(?: (?:the|a|some|middle|side|of))* {_WILD}\b"
    rf"|\b(?:(?:{EL}|alguien) )?(?:me|nos) (?:dejo|dejaron|boto|botaron|aventaron|avento|tiro|tiraron|bajo|bajaron|abandono|abandonaron|solto|soltaron|saco|sacaron|echo|dejo)(?: (?:tirad[oa]s?|botad[oa]s?|abandonad[oa]s?|sol[oa]s?|aqui|ahi|del|de la|de su|carro|troca|camioneta|van|y|se fue|a la|sin|zapatos|cel|descalz[oa]|en la noche|de noche))*? (?:en|a|por|al)(?: (?:la|el|una?|medio|mitad|de|del|plena|lado))* {_MONTE}\b"
    rf"|\b(?:(?:{EL}) )?(?:me|nos) (?:bajo|bajaron|aventaron|avento|saco|sacaron|echo|echaron|tiro|tiraron) (?:del|de la|de su|del su) (?:carro|troca|camioneta|van|trailer|coche|camion)\b"
)
_LOST_OUT = re.compile(
    rf"\b(?:lost|stuck|stranded|walking|walkin|alone|we are|we|i am|hiding|running)(?: (?:alone|lost|in|on|at|by|out|here|literally|real|still|barefoot|at night|by myself|like))* (?:in|on|by|along|down|out in|off)(?: (?:the|a|some|this|middle|side|of|da|an))* (?:{_WILD})\b"
    rf"|\b(?:perdid[oa]s?|sol[oa]s?|caminando|varad[oa]s?|tirad[oa]s?|abandonad[oa]s?|ando|estoy|estamos|voy)(?: (?:aqui|sol[oa]s?|de noche|descalz[oa]|perdid[oa]s?|caminando|todavia|en medio))* (?:en|por|a)(?: (?:la|el|una?|medio|mitad|de|del|plena))* {_MONTE}\b"
)
_LOST = re.compile(r"\b(?:lost|stranded|no idea where|do not know where|perdid[oa]s?|no se donde|varad[oa]s?)\b")
_AFOOT = re.compile(
    r"\b(?:walk\w*|on foot|barefoot|no (?:shoes|coat|jacket|ride)|alone|caminando|descalz[oa]|a pie|sin (?:zapatos|chamarra)|sol[oa])\b"
)
_COLD = re.compile(
    r"\b(?:snow\w*|freez\w*|frozen|blizzard|ice|icy|below zero|minus \d+|negative \d+|so cold|cold|\d+ (?:below|degrees)|hypotherm\w*|frostbite|nieve|nevando|nevar|helad[oa]|helando|congel\w+|bajo cero|menos \d+|frio|granizo)\b"
)
_OUTSIDE = re.compile(
    r"\b(?:outside|out here|outdoors|out in|in the (?:cold|snow|woods|street)|on the (?:street|highway|road)|walk\w*|stranded|afuera|a la intemperie|en la (?:calle|nieve|carretera)|caminando|al aire libre)\b"
)
_UNCLOTHED = re.compile(
    r"\b(?:no (?:shoes?|coat|jacket|clothes|socks|pants)|barefoot|bare foot|naked|in (?:a |my )?(?:t ?shirt|underwear|towel|socks|pajamas)|soaked|wet|sin (?:zapatos|chamarra|ropa|sueter|tenis|cobija)|descalz[oa]|desnud[oa]|en pijama|mojad[oa])\b"
)
_AWAY_FROM_IT = re.compile(
    r"\b(?:work at|i drive|i am driving|i like driving|trip|camping|hike|hiking|hunting|road ?trip|vacation|game|movie|dream|last (?:year|week|month|night)|yesterday|years? ago|once|used to|when i was|grew up|house in|live in|lives in|cabin|die|kill myself|jump|suicide|want to|wanna|"
    r"la escuela|school|class|work|job|trabajo|vacaciones|acampar|sueno|pelicula|juego|ayer|anoche|hace (?:un|una|dos|tres|\d+)|cuando era|morir\w*|matarme|aventarme|tirarme|quiero)\b"
)
_PAST = re.compile(
    r"\b(?:last (?:year|week|month)|yesterday|years? ago|once|used to|when i was|ayer|hace (?:un|una|dos|tres|\d+)|cuando era|una vez|siempre)\b"
)


def is_put_out(said: str) -> bool:
    """Return whether a text tells that somebody left them on a road, in the woods or the cold."""
    full = in_full(said)
    if said.count(" ") >= _MOST_WORDS or _PAST.search(full):
        return False
    return _PUT_OUT.search(full) is not None


_BIT = re.compile(
    r"(?:(?:it is|its|i am|i can|i|there is|theres|a|and|so|ok|still|also|esta|hace|veo|hay|un|una|y|ya|se|estoy|tengo) )*"
    r"(?:snow(?:ing)?|raining|freezing|(?:so |really |very |mucho )?(?:cold|frio|dark|oscuro)|nevando|lloviendo|helando|(?:see )?(?:(?:a|some|the|one) )*(?:lights?|luz|luces|house|casa|headlights|building|barn)|(?:car|truck|trucker|semi|somebody|someone|carro|troca|trailer)(?: (?:is|just|se))* (?:stopp?ed|stopping|slowing down|coming|passing|paro|viene|pasando)|no (?:shoes|coat|jacket|water)|sin (?:zapatos|agua|chamarra))(?: .{1,30})?"
)


def is_bit_of_it(said: str) -> bool:
    """Return whether all of `said` tells of the cold, the dark, a light or a car, as somebody outside does."""
    return said.count(" ") < _MOST_WORDS and _BIT.fullmatch(in_full(said)) is not None


def is_out_there(said: str) -> bool:
    """Return whether a text tells that they are lost or on foot out there, or outside in the cold with no shoes."""
    full = in_full(said)
    if said.count(" ") >= _MOST_WORDS or _AWAY_FROM_IT.search(full):
        return False
    is_there = _LOST_OUT.search(full) is not None
    is_bad = any(tells.search(full) for tells in (_LOST, _AFOOT, _COLD, _UNCLOTHED))
    cold_out = _OUTSIDE.search(full) is not None and _UNCLOTHED.search(full) is not None
    return (is_there and is_bad) or (cold_out and _COLD.search(full) is not None)


_SO = r"(?:(?:ok|okay|omg|oh|god|shit|fuck|wait|help|please|and|but|so|now|also|i think|rn|y|pero|creo que|ay|ahorita|ya|dios|ayuda) )*"
_NOW = r"(?: (?:now|rn|right now|everywhere|in here|in the (?:house|room|kitchen|hall|hallway|basement)|here|coming|help|please|downstairs|upstairs|next door|under|the|door|under the door|from|outside|ya|ahorita|por todos lados|aqui|adentro|en (?:la|el) \w+|por debajo|de la puerta|debajo|entrando|mucho|un chingo))*"
_SMOKE_TELLS = re.compile(
    rf"{_SO}(?:there is|theres|it is|i (?:can )?(?:smell|see|smelling)|i see|i smell|lots of|so much|the)?(?: (?:a|some|lots of|so much|like|the|thick|black|real))* ?(?:smoke|fire|flames?|burning|something burning)(?: (?:is|was|keeps?|are))*(?: (?:coming|getting|filling|spreading|starting|in|bad|thick|worse|started|burning))*{_NOW}"
    rf"|{_SO}(?:hay|veo|huelo|huele a|se ve|sale|entra|esta entrando|esta saliendo|mucho)(?: (?:mucho|un|una|el|la|como|mucha))* (?:humo|fuego|lumbre|llamas|incendio|quemado|gas){_NOW}|{_SO}(?:se (?:esta )?(?:quema(?:ndo)?|incendia(?:ndo)?))(?: (?:la|el|casa|cuarto|apartamento|cocina|edificio|todo|trailer))*{_NOW}|{_SO}(?:la|el) (?:casa|cuarto|edificio|trailer|cocina|apartamento) (?:se esta quemando|esta en llamas|se quema){_NOW}"
    rf"|{_SO}(?:the|my|our|this|his) (?:house|room|apartment|apt|building|trailer|motel|kitchen|place) (?:is )?(?:on fire|burning|filling (?:up )?with smoke|full of smoke){_NOW}"
)
_FIRE = re.compile(
    r"\b(?:smoke (?:is |keeps )?(?:coming|under|filling|everywhere|in the|from)|(?:full of|so much|lots of|filling with|smell|see|theres|there is|the) smoke|(?:there is|theres|is) a fire|on fire|flames|the fire|house is burning|set (?:the|a|my|our) (?:\w+ )?(?:house|room|bed|door|apartment|place|trailer) on fire|"
    r"humo|fuego|incendio|lumbre|llamas|quemando la casa|se esta quemando|prendio fuego)\b"
)
_SHUT_IN = re.compile(
    r"\b(?:locked|lock|trapped|stuck|padlock\w*|can not get out|cannot get out|cant get out|will not open|wont open|bars on|barred|chained|tied|in here|under the door|inside|cant leave|no way out|"
    r"encerrad[oa]s?|con (?:llave|candado)|no (?:puedo|podemos|puede) salir|no abre|no se abre|atrapad[oa]s?|amarrad[oa]s?|adentro|debajo de la puerta|barrotes|candado)\b"
)
_NO_FIRE = re.compile(
    r"\b(?:smok(?:e|es|ing) (?:weed|a|crack|meth|blunts?|ice|cigs?|cigarettes?|with|me|dope)|weed|blunt|vape|joint|cigar\w*|fire (?:alarm|station|escape|drill|department|truck|me|her|him)|on fire (?:lol|rn lol)|mixtape|lol|lmao|threat\w*|said he|says he|he will|going to (?:set|burn)|gonna (?:set|burn)|if i|last (?:year|week|month|night)|yesterday|years? ago|used to|game|movie|"
    r"si me|dice que|va a quemar|amenaz\w+|ayer|anoche|hace (?:un|una|dos|\d+)|pelicula|juego|cigarros?|mota|fuegos artificiales)\b"
)


def is_smoke(said: str) -> bool:
    """Return whether all of `said` tells of smoke or a fire here and now: beside somebody who is locked in, it counts."""
    full = in_full(said)
    return said.count(" ") < _MOST_WORDS and _SMOKE_TELLS.fullmatch(full) is not None and _NO_FIRE.search(full) is None


def is_fire(said: str) -> bool:
    """Return whether a text tells of a fire with somebody shut in, or of a house that burns now."""
    full = in_full(said)
    if said.count(" ") >= _MOST_WORDS or _NO_FIRE.search(full):
        return False
    burns = _FIRE.search(full) is not None
    return (burns and _SHUT_IN.search(full) is not None) or _HOUSE_BURNS.search(full) is not None


_HOUSE_BURNS = re.compile(
    r"\b(?:(?:house|apartment|apt|room|building|trailer|motel|kitchen) is (?:on fire|burning|full of smoke)|se (?:esta )?(?:quemando|incendiando) (?:la|el|mi) (?:casa|cuarto|apartamento|edificio|trailer))\b"
)
