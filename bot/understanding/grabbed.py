"""What somebody writes who has just grabbed the phone: to her, or of her, and not to a helper (promise 7).

`asks_whom` is somebody else's anywhere: "con quien hablas", "nobody here by that name". `is_rude` is it only beside a
danger: "wtf is this" and "este cel es mio" are what a boyfriend writes, and now and then the person herself.
`is_her_role` is no introduction: "if im his girl", "quiere que sea su novia" tell what somebody wants of her.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_RUDE = r"(?:the fuck|the hell|the heck|tf|fuck|hell|in the hell|in the world)"
_INSULT = (
    r"(?:bitch|hoe|ho|asshole|mf|motherfucker|punk|slut|whore|bro|man|dude|nigga|pendej[oa]s?|cabron(?:a|es)?|"
    r"put[oa]s?|perra|"
    r"zorra|guey|wey|bato|vato|carnal|compa|culer[oa]|mija|mocosa)"
)
_HERS = (
    r"(?:(?:my|our) (?:girl|girls|girlfriend|gf|wife|wifey|bitch|hoe|daughter|kid|child|son|woman|baby mama|niece|"
    r"sister))"
)
_HIJA = r"(?:(?:mi|nuestr[oa]) (?:mujer|novia|hij[oa]|esposa|vieja|chava|senora|morra|nina|nino|sobrina|hermana))"
_NOW = (
    r"(?: (?:here|now|right now|on here|on my phone|on this phone|so late|again|huh|tho|about me|(?:at|on) (?:this|"
    r"my) (?:hour|phone|cell)|{insult}))*"
)
_AHI = r"(?: (?:ahi|ahorita|ahora|aqui|tanto|a esta hora|a estas horas|ella|eh|en mi cel|en este cel|{suya}|{insult}))*"
_LEAD = (
    r"(?:(?:hey|yo|so|and|ok|okay|oye|a ver|y|pero|oiga|que|dime|digame|tell me|answer me|answer|contesta|"
    rf"contestame|responde|habla|{_INSULT}) )*"
)
_TALKING = r"(?:talking|talkin|texting|textin|txting|messaging|chatting|writing|typing|facetiming)"
_HABLAS = (
    r"(?:hablas?|platicas?|chateas?|(?:te )?mensajeas?|(?:te )?texteas?|te escribes|se escribe|"
    r"(?:estas|esta|andas|anda|sigues|sigue)(?: (?:hablando|platicando|chateando|escribiendo|texteando|"
    r"mensajeando)(?:te|se)?))"
)
_ESCRIBES = (
    r"(?:(?:le |les )?(?:escribes?|texteas?|hablas|mensajeas?)|"
    r"(?:le |les )?(?:estas|esta|andas|anda) (?:escribiendo|texteando|mensajeando|hablando)(?:le|les)?)"
)
_GROSERIA = (
    r"(?:chingados?|chingadas?|carajos?|diablos|demonios|madres?|mierda|vergas?|putas?|chucha|cono|fregados|jodidos?|"
    r"cuernos)"
)
_NAME = r"(?!(?:me|help|that|who|to|the|a|he|she|can|back|any\w*|it|for|about|que|quien|aqui)\b)\w+"
_ASKS_WHOM = re.compile(
    rf"{_LEAD}who (?:(?:is|are|r|was|were|the|fuck|hell|tf) )*(?:you|u|ya|she|{_HERS})(?: (?:is|are|r|been|even|"
    rf"always|the one))*"
    rf" {_TALKING}(?: (?:to|with))?{_NOW.format(insult=_INSULT)}"
    rf"|{_LEAD}who (?:does|did|is) (?:she|{_HERS}) (?:talk|text|write|message|speak|be {_TALKING})(?: (?:to|"
    rf"with))?{_NOW.format(insult=_INSULT)}"
    # nobody of that name is here
    r"|(?:(?:sorry|hey|no|hi|um|look|there is|is) )*(?:no ?one|nobody|no person|no girl|not any ?one)(?: (?:is|lives|"
    r"here|at this number|in this house|on this phone))*"
    rf" (?:(?:by|with|of|called|named) (?:that|the|this|such) name|(?:by the name(?: of)?|named|called) {_NAME})(?: "
    rf"(?:here|lives here|at this number|on this phone|sorry))*"
    rf"|(?:(?:sorry|hey|no|hi|um|look) )*(?:she|{_HERS})(?: (?:is|does|can|will|has))*(?: not| no longer)"
    r" (?:available|around|live here|living here|come to the phone|be talking|have this (?:phone|number)|here "
    r"anymore|use this (?:phone|number))(?: (?:right now|now|anymore|any more|sorry))*"
    rf"|(?:(?:hey|yo|so|ok|bitch) )*(?:answer|answer me|say|speak up|reply|respond|text me back)(?: (?:me|now|and "
    rf"say|bitch))* who (?:(?:is|are|the|fuck|hell|tf) )*(?:you|u|this|it)(?: (?:are|is|r|{_INSULT}))*"
    rf"|{_LEAD}con quien {_HABLAS}{_AHI.format(insult=_INSULT, suya=_HIJA)}"
    rf"|{_LEAD}(?:a|pa|para) quien {_ESCRIBES}{_AHI.format(insult=_INSULT, suya=_HIJA)}"
    rf"|{_LEAD}(?:que|lo que|que cosas|que tanto) (?:le|les) (?:dicen|dice|mandan|manda|escriben|escribe|cuentan|"
    rf"andan diciendo|estan diciendo|estan mandando|meten en la cabeza|platican|aconsejan|ofrecen|prometen)"
    rf" a (?:ella|esa|{_HIJA})(?: (?:ustedes|ahi|por ahi|aqui|{_INSULT}))*"
    rf"|(?:(?:perdon|disculpe|oiga|hola|no|lo siento|aqui) )*no (?:hay|vive|esta|conozco a|existe|trabaja)(?: "
    rf"(?:aqui|nadie|ninguna?|a|en esta casa))*"
    rf" (?:con ese nombre|con ese apellido|(?:llamad[oa]|que se llame|de nombre) {_NAME})(?: (?:aqui|en esta casa|en "
    rf"este numero))*"
    rf"|(?:(?:perdon|disculpe|oiga|hola|lo siento) )*(?:(?:ella|{_HIJA}) )?(?:ya )?no (?:esta disponible|se "
    rf"encuentra|puede (?:contestar|atender|hablar|responder)|vive aqui|usa este (?:cel|celular|numero|telefono))(?: "
    rf"(?:ahora|ahorita|ya|por el momento|ella|{_HIJA}))*(?<! puede hablar)(?<! puede contestar)(?<! puede responder)"
    rf"|(?:(?:oye|a ver|ya|y|pero|bueno|que) )*(?:contesta|contestame|conteste|responde|respondeme|habla)(?: (?:ya|"
    rf"pues|{_INSULT}|y dime|y di|o))* quien (?:{_GROSERIA} )?(?:eres|es|son|habla|escribe)(?: (?:tu|usted|este|"
    rf"{_INSULT}))*"
)

_AND_SO = rf"(?:(?:hey|yo|so|and|ok|okay|wait|um|lol|oye|y|a ver|pero|que|ah|{_INSULT}) )*"
_THIS = r"(?:this|dis|that|these|you|u|it|yall)"
_THING = (
    r"(?: (?:shit|number|line|thing|texts?|messages?|about|is|are|for|even|now|here|mess|bullshit|supposed to be|"
    r"{insult}))*"
)
_ESTO = r"(?:esto|este|eso|esta|estos|estas|tu|usted|ustedes)"
_COSA = r"(?: (?:mensajes?|textos?|numero|chingadera|pendejada|madre|cosa|de|aqui|ahora|que|{insult}))*"
_IS_RUDE = re.compile(
    rf"{_AND_SO}(?:put|get) her on(?: (?:the|this) (?:phone|line))?(?: (?:now|right now|{_INSULT}))*"
    rf"|{_AND_SO}(?:who gave|how (?:did|do)) (?:you|u|her|she)(?: (?:get|got|have))? (?:this|her|that) number(?: "
    rf"{_INSULT})*"
    rf"|{_AND_SO}(?:pasamela|pasame a (?:ella|{_HIJA})|comunicame con (?:ella|{_HIJA})|ponmela(?: al telefono)?)(?: "
    rf"(?:ya|ahora|ahorita|{_INSULT}))*"
    rf"|{_AND_SO}(?:quien|como) (?:te|le|les)? ?(?:dio|dieron|conseguiste|consiguio|consiguieron|tienes) (?:este|su|"
    rf"ese) numero(?: {_INSULT})*"
    rf"|{_AND_SO}(?:wtf|who|what) (?:(?:{_RUDE}|is|are|r) )+{_THIS}{_THING.format(insult=_INSULT)}(?<!who is "
    rf"this)(?<!who is that)(?<!who are you)(?<!what is this about)(?<!what is that)(?<!what is it)(?<!who are "
    rf"yall)(?<!what are you)"
    rf"|{_AND_SO}who {_RUDE} (?:is|are|r)? ?{_THIS}{_THING.format(insult=_INSULT)}"
    rf"|{_AND_SO}{_INSULT}(?: \w+)? who (?:is |are |r )?{_THIS}|{_AND_SO}who (?:is |are |r )?{_THIS}(?: (?:number|"
    rf"texting|again))? {_INSULT}"
    rf"|{_AND_SO}(?:this|it|that)(?: (?:is|be))*(?: not (?:her|hers|her phone|her number) (?:it is|this is))?"
    r" my(?: (?:own|damn|fucking))?(?: (?:phone|cell|number|line))+"
    rf"|{_AND_SO}(?:this|the|that) (?:phone|cell|number|line)(?: (?:is|belongs))*(?: to)? (?:mine|me|my phone|my "
    rf"line)(?: (?:now|not hers|not her phone))*"
    rf"|{_AND_SO}(?:i |we )?(?:already )?know (?:exactly )?(?:who|what) (?:you|u|this|yall)(?: (?:guys|people|"
    rf"all))?(?: (?:is|are|r|do|be|doing|up to|really|about|{_INSULT}))*"
    rf"|{_AND_SO}(?:este|el|ese) (?:cel|celular|celu|telefono|tel|numero)(?: ya)? es mio(?: (?:y|no|de ella|cabron|"
    rf"ahora|ya))*"
    rf"|{_AND_SO}(?:yo )?(?:ya )?se (?:bien )?(?:quien|quienes|que|lo que) (?:eres|es|son|hacen|haces|andan "
    rf"haciendo)(?: (?:tu|ustedes|usted|esto|este numero|aqui|{_INSULT}))*"
    rf"|{_AND_SO}(?:que|quien|quienes) {_GROSERIA} (?:es|son|eres|quiere|quieres|quieren|habla|escribe)(?: "
    rf"{_ESTO})?{_COSA.format(insult=_INSULT)}"
    rf"|{_AND_SO}que (?:es|son) {_ESTO}{_COSA.format(insult=_INSULT)}|{_AND_SO}{_ESTO} que es"
    rf"|{_AND_SO}{_INSULT} quien (?:es|eres|son|habla)(?: {_ESTO})?|{_AND_SO}quien (?:es|eres|son|habla)(?: "
    rf"{_ESTO})? {_INSULT}"
)

_NOVIA = r"(?:novi[oa]|mujer|esposa|pareja|amante|chica|muchacha|nina|mujercita|senora|dama|muneca|puta|perra)"
_GIRL = r"(?:girl|girls|girlfriend|gf|woman|wife|wifey|bitch|baby|lady|main|bottom|hoe|ho|girl friend|date|lover)"
_WANTED = re.compile(
    rf"\bsi (?:yo )?(?:soy|fuera|fuese|me hago|acepto ser)(?: (?:solo|nomas))? su {_NOVIA}\b"
    rf"|\b(?:que|a que) (?:yo )?(?:sea|fuera|me haga) (?:su|la) {_NOVIA}\b|\b(?:ser|sere|seria|hacerme) (?:su|la) "
    rf"{_NOVIA}\b"
    rf"|\b(?:if|unless|as long as|long as|until|only if) (?:i|am|im|i am|i be|i become|i will be|i say i am)(?: "
    rf"(?:am|be|become|agree to be|act like))* (?:his|her|their|a|the) {_GIRL}\b"
    rf"|\b(?:to|gotta|have to|must|want me to|wants me to|asked me to|makes me|make me) (?:be|become|act like|play) "
    rf"(?:his|her|their) {_GIRL}\b"
)
_CALLED = re.compile(
    rf"\b(?:dice|dicen|dijo|cree|piensa|segun)(?: (?:el|a todos|ellos))? que (?:yo )?(?:ya )?(?:soy|somos)(?: (?:su|"
    rf"la))? {_NOVIA}"
)
_ROOF = re.compile(
    r"\b(?:stay|stays|staying|room|place|live|house|apartment|apt|crib|bed|couch|roof|move in|"
    r"cuarto|casa|quedar\w*|kedar\w*|quedo|quede|kede|vivir|vivo|techo|cama|depa|departamento|apartamento|recamara)\b"
)


def asks_whom(said: str) -> bool:
    """Return whether all of `said` is somebody else's who holds the phone, whatever went before."""
    return _ASKS_WHOM.fullmatch(in_full(said)) is not None


def is_rude(said: str) -> bool:
    """Return whether all of `said` is what somebody else writes who finds these texts; only beside a danger is it."""
    return _IS_RUDE.fullmatch(in_full(said)) is not None


def is_her_role(said: str) -> bool:
    """Return whether a text tells what somebody wants her to be: "un senor quiere que sea su novia"."""
    full = in_full(said)
    return _WANTED.search(full) is not None or _CALLED.search(full) is not None


def is_for_a_roof(said: str) -> bool:
    """Return whether a text tells of a place to stay that she gets for being somebody's: "a room if im his girl"."""
    full = in_full(said)
    return _WANTED.search(full) is not None and _ROOF.search(full) is not None
