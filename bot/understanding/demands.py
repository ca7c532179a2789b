"""What somebody else demands who has the phone: records, an order of a court, where she is (promise 7). Pure.

`is_demand` is somebody else's anywhere. `is_held_demand` is it only after they showed that they hold the phone: there
"ill call the cops" is a threat to the line. All texts are words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_SO = (
    r"(?:(?:hey|hi|hello|yo|so|and|ok|okay|yes|no|well|look|listen|please|bitch|now|then|good (?:morning|afternoon"
    r"|evening)|um|lol|oye|oiga|hola|si|y|pero|bueno|mire|mira|buenas(?: tardes| noches)?|a ver) )*"
)
_END = r"(?: (?:now|right now|please|asap|lol|lmao|bitch|or else|today|immediately|again|btw|ok|ya|ahora|ahorita|porfa|por favor))*"
_GIRL = r"(?:her|she|(?:my|this|that|the) (?:girl|wife|gf|girlfriend|bitch|hoe|woman|daughter|client|employee|subscriber|user))"
_ELLA = r"(?:ella|esa (?:vieja|morra|perra|puta|muchacha|mujer)|mi (?:mujer|novia|hija|esposa|vieja|empleada|clienta))"
_PAPERS = r"(?:(?:a|an|the|some|signed|valid|federal|legal|search|judges?|official) )*(?:warrants?|subpoenas?|court orders?|order from (?:the|a) (?:judge|court))"
_ORDEN = r"(?:(?:una?|la|el|los) )?(?:orden(?:es)?(?: (?:judicial|de (?:cateo|arresto|la corte|registro|un juez)|del juez))?|citatorio|mandato judicial)"
_WRITTEN = (
    r"(?:messages?|msgs?|texts?|chats?|records?|logs?|transcripts?|conversations?|convos?|history|files?|data|account)"
)
_ESCRITO = r"(?:mensajes?|textos?|chats?|registros?|conversacion(?:es)?|historial|expediente|archivos?|datos)"
_OF_HERS = rf"(?:{_WRITTEN}|name|location|address|number|whereabouts|info|information|room)"
_SUYO = rf"(?:{_ESCRITO}|nombre|ubicacion|direccion|domicilio|numero|paradero|informacion)"
_WHAT_IS_THIS = (
    r"(?:this|that|the|her|his|these|said) (?:phone|number|line|cell|account|device|girl|user|subscriber|person)"
)
_ROLE = (
    r"(?:lawyer|attorney|boss|employer|supervisor|pimp|owner|ex|exhusband|stepdad|stepfather|step dad|fiance|baby daddy|baby dad|"
    r"probation officer|parole officer|p ?o|landlord|sponsor|legal guardian|dad|father|daddy|mom|mother|brother|husband|"
    r"man|mans|boyfriend|bf|manager|guardian|uncle|agent|hubby|nigga|girlfriend|gf)"
)
_CARGO = (
    r"(?:abogad[oa]|licenciad[oa]|jef[ae]|patron|patrona|encargad[oa]|padrote|duen[oa]|ex|padrastro|prometido|tutor|"
    r"novio|novia|esposo|marido|hombre|papa|papi|viejo|oficial de (?:probatoria|libertad condicional))"
)
_ASKS_HELP = r"(?!.*\b(?:help|missing|gone|ran|run away|worried|find her|needs?|hurt|safe|lost|ayuda|ayudar|perdida|necesita|preocupad[ao])\b)"

_DEMAND = re.compile(
    # "we have a warrant", "i got a subpoena for her records"
    rf"{_SO}we(?: (?:have|got|do|already|will|can|be|are|going to|getting|get))+ {_PAPERS}(?: (?:for|to|from|on) .*)?{_END}"
    rf"|{_SO}(?:i|there is|this is|here is)(?: (?:have|got|a|will|can|get))* {_PAPERS} (?:for|to get|to see) (?:{_WHAT_IS_THIS}|her|all|these|those) ?.*"
    rf"|{_SO}(?:tenemos|traemos|hay|venimos con) {_ORDEN}(?: (?:para|de|contra|por) .*)?{_END}"
    rf"|{_SO}(?:tengo|traigo) {_ORDEN} (?:para|contra) (?:este|ese|su|el|ella|los) ?.*"
    # "give me the records for this number", "release the messages"
    rf"|{_SO}(?:(?:i|we)(?: (?:need|want|demand|require|request|am requesting|are requesting|would like|have to have|to see|to get))+|(?:can|could|may|will|would) (?:i|we|you)(?: \w+){{1,2}}|give|send|show|get|pull"
    rf"|produce|provide|preserve|release|hand over|turn over|print)(?: (?:me|us))?(?: (?:all|any|the|copies of|every|each|full|phone|text|chat|of))*"
    rf" {_WRITTEN} (?:for|of|from|on|with|to|attached to|linked to|under) (?:{_WHAT_IS_THIS}|{_GIRL})(?: .*)?"
    rf"|{_SO}(?:you (?:must|need to|have to|better) )?(?:release|hand over|turn over|produce|preserve)(?: (?:me|us))?(?: (?:all|any|the|her|those|these|every|copies of|text|phone))* {_WRITTEN}{_END}"
    rf"|{_SO}(?:(?:i|we)(?: (?:need|want|demand|require|would like|will|going to|get|to|see|read|have|look at|go through))+|(?:can|could|may|will|let)(?: (?:i|we|you|me|us))(?: (?:get|see|read|have|give|send|show|look at|go through|me|us|to))*) (?:all )?(?:her|{_GIRL}s) {_WRITTEN}{_END}"
    rf"|{_SO}(?:how (?:do|can|would) (?:i|we)|who do (?:i|we) (?:ask|call)(?: to)?) (?:get|see|read|request|pull)(?: (?:all|the))* (?:her {_WRITTEN}|{_WRITTEN} (?:for|of|from|on) {_WHAT_IS_THIS}){_END}"
    rf"|{_SO}(?:(?:necesito|necesitamos|quiero|queremos|exijo|requiero|dame|denme|deme|mandame|manden|mandenme|entreguen|entregame|entreguenme|ensename)(?: ver| leer| todos| todo| copia de)*|(?:me|nos) (?:das|dan|da|mandas|mandan|pasas|pasan|puedes dar|pueden dar|ensenas)|(?:puedo|podemos) (?:ver|leer|tener))"
    rf"(?: todos| todo)? (?:sus {_ESCRITO}|(?:los|el|la|las) {_ESCRITO} de (?:este|ese|su|el) (?:numero|celular|telefono|cel|linea)|(?:los|el|la|las) {_ESCRITO} de {_ELLA}){_END}"
    # "her boyfriend here", "this her man", "im her lawyer"
    rf"|{_ASKS_HELP}{_SO}(?:i am|this is|it is|this|dis|dis is|its|you are (?:talking|texting|speaking) (?:to|with)|u talking to|we are) (?:her|his|the girls) {_ROLE}s?(?: (?:now|here|speaking|texting|again|who|what|why|and|so|how|where|stop|bitch|lol|btw|from|at|with)(?: .*)?)?"
    rf"|{_ASKS_HELP}{_SO}(?:her|his) {_ROLE}(?: (?:right|over|on|texting|speaking|talking|writing|again))* (?:here|speaking|texting|talking|writing)(?: (?:now|bitch|who|what|why|and|so|where)(?: (?!is (?:next|beside|watching|with))\w+)*)?"
    rf"|{_ASKS_HELP}{_SO}(?:soy|somos|habla|le habla|les habla|aqui|aca|escribe|este es|te escribe) (?:su|el|la|tu) {_CARGO}(?: de ella| hablando| escribiendo)?(?: (?:quien|que|por que|y|digame|dime|donde|a donde|ahora)(?: .*)?)?{_END}"
    rf"|{_SO}(?:i am|im) (?:her|she)(?: now)(?: (?:lol|haha|lmao|bitch|hahaha|so|talk|what|ok))*|{_SO}ahora (?:ella soy yo|yo soy ella)(?: (?:jaja\w*|lol))*"
    # "where she going"
    rf"|{_SO}(?:where|wya|wheres|where to|what time|when)(?: (?:is|are|was|did|does|tf|the fuck|the hell|do|you think|u think|u|you|yall))*"
    rf" {_GIRL}(?: (?:is|be|gonna|going to|supposed to|plan to|planning to|trying to|think she|all))* (?:going|goin|headed|heading|moving|running|run|run off|stay|stays|staying|sleep|leave|leaving|leaves|be|meeting|meet)(?: (?:at|to|tonight|tomorrow|with|off|from|me|you|u|yall))*{_END}"
    rf"|{_SO}(?:a |en |para |por |hacia )?(?:donde|adonde|cuando|a que hora|con quien)(?: (?:cree que|dijo que|dice que|chingados))* (?:va|iba|se va|se iba|va a (?:ir|estar|quedarse|dormir)|se va a (?:quedar|dormir|ir)|piensa (?:ir|irse)|se queda|se fue|duerme|quiere irse) {_ELLA}{_END}"
)

_POLICE = r"(?:(?:the|on|a|our|my) )*(?:police|cops|cop|feds|fbi|sheriff|lawyer|lawyers|attorney|authorities|5 ?0|12)"
_HELD = re.compile(
    rf"{_SO}(?:i|we|ima|imma|iam|he|my (?:lawyer|man|boys?))?(?: (?:am|are|will|a|going to|gonna|finna|about to|already|just|gon|can|have|should|might|is|to|got|want to|be|have to|need to))* ?"
    rf"(?:call|calling|called|report|reporting|sue|suing|phone|phoning|calling up|have|send|sending|get|getting|press charges|tell|telling|track|trace|tracking|tracing)"
    rf" (?:{_POLICE}|you|u|yall|this|your|ur|these)(?: .*)?(?<! for me)(?<! for us)"
    rf"|{_SO}(?:(?:los|las|te|le|les|lo|la) )?(?:voy a|vamos a|ya|les? voy a|te voy a|quiero) (?:llamar(?:le)?|llame|hablar(?:le)?|reportar(?:l[oa]s?|te)?|denunciar(?:l[oa]s?|te)?|demandar(?:l[oa]s?|te)?|rastrear(?:l[oa]s?|te)?|echar(?:les?|te)?)(?: .*)?"
    rf"|{_SO}(?:{_PAPERS}|{_ORDEN})(?: .*)?|{_SO}(?:i|we)(?: \w+){{0,3}} {_PAPERS}(?: .*)?|{_SO}(?:tengo|traigo|tenemos|traemos)(?: \w+)? {_ORDEN}(?: .*)?"
    rf"|{_SO}(?:(?:i|we)(?: \w+){{1,3}}|(?:can|could|may|will|let|would|do)(?: \w+){{1,4}}|give|send|show|tell|drop|what is|whats|get|know|find)(?: (?:me|us))?(?: (?:the|all))* (?:her|{_GIRL}s?) (?:\w+ )?{_OF_HERS}{_END}"
    rf"|{_SO}(?:\w+ ){{1,4}}su {_SUYO}{_END}|{_SO}(?:\w+ ){{1,4}}sus {_ESCRITO}{_END}"
)
_PLEA = re.compile(r"\b(?:me|us|help|my|mine|here|hurry|scared|hurts?|bleeding|nos|ayud\w+|auxilio|aqui|miedo|mi)\b")
_OF_ME = re.compile(r"\b(?:me|my|myself|mine|us|help|mi|mis|nos|conmigo|ayud\w+)\b")
_TO_HER = re.compile(
    r"\b(?:i|ima|imma|we|yo)\b.*\b(?:her|she|that bitch|this bitch|the bitch|ella)\b|\bla (?:voy|vamos) a\b"
)
_MOST_WORDS = 22


def is_demand(said: str) -> bool:
    """Return whether all of `said` is somebody else's who has the phone: "we have a warrant", "where she going"."""
    return said.count(" ") < _MOST_WORDS and _DEMAND.fullmatch(in_full(said)) is not None


def is_held_demand(said: str) -> bool:
    """Return whether all of `said` threatens the line or asks for what is hers, from who holds the phone."""
    is_threat = said.count(" ") < _MOST_WORDS and _HELD.fullmatch(in_full(said)) is not None
    return is_threat or is_demand(said)


def is_plea(said: str) -> bool:
    """Return whether a text asks for somebody to come to who writes, and not only names the police."""
    return _PLEA.search(said) is not None


def is_against_her(said: str) -> bool:
    """Return whether who writes tells what they will do to her, and nothing of themselves."""
    return _TO_HER.search(said) is not None and _OF_ME.search(said) is None
