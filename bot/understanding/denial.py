"""Hears that a danger is denied: "im not in danger", "im fine i said", "no me quiero matar". Pure.

A denial with a doubt beside it is none: "no estoy en peligro pero tengo miedo", "im fine for now".
"""

from __future__ import annotations

import re

from bot.flows.names import Denial

_OUTRIGHT = re.compile(
    r"\b(?:not (?:\w+ ){0,2}in (?:any |real |immediate |actual )*danger|(?:there is |i see )no danger"
    r"|(?:i|we) (?:am|are) (?:(?:really|actually|totally|already|all|perfectly|very|now) )*safe"
    r"|(?:nobody|no one|noone) (?:is |was |has )?(?:hurting|hurts|hurt|hitting|hits|hit|after|touching) (?:me|us)"
    r"|i am not (?:being |getting )(?:hurt|hit|abused|beaten|harmed)|false alarm|nothing (?:is )?wrong (?:with me|here)"
    r"|i (?:did not|do not) mean (?:i (?:am|was) )?in danger|i am (?:fine|ok|okay|good) i said"
    r"|i (?:said|told (?:you|u)) (?:that )?i am (?:fine|ok|okay|good))\b|\bte dije que estoy bien\b"
    r"|(?<!si )(?<!que )\bno (?:estoy|estamos|ando|corro|corremos|hay) (?:en )?(?:ningun )?peligro\b|\bfalsa alarma\b"
    r"|(?<!no )\b(?:estoy|estamos) (?:ya |bien )?(?:a salvo|segur[oa]|fuera de peligro)\b"
    r"|\bnadie me (?:pega|hace nada|lastima|esta (?:pegando|lastimando|haciendo nada))\b"
)
_NOT_SUICIDAL = re.compile(
    r"\b(?:not (?:\w+ )?suicidal|(?:am|was) not (?:even |really )?(?:going to|gonna|trying to|about to|planning to|thinking"
    r" (?:about|of)) (?:kill(?:ing)?|hurt(?:ing)?|end(?:ing)?) (?:myself|it)"
    r"|(?:do not|did not|never|no longer) (?:even |really )?(?:want|wanted|wanna|plan)(?: to)? (?:kill|hurt) myself"
    r"|(?:do not|did not) (?:even |really )?(?:need|want|ask for) (?:a |the |that |no |any |this |your |ur )?"
    r"(?:suicide|crisis) (?:line|hotline|number|help|stuff)"
    r"|(?:that|this|it|988) is (?:a |the |for )?suicid\w*(?: (?:line|hotline|number|thing|people))?)\b"
    r"|\bno (?:soy|estoy|ando) suicida\b|\bno (?:es que )?(?:me (?:quiero|voy a|quisiera)|quiero|voy a|pienso|quiero ni) "
    r"(?:matar|suicidar|matarme|suicidarme|hacerme (?:dano|nada))\b"
    r"|\b(?:esa|ese|eso|esta|este|esto|el 988) es (?:una? |la |el |para )?(?:linea |numero )?(?:de |del |para )?suicid\w+"
    r"|\bno (?:necesito|ocupo|quiero|pedi) (?:una? |la |esa )?linea (?:de |del |para )?(?:suicid\w+|crisis)\b"
)
_FINE = re.compile(
    r"(?:(?:no|nah|lol|ok|okay|but|look|dude|bro|omg|hey|i said|i told (?:you|u)|i already (?:said|told (?:you|u))|like i said"
    r"|no te preocupes|ya|que|te dije|ya te dije|tranquil[oa]|oye|pues|la verdad|si) )*"
    r"(?:i (?:am|was) (?:(?:really|totally|all|actually|perfectly|just|doing|literally|so|completely) )*"
    r"(?:fine|ok|okay|good|alright|all right|chill)|everything is (?:fine|ok|okay|good|cool)"
    r"|(?:yo )?estoy (?:muy |re |super )?(?:bien|tranquil[oa])|(?:ya )?todo (?:esta )?bien)"
    r"(?: (?:i said|now|tho|though|really|promise|i promise|thanks|thank (?:you|u)|ty|already|relax|chill|lol|stop|here"
    r"|gracias|de verdad|en serio|te digo|te dije|ya|dije|con eso))*"
)
_FOUND = re.compile(
    r"\b(?:(?:she|he|they|my \w+(?: \w+)?) (?:is|are|came|got|made it|just|already|finally|has|have)(?: \w+){0,2} "
    r"(?:back|home|found|safe)|(?:we|i|they|the police|cops) (?:just |already |finally )?found (?:her|him|them|my \w+)"
    r"|(?:ya )?(?:llego|aparecio|regreso|volvio|la encontr\w+|lo encontr\w+|esta en (?:la )?casa))\b"
)
_DOUBT = re.compile(
    r"\b(?:but|yet|scared|afraid|worried|for now|maybe|not sure|unless|until|think|guess|if|when|not safe|unsafe|never|"
    r"pero|todavia no|aun no|miedo|asustad[oa]|por ahora|por ahorita|creo|quien sabe|cuando|hasta que|no se|nunca)\b"
)
_SEARCHES = re.compile(r"\b(?:not|no|never|nunca|nobody|nadie|where|donde|if|si|hasta|until|want|quiero)\b")


def denial_in(spelled: str, text: str) -> Denial | None:
    """Return the denial of a danger in a text. `spelled` has its contractions written out, and no accents."""
    if "?" in text:
        return None
    if _NOT_SUICIDAL.search(spelled) and not _DOUBT.search(_NOT_SUICIDAL.sub(" ", spelled)):
        return Denial.NOT_SUICIDAL
    if _FOUND.search(spelled) and not _SEARCHES.search(spelled):
        return Denial.FOUND
    if _DOUBT.search(spelled):
        return None
    if _OUTRIGHT.search(spelled):
        return Denial.OUTRIGHT
    return Denial.FINE if _FINE.fullmatch(spelled) else None
