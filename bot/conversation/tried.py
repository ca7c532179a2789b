"""What a person says of a place that they tried, or of what they have seen: it leads to the next one. Pure."""

from __future__ import annotations

import re

from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, State
from bot.flows.session import Session
from bot.flows.table import HANDLED
from bot.understanding.lexicon import Lexicon

_LONGEST = 14
"""Maximum number of words. A longer text is a story."""

_IN_VAIN = re.compile(
    r"\b(?:(?:they|it|that|place|shelter|all|everything|line|she|he|everybody|everyone)(?: \w+){0,4} full\b(?! of)"
    r"|full(?: up| rn| right now| tonight| already)?$"
    r"|no (?:more )?(?:beds?|rooms?|space|spots?|openings?|vacanc\w+)\b|at capacity|wait ?list(?:ed)?"
    r"|turned me away|(?:would|will|did|do|does) not (?:take|let|accept) (?:me|us|people like me)(?: in)?\b"
    r"|(?:they|she|he|lady|guy|place|line) (?:just )?(?:said|told me) (?:no|they can not|they could not|i can not)\b"
    r"|(?:nobody|no one|noone) (?:\w+ )?(?:picks?|picked|answers?|answered|answering|responds?|responded"
    r"|called|texted)\b"
    r"|(?:they|she|he|it|line) (?:did not|do not|does not|never|will not|is not|are not|aint|wont|not)(?: even)?"
    r" (?:pick(?:ed|ing)? up|answer\w*|respond\w*|call(?:ed)? (?:me )?back|text(?:ed)? (?:me )?back|reply|replied)\b"
    r"|voice ?mail|(?:just|keeps?|only) (?:rings|ringing)|rings and rings|line (?:is|was) busy"
    r"|number (?:is |was )?(?:does not|did not|not) (?:work|working)|(?:number|line) (?:is )?(?:disconnected"
    r"|dead|off)"
    r"|out of service"
    r"|(?:esta|estan|estaba|estaban|todo|que) (?:bien |muy )?(?:llen[oa]s?)\b|^llen[oa]s?$"
    r"|no (?:hay|habia|tienen|tenian|queda|quedan) (?:camas?|espacio|cupo|lugar(?:es)?|campo|cuartos?)\b"
    r"|nadie (?:me )?(?:contest\w+|responde|respondio|agarra|agarro)"
    r"|no (?:me )?(?:contestan|contestaron|contesto|responden|respondieron|agarran|aceptan|aceptaron|dejaron|reciben"
    r"|recibieron|quisieron)\b"
    r"|(?:me )?(?:mando|manda|mandan|fue|se va) (?:al? )?buzon|buzon de voz|suena y suena|lista de espera"
    r"|(?:me )?dijeron que no\b|el numero no (?:sirve|funciona|existe|entra)|no (?:sirve|funciona"
    r"|existe) (?:el|ese) numero"
    r")"
)
"""The place was full, took them not, or nobody answered."""

_WHAT_ELSE = re.compile(
    r"(?:(?:ok|okay|and|so|but|y|pues|bueno|well|any|got|give me|show me|have|you|u|do|hay|tienes|tienen"
    r"|is there|are there"
    r"|dame|quiero|ver|mejor|un|una|a|the|me|i want|can i get|maybe|nah|no|know) )*"
    r"(?:what else|anything else|something else|anywhere else|somewhere else|someplace else|another"
    r"|another (?:one|place|option|number)"
    r"|other|others|other (?:places?|ones?|options?|numbers?)|(?:a )?different(?: (?:one|place|option))?"
    r"|next(?: one)?|more options"
    r"|otr[oa]s?|otr[oa]s? (?:lugar(?:es)?|opcion(?:es)?|numeros?|lados?|sitios?|cosas?)|que mas"
    r"|que otra cosa|algun otro|alguna otra"
    r"|algo mas|mas opciones|el siguiente|diferente)"
    r"(?: (?:please|pls|por ?fa\w*|favor|hay|tienes|tienen|is there|are there|you got|u got|do you have|then"
    r"|tho|near here|entonces|me das"
    r"|puede ser|aparte|que no sea ese))*"
)
"""Asks for something else than what was offered, and says nothing more."""


def next_one(session: Session, text: str, reading: Interpretation, lexicon: Lexicon) -> Interpretation:
    """Read "they full", "nobody picked up" and "what else" as a wish for another, once something was offered."""
    stands = reading.concern is not None or reading.answer not in _MAY_BE or session.caseworker_name
    if stands or session.young or not session.offered_services or not (session.safe and session.limits_told):
        return reading
    said = " ".join(lexicon.spelled(text))
    if said.count(" ") >= _LONGEST:
        return reading
    in_vain = "?" not in text and _IN_VAIN.search(said) is not None
    if not (in_vain or _WHAT_ELSE.fullmatch(said)):
        return reading
    aside = Aside.LET_DOWN if in_vain else None
    if (session.state, Answer.ANOTHER) in HANDLED:
        return reading._replace(answer=Answer.ANOTHER, aside=aside)
    needs = session.needs or session.parked
    if session.state not in _LEFT_AT or not needs:
        return reading
    return reading._replace(answer=Answer.NEEDS, needs=needs[:1], aside=aside)


_MAY_BE = frozenset(
    {Answer.UNCLEAR, Answer.ASIDE, Answer.NO, Answer.MAYBE, Answer.DOUBT, Answer.HEARD_THINGS, Answer.WENT_BADLY,
     Answer.THANKS, Answer.REPEAT, Answer.WHAT_HELP, Answer.MENU,
     Answer.GREETING}
)  # fmt: skip
"""What such a text is read as without what stands before it."""

_LEFT_AT = frozenset(
    {State.WELCOME_ANYTIME, State.WELCOME_AGAIN, State.HESITATION_WHY, State.HESITATION_OTHER, State.HESITATION_BADLY,
     State.HESITATION_PARKED, State.HESITATION_HELP, State.UNCLEAR_PERSON, State.UNCLEAR_REST}
)  # fmt: skip
"""Where a person comes back to what was offered before."""
