"""A small grammar of what somebody texts in haste because another person is near, in English and Spanish (promise 7).

A whole text is a chain: who came ("hes here", "ya llego"), or "do not write now", or "act normal", between such words as
"wait", "gtg" and "shh". No reply is sent then, since the screen would light up beside him. One word that is none of
these breaks the chain: "hes here with a gun" is danger, "hes here can you help" is a question.
"""

from __future__ import annotations

import re

_KIN = (
    r"mom|mommy|momma|mama|mother|ma|dad|daddy|papi|papa|father|pops|stepdad|step dad|stepfather|stepmom|step mom|foster (?:mom|dad)|brother|bro|sister|sis|uncle|"
    r"aunt|auntie|tia|tio|cousin|grandma|grandpa|grandmother|granny|nana|man|mans|bf|boyfriend|gf|girlfriend|husband|hubby|wife|wifey|ex|baby daddy|babydaddy|"
    r"pimp|p|folks|boss|bosses|madam|manager|owner|handler|trafficker|roommate|roomie|landlord|coach|pastor|parents|in laws|wife in law|bottom|bottom girl|main girl"
)
_BUYER = r"john|johns|trick|tricks|client|clients|customer|customers|buyer"
_WHO = (
    rf"(?:he|she|they|(?:(?:my|his|her|the|our) )?(?:{_KIN})|(?:(?:my|his|the|a|another|next) )?(?:{_BUYER})|"
    r"(?:someone|somebody|some1|sum1|staff)(?= (?:is|just|right|coming|came|walked|walking|got|pulled|home)\b))"
)
_WHERE = (
    r"(?:here|home|back|in here|in (?:the|my|our) (?:room|house|car|bed|bathroom|kitchen|hall|hallway|door|next room|other room|apartment|apt|place)|"
    r"next to me|beside me|behind me|by me|near me|near|nearby|around|close|close by|inside|watching(?: me)?|looking(?: at me)?|listening|coming|coming back|coming in|"
    r"coming up|coming upstairs|walking in|walked in|came in|came back|came home|came|got home|got here|got back|home early|back early|pulled up|pulling up|parking|"
    r"woke up|waking up|awake|up|at the door|upstairs|downstairs|returned|showed up|out (?:of )?the shower|done showering)"
)
_SOON = r"(?: (?:now|rn|right now|again|early|already|too|tho|though|atm|still|today|tonight))*"
_HE_IS = rf"{_WHO}s?(?: (?:is|are|r|just|has|have|be|been|right|still|already|all|actually|now)){{0,4}} {_WHERE}{_SOON}"
_WAIT = r"(?: (?:me|back|us|up|anything|nothing|it|this|to me|rn|right now|now|for now|for a (?:lil |little )?(?:bit|sec|second|min|minute|while)|yet|just yet|atm|at the moment|please|pls|tonight|here|till later|until later))*"
_QUIET = (
    r"(?:do not|never|please do not|no need to) (?:text|txt|reply|respond|write|message|msg|answer|type|hit|say (?:anything|nothing|shit|a word)|send (?:anything|nothing|texts|messages|shit))"
    rf"{_WAIT}(?: (?:until|till|til|unless|before) i (?:text|write|message|say|do|hit|come|am)(?: (?:you|u|back|first|so|alone|it))*"
    rf"| (?:until|till|til) {_WHO}s? (?:is |are |falls? )?(?:leaves?|goes|go|gone|out|asleep|sleeps?|off|left)(?: (?:to (?:work|bed|sleep)|home|again))?)?"
    r"|no (?:reply|replies|replying|response|texts?|texting|talking|answer)(?: (?:rn|right now|now|for now|please|pls|yet|back))*"
    r"|(?:stop|quit|pause|hold off(?: on)?|hold) (?:the )?(?:texting|txting|texts|replying|writing|messaging|responding|answering|typing|messages)(?: (?:me|us|back))?"
    r"(?: (?:rn|right now|now|for now|for a (?:bit|sec|second|min|minute|while)|yet|atm|please|pls|tonight))+"
)
_ACT = (
    r"(?:just )?(?:act|be|stay|look|play) (?:normal|natural|cool|it cool|like nothing (?:happened|is (?:up|wrong|going on))|dumb|regular|chill)|play along|change the subject|"
    r"(?:pretend|act like) (?:nothing happened|(?:you|u) (?:do not|dont) know me|this is (?:nothing|spam|a wrong number))|not alone|i am not alone"
)
_PARIENTE = (
    r"mama|mami|ama|papa|papi|apa|padre|madre|novio|novia|tio|tia|padrastro|madrastra|esposo|esposa|marido|hermano|hermana|primo|prima|abuela|abuelo|patron|patrona|"
    r"jefe|jefa|padrote|dueno|duena|senor|senora|hombre|viejo|vieja|cunado|cunada|suegra|suegro|pareja|ex|encargado|encargada|casero|cliente|clientes|vato|ruco|madam"
)
_QUIEN = rf"(?:el|ella|ellos|ellas|alguien|gente|(?:mi|mis|su|el|la|los|un|otro|una) (?:{_PARIENTE})|{_PARIENTE})"
_DONDE = (
    r"(?:aqui|en (?:la|mi|el) (?:casa|cuarto|sala|cocina|cama|puerta|bano|carro|pasillo)|conmigo|cerca|al lado|a mi lado|junto a mi|atras(?: de mi)?|detras(?: de mi)?|"
    r"despierto|despierta|viendo|mirando|escuchando|viendome|mirandome|oyendo|de regreso|de vuelta|adentro)"
)
_VINO = r"(?:viene|vienen|vino|vinieron|llego|llegaron|llega|regreso|regresaron|volvio|volvieron|entro|entraron|desperto|se desperto|se levanto|se paro)"
_YA = r"(?: (?:ya|aqui|ahorita|orita|horita|ahora|otra vez|a la casa|al cuarto|a casa|temprano|para aca|pa aca|de regreso|mismo))*"
_EL_VIENE = (
    rf"(?:{_QUIEN} )?(?:ya |ahi |aqui |ahorita |ahora )*(?:esta|estan|anda|andan|sigue) (?:ya |aqui |parad[oa]s? |sentad[oa]s? |acostad[oa]s? |metid[oa]s? )*{_DONDE}{_YA}(?: {_QUIEN})?"
    rf"|(?:aqui|ahi|ya) (?:esta|estan|anda|andan) {_QUIEN}{_YA}|hay gente(?: aqui)?{_YA}"
    rf"|(?:esta|estan|anda|andan) {_QUIEN} (?:ya |aqui )*{_DONDE}(?: {_DONDE})?{_YA}"
    rf"|(?:ya |ahi |ai |ay |hay |aqui )+{_VINO}{_YA}(?: {_QUIEN})?{_YA}|{_QUIEN} (?:ya |ahi )*{_VINO}{_YA}|{_VINO} {_QUIEN}{_YA}|(?:ya )?me (?:esta|estan) (?:viendo|mirando|vigilando|oyendo)"
)
_AHORITA = rf"(?:ahorita|ahora|aun|todavia|por ahora|un rato|un momento|hasta que (?:(?:yo )?(?:te|les) (?:escriba|diga|avise)|(?:{_QUIEN} )?se (?:vaya|duerma|salga|largue)|me quede sol[oa]))"
_CALLA = (
    rf"(?:ya )?(?:mejor )?no (?:(?:escribas?|escriban|escribe|textees|texteen|hables|hablen|(?:me )?(?:contestes|contesten|contestar|respondas|respondan))(?: (?:nada|{_AHORITA}|por favor|porfa|ya))*"
    rf"|(?:me |nos )?(?:mandes|manden|digas|digan) nada(?: (?:{_AHORITA}|por favor|porfa|ya))*|(?:me |nos )(?:escribas?|escriban|mandes|manden|textees|texteen|hables|hablen)(?: (?:nada|mensajes|textos))?(?: {_AHORITA})+)"
    rf"|(?:deja|dejen|deje|para|paren) de (?:escribir|escribirme|mandar|mandarme|contestar|textear)(?: (?:nada|mensajes|textos))?(?: {_AHORITA})+"
    rf"|(?:deja|dejen|deje|para|paren) de (?:escribir|mandar|contestar|textear)(?: (?:nada|mensajes|textos))? (?:que |porque )?(?:{_EL_VIENE})"
    rf"|(?:ya )?no mas (?:mensajes?|textos?)(?: (?:por|x|ahorita|ahora|ya))* (?:que |porque )?(?:{_EL_VIENE})"
    r"|(?:actua|actuen|haz|hazte|portate) (?:normal|como si nada|(?:el|la) (?:loco|loca|tonto|tonta))|disimula|disimulen|(?:finge|fingele)(?: que no me conoces)?|sigueme la corriente|(?:ya )?no estoy sol[oa]"
)
_SCREEN = r"(?:my |the |this |our )?(?:phone|cell|cel|screen|texts?|messages?|msgs?|shoulder|it|this|that|these|everything|all of it|notifications?)"
_HE_SEES = (
    rf"{_WHO}s?(?: (?:can|could|will|would|might|is|are|be|may|has|have|got|just|still|always|already|going to|gonna|gon|about to|even)){{0,4}} "
    rf"(?:sees?|reads?|checks?|seeing|reading|checking|watching|looking|look|looks|going|got|has|have|had|holding|holds|took|takes|grabbed|using|on|with)"
    rf"(?: (?:at|over|thru|through|on))?(?: {_SCREEN})?{_SOON}"
)
_PANTALLA = r"(?:(?:mi|el|este|la|mis|los) )?(?:telefono|tel|cel|celular|celu|pantalla|mensajes|textos|chat|todo|esto|aqui|lo que (?:escribo|mandas|digo))"
_EL_VE = (
    rf"(?:{_QUIEN} )?(?:ya |ahi |me |lo |los |tambien )*(?:(?:esta|anda|sigue) )?(?:viendo|leyendo|revisando|checando|mirando|agarrando|usando|ve|lee|revisa|checa|tiene|trae|agarro|quito|puede ver|puede leer|va a ver|va a leer|vaya a ver)"
    rf"(?: {_PANTALLA})?{_YA}(?: {_QUIEN})?"
)
_BESIDE = (
    rf"{_HE_SEES}|{_EL_VE}|que|"
    r"yes|yeah|yea|yep|yup|sure|si|sip|bueno|va|(?:a |one |two |extra |large |medium |small )*(?:pepperoni|pizzas?|cheese|delivery|takeout)|wrong number|numero equivocado|"
    r"ok|okay|k|oh|no|nah|shit|fuck|crap|damn|omg|um|uh|hey|yo|lol|so|and|but|bc|cuz|cause|because|please|pls|plz|sorry|srry|now|rn|right now|"
    r"wait|hold on|hold up|hang on|hol up|hol on|(?:just |give me )?(?:a|one|1|2|two)? ?(?:sec|secs|second|min|mins|minute|minutes|moment)|brb|be right back|bbl|bbs|b r b|"
    r"ttyl|gtg|g2g|(?:i )?(?:got|have|need|has) to go|gotta go|gotta run|bye|byee|later|l8r|(?:i will )?(?:talk|text|write|hit|message)(?: to)?(?: (?:you|u|ya))?(?: up)? (?:later|soon|after|when i can)|"
    r"s+h+|hush|ssh|shush|quiet|be quiet|stop|not now|not rn|not right now|not at the moment|can not (?:right )?now|can not (?:do (?:this|it) )?(?:right )?now|busy|(?:i )?(?:can not|can t) (?:talk|text|type|write|reply|call|speak|answer)(?: (?:now|rn|out loud|on the phone|right now))?|nvm|never mind|delete(?: this| it| everything)?|until later|careful|"
    r"espera|esperame|esperate|aguanta|aguantame|(?:un|1|dame un) (?:momento|segundo|seg|ratito|minuto|rato)|ahorita(?: no)?|ahora no|orita no|luego|al rato|"
    r"(?:luego|al rato|despues|mas tarde|ahorita) (?:te|les) (?:escribo|hablo|mando|contesto|texteo)|(?:te|les) (?:escribo|hablo|texteo) (?:luego|al rato|despues|mas tarde)|(?:luego|al rato|despues|mas tarde|orita|ahorita) (?:hablamos|hablo|escribo|contesto|texteo|platicamos|sigo)|"
    r"(?:ya )?me (?:tengo que ir|voy)|adios|callate|calla|callados|silencio|ay|hay|uy|ya|por favor|porfa|xfa|perdon|borra(?: esto| todo)?|(?:yo )?(?:ya )?no puedo(?: hablar| escribir| textear| llamar| marcar| contestar)?(?: por telefono)?|"
    r"porque|pq|es que|pero|y|cuidado|aguas"
)
_HEARS = (
    rf"{_WHO}s? (?:(?:can|could|will|might|is|are|would|just|still|probably|gonna|going to) ){{0,2}}(?:hears?|hearing|heard|overhears?|overhearing|listening to|listening in on) (?:me|us|everything|this|it all|my (?:voice|call)|what i (?:say|said)|every word)"
    rf"(?: (?:talk|talking|typing|type|on the phone|thru the wall|through the (?:wall|door)|from (?:there|here|the (?:next|other) room)|if i (?:talk|call|speak)))?{_SOON}"
    rf"|(?:{_QUIEN} )?(?:ya |aqui |ahi |todo )*(?:me|nos) (?:oye|oyen|puede oir|pueden oir|puede escuchar|pueden escuchar|van a oir|va a oir|van a escuchar|va a escuchar|esta oyendo|estan oyendo|esta escuchando|estan escuchando|anda escuchando|andan escuchando)(?: (?:todo|hablar|si (?:hablo|llamo|marco)|cuando hablo))?{_YA}(?: {_QUIEN})?"
    rf"|(?:{_QUIEN} )?(?:ya )?(?:esta|estan|anda|andan) (?:oyendo|escuchando|oyendome|escuchandome|oyendonos|escuchandonos)(?: todo)?{_YA}(?: {_QUIEN})?"
    rf"|(?:{_QUIEN} )?(?:puede|pueden|va a|van a) (?:oirme|escucharme|oirnos|escucharnos){_YA}(?: {_QUIEN})?"
)
"""Somebody who hears: a call is heard through a wall, and so is a phone that rings."""
_CORE = rf"(?:{_HE_IS}|{_HEARS}|{_QUIET}|{_ACT}|{_EL_VIENE}|{_CALLA})"
_FOR_NOW = re.compile(
    r"(?:(?:ok|please|pls|ya|porfa|por favor) )*(?:do not (?:write|type|say|send) (?:anything|nothing)|no escriba[sn]?)\b.*"
)
_FOR_GOOD = re.compile(
    r"\b(?:me|us|nos|more|mas|again|anymore|ever|nunca|jamas|texts?|messages?|mensajes?|textos?|number|numero|here|aqui a|list|lista|block|bloqueo)\b"
)
_FOREVER = re.compile(
    r"\b(?:more|mas|again|anymore|ever|nunca|jamas|number|numero|list|lista|block|bloqueo|stop|unsubscribe|alto|baja)\b"
)
_TILL = re.compile(
    r"\b(?:now|rn|right now|yet|until|till|til|for a (?:\w+ )?(?:bit|sec|second|min|minute|while)|tonight|ahorita|ahora|hasta que|un rato|un momento)\b"
)
_HE_READS = re.compile(
    rf".*\b(?:{_HE_SEES}|{_HE_IS}|{_EL_VE}|{_EL_VIENE}|(?:until|till|til) {_WHO}|hasta que (?:{_QUIEN} )?se)\b.*"
)
_ANSWER = re.compile(r"\b(?:reply|respond|answer|say|contest\w+|respond\w+|digas|digan)\b")
_NEAR = re.compile(rf"(?:(?:{_BESIDE}) ){{0,6}}?{_CORE}(?: (?:{_CORE}|{_BESIDE})){{0,6}}")
_NOT_HERE = re.compile(
    rf"(?<!ahorita )(?<!ahora )(?<!orita )\bno (?:esta|estan|anda|andan) (?:(?:{_QUIEN}) )?(?:aqui|en|conmigo|cerca|adentro)\b"
)
"""Nobody is here. "Ahorita no esta mi tio aqui" is mostly "ahorita no: esta mi tio aqui"."""
_MOST_WORDS = 16


def is_near(said: str) -> bool:
    """Return whether all of `said` says that somebody is near: words with one space, contractions written out."""
    if said.count(" ") >= _MOST_WORDS or _NOT_HERE.search(said):
        return False
    return _NEAR.fullmatch(said) is not None and not can_only_write(said)


_OUT_OF_SIGHT = (
    r"(?:in|from) the (?:next|other) room|(?:through|thru) the (?:wall|door)|(?:en|del?) (?:el )?otro (?:cuarto|lado)"
)
_OVERHEARS = re.compile(rf"\b(?:{_HEARS}|{_OUT_OF_SIGHT})\b|\bme escucha\b")
_NO_CALLS = re.compile(
    r"\b(?:can ?not|cant|can t|could not|couldnt) (?:\w+ ){0,2}?(?:call|phone|dial|(?:talk|speak) (?:on the phone|out loud))\b"
    r"|\bno (?:puedo|podemos|podria) (?:\w+ )?(?:llamar|marcar|hablar por telefono)\b"
)
_NO_VOICE = re.compile(r"\b(?:can ?not|cant|can t) (?:talk|speak)\b|\bno (?:puedo|podemos) hablar\b")
_BUT_TEXTS = re.compile(
    r"\b(?:can|could|let|lets|only|just|but|rather|still) (?:(?:i|u|you|we|us|me|only|still|just) )*(?:text|txt|write|type|chat|msg|message)\b"
    r"|\b(?:si|solo|nomas|mejor|puedo|puedes|podemos) (?:(?:puedo|puedes|por|nomas|te) )*(?:escrib\w+|textear|textos?|mensajes?)\b"
)
_NO_TEXTS = re.compile(
    rf"\b(?:{_QUIET}|{_ACT}|{_CALLA}|brb|gtg|later|luego|right here|next to me|beside me|al lado|junto a mi)\b"
)


def can_only_write(said: str) -> bool:
    """Return whether somebody tells that a call would be overheard. Texts are the way that is left: no silence."""
    if _OVERHEARS.search(said) is None or _NO_TEXTS.search(said) is not None:
        return False
    return _NO_CALLS.search(said) is not None or bool(_NO_VOICE.search(said) and _BUT_TEXTS.search(said))


def is_pause(said: str) -> bool:
    """Return whether `said` asks for silence while somebody is near, in words that would else end all messages.

    It does if it says so ("right now", "until he leaves"), or says who would see an answer and asks for none.
    """
    if not is_near(said):
        return False
    if _FOR_NOW.fullmatch(said) and _FOR_GOOD.search(said) is None:
        return True
    is_seen = _FOREVER.search(said) is None and _HE_READS.fullmatch(said) is not None
    return is_seen and (_TILL.search(said) is not None or _ANSWER.search(said) is not None)
