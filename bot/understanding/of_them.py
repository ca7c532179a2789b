"""Hears that a question asks what others tell: staff, a shelter, "they". "Will you tell my mom" asks it of the bot."""

from __future__ import annotations

import re

_PLACE = r"(?:shelters?|places?|hotlines?|lines?|clinics?|hospitals?|homes?|centers?|drop ins?|programs?)"
_PEOPLE = (
    r"(?:staff|person|people|lady|guy|worker|workers|caseworker|caseworkers|counselor|counselors|team|nurse|doctor)"
)
_THEM = rf"(?:they|(?:the|a|that|this|these|those|your|ur) (?:{_PLACE}|{_PEOPLE})|{_PLACE}|staff|people there|someone there)"
_TELL = r"(?:tell|call|report|contact|notify|snitch|inform|text|let|give|share)"
_ASKS = re.compile(
    rf"\b(?:do|does|will|would|can|could|are|is|gonna|must) (?:{_THEM})(?: (?!(?:you|u|i)\b)\w+){{0,3}} {_TELL}\b"
)

_LUGAR = r"(?:albergue|albergues|refugio|refugios|lugar|hogar|casa hogar|centro|clinica|linea|programa|hospital)"
_GENTE = r"(?:persona|personal|equipo|gente|trabajadora|consejera|doctora?|enfermera)"
_ELLOS = rf"(?:ellos|ellas|(?:el|la|los|las|un|una|ese|esa) (?:{_LUGAR}|{_GENTE}))"
_DICEN = r"(?:dicen?|diran?|dira|decir(?:le)?|avisan?|avisar(?:le)?|llaman?|llamar(?:le)?|reportan?|reportar(?:me)?|cuentan?|contar(?:le)?)"
_PREGUNTA = re.compile(
    rf"(?:\b{_ELLOS}(?: (?!(?:tu|yo|usted)\b)\w+){{0,3}} {_DICEN}|\b(?:van|va) a {_DICEN} (?:{_ELLOS}|en (?:el|un) {_LUGAR}))"
    r"\b(?: (?:a|de|al|que)\b)?"
)
_PAST = re.compile(r"\b(?:told|called|reported|ya|dijo|dijeron|llamo|llamaron)\b")


def asks_of_them(said: str) -> bool:
    """Return whether `said` asks what others tell: words with one space, contractions written out."""
    return _PAST.search(said) is None and (_ASKS.search(said) or _PREGUNTA.search(said)) is not None
