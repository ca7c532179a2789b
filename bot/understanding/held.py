"""A small grammar of somebody held, threatened with a weapon, about to run, or lost, in English and Spanish.

All texts are words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

_HE = r"(?:he|she|they|(?:my|the|this) (?:man|bf|boyfriend|husband|pimp|ex|boss|stepdad|dad|brother|uncle|guy|trucker))"
_WEAPON = r"(?:gun|pistol|glock|rifle|shotgun|bullets?|knife|blade|machete|strap|revolver|clip)"
_ARMA = r"(?:pistola|bala|balas|cuchillo|navaja|arma|fusca|cuete|machete|rifle|escopeta|revolver)"
_SAYS = re.compile(
    rf"\b{_HE}(?: (?:just|always|be|keeps|is|already|has))* (?:says?|said|saying|tells? me|told me|telling me|texted|swears?|swore|warned me)\b"
    r"|\b(?:dice|dijo|dicen|decia|me (?:dice|dijo|amenaza|amenazo|juro|jura))\b"
)
_FOR_HER = re.compile(
    rf"\b{_WEAPON}(?: (?:he|has|got|bought|in|his|the|car|is|are|was|that|there|under|bed|next|one|only)){{0,5}} for (?:me|us)\b(?! to\b)"
    rf"|\b{_WEAPON}(?: (?:has|got|have|is|that|he|with|had)){{1,4}} (?:got )?(?:my|our) names? (?:on|in) (?:it|them)\b"
    rf"|\b{_ARMA}(?: (?:que|trae|tiene|compro|guarda|ya|esa|esta|esa)){{0,4}} (?:es|son|era|sera|va a ser) para (?:mi|nosotras|nosotros)\b(?! (?:mama|papa|hermana|hermano|tio))"
    rf"|\b{_ARMA}(?: (?:que|ya|que)){{0,2}} (?:con|tiene|trae|lleva) mi nombre\b"
)
_VOICES = re.compile(r"\b(?:voices?|head|voz|voces|cabeza|toy|nerf|game|juguete|juego)\b")
_HOMBRE = r"(?:trailero|camionero|troquero|chofer|hombre|senor|tipo|vato|padrote|desconocido|coyote|pollero)"
_HOLDS = re.compile(
    r"(?:(?:help|please|ok|and|hi|hey) )*(?:i am in (?:\w+ ){1,3})?(?:a|an|some|this|the|my) (?:old |random |older )?"
    r"(?:trucker|truck driver|trucker guy|driver|man|guy|dude|pimp|stranger|coyote|smuggler)"
    r" (?:has|got|took|grabbed|is (?:keeping|holding)|keeps|be keeping|kidnapped|snatched) (?:me|us)(?: (?:in|at|with|and|from|inside|right now|help|here|locked|since)(?: \w+){0,7})?"
    r"|(?:(?:ayuda|auxilio|por favor|hola|y) )*(?:(?:estoy|ando) en (?:\w+ ){1,3})?"
    rf"(?:(?:un|el|este|ese) {_HOMBRE}"
    r" (?:me|nos) (?:tiene|trae|agarro|secuestro|robo|retiene|subio)(?: (?:en|a la fuerza|con|y|desde|encerrad[oa]|aqui|ayuda|ahorita)(?: \w+){0,7})?"
    rf"|(?:me|nos) (?:tiene|trae|agarro|secuestro|retiene|subio) (?:un|el) {_HOMBRE}(?: (?:en|a la fuerza|con|y|desde|aqui|ahorita)(?: \w+){{0,7}})?)"
)
_GONE = (
    r"(?:(?:he|they|everyone|my (?:man|bf|boyfriend|husband|pimp|dad|stepdad)|the (?:guy|trucker|driver))(?: is| are| just| fell| went| be)*"
    r" (?:asleep|sleeping|gone|out|passed out|drunk|in the shower|inside|outside|at work|distracted|paying|getting gas|pumping gas|knocked out)(?: (?:now|right now|rn))?(?: so| and)? )"
)
_SE_FUE = r"(?:(?:el |ya )*(?:esta dormido|se durmio|se fue|salio|esta borracho|no esta|esta en la regadera)(?: (?:y|ahorita))* )"
_RUNS = re.compile(
    rf"{_GONE}?(?:so |and |but |ok )*(?:should|shud|shld|do) i (?:just |really |even )*(?:run|bolt|run for it|make a run for it|escape|sneak out|run away|jump out)(?: (?:now|right now|or what|or not|or stay|tho|away|while i can))*"
    rf"|{_GONE}(?:so |and |but |ok )*(?:should|can|could|do|may) i (?:just )*(?:leave|go|get out|dip|walk out|run|get away|sneak out)(?: (?:now|right now|or what|or not|or stay|while i can|tho))*"
    rf"|{_SE_FUE}?(?:y |entonces |ok |mejor )*(?:me escapo|corro|me echo a correr|salgo corriendo|debo (?:correr|escapar|escaparme)|debo de correr|huyo)(?: (?:ya|ahora|ahorita|o no|o que))*"
    rf"|{_SE_FUE}(?:y |entonces |ok )*(?:me voy|me salgo|puedo (?:irme|salir|salirme)|me puedo ir|debo (?:irme|salir))(?: (?:ya|ahora|ahorita|o no|o que))*"
)
_LEAVES = re.compile(
    r"(?:so |and |ok |but )*(?:should|can|could|do) i (?:just )?(?:leave|go|get out|dip|walk out)(?: (?:now|right now|or what|or not|or stay))*"
    r"|(?:y |entonces )*(?:me voy|me salgo|me puedo ir|puedo irme|debo irme)(?: (?:ya|ahora|ahorita|o no))*"
)
_SIGN = re.compile(
    r"\b(?:sign|says|see|saw|seen|passed|passing|near|by|at|off)\b(?: \w+){0,5} (?:exit|mile|mile marker|mm|hwy|highway|route|interstate)(?: (?:number|no|sign|for))* \w?\d{1,4}\w?\b"
    r"|\b(?:exit|mile marker|mile) (?:sign )?\d{1,4}\w?\b"
    r"|\b(?:salida|milla|kilometro|km|carretera)(?: numero| de la| de| a la| en la| por la)? \d{1,4}\b"
)
_LOST = re.compile(
    r"(?:(?:and|but|ok|i|we) )*(?:do not|not|never|no idea|idk|not sure)(?: (?:even|really|know|sure))* (?:where (?:i am|we are|i am at|we at|we are at|this is)|(?:what|which) (?:town|city|state|motel|road|street)(?: \w+){0,4}"
    r"|(?:the|this) (?:town|city|state|address|road|street|area|place))(?: (?:at|tho|right now|now))*"
    r"|(?:(?:y|pero|ni|yo) )*no (?:se|conozco)(?: (?:ni|en))* (?:donde (?:estoy|estamos|es)|(?:que|cual) (?:pueblo|ciudad|estado|calle|carretera)(?: \w+){0,3}|(?:el|la) (?:pueblo|ciudad|calle|direccion|carretera))"
)
_POSITION = re.compile(
    r"(?:(?:and|but|so|ok|also|just|all|only|i think|like|um|idk|i do not know|y|pero|solo|nomas|creo que) )*"
    r"(?:(?:i|we)(?: (?:can|could|only|just|do))* (?:see|hear|smell|saw|passed|pass)|there is|there are|theres|it is(?: a| the)?|(?:the |my |our )?(?:room|apartment|apt|house|building|motel|hotel|place|trailer|garage|window|door)(?: (?:is|number|has|got|looks))+"
    r"|(?:room|apt|apartment|floor|unit) (?:number |num |# ?)?\d+|(?:se|nomas|solo) (?:ve|ven|oye)|(?:veo|vemos|oigo|pasamos|hay|es|esta en)|(?:el|mi|nuestro|la) (?:cuarto|casa|edificio|motel|hotel|departamento|traila)(?: (?:es|esta|tiene))+)"
    r"(?: \w+){0,5}? (?:floor|second|third|first|stories|story|upstairs|basement|motel|hotel|station|stores?|shell|chevron|exxon|walmart|mcdonalds|denny\w*|waffle|gas|corn|fields?|trees|woods|farm|barn|river|lake|bridge|train|tracks|highway|road|freeway|interstate|water ?tower|tower|church|school|airport|casino|billboard|sign|signs|parking|trailer park|blue|white|green|red|brick|yellow"
    r"|piso|segundo|tercer|primer|sotano|gasolinera|tienda|maiz|campo|arboles|monte|rancho|rio|puente|tren|vias|carretera|iglesia|escuela|aeropuerto|casino|anuncio|letrero|azul|blanca|verde|roja|amarilla|ladrillo|\d+)\b(?: .*)?"
    r"|(?:(?:and|but|ok) )*(?:all|what) (?:i|we)(?: can)? see (?:is|are) .*|(?:lo unico|todo lo) que (?:veo|se ve|vemos) (?:es|son) .*"
)
_MOST_WORDS = 18


def is_weapon_for_her(said: str) -> bool:
    """Return whether somebody says that a weapon is meant for the person: "the gun is for me he says"."""
    return _FOR_HER.search(said) is not None and _SAYS.search(said) is not None and _VOICES.search(said) is None


_LOCKED_IN = re.compile(
    r"(?:(?:y|pero|es que|ya|and|i am) )*(?:estoy|toy|sigo)(?: (?:en|aqui|por|cerca de) \w+(?: \w+)?)? encerrad[oa](?: (?:en|con|por) .*)?"
)


def is_held(said: str) -> bool:
    """Return whether all of `said` tells that a stranger has the person: "a trucker has me"."""
    return said.count(" ") < _MOST_WORDS and (_HOLDS.fullmatch(said) or _LOCKED_IN.fullmatch(said)) is not None


def asks_to_run(said: str) -> bool:
    """Return whether all of `said` asks whether to run: "should i run", "hes asleep can i leave now"."""
    return said.count(" ") < _MOST_WORDS and _RUNS.fullmatch(said) is not None


def asks_to_leave(said: str) -> bool:
    """Return whether all of `said` asks whether to go, which beside a danger asks whether to run."""
    return said.count(" ") < _MOST_WORDS and _LEAVES.fullmatch(said) is not None


def names_sign(said: str) -> bool:
    """Return whether a text names a sign at a road: "theres a sign that says exit 218"."""
    return said.count(" ") < _MOST_WORDS and _SIGN.search(said) is not None


def tells_position(said: str) -> bool:
    """Return whether all of `said` tells what is around them, or which room: "all i see is corn n a shell station"."""
    return said.count(" ") < _MOST_WORDS and _POSITION.fullmatch(said) is not None


def is_lost(said: str) -> bool:
    """Return whether all of `said` tells that they do not know where they are."""
    return said.count(" ") < _MOST_WORDS and _LOST.fullmatch(said) is not None
