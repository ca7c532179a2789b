"""Who only seems to say that they are fine: "esta bien morado" is "very", "no me siento bien" denies it. Pure."""

from __future__ import annotations

import re

_IS = (
    r"(?:estoy|est[aá]s?|est[aá]n|estaba|estamos|toy|stoy|ta|t[aá]|sta|tan|ando|anda|andan|andamos|sigo|sigue|siguen|quede|qued[oó]|"
    r"(?:me|se|te|lo|la) (?:siento|siente|sent[ií]|sinti[oó]|veo|ve|ven|puse|puso|pone|pongo|qued[eé]|qued[oó]|oigo|oye|noto|nota))"
)
# what may follow "fine": a new clause, a time, a thank-you, whom it is about, or a word that is good news itself
_FOLLOWS = (
    r"ya|gracias|grax|grac\w*|ahora|ahorita|orita|aora|hoy|ayer|ahi|ah[ií]|aqu[ií]|aca|alla|pero|y|e|o|u|ni|si|s[ií]|no|que|q|k|porque|pq|xq|por|pa|para|"
    r"de|del|con|sin|en|a|al|entre|desde|hasta|como|cuando|creo|segun|solo|nomas|nom[aá]s|todo|todos|todas|tod[oa]|mi|mis|el|ella|ellos|la|las|los|lo|le|les|"
    r"me|te|se|nos|yo|tu|t[uú]|usted|ustedes|es|son|era|fue|bien|mejor|normal|ok|jaja\w*|jeje\w*|lol|la verdad|pues|ps|pos|verdad|vd|vdd|amiga|amigo|mija|"
    r"gracias a dios|dice\w*|dijo|dios|tambien|tampoco|igual|aunque|entonces|asi|porfa|oye|bro|wey|guey|compa|"
    r"feliz|felices|content[oa]s?|tranquil[oa]s?|segur[oa]s?|a gusto|agust[oa]|chid[oa]s?|padre|chever[eo]|bonit[oa]s?|sana|sano|san[oa]s|a salvo|despiert[oa]s?|"
    r"calmad[oa]s?|relajad[oa]s?|acompa\w+|cuidad[oa]s?|atendid[oa]s?|vestid[oa]s?|comid[oa]s?|agradecid[oa]s?|"
    # or what somebody does or is asked to do: "ta bien dame el numero"
    r"da[ml]\w*|dim\w*|dig\w*|mand[aeo]\w*|pasa(?:me|lo)?|pasen\w*|pon\w*|ha[zg]\w*|quier\w*|kier\w*|necesit\w*|pued\w*|podr\w*|vamos|vale|"
    r"acept\w*|esper\w*|llam\w*|escrib\w*|habl\w*|busc\w*|cual\w*|donde|quien\w*|voy|vas|claro|perfect\w*|list[oa]s?|tengo|much[oa]s?|mil|manana|lejos|cerca|caro|cara"
)
_VERY = re.compile(rf"(?i)\b(?P<before>{_IS}(?: (?:ya|como|asi|muy))?) bien(?= (?!(?:{_FOLLOWS})\b)[a-zñáéíóú]{{3,}})")


def bien_spelled(text: str) -> str:
    """Return a text with "bien" written as "muy" where it stands before a word for a bad state: "estoy bien mareada"."""
    return _VERY.sub(r"\g<before> muy", text)


_NOT_FINE = re.compile(
    r"\b(?:no|nunca|tampoco|ni|ya no) (?:(?:me|se|te|le|lo|la|muy|tan|nada) )*(?:estoy|estan?|toy|ta|ando|anda|siento|siente|sigo|sigue|veo|ve)"
    r"(?: (?:muy|tan|nada|del todo|todavia))* (?:bien|mejor|normal|ok)\b"
    r"|\b(?:not|never|no longer|hardly|barely) (?:(?:am|is|are|really|even|so|to|all|that|too|very|doing|feel|feels|feeling|felt|seem|look|get|getting) )+"
    r"(?:ok|fine|good|better|alright|all right|normal|great)\b|\b(?:not|never) (?:ok|fine|good|better|alright|all right|normal|great)\b"
    r"|\b(?:ojala|quisiera|quiero|wish i|want to|wanna|hope|when will i|cuando) (?:\w+ ){0,3}?(?:bien|mejor|ok|fine|good|better)\b"
    r"|\b(?:que|k|q|lo que) (?:me |le |te |se )?paso\b|\b(?:se|me|te) (?:le )?(?:paso|pase) (?:la mano|de|con|del)\b|\bwhat happened\b"
)
"""Denies that somebody is fine, wishes it, or only has a word of it: "que paso"."""


def denies_fine(said: str) -> bool:
    """Return whether a text that has words of being fine tells no such thing."""
    return _NOT_FINE.search(said) is not None
