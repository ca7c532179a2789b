"""Somebody else has the phone this moment, has found something out, or knows the cover word (promise 7). Pure.

The word that makes the bot bland is for the person alone. "He has my phone now" and "shes lying about me" arrive in
another's hand; "he found my go bag" tells of a dangerous hour; "dont say weather he knows" of a word that is burned. All
texts are words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_MAN = (
    r"(?:man|mans|bf|boyfriend|gf|girlfriend|husband|hubby|wife|ex|pimp|daddy|boss|dad|dads|father|mom|moms|mama|mother|stepdad|stepmom|uncle|aunt|"
    r"brother|sister|manager|roommate|trick|cousin|grandma|madam|bottom|trafficker|owner|foster mom|foster dad|parents)"
)
_HE = rf"(?:he|she|they|someone|somebody|(?:my|the|his|her) (?:\w+ )?{_MAN})"
_VARON = (
    r"(?:novio|novia|esposo|esposa|marido|pareja|papa|apa|mama|ama|padrastro|madrastra|padrote|jefe|jefa|patron|patrona|tio|tia|hermano|hermana|senor|"
    r"duen[oa]|suegra|suegro|primo|abuel[oa]|viejo|vato|ex|hombre)"
)
_EL = rf"(?:el|ella|ellos|alguien|(?:mi|mis|el|la|su) {_VARON})"
_PHONE = r"(?:phone|cell|cel|fone|cellphone|iphone)"
_CEL = r"(?:cel|celular|celu|telefono|tel|fon)"
_LEAD = r"(?:(?:and|but|so|omg|ok|oh|no|shit|fuck|wait|now|um|hey|sorry|just|because|brb|gtg|y|pero|ay|ya|creo que|i think|porque|oye|perdon|chin|mierda) )*"
_NOW = r"(?:now|right now|rn|atm|at the moment|again|already|brb|be right back|gtg|got to go|i got to go|bye|shit|omg|wait|hold on|sorry)"
_AHORA = r"(?:ya|ahora|ahorita|orita|ahora mismo|otra vez|luego te escribo|espera)"
_HAS = re.compile(
    rf"{_LEAD}(?:now )?{_HE}(?: (?:is|has|have|got|just|now|already|literally))* ?(?:has|have|got|holding|holds|on|using|going through|looking through|checking|reading|looking at) (?:my|the|this) {_PHONE}(?: (?:in his hands?|in her hands?|in hand))?(?: {_NOW})+"
    rf"|{_LEAD}{_HE}(?: (?:is|has|just|now))* (?:holding|looking at|going through|scrolling through) (?:my|the|this) {_PHONE}(?: {_NOW})*"
    rf"|{_LEAD}(?:now {_HE}|{_HE} (?:just|now)) (?:has |have )?(?:took|got|grabbed|snatched|picked up|take|taken|grabs|takes) (?:my|the|this) {_PHONE}(?: (?:from me|away|from my hands?|out my hands?))?(?: {_NOW})*"
    rf"|{_LEAD}{_HE}(?: has| have| just| has just)* (?:grabbed|snatched|is taking|is grabbing|picked up) (?:my|the|this) {_PHONE}(?: (?:from me|away|from my hands?|out my hands?))?(?: {_NOW})*"
    rf"|{_LEAD}{_HE}(?: (?:is|right|just|literally|here|sitting|standing|laying|lying|beside|next|to|me|behind|by|over|and|now))+ (?:reading|watching|looking at|seeing) (?:it|this|these|everything|along|what i (?:type|say|write)|the (?:texts|screen))(?: {_NOW})*"
    rf"|{_LEAD}(?:{_EL} )?(?:ya |ahora |ahorita )+(?:el |ella )?(?:me )?(?:tiene|trae|agarro|quito|tomo|agarro) (?:el|mi|este) {_CEL}(?: {_AHORA})*(?: {_EL})?"
    rf"|{_LEAD}(?:{_EL} )?(?:me )?(?:tiene|trae|agarro|quito|tomo|arrebato) (?:el|mi|este) {_CEL}(?: {_AHORA})+"
    rf"|{_LEAD}(?:{_EL} )?(?:me )?(?:acaba de (?:quitar|agarrar|tomar|arrebatar)(?:me)?) (?:el|mi|este) {_CEL}(?: {_AHORA})*"
    rf"|{_LEAD}(?:{_EL} )?(?:me )?(?:esta|anda) (?:revisando|checando|leyendo|agarrando|viendo)(?:me)? (?:el|mi|este|los mensajes de mi) {_CEL}(?: {_AHORA})*"
    rf"|{_LEAD}(?:{_EL} )?(?:esta|anda) (?:aqui |sentado |sentada |a mi lado |al lado |junto a mi |conmigo )+(?:leyendo|viendo|mirando)(?:lo)?(?: (?:esto|todo|lo que escribo))?(?: {_AHORA})*"
)
_LATER = re.compile(
    r"\b(?:always|usually|sometimes|every|used to|last|yesterday|earlier|gave|(?<!right )back|until|if|when|before|siempre|a veces|cada|ayer|antes|cuando|si|devolvio)\b"
)

_GIRL = r"(?:girl|girls|hoe|hoes|bitch|bitches|gf|girlfriend|wife|wifey|woman|daughter|property|shorty|main|bottom)"
_YOU = r"(?:you|u|yall|ya|this|this (?:number|line|thing)|here|it)"
_ANOTHER = re.compile(
    # of his girls, who text
    rf"\b(?:(?:a|one|some|any) (?:of )?(?:my |our )?{_GIRL} of (?:mine|ours)|one of (?:my|our) {_GIRL}|(?:if|when) (?:my|our) {_GIRL})\b.*\b(?:text|texts|texting|txt|call|calls|contact|contacts|hit|hits|message|messages|talk|talks|snitch|snitches|run|runs)\b"
    r"|\b(?:una de mis (?:muchachas|morras|chicas|viejas|ninas)|(?:alguna|una) (?:muchacha|morra|chica) mia|(?:si|cuando) mi (?:morra|vieja|mujer|chava|novia))\b.*\b(?:escrib\w+|llam\w+|mand\w+|habl\w+|texte\w+|contact\w+)\b"
    # on her phone
    rf"|\b(?:i am|im|he has me|he got me|he told me to|they have me|supposed to be) (?:on|in|checking|check|going through|go through|looking through|looking at|reading|read|watching|watch) (?:her|his girls?|my (?:girl|gf|wife|daughter)s?) (?:{_PHONE}|texts|messages)\b"
    rf"|^(?:(?:its|it is|this is|i am|im|its his|soy|es|ok|hi|hey|hello|yo|um) )+(?:his|the) (?:girl|gf|girlfriend|wife|bottom|main|new girl|bitch|main girl|other girl)(?: (?:he|i|and|checking|on|with|texting|her|has|me|using|here)\b.*)?$"
    # what she said
    rf"|^(?:(?:ok|yo|hey|look|listen|bro|no|man|well) )*(?:she|that (?:girl|bitch|hoe)|this (?:girl|bitch|hoe)|my (?:girl|gf|wife|daughter)|(?:what|everything|all|anything|whatever)(?: \w+)? she)(?: (?:is|be|always|just|did|has|been|was|say|said|says|told|you|u|yall|about|me))* (?:lying|lies|a liar|crazy|making (?:it|this|shit|stuff) up|not true|a lie|exaggerating|full of it|full of shit|tripping|cap|capping|mental|on drugs)"
    rf"(?: (?:about|to|on) (?:me|us|you|u|yall|everything|it|all of it|all that))*(?: (?:you all|yall|bro|man|ok|lol|whatever she \w+ {_YOU}|whatever|do not .*|and .{{1,40}}))*$"
    rf"|\bwhatever she (?:told|said|tells|says|texted|wrote|sent)(?: (?:to )?{_YOU})?\b|\b(?:do not|dont) (?:believe|listen to|trust) (?:her|anything she|a word she|what she)\b"
    r"|\b(?:no (?:le|la) (?:crean|creas|hagan caso|hagas caso)|lo que (?:ella )?(?:les?|te|los) (?:dijo|cuente|conto|diga)(?: \w+)* (?:mentira|mentiras|no es cierto)|ella (?:es (?:muy )?(?:mentirosa|una mentirosa)|miente|inventa|exagera|esta loca))\b"
    # a phone that was found
    r"|^(?:(?:hi|hey|hello|um|so|ok|i|we|just|hola|me|yo) )*(?:found|picked up|encontre|encontramos|me encontre|halle) (?:this|a|someones|somebodys|este|un|el) (?:phone|cell|cellphone|iphone|cel|celular|telefono)\b(?! (?:for|to use|he|she|that he|de mi|que (?:el|me)))(?!.*\b(?:help|he|him|his|hurt|hid|hidden|hide|ayuda)\b).*"
    # her phone, and what is she told
    r"|^(?:(?:hola|hi|hey|oye|ok|este|esto|this|it|its|is) )*(?:es |is )?(?:(?:el|este) )?(?:(?:cel|celular|telefono|numero|tel|phone|cell) )?(?:de )?(?:mi|my) (?:hija|mujer|novia|esposa|vieja|morra|nina|daughters?|wifes?|girlfriends?|gfs?|girls?)(?: (?:phone|cell|number))?(?: (?:y|and|so))? (?:que|what|quien|who|por que|why) (?:(?:le|les|are|is|do|did|you|u|yall|estan|andan|anda|esta|es|dicen|han|eres|son|this|it|quieren|para|the|fuck|hell|even)\b).*"
    # he asks this moment
    rf"|^{_LEAD}{_HE}(?: (?:is|here|just|right|really|keeps|and|be))* (?:wants|want|wanna|asking|demanding|demands|trying|needs|need)(?: (?:to|me|us|know|find out|see))* (?:what|who|whose) (?:this|it|you|u|that|yall|oak line|this (?:number|line|thing)|the number)(?: (?:number|line|thing|texts?))?(?: (?:is|are|be))?(?: {_NOW})*$"
    rf"|^{_LEAD}(?:{_EL} )?(?:quiere|quieren) saber (?:que|quien|de quien) (?:es|eres|son) (?:esto|este(?: numero)?|usted|ustedes|tu)?(?: {_AHORA})*$"
)

_THING = (
    r"(?:card|bag|go bag|bags|backpack|stash|stack|money|cash|savings|note|notes|number|phone|burner|second phone|other phone|pills?|birth control|plan b|test|"
    r"pregnancy test|search history|browser history|browser|history|pharmacy bag|receipt|ticket|bus ticket|papers|paperwork|documents|id|passport|letter|list|clothes|keys?|key|hiding (?:place|spot)|diary|journal|address|business card|pamphlet|flyer|brochure|suitcase|texts?|messages|chat|app)"
)
_COSA = (
    r"(?:tarjeta|tarjetita|bolsa|mochila|maleta|dinero|feria|lana|ahorros|guardado|guardadito|nota|papel|papelito|papeles|documentos|pasaporte|numero|boleto|pasaje|pastillas?|pastillas anticonceptivas|"
    r"prueba|receta|carta|lista|llaves?|ropa|escondite|diario|direccion|folleto|otro (?:cel|celular|telefono)|celular escondido|mensajes?|textos?)"
)
_MAD = r"(?: (?:and|n|now|y|so|ya|el|he|she|they|is|was|got|esta|se|puso|furioso|enojado|bien|muy|mad|pissed|angry|heated|tripping|asking|yelling|going crazy|flipping out|loco|bravo|omg|help|what do i do|que hago|im scared|i am scared|scared|shit|fuck|you all|yall|u|gave|me|us|you))*"
_FOUND = re.compile(
    rf"{_LEAD}{_HE}(?: (?:just|already|has|have|almost|had|may have|might have|must have))* (?:found|find|finds|discovered|saw|seen|caught|got ahold of|got hold of|came across|went through) (?:out )?(?:about )?(?:(?:my|the|this|that|our|your|ur|all|all of|a|some|hidden|little|whole) )*(?:\w+ )?{_THING}"
    rf"(?: (?:in|under|on|from|for|that|where|i|yall|you all|u|you|gave|me|hid|had|my|the|phone|purse|bag|room|car|drawer|bed|mattress|shoe|bra|closet|was hiding|bought|packed|of|with|number))*{_MAD}"
    rf"|{_LEAD}{_HE}(?: (?:is|has|have|just|already|gone|gon|gonna|going to|will|about to|finna|def|definitely|must have|might have|prob|probably|totally|be))* (?:noticed|notice|notices|found out|find out|figured (?:it )?out|caught on|catching on|caught me(?: (?:texting|packing|leaving|sneaking|hiding (?:it|money)|on the phone))?|onto me|on to me|suspicious|suspects|suspects something|knows something(?: is up)?){_MAD}"
    rf"|{_LEAD}{_HE}(?: (?:just|already|prob|probably))* (?:knows|knew|noticed|saw|found out|figured out|realized)(?: (?:that|about))? (?:i (?:took|took it|hid|have|had|been|was|packed|am|text|texted|called|told|went|left|saved|kept|am leaving|was gonna leave|am planning)|it(?:s| is| was)? (?:gone|missing)|the money(?: is| was)? (?:gone|missing|short)|my plan|the plan|everything)(?: (?:it|some|money|the|his|of|back|planning|leaving|going to|to|leave|you|u|yall|all|texting|talking|calling|messaging|writing|hiding|saving|seeing|this|a|someone|somebody|the police|cops|here|somewhere|out|from|him))*{_MAD}"
    rf"|{_LEAD}{_HE}(?: (?:just|already|keeps|kept|is|was|be))* (?:asked|asking|asks|questioning|questioned)(?: me| us)?(?: (?:about|what|who|why|whose))+ (?:(?:is|are) )?(?:oak line|this number|this line|the number|your number|ur number|the texts?|this contact|yall|you all)(?: (?:is|was|are|be|for|means?))*{_MAD}"
    rf"|{_LEAD}(?:{_EL} )?(?:ya |me |casi )*(?:encontro|encontraron|hallo|hallaron|descubrio|descubrieron|vio|cacho|pillo|vieron) (?:(?:el|la|los|las|mi|mis|su|este|esta|un|una|otro) )*{_COSA}(?: (?:que|en|de|mi|el|la|me|escondi|escondida|escondido|guardada|dieron|dio|cel|celular|telefono|bolsa|cajon|cama|abajo|debajo|tenia|ustedes|para|irme|emergencia))*{_MAD}"
    rf"|{_LEAD}(?:{_EL} )?(?:ya |ya se |se |creo que )*(?:se dio cuenta|se dieron cuenta|dio cuenta|va a dar cuenta|se va a dar cuenta|sabe que (?:tome|agarre|escondi|guarde|me quiero ir|me voy|les escribi|llame|le conte)(?: (?:el|la|su|dinero|feria|algo|a alguien|irme))*|sospecha(?: algo| de mi)?|me descubrio|me cacho(?: (?:escribiendo|empacando|saliendo))?)(?: (?:de|que|todo|eso|me|falta|dinero|el))*{_MAD}"
    rf"|{_LEAD}(?:{_EL} )?(?:ya |me )*(?:pregunto|pregunta|anda preguntando|esta preguntando) (?:que|quien|por que|de quien) (?:es|son|tengo|era)? ?(?:oak line|este numero|ese numero|el numero|estos mensajes|este contacto|esto)(?: (?:en|mi|cel|es|para|que))*{_MAD}"
)
_HARMLESS = re.compile(
    r"\b(?:present|gift|party|surprise|birthday|cheat\w*|homework|grades?|report card|vape|weed|game|jk|haha|lmao|regalo|sorpresa|fiesta|cumpleanos|he wants help|safe place|a shelter|a job|helped)\b"
)
_BARE_KNOWS = re.compile(rf"{_LEAD}{_HE}(?: (?:already|just|probably|prob))* knows(?: (?:now|already|omg))*")

_WORD = r"(?:(?:that|the|this|your|ur|our|cover|code|secret|safe|weather|clima|esa|la|de|secreta) )*(?:word|weather|palabra(?: (?:clave|secreta|clima))?|clima)"
_THAT_WORD = (
    r"(?:(?:that|the|this|la|esa|your) )*(?:(?:code|cover|secret|safe) word|weather|clima|palabra (?:clave|secreta))\b"
    r"|\b(?:say|use|write|digas|uses|escribas) (?:that|this|the|la|esa) (?:word|palabra)\b.*\b(?:he|she|they|el|ella|mi \w+|knows?|sabe|conoce)\b"
)
_BURNED = re.compile(
    rf"\b(?:do not|never|dont|stop|quit|no) (?:say|saying|use|using|write|writing|text|texting|send|type|put|digas|uses|escribas|pongas|mandes|usen|digan|escriban)(?: (?:me|the|that|la|esa|mas|lo de))* {_THAT_WORD}"
    rf"|\b{_HE}(?: (?:already|just|also|now|def|all|has|have|kinda))* (?:knows?|knew|figured|learned|read|saw|seen|found|caught|heard|understands?|gets|guessed)(?: (?:out|about|what|of|up|on|all))*(?: (?:the|that|this|your))* {_WORD}\b(?! (?:is|forecast)\b(?! (?:for|means?|code)))"
    rf"|\b{_WORD}(?: (?:is|was|does not|do not|will not|no longer|isnt|already|no|ya no|ya))* (?:burned|burnt|blown|known|no good|not safe|not work|work anymore|sirve|funciona|me sirve|la sabe|la conoce|se la sabe|la descubrio|quemada|quemado)\b"
    rf"|\b(?<!not )(?<!no )(?:change|switch|replace|another|different|new|other|cambia\w*|cambiar|otra|otro|nueva|nuevo)(?: (?:the|that|this|a|la|esa|el|de|a|to|code|cover|secret|one))* {_WORD}\b"
    rf"|\b(?:el|ella|mi \w+)(?: (?:ya|se|la|tambien))* (?:sabe|conoce|descubrio|supo|vio|leyo|entendio|se sabe)(?: (?:que|lo|de|la|esa|significa|es|bien))* {_WORD}\b"
    rf"|\b{_WORD} (?:ya )?(?:el |ella |mi \w+ )?(?:la|lo) (?:sabe|conoce|descubrio|vio|entendio)\b"
    r"|\b(?:he|she|they) knows? what (?:it|that|weather|the word) means\b|\b(?:ya )?sabe (?:lo )?que significa(?: clima| la palabra| eso)?$"
)
_OF_WEATHER = re.compile(
    r"\b(?:rain\w*|snow\w*|cold|hot|storm\w*|forecast|app|channel|today|tomorrow|bad weather|lluvia|frio|calor|nieve)\b"
)
_ONE_MORE_WORD = re.compile(
    r"(?:(?:ok|so|then|and|can we|can i|can you|could we|lets|let us|please|pls|just|we|u|you|entonces|pues|y|podemos|puedo|puedes|mejor|porfa) )*"
    r"(?:use|usa|usar|usamos|say|di|pick|make it|have|tener|change it to|cambiala por|poner|pon|set|with|do) (?:a |an |the |la |una |un )*(?:(?:different|diff|other|another|new|otra|otro|nueva|distinta|diferente)(?: (?:one|word|code|palabra))?|\w{3,})(?: (?:instead|please|pls|then|mejor|porfa|tho|now))*"
    r"|(?:(?:ok|can we|we|please|lets) )*(?:a )?(?:different|another|new) (?:one|word)|(?:otra|una nueva)(?: palabra)?"
)
_MONEY = re.compile(
    r"\b(?:he|she|they|my \w+|the \w+)(?: (?:just|always|already|has|had|keeps|be|done))* (?:took|takes|take|taking|stole|steals|kept|keeps|got|grabbed|snatched)(?: (?:all|all of|every|back))* my (?:(?:whole|entire|damn|fucking|full|last|little) )*(?:bag|bags|bread|bands?|stacks?|racks?|knot|wad|cheese|guap|cake|bankroll)\b"
    r"|\b(?:el|ella|ellos|mi \w+)?(?: ?(?:ya|siempre|todo))* ?me (?:quito|quita|agarro|agarra)(?: (?:todo|toda|todos|todas))* (?:mi|la|el|mis|los) (?:lana|feria|bolsa entera|baro|billete|billetes|plata|ganancia|ganancias)\b"
)
_DRUG = re.compile(
    r"\b(?:pills?|meds?|medicine|xan\w*|perc\w*|fent\w*|oxy\w*|addy|coke|weed|dope|meth|molly|narcan|drugs?|swallow\w*|overdos\w*|od|ate|sick|robbed|greyhound|bus|station|purse|clothes|inside|in it|pastillas?|medicina|droga\w*)\b"
)
_MOST_WORDS = 22


def has_it_now(said: str) -> bool:
    """Return whether all of `said` tells that somebody has the phone, or reads along, this moment."""
    full = in_full(said)
    return said.count(" ") < _MOST_WORDS and _LATER.search(full) is None and _HAS.fullmatch(full) is not None


def is_another(said: str) -> bool:
    """Return whether somebody else writes, or asks through the person what this is: no word of cover is for them."""
    return said.count(" ") < _MOST_WORDS and _ANOTHER.search(in_full(said)) is not None


def found_out(said: str) -> bool:
    """Return whether all of `said` tells that somebody noticed or found something: "he found my go bag"."""
    full = in_full(said)
    if said.count(" ") >= _MOST_WORDS or _HARMLESS.search(full) or full.startswith("no me hall"):
        return False
    return _FOUND.fullmatch(full) is not None


def is_bare_knowing(said: str) -> bool:
    """Return whether "he knows" is all: it tells of being found out only beside what was told before."""
    return _BARE_KNOWS.fullmatch(in_full(said)) is not None


def burns_word(said: str) -> bool:
    """Return whether a text says that somebody knows the cover word, or asks for another one."""
    full = in_full(said)
    if said.count(" ") >= _MOST_WORDS or _OF_WEATHER.search(full):
        return False
    return _BURNED.search(full) is not None


def names_other_word(said: str) -> bool:
    """Return whether a text, after the cover word was burned, asks for another: "use pizza"."""
    return said.count(" ") < _MOST_WORDS and _ONE_MORE_WORD.fullmatch(in_full(said)) is not None


def takes_pay(said: str) -> bool:
    """Return whether a text tells that somebody takes what they earned, in words that may sound like drugs."""
    full = in_full(said)
    return _MONEY.search(full) is not None and _DRUG.search(full) is None
