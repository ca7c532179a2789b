"""A small grammar of how a medical emergency goes on, in English and Spanish: help was called, it came, they breathe.

"Im not calling 911 they'll take my kid" is news, too: it wants an answer, and is no danger of its own. A whole text is a chain of such news, between words as "ok", "now" and "thank god". One other word breaks the chain:
"she is breathing but barely" is no good news, "they are here with a gun" is danger.
"""

from __future__ import annotations

import re

from bot.flows.names import Progress
from bot.understanding.texted import in_full

_HELPERS = (
    r"(?:911|9 1 1|(?:the |an |my )?(?:ambulance|ambulances|paramedics?|medics?|ems|emts?|doctors?|doc|nurses?|"
    r"fire (?:dept|department|truck|fighters)|firefighters|hospital|cops?|police|officers?|help))"
)
_FIRST = r"(?:i|we|someone|somebody|he|she|they|my (?:mom|dad|friend|sister|brother|roommate|bf|gf))"
_THEM = r"(?:he|she|they|my (?:friend|sister|brother|bf|gf|girl|cousin|baby|mom|dad)|her|him)"
_NOW = r"(?: (?:now|rn|again|already|finally|right now|just now|back))*"
_ALREADY = r"(?:(?:already|just|have|has|had|finally) )*"
_CALLED = (
    rf"(?:(?:{_FIRST} )?{_ALREADY}(?:called|phoned|dialed|rang)(?: (?:{_HELPERS}|them|for help|for an ambulance|it in|already))*"
    rf"|(?:{_FIRST} )?(?:am |are |is )?(?:{_ALREADY})(?:on|calling) (?:the )?(?:(?:phone|line) )?(?:with )?(?:{_HELPERS}|them)"
    rf"|{_HELPERS} (?:is |are )?(?:on|is on) (?:the )?(?:phone|line|way|their way)(?: with (?:me|us))?|help is on the way"
    r"|ya (?:los |le |les )?(?:llame|llamamos|llamaron|marque|marcamos|hable)(?: (?:al 911|a la ambulancia|a emergencias|a los paramedicos|por ayuda))?"
    r"|(?:llame|llamamos|marque|llamaron) (?:al 911|a la ambulancia|a emergencias)|estoy (?:en la linea|al telefono|hablando) con (?:el 911|ellos|emergencias)"
    rf"|(?:{_HELPERS}|they|they all) (?:(?:is|are|almost|just|already|now) )*(?:coming|omw|on the way|on their way|on they way|on its way|headed here|close|almost here|pulling up|\d{{1,2}} min\w*(?: away| out)?)"
    r"|(?:(?:la|una) ambulancia|los paramedicos|la policia|los bomberos|el 911|ellos)(?: (?:ya|esta|estan))* (?:vienen?|viniendo|en camino|por llegar)(?: en camino)?"
    r"|(?:ya |ahi )*(?:viene|vienen)(?: (?:(?:mi \w+|alguien)(?: (?:por|a) (?:ella|el))?|la ambulancia|los paramedicos|en camino|por ella|por el|la policia|los bomberos))?|(?:ya (?:mero|merito|casi) )llegan?)"
)
_HELP_CAME = (
    rf"(?:{_HELPERS} (?:(?:is|are|just|has|have|finally|already) )*(?:here|came|arrived|got here|with (?:her|him|them|me|us))"
    rf"|{_HELPERS} (?:(?:is|are) )?(?:took|taking|has|have|got) (?:her|him|them|me|over)"
    r"|they (?:(?:are|just|already) )*(?:took|taking|working on|helping|treating) (?:her|him|them)(?: (?:to|2|in) (?:the )?(?:hospital|er|ambulance|back))?"
    r"|(?:we are|were|we|i am|she is|he is) (?:now )?(?:at|in|@) (?:the )?(?:hospital|er|ambulance|emergency room)|(?:(?:my |her |his )?(?:mom|dad|mother|sister|brother|friend|aunt|grandma|boyfriend|bf|i|we|they|he|she)(?: (?:is|are|am))? )?(?:now )?(?:driving|taking|took|drove|rushing|carrying|going|headed|on the way|otw)(?: (?:her|him|them|me|us))? to (?:the )?(?:hospital|er|urgent care|clinic|emergency room)"
    r"|(?:ya )?(?:llego|llegaron|esta aqui|estan aqui|vino|vinieron) (?:la ambulancia|los paramedicos|los bomberos|el doctor|la ayuda)"
    r"|(?:la ambulancia|los paramedicos|los bomberos) (?:ya )?(?:llego|llegaron|esta aqui|estan aqui|vino|vinieron)"
    r"|(?:ya )?(?:se )?(?:la|lo) (?:llevaron|llevan|atienden|estan atendiendo|estan ayudando)(?: (?:al hospital|en la ambulancia))?"
    r"|(?:ya )?(?:estamos|llegamos|vamos)(?: (?:a|en|al))? (?:el )?(?:hospital|la ambulancia|urgencias)|(?:la|lo) (?:llevamos|llevo|llevan|estamos llevando) (?:al hospital|a urgencias))"
)
_THEY_CAME = r"(?:they (?:(?:are|just|finally|already|have) )*(?:here|came|arrived|got here)|ya (?:llegaron|estan aqui|vinieron))"
_BREATHES = (
    rf"(?:{_THEM} (?:(?:is|are|just|has|started|finally|began|kind of) )*(?:breathing|breathes|awake|up|woke up|woken up|waking up|came to|conscious|moving|talking|alive|got up|gets up|getting up|sat up|sitting up|stood up|standing|talked|spoke|said something|walking(?: around)?|walked(?: off| away)?|opened (?:his|her|their) eyes)"
    r"|(?:ya )?(?:(?:esta|se) )?(?:respira|respirando|desperto|despierta|despierto|reacciono|reaccionando|se movio|levanto|paro|sento|movio|hablo|habla|hablando|camino|camina|caminando|fue(?: caminando)?|abrio los ojos|abriendo los ojos)(?: (?:ella|el))?"
    r"|(?:ella|el) ya (?:respira|desperto|esta despierta|esta despierto|reacciono))"
)
_GIVEN = (
    rf"(?:(?:(?:{_FIRST}|(?:my|the) \w+) )?{_ALREADY}(?:gave|used|sprayed|did|put|administered|narcanned)"
    r"(?: (?:it|one|two|1|2|him|her|me|them|the|a|some|sprays?|narcans?|naloxone|doses?|to|in|up|nose|his|my|more|another)){1,6}"
    r"|(?:ya )?(?:se |me )?(?:lo|la|le|les) (?:puse|pusimos|pusieron|puso|di|dimos|dieron|dio|eche)"
    r"(?: (?:el|la|un|una|narcan|naloxona|spray|dosis|otro|otra))*)"
)
_NO_NARCAN = (
    r"(?:(?:(?:i|we|they) )?(?:do not|did not|dont) (?:have|got) (?:any |a |the )?narcan|(?:there is )?no narcan|out of narcan"
    r"|no (?:tengo|tenemos|hay)(?: el| ningun)? narcan|sin narcan|no narcan)(?: (?:on me|here|with me|with us|left|aqui|conmigo))?"
)
_REFUSES = re.compile(
    r"\b(?:scared|afraid|worried)(?: \w+){0,3} (?:they|cops|police|i|we|of|that)\b(?: \w+){0,4} (?:arrest\w*|jail|lock\w*|charg\w*|deport\w*|in trouble|cops|police|prison)\b"
    r"|\b(?:will|are|would|can|could) (?:they|the cops|cops|the police|police) (?:going to )?(?:arrest|charge|lock|take|deport) (?:me|us)\b"
    r"|\b(?:will|am|are|would|do|could) (?:i|we) (?:\w+ ){0,2}?(?:get )?(?:arrested|charged|in trouble|to jail|locked up|deported)\b"
    r"|\b(?:miedo|me da miedo)(?: (?:de|a))? que (?:me|nos) (?:arrest\w+|llev\w+|deport\w+|encierr\w+|metan)\b|\b(?:me|nos) (?:van a|pueden|vayan a) (?:arrestar|deportar|encerrar|meter)\b"
    r"|\bno (?:quiero|queremos|vayan a|vaya a) (?:que )?(?:llam\w+|marc\w+|veng\w+|hablen|hables)(?: \w+){0,3}? (?:911|ambulancia|policia|emergencias|nadie|migra)\b"
    r"|\b(?:not|never|no way|rather not|scared to|afraid to|refuse to)(?: \w+){0,3}? (?:call|calling|dial|dialing|want|go to|going to)"
    r"(?: \w+){0,2}? (?:911|9 1 1|ambulance|cops|police|anyone|anybody|hospital|er|them)\b"
    r"|^(?:\w+ ){0,3}?no (?:911|ambulance|cops|police|hospital)\b"
    r"|\bif (?:i|we) (?:call|go)\b.* (?:take|arrest|deport|lock|jail|prison|cps|kids?|baby|babies|trouble|papers)\b"
    r"|^(?:\w+ ){0,2}?(?:they|cops|cps|the cops|police|the police) (?:will |are going to |would )?(?:take|lock|arrest|deport) (?:my|me|us)\b"
    r"|\bno (?:voy a |quiero |puedo |pienso |vamos a )?(?:llam\w+|marc\w+)(?: \w+){0,2}? (?:911|ambulancia|policia|emergencias|nadie)\b"
    r"|\bsi llam\w+\b.* (?:quit\w+|llev\w+|deport\w+|migra|arrest\w+|carcel|preso|presa)\b"
    r"|^(?:\w+ ){0,2}?me (?:van a )?(?:quit|deport|arrest|encierr|encerr)\w+\b"
)
_BY_SOMEBODY = re.compile(
    r"\b(?:kill|kills|beat|beats|hit|hits|hurt|hurts|shoot|rape|choke|find me|die|mat\w+|peg\w+|golpe\w+|morir\w*)\b"
)
"""What somebody else, or the person, would do: that is danger, and no fear of the law."""
_ASKS = (
    rf"(?:(?:is|are|will|does) {_THEM} (?:going to |gon |gonna )?(?:(?:be|b|make it|make|live|survive|ok|okay|alright|fine|good|through|die) ?)+"
    r"|(?:se )?va a (?:estar bien|ponerse bien|vivir|morir|salvarse|recuperarse|despertar)|se (?:va a )?(?:muere|salva|recupera|pondra bien)"
    r"|(?:ella|el) va a estar bien)"
)
_BESIDE = (
    r"ok|okay|k|yes|yeah|yea|hey|oh|omg|thank god|thanks|thank (?:you|u)|ty|so|and|but|now|rn|already|finally|i think|just|please|"
    r"ya|si|ahora|ahorita|gracias(?: a dios)?|ay|dios(?: mio)?|y|pero|creo que|otra vez|por fin"
)
_KINDS = (
    (Progress.HELP_CAME, _HELP_CAME), (Progress.THEY_CAME, _THEY_CAME), (Progress.BREATHING, _BREATHES),
    (Progress.NO_NARCAN, _NO_NARCAN), (Progress.ASKED, _ASKS), (Progress.CALLED, _CALLED), (Progress.GIVEN, _GIVEN),
)  # fmt: skip
_ANY = "|".join(f"(?P<{kind.value}>{pattern}){_NOW}" for kind, pattern in _KINDS)
_PART = re.compile(rf"(?:{_ANY}|(?:{_BESIDE}))(?= |$)")
_MOST_WORDS = 14


def progress_in(said: str) -> Progress | None:
    """Return the news that all of `said` tells, the last stage of it: words with one space, contractions written out.

    None for a text that says anything else.
    """
    said = in_full(said)
    if _REFUSES.search(said) and not _BY_SOMEBODY.search(said):
        return Progress.REFUSED
    if said.count(" ") >= _MOST_WORDS:
        return None
    found: set[str] = set()
    at = 0
    while at < len(said):
        part = _PART.match(said, at)
        if part is None or part.end() == at:
            return None
        found |= {name for name, value in part.groupdict().items() if value}
        at = part.end() + 1
    return next((kind for kind, _ in _KINDS if kind.value in found), None)
