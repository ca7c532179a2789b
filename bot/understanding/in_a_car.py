"""A small grammar of who is driven somewhere and not let out: the car, the road, the speed, a stop. English, Spanish.

Texts are words with one space between them, with contractions and short forms written out.
"""

from __future__ import annotations

import re

_CAR = r"(?:car|truck|van|suv|whip|vehicle|ride|uber|trunk|jeep|pickup|carro|coche|auto|camioneta|troca|van|cajuela|maletero|combi|trailer|taxi)"
_EL = r"(?:el|ella|ellos|mi \w+|un (?:senor|tipo|hombre|cliente)|este \w+|ese \w+)"
_HE_DRIVES = re.compile(
    r"\b(?:he|they|she)(?: (?:is|are|just|still))* driving\b|\b(?:el |ellos |ella )?(?:esta|va|viene|sigue|van) manejando\b|\b(?:i am|we are|he put me|he has me|they put me|estoy|voy|vamos|me tiene|me metio|me subio|me subieron)(?: \w+){0,2}? (?:in|inside|en|a)(?: (?:his|their|su|the|la|el|a|un|una))* (?:car|truck|van|trunk|carro|coche|camioneta|troca|cajuela)\b"
)
_NOT_HIM = re.compile(
    r"\b(?:to (?:work|school|the store|my|church|practice)|my (?:mom|mama|sister|friend|aunt|grandma|brother|car|truck)|mi (?:mama|hermana|amig[ao]|tia|abuela|hermano|carro|coche|troca)|al (?:trabajo|super)|a la (?:escuela|tienda|iglesia)|sleep\w*|living|live|viv\w+|durm\w+|hiding|escondid\w+|safe|alone|sol[oa])\b"
)
_NOT_OUT = re.compile(
    r"\b(?:he |she |they )?(?:will|does|do|would|is) not (?:\w+ )?(?:let|letting|pull|stop|unlock)(?: (?:me|us|the|over))*(?: (?:out|off|go|down|car|doors?))*"
    r"|\b(?:no|ni) (?:me|nos) (?:deja|dejan|quiere dejar) (?:bajar(?:me|nos)?|salir(?: del (?:carro|coche))?)\b|\bcon (?:los )?seguros puestos\b|\b(?:child )?locks? (?:are |is )?on\b"
)
_DRIVES = re.compile(
    rf"\b(?:he|she|they|my \w+|a guy|this guy|some guy|someone|the (?:guy|man|driver))(?: (?:is|are|was|just|still|keeps?))* driv(?:ing|es)\b|\bwe (?:are |r )?(?:driving|moving|on the (?:highway|freeway|road|interstate))\b"
    rf"|\b(?:{_EL} )?(?:esta|va|viene|anda|sigue|vienen|van) manejando\b|\b{_EL} maneja\b|\bvamos (?:en (?:el|su|un|una) {_CAR}|por la|por el|a \d+)\b"
    rf"|\b(?:in|inside|en|dentro de|adentro de)(?: (?:a|the|his|her|their|this|some|un|una|el|la|su|back of|back seat of|white|black))* {_CAR}\b"
)
_BARE = r"(?:(?:and|but|ok|like|its|it is|is|i am|am|we are|we|they|he|he is|so|y|es|pero|ya|vamos|voy|va|estoy|estamos|un|una|la|el|a|in|on|the|en|por|de|con|now|ahorita|creo|i think|creo que|still|in the|going|yendo|rumbo|hacia|towards?|headed|like|como|al?) )*"
_COLOR = r"(?:white|black|red|blue|gray|grey|silver|green|gold|brown|tan|dark|blanc[oa]|negr[oa]|roj[oa]|azul|gris|plata|verde|dorad[oa]|cafe|oscur[oa]|plateado|plateada|guinda)"
_MAKE = r"(?:honda|toyota|ford|chevy|chevrolet|nissan|dodge|ram|jeep|gmc|kia|hyundai|bmw|mercedes|tahoe|camry|civic|accord|corolla|altima|sentra|silverado|tundra|tacoma|charger|impala|malibu|mazda|lexus|cadillac|escalade|f 150|f150)"
_OF_CAR = re.compile(
    rf"{_BARE}(?:{_COLOR} |{_MAKE} |{_CAR} |old |new |big |viej[oa] |grande |nuev[oa] )*(?:{_COLOR}|{_MAKE}|{_CAR})(?: (?:color|{_COLOR}|{_MAKE}|{_CAR}|la|el|viej[oa]|grande|with|con|tinted|windows|vidrios|polarizados|placas?|plates?|de|texas|y))*"
    rf"|{_BARE}(?:highway|hwy|freeway|interstate|route|exit|mile|autopista|carretera|salida|kilometro|km|milla|i|us|la|el|the|a) ?\d{{1,3}}(?: (?:north|south|east|west|norte|sur|este|oeste|mph|millas|kilometros|por hora|miles|creo|i think))*"
    rf"|{_BARE}\d{{2,3}} ?(?:mph|millas|kilometros|km|por hora|an hour)?|{_BARE}(?:{_BARE})(?:fast|bien rapido|rapido|muy rapido|recio)"
    r"|(?:(?:i am|am|voy|estoy|y|and|sitting|ando|me tiene) )*(?:in |en |on )?(?:the |el |la )?(?:atras|back ?seat|the back|back|asiento(?: de atras)?|adelante|front seat|cajuela|trunk|passenger seat|piso)(?: (?:seat|de atras|escondid[oa]|now))*"
    r"|(?:(?:the |la |las )?(?:plate|plates|placas?|tag))(?: (?:is|are|es|son|says?|dice|starts?|with|empieza|con|\w{1,7}))*"
    r"|.{0,30}\b(?:seguros? puestos?|doors? (?:are |is )?locked|locked doors|(?:passing|passed|pasamos|vamos pasando|going by)(?: (?:a|the|un|una|el|la|por))*)\b.{0,40}"
)
_STOPS = re.compile(
    r"\b(?:stopp(?:ed|ing)|stops?|pull(?:ed|ing)? (?:over|in|up)|parked|parking|getting gas|at (?:a|the) (?:gas station|gas|light|store|rest stop|drive thru|truck stop|stop))\b"
    r"|\b(?:paro|pararon|se paro|paramos|para|va a parar|vamos a parar|se estaciono|estacionado|parando|echando|echar|poner)\b(?: \w+){0,3} ?(?:gas\w*|gasolinera|gasolina|tienda|oxxo|semaforo|alto|luz|store|seven|aqui|un)\b|\b(?:en|a) (?:la|una|un|el) (?:gasolinera|gas|semaforo|rest area)\b"
)
_JUMPS = re.compile(
    rf"\b(?:jump\w*|roll\w*|get(?:ting)? out|hop\w*|bail\w*|open the door)(?: \w+){{0,3}} (?:out|from|of)(?: (?:of|the|this|his|a|moving))* {_CAR}\b|\b(?:jump\w*|roll\w*|hop\w*|bail\w*) out(?: \w+){{0,3}} (?:light|red light|stop|stop sign|when (?:he|it|we|they) (?:stops?|slows?|parks?))\b"
    rf"|\b(?:saltar|salto|aventarme|me aviento|brinco|brincar|tirarme|me tiro|bajarme|me bajo)(?: \w+){{0,3}} (?:del?|de la|de su) {_CAR}\b"
)
_FLEES = re.compile(
    r"\b(?:light|stop|stops|slows?|slow|parks?|red|gas|store|when (?:he|it|we|they)|if (?:he|it|we|they)|away|escape|run|he|they|him|semaforo|alto|pare|pare|cuando|si (?:el|para|se)|baje la velocidad|escap\w+|correr|el|ellos)\b"
)


_WHERE_TO = re.compile(
    r"\b(?:i do not know|not sure|will not (?:say|tell me)|did not say|no idea|no se|no me dice|quien sabe)(?: (?:a|to|para|ni))* ?(?:where|donde|adonde)\b|\bsomewhere (?:far|else|i do not know)\b|\b(?:locked|puso|cerro|con)(?: \w+){0,2} (?:doors?|locks?|seguros?|puertas?)\b|\bagainst my will\b|\ba la fuerza\b"
)
_TAKEN = re.compile(
    r"\b(?:he|they|she|a guy|this guy|some guy)(?: (?:is|are|was|just|still))* (?:driving|taking) (?:me|us)\b|\bme (?:lleva|llevan|trae|traen|esta llevando|van llevando)(?: \w+){0,3} (?:en (?:un|una|el|la|su)) (?:carro|coche|camioneta|troca|van|auto)\b"
)


def is_kept_in(said: str) -> bool:
    """Return whether somebody is driven and not let out, told in one text: "voy en un carro y no me deja bajar"."""
    if _NOT_HIM.search(said):
        return False
    is_in = _DRIVES.search(said) is not None or _TAKEN.search(said) is not None
    return is_in and (_NOT_OUT.search(said) is not None or _WHERE_TO.search(said) is not None)


def is_driven(said: str) -> bool:
    """Return whether who may be a danger drives: no mother, and no way to work."""
    return _HE_DRIVES.search(said) is not None and _NOT_HIM.search(said) is None


def is_not_let_out(said: str) -> bool:
    """Return whether somebody is not let out of a car."""
    return re.search(r"\b(?:no (?:me|nos) (?:deja|dejan) bajar\w*)\b", said) is not None


def is_of_car(said: str) -> bool:
    """Return whether all of `said` may tell of a ride: a car, a road, a speed, a seat. Only beside one it does."""
    return _OF_CAR.fullmatch(said) is not None or _STOPS.search(said) is not None or _DRIVES.search(said) is not None


def flees_car(said: str) -> bool:
    """Return whether somebody would get out of a car to flee: "im gonna jump out the car at the light"."""
    return _JUMPS.search(said) is not None and _FLEES.search(said) is not None
