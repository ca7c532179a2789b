"""Loneliness, with no word of wanting to die: nobody is asked whether they are safe for it. Pure."""

from __future__ import annotations

import re

_LONELY = re.compile(
    r"\b(?:lonely|loneliness|feel(?:ing|s)?(?: \w+){0,2} alone|(?:so|all) alone|alone in this|been alone|on my own with this|"
    r"(?:no one|nobody|noone)(?: \w+){0,2} (?:gets|understands?|knows what|relates?|been through)|"
    r"(?:have|got) (?:no|zero) friends|do not (?:have|know) (?:anyone|anybody|any friends)|have (?:no one|nobody)|"
    r"miss (?:having )?(?:people|ppl|friends|my (?:people|friends|girls))|"
    r"me siento (?:\w+ )?sol[oa]|bien sol[oa]|tan sol[oa]|nadie me (?:entiende|comprende|escucha)|"
    r"no (?:tengo|conozco) (?:a nadie|amig[oa]s)|extrano a (?:mi gente|mis amig[oa]s)|a solas con (?:esto|todo))\b"
)
_HOPELESS = re.compile(
    r"\b(?:die|dying|died|dead|death|kill\w*|suicid\w*|end(?:ing)? (?:it|things|my)|hurt(?:ing)? myself|cut(?:ting)?|pills?|"
    r"overdos\w*|jump|bridge|gun|rope|hang|point|anymore|no more|any more|done with|over it|tired of (?:life|living|it|everything)|"
    r"(?:can not|cant) (?:go on|do this|take it|keep)|give up|giving up|gave up|gone|disappear\w*|vanish|sleep forever|"
    r"not wake|never wake|wake up|would (?:not )?(?:even )?(?:miss|notice|care)|miss me|better off|worth\w*|burden|hate myself|"
    r"hopeless|numb|empty|dark|goodbye|bye|reason to|here anymore|alive|exist\w*|forgot about me|"
    r"morir\w*|muer\w*|matar\w*|suicid\w*|acabar|cortar\w*|pastillas|puente|ya no (?:puedo|quiero|aguanto)|no aguanto|no puedo mas|"
    r"rendir\w*|desaparecer|sin mi|sentido|vale la pena|no valgo|estorbo|carga|vaci[oa]|despertar|adios|vivir|cansad[ao] de)\b"
)


_DENIED = re.compile(r"\\bdon\\W?t\\b")


def is_lonely(text: str) -> bool:
    """Return whether a text, plain or spelled out, tells of being alone and of nothing worse."""
    said = _DENIED.sub("do not", text)
    return _LONELY.search(said) is not None and _HOPELESS.search(said) is None
