"""Words of which a statement about a place has at least one: "beds" or "full" for whether beds are free.

The local model goes by likeness: "hay una camara" is near "hay una cama". Pure.
"""

from __future__ import annotations

import re

from bot.flows.names import Aside
from bot.understanding.words import plain

_WORDS = {
    Aside.BEDS_FREE: (
        r"beds?|spaces?|rooms?|full|spots?|openings?|avail\w*|open|left|cots?|bunks?|capacity|packed|wait\w*|slots?|vacan\w+"
        r"|list|lists|line|shelters?|tonight|turn\w*|somewhere"
        r"|camas?|kamas?|camitas?|lugar\w*|espacios?|cupos?|llen[oa]\w*|disponible\w*|campos?|libres?|literas?|cuartos?"
        r"|abiert\w*|listas?|sitio|vacantes?|catres?|albergues?|refugios?|hoy|noche|donde"
    ),
    Aside.HOW_LONG_STAY: (
        r"long\w*|stay\w*|days?|weeks?|months?|nights?|time|limit|until|kick\w*|permanent|years?|leave|out|forever|max"
        r"|move\w*|moving|place|short|temporary"
        r"|cuant\w*|kuant\w*|tiempo|dias?|semanas?|mes|meses|noches?|qued\w*|kedar\w*|sac\w*|corr\w*|rato|siempre|limite"
        r"|plazo|anos?|quit\w*|ech\w*|salir\w*|lugar\w*|mud\w*|tempor\w*|ahi|vivir"
    ),
    Aside.WHO_WILL_ANSWER: (
        r"who\w*|answers?|answering|answered|person|humans?|people|real|talk\w*|somebody|someone|same|reads?|bot"
        r"|volunteers?|counselors?|picks?|calls?|text\w*|line|phone|therapist|dial|they|them|she|her"
        r"|quien\w*|kien\w*|contest\w*|respond\w*|atiend\w*|atend\w*|alguien|personas?|habl\w*|leer?|lee|humano|gente"
        r"|llam\w*|escrib\w*|marc\w*|linea|toc\w*|pasan?|salga|sale|conse\w+|licenciad\w+|trabajador\w*|cuelg\w*|colg\w*"
    ),
    Aside.AGE_LIMIT: (
        r"age\w*|old\w*|young\w*|years?|minors?|under|over|adults?|teen\w*|kids?|limit|turn\w*|\d{1,2}|eighteen"
        r"|seventeen|sixteen|nineteen|twenty\w*|birthday|bday|underage|grown|baby|grade|youth|little|lil|small|school\w*"
        r"|edad\w*|anos?|menor\w*|mayor\w*|limite|joven\w*|cumpl\w*|adult\w*|viej\w*|grand\w*|chic\w*|chiqu\w*|nin\w*"
        r"|grado|octavo|prepa|secundaria|youth|morr\w*"
    ),
}
_SEARCH = {topic: re.compile(rf"\b(?:{words})\b") for topic, words in _WORDS.items()}


_CALLS = re.compile(r"\b911\b")


def has_word_of(topic: Aside, text: str) -> bool:
    """Return whether a text has a word that its topic cannot do without. Most topics have none."""
    words = _SEARCH.get(topic)
    return words is None or words.search(_CALLS.sub(" ", plain(text))) is not None
