"""What is said where a city was asked for, and is none: it is heard, and the question stays. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, State
from bot.flows.session import Session

_ANYWHERE = re.compile(
    r"(?:(?:ok|idk|honestly|pues|no se|bueno|just|like|en|a) )*"
    r"(?:anywhere|wherever|any (?:city|place|town|where)|no matter where|does not matter(?: where)?|do not care(?:"
    r" where)?|whatever city"
    r"|i (?:can|will|would) go (?:anywhere|wherever)|(?:donde|en donde|adonde|como|el que|la que) (?:sea|caiga)"
    r"|cualquier (?:lugar|ciudad|parte|lado|cosa)"
    r"|cualquiera|me da igual|no importa donde|a cualquier parte|lo que sea)(?: (?:please|is fine|works|just|esta"
    r" bien|por favor|porfa|far|lejos|de aqui))*"
)
_PLACES = re.compile(
    r"\b(?:in|near|by|at(?! \d)|around|from|close|outside|live|lives|stay|zip|city|town|county|street|st|ave|avenue"
    r"|road|rd|hwy|"
    r"blvd|side|downtown|en|cerca|vivo|vivimos|por(?! (?:un|unos|una|unas|esta|este|hoy|favor|ahora|ahorita|que|eso"
    r"|la noche|mientras)\b)|afuera|ciudad|calle|condado|pueblo|colonia|barrio|centro)\b"
)
_OF_A_SENTENCE = re.compile(
    r"\b(?:"
    r"i|im|me|my|mine|you|u|your|he|she|it|its|they|them|we|us|that|this|these|what|why|how|who|when|not|no|"
    r"dont|didnt|just|only|but|because|cuz|need|want|wanna|have|has|had|got|get|is|are|am|was|were|be|can|could|"
    r"will|would|do|does|did|for|with|if|so|like|think|know|tell|said|say|one|of|a|an|yo|mi|mis|tu|te|le|les|lo|"
    r"que|q|k|pero|solo|nomas|nada|mas|pa|para|es|son|era|esta|estoy|tengo|tiene|quiero|kiero|necesito|ocupo|"
    r"puedo|puedes|con|un|una|unos|unas|como|porque|pq|si|ya|creo|se|soy|fui|dijo|dice|ella|ellos|cps|dcf|dcfs|"
    r"dif|foster|police|migra|ice|nosotros|eso|esto|ese|hay|muy|tan|cuando|antes"
    r")\b"
)
_ASKS = re.compile(
    r"(?:(?:y|and|but|so|ok|pero|oye) )*(?:what|why|how|who|when|do you|are you|can you|is it|is this|que|por que"
    r"|para que"
    r"|como|quien|cuando|me entiendes|entiendes|es para|es pa|me escuchas)\b.*|.* (?:o que|o q|or what|or not|right)"
)


def at_city(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "just for a few nights" where a city was asked for as told, and "anywhere" as skipping it."""
    is_open = session.state is State.NEEDS_AREA and not session.caseworker_name and not session.young
    if not is_open or reading.answer is not Answer.UNCLEAR or reading.concern is not None:
        return reading
    if reading.area is not None or reading.unsure or reading.facts:
        return reading
    said = wrote.said
    if _ANYWHERE.fullmatch(said):
        return reading._replace(answer=Answer.SKIP)
    words = said.split()
    tells = _OF_A_SENTENCE.search(said) is not None or all(map(wrote.lexicon.is_plain, words))
    if not words or not tells or _PLACES.search(said):
        return reading
    if "?" in wrote.text or _ASKS.fullmatch(said):
        return reading._replace(answer=Answer.MAYBE)
    return reading._replace(answer=Answer.ASIDE, aside=Aside.NOTED)
