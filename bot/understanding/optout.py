"""A small grammar of opting out by any reasonable means, in English, Spanish and mixed (47 CFR 64.1200(a)(10)).

A whole text is one chain: (lead | reason)* core (lead | reason | tail | core)*. A lead is a greeting, a "please" or
"can you"; a reason is "wrong number" or "not interested"; a tail is a "thanks" or "or I block you". The core is a verb
with an object that can only mean these messages, or, after a reason, a carrier word. One word that is none of these
breaks the chain: "make it stop", "he won't stop" and "stop asking my name" say something else.

The chain is found from word to word, and all repetitions are possessive, so that no text makes it slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.understanding import optout_told
from bot.understanding.optout_sense import FROM_A_PLACE, LIMITED, NAMES_TEXTS
from bot.understanding.optout_within import found_within
from bot.understanding.optout_words import MENDED, OF_OTHERS, PLAIN, REFUSED, SLIPS, SWEARS, TRIGGER

_LEADS = (
    r"hi|hey|hello|yo|ok|okay|kk?|please|just|now|and|so|but|well|um|uh|like|thanks|thank you|ty|sorry|nah|all|also|then|omg|ugh|"
    r"can|could|would|will|you|u|i am|i|am|good|fine|set|done|over it|never mind|nevermind|nvm|hi there|good morning|good evening|"
    r"hereby|formally|i have decided(?: that)?|i decided(?: that)?|actually|listen|look|i am out|callense(?: ya)?|callate|mire|miren|mira|de hecho|hagan?(?:me)? el favor de|me hacen? el favor de|"
    r"(?:te|le|les) pido de favor que|keep|dude|bro|girl|sis|man|lady|sir|mam|maam|ma am|how about|how bout|why do not|i wish|i think|do i have to say|everyone|guys|people|"
    r"i (?:want|need)(?: you)? to|i would like(?: you)? to|i am asking you to|i asked you to|i said|i told you(?: to)?|how (?:do|can) i|how to|can i|could i|"
    r"may i|where do i|let me|trying to|i am trying to|going to|you (?:can|need to|have to|should|better|must)|feel free to|kindly|seriously|stop|"
    r"no(?= (?:stop|quit|please|take me off|remove|unsubscribe|mas))|fuck off|go away|leave me alone|shut up|lol|again|for the last time|"
    r"(?:tenga|tengan) la bondad de|a mi(?= ya)|que les digo que|estoy bien|"
    r"hola|oye|oiga|oigan|por favor|favor|ya|gracias|bueno|pues|disculpe|disculpen|perdon|les pido que|te pido que|le pido que|quiero que|pero|y|mejor|"
    r"puedes|puede|pueden|podrias|podrian|podria|buenas|buenas tardes|buenos dias|entonces|como (?:le )?hago (?:para que|para ya)|como|solo|nomas|"
    r"welp|whatever|jeez|geez|bruh|fam|(?:ya )?(?:bajale|bajenle|parale|parenle|calmate|calmense|chole)|ahi muere|hasta aqui|ya fue|"
    r"que|muchas gracias|no gracias|a ver|hagan el favor de|necesito que|quisiera que|yo|me|senora|senor|senorita|dejame en paz|dejenme en paz|porque|es que|"
    + SWEARS
)
_WHOSE = r"(?:my |her |his |their |your |a |the |another )?(?:\w+ )?"
_REASONS = (
    r"(?:that is )?enough(?: (?:already|now|of (?:this|you|it)|out of this (?:number|phone)))?|we are (?:done|finished|through)(?: here)?|ya estuvo(?: bueno)?|se acabo|"
    r"how many times (?:do |must )?i (?:have to |need to |must )?(?:say|tell you(?: all| guys)?|type|text|ask|ask you)(?: to)?|cuantas veces (?:les |le |te )?(?:digo|tengo que decir(?:les|le|te)?)(?: que)?|"
    r"i changed (?:my )?(?:numbers?|phones?)|(?:i have )?moved on|cambie de (?:numero|telefono|cel)|"
    r"est[ae] (?:linea|numero|telefono|cel|celular) (?:ya |ahora )?(?:es|le pertenece|pertenece)(?: de| a)? (?:otra persona|otro|otra|alguien mas|mi \w+)(?: ahora| ya)?|"
    rf"(?:i think |you )*(?:you )?(?:have |got |have got |texted |messaged )?{_WHOSE}wrong (?:number|person|phone|guy|girl|chick|woman|man|lady|one)(?: here)?|"
    r"(?:this|it) (?:is|was)(?: the| a)? wrong (?:number|person|phone)|"
    r"(?:this|it) is(?: not|nt)(?: the)? (?:my|her|him|his|me|them|their|your|\w+)(?: (?:number|phone|cell))?(?: anymore| any more)?|"
    r"(?:this|it) is (?:my|her|his|a|the|somebody|someone)(?: (?:else|new|work|company))* ?(?:\w+ )?(?:phone|number|cell)(?: now)?|(?:this|it) is my (?:mom|dad|sister|brother|grandma|work|job|aunt|friend|roommate)s?(?: now)?|"
    r"(?:this|it) is (?:spam|a scam|annoying|creepy|harassment|weird|too much|not for me|somebody else|someone else)(?: anymore)?|"
    r"i am not (?:her|him|that person|who you (?:want|think|are looking for)|the person|interested)(?: anymore)?|not interested(?: anymore)?|"
    r"(?:i )?(?:never|did not|have not) (?:even )?(?:sign up|signed up|sign|ask|asked|agree|agreed|subscribe|subscribed|request|requested|want|wanted|give you my number|gave you my number)"
    r"(?: (?:for|to|this|these|it|texts?|messages?|any|of|up|anything)\b)*+|"
    r"(?:this|my) (?:number|phone) (?:belongs to|is not) \w+(?: \w+)?|no thanks|no thank you|no ty|(?:who|what) (?:is|are) (?:this|you)|who this|new phone(?: who (?:this|is this))?|wtf|what the hell|"
    r"(?:i |idk )?(?:do not|idk) (?:even )?(?:know )?who (?:this|you|is this) ?(?:is|are)?|i do not know you|i do not know this number|"
    r"(?:hey )?(?:this|it|that|you|u) (?:was|were|has been|have been|is|are) (?:so |really |very |real )?(?:nice|cool|helpful|great|fun|good|sweet|kind)"
    r"(?: and (?:all|everything|stuff))?|i (?:am not|will not|am not going to)(?: be)? (?:answer|answering|reply|replying|respond|responding)|"
    r"you can end (?:this|it|the chat|this chat|this conversation)|i do not (?:need|want) (?:them|these|those|any of (?:these|them|it))(?: anymore| any more| no more)?|"
    r"(?:i am )?(?:deleting|muting|leaving) (?:this|the|these) (?:thread|chat|number|convo|conversation|texts|messages)|"
    r"(?:i )?(?:just |only )?(?:got|bought|have|changed to) (?:this|a new) (?:number|phone|line|sim)(?: (?:from|at) \w+(?: \w+)?| used| last (?:week|month)| today| yesterday)*+|"
    r"(?:i )?keep getting (?:these |your )?(?:texts|messages|calls)(?: (?:meant |that are )?(?:for|about) (?:some |a |another |this )?(?:girl|guy|person|lady|woman|man|kid|somebody|someone|\w+)(?: else)?)?|"
    r"(?:yo )?(?:lo |la )?(?:compre|agarre|me dieron|tengo)(?: est[ae] (?:numero|telefono|cel|celular|chip|linea))?(?: usado| nuevo)*+(?: (?:la semana pasada|ayer|hace \w+(?: \w+)?))?|"
    r"est[ae] (?:numero|telefono|cel|celular|linea) (?:ya )?no es de (?:la persona|el|ella|quien)(?: que)?(?: (?:buscan|busca|quieren))?|"
    r"(?:i )?changed? my mind(?: about (?:this|it|everything|all of (?:it|this)))?|i am (?:good|ok|okay|fine|all set|set|done|safe|better|all good|alright|straight|over it)(?: now| here| already)?(?: with (?:this|it|you|all this))?|"
    r"i do not (?:need|want) (?:this|it|help|your help|any help|no help)(?: anymore| any more| no more| now)?|i (?:got|have|found) (?:help|what i need|what i needed|a place)(?: now| already)?|"
    r"(?:thanks|thank you) for (?:everything|(?:all )?(?:the|your|ur) help|helping(?: me)?|your time|the info)|(?:you|they) text (?:me )?(?:too|so) (?:much|many)|"
    r"(?:too|so|way too) many (?:texts|messages)|(?:every day|all day|every hour)|(?:this|you) (?:is|are) bothering me|i have a new (?:phone|number)|"
    r"numero equivocado|persona equivocada|(?:se|te|creo que se|creo que te) (?:han )?(?:equivocaron|equivoco|equivocaste|equivocado)(?: de (?:numero|persona|telefono))?|tienen? el numero (?:mal|equivocado)|"
    r"no soy (?:yo|ella|el|esa persona|esa|ese|quien buscan|la persona|\w+)|(?:este|esto) (?:ya )?no es (?:mi|su|el|tu|un)? ?(?:numero|telefono|cel|celular)?(?: (?:de|es|que)? ?\w+)?(?: que buscan)?|"
    r"(?:ya )?es de (?:mi|otra|otro) \w+|este (?:numero|telefono|cel|celular) (?:ya )?no es (?:mio|de \w+|el mio|suyo)|(?:este|es) (?:es )?(?:el )?(?:numero|telefono|cel|celular) de (?:mi )?\w+|"
    r"(?:yo )?no (?:pedi|solicite|quise) (?:esto|nada|nada de esto|estos|sus mensajes|que me escribieran)|(?:ya )?no (?:me|nos) interesan?|(?:ya )?no estoy interesad[oa]|equivocado|no conozco a (?:esa|ese|ninguna?)? ?\w+|aqui no (?:vive|esta|hay) (?:ninguna? )?\w+|esta no es \w+|(?:yo )?(?:nunca|no) me (?:suscribi|inscribi|registre|apunte)(?: a (?:esto|nada))?|"
    r"(?:ya )?estoy (?:bien|mejor|segura|seguro)|ya no (?:necesito|ocupo|quiero) (?:esto|ayuda|nada|su ayuda|la ayuda)|cambie de opinion|no (?:los|te|la|lo|les) conozco|no se quien(?:es)? (?:es|eres|son)|"
    r"quien(?:es)? (?:es|eres|son)(?: ustedes)?|gracias por (?:todo|(?:su|la|tu) ayuda)|ya (?:consegui|tengo|encontre) (?:ayuda|lugar|lo que necesitaba)|(?:son )?(?:muchos|demasiados|tantos) mensajes"
)
_TAILS = (
    r"please|thanks|thank you|thank you very much|ty|tysm|now|right now|already|asap|immediately|right away|today|bye|goodbye|thank u|"
    r"ok|okay|forever|for good|ever|ever again|again|anymore|any more|any longer|no more|at all|now please|have a good (?:day|night)|have a nice day|"
    r"god bless|peace|sir|(?:it|this) is not safe(?: for me)?(?: anymore)?|not safe|dude|bro|man|girl|lol|smh|for real|fr|i am serious|i mean it|i beg you|tho|though|"
    r"(?:or|before|and) (?:i|i am|i will|i am going to|else i will) (?:block|report|blocking|reporting|call|sue) (?:you|this|this number|the cops|y'?all)?|or else|"
    r"(?:i am|i will|i am going to) (?:block|blocking|report|reporting) (?:you|this|this number)|"
    r"permanently|for real this time|going forward|from now on|from here on(?: out)?|i said what i said|i said so|end of story|period|full stop|enough|do you hear me|did you hear me|"
    r"or i (?:am blocking|block|will block) you|unless you (?:stop|quit)(?: first)?|para siempre|de una vez|de una vez por todas|y (?:ya|punto|listo|se acabo)|en adelante|de ahora en adelante|x favor|x fa|o los (?:bloqueo|reporto)|"
    r"i already told you(?: i am (?:good|fine|ok|done))?|se lo agradezco|se los agradezco|"
    r"por favor|gracias|muchas gracias|ya|ahora|ahora mismo|nunca|nunca mas|jamas|otra vez|mas|adios|bendiciones|o (?:los|te|les) (?:bloqueo|voy a bloquear|reporto)|"
    + SWEARS
)
_BARE_LEAD = (
    r"hi|hey|hello|ok|okay|please|just|now|thanks|no thanks|no thank you|no gracias|wrong number|can you|could you|would you|you can|por favor|ya|hola|favor|stop|"
    r"(?:no|nah|nope)(?= \w+$)|go to hell|fuck off|piss off|(?:fuck|screw) (?:you|this|off)|vete al (?:diablo|infierno|carajo)|vayanse al (?:diablo|infierno|carajo)"
)
_BARE_TAIL = (
    r"please|thanks|thank you|thank you very much|ty|tysm|now|right now|already|asap|immediately|right away|today|bye|goodbye|"
    r"ok|okay|forever|for good|ever|ever again|again|anymore|any more|any longer|at all|now please|have a good (?:day|night)|"
    r"god bless|peace|sir|dude|bro|wrong number|wrong person|not interested|"
    r"permanently|from now on|i said what i said|i said so|i said it|i said|end of story|i mean it|enough|already said|x favor|x fa|de una vez|y ya|y punto|"
    r"por favor|gracias|muchas gracias|ya|ahora|ahora mismo|nunca|nunca mas|jamas|otra vez|mas|adios|omg|ugh|geez|jeez|smh|svp|s il vous plait|merci|"
    + SWEARS
)
_NOUN = r"texts?|messages?|sms|reminders?|updates?|alerts?|notifications?|mensajes?|mensajitos?|textos?|avisos?|recordatorios?|notificaciones|pings?|blasts?"
_TEXTING = (
    r"text(?:ing)?|message|messaging|messages|send(?:ing)?|contact(?:ing)?|writ(?:e|ing)|bother(?:ing)?|spam(?:ming)?|"
    r"hit(?:ting)? (?:me|us) up|hit(?:ting)? my (?:line|phone)|blow(?:ing)? (?:me |us |my phone |this phone )?up|sms|dm(?:ing)?|reach(?:ing)? out|communicating|harass(?:ing)?"
)
_OBJECT = (
    r"me|us|my|one|this|that|the|these|those|your|all|all of|of|any|more|no more|further|future|else|phone|cell|line|number|"
    rf"{_NOUN}|things?|stuff|crap|shit|bs|anything|nothing|nun|something|them|with|"
    r"to|at|on|here|from you|from this|from here|by text|subscription|every day|everyday|calls|calling|or call|or|and|los|las|mas|ya|"
    + SWEARS
)
_LIST = (
    r"me|us|my|name|number|phone|cell|contact|info|off|from|of|out|your|the|this|that|a|all|any|every|lists?|database|contacts|system|texts?|"
    r"messages?|call|calling|texting|text|mailing|sms|thing|whatever|is|it|chain|group|please|de|la|esta|su|lista"
)
_LISTED = r"lists?|lista|database|system|contacts|texts?|messages?|thing|chain|phone book"
_OPTOUT = r"of|whatever|is|out|service|program|thing|system|chat|off|from|me|this|these|those|the|your|all|texts?|messages?|list|updates?|it|please|here"
_NOT = r"do not|no need to|you do not (?:have|need) to|you can not|never|no longer"
_GET = r"get|getting|receive|receiving|see|seeing|have|having|keep|be"

_ES_TEXT = (
    r"(?:re)?escrib(?:as?|an|irme|ir|iendo|iendome)|mand(?:es|e|en|arme|ar|ando|andome|andole)|envi(?:es|e|en|arme|ar|ando|andome)|"
    r"texte(?:es|e|en|arme|ar|ando|andome)|mensaje(?:es|e|en|arme|ar|ando|andome)|contact(?:es|e|en|arme|ar|ando|andome)|"
    r"lleguen?|spam(?:ees|een)"
)
_ES_BOTHER = rf"{_ES_TEXT}|molestar(?:me)?|molestando(?:me)?|buscarme"
_ES_OBJECT = (
    rf"me|mas|{_NOUN}|nada|cosas|esto|estos|eso|esos|tus|sus|los|aqui no|aqui|a este|a mi|de ustedes|"
    r"las|el|la|a|al|de|en|mi|este|esta|linea|aqui|aca|numero|telefono|cel|celular|con(?! (?:el|ella|ellos|mi)(?: |$))|tantos|tanto|ni llames|ni llamen|ni|por|porfa|ya"
)
_ES_LIST = r"me|mi|mis|numero|nombre|telefono|cel|celular|contactos?|datos de la lista|de|del|la|el|su|sus|tu|esta|este|listas?|list|sistema|grupo|registro|que tengan|esos?"
_ES_LISTED = r"list|numero|nombre|telefono|cel|celular|listas?|list|sistema|contactos?|registro"
_OFF = r"(?:borra|quita|saca|elimina|remueva|remueve)"

_WATCHER = (
    r"(?:my )?(?:he|she|they|bf|boyfriend|husband|mom|dad|man|ex|gf|girlfriend|wife|parents) (?:can |will |always |might )?"
    r"(?:sees?|saw|reads?|checks?|looks at|goes? through)(?: (?:this|these|it|them|my phone|my texts|my messages|everything|the texts))?"
)
_CORES = (
    # a carrier word by itself is matched elsewhere, with _BARE_LEAD and _TAILS
    rf"(?:stop|quit|cease|end|cancel|desist)(?: it)?(?: (?:{SWEARS})\b)*+(?: with| from)?(?: (?:{_TEXTING})\b)++(?: (?:{_OBJECT})\b)*+",
    r"(?:stop|quit|end|cancel|cease|discontinue|halt|no more|no further|enough|cut|done|no mas|basta|alto|paren|pare|mute|parenle|parale)(?: it)?(?: out)?"
    rf"(?: (?:all|the|these|those|your|my|with|of|any|sms|text|further|future|me|a|con|de|ya|los|tus|sus|estos|esos|tantos|{SWEARS})\b)*+ (?:{_NOUN}|texting|messaging|communications?|subscription)(?: (?:{_OBJECT})\b)*+",
    rf"(?:stop|quit)(?: (?:{_GET})\b)++(?: (?:{_OBJECT})\b)++",
    rf"(?:stop|quit)(?: (?:{_TEXTING})\b)++(?: (?:{_OBJECT})\b)*+ {_WATCHER}",
    r"(?:do not|never) (?:text|message|contact) it(?! is)",
    r"cease and desist|cease (?:all )?(?:contact|communications?|messages|texts)|(?:please )?(?:discontinue|terminate)(?: (?:this|the|your|my|all) (?:service|texts|messages|messaging|communications?|subscription|contact))?",
    r"(?:i am )?not interested (?:anymore|any more)|(?:i am |i )?no longer interested(?: in (?:this|these|it|your (?:service|program|texts|messages|help)))?|ya no estoy interesad[oa](?: en (?:esto|su programa|sus mensajes))?|no estoy interesad[oa] en (?:su programa|sus mensajes)",
    r"(?:i )?(?:hereby |formally |am )?(?:revok(?:e|ing)|withdraw(?:ing)?|rescind(?:ing)?|take back|taking back) (?:my |all |any )?(?:prior |previous )?(?:consent|permission|authorization|agreement)"
    r" (?:to|for) (?:(?:be|being|get|getting|receive|receiving|your|the|these|any|more|further|you|to) )*(?:texts?|messages?|sms|texted|messaged|contacted|texting me|texting|contacting me|contact me|text me|message me)(?: from you| by you| by text| anymore)?",
    r"(?:yo )?(?:revoco|retiro|cancelo|quito) (?:mi )?(?:consentimiento|permiso|autorizacion) (?:para|de) (?:que me (?:escriban|manden|contacten|envien)|recibir|mandarme|enviarme|escribirme|contactarme)(?: (?:mas|sus|los|estos|mensajes|textos)\b)*+",
    r"(?:be |get |getting )?(?:removed?|taken|take|deleted?)(?: (?:me|us|(?:my|this) (?:number|phone|name)))? (?:from|off|out of) (?:this|your|the) (?:text |texting |sms |messaging )?(?:service|program|system|thing)",
    r"(?:remove|delete) (?:this|my) (?:number|phone)|(?:quiten|borren|saquen|eliminen|remuevan) (?:este|mi) (?:numero|telefono|cel|celular)",
    r"(?:arretez?|arreter|cessez?) (?:s il vous plait )?(?:de |d )(?:m ?ecrire|m ?envoyer|me (?:ecrire|envoyer|texter|contacter))(?: (?:des|de|les|vos|ces|messages?|textos?|sms|ici|svp|plus|merci)\b)*+",
    r"(?:arretez?|cessez?) (?:les|vos|ces|de) (?:messages?|textos?|sms)|ne m ?ecri[vs](?:ez)? plus|parenle ya|ya parenle",
    rf"i (?:do not|did not|never|no longer) (?:consent|consented|agree|agreed) to (?:(?:these|this|your|get|getting|receive|receiving|be|being|any|the|more|further) )*(?:{_NOUN}|texting|messaging|texted|messaged|contacted)",
    rf"(?:{_NOT})(?: (?:ever|please|you|call or|keep|be|{SWEARS})\b)*+(?: (?:{_TEXTING})\b)++(?: (?:{_OBJECT})\b)*+",
    rf"(?:{_NOT}) (?:call|keep calling) (?:or|and) (?:text|message)(?: (?:{_OBJECT})\b)*+",
    rf"(?:{_NOT}) (?:ever )?(?:reply|respond|write|text|message|reach out)(?: back)?(?: to)?(?: me| us| this| (?:this|my) (?:number|phone|line))?(?: (?:ever|again|anymore|any more|no more)\b)++",
    rf"(?:you|guys|everyone|people) (?:please |just )?not (?:{_TEXTING}) (?:me|us|this)(?: (?:{_OBJECT})\b)*+",
    rf"i (?:do not|no longer) (?:want|need|wanna|wish|care)(?: (?:to|get|receive|see|have|any|more|no|anymore|of|these|those|your|all|the|keep|getting|for)\b)*+ (?:{_NOUN})(?: (?:{_OBJECT})\b)*+",
    rf"i (?:do not|no longer) (?:want|wish|need|care) to (?:keep |be )?(?:get|getting|receive|receiving) (?:these|those|any|anything|this|it)(?: (?:{_OBJECT})\b)*+",
    r"i (?:do not|no longer) (?:want|wish|need) to be (?:texted|messaged|contacted|bothered|spammed)(?: by (?:you|this|text|this number))?",
    rf"i (?:do not|no longer) (?:want|need) you(?: guys| all)? (?:to )?(?:keep )?(?:{_TEXTING})(?: (?:{_OBJECT})\b)*+",
    rf"(?:i (?:just )?(?:want|need|would like) )?(?:the|these|those|your|all)(?: (?:the|these|those|your))? (?:{_NOUN}) to (?:stop|end|quit)",
    rf"(?:make|get|have) (?:the|these|those|your|all these|all the) (?:{_NOUN}) (?:to )?(?:stop|end)",
    r"(?:make|get|have) (?:these|those) to stop|make it so (?:that )?i do not (?:get|receive) (?:these|this|any|anything|texts|messages)(?: (?:texts|messages))?",
    rf"no need for(?: (?:the|these|any|more|your|all)\b)*+ (?:{_NOUN})",
    rf"i am (?:good|done|tired|sick|over|fed up)(?: (?:on|with|of|getting|all|the|these|your)\b)*+ (?:{_NOUN})",
    rf"leave (?:my phone|this (?:phone|number)|my number) alone|leave me off(?: (?:{_LIST})\b)++",
    r"block (?:me|us|this number|my number)",
    r"blocking you if you(?: (?:text|message|write|contact|keep|texting|messaging|me|this|number|phone|again|one|more|time)\b)++",
    r"te (?:voy a bloquear|bloqueo)(?: si sigues)?|(?:los|les) (?:voy a bloquear|bloqueo) si siguen(?: (?:escribiendo|mandando|molestando|con esto)\b)?",
    r"do not send(?: me)? any more(?: of (?:them|these|those|it|this))?",
    r"get off (?:of )?(?:this|the|your) (?:thing|list|text list)|i do not want to be on (?:the|this|your|any) list(?: anymore| any more)?",
    r"(?:delete|take|remove) me off (?:it|this|here|that)",
    r"i will not be needing (?:these|those|this service|your (?:texts|messages|service|program))(?: any longer| anymore| any more)?|end (?:them|these)",
    r"leave me alone (?:forever|for good|for ever)",
    r"(?:borra|borre|quita|quite|saca|saque|elimina|elimine) (?:mi|este|est) (?:numero|number|nombre|telefono|cel|celular)",
    r"que me (?:quiten|saquen|borren) de (?:la|su) lista|y que me (?:quiten|borren)|hasta aqui (?:con )?(?:los|sus|tus) mensajes",
    rf"(?:stop|quit)(?: with)?(?: (?:this|the|all this|your|the whole))? (?:nonsense|crap|shit|bullshit|bs|spam)(?: (?:{_TEXTING})\b)++(?: (?:{_OBJECT})\b)*+",
    r"blocking (?:you|this number)|(?:i am |am |about to )(?:blocking|going to block|about to block) (?:you|this number|this)|i will block (?:you|this number)",
    r"(?:remove|unlist|mute|blacklist) (?:me|us)",
    r"remove",
    r"i (?:do not|no longer) (?:want|wish|need|care|like)(?: to)? (?:hear|hearing)(?: anything| any more| more)? from (?:you|this|these|your|yall)(?: (?:all|guys|people|service|program|number|line|bot|thing|texts?|app|place|any|more)\b)*+",
    rf"(?:no|zero|cero|sin|ni un|ni un solo)(?: more)? (?:{_NOUN}|calls|check ins?|llamadas)(?: (?:(?:no|or|and|ni|nor|zero|y|cero|nothing|nada)|(?:{_NOUN}|calls|check ins?|llamadas))\b)++",
    r"(?:cero|ni un|ni un solo) (?:mensajes?|textos?|avisos?)(?: mas)?|zero (?:texts|messages)(?: please)?",
    r"(?:close|end|terminate|shut|cancel) (?:my|this|the) (?:conversation|chat|account|case|thread)(?: out)? (?:for good|forever|permanently)",
    r"(?:i do not want|i want no|no) (?:any )?(?:further|more) contact(?: from you| with you)?|(?:do not|never) (?:ever )?(?:contact|text|message|write) (?:again|anymore|any more)",
    r"(?:silencien|desactiven|desactivenme|desconecten|den de baja|cancel(?:en|a|e|ar|enme)) (?:mi|este|mis|el) (?:numero|cel|telefono|celular|suscripcion|cuenta|registro|mensajes)",
    rf"(?:quitar|borrar|sacar|eliminar)(?: de la lista)? (?:mi|este) (?:numero|nombre|telefono|cel|celular)(?: (?:{_ES_LIST})\b)*+",
    r"(?:ya )?no (?:quiero|quisiera|deseo|me interesa) saber (?:nada )?(?:mas )?(?:nada )?de (?:ustedes|este numero|su programa|este programa)",
    rf"(?:ya )?no (?:ocupo|necesito|quiero|quisiera|deseo) que (?:ya )?(?:me|nos) (?:esten|sigan|anden|estes|sigas|andes) (?:{_ES_BOTHER})(?: (?:{_ES_OBJECT})\b)*+",
    rf"(?:remove|delete|drop|erase) (?:me|us) (?:from|off|de|out)(?: of)?(?= .*\b(?:{_LISTED})\b)(?: (?:{_LIST})\b)++",
    r"(?:remove|delete|drop|take) (?:me|us) (?:from|off) (?:this|these|whatever this is|these texts)",
    r"(?:remove|delete|drop|erase|take|scratch|forget)(?: (?:my|this|the|our))(?: (?:name|number|phone|phone number|cell|cell number|contact|contact info|digits))"
    rf"(?: (?:{_LIST})\b)*+",
    rf"get (?:my|this) number (?:out|off)(?: (?:{_LIST})\b)++",
    r"(?:remove|delete|erase) number|(?:get rid of|dump|toss|trash|throw (?:away|out)) (?:my|this) number|(?:delete|erase|remove) me (?:from|off|out of) your (?:phone|contacts)",
    r"olvid(?:ense|ate|ese) de (?:mi|este) numero",
    rf"take me off(?: (?:{_LIST})\b)*+",
    rf"(?:get|keep|take|want|put|scratch) (?:me |my |this |my number |this number )?(?:off|out)(?= .*\b(?:{_LISTED})\b)(?: (?:{_LIST})\b)++",
    rf"(?:i (?:want|need|would like|asked|wish) )?(?:to )?be (?:removed|taken off|deleted|unsubscribed|taken out)(?: (?:{_LIST})\b)*+",
    r"lose (?:my|this)(?: phone| cell)? (?:number|contact)",
    rf"(?:i |we )?(?:(?:want|would like|need|wish|am going|have decided) to )?(?:opt|opting|opted)(?: me)? ?out(?: (?:{_OPTOUT})\b)*+",
    rf"(?:i |we )?(?:(?:want|would like|need|wish) to )?(?:unsubscribe|un subscribe|unsub|revoke)(?: (?:{_OPTOUT}|consent|my|to|be|texted|contacted|being|for|receive|get|getting|receiving)\b)*+",
    r"(?:i )?(?:withdraw|take back) (?:my )?(?:consent|permission)(?: (?:to|for|be|being|these|the|get|receive)\b)*+ (?:texts?|messages?|texted|messaged|contacted)",
    rf"(?:turn|shut|switch) (?:these|those|this|the|all)?(?: ?(?:{_NOUN}))? ?off",
    rf"(?:turn|shut|switch) off (?:these|those|the|all|your|my)(?: (?:{_NOUN}))?",
    r"(?:cancel|end|stop|quit) (?:this|my|the|the text|my text) (?:text )?(?:service|thing|subscription|program texts)",
    r"leave (?:me|us) (?:the fuck |tf |the hell )?alone (?:already|forever|for good)",
    r"(?:i am |i will |i am going to )?(?:blocking|block|muting) (?:you|this number|all of you|the number)(?: all| guys| now)*+",
    rf"(?:chill|ease up|cool it|slow down|calm down|lay off|relax|enough|knock it off) (?:with|on) (?:the|these|all the|your|all these) (?:{_NOUN})",
    r"why (?:are|do|r) (?:you|u) (?:guys )?(?:still|keep|always|even) (?:texting|text|messaging|writing|bothering|contacting|message)(?: me| us)?(?= .*(?:go away|leave me alone|fuck off|stop))",
    rf"i do not (?:want|need) (?:any |your |these |more |no )*+(?:{_NOUN})(?: anymore| any more)?",
    r"take (?:this|me|this one) off",
    rf"(?:deja|dejame|dejen|dejenme) (?:en paz|tranquil[ao]) (?:con|de) (?:tus|sus|los|estos|tantos|tanto) (?:{_NOUN})",
    r"stop ?(?:2|to|two) ?(?:quit|end|stop|cancel|unsubscribe|opt out)",
    r"stop2(?:quit|end|stop|cancel)",
    r"(?:stop|end|quit|cancel) (?:all|everything)",
    # Spanish and mixed
    rf"(?:ya )?(?:no|nunca|jamas)(?: (?:me|nos|te|vuelvas?|vuelvan|a|mas|anden?|esten?|sigan?)\b)*+(?: (?:{_ES_TEXT})\b)++(?: (?:{_ES_OBJECT})\b)*+",
    r"(?:ya )?no me (?:busquen|molestes|contacten) (?:mas|ya)|ya no me (?:busquen|molestes)|(?:ya )?no (?:me )?molesten(?: mas| ya)?",
    rf"(?:deja|deje|dejen|dejes|dejar|dejame|dejenme|para|pare|paren|stop|cesa|cesen) (?:ya )?de(?: (?:{_ES_BOTHER})\b)++(?: (?:{_ES_OBJECT})\b)*+",
    rf"(?:stop|quit|paren|pare)(?: ya)?(?: de)? (?:mandando|mandandome|escribiendo|escribiendome|texteando|texteandome|enviando|enviandome|molestando|molestandome)(?: (?:{_ES_OBJECT})\b)*+",
    rf"(?:ya )?no(?: (?:quiero|quisiera|deseo|necesito|pedi|ocupo))(?: (?:que|recibir|recibiendo|seguir|sigan|me|nos|{_ES_TEXT})\b)*+(?: (?:mas|tus|sus|estos|esos|los)\b)*+ (?:{_NOUN})(?: (?:{_ES_OBJECT})\b)*+",
    rf"(?:ya )?no (?:quiero|quisiera|deseo|necesito|ocupo) que (?:ya )?(?:me|nos) (?:{_ES_TEXT}|sigan \w+)(?: (?:{_ES_OBJECT})\b)*+",
    r"(?:ya )?no (?:quiero|deseo) (?:seguir )?(?:recibir|recibiendo)(?: (?:nada|mas|esto|estos|eso|de|ustedes|sus|cosas|este|numero)\b)++",
    r"(?:ya )?no quiero (?:saber )?nada (?:mas )?de ustedes|(?:ya )?no quiero que me (?:contacten|busquen mas)",
    rf"(?:ya )?(?:no mas|no more|basta|alto|para|paren|ya estuvo|stop|cancel|cancela|cancelen|suficiente)(?: (?:ya|con|de|a|los|tus|sus|estos|esos|tantos|todos)\b)*+ (?:{_NOUN})(?: (?:{_ES_OBJECT})\b)*+",
    rf"(?:favor de|por favor|les pido|hagan favor de) no (?:{_ES_TEXT})(?: (?:{_ES_OBJECT})\b)*+",
    rf"(?:ya )?no (?:hace falta|es necesario|tienen?|tienes|hay|necesitan?)(?: (?:que|necesidad|de)\b)++ ?(?:me )?(?:{_ES_TEXT})(?: (?:{_ES_OBJECT})\b)*+",
    rf"(?:que )?(?:ya )?no (?:me )?(?:{_ES_TEXT})(?: (?:{_ES_OBJECT})\b)*+",
    rf"(?:borra|borre|borren|borrame|borrenme|quita|quite|quiten|quitame|quiteme|quitenme|saca|saque|saquen|sacame|saqueme|saquenme|elimina|elimine|eliminen|eliminame|eliminenme|"
    rf"remueve|remueva|remuevan|remuevanme|remuevame|olviden?|pierdan?|pierde|quitarme|borrarme|sacarme|eliminarme|(?:me )?(?:quiten|borren|saquen|eliminen))(?=.* (?:{_ES_LISTED})\b)(?: (?:{_ES_LIST})\b)++",
    r"(?:borrenme|quitenme|eliminenme|remuevanme|remuevame|remuevalo|desuscribanme|desuscribame|me borren)(?: ya)?(?: de (?:ahi|eso|esto|todo))?",
    r"(?:yo )?no pedi esto saquenme",
    r"(?:me |quiero )?(?:quiero |quisiera )?(?:salir|salirme|salgo) de (?:la|esta|su) lista",
    r"(?:me |como me )?(?:quiero |quisiera |deseo |como |puedo |doy |pueden |necesito )?(?:dar|dame|denme|darme|deme|dese|date|darse|doy)? ?de baja(?: (?:de|esto|la|lista|mi|numero|los|mensajes|este|servicio|a)\b)*+",
    r"(?:quiero |quisiera |deseo |como )?(?:cancelar|cancelo|cancela|cancelen|anular|terminar|detener|detengo|detengan|desactivar|desactiven|desactiva|desactivo|apaguen|apaga|quito|quitar|paro)"
    r"(?: (?:la|mi|mis|los|las|estos|esta|sus|tus|todos|todo|esto)\b)*+ (?:suscripcion|mensajes|mensajitos|textos|avisos|recordatorios|notificaciones|texts|messages)",
    r"(?:quiero|solicito|denme|deme) (?:la )?baja",
    r"(?:como )?dejo de recibir(?: (?:esto|estos|los|sus|mensajes|textos)\b)++",
    r"(?:quiero |me quiero |como me )?(?:desuscribir|desuscribirme|desinscribirme|desuscribo|desuscribeme)(?: (?:de|esto|la|lista)\b)*+",
    r"(?:los|te|les) voy a bloquear|voy a bloquear (?:este numero|los|te)|voy a bloquear(?:los|te)",
)  # fmt: skip


_SETTLED = (
    r"(?:thanks|thank you|ty|tysm)(?: (?:so|very) much| a lot)?(?: (?:for|4) (?:everything|all|(?:all )?(?:of )?(?:the|your|ur) (?:help|time|info|support)|(?:helping|being there)(?: me| for me)?|your time))?|"
    r"i am (?:all |doing |so much )?(?:good|ok|okay|fine|set|safe|better|alright|straight)(?: (?:now|here|already|with this))*+|(?:we are |it is |am )?(?:all )?good(?: now| here)?|"
    r"i (?:already )?(?:got|have|found)(?: (?:already|some|my|a|an|safe|new))*+ (?:help|housing|somewhere|someone|somebody|place|bed|shelter|room|home|job|apartment|what i need|what i needed)(?: (?:to (?:stay|live|go|sleep)|now|already))*+|"
    r"(?:i )?do not need (?:it|this|these|them|you|help|your help|any help|the help|the texts)(?: (?:anymore|any more|any longer|no more|now))*+|i no longer need (?:this|it|help|your help)|(?:not|no longer) needed(?: anymore| now)?|"
    r"(?:i )?changed? my mind|(?:i am )?(?:not|no longer) interested(?: anymore)?|wrong (?:number|person)|(?:this|it) is (?:not (?:her|him|me)|my (?:mom|dad|sister|brother|grandma|aunt|friend|roommate|work|job)s?(?: (?:phone|number|cell))?)(?: now)?|"
    r"(?:muchas |mil )?gracias(?: (?:por|x) (?:todo|(?:toda )?(?:su|la|tu) (?:ayuda|tiempo|apoyo)|ayudarme))?|(?:ya )?estoy (?:bien|mejor|segur[oa]|a salvo)(?: ya| ahora)?|"
    r"ya (?:consegui|tengo|encontre|halle)(?: (?:un|una|mi))? (?:ayuda|lugar|casa|cuarto|cama|albergue|trabajo|donde (?:quedarme|vivir)|lo que necesitaba)|ya no (?:lo |la |los )?(?:necesito|ocupo)(?: (?:esto|ayuda|nada|su ayuda|la ayuda|mas))?|"
    r"cambie de opinion|(?:ya )?no estoy interesad[oa]|numero equivocado|persona equivocada|este (?:numero|telefono|cel|celular) es de mi \w+|please|por favor|now|ya|bye|goodbye|adios|omg|ok|everyone|guys|bendiciones|god bless(?: you)?"
)
"""What may follow a carrier word that ends a talk: thanks, a need that is met, a wrong number."""


def _split(alternatives: str) -> list[str]:
    """Split a pattern at the "|" that are in no brackets."""
    parts, depth = [""], 0
    for letter in alternatives:
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


class _Links:
    """Links of one kind: all that may stand at a position, each with its end."""

    def __init__(self, *patterns: str) -> None:
        parts = [part for pattern in patterns for part in _split(pattern)]
        self._plain: dict[str, list[str]] = {}
        for part in parts:
            if _LITERAL.fullmatch(part):
                self._plain.setdefault(part.partition(" ")[0], []).append(part)
        self._patterns = [re.compile(rf"(?:{part})(?= |$)") for part in parts if not _LITERAL.fullmatch(part)]

    def ends(self, said: str, at: int) -> Iterator[int]:
        """Yield the position after each link that stands at `at`."""
        first = said[at:].partition(" ")[0]
        for text in self._plain.get(first, ()):
            if said.startswith(text, at) and said[at + len(text) : at + len(text) + 1] in {"", " "}:
                yield at + len(text)
        for pattern in self._patterns:
            match = pattern.match(said, at)
            if match is not None and match.end() > at:
                yield match.end()


_LITERAL = re.compile(r"[a-z0-9' ]+")
_BESIDE = _Links(_LEADS, _TAILS, optout_told.LEADS, optout_told.TAILS)
_REASON = _Links(_REASONS, optout_told.REASONS)
_CORE = _Links(*(f"(?:{core})" for core in (*_CORES, *optout_told.CORES)))
_WORD = _Links(
    "stop|unsubscribe|quit|cancel|alto|stop all",
    r"(?:do not|never|no need to) (?:text|message|write|reply|respond|hit me)(?: me| us)? back",
)
"""Words that opt out after a reason: "wrong person stop"."""


def is_opt_out(said: str) -> bool:
    """Return whether the whole of `said`, its words with one space between them, asks for no more messages."""
    said = " ".join(_mended(word) for word in said.split())
    if TRIGGER.search(said) is None or REFUSED.search(said) is not None:
        return False
    return _chained(said) or _SETTLED_AFTER.fullmatch(said) is not None or found_within(said) is not None


def may_opt_out(said: str, *, surely: bool = False) -> bool:
    """Return whether `said` may be an opt-out, and names texts, unless its sense, which must confirm it, is `surely` so."""
    said = " ".join(_mended(word) for word in said.split())
    names = NAMES_TEXTS.search(said) is not None or (surely and FROM_A_PLACE.search(said) is None)
    return names and bool(TRIGGER.search(said)) and not any(one.search(said) for one in (REFUSED, OF_OTHERS, LIMITED))


def speaks_of_others(said: str) -> bool:
    """Return whether `said` names somebody else whose messages it may be about, or messages that it does want."""
    return OF_OTHERS.search(said) is not None


def beside_opt_out(said: str) -> str:
    """Return the words around an opt-out that no part of the grammar knows, "" if there are none.

    They may tell of danger, which is more urgent than the opt-out.
    """
    said = " ".join(_mended(word) for word in said.split())
    if _chained(said) or _SETTLED_AFTER.fullmatch(said):
        return ""
    return found_within(said) or ""


def _chained(said: str) -> bool:
    """Return whether leads, reasons, cores and tails follow each other from the first word to the last."""
    end = len(said)
    reached = {(0, False, False)}  # position, a reason was given, a core was found
    waiting = list(reached)
    while waiting:
        at, reason, core = waiting.pop()
        if at > end:
            if core:
                return True
            continue
        after = [(to + 1, reason, core) for to in _BESIDE.ends(said, at)]
        after += [(to + 1, True, core) for to in _REASON.ends(said, at)]
        after += [(to + 1, reason, True) for to in _CORE.ends(said, at)]
        if reason:
            after += [(to + 1, reason, True) for to in _WORD.ends(said, at)]
        for state in after:
            if state not in reached:
                reached.add(state)
                waiting.append(state)
    return False


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    """Return a word of the grammar for its short forms and for one typing slip, else the word."""
    if word in SLIPS:
        return SLIPS[word]
    if len(word) < _SHORTEST_MENDED or word in PLAIN or word in MENDED:
        return word
    near = (one for one in MENDED if one[0] == word[0] and OSA.distance(one, word, score_cutoff=1) <= 1)
    return next(near, word)


_SHORTEST_MENDED = 6


def is_word_alone(said: str, words: frozenset[str]) -> str:
    """Return the carrier word of `said` when only a "please", a greeting or a "thanks" is beside it, else ""."""
    said = " ".join(SLIPS.get(word, word) for word in said.split())
    match = _BARE.fullmatch(said)
    return match["word"] if match is not None and match["word"] in words else ""


_BARE = re.compile(rf"(?:(?:{_BARE_LEAD}) )*?(?P<word>\w++)(?: (?P=word))*+(?: (?:{_BARE_TAIL})\b)*+")


_SETTLED_AFTER = re.compile(
    rf"(?:(?:{_BARE_LEAD}) )*?(?:stop|stop all|unsubscribe|quit|cancel|end|alto|baja|cancelar)(?: (?:please|por favor|now|ya)\b)?(?: (?:{_SETTLED})(?= |$))++"
)


def is_opt_in(said: str) -> bool:
    """Return whether the whole of `said`, from somebody who opted out, asks for messages again."""
    return _AGAIN.fullmatch(said) is not None


_AGAIN = re.compile(
    r"(?:(?:hola|hi|hey|please|por favor|si|yes|ya|ok) )*(?:(?:yo )?(?:quiero|quisiera|deseo|me gustaria) (?:volver|regresar|empezar|reanudar)|i (?:want|would like|need) to (?:come back|be back|rejoin|join again)|volver|regresar)"
    r"(?: (?:otra vez|de nuevo|again|please|por favor|ahora|now|ya))*+|"
    rf"(?:(?:{_LEADS}) )*?(?:start|unstop|resume|restart|resubscribe|subscribe|text|message|sign|opt|turn|iniciar|comenzar|"
    r"reactivar|empezar|escribanme|escribeme|mandame|manden)"
    r"(?: (?:texting|messaging|sending|text|texts|messages|me|up|in|back|on|these|the|again|mensajes|textos|de|nuevo|otra|vez)\b)*+"
    rf"(?: (?:{_BARE_TAIL})\b)*+"
)
