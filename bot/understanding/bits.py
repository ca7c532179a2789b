"""Danger that is told in a few words, in English and Spanish: friends who watch, a bed for favours, boys who sell sex.

All texts are words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

_HIS = r"(?:his|her|their|the other|all his|my (?:bf|boyfriend|man|ex|uncle|stepdad|brother)s?|sus|los)"
_FRIENDS = r"(?:friends?|boys|homies|homeboys|buddies|buds|bros|brothers|cousins|crew|guys|amigos|compas|primos|hermanos|cuates|vatos)"
_WATCH = re.compile(
    rf"(?:.* )?(?:with|w|in front of|while) {_HIS} {_FRIENDS}(?: (?:are|is|all|just|be|there|also|too|standing there))* ?(?:watch\w*|look\w*|film\w*|record\w*|there|around)?(?: (?:us|me|it|too|tho|lol))*"
    rf"|(?:(?:and|but|so|like|sometimes|no|then|also|idk|y|pero|a veces|luego) )*{_HIS} {_FRIENDS}(?: (?:always|just|like to|be|also|come|all|get to|want to|would|can|too|and|siempre|tambien|nomas|se ponen a|quieren))* (?:watch|watched|watches|watching|film|films|filmed|record|recorded|miran|ven|vieron|mirando|graban|grabaron)(?: (?:us|me|it|too|tho|lol|when|while|nos|todo|cuando|tambien)(?: \w+){{0,5}})?"
    rf"|(?:.* )?(?:enfrente|delante|en frente) de {_HIS} {_FRIENDS}(?: .*)?|(?:.* )?con {_HIS} {_FRIENDS} (?:viendo|mirando|grabando)(?: .*)?"
)
_ASKED = re.compile(
    r"\b(?:like with|no like|like|wants?|makes?|made|sex|do it|stuff|things|naked|strip|dance|hook|take turns|quiere|hace|sexo|desnud\w+|cosas|hacerlo|bailar)\b"
)
_GAME = re.compile(
    r"\b(?:game|games|movie|movies|netflix|tv|show|football|nba|soccer|fight|match|play|plays|played|stream|partido|pelicula|peliculas|tele|juego|jugar|novela|practice|church|kids)\b"
)
_MEN = r"(?:guys?|men|man|dudes?|older (?:guys?|men|dudes?)|him|them|people|clients?|random \w+|strangers|hombres?|senores|tipos|vatos|clientes|desconocidos)"
_BED = r"(?:(?:a|some|my|the|for|un|una|la|el|mi) )*(?:place|bed|couch|roof|room|somewhere|spot|ride|food|money|cash|rent|phone|shower|crash|sleep|stay|lugar|cama|techo|cuarto|comida|dinero|renta|donde|casa|dormir|quedarme)"
_TRADES = re.compile(
    rf"(?:.* )?\b(?:do|did|doing|does|done) (?:stuff|things|shit|favors|it|whatever|sexual \w+|that) (?:for|with|w) {_MEN}\b.*\b(?:for|so|to get|to have)\b.*\b{_BED}\b.*"
    rf"|(?:.* )?\b(?:stay|stayed|staying|sleep|sleeping|slept|go home|going home|hook up|hooking up|go|hang|link|linking) (?:at |over |home )?(?:with|w) (?:(?:older|old|random|different|diff|some|the|these|grown|rich|any|those) )*(?:guys|men|dudes|strangers|people) (?:for|so|to get|to have|just for|cuz|because)\b.*\b{_BED}\b.*"
    rf"|(?:.* )?\b(?:hago|hice|haciendo) (?:cosas|favores|eso|de todo|lo que quieran) (?:con|para|por|a) {_MEN}\b.*\b(?:por|para|a cambio)\b.*\b{_BED}\b.*"
    rf"|(?:.* )?\b(?:me quedo|me voy|duermo|me acuesto|ando) con (?:(?:unos|varios|diferentes|algunos) )?(?:hombres|senores|tipos|vatos|desconocidos|clientes) (?:por|para|a cambio)\b.*\b{_BED}\b.*"
)
_NO_TRADE = re.compile(r"\b(?:not|never|no longer|used to|stopped|nunca|ya no|no (?:hago|me))\b")
_NAME_NO = re.compile(
    r"(?:(?:and|but|ok|just|y|pero|pues) )*(?:no (?:name|names|id|real name|nombre|nombres)|sin (?:mi |dar )?nombre|without (?:my |a |giving (?:my|a) )?name)(?: (?:tho|though|please|pls|ok|lol|pues|porfa|por favor|eh))*"
)
_FOR_HIM = re.compile(
    r"(?:(?:i am|im|as) )?(?:a )?(?:boy|guy|male|dude|man|hombre|nino|chavo|muchacho|vato|soy (?:hombre|nino|chavo|vato|muchacho|un chavo|un hombre))\b.*\b(?:not for me|for girls|for women|just girls|only girls|only women|girls only|for guys|for boys|for me|count|help (?:me|guys|boys)|no (?:es )?para mi|para mujeres|para ninas|para hombres|para mi|ayudan|cuenta)\b.*"
)
_SEXES = re.compile(r"\b(?:place|bed|shelter|refugio|albergue|lugar)\b")


def is_shown_off(said: str) -> bool:
    """Return whether somebody's friends watch what is done to them: "with his friends watching"."""
    return _WATCH.fullmatch(said) is not None and _GAME.search(said) is None


def may_be_shown(said: str) -> bool:
    """Return whether a word in it tells what they watch: sex, stuff, "no like with ..."."""
    return _ASKED.search(said) is not None


def trades_for_a_bed(said: str) -> bool:
    """Return whether somebody does things for a place, food or money: "i stay w guys for a place to crash"."""
    return _TRADES.fullmatch(said) is not None and _NO_TRADE.search(said) is None


def gives_no_name(said: str) -> bool:
    """Return whether all of `said` is that no name is given: "no name tho"."""
    return _NAME_NO.fullmatch(said) is not None


def asks_if_for_boys(said: str) -> bool:
    """Return whether a boy says that it is not for him, or asks whether it is."""
    return _FOR_HIM.fullmatch(said) is not None and _SEXES.search(said) is None
