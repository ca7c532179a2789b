"""A small grammar of a phone that others hold, check or share, in English and Spanish (promise 7).

Each form is a whole text of who writes: words with one space between them, contractions written out. `tells_shared` is
told of a phone that somebody else may open later: nothing named may stand on it.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_MOST_WORDS = 16
_LEAD = (
    r"(?:(?:ok|okay|hey|hi|so|and|but|well|um|sorry|wait|btw|also|because|careful|idk|i think|y|pero|oye|es que|"
    r"ojo|aguas|cuidado|perdon|ya|"
    r"tambien|porque|fijate que|ademas|creo que) )*"
)
_THING = (
    r"(?:(?:my|the|this|our|all|all of|every|of|a|old|new|whole|on|in|at|through|over|up) )*(?:phone|cell|cel|fone|"
    r"texts?|messages?|msgs?|dms?|chats?|"
    r"convos?|conversations?|inbox|whats ?app|ig|instagram|snap|screen|tablet|everything|history|call log)"
)
_PERSON = (
    r"(?:he|she|they|someone|somebody|(?:my|the|our|his|a) (?:(?:foster|step|older|big|little|best|house|group"
    r" home|ex) )?(?!phone|cell|number|mind|name|friend is)\w+)"
)
_WHEN = (
    r"(?: (?:yesterday|today|last (?:week|night|month|time)|this (?:week|morning)|tonight|earlier|again|all the"
    r" time|every (?:day|night|time)|always|"
    r"a lot|sometimes|at (?:night|home|the house|her house|his house)|here|too|now|rn|\w+ (?:days?|weeks?|hours?)"
    r" ago|for (?:a|\d+|two|three|the) \w+|"
    r"away|from me|on (?:his|her|their|the|my moms|my dads) \w+|and .{1,40}|because .{1,40}|so .{1,40}))*"
)
_COSA = (
    r"(?:(?:el|la|mi|mis|los|las|este|todo|todos|toda|nuestro|lo que|al|a|en) )*(?:cel|celular|celu|telefono|tel|"
    r"fon|fono|mensajes?|msjs?|textos?|chats?|"
    r"dms?|conversaciones|conversacion|whats|whatsapp|wasap|insta|redes|pantalla|todo|historial|escribo|mando)"
)
_QUIEN = r"(?:(?:el|ella|ellos|alguien|(?:mi|mis|la|el|los|su) (?:\w+ )?(?!cel|tel|numero|nombre|casa|edad)\w+) )"
_CUANDO = (
    r"(?: (?:ayer|hoy|anoche|antier|la semana pasada|el otro dia|ahorita|siempre|diario|todos los dias|cada (?:dia|"
    r"noche|rato)|a veces|por las noches|"
    r"en (?:la|mi|las) (?:casa|noche|noches)|aqui|tambien|ya|hace (?:\w+ ){1,2}\w+|por (?:\w+ ){0,2}\w+|y .{1,40}|"
    r"porque .{1,40}))*"
)
_SHARED = re.compile(
    # shared, or somebody else's
    rf"{_LEAD}(?:i|we|me and (?:my )?\w+)(?: (?:all|both|just|still|have to|gotta|kinda))* (?:share|shares|sharing)"
    rf" (?:my |a |the |this |one |1 |the same |our )*(?:phone|cell|cel|tablet)(?: (?:with|between|and) \w+(?:"
    rf" \w+){{0,4}})?"
    rf"|{_LEAD}(?:we|there is|i)(?: (?:all|both|just|only|still|have|got|use|do|have to))* (?:one|1|only one|just"
    rf" one|the same|a single) (?:phone|cell)"
    rf"(?: (?:for|between|in|with) \w+(?: \w+){{0,4}})?"
    rf"|{_LEAD}(?:this|it|the phone|this phone|this cell)(?: (?:is|be|belongs to|is really|is actually))+ (?:not"
    rf" mine it is )?"
    rf"(?:my |his |her |our )(?:\w+ )?\w+s (?:phone|cell|number)(?: (?:not mine|btw|so .*))*"
    rf"|{_LEAD}(?:yo )?(?:comparto|compartimos)(?: (?:todos|todas|los|dos|tres))* (?:(?:el|mi|un|este|el mismo|un"
    rf" solo|nuestro|1|el unico) )?"
    rf"(?:cel|celular|celu|telefono|tel|numero)(?: (?:con|entre|todos|todas|los) ?\w*(?: \w+){{0,4}})?"
    rf"|{_LEAD}(?:yo |solo |nomas )*(?:uso|usamos|tenemos|hay)(?: (?:todos|todas))* (?:el mismo|un solo|1 solo|un)"
    rf" (?:cel|celular|telefono) "
    rf"(?:para|entre|con) (?:todos|todas|mis?|la|los) ?\w*(?: \w+){{0,4}}|{_LEAD}(?:usamos|uso|tenemos) (?:todos"
    rf" )?(?:el mismo|un solo) (?:cel|celular|telefono)"
    rf"|{_LEAD}(?:este|esto|el)(?: (?:cel|celular|telefono|numero|tel))? (?:es|no es mio es) (?:el )?(?:(?:cel|"
    rf"celular|telefono|numero|tel) )?(?:de|el de)"
    rf" (?:mi|mis|su|una?) \w+(?: \w+){{0,2}}"
    rf"|{_LEAD}(?:(?:i am|i be|am|texting|writing|typing|i use|using) )+(?:(?:you|u|this|from|on|off|using)"
    rf" )*(?:my |his |her |the |our )(?:\w+ )?"
    rf"(?!friend)\w+s (?:phone|cell|tablet|ipad)(?: .{{1,40}})?"
    rf"|{_LEAD}(?:it|this|the phone|el cel|el telefono|este cel|este telefono)(?: (?:is|es))? (?:a |the |de |la |"
    rf"toda |una )*(?!(?:group home|house|home|work|casa|trabajo)$)(?:family|shared|house|group home|group|work|company|familia|familiar|casa|trabajo|"
    rf"compania|todos)(?: (?:phone|cell|one))?(?: (?:everyone|everybody|they all|we all|y|todos|and|so|lo|la)"
    rf" .{{1,40}})?"
    # read, checked
    rf"|{_LEAD}{_PERSON}(?: (?:always|still|sometimes|also|be|will|is|just|keeps?|can|does|might|may|has|have|"
    rf"already|really|been|even|all))* (?:checks?|reads?|read|goes through|go through|going through|went through|"
    rf"looks? (?:at|through)|looking through|sees?|saw|monitors?|monitoring|checked|checking|reading|found|caught|"
    rf"seen) {_THING}{_WHEN}"
    rf"|{_LEAD}{_QUIEN}(?:ya |siempre |todavia |tambien |me |nos |le |se |a veces |puede |va a |mete a )*(?:checa|"
    rf"checan|revisa|revisan|lee|leen|leyo|leyeron|vio|vieron|esculca|esculcan|reviso|checo|espia|vigila|vigilan|"
    rf"mira|"
    rf"metio|revisar|checar|ver|leer|cacho|encontro|descubrio|hallo) {_COSA}{_CUANDO}"
    rf"|{_LEAD}(?:siempre |ya |aqui )*(?:me|nos) (?:revisan|checan|esculcan|vigilan|leen|revisa|checa|esculca|"
    rf"espian|ven) {_COSA}{_CUANDO}"
    rf"|{_LEAD}(?:ya )?(?:me )?(?:cacharon|cacho|encontraron|encontro|descubrieron|descubrio|hallaron|hallo|"
    rf"pescaron) {_COSA}{_CUANDO}"
    # taken
    rf"|{_LEAD}{_PERSON}(?: (?:just|had|has|always|keeps?|also))* (?:took|takes|taken|grabbed|hid|confiscated|"
    rf"snatched|taking) (?:my|away my) (?:phone|cell|cel){_WHEN}"
    rf"|{_LEAD}{_QUIEN}?(?:ya |siempre |tambien )*me (?:quito|quita|quitan|quitaron|agarro|agarra|agarraron|"
    rf"escondio|arrebato|confisco) (?:el|mi) (?:cel|celular|celu|telefono|tel){_CUANDO}"
    # may be read
    r"|(?:(?:and|but|y|pero|es que) )*(?:i (?:do not|am not|never)(?: (?:know|sure|even|really))*|not sure|no idea|"
    r"what) if (?:he|she|they|my \w+|someone|somebody)(?: (?:can|is|will|has|be|might|already|still))*"
    rf" (?:reads?|reading|sees?|seeing|saw|checks?|checking|read) (?:this|it|these|that|{_THING}){_WHEN}"
    r"|(?:(?:y|pero|es que) )*(?:no se|no estoy segur[oa]|quien sabe|que tal|capaz|y)(?: (?:de|que|si))* (?:el |"
    r"ella |mi \w+ )?(?:ya |me |lo )*(?:lee|leyo|ve|vio|revisa|checa|reviso|vea|lea|este leyendo|esta leyendo)"
    rf" (?:esto|estos|esta|aqui|{_COSA}){_CUANDO}"
)
_WITNESS = re.compile(
    r"\b(?:saw|sees|seen|found|caught|heard|vio|vieron|ve|ven|encontro|descubrio|cacho|mira) (?:all |it"
    r" )*(?:everything|todo)\b"
)
"""Who saw it all happen read no text."""

_OTHER_TOPIC = re.compile(
    r"(?:(?:ok|okay|mejor|ya|can we|could we|lets|let us|please|pls|porfa|por favor|oye|y|hey|actually|podemos|"
    r"puedes|hay que|rather) )*"
    r"(?:(?:talk|chat|say|text)(?: (?:to me|me))? (?:about )?(?:something|anything) else|(?:something|anything)"
    r" else now|"
    r"(?:change|switch|drop) (?:the )?(?:subject|topic)|(?:hablame|habla|hablemos|hablar|platica|platicame|"
    r"platiquemos|dime|di|escribe|escribeme)(?: (?:de|sobre))? otra cosa|"
    r"(?:cambia|cambiemos|cambiar|cambiale|cambio)(?: (?:de|el|del|al))* tema|otro tema|tema aparte)(?: (?:now|"
    r"please|pls|porfa|por favor|ya|ahorita|mejor))*"
)
"""Spoken beside somebody, such words ask for a screen that names nothing."""


_IS_BACK = re.compile(
    rf"{_LEAD}(?:hoy |ya |apenas |por fin )*me lo (?:dio|devolvio|regreso|entrego|dieron|devolvieron|"
    rf"regresaron)(?: (?:hoy|ya|apenas|ahorita|otra vez))*"
    rf"|{_LEAD}(?:(?:he|she|they|my \w+) )(?:just |finally |already )*(?:gave|handed) (?:it|my phone) back(?:"
    rf" (?:today|now|to me|again))*|{_LEAD}i (?:just |finally )?got it back(?: (?:today|now))?"
)


def has_it_back(said: str) -> bool:
    """Return whether all of `said` tells that a phone that was taken is theirs again: "hoy me lo dio"."""
    return said.count(" ") < _MOST_WORDS and _IS_BACK.fullmatch(in_full(said)) is not None


def tells_shared(said: str) -> bool:
    """Return whether all of `said` tells that somebody else opens, reads or took the phone that is written on."""
    full = in_full(said)
    if full.count(" ") >= _MOST_WORDS or _WITNESS.search(full):
        return False
    return _SHARED.fullmatch(full) is not None


def asks_for_other_topic(said: str) -> bool:
    """Return whether all of `said` asks to talk of something else: "mejor habla de otra cosa"."""
    return said.count(" ") < _MOST_WORDS and _OTHER_TOPIC.fullmatch(in_full(said)) is not None
