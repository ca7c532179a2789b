"""A small grammar of who got out, was let go, or is kept by what was taken, in English and Spanish.

Texts are words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_LEAD = r"(?:(?:ok|omg|hey|hi|hola|and|but|so|now|just|finally|i think|i|we|its me|it is me|y|pero|ya|al fin|por fin|apenas|es que|si|oye|gracias a dios|creo que|me|nos) )*"
_HE = r"(?:(?:he|she|they|el|ella|ellos|my \w+|mi \w+|finally|just|ya|al fin|por fin) )*"
_TAIL = r"(?: (?:now|finally|today|last night|this morning|just now|already|of (?:there|here|the (?:house|room|car|truck|motel|hotel))|from (?:him|them|there)|alive|ya|hoy|anoche|ahorita|al fin|por fin|de (?:ahi|alla|la casa|el|ellos|con el)|del (?:cuarto|carro|motel|lugar)|por la ventana|through the window|corriendo|running|sola|solo|alone|i am|estoy|afuera|outside|safe|a salvo))*"
_OUT = re.compile(
    rf"{_LEAD}(?:got (?:out|away|loose)|made it out|ran (?:away|out|off)|escaped|broke out|am out|am free|are out|was able to (?:get out|leave|run)|could get out){_TAIL}"
    rf"|{_LEAD}{_HE}(?:(?:let|has let|lets) (?:me|us) (?:go|out)|untied (?:me|us)|dropped (?:me|us) off|left me(?: (?:on|at|by|in) .{{0,25}})?|kicked me out of (?:the|his) (?:car|truck|van)){_TAIL}"
    rf"|{_LEAD}{_HE}(?:me |nos )?(?:solto|soltaron|dejo (?:ir|salir|tirada|tirado|botada|botado)|dejaron (?:ir|salir|tirada|tirado|botada|botado)|bajo del (?:carro|coche|troca)|desamarro){_TAIL}"
    rf"|{_LEAD}(?:pude (?:salir|escapar|escaparme|irme|correr|zafarme)|pudimos (?:salir|escapar)|logre (?:salir|escapar|escaparme)|escape|escapamos|nos escapamos|salimos|zafe|zafamos|sali|sali corriendo|avente|corri){_TAIL}"
)
_CALM = re.compile(
    r"\b(?:got out of (?:school|work|class|bed|jail|juvie|prison|the shower)|sali (?:de (?:la )?(?:escuela|clase|trabajo|banar|bano|carcel|regadera)|del (?:trabajo|bano))|got away with)\b"
)
_MOST_WORDS = 16


def is_out(said: str) -> bool:
    """Return whether all of `said` tells that they got out, or that they were let go: it counts beside a danger."""
    full = in_full(said)
    return said.count(" ") < _MOST_WORDS and _OUT.fullmatch(full) is not None and _CALM.search(full) is None


_TAKES = re.compile(
    r"\b(?:me|nos) (?:quito|quitaron|robo|robaron|escondio|escondieron|agarro|rompio|quita)(?: \w+)? (?:llaves?|zapatos|ropa|dinero|papeles|pasaporte|cartera|bolsa|id|identificacion|carro)\b"
    r"|\b(?:he|she|they)(?: (?:just|has|have|also))* (?:took|takes|hid|stole|broke|got|grabbed)(?: (?:all|away|of))* my (?:car )?(?:keys?|shoes|clothes|money|wallet|purse|id|passport|papers|car)\b"
    r"|\bno (?:me|nos) (?:deja|dejan) (?:salir|ir|irme|bajar)\b|\b(?:will|does|do|is|are) not (?:let|letting) (?:me|us) (?:go|leave|out)\b"
    r"|\b(?:sigue|todavia esta|still)(?: \w+)? (?:aqui|enojado|afuera|borracho|here|mad|outside|drunk)\b"
)


def is_kept_by(said: str) -> bool:
    """Return whether a text tells what was taken that they would need to leave, or that he is still there."""
    full = in_full(said)
    return said.count(" ") < _MOST_WORDS and _TAKES.search(full) is not None
