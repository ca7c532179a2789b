"""What is taken from somebody until they have done what they are made to do: a child, food, sleep. Pure."""

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
