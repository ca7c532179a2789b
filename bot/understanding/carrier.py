"""Opt-out, opt-in and help keywords in both languages, fixed in code so that no edit can change them (promise 6).

A keyword matches only as a *whole* text; the grammars of `optout` and `optout_within` read all of a text, too. A
sentence such as "make it stop" never does: it is read for danger.
Sources: the carriers' words of 2026 (STOP ... OPTOUT; START UNSTOP, YES; HELP INFO) and 47 CFR 64.1200(a)(10),
by which any clear wish to get no more texts counts.
"""

from __future__ import annotations

import re

from bot.flows.names import Answer
from bot.understanding import optout
from bot.understanding.of_last_texts import is_of_sent
from bot.understanding.optout import is_opt_in, is_opt_out, is_word_alone
from bot.understanding.optout_aim import is_aimed_elsewhere, is_bare_plea, tells_of_texting
from bot.understanding.optout_within import unknown_of
from bot.understanding.referred import is_referred, wants_contact
from bot.understanding.what_is_sent import Sent, unwanted, without_wish
from bot.understanding.words import Words

STOP_WORDS = (
    "STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT",
    "ALTO", "PARAR", "PARA", "CANCELAR", "BAJA", "DETENER", "TERMINAR", "ARRET",
)  # fmt: skip
START_WORDS = ("START", "UNSTOP", "INICIAR", "COMENZAR", "REACTIVAR")
HELP_WORDS = ("HELP", "INFO", "AYUDA", "INFORMACION")
SPANISH_WORDS = frozenset(
    {"ALTO", "PARAR", "PARA", "CANCELAR", "BAJA", "DETENER", "TERMINAR", "INICIAR", "COMENZAR", "REACTIVAR", "AYUDA",
     "INFORMACION"}
)  # fmt: skip
"""The Spanish ones of these. They are replied to in Spanish, even as somebody's first text."""
AGREEING = ("YES", "SI")
"""Words that opt in again, but only after an opt-out. Otherwise they answer a question."""

_STOP_SPELLINGS = (
    "stopp stpo sotp stp tsop unsuscribe unsubscibe unsubcribe unsubsribe optout arret arrete arretez arreter "
    "cancelled discontinue terminate desactivar"
)
"""Slips of the thumb in a carrier word, the French one that Canadian carriers act on, and other words for the same."""
_STOP_ONLY_ALONE = "fin salir"
"""Words for the end that mean it only as a whole text: "salir por favor" asks to get out."""

_SPANISH_SPELLINGS = "alluda aiuda hayuda ayda ayuada"
_HELP_SPELLINGS = f"hlep hepl halp helpp {_SPANISH_SPELLINGS}"

_SHORT = {
    "dont": ("do", "not"), "dnt": ("do", "not"), "plz": ("please",), "pls": ("please",), "plss": ("please",),
    "txt": ("text",), "txting": ("texting",), "txts": ("texts",), "textin": ("texting",), "msg": ("message",),
    "msgs": ("messages",), "id": ("i", "would"), "wanna": ("want", "to"),
    "u": ("you",), "ur": ("your",), "im": ("i", "am"),
    "youre": ("you", "are"), "doesnt": ("does", "not"), "cant": ("can", "not"), "thx": ("thanks",),
    "thanx": ("thanks",), "txted": ("text",), "mesage": ("message",), "mesages": ("messages",), "mssgs": ("messages",),
    "d": ("de",), "q": ("que",), "mensage": ("mensaje",), "mesajes": ("mensajes",), "txtos": ("textos",),
    "texing": ("texting",), "unsub": ("unsubscribe",), "porfa": ("por", "favor"), "xfa": ("por", "favor"),
    "msj": ("mensajes",), "msjs": ("mensajes",),
}  # fmt: skip


_KEYWORDS = (
    {
        word.lower(): answer
        for answer, words in ((Answer.STOP, STOP_WORDS), (Answer.START, START_WORDS), (Answer.HELP, HELP_WORDS))
        for word in words
    }
    | dict.fromkeys(_STOP_SPELLINGS.split(), Answer.STOP)
    | dict.fromkeys(_STOP_ONLY_ALONE.split(), Answer.STOP)
    | dict.fromkeys(_HELP_SPELLINGS.split(), Answer.HELP)
)
_STOPS = frozenset(word for word, answer in _KEYWORDS.items() if answer is Answer.STOP) - {"para", "fin", "salir"}
"""Stop words that may have a "please" beside them. "Para, por favor" is said to somebody who hurts."""
_AGREE = frozenset(word.lower() for word in AGREEING)
_LONGEST = 30
"""Maximum length of an opt-out in words. A longer text is a story."""
_SPANISH_AGAIN = "si empezar volver regresar quiero quisiera otra vez de nuevo por favor mensajes"
"""Spanish words by which somebody opts in again."""
_SPANISH = SPANISH_WORDS | frozenset(
    f"{_SPANISH_SPELLINGS} {_STOP_ONLY_ALONE} {_SPANISH_AGAIN} desactivar".upper().split()
)
_BY_PROVIDER = {"STOP": Answer.STOP, "START": Answer.START, "HELP": Answer.HELP}


def heard(words: Words, *, opt_out: str = "", stopped: bool = False) -> Answer | None:
    """Return STOP, START or HELP if the whole text says so, else None.

    `opt_out` is the provider's own verdict (`OptOutType`) and has priority.
    """
    verdict = _BY_PROVIDER.get(opt_out.strip().upper())
    if verdict is not None:
        return verdict
    said = _said(words)
    if said in _KEYWORDS:
        return _KEYWORDS[said]
    outright = without_wish(said)  # "don't send me numbers" is about what is sent
    if is_word_alone(outright, _STOPS) or (is_opt_out(outright) and not _is_unsure(said)):
        return Answer.STOP
    return Answer.START if stopped and (said in _AGREE or is_opt_in(said)) else None


def beside_opt_out(words: Words) -> str:
    """Return what a text says beside an outright opt-out, in words that may tell of danger, "" for nothing."""
    return optout.beside_opt_out(_said(words))


def may_opt_out(words: Words, *, surely: bool = False) -> bool:
    """Return whether a text may be an opt-out by its words, so that it is one if its sense says so, too.

    If it does so `surely`, the words need not name texts.
    """
    said = _said(words)
    speaks_of_sent = _UNANSWERED.search(said) is not None or is_of_sent(said)
    wants_texts = is_referred(said) or wants_contact(said) or tells_of_texting(said)
    return not (speaks_of_sent or wants_texts or _is_unsure(said)) and optout.may_opt_out(
        without_wish(said), surely=surely
    )


_UNANSWERED = re.compile(
    r"\b(?:nobody|no one|noone|they|yall|you) (?:(?:never|still|ever|even|has|have|did not|had) )*(?:text|texts|texted|wrote|write|writes|called|calls|answered|answers|answer|replied|replies|reply|messaged|messages|contacted|hits?|responds?|responded)\b|"
    r"\bnadie (?:me |nos |ha |han |todavia |aun )*(?:escrib\w+|escrito|contest\w+|llam\w+|respond\w+|habl\w+|mand\w+)|\bno me han (?:escrito|contestado|llamado|mandado)\b"
)
"""Nobody has answered somebody: they want more texts."""


def _is_unsure(said: str) -> bool:
    """Return whether a text that sounds like an opt-out is aimed elsewhere, or may be."""
    return is_aimed_elsewhere(said) or is_bare_plea(said) or _OF_WHICH.fullmatch(said) is not None


_OF_WHICH = re.compile(
    r"(?:(?:please|just|can you) )*(?:take|get) (?:me|my (?:name|number)) off (?:of )?that (?:list|thing|page)(?: please| now)*"
    r"|(?:(?:please|just) )*(?:cancel|end) everything(?: please| now)*"
)
"""May be a list that somebody else put them on, or all that they have: the bot asks."""


def speaks_of_others(words: Words) -> bool:
    """Return whether a text names somebody else whose messages it may be about, or messages that it does want."""
    said = _said(words)
    wants_texts = is_referred(said) or wants_contact(said) or _UNANSWERED.search(said) is not None
    wants_texts = wants_texts or tells_of_texting(said) or is_aimed_elsewhere(said)
    return optout.speaks_of_others(said) or unwanted(said) is not None or wants_texts


def unwanted_in(words: Words) -> Sent | None:
    """Return what a text asks not to be sent, which is no opt-out."""
    return unwanted(_said(words))


def is_keyword(words: Words) -> bool:
    """Return whether a text is a carrier word, or one with a "please" beside it, and no sentence."""
    said = _said(words)
    return said in _KEYWORDS or bool(is_word_alone(said, _STOPS))


def only_help(words: Words) -> bool:
    """Return whether a text is the carrier's word for help, in any spelling."""
    return _KEYWORDS.get(_said(words)) is Answer.HELP


def unknown_beside(beside: str) -> str:
    """Return the words beside an opt-out that are neither a known reason nor politeness."""
    return unknown_of(beside)


def _said(words: Words) -> str:
    """Return the words, spelled out, with one space between them, "" if they are too many for an opt-out."""
    tokens = words.tokens
    if len(tokens) > _LONGEST:
        return ""
    if len(tokens) > 2 and all(len(token) == 1 for token in tokens):
        tokens = ("".join(tokens),)  # "S T O P", "S.T.O.P."
    return " ".join(part for token in tokens for part in _spelled(token, words.stretched))


def language(words: Words) -> str:
    """Return the language of a text that consists of carrier keywords of one language, "" for the English ones."""
    said = {part.upper() for token in words.tokens for part in _spelled(token, words.stretched)}
    return "es" if said and said <= _SPANISH else ""


def _spelled(token: str, stretched: frozenset[str]) -> tuple[str, ...]:
    if token in stretched:
        token = "".join(letter for at, letter in enumerate(token) if not at or token[at - 1] != letter)
    return _SHORT.get(token, (token,))
