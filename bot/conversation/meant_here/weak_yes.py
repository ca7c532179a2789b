"""Words at the question for a consent that close a talk or set an hour: neither is a clear yes (promise 1). Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level, State
from bot.flows.session import Session
from bot.understanding.chosen_name import tells_name

_ASKS = frozenset({State.CONSENT_TEAM, State.CONSENT_TALK, State.CONSENT_CHOOSE, State.CONSENT_AGENCY})
_OF_A_PERSON = frozenset({State.CONSENT_TEAM, State.CONSENT_TALK})
"""Where a name alone is told for the person: at a single item any word may be."""
_AGREES = frozenset({Answer.YES, Answer.SHARE, Answer.JUST_TALK})
_CLOSING = re.compile(
    r"\b(?:gracias|grax|thanks?|thank you|thx|ty|bye|adios|chao|chau|listo|lista|pues|bueno|parce|parcero|buena onda|cuidate|bendiciones|"
    r"later|cool|nice|great|perfecto|excelente|genial|nos vemos|hasta luego|good)\b"
)
_CLEAR = re.compile(
    r"\b(?:si+|sip|simon|claro|acepto|aceptar|acuerdo|quiero|comparto|compartir|compartan|hazlo|adelante|autorizo|permiso|obvio|supuesto|"
    r"yes+|yeah|yea|yep|yup|ya|sure|agree|accept|share|do it|go ahead|please|course|i want|tell them|diles|porfa|por favor)\b"
)
_HOUR = re.compile(
    r"\b(?:(?:in the |en la |por la |por las |en las |a la |tomorrow |early )(?:mornings?|afternoons?|evenings?|mananas?|tardes?|noches?)|mornings?|afternoons?|"
    r"at night|(?:after|before|at|around|a las|despues de las?|antes de las?|hasta las?|como a las?) (?:\d{1,2}|school|work|noon|mediodia|la escuela)"
    r"|(?:when|while|once|cuando|mientras|que|porque) (?:(?:he|she|they|my \w+|el|ella|ellos|mi \w+) (?:is |are |will be |ya )?"
    r"(?:gone|not (?:here|home|around)|away|at work|asleep|sleeping|leaves|goes|out|no esta\w*|se va\w*|se fue|duerme|trabaja|sale|anda fuera))"
    r"|de dia|de noche|temprano|weekdays?|entre semana)\b"
)
_SETS = re.compile(
    r"\b(?:but|only|just|if|as long|pero|solo|solamente|nomas|que me|mejor|siempre que|si es|mientras)\b|^(?:en|por|in|when|cuando|at|a) "
)
_NAME = re.compile(
    r"(?:(?:hola|ok|si|bueno|y|hi|yes|and) )*(?:me llamo|mi nombre es|my name is|me dicen|i go by|im called) \w+(?: \w+)?"
)
_MAY_SET = frozenset(
    {Answer.UNCLEAR, Answer.YES, Answer.GO_ON, Answer.ASIDE, Answer.MAYBE, Answer.HOUR, Answer.CHECK_IN, Answer.PERSON, Answer.THANKS,
     Answer.MORNING, Answer.AFTERNOON, Answer.EVENING, Answer.WATCHED}
)  # fmt: skip


_NO_CLEAR_YES = re.compile(
    r"(?:(?:ugh|eh|lol|well|ok|okay|k|hmm?|um|pues|bueno|ay|a ver|i mean|so) )*"
    r"(?:exactly|true|facts|correct|right|thats right|that is right|that is correct|that is true|that is it|real|for real|word|fr|no (?:yeah|yea|yes|ya)|fine|whatever fine|"
    r"fine then|fine i guess|i suppose|if you say so|if u say so|1 ?\?+|exacto|exactamente|correcto|cierto|asi es|eso mero|eso es|andale|andale pues|sobres|verdad|es verdad|"
    r"no si|ni modo|pues ni modo)(?: (?:lol|tho|though|then|i guess|fine|whatever|pues|jaja|jeje|ya|wey|guey|bro|man))*"
)
"""Words that agree with what was said, or give way to it: at a consent they are asked about once more."""
_MAY_AGREE = frozenset(
    {
        Answer.YES,
        Answer.SHARE,
        Answer.JUST_TALK,
        Answer.NO,
        Answer.NOT_NOW,
        Answer.UNCLEAR,
        Answer.ASIDE,
        Answer.GO_ON,
        Answer.MAYBE,
    }
)
_ONE_ASKED = re.compile(r"\s*1\s*[?\uff1f]+\s*")
_AN_HOUR = re.compile(
    r"(?:(?:si|yes|ok|mejor|better|maybe|like|como|it has to be|tiene que ser|puede ser) )*(?:(?:tomorrow|manana) )?(?:"
    r"(?:after|before) (?:school|work|class|noon|lunch|dinner|\d{1,2})|(?:despues|antes|saliendo) (?:de|del) (?:la )?(?:escuela|trabajo|clase|clases|prepa|comer|cenar|jale|chamba|las \d{1,2})|"
    r"(?:in|por|en|a) (?:the|la) (?:morning|afternoon|evening|manana|tarde|noche)|(?:tomorrow|manana) (?:(?:at|like at|a las?|como a las?) \d{1,2}(?: ?(?:am|pm))?|morning|afternoon|evening|night|temprano|early)"
    r"|(?:at|a las?|como a las?) \d{1,2}(?: ?(?:am|pm|\d\d))?)(?: (?:please|porfa|por favor|mejor|works|is better|best|ok))*"
)


def of_weak_yes(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "listo gracias parce" as no yes, and "pero en la mañana que el no esta" as an hour that nobody can set."""
    if session.caseworker_name or session.state not in _ASKS or reading.level is Level.ALARM:
        return reading
    if "?" in wrote.text:
        asks_one = _ONE_ASKED.fullmatch(wrote.text) is not None
        return Interpretation(Answer.GO_ON, language=reading.language) if asks_one else reading
    said = wrote.said
    may_set = reading.answer in _MAY_SET and reading.concern in (None, Concern.WATCHED, Concern.SELF_HARM)
    names_hour = reading.answer in _MAY_SET | {Answer.NOT_NOW} and reading.level is None and _AN_HOUR.fullmatch(said)
    if names_hour or (may_set and _sets_hour(said)):
        return Interpretation(Answer.ASIDE, aside=Aside.NO_HOUR_SET, language=reading.language)
    closes = reading.answer in _AGREES and _CLOSING.search(said) is not None and _CLEAR.search(said) is None
    closes = closes or (reading.answer in _MAY_AGREE and _NO_CLEAR_YES.fullmatch(said) is not None)
    may_name = reading.answer in (Answer.ASIDE, Answer.UNCLEAR) and reading.level is None
    names = may_name and (
        _NAME.fullmatch(said) is not None or (session.state in _OF_A_PERSON and tells_name(wrote.text, wrote.lexicon))
    )
    return Interpretation(Answer.GO_ON, language=reading.language) if closes or names else reading


def _sets_hour(said: str) -> bool:
    return _HOUR.search(said) is not None and _SETS.search(said) is not None
