"""A small grammar of being followed in the open, in words that could mean a look over the shoulder. Pure.

"He is still behind me" and "same van third time today" tell of somebody who follows: silence would leave them alone.
All texts are words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_HE = (
    r"(?:he|she|they|someone|somebody|(?:some|a|the|this|that|my|same|the same|one) (?:\w+ )?(?:dude|guy|man|men|car|van|truck|suv|trucker|"
    r"people|boys|ex|bf|boyfriend|husband|pimp|stepdad|dude|cab))"
)
_EL = r"(?:el|ella|ellos|alguien|(?:un|una|el|la|ese|esa|mi|mismo|misma|el mismo|la misma) (?:\w+ )?(?:hombre|tipo|senor|vato|carro|coche|van|camioneta|troca|ex|novio|marido|padrote|padrastro|esposo))"
_LEAD = r"(?:(?:and|but|so|omg|ok|oh|no|shit|fuck|help|please|wait|now|idk|i think|theres|there is|y|pero|ay|ya|creo que|que|ayuda|dios|porque) )*"
_REST = r"(?: (?:now|still|again|omg|help|and|i|am|im|scared|please|right|like|the|whole|way|since|from|work|school|there|store|bus|ya|todavia|aun|tengo|miedo|y|desde|aqui|me|following|walking|driving|too|what|do))*"
_BEHIND = re.compile(
    rf"{_LEAD}{_HE}(?: (?:is|are|be|was))* (?:still|still right|still there|still walking|still driving|still coming|still following|following right|following close) ?(?:behind|right behind|on) (?:me|us|my tail){_REST}"
    rf"|{_LEAD}{_HE}(?: (?:is|are|be|been|has|have|keeps?|kept|still|just))* (?:walking|driving|running|riding|creeping|biking|lurking)(?: (?:right|close|up|up close))* behind (?:me|us){_REST}"
    rf"|{_LEAD}{_HE}(?: (?:is|are|be))* (?:right )?behind (?:me|us) (?:still|again|the whole way|everywhere)(?: .*)?"
    rf"|{_LEAD}{_HE}(?: (?:is|are|be|has|have|been|just|keeps|still))* (?:catching up|gaining|catching) (?:to|on|up to|up on|with)? ?(?:me|us){_REST}"
    rf"|{_LEAD}{_HE}(?: (?:is|has|keeps|kept|been|be|still|just|always))* (?:turn|turns|turned|turning|cross|crosses|crossed|stop|stops|stopped|slow|slows|slowed|speed|speeds|sped|move|moves|moved)(?: (?:down|up|too|around))* (?:every time|each time|when|whenever|as soon as|everytime) (?:i|we) (?:turn|turned|cross|crossed|stop|stopped|slow|slowed|speed|sped|move|moved|do|did|go|went)\b.*"
    rf"|{_LEAD}every (?:turn|corner|stop|street) (?:i|we) (?:make|take|go|turn|made|took|cross) {_HE} (?:is|are|make|makes|takes?|turns?|there|made|took)\b.*"
    r"|(?:(?:its|it is|i|see|saw|seen|just|been|theres|there is|keep seeing|i keep seeing) )*(?:the )?same (?:\w+ )?(?:van|car|truck|suv|guy|man|dude|cab|people|men)(?: (?:that|who|is|was|has|been|i|saw|see|from|earlier|there|went|drove|drives|goes|came|comes|pulled|passed|past|by|me|us|keeps|passing))*"
    r" (?:(?:the )?(?:second|third|fourth|fifth|\d+(?:st|nd|rd|th)|twice|again|everywhere|every (?:day|corner|stop|time|where))|(?:\d+|two|three|four|five|six) times|behind (?:me|us))(?: (?:time|times|today|now|tonight|in a row|already|this week|omg|go|i|look|behind|me|us|outside))*"
    # Spanish
    rf"|{_LEAD}(?:{_EL} )?(?:todavia |aun |ahi |ya |me )*(?:sigue|siguen|viene|vienen|anda|va|esta)(?: (?:todavia|aun|ahi|aqui|caminando|manejando|viniendo))* (?:atras|detras|tras) (?:de |mio|mia)?(?:mi|nosotras|nosotros)?(?: {_EL})?{_REST}(?<!esta atras de mi)(?<!esta detras de mi)"
    rf"|{_LEAD}(?:{_EL} )?(?:(?:ya casi |casi |ya )me (?:alcanza|alcanzan)|me (?:esta|estan|viene|vienen|va) (?:alcanzando|a alcanzar)){_REST}"
    rf"|{_LEAD}(?:{_EL} )?(?:tambien )?(?:dobla|doblo|voltea|volteo|cruza|cruzo|se para|se paro|se detiene|para|frena|acelera)(?: tambien)? (?:cuando|cada (?:vez )?que|donde) (?:yo )?(?:doblo|doble|volteo|voltee|cruzo|cruce|me paro|me pare|me detengo|freno|acelero|paso)\b.*"
    r"|(?:(?:es|veo|vi|otra vez|ahi esta|ya|la|el) )*(?:la misma|el mismo) (?:van|camioneta|troca|carro|coche|hombre|tipo|senor|vato|combi)(?: \w+){0,4}? (?:otra vez|de nuevo|(?:\w+ )?(?:vez|veces)|por todos lados|en todos lados|atras de mi)(?: \w+){0,3}"
)
_RIGHT_BEHIND = re.compile(
    rf"{_LEAD}{_HE}(?: (?:is|are|be|was|just|right|close|so|like))* (?:behind|near|close to|close behind) (?:me|us){_REST}"
    rf"|{_LEAD}(?:{_EL} )?(?:ya |ahi )*(?:esta|viene|anda|va)(?: (?:justo|ahi|muy|bien|cerca))* (?:atras|detras|cerca) de (?:mi|nosotras){_REST}"
)
_OF_SCREEN = re.compile(
    r"\b(?:shoulder|screen|phone|read\w*|looking|watching|texts?|in line|hombro|pantalla|cel|celular|leyendo|viendo|mirando)\b"
)
_MOST_WORDS = 18


def is_pursued(said: str) -> bool:
    """Return whether all of `said` tells of somebody who follows: "hes still behind me", "same van third time"."""
    full = in_full(said)
    if said.count(" ") >= _MOST_WORDS or _OF_SCREEN.search(full):
        return False
    return _BEHIND.fullmatch(full) is not None


def is_behind(said: str) -> bool:
    """Return whether all of `said` says that somebody is behind them: who was followed before still is."""
    full = in_full(said)
    return said.count(" ") < _MOST_WORDS and not _OF_SCREEN.search(full) and _RIGHT_BEHIND.fullmatch(full) is not None
