"""What keeps somebody in work or in sex: a sum to bring, a debt, papers kept, threats to a family. English and Spanish.

A piece of it is no danger by itself: it counts beside exploitation that was told before. `is_quota` tells it outright.
"""

from __future__ import annotations

import re

from bot.flows.names import Detail
from bot.understanding.texted import in_full

_PAPER = (
    r"(?:passports?|ids?|papers|documents?|visas?|green card|birth certificate|licen[sc]e|social security card"
    r"|pasaportes?|"
    r"papeles|documentos?|identificacion|identificaciones|cedulas?|acta|licencia|matricula)"
)
_KEPT = re.compile(
    r"\b(?<!i )(?<!we )(?:took|takes?|taken|keeps?|kept|has|have|holds?|holding|hid|hides|got|locked|stole)(?: away"
    r"| up)? "
    rf"(?:all )?(?:my|our)(?: \w+)? {_PAPER}\b"
    rf"|\b(?:my|our)(?: \w+)? {_PAPER} (?:is |are |was |stays? )?(?:in|with|locked)(?: \w+){{0,2}} "
    r"(?:his|her|their|boss|office|safe|him|them|desk|drawer)\b"
    rf"|\b(?:will|does|do|did|never|wont)(?: not)? (?:give|gave|hand|let)(?: \w+){{0,3}} {_PAPER}\b"
    rf"|\b(?:me|nos|se) (?:\w+ )?(?:quit|tien|guard|agarr|retien|retuv|escond|rob|romp|quem"
    rf"|qued)\w*(?: \w+){{0,3}} {_PAPER}\b"
    rf"|\b(?:tienen?|guardan?|escondio|escondieron|traen?)(?: \w+)? (?:mis?|nuestros?) {_PAPER}\b"
    rf"|\bmis? {_PAPER}(?: \w+)? guardad[oa]s? (?:el|ella)\b"
    rf"|\bno me (?:quieren? )?(?:dan?|dar|devuelven?|devolver|regresan?|regresar)(?: \w+){{0,2}} {_PAPER}\b"
)
_OWN = re.compile(
    r"\b(?:i|we) (?:\w+ )?(?:have|got|took|keep|kept|hold|hid|lost)\b|\btengo mis? \w+ (?:aqui|conmigo)\b"
)

_FAMILY = (
    r"(?:family|moms?|mothers?|mama|dad|father|parents|kids?|children|son|daughter|sisters?|brothers?|baby|grandma"
    r"|wife|"
    r"familia|mami|papa|papas|padres|hij[oa]s?|herman[oa]s?|hermanit[oa]s?|nin[oa]s?|abuel[oa]s?|abuelit[oa]|gente"
    r"|ama|apa|"
    r"madre|padre)"
)
_HARMS_FAMILY = re.compile(
    r"\b(?:hurt|hurts|kill|kills|harm|go after|come after|do (?:something|anything) to|touch|shoot|beat|visit"
    r"|send \w+ to|"
    rf"threaten\w*|threatens?)(?: \w+){{0,2}} (?:my|our)(?: \w+){{0,2}} {_FAMILY}\b"
    rf"|\b(?:something|anything|what) (?:will |could |might |can |would )?(?:happens?|happen) to (?:my"
    rf"|our)(?: \w+)? {_FAMILY}\b"
    rf"|\b(?:he|she|they|boss|pimp|man)(?: \w+)? knows? where (?:my|our)(?: \w+)? {_FAMILY} (?:lives?|is|are|stays?"
    rf"|at)\b"
    rf"|\b(?:my|our)(?: \w+)? {_FAMILY}(?: \w+){{0,4}} (?:gets? hurt|suffers?|pays? for it|dies?)\b"
    rf"|\b(?:he|she|they|boss|pimp)(?: \w+)? (?:knows?|has|have|got|found) (?:my|our)(?: \w+)? {_FAMILY} (?:address"
    rf"|house|number|job)\b"
    rf"|\b(?:my|our)(?: \w+)? {_FAMILY}(?: \w+){{0,3}} (?:will|has to|have to|gonna|going to|would) (?:pay|suffer"
    rf"|get hurt|die)\b"
    rf"|\b(?:le|les) (?:\w+ ){{0,2}}(?:hag\w+|hac\w+|har\w+|pas\w+|peg\w+|mat\w+)(?: \w+){{0,3}} (?:mis?"
    rf"|nuestra) {_FAMILY}\b"
    r"|\b(?:mata\w*|lastim\w+|hacer\w* (?:algo|dano)|amenaz\w+|ir (?:por|tras|con)|van (?:por|tras)|desquit\w+"
    r"|vengar\w*)"
    rf"(?: \w+){{0,3}} (?:mis?|nuestra) {_FAMILY}\b"
    rf"|\b(?:sabe|saben|conoce|conocen) (?:en )?(?:donde|la casa donde) vive[n]? (?:mis?|nuestra) {_FAMILY}\b"
    rf"|\b(?:mis?|nuestra) {_FAMILY}(?: \w+){{0,2}} (?:va a|van a|tiene que|tienen que) (?:pagar|sufrir)\b"
)
_BY_HER = re.compile(
    r"\bme (?:va|van|fuera|quiere) (?:a )?(?:matar|pegar|golpear|colgar|ahorcar)\b|"
    r"\bi (?:want to|will|might|could|am going to|almost|hit|hurt|am gonna) (?:hurt|kill|beat|harm|my)\b"
    r"|\bquiero (?:matar|lastimar|pegar)\w*\b|\bmy (?:dad|mom|stepdad|father|brother) (?:hurts?|hits?|beats?"
    r"|threatens?)\b"
    r"|\bmi (?:papa|mama|padrastro|apa) (?:le|les|amenaza)\b"
)

_SUM = (
    r"(?:\d{2,6}|\d+ ?k|\d+ (?:dates?|men|guys|johns|tricks|clients?|customers?|calls|dudes)|quota|number|goal"
    r"|mark|money)"
)
_MUST = r"(?:have to|got to|gotta|need to|must|had to|supposed to|has to)"
_SUMA = (
    r"(?:\d{2,6}|cuota|meta|deuda|(?:\d+|muchas|muchos|\w+) (?:citas?|clientes?|servicios?|hombres|senores|vueltas"
    r"|fichas?))"
)
_TENGO = r"(?:tengo|tenemos|debo|debemos|toca|hay)(?: (?:que|de))?"
_HACER = (
    r"(?:hacer|hacerle|sacar|sacarle|juntar|juntarle|llevar|llevarle|llevarles|traer|traerle|entregar|entregarle"
    r"|ganar|dar|darle|"
    r"darles|cumplir|atender|completar|acabalar|pagar|pagarle|pagarles|bailar|trabajar|acostarme|estar)"
)
_DEMANDED = re.compile(
    rf"\b{_MUST}(?: \w+){{0,2}} (?:make|bring|hit|reach|get|see|do|earn|meet|turn|finish)(?: \w+){{0,3}} {_SUM}\b"
    r"|\b(?:short|behind|down) (?:\w+ )?\d{2,6}\b|\b(?:i|we) owe\b|\b(?:my|the|this|that|his|her) debt\b"
    r"|\b(?:pay|work|working|paying|dance|dancing|worked)(?: (?:it|him|her|them|that|the debt|this))? off\b"
    r"|\bpay (?:him|her|them) back\b"
    r"|\b(?:to|until|till) (?:i )?pay (?:it|him|her|them|the debt|my debt|for the (?:trip|ticket|visa|smuggler"
    r"|coyote))\b"
    r"|\b(?:takes?|took|keeps?|kept|gets?|wants?)(?: \w+){0,2} (?:\d{1,3} ?percent|half|most|all|everything|it all"
    r"|the money|my money|my tips|my check)\b"
    r"|\b\d{2} ?percent\b|\b(?:i|we) only (?:get|keep|see) (?:\w+ )?(?:\d+|half|tips|a little)\b"
    r"|\b(?:customers?|clients?|johns?|tricks?|men|guys|dates?|he|she|they|boss)(?: (?:always|all|just|be|keep"
    r"|keeps))* "
    r"(?:wants?|wanting|asks?|asking|expects?|pays?|makes? me)(?: \w+){0,3} "
    r"(?:more|extra|extras|sex|happy ending|bareback|no condom|without a condom|without)\b"
    r"|\bbefore i (?:can|get to|am allowed to) (?:sleep|eat|go|come|leave|rest|shower)\b"
    r"|\b(?:or|if not|otherwise|if i do not)(?: \w+)? i (?:do not|can not|will not|cannot) (?:eat|sleep|get to"
    r"|get food|get fed|rest)\b"
    r"|\b(?:i|we) (?:have|got|have got|only have|only got|just got) (?:til|till|until) \w+"
    r"|\b(?:gave|gives?|got|bought)(?: \w+){0,3} (?:phone|cell)(?: \w+){0,2} (?:for|to) (?:work|working|clients|dates"
    r"|customers|the job)\b"
    rf"|\b{_TENGO} {_HACER}(?: \w+){{0,3}} {_SUMA}\b|\b{_TENGO} {_HACER}(?: \w+){{0,3}} para (?:pagar\w*|cubrir"
    rf"|la deuda)\b"
    r"|\b(?:me|nos) (?:pide|piden|exige|exigen|cobra|cobran|quita|quitan|descuenta|descuentan|pone|ponen)(?: \w+){0,3} "
    r"(?:\d{2,6}|cuota|mitad|todo|por ciento|porciento|al dia|diarios?|porcentaje|dinero|propinas|multas?)\b"
    r"|\b(?:le|les) debo\b|\b(?:mi|la|esa|una) deuda\b|\bno (?:acabo|termino) de pagar\w*\b|\bhasta que (?:le "
    r"|les )?pague\b"
    r"|\bsi no no (?:como|comemos|duermo|dormimos|cobro|salgo|me \w+)\b|\bno (?:como|duermo|me dan de comer"
    r"|me da de comer) si no\b"
    r"|\btengo (?:nomas |solo |apenas |nada mas )?hasta (?:las?|el|manana|hoy|la noche|\d+)\b"
    r"|\bme faltan? (?:\w+ )?\d+\b"
    r"|\b(?:se (?:queda|quedan|lleva|llevan|agarra)|agarra|agarran)(?: \w+){0,3} (?:mitad|\d{1,3}|todo|por ciento"
    r"|porcentaje|lana|dinero|propinas)\b"
    r"|\b\d{2} (?:por ciento|porciento)\b"
    r"|\b(?:me|nos) (?:da|dan|dio|dieron|presta|prestan)(?: \w+){0,2} (?:telefono|cel|celular)(?: \w+){0,2} (?:para"
    r"|de) "
    r"(?:trabajar|trabajo|el trabajo|los clientes|clientes|las citas|citas)\b"
    r"|\b(?:clientes?|ellos|el|ella|la dona|la duena|el dueno)(?: \w+){0,2} (?:quieren?|piden?)(?: \w+){0,2} (?:mas"
    r"|sexo|sin condon|otra cosa|otras cosas|final feliz)\b"
)
_OF_LIFE = re.compile(
    r"\b(?:rent|bail|fine|tuition|homework|school|exam|practice|loan|student loan|renta|tarea|examen|escuela"
    r"|colegiatura|multa de)\b"
)

_AT_WORK = re.compile(
    r"\b(?:i|we)(?: (?:have to|all|also|just|even|got to|must|am|are|still))* (?:sleep|live|stay|sleeping|living"
    r"|staying)(?: \w+)? ?"
    r"(?:there|(?:in|at|on|behind|above|under|inside)(?: \w+){0,3} (?:barn|kitchen|restaurant|shop|spa|salon|laundry"
    r"|office|store|"
    r"farm|dairy|warehouse|room|basement|garage|trailer|work|job|club|parlor|storage|floor|factory|bunkhouse|camp"
    r"|place))\b"
    r"|\b(?:owes?|owe|owed) (?:me|us)\b|\b(?:nos|me) deben?\b"
    r"|\b(?:duermo|dormimos|vivo|vivimos|me quedo|nos quedamos|me hace\w* dormir)(?: \w+)? (?:ahi|alli|aqui mismo"
    r"|ahi mismo|"
    r"en (?:el|la|un|una)(?: \w+)? (?:cocina|bodega|establo|rancho|restaurante|tienda|taller|granja|lecheria|cuarto"
    r"|local|oficina|"
    r"negocio|trabajo|salon|spa|garaje|cochera|traila|sotano|campo|piso|suelo))\b"
)

_QUOTA = re.compile(
    r"\b(?:have to|got to|gotta|must|supposed to)(?: \w+)? (?:make|hit|reach|meet|bring)(?: \w+)? (?:my|the|his|a"
    r"|our) (?:quota|number)\b"
    r"|\b(?:have to|got to|gotta|must)(?: \w+){0,2} (?:see|do|finish)(?: \w+)? \d+ (?:more )?(?:dates?|men|guys|johns"
    r"|tricks|dudes|calls)\b"
    rf"|\b{_TENGO} {_HACER}(?: \w+)? (?:mi |la |una )?cuota\b"
    r"|\b(?:tengo|tenemos|debo|toca) (?:que )?(?:hacer|atender|juntar|sacar|ver|completar|cumplir"
    r"|tener)(?: \w+)? \d+ (?:citas?|clientes?|servicios?|hombres|senores)\b"
    r"|\b(?:tengo|tenemos) que (?:sacar|sacarle|juntarle|llevarle|entregarle|entregar|traerle"
    r"|darle)(?: \w+)? \d{2,6}(?: (?:hoy|al dia|diarios?|cada|esta noche|por noche|a)\b| *$)"
    r"|\b(?:me|nos) (?:da|dan|dio|dieron)(?: \w+){0,2} (?:telefono|cel|celular) (?:solo |nomas "
    r"|nada mas )?para (?:los clientes|clientes|las citas|citas)\b"
    r"|\b(?:gives?|gave|giving|feeds?)(?: \w+)? (?:me|us) (?:\w+ )?(?:molly|pills|drugs|coke|meth|crystal|ice|percs?"
    r"|xans?|dope|fent|crack|heroin|tina)"
    r" (?:to work|so i|before|for (?:work|dates|clients)|to stay)\b"
    r"|\b(?:me|nos) (?:dan?|dieron|dio) (?:\w+ )?(?:cristal|drogas?|coca|pastillas|fentanilo|perico) para (?:trabajar"
    r"|aguantar|los clientes|que)\b"
    r"|\btengo que (?:bailar|acostarme|trabajar) para pagar(?:le|les)\b"
)

_MARRY = r"(?:marry|married|marriage|my wedding|be (?:his|a|somebodys) (?:wife|bride))"
_KIN = (
    r"(?:dad|father|parents|family|mom|mother|uncle|aunt|brother|brothers|grandma|grandpa|stepdad|stepmom|they|she|he"
    r"|cousin|community)"
)
_MARRIED_OFF = re.compile(
    rf"\b{_KIN}(?: \w+){{0,2}}? (?:wants?|wanting|want|says?|saying|said|expects?|telling|tells?|told|decided|pushing|begging|pressur\w+)"
    rf"(?: (?:me|us|you|that|to|i|you|have to|should|must|need to|gotta|got to|be|get))+ {_MARRY}\b"
    r"|\bi (?:do not|never|will not|can not)(?: (?:want|wanna|to|even|going))* (?:marry|get married)(?: (?:him|this man|that man|my cousin|anyone|a man i \w+ \w+|to him|somebody i do not know|yet|so young|at \d+))*$"
    r"|\b(?:quiere|quieren|kiere|dice|dicen|pide|piden|exige|exigen|decidio|decidieron|insiste|insisten)(?: \w+)? (?:en )?(?:que|q) (?:ya )?(?:yo )?(?:me|te|nos) (?:case|cases|casemos)\b"
    r"|\b(?:ya )?no me (?:quiero|voy a|quisiera) casar\b|\bno quiero casarme\b|\b(?:me|te) (?:quiere|quieren) casar(?:me|te)?\b|"
    rf"\b{_KIN}(?: \w+){{0,3}}? (?:mak\w+|forc\w+|sell\w*|sold|promised|arranged|fly|flying|flew|send\w*|sent|tak\w+"
    rf"|bring\w*|ship\w*) "
    rf"(?:me|us|my)\b(?: \w+){{0,6}}? {_MARRY}\b"
    rf"|\b(?:being|getting|am|be|gonna be|going to be|was) (?:forced|made|sold|sent|flown"
    rf"|taken)(?: \w+){{0,5}}? {_MARRY}\b"
    rf"|\b{_KIN}(?: \w+){{0,3}}? (?:marry|marrying|married) me off\b|\b(?:an? )?(?:forced|arranged) marriage\b"
    r"|\bi (?:have|got|am being told|am told) to (?:marry|get married to)(?: \w+){0,3} (?:man|cousin|stranger|guy"
    r"|someone|older)\b"
    r"|\b(?:me|nos) (?:quieren|van a|obligan a|estan obligando a|mandan a|llevan a|vendieron para|prometieron para"
    r"|fuerzan a)(?: \w+){0,5}? ?"
    r"(?:casar|casarme|casarnos|casamiento|matrimonio)\b"
    r"|\b(?:mandar(?:me)?|mandan|mandaron|llevar(?:me)?|llevan|llevaron|robaron|robo|vendieron|vendio|regresar(?:me)?"
    r"|regresan|trajeron|obligaron)(?: \w+){0,6}? (?:a|para|que) (?:casar(?:me|nos|la)|me case|nos case)\b"
    r"|\bme casaron (?:a los|con|a la|cuando|de|por|bien|muy)\b|\bme caso con (?:el|un|ese)(?: \w+)? (?:mi|mis) "
    r"(?:papa|mama|papas|tio|familia)\b"
    r"|\bme (?:dieron|entregaron|regalaron|vendieron|cambiaron|dio|entrego|vendio)(?: \w+){0,3} a (?:un|ese|el) "
    r"(?:\w+ )?(?:senor|hombre|viejo|tipo|muchacho|vato)(?: .*)? (?:por|dinero|deuda|casar\w*|esposa|mujer)\b"
    r"|\b(?:arregl\w+|acordaron|planearon|planean|decidieron|organiz\w+) (?:ya )?(?:mi|la) "
    r"(?:boda|matrimonio|casamiento)\b"
    r"|\barrang\w+ (?:my|a|for my) (?:wedding|marriage)\b|\b(?:gave|traded|sold) me to (?:a|an|this|some) (?:\w+ )?"
    r"(?:man|guy) (?:to|for|as)\b"
    r"|\bmi (?:\w+ )?(?:herman|prim|amig|sobrin|hij|cunad)\w+ (?:la|lo) (?:van a|quieren|estan|obligan a|obligaron a"
    r"|mandan a)(?: \w+){0,4}? ?casa(?:r|ndo)\w*\b"
    r"|\bcasar(?:me|nos|la) (?:\w+ )?(?:a (?:la )?fuerza|obligad[oa]s?|sin querer)\b|\bmatrimonio (?:forzado"
    r"|arreglado|obligado)\b"
)


def is_quota(said: str) -> bool:
    """Return whether a sum, men or dates that somebody must bring in are told outright."""
    said = in_full(said)
    return _QUOTA.search(said) is not None and _OF_LIFE.search(said) is None


def bondage_in(said: str) -> Detail | None:
    """Return what keeps somebody there: papers, a threat to their family, a sum, or work where they sleep."""
    said = in_full(said)
    if _MARRIED_OFF.search(said):
        return Detail.MARRIED_OFF
    if _KEPT.search(said) and not _OWN.search(said):
        return Detail.KEPT
    if _HARMS_FAMILY.search(said) and not _BY_HER.search(said):
        return Detail.FAMILY
    if _DEMANDED.search(said) and not _OF_LIFE.search(said):
        return Detail.SUM
    return Detail.AT_WORK if _AT_WORK.search(said) else None
