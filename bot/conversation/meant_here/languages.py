"""The language somebody wishes to be answered in, whichever they write: "pero like in english". Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Level
from bot.flows.session import Session
from bot.understanding.wished_language import wished_language

_CHOOSES = {"en": Answer.ENGLISH, "es": Answer.SPANISH}
_OF_ANOTHER = re.compile(
    r"\b(?:my|our) (?:\w+ )?(?:friend|friends|mom|mother|dad|sister|brother|grandma|aunt|girl|cousin|roommate|neighbor) (?:does|speaks?|only|talks?|do|is|knows)\b|\bfor my \w+\b"
    r"|\b(?:just kidding|jk|learning|in school|class)\b"
)
"""Asks of Spanish for somebody else, or in play."""
_NO_OTHER = re.compile(
    r"(?:(?:no|nah|sorry|ok) )+(?:in )?(?P<code>english|ingles|spanish|espanol)(?: (?:please|pls|tho|though|por favor|porfa))+"
)
_SPOKEN = {"english": "es", "ingles": "es", "spanish": "en", "espanol": "en"}
"""The language of the replies beside which the name of the other one wishes for that."""
_ONLY_THAT = frozenset(
    {Answer.UNCLEAR, Answer.ENGLISH, Answer.SPANISH, Answer.LANGUAGE, Answer.GREETING, Answer.NO, Answer.NOT_NOW, Answer.THANKS,
     Answer.FOREIGN, Answer.REPEAT, Answer.GO_ON, Answer.YES}
)  # fmt: skip
_OF_IT = frozenset({Aside.LANGUAGE_SPOKEN, Aside.STOP_TEXTS, Aside.JOKE, Aside.ANGER})


def of_language(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a wish for a language as one that holds from now on, beside whatever else the text says."""
    asks_of_offer = bool(session.service) and reading.aside is Aside.LANGUAGE_SPOKEN
    if session.caseworker_name or reading.answer is Answer.STOP or asks_of_offer:
        return reading
    code = wished_language(wrote.said)
    if (spoken := _NO_OTHER.fullmatch(wrote.said)) and session.language == _SPOKEN[spoken["code"]]:
        code = "en" if session.language == "es" else "es"  # "no, english please" beside spanish replies
    if reading.answer is Answer.SPANISH and _OF_ANOTHER.search(wrote.said):
        return reading._replace(answer=Answer.ASIDE, aside=Aside.LANGUAGE_SPOKEN, language="en")
    if not code:
        return reading
    is_all = reading.answer in _ONLY_THAT or (reading.answer is Answer.ASIDE and reading.aside in _OF_IT)
    if is_all and reading.level is None and reading.concern is None:
        return Interpretation(_CHOOSES[code], language=code)
    if reading.level is Level.ASK and is_all:
        reading = reading._replace(answer=Answer.UNCLEAR, aside=None)
    return reading._replace(language=code, chosen=code)
