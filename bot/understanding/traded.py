"""A small grammar of people who are used: children who carry and cross, sex for the rent, a client without a condom.

In English and Spanish. All texts are words with one space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

_KIN = (
    r"(?:my|our|a) (?:\w+ )?(?:sister|sis|brother|bro|cousin|niece|nephew|friend|daughter|son|student|kid)"
)  # fmt: skip
_WHOM = rf"(?:him|her|them|{_KIN})"
_TASK = (
    r"(?:cross|carry|smuggl|transport|drive|drug|deal|sell|steal|rob|beg|run|mule|look ?out|guide|hide|deliver|bring people|take people|move (?:drugs|people|guns|weapons|packages))\w*"
)  # fmt: skip
_TAREA = (
    r"(?:cruz|pas(?:ar|e|a|o) (?:gente|droga|personas|migrantes|cosas|paquetes|mercancia)|pasar|vend|mov|llev|carg|rob|ped|mendig|halcon|mula|burro|guia|coyote|pollero|sicario|transport|trafic|entreg|distribu|vigil)\w*"
)  # fmt: skip
_OTHER_USED = re.compile(
    rf"\b(?:use|uses|using|used|make|makes|making|made|force|forces|forcing|forced|have|has|having|got|put|puts|pay|pays) {_WHOM}(?: (?:as|to|for|a|an|the|out|go|like|on|it|doing|he|she))* {_TASK}\b"
    rf"|\b(?:{_KIN}|he|she)(?: (?:is|has been|been|was|gets|being|just|now|made to|forced to))* (?:driving|bringing|taking|leading|crossing|smuggling|guiding) (?:people|migrants|immigrants|drugs|folks)\b"
    rf"|\b(?:{_KIN}|he|she)(?: (?:is|being|was|gets))* (?:a |used as a )(?:drug )?mule\b"
    rf"|\b(?:a |al |la )?(?:mi \w+(?: de \d+)? )?(?:lo|la|los|las|le|les) (?:\w+ )?(?:usan|usa|traen|trae|tienen|tiene|ponen|pone|hacen|hace|obligan|obliga|mandan|meten|jalan|ocupan|utilizan)(?: (?:de|como|para|a|que|en|al|pasando|pidiendo|un|una))* {_TAREA}\b"
    r"|\b(?:lo|la|los|las) (?:tienen|tiene|traen|trae|ponen|mandan)(?: \w+)? (?:trabajando|a trabajar|vendiendo|pidiendo|robando|cruzando|pasando|cargando|piscando|limpiando)\b"
    r"|\b(?:anda|trabaja|la hace|le hace)(?: de| como| a)+ (?:mula|halcon|burro|guia|pollero|coyote|sicario)\b"
)
_OWN_USED = re.compile(
    rf"\b(?:use|uses|using|used|make|makes|making|made|force|forces|forcing) (?:me|us)(?: (?:as|to|for|a|an|the|out|go))* {_TASK}\b"
    rf"|\b(?:me|nos) (?:usan|usa|traen|trae|obligan a|obliga a|utilizan|ocupan|ponen|hacen)(?: (?:de|como|para|a|que|un|una))+ {_TAREA}\b"
)
_AT_NIGHT = re.compile(
    r"\b(?:trabaja|trabajan|works|working|work)(?: \w+){0,2} (?:en|at|in|on)(?: (?:un|una|el|la|a|the))? ?(?:\w+ )?(?:fabrica|rancho|granja|polleria|rastro|campo|files|labor|planta|empacadora|construccion|matadero"
    r"|factory|farm|ranch|slaughterhouse|plant|poultry|fields?|construction|roofing|meat ?packing)\b"
)
_CHILD_NOT = re.compile(r"\b(?:my (?:mom|dad|father|mother)|mi (?:mama|papa)|yo|i)\b")
_GIVES = re.compile(
    r"\b(?:le|les) (?:doy|hago) (?:lo )?que (?:el |ellos )?(?:quiera|quiere|quieren|pida|pide|piden|me pide)\b|\bhago (?:todo )?lo que (?:el |ellos )?(?:quiere|quiera|me pide|pide)\b"
    r"|\b(?:pago|pagarle|le pago|pagar)(?: \w+){0,2} con (?:mi |el )?cuerpo\b|\ba cambio (?:me )?(?:acuesto|tengo que acostarme|le doy|tengo relaciones|dormimos)\b"
    r"|\b(?:tengo que|me toca|debo) (?:acostarme|dormir|estar|tener relaciones|tener sexo|cumplirle)(?: con)? (?:el|ellos|un|una|ese|el dueno|el senor|para)\b.*\b(?:renta|comida|techo|casa|cuarto|lugar|cama|dinero)\b"
    r"|\b(?:duermo|me acuesto|tengo relaciones|estoy) con (?:el|un|mi|ese)(?: \w+){1,3}? (?:para|por|a cambio)(?: \w+){0,4}? (?:renta|quedarme|techo|cuarto|comida|casa|vivir)\b"
    r"|\b(?:give|giving|do|doing) (?:him|them|it)? ?(?:whatever|what|everything|anything) (?:he|they) (?:wants?|asks?(?: for)?|needs?|says?)\b"
    r"|\b(?:pay|paying) (?:him |them )?(?:the rent |rent )?with my body\b|\b(?:sleep|sleeping|have sex|hook up) with (?:him|them|guys|men|people)(?: \w+)? (?:for|so i (?:have|can)|to have|to get|in exchange)\b"
)
_INFECTION = r"(?:hiv|aids|vih|sida|an? std|stds?|an? sti|stis?|its|sifilis|syphilis|gonorre\w+|gonorrhea|chlamydia|clamidia|una enfermedad|una infeccion|enfermedad venerea)"
_EXPOSED = re.compile(
    rf"\b(?:can|could|will|did|do|might|if|think|am|maybe|what if)(?: (?:i|you|that|he|they|gonna|going to|get|gotten|caught|catch|have|got|gave|me|from|maybe))+ {_INFECTION}\b"
    rf"|\b(?:tengo|me (?:puede|pudo|puedo|pueden|pudieron|va a|pego|pegaron|contagio|contagiaron|dio|dieron)|se pega|puedo tener|creo que)(?: (?:dar|pegar|contagiar|agarrar|tener|tengo|me|pego|pegaron|contagio|de|el|la|un|una|con))* {_INFECTION}\b"
    rf"|\b(?:gave|given) me {_INFECTION}\b|\b(?:pastillas?|medicina|tratamiento|pills?|medicine|meds?)(?: (?:para|pal|contra|el|la|del|de|for|against|to stop|prevent|que|the))+ (?:vih|hiv|sida|aids)\b|\bpep\b(?! (?:talk|rally|boys))"
    r"|\b(?:client\w*|tricks?|johns?|tipo|senor|guy|man|dude|he|el)(?: \w+){0,2} (?:not|never|no|took off|se quito|quito|refused to|no quiso)(?: (?:use|usar|uso|wear|usa|the|a|el|un|poner\w*))* ?(?:a |un |el |the )?condom?(?:n|s|es)?\b"
    r"|\b(?:rompio|salio|quito|ripped|broke|broken)(?: \w+){0,2} (?:condom|condon)\b.*\b(?:client\w*|trick|john|tipo|guy|hombre|man)\b"
    r"|\b(?:condom|condon)(?: se)? (?:rompio|broke|ripped|came off|salio|slipped)\b.*\b(?:client\w*|trick|john|tipo|guy|hombre|man)\b|\b(?:client\w*|trick|john|tipo|guy|hombre)\b.*\b(?:condom|condon)\b"
)
_HARMLESS = re.compile(
    r"\b(?:class|school project|homework|essay|clase|tarea|test results?|i have hiv|tengo vih desde|meds ran|medicine ran)\b"
)
_WHEN = re.compile(
    r"(?:(?:it was|fue|paso|it happened|that was|hace|like|como|about|just|apenas|solo|y|and) )*"
    r"(?:last night|today|yesterday|this morning|tonight|anoche|ayer|hoy|antier|antes de ayer|(?:en la|esta) (?:manana|noche|madrugada)|(?:\d+|a few|two|three|un|dos|tres|unas|unos|one|a) (?:hours?|days?|horas?|dias?)(?: ago)?)"
)


def is_child_used(said: str) -> bool:
    """Return whether somebody else is used to carry, to cross or to sell, or is made to work: "lo traen de mula"."""
    return _OTHER_USED.search(said) is not None


def is_used(said: str) -> bool:
    """Return whether the one who writes is."""
    return _OWN_USED.search(said) is not None


def works_hard(said: str) -> bool:
    """Return whether somebody works where no child may: at a farm, in a factory."""
    return _AT_NIGHT.search(said) is not None and _CHILD_NOT.search(said) is None


def gives_for_it(said: str) -> bool:
    """Return whether somebody gives what is wanted in return for something: "le doy lo q quiere"."""
    return _GIVES.search(said) is not None


def is_exposed(said: str) -> bool:
    """Return whether somebody fears an infection, or tells of sex without a condom that they did not choose."""
    return _EXPOSED.search(said) is not None and _HARMLESS.search(said) is None


def names_prevention(said: str) -> bool:
    """Return whether a text names what keeps an infection off: that works for some days only."""
    return re.search(r"\b(?:pep|prep|post exposicion|post exposure)\b", said) is not None


def tells_since(said: str) -> bool:
    """Return whether all of `said` tells how long ago it was: "fue anoche"."""
    return _WHEN.fullmatch(said) is not None
