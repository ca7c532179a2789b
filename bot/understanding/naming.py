"""A name that was given: taken off, replaced, and asked about, in English and Spanish. Pure."""

from __future__ import annotations

import re

from bot.understanding.chosen_name import read_name
from bot.understanding.lexicon import Lexicon
from bot.understanding.texted import in_full

_LEAD = (
    r"(?:(?:no|nope|wait|ok|okay|actually|sorry|please|pls|hey|omg|oh|but|and|just|i said|wait wait|espera|oye|perdon|ay|mejor|"
    r"por favor|porfa|pero|y|ya|que|no no) )*"
)
_HE = r"(?:he|she|they|my \w+|people|everyone|everybody|anyone|somebody|el|ella|ellos|mi \w+|la gente|todos|alguien)"
_NAMED = r"(?:that|this|my|the|ese|este|mi|el|esa|real|actual|true|verdadero|first|full|last)"
_DROPS = re.compile(
    rf"{_LEAD}(?:(?:do not|never|stop|please not|not) (?:call(?:ing)? me|us(?:e|ing)|put|say(?:ing)?|tell(?: them| anyone)?|giv(?:e|ing)"
    rf"(?: them)?|shar(?:e|ing)|show(?:ing)?(?: them)?|let (?:them|anyone|anybody|staff) (?:see|know|have|use|read))"
    rf"(?: {_NAMED})*(?: (?P<what>name|that|it|this|\S+))?|"
    rf"(?:i )?do not want (?:them|anyone|anybody|staff|you) (?:to )?(?:see|know|have|use|say|using|usin|seeing|seein|knowing|knowin|having|hearing)(?: {_NAMED})* name|"
    rf"{_HE} (?:knows?|calls? me|uses?|has|have|gave me|named me|would know|will know|recogniz\w+|sabe|saben|conoce|conocen|usa|"
    rf"me (?:dice|llama|puso|conoce por|dicen|llaman))(?: (?:me|by|it|lo|por|with))*(?: {_NAMED})+(?: (?:name|nombre|one))?|"
    rf"(?:that|it|this|ese|eso|esa)(?: name| nombre)? (?:is|was|es|era) (?:not )?(?:my |mi |el |the )?(?:real|actual|true|verdadero|"
    rf"de verdad)(?: (?:name|nombre|one))?|"
    rf"(?:change|take off|remove|delete|drop|erase|wrong|not|cambia\w*|quit\w+|borr\w+|no)(?: (?:them|out|off))?(?: {_NAMED})+ (?:name|nombre)"
    rf"(?: (?:off|out|real|de ahi|verdadero))*|not (?:my|the) real (?:one|name)|no (?:es )?(?:mi|el) (?:nombre )?(?:real|verdadero)(?: nombre)?|"
    rf"no (?:me )?(?:digan?|digas|llamen?|llames|pongan?|pongas|usen?|uses|den|des|compartas|compartan|muestren)(?: (?:asi|por|con|les))*"
    rf"(?: {_NAMED})*(?: (?P<que>nombre|asi|eso|\S+))?|no quiero que (?:vean|sepan|usen|digan|lean|tengan)(?: {_NAMED})* nombre)"
    rf"(?: (?:he knows (?:it|that(?: name| one)?)|{_HE} knows? (?:it|that(?: name)?)|el (?:lo |me )?(?:conoce|sabe)(?: (?:ese nombre|asi|por ese nombre))?"
    rf"|please|pls|porfa|por favor|anymore|any more|ok|tho|though|ya|then|thats|that is|thats what he calls me))*"
)
_TELLS_NAME = re.compile(
    r"\b(?:name|nombre|call(?:ing)? me|calls me|me (?:dice|llama|conoce|puso|dicen|llaman)|llam\w+|digan)\b"
)
_BARE = re.compile(r"\b(?:call(?:ing)? me|me (?:digan?|digas|llamen?|llames))$")
_SHORT = re.compile(r"(?:name|that|it|this|nombre|asi|eso)")
_MARK = re.compile(
    r"(?:^|[\s,.;!:-])(?:use|call me|put|make it|say|change (?:it|my name|that|the name) to|i go by|go with|go by|"
    r"my name is|its|it's|it is|usa|usen|pon|ponme|ponle|pongan|ponganme|dime|diganme|llamame|llámame|llamenme|"
    r"c[aá]mbial[oe] (?:a|por)|que sea|me llamo|mejor)[\s,:]+",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?: (?:instead|please|pls|ok|mejor|porfa|por favor|en vez))*\s*[.!]*$", re.IGNORECASE)
_LAST = re.compile(r"^(?P<before>.+?)[.,;!]+\s*(?P<name>[^.,;!?]+?)\s*[.!]*$", re.DOTALL)
_ASKS = re.compile(
    r"(?:(?:so|and|but|wait|ok|hey|y|pero|oye|entonces|then) )*(?:(?:what|which) name (?:(?:will|do|did|can|would|are|is) )*(?:they|you|u|staff|it|i)"
    r"(?: (?:will|going to|gonna))*(?: (?:see|have|use|got|get|know|give|gave|say|call|put|show|shared?|saved?|me|by|them|on|there|down|kept|keep))*"
    r"|(?:what|which) name (?:is|did) (?:it|on there|saved|stored|shown|showing)(?: \w+)?|what (?:will|do|are|would) they (?:going to |gonna )?call me"
    r"|(?:do|will|can) they (?:see|have|know|got) my (?:real )?name|(?:is|do) my name (?:there|on there|shown|saved)|what is my name (?:there|on there|to them)"
    r"|(?:que|cual) nombre (?:me )?(?:(?:van a|es el que|es|les) )*(?:ven|ver|tienen|usan|usar|pusiste|saben|diste|va a salir|sale|vieron|mio)?(?: (?:ven|tienen|ellos|mio|de mi))*"
    r"|(?:como|con que nombre) me (?:van a (?:llamar|decir|ver)|ven|llaman|dicen|tienen)|(?:ven|tienen|saben|pueden ver|van a ver) mi nombre(?: real)?)"
)


def drops_name(text: str, name: str, lexicon: Lexicon) -> bool:
    """Return whether all of a text takes off the `name` that was given, or tells that somebody dangerous knows it."""
    plain = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "that name", text, flags=re.IGNORECASE) if name else text
    said = in_full(" ".join(lexicon.spelled(plain)))
    found = _DROPS.fullmatch(said)
    if found is None:
        return False
    what = found["what"] or found["que"]
    if what is None and _BARE.search(said):
        return False  # "dont call me" is about no name
    return _TELLS_NAME.search(said) is not None or re.search(r"\breal (?:one|name)\b|\bthat one\b", said) is not None


def new_name(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """Return the name that a text puts in the place of another, and what it says before it; "" and "" for none."""
    text = text.strip()
    last = _LAST.match(text)
    splits = [(last["before"], last["name"])] if last else []
    splits += [(text[: found.start()], text[found.end() :]) for found in _MARK.finditer(text)]
    for before, after in reversed(splits):
        told = _AFTER.sub("", after)
        if name := read_name(told, lexicon) or _letter(told):
            return name, before.strip(" ,.;!:-")
    return "", ""


def _letter(text: str) -> str:
    return text if len(text) == 1 and text.isalpha() else ""


def asks_which_name(said: str) -> bool:
    """Return whether all of `said` asks by what name staff know somebody."""
    return _ASKS.fullmatch(said) is not None
