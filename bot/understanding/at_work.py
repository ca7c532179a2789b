"""Harm that work did to a body, in English and Spanish: a cut, a burn, a crushed hand, a fall. Nobody meant it."""

from __future__ import annotations

import re

_AT_WORK = (
    r"(?:at (?:my |the )?(?:work|job|shop|plant|factory|farm)|on the job|working|while i work|machine\w*|saw|slicer"
    r"|grinder|conveyor|press|"
    r"forklift|meat cutter|lawn ?mower|fryer|grill|en (?:el|la|mi) (?:trabajo|jale|chamba|fabrica|polleria|obra"
    r"|construccion|rancho|cocina|"
    r"restaurante|taller|bodega|planta|campo)|trabajando|chambeando|jalando|maquina|sierra|molino|rebanadora|cortadora"
    r"|prensa|montacargas|"
    r"freidora|plancha|podadora|machete)"
)
_CUT = re.compile(
    rf"\b(?:me (?:corte|rebane|troce|moche|tajie)|i (?:just |almost |really )?(?:cut|sliced|chopped"
    rf"|sawed))\b.*\b{_AT_WORK}\b"
    rf"|\b{_AT_WORK}\b.*\b(?:me corte|i (?:just )?(?:cut|sliced|chopped))\b"
    r"|\b(?:maquina|sierra|rebanadora|cortadora|machine|saw|slicer) (?:me |nos )?(?:corto|rebano|mocho|cut|sliced|got"
    r"|caught)"
    r" (?:(?:me|my|la|mi|un|el|off) )*(?:hands?|fingers?|arm|manos?|dedos?|brazo)\b"
)
_NO_CUT = re.compile(
    r"\b(?:hair|bangs|beard|shav\w+|pelo|cabello|barba|fleco|rasur\w+|grass|pasto|zacate|hours?|horas|on purpose|a "
    r"proposito|"
    r"cut (?:myself|me) (?:off|out|from)|wrists?|munecas?)\b"
)
_HURT = re.compile(
    rf"\b(?:me (?:queme|lastime|machuque|quebre|golpee|prense|aplaste|lesione)|i (?:just |got |really |badly "
    rf")*(?:burn(?:ed|t)?|hurt|"
    rf"smashed|crushed|broke|injured))\b(?! (?:feelings|up with|out)).*\b{_AT_WORK}\b"
)
_FELL = re.compile(
    r"\b(?:me cai|i (?:just )?fell) (?:\w+ )?(?:del?|desde|off|from)(?: (?:un|una|el|la|the|a|of))* (?:techo|andamio"
    r"|escalera|roof|ladder|"
    r"scaffold\w*|second floor|segundo piso|arbol|tree)\b"
)


def is_cut(said: str) -> bool:
    """Return whether somebody was cut at work: a wound that nobody meant."""
    return _CUT.search(said) is not None and _NO_CUT.search(said) is None


def is_hurt(said: str) -> bool:
    """Return whether somebody was burned, crushed or hurt at work."""
    return _HURT.search(said) is not None and _NO_CUT.search(said) is None


def is_fall(said: str) -> bool:
    """Return whether somebody fell from high up."""
    return _FELL.search(said) is not None


_WORKS_AS = re.compile(
    r"(?:i|we) (?:am |also |just )*(?:work|working|do|clean|cook|dance|dancing|strip)(?: (?:in|at|as|a|an|the|for))* "
    r"(?!now|right|rn|today|tonight|til|until|late|tomorrow|soon|first|it|that|this|not)\w+(?: (?:parlor|spa|salon"
    r"|bar|club|houses|hotels|fields|farm|shop|place|there))?"
)


def works_as(said: str) -> bool:
    """Return whether all of `said` tells what somebody works as: "i dance at a club"."""
    return _WORKS_AS.fullmatch(said) is not None
