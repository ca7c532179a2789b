"""When it happens, after abuse was told: "when my mom works", "estoy sola con el". It is no "later". Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level
from bot.flows.session import Session
from bot.understanding.tonight import is_there_tonight

_HERS = r"(?:(?:my|the) )?(?:mom|moms|momma|mama|ma|mother|dad|grandma|granny|nana|aunt|auntie|sister|brother|parents|everyone|everybody|no one|nobody|she|they)"
_SUYA = r"(?:(?:mi|mis) )?(?:ma|ama|mama|mami|jefa|abuela|abuelita|tia|papa|papas|hermana|hermano|todos|nadie|ella)"
_GOES = r"(?:works?|working|work|leaves?|leaving|leave|goes|going|gone|out|asleep|sleeping|sleeps|away|at work|not (?:home|here|there)|is not (?:home|here|around)|has (?:a shift|to work)|is in bed)"
_VA = r"(?:trabaja|trabajando|trabajar|sale|salga|salio|se va|se fue|se vaya|no esta|no este|no estan|no va a estar|anda (?:fuera|en el trabajo)|tiene turno|esta de turno|se duerme|duerme|esta dormida|entra a trabajar)"
_AT = r"(?:tonight|today|tomorrow|nights?|at night|later|soon|all night|(?:at|till|until|around) \d{1,2}(?: ?(?:am|pm))?|on \w+days?|weekends?|work|to work|again|for \w+|the|every|in the|morning|rn|now|hoy|noche|de noche|en la noche|esta noche|manana|a las \d{1,2}|en la tarde|al rato|los \w+|otra vez|ya|turno|hasta|la|el|tarde|temprano|al trabajo|a trabajar|doble)"
_WHEN_GONE = re.compile(
    rf"(?:(?:it is|only|always|just|mostly|like|usually|he does it|it happens|and|but|is|every time|whenever|when|tonight|today|tomorrow|so|cuz|because) )*{_HERS}(?: (?:is|are|has|will|be|going|to|gonna|have|at|does|gets|goes))* {_GOES}(?: {_AT})*"
    rf"|(?:(?:es|siempre|nomas|solo|pasa|lo hace|y|pero|que|cada que|cuando|siempre que|hoy|manana|ahorita|en la noche|esta noche) )*(?:{_SUYA} (?:hoy |manana |ya |ahorita )*{_VA}|{_VA}(?: {_AT})* {_SUYA})(?: {_AT})*"
    rf"|(?:hoy|manana|esta noche|en la noche|cuando|tonight|today|tomorrow)(?: (?:she|ella))? (?:{_VA}|works|is working|is gone)(?: {_AT})*"
)
_HIM = r"(?:him|my (?:step ?dad|stepfather|uncle|dad|brother|stepbrother|cousin|grandpa|moms? (?:bf|boyfriend))|el|ese|mi (?:padrastro|tio|papa|hermano|primo|abuelo|hermanastro))"
_ALONE = re.compile(
    rf"\b(?:alone|by myself|home) (?:with|w|wit) {_HIM}\b|\b(?:just|only) (?:me and him|him and me|me n him|us two|the two of us)\b|\b(?:no one|nobody)(?: else)?(?: (?:is|here|home|at|in|the|house))* (?:but|just|only|except) {_HIM}\b"
    rf"|\bsol[oa]s?(?: (?:aqui|en la casa|en casa|ahorita|hoy))* con {_HIM}\b|\b(?:no hay nadie|nadie)(?: \w+){{0,5}} (?:nomas|solo|solamente|mas que|excepto) {_HIM}\b|\b(?:nomas|solo) (?:el y yo|estamos (?:el y yo|los dos)|esta el)\b"
)
_TOLD = frozenset({Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value})
_MAY_SEEM = frozenset(
    {
        None,
        Concern.FRIEND,
        Concern.MINOR_NO_PLACE,
        Concern.WATCHED,
        Concern.VIOLENCE,
        Concern.EXPLOITATION,
        Concern.SEXUAL_ABUSE,
    }
)
_NEVER = STANDS - {Answer.HUSH, Answer.NAME} | {Answer.SELF_HARM, Answer.MEDICAL, Answer.PERSON, Answer.FORGET}


def of_when(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read when somebody is alone with who hurts them as that: no wish to leave it, no bed, nobody beside the screen."""
    is_told = session.hazard in _TOLD or Concern.SEXUAL_ABUSE in session.asked
    if not is_told or session.of_other or session.caseworker_name or session.young or reading.answer in _NEVER:
        return reading
    is_sure = reading.level is Level.ALARM and reading.concern not in (Concern.MINOR_NO_PLACE, Concern.FRIEND)
    if is_sure or reading.concern not in _MAY_SEEM or "?" in wrote.text:
        return reading
    if not (_WHEN_GONE.fullmatch(wrote.said) or _ALONE.search(wrote.said) or is_there_tonight(wrote.said)):
        return reading
    return Interpretation(Answer.ASIDE, aside=Aside.WHEN_ALONE, language=reading.language, age=reading.age)
