"""A small grammar of signs of the body: a blow to the head, medicine or an aid that is taken away, what is long past.

In English and Spanish. All texts are words with one space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

_HEAD = r"(?:head|skull|temple|forehead|cabeza|craneo|sien|nuca|frente)"
_TO_HEAD = re.compile(
    rf"\b(?:hit|hits|hitting|punch\w*|kick\w*|slam\w*|bang\w*|smash\w*|bash\w*|threw|throws|knock\w*|bump\w*|crack\w*|push\w*|shov\w*)(?: \w+){{0,3}} {_HEAD}\b"
    rf"|\b{_HEAD}(?: \w+){{0,3}} (?:hit|got hit|slammed|(?:on|against|into|off) (?:the|a) (?:wall|floor|dash\w*|door|ground|table|car|counter|sink|window|concrete|stairs|bed))\b"
    r"|\b(?:fell|fall|pushed me|threw me|shoved me|kicked me|knocked me)(?: \w+){0,2} (?:stairs|steps|stairwell)\b|\bconcussion\b"
    rf"|\b(?:peg\w+|golpe\w+|azot\w+|estrell\w+|pate\w+|tir\w+|avent\w+|empuj\w+|jal\w+|lastim\w+)(?: \w+){{0,4}} {_HEAD}\b"
    rf"|\b{_HEAD}(?: \w+){{0,3}} (?:contra|en|con) (?:la|el|un|una) \w+\b"
    r"|\b(?:cai|caigo|avento|tiro|empujo|rode)(?: \w+){0,4} (?:escaleras?|gradas|escalones)\b"
)
_OF_HEAD = re.compile(
    r"\b(?:threw up|throw\w* up|thrown up|puk\w+|vomit\w*|barf\w*|nause\w+|so nauseous|blurry|blurred|seeing (?:double|stars|spots)"
    r"|can not (?:really )?see(?: (?:good|well|right|straight|out))*|confused|slurr\w+|(?:can not|do not) remember|blacked out|passed out|black out"
    r"|(?:can not|can barely|hard to) (?:stay|keep) (?:awake|my eyes open)|drowsy|keep falling asleep|sleepy"
    r"|(?:should|can|could|is it (?:ok|okay|safe|bad) (?:to|if i)|ok to|is it) (?:i )?(?:just )?(?:go to )?sleep|(?:clear|water|fluid|blood)(?: \w+){0,3} (?:nose|ears?)|pupils?|worst headache"
    r"|guacar\w+|devolv\w+ (?:el estomago|todo)|volvi el estomago|borros[oa]|(?:veo|viendo) (?:doble|estrellas|mal|luces|todo raro)|no veo(?: (?:bien|nada|casi|de))*"
    r"|confundid[oa]|no me acuerdo|me desmay\w+|se me (?:fue|va) la (?:luz|onda|vista)|(?:mucho|tengo|me da|con|tanto|un chingo de) sueno|adormilad[oa]|me (?:estoy durmiendo|ando durmiendo)"
    r"|(?:puedo|debo|esta bien|me puedo|esta mal|es malo|si me) (?:dormir|dormirme|duermo|que me duerma)|pupilas?)\b"
)
_RINGS = re.compile(
    r"\b(?:ringing|ears? (?:is |are )?(?:ringing|buzzing)|headache|head (?:hurts|is pounding|pounding)|dizzy|me zumban?|zumbido|oigo un pitido|dolor de cabeza|maread[oa])\b"
)


def is_to_head(said: str) -> bool:
    """Return whether a text tells of a blow to the head, or of a fall that may be one."""
    return _TO_HEAD.search(said) is not None


def is_sign_of_head(said: str) -> bool:
    """Return whether a text tells what after a blow to the head can't wait: vomiting, sleepiness, sight."""
    return _OF_HEAD.search(said) is not None


def is_mild_sign(said: str) -> bool:
    """Return whether a text tells what after a blow to the head is to be looked at."""
    return _RINGS.search(said) is not None


_MEDS = (
    r"(?:meds?|medicine|medication|pills|prescriptions?|insulin|inhaler|epi ?pen|suboxone|lamictal|lithium|antidepressants?"
    r"|medicinas?|medicamentos?|pastillas|insulina|inhalador|tratamiento|receta)"
)
_NOT_MEDS = re.compile(
    r"\b(?:birth control|plan b|morning after|anticonceptiv\w+|pill for|weed|xan\w*|percs?|his (?:\w+ )?(?:meds?|pills)|sus (?:\w+ )?pastillas|so i (?:do|can|would|will) not)\b"
)
_TAKES = r"(?:threw|throws|throwing|takes|took|taking|hides|hid|hiding|flush\w*|dump\w*|broke|breaks|destroy\w*|stole|steals|sold|sells|keeps|kept|locks|locked up|got rid of|smashed)"
_QUITA = r"(?:quit[aoe]n?|quitaron|quitando|escond\w+|tir[aoe]n?|tiraron|romp\w+|agarr\w+|robo|robaron|roba|vend\w+|avent[aoe]|desaparec\w+|guarda)"
_NO_MEDS = re.compile(
    rf"\b(?:he|she|they|my (?!friend|teacher|doctor)\w+|who)(?: \w+){{0,2}} {_TAKES}(?: (?:away|out|all|of))*(?: (?:my|the|her))(?: \w+){{0,2}} {_MEDS}\b"
    rf"|\b(?:will|does|did|do|would) not (?:let|give)(?: me)?(?: (?:have|take|get|use|my|any|the))* (?:my |the )?(?:\w+ )?{_MEDS}\b"
    rf"|\b(?:me|nos) (?:lo |la |los |las )?{_QUITA}(?: (?:todas?|todos?|siempre|a veces))*(?: (?:mi|mis|el|la|los|las|su))(?: \w+)? {_MEDS}\b"
    rf"|\b(?:only|just) (?:gives?|gave|lets?)(?: me)?(?: (?:have|take))*(?: (?:my|the))(?: \w+)? {_MEDS}\b|\b(?:gives?|lets?) me(?: (?:have|take))* my (?:\w+ )?{_MEDS} (?:only |just )?(?:if|when|after|once)\b"
    rf"|\b(?:me|nos) (?:dan?|deja|dejan)(?: (?:tomar|tomarme|usar))*(?: (?:mi|mis|la|las|el|los))(?: \w+)? {_MEDS}(?: (?:nomas|solo|solamente|unicamente|na mas|nada mas))* (?:si|cuando|despues de)\b|\b(?:nomas|solo|solamente) me (?:dan?|deja)(?: tomar)? (?:mi|mis|la|las|el|los) {_MEDS}\b"
    rf"|\bno (?:me|nos) (?:da|dan|deja|dejan|quiere dar|compra|compran)(?: (?:tomar|tomarme|usar|comprar|tener|que tome|ni))*(?: (?:mi|mis|el|la|los|las))?(?: \w+)? {_MEDS}\b"
)
_AID = (
    r"(?:wheel ?chair|crutch(?:es)?|hearing aids?|glasses|contacts|cane|walker|cpap|oxygen(?: tank)?|prosthe\w+|service dog|cochlear|braces?"
    r"|silla(?: de ruedas)|muletas?|lentes|anteojos|gafas|baston|andadera|andador|aparatos?(?: (?:de|para|del)(?: (?:la|el|los))? (?:oir|oido|oidos|escuchar|sordera)| auditivos?)?|audifonos de oir|protesis|oxigeno|perro guia)"
)
_NO_AID = re.compile(
    rf"\b(?:he|she|they|my (?!friend|teacher|doctor)\w+|who)(?: \w+){{0,2}} {_TAKES}(?: (?:away|all))*(?: (?:my|the))(?: \w+)? {_AID}\b"
    rf"|\b(?:me|nos) {_QUITA}(?: (?:mi|mis|el|los|la|las)) {_AID}\b"
    rf"|\b(?:will|does|did|would) not (?:let|give)(?: me)?(?: (?:have|use|my|the))* {_AID}\b|\bno me (?:da|deja)(?: \w+)? (?:mi|mis|el|la|los) {_AID}\b"
)


def is_medicine_taken(said: str) -> bool:
    """Return whether somebody takes a medicine away from the one who writes, or keeps it from them."""
    return _NO_MEDS.search(said) is not None and _NOT_MEDS.search(said) is None


_OF_DOSE = re.compile(
    r"\b(?:no|ni) (?:me|nos) l[oa]s? (?:dan?|deja|dejan|ha dado|quiere dar|compran?)\b|\b(?:will|does|did|do|has|would) not (?:let me have|give|gave|given)(?: me)? (?:it|them|any)\b"
    r"|\b(?:importa|pasa algo|que pasa|es malo|hace dano|me hace dano|afecta|es peligroso)\b.*\b(?:dej\w+|no (?:me )?l[oa]s? tom\w+|no tom\w+|sin tomar\w*|faltan|salt\w+)\b|\b(?:si|y si) (?:dejo|paro) de tomar\w*\b|\b(?:llevo|hace|tengo)(?: \w+){0,3} (?:sin|que no)(?: me)?(?: l[oa]s?)? ?(?:tom\w+|da|dan|mi|mis|la|las|ella)\b"
    r"|\b(?:does it matter|is it bad|is it dangerous|what happens|will i be ok|is it ok)\b.*\b(?:stop\w*|miss\w*|skip\w*|not taking|do not take|without)\b|\b(?:not had|have not (?:had|taken)|without|missed)(?: \w+){0,3} (?:it|them|any|dose|doses|days?)\b|\bit has been (?:\w+ ){0,2}days?\b"
)


def is_of_dose(said: str) -> bool:
    """Return whether a text tells or asks of doses that are missed, which it does beside a medicine kept from them."""
    return _OF_DOSE.search(said) is not None


def is_aid_taken(said: str) -> bool:
    """Return whether somebody takes away what a body needs to move, see or hear: a wheelchair, glasses."""
    return _NO_AID.search(said) is not None


_PAST = re.compile(
    r"\b(?:last (?:year|month|summer|winter|fall|spring|christmas)|(?:\w+ )?(?:years?|yrs|months?) ago|a (?:long time|while) (?:ago|back)|back in (?:\d{4}|the day|high school|middle school)"
    r"|when i was (?:a kid|little|younger|small|in \w+|\d+)|in the past|years? back"
    r"|hace (?:\w+ )?(?:anos?|meses|mucho|tiempo)|el (?:ano|mes|verano|invierno) pasado|cuando (?:era|tenia)(?: \w+)?|de (?:chiquit\w|nin[oa]|chic[oa]))\b"
    r"|\b(?:i|ive) (?:have )?(?:had|took|did|got|overdosed|od d|od)(?: \w+){1,3} (?:before|once before)$|\b(?:ya )?(?:tuve|me dio|tome)(?: \w+){1,3} (?:antes|una vez)$"
)
_NOW = re.compile(
    r"\b(?:now|today|tonight|again|rn|still|since|just|this (?:morning|week)|yesterday|everytime|every time|keep|keeps|ahora|ahorita|hoy|otra vez|sigo|todavia|acabo|desde|ayer|anoche)\b"
)


def is_long_past(said: str) -> bool:
    """Return whether a text tells of what was long ago, and of nothing now: "i had a seizure last year"."""
    return _PAST.search(said) is not None and _NOW.search(said) is None


_FROST = re.compile(
    r"\b(?:frost ?bit\w*|congelad[oa]s? (?:los|las|mis) (?:pies|dedos|manos)|(?:pies|dedos|manos) congelad[oa]s)\b"
)
_BLACK = re.compile(
    r"\b(?:feet|foot|toes?|fingers?|hands?) (?:is |are |r |all |turning |turned |went |look |like |real |so |getting )*(?:messed up|black|blue|hard|waxy|dead)\b"
    r"|\b(?:pies?|dedos?|manos?) (?:esta |estan |todos |se me pusieron |bien |muy )*(?:negr[oa]s?|azul(?:es)?|dur[oa]s)\b"
)


def is_frostbitten(said: str) -> bool:
    """Return whether a text names frostbite."""
    return _FROST.search(said) is not None


def is_dark_limb(said: str) -> bool:
    """Return whether feet or hands are said to be black, blue or in a bad way."""
    return _BLACK.search(said) is not None


_MOVES_LESS = re.compile(
    r"\b(?:ya |casi )+no (?:se )?(?:me )?(?:mueve|muebe|patea)(?: (?:mucho|tanto|casi|nada|igual|como antes|bien))*(?: (?:el|la|mi) (?:nin[oa]|nene|nena|bebe|bb|bebito|criatura|chiquit[oa]))\b"
    r"|\b(?:el|la|mi) (?:nin[oa]|nene|nena|bebe|bb|bebito|criatura|chiquit[oa]) (?:\w+ )?(?:ya |casi )+no (?:se )?(?:me )?(?:mueve|muebe|patea)(?: (?:mucho|tanto|casi|nada|adentro|en la panza))*"
    r"|\b(?:baby|he|she) (?:is |does )?(?:not |barely |hardly )(?:really )?(?:mov\w+|kick\w*)(?: (?:much|a lot|as much|like before|anymore|inside|today))+"
)
_WATER = re.compile(
    r"\b(?:me (?:salio|sale|esta saliendo|baja|bajo|escurre)|se me (?:sale|salio|tira))(?: \w+){0,3} (?:agua|liquido)\b"
    r"|\b(?:water|fluid|liquid)(?: \w+){0,3} (?:coming|came|leaking|running|gushed|dripping)(?: out| down)?\b|\b(?:leaking|losing) (?:water|fluid|liquid)\b"
)


def moves_less(said: str) -> bool:
    """Return whether a baby that is not born moves less: "ya no se mueve mucho el niño"."""
    return _MOVES_LESS.search(said) is not None


def loses_water(said: str) -> bool:
    """Return whether water comes out, which in pregnancy is a birth that begins."""
    return _WATER.search(said) is not None


_UP_FOR_DAYS = re.compile(
    r"(?:(?:ive|i|i have|have|like|ok|yo|llevo|tengo) )*(?:been )?(?:up|awake|sin dormir) (?:for |like |about )*(?:\w+ )?(?:days|nights|dias|noches)(?: (?:now|straight|already|sin dormir))*|llevo (?:\w+ )?(?:dias|noches) (?:sin dormir|despiert[oa])"
)


def is_up_for_days(said: str) -> bool:
    """Return whether all of `said` tells that somebody has not slept for days, and nothing of a drug."""
    return _UP_FOR_DAYS.fullmatch(said) is not None
