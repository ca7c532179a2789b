"""Who says outright that another person holds the phone: "this isnt kayla its her boyfriend", "habla su padrote".

In English and Spanish; words with one space between them, contractions written out. `holder` hears what they demand, and
this who they say they are.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_MOST_WORDS = 22
_SO = r"(?:(?:hi|hey|hello|yo|ok|okay|no|nah|sorry|bitch|listen|look|um|lol|actually|so|and|now|hola|oye|oiga|mire|mira|bueno|ey|pues|ahora|ya) )*"
_ROLE = (
    r"(?:bf|boyfriend|man|mans|dude|guy|nigga|n word|husband|hubby|fiance|pimp|daddy|baby daddy|babydaddy|gf|girlfriend|wife|partner|old man|manager|owner|boss|"
    r"dad|father|mom|mother|brother|sister|uncle|aunt|cousin|guardian|stepdad|stepmom|grandma|people|family)"
)
_LOVER = r"(?:bf|boyfriend|man|mans|dude|guy|nigga|husband|hubby|fiance|pimp|daddy|baby daddy|babydaddy|gf|girlfriend|old man|manager|owner|boss)"
_IS = r"(?:this is|this|it is|its|i am|im|you are (?:talking|talkin|texting|textin|speaking|messaging) (?:to|with)|(?:u|you|ur|youre) (?:are |r |be )?(?:talking|talkin|texting|textin|speaking|messaging) (?:to|with)|u got)"
_NOT_HER = r"(?:(?:this|it|that) (?:is not|is no longer|is not even|aint) (?!a\b|the\b|my\b|about\b|safe\b|right\b|ok\b|fair\b|me\b|working\b|good\b)\w+|(?:i am|im) not (?:her|him|she|he|kayla|that girl|who you think)|not (?:her|him))"
_PAPEL = r"(?:novio|novia|hombre|marido|esposo|esposa|vato|bato|morro|macho|padrote|patron|patrona|jefe|dueno|dueña|duena|pareja|viejo|ruco|papa|mama|padre|madre|hermano|hermana|tio|tia|primo|padrastro|encargado)"
_QUERIDO = (
    r"(?:novio|hombre|marido|esposo|vato|bato|morro|macho|padrote|patron|patrona|jefe|dueno|duena|viejo|ruco|encargado)"
)
_PHONE = r"(?:phone|cell|texts|messages|line)"
_TEL = r"(?:telefono|tel|cel|celular|celu|mensajes)"
_SAYS = re.compile(
    rf"{_SO}{_NOT_HER}(?: (?:and|it is|this is|its|i am|im|but|now|anymore|no more))+ (?:\w+ )?(?:her|his) {_ROLE}\b.*"
    rf"|{_SO}(?:this is|this|yo this|it is|its|i am|im) (?:\w+ )?(?:and )?(?:her|his) {_LOVER}(?: (?:now|here|speaking|bitch|and i|and|who|what|why|stop|quit|leave|she|he|you|u|do not|dont|get|go|back|mind|delete|lose|from now on|answering|texting|talking)\b.*)?"
    rf"|{_SO}(?:you|u|ur|youre|yall)(?: (?:are|r|be|is))? (?:talking|talkin|texting|textin|speaking|speakin|messaging|dealing) (?:to|with) (?:her|his|{_LOVER}|the) ?{_LOVER}?(?: (?:now|bitch|so .*|not .*))*"
    rf"|{_SO}(?:(?:she|he) (?:is not|aint|not|is no longer|no longer)(?: (?:here|around|available|with us|home|no more|anymore|any more|now))+ )?(?:and )?(?:i|we) (?:now |just )?(?:answer|have|got|use|took|keep|hold|check|run|control) (?:her|his) {_PHONE}(?: (?:now|anymore|from now on|so .*|bitch))*"
    rf"|{_SO}(?:this is|its|it is) (?:her|his) (?:moms|dads|mothers|fathers|mans|boyfriends|bfs|husbands) {_PHONE}(?: now)?(?: (?:what|who|why|stop|so|you|do not|she)\b.*)?"
    r"|(?:.* )?what (?:did|do|have|are) (?:you|u|yall) (?:tell|say to|saying to|telling|send|sent|sending|told|do to) (?:my|our) (?:daughter|son|girl|kid|wife|girlfriend|gf|child|sister|niece)\b(?: \w+){0,4}"
    rf"|{_SO}(?:no soy|no es|no somos|esta no es|este no es) (?:ella|el|esa|\w+)(?: (?:y|ya|pero|aqui|es que))*(?: (?:soy|es|habla)) (?:el |la |su )?(?:su )?{_PAPEL}\b.*"
    rf"|{_SO}(?:habla|soy|aqui habla|le habla|te habla|es|aqui) su {_QUERIDO}(?: (?:de ella|y|ya|que|quien|deja|dejen|dejala|no|ahora|cabron|pendej\w+|borra)\b.*)?"
    rf"|{_SO}(?:estas|andas|esta|estan) (?:hablando|escribiendo|mensajeando)(?:le)? (?:con|a) (?:su|el) {_QUERIDO}(?: .*)?"
    rf"|{_SO}(?:(?:ella )?(?:ya )?no esta(?: (?:aqui|ya|mas))* )?(?:y )?(?:(?:ahora|ya) )?(?:yo|nosotros)(?: (?:ahora|ya|le))? (?:contesto|contestamos|tengo|traigo|uso|manejo|reviso|agarro|leo) su {_TEL}(?: (?:ahora|ya|y .*))*"
    rf"|{_SO}(?:ya )?no esta(?: (?:aqui|ella))* (?:yo )?(?:contesto|tengo|traigo) (?:yo )?su {_TEL}(?: .*)?"
)
_SEEKS = re.compile(
    r"\b(?:help|missing|gone|ran away|worried|find her|find him|scared|hurts?|lost|hits|beats?|sells?|ayuda|ayudar|ayudarla|perdida|preocupad[ao]|necesito|busco|miedo|pega|vende|lastima|desaparecid[ao])\b"
)
_HOSTILE = re.compile(
    r"\b(?:stop|quit|leave|bitch|delete|deja|dejen|dejala|borra|talking to|talkin to|texting with|not \w+ (?:it is|this is)|phone|telefono|cel|celular)\b"
)


def says_who(said: str, *, of_friend: bool) -> bool:
    """Return whether all of `said` says that somebody else holds the phone.

    `of_friend`: the talk is about somebody else, whose "it is her boyfriend" tells who hurts her.
    """
    full = in_full(said)
    if said.count(" ") >= _MOST_WORDS or _SEEKS.search(full) or _SAYS.fullmatch(full) is None:
        return False
    return not of_friend or _HOSTILE.search(full) is not None
