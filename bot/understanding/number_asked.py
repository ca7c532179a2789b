"""A small grammar of who asks for a number and nothing else: "just the number", "phone dying whats the number".

In English and Spanish. Texts are words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_MOST_WORDS = 16

_BEFORE = (
    r"(?:(?:ok|hey|hi|yo|so|and|but|please|pls|quick|quickly|hurry|wait|sorry|again|just|only|no|fast|asap|my|the|this|phone|cell|battery|is|dying|dyin|dead|almost|about to die|gonna die|going|low|at|on|percent|\d{1,2}"
    r"|oye|porfa|por favor|rapido|ya|mi|el|la|cel|celular|telefono|pila|bateria|se|me|muere|acaba|esta|apaga|va|a|morir|apagar|solo|nada mas|pero|y|hola|apurate) )*"
)
_ASK = r"(?:what is|what was|what|whats|give me|gimme|send me|send|text me|need|i need|can i (?:get|have)|can (?:you|u) (?:give|send|text) me|tell me|drop|i want|where is|que es|cual es|cual era|dame|deme|pasame|mandame|manda|dime|necesito|quiero|ocupo|me (?:das|pasas|puedes dar|da|manda)|puedes darme)"
_NUMBER = r"(?:(?:the|that|a|any|some|your|one|just|only|again|real|help|el|un|ese|solo|al menos|nada mas|otra vez) )*(?:number|numbers|num|nummber|numero|numeros|hotline|phone number|help line|linea|telefono para llamar)"
_AFTER = r"(?: (?:again|please|pls|quick|quickly|fast|now|rn|right now|to call|i can call|to text|for help|that i can call|i call|asap|just the number|just that|only|nothing else|hurry|and thats it|otra vez|porfa|por favor|rapido|ya|ahorita|para llamar|para marcar|para pedir ayuda|nada mas|y ya|al que llamo))*"
_ASKS = re.compile(
    rf"{_BEFORE}(?:{_ASK} )+{_NUMBER}{_AFTER}|{_BEFORE}{_NUMBER}{_AFTER}"
    rf"|{_BEFORE}(?:who|what number|which number|a quien|a que numero|a donde)(?: (?:do|can|should|would|le|puedo|debo|les))* (?:i )?(?:call|text|llamo|marco|hablo|llamar|marcar)(?: (?:for help|in spanish|en espanol|para pedir ayuda|ya|ahorita|now|right now))*"
)
_OF_THEIRS = re.compile(
    r"\b(?:my|his|her|your|ur|mi|su|tu) (?:phone )?(?:number|numero)\b|\bnumber (?:one|of|for my)\b|\b(?:no|wrong) (?:number|numero)\b"
)
_ALONE = frozenset({"numbers", "numeros", "linea"})


def asks_number(said: str) -> bool:
    """Return whether all of `said` asks for a number to call, and for nothing else."""
    full = in_full(said)
    if said.count(" ") >= _MOST_WORDS or full in _ALONE or _OF_THEIRS.search(full):
        return False
    return _ASKS.fullmatch(full) is not None
