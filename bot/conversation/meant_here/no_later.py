"""What closes no talk and asks for nobody to come, though a word of "no", "later" or "pick me up" is in it. Pure.

"Its not really for school" refuses nothing, "cops pick me up in a sting" asks for no ride, "how long do results take" for
no person, and "paren" is a stop.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.asides import OF_ANYBODY_COMING
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level, Need, State
from bot.flows.session import Session
from bot.understanding.texted import in_full

_GATES = frozenset({State.WELCOME_HELLO, State.WELCOME_HEARD, State.WELCOME_BACK, State.WELCOME_LATER})
_CLOSES = frozenset({Answer.NO, Answer.NOT_NOW, Answer.SKIP})
_ALONE = re.compile(
    r"(?:(?:its ok|it is ok|yes|yeah|ok|and|but|si|ahorita|ya) )*(?:no (?:1|one)|noone|nobody)(?: else)? (?:is )?(?:home|here|around|in the house)(?: (?:with me|right now|now|rn|but me))*"
)
_GOES_ON = re.compile(
    r"(?:(?:wait|no|nah|nvm|actually|sorry|ok|please|but|espera|perdon|pero|oye|ay) )+(?:si )?(?:i (?:do |really |actually )*(?:need|want) (?:help|to talk|to text|someone|this|it)|(?:yo )?(?:si )?(?:necesito|quiero|ocupo) (?:ayuda|hablar)|help me|ayudame)"
    r"(?: (?:please|now|so bad|rn|si|porfa|por favor|ya|mucho|with .*|con .*))*"
)
_HAPPENS = re.compile(
    r"(?:(?:ok|wait|no|but|and|so|actually|honestly|please|espera|pero|oye|es que|la verdad|y|no cierres|no te vayas|do not go) )*(?:(?:it|this|that|all (?:of )?(?:it|this|that)|esto|eso|todo (?:esto|eso)) )?(?:is |has been |really |is really |is actually |was )*"
    r"(?:happening|happens|happened|going on with) (?:to )?(?:me|us)(?: (?:too|now|right now|tho|every day))*"
    r"|(?:(?:ok|espera|pero|oye|es que|la verdad|y|no|no cierres|no te vayas|a mi|esto|eso|todo eso|todo esto|lo mismo) )*(?:me|nos) (?:esta|estaba|anda|ha estado) (?:pasando|sucediendo|ocurriendo)(?: (?:a mi|a nosotras|ahora|ahorita|tambien|en serio|de verdad))*"
)
_BATTERY = re.compile(
    r"(?:(?:my|the|mi|el|la|ya|se me|me) )*(?:phone|battery|cell|cel|celular|pila|bateria|telefono)(?: (?:is|at|on|about|to|esta|al|a|en|por|like|se|me|almost|casi|real|super|muy))* (?:\d{1,2}(?: percent| por ciento)?|dying|dyin|dies|low|dead|muriendo|acaba|acabando|muere|baja)(?: (?:percent|soon|now|ya|lol))*"
)
_SUBJECT = re.compile(
    r"(?:(?:ok|but|and|so|well|no|y|pero|es que|bueno|like) )*(?:the|my|he|she|they|it|this|that|his|her|these|el|la|los|las|ella|ellos|mi|mis|su|esto|eso|no (?:es|era|fue|son)) \S+(?: \S+)+"
)
_NOT_NOW = re.compile(
    r"\b(?:here|home|near|nearby|around|coming|comes|back|watching|awake|next|behind|beside|looking|room|now|later|tomorrow|tonight|busy|work|working|class|time|safe|ok|okay|good|sleep\w*|phone|texts?|wait|stop|"
    r"aqui|cerca|viene|vienen|despiert\w+|ahora|ahorita|luego|tarde|manana|ocupad\w+|segur[oa]|momento|viendo|lado|casa|espera|cel|celular|telefono)\b"
)
_ASKS = re.compile(
    r"(?:(?:so|ok|and|but|y|pero) )*(?:can|could|should|would|do|does|is|are|what|how|why|when|where|who|puedo|podemos|como|que|cuando|donde|por que) (?:we|i|you|u|it|they|he|she|a|un|yo)\b"
)
_NO_SCREEN = re.compile(
    r"\b(?:right to see|(?:its |is |be )?legal|illegal|let (?:me|us) (?:back )?in|me dejo (?:entrar|volver)|derecho a ver\w*)\b"
)
_SCREEN = re.compile(
    r"\b(?:phone|cell|texts?|messages?|screen|reads?|checks?|cel|celular|telefono|mensajes?|lee|revisa|app|camera|location)\b"
)
_WRONG_CHAT = re.compile(
    r"(?:(?:oops|sorry|omg|lol|my bad|ups|perdon|ay) )*(?:wrong (?:chat|convo|person|thread|group|text|conversation|contact)|(?:chat|persona|conversacion|contacto) equivocad[oa]|me equivoque de (?:chat|persona|conversacion|numero))(?: (?:lol|sorry|my bad|oops|lmao|perdon|jaja|bye))*"
)
_STOPS = re.compile(
    r"(?:(?:ya|por favor|porfa) )*(?:paren|parenle|parele|parale|paren con esto|cancelen(?: (?:esto|todo|los mensajes))?|basta de mensajes)(?: (?:ya|por favor|porfa|esto|gracias))*"
)
_ENOUGH = re.compile(r"(?:ya )?basta(?: (?:ya|por favor))*")

_PICKS_UP = re.compile(
    r"\b(?:cops?|police|feds|he|she|they|it|(?:his|her|my|their|the|a) \w+|bro)(?: (?:will|gonna|is|are|going to|to|always|just|usually|would|can|used to|who|that|had|has)){0,3} (?:pick|picks|picked|picking|pickin|scoop|scoops|scooped) (?:me|us) up\b"
    r"|\b(?:his|her|my|their|the|a|some) \w+ (?:\w+ )?(?:pick|picks|picked|picking) (?:me|us) up\b"
    r"|\b(?:el|ella|ellos|su \w+|mi \w+|un \w+|la policia) (?:siempre |luego |despues )?(?:me|nos) (?:recoge|recogen|recogio|lleva|llevan|levanta|levantan|pasa a recoger|viene a recoger)\b"
)
_MAY_YOU = re.compile(
    r"\b(?:can|could|will|would|please|pls) (?:you|u|someone|somebody|anyone|yall|they)\b|\b(?:puedes|pueden|podrian|alguien|vengan|por favor)\b|^(?:please )?(?:come|pick)\b"
)
_OF_RIGHTS = re.compile(r"\b(?:rights?|sting|arrest\w*|derechos|redada|charge[ds]?)\b")
_RESULTS = re.compile(r".*\b(?:results?|resultados|the test|tests?|la prueba|pruebas?)\b.*")
_LOOK = re.compile(
    r"(?:(?:please|pls|ok|just|can you|so|porfa|por favor|pues) )*(?:look for|find(?: me)?|search for|get me|busca(?:me)?|encuentra(?:me)?|consigueme) (?:a|any|some|un|una|algun) (?:place|shelter|bed|room|spot|lugar|refugio|cama|cuarto|albergue)(?: (?:please|pls|for me|to (?:stay|sleep)|tonight|now|porfa|para mi|para dormir|ya))*"
)
_CALLS_FOR_ME = re.compile(
    r"(?:.* )?(?:some(?:one|body)|any(?:one|body)|you|u|yall|a person|alguien|una persona)(?: (?:who|that|to|que|can|could|would|please|puede|podria|just))* (?:call|calls|contact|talk to|ask|llame|llamar|hable con|hablar con|contacte)(?: (?:a |con )?)?(?:them|it|that place|the place|ahi|ellos|el lugar|les|alli)(?: (?:for|with) me| por mi| conmigo)(?: .*)?"
)
_AT_OFFER = frozenset({State.OPTIONS_OFFER, State.OPTIONS_CONTACT, State.OPTIONS_NEAREST})


def of_no_later(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read what tells or asks something, and was taken for "not now", for a watched screen or for a wish to be fetched."""
    is_sure = reading.level is Level.ALARM or reading.answer in STANDS - {Answer.HELP}
    if is_sure or session.caseworker_name or session.young or session.other_holds:
        return reading
    said = in_full(wrote.said)
    meant = _whole(session, said) or _no_coming(session, wrote, said, reading)
    if meant is not None:
        return meant._replace(language=reading.language, facts=reading.facts, age=reading.age)
    if reading.concern is Concern.WATCHED and _NO_SCREEN.search(said) and not _SCREEN.search(said):
        answer = Answer.UNCLEAR if reading.answer is Answer.WATCHED else reading.answer
        return reading._replace(answer=answer, concern=None, level=None)
    at_gate = session.state in _GATES and reading.answer in _CLOSES and reading.level is None
    return _at_gate(wrote, said, reading) if at_gate else reading


def _whole(session: Session, said: str) -> Interpretation | None:
    told = bool(session.hazard or session.asked or session.danger)
    if _STOPS.fullmatch(said) and not told:
        return Interpretation(Answer.STOP)
    if _STOPS.fullmatch(said) or (_ENOUGH.fullmatch(said) and not session.hazard):
        return Interpretation(Answer.ASIDE, aside=Aside.STOP_TEXTS)
    if _WRONG_CHAT.fullmatch(said) and not told:
        return Interpretation(Answer.HOLDER)
    if _HAPPENS.fullmatch(said) and not told:
        return Interpretation(Answer.UNCLEAR, concern=Concern.VIOLENCE, level=Level.ASK)
    return None


def _at_gate(wrote: Wrote, said: str, reading: Interpretation) -> Interpretation:
    """Return what a text tells where "is now ok to text?" was asked, and it is no word of refusing."""
    if "?" not in wrote.text and (_ALONE.fullmatch(said) or _GOES_ON.fullmatch(said)):
        return Interpretation(Answer.YES, language=reading.language)
    if _ASKS.match(said):
        return reading._replace(answer=Answer.UNCLEAR)
    tells = _BATTERY.fullmatch(said) or (_SUBJECT.fullmatch(said) and not _NOT_NOW.search(said))
    return reading._replace(answer=Answer.ASIDE, aside=Aside.NOTED) if tells else reading


def _no_coming(session: Session, wrote: Wrote, said: str, reading: Interpretation) -> Interpretation | None:
    """Return what a text means that was taken for a wish to be fetched, None where it is one."""
    in_danger = bool(session.hazard)
    comes = reading.answer is Answer.COME or (in_danger and reading.aside in OF_ANYBODY_COMING)
    if reading.aside is Aside.RIDE and not in_danger and session.state.value.startswith("safety."):
        return Interpretation(Answer.NEEDS, (Need.TRANSPORT,))  # after "im safe": no cry to be fetched
    if not comes:
        return None
    if session.state in _AT_OFFER and _CALLS_FOR_ME.fullmatch(said):
        return Interpretation(Answer.CONNECT)
    if _LOOK.fullmatch(said):
        return Interpretation(Answer.NEEDS, (Need.SHELTER_TONIGHT,))
    if _RESULTS.fullmatch(said):
        return Interpretation(Answer.NEEDS, (Need.REPRODUCTIVE_HEALTH,))
    return _picked_up(said, in_danger=in_danger)


def _picked_up(said: str, *, in_danger: bool) -> Interpretation | None:
    if not _PICKS_UP.search(said) or _MAY_YOU.search(said):
        return None
    if _OF_RIGHTS.search(said):
        return Interpretation(Answer.ASIDE, aside=Aside.RIGHTS)
    return Interpretation(Answer.UNCLEAR) if in_danger else Interpretation(Answer.ASIDE, aside=Aside.NOTED)
