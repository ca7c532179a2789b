"""Questions and half answers where a consent is asked for: none agrees to anything, and none is a danger. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level, ShareItem, State
from bot.flows.session import Session
from bot.flows.table import HANDLED
from bot.understanding.chosen_name import gives_name, read_name
from bot.understanding.second_thoughts import backs_out, condition
from bot.understanding.secrecy import is_kept_from, wishes_secret

_ASKS = frozenset({State.CONSENT_TEAM, State.CONSENT_TALK, State.CONSENT_CHOOSE, State.CONSENT_TIMES})
_LEAD = r"(?:(?:y|pero|entonces|oye|ok|okay|and|but|so|wait|then|um|espera|si|bueno) )*"
_YES = (
    r"(?:acepto|digo que si|les digo que si|doy permiso|comparto|i say yes|i agree|i accept|i do|i share(?: it| that)?"
    r"|i say (?:ok|okay))"
)
_WHAT_IF = re.compile(
    rf"{_LEAD}(?:(?:(?:que|y que) pasa(?:ria)? |what happens |what will happen |what )?(?:si|if) (?:yo )?{_YES}(?: "
    rf"(?:que|me|van|va|a|pasa|ayudan|ayudas|ayudar|"
    r"ayudarme|what|will|would|do|you|they|help|me|happens|then|pueden|puedes|hacen|haces|despues|luego|se|llaman"
    r"|llamar|entonces))*"
    r"|(?:me )?(?:obligan|obligas|pueden obligar)(?: (?:a|algo|aceptar|eso|hablar))*|(?:es|sera) (?:obligatorio|a "
    r"fuerza|a fuerzas)"
    r"|(?:tengo|hay) que (?:aceptar|decir que si)|(?:am i|will i be|are you|they) (?:being )?(?:forced|forcing|making "
    r"me|force me)(?: (?:to|me|do|it))*"
    r"|do i (?:have|need) to(?: (?:say yes|agree|accept|share|do (?:it|this|that)))?|is it (?:mandatory|required))"
)
_OF_NUMBER = re.compile(
    rf"{_LEAD}(?:(?:le|les) (?:va|van) a (?:llegar|salir|aparecer|dar) mi (?:numero|telefono|cel)|(?:van a |pueden "
    rf")?(?:ver|ven|tener|tienen|saber|saben) mi (?:numero|telefono|cel)"
    r"|(?:will|do|can|would|did) (?:they|she|he|someone|staff) (?:get|see|have|know)(?: (?:my|the))* (?:number|phone"
    r"|phone number|cell))(?: (?:o no|or not))*"
)
_ITEM = (
    r"(?:ciudad|zona|area|barrio|direccion|donde (?:vivo|estoy|ando)|city|town|location|address|zip|where (?:i am|im at|i am at|i live|i stay|i be)|nombre|name|edad|age|lugar|lugares|place|"
    r"places|motivos?|reasons?|needs?|necesidad|necesidades|lo que necesito|what i need|horas?|times?|number|numero|phone|telefono|food|comida|bed|cama|food part|need part)"
)
_MINE = r"(?: (?:for|a|mi|mis|my|la|las|lo|the|de|el|los|that|parte|part|of|thing|cosa|about))*"
_ALL_BUT = re.compile(
    rf"(?:(?:yes|yeah|yea|yep|sure|claro|dale|fine|k) )*{_LEAD}(?:"
    rf"(?:todo menos|todo excepto|menos|excepto|salvo|todo pero no|pero no|everything but|everything except|all but|all except|except|but not|not|no|hide|keep out|leave out|take out|skip|esconde|quita|sin|without|"
    rf"do not (?:show|share|tell|give|send|let|put)(?: (?:them|anyone|nobody|her|him|staff|see|know))*|(?:everything|all|todo) just not|no (?:les )?(?:digas|digan|muestres|muestren|den|des|compartas|pongas))"
    rf"{_MINE} {_ITEM}"
    rf"|(?:only|just|solo|nomas|nada mas|solamente|show|share|muestra|comparte|que vean(?: solo)?|show them|share only|just show|only show|show only)(?: (?:them|only|just|solo|nomas))*{_MINE} {_ITEM}(?: (?:but )?(?:not|no|pero no){_MINE} {_ITEM})?)"
    r"(?: (?:ok|okay|please|porfa|por favor|pls|part|though|tho|y ya|nomas|only|and that is it|thats it|eso))*"
)
"""Agrees to a part: item by item is asked, and nothing is shared before."""
_ONLY = re.compile(r"\b(?:only|just|solo|nomas|nada mas|solamente|show|share|muestra|comparte|que vean)\b")
_OF_ITEM = {
    ShareItem.AREA: re.compile(r"\b(?:ciudad|zona|area|barrio|direccion|donde|city|town|location|address|zip|where)\b"),
    ShareItem.NEEDS: re.compile(r"\b(?:needs?|necesidad|necesidades|necesito|food|comida|bed|cama)\b"),
    ShareItem.REACH: re.compile(r"\b(?:number|numero|phone|telefono)\b"),
    ShareItem.SERVICE: re.compile(r"\b(?:places?|lugar|lugares)\b"),
    ShareItem.SAID: re.compile(r"\b(?:reasons?|motivos?)\b"),
    ShareItem.TIMES: re.compile(r"\b(?:horas?|times?)\b"),
}
_NO_MATTER = re.compile(
    rf"{_LEAD}(?:me da igual|me da lo mismo|lo que sea|como sea|como quieras|da igual|equis|i (?:do not|dont) (?:care"
    rf"|mind)|whatever|idc|up to you|you decide|tu decides)"
    r"(?: (?:la verdad|i guess|really|lol))*"
)
_WHAT_NOTE = re.compile(
    rf"{_LEAD}(?:(?:que|cual|what|which) (?:nota|note)(?: (?:es|is|seria|it|that|esa))*|para que(?: (?:es|la|nota"
    rf"|sirve|quieren|eso))*|por que|why|what for|what is (?:it|that|the note)(?: for)?"
    r"|que es (?:eso|esa nota)|a note(?: of what| about what)?|nota de que)"
)
_WHY_A_NAME = re.compile(
    rf"{_LEAD}(?:(?:para que|por que|why|what for)(?: (?:quieren|quieres|ocupan|necesitan|do|you|u|they|need|want"
    rf"|is))*(?: (?:mi|my|un|a|the|el))* ?(?:nombre|name)?"
    r"|what (?:do|did|would) (?:you|u|they) (?:need|want) (?:my|a|the) name for|(?:tengo|hay) que (?:dar|decir) (?:mi "
    r"|un )?nombre|do i have to (?:give|say|tell)(?: (?:you|them|my|a))* name)"
)
_FEAR = re.compile(
    r"(?:(?:i am|i|got|too|me|da|tengo|mucho|mucha|kind of|kinda|really|so|un poco de|a little|bit|like) )*"
    r"(?:scared|nervous|afraid|embarrassed|ashamed|miedo|pena|cosa|verguenza|nervios)(?: (?:now|of it|too|tho|though"
    r"|la verdad))*"
)


def at_consent(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read what is asked, or half agreed to, at the question for a consent: it is answered, and the question stays."""
    if session.caseworker_name or session.young or reading.answer in _STAND:
        return reading
    if reading.answer is Answer.HELP and _ACCEPTS.fullmatch(wrote.said) is None:
        return reading
    meant = _name(session, wrote, reading) or _meant(session, wrote.text, wrote.said, reading)
    return reading if meant is None else meant._replace(language=reading.language)


def _name(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return a name that was asked for, where words within it were heard as another answer: "yoli", "call me x"."""
    if session.state is not State.CONSENT_NAME or reading.level is Level.ALARM or "?" in wrote.text:
        return None
    if reading.answer in _NAME_HEARD_AS and gives_name(wrote.text, wrote.lexicon):
        return Interpretation(Answer.NAME, name=read_name(wrote.text, wrote.lexicon))
    if reading.answer not in _MAY_BE_NAME or reading.level:
        return _name_beside(wrote, reading)
    heard = wrote.lexicon.find(wrote.lexicon.readings(wrote.words)) if len(wrote.words.tokens) == 1 else ()
    is_given = len(wrote.words.tokens) == 1 and wrote.lexicon.is_given_name(wrote.words.tokens[0])
    name = read_name(wrote.text, wrote.lexicon)
    is_one = is_given or (not heard and reading.answer in (Answer.YES, Answer.PERSON))
    return Interpretation(Answer.NAME, name=name) if name and is_one else _name_beside(wrote, reading)


_MAY_BE_NAME = frozenset({Answer.YES, Answer.PERSON, Answer.NO, Answer.FOREIGN, Answer.UNCLEAR})
_NAME_HEARD_AS = _MAY_BE_NAME | {
    Answer.ASIDE,
    Answer.NOT_NOW,
    Answer.GREETING,
    Answer.THANKS,
    Answer.NEEDS,
    Answer.GO_ON,
    Answer.AREA,
}
_BESIDE_NAME = _NAME_HEARD_AS | {Answer.HOLDER, Answer.WHO_CAN_SEE}
_REST = re.compile(r"[,.;!]\s*|\s+(?=(?:but|pero)\s)", re.IGNORECASE)
_KEEPS_IT = re.compile(
    r"(?:(?:and|but|pero|y|please|pls|just|solo|ok) )*(?:do not|never|no (?:le|les|lo|se)|nobody|nadie|keep it|between us|entre nosotros|only|solo)\b.*"
)
"""Says, after a name, that somebody is not to be told."""


def _name_beside(wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return the name before a wish that it goes no further: "kayla but dont tell him"."""
    parts = _REST.split(wrote.text, maxsplit=1)
    if len(parts) != _NAME_AND_WISH or reading.answer not in _BESIDE_NAME:
        return None
    rest = " ".join(wrote.lexicon.spelled(parts[1]))
    name = read_name(parts[0], wrote.lexicon) if _KEEPS_IT.fullmatch(rest) else ""
    return Interpretation(Answer.NAME, name=name) if name else None


_NAME_AND_WISH = 2


_STAND = frozenset({Answer.STOP, Answer.START, Answer.COVER, Answer.HOLDER, Answer.UNDER_13, Answer.FORGET})


def _meant(session: Session, text: str, said: str, reading: Interpretation) -> Interpretation | None:
    if session.state in _ASKS:
        return _at_question(session, text, said, reading)
    if reading.level is Level.ALARM:
        return None
    if session.state is State.CONSENT_REMEMBER and _WHAT_NOTE.fullmatch(said):
        return Interpretation(Answer.REPEAT)
    if session.state is State.CONSENT_NAME and _WHY_A_NAME.fullmatch(said):
        return Interpretation(Answer.ASIDE, aside=Aside.ANONYMOUS)
    is_parked = session.state is State.HESITATION_PARKED and reading.answer in _NO
    return Interpretation(Answer.NOT_NOW) if is_parked and backs_out(said) else None


_NO = frozenset({Answer.UNCLEAR, Answer.MAYBE, Answer.NO, Answer.BACK, Answer.GO_ON, Answer.YES, Answer.MENU})


_ACCEPTS = re.compile(
    r"(?:(?:hola|ok|bueno|pues|va|y|este|sip|claro|obvio) )*(?:(?:si|claro|claro que si|claro que|obvio que|por supuesto que) )+(?:yo )?(?:(?:lo )?acepto|quiero(?: hablar)?)(?: (?:hablar|con|alguien|una|persona|ya|por favor|porfa|porfavor|quiero|eso|todo|ayuda|ayudame|si))*"
    r"|(?:si )+(?:por favor|porfa|porfis|porfavor)(?: (?:ayudame|ayudenme|ayuda|me urge|quiero hablar|ya))+"
    r"|(?:yes )+(?:please )?(?:i (?:accept|agree)|help me|please help(?: me)?)(?: (?:please|now|to that))*"
)
_CLEARLY = re.compile(r"^\W*(?:s\u00ed\b|si\s*,|claro|obvio|por supuesto|yes)")


def _at_question(session: Session, text: str, said: str, reading: Interpretation) -> Interpretation | None:
    rest = condition(said)
    if rest and _FEAR.fullmatch(rest):
        return Interpretation(Answer.MAYBE)
    if reading.answer is Answer.HUSH and rest and (wishes_secret(rest) or is_kept_from(rest)):
        return Interpretation(Answer.ASIDE, aside=Aside.TELL_NOBODY)
    if _ACCEPTS.fullmatch(said) and "?" not in text and "\xbf" not in text and reading.level is not Level.ALARM:
        # "sí acepto" can only be a yes; without the accent it may be "if i accept", so it is asked once more
        return Interpretation(Answer.YES) if _CLEARLY.search(text.lower()) else Interpretation(Answer.GO_ON)
    if _WHAT_IF.fullmatch(said):
        return Interpretation(Answer.WHO_CAN_SEE)
    is_alarm = reading.level is Level.ALARM and _COMES_HERE.fullmatch(said) is None
    if is_alarm or reading.concern not in (None, Concern.WATCHED, Concern.VIOLENCE):
        return None
    return _told_there(session, said)


def _told_there(session: Session, said: str) -> Interpretation | None:
    if _OF_NUMBER.fullmatch(said):
        return Interpretation(Answer.ASIDE, aside=Aside.ANONYMOUS)
    if _NO_MATTER.fullmatch(said):
        return Interpretation(Answer.GO_ON)
    only_talk, comes = session.state is State.CONSENT_TALK, _COMES_HERE.fullmatch(said) is not None
    is_part = _ALL_BUT.fullmatch(said) is not None
    if only_talk and (comes or is_part or _CHOOSES.fullmatch(said)):
        return Interpretation(Answer.ASIDE, aside=Aside.WHAT_THEY_SEE)
    if comes:
        return Interpretation(Answer.ASIDE, aside=Aside.ANONYMOUS)
    return _part(session, said) if is_part else None


def _part(session: Session, said: str) -> Interpretation:
    """Return what it means to agree to a part: the items are asked about one by one."""
    return Interpretation(Answer.CHOOSE) if (session.state, Answer.CHOOSE) in HANDLED else _of_item(session, said)


_CHOOSES = re.compile(
    rf"{_LEAD}(?:(?:can|could|may|let|puedo|quiero|i want to|i would like to) (?:i |me )?)?(?:choose|pick|decide|escoger|elegir|escojo|decidir) (?:what|que) (?:they|ellos|you|se|les|staff)?(?: )?(?:see|ven|vean|know|get|saben|share|comparte|comparto)"
)
_COMES_HERE = re.compile(
    rf"{_LEAD}(?:(?:if|si) (?:i|yo|les|le)?(?: )?(?:say|tell|give|digo|doy|put)(?: \w+){{1,4}} )?(?:do|will|can|would|are|is|van a|va a|pueden|vienen|viene)(?: (?:they|someone|somebody|you|staff|anybody|anyone|alguien|ellos))*"
    r"(?: (?:come|coming|show up|send|track|find|locate|venir|buscarme|encontrarme|caer|llegar|rastrearme|ir))(?: (?:someone|somebody|people|alguien|to|at|here|my|me|the|house|home|place|where|i|am|live|stay|aqui|a|mi|casa|donde|vivo|estoy|over|up))*"
)


def _of_item(session: Session, said: str) -> Interpretation:
    """Return the answer to "may they see this?" in words that name an item.

    Only the item that is asked about is answered: another one is asked about in its turn.
    """
    asked = session.pending_items[0] if session.pending_items else None
    kept, _, left_out = said.partition(" not ") if _ONLY.search(said) else ("", "", said)
    names = _OF_ITEM.get(asked) if asked else None
    if names is None or (left_out and names.search(left_out)):
        return Interpretation(Answer.KEEP if names else Answer.REPEAT)
    if kept and names.search(kept):
        return Interpretation(Answer.SHARE)
    return Interpretation(Answer.KEEP if kept else Answer.REPEAT)
