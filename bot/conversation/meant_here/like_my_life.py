"""A story, a show or an essay that is one's own life: "kinda like my life tho", "what if its somebody u know". Pure.

What looks like a joke or a film comes first, and the danger is said softly behind it: it is asked about, with a number.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.asides import CONSENT
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Detail, Level, State
from bot.flows.session import Session

_SO = (
    r"(?:(?:ok|okay|but|and|so|like|no cap|ngl|fr|lowkey|highkey|honestly|tbh|kinda|kind of|sorta|sort of|basically|pretty much|literally|just|idk|real talk|for real|wait|lol|the thing is|actually|cuz|because|except"
    r"|pero|y|la neta|neta|la verdad|o sea|es que|pues|bueno|como que|casi|en serio|fijate que|ps) )*"
)
_END = r"(?: (?:tho|though|fr|no cap|irl|rn|right now|actually|lol|too|for real|kinda|basically|sometimes|honestly|a little|not gonna lie|la neta|neta|tambien|jaja\w*|en serio|de verdad|ya|igual|ahorita|de hecho|literal))*"
_MINE = (
    r"(?:(?:it |that |this )?(?:is |was |sounds |looks |feels |hits )*(?:just |exactly |literally |basically |kinda |kind of |a lot |so |too |very )*(?:(?:like )?my (?:own )?(?:life|story|situation)|like (?:me|(?:in |at )?my (?:own )?(?:house|home|mom|aunt|uncle|dad|bf|boyfriend|family))|close to home)"
    r"|(?:the same|same|that|it|this)(?: (?:thing|shit|stuff))?(?: (?:just|also|kinda|is|was|has|keeps?))* (?:happen(?:s|ed|ing)?|happening) to me|(?:i|im|i am) (?:the same|that girl|her|like her|living (?:it|that)|in (?:it|that))|that (?:was|is) me"
    r"|(?:asi |eso |lo mismo |igual )*(?:tambien )?me (?:pasa|paso|esta pasando|ha pasado|sucedio|sucede)(?: a mi)?(?: (?:tambien|igual|eso|lo mismo))?|(?:asi |igual |eso |esa )*(?:es|era|esta|fue) (?:(?:como|igual (?:a|que)|parte de|literal|casi) )*(?:mi (?:vida|historia|casa|familia|situacion)|yo)|(?:asi|eso|esa) soy yo|como (?:mi vida|yo|a mi|en mi casa)|igual que (?:yo|mi vida|a mi))"
)
_LIKE_MINE = re.compile(rf"{_SO}{_MINE}{_END}")
_WITHIN = re.compile(
    r"\b(?:that|it|this) is (?:literally |basically |kinda |kind of |just |exactly )*(?:like )?my (?:life|story)\b|\b(?:happen(?:s|ed|ing)) to me\b|\b(?:eso|asi|esa) es (?:literal )?(?:mi vida|mi historia)\b|\b(?:eso|lo mismo|asi) me (?:pasa|paso|esta pasando)\b"
)
_WHAT_IF_ME = re.compile(
    rf"{_SO}(?:what if|and if|hypothetically if|lets say|say|suppose|y si|que tal si|que pasa si|imagina que)(?: (?:it|that|this|they|the (?:girl|person)|eso|esa|la muchacha|el|ella))*(?: (?:is|was|actually|kinda|literally|like|really|s|es|fuera|soy|era|fue))* (?:me|about me|happening to me|yo|a mi|soy yo|sobre mi){_END}"
)
_WHAT_IF_THEY = re.compile(
    rf"{_SO}(?:what if|and if|hypothetically if|lets say|say|suppose|y si|que tal si|que pasa si|que hago si)(?: (?:it|that|this|they|the (?:girl|person)|eso|esa|la muchacha|le pasa a|le paso a|es|conozco))*(?: (?:is|was|actually|kinda|literally|like|really|about|happening to|s|es|fuera|a))* (?:some ?(?:one|body)|a (?:friend|girl|person|kid|classmate)|my (?:\w+ )?(?:friend|sister|cousin|bestie|brother)|alguien|una amiga|un amigo|mi (?:amiga|amigo|hermana|prima))(?: (?:i|you|u|we|that i|who i|que|yo))*(?: (?:know|knows|knew|love|conozco|conoces|conoce|cercan[oa]|de mi (?:escuela|familia)))?{_END}"
)
_STORY = re.compile(
    r"\b(?:movies?|shows?|series|song|book|episode|essay|paper|project|report|documentary|video|tiktok|class|film|euphoria|taken|story|novel\w*|pelicula|peli|serie|cancion|libro|ensayo|tarea|proyecto|documental|novela|clase|historia)\b"
)
_OF_TRADE = re.compile(
    r"\b(?:traffick\w*|sold|sells?|selling|pimps?|pimped|prostitut\w*|taken|euphoria|trata|vend\w+|padrote\w*|prostitu\w+|explota\w*)\b"
)
_STORY_OF_LIFE = re.compile(
    r"\b(?:story of my life|historia de mi vida|me every|me (?:on|in|at) (?:a )?(?:monday|the gym|class))\b"
)
_OPEN = (GIVES_WAY - {Answer.THANKS, Answer.GREETING}) | {
    Answer.WHAT_IS_KEPT,
    Answer.WHO_ARE_YOU,
    Answer.PERSON,
}
_GATES = frozenset({State.WELCOME_HELLO, State.WELCOME_HEARD, State.WELCOME_BACK, State.WELCOME_START})


def of_like_my_life(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Ask gently where somebody tells that a story, a show or an essay is their own life, or that of somebody they know."""
    of_others = reading.about_other and reading.level is not Level.ALARM
    is_open = reading.answer in _OPEN and reading.answer not in STANDS and (reading.concern is None or of_others)
    if not is_open or session.caseworker_name or session.young or session.state in CONSENT or session.service:
        return reading
    said = wrote.said
    here = _STORY.search(said) is not None or _OF_TRADE.search(said) is not None
    before = session.aside in (Aside.JOKE, Aside.UNSURE) or session.last_key in _AFTER_A_STORY
    if here and _WITHIN.search(said) and not _STORY_OF_LIFE.search(said):
        return _asked(reading, Concern.EXPLOITATION if _OF_TRADE.search(said) else Concern.VIOLENCE)
    is_early = (session.state in _GATES and not session.hazard) or session.last_key == _OF_A_FRIEND
    if not (before or here) or not is_early or not session.last_key:
        return reading
    if _LIKE_MINE.fullmatch(said) or _WHAT_IF_ME.fullmatch(said):
        asked = _asked(reading, Concern.EXPLOITATION)
        was_asked = Concern.EXPLOITATION in session.asked  # of the one in the story: it is not asked twice
        return asked._replace(concern=None, level=None, detail=Detail.TOLD_ON) if was_asked else asked
    if _WHAT_IF_THEY.fullmatch(said):
        return _asked(reading, Concern.FRIEND)._replace(about_other=True)
    return reading


_OF_A_FRIEND = "safety.friend"
_AFTER_A_STORY = frozenset({"welcome.hello", "aside.joke", "aside.joke.again", "aside.unsure", _OF_A_FRIEND})


def _asked(reading: Interpretation, concern: Concern) -> Interpretation:
    return reading._replace(
        answer=Answer.UNCLEAR,
        concern=concern,
        level=Level.ASK,
        aside=None,
        guide=None,
        needs=(),
        hour=None,
        figure=False,
        about_other=False,
    )
