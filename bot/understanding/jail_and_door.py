"""A small grammar of agents at the door, jail for oneself or for who hurts, being sent back, an order, a record. Pure.

In English and Spanish; texts are words with one space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

_ICE = r"\b(?:ice|i c e|la migra|migra|inmigracion|migracion|immigration|imigracion|border patrol|agentes federales|deportation officers?)\b"
_OF_ICE = re.compile(_ICE)
_AT_DOOR = re.compile(
    rf"(?=.*{_ICE})(?=.*\b(?:door|knock\w*|bang\w*|outside|at (?:my|the|our) (?:house|home|apartment|place|work|job)|open|downstairs|tocan|tocando|toca|tocaron|golpean\w*|afuera|puerta|abro|abrir\w*|abra|abrimos|en (?:mi|la|nuestra) (?:casa|puerta)|abajo|entrar)\b).*"
    rf"|(?:(?:y|and|creo que|i think|ok|ay|dicen que|they say they are|parece que|si|yes|pero) )*(?:son|es|it is|they are|its|esta|estan|llego|vino|llegaron|vinieron) (?:de |from |los de |of )?{_ICE}(?: (?:creo|i think|here|aqui|ahi|ya|now|maybe|verdad))*"
)
_RAID = re.compile(
    rf"(?:.* )?\b(?:redada|raid|raiding|raided)\b.*|(?=.*{_ICE})(?=.*\b(?:came|come|coming|entro|entraron|llego|llegaron|metieron|inside|adentro|in)\b)(?=.*\b(?:work|job|restaurant|kitchen|factory|farm|warehouse|trabajo|chamba|cocina|fabrica|restaurante|rancho|campo|bodega)\b).*"
)
_PAST = re.compile(
    r"\b(?:yesterday|last (?:week|month|year|night)|ago|ayer|anoche|hace (?:\w+ )?(?:dias?|semanas?|meses|anos)|el (?:mes|ano) pasado|la semana pasada|when i was|cuando era|if|what if|miedo|scared|afraid|deported|deportaron)\b"
)
_COLD = re.compile(
    r"\b(?:cold|frio|hielo|cream|cubes?|road|slip\w*|slid|snow\w*|bag|coffee|drink|vaso|nieve|skat\w+|water|freez\w+|rink|truck of|spa|pack|video ?game|fortnite|meth|crystal|cristal)\b"
)
_DOOR_ON = re.compile(
    r"(?:(?:y|and|so|but|ok|pero|entonces|oye) )*(?:(?:do|should|can|must) i (?:have to )?(?:open|answer|let them in|talk|say)\b.*|(?:les )?(?:abro|abrimos|abrir|contesto|debo abrir|tengo que abrir|les digo)\b.*|(?:what do i do|que hago|que hacemos|what now|y ahora|what do we do)(?: \w+){0,2}"
    r"|(?:they|ellos|ya)(?: \w+)? (?:are|is|coming|come|break\w*|entran|entraron|entrando|se meten|rompen|tocan|siguen|sigue)\b.*|(?:i am|im|estoy|estamos|we are) (?:alone|hiding|sol[oa]s?|escondid[oa]s?|under|debajo|in|en)\b.*|nos tocan\b.*)"
)

_JAIL = r"(?:jail|prison|juvie|lock(?:ed)? up|locked|arrest(?:ed)?|charg(?:ed|es)|in trouble|get time|do time|pres[oa]s?|carcel|bote|carceles|encierr\w+|encerrar\w*|arrest\w+|anos|cargos|prision|juvenil|tanque|meten|meter|detienen|detengan)"
_SELLS = re.compile(
    r"\b(?:prostitut\w*|prostituy\w*|prostituirme|prostituirse|sell(?:ing|s)? (?:my|your|ur|her|him|them|one)?(?:self|body|sex)|selling (?:myself|yourself|urself|sex)|sex work|solicit\w*|vend(?:iendo|er|o|en|erse|erme)(?:me|se)?(?: (?:mi cuerpo|el cuerpo|sexo))?|puta|tricks?|escort\w*|trading sex|sexo por)\b"
)
_IF_CAUGHT = re.compile(
    rf"\b(?:if|when|can|could|will|would|do|does|is it|si|cuando|puede[n]?|me pueden|a uno|a una)\b.*\b{_JAIL}\b"
)
_BY_HIM = re.compile(r"\b(?:he|she|they) (?:sells?|made|makes?|forces?)\b|\bme (?:vende|venden|obliga|obligan)\b")
_ME_TOO = re.compile(
    r"(?:(?:y|and|but|pero|so|wait|oye|ok|entonces) )*(?:"
    r"(?:a mi |yo )?(?:tambien )?(?:me (?:cae|caen|toca|dan|darian|echan|pueden (?:meter|dar|echar)|van a (?:meter|dar|echar|encerrar|arrestar)|meten|meterian|encierran|arrestan|detienen|llevan)|voy|iria|puedo ir|caigo)(?: (?:a la|al|en la|en el|a mi|tambien|en|con|por|de))* ?(?:carcel|bote|pres[oa]|anos|prision|juvenil|cargos|tanque|a mi tambien|a mi)\b(?: \w+){0,6}"
    r"|(?:si|cuando) (?:me (?:agarran|cachan|para|paran|detienen|pilla|pillan|atrapan|denuncian)|(?:yo )?(?:digo|hablo|cuento|denuncio|confieso|confeso|acepto))\b.*\b(?:me (?:(?:dan|echan|cae|caen)(?: \w+){0,2} (?:anos|cargos|carcel)|meten|encierran|arrestan|detienen|llevan pres[oa]|(?:van a|pueden) (?:meter|encerrar|arrestar|detener))|(?:voy|iria) (?:a la carcel|pres[oa]|al bote)|caigo pres[oa])\b.*"
    r"|(?:can|will|would|could|do|am|if)\b.*\b(?:i|me|us|we)\b.*\b(?:go to (?:jail|prison|juvie)|get (?:arrested|charged|locked up|in trouble|time)|be (?:arrested|charged)|lock me up|arrest me|charge me|jail)\b(?: \w+){0,6})"
)
_HIS_JAIL = re.compile(
    r"(?:(?:y|and|but|pero|so|wait|oye|ok|entonces) )*(?:"
    r"(?:si (?:lo|la|los) (?:denuncio|reporto|acuso|demando|delato) )?(?:a el |a ella )?(?:lo|la|los|le|les) (?:van a (?:meter|arrestar|encerrar|dar|detener|agarrar)|meten|meterian|arrestan|encierran|dan|darian|pueden (?:meter|arrestar|encerrar|dar)|agarran|detienen|echan|caen)\b(?: \w+){0,6}"
    r"|si (?:lo|la|los) (?:denuncio|reporto|acuso|demando|delato) (?:que (?:le )?pasa|cuantos?|le|lo|va|se)\b.*|(?:el |ella )?(?:va|iria|se va) (?:a ir )?(?:a la carcel|preso|al bote)(?: \w+){0,4}|cuantos? anos le (?:dan|darian|echan|tocan)\b.*"
    r"|(?:if i (?:report|tell on|press charges on|turn in|testify against) (?:him|her|them) )?(?:will|would|can|could|does|do) (?:he|she|they)(?: \w+)? (?:go to|get|be|do|end up in|face|sit)(?: \w+){0,3}? (?:jail|prison|arrested|charged|time|locked up|years)\b.*|(?:if i (?:report|tell on|press charges on|turn in) (?:him|her|them) )?how (?:long|many years|much time) (?:will|would|does|do|could|can) (?:he|she|they) (?:get|do|face|be)\b.*"
    r"|what (?:happens|will happen|would happen) to (?:him|her|them) if i (?:report|tell|press)\b.*)"
)
_SENT_BACK = re.compile(
    r"(?:.* )?\b(?:police|cops?|policia|poli|la placa|chota)\b.*\b(?:(?:send|take|bring|drag|make|return|put) (?:me|us)(?: go)? (?:back|home|to (?:him|them|my|his))|(?:me|nos) (?:regres\w+|devuelv\w+|devolver\w*|mand\w+|llev\w+|entreg\w+) (?:de vuelta|pa tras|para atras|con (?:el|ella|ellos|mi|mis)|a (?:mi|la|su) casa|a casa))\b.*"
)
_ASKED = re.compile(
    r"\b(?:if|si|will|would|can|could|do|does|are|y si|me van|nos van|puede|pueden|regresaria\w*|va a)\b"
)
_ORDER = re.compile(
    r"(?:.* )?\b(?:restraining order|protection order|protective order|order of protection|orden de (?:alejamiento|restriccion|proteccion|no contacto)|perimetral|stay away order|no contact order)\b.*"
)
_ORDER_ON = re.compile(
    r"(?:(?:y|and|but|pero|so) )*(?:(?:eso )?(?:le (?:llega|avisan|dicen|mandan)|el (?:se entera|sabe|lo sabe|se va a enterar))|(?:does|will|would) (?:he|she|they) (?:find out|know|get told|see)|(?:do|will) they tell (?:him|her)|(?:how|where) do i get (?:one|it)|como (?:la|lo) (?:saco|pido)|donde (?:la|lo) (?:saco|pido)|(?:can|do) i need\b.*|necesito un adulto|cuanto cuesta|is it free)(?: \w+){0,4}"
)
_RECORD = re.compile(
    r"(?:.* )?\b(?:tengo|traigo|salgo con|me pusieron|me quedo|i have|i got|have|got|with) (?:(?:un|unos|a|an|some|my|old|mi|el|two|dos) )*(?:record|cargos?|antecedentes|charges?|expediente|prostitution|solicitation|conviction)(?: (?:record|charges?|de|por|for|of|criminal|conviction))* ?(?:prostituc\w+|prostitut\w+|solicit\w+|putas?|vender\w*|loitering)?\b.*"
)
_OF_SELLING = re.compile(r"\b(?:prostit\w+|solicit\w+|loitering|vender\w* mi cuerpo)\b")
_CLEARS = re.compile(
    r"(?:(?:y|and|but|pero|so|eso|esto|it|that|they|todo) )*(?:se (?:pueden?|podria[n]?)? ?(?:borr\w+|quit\w+|limpi\w+|sell\w+|elimin\w+)|me l[oa]s? (?:pueden|puedo|van a) (?:borrar|quitar|limpiar)|(?:can|could|will|does|do) (?:it|they|that|those|this|i)(?: \w+)? (?:be |get )?(?:erase\w*|clear\w*|expunge\w*|seal\w*|go away|come off|disappear|remove\w*|drop off)|how do i (?:clear|erase|remove|get rid of) (?:it|them|that))(?: (?:sol[oa]s?|o no|by itself|itself|themselves|it|them|ya|now|from my record|off|algun dia|verdad|when i turn 18|a los 18|cuando \w+ \w+))*"
)


def is_at_door(said: str) -> bool:
    """Return whether a text tells that immigration agents are at the door now, or asks whether to open to them."""
    return _AT_DOOR.fullmatch(said) is not None and not (_COLD.search(said) or _PAST.search(said))


def is_raid(said: str) -> bool:
    """Return whether a text tells of a raid that goes on."""
    return _RAID.fullmatch(said) is not None and not (_COLD.search(said) or _PAST.search(said))


def goes_on_at_door(said: str) -> bool:
    """Return whether a text goes on from agents at the door: "abro o no"."""
    return _DOOR_ON.fullmatch(said) is not None


def asks_if_jailed_for_it(said: str) -> bool:
    """Return whether a text asks whether one is jailed for selling sex."""
    return _SELLS.search(said) is not None and _IF_CAUGHT.search(said) is not None and _BY_HIM.search(said) is None


def asks_if_jailed_too(said: str) -> bool:
    """Return whether all of `said` asks whether the person goes to jail for what they were made to do."""
    return _ME_TOO.fullmatch(said) is not None


def asks_of_his_jail(said: str) -> bool:
    """Return whether all of `said` asks what a court does to who hurts them."""
    return _HIS_JAIL.fullmatch(said) is not None


def asks_if_sent_back(said: str) -> bool:
    """Return whether a text asks whether police take somebody back to where they ran from."""
    return _SENT_BACK.fullmatch(said) is not None and _ASKED.search(said) is not None


def asks_of_order(said: str, *, goes_on: bool) -> bool:
    """Return whether a text asks about an order to stay away. `goes_on`: one was spoken of."""
    return _ORDER.fullmatch(said) is not None or (goes_on and _ORDER_ON.fullmatch(said) is not None)


def tells_of_record(said: str) -> bool:
    """Return whether a text tells of a record for selling sex, and of nobody who makes them."""
    told = _RECORD.fullmatch(said) is not None and _OF_SELLING.search(said) is not None
    return told and _BY_HIM.search(said) is None


def asks_if_cleared(said: str) -> bool:
    """Return whether all of `said` asks whether "it" can be cleared: a record, where one was told of."""
    return _CLEARS.fullmatch(said) is not None
