"""A small grammar of a warning about the phone itself, in English and Spanish (promise 7).

All of a text says who looks at it, or asks for care in what is written: "my pimp looks at my phone", "be careful what u
write hes next to me", "use code words". Whoever that is: no danger is told in it, and its words must not be answered
as one on the screen that he reads.
"""

from __future__ import annotations

import re

from bot.understanding.near import is_near
from bot.understanding.texted import in_full

_WHO = r"(?:he|she|they|somebody|someone|people|(?:my|the|his|her|our) (?:\w+ )?(?!shelter|place|program|staff|police|cops|court|judge|school|phone|cell|screen|texts?|messages?|msgs?)\w+)"
_PHONE = (
    r"(?:phone|cell|cellphone|screen|texts?|messages?|msgs?|chats?|dms?|notifications?|inbox|tablet|laptop|imessages?)"
)
_OFTEN = (
    r"(?: (?:all|every|each|the time|day|night|nights|sometimes|always|a lot|too|at|in the|morning|now|right now|tho|though|lol|when|while|he|"
    r"she|they|can|gets?|home|sleep|i|am|asleep|daily|randomly|again|everyday|every single|and everything|after|before|bed|work))*"
)
_SEES = (
    rf"{_WHO}(?: (?:can|could|will|would|might|may|is|are|be|has|have|just|still|always|also|even|sometimes|likes to|going to|gonna|keeps|randomly))* "
    r"(?:sees?|reads?|checks?|looks? (?:at|through|thru|over)|goes (?:through|thru)|go (?:through|thru)|going (?:through|thru)|reading|checking|watching|watches|monitors?"
    r"|monitoring|tracks?|controls?|takes?|got|has|holds?|keeps?|gets? (?:into|in)|spies on|looking (?:at|through)|knows the (?:password|code|passcode) (?:to|for)|on)"
    rf" (?:(?:all|everything|every|each|of|in|on|through) )*(?:(?:(?:my|the|this|our|these) )?{_PHONE}|everything i (?:type|text|write|send|say|do)|what i (?:type|text|write|send)|this|these){_OFTEN}"
)
_STRANGE = r"(?:weird|crazy|bad|sus|suspicious|strange|dumb|stupid|obvious|out of pocket|wild|nasty|scary|wrong|too much|personal|specific|like that|about (?:it|that|him|this|what i said))"
_CAREFUL = (
    r"(?:be (?:real |very |super )?careful|careful|watch|watch out|pay attention to|be smart)(?: (?:with|about|how|of))* (?:what|how|the (?:words|way))(?: (?:you|u|ya|yall))? (?:say|write|text|send|type|put|talk|reply|use|message)(?: (?:to me|here|back|on here|in here|me))*"
    rf"|(?:do not|never|not) (?:say|write|text|send|put|type|ask|reply)(?: (?:me|back|with))* (?:anything|nothing|shit|stuff|any ?thing|words|things|no) ?{_STRANGE}(?: (?:on here|here|please|ok))*"
    r"|keep (?:it|this|the texts|your texts) (?:boring|short|normal|clean|low ?key|low key|vague|casual|light|basic|pg)|(?:talk|write|text|speak|say it|reply)(?: (?:to me|me|back|only|with me))* in code|use (?:a |some )?code ?(?:words?|names?)?|code words? only"
    r"|(?:can|could) (?:we|you|u|i) (?:talk|use|speak|text|write|have)(?: (?:in|a|some))* code ?(?:words?)?"
)
_QUIEN = r"(?:el|ella|ellos|alguien|(?:mi|mis|el|la|su) (?!cel|celular|telefono|tel|mensajes|textos|chats|pantalla)\w+)"
_CEL = r"(?:cel|celular|celu|telefono|tel|pantalla|mensajes?|textos?|chats?|mensajitos|conversaciones|whatsapp)"
_VE = (
    rf"(?:{_QUIEN} )?(?:siempre |todo el tiempo |a veces |tambien |me |lo |los |puede |va a |esta |anda |todos los dias )*"
    r"(?:lee|ve|revisa|checa|mira|controla|vigila|leer|ver|revisar|checar|viendo|leyendo|revisando|checando|leen|ven|revisan|checan|agarra|tiene|trae|espia|quita)"
    rf" (?:(?:todos?|todo lo que|en) )*(?:(?:(?:mi|mis|el|los|la|este|estos) )?{_CEL}|lo que (?:escribo|mando|digo|pongo)|(?:escribo|mando|digo)|esto)"
    r"(?: (?:siempre|a veces|todo el tiempo|diario|cada (?:noche|dia)|en la noche|en las noches|todos los dias|tambien|cuando \w+(?: \w+){0,2}))*"
)
_RARO = r"(?:rar[oa]s?|mal[oa]s?|fe[oa]s?|sospechos[oa]s?|de (?:eso|esto|el|mas)|que (?:no|se|lo|me) \w+)"
_CUIDADO = (
    r"(?:ten |tengan |tenga |con )?(?:mucho )?cuidado (?:con |de )?(?:lo que|que|como) (?:me |les )?(?:escrib\w+|dic\w+|dig\w+|mand\w+|pon\w+|habl\w+|contest\w+)"
    rf"|(?:ya )?no (?:me )?(?:digas|digan|escribas|escriban|mandes|manden|pongas|pongan) (?:nada|cosas|palabras) {_RARO}"
    r"|(?:(?:habla|hablame|hablemos|escribe|escribeme|contesta|contestame|textea|me hablas|me escribes|puedes (?:hablar|escribir|contestar)) )(?:me )?(?:en|con) (?:clave|codigo|claves|codigos|palabras clave)"
    r"|(?:usa|usen|usemos|podemos usar|puedes usar) (?:(?:palabras|una palabra|frases) )?(?:(?:en|de) )?(?:clave|codigo|claves|codigos)"
)
_BESIDE = (
    r"(?:so|and|but|cuz|cause|because|bc|please|pls|plz|ok|okay|hey|hi|yo|sorry|just|also|now|yes|lol|can (?:you|u)|could (?:you|u)|"
    r"oye|hola|porfa|por favor|y|pero|porque|pq|es que|asi que|ok|si|perdon|mejor|que)"
)
_WARNS = rf"(?:{_SEES}|{_CAREFUL}|{_VE}|{_CUIDADO})"
_WARNING = re.compile(rf"(?:{_BESIDE} )*{_WARNS}(?: (?:{_WARNS}|{_BESIDE}))*")
_CARE_FIRST = re.compile(rf"(?:{_BESIDE} )*(?:{_CAREFUL}|{_CUIDADO})(?: {_BESIDE})* (?P<rest>\w+ \w+.*)")
_ONLY_PRONOUN = re.compile(r"\b(?:has|got|takes?|tiene|trae|quita|on|holds?|keeps?|gets?) (?:this|these|esto)\b")
_MOST_WORDS = 22


def is_warning(said: str) -> bool:
    """Return whether all of `said` warns that somebody sees the phone: words with one space, contractions written out."""
    if said.count(" ") >= _MOST_WORDS or _ONLY_PRONOUN.search(said):
        return False
    full = in_full(said)
    if _WARNING.fullmatch(full):
        return True
    care = _CARE_FIRST.fullmatch(full)
    return care is not None and (is_near(care["rest"]) or _RIGHT_HERE.search(care["rest"]) is not None)


def asks_for_care(said: str) -> bool:
    """Return whether a warning asks for care in what is written: then nothing of a danger may be."""
    return re.search(rf"\b(?:{_CAREFUL}|{_CUIDADO})", in_full(said)) is not None


def is_right_here(said: str) -> bool:
    """Return whether a warning tells that who reads is beside them now."""
    return _RIGHT_HERE.search(in_full(said)) is not None


_RIGHT_HERE = re.compile(
    r"\b(?:is|are|be) (?:right )?(?:here|next to me|beside me|behind me|with me|home|in the room|sitting here)\b"
    r"|\b(?:esta|estan|anda) (?:aqui|conmigo|a mi lado|al lado|junto a mi|cerca|en la casa)\b"
)


_THIS = rf"(?:this|these|it|them|that|all this|(?:my|the|our|these) {_PHONE}|us (?:texting|talking)|(?:that )?i (?:am |was )?(?:text|texted|texting|talk|talked|talking|wrote|told)(?: (?:to )?(?:you|u|here|anyone|this))?|out(?: (?:about (?:this|it)|i .*|that i .*))?|what i (?:said|wrote|text|texted|type)|me (?:texting|typing|talking)(?: (?:you|u|here|to you))?)"
_FINDS = r"(?:sees?|finds?|reads?|looks? (?:at|through|thru)|checks?|gets?|goes (?:through|thru)|catches|saw|found|comes across|opens?)"
_IF_SEEN = re.compile(
    r"(?:(?:so|and|but|ok|wait|hey|um|like|idk|im scared|i am scared|oh no|pls|please) )*(?:what (?:do i do|should i do|can i do|happens|would happen|will happen|do i say|now|do we do)(?: (?:if|when))|what if|if|what about if|what do you do if|but if|and if)"
    rf" {_WHO}(?: (?:ever|does|do|can|could|will|would|just|goes and|might|happens to))* {_FINDS} {_THIS}(?: .{{0,30}})?"
    rf"|(?:(?:so|and|but|ok|wait|hey) )*(?:can|could|will|would|is|are|does|do|how (?:do|can) i (?:make sure|know)) {_WHO}(?: (?:able to|going to|not|ever|be able to))* (?:see|find|read|seeing|get into|know about|find out about) {_THIS}(?: .{{0,20}})?"
    rf"|(?:(?:so|and|but|ok|wait|hey|please) )*(?:how (?:do|can|should|would) i|can you|can i|help me) (?:hide|keep)(?: (?:all|away))* {_THIS}(?: (?:from|so|where|when|on)(?: .*)?)?"
    rf"|(?:(?:y|pero|oye|ay|ok|entonces|ok y|que|tengo miedo) )*(?:(?:que (?:hago|pasa|digo|puedo hacer)|y|que tal|que)(?: y)? )?(?:si|cuando) {_QUIEN}(?: (?:me|lo|los|ya|un dia))* (?:ve|lee|encuentra|revisa|checa|cacha|mira|descubre|agarra|vea|encontro|ve en)(?: (?:todo|todos))? (?:esto|estos?|(?:los|mis|el|mi|estos|la|este) {_CEL}|lo que (?:escribo|escribi|digo)|que (?:te|les) (?:escribo|escribi|hable))(?: .{{0,20}})?"
    rf"|(?:(?:y|pero|oye|ok) )*(?:puede|va a|podria) {_QUIEN} (?:ver|leer|encontrar) (?:esto|(?:los|mis|estos) {_CEL})|(?:(?:y|pero|oye|ok) )*como (?:escondo|oculto|hago para esconder) (?:esto|(?:los|mis|estos) {_CEL})(?: .*)?"
)
_SAFE_HERE = re.compile(
    r"(?:(?:so|and|but|ok|wait|hey|um|first|like|yo) )*(?:(?:is|are) (?:it|this|that|you|u|yall|we|i)|am i|how)(?: (?:really|even|actually))* (?:safe|secure|private|okay|ok|confidential)(?: (?:to|if i|for me to|when i))? (?:talk|text|write|tell|say|type|chat|texting|talking|telling|open up|be honest|speak|message)"
    r"(?: (?:to|with|you|u|yall|here|this|on|in|number|line|about|it|stuff|things|anything|someone|with you|tho|thru|through|like|by text|what|happened|over|bot))*"
    r"|(?:(?:y|pero|oye|ok|oiga|primero) )*(?:es|esto es|sera|estoy) (?:segur[oa]|privado|confiable|confidencial)(?: (?:si|que))? (?:hablar|escribir|textear|hablo|escribo|contarte|contarles|decirte|decirles|hablarte|escribirte|platicar|hablando|escribiendo)(?: (?:contigo|con|ustedes|aqui|por|texto|este|numero|esto|te|les|todo|de|lo|que|paso))*"
)


def asks_if_seen(said: str) -> bool:
    """Return whether all of `said` asks what is, or what to do, if somebody sees the texts: "what if he sees this"."""
    return said.count(" ") < _MOST_WORDS and _IF_SEEN.fullmatch(in_full(said)) is not None


def asks_if_safe_here(said: str) -> bool:
    """Return whether all of `said` asks whether it is safe to text with the bot, and not of a place."""
    return said.count(" ") < _MOST_WORDS and _SAFE_HERE.fullmatch(in_full(said)) is not None
