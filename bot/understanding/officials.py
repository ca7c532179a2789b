"""A small grammar of questions about 911, police, charges and records, in English and Spanish.

"911 text works?", "who do i call tribal police or county", "do i need to say i was forced", "this is officer Daniels". All
texts are words with one space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

_SO = r"(?:(?:so|and|but|ok|okay|well|like|um|also|wait|hey|yo|please|pls|question|i want to know|i wanna know|y|pero|oye|oiga|bueno|pues|entonces|una pregunta|quiero saber|disculpe|hola|hi|hello|yes|good (?:morning|evening|afternoon)|buenas|buenos dias) )*"
_END = r"(?: (?:please|pls|tho|though|now|here|too|also|even|right|or no|or not|then|anyway|in \w+(?: \w+)?|ya|aqui|aca|tambien|o no|verdad|entonces|en \w+(?: \w+)?|por favor))*"

_TEXT_911 = re.compile(
    rf"{_SO}(?:911|the 911)(?: \w+)? (?:texts?|texting|by text|sms|por (?:texto|mensaje)|textos|mensajes)(?: (?:work|works|working|ok|is ok|possible|exist|exists|real|a thing|sirve|sirven|funciona|funcionan|jala|se puede|hay))*{_END}"
    rf"|{_SO}(?:does|do|will|would|is|are|can)(?: (?:i|you|u|it|they|we|someone|the))*(?: (?:even|really|just))* (?:text|texts|texting|send(?:ing)? (?:a |an )?texts?|message|messaging)(?: (?:to|for|with|a|the|by))* ?911(?: (?:even|really|work|works|ok|possible|real|help|a thing|reach))*{_END}"
    rf"|{_SO}(?:can|does|do|will|is) 911 (?:see|read|get|take|accept|answer|have|do|allow|receive)(?: (?:my|the|a))? texts?(?:ing| messages?)?{_END}"
    rf"|{_SO}(?:is there|do they have|does my (?:town|city|county|state) have)(?: a)? (?:911 text(?:ing)?|text(?:ing)? (?:to |for )?911){_END}"
    rf"|{_SO}(?:se puede|puedo|funciona|sirve|jala|pueden|hay)(?: (?:mandar|enviar|escribir|textear|un|el|los|texto|textos|mensaje|mensajes|de|por|si|mando))* (?:texto|textos|mensaje|mensajes|escribir|textear)(?: (?:a|al|para el|con el|por el))+ 911{_END}"
    rf"|{_SO}(?:el )?911 (?:lee|leen|recibe|reciben|acepta|aceptan|contesta|tiene)(?: (?:los|mis))? (?:textos?|mensajes?){_END}"
)
_AT_911 = re.compile(
    rf"{_SO}(?:what is|what|whats|what does|what will|what do|what would|how is|how does|who is|who answers|who is at)(?: (?:it like (?:to call|with)|the|they at|is))* ?911(?: (?:like|ask|asks|do|does|say|says|for|number|mean|work|works|even|gonna ask|going to ask|want to know|need to know|you|u|me|people|operator))*{_END}"
    rf"|{_SO}what (?:do|does|will|would) (?:they|911|the operator|the dispatcher)(?: (?:at 911))? (?:ask|want to know|say)(?: (?:me|you|u|when|if|i|call))* (?:at 911|on 911|when i call 911|if i call 911|911){_END}"
    rf"|{_SO}(?:is it|is|its)(?: (?:also|still|the same))* 911(?: (?:also|the number|too|there|the same))*{_END}(?<!911)"
    rf"|{_SO}(?:does|do|will|is) 911 (?:work|free|speak|have (?:spanish|interpreters?|people)|charge|cost|answer|exist|the same)(?: (?:on|without|with|spanish|a|no|phone|minutes|service|in|my|language|english|other languages))*{_END}"
    rf"|{_SO}(?:que|k) es (?:el )?911{_END}|{_SO}(?:para )?que (?:sirve|hace|hacen|preguntan|pregunta|te preguntan|me preguntan|dicen|me van a preguntar|es lo que preguntan)(?: (?:en|los del|los de|el|al|del|cuando llamas al|si llamo al|del))+ 911{_END}"
    rf"|{_SO}(?:aqui |aca |en canada |en \w+ )?(?:tambien )?(?:es|hay|sirve|funciona|se marca)(?: (?:el|al|tambien|aqui|aca))* 911{_END}|{_SO}el 911 (?:es|sirve|funciona|habla|cobra|hablan)(?: (?:gratis|aqui|aca|espanol|tambien|en|sin|saldo|ingles|mi idioma|otro idioma))*{_END}"
)
_COMES = re.compile(
    rf"{_SO}(?:if i (?:text|call|phone|dial) 911 (?:do|will|would|can) (?:they|the police|cops|someone)(?: \w+)? (?:come|show up|send)|si (?:llamo|marco|escribo|mando texto) al 911 (?:vienen|van a venir|llegan|mandan)|(?:el )?911 (?:viene|manda|mandan))(?: \w+){{0,6}}"
)

_POLICES = r"(?:tribal|county|city|state|local|federal|campus|military|base|res|rez|reservation|rcmp|band|provincial|sheriff|sheriffs|police|cops|fbi|911|highway patrol|cps|dcf|dhs|child services|tribal)"
_WHICH = re.compile(
    rf"{_SO}(?:who|which|which police|whom|what police|which one)(?: (?:do|should|can|would|must|am|is|are|to|has|have|i|we|supposed|call|report|tell|go|it|this|first|the|jurisdiction|here|handles?|takes?|in|charge|with|on|her|about))* (?:(?:the )?{_POLICES} )+(?:or )(?:the )?{_POLICES}(?: \w+){{0,4}}"
    rf"|{_SO}(?:the )?(?:{_POLICES} )+or (?:the )?{_POLICES}(?: (?:police|cops|first))*"
    rf"|{_SO}(?:who|which police) has jurisdiction(?: \w+){{0,6}}|{_SO}(?:a quien|con quien|quien|cual)(?: (?:llamo|le llamo|reporto|hablo|le digo|aviso|es|debo llamar|primero))* (?:a |con )?(?:la )?(?:policia )?(?:tribal|del condado|de la reserva|estatal|local|sheriff|del estado|de la ciudad) o (?:a |con )?(?:la |el |al )?(?:policia )?(?:tribal|del condado|de la reserva|estatal|local|sheriff|del estado|de la ciudad|condado)(?: \w+){{0,3}}"
)

_BADGE = r"(?:officer|detective|det|deputy|sergeant|sgt|lieutenant|lt|captain|chief|agent|special agent|investigator|inspector|constable|marshal|trooper|fbi|dea|homeland security|hsi|rcmp|oficial|agente|detective|sargento|teniente|capitan|investigador|inspector|comandante)"
_OFFICER = re.compile(
    rf"{_SO}(?:this is|i am|im|my name is|speaking|you are speaking with|habla|le habla|soy|soy el|soy la)(?: (?:a|an|the|el|la))? {_BADGE}\b(?! of my)(?!.*\bmy club).*"
    rf"|{_SO}(?:this is|my name is|you are speaking with|habla|le habla) (?!a\b|the\b|my\b)\w+(?: \w+)? (?:with|from|of|del|de la|de)(?: the)?(?: \w+){{0,2}} (?:pd|police|sheriff\w*|fbi|dea|hsi|ice|county|rcmp|department|court|prosecutor\w*|district attorney|da|policia|fiscalia|condado|corte)\b.*"
    rf"|{_SO}(?:fbi|dea|rcmp|ice|police|policia|homeland security|county sheriff)(?: (?:here|agent|department|aqui|investigation))*(?: (?:identify yourself|open up|respond|we need|i need|verify|identifiquese|responda)\b.*)?"
)
_HURT = re.compile(
    r"\b(?:made me|makes me|raped|hit me|touched me|hurt me|took me|arrested me|me (?:obligo|violo|pego|toco|arresto))\b"
)
_RECORDS = re.compile(
    r"\b(?:records?|logs?|transcripts?|list of (?:your )?(?:texts?|users?|messages|people)|users? on this line|contact(?:ed)? (?:from|with|by) this|subpoena|warrant for|verify (?:the )?users?|copies of (?:the )?(?:texts?|messages)|chat history|registros?|historial|lista de|expediente de mensajes)\b"
)
_ASKS_RECORDS = re.compile(
    rf"{_SO}(?:how (?:do|can|would|should) (?:i|we|one)|who (?:do|can) (?:i|we)|where (?:do|can) (?:i|we)|(?:i|we) (?:need|want|request|would like)|can (?:i|we) (?:get|have|request)|como (?:pido|pedimos|solicito|solicitamos)|necesitamos|solicito)(?: (?:to|get|request|obtain|see|ask for|subpoena|have|the|los|las|el|your|sus|all|any|copies|of))* (?:records?|logs?|transcripts?|chat history|registros?|historial|mensajes)(?: \w+){{0,6}}"
)
_HAS_TEXTED = re.compile(
    r"\b(?:need|want|trying|have|like) to (?:know|find out|confirm|verify) (?:if|whether) (?:\w+ ){1,3}?(?:has |have |had |ever )*(?:contacted|texted|messaged|called|reached out|used|been (?:in touch|texting))(?: \w+){0,4}"
    r"|\b(?:can|could|will) (?:you|u) (?:tell|say|confirm|check)(?: me| us)? (?:if|whether) (?:\w+ ){1,3}?(?:has |have |ever )*(?:contacted|texted|messaged|called|reached out|used)(?: \w+){0,4}"
    r"|\b(?:necesito|quiero|queremos|tengo que) (?:saber|confirmar|verificar) si (?:\w+ ){1,3}?(?:los |les |le |te |se )?(?:ha |han )?(?:contact\w+|escri\w+|llam\w+|hablado|comunic\w+)(?: \w+){0,4}"
)

_MADE = r"(?:forced|made to|trafficked|sold|pimped|coerced|made me|being forced)"
_CHARGED = re.compile(
    rf"{_SO}(?:do|should|must|can|would|did) i (?:need to|have to|gotta|got to|just)? ?(?:say|tell (?:them|the judge|the court|my lawyer|the lawyer|the da|police|the cops)|mention|prove|admit|claim)(?: (?:that|about|how))? (?:i (?:was|am|got|been)(?: being)?|he|they|someone|somebody) {_MADE}(?: \w+){{0,4}}"
    rf"|{_SO}(?:is|will|does|would|stays?|it|that|this)(?: (?:that|it|this|the|my|arrest|charge|be|is|stay|go|stays|still|even|on|gonna|going to|like|a))* (?:record|on my record|a record|criminal record|my record)(?: (?:forever|permanent(?:ly)?|for life|for good|now|always|too|even if .*))+"
    rf"|{_SO}(?:can|could|will|would|do|are|did) (?:the )?(?:cops|police|they|a cop|ice|i|you)(?: (?:even|really|still|just|get|be|go|gonna|going))* (?:arrest|arrested|lock|locked|charge|charged|jail|to jail|book|put)(?: (?:me|us|up|in|jail|with|to|get))* (?:for|if i(?: am| was| got)?|because i(?: am| was)?|cuz i(?: am| was)?|over)(?: (?:being|caught|get|got|been|am|was|doing|out|a|the))* (?:selling|sellin|sold|prostitut\w+|hoeing|tricking|turning tricks|escort\w*|sex work|solicit\w+|what he made me|what they made me|forced|trafficked|in the life|working the (?:track|blade)|on the (?:track|blade)|dates)(?: \w+){{0,6}}"
    rf"|{_SO}if (?:i|we) (?:get|got|am|are|was|were) (?:caught|arrested|picked up|busted|popped)(?: (?:for|by|while|doing|the|cops|police))* ?(?:selling|sellin|prostitut\w+|hoeing|tricking|sex work|solicit\w+|carrying|holding|moving|dates|it|this|that|drugs)?(?: \w+){{0,3}} (?:do|will|am|would|can|are|is|what)(?: (?:i|we|happens|they|me|it))+(?: \w+){{0,6}}"
    rf"|{_SO}(?:tengo que|debo|puedo|hay que|hace falta) (?:decir|contar|decirle al (?:juez|abogado)|probar|comprobar)(?: (?:que|a la corte|al juez|al abogado))* (?:me (?:obligaron|obligo|forzaron|vendieron|vendian|vendia|obligaban)|fui forzada|fui (?:vendida|obligada))(?: \w+){{0,4}}"
    rf"|{_SO}(?:eso |se |me )*(?:queda|es|va a quedar|se queda|quedara)(?: (?:eso|en|mi|un|el|mis|como|para))* (?:record|antecedentes?|expediente|antecedente penal)(?: (?:para siempre|de por vida|siempre|permanente))+"
    rf"|{_SO}(?:me (?:pueden|van a|puede|podrian) (?:arrestar|meter (?:presa|preso|a la carcel)|encerrar|detener|acusar)|(?:la policia )?me (?:arresta|arrestan|meten (?:presa|preso|a la carcel)|encierran|llevan presa))(?: (?:a mi|la|policia|tambien))* (?:por|si|aunque)(?: (?:me|ando|estoy|soy|venderme|vendia|vendo|agarran|agarra|vendiendome|prostituirme|prostituyendome|lo que me obligan|hacer|eso|la calle|en|sexo|menor|obligaron|obligada|vender|trabajo|trabajar|sexual|prostitucion))+(?: \w+){{0,5}}"
    rf"|{_SO}si (?:a )?(?:uno|una|me|alguien|nos|la)(?: (?:tiene|tengo|de|y|la|me|con|soy|menor|\d+|anos))* ?(?:agarran?|arrestan?|detienen?|cachan?|encuentran?)(?: \w+){{0,7}}? ?(?:vendiend\w+|prostituyend\w+|en la calle|por (?:eso|prostitucion|andar \w+)|trabajando)(?: \w+){{0,10}}"
)
_ARRESTED = re.compile(
    r"\b(?:arrest(?:ed|s)?|booked|charged|charges?|court|judge|arraign\w*|juvie|solicitation|prostitution charge|record|public defender|corte|juez|cargos?|arrest\w+|detuvieron|juicio|audiencia|antecedentes)\b"
)
_OF_CHARGE = re.compile(
    rf"{_SO}(?:is|will|does|can|do)(?: (?:it|that|this|i|they|the|charge))+(?: (?:stay|go|come|be|get|ever))* (?:on (?:my|the|a) record|off(?: my record)?|away|erased|cleared|sealed|dropped|expunged|forever|a record(?: forever)?){_END}"
    rf"|{_SO}(?:can|could|how (?:do|can)) (?:i|you|they|it|we)(?: (?:get|have|be))*(?: (?:it|that|this|them))? (?:erased?|cleared?|sealed?|dropped|expunged|removed|off my record|taken off){_END}"
    rf"|{_SO}(?:what (?:do|should|can) i (?:say|tell)(?: (?:to|the|judge|them|him|in|at|court|a|lawyer))*|que (?:le )?digo (?:al juez|en la corte)){_END}"
    rf"|{_SO}(?:se (?:puede |pueden )?(?:borra|borran|borrar|quita|quitar|limpiar|sellar)(?:r)?|me lo (?:quitan|borran)|lo puedo borrar)(?: (?:eso|el record|los cargos|solo|despues|o no))*{_END}"
)
_TESTIFY = re.compile(
    r"\b(?:testify\w*|take the stand|be a witness|subpoena\w*|summons|deposition|testificar|declarar (?:en contra|contra|ante)|citatorio|ser testigo|dar mi testimonio)\b"
)
_TESTIFY_ASKED = re.compile(
    r"\b(?:scared|afraid|have to|got to|gotta|must|need to|what if|if i|do i|can i|will|letter|got|says|court|against him|miedo|tengo que|si no|me llego|carta|obligan|puedo|debo|no quiero)\b"
)
_IN_COURT = re.compile(
    rf"{_SO}(?:(?:will|is|does|would|do)(?: (?:he|she|they|my \w+|him|i))+(?: (?:be|gonna be|going to be|get to be|have to|see|face|sit))* (?:in the (?:room|court(?:room)?)|there|in court|see (?:me|him|them)|him|at court|face him|present)|(?:el |ella )?va(?:n)? a estar(?: (?:ahi|alli|en (?:la|el) (?:corte|sala|cuarto|juicio)|presente))+|lo (?:voy a|tengo que) ver(?: (?:ahi|en la corte))*){_END}"
)
_COP = r"(?:cops?|police(?: ?man| officers?)?|officers?|sheriffs?|deput(?:y|ies)|trooper|detective|guard|policia|oficial|agente)"
_COP_DID = re.compile(
    rf"\b(?:can|could|is|are|may) (?:a |the |an )?{_COP}(?: (?:allowed to|even|legally))* (?:make|force|ask|tell|have|get|do|hit|take|touch)(?: \w+){{0,2}} (?:me|sex|it|my)\b|\b(?:a |the |this |that |an ){_COP} (?:made|makes|forced|forces|raped|touched|touches|told me to|said he (?:would|will) (?:not )?arrest|hit|hits|paid|pays|took) (?:me|it|us)?\b"
    rf"|\b(?:un |el |ese )(?:policia|oficial|agente|sheriff)(?: \w+)? me (?:obligo|obliga|violo|toco|toca|hizo|hace|pidio sexo|pego|dijo que si no)\b|\bpuede un (?:policia|oficial|agente) (?:obligarme|hacerme|tocarme|pedirme)\b"
)
_REPORT_COP = re.compile(
    rf"{_SO}(?:who|where|how)(?: (?:do|can|does|would|should|to))*(?: (?:i|you|u|we|one))? (?:report|turn in|complain (?:about|on)|file (?:a complaint|on|against)|tell on|rat out)(?: (?:on|about|against))?(?: (?:a|the|an|this|that|dirty|crooked|bad))* {_COP}(?: \w+){{0,5}}"
    rf"|{_SO}(?:con quien|a quien|como|donde|ante quien)(?: (?:puedo|se|debo|le))* (?:denuncio|denunciar|denuncia|reporto|reportar|reporta|acuso)(?: (?:a|al|con|contra|un|el|ese|a un))+ (?:policia|oficial|agente|sheriff)(?: \w+){{0,5}}"
)
_BADGE_NUMBER = re.compile(
    r"\b(?:badge|placa|patrol car|squad car|car) (?:number|num|no|#|numero)|\bnumero de (?:placa|patrulla)|\bhis (?:badge|name tag)\b"
)
_CHILD = r"(?:her|him|them|it|my (?:\w+ )?(?:baby|kids?|son|daughter|child|children)|the (?:baby|kids?))"
_ABANDONS = re.compile(
    rf"{_SO}(?:if|when|can i|what if|is it|would it be|will it be) .*\b(?:leave|left|go|run|leaving)\b.*\b(?:without|behind)\b.*\b(?:abandon\w*|a crime|illegal|lose (?:{_CHILD}|custody)|in trouble|against me|custody|neglect|charged?)\b.*"
    rf"|{_SO}(?:is (?:it|that) )?abandonment(?: (?:if|to|when)\b.*)?|{_SO}(?:can|could|how (?:do|can)|will) i (?:ever )?(?:get|have) (?:{_CHILD})(?: back)(?: \w+){{0,5}}"
    rf"|{_SO}si (?:me voy|lo dejo|la dejo|salgo|me salgo|me escapo)\b.*\b(?:abandono|delito|me lo quitan|me la quitan|pierdo|custodia|en mi contra)\b.*|{_SO}(?:es|cuenta como|seria) abandono(?: .*)?|{_SO}(?:puedo|como|podria) (?:recuperar|recupero|volver a tener) (?:a )?(?:mi|mis|el|la|los) (?:hij[oa]s?|bebe|nin[oa]s?)(?: \w+){{0,5}}"
)
_PERMIT = re.compile(
    rf"{_SO}(?:what|which|is there|are there|can i get|how do i get|que|cual|hay|puedo (?:pedir|sacar)|como (?:pido|saco))(?: (?:kind|type|tipo|of|de|a|an|un|una|any|algun|alguna|work|open))* (?:permits?|visas?|status|permisos?|visas?)(?: (?:de trabajo|de residencia|abiert\w+|temporal|work))*(?: (?:can|could|do|is|are|there|i|get|apply|for|me|ask|puedo|podria|pedir|sacar|solicitar|hay|para|mi|victimas?|people like me|this|eso|esto|that))*{_END}"
)
_IS_TRUE = re.compile(
    rf"{_SO}(?:is (?:that|this|it|he) (?:really |even )?(?:true|right|for real|real|so|lying|a lie|correct|legit)|for real|really|does he have a point|is he lying|(?:eso )?es (?:verdad|cierto|mentira|asi)|de verdad|sera cierto|miente){_END}"
)


def asks_about_texting_911(said: str) -> bool:
    """Return whether all of a text asks whether 911 takes texts."""
    return _TEXT_911.fullmatch(said) is not None


def asks_about_911(said: str) -> bool:
    """Return whether all of a text asks what 911 is, what it asks, or whether it works there."""
    return _AT_911.fullmatch(said) is not None or _COMES.fullmatch(said) is not None


def asks_which_police(said: str) -> bool:
    """Return whether all of a text asks which of two police forces to call."""
    return _WHICH.fullmatch(said) is not None


def is_officer(said: str) -> bool:
    """Return whether a text introduces an officer or an office: "this is Officer Daniels with metro PD"."""
    return _OFFICER.fullmatch(said) is not None and _HURT.search(said) is None


def wants_records(said: str) -> bool:
    """Return whether a text names records of this line."""
    return _RECORDS.search(said) is not None


def asks_for_records(said: str) -> bool:
    """Return whether all of a text asks for records, or how they are requested."""
    return _ASKS_RECORDS.fullmatch(said) is not None


def asks_who_texted(said: str) -> bool:
    """Return whether a text asks whether somebody who is named has texted here."""
    return _HAS_TEXTED.search(said) is not None


def asks_of_charges(said: str, *, goes_on: bool) -> bool:
    """Return whether all of a text asks about an arrest or a charge. `goes_on`: one was told of."""
    return _CHARGED.fullmatch(said) is not None or (goes_on and _OF_CHARGE.fullmatch(said) is not None)


def tells_of_arrest(said: str) -> bool:
    """Return whether a text names an arrest, a charge or a court."""
    return _ARRESTED.search(said) is not None


def asks_of_testimony(said: str, *, goes_on: bool) -> bool:
    """Return whether a text is about being made to testify. `goes_on`: a court was told of."""
    told = _TESTIFY.search(said) is not None and _TESTIFY_ASKED.search(said) is not None
    return told or (goes_on and _IN_COURT.fullmatch(said) is not None)


def cop_did_it(said: str) -> bool:
    """Return whether a text tells, or asks, of a policeman who makes somebody do something."""
    return _COP_DID.search(said) is not None


def asks_to_report_cop(said: str) -> bool:
    """Return whether all of a text asks where a policeman is reported."""
    return _REPORT_COP.fullmatch(said) is not None


def names_badge(said: str) -> bool:
    """Return whether a text names the number of a badge or of a patrol car."""
    return _BADGE_NUMBER.search(said) is not None


def asks_if_abandoned(said: str) -> bool:
    """Return whether all of a text asks what follows from leaving without a child, or how to get it back."""
    return _ABANDONS.fullmatch(said) is not None


def asks_for_permit(said: str) -> bool:
    """Return whether all of a text asks which permit or visa there is."""
    return _PERMIT.fullmatch(said) is not None


def asks_if_true(said: str) -> bool:
    """Return whether all of a text asks whether what somebody said of the law is true."""
    return _IS_TRUE.fullmatch(said) is not None
