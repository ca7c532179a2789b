"""A small grammar of questions about law, court, papers and children, in English and Spanish.

All texts are words with one space between them, contractions written out.
"""

from __future__ import annotations

import re

_SO = r"(?:(?:so|and|but|ok|okay|well|like|um|also|wait|yo|hey|question|quick question|i want to know|i wanna know|tell me|y|pero|oye|bueno|pues|entonces|una pregunta|quiero saber|oiga) )*"
_COURT = r"(?:court|my (?:court )?(?:date|hearing|arraignment)|the hearing|the court date|a hearing|corte|la corte|mi (?:corte|cita|audiencia)|la audiencia|el juicio|juzgado)"
_COURT_ASKED = re.compile(
    rf"{_SO}(?:what (?:happens|do they do|will happen|would happen|could happen|if)|can i get in trouble|do i get arrested|will i get arrested|is it bad|que (?:pasa|me hacen|sucede|pasaria|hago)|me arrestan|y|me meten a la carcel)(?: (?:to me|happens))? (?:if|when|si) (?:i |yo )?(?:just )?(?:miss|missed|skip|skipped|do not (?:go|show|show up|make it)|did not (?:go|show|show up)|no show|run from|avoid|falto|falte|no (?:voy|fui|llego|me presento|llegue))(?: \w+){{0,3}}? {_COURT}\b.*"
    rf"|(?:.* )?(?:should|can|do|must) i (?:have to )?(?:go to|skip|miss|show up (?:to|for)) {_COURT}\b.*|(?:.* )?(?:tengo que|debo|puedo) (?:ir a|faltar a|no ir a|presentarme (?:a|en)) {_COURT}\b.*"
    rf"|(?:.* )?(?:missed|skipped|scared (?:of|to go to)|afraid (?:of|to go to)|falte a|no fui a|miedo (?:de|a) (?:ir a )?) ?{_COURT}\b.*"
    r"|(?:.* )?(?:got|have|has|is|tengo|tiene) (?:a |my |una |mi )?(?:court|court date|hearing|arraignment|corte|cita en la corte|audiencia)\b.*\b(?:prostitut\w*|solicit\w*|charge\w*|picked (?:me )?up|arrest\w*|cargo\w*|agarraron|detuvieron|for (?:a|drugs|weed|theft|stealing)|por prostitucion|por drogas)\b.*"
)
_OF_COURT = re.compile(
    r"(?:.* )?(?:what (?:happens )?if i (?:just )?(?:do not|dont|skip|miss|no)\b.*|do i (?:have to|need to|gotta) (?:say|tell|talk|testify|snitch|name|go|be there|speak)\b.*|(?:will|can|do|would|could) (?:they|the judge|i|he) (?:lock|arrest|put me|send me|get locked|go to jail|go to juvie|see my|find out|ask)\b.*|(?:y )?si no voy.*|tengo que (?:decir|hablar|testificar|ir|dar nombres)\b.*|me (?:arrestan|encierran|meten|van a (?:encerrar|arrestar|preguntar))\b.*|(?:i )?(?:can not|cannot|do not have) (?:afford )?(?:a lawyer|a ride|go)\b.*|no tengo (?:abogado|como ir)\b.*)"
)

_CHILD = r"(?:(?:\w+ )?(?:bab(?:y|ies)|kids?|child|children|son|daughter|newborn|toddler|twins)|beb[eas]*|hij[oa]s?|nin[oa]s?)"
_CUSTODY = re.compile(
    rf"{_SO}(?:if|when|can|could|is it|would it be|will it be|am i|do i|what if) .*\b(?:leave|leaves|go|run|move|take|bring|flee|left|took)\b.*\b(?:my|our|the|her|him|with) ?(?:my )?{_CHILD}\b.*\b(?:kidnap\w*|illegal|a crime|legal|arrest\w*|in trouble|custody|allowed|against the law|get charged|lose (?:her|him|them|custody))\b.*"
    rf"|{_SO}(?:is it|would it be|isnt it|is that|am i) (?:kidnapping|illegal|a crime|allowed to|against the law)(?: \w+){{0,4}} (?:if|to|when)\b.*\b{_CHILD}\b.*"
    rf"|{_SO}(?:es|seria|me acusan de|me pueden acusar de|cuenta como) (?:secuestro|delito|ilegal)\b.*\b(?:llevo|voy|me llevo|salgo|irme)\b.*\b{_CHILD}\b.*|{_SO}si me (?:llevo|voy con) (?:a )?(?:mis?|el|la|los) {_CHILD}\b.*\b(?:secuestro|delito|ilegal|custodia|arrest\w*|denunci\w*|acus\w*)\b.*"
)
_TAKEN = re.compile(
    rf"{_SO}(?:can|could|will|would|are|do|does|is) (?:they|he|she|cps|dcf|the (?:state|court|judge)|my \w+|someone|his (?:mom|family))(?: (?:going to|just|really|even|legally|gonna|try to|be able to))* (?:take|keep|get|have|steal|remove) (?:away )?(?:(?:my|our)(?! (?:phone|cell|stuff|things|id|ids|money|car|keys|papers|passport|bag|clothes|pills|meds|shoes|check|pay)\b)|full custody|custody|her|him|them)(?: {_CHILD})?(?: .*)?"
    rf"|{_SO}(?:will|can|could|do|am|would) i(?: (?:going to|gonna))? (?:lose|get to keep) (?:my |custody|the )(?:of my )?{_CHILD}?\b.*"
    rf"|{_SO}(?:me (?:los|las|lo|la) (?:quitan|quitaran|pueden quitar|van a quitar|quita)|me (?:puede|pueden|van a|va a|podrian) quitar (?:a )?(?:mis?|el|la|los|al) {_CHILD}|(?:puede|pueden) quitarme (?:a )?(?:mis?|el|la|al) {_CHILD}|me quitan (?:a )?(?:mis?|el|la|al) {_CHILD}|voy a perder a mis? {_CHILD})\b.*"
)

_VISA = re.compile(
    rf"{_SO}(?:what (?:is|are|about)|whats|how (?:do|can|does|would) (?:i|you|one|someone) (?:get|apply for|qualify for|ask for)|do i (?:qualify|count) for|can i (?:get|apply for|have)|is (?:it|that|this)(?: (?:a|the))?|am i eligible for|who (?:gets|can get)|tell me about|i (?:want|need|wanna)(?: (?:to|know|about|a|get|apply|for|help|with))*|que (?:es|son)|como (?:saco|consigo|pido|aplico|funciona|obtengo)(?: (?:para|a))?|(?:eso |esto )?(?:es|seria|cuenta para)|califico para|puedo (?:sacar|pedir|tener|aplicar)(?: (?:a|para))?|quiero(?: (?:saber|de|sobre|pedir|sacar|una))*|hay) ?(?:(?:a|an|the|la|una|de la|el|of|this|esa) )*(?:visas? (?:t|u)\b|(?:t|u) visas?\b|visa (?:for|para|de) (?:victims?|victimas?|trafficking|trata)|victim visa|visa).*"
    r"|(?:.* )?\b(?:visas? (?:t|u)|(?:t|u)[ -]?visas?)\b.*|(?:.* )?\bla (?:t|u) (?:es|era|sirve|no)\b.*"
    r"|(?:.* )?(?:if i (?:report|testify|tell|talk|snitch|help (?:the )?(?:police|cops))|if i (?:go|call) (?:to )?(?:the )?(?:police|cops))\b.*\b(?:papers|visa|green card|status|stay here|legal status)\b.*"
    r"|(?:.* )?si (?:denuncio|reporto|testifico|hablo|coopero|digo algo|voy a la policia)\b.*\b(?:papeles|visa|residencia|green card|estatus|quedarme)\b.*"
)
_OTHER_VISA = re.compile(
    r"\b(?:visa (?:card|gift|debit|prepaid)|credit|debit|gift card|tarjeta|student visa|work visa|tourist|h2[ab]|visa (?:de )?(?:turista|estudiante|trabajo))\b"
)

_DEPORT = re.compile(
    r"(?:.* )?\b(?:scared|afraid|fear|worried|miedo|temo|asusta|preocupa)\b.*\b(?:deport\w*|ice|immigration|la migra|migra|inmigracion|sent back|mand\w+ (?:de vuelta|a mi pais)|me regresen)\b.*"
    r"|(?:.* )?\b(?:if i|si) (?:(?:say|tell|talk|report|call|digo|hablo|denuncio|llamo|reporto|cuento)\b.*)\b(?:deport\w*|ice|immigration|migra|inmigracion|send me back|me regres\w+|me sacan del pais)\b.*"
    r"|(?:.* )?\b(?:(?:will|can|could|would|are) (?:they|you|he|she|ice|police)|me (?:van a|pueden|va a|echan|echa|avisan)) ?(?:.* )?(?:deport\w*|call (?:ice|immigration|la migra)|a la migra|llamar a la migra)\b.*"
)
_REPORTED = re.compile(
    rf"{_SO}(?:me vas a (?:reportar|acusar|denunciar|delatar|chivatear|rajar|sapear)|me (?:reportas|acusas|delatas)|(?:le |les )?vas a (?:decir|reportar|avisar|acusar)(?:le|les|me)?(?: (?:a (?:alguien|la policia|cps|dcf|las autoridades)|todo|esto|de mi))?|vas a (?:chivatear|rajar|sapear)|tienes que (?:reportar|reportarme|decir)(?: .*)?"
    r"|(?:are|will|would|do|gonna|going to) (?:you|u|yall)(?: (?:going to|gonna|have to|just|even))* (?:report|snitch|turn me in|rat|tell on)(?: (?:on )?(?:me|this|it|us|him|that))*|you(?:re| are)? (?:going to|gonna) (?:report|tell on|snitch on|turn in) me)(?: (?:now|or what|tho|right|verdad|o que|o no))*"
)

_AGREED = re.compile(
    rf"{_SO}(?:(?:what if|even if|if|since|like|cuz|because) )?(?:i (?:said (?:yes|ok)|wanted (?:it|to)|want (?:it|to)|agreed|consented|let him|let them|did not say no|never said no|liked it|was ok with it|am ok with it|chose (?:it|to))|(?:it|that) was my (?:choice|idea))(?: .{{0,25}})?"
    rf"|{_SO}(?:y si |si |aunque |es que |que pasa si )*(?:yo )?(?:quise|quiero|queria|acepte|dije que si|estuve de acuerdo|lo deje|me gusto|me gustaba|no dije que no|fue mi idea|fue mi decision)(?: .{{0,25}})?"
)
_LEGAL = re.compile(
    rf"{_SO}(?:(?:is|was|isnt|is not) (?:it|that|this)(?: (?:even|really|like))* (?:legal|illegal|a crime|allowed|against the law|statutory|ok)|can he (?:do that|go to jail|get arrested)(?: for (?:it|that|this))?|(?:es|sera|seria)(?: (?:eso|esto))? (?:ilegal|legal|delito|un delito|permitido)(?: (?:eso|esto))?|(?:eso|esto) (?:es|cuenta como) (?:ilegal|legal|delito|un delito|violacion)|lo pueden arrestar|puede hacer eso)(?: (?:tho|though|then|right|for him|for me|in .*|if .*|si .*|verdad|o no|en .*))*"
)
_TWO_AGES = re.compile(
    r"(?:.* )?(?:age of consent|edad (?:de|para) consent\w+|edad legal)\b.*|(?=.*\b(?:1[0-7])\b)(?=.*\b(?:1[89]|[2-7]\d)\b).*\b(?:legal|illegal|ilegal|allowed|a crime|delito|against the law|statutory|permitido)\b.*"
)
_RECORD = re.compile(
    r"(?:.* )?\b(?:prostitut\w*|solicit\w*|charge\w*|arrest\w*|picked (?:me )?up|record|felony|misdemeanor|cargos?|agarraron|antecedentes|record criminal|expediente)\b.*\b(?:erase\w*|clear\w*|expunge\w*|seal\w*|go(?:es)? away|come off|get (?:it|that|them) off|taken? off|off my record|se borra\w*|borrar\w*|se quita\w*|quitar\w*|limpiar\w*|sellar\w*)\b.*"
)
_ROOMS = re.compile(
    r"(?:.* )?\b(?:put|place|stick|house|room|sleep|share|stay|bunk|send|meten|mandan|ponen|duermo|dormir|dormiria|mezclan|toca|comparto|quedo)\b(?: \w+){0,5}? (?:with|w|in|to|con|en|de|entre|el|a) (?:(?:the|a|other|all|grown|los|las|un|una|cuarto|de) )*(?:men|mens|boys|guys|dudes|males|women|womens|girls|ladies|females|hombres|mujeres|chavos|ninos|ninas|varones)\b.*"
    r"|(?:.* )?\b(?:which|what) (?:side|room|dorm|shelter|section|bathroom) (?:do|would|will|am|are|can|should) (?:i|they|u|you)\b.*|(?:.* )?\b(?:do|would|should|can) i (?:go|stay|belong|fit)(?: (?:to|in|with|at))+ (?:the )?(?:womens|mens|girls|boys|women|men|male|female)(?: \w+)?\b.*|(?:.* )?\b(?:me toca|voy|iria) (?:en|con|al|a) (?:el |la |lado de )?(?:de )?(?:hombres|mujeres)\b.*"
)
_ASKS = re.compile(r"\b(?:do|does|will|would|can|could|if|which|what|should|scared|afraid|miedo|y si|donde|me van a)\b")
_BY_HIM = re.compile(
    r"\b(?:he|my (?:man|bf|boyfriend|pimp|ex|boss|uncle|stepdad)|pimp|el me|mi (?:novio|padrote|jefe|tio|padrastro)|me obliga\w*|makes me|made me|sold|sell\w*|sex|sexo|money|dinero)\b"
)


def asks_of_court(said: str, *, goes_on: bool) -> bool:
    """Return whether a text asks about a court date. `goes_on`: one was told, so "what if i dont go" is asked of it."""
    return _COURT_ASKED.fullmatch(said) is not None or (goes_on and _OF_COURT.fullmatch(said) is not None)


def asks_of_leaving_with_child(said: str) -> bool:
    """Return whether a text asks whether leaving with a child is a crime."""
    return _CUSTODY.fullmatch(said) is not None


def asks_if_child_is_taken(said: str) -> bool:
    """Return whether all of a text asks whether a child may be taken from them."""
    return _TAKEN.fullmatch(said) is not None


def asks_of_visa(said: str) -> bool:
    """Return whether a text asks about a T or U visa, or for papers in return for a report."""
    return _VISA.fullmatch(said) is not None and _OTHER_VISA.search(said) is None


def fears_deportation(said: str) -> bool:
    """Return whether a text fears to be deported for what is told."""
    return _DEPORT.fullmatch(said) is not None


def asks_if_reported(said: str) -> bool:
    """Return whether all of a text asks whether this line reports them."""
    return _REPORTED.fullmatch(said) is not None


def says_they_agreed(said: str) -> bool:
    """Return whether all of a text says that they said yes. It counts where somebody under 18 told of it."""
    return _AGREED.fullmatch(said) is not None


def asks_if_legal(said: str) -> bool:
    """Return whether all of a text asks whether what was told is legal."""
    return _LEGAL.fullmatch(said) is not None


def asks_of_ages(said: str) -> bool:
    """Return whether a text asks whether something is legal at two ages, or for the age of consent."""
    return _TWO_AGES.fullmatch(said) is not None


def asks_to_clear(said: str) -> bool:
    """Return whether a text asks whether a charge can be cleared."""
    return _RECORD.fullmatch(said) is not None


def is_of_a_place(said: str) -> bool:
    """Return whether a text names a place to stay, or what "they" there will do."""
    return _AT_A_PLACE.search(said) is not None


_AT_A_PLACE = re.compile(
    r"\b(?:trans|shelters?|place|program|group home|refugios?|albergues?|(?:will|would|do|can) they|me van a|me meterian)\b"
)


def asks_where_they_sleep(said: str, *, has_mark: bool) -> bool:
    """Return whether a text asks with whom somebody would be housed. `has_mark`: it has a question mark."""
    asks = has_mark or _ASKS.search(said) is not None
    return asks and _ROOMS.fullmatch(said) is not None and _BY_HIM.search(said) is None
