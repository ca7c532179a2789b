"""What a child under 13 tells: pictures that are out, fear for who did it. Nothing is asked. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Concern, State
from bot.flows.safety import YOUNG_HIM, YOUNG_PICTURES
from bot.flows.session import Session

_PICTURES = r"(?:pics?|pictures?|photos?|nudes?|videos?|vids?|fotos?|imagenes)"
_OUT = (
    r"(?:post|posts|posted|posting|sends?|sent|sending|shares?|shared|sharing|online|internet|puts?|put|uploads?|uploaded|"
    r"leaked|leaks?|show|shows|showed|everyone|take (?:it|them) (?:down|off)|sub\w+|publi\w+|mand\w+|compart\w+|"
    r"ensen\w+|borr\w+|quit\w+|baj\w+)"
)
_ARE_OUT = re.compile(
    rf"\b{_PICTURES}\b.*\b{_OUT}\b|\b{_OUT}\b.*\b{_PICTURES}\b"
    r"|\b(?:take|get|delete|remove|put) (?:it|them|those|that) (?:down|off|away|out)\b|\bdelete (?:it|them)\b"
    r"|\b(?:puts?|posts?|posted|uploads?|sends?) (?:them|it|me) (?:online|on|to)\b"
    r"|\b(?:las|los|la) (?:sube|subio|publica|publico|quiten|borren|bajen|manda a)\b"
    r"|\b(?:quitar|borrar|bajar)(?:las|los|la)\b"
)
_FOR_HIM = re.compile(
    r"\b(?:do not|never) want (?:him|her|them|my \w+|anyone|nobody)(?: (?:to|be|get|go))* "
    r"(?:jail|prison|in trouble|arrested|locked up|hurt|fired|taken|away|mad)\b"
    r"|\b(?:will|is|are|would|can|does)(?: (?:he|she|they|my \w+|going|to|gonna|get|go|be))+ "
    r"(?:jail|prison|in trouble|arrested|locked up|taken)\b"
    r"|\bno quiero que (?:lo|la|le|los|vaya|se)\b.*\b(?:carcel|preso|presa|metan|arresten|pase|lleven)\b"
    r"|\b(?:lo|la) van a (?:meter|arrestar|llevar)\b"
)


def of_child(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Note what a child under 13 tells, where the reply has a word for it."""
    tells = session.young or reading.answer is Answer.UNDER_13
    if not tells or session.caseworker_name or reading.concern is Concern.MEDICAL:
        return reading
    said = wrote.said
    told = YOUNG_HIM if _FOR_HIM.search(said) else YOUNG_PICTURES if _ARE_OUT.search(said) else ""
    if not told or reading.answer not in _GIVES_WAY:
        return reading
    is_again = told == YOUNG_PICTURES and Concern.SEXTORTION in session.asked
    return reading._replace(answer=Answer.UNDER_13, young_tells="" if is_again else told, aside=None, guide=None)


_GIVES_WAY = frozenset(
    {Answer.UNDER_13, Answer.UNCLEAR, Answer.ASIDE, Answer.GUIDE, Answer.NEEDS, Answer.SEXTORTION, Answer.FORGET,
     Answer.NO, Answer.NOT_NOW}
)  # fmt: skip


def told_once(before: Session, then: Session) -> Session:
    """Remember that the child was told where pictures are taken down: it is told once."""
    told = then.last_key == YOUNG_PICTURES or (before.young and Concern.SEXTORTION in before.asked)
    at_child = then.young and then.state in (State.SAFETY_YOUNG, State.SAFETY_YOUNG_REST)
    return then._replace(asked=then.asked | {Concern.SEXTORTION}) if told and at_child else then
