"""A small grammar of bleeding as it is texted: who was cut, where, that it eased, blood after sex, a ride to the ER.

In English and Spanish. All texts are words with one space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

_AND = (
    r"(?:(?:and|but|so|ok|okay|yeah|yes|no|like|fr|for real|tho|lol|just|its|it is|is|it was|was|on|in|at|to|y|pero|pues|si|ya|es|fue|esta|"
    r"en|por|como|creo que|i think|also|my|the|a|left|right|upper|lower|inside of|el|la|mi|un|una) )*"
)
_PART = (
    r"(?:arms?|legs?|thighs?|wrists?|hands?|fingers?|palm|feet|foot|toes?|face|cheek|chin|forehead|head|neck|chest|stomach|belly|side|back|shoulder|knee|"
    r"ankle|shin|calf|hip|forearm|elbow|brazos?|antebrazo|piernas?|muslos?|munecas?|manos?|dedos?|palma|pies?|cara|mejilla|frente|cabeza|cuello|"
    r"pecho|panza|estomago|costado|espalda|hombro|rodilla|tobillo|pantorrilla|cadera|codo)"
)
_WHERE = re.compile(
    rf"{_AND}{_PART}(?: (?:izquierd[oa]|derech[oa]|and|y|tho|though|lol|my|the|la|el|mi|{_PART}|up high|arriba|abajo|por dentro))*"
)
_OTHER = (
    r"(?:he|she|they|some ?(?:one|body)|this (?:guy|man|dude|trick|girl)|(?:my|the|a|another) (?:\w+ )?(?:bf|boyfriend|man|ex|pimp|trick|john|client|dad|stepdad|mom"
    r"|brother|husband|girl|uncle|cousin|roommate|guy|dude))"
)
_CUT_BY = re.compile(
    rf"\b{_OTHER} (?:(?:just|really|already|also|fr|even|legit|came and|went and|has|had|got mad and|tried to|literally) )*(?:cut|cutted|slice[ds]?|slash(?:ed|es)?) "
    rf"(?:me|us|my {_PART})(?! (?:off|out|loose|down|in|some|a (?:break|deal|check)|slack|hair|check|hours|pay|from|money|bangs|phone|allowance|classes|up about|short|food|grass|lawn|line|service|ties)\b)"
    rf"|\bme (?:corto|corta|cortaron|rajo|rajaron|pico|picaron|filetearon|tajeo)(?: \w+){{0,2}}? (?:(?:con|en) )?(?:un |una |la |el |los |las |mi |su )*(?:{_PART}|cuchillo|navaja|vidrio|botella|machete|cutter|tijeras|hoja|puntas?)\b"
)
_NO_BLADE = re.compile(
    r"\b(?:pelo|cabello|luz|agua|llamada|telefono|servicio|linea|paso|inspiracion|internet|mosquitos?|abeja|arana|zancudos?|pulgas|chile|a veces|siempre|cuando me siento)\b"
    r"|\b(?:yo )?me corto (?:a veces|los brazos|las piernas|las munecas|de vez|para|cuando|desde|seguido|yo|sol[oa])\b|\byo me corto\b"
)
_OF_CUT = r"(?:me (?:volvi a )?(?:corte|cortar|abri)|(?:i (?:just |really |kind of |also )*|and )(?:cut|sliced|slit)(?: (?:myself|my \w+|it|again))?)"
_FRESH = (
    r"(?:hoy|ahorita|ahora|ya|acabo|recien|anoche|esta (?:manana|noche|tarde)|de nuevo|otra vez|un poco|un poquito|poquito"
    r"|just|today|tonight|now|right now|again|this (?:morning|time)|last night|a little|a lot|too)"
)
_FRESH_CUT = re.compile(
    rf"\b{_FRESH}(?: \w+){{0,2}} {_OF_CUT}\b|\b{_OF_CUT}(?: \w+){{0,3}} {_FRESH}\b|\bacabo de cortarme\b"
)
_FLOWS = re.compile(
    rf"\b(?:{_OF_CUT}|cut|corte|cortada|herida|wound)\b.*\b(?:sale|saliendo|salio|sangra|sangrando|coming out|bleeds?|bleeding|pouring|dripping)\b"
    r"|(?:(?:y|and|it|is|pero|but|ya|still|me|todavia) )*(?:sale|esta saliendo|saliendo|salio|coming out|comes out|pouring|dripping)"
    r" (?:bastante|mucha?|harta?|un chingo|un buen|a lot|so much|lots|fast|bad)(?: \w+){0,2}"
)
_CUT_HERE = re.compile(rf"\b{_OF_CUT}\b")
_EASED = re.compile(
    r"(?:(?:ok|okay|ya|si|yes|yeah|and|y|bueno|pues|i|i think|creo que|am|have|it|the bleeding|the blood|it is|it has|la sangre|me|is|has|finally|se|just|mostly|casi|like|ahorita|now) )*"
    r"(?:(?:stopped|stopping|slow(?:ed|ing)(?: down)?|not bleeding|did stop|quit bleeding|stopped bleeding|less now)"
    r"|(?:paro|dejo|deje de sangrar|dejo de sangrar|paro de sangrar|para|ya no sangr\w+|no sangr\w+|no (?:me )?sale(?: (?:sangre|nada|tanta|mas))*|sale menos|esta parando|menos)"
    r"|(?:le )?(?:puse|ponie?ndo|amarre|tape|envolvi|vende|apreto|apretando|estoy apretando|aprete)(?: \w+){0,4}"
    r"|(?:put|putting|wrapped|tied|holding|pressing|press|pushing|got|using|covered)(?: (?:it|on|up|a|an|the|my|some|in|with|down|hard|really|ice|clean|paper|old|over|around|pressure|there))*"
    r" ?(?:towels?|shirt|cloth|sock|bandages?|bandaids?|band|gauze|napkins?|tissues?|tape|rag|it|pressure|hoodie|hard|up))"
    r"(?: (?:now|a little|a bit|ya|un poco|poco|mostly|tho|though|bleeding|de sangrar|so|much|as much|on it|with a \w+|con una? \w+|i think|creo|kind of|alcohol|gracias|thanks))*"
)
_PADS = re.compile(
    r"\b(?:soak\w*|fill\w*|going (?:through|thru)|went (?:through|thru)|bled (?:through|thru)|chang\w+)(?: \w+){0,3} (?:pads?|tampons?|underwear|towels?)\b|\b(?:pads?|tampons?)(?: \w+){0,2} (?:soak\w*|every|each|an|in an|per|full)(?: \w+){0,2} ?(?:hours?|hrs?|hr|minutes|min)?\b"
    r"|\b(?:empap\w+|llen[oae]\w*|mojo|cambio)(?: \w+){0,3} (?:toallas?|kotex|tampones|tampon|panales?)\b|\b(?:toallas?|kotex|tampones)(?: \w+){0,3} (?:cada hora|por hora|empapad\w+|llenas?)\b"
)
_SEX = (
    r"(?:(?:the |my |a |that |last )?(?:date|client|trick|john|sex|appointment|call)|(?:he|they|the client|the trick|the guy|a client) (?:raped|did|was|had|used|hurt|put|forced|finished|left|came|got|fucked)(?: \w+){0,3}|rape[d]?|being raped|"
    r"(?:el |un |mi |la |ese )?(?:cliente|cita|sexo|violacion|relaciones|servicio)|que me (?:violo|violaron|lastimo|uso|usaron|obligo|cogio|cogieron)|el (?:abuso|me (?:hizo|violo|obligo))(?: \w+){0,2}|lo que me (?:hizo|hicieron))"
)
_AFTER_SEX = re.compile(
    rf"\b(?:bleed\w*|bled|blood|spotting)(?: \w+){{0,6}} (?:since|after|from|ever since)(?: \w+){{0,3}}? {_SEX}\b"
    rf"|\b(?:since|after|ever since)(?: \w+){{0,3}}? {_SEX}(?: \w+){{0,6}} (?:bleed\w*|blood)\b"
    rf"|\b(?:sangr\w+)(?: \w+){{0,6}} (?:desde|despues|por|tras)(?: \w+){{0,3}}? {_SEX}\b|\b(?:desde|despues)(?: \w+){{0,3}}? {_SEX}(?: \w+){{0,6}} sangr\w+\b"
    r"|\b(?:tuve relaciones|tuvimos (?:sexo|relaciones)|had sex|after sex)\b.*\b(?:sangr\w+|blood|bleed\w*)\b"
    r"|\b(?:bleed\w*|blood|sangr\w+)\b.*\b(?:abortion|aborto|miscarriage|misoprostol|cytotec)\b|\b(?:abortion|aborto|misoprostol|cytotec)\b.*\b(?:bleed\w*|blood|sangr\w+)\b"
    r"|\b(?:bleed\w*)(?: \w+){0,4} (?:since|for)(?: \w+){0,2} (?:\d+|two|three|four|five|a few|couple|several) (?:days|weeks)\b|\b(?:llevo|tengo)(?: \w+){0,4} sangrando\b"
)
_INSIDE = re.compile(
    r"\b(?:hurt|tore|ripped|cut|damaged|busted|messed|split) (?:me |up )?(?:my )?(?:up )?(?:inside|insides|down there|my (?:privates?|vagina|butt|ass))\b|\btorn (?:inside|down there)\b|\b(?:hurts?|pain|sore|bad)(?: \w+){0,2} (?:inside|down there)\b.*\b(?:he|they|date|client|trick|rape\w*)\b"
    r"|\bme (?:lastimo|lastimaron|desgarro|desgarraron|rompio|abrio|rasgo|lesiono)(?: \w+){0,2} (?:por dentro|adentro|alla abajo|ahi abajo|abajo|mis partes|la vagina)\b|\bme desgarr\w+\b"
)
_EMOTION = re.compile(
    r"\b(?:feelings?|heart|emotional\w*|mentally|alma|corazon|sentimientos|por dentro me duele el alma)\b"
)
_TO_ER = re.compile(
    r"\b(?:ride|get|go|going|take me|way|lift|bus|walk|drive|need|have)(?: \w+){0,3} (?:to|2) (?:(?:the|a|an|el) )?(?:er|hospital|emergency room|urgent care)\b|\b(?:er|hospital)(?: \w+){0,2} (?:not|without|no) (?:an? )?ambulance\b|\bno (?:insurance|ambulance)\b"
    r"|\b(?:ir|ride|llegar|llevarme|lleve|vaya|ir sola)(?: \w+){0,2} (?:al|a la|a un|para el|a) (?:hospital|urgencias|sala de emergencias|clinica)\b|\bhospital(?: \w+){0,2} (?:sin|no en|pero no) ambulancia\b|\b(?:no tengo|sin) (?:seguro|aseguranza)\b"
)


def is_cut_by(said: str) -> bool:
    """Return whether somebody else cut the one who writes: "he cut me", no "he cut me off"."""
    is_other = _NO_BLADE.search(said) or _STORY.search(said)
    return _CUT_BY.search(said) is not None and not is_other


def is_by_blade(said: str) -> bool:
    """Return whether a blade or a part of the body is named: "me corto" with one is no end of love."""
    return _BLADE.search(said) is not None or re.search(rf"\b{_PART}\b", said) is not None


_BLADE = re.compile(
    r"\b(?:knife|blade|razor|bottle|glass|scissors|cuchillo|navaja|vidrio|botella|machete|cutter|tijeras)\b"
)
_STORY = re.compile(
    r"\b(?:game|fortnite|gta|cod|movie|show|episode|dreams?|dreamt|song|story|juego|pelicula|serie|sonar|sone|sueno|cancion|novela)\b"
)


def is_fresh_cut(said: str) -> bool:
    """Return whether a cut is told that was made now or bleeds: "hoy me corte y sale bastante"."""
    return _FRESH_CUT.search(said) is not None or _FLOWS.search(said) is not None


def names_cut(said: str) -> bool:
    """Return whether somebody tells that they are cut, whoever did it."""
    return _CUT_HERE.search(said) is not None


def is_where(said: str) -> bool:
    """Return whether all of `said` names a part of the body: "es en la pierna"."""
    return _WHERE.fullmatch(said) is not None


def is_eased(said: str) -> bool:
    """Return whether all of `said` tells that a wound bleeds less, or is covered: "ya le puse una toalla"."""
    return _EASED.fullmatch(said) is not None


def is_after_sex(said: str) -> bool:
    """Return whether blood comes after sex, for days, or fills pads; or whether somebody was hurt inside."""
    is_inside = _INSIDE.search(said) is not None and _EMOTION.search(said) is None
    return _PADS.search(said) is not None or _AFTER_SEX.search(said) is not None or is_inside


def names_blood(said: str) -> bool:
    """Return whether a text names blood."""
    return re.search(r"\b(?:bleed\w*|blood|sangr\w+)\b", said) is not None


def names_abortion(said: str) -> bool:
    """Return whether a text names the end of a pregnancy, whose pill is no poison."""
    return re.search(r"\b(?:abortion|aborto|misoprostol|cytotec)\b", said) is not None


def seeks_er(said: str) -> bool:
    """Return whether somebody wants to get to a hospital, or has nothing to pay it with."""
    return _TO_ER.search(said) is not None
