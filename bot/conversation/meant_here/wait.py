"""A question how long a person takes to write, and "nobody wrote me", where a person was asked for. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.asides import CONSENT
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Guide, Level, State
from bot.flows.session import Session
from bot.understanding.chosen_name import tells_name

_AND = (
    r"(?:(?:so|ok|okay|and|but|then|hey|um|still|like|y|pero|entonces|bueno|oye|es que|todavia|aun|ya|hola|"
    r"mas o menos|about|roughly) )*"
)
_THEY = (
    r"(?:they|she|he|it|this|that|u|you|yall|somebody|someone|anybody|anyone|a person|the person|people|staff|"
    r"the team)"
)
_ANSWER = r"(?:text|write|answer|reply|respond|call|message|msg|hit|get back|contact|reach out|read)"
_CONTESTAN = (
    r"(?:escrib(?:en|e|an|iran|ir|irme)|contest(?:an|a|en|aran|ar|arme)|respond(?:en|e|an|er|erme)|"
    r"llam(?:an|a|en|ar|arme)|marc(?:an|a|ar|arme)|habl(?:an|a|ar|arme)|texte(?:an|a|ar|arme)|"
    r"mand(?:an|a|ar|arme)(?: (?:un )?(?:mensaje|texto))?)"
)
_ALGUIEN = r"(?:alguien|una persona|la persona|ellos|ella|ustedes|el equipo)"
_HOW_LONG = re.compile(
    rf"{_AND}(?:how (?:long|much longer|soon|many (?:minutes|hours|days))"
    rf"(?: (?:do|does|will|would|is|are|did|till|until|til|before|for|to|i|have|wait|usually|gonna|going|{_THEY}"
    r"|take|takes|"
    rf"be|me|my|an|{_ANSWER}|back))*"
    rf"|(?:when|what time)(?: (?:do|does|will|would|is|are|r|gonna|going to|{_THEY}))+ {_ANSWER}(?: (?:me|back|to me"
    rf"|up|us))*"
    r"|(?:como |y )*cuanto(?: tiempo)?(?: (?:me|les|te|mas|le|ya))* (?:falta|queda|hay que esperar)"
    r"(?: (?:mas|para que|todavia|aun|escriban|contesten|me|ya))*"
    r"|(?:como )?cuanto(?: tiempo)?(?: (?:se|me|te|les|van a|va a|mas|falta|para|que|hay que|tengo que|en))*"
    rf" (?:tard\w+|demor\w+|dilat\w+|espera(?:r|rme)?)(?: (?:en|para|a|que|me|{_ALGUIEN}|{_CONTESTAN}|mas|ustedes"
    r"|ellos))*"
    rf"|(?:cuando|(?:como )?a que hora|para cuando|que dia)(?: (?:me|nos|van a|va a|{_ALGUIEN}))* {_CONTESTAN}"
    rf"(?: (?:a mi|{_ALGUIEN}|ya|de vuelta))*)"
)
_UNANSWERED = re.compile(
    rf"{_AND}(?:(?:nobody|no one|noone|nothing|no text|nadie|nada)(?: (?:yet|still|here|today|todavia|aun|ya))*"
    r"|(?:nobody|no one|noone|none of yall|nobody ever) (?:has |have |ever |even |still |never )*"
    r"(?:text|texts|texted|wrote|written|write|answer|answered|replied|reply|responded|called|messaged)"
    r"(?: (?:me|back|to me|us|yet|still|at all|today))*"
    r"|(?:they|yall|you|u|she|he) (?:guys )?(?:never|still have not|have not|has not|did not|still did not)"
    r" (?:even )?"
    r"(?:text|texted|wrote|write|answer|answered|reply|replied|responded|respond|called|call)(?: (?:me|back|to me"
    r"|us|yet))*"
    r"|nadie (?:me |nos |ha |todavia |aun |ya )*(?:escrib\w+|escrito|contest\w+|llam\w+|respond\w+|habl\w+|mand\w+)"
    r"(?: (?:todavia|aun|nada|nunca|mensaje|a mi|hoy|ayer))*"
    r"|no me (?:han |ha )?(?:escrito|contestado|llamado|respondido|escribieron|contestaron|llamaron|hablaron"
    r"|mandaron)"
    r"(?: (?:todavia|aun|nada|nunca|nadie))*"
    r"|(?:me )?(?:dejaron|tienen|siguen|estoy|stoy|toy|ando|sigo|llevo)(?: (?:en|en visto|esperando|aqui|horas|rato"
    r"|todo|el|dia))+"
    r"|(?:i am|ive been|i have been|been) (?:still )?waiting(?: (?:for|so|long|hours|all day|forever|here|a while"
    r"|still))*)"
)
_LET_DOWN = re.compile(
    rf"{_AND}(?:(?:nobody|no one|noone|they|yall|she|he)(?: (?:has|have|ever|even|still|never|did not|is|are|not))*"
    r" (?:came|come|coming|showed|shows?|shown|here)(?: (?:up|yet|still|tho|though|at all|here|to me))*"
    r"|(?:you|u|yall|they|this|it)(?: (?:guys|all|just|is|are|were|was|a|straight|up|so|such))* (?:lied|lie|lying|liars?"
    r"|full of (?:it|crap|shit))(?: (?:to me|tho|though|again|smh))*|liars?|lies"
    r"|(?:you|u|yall|they) (?:said|told me|promised) (?:that )?(?:somebody|someone|they|you|a person|she|he)"
    r" (?:would|will|was|were|is|can)(?: (?:gonna|going to|be))* (?:text|write|call|answer|come|be here)\w*(?: (?:me|here"
    r"|back|soon|today))*"
    r"|(?:it is|it has|has|already|is|been)(?: (?:been|already|like|so|a|an|over|about|almost|literally))* "
    r"(?:forever|ages|long|(?:long )?while|minutes?|mins?|hours?|days?|too long|half an hour|(?:\d+|two|three|five|ten) "
    r"(?:minutes?|mins?|min|hours?|hrs?|days?))(?: (?:now|already|tho|though|since|and|nothing|long))*"
    r"|(?:no|nadie) (?:(?:ha )?(?:vino|viene|venido|llega|llego|llegado|llegan|hay|aparece|aparecio|esta)) ?(?:nadie)?"
    r"(?: (?:todavia|aun|nunca|aqui|ya))*"
    r"|(?:son (?:unos |puros |puras )?|que |puros? |puras )?(?:mentiros[oa]s?|mentiras?|cuentos?)|me (?:mintieron|mentiste"
    r"|mienten|enganaron)|mentiste"
    r"|(?:dijiste|dijeron|decian|me dijeron|me dijiste) que (?:me |alguien |una persona )+(?:\w+ ?){1,3}"
    r"|(?:ya |hace |desde hace |llevo )*(?:paso|pasaron|pasado|va|van|lleva|es|fue|hace|llevo)? ?"
    r"(?:(?:mucho|un|buen|rato|tiempo|una eternidad|eternidad|como|ya|mas de|\d+|dos|tres|media|una|"
    r"horas?|minutos?|dias?)(?: |$)){2,5}(?:ya|y nada|esperando| )*)"
)
"""Says, while a person is awaited, that it takes long or that nobody is there."""

_GIVES_WAY = frozenset(
    {Answer.UNCLEAR, Answer.ASIDE, Answer.COME, Answer.SKIP, Answer.NAME, Answer.NO, Answer.NOT_NOW, Answer.MAYBE,
     Answer.GREETING, Answer.CHECK_IN, Answer.REPEAT, Answer.PERSON, Answer.WATCHED, Answer.GUIDE, Answer.SPANISH,
     Answer.ENGLISH, Answer.MENU, Answer.GO_ON, Answer.YES, Answer.BACK}
)  # fmt: skip


def of_the_wait(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "y cuando me escriben" and "nobody wrote me" as questions about the wait where a person was asked for."""
    asked_for = bool(session.case) and not session.caseworker_name
    is_seen = (
        asked_for and reading.concern is Concern.WATCHED and reading.level is not Level.ALARM
    )  # "ya vieron mi mensaje"
    is_sure = (reading.concern is not None or reading.level is not None) and not is_seen
    if is_sure or session.caseworker_name or reading.answer not in _GIVES_WAY:
        return reading
    if reading.answer is Answer.COME and _OF_PAPERS.search(wrote.said):
        return reading._replace(answer=Answer.UNCLEAR, come=False)
    asks_when = reading.answer is Answer.COME and not session.hazard  # nobody was asked to come
    if not (asked_for or asks_when or session.state in CONSENT):
        return reading
    said = wrote.said
    if _HOW_LONG.fullmatch(said) or (asked_for and _is_let_down(said)):
        return Interpretation(Answer.ASIDE, aside=Aside.HOW_LONG_WAIT, language=reading.language)
    if asked_for or (session.state in CONSENT and _WHO.fullmatch(said)):
        return _while_it_lasts(said, reading)
    return reading


def _is_let_down(said: str) -> bool:
    return _UNANSWERED.fullmatch(said) is not None or _LET_DOWN.fullmatch(said) is not None


_OF_PAPERS = re.compile(
    r"\b(?:visas?|tramites?|papeles|permiso|green card|asilo|asylum|court|corte|juicio|denuncia|caso|case)\b"
)


_ALGUN = r"(?:me |lo |ya |alguien |ellos |ella |ustedes |el equipo |nadie )*"
_DID_THEY = re.compile(
    rf"{_AND}(?:{_ALGUN}(?:llegaron|llego|contestaron|contesto|leyo|leyeron|vieron|vio|respondieron|respondio"
    rf"|escribieron|escribio|"
    r"mandaron|recibieron)(?: (?:mi|el|mis|ya|algo|mensajes?|textos?|todo|alguien|ellos))*"
    rf"|(?:did|have|has) {_THEY}(?: (?:even|already|ever))? {_ANSWER}\w*(?: (?:me|it|my|yet|back|text|texts|message"
    rf"|messages|this|anything))*"
    r"|(?:did|have|has) (?:they|she|he|someone|anyone|staff|the person)(?: (?:even|already))? (?:see|seen|get|got"
    r"|receive|come|arrive)\w*(?: (?:it|my|yet|text|"
    r"texts|message|messages|this))*"
    r"|any (?:news|answer|word|update)(?: (?:yet|from them))*|(?:hay )?(?:noticias|novedades|respuesta)(?: (?:ya|de "
    r"ellos))*)"
)
_WILL_THEY = re.compile(
    rf"{_AND}(?:(?:que pasa )?si (?:no |nadie )*(?:me )?(?:contestan?|escriben?|responden?|llaman?)(?: (?:hoy|nunca"
    rf"|nadie|en|la|noche|ahorita|rapido))*"
    r"|(?:me )?(?:van a |va a )?(?:contestan|contestar|escriben|escribir|responden|responder|contestarme|escribirme) "
    r"(?:o|or) (?:no|que)"
    rf"|what (?:if|happens if) (?:{_THEY}|nobody|no one) (?:do not|does not|never|will not)? ?{_ANSWER}\w*(?: (?:me"
    rf"|today|tonight|back|ever|in time))*"
    rf"|(?:are|is|will|do) {_THEY}(?: (?:even|ever|going to|gonna))* {_ANSWER}(?: (?:me|back|today))* or (?:not|no"
    rf"|what)"
    r"|(?:sigo|aqui sigo|aun|todavia|still)(?: (?:aqui|here))? (?:esperando+|waiting+)(?: (?:aqui|here|eh|ok))*)"
)
_STAYS = re.compile(
    rf"{_AND}(?:(?:aqui |los |la |lo |te )*(?:espero|esperare|voy a esperar|me espero)(?: (?:aqui|entonces|pues"
    rf"|gracias))*|ahi (?:les|te|se lo) encargo"
    r"|(?:i am |i will |ill )?(?:be )?(?:wait|waiting|here|stay here)(?: (?:then|here|for (?:them|it)|waiting))*"
    r"|(?:que pasa )?(?:si|what if|if) (?:me|i) (?:duermo|quedo dormid[oa]|fall asleep|sleep|go to sleep|am asleep)"
    r"|(?:ya )?(?:me voy a|voy a|i am going to|i am gonna|gonna|going to) (?:dormir|acostar(?:me)?|sleep|bed|go to "
    r"(?:sleep|bed))(?: (?:ya|now))*)"
)
_BATTERY = re.compile(
    rf"{_AND}(?:(?:ya )?(?:se me|me) (?:va a |va |esta )?(?:acaba|acabar|acabando|queda|quedo|muere|morir)(?: (?:sin"
    rf"|la|el|poca|poquita|mi|un))* "
    r"(?:pila|bateria|cel|celular|telefono|saldo)|(?:tengo|traigo|me queda|queda) (?:poca|poquita|\d+(?: por ciento)?"
    r"|nada de) (?:de )?(?:pila|bateria)"
    r"|(?:my )?(?:phone|phones|battery|cell)(?: (?:is|at|about|to|gonna|going|almost|real))* (?:die|dying|dead|dies"
    r"|low|\d+)(?: (?:soon|percent))*)"
)
_WHO = re.compile(
    rf"{_AND}(?:(?:yo |mejor |que |prefiero |quiero |queria |quisiera |pedi |i |would |rather |want |wanted |asked "
    rf"|need "
    rf"|for |prefer |preferred |only |please )*"
    r"(?:una? |a |con una |to a |that it is a |sea |it is a |can it be a |can i get a )*(?:mujer|woman|girl|lady"
    r"|female|chava|muchacha)(?: "
    r"(?:por favor|please|mejor|to talk to|no hombre))*"
    r"|(?:i |do |not |want |it |to |be |talk |with |please |just |no |if |its |is |get |me |that )*"
    r"(?:a |to )?(?:men|guys?|man|dudes?|males?)(?: (?:please|tho|though|texting me|to text me|not a guy|ok|right))*"
    r"|(?:yo |es |si |que |por |favor |porfa |mejor |quiero |no |sea |con |a |hablar )+(?:una? |unos )?"
    r"(?:hombres?|senor|vato|batos?|varon|chavo)(?: (?:por favor|porfa|mejor|verdad|no))*"
    r"|(?:me |que )*(?:pueden?|podrian?|quiero que|mejor|prefiero que)(?: (?:que|me))* (?:llamarme|llamar|marcarme"
    r"|marcar|llamen|marquen|hablarme por telefono)"
    r"(?: (?:mejor|por telefono|ya|por favor))*"
    r"|(?:can|could|will) (?:they|you|someone|she) (?:just )?call(?: me)?(?: (?:instead|please|on the phone))*"
    r"|(?:mejor |puede ser |can we |do |es )*(?:por |on |via |in |en |x )(?:whatsapp|whats|wasap|messenger|insta"
    r"|instagram|snap|snapchat|facebook|face|discord)"
    r"(?: (?:mejor|instead|please|por favor))*"
    r"|(?:hay alguien que |alguien que |que )*(?:hablen?|sepan?|sepa)(?: (?:el|en))? (?:espanol|ingles|spanish|english)"
    r"|(?:does|do) (?:anyone|they|someone|she) (?:there )?speak (?:spanish|english))"
)


def _while_it_lasts(said: str, reading: Interpretation) -> Interpretation:
    """Return what a short text means while a person is awaited: whether they read it, who they are, that she stays."""
    plain = Interpretation(Answer.ASIDE, language=reading.language)
    if _DID_THEY.fullmatch(said):
        return plain._replace(aside=Aside.FOUND_IT_YET)
    if _WILL_THEY.fullmatch(said):
        return plain._replace(aside=Aside.HOW_LONG_WAIT)
    if _WHO.fullmatch(said):
        return plain._replace(aside=Aside.WHO_WILL_ANSWER)
    if _STAYS.fullmatch(said):
        return plain._replace(answer=Answer.NOT_NOW)
    if _BATTERY.fullmatch(said):
        return plain._replace(answer=Answer.GUIDE, guide=Guide.NO_PHONE)
    return reading


_WHAT_NOW = re.compile(
    r"(?:(?:so|ok|okay|and|but|then|y|pero|entonces|bueno) )*"
    r"(?:when(?: is that| though| exactly)?|what (?:is|will) (?:going to )?happen(?: now| next)?"
    r"|what happens (?:now|next)|now what|what now|what next|(?:para )?cuando(?: seria)?"
    r"|(?:y )?ahora que(?: pasa| sigue| hago)?"
    r"|que (?:va a pasar|pasa|sigue)(?: ahora| ahorita)?)"
)


def while_waiting(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "when" and "so now what" as a question about the wait, and a bare name as one to be asked about."""
    stands = reading.concern is not None or reading.answer in STANDS
    if stands or not session.case or session.caseworker_name:
        return reading
    if _WHAT_NOW.fullmatch(wrote.said):
        return Interpretation(Answer.ASIDE, aside=Aside.HOW_LONG_WAIT, language=reading.language)
    waits = session.state in (State.HANDOFF_WAITING, State.HANDOFF_LONGER) and not session.name
    if waits and reading.answer is Answer.UNCLEAR and tells_name(wrote.text, wrote.lexicon):
        return Interpretation(Answer.NAME, language=reading.language)
    return reading
