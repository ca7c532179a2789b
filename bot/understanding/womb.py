"""A small grammar of a pregnancy in danger: pain, blood, how much, how far along, and a newborn nobody can keep. Pure.

In English and Spanish. All texts are words with one space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|veinte|treinta)"
_WEEKS = re.compile(
    rf"\b(?<!for )(?<!last )(?<!hace )(?<!in )(?<!the past )(?:like |about |almost |como |casi )?{_NUMBER} (?:weeks?|wks?|semanas?)\b(?! (?:ago|old|clean|sober|now since|behind|late|vacation|sin|limpi[oa]|de (?:edad|nacid[oa]|trabajo)))"
)
_MONTHS = re.compile(
    rf"\b(?:i am|am|and|tengo|estoy|ando|voy|con|de) (?:\w+ ){{0,2}}?(?:{_NUMBER}) (?:months?|mos|meses)\b(?! (?:ago|old|clean|sober|behind|late|sin|aqui|here|away|in(?:to)? (?:the|a|my)|limpi[oa]|de (?:edad|renta|trabajo)))"
)
_LATE = re.compile(
    r"\b(?:[5-9]|five|six|seven|eight|nine|cinco|seis|siete|ocho|nueve) (?:months?|mos|meses)\b|\b(?:2\d|3\d|4[0-2]|twenty|thirty|veinte|treinta) (?:weeks?|wks?|semanas?)\b"
)
_PAIN = re.compile(
    r"\b(?:hurts?|hurting|hurtin|pains?|painful|cramps?|cramping|crampin|stabbing|sharp|aches?|aching|duelen?|dolor|dolores|colicos?|punzadas?|calambres?|retortijones|contracciones|contractions?)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:tooth|teeth|foot|feet|ankle|knee|leg|legs|arm|wrist|finger|toe|ear|throat|eye|muela|diente|pie|pies|tobillo|rodilla|pierna|piernas|brazo|dedo|oido|garganta|ojo|heart|feelings|corazon)\b"
)
_SIDE = re.compile(
    r"\b(?:one|right|left|the|my) side\b|\bshoulder\b|\b(?:un|el|mi|del|de) (?:solo )?(?:lado|costado)\b|\bhombro\b"
)
_SEVERE = re.compile(
    r"\b(?:so|real|really|super|too|hella|very|pretty) (?:bad|much|strong|hard)\b|\bbadly?\b|\bstabbing\b|\bsharp\b|\bcan not (?:even )?(?:stand|walk|move|breathe|get up|sit|talk)\b|\bcant (?:stand|walk|move|get up)\b|\bdoubled over\b|\bworst\b|\bkilling me\b|\bunbearable\b"
    r"|\b(?:muy|bien|bastante|super|demasiado|horrible|tan) (?:fuertes?|feo|mal|duro)\b|\bmucho\b|\bfuertes?\b|\bpunzadas?\b|\bno (?:me )?(?:puedo|dejan?|aguanto)\b|\bhorrible\b|\bni (?:caminar|pararme|moverme)\b"
)
_MUCH = re.compile(
    r"\b(?:a lot|lots|so much|too much|heavy|heavily|gushing|pouring|everywhere|soaked|soaking|clots?|chunks?|tissue)\b|\bpads? (?:every|each|an? hour|in (?:an?|one|under|less))|\b(?:every|each) (?:like )?(?:\d{1,2}|ten|fifteen|twenty|thirty|half|few) (?:min\w*|hour)\b"
    r"|\bthrough (?:\w+ ){0,2}?(?:pads?|clothes|pants|jeans|towels?|sheets?)\b|\b(?:will|does|can|is) not stop\w*\b|\bwont stop\b"
    r"|\b(?:mucha|mucho|muchisim[oa]|bastante|demasiada|demasiado|un chorro|a chorros|un monton|coagulos?|pedazos|bolas)\b|\btoallas? (?:cada|por hora|en (?:una|media) hora)\b|\bcada (?:\d{1,2}|diez|quince|veinte|treinta|media) (?:min\w*|hora)\b|\bno (?:me )?(?:para|deja|paro|dejo)\b|\bempap\w+\b"
)
_SO = r"(?:(?:like|and|but|its|it is|it|i am|am|is|its|kinda|really|real|just|now|yes|yeah|ya|y|pero|si|es|esta|sale|me sale|como|yo|estoy|im|un|a) )*"
_ONLY_MUCH = re.compile(
    rf"{_SO}(?:a lot|lots|alot|so much|too much|much|heavy|bad|real bad|really bad|so bad|pretty bad|everywhere|gushing|pouring|clots?|big clots?|(?:more|worse)(?: (?:and|than) \w+)?|through (?:my )?(?:pants|clothes|pads?)"
    r"|much[oa]|muchisim[oa]|bastante|demasiad[oa]|chorro|a chorros|coagulos?|cada vez mas|peor)(?: (?:a lot|of (?:it|blood|clots)|sangre|now|too|tho|though|rn|right now|ahora|ahorita|y mas|de sangre|coming out|and clots))*"
)
_FAINT = re.compile(
    r"\b(?:dizzy|light ?headed|faint\w*|woozy|weak|passing out|pass out|cold sweats?|shaky|shaking|everything (?:is )?(?:spinning|black|dark)|seeing (?:black|spots)|fever|chills|lucecitas|estrellitas"
    r"|(?:see|seeing|sees) (?:lights|stars|flashes)|blurry|maread[oa]|mareo|desmay\w+|debil|sudor frio|temblando|todo me da vueltas|veo (?:negro|borroso)|fiebre|escalofrios?)\b"
)
_ONLY_STABS = re.compile(
    rf"{_SO}(?:stabbing|sharp|burning|tearing|on (?:one|my|the) (?:\w+ )?side|one side|(?:my |the )?(?:right|left)(?: side)?|shoulder too|(?:my )?shoulder(?: hurts)?|punzadas?|punzante|de un (?:solo )?lado|del lado \w+|el (?:hombro|costado)|(?:like )?every \d+ min\w*|cada \d+ min\w*|back to back)"
    r"(?: (?:pain|pains|dolor|now|too|tho|fuertes?|ahora|también|tambien|real bad|so bad|hurts))*"
)
_PILLS = re.compile(
    r"\b(?:took|take|taken|gave|given|made me|tome|tomo|tomar|tomarme|dio|dieron|trague|swallowed)\b.*\b(?:pills?|pill|meds?|pastillas?|pildoras?|misoprostol|cytotec|mifepristone|plan c)\b|\b(?:abortion|abort\w*) pills?\b|\bpastillas? (?:para|pa|de) (?:abort\w+)\b"
)
_TAKEN_NOW = re.compile(
    r"\b(?:all (?:of )?(?:them|the|my)|whole|bottle|bunch|handful|to die|kill\w*|overdos\w*|todas|frasco|bote|morir\w*|matarme|sobredosis|tylenol|benadryl|xan\w*|percs?|fent\w*)\b"
)
_FEARS_ER = re.compile(
    r"\b(?:if i go|going|go) (?:to |in )?(?:the |a )?(?:er|hospital|doctor|clinic|there)?(?: \w+){0,3} (?:they|cops|police|doctors?)(?: \w+){0,2} (?:call|arrest|report|tell|lock|take)\w*\b|\b(?:er|hospital|doctors?|clinic|they)(?: \w+){0,2} (?:will |gonna |going to )?(?:call|report)(?: \w+){0,2} (?:cops|police|cps|ice|me|my \w+)\b"
    r"|\bsi voy (?:al|a la|a|con el|con)(?: \w+)? (?:hospital|urgencias|clinica|doctor)?(?: \w+){0,2}? ?(?:llaman|le hablan|me (?:reportan|arrestan|llevan|denuncian|detienen))\b|\b(?:hospital|doctor|clinica|urgencias)(?: \w+){0,2} (?:llaman?|reportan?|avisan?|denuncian?)(?: \w+){0,2} (?:policia|migra|dif|mi \w+)\b"
)
_NEWBORN = re.compile(
    r"\b(?:leave|leaving|left|drop|dropping|give|giving|surrender|put)(?: (?:up|off))? (?:it|the baby|my baby|her|him|a baby|a newborn|the newborn|this baby|my newborn)(?: (?:up|off|over))? (?:somewhere|some place|someplace|any ?where|safe|at (?:a|the) (?:fire|police|hospital|church|er|station|door\w*)|(?:to|with) (?:a|the) (?:hospital|fire ?fighter|nurse|church|cops)|in (?:a|the) (?:box|hospital)|for adoption|for someone|and not|without)"
    r"|\bsafe haven\b|\bbaby box\b|\b(?:can not|cant|do not want to|not going to) keep (?:the baby|it|her|him|my baby) (?:when|after|once) (?:it|he|she|the baby) (?:is )?(?:born|comes?|gets here)\b"
    r"|\b(?:dejar\w*|dejo|entregar\w*|entrego|dar\w*)(?: (?:a|al|el|la|mi|un))* (?:bebe|bb|beibi|recien nacid[oa]|nin[oa]|criatura)(?: \w+){0,2} (?:en (?:un|una|el|la|algun) \w+|a (?:alguien|un hospital|los bomberos)|sin (?:problemas?|que|meterme)|y que no)\b|\b(?:lo|la) (?:puedo )?(?:dejo|dejar\w*|entreg\w+)(?: \w+)? (?:en (?:algun|un|una|el|la) (?:lado|lugar|hospital|iglesia|estacion)|sin (?:problemas?|que|meterme))\b"
)
_OF_BIRTH = re.compile(
    r"\b(?:have it|born|birth|newborn|baby|pregnan\w*|haven|nazca|nace|nacer|recien nacid[oa]|bebe|bb|embaraz\w+|tengo|parto|lo tengo)\b"
)
_HIDES = re.compile(
    r"\b(?:nobody|no ?one|no one|none|parents|mom|family)(?: \w+){0,3} (?:knows?|know)\b|\b(?:hiding|hid|hidden) (?:it|the|my)\b|\bnadie(?: \w+)? sabe\b|\bno (?:le|les) he dicho\b|\b(?:no saben|lo escondo|lo he escondido)\b"
)


def tells_span(said: str) -> bool:
    """Return whether a text names weeks or months as somebody does who tells how far along they are."""
    return _WEEKS.search(said) is not None or _MONTHS.search(said) is not None


def is_late(said: str) -> bool:
    """Return whether the weeks or months of a text are the second half of a pregnancy."""
    return _LATE.search(said) is not None


def has_pain(said: str) -> bool:
    """Return whether a text tells of pain that may be in the belly."""
    return _PAIN.search(said) is not None and _ELSEWHERE.search(said) is None


def is_one_sided(said: str) -> bool:
    """Return whether a pain is on one side, or in the shoulder."""
    return _SIDE.search(said) is not None


def is_severe(said: str) -> bool:
    """Return whether a pain is told to be bad."""
    return _SEVERE.search(said) is not None


def is_much(said: str) -> bool:
    """Return whether a text beside blood tells that it is a lot."""
    return _MUCH.search(said) is not None


def grows(said: str) -> bool:
    """Return whether all of `said` tells that it is a lot or worse, or what the pain is like: "like a lot", "like stabbing"."""
    return _ONLY_MUCH.fullmatch(said) is not None or _ONLY_STABS.fullmatch(said) is not None


def is_faint(said: str) -> bool:
    """Return whether somebody is dizzy, faint, weak or feverish."""
    return _FAINT.search(said) is not None


def names_pills(said: str) -> bool:
    """Return whether somebody took or was given pills, and nothing tells of too many or of a wish to die."""
    return _PILLS.search(said) is not None and _TAKEN_NOW.search(said) is None


def asks_of_newborn(said: str) -> bool:
    """Return whether a text asks where a baby that nobody can keep may be left."""
    return _NEWBORN.search(said) is not None and _OF_BIRTH.search(said) is not None


def fears_care(said: str) -> bool:
    """Return whether somebody fears what an ER would tell, or whom it would call."""
    return _FEARS_ER.search(said) is not None


def is_hidden(said: str) -> bool:
    """Return whether a text tells that nobody knows of it."""
    return _HIDES.search(said) is not None
