"""Words without which no text tells of a phone or a person that is watched, in English and Spanish.

A rule or the local model may take any "he" with a verb for one who watches: "he prays with me after", "she hides her
purse". It is one only beside a word of a screen, of sight or hearing, of somebody near, or of haste.
"""

from __future__ import annotations

import re

from bot.understanding.words import plain

_SCREEN = (
    r"phones?|fones?|ph|cells?|cellphones?|celly|mobile|screens?|devices?|ipads?|tablets?|laptops?|computers?|pc|watch|mac|iphones?|androids?|chromebook|imessage|messages?|msgs?|msg|dms?"
    r"|chats?|inbox|notifs?|notifications?|previews?|apps?|snap|snapchat|insta|ig|tiktok|facebook|whatsapp|discord|logins?|logged|log|accounts?|passwords?|passcodes?|pass|pins?|icloud|cloud"
    r"|google|email|gmail|history|bills?|sim|wifi|router|number|num|#|spyware|stalkerware|bark|calls?|link|linked|sync\w*|mirror\w*|clon\w+|unlock\w*|face ?id|thumb\w*|battery|charger"
    r"|cel|celu|celular\w*|telefono\w*|tel|pantalla\w*|mensaj\w*|sms|correo|cuentas?|contrasena\w*|clave\w*|codigo\w*|recibo|computadora|tableta|aplicacion\w*|notificacion\w*|historial|llamad\w+"
)
_WHERE = (
    r"track\w*|locat\w*|gps|air ?tags?|tags?|tile|life ?360|360|find my|dot|map|maps|bug|bugged|tapped|wire|record\w*|mic|cams?|camera\w*|ring|alexa|baby monitor|monitor\w*"
    r"|rastre\w*|ubicacion|ubica\w*|localiz\w*|camara\w*|microfono\w*|grab\w*|vigil\w*|espi\w*|mapa|chip"
)
_SIGHT = (
    r"see|sees|c|seen|saw|seeing|look|looks|looking|lookin|peek\w*|read|reads|reading|readin|check|checks|checked|checking|checkin|scroll\w*|hear|hears|heard|hearing|listen\w*|ears?|eyes|eye|spy\w*|spies"
    r"|stalk\w*|snoop\w*|(?:watch(?:es|ed|ing|in)? (?:me|us|my|what|every|this|over|the|how|where|who|when|all)|watching|watchin|being watched)|going? (?:through|thru)|goes (?:through|thru)|went (?:through|thru)|through my|thru my"
    r"|find\w* out|found out|finds?|found|catch\w*|caught|knows?|knew|notic\w*|suspicious|suspect\w*|sus|follow\w*|proof|prove|over my shoulder|shoulder"
    r"|ve|ven|vea|vean|vio|viendo|ver|mira\w*|lee|leen|lea|leer|leyendo|revis\w*|checa\w*|checo|oye|oyen|oiga|oyendo|escuch\w*|entera\w*|entere\w*|descubr\w*|sabe|sepa|cach\w+|sigu\w+|sospech\w*|encontr\w*|encuentr\w*"
)
_NEAR = (
    r"near|nearby|next|beside|besides|behind|close|closer|here|hear|inside|outside|around|room|door\w*|hall\w*|stairs?|upstairs|downstairs|kitchen|couch|porch|driveway|footsteps|steps|walls?|window"
    r"|bathroom|shower|toilet|closet|bus|car|back|home|house|soon|coming|comin|comes?|came|walk\w*|pull\w* (?:in|up)|arriv\w*|wakes?|woke|waking|awake|asleep|sleep\w*|alone|leaves?|leaving|left|gone|out|shift|work\w*|with me|w me"
    r"|cerca|lado|aqui|aki|ahi|afuera|adentro|cuarto|puerta|pasillo|escalera\w*|cocina|sala|pasos|pared\w*|ventana|bano|banando\w*|regadera|casa|viene\w*|vino|llega\w*|llego|vuelve|regres\w*|volvio|despiert\w*|desperto|dormid\w*|duerm\w*|sol[ao]|sale|salio|fue|conmigo|enfrente|atras|encima"
)
_HASTE = (
    r"quick\w*|fast|hurry|short|min|mins|minutes?|seconds?|secs?|sec|brb|g2g|gtg|gotta go|now|rn|later|after|before|until|till|only|til|quiet\w*|silent\w*|shh+|whisper\w*|loud|secret\w*|sneak\w*|careful|safe|unsafe|code\w*|signal|emoji|word|pretend\w*|act|normal|weird"
    r"|delet\w*|erase\w*|wipe\w*|clear|hide|hiding|hid|hidden|cover|stop|pause|borrow\w*|shar\w*|friends phone|dont|do not|text\w* (?:back|you|u|this|here|from|on|at|when|late|between|btwn|only|again|first)|(?:my|all|the|our|these|this|his|her|old|every) (?:texts?|txts?)|who (?:i|im|am)|what i|everything i|where i|where im"
    r"|rapid\w*|pronto|ratito|rato|minut\w*|segund\w*|luego|antes|despues|ahora|ahorita|hasta|callad\w*|silencio|bajito|secreto|cuidado|segur\w*|disimul\w*|finge|borr\w*|escond\w*|prest\w*|compart\w*|no (?:me )?\w+|tex\w+|escrib\w*|contest\w*|hablar|lo que|control\w*|controls?|strict|permiso|permission|allow\w*|lets? me|deja|dejan"
)
_MAY = re.compile(rf"(?<!\w)(?:{_SCREEN}|{_WHERE}|{_SIGHT}|{_NEAR}|{_HASTE})(?!\w)")
_NONE = re.compile(
    r"(?:^| )(?:(?:\w+ ){0,3}(?:sends?|gives?|prays?|brings?|drives?|lends?|sells?|hires?|rents?) (?:with )?(?:me|us)(?: (?:out|over|to|with|for|after|too|up|in|\W?\w+\W?)){0,4}"
    r"|(?:it is|its|it's|es|this is|im in|i am in) (?:an? |un |una )?(?:group home|shelter|foster home|residential|halfway house|program|casa hogar|albergue|hogar grupal)"
    r"|(?:she|he|they|ella|el) (?:hides?|hid|esconde) (?:her|his|their|it|them|the|su|sus|lo|la|el) ?(?:purse|wallet|money|cash|drugs?|pills?|bottles?|stash|food|keys?|bolsa|cartera|dinero|llaves|pastillas)?"
    r"|(?:his|her|their|sus) (?:friends|boys|homies|buddies|brothers|cousins|amigos|primos) (?:watch|watched|miran|ven))(?: (?:too|tho|though|lol|also|now|tambien))*$"
)


def may_tell_of_watching(text: str) -> bool:
    """Return whether a word of `text` may tell that a phone or a person is watched."""
    return not tells_of_no_watching(text) and _MAY.search(_words(text)) is not None


def tells_of_no_watching(text: str) -> bool:
    """Return whether all of `text` tells of somebody who hides a purse, or sends them somewhere: no screen is seen."""
    return _NONE.search(_words(text)) is not None


def _words(text: str) -> str:
    return " ".join(re.findall(r"[\w#']+", plain(text)))
