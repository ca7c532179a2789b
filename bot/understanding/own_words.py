"""What of a text is the person's own words (promise 14). The rest is never read.

A phone sends reactions, quoted replies, signatures and answers of its own as if they were texts. What they quote is
mostly our own message. Pure: a text in, its own words and its kind out.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from bot.understanding.notices import NOTICES, OWN_VOICE, QUICK_REPLIES, REPLIES
from bot.understanding.words import MOST_CHARACTERS


class Kind(Enum):
    """Kinds of text. The value is what a caseworker sees in place of one that holds no words."""

    WORDS = ""
    LIKE = "[reacted: like]"
    DISLIKE = "[reacted: dislike]"
    REACTION = "[reacted]"
    REMOVED = "[reacted: taken back]"
    QUOTE = "[quoted a message]"
    AUTOMATIC = "[automatic reply of the phone]"
    NOTICE = "[notice of a company or the phone]"


class Own(NamedTuple):
    """The person's own words in a text, "" if it holds none, and what kind of text it is."""

    words: str
    kind: Kind = Kind.WORDS


def own_words(text: str) -> Own:
    """Return the person's own words in `text`. Reads at most as much as `normalise` does; never raises."""
    shown = _UNSEEN.sub("", text[:MOST_CHARACTERS]).strip()
    if not shown:
        return Own(text)
    kind = _reaction(shown) or _from_a_machine(shown)
    return Own("", kind) if kind else _typed(text, shown)


def own_words_of_staff(text: str) -> Own:
    """Return the same for a text of a colleague or of an agency's contact, on its way to a person.

    No danger is listened for here. So a text that says of itself that it is automatic, or has two marks of a company's
    answer, holds no words, whatever else it says.
    """
    shown = _UNSEEN.sub("", text[:MOST_CHARACTERS]).strip()
    if not shown:
        return Own(text)
    kind = _reaction(shown) or _matched(shown)
    if kind is None and (_DECLARED.search(shown) or len({mark[0].lower() for mark in _ROBOT.finditer(shown)}) > 1):
        kind = Kind.AUTOMATIC
    return Own("", kind) if kind else _typed(text, shown)


def _typed(text: str, shown: str) -> Own:
    """Return what is left without quotations and signatures."""
    words = _without_signature(_without_quote(shown))
    if words == shown:
        return Own(text)
    return Own(words) if words else Own("", Kind.QUOTE)


def looks_automatic(text: str) -> bool:
    """Return whether a text may be the answer of a machine, though it may be somebody's words as well."""
    return _ROBOT.search(_UNSEEN.sub("", text[:MOST_CHARACTERS])) is not None


_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\ufe0e\ufe0f]")
"""Characters without width, which phones put around a quotation."""

_OPEN = "[\"\u201c\u201d\u201e\u201f\u00ab\u2039'\u2018\u2019\u201a\u2033\uff02\u300c]"
_MESSAGE = r"(?:\s+(?:an?|your|the|un|tu|su|el)\s+(?:text\s+)?(?:message|text|mensaje|texto))?"
_QUOTED = rf"{_MESSAGE}\s*:?\s*{_OPEN}.+"
_THING_EN = (
    r"\s+(?:an?|your|the|this|that)\s+(?:\w+\s+)?(?:image|photo|picture|movie|video|message|text|attachment|sticker|gif|link|"
    r"location|contact|file|audio(?: message)?|voice (?:message|memo)|memoji|tapback|note)\s*[.!]?$"
)
_THING_ES = (
    r"\s+(?:una?|tu|su|el|la|este|esta)\s+(?:imagen|foto|fotografia|v[i\u00ed]deo|mensaje|texto|archivo(?: adjunto)?|sticker|gif|"
    r"enlace|ubicaci[o\u00f3]n|contacto|audio|nota(?: de voz)?|mensaje de (?:voz|audio))\s*[.!]?$"
)
_EMOJI = r"(?:[^\w\s\"'<>]|[\u200d\u20e3\U0001f3fb-\U0001f3ff]){1,12}"

_LIKES = "\U0001f44d\u2764\u2665\U0001f970\U0001f60d\U0001f44c\U0001f4af\U0001f64f\U0001f44f\u2705\u2714\U0001f497\U0001f495\U0001f9e1\U0001f49b\U0001f49a\U0001f499\U0001f49c\U0001f5a4"
_DISLIKES = "\U0001f44e\u274c"

_VERBS: tuple[tuple[Kind, str], ...] = (
    (Kind.DISLIKE, r"disliked|thumbs\s+down(?:\s+(?:to|on|for))?|no\s+[lt]e\s+(?:ha\s+gustado|gust[o\u00f3]|gusta)|[lt]e\s+(?:dio|ha\s+dado)\s+(?:un\s+|el\s+)?[\"\u201c\u00ab']?no\s+me\s+gusta[\"\u201d\u00bb']?\s+a|no\s+me\s+(?:gust[o\u00f3]|gusta)"),
    (Kind.LIKE, r"liked|loved|hearted|[lt]e\s+(?:ha\s+(?:gustado|encantado)|gust[o\u00f3]|gusta|encant[o\u00f3]|encanta)|a\s+\w+\s+le\s+ha\s+(?:gustado|encantado)|[lt]e\s+(?:dio|ha\s+dado)\s+(?:un\s+|el\s+)?[\"\u201c\u00ab']?me\s+(?:gusta|encanta)[\"\u201d\u00bb']?\s+a|(?:thumbs\s+up|heart)(?:\s+(?:to|on|for))?|me\s+(?:gust[o\u00f3]|gusta|encant[o\u00f3]|encanta)"),
    (
        Kind.REACTION,
        r"laughed\s+at|emphasi[sz]ed|questioned|exclaimed(?:\s+at)?|highlighted|se\s+ri[o\u00f3]\s+(?:de|con)|se\s+r[i\u00ed]e\s+de|"
        r"le\s+(?:dio|da)\s+risa|le\s+divirti[o\u00f3]|le\s+hizo\s+(?:gracia|re[i\u00ed]r)|enfatiz[o\u00f3]|destac[o\u00f3]|resalt[o\u00f3]|"
        r"subray[o\u00f3]|exclam[o\u00f3](?:\s+(?:ante|por|a))?|cuestion[o\u00f3]|pregunt[o\u00f3](?:\s+(?:por|sobre))?|dud[o\u00f3]\s+de",
    ),
)  # fmt: skip
_BY_VERB = tuple(
    (kind, re.compile(rf"(?:{verb})(?:{_QUOTED}|{_THING_EN}|{_THING_ES})", re.IGNORECASE | re.DOTALL))
    for kind, verb in _VERBS
)
_BY_EMOJI = re.compile(
    rf"(?:(?:\w+\s+)?(?:reacted|reaccion[o\u00f3])\s+(?:with\s+|con\s+)?(?:an?\s+|una?\s+|el\s+)?(?P<named>{_EMOJI}|\w+(?:\s+\w+)?)\s+(?:to|a)"
    rf"|(?P<emoji>{_EMOJI})(?:\s+(?:to|a))?|(?:reacted|reaccion[o\u00f3])\s+(?:to|a))(?:{_QUOTED}|{_THING_EN}|{_THING_ES})",
    re.IGNORECASE | re.DOTALL,
)
_NAMED = (
    rf"(?:{_EMOJI}|{_OPEN}?(?:like|love|heart|dislike|laugh|ha\s?ha|exclamation(?:\s+(?:mark|point))?|emphasis|question(?:\s+mark)?|"
    r"thumbs?\s+(?:up|down)|(?:\w+\s+)?(?:reaction|emoji|tapback|sticker)|(?:no\s+)?me\s+(?:gusta|encanta)|coraz[o\u00f3]n|risa|"
    r"signo\s+de\s+(?:exclamaci[o\u00f3]n|interrogaci[o\u00f3]n)|\w{0,12}\s?(?:reacci[o\u00f3]n|emoji)"
    rf"(?:\s+(?:de|con)?\s*(?:{_EMOJI}|\w+(?:\s+\w+)?))?){_OPEN}?)"
)
_REMOVED = re.compile(
    rf"(?:removed|took\s+back|unreacted|unliked|quit[o\u00f3]|elimin[o\u00f3]|borr[o\u00f3]|retir[o\u00f3]|se\s+(?:quit[o\u00f3]|elimin[o\u00f3]))"
    rf"\s+(?:an?|the|your|una?|el|la|su|tu)?\s*{_NAMED}\s+(?:from|de|del|a)(?:{_QUOTED}|{_THING_EN}|{_THING_ES})",
    re.IGNORECASE | re.DOTALL,
)


def _reaction(text: str) -> Kind | None:
    if _REMOVED.fullmatch(text):
        return Kind.REMOVED
    for kind, pattern in _BY_VERB:
        if pattern.fullmatch(text):
            return kind
    match = _BY_EMOJI.fullmatch(text)
    if match is None:
        return _told_reaction(text)
    sign = (match["emoji"] or match["named"] or text[-3:]).casefold()
    if any(one in sign for one in _DISLIKES) or sign in _DISLIKE_NAMES:
        return Kind.DISLIKE
    return Kind.LIKE if any(one in sign for one in _LIKES) or sign in _LIKE_NAMES else Kind.REACTION


_LIKE_NAMES = frozenset({"like", "love", "heart", "thumbs up", "me gusta", "me encanta", "corazon", "coraz\u00f3n"})
_DISLIKE_NAMES = frozenset({"dislike", "thumbs down", "no me gusta"})

_TELLS = re.compile(
    rf"(?P<lead>[^\"\u201c\u201d\u201e\u00ab\u2018\n]{{1,60}}?)\s*:?\s*{_OPEN}.{{20,}}?[\"\u201d\u201c\u00bb\u203a'\u2019\u2026]"
    rf"(?:\s*(?:with|con)\s+{_EMOJI})?\W{{0,6}}",
    re.IGNORECASE | re.DOTALL,
)
"""A few words, and then a quotation up to the end of the text."""
_STORY = re.compile(
    r"\b(?:i|i'?m|he|she|they|we|him|her|my|your\s+(?:mom|dad|bf)|bf|gf|boyfriend|girlfriend|when|and|then|but|because|bc|says?|yo|ella|ellos|mi|mis|"
    r"cuando|pero|porque|novio|dice)\b",
    re.IGNORECASE,
)
"""Words by which the lead of a quotation is somebody's own sentence."""
_CUES: tuple[tuple[Kind, str], ...] = (
    (
        Kind.REMOVED,
        r"removed|took back|unreacted|unliked|quit[o\u00f3]|quitaste|elimin[o\u00f3]|eliminaste|borr[o\u00f3]|retir[o\u00f3]|retirou|removeu|a (?:retir|supprim)\u00e9",
    ),
    (
        Kind.DISLIKE,
        r"disliked|thumbs? down|no (?:le|te|me) gust\w+|pulgar (?:hacia )?abajo|n'a pas aim\u00e9|n\u00e3o gostou|descurtiu|\U0001f44e",
    ),
    (
        Kind.LIKE,
        r"liked?|loved?|heart(?:ed)?|me gusta|(?:diste|dio|di) me gusta|me encanta|thumbs? up|(?:le|te) (?:gust|encant)\w+|coraz[o\u00f3]n|pulgar|aim\u00e9|ador\u00e9|gostou|curtiu|amou|adorou|[\U0001f44d\u2764]",
    ),
    (
        Kind.REACTION,
        r"laughed at|emphasi[sz]ed|questioned|exclaimed|highlighted|react(?:ed|ion)|added|sent|ha\s?ha|edited|se ri[o\u00f3]|te re[i\u00ed]ste|risa|enfatiz\w+|destac\w+|resalt\w+|exclam\w+|"
        r"cuestion\w+|reaccion\w*|signo de|marc[o\u00f3]|a ri de|mis en \u00e9vidence|interrog\u00e9|r\u00e9agi|riu d\w+|enfatizou|questionou|reagiu",
    ),
)
"""Words of a lead by which a phone tells of a reaction, in the languages that phones around here are set to."""
_BY_CUE = tuple((kind, re.compile(rf"(?<!\w)(?:{cue})(?!\w)", re.IGNORECASE)) for kind, cue in _CUES)


def _told_reaction(text: str) -> Kind | None:
    """Return the kind of reaction that the lead of a long quotation tells of, whoever it says reacted."""
    told = _TELLS.fullmatch(text)
    if told is None or _STORY.search(told["lead"]):
        return None
    return next((kind for kind, cue in _BY_CUE if cue.search(told["lead"])), None)


_DRIVING = (
    r"i\W?a?m\s+(?:currently\s+)?driving\s+with\s.{1,60}turned\s+on\b.*",
    r"i\W?a?m\s+(?:currently\s+)?driving(?:\s+(?:right\s+)?now)?(?:\s+and\s+(?:can\W?t|cannot)\s+(?:text|talk|respond|answer))?\W+"
    r"(?:i\W?ll|i\s+will)\s+(?:see|get\s+back|reply|respond|text|call|answer)\b.{0,90}",
    r"(?:i\W?a?m\s+driving\W+)?(?:sorry\W+)?(?:can\W?t|cannot)\s+(?:text|talk)\s+(?:right\s+now\W+|now\W+)?(?:while\s+driving|i\W?a?m\s+driving)\W*",
    r"i\W?a?m\s+not\s+receiving\s+notifications\b.*",
    r".{0,120}\b(?:sent|enviado)\s+(?:by|from|via|por|desde)\s+(?:android\s+auto|carplay|driving\s+mode|el\s+modo\s+\w+)\W*",
    r"(?:.{0,60}\b)?(?:auto[- ]?(?:reply|response)|respuesta\s+autom[a\u00e1]tica)\s+(?:sent|enviada)\W*",
    r"the\s+person\s+you\s+are\s+(?:texting|messaging)\s+(?:has|is)\b.{0,90}",
    r"i\s+have\s+(?:my\s+)?(?:notifications\s+silenced|focus(?:\s+mode)?\s+(?:turned\s+)?on|do\s+not\s+disturb\s+(?:turned\s+)?on)\b.{0,160}",
    r"(?:estoy|voy)\s+(?:conduciendo|manejando)\s+con\s.{1,60}activad[oa]\b.*",
    r"(?:estoy|voy)\s+(?:conduciendo|manejando)(?:\s+(?:ahora|en\s+este\s+momento))?\W+(?:te|le|ver[e\u00e9]|leer[e\u00e9])\s?"
    r"(?:tu|su|el|responder[e\u00e9]|respondo|contesto|contestar[e\u00e9]|llamo|llamar[e\u00e9]|escribo|escribir[e\u00e9])\b.{0,90}",
    r"no\s+(?:estoy\s+recibiendo|recibo)\s+notificaciones\b.*",
    r"tengo\s+(?:las\s+notificaciones\s+silenciadas|el\s+modo\s+.{1,40}activado)\b.{0,160}",
)
_AWAY = (
    r"(?:this\s+is\s+an?\s+)?(?:auto[- ]?(?:mated|matic)?[- ]?(?:reply|response|responder)|(?:automated|automatic)\s+(?:message|text))\b(?!\s*\?).{0,300}",
    r"(?:respuesta|mensaje)\s+autom[a\u00e1]tic[ao]\b(?!\s*\?).{0,300}",
    r"(?:hi|hello|thank\s+you|thanks)?\b.{0,120}\bi\W?a?m\s+(?:currently\s+)?(?:out\s+of\s+(?:the\s+)?office|on\s+(?:vacation|leave|pto))\b.*"
    r"\b(?:until|return(?:ing)?|back\s+on|respond|reply|limited\s+access|emergenc|urgent|contact)\b.*",
    r"(?:auto(?:mat(?:ic|ed))?[- ]?(?:reply|response|answer)\W+)?out\s+of\s+(?:the\s+)?office\b.*",
    r"(?:respuesta\s+autom[a\u00e1]tica\W+)?(?:hola\W+|gracias.{0,60})?(?:me\s+encuentro|estoy|estar[e\u00e9])\s+(?:fuera\s+de\s+la\s+oficina|de\s+vacaciones)\b.*"
    r"\b(?:hasta|regres|vuelv|responder|urgen|emergenc|contact)\w*.*",
    r"(?:respuesta\s+autom[a\u00e1]tica\W+)?fuera\s+de\s+(?:la\s+)?oficina\b.*",
)
_CARRIER = (
    r"(?:at&t|att|verizon|vzw|t-?mobile|sprint|metro(?:\s*(?:by\s+t-?mobile|pcs))?|boost(?:\s+mobile)?|cricket|tracfone|rogers|bell|telus|fido|freedom)?"
    r"\s*free\s?msg\b.*",
    r"frm?:\s?(?:mailer-daemon|postmaster)\b.*",
    r"(?:error\s+\d{1,5}\W+)?(?:sorry\W+)?(?:[\w&-]{2,12}:\s+)?(?:your\s+|the\s+|this\s+)?(?:text\s+)?(?:message|msg|sms)\s+"
    r"(?:to\s+\+?[\d() .-]{5,20}\s+)?(?:(?:was|is|has|could|can)\s+)?(?:not\s+|n\W?t\s+)?"
    r"(?:be\s+)?(?:been\s+)?(?:sent|delivered|failed(?:\s+to\s+send)?|blocked|undeliverable)\b.{0,160}",
    r"(?:unable|failed)\s+to\s+(?:send|deliver)\s+(?:your\s+|the\s+|this\s+)?(?:text\s+)?message\b.{0,160}",
    r"the\s+(?:number|person|subscriber)\s+you\s+(?:have\s+)?(?:dialed|texted|called|are\s+trying\s+to\s+reach)\b.{0,160}",
    r"(?:your|su|tu)\s+(?:voice\s?mail(?:\s*box)?|buz[o\u00f3]n(?:\s+de\s+voz)?|inbox)\s+(?:is|est[a\u00e1])\s+(?:full|lleno)\b.{0,90}",
    r".{0,40}\bmessage\s+blocking\s+is\s+active\b.{0,160}",
    r"(?:service\s+access\s+denied|short\s?codes?\s+(?:messag\w+\s+)?(?:is|are)\s+(?:blocked|not\s+(?:supported|allowed|enabled)))\b.{0,160}",
    r"(?:mensaje\s+gratis|aviso\s+(?:de\s+)?(?:at&t|t-?mobile|verizon|telcel|movistar|claro|tu\s+operador))\b.*",
    r"(?:(?:su|tu|el)\s+)?mensaje\s+(?:no\s+(?:fue|ha\s+sido|se\s+pudo|pudo\s+ser)\s+|no\s+)(?:enviad|entregad|enviar|entregar)\w*\b.{0,160}",
    r"no\s+se\s+(?:pudo|ha\s+podido)\s+(?:enviar|entregar)\s+(?:su|tu|el)\s+mensaje\b.{0,160}",
    r"(?:su|tu)\s+saldo\s+(?:es\s+insuficiente|no\s+es\s+suficiente)\b.{0,160}",
)
_MACHINES = (
    (Kind.AUTOMATIC, re.compile(rf"\W{{0,9}}(?:{'|'.join((*_DRIVING, *_AWAY, *REPLIES))})", re.IGNORECASE | re.DOTALL)),
    (Kind.NOTICE, re.compile(rf"\W{{0,9}}(?:{'|'.join(_CARRIER)})", re.IGNORECASE | re.DOTALL)),
)
_NOTICE = re.compile(rf"\W{{0,9}}(?:{'|'.join(NOTICES)})", re.IGNORECASE | re.DOTALL)
_ROBOT = re.compile(
    r"\bauto[- ]?(?:mated|matic|matically)?[- ]?(?:reply|response|responder|message|generated)\b|\bdo\s+not\s+reply\b|\bno-?reply\b|"
    r"\b(?:number|inbox|mailbox|line|account)\s+is\s+(?:not|un)\s?-?(?:being\s+)?(?:monitored|attended)\b|"
    r"\bthank(?:s|\s+you)\s+for\s+(?:contacting|calling|reaching|your\s+(?:message|text|interest))\b|"
    r"\b(?:our\s+)?(?:office|business)\s+(?:hours|is\s+(?:currently\s+)?closed)\b|\bwe(?:\s+have|\W?ve)?\s+received\s+your\b|"
    r"\b(?:call|dial)\s+9\W?1\W?1\s+(?:in\s+(?:an|case\s+of)|if\s+this|for\s+an?)\s?\b|\bif\s+this\s+is\s+an?\s+(?:medical\s+)?emergency\b|"
    r"\b(?:reply|respond|text)\s+(?:with\s+)?(?:\"?(?:menu|help|stop|yes|y|agent|info)\"?|\d)\s+(?:for|to)\b|\bpress\s+\d\s+(?:for|to)\b|"
    r"\b(?:invalid|not\s+a\s+valid|unrecogni[sz]ed)\s+(?:option|response|entry|selection|choice|input|reply|command)\b|"
    r"\b(?:marque|oprima|presione|responda|responde|env[i\u00ed]e)\s+(?:con\s+)?(?:el\s+)?\"?(?:\d|si|s[i\u00ed]|menu|ayuda|alto)\"?\s+(?:para|si)\b|"
    r"\b(?:seleccione|elija|escoja)\s+una\s+opci[o\u00f3]n\b|\bopci[o\u00f3]n\s+(?:no\s+v[a\u00e1]lida|inv[a\u00e1]lida)\b|"
    r"\bno\s+entend[i\u00ed]\s+su\s+(?:respuesta|mensaje)\b|\ben\s+breve\s+(?:le|lo|la)\s+atend\w+|\bgracias\s+por\s+(?:llamar|comunicarte|tu\s+mensaje|escribir)\b|"
    r"\brespuesta\s+autom[a\u00e1]tica\b|\bmensaje\s+autom[a\u00e1]tico\b|\bno\s+(?:responda|respondas|conteste)\s+a\s+este\b|"
    r"\bgracias\s+por\s+(?:contactar|comunicarse|su\s+mensaje|escribirnos)|\bhorario\s+de\s+(?:oficina|atenci[o\u00f3]n)\b|"
    r"\b(?:llame|marque)\s+al\s+9\W?1\W?1\s+(?:en\s+caso|si\s+es)|\bsi\s+es(?:to\s+es)?\s+una\s+emergencia\W+(?:llame|marque)",
    re.IGNORECASE,
)


_SOMEBODY = re.compile(
    r"\b(?:s?he|s?he\W?s|him|his|they|(?<!read )(?<!listen to )them|gun|knife|bleed\w*|blood|pills?|suicid\w*|die|dying|overdos\w*|pimp|trafficker|ella|pistola|arma|"
    r"cuchillo|sangr\w*|matar\w*|morir\w*|pastillas|suicid\w*)\b|"
    r"\b(?:hurt|hit|kill|help|beat|rap|hold|held|lock|chas|follow|trap|touch|chok|threaten)\w*\s+me\b|"
    r"\bme\s+(?:peg|golpe|mat|persig|sig|amenaz|encerr|viol|toc|lastim)\w*",
    re.IGNORECASE,
)
"""Words that no phone and no company writes by itself. A text with one of them is always read."""


_DECLARED = re.compile(
    r"\bauto[- ]?(?:mated|matic)?[- ]?(?:reply|response|responder)\b|\b(?:automated|automatic|auto[- ]?generated)\s+(?:text|message|sms)\b|"
    r"\b(?:please\s+)?do\s+not\s+(?:reply|respond)\s+to\s+this\b|\bno-?reply\b|"
    r"\b(?:number|inbox|mailbox|line)\s+is\s+(?:not|un)\s?-?(?:being\s+)?monitored\b|"
    r"\b(?:respuesta|mensaje)\s+autom[a\u00e1]tic[ao]\b|\bno\s+(?:responda|respondas|conteste|contestes)\s+a\s+este\s+(?:mensaje|n[u\u00fa]mero)",
    re.IGNORECASE,
)
"""How a text says of itself that it is automatic."""


def _from_a_machine(text: str) -> Kind | None:
    return None if _SOMEBODY.search(text) else _matched(text) or _sent_by_itself(text)


def _matched(text: str) -> Kind | None:
    if QUICK_REPLIES.fullmatch(text):
        return Kind.AUTOMATIC
    return next((kind for kind, pattern in _MACHINES if pattern.fullmatch(text)), None)


def _sent_by_itself(text: str) -> Kind | None:
    """Return the kind of a text that a company, an app or a phone sends, and that a colleague may write as well."""
    return Kind.NOTICE if _NOTICE.fullmatch(text) and not OWN_VOICE.search(text) else None


_QUOTE_LINE = re.compile(r"\s*(?:>|&gt;|\u203a)\s*(?![:;=._<>-])\S")
_REPLIED = re.compile(
    rf"\s*(?:(?:you\s+)?(?:replied|replying|in\s+reply|in\s+response|respondi[o\u00f3]|respondiste|respondiendo|en\s+respuesta)\s+(?:to|a)\s*:?|"
    rf"(?:reply|replying|replied|re|respuesta|respondiendo|rv|fwd?)\s*:)\s*{_OPEN}"
    r"[^\"\u201c\u201d\u00bb\u203a]*[\"\u201d\u201c\u00bb\u203a'\u2019]\s*:?\s*",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"^\W{0,5}(?:on\s.{4,90}\bwrote|el\s.{4,90}\bescribi[o\u00f3]|-{1,12}\s?(?:original|forwarded)\s+message\s?-{1,12}|-{1,12}\s?mensaje\s+original\s?-{1,12})\s?:?\s?$",
    re.IGNORECASE,
)


_MENU = r"\n1 [^\n]{1,60}(?:\n\d [^\n]{1,60}){1,9}"
_MENU_QUOTED = re.compile(
    rf"(?:\b(?:re|fwd?|rv)\s*:\s*)?[\"\u201c\u201e\u00ab\u2018][^\"\u201c\u201d\u00ab\u00bb]{{0,600}}{_MENU}(?:\n[^\"\u201d\u00bb]{{0,120}})?[\"\u201d\u00bb\u2019\u2026]\s*:?\s*",
    re.IGNORECASE,
)
_MENU_FORWARDED = re.compile(rf"\W{{0,3}}(?:re|fwd?|rv)\s*:.{{0,600}}?{_MENU}", re.IGNORECASE | re.DOTALL)
"""Our question with its numbered choices, in quotation marks or forwarded: nobody types that."""


def _without_quote(text: str) -> str:
    text = _REPLIED.sub("", text, count=1) if _REPLIED.match(text) else text
    text = _MENU_FORWARDED.sub("", _MENU_QUOTED.sub("", text))
    kept: list[str] = []
    lines = text.splitlines()
    for at, line in enumerate(lines):
        if _WROTE.match(line):
            break
        if not _QUOTE_LINE.match(line) and not _ends_quote(lines, at):
            kept.append(line)
    return "\n".join(kept).strip()


_CHOICE_LINE = re.compile(r"([1-9]) \S")


def _ends_quote(lines: list[str], at: int) -> bool:
    """Return whether a line is one of the numbered choices of a message of which only the first line is marked."""
    first = at
    while first and _CHOICE_LINE.match(lines[first]) and not lines[first].startswith("1 "):
        first -= 1
    if not first or not lines[first].startswith("1 ") or not _QUOTE_LINE.match(lines[first - 1]):
        return False
    return first + 1 < len(lines) and lines[first + 1].startswith("2 ")


_DEVICE = (
    r"(?:iphone|ipad|ipod|android|samsung|galaxy|pixel|motorola|moto|lg|blackberry|windows|nokia|huawei|xiaomi|oneplus|phone|mobile|"
    r"ios|apple|watch|siri|carplay|garmin|alexa|google|xfinity|tel[e\u00e9]fono|celular|m[o\u00f3]vil|cell|yahoo|outlook|gmail|mail|aol|proton|tablet|verizon|at&t|t-?mobile|metropcs|boost|cricket|tracfone|textnow)"
)
_SENT = (
    r"(?:(?:[Ss]ent|[Tt]yped|[Ww]ritten)\s+(?:from|via|with|using)|[Gg]et\s+[Oo]utlook|(?:[Ee]nviad[oa]|[Ee]scrito)\s+(?:desde|de|con|via|por)|"
    r"[Oo]btener\s+[Oo]utlook)"
)
_AFTER = rf"(?=[^\n]{{0,60}}\b(?i:{_DEVICE})\b)[^\n]{{0,80}}\s*$"
_SIGNATURE = re.compile(
    rf"(?:^|\n)[-\u2013\u2014_~(\[ \t]{{0,6}}{_SENT}{_AFTER}|(?<=[\s.!?,]){_SENT.replace('[Ss]', 'S').replace('[Ee]', 'E')}{_AFTER}"
)
"""A signature stands on a line of its own, or begins with a capital after the words."""
_DELIMITER = re.compile(r"\n[ \t]*(?:--|\u2014|__+)[ \t]*\n(?:[^\n]{0,60}\n?){0,4}$")


def _without_signature(text: str) -> str:
    return _DELIMITER.sub("", _SIGNATURE.sub("", text)).strip()
