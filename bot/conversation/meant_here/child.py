"""What a child under 13 tells, of whom nothing is asked, and who is alone with a child in their care. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Concern, Guide, State
from bot.flows.safety import YOUNG_HIM, YOUNG_NOW, YOUNG_PICTURES, YOUNG_TONIGHT, YOUNG_WHO
from bot.flows.session import Session
from bot.understanding import at_the_door
from bot.understanding.tonight import comes_in_anger, is_disbelieved, is_there_tonight

_PICTURES = r"(?:pics?|pictures?|photos?|nudes?|videos?|vids?|fotos?|imagenes)"
_OUT = (
    r"(?:post|posts|posted|posting|sends?|sent|sending|shares?|shared|sharing|online|internet|puts?|put|uploads?"
    r"|uploaded|"
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
    told = _told_of(said)
    is_silent = reading.answer is Answer.HUSH and told == YOUNG_TONIGHT  # that is no haste
    if not told or not (is_silent or reading.answer in _GIVES_WAY):
        return reading
    is_again = told == YOUNG_PICTURES and Concern.SEXTORTION in session.asked
    return reading._replace(answer=Answer.UNDER_13, young_tells="" if is_again else told, aside=None, guide=None)


def _told_of(said: str) -> str:
    """Return the key of the message for what a child tells, "" where the reply has no word for it."""
    if at_the_door.stands_outside(said) or at_the_door.is_fetched(said) or comes_in_anger(said):
        return YOUNG_NOW
    if is_there_tonight(said):
        return YOUNG_TONIGHT
    if is_disbelieved(said):
        return YOUNG_WHO
    return YOUNG_HIM if _FOR_HIM.search(said) else YOUNG_PICTURES if _ARE_OUT.search(said) else ""


_GIVES_WAY = frozenset(
    {Answer.UNDER_13, Answer.UNCLEAR, Answer.ASIDE, Answer.GUIDE, Answer.NEEDS, Answer.SEXTORTION, Answer.FORGET,
     Answer.NO, Answer.NOT_NOW, Answer.COME, Answer.HOUR, Answer.REPEAT, Answer.WATCHED, Answer.HURT_NOW,
     Answer.CHILD_HURT, Answer.MAYBE}
)  # fmt: skip


def told_once(before: Session, then: Session) -> Session:
    """Remember that the child was told where pictures are taken down: it is told once."""
    told = then.last_key == YOUNG_PICTURES or (before.young and Concern.SEXTORTION in before.asked)
    at_child = then.young and then.state in (State.SAFETY_YOUNG, State.SAFETY_YOUNG_REST)
    return then._replace(asked=then.asked | {Concern.SEXTORTION}) if told and at_child else then


_MINE = (
    r"(?:(?:my|mi|mis) (?:(?:little|lil|baby|younger|small|own|\d+|two|dos|pequen[oa]s?) )*(?:brothers?|bro|sisters?"
    r"|sis|baby|babies|"
    r"son|daughter|kids?|child|children|toddler|newborn|twins|bebes?|hermanit[oa]s?|herman[oa]s?|hij[oa]s?"
    r"|hijit[oa]s?|nin[oa]s?|nen[ae]s?|"
    r"primit[oa]s?|sobrinit[oa]s?))"
)
_IN_CARE = re.compile(
    r"\b(?:i am|im|we are|been|it is just me and|it is just|just me and|me and)(?: (?:all|just|out|here|alone"
    r"|by myself|on my own|on the street|outside|"
    rf"homeless|sleeping outside|on the streets))*(?: with| and)? {_MINE}\b"
    rf"|\b(?:ando|estoy|vengo|voy|viajo|vine|llegue|sigo|estamos|andamos)(?: (?:aqui|sol[oa]s?|solit[oa]s?|nomas"
    rf"|en la calle|afuera))* (?:yo )?(?:con|y) {_MINE}\b"
    rf"|\b(?:yo|sol[oa]|somos) (?:sol[oa] |nomas )?(?:y|con) {_MINE}\b"
)
_ALONE = re.compile(
    r"\b(?:alone|by myself|by ourselves|on my own|just me|homeless|streets?|outside|nowhere|sol[oa]s?|solit[oa]s?"
    r"|nomas|calle|afuera|sin casa|migrante)\b"
)
_HURT = re.compile(
    r"\b(?:hits?|hit|hurts?|beat\w*|touch\w*|drunk|high|mom|mother|dad|father|stepdad|parents|left us|boyfriend|bf|he"
    r"|uncle|scream\w*|bruise\w*|sick|fever|breath\w*|cry\w*|"
    r"shake|kill|die|knife|gun|scared|afraid|locked|pega\w*|golpe\w*|toca\w*|borrach[oa]|tomad[oa]|mama|ama|papa|apa"
    r"|padrastro|novio|el|ella|"
    r"senor|miedo|encerrad\w*|grit\w*|fiebre|enferm[oa]|respira\w*|llora\w*|mat\w+|morir\w*)\b"
)


_AGE = re.compile(
    r"\b(?:he|she|they|el|ella) (?:is|are|tiene) (?:only |just |like )?"
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b"
)


def in_care(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "im alone with my little brother" as somebody who needs a place with a child: nobody hurts it."""
    is_heard = reading.concern in (None, Concern.CHILD_HURT) and (reading.concern or reading.answer in _GIVES_WAY)
    if not is_heard or session.caseworker_name or session.young or reading.answer is Answer.UNDER_13:
        return reading
    said = wrote.said
    if _IN_CARE.search(said) is None or _ALONE.search(said) is None or _HURT.search(_AGE.sub("", said)):
        return reading
    return reading._replace(
        answer=Answer.GUIDE, guide=Guide.CHILD_WITH_ME, concern=None, level=None, aside=None, about_other=False
    )
