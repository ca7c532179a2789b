"""A small grammar of "no texts now" with its reason: somebody is here, holds the phone, or will see it (promise 7).

"Stop texting me he is here" asks for an end in so many words; "do not reply, i will text when safe" and "please stop
he's holding my phone" ask for silence. Each is a whole text: words with one space between them, contractions written out.
"""

from __future__ import annotations

import re
from enum import Enum

from bot.understanding.texted import in_full


class Wish(Enum):
    """What such a text asks for."""

    END = "end"  # no texts any more
    SILENCE = "silence"  # none now


_HE = r"(?:he|she|they|someone|somebody|(?:my|the|his|her) (?:\w+ )?(?:man|bf|boyfriend|gf|girlfriend|husband|wife|ex|pimp|boss|dad|mom|mama|stepdad|uncle|aunt|brother|sister|parents|folks|daddy|roommate|manager))"
_EL = r"(?:el|ella|ellos|alguien|mi (?:novio|novia|esposo|marido|pareja|papa|mama|padrastro|padrote|jefe|patron|tio|hermano|ex))"
_SO = r"(?:cuz|because|bc|cause|since|before|so|or|and|but|rn|now|right now|please|pls|plz|ok|he|omg|porque|pq|que|es que|antes de que|y|porfa|por favor|ya|ahorita)"
_PHONE = (
    r"(?:(?:my|the|this|it|our|these|me) ?)?(?:phone|cell|texts?|messages?|screen|ipad|tablet|notifications?|number)?"
)
_WATCH = (
    rf"{_HE}(?: (?:is|are|be|will|would|can|could|might|may|just|has|have|had|got|right|still|gonna|going to|about to|always))*"
    rf" (?:here|home|back|awake|up|near|around|next to me|beside me|with me|close|coming(?: back)?|in the room|sees?|seeing|reads?|reading|checks?|checking|looks?|looking|watching|holding|holds|using|took|takes|grabbed|on|got|has|have|phone)(?: (?:at|thru|through|on|over))?(?: {_PHONE})?(?: (?:now|rn|right now|it|this|them|me|too|again|right here|here|texts|messages))*"
    rf"|(?:{_EL} )?(?:ya |aqui |ahi |me |lo |los |va a |puede )*(?:esta|anda|llego|viene|ve|lee|revisa|checa|tiene|trae|agarro|ver|leer|revisar|tomo|quito)(?: (?:aqui|conmigo|cerca|a mi lado|al lado|ahi|en casa|(?:mi|el|este) (?:cel|celular|telefono|tel)|los mensajes|mis mensajes|todo|esto|ya|{_EL}))*"
)
_WHEN = (
    r"(?:i (?:will|ll|can|am going to|gonna)|let me|ill|wait (?:for me|until i|till i)) (?:text|write|message|hit|msg|reply|talk|come|be back|call)?(?: (?:to|you|u|ya|back|up|again|first|me|this number|back to you))*"
    r"(?: (?:when|once|after|as soon as|if|until|till) (?:i am |it is |he is |she is |they are |i |its |he |she |they )*(?:safe|alone|can|able|clear|gone|leaves?|ok|okay|free|asleep|sleeps?|out|good|home|away|by myself)| later| soon| tomorrow| tonight)+(?: (?:to|now|again))*"
    r"|(?:yo )?(?:te|les) (?:escribo|texteo|hablo|mando|contesto|aviso)(?: (?:yo|cuando|despues|luego|al rato|si|ya|este|esta|pueda|puedo|sea|este sol[oa]|segur[oa]|se vaya|se fue|mas tarde|manana|me quede sol[oa]|a salvo))*"
)
_END = (
    r"(?:(?:please|pls|plz|just|you (?:need|have) to|u need to|can you|can u|could you|yo|hey|omg|ok|no|i said) )*(?:stop|quit|cease)(?: (?:texting|txting|messaging|msging|writing|contacting|text|messages|sending (?:me )?(?:texts|messages|stuff)))"
    r"(?: (?:me|us|my|this|the|phone|cell|number|here|to|on|back|please|pls|now|rn|right now|ok|it|line))*"
)
_NO_REPLY = (
    r"(?:(?:please|pls|plz|just|hey|yo|omg|ok|no|so|and) )*(?:(?:do not|never|no) (?:text|txt|reply|respond|write|message|msg|answer|call|send|hit)(?: (?:me|us|back|to|this|here|phone|number|anything|nothing|up|on|the|any|now|rn|yet|more|texts|messages|please|pls|for now|right now|until|till|at all))*"
    r"|no (?:reply|replies|response|answers?|texts?)(?: (?:please|pls|now|rn|yet|back))*|(?:stop|quit|wait|hold on|pause|shh+|hush)(?: (?:it|that|please|pls|now|rn|a sec|a minute))*)"
    r"|(?:(?:porfa|por favor|ya|oye|mejor|espera) )*(?:no (?:me )?(?:contestes|contesten|respondas|respondan|escribas|escriban|mandes|manden|hables|hablen|textees|texteen)(?: (?:nada|ahorita|ya|mas|mensajes|por favor|porfa|a este cel|aqui))*|(?:deja|dejen|deje|para|paren) de (?:escribir|mandar|textear|contestar)(?:me)?(?: (?:mensajes|textos|a este (?:cel|celular|numero|telefono)|aqui|ya|nada|por favor|porfa))*|espera|para|parale|alto|silencio|callate)"
)
_BESIDE = rf"(?: {_SO})*"
_ENDS = re.compile(rf"(?:{_END}){_BESIDE} (?:{_WATCH})")
_SILENT = re.compile(
    rf"(?:{_NO_REPLY}){_BESIDE} (?:{_WATCH})(?:{_BESIDE} (?:{_WHEN}))?|(?:{_NO_REPLY}){_BESIDE} (?:{_WHEN})"
    rf"|(?:{_WATCH}){_BESIDE} (?:{_NO_REPLY})(?:{_BESIDE} (?:{_WHEN}))?"
)
_MOST_WORDS = 20


def wish_beside(said: str) -> Wish | None:
    """Return what a text asks for that wants no texts since somebody may see them, None for another text."""
    if said.count(" ") >= _MOST_WORDS:
        return None
    full = in_full(said)
    if _ENDS.fullmatch(full):
        return Wish.END
    return Wish.SILENCE if _SILENT.fullmatch(full) else None
