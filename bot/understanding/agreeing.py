"""Words that agree, of which a yes in own words has at least one where the safety of a screen hangs on it."""

from __future__ import annotations

import re

_BEGINS_WITH_YES = re.compile(
    r"\W*(?:s+i+|sip|simon|claro|va|vale|dale|orale|yes|yep|yup|sure|of course|bet)\b"
    r"(?! que no\b|\W+(?:no|nah|nope)\W*$)"
)
_IS_FINE = re.compile(
    r"\b(?:im|i\W?m|i am|estoy) (?:all |muy )?(?:good|cool|straight|fine|set|ok|okay|bien)\b"
    r"|\b(?:estoy|ando|toy|ta|esta|quedo) (?:bien )?asi\b|\basi (?:estoy|ando|toy)\b|\b(?:pa|para) otra\b"
    r"|\bdej(?:a|e|alo|elo|emoslo|amoslo) (?:eso |las cosas |todo )?asi\b"
)
_AGREES = re.compile(
    r"\b(?:y+e+s*|yea+h*|yep|yup|yas+|ya|ye|yh|yuh|yurr*|yerr*|yessir|mhm+|mm+ ?hm+|uh huh|ok\w*|k+|sure|fine|cool|good"
    r"|great|al+right|aight|ight|bet|down|safe|alone|please|pls|plz|go ahead|go head|goahead|go for it|go on|gwan|lets"
    r"|let s|do (?:it|that|so)|hit me|right|same|true|facts|def\w*|total\w*|exact\w*|correct|accurate\w*|course|obv\w*"
    r"|fosho|fo sho|for ?sure|deadass|already|skoden|why not|word|send|tell|shoot|come|bring|want|like|love|need|works?"
    r"|ready|fits?|s+i+|sip|simon|claro|clarin\w*|dale|va|vale|orale|bueno|bien|sale|por ?fa\w*|arre|asi|exacto|cabal"
    r"|eso|tato|ta (?:to|bien|bueno)|de una|juega|jalo|ni ?modo|chido|sobres|a huevo|quiero|gusta\w*|haga\w*|venga"
    r"|perfecto|listo|lista|adelante|pues|mand\w+|cuenta\w*|dime|diga\w*|acepto|acuerdo|parece|solo|sola|segur[oa])\b"
)


def agrees_in(plain_text: str) -> bool:
    """Return whether a text has a word that agrees."""
    return _AGREES.search(plain_text) is not None


def begins_with_yes(plain_text: str) -> bool:
    """Return whether a text begins with a yes, so that it is no "no": "si, no tengo a donde ir"."""
    return _BEGINS_WITH_YES.match(plain_text) is not None


def is_fine(plain_text: str) -> bool:
    """Return whether somebody is fine or leaves it, which declines as often as it agrees: "im good on that"."""
    return _IS_FINE.search(plain_text) is not None
