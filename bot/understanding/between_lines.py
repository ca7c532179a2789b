"""A small grammar of harm that is told sideways: a favour for a touch, a spa that is none, parties one is taken to. Pure.

None of its words is a word of danger. In English and Spanish; texts are words with one space between them, contractions
and short forms written out.
"""

from __future__ import annotations

import re

from bot.flows.names import Concern

_LETS = re.compile(
    r"\b(?:me|nos) (?:da|dan|daba|regala|regalan|compra|compran|presta|deja|hace|hacen|consigue|paga|pagan|corta|perdona|cobra|ayuda|lleva|recarga|pone|invita)\b.*"
    r"\b(?:si|a cambio de que|cuando|por que|porque|con tal de que) (?:yo )?(?:(?:me|lo|le|la|los|les) dej(?:o|e|amos)(?: (?:que|me|tocar\w*|hacer\w*|besar\w*|agarrar\w*|manosear\w*|abrazar\w*|grabar\w*|ver\w*)(?: .*)?)?$|(?:me|lo|le|la) (?:dej(?:o|e) (?:que|tocar|hacer|besar|agarrar|manosear)|porto (?:bien con el|bien con ellos|carinos[oa])|acuesto|toco|beso|hago cosas|mando fotos))"
    r"|\b(?:gives?|gave|lets?|buys?|bought|pays?|gets?|hooks?|cuts?|drives?|sells?|helps?) (?:me|us)\b.*\b(?:if|when|as long as|cause|because) i (?:just |only |kinda )*(?:let (?:him|her|them)(?:$| (?:touch|do|feel|have (?:me|his way|sex|fun)|see me|kiss|hug|grope|film|record|watch me|sleep|get)\b)|am nice to (?:him|them)|touch (?:him|them)|kiss (?:him|them)|sleep with|show him|send him pics|do (?:stuff|things|favors))"
)
_NO_TOUCH = re.compile(
    r"\b(?:vacun\w+|inyeccion|vaccine|shot|homework|tarea|copiar|copy|car|bike|game|dog|perro|gato)\b"
)
_FAKE = re.compile(
    r"\b(?P<shop>spa|masajes?|massage(?: place| parlor)?|salon|estetica|modeling|modelaje|agencia|agency|bar|club|restaurante|nail (?:shop|salon)|cantina)\b.*"
    r"\b(?:no (?:es|son|era)|not|is not|are not)(?: (?:really|actually|just|a real|un|una|a|de|el|solo|nomas|realmente))* (?:spa|masaj\w*|massage\w*|salon|real|verdad|modelaje|modeling|estetica|eso|(?:a )?club|bar|restaurante)\b"
    r"|\b(?:spa|masajes?|massage|modeling|modelaje|estetica)\b.*\b(?:pero|but)\b.*\b(?:hacer otras cosas|otra cosa|otras cosas|extras?|more than|other (?:stuff|things)|final feliz|happy ending)\b"
)
_TRADE = r"(?:escorts?|dama de compania|damas de compania|chica de compania|chica compania|acompanante|prosti\w*|sexoservidora|strippers?|teiboler[oa]|tabler[oa]|bailarina exotica|fichera|sex work\w*|cam ?girl|puta|call girl)"
_UNWILLING = (
    r"(?:no (?:es )?(?:por gusto|porque (?:yo )?quier\w+|mi decision|voluntad)|no (?:lo )?(?:hago )?(?:por gusto|quiero|porque me guste)|obligad[oa]|a la fuerza|sin querer|not (?:by choice|(?:because|cause|cuz|bc) i want\w*(?: to)?|willingly|my choice|for fun)|do not want (?:to|it)|made me|makes? me|forced"
    r"|no me (?:paga|pagan|dan nada|dejan)|no nos pagan|(?:do|does) not pay (?:me|us)|never pays?|me quita[n]?|se queda[n]? con|takes? (?:my|all)|keeps? (?:my|all))"
)
_NOT_BY_CHOICE = re.compile(
    rf"\b{_TRADE}\b.*\b{_UNWILLING}\b|\b(?:me|nos) (?:tienen?|pusieron|puso|metieron|metio|hacen?|traen?|quieren?)(?: (?:trabajar|trabajando|bailando|aqui|ahi))*(?: (?:de|como|a)) {_TRADE}\b"
    rf"|\b(?:they|he|she) (?:has|have|got|keeps?|puts?|made|makes?) (?:me|us)(?: (?:working|work|dancing|dance))? as an? {_TRADE}\b"
    r"|\b(?:bar|cantina|antro|cabaret)(?: \w+)? de ficheras\b|\b(?:trabajo|chambeo|jalo) (?:de|como) fichera\b|\b(?:me|nos) (?:ponen|pone|hacen|hace) a fichar\b"
)
_MEN = r"(?:compas?|amigos?|senores|hombres|jefes?|socios?|clientes?|patron(?:es)?|viejos|cuates|primos|conocidos|homies|friends|buddies|boys|clients|partners|coworkers)"
_PARTIES = re.compile(
    rf"\b(?:me|nos) (?:lleva|llevan|llevaba|mete|manda|mandan|trae|invita) a (?:(?:las|los|unas|unos|muchas|puras|sus) )?(?:fiestas?|casas?|hoteles|motel(?:es)?|ranchos?|depas?|encerronas?|pachangas?|reuniones) (?:de|con|a|para) (?:sus?|los|unos|otros|sus otros|puros|el) (?:otros )?{_MEN}\b"
    rf"|\b(?:takes?|took|brings?|sends?|driv\w+) (?:me|us|me and my \w+|my (?:sister|brother) and me) to (?:his|their|her|these|some) (?:\w+ )?(?:friends?|buddys?|homies|boss\w*|clients?) (?:parties|party|houses?|place|hotel|ranch)\b"
    r"|\b(?:me|nos) (?:lleva|llevan|mete|meten) a (?:\w+ )?fiestas?\b.*\bno (?:me|nos) (?:puedo|podemos|dejan?) (?:ir|irme|salir)\w*\b"
)
_AGES = re.compile(
    r"\b(?:novi[oa]|pareja|bf|boyfriend|gf|girlfriend|man|vato|el|he|she|salgo con uno de|ando con uno de|dating a)\b(?: \w+){0,3}? (?:de )?(?P<theirs>1[89]|[2-6]\d)\b(?: (?:anos|years old|yrs|y|and|pero|but|i|yo|im))* (?:yo |i |and |tengo |am |only |solo |apenas |nomas |de )*(?P<mine>1[0-6])\b"
)
_TAKEN = re.compile(
    r"\b(?:nos|me) (?:quitan?|agarran?|descuentan?|sacan?)(?: \w+){0,3} (?:plata|dinero|lana|propinas|feria|sueldo|pago|tips|ganamos|gano|pasaportes?)\b|\b(?:takes?|keeps?) (?:all )?(?:my|our) (?:money|tips|pay|cash|wages)\b"
)
_LIVES_THERE = re.compile(
    r"\b(?:viv(?:o|imos)|duermo|dormimos|nos quedamos|me quedo) (?:ahi|alli|aqui)(?: mismo)?\b|\bno (?:me|nos) dejan? (?:salir|ir)\w*\b|\b(?:live|sleep|stay) (?:there|here|in (?:the )?same)\b|\b(?:do not|will not|wont) let (?:me|us) (?:leave|out|go)\b"
)
_LONG_AGO = re.compile(
    r"\b(?:years? ago|hace (?:\w+ )?anos|pelicula|movie|serie|show|cancion|song|juego|game|novela|book|libro)\b"
)
_GAP = 5


def told_between_lines(said: str) -> Concern | None:
    """Return the danger that a text tells sideways, None for another text."""
    if _LONG_AGO.search(said):
        return None
    if (_LETS.search(said) and not _NO_TOUCH.search(said)) or _PARTIES.search(said) or _is_far_older(said):
        return Concern.SEXUAL_ABUSE
    keeps = _TAKEN.search(said) is not None and _LIVES_THERE.search(said) is not None
    return Concern.EXPLOITATION if keeps or _FAKE.search(said) or _NOT_BY_CHOICE.search(said) else None


def _is_far_older(said: str) -> bool:
    ages = _AGES.search(said)
    return ages is not None and int(ages["theirs"]) - int(ages["mine"]) >= _GAP


_DIES = re.compile(
    r"\b(?:die|dying|dead|death|kill\w*|suicid\w*|hurt myself|end (?:it|everything|my)|alive|live|living|exist\w*|disappear|jump|cut\w*|pills?|goodbye|anymore|give up|tired of|hope\w*|no point|burden|better off|forever"
    r"|mori\w*|morir\w*|muert\w+|matar\w*|mate|mato|suicid\w*|vivir|vida|existir|desaparec\w+|aventar\w*|cort\w+|pastillas|adios|rendir\w*|cansad\w+|harta|harto|esperanza|carga|siempre|acabar\w*|despedir\w*|dormir y no|ya no (?:puedo|aguanto|quiero))\b"
)
_ROOM = re.compile(
    r"(?:.* )?(?:quiero|quisiera|necesito|busco|ocupo|want|need|wish (?:i had|for)|would love)(?: \w+){0,3} (?:cuarto|cuartito|casa|casita|techo|cama|departamento|depa|lugar|room|place|bed|apartment|apt|house|home|door|lock)\b.*"
)
_NOBODY = re.compile(
    r"(?:(?:pero|but|no|y|and|pues|ok) )*(?:no hay nadie|nadie (?:me )?(?:esta|anda)?|nobody|no one|there is no ?(?:one|body))(?: (?:is|que|aqui|here|me|esta))* (?:haciendo(?:me)?|haga|hace|lastimando(?:me)?|pegando(?:me)?|hurting|hurts|harming|hitting|doing)\b(?: \w+){0,4}"
)
_SOON = re.compile(
    r"\b(?:hoy|esta (?:noche|tarde)|en la noche|manana|al rato|ahorita|despues|mas tarde|a las \w+|tonight|to ?day|tomorrow|later|after|at \d+)\b"
)
_HIS_PLAN = re.compile(
    r"\b(?:me|nos) (?:quiere|quieren|va a|van a|manda|mandan|lleva|llevan|espera|esperan|recoge|cito|citaron|hace ir|toca ir|toca con)(?: (?:ver|llevar|recoger|ir|que|a|con|en|hablar|mandar|buscar|traer)\w*)*\b"
    r"|\b(?:he|she|they|my (?:\w+ )?\w+) (?:wants?|is|are|will|going to|gonna|said|expects?|makes?)(?: \w+){0,3} (?:see me|meet me|take me|pick me|come|coming|with me|me (?:to )?(?:go|come)|visit)\b"
)


def has_no_word_of_dying(said: str) -> bool:
    """Return whether nothing in a text is a word of dying, of hurting oneself or of giving up."""
    return _DIES.search(said) is None


def wishes_room(said: str) -> bool:
    """Return whether a text wishes for a room or a home: "quiero un cuarto mas que todo"."""
    return _ROOM.fullmatch(said) is not None


def says_nobody_hurts(said: str) -> bool:
    """Return whether all of `said` says that nobody hurts the person."""
    return _NOBODY.fullmatch(said) is not None


def tells_what_he_plans(said: str) -> bool:
    """Return whether a text tells what somebody wants of the person, and when: "hoy me quiere ver despues"."""
    return _SOON.search(said) is not None and _HIS_PLAN.search(said) is not None
