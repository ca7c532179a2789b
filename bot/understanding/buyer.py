"""A small grammar of who would buy somebody, or looks for one who got away: they are told nothing. English and Spanish.

All texts are words with one space between them, contractions and short forms written out. Each form begins the text,
so that "he says he wants a girl of 15" is heard as what it tells of.
"""

from __future__ import annotations

import re

_SO = r"(?:(?:hi|hey|hello|yo|ok|so|and|but|um|sup|whats up|good (?:morning|evening|afternoon)|hola|oye|oiga|buenas|buenos dias|buenas (?:noches|tardes)|que onda|y|pero|amigo|disculpe|jefe|compa|bro|man) )*"
_YOUNG = r"(?:young|younger|little|underage|under ?age|teen|teenage|virgin|fresh|new|\d{1,2}(?: (?:year|yr|yo)s?(?: old)?)?|legal|barely legal|petite|asian|latina|white|black|blonde)"
_GIRL = r"(?:girls?|ones?|teens?|females?|chicks?|bitch(?:es)?|hoes?|escorts?|minors?|boys?|kids?|snow ?bunn\w+)"
_CHICA = r"(?:nin[oa]s?|nen[ae]s?|morr(?:it)?as?|chav(?:it)?as?|chic(?:uit)?as?|muchach(?:it)?as?|jovencit[oa]s?|menor(?:es|cita)?|mujer(?:es)?|viejas?|colegialas?|virgen(?:es)?|chamac(?:it)?as?|plebes|plebitas?|huercas?|putas?|sexoservidoras?|escorts?|servicio)"
_EDAD = (
    r"(?:(?: (?:de|como de|que tenga|menor de|mayor de))? (?:\d{1,2}|anos|bien joven|jovencita|menor de edad|virgen))"
)
_PRICE = r"(?:cuanto(?: (?:me|por|la|el|es|seria|cobras?|cobran|sale|cuesta|vale|hora|noche|una|ella|\w+ hora))*|precios?|tarifas?|disponibles?|para (?:esta noche|hoy|ahorita|una fiesta|mi club|el club|mi negocio|mi bar|unos clientes|pasar un rato|un rato)|a domicilio|por hora|la hora)"
_COST = r"(?:how much|price|rates?|available|availability|tonight|for (?:an?|the) (?:hour|night|party|weekend)|per hour|per night|hourly|outcall|incall|qv|hh|cash|i got money|i pay|ill pay|i will pay)"
_CLUB = r"(?:club|bar|table|negocio|antro|cantina|masajes?|spa|clientes?|fiestas?|casa de citas|burdel|hotel|calle|esquina|agencia|webcam|only ?fans|strip club|massage (?:parlor|place|shop)|party|parties|brothel|house|customers|clients)"
_BUYS = re.compile(
    rf"{_SO}(?:soy|somos) (?:un |una |su |el )?(?:clientes?|comprador(?:es)?)(?: (?:nuevo|fijo|de antes|frecuente))?(?: y| que)? (?:(?:quiero|busco|necesito|ocupo|ando buscando)(?: a)? (?:(?:una? )?(?:de \d+|{_CHICA}{_EDAD}?)|algo joven)|(?:tienen|tienes|hay) {_CHICA}|cuanto|a como)\b.*"
    rf"|{_SO}(?:quiero|quisiera|busco|ando buscando|necesito|ocupo|me (?:manda|mandas|mandan|consigue|consigues|consiguen)|dame|mandame|consigueme)(?: (?:a|con|comprar|rentar|contratar|una?|unas|unos|dos|tres|algun[ao]?|otra))* (?:{_CHICA}{_EDAD}?|de \d{{1,2}}(?: anos)?)(?: (?:y|que|pa|para|bien|muy|joven|jovencita|bonita|guapa|limpia|nueva|bonitas|jovenes))* {_PRICE}(?: .*)?"
    rf"|{_SO}(?:quiero|busco|mandame|dame|consigueme|ando buscando) (?:a )?una(?: (?:{_CHICA}))? de (?:1[0-7]|[5-9])(?: anos)?(?: {_PRICE}.*)?"
    rf"|{_SO}(?:tienen|tienes|tiene|hay|manejan|ofrecen|venden|consiguen)(?: (?:de|a|unas?|algunas?|disponibles?))* {_CHICA}{_EDAD}?(?: (?:disponibles?|hoy|ahorita|nuevas?|jovenes|bonitas|libres|para hoy|en venta|a domicilio))*"
    rf"|{_SO}(?:necesito|busco|ocupo|contrato|quiero|solicito)(?: (?:unas?|a|varias|dos|tres|cinco|\d+|contratar|reclutar))* {_CHICA}(?: (?:jovenes|bonitas|guapas|nuevas|de \d+))* (?:para|pa|que trabajen (?:en|de)|que bailen en)(?: (?:mi|el|un|la|mis|una|unos|trabajar en|que trabajen en))* {_CLUB}(?: .*)?"
    rf"|{_SO}(?:cuanto|a como)(?: (?:por|cobran?|cobras|sale|cuesta|vale|es|me|dan|la|una?|el|con))* (?:{_CHICA}{_EDAD}?|de \d{{1,2}}(?: anos)?|por la noche con ella|la hora con \w+|un rato con \w+)(?: (?:hora|noche|rato|completo|hoy|por hora))*"
    rf"|{_SO}(?:i am|im) (?:a )?(?:new )?(?:client|customer|buyer|john)(?: and| who)?(?: i)? (?:(?:want|need|am looking for|looking for)(?: (?:a|an|some|one|the|your))* (?:{_YOUNG} )*{_GIRL}|how much|who is available|(?:u|you) got)\b.*"
    rf"|{_SO}(?:i )?(?:want|need|looking for|lookin for|am looking for|tryna (?:get|buy)|trying to (?:get|buy)|send me|get me|can i (?:get|buy|order|rent|book))(?: (?:to|a|an|some|buy|rent|get|book|one|of|two|the|your|ur|with|who|is))* (?:{_YOUNG} )+{_GIRL}(?: .*)? {_COST}(?: .*)?"
    rf"|{_SO}(?:i )?(?:want|need|looking for|lookin for|am looking for|tryna (?:get|buy)|trying to (?:get|buy)|send me|get me|can i (?:get|buy|order|rent|book))(?: (?:to|buy|rent|get|book|one))* (?:a|an|some|your|ur)? ?(?:(?:young|underage|under ?age|fresh|virgin) {_GIRL}|(?:1[0-7]|[5-9]) (?:year|yr|yo)s?(?: old)?(?: (?:girl|boy|female|virgin|one))?)(?: (?:for (?:tonight|me|sex|a party|the night)|to (?:fuck|have sex|party|play)|now|asap))*"
    rf"|{_SO}(?:do )?(?:you|u|yall|ya)(?: (?:guys|all|still|even|be))? (?:got|have|sell|selling|has|offer)(?: (?:any|some|a|more|new))* (?:{_YOUNG} )*{_GIRL}(?: (?:available|tonight|now|today|for sale|for rent|working|for me))*"
    rf"|{_SO}(?:how much|what is the (?:price|rate)|whats the (?:price|rate)|rates?|prices?)(?: (?:for|is|are|to|do|you|u|charge|an?|the|one|it|with|hour|of|get))* (?:{_YOUNG} )*(?:{_GIRL}|{_YOUNG} (?:old|one))(?: .*)?"
    rf"|{_SO}(?:i )?(?:need|want|looking for|lookin for|am looking for|recruiting|hiring)(?: (?:some|a few|a|two|three|\d+|more|new))* (?:{_YOUNG} )*{_GIRL}(?: (?:for|to work (?:in|at)|to dance (?:in|at)))(?: (?:my|the|a|our|his))* {_CLUB}(?: .*)?"
)
_OF_HELP = re.compile(
    r"\b(?:my (?:daughter|sister|friend|niece|student|client|cousin|kid|child)|mi (?:hija|hermana|amiga|sobrina|alumna|nieta|prima|clienta)|shelter|beds?|room|place|help|support|group|programs?|services? for|clothes|shoes|albergue|refugio|camas?|(?<!quien me )ayuda|apoyo|grupo|programa"
    r"|escuela|school|like me|como yo|que (?:me|nos) (?:escuche|ayude|entienda)|to talk|hablar|platicar|amigas?|friends?|girl ?friend|novia|in (?:there|the shelter)|there too|missing|desaparecid\w+|se llama|perdid[oa]|mi edad|my age|solteras|with kids|con hijos|embarazadas?|pregnant)\b"
)
_NEUTRAL = re.compile(
    rf"{_SO}(?:do you have|you have|are there|hay|tienen|tiene|tienes) (?:any |algunas? |unas |mas |otras )?(?:girls?|women|females?|boys?|kids?|chic[oa]s?|muchach[oa]s?|mujeres|hombres|nin[oa]s?|menores|minors)(?: (?:in|alli|ahi|there|here|aqui))*"
)
_MAN_SAYS = re.compile(
    r"\b(?:he|they|el|ellos|mi novio|my bf) (?:said|says|wants|asked|told|dice|dijo|quiere|pide|me)\b"
)

_SU_MUJER = r"(?:vieja|mujer|novia|esposa|morra|chava|ruca|jaina|hembra|muchacha|perra|puta|girl|wife|gf|girlfriend|woman|bitch|bottom|property|hoe)"
_OR_ELSE = re.compile(
    rf"{_SO}(?:digan(?:me)?|dime|diganos|me (?:dicen|dices|vas a decir)|tell me|say|yall (?:better )?tell me|you (?:better )?tell me|u (?:better )?tell me) (?:donde|adonde|where|a donde) (?:esta|anda|la tienen|is|tienen a|my|mi)?(?: (?:mi|la|my|esa|that|a mi))* ?{_SU_MUJER}(?: (?:is|at|esta|anda|se fue|went))*(?: (?:o|or|before|antes) .*)?"
    rf"|{_SO}(?:where|wheres|where is|donde esta|donde anda)(?: (?:is|my|mi|la|esa|that))* {_SU_MUJER}(?: (?:at|cabron(?:es)?|pendejos?|or .*|o .*|before .*))*"
)
_NAMED = re.compile(
    r"^\W*(?:(?:[Oo]ye|[Hh]ola|[Hh]ey|[Yy]o|[Oo]k|[Yy]|[Dd]igan(?:me)?|[Dd]ime|[Tt]ell me)\W+)*(?:[Dd]onde|[D\u00d3d\u00f3]\u00f3?nde|[Ww]here)(?:'?s)? (?:est\u00e1|esta|anda|tienen a|is|tienes a) (?:la |el |a la )?(?P<name>[A-Z\u00c1\u00c9\u00cd\u00d3\u00da\u00d1][a-z\u00e1\u00e9\u00ed\u00f3\u00fa\u00f1]{2,})(?: at)?\W*$"
)
_IS_PLACE = frozenset(
    [
        "walmart",
        "target",
        "salvation",
        "covenant",
        "police",
        "oak",
        "line",
        "clinic",
        "shelter",
        "hospital",
        "court",
        "jesus",
        "dios",
        "god",
        "help",
        "narcan",
        "mcdonalds",
        "dollar",
        "family",
        "planned",
        "room",
        "street",
        "casa",
        "iglesia",
        "refugio",
        "albergue",
        "clinica",
        "oficina",
        "policia",
        "hospital",
        "parada",
        "frontera",
        "migra",
        "trabajo",
        "texas",
        "miami",
        "houston",
        "chicago",
        "dallas",
        "phoenix",
        "atlanta",
        "denver",
        "florida",
        "california",
        "mexico",
        "honduras",
        "guatemala",
        "canada",
        "tijuana",
        "this",
        "here",
        "everybody",
        "everyone",
        "mom",
        "mama",
        "papa",
        "dad",
    ]
)


def would_buy(said: str) -> bool:
    """Return whether all of `said` asks for somebody to buy, or for people to put to work: "tienen morritas?"."""
    told = _BUYS.fullmatch(said) is not None and _NEUTRAL.fullmatch(said) is None
    return told and _OF_HELP.search(said) is None and _MAN_SAYS.search(said) is None


def wants_her_back(said: str) -> bool:
    """Return whether all of `said` demands where a woman is who is called his: "digan donde esta mi vieja"."""
    return _OR_ELSE.fullmatch(said) is not None


def asks_where_named(text: str) -> bool:
    """Return whether all of `text`, as it was written, asks where somebody is who is named: "donde esta la Karla"."""
    found = _NAMED.match(text)
    return found is not None and found["name"].lower() not in _IS_PLACE
