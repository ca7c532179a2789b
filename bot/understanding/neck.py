"""Whether marks on a neck, or a throat that hurts, tell that somebody was choked. Pure.

In English and Spanish. All texts are words with one space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

_MARK = (
    r"(?:marks?|bruis\w+|hand ?prints?|finger ?prints?|finger ?marks?|hand marks?|red (?:lines?|marks?|spots?|dots?)|scratches|swollen|swelling|purple|black and blue"
    r"|marcas?|moreton\w*|moret\w+|moratones?|morados?|huellas?|dedos marcados|manos marcadas|rasgunos|aranazos|hinchad[oa]|lineas rojas|puntos rojos)"
)
_NECK = r"(?:neck|throat|cuello|garganta|pescuezo)"
_ON_NECK = re.compile(
    rf"\b{_MARK}(?: \w+){{0,5}} {_NECK}\b|\b{_NECK}(?: (?:is|are|looks?|all|has|have|got|so|still|real|esta|tengo|tiene|todo|toda|bien|muy|con|llen[oa] de))+ {_MARK}\b"
)
_BY_THEM = re.compile(
    r"\b(?:from|by|cuz of|because of) (?:him|her|them|my (?:\w+ )?(?!cat|dog|necklace|bag|seat)\w+|his \w+|her hands|last night|when (?:he|she|they))\b|\b(?:he|she|they|who) (?:left|leaves|gave|gives|put|made|did|grabbed|choked|squeezed|held)\b|\b(?:after|when|where|since|cuz|because) (?:he|she|they)\b|\b(?:his|her) (?:hands?|fingers?|grip)\b"
    r"|\bme (?:dejo|dejaron|hizo|hicieron|agarro|apreto|quedaron|puso)\b|\b(?:de|por) (?:el|ella|ellos|sus (?:manos|dedos)|mi (?:\w+ )?(?:novio|esposo|marido|papa|padrastro|padrote|patron|ex))\b|\b(?:cuando|porque|donde|que) (?:el |ella |mi \w+ )?(?:me |lo )?(?:agarr\w+|apret\w+|jal\w+|ahorc\w+|dejo|hizo)\b"
)
_OTHERWISE = re.compile(
    r"\b(?:hickeys?|hickies|love bites?|kiss\w*|tattoo\w*|necklace|chain|seat ?belt|shav\w+|razor|acne|rash|allerg\w+|bug|mosquito|rope|noose|hang(?:ed|ing)?|myself|i (?:cut|did|made|tried)|strep|cold|flu|sick|cough\w*|chupeton\w*|chupete\w*|besos?|tatuaje\w*|collar|cadena|cinturon|rasur\w+|alergia|soga|cuerda|colg\w+|me corte|yo mism[oa]|gripe|gripa|tos)\b"
)
_HIMSELF_DID = re.compile(
    r"\bme (?:ahorco|asfixio|estrangulo)(?: \w+){0,3} (?:y|hasta que|que|por eso)(?: \w+){0,2} (?:me (?:duele|arde|cuesta|quede|desmaye|quedo|deja|dejo|puse)|tengo|traigo|no puedo (?:tragar|hablar|respirar)|la (?:voz|garganta)|casi)\b"
)


def is_marked(said: str) -> bool:
    """Return whether a text tells of marks on a neck that nothing harmless explains."""
    return _ON_NECK.search(said) is not None and _OTHERWISE.search(said) is None


def names_who(said: str) -> bool:
    """Return whether a text tells that somebody else left marks: "from him", "he left", "me dejo"."""
    return _BY_THEM.search(said) is not None


def was_done(said: str) -> bool:
    """Return whether "me ahorco" is what somebody did to who writes, and its accent is missing: "y me duele la garganta"."""
    return _HIMSELF_DID.search(said) is not None
