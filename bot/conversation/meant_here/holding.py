"""What a text means after somebody else held the phone: theirs, until the person herself is heard again (promise 7).

Who found the helper on a phone learns from "is now ok to text?" that somebody asks for help there. So an "ok", a digit
or a question gets the bland line again, for some hours. Danger, a need of one's own, or "its me now" is heard.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import GIVES_WAY, stands
from bot.conversation.meant_here.relatives import told_nothing
from bot.conversation.meant_here.wrote import Wrote, in_words
from bot.flows.harm import BY_FORCE
from bot.flows.hazards import HAZARD_TURNS
from bot.flows.machine import Step
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Fact, Guide, Level, State
from bot.flows.safety import ASKS, HAZARDS
from bot.flows.session import Session, is_paused
from bot.flows.urgent import MISSING, PARTNER
from bot.understanding.asks_of_her import asks_what_she_said, claims_her, threatens_for_an_answer
from bot.understanding.demands import is_against_her, is_demand, is_held_demand, is_plea
from bot.understanding.errands import goes_on_to_pass_on
from bot.understanding.goodbyes import is_wrong_number, leaves, takes_wrong_back
from bot.understanding.grabbed import is_rude
from bot.understanding.holder import is_owner, tells_taken
from bot.understanding.lexicon import Lexicon
from bot.understanding.phone_found import (
    asks_code,
    asks_of_cover,
    asks_weather,
    asks_who_is_there,
    is_found,
    orders_erasing,
    threatens_line,
)
from bot.understanding.shared_phone import asks_for_other_topic, has_it_back, tells_shared
from bot.understanding.watching import asks_if_safe_here, asks_if_seen, is_right_here, is_warning

HOLDER_LINE = "safety.holder"
_HELD_SECONDS = 6 * 3600
_MAY_BE_SEEN = frozenset({State.SAFETY_COVER, State.WELCOME_BACK, State.WELCOME_LATER, State.WELCOME_PAUSED})
_ASKS_WHO = frozenset({Answer.WHO_IS_THIS, Answer.WHO_ARE_YOU})
_STANDS = frozenset(
    {Answer.STOP, Answer.START, Answer.HELP, Answer.COVER, Answer.HOLDER, Answer.HUSH, Answer.UNDER_13, Answer.PERSON,
     Answer.FORGET, Answer.TAKE_BACK, Answer.DROP_CHECK_IN, Answer.COME, Answer.FINE_NOW, Answer.FOREIGN}
)  # fmt: skip
"""Answers that nobody is kept from, whoever texts."""

_SAYS_MORE = (_STANDS - {Answer.PERSON, Answer.COME, Answer.FINE_NOW, Answer.FOREIGN}) | {Answer.NAME}
"""Answers that stand even beside "its me now"."""

_OF_ONES_OWN = frozenset({Answer.NEEDS, Answer.GUIDE})
_OLDEST_HELPED = 25
"""Who is older and tells an age is more likely the one who holds the phone."""
_FIRST_PERSON = re.compile(r"\b(?:i|me|we|yo|necesito|necesitamos|ocupo|quiero|busco|tengo|estoy|soy)\b")
_FOUND_OUT = re.compile(
    r"\b(?:i|we)(?: (?:already|just|all|do|did|can|bet|have))* (?:know|knew|see|saw|seen|read|heard|found|figured|"
    r"think|thought|bet)\b"
    r"|\b(?:tell|show) me\b|\b(?:i am|this is) (?:her|his|the) \w+|\b(?:dime|digame|diganme|cuentame|soy (?:su|el|"
    r"la) \w+)\b"
    r"|\b(?:ya )?(?:se|vi|lei|veo|supe|encontre|creo|pienso) (?:bien )?(?:que|quien|quienes|lo|es|son|todo|de)\b"
)
"""What somebody says who found the texts out: "i know its a shelter", "you can tell me im her uncle"."""
_THEIRS = re.compile(
    r"\b(?:she|her|hers|ella|bitch|hoe|my (?:girl|girls|gf|wife|daughter|property)|mi (?:mujer|hija))\b"
)


_HE_LEFT = re.compile(
    r"(?:(?:ok|okay|hey|hi|its|it is|it|is|me|soy|yo|ya|now|again|sorry|and|y) )*"
    r"(?:he|she|they|el|ella|ya)? ?(?:is|are|has|se)? ?(?:gone|left|out|asleep|sleeping|at work|fue|durmio|salio)"
    r"(?: (?:now|ya|already|finally))*"
)
"""Says that the other has left, and tells of no danger by it."""


def lapsed(session: Session, now: int) -> Session:
    """Return the session without the caution when nobody has texted for some hours."""
    is_over = session.other_holds and is_paused(session, now, _HELD_SECONDS)
    return session._replace(other_holds=False) if is_over else session


def heard_again(
    session: Session, text: str, reading: Interpretation, lexicon: Lexicon
) -> tuple[Session, Interpretation]:
    """Return what a text means where somebody else may hold the phone, and the session that knows who texts.

    "Its me now, he took my phone" is a greeting: it may be theirs, too. No need is taken from it, and a danger that is
    not sure is brought up once she said that it is ok to text.
    """
    if reading.level is Level.ASK and reading.answer in _ASKS_WHO and not session.safe:
        reading = reading._replace(concern=None, level=None)  # whoever asks it is answered, and told nothing of her
    may_be_seen = not session.safe and session.state in _MAY_BE_SEEN
    if not may_be_seen or not (session.other_holds or session.wary):
        return session, reading
    if _is_relative(session, reading):
        return session._replace(other_holds=False), reading
    if session.other_holds and (meant := _ordered(text, reading, lexicon)) is not None:
        return session, meant
    return _of_holder(session, text, reading, lexicon)


def _of_holder(
    session: Session, text: str, reading: Interpretation, lexicon: Lexicon
) -> tuple[Session, Interpretation]:
    """Return the same where somebody else may hold the phone and see what is answered."""
    if reading.level is Level.ALARM or reading.answer in _SAYS_MORE:
        is_hers = reading.answer is Answer.UNDER_13 or (reading.level is Level.ALARM and not reading.about_other)
        return (session._replace(other_holds=False) if is_hers else session), reading
    said = in_words(text, lexicon).said
    if (back := _taken_back(session, reading, said)) is not None:
        return back
    of_missing = reading.guide is Guide.MISSING_FRIEND or reading.aside is Aside.GO_GET_THEM
    stands_here = reading.answer in _STANDS or of_missing  # the police tell nothing of her
    if not session.other_holds or (stands_here and not _is_theirs(said, reading)):
        return session, reading
    tells_own = reading.answer in _OF_ONES_OWN or _tells_of_oneself(reading)
    if not _is_theirs(said, reading) and (reading.concern is not None or (tells_own and _is_own(said))):
        told = reading.concern if session.wary and reading.concern is Concern.WATCHED else session.told_back
        return session._replace(other_holds=reading.about_other, told_back=told), reading
    asked = (
        session.state is State.SAFETY_COVER and not session.wary and not is_held_demand(said)
    )  # only a question so far: her thread is kept
    return session, Interpretation(Answer.WHO_ARE_YOU if asked else Answer.HOLDER, language=reading.language)


def _taken_back(session: Session, reading: Interpretation, said: str) -> tuple[Session, Interpretation] | None:
    """Return the talk as hers again where a text says so: "its me again", "not a wrong number"; None for another text."""
    if is_owner(said):
        told = Concern.WATCHED if tells_taken(said) else None if _HE_LEFT.fullmatch(said) else reading.concern
        greeting = Interpretation(Answer.GREETING, language=reading.language, photo=reading.photo)
        return session._replace(other_holds=False, told_back=told or session.told_back), greeting
    is_bare = reading.concern is None and reading.answer not in _OF_ONES_OWN
    if is_bare and session.other_holds and told_nothing(session) and takes_wrong_back(said):
        return session._replace(other_holds=False), Interpretation(Answer.GREETING, language=reading.language)
    return None


def _ordered(text: str, reading: Interpretation, lexicon: Lexicon) -> Interpretation | None:
    """Return a threat to the line, or an order to delete all, as theirs who holds the phone; None for another text."""
    if reading.answer in (Answer.STOP, Answer.HELP, Answer.UNDER_13):
        return None
    said = in_words(text, lexicon).said
    is_order = reading.answer is not Answer.ERASE and orders_erasing(said)
    return Interpretation(Answer.HOLDER, language=reading.language) if is_order or threatens_line(said) else None


def _is_relative(session: Session, reading: Interpretation) -> bool:
    """Return whether a relative who worries writes, where nobody's talk is on this phone."""
    is_told = Fact.FOR_FAMILY in reading.facts and reading.answer in (Answer.GREETING, Answer.UNCLEAR)
    return session.other_holds and is_told and told_nothing(session)


def _is_theirs(said: str, reading: Interpretation) -> bool:
    """Return whether who holds the phone threatens the line or her, or asks for what is hers."""
    if reading.answer is Answer.COME and not is_plea(said):
        return True
    may_be_hers = reading.concern is not None and not is_against_her(said)
    return not may_be_hers and (is_against_her(said) or is_held_demand(said))


def _is_own(said: str) -> bool:
    """Return whether a need is the one of who texts: "i need a place", and not "is this a shelter"."""
    is_hers = _FIRST_PERSON.search(said) is not None and _THEIRS.search(said) is None
    return is_hers and _FOUND_OUT.search(said) is None


def _tells_of_oneself(reading: Interpretation) -> bool:
    """Return whether a text tells what only the person herself would: "im 17", "estoy embarazada"."""
    is_young = reading.age is not None and reading.age <= _OLDEST_HELPED
    return is_young or (reading.age is None and bool(reading.facts))


_OF_THE_WATCHER = frozenset({None, Concern.WATCHED, Concern.EXPLOITATION, Concern.SEXUAL_ABUSE, Concern.VIOLENCE,
                             Concern.SELF_HARM, Concern.FRIEND, Concern.SEXTORTION})  # fmt: skip
"""Dangers that may be heard in a warning only for what the watcher is called, or by a guess."""


def warned(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "my pimp looks at my phone" and "use code words" as a warning about the phone, and as nothing else."""
    is_open = session.caseworker_name or session.young or session.other_holds or reading.answer in _SAYS_MORE
    if is_open or reading.concern not in _OF_THE_WATCHER or not is_warning(wrote.said):
        return reading
    # who is beside them now learns no cover word
    answer = Answer.HUSH if is_right_here(wrote.said) else Answer.WATCHED
    return Interpretation(answer, language=reading.language)


_SAYS_LESS = GIVES_WAY | {Answer.WATCHED, Answer.FOREIGN, Answer.WHO_CAN_SEE}


def afraid_it_is_seen(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "what do i do if he sees this" as asked of the texts, and "is it safe to talk to you" as of this line."""
    is_open = session.caseworker_name or session.young or session.other_holds or session.wary
    if reading.aside in (Aside.PARENTS_TOLD, Aside.SCHOOL_TOLD):
        return reading  # "will my pops find out" has an answer of its own
    may_be = _SAYS_LESS | {Answer.HURT_NOW}
    if is_open or reading.answer not in may_be or reading.concern not in _OF_THE_WATCHER:
        return reading
    said = wrote.said
    aside = (
        Aside.WILL_YOU_TELL_HIM if asks_if_seen(said) else Aside.CAN_I_TRUST_YOU if asks_if_safe_here(said) else None
    )
    if aside is None:
        return reading
    return Interpretation(Answer.ASIDE, aside=aside, language=reading.language)


_BY_SOMEBODY = BY_FORCE | {Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value, PARTNER}


def left(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "gtg" beside a danger that somebody is as leaving: the last words on the screen are bland ones then.

    A wrong number that comes only now is what she says for his eyes.
    """
    is_open = session.caseworker_name or session.young or not session.safe or reading.level is Level.ALARM
    if is_open or session.hazard not in _BY_SOMEBODY or session.case:
        return reading
    said = wrote.said
    if is_wrong_number(said):
        return Interpretation(Answer.HOLDER, language=reading.language)
    if reading.answer not in GIVES_WAY or not leaves(said):
        return reading
    return Interpretation(Answer.NOT_NOW, language=reading.language, leaves=True)


def demanded(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "we have a warrant" and "this her man" as written by somebody else. A friend asks where she is, too."""
    is_open = session.caseworker_name or session.young or reading.level is Level.ALARM
    of_friend = session.of_other or session.hazard in (MISSING, Answer.FRIEND_DANGER.value)
    of_friend = of_friend or Fact.FOR_FAMILY in reading.facts
    if is_open or of_friend or session.state is State.SAFETY_FRIEND or not is_demand(wrote.said):
        return reading
    return Interpretation(Answer.HOLDER, language=reading.language)


def asked_of_her(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "ella les escribio, que les dijo" and a threat to her for an answer as his who asks: he is told nothing.

    No friend's numbers are for him, however sure a danger in his words is.
    """
    said = wrote.said
    if reading.answer is Answer.FORGET and _of_nobody(session) and wrote.once(orders_erasing):
        return Interpretation(Answer.HOLDER, language=reading.language)
    is_open = session.caseworker_name or session.young or reading.answer in _SAYS_MORE
    claims = session.other_holds and claims_her(said)
    is_relative = reading.answer is Answer.GREETING and Fact.FOR_FAMILY in reading.facts
    found = not is_relative and wrote.once(is_found)
    if is_open or not (claims or asks_what_she_said(said) or threatens_for_an_answer(said) or found):
        return reading
    return Interpretation(Answer.HOLDER, language=reading.language)


def _of_nobody(session: Session) -> bool:
    """Return whether a relative writes on a phone on which nothing was told: there is nothing of theirs to erase."""
    return Fact.FOR_FAMILY in session.facts and not session.safe and told_nothing(session)


def found_by_another(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "wtf is this" and "este cel es mio" beside a danger as written by who found the texts: nothing is named."""
    is_open = session.caseworker_name or session.young or reading.level is Level.ALARM
    of_friend = session.state is State.SAFETY_FRIEND or session.hazard == Answer.FRIEND_DANGER.value
    if is_open or of_friend or reading.answer in _SAYS_MORE or not stands(session) or not is_rude(wrote.said):
        return reading
    return Interpretation(Answer.HOLDER, language=reading.language)


_MAY_SEEM = GIVES_WAY | {Answer.FRIEND_DANGER, Answer.AREA, Answer.WHO_CAN_SEE, Answer.PERSON}


def of_shared_phone(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a phone that others share, check or took as a watched one, and beside a danger "habla de otra cosa" too.

    The words explain the whole text, so what a guess hears in it of another danger, or of a need, gives way.
    """
    is_open = session.caseworker_name or session.young or reading.level is Level.ALARM
    if is_open or reading.answer not in _MAY_SEEM or "?" in wrote.text:
        return reading
    said = wrote.said
    if session.state is State.WELCOME_BACK and not session.safe and has_it_back(said):
        return Interpretation(Answer.REPEAT, language=reading.language)
    shared = tells_shared(said) and not (session.service and reading.concern is None)
    if not shared and not (stands(session) and session.safe and asks_for_other_topic(said)):
        return reading
    if Concern.WATCHED in session.asked and reading.concern is None and not stands(session):
        return reading
    if session.other_holds:  # who had the phone, told by her: it is brought up once it is ok to text
        return reading._replace(concern=Concern.WATCHED, level=Level.ASK)
    return Interpretation(Answer.WATCHED, language=reading.language, facts=reading.facts, age=reading.age)


def noted(before: Session, reading: Interpretation, step: Step) -> Step:
    """Return the step with the note that somebody else holds the phone, or that a danger told before was brought up.

    Who asks twice who this is, and nothing else, may be the person herself.
    """
    if reading.answer is Answer.ASIDE and reading.aside is Aside.WORD_KNOWN:
        step = step._replace(session=step.session._replace(word_known=True))
    if before.told_back and step.session.safe:
        return step._replace(session=_brought_up(step.session, before.told_back))
    shows = reading.answer is Answer.HOLDER or before.state is State.SAFETY_COVER or before.wary
    if step.says != HOLDER_LINE or not shows:
        return step
    return step._replace(session=step.session._replace(other_holds=True))


def _brought_up(session: Session, told: Concern) -> Session:
    """Return the session in which a danger is asked about, with its numbers in the next replies."""
    session = session._replace(told_back=None, asked=session.asked | {told})
    hazard = HAZARDS.get(ASKS[told])
    return session._replace(hazard=hazard.value, hazard_left=HAZARD_TURNS) if hazard else session


_MAY_BE_COVER = GIVES_WAY | {Answer.WHO_IS_THIS, Answer.WHO_ARE_YOU, Answer.GREETING, Answer.AREA}


def of_the_cover(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read what is asked about the bland line right after it, and a wish for a word that hides the talk.

    "What is this" and "how is the weather" are written by who reads the screen, and may be her, for his eyes.
    """
    is_sure = session.caseworker_name or session.young or reading.level is Level.ALARM
    if is_sure or reading.answer not in _MAY_BE_COVER:
        return reading
    if session.state is State.SAFETY_COVER or session.other_holds:
        if wrote.once(asks_weather):
            return Interpretation(Answer.COVER, language=reading.language)
        is_asked = session.state is State.SAFETY_COVER and wrote.once(asks_of_cover)
        return Interpretation(Answer.WHO_ARE_YOU, language=reading.language) if is_asked else reading
    if session.wary or not wrote.once(asks_code):
        return reading
    return Interpretation(Answer.ASIDE, aside=Aside.CODE_WORD, language=reading.language)


def of_who_is_there(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "mi amiga esta ahi, ya llego?" as asked of who texts or stays where: that is told to nobody."""
    is_open = session.caseworker_name or session.young or reading.level is Level.ALARM or session.case
    if is_open or reading.answer not in GIVES_WAY | {Answer.FRIEND_DANGER, Answer.COME}:
        return reading
    of_them = session.aside is Aside.WHO_TEXTED and goes_on_to_pass_on(wrote.said)
    if not of_them and not ("?" in wrote.text and wrote.once(asks_who_is_there)):
        return reading
    aside = Aside.PASS_ON if of_them else Aside.WHO_TEXTED
    return Interpretation(Answer.ASIDE, aside=aside, language=reading.language)


_WATCHED_KEYS = frozenset({"safety.watched", "safety.cover", "welcome.back", "safety.holder", "safety.phone_taken"})


_OWN_WORD = re.compile(
    r"(?:(?:ok|so|y|pero|mira|oye|entonces|and|but) )*(?:if|when|whenever|si|cuando) (?:i |yo |te |les )*(?:say|text|type|send|write|put|digo|diga|escribo|escriba|pongo|ponga|mando|mande) (?:\w+ ){1,4}?"
    r"(?:(?:it |that )?(?:means?|is cuz|is because) (?:he|she|they|i|my|stop|do not|not)\b|(?:change|act|pretend|play|switch|talk about|stop (?:talking|texting))\b"
    r"|(?:es que|significa|quiere decir|es porque) (?:el|ella|esta|no|mi|hay|ya|llego|anda)\b|(?:cambia|cambie|finge|disimula|actua|habla de|hazte|no (?:me )?(?:contestes|escribas))\b).*"
)


def on_a_watched_screen(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read what a shop is asked as the cover where the phone is read: the answer to opening hours names a line.

    "If i say homework change the subject" tells that it is read: only the one word works, and that is said.
    """
    is_open = reading.answer in (Answer.UNCLEAR, Answer.ASIDE, Answer.NEEDS) and reading.level is not Level.ALARM
    if is_open and not session.caseworker_name and not session.young and _OWN_WORD.fullmatch(wrote.said):
        return Interpretation(Answer.WATCHED, language=reading.language)
    may_be_seen = not session.safe and session.last_key in _WATCHED_KEYS and not session.caseworker_name
    if not may_be_seen or reading.answer is not Answer.ASIDE or reading.aside is not Aside.OPEN_HOURS:
        return reading
    return Interpretation(Answer.COVER, language=reading.language)
