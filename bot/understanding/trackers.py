"""A small grammar of what traces somebody: tags, a device in a car, an app, a location that is shared.

In English and Spanish. All texts are words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

_TAG = r"(?:air ?tags?|tracker|trackers|tracking (?:device|thing)|gps|smart ?tag|tile tag|bug|rastreador(?:es)?|localizador|aparato|chip)"
_APP = r"(?:life ?360|find my(?: (?:iphone|phone|friends))?|spy ?ware|stalker ?ware|(?:spy|spying|tracking|hidden) app)"
_THING_SEEN = re.compile(
    r"(?:.* )?(?:something|some ?thing|a (?:\w+ )?(?:thing|box|device|magnet|light|wire)|algo|un aparatito|una cosa|una cajita|un iman) (?:\w+ )?(?:under|underneath|on|in|inside|behind|stuck (?:to|under)|taped (?:to|under)|beneath|debajo|abajo|atras|pegad[oa]|adentro)(?: (?:of|de|del|a|al|en|the|my|mi|el|la|seat|bottom))* (?:car|truck|bumper|wheel|seat|bag|backpack|purse|jacket|shoe|carro|coche|troca|asiento|llanta|bolsa|mochila|chamarra|zapato)\b.*"
)
_TAG_TOLD = re.compile(rf"(?:.* )?\b{_TAG}\b.*")
_APP_TOLD = re.compile(rf"(?:.* )?\b{_APP}\b.*")
_SHARED = re.compile(
    r"(?:.* )?\b(?:see|sees|seeing|track|tracks|tracking|tracked|check|checks|has|got|watches|follows|knows|share|shares|sharing|turn(?:ed)? (?:on|off)|on)\b(?: \w+){0,3}? (?:location|where i am at all times|where i am at|where i am|where i go|every ?where i go|my (?:snap|dot))\b.*"
    r"|(?:.* )?\b(?:tracks|tracking|tracked|tracing|stalks|stalking|is tracking|can track) (?:me|my)\b.*"
    r"|(?:.* )?\b(?:me (?:rastrea|rastreo|rastrean|localiza|tiene rastread[oa]|anda rastreando|esta rastreando)|rastrea mi|ve (?:mi|donde)|sabe (?:siempre |todo el tiempo )?(?:mi ubicacion|donde (?:estoy|ando|voy))|(?:tiene|comparto|ve|mira|checa)(?: \w+)? (?:mi )?ubicacion|ubicacion en (?:vivo|tiempo real))\b.*"
)
_SHARED_WITH = re.compile(
    r"\b(?:snap|snapchat|life ?360|icloud|find my|google|app|iphone|phone|car|location|ubicacion|gps|cel|celular|telefono|carro|maps?|me|my|mi)\b"
)
_WAYS = re.compile(
    r"(?:(?:ok|okay|so|and|but|well|wait|then|if|also|like|y|pero|entonces|bueno|oye|oiga|o|or) )*"
    r"(?:(?:should|shud|can|could|do|how do|how can|how would|how could|where do|where should|what if|what happens if|if|would|is it ok(?: if| to)?|is it safe to|do you think) (?:i|we|u|you|he will know if i)(?: (?:just|even|have to|need to|should|can|safely|like))*"
    r"|how (?:to|do)|what do i do (?:with|about)|como|donde|lo|la|y si|si|debo|deberia|puedo|que hago (?:con|si)|mejor|le|los|las|es malo si)"
    r"(?: (?:lo|la|los|las|le|me|debo|puedo|yo|just))* ?(?:take|pull|turn|throw|toss|get rid|remove|delete|uninstall|find|look|search|check|break|smash|leave|put|keep|move|tell|know|stop|block|disable|hide|switch|drop|flush|burn|give|cut|ditch|destroy"
    r"|busco|buscar\w*|quito|quitar\w*|tiro|tirar\w*|apago|apagar\w*|dejo|dejar\w*|rompo|romper\w*|encuentro|encontrar\w*|borro|borrar\w*|desinstal\w+|saco|sacar\w*|se si|saber si|escondo|bloqueo|muevo|destruyo|aviento|boto|botar\w*|reviso|revisar\w*|agarro)\b.*"
)
_FOUND = re.compile(
    r"(?:(?:ok|yes|yeah|omg|i|we|just|so|y|si|ya|ay|creo que) )*(?:(?:found|find|see|got|have) (?:it|one|something|2|two)|(?:think|thinks) (?:it is|its|there is one) (?:on|in) my (?:phone|car|bag|purse)(?: too)?|it is (?:on|in|under|behind|taped)(?: \w+){0,4}|lo (?:encontre|vi|tengo)|(?:la|los) encontre|esta (?:en|debajo|abajo|pegado)(?: \w+){0,5}|(?:it|the thing|thing) (?:keeps?|kept|is) (?:popping|poppin|beeping|moving|saying|alerting)(?: \w+){0,4})(?: (?:too|now|tho|rn|ahi|ya))*"
    r"|(?:(?:if|when|but|y|pero) )*(?:if i (?:take|turn|remove|delete)\b.*\b(?:know|knows|notice|mad|see|tell)\w*\b.*|si (?:lo|la) (?:quito|apago|borro|tiro)\b.*|(?:se|el) (?:va a )?(?:da|dar|dara)(?:se)? cuenta)"
)
_GOES = re.compile(
    r"(?:(?:i am|im|we are|ok|so|and|now|rn|ya|y|estoy|voy|vamos) )*(?:(?:driving|going|heading|headed|otw|on (?:my|the) way|running|moving|walking|taking (?:a|the) \w+)(?: (?:to|over|up|down|home|back|now))*|(?:manejando|yendo|en camino|rumbo|voy|vamos)(?: (?:a|pa|para|con|hacia))*)(?: (?:my|the|a|mi|la|el|casa|de))*(?: \w+){0,6}"
    r"|(?:(?:i am|im|ok|now|ya|estoy|toy|we are) )*(?:at|in|near|by|en|cerca de|a) (?:(?:a|the|my|un|una|la|el|mi) )*(?:gas station|store|walmart|target|mall|parking lot|rest stop|hotel|motel|library|aunts?|friends?|gasolinera|tienda|super|estacionamiento|biblioteca|casa de \w+(?: \w+)?)(?: .*)?"
)
_ARRIVES = re.compile(
    r"(?:(?:omg|oh god|wait|help|fuck|shit|no|he|and|now|ok|i think|ay|dios|y|ya|ahi|creo que) )*(?:(?:he|she|they|his (?:car|truck)|my (?:ex|bf|husband|man|boyfriend)|it)(?: (?:is|just|are|has|i think|literally))* (?:pulled in|pulling in|pulled up|pulling up|here|found me|outside|parked|parking|behind me|following me|follows me|right there|in the (?:lot|parking lot|store|same \w+)|at the (?:pump|door|light)|walking (?:in|up|over)|coming (?:in|over|up|at me)|came|arrived|drove by|driving by|circling|saw me|sees me)"
    r"|(?:el |ella |su (?:carro|troca) )?(?:ya )?(?:acaba de llegar|llego|llegaron|esta (?:aqui|afuera|atras|parado|en la entrada)|me (?:encontro|sigue|viene siguiendo|vio)|se (?:estaciono|paro)|viene (?:para aca|atras|hacia aca|detras)|paso (?:por aqui|en su carro)))(?: .{0,30})?"
)
_NO = re.compile(
    r"\b(?:(?:lost|lose|keep|kept|losing) track|for my (?:dog|cat|keys|luggage|kid)|my (?:dog|cat|keys|luggage|wallet)s?|lost my|where is my phone|find my phone|package|pizza|uber|bus|order|google maps|parents|not|school|work|perdi|mis llaves|mi perro|mi gato|paquete|el bus)\b"
)
_ASKS_US = re.compile(
    r"\b(?:do|can|could|will|are|does) (?:you|u|yall|this|they|the shelter|this number)\b|\b(?:ustedes|pueden ver|puedes ver|rastrean|me rastreas)\b"
)
_READS = re.compile(
    r"\b(?:reads?|texts?|messages?|msgs?|listen\w*|hears?|camera|cam|lee|leen|mensajes?|escucha|oye|camara|revisa mi cel\w*)\b"
)
_ASKS_HOW = re.compile(
    r"\b(?:how (?:do|can|to|would)|should i|what (?:do|can|should) i|can i|is there a way|como (?:le|lo|la|se|puedo|hago)|que (?:hago|puedo)|puedo|debo|deberia)\b"
)
_MOST_WORDS = 22


def is_traced(said: str) -> bool:
    """Return whether a text tells of a thing that traces the one who writes, and asks nothing of this line."""
    return _tells(said) and (_TAG_TOLD.fullmatch(said) or _THING_SEEN.fullmatch(said)) is not None


def is_traced_by_phone(said: str) -> bool:
    """Return whether a text tells that the phone itself shows where they are: who looks there may read along."""
    if not _tells(said) or is_traced(said):
        return False
    shared = _SHARED.fullmatch(said) is not None and _SHARED_WITH.search(said) is not None
    return shared or _APP_TOLD.fullmatch(said) is not None


def _tells(said: str) -> bool:
    is_of_others = _NO.search(said) or _ASKS_US.search(said) or _READS.search(said)
    return said.count(" ") < _MOST_WORDS and not is_of_others


def asks_how(said: str) -> bool:
    """Return whether a text that tells of it asks in the same breath what to do: "how do i stop it"."""
    return _ASKS_HOW.search(said) is not None


def asks_of_it(said: str) -> bool:
    """Return whether a text asks what to do with it, or says that it was found. It counts only after it was told."""
    return said.count(" ") < _MOST_WORDS and (_WAYS.fullmatch(said) or _FOUND.fullmatch(said)) is not None


def goes_with_it(said: str) -> bool:
    """Return whether all of `said` tells where somebody goes, or is, while it traces them."""
    return _GOES.fullmatch(said) is not None


def is_caught_up(said: str) -> bool:
    """Return whether all of `said` tells that who traces them has come: "he just pulled in"."""
    return _ARRIVES.fullmatch(said) is not None


def is_english(said: str) -> bool:
    """Return whether a short text of a tracker is English, although a word of it is Spanish: "he has life360 on me"."""
    return _ENGLISH.search(said) is not None


_ENGLISH = re.compile(
    r"^(?:he|she|they|my|i|there|someone|somebody|the|should|do|how|can|what)\b|\b(?:the|on|my|is|has|put|under|location|tracking|tracker|found|it)\b"
)
