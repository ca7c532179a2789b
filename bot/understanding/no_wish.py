"""What sounds like a wish to die and is none: a friend of last night, a date with him, a brother's care, a place. Pure.

In English and Spanish. All texts are words with one space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

_SO = r"(?:(?:hey|hi|hello|yo|ok|so|and|but|um|lol|well|sorry|hola|oye|y|pero|pues|bueno|ey|es que) )*"
_LAST = r"(?:last (?:night|nite|week|time)|yesterday|earlier|before|this morning|the other (?:day|night|nite)|ayer|anoche|antier|hace rato|la otra (?:vez|noche)|el otro dia|en la manana)"
_AGAIN = re.compile(
    rf"{_SO}(?:(?:it is |its |this is )?(?:me|the (?:girl|guy|one|boy|person))(?: (?:again|from|who (?:texted|wrote)|that (?:texted|wrote)|you|u|here|with the \w+))*|soy (?:yo|la|el)(?: (?:otra vez|de nuevo|la|el|de|que (?:te )?(?:escribio|texteo)))*)(?: {_LAST})?(?: (?:again|otra vez|lol|remember|te acuerdas))*"
)
_ASKED = re.compile(
    rf"{_SO}(?:i|we|yo)? ?(?:(?:was|were|had|am|been|just|still|already|estaba|estuve|andaba|ya|te) )*(?:ask\w*|askin|texting|texted|looking|lookin|talking|talked|wondering|wrote|writing|calling|preguntando|pregunte|buscando|escribiendo|escribi|hablando)(?: (?:you|u|yall|here))?"
    r" (?:about|abt|for|on|to (?:you|u) about|por|sobre|de|acerca de)(?: (?:a|an|the|some|any|that|those|un|una|el|la|los|las|unos))* ?(?:place|places|spot|bed|beds|shelter|shelters|room|house|housing|apartment|food|job|jobs|lawyer|clinic|doctor|help|rehab|detox|class|classes|ride|lugar|lugares|cama|albergue|refugio|cuarto|casa|departamento|comida|trabajo|abogad[oa]|clinica|doctor\w*|ayuda)\b.*"
)
_MUST_SEE = re.compile(
    rf"{_SO}(?:i |yo )?(?:(?:still|always|already|also|now|ya|todavia) )*(?:have to|gotta|got to|must|need to|am supposed to|am going to|tengo que|debo|voy a) (?:go )?(?:see|meet|be with|work with|face|ver|verlo|verla|verlos|estar con|encontrarme con)(?: (?:him|her|them|my (?:\w+ )?\w+|el|ella|a el|a ella|a mi \w+))?(?: (?:again|otra vez|de nuevo))?"
    r"(?: (?:on |this |next |el |este |la |en )*(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tonight|tomorrow|today|later|weekend|week|at school|in court|at work|every day|lunes|martes|miercoles|jueves|viernes|sabado|domingo|hoy|manana|noche|semana|escuela|corte))+(?: (?:night|morning|tho|though|again|otra vez|at \d+))*"
)
_HEAVEN = re.compile(
    r"\b(?:heaven|other side|god|dead|died|grave|passed|cielo|dios|muert\w+|murio|tumba|panteon|mas alla)\b"
)
_WHO_CARES = re.compile(
    rf"{_SO}(?:if|what if|when|si|cuando|y si) (?:she|he|they|my (?:\w+ )?\w+|ella|el|ellos|mi (?:\w+ )?\w+|la|lo)(?: \w+){{0,4}} (?:jail|prison|locked up|arrested|deported|rehab|hospital|carcel|prision|pres[oa]|arrest\w+|deport\w+|meten|llevan|agarran|detien\w+|encierr\w+)(?: \w+){{0,4}}? ?(?:who|what|where|do|can|quien|que|a donde|donde|con quien)\b.*\b(?:brothers?|sisters?|siblings?|kids?|baby|babies|son|daughter|me|us|children|herman\w+|hij\w+|bebe|ninos|mi|nosotr\w+)\b.*"
)
_HE_MAY = re.compile(
    rf"{_SO}(?:what if|and if|que tal si|y si|que pasa si) (?:he|she|they|him|el|ella|ellos|mi (?!vida)\w+|my (?!life)\w+)(?: (?:already|has|have|had|also|really|just|ya|tambien|le|les|me))* (?:did|done|does|is doing|do|hurt|hurts|hurting|touched|touches|hits?|sold|hizo|hace|hizo|ha hecho|lastimo|toco|vendio|pego)\b.*"
)
_KEEP = re.compile(
    r"\b(?:pregnan\w*|preggo|baby|embaraz\w+|bebe|bb)\b.*\b(?:do not know|dont know|not sure|idk|unsure|torn|cant decide|can not decide|no se|no estoy segur[oa])\b(?: \w+){0,4} (?:keep|have|raise|want) (?:it|him|her|the baby)\b|\b(?:embaraz\w+|bebe|bb)\b.*\bno se si (?:(?:lo|la) (?:quiero|tengo|voy a tener|tenerlo)|tenerl[oa]|quedarmel[oa]|quiero tenerl[oa])\b"
)
_PLACE = re.compile(r"\b(?:place|places|spot|beds?|shelters?|room|lugar|lugares|camas?|albergue|refugio|cuarto)\b")
_DOSE = re.compile(
    rf"{_SO}(?:what if|if|what happens if|si|que pasa si|y si)(?: (?:i|we|yo|se me|me))* (?:miss|missed|skip|skipped|stop|stopped|forget|forgot|do not take|salto|brinco|olvida|olvido|dejo|no (?:me )?(?:la|las|lo|los)? ?tomo)(?: (?:a|my|one|the|it|them|some|taking|dose|doses|pill|pills|meds|medicine|day|days|two|few|una|un|la|las|dosis|pastilla|pastillas|medicina|dia|dias|de tomar\w*))*"
    r"(?: (?:will|do|could|can|would|am) i(?: \w+)? (?:die|get (?:sick|really sick|worse)|going to die|gonna die)| is (?:it|that) (?:bad|dangerous)| me (?:muero|voy a morir|pongo mal|enfermo)| es (?:malo|peligroso))(?: (?:tho|though|or what|o que))*"
)
_FOR_PAY = re.compile(r"\b(?:tricks?|clients?|johns?|customers?|dates?|plug|pimps?|clientes?|padrote)\b")
_FORGIVES = re.compile(
    rf"{_SO}(?:(?:will|would|can|could|does|do you think|u think|you think) (?:god|jesus|allah|the lord|he up there)(?: (?:will|would|can|ever|still|even))* (?:forgive|love|hate|hates|loves|want|accept|judge|punish\w*|take) (?:me|us)(?: .{{0,40}})?|(?:is god|god is) (?:mad|angry|punishing|ashamed)(?: .{{0,30}})?|am i going to hell(?: .{{0,30}})?"
    r"|(?:me )?(?:perdonara|va a perdonar|perdona|perdonaria|quiere|odia|castiga) (?:dios|diosito|jesus|la virgen)(?: .{0,30})?|(?:crees que )?(?:dios|diosito|jesus)(?: (?:ya|todavia|si|no))? (?:me (?:va a perdonar|perdona|perdonara|quiere|odia|castiga|perdone))(?: .{0,30})?|(?:me )?(?:voy a ir|ire) al infierno(?: .{0,30})?)"
)
_LIVES_LIKE_THIS = re.compile(
    r"\b(?:can not|cannot|can no longer|do not want to|not going to|tired of|no puedo|ya no puedo|no quiero|no aguanto)(?: \w+){0,2} (?:live|living|stay|be|keep living|vivir|viviendo|seguir|estar)(?: (?:like this|like that|this way|here|there|asi|aqui|ahi))*"
    r" (?:with|w|near|around|under|in|con|en|cerca de) (?:him|her|them|my (?!self|life|pain|head|mind)\w+|this (?:man|house|place|guy|apartment|room|family)|these people|that (?:man|house|place)|his \w+|el|ella|ellos|mi (?!vida|dolor|cabeza|mente)\w+|esta (?:casa|familia|gente)|este (?:hombre|lugar|cuarto)|su \w+)\b"
)
_CANT_DO = re.compile(
    r"\b(?:can not|cannot|could not|not gonna|do not want to|no puedo|ya no puedo|no aguanto|ya no aguanto|no quiero)(?: \w+)? ?(?:do|take|live|keep|go on|seguir|hacer\w*|vivir|con)?(?: (?:it|this|that|like this|doing (?:it|this)|esto|eso|asi|mas))*(?: (?:no more|anymore|any more|any longer|mas|ya))*\b"
)
_CLEAR_ASK = re.compile(
    r"\b(?:i |we |yo )?(?:need|want|am looking for|looking for|looking 4|trying to (?:find|get)|where (?:can|do) (?:i|we)|help me (?:find|get)|necesito|ocupo|quiero|busco|ando buscando|ayud\w+ a (?:encontrar|buscar))(?: \w+){0,4} (?:place|somewhere|some where|apartment|apt|house|housing|home|room|shelter|bed|program|job|lawyer|to (?:live|stay|sleep)|lugar|donde (?:vivir|quedarme|dormir)|departamento|casa|cuarto|albergue|refugio|cama|programa|trabajo|abogad[oa])\b"
)
_SOLD = re.compile(
    r"\b(?:sells?|sold|selling|pimps?|pimped|pimping|trafficks?|traffics?|tricks? me|rents? me|makes? me (?:sell|work|trick|walk|dance|see|do dates|date)|made me (?:sell|work|trick)|me (?:vende|venden|vendio|renta|prostituye|padrotea|explota|obliga a (?:vender\w*|acostar\w*|trabajar|estar)))\b"
)
_HURTS = re.compile(
    r"\b(?:hits?|beats?|beating|hurts?|chokes?|abus\w+|rapes?|raped|me (?:pega|golpea|viola|maltrata|lastima|ahorca))\b"
)
_ENDS = re.compile(
    r"\b(?:die|dying|dead|kill\w*|suicid\w*|end it|end (?:my|this) life|wake up|alive|exist\w*|born|hurt myself|cut\w*|pills?|overdos\w*|rope|gun|bridge|better off|goodbye|morir\w*|muert\w*|matar\w*|suicid\w*|vida|despertar|existir|cortar\w*|pastillas?|soga|pistola|puente|adios|desaparec\w*|disappear\w*)\b"
)


def ends_a_life(said: str) -> bool:
    """Return whether a text has a word of dying, of means or of a goodbye: then nothing here explains it away."""
    return _ENDS.search(said) is not None


def is_back(said: str) -> bool:
    """Return whether all of `said` tells that somebody who wrote before is back, or what they asked for then."""
    return _AGAIN.fullmatch(said) is not None or _ASKED.fullmatch(said) is not None


def asks_for_place(said: str) -> bool:
    """Return whether a text names a place to sleep."""
    return _PLACE.search(said) is not None


def asks_of_dose(said: str) -> bool:
    """Return whether all of `said` asks what happens if a dose is missed: "if i miss will i die"."""
    return _DOSE.fullmatch(said) is not None


def must_see_them(said: str) -> bool:
    """Return whether all of `said` tells when somebody must see another one again, and nothing of a life after this."""
    return _MUST_SEE.fullmatch(said) is not None and _HEAVEN.search(said) is None


def asks_who_cares(said: str) -> bool:
    """Return whether all of `said` asks who looks after children if somebody is arrested."""
    return _WHO_CARES.fullmatch(said) is not None


def fears_what_they_did(said: str) -> bool:
    """Return whether all of `said` asks what if somebody did something: "what if he already did bad stuff"."""
    return _HE_MAY.fullmatch(said) is not None


def doubts_pregnancy(said: str) -> bool:
    """Return whether somebody pregnant does not know whether to keep it."""
    return _KEEP.search(said) is not None


def is_for_pay(said: str) -> bool:
    """Return whether a text names a client or who sells."""
    return _FOR_PAY.search(said) is not None


def asks_of_god(said: str) -> bool:
    """Return whether all of `said` asks whether God forgives them."""
    return _FORGIVES.fullmatch(said) is not None


def wants_to_live_elsewhere(said: str) -> bool:
    """Return whether somebody can't live like this with somebody, or there."""
    return _LIVES_LIKE_THIS.search(said) is not None


def asks_though_tired(said: str) -> bool:
    """Return whether somebody who can't do it any more asks for something that can be looked for."""
    return _CLEAR_ASK.search(said) is not None and _CANT_DO.search(said) is not None


def is_sold(said: str) -> bool:
    """Return whether a text tells that somebody sells who writes."""
    return _SOLD.search(said) is not None


def is_hurt_by(said: str) -> bool:
    """Return whether a text tells of blows or of force."""
    return _HURTS.search(said) is not None
