"""Plain words by which a consent is taken back, in English and Spanish: an act, and what it is about. Pure.

`second_thoughts` knows set phrases. Here any verb of undoing may stand before any word for the person or for what is
shared: "cancel the person", "take back everything", "mejor que nadie vea nada". Each form is a whole text.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_MOST_WORDS = 18
_LEAD = (
    r"(?:(?:actually|never mind|nevermind|nvm|nah|no|nope|wait|ok|okay|sorry|um|hey|ugh|please|pls|just|so|and|but|well|"
    r"yeah|oh|god|omg|now|then|stop|do not|i changed my mind|changed my mind|forget it|can you|could you|will you|i want to|"
    r"i want you to|i would like to|i need to|i need you to|you can|on second thought|"
    r"sabes que|espera|esperate|perdon|disculpa|oye|mejor|ay|bueno|pues|y|pero|ya|por favor|porfa|es que|que|siempre|"
    r"ya cambie de (?:opinion|idea)|cambie de (?:opinion|idea)|me arrepenti|olvidalo|quiero|quisiera|puedes|pueden) )*"
)
_TAIL = (
    r"(?:(?: |^)(?:please|pls|sorry|thanks|thank you|now|ok|okay|anymore|any more|no more|though|tho|yet|right now|back|off|"
    r"from (?:them|there|staff|the team)|to (?:them|anyone|anybody|staff)|with (?:them|anyone|anybody|staff)|actually|"
    r"i changed my mind|changed my mind|never mind|nvm|forget it|at all|after all|i am scared|im scared|i got scared|"
    r"that i (?:said|told you|shared|sent)|i (?:said|told you|shared|sent)|do not|stop|no|"
    r"gracias|perdon|ya|mejor|siempre|todavia|ahora|ahorita|nada|a nadie|con nadie|con ellos|de mi|mio|mia|de lo mio|"
    r"quiten?lo|borren?lo|cancel(?:a|en)lo|me dio miedo|tengo miedo|me arrepenti|por favor|porfa|nunca|jamas|mas|"
    r"que (?:les |te )?(?:dije|conte|puse|comparti)|lo que (?:les |te )?(?:dije|conte|puse|comparti)))*"
)
_PERSON = (
    r"(?:(?:the|that|this|a|any|my|your|real) )*(?:person|people|human|caseworker|case worker|worker|counselor|advocate|staff|"
    r"team|somebody|someone|anybody|anyone|them|request|consent|permission|yes|talk|chat|text|hand ?off|referral|share|sharing|shares|agreement|note)"
)
_ALL = (
    r"(?:(?:back|all|of) )*(?:it|that|this|everything|every thing|all|all of (?:it|that|this)|it all|this all|"
    r"(?:everything|all|what|anything|all that|whatever) (?:that )?(?:i|you|ive|i have) (?:\w+ )?"
    r"(?:said|told(?: you)?|shared?|sent|gave)|(?:my|all my) (?:stuff|info|information|things|story|yes|ok|okay|answers?))"
)
_SEE = r"(?:see|read|know|have|get|look at|hear|find out|text|contact|message|write|call|talk to)"
_NOBODY = r"(?:any ?one|any ?body|no ?one|no ?body|nobody|them|staff|people|some ?one|some ?body|a person|strangers|they|the team|your team)"
_ANYTHING = (
    r"(?:anything|nothing|any of (?:it|this|that|my stuff)|any|it|this|that|everything|(?:about )?me|my (?:stuff|info|things|story)|"
    r"what i (?:said|wrote|told you)|about (?:me|it|this))"
)
_ENGLISH = (
    rf"(?:take|took|taking|pull|get|put) (?:back {_ALL}|{_ALL} back)|"
    rf"(?:delete|erase|remove|wipe|hide|unsend|clear|undo) (?:what|everything|all|whatever|anything|the (?:stuff|things|info))(?: that)? (?:they|staff|the team) "
    rf"(?:saw|see|can see|have|got|know|read|have on me|got on me)(?: (?:about|on|of) me)?|"
    rf"(?:undo|cancel|withdraw|retract|scratch|scrap|reverse|call off|unshare|revoke) (?:{_ALL}|{_PERSON})|"
    rf"(?:forget|drop|skip|nix|never mind|nvm|lose|leave) (?:about )?{_PERSON}|"
    rf"(?:i )?(?:really |just )?(?:do not|no longer|never) (?:really )?(?:want|need) (?:to (?:talk|text|speak) (?:to|with) )?{_PERSON}|"
    rf"(?:i )?(?:do not|no longer) (?:really )?(?:want|like) {_NOBODY}(?: to)? {_SEE}(?:ing)?(?: {_ANYTHING})*|"
    rf"(?:do not|never|stop) (?:let(?:ting)?|have|having) {_NOBODY} {_SEE}(?: {_ANYTHING})*|"
    rf"(?:do not|stop) (?:share|sharing|show|showing|send|sending) (?:{_ANYTHING})|"
    rf"(?:nobody|no one|noone) (?:can|should|gets to|is allowed to|may|better) {_SEE}(?: {_ANYTHING})*|"
    r"i (?:do not|no longer) (?:want to share|agree|consent)(?: (?:to|it|that|this|anything|my stuff|my info|anymore))*"
)
_NADIE = r"(?:nadie|ninguno|ninguna persona|ellos|alguien|el equipo|la gente|gente|otros|una persona|los del equipo|sus companeros)"
_VEAN = (
    r"(?:leas?|lean|veas?|vean|sepas?|sepan|tengas?|tengan|oigan?|miren?|se enteren?|enteren?|escriban?|contacten?|busquen?|"
    r"revisen?|guarden?|me (?:escriban?|contacten?|busquen?|hablen?|lean?|vean?))"
)
_NADA = (
    r"(?:nada|todo|eso|esto|lo (?:mio|que dije|que les dije|que te dije|que conte|que puse|que escribi)|mis (?:cosas|datos|"
    r"mensajes)|mi (?:historia|informacion|vida)|de mi|de esto|de eso|de lo que (?:dije|conte)|sobre mi)"
)
_SPANISH = (
    rf"(?:(?:ya )?no (?:quiero|quisiera|deseo) )?que {_NADIE} (?:lo |la |me |se )?{_VEAN}(?: {_NADA})*|"
    rf"que nadie (?:lo |la |me |se )?{_VEAN}(?: {_NADA})*|nadie (?:lo |me )?(?:puede|debe) (?:ver|leer|saber)(?: {_NADA})*|"
    rf"(?:quit\w+|retir\w+|cancel\w+|borr\w+|anul\w+|deshaz\w*|regres\w+)(?: (?:todo|eso|esto|lo|la|el|mi|mis|de|que|a))* "
    r"(?:persona|peticion|solicitud|permiso|todo|eso|compartido|comparti|equipo|acepte|consentimiento)|"
    r"(?:borr\w+|quit\w+|elimin\w+|escond\w+)(?: (?:ya|todo))* lo que (?:ya )?(?:vieron|ven|saben|leyeron|leen|tienen|les (?:diste|mandaste|compartiste))(?: (?:de mi|ellos|ya))*|"
    rf"(?:ya )?no (?:quiero|necesito|ocupo) (?:a )?(?:la|una|esa|ninguna) persona|"
    r"(?:ya )?no (?:les |le )?(?:compart\w+|ensen\w+|muestr\w+|pas\w+|digas|digan)(?: (?:les|le|ya|a ellos|al equipo|a nadie))*"
    rf"(?: {_NADA})+(?: (?:a ellos|al equipo|a nadie))?|"
    rf"(?:ya )?no (?:quiero|quisiera) compartir(?: {_NADA})*"
)
_DOUBTFUL = (
    rf"(?:do not|never) (?:tell|show|share|give|send)(?: (?:to|with|it|that|this))*(?: {_NOBODY})(?: {_ANYTHING})*(?: (?:about )?me)?|"
    rf"(?:(?:ya )?no (?:quiero|quisiera|deseo|me gusta) )que (?:ya )?(?:lo |la |me |se )?{_VEAN}(?: {_NADA})+"
)
"""Words that may be about staff, and may be about somebody else."""
_CORE = rf"(?:{_ENGLISH}|{_SPANISH})"
_TAKES_BACK = re.compile(rf"{_LEAD}{_CORE}(?:{_TAIL}(?: (?:and |y )?{_CORE})?){_TAIL}")
_MAY_TAKE_BACK = re.compile(rf"{_LEAD}(?:{_DOUBTFUL}){_TAIL}")
_REMOVES = re.compile(
    r"\b(?:quiten?lo|borren?lo|cancel(?:a|en)lo|cancel it|take it (?:back|off)|undo it|stop sharing)\b"
)
_RIGHT_AFTER = re.compile(
    r"(?:(?:wait|no|nope|stop|do not|please|omg|oh|i said|hold on|espera|esperate|ay|alto|para|perdon|ya no|mejor no) ?){2,}"
    r"(?: ?(?:do it|it|share it|send it|lo hagas?|lo hagan|lo mandes?|lo compartas?|please|pls|porfa))*"
)
_ALONE = re.compile(r"(?:(?:wait|no|nope|please|omg|oh|hold on|i said|espera|esperate|ay|perdon|ya no|mejor no) ?)+")
_PART = re.compile(
    r"(?:(?:mejor|pero|y|ok|wait|but|and|actually|espera) )*(?:(?:ya )?no (?:quiero|quisiera) que (?:ellos )?(?:vean?|lean?|sepan?)"
    r"|(?:i )?do not want (?:them|staff|anyone|anybody|people) (?:to )?(?:see|seeing|know|knowing|read|reading)"
    r"|do not (?:show|tell|let) (?:them|staff|anyone)(?: (?:see|know|read))?) (?:about )?(?:lo de(?:l)?|la parte|the part|"
    r"the thing|my age|my city|where|the stuff|mi edad|mi ciudad|donde|eso de(?:l)?|about) ?.*"
)
_IS_IT_DONE = re.compile(
    r"(?:(?:so|ok|okay|and|but|wait|hey|y|pero|entonces|oye|si|ya) )*(?:(?:did|have|has) (?:you|u|it|that) (?:get |been |be )?"
    r"(?:take|took|taken|cancel\w*|undo|undone|withdraw\w*|pull\w*|delete\w*|remove\w*)(?: (?:it|that|everything|all|back|them|off|"
    r"my stuff))*|(?:is|was) (?:it|that|everything|my (?:stuff|info|request)) (?:all )?(?:taken back|cancel\w*|undone|gone|"
    r"withdrawn|off)|(?:ya )?(?:(?:lo|la|los|me) )?(?:quitaste|quitaron|retiraste|retiraron|cancelaste|cancelaron|se retiro|se cancelo|"
    r"quedo cancelado|esta cancelado|borraste|quedo)(?: (?:eso|todo|ya|lo mio|la peticion|mi permiso))*|"
    r"(?:can|do|will) (?:they|anyone|staff|somebody) still (?:see|read|text)(?: (?:it|me|my stuff|anything|that))*|"
    r"(?:todavia|aun) (?:lo |me )?(?:ven|pueden ver|leen)(?: (?:algo|lo mio|eso|todo))*)"
)

_KEEPS = re.compile(
    r"\b(?:do not|never) (?:take|took|pull|get|put|undo|cancel|withdraw|retract|scratch|scrap|reverse|call off|unshare|revoke)\b"
    r"|\bno (?:me |lo |la |les? )?(?:quites?|quiten|retires?|retiren|canceles?|cancelen|borres?|borren|anules?|deshagas)\b"
)
"""Says that nothing is to be taken back."""


def withdraws(said: str) -> bool:
    """Return whether all of `said` takes back a consent, or the wish for a person, and names one of them or all."""
    full = in_full(said)
    if _KEEPS.search(full):
        return False
    is_sure = _TAKES_BACK.fullmatch(full) or (_REMOVES.search(full) and _MAY_TAKE_BACK.fullmatch(full))
    return full.count(" ") < _MOST_WORDS and bool(is_sure)


def may_withdraw(said: str) -> bool:
    """Return whether all of `said` may take back a consent, or may be about somebody else: "dont tell them anything"."""
    full = in_full(said)
    return full.count(" ") < _MOST_WORDS and _MAY_TAKE_BACK.fullmatch(full) is not None


def recoils(said: str) -> bool:
    """Return whether all of `said` shrinks back from what was just agreed to: "no stop dont". One "no" does not."""
    full = in_full(said)
    return _RIGHT_AFTER.fullmatch(full) is not None and _ALONE.fullmatch(full) is None


def keeps_a_part(said: str) -> bool:
    """Return whether a text wants one thing kept from staff: "no quiero que vean lo del novio"."""
    return _PART.fullmatch(in_full(said)) is not None


def asks_if_withdrawn(said: str) -> bool:
    """Return whether all of `said` asks if a consent was taken back, or if staff still see something."""
    return _IS_IT_DONE.fullmatch(in_full(said)) is not None
