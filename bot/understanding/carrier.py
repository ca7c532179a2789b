"""Opt-out, opt-in and help keywords in both languages, fixed in code so that no edit can change them (promise 6).

Only a *whole* text matches. A sentence such as "make it stop" never does: it is read for danger.
Sources: the carriers' words of 2026 (STOP ... OPTOUT; START UNSTOP, YES; HELP INFO) and 47 CFR 64.1200(a)(10),
by which any clear wish to get no more texts counts.
"""

from __future__ import annotations

from bot.flows.names import Answer
from bot.understanding.words import Words

STOP_WORDS = (
    "STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT",
    "ALTO", "PARAR", "PARA", "CANCELAR", "BAJA", "DETENER", "BASTA", "TERMINAR",
)  # fmt: skip
START_WORDS = ("START", "UNSTOP", "INICIAR", "COMENZAR", "REACTIVAR")
HELP_WORDS = ("HELP", "INFO", "AYUDA")
AGREEING = ("YES", "SI")
"""Words that opt in again, but only after an opt-out. Otherwise they answer a question."""

_STOP_PHRASES = """
stop all; opt out; stopp; stpo; sotp
stp; unsubscribe me; unsuscribe; unsubscibe; please unsubscribe; cancel all; end all; quit all
opt me out; i want to opt out; i want to unsubscribe; i would like to opt out; remove me; delete my number
stop texting; stop texting me; stop texting me please; please stop texting me; please stop texting
stop texting my phone; stop texting this number; stop messaging me; please stop messaging me; stop messaging
stop contacting me; stop bothering me; stop sending me messages; stop sending me texts; stop sending messages
stop sending texts; stop sending me this; stop sending me these; stop sending me stuff; stop these texts
stop these messages; stop the texts; stop the messages; stop writing me; stop writing to me; stop hitting me up
stop blowing up my phone; quit texting me; quit messaging me; do not text me; do not text me anymore
do not text me any more; do not text me again; do not text me ever again; do not ever text me again
do not text this number; do not text this number again; do not text this number anymore; never text me again
never text me; please do not text me; please do not text me anymore; please do not text me again
do not message me; do not message me anymore; do not message me again; never message me again; do not contact me
do not contact me again; do not contact me anymore; do not write me; do not write me anymore
do not write to me anymore; i do not want these texts; i do not want these messages; i do not want your texts
i do not want your messages; i do not want any more texts; i do not want any more messages; i do not want texts
i do not want to get texts; i do not want to get these texts; i do not want more texts; no more texts
no more texting; no more messages; no more texts please; no more messages please
take me off your list; take me off the list; take me off this list; take me off
take my number off your list; remove me from your list; remove me from this list; remove me from the list
remove my number; lose my number; end messages; end texts; cancel messages; cancel texts; cancel subscription
cancel my subscription; turn off texts
no mas mensajes; no mas textos; ya no mas mensajes
alto por favor; cancelar todo; cancela
darme de baja; dame de baja; denme de baja; dar de baja; date de baja; quiero darme de baja; desuscribir
desuscribirme; anular; quitame de la lista; quitenme de la lista; sacame de la lista; saquenme de la lista
borra mi numero; borren mi numero; no me escribas; no me escribas mas; ya no me escribas
no me vuelvas a escribir; nunca mas me escribas; no me escriban; no me escriban mas; ya no me escriban
no me vuelvan a escribir; deja de escribirme; dejen de escribirme; no me mandes mensajes
no me mandes mas mensajes; no me mandes mas; ya no me mandes mensajes; ya no me mandes mas mensajes
no me manden mensajes; no me manden mas mensajes; no me manden mas; ya no me manden mensajes
ya no me manden mas mensajes; deja de mandarme mensajes; dejen de mandarme mensajes; deja de enviarme mensajes
dejen de enviarme mensajes; no me envies mensajes; no me envies mas mensajes; no me envien mas mensajes
no me textees; no me textees mas; no me contactes; no me contactes mas; no me contacten mas
no quiero mas mensajes; ya no quiero mensajes; ya no quiero mas mensajes; no quiero mensajes
no quiero recibir mensajes; ya no quiero recibir mensajes; no quiero recibir mas mensajes
"""

_SHORT = {
    "dont": ("do", "not"), "dnt": ("do", "not"), "plz": ("please",), "pls": ("please",), "plss": ("please",),
    "txt": ("text",), "txting": ("texting",), "txts": ("texts",), "textin": ("texting",), "msg": ("message",),
    "msgs": ("messages",), "id": ("i", "would"), "wanna": ("want", "to"),
    "u": ("you",), "ur": ("your",), "im": ("i", "am"),
    "texing": ("texting",), "unsub": ("unsubscribe",), "porfa": ("por", "favor"), "xfa": ("por", "favor"),
    "msj": ("mensajes",), "msjs": ("mensajes",),
}  # fmt: skip


def _listed() -> dict[tuple[str, ...], Answer]:
    listed: dict[tuple[str, ...], Answer] = {}
    for answer, words in ((Answer.STOP, STOP_WORDS), (Answer.START, START_WORDS), (Answer.HELP, HELP_WORDS)):
        listed |= {(word.lower(),): answer for word in words}
    for line in _STOP_PHRASES.strip().splitlines():
        listed |= {tuple(phrase.split()): Answer.STOP for phrase in line.split(";")}
    return listed


_WHOLE = _listed()
_AGREE = frozenset((word.lower(),) for word in AGREEING)
_LONGEST = max(map(len, _WHOLE))
_BY_PROVIDER = {"STOP": Answer.STOP, "START": Answer.START, "HELP": Answer.HELP}


def heard(words: Words, *, opt_out: str = "", stopped: bool = False) -> Answer | None:
    """Return STOP, START or HELP if the whole text says so, else None.

    `opt_out` is the provider's own verdict (`OptOutType`) and has priority.
    """
    verdict = _BY_PROVIDER.get(opt_out.strip().upper())
    if verdict is not None:
        return verdict
    tokens = words.tokens
    if not tokens:
        return None
    if len(tokens) > 3 * _LONGEST:
        return None
    if len(tokens) > 2 and all(len(token) == 1 for token in tokens):
        tokens = ("".join(tokens),)  # "S T O P", "S.T.O.P."
    said = tuple(part for token in tokens for part in _spelled(token, words.stretched))
    if said in _WHOLE:
        return _WHOLE[said]
    first = said[:1]
    if first in _WHOLE and all(word == first[0] for word in said):
        return _WHOLE[first]  # "STOP STOP STOP"
    return Answer.START if stopped and said in _AGREE else None


def phrases() -> list[str]:
    """List every word and phrase that counts as a carrier keyword."""
    return [" ".join(said) for said in _WHOLE]


def _spelled(token: str, stretched: frozenset[str]) -> tuple[str, ...]:
    if token in stretched:
        token = "".join(letter for at, letter in enumerate(token) if not at or token[at - 1] != letter)
    return _SHORT.get(token, (token,))
