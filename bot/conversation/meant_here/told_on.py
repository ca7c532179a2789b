"""What goes on telling of a danger that was told: exploitation in pieces, pictures used as a threat, who is after them.

A weaker guess must not act there: "me dan un telefono" asks for no phone, and "las va a mandar a mi escuela" not what
this bot tells the school. Pure.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.for_them import WHAT_NOW
from bot.conversation.meant_here.openings import STANDS, denies
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import BY_FORCE, CHOKED
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Detail, Guide, Level, Need
from bot.flows.session import Session
from bot.flows.urgent import PARTNER, is_minor
from bot.flows.welcome import SILENT
from bot.understanding.at_work import works_as
from bot.understanding.bondage import bondage_in, is_quota
from bot.understanding.leverage import is_kept, is_leverage
from bot.understanding.offers import is_of_offer, is_of_trip, is_offered
from bot.understanding.pictures import is_of_threat, is_sold_on_camera

_BY_SOMEBODY = frozenset(
    {Answer.HURT_NOW.value, Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value, Answer.COME.value, PARTNER, CHOKED}
)
_IS_FAR = STANDS - {Answer.NAME} | {Answer.PERSON, Answer.LANGUAGE, Answer.ENGLISH, Answer.SPANISH}
_PICTURES_SAY_LESS = frozenset({None, Concern.SEXTORTION, Concern.VIOLENCE, Concern.MEDICAL, Concern.SEXUAL_ABUSE,
                                Concern.WATCHED, Concern.EXPLOITATION, Concern.CHILD_HURT, Concern.FRIEND})  # fmt: skip
_HURTS = re.compile(
    r"\b(?:kill|die|dead|suicide|pills?|i took|swallow\w*|overdose|od|hits?|hit me|beat|rape\w*|outside|coming over"
    r"|knife|gun|"
    r"matar\w*|morir\w*|suicid\w+|pastillas|tome|pega|golpea|viol\w+|afuera|viene)\b"
)


_AFTER_HER = re.compile(
    r"\b(?:he|she|they|my (?:\w+ )?(?:ex|man|pimp|boyfriend|bf|husband|boss|dad|stepdad|uncle)|pimp|his (?:people"
    r"|boys|friends|guys)|people|someone)"
    r"(?: (?:is|are|has|have|been|still|keeps|keep|out|now|probably|will|be|gonna|going|to))* "
    r"(?:looking|searching|hunting|asking around|coming|look|driving around looking) (?:around )?(?:for|after) me\b"
    r"|\b(?:scared|afraid|worried|what if|think|terrified)(?: (?:that|he|she|they|is|are|will|going to|gonna|can"
    r"|could|might|to|be|get|of|i|i am|him))* "
    r"(?:find|finds|finding|found|look for|looks for|come after|comes after|comes for|come for|track|tracks) me\b"
    r"|\b(?:he|she|they)(?: (?:will|is going to|are going to|gonna|going to|can|could|always|said|says|he|she"
    r"|they))+ (?:will )?(?:find|finds|track|hunt) me\b"
    r"|\b(?:he|she|they)(?: (?:still|already|even))? (?:knows?|found out) where (?:i|my (?:\w+ )?(?:mom|mother|mama"
    r"|dad|family|sister|grandma|kids?|parents|baby))(?: \w+)? "
    r"(?:live|lives|am|stay|stays|is|are|work|works|at|sleep|go)\b"
    r"|\bi (?:keep )?(?:see|seeing|saw|seen) (?:him|his (?:car|truck|friends)|her car)(?: \w+)? (?:everywhere|all over|outside|parked)\b"
    r"|\bveo (?:su (?:carro|troca|camioneta)|a sus amigos)(?: \w+)? (?:en todas partes|por todos lados|donde (?:quiera|sea)|afuera)\b"
    r"|\b(?:me|nos) (?:esta|estan|anda|andan|sigue|siguen|va a|van a|vino a|fue a) (?:buscando|buscar|a buscar"
    r"|persiguiendo|rastreando|encontrar|hallar)\b"
    r"|\b(?:me|nos) (?:busca|buscan|persigue|persiguen)\b"
    r"|\b(?:he|she|they)(?: \w+)? (?:asking|asks?|asked)(?: \w+){0,4} (?:where i|about me|for me)\b|\bhunting me\b"
    r"|\b(?:pregunt\w+)(?: \w+){0,3} por mi(?=$| (?:en|a|al|hoy|ayer|otra|ya|y|con|de|ahorita|afuera)\b)|\bya (?:supo|supieron|sabe|saben|se entero"
    r"|descubrio) (?:de )?donde (?:estoy|vivo|trabajo|me quedo|ando)\b"
    r"|\b(?:miedo|y si|no quiero)(?: \w+){0,3} (?:me|nos) (?:busque|busquen|encuentre|encuentren|halle|hallen"
    r"|encuentra|encuentran|rastree)\b"
    r"|\b(?:el|ella|ellos|ya|mi ex|el padrote)(?: ya)? (?:sabe|saben) (?:en )?donde (?:vivo|estoy|trabajo|me quedo"
    r"|duermo|vive[n]? (?:mi|mis|la) (?:mama|ama|familia|papa|papas|"
    r"hij[oa]s?|herman[oa]s?|abuel[oa]|bebe|nin[oa]s?))\b"
)
_NOT_HIM = re.compile(
    r"\b(?:police|cops?|cps|job|work|landlord|court|teacher|school|lost|policia|escuela|trabajo|chamba|cita"
    r"|mom is looking|mama me)\b"
)


_RIDES = re.compile(
    r"\b(?:rides?|drive\w*|driving|uber|lyft|bus|buses|train|taxi|cab|car|pick\w*|get there|come get|take me|go|going"
    r"|there|here|far|walk\w*|transport\w*|fare|"
    r"ticket|gas|travel\w*|metro|subway|way|raite|aventon|camion|autobus|taxi|carro|pasaje|boleto|llegar|llevar\w*"
    r"|lleven|llevan|lleva|recog\w*|venir|"
    r"vengan|ir|irme|camino|lejos|transporte|tren|gasolina|caminar|buscarme|bajar|mueva|mover\w*|viaje|alla)\b"
)
_DRUG = re.compile(
    r"\b(?:me|nos) (?:dan?|dieron|dio|ponen?|hacen tomar|inyectan?)(?: \w+){0,2} (?:cristal|droga|drogas|coca|perico"
    r"|piedra|fentanilo|pastillas|hielo|heroina|chiva|mota|alcohol|trago)\b"
)
_CARE = re.compile(
    r"\b(?:me|nos|la|lo) (?:van a (?:meter|mandar|poner|llevar|regresar)|mandan?|meten?|ponen?|llevan?|regresan?"
    r"|manden|metan|lleven)(?: \w+){0,2} "
    r"(?:dcf|cps|dcfs|dhs|foster|fosters|hogar|orfanato|orfanatorio|gobierno|sistema|group home|juvie|casa hogar"
    r"|adopcion|dif)\b"
    r"|\b(?:send|put|place|take|throw|stick)(?:s|ing)? (?:me|us)(?: \w+){0,3} (?:foster|cps|dcf|dcfs|dhs|group home"
    r"|the system|orphanage|care)\b"
    r"|\b(?:end up|go|be|get put|get sent|get placed|back)(?: \w+){0,2} (?:in|into|to) (?:a |the )?(?:foster(?: care"
    r"| home)?|group home|system)\b"
)
_BEATEN = re.compile(r"\b(?:he|she|dad|mom|el|ella|papa|mama)\b")
_FEARS = re.compile(
    r"\b(?:will|what if|if|do not want|scared|afraid|gonna|going to|are they|do they|would|can they|y si|si|no quiero"
    r"|miedo|van|vayan)\b"
)
_DEPORT = re.compile(
    r"\b(?:me|nos|lo|la|los) (?:puede|pueden|va a|van a|quiere|quieren)?(?: a)? ?deport\w+\b|\bdeport(?:ar|en|an)me\b"
    r"|\b(?:me|nos) (?:puede|pueden|va a|van a|quiere|podria) (?:denunciar|reportar|acusar|echar|entregar)(?:me)? "
    r"(?:con|a|ante|al?) (?:la |los de )?(?:ice|migra|inmigracion)\b"
    r"|\b(?:can|could|will|would) (?:he|she|they|my boss)(?: \w+)? (?:report|turn) (?:me|us)(?: \w+)? (?:to|in to) "
    r"(?:ice|immigration)\b"
    r"|\b(?:puedo|se puede) (?:denunciar|reportar)\w*(?: \w+){0,2} sin papeles\b"
    r"|\bcan i (?:report|press charges|go to (?:the )?police)(?: \w+){0,2} (?:without|with no|no) papers\b"
    r"|\b(?:can|will|could|would|gonna|going to) "
    r"(?:he|she|they|you|i|my boss|we|get|be|it)(?: \w+){0,2} deport(?:ed)?\b"
)

_LEGAL = re.compile(
    r"(?:(?:but|and|so|wait|ok|like|um|pero|y|oye|entonces|even) )*(?:"
    r"(?:is|isnt|are|was|would) (?:that|this|it|they|he|she|it not)(?: not)?(?: (?:even|really|actually"
    r"|supposed to be|a))* "
    r"(?:legal|illegal|allowed|against the law|crime|the law|ok by law|lawful|right|fair)(?: \w+){0,5}"
    r"|(?:can|could|may) (?:he|she|they|my (?:\w+ )?boss|a boss|bosses|my (?:man|bf|boyfriend|husband)|people"
    r"|someone)(?: (?:even|really|just|legally|actually))* "
    r"(?:do|keep|take|make|hold|charge|fire|refuse|legally)(?: \w+){0,7}"
    r"|(?:is|are) (?:he|she|they|my (?:\w+ )?boss|bosses) (?:even |really |actually |legally )*(?:allowed|able"
    r"|permitted) to(?: \w+){0,7}"
    r"|(?:do|does) (?:he|she|they|my boss)(?: \w+)? (?:have|has) (?:the|a) right to(?: \w+){0,7}"
    r"|(?:eso |esto )?(?:es|sera|seria) (?:legal|ilegal|delito|contra la ley|un delito|permitido)(?: eso| esto"
    r"| hacer eso| lo que hace\w*)?"
    r"|(?:el |ella )?(?:me )?dicen? que (?:eso )?es legal"
    r"|(?:he|she|they) (?:says?|said|keeps saying) (?:that )?it is legal"
    r"|(?:eso |esto )?(?:se vale|esta permitido|esta bien eso)|(?:el )?tienen? (?:el )?derecho"
    r"|(?:el |ella |ellos |mi patron |mi jefe )?(?:puede|pueden|podria|tiene derecho a|tienen derecho a|lo pueden"
    r"|me puede|me pueden|nos pueden) "
    r"(?:hacer|hacerme|quitar|quitarme|quedarse|obligar|obligarme|cobrar|cobrarme|correr|correrme|hacerlo)(?: \w+){0,5}"
    r")(?: (?:tho|though|or no|or not|verdad|o no|right))*"
)
_OF_BOT = re.compile(r"\b(?:you|this line|police|cops|cps|shelter|court|judge|landlord|ustedes|policia|migra)\b")


_SELLS = re.compile(
    r"\b(?:pimp\w*|traffick\w*|tricks?|johns?|quota|clients?|dates|boss|coyote|smuggler|debt|sells? me|selling me"
    r"|padrote\w*|cuota|clientes?|patron|"
    r"deuda|(?:makes?|made|making|has|have|got) (?:me|us) (?:see|seeing|seein|meet|meeting|with)"
    r" (?:\d+ |these |different |random |old )*(?:guys|men|dudes|strangers)"
    r"|me vend\w+|trabajando hasta|dueno|duena|madam)\b"
)
_LITTLE_ENGLISH = re.compile(
    r"(?:(?:sorry|please|i|ok|but) )*(?:my english (?:is )?(?:not|no|very|so|is|bad|poor|little|a little)(?: \w+){0,3}"
    r"|(?:do not|not|no|can not) (?:speak|understand|know|good)(?: \w+){0,2} english(?: \w+){0,3}"
    r"|(?:speak )?(?:only )?(?:a )?little (?:bit )?(?:of )?english)"
)


def told_on(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a text that goes on telling of a danger as more of it, and a piece that tells it outright as that danger."""
    if session.caseworker_name or session.young or denies(reading) or reading.answer in _IS_FAR or reading.at_hand:
        return reading
    is_hurt = reading.answer is Answer.HURT_NOW and reading.concern is Concern.VIOLENCE and not reading.about_other
    if is_hurt and _SELLS.search(wrote.said):
        return reading._replace(concern=Concern.EXPLOITATION)
    if reading.answer in GIVES_WAY and reading.concern is None and _LITTLE_ENGLISH.fullmatch(wrote.said):
        return Interpretation(Answer.FOREIGN, language=reading.language)
    if reading.answer is Answer.NOT_NOW and works_as(wrote.said):
        return reading._replace(answer=Answer.ASIDE, aside=Aside.NOTED)
    for meant in (_off_me, _of_pictures, _of_law, _of_hunt, _of_offer, _of_fear, _of_pieces):
        if (found := meant(session, wrote, reading)) is not None:
            return found
    return reading


_MAN = (
    r"(?:man|men|guy|guys|dude|dudes|creep|creeps|boyfriend|bf|husband|ex|dad|stepdad|uncle|cousin|boss|brother"
    r"|roommate|pimp|johns?|"
    r"clients?|tricks?|senor|senores|hombres?|tipos?|vatos?|viejos?|novio|marido|esposo|papa|padrastro|tio|primo|jefe|"
    r"patron|hermano|cunado|padrino|clientes?|rucos?|batos?|morros?|chavos?)"
)
_WHO = (
    r"(?:(?:this|that|the|my|his|these|those|all|some|old|a|al|el|los|este|ese|esos|estos|mi|un|unos|todos|viejo"
    rf"|other) )*{_MAN}"
)
_OFF_ME = re.compile(
    rf"\b(?:quit|sac|baj|alej)\w*(?: ya)? {_WHO}(?: ya)? de (?:encima|mi)\b|\bquit[ae]n?me(?:lo|la|los) (?:ya )?de "
    rf"encima\b"
    rf"|\b(?:get|take|pull|keep|make) (?:him|them|{_WHO}) (?:to )?(?:the \w+ |away |get )?(?:off|from|off of)(?: of)? "
    rf"me\b"
)
_MEN = r"(?:senores|hombres|tipos|vatos|viejos|clientes|rucos|batos|men|guys|johns|clients|tricks|dudes|creeps)"
_MEN_WRITE = re.compile(
    r"\b(?:ya no|no) (?:quiero|kiero|quisiera) que (?:ya )?me (?:sigan |esten |vuelvan a )?"
    r"(?:escrib|busc|busq|llam|mand|text|habl|marq)\w*"
    rf"(?: (?:mas|ya|nada))* (?:es[oa]s|los|tantos|mas|unos|otros) {_MEN}\b"
    r"|\b(?:dejen|paren) de (?:escribir|buscar|llamar|mandar|molestar|textear)me(?: (?:ya|mas|cosas|mensajes|fotos))*"
    rf" (?:es[oa]s|los|tantos|unos) {_MEN}\b"
    r"|\b(?:do not|no longer|never|tired of|sick of|stop|hate) (?:(?:want|need|like|having|getting|all|the) )*"
    rf"(?:those|these|the|any|more|old) (?:old |grown )?{_MEN}(?: (?:to|from|keep))? (?:text|call|writ|messag|contact"
    rf"|hit)\w*"
    rf"|\b(?:make|get|tell) (?:those|these|the|all the|old) (?:old |grown )?{_MEN} (?:to )?(?:stop|quit) "
    r"(?:text|call|writ|messag|contact|hit)\w*"
)


def _off_me(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return a wish that somebody is taken off her, or that men no longer write her, as a danger to ask about."""
    if reading.concern is not None or reading.answer not in GIVES_WAY | {Answer.HOLDER, Answer.COME}:
        return None
    said = wrote.said
    concern = Concern.VIOLENCE if _OFF_ME.search(said) else Concern.EXPLOITATION if _MEN_WRITE.search(said) else None
    if concern is None:
        return None
    return Interpretation(Answer.UNCLEAR, concern=concern, level=Level.ASK, language=reading.language)


def _aside(reading: Interpretation, aside: Aside) -> Interpretation:
    return reading._replace(
        answer=Answer.ASIDE,
        aside=aside,
        needs=(),
        guide=None,
        concern=None,
        level=None,
        detail=None,
        hour=None,
        area=None,
    )


def _of_pictures(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return what comes after a threat with pictures: paid, wants more, a fake profile, how they are taken down."""
    said = wrote.said
    stands = Concern.SEXTORTION in session.asked and session.hazard in (Answer.HURT_NOW.value, Answer.CHILD_HURT.value)
    if not stands or reading.concern not in _PICTURES_SAY_LESS or reading.answer is Answer.SELF_HARM:
        return None
    is_told = reading.answer is not Answer.SEXTORTION or session.aside is Aside.PICTURES_THREAT
    if reading.guide is Guide.PICTURES_ONLINE and session.safe and session.limits_told:
        return None
    if not is_told or _HURTS.search(said):
        return None
    if WHAT_NOW.fullmatch(said):
        shown = session.safe and session.limits_told
        plain = reading._replace(
            answer=Answer.GUIDE, guide=Guide.SEXTORTION, concern=None, level=None, aside=None, needs=()
        )
        return plain if shown else _aside(reading, Aside.PICTURES_THREAT)
    is_more = is_of_threat(said)
    goes_on = reading.answer is Answer.UNCLEAR and reading.concern is None and tells(wrote)
    if not is_more and not goes_on:
        return None
    return _aside(reading, Aside.PICTURES_THREAT)


_OF_BOSSES = frozenset({Guide.WAGES_HELD, Guide.DEBT_TO_BOSS})
_OF_LAW = frozenset({Aside.IS_IT_LEGAL, Aside.IS_IT_TRAFFICKING})


def _of_law(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return "is that legal" as asked of who was told of, not of this service."""
    said = wrote.said
    is_sure = reading.level is Level.ALARM or reading.concern not in (
        None,
        Concern.EXPLOITATION,
        Concern.VIOLENCE,
        Concern.SEXUAL_ABUSE,
    )
    of_them = (
        is_minor(session) or session.hazard in _BY_SOMEBODY or session.guide in _OF_BOSSES or session.aside in _OF_LAW
    )
    if not of_them or is_sure or reading.answer not in GIVES_WAY or _OF_BOT.search(said):
        return None
    return _aside(reading, Aside.IS_IT_LEGAL) if _LEGAL.fullmatch(said) else None


def _of_hunt(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return "he is looking for me" as that, where a danger stands that comes from somebody, or "he" is named in it."""
    said = wrote.said
    is_sure = reading.level is Level.ALARM and reading.concern is not Concern.WATCHED
    if (
        is_sure
        or reading.about_other
        or reading.answer not in GIVES_WAY | {Answer.COME, Answer.WATCHED, Answer.PROGRESS}
    ):
        return None
    asks = reading.concern is Concern.VIOLENCE and session.hazard not in _BY_SOMEBODY
    asks = asks and reading.concern not in session.asked
    if asks or reading.guide is Guide.FOUND_BY_EX or _AFTER_HER.search(said) is None or _NOT_HIM.search(said):
        return None
    plain = reading._replace(aside=None, guide=None, needs=())
    if session.safe and session.limits_told:  # a page of the guide keeps no number in the replies after it
        return plain._replace(answer=Answer.HURT_NOW, concern=Concern.VIOLENCE, level=Level.ALARM, detail=Detail.HUNTED)
    return plain._replace(answer=Answer.GUIDE, guide=Guide.FOUND_BY_EX, concern=None, level=None, detail=None)


def _of_offer(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return a job or a trip that a stranger offers as that, and what is asked about it next."""
    said = wrote.said
    is_sure = reading.level is Level.ALARM or reading.concern not in (None, Concern.SEXUAL_ABUSE, Concern.EXPLOITATION)
    if is_sure or reading.answer not in GIVES_WAY | {Answer.AREA} or reading.guide is Guide.GROOMING:
        return None
    goes_on = session.aside is Aside.OFFER_SIGNS and is_of_offer(said)
    goes_on = goes_on or (session.last_key == "safety.plan.lured" and is_of_trip(said))
    is_told = is_offered(said) and reading.concern is not Concern.EXPLOITATION
    if not (is_told or goes_on):
        return None
    if session.state in SILENT:  # the first text: an aside would wait, and this can't
        return reading._replace(
            answer=Answer.GUIDE, guide=Guide.GROOMING, concern=None, level=None, aside=None, needs=(), detail=None
        )
    return _aside(reading, Aside.OFFER_SIGNS)


def _of_fear(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return fear of child protection, or of being sent out, as that. No ride is asked for without a word of one."""
    said = wrote.said
    is_mistaken = reading.answer is Answer.HURT_NOW and reading.concern is Concern.VIOLENCE and not reading.about_other
    if is_mistaken and _CARE.search(said) and _FEARS.search(said) and not (_HURTS.search(said) or _BEATEN.search(said)):
        return _aside(reading, Aside.CPS_REPORTING)
    is_sure = reading.level is Level.ALARM or reading.concern not in (None, Concern.CHILD_HURT)
    if is_sure or reading.answer not in GIVES_WAY | {Answer.COME}:
        return None
    if _DEPORT.search(said) or (_CARE.search(said) and _FEARS.search(said)):
        return _aside(reading, Aside.IMMIGRATION_RISK if _DEPORT.search(said) else Aside.CPS_REPORTING)
    if reading.aside is not Aside.RIDE or _RIDES.search(said):
        return None
    if _DRUG.search(said):
        return reading._replace(
            answer=Answer.UNCLEAR,
            aside=None,
            concern=Concern.EXPLOITATION,
            level=Level.ASK,
            needs=(Need.SUBSTANCE_USE,),
        )
    return reading._replace(answer=Answer.NEEDS if reading.needs else Answer.UNCLEAR, aside=None)


_LEAST_TOLD = 3
"""Minimum number of words for a text that nothing knows to be read as more of the story."""


def _of_pieces(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return a sum or men to bring in as exploitation, and what nothing knows as more of it where it was told."""
    said = wrote.said
    if reading.level is Level.ALARM or reading.answer not in GIVES_WAY | {Answer.COME, Answer.SEXTORTION}:
        return None
    stands = session.hazard in BY_FORCE and Concern.EXPLOITATION in session.asked
    if stands and not session.of_other and is_leverage(said):
        return Interpretation(Answer.UNCLEAR, language=reading.language, detail=Detail.SUM)
    if reading.about_other or session.of_other or not stands:
        return None if stands or reading.about_other else _told_outright(wrote, reading)
    if reading.answer is Answer.COME and _FROM.search(said):
        return reading._replace(answer=Answer.UNCLEAR, come=False, detail=Detail.TOLD_ON)
    says_little = reading.answer is Answer.ASIDE and reading.aside in _SAYS_LITTLE
    says_little = says_little or (reading.answer is Answer.NOT_NOW and _PUTS_OFF.search(said) is None)
    is_guess = reading.concern in _GUESSES and reading.level is Level.ASK
    is_open = reading.answer is Answer.UNCLEAR or says_little or is_guess
    if not is_open or (reading.concern and not is_guess) or reading.detail or not tells(wrote):
        return None
    return reading._replace(detail=Detail.TOLD_ON)


_ASKS = re.compile(
    r"(?:(?:so|and|but|ok|okay|wait|y|pero|oye|entonces) )*(?:what|who|whos|where"
    r"|when(?! (?:he|she|they|i|we|it|the|my|his) )"
    r"|why|how|which|can|could|will"
    r"|would|do|does|did|are|is"
    r"|should|que|quien|donde|a donde|como"
    r"|cuando(?! (?:acab|termin|lleg|sal|se |me |no |ya |el |esta|viene|duerm))"
    r"|cual|cuanto|por que|porque no|puedo|puedes|pueden|van a|vas a"
    r"|le van|les van|hay|tienes|tienen)\b"
)
_PLACE = re.compile(
    r"(?:i|we) (?:am|are|live|stay|am staying) (?:in|at|near|by) |(?:estoy|vivo|ando|estamos) (?:en|por|cerca) "
)
_TO_US = re.compile(r"\b(?:you|u|yall|your|bot|ustedes|usted|contigo|te)\b")


def tells(wrote: Wrote) -> bool:
    """Return whether a text is long enough to tell something, and asks nothing."""
    said = wrote.said
    asks = "?" in wrote.text or _ASKS.match(said) or _TO_US.search(said) or _PLACE.match(said)
    return not asks and said.count(" ") >= _LEAST_TOLD - 1


_GUESSES = frozenset({Concern.SEXUAL_ABUSE, Concern.SEXTORTION, Concern.EXPLOITATION, Concern.VIOLENCE})
_SAYS_LITTLE = frozenset({Aside.NOTED, Aside.FEELING, Aside.SHAME, Aside.OTHER_REASON,
                          Aside.IS_IT_MY_FAULT, Aside.RIGHTS, Aside.RIDE, Aside.NOT_FOR_ME, Aside.JOKE,
                          Aside.OPEN_HOURS, Aside.WILL_YOU_TELL_HIM, Aside.PARENTS_TOLD})  # fmt: skip
_PUTS_OFF = re.compile(
    r"\b(?:now|later|bye|busy|stop|enough|nothing|never mind|nvm|not|no|do not|luego|despues|adios|ahora|ahorita"
    r"|ya no|nada|otro dia|olvid\w+|chao)\b"
)
_FROM = re.compile(r"\b(?:soy|vengo|vine) de \w+\b")


def _told_outright(wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return a text that tells of exploitation by itself as that, where nothing surer is heard in it."""
    told = (reading.concern is None and wrote.once(is_quota)) or (
        reading.concern in (None, Concern.SEXUAL_ABUSE) and wrote.once(bondage_in) is Detail.FAMILY
    )
    is_held = wrote.once(is_leverage) or wrote.once(is_kept)
    told = told or (is_held and reading.concern in _GUESSES | {None, Concern.CHILD_HURT})
    of_cam = reading.concern in (None, Concern.SEXTORTION, Concern.SEXUAL_ABUSE) and wrote.once(is_sold_on_camera)
    if not (told or of_cam):
        return None
    return reading._replace(
        answer=Answer.UNCLEAR, aside=None, guide=None, needs=(), concern=Concern.EXPLOITATION, level=Level.ASK
    )
