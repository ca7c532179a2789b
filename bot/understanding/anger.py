"""Idioms of anger: "my mom is gonna kill me if she finds out", "mi jefa me mata si sabe". No attack is told. Pure.

What tells of a real one beside it is heard as danger all the same: a weapon, a threat that was spoken, something that
happened before, a partner or a boss of the street. So is a pregnancy that somebody must not know of, which is answered.
"""

from __future__ import annotations

import re

_KIN = (
    r"(?:foster )?(?:mom|moms|mama|momma|mum|mother|dad|dads|papa|father|pops|parents|folks|family|grandma|grandpa|granny|"
    r"grandmother|nana|abuela|abuelo|aunt|auntie|tia|tio|sister|sis|brother|bro|cousin|teacher|coach|principal|boss|manager|"
    r"jefa|jefe|jefita|jefito|jefes)"
)
_FAMILIA = (
    r"(?:mam[aiy]?s?|mami|ama|mami|madre|jefa|jefita|jefe|jefito|jefes|papas?|papi|apa|padre|padres|viejos|abuela|abuelo|"
    r"abuelita|tia|hermana|hermano|familia|maestra|maestro|profe|coach|patrona?)"
)
_KILLS = (
    rf"\b(?:my |mi |the |our )?{_KIN} (?:(?:is|are|will|would|gonna|going to|going|to|finna|bout to|about to|literally|so|legit|"
    r"fully|actually|probably|straight up|might|be|gon) )*"
    r"(?:kill|kills|murder|murders|end|strangle|skin|slaughter|destroy|beat|smack|whoop|yell at|hate|flip on|freak out on)"
    r" (?:me|us|my (?:ass|butt|behind))\b"
)
_MATA = (
    rf"\b(?:mi|mis|la|el|los|a mi) {_FAMILIA} (?:(?:si|seguro|de seguro|siempre|hasta|ya) )*"
    r"(?:me|nos) (?:(?:va|van|iba|quiere|quieren|puede|pueden) (?:a )?)?(?:matar|mata|matan|mataria|mate|maten|ahorca|ahorcar|"
    r"cuelga|colgar|regana|reganar)\b"
    rf"|\b(?:me|nos) (?:(?:va|van|iba) a )?(?:matar|mata|matan|ahorcar|colgar) (?:mi|mis) {_FAMILIA}\b"
    r"|\b(?:mom|mother|mama|dad|parents) me va a? ?matar\b"
)
_IDIOM = re.compile(f"{_KILLS}|{_MATA}")
_REASON = re.compile(
    r"\b(?:if|when|once|cuz|cause|because|for|after|over|lol|lmao|haha|omg|ugh|knew|knows|pregnan\w*|grades?|late|"
    r"si|cuando|porque|por|jaja|jajaja|embarazad[ao])\b"
)
_REAL = re.compile(
    r"\b(?:knife|gun|weapon|machete|bat|belt|choke[sd]?|choking|hits?|hitting|beats|beaten|beating|slap\w*|punch\w*|"
    r"tried|last time|before|again and again|already|said|says|saying|told me|threat\w*|swears?|swore|promised|drunk|high|"
    r"leave|leaving|left|run|ran|escape|talk|speak|call|police|cops?|report|money|clients?|dates?|tricks?|quota|bring|"
    r"serious\w*|for real|literally will|not joking|not a joke|locked|my (?:boyfriend|bf|ex|man|husband|pimp|daddy|stepdad|"
    r"stepfather|step dad|uncle|trafficker)|hurts?|hurting|bleeding|burn\w*|touch\w*|rape\w*|"
    r"cuchillo|pistola|arma|cinto|cinturon|pega|pegan|pego|golpe\w*|ahorco|ya me|otra vez|antes|dijo|dice|dicen|amenaz\w*|"
    r"jura|juro|borrach[ao]|me voy|irme|escapo|salgo|hablo|digo algo|denuncio|policia|dinero|cliente|cuota|en serio|"
    r"de verdad|encerr\w*|novio|esposo|marido|padrote|padrastro|lastima\w*|viola\w*|sangr\w*|quem\w*)\b"
    r"|\bif i (?:tell|say|snitch|do not)\b|\bsi (?:no )?(?:le|les|lo) (?:llevo|pago|traigo|doy|cuento)\b"
)
_FEARS = re.compile(r"\b(?:scared|afraid|terrified|fear|safe|help|miedo|asustad[ao]|panico|terror|ayuda|peligro)\b")

_PREGNANT = re.compile(
    r"\b(?:pregnan\w*|preggo|prego|preggers|knocked up|missed (?:my|a) period|period is late|"
    r"embarazad[ao]|embarazo|prenada|no me (?:baja|ha bajado|bajo)|estoy esperando)\b"
)
_TEST = re.compile(r"\b(?:(?:a|the|pregnancy) test|una prueba|la prueba)\b")
_SECRET = re.compile(
    rf"\b(?:can not|cannot|do not want to|never|scared to|afraid to|how do i|dont want to|not ready to) tell (?:my )?{_KIN}\b"
    rf"|\b{_KIN} (?:can not|cannot|must not|should not|does not|do not|will not|better not|not gonna) (?:know|find out|hear|see)\b"
    rf"|\b(?:without|behind) (?:telling )?(?:my )?{_KIN}(?: (?:knowing|finding out|back))?\b"
    rf"|\b(?:do not|not) want (?:my )?{_KIN} to (?:know|find out)\b|\b(?:if|when|before) (?:she|he|they|my {_KIN}) (?:finds?|found) out\b"
    rf"|\bno (?:le|les|se lo|se los) (?:puedo|quiero|he podido|voy a) (?:decir|contar) (?:a )?(?:mi|mis) {_FAMILIA}\b"
    rf"|\bno (?:puede|pueden|quiero que|debe|deben)(?: (?:mi|mis) {_FAMILIA})? (?:saber|saberlo|enterarse|sepa|sepan|se entere|se enteren)\b"
    rf"|\b(?:mi|mis) {_FAMILIA} no (?:sabe|saben|puede|pueden|debe|deben)\b"
    rf"|\bsin que (?:mi|mis|lo)? ?(?:{_FAMILIA} )?(?:se (?:entere|enteren)|sepan?|lo sepan?)\b|\bsi (?:sabe|saben|se entera|se enteran)\b"
)


_HIM = r"(?:he|him|bf|boyfriend|husband|hubby|man|fiance|partner|ex|the (?:dad|father)|baby daddy|babydaddy|pimp|p)"
_SU = r"(?:novio|esposo|marido|pareja|ex|vato|hombre|viejo|padrote|papa del bebe)"
_FROM_HIM = re.compile(
    rf"\b(?:{_HIM}) (?:(?:still|even|really) )?(?:does not|do not|did not|can not|cannot|must not|will not) (?:even )?(?:know|find out)\b"
    rf"|\b(?:have not|has not|did not|not|never|afraid to|scared to|can not|cannot|how do i) (?:told|tell|telling) (?:my )?{_HIM}\b"
    rf"|\b(?:without|before|if) (?:my )?{_HIM} (?:knowing|finding out|finds? out|knows)\b"
    rf"|\b(?:el|mi {_SU}) no (?:lo )?(?:sabe|puede saber|debe saber|se puede enterar)\b|\bno (?:le|se lo) (?:he dicho|puedo decir|quiero decir|dije)(?: (?:a el|a mi {_SU}))?\b(?! a )"
    rf"|\b(?:si (?:el|mi {_SU}) (?:se entera|sabe|lo sabe)|sin que (?:el|mi {_SU}) (?:sepa|se entere)|(?:el|mi {_SU}) no se (?:puede )?(?:entere|enterar))\b"
)
_HE_DECIDES = re.compile(
    rf"\b(?:{_HIM}|they|mom|dad|parents|family|aunt|boss|madam) (?:(?:is|are|keeps?) )?(?:(?:really|just|only|now) )*(?:wants?|told|tells|said|says|making|makes|forcing|forces|is making|is forcing)(?: (?:me|i|that|to|have|has|gotta|need))* (?:get rid|keep it|abort\w*|get an? abortion|have (?:it|the baby|an abortion)|take (?:the|a) pill|end it|give it up)"
    rf"|\b(?:el|mi {_SU}) (?:me )?(?:quiere|obliga|dice|pide|exige|esta obligando)(?: (?:que|a|me|lo|yo))* (?:abort\w*|saqu\w+|tire|tener\w*|tenga\w*|pierda|quede con)\b"
    r"|\bme (?:quiere|quieren|va a|esta) (?:obligar|obligando|forzar|hacer) (?:a )?(?:abortar|tenerlo)\b|\b(?:quiere|dice|exige) que (?:me )?(?:lo )?(?:aborte|saque|tire)\b"
)


_ENDS = re.compile(r"\babort\w*\b")


def is_hidden_from_him(said: str, *, is_pregnant: bool = False) -> bool:
    """Return whether a partner must not know of a pregnancy, or wants to decide on it. `is_pregnant`: told before."""
    told = is_pregnant or _PREGNANT.search(said) is not None
    is_decided = _HE_DECIDES.search(said) is not None and (told or _ENDS.search(said) is not None)
    return is_decided or (told and _FROM_HIM.search(said) is not None)


_STILL_TIME = re.compile(
    r"\b(?:how (?:late|long|far(?: along)?|many weeks)|till when|until when|is it too late|too late)\b.*\b(?:get (?:one|it|rid)|do (?:it|something|anything|that)|abort\w*|decide|wait|have i got|do i have|i have|end it|the pill|choose|along|still)\b|\bis it too late\b"
    r"|\b(?:hasta (?:cuando|que semana|cuantas semanas)|cuanto tiempo (?:tengo|hay)|todavia (?:puedo|se puede|estoy a tiempo)|ya es (?:muy )?tarde)\b"
)


def asks_how_late(said: str) -> bool:
    """Return whether a text of somebody pregnant asks how long they can still decide."""
    return _STILL_TIME.search(said) is not None


def is_anger(said: str) -> bool:
    """Return whether a text fears somebody's anger, in words of harm. `said` has its contractions written out."""
    return bool(_IDIOM.search(said) and _REASON.search(said)) and not _REAL.search(said)


def is_feared(said: str) -> bool:
    """Return whether a text tells fear or asks for help: then it is asked about even if the words are an idiom."""
    return _FEARS.search(said) is not None


def keeps_secret(said: str, *, is_pregnant: bool = False) -> bool:
    """Return whether somebody must not know of a pregnancy. `is_pregnant`: it was told before."""
    if _REAL.search(said):
        return False
    told = is_pregnant or _PREGNANT.search(said) is not None
    hides = _SECRET.search(said) is not None
    return (told and (hides or is_anger(said))) or bool(_TEST.search(said) and is_anger(said))


def names_anger(said: str) -> bool:
    """Return whether a text fears somebody's anger, or hides a pregnancy, and tells no fear beside it."""
    return (is_anger(said) or keeps_secret(said) or is_hidden_from_him(said)) and not is_feared(said)
