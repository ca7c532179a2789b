"""What binds a person: an agreement, a digit and a consent taken back count only if the text says nothing else. Pure.

"Yeah right" and "y tho" agree to nothing, a heart ("<3") is no choice, and "can i take it back?" takes nothing back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bot.flows.model import Interpretation, StateSpec
from bot.flows.names import Answer, Aside, State
from bot.understanding.acknowledged import acknowledges, only_read, shrugs
from bot.understanding.half_safe import is_half_safe
from bot.understanding.replies import denies
from bot.understanding.words import plain

_ASKS = re.compile(r"[?\uff1f\u00bf]")
_NO_IRONY = re.compile(r"\b(?:right (?:now|away|here|after)|(?:all|that\W?s|thats|that is|it\W?s|its) right|alright)\b")
_IRONY = re.compile(
    r"(?:\b(?:tho|though|thou|right|whatever|whatevs|jan|aja|ajam|como no|and|so|or what|y que|y luego|seguro que si"
    r"|supongo|i guess so|as if|sure jan)|\.\.\.|\u2026)"
    r"\W*(?:\b(?:l+o+l+|lmao|lmfao|haha\w*|jaja\w*|ok|okay|sure|k)\W*)*$"
)

_SIGN = re.compile(r"^\W*[<>:;=$%^~|&*-]+\W*\d|\d\s*[<>%$^~|*]|[<>:;=]'?\d")
"""A digit that is part of a face, a heart, an amount: <3, :3, =3, $3, 3%, -3."""

COMMITS = frozenset(
    {Answer.YES, Answer.GO_ON, Answer.SHARE, Answer.JUST_TALK, Answer.CHOOSE, Answer.ERASE, Answer.TAKE_ITEM,
     Answer.CHECK_IN}
)  # fmt: skip
"""Answers that agree to something."""


def says_more(text: str) -> bool:
    """Return whether a text that looks like an agreement asks, doubts or mocks: "1?", "yeah right", "si, como no"."""
    said = _NO_IRONY.sub(" ", plain(text))
    return bool(_ASKS.search(text) or _IRONY.search(said))


def is_sign(text: str) -> bool:
    """Return whether the digits of a text are part of a sign, and so choose nothing."""
    return bool(_SIGN.search(text))


_TAKES_BACK = re.compile(
    r"\b(?:take|taking|took) back (?:my|the) (?:consent|permission|yes|ok|answers?|info\w*|data|details|sharing)\b"
    r"|\b(?:undo|stop|no more) sharing (?:my )?"
    r"(?:info\w*|stuff|things|data|story|it|anything|everything|that|this)?\s*$"
    r"|\bunshare\b|\brevoke\b|\bwithdraw\b|\b(?:retir|quit)\w* (?:mi|el) (?:permiso|consentimiento)\b"
)
_DENIED = re.compile(r"\b(?:do not|don\W?t|dont|never|not|no)\b(?:\W+\w+){0,2}?\W+(?:take|taking|retires?|quites?)\b")
_ASKED = re.compile(
    r"^\W*(?:ok(?:ay)?|so|and|but|wait|y|pero|hey|oye)?\W*"
    r"(?:can|could|may|should|shld|will|would|how|what|when|do|does|if|is"
    r"|puedo|podria|como|que|cuando|debo|si me|y si|lo puedo|la puedo|se puede)\b"
)


def taken_back(text: str, *, is_whole: bool, state: State) -> Answer | Aside | None:
    """Return what a text means that may take a consent back: that, the question whether one can, a no, or nothing.

    `is_whole`: the wording is the whole text. "Don't share this with my dad" is no end of the talk that waits.
    """
    said = plain(text)
    if _DENIED.search(said):
        return None
    if _ASKS.search(text) or _ASKED.search(said):
        return Aside.TAKE_IT_BACK
    if is_whole or _TAKES_BACK.search(said):
        return Answer.TAKE_BACK
    if not re.search(r"\b(?:shar\w+|compart\w+)\b", said):
        return None
    return Answer.NO if state.value.startswith("consent.") else Aside.WHO_SEES_TEXTS


_MAY_BE_SAFE = frozenset({Answer.YES, Answer.UNCLEAR, Answer.THANKS, Answer.NOT_NOW, Answer.NO, Answer.MAYBE})
_IS_SAFE = re.compile(
    r"\W*(?:(?:yes|yeah|yea|yep|ya|si|ok|okay|no)\W+){0,2}(?:i\W?m|i am|we are|we\W?re|estoy|estamos|me siento)"
    r"(?: (?:all|totally|muy))? (?:safe|ok|okay|fine|good|alright|bien|a salvo|segura|seguro)"
    r"(?: (?:now|rn|right now|here|thanks|thank you|ahora|ahorita|aqui|gracias))*\W*"
)
"""Says in words that one is safe."""


def _said_safe(answer: Answer, text: str) -> Answer:
    """Return the answer to "are you safe right now?": "im ok" is a yes there, "ok" only says that it was read.

    "Only when he is away" is a no.
    """
    if _IS_SAFE.fullmatch(plain(text)):
        return Answer.YES
    if is_half_safe(text):
        return Answer.NOT_SAFE
    return Answer.REPEAT if answer in (Answer.YES, Answer.UNCLEAR, Answer.THANKS) and acknowledges(text) else answer


_BOOKS = frozenset({Answer.YES, Answer.GO_ON, Answer.CHECK_IN, Answer.UNCLEAR})


def bound(
    meant: Interpretation, place: StateSpec, text: str, tokens: Sequence[str], *, is_whole: Callable[[], bool]
) -> Interpretation:
    """Take no agreement from a text that asks, doubts or mocks, where a consent or the safety of a screen hangs on it.

    In a state that books something, an answer that agrees, or is not clear, is a doubt if a "no" is in the text.
    `is_whole` tells whether the wording of the answer is the whole text. It is asked only where that counts.
    """
    if meant.answer is Answer.TAKE_BACK and any(token.isalpha() for token in tokens):
        back = taken_back(text, is_whole=is_whole(), state=place.state)
        aside = back if isinstance(back, Aside) else None
        answer = Answer.ASIDE if aside else back if isinstance(back, Answer) else Answer.UNCLEAR
        meant = meant._replace(answer=answer, aside=aside)
    if place.state is State.SAFETY_ASK and meant.answer in _MAY_BE_SAFE:
        meant = meant._replace(answer=_said_safe(meant.answer, text))
    binds = place.rules.pinned or place.rules.bland or place.doubt is not None
    if binds and meant.answer in COMMITS and says_more(text):
        meant = Interpretation(Answer.UNCLEAR, meant.needs)
    if meant.answer is Answer.YES and place.state.value.startswith("consent.") and (only_read(text) or shrugs(text)):
        meant = Interpretation(Answer.GO_ON, meant.needs)
    if place.doubt is None or meant.answer not in _BOOKS or not denies(tokens):
        return meant
    return Interpretation(place.doubt, meant.needs)


_DESPAIR = re.compile(
    r"\b(?:wish|if (?:i|only)|(?:do not|dont|don\Wt) matter|nobody|no one|better off|worthless"
    r"|ojala|no importo|no valgo|a nadie|ya que)\b"
)


def erases(text: str) -> bool:
    """Return whether a text that speaks of forgetting asks for it: "i wish i could erase it all" is despair."""
    return not _DESPAIR.search(plain(text))
