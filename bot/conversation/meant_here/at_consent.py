"""Questions and half answers where a consent is asked for: none agrees to anything, and none is a danger. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level, State
from bot.flows.session import Session
from bot.flows.table import HANDLED
from bot.understanding.chosen_name import read_name
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
_ALL_BUT = re.compile(
    rf"{_LEAD}(?:todo menos|todo excepto|menos|todo pero no|everything but|everything except|all but|all except|except"
    rf"|not|everything just not)(?: (?:for|a))? "
    r"(?:mi|my|la|the|lo de|el) (?:ciudad|zona|area|city|nombre|name|edad|age|lugar|lugares|place|places|motivos?"
    r"|reasons?|need|needs|horas?|times?)(?: \w+)?"
)
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
    if session.state is not State.CONSENT_NAME or reading.answer not in (Answer.YES, Answer.PERSON) or reading.level:
        return None
    heard = wrote.lexicon.find(wrote.lexicon.readings(wrote.words)) if len(wrote.words.tokens) == 1 else ()
    name = read_name(wrote.text, wrote.lexicon)
    return Interpretation(Answer.NAME, name=name) if name and not heard else None


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
    if reading.concern not in (None, Concern.WATCHED):
        return None
    return _told_there(session, said)


def _told_there(session: Session, said: str) -> Interpretation | None:
    if _OF_NUMBER.fullmatch(said):
        return Interpretation(Answer.ASIDE, aside=Aside.ANONYMOUS)
    if _NO_MATTER.fullmatch(said):
        return Interpretation(Answer.GO_ON)
    may_choose = (session.state, Answer.CHOOSE) in HANDLED
    return Interpretation(Answer.CHOOSE) if may_choose and _ALL_BUT.fullmatch(said) else None
