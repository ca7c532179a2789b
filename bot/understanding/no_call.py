"""Why somebody does not call for help in a medical emergency: fear of the law, or no way to call. Pure."""

from __future__ import annotations

import re

_FEARS_LAW = re.compile(
    r"\b(?:probation|parole|warrants?|undocumented|no papers|illegal|jail|prison|arrest\w*|lock(?:ed)? (?:me|us|him|her) up|deport\w*|on the run|"
    r"runaways?|(?:in|get in|be in) trouble|(?:trap|drug) house|not (?:supposed|sposed|allowed) to be here|squatting|"
    r"probatoria|libertad condicional|orden de arresto|indocumentad[oa]s?|ilegal(?:es)?|sin papeles|no (?:tengo|tenemos|tiene|traigo|hay) papeles|migra|"
    r"(?:me|nos|lo|la) (?:van a )?(?:llevan|llevar|encierran|encerrar|meten|agarran|agarrar)|carcel|casa (?:es )?de (?:drogas|venta)|"
    r"no (?:deb\w+|tenemos permiso de|podemos) estar aqui)\b"
)
_NO_MEANS = re.compile(
    r"\b(?:no|out of|without|zero|0) (?:more )?(?:minutes|mins|credit|signal|service|bars|data|plan|phone service)\b|\b(?:phone|cell) (?:is )?(?:off|cut off|has no \w+)\b"
    r"|\b(?:can not|could not|not able to) (?:\w+ )?(?:talk|speak|call|phone|dial)\b|\b(?:do not|can not) (?:speak|talk|know)(?: \w+)? english\b"
    r"|\bno (?:tengo|tenemos|traigo|hay|me queda|ando con|cargo)(?: ni| nada de| mas)? (?:saldo|credito|minutos|senal|servicio|datos|recarga|cel|celular|telefono|fon)\b"
    r"|\bsin (?:saldo|credito|minutos|senal|servicio|recarga)\b|\bno (?:puedo|podemos|podria)(?: \w+)? (?:llamar|marcar|hablar)\b"
    r"|\bno (?:hablo|se|hablamos)(?: \w+)? ingles\b|\bse me acabo (?:el saldo|el credito|la recarga)\b"
)
_NO_WISH = re.compile(
    r"\b(?:do not|not|never|no way i|rather not|scared to|afraid to)(?: (?:want|going|gonna|wanna|to|am))* (?:call|calling|dial|dialing)\b"
    r"|\bno (?:quiero|queremos|voy a|vamos a|me animo a|pienso) (?:llamar|marcar)\b|\b(?:miedo|pena|verguenza) (?:de )?(?:llamar|marcar)\b"
)
_BY_SOMEBODY = re.compile(r"\b(?:kill\w*|beat\w*|hit(?:s|ting)?|hurt\w*|shoot\w*|mat\w+|peg\w+|golpe\w+)\b")
_MOST_WORDS = 14


def fears_law(said: str) -> bool:
    """Return whether a short text tells what the law may do to who calls: "tengo warrant", "im on probation"."""
    is_short = said.count(" ") < _MOST_WORDS and _BY_SOMEBODY.search(said) is None
    return is_short and _FEARS_LAW.search(said) is not None


def has_no_means(said: str) -> bool:
    """Return whether a short text tells that a call is not possible: "no tengo saldo", "cant talk out loud"."""
    return said.count(" ") < _MOST_WORDS and _NO_MEANS.search(said) is not None


def wants_no_call(said: str) -> bool:
    """Return whether a short text tells that somebody does not want to call."""
    return said.count(" ") < _MOST_WORDS and _NO_WISH.search(said) is not None
