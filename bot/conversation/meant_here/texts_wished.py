"""What somebody wishes of the texts themselves: none at all, other ones than these, or that they are erased. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level, ShareItem, State
from bot.flows.session import Session
from bot.understanding import carrier
from bot.understanding.binding import erases
from bot.understanding.near import is_near
from bot.understanding.of_last_texts import erases_last, reads_last, wants_last_again
from bot.understanding.referred import is_other_hand
from bot.understanding.second_thoughts import only_of_them, wants_out_of_it
from bot.understanding.what_is_sent import Sent, without_wish

_WISHED = {Sent.NUMBERS: Aside.NO_HOTLINE, Sent.SO_MUCH: Aside.SHORTER}
_GIVE_WAY = frozenset({Answer.UNCLEAR, Answer.NO, Answer.NOT_NOW, Answer.MAYBE, Answer.ASIDE, Answer.DROP_CHECK_IN})
"""Answers that say less than a wish about what is sent."""
_SAY_MORE = frozenset(
    {Aside.TEXT_INSTEAD, Aside.LANGUAGE_SPOKEN, Aside.NOT_SUICIDAL, Aside.NOT_IN_DANGER, Aside.WHERE_TO_CALL}
)
"""Remarks that say more than it."""

_ASKED = f"aside.{Aside.STOP_TEXTS.value}"


def other_texts(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "don't send me numbers" and "not so much text" as what they wish, where the text tells nothing else."""
    if session.caseworker_name or reading.answer not in _GIVE_WAY or reading.aside in _SAY_MORE:
        return reading
    aside = _WISHED.get(wish) if (wish := carrier.unwanted_in(wrote.words)) else None
    if aside is None:
        return reading
    if _tells_danger(reading, without_wish(wrote.plain)):
        return reading
    return reading._replace(answer=Answer.ASIDE, aside=aside, concern=None, level=None)


_LITTLE_HEARD = frozenset({None, Concern.WATCHED, Concern.SELF_HARM})


def of_last_texts(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "delete the last text" as "delete this", and "read me the last texts" as asked by who did not get them."""
    may_be = reading.answer in _GIVE_WAY | {Answer.WATCHED, Answer.SELF_HARM, Answer.FORGET, Answer.WHAT_IS_KEPT}
    if session.caseworker_name or not may_be or reading.concern not in _LITTLE_HEARD or reading.level is Level.ALARM:
        return reading
    if wants_last_again(wrote.said):
        return Interpretation(Answer.REPEAT, language=reading.language)
    if erases_last(wrote.said):
        return Interpretation(Answer.WATCHED, language=reading.language)
    return Interpretation(Answer.HOLDER, language=reading.language) if reads_last(wrote.said) else reading


_NEAR = re.compile(
    r"\b(?:he|she|they|him|her|somebody|someone|my \w+|sees?|reads?|checks?|looks?|before|here|phone|"
    r"el|ella|ellos|alguien|mi (?:novio|esposo|marido|pareja|mama|papa|padrastro|tio|jefe|patron)|ve|vea|ven|vean|lee"
    r"|lea|leen|revisan?|"
    r"checan?|antes|aqui|cel|celular|telefono)\b"
)
"""Words of somebody who may see the texts: "not so many texts, he sees my phone"."""


def _tells_danger(reading: Interpretation, said: str) -> bool:
    """Return whether a reading has a danger. A doubt that the phone is watched needs somebody who may watch it."""
    if reading.concern is Concern.WATCHED and reading.level is Level.ASK:
        return _NEAR.search(said) is not None
    return reading.concern is not None or reading.level is not None


_PLEASE = (
    r"(?:(?:hola|oye|ok|okay|y|pero|ya|mejor|por favor|porfa|porfavor|porfis|me|nos|quiero|quisiera|necesito|te pido"
    r"|les pido|que|tu|ustedes|puedes|pueden|podrias|podrian|"
    r"hey|hi|please|pls|plz|can|could|would|will|you|u|i|want|need|would like|just|and|now|to) )*"
)
_ERASE = (
    r"(?:borra|borre|borres|borren|borrar|borrame|borreme|borrenme|borrarme|elimina|elimine|elimines|eliminen|eliminar"
    r"|eliminame|quita|quites|"
    r"olvida|olvide|olvides|olviden|olvidate de|delete|erase|wipe|forget|remove|clear|get rid of|trash)"
)
_WHAT_IS_KEPT = (
    r"(?:todo|toda|all|everything|"
    r"(?:todo |de )*lo (?:mio|de mi|que (?:te |les |le |yo |ya |me |he |de mi )*(?:dije|conte|contado|dicho|puse"
    r"|escribi|mande|platique|sabes|saben|sabe|tienes|tienen|guardas|guardan|guardaste|apuntaste))|"
    r"(?:todos |todas |toda )?(?:mis|mi|nuestra|nuestros|esta|la|estos) (?:datos|mensajes|mensajitos|textos|cosas"
    r"|chats?|conversacion|informacion|info|historia|historial|platica)|"
    r"(?:all |all of )?(?:what|that|everything|anything) (?:i|you|u|ive|i have|you have|yall) (?:\w+ )?(?:said|told"
    r"|texted|wrote|sent|know|have|got|kept|saved)|"
    r"(?:all |all of )?(?:my|our|the|this|these) (?:messages|texts|msgs|data|info|information|stuff|chat|chats"
    r"|conversation|convo|history))"
)
_REST = (
    r"(?: (?:de|mi|aqui|ahi|esto|eso|esta|este|lo|que|te|les|dije|conte|sabes|tienes|por|favor|porfa|ya|ahora|ahorita"
    r"|please|pls|plz|now|of|it|me|you|u|about|on|from|here|"
    r"thanks|gracias|told|said|know|have|i|todo|all|mensajes|datos|y|tambien|sobre|hoy))*"
)
_ERASES = re.compile(rf"{_PLEASE}{_ERASE} {_WHAT_IS_KEPT}{_REST}")


def erased(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "borra todo lo que te dije" as a wish to be forgotten: it is no "delete this before he sees it" (promise 10)."""
    said = wrote.plain
    if session.state is State.PRIVACY_FORGET and reading.level is not Level.ALARM:
        if _DO_IT.fullmatch(said) and "?" not in wrote.text:
            return Interpretation(Answer.ERASE, language=reading.language)
        if _IS_IT_DONE.fullmatch(wrote.said):
            return Interpretation(Answer.MAYBE, language=reading.language)
    after_all = reading.answer in _GIVE_WAY and session.state in _AT_START and _AFTER_ALL.fullmatch(said)
    if after_all and reading.level is None and not session.caseworker_name:
        return Interpretation(Answer.FORGET, language=reading.language)
    may_be = reading.answer in _GIVE_WAY | {Answer.FORGET, Answer.WHAT_IS_KEPT, Answer.NEEDS}
    in_talk = session.safe and session.limits_told and not session.caseworker_name
    if in_talk and reading.answer in _GIVE_WAY and (item := _item_erased(session, said)) is not None:
        return item._replace(language=reading.language)
    if not may_be or _ERASES.fullmatch(said) is None or not erases(wrote.text) or _tells_danger(reading, said):
        return reading
    return Interpretation(Answer.FORGET, language=reading.language, photo=reading.photo)


_AT_START = frozenset(
    {State.WELCOME_HELLO, State.WELCOME_BACK, State.WELCOME_LIMITS, State.WELCOME_AGAIN, State.NEEDS_ASK, State.WELCOME_ANYTIME}
)  # fmt: skip
"""States to which "keep it" leads from the question whether to erase."""
_AFTER_ALL = re.compile(
    r"(?:(?:no|wait|actually|nvm|ok|i mean|changed my mind|i changed my mind|espera|mejor|perdon|digo|siempre) )+(?:si )?"
    r"(?:(?:erase|delete|wipe) (?:it|all|everything|that)(?: all)?|borra(?:lo|la)? ?(?:todo)?|borrenlo|eliminalo)(?: (?:all|todo|please|pls|now|porfa|ya))*"
)


_IN_TOUCH = re.compile(
    r"(?:(?:yes|yeah|ok|please|pls|can|could|you|just|i|want|you to|hey|si|sip|claro|va|dale|ok|bueno|por favor|porfa|mejor|ya"
    r"|quiero|pueden|puedes|entonces|pues|hola) )*"
    r"(?:(?:ponme|ponganme|pongame|ponerme|pones|ponen) en contacto|contactame|contactenme|conectame|conectenme|comunicame"
    r"|comuniquenme|escribanme|que (?:alguien |ellos |una persona )?me (?:escriban?|contacten?|hablen?|texteen?|busquen?)"
    r"|(?:put|get) me in (?:touch|contact)|connect me|have (?:someone|somebody|them|a person) (?:text|contact|message) me"
    r"|(?:let|want) (?:someone|somebody|them|a person) (?:to )?(?:text|contact|message) me)"
    r"(?: (?:please|pls|now|then|por favor|porfa|ya|ahora|entonces|pues|con alguien|with someone|with somebody|gracias|thanks))*"
)
_NOT_PERSON = frozenset({Answer.UNCLEAR, Answer.ASIDE, Answer.THANKS, Answer.GREETING, Answer.AREA, Answer.NOT_NOW})


def of_touch(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "put me in touch" and "que me escriban" as asking for a person, and who says that another texted as that."""
    if session.caseworker_name or "?" in wrote.text or reading.level is Level.ALARM:
        return reading
    may_be_other = reading.answer in _NOT_PERSON or reading.answer is Answer.WATCHED
    if may_be_other and is_other_hand(wrote.said):  # who did text may not be beside the phone now
        return Interpretation(Answer.HOLDER, language=reading.language)
    if reading.answer not in _NOT_PERSON or _IN_TOUCH.fullmatch(wrote.said) is None:
        return reading
    return Interpretation(Answer.PERSON, language=reading.language)


_GONE = (
    r"(?:borr(?:o|aste|ado|ada|ados|adas|aron|e)|elimin(?:o|aste|ado|ados)|quit(?:o|aste|ado)|hiciste|hecho|quedo|esta"
    r"|erased|deleted|gone|wiped|removed|done|cleared|all gone|forgotten|forget it|(?<=u )(?:delete|erase)(?: it)?)"
)
_DO_IT = re.compile(
    r"(?:(?:yes|yeah|yea|yep|yup|ok|okay|pls|please|plz|just|go ahead|and|i want you to|i said|sure|do|si|simon|dale|va|bueno|ya|por favor|porfa|pues"
    r"|quiero que lo|que lo) )*"
    r"(?:(?:erase|delete|wipe|clear|remove) (?:it|all|everything|that|them|me|my stuff|my info)(?: all| everything)?|do it"
    r"|borra|borren|borr[ae]lo|borr[ae]los|borr[ae]la|borren?lo|elimina|eliminalo|quitalo|hazlo|borrar?lo)"
    r"(?: (?:all|todo|pls|please|plz|now|rn|for good|forever|ya|por favor|porfa|ahora|de una|completo))*"
)
"""Tells, at the question whether to erase, to do so."""

_IS_IT_DONE = re.compile(
    r"(?:(?:ok|okay|y|and|so|pero|but|wait|entonces|oye|estas|esta|segur[oa]s?|de verdad|neta|en serio|are|you|u|sure|is"
    r"|it|has|have|did|was|that|its|really|actually|si|que|ya|todo|all|lo|se|la|los|is it|everything|already|my|stuff"
    rf"|me|been|for|real|completely|por completo) )*(?:{_GONE}(?: (?:todo|ya|all|it|everything|yet|now|my stuff|eso"
    r"|already|o no|or not|verdad|right|for real|de verdad|mis cosas|mis datos|lo mio|me))*|ya|listo|ready|"
    r"(?:estas )?segur[oa]|(?:are |r )?(?:you|u) sure|is that (?:it|all)|eso es todo|ya quedo|ya estuvo)"
)
"""Asks, at the question whether to erase, if it is done: nothing was erased yet."""

_FOR_NOW = re.compile(r"\b(?:now|rn|yet|until|till?|for a|ahorita|ahora|hasta)\b")
_ITEM = re.compile(
    rf"{_PLEASE}{_ERASE} (?:(?:lo|la parte|the part|what i said) (?:de|of|about) )?(?:mi|el|la|my|the|this|este) "
    r"(?P<item>nombre|apellido|edad|ciudad|zona|direccion|name|last name|age|city|zip|area|address|numero|number"
    r"|phone number|telefono)"
    r"(?: (?:y|and|instead|pon|ponme|ponle|put|use|usa|mejor|better|di|say|de|from|ahi|there|la|nota|note|mi|my|que"
    r"|that|te|i|dije|gave|"
    r"told|you|please|porfa|por favor|ya|now|no era|was not|real|falso|fake|solo|just|\w+$))*"
)
"""One thing of hers that she wants erased, which is no end of the texts."""

_NAME_OFF = re.compile(
    rf"{_PLEASE}(?:take|get) my (?P<item>name|number|info) (?:off|out)(?: (?:of )?(?:it|this|there|that|the note))?"
    r"(?: (?:please|pls|now|instead))*"
)
_OF_A_NUMBER = frozenset({"numero", "number", "phone number", "telefono", "info"})


def _item(said: str) -> re.Match[str] | None:
    return _ITEM.fullmatch(said) or _NAME_OFF.fullmatch(said)


def _item_erased(session: Session, said: str) -> Interpretation | None:
    """Return what "borra mi nombre" asks for: the list where it can be taken out, None where nothing of it was told."""
    found = _item(said)
    if found is None:
        return None
    if session.case and session.shared - {ShareItem.WANTS_TO_TALK}:
        return Interpretation(Answer.WHAT_IS_SHARED)
    is_less = found["item"] not in _OF_A_NUMBER | {"nombre", "name"}
    return Interpretation(Answer.WHAT_IS_KEPT) if is_less or session.facts else None


_OTHER_PHONE = re.compile(
    r"\b(?:a|en|to|at|on) (?:este|este mismo|this) (?:cel|celular|telefono|numero|phone|number|cell)\b.*"
    r"\b(?:mi|my) (?:mama|ama|papa|apa|abuela|tia|hermana|hermano|amiga|moms?|dads?|aunts?|sisters?|brothers?"
    r"|grandmas?|friends?)\b"
)

_OUT_OF_IT = re.compile(
    r"\b(?:sacame|saquenme|quitame|quitenme|(?:get|take|pull) me (?:out|off))(?: ya)?(?: de| of)?"
    r" (?:esto|eso|ahi|alli|aqui|todo esto|this|here|there|it|that)(?: (?:ya|porfa|por favor|please|pls|now))*$"
)
"""May be a list of texts, and may be a life: "sacame de esto"."""


def asked_first(session: Session, wrote: Wrote, reading: Interpretation, *, opt_out: str) -> Interpretation:
    """Read an opt-out in a sentence that may mean something else as one to be asked about, once.

    So it is where danger was told; and in a talk that was begun, where one thing is to be erased, where another phone or
    another trouble may be meant. A carrier word is obeyed at once, and so is the sentence
    that comes again: silence must be what they mean.
    """
    if reading.answer is not Answer.STOP or opt_out or carrier.is_keyword(wrote.words):
        return reading
    meant = _meant_instead(session, wrote)
    return reading if meant is None else meant._replace(language=reading.language, photo=reading.photo)


_ASKED_OR_DONE = (_ASKED, "privacy.taken_back", "followup.dropped")
_LISTED = re.compile(
    r"\b(?:unsub\w*|un ?subscribe|opt(?:ing|ed)? ?out|opt me out|desuscrib\w*|de baja)\b"
    r"|\b(?:off|from|out of|de) (?:(?:of|all|the|tu|su|la|esta|this|these) )*(?:your|ur|yall|yalls|tu|su|texting|text|mailing)(?: \w+)? ?(?:lists?|lista)\b"
)
"""Words that nobody says of anything but texts."""

_ABOUT_CHECK_IN = re.compile(
    r"(?:(?:actually|nvm|never mind|no|nah|wait|ok|um|please|pls|just|mejor|mejor no|ya|oye|por favor|porfa|then|so|better) )*"
    r"(?:(?:do not|never|you do not have to|do not need to)(?: (?:actually|ever))? (?:text|txt|message|write|check in|check on|send)(?: (?:me|that|it|one|anything|the text|the message))*"
    r"|(?:ya )?no (?:me )?(?:escribas?|escriban|mandes|manden|textees|texteen|envies)(?: (?:nada|eso|ese|mensaje|el mensaje))*)"
    r"(?: (?:first|then|later|tomorrow|at all|though|tho|after all|please|pls|anymore|mejor|primero|manana|luego|entonces|por favor|porfa|ya))*"
)
_SETS_CHECK_IN = frozenset({State.FOLLOWUP_WHEN, State.FOLLOWUP_SAFE, State.FOLLOWUP_SET})


def _of_check_in(session: Session, wrote: Wrote) -> Interpretation | None:
    """Return what "mejor no me escribas" means where a check-in is set: only that one text is not sent."""
    if _ABOUT_CHECK_IN.fullmatch(wrote.said) is None or session.state not in _SETS_CHECK_IN:
        return None
    return Interpretation(Answer.DROP_CHECK_IN if session.check_in else Answer.NOT_NOW)


def of_check_in(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "dont send that" and "dont text me first" where a check-in is set as a wish that it is not sent."""
    may_be = reading.answer in _GIVE_WAY | {Answer.CHECK_IN, Answer.HOUR, Answer.WATCHED}
    if not may_be or reading.concern not in (None, Concern.WATCHED) or reading.level is Level.ALARM:
        return reading
    done = None if "?" in wrote.text else _of_check_in(session, wrote)
    return reading if done is None else done._replace(language=reading.language)


def _meant_instead(session: Session, wrote: Wrote) -> Interpretation | None:
    """Return what an opt-out in a sentence means instead, None where it is one."""
    if session.case and (wants_out_of_it(wrote.said) or only_of_them(wrote.said)):
        return Interpretation(Answer.TAKE_BACK)
    if session.last_key.startswith(_ASKED_OR_DONE) or _LISTED.search(wrote.said):
        return None
    if (done := _of_check_in(session, wrote)) is not None:
        return done
    told = bool(session.danger or session.asked or session.hazard)
    return (_beside_danger(session, wrote) if told else None) or _doubtful(session, wrote, told=told)


def _beside_danger(session: Session, wrote: Wrote) -> Interpretation | None:
    """Return the silence, or the end of what a person was asked for, that an opt-out beside a danger means at once."""
    if session.case and not _OTHER_PHONE.search(wrote.said) and _item(wrote.said) is None:
        return Interpretation(Answer.TAKE_BACK)  # nobody texts any more; who means this line as well says it again
    if is_near(wrote.said) and _FOR_NOW.search(wrote.said):
        return Interpretation(Answer.HUSH)  # "stop texting rn": silence, and no question whether it is for good
    return None


def _doubtful(session: Session, wrote: Wrote, *, told: bool) -> Interpretation | None:
    """Return the question whether texts are to end, or what is to be erased instead."""
    in_talk = session.safe and session.limits_told and not session.wary
    if in_talk and (erased := _item_erased(session, wrote.said)) is not None:
        return erased
    is_item = (item := _item(wrote.said)) is not None and (item["item"] not in _OF_A_NUMBER or bool(session.case))
    is_doubtful = is_item or _OTHER_PHONE.search(wrote.said) or _OUT_OF_IT.search(wrote.said)
    asks = told or (in_talk and is_doubtful)
    return Interpretation(Answer.ASIDE, aside=Aside.STOP_TEXTS) if asks else None
