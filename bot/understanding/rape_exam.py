"""A small grammar of what is asked after a rape: the kit, a shower before it, a pill, what was in a drink. Pure.

In English and Spanish. All texts are words with one space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

_RAPED = re.compile(
    r"\b(?:raped|rape|sexually assaulted|sa d|molested|forced himself|forced me(?: to have sex)?|had sex with me (?:while|when) i|violad[oa]|violaron|violo|abusaron de mi|abuso de mi|me forzo|me forzaron|me obligo a tener)\b"
)
_DRUGGED = re.compile(
    r"\b(?:drugged|roofied|roofies?|ghb|spiked|dosed)\b|\b(?:put|slipped|slip)(?: \w+){0,3} (?:in|into) (?:my|our|the|a) (?:drink|cup|soda|beer|food|vape|blunt)\b"
    r"|\b(?:me|nos) (?:drogo|drogaron|dopo|doparon)\b|\b(?:me|nos|le) (?:puso|pusieron|echo|echaron|metio|metieron)(?: \w+){0,2} (?:en|a) (?:la|mi|el|su) (?:bebida|vaso|trago|refresco|cerveza|comida)\b"
)
_KIT = re.compile(
    r"\brape ?kit\b|\b(?:a|the|my|any) kit (?:done|w|with|without|if|no|at|even)\b|\b(?:get|do|have|take|before|after|need|for) (?:a|the|my|that|one) kit\b|\bsane (?:nurse|exam)\b|\b(?:rape|forensic|assault|sexual assault) exams?\b"
    r"|\bexamen (?:de violacion|forense|medico forense|ginecologico)\b|\bkit de violacion\b|\bprueba forense\b|\bmedico forense\b"
)
_EXAM = re.compile(r"\b(?:exam|exams|kit|checked out|checked|examen|que me revisen|revision|prueba)\b")
_WASH = (
    r"(?:shower\w*|bath(?:e|ed|ing)?|wash(?:ed|ing)?|clean (?:up|myself|off)|pee|peed|peeing|go to the bathroom|use the bathroom|change (?:my )?clothes|changed(?: my clothes)?|brush(?:ed)? (?:my )?teeth|eat|drink"
    r"|ban(?:ar|arme|o|e|arse)|lav(?:ar|arme|e|o)|duch(?:ar|arme|e|o)|orin(?:ar|e|o)|hac(?:er|erme)? pipi|ir al bano|cambi(?:ar|arme|e)|me bane|me lave|me duche|me cambie)"
)
_SHOWER = re.compile(
    rf"(?:(?:ok|so|and|but|like|y|pero|ya|oh|no|shit|fuck|idk|wait|pues|es que|well|what if|y si) )*(?:(?:do|should|can|could|may|must|am|did|if|i|we|me|yo|already|just|have|had|got|gotta|need|supposed|allowed|not|to|dont|puedo|debo|tengo|que|no|hay|ya|si|tuve|quiero|want|wanna|took|take|taken|a|to|get|first|only) )*{_WASH}"
    r"(?: (?:first|before|already|after|yet|now|today|tho|though|antes|primero|ya|the|a|rape|el|la|del|de|for|para|exam|kit|examen|it|that|eso|go|i|ir|going|is that|ok|bad|esta|mal|lo|arruina|ruin|ruins|mess|up|twice|everything|too|since|anoche|ayer|last night|this morning|hoy|then|todo|todavia|sirve|can|still|dos|veces|and|y|my clothes|mi ropa|me|cambie))*"
)
_PEE = re.compile(
    r"\b(?:in|on|out of) (?:my|ur|your|you|the|a|someones?|his|her) (?:pee|urine|system|blood|body|piss)\b|\b(?:pee|urine|drug|blood|tox\w*|hair) tests?\b|\btest(?:ed)?(?: me)? (?:for|to see|if)(?: \w+){0,4} (?:drug\w*|roof\w*|something|gave|put|in)\b|\bwhat(?: \w+){0,2} (?:he|they|was) (?:gave|put|given|slipped)(?: me| in)?\b"
    r"|\b(?:en|de) (?:la|mi) (?:orina|sangre|pipi|sistema|cuerpo)\b|\b(?:prueba|examen|analisis) de (?:orina|drogas?|sangre|pipi)\b"
)
_HOW_LONG = re.compile(
    r"\b(?:how (?:long|many|much time|soon|late)|still|too late|show\w*|find|test\w*|stay\w*|last|can|cuanto\w*|todavia|sale|dura\w*|se ve|queda|puedo|pueden|sirve)\b"
)
_MEDICINE = re.compile(
    r"\b(?:plan b|morning after(?: pill)?|the pill|that pill|what pill\w*|which pill|(?:hiv|aids|std|sti)s? (?:pill|med\w*|shot|test\w*|thing|stuff)|pep|prep|ella|emergency contracepti\w+|birth control"
    r"|pastilla(?:s)?(?: (?:del|de) (?:dia|emergencia|vih|sida|siguiente|embarazo))?|pildora|plan b|contra el (?:vih|sida|embarazo)|anticoncep\w+)\b"
    r"|\b(?:hiv|aids|std|sti|vih|sida|pregnant|embarazad[oa]|infec\w+|disease|enfermedad\w*)\b"
)
_ASKS = re.compile(
    r"\b(?:can|could|do|does|should|is|am|will|what|which|where|how|too late|still|need|have to|gotta|puedo|debo|tengo que|es|que|cual|donde|como|cuanto\w*|todavia|aun|tarde|sirve|necesito|hay)\b"
)
_HAPPENS = re.compile(
    r"\b(?:right now|rn|is raping|is trying|happening|ahorita|ahora mismo|me esta violando|outside|door|coming|hes here|is here)\b"
)
_OTHERS = re.compile(
    r"\b(?:my|her|his|mi|a) (?:\w+ )?(?:friend|bestie|sister|sis|cousin|daughter|homegirl|roommate|girl|client|student|amiga|amigo|hermana|prima|hija|alumna|clienta)\b(?! (?:drove|took me|brother))"
)


def names_rape(said: str) -> bool:
    """Return whether a text names a rape, or that somebody was drugged."""
    return _RAPED.search(said) is not None or _DRUGGED.search(said) is not None


def names_drugging(said: str) -> bool:
    """Return whether somebody was drugged, or something was put into a drink."""
    return _DRUGGED.search(said) is not None


def names_kit(said: str) -> bool:
    """Return whether a text names the exam by a word that means no other."""
    return _KIT.search(said) is not None


def names_exam(said: str) -> bool:
    """Return whether a text names an exam or a check-up, which after a rape is that one."""
    return _EXAM.search(said) is not None


def asks_of_shower(said: str) -> bool:
    """Return whether all of `said` asks about a shower, the toilet or other clothes, or tells that it is done."""
    return _SHOWER.fullmatch(said) is not None


def asks_of_drug_test(said: str) -> bool:
    """Return whether a text asks how long a drug is found, or for a test."""
    return _PEE.search(said) is not None and _HOW_LONG.search(said) is not None


def asks_of_medicine(said: str) -> bool:
    """Return whether a text asks for what helps against a pregnancy or an infection."""
    return _MEDICINE.search(said) is not None and _ASKS.search(said) is not None


def is_of_now_or_other(said: str) -> bool:
    """Return whether it happens right now, or to somebody else: then numbers or a friend's advice come first."""
    return _HAPPENS.search(said) is not None or _OTHERS.search(said) is not None
