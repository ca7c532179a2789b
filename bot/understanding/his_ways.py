"""A small grammar of what somebody does who is a danger in the house, in English and Spanish. Pure.

When he comes into a room, that he has a key to it, that he is asleep, that he does not say where they are: none of it
is said of the phone, or of this minute. All texts are words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_SO = (
    r"(?:(?:and|but|so|cuz|cause|because|bc|like|i think|i know|i swear|pretty sure|idk|then|sometimes|most nights|now|ok|no|yes|well|"
    r"y|pero|es que|porque|creo que|a veces|ya|siempre|luego|entonces|pues) )*"
)
_HE = r"(?:(?:he|she|they|him|(?:my|her|the|his) (?!shelter|place|staff|program|landlord|social|baby|dog|cat)(?:\w+ ){0,2}\w+) )?"
_EL = r"(?:(?:el|ella|mi \w+|el \w+|su \w+|me|se|nos) )*"
_WHEN = r"(?:when(?:ever)?|while|once|after|if|till?|until|before|as soon as|every ?(?:night|time|day)|at night|in the night|nights|on (?:her|his|the|week) ?\w+|during|around)"
_CUANDO = r"(?:cuando|mientras|si|despues de que|antes de que|hasta que|apenas|en la noche|en las noches|por las noches|cada (?:noche|vez)|de noche)"
_ENTERS = re.compile(
    rf"{_SO}{_HE}(?:(?:always|just|be|only|usually|always be|still|keeps|tries to|likes to) )*(?:comes?|coming|walks?|walking|sneaks?|gets?|creeps?|slides?|climbs?|stands?|sits?|lays?|lies|peeks?|enters?|barges?)"
    rf" (?:in|into|over|by|on|next to|at|through|up to)(?: (?:to|my|the|our|on|me|bed|bedroom|room|door|bathroom|shower|window|us|her))*(?: {_WHEN}(?: .*)?| at night| every night)"
    rf"|{_SO}{_HE}(?:(?:just|only|usually|always) )*(?:comes|stays|is)(?: (?:over|around|here|by|home))* (?:when(?:ever)?|while|once|after)(?: (?:my|she|he|they|everyone|everybody|nobody|no one|\w+))* (?:at work|works|asleep|sleeps?|sleeping|gone|out|away|home|leaves?|here)"
    rf"|{_SO}{_HE}(?:(?:just|always|only) )*(?:waits?|waiting|waited)(?: up)?(?: (?:for (?:her|him|them|my \w+|everyone|everybody) to|{_WHEN})) .*"
    rf"|{_SO}{_HE}(?:(?:only|always) )*(?:does|do|did|tries|touches|starts)(?: (?:it|that|this|stuff|things))? {_WHEN} .*(?:work|asleep|sleeping|sleeps?|gone|out|night|home|alone|leaves?|store).*"
    rf"|{_SO}(?:there is |i have |we have |my \w+ has )?(?:no|not a|not any) (?:lock|door)s?(?: (?:on|to|for|my|the|bathroom|bedroom|room|door))*"
    rf"|{_SO}{_HE}(?:took|broke|removed|takes)(?: (?:my|the|off))* (?:door|lock)s?(?: (?:off|down|handle|away|on|my|the|of|door|room))*"
    rf"|{_SO}{_EL}(?:entra|entro|entraba|mete|metio|meten|acuesta|acerca|sube|para|asoma|espia)(?: (?:a|en|al|por|con|mi|el|la|cuarto|cama|bano|ventana|recamara|puerta|nosotras|conmigo|junto|lado))* {_CUANDO}(?: .*)?"
    rf"|{_SO}{_EL}(?:espera|esperaba|aprovecha)(?: (?:a que|que|hasta que|cuando|para)) .*"
    rf"|{_SO}{_EL}(?:lo )?(?:hace|hacia) (?:solo )?{_CUANDO} .*"
    rf"|{_SO}(?:mi cuarto |la puerta |el bano )?no (?:tiene|tengo|hay|tenemos)(?: (?:seguro|llave|chapa|candado|cerradura|puerta))+(?: .*)?"
    rf"|{_SO}{_EL}(?:quito|rompio|tumbo) (?:la|el|mi) (?:puerta|chapa|seguro|candado|cerradura)(?: .*)?"
)
_KEY = re.compile(
    rf"{_SO}{_HE}(?:(?:might|may|still|probably|could|must|already|also|even|just) )*(?:has|have|had|got|made|makes|copied|kept|keeps|took|stole|knows|got himself)"
    r"(?: (?:a|an|the|my|his own|another|spare|extra|house|copy|of|room|door|made|to|own))* (?:keys?|(?:door ?|gate ?|lock ?)?code)(?: (?:to|for|of|my|the|our|room|door|house|place|apartment|apt|bedroom|bathroom|home|crib|building|front|back|it|made|now|still|too))*"
    rf"|{_SO}{_EL}(?:(?:todavia|a lo mejor|creo|tambien) )*(?:tiene|trae|hizo|saco|se quedo con|guarda|sabe)(?: (?:una?|la|las|el|mi|copia|de|otra|su))* (?:llaves?|copia|codigo)(?: (?:de|del|mi|la|el|casa|cuarto|puerta|depa|apartamento|recamara|bano))*"
)
_NOT_NOW = re.compile(
    r"\b(?:is|are) coming\b|\b(?:here|back|phone|texts?|messages?|screen|cel|celular|mensajes|textos)\b"
)
_HIDES_WHERE = re.compile(
    rf"{_SO}(?:(?:he|she|they|nobody|no one|my \w+|the \w+) )?(?:will not|does not|do not|did not|would not|refuses? to|never|not|is not|wont|dont)(?: (?:even|ever|going to|gonna|let|want to|wanna))*"
    r" (?:tell|say|tells|telling|told|said|let|know)(?: (?:me|us|to))*(?: know)? (?:where(?: (?:we|i|they|this|it|he|she))?|what (?:city|town|state|place)|which (?:city|town|state)|the (?:city|town|address|state|name of (?:the|this) (?:town|city|place)))"
    r"(?: (?:we|i|are|am|is|at|he|she|they|taking|takes|took|going|bringing|driving|us|me|to|this|in|even|the|city|town|it))*"
    rf"|{_SO}(?:(?:el|ella|ellos|nadie) )?no (?:me|nos) (?:dice|dicen|quiere decir|quieren decir|ha dicho|han dicho|dijo|dijeron|deja saber|dejan saber)(?: ni)? (?:en |a |para )?(?:donde|adonde|que (?:ciudad|pueblo|lugar|estado)|la (?:ciudad|direccion))(?: .*)?"
)
_HIDES_FROM_HIM = re.compile(r"\b(?:you|u|my mom|the shelter|shelter|going to|que voy)\b")
_ASLEEP = re.compile(
    rf"{_SO}{_HE}(?:is |are )?(?:asleep|sleeping|passed out|in bed|out cold|knocked out|napping)(?: (?:now|right now|rn|next to me|already|still|here))*"
    rf"|{_SO}{_EL}(?:esta|estan|anda)(?: ya)? (?:dormid[oa]s?|durmiendo|tomado|borracho|desmayado)(?: .{{0,12}})?|{_SO}{_EL}(?:durmio|durmieron)(?: ya)?"
)
_OF_HIM = re.compile(
    r"\b(?:he|they|el|(?:my|mi) (?:ex|bf|boyfriend|man|husband|stepdad|uncle|pimp|boss|dad|cousin|padrastro|tio|novio|marido|esposo|jefe|patron|primo))\b"
)
_MOST_WORDS = 18


def enters(said: str) -> bool:
    """Return whether all of `said` tells when somebody comes to a bed or a room: "he comes in when shes at work"."""
    return _is_short(said) and _ENTERS.fullmatch(in_full(said)) is not None and _NOT_NOW.search(said) is None


def has_key(said: str) -> bool:
    """Return whether all of `said` tells that somebody can get in: "i think he made a key"."""
    return _is_short(said) and _KEY.fullmatch(in_full(said)) is not None and _NOT_NOW.search(said) is None


def is_of_him(said: str) -> bool:
    """Return whether a text names somebody whose key is a danger by itself: "he", "my ex"."""
    return _OF_HIM.search(said) is not None


def hides_where(said: str) -> bool:
    """Return whether all of `said` tells that somebody keeps from them where they are: "he wont say where we are"."""
    return _is_short(said) and _HIDES_WHERE.fullmatch(in_full(said)) is not None and not _HIDES_FROM_HIM.search(said)


def is_asleep(said: str) -> bool:
    """Return whether all of `said` tells that somebody sleeps."""
    return _is_short(said) and _ASLEEP.fullmatch(in_full(said)) is not None


def _is_short(said: str) -> bool:
    return said.count(" ") < _MOST_WORDS
