"""What a person says of a place that they tried, or of what they have seen: it leads to the next one. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level, State
from bot.flows.session import Session
from bot.flows.table import HANDLED

_LONGEST = 14
"""Maximum number of words. A longer text is a story."""

_IN_VAIN = re.compile(
    r"\b(?:(?:they|it|that|place|shelter|all|everything|line|she|he|everybody|everyone)(?: \w+){0,4} full\b(?! of)"
    r"|full(?: up| rn| right now| tonight| already)?$"
    r"|no (?:more )?(?:beds?|rooms?|space|spots?|openings?|vacanc\w+)\b|at capacity|wait ?list(?:ed)?"
    r"|turned me away|(?:would|will|did|do|does) not (?:take|let|accept) (?:me|us|people like me)(?: in)?\b"
    r"|(?:they|she|he|lady|guy|place|line) (?:just )?(?:said|told me) (?:no|they can not|they could not|i can not)\b"
    r"|(?:nobody|no one|noone) (?:\w+ )?(?:picks?|picked|answers?|answered|answering|responds?|responded"
    r"|called|texted)\b"
    r"|(?:they|she|he|it|line) (?:did not|do not|does not|never|will not|is not|are not|aint|wont|not)(?: even)?"
    r" (?:pick(?:ed|ing)? up|answer\w*|respond\w*|call(?:ed)? (?:me )?back|text(?:ed)? (?:me )?back|reply|replied)\b"
    r"|voice ?mail|(?:just|keeps?|only) (?:rings|ringing)|rings and rings|line (?:is|was) busy"
    r"|number (?:is |was )?(?:does not|did not|not) (?:work|working)|(?:number|line) (?:is )?(?:disconnected"
    r"|dead|off)"
    r"|out of service"
    r"|(?:esta|estan|estaba|estaban|todo|que) (?:bien |muy )?(?:llen[oa]s?)\b|^llen[oa]s?$"
    r"|no (?:hay|habia|tienen|tenian|queda|quedan) (?:camas?|espacio|cupo|lugar(?:es)?|campo|cuartos?)\b"
    r"|nadie (?:me )?(?:contest\w+|responde|respondio|agarra|agarro)"
    r"|no (?:me )?(?:contestan|contestaron|contesto|responden|respondieron|agarran|aceptan|aceptaron|dejaron|reciben"
    r"|recibieron|quisieron)\b"
    r"|(?:me )?(?:mando|manda|mandan|fue|se va) (?:al? )?buzon|buzon de voz|suena y suena|lista de espera"
    r"|\bno (?:jala|jalo|entra|entro|da|suena|agarra|agarro|marca|funciona|funciono|me sirve|me sirvio|sirvio"
    r"|conecta)"
    r"(?: (?:la llamada|bien))?(?: (?:el|ese|este|su|al))? (?:numero|telefono|linea|tel)\b|(?:el|ese|este)"
    r" (?:numero|tel|telefono)"
    r" no (?:jala|jalo|entra|da|suena|agarra|me sirve|me sirvio|conecta|es)\b|\b(?:esta|sale|suena|da) (?:siempre"
    r" )?ocupad[oa]\b"
    r"|^(?:y )?(?:ese|esa|este|eso) tampoco(?: (?:sirve|contesta\w*|jala|funciona))?$|^tampoco(?: (?:ese|sirve"
    r"|contestan|jala))?$"
    r"|(?:number|line|it|that one|call|that) (?:just |still )?(?:does not|did not|do not|will not|would not)"
    r" (?:work|go through|ring|connect)\b"
    r"|(?:it|line) (?:is|was|keeps being|stays) busy\b|^(?:just )?(?:busy|a busy signal)$|^(?:not )?that one"
    r" (?:either|neither|too)$|^neither did that(?: one)?$"
    r"|(?:you|u|yall|they) (?:gave|sent|got) (?:me )?(?:the|a|an) (?:wrong|bad|dead|fake|old) (?:number|num|line|phone)\b"
    r"|(?:me )?(?:dieron|diste|mandaron|pasaron)(?: mal)? (?:el|un|otro) (?:numero|telefono)(?: (?:mal|equivocado|que no es))\b"
    r"|me (?:dieron|diste|mandaron|pasaron) mal el (?:numero|telefono)\b"
    r"|wrong number (?:you|u) (?:gave|sent)|(?:number|line) (?:you|u) (?:gave|sent)(?: me)? (?:is|was|does|did)"
    r" (?:not|wrong|dead|fake)"
    r"|(?:me )?dijeron que no\b|el numero no (?:sirve|funciona|existe|entra)|no (?:sirve|funciona"
    r"|existe) (?:el|ese) numero"
    r")"
)
"""The place was full, took them not, or nobody answered."""

_ON_HOLD = re.compile(
    r"\b(?:(?:put|kept|left|had|leave|leaves|keeps?) me (?:\w+ )?(?:on hold|waiting)"
    r"|(?:on hold|waiting) for (?:an?|\d+|like|hours)"
    r"|(?:dejaron|dejo|tuvieron|tienen) (?:\w+ )?(?:en espera|esperando))\b"
)
"""It let them wait on the line."""

_WHO_SAID = r"(?:they|she|he|lady|guy|place|line|shelter) (?:just |only )?(?:said|say|says|told me|tell me)(?: that)?"
_TURNED_AWAY = re.compile(
    rf"\b{_WHO_SAID} (?:i am |im |i was |you are |u are |ur )?"
    r"(?:(?:too|way too) (?:old|young)|not (?:old|young) enough)\b"
    rf"|\b{_WHO_SAID} (?:i|you|u|it) (?:need|needs|have|got|must|had|should|needed)(?: to| have)?"
    r" (?:(?:be|b|have|show|bring|get) )?(?:an? |my |your |some )?(?:\w+ )?(?:id|ids|ident\w+|papers|referral|"
    r"insurance|permission|pregnant|\d\d|older|younger|sober|licen[cs]e|birth certificate|ssn|social)\b"
    r"|\b(?:they|it|place|line|shelter) (?:just |only )+(?:take|takes|accept|accepts|help|helps|let)(?: in)? "
    r"(?:(?:people|ppl|kids|girls|women|men|guys|boys|youth|moms|families|pregnant|minors|adults|up to|"
    r"under|over)\b|\d)"
    r"|\b(?:they|it|place|line|shelter) (?:do|does|did|will|would) not (?:take|accept|let in|help) (?:in )?"
    r"(?:people|ppl|anyone|anybody|girls|guys|boys|men|women|kids) (?:my age|like me|over|under)\b"
    r"|\b(?:dijeron|dijo|dicen|dice) (?:que|q) (?:ya )?(?:estoy|soy) (?:muy |demasiado |ya )?(?:grande|viej[oa]|mayor"
    r"|chic[oa]|joven|menor)\b"
    r"|\b(?:me )?(?:pidieron|pidio|(?:piden|pide|exigen)(?=.* no (?:la |lo |los )?tengo)) (?:una? |mis? |la )?"
    r"(?:id|ids|identificacion|papeles|licencia|acta|permiso|referencia|seguro)\b"
    r"|\b(?:dijeron|dijo|dicen) (?:que|q) (?:necesito|tengo que|hay que|debo)(?: tener| traer| estar| ser)? "
    r"(?:una? |mis? )?(?:id|identificacion|papeles|embarazada|mayor|permiso|referencia|seguro|\d\d)\b"
    r"|\b(?:nomas|solo|solamente|nada mas) (?:agarran|aceptan|reciben|atienden|ayudan)(?: a)? "
    r"(?:menores|mayores|mujeres|hombres|chicas|gente|ninos|adultos|embarazadas|de \d|hasta|familias)\b"
)
"""They said what this person has not, or is not: too old, no ID, not pregnant."""

_A_PLACE = (
    r"(?:drop in|drop ?in (?:place|center)|shelter|youth center|center|program|place|day center|food bank|pantry|"
    r"albergue|refugio|centro|programa|comedor|lugar)"
)
_PUT_OUT = re.compile(
    rf"\b{_A_PLACE}(?: \w+){{0,3}} (?:kicked me out|banned me|threw me out|put me out|barred me|trespassed me"
    r"|me (?:corrio|corrieron|echo|echaron|veto|vetaron|saco|sacaron))\b"
    r"|\b(?:(?:got|been|was|am|is) (?:banned|kicked out|barred|thrown out|put out|trespassed)|kicked me out|banned me"
    rf"|threw me out|put me out) (?:of|from|at) (?:the|that|this|my|a) {_A_PLACE}\b"
    rf"|\bme (?:corrieron|echaron|vetaron|sacaron) (?:del|de la|de un|de ese) {_A_PLACE}\b"
)
"""A place put them out: no danger is told by it, also where there was a fight."""

_NO_THREAT = frozenset({Concern.VIOLENCE, Concern.EXPLOITATION, Concern.CHILD_HURT})
_HURT = re.compile(
    r"\b(?:hit|hits|beat|beats|punched|choked|raped|touched|grabbed|threatened|hurt|hurts|scared|stabbed|golpe\w*|"
    r"pego|pegan|pegaron|toco|tocaron|amenaz\w+|violo|violaron|miedo)\b"
)


def put_out(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "the drop in kicked me out cuz i had a fight" as a place that put them out, and ask what they need."""
    stands = reading.level is Level.ALARM or session.caseworker_name or session.young or "?" in wrote.text
    if stands or not session.safe or reading.concern not in (None, *_NO_THREAT):
        return reading
    said = wrote.said
    if _PUT_OUT.search(said) is None or _HURT.search(said):
        return reading
    calm = reading._replace(concern=None, level=None, about_other=False)
    if session.offered_services and (session.state, Answer.ANOTHER) in HANDLED:
        return calm._replace(answer=Answer.ANOTHER, needs=(), aside=Aside.LET_DOWN)
    if calm.needs:
        return calm._replace(answer=Answer.NEEDS, aside=Aside.LET_DOWN)
    return calm._replace(answer=Answer.MENU, aside=Aside.LET_DOWN)


_WHAT_ELSE = re.compile(
    r"(?:(?:ok|okay|and|so|but|y|pues|bueno|well|any|got|give me|show me|have|you|u|do|hay|tienes|tienen"
    r"|is there|are there"
    r"|dame|quiero|ver|mejor|un|una|a|the|me|i want|can i get|maybe|nah|no|know) )*"
    r"(?:what else|anything else|something else|anywhere else|somewhere else|someplace else|another"
    r"|another (?:one|place|option|number)"
    r"|other|others|other (?:places?|ones?|options?|numbers?)|(?:a )?different(?: (?:one|place|option))?"
    r"|next(?: one)?|more options"
    r"|otr[oa]s?|otr[oa]s? (?:lugar(?:es)?|opcion(?:es)?|numeros?|lados?|sitios?|cosas?)|que mas"
    r"|que otra cosa|algun otro|alguna otra"
    r"|algo mas|mas opciones|el siguiente|diferente)"
    r"(?: (?:please|pls|por ?fa\w*|favor|hay|tienes|tienen|is there|are there|you got|u got|do you have|then"
    r"|tho|near here|entonces|me das"
    r"|puede ser|aparte|que no sea ese))*"
)
"""Asks for something else than what was offered, and says nothing more."""


def next_one(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "they full", "nobody picked up" and "what else" as a wish for another, once something was offered."""
    stands = reading.concern is not None or reading.answer not in _MAY_BE | {Answer.NOT_NOW} or session.caseworker_name
    if stands or session.young or not session.offered_services or not (session.safe and session.limits_told):
        return reading
    said = wrote.said
    if said.count(" ") >= _LONGEST:
        return reading
    in_vain = "?" not in wrote.text and any(told.search(said) for told in (_IN_VAIN, _ON_HOLD, _TURNED_AWAY))
    asks = reading.answer is not Answer.NOT_NOW and _WHAT_ELSE.fullmatch(said) is not None
    if not (in_vain or asks):
        return reading
    aside = Aside.LET_DOWN if in_vain else None
    if (session.state, Answer.ANOTHER) in HANDLED:
        return reading._replace(answer=Answer.ANOTHER, needs=(), aside=aside)
    needs = session.needs or session.parked
    if session.state not in _LEFT_AT or not needs:
        return reading
    return reading._replace(answer=Answer.NEEDS, needs=needs[:1], aside=aside)


_MAY_BE = frozenset(
    {Answer.UNCLEAR, Answer.ASIDE, Answer.NO, Answer.MAYBE, Answer.DOUBT, Answer.HEARD_THINGS, Answer.WENT_BADLY,
     Answer.THANKS, Answer.REPEAT, Answer.WHAT_HELP, Answer.MENU,
     Answer.GREETING}
)  # fmt: skip
"""What such a text is read as without what stands before it."""

_LEFT_AT = frozenset(
    {State.WELCOME_ANYTIME, State.WELCOME_AGAIN, State.HESITATION_WHY, State.HESITATION_OTHER, State.HESITATION_BADLY,
     State.HESITATION_PARKED, State.HESITATION_HELP, State.UNCLEAR_PERSON, State.UNCLEAR_REST}
)  # fmt: skip
"""Where a person comes back to what was offered before."""


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


def of_past_place(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "i went to one and they put me with boys" as told of another place: the one on offer stays there."""
    told = reading.aside is Aside.WENT_BADLY and session.service and reading.answer is Answer.ASIDE
    said = wrote.said if told else ""
    if not told or _PAST_PLACE.search(said) is None or _THE_ONE_OFFERED.search(said):
        return reading
    return reading._replace(aside=Aside.PAST_PLACE)
