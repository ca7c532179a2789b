"""A ride that a stranger offers, "should i", and a phone or a bag that may be traced. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Guide, Level
from bot.flows.session import Session
from bot.flows.welcome import SILENT

_STRANGER = (
    r"\b(?:(?:some|a|this|the|that|one|an|random|old|older|truck)(?: (?:some|random|old|older|truck|nice|big|white))*"
    r" (?:guy|man|dude|trucker|truck driver|driver|stranger|lady|woman|boy|men|guys)|some(?:one|body)(?: i (?:do not|just) (?:know|met))?"
    r"|(?:un|una|el|este|ese|la) (?:trailero|trailera|camionero|chofer|senor|senora|tipo|vato|bato|hombre|muchacho|desconocido|viejo|conductor|don))\b"
)
_RIDE = (
    r"(?:(?:give|gives|gave|giving) (?:me|us) a (?:ride|lift)|(?:offer\w*|wants? to give)(?: (?:me|us))?(?: a)? (?:ride|lift)"
    r"|(?:wants|wanna|want|offer\w*|says? (?:he|she)(?: will| can)?|said (?:he|she)(?: will| can| would)?|will|can|trying)(?: to)? (?:take|drive|bring|give) (?:me|us)"
    r"(?: (?:to|home|there|a ride|a lift|as far|into)\b)|a ride\b"
    r"|(?:me|nos) (?:ofrece|ofrecio|ofrecieron|da|quiere dar|dice que me da|puede dar|quiere llevar|lleva)(?: (?:un|el|a))? ?(?:ride|raite|rait|aventon|llevarme|llevarnos|\w+)"
    r"|(?:ofrece|ofrecio) llevarme)"
)
_OFFERED = re.compile(rf"{_STRANGER}.*\b{_RIDE}")
_ROOF_OFFERED = re.compile(
    rf"{_STRANGER}.*\b(?:(?:said|says|told (?:me|us)|offered|offers|offering|wants|is|will|can|gonna|going to|would|lets?)(?: (?:he|she|they|me|us|that|we|i|can|could|will|would|to|let|lets|have|a))* "
    r"(?:let (?:me|us) )?(?:stay|sleep|crash|live|chill)(?: (?:w|with|at|in|on|over|there|him|her|them|his|place|house|spot|couch|for|free))+"
    r"|(?:(?:me|nos) )?(?:dice|dijo|ofrece|ofrecio|da|deja)(?: (?:que|me|nos|podemos|puedo|puede|da|deja|lugar|donde))* (?:quedar(?:nos|me)|quedarse|dormir|vivir)(?: \w+){0,4})"
)
_FRIEND_GOES = re.compile(
    r"(?:(?:but|and|pero|y|mi|my) )*(?:friend|sister|bestie|girl|amiga|amigo|hermana|prima|cousin) (?:really |si |ya )?(?:wants|wanna|want|quiere|says|dice)(?: (?:to|we|que|should|si|lets))* ?(?:go|come|ir|irse|vayamos|vamos)?"
)
_GET_IN = re.compile(
    r"(?:.* )?(?:should|can|do|shall) i (?:just )?(?:get|go|hop|jump|ride) (?:in|into|with|w)(?: \w+){0,3}(?: (?:car|truck|van|him|her|them|guy|man))?(?: .*)?"
    r"|(?:.* )?(?:me subo|me voy|le acepto|debo subirme|me deberia subir|acepto)(?: (?:a|con|en))?(?: (?:su|el|ese|la|un))? ?(?:carro|coche|troca|camion|trailer|ride|raite|aventon)"
)
_SHOULD = re.compile(
    r"(?:(?:so|well|but|idk|he|she|they|you|u|think|que|y|pero|entonces|o) )*"
    r"(?:(?:should|shld|shud) (?:i|we)(?: (?:go|say yes|take it|do it|trust (?:him|her|them)|get in|accept|or not|or no|go with (?:him|her)|it))*"
    r"|(?:is it|is that|is he|is she) (?:safe|ok|okay|legit|smart|a good idea)|(?:he|she) (?:seems|looks|is|sounds) (?:really |so |pretty )?(?:nice|ok|cool|sweet|normal|chill|legit)"
    r"|(?:le|les) digo que (?:si|no)|acepto|voy|me voy|me subo|que hago|debo (?:ir|irme)(?: con el)?|se ve (?:buena gente|bueno|amable)|parece (?:bueno|buena gente|amable)"
    r"|es seguro|esta bien|confio en el)(?: (?:o no|or not|right|verdad|tho|though|lol|or nah))*"
)
_TRACED = re.compile(
    r".*\b(?:air ?tag|airtag|tracker|tracking device|gps|rastreador|rastreadores|tile tag)\b.*"
    r"|(?:.* )?(?:should i|do i|can i|debo|deberia|cambio|mejor cambio|tengo que)(?: (?:need to|have to|just))* ?(?:change|get a new|block|cambiar|bloqueo|bloquear)? ?"
    r"(?:my|mi|a new|de|un nuevo)? ?(?:phone )?(?:number|numero|sim|chip)"
    r"|(?:how|where) (?:did|does|do|could|would) (?:he|she|they|my ex|my \w+) (?:even )?(?:get|have|got|find|know) my (?:new )?(?:number|phone|num)(?: .*)?"
    r"|(?:como|de donde|donde) (?:consiguio|saco|supo|tiene|sabe|agarro|obtuvo|consigui\w+)(?: (?:el|ella|mi \w+))? ?mi (?:nuevo )?(?:numero|telefono|cel)(?: .*)?"
)
_GET_OUT = re.compile(
    r"(?:(?:so|ok|y|pero|entonces|mejor) )*(?:(?:should|can|do) i (?:just )?(?:go|sneak|get|run|slip|climb) (?:out|away)(?: (?:the|by|through|a|now|tonight))*"
    r"(?: (?:back|window|side|door|bathroom|kitchen))*|(?:salgo|me salgo|me escapo|debo salir) (?:por|x) (?:atras|la ventana|el patio|la puerta)(?: de atras)?)"
    r"(?: (?:o no|or not|o me quedo|or stay|ahorita|now))*"
)
_PLACE_OF_MINE = re.compile(r"\b(?:your|ur|you|tu|tus|you guys|yall)\b")
_GIVES_WAY = frozenset(
    {Answer.UNCLEAR, Answer.ASIDE, Answer.NEEDS, Answer.COME, Answer.WATCHED, Answer.WHO_ARE_YOU, Answer.WHO_IS_THIS, Answer.MAYBE,
     Answer.THANKS, Answer.YES, Answer.NO, Answer.GUIDE, Answer.SHARE, Answer.NAME}
)  # fmt: skip
_ANSWERED = frozenset({Aside.TRACKER, Aside.PASS_ON, Aside.NO_ERRANDS, Aside.NO_REMINDER})
"""Asides that a text was surely read as before."""
_LITTLE = frozenset({None, Concern.WATCHED, Concern.EXPLOITATION})


def of_should_i(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a stranger's ride, and what is asked about it next, as an offer to think about, and a tag as one that traces."""
    is_ours = reading.answer not in _GIVES_WAY or session.caseworker_name or session.young
    is_ours = is_ours or reading.aside in _ANSWERED
    if is_ours or session.state in SILENT or reading.level is Level.ALARM or reading.concern not in _LITTLE:
        return reading
    said = wrote.said
    is_told = _OFFERED.search(said) is not None and reading.concern is not Concern.EXPLOITATION
    is_told = is_told or _ROOF_OFFERED.search(said) is not None
    goes_on = session.aside is Aside.OFFER_SIGNS and (_SHOULD.fullmatch(said) or _FRIEND_GOES.fullmatch(said))
    if is_told or goes_on or _GET_IN.fullmatch(said):
        return _plain(reading)._replace(answer=Answer.ASIDE, aside=Aside.OFFER_SIGNS)
    if _TRACED.fullmatch(said) and not _PLACE_OF_MINE.search(said.replace("can you", "").replace("can u", "")):
        return _plain(reading)._replace(answer=Answer.GUIDE, guide=Guide.TRACKED_PHONE)
    if _GET_OUT.fullmatch(said):
        return _plain(reading)._replace(answer=Answer.GUIDE, guide=Guide.LEAVING)
    return reading


def _plain(reading: Interpretation) -> Interpretation:
    return reading._replace(needs=(), aside=None, guide=None, concern=None, level=None, come=False, detail=None)
