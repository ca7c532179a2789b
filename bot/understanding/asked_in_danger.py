"""A small grammar of what somebody asks or plans beside a danger that stands, in English and Spanish.

"What if he catches me", "y si le digo que ya no quiero", "quiero sacar a la otra": each has an answer of its own. All
texts are words with one space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.flows.names import Aside, Guide

_MOST_WORDS, _MOST_OF_A_PLACE = 20, 8

_SO = (
    r"(?:(?:so|and|but|ok|okay|well|like|um|also|wait|hey|please|pls|then|yo|idk|because|just|y|e|pero|oye|bueno|pues"
    r"|entonces|ok|ay|por favor|porfa|es que|osea|o sea|nomas|ahora|luego) )*"
)
_END = (
    r"(?: (?:please|pls|tho|though|now|right now|rn|then|too|again|or what|or not|yet|here|ya|ahora|ahorita|hoy|o no"
    r"|verdad|entonces|tambien|porfa|por favor|aqui|otra vez|mejor|o que|amig[oa]|wey))*"
)
_HE = r"(?:he|she|they|someone|him|her|them|(?:my|the) (?:bf|boyfriend|man|husband|ex|pimp|boss|dad|stepdad|uncle|madam|guy|manager))"
_EL = (
    r"(?:el|ella|ellos|alguien|(?:mi|el|la|al|a mi) (?:novio|novia|hombre|marido|esposo|ex|padrote|patron|patrona|jefe|padrastro|tio|papa"
    r"|senor|senora|madam|duena|dueno|encargad[oa]))"
)

_SAYS_NO = re.compile(
    rf"{_SO}(?:what (?:if|happens if|would happen if|will he do if)|if|can i|should i|could i|do i(?: have to)?|how do i) "
    rf"i? ?(?:just |ever |do |finally |even )*(?:tell|told|say|said|text) (?:to )?(?:{_HE} )?(?:that )?(?:i |im |i am )?"
    r"(?:do not|no|nah|want out|want to (?:stop|quit|leave|go)|am done|am out|am leaving|quit|can not|will not|am not|wont"
    r"|no more|stop|i quit|leaving|done|to stop)(?: \w+){0,6}"
    rf"|{_SO}(?:what (?:if|happens if)|if) i (?:just |ever )*(?:say no|refuse|stop|quit|do not (?:go|do it|want to|show up|obey|work|pay)|will not (?:go|do it))(?: \w+){{0,5}}"
    rf"|{_SO}what (?:do|should|can|would) i (?:even )?(?:say|tell)(?: (?:to )?{_HE})(?: (?:if|when|so|about|now|then|tonight)\b(?: \w+){{0,5}})?"
    rf"|{_SO}(?:que (?:pasa|pasaria|me hace\w*|me van a hacer|va a pasar) )?si (?:yo )?(?:(?:se )?(?:le|les|lo) )(?:digo|dijera|hablo|dije) (?:a {_EL} )?(?:que )?"
    r"(?:no|ya no|me (?:voy|quiero|salgo)|quiero|renuncio|paro|lo dejo|basta)(?: \w+){0,6}"
    rf"|{_SO}(?:que (?:pasa|pasaria|me hace\w*|me van a hacer|va a pasar) )?si (?:yo )?(?:(?:ya )?no (?:voy|quiero|lo hago|hago (?:eso|caso)|trabajo|obedezco|le pago|regreso|me presento)|me niego|digo que no)(?: \w+){{0,5}}"
    rf"|{_SO}(?:le|les) (?:digo|puedo decir|debo decir) (?:a {_EL} )?que (?:ya )?(?:no|me voy|quiero (?:irme|salir\w*|parar|dejar\w*))(?: \w+){{0,5}}"
    rf"|{_SO}(?:y )?(?:a {_EL} )?que (?:le|les) (?:digo|puedo decir|invento)(?: (?:a {_EL}|si|cuando)\b(?: \w+){{0,4}})?{_END}"
)
_POLICE = re.compile(r"\b(?:police|cops?|policia|ice|migra|inmigracion|staff|cps|law|feds)\b")
_CAUGHT = re.compile(
    rf"{_SO}(?:what (?:if|happens if|do i do if)|if|scared|im scared|i am scared|afraid) (?:that )?{_HE}(?: (?:will|just|already|is going to|might|even|ever))* "
    r"(?:catch|catches|caught|sees?|saw|wakes?|woke|hears?|heard|follows?|stops?|grabs?|finds? out|notices?|knows?|chases?|comes? back|gets? back|walks? in)"
    rf"(?: (?:me|us|up|it|out|early|that|i|am|leaving|gone|going|while|before|the|door|in|first|on|him))*{_END}"
    rf"|{_SO}(?:what if|if) (?:i|we) (?:get|got) caught(?: \w+){{0,4}}"
    rf"|{_SO}(?:que (?:hago|pasa) )?si (?:{_EL} )?(?:me|nos) (?:cacha|cachan|caza|agarra|agarran|pilla|pillan|atrapa|atrapan|ve|ven|mira|descubre|descubren|oye|oyen|alcanza|alcanzan|sigue|siguen|detiene|para)"
    rf"(?: (?:{_EL}|ellos|saliendo|salir|afuera|antes|en|la|el|puerta|camino|yendome|por))*{_END}"
    rf"|{_SO}(?:que (?:hago|pasa) )?si (?:{_EL} )?(?:(?:se )?(?:da cuenta|dan cuenta|despierta|despiertan|entera|enteran)|vuelve|regresa|llega|lo nota|sospecha)(?: \w+){{0,4}}"
)
_GO = r"(?:leav\w+|getting out|get out|going|go|run(?:ning)?(?: away)?|escap\w+|bounc\w+|dipp?ing|sneak\w*(?: out)?|bolt\w*|out)"
_WHEN = (
    r"(?:tonight|to ?day|tomorrow(?: \w+)?|this (?:evening|afternoon|morning|weekend)|right now|rn|now|soon|in (?:a|an|the|\d+) \w+|at \d+|before \w+ \w+ \w+|when \w+ (?:\w+ ){1,3}?(?:leaves?|sleeps?|asleep|gone|work|out|goes)"
    r"|hoy(?: mismo| en la noche)?|esta (?:noche|tarde|madrugada|misma noche)|manana(?: mismo)?|ahorita|ahora(?: mismo)?|en la (?:noche|madrugada|manana)|al rato|de madrugada|ya|a las \w+|cuando (?:\w+ ){1,3}?(?:duerma|salga|se vaya|duerme|sale))"
)
_ME_VOY = (
    r"(?:me (?:voy|vuelo|escapo|salgo|largo|pelo|fugo|zafo|huyo)|nos (?:vamos|escapamos|salimos|largamos|fugamos|pelamos)|huyo|me (?:voy|quiero|pienso|toca|tengo que) a? ?(?:ir|escapar|salir|largar|fugar|pelar)(?:me)?"
    r"|(?:quiero|voy a|pienso|vamos a|planeo|puedo|tengo que|queremos|necesito) (?:ir|escapar|salir|largar|fugar|pelar|huir|dejar)(?:me|nos|lo|la)?)"
)
_AWAY = r"(?: (?:de (?:aqui|ahi|la casa|esta casa|su casa|con el|con ella|el|ella|este|ese|todo)|del (?:motel|cuarto|hotel|club)|con (?:mi|mis|una|la|los) \w+|a escondidas|sin (?:el|ella|que \w+ \w+(?: \w+)?)|from (?:here|him|her|them)|here|this (?:place|house)|him|her|them|with my \w+|by myself|for (?:real|good)|the house))*"
_LEAVES = re.compile(
    rf"{_SO}(?:{_WHEN} )?(?:i|we)? ?(?:(?:am|are|im|will|gonna|going to|want to|wanna|plan(?:ning)? to|have to|gotta|can|could|might|think i am|ready to|about to|tryna|imma) )+{_GO}(?: away| out| off)?{_AWAY} {_WHEN}{_AWAY}{_END}"
    rf"|{_SO}{_WHEN} (?:i|we) ?(?:(?:am|are|im|will|gonna|going to|want to|wanna|plan(?:ning)? to|have to|gotta|ready to|about to|imma) )+{_GO}(?: away| out| off)?{_AWAY}{_END}"
    rf"|{_SO}{_WHEN} (?:si |ya |mejor |por fin )*{_ME_VOY}{_AWAY}(?: {_WHEN})?{_END}|{_SO}(?:si |ya |mejor |yo |por fin |creo que )*{_ME_VOY}{_AWAY} {_WHEN}{_AWAY}{_END}"
)
_TRIP = re.compile(
    r"\b(?:work|school|church|party|trip|vacation|bed|sleep|store|movies|dance|practice|class|beach|concert|eat|dinner|dormir|acostar|trabajar|trabajo|escuela|clases?|fiesta|paseo|vacaciones|playa|viaje|misa|iglesia|cine|cena\w*|comer|tienda"
    r"|mexico|guatemala|honduras|salvador|colombia|cama|bailar|entrenar|jugar|game|mall|grandma\w*|abuel\w+|doctor\w*|cita|corte|court|morir|die|kill|world|mundo|cielo|heaven)\b"
)
_GONE = (
    r"(?:(?:he|she|they|everyone)(?: (?:is|are|just|has|have|all))* (?:gone|left|out|asleep|sleeping|passed out|not here|away|went out|not home)"
    r"|(?:el |ella |ellos |ya |ahorita )*(?:se (?:fue|fueron|durmio|durmieron)|no (?:esta|estan)|salio|salieron|esta(?:n)? dormid[oa]s?|anda(?:n)? fuera))"
)
_WHAT_NOW = r"(?:what (?:do|should|can|could) (?:i|we) do|now what|what now|que (?:hago|hacemos|puedo hacer|podemos hacer|debo hacer)|y ahora que|ahora que|como (?:le )?(?:hago|hacemos)|que onda)"
_NOW_WHAT = re.compile(
    rf"{_SO}(?:{_GONE} )?(?:{_SO})?{_WHAT_NOW}{_END}|{_SO}(?:i |we )?(?:help (?:me|us) (?:get )?(?:out|leave|get away|escape)|get (?:me|us) out|(?:ayuda|ayude|ayuden|ayudeme|ayudame|ayudanos) ?(?:me |nos )?a (?:salir\w*|escapar\w*|ir\w*)|saqu\w*me|sacame)(?: (?:of|from|de|por) \w+(?: \w+)?)?{_END}"
    rf"|{_SO}(?:the |a |my |el |un |mi |otro )*plan{_END}"
)
_OTHERS = r"(?:(?:the|a|another|that|my|this) (?:other |younger |little |new )*(?:girls?|one|ones|kid|boy|boys|guys?|friend|people|women)|the others|others|them(?: all| too)?|her|the rest|all of (?:us|them)|everyone|both of us)"
_OTRAS = r"(?:a? ?(?:la|las|los|el|una|un|mi|otra|otro|al) (?:otr[oa]s?|demas|dos|mas (?:chica|nueva|chiquita)|menor|nina|muchacha|morra|chava|chica|companer[oa]s?|amig[oa]s?|nena|ninas|muchachas|morras|chavas|chicas)(?: (?:muchachas?|chicas?|ninas?|morras?|chavas?|nueva))?|a todas|todas)"
_BRINGS = re.compile(
    rf"{_SO}(?:(?:i|we) )?(?:(?:really|do|also|just) )*(?:want to|wanna|need to|have to|gotta|how (?:do|can|could|would) (?:i|we)|can (?:i|we)|could (?:i|we)|should (?:i|we)|trying to|will not leave without|can not leave without|do not want to leave|can not (?:just )?leave) ?"
    rf"(?:also |still )?(?:help|get|take|save|bring|free|rescue|leave)? ?{_OTHERS}(?: (?:out|away|too|also|with (?:me|us)|behind|there|from (?:him|there|them)|leave|escape|go|get|to|safe))*{_END}"
    rf"|{_SO}(?:yo )?(?:tambien )?(?:quiero|quisiera|necesito|tengo que|puedo|podemos|debo|voy a|quisieramos|me gustaria) (?:ayudar|sacar|salvar|llevar|rescatar|traer|avisar)(?:me|le|les)? ?{_OTRAS}(?: \w+){{0,3}}"
    rf"|{_SO}(?:yo )?(?:quiero|quisiera|necesito|tengo que|puedo|debo|voy a|me gustaria) (?:sacar|ayudar|salvar|llevarme|rescatar)(?:l[aoe]s?){_END}(?: (?:de ahi|de aqui|conmigo))?"
    rf"|{_SO}como (?:le hago para |puedo |hago para |podria )?(?:(?:l[aoe]s?|te) )?(?:saco|sacar|ayudo|ayudar|salvo|llevo|rescato)(?:l[aoe]s?)?(?: {_OTRAS})?(?: (?:de ahi|de aqui|conmigo|sin que .*))?{_END}"
    rf"|{_SO}(?:no (?:la|las|los|lo) (?:quiero|puedo) dejar|no (?:quiero|puedo) (?:irme sin|dejar) ?(?:{_OTRAS}|ella|ellas))(?: \w+){{0,4}}"
    r"|(?:(?:and|y|pero|but|creo que) )*(?:one (?:of them |girl )?(?:is|be)|the (?:youngest|little one|new (?:girl|one)|other girl) is|una (?:de ellas |nina |nomas )?(?:tiene|es de)|la (?:mas chica|menor|nueva|otra|mas chiquita) (?:tiene|es de|nomas tiene))(?: (?:only|like|just|barely|solo|nomas|apenas|como))* (?:1[0-7]|[5-9])(?: \w+){0,3}"
)
_KIDS = r"(?:(?:my|our|the|a|two|three|\d|mis?|el|la|los|las|al|un|una|dos|tres|nuestr[oa]s?) )*(?:bab(?:y|ies)|kids?|child|children|son|sons|daughters?|toddler|little (?:boy|girl)|beb[eas]*|bebit[oa]|hij[oa]s?|nin[oa]s?|nen[ea]s?|chamac[oa]s?|chiquit[oa]s?)"
_WITH_KIDS = re.compile(
    rf"{_SO}(?:can|could|do|should|may) (?:i|we) (?:bring|take|keep) {_KIDS}(?: \w+){{0,4}}|{_SO}what (?:about|do i do with|happens to) {_KIDS}{_END}|{_SO}(?:i|we) (?:have|got|have got) {_KIDS}(?: (?:of|with me|here|too|aged?|who is|that is|\d+|and|years? old|months? old|yo|old))*"
    rf"|{_SO}(?:i )?(?:can not|do not want to|will not)(?: just)? leave (?:him|her|them) (?:alone |there |here )?with (?:{_HE})(?: \w+){{0,3}}"
    rf"|{_SO}(?:yo )?no (?:lo|la|los|las) (?:puedo|quiero|voy a) dejar (?:sol[oa]s? |ahi |aqui )?con {_EL}(?: \w+){{0,3}}|{_SO}no (?:puedo|quiero) dejar(?:lo|la|los|las) (?:sol[oa]s? |ahi |aqui )?con {_EL}(?: \w+){{0,3}}"
    rf"|{_SO}(?:i )?(?:can not|do not want to|will not) leave (?:without )?{_KIDS}(?: \w+){{0,4}}"
    rf"|{_SO}(?:me )?(?:puedo|podemos|puede) (?:llevar|traer|ir con|llevarme|irme con) (?:a )?{_KIDS}(?: \w+){{0,4}}|{_SO}(?:y |que hago con |que pasa con |y que con )(?:a )?{_KIDS}{_END}|{_SO}(?:tengo|tenemos|traigo|cargo)(?: a)? {_KIDS}(?: (?:de \w+(?: anos| meses)?|conmigo|aqui|chiquit[oa]s?|anos|meses|y|un[oa]?|otr[oa]))*"
    rf"|{_SO}no (?:puedo|quiero|voy a) (?:dejar(?:l[oa]s?)?|irme sin)(?: sol[oa]s?)? (?:a )?{_KIDS}(?: \w+){{0,4}}"
)
_KIN = r"(?:mom|moms|mama|momma|mother|ma|dad|papa|father|parents?|folks|family|fam|grandma|granny|grandmother|aunt|auntie|uncle|sister|brother|people)"
_MADRE = r"(?:mama|mami|ama|madre|jefa|jefita|jefito|jefes|mai|pai|papa|papas|papi|apa|padres?|familia|abuel[oa]|abuelit[oa]|ti[oa]|herman[oa]|viejos?|viej[oa]|cuch[oa]|jefecit[oa]|casa|gente)"
_SECRET = re.compile(
    rf"{_SO}(?:but )?(?:without|so) (?:my|our) {_KIN}(?: (?:does not|do not|never|ever|can not))* (?:know(?:ing|s)?|find(?:ing|s)? out|hear(?:ing)?|see(?:ing)?)(?: \w+){{0,4}}"
    rf"|{_SO}(?:please )?(?:do not|never|no) (?:call|tell|text|contact|notify|talk to) (?:my|our) {_KIN}(?: \w+){{0,4}}"
    rf"|{_SO}(?:sin que|que no|pero que no) (?:(?:mis?|la|el|nuestr[oa]s?) )?{_MADRE} (?:se )?(?:sepan?|enteren?|den? cuenta|note[n]?)(?: \w+){{0,4}}"
    rf"|{_SO}no (?:(?:se )?(?:le|les|lo) )?(?:vayan? a |vayas a |quiero que )?(?:(?:se )?(?:le|les|lo) )?(?:habl\w+|llam\w+|dig\w+|decir\w*|marq\w+|marc\w+|avis\w+|cuent\w+|contar\w*|escrib\w+|text\w+)(?: (?:nada|esto|eso))* a (?:mis?|la|el) {_MADRE}(?: \w+){{0,4}}"
)
_SEES = re.compile(
    rf"(?:.* )?(?:can|could|will|does|do|is) {_HE} (?:\w+ )?(?:see|read|find|track|trace|watch|know|check|look|seeing|tracking)\b.*\b(?:icloud|i cloud|apple id|find my(?: iphone)?|life360|snap ?map|snapmap|google(?: maps)?|gmail|location|family link|family plan|same account|my account|bill)\b.*"
    rf"|(?:.* )?{_HE} (?:has|got|knows|have|checks|uses|set up) (?:my |the |access to my )*(?:icloud|i cloud|apple id|gmail|google(?: account)?|life360|location|snap ?map|password\w*|passcode)\b.*"
    rf"|(?:.* )?(?:me|nos|lo|la)? ?(?:puede|pueden|podra|podria) (?:ver|rastrear|ubicar|encontrar|localizar|saber|checar|leer)\w*\b.*\b(?:icloud|i cloud|apple|find my|buscar mi|life360|snap ?map|google(?: maps)?|gmail|ubicacion|location|cuenta)\b.*"
    rf"|(?:.* )?(?:{_EL} )?(?:tiene|sabe|conoce|checa|usa) (?:mi|la|acceso a mi) (?:icloud|apple id|gmail|google|cuenta|ubicacion|contrasena|clave|location)\b.*"
    rf"|{_SO}(?:and |y )?(?:the |my |el |mi |en el |on )*(?:icloud|life360|find my iphone|snap ?map){_END}"
)
_FAULT = re.compile(
    rf"{_SO}(?:(?:i|ya|yo|it|si|did i|did|have i) )*(?:(?:really )?(?:messed|mess|fucked|screwed|fuck) (?:it |this )?up|la (?:cague|regue|embarre)|la volvi a regar|made a mistake|meti la pata){_END}(?: (?:verdad|right|huh|no|did i not))*"
)
_PLACE = re.compile(
    r"(?:(?:i|we|im|yo|and|y|ok|si|yes|ahorita|now|right now) )*(?:(?:am|are|live|stay|staying|estoy|estamos|toy|vivo|vivimos|ando|me tienen|nos tienen|me tiene) )?(?:right now |ahorita |aqui |here |acá )*"
    r"(?:in|en|near|by|around|cerca de|por|outside|afuera de) (?:(?:the|el|la|los|las|un|una|a|an) )*(?!(?:danger|trouble|love|pain|shock|peligro|problemas|casa|la calle|el cuarto|my|mi|his|su|shock|the (?:bathroom|closet))\b)\w+(?: \w+){0,5}"
)
_NO_PLACE = re.compile(
    r"\b(?:bathroom|closet|bed|room|car|bano|closet|cama|carro|cuarto|danger|peligro|noche|night|manana|morning|dias?|days?|hours?|horas?|months?|meses|years?|anos|me|him|el|ella|that|eso|what|que|favor|fin|serio|todo|ejemplo"
    r"|fotos|pics|pictures|school|escuela|money|dinero|fault|culpa|law|ley|debt|deuda|work|trabajo|mi|my|nada|then|ahora|miedo|fear|love|sex|sexo|if|si|porque|because|was|were|era|estaba|fue)\b"
)
_NO_NAME_OF_IT = re.compile(
    r"(?:.* )?(?:no se (?:como|que) se llama|no le se el nombre|do not know (?:what (?:it|this|the \w+) is called|the name of (?:it|this|the)))\b.*"
)
_NINE = r"(?:el |the |al )?(?:911|9 1 1|nueve once)"
_OF_911 = re.compile(
    rf"{_SO}(?:what is|whats|who is|what happens (?:if|when) i (?:call|text)|what do (?:i|you) (?:say|tell)(?: (?:to|when i call|if i call))?|how do i (?:call|text)|que es|quien es|que pasa si (?:llamo|marco)(?: al?)?|que (?:le |les )?(?:digo|tengo que decir|debo decir)(?: (?:a|si llamo a))?|como (?:le )?(?:llamo|marco|hablo)(?: a)?) (?:a )?{_NINE}{_END}"
)
_ASKS = re.compile(
    rf"{_SO}(?:what|who|whos|where|why|how|which|when (?:will|can|do|does|should)|can(?! not)|could(?! not)|will|would|do|does|did|are|is|should|am i|was it|que(?! (?:me|no|nos|se|ya|le|el|la|mi|si|vergu|triste|miedo|asco|feo)\b)"
    r"|quien|donde|a donde|como(?! (?:que|si|a las|de|mi|el|la|un)\b)|cual|cuanto|cuantos|por que|puedo|puedes|puede|pueden|van a|vas a|tienes|si digo|y si|what if|a que hora|de que|con quien|a quien|sera que|neta que)\b"
)


class Asked(NamedTuple):
    """What a text beside a danger asks or plans: the remark or the guide that answers it."""

    aside: Aside | None = None
    guide: Guide | None = None


_ASIDES = (
    (Aside.AT_911, _OF_911),
    (Aside.BRING_KIDS, _WITH_KIDS),
    (Aside.BRING_OTHERS, _BRINGS),
    (Aside.TELL_NOBODY, _SECRET),
    (Aside.SEES_PHONE, _SEES),
    (Aside.IS_IT_MY_FAULT, _FAULT),
)


def asked_in_danger(said: str) -> Asked | None:
    """Return what answers a text beside a danger that comes from somebody, None where this grammar knows nothing."""
    if said.count(" ") >= _MOST_WORDS:
        return None
    of_police = _POLICE.search(said) is not None
    if not of_police and _SAYS_NO.fullmatch(said):
        return Asked(Aside.IF_I_SAY_NO)
    if not of_police and _CAUGHT.fullmatch(said):
        return Asked(Aside.IF_CAUGHT)
    if leaves_soon(said) or _NOW_WHAT.fullmatch(said):
        return Asked(guide=Guide.LEAVING)
    aside = next((aside for aside, words in _ASIDES if words.fullmatch(said)), None)
    return Asked(aside) if aside else None


def leaves_soon(said: str) -> bool:
    """Return whether all of `said` tells that somebody goes for good, and when: "esta noche me escapo"."""
    return said.count(" ") < _MOST_WORDS and _LEAVES.fullmatch(said) is not None and _TRIP.search(said) is None


def tells_where(said: str) -> bool:
    """Return whether all of `said` names where somebody is, though no place is known by it: "en la cerca de maywood"."""
    return said.count(" ") < _MOST_OF_A_PLACE and _PLACE.fullmatch(said) is not None and _NO_PLACE.search(said) is None


def has_no_name_for_it(said: str) -> bool:
    """Return whether a text tells that somebody does not know what the place is called."""
    return _NO_NAME_OF_IT.fullmatch(said) is not None


def is_question(said: str, text: str) -> bool:
    """Return whether a text asks something: a question mark, or a word that begins a question."""
    return "?" in text or _ASKS.match(said) is not None
