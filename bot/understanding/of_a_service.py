"""A small grammar of questions about a place or about this line: what "they take my phone" must say to be one of them.

The local model hears "me da perico pa que aguante" as a question about pets, and "he is good to me" as one whether a
partner may come. Beside a danger such a text tells of it. Texts are words with one space between them. Pure.
"""

from __future__ import annotations

import re

from bot.flows.names import Aside

_PLACE = (
    r"\b(?:shelters?|safe ?house|places?|beds?|program|there|stay|staying|center|refugios?|albergues?|lugar|lugares|camas?|quedar\w*|centro"
    r"|casa hogar|reciben|aceptan|dejan entrar|allow\w*|accept\w*|rules?|reglas)\b"
)
_US = r"\b(?:you|u|yall|your|this (?:line|number|place)|ustedes|usted|contigo|tu|tus|eres|esta linea|este numero)\b"

_WORDS = {
    Aside.PETS: r"\b(?:pets?|dogs?|puppy|puppies|pup|cats?|kittens?|bird|animals?|rabbit|hamster|mascotas?|perr\w+|gat[oa]s?|gatit\w+|animal\w*|pajarit\w+|conej\w+|mi (?:perico|loro))\b",
    Aside.COST: r"\b(?:costs?|free|charged?|fees?|cuesta|cuestan|gratis|precio|pago yo|cobran|cobras)\b",
    Aside.PARTNER_ALLOWED: r"\b(?:come|bring|together|both of us|with me|conmigo (?:a|al|ahi|alla)|juntos|venir|llevar\w*|vaya|vayamos|los dos|we (?:both|stay))\b",
    Aside.COMPANY: r"\b(?:come|bring|together|with me|venir|llevar\w*|acompan\w+|vaya|juntas?|juntos)\b",
    Aside.PHONE_TAKEN_AWAY: r"\b(?:(?:do|will|would|can|if) they|there|(?:me )?(?:van a|pueden) quitar\w*|me dejan (?:tener|usar))\b",
    Aside.HOW_LONG_STAY: r"\b(?:stay|quedar\w*|puedo estar|live there)\b",
    Aside.WHAT_HAPPENS_THERE: r"\b(?:what happens|what is it like|que pasa|como es|que hacen)\b",
    Aside.OPEN_HOURS: r"\b(?:open|opens|clos\w+|hours|abren|abiert\w+|cierran|horarios?|atienden|what time do|a que hora)\b",
    Aside.IS_THIS_COPS: r"\b(?:are you|r u|you (?:the|a|with)|is this|eres|son ustedes|ustedes son|esto es|es esto|son (?:de|del|la)|trabajas? (?:para|con))\b",
    Aside.BEDS_FREE: r"\b(?:beds?|room for|space|full|spots?|camas?|cupo|llen[oa]s?|espacio)\b",
    Aside.WORK_REQUIRED: r"\b(?:do i|would i|will i|if i|tengo que|hay que|have to|need to)\b",
    Aside.HOW_LONG_WAIT: r"\b(?:(?:how long|when|cuanto|cuando)\b.*(?:wait|reply|answer|text|person|someone|they|you|take|tard\w+|espero|contest\w+|escrib\w+|llam\w+|persona|alguien|respond\w+|va a)|tard\w+|esper\w+)\b",
    Aside.PROVE_IT: r"\b(?:prove|proof|real|scam|legit|trust|how do i know|fake|prueb\w+|verdad|estafa|como se|confiar)\b",
    Aside.WHO_PAYS: r"\b(?:pays?|paid|fund\w*|paga\w*|cobra\w*|dinero|money)\b.*\b(?:you|this|ustedes|esto|te|tu)\b|\b(?:who pays|quien (?:te|les|los) paga)\b",
}  # fmt: skip
_ASKED = {aside: re.compile(words) for aside, words in _WORDS.items()}
_ALSO_OF_A_PLACE = frozenset(
    {Aside.PETS, Aside.COST, Aside.PARTNER_ALLOWED, Aside.COMPANY, Aside.HOW_LONG_STAY, Aside.WHAT_HAPPENS_THERE,
     Aside.BEDS_FREE, Aside.WORK_REQUIRED, Aside.OPEN_HOURS}
)  # fmt: skip
_PLACE_NAMED, _US_NAMED = re.compile(_PLACE), re.compile(_US)
_OF_US = frozenset(
    {Aside.COST, Aside.OPEN_HOURS, Aside.PROVE_IT, Aside.IS_THIS_COPS, Aside.WHO_PAYS, Aside.HOW_LONG_WAIT}
)
_ON_THE_SIDE = re.compile(
    r"\b(?:how long|cuanto (?:tiempo|rato)|cuantos minutos)\b.*\b(?:dej\w+|de lado|her side|his side|their side|on (?:the )?side|keep (?:her|him|them)|leave (?:her|him|them)|bomb\w+|push\w*|press\w*)\b"
)
_KIND = re.compile(
    r"(?:(?:but|and|pero|y|es que|la verdad|honestly|though) )*(?:(?:he|she|el|ella|mi novio|mi novia|my (?:bf|boyfriend|gf|girlfriend|man)) )?(?:(?:is|es|se porta|has been|treats me|me trata|be|siempre|always|really|so|muy|super|bien) )+"
    r"(?:good|nice|sweet|kind|well|right|buen[oa]|lind[oa]|bien|amable|carinos[oa])(?: (?:to|with|conmigo|a|me|tho|though|a veces|sometimes))*"
)
_HIS_CUT = re.compile(
    r"(?:.* )?(?:el|ella|ellos|he|she|they) (?:cobra|cobran|agarra|agarran|recibe|charges?|collects?|gets? (?:paid|the money)|takes? (?:it|the money|all of it|everything))\b.*\b(?:no me da|nada|no me toca|nothing|none|do not (?:get|see)|never (?:get|see))\b.*"
)
_SEARCHED = re.compile(
    r"(?:.* )?(?:me|nos|les) (?:estan?|andan?|van a|vienen a|va a) (?:revisando|checando|quitando|revisar|checar|quitar|esculcando)\w* (?:el|los|mi|mis|nuestros|todos los) (?:tele\w+|cel\w*|phones?)(?: \w+){0,3}"
    r"|(?:.* )?(?:he|she|they) (?:(?:is|are|will|gonna|going to|about to) )+(?:check\w*|tak\w+|look\w* (?:at|through)|search\w*|go\w* through|collect\w*) (?:all )?(?:the|our|my|everyones) (?:phones?|cells?)(?: \w+){0,3}"
)


def is_asked_of_it(aside: Aside, said: str) -> bool:
    """Return whether a text read as this question has words of it: of the place, or of this line."""
    own = _ASKED.get(aside)
    if own is None or own.search(said):
        return True
    of_place = aside in _ALSO_OF_A_PLACE and _PLACE_NAMED.search(said) is not None
    return of_place or (aside in _OF_US and _US_NAMED.search(said) is not None)


def asks_of_first_aid(said: str) -> bool:
    """Return whether a text asks how long somebody stays on their side, or is pressed or breathed for."""
    return _ON_THE_SIDE.search(said) is not None


def says_kind(said: str) -> bool:
    """Return whether all of `said` says that somebody is good to the person."""
    return _KIND.fullmatch(said) is not None


def is_his_cut(said: str) -> bool:
    """Return whether all of `said` tells that another one is paid for what the person is made to do."""
    return _HIS_CUT.fullmatch(said) is not None


def is_searched(said: str) -> bool:
    """Return whether somebody looks through the phones right now."""
    return _SEARCHED.fullmatch(said) is not None
