"""A danger that goes on right now: who can only write, who is followed, in a trunk, with a nurse; and each bit of it.

A word about somebody near, or about the phone, elsewhere makes the screen bland and asks "is now ok to text?". Beside an
emergency that would take its numbers away. Pure.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.right_now import among_men, at_door, at_stop, driven, got_out, to_say
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.at_hand import open_now
from bot.flows.harm import BODY, CHOKED
from bot.flows.model import Interpretation
from bot.flows.moments import AtHand, Piece
from bot.flows.names import Answer, Aside, Concern, Level, Need
from bot.flows.session import Session
from bot.flows.urgent import PARTNER
from bot.understanding import at_hand as grammar
from bot.understanding import crisis, wounds
from bot.understanding.no_call import has_no_means
from bot.understanding.shared_phone import asks_for_other_topic
from bot.understanding.straits import is_beside_him, is_driven, is_hiding, puts_off_beside_him
from bot.understanding.watching import asks_for_care

_IS_FAR = STANDS - {Answer.HUSH, Answer.HOLDER, Answer.NAME} | {Answer.PERSON}
_WEAK = GIVES_WAY | {Answer.WATCHED, Answer.AREA, Answer.COME, Answer.WHO_CAN_SEE, Answer.MENU}
_GRAVER = frozenset({Concern.MEDICAL, Concern.SELF_HARM})
_ACUTE = frozenset({Answer.HURT_NOW.value, Answer.COME.value, Answer.MEDICAL.value, CHOKED, BODY})
_BY_SOMEBODY = _ACUTE | {PARTNER, Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value, Answer.FRIEND_DANGER.value}
_JUST_TOLD = "safety.hurt"


def is_acute(session: Session) -> bool:
    """Return whether an emergency stands in which the numbers must stay, whoever sees the phone."""
    just_told = session.hazard == Answer.ABUSE_TOLD.value and session.last_key == _JUST_TOLD
    return session.hazard in _ACUTE or just_told or (bool(session.hazard) and open_now(session) is not None)


def at_hand(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a text that tells of a danger that goes on right now, or a bit of one that was told, as that."""
    is_far = reading.answer in _IS_FAR and not _sees_people(session, wrote, reading)
    is_open = session.caseworker_name or session.young or session.other_holds or is_far or reading.at_hand is not None
    if is_open or (session.hazard == Answer.MEDICAL.value and has_no_means(wrote.said)):  # that has words of its own
        return reading
    if grammar.is_threat_for_money(wrote.said) and not reading.about_other and "?" not in wrote.text:
        return _told(reading, Answer.HURT_NOW, Concern.EXPLOITATION, None)
    of_road = reading.concern is Concern.MEDICAL and _OF_THE_BODY.search(wrote.said) is None
    of_road = of_road and driven(session, wrote, reading) is not None  # "no quiere parar" is the car
    if reading.level is Level.ALARM and reading.concern in _GRAVER and not of_road:
        return reading
    told = next((found for one in _IN_ORDER if (found := one(session, wrote, reading)) is not None), None)
    if told is None:
        return _hidden_with_kin(session, wrote, reading)
    if told in OF_OTHERS:
        return as_at_hand(reading, told)
    answer = Answer.CHILD_HURT if told is AtHand.CHILD else Answer.HURT_NOW
    return _told(reading, answer, Concern.VIOLENCE, told)


def beside_them(reading: Interpretation) -> Interpretation:
    """Return a text as told by who has somebody near who is after them: stay with people, and 911."""
    return _told(reading, Answer.HURT_NOW, Concern.EXPLOITATION, AtHand.REACH)


OF_OTHERS = frozenset({AtHand.TIP, AtHand.GO, AtHand.HOUSE})
"""Dangers of somebody else, told by who is beside them or on the way."""


def as_at_hand(reading: Interpretation, told: AtHand) -> Interpretation:
    """Return a text of who is beside somebody else in danger as that: what 911 needs, and no name."""
    about = _told(reading, Answer.FRIEND_DANGER, Concern.EXPLOITATION, told)
    return about._replace(about_other=True, facts=frozenset(), age=None)


def _sees_people(session: Session, wrote: Wrote, reading: Interpretation) -> bool:
    """Return whether "theres a lady here" is told out of the car, and asks for nobody."""
    return reading.answer is Answer.PERSON and at_stop(session, wrote, reading) is not None


def _told(reading: Interpretation, answer: Answer, concern: Concern, told: AtHand | None) -> Interpretation:
    return Interpretation(
        answer, concern=concern, level=Level.ALARM, language=reading.language, photo=reading.photo,
        facts=reading.facts, age=reading.age, partner=reading.partner, at_hand=told,
        pieces=reading.pieces | ({Piece.IN_CAR} if told is AtHand.CAR else set()),
    )  # fmt: skip


def _of_child(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    if "?" in wrote.text and not _WHAT_NOW.search(wrote.said):
        return None
    no_answer = session.last_key == _CHILD_ASKED and grammar.is_left_without_answer(wrote.said)
    of_child = session.last_key in _OF_A_CHILD or Need.CHILD_CARE in session.needs
    may_be_told = no_answer or (of_child and grammar.threatens_over(wrote.said))
    return AtHand.CHILD if may_be_told or grammar.child_is_held(wrote.said) else None


_CHILD_ASKED = "safety.ask.child_hurt"
_OF_A_CHILD = frozenset({_CHILD_ASKED, "safety.child", "safety.friend", "aside.helping_them"})


def _in_car(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    return AtHand.CAR if "?" not in wrote.text and grammar.is_in_car(wrote.said) else None


_OF_HIM = frozenset({Concern.WATCHED, Concern.VIOLENCE, Concern.SEXUAL_ABUSE, Concern.EXPLOITATION, Concern.CHILD_HURT})


def _at_clinic(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    if open_now(session) is AtHand.NURSE and grammar.was_asked_if_safe(wrote.said):
        return AtHand.NURSE
    if not grammar.is_at_clinic_with(wrote.said):
        return None
    is_told = reading.concern in _OF_HIM or reading.answer in (Answer.WATCHED, Answer.HUSH)
    is_danger = is_told or grammar.is_kept_from_telling(wrote.said) or session.hazard in _BY_SOMEBODY
    return AtHand.NURSE if is_danger else None


def _in_reach(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    sure = reading.level is Level.ALARM and reading.concern not in (Concern.VIOLENCE, Concern.WATCHED)
    if sure or "?" in wrote.text or not grammar.is_in_reach(wrote.said):
        return None
    return AtHand.REACH


def _cries(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    """Return "hes here please help me" as a danger: no line is named, and the emergency number is."""
    may_be = reading.answer in _WEAK | {Answer.HUSH, Answer.HELP} and not session.case
    return AtHand.QUIETLY if may_be and grammar.cries_beside(wrote.said) else None


def _dies(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    at_risk = session.hazard in _BY_SOMEBODY and reading.answer in _WEAK | {Answer.HUSH, Answer.HURT_NOW}
    return AtHand.BATTERY if at_risk and grammar.dies(wrote.said, wrote.text) else None


def _hides(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    return AtHand.SEEN if session.hazard in _BY_SOMEBODY and grammar.hides_phone(wrote.said) else None


def _quietly(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    if session.hazard in _BY_SOMEBODY and grammar.asks_to_text_911(wrote.said):
        return AtHand.QUIETLY
    may_be = reading.answer in _WEAK - {Answer.COME} and reading.level is not Level.ALARM and not _is_beside(wrote.said)
    if not may_be or session.hazard not in _BY_SOMEBODY or not grammar.only_writes(wrote.said):
        return None
    return AtHand.QUIETLY if _OF_A_PLACE.search(wrote.said) is None else None


def _is_beside(said: str) -> bool:
    return is_driven(said) or puts_off_beside_him(said) or is_beside_him(said)


_OF_A_PLACE = re.compile(r"\b(?:shelter|place|hotline|refugio|lugar|linea|worker|caseworker)\b")
_WHAT_NOW = re.compile(
    r"\b(?:what (?:do|should|can|am) i (?:do|say|tell|supposed)|what now|what do we do|help me|que hago|que le digo|que digo|que puedo hacer|y ahora)\b"
)
_HAS_A_PLAN = frozenset(AtHand) - {AtHand.QUIETLY, AtHand.SEEN, AtHand.WORDS, AtHand.OUT}
_PURSUED = frozenset({"safety.plan.found", "safety.hunted"})
_ENDED = re.compile(
    r"\b(?:(?:he|she|they) (?:is |are |has |have |just )*(?:left|gone|drove off|walked away)|(?<!if )(?<!asked )i am (?:safe|ok|okay|fine|out|home)|got (?:out|away|home|inside|to (?:the |my )?(?:house|moms|sisters|friends))|made it (?:home|back|inside)|lost (?:him|them)|police (?:came|is here|are here|got)|cops (?:came|are here)"
    r"|(?:ya )?se (?:fue|fueron|largo)|estoy (?:a salvo|segur[oa]|bien)|ya (?:sali|llegue|me escape)|llego la policia|llegue a (?:la |mi )?casa|ya (?:estoy|ando) en (?:la |mi )?casa)\b"
)
_WANTS = re.compile(
    r"\b(?:need|want|wanna|looking for|find|where|how|who|can you|could you|is there|are there|necesito|quiero|busco|donde|como|quien|puedes|pueden|hay)\b"
)
_NOT_KNOWN = re.compile(
    r"\b(?:(?:i )?do not (?:even |really )?know|not sure|no (?:idea|clue|se))(?: (?:where|how|who|what|donde|como|quien|a donde))*\b"
    r"|\b(?:do(?:es)?|will|did) not (?:want|need)\b|\b(?:hay|there is) (?:un|una|a|an|some|mucha|lots)\b"
)
_SHORT = 3
_OF_ONES_BODY = frozenset({AtHand.REACH, AtHand.DOOR, AtHand.OUT, AtHand.STOPPED})
"""Dangers at hand beside which what hurts has words of its own."""


def _goes_on(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    """Return the danger at hand that was told before, for a bit of it that nothing else explains."""
    stays = open_now(session) or (AtHand.REACH if session.last_key in _PURSUED and session.hazard else None)
    if stays is None or _has_own_words(session, stays, wrote, reading):
        return None
    is_there = stays in _OUTSIDE and _STILL_THERE.fullmatch(wrote.said) is not None
    if is_there or reading.level is Level.ALARM:  # "sigue ahi" goes on, and a gun is told by itself
        is_bit = reading.concern is Concern.VIOLENCE and not reading.about_other and len(wrote.words.tokens) <= _SHORT
        return stays if is_there or is_bit else None
    if _WHAT_NOW.search(wrote.said):
        return stays if stays in _HAS_A_PLAN else None
    if stays in OF_OTHERS:
        is_bit = reading.answer in _GO_ON | _OVERHEARD and _is_bit_of_others(wrote, reading)
    else:
        is_bit = reading.answer in _GO_ON and _is_a_bit(wrote, reading)
    told = AtHand.QUIETLY if stays is AtHand.BATTERY else stays  # what is told next is for 911, too
    return told if is_bit else None


_OUTSIDE = frozenset({AtHand.DOOR, AtHand.REACH})
_STILL_THERE = re.compile(
    r"(?:(?:he|they|she|el|ellos|y|and|yes|si|no) )*(?:is |are )?(?:still|sigue|siguen|todavia|aun)(?: (?:there|here|outside|out there|ahi|aqui|afuera|esta|estan|alla|abajo|ya|tocando|knocking|banging|waiting|esperando))+"
)


def _has_own_words(session: Session, stays: AtHand, wrote: Wrote, reading: Interpretation) -> bool:
    """Return whether a text beside a danger at hand is answered with words of its own: who hides, what hurts."""
    hides = stays is AtHand.DOOR and is_hiding(_WITH_KIN.sub("", wrote.said))
    hurts = stays in _OF_ONES_BODY and wounds.is_hurt(wrote.said)
    sleeps = session.hazard == Answer.MEDICAL.value and (crisis.sinks(wrote.said) or crisis.goes_to_bed(wrote.said))
    return hides or hurts or sleeps or (reading.concern in _GRAVER and not _is_of_road(stays, wrote, reading))


_OF_THE_BODY = re.compile(
    r"\b(?:pills?|blood|bleed\w*|hurts?|faint\w*|breath\w*|drugged|drugs?|sick|dizzy|pass\w* out|sangr\w+|pastillas?|mare\w+|respir\w+|duele|drog\w+|desmay\w+)\b"
)


def _is_of_road(stays: AtHand, wrote: Wrote, reading: Interpretation) -> bool:
    """Return whether "hes getting gas" and "es blanca la troca" are of the road, and of no drug."""
    may_be = stays in (AtHand.CAR, AtHand.REACH) and reading.concern is Concern.MEDICAL
    return may_be and reading.level is Level.ASK and _OF_THE_BODY.search(wrote.said) is None


_GO_ON = _WEAK - {Answer.YES, Answer.GO_ON, Answer.THANKS, Answer.CHECK_IN, Answer.GUIDE, Answer.SKIP, Answer.MENU} | {
    Answer.FRIEND_DANGER, Answer.SEXTORTION,
}  # fmt: skip
_SAYS_MORE = frozenset(
    {Aside.THEY_ARE_GONE, Aside.ANGER, Aside.WHO_ARE_YOU, Aside.ARE_YOU_REAL, Aside.NO_HOTLINE, Aside.SHORTER,
     Aside.LANGUAGE_SPOKEN, Aside.STOP_TEXTS, Aside.GOODBYE, Aside.CALLED_FOR_ME}
)  # fmt: skip


def _is_a_bit(wrote: Wrote, reading: Interpretation) -> bool:
    words = wrote.words.tokens
    is_choice = all(word.isdigit() for word in words)
    refuses = reading.answer in (Answer.NO, Answer.NOT_NOW, Answer.MAYBE, Answer.REPEAT) and len(words) <= _SHORT
    if is_choice or refuses or "?" in wrote.text or reading.aside in _SAYS_MORE:
        return False
    return _ENDED.search(wrote.said) is None and _WANTS.search(_NOT_KNOWN.sub("", wrote.said)) is None


_OF_THEM = re.compile(r"\b(?:she|her|girl|kid|they|them|he|him|ella|la|las|nina|muchacha|el|ellos|lo|los)\b")
_OVERHEARD = frozenset({Answer.HUSH, Answer.HOLDER})
_ANSWERED_ELSEWHERE = _SAYS_MORE | {Aside.IN_TROUBLE, Aside.RIGHTS, Aside.ARREST_RISK}


def _is_bit_of_others(wrote: Wrote, reading: Interpretation) -> bool:
    """Return whether a text goes on telling of somebody else in danger, also "she is right here" and "they left"."""
    is_choice = all(word.isdigit() for word in wrote.words.tokens)
    if is_choice or "?" in wrote.text or reading.aside in _ANSWERED_ELSEWHERE:
        return False
    if reading.answer in _OVERHEARD:
        return _OF_THEM.search(wrote.said) is not None
    short = reading.answer in (Answer.NO, Answer.NOT_NOW, Answer.MAYBE, Answer.REPEAT) and len(wrote.words.tokens) <= 2
    return not short and _ASKS_FOR_SELF.search(wrote.said) is None


_ASKS_FOR_SELF = re.compile(
    r"\b(?:i (?:need|want) (?:a|help|food|money|to talk)|(?:necesito|quiero) (?:un|una|ayuda|hablar|comida))\b"
)

_IN_ORDER = (
    _of_child,
    at_stop,
    _in_car,
    driven,
    _at_clinic,
    _in_reach,
    at_door,
    among_men,
    got_out,
    to_say,
    _cries,
    _dies,
    _hides,
    _quietly,
    _goes_on,
)

_WITH_KIN = re.compile(
    r" (?:with|w|con) (?:my|mis?|the|our|los|las) (?:(?:\w+ )?(?:lil |little |baby |small )?)(?:brothers?|sisters?|kids?|baby|babies|son|daughter|child(?:ren)?|cousins?|bro|sis|"
    r"hermanit[oa]s?|herman[oa]s?|hij[oa]s?|bebe|nin[oa]s?|prim[oa]s?)$"
)


_IS_TIME = re.compile(
    r"(?:(?:ok|omg|and|y) )*(?:it is(?: almost| already| like)?|ya (?:casi )?(?:son|es)(?: las?)?|son las) \d{1,2}(?: \d\d)?(?: (?:now|already|am|pm|rn|o clock|ya))*"
)
"""Tells the hour, which beside a threat is no "not now"."""


def _hidden_with_kin(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "im in the closet w my lil brother" beside a danger as hiding: no friend's danger."""
    if reading.answer is Answer.NOT_NOW and session.hazard in _BY_SOMEBODY and _IS_TIME.fullmatch(wrote.said):
        return reading._replace(answer=Answer.UNCLEAR)
    alone = _WITH_KIN.sub("", wrote.said)
    hides = session.hazard in _BY_SOMEBODY and alone != wrote.said and is_hiding(alone)
    if not hides or session.of_other:
        return reading
    return Interpretation(Answer.ASIDE, aside=Aside.HIDING, language=reading.language)


_OF_SCREEN = re.compile(
    r"\b(?:phones?|cell|ipad|tablet|computer|laptop|screen|texts?|texting|messages?|notifications?|sees?|seen|saw|reads?|checks?|looks?|looking|watch\w*|camera\w*|hears?|library|borrow\w*"
    r"|cel|cels|celular\w*|celu|telefono\w*|tel|compu\w*|pantalla|mensajes?|textos?|ven?|vea|vean|viendo|leen?|leyendo|revis\w+|chec\w+|mira\w*|camaras?|oyen?|escuch\w+|biblioteca|prestad\w+)\b"
)


def names_screen(said: str) -> bool:
    """Return whether a word tells of a phone, of texts, or of eyes and ears."""
    return _OF_SCREEN.search(said) is not None


_OF_BODY = frozenset({Answer.MEDICAL.value, BODY})
_ALONE = re.compile(r"\b(?:alone|by myself|sol[oa])\b")


def kept_in_emergency(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a phone that may be seen, beside an emergency, as that: its numbers stay, and nothing is asked.

    Who is beside them now gets no text; a warning to take care with words stays one.
    """
    if session.hazard in _OF_BODY and reading.concern is Concern.MINOR_NO_PLACE and _ALONE.search(wrote.said):
        return reading._replace(answer=Answer.UNCLEAR, concern=None, level=None, aside=None, needs=())
    is_watched = reading.answer is Answer.WATCHED or (
        reading.concern is Concern.WATCHED and reading.level is Level.ASK and reading.answer in _WEAK
    )
    if not is_watched or session.caseworker_name or session.young or session.wary or not is_acute(session):
        return reading
    said = wrote.said
    if _is_beside(said):
        return Interpretation(Answer.HUSH, language=reading.language)
    if asks_for_care(said) or asks_for_other_topic(said):
        return reading
    if _OF_SCREEN.search(said) is None:  # "he took the key": no screen is told of
        return Interpretation(Answer.UNCLEAR, language=reading.language, facts=reading.facts, age=reading.age)
    return _told(reading, Answer.HURT_NOW, Concern.VIOLENCE, AtHand.SEEN)
