"""A reply that is made of several answers: "yes, fine, do it", "not today, maybe sunday". It is heard as one.

Every word must belong to an answer or be a filler; then the most careful answer counts. Putting off comes before a
doubt, a doubt before a no, a no before a yes. A reply with a yes and a no in it is a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.flows.names import Answer, Aside
from bot.understanding.lexicon import Lexicon, Meaning
from bot.understanding.phrases import Readings

_CAREFUL = (
    Answer.PERSON, Answer.NOT_NOW, Answer.MAYBE, Answer.NO, Answer.YES, Answer.GO_ON, Answer.THANKS, Answer.GREETING,
)  # fmt: skip
"""Answers that a reply may be made of. The one that binds least, or is lost most easily, comes first."""

_LONGEST = 18
"""Maximum length of a reply in words. A longer text is a story."""

_POLITE = frozenset({Answer.THANKS, Answer.GREETING, Answer.GO_ON})


def joined(said: Sequence[Readings], lexicon: Lexicon) -> Answer | None:
    """Return the answer that a text comes to whose words all belong to answers, else None."""
    if not 0 < len(said) <= _LONGEST:
        return None
    parts = [(hit.start, hit.end, hit.tag) for hit in lexicon.find_parts(list(said)) if hit.tag in _CAREFUL]
    if not parts:
        return None
    reached: list[set[frozenset[Meaning]]] = [set() for _ in range(len(said) + 1)]
    reached[0].add(frozenset())
    for at, readings in enumerate(said):
        if not reached[at]:
            continue
        if not lexicon.fillers.isdisjoint(readings):
            reached[at + 1] |= reached[at]
        for start, end, tag in parts:
            if start == at:
                reached[end] |= {told | {tag} for told in reached[at]}
    ways = [told for told in reached[-1] if told]
    return _careful(min(ways, key=_order)) if ways else None


def _order(told: frozenset[Meaning]) -> tuple[int, int]:
    """Return what sorts the ways to read a reply: the one with the fewest answers first, then the most careful."""
    return len(told), min(at for at, answer in enumerate(_CAREFUL) if answer in told)


def _careful(told: frozenset[Meaning]) -> Answer:
    if {Answer.YES, Answer.NO} <= told and not told & {Answer.NOT_NOW, Answer.PERSON}:
        return Answer.MAYBE
    if Answer.THANKS in told and told <= _POLITE:
        return Answer.THANKS
    return next(answer for answer in _CAREFUL if answer in told)


def leaning(tags: Iterable[Meaning]) -> Answer | None:
    """Return the doubt or the no that is among other words of a text. A yes is never taken from within a text."""
    within = set(tags)
    return next((answer for answer in (Answer.MAYBE, Answer.NO) if answer in within), None)


_DENIALS = frozenset(
    {"no", "not", "nope", "nah", "naw", "never", "nobody", "none", "nothing", "without", "dont", "doesnt", "cant",
     "wont", "isnt", "aint", "nel", "nunca", "jamas", "nadie", "tampoco", "ni", "nada", "sin"}
)  # fmt: skip
"""Words that deny, in English and Spanish, with what is left of a contraction."""


_NO_DENIAL = re.compile(
    r"\b(?:como no|(?:por que|porque|why) (?:no|not)|no hay (?:problema|bronca|pedo|falla|pex|tos|lio)|"
    r"no le hace|no importa|"
    r"no (?:problem|prob|doubt|cap|lie|worries|biggie|pasa nada)|(?:can not|cant) say no|no te preocupes|"
    r"no (?:me )?(?:estaria|estuviera|vendria|caeria|suena|esta|seria|hace) (?:nada )?(?:mal|de mas|mala idea|dano)|"
    r"no digo que no|no me (?:niego|voy a negar|opongo|quejo|molesta)|not (?:a )?bad(?: idea)?|"
    r"(?:do not|dont|don t) mind|"
    r"(?:would|could|can)(?: not|nt|n t| t|t) (?:mind|hurt|say no|be bad|complain)|(?:ya )?no (?:aguanto|puedo) mas)\b"
)
"""Words with a "no" in them that agree, or that tell how bad it is: "claro, como no", "si, ya no aguanto mas"."""


def denies(tokens: Iterable[str]) -> bool:
    """Return whether a "no" stands anywhere among the words of a text."""
    return any(token in _DENIALS for token in tokens)


_OF_THINGS = frozenset({"nobody", "none", "nothing", "without", "nadie", "sin"})
"""Words that deny something else than what was asked: "nadie me cree" declines nothing."""


def declines(tokens: Iterable[str]) -> bool:
    """Return whether a text has a word that may decline what was asked."""
    return not _OF_THINGS.issuperset(token for token in tokens if token in _DENIALS)


def agrees_by_denying(tokens: Iterable[str]) -> bool:
    """Return whether a text has a "no" in it, and none that denies."""
    said = " ".join(tokens)
    return _NO_DENIAL.search(said) is not None and not denies(_NO_DENIAL.sub(" ", said).split())


_LONG_COMPLAINT = 5
"""Length in words from which a complaint may have one word beside it."""


def complains(said: Sequence[Readings], lexicon: Lexicon) -> bool:
    """Return whether a text is a complaint about a reply, and hardly anything beside."""
    told = (hit.end - hit.start for hit in lexicon.find(list(said)) if hit.tag is Aside.ANGER)
    return max(told, default=0) >= len(said) - (len(said) > _LONG_COMPLAINT)


_SOMEBODY = (
    r"(?:person|people|humans?|human being|somebody|someone|anyone|anybody|nobody|no one|caseworkers?|case worker|"
    r"worker|counselors?|advocates?|adults?|staff|real one|real person|live person)"
)
_ALGUIEN = r"(?:personas?|alguien|nadie|humanos?|trabajadora|consejera|asesora|adultos?|gente)"
_REFUSED_PERSON = re.compile(
    r"\b(?:do not|did not|never|(?<!can )not|no longer|no need to|rather not|without)"
    r"(?: (?:really|even|actually|wanna|currently))?"
    r" (?:want|need|wish|like|ready|trying|feel like|call|get|getting|bring|bringing|send|sending|involve|involving|"
    r"talk|speak)"
    r"(?: (?:to|you|for|talk|talking|speak|speaking|call|calling|text|texting|chat|chatting|get|getting|bring|send|"
    r"involve|me|us|with|a|an|any|another|real|live|actual|of|your|the|some|more|other|in|on|no)\b)*+"
    rf" {_SOMEBODY}\b(?! (?:to know|to see|to find|to hear|to read|in trouble|else to know|fake|who|that)\b)"
    rf"|^(?:please |hey |but |um )?no (?:{_SOMEBODY}|more (?:people|adults))"
    r"(?: (?:please|yet|thanks|for me|involved))*$"
    rf"|^(?:por favor |pero |mejor )?(?:no|sin) {_ALGUIEN}(?: (?:por favor|gracias|todavia|ahorita))*$"
    r"|\b(?:no|ni|nunca|sin)"
    r"(?: (?:me|te|les|se|nos|quiero|quisiera|necesito|ocupo|hablar|platicar|tratar|hace|falta|vayan|vayas|metan?|"
    r"metas?|llamen?|llames?|traigan?|traigas?|manden?|mandes?|pasen?|pases?|busquen?|busques?|avisen?|avises?|"
    r"con|a|una?|ninguna?|otra?|ningun|que|hable|hables|hablen|mas|ya|todavia)\b)++"
    rf" {_ALGUIEN}\b(?! (?:que|sepa|se entere|vea|mala|falsa))"
)
"""A person who is refused: "i dont want a person", "please dont get anyone", "no quiero hablar con nadie"."""
_ASKED_FOR = re.compile(r"^(?:can|could|why|how come|is|are|do you|does|would|will|puedo|puede|por que|hay)\b")


def refuses_person(spelled: str) -> bool:
    """Return whether a text, with its short forms written out, refuses to be brought to a person."""
    return _REFUSED_PERSON.search(spelled) is not None and not _ASKED_FOR.match(spelled)
