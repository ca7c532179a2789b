"""What is no joke and no need: "please stop him", "it was just a fight", "im not pregnant". Pure.

A weak guess hears small talk in such texts, or the need in them that they deny.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import stands
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.asides import CONSENT
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Fact, Guide, Level, Need, State
from bot.flows.session import Session
from bot.understanding import no_need
from bot.understanding.asking import begins_asking
from bot.understanding.topic_words import has_word_of

_SO = r"(?:(?:please|pls|plz|omg|god|no|ok|okay|but|and|so|just|can you|can someone|somebody|someone|i need you to|i want you to|help|y|pero|por favor|porfa|ay|dios|ya|alguien|que alguien|oye) )*"
_END = r"(?: (?:please|pls|plz|now|already|i beg you|from (?:hurting|hitting|touching|coming)(?: \w+){0,3}|hurting me|for me|por favor|porfa|ya|te lo ruego))*"
_STOP_HIM = re.compile(
    rf"{_SO}(?:(?:stop|get|keep|make) (?:him|her|them|my (?:\w+ )?(?:dad|mom|stepdad|bf|boyfriend|man|husband|uncle|brother|pimp))(?: (?:stop|off(?: of)? me|away(?: from (?:me|us))?|to stop|leave me alone))?"
    r"|(?:detenlo|detenla|detenganlo|paralo|parenlo|quitamelo(?: de encima)?|quitenmelo|que (?:me deje|pare|ya no me (?:pegue|toque|lastime))|haz que pare|alejalo de mi))"
    rf"{_END}"
)
_FIGHT = re.compile(
    r"(?:(?:but|no|it is ok|idk|lol|i mean|y|pero|no pasa nada|nah|well|honestly|yeah) )*(?:it|that|this) (?:was|is) (?:just|only|nothing just|a|like|nothing it was just) ?(?:just |only )?(?:a )?(?:little |dumb |stupid |small |normal )?(?:fight|argument|accident|misunderstanding|push|slap|one time thing)(?: .{0,25})?"
    r"|(?:pero |no )*(?:fue|era|es) (?:solo|nomas|nada mas|una|un|solamente|nada mas fue) ?(?:una |un )?(?:pelea|pleito|discusion|accidente|cachetada|empujon)(?: .{0,25})?"
)
_CANT_TAKE = re.compile(
    r"(?:(?:please|stop|god|omg|no|ya|basta|alto|i|just) )*(?:stop i can not (?:take|do|handle|stand) (?:it|this|that)|i can not (?:take|stand|handle) (?:it|this|him|them)|(?:ya )?basta (?:ya )?no (?:aguanto|puedo))(?: (?:anymore|any more|no more|mas|please|ya))*"
)
_HIS_WISH = re.compile(
    r"\b(?:he|she|they|my (?:\w+ )?\w+) (?:(?:just|also|now) )?(?:wants?|told|tells|said|says|made|makes|asked|needs) (?:me )?(?:to )?(?:stop|quit|not|never)(?: (?:to|be))* (?:text\w*|talk\w*|writ\w*|messag\w*)(?: (?:to|with))? ?(?:you|u|yall|this|here|the bot)?"
    r"|\b(?:quiere|quieren|dice|dijo|me dijo|me pide) que (?:ya )?(?:no|deje de|pare de) (?:te |les )?(?:escrib\w+|texte\w+|habl\w+|mand\w+)"
)
_OF_SOMEBODY = re.compile(r"\b(?:him|nobody|stop|hurts?|scared|sells?|nadie|miedo)\b")
_OF_A_PLACE = frozenset(
    {Aside.BEDS_FREE, Aside.HOW_LONG_STAY, Aside.OPEN_HOURS, Aside.WHO_WILL_ANSWER, Aside.AGE_LIMIT, Aside.IS_IT_SAFE_THERE,
     Aside.BOYS_MEN, Aside.WHERE_IS_IT, Aside.SCHOOL_TOLD, Aside.RULES, Aside.COMPANY,
     Aside.RELIGION_REQUIRED, Aside.WORK_REQUIRED, Aside.SOBER_NEEDED, Aside.WHAT_HAPPENS_THERE}
)  # fmt: skip
"""What is asked of a place on offer, or of this service. Beside a danger a statement asks none of it."""
_OFFERED = (
    frozenset({State.OPTIONS_OFFER, State.OPTIONS_NEAREST, State.OPTIONS_CONTACT, State.HESITATION_WHY}) | CONSENT
)
_MAY_FEAR = re.compile(
    r"\b(?:you|u|yall|they will|ustedes|usted|no (?:le )?(?:digas|cuentes)|that i|que yo|find out|finds out|se entere|if|si)\b"
)


def of_no_question(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "cuando acaba se duerme" and "hay una camara" as told, where a weak guess heard a question about a place."""
    aside = reading.aside
    if reading.answer is not Answer.ASIDE or aside is None or reading.level or session.caseworker_name or session.young:
        return reading
    if session.state in _OFFERED or session.service or session.case or "?" in wrote.text or "\xbf" in wrote.text:
        return reading
    asks = begins_asking(_BEGINS_TELLING.sub("", wrote.said))
    told = (
        (stands(session) or Fact.FOR_FAMILY in session.facts)
        and aside in _OF_A_PLACE
        and not asks
        and not _MAY_FEAR.search(wrote.said)
    )
    is_place = aside in _WHERE and not asks and not _MAY_ASK_WHERE.search(wrote.said)
    if not (told or is_place) and has_word_of(aside, wrote.text):
        return reading
    return reading._replace(answer=Answer.UNCLEAR, aside=None)


_WHERE = frozenset({Aside.WHERE_IS_IT, Aside.PLACE})
_MAY_ASK_WHERE = re.compile(
    r"\b(?:wheres?|address|location|located|which|how|near|nearest|closest|far|come (?:there|to you|in)|donde|direccion|ubica\w+|queda|quedan|lejos|cerca|cual|como)\b(?! (?:i|we|im|estoy|estamos|am)\b)"
)
"""Words of who asks where a place is. "His friends watching" and "corn n a shell station" ask nothing."""

_BEGINS_TELLING = re.compile(
    r"^(?:(?:y|and|so|pero|but) )*(?:hay (?:un|una|unos|como)|es|son|esta|estan|cuando|when(?! (?:do|does|can|is|will|are)\b)|como)\b"
)
_WEAK = frozenset({Answer.UNCLEAR, Answer.NOT_NOW, Answer.NO, Answer.THANKS, Answer.GREETING})


def of_no_joke(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a cry, an excuse for who hit, or a denied need as what it is, where a weak guess heard something else."""
    is_sure = reading.level is Level.ALARM or reading.answer in STANDS
    if is_sure or session.caseworker_name or session.young or "?" in wrote.text:
        return reading
    said, is_joke = wrote.said, reading.aside is Aside.JOKE
    if session.state in CONSENT:  # "up to you" is no joke there, and no consent
        return reading._replace(answer=Answer.MAYBE, aside=None) if is_joke and reading.concern is None else reading
    if is_joke and reading.concern is None and (found := _moves_out(session, said, reading)) is not None:
        return found
    if is_joke and (told := _told_of_self(said, reading)) is not None:
        return reading._replace(answer=Answer.ASIDE, aside=told, concern=None, level=None)
    denies = reading.concern in (None, Concern.MEDICAL) and no_need.is_denied(said)
    if denies and reading.answer in _WEAK | {Answer.NEEDS, Answer.ASIDE, Answer.HEALTH, Answer.MAYBE}:
        return reading._replace(
            answer=Answer.ASIDE, aside=Aside.NOTED, needs=(), concern=None, level=None, detail=None, guide=None
        )
    is_weak = (is_joke or reading.answer in _WEAK) and reading.concern is None and reading.detail is None
    return _cry(said, reading, is_joke=is_joke) if is_weak and not stands(session) else reading


_BEGINS = re.compile(
    r"(?:(?:ok|and|but|so|like|um|uh|y|pero|pues|es que|bueno) )*(?:it is (?:so |really |kind of |kinda )?(?:hard|a lot|difficult) to (?:say|explain|talk about|tell)|(?:i )?do not know (?:where|how) to (?:start|begin|say (?:it|this))"
    r"|where do i (?:start|begin)|you ask(?: me)?|(?:no|nah) but (?:fr|for real|seriously)|es (?:dificil|complicado) (?:de )?(?:decir|explicar)(?:lo)?|no se (?:por donde|como) (?:empezar|decirlo|explicarlo)|tu pregunta(?:me)?)(?: (?:tho|honestly|la verdad))*"
)
_TELLS_WORK = re.compile(
    r"(?:it|my shift|the shift|he|she) (?:is|starts|comes)(?: at)? (?:at )?\d{1,2}(?: ?(?:am|pm))?|(?:i )?(?:want to|wanna|need to) (?:stop|quit) (?:driving|doing|going|working|taking|bringing|selling|dealing|dropping)(?: \w+){0,4}"
)
_WISHES_NOT = re.compile(
    r"^(?:(?:pero|y|es que|but|and) )*(?:(?:yo )?no (?:quiero|kiero|quisiera) (?:que|q|k) \w+|i do not want (?:him|her|them|my \w+|nobody|anyone|anybody|people|cps|the \w+) to \w+|no (?:quiero|kiero) (?:destruir|romper|arruinar|perder|separar|lastimar)\w* (?:a )?(?:mi|la|el)\b|i do not want to (?:break up|ruin|destroy|lose|tear apart) (?:my|the)\b)"
)
_SEPARATE = re.compile(
    r"\b(?:separ\w+|quit\w+|llev\w+|split|take|taken|tear|lose|perder|destruir|romper|ruin|destroy|break)\b"
)
_BE_TOLD = re.compile(r"\b(?:sepa[ns]?|sepamos|enter\w+|dig\w+|cuent\w+|know\w*|find out|tell\w*|told|hear)\b")
_ASKING_STATES = _OFFERED | {State.WELCOME_HELLO, State.WELCOME_HEARD, State.WELCOME_BACK, State.NEEDS_CONFIRM}


def of_no_refusal(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "no quiero que me separen de el" and "its hard to say" as told, where nothing was asked that they refuse."""
    is_guess = (
        reading.answer in (Answer.NO, Answer.NOT_NOW, Answer.NEEDS, Answer.UNCLEAR)
        or reading.aside is Aside.TELL_NOBODY
    )
    is_open = is_guess and reading.concern is None and reading.level is None and "?" not in wrote.text
    if not is_open or session.caseworker_name or session.young or session.state in _ASKING_STATES:
        return reading
    said = wrote.said
    if _BEGINS.fullmatch(said):
        return reading._replace(answer=Answer.ASIDE, aside=Aside.STAY, needs=())
    if reading.answer is Answer.NOT_NOW and _TELLS_WORK.fullmatch(said):
        return reading._replace(answer=Answer.ASIDE, aside=Aside.NOTED)
    if reading.answer in (Answer.UNCLEAR, Answer.ASIDE) or _WISHES_NOT.search(said) is None:
        return reading
    aside = (
        Aside.TELL_NOBODY if _BE_TOLD.search(said) else Aside.CPS_REPORTING if _SEPARATE.search(said) else Aside.FEELING
    )
    return reading._replace(answer=Answer.ASIDE, aside=aside, needs=())


_IS_A_JOKE = re.compile(
    r"(?:\b(?:my|our) (?:whole )?(?:life|body|family)|\bi am(?: \w+)?|\bmi (?:vida|familia)|\bsoy|\bme siento)(?: \w+){0,2} (?:a )?(?:such a )?(?:joke|clown|chiste|payas[oa]|burla|broma)\b"
)
_JOKES = re.compile(
    r"\b(?:lol|lmao|lmfao|rofl|ha(?:ha)+\w*|ja(?:ja)+\w*|jk|kidding|joking|joke|prank|meme|funny|pizza|song|movie|show|game|tiktok|roblox|broma|chiste|cancion|pelicula|juego|bromeando)\b"
)
_OF_SELF = re.compile(
    r"\b(?:i|me|my|we|us|yo|me|mi|mis|estoy|ando|toy|tengo|tuve|nos|soy|volamos|vamos)\b|^(?:ok )?(?:so )?it is\b"
)
_FEELS = re.compile(
    r"\b(?:drunk|high|nervous|anxious|over it|tired|sad|hurt|hurts|lonely|miss|missing|weird|scared|crying|cry|lost|bad|worst|hate|mad|empty|stressed|overwhelmed|sick|loud"
    r"|borrach\w+|nervios\w+|ansios\w+|hart[oa]|cansad[oa]|triste|mal|miedo|asustad\w+|llor\w+|extran\w+|sol[oa]|feo|fea|odio|enojad\w+|estresad\w+|pedo|peda)\b"
)
_HAPPY = re.compile(r"\b(?:my|mi) (?:\w+ )?(?:bday|birthday|cumple\w*)\b|\bcumplo \d+")


def _told_of_self(said: str, reading: Interpretation) -> Aside | None:
    """Return what somebody tells of themselves, or of their day, that was taken for small talk; None for small talk."""
    if _IS_A_JOKE.search(said):
        return Aside.FEELING
    if reading.figure or reading.concern or _JOKES.search(said) or _OF_SELF.search(said) is None:
        return None
    return Aside.FEELING if _FEELS.search(said) else None if _HAPPY.search(said) else Aside.NOTED


_MOVES_OUT = re.compile(
    r"\b(?:not|never|no longer|can not|no|ya no)(?: (?:really|even|want|wanna|to|quiero|puedo|quisiera|aguanto))* (?:live|keep living|be living|vivir|seguir viviendo) (?:mas )?"
    r"(?P<whom>(?:here |there |aqui |ahi )?(?:with|w|near|by|around|con) (?:him|her|my (?:bf|boyfriend|husband|man|ex|gf|girlfriend|wife)|el|ella|mi (?:novio|esposo|marido|pareja|ex)))?"
)


def _moves_out(session: Session, said: str, reading: Interpretation) -> Interpretation | None:
    """Return "i dont wanna live here" as a wish for another home, and "with him" as a wish for a plan."""
    found = _MOVES_OUT.search(said)
    if found is None or session.of_other:
        return None
    if found["whom"]:
        return reading._replace(answer=Answer.GUIDE, guide=Guide.LEAVING, aside=None, figure=False)
    return reading._replace(answer=Answer.NEEDS, needs=(Need.HOUSING,), aside=None, figure=False)


def _cry(said: str, reading: Interpretation, *, is_joke: bool) -> Interpretation:
    for concern, pattern in (
        (Concern.VIOLENCE, _STOP_HIM),
        (Concern.VIOLENCE, _FIGHT),
        (Concern.SELF_HARM, _CANT_TAKE),
    ):
        if pattern.fullmatch(said):
            return reading._replace(answer=Answer.UNCLEAR, aside=None, concern=concern, level=Level.ASK)
    if _HIS_WISH.search(said):
        return Interpretation(Answer.WATCHED, language=reading.language)
    return reading._replace(answer=Answer.UNCLEAR, aside=None) if is_joke and _OF_SOMEBODY.search(said) else reading
