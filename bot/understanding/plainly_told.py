"""Short texts that say all by themselves, whatever the local model takes them for: a name, and whom it is for. Pure."""

from __future__ import annotations

import re

from bot.flows.model import Interpretation
from bot.flows.names import Answer
from bot.understanding.words import plain

_MOST_WORDS = 3
_FOR_WHOM = re.compile(
    r"(?:(?:hi|hey|ok|so|hola|oye) )*(?:(?:it is|its|this is|im asking|asking|es|esto es|pregunto|escribo) )?(?:for|para|por) "
    r"(?:(?:a|my|un|una|mi|el|la|otra|someone|another|her|best|mejor) )*"
    r"(?:friend|cousin|sister|brother|daughter|son|girl|client|student|amig[oa]|prim[oa]|herman[oa]|hij[oa]|persona|alumn[oa]|client[ea])"
)
_MARKUP = re.compile(r"</?\w+>")


def tells_plainly(reading: Interpretation, text: str) -> bool:
    """Return whether a text is a name where one is asked for, or tells only whom it is for: "es para una amiga"."""
    if _MARKUP.search(text):  # the model has learned no markup, and any topic that it names there is chance
        return True
    said = plain(text)
    is_name = reading.answer is Answer.NAME and len(said.split()) <= _MOST_WORDS
    return is_name or _FOR_WHOM.fullmatch(" ".join(re.findall(r"\w+", said))) is not None
