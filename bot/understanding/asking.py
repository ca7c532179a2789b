"""Whether a text asks something, by its form."""

import re

from bot.understanding.words import plain

_MARK = re.compile(r"[?\uff1f]")

_QUESTION = re.compile(
    r"[?\uff1f\u00bf]|^\W*(?:\w+\W+){0,2}?(?<!\bno )(?:is|are|r|am|do|does|did|can|could|will|would|should|what|whats"
    r"|who|whos|how|hows|when|where|wheres|why|which|que|quien|como|cuando|cuanto|cuantos|cuanta|donde|cual"
    r"|puedo|puede|pueden|podria"
    r"|van a|va a|hay|es(?!\W+(?:q|k|que|ke)\b)|son|esta|estan|tienen|tengo que)\b"
)

_ASKS_SOMEWHERE = re.compile(
    r"\b(?:is|are|r|am|do|does|did|can|could|will|would|should|may) (?:i|u|you|ya|yall|they|she|he|we|it|this"
    r"|that|there|these"
    r"|those|someone|anyone|somebody|anybody|my|the)\b"
    r"|\b(?:do|does|did|they|yall|u|you) (?:take|let|have|got|allow|accept|do|keep|call|charge|need|make|ask)\b"
    r"|\b(?:what|whats|who|whos|how|hows|wheres|why|which|any) \w+"
    r"|\b(?:y )?(?:if|si) (?:i|u|you|they|he|my|somebody|someone|me|no|ya|soy|tengo|yo|llamo|voy)\b"
    r"|\b(?:a|pa|para|hasta|asta|en|de|con|por|x|cada|y) ?(?:q|k|que|ke|quien|kien|cual|donde|onde|cuando|cuanto)\b"
    r"|\b(?:quien|kien|donde|onde|dnd|cuanto|cuantos|cuantas|cuanta|cual|como|komo)\b"
    r"|\b(?:me|se|le|les|nos) (?:puede|pueden|puedes|van|va|dejan|deja|cobran|piden|quitan)\b"
    r"|\b(?:puedo|puede|pueden|puedes|podria|hay|ay|aceptan|aseptan|reciben|dejan|cobran|piden|ocupan|ocupo|necesito"
    r"|nesesito|tienen|tengo (?:q|k|que|ke)|hace falta|ustedes|uds)\b"
    r"|\b(?:prove|show me|tell me|explain|walk me|dime|digame|ensename|demuestra|explica|explicame|pasame|cuentame)\b"
    r"|\b(?:right|huh|tho|yet|or no|or not|or what|o no|o q|o que|verdad|cierto|si o no|no)\W*$"
)
"""Words that a question has somewhere, and a mere statement seldom has: "cant leave my dog, is she allowed"."""


_SEND_IT = re.compile(
    r"^\W*(?:(?:ok|okay|yes|yeah|pls|please|can|could|would|u|you|just|then|so|si|va"
    r"|por favor|porfa|porfis|me|puedes|puede) )*"
    r"(?:send|text|give|drop|shoot|hit me with|manda|mandame|mandeme|mandenme|dame|deme|denme"
    r"|pasame|paseme|enviame|envieme)"
    r" (?:me |us |over |nos )?(?:the|that|your|their|his|a|an|its|my|el|la|los|las|ese|esa|su|tu|un|una)?\b"
)
_REFUSES = re.compile(
    r"\b(?:no|not|dont|don t|never|stop\w*|quit\w*|off|out|away|less|fewer|enough"
    r"|nunca|ya no|dej\w+|par\w+|basta|menos)\b"
)


def asks_to_be_sent(text: str) -> bool:
    """Return whether a text asks that something is sent: "text me the number" ends no messages."""
    said = plain(text)
    return _SEND_IT.search(said) is not None and _REFUSES.search(said) is None


def has_mark(text: str) -> bool:
    """Return whether a text has a question mark."""
    return bool(_MARK.search(text))


def begins_asking(text: str) -> bool:
    """Return whether a text has a question mark, or begins as a question does."""
    return bool(_QUESTION.search(plain(text)))


def is_question(text: str) -> bool:
    """Return whether a text is a question by its mark or its first words."""
    return has_mark(text) or begins_asking(text)


_WHEN_SOMETHING_IS = re.compile(
    r"^\W*(?:(?:ok|okay|yea|yeah|maybe|idk|lol|pues|pos|bueno|mejor|talvez|tal vez)\W+)*"
    r"(?:(?:when|whenever|after|wen) (?:i|im|ive|my|the|hes|shes|he|she|we|they|everyone|everybody|school|class|work"
    r"|this|mom|dad|it)|(?:cuando|cuand|cdo|kuando) (?:me|mi|mis|el|la|los|ya|no|se|este|todos|yo|\w+[aei]))\b"
)


def tells_when(text: str) -> bool:
    """Return whether a text begins with the time of something and asks nothing: "when the baby goes down"."""
    return not has_mark(text) and _WHEN_SOMETHING_IS.search(plain(text)) is not None


def may_ask(text: str) -> bool:
    """Return whether a text may be a question, though it neither begins as one nor has its mark."""
    return is_question(text) or bool(_ASKS_SOMEWHERE.search(plain(text)))
