"""Questions about the place on offer, as they are typed: without a question mark, and with a need in them. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level, State
from bot.flows.session import Session
from bot.understanding.second_thoughts import asks_if_safe

_AT_AN_OFFER = frozenset({State.OPTIONS_OFFER, State.OPTIONS_CONTACT, State.HESITATION_WHY})
_MOST_WORDS = 11
_LEAD = (
    r"(?:(?:y|pero|oye|ok|okay|ta bien|esta bien|bueno|oiga|and|but|so|um|wait|hey|then|entonces|pues|va|dale|sale"
    r"|alright) )*"
)
_THERE = r"(?:ahi|alli|alla|en ese lugar|ese lugar|el lugar|the place|that place|there|in there)"
_TAIL = (
    rf"(?: (?:{_THERE}|adentro|inside|o no|or not|tambien|too|or what|o que|tho|though|verdad|por favor|porfa|please"
    rf"|hoy|today|alguien))*"
)
_ASKED: tuple[tuple[str, Answer | Aside], ...] = (
    (
        r"(?:que|q) es (?:eso|ese|el|la|lo)?(?: (?:del|de la|lugar|numero|linea))? ?(?:\d{3}|lugar|numero|linea|eso)?"
        r"|what(?: i)?s (?:the |that |this )?(?:\d{3}|place|number|line|that)?|what is (?:the |that |this )?(?:\d{3}"
        r"|place|number|line|that)"
        r"|(?:is it|is that|it is|es)(?: (?:like|como))? (?:a |an |un |una )?(?:shelter|hotline|house|place|albergue"
        r"|refugio|linea|casa|hotel)"
        r"|a donde llamo|quien contesta ahi|who answers(?: there)?",
        Answer.REPEAT,
    ),
    (
        r"(?:dame|deme|pasame|pasa|manda|mandame|quiero|ponme|cual es|give me|send me|send|whats|what is|gimme|text me"
        r"|can i have|i want|i will take)"
        r"(?: (?:el|su|ese|the|their|that|a))? (?:numero|telefono|number|phone|phone number|contacto|info)(?: (?:pues"
        r"|then|ya|de ahi|del lugar|entonces))*",
        Answer.HOW_TO_REACH,
    ),
    (
        r"(?:que|q|cual|which|what) (?:otr[oa]s?|other)(?: (?:hay|lugar|lugares|one|ones|place|places|tienes|is there"
        r"|do you have))*",
        Answer.ANOTHER,
    ),
    (
        r"(?:me |nos |te |le )?(?:quitan|agarran|guardan|revisan|checan|dejan usar|dejan tener|take|check)(?: (?:el|mi"
        r"|tu|los|las))* "
        r"(?:cel|celular|telefono|phones?|cels|cosas|bolsa)|(?:do|will|would) they (?:take|check|keep)(?: (?:my|your"
        r"|our|ur|the))* (?:phones?|cell|stuff|bags?|things)",
        Aside.PHONE_TAKEN_AWAY,
    ),
    (
        r"(?:me |te |nos |lo )?(?:van a |va a )?(?:encierran|encerrar|dejan salir|dejan ir|deja salir|obligan a "
        r"quedar\w*)|(?:puedo|se puede|puedes) (?:salir|irme|entrar y salir)"
        r"(?: (?:cuando|quiera|yo|de dia|de noche|a trabajar))*|(?:will|do|would|are) they (?:going to |gonna )?lock "
        r"(?:me|us|you|the doors?)(?: (?:in|up))*"
        r"|(?:can|could) (?:i|you) (?:leave|go out|come and go|go outside)(?: (?:when|whenever|i|want))*|do they let "
        r"(?:you|me|us) (?:leave|out|go out)",
        Aside.CAN_I_LEAVE,
    ),
    (
        r"(?:hay que |tengo que |te hacen |me hacen |obligan a )?(?:rezan|rezar|oran|orar|ir a misa|ir a la iglesia)"
        r"|es (?:de iglesia|cristiano|catolico|religioso|de monjas)"
        r"|(?:do|will|would) (?:they|i) (?:make (?:me|you|us) |have to )?(?:pray|go to church)|is it (?:a )?(?:church"
        r"|religious|christian)(?: thing| place)?",
        Aside.RELIGION_REQUIRED,
    ),
    (
        r"(?:hay|tienen|are there|do they have|is there)(?: (?:unas|muchas|any|a))? (?:camaras?|cameras?|seguridad"
        r"|guardias?|guards?|security)"
        r"|(?:que pasa |what )?(?:y |pero )?(?:si|if) (?:el|ella|mi \w+|he|she|my \w+|they|ellos|alguien)(?: (?:me|va "
        r"a|viene a|llega a|va|comes?|looks?|finds?|shows?))* ?"
        r"(?:me )?(?:busca|encuentra|sigue|llega|viene|va|buscarme|encontrarme|me|for me|looking for me|up|find me"
        r"|finds me|to find me)(?: (?:for me|me|up))*(?: (?:ahi|alla|there))+",
        Aside.IS_IT_SAFE_THERE,
    ),
    (
        r"(?:puedo|se puede|podria) (?:ir|llegar|pasar|entrar|venir)(?: (?:hoy|ahorita|ahora|mismo|ya|en la|la|noche"
        r"|de|manana|tarde|a|cualquier|hora|sin|cita))+"
        r"|(?:can|could|should) (?:i|we) (?:go|come|show up|walk in|arrive)(?: (?:today|now|right|tonight|tomorrow|at"
        r"|night|late|any|time|without|an|appointment))+"
        r"|(?:y )?(?:que pasa )?(?:si|what if|if) (?:llego|llegamos|voy|i am|i get there|we are|i come|i show up"
        r"|i)(?: (?:muy|bien|too|a little|im|am|be))* ?(?:tarde|late|en la noche|de noche|at night)"
        r"|(?:a que hora|what time|when)(?: (?:do|does|they|it|is))* (?:abren|cierran|open|close|entran)|(?:esta|estan"
        r"|is it|are they) (?:abierto|abiertos|open)(?: (?:ahora|ahorita|now|right now))*",
        Aside.OPEN_HOURS,
    ),
    (
        r"(?:(?:me )?(?:contestan|hablan|atienden|responden|entienden)|hay alguien que hable|tienen alguien que "
        r"hable)(?: (?:en|el))? (?:espanol|ingles|spanish|english|mam|mixteco|creole)"
        r"|do they (?:speak|have|answer in)(?: someone who speaks)? (?:spanish|english|creole)",
        Aside.LANGUAGE_SPOKEN,
    ),
    (
        r"como (?:le hago pa(?:ra)? )?(?:llego|llegar|me voy|voy|se llega)|how (?:do|would|can) (?:i|we) get (?:there"
        r"|to it)|que camion (?:me lleva|tomo|agarro)",
        Aside.RIDE,
    ),
)
_WHAT = tuple((re.compile(rf"{_LEAD}(?:{form}){_TAIL}"), meant) for form, meant in _ASKED)

_AMENITY = (
    r"(?:comida|cena|desayuno|banos?|regaderas?|duchas?|agua caliente|lavadoras?|lavar|ropa|wifi|internet|tele|tv"
    r"|camas?|cobijas?|cuartos?|aire|calefaccion|"
    r"cargador|cargar|cocina|cocinar|locker|computadoras?|"
    r"food|meals?|dinner|breakfast|showers?|hot water|laundry|washer|wash|clothes|blankets?|rooms?|heat|ac|charger"
    r"|charge|kitchen|cook|lockers?|computers?)"
)
_ASKS_FORM = re.compile(
    rf"{_LEAD}(?:hay (?:que|q|muchos?|muchas?|hombres|mujeres|ninos|gente)?|tienen|tiene|te dan|me dan|dan|prestan|me "
    rf"prestan|puedo|me puedo|nos podemos|se puede|podria|"
    r"dejan|me dejan|te dejan|reciben|aceptan|aguantan|piden|te piden|me piden|hacen|te hacen|me hacen|obligan|cobran"
    r"|exigen|tengo que|hay q|me van a|te van a|que pasa si|"
    r"y si|es (?:del|de|para|pa|un|una|como)|son (?:del|de)|con quien (?:duermo|voy)|cuantos? |"
    r"is there|are there|do they|does it|do i|do you|can i|can you|could i|will they|will i|would they|would i|what if"
    r"|am i allowed|are you allowed|is it|how many|who sleeps)\b"
)
_NEW_NEED = re.compile(
    r"\b(?:necesito|quiero|busco|ocupo|quisiera|need|want|looking for|abogad\w*|trabajo|jale|renta|dinero|escuela|visa"
    r"|papeles|doctor\w*|dentista|terapi\w*|"
    r"lawyer\w*|job|jobs|rent|money|school|ged|therap\w*|dentist|somewhere else|otro lado|otro lugar|numero|number"
    r"|text|texto|llamar|call|you|usted|ustedes|contigo)\b"
)
_IS_THERE = re.compile(rf"\b{_THERE}\b")
_GIVES_WAY = frozenset(
    {Answer.UNCLEAR, Answer.NEEDS, Answer.NO, Answer.MAYBE, Answer.DOUBT, Answer.YES, Answer.GO_ON,
     Answer.WHO_ARE_YOU, Answer.ASIDE, Answer.HOW_TO_REACH, Answer.NOT_NOW, Answer.REPEAT, Answer.AREA, Answer.GUIDE,
     Answer.SPANISH, Answer.ENGLISH}
)  # fmt: skip
_SAYS_LESS = frozenset(
    {Aside.JOKE, Aside.NOTED, Aside.FEELING, Aside.WHO_ARE_YOU, Aside.OTHER_REASON, Aside.RIGHTS,
     Aside.UNSURE, Aside.WHAT_HAPPENS_THERE, Aside.HOW_LONG_WAIT, Aside.STAY}
)  # fmt: skip


def at_offer(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a question about the place on offer as one: it is no new need, no yes and no danger, and the offer stays."""
    if session.state not in _AT_AN_OFFER or not session.service or session.caseworker_name or session.young:
        return reading
    said = wrote.said
    if reading.answer in STANDS or said.count(" ") >= _MOST_WORDS:
        return reading
    asked = next((meant for form, meant in _WHAT if form.fullmatch(said)), None)
    if asked is None and asks_if_safe(said):
        asked = Aside.IS_IT_SAFE_THERE
    of_danger = reading.concern is not None or reading.level is Level.ALARM
    if of_danger and (asked not in _OF_FEAR or reading.concern not in _ABOUT_HIM):
        return reading
    if asked is None and _asks_of_place(said, reading):
        asked = Aside.WHAT_HAPPENS_THERE
    if asked is None or not (of_danger or reading.answer in _GIVES_WAY):
        return reading
    plain = Interpretation(Answer.UNCLEAR, language=reading.language, facts=reading.facts, age=reading.age)
    if isinstance(asked, Aside):
        return plain._replace(answer=Answer.ASIDE, aside=asked)
    return plain._replace(answer=asked)


_OF_FEAR = frozenset({Aside.IS_IT_SAFE_THERE, Aside.CAN_I_LEAVE, Aside.PHONE_TAKEN_AWAY})
_ABOUT_HIM = frozenset({None, Concern.VIOLENCE, Concern.EXPLOITATION, Concern.WATCHED, Concern.SEXUAL_ABUSE})


def _asks_of_place(said: str, reading: Interpretation) -> bool:
    """Return whether a text has the form of a question about the place, and names no other need."""
    if _ASKS_FORM.match(said) is None or _NEW_NEED.search(said):
        return False
    if reading.answer is Answer.NEEDS:
        return _IS_THERE.search(said) is not None or re.search(rf"\b{_AMENITY}\b", said) is not None
    if reading.answer is Answer.ASIDE:
        return reading.aside in _SAYS_LESS
    return reading.answer in (Answer.UNCLEAR, Answer.NO, Answer.MAYBE, Answer.DOUBT, Answer.WHO_ARE_YOU)
