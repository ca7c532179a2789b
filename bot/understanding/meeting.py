"""A small grammar of who is called to meet somebody who threatens them with pictures or what he knows, or goes.

In English and Spanish. Without the threat in the same text it counts only beside one that was told. Texts are words
with one space between them, contractions written out.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full
from bot.understanding.under_way import EL, HE

_MOST_WORDS = 26

_SPOT = r"(?:park|mall|motel|hotel|house|place|crib|apartment|apt|room|store|gas station|school|parking lot|corner|bus stop|station|library|walmart|mcdonalds|starbucks|car|beach|bridge|alley|lot|alone|there|person|downtown|parque|plaza|casa|cuarto|tienda|gasolinera|escuela|estacionamiento|esquina|parada|estacion|biblioteca|carro|playa|callejon|centro|departamento|apartamento|persona)"
_CALLS = re.compile(
    rf"\b(?:{HE}|(?:this|some|a|an) (?:\w+ ){{0,3}}?(?:guy|dude|man|person|account|boy|kid)|somebody|someone)(?: (?:on|from|online|ig|insta|snap|discord|the|game|who|that|i|met|is|are|just|now|also|keeps?|and|will|here))* "
    rf"(?:want\w*|need\w*|tells?|told|make|making|made|ask\w*|demand\w*|expects?|says?|said|saying|sayin|texted|send\w*)(?: (?:me|us|to|i|that|have|got|gotta|must|better|if|now|he|she|they|wants?|u|the|address|an))* (?:meet\w*|come|go|be|show up|at|over|sneak out|pull up|link(?: up)?)"
    rf"(?: (?:him|them|up|me|with|to|over|out|at|by|in|the|his|a|tonight|there|alone|her|by myself|around|today|now))*(?: {_SPOT})?\b|\b{HE}(?: (?:is|are|just|gonna|going|will))* (?:wants?|need) to (?:see|meet) me\b"
    rf"|\b(?:{EL} |alguien |un (?:tipo|vato|senor|man|wey|chavo)(?: \w+){{0,4}} )?(?:me |ahora |que )*(?:quiere|quieren|dice|dicen|dijo|pide|piden|exige|obliga)(?: (?:que|a|me|lo|la|yo|ya|solo))* (?:verme|vernos|vea|veamos|vaya|vayamos|ir|encontrarnos|encuentre|encontremos|salga|llegue|este|en persona)(?: (?:con|a|al|en|el|la|su|un|una|hoy|sola|solo|ahi|alla|afuera))*(?: {_SPOT})?\b"
)
_OR_ELSE = re.compile(
    r"\b(?:or|if i (?:do not|dont|am not|say no|refuse|block)|unless|otherwise|else)\b.*\b(?:post\w*|leak\w*|send\w*|show\w*|share\w*|tell\w*|expos\w*|upload\w*|put\w*)\b|\b(?:post\w*|leak\w*|send\w*|show\w*|share\w*|expos\w*|upload\w*)\b.*\b(?:unless|if i (?:do not|dont|am not|refuse))\b|\bor he\b.*\b(?:pics?|pictures?|photos?|nudes?|videos?)\b"
    r"|\b(?:o|o si no|si no|sino|porque si no)\b.*\b(?:sub\w+|public\w+|mand\w+|ensen\w+|muestr\w+|post\w+|filtr\w+|pas\w+|compart\w+|dice|dira|va a decir|cuent\w+|exhib\w+)\b|\b(?:sube|publica|manda|ensena|filtra|pasa|comparte)\b.*\bsi no (?:voy|lo veo|llego|salgo)\b"
)
_OF_PICTURES = re.compile(
    r"\b(?:pics?|pictures?|photos?|nudes?|videos?|vids?|screenshots?|it|everything|secret|name|fotos?|packs?|desnud[oa]s?|capturas|todo|nudes|me|my|mis|mi)\b"
)
_SO = r"(?:(?:ok|okay|fine|so|and|but|well|whatever|idk|i guess|guess|then|now|yeah|fuck it|i|just|y|pero|bueno|pues|entonces|ya|ni modo|ahorita|mejor|creo que|okay) )*"
_GOES = re.compile(
    rf"{_SO}(?:what if )?(?:(?:i|ill|i will|i am|imma|im|am|gonna|going to|have to|got to|gotta|i have to|should i|do i|must i|just|probably|about to|on|think|i think|better|might|might as well|need to|will)(?: (?:i|am|will|gonna|just|have|to|got|gotta|on|should|probably|about|going))* )?(?:go|going|goin|meet|meeting|meetin|going to go|go meet|on my way|omw|otw|heading (?:there|out|over)|leaving|leavin|walking (?:there|over)|almost there|on the way|my way|way there|way|do it|get it over with|show up|sneak out)"
    rf"(?: (?:him|them|there|now|rn|right now|to|the|park|mall|motel|hotel|meet|up|with|it|over|so|he|do|does|not|post|it|anyway|alone|and|see|get|just|then|tho|tonight|or|what|ok|out|already|his|house|place|go))*"
    rf"|{_SO}(?:(?:que|si|yo|me|y) )*(?:voy|ire|ya voy|voy a ir|tengo que ir|iré|voy en camino|voy para alla|ya voy para alla|en camino|voy saliendo|voy llegando|ya casi llego|mejor voy|debo ir|debo de ir|deberia ir|lo veo|lo voy a ver|voy a verlo|me veo con el|salgo|ya sali|estoy en camino|vy)(?: (?:alla|para|a|al|el|la|verlo|con|ya|ahorita|sola|solo|parque|plaza|motel|casa|o|no|que|y|se|acaba|entonces|mejor|hoy|camino|en|porque|tiene|mis|fotos))*"
)
_UNWILLING = re.compile(
    rf"{_SO}(?:i )?(?:do not|dont|never) (?:want|wanna)(?: to)? (?:go|meet\w*|see)\b.*|{_SO}(?:yo )?no (?:quiero|kiero) (?:ir|verlo|salir|encontrarme)\b.*"
)
_WHERE = re.compile(
    rf"{_SO}(?:{HE} (?:said|says|wants|told me|want|say)? ?(?:me |us |to |it |is )*)?(?:at|in|to|it is|its|by|the)(?: (?:the|a|his|some))* {_SPOT}(?: (?:at|by|in|on|around|near|tonight|today|now|\d+|pm|am|my|school|street|alone|min|minutes?|an? hour))*"
    rf"|{_SO}(?:{EL} (?:dice|dijo|quiere)? ?(?:que )?)?(?:es |sera )?(?:en|a|al)(?: (?:el|la|un|una|su))* {_SPOT}(?: (?:a|las|en|hoy|sola|solo|\d+|de|la|noche|tarde|media|hora|minutos|cerca|por))*"
)


_TO_COME = re.compile(
    r"\b(?:wants?|tells?|told|says?|said|makes?|asked|asks)(?: (?:me|us|to|i|that|have|got|gotta|must|if|u|better))* (?:come|meet|go|be at|show up|pull up|sneak out)\b"
    r"|\b(?:quiere|quieren|dice|dijo|pide|piden)(?: (?:que|me|lo|la|a|yo))* (?:verme|vernos|vaya|ir|vea|salga|encuentre)\b"
)


def is_told_to_come(said: str) -> bool:
    """Return whether a text tells that somebody wants them to come: it counts where its threat was heard."""
    return said.count(" ") < _MOST_WORDS and _TO_COME.search(in_full(said)) is not None


def is_called_with_threat(said: str) -> bool:
    """Return whether a text tells that they must meet somebody, or else: "meet me at the park or i post your pics"."""
    full = in_full(said)
    if said.count(" ") >= _MOST_WORDS or _CALLS.search(full) is None:
        return False
    return _OR_ELSE.search(full) is not None and _OF_PICTURES.search(full) is not None


def is_called(said: str) -> bool:
    """Return whether a text tells that somebody wants to meet them: it counts beside a threat that was told."""
    full = in_full(said)
    return said.count(" ") < _MOST_WORDS and (_CALLS.search(full) or _WHERE.fullmatch(full)) is not None


_TIME = re.compile(
    r"(?:(?:ok|and|omg|but|now|y|pero|ya) )*(?:it is|its|son|es)(?: (?:almost|already|like|casi|ya|las?))* \d{1,4}(?: \d\d)?(?: (?:am|pm|now|already|ya|rn|right))*"
)


def is_time(said: str) -> bool:
    """Return whether all of `said` tells the hour, which counts where a meeting was just told."""
    return _TIME.fullmatch(in_full(said)) is not None


def is_going(said: str) -> bool:
    """Return whether all of `said` tells that they go there, would rather not, or ask: "fine ill just go"."""
    full = in_full(said)
    return said.count(" ") < _MOST_WORDS and (_GOES.fullmatch(full) or _UNWILLING.fullmatch(full)) is not None
