"""Small talk that is written for somebody who looks on: "hey kayla u comin to the cookout" (promise 7). Pure.

It counts only after a silence, or after the bot was made bland. A greeting alone, a question to the bot and a word of help
are the person's own. All texts are words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_KIN = (
    r"(?:girl|gurl|grl|bestie|sis|sister|boo|babe|bro|cuz|cousin|auntie|aunt|tia|mom|mama|ma|grandma|nana|queen|hun|love|bff|friend|"
    r"prima|primo|amiga|amigo|comadre|manita|hermana|manis|wey|guey|amor|abuela|mija|nena|flaca|comadrita|tita)"
)
_TALK = (
    r"(?:cookout|bbq|party|church|sunday|saturday|friday|birthday|bday|wedding|baby shower|graduation|class|homework|hw|teacher|mall|movies?|dress|shoes|nails|hair|"
    r"lashes|recipe|dinner|lunch|brunch|pool|game|practice|prom|dance|concert|show|episode|netflix|pizza|salon|gym|pics|picture|video|song|tiktok|insta|"
    r"fiesta|carne asada|iglesia|domingo|sabado|viernes|cumple|cumpleanos|boda|quince\w*|bautizo|clase|tarea|maestra|escuela|vestido|zapatos|unas|pelo|receta|cena|"
    r"comida|novela|serie|partido|foto|cancion)"
)
_SHOW = re.compile(
    rf"(?:(?:lol|haha|ok|omg|yeah|yes|yea|aww|jaja\w*|si|no|and|so|well|hola|oye|ay|hey|hi|heyy+|hello|yo) )*"
    r"(?:"
    # to a friend or kin by name of kin
    rf"(?:hey|hi|heyy+|hello|hola|oye|ay|yo|yeah|yea|yes|si|va|lol|ok|haha|love you|love u|te quiero|miss you|miss u|bye|adios|gn|good night|buenas noches|happy birthday|feliz cumple\w*)(?: (?:yeah|yes|ok|lol|you|u|ya|so much|too|mucho|jaja))* {_KIN}\b(?: .*)?"
    rf"|{_KIN} (?:i am|im|are you|are u|you|u|did|do|guess|what time|what are|its|me|te|ya|vas|vienes|que|como|cuando)\b.*"
    # who it is
    r"|(?:its|it is|this is|es|soy) (?:just )?(?:my|mi|tu|your) (?:cousin|sister|friend|bestie|auntie|coworker|prima|primo|hermana|amiga|tia)\b(?: .*)?"
    # "u comin to the cookout", "did u like the dress"
    rf"|(?:hey |hi |hola |oye )?(?:\w+ )?(?:are )?(?:you|u|ya|yall) (?:(?:still )?(?:coming|comin)(?: (?:over|by|thru|through))?|(?:coming|comin|going|goin|bringing|bringin) (?:to|at|with|for|over)?(?: \w+){{0,4}}? {_TALK})(?: (?:on|this|to|the|tomorrow|today|tonight|sunday|saturday|friday|weekend|or|nah|what|right|lol))*"
    rf"|(?:so )?(?:did|have|do) (?:you|u|ya) (?:like|see|watch|get|finish|hear|try|wear|love|want to watch|wanna watch)(?: \w+){{0,3}}? (?:the|my|ur|your|that|this|those) {_TALK}(?: \w+){{0,5}}"
    rf"|(?:so )?(?:how was|how is|hows|what time is|when is|was) (?:the|ur|your) (?:\w+ )?{_TALK}(?: \w+){{0,4}}"
    rf"|(?:y )?(?:te gusto|viste|te quedo|como (?:te fue|estuvo|quedo)(?: en)?|a que hora es|cuando es|vas a ir a|(?:vas a venir|vienes) a)(?: (?:el|la|los|las|mi|tu))* (?:\w+ )?{_TALK}(?: \w+){{0,4}}"
    rf"|(?:yes |yeah |ok |lol |si |va )?(?:see|c) (?:you|u|ya) (?:sunday|saturday|friday|monday|at (?:the )?{_TALK}|tomorrow at (?:the )?{_TALK}|there|in class|at church|at school|soon {_KIN})(?: .*)?"
    rf"|(?:nos vemos|te veo|alla nos vemos) (?:el (?:domingo|sabado|viernes|lunes)|en (?:la|el) {_TALK})(?: .*)?"
    r"|tell (?:mom|mama|grandma|auntie|your mom|ur mom|the kids|everybody|everyone) (?:i said )?(?:hi|hey|happy birthday|i love (?:her|them)|i miss (?:her|them))(?: .*)?|(?:salud\w*|saludame) a (?:mi|tu|la) \w+(?: .*)?"
    r"|(?:just )?(?:saying|sayin|checkin in to say) (?:hi|hey|hello)(?: .*)?|(?:solo|nomas) (?:paso a |queria )?(?:saludar|decir hola)(?: .*)?"
    r"|he is (?:going to|gonna) ask|he will ask|(?:el )?va a preguntar|me va a preguntar(?: quien eres| con quien hablo)?"
    r")"
)
_OWN = re.compile(
    r"\b(?:help|need|hurt\w*|hit\w*|scared|afraid|shelter|safe|unsafe|police|cops|911|person|someone|hotline|please|leave|run|stay|hungry|kill|die|gun|knife|locked|ayuda\w*|necesito|ocupo|"
    r"miedo|refugio|albergue|policia|peg\w+|golpe\w+|lastim\w+|escap\w+|matar|morir|pistola|encerrad\w+|gone|left|asleep|alone|back now|se fue|sola|solo yo|ya soy yo|its me|it is me|real|serious)\b"
)
_MOST_WORDS = 16


def is_for_show(said: str) -> bool:
    """Return whether all of `said` is small talk with a friend or kin, which asks nothing of this line."""
    full = in_full(said)
    if said.count(" ") >= _MOST_WORDS or _OWN.search(_AS_FOR_SHOW.sub("", full)):
        return False
    return _SHOW.fullmatch(full) is not None


_AS_FOR_SHOW = re.compile(
    r"\b(?:its|it is) (?:just )?me$|\bsomeone(?= asks)\b|\b(?:its|it is) me (?=lol|girl|your|ur)\b"
)
