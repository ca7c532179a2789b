"""Answers to "are you safe right now?" that say yes for a time, for some, or on a condition: that is not safe. Pure."""

from __future__ import annotations

import re

from bot.understanding.texted import in_full
from bot.understanding.words import normalise

_MOST_WORDS = 12
_LEAD = (
    r"(?:(?:si|sip|yes|yeah|yea|ya|no|nah|pues|bueno|well|i mean|creo que|creo|i guess|i think|pero|but|y|and|i am|im"
    r"|i|estoy|me siento|"
    r"ok|okay|mmm|um|uh|a salvo|safe|segura|seguro|idk|like|yo|ahorita|right now|la verdad|honestly|bien|fine) )*"
)
_KIN = (
    r"(?:mi|mis|my) (?:little |baby |big )?(?:hermanit[oa]s?|herman[oa]s?|hij[oa]s?|bebe|bb|nin[oa]s?|mama|ama"
    r"|primit[oa]s?|prim[oa]s?|"
    r"amiga|sisters?|brothers?|sis|bro|kids?|son|daughter|baby|mom|cousins?|friend)"
)
_OBEYS = (
    r"(?:me porto|hago|obedezco|le hago|les hago|me callo|callo|no digo|no hablo|no le|no lo|no me|no se|le doy|le "
    r"pago|les pago|trabajo|"
    r"cumplo|junto|saco|no salgo|coopero|"
    r"behave|obey|listen|do what|do as|do it|do not|am good|act right|act good|stay|keep|pay|work|make (?:my|the"
    r"|enough|money|quota)|cooperate|"
    r"stay quiet|am quiet|shut up|say yes|he is not|she is not|they are not|nobody)"
)
_PART = (
    r"(?:(?:solo|solamente|nada mas|only|just|mostly) (?:si|cuando|en|de|por (?:la|las|el|ratos)|a veces|los|las|un "
    r"rato|mientras|hoy|aqui"
    r"|con|hasta|"
    r"when|if|at|in|while|during|until|til|till|for|sometimes|on|around|with)(?! case\b)(?: \w+)*"
    r"|(?:cuando|mientras|when|while|whenever)(?: \w+){1,6} (?:si|no|bien|mal|yes|yeah|no|not|fine|safe|ok|okay|a "
    r"salvo|segura|seguro|me siento bien)"
    rf"|(?:si|if) (?:i |yo )?{_OBEYS}(?: \w+)*"
    r"|(?:as long as|long as|unless|except|siempre y cuando|con tal(?: de)? que|mientras (?:no|que)|menos cuando"
    r"|excepto(?: cuando)?|a menos que|"
    r"until|hasta que|till|not when|no cuando)(?: \w+)+"
    r"|(?:a veces|sometimes|depende|depends|it depends|mas o menos|maso|no mucho|no tanto|no siempre|not always|not "
    r"really|kinda|kind of|"
    r"sort of|sorta|half|not for long|no por mucho|por un rato|for a (?:bit|minute|while)|para nada)(?: \w+){0,5}"
    r"|(?:(?:en|por|de) (?:la |las |el )?(?:noches?|tardes?|dia|madrugada)|(?:at|during the|in the) (?:nights?|day"
    r"|daytime|evenings?)"
    r"|los fines(?: de semana)?|(?:on )?weekends|con (?:el|ella|ellos)|(?:with|around|near) (?:him|her|them))(?: "
    r"\w+){0,2}"
    rf"|{_KIN} (?:no|not|is not|are not|does not|no esta|no estan)(?: \w+){{0,3}})"
)
_HALF = re.compile(rf"{_LEAD}{_PART}(?: (?:si|no|yes|yeah|ya|tho|though|creo|i guess))*")
_ASKS = re.compile(
    r"\b(?:will|would|can|could|should|are they|do they|que pasa|me van|podria|puedo|pueden|what happens|hablar|talk"
    r"|text|escrib\w+)\b"
)


def is_half_safe(text: str) -> bool:
    """Return whether all of a text says that somebody is safe only at times, or only if: "nomas cuando no toma"."""
    said = " ".join(normalise(text).tokens)
    said = in_full(re.sub(r"\b(hes|shes|theyre|isnt|dont|doesnt|arent)\b", lambda found: _FULL[found[0]], said))
    if "?" in text or said.count(" ") >= _MOST_WORDS or _ASKS.search(said):
        return False
    return _HALF.fullmatch(said) is not None


_FULL = {
    "hes": "he is",
    "shes": "she is",
    "theyre": "they are",
    "isnt": "is not",
    "dont": "do not",
    "doesnt": "does not",
    "arent": "are not",
}
