"""Details of harm that change what helps, in English and Spanish: choking, a threat to die, work without pay. Pure.

A detail is no danger by itself: it counts beside a danger that the text tells of, or that was told before.
"""

from __future__ import annotations

import re

from bot.flows.names import Detail
from bot.understanding.bondage import bondage_in

_CHOKED = re.compile(
    r"\b(?:choked|chokes|choking|strangled|strangles|strangling)(?: \w+)? (?:me|us)\b(?! up\b)"
    r"|\b(?:got|was|am|been|being|gets|getting) (?:\w+ )?(?:choked|strangled)\b"
    r"|\b(?:hands?|arms?|belt|rope|cord|knee|foot)(?: \w+){0,2} (?:around|round|on|to|over) my (?:neck|throat)\b"
    r"|\b(?:grabbed|grabs|squeezed|squeezes|held|holds|had|pinned|lifted|choked|got)(?: me| us)?"
    r"(?: by| on| at| up by)? (?:the|my) (?:throat|neck|windpipe)\b"
    r"|\bchoke ?hold\b|\bme (?:\w+ ){0,2}(?:ahorc|estrangul|asfixi)\w+"
    r"|\bme (?:\w+ )?(?:agarr|apret|apriet|tom|jal)\w+ (?:\w+ ){0,2}(?:cuello|garganta|pescuezo)\b"
    r"|\bmanos? (?:en|al|alrededor de|sobre) (?:el|la|mi) (?:cuello|garganta)\b"
)
_DONE_TO_HER = re.compile(
    r"\b(?:ayer|anoche|antier|antes de ayer|el otro dia|la otra (?:vez|noche)|otra vez|casi)"
    r"(?: \w+){0,3} me (?:ahorco|asfixio)\b"
    r"|\bme (?:ahorco|asfixio)(?: \w+){0,2} (?:ayer|anoche|antier|otra vez|el otro dia|la otra noche)\b"
)
_LONG_AGO = re.compile(
    r"\b(?:years?|months?) ago|\bwhen i was|\bused to|\blast year|\bhace (?:\w+ )?(?:anos?|meses|mucho|tiempo)\b"
    r"|\bcuando era\b"
)
_NO_PARTNER = re.compile(
    r"\b(?:my|mi|the|the other|a|some|this|that|an|un|una|el|la|ese|unos?) (?:\w+ )?(?:dad|father|stepdad|daddy"
    r"|papa|mom|"
    r"mother|stepmom|mama|uncle|aunt|tio|tia|brother|hermano|sister|hermana|cousin|primo|prima|grandpa|grandma"
    r"|abuel[oa]|"
    r"padrastro|madrastra|boss|jefe|patron|pimp|padrote|manager|foreman|landlord|trick|john|client|cliente|guy"
    r"|man|dude|tipo|"
    r"hombre|senor|stranger|roommate|friend|amig[oa]|girl|coach|teacher|guard|cop)\b|\b(?:someone|somebody"
    r"|alguien|they|ellos)\b"
)
_DIES = (
    r"(?:kill|kills|killing|shoot|shoots|hurt|hurts|hang|hangs|cut|off|end|harm|unalive|drown) (?:himself|herself"
    r"|themself|themselves|"
    r"his own life|her own life|his life|her life|it all)|commit suicide|(?:jump|od|overdose) (?:\w+ )?(?:if|when)"
)
_LEAVES = (
    r"(?:i|we)(?: \w+){0,3}? (?:go|leave|left|leaving|break|broke|breaking|dump|dumped|end|split|walk|move|moved"
    r"|divorce|"
    r"do not|tell|stay away|stop|get away|ever go)\b"
)
_SE_MATA = (
    r"\b(?:se (?:va a |iba a |quiere )?(?:mat\w+|suicid\w+|ahorc\w+|colg\w+|quit\w+ la vida|tir\w+)"
    r"|matarse|suicidarse)\b"
)
_ME_VOY = r"\bsi (?:yo )?(?:me (?:voy|separo|salgo)|l[oa] (?:dejo|corto|boto)|termino|no \w+|le digo)\b"
_HOLDS = re.compile(
    rf"\b(?:he|she|they|him|her|\w+)(?: \w+){{0,5}}? (?:{_DIES})\b.*\b(?:if|when|unless|cause|because"
    rf"|cuz)? ?{_LEAVES}"
    rf"|\b(?:if|when) {_LEAVES}.*\b(?:he|she|they|him|her)\b.*\b(?:{_DIES})\b"
    rf"|{_SE_MATA}.*{_ME_VOY}|{_ME_VOY}.*{_SE_MATA}"
)
_OF_A_FRIEND = re.compile(
    r"\bmy (?:\w+ )?(?:friend|bestie|bff|sister|brother|mom|dad|mother|father|cousin|son|daughter|roommate|uncle"
    r"|aunt)\b"
    r"|\bmi (?:\w+ )?(?:amig[oa]|herman[oa]|mama|papa|prim[oa]|hij[oa]|tia|tio)\b"
)
_HUNTED = re.compile(
    r"\b(?:going to|want to|wants to|trying to|will|about to|planning to|out to|said) (?:\w+ )?(?:jump|roll on"
    r"|pull up on) (?:me|us)\b"
    r"|\b(?:going to|want to|wants to|trying to|will) (?:stab|shoot|rob|kidnap|fight|beat) (?:me"
    r"|us)\b.*\b(?:out here|outside|after school|street)\b"
    r"|\bme (?:van a|quieren|quiere|va a|andan buscando para) (?:brincar|madrear|picar|balacear|golpear|pegar"
    r"|asaltar)(?:me)?\b"
)
_BODY = re.compile(
    r"\b(?:throat|neck|voice|swallow\w*|breath\w*|hoarse|raspy|dizzy|faint\w*|headaches?|head|vision|see spots"
    r"|red eyes|"
    r"bruis\w+|marks?|hurts?|sore|pain|cough\w*|passed out|blacked out|peed|threw up|vomit\w*|numb|"
    r"bleed\w*|blood\w*|nose|sangre|sangr\w+|nariz|"
    r"doctor|hospital|er|clinic|checked|garganta|cuello|voz|ronc[ao]|afonic[ao]|tragar|trago|respir\w+|mare\w+"
    r"|dol\w+|duel\w+|"
    r"cabeza|moret\w+|marcas?|doctora?|medico|medica|urgencias|clinica|desmay\w+|orine|vomit\w+|revis\w+)\b"
)
_WORKS = re.compile(
    r"\b(?:clean|cook|wash|watch|babysit|mind|raise|iron|cleaning|cooking|watching|babysitting|nanny|"
    r"take care of|look after|taking care of)(?: \w+)? (?:his|her|their|the|all|for (?:him|her|them)) ?(?:\w+ )?"
    r"(?:house|home|kids?|children|babies|baby|clothes|dishes|mom|mother|family|place|office|restaurant|store"
    r"|rooms?|stuff)?\b"
    r"|\b(?:not|never|does not|will not|no) pa(?:y|id|ys|ying)\b|\bno (?:pay|money|wages|day off)\b"
    r"|\bwork (?:for free|all day|every day)\b"
    r"|\b(?:limpio|cocino|lavo|cuido|plancho|trabajo)(?: \w+){0,2} (?:casa|ninos?|hijos?|bebes?|ropa|gratis|dia"
    r"|familia|mama)\b"
    r"|\bno me (?:paga|pagan|da|dan|pago|pagaron)\b|\bsin (?:paga|pagarme|sueldo)\b"
)
_PAPERS = re.compile(
    r"\b(?:i|we) (?:\w+ )?(?:came|am|are|was|cross\w+)(?: here| over)? (?:\w+ )?(?:illegal\w*|without papers"
    r"|undocumented)\b|\bno papers\b"
    r"|\bcalls? (?:the )?(?:police|cops|ice|immigration|la migra) on (?:me|us)\b|\bget me deported\b|\bsend me back\b"
    r"|\b(?:soy|estoy|vine|entre|llegue)(?: \w+){0,2} (?:ilegal|sin papeles|indocumentad[oa])\b"
    r"|\bme (?:va a )?(?:deport|ech\w+ la migra)\w*"
    r"|\bllam\w+ (?:a|al) (?:la )?(?:policia|migra|ice|inmigracion)\b"
)
_KINDS = ((Detail.PAPERS, _PAPERS), (Detail.WORK, _WORKS), (Detail.BODY, _BODY))


def was_choked(said: str) -> bool:
    """Return whether "me ahorco" is told of the past: somebody did it, and only the accent is missing."""
    return _DONE_TO_HER.search(said) is not None


def detail_in(said: str) -> Detail | None:
    """Return the detail that changes what helps most: words with one space, contractions written out."""
    if _CHOKED.search(said) and not _LONG_AGO.search(said):
        return Detail.CHOKED if _NO_PARTNER.search(said) else Detail.CHOKED_BY_PARTNER
    if _HOLDS.search(said) and not _OF_A_FRIEND.search(said):
        return Detail.HOLDS
    if _HUNTED.search(said):
        return Detail.HUNTED
    if bondage := bondage_in(said):
        return bondage
    return next((kind for kind, words in _KINDS if words.search(said)), None)
