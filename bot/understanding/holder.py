"""A small grammar of what somebody else says who holds the phone, in English and Spanish (promise 7).

They name the person by what she is to them ("my wife", "her dad") or as "she", and ask, forbid or threaten the line:
"who told you to text my girl". A parent or a friend who asks for help says none of that. In doubt it is somebody else:
a bland reply costs one more question, and the topic on the screen may cost a person dearly.
"""

from __future__ import annotations

import re

_HERS = r"(?:my|our) (?:girl|girls|girlfriend|gf|wife|wifey|bitch|hoe|ho|daughter|woman|lady|property|shorty|baby mama|old lady)"
_OURS = rf"(?:{_HERS}|(?:my|our) (?:son|kid|kids|child|children|family))"
_TEXT = (
    r"(?:text|texts|texted|texting|textin|talk|talks|talked|talking|talkin|message|messages|messaging|contact|contacts|"
    r"contacting|call|calling|chat|chats|chatting|write|writes|writing|speak|speaking|hit up|hitting up|communicating)"
)
_LINE = r"(?:you|u|ya|yall|this|this (?:number|line|thing|place)|here|it)"
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
    rf"^{_SEEKS}(?:\w+ )?(?:soy|habla|este es|esta es|aqui) (?:su|el|la) {_PARIENTE}(?: (?:de ella|de \w+|quien|que|por que|y|digame|dime) ?.*)?$",
    rf"\bno (?:te|se) (?:metas?|metan) con (?:mi familia|ella|{_HIJA})\b",
    r"\bya (?:la|lo) (?:agarre|cache|vi|pille) (?:escribiend|habland|textean|platican|mandan)\w*",
    r"\bya se (?:que|lo que|todo lo que) (?:te|les|le) (?:escrib|dijo|cont|mand|dice|cuenta)\w*",
    r"^(?:\w+ )?(?:ella|mi mujer|mi novia|mi hija|mi esposa) (?:ya )?me (?:conto|dijo|enseno|platico) todo(?: (?:de|sobre) (?:ti|ustedes|esto|usted))?$",
    r"\beste (?:telefono|cel|celular|numero) ya no es (?:de ella|suyo|su)\b",
    rf"(?:\bella|{_HIJA}) (?:ya )?no (?:necesita|quiere|ocupa)(?: \w+){{0,3}} (?:ustedes|usted|ti|contigo)\b",
)
_HOLDER = re.compile("|".join(_FORMS))
_MOST_WORDS = 25


def is_holder(said: str) -> bool:
    """Return whether `said`, words with one space between them and contractions written out, is somebody else's."""
    return said.count(" ") < _MOST_WORDS and _HOLDER.search(said) is not None
