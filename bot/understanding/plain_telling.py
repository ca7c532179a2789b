"""Whether a short text has nothing but everyday words: "he gave me a ring", "el vino ayer". Pure.

The local model hears a danger in a "he" with a verb of the past. It may ask about it only where a word tells of it.
"""

from __future__ import annotations

import re

from bot.understanding.words import plain

_MOST_WORDS = 9
_EVERYDAY = re.compile(
    r"(?:i|im|ive|me|my|we|us|our|he|hes|him|his|she|shes|her|hers|they|theyre|them|their|it|its|that|thats|this|these|those|there|theres|the|a|an"
    r"|and|but|so|or|if|when|then|than|to|of|for|at|in|on|by|w|with|from|up|over|out|about|abt|as|like|just|also|too|again|still|even|now|rn|not"
    r"|no|nothing|yes|yeah|ok|lol|idk|is|are|was|were|be|been|am|do|does|did|done|has|have|had|will|wont|would|can|cant|could|gonna|wanna|dont|didnt"
    r"|doesnt|isnt|wasnt|aint|what|who|where|why|how|all|some|any|one|two|more|much|next|last|first|time|times|day|days|night|nite|nights|today"
    r"|tonight|yesterday|tomorrow|week|month|year|ago|before|later|soon|always|never|sometimes|ever|n|u|ur|say|says|said|saying|tell|tells|told|ask|asks|asked"
    r"|think|thinks|thought|know|knows|knew|come|comes|came|coming|go|goes|went|going|get|gets|got|give|gives|gave|take|takes|took|let|lets|make|makes"
    r"|put|see|sees|saw|use|use[ds]|change|changes|changed|changing|love|loves|loved|like[ds]?|miss|misses|sorry|pay|pays|paid|buy|buys|bought|call|calls|called"
    r"|talk|talks|talked|stay|stays|stayed|left|leave|work|works|worked|live|lives|eat|ate|sleep|sleeps|slept|sleeping|dinner|lunch|food|ring|gift|gifts|flowers|bed"
    r"|bathroom|store|house|home|place|car|ride|phone|money|job|school|church|friend|friends|mom|dad|ex|bf|boyfriend|husband|man|guy|dude|dudes|lady|girl|boss"
    r"|people|family|nice|mean|good|bad|mad|happy|funny|cool|weird|better|ready|different|new|old|same|keep|keeps|kept|want|wants|wanted|need|needs|needed"
    r"|meet|met|text|texts|texted|show|shows|showed|bring|brings|brought|\d{1,4}"
    r"|yo|tu|el|ella|ellos|ellas|nos|le|les|lo|la|los|las|se|mi|mis|su|sus|un|una|unos|que|q|de|d|del|al|en|con|por|para|pa|y|o|pero|si|ya"
    r"|muy|mas|bien|todo|nada|algo|es|era|fue|esta|estaba|estuvo|son|soy|estoy|ha|han|hay|tiene|tenia|dice|dijo|dicen|vino|viene|llego|llega|fue|va|dio|da"
    r"|compro|llevo|lleva|hizo|hace|quiere|quiso|ayer|hoy|manana|noche|dia|vez|veces|antes|despues|siempre|nunca|aqui|ahi|alla|anillo|regalo|flores|cena|comer"
    r"|cambio|perdon|ama|amo|novio|novia|esposo|marido|senor|senora|amigo|amiga|trabajo|casa|carro|dinero|bano|pago|paga)"
)


def says_little(text: str) -> bool:
    """Return whether a text is short and has everyday words alone."""
    words = re.findall(r"\w+", plain(text).replace("'", ""))
    return 0 < len(words) <= _MOST_WORDS and all(_EVERYDAY.fullmatch(word) for word in words)


_ANOTHER = re.compile(
    r"\b(?:friends?|bestie|bff|homegirl|homie|girls?|boys?|kids?|child\w*|sis|sister|brother|bro|daughter|son|niece|nephew|cousin|roommates?|room mate|mom"
    r"|mother|teammates?|coworker|classmate|student|lady|woman|neighbou?r|someone|somebody|people|her|him|them"
    r"|amig\w+|herman\w+|hij\w+|ni[nñ]\w+|prim[oa]\w*|sobrin\w+|compa\w*|muchach\w+|chic[oa]s?|chav[oa]s?|morr[oa]s?|roomie|jeva|mama|vecin\w+|se[nñ]ora|alguien|ella|una)\b"
)
_ASKED_OF_ME = re.compile(r"\b(?:wants?|told|tells|says|asks?|asked|makes?|dice|quiere) (?:me|que me)\b|^i want\b")
_A_FRIEND = re.compile(
    r"\b(?:friends?|bestie|homegirl|girl|kid|sis|sister|brother|cousin|daughter|niece|amig\w+|herman\w+|prim\w+|hij\w+|sobrin\w+)\b"
)
_MINE = re.compile(r"\b(?:me|mom|moms|my mom|bio mom|i said|i want|i hit)\b")


def is_of_another(text: str) -> bool:
    """Return whether a text may tell of somebody else's danger: they are named, and it is not done to who writes."""
    said = plain(text)
    return (
        _ANOTHER.search(said) is not None
        and (len(said.split()) > _MOST_WORDS or _MINE.search(said) is None)
        and not (_ASKED_OF_ME.search(said) and _A_FRIEND.search(said) is None)
    )
