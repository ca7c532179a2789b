"""Jobs and trips that strangers offer, in English and Spanish: words with one space, short forms written out."""

from __future__ import annotations

import re

_OFFERED = re.compile(
    r"\b(?:agency|recruiter|scout|talent|guy|man|dude|lady|woman|stranger|someone|somebody|person|they|he|she|people"
    r"|promoter|photographer)"
    r"(?: (?:i|met|online|on|from|insta|facebook|fb|tiktok|telegram|whatsapp|there|just|has|is|who|that|really|the"
    r"|an?|in))* "
    r"(?:offer(?:s|ed|ing)?|wants?|wanted|says?|said|has|got|promis\w+|hir\w+|found|gave)(?: (?:me|us|to|i|can|got|a"
    r"|an|the|some|good|get|have|give|real|big|for|work|as))* "
    r"(?:job|jobs|gig|work|model|modeling|modelling|hostess|waitress|dancer|dancing|nanny|au pair|contract|position)\b"
    r"(?=.*\b(?:abroad|overseas|fly|flight|flights|ticket|trip|visa|out of state|another (?:state|city|country)|far"
    r"|in (?!the )\w{3,}|to (?!the |be |get |give |work )\w{4,})\b)"
    r"|\bi (?:got|was|am|have been|been|just got)(?: \w+)? (?:offered|promised|recruited)(?: \w+){0,4} (?:job|gig"
    r"|work|modeling|contract|position|hostess|nanny)\b"
    r"(?=.*\b(?:abroad|overseas|fly|flight|ticket|trip|visa|out of state|another (?:state|city|country)|far)\b)"
    r"|\b(?:he|she|they|this (?:guy|man|dude|lady)|a (?:guy|man|dude|lady|stranger)|some (?:guy|man"
    r"|dude))(?: (?:says?|said|will|is|are|gonna|going|to|offered|wants?|would))* "
    r"(?:pays?|paying|paid|buys?|buying|bought|covers?|covering|book(?:s|ed|ing)?|send(?:s|ing)?|fl(?:y|ies"
    r"|ying)) (?:for )?(?:me|my|the|us|all)?(?: \w+){0,2} ?"
    r"(?:ticket|flight|trip|plane|visa|hotel and|out to)\b"
    r"|\b(?:me|nos) (?:ofrec\w+|propus\w+|propon\w+|promet\w+|consigu\w+|quier\w+ dar)(?: \w+){0,3} (?:trabajo|chamba"
    r"|empleo|jale|contrato)"
    r"(?: \w+){0,4} (?:en (?!la |el |mi |un |una )\w+|lejos|afuera|otro (?:estado|pais)|fuera)\b"
    r"|\b(?:ir|irme|viajar|voy)(?: \w+){0,3} con (?:un|una|el|la|ese|este) (?:senor|senora|hombre|tipo|tipa|vato"
    r"|muchacho|amigo|chavo|patron|mujer)"
    r"(?: \w+){0,5} (?:ofrec\w+|propus\w+|promet\w+) (?:\w+ )?(?:trabajo|chamba|empleo|jale)\b"
    r"|\b(?:me|nos) (?:paga|pagan|compra|compran|da|dan|pone|ponen|mandan?|manda) (?:el|los|un|todo el) (?:viaje"
    r"|pasaje|boleto|vuelo|avion|camion)\b"
    r"(?=.*\b(?:no le diga|no diga|secreto|nadie|trabajo|modelo|senor|hombre|vato|conoci|internet|facebook)\b)"
)
_KNOWN = re.compile(
    r"\b(?:my (?:\w+ )?(?:mom|mother|dad|father|grandma|aunt|uncle|sister|brother|school|church|friend|cousin|boss)"
    r"|college|army|navy|"
    r"mi (?:mama|papa|abuela|tia|tio|hermana|hermano|escuela|prima|primo|amiga|ama|apa))\b"
)
_OF_OFFER = re.compile(
    r"\b(?:pay|pays|paid|ticket|flight|trip|hotel|visa|passport|legit|real|safe|trust|go|scam|secret|tell|contract"
    r"|sign|money|job|leave|tomorrow|monday|"
    r"tuesday|wednesday|thursday|friday|saturday|sunday|week|pagan?|pasaje|boleto|viaje|seguro|verdad|confiar|voy|ir"
    r"|secreto|diga|firmar|contrato|dinero|"
    r"hotel|visa|pasaporte|trabajo|manana|lunes|martes|miercoles|jueves|viernes|sabado|domingo|semana|salimos|vamos)\b"
)
_OF_TRIP = re.compile(
    r"\b(?:ticket|flight|plane|visa|passport|contract|legit|scam|job|agency|hotel|pasaje|boleto|vuelo|avion|contrato"
    r"|trabajo|pasaporte|es (?:seguro|verdad|real))\b"
)
_ANYBODY = frozenset({"they", "he", "she", "people", "someone", "somebody", "person"})
_FAR = re.compile(
    r"\b(?:abroad|overseas|fly|flies|flight|flights|ticket|trip|plane|visa|out of state|out to|another (?:state|city"
    r"|country)|model\w*|hostess|dancer|nanny|far)\b"
)


def is_offered(said: str) -> bool:
    """Return whether a text tells of a job far off, or of a paid trip, that nobody of the family or school offers."""
    told = _OFFERED.search(said)
    if told is None or _KNOWN.search(said):
        return False
    return told[0].split()[0] not in _ANYBODY or _FAR.search(said) is not None


def is_of_offer(said: str) -> bool:
    """Return whether a text may go on about an offer that was told before."""
    return _OF_OFFER.search(said) is not None


def is_of_trip(said: str) -> bool:
    """Return whether a text is about a job or a trip, where a grown-up who draws somebody in was told before."""
    return _OF_TRIP.search(said) is not None
