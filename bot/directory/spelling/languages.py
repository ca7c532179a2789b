"""Languages as publishers write them: EN, en_US, eng, ger, Spanish, Español. One code for one language.

The codes and the English and Spanish names are those of Unicode's CLDR, from Babel. A cell that names several
languages, or none, is unknown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from babel import Locale
from babel.core import get_global

_TAG = re.compile(r"([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{2,8})*)(?:\.[A-Za-z0-9-]+)?(?:@[a-z]+)?", re.ASCII)
_INSIDE = re.compile(r"(?P<base>[^()]+) \((?P<inside>[^()]+)\)")

_ALSO = {
    "castilian": "es", "spanish; castilian": "es", "castellano": "es", "farsi": "fa", "mandarin": "zh",
    "mandarin chinese": "zh", "dari": "prs", "haitian": "ht", "haitian; haitian creole": "ht", "kreyol": "ht",
    "kreyòl": "ht", "kreyòl ayisyen": "ht", "filipino": "tl", "filipino; pilipino": "tl", "pilipino": "tl",
    "panjabi": "pa", "panjabi; punjabi": "pa", "cambodian": "km", "central khmer": "km", "laotian": "lo",
    "moldovan": "ro", "romanian; moldavian; moldovan": "ro", "myanmar": "my", "sorani": "ckb", "kurmanji": "ku",
    "american sign": "ase", "french sign language": "fsl", "mexican sign language": "mfs",
    "français": "fr", "deutsch": "de", "português": "pt", "tiếng việt": "vi", "italiano": "it", "polski": "pl",
    "中文": "zh", "汉语": "zh", "漢語": "zh", "普通话": "zh", "粵語": "yue", "粤语": "yue", "한국어": "ko",
    "日本語": "ja", "русский": "ru", "українська": "uk", "العربية": "ar", "فارسی": "fa", "اردو": "ur",
    "हिन्दी": "hi", "ਪੰਜਾਬੀ": "pa", "soomaali": "so", "af soomaali": "so", "hmoob": "hmn",
    "ភាសាខ្មែរ": "km", "አማርኛ": "am",
}  # fmt: skip
"""Other names, in lower case: of ISO 639-2, of everyday use, and of the languages themselves."""
_KEPT = {"fil": "tl", "tgl": "tl", "tl": "tl", "tw": "tw", "twi": "tw", "asl": "ase"}
"""Codes that CLDR calls otherwise than our records do. ASL is the sign language here, not one of Indonesia."""
_SIGNED = {"sgn_US": "ase", "sgn_MX": "mfs", "sgn_FR": "fsl"}
"""Old tags of sign languages, by country."""
_WORDS = frozenset({"all", "any", "yes", "nan", "und", "mul", "mis", "zxx"})
"""What stands in such a cell as a word, or as a code for no one language."""
_CHINESE = frozenset({"zh", "yue", "nan", "wuu", "hak", "gan", "hsn"})
"""Languages that are also written as "Chinese (Cantonese)"."""


@lru_cache(maxsize=4096)
def tag(text: str) -> str | None:
    """Return a language as the standard writes it: "es" for "spa" and "Spanish", "en-US" for "en_us"; None if unknown.

    A region or script is kept. A code of the right form is taken, whether or not it is in use.
    """
    said = " ".join(unicodedata.normalize("NFKC", text).split())
    found = _TAG.fullmatch(said)
    if not found:
        return _named(said)
    if said.lower() in _WORDS:
        return None
    first, more = found[1].lower(), [part for part in re.split("[-_]", found[2]) if part]
    whole = "_".join((first, *map(_subtag, more)))
    if one := _SIGNED.get(whole):
        return one
    return "-".join((_KEPT.get(first) or _aliases().get(first, first), *map(_subtag, more)))


def language(text: str) -> str | None:
    """Return the code of the language alone, which is what is matched: en for en-US; None if unknown."""
    found = tag(text)
    return found.partition("-")[0] if found else None


def english_name(code: str) -> str:
    """Return the English name of a code, or the code itself if it has none."""
    return str(Locale("en").languages.get(code) or code)


def _subtag(part: str) -> str:
    """Write a script as Hant and a region as US."""
    return part.title() if len(part) == 4 and part.isalpha() else part.upper() if len(part) == 2 else part.lower()


def _named(said: str) -> str | None:
    """Return the code of a name. In "Spanish (Mexico)" the first counts, in "Chinese (Cantonese)" the one inside."""
    name = said.casefold()
    if code := _names().get(name):
        return code
    found = _INSIDE.fullmatch(name)
    if not found:
        return _names().get(name.removesuffix(" language"))
    base, inside = _names().get(found["base"].strip()), _names().get(found["inside"].strip())
    if base and inside and base != inside:
        return inside if {base, inside} <= _CHINESE else None
    return base


@cache
def _aliases() -> Mapping[str, str]:
    """Return the codes that stand for another one, with that: of three letters for two, and old ones."""
    return {old: new for old, new in get_global("language_aliases").items() if "_" not in new}


@cache
def _names() -> Mapping[str, str]:
    """Return codes by name in lower case, without names that mean more than one language."""
    found: dict[str, set[str]] = {}
    for locale in ("en", "es"):
        for code, name in Locale(locale).languages.items():
            if "_" not in code:
                one = _KEPT.get(code) or _aliases().get(code, code)
                found.setdefault(unicodedata.normalize("NFKC", name).casefold(), set()).add(one)
    return {**{name: codes.pop() for name, codes in found.items() if len(codes) == 1}, **_ALSO}
