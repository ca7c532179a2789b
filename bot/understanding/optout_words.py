"""Words of the grammar of opting out: spellings, words that only look like one, words that give another sense."""

import re

SWEARS = "fucking|fuckin|fkn|freaking|freakin|damn|tf|bitch|asshole|pinche|pinches|goddamn|the fuck|the hell|fuck"

SLIPS = {
    "aint": "do not",
    "ia": "ya",
    "kita": "quita",
    "kitame": "quitame",
    "kiten": "quiten",
    "kitenme": "quitenme",
    "mor": "more",
    "mesages": "messages",
    "leav": "leave",
    "remov": "remove",
    "4ever": "forever",
    "4eva": "forever",
    "didnt": "did not",
    "isnt": "is not",
    "its": "it is",
    "thats": "that is",
    "gotta": "have to",
    "hes": "he is",
    "shes": "she is",
    "ive": "i have",
    "ill": "i will",
    "gonna": "going to",
    "tryna": "trying to",
    "yall": "you",
    "yalls": "your",
    "mee": "me",
    "youve": "you have",
    "hmu": "hit me up",
    "nomore": "no more",
    "nomas": "no mas",
    "lemme": "let me",
    "agin": "again",
    "em": "them",
    "wont": "will not",
    "agn": "again",
    "agen": "again",
    "imma": "i am going to",
    "finna": "going to",
    "blockin": "blocking",
    "deletin": "deleting",
    "leavin": "leaving",
    "aight": "ok",
    "ight": "ok",
    "alright": "ok",
    "tx": "thanks",
    "tks": "thanks",
    "pleas": "please",
    "plse": "please",
    "dis": "this",
    "num": "number",
    "numba": "number",
    "nbr": "number",
    "fone": "phone",
    "tel": "telefono",
    "no1": "nobody",
    "stahp": "stop",
    "staph": "stop",
    "stp": "stop",
    "st0p": "stop",
    "stopp": "stop",
    "sotp": "stop",
    "stpo": "stop",
    "sto": "stop",
    "stup": "stop",
    "w": "with",
    "wit": "with",
    "plis": "please",
    "kwit": "quit",
    "quitt": "quit",
    "cancle": "cancel",
    "rmv": "remove",
    "txtn": "texting",
    "txtin": "texting",
    "textn": "texting",
    "textting": "texting",
    "msging": "messaging",
    "msgin": "messaging",
    "msgn": "messaging",
    "messagin": "messaging",
    "sendin": "sending",
    "bothern": "bothering",
    "botherin": "bothering",
    "hittin": "hitting",
    "blowin": "blowing",
    "writin": "writing",
    "contactin": "contacting",
    "gettin": "getting",
    "unsubscibe": "unsubscribe",
    "outta": "out of",
    "xfas": "por favor",
    "tf": "the fuck",
    "uds": "ustedes",
    "ke": "que",
    "k": "que",
    "xq": "porque",
    "pa": "para",
    "kiero": "quiero",
    "qiero": "quiero",
    "escriva": "escriba",
    "escrivan": "escriban",
    "escrivas": "escribas",
    "porfavor": "por favor",
    "xfavor": "por favor",
    "porfis": "por favor",
    "txts": "textos",
    "msjes": "mensajes",
    "mjs": "mensajes",
    "mjes": "mensajes",
    "textien": "texteen",
    "texties": "textees",
    "textiarme": "textearme",
    "textiar": "textear",
    "textiando": "texteando",
    "textiandome": "texteandome",
    "nadamas": "nada mas",
    "yano": "ya no",
    "orita": "ahorita",
}
"""Spellings of words of this grammar, beside those that all carrier words have."""

MENDED = (
    "texting",
    "messages",
    "message",
    "messaging",
    "sending",
    "contact",
    "contacting",
    "writing",
    "bothering",
    "unsubscribe",
    "number",
    "remove",
    "delete",
    "please",
    "anymore",
    "mensajes",
    "mensaje",
    "escriban",
    "escribas",
    "escriba",
    "escribirme",
    "escribiendo",
    "manden",
    "mandes",
    "mandarme",
    "mandando",
    "numero",
    "lista",
    "borren",
    "borrenme",
    "quiten",
    "quitenme",
    "saquen",
    "saquenme",
    "eliminen",
    "eliminenme",
    "dejen",
    "envien",
    "enviarme",
    "texteen",
    "molesten",
    "recibir",
    "contacten",
    "cancelen",
    "detengan",
)
PLAIN = frozenset(
    {
        "testing",
        "sexting",
        "tasting",
        "massage",
        "massages",
        "massaging",
        "lending",
        "bending",
        "mending",
        "tending",
        "spending",
        "seeding",
        "feeding",
        "waiting",
        "biting",
        "mothering",
        "fathering",
        "numbers",
        "removed",
        "removes",
        "deleted",
        "deletes",
        "escribe",
        "escribes",
        "escriben",
        "escribir",
        "contacted",
        "contacto",
        "contactos",
        "mandas",
        "mandar",
        "mandado",
        "mandados",
        "dejes",
        "borran",
        "quitan",
        "sacan",
        "eliminan",
        "dejan",
        "envian",
        "molestan",
        "mandan",
        "contract",
        "contracting",
        "recibi",
        "recibo",
        "listo",
        "cancelan",
        "detienen",
        "borres",
        "borre",
        "quites",
        "quite",
        "elimines",
        "saques",
        "envie",
        "deje",
        "massive",
        "sanding",
        "passages",
        "passage",
    }
)
"""Words one letter from a word of this grammar that mean something else."""

_OUR = (
    r"(?:me|us|(?:this|her|his|our) (?:number|phone|line|cell)|my (?:(?:mom|mother|dad|father|wife|husband|daughter|son|sister|brother|kid|kids|"
    r"girl|girlfriend|boyfriend|friend|grandma|aunt|work|job)s? )?(?:phone|number|line|cell))"
)
_SENDING = r"(?:text|texting|message|messaging|contact|contacting|spam|spamming)"
_ENDED = r"(?:again|anymore|any more|no more|ever|any longer|at all)"
OUTRIGHT = re.compile(
    rf"\b(?:(?:stop|quit) (?:(?:{SWEARS}) )?{_SENDING} {_OUR}|(?:do not|never) (?:ever )?{_SENDING} {_OUR} {_ENDED}|stop {_SENDING}$|"
    rf"(?:remove|take|delete) (?:me|my number|this number) (?:off|from) (?:your|the|this|ur) (?:\w+ )?(?:list|system|contacts|database)|"
    r"unsubscribe (?:me|from|this number)|(?:no more|stop (?:the|these|all)) (?:texts|messages)|lose (?:my|this) number|"
    r"(?:ya no|nunca|nunca mas) (?:me |nos )?(?:escriban?|manden?|texteen|envien?|contacten)(?: (?:mensajes|textos|nada|mas)| a este)?|"
    r"no (?:me )?(?:escriban?|manden?|texteen|envien?|contacten) (?:mas$|mas mensajes|mensajes|textos|a este (?:numero|telefono|cel))|"
    r"(?:dejen|dejenme|paren) de (?:escribir|mandar|textear|enviar)(?:me)?|(?:quiten|borren|saquen|eliminen|quitenme|borrenme|saquenme|eliminenme) "
    r"(?:mi numero|(?:de )?(?:mi numero )?(?:de )?(?:la|su|esta) lista))(?= |$)"
)
ELSE = re.compile(
    r"\b(?:he|him|his|they|them|she|ex|bf|boyfriend|girlfriend|gf|husband|dad|stepdad|uncle|pimp|trafficker|someone|somebody|keeps?|kept|says?|tell|tells|"
    r"(?<!i )(?:said|told)|asked|wants|make|makes|made|if|until|till|til|when|while|unless|why|what|whats|tonight|tomorrow|today|later|after|before|during|weekend|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|night|school|class|about|like|in|from|same|call|kill|die|dead|hurt|gun|police|cops|"
    r"can not|could not|will not|would not|does not|did not stop|do not stop|almost|song|movie|crying|late|early|wont|cant|couldnt|wouldnt|doesnt|waiting|wait|"
    r"(?:el|ella|ellos) (?:me|no|dice|dijo)|novio|esposo|marido|papa|padrastro|tio|jefe|alguien|dice|dicen|dijo|dile|diganle|hasta|cuando|mientras|despues|antes|"
    r"manana|hoy|ahorita|noche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|trabajo|escuela|policia|migra|casa|regreso|llamen|llamenme|matar|morir|"
    r"pills?|overdos\w+|od|bleed\w*|bled|blood|suicid\w*|pregnant|rap(?:e|ed|ing)|scared|unsafe|pastillas?|sangr\w*|suicid\w*|sobredosis|violo|violaron)\b"
)
"""Words by which it is about somebody else, some time, a topic or danger."""

_TO_END = r"(?:stop|quit|end|cancel|unsubscribe|opt out|remove me|be removed|block me|leave me alone)"
_TO_LEAVE_OFF = r"(?:dej(?:es|e|en|ar|ara|aran|aras)|par(?:es|e|en|ar|aran?)|ces(?:es|e|en|ar))"
REFUSED = re.compile(
    r"\b(?:do not|never|no|nunca) (?:\w+ ){1,4}(?:right )?(?:now|today|tonight|ahora|hoy|ahorita)$|"
    r"\b(?:do not|never) (?:\w+ )?(?:remove|delete|unsubscribe|take me off|drop me|cancel|stop|quit|end|mute|block|lose)\b|"
    rf"\b(?:do not|did not|does not|never|would not|no longer|not) (?:(?:ever|really|even|want|wanted|need|needed|wish|mean|meant|like|ask|asked|tell|told|think|i|that|you|yall|guys|all|have) )+to (?:ever )?{_TO_END}\b|"
    rf"\b(?:are|were|did|do|does|is|have|has|had|should|shouldnt|should not|are not|did not|will not|will) (?:you|yall|this|it|that|they|u)(?: (?:guys|all|ever|even|really|just|going to|about to|gonna))*+ (?:stop|quit)\b(?!.*\b(?:please|already|or|block|report|fuck\w*|fkn|damn|hell)\b)|"
    r"^(?:(?:so|ok|hey|wait) )*you (?:guys |all )?(?:going to|about to) (?:stop|quit)\b(?!.*\b(?:please|already|or)\b)|"
    r"\b(?:no|nunca) (?:me |nos |lo )?(?:borres?|quites?|elimines?|saques?|canceles?|pares?|dejes de|deje de|bloquees?)\b|"
    rf"\b(?:no|nunca|jamas|ni) (?:(?:me|nos|te|se|le|les|lo|los|que|quiero|quisiera|quise|queria|deseo|necesito|pedi|dije|ustedes|usted|tu|vayan?|vayas|a|vaya|voy|van|por favor) )*{_TO_LEAVE_OFF} (?:ya )?de\b|"
    r"\bno me (?:borren|quiten|eliminen|saquen|bloqueen)\b|"
    r"\b(?:esta|estan|anda) (?:aqui|cerca|conmigo|al lado|mirando|viendo|despiert[oa])\b|\b(?:ya|ahi) (?:viene|vienen|llego)\b|"
    r"^(?:(?:hey|hi|ok|no|please|shh+|wait|hola|oye|ay|espera|por favor) )*?"
    r"(?:do not (?:write|send|say|type|text|message) (?:anything|nothing|a thing|a word)(?: back| here)?|do not (?:write|type|say)|"
    r"no (?:escrib(?:as?|an)|mand(?:es?|en)|envi(?:es?|en)|texte(?:es?|en)|contest(?:es?|en)|respond(?:as?|an))(?: nada)?)(?: (?:please|por favor|ok))*+$"
)
"""A pause or a hush, not an end: "don't text me right now". Or a wish to stay, or a question: "will you stop?"."""

TRIGGER = re.compile(
    r"\b(?:stop\w*|quit\w*|cease|desist|discontinue|alto|interested|interesad[oa]|arret\w*|cess\w*|ecri\w*|mecri\w*|mecrire|parenle|reply|rescind\w*|withdraw\w*|revok\w*|consent\w*|permiso|end|cancel\w*|text\w*|messag\w*|send\w*|contact\w*|opt\w*|unsub\w*|un|remove\w*|delete\w*|off|out|"
    r"lose|mute|blacklist|hear\w*|pings?|close|terminate|cero|saber|silenci\w*|desactiv\w*|desconect\w*|number|revoke|block\w*|bloque\w*|consent|baja|mensaj\w*|textos?|escrib\w*|mand\w*|envi\w*|lista|numero|borr\w*|quit\w*|elimin\w*|"
    r"desuscrib\w*|desinscrib\w*|molest\w*|nada|alone|bother\w*|hit|up|writ\w*|recib\w*|removed|spam\w*|remuev\w*|desist|reply|respond|reminder\w*|busquen|harass\w*|get\w*|receive\w*|anul\w*|suscri\w*|saque\w*|saca\w*|sali\w*|llegu\w*|make|pierd\w*|olvid\w*|apag\w*|leave)\b"
)
"""A text without any of these words is no opt-out."""
