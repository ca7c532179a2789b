"""A small grammar of errands that nobody here can run, in English and Spanish.

Who texts asks that a mother is told, that a bill is paid, that things are fetched, that a day is remembered, or that
another word than the cover word means something. All texts are words with one space, contractions written out.
"""

from __future__ import annotations

import re

_SO = (
    r"(?:(?:so|and|but|ok|okay|hey|hi|yo|um|also|actually|please|pls|plz|just|can|could|will|would|may|then|lol|well|maybe|instead"
    r"|i (?:need|want) (?:you|u|yall|someone) to|somebody|someone|do|even|like|ever"
    r"|y|pero|oye|ok|hola|bueno|entonces|por favor|porfa|porfis|mejor|solo|nomas|tambien|ay|podrian|podrias|puedes|pueden|puede|podria|quiero que|necesito que|me haces el favor de|me hacen el favor de|favor de|alguien) )*"
)
_YOU = r"(?:(?:you all|you|u|ya|yall|y all|you guys|somebody|someone|anyone|one of you|oak line|the line|a person|usted|ustedes|tu) )?"
_DO = rf"{_SO}{_YOU}{_SO}"
_KIN = (
    r"(?:moms?|mama|momma|mommy|mother|ma|dads?|dad|father|papa|pops|parents?|folks|family|fam|grandma|granny|grandmother|grandpa|nana|aunt|auntie|aunty|uncle|sister|sis|brother|bro"
    r"|cousin|kids?|son|daughter|baby daddy|foster mom|caseworker|case worker|worker|social worker|friend|bestie|best friend|homegirl|homie|girl|girlfriend|gf|teacher|counselor|lawyer|client|student|people|boss|job|school|po|probation officer)"
)
_THEM = rf"(?:(?:my|his|her|our|the|their|this)(?: (?:\w+ )?)?{_KIN}|mom|mama|momma|dad|grandma|her|him|them|someone for me|this number|that number|the number)"
_PARIENTE = r"(?:mama|mami|ama|madre|jefa|jefita|papa|papi|apa|padres?|papas|familia|abuela|abuelita|abuelo|tia|tio|hermana|hermano|hermanos|prima|primo|hij[oa]s?|amig[oa]|mejor amiga|trabajadora(?: social)?|worker|maestra|maestro|abogad[oa]|clienta|alumna|jefe|patron|gente)"
_ELLOS = rf"(?:a )?(?:(?:mis?|su|sus|la|el|mi) {_PARIENTE}|ella|el|ellos|este numero|ese numero)"
_WELL = (
    r"(?:(?:that|where|how|i|am|im|we|are|is|it|all|just|really|do|still|me|and|the|kids|baby|so|not|did|never|have|been|got|say|said|him|her|them|u|you|to|from) )*"
    r"(?:ok|okay|fine|safe|alive|good|alright|all right|here|well|love|miss|coming|come|worry|worried|hi|hello|happy birthday|pregnant|leaving|home|need)"
)
_BIEN = r"(?:(?:que|yo|ya|no|me|la|lo|los|las|las|mucho|te|le|estoy|estamos|toy|voy|y|mi|bebe|todo|solo|nomas|de|mi|parte|a) )*(?:bien|viv[oa]s?|segur[oa]|salvo|quiero|amo|extrano|regreso|vuelvo|preocup\w+|saludos|hola|embarazada|necesito|feliz cumpleanos)"
_PASS_ON = re.compile(
    rf"{_DO}(?:tell|let|txt|text|call|message|msg|hit up|reach|contact|email|phone|ring|say to|reply to) {_THEM}(?: know)? {_WELL}\b(?: .*)?"
    rf"|{_DO}(?:txt|text|call|message|msg|email|contact|phone) {_THEM}(?: (?:number|cell|phone))?(?: (?:for me|please|pls|plz|directly|direct|right now|rn|now|today|tonight|instead|and (?:say|tell|ask|let)\b.*|her number .*|his number .*|at \d.*|on \d.*|it is \d.*))+"
    rf"|{_DO}(?:give|send|get|pass|relay|deliver|forward) (?:{_THEM} )?(?:(?:a|this|my|the|on) )*(?:message|msg|note|word|letter|text)(?: (?:to|for|on to|from) (?:{_THEM}|me))?(?: .*)?"
    rf"|{_SO}{_YOU}{_SO}(?:say|tell (?:her|him|them)) (?:that )?i (?:love|miss|am sorry|am ok|am fine|am safe|am alive)\b(?: .*)?"
    rf"|{_SO}(?:dile|diganle|digale|dale|denle|dele|avisale|avisenle|avisele|mandale|mandenle|mandele|escribele|escribanle|escribale|llamale|llamenle|llamele|llama|llamen|marcale|marquenle|textea|texteale|decirle|avisarle|escribirle|llamarle|llamar|mandarle|marcarle|textearle|hablarle|hablale|hablenle)"
    rf"(?: (?:un|el|este|mi|mensaje|texto|recado|msj|mensajito))* {_ELLOS}(?: (?:por mi|de mi parte|porfa|por favor|ahorita|hoy|directo|directamente))*(?: {_BIEN}\b.*| que .*)?"
    rf"|{_SO}(?:le|les) (?:puedes|pueden|puede|podrias|podrian) (?:decir|avisar|escribir|llamar|mandar (?:un )?(?:mensaje|texto|recado)|hablar|marcar|textear) {_ELLOS}(?: (?:por mi|de mi parte|porfa|por favor))*(?: que .*)?"
)
_OFFICIAL = re.compile(
    r"\b(?:911|police|cops|policia|ambulance|ambulancia|cps|dcf|ice|migra|a domestic|sheriff|\d\d\d)\b(?! \d)"
)
_FAREWELL = re.compile(
    r"\b(?:goodbye|good bye|bye|sorry|forgive|final|last time|when i am gone|after i am gone|kill\w*|die|dead|dying|suicid\w*|adios|perdon\w*|despid\w+|me mat\w+|morir\w*|muert[oa])\b"
)
"""Words of somebody who may be saying goodbye: that is heard as such, and no errand."""

_FEARS = re.compile(
    r"^(?:(?:but|so|ok|pls|please|plz|y|pero) )*(?:(?:are|will|would|did|do|does|have) (?:you|u|yall|they)|vas a|van a|le vas|les vas|no )\b|\b(?:not|never|dont|no) (?:tell|call|text|contact|message|let|le|les|llam\w+)\b"
)

_WANT_PAID = r"(?:buy|pay|pays|lend|loan|spot|order|book|cash ?app|venmo|zelle|apple ?pay|wire|refill|top up|load)"
_THINGS = r"(?:(?:my|our|the|all|some|me|her|his|kids?|baby|rest of|of) )*(?:stuff|things|thing|clothes|shoes|bag|bags|purse|id|papers|passport|phone|laptop|dog|cat|pet|documents|meds|medicine|pills|birth certificate|wallet|keys|money|car|belongings|shit)"
_ERRAND = re.compile(
    rf"{_DO}{_WANT_PAID}(?: (?:me|us|for|my|our|the|a|an|him|her|it|some|off|this|that|\$?\d\S*)\b)+.*"
    rf"|{_DO}(?:send|give|wire|transfer|get) (?:me|us) (?:(?:some|a|like|a little|any|the|\$?\d+\S*|more|bit|of|few|couple) )*(?:money|cash|dollars|bucks|\$?\d+|gift ?cards?|card|minutes|data|uber|lyft|doordash|pizza|phone)(?: .*)?"
    rf"|{_DO}(?:get|grab|pick up|fetch|bring|collect|go get|go to|come get) (?:me )?{_THINGS}(?: (?:for me|back|from|at|out|outta|of|that|he|she|they)\b.*)?"
    rf"|{_DO}(?:walk|feed|watch) my (?:dog|cat|kids?|baby)(?: .*)?"
    rf"|{_SO}(?:me (?:(?:puedes|pueden|podrias|podrian|puede|podria) )?)?(?:compr(?:a|as|ar|an|en|e)(?:me|nos)?|pag(?:a|as|ar|an|uen|ue)(?:me|nos)?|prest(?:a|as|ar|an|en|e)(?:me|nos)?|deposit(?:a|as|ar|an|en|e)(?:me|nos)?)(?: (?:me|un|una|el|la|los|unos|mi|mis|dinero|lana|saldo|feria|\d+)\b)+.*"
    rf"|{_SO}(?:me (?:(?:puedes|pueden|podrias|podrian|puede|podria) )?)?(?:mand(?:a|as|ar|an|en|e)(?:me|nos)?|d(?:a|as|ar|an|en|ame|arme)|transfer\w+|envi\w+) (?:(?:un|una|algo|de|poco|poquito|el|\$?\d+|unos) )*(?:dinero|lana|feria|dolares|pesos|saldo|recarga|\$?\d+|uber|pizza|tarjeta)(?: .*)?"
    rf"|{_SO}(?:me (?:(?:puedes|pueden|podrias|podrian) )?)?(?:(?:ir|vayan?|vas|van|pasan?|pasar|recog\w+|sac\w+|trae\w*|traer\w*|agarr\w+|busc\w+)(?: (?:a|por|recoger|traer|buscar))*) (?:mis?|nuestras?|la|el|las|los) (?:cosas|ropa|papeles|id|pasaporte|zapatos|perr[oa]|gat[oa]|maleta|bolsa|medicinas?|pastillas|documentos|acta)(?: .*)?"
)
_TAKEN_FOR_ONE = re.compile(
    r"\b(?:bed|room|place|shelter|somewhere|lawyer|doctor|clinic|person|someone to talk|counsel\w+|therap\w+|he|she|they|want|wants|wanted|makes?|made|to get|have to|got to|need to|should i|do i|i (?:pay|buy|get|send|give|owe)|him|do not pay|not pay|pagas|le (?:pago|compro|presto|mando)|yo)\b"
    r"|^(?:(?:y|pero|ellos|ellas|ella|el) )*(?:pagan?|compran?|prestan?|mandan?|dan?|depositan?)\b"
    r"|\bme (?:compra|paga|presta|manda|da|envia|deposita|transfiere)n?\b"
)
_ASKS_YOU = re.compile(
    r"\b(?:can|could|will|would|you|u|yall|please|pls|plz|someone|somebody|puedes|pueden|podrias|podrian|porfa|por favor|me|for me)\b|^(?:buy|pay|lend|send|get|give|order|compra\w*|paga\w*|presta\w*|manda\w*|dame|recoge\w*)"
)

_DAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun|tomorrow|next week|the \d+\w*|lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|la (?:proxima|otra) semana|el (?:dia )?\d+)"
_REMIND = re.compile(
    rf"(?:.* )?(?:can|could|will|would|please|pls|plz) (?:(?:you all|you|u|ya|yall|someone|please|pls) )?(?:just )?(?:remind|reming|set a reminder|give (?:me|us) a reminder)\b(?: .*)?"
    rf"|(?:(?:ok|and|so|just|please|pls) )*remind me(?: (?:of|about|on|to|when|that|{_DAY})\b).*"
    rf"|(?:.* )?(?:can|could|will|would|please|pls) (?:(?:you all|you|u|yall) )?(?:just )?(?:text|msg|message|call|wake) me (?:up )?(?:(?:on|at|again|next|this) )*(?:{_DAY}|\d+ ?(?:am|pm)?)\b(?: .*)?\b(?:remind|reminder|forget|court|so i|appointment|wake)\b(?: .*)?"
    rf"|(?:.* )?(?:me (?:puedes|pueden|podrias|podrian) (?:recordar|acordar|avisar (?:el|la|ese) )|(?:puedes|pueden|podrias|podrian) (?:recordarme|acordarme|ponerme un recordatorio)|me (?:recuerdas|acuerdas|recuerdan)|recuerdame|recuerdenme|acuerdame)\b(?: .*)?"
)

_OTHER_SIGN = re.compile(
    r"(?:(?:can|could|ok|so|what if|how about|and|lets?|let us|please|pls|maybe) )*(?:(?:you|u|we|i|yall) )?(?:(?:please|just|like) )*(?:set|change|make|switch|use|pick|have|do|program|fix)(?: (?:it|up|this|the|a|an|our|my|your|own|new|diff(?:erent)?|another|other|secret|safe|cover|so|to|be|that|like))*"
    r" (?:code ?words?|codes?|signals?|safe ?words?|emojis?|cover word|secret word|password|weather|when i (?:text|send|type|say|use|put)|if i (?:text|send|type|say|use|put))\b(?: .*)?"
    r"|(?:(?:ok|so|and|what if|can) )*(?:when|if|whenever) i (?:text|send|type|say|use|put|do) (?:(?:a|an|the|this|like|just|one|you|u) )*(?:emoji|heart|smiley|pizza|star|dot|period|sun|moon|code|letter|word|number|\d|x|k|ok|thumbs? up)\b(?: .*)?\b(?:know|means?|its? him|it is him|stop|here|change|act|pretend)\b(?: .*)?"
    r"|(?:(?:y|oye|ok|podemos|puedo|puedes|pueden|podriamos|que tal si|mejor|por favor|porfa) )*(?:cambi\w+|us\w+|pon\w+|hac\w+|invent\w+|tener|program\w+)(?: (?:la|el|un|una|otra?|nuestra?|mi|de|por|otro|nueva|palabra|emoji|a|que|cuando))* (?:palabra|codigo|clave|emoji|senal|clima|contrasena)(?: .*)?"
    r"|(?:(?:y|ok|que tal) )*(?:si|cuando) (?:te |les )?(?:mando|escribo|pongo|digo) (?:un |una |el |la )?(?:emoji|corazon|carita|pizza|punto|estrella|sol|luna|codigo|letra|palabra|numero|\d|x|k)\b(?: .*)?\b(?:sabes|saben|significa|es que|el|quiere decir|cambia\w*|para|no)\b(?: .*)?"
)
_LIKE_ONE = re.compile(
    r"(?:like|como|tipo|maybe|how about|say|que tal|por ejemplo|ej|the|el|la|un|una|a)(?: (?:a|an|un|una|the|el|la))? \S+(?: (?:emoji|lol|ok|or something|o algo))*|\W+"
)
_MOST_WORDS = 26
_GOES_ON = re.compile(
    r"(?:(?:ok|so|and|but|well|actually|please|pls|just|wait|y|pero|bueno|entonces|oye) )*(?:(?:her|his|their|the|my moms?|moms|su|el|mi)(?: (?:mom|moms|dad|number|num|cell|phone|#|numero|tel|telefono|cel))* (?:is|its|it is|es|:)? ?(?:\+?\d[\d ]{5,})"
    r"|\+?\d[\d ]{6,}|(?:do not|dont|never|not)(?: (?:you|u|even))* (?:say|tell|text|mention|give|let)(?: (?:her|him|them|anyone|my mom))* (?:where|what|who|why|how|about|that|know|my|it|i)\b.*"
    r"|(?:did|have|has|will|are) (?:you|u|yall|they|it|she|he|going)(?: (?:going|to|already|even|get|ever|gonna|really))* (?:text|tell|told|call|called|send|sent|say|said|answer|answered|reply|write back|texted|message|do it|done)\b(?: .*)?"
    r"|what did (?:she|he|they|my mom) say|(?:just )?(?:say|tell (?:her|him|them)|text (?:her|him|them)) .*|(?:pero )?no (?:le|les) (?:digas|digan|diga) .*|(?:ya )?(?:le|les) (?:dijiste|dijeron|avisaste|avisaron|llamaste|llamaron|escribiste|mandaste)\b.*|que (?:te |les )?(?:dijo|contesto)|(?:solo |nomas )*dile .*)"
)


def asks_to_pass_on(said: str) -> bool:
    """Return whether all of `said` asks that somebody is texted, called or told for them: "tell my mom im ok"."""
    if _is_long(said) or any(one.search(said) for one in (_FEARS, _OFFICIAL, _FAREWELL)):
        return False
    return _PASS_ON.fullmatch(said) is not None


def says_they_are_well(said: str) -> bool:
    """Return whether what is to be passed on is only that they are well, and no goodbye."""
    return asks_to_pass_on(said) and _IS_WELL.search(said) is not None and _LOVE.search(said) is None


_IS_WELL = re.compile(
    r"\b(?:am|is|are|im|we|que|estoy|estamos|toy) (?:\w+ )?(?:ok|okay|fine|safe|alive|good|alright|bien|viv[oa]s?|salvo|segur[oa]s?)\b"
)
_LOVE = re.compile(r"\b(?:love|miss|always|quiero|amo|extrano|siempre)\b")


def goes_on_to_pass_on(said: str) -> bool:
    """Return whether `said` goes on with what was to be passed on: a number, "dont say where i am", "did u text her"."""
    return not _is_long(said) and _FAREWELL.search(said) is None and _GOES_ON.fullmatch(said) is not None


def asks_an_errand(said: str) -> bool:
    """Return whether all of `said` asks that something is paid, bought, sent or fetched for them."""
    if _is_long(said) or _TAKEN_FOR_ONE.search(said) or not _ASKS_YOU.search(said):
        return False
    return _ERRAND.fullmatch(said) is not None


def asks_a_reminder(said: str) -> bool:
    """Return whether `said` asks to be reminded of something, or on a day. A bare "remind me" is a check-in."""
    return not _is_long(said) and _REMIND.fullmatch(said) is not None


def asks_another_sign(said: str) -> bool:
    """Return whether all of `said` would agree on another sign than the cover word."""
    return not _is_long(said) and _OTHER_SIGN.fullmatch(said) is not None


def names_a_sign(text: str) -> bool:
    """Return whether a short text names such a sign, after one was asked for: "like pizza", an emoji alone."""
    return _LIKE_ONE.fullmatch(text) is not None


def _is_long(said: str) -> bool:
    return said.count(" ") >= _MOST_WORDS
