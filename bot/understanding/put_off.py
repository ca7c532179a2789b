"""Words of which a text that leaves it for now has at least one: "later", "gotta go", "al rato".

The local model takes "we drive out tomorrow" and "por llegar tarde" for "not now", since they sound like leaving.
Without such a word a text tells something, and must not close the talk.
"""

from __future__ import annotations

import re

from bot.flows.names import Aside
from bot.understanding.words import plain

LEAVING = frozenset({Aside.GOODBYE, Aside.NOT_YET})
"""Remarks that close the talk for now."""

_LEAVES = re.compile(
    r"\b(?:later|l8r|l8er|ltr|rn|right now|not now|now is not|(?:an)?other (?:time|day|moment)|some (?:other )?time|"
    r"after|afterwards?|when (?:i|my|the|im|we)|once i|(?:ask|try|text|txt|message|msg|hit|hmu|check) (?:me|back|in|up)|hmu|"
    r"ttyl|ttys|brb|bbl|busy|rain ?check|(?:give|gimme|just) (?:me )?(?:a|some|one|1|2|few)|let me|lemme|hold|wait\w*|pause|"
    r"gtg|g2g|gtgo|bye+|goodnight|good night|gn|cya|see (?:ya|you|u)|(?:gotta|gota|got to|have to|need to|should|better|imma|going to|gonna) (?:go|run|bounce|dip|head|leave)|"
    r"heading (?:out|off)|im (?:out|off)(?! (?:of|since))|i(?:ll| will| am gonna| m gonna|mma| can| might)? (?:\w+ ){0,2}(?:text|txt|hit|write|answer|reply|respond|get back|come back|let (?:you|u)|think|reach out|talk|be back|try again)|"
    r"get back|come back|pick (?:this|it) up|next (?:time|week|month)|"
    r"not (?:today|tonight|yet|ready|this|in the mood|feeling|up for|rn|really|sure)|yet|ready|think(?: about| on| it)?|"
    r"nvm|never ?mind|forget (?:it|about)|drop it|leave it|no thanks?|no ty|pass|im good|rather not|dont (?:want|wanna|feel)|do not (?:want|wanna|feel)|"
    r"cant|can t|can not|cannot|stop|done|enough|quit|over it|im tired|too (?:much|tired|late)|"
    r"luego|rat(?:o|ico|ito|ititos?)|despues|dps|dsps|mas (?:tarde|tardecito|adelante|noche)|otro (?:dia|rato|momento|mes|ratito)|otra (?:vez|hora|ocasion)|"
    r"momento|dej(?:a|ame|alo|emoslo|amos|en)|(?:ahi|lo|luego|alla|despues|ay) vemos|vemos luego|finde|guarda\w*|aguant\w*|esper\w+|dame|denme|chance|ocup(?:ad[oa]|a|ao|)|(?:ahorita|orita|ahora|horita|hoy|todavia|aun|mejor) no(?! se\b)|no (?:puedo|ahora|ahorita|gracias|estoy list[oa]|toy list[oa]|por ahora|hoy)|"
    r"por ahora no|(?:ya )?me (?:tengo que ir|[vb]oy)|tengo que (?:irme|colgar|ir)|adios|nos vemos|hasta (?:luego|manana|pronto)|buenas noches|"
    r"cuando (?:cobre|me|pueda|salga|llegue|mi|tenga|ya|quiera|el|la|se)|proxim[oa]|olvid\w+|no importa|nada|ya no quiero|"
    r"(?:te|les) (?:escribo|hablo|texteo|digo|aviso|busco|mando)|pens\w+|list[oa]s?|tiempo|basta|cansad[oa]|para que|pa que|seguimos|retom\w+|yo te)\b"
)
_TODAY = re.compile(
    r"\b(?:tmrw?|tmr|tomorrow|tonight|manana|week|weekend|finals|work|class|school|homework|sleep|bed|hours?|hrs?|mins?|minutes?|secs?|seconds?|days?|"
    r"ahorita|orita|ahora|hoy|clase|turno|trabajo|tarea|semana|escuela|dormir|jale|comer)\b"
)
_OF_OTHERS = re.compile(
    r"^(?:my|mi) \w+ \w+|\b(?:we|they|he|she|hes|shes|theyre|mom|moms|dad|dads|el|ella|ellos|nos|tengo|estoy|toy|im in|no se|idk|im gonna|imma|im about to|i fly|i go|voy a|me van|por (?:llegar|pelear\w*|no))\b"
)
_FEWEST = 5
"""Number of words from which a text with only an hour or a day in it tells something."""


def may_put_off(text: str, *, is_asked: bool) -> bool:
    """Return whether a text may leave it for now: a word of leaving, or an hour or a place of one's own, in a few.

    is_asked: the bot has just asked for an answer. Then any text may, but one that tells of others or of a plan.
    """
    said = plain(text)
    if _LEAVES.search(said):
        return True
    tells = _OF_OTHERS.search(said) is not None
    return not tells and (is_asked or (_TODAY.search(said) is not None and len(said.split()) < _FEWEST))
