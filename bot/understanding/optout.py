"""A small grammar of opting out by any reasonable means, in English and Spanish (47 CFR 64.1200(a)(10)).

A whole text matches: (lead)* core (tail)*. A lead is a greeting, a "please" or a "wrong number"; a tail is a "thanks" or a
"now". The core is a carrier word by itself, or a verb with an object that can only mean these messages. One word that is
none of these ends the match: "make it stop", "he won't stop" and "stop asking my name" say something else.

All repetitions are possessive, so that no text makes a match slow.
"""

from __future__ import annotations

import re

_SWEARS = "fucking|fuckin|freaking|freakin|damn|tf|bitch|asshole|pinche"
_LEAD = (
    r"hi|hey|hello|yo|ok|okay|kk?|please|just|now|and|so|well|um|uh|thanks|thank you|ty|sorry|no thanks|nah|all|"
    r"can|could|would|will|you|u|i am|i|am|good|fine|set|done|over it|never mind|nvm|"
    r"wrong number|wrong person|this is not (?:my|me|him|her|them)|keep|i never signed up|i did not (?:sign up|ask)(?: for this)?|"
    r"not interested|who is this|what the hell|wtf|dude|bro|how about|how bout|why do not|i wish|i think|do i have to say|y'?all|everyone|guys|"
    r"i (?:want|need) you to|i would like you to|i said|i told you|"
    r"hola|oye|oiga|por favor|favor|ya|gracias|bueno|pues|disculpe|perdon|numero equivocado|"
    r"yo no pedi esto|no pedi esto|no me interesa|les pido que|te pido que|quiero que|puedes|pueden|podrias|podrian|"
    + _SWEARS
)
_BARE_LEAD = (
    r"hi|hey|hello|ok|okay|please|just|now|thanks|no thanks|wrong number|can you|could you|would you|por favor|ya|hola"
)
_TAIL = (
    r"please|thanks|thank you|thank you very much|ty|tysm|now|right now|already|asap|immediately|right away|today|bye|goodbye|"
    r"ok|okay|forever|for good|ever|ever again|again|anymore|any more|any longer|at all|now please|have a good (?:day|night)|"
    r"god bless|peace|sir|dude|bro|wrong number|wrong person|not interested|"
    r"por favor|gracias|muchas gracias|ya|ahora|ahora mismo|nunca|nunca mas|jamas|otra vez|mas|adios|" + _SWEARS
)
_TEXTING = (
    r"text(?:ing)?|message|messaging|messages|send(?:ing)?|contact(?:ing)?|writ(?:e|ing)|bother(?:ing)?|spam(?:ming)?|"
    r"hit(?:ting)? (?:me|us) up|blow(?:ing)? up|sms|dm(?:ing)?|reach(?:ing)? out"
)
_OBJECT = (
    r"me|us|my|this|that|the|these|those|your|all|all of|of|any|so many|so much|more|no more|phone|cell|line|number|"
    r"texts?|messages?|sms|reminders?|updates?|alerts?|notifications?|things?|stuff|crap|shit|anything|nothing|them|"
    r"to|at|on|here|from you|from this|from here|by text|subscription|every day|everyday|call(?:ing)?|or|and|" + _SWEARS
)
_LIST = r"me|us|my|name|number|phone|cell|contact|info|off|from|of|out|your|the|this|that|a|all|any|every|lists?|database|contacts|system|texts?|messages?"
_OPTOUT = r"of|from|me|this|these|those|the|your|all|texts?|messages?|list|updates?|it|please"
_NOT = r"do not|no need to|you do not (?:have|need) to|you can not|never|no longer"

_ES_TEXT = (
    r"escrib(?:as?|an|irme|ir|iendo|iendome)|mand(?:es|e|en|arme|ar|ando|andome)|envi(?:es|e|en|arme|ar|ando|andome)|"
    r"texte(?:es|e|en|arme|ar|ando|andome)|mensaje(?:es|e|en|arme|ar)|contact(?:es|e|en|arme|ar)|"
    r"manden|llegu?en|lleguen|spam(?:ees|een)"
)
_ES_OBJECT = (
    r"me|mas|mensajes?|mensajitos|textos?|recordatorios?|avisos|notificaciones|nada|cosas|esto|estos|eso|esos|tus|sus|los|"
    r"las|el|la|a|al|de|en|mi|este|numero|telefono|cel|celular|aqui no|aqui|con|tantos|tanto|ni llames|ni llamen|ni"
)
_ES_LIST = r"mi|mis|numero|nombre|telefono|cel|celular|contacto|datos de la lista|de|del|la|el|su|tu|esta|este|lista|listas|sistema"

_CORES = (
    # a carrier word by itself is matched elsewhere, with _BARE_LEAD and _TAIL
    rf"(?:stop|quit|cease|end|cancel)(?: (?:{_SWEARS})\b)*+(?: (?:{_TEXTING})\b)++(?: (?:{_OBJECT})\b)*+",
    r"(?:stop|end|cancel|no more|enough)(?: (?:all|the|these|those|your|my|with|of|any|sms|text)\b)*+"
    rf"(?: (?:texts?|texting|messages?|reminders?|messaging|updates?|alerts?|notifications?|subscription))(?: (?:{_OBJECT})\b)*+",
    rf"(?:{_NOT})(?: (?:ever|please|you|call or|keep|be|{_SWEARS})\b)*+(?: (?:{_TEXTING})\b)++(?: (?:{_OBJECT})\b)*+",
    rf"(?:{_NOT}) (?:call|keep calling) (?:or|and) (?:text|message)(?: (?:{_OBJECT})\b)*+",
    r"i do not (?:want|need|wanna)(?: (?:to|get|receive|see|have|any|more|anymore|of|these|those|your|all|the|keep|getting)\b)*+"
    rf" (?:texts?|messages?|reminders?|updates?|alerts?)(?: (?:{_OBJECT})\b)*+",
    r"(?:remove|unlist) (?:me|us)",
    r"(?:remove|delete|drop|erase) (?:me|us) from (?:your|the|this|all|any) (?:lists?|texts?|messages?|database|system|contacts)",
    r"(?:remove|delete|drop|erase|take|scratch)(?: (?:my|this|the|our))(?: (?:name|number|phone|phone number|cell|cell number))"
    rf"(?: (?:{_LIST})\b)*+",
    rf"take me off(?: (?:{_LIST})\b)*+",
    r"lose (?:my|this) number",
    rf"(?:i |we )?(?:(?:want|would like|need|wish|am going|have decided) to )?(?:opt|opting|opted)(?: me)? ?out(?: (?:{_OPTOUT})\b)*+",
    rf"(?:i |we )?(?:(?:want|would like|need|wish) to )?(?:unsubscribe|un subscribe|unsub|revoke)(?: (?:{_OPTOUT}|consent|my)\b)*+",
    r"(?:turn|shut|switch) (?:these|those|this|the|all)?(?: ?(?:texts?|messages?|alerts?|notifications?|reminders?))? ?off",
    r"(?:turn|shut|switch) off (?:these|those|the|all|your|my)(?: (?:texts?|messages?|alerts?|notifications?|reminders?))?",
    r"stop ?(?:2|to|two) ?(?:quit|end|stop|cancel|unsubscribe|opt out)",
    r"stop2(?:quit|end|stop|cancel)",
    r"(?:stop|end|quit|cancel) (?:all|everything)",
    # Spanish
    rf"(?:ya )?(?:no|nunca|jamas)(?: (?:me|nos|le|te|vuelvas?|vuelvan|a|mas)\b)*+(?: (?:{_ES_TEXT})\b)++(?: (?:{_ES_OBJECT})\b)*+",
    rf"(?:deja|deje|dejen|dejes|para|pare|paren|cesa|cesen) (?:ya )?de(?: (?:{_ES_TEXT})\b)++(?: (?:{_ES_OBJECT})\b)*+",
    rf"(?:ya )?no(?: (?:quiero|quisiera|deseo|necesito|pedi))(?: (?:que|recibir|recibiendo|seguir|me|{_ES_TEXT})\b)*+(?: (?:mas|tus|sus|estos|esos|los)\b)*+"
    rf" (?:mensajes?|textos?|avisos|recordatorios?|notificaciones)(?: (?:{_ES_OBJECT})\b)*+",
    rf"(?:ya )?(?:no mas|basta de|alto a|para con|paren con)(?: (?:los|tus|sus|estos|esos|tantos))?(?: (?:mensajes?|textos?|avisos))(?: (?:{_ES_OBJECT})\b)*+",
    rf"(?:borra|borre|borren|borrame|borrenme|quita|quite|quiten|quitame|quitenme|saca|saquen|sacame|saquenme|elimina|elimine|"
    rf"eliminen|eliminame|eliminenme|remueve|remuevan)(?=.* (?:numero|nombre|telefono|cel|celular|listas?|sistema)\b)(?: (?:{_ES_LIST})\b)++",
    r"(?:yo )?no pedi esto saquenme",
    r"(?:quiero |quisiera |deseo |como )?(?:dar|dame|denme|darme|deme|date|darse) de baja(?: (?:de|esto|la|lista|mi|numero|los|mensajes|este|servicio)\b)*+",
    r"(?:quiero |quisiera |deseo )?(?:cancelar|cancela|cancelen|anular|terminar|detener|detengan|desactivar|desactiven)"
    r"(?: (?:la|mi|los|las|estos|esta|sus|tus|todos|todo|esto)\b)*+ (?:suscripcion|mensajes|textos|avisos|notificaciones|recordatorios)",
    r"(?:quiero |me quiero )?(?:desuscribir|desuscribirme|desinscribirme)(?: (?:de|esto|la|lista)\b)*+",
)  # fmt: skip

_GRAMMAR = re.compile(rf"(?:(?:{_LEAD}) )*?(?:{'|'.join(f'(?:{core})' for core in _CORES)})(?: (?:{_TAIL})\b)*+")


def is_opt_out(said: str) -> bool:
    """Return whether the whole of `said`, its words with one space between them, asks for no more messages."""
    return _GRAMMAR.fullmatch(said) is not None and _FOR_NOW.fullmatch(said) is None


def is_word_alone(said: str, words: frozenset[str]) -> str:
    """Return the carrier word of `said` when only a "please", a greeting or a "thanks" is beside it, else ""."""
    match = _BARE.fullmatch(said)
    return match["word"] if match is not None and match["word"] in words else ""


_FOR_NOW = re.compile(r".*\b(?:do not|never|no)\b.*\b(?:now|today|tonight|ahora|hoy|ahorita)")
"""A pause, not an end: "don't text me right now"."""

_BARE = re.compile(rf"(?:(?:{_BARE_LEAD}) )*?(?P<word>\w++)(?: (?P=word))*+(?: (?:{_TAIL})\b)*+")


def is_opt_in(said: str) -> bool:
    """Return whether the whole of `said`, from somebody who opted out, asks for messages again."""
    return _AGAIN.fullmatch(said) is not None


_AGAIN = re.compile(
    rf"(?:(?:{_LEAD}) )*?(?:start|unstop|resume|restart|resubscribe|subscribe|text|message|sign|opt|turn|iniciar|comenzar|"
    r"reactivar|empezar|escribanme|escribeme|mandame|manden)"
    r"(?: (?:texting|messaging|sending|text|texts|messages|me|up|in|back|on|these|the|again|mensajes|textos|de|nuevo|otra|vez)\b)*+"
    rf"(?: (?:{_TAIL})\b)*+"
)
