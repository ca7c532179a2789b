"""A small grammar of loss and of love for who hurts: somebody died, is missed, may change. English and Spanish.

Texts are words with one space between them, with contractions and short forms written out.
"""

from __future__ import annotations

import re

_WHO = (
    r"(?:(?:my|a|our|his|her|this) (?:\w+ ){0,2}?(?:pimp|bf|boyfriend|girlfriend|gf|husband|wife|ex|man|mom|mama|mother|dad|father|grandma|granny|nana|grandpa|sister|brother|bro|cousin|aunt|uncle|friend|bestie|homegirl|homie|roommate|baby|son|daughter|daddy|trick|stepdad|boss|folks|girl)"
    r"|he|she|they|mi (?:\w+ ){0,2}?(?:padrote|novi[oa]|espos[oa]|marido|ex|mama|ama|papa|apa|abuel\w+|herman\w+|prim[oa]|ti[oa]|amig[oa]|comadre|compa|bebe|hij[oa]|pareja|padrastro|jefe|patron)|(?:el|ella))"
)
_TO_HER = r"(?: (?:already|also|really|actually|then|recently|she|he|they|had|has|have|was|is|got|been|ya|se|me|lo|la|le|que|nos|quien|fue))*"
_DIED = re.compile(
    rf"\b{_WHO}{_TO_HER} (?:died|passed away|passed(?! out)|dead|killed (?:him|her)self|hung (?:him|her)self|(?:got |was |been )?(?:murdered|killed)|murio|fallecio|muri[oe]ron|muert[oa]|falleci\w+|suicido|mataron|mato en un)\b"
    rf"|\b(?:murio|fallecio|mataron a|se suicido) {_WHO}\b|\b(?:died|death|muerte)(?: \w+){{0,4}} (?:overdose|od|sobredosis|cancer|accident|accidente|covid)\b"
)
_FELL = re.compile(
    rf"\b{_WHO}{_TO_HER} (?:od|ods|od d|oded|odd|overdosed|(?:got |was )?(?:shot|stabbed)|hit by a car|tuvo (?:una )?sobredosis|sobredosis)\b"
)
_BARE_FALL = re.compile(
    r"\b(?:od|oded|od d|odd|overdose[d]?|sobredosis|drugs|fent\w*|heart attack|cancer|shot|car (?:crash|accident)|accidente|balazo|sida)\b"
)
_LONG_AGO = re.compile(
    r"\b(?:last (?:week|month|year|summer|winter|spring|fall|night|january|february|march|april|may|june|july|august|september|october|november|december|christmas)|(?:in|since|back in) (?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d)"
    r"|(?:days?|weeks?|months?|years?|yrs?|yr|hours) ago|when i was|years? back|a while (?:ago|back)|anniversary|hace (?:\w+ ){0,2}(?:dias?|semanas?|mes|meses|anos?)|el (?:ano|mes) pasado|la semana pasada|ayer|en (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|cuando (?:yo )?(?:era|tenia))\b"
)
_NOW = re.compile(
    r"\b(?:i think (?:he|she|they|my)|might be|maybe|dying|just now|right now|right here|breath\w*|wak\w+|unconscious|pulse|blue|cold|floor|ambulance|call 911|cpr|narcan|what do i do|help (?:me|him|her)|he is gonna|she is gonna|if (?:he|she|they|my|i)|almost|nearly|could have|would have|gonna|going to|want\w*|wanna|wish|should|threat\w*"
    r"|creo que|se esta muriendo|respira\w*|despierta\w*|inconsciente|pulso|suelo|ambulancia|que hago|ayud\w+|ahorita|ahora mismo|si (?:el|ella|mi|se)|casi|a punto|quier\w+|ojala|me van a|me va a|testig\w+|saw (?:it|him|them)|witness\w*|next|after me|vi (?:cuando|que|como))\b"
)
_NOT_THEM = re.compile(
    r"\b(?:phone|battery|car|dog|cat|fish|hamster|plant|celular|cel|telefono|pila|carro|perr\w+|gat[oa]|inside|por dentro|laughing|to me|de risa|de hambre|for me)\b"
)
_AFTER_LOSS = re.compile(
    r"(?:(?:and|but|so|now|like|just|i|y|pero|ahora|es que|yo|ya|honestly|still) )*"
    r"(?:(?:do not|not|dont) (?:\w+ )?know (?:what to do|how to feel|how to|who i am|where to go|what i am)(?: \w+){0,5}|(?:really |still |do |kind of )*(?:loved?|miss(?:ed)?|hated?|need(?:ed)?|cry\w*|crying) ?(?:him|her|them|every \w+|all the time)?(?: \w+){0,4}"
    r"|no se (?:que hacer|como sentirme|que va a pasar|a donde ir|que siento)(?: \w+){0,4}|(?:si )?(?:l[oa]) (?:queria|quise|amaba|quiero|amo|extrano|odiaba|odio)(?: \w+){0,3}|(?:me )?(?:duele|lloro|siento)(?: \w+){0,4}|he was (?:all i had|everything|my \w+|good to me|nice)(?: \w+){0,4}|era (?:todo|lo unico|mi)(?: \w+){0,4})"
)
_MISSES = re.compile(
    r"\b(?:i )?(?:still |really |do |kind of |kinda |sometimes )*miss(?:ing)? (?:my (?:\w+ )?(?:pimp|daddy|trafficker|ex|bf|boyfriend|man|madam|folks|abuser)|the life|the game)\b|\bextran[oa]\w*(?: \w+){0,2} (?:a )?(?:mi (?:\w+ )?(?:padrote|ex|novio|marido|esposo|patron|hombre|tratante)|esa vida)\b"
)
_MAY_CHANGE = re.compile(
    r"\b(?:do |does )?(?:(?:you|u) )?(?:think|believe|reckon)(?: that)? (?:he|she|they|my \w+)(?: (?:will|would|can|could|is|really|even|ever|going to|gonna|might|still|actually|does))* (?:change|stop|loves?|cares?|means?|miss(?:es)?|sorry|better)\b"
    r"|\b(?:will|can|could|would|does|do|did|is)(?: \w+)? (?:he|she|my \w+|people|guys like him|men like that|him)(?: (?:ever|really|even|actually|gonna|going to|still))* (?:change|love me|loved me|care about me|get better|stop hitting me|stop hurting me|mean it|miss me)\b"
    r"|\b(?:(?:tu|usted|ustedes) )?(?:crees|piensas|cree|creen)(?: \w+)? que(?: (?:el|ella|ellos|mi \w+|algun dia|si|va|vaya|de verdad|todavia|un dia|pueda|puede|a|de|veras|me|te|nos))* (?:cambie|cambia|cambiar|cambiara|quiere|quiera|ama|ame|extrana|mejore|deje de)\b"
    r"|\b(?:sera|seria) que(?: (?:el|ella|mi \w+|si|algun dia|va a|va|a|de verdad|me|todavia|un dia|puede|de veras))* (?:cambia|cambie|cambiar|cambiara|quiere|quiera|ama|ame|extrana)\b|^(?:(?:y|pero|oye|entonces|el|ella|mi \w+|si|algun dia|de verdad) )*(?:(?:va a|puede|podra|podria) cambiar|cambiara|me (?:querra|quiere|ama|amara))(?: (?:de verdad|algun dia|tu crees|verdad|o no|el|un dia))*$"
)
_LOVES_STILL = re.compile(
    r"(?:(?:but|and|y|pero|es que|yo|si|ya|all the same|anyway|honestly|the thing is|i|still|really|do|todavia|aun|la verdad) )*(?:love|loved|care about) (?:him|her)(?: (?:tho|though|so much|a lot|still|anyway|too))*"
    r"|(?:(?:y|pero|es que|yo|si|ya|todavia|aun|la verdad|aunque|igual) )*(?:l[oa]) (?:quiero|amo|queria|amaba)(?: (?:mucho|tanto|un monton|todavia|igual|aun|a el|a ella))*"
)
_LONGS = re.compile(
    r"(?:(?:but|and|y|pero|es que|yo|si|ya|i|still|really|do|todavia|aun|la verdad|kind of|kinda|lowkey) )*(?:miss (?:him|her)|l[oa] extrano|extrano (?:a )?(?:el|ella))(?: (?:tho|though|so much|so bad|a lot|still|too|mucho|tanto|todavia|igual))*"
)
_GUILT = re.compile(
    r"\b(?:me siento|siento|estoy)(?: \w+)? (?:culpable|mal)\b.*\b(?:presente|lleve|meti|conoci|la deje|traje|invite|convenci|recomende)\b|\b(?:feel|feeling)(?: \w+){0,2} (?:guilty|responsible)\b.*\b(?:introduced|brought|took|left|told|got) (?:her|him|them|my|the)\b|\bi (?:introduced|brought) (?:her|them|my \w+) (?:to (?:him|it)|into|in)\b.*\b(?:guilty|fault|bad)\b"
)
_NARCAN = re.compile(
    r"(?:(?:where|wheres|is|there|get|find|free|any|some|i|need|can|the|do|donde|hay|encuentro|consigo|puedo|quiero|gratis|conseguir|comprar) )*(?:narcan|naloxone|naloxona)"
    r"(?: (?:near|close|by|around|cerca|de|me|here|mi|in|en|free|gratis|kits?|spray|por|aqui|to|get|\w+))*"
)
_NEAR = re.compile(r"\b(?:near|close by|around|cerca|por aqui|where|wheres|donde|free|gratis)\b")


def is_loss(said: str) -> bool:
    """Return whether somebody told of died before: "my pimp died", "my mom od'd two years ago"."""
    if _NOW.search(said) or _NOT_THEM.search(said):
        return False
    return _DIED.search(said) is not None or (_FELL.search(said) is not None and _LONG_AGO.search(said) is not None)


_TOO = re.compile(
    r"\byo tambien (?:quiero|me quiero|me voy)\b|\bquiero (?:irme|estar|ir|reunirme) con (?:el|ella|ellos)\b|\b(?:want|wanna|wish|gonna|going)(?: \w+){0,3} (?:be with|go with|join|follow) (?:him|her|them)\b|\b(?:i want to|i wanna|wanna) (?:go |do it )?too\b|\bi (?:am|should be) next\b"
)


def would_follow(said: str) -> bool:
    """Return whether somebody would follow who died: "i wanna be with her", told with the death."""
    return _DIED.search(said) is not None and _TOO.search(said) is not None


def follows(said: str) -> bool:
    """Return whether somebody would follow, in words that tell it after a death: "quiero irme con ella"."""
    return _TOO.search(said) is not None


def goes_on(said: str) -> bool:
    """Return whether a text after a loss tells more of it: how, when, that it hurts, that nothing is clear now."""
    if _NOW.search(said):
        return False
    of_how = _LONG_AGO.search(said) is not None or (_BARE_FALL.search(said) is not None and said.count(" ") < _FEW)
    return of_how or _DIED.search(said) is not None or _AFTER_LOSS.fullmatch(said) is not None


_FEW = 6


def misses_him(said: str) -> bool:
    """Return whether somebody misses who hurt them: "extraño a mi padrote"."""
    return _MISSES.search(said) is not None


def asks_if_he_changes(said: str) -> bool:
    """Return whether somebody asks if he will change, or loves them."""
    return _MAY_CHANGE.search(said) is not None


def loves_him(said: str) -> bool:
    """Return whether all of `said` tells of love for him."""
    return _LOVES_STILL.fullmatch(said) is not None or _LONGS.fullmatch(said) is not None


def feels_guilt(said: str) -> bool:
    """Return whether somebody feels guilty for another one whom they brought there."""
    return _GUILT.search(said) is not None


def wants_narcan(said: str) -> bool:
    """Return whether all of `said` asks where Narcan is to be had, and nobody lies there."""
    return _NARCAN.fullmatch(said) is not None and _NEAR.search(said) is not None
