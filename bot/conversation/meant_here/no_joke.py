"""What is no joke and no need: "please stop him", "it was just a fight", "im not pregnant". Pure.

A weak guess hears small talk in such texts, or the need in them that they deny.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import stands
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.asides import CONSENT
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level
from bot.flows.session import Session
from bot.understanding import no_need

_SO = r"(?:(?:please|pls|plz|omg|god|no|ok|okay|but|and|so|just|can you|can someone|somebody|someone|i need you to|i want you to|help|y|pero|por favor|porfa|ay|dios|ya|alguien|que alguien|oye) )*"
_END = r"(?: (?:please|pls|plz|now|already|i beg you|from (?:hurting|hitting|touching|coming)(?: \w+){0,3}|hurting me|for me|por favor|porfa|ya|te lo ruego))*"
_STOP_HIM = re.compile(
    rf"{_SO}(?:(?:stop|get|keep|make) (?:him|her|them|my (?:\w+ )?(?:dad|mom|stepdad|bf|boyfriend|man|husband|uncle|brother|pimp))(?: (?:stop|off(?: of)? me|away(?: from (?:me|us))?|to stop|leave me alone))?"
    r"|(?:detenlo|detenla|detenganlo|paralo|parenlo|quitamelo(?: de encima)?|quitenmelo|que (?:me deje|pare|ya no me (?:pegue|toque|lastime))|haz que pare|alejalo de mi))"
    rf"{_END}"
)
_FIGHT = re.compile(
    r"(?:(?:but|no|it is ok|idk|lol|i mean|y|pero|no pasa nada|nah|well|honestly|yeah) )*(?:it|that|this) (?:was|is) (?:just|only|nothing just|a|like|nothing it was just) ?(?:just |only )?(?:a )?(?:little |dumb |stupid |small |normal )?(?:fight|argument|accident|misunderstanding|push|slap|one time thing)(?: .{0,25})?"
    r"|(?:pero |no )*(?:fue|era|es) (?:solo|nomas|nada mas|una|un|solamente|nada mas fue) ?(?:una |un )?(?:pelea|pleito|discusion|accidente|cachetada|empujon)(?: .{0,25})?"
)
_CANT_TAKE = re.compile(
    r"(?:(?:please|stop|god|omg|no|ya|basta|alto|i|just) )*(?:stop i can not (?:take|do|handle|stand) (?:it|this|that)|i can not (?:take|stand|handle) (?:it|this|him|them)|(?:ya )?basta (?:ya )?no (?:aguanto|puedo))(?: (?:anymore|any more|no more|mas|please|ya))*"
)
_HIS_WISH = re.compile(
    r"\b(?:he|she|they|my (?:\w+ )?\w+) (?:(?:just|also|now) )?(?:wants?|told|tells|said|says|made|makes|asked|needs) (?:me )?(?:to )?(?:stop|quit|not|never)(?: (?:to|be))* (?:text\w*|talk\w*|writ\w*|messag\w*)(?: (?:to|with))? ?(?:you|u|yall|this|here|the bot)?"
    r"|\b(?:quiere|quieren|dice|dijo|me dijo|me pide) que (?:ya )?(?:no|deje de|pare de) (?:te |les )?(?:escrib\w+|texte\w+|habl\w+|mand\w+)"
)
_OF_SOMEBODY = re.compile(r"\b(?:him|nobody|stop|hurts?|scared|sells?|nadie|miedo)\b")
_WEAK = frozenset({Answer.UNCLEAR, Answer.NOT_NOW, Answer.NO, Answer.THANKS, Answer.GREETING})


def of_no_joke(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a cry, an excuse for who hit, or a denied need as what it is, where a weak guess heard something else."""
    is_sure = reading.level is Level.ALARM or reading.answer in STANDS
    if is_sure or session.caseworker_name or session.young or "?" in wrote.text:
        return reading
    said, is_joke = wrote.said, reading.aside is Aside.JOKE
    if session.state in CONSENT:  # "up to you" is no joke there, and no consent
        return reading._replace(answer=Answer.MAYBE, aside=None) if is_joke and reading.concern is None else reading
    denies = reading.concern in (None, Concern.MEDICAL) and no_need.is_denied(said)
    if denies and reading.answer in _WEAK | {Answer.NEEDS, Answer.ASIDE, Answer.HEALTH, Answer.MAYBE}:
        return reading._replace(
            answer=Answer.ASIDE, aside=Aside.NOTED, needs=(), concern=None, level=None, detail=None, guide=None
        )
    is_weak = (is_joke or reading.answer in _WEAK) and reading.concern is None and reading.detail is None
    return _cry(said, reading, is_joke=is_joke) if is_weak and not stands(session) else reading


def _cry(said: str, reading: Interpretation, *, is_joke: bool) -> Interpretation:
    for concern, pattern in (
        (Concern.VIOLENCE, _STOP_HIM),
        (Concern.VIOLENCE, _FIGHT),
        (Concern.SELF_HARM, _CANT_TAKE),
    ):
        if pattern.fullmatch(said):
            return reading._replace(answer=Answer.UNCLEAR, aside=None, concern=concern, level=Level.ASK)
    if _HIS_WISH.search(said):
        return Interpretation(Answer.WATCHED, language=reading.language)
    return reading._replace(answer=Answer.UNCLEAR, aside=None) if is_joke and _OF_SOMEBODY.search(said) else reading
