"""A small grammar of who tells that a child, a sister or a friend of theirs may take their own life.

In English and Spanish. All texts are words with one space between them, contractions and short forms written out. A
partner who threatens to die holds somebody by it: that is none of this.
"""

from __future__ import annotations

import re

_MOST_WORDS = 30
_KIN = (
    r"\b(?:my|our) (?:\w+ )?(?:son|daughter|kid|child|boy|girl|baby girl|sister|sis|brother|bro|niece|nephew|cousin|friend|bestie|best friend|grandson|granddaughter|stepson|stepdaughter|student|client|roommate|foster (?:son|daughter|kid)|teen|teenager|godson|goddaughter)\b"
    r"|\b(?:una?|a|this|one of my) (?:\w+ )?(?:clienta|alumn[oa]|paciente|estudiante|usuari[oa]|student|patient|youth|resident|client)\b"
    r"|\bmi (?:\w+ )?(?:hij|herman|sobrin|niet|hijastr|ahijad|prim|alumn|amig|nin|chamac|cunad|client)(?:it|uit)?[oa]\b|\bmi (?:muchach|bebe|nene|nena|mejor amig|paciente|estudiante|roomie)\w*\b"
)
_DIES = (
    r"(?:kill|killing|kills|hang|hanging|hurt|shoot|drown)(?:ing)? (?:him|her|them|his|there)(?:self|selves)|(?:end|ending|take|taking|ends|takes) (?:his|her|their)(?: own)? (?:own )?life|commit(?:ting)? suicide|suicidal|suicide|(?:wants?|going|gonna|rather|ready|wish\w*|would rather|wanting)(?: to)? (?:die|be dead)|(?:do|does) not want to (?:live|be alive|be here) anymore|end it all|unalive"
    r"|se (?:mata|mate|matara|mataria|suicida|suicidara|cuelga|ahorca|avienta|tira del?|corta las venas|quita la vida|quite la vida|muere antes)|se (?:quiere|va a|iba a|piensa|puede|quisiera|quisiese|vaya a|quiera|kiere|kiera) (?:matar|morir|suicidar|quitar la vida|colgar|ahorcar|ir al cielo)|(?:quiere|va a|prefiere|mejor|queria|piensa en|piensa|habla de|amenaza con|amenazo con|kiere) (?:matarse|suicidarse|quitarse la vida|morirse|morir|colgarse|estar muert[oa])|no quiere (?:ya )?vivir|ya no quiere (?:vivir|seguir|estar)|pensamientos suicidas|intent\w+ suicid\w+"
)
_KIN_DIES = re.compile(
    rf"(?:{_KIN}).*?\b(?:{_DIES})(?!\w)|\b(?:{_DIES})\b.*(?:{_KIN})(?! (?:dice|says|said|told|que|me))"
)
_DIES_ALONE = re.compile(
    rf"(?:(?:y|pero|es que|and|but|now|ahora|que|ya|bueno|porque) )*(?:(?:me|nos|he|she|they|el|ella|hoy|ayer|anoche) )*(?:dijo|dice|dijeron|amenaz\w+|jura|escribio|mando|puso|texted|says?|said|told|tells|swears?|threaten\w*|posted|wrote|keeps saying|quiere|se|habla|wants|is|has been)\b.*\b(?:{_DIES})(?!\w).*"
)
_NOT_SO = re.compile(
    r"\b(?:trabajando|de (?:la )?risa|estudiando|corriendo|working|laughing|of laughter|homework|en (?:el|un) juego|in (?:the|a) game|la rutina|haciendo (?:ejercicio|dieta)|por (?:ese|esa|un|una) (?:vestido|tenis|concierto)|last year|years? ago|hace (?:\w+ )?anos?|movie|pelicula|song|cancion|show|novela|libro|book|jaja\w*|lol|lmao)\b"
)
_OF_PARTNER = re.compile(
    r"\b(?:my|mi) (?:\w+ )?(?:bf|boyfriend|husband|man|ex|partner|girlfriend|gf|wife|novi[oa]|espos[oa]|marido|pareja|viejo|padrote|pimp)\b(?:(?: \w+){0,3}) (?:says?|said|dice|dijo|will|is|se|amenaz\w+|threat\w*|va|quiere|wants)\b"
    r"|\bsi (?:lo|la) (?:dejo|corto|termino|abandono)\b|\bif i (?:leave|break up|dump|go)\b"
)
_HAS_MEANS = re.compile(
    r"(?:(?:y|and|but|pero|ahorita|omg|right now) )*(?:he|she|they|el|ella|mi \w+|my \w+)(?: (?:ya|has|have|got|took|is|was|holding|with|tiene|trae|agarro|saco|esta|con))+(?: (?:a|an|the|some|my|his|her|dads|moms|un|una|unas|el|la|las|los|de|mi|su|lots of|all|papa|mama))* (?:gun|pistol|knife|blade|razor|rope|pills|glock|rifle|shotgun|bottle of pills|pistola|arma|fusca|cuchillo|navaja|soga|cuerda|pastillas|escopeta|veneno)(?: \w+){0,4}"
)
_ON_ME = re.compile(r"\b(?:me|us|nos|apunt\w+|pointed|pointing|outside|afuera|took|swallowed|tomo)\b")
_ME_TOO = re.compile(
    r"\b(?:(?:i|yo)(?: \w+){0,2} (?:kill myself|die|matarme|morirme)|me (?:quiero|voy a) (?:matar|morir)|both (?:of us)?|las dos|los dos|kill me|matarme|me mata|nos mata)\b"
)


def has_means(said: str) -> bool:
    """Return whether all of `said` tells that they have something to do it with. It counts after that was feared."""
    return _HAS_MEANS.fullmatch(said) is not None and _ON_ME.search(said) is None


def may_die(said: str, *, of_them: bool) -> bool:
    """Return whether a text tells that somebody of theirs may take their own life. `of_them`: the talk is of one."""
    if said.count(" ") >= _MOST_WORDS or _NOT_SO.search(said) or _ME_TOO.search(said):
        return False
    if _OF_PARTNER.search(said) and not of_them:
        return False
    return _KIN_DIES.search(said) is not None or (of_them and _DIES_ALONE.fullmatch(said) is not None)
