"""More ways to opt out, as young people word them: links of the chain that `optout` reads from end to end.

Each pattern is anchored by the chain, so that a word beside it that is no link breaks it: "i said stop and he didn't".
"""

from __future__ import annotations

from bot.understanding.optout_words import SWEARS

_KIN = r"mom|mother|mama|dad|father|grandma|grandpa|aunt|uncle|sister|brother|parents|guardian|foster mom|foster dad"
_PARIENTE = r"mama|ama|papa|apa|abuela|abuelo|tia|tio|hermana|hermano|papas|jefa"
_FOREVER = r"(?:forever|for good|permanently|for life|for ever)"
_SIEMPRE = r"(?:para siempre|pa siempre|definitivamente|de una vez(?: por todas)?|para toda la vida)"

LEADS = (
    # somebody else asks for it through her
    rf"(?:my|our) (?:{_KIN}) (?:says?|said|wants|told me)(?: that)? you(?: guys| all)? (?:have to|need to|got to|gotta|must|better|should|are supposed to)|"
    rf"(?:mi|mis) (?:{_PARIENTE}) (?:dicen?|dijo|dijeron|quieren?|piden?|pidio)(?: que)?"
    r"(?= (?:ya |que )*(?:no (?:me |nos )?(?:escriban|manden|texteen|contacten|busquen|molesten|envien)|dejen de|paren de|me (?:borren|quiten|saquen)))|"
    r"get lost|get a life|i am telling you(?: to)?|appreciate (?:it|you|yall|the help)(?: but)?|no hard feelings(?: but)?|yo(?: yo)?|n|bestie|babe|"
    r"sin ofender(?: pero)?|con todo respeto(?: pero)?|agradezco(?: todo)?(?: pero)?|de plano|en serio"
)
REASONS = (
    r"this is the last (?:one|reply|text) (?:i am (?:reading|answering|opening)|you are getting)|(?:which|what) part of (?:leave me alone|stop|no) (?:do|did) you (?:bots |people |guys )?not (?:understand|get)|hasta aqui llegamos|"
    r"how (?:do|can) i get off (?:of )?(?:this|here|these)|ya no (?:lo|los|la|las) (?:necesito|ocupo|quiero|uso)(?: mas)?|"
    r"i do not (?:use|need) (?:this|it) (?:anymore|any more|no more)"
)
TAILS = (
    r"rn|fuera|4 good|4ever|4 ever|right now|bestie|babe|queen|hun|homie|yall|peace out|deuces|bye (?:forever|now|bye)|chao|chau|bai|grax|grcs|buh bye|"
    r"(?:asi que |por eso )?(?:ya )?ni (?:le hagan|lo intenten|insistan|intenten|se molesten|le sigan|contesten|escriban)|"
    r"and (?:do not|never) (?:come|text|write) back|y no vuelvan"
)
CORES = (
    rf"leave (?:me|us) (?:the |tf )?(?:(?:{SWEARS}|fuck|fuk|hell|heck|freak|eff|f) )(?:out )?alone",
    r"(?:this|my) (?:number|line|phone|inbox) is (?:closed|off limits|shut|done|retired|not available|unavailable) (?:for|to) (?:you|this|you guys|yall|texts)",
    rf"(?:you and me|you and i|me and you|us two|we) (?:are )?(?:done|finished|through|over)(?: (?:talking|texting|here|chatting))? {_FOREVER}",
    r"(?:do not|never) (?:want|wanna|care|need) (?:to )?hear (?:anything )?from (?:you|yall|this|this number|you guys)(?: (?:anymore|any more|again|ever|no more))*+",
    r"(?:do not|never) (?:come|slide|pop|show|be|blow)(?: back| up)*+ (?:to|in|into|up|on) my (?:inbox|dms?|messages|texts|phone|notifications)(?: (?:again|ever|anymore))*+",
    # "i said stop" alone may tell of what somebody did, so a word of texting must be in it
    r"i (?:already )?(?:typed|wrote|texted|sent)(?: you)? (?:stop|quit|unsubscribe|cancel)|i (?:already )?(?:said|told you(?: guys)?)(?: to)? (?:unsubscribe|opt out)",
    rf"(?:consider|take) this(?: as)?(?: (?:me|my))? (?:hanging up|opting out|unsubscribing|quitting the texts|opt out|notice|final notice|hang up)(?: {_FOREVER})?",
    r"(?:pretend|act like|assume) (?:i|you|this number) (?:changed (?:my|this) number|lost (?:my|this) number|never had (?:my|this) number|do not have (?:my|this) number|does not exist|is dead|got disconnected)",
    r"forget (?:this|my) number (?:exists|existed)|(?:erase|lose) (?:my|this) (?:digits|contact)",
    r"stop (?:please )?no more|(?:leave me alone|dejame en paz|dejenme en paz|leave me be) (?:bot|robot|computer|machine|maquina)",
    r"(?:i am |i will )?(?:blocking|reporting|block|report) (?:you|yall) if you (?:send|text|write|message)(?: (?:me|one|more|again|another|text|message|thing|anything))*+",
    r"(?:one more|another|otro|un) (?:text|message|mensaje|texto)(?: mas)? (?:and|y) (?:i am |i |you |los |te |les )?(?:will |voy a )?(?:block|blocking|report|reporting|blocked|reported|reporto|bloqueo|reportar|bloquear)(?: (?:you|this|number|como|as|for|spam))*+",
    r"(?:remove|take|get|delete|saquenme|sacame|quitenme|borrenme) (?:me )?(?:from|off|out of|de) (?:this|these|esta|this whole) (?:vaina|shit|mess|crap|cosa|madre|thing)",
    r"(?:i need|i want|need|i am going to need) (?:this|the|your) (?:thread|chat|number|convo|conversation|text) to (?:go|stay|be|get) (?:quiet|silent|dead) (?:for good|forever|permanently)",
    r"(?:stop ){2,5}(?:no mas|no more|now|already)|cancel this|(?:do not|never) send (?:me )?(?:another|one more)(?: (?:one|text|message|thing))?",
    r"forget you (?:ever )?(?:had|have|saw|knew) (?:my|this|these) (?:number|digits|ten digits|contact|phone)|(?:remove|delete|erase) my",
    r"(?:you (?:can|may|could) )?(?:close|shut) my (?:file|case|account) and (?:stop|quit) (?:reaching out|texting|contacting|messaging)(?: me)?",
    r"(?:you (?:can|may|could) )?(?:cross|scratch|strike) my (?:name|number) off(?: (?:the|your|this) list)?|unsubscribe (?:o|or) (?:como se (?:diga|llame)|whatever(?: (?:it is|you call it))?)",
    # Spanish
    r"(?:deja|dejen|deje|para|paren|stop) (?:de )?(?:mandarme|mandar|enviarme|escribirme|mandando) (?:vainas|cosas|madres|tonterias|tanta cosa|tus cosas|sus cosas|mensajitos|cadenas)",
    r"(?:ya )?no me (?:vuelvas?|vuelvan) a (?:hablar|escribir|buscar|contactar|textear|mandar)(?: (?:por|x) (?:aqui|este medio|este numero|mensaje))?(?: (?:nunca|jamas|nada|mas))*+",
    r"(?:ya )?no me (?:hablen|hables|busquen|busques)(?: (?:mas|nunca|otra vez|jamas|de nuevo|por este medio|por aqui))++",
    r"si (?:me )?(?:escribes|escriben|mandan|mandas|vuelven a escribir|vuelves a escribir)(?: (?:otra vez|de nuevo|mas|algo|otro))*+ (?:(?:te|los|les) )?(?:bloqueo|reporto)",
    r"(?:parar|detener|terminar|quitar|basta con|ya basta con) (?:los |sus |tus )?(?:mensajes|textos|sms|mensajitos)",
    r"(?:ya )?no (?:quiero|kiero) que me (?:testee[sn]|textee[sn]|hable[sn]|escriba[sn]|mande[sn])(?: (?:mas|nada|nunca|ya))*+",
    r"como (?:le )?hago (?:para|pa) que (?:este|su|el) (?:\w+ )?numero (?:ya )?(?:no me (?:mande|escriba|moleste|busque|textee)|me deje de (?:escribir|mandar|molestar|textear))(?: (?:textos|mensajes|nada|nunca|mas|ya))*+",
    r"(?:ya )?me (?:saquen|quiten|borren|eliminen) de (?:su|este|el|la|sus) (?:sistema|listas?|programa|base de datos|registros?)(?: de (?:textos|mensajes|contactos|numeros|avisos))?",
    r"(?:este|mi) (?:numero|telefono|cel|celular) (?:ya )?no existe (?:para|pa) (?:ustedes|ti|usted)",
    r"(?:ya )?no (?:deseo|quiero|quisiera) (?:seguir )?(?:recibir|recibiendo) (?:mas |sus |estas |ninguna )?(?:comunicaciones|comunicacion|notificaciones|avisos|alertas)(?: (?:suyas|de ustedes|mas))?",
    rf"(?:aqui|hasta aqui|ya|hoy)(?: (?:le|la|lo))? (?:paramos|dejamos|cortamos|terminamos)(?: (?:con esto|los mensajes))? {_SIEMPRE}",
    r"(?:hagan|haga|haz|has) de cuenta que (?:ya )?(?:cambie de (?:numero|cel|celular|telefono|chip)|este numero no existe|no tienen? mi numero|perdieron mi numero|me cambiaron el numero)",
    r"(?:ya )?no (?:mas )?(?:textos|mensajes|mensajitos|sms)(?: mas)?",
    r"(?:este|mi) (?:numero|telefono|cel|celular) (?:ya )?(?:esta|queda) (?:cerrado|muerto|fuera) para ustedes",
    r"(?:ya )?les? (?:dije|pedi|escribi|puse) (?:que )?(?:stop|alto|baja|paren|parenle|cancelar)(?: ya)?",
    r"(?:dejenme|dejame|dejeme) en paz (?:para siempre|pa siempre|de una vez(?: por todas)?|con sus mensajes|con los mensajes)",
)  # fmt: skip
