"""A small grammar of what somebody else says who holds the phone, in English and Spanish (promise 7).

They name the person by what she is to them ("my wife", "her dad") or as "she", and ask, forbid or threaten the line:
"who told you to text my girl". A parent or a friend who asks for help says none of that. In doubt it is somebody else:
a bland reply costs one more question, and the topic on the screen may cost a person dearly.
"""

from __future__ import annotations

import re

from bot.understanding.phone_found import is_found

_HERS = r"(?:my|our) (?:girl|girls|girlfriend|gf|wife|wifey|bitch|hoe|ho|daughter|woman|lady|property|shorty|baby mama|old lady)"
_OURS = rf"(?:{_HERS}|(?:my|our) (?:son|kid|kids|child|children|family))"
_TEXT = (
    r"(?:text|texts|texted|texting|textin|talk|talks|talked|talking|talkin|message|messages|messaging|contact|contacts|"
    r"contacting|call|calling|chat|chats|chatting|write|writes|writing|speak|speaking|hit up|hitting up|communicating)"
)
_LINE = r"(?:you all|you|u|ya|yall|this|this (?:number|line|thing|place)|here|it)"
_ADDRESS = r"(?:(?:and|so|just|please|ok|hey|yo|bitch|listen|look|now|you|u|yall|people|guys|better|need|must|to|i said|stop and) ){0,5}"
_KIN = r"(?:dad|father|daddy|mom|mother|mama|brother|husband|man|boyfriend|bf|manager|guardian|parent|grandma|aunt|uncle|owner|agent|sister)"
_SEEKS = r"(?!.*\b(?:help|missing|gone|ran|run away|worried|find her|need|hurt|safe|lost|ayuda|ayudar|perdida|perdio|preocupad[ao]|necesito|busco)\b)"
_INSULT = r"(?:bitch|hoe|asshole|mf|motherfucker|punk|pendejo|pendeja|cabron|puto|puta)"

_HIJA = r"(?:(?:mi|nuestra) (?:mujer|novia|hija|esposa|vieja|chava|senora|morra|nina))"
_HABLAR = (
    r"(?:escribes?|escriben|escribiendo|escribiendole|hablas?|hablan|hablando|hablandole|mandas?|mandan|mandandole|texteas?|texteando|"
    r"llamas?|llaman|chateas?|chateando|platicas?|platicando|molestas?|molestando|buscas?|buscando)"
)
_PARIENTE = (
    r"(?:papa|mama|padre|madre|esposo|marido|novio|hermano|hermana|tio|tia|abuela|abuelo|dueno|jefe|manager|hombre)"
)

_FORMS = (
    rf"^(?:\w+ )?(?:is|was|are) (?:you |u )?(?:{_HERS}) (?:using|on|signed up (?:for|with|to)|part of|in|a client of|getting help from) (?:this|your|ur|the|yall)(?: (?:service|program|line|number|app|site|thing))?$",
    # "i want to know if my girlfriend texted you"
    rf"^(?:\w+ ){{0,2}}(?:(?:i|we) )?(?:(?:just|really|would|like|will) )*(?:want|wanted|need|trying|here|like|wanna|going)(?: to)? (?:know|see|find out|check|ask)(?: (?:you|u))? (?:if|whether|why|how long|when|since when)"
    rf" (?:{_HERS}|she)(?: (?:has|have|been|is|was|ever|just|already|did))* {_TEXT}(?: (?:to|with))? {_LINE}(?: (?:today|again|before|yesterday|about .{{1,30}}))*$",
    # "why is my daughter texting this number", "is my girlfriend texting you"
    rf"\b(?:who|why|what|how|when)\b(?: \w+){{0,6}} {_OURS}(?: \w+){{0,3}} {_TEXT}(?: (?:to|with|on))? {_LINE}\b",
    rf"(?:^|\b(?:and|so|yo|hey|tell me|if) )(?:is|was|has|did|does|do)(?: \w+)? (?:she|{_HERS})(?: been)? {_TEXT}(?: (?:to|with))? {_LINE}\b",
    # "who told you to text my girl", "don't ever text her again"
    rf"\b(?:who|whoever|why|stop|quit|not|never|told (?:you|u) to)\b(?! (?:can|could|should|will|would|do i))(?: \w+){{0,3}} {_TEXT}(?: (?:to|with))? {_HERS}\b",
    rf"^{_ADDRESS}(?:do not|never|stop|quit|not|no more|who|whoever|the name of whoever|give me the name of whoever)(?: (?:ever|is|are|was|keeps|keep|fucking|even)){{0,3}}"
    rf" {_TEXT}(?: (?:to|with))? her(?: (?:again|anymore|any more|no more|ever|or|and) ?.*| {_INSULT})?$",
    # "that's my wife you're talking to"
    rf"\b(?:that|this|it)(?: is| be)? (?:{_HERS}|her) (?:that |who |whom )?(?:you|u|ur|youre|yall)(?: \w+){{0,2}} {_TEXT}\b",
    # "she ain't texting you no more", "my daughter doesn't need your program"
    rf"^{_ADDRESS}(?:she|{_OURS})(?: \w+)? (?:not|never|nothing|done|no longer|through)(?: \w+){{0,4}} (?:{_TEXT}|say|saying|need|want)"
    r"(?: \w+){0,2} (?:you|u|your|ur|yall|this program)\b",
    # "what she say about me", "she told me everything about you"
    rf"^{_ADDRESS}what(?: all)?(?: did| does| has| is)? (?:she|{_OURS})(?: been)? (?:say|said|tell|told|saying|telling|ask|asked|talking)"
    r"(?: (?:to|about|with|you|u|me|us|her))*$",
    rf"^{_ADDRESS}(?:she|{_OURS}) (?:told|tells|showed|shows|sent) me (?:everything|all|about|what|this)(?: \w+){{0,3}} (?:you|u|this|this number|yall)\b",
    # "this is her dad who is this"
    rf"^{_SEEKS}(?:\w+ )?(?:i am|this is|it is) (?:her|his|{_HERS}s) {_KIN}(?: (?:who|what|why|and|so|how|tell|stop|where|now) ?.*)?$",
    # "leave my family alone", "i will find you", "i pay for this phone"
    rf"^{_ADDRESS}(?:leave|stay away from|stay out of|back off(?: of)?|quit messing with|mess with|not mess with)(?: \w+)? (?:{_OURS}|(?:my|our|family|her) business)\b",
    r"^(?:\w+ )?(?:i am going to|i will|i am a|ima|imma|going to|i am about to) (?:find|come for|track|catch|report) (?:out )?(?:who |where )?(?:you|u|this)(?: (?:is|are|live|at|too|now|all))*$",
    r"\bi (?:pay for|own|bought|pay) (?:this|her|that|my (?:wife|daughter|girl|kid)s?) (?:phone|number|line|cell)\b(?! but)",
    rf"^(?:\w+ ){{0,2}}{_INSULT} (?:who|what) (?:is )?(?:this|you|u|dis)\b|^(?:who|what) (?:is |are )?(?:this|you|u|dis)(?: \w+)? {_INSULT}$",
    # Spanish
    rf"\b(?:quien|que|por que|porque|pq|deja|dejen|deje|no)\b(?: \w+){{0,6}} (?:{_HABLAR}|quieres?|quieren)(?: \w+)? con {_HIJA}\b",
    rf"\b(?:quien|que|por que|porque|pq|deja de|dejen de|no)\b(?: \w+){{0,3}} {_HABLAR} a {_HIJA}\b",
    # "quien eres y que quieres con ella"
    r"\b(?:quien|que|por que|porque|pq)\b(?: \w+){0,3} (?:quieres?|quieren|traes?|traen|haces?|hablas?|hablabas?|platicas?|platicabas?|te traes) con ella\b",
    rf"^{_SEEKS}(?:\w+ )?(?:soy|habla|este es|esta es|aqui) (?:su|el|la) {_PARIENTE}(?: (?:de ella|de \w+|quien|que|por que|y|digame|dime) ?.*)?$",
    rf"\bno (?:te|se) (?:metas?|metan) con (?:mi familia|ella|{_HIJA})\b",
    r"\bya (?:la|lo) (?:agarre|cache|vi|pille) (?:escribiend|habland|textean|platican|mandan)\w*",
    r"\bya se (?:que|lo que|todo lo que) (?:te|les|le) (?:escrib|dijo|cont|mand|dice|cuenta)\w*",
    r"^(?:\w+ )?(?:ella|mi mujer|mi novia|mi hija|mi esposa) (?:ya )?me (?:conto|dijo|enseno|platico) todo(?: (?:de|sobre) (?:ti|ustedes|esto|usted))?$",
    r"\beste (?:telefono|cel|celular|numero) ya no es (?:de ella|suyo|su)\b",
    rf"(?:\bella|{_HIJA}) (?:ya )?no (?:necesita|quiere|ocupa)(?: \w+){{0,3}} (?:ustedes|usted|ti|contigo)\b",
)
_INSULTED = re.compile(rf"\b(?:{_INSULT})\b")
_OWNER = re.compile(
    r"^(?:(?:hi|hey|hello|ok|okay|k|yes|yea|yeah|no|so|now|sorry|omg|lol|it is ok|he is gone|that was (?:him|her)|"
    r"that (?:was not|wasnt) me|(?:he|she|they) (?:gave|give) (?:it|me|my phone)(?: (?:it|back|my phone))*) )*"
    r"(?:it is|its|this is)(?: now| really| actually| just| only)* me\b(?! (?:and|who|that|you|u|she|asking)\b)"
    r"|^(?:(?:hola|ok|bueno|perdon|oye|si|ya|ahora|ahorita|esta vez|de nuevo|otra vez) )*soy yo\b(?! (?:y|quien|la que|el que)\b)"
)
"""She says that it is she who texts: "its me now", "ok he gave it back its really me", "ya soy yo"."""

_WAS_HIM = re.compile(
    r"(?:(?:ok|hey|hi|sorry|omg|no|yes|yeah|lol|hola|perdon|oye|ya) )*(?:(?:it|that) (?:was|wasnt me it was|was not me it was) (?:him|her|them|my \w+|he)(?: (?:before|b4|earlier|texting|then|not me|ok|b 4))*"
    r"|(?:he|she|my \w+) was (?:here|there|right here|next to me|with me|around|by me|in the room|watching)(?: (?:before|b4|earlier|then|sorry))*"
    r"|(?:era|fue) (?:el|ella|mi \w+)(?: (?:antes|hace rato|no yo|el que escribio|(?:ya |ahora |ahorita |si )?soy yo|otra vez|de nuevo|ahora))*|(?:el |ella |mi \w+ )?estaba (?:aqui|ahi|conmigo|al lado|viendo)(?: (?:antes|hace rato|perdon))*)"
)
"""She tells who held the phone before: "it was him b4", "he was there"."""

_FAR = (
    r"(?:gone|left|out|away|outside|asleep|sleeping|passed out|at work|not (?:here|home)|went (?:out|home|to (?:work|bed|sleep))|"
    r"fell asleep|stepped out|walked (?:out|away)|drove off|in the shower|knocked out)"
)
_HIM = rf"(?:(?:he|they|everybody|everyone)|(?:my|the) (?:{_KIN}|ex|pimp|stepdad|boss|man|parents|folks))"
_HERSELF = re.compile(
    rf"\b{_HIM}(?: (?:is|are|has|have|just|finally|already|now|all|be|got|s))* {_FAR}\b"
    r"|\bi am(?: (?:all|now|finally|home|safe|back))* (?:alone|by myself|on my own|away from (?:him|them)|in (?:the bathroom|my room) now)\b"
    r"|\bi (?:(?:have|just|finally|now|got|took|have got) )*(?:got |have |took )?(?:my (?:phone|cell) |it )back\b"
    r"|\b(?:he|they|she|\w+) (?:gave|give|handed) (?:me )?(?:my (?:phone|cell) |it )(?:to me )?back\b"
    r"|\b(?:that|this|it)? ?(?:was not|wasnt|were not|is not) me (?:texting|writing|before|earlier|just now|who|that|talking|typing)\b"
    r"|^(?:(?:ok|hey|hi|sorry|srry|no|omg) )*(?:that|it) (?:was not|wasnt) me$"
    rf"|\b(?:that|it) was (?:him|my (?:{_KIN}|ex|pimp|stepdad|boss|man))\b|^(?:he|she) was (?:here|there|right here)"
    r"|\bi can (?:talk|text|write|type)(?: (?:to you|to u|freely))? (?:now|again|rn|right now)\b"
    r"|\b(?:el|ellos|mi \w+|todos) (?:ya |se )*(?:se (?:fue|fueron|durmio|durmieron|largo|salio)|salio|salieron|esta dormido|estan dormidos)\b"
    r"|^(?:(?:ok|hola|oye|bueno|ahora|si) )*ya (?:se (?:fue|fueron|durmio|durmieron|largo)|salio|salieron|esta dormido)\b"
    r"|\b(?:ya |ahora )?(?:estoy|ando|me quede) (?:ya )?sol[oa]\b"
    r"|\b(?:ya )?(?:tengo|recupere|agarre) (?:otra vez |de nuevo )?mi (?:cel|celular|celu|telefono|tel)\b"
    r"|\bme (?:lo )?(?:devolvio|devolvieron|regreso|regresaron)(?: (?:el|mi) (?:cel|celular|celu|telefono|tel))?\b"
    rf"|\bno (?:era|fui) yo\b|\b(?:era|fue) (?:el|mi (?:{_PARIENTE}|padrastro|patron)) (?:el |la )?que (?:te |les )?escrib\w+"
    r"|\bya (?:te |les )?puedo (?:hablar|escribir|textear|contestar)(?:te|les)?\b"
)
_OF_HER = re.compile(r"\b(?:she|her|hers|ella)\b")


def is_owner(said: str) -> bool:
    """Return whether a text says that she herself holds the phone again: "its me now", "hes gone", "ya soy yo".

    Who speaks of her as "she" is somebody else, unless the text begins with "its me".
    """
    if _INSULTED.search(said):
        return False
    return (
        _OWNER.search(said) is not None
        or _WAS_HIM.fullmatch(said) is not None
        or (_HERSELF.search(said) is not None and _OF_HER.search(said) is None)
    )


_ANOTHER = rf"(?:he|she|they|somebody|someone|(?:my|the) (?:{_KIN}|ex|pimp|stepdad|boss|man|parents|folks|mans?))"
_PHONE = r"(?:phone|cell|cel|it|texts|messages|msgs)"
_TAKEN = re.compile(
    rf"\b{_ANOTHER}(?: (?:just|always|still|had|has|be|been|was|were|is|are|got|keeps|kept|finally)){{0,3}}"
    rf" (?:took|take|takes|taken|had|has|have|got|grabbed|snatched|stole|used|using|uses|read|reads|reading|went through|goes through|going through|"
    rf"checked|checks|checking|looked at|on|gave|give|handed|holding|kept)(?: (?:me|my|the|away|through|all|at|back|hold of|a hold of)){{0,3}} {_PHONE}\b"
    rf"|\b{_ANOTHER}(?: \w+){{0,2}} (?:texted|texting|wrote|writing|messaged|messaging|answered|replied)\b|\bthat was (?:him|my (?:{_KIN}|ex|pimp|stepdad|boss|man))\b"
    r"|\b(?:me (?:lo )?(?:quit|agarr|arrebat|revis|devolv|regres)\w+|(?:tenia|tuvo|traia|trae|tiene|agarro|agarraron|quito|reviso|revisa|leyo|lee|uso|usa|usaba))"
    r"(?: (?:el|mi|los|mis|este|todo)){0,2} (?:cel|celular|celu|telefono|tel|mensajes|textos)\b"
    r"|\b(?:el|ella|ellos|mi \w+) (?:el |la )?(?:que )?(?:te|les|le)? ?escrib(?:io|ieron|ia|ian)\b|\by (?:te|les|le) escrib(?:io|ieron)\b"
)


def tells_taken(said: str) -> bool:
    """Return whether a text says that somebody else had the phone, or wrote from it: "he took my phone"."""
    return _TAKEN.search(said) is not None


_CHILD = r"(?:(?:my|our) (?:son|kid|kids|child|children|daughter|daughters|minor|minor child))"
_OWN = rf"(?:{_HERS}|{_CHILD})"
_WHOM = r"(?:you|u|ya|yall|y all|you all|them|these people|this (?:number|line|thing|place)|here|it|on here)"
_SAYS = r"(?:said|told|says|tells|wrote|writes|texted|texts|sent|sends|typed|asked|saying|telling|writing|texting|say|tell|write|text)"
_RUDE = r"(?:the fuck|the hell|tf|fuck|hell|tfuck)"
_WHO_ASKED = r"(?:(?:who|what|whos|whats) (?:(?:is|are|r|the|fuck|hell|tf|even) )*(?:this|you|u|it|dis|that|yall)(?: (?:and|so|but|number|bitch|man|bro|texting))* )*"
_TITLE = (
    r"(?:officer|detective|det|sergeant|sgt|deputy|special agent|agent|sheriff|sheriffs|investigator|lieutenant|inspector|constable|trooper|marshal|"
    r"a cop|a police officer|police officer|(?:the )?(?:police|cops|fbi|lapd|nypd|sheriff|feds|ice|immigration|rcmp|authorities))"
)
_OFICIAL = r"(?:(?:el|la|un|una) )?(?:oficial|detective|agente|sargento|policia|investigador|investigadora|sheriff|comandante|inspector|migra)"
_HIJO = rf"(?:{_HIJA}|(?:mi|nuestr[oa]) (?:hijo|nino|chamac[oa]|muchach[oa]|perra|puta|mujer))"
_MORE_FORMS = (
    # somebody of an office: "this is detective martinez lapd"
    rf"^{_SEEKS}(?:hi |hello |hey |ok |yo |good (?:morning|evening|afternoon) |\w+ )?(?:this is|i am|it is|we are|you are (?:talking|texting|speaking) (?:to|with))(?: an?| the| with| with the| from| from the)*"
    rf" {_TITLE}(?: (?!me\b|my\b|scared|afraid|brutality|phobic|report)\w+){{0,5}}$",
    rf"^{_SEEKS}(?:\w+ )?(?:soy|habla|somos|le habla|le escribe|aqui) (?:de )?{_OFICIAL}(?: (?!y |me |mi )\w+){{0,5}}$",
    # the place where she is: "give me the address of the shelter shes at"
    rf"^{_ADDRESS}(?:give|tell|send|text|drop|what is|what|where is|which|i (?:need|want)|we (?:need|want))\b(?: \w+){{0,7}}? (?:she|{_OWN})(?: is| be| are)? (?:at|in|staying|went|stays|hiding|living|held)\b(?: (?:at|in|to|now|bitch|or .*))*$",
    rf"^{_ADDRESS}(?:give|tell|send|drop|text)(?: (?:me|us))? (?:her|{_OWN}s?) (?:address|location|info|room number|whereabouts|number)\b(?: (?:now|bitch|right now|or .*))?$",
    rf"^{_ADDRESS}(?:where|wya|wheres)(?: {_RUDE})?(?: (?:is|are|did|was|the|yall|you|u|have|hiding|put|send|sent|got|get|keep|keeping|take|taking|took|holding|at|bring|be))*"
    rf" (?:her|she|{_HERS}|(?:my|our) (?:son|kid|child))(?: (?:at|go|went|gone to|now|right now|hiding|staying|is|been|run to|to|bitch|nigga|bro|or else|sleeping))*$",
    rf"^{_ADDRESS}(?:(?:you|u|yall) )?(?:better |need to |gotta |got to )?(?:tell|show|text|say|let)(?: (?:me|us))?(?: know)? where (?:(?:she|{_OWN})(?: is| at| be)?|(?:you|u|yall) (?:got|have|hiding|keeping|took|put) her)(?: (?:at|now|bitch|right now|or .*|before .*))*$",
    rf"^{_ADDRESS}(?:what|who)(?: {_RUDE})? (?:did|are|have|you|u|yall)(?: (?:you|u|yall|all))?(?: (?:do|doing|done|did|send|sent|give|gave|take|took|put))? (?:to |with )?(?:her|{_HERS}|{_CHILD})(?: (?:to|with|with|bitch|now))*$",
    rf"^{_ADDRESS}(?:(?:you|u|yall) )?(?:are )?(?:hiding|keeping|holding|harboring|housing|hide|got|took|stole|brainwashing|helping|turning|turned|poisoning)(?: \w+)? (?:her|{_OWN})(?: (?:from me|from us|against me|away from me|bitch|there|with you|with u|huh|now))*$",
    # the wrong girl, her phone, "this bitch belongs to me"
    r"^(?:\w+ )?(?:you|u|ya|yall)(?: have| got| texted| called| messed with| fucked with| picked)+ (?:the )?wrong (?:girl|one|person|guy|bitch|woman|lady|kid|house|family|man|chick|female|dude)(?: \w+){0,3}$",
    rf"^{_ADDRESS}{_SEEKS}(?:i|we)(?: have| got| took| just| took away| have got| found| hold)* (?:her|{_HERS}s?|{_CHILD}s?) (?:phone|cell|cellphone|texts|messages)(?: (?:now|bitch|right now|too|so .*|and (?:i|we) (?:read|see|saw|know|can) .*|you .*|u .*|stop .*|who .*))*$",
    rf"^{_ADDRESS}(?:she|(?:this|that|dis|dat|the)(?: (?:lil|little|stupid|dumb))? (?:bitch|hoe|ho|girl))(?: is)? (?:belongs? to me|mine|(?:my|our) (?:bitch|hoe|ho|property|woman|money|bottom)|works? for me|owes me(?: money)?)(?: .*)?$",
    rf"^{_ADDRESS}that is (?:my|our) (?:bitch|hoe|ho|property|woman|money|bottom)(?: (?:you|u|ur|yall) .*)?$",
    rf"^{_ADDRESS}(?:you are|u are|ur|youre|your|you|u r|u) (?:all |so |as good as )*(?:dead|a dead (?:man|woman|bitch|person)|finished|going to (?:pay|regret (?:it|this)|be sorry))(?: (?:whoever .*|bitch|if .*|when .*|for (?:this|that|messing .*|talking .*)|motherfucker|asshole))*$",
    rf"^{_ADDRESS}(?:i )?(?:do not care )?who ?ever (?:you|u|this|tf|the)(?: \w+){{0,3}} (?:dead|leave|stop|better|stay|pay|regret|watch)\b.*$",
    # "my kid texted u why", "my gf uses this number what is it for", "did maria text u"
    rf"^{_ADDRESS}{_SEEKS}(?:why |did |has |is |and |because )?(?:{_HERS}|{_CHILD})(?: (?:just|has|been|keeps|is|was|did|does|have|be))* {_TEXT}(?: (?:to|with))? {_WHOM}(?: (?:why|what|for|who|so|and|about|how|when|is|are|this|you|u|that|it|yesterday|today|last|night|again|earlier|a lot|all|the|time))*$",
    rf"^{_ADDRESS}{_SEEKS}(?:why )?(?:does |is |has |do )?(?:{_HERS}|{_CHILD})(?: \w+)? (?:uses?|used|using|has|have|had|got|saved|keeps?|called|calls|calling) (?:this|your|ur|yall|that) (?:number|line|contact|app|chat)(?: (?:saved|on|in|her|his|phone|what|why|who|is|it|for|are|you|u|this|and|so|how))*$",
    rf"^{_ADDRESS}(?:did|has|is|was) (?!(?:i|you|u|he|they|it|that|this|anyone|anybody|someone|somebody|everyone|the|a|my|your|ur|staff|police|cops|mom|mama|mommy|dad|daddy|god|we|jane|mi|ur|not|there|any|help)\b)\w{{3,}} (?:been )?{_TEXT}(?: (?:to|with))? (?:you|u|yall|ya|this number)(?: (?:today|tonight|yesterday|again|last|night|why|before|ever|already|about me|from this phone))*$",
    # "who is this why is this in my gfs phone", "how come my wife has this number"
    rf"^{_ADDRESS}{_WHO_ASKED}(?:what|why|how come|how|since when|where)\b(?: (?:is|are|was|did|does|do|come|the|has|have|tf|fuck|hell|she|get|got|from))* (?:this|that|it|you|u|yall|your|ur|these|her|the|some|a)"
    rf"(?: (?:number|numbers|contact|texts?|messages?|chat|thing|shit|line|name|doing|saved|even|all|be|is|are|get|got|popping|showing|up|here|coming|from|again|keeps?))* (?:on|in|into|to|from|off) (?:{_OWN}s?|her) (?:phone|cell|cellphone|tablet|ipad|texts|messages|contacts|fone)\b(?: .*)?$",
    rf"^{_ADDRESS}{_WHO_ASKED}(?:why|how come|how|what|since when|so)(?: {_RUDE})?(?: (?:does|do|is|did|has|would|come|it|that))*"
    rf" {_HERS}(?: (?:even|just|all|be|is|got|keep|keeps|been|still))* (?:has|have|had|got|get|saved|saving|keep|keeps|kept|in|with|use|uses|using|texts?|texting|calls?|calling)(?: (?:to|you|u|saved))* (?:this|your|ur|that|yall|a|some|the)(?: \w+)? ?(?:number|contact|line|chat|app|texts?|messages?)\b(?: .*)?$",
    rf"^{_ADDRESS}(?:what|why|how|how come|who)(?: {_RUDE})?(?: (?:is|are|was|did|does|do|come))? (?:this|you|u|yall|your number|ur number|this number|your texts|these|these texts|it|u guys)(?: (?:number|texts|doing|saved|even|all|be|is|are|texting|popping|up|here))* (?:on|in) (?:{_OWN}s?|her) (?:phone|cell|cellphone|tablet|ipad|texts|messages|contacts)\b(?: .*)?$",
    rf"^{_ADDRESS}(?:what|why|how|how long)(?: {_RUDE})? (?:is|are|was|has)? ?(?:she|{_OWN})(?: been)? (?:doing|on|up to|typing|texting|here|asking)(?: (?:on|in|with|here|this|about|for|you|u|yall|it|this (?:number|line|app|phone|thing)|on here|shit))*$",
    rf"^{_ADDRESS}(?:do not|never|stop|quit|no more|better not|not)(?: (?:ever|fucking|be|you))* (?:{_TEXT}|bothering|bother|harassing|messing with|mess with)(?: (?:to|with))? {_OWN}(?: (?:again|anymore|no more|ever|bitch|please|now|phone|or .*|you .*|u .*|i .*|she .*|before .*))*$",
    rf"^{_ADDRESS}(?:keep|stay|get|back|stay|move|go)(?: {_RUDE})? (?:away|off|out|far)(?: (?:away|of|from|the))* (?:her|{_OWN})(?: (?:life|phone|now|bitch|or .*|i .*|you .*|please))*$",
    # what she said: "i know what she told u", "im reading all this", "did she talk to the cops"
    rf"^{_ADDRESS}(?:tell|show|send|read|give|let)(?: (?:me|us))?(?: (?:see|all|everything|every|word|thing|exactly|of|it|the|texts?|messages?|chat|convo|conversation|what|that|whatever|has|been|with))+"
    rf" (?:she|{_OWN})(?: (?:has|have|had|been|is|was|just|did|ever))*(?: {_SAYS})?(?: (?:to|with|about|you|u|yall|me|us|here|on here|now|bitch))*$",
    rf"^{_ADDRESS}(?:show|send|read|give|let)(?: (?:me|us))?(?: see)? (?:all )?(?:her|{_OWN}s) (?:texts|messages|chat|chats|convo|conversation|msgs)(?: .*)?$",
    rf"^{_ADDRESS}{_SEEKS}(?:i|we)(?: (?:already|just|can|do|have|did|could|now|am|fucking|finally))* (?:know|knows|see|saw|seen|read|reading|heard|hear|found|find)(?: (?:out|exactly|all|about|everything|every|word|thing|of))*"
    rf" (?:what|that|everything|all|it|the shit|stuff|texts|word)?(?: all)? ?(?:she|{_OWN})(?: (?:has|have|been|is|was|just|did|be|already))* {_SAYS}(?: (?:to|about|you|u|yall|ya|me|us|this|here|on here|in here|number|now|bitch|so .*))*$",
    rf"^{_ADDRESS}{_SEEKS}(?:i|we)(?: (?:am|are|can|have|just|be|already|will|did))* (?:reading|read|seeing|see|watching|watch|saw|seen|looking at|going through|monitoring)(?: (?:all|every|everything|each))(?: (?:of|this|these|it|that|her|the|text|texts|message|messages|word|shit|you|u|yall|said|say|sent|send|write|wrote|now|too|bitch|btw|here|chat|on|in|phone|conversation))*$",
    rf"^{_ADDRESS}(?:did|has|is|was|does) (?:she|{_OWN})(?: (?:ever|been|just|already|even))* (?:talk|talked|talking|snitch|snitching|snitched|go|gone|rat|ratting|tell|told|call|called|speak|spoken|spoke|report|reported|say|said|run|mention|telling)"
    rf"(?: (?:to|on|with|the|any|a|about|anything|something))* (?:cops?|police|feds|law|detectives?|anyone|anybody|someone|somebody|lawyers?|us|cps|fbi|yall|you|u)(?: .*)?$",
    rf"^{_ADDRESS}what(?: all| else| {_RUDE})*(?: did| does| has| is| was| be)? (?:she|{_OWN})(?: (?:been|be|all))* (?:say|said|tell|told|saying|telling|ask|asked|asking|want|wanted|wants|text|texted|write|wrote)(?: (?:to|about|with|you|u|yall|ya|all|guys|me|us|her|this|number|here|from))*$",
    # "nobody here needs help"
    rf"^{_ADDRESS}(?:no ?one|nobody|none of us|(?:is )?(?:not )?nobody|there is nobody|there is no ?one|there is not nobody)(?: (?:here|in here|in this house|at this (?:house|number)|on this (?:phone|number)|over here|who|that))* (?:needs?|needing|wants?|asked|asks|called|texted|looking|ask|call)(?: (?:for|any|no|your|ur|yall|you|u|this|that|shit|of|kind|the))* ?(?:help|nothing|anything|this|that|you|u|yall|here|shit|services?|program|shelter)?(?: (?:here|from|you|u|yall|bitch|so .*|stop .*|ok|thanks|now))*$",
    rf"^{_ADDRESS}we (?:do not|not|never|is not|did not)(?: (?:even|fucking))* (?:need|want|needing|ask for|asked for|order|call for)(?: (?:any|no|your|ur|yall|you|u|of|none|this|that|the|damn|fucking))* ?(?:help|nothing|anything|shit|assistance|services|charity|you|yall|u)(?: (?:here|from|you|u|yall|bitch|so stop .*|stop .*|ok|thanks|thank you|anymore|no more|over here|people|like you))*$",
    # Spanish
    rf"\b(?:este|tu|su|ese) (?:numero|contacto|chat|mensaje)\b(?: \w+){{0,4}}? (?:en|del) (?:el |su )?(?:celular|cel|telefono|fon|fono) de {_HIJO}\b",
    # "quien es y por que mi novia tiene este numero"
    rf"^(?:(?:quien(?:es)?|que) (?:es|eres|son|habla|eres tu)(?: (?:este|esto|esta|tu|usted|ustedes|y|numero))* |y |oye |oiga |a ver |pero ){{0,4}}(?:por que|porque|pq|como|desde cuando|que) (?:lo |la |lo de |es que |hace que )?"
    rf"(?:{_HIJA} (?:te |los |les |lo )?(?:tiene|trae|tenia|guardo|guarda|agrego)|(?:tiene|trae|tenia|guardo|guarda) {_HIJA})(?: guardado)? (?:este|tu|su|ese) (?:numero|contacto|chat|mensaje|mensajes)(?: \w+){{0,4}}$",
    rf"^(?:quien(?:es)?|que) (?:es|eres|son|habla)(?: (?:este|esto|esta|tu|usted|ustedes|numero))*(?: y)? (?:porque|por que|que hace|que hacen|como)(?: \w+){{0,5}} (?:en|del) (?:el |su )?(?:celular|cel|telefono|fon) de {_HIJO}(?: .*)?$",
    rf"^(?:\w+ )?(?:encontre|vi|hay|porque|por que|que hace|que hacen)(?: \w+){{0,5}} (?:en|del) (?:el |su )?(?:celular|cel|telefono) de {_HIJO}(?: .*)?$",
    rf"^(?:y |oye |oiga |a ver |pero |dime |digame |diganme |dinos |o sea |en |a |para ){{0,4}}(?:d?onde|adonde)(?: (?:chingados|diablos|carajos|mierda))?"
    rf" (?:(?:esta|anda|se metio|se fue|se esconde|duerme|quedo|ta|se quedo|vive)(?: (?:ahora|ya|ahorita))? (?:ella|esa (?:perra|puta|mocosa|vieja|morra)|{_HIJA})"
    rf"|la (?:tienen|tienes|tiene|mandaron|mandaste|esconden|escondes|escondieron|escondiste|dejaron|dejaste|pusieron|metieron|metiste|llevaste)"
    rf"|(?:tienen|tienes|tiene|mandaron|mandaste|esconden|escondes|escondieron|llevaste|metieron|dejaron) a (?:ella|{_HIJA})|esta (?=o ))(?: (?:ahora|ahorita|ya|escondida|cabron|cabrones|pendejos?|o .*))*$",
    rf"^(?:y |oye |oiga |pero |porque |por que |que |acaso )*{_SEEKS}{_HIJO} (?:ya |si |nunca )?(?:te|les|le|nos) (?:escribio|escribe|hablo|habla|llamo|llama|mando|manda|texteo|texto|contacto|esta escribiendo|esta hablando|estuvo escribiendo|mando mensajes?)(?: (?:por que|porque|para que|que|quien|a ustedes|a ti|ayer|hoy|anoche|mensajes?|quienes|son|eres|es|esto|y))*$",
    rf"^(?:\w+ )?(?:ya |no |te |los |las |la ){{0,3}}(?:vi|lei|se|veo|leo|puedo (?:ver|leer)|estoy (?:viendo|leyendo)|ando (?:viendo|leyendo)|acabo de (?:ver|leer))(?: (?:ya|todo|todos|toda|esto|lo|los|las|que|sus|mensajes|textos|conversacion|la|aqui))*"
    rf" (?:ella |esa |{_HIJO} )?(?:(?:te|les|le|me|ha|ya|aqui) )*(?:escribio|dijo|conto|mando|escribe|dice|puso|pregunto|escrito|dicho|contado|mandado|texteo)(?: (?:a ustedes|ella|aqui|a ti|de mi|{_HIJO}))*$",
    r"^(?:\w+ )?(?:estoy|ando) (?:leyendo|viendo|revisando|mirando) (?:todo|todos (?:los|sus|estos))(?: (?:esto|lo que .*|mensajes|textos|sus mensajes))?$|^ya (?:lei|vi) (?:todo|todos (?:los|sus|estos) (?:mensajes|textos))(?: esto)?$",
    r"^(?:\w+ )?(?:aqui )?(?:nadie|ninguno)(?: (?:aqui|de aqui|en esta casa))*(?: (?:les?|te|los|la))* (?:necesita|quiere|ocupa|pidio|llamo|escribio|anda pidiendo)(?: (?:de|su|tu|ninguna|esa|nada de))* ?(?:nada|ayuda|ayudas|esto|eso|ustedes|usted)?(?: (?:aqui|de ustedes|de nadie|gracias|cabron))*$",
    r"^(?:\w+ )?(?:aqui )?no (?:necesitamos|ocupamos|queremos|pedimos)(?: (?:de|su|tu|ninguna|nada de|esa|la))* ?(?:ayuda|nada|ustedes|limosnas)(?: (?:aqui|de ustedes|de nadie|gracias|ni nada))*$",
    r"^(?:\w+ )?(?:se|te|les) (?:equivocaron|equivocaste|equivoco|metieron|metiste) (?:de|con la) (?:chica|muchacha|morra|mujer|nina|chava|persona|vieja)(?: equivocada)?$",
    rf"^(?:\w+ )?(?:ya )?(?:tenemos|tengo|agarramos|le quitamos|le quite) (?:su|el) (?:telefono|celular|cel|fon)(?: de {_HIJO})?(?: .*)?$",
    r"^(?:\w+ )?(?:esta|esa|la) (?:perra|puta|vieja|morra|mujer|nina) (?:es mia|me pertenece|es de mi propiedad|trabaja para mi|me debe)(?: .*)?$|^(?:\w+ )?ella (?:me pertenece|es de mi propiedad|me debe)(?: .*)?$",
    r"^(?:\w+ )?(?:estas|esta|estan) muert[oa]s?(?: (?:quien|seas|quien seas|quienes|sean|quien sea que seas|cabron(?:es)?|perra|pendej[oa]s?|hijo de puta))+$",
    rf"^(?:\w+ )?(?:ensename|muestrame|dime|digame|diganme|mandame|pasame|ensenenme|ensenanos) (?:todo |toda |todos )?(?:lo que|sus mensajes|los mensajes|la conversacion|la platica|los textos)(?: (?:ella|{_HIJO}|te|les|le|ha|de|puso))*(?: (?:dijo|escribio|conto|dicho|escrito|mando|ella|dice))*$",
    r"^(?:\w+ )?(?:ella|esa) (?:ya )?(?:hablo|fue|llamo) (?:con|a) (?:la )?(?:policia|chota|alguien|la ley)(?: .*)?$|^(?:\w+ )?hablo ella con (?:la )?(?:policia|alguien)$",
    rf"^(?:\w+ )?(?:que|por que|porque) (?:hace|esta haciendo|anda haciendo|chingados hace) {_HIJO} (?:en|con|aqui|por)(?: (?:esto|este|aqui|ustedes|numero|linea))*$",
    rf"^(?:\w+ )?(?:alejate|alejense|no te acerques|no se acerquen|dejen de (?:contactar|buscar|molestar|escribirle|hablarle|llamarle)|deja de (?:contactar|buscar|molestar|escribirle|hablarle|llamarle)|no (?:contacten|contactes|busquen|busques|molesten|molestes))(?: de| a)? (?:ella|{_HIJO}|mis? hij[oa]s?)(?: .*)?$",
    rf"^(?:\w+ )?(?:dame|dime|mandame|pasame|deme|denme|quiero|necesito|cual es)(?: \w+){{0,3}} (?:direccion|ubicacion|lugar)(?: \w+){{0,4}} (?:donde|que) (?:esta|la tienen|se queda|se esconde|esta ella|ella esta)(?: (?:ella|{_HIJO}))?$|^(?:\w+ )?(?:la )?(?:estan|estas) escondiendo(?: a {_HIJO})?$",
)
_SUYA = rf"(?:{_HIJA}|mi (?:prometida|muchacha|chica|jeva|pareja))"
_ESTA = (
    r"(?:ella|esta|esa|la|(?:esta|esa) (?:muchacha|chica|mujer|nina|chava|morra|joven|senora)|"
    r"la (?:muchacha|chica|mujer|chava) (?:que|con la que)(?: \w+){1,2})"
)
_NO_ESCRIBAN = (
    r"(?:(?:ya |mejor |favor de )*no (?:le |les |la |lo |me |nos )?(?:escriba[ns]?|escribirle|hables?|hablen|mandes?|manden|llames?|llamen|busques?|busquen|"
    r"molestes?|molesten|textees?|texteen|contactes?|contacten|contestes?|contesten|quiero que le (?:escriba[ns]?|hablen?|manden?))"
    r"|(?:deja|deje|dejen) de (?:escrib|habl|mand|llam|busc|molest|texte)\w+|(?:deja|deje|dejen)(?:la|lo|le)?(?: en paz| tranquil[oa])\b)"
)
_DE_OTROS = (
    # "esta muchacha es mi esposa, no escriba mas"
    rf"^{_SEEKS}(?:\w+ ){{0,2}}{_ESTA} es (?:\w+ )?{_SUYA}(?: \w+){{0,3}}? (?:{_NO_ESCRIBAN}|quien(?:es)? (?:eres|es|son|habla|escribe)|que (?:quiere|quieren|quieres)|con quien habl\w+)",
    rf"^(?:\w+ ){{0,2}}(?:{_NO_ESCRIBAN})(?: \w+){{0,2}} (?:a|de|con) {_SUYA}(?: (?:mas|nunca|otra|vez|ya|o .*|porfa|por favor|cabron|por aqui|a este numero))*$",
    rf"^(?:\w+ ){{0,2}}(?:{_NO_ESCRIBAN})(?: \w+){{0,3}} (?:es|que es|porque es|pq es) {_SUYA}$",
    # "quiero saber si mi novia les escribio", "mi hija habla con ustedes"
    rf"^(?:\w+ ){{0,2}}(?:quiero|quisiera|queria|necesito|dime|digame|diganme|me pueden decir|puede decirme|pueden decirme|vengo a|para) ?(?:saber |decirme |ver )?si"
    rf" (?:(?:{_SUYA}|ella) )?(?:ya |alguna vez )?(?:te|les|le|los|ha|han|esta|estuvo|se|anda) ?(?:ha )?(?:escrib|escrito|habl|llam|mand|texte|contact|comunic|pregunt|busc)\w*(?: {_SUYA})?(?: (?:con|a) (?:ustedes|usted|ti))?(?: (?:hoy|ayer|por aqui|algo|antes))*$",
    rf"^(?:\w+ )?(?:quiero|quisiera|necesito) saber (?:con quien|que|de que|por que) (?:te |les |le )?(?:habl|escrib|dij|dice|cont|chate|platic)\w+ {_SUYA}$",
    rf"^(?:\w+ )?(?:es usted|son ustedes|eres tu|eres)(?: (?:la|el|los|las|quien|quienes|con|que|persona))* (?:habla|platica|escribe|chatea|se escribe)(?: con)? {_SUYA}$",
    rf"^(?:y |oye |oiga |disculpe |hola |que )*{_SUYA} (?:ya )?(?:te|les|los|le|la|las) (?:contacto|busco|hablo|llamo|escribio|mando (?:mensaje|texto)|ha (?:escrito|hablado|contactado))(?: \w+){{0,2}}$",
    rf"^(?:y |oye |oiga |disculpe |hola |que )*{_SUYA} (?:ya )?(?:habla|hablo|platica|chatea|se escribe|se mensajea|ha hablado|esta hablando|estuvo hablando|anda hablando) (?:con|a) (?:ustedes|usted|ti|este numero|esta linea)(?: \w+){{0,3}}$",
    # "este telefono es de mi esposa", "esta usando el telefono de mi hija"
    rf"^{_SEEKS}(?:\w+ ){{0,2}}(?:este|ese|el) (?:telefono|cel|celular|numero) (?:es|era) (?:de|el de) {_SUYA}(?: .*)?$",
)
"""More of what a husband, a boss or a relative writes in Spanish."""

_HOLDER = re.compile("|".join((*_FORMS, *_MORE_FORMS, *_DE_OTROS)))
_MOST_WORDS = 25


def is_holder(said: str) -> bool:
    """Return whether `said`, words with one space between them and contractions written out, is somebody else's."""
    return said.count(" ") < _MOST_WORDS and (_HOLDER.search(said) is not None or is_found(said))
