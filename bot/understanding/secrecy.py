"""A wish that somebody is not told, in English and Spanish: "dont call her", "que no sepa mi ama", "he doesnt know".

Each form is a whole text. "Dont text her again" is none: so writes who holds the phone.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_MOST_WORDS = 16
_KIN = (
    r"(?:mom|moms|mommy|mama|momma|mum|mother|dad|dads|daddy|papa|father|pops|parents?|folks|family|fam|grandma|"
    r"grandpa|grandmother|"
    r"granny|nana|aunt|auntie|uncle|sister|sis|brother|bro|cousin|step ?dad|step ?mom|guardian|bf|boyfriend|man|"
    r"husband|gf|girlfriend|"
    r"wife|ex|pimp|boss|manager|roommate|landlord|coach|pastor|teacher|school|kids|children|son|counselor|worker|"
    r"caseworker|pimps|daddys)"
)
_WHOM = (
    r"(?:her|him|them|no ?one|nobody|any ?one|any ?body|a soul|people|"
    rf"(?:my|our|the|his|her) (?:\w+ )?{_KIN}|{_KIN})"
)
_WHO = rf"(?:she|he|they|no ?one|nobody|(?:my|our|the) (?:\w+ )?{_KIN}|{_KIN})"
_BEFORE = (
    r"(?:(?:so|and|but|please|pls|plz|ok|okay|just|also|hey|only|as long as|long as|if|yes|yeah|um|wait|no|promise|"
    r"promise me|"
    r"swear|you|u|yall|that|pinky|can you|can u|make sure|i need you to|i want you to|the thing is) )*"
)
_NOT = (
    r"(?:do not|never|not|will not|would not|can not|better not|must not|(?:i )?(?:do not|did not|never) want (?:you|"
    r"u|yall|anyone|them)(?: to)?|"
    r"i would rather you not|not to)"
)
_TELL = (
    r"(?:tell|call|phone|contact|inform|notify|warn|alert|ring|message|let|tells|calling|telling|snitch to|snitch on "
    r"me to|rat to|"
    r"say (?:anything|nothing|shit|a word|this|it) to|talk to|speak to|reach out to|get a hold of|involve|mention "
    r"(?:this|it|me) to)"
)
_ENDING = (
    r"(?! (?:again|anymore|any more|no more|ever|bitch|or else|or i|or ill)\b)(?: (?!bitch|again|anymore|"
    r"alone)\w+){0,9}"
)
_KNOW = (
    r"(?:(?:can|could|must|should|will|is|are|to|gonna|going|supposed|allowed|ever|find|does|do|did|need|needs|has|"
    r"have) )*"
)
_FIND_OUT = r"(?:know|knows|find out|finds out|found out|finding out|hear|see|be told|get told)"

_MAMA = (
    r"(?:mama|mami|ma|madre|jefa|jefita|papa|papi|pa|padre|padres|papas|jefes|jefe|jefito|viejos|familia|abuela|"
    r"abuelita|abuelo|tia|tio|"
    r"hermana|hermano|prima|primo|padrastro|madrastra|suegra|suegro|novio|novia|esposo|esposa|marido|pareja|ex|"
    r"patron|patrona|padrote|"
    r"maestra|maestro|escuela|consejera|encargada|encargado|casera|casero|senora|senor)"
)
_A_QUIEN = rf"(?:ella|el|ellos|ellas|nadie|(?:mi|mis|la|el|los|su) {_MAMA})"
_ANTES = (
    r"(?:(?:y|pero|por favor|porfa|porfis|oye|nomas|solo|ok|mejor|ah|si|es que|nada mas|mientras|siempre y cuando|te "
    r"pido|les pido|"
    r"prometeme|promete|prometan|jurame|con tal de) )*"
)
_DIGAS = (
    r"(?:digas?|digan|decir|decirle|cuentes?|cuenten|contarle|llames?|llamen|llamar|llamarle|marques?|marquen|"
    r"marcarle|hables?|hablen|hablarle|avises?|"
    r"avisen|avisarle|contactes?|contacten|contactar|informes?|informen|notifiquen|busquen?|comenten|comentes|"
    r"mencionen|menciones)"
)
_FIN = r"(?! (?:mas|nunca|otra vez|cabron|puta|pendejo)\b)(?: (?!puta|cabron|pendej\w|nunca|jamas)\w+){0,9}"
_SEPA = r"(?:sepa|sepan|se entere|se enteren|se de cuenta|se den cuenta|vea|vean)"

_TELLS_NOBODY = re.compile(
    rf"{_BEFORE}{_NOT}(?: (?:ever|even|go|going to|gonna|and|try to|you|u|have to|please|pls))* (?:{_TELL}|(?:text|"
    rf"txt)(?! her\b)) {_WHOM}{_ENDING}"
    rf"|{_BEFORE}(?:keep (?:it|this) (?:a )?(?:secret|private|between us|quiet)|between (?:us|you and me)){_ENDING}"
    rf"|{_BEFORE}(?:{_NOT}|i (?:do not|never) want) {_WHOM} (?:to )?(?:be |get )?{_FIND_OUT}{_ENDING}|"
    rf"{_BEFORE}{_NOT} let {_WHOM} {_FIND_OUT}{_ENDING}"
    rf"|{_BEFORE}without (?:telling|calling|contacting) {_WHOM}{_ENDING}|{_BEFORE}without {_WHOM} (?:knowing|finding "
    rf"out){_ENDING}"
    rf"|{_ANTES}(?:que )?(?:no|ni se te ocurra|no quiero que|que no|no vayan a|no vayas a)(?: (?:le|les|la|lo|se lo|"
    rf"me la|vayas|vayan|vas|van|a|quiero|que|{_A_QUIEN}))*"
    rf" {_DIGAS}{_FIN}"
    rf"|{_ANTES}(?:que no|no quiero que|que nadie|sin que)(?: (?:se|lo|le|que|{_A_QUIEN}))* (?:{_SEPA}){_FIN}|"
    rf"{_ANTES}no {_SEPA} (?:nada )?{_A_QUIEN}{_FIN}"
    rf"|{_ANTES}(?:no se lo|no lo) (?:digas|digan|cuentes|cuenten)(?: a {_A_QUIEN})?{_FIN}"
    rf"|{_ANTES}(?:guarda|guarden|guardame) (?:el|este|esto en) secreto{_FIN}|{_ANTES}(?:es (?:un )?secreto|en "
    rf"secreto){_FIN}"
)
_NOT_OF_THIS = (
    r"(?! (?:me|us|you|u|anything|nothing|how|what to|english|better|her|him|my name|who|leer|nadar|ingles|nada de "
    r"mi)\b)"
)
_KNOWS_NOT = re.compile(
    rf"{_BEFORE}{_WHO} {_KNOW}(?:not|never) {_KNOW}(?:even )?{_FIND_OUT}{_NOT_OF_THIS}{_ENDING}"
    rf"|{_ANTES}{_A_QUIEN} no (?:(?:se|lo|puede|debe|tiene|que|pueden|deben|tienen|va|a) )*(?:sabe|saben|saber|"
    rf"enterar|enterarse|sepa|sepan|entere){_NOT_OF_THIS}{_FIN}"
    rf"|{_ANTES}(?:no puede|no debe|no tiene que)(?: (?:se|lo|le|que|{_A_QUIEN}))* (?:saber|"
    rf"enterarse){_NOT_OF_THIS}{_FIN}"
)
_OF_OFFICE = re.compile(
    r"\b(?:police|cops?|feds|law|cps|ice|immigration|policia|chota|migra|ley|911|ambulance|ambulancia)\b"
)
_TO_HER = re.compile(r"\b(?:text|write|message|talk|speak|escrib\w+) (?:to )?(?:her|la|le)\b")


def wishes_secret(said: str) -> bool:
    """Return whether all of `said` wishes that somebody is not told; the police and the like are another question."""
    if said.count(" ") >= _MOST_WORDS or names_office(said):
        return False
    return _TELLS_NOBODY.fullmatch(in_full(said)) is not None


def names_office(said: str) -> bool:
    """Return whether a text names the police or an office like it."""
    return _OF_OFFICE.search(said) is not None


def is_kept_from(said: str) -> bool:
    """Return whether all of `said` tells that somebody does not know, or must not: "my grandma doesnt know"."""
    return said.count(" ") < _MOST_WORDS and _KNOWS_NOT.fullmatch(in_full(said)) is not None


def may_be_holder(said: str) -> bool:
    """Return whether such a wish may be a holder's: "dont talk to her"."""
    return _TO_HER.search(said) is not None
