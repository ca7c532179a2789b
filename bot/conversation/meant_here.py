"""What a text means by what stands before it in the conversation, beyond the choices of the state. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.flows.model import Choice, Interpretation
from bot.flows.names import Answer, Aside, Concern, Fact, Guide, Level, Need, State
from bot.flows.session import Session
from bot.flows.welcome import SILENT
from bot.understanding import normalise
from bot.understanding.acknowledged import only_read
from bot.understanding.anger import is_anger, keeps_secret
from bot.understanding.carrier import only_help
from bot.understanding.chosen_name import tells_name
from bot.understanding.lexicon import Lexicon
from bot.understanding.partner import names_partner

_RESTS = frozenset({State.WELCOME_ANYTIME, State.WELCOME_LATER, State.HESITATION_PARKED})
_SAYS_MORE = frozenset(
    {Answer.STOP, Answer.START, Answer.HELP, Answer.COVER, Answer.HOLDER, Answer.HUSH, Answer.UNDER_13, Answer.FORGET,
     Answer.TAKE_BACK, Answer.NAME}
)  # fmt: skip
"""Answers that stand whatever else a text says."""


def of_other_menu(
    session: Session,
    text: str,
    reading: Interpretation,
    offers: Sequence[Choice],
    elsewhere: Mapping[tuple[str, ...], Choice],
) -> Interpretation:
    """Read the words of a choice that is not on offer here as what it means in its own menu.

    A danger that is sure, an answer that stands whatever else is said, and one of the choices on offer here come first.
    """
    choice = elsewhere.get(normalise(text).tokens)
    if choice is None or session.caseworker_name or reading.level is Level.ALARM or reading.answer in _SAYS_MORE:
        return reading
    if reading.answer is not Answer.NEEDS and reading.answer in {offer.answer for offer in offers}:
        return reading
    if reading.answer is Answer.NEEDS and (
        choice.answer is Answer.NEEDS or any(offer.need in reading.needs for offer in offers)
    ):
        return reading
    needs = (choice.need,) if choice.need else ()
    return Interpretation(choice.answer, needs, language=reading.language, photo=reading.photo)


_SOMEBODY = re.compile(
    r"\b(?:person|people|humans?|some ?(?:one|body)|any ?(?:one|body)|caseworkers?|workers?|counselors?|advocates?|"
    r"staff|adult|real|live|"
    r"personas?|alguien|humano|trabajadora|consejera|asesora|gente)\b",
    re.IGNORECASE,
)


def first_text(session: Session, text: str, reading: Interpretation) -> Interpretation:
    """Read "hey can we talk" as talk with the bot where nobody was told yet that a bot writes. No person is named."""
    if session.state not in SILENT or reading.answer is not Answer.PERSON or _SOMEBODY.search(text):
        return reading
    return reading._replace(answer=Answer.ASIDE, aside=Aside.STAY)


_CRY = re.compile(
    r"\b(?:some ?(?:one|body)|any ?(?:one|body)|god|now|asap|urgent\w*|emergency|"
    r"alguien|dios|ya|ahora|ahorita|auxilio)\b"
)
_LONE_HELP = re.compile(
    r"(?:(?:please|pls|plz|por favor|porfa|favor) )*(?:help|info|ayuda|informacion)"
    r"(?: (?:please|pls|plz|por favor|porfa))*"
)
_GREETS_ANEW = SILENT | {
    State.WELCOME_HELLO,
    State.WELCOME_HEARD,
    State.WELCOME_BACK,
    State.WELCOME_LIMITS,
    State.NEEDS_ASK,
}


def asks_for_help(session: Session, text: str, reading: Interpretation, lexicon: Lexicon) -> Interpretation:
    """Read "hola necesito ayuda" as a first text that it is, and no carrier's HELP, which is one word.

    A cry to anybody, or for help now, keeps the answer with the numbers.
    """
    if reading.answer is not Answer.HELP or session.state not in _GREETS_ANEW or session.caseworker_name:
        return reading
    said = " ".join(lexicon.spelled(text))
    words = " ".join(normalise(text).tokens)
    if session.hazard or only_help(normalise(text)) or _LONE_HELP.fullmatch(words) or _CRY.search(said):
        return reading
    return reading._replace(answer=Answer.GREETING)


_PUTS_OFF = re.compile(
    r"(?:(?:ok|okay|actually|no|its ok|it is ok|um|uh|bueno|pues|ay|no pues) )*"
    r"(?:never mind|nevermind|nvm|forget (?:it|about it|this|i said anything)|do not worry about it|it is nothing"
    r"|i (?:will|can) (?:just )?(?:figure it out|handle it|manage|deal with it|be fine|be ok|find something"
    r"|work it out)"
    r"|i (?:have )?got (?:it|this)|olvida(?:lo|te|me)?|dejalo(?: asi)?|no importa|no pasa nada|asi dejalo|ya que"
    r"|ya (?:vere|veo|vemos)(?: (?:que|como) (?:hago|le hago))?|yo (?:veo|vere|me las arreglo)|luego (?:veo|vemos)"
    r"|a ver (?:que|como) (?:hago|le hago))\b(?: [^?]{0,40})?"
)
"""Leaves it for now, in a short text: "nvm ill figure it out"."""


def puts_off(session: Session, text: str, reading: Interpretation, lexicon: Lexicon) -> Interpretation:
    """Read a short text that leaves it for now as "not now", where nothing else explains it."""
    explained = reading.answer is not Answer.UNCLEAR or reading.concern is not None
    if explained or session.caseworker_name or "?" in text:
        return reading
    if not _PUTS_OFF.fullmatch(" ".join(lexicon.spelled(text))):
        return reading
    return reading._replace(answer=Answer.NOT_NOW)


_ASKS_WHO = re.compile(
    r"(?:(?:ok|so|and|wait|hey|y|pero|oye) )*(?:who|whos|what|whats|quien|quienes|que)(?: (?:is|are|the|even|es|son))* "
)


def who_is_program(session: Session, text: str, reading: Interpretation, program: str) -> Interpretation:
    """Read "who is oak line" as a question who texts: the name stands in the bot's own texts."""
    words, name = " ".join(normalise(text).tokens), " ".join(normalise(program).tokens)
    is_heard = reading.level is Level.ALARM or reading.answer in _SAYS_MORE or session.caseworker_name
    if is_heard or not name or not words.endswith(f" {name}") or _ASKS_WHO.fullmatch(words.removesuffix(name)) is None:
        return reading
    return Interpretation(Answer.WHO_ARE_YOU, language=reading.language)


_ANY = r"(?:a|one|1|last|other|another|some|every|any|first|uno|una|un|otro|otra|ultimo|ultima)"
_KIND_OF_PLACE = (
    r"(?:shelters?|places?|programs?|group homes?|house|home|albergues?|refugios?|lugar(?:es)?|casas? hogar)"
)
_PAST_PLACE = re.compile(
    rf"\b{_ANY}(?: (?:last|other|bad|old))? {_KIND_OF_PLACE}\b"
    r"|\b(?:went|been|was|stayed|tried|fui|estuve|probe|me toco) (?:to |at |in |a |en )?"
    r"(?:one|1|another|uno|una|otro)\b"
    rf"|\b{_KIND_OF_PLACE} (?:before|once|i was|i went|i stayed|where i|donde (?:estuve|fui)|antes)\b"
)
_THE_ONE_OFFERED = re.compile(
    r"\b(?:that (?:place|one|shelter)|this (?:place|one)|it was there|been there|went there|was there|"
    r"ahi|alla|ese (?:lugar|albergue)|esa)\b"
)


def of_past_place(session: Session, text: str, reading: Interpretation, lexicon: Lexicon) -> Interpretation:
    """Read "i went to one and they put me with boys" as told of another place: the one on offer stays there."""
    told = reading.aside is Aside.WENT_BADLY and session.service and reading.answer is Answer.ASIDE
    said = " ".join(lexicon.spelled(text)) if told else ""
    if not told or _PAST_PLACE.search(said) is None or _THE_ONE_OFFERED.search(said):
        return reading
    return reading._replace(aside=Aside.PAST_PLACE)


_WHO_IS_DOWN = r"(?:(?:some ?(?:one|body)|one of us|he|she|they|(?:my|mi|the|el|la) \w+|alguien|\w+) )?"
_IS_DOWN = re.compile(
    r"(?:(?:yes|yeah|yea|ya|si|ok|omg|please|pls|help|and|but|y) )*"
    rf"{_WHO_IS_DOWN}(?:(?:is|are|just|went|fell|esta|se|ya) )*"
    r"(?:down|out|out cold|passed out|on the (?:floor|ground)|unconscious|"
    r"(?:can|will|does) not (?:wake up|wake|breathe)|not (?:waking up|breathing|moving)|"
    r"tirad[oa]|desmayad[oa]|desmayo|cayo|inconsciente|"
    r"no (?:despierta|respira|reacciona|se mueve))(?: (?:now|rn|here|right now|ya|aqui))*"
)
_WHERE_TO_GET = re.compile(
    r"(?:(?:ok|and|so|but|y|pero) )*"
    r"(?:where|how|donde|como)(?: (?:do|can|to|would|could|lo|la|se|puedo|i|you|u|we))* "
    r"(?:get|buy|find|consigo|compro|conseguir|comprar|venden|consigue|dan|hay)(?: (?:it|some|one|that|eso|uno))*"
)


def after_narcan(session: Session, text: str, reading: Interpretation, lexicon: Lexicon) -> Interpretation:
    """Read "someone is down" as an emergency after the answer about Narcan, and "where to get it" as about that."""
    stands = reading.level is Level.ALARM or reading.answer in _SAYS_MORE or session.caseworker_name
    if stands or session.aside is not Aside.NARCAN:
        return reading
    said = " ".join(lexicon.spelled(text))
    if _IS_DOWN.fullmatch(said):
        return Interpretation(
            Answer.MEDICAL, language=reading.language, concern=Concern.MEDICAL, level=Level.ALARM, about_other=True
        )
    if _WHERE_TO_GET.fullmatch(said):
        return Interpretation(Answer.ASIDE, aside=Aside.NARCAN, language=reading.language)
    return reading


def of_partner(text: str, reading: Interpretation, lexicon: Lexicon) -> Interpretation:
    """Note whether a danger is a partner's or an ex's: "my husband hits me"."""
    if reading.level is None or reading.concern not in (None, Concern.VIOLENCE, Concern.FRIEND):
        return reading
    said = " ".join(lexicon.spelled(text))
    return reading._replace(partner=names_partner(said, of_other=reading.about_other))


_FRIEND_WANTS_NONE = re.compile(
    r"(?:(?:but|and|pero|y|es que|the thing is) )*(?:she|he|they|ella|el|my friend|mi amig[oa]) "
    r"(?:(?:do|does|did|just|ya|me|dice que|says she|says he) )*(?:not|never|no) "
    r"(?:(?:even|really|se) )*(?:want|wants|quiere|acepta|deja)\b"
    r"(?!.*\b(?:you|u|yall|text|txt|ti|ustedes|escrib\w+|hables?|hablen)\b).*"
)


def of_friend(session: Session, text: str, reading: Interpretation, lexicon: Lexicon) -> Interpretation:
    """Read "she doesnt want help" as a friend's worry where the talk is of a friend: nobody else holds the phone."""
    of_them = session.state is State.SAFETY_FRIEND or session.hazard == Answer.FRIEND_DANGER.value
    is_open = (reading.answer is Answer.HOLDER or reading.answer is Answer.UNCLEAR) and not session.caseworker_name
    if not (of_them or Concern.FRIEND in session.asked) or not is_open or reading.level is Level.ALARM:
        return reading
    if _FRIEND_WANTS_NONE.fullmatch(" ".join(lexicon.spelled(text))) is None:
        return reading
    return Interpretation(Answer.GUIDE, guide=Guide.HELPING_A_FRIEND, language=reading.language)


_WHAT_NOW = re.compile(
    r"(?:(?:so|ok|okay|and|but|then|y|pero|entonces|bueno) )*"
    r"(?:when(?: is that| though| exactly)?|what (?:is|will) (?:going to )?happen(?: now| next)?"
    r"|what happens (?:now|next)|now what|what now|what next|(?:para )?cuando(?: seria)?"
    r"|(?:y )?ahora que(?: pasa| sigue| hago)?"
    r"|que (?:va a pasar|pasa|sigue)(?: ahora| ahorita)?)"
)
_FINE = re.compile(
    r"(?:(?:it|that) is |todo |esta |ta |asi )?(?:fine|ok|okay|good|alright|all right|cool|right|bien|es)"
)


def while_waiting(session: Session, text: str, reading: Interpretation, lexicon: Lexicon) -> Interpretation:
    """Read "when" and "so now what" as a question about the wait, and a bare name as one to be asked about."""
    stands = reading.concern is not None or reading.answer in _SAYS_MORE
    if stands or not session.case or session.caseworker_name:
        return reading
    if _WHAT_NOW.fullmatch(" ".join(lexicon.spelled(text))):
        return Interpretation(Answer.ASIDE, aside=Aside.HOW_LONG_WAIT, language=reading.language)
    waits = session.state in (State.HANDOFF_WAITING, State.HANDOFF_LONGER) and not session.name
    if waits and reading.answer is Answer.UNCLEAR and tells_name(text, lexicon):
        return Interpretation(Answer.NAME, language=reading.language)
    return reading


def no_outcome(session: Session, text: str, reading: Interpretation, lexicon: Lexicon) -> Interpretation:
    """Read "its fine" after "did you get to talk to them?" as no answer: nothing is made up about how it went."""
    if session.state is not State.FOLLOWUP_HOW or reading.answer is not Answer.YES:
        return reading
    is_none = only_read(text) or _FINE.fullmatch(" ".join(lexicon.spelled(text)))
    return reading._replace(answer=Answer.GO_ON) if is_none else reading


_ASKS_FOR_CARE = re.compile(r"\b(?:clinics?|doctor|hospital|planned parenthood|abortion|clinica|aborto)\b")
_GIVES_WAY = frozenset({Answer.UNCLEAR, Answer.NEEDS, Answer.GUIDE, Answer.NO, Answer.NOT_NOW, Answer.MAYBE})
_LESS_TOLD = frozenset(
    {Aside.PARENTS_TOLD, Aside.PREGNANT_OK, Aside.FEELING, Aside.FEAR_PARENTS, Aside.NOTED, Aside.JOKE}
)


def afraid_of_anger(session: Session, text: str, reading: Interpretation, lexicon: Lexicon) -> Interpretation:
    """Read "my mom will kill me if she knows im pregnant" as what it is, where no danger is heard in it."""
    said = " ".join(lexicon.spelled(text))
    gives_way = reading.answer in _GIVES_WAY or (reading.answer is Answer.ASIDE and reading.aside in _LESS_TOLD)
    if reading.concern is not None or not gives_way or session.caseworker_name or session.young:
        return reading
    pregnant = Fact.PREGNANT in session.facts | reading.facts
    if keeps_secret(said, is_pregnant=pregnant) and not _ASKS_FOR_CARE.search(said):
        needs = (*reading.needs, *({Need.REPRODUCTIVE_HEALTH} - set(reading.needs)))
        return reading._replace(answer=Answer.ASIDE, aside=Aside.PREGNANT_HIDDEN, guide=None, needs=needs)
    if is_anger(said) and reading.answer is not Answer.NEEDS:
        return reading._replace(answer=Answer.ASIDE, aside=Aside.WILL_BE_MAD, guide=None)
    return reading


_IS_BACK = re.compile(
    r"(?:(?:ok|okay|hey|hi|hello|yo|so|sorry|um|hola|oye|ya|bueno|perdon) )*"
    r"(?:(?:i am|im|am) (?:back|here|still here)(?: (?:now|again|sorry))*|(?:it is |its )?(?:me|just me) again"
    r"|back(?: (?:now|again))?|(?:ya )?(?:volvi|regrese|estoy de vuelta|llegue|estoy aqui)(?: (?:ya|otra vez))?"
    r"|(?:aqui )?(?:soy yo|yo) (?:otra vez|de nuevo))"
)
_RETURNS = frozenset({Answer.GREETING, Answer.UNCLEAR, Answer.YES, Answer.REPEAT, Answer.GO_ON, Answer.ASIDE})
_NO_CITY = re.compile(
    r"(?:(?:idk|i do not know|do not know|not sure|no clue|no idea|i have no (?:idea|clue)|dunno|honestly|um|i am lost|"
    r"no se|ni idea|no tengo idea|quien sabe)(?: |$))+(?:(?:of )?(?:where|what city|what town|which city|what zip|"
    r"the zip|my zip|en|donde|que ciudad|cual ciudad|el zip|mi zip)(?: \w+){0,6})"
)


def on_the_way(session: Session, text: str, reading: Interpretation, lexicon: Lexicon) -> Interpretation:
    """Read "ok im back" as a return to what stands, and "idk where im at" as no place, where one was asked for."""
    if reading.concern is not None or session.caseworker_name:
        return reading
    said = " ".join(lexicon.spelled(text))
    if session.state is State.NEEDS_AREA and reading.area is None and _NO_CITY.fullmatch(said):
        return Interpretation(Answer.SKIP, language=reading.language)
    may_return = session.safe and reading.answer in _RETURNS and session.state not in SILENT
    if may_return and session.state not in _RESTS and _IS_BACK.fullmatch(said):
        return Interpretation(Answer.ASIDE, aside=Aside.BACK_AGAIN, language=reading.language)
    return reading
