"""Consent with a "but" in it, and consent that is thought better of, in English and Spanish. Each form is a whole text.

"Nvm" and "mejor no" back out of a question; "tell them never mind" and "ya no quiero hablar con nadie" also take back
what was agreed to.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_MOST_WORDS = 16
_ANYBODY = (
    r"(?:any ?one|any ?body|no ?one|nobody|some ?one|some ?body|a person|people|them|em|her|him|staff|you guys"
    r"|yall|the team|a caseworker|a stranger)"
)
_CON_ALGUIEN = (
    r"(?: con (?:nadie|ellos|ellas|ella|el|alguien|esa persona|una persona|el equipo|la persona|ustedes|gente|"
    r"desconocidos))"
)
_LEAD = (
    r"(?:(?:actually|you know what|u know what|never mind|nvm|nah|no|nope|on second thought|wait|ok|okay|sorry|i am "
    r"sorry|um|hey|"
    r"ugh|uh|please|pls|just|so|and|but|well|hmm|honestly|idk|i do not know|maybe|"
    r"sabes que|saben que|sabe que|la verdad|pensandolo bien|espera|perdon|disculpa|oye|mejor|ay|bueno|pues|este|y|"
    r"pero|ya|por favor|"
    r"porfa|no se|ah|es que|mmm) )*"
)
_TAIL = (
    r"(?: (?:please|pls|sorry|thanks|thank you|now|ok|okay|anymore|any more|no more|though|tho|yet|i am|i got|got|i|"
    r"am|too|to|just|"
    r"about it|about this|about that|about them|about her|about him|about talking|about the person|it|bc|because|cuz"
    r"|so|and|scared|nervous|afraid|embarrassed|ashamed|not ready|changed my mind|"
    r"never mind|nvm|at all|after all|forget it|is|was|a mistake|bad idea|it is ok|its ok|"
    r"gracias|perdon|disculpa|ya|me|dio|da|mucho|miedo|pena|cosa|verguenza|tengo|es que|porfa|por favor|siempre|"
    r"mejor|no|ok|todavia|"
    r"ahorita|nada|a nadie|de|eso|esto|fue un error|mala idea|me arrepenti))*"
)
_KNOWN = (
    r"(?:(?:ellos|ustedes|ya|me|se|lo|nadie|ninguno) )*(?:sepan?|vean?|lean?|tengan?|guarden?|usen|sigan|se enteren?"
    r"|miren?|"
    r"conozcan|ven|lo vean|lo sepan)(?: (?:nada|mas|de|mi|mio|lo|mis|cosas|eso|esto|todo|que|dije|puse|conte|ellos|ya"
    r"|nombre|"
    r"edad|datos|viendo|leyendo|sabiendo))*"
)
_OUT_OF_IT = (
    r"(?:(?:quitame|quiteme|quitenme|sacame|saquenme|saqueme|borrame|borrenme|bajame|bajenme) de (?:ahi|alli|eso|"
    r"ese equipo|la espera|con ellos)|(?:take|get|remove|pull|leave) me (?:out of|off(?: of)?|from) (?:there|that|it))"
)
_TAKES_BACK = (
    rf"(?:i (?:really |just )?(?:do not|no longer) (?:really )?need (?:to talk (?:to )?)?(?:them|him|her|staff|a "
    rf"person|a caseworker)(?: to (?:text|"
    rf"call|write)(?: me)?)?(?: (?:anymore|any more|now))+|"
    r"ya no (?:los |las |lo |la )?(?:necesito|ocupo)(?: (?:a nadie|hablar|hablar con nadie|ya|una persona|a ellos))*|"
    r"i (?:have )?(?:changed|change) my mind|changed my mind|i (?:want to |would like to )?(?:take|took) (?:it|"
    r"that|this) back|take (?:it|that) back|"
    r"i regret (?:it|that|this|asking|saying yes)|(?:abort|do not send(?: (?:it|that|this|anything))?)|"
    r"(?:cancel|undo|call off|scratch|abort)(?: (?:it|that|this|everything|the "
    r"request|my request|the thing|all of it|off))*|call it off|"
    r"(?:(?:can|could|will) (?:you|u) )?tell (?:them|her|him|the person|whoever it is|staff)(?: (?:that|to|i|am|it "
    r"is|its))* "
    r"(?:no|never mind|nvm|not to|stop|forget it|forget about it|do not|not (?:now|anymore|interested|to (?:text|"
    r"write|come|bother)(?: me)?)|do not want (?:to|it|this)(?: (?:talk|anymore))*|good now|changed my mind)|"
    rf"i (?:really |just )?(?:do not|no longer|did not) (?:really )?want (?:to )?(?:talk|text|speak|chat)(?: (?:to|"
    rf"with) {_ANYBODY})?(?: (?:anymore|any more|no more))|"
    rf"i (?:really |just )?(?:do not|no longer) (?:really )?want (?:to )?(?:talk|text|speak|chat) (?:to|with) "
    rf"{_ANYBODY}|"
    rf"(?:i )?do not want {_ANYBODY}(?: to)? (?:text|texting|contact|contacting|message|write|writing|knowing|seeing"
    rf"|reading|having|know|see|call|read|"
    rf"talk|reach)(?: (?:to )?(?:me|my|anything|this|it|about me|stuff|info|name|what i said|anymore|any more))*|"
    rf"(?:i )?(?:do not|no longer) (?:want|need) (?:a |the )?(?:person|caseworker|worker|human)(?: (?:anymore|any "
    rf"more|to text me|now))+|"
    rf"(?:do not|never) (?:have|let|make|ask) {_ANYBODY} (?:to )?(?:text|contact|message|write|call|talk)(?: (?:to "
    rf")?me)?|"
    r"i do not (?:agree|consent)(?: anymore| any more)?|i said no|i did not (?:agree|say yes)(?: to (?:this|that|it|"
    r"anything))?|"
    rf"ya no (?:quiero|quisiera|deseo) (?:hablar|platicar|que (?:me|les|le|se|nadie|alguien|ellos)(?: "
    rf"\w+){{1,4}}){_CON_ALGUIEN}?|"
    rf"no (?:quiero|quisiera|deseo) (?:hablar|platicar)(?: ya)?{_CON_ALGUIEN}(?: ya)?|ya no (?:me )?(?:escriban|"
    rf"hablen|busquen|contacten)(?: ellos)?|"
    rf"(?:diles|dile|digales|digale|avisales|avisale)(?: (?:que|a ellos|a ella|mejor|siempre))* (?:ya )?no(?: "
    rf"(?:quiero|voy|me|escriban|hablen|hablar|quise|nada|siempre|es necesario|hace falta))*|"
    r"(?:cancela|cancelalo|cancelala|cancelen|cancele|cancelar|quiero cancelar|anula|anulalo|deshaz|deshazlo|quitalo|"
    r"retiralo|quita|retira)(?: (?:eso|esto|todo|lo|mi|el|la|peticion|permiso|solicitud|que pedi|de la persona))*|"
    r"me (?:arrepenti|arrepiento|eche para atras|heche para atras)|(?:ya )?cambie de (?:idea|opinion|parecer)|"
    r"siempre no|"
    r"(?:mejor no|(?:mejor )?ya no|no mejor no)(?: no)? (?:le|les) (?:digas|digan|avises|avisen|escribas|escriban|"
    r"hables)(?: nada)?|no quiero que me (?:escriban|hablen|contacten|busquen|llamen|textean|texteen)(?: ya| ellos)*|"
    r"ya no acepto|no acepte|ya no estoy de acuerdo|yo no dije que si|"
    r"desautorizo(?: todo| eso)?|(?:ya )?no (?:les |le )?(?:autorizo|doy (?:mi )?permiso|permito)(?: a nadie)?|"
    r"(?:les |le )?(?:quito|retiro|revoco) (?:el|mi|ese) permiso|revoco|"
    r"i (?:do not|no longer) (?:give|allow|authorize)(?: (?:you|them|my|permission|it|this|consent|that))*|"
    r"i (?:revoke|withdraw|take back)(?: (?:it|that|this|my|the|permission|consent|yes|ok))*|"
    rf"ya no (?:quiero|quisiera|deseo|kiero) que {_KNOWN}|(?:ya no|no (?:les|le)(?= .*\b(?:ya|mas)$)) (?:les |le )?"
    r"(?:digas|digan|cuentes|cuenten|mandes|manden|pases|pasen|compartas|compartan)(?: (?:nada|mas|ya|de mi|a nadie|"
    r"lo mio|mis cosas))*|"
    rf"(?:do not|never) (?:tell|share|send|show|give)(?: {_ANYBODY})?(?: (?:anything|nothing|any|my|stuff|it|more|else|"
    r"about|me|with))*(?: (?:anymore|any more|no more|anything else|more))|"
    rf"(?:do not|never) (?:have|let|make) {_ANYBODY} (?:to )?(?:see|read|know)(?: (?:my|stuff|it|anything|about|me"
    rf"|this|"
    r"any|more|anymore))*|"
    r"stop (?:showing|sharing|giving)(?: (?:them|him|her|staff|my|stuff|it|things|info|anything|everything|with))*|"
    r"(?:quiten|quita|quite|retiren|retira|borren) (?:el|mi|ese) permiso|ya no (?:quiero )?compart(?:o|ir|an|as)(?: "
    r"(?:nada|eso|mas|lo mio))*|"
    r"take (?:my|the) (?:yes|ok|okay|consent|permission) back|"
    rf"{_OUT_OF_IT})"
)
_BACKS_OUT = (
    r"(?:(?:let us|lets|just)? ?(?:leave it|drop it|forget it|forget that|forget about it|skip it|forget i asked|"
    r"forget i said anything)(?: (?:like that|alone|be|there|at that))?|"
    r"(?:better|rather|maybe|i would rather|i think) not|(?:i )?(?:do not|did not) (?:really )?want (?:to|it|this|"
    r"that)|not anymore|no longer|"
    r"(?:i am|i got|got|getting|too|i am too) (?:scared|nervous|afraid|embarrassed)(?: now)?|cold feet|i am not "
    r"ready|not ready|(?:that is|its|it is) (?:ok|fine) (?:never mind|nvm|forget it)|"
    r"no|nah|mejor no|mejor ya no|ya no|dejalo(?: asi)?|dejemoslo(?: asi)?|asi dejalo|asi dejemoslo|olvidalo|"
    r"olvidate|olvida lo que dije|nada|no quiero|ya no quiero|"
    r"ya estuvo(?: bueno)?|hasta ahi|"
    r"me (?:dio|da) (?:mucho |mucha )?(?:miedo|pena|cosa|verguenza)|no me animo|no estoy list[oa]|mejor en otro "
    r"momento|mejor luego|luego|todavia no)"
)
_TAKEN = re.compile(rf"{_LEAD}{_TAKES_BACK}{_TAIL}")
_OUT = re.compile(rf"{_LEAD}(?:{_TAKES_BACK}|{_BACKS_OUT})(?:(?: {_BACKS_OUT})|{_TAIL})*{_TAIL}")
_ONLY_FEAR = re.compile(
    r"(?:(?:i am|i got|too|but|pero|es que|me|da|mucho|mucha|getting|got|well|um|and|y) )*(?:scared|nervous|afraid|"
    r"embarrassed|miedo|pena|cosa|"
    r"verguenza)"
)
"""A fear alone is no refusal: it is answered as a doubt."""
_MAY_TAKE_BACK = re.compile(
    rf"{_LEAD}(?:(?:no (?:quiero|quisiera|deseo|kiero) que|(?:prefiero )?que no) {_KNOWN}|no (?:les|le) (?:digas|digan"
    rf"|cuentes|cuenten|mandes"
    rf"|manden|"
    r"pases|pasen)(?: (?:nada|de mi|eso|lo mio))*|"
    rf"(?:do not|never) (?:tell|share|send|show|give) (?:them|him|her|staff|the team|anything)(?: (?:anything|nothing"
    rf"|my|stuff|"
    r"name|age|number|city|where|i|live|am|it|about|me|with|them))*)"
    rf"{_TAIL}"
)
_BUT = re.compile(
    r"(?:yes|yeah|yea|yep|yup|ya|k|kk|que(?= (?:but|only|if))|bet|aight|sure|ok|okay|fine|alright|i agree|si|sip|simon|va|claro|acepto|bueno|dale|esta bien|"
    r"just talk|share that)(?: (?:please|porfa|por favor|acepto|si|ok|yes|quiero|i do|i want to))*"
    r" (?:but|only if|if|as long as|long as|except|just|only|pero|solo si|siempre que|siempre y cuando|con tal (?:de "
    r")?que|mientras|nomas que|nada mas que|nomas|solo)"
    r" (?:que )?(?P<rest>.+)"
)

_DROPS_IT = (
    r"(?:(?:y si )?(?:mejor ya no|ya mejor no|mejor no|ya no)(?: (?:quiero|kiero|quisiera|gracias|hablar|esto|eso|con"
    r"|ustedes|hace falta|es necesario|lo necesito|lo ocupo|me))*|no ya no|olvid(?:alo|enlo|elo|ate)"
    r"|ya (?:se me |me )?paso(?: todo| ya)?|ya no hace falta|no hace falta ya"
    r"|(?:forget it )?(?:i )?do not want (?:to|it|this)|not any ?more|no do not|(?:ugh|lol|idk) (?:nvm|never mind)"
    r"|(?:i am )?over it|it passed|(?:i )?do not need it)"
)
_DROPPED = re.compile(rf"{_LEAD}(?:(?:uy|nel|ay|oye) )*{_DROPS_IT}(?:(?: {_DROPS_IT})|{_TAIL})*{_TAIL}")
_OF_TEXTS = re.compile(
    r"\b(?:stop\w*|unsub\w*|quit|end|lists?|lista|numbers?|numero|texts?|texting|messag\w*|mensaj\w*|textos?|mand\w+"
    r"|envi\w+|block\w*|bloque\w*|baja|again|ever|nunca|jamas)\b"
)
_NO_TOUCH = re.compile(
    rf"{_LEAD}(?:(?:mejor )?(?:ya )?no me (?:contacten?|busquen?|hablen?|llamen?)|(?:do not|never) "
    rf"(?:contact|call|reach) me){_TAIL}"
)


def drops_it(said: str) -> bool:
    """Return whether all of `said` drops what was asked for: "ya no hace falta". A plain "no" or a fear does not."""
    return said.count(" ") < _MOST_WORDS and _DROPPED.fullmatch(in_full(said)) is not None


def only_of_them(said: str) -> bool:
    """Return whether all of `said` takes back that somebody is in touch, and has no word of the texts themselves."""
    full = in_full(said)
    of_them = takes_back(said) or drops_it(said) or _NO_TOUCH.fullmatch(full) is not None
    return of_them and (_OF_TEXTS.search(full) is None or _THEIR_TEXTS.search(full) is not None)


_THEIR_TEXTS = re.compile(r"\b(?:let|have|make|want|tell) (?:them|em|her|him|anybody|anyone|staff)\b")


def takes_back(said: str) -> bool:
    """Return whether all of `said` takes back what was agreed to: "tell them never mind", "me arrepenti"."""
    return said.count(" ") < _MOST_WORDS and _TAKEN.fullmatch(in_full(said)) is not None


def wants_out_of_it(said: str) -> bool:
    """Return whether all of `said` asks to be taken out of what was agreed to, and of no list: "quitame de ahi"."""
    return _OUT.fullmatch(in_full(said)) is not None and re.search(_OUT_OF_IT, in_full(said)) is not None


def may_take_back(said: str) -> bool:
    """Return whether all of `said` may mean what is shared with staff, or with somebody else: "no les digas nada"."""
    return said.count(" ") < _MOST_WORDS and _MAY_TAKE_BACK.fullmatch(in_full(said)) is not None


_NAMES_THEM = re.compile(
    r"\b(?:diles?|digales?|avisales?|nadie|alguien|ellos|ella|sepan?|vean?|lean?|digas|digan|persona|equipo|permiso|em|"
    r"autorizo|desautorizo|acepto|acepte|them|they|staff|person|caseworker|anyone|anybody|someone|somebody|nobody|no "
    r"one|"
    r"consent|permission|team)\b"
)


def names_them(said: str) -> bool:
    """Return whether a text that takes something back names who was asked for, or the permission itself."""
    return _NAMES_THEM.search(in_full(said)) is not None


_IF_SAFE = re.compile(
    r"(?:(?:but|and|so|wait|ok|um|pero|y|oye|espera|entonces|si|seguro que|de verdad|neta|neta que|en serio|a poco) )*"
    r"(?:(?:es|esto es|eso es|sera|seria|esta|todo es|todo esto es) (?:seguro|confidencial|privado|anonimo|secreto"
    r"|confiable)"
    r"|(?:is|it is|will|would) (?:it|this|that|all this|be)* ?(?:safe|private|confidential|anonymous|secret))"
    r"(?: (?:esto|eso|aqui|ahi|hablar|decir|contar|contarles|decirles|compartir|compartirlo|con|ellos|ustedes|alguien"
    r"|verdad|o no|"
    r"para|mi|de|todo|no|if|i|say|yes|to|do|talk|share|tell|them|this|that|for|me|right|or|not|though|tho|with|you))*"
)


def asks_if_safe(said: str) -> bool:
    """Return whether all of `said` asks if what is asked for is safe: "es seguro" as typed without a question mark."""
    return _IF_SAFE.fullmatch(in_full(said)) is not None


def backs_out(said: str) -> bool:
    """Return whether all of `said` backs out of what is asked: "sabes que mejor no", "ya no me dio miedo"."""
    full = in_full(said)
    if said.count(" ") >= _MOST_WORDS or _ONLY_FEAR.fullmatch(full):
        return False
    return _OUT.fullmatch(full) is not None


def condition(said: str) -> str:
    """Return what a text that says yes sets as its condition, "" for none: "yes but dont tell my mom"."""
    found = _BUT.fullmatch(in_full(said))
    return found["rest"] if found else ""


_ABOUT_THEM = re.compile(
    r"(?:(?:and|but|so|wait|ok|y|pero|oye) )*(?:is (?:it|he|she|this|that|the person|the caseworker|they)(?: "
    r"(?:gonna be|going to be|be))? (?:a )?(?:girl|guy|woman|man|female|male|lady|dude|boy|young|old)(?: (?:or|a|an|"
    r"man|woman|guy|girl|male|female|young|old|like my age|right|though|tho))*"
    r"|(?:are they|is it)(?: a)? (?:girl|guy|woman|women|man|men|female|male|young|old)s?(?: (?:or|a|an|man|men|"
    r"woman|women|guy|girl|male|female|young|old))*"
    r"|(?:how old|what age) (?:is|are) (?:he|she|they|the person|that person|the caseworker|it)|(?:what is|what are|"
    r"whats) (?:her|his|their|the persons) (?:name|age)s?|who (?:is|are) (?:the person|she|he|they|that person|it "
    r"gonna be|it going to be)"
    r"|(?:can|could) (?:it|they) be a (?:woman|girl|lady|female|man|guy)|(?:do|does) (?:they|she|he|the person) "
    r"speak (?:spanish|english)"
    r"|(?:es|va a ser|seria|sera|es una|es un) (?:una |un )?(?:mujer|hombre|chava|chavo|muchacha|muchacho|senora|"
    r"senor|joven|grande)(?: (?:o|un|una|hombre|mujer|la|persona|senor|senora|grande|joven|verdad|no|cierto|o no|la que|me|va|a|escribir))*"
    r"|(?:cuantos anos|que edad) (?:tiene|tienen)(?: (?:ella|el|esa persona|la persona|ellos))?|como se "
    r"llama(?:n)?(?: (?:ella|el|la persona|esa persona|la que me escribe))?|quien (?:es|va a ser|sera)(?: (?:ella|"
    r"esa persona|la persona|la que me (?:va a escribir|escribe)))"
    r"|(?:puede|podria|que) ser? (?:una )?(?:mujer|hombre|chava)|(?:habla|hablan) (?:espanol|ingles))"
)
_WHAT_SEEN = re.compile(
    r"(?:(?:and|but|so|wait|ok|then|y|pero|oye|entonces) )*(?:what (?:all |exactly )?(?:will|do|would|are|can|did|"
    r"does|gonna|is)(?: (?:the|that|you|u))*(?: (?:they|she|he|person|staff|people|the person|somebody|someone|"
    r"yall))?(?: (?:gonna|going|to|get|be able))*"
    r" (?:know|see|read|find out|learn|get told|be told|told|hear)(?: (?:about|of) (?:me|us))?(?: (?:exactly|then|"
    r"about me))*"
    r"|what (?:did|do|will|are|have|would|all did|exactly did) (?:you|u)(?: (?:going|gonna|to|already))* (?:tell|"
    r"told|telling|say|said|share|shared|send|sent|give|gave)(?: (?:to )?(?:them|her|him|staff|the person))?(?: "
    r"(?:about me|so far|exactly))*"
    r"|(?:que|cuanto|que tanto|que cosas|y que) (?:(?:es lo que|van|va|van a|va a|a|me|les|le|ellos|ella|de mi|ya|"
    r"todo) )*(?:saber|ver|saben|ve|ven|leer|leen|sabran|veran|enterarse)(?: (?:de mi|ellos|ella|ustedes|de mi vida|"
    r"todo|el equipo|la persona))*"
    r"|(?:que|y que|que cosas) (?:(?:les|le|fue lo que|es lo que|ya) )*(?:dijiste|dices|vas a decir|contaste|cuentas|"
    r"mandaste|mandas|pusiste|compartiste|has dicho)(?: (?:de mi|a ellos|a ella|al equipo|ya))*)"
)


def asks_about_them(said: str) -> bool:
    """Return whether all of `said` asks who the person is that was asked for: "es mujer", "how old is she"."""
    return _ABOUT_THEM.fullmatch(in_full(said)) is not None


def asks_what_is_seen(said: str) -> bool:
    """Return whether all of `said` asks what that person learns: "que van a saber", "what did u tell them"."""
    return _WHAT_SEEN.fullmatch(in_full(said)) is not None


_SEEN_NOW = re.compile(
    r"(?:(?:and|but|so|ok|now|y|pero|entonces|ahora) )*(?:what (?:do|can|could|are) (?:they|staff|people|you guys"
    r"|yall)(?: (?:still|now|all|"
    r"actually))* (?:see|know|have|read|seeing)(?: (?:about|of|on) me)?(?: (?:now|still))*"
    r"|que (?:(?:tanto|cosas|es lo que|mas|todavia|aun|ya|me) )*(?:ven|saben|leen|tienen|miran)(?: (?:todavia|aun"
    r"|ahora|ya))*"
    r"(?: (?:de mi|mio))(?: (?:ahora|todavia|ellos|ustedes|ya))*"
    r"|que (?:es lo que )?(?:van a|va a|pueden) (?:ver|saber|leer)(?: (?:de mi|ellos|ustedes|si acepto))*"
    r"|what (?:will|would|can) (?:they|staff|she|he) (?:get to |be able to )?(?:see|know|read)(?: (?:about|of) me)?)"
)


def asks_what_is_seen_now(said: str) -> bool:
    """Return whether all of `said` asks what staff see now, where nothing may be shared: "que ven de mi"."""
    return _SEEN_NOW.fullmatch(in_full(said)) is not None
