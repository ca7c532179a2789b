"""A small grammar of somebody who looks on while the person texts, in English and Spanish (promise 7).

All of a text says that somebody reads the screen this moment, asks who is texted, comes to the room, or has heard or
caught them; or it asks for something that may be read aloud. Each is a whole text: words with one space between them,
contractions written out. "He checks my phone at night" is none of them: nobody looks now.
"""

from __future__ import annotations

import re

from bot.understanding.texted import in_full

_MAN = (
    r"(?:man|mans|bf|boyfriend|gf|girlfriend|husband|wife|ex|pimp|p|daddy|boss|dad|father|mom|mama|mother|stepdad|stepmom|step dad|uncle|aunt|brother|"
    r"manager|roommate|trick|john|cousin|grandma|grandpa|madam|bottom|trafficker|owner)"
)
_HE = rf"(?:he|she|they|someone|somebody|some1|(?:my|the|this|his|her) (?:\w+ )?{_MAN})"
_VARON = (
    r"(?:novio|novia|esposo|esposa|marido|pareja|papa|mama|padrastro|madrastra|padrote|jefe|jefa|patron|patrona|tio|tia|hermano|hermana|senor|senora|cliente|"
    r"encargad[oa]|duen[oa]|suegra|suegro|primo|abuel[oa]|viejo|vato|tipo|ex)"
)
_EL = rf"(?:el|ella|ellos|alguien|(?:mi|mis|el|la|un|una|su) {_VARON})"
_BESIDE = (
    r"(?:ok|okay|yes|yeah|no|oh|shit|fuck|omg|wait|hey|hi|so|and|but|cuz|because|bc|please|pls|plz|now|right now|rn|sorry|um|help|quick|"
    r"hold on|i think|(?:i am )?(?:kind of |kinda |really )?(?:freaking out|scared|panicking|shaking)|brb|gtg|shh+|"
    r"si|ya|ay|dios|espera|esperate|porfa|por favor|rapido|y|pero|porque|es que|creo que|que|ahorita|ahora|oye|hola|perdon|ayuda|tengo miedo|mierda|chin)"
)
_BE = (
    r"(?: (?:is|are|was|be|right|here|just|still|literally|sitting|standing|laying|lying|behind me|next to me|beside me|"
    r"over my shoulder|over me|now|always|like|legit|and|trying to|keeps?|start(?:ed)?))*"
)
_SCREEN = r"(?:(?:my|the|this|our|these|every|all|all of) )*(?:phone|screen|cell|texts?|texting|messages?|typing|shoulder|word|chat|convo|ipad|tablet|laptop)"
_WRITTEN = r"(?:(?:everything|what|all|whatever|as|while|how) (?:i|we)(?: (?:am|are|be))?(?: (?:text|texting|type|typing|write|writing|say|saying|send|sending|put|do|doing)))"
_OBJECT = (
    rf"(?:{_SCREEN}|{_WRITTEN}|me (?:text|type|write|texting|typing|writing|on (?:my|the) phone)|this|these|it all)"
)
_OVER = r"(?: (?:at|over|thru|through|on|from|me|along|right|with me))*"
_NOW = r"(?: (?:right now|now|rn|as we speak|too|again|omg|with me|right here|here|next to me|beside me|behind me|over my shoulder|while i type|atm|at the moment))*"
_READS = (
    rf"{_HE}{_BE} (?:reading|watching|looking|staring|peeking|peeping|leaning|checking|creeping){_OVER} {_OBJECT}(?: (?:over|on|from) (?:my shoulder|my screen|here))?{_NOW}"
    rf"|{_HE} (?:is |are |right |just |still )*(?:right )?(?:here|next to me|beside me|behind me|over my shoulder) (?:and )?(?:is )?(?:reading|watching|looking)(?: along)?{_NOW}"
    rf"|{_HE}{_BE} (?:reading|looking|leaning|peeking|watching)(?: (?:this|it|along|what i type))? over (?:my shoulder|me){_NOW}"
    rf"|{_HE} (?:can see|sees|reads) (?:this|my screen|what i (?:type|write|am typing|am writing))(?: (?:right now|now|rn|as i type|right here))+"
    rf"|i am (?:being watched|not alone)(?: (?:while i (?:type|text)|right now|now|rn|texting|typing))*"
)
_MI_CEL = (
    r"(?:(?:mi|el|la|este|los|mis) )?(?:cel|celular|celu|telefono|tel|pantalla|mensajes|textos|chat|tableta|tablet)"
)
_LO_ESCRITO = rf"(?:{_MI_CEL}|lo que (?:escribo|te escribo|les escribo|mando|pongo|hago|estoy escribiendo|tecleo)|esto|todo(?: lo que escribo)?|(?:por )?(?:encima de|sobre) mi hombro|atras de mi hombro|mientras (?:te |les )?escribo|como (?:te |les )?escribo)"
_LEE = (
    rf"(?:{_EL} )?(?:(?:ya|me|lo|nos|aqui|ahi|atras|todo|a mi lado|junto a mi|al lado) )*(?:esta|estan|anda|andan|sigue)(?: (?:aqui|atras|ya|a mi lado|junto a mi|al lado|conmigo))* (?:leyendo|viendo|mirando|revisando|checando|asomad[oa]|leyendome|viendome)(?: (?:en|a|el|la|todo|aqui))*"
    rf" (?:{_LO_ESCRITO})(?: (?:ahorita|ahora|ya|aqui|mismo|{_EL}))*"
    rf"|(?:{_EL} )?(?:esta|estan) (?:leyendo|viendo|mirando) (?:por )?(?:encima de|sobre) mi hombro(?: (?:ahorita|ahora|ya))*"
    rf"|(?:{_EL} )?(?:esta )?(?:aqui|a mi lado|al lado|junto a mi|atras de mi) (?:leyendo|viendo|mirando)(?: (?:esto|todo|mi cel|mi celular|la pantalla))?"
)
_ASKS_WHO = (
    rf"{_HE}{_BE} (?:asking|asked|asks|wants to know|wanna know|demanding|yelling)(?: (?:to know|me|again))* (?:who|what|why)(?: (?:is|are|it is|this is|the))*"
    r" ?(?:(?:i|we)(?: (?:am|be|keep|was|m))* )?(?:text\w*|talk\w*|typ\w*|writ\w*|messag\w*|on the phone|doing|chat\w*|this|it|that)(?: (?:to|with|on|at|about|my|the|phone|this|for|so much|like that|right now|now|rn))*"
    rf"|(?:{_EL} )?(?:(?:ya|me|nos|anda|esta|sigue) )*(?:pregunta|pregunto|preguntando|quiere saber|preguntan|preguntaron)(?: (?:que|ya|otra vez))* (?:con quien|a quien|kien|quien|que|por que|de quien)"
    r"(?: (?:es|son|tanto|me|estoy|ando|le|te|les))* ?(?:habl\w+|escrib\w+|texte\w+|chate\w+|mand\w+|hago|haciendo|es|mensaje\w*|platic\w+|tecle\w+)?(?: (?:con|en|por|el|mi|cel|celular|telefono|tanto|ahorita|ahora))*"
)
_UP = (
    r"(?:up|down|upstairs|downstairs|in|inside|over|back|over here|this way|closer|home|to (?:my|the|our|this) (?:room|door|bathroom|house|car|apartment|apt|trailer|bed)|"
    r"(?:toward|towards) (?:me|us|here|my room|the door)|(?:up|down) (?:the|my) (?:stairs|steps|hall|hallway|driveway|street)|through the door|(?:in|into|thru) the (?:house|room|door|driveway)|down the hall(?:way)?)"
)
_COMES = (
    rf"{_HE}{_BE} (?:coming|walking|running|heading|creeping|stomping|pulling|on (?:his|her|their) way) {_UP}{_NOW}"
    rf"|{_HE}{_BE} (?:on the stairs|opening the door|unlocking the door|at the door|turning the knob|trying the door|outside my door)(?: (?:now|right now|rn))*"
    rf"|(?:i )?(?:can )?(?:hear|heard) (?:{_HE}|him|her|them|footsteps|steps|keys|(?:his|the|her) (?:keys|steps|footsteps|truck|car))(?: (?:coming|walking|on|up|in|the|stairs|steps|hall|hallway|door|outside|downstairs|upstairs|now))*"
    rf"|{_HE}(?: (?:is|are|got|came))* (?:early|back early|home early)(?: {_HE})?(?: (?:is|are|in|at|on|the|parking lot|driveway|lobby|hallway|garage|door|elevator|now))*"
    rf"|(?:{_EL} )?(?:(?:ya|ahi|ay|aqui|se oye que|oigo que|escucho que) )*(?:viene|vienen|esta|estan|va|anda) (?:subiendo|bajando|entrando|caminando|para aca|pa aca|hacia (?:aca|mi|el cuarto)|a(?:l)? (?:mi |el )?(?:cuarto|bano|puerta))"
    r"(?: (?:las|la|escaleras?|los|escalones|ya|ahorita|para aca|por el pasillo|al cuarto|a mi cuarto))*"
    rf"|(?:{_EL} )?(?:(?:ya|ahi|ay) )*(?:sube|suben|baja|entra|se acerca|se acercan)(?: (?:las|la|escaleras?|ya|aqui|para aca|al cuarto|a mi cuarto))*"
    r"|(?:oigo|escucho|se oyen|se escuchan) (?:(?:sus|unos|los) )?pasos(?: (?:en|por|el|la|pasillo|escalera|cerca|ya))*"
)
_WITH_PHONE = r"(?: (?:with|w|on|using|having|texting|typing|writing|talking|calling|hiding|the|my|this|a|phone|cell|ipad|tablet|you|u|on it|here|to))+"
_CON_CEL = r"(?: (?:con|usando|escribiendo|escribiendote|escribiendoles|hablando|texteando|mandando|agarrando|marcando|en|el|mi|este|un|cel|celular|telefono|tel|mensaje|contigo|ustedes))+"
_CAUGHT = (
    rf"(?:i think )?{_HE}(?: (?:just|all|might have|may have|must have|has|have))* (?:heard|overheard)(?: (?:me|us|it|that|the phone|my phone|something))?(?: (?:talk|talking|typing|text|texting|whisper|whispering))?{_NOW}"
    rf"|(?:i think )?{_HE}(?: (?:just|has|have))* (?:caught|busted|saw|seen|found|noticed|walked in on) (?:me|us){_WITH_PHONE}{_NOW}"
    rf"|(?:i think )?{_HE} just (?:saw|found|noticed) (?:the|my|this) (?:phone|cell|ipad|tablet|light|screen){_NOW}"
    r"|(?:i|we) (?:just )?(?:got|been|was|were) (?:caught|busted)(?: (?:with|on|texting|using|the|my|phone|now|w))*"
    rf"|(?:creo que )?(?:{_EL} )?(?:ya )?(?:me|nos|lo) (?:oyo|oyeron|escucho|escucharon|cacho|cacharon|descubrio|descubrieron|pillo|pillaron|pesco|pescaron)(?! el (?:cel|tel)\w*)(?: (?:ya|hablar|hablando|el|todo|escribir|{_EL}))*(?:{_CON_CEL})?"
    rf"|(?:creo que )?(?:{_EL} )?(?:ya )?(?:me|nos) (?:vio|vieron|agarro|agarraron|encontro|encontraron){_CON_CEL}"
    rf"|(?:creo que )?(?:{_EL} )?(?:ya )?(?:oyo|oyeron|acaba de ver|acaban de ver|acaba de encontrar) (?:el|mi|este) (?:cel|celular|telefono|tel)"
)
_PLAIN = (
    r"(?:something|some ?thing|smth|sth|sumn|sum|anything|sumthing)(?: (?:else|super|really|so|that is|thats|that sounds))*"
    r" (?:normal|random|boring|innocent|chill|regular|different|fake|dumb|stupid|basic|safe|funny|cute|about (?:the )?(?:weather|homework|school|work|food|pizza|dinner|a game|shoes|hair|nails))"
)
_ASKS_PLAIN = (
    rf"(?:(?:can|could|would) (?:you|u|ya) )?(?:just )?(?:say|write|text|send|reply|respond|type|talk about|answer|tell me|put)(?: (?:me|back|with|like|to me|him|here))* {_PLAIN}"
    r"|(?:(?:can|could) (?:you|u) )?(?:just )?(?:sound|text|reply|make it (?:look|sound))(?: (?:to me|back|like|it))* (?:normal(?:ly)?|regular|like (?:a|my|you are a|you are my|ur a|ur my) (?:friend|bestie|cousin|sister|mom|coworker|boss|teacher|classmate))"
    r"|(?:(?:can|could) (?:you|u) )?(?:pretend|act like)(?: (?:to be|that|you are|u are|ur|you|u|this is))* (?:(?:a|my|the|like) )*(?:friend|bestie|cousin|sister|mom|mama|coworker|boss|teacher|classmate|aunt|wrong number|spam|a store|pizza place|salon)"
    r"|(?:dime|di|escribe|escribeme|manda|mandame|pon|contesta|contestame|responde|hablame|ponme)(?: (?:me|aqui))* (?:de )?(?:algo|cosas|cualquier cosa)(?: (?:asi|muy|mas|como))* (?:normal(?:es)?|cualquiera|aburrid[oa]|equis|inocente|tont[oa]|de (?:la )?(?:escuela|tarea|comida|trabajo|recetas)|x)"
    r"|(?:contesta|contestame|escribe|hablame|habla) (?:normal|como si (?:nada|fueras (?:mi |una |un )?\w+))|(?:haz(?:te)?|finge|actua)(?: (?:como|que|de cuenta que|pasar por|si))* (?:(?:eres|fueras|soy) )?(?:(?:mi|una|un|el|la) )?(?:amiga|amigo|prima|hermana|mama|tia|companera|numero equivocado)"
)
_MAKES = (
    rf"{_HE}{_BE} (?:making|makes|made|forcing|forces|forced) me (?:to )?(?:text|write|message|type|say)(?: (?:to|you|u|yall|this|here|that|something|back|hi|it))*{_NOW}"
    rf"|{_HE}{_BE} (?:says?|said(?= (?:to )?(?:say|tell) )|wants me to say|telling me to say|told me to say|tells me to say) (?:(?:to )?(?:say|tell (?:you|u|yall)) )?(?:hi|hello|hey|whats? up|what is up|sup)(?: (?:to (?:you|u|yall)))?"
    rf"|(?:{_EL} )?(?:(?:ya|me|nos|aqui) )*(?:esta|anda)? ?(?:obligando|obliga|haciendo|hace|forzando)(?:me)?(?: (?:a|que))* (?:te |les |le )?(?:escrib\w+|mand\w+|texte\w+|contest\w+|decirte|decirles)(?: (?:esto|te|les|a ti))*"
    rf"|(?:{_EL} )?(?:(?:me|ya) )*(?:dice|dijo|quiere) que (?:te |les )?(?:diga |dijera )?(?:hola|salude|que hola|buenas|que te salude|que onda)(?: (?:a ti|de su parte))*"
)
_LOOKED_ON = re.compile(
    rf"(?:{_BESIDE} )*(?:{_READS}|{_LEE}|{_ASKS_WHO}|{_CAUGHT})(?: (?:{_BESIDE}|{_READS}|{_LEE}|{_ASKS_WHO}|{_CAUGHT}|{_COMES}))*"
)
_COMING = re.compile(rf"(?:{_BESIDE} )*(?:{_COMES})(?: (?:{_BESIDE}|{_COMES}))*")
_FOR_HIS_EYES = re.compile(
    rf"(?:{_BESIDE} )*(?:(?:{_READS}|{_LEE}|{_ASKS_WHO}|{_COMES})(?: {_BESIDE})* )?(?:{_MAKES}|{_ASKS_PLAIN})(?: (?:{_BESIDE}|{_READS}|{_LEE}|{_ASKS_WHO}|{_MAKES}|{_ASKS_PLAIN}|like|tarea|school|homework|weather))*"
)
_PAST = re.compile(
    r"\b(?:yesterday|last (?:night|week|time|month|year)|before|ago|once|used to|ayer|anoche|la otra vez|antes|una vez|hace (?:un|una|dos|\d+))\b"
)
_MOST_WORDS = 18


def is_looked_on(said: str) -> bool:
    """Return whether all of `said` tells that somebody reads along now, asks who is texted, or has caught them."""
    return _matches(_LOOKED_ON, said)


def comes_near(said: str) -> bool:
    """Return whether all of `said` tells that somebody comes to where they text: "hes coming up the stairs"."""
    return _matches(_COMING, said)


def asks_for_his_eyes(said: str) -> bool:
    """Return whether all of `said` asks for words that somebody may read, or tells that they are made to text."""
    return _matches(_FOR_HIS_EYES, said)


_WOULD_SEE = re.compile(
    rf"(?:(?:no|nah|nope|not really|idk|hmm|um|uh|well|because|cuz|bc|i think|maybe|probably|then|no because|it is not|not safe|he is here then) )*"
    rf"(?:{_HE}|my \w+|he|anyone|everybody|everyone)(?: (?:will|would|might|may|can|could|always|probably|still|is|are|going to|gonna|be|able to|just|usually|has|have|got|gets?))*"
    r" (?:sees?|seeing|reads?|reading|checks?|checking|looks?|looking|going through|goes through|go through|find|finds|get mad|flip|kill me|(?:my|the) phone|ask|asks|notice)(?: (?:it|this|that|them|my|the|phone|screen|texts?|messages?|at|all|everything|on|too|then|about it|thru|through|who it is|with me|by then|at night|in the (?:morning|evening)|every night|always|me))*"
    rf"|(?:(?:no|nel|mejor no|es que|porque|creo que|tal vez|quizas|pues) )*(?:(?:{_EL}|mi \w+|todos) )?(?:(?:lo|los|me|me lo|te|la|se) )*(?:va a ver|van a ver|va a leer|van a leer|puede ver|pueden ver|veria|leeria|ve|ven|vera|leera|lee|leen|revisa|revisan|checa|checan|tiene|agarra|da cuenta|enojaria|va a revisar)(?: (?:mi|el|los|mis|todo|cel|celular|telefono|mensajes|siempre|a esa hora|en la noche|pantalla|esto|eso|ahi))*(?: (?:el|ella|mi \w+))?"
)
_WOULD_NOT = re.compile(r"\b(?:not|never|nobody|no one|nadie|wont|cant|yes|yeah|sure|si|asleep|dormid\w+)\b")


def would_be_seen(said: str) -> bool:
    """Return whether all of `said` tells that somebody would see a text at that time: "no hell see it"."""
    full = in_full(said)
    return said.count(" ") < _MOST_WORDS and _WOULD_NOT.search(full) is None and _WOULD_SEE.fullmatch(full) is not None


def _matches(form: re.Pattern[str], said: str) -> bool:
    if said.count(" ") >= _MOST_WORDS or _PAST.search(said):
        return False
    return form.fullmatch(in_full(said)) is not None
