"""An opt-out among other words: a looser path beside the chain of `optout`.

A text opts out if it holds words that can only ask for no more messages (a core), and nothing around them gives
another sense. Most of what people write around a core is harmless and cannot be listed, so the rest is judged by what
must be absent: somebody else, a time, a question, a need, danger (`optout_sense`). What is known to be harmless though
it has such words ("he checks my phone", "wrong number", "i got a place") is struck out first. The word after a core
must begin a new thought: "stop texting me in spanish" asks for something else.

A weak core ("stop", "leave me alone") counts only where all the rest is known, and a reason or a farewell is given.
"""

from __future__ import annotations

import re

from bot.understanding.optout_sense import GLUE, HARMLESS, OTHER_SENSE, REASON_MARK, STRUCK_MARK, WATCHER
from bot.understanding.optout_words import SWEARS

_NOUN = (
    r"(?:(?:text|sms|phone) )?(?:texts?|messages?|sms|reminders?|updates?|alerts?|notifications?|mensajes?|mensajitos?|textos?|avisos?|recordatorios?|notificaciones|"
    r"texting|messaging|txts|pings?|communications?|correspondence|spam)"
)
_ADV = rf"(?: (?:ever|dare|please|just|even|keep|be|you|all|like|with|again|the|me|any|more|por favor|ya|{SWEARS})\b)"
_TEXT = r"(?:text|message|write|contact|bother|spam|dm|sms|harass|reach out to|hit up|hit(?= (?:my|this) (?:line|phone|cell)| me up| us up)|send (?:stuff|things|anything|nothing|texts|messages) to|respond to|reply to)"
_TEXTING = (
    r"(?:text(?:ing)?|messag(?:e|ing)|writ(?:e|ing)|contact(?:ing)?|bothering|spamming|dming|harassing|reaching out(?: to)?|hitting(?= (?:my|this) (?:line|phone|cell)| me up| us up)|sending(?: (?:stuff|things|texts|messages|all this|this|shit|crap)(?: to)?)?|"
    r"blowing up|blowing(?= (?:my|this) (?:line|phone|cell)| me up| us up)|buzzing|pinging|communicating with|responding to|replying to|wri(?:tt)?ing to|calling (?:and|or) texting|texting (?:and|or) calling)"
)
_KIN = r"(?:mom|moms|mother|mothers|dad|dads|father|wife|husband|husbands|daughter|daughters|son|sons|sister|sisters|brother|brothers|kids?|girl|girlfriend|boyfriend|friend|friends|grandma|grandmas|aunt|aunts|work|job|roommate|roommates|cousin)"
_LINE = r"(?:number|phone|line|cell|cellphone|celular|cel|telefono|numero|linea|inbox|device)"
_MINE = rf"(?:me|us|mi|(?:this|my|our|est[ae]|mi) (?:work )?(?:{_KIN} )?(?:phone )?{_LINE}|here|this one(?=$)|(?<=ing )(?:her|his) (?:old )?{_LINE}|this|it(?=$| anymore| again)|my (?:{_LINE} )?up|me up|us up|this {_LINE} up)"
_AGAIN = r"(?: (?:back|again|here|anymore|any more|no more|ever|any longer|at all|nothing|anything|stuff|nada|mas|ya|any texts?|any messages?|texts|messages|on (?:here|this (?:number|phone|line)|my phone)|up|to (?:here|this (?:number|phone)|my phone))\b)"
_YOUR = rf"(?: (?:the|these|those|this|your|all|all of|any|any of|of|more|of them|anymore|further|future|my|so many|so much|with|these damn|your damn|sending|getting|receiving|to|me|us|no|{SWEARS})\b)"
_LISTED = r"(?:lists?|text list|texting list|mailing list|contact list|database|system|contacts|records|phone|phone book|files?|texts|messages|group|chat|thread|program|service|thing|chain|roster)"
_OFF = r"(?:off(?: of)?|from|out(?: of)?|de)"
_LIST = rf"{_OFF} (?:(?:all|of|this|your|the|whatever|these|any|those|su|la|that) )*+(?:(?:text|texting|sms|mailing|contact|contacts|email|phone|messaging|alert|call|calling|notification|stupid|damn|little|fucking|outreach|dumb|pinche) )?{_LISTED}(?: (?:this|it) is)?"
_NAME = rf"(?:name|info|information|contact(?: info)?|data|digits|deets|details|(?:phone |cell )?number|{_LINE}|datos|contacto)"

_ENGLISH = (
    rf"(?:stop|quit|cease|desist from|refrain from|no)(?: it)?{_ADV}{{0,3}} {_TEXTING} {_MINE}{_AGAIN}{{0,3}}",
    rf"(?:stop|quit|cease|refrain from)(?: it)?{_ADV}{{0,3}} (?:with )?(?:{_TEXTING}|{_NOUN}){_AGAIN}{{0,2}}(?=$| (?:please|thanks|thank|bye|already|now|omg|i am not|or)\b)",
    rf"(?:do not|never|not|no need to|no reason to|do not have to|do not need to|do not got to|should not|can not|have to not|better not|must not|will not have to){_ADV}{{0,3}}(?: (?:call|email|call me|email me|call us|keep calling)(?: or| and| nor)?)? (?:{_TEXT}|(?<=keep ){_TEXTING}) {_MINE}(?: or call| or contact| or message)?{_AGAIN}{{0,3}}",
    rf"(?:do not|never|not|no need to|do not have to){_ADV}{{0,3}} (?!(?<=do not )\w+ back$)(?:text|message|write|contact|reply|respond|reach out|hit me up|send (?:me |us )?(?:anything|nothing|stuff|texts?|messages?|any|shit))(?:{_AGAIN}){{1,3}}",
    rf"(?:do not|never){_ADV}{{0,2}} send (?:me |us |this (?:phone|number) )?(?:any |no |more |further |anymore |any more |anymore |your |these |of |those |them )*+(?:{_NOUN}|nada|nothing)(?:{_AGAIN}){{0,3}}",
    r"(?:do not|never)(?: \w+)? send (?:me |us )?(?:any ?more|no more)(?: of (?:these|those|this|them|that|it))?",
    rf"{_TEXT} {_MINE} no more|(?:text|message|bother|spam|harass|go text|go bother|go message)(?<!to text)(?<!to message)(?<!to bother) (?:(?:somebody|someone|some one|anybody|anyone) else|someone (?:who|that) cares)",
    rf"(?:no (?:more|further|future)|zero|enough|done with|sick of|tired of|fed up with|over|through with|knock it off with|cut it out with|cut it with|cut out|fuck off with|piss off with|chill with|chill out with|ease up on|lay off|lay off with|enough with|enough of|good on|cool it with|be done with|leave me alone with|leave me alone about|leave me the fuck alone with)(?: (?:more|further|future))?{_YOUR}{{0,4}} {_NOUN}(?: (?:here|anymore|any more|again|ever|to (?:this|my) {_LINE}|on (?:this|my) {_LINE}|on here|from (?:you|this number|here|now on)|at all|needed|necessary|required|wanted|be sent|being sent|to me|for me|for (?:this|my) {_LINE}|at this (?:address|number|phone))\b)*+",
    rf"(?:stop|end|cancel|quit|cease|discontinue|terminate|halt|shut off|turn off|kill|disable|deactivate|mute|pull the plug on|opt out of|put an end to|suspend){_YOUR}{{0,4}} {_NOUN}(?: (?:here|anymore|to (?:this|my) {_LINE}|on (?:this|my) {_LINE}|for (?:this|my) {_LINE}|from (?:you|this number)|to me|for me|off|at once|coming|from coming|already)\b)*+(?! (?:my|her|his|him|them|people|strangers|guys|men|girls)\b)",
    rf"(?:turn|shut|switch|cut){_YOUR}{{0,4}} {_NOUN} off",
    rf"(?:do not|no longer|not|never|did not|will not|would not|do not even)(?= (?:\w+ ){{0,3}}?(?:want|wish|need|needing|trying|going|looking|interested|prefer|care|feel like|ask|sign|like (?:to get|getting|to receive|to keep))\b)(?: (?:really|needing|feel like|even|actually|care|want|wanna|wish|need|like|trying|going|looking|interested|would|prefer|to|in|keep|get|getting|receive|receiving|have|see|seeing|for|ask|asked|sign up|be|on the receiving end of)\b){{1,6}}{_YOUR}{{0,4}} (?:{_NOUN})(?: (?:here|anymore|any more|no more|again|ever|from (?:you|this number|here)|at (?:all|this (?:address|number|phone))|about (?:this|that)(?: stuff| anymore)?|about anything)\b)*+",
    r"(?:do not|no longer|not|never)(?: (?:really|even|want|wish|care|trying|going|looking|prefer|to|be|like|get|getting|being|you)){1,6}+ (?:texted|messaged|contacted|written to|hit up|spammed|bothered by (?:you|this|these))(?: (?:by (?:you|text|this number|anyone here)|here|anymore|any more|no more|again|ever|on this (?:number|phone))\b)*+",
    rf"(?:do not|no longer|not|never)(?: (?:really|even|want|wish|need|care for|like|you|guys|to|keep|be|that|appreciate|mind)\b){{1,6}} {_TEXTING} {_MINE}{_AGAIN}{{0,3}}",
    r"(?:do not|no longer|not|never)(?: (?:really|even|want|wish|care|trying|to|like|ever)){1,5}+ hear(?:ing)?(?: (?:anything|any|more|no|another|word|back)){0,3}+ from (?:you|this|here)(?: (?:guys|all|people|number|program|service|again|anymore|any more|no more|ever|line)\b)*+",
    r"(?:do not|no longer|not|never)(?: (?:really|even|want|wish|care|trying|to|like)){1,5}+ (?:talk|speak|text|chat|communicate)(?:ing)? (?:to |with )?you(?: (?:guys|all|people))?(?: (?:anymore|any more|no more|ever again|again)\b)++",
    rf"(?:trying|going|tryna)? ?(?:not to|to not)(?: (?:get|receive|have|see|be)\b){{1,2}}(?: (?:these|those|this|any|any of these|your|no|more|further)\b)*+ (?:{_NOUN}|texted|messaged|contacted|no more|anymore|any more)(?: (?:anymore|any more|no more|again)\b)*+",
    r"(?:stop|quit) (?:getting|receiving|seeing) (?:these|those|this|your|texts|messages|any)(?: (?:texts|messages|anymore|on my phone|from you)\b)*+",
    r"(?:want|trying|need|like|asked|asking|let me|get me|lemme|get)(?: (?:to get|to be|to opt|to|me|us|get|just)\b)*+ (?:out|off)(?: (?:of|from))? (?:these|this|your|the|those|whatever)(?: (?:this|text|texting|sms|damn|stupid))? (?:texts?|messages|list|lists|text list|chat|thread|texting thing|text thing|text service|texting|list is)",
    rf"(?:remove|delete|take|erase|drop|scratch|cross|strike|scrub|wipe|unlist|sign)(?: (?:me|us|mi|my|this|our|{_NAME}|please|just|it|that|the fuck|the hell)\b)*+ {_LIST}",
    rf"(?:get|pull|keep|clear|leave|cut)(?: (?:me|us|mi|my|this|our|{_NAME}|please|just|it|that|the fuck|the hell)\b)*+ {_OFF} (?:(?:all|of|this|your|the|whatever|these|any|those|su|la|that|tu|sus|las|el)\b )*+(?:(?:text|texting|sms|mailing|contact|messaging|alert|stupid|damn) )?(?:lists?|text list|texts|messages|database|system|contacts|phone book|group|chat|thread)(?= |$)(?! (?:of|so|before))",
    rf"(?:(?:get |be |been |have |getting )?(?:me |us |my (?:number|name|info|phone) |this number )?(?:to be |be |get )?(?:removed|taken|deleted|erased|unsubscribed|dropped|scratched|signed)) (?:off|from this(?=$| please)|{_LIST})(?: (?:of )?(?:this|here))?",
    rf"(?:want|need|like|request|asking for|ask that|want to have|please have|have|get) (?:my|this) {_NAME}(?: to)?(?: be| get)? (?:removed|deleted|erased|taken (?:off|out|down)|unsubscribed|gone|blocked|wiped)",
    rf"(?:remove|delete|erase|lose|forget|trash|dump|toss|drop|ditch|burn|unsubscribe|block|blacklist|wipe|get rid of|throw away|throw out)(?: (?:my|mi|this|our)) (?!info|data|details|deets|datos)(?:{_NAME})(?: {_LIST})?(?: (?:please|forever|for good|permanently|now|completely|and everything)\b)*+",
    rf"(?:unsubscribe|unsub|un subscribe|opt|sign|take) (?:me|us|this (?:phone|number)|my (?:number|phone))? ?(?:out|off)?(?: {_OFF})? (?:everything|all of (?:it|this|these|that)|it all|these|those|your texts|the texts)(?: (?:thing|crap|shit|stuff|texts|messages|service))?",
    r"unsubscribe(?: me| us)?(?: please| now)?|(?:opt|opting|opted)(?: me| us)?(?: the (?:hell|fuck))? out|optout",
    rf"(?:want|need|get|make|have|like|wish|see)(?: (?:the|these|those|your|all|all of|this|my|for)\b)*+ {_NOUN}(?: (?:to|from))? (?:stop|end|quit|cease|to be over|coming|stopped|go away)(?: (?:coming|already|now|completely)\b)*+",
    r"(?:consider this|this is|treat this as|take this as) (?:my |a |an )?(?:formal |official |written |final |last )?(?:request|notice|demand|opt out|optout|unsubscribe|stop request)(?: (?:to|that you|for you to)? ?(?:stop|cease|end|unsubscribe|be removed|opt out)(?: (?:all|any|these|the|your|further|and desist|texts|messages|communications?|contact|messaging|texting|me)\b)*+)?",
    r"(?:cease|end|terminate|discontinue|no|stop)(?: (?:all|any|this|further|more|your|future)\b)*+ (?:communications?|correspondence|contact|outreach)(?: (?:with|to|from) (?:me|this number|you|my number|this phone))?",
    r"(?:(?:if )?(?:you )?(?:text|message|write|contact|hit|bother|spam|send)(?: (?:me|us|this (?:number|phone)|up|one|more|another|text|message|time|again|here|anything|even)\b){1,5}) (?:and |then )?(?:you (?:are |get |will be |getting )?(?:blocked|reported|getting blocked)|i (?:am|will|swear|am going to|going to|swear i will)(?: (?:going to|be|will|just)\b)*+ ?(?:block|report|blocking|reporting)(?:ing)?(?: (?:you|this|this number|it)(?: all)?|$))",
    rf"(?:discontinue|end|cancel|remove|stop|delete|terminate) (?:these|it|this|them)(?: {_NOUN})?(?: (?:from (?:your|the) (?:system|list|records|contacts)|off (?:your|the) (?:system|list)|at once|immediately)\b)++",
    r"leave (?:me|us) (?:\w+ )?alone(?: and)? (?:do not|never|stop|quit) (?:text|texting|message|messaging|write|writing|contact|contacting)(?: me| back| again| this number| anymore)*+",
    r"(?:get|go|stay) (?:off|out|out of|off of) (?:my|this) (?:phone|inbox|messages|line|texts)|stay out of my (?:inbox|phone|messages|texts)",
    rf"how (?:do|can|would|could) i (?:stop|end|cancel|turn off|get rid of|opt out of|get out of|unsubscribe from|get off) (?:these|all these|your|all of these)(?: {_NOUN}| things)?",
    r"(?:please )?block (?:me|my number|this number)|i (?:am|will|am about to|am going to) (?:block|blocking) (?:you|this number)|blocking (?:you|this number|you all)",
)

_SUBJ = r"(?:(?:re)?escriba[sn]?|escribiera[sn]?|mandara[sn]?|contactara[sn]?|texteara[sn]?|enviara[sn]?|molestara[sn]?|texte[e]?[sn]?|textee[sn]?|textie[sn]?|mensajee[sn]?|mensajie[sn]?|contacte[sn]?|moleste[sn]?|spamee[sn]?|lleguen?|text|texten|message|comunique[sn]?|fastidie[sn]?|jodan?|friegue[sn]?|chinguen?)"
_SEND = r"(?:mande[sn]?|envie[sn]?|ponga[sn]?|haga[sn]?|lleguen?|pase[sn]?|tire[sn]?|hagan llegar|haga llegar)"
_INF = r"(?:(?:re)?escribir(?:me|nos|le)?|textear(?:me|nos)?|mensajear(?:me)?|contactar(?:me|nos)?|molestar(?:me|nos)?|text(?:ing)?(?: me)?|fastidiar(?:me)?|buscarme|spamear(?:me)?|estarme (?:escribiendo|texteando|molestando|mandando)|mandarme|enviarme|llegarme)"
_GER = r"(?:escribiendo|texteando|molestando|contactando|mandando|enviando|fastidiando|mensajeando|jodiendo|chingando|fregando|insistiendo)(?:me|nos)?"
_NOUNS = rf"(?:(?:mas|de|more|your|the|these|any|no more|ningun|ni un|ni|otros?|otra|tus|sus|estos|esos|los|las|tantos|de esos|de estos|un|puros?|mas de)\b ){{0,3}}(?:{_NOUN}|cosas|nada|esto|eso|esas cosas|estas cosas|tantas cosas|stuff)"
_A_ESTE = r"(?:a|en|por) (?:este|mi|esta|mi otro) (?:numero|telefono|cel|celular|linea|medio|phone|number)"
_MAS = rf"(?: (?:mas|nunca|nunca mas|jamas|ya|nada|nunca jamas|otra vez|de nuevo|aqui|aca|por aqui|por aca|a mi|por texto|por mensaje|{_A_ESTE}|mensajes|textos|mas mensajes|mas textos|texts|messages|conmigo|con (?:los |sus |tus |tantos |esos )?(?:mensajes|textos|mensajitos)|ustedes|usted|uds)\b)"
_NO = r"(?:ya )?(?:no|nunca|jamas|ni|do not)(?: (?:mas|ya|quiero que|quisiera que|deseo que|necesito que|ocupo que|hace falta que|es necesario que|hay necesidad de que|hay necesidad de|hace falta|es necesario|tienen que|tienen por que|tienes que|quiero|me interesa que|es necesario que ya|quiero que ya))?(?: (?:me|nos|se))?(?: (?:vuelva[sn]?|vayan?|vayas|sigan?|sigas|ande[sn]?|este[sn]?|intente[sn]?)(?: a)?)?(?: (?:me|nos))?"
_QUITA = r"(?:borr(?:a|e|en|es|ar|as)|quit(?:a|e|en|es|ar)|sac(?:a|ar)|saque[ns]?|elimin(?:a|e|en|es|ar)|remuev(?:a|e|an|as)|remover|baj(?:a|e|en)(?=me de)|retir(?:a|e|en|ar)|suprim(?:a|e|an|ir)|dar? de baja|den de baja|cancel(?:a|e|en|ar)|delete|bloque(?:a|e|en|ar)|desactiv(?:a|e|en|ar)|olvid(?:a|e|en|ar)|pierd(?:a|e|an)|dese(?:chen?|cha)|tir(?:a|e|en))"
_MI_NUMERO = r"(?:mi|este) (?:numero|nombre|contacto|number|num|registro)"
_LISTA = r"(?:de|from|off) (?:(?:la|su|sus|tu|esta|esa|the|your|ese|ese|el|ahi de la|una|cualquier) )?(?:lista|list|listas|sistema|grupo|registros?|base de datos|contactos|agenda|chat)(?: (?:de (?:mensajes|textos|contactos|ustedes)|que tengan|esa|por favor)\b)*+"
_SPANISH = (
    rf"{_NO}(?: (?:llam(?:e|en|es)|marqu?e[ns]?|busque[ns]?|hable[ns]?)(?: (?:ni|y|o)(?: (?:me|no|no me|nada))?)?)? {_SUBJ}(?:{_MAS}){{0,3}}",
    rf"{_NO} {_GER}(?:{_MAS}){{0,3}}",
    rf"{_NO} {_SEND} {_NOUNS}(?:{_MAS}){{0,2}}|{_NO} {_SEND}(?: (?:mas|ya|aqui|nunca mas|{_A_ESTE}|nada|no more|nothing)\b){{1,3}}",
    rf"(?:ya )?(?:no|nunca|jamas|ni)(?: (?:me|nos))?(?: (?:vuelva[sn]?|vayan?) a|(?: (?:sigan?|anden?|esten)))(?: (?:me|nos))? (?:{_INF}|mandar(?:me)?|enviar(?:me)?|mandando(?:me)?|buscar(?:me)?)(?: {_NOUNS})?(?:{_MAS}){{0,3}}",
    rf"(?:ya )?(?:no|nunca|jamas) (?:me|nos) (?:vuelvan?|vuelvas) a (?:{_INF}|mandar|enviar|buscar|contactar)(?: {_NOUNS})?(?:{_MAS}){{0,3}}",
    rf"(?:basta|deja|deje|dejen|dejes|dejar|dejame|dejenme|dejeme|para|pare|paren|parar|parenle|stop|quit|cesen?|evite[n]?) (?:ya )?(?:por favor )?(?:de |con |(?<=stop )|(?<=quit ))(?:(?:andar|estar|andarme|estarme) )?(?:{_INF}|{_GER})(?: {_NOUNS})?(?:{_MAS}){{0,3}}",
    rf"(?:deja|deje|dejen|dejes|dejar|dejame|dejenme|para|pare|paren|parenle|parale|cesen?) (?:ya )?de (?:(?:mandar|enviar|estar mandando|estar enviando)(?:me|nos)? {_NOUNS}|(?:mandar|enviar)(?:mel|nosl|l)[ao]s)(?:{_MAS}){{0,2}}",
    rf"(?:deja|deje|dejen|dejame|dejenme|ya) (?:de )?(?:joder|molestar|fregar|chingar|estar|fastidiar|dar lata|en paz|tranquila|jodan|molesten|frieguen|chinguen|no molesten|no chinguen|no jodan)(?:me)? con (?:los|sus|tus|tantos|esos|estos|tanto|lo de los) {_NOUN}",
    rf"(?:no|ya no|nunca)(?: (?:mas|me|nos|moleste[ns]?|jodan|chinguen|frieguen|fastidien)\b){{1,3}} con (?:los|sus|tus|tantos|esos|estos|tanto) {_NOUN}",
    rf"(?:ya )?(?:no|nunca)(?: ya)? (?:quiero|quisiera|deseo|necesito|ocupo|me interesa|me interesan|queria|quise|pedi|solicite|requiero|me gustaria|voy a querer)(?: (?:que me|que|recibir|recibiendo|seguir|volver a|me|nos|esten|sigan|anden|lleguen|manden|envien|escriban|texteen|contacten|mandando|saber|hablar|tener)\b){{0,5}} (?:{_NOUNS}(?<!nada)(?<!esto)(?<!eso)(?<!cosas)|(?:mas )?(?:nada|esto|eso|cosas)(?: mas)?(?= (?:de|con) (?:ustedes|uds|usted|este numero)))(?:{_MAS}| (?:de ustedes|de uds|con ustedes|con usted|con uds|suyos|de aqui|de este numero)){{0,3}}",
    r"(?:ya )?no (?:quiero|quisiera|deseo|me interesa) (?:hablar|platicar|seguir hablando|seguir platicando|tener contacto|ser contactad[oa]|textear|comunicacion)(?: (?:con ustedes|con usted|por aqui|por este medio|por texto|por mensaje|mas|ya)\b)++",
    rf"(?:dejar de|ya no|no|no seguir|parar de|no volver a|cancelar el) recib(?:ir|iendo)(?: (?:mas|sus|tus|los|estos|esos|ya|de|estas|este|tipo)\b)*+ (?:{_NOUN}|nada|esto|cosas)(?:{_MAS}| (?:de ustedes|de este numero|suyos)\b){{0,3}}",
    rf"(?:no|ya no|basta|alto|stop|suficiente|suficientes|cero|ni un|ya estuvo|ya basta|chole|ya chole|ya parenle|parenle|parale|bajenle|bajale|parele|bajele|ya con|ya|para|paren|cancelen?|cancela|cancelo|detengan?|deten|detener|frenen|cancelar|apaguen|suspendan|suspender|calmense)(?: (?:mas|ya|con|de|a|los|tus|sus|estos|esos|tantos|tanto|tanta|todos|la|mis|otro)\b)++ {_NOUN}(?:{_MAS}| (?:de ustedes|de este numero)\b){{0,3}}",
    rf"(?:(?:que )?(?:me |nos )(?:quiten|borren|eliminen|saquen|cancelen|bloqueen)|(?<!me )(?<!le )(?<!nos )(?<!se ){_QUITA}(?:me|nos)?) (?:{_MI_NUMERO})(?: {_LISTA})?(?: (?:ya|por favor|de ahi|del todo)\b)*+",
    rf"(?:(?:que )?(?:me |nos )(?:quiten|borren|eliminen|saquen|remuevan)|(?:(?<=quiero que )|(?<=podria )|(?<=pueden )|(?<=puede ))me (?:quite|borre|saque|elimine|quitar|borrar|sacar|eliminar)|(?<!me )(?<!se )(?<!nos )(?:{_QUITA})(?:me|nos|melo)?)(?: (?:ya|por favor|a mi|mi numero|este numero)\b)*+ {_LISTA}",
    rf"(?:me |nos )?(?:{_QUITA})(?:me|nos) de (?:esto|eso|este chat|sus mensajes|estos mensajes|aqui ya)|(?:saquen|borren|quiten|eliminen|quiero que me saquen) (?:de )?(?:estos|sus) (?:mensajes|textos)",
    r"(?:borr(?:a|e|en)|quit(?:a|e|en)|elimin(?:a|e|en)|saquen?|saca) este(?=$| (?:por|ya|gracias|numero)\b)(?<=este)(?!.*\bel\b)",
    r"(?:dar|darme|denme|deme|dame|den|doy|me den|me doy|darse|dese|date|me de|me puede dar|pido|solicito|quiero|deseo|necesito)(?: (?:de|la|mi|el|que me den|que me|den)\b)*+ baja(?: (?:de|a|mi|este|esto|los|la|sus|numero|mensajes|servicio|del|del servicio|su|lista|todo|programa|sistema)\b)*+",
    rf"(?:como|where|how) (?:le )?(?:hago|puedo hacer|puedo|se|hacer|hacerle|hacemos)?(?: (?:para|pa|que|ya|yo)\b)*+ ?(?:paro|parar|detengo|detener|cancelo|cancelar|quito|quitar|apago|apagar|salirme de|me salgo de|me quito de|me borro de|me desuscribo de|me desuscribo|desuscribirme)(?: (?:de|los|la|las|estos|esos|sus|tus|esta|todos)\b)*+ (?:{_NOUN}|lista)",
    rf"(?:que|pa que|para que) (?:ya )?no (?:me )?(?:sigan? )?(?:lleguen?|llegando|lleg[ue]n)(?: (?:estos|los|sus|mas|tus|esos|tantos|nada)\b)*+(?: {_NOUN})?",
    r"(?:olvidense|olvidate|olvidese|olviden|olvidarse|pierdan|pierde|pierda|bote|boten|tira|tiren)(?: ya)?(?: de)? (?:mi|este) (?:numero|contacto|cel|telefono)",
    rf"(?:quiero|quisiera|deseo|me quiero|necesito) (?:salir(?:me)?|estar fuera|fuera) de (?:estos|esos|sus|tus|los|esta|la|este) (?:{_NOUN}|lista|chat|grupo)",
    r"(?:escriban|escribe|texteen|molesten|busquen)(?:le|les)? a (?:otra persona|alguien mas|otro lado)",
    rf"(?:los|te|les|lo) (?:voy a |tendre que |tengo que )?(?:bloquear|bloqueo|bloqueare|reporto|reportar) (?:si|como) (?:me )?(?:siguen|sigues|vuelven|vuelves|sigan)(?: a)?(?: (?:{_GER}|{_INF}|con esto|mandar|escribir|mandando|jodiendo|chingando))?|voy a bloquear (?:este numero|los)|(?:los|te) (?:voy a bloquear|bloqueo)(?= ya| adios|$)",
    rf"(?:not|never|no longer|is not|not be|is|it is)(?: (?:safe|unsafe|dangerous|risky|ok|okay|cool|good|a good idea|allowed))(?: for (?:you|me|us))?(?: guys)? (?:to|for you to)(?: (?:keep|be|get|getting|still)\b)*+ (?:{_TEXT}|{_TEXTING}|texts?) {_MINE}{_AGAIN}{{1,3}}|(?:(?:not|never|no longer) safe|unsafe|dangerous) for you to (?:keep )?(?:{_TEXT}|{_TEXTING}) {_MINE}",
    r"(?:not|no longer|do not|never)(?: (?:trying|going|want|wish|to|feel like|wanting|need)\b){1,3} (?:get|receive|getting|receiving|be getting|see|keep getting) (?:these|those|this|your stuff|any of (?:these|this))(?: (?:anymore|any more|no more|again|any longer|on my phone)\b)++",
    r"^(?:(?:hi|hey|hello|sorry|um|so|just|fyi|hola|oiga|disculpe|perdon) )*+(?:(?:this|that|the) (?:number|phone|line|cell) (?:now |does not |do not |no longer |has been )*+(?:belongs?|is|given|reassigned|assigned|got reassigned) ?(?:to|now)? ?(?:somebody|someone|some one|a (?:new|different) (?:person|owner)|another person|a stranger|her|his)(?: (?:else|new|different|elses|anymore|any more|now|number|sorry|thanks|thank you|please)\b)*+|(?:este|el|ese) (?:numero|telefono|cel|celular) (?:(?:ya|ahora|no|le|es|pertenece|de|a) )++(?:otra persona|otra|otro|alguien mas|esa persona|esa muchacha|ella|otro dueno)(?: (?:ya|ahora|gracias|disculpe)\b)*+)$",
    r"take (?:me|us|(?:this|my) (?:number|name|phone)) off(?: (?:of )?(?:this|here|it|(?:your|the|these) texts?))?|(?:please )?remove (?:me|us)(?=$| (?:please|thanks|now|asap|immediately)\b)",
    r"lose (?:the|that) number|(?:cancel|deactivate|disconnect|clear|scrub|unregister|unlist|strike|retire|expunge|purge) (?:my|this) (?:number|contact|info|information|phone number)(?= |$)",
    r"(?:revok\w+|withdraw\w*|rescind\w*|take back|taking back|cancel\w*|pull\w*)(?: (?:my|all|any|prior|previous|express|and)\b)*+ (?:consent|permission|authorization)(?: (?:to|for|be|being|get|receive|receiving|texted|messaged|contacted|you|these|the|your|any|more|texts?|messages?|text|message|contact|texting|contacting|me|sms|communications?)\b)++",
    r"(?:do not|never|no longer|not)(?: (?:have|had|gave|give|got|ever|even|you|anyone|my|any|granted)\b){1,5}+ (?:permission|consent|authorization|the right|agree) (?:to|for) (?:(?:these|any|the|your|this|getting|receiving|any of these|you to) )?(?:text|message|contact|you to text|write|texting|messages|texts)(?: (?:me|us|this number|this phone|my phone|here))?",
    r"(?:request|requesting|want|demand|ask for|asking for) (?:the |my |immediate |an immediate )?removal(?: of (?:my|this) (?:number|name|phone|info))?(?: from (?:all |any )?(?:your |the |this )?(?:\w+ )?(?:lists?|system|database|contacts|records|service|program|texts|messages))?",
    rf"(?:block|report)(?:ing)? (?:you|this number|this|it) if (?:you|it|this number|this|you guys)(?: (?:keep|ever|even|do not stop|do not quit|will not stop))?(?: (?:texts?|texting|messages?|messaging|writes?|stop|quit|contact|contacts|{_MINE}|again|one more time|any ?more)\b)*+",
    r"(?:stop|quit)(?: (?:please|fucking|all))? sending (?:me |us )?(?:them|these|those|this|texts|messages|stuff|shit|crap|anything|any of (?:this|these)|all (?:this|these|that)(?: (?:stuff|crap|shit|texts))?)",
    rf"not {_TEXTING} {_MINE}{_AGAIN}{{0,3}}|can not (?:have|be having|keep having) you (?:guys )?{_TEXTING} {_MINE}|(?:please )?(?:mark|put|list) (?:me|my number|this number) (?:down )?(?:as|on|under) (?:the |your )?(?:do not (?:contact|text|call)|no contact)(?: list)?|(?:do not|no longer|not|never)(?: (?:want|wish|like|need|really|even|care)\b)*+ to be (?:on|in|part of|a part of) (?:this|your|the|any|these)(?: (?:text|texting|contact|mailing|stupid))? (?:lists?|chat|group|texts|messages|thread)",
    rf"(?:ya )?no (?:quiero|quisiera|deseo|pienso|me interesa) (?:estar|seguir|aparecer|andar) en (?:la|su|esta|tu|sus|ninguna|este|el) (?:listas?|sistema|grupo|chat)|(?:ya )?no (?:quiero|deseo|quisiera) ser (?:contactad|molestad|buscad|textead)[oa](?:{_MAS}){{0,3}}",
    rf"no (?:volver a |seguir )?(?:(?:escribir|textear|contactar|molestar|mensajear|mandar|enviar)(?:me|nos)(?: {_NOUNS})?(?:{_MAS}){{0,3}}|(?:escribir|textear|contactar|molestar)(?:{_MAS}){{1,3}}|(?:mandar|enviar) {_NOUNS}(?:{_MAS}){{0,3}})",
    rf"si (?:me |nos )?(?:vuelven|vuelves|siguen|sigues|vuelve|sigue)(?: (?:a|me|con)\b)*+ (?:{_INF}|{_GER}|mandar|enviar|esto|lo mismo|los mensajes)(?: \w+)? (?:los|te|les|lo) (?:voy a )?(?:report|bloque|denunci|demand)\w*",
    rf"no es (?:muy )?(?:segur[oa]|buen[oa]|conveniente|buena idea)(?: para mi)? que (?:ya )?(?:me|nos) (?:sigan |esten )?(?:{_SUBJ}|{_GER}|{_SEND})(?: {_NOUNS})?(?:{_MAS}){{0,3}}",
    r"(?:borrame|borrenme|borreme|quitenme|eliminenme|eliminame)(?=$| (?:ya|por favor|porfa|gracias|no (?:quiero|pedi|soy))\b)",
    rf"que (?:ya )?nadie (?:de (?:ustedes|ahi) )?(?:me|nos) (?:{_SUBJ}|{_SEND} {_NOUNS}|busque)(?:{_MAS}| de ustedes| de ahi){{1,3}}|(?:no|ya no|ni) (?:se les|se te|se le) ocurra (?:volver a )?(?:{_INF}|mandarme \w+)(?:{_MAS}){{0,3}}",
    r"(?:no|ya no) (?:quiero|deseo|quisiera)(?: (?:tener|recibir|ya)\b)*+ (?:mas|ninguna|ningun tipo de|ningun) (?:comunicacion|contacto)(?: (?:con ustedes|con usted|de ustedes|por favor))?(?=$)",
    r"(?:further |your |these |any more |more )(?:texts|messages) (?:are|will be|is) (?:not welcome|unwelcome|unwanted|not wanted|no longer (?:wanted|needed|welcome)|not needed)|bloqueenme|bloqueame|bloqueeme",
    rf"no (?:autorizo|acepto|permito|he autorizado|autorice|doy permiso|di permiso|tienen permiso|tienen mi permiso|doy mi consentimiento)(?: (?:para|de|a))?(?: que)?(?: (?:me|nos))?(?: (?:sigan|esten|ustedes))? (?:{_SUBJ}|{_GER}|{_INF}|{_SEND}|recibir)(?: {_NOUNS})?(?:{_MAS}){{0,3}}",
    r"(?:delete|unsubscribe) me(?= please| from this$| thanks| off)(?: off| from this)?|(?:throw|toss|give|put) (?:away )?(?:my|this) number (?:away|out|in the trash)|throw (?:away|out) (?:my|this) number|forget (?:that )?you (?:ever |even )?(?:had|have|got|saw) (?:my|this) number|(?:act|pretend)(?: like)? you (?:never had|do not have|never got|lost) (?:my|this) number",
    r"(?:if i (?:get|see|receive|even see) )?(?:one|1|another)(?: more| single)? (?:text|message|sms)(?: from (?:you|this number))?(?: and| or)? (?:i (?:am|will|am going to|swear i will)|you (?:are|will be))(?: (?:going to|be|getting))*+ (?:block|report)(?:ing|ed)?(?: (?:you|this|this number|it))?",
    rf"opt (?:me|us|(?:this|my) (?:number|phone)) out(?: of (?:all|everything|these|your|this|any)(?: \w+)?)?|you(?: guys)? (?:are|is)? ?(?:not|no longer) (?:authorized|allowed|permitted|welcome) to {_TEXT} {_MINE}|(?:block|stop|keep|prevent|ban) you(?: guys)? from {_TEXTING} {_MINE}|(?:number|phone) removal",
    rf"(?:ya )?no (?:le|les) (?:{_SUBJ}|{_SEND} {_NOUNS})(?: mas)? {_A_ESTE}|(?:que )?(?:ya )?(?:cesen|paren|terminen|dejen de llegar|se detengan|acaben|se acaben) (?:ya )?(?:con )?(?:los|sus|estos|todos los|tus|todos sus) {_NOUN}|se (?:elimine|borre|quite|retire|cancele) (?:{_MI_NUMERO})(?: {_LISTA})?",
    rf"no es (?:muy )?segur[oa](?: para mi)? (?:recibir|tener|que me lleguen|seguir recibiendo)(?: (?:sus|estos|los|mas|tus|esos))*+ {_NOUN}",
    r"(?:do not|never|stop|quit|no longer|cease)(?: (?:ever|please))? (?:use|using|contact|contacting|reach|reaching) (?:my|this) (?:number|phone|line)(?: (?:to (?:contact|text|message|reach) (?:me|us)|again|anymore|any more|any longer|ever))*+|no (?:usen?|utilicen?|uses|ocupen) (?:mas |ya )?(?:mi|este) (?:numero|telefono|cel|celular)(?: (?:mas|ya|nunca|para nada|para escribirme|para mandar mensajes))*+|deje?n? (?:en paz (?:mi|este) (?:numero|telefono|cel)|(?:mi|este) (?:numero|telefono|cel) en paz)",
    rf"(?:opt|opting|opted)(?: me| us)? out of (?:(?:this|your|the|these|all|any|my|text|sms|programs?)\b )*+(?:{_NOUN}|program|service|list|system|thread|chat|campaign)|(?:all )?(?:my |any |prior )?(?:consent|permission|authorization) (?:(?:is|has been|to text me|was|hereby|now)\b ?)++(?:revoked|withdrawn|rescinded|cancell?ed|removed|denied)",
    r"(?:withdraw|unenroll|disenroll|remove myself|take myself off|exit|leave|quit|drop out)(?: (?:from|of|off))? (?:this|the|your) (?:text|texting|sms|messaging|text message) (?:program|service|list|thing|system|group|chat|line)",
    rf"(?:stop|quit|dejen de|paren de) (?:sending|mandando|enviando)(?: me)? {_NOUNS}(?:{_MAS}){{0,2}}|ya no (?:need|want|wanna)(?: (?:get|more|the|your|these|any|no))*+ {_NOUN}|(?:ya )?no (?:quiero|deseo|quisiera) recibir (?:ya )?(?:mas )?nada(?: mas)?(?=$| por favor)|(?:en|a) (?:la|su) lista de no (?:contactar|llamar|molestar|escribir)",
    rf"rather not (?:get|receive|be getting|see|have)(?: (?:any|more|of))*+ (?:these|those|this|your|{_NOUN})(?: (?:texts|messages|anymore|any more|no more))*+|do not agree to (?:(?:get|getting|receive|these|any|the|your|more|be)\b )*+(?:{_NOUN}|texted|messaged|contacted)",
    rf"(?:retiro|revoco|cancelo|quito)(?: (?:el|mi|todo))*+ (?:permiso|consentimiento|autorizacion)(?: (?:de|para|a)(?: que)?(?: me)? (?:{_INF}|{_SUBJ}|manden|mandarme \w+|enviarme \w+|recibir \w+))?",
    r"sign me off(?: of)? (?:this|of this|everything|your list)|^(?:(?:stop|end|quit|cancel|unsubscribe|stopall|alto|baja|remove|optout|please|ya|now)(?: |$)){2,8}+(?<!please)(?<!ya)(?<!now)(?<=\w)$",
    r"desuscrib(?:ir|irme|anme|ame|eme|ir este numero)|desinscrib(?:irme|anme)|(?:cancel(?:ar|en|o|e)) (?:la|mi) suscripcion",
)

_PHONE = r"(?:mi|este|esta) (?:telefono|cel|celular|phone|numero|number|inbox|linea)"
_AS_TEXTED = (
    rf"(?:que )?(?:ya )?(?:pares|paren|pare|dejes|dejen|deje|parale|parenle) (?:ya )?(?:de|con) (?:estar )?(?:{_INF}|{_GER}|mandar|enviar)(?: (?:vainas|cosas|cositas|babosadas|chingaderas|pendejadas|mamadas|eso|esto|{_NOUN}))?",
    r"(?:ya )?no (?:me )?(?:busques|busquen|contestes|contesten|textees|texteen|hablen)(?: (?:otra vez|mas|nunca|nunca mas|jamas|de nuevo|mas nunca))++",
    rf"(?:larguense|largate|larguese|salganse|salte|salgase|fuera|vayanse) (?:ya )?de {_PHONE}",
    r"me (?:desapunto|desinscribo|desuscribo)|(?:quiero |quisiera |como me )?(?:desapuntarme|desapunto)|desapuntenme|desapuntame",
    r"unsubscribe(?= o como| or whatever| or however)",
    rf"voy a bloquear(?:los|te|les|lo)? si (?:me |nos )?(?:sigues|siguen|sigue|vuelves|vuelven)(?: a)? (?:{_GER}|{_INF}|mandar|escribir)",
    r"(?:ya )?no quiero (?:hablar|platicar|textear|mensajear|nada) (?:contigo|con ustedes|con usted) (?:nunca mas|nunca|jamas|mas nunca|otra vez|ya nunca)",
    rf"olvid(?:ate|ense|ese|a|en) (?:de )?que (?:tienes|tienen|tiene|existe) {_PHONE}",
    r"(?:quit|borr|sac|elimin)(?:a|e|en|as) (?:ya )?(?:mi|este) (?:numero|number|cel|celular|telefono) de (?:tu|su|sus|esa|ese|esta|este|tus) (?:cosa|chingadera|vaina|app|maquina|programa|bot|aplicacion|telefono)(?: (?:esa|ese|esta|este))?",
    r"(?:ya )?nunca (?:me )?(?:manden|mandes|escriban|escribas|envien|texteen|textees|contacten) (?:nada|mensajes|textos)(?: (?:aqui|a este numero|mas|por aqui|aca))*+",
    r"do not want (?:these|them) (?:things |texts )?(?:no more|any more|anymore)",
)

_NEXT = (
    r"$| (?:o como se (?:diga|llame|escriba)|or (?:whatever|however)|otra vez|please|thanks|thank|ty|thx|tysm|bye|byee|goodbye|now|already|asap|immediately|right now|right away|today|ok|okay|k|kk|forever|for good|ever|again|anymore|any more|any longer|no more|at all|from now on|"
    r"in the future|going forward|permanently|effective|god bless|peace|sir|mam|maam|dude|bro|bruh|man|girl|lol|lmao|smh|fr|for real|forreal|seriously|omg|ugh|wtf|jeez|damn|tho|though|yall|you guys|everyone|fam|sis|"
    r"i|i am|you|we|this (?:is|was|has|number|phone|line|cell|thing|will|can|could|got)|it (?:is|was|has|will|got|can|does|did|feels)|that is|that was|he|she|they|nobody|no one|my \w+ \w+|weirdos?|creeps?|freaks?|losers?|people|assholes?|bitch(?:es)?|idiots?|stupid|dumbass|with (?:this|these|all this|your|that)(?: (?:crap|shit|bs|stuff|nonsense|texts?|messages?|spam|bullshit))?(?=$)|"
    r"so|because|since|before|and|or|but|cuz|wrong|not|never|do|stop|quit|no|nah|nope|go|get|leave|lose|delete|remove|unsubscribe|take|block|who|whoever|how did|where did|why|there (?:is|are)|sorry|apologies|respectfully|with all due respect|have|"
    r"hope|appreciate|wish|good luck|take care|much|enough|thats|as|to (?:this|my) \w+|on (?:this|my) (?:phone|number|line|cell)|under any|by text|from you|from this|end of|period|point blank|cold turkey|once and|per|pursuant|under|in accordance|"
    r"ya|que|porque|pues|el|ella|mi|mis|yo|este|esta|esto|por|gracias|muchas|pero|es|son|estoy|estamos|se|y|o|ni|adios|bendiciones|dios|cuidense|cuidate|saludos|aqui no|aqui ya|nunca|jamas|mas|favor|ahora|(?:les|le|te|los|lo|se los|se lo) (?:voy|agradezco|report\w+|bloque\w+|pido|dije|digo|suplico|ruego|repito|denunci\w+)|"
    r"tengo|ellos|disculpe|disculpen|perdon|sino|numero equivocado|me (?:los?|revis\w*|chec\w*|vay?a?n?|dio|da|cambi\w*|estan?|tienen?|confund\w*|equivoc\w*|lee[ns]?)|nos|no|porfa|porfavor|de una vez|de una|de ahora|en serio|fin|punto|ily|love you|luv|entiendan?|entiende|for (?:my|our) (?:own )?safety|for safety(?: reasons)?|por (?:mi )?seguridad|for my own good|vos|che|mano|mija|mijo|compa|joven|senora?|senorita|amigo|compadre|dejen|sino|from (?:everything|here|there|your \w+)|hombre|wey|guey|sorry)(?= |$)"
)
_BEFORE = r"(?<!\bnot )(?<!\bnever )(?<!\bi do )(?<!\bi just )(?<!\bto not )(?<!\bi will )(?<!\bi should )"
_STRONG = re.compile(rf"{_BEFORE}\b(?:{'|'.join((*_ENGLISH, *_SPANISH, *_AS_TEXTED))})(?={_NEXT})")
_HAVE_CORE = "CORE"

_WEAK = re.compile(
    r"\b(?:stop(?: (?:this|it|all this|all of this))?|stop all|quit(?: it)?|unsubscribe|cancel|alto|baja|no more of (?:this|these|it|that) (?:please|thanks|thank you)|no mas de esto|leave (?:me|us) (?:the (?:fuck|hell) )?alone|do not want (?:these|those|any of (?:this|these|it))|"
    r"get lost|go away|no me busquen?|dejen?me en paz|dejame en paz|dejen de (?:molestar|buscarme|joder|chingar|fregar)|no (?:me )?(?:molesten?|jodan|chinguen|frieguen)|parenle|parele|paren|do not (?:write|text|message|reply|respond)(?: back)?|never (?:write|text|message)(?: back)?|"
    r"no me (?:hablen?|hables)|(?:remove|delete|erase|lose) (?:it|the number)|lose it|(?:take|remove|get) (?:him|her|them) off (?:the|your|this) (?:text )?list|(?:borr|quit|elimin)(?:en|a|e)lo|(?:quit|borr|elimin)(?:en|a|e)me de (?:ahi|esto|eso)|no (?:escriban?|escribas|manden|texteen)|do not call or text|no contact)(?= |$)"
)


def found_within(said: str) -> str | None:
    """Return the words around an opt-out that may tell of danger, None if the text is no opt-out.

    Words of somebody who reads the phone are left out: silence is what they ask for.
    """
    said = said.replace("is not have to", "do not have to")  # "you aint gotta text me"
    left = _STRONG.sub(_HAVE_CORE, said)
    if left != said:
        struck = HARMLESS.sub(_mark, left)
        return None if OTHER_SENSE.search(struck) else _around(left)
    struck = HARMLESS.sub(_mark, said)
    left = _WEAK.sub(_HAVE_CORE, struck)
    if left == struck or REASON_MARK not in left:
        return None
    is_known = all(word in GLUE or word in {_HAVE_CORE, REASON_MARK, STRUCK_MARK} for word in left.split())
    return _around(_WEAK.sub(_HAVE_CORE, said)) if is_known else None


def unknown_of(around: str) -> str:
    """Return the words that are neither a reason nor politeness."""
    return " ".join(HARMLESS.sub(" ", around).split())


def _mark(match: re.Match[str]) -> str:
    return REASON_MARK if match["reason"] else STRUCK_MARK


def _around(said: str) -> str:
    return " ".join(WATCHER.sub(" ", said.replace(_HAVE_CORE, " ")).split())
