"""Said in passing beside a danger or a talk: when he is away, that he shall not go to jail, no texts at night. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import GIVES_WAY, stands
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level, State
from bot.flows.session import Session

_LEAD = r"(?:(?:y|pero|es que|oye|ok|okay|and|but|so|well|hi|hey|hola|mejor|por favor|porfa|please|pls|ya|just|solo) )*"
_KIN = (
    r"(?:hermanit[oa]|herman[oa]|prim[oa]|amig[oa]|mama|ama|hij[oa]|ti[oa]|sobrin[oa]|novi[oa]|compa|sister|sis"
    r"|brother|bro|friend|cousin|mom|"
    r"daughter|son|niece|nephew|aunt|girl|bestie)"
)
_ABOUT_KIN = re.compile(
    rf"{_LEAD}(?:(?:es |era |vengo |escribo |te escribo |soy el de |soy la de )*(?:por )?(?:lo|la|el asunto|sobre lo"
    rf"|acerca) de mi {_KIN}|(?:es )?(?:sobre|por) mi {_KIN}"
    rf"|(?:it is |its |im texting |i am texting |i am writing )?(?:about|the thing with|the thing about|for the thing "
    rf"with) my {_KIN})(?: (?:otra vez|again|de nuevo))*"
)
_STAYS_WITH_HIM = re.compile(
    rf"{_LEAD}(?:ella |el |todavia |aun |she |he |they )*(?:is still|still|sigue|vive|esta|volvio|regreso|went back"
    rf"|goes back|keeps going back|lives|stays|no lo deja|"
    r"no la deja|will not leave|does not leave|does not want to leave|no lo quiere dejar|no quiere dejarlo)"
    r"(?: (?:con|to|with|el|ella|him|her|ese|that|guy|vato|todavia|aun|still|there|ahi|viviendo))*"
)
_NO_JAIL = re.compile(
    rf"{_LEAD}(?:no quiero que (?:el |ella |mi \w+ )?(?:lo |la |se |le )?(?:vaya|metan|meta|lleven|lleve|arresten"
    rf"|agarren|encierren|deporten|pase nada|manden)"
    r"(?: (?:a|al|la|preso|presa|carcel|a la carcel|bote|tambo|por mi culpa|el|ella|mi|papa|mama))*"
    r"|i (?:do not|never|really do not) want (?:him|her|them|my \w+)(?: to)?(?: (?:go|be|get|end up|in|to|sent|put))* ?"
    r"(?:jail|prison|arrested|locked up|in trouble|deported|taken away|jail for this))"
)
_WHEN_AWAY = re.compile(
    rf"{_LEAD}(?:(?:manana|hoy|en la manana|en la noche|en la tarde|por la noche|el lunes|los \w+|tomorrow|today"
    rf"|tonight|el|ella|he|she|mi \w+|my \w+|siempre|usually) )*"
    r"(?:(?:trabaja|llega|sale|regresa|vuelve|duerme|works|gets home|gets back|gets off|leaves|sleeps|is at work|is "
    r"gone|is home)"
    r"(?: (?:hasta|a|las|la|como|de|por|en|noche|tarde|manana|til|till|until|at|around|like|from|to|at night|work"
    r"|tomorrow|today|am|pm|y media|\d{1,2}|\w+day))*"
    r"|(?:a veces|casi siempre|siempre|solo|nada mas|sometimes|usually|only|mostly|every|just)(?: (?:en|por|de|la|las"
    r"|los|noche|noches|tarde|manana|dia|cuando|duerme|"
    r"llega|at|in|the|night|nights|morning|mornings|evening|day|when|he|she|is|sleeps|asleep|home|drunk|esta|tomado))+)"
)
_NOT_AT_NIGHT = re.compile(
    rf"{_LEAD}(?:(?:ya )?no (?:me |nos )?(?:mandes?|manden|escribas?|escriban|textees?|texteen)(?: (?:nada|mas"
    rf"|mensajes|textos|ya))*"
    r"|(?:do not|never) (?:text|send|write|message)(?: (?:me|anything|texts|messages|nothing|anymore|any more|more))*)"
    r" (?:(?:en|por|de|a|la|el|at|during|the|this|esta|hoy|in) ?)*(?:noche|tarde|manana|dia|hoy|night|nights|today"
    r"|tonight|morning|day|work|trabajo|school|escuela)"
    r"(?: (?:por favor|porfa|please|pls|ok|mas))*"
)
_NO_MORE_SEX = re.compile(
    r"\b(?:ya no quiero|no quiero ya|no quiero seguir|ya no puedo|no quiero volver a|harta de|cansada de|i (?:do not"
    r"|no longer) (?:want|wanna)(?: to)?|tired of|done|"
    r"sick of|can not keep)(?: (?:to|tener que|have to|be|having to|being|keep|que|andar))* (?:acostarme|acostandome"
    r"|dormir|tener (?:sexo|relaciones)|estar|hacerlo|meterme|"
    r"sleep|sleeping|have sex|having sex|fuck|fucking|hook up|lay|lie down)(?: (?:con|with|mas)) (?:nadie|hombres|esos"
    r"|ellos|los|tantos|mas|desconocidos|viejos|clientes|"
    r"anyone|anybody|men|them|those|these|strangers|random|guys|clients|johns|people|him for money)\b"
)
_UNHEARD = re.compile(
    rf"{_LEAD}(?:como|how)(?: (?:le hago para|puedo|do|can|could|would|i|we|le|para|hago))* (?:llamo|llamar|marco"
    rf"|marcar|hablo|hablar|pedir ayuda|pido ayuda|call|talk|phone|get help|"
    r"ask for help)(?: (?:al|a|la|el|911|policia|for help|the|police|cops|you|ustedes|les|them|someone))* (?:sin que"
    r"|si|without|if|quietly|so)(?: \w+){0,7}"
)
_WITH_ME = re.compile(
    r"\b(?:el|ella|mi \w+) (?:siempre )?(?:me lleva|va conmigo|entra conmigo|me acompana)\b.*\bno me deja (?:sola|solo"
    r"|hablar)\b|\bno me deja (?:sola|solo)(?: ni un)?\b.*\b(?:doctor|"
    r"cita|clinica|consulta|hospital)\b|\b(?:he|she|my \w+) (?:always )?(?:takes|comes|goes)(?: with)? me to (?:the "
    r"|my )?(?:doctor|clinic|appointments?|hospital)\b.*\b(?:alone|talk|"
    r"leave)\b|\b(?:does not|never|will not) (?:leave|let) me alone (?:at|with|in) (?:the |my )?(?:doctor|clinic"
    r"|appointments?|hospital|nurse)\b"
)
_HERE = re.compile(
    rf"{_LEAD}(?:sigo aqui|aqui sigo|aqui ando|aqui estoy|sigo|still here|i am (?:still )?here)(?: (?:eh|ok|still))*"
)
"""Says that she still reads, and not that she is safe."""
_CALM_GUESS = frozenset({None, Concern.SELF_HARM, Concern.SEXUAL_ABUSE})


def in_passing(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a short text that was taken for a no, a need or another danger as what it says here."""
    is_sure = reading.level is Level.ALARM or reading.answer in STANDS
    if is_sure or session.caseworker_name or session.young or "?" in wrote.text:
        return reading
    meant = _meant(session, wrote.said, reading) if reading.answer in GIVES_WAY | _MORE else None
    return reading if meant is None else meant._replace(language=reading.language, facts=reading.facts)


_MORE = frozenset({Answer.AREA, Answer.WATCHED, Answer.COME, Answer.PERSON, Answer.HEALTH})


def _meant(session: Session, said: str, reading: Interpretation) -> Interpretation | None:
    if _NO_MORE_SEX.search(said) and reading.concern in _CALM_GUESS:
        return Interpretation(Answer.UNCLEAR, concern=Concern.EXPLOITATION, level=Level.ASK)
    if stands(session) and (meant := _in_danger(session, said)) is not None:
        return meant
    if reading.concern not in (None, Concern.WATCHED):
        return None
    if _WITH_ME.search(said):
        return Interpretation(Answer.UNCLEAR, concern=Concern.VIOLENCE, level=Level.ASK)
    if _UNHEARD.fullmatch(said):
        return Interpretation(Answer.ASIDE, aside=Aside.TEXT_INSTEAD)
    return _calm(session, said, reading)


def _calm(session: Session, said: str, reading: Interpretation) -> Interpretation | None:
    if _NOT_AT_NIGHT.fullmatch(said):
        return Interpretation(Answer.NOT_NOW)
    told = _ABOUT_KIN.fullmatch(said) is not None and reading.answer in _UNTOLD
    return Interpretation(Answer.ASIDE, aside=Aside.NOTED) if told and session.safe else None


_UNTOLD = frozenset({Answer.UNCLEAR, Answer.NEEDS, Answer.ASIDE, Answer.AREA})


def _in_danger(session: Session, said: str) -> Interpretation | None:
    is_watched = session.state is State.WELCOME_BACK and session.last_key == "safety.watched"
    if is_watched and _WHEN_AWAY.fullmatch(said):
        return Interpretation(Answer.REPEAT)
    if session.hazard == Answer.MEDICAL.value:
        return None
    if _NO_JAIL.fullmatch(said):
        return Interpretation(Answer.ASIDE, aside=Aside.TELL_NOBODY)
    of_other = session.of_other or session.hazard == Answer.FRIEND_DANGER.value
    if of_other and _STAYS_WITH_HIM.fullmatch(said):
        return Interpretation(Answer.ASIDE, aside=Aside.HELPING_THEM)
    if session.state.value.startswith("safety.") and _HERE.fullmatch(said):
        return Interpretation(Answer.UNCLEAR)
    aside = Aside.HIDING if _UNHEARD.fullmatch(said) else Aside.TEXT_INSTEAD if _WITH_ME.search(said) else None
    return Interpretation(Answer.ASIDE, aside=aside) if aside else None
