"""What keeps somebody at what they are made to do: a child, food, sleep, a locked door, a house to guard. Pure."""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_CHILD = r"(?:kids?|child|children|bab(?:y|ies)|son|daughter|boy|girl|lil (?:boy|girl|man)|hij[oa]s?|hijit[oa]s?|nin[oa]s?|ninit[oa]s?|beb[eas]*|nene|nena|chamac[oa]s?)"
_TAKES_CHILD = re.compile(
    rf"\b(?:he|she|they|boss|pimp)(?: (?:will|would|is going to|going to|gonna|can|said he will|says he will))* (?:take|takes|keep|keeps|sell|sells|hurt|hurts) (?:my|our) (?:\w+ )?{_CHILD}\b(?: (?:away|from me))*"
    rf"|\b(?:me|nos) (?:(?:va|van) a )?(?:quita|quitan|quitar|lleva|llevan|llevar|esconde|esconden) a? ?(?:mis?|nuestr[oa]s?|l[oa]s?) {_CHILD}\b"
    rf"|\b(?:i|we) (?:do not|can not|will not|never|only) (?:get to )?(?:see|hold|have) (?:my|our) {_CHILD}\b.*\b(?:until|till|til|unless|if)\b"
    rf"|\bno (?:me deja|me dejan|puedo) ver a (?:mis?) {_CHILD}\b.*\b(?:si no|hasta)\b"
)
_IF_NOT = re.compile(
    r"\b(?:if i|if we|or (?:else )?(?:he|she|they)|otherwise|unless|until|till|si no|o si no|hasta que|sino)\b"
)
_NOT_TILL_DONE = re.compile(
    r"\bno (?:como|comemos|salgo|salimos|duermo|dormimos|descanso|me (?:dan de comer|da de comer|deja\w*(?: \w+)?)|puedo (?:comer|salir|dormir|irme|parar))"
    r"(?: \w+){0,2}? (?:hasta|asta) (?:que |q )?(?:\w+ )?(?:acab\w+|termin\w+|pag\w+|junt\w+|hag\w+|complet\w+|sac\w+|cumpl\w+|llegu\w+|entreg\w+)\b"
    r"|\b(?:i|we) (?:can not|do not|do not get to|can|only|cannot|am not allowed to|could not)(?: (?:get to|even|only))* (?:eat|sleep|leave|rest|shower|go (?:home|out)|stop|come out)(?: \w+){0,2}? (?:until|till|til|when|after|once|unless) (?:i|we|he|they|she|it|everybody)(?: \w+){0,2}? (?:finish\w*|done|make|made|hit|pay|paid|get|got|bring|brought|earn\w*|counts?|reach)\b"
)
_OF_A_LAW = re.compile(
    r"\b(?:cps|court|judge|dcfs?|social worker|the state|dcs|custody|foster|corte|juez|trabajadora social|custodia|gobierno|ex|dad|papa)\b"
)
_OF_HOME = re.compile(
    r"\b(?:mom|mama|ama|homework|tarea|dishes|trastes|chores|class|clase|school|dinner|plate|veggies|plato|examen|exam|test|game|juego)\b"
)


def is_leverage(said: str) -> bool:
    """Return whether a child is taken, or food and sleep kept, until somebody does what they are made to do.

    A piece of it may be of a parent or of a court elsewhere: it counts where exploitation was told.
    """
    said = in_full(said)
    if _OF_A_LAW.search(said) or _OF_HOME.search(said):
        return False
    takes = _TAKES_CHILD.search(said) is not None and _IF_NOT.search(said) is not None
    return takes or _NOT_TILL_DONE.search(said) is not None


_BOSS = (
    r"(?:(?:my|the|our) )?(?:boss(?:es)?|manager|owner|supervisor|foreman|crew leader|madam|pimp|trafficker|coyote|smuggler|patron|patrona|jefe|jefa|dueno|duena|mayordomo"
    r"|encargad[oa]|padrote|contratista|capataz|(?:el |la |un )?(?:senor|senora|dona))"
)
_KEPT_IN = re.compile(
    rf"\b{_BOSS}(?: (?:will|always|also|just|still|keeps?|be))* (?:lock|locks|locked|locking|chain|chains|chained)(?: (?:us|me|all of us|the|up|our|every|that|one|only))* (?:in|inside|doors?|gates?|rooms?|up|exits?|windows?|fence)\b"
    rf"|\b(?:mi |el |la )?{_BOSS}(?: (?:nos|me|siempre|tambien|le))* (?:cierra|cerro|encierra|encerro|pone|echa|tranca)(?: (?:la|el|las|con|el|a|nos|todas?))* (?:puertas?|porton|llave|candado|cuarto|noche|reja|seguro)\b"
)
_GUARDS = re.compile(
    r"\b(?:cuid\w+|vigil\w+|guard\w*|watch\w*|look\w* after)(?: \w+){0,5} (?:casa|bodega|gente|personas|migrantes|pollos|muchachas|encerrad[oa]s?|house|people|migrants|stash|girls|hostages)\b(?=.*\b(?:encerrad\w+|no (?:puedo|me dejan?) (?:salir\w*|ir\w*)|si me (?:salgo|voy|rajo)|me (?:matan|truenan|quiebran|levantan)|locked (?:up|in)|can not (?:leave|get out|quit)|if i (?:leave|quit|run|say no|do not)|they (?:will )?kill)\b)"
    r"|\b(?:gente|personas|migrantes|people|migrants) (?:encerrad\w+|locked (?:up|in))\b(?=.*\b(?:no quiero|si me|me (?:matan|truenan)|if i|do not want|they)\b)"
    r"|\bme (?:pusieron|tienen|traen|agarraron|obligan|meten|metieron) (?:a |de |como )+(?:halcon\w*|halconear|vigi(?:lante|lar)?|puntero|mula|burrero|sicario|cuidar (?:migrantes|gente|casas?|pollos|la casa|una casa))\b"
    r"|\b(?:they|he|the cartel|cartel) (?:make|makes|made|got|has|have|put) me (?:to )?(?:be (?:a |the )?lookout|as (?:a |the )?lookout|watch(?:ing)? (?:the )?(?:people|migrants|stash house)|run(?:ning)? drugs|carry(?:ing)? drugs)\b"
)
_FALSE_KIN = re.compile(
    r"\b(?:dice|dijo|dicen|dijeron|says?|said|tells? \w+|told \w+)(?: \w+){0,3} (?:que )?(?:es|era|soy|he is|she is|i am|is|was) (?:mi|su|my|his|her) (?:tio|tia|papa|mama|padrino|primo|hermano|familiar|pariente|sobrin[oa]|hij[oa]|uncle|aunt|dad|mom|cousin|brother|sponsor|niece|daughter|son)\b(?: \w+){0,2} (?:pero|y|but|and)(?: \w+){0,2} (?:no (?:lo )?(?:es|soy|era)|ni lo conozco|(?:is|am|was|are) not|isnt|aint|i do not (?:even )?know (?:him|her))\b"
)


def is_kept(said: str) -> bool:
    """Return whether a boss locks somebody in, or they guard people and may not leave, or a stranger poses as kin."""
    said = in_full(said)
    return any(pattern.search(said) is not None for pattern in (_KEPT_IN, _GUARDS, _FALSE_KIN))
