"""A small grammar of leaving a talk: "gtg", "nvm forget it", "nvm wrong number", in English and Spanish. Pure.

Each form is a whole text: words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_SO = (
    r"(?:(?:ok|okay|k|hey|um|uh|sorry|srry|sry|shit|fuck|omg|oh|no|lol|haha|so|and|but|well|actually|wait|anyway|anyways|thanks|thank you|thx|ty|yeah|yea|alright|aight|"
    r"bueno|perdon|ay|y|pero|pues|gracias|no|si|ya|oye|va|disculpa|disculpe) )*"
)
_END = (
    r"(?: (?:now|rn|right now|for now|sorry|srry|lol|haha|ok|okay|bye|byee+|thanks|thank you|thx|ty|tho|please|pls|later|anyway|real quick|so|and|again|"
    r"ya|ahora|ahorita|gracias|perdon|adios|chao|porfa|luego|todo|eso|esto))*"
)
_NEVER_MIND = r"(?:nvm|nevermind|never mind|nm|forget (?:it|this|about it|i (?:said|texted)(?: \w+){0,2}|everything|what i said)|ignore (?:this|that|me|it)|disregard(?: this| that)?|it is nothing|its nothing|olvida(?:lo|te|me)?|dejalo(?: asi)?|no importa|no es nada|ignora (?:esto|eso|me)|ignorame)"
_GOES = (
    r"(?:gtg|g2g|gotta (?:go|run|dip|bounce)|(?:i )?(?:got|have|need|has) to (?:go|run|leave)|i (?:am|must) (?:go|going|leaving|off)|bye|byee+|bye bye|goodbye|good bye|ttyl|talk (?:to (?:you|u) )?later|"
    r"(?:i will |will )?(?:text|talk|write|hit|message)(?: to)?(?: (?:you|u|ya))?(?: up| back)? (?:later|soon|tomorrow|another time)|later|laters|peace|deuces|cya|see (?:you|ya|u)(?: later)?|good ?night|gn|"
    r"(?:i )?can ?not (?:talk|text|type|write)|(?:tengo|me tengo) que (?:irme|ir|colgar|dejarte)|me (?:voy|tengo que ir)|adios|chao|bye|nos vemos|hasta luego|hasta (?:manana|pronto)|"
    r"(?:luego|al rato|despues|mas tarde|manana) (?:te|les) (?:escribo|hablo|texteo|cuento)|(?:te|les) (?:escribo|hablo|texteo|cuento) (?:luego|al rato|despues|mas tarde|manana)|(?:luego|al rato|despues) hablamos|buenas noches|no puedo (?:hablar|escribir|textear))"
)
_LEAVES = re.compile(rf"{_SO}(?:{_GOES}|{_NEVER_MIND})(?: (?:{_GOES}|{_NEVER_MIND}))*{_END}")
_WRONG = r"(?:(?:this is |that is |it is |i got |i have |you have |i texted |texted |this was |that was |it was |got |have |es |era |fue |tengo |me |te )*(?:the |a |el |al |de |un )*(?:wrong (?:number|person|chat|one|contact|text|thread|phone)|not (?:for|meant for) (?:you|u)|(?:numero|chat|mensaje|persona|contacto) (?:equivocad[oa]|incorrect[oa])|equivocad[oa]|(?:no era|no es) para ti|equivoque(?: de (?:numero|chat|persona|contacto))?))"
_IS_WRONG = re.compile(
    rf"{_SO}(?:(?:{_NEVER_MIND}|{_GOES}|sorry|my bad|oops|ups|that was|it was) )*{_WRONG}(?: (?:{_NEVER_MIND}|{_GOES}|my bad|lol|sorry|oops|thanks))*{_END}"
)
_MOST_WORDS = 12
_RIGHT_AFTER_ALL = re.compile(
    r"(?:(?:actually|wait|ok|lol|sorry|srry|um|no|nah|hey|i mean|espera|perdon|la verdad|bueno|ay|si) )*"
    r"(?:(?:no )?(?:it is|this is|that is) (?:not(?: (?:the |a )?wrong(?: (?:number|one|person))?)?|(?:the |a )right (?:number|one|person))|not (?:a |the )?wrong(?: number| one)?|i lied|jk|just kidding|i was lying|i did mean|i meant (?:to|it)|"
    r"(?:no )?(?:no es|si es)(?: (?:el )?(?:numero|equivocado))*|no (?:me )?equivoque|mentira|es broma|menti)(?: (?:wrong|that|really|actually|lol|jk|i|the|number|no|but))*(?= |$)(?: .*)?"
)


def takes_wrong_back(said: str) -> bool:
    """Return whether somebody takes a "wrong number" back: "actually no its not, i get scared"."""
    return _RIGHT_AFTER_ALL.fullmatch(in_full(said)) is not None


def leaves(said: str) -> bool:
    """Return whether all of `said` ends the talk for now: "gtg", "ok bye", "nvm forget it"."""
    return said.count(" ") < _MOST_WORDS and _LEAVES.fullmatch(in_full(said)) is not None


def is_wrong_number(said: str) -> bool:
    """Return whether all of `said` takes a text back as meant for somebody else: "nvm wrong number"."""
    return said.count(" ") < _MOST_WORDS and _IS_WRONG.fullmatch(in_full(said)) is not None
