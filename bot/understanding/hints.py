"""Hints at a wish to die, in whole texts of a few words. English and Spanish; words with one space, written out.

By themselves they are said of other things, too, so the bot asks one gentle question and names the line.
"""

from __future__ import annotations

import re

_SO = (
    r"(?:(?:and|so|but|like|um|uh|well|idk|i do not know|i mean|ok|okay|yeah|honestly|lol|sometimes|maybe|i think|i feel like|i guess|just|y|pero|pues"
    r"|bueno|a veces|siento que|creo que|la verdad|mejor|nomas|es que) )*"
)
_END = (
    r"(?: (?:now|too|though|tho|lol|already|then|anymore|any more|really|right|forever|for good|you know|tonight|today|ya|entonces|para siempre|hoy|verdad"
    r"|anyway|instead|so|sorry|perdon))*"
)
_GONE = (
    r"(?:disappear(?:ed)?|vanish(?:ed)?|(?:was|were|am|be) (?:not|never) (?:here|around|alive|born|there)|(?:was|were|am|be|went) gone"
    r"|(?:did|do) not (?:exist|wake up|come back|make it)|(?:go|went) (?:away|to sleep) (?:forever|for good)|stop(?:ped)? existing|ended it)"
)
_HINT = re.compile(
    rf"{_SO}(?:(?:what|wat) if i (?:just |really |ever |simply )*{_GONE}"
    r"|i (?:have |just |already |am |been |finally |even )*(?:wrote|written|left|writing|leaving|made|finished) (?:(?:a|my|the|them|everyone|another|some|last|goodbye|suicide|all) )+(?:notes?|letters?|goodbyes)"
    r"(?: (?:(?:to|for) )?(?:them|everyone|everybody|my (?:family|mom|mama|dad|parents|kids?|friends|sister|brother)))?"
    r"|i (?:am |have |just |already |been )*(?:saying|said|told|telling|texting|texted) (?:everyone |everybody |people |them |my (?:friends|family) )?(?:bye|goodbye|good bye|my (?:good)?byes|my goodbyes|farewell)"
    r"(?: to (?:people|ppl|everyone|everybody|all of them|them|my (?:friends|family|people|mom|sister|brother|dog)|the people i love))?"
    r"|(?:everyone|everybody|they|people|my (?:family|mom|mama|dad|parents|kids?|friends|sister|brother)|the world|yall|it) (?:all )?(?:would|will|might|could|is|are) (?:all )?(?:be )?(?:so |much |way )*(?:better off|happier|better without me|fine without me|relieved)"
    r"(?: (?:without me|if i (?:was|were) (?:gone|dead|not here|never born)))?"
    r"|(?:(?:what|wat) is|whats|wats) (?:even |really )?the (?:fucking )?p(?:oin)?t(?: of (?:anything|everything|it|it all|all this|all of it|this|living|life|trying|me|going on|being here))?|there is no point(?: in (?:living|trying|anything|going on))?"
    r"|(?:i )?(?:just )?(?:want to|wanna) dye"
    r"|(?:i mean|i meant|with|about|of|not with) (?:this )?(?:life|living|being alive)(?: thing| in general| itself)?"
    rf"|(?:y|que pasa|que tal) si (?:mejor |yo |ya |nomas |solo |me )*(?:desaparezco|desapareciera|desaparesco|no (?:estoy|estuviera|existiera|despierto|despertara)|(?:me )?voy para siempre|esfumo)"
    r"|(?:ya |yo )*(?:escribi|deje|hice|estoy escribiendo|termine|les deje|les escribi) (?:una|la|mi|unas|mis|las) (?:notas?|cartas?)(?: (?:de (?:despedida|adios)|(?:a|para) (?:todos|mi (?:familia|mama|papa)|mis (?:papas|hijos|amigos)|ellos)))?"
    r"|(?:ya )?me (?:estoy|ando) despidiendo(?: de (?:todos|la gente|mis? \w+|ellos))?|(?:ya )?me despedi de (?:todos|la gente|mi familia|mis (?:amigos|papas|hijos))"
    r"|(?:todos|ellos|mi (?:familia|mama|papa)|mis (?:papas|hijos|amigos)|el mundo) (?:estarian|estaria|estaran|van a estar|va a estar|serian|seria|vivirian) (?:mucho )?(?:mejor|mas feliz|mas felices|mas tranquil[oa]s?)(?: (?:sin mi|si (?:yo )?no (?:estoy|estuviera)))?"
    r"|(?:que|k|q) (?:sentido|caso) tiene(?: (?:todo|todo esto|seguir|vivir|la vida|esto))?|(?:ya )?no (?:le veo|tiene|hay|veo) (?:ningun |el )?(?:caso|sentido)(?: a (?:nada|la vida|esto))?"
    rf"|me refiero a (?:la vida|vivir|esta vida)|con (?:la|esta) vida){_END}"
)
_AT_THE_END = re.compile(
    rf"{_SO}(?:i (?:am )?(?:going to|gonna|about to|ima|might|will) (?:just |really )*do (?:something|smth|sumn|some shit|it)(?: (?:bad|stupid|crazy|to myself|dumb|drastic))?"
    r"|(?:ima|imma) (?:just )?do (?:something|smth|sumn)(?: (?:bad|stupid|crazy|dumb))?"
    r"|i (?:can not|could not|can never) (?:even )?(?:face|look at|go back to|live with|tell|go home to) (?:my (?:family|mom|dad|parents|friends|school|mama|life)|them|anyone|anybody|people|him|her|it|this|that|school)"
    r"|i (?:do not know|am not sure) if i can (?:do|take|handle|live with|keep doing) (?:this|it|that)|i can not (?:do|take|handle) (?:this|it|that)"
    r"|(?:it is|my life is|i am) (?:all )?(?:over|ruined|done|finished|done for)(?: for me)?|i should (?:just )?(?:go|disappear|leave this world|end it)|i have no way out|there is no way out"
    r"|voy a hacer (?:algo|una (?:locura|tonteria|estupidez))(?: (?:malo|feo|tonto))?|no puedo (?:ver|mirar|enfrentar|con|darle la cara)(?: (?:a la cara|a|de))? ?(?:a )?(?:mi familia|mis papas|mi mama|mi papa|nadie|esto|la verguenza)"
    r"|no (?:se si|creo que) (?:voy a poder|puedo|aguante|pueda)(?: (?:con )?(?:esto|mas))?|(?:ya )?no (?:puedo|aguanto)(?: (?:mas|con esto))?|(?:se acabo todo|mi vida se acabo|ya valio(?: todo)?|estoy acabad[oa])|no (?:hay|tengo|veo) salida"
    rf"){_END}"
)
_OF_SHAME = re.compile(
    r"\b(?:die|dying|died|dead) (?:of|from|out of|with) (?:the |pure |so much |this )?(?:shame|embarrassment|humiliation|guilt)\b"
    r"|\b(?:mor\w+|muero|muerto|muerta) (?:de|por|con) (?:la |el |pura |puro |tanta |tanto |mucha |esta )?(?:verguenza|pena|humillacion|culpa|oso|asco|coraje)\b"
    r"|\b(?:verguenza|pena|humillacion|culpa) (?:me |que me )?(?:mata|quiero morir)\b"
)


_GIVES_AWAY = re.compile(
    r"\b(?:i |just |already )*(?:gave|give|giving|given)(?: away)? (?:my|all my) (?:\w+ ){0,3}?(?:dog|cat|puppy|pets?|stuff|things|clothes|phone|ps5|guitar|shoes|jewelry|money|car|everything)\b|\b(?:gave|giving) (?:away )?(?:everything|all my stuff)(?: away)?\b|\bgave (?:her|him|them|my \w+) my (?:dog|cat|stuff|things|clothes|keys)\b"
    r"|\b(?:wrote|writing|recorded) (?:my|them|everyone|her|him) (?:a )?(?:last |goodbye )?(?:will|letter|video|note)\b"
    r"|\b(?:ya |yo )*(?:regale|regalando|regalo|reparti|deje encargad\w+|encargue|(?:le|les|se l[oa]s?) (?:di|deje|regale))(?: (?:a|todas|todos|ya|mi|mis|el|la|los|las))* (?:perr\w+|gat\w+|cosas|ropa|todo|mascotas?|celular|zapatos|ahorros|pertenencias|hijos?|ninos)\b|\bya no voy a estar\b"
)


def gives_away(said: str) -> bool:
    """Return whether somebody gives away what they love: after a wish to die that is part of it."""
    return _GIVES_AWAY.search(said) is not None


def would_die_of_shame(said: str) -> bool:
    """Return whether somebody would die of shame. Beside a danger that was told, that is no figure of speech."""
    return _OF_SHAME.search(said) is not None


def hints(said: str) -> bool:
    """Return whether all of `said` may hint at a wish to die: "what if i just disappear"."""
    return _HINT.fullmatch(said) is not None


def is_at_the_end(said: str) -> bool:
    """Return whether all of `said` may hint at it by who is threatened with shame: "i cant face my family"."""
    return _AT_THE_END.fullmatch(said) is not None
