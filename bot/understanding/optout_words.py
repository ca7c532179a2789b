"""Words of the grammar of opting out: spellings, words that only look like one, words that give another sense."""

import re

SWEARS = "fucking|fuckin|fkn|freaking|freakin|damn|tf|bitch|asshole|pinche|pinches|goddamn|the fuck|the hell|fuck"

SLIPS = {
    "leev": "leave",
    "dsuscribanme": "desuscribanme",
    "aint": "is not",
    "aki": "aqui",
    "stfu": "shut up",
    "llegen": "lleguen",
    "ablar": "hablar",
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
    "b": "be",
    "t": "te",
    "pas": "paz",
    "n": "and",
    "mo": "more",
    "moar": "more",
    "frm": "from",
    "mii": "me",
    "agian": "again",
    "testos": "textos",
    "r": "are",
    "mandn": "manden",
    "mescriban": "me escriban",
    "mescriba": "me escriba",
    "2": "to",
    "m": "me",
    "x": "por",
    "grax": "gracias",
    "stoy": "estoy",
    "toy": "estoy",
    "bn": "bien",
    "rn": "right now",
    "cuz": "because",
    "bc": "because",
    "cus": "because",
    "coz": "because",
    "thru": "through",
    "abt": "about",
    "wasnt": "was not",
    "dem": "them",
    "dese": "these",
    "pq": "porque",
    "tryin": "trying",
    "wanna": "want to",
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
        "numeros",
        "escribo",
        "escribi",
        "molesto",
        "contacte",
        "quitenle",
        "borrenle",
        "saquenle",
        "eliminenle",
        "mandarle",
        "mandarte",
        "escribirle",
        "escribirte",
        "enviarle",
        "enviarte",
        "passage",
    }
)
"""Words one letter from a word of this grammar that mean something else."""

_TO_END = r"(?:stop|quit|end|cancel|unsubscribe|opt out|remove me|be removed|block me|leave me alone)"
_TO_LEAVE_OFF = r"(?:dej(?:es|e|en|ar|ara|aran|aras)|par(?:es|e|en|ar|aran?)|ces(?:es|e|en|ar))"
REFUSED = re.compile(
    # who is to stop, or to be taken off her, stands after the verb
    r"\b(?:escriba|mande|texte[ea]|busque|llame|marque|contacte|moleste|envie|hable)n?(?: (?:mas|ya|nada|mensajes|textos|cosas|fotos))* "
    r"(?:(?:es[oa]s?|est[oa]s|los|las|mis?|unos|ningun|tantos)(?: (?:\w+))? )?(?:senor(?:es)?|hombres?|tipos?|vatos?|clientes?|viejos?|"
    r"chavos?|morros?|batos?|primos?|tios?|jefes?|patrones?|patron|novio|ex|papa|mama|familia|cabron(?:es)?|"
    r"amigos?|weyes|guey|puercos?|cochinos?)\b|"
    r"\b(?:those|these|the|my|his|them|any|all|some|no more) (?:\w+ )?(?:men|guys|dudes|johns|clients|tricks|boys|people|creeps|man|guy|dude|"
    r"boss|dad|uncle|cousin|ex|boyfriend|bf) (?:to )?(?:text|call|write|messag|contact|hit|bother)\w*|"
    r"\bde encima\b|\boff (?:of )?me\b|\bque (?:el|ella|mi \w+|es[ea] \w+) (?:ya )?(?:no|nunca) me (?:escriba|mande|textee|busque|moleste|hable|llame)\b|"
    r"\b(?:borr|elimin|quit|sac|bloque)(?:e|a|en|es|ue|uee) (?:su|tu|sus|tus) (?:numero|contacto|chat|mensajes?|textos?)\b|"
    # where a number was found says who begins to text
    r"^(?:\w+ ){0,4}(?:got|found|saw|seen|took|grabbed|have) (?:this|your|the) (?:number|info|line) (?:off|from|on|at)\b(?!.*\b(?:stop\w*|quit\w*|remove\w*|unsub\w*|opt|wrong|text\w*|messag\w*|spam\w*)\b)|"
    r"^(?:\w+ ){0,4}(?:me (?:dieron|pasaron|paso|dio)|vi|encontre|saque) (?:este|su|tu|el) (?:numero|contacto|telefono) (?:en|de|del|por)\b(?!.*\b(?:stop|no|dejen|paren|baja|borr\w*|quit\w*|saqu\w*|mensajes|textos|equivocad\w*)\b)|"
    r"\bnot (?:you|yall)(?: guys)?$|\bno (?:tu|ustedes|usted)$|\b(?:i|we) told (?:that|this|the|him|her|them|my)\b|\bthe last (?:person|people|one)\b|"
    r"\b(?:sin querer|por accidente|by accident|on accident|accidentally|by mistake)\b.*\b(?:again|de nuevo|otra vez|resend|reenvi\w*|mand\w*|send)\b|"
    r"\b(?:delet|eras|clear)(?:e|ing) (?:these|this|the|every|each|all|it)\b.*\b(?:after (?:every|each|you|i read)|every time|each time|so (?:he|she|they|i|nobody|my)|before (?:he|she|they|my))\b|"
    r"\b(?:borr|elimin)(?:o|ando|ar)(?: \w+){0,3} (?:despues de (?:cada|leer\w*)|cada (?:vez|que|uno)|antes (?:de )?que|para que (?:no|el|ella|mi)|por si)\b|"
    r"\b(?:ta|tan) (?:mirando|viendo)\b|\blong time no\b|\bme (?:oyen?|escuchan?)\b|\bya (?:agarro|cacho|tiene) (?:el|mi) (?:cel|celular|telefono|chat)\b|(?<!pueden )(?<!puede )(?<!podrian )(?<!podria )(?<!favor de )\bdejar de (?:escribir|textear|contactar|molestar)\b(?! (?:a este|a mi|aqui))|^si ya no\b|\b(?:que|what) (?:significa|quiere decir|does|means?|is)\b.*\b(?:opt ?out|stop|unsubscribe|alto|baja)\b|"
    r"\bhago (?:para |pa )?que (?:ya )?no me (?:escriba|mande|texte+|moleste|contacte|busque|envie)\b|\bdo not bother(?!(?: \w+)? (?:me|us|this number|my phone)\b)|"
    r"\bsend(?:ing)? (?:me |us )?so many\b|"
    r"\b(?:voy a|tengo que|quiero|debo|deberia|puedo) dejar de (?:escribir|textear|molestar|contestar|mandar)(?:les|le|te|los|las)?\b|\b(?:mensajes|textos) (?:el|ella|ellos)$|"
    r"\b(?:do not|did not|never|not) (?:want|need|like|wish|ask|tell) (?:for )?(?:you|them|anyone|yall)(?: guys| all)? to (?:\w+ )?(?:take|remove|delete|forget|lose|drop|stop|erase|block|end)\b|\bunsubscribe from (?!(?:this|these|your|the|all|you|texts?|messages)\b)|\bme (?:van|quieren|quieran|iban|dijeron) (?:a |que )?(?:quitar|borrar|sacar|eliminar)\b|"
    r"\b(?:brb|hold (?:on|up)|hang on|shh+|wait|one sec|espera\w*|aguanta\w*)\b|\bmy (?:old|other) (?:number|phone|line|cell)\b|\b(?:on|to) that (?:number|phone|line)\b|\bmake me (?:stop|quit)\b|\b(?:do not|never) send that\b|^(?:como|how)\b.*\b(?:notifications?|notificaciones)\b|"
    r"^(?:\w+ ){0,3}(?:me|nos|le|les) (?:quita|borra|saca|elimina|cancela|bloquea) (?:mi|el|la|los|las) \w+$|"
    r"\bno (?:me |nos |lo |se )?(?:borren?|quiten?|eliminen?|saquen?|cancelen?|bloqueen?|olviden|pierdan) (?:mi|este|mis|el|de la)\b|\b(?:escriba\w*|mande\w*|texte\w*|busque\w*|llam\w+|contacte\w*|envie\w*) (?:el|ella|ellos|ellas)$|"
    r"\b(?:he|she|they) (?:did not|do not|does not|will not|never) (?:stop|quit)\b|\bque (?:el|ella|ellos|mi \w+) (?:ya |no |me )*+(?:pare|paren|deje|dejen)\b|"
    r"\bi (?:will|am going to|have to|need to|should|must|got to|might|may|can|could|did|do) (?:just |probably |also |maybe |really )?(?:stop|quit) (?:text|messag|writ|send|talk|reply|respond|bother|annoy|spam)\w*|"
    r"(?:^|\b(?:because|why|and|but|so|how come|that|if|when|hey|lol) )you (?:do not|never|did not)(?: even| ever| really| just)? (?:text|message|write|reply|respond|hit)\b|\b(?:mensajes|textos|texts|messages|calls|nothing|anything) (?:de|from) (?:el|ella|ellos|ellas|him|her|them|guys|men|mi \w+|my \w+|mis \w+|johns|clients|someone|alguien|that \w+)(?= |$)(?<!this number)|"
    r"\bno quiero que (?:ya )?me (?:mande|busque|envie|pegue|toque)(?: mas)?$|"
    r"\b(?:do not|never|no|nunca) (?:\w+ ){1,4}(?:right )?(?:now|today|tonight|ahora|hoy|ahorita)$|"
    r"\b(?:do not|never) (?:\w+ )?(?:remove|delete|unsubscribe|take me off|drop me|cancel|stop|quit|end|mute|block|lose)\b|"
    rf"\b(?:do not|did not|does not|never|would not|no longer|not) (?:(?:ever|really|even|want|wanted|need|needed|wish|mean|meant|like|ask|asked|tell|told|think|i|that|you|yall|guys|all|have) )+to (?:ever )?{_TO_END}\b|"
    rf"\b(?<!who )(?<!fuck )(?<!hell )(?:are|were|did|do|does|is|have|has|had|should|shouldnt|should not|are not|did not|will not|will) (?:you|yall|this|it|that|they|u)(?: (?:guys|all|ever|even|really|just|going to|about to|gonna))*+ (?:stop|quit)\b(?!.*\b(?:please|already|or|block|report|fuck\w*|fkn|damn|hell)\b)|"
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
    r"\b(?:phone|quiet|silent|digits|thread|file|fuera|hable\w*|busque\w*|hablar|testee\w*|parar|basta|bloqueo|finished|hanging|closed|cerrado|paramos|dejamos|cortamos|terminamos|inbox|dms?|pretend|assume|consider|cuenta|sms|mensajitos|paz|done|through|more|drop\w*|want|comuni\w*|contacto|busquen|safe|seguro|deje?n?\w*|pare\w*|busqu\w*|jod\w*|solicit\w*|belongs?|pertenece|get|bajen?le|stop\w*|quit\w*|cease|desist|discontinue|alto|interested|interesad[oa]|arret\w*|cess\w*|ecri\w*|mecri\w*|mecrire|parenle|reply|rescind\w*|withdraw\w*|revok\w*|consent\w*|permiso|end|cancel\w*|text\w*|messag\w*|send\w*|contact\w*|opt\w*|unsub\w*|un|remove\w*|delete\w*|off|out|"
    r"lose|mute|blacklist|hear\w*|pings?|close|terminate|cero|saber|silenci\w*|desactiv\w*|desconect\w*|number|revoke|block\w*|bloque\w*|consent|baja|mensaj\w*|textos?|escrib\w*|mand\w*|envi\w*|lista|numero|borr\w*|quit\w*|elimin\w*|"
    r"desuscrib\w*|desinscrib\w*|molest\w*|nada|alone|bother\w*|hit|up|writ\w*|recib\w*|removed|spam\w*|remuev\w*|desist|reply|respond|reminder\w*|busquen|harass\w*|get\w*|receive\w*|anul\w*|suscri\w*|saque\w*|saca\w*|sali\w*|llegu\w*|make|pierd\w*|olvid\w*|largu?\w*|salg\w*|desap\w*|nunca|hablar|these|contest\w*|apag\w*|leave)\b"
)
"""A text without any of these words is no opt-out."""

OF_OTHERS = re.compile(
    r"\b(?:he|him|his|she|her|ex|bf|gf|boyfriend|girlfriend|dude|guys?|man|men|johns|es[oa]s \w+|vatos?|tipos?|hombres?|clientes?|ese|esa|aquel\w*|ella|novio|novia|mi (?:papa|mama|hermano|hermana|primo|prima|tio|tia|padrastro|amigo|amiga|marido|esposo|pareja)|el (?:me|no|que|ya|sigue)"
    r"|relationship|(?:i )?(?:deleted|blocked|clear)|(?:ya )?(?:borre|bloquee|blockie)(?= (?:su|el|a))|on me|think|but (?:you|u|i|keep|still|text)|still|keep|continue|less|fewer|only|shorter|long|links?|pics?|pictures?|photos?|questions?|instead|rather|calls?|calling|in (?:english|spanish)|except|pero (?:me|si|sigue)|todavia|menos|nomas|solo|largos?|cort(?:os?|itos?)|ligas?|fotos?|preguntas?|en (?:ingles|espanol)|mejor|llam\w+|marqu\w+"
    r"|(?:hot|help)lines?|shelters?|places?|police|cops?|therapists?|lawyers?|social workers?|send(?:ing)? (?:me|us) (?:back|home|away|there|to|off to)|(?:anybody|anyone|somebody|someone|people) (?:to|over|here)"
    r"|albergues?|refugios?|lugares|policias?|abogad[oa]s?|(?:a|con) (?:una?|otr[oa]s?|la|las|el|los|mi|mis|alg\w+) (?:lineas?|casas?|lugar|familia|persona|trabajadora))\b"
)
"""Words of somebody else, of help that is declined, or of fewer or other messages: the sense alone ends none then."""
