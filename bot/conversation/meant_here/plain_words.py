"""Plain remarks that were taken for others: boredom, shame, a place by its name, a change of mind. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import stands
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.asides import CONSENT
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Guide, Level, Need, State
from bot.flows.session import Session

_SO = (
    r"(?:(?:ok|okay|and|but|so|like|well|hey|um|uh|wait|no|yes|yeah|lol|sorry|honestly|actually|y|pero|oye|pues"
    r"|bueno|ay|es que"
    r"|este|si) )*"
)
_THO = (
    r"(?: (?:tho|though|lol|or what|please|pls|of me|right|btw|at all|then|now|again|smh|bro|pues|porfa|por favor"
    r"|verdad|o no|o que|igual))*"
)

_SHORT = re.compile(
    rf"{_SO}(?:(?:too|so|2) (?:many|much|long)(?: (?:words|text|texts|to read|reading|writing))?|(?:can|could)"
    r" (?:you|u) (?:be|make it|keep it|text|talk|say it|write) (?:short|shorter|simple|simpler|brief|less)"
    r"|(?:you|u|yall) (?:text|write|talk|say|type|send|ask)s? (?:way )?(?:too|so) (?:much|many|long)(?: \w+)?"
    r"|(?:tl ?dr|less words|shorter|keep it short|make it short|short answers|that is (?:too |so |a lot )?long)"
    r"|(?:son )?(?:muchas|demasiadas) (?:palabras|letras|cosas)|(?:escribes|hablas|mandas|pones) (?:mucho"
    r"|demasiado|muy largo)|(?:mas|muy|hazlo|ponlo) (?:corto|cortito|largo|breve)|(?:puedes ser|se) (?:mas"
    rf" )?breve){_THO}"
)
_BY_NOBODY = re.compile(
    rf"{_SO}(?:(?:nobody|no one|noone)(?: (?:ever|really|even|wants|to|will|would|can))* (?:help|helps|helped"
    r"|listens|listen|cares)(?: (?:me|us|anyway))*"
    rf"|nadie (?:nunca |me |nos )*(?:ayuda|ayudo|escucha|hace caso|apoya)|nunca nadie me ayuda){_THO}"
)
_DUMB = re.compile(
    rf"{_SO}(?:(?:is|was|isnt|is not) (?:that|it|this)(?: (?:so|really|just|kinda|like))* (?:dumb|stupid|weird"
    r"|crazy|bad|wrong|messed up|pathetic|sick|normal)"
    r"|am i(?: (?:so|just|being|really|like))* (?:dumb|stupid|crazy|weird|pathetic|an idiot|sick)(?: for (?:still )?(?:miss|lov|want|stay|car|go)\w+(?: \w+){0,4})?|i (?:feel|am)(?:"
    r" (?:so|like|such|just))* (?:dumb|stupid|an idiot|pathetic)(?: for \w+(?: \w+)?)?"
    r"|(?:es|soy|estoy|sere|sueno|fui)(?: (?:muy|bien|una|un|eso|normal))* (?:tont[oa]|loc[oa]|estupid[oa]"
    rf"|pendej[oa]|mensa|menso|raro|rara|normal)|que tont[oa] soy){_THO}"
)
_GO_BACK = re.compile(
    rf"{_SO}(?:should|can|do|would it be bad if|is it bad if|what if) i (?:just )?(?:go|went|going|come) back(?:"
    rf" (?:to|with) (?:him|her|them|my \w+))?{_THO}"
    rf"|{_SO}(?:debo|deberia|puedo|y si|mejor)(?: (?:yo|me|lo))* (?:regreso|regresar|vuelvo|volver)(?: con (?:el"
    rf"|ella|mi \w+))?{_THO}"
)
_LEGIT = re.compile(
    rf"{_SO}(?:(?:is|was) (?:it|that|this|he|she)(?: (?:even|really|actually|like))* (?:legit|real|a scam|safe|fake"
    r"|ok|true|a trap|good|for real)"
    r"|(?:es|sera|suena) (?:(?:legal|seguro|segura|real|verdad|mentira|confiable|una trampa|estafa)(?: eso)?)"
    rf"|should i (?:go|do it|take it|trust (?:it|him|her))|(?:voy|debo ir|le creo)){_THO}"
)
_NO_PHONE = re.compile(
    r"\b(?:said|says|told me|tells me|wants me)(?: (?:to|that|i|should|can|me))* (?:not|do not|no|leave|dont|bring"
    r" no|without)(?: (?:bring|take|to|have|use|even|my|a|any|the|your|ur))* "
    r"(?:phone|cell)\b(?: (?:at home|home|behind|there|with me|with us))?"
    r"|\b(?:dijo|dice)(?: (?:que|q))? (?:no (?:lleve|traiga|use)|deje|sin)(?: (?:mi|el|un|ni))* (?:cel|celular"
    r"|telefono|tel)\b"
)
_OFFERED = re.compile(
    r"\b(?:paga|pagan|pays?|paying|paid|buy(?:ing)?|bought) (?:(?:for|me|my|the|todo|el|mi|a|por) )*(?:flight"
    r"|ticket|plane|trip|pasaje|boleto|vuelo|viaje)\b"
    r"|\b(?:hostess|model(?:ing)?|dancer|nanny|massage|waitress|edecan|modelo|mesera|niñera) (?:job|gig|work)?(?:"
    r" \w+){0,3} (?:in|overseas|abroad|out of state)\b.*\b(?:they|he|she) (?:pay|pays|buy|buys|cover)"
)

_SCHOOL = re.compile(
    rf"{_SO}(?:(?:can|could|may|how do|how can) i (?:still )?(?:go back|get back|return|go)(?: (?:to|in|into))+"
    r" (?:school|high school|class|college)|i (?:want|wanna|need)(?: to)? (?:go )?back (?:to|in) school"
    r"|(?:puedo|como puedo|quiero) (?:regresar|volver|entrar)(?: otra vez)? a (?:la |mi )?(?:escuela|prepa"
    rf"|secundaria|clases)){_THO}"
)

_NAMES = (
    r"(?:covenant house|safe horizon|safe place|larkin street|salvation army|ywca|ymca|urban peak|ali forney(?:"
    r" center)?|job corps|boys town|night ministry|"
    r"the door|dream center|children of the night|catholic charities|red cross|polaris|lighthouse|youth ?build|casa"
    r" esperanza|streetwork|street works|"
    r"stand ?up for kids|my friends place|girls educational|gems|the lighthouse|united way|first place|avenues"
    r"|outreach|huckleberry house)"
)
_THERE = r"(?: (?:in|on|at|en|de|from|near|la|the|ciudad) [a-z]+(?: [a-z]+){0,2})?"
_NAMED = re.compile(
    rf"{_SO}(?:(?:is|are|was) (?:the )?{_NAMES}{_THERE}(?: (?:new york|nyc|la|any|a|really|even|still|actually))*"
    r" (?:good|safe|legit|ok|nice|real|free|bad|trash|open|good place|help|decent|worth it)"
    rf"|(?:what|who|where|how) (?:is|are|about) (?:the )?{_NAMES}(?: \w+){{0,3}}|(?:do )?(?:you|u|yall) (?:know"
    rf"|heard|heard of|hear of|have)(?: (?:about|of|the|a))* {_NAMES}(?: \w+){{0,3}}"
    rf"|(?:have you|you ever) heard of {_NAMES}|tell me about {_NAMES}(?: \w+){{0,3}}|{_NAMES}(?: (?:new york|nyc"
    r"|la|any|good|is good))*"
    rf"|i (?:have )?(?:been|went|was|stayed|tried)(?: (?:to|at|in))? (?:the )?{_NAMES}{_THERE}(?: .{{0,40}})?"
    rf"|(?:conoces|que es|que tal|como es|has oido de|sabes de)(?: (?:el|la|los|de))* {_NAMES}(?: \w+){{0,3}}|(?:el"
    rf" |la )?{_NAMES} (?:es|esta|ayuda|sirve)(?: \w+){{0,3}}"
    rf"|(?:number|numero|phone)(?: (?:for|to|of|de|del|la|el))+ {_NAMES}){_THO}"
)
_ITS_NUMBER = re.compile(
    rf"{_SO}(?:(?:can i|could i|gimme|give me|whats|what is|how do i|can you give me|send me|i need|i want|get me"
    r"|text me)(?: (?:get|call|have))? (?:the|their|its|there|they|a|them|that)(?: (?:phone|number|numbers|address"
    r"|info))*"
    r"|(?:dame|cual es|me das|pasame|tienes)(?: (?:el|su|la|ese))* (?:numero|telefono|direccion)(?: de (?:ahi"
    rf"|ellos|alli))?|(?:esta|queda)(?: en)? (?:la )?(?:ciudad )?(?:de )?\w+(?: \w+){{0,2}}|(?:es|is it) (?:pa|para"
    rf"|for) (?:mi|me)){_THO}"
)

_BORED = re.compile(
    rf"{_SO}(?:i am (?:so |just |hella |really )?bored|bored(?: af)?|(?:estoy|toy|stoy|ando) (?:muy |bien |bn |tan"
    rf" )?aburrid[oa]|que aburrido|me aburro){_THO}"
)
_THANKS = re.compile(
    r"(?:(?:ok|bueno|pues|va|no|well) )*(?:gracias (?:igual|de todos modos|de todas formas|de todas maneras|como"
    r" quiera)|thanks anyway|thank you anyway|ty anyway|thx anyway)"
)
_SCORN = re.compile(
    rf"{_SO}(?:gracias por nada|thanks for nothing|que (?:estupidez|tonteria|porqueria|mamada|pendejada|inutil)|q"
    r" (?:estupidez|tonteria|porqueria|mamada|inutil)|no sirves(?: (?:para|pa) nada)?|(?:this|that) is (?:so"
    rf" )?(?:stupid|dumb|useless|bs|trash)){_THO}"
)

_SPEAKS_SPANISH = re.compile(
    r"\b(?:hablo|prefiero|entiendo|leo|i (?:speak|talk|know|understand|prefer))(?: (?:mas|mejor|puro|solo|more"
    r"|better|only|mostly|in|en|el"
    r"|nomas))* (?:spanish|espanol)\b"
)

_MISREAD = frozenset(
    {Answer.UNCLEAR, Answer.NOT_NOW, Answer.NO, Answer.YES, Answer.MAYBE, Answer.SKIP, Answer.THANKS, Answer.GREETING,
     Answer.GO_ON, Answer.ASIDE, Answer.GUIDE, Answer.NEEDS, Answer.REPEAT, Answer.WHO_ARE_YOU, Answer.WHO_IS_THIS,
     Answer.DOUBT, Answer.BACK, Answer.AREA, Answer.MENU, Answer.CHECK_IN, Answer.TAKE_BACK, Answer.HOW_TO_REACH,
     Answer.WENT_BADLY, Answer.HEARD_THINGS, Answer.WATCHED}
)  # fmt: skip
_HARMLESS = frozenset({None, Concern.WATCHED})
_LURES = frozenset({"safety.plan.lured", "aside.offer_signs", "aside.offer_signs.again"})
_AT_AN_OFFER = frozenset({State.OPTIONS_OFFER, State.OPTIONS_CONTACT, State.HESITATION_WHY})
_NO_NUMBER = frozenset({Aside.NAMED_PLACE})


def of_plain_words(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read remarks by their whole words where a guess said something else."""
    is_sure = reading.level is Level.ALARM or reading.answer in STANDS or reading.answer not in _MISREAD
    if is_sure or session.caseworker_name or session.young or reading.concern not in _HARMLESS:
        return reading
    said = wrote.said
    if _SPEAKS_SPANISH.search(said) and "?" not in wrote.text and session.language != "es":
        return Interpretation(Answer.SPANISH, language="es")
    if (aside := _aside(session, said, is_open=reading.answer is not Answer.GUIDE)) is not None:
        return Interpretation(Answer.ASIDE, aside=aside, age=reading.age)
    if _GO_BACK.fullmatch(said) and stands(session):
        may_read = session.limits_told  # until then a guide would wait behind them
        told = Interpretation(Answer.GUIDE, guide=Guide.GOING_BACK)
        return told if may_read else Interpretation(Answer.ASIDE, aside=Aside.MY_CHOICE, language=reading.language)
    if _SCHOOL.fullmatch(said) and session.state not in CONSENT:
        return Interpretation(Answer.NEEDS, (Need.EDUCATION,), language=reading.language)
    return Interpretation(Answer.THANKS, language=reading.language) if _THANKS.fullmatch(said) else reading


_ROUGH = re.compile(
    r"(?:(?:ok|so|well|idk|just|i|pues|bueno|la verdad|hoy|ayer|es que|solo|nomas) )*"
    r"(?:(?:had|having|been|got|was|tuve|tengo|fue|es|ha sido|paso)(?: (?:such|a|an|really|so|kinda|like|un|una|muy))*"
    r" (?:bad|rough|shitty|hard|horrible|awful|terrible|mal|feo|pesimo|horrible)(?: (?:day|week|night|dia|semana|noche|rato))"
    r"|(?:i |we )?(?:just )?(?:broke up|split up|dumped)(?: (?:with|w|my|me|today|yesterday))*(?: (?:gf|bf|girlfriend|boyfriend|ex|partner|him|her))?"
    r"|(?:ya )?(?:ya (?:lo|la) corte|corte con|termine con|cortamos|terminamos|tronamos)(?: con)?"
    r"(?: (?:mi|el|ella))?(?: (?:novi[oa]|pareja|ex|chav[oa]|morr[oa]))?)(?: (?:hoy|ayer|today|yesterday|lol|jaja|and it sucks|tho|though|ya))*"
)
"""A bad day, or a love that ended: "corte con mi novia" names no court."""
_GLAD = re.compile(
    r"(?:(?:i|just|actually|ok|so|well|yo|hoy|pues) )*(?:(?:had|having|tuve|fue)(?: (?:a|an|really|un|muy|such))* (?:good|great|nice|buen|bonito)"
    r" (?:day|week|dia)|(?:got|finally got|passed)(?: (?:my|the))* (?:license|permit|ged|diploma|new id|test|exam)|(?:i )?ate today"
    r"|tengo trabajo y mi (?:depa|cuarto|casa)|ya (?:tengo|consegui) (?:mi )?(?:trabajo|depa|licencia|jale))(?: (?:actually|today|lol|hoy|jaja|ya|tho|with .*|w .*))*"
)


def _aside(session: Session, said: str, *, is_open: bool) -> Aside | None:
    is_lured = session.last_key in _LURES or Guide.GROOMING in (session.guide, session.wanted_guide)
    told = (
        (Aside.SHORTER, _SHORT.fullmatch(said)),
        (Aside.FEELING, _ROUGH.fullmatch(said) and not stands(session)),
        (Aside.GOOD_NEWS, _GLAD.fullmatch(said) and not stands(session)),
        (Aside.LET_DOWN, _BY_NOBODY.fullmatch(said)),
        (Aside.ANGER, _SCORN.fullmatch(said)),
        (Aside.STAY, _BORED.fullmatch(said)),
        (Aside.NAMED_PLACE, _NAMED.fullmatch(said)),
        (Aside.NAMED_PLACE, session.aside in _NO_NUMBER and _ITS_NUMBER.fullmatch(said)),
        (
            Aside.OFFER_SIGNS,
            (is_lured and _LEGIT.fullmatch(said)) or _NO_PHONE.search(said) or (is_open and _OFFERED.search(said)),
        ),
        (Aside.OFFER_SIGNS, session.aside is Aside.OFFER_SIGNS and _DUMB.fullmatch(said)),
        (Aside.NOT_DUMB, (stands(session) or session.guide is Guide.GOING_BACK) and _DUMB.fullmatch(said)),
    )
    return next((aside for aside, found in told if found), None)


_WANTS = re.compile(r"\b(?:want|wanna|quiero|kiero|talk|person)\b")
_RESTS = frozenset({State.WELCOME_ANYTIME, State.WELCOME_LATER, State.HESITATION_PARKED})
_CHANGED = re.compile(
    rf"{_SO}(?:i (?:do|did|would)(?: (?:want|like))?(?: (?:to|it|that|one|a person|help|talk))*|i changed my mind"
    r"|changed my mind|(?:actually |no |ok |oh )*wait"
    r"|(?:never ?mind )?(?:actually )?i do need (?:something|smth|some|help|sum)(?: help)?"
    r"|(?:i )?want to(?: talk)?|wanna|never ?mind (?:that|i do)|let us do it"
    r"|yes (?:i do|please|to that)|(?:siempre|mejor|ya) si(?: (?:quiero|porfa|va))?|si (?:quiero|kiero)|cambie de"
    rf" (?:idea|opinion)|(?:lo pense|ya lo pense)(?: mejor)?|me arrepenti si quiero){_THO}"
)


def of_mind(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "no wait i do want to" as a return to what was set aside last: a person, or whatever stood."""
    stands_now = reading.concern is not None or reading.level is Level.ALARM or reading.answer not in _MISREAD
    if stands_now or session.caseworker_name or session.young or not _CHANGED.fullmatch(wrote.said):
        return reading
    if session.case and session.state in _RESTS | {State.HANDOFF_ENDED}:
        return Interpretation(Answer.PERSON, language=reading.language)
    if session.state not in _RESTS or not session.safe:
        return reading
    nothing_else = not (session.needs or session.parked or session.service)
    wanted = nothing_else and _WANTS.search(wrote.said) is not None
    return Interpretation(Answer.PERSON if wanted else Answer.GO_ON, language=reading.language)
