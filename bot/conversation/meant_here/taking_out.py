"""One thing taken out of what is kept, in own words: "quita mi edad", "delete number 1", and an age put right. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.choices import as_shown
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Fact, State
from bot.flows.session import Session

_TAKE = (
    r"(?:(?:ok|please|pls|plz|can you|could you|por favor|porfa|puedes|me|mejor|y|and|entonces|si) )*"
    r"(?:quit\w+|borr\w+|olvid\w+|elimin\w+|sac\w+|remove|delete|forget|erase|take (?:out|off|away)|drop|get rid of)"
    r"(?: (?:out|off|lo|la|eso|de|que|about|that|the|my|mi|mis|el|los|las|del|al|tengo|i am|im|number|numero|no|item|fact))*"
)
_FACT = re.compile(
    rf"(?:{_TAKE}|(?:(?:the|my|mi|la|lo de|el|lo) )+)(?: |^)?(?:de )?(?:la |mi |el |my |the )*(?P<what>\w+)(?: (?:out|off|please|porfa|por favor|de ahi|de la lista|list|from|there|the|anos|years|old))*"
)
_KIND = {
    Fact.AGE: re.compile(r"edad|age|anos"),
    Fact.PREGNANT: re.compile(r"embaraz\w+|pregnan\w+|baby|bebe"),
    Fact.DEAF: re.compile(r"sord\w+|deaf"),
    Fact.CHILDREN: re.compile(r"hij\w+|kids?|nin\w+|child\w*"),
}
_ORDINALS = {"primero": 1, "primera": 1, "first": 1, "uno": 1, "one": 1, "segundo": 2, "second": 2, "dos": 2, "two": 2}
_OTHER = re.compile(
    rf"{_TAKE} .*|(?:ya )?no quiero que (?:sepas|tengas|guardes|sepan|guarden) .*|(?:i )?do not (?:want|wanna)(?: (?:you|to|have|u))* (?:know|keep|have|save) .*"
)
_RIGHT = re.compile(
    r"(?:(?:perdon|digo|es que|wait|sorry|actually|no|y) )*(?:no tengo|i am not|not) (?P<no>\d{1,2})(?: anos)?(?: (?:sino|pero|ya|i am|im|tengo|son|it is|but|es que))+ (?P<yes>\d{1,2})(?: anos)?"
)
_OLDEST = 79


def taken_out(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read what a list of facts is asked to lose, and "no tengo 16 tengo 17" as an age put right."""
    if session.caseworker_name or session.young or reading.answer in (Answer.STOP, Answer.COVER, Answer.TAKE_FACT):
        return reading
    if (right := _RIGHT.fullmatch(wrote.said)) and 13 <= int(right["yes"]) <= _OLDEST:
        return Interpretation(Answer.ASIDE, aside=Aside.NOTED, age=int(right["yes"]), language=reading.language)
    if session.state is not State.PRIVACY_FACTS or not session.may_list_facts():
        return reading
    if (fact := _fact(session, wrote.said)) is not None:
        return Interpretation(Answer.TAKE_FACT, fact=fact, language=reading.language)
    if _OTHER.fullmatch(wrote.said) and reading.answer not in (Answer.FORGET, Answer.TAKE_BACK):
        return Interpretation(Answer.WHAT_IS_KEPT, language=reading.language)
    return reading


def _fact(session: Session, said: str) -> Fact | None:
    """Return the fact of the list that a text names, by its kind, its number, or the age itself."""
    found = _FACT.fullmatch(said)
    if found is None:
        return None
    what = found["what"]
    listed = [one.fact for one in as_shown(session) if one.fact is not None]
    number = int(what) if what.isdecimal() and what.isascii() else _ORDINALS.get(what, 0)
    if number and number == session.age and Fact.AGE in listed:
        return Fact.AGE
    if 0 < number <= len(listed):
        return listed[number - 1]
    return next((fact for fact, words in _KIND.items() if fact in listed and words.fullmatch(what)), None)
