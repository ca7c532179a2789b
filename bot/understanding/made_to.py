"""A small grammar of what somebody is made to do, told plainly or in few words. English and Spanish.

"The director makes girls do stuff with donors", "my mom films me for the site", "i wanna stop but he wont let me". All texts
are words with one space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

_WHO = r"(?:director|pastor|preacher|priest|deacon|reverend|teacher|coach|principal|counselor|staff|guards?|house (?:mom|parent|dad)|headmaster|owner|boss|manager|foster (?:dad|mom|mother|father|parents)|uncle|aunt|auntie|dad|mom|mother|father|stepdad|stepmom|cousin|brother|guardian|group home|he|she|they)"
_QUIEN = r"(?:director[a]?|pastor[a]?|padre|cura|maestr[oa]|entrenador[a]?|duen[oa]|encargad[oa]|patron[a]?|jef[ea]|ti[oa]|papa|mama|padrastro|madrastra|prim[oa]|el|ella|ellos)"
_MEN = r"(?:donors?|men|man|guys?|dudes?|clients?|members|visitors|guests|sponsors|customers|strangers|officers?|deacons?|bosses|buyers)"
_HOMBRES = r"(?:donadores|donantes|hombres?|senor(?:es)?|tipos?|clientes?|miembros|visitas|invitados|socios|viejos?|desconocidos)"
_STAFF_MAKES = re.compile(
    rf"\b{_WHO} (?:makes?|made|has|have|had|forces?|forced|gets?|sends?|sent|be making) (?:(?:the|some|us|other|these|all|younger|older|little) )*(?:girls|kids|boys|us|me|students|females)(?: and \w+)? (?:to )?(?:do (?:stuff|things|favors|it|sexual\w*)|go(?: out)?|be|sleep|sit|dance|party|hang out|stay|stuff|up|over|meet|entertain|date)?(?: \w+){{0,2}}? ?(?:with|w|for|to|on) (?:(?:the|his|her|their|some|older|old|other|rich|church|different) )*{_MEN}\b"
    rf"|\b{_QUIEN} (?:hace que|obliga a|manda a|pone a|obliga a que) (?:(?:las|los|las otras|unas|otras|a|nosotras) )*(?:muchachas|chicas|ninas|ninos|alumnas|jovenes|morras|nosotras)(?: \w+)?(?: (?:salgan|hagan|estar|salir|acostarse|ir|atender|bailar|se acuesten|vayan|hacer|cosas))* (?:con|a|para) (?:(?:los|unos|sus|otros|el|un) )*{_HOMBRES}\b"
)
_FILMS = re.compile(
    r"\b(?:my (?:mom|mama|mother|dad|father|stepdad|stepmom|uncle|aunt|auntie|bf|boyfriend|man|husband|cousin|brother|foster \w+|boss)|he|she|they) (?:films?|filmed|filming|records?|recorded|videotapes?|puts? me on|streams?|livestreams?|cams?)(?: me| us)?(?: (?:\w+ ){0,3}?)?(?:for|on|to) (?:(?:the|a|his|her|that|this|an|some|her|live) )*(?:sites?|cams?|webcam|only ?fans|of page|men|guys|subscribers|fans|money|website|porn\w*|viewers|customers|clients|chat ?room)\b"
    r"|\b(?:mi (?:mama|ama|papa|padrastro|madrastra|tio|tia|novio|esposo|primo|hermano|jefe)|el|ella) (?:me|nos) (?:graba|grabo|graban|filma|transmite|pone|puso|hace grabar)(?: \w+){0,3} (?:para|en) (?:(?:la|el|su|una|un|unos|los|sus|ese|esa) )*(?:pagina|paginas|sitio|camara|webcam|only ?fans|hombres|clientes|suscriptores|dinero|web|en vivo|porno|internet)\b"
)
_PAPERS = re.compile(
    r"\b(?:he|she|they|boss|my boss|the (?:lady|man|family|boss|owner|agency|coyote)|madam|agency) (?:keeps?|kept|took|take|takes|has|have|hold|holds|hid|hide|hides|lock\w*|will not give(?: me)?(?: back)?) (?:my|our|all our|all my) (?:passports?|papers|visa|id|ids|documents)\b"
    r"|\b(?:el|ella|ellos|mi (?:patron|patrona|jefe|jefa)|la senora|el senor|el coyote|la agencia|me|nos) (?:me |nos |se )?(?:tienen?|quit\w+|guard\w+|quedo con|escond\w+|retien\w+|no me (?:da|devuelve)) (?:con )?(?:mi|mis|nuestros|el|los) (?:pasaportes?|papeles|visa|documentos)\b"
)
_LET_ME = re.compile(
    r"(?:(?:i|we|and|but|like|idk|pls|please|yo|pues|es que) )*(?:(?:really|just|do|still|try to|tried to|trying to) )*(?:want|wanna|tryna|try|tried|need|wish i could|asked|am trying)(?: (?:to|out|it))*(?: (?:stop|quit|leave|get out|be done|go home|not do (?:it|this)|end it|out|stop (?:doing )?(?:this|it)|quit (?:this|it)))+(?: (?:this|it|now|working|all of it))* (?:but|and|n|except) (?:he|she|they|my (?:bf|boyfriend|man|pimp|boss|uncle|aunt|mom|stepdad|dad|husband|daddy)) (?:will not|does not|do not|would not|never|not|did not)(?: \w+)? (?:let|lets|allow)(?: me| us)(?: \w+){0,3}"
    r"|(?:(?:yo|ya|pues|es que|y) )*(?:quiero|queria|trato de|intento)(?: (?:ya|parar|dejarlo|dejar|salirme|salir|irme|renunciar|terminar|esto|de|hacerlo|hacer|no|eso))+ (?:pero|y) (?:el|ella|ellos|mi \w+)? ?(?:no (?:me|nos) (?:deja|dejan|dejo|suelta|sueltan))(?: \w+){0,3}"
)
_BORN = re.compile(
    r"\b(?:sell|sells|selling|sold|trade|give away|get rid of|take) (?:it|the baby|my baby|our baby|him|her|the kid)(?: \w+){0,4}? (?:(?:when|after|once|as soon as|soon as|right after) (?:(?:it|he|she|the baby|i)(?: is| am| gets)? )?(?:born|comes|here|give birth|have it|due)|born)\b"
    r"|\b(?:vender|vende|venden|quitar|regalar|dar)(?:lo|la|me)?(?: \w+){0,4}? (?:cuando|en cuanto|despues de que|al) (?:nazca|nacer|tenga|llegue)\b"
)
_TAKEN_TO = re.compile(
    r"\b(?:took|takes|take|taken|sent|sends|brought|brings|drove|drives|drops|dropped) me (?:off )?(?:to|at|over to|with|and \w+ to) (?:(?:a|some|this|that|old|older|different|other|her|his|random) )*(?:man|men|guy|guys|dude|dudes|clients?|friends? house|hotel)(?: \w+){0,4}? (?:for|got|gets?|paid|pays?|who pays?|who paid)(?: (?:money|paid|cash|drugs|rent|it|her|him|\d+|some|the))*\b"
    r"|\b(?:me|nos) (?:llevo|lleva|llevaron|mando|manda|trajo|dejo) (?:con|a|donde|a casa de) (?:(?:un|unos|el|ese|su|otros) )*(?:senor(?:es)?|hombres?|tipos?|viejos?|clientes?|amigo)(?: \w+){0,3}? (?:por (?:dinero|lana|droga|renta|paga)|y (?:le|les|la) (?:pagaron|pago|dieron)|que (?:le )?pag\w+|para que me)\b"
)
_OF_PICTURES = re.compile(
    r"\b(?:pics?|pictures?|photos?|videos?|vids?|nudes?|send|sends|sent|post\w*|leak\w*|expos\w*|share[sd]?|screenshots?|snap\w*|insta\w*|blackmail\w*|extort\w*|threat\w*|tell\w*|told|show\w*|cont\w+|dec\w+|digan?|diga\w*|fotos?|packs?|desnud\w+|public\w+|sub\w+|mand\w+|extorsion\w*|amenaz\w+|difund\w+|enviar\w*|pasar\w*|account|cuenta|webcam|cam|sextort\w*|bitcoin|gift ?cards?|cash ?app|zelle|pay(?:ing)?|pague|pagar\w*|transfer\w*|deposit\w*)\b"
)
_HER_AD = re.compile(
    r"\b(?:seen|saw|see|found) (?:her|his|my \w+s?) (?:pics?|picture|photos?|ad|ads|face|profile) (?:on|in) (?:a|an|the|some|that|this|one)\b|\b(?:vi|encontre)(?: \w+)? (?:su|sus) (?:fotos?|anuncio) en (?:un|una|la|el|esa)\b"
)
_MAD = re.compile(
    r"\b(?:he|she|they|my \w+)(?: (?:just|has|have|is|ya))* (?:found|saw|seen|got|read|took)(?: \w+){0,8}? (?:is |are |so |real |super |really |pissed|mad|angry|heated|tripping|furious)+\b|\b(?:encontro|vio|hallo|agarro|leyo)\b.*\b(?:enojad[oa]|furios[oa]|encabronad[oa])\b"
)
_PLAY = re.compile(
    r"\b(?:choir|soccer|basketball|football|dance recital|recital|game|movie|play|lol|smoking|vaping|practice|tiktok dance|homework|church play|coro|futbol|partido|tarea|fumar|obra|recital)\b"
)
_HURRY = re.compile(
    r"(?:(?:ok|and|omg|please|y|ay) )*(?:(?:the |my |he |she )?(?:\w+ )?(?:says?|said|told me|keeps saying)(?: (?:to|me))* hurry(?: up)?|i (?:gotta|have to|need to|got to|must) hurry|hurry(?: up)?|quick(?:ly)?|(?:dice que me )?apurate|(?:tengo que|hay que) apurarme|dice que (?:me apure|rapido)|rapido)(?: (?:please|pls|now|por favor))*"
)


def is_made_to(said: str) -> bool:
    """Return whether a text tells plainly that somebody is used, sold, filmed or held to something."""
    if _PLAY.search(said):
        return False
    told = any(form.search(said) is not None for form in (_STAFF_MAKES, _FILMS, _PAPERS, _BORN, _TAKEN_TO))
    return told or _LET_ME.fullmatch(said) is not None


def names_pictures(said: str) -> bool:
    """Return whether a text has a word of pictures, of showing them, or of paying for them not to be shown."""
    return _OF_PICTURES.search(said) is not None


def found_her_ad(said: str) -> bool:
    """Return whether a text tells that somebody else's picture was found on a site."""
    return _HER_AD.search(said) is not None


def is_mad_at_find(said: str) -> bool:
    """Return whether a text tells that somebody found something and is angry."""
    return _MAD.search(said) is not None


def hurries(said: str) -> bool:
    """Return whether all of a text asks to hurry."""
    return _HURRY.fullmatch(said) is not None
