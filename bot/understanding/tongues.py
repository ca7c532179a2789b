"""A small grammar of who does not understand, or speaks another language, and of somebody else who does not speak one.

"No entiendo lo que me dices", "hay persona que habla mam", "el abogado no habla espanol". English and Spanish. All texts are
words with one space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

_SO = (
    r"(?:(?:sorry|please|pls|ok|but|and|hey|um|perdon|disculpa|disculpe|por favor|porfa|pero|y|oye|es que|yo|i|hola) )*"
)
_PUZZLED = re.compile(
    rf"{_SO}(?:(?:do|did|can|could) not (?:really |even )?(?:understand|get (?:it|this|that|what)|follow|read)(?: (?:you|u|what|it|this|that|well|good|all|english|words?|big|so|much|fast|very|your|the|text|message|mean|means|you mean|say|saying|are|is|u))*"
    r"|(?:can|could) (?:you|u) (?:please )?(?:say|explain|write|put|text)(?: (?:it|that|this))?(?: (?:again|more|in|a|with))* (?:simple\w*|easier|easy|shorter|slower|small(?:er)? words|plain\w*|another way|different)(?: (?:words?|english|way|please))*"
    r"|explain(?: (?:it|that|this|to me|more))* (?:easier|simpler|simple|better|slow\w*)|(?:what|que)(?: (?:does|do|is|quiere|significa|quieren))*(?: (?:that|this|it|eso|esto))? (?:mean|means|decir|significa)(?: (?:that|this|eso|esto))?"
    r"|(?:not|no) (?:good|well|much|very) (?:read\w*|understand)|can not read (?:good|well|much|so good)"
    r"|(?:casi )?no (?:te |le |les |lo )?(?:entiendo|entendi|comprendo)(?: (?:bien|nada|mucho|lo|que|me|dices|dice|escribes|mandas|eso|esto|las|palabras|muy|todo|tu|mensaje|tus|mensajes|quieres|decir|tanto))*"
    r"|(?:me (?:lo )?)?(?:explica(?:me(?:lo)?)?|puedes explicar(?:me(?:lo)?)?|dime(?:lo)?|dilo|escribe)(?: (?:lo|eso|mas|otra|vez|con|palabras|mejor))* (?:facil(?:es)?|sencill[oa]s?|despacio|simple|corto|claro|otra manera)(?: (?:por favor|porfa))*"
    r"|no (?:se|puedo|sabo) leer(?: (?:muy|bien|mucho|tanto|casi|nada|espanol|todo))*)(?: (?:sorry|please|perdon|por favor))*"
)
_TONGUE = (
    r"(?:mam|quiche|kiche|k iche|kanjobal|q anjob al|qanjobal|akateko|kekchi|q eqchi|ixil|chuj|poptí|popti|mixteco|mixtec|zapoteco|zapotec|nahuatl|triqui|purepecha|tzotzil|tzeltal|maya|garifuna|otomi|quechua|kichwa|aymara|mazateco|tlapaneco"
    r"|tigrinya|amharic|somali|nepali|thai|hindi|punjabi|panjabi|gujarati|tamil|urdu|bengali|burmese|karen|khmer|lao|hmong|mongolian|farsi|persian|dari|pashto|turkish|ukrainian|polish|romanian|japanese|indonesian|twi|wolof|swahili|yoruba|igbo|hausa|lingala|cree|inuktitut|ojibwe|navajo|mi (?:lengua|idioma|dialecto)|my language|dialecto|lengua indigena)"
)
_OTHER_TONGUE = re.compile(
    rf"{_SO}(?:(?:no|not|do not|casi no|poco|solo|only|nomas) )*(?:(?:hablo|speak|entiendo|talk|understand|se)(?: (?:bien|muy|poco|mucho|good|well|much|only|solo|un|poquito|a little|espanol|english|ingles|spanish|y|and|but|pero|mas|no))* )*(?:hablo|speak|entiendo|understand)?(?: (?:solo|only|puro|nomas))? ?{_TONGUE}(?: (?:only|no mas|nomas|please|por favor|language|mas))*"
    rf"|{_SO}(?:hay|tienen|is there|do you have|does|can|anyone|someone|alguien|anybody|necesito|quiero|i need|i want|busco|ocupo)(?: (?:a|an|una?|alguna?|someone|somebody|anyone|alguien|persona|personas|people|person|there|here|interprete|interpreter|traductor[a]?|translator|ahi|alli))* ?(?:que|who|that|en|in|for|de)? ?(?:hable|habla|hablen|hablan|speaks?|talks?|entienda|understands?)?(?: (?:en|in|de))? {_TONGUE}(?: (?:ahi|there|here|please|por favor))*"
)
_QUIEN = r"(?:abogad[oa]|licenciad[oa]|senor[a]?|senorita|doctor[a]?|po|oficial|juez[a]?|trabajador[a]?|enfermer[oa]|maestr[oa]|policias?|interprete|consejer[oa]|encargad[oa]|jef[ea]|patron[a]?|recepcionista|ella|ellos|nadie|(?:la|el|los) que \w+(?: \w+){0,3}|mi \w+)"
_WHO = r"(?:lawyer|attorney|public defender|doctor|nurse|judge|officer|po|caseworker|social worker|teacher|police|cops?|interpreter|counselor|boss|lady|guy|man|woman|staff|nobody|no one|he|she|they|my \w+)"
_NO_HABLAN = re.compile(
    rf"\b{_QUIEN}(?: (?!no\b|solo\b|nomas\b)\w+){{0,5}}? (?:no|solo|nomas|casi no|nada mas|tampoco) (?:me )?(?:hablan?|entienden?|hablaba|saben?)(?: (?:bien|nada|de|mucho|ni))* (?:espanol|ingles|mi idioma)\b"
)
_THEY_DO_NOT = re.compile(
    rf"\b{_WHO}(?: (?!does\b|do\b|only\b|did\b)\w+){{0,5}}? (?:does not|do not|only|did not|can not|barely)(?: \w+)? (?:speaks?|understands?|talks?|knows?)(?: (?:any|much|no|good|a word of))* (?:spanish|english|my language)\b"
)
_OF_YOU = re.compile(
    r"\b(?:you|u|yall|(?:write|text|talk|reply|answer|speak)(?: to)? me|only english|in english|in spanish|en ingles|en espanol|escrib\w+|contest\w+|usted|ustedes|tu|aqui|this line|this number|alguien que|someone who|anyone who|no hablo|i do not speak)\b"
)


def is_puzzled(said: str) -> bool:
    """Return whether all of a text tells that they do not understand, or asks for simpler words."""
    return _PUZZLED.fullmatch(said) is not None


def speaks_other_tongue(said: str) -> bool:
    """Return whether all of a text names a language that nobody writes here, as theirs or as wished for."""
    return _OTHER_TONGUE.fullmatch(said) is not None


def they_do_not_speak(said: str) -> str:
    """Return the language of a text that tells that somebody else does not speak one, "" for any other.

    It is no wish for another language here.
    """
    if _OF_YOU.search(said):
        return ""
    return "es" if _NO_HABLAN.search(said) else "en" if _THEY_DO_NOT.search(said) else ""
