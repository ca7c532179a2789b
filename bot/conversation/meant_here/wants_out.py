"""A wish to be out of what somebody does, said plainly: the sentence that this service is for. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.asides import CONSENT
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Detail, Level, State
from bot.flows.session import Session

_QUIERO = r"(?:quiero|kiero|quisiera|necesito|ocupo|puedo|me gustaria)"
_DE = r"(?:de|d)"
_ESTO = (
    r"(?:esto|eso|todo esto|aqui|lo que hago|lo q hago|esta vida|esta situacion|este trabajo|este negocio|este"
    r" ambiente|asi|de esta manera)"
)
_BUT = (
    r"(?: (?:but|and|pero|y|porque|pq|bc|cuz|ya|anymore|any more|no mas|ni se|como|how|i|do not|know|can not|cannot"
    r"|no|puedo|se|"
    r"se como|me deja|me dejan|so bad|really|idk|por favor|please|help|ayuda|mas|nunca))*"
)
_WANTS_OUT = re.compile(
    r"(?:(?:ok|hey|hola|pues|ay|es que|the thing is|honestly|i just|yo|just|ya|please|la verdad) )*(?:"
    r"(?:i )?(?:just )?(?:want to|wanna|want|need to|need|trying to|gotta|got to|how do i|how can i)(?: (?:get|be"
    r"|come|find a way))? "
    r"out(?: of (?:this|it|all this|all of this|here|this (?:situation|mess|shit|job|business|house)|what i do))?"
    r"|(?:i )?(?:do not|can not|not) (?:want to |wanna )?(?:do|doing) (?:what i do|this (?:job|work|kind of work)"
    r"|dates|calls|tricks|cams?|videos)"
    r"|(?:i )?(?:want to|wanna|need to) (?:quit|stop|leave)(?: doing)? (?:dancing|stripping|tricking|camming|the"
    r" club|doing dates|dates|doing tricks"
    r"|what i do|selling (?:myself|my body))"
    r"|(?:i )?(?:do not|can not) (?:want to |wanna )?(?:dance|strip|work|cam)(?: (?:at|in|for|on|the|that|this"
    r"|my))* (?:club|spa|bar|corner|cam|street|him|her|them)"
    rf"|(?:me )?{_QUIERO} (?:salir|salirme|zafar|zafarme|irme|escapar|escaparme)(?: {_DE} {_ESTO})?"
    rf"|(?:ya )?no {_QUIERO} (?:seguir )?(?:hacer|haciendo|trabajar|trabajando|seguir|estar)(?: (?:en|con|mas))*"
    rf" {_ESTO}"
    rf"|(?:ya )?no {_QUIERO} (?:seguir )?(?:bailar|bailando|trabajar|trabajando)(?: (?:en|de|pa|para|con))* (?:el"
    r"|la|un|ese|este)? ?(?:club|bar|cantina|spa|masajes|antro|table"
    r"|calle|teibol|cabaret|camara)"
    rf"|(?:como|de que manera) (?:le hago|hago|puedo) (?:para |pa )?(?:salir|salirme|zafarme)(?: {_DE} {_ESTO})?"
    rf"){_BUT}"
)
_NEEDS_MORE = re.compile(
    r"\b(?:esto|eso|todo esto|lo que hago|lo q hago|esta|este|this|it|out|do|doing|zafar\w*|no puedo|no me deja\w*"
    r"|can not|bail\w+|danc\w+"
    r"|club|calle|spa|stripping|tricking|camming|dates|tricks|cams?|videos|selling|bar|strip|masajes|antro|table"
    r"|cabaret)\b"
)
_NOT_AT = CONSENT | {
    State.OPTIONS_OFFER, State.OPTIONS_CONTACT, State.HESITATION_WHY, State.HANDOFF_WAITING, State.HANDOFF_LIVE,
}  # fmt: skip


_UNWILLING = re.compile(
    r"\b(?:ya no|no|mejor no) (?:quiero|kiero|quisiera)(?: (?:ir|irme|cruzar|pasar|viajar|volar|que me (?:cruce|cruzen|crucen|pase|pasen|lleve|lleven)))?\b"
    r"|\bi (?:do not|changed my mind|no longer)(?: (?:want|wanna|to|really|even))*(?: (?:go|cross|fly|get on|be taken))?\b"
)
_TAKEN = re.compile(
    r"\bme (?:cruzan?|pasan?|llevan?|va\w? a (?:cruzar|pasar|llevar)|mandan?|vuelan?|recogen?|recoge)\b|\bcruzar\b|\b(?:ir|irme|voy)(?: \w+){0,3} con (?:el|un|ese|este|la|una) (?:senor|senora|hombre|tipo|coyote|pollero|muchacho|vato|cliente|dona)\b"
    r"|\b(?:they|he|she|coyote|smuggler)(?: \w+){0,2} (?:cross(?:ing)?|tak(?:e|ing)|fly(?:ing)?|send(?:ing)?|pick(?:ing)?)(?: me| us)\b|\bcross the border\b|\bgo(?: \w+){0,3} with (?:the|that|this|a) (?:man|guy|dude|lady|coyote|client|trick)\b"
)
_GOES = re.compile(
    r"(?:(?:pero|y|es que|ya|mejor|but|and) )*(?:no quiero|no kiero|i do not want to|i do not wanna) (?:ir|irme|go)(?: (?:manana|hoy|alla|ahi|tomorrow|tonight|there|mas|anymore|esta noche|el \w+))*"
)


def of_not_going(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "me cruzan mañana y ya no quiero" as a trip that somebody does not want: no wish to die, and no "not now"."""
    if reading.detail is Detail.MARRIED_OFF and reading.concern is Concern.FRIEND and _OF_ME.search(wrote.said):
        return reading._replace(concern=None, level=None, about_other=False, guide=None, answer=Answer.UNCLEAR)
    is_sure = reading.level is Level.ALARM and reading.concern is not Concern.SELF_HARM
    is_sure = is_sure or reading.answer in STANDS or reading.answer not in _MAY_BE_TRIP
    if is_sure or session.caseworker_name or session.young or session.state in _NOT_AT or session.of_other:
        return reading
    said = wrote.said
    if reading.level is not Level.ALARM and _TAKEN.search(said) and _UNWILLING.search(said):
        return reading._replace(
            answer=Answer.UNCLEAR,
            concern=Concern.EXPLOITATION,
            level=Level.ASK,
            aside=None,
            guide=None,
            needs=(),
            hour=None,
        )
    if reading.concern is None and reading.answer in _LEAVES_IT and _GOES.fullmatch(said) and "?" not in wrote.text:
        return reading._replace(answer=Answer.ASIDE, aside=Aside.NOTED, hour=None)
    return reading


_OF_ME = re.compile(r"\b(?:me|i|yo)\b")
_LEAVES_IT = frozenset({Answer.NOT_NOW, Answer.MAYBE, Answer.NO})
_MAY_BE_TRIP = _LEAVES_IT | {Answer.UNCLEAR, Answer.ASIDE, Answer.SELF_HARM, Answer.NEEDS, Answer.GUIDE, Answer.HOUR}


def of_wanting_out(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "me quiero salir de esto" as told of what they are made to do, where it leaves no menu or person."""
    is_sure = reading.level is Level.ALARM or reading.answer in STANDS or session.caseworker_name or session.young
    if is_sure or session.state in _NOT_AT or reading.concern not in (None, Concern.SELF_HARM, Concern.SEXUAL_ABUSE):
        return reading
    said = wrote.said
    if _WANTS_OUT.fullmatch(said) is None or _NEEDS_MORE.search(said) is None:
        return reading
    return Interpretation(
        Answer.UNCLEAR, language=reading.language, age=reading.age, facts=reading.facts,
        concern=Concern.EXPLOITATION, level=Level.ASK,
    )  # fmt: skip
