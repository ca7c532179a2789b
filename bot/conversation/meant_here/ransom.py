"""Money that captors or gangs want: no pictures are the threat, and "don't pay" could cost a life. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Concern, Level
from bot.flows.session import Session

_MONEY = (
    r"(?:dinero|lana|feria|plata|dolares|pesos|mil|cash|money|\d+k?|k|thousand|bucks|ransom|rescate|cuota|pag\w+|pay\w*|paid"
    r"|mas|more)"
)
_WANTS = r"(?:piden?|pidiendo|pidieron|quieren?|exigen?|cobran?|deposit\w+|mand(?:o|e|aron|amos)|want\w*|demand\w*|ask(?:s|ing)?|sent)"
_ASKED = re.compile(rf"\b{_WANTS}\b(?: \w+){{0,4}} {_MONEY}\b")
_CAPTORS = (
    r"(?:polleros?|coyotes?|maras?|mareros?|pandill\w+|carteles|cartel|narcos?|mafia|zetas?|secuestr\w+|kidnap\w*|smugglers?"
    r"|gangs?|ms ?13|captors)"
)
_FREED = (
    r"(?:solt\w+(?:me|nos|lo|la)?|(?:me|nos|lo|la) (?:suelt\w+|solt\w+|dej\w+ ir)|let (?:me|us|him|her) go|(?:let|set) (?:me|us) (?:out|free)"
    r"|release (?:me|us|him|her))"
)
_HARM = r"(?:mat\w+|kill\w*|no hacerle nada|hacerle algo|hacerles algo|no hacerles nada|hurt (?:my|him|her|them)|cut (?:off )?(?:my|his|her))"
_RANSOM = re.compile(
    rf"\b{_CAPTORS}\b.*\b(?:{_MONEY}|extors\w+|extort\w+)\b|\b(?:extors\w+|extort\w+)\b.*\b{_CAPTORS}\b"
    rf"|\b(?:{_WANTS} (?:\w+ )?{_MONEY}|pag\w+|pay|paid)\b.*\b{_FREED}\b|\b{_FREED}\b.*\b(?:pag\w+|pay|paid)\b"
    rf"|\b{_HARM}\b.*\b(?:si no (?:pag\w+|doy|mand\w+)|if (?:i|we|they|my \w+) (?:do not|dont) (?:pay|send))\b"
    rf"|\b{_WANTS} (?:\w+ )?{_MONEY}\b.*\b{_HARM}\b"
)
_PICTURES = re.compile(
    r"\b(?:fotos?|pics?|pictures?|photos?|nudes?|videos?|pack|desnud\w+|encuerad\w+|snap|insta\w*|camara|packs?|publi\w+|sub(?:en|ir))\b"
)
_HELD = frozenset({Concern.EXPLOITATION, Concern.VIOLENCE})
_MAY_BE = frozenset({Answer.UNCLEAR, Answer.ASIDE, Answer.NEEDS, Answer.SEXTORTION, Answer.GUIDE, Answer.HURT_NOW})


def of_ransom(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read money that is wanted for somebody's freedom or life as a danger, and not as a threat with pictures."""
    if session.caseworker_name or session.young or reading.answer in STANDS or reading.answer not in _MAY_BE:
        return reading
    if reading.concern not in (None, Concern.SEXTORTION, *_HELD) or "?" in wrote.text or reading.figure:
        return reading
    said = wrote.said
    of_pictures = _PICTURES.search(said) is not None or Concern.SEXTORTION in session.asked
    is_held = session.hazard == Answer.HURT_NOW.value and reading.concern is Concern.SEXTORTION
    if _RANSOM.search(said) or (is_held and not of_pictures and _ASKED.search(said)):
        return reading._replace(
            answer=Answer.HURT_NOW, concern=Concern.VIOLENCE, level=Level.ALARM, aside=None, guide=None, needs=()
        )
    return reading
