"""How somebody came to text: sent or dared by another, by another's hand, or to be put in touch. It ends no texts.

All texts are words with one space between them, as opt-outs are read.
"""

from __future__ import annotations

import re

_TEXT = (
    r"(?:text|txt|write|message|msg|dm|sms|contact|call|try|hit|reach|use|come|talk|ask|say|check|"
    r"escrib\w+|mand\w+|text[ei]\w*|contact\w+|habl\w+|llam\w+|marc\w+|marqu\w+|busc\w+|prob\w+|pregunt\w+|comuniq\w+|"
    r"comunic\w+)"
)
_SENT_BY = (
    r"(?:told|tell|tells|dared|dares|made|makes|asked|asks|begged|wanted|wants|bet|helped|pushed|convinced|encouraged|"
    r"advised|recommended|suggested|sent|forced|let)(?: (?:me|us|i|that|to|should|could|can|may|might|got|just|maybe|"
    r"about|like|have|need|into|you|and|go))+"
)
_MANDADA = (
    r"(?:me|nos) (?:dijo|dijeron|dice|dicen|pidio|pidieron|reto|retaron|mando|mandaron|hizo|hicieron|aconsejo|aconsejaron|"
    r"recomendo|recomendaron|sugirio|ayudo|convencio|obligo)(?: (?:que|a|de|yo|les|le|te|los|aqui|me|mejor|si|podia|"
    r"puedo|debia|por|favor))*"
)
_GAVE = (
    r"(?:(?:gave|give|gives|passed|showed|sent|shared|slipped|texted|handed) (?:me|us) (?:this|your|ur|the|that) (?:\w+ )?"
    r"(?:number|line|info|card|contact|digits)|"
    r"(?:me|nos) (?:dio|dieron|paso|pasaron|mando|mandaron|enseno|compartio|presto) (?:este|su|tu|el|ese) (?:\w+ )?"
    r"(?:numero|contacto|telefono))"
)
_OTHER_HAND = (
    r"(?:(?:used|uses|using|took|had|has|grabbed|borrowed|borrows|stole|got|on|with|from) (?:my|the) (?:phone|cell|cellphone)|"
    r"(?:uso|usaron|agarro|agarraron|tomo|tenia|presto|preste|robo|con|desde) (?:mi|el) (?:cel|celular|telefono))"
)
_REFERRED = re.compile(rf"\b(?:{_SENT_BY} {_TEXT}|{_MANDADA} {_TEXT}|{_GAVE})\b")
_BY_OTHER = re.compile(
    rf"\b(?:(?:my|her|his|some|a|one of my) (?:\w+ ){{1,3}}|someone |somebody |(?:mi|una?|su) \w+ |alguien )"
    rf"(?:(?:just|must have|me|was|were|is) )*{_OTHER_HAND}\b"
)
_IN_TOUCH = re.compile(
    r"\b(?:(?:ponme|ponganme|pongame|ponerme|me pones|me ponen|ponnos) en contacto|contactame|conectame|conectenme|"
    r"comunicame|comuniquenme|escribanme|escribeme|(?:put|get) me in (?:touch|contact)|connect me|link me|hook me up|"
    r"(?:si|que|quiero que|claro|ok) (?:(?:si|que|claro|ok|por favor|alguien) )*me (?:escriban?|contacten?|hablen?|llamen?|"
    r"busquen?|texteen?|manden? mensajes?)|"
    r"(?:yes|yeah|sure|ok|have|let|want) (?:(?:please|someone|somebody|them|a person|to|you can|they can) )*(?:text|contact|message) me)\b"
)
_ENDS = re.compile(
    r"\b(?:no|not|nor|ni|nunca|jamas|nada|menos|less|stop\w*|quit\w*|unsub\w*|remov\w*|delet\w*|eras\w*|off|out|opt\w*|wrong|"
    r"block\w*|lose|lost|leave|done|end|ends|cancel\w*|last|final|baja|borr\w*|kit\w*|sac\w*|saqu\w*|elimin\w*|dej\w*|par[ae]n?|"
    r"bloque\w*|equivocad\w*|termin\w*|cierr\w*|tach\w*|ultim\w*|joke|prank\w*|broma|signed|apunt\w*|list|lista|report\w*)\b"
)
"""A word of an end, of a mistake or of a list: how they came to text is told beside it."""
_NEVER = re.compile(
    r"\b(?:i|we) (?:never|did not|have not|do not)(?: \w+){0,2} (?:text\w*|txt\w*|messag\w*|wrote|write|contact\w*)\b|"
    r"\b(?:nunca|no) (?:(?:les|le|te|los) )?(?:(?:he|habia) )?(?:escribi|escrito|mande|mandado|texte[eo]?|texteado)\b"
)


def is_referred(said: str) -> bool:
    """Return whether a text tells who sent or dared somebody to text, or who used their phone, and ends nothing."""
    rest = _NEVER.sub(" ", said)
    if _ENDS.search(rest) is not None:
        return False
    return any(one.search(rest) is not None for one in (_REFERRED, _BY_OTHER))


def is_other_hand(said: str) -> bool:
    """Return whether somebody says that they never texted, and that another did so from their phone."""
    return _NEVER.search(said) is not None and _BY_OTHER.search(said) is not None


def wants_contact(said: str) -> bool:
    """Return whether a text asks that somebody is put in touch or texts them, with no word of an end in it."""
    return _IN_TOUCH.search(said) is not None and _ENDS.search(said) is None
