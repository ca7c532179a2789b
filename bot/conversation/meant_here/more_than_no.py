"""Texts that begin with "no" or have a word of "later" in them, and tell something: they close no talk. Pure.

"Hoy va a entrar otra vez" is what will happen tonight, "i wanna stop" what somebody wants to be out of, and "no me obliga
nadie" an answer to what nobody asked.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import stands
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level, State
from bot.flows.session import Session
from bot.understanding.texted import in_full

_WHO = r"(?:he|she|they|it|that|this|my \w+|the \w+|el|ella|ellos|mi \w+|ese|esa|eso)"
_DOES = (
    r"(?:do|happen|come|hit|touch|hurt|beat|rape|try|start|sell|make me|take me|get|be|go|enter|walk|drink|find|follow|"
    r"hac\w+|pas\w+|ven\w+|entr\w+|toc\w+|peg\w+|lleg\w+|suced\w+|ser|volv\w+|golp\w+|viol\w+|met\w+|tom\w+|empez\w+|busc\w+|"
    r"vend\w+|llev\w+|regres\w+|lastim\w+|oblig\w+)"
)
_AGAIN = r"(?:again|(?:one )?more time|otra vez|de nuevo|nuevamente|otra noche|lo mismo|the same(?: thing)?|igual)"
_SOON = (
    r"(?:tonight|today|tomorrow|later|soon|now|this (?:evening|afternoon|weekend)|after (?:work|school|dinner)|hoy|esta noche|"
    r"al rato|ahorita|ahora|manana|en la noche|mas tarde|luego|despues|cuando \w+ \w+)"
)
_WILL = (
    rf"(?:{_WHO} )?(?:(?:will|is going to|are going to|going to|gonna|is gonna|about to|is about to|wants to|is) (?:probably |just )?{_DOES}(?:ing)?|"
    rf"(?:lo |me |nos |se |la |le )*(?:va|van) a {_DOES}|(?:me |lo |se |nos )*(?:viene|entra|pasa|toca|pega|llega|vuelve|regresa|hace)|"
    r"(?:does|comes|happens|hits|touches) (?:it )?)"
)
_COMES_AGAIN = re.compile(
    rf"(?:(?:and|but|so|y|pero|que|es que|i know|i think|se que|creo que|ya|porque|cuz|because|tengo miedo|im scared|i am scared|"
    rf"seguro|otra vez|probably) )*(?:{_SOON} )*(?:que )?{_WILL}(?: \w+){{0,5}}?(?: {_AGAIN})(?: \w+){{0,3}}"
    rf"|(?:(?:and|but|so|y|pero) )*(?:otra vez|again) (?:hoy|esta noche|tonight|today|manana|tomorrow)(?: {_WILL})?"
)
_WANTS_TO_STOP = re.compile(
    r"(?:(?:and|but|so|honestly|i just|just|really|please|idk|i do not know|y|pero|ya|yo|es que|la verdad|solo|nomas|de verdad|i) )*"
    r"(?:(?:i )?(?:just |really |do )*(?:want to|wanna|need to|have to|gotta|got to|am trying to|trying to|would like to|wish i could|"
    r"am ready to|can not) (?:just |really )?(?:stop|quit|be done|get out|stop it|quit it)(?: (?:doing )?(?:it|this|that|all this|all of it))?"
    r"|(?:quiero|kiero|necesito|quisiera|ocupo|me gustaria|no puedo) (?:ya )?(?:parar|pararlo|parar (?:esto|eso|de hacerlo|con esto)|dejarlo|"
    r"dejar (?:esto|eso|todo esto|de hacerlo|de hacer esto)|dejar lo que hago))"
    r"(?: (?:anymore|now|so bad|for real|fr|but i can not|but|ya|por favor|please|de verdad|pero no puedo|help|ayuda|but idk how|how|como|"
    r"pero no se como|but i do not know how|i swear|really|tho|though|with (?:it|this|that|him)|con (?:esto|eso|el)))*"
)
_THATS_ALL = re.compile(
    r"(?:(?:and|but|no|ok|yeah|y|pero|si|pues|just|solo|nomas) )*(?:that is (?:it|all|everything)(?: i (?:need|want|got))?|just that|only that|"
    r"nothing else|that is all|eso es todo|es todo|nada mas(?: eso)?|solo eso|nomas eso|con eso|eso nomas|solamente eso|ya eso)"
    r"(?: (?:please|thanks|pls|gracias|porfa|por favor|tho|lol|es todo|nada mas|for now|por ahora))*"
)
_OTHER_THING = re.compile(
    r"(?:(?:oh|and|y|ah|ay|oye|wait|pero|but) )*(?:otra (?:cosa|pregunta|duda)|una cosa mas|algo mas|another (?:thing|question)|"
    r"one (?:more|other) thing|other thing|something else)(?: (?:is|es|que|that))? .{4,}"
)
_NOBODY_MAKES = re.compile(
    r"(?:(?:pero|but|y|and|lol|bro|tho|honestly|la verdad|jaja) )*(?:no me (?:obliga|fuerza|pega|vende|toca|hace|trata|lastima|controla|tiene|paga|gusta|"
    r"importa|dejan?|quieren?|creen?|van?|han?|ha|duele|siento|acuerdo|baja|viene)\b.*|(?:nadie|nobody|no one|noone) (?:me|is|makes?|forces?|forced|made|"
    r"hits?|sells?|has|really|knows|sabe|esta)\b.*|i am not (?:being )?(?:forced|made|trafficked|a victim|hurt)\b.*|no soy (?:una )?(?:victima|puta|prostituta)\b.*)"
)
_NOT_THAT_ONE = re.compile(
    r"(?:(?:pero|but|y|and|ok|si|yes|please|porfa) )*(?:(?:no (?:quiero|busco|necesito|ocupo)|(?:i )?do not (?:want|need)|not|no|nothing|nada|sin|without|"
    r"que no sea(?:n)?|que no) )(?:(?:a|an|any|anything|something|algo|no|un|una|de|los|las|cosas|places|place|lugares|stuff|that is|ones|el|la|ninguna|ningun|muy|too|con) )*"
    r"(?:religio\w+|church\w*|iglesias?|cristian\w+|christian\w*|catolic\w+|god stuff|dios|bible|biblia|shelters?|refugios?|albergues?|ropa|clothes|comida|food|"
    r"policias?|police|cops?|hombres|men|guys|rehab|clinic\w*|hospital\w*|lawyers?|abogad\w+|counsel\w+|terapia|therapy|groups?|grupos)"
    r"(?: (?:please|porfa|por favor|ones|stuff|places|tho|though|ya|people|gente|lol|nomas|anymore))*"
)
_KEEP_IT = re.compile(
    r"(?:(?:pero|but|y|and|es que|la verdad|honestly) )*(?:no (?:lo|la) quiero (?:tener|perder|abortar|dar)|(?:i )?do not want (?:to )?"
    r"(?:have|keep|lose|give up) (?:it|the baby|this baby|him|her)|no quiero (?:tenerlo|tenerla|abortar|ser mama|(?:al|el) bebe)|"
    r"i do not want (?:the|this|a) baby|no quiero (?:este|un|el) bebe)(?: .{0,25})?"
)
_NO_NAME = re.compile(
    r"(?:(?:pero|but|y|and|ok|si|yes|please) )*(?:sin (?:dar |decir |usar |que (?:den|sepan|digan) )?(?:mi|el|ningun)? ?nombre|(?:without|no) (?:giving |saying |using )?"
    r"(?:my |a )?names?|not my name|no (?:digan|des|den|pongas|usen) mi nombre|anonim[oa](?:mente)?|anonymous(?:ly)?|keep (?:it|me) anonymous)"
    r"(?: (?:please|porfa|por favor|tho|though|ok))*"
)
_CLOSES = frozenset({Answer.NO, Answer.NOT_NOW, Answer.SKIP})
_GATES = frozenset({State.WELCOME_HELLO, State.WELCOME_HEARD, State.WELCOME_BACK, State.WELCOME_LATER})
_OPEN = _GATES | {
    State.WELCOME_LIMITS, State.NEEDS_ASK, State.NEEDS_AREA, State.NEEDS_CONFIRM, State.SAFETY_HURT, State.SAFETY_CHILD, State.SAFETY_STAY,
    State.SAFETY_PLAN, State.SAFETY_SELF_HARM, State.SAFETY_FRIEND, State.UNCLEAR_PERSON, State.UNCLEAR_REST, State.WELCOME_ANYTIME,
}  # fmt: skip
"""States in which a text may tell something of its own. Where a place or a consent is on offer, a "no" answers that."""
_MAY_COME_AGAIN = frozenset(
    {Answer.NO, Answer.NOT_NOW, Answer.UNCLEAR, Answer.ASIDE, Answer.CHECK_IN, Answer.HOUR, Answer.REPEAT, Answer.GO_ON}
)


_SORRY = (
    r"(?:(?:i am |im |so |really |very |lo siento |siento |mil |ay |oye |ok |and |y |but |pero )*(?:sorry|apologi[sz]e|apologies|my bad|forgive me|perdon\w*|"
    r"disculp\w*|lo siento|siento|que pena|me da pena|mil disculpas))"
)
_BOTHER = (
    r"(?:(?:(?:for|to|i|if|that|am|about|keep|be|being|de|por|si|que|te|le|les|la|el|los|las|tanta|tanto|ando|estoy|a|con) )*"
    r"(?:bother(?:ing|ed)?|a bother|annoy(?:ing|ed)?|a burden|burden(?:ing)?|the trouble|trouble|wast(?:e|ing|ed)|disturb(?:ing|ed)?|"
    r"molest\w*|fastidi\w*|lata|latas|incomod\w*|quit\w+|una carga|carga|estorb\w*|una molestia)"
    r"(?: (?:you|u|yall|your time|ur time|with this|with all this|so late|again|this late|everyone|people|tiempo|tu tiempo|su tiempo|con esto|tan tarde|"
    r"otra vez|tanto|a esta hora|and all|with my (?:problems|stuff|shit)|con mis (?:problemas|cosas)|y todo))*)"
)
_APOLOGY = re.compile(
    rf"(?:{_SORRY} {_BOTHER}|(?:{_SORRY} )?(?:(?:i am|im|soy|ando|i feel like|me siento|siento que soy|am i) (?:(?:just|such|solo|como|being) )*(?:a bother|a burden|annoying|bothering"
    rf"(?: (?:you|u|people|everyone))?|una carga|una molestia|un estorbo|molestando|dando lata))|(?:no (?:quiero|queria|quisiera)|(?:i )?(?:do not|did not) (?:want|mean) to) "
    rf"(?:molestar\w*|dar lata|ser una (?:carga|molestia)|bother(?: (?:you|u|anyone|people))?|be a (?:bother|burden)))(?: (?:{_SORRY}|gracias|thanks|ok|tho|lol|ya|mas|anymore))*"
)
_MAY_BE_APOLOGY = frozenset(
    {Answer.UNCLEAR, Answer.ASIDE, Answer.BACK, Answer.THANKS, Answer.GO_ON, Answer.REPEAT, Answer.GREETING, Answer.MENU,
     Answer.NO, Answer.NOT_NOW, Answer.WATCHED}
)  # fmt: skip


def of_bother(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "perdon por molestar" as from somebody who thinks they are a burden, and not as a wish for no texts."""
    is_sure = reading.level is Level.ALARM or session.caseworker_name or session.young or session.other_holds
    if is_sure or reading.answer not in _MAY_BE_APOLOGY or reading.concern not in (None, Concern.SELF_HARM):
        return reading
    if "?" in wrote.text or _APOLOGY.fullmatch(wrote.said) is None:
        return reading
    if reading.concern is not None and re.search(_SORRY, wrote.said) is None:
        return reading  # "im just a burden" is asked about
    return Interpretation(Answer.ASIDE, aside=Aside.NO_BOTHER, language=reading.language)


def of_more_than_no(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read what a text tells that was taken for "no" or "not now", where it is no word of refusing at all."""
    is_sure = reading.level is Level.ALARM or session.caseworker_name or session.young or session.other_holds
    if is_sure or "?" in wrote.text:
        return reading
    said = wrote.said
    if _is_told(session) and reading.answer in _MAY_COME_AGAIN and _COMES_AGAIN.fullmatch(said):
        return Interpretation(Answer.ASIDE, aside=Aside.WHEN_ALONE, language=reading.language)
    closes = reading.answer in _CLOSES or reading.aside is Aside.STOP_TEXTS
    if session.state in _GATES and reading.answer is Answer.YES and session.needs and _THATS_ALL.fullmatch(said):
        return Interpretation(
            Answer.ASIDE, aside=Aside.NOTED, language=reading.language
        )  # no yes to "is now ok to text"
    if not closes or reading.level is not None or session.state not in _OPEN:
        return reading
    meant = _meant(session, said)
    return reading if meant is None else meant._replace(language=reading.language, age=reading.age, facts=reading.facts)


def _is_told(session: Session) -> bool:
    return (stands(session) and session.hazard != Answer.MEDICAL.value) or bool(session.asked)


def _meant(session: Session, said: str) -> Interpretation | None:
    """Return what a text tells that seemed to close the talk, None where it does."""
    if _is_told(session) and _WANTS_TO_STOP.fullmatch(said):
        if session.hazard == Answer.SELF_HARM.value:
            return Interpretation(Answer.UNCLEAR, concern=Concern.SELF_HARM, level=Level.ASK)
        return Interpretation(Answer.ASIDE, aside=Aside.WANTS_TO_STOP)
    if _NO_NAME.fullmatch(said) and session.state in _GATES:
        return Interpretation(Answer.ASIDE, aside=Aside.ANONYMOUS)
    is_all = session.state in _GATES and bool(session.needs) and _THATS_ALL.fullmatch(said) is not None
    tells = (_OTHER_THING, _NOBODY_MAKES, _NOT_THAT_ONE, _KEEP_IT)
    if is_all or any(one.fullmatch(in_full(said)) for one in tells):
        return Interpretation(Answer.ASIDE, aside=Aside.NOTED)
    return None
