"""A small grammar of who says that a wish to die was no joke, and of a gun within reach, in English and Spanish.

Both count only after such a wish was told. All texts are words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

_MOST_WORDS = 14

_SO = (
    r"(?:(?:and|but|so|no|nah|bro|dude|man|i|really|like|ok|look|listen|this time|y|pero|we|wey|guey|no mames|te|lo|la|"
    r"esta vez|que|es que|oye|ya|neta|en|bruh|fr|seriously|yo) )*"
)
_EN_SERIO = re.compile(
    rf"{_SO}(?:(?:(?:it|this|that|i)(?: (?:is|am|was|be))? )?(?:not|never|no) (?:a |an |no |even |just )*"
    r"(?:joke|jokes|joking|game|games|prank|lie|drill|kidding|playing(?: around| games)?|bluffing|lying|trolling|capping|cap|messing around|a drama)"
    r"|(?:(?:i|it)(?: am| is| be)? )?(?:so |dead |being |deadass |for )?(?:serious|dead ?ass|real|in earnest|fr fr|no cap)|(?:i )?(?:really |actually )?mean (?:it|that|what i say|every word)"
    r"|i (?:am )?(?:really |actually |for real )(?:going to|gonna|will|about to)(?: (?:do it|die|this time))?|no (?:cap|lie|joke|jokes)"
    r"|no (?:es|era|fue|estoy|ando|toy|soy|son)(?: (?:una?|ningun|ninguna|de|para|pura|puro|en))* "
    r"(?:broma|bromas|juego|juegos|chiste|chistes|mentira|mentiras|cuento|relajo|cotorreo|jugando|bromeando|mintiendo|chanza|payasada|risa|drama|vacilando|vacilon|jodiendo|jodedera|choro)"
    r"|(?:no|ni) (?:te )?(?:bromeo|juego|miento|vacilo)"
    r"|(?:(?:hablo|es|va|lo digo|digo|estoy hablando|te hablo|te lo digo|fue|era|ando|estoy) )*(?:muy )?(?:en|de) (?:serio|verdad|veras|neta)|(?:es )?(?:la )?neta|es (?:verdad|cierto)|(?:it is |its )true|de a deveras|de ver(?:dad|as)|(?:te )?lo juro|si lo (?:voy a hacer|hago|hare)|(?:yo )?si (?:voy|quiero|lo quiero)(?: a)?(?: (?:hacerlo|matarme|morirme|hacer))?)"
    r"(?: (?:bro|man|dude|lol|ok|we|wey|guey|neta|fr|now|this time|esta vez|ahora|at all|no more|anymore|i swear|te lo juro|eh|mano|parce|pana|compa|amigo|ya|i am|i|mean|it|for|real))*"
)

_GUN = (
    r"(?:guns?|pistols?|glock|strap|blick|rifles?|shotguns?|revolver|firearm|handgun|9 ?mm|nine|burner|thumper|draco|piece|22|38|45"
    r"|pistolas?|fuscas?|cuetes?|cohete|fierro|escuadra|escopetas?|rifles?|armas?|cuerno de chivo|matona|fogon|hierro|tartamuda|quete|calibre)"
)
_OWNS = (
    r"(?:(?:i|we)(?: (?:got|have|just|already|found|know|do|can|could|am|took|keep|grabbed|holding|hold|got my hands on|get|reach))+"
    r"|(?:there is|there are|theres|it is)|(?:got|have|holding|with|took|found|grabbed)"
    r"|(?:yo )?(?:ya |aqui |si )*(?:tengo|traigo|agarre|encontre|saque|cargo|hay|alcance|consegui|halle|guarda|guardan|se (?:en )?donde (?:esta|guarda\w*|hay|queda|tiene\w*))|con)"
)
_HAS_GUN = re.compile(
    rf"\b{_OWNS}(?: (?!not\b|no\b|never\b)\w+){{0,5}}? {_GUN}\b"
    rf"|\b(?:my|mi|his|el|the|la) (?:\w+ )?\w+ (?:has|keeps?|tiene|guarda|deja|leaves)(?: (?!him|me\b)\w+){{0,3}} {_GUN}(?: \w+)? (?:in|under|at|on|by|en|debajo|bajo|arriba|aqui)\b"
    rf"|\b{_GUN} (?:is |be |esta |la tengo |lo tengo |las tengo )?(?:right |aqui |ya )?(?:here|in (?:my|the)|next to me|on (?:my|the)|loaded|aqui|en (?:mi|la|el)|conmigo|cargad[oa]|a un lado|lista|listo|ready)\b"
    rf"|^(?:(?:con|with|y|and) )+(?:(?:un|una|la|el|mi|my|a|the|his|dads|su) )*{_GUN}(?: (?:de|of) .*)?$"
)
_NO_GUN = re.compile(
    rf"\b(?:do not|not|no|never|without|sin|ni)(?: \w+){{0,2}}? (?:have|got|tengo|traigo|hay|own)?(?: (?:a|any|un|una|ninguna?))* ?{_GUN}\b"
    r"|\b(?:water|nerf|toy|bb|glue|nail|paintball|de (?:agua|juguete|silicon|clavos|paintball))\b"
)
_AGAINST_ME = re.compile(
    r"\b(?:he|they|she|el|ellos|someone|somebody|alguien)(?: \w+){0,3} (?:pointed|pointing|pulled|put|puts|holding|outside|coming|afuera|apunt\w+|saco|viene|amenaz\w+)\b"
    r"|\bme (?:apunt\w+|amenaz\w+|puso|pusieron|quiere matar)\b|\b(?:at|on|to) me\b"
)


def is_in_earnest(said: str) -> bool:
    """Return whether all of `said` tells that it was meant: "not a joke", "no es broma", "hablo en serio"."""
    return said.count(" ") < _MOST_WORDS and _EN_SERIO.fullmatch(said) is not None


def has_gun_near(said: str) -> bool:
    """Return whether a text tells that a gun is within reach: "tengo la fusca de mi apa", "theres a glock here"."""
    is_near = _HAS_GUN.search(said) is not None
    return is_near and _NO_GUN.search(said) is None and _AGAINST_ME.search(said) is None


_WANTS_NOT = re.compile(
    r"(?:(?:but|no|nah|idk|pero|es que|yo|i|ok|the thing is|it is that) )*(?:(?:do not|dont) (?:really |even |actually )?(?:want|wanna)(?: to)? (?:die|be dead|kill myself|end it)|no (?:me )?(?:quiero|kiero|quisiera) (?:morir(?:me)?|matarme|estar muert[oa]))(?: (?:tho|though|lol|eh|really|creo|i think|la verdad|honestly))*"
)
_SOMETIMES = re.compile(
    r"(?:(?:but|pero|y|and|well|bueno|aunque|idk|no se|although|then|or|o|la verdad) )*(?:sometimes|a veces|hay dias|some days|at times|de repente|at night|en las noches|por las noches|other days)(?: (?:que|yes|yeah|si|i do|do|i|kinda|really|want|wanna|to|it|lo|me|quiero|kiero|pienso|quisiera|die|morirme|morir|matarme|think|about|in|en|eso|ello|la|noche|mucho))*"
)


def wants_not_to_die(said: str) -> bool:
    """Return whether all of `said` tells that they do not want to die."""
    return _WANTS_NOT.fullmatch(said) is not None


def is_sometimes(said: str) -> bool:
    """Return whether all of `said` tells that at times they do: "pero a veces si"."""
    return _SOMETIMES.fullmatch(said) is not None
