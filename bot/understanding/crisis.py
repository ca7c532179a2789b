"""A small grammar of what somebody says after they told that they want to die, and of wanting to kill another.

In English and Spanish. All texts are words with one space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

from bot.understanding.in_earnest import is_in_earnest

_MOST_WORDS = 14

_LATER = re.compile(
    r"\b(?:ttyl|(?:talk|text|write|see|chat) (?:to |with )?(?:you |u |ya )?(?:later|soon|tomorrow|tmrw|tmr)|be back|brb|te (?:escribo|hablo) (?:luego|manana|al rato)|luego te|nos vemos|"
    r"(?:i am|feel|feeling) (?:better|safe|ok|okay|fine|good)|me siento mejor|estoy (?:mejor|bien|a salvo)|called (?:988|them)|talked to|hable con|llame al|class|work|bus is)\b"
)
_GOODBYE = re.compile(
    r"\b(?:good ?bye|bye+|farewell|adios|adiosito|hasta (?:siempre|nunca)|me despido|chao|chau|bai)\b|\bhave a (?:good|nice|great) life\b|\b(?:be happy|better off) without me\b|\b(?:see you|see yall|nos vemos) (?:on|en) (?:the other side|el otro lado)\b|\btake care of (?:my|each other)\b|\bcuid(?:a|en) (?:a|de) mi\b"
    r"|\b(?:thanks?|thank you|thx|gracias) (?:you |u |anyway |igual |mucho )*(?:for (?:everything|trying|listening|all|being)|por (?:todo|intentar\w*|escuchar\w*|tratar|ser))\b"
    r"|\b(?:i am sorry|sorry|perdon|perdonen\w*|perdoname) (?:for|por) (?:everything|todo|ser|being)\b|\btell (?:my \w+|them|everyone) i (?:love|loved) (?:them|her|him)\b|\bdile\w* (?:a mi \w+ )?que l[aeo]s? (?:quiero|amo)\b"
)
_NOTHING = re.compile(
    r"(?:(?:pues|no|nah|idk|bueno|ok|okay|ya|es que|actually|um|i do not know) )*(?:nada|nothing|nvm|never ?mind|forget (?:it|about it|i said anything)|olvidalo|no importa|ya (?:que|no importa)|"
    r"it does not matter|does not matter|whatever|da igual|dejalo(?: asi)?|it is nothing|no es nada|forget it)(?: (?:ya|anymore|jaja|lol|then|pues))*"
)

_THING = r"(?:it|them|that|all of it|everything|(?:the |my |all |all the |his |her )*(?:pills?|meds|medicine|tylenol|bottles?|kni(?:fe|ves)|razors?|blades?|gun|pistol|glock|strap|rifle|shotgun|rope|lighter|scissors|cord))"
_BEFORE = r"(?:(?:ok|okay|so|and|i|we|just|already|like|well|yes|yeah|finally|then|have|now) )*"
_AFTERWARDS = r"(?: (?:already|now|too|today|just now|right now|like you said|so i can not (?:get|use) (?:it|them)|to be safe|outside|away|down|out|in|into|to|with|under|far|from|me|up|the|a|my|her|his|of|for|locked|lock|box|trash|garbage|toilet|sink|car|yard|dumpster|roommate|mom|moms|dad|friend|friends|sister|brother|aunt|neighbor|neighbors|grandma|staff|teacher|boyfriend|girlfriend|bf|gf|cousin|drain|window|house|room|kitchen|hall|hallway|closet|bathroom|someone|somebody|else))*"
_PUT_AWAY = re.compile(
    rf"{_BEFORE}(?:(?:tossed|threw(?! up)|flushed|dumped|trashed|ditched|poured|gave|handed|surrendered|got rid of)(?: (?:out|away|up|down|her|him|them|my \w+))?"
    rf" {_THING}{_AFTERWARDS}|got rid of {_THING}|flushed {_THING}"
    rf"|(?:put|moved|left|locked|set|placed|took) {_THING} (?:away|outside|out|down|up|in|far|with|at|to|on|under){_AFTERWARDS}|locked {_THING} up{_AFTERWARDS}"
    rf"|(?:put|locked) (?:away|up) {_THING}{_AFTERWARDS}|(?:my \w+|a friend|she|he) (?:has|have|took|is holding|is keeping|locked up|put|hid|got) (?:all )?{_THING}(?: (?:now|away|up|from me))?{_AFTERWARDS})"
)
_COSA = r"(?:(?:las|los|la|el|mis|mi|todas|todos|todo|unas|esas|esos|esa|ese) )*(?:pastillas?|medicinas?|cuchillos?|navajas?|rastrillos?|cuchillas?|cuerda|soga|pistola|arma|fusca|cuete|fierro|escopeta|escuadra|rifle|tijeras|frasco|botella|cutter)"
_A_DONDE = r"(?: (?:ya|a|al|en|por|de|lejos|afuera|fuera|la|el|mi|su|un|una|una amiga|amig[oa]|mama|papa|hermana|hermano|tia|tio|vecina|roomie|roommate|abuela|basura|escusado|bano|inodoro|taza|calle|rio|patio|carro|cajon|llave|ventana|lavabo|cocina|cuarto|todas|todo|otro|otra|lado|con|bajo|de mi|donde|no|las|los|vea|veo|alcance|dicen|me|ahorita))*"
_ALEJO = re.compile(
    rf"(?:(?:ya|ok|bueno|si|y|pues|yo) )*(?:(?:las|los|la|lo|se las|se los|se la|se lo|le) )?(?:tire|bote|aleje|regale|entregue|di|eche|puse|guarde|deje|saque|avente|encerre|escondi|desheche|deshice)"
    rf"(?: {_COSA})?{_A_DONDE}|(?:ya )?me deshice de (?:ellas|ellos|eso|{_COSA}){_A_DONDE}|(?:y )?{_COSA} (?:ya )?(?:las|los|la|lo|se las|se la) (?:tire|bote|aleje|di|entregue|eche|avente|regale|guarde){_A_DONDE}|mi \w+ (?:me (?:quito|escondio|guardo) {_COSA}|(?:las|los|la|lo|se las|se los|me las|me los|me la|me lo) (?:guardo|tiene|quito|escondio|llevo)){_A_DONDE}"
)
_MEANS_NAMED = re.compile(rf"\b(?:{_COSA}|las|los|la|lo|eso|ellas|ellos)\b")
_OF_THEM = re.compile(r"(?:she|he|they|my \w+|ella|el|mi \w+) (?:has|have|got|is holding|tiene)\b")
_STOPS = re.compile(
    r"\b(?:do not|did not|never) (?:want|wanna|wanted)(?: to)? (?:cut|hurt|harm|burn)(?:ting)?(?: myself| me)? (?:anymore|any more|again|no more)|\b(?:want|wanna|trying|try) (?:to )?(?:stop|quit) (?:cutting|hurting|burning|harming)\b"
    r"|\bya no (?:me )?(?:quiero|voy a) (?:cortar\w*|lastimar\w*|hacerme (?:dano|eso))\b|\bquiero dejar de (?:cortarme|lastimarme|hacerlo|hacerme dano)\b"
)
_STILL_WANTS = re.compile(
    r"\b(?:but|pero|still|again|todavia|aun|want them back|kill myself|die|morir\w*|matar\w*|took them|swallow\w*|no puedo (?:dejar|parar)|can not stop|cannot stop)\b"
)
_HOW_MANY = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|some|many|most|half|all|both|a (?:few|couple|bunch|lot|handful)|"
    r"everything|every one|the (?:whole|rest|other|entire)(?: \w+)?|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|treinta|unas|unos|varias|varios|muchas|"
    r"muchos|bastantes|todas|todos|todo|la mitad|el frasco|la caja|el bote|la botella|un (?:monton|chingo|puno|frasco))"
)
_NOW_DONE = (
    r"(?: (?:all|already|now|just now|right now|all of (?:it|them|em)|of (?:it|them|em|those|these)|too|so|sorry|bye|goodbye|lol|an? (?:hour|minute|while) ago|ago|like|about|\d+ \w+ ago|earlier|today|tonight|"
    r"last night|or (?:so|more)|with|alcohol|beer|wine|vodka|the|whole|bottle|pack|box|ya|todas|todos|todo|de ellas|hace (?:rato|poco|un rato|una hora)|ahorita|hoy|anoche|perdon|adios|juntas|mama))*"
)
_PILLS = r"(?:of )?(?:the|my|his|her|moms|dads|all the|all my|those|these)(?: \w+)? (?:pills?|tablets|tylenol|bottle|xanax|percs?|bleach|poison)|(?:the|those) meds"
_PASTILLAS = r"(?:las|los|mis|sus|esas|unas|todas las|de las) (?:\w+ )?(?:pastillas?|pastis|tabletas|capsulas)"
_TOOK = r"(?:took|taken|swallowed|ate|eaten|drank|drunk|downed|popped|chugged|ingested|gulped)"
_DONE_IT = re.compile(
    r"(?:(?:ok|okay|and|so|but|well|i|we|just|already|like|yes|yeah|sorry|have|now|then|actually|finally|think|might|no|omg|idk|she|he|they|my friend|pues|bueno|si|ya|y|es que|"
    r"yo|creo que|perdon|mi amig[oa]|ella|el) )*"
    rf"(?:{_TOOK} (?:(?:like|about|maybe|around|over) )?(?:(?:{_HOW_MANY}) )?(?:it|them|em|that|those|these|{_HOW_MANY}|{_PILLS})"
    r"|(?:did|done) (?:it|that)|(?:it is|that is|is|it has been) (?:already |all )?(?:done|too late)|(?:it is )?(?:already )?too late"
    rf"|(?:me|se) (?:(?:las|los|la|lo) )?(?:tome|tomo|trague|trago|comi|comio|bebi|bebio|eche|meti)(?: (?:como )?(?:{_HOW_MANY}|{_PASTILLAS}))?"
    rf"|(?:tome|trague|bebi) (?:como )?{_HOW_MANY}"
    r"|(?:ya )?lo (?:hice|hizo)|(?:ya )?(?:esta|quedo) hecho|(?:ya )?(?:es|fue) (?:muy |demasiado )?tarde|(?:muy|demasiado) tarde)"
    rf"{_NOW_DONE}"
)
_FADES = re.compile(
    r"(?:(?:i|and|now|so|am|feel|feeling|getting|kinda|really|very|starting to|start|get|just|my \w+ (?:is|feels?|are)|me|estoy|ando|siento|tengo|da|dando|muy|mucho|mucha|bien|ya|ahora|empiezo a|sentir|sentirme|"
    r"un poco|like|a little|weird and|everything is) )*"
    r"(?:sleepy|drowsy|dizzy|woozy|faint|light ?headed|fading|nodding off|passing out|blurry|spinning|heavy|throwing up|sueno|maread[oa]s?|mareo|adormilad[oa]|dormid[oa]|desmayo|borroso|nauseas?|"
    r"vomitando)(?: (?:now|and|lol|so|sick|cold|numb|weird|ya|ahora|y|tired|a lot|mucho))*"
)


def has_done_it(said: str) -> bool:
    """Return whether all of `said` tells that it was done, or what was taken: "i took them", "ya me las tome"."""
    return _DONE_IT.fullmatch(said) is not None


_LED = r"(?:(?:i|am|we|are|and|now|ok|so|but|think|just|keep|really|feel|like|ya|me|estoy|ando|toy|es que|creo que|pero|y|bueno|pues|yo|siento que|siento|se|como que|ahorita) )*"
_NOW_ASLEEP = r"(?: (?:now|rn|again|here|already|bye|lol|a bit|for a (?:bit|while)|so|bad|y|ya|ahorita|aqui|mucho|bien|un rato|solos?|solas?|me|cuesta|adios|goodnight|buenas noches|en el (?:piso|bano|suelo)|on the (?:floor|couch)|in the tub))*"
_SINKS = re.compile(
    rf"{_LED}(?:falling asleep|drifting off|dozing off|nodding off|nodding out|passing out|blacking out|slipping away|(?:can not|can barely|hard to|trying to|can hardly) (?:stay|keep) (?:awake|up|my eyes open)|my eyes (?:(?:are|keep|will not|wont) )*(?:closing|heavy|shut|stay open)"
    r"|(?:so|super|really|very|mad|getting|kinda|too) (?:\w+ )?(?:sleepy|drowsy|tired)"
    r"|durmiendo|quedando (?:bien )?dormid[oa]|quede dormid[oa]|apagando|yendo|cerrando los ojos|cierran los ojos|me gana el sueno|gana el sueno|(?:tengo|da|dando|entro|entrando) (?:mucho |un chingo de |tanto |bastante |harto |un )?sueno"
    rf"|no (?:puedo|aguanto) (?:mantenerme|estar|quedarme|seguir) (?:despiert[oa]|abriendo los ojos)|no puedo (?:abrir|mantener) los ojos(?: abiertos)?|pesan los ojos|los ojos (?:se )?me pesan|ojos se me cierran|desmayando|voy a desmayar){_NOW_ASLEEP}"
)
_GOES_TO_BED = re.compile(
    rf"{_LED}(?:(?:(?:going to|gonna|about to|need to|have to|want to|imma|ima|i will|will|go|let me) )*(?:go to sleep|going to sleep|sleep|to sleep|to bed|go to bed|going to bed|lay down|lie down|laying down|nap|take a nap|rest|close my eyes|sleep it off)"
    rf"|(?:(?:voy|vamos|mejor|quiero|ire) )*(?:a )?(?:dormir|dormirme|acostar|acostarme|descansar|recostar|recostarme|cerrar los ojos)|(?:mejor )?me (?:duermo|acuesto|recuesto)|duermo|acuesto){_NOW_ASLEEP}"
)


_GOODNIGHT = re.compile(
    r"(?:(?:ok|bye|well|bueno|pues|thanks|gracias|ya) )*(?:good ?night|gn|nite|night|bye|goodbye|buenas noches|adios|bye bye|hasta manana|descansa|me voy|gtg)(?: (?:bye|night|adios|thanks|gracias|all))*"
)
_NOT_AWAKE = re.compile(
    r"\b(?:(?:can not|can barely|can hardly|hard to) (?:stay|keep) (?:awake|my eyes open)|my eyes (?:keep|are) closing|(?:keep|keeps) (?:passing|blacking|nodding) (?:out|off)|nodding off|(?:am|i am) (?:passing|blacking) out"
    r"|no (?:puedo|aguanto) (?:mantenerme|quedarme|estar|seguir) despiert[oa]|no puedo (?:abrir|mantener) los ojos|se me (?:estan cerrando|cierran) los ojos|me estoy (?:desmayando|apagando)|me voy a desmayar)\b"
)


def says_goodnight(said: str) -> bool:
    """Return whether all of `said` is a goodbye, which after sleep that can't wait is one more sign of it."""
    return _GOODNIGHT.fullmatch(said) is not None


def cannot_stay_awake(said: str) -> bool:
    """Return whether a text tells that somebody can't stay awake: beside a danger that is a blow, or a drug."""
    return _NOT_AWAKE.search(said) is not None


def sinks(said: str) -> bool:
    """Return whether all of `said` tells that sleep comes over them, which after something swallowed can't wait."""
    return _SINKS.fullmatch(said) is not None


def goes_to_bed(said: str) -> bool:
    """Return whether all of `said` tells that they go to sleep: no goodbye with something in them that may kill."""
    return _GOES_TO_BED.fullmatch(said) is not None


def is_fading(said: str) -> bool:
    """Return whether all of `said` tells what a poison does: "i feel sleepy"."""
    return _FADES.fullmatch(said) is not None


_THOUGHT = re.compile(
    r"(?:(?:no|nah|it|is|was|it is|its|just|only|solo|nada mas|solamente|es|era|son|like|lol|ok|okay|pero|but|do not worry|no te preocupes|tranquil[oa]|well|bueno|pues|mas|que|i|have|had|tengo|a|these|un|unos|en|thinking|of|some) )*"
    r"(?:(?:a )?(?:passing )?thoughts?|thinking about it|pensamientos?|(?:lo )?pienso|ideas?)(?: (?:tho|though|lol|really|nada|mas|i|guess|creo|sometimes|a|veces|y|ya|only|en mi cabeza|in my head))*"
)
_NOT_DOING = re.compile(
    r"\b(?:would|will) (?:not|never)(?: \w+){0,2} (?:do (?:it|anything|that)|act on it|go through with it)\b|\b(?:am|was) not (?:actually |really |even )?(?:going to|gonna) (?:do (?:it|anything|nothing)|act on it)\b"
    r"|\bno (?:lo|voy a|pienso) (?:voy a |pienso )?(?:hacer\w*|hare|haria)(?: nada)?\b|\b(?:no|ningun|sin) (?:tengo )?(?:un |ningun )?plan\b|\b(?:do not|no) (?:really |even )?(?:have )?(?:a |any )?plan\b|\bnunca lo haria\b|\bnot like i am (?:going to|gonna)\b|^(?:do not worry |no |nah |but )*i (?:will|would) not(?: (?:tho|though|promise|i promise))*$|^(?:no te preocupes )?no (?:voy a|lo voy a) hacer(?:lo)? nada$"
    r"|\bi (?:was|am) (?:just |only |totally )?(?:joking|kidding|playing)\b|\b(?:it was|it is|just|solo|nada mas|era|es) (?:just |only |una |a )*(?:joke|broma)\b|\bjust kidding\b|\b(?:estaba|estoy|ando|andaba) bromeando\b"
)
_NOW = re.compile(r"\b(?:yet|todavia|aun|today|hoy|tonight|until|hasta|unless|maybe|but|pero|not sure|no se)\b")

_WHAT_ELSE = r"(?: (?:i (?:mean|meant)|me refiero a|me refiero|hablo de|hablaba de|quiero decir|o sea|lol|tho|though|jaja|mas|bien|sino|es)(?: \w+){0,10})?"
_NOT_SO = re.compile(
    r"(?:(?:no|nah|nooo*|wait|lol|omg|ok|okay|oh|jaja|ay|espera|pero|but|like) )*"
    r"(?:not (?:in )?(?:like )?(?:that|that way)|i (?:did|do) not mean (?:it )?(?:like )?(?:that|it|die|dying|suicide|that way)|(?:that is )?not what i (?:meant|mean|said)|(?:you|u) (?:got|took) (?:it|me|that) wrong|"
    r"asi no|no (?:asi|de esa (?:forma|manera)|en ese sentido|tanto asi|es eso|era eso)|no (?:quise|quiero|queria) decir(?: eso)?|no me refiero a (?:eso|morir\w*)|no (?:es|era) lo que (?:quise|queria) decir|me entendiste mal|entendiste mal|no de morir\w*)"
    rf"{_WHAT_ELSE}"
)
_MEANS_PLACE = re.compile(
    r"(?:(?:no|nah|like|lol|o sea|ok|well|bueno|just|solo) )*(?:i (?:just )?(?:mean|meant)|me refiero a|me refiero|hablo de|quiero decir|digo|o sea) "
    r"(?:que )?(?:(?:here|just|like|be|in|at|with|about|from|of|this|the|my|living|to|aqui|en|de|con|la|el|esta|este|estar|mi|a) )*"
    r"(?:here|house|home|place|school|class|work|job|town|city|him|them|her|family|foster|group|parents|mom|dad|his|life here|aqui|casa|escuela|trabajo|pueblo|ciudad|el|ella|ellos|lugar|familia|papas|mama|papa)(?: \w+){0,4}"
)
_KIND_OF = re.compile(
    r"(?:(?:well|i guess|ok|okay|i mean|bueno|pues|honestly|idk|no se|um|yeah|si) )*(?:kind of|kinda|sort of|sorta|a little(?: bit)?|a bit|maybe|sometimes|i guess(?: so)?|mas o menos|algo|un poco|un poquito|quizas?|a veces|tal vez|puede ser|creo que si|mitad y mitad|both|las dos)(?: (?:tho|though|idk|i guess|yeah|si|no se|lol|jaja))*"
)
_NOBODY = re.compile(
    r"\b(?:no ?body|no one|they|nadie|a nadie)(?: \w+){0,2} (?:would|will|wouldnt|even) (?:not )?(?:even |really |ever )?(?:notice|care|miss me|know|be sad|cry|come)\b"
    r"|\b(?:nadie|a nadie|ni) (?:\w+ ){0,3}?(?:daria cuenta|dieran? cuenta|extranaria|extranara|importaria|importa|notaria|lloraria|llorara)\b|\b(?:they|everyone|todos|ellos) (?:would be|estarian|estan) (?:better|happier|mejor)(?: off)?(?: (?:without|sin) (?:me|mi))?\b"
)
_NO_MORE = re.compile(
    r"\b(?:unsubscribe|opt out|log out|sign out|log off|check out|tap out|escape|be gone|out|leave|be done|am done|disappear|vanish|desuscribirme|salirme|irme|borrarme|desaparecer|largarme|bajarme|harta|harto|cansad[oa]) "
    r"(?:(?:from|of|with|de|con) )?(?:everything|everyone|it all|all of (?:it|this)|all this|the whole thing|todo(?! bien)|todo esto|todos)\b"
)
_SLOW = re.compile(
    r"\b(?:no ?body|no one|nobody|they|it|line|988|nadie)(?: \w+){0,4} (?:answer\w*|pick\w* up|reply\w*|replied|respond\w*|text\w* back|contest\w+|texting back)\b|\bno (?:me |nadie )?(?:contest\w+|respond\w+)\b"
    r"|\b(?:they|it|988|se|line)(?: \w+){0,3} (?:slow|taking (?:forever|long|so long)|busy|tarda\w*|tardando|lent[oa]s?|ocupad[oa]s?)\b|\b(?:on hold|put me on hold|hung up(?: on me)?|en espera|me colgaron|(?:still )?waiting (?:for|on) (?:them|988)|tardan|mucha espera|busy signal)\b"
)
_NAMES_LINE = re.compile(
    r"\b(?:988|the line|hotline|crisis line|on hold|linea|en espera|them|they|texted|called them|wait\w*)\b"
)
_FEW_WORDS = 4

_HIM = r"(?:him|them|that (?:man|guy|bitch|mf|motherfucker|dude|pimp)|(?:my|the|this) (?:\w+ )?(?:stepdad|step ?father|step ?mom|dad|father|uncle|boss|pimp|man|bf|boyfriend|husband|ex|trafficker|abuser|rapist|foster (?:dad|mom)|john|trick|guy|dude|cousin)(?: (?:who|that|for) .*)?)"
_A_EL = r"(?:al? (?:mi |el |ese |este |un )?(?:\w+ )?(?:padrastro|papa|tio|jefe|patron|padrote|novio|esposo|marido|ex|vato|wey|guey|tipo|hombre|senor|cabron|pendejo|primo|madrastra|violador|cliente)(?: (?:que|q) .*)?|a (?:el|ellos|ese|mi padrastro))"
_KILL = r"(?:kill|murder|shoot|stab|poison|strangle|burn|hurt|end|off)"
_KILLS = re.compile(
    rf"\b(?:i (?:(?:am|really|just|swear|will|would|could|might|so|do|actually|literally) )*(?:going to|gonna|want to|wanna|will|would|could|might|swear i will|ready to|about to|plan to|thinking (?:about|of)|need to|have to)?"
    rf"|(?:want|wanna|going to|ready|thinking (?:about|of)) (?:to )?) ?(?:just |really |actually )?(?:{_KILL}|killing|shooting|stabbing) {_HIM}(?= |$)"
    rf"|\b(?:l[oae]s?|le) (?:voy a|quiero|quisiera|pienso|puedo|podria) (?:matar|balear|apunalar|acuchillar|envenenar|dar (?:un )?(?:tiro|balazo|plomazo)|meter (?:un )?(?:tiro|balazo|plomo)|quemar)\b"
    r"|\b(?:he|she|they) (?:deserves?|needs?) to (?:die|be dead|be killed)\b|\b(?:want|wanted|wish) (?:him|her|them)(?: was| were)? dead\b|\b(?:quiero|ojala)(?: que)? (?:el )?se muera\b"
    rf"|(?<!me )\b(?:voy a|quiero|quisiera|pienso|ganas de|podria|tengo ganas de) (?:(?:matar|balear|apunalar|acuchillar|envenenar|dar(?:le)? (?:un )?(?:tiro|balazo)) {_A_EL}|(?:mat|bale|apunal|acuchill|envenen)arl[oa]s?|darle (?:un )?(?:tiro|balazo))(?= |$)"
    rf"|\b(?:mataria|matare|mato) {_A_EL}|\b(?:l[oa]s? (?:mataria|matare|mato))\b|\bmatarl[oa]s?\b"
)
_JEST = re.compile(
    r"\b(?:lol|lmao|haha\w*|jaja\w*|jk|bromeando|es broma|my (?:lil |little |big )?(?:sister|brother|teacher|friend|cat|dog|roommate)|charger|food|clothes|homework|game|xbox|fortnite|with kindness|the mood|a ella con besos|character|movie)\b"
)
_SELF = re.compile(r"\b(?:myself|me mato|matarme|kill me|and (?:then )?me|y luego yo|suicid\w+)\b")
_WEAPON = re.compile(
    r"\b(?:gun|pistol|glock|knife|blade|machete|rifle|pistola|cuchillo|navaja|arma|fusca|cuete|machete|escopeta)\b"
)

_SECRET = re.compile(
    r"\b(?:do not|never|please do not|dont) (?:\w+ )?(?:tell|call|text|let)(?: \w+)? (?:him|her|them|anyone|anybody|nobody|no one|my \w+|the \w+|know)\b|\b(?:do not|never) tell\b|\b(?:it|this) is (?:a )?secret\b|\bkeep (?:it|this) (?:a )?(?:secret|between us|quiet)\b|\b(?:no ?body|no one|she|he|they|my \w+) can (?:not )?(?:know|find out)\b|\bcan not know\b"
    r"|\bno (?:le |les |se lo |lo |me )?(?:digas|digan|diga|cuentes|cuenten|avisen|avises|vayas a decir|le vayas a decir)\b|\b(?:es|esto es|guardame el|que sea) (?:un )?(?:secreto|entre nosotr\w+)\b|\bentre tu y yo\b|\b(?:que )?no (?:se )?(?:entere|enteren|sepa|sepan)\b|\bno quiero que (?:nadie|mi \w+|se) (?:lo )?(?:sepan?|enteren?|entere|sepa)\b|\bno (?:puede|pueden) saber\b"
)

_NOT_OTHER = r"(?: (?!he\b|she\b|they\b|him\b|her\b|them\b|it\b|my\b|the\b|ella\b|el\b|mi\b|mis\b|su\b|que\b)\w+)"
_WAKE = (
    r"(?:wake|waking)(?: up)?(?! (?:up )?(?:early|late|at|for|on|in time|to|him|her|them|my|the|so|feeling)\b)"
    r"|(?:volver a |me )*(?:despertar(?:me|a)?|despierte|levantarme|abrir los ojos)"
    r"(?! (?:tarde|temprano|a las|a mi|a el|al|tan|con|mi|el|ella|la|su)\b)"
)
_NO_WAKING = re.compile(
    rf"\b(?:wish|hope|want|wanna|rather|better|pray|could|would like|think|thought|thinking|quisiera|quiero|ojala|mejor|prefiero"
    rf"|preferiria|deseo|desearia|gustaria|ganas de|espero|pienso|pido|rezo|pudiera){_NOT_OTHER}{{0,8}}? "
    rf"(?:not|never|no|nunca|jamas|ya no)(?: (?:have to|mas|ya|ever))* (?:{_WAKE})\b"
    rf"|\b(?:feel|feels|feeling|felt) like (?:just )?(?:not|never) (?:{_WAKE})\b|\bganas de (?:ya )?no (?:{_WAKE})\b"
    rf"|\b(?:dormirme|dormir|sleep|fall asleep|go to sleep)(?: (?:and|y|ya|just|then))* (?:not|never|no|nunca) (?:{_WAKE})\b"
)
_HIGH_UP = (
    r"(?:bridge|roof|rooftop|ledge|edge|tracks|rails?|railing|balcony|overpass|cliff|window ?sill|parking garage|highway|"
    r"puente|techo|azotea|orilla|borde|vias?|rieles|barandal|barandilla|balcon|acantilado|cornisa|ventana|autopista|carretera|barranco)"
)
_AT_EDGE = re.compile(
    r"(?:(?:ya|y|si|yes|yeah|ok|and|pues|ahorita|aqui|right now|now|i|am|already|just|literally|but|pero|estoy|toy|ando|sigo|"
    r"llegue|subi|me subi|got|came|made it|standing|sitting|sit|parad[oa]|sentad[oa]|trepad[oa]|still) )*"
    rf"(?:(?:there|alla|ahi|up (?:here|there)|arriba|hasta arriba|aca arriba)|(?:on|at|by|to|near|over|en|a|al|del|de)(?: (?:the|el|la|las|los|un|una|top|of|"
    rf"arriba|otro|lado|mero|medio|filo|other|side))* {_HIGH_UP})"
    r"(?: (?:now|rn|ya|already|ahorita|right now|del puente|of the bridge|mirando abajo|looking down|alone|sol[oa]))*"
)
_HIGH = re.compile(
    rf"\b(?:i am|estoy|toy|ando|parad[oa]|sentad[oa]|standing|sitting)(?: \w+){{0,3}}? (?:on|at|en|over|al)(?: (?:the|el|la|las|los|edge|borde|orilla|of|de|del))* {_HIGH_UP}\b"
)
_CAME_DOWN = re.compile(
    r"(?:(?:ya|ok|okay|bueno|si|yes|and|y|pues|i|just|already|now|am) )*"
    r"(?:me (?:voy a )?(?:baj\w+|alej\w+|quit\w+|regres\w+|vo[iy] (?:de aqui|bajando))|baje|estoy (?:bajando|abajo)|ya no estoy (?:ahi|alla|arriba|en .+)"
    r"|(?:got|came|climbed|went|am going|going|coming|climbing|stepped|walked|walking|moved|am) (?:down|off|back|away|inside)(?: .{0,30})?|not (?:there|up there|on it) anymore"
    r"|(?:estoy|ando|toy|i am|am|sitting|sentad[oa]) (?:\w+ )?(?:en|at|in|on)(?: (?:el|la|mi|un|una|the|my|a))* "
    r"(?:parada|casa|parque|banqueta|tienda|carro|bus|escuela|gasolinera|iglesia|camion|suelo|cama|cuarto|bus stop|home|park|sidewalk|store|car|school|church|bench|bed|room|ground))"
    r"(?: (?:ya|now|de ahi|de aqui|ahorita|from there|del puente|del bus))*"
)


def names_pills(said: str) -> bool:
    """Return whether a text names pills."""
    return re.search(r"\b(?:pills?|tablets?|pastillas?|pastis)\b", said) is not None


def would_not_wake(said: str) -> bool:
    """Return whether somebody wishes to fall asleep for good: no emergency of one who can't be woken."""
    return _NO_WAKING.search(said) is not None


def is_at_edge(said: str) -> bool:
    """Return whether all of `said` tells that they are where they would jump: "estoy ahi", "im up here"."""
    return _AT_EDGE.fullmatch(said) is not None


def is_high_up(said: str) -> bool:
    """Return whether a text tells that they stand on a bridge, a roof or tracks."""
    return _HIGH.search(said) is not None


def came_down(said: str) -> bool:
    """Return whether all of `said` tells that they left such a place, or are at a safer one."""
    return _CAME_DOWN.fullmatch(said) is not None


def is_goodbye(said: str) -> bool:
    """Return whether a text takes leave, and says nothing of later or of feeling better."""
    return said.count(" ") < _MOST_WORDS and _GOODBYE.search(said) is not None and _LATER.search(said) is None


def is_nothing(said: str) -> bool:
    """Return whether all of `said` takes back that something was said: "nvm", "pues nada"."""
    return _NOTHING.fullmatch(said) is not None


def is_put_away(said: str) -> bool:
    """Return whether somebody tells that what they could do it with is out of reach, or that they want to stop."""
    if said.count(" ") >= _MOST_WORDS or _STILL_WANTS.search(said):
        return False
    in_spanish = _ALEJO.fullmatch(said) is not None and _MEANS_NAMED.search(said) is not None
    return in_spanish or _PUT_AWAY.fullmatch(said) is not None or _STOPS.search(said) is not None


def is_of_them(said: str) -> bool:
    """Return whether a text tells what another one has in hand. A friend who wants to die put nothing away by that."""
    return _OF_THEM.match(said) is not None


def is_thought(said: str) -> bool:
    """Return whether somebody tells that it is only a thought, and no plan."""
    if said.count(" ") >= _MOST_WORDS or _NOW.search(said) or is_in_earnest(said):
        return False
    return _THOUGHT.fullmatch(said) is not None or _NOT_DOING.search(said) is not None


def is_not_so(said: str) -> bool:
    """Return whether all of `said` tells that it was not meant like that."""
    return _NOT_SO.fullmatch(said) is not None


def means_place(said: str) -> bool:
    """Return whether all of `said` tells that a place or people were meant: "i mean this house"."""
    return _MEANS_PLACE.fullmatch(said) is not None


def is_kind_of(said: str) -> bool:
    """Return whether all of `said` is half a yes: "well kinda"."""
    return _KIND_OF.fullmatch(said) is not None


def would_not_be_missed(said: str) -> bool:
    """Return whether somebody thinks that they would not be missed."""
    return _NOBODY.search(said) is not None


def wants_no_more(said: str) -> bool:
    """Return whether somebody wants to be out of everything: "i want to unsubscribe from everything"."""
    return _NO_MORE.search(said) is not None


def line_is_slow(said: str) -> bool:
    """Return whether somebody tells that a line does not answer: "im on hold"."""
    names_it = _NAMES_LINE.search(said) is not None or said.count(" ") < _FEW_WORDS
    return said.count(" ") < _MOST_WORDS and _SLOW.search(said) is not None and names_it


def would_kill(said: str) -> bool:
    """Return whether somebody wants to kill another one who may have hurt them, in earnest."""
    return _KILLS.search(said) is not None and not _JEST.search(said) and not _SELF.search(said)


def names_weapon(said: str) -> bool:
    """Return whether a text names a weapon, and nothing that its owner would do to themselves."""
    return _WEAPON.search(said) is not None and not _SELF.search(said)


def keeps_secret(said: str) -> bool:
    """Return whether somebody asks that it stays secret: "no le digas a nadie"."""
    return _SECRET.search(said) is not None
