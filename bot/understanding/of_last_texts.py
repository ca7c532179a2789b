"""The texts that came last: who asks that they are erased, read out or sent again does not ask for an end of texts.

All texts are words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

_LAST = (
    r"(?:(?:the|that|your|ur|her|his|my|their|those|these|all|this|of) )*(?:last|latest|previous|recent) (?:\w+ )?(?:texts?|messages?|msgs?|sms|convo|conversation)"
    r"|(?:(?:el|los|la|las|tu|tus|su|sus|ese|esos|mi|mis|todos) )*ultim[oa]s? (?:\w+ )?(?:mensajes?|mensajitos?|textos?|msj|msjs)"
)
_BACK = r"(?:(?:me|us|back|out|again|to me|otra vez|de nuevo) )*"
_ERASES = re.compile(
    rf"\b(?:delete|deleted|erase|unsend|undo|clear|get rid of|borra\w*|borre\w*|elimina\w*|elimine\w*) (?:{_LAST})\b|(?:(?:no|not|just|only|solo|nomas|wait) )+(?:{_LAST})"
)
_READS = re.compile(
    rf"\b(?:read|show|tell|give|open|check|see|lee|leeme|lea|leame|lean|leer|ensena\w*|muestra\w*|muestre\w*|dime|ver|abre|dame) {_BACK}(?:{_LAST})\b"
)
_AGAIN = re.compile(
    rf"\b(?:resend|repeat|send|reenvia\w*|repite\w*|manda\w*|vuelve a mandar|vuelve a mandarme) {_BACK}(?:{_LAST})\b"
)


def erases_last(said: str) -> bool:
    """Return whether a text asks that the last texts are erased, or tells that they are: "delete the last text"."""
    return _ERASES.search(said) is not None


def reads_last(said: str) -> bool:
    """Return whether a text asks what the last texts say, as somebody does who did not get them."""
    return _READS.search(said) is not None


def wants_last_again(said: str) -> bool:
    """Return whether a text asks for the last text once more."""
    return _AGAIN.search(said) is not None


_NOT_SHARED = re.compile(r"\b(?:do not|dont|never) share\b|\bno (?:lo |la |les |le |me |se lo )*compart\w+")


def is_of_sent(said: str) -> bool:
    """Return whether a text is about texts that were sent, or about what is shared, and so no opt-out by its sense."""
    return erases_last(said) or reads_last(said) or wants_last_again(said) or _NOT_SHARED.search(said) is not None
