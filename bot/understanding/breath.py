"""A small grammar of somebody who lies there: how they breathe and look, what they were given, who sleeps it off. Pure.

In English and Spanish. All texts are words with one space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

_WRONG = r"(?:weird|funny|wrong|slow\w*|shallow|heavy|hard|bad|off|noisy|raspy|loud\w*|weak\w*|strange\w*|different|real fast|too fast|in gasps)"
_MAL = r"(?:raro|rara|feo|fea|mal|despacio|lento|lenta|apenas|poquito|poco|fuerte|rapido|cada rato menos|con trabajo|como ronc\w+)"
_BAD_BREATH = re.compile(
    rf"\bbreath\w*(?: \w+){{0,3}}? {_WRONG}\b|\b(?:barely|hardly|slowly|weird|hard|not really|not|stopped) breath\w*\b|\bbreath\w*(?: \w+)? (?:but )?(?:barely|hardly)\b"
    r"|\b(?:she|he|they|her|friend|girl|like|is|keeps)(?: \w+){0,3} (?:snor(?:e|es|ing)|gurgl\w+|gasp\w*|foam\w*|wheez\w*)\b|\brattl\w+ (?:sound|noise)\b"
    r"|\b(?:lips?|nails?|fingers?|face|skin|mouth)(?: (?:is|are|looks?|look|turning|turned|going|went|getting|got|all|kinda|kind of|so|like|really))* (?:blue|purple|gr[ae]y|white|pale)\b"
    r"|\b(?:blue|purple|gr[ae]y|white) (?:lips?|nails?|face|fingers?)\b"
    r"|\b(?:she|he|they)(?: (?:is|are|feels?|feel|looks?|turning|turned|getting|so|really|all|kinda|now|just|like|ice))+ (?:cold|pale|blue|purple|gr[ae]y|limp|stiff|clammy|floppy)\b"
    rf"|\brespira\w*(?: \w+){{0,2}}? {_MAL}\b|\b(?:apenas|casi no|ya no|no) (?:esta )?respira\w*\b|\b(?:esta|ella|el|y|como|se oye)(?: \w+){{0,2}} ronca\w*\b|\bgorgo\w+\b|\bespuma\b"
    r"|\b(?:labios?|unas|cara|boca|dedos|boquita)(?: (?:los|las|la|tiene|esta|estan|se le|pusieron|muy|bien|todos?|todas?|como))* (?:azul\w*|morad\w+|blanc\w+|gris\w*|palid\w+)\b"
    r"|\b(?:tiene|esta|se puso|se esta poniendo)(?: (?:los|las|la|muy|bien|todos?|toda|como))* (?:(?:labios|unas|cara) )?(?:fri[ao]|helad[ao]|palid[ao]|azul|morad[ao]|ties[ao]|aguad[ao])\b"
)
_GIVEN = re.compile(
    r"\b(?:do not|dont|not|no|never) (?:even |really )?(?:know|sure|idea|clue|se|sabemos|sabe)(?: (?:of|de))? (?:what|que|q)(?: \w+){0,3}? (?:gave|give|given|put|slipped|took|takes?|taken|had|was in|is in|drank|smoked|dieron|dio|tomo|tomaron|pusieron|puso|metio|metieron|era|traia|fumo|consumio)\b"
    r"|\b(?:they|he|somebody|someone|it) (?:gave|slipped|put|spiked)(?: (?:her|him|us|them|something|sum\w*|some\w*|a|the|in|our|drinks?))+\b|\b(?:le|les|nos) (?:dieron|dio|pusieron|puso|echaron|echo) (?:algo|unas?|pastillas?|una)\b"
)
_AFRAID = re.compile(
    r"(?:(?:omg|oh my god|please|pls|help|god|i|am|we|are|so|really|just|like|im|scared|freaking|out|panicking|shaking|crying|terrified|afraid|idk|what|to|do|do not|know|hurry|me|af|fr|rn|now|right"
    r"|ay|dios|mio|por|favor|ayuda|ayudame|tengo|mucho|tanto|bastante|miedo|estoy|muy|bien|asustad[oa]|temblando|llorando|nervios[oa]|no|se|que|hacer|y|pero|and|but) ?)+"
)
_FEAR = re.compile(
    r"\b(?:scared|freaking|panicking|shaking|crying|terrified|afraid|miedo|asustad[oa]|temblando|llorando|nervios[oa])\b"
)
_FINDS_NOT = re.compile(
    r"\b(?:can not|could not|do not|dont|not) (?:even )?(?:find|see|know where)\b|\blost (?:my|her|his|our|the)\b|\b(?:no|ni) (?:encuentro|hallo|veo|se donde (?:esta|estan|deje))\b|\bperdi (?:mi|mis|su|sus|el|los|la|las)\b"
)


def breathes_badly(said: str) -> bool:
    """Return whether somebody breathes or looks as one who needs help now: snores, gasps, has blue lips, is cold."""
    return _BAD_BREATH.search(said) is not None


def tells_what_was_given(said: str) -> bool:
    """Return whether a text tells, or does not know, what somebody was given or took."""
    return _GIVEN.search(said) is not None


def is_afraid(said: str) -> bool:
    """Return whether all of `said` is fear: "im so scared omg"."""
    return _FEAR.search(said) is not None and _AFRAID.fullmatch(said) is not None


def finds_not(said: str) -> bool:
    """Return whether somebody can't find a thing, which beside an emergency is no wish for one."""
    return _FINDS_NOT.search(said) is not None


_THEY = (
    r"(?:she|he|they|(?:my|the|our) (?:\w+ )?(?:mom|mama|mother|dad|father|step ?dad|step ?mom|uncle|aunt|bf|boyfriend|gf|girlfriend|man|husband|wife|boss|pimp|madam|brother|cousin|roommate|guard)"
    r"|ella|el|ellos|mi (?:\w+ )?(?:mama|papa|madre|padre|padrastro|madrastra|tio|tia|novio|novia|esposo|marido|patron|padrote|hermano|primo)|la senora|el senor)"
)
_SO = r"(?:(?:ya|yes|yeah|yea|ok|okay|no|rn|right now|and|but|cuz|because|well|lol|si|pues|y|pero|ahorita|es que|ahora|oh|now) )*"
_ON = (
    r"(?: (?:drunk|wasted|tipsy|high|from drinking|from the (?:beer|liquor|drinks?)|on the (?:couch|floor|bed|sofa|chair)|in (?:bed|the (?:room|chair|living room|bedroom|other room|car))|at last|finally|again|now|already|rn|right now|as always|like always|lol"
    r"|cold|borrach[oa]|tomad[oa]|ped[oa]|en (?:el (?:sillon|sofa|cuarto|piso|suelo)|la (?:cama|sala|silla))|ya|otra vez|como siempre|por fin|de (?:borrach[oa]|tanto tomar|la borrachera)))*"
)
_THEN = r"(?: (?:so|and|y|asi que|por eso)(?: (?:now|ya|ahora|ahorita))? (?:i|yo)? ?(?:(?:can|could|am able to|puedo|si puedo) .*|(?:am )?text\w* .*))?"
_SLEEPS = re.compile(
    rf"{_SO}{_THEY} (?:(?:is|are|was|been|all|just|already|finally|fell|ya|se|esta|estan|bien|muy|todo|toda|quedo|quedaron|always|prob\w*) )*"
    r"(?:passed out|knocked out|out cold|out|asleep|sleeping|snoring|ko|blacked out|dormid[oa]s?|durmio|durmiendo|durmieron|tirad[oa]|perdid[oa]|privad[oa]|noquead[oa])"
    rf"(?: (?:bien|muy|todo|toda))?{_ON}{_THEN}"
)
_SE_DURMIO = re.compile(
    rf"{_SO}(?:{_THEY} )?(?:ya )?(?:se )?(?:quedo|durmio|cayo|esta)(?: (?:bien|muy|todo|toda|ya))* (?:dormid[oa]|tirad[oa]|borrach[oa]|tomad[oa]|perdid[oa])(?: (?:bien|muy|de|por|y))*{_ON}{_THEN}"
)
_NO_SLEEP = re.compile(
    r"\b(?:not wake|wont wake|not waking|no despierta|no reacciona|not breath\w*|not mov\w*|pills?|pastillas?|overdos\w*|od|fent\w*|heroin\w*|xan\w*|percs?|dope|needle|jeringa|heroina|sobredosis|blue|azul|cold as)\b"
)
_WAKES = re.compile(
    rf"{_SO}(?:i think |creo que |oh no |shit |omg |fuck )*(?:{_THEY} )?(?:(?:is|are|just|may be|might be|ya|se|esta|starting to|about to|gonna) )*"
    r"(?:waking up|wake up|woke up|getting up|got up|stirring|despertando|despierta|desperto|levantando|levanto)(?: (?:now|again|rn|right now|ya|ahorita|lol|shit|omg))*"
)


def sleeps_it_off(said: str) -> bool:
    """Return whether all of `said` tells that somebody is passed out or sleeps, and nothing of a drug: "hes passed out drunk"."""
    told = _SLEEPS.fullmatch(said) or _SE_DURMIO.fullmatch(said)
    return told is not None and _NO_SLEEP.search(said) is None


def wakes(said: str) -> bool:
    """Return whether all of `said` tells that somebody wakes up, who may see this."""
    return _WAKES.fullmatch(said) is not None
