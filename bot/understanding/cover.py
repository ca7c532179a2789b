"""Recognition of the cover word (promise 7): alone, in a short text, and beside the words of "he's here".

"Pretend you're the pharmacy" asks for the same in so many words. A text that speaks of the thing itself, such as "cold
weather", is no cover. In doubt it is one: a screen that turns bland for nothing costs one more question, and a screen
that does not may cost a person dearly.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.understanding.lexicon import Lexicon
from bot.understanding.pretence import asks_to_pretend
from bot.understanding.words import Words, normalise

MOST_WORDS = 6
"""Length in words of a text that may have the cover word anywhere."""
_MOST_BESIDE = 12
"""Length in words of a text that says nothing but the cover word and that somebody is near."""
_SHORTEST_MENDED = 5


def _words(text: str) -> frozenset[str]:
    return frozenset(normalise(text).tokens)


_NEAR = _words(
    "a the i im am my me we is are was he she they hes shes theyre it its who someone somebody some one guy man "
    "lady mom mum mother dad father stepdad stepmom sister brother bro sis bf boyfriend gf girlfriend husband ex "
    "boss people ppl here near back home next close around by behind beside right up in at on with coming comin "
    "came come walked walking just got gets looking watching reading checking sees saw took has holding phone "
    "screen over shoulder now rn again wait hold quick hurry shh sh shhh cant can not talk text type gtg brb go "
    "gotta to have bye later stop ok hey omg please pls plz sorry and but lol oh no yes el la los un una yo mi es "
    "esta estan ya aqui aca ahi viene vienen vino llego llegan regreso volvio entro alguien mama papa padre madre "
    "padrastro hermano hermana tio tia novio esposo marido senor gente cerca atras viendo mirando leyendo tiene "
    "cel celular telefono ahora ahorita espera callate luego puedo hablar escribir tengo que irme oye porfa por "
    "favor si y pero perdon"
)
"""What is said beside a cover word: who is near, and that one cannot talk."""
_OF_THE_THING = _words(
    "cold hot warm freezing rain raining rainy snow snowing storm stormy wind windy sunny cloudy humid forecast "
    "degrees frio calor lluvia llueve lloviendo nieve nevando tormenta viento soleado nublado pronostico grados "
    "hace bad shelter sleep coat jacket blanket tent refugio dormir chamarra cobija cobijas"
)
"""Words of a text about the weather itself, which is the word that ships."""
_LEAD_IN = _words("this that the in of for about with under such el del este ese de con que por cual")
"""Words before the cover word by which it is part of a sentence, unless the rest says only that somebody is near."""
_HERE = _words(
    "here back coming comin came walked watching looking reading checking sees saw behind near took brb gtg shh "
    "viene vienen llego regreso volvio entro viendo mirando leyendo aqui atras cerca ahi"
)


def is_cover(words: Words, covers: Iterable[str], lexicon: Lexicon) -> bool:
    """Return whether a text says one of the cover words, or asks for one in so many words."""
    if asks_to_pretend(words.tokens):
        return True
    if len(words.tokens) > 2 * _MOST_BESIDE:  # more than letters with spaces between them
        return False
    tokens = _joined(words)
    return len(tokens) <= _MOST_BESIDE and any(_says(tokens, cover, lexicon) for cover in covers if cover)


@lru_cache(maxsize=64)
def _forms(cover: str) -> tuple[str, str]:
    """Return a cover word as texts are read, and without double letters."""
    word = "".join(normalise(cover).tokens[:1])
    return word, _squeezed(word)


def _joined(words: Words) -> tuple[str, ...]:
    """Return the words, with "w e a t h e r" as one and "weatherrr" without its tail."""
    tokens = words.tokens
    if len(tokens) > 2 and max(map(len, tokens)) == 1:
        return ("".join(tokens),)
    if not words.stretched:
        return tokens
    return tuple(_squeezed(token) if token in words.stretched else token for token in tokens)


def _squeezed(token: str) -> str:
    return "".join(letter for at, letter in enumerate(token) if not at or token[at - 1] != letter)


def _says(tokens: tuple[str, ...], said: str, lexicon: Lexicon) -> bool:
    cover, squeezed = _forms(said)
    if cover in tokens or squeezed in tokens:
        at, exact = tokens.index(cover if cover in tokens else squeezed), True
    else:
        size, start = len(cover), cover[:2]
        slips = [
            at
            for at, token in enumerate(tokens)
            if -1 <= len(token) - size <= 2 and token[0] in start and _is_slip(token, cover, lexicon)
        ]
        if len(slips) != 1:
            return False
        at, exact = slips[0], False
    rest = [token for token in tokens if token != tokens[at]]
    if all(token in _NEAR or token in lexicon.fillers for token in rest):
        return True
    if not exact or len(tokens) > MOST_WORDS:
        return False
    if not _HERE.isdisjoint(rest):
        return True
    led = at > 0 and tokens[at - 1] in _LEAD_IN
    return not led and _OF_THE_THING.isdisjoint(rest)


def _is_slip(token: str, cover: str, lexicon: Lexicon) -> bool:
    """Return whether a word is the cover word with one letter wrong, and no word of its own ("heather")."""
    if len(cover) < _SHORTEST_MENDED or lexicon.is_plain(token):
        return False
    if token.startswith("wh"):
        token = "w" + token[2:]  # "whether", as a phone corrects it
    same_start = token[:1] == cover[:1] or sorted(token[:2]) == sorted(cover[:2])
    return same_start and OSA.distance(token, cover, score_cutoff=1) <= 1
