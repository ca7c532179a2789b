"""A small grammar of a partner who knows that she wrote, and wants to know what, in English and Spanish (promise 7).

"Ella me dijo que les escribio, que les dijo?" is no friend's worry: whatever is answered, he learns of her. So it is
with a threat to her for an answer: "me vas a decir o la golpeo".
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_HERS = r"(?:she|(?:my|this|that|the) (?:\w+ )?(?:gf|girl|girlfriend|wife|wifey|woman|bitch|fiance|fiancee|baby mama|partner|bae|bf|boyfriend|husband|daughter|hoe|shorty|old lady))"
_SUYA = r"(?:ella|(?:mi|la|esa|esta) (?:\w+ )?(?:novia|esposa|mujer|pareja|morra|vieja|chava|jaina|chica|muchacha|senora|prometida|hija|jeva|novio|esposo|marido))"
_WROTE = re.compile(
    rf"\b{_HERS}(?: (?:is|has|have|been|was|just|said|says|told|me|that|she|he|keeps?|keep|always|already|did|do|be))* (?:text\w*|txt\w*|wrote|writes?|writing|messag\w*|msg\w*|talk\w*|call\w*|hit\w* up|contact\w*|chat\w*)(?: (?:to|with|up))? (?:you|u|ya|yall|this|here|ur|your)\b"
    rf"|\b{_SUYA}(?: (?:ya|me|dijo|conto|que|q|dice|anda|estuvo|esta|ha|es|mi|pareja|novia|esposa|mujer|y|la|si))* (?:te|les|le|los) (?:ha |estuvo |esta |anda )?(?:escrib\w+|habl\w+|llam\w+|mand\w+|texte\w+|contact\w+|platic\w+|busc\w+)\b"
    rf"|\b{_SUYA}(?: (?:ya|me|dijo|que|ha|estuvo|esta|anda|se))* (?:escrib\w+|habl\w+|platic\w+|texte\w+|comunic\w+) (?:con|a) (?:ustedes|usted|ti|este numero)\b"
)
_WHAT = re.compile(
    r"\b(?:what|wat|wut)(?: (?:all|exactly|the fuck|the hell|tf))* (?:did|has|does|do|was|is|were|have|yall|you|u|she|he|it|my)\b|\b(?:about|for) what\b|\bwhat (?:for|about)\b|\b(?:tell|show) me (?:what|everything|all)\b|\bi (?:got|have) (?:a|the) right\b|\bwhy(?: (?:is|did|does|was|she|he|my))?\b"
    r"|\b(?:que|k|lo que|todo lo que)(?: (?:cosas|tanto|mas|fue lo que))* (?:te |les |le |se )?(?:dijo|dice|dijeron|conto|cuenta|hablaron|hablan|habla|platicaron|platican|ha dicho|han hablado|escribio|queria|quiere|pidio|pregunto)\b|\bde que (?:hablaron|hablan|platicaron|habla|hablo|se trata)\b|\b(?:dime|digame|diganme|cuentame|ensename) (?:que|todo|lo que)\b|\b(?:por que|porque|para que) (?:te|les|le)\b|\btengo (?:el )?derecho\b"
)
_HELPS = re.compile(
    r"\b(?:help|safe|worried|hurt\w*|hits?|beats?|danger|missing|in trouble|ayud\w+|segura|salvo|preocupad[oa]|peg\w+|golpe\w+|lastim\w+|peligro|desaparec\w+|me (?:hace|pega|tiene))\b"
)
_ANSWER_ME = r"(?:tell me|answer me|answer|say (?:it|what)|talk|start talking|dime(?:lo)?|digame|diganme|me (?:vas|van|va) a decir|me (?:dices|dicen|contestas)|(?:si|como) no me (?:dices|dicen|contestas|contestan|respondes)|contesta\w*|responde\w*|habla)"
_TO_HER = (
    r"(?:(?:i will|i am going to|i am gonna|ima|imma|i ll|ill|im going to|i swear i|i)(?: (?:will|just|really|fucking|go|beat|fuck|mess))* (?:beat|hit|kill|hurt|slap|choke|smack|punch|cut|shoot|find|fuck up|break|end) (?:her|him|that bitch|this bitch)|(?:beat|hit|kill|hurt) her(?: ass)?|she (?:will|is going to|is gonna|gonna|gon|gets?|dies|dead|pays?|is dead|going to)"
    r"|(?:la|lo) (?:golpeo|mato|madreo|chingo|lastimo|quemo|corro|agarro a golpes|parto|desaparezco|voy a \w+)|le (?:pego|parto|rompo|va a ir (?:mal|peor|muy mal)|va a pesar|doy|meto|voy a \w+)|(?:ella )?(?:la|lo) va a pagar|va a pagar(?:la)?(?: ella)?|se muere|(?:ella )?(?:sufre|paga))"
)
_FOR_AN_ANSWER = re.compile(
    rf"\b{_ANSWER_ME}\b.*\b{_TO_HER}\b|\b{_TO_HER}(?: \w+){{0,2}} (?:if|unless|si)(?: \w+){{0,3}} (?:tell|answer|say|talk|dices|dicen|contestas|hablas)\b"
)
_OF_ME = re.compile(
    r"\b(?:he|el|they|ellos|my (?:bf|boyfriend|man|husband|dad)|mi (?:novio|papa|esposo|padrastro)) (?:says?|said|told|dice|dijo|me dijo|me dice)\b"
)
_CLAIMS = re.compile(
    r"\b(?:she|he) is (?:my|mine)\b.*\b(?:right|know|tell|where|what|need)\b|\bi (?:got|have) (?:a|the|every) right\b|\bes mi (?:esposa|mujer|novia|hija|pareja|vieja|esposo|marido)\b.*\b(?:derecho|saber|dime|digan|donde|que)\b|\btengo (?:todo el |el )?derecho (?:a|de) saber\b"
    r"|\b(?:find|get|see|reach|pick up|track|locate) (?:her|my (?:wife|girl|gf|girlfriend|woman))\b.*\b(?:shelter|place|program|house|one of|where)\b|\b(?:la (?:encuentro|hallo|busco|veo|recojo|saco)|encontrarla|buscarla|hallarla)\b.*\b(?:refugio|lugar|casa|programa|albergue)\b"
)
_MOST_WORDS = 26


def claims_her(said: str) -> bool:
    """Return whether a text claims a right to her, or asks how she is found: it counts where somebody else asked."""
    return said.count(" ") < _MOST_WORDS and _CLAIMS.search(in_full(said)) is not None


def asks_what_she_said(said: str) -> bool:
    """Return whether a text tells that she wrote here, and asks what she said."""
    full = in_full(said)
    if said.count(" ") >= _MOST_WORDS or _HELPS.search(full):
        return False
    return _WROTE.search(full) is not None and _WHAT.search(full) is not None


def threatens_for_an_answer(said: str) -> bool:
    """Return whether a text threatens her for an answer: "me vas a decir o la golpeo"."""
    full = in_full(said)
    return said.count(" ") < _MOST_WORDS and _OF_ME.search(full) is None and _FOR_AN_ANSWER.search(full) is not None
