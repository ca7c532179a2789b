"""A small grammar of what a body tells after harm: wounds, blows, blood in pregnancy, cold, medicine that ran out.

In English and Spanish, Spanish as it is texted, too. All texts are words with one space between them, contractions
written out, and short forms too (`texted`).
"""

from __future__ import annotations

import re

_SWALLOWED = re.compile(
    r"\b(?:pills?|tylenol|benadryl|advil|xan\w*|percs?|fent\w*|overdos\w*|bleach|pastillas?|tome|tomo|trague|cloro|"
    r"sobredosis|(?:vomit\w*|throw\w* up|threw up|cough\w*|peeing|pooping|tos\w*|escup\w+)(?: \w+)? (?:blood|sangre))\b"
)
_MONTHLY = re.compile(
    r"\b(?:my period|menstru\w+|mi regla|la regla|tampon|bleeding heart|heart bleeds|bleed(?:s|ing)? me dry)\b"
)
_STOPS_NOT = (
    r"(?:(?:will|would|does|do|can|is|are) not (?:\w+ )?(?:stop|stopping)|not stopping|keeps (?:on )?(?:going|coming|bleeding)|"
    r"no (?:me )?(?:para|deja|quiere parar)|sigue (?:igual|saliendo)|no se (?:me )?(?:para|quita|detiene))"
)
_WOUND = re.compile(
    rf"\b(?:bleed\w*|blood)\b.*\b{_STOPS_NOT}|\b{_STOPS_NOT}(?: \w+){{0,2}} (?:bleeding|blood|sangr\w+)\b"
    r"|\b(?:still|keep|keeps|am|is|are|been|losing)(?: \w+){0,2} (?:bleeding|blood)\b|\bi bleed\b|\bbled through\b"
    r"|\b(?:blood|sangre) (?:is )?(?:everywhere|all over|gushing|squirting|spurting|por todos lados|a chorros)\b|\b(?:so much|a lot of|mucha) (?:blood|sangre)\b"
    r"|\b(?:cut|cuts|sliced|slit|gash)(?: \w+){0,4} (?:deep|deeper|to the bone|wide open|real bad|really bad|so bad|pretty bad)\b"
    r"|\b(?:deep|bad|big|nasty) (?:cut|gash|wound)\b|\bgash(?:ed)?\b|\bstab wounds?\b|\bneeds? stitches\b|\b(?:stabbed|slashed|shot|knifed) (?:me|us|my)\b|\bbleeding (?:thru|through|out|everywhere|badly|bad)\b|\bgot shot\b"
    r"|\b(?:got|was|been|he|she|they|someone|somebody) (?:just )?(?:stabbed|slashed)(?: me| us)?\b"
    r"|\bno (?:me |le )?(?:para|paro|deja|dejo|dejan)(?: \w+){0,2} (?:sangr\w+|sangre)\b|\b(?:estoy|sigo|sigue|ando) sangrando\b|\bsangro\b"
    r"|\b(?:me |le )(?:sale|salio|esta saliendo)(?: \w+){0,2} sangre\b"
    r"|\b(?:me|le|se) (?:cort\w+)(?: \w+){0,4} (?:feo|hondo|profundo|gacho|bien|mucho|demasiado)\b"
    r"|\b(?:herida|cortada|corte|cortadas)(?: \w+){0,3} (?:fea|feo|hond[oa]|profund[oa]|abiert[oa]|grande|gach[oa])\b"
    r"|\bme (?:dio|hizo|hicieron|dieron)(?: \w+)? (?:corte|cortada|herida|tajo|navajazo|cuchillazo|cuchillada|machetazo)\b"
    r"|\bme (?:cortaron|picaron) (?:con|la|el|en|un)\b(?! (?:luz|agua|gas|telefono|servicio|internet|cel|pelo|cabello|paso|linea|curso|equipo|trabajo|escuela))|\bme (?:apunalo|apunalaron|acuchillo|acuchillaron|navajeo|navajearon|pico con)\b|\b(?:necesito|necesita) puntadas\b"
)
_GOES_ON = re.compile(
    rf"(?:(?:it|she|he|y|and|but|pero|still|aun|todavia|ya|no|it just) )*(?:{_STOPS_NOT}|no (?:ha parado|para|deja)|it is still (?:going|bleeding|coming)"
    r"|sigue sangrando|me mareo|estoy mareada|i (?:am|feel) (?:dizzy|faint|light ?headed|weak))(?: (?:still|tho|though|at all|aun|todavia|nada))*"
)
_DEEP = re.compile(
    r"(?:(?:and|but|y|pero|i think|creo que|se ve|ok) )*(?:it is|they are|this one is|it was|esta|es|esta muy|se ve|looks?)?(?: (?:really|pretty|so|too|kind of|very|muy|bien))* ?(?:deep|deeper|hond[oa]|profund[oa]|bleeding|sangrando|open|abiert[oa])(?: (?:this time|tho|though|i think|esta vez|creo))*"
)
_PET = re.compile(r"\b(?:my|mi|the|el) (?:dog|cat|puppy|kitten|perr\w+|gat\w+|cachorr\w+)\b")
_NOSE = re.compile(
    r"\b(?:nose ?bleeds?|nose is bleeding|bloody nose|sangra la nariz|sangrando la nariz|sangre (?:de|por) la nariz)\b"
)
_OWN = re.compile(
    r"\bi (?:\w+ ){0,3}(?:cut|sliced|slit|slashed|carved)\b|\bcut(?:ting)? (?:myself|my (?:wrists?|arms?|thighs?|legs?))\b"
    r"|\bme (?:corte|corto|cortaba|abri)\b"
)
_MISHAP = re.compile(
    r"\b(?:by accident|accident\w*|on accident|slipped|tripped|shav\w+|cook\w+|kitchen|knife slipped|glass broke|stepped on|fell|at work|"
    r"sin querer|accident\w+|cocina\w*|rasur\w+|resbal\w+|cai|un vidrio|en el trabajo|el patron|el jefe)\b"
)


def is_wound(said: str) -> bool:
    """Return whether a text tells of a wound that bleeds or is deep, and of nothing that was swallowed."""
    is_other = _SWALLOWED.search(said) or _MONTHLY.search(said) or _PET.search(said)
    return _WOUND.search(said) is not None and not is_other


def names_swallowed(said: str) -> bool:
    """Return whether a text names what is swallowed, or blood that comes from inside."""
    return _SWALLOWED.search(said) is not None


def is_nosebleed(said: str) -> bool:
    """Return whether it is the nose that bleeds, and nothing tells that it does not stop."""
    return _NOSE.search(said) is not None and re.search(rf"\b{_STOPS_NOT}", said) is None


def is_deep(said: str) -> bool:
    """Return whether all of `said` tells that something is deep or bleeds, which after a cut is the cut."""
    return _DEEP.fullmatch(said) is not None


def goes_on(said: str) -> bool:
    """Return whether all of `said` tells that it does not stop: "no para", "it wont stop"."""
    return _GOES_ON.fullmatch(said) is not None


def is_own_cut(said: str) -> bool:
    """Return whether somebody cut themselves, and not by accident."""
    return _OWN.search(said) is not None and _MISHAP.search(said) is None


def is_mishap(said: str) -> bool:
    """Return whether a text tells how a wound came about that nobody meant, or that somebody at work gave."""
    return _MISHAP.search(said) is not None


_PREGNANT = re.compile(
    r"\b(?:pregnan\w*|preggo|preggers|knocked up|(?:i am|am) expecting|expecting a baby|(?:\d{1,2}|two|three|four|five|six|seven|eight|nine) (?:months?|mos|weeks?|wks) (?:along|preg\w*|in)"
    r"|i am (?:like |about |almost )?(?:\d|two|three|four|five|six|seven|eight|nine) (?:months|mos)(?! (?:old|sober|clean|in\b|behind|away|into))|my (?:unborn |bump|baby bump)|the baby (?:moving|kick\w*)|embarazad[ao]|embarazo|prenad[ao]|en cinta|encinta|(?:estoy|ando|voy|toy)(?: (?:ya|de|en|como|para|casi))+ (?:\d|dos|tres|cuatro|cinco|seis|siete|ocho|nueve) meses"
    r"|(?:\d{1,2}|dos|tres|cuatro|cinco|seis|siete|ocho|nueve) (?:meses|semanas) de (?:embarazo|embarazada)|espero (?:un )?(?:bebe|hijo)|esperando (?:un )?bebe|fijese que estoy esperando|estoy esperando (?:un )?(?:hijo|nino|nina|bb))\b"
)
_NOT_PREGNANT = re.compile(
    r"\b(?:not|never|no|isnt|wasnt|was|used to be|get|quedar|puedo|can i|could i|my (?:friend|sister|cousin)|mi (?:amiga|hermana|prima))(?: \w+){0,2} (?:pregnan\w*|embarazad[ao])\b"
    r"|\b(?:pastillas?|pildora|prueba|examen|test|pill)(?: (?:para|pal|contra|de|del|el|no|evitar|for))* (?:embaraz\w+|pregnan\w*)\b|\bpregnancy (?:test|pill)\b"
)
_MONTHS = re.compile(
    r"(?:(?:and|y|but|also|ya|like|about|casi|como|i am|am|i have|tengo|estoy|de|with|con) )*"
    r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)"
    r" (?:months?|mos|weeks?|wks|meses|semanas)(?: (?:along|now|in|ya))*"
)
_HIT = (
    r"(?:kick\w*|fell|fall|cai|punch\w*|hit|hits|hitting|push\w*|knee[ds]?|kneed|stomp\w*|elbow\w*|threw|slam\w*|shov\w*|beat|beats|socked|jabbed|stepped|"
    r"patea\w*|pateo|patada|patadas|pego|pega|pegan|pegaron|golpe\w*|punetazo|rodillazo|codazo|empujo|avento|aventaron|piso)"
)
_BELLY = r"(?:stomach|belly|tummy|bump|gut|abdomen|womb|panza|pancita|estomago|barriga|vientre)"
_TO_BELLY = re.compile(
    rf"\b{_HIT}(?: \w+){{0,5}} {_BELLY}\b|\b{_BELLY}(?: \w+){{0,3}} (?:got|was|from when|cuando me) (?:\w+ )?{_HIT}\b"
)
_BLOOD = re.compile(r"\b(?:blood|bleed\w*|bled|spotting|sangr\w+)\b")
_DOWN_THERE = re.compile(
    r"\b(?:down there|vagina\w*|(?:from|out of|in) (?:my )?(?:private\w*|underwear|panties)|abortion|miscarr\w*|gave birth|giving birth|had (?:a|my|the) baby|aborto|parto|abort[eo]|alla abajo|ahi abajo|(?:por|de) abajo|from below|vagina|mis partes|calzon\w*)\b"
)


def is_pregnant(said: str) -> bool:
    """Return whether somebody tells that they are pregnant."""
    return _PREGNANT.search(said) is not None and _NOT_PREGNANT.search(said) is None


_LOSES = re.compile(
    r"\b(?:losing|loosing) (?:my|the|our) baby\b|\b(?:miscarrying|having a miscarriage)\b|\bperdiendo (?:a )?(?:mi|el|al) (?:bebe|hijo|embarazo)\b|\b(?:tengo|tuve|teniendo|sera|es) (?:un )?aborto espontaneo\b"
)
_LOST = re.compile(
    r"\b(?:lost|losing) (?:it|(?:my|the|our|this) (?:baby|pregnancy))\b|\b(?:i|i had) miscarried\b|\bperdi (?:(?:a|al|el|mi) )*(?:bebe|bb|beibi|embarazo)\b"
)
_JUST_NOW = re.compile(
    r"\b(?:think|maybe|might|just|today|tonight|yesterday|last night|creo|ayer|hoy|anoche|ahorita|acabo)\b"
)
_CUSTODY = re.compile(r"\b(?:cps|dcf|custody|court|judge|foster|adoption|custodia|corte|juez|dif)\b")
_STILL = re.compile(
    r"\b(?:baby|he|she|it) (?:is|has|does|did|will)? ?(?:not|stopped|barely|never) (?:\w+ )?(?:mov\w+|kick\w+)\b|\b(?:el|mi|la) (?:bebe|bb|beibi) (?:ya )?no (?:se )?(?:mueve|patea|siento)\b|\bno (?:siento|se mueve) (?:a )?(?:mi|el|al) (?:bebe|bb|beibi)\b|\b(?:can not|do not) feel (?:the|my) baby\b"
)


def is_losing_baby(said: str) -> bool:
    """Return whether somebody fears that they lose a pregnancy."""
    is_told = _LOSES.search(said) or (_LOST.search(said) and _JUST_NOW.search(said) and " lost it" not in said)
    return bool(is_told) and _CUSTODY.search(said) is None


_LABOR = re.compile(
    r"\b(?:my )?water (?:just )?broke\b|\bcontractions?\b|\b(?:in|into) labor\b|\bbaby is coming\b|\bse me rompio (?:la fuente|la bolsa)\b|\bcontracciones\b|\bya viene el bebe\b|\btrabajo de parto\b"
)


_SPAN = re.compile(
    r"\b(?:tengo|llevo|i am|am|i have) (?:como |casi |like |about )?(?:\d|two|three|four|five|six|seven|eight|nine|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)"
    r" (?:months?|mos|meses)\b(?! (?:\w+ ){0,2}(?:sin|aqui|limpia|limpio|con|sober|clean|here|away|behind|old|into)\b)"
)
_TOO_WEAK = re.compile(
    r"\b(?:can not|no puedo)(?: (?:even|ni|ya|me))* (?:walk|stand(?: up)?|get up|move|caminar|pararme|levantarme|moverme|mantenerme en pie)\b"
)
_SEEKS = re.compile(
    r"\b(?:where|need|want|find|looking for|near|can i get|clinics?|hospital|doctor|donde|necesito|ocupo|busco|quiero|cerca|clinica|doctora)\b"
)


def names_span(said: str) -> bool:
    """Return whether a text names months that beside blood are those of a pregnancy: "tengo 4 meses"."""
    return _SPAN.search(said) is not None


def is_too_weak(said: str) -> bool:
    """Return whether somebody can't walk or stand."""
    return _TOO_WEAK.search(said) is not None


def names_belly(said: str) -> bool:
    """Return whether a text names the belly."""
    return re.search(rf"\b{_BELLY}\b", said) is not None


def seeks_care(said: str) -> bool:
    """Return whether a text asks for a place or a doctor, and does not only tell how the body is."""
    return _SEEKS.search(said) is not None


def is_labor(said: str) -> bool:
    """Return whether a birth begins."""
    return _LABOR.search(said) is not None


def is_still(said: str) -> bool:
    """Return whether a baby that is not born moves less."""
    return _STILL.search(said) is not None


def tells_months(said: str) -> bool:
    """Return whether all of `said` is a span of months or weeks, which after a blow to the belly is how far along."""
    return _MONTHS.fullmatch(said) is not None


def is_blow_to_belly(said: str) -> bool:
    """Return whether somebody was hit in the belly."""
    return _TO_BELLY.search(said) is not None


def is_heavy_month(said: str) -> bool:
    """Return whether a text tells of blood of a period, which is no poisoning."""
    return _MONTHLY.search(said) is not None and _BLOOD.search(said) is not None and not _SWALLOWED.search(said)


def names_any_blood(said: str) -> bool:
    """Return whether a text names blood, whatever else it tells."""
    return _BLOOD.search(said) is not None


def names_blood(said: str) -> bool:
    """Return whether a text names blood, and nothing that was swallowed."""
    return _BLOOD.search(said) is not None and not _SWALLOWED.search(said) and not _MONTHLY.search(said)


def is_down_there(said: str) -> bool:
    """Return whether blood comes from where it does in pregnancy and after a rape."""
    return names_blood(said) and _DOWN_THERE.search(said) is not None


_PART = (
    r"(?:ribs?|side|wrists?|ankles?|arms?|hands?|jaw|nose|face|cheek|eyes?|lips?|knees?|shoulders?|back|fingers?|chest|hips?|legs?|foot|feet|toes?|head|skull|tooth|teeth|ear|"
    r"stomach|belly|tummy|collarbone|elbow|tailbone)"
)
_PARTE = (
    r"(?:costillas?|costado|muneca|tobillo|brazos?|manos?|quijada|mandibula|nariz|cara|ojos?|labios?|rodillas?|hombros?|espalda|dedos?|pecho|cadera|piernas?|pies?|"
    r"cabeza|oido|diente|panza|estomago|barriga|codo)"
)
_HURT = re.compile(
    rf"\b{_PART}(?: \w+){{0,3}} (?:hurts?|hurting|swollen|swelling|swole|broken|broke|busted|snapped|aches?|aching|killing me|purple|black|bruised|throbbing|pounding|spinning|numb|bleeding|messed up|fucked up|cracked|crooked)\b"
    rf"|\b(?:hurts?|pain|painful|sore|swollen|broken|broke|bruised|fractured|cracked|sprained|black)(?: \w+){{0,3}} {_PART}\b"
    r"|\b(?:hurts?|hard|pain|trouble|difficult|can not)(?: \w+){0,3} (?:breathe?|breathing|walk|move|stand|laugh|sit)\b"
    r"|\b(?:everything|my (?:whole )?body|it) (?:all )?hurts\b|\bi am (?:all )?(?:bruised|sore|banged up|black and blue)(?: up)?\b|\b(?:concussion|seeing double|seeing stars|black eye)\b"
    r"|\bi (?:am|feel|keep getting) (?:so |really )?(?:dizzy|light ?headed)\b|\bthrew up after\b|\b(?:feel like|keep|keeps) (?:throwing up|puking|vomiting|passing out|fainting)\b|\b(?:vision is|everything is|seeing) blurry\b|\b(?:veo|vision) borros[oa]\b"
    rf"|\b(?:me )?duelen?(?: \w+){{0,3}} (?:{_PARTE}|todo)\b|\b{_PARTE}(?: \w+){{0,3}} (?:hinchad[oa]s?|morad[oa]s?|rot[oa]s?|quebrad[oa]s?|dorid[oa]|inflamad[oa]|torcid[oa]|me duele)\b"
    rf"|\b(?:hinchad[oa]s?|morad[oa]s?|rot[oa]s?|quebr\w+|romp\w+|fractur\w+|moreteada?|moretones|dolor)(?: \w+){{0,3}} {_PARTE}\b"
    r"|\b(?:me )?(?:cuesta|duele|dificil|no puedo)(?: (?:al|para|cuando|mucho|bien|me|yo))* (?:respir\w+|camin\w+|mover\w*|pararme)\b"
    r"|\b(?:tooth|teeth)(?: \w+){0,2} (?:loose|chipped|missing|gone|fell out|came out|knocked out|wiggl\w+|moving)\b|\b(?:loose|chipped|lost|knocked out)(?: \w+){0,2} (?:tooth|teeth)\b"
    r"|\b(?:afloj\w+|tumb\w+|tiro|volo|cayo|cayeron|zafo|quebro)(?: \w+){0,2} dientes?\b|\bdientes?(?: \w+){0,2} (?:floj[oa]s?|aflojad[oa]s?|se (?:me )?mueven?|cayo|cayeron|tumbad[oa]s?)\b"
    r"|\b(?:blood|bleeding)(?: \w+){0,2} (?:mouth|nose|ears?|lips?|gums|eyes?|teeth)\b|\b(?:mouth|nose|lips?|ears?|gums)(?: \w+){0,2} (?:bleeding|bloody|bleeds)\b"
    r"|\b(?:sangre|sangr\w+)(?: \w+){0,3} (?:boca|nariz|labios?|oidos?|orejas?|cara|encias?|ojos?)\b|\b(?:boca|nariz|labios?|oidos?|orejas?|encias?)(?: \w+){0,3} sangr\w+\b"
    r"|\b(?:me duele (?:todo|mucho)|todo me duele|estoy (?:toda )?(?:moreteada|golpeada|adolorida)|estoy maread[oa]|veo doble)\b"
)
_GRAVE = re.compile(
    r"\b(?:breath\w*|head|skull|chest|concussion|dizzy|faint\w*|passed out|blacked out|blood|bleed\w*|neck|double|stars|"
    r"respir\w+|cabeza|pecho|mare\w+|desmay\w+|sangr\w+|cuello|doble)\b"
)
_STRUCK = re.compile(
    r"\b(?:kick\w*|punch\w*|hit|hits|hitting|beat|beats|beaten|stomp\w*|slam\w*|shov\w*|pushed|threw me|jumped me|elbow\w*|choked|fell|"
    r"patea\w*|pateo|patada\w*|pego|pega|pegan|pegaron|golpe\w*|punetazo|empujo|avento|aventaron|madrearon|madrio|madreo)\b"
)


def is_hurt(said: str) -> bool:
    """Return whether a text tells of pain, swelling or a break somewhere in the body."""
    return _HURT.search(said) is not None and not _SWALLOWED.search(said)


def is_grave(said: str) -> bool:
    """Return whether what hurts may kill: breath, head, chest."""
    return _GRAVE.search(said) is not None


def names_blow(said: str) -> bool:
    """Return whether a text tells of a blow."""
    return _STRUCK.search(said) is not None


_NO_CARE = re.compile(
    r"\b(?:no|without) (?:\w+ )?(?:hospitals?|er|ers|doctors?|ambulance|clinic)\b|\b(?:can not|do not want to|do not wanna|will not|not|never|no way|scared to|afraid to|rather not)"
    r"(?: \w+){0,3} (?:go to|go in|going to|to|see|want|at)(?: (?:the|a|an|no|any))* (?:hospital|er|doctor|clinic|emergency room|urgent care)\b"
    r"|\b(?:do not|no|without|not) (?:\w+ )?(?:insurance|health insurance|medicaid)\b|\bcan not (?:afford|pay)\b|\b(?:do not have|no|got no)(?: \w+)? money (?:for|to (?:see|go|pay))\b"
    r"|\bno (?:quiero|puedo|voy a|pienso)(?: ir)?(?: (?:al|a un|a el|a la|a))* (?:hospital|doctor|doctora|clinica|urgencias|emergencias)\b"
    r"|\b(?:sin|no tengo|ni)(?: \w+)? (?:seguro|aseguranza|medicaid)\b|\b(?:sin|no tengo) (?:papeles|dinero)(?: (?:ni|o|y) (?:seguro|papeles|aseguranza|dinero))*$"
    r"|\b(?:sin|no tengo) (?:papeles|seguro|dinero)\b.*\b(?:me (?:van a )?cobr\w+|cuanto cobran|me atienden|hospital|doctor)\b"
    r"|\b(?:can not|will not|not|scared to|afraid to)(?: (?:even|really|just))? call (?:911|an ambulance|the cops|cops|police)\b|\bno (?:puedo|quiero|voy a) llamar (?:al 911|a la ambulancia|a la policia)\b"
    r"|\b(?:scared|afraid) of (?:the )?(?:hospitals?|doctors?|er|needles)\b|\bmiedo (?:al|a los|del|a la) (?:hospital|doctor\w*|clinica)\b|\b(?:do not have (?:any |the |no )?money|no tengo dinero)$"
    r"|^(?:(?:pero|no|y) )*(?:nada de )?(?:hospital|doctores|urgencias) no\b"
)
_MUST_GO = re.compile(
    r"(?:(?:so|but|ok|and|like|wait|um|do you think|pero|entonces|y|oye|de verdad|a fuerza) )*"
    r"(?:(?:do|should|must|would|could) i (?:(?:really|still|even|actually|just|have|need|got|to|gotta|better) )*(?:go|be seen|get (?:it |this |that )?(?:checked|looked at|seen)|see (?:a|the) doctor|call them|call)|do i (?:really |still )?have to|de verdad tengo que"
    r"|is it (?:bad|serious|too late)|can i (?:just )?(?:wait|stay home|sleep it off|wait it out)|(?:what if|can|could|should) i (?:just )?(?:do not go|dont go|sleep it off|wait(?: it out)?|stay (?:home|here)|sleep)|(?:do|should) i (?:have|need) (?:an|the|a) (?:er|hospital|doctor)"
    r"|(?:tengo|debo|deberia|hay|necesito|hace falta|es necesario)(?: (?:que|de|yo))* (?:ir|irme|ver a un doctor)|es (?:grave|malo)|puedo (?:esperar|quedarme|dormir)|y si no voy|si no voy que pasa)"
    r"(?: (?:in|there|then|now|today|tonight|to|the|a|an|er|hospital|doctor|clinic|emergency|room|if|i|am|feel|fine|ok|or|what|not|tho|though|al|a|un|doctor|hospital|urgencias|hoy|ahora|ya|o|no|la|clinica|it|checked|home|out))*"
)


def refuses_care(said: str) -> bool:
    """Return whether somebody can't or won't see a doctor: fear, money, insurance."""
    return _NO_CARE.search(said) is not None


_ASKS_COST = re.compile(
    r"(?:(?:y|pero|and|but|ok|how much) )*(?:(?:me|nos) (?:van a |pueden )?cobr\w+|(?:cuanto )?(?:cuesta|cobran|sale)|es (?:gratis|caro)"
    r"|(?:will|do|does|would|can) (?:they|it|i|the (?:er|hospital)) (?:charge|cost|bill|have to pay|be charged|get a bill)|is it (?:free|expensive)|(?:does|will) it cost)(?: \w+){0,4}"
)


def asks_cost(said: str) -> bool:
    """Return whether all of `said` asks what care costs."""
    return _ASKS_COST.fullmatch(said) is not None


def asks_if_must_go(said: str) -> bool:
    """Return whether all of `said` asks whether a hospital is needed: "do i have to go"."""
    return _MUST_GO.fullmatch(said) is not None


_VITAL = re.compile(
    r"\b(?:insulin\w*|(?:seizure|epilepsy|heart|hiv|blood pressure|transplant|psych|bipolar|asthma) (?:meds?|medicine|medication|pills)|lithium|keppra|depakote|lamictal|blood thinners?|warfarin|"
    r"inhaler|epi ?pen|hiv meds|prednisone|anti ?seizure|suboxone|methadone|insulina|litio|inhalador|anticonvulsiv\w+|"
    r"(?:medicina|medicamento|pastillas|medicinas) (?:para|de|del) (?:la |el |las )?(?:epilepsia|convulsiones|corazon|vih|presion|azucar|diabetes|asma|tiroides))\b"
)
_ILL = re.compile(
    r"\b(?:bipolar|schizo\w*|diabet\w*|epilep\w*|seizures?|hiv|transplant|heart (?:condition|problem)|asthma\w*|convulsiones|vih|asma|presion)\b.*\b(?:meds?|medicine|medication|medicinas?|medicamentos?)\b"
    r"|\b(?:meds?|medicine|medication|medicinas?|medicamentos?)\b.*\b(?:bipolar|schizo\w*|diabet\w*|epilep\w*|seizures?|hiv|transplant|heart (?:condition|problem)|asthma\w*|convulsiones|vih|asma|presion)\b"
)
_RAN_OUT = re.compile(
    r"\b(?:(?:i am|been|am|all|i) (?:\w+ )?out(?: of)?|is (?:all )?out of|ran out|run out|running out|without|no more|none left|no .{0,12}left|(?:have|had) not (?:had|taken|took)|"
    r"(?:did not|can not) (?:get|have|take)|missed|lost|stole|stolen|gone|took|threw|hides|keeps|skipped|"
    r"se (?:me )?(?:acabo|acabaron|termino|terminaron)|me quede sin|no (?:me )?(?:queda|quedan)|sin|no tengo|no he tomado|llevo .{0,12}sin|me (?:quito|quitaron|tiro|esconde|robaron))\b"
)
_OUT_SINCE = re.compile(
    r"(?:(?:and|but|y|pero|ya|well|cuz|because|porque|bc) )*(?:(?:i am|i have been|been|am|i|have) )*(?:all )?(?:(?:out|ran out|without(?: (?:it|them|any))?|off (?:it|them))(?: of (?:it|them|my meds|meds))?"
    r"|(?:have|had) not (?:had|taken) (?:it|them|any)|no more|none left|se (?:me )?(?:acabo|acabaron)|no (?:me )?(?:queda|quedan)(?: nada)?|(?:llevo|estoy|ando)(?: \w+){0,3} sin (?:ella|eso|tomar\w*|nada)?|me quede sin)"
    r"(?: (?:since|for|like|about|a|the|last|past|few|couple|of|\d{1,2}|one|two|three|four|five|days?|weeks?|now|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|night|morning|"
    r"desde|hace|el|la|como|unos|dias?|semanas?|lunes|martes|miercoles|jueves|viernes|sabado|domingo|ayer|hoy|un|una|dos|tres|cuatro|cinco|ya|de|completamente))*"
)


def is_out_of_medicine(said: str) -> bool:
    """Return whether somebody has none left of a medicine that can't wait: "im out of my seizure meds"."""
    is_vital = _VITAL.search(said) is not None or _ILL.search(said) is not None
    return is_vital and _RAN_OUT.search(said) is not None


def names_medicine(said: str) -> bool:
    """Return whether a text names a medicine that can't wait."""
    return _VITAL.search(said) is not None


_REFILL = re.compile(
    r"\b(?:refill\w*|pharmacy|prescription|script|rx|insurance|doctor|receta|farmacia|seguro|resurtir)\b"
)


def is_of_refill(said: str) -> bool:
    """Return whether a text tells of a refill, or of who could give one."""
    return _REFILL.search(said) is not None


def is_out_since(said: str) -> bool:
    """Return whether all of `said` tells since when there is none: "im out since tuesday", "se me acabo"."""
    return _OUT_SINCE.fullmatch(said) is not None


_COLD = re.compile(
    r"\bit is (?:so |really |super |hella |very |like |fucking |already |getting )*(?:freezing|cold|snowing|below (?:zero|freezing)|(?:minus |negative )?\d{1,2} (?:degrees|below|out(?:side)?)|minus \d{1,2}|snow\w*|icy|pouring|raining)\b"
    r"|\bi am (?:so |really |literally |super |hella )*(?:freezing|cold|frozen|shivering|soaked|soaking)\b|\b(?:freezing|cold|snowing|snow) (?:and|out|outside|out here)\b|\bcold\b.*\boutside\b|\b(?:hands|feet|fingers|toes) (?:are )?(?:numb|frozen|blue)\b"
    r"|\bhace (?:mucho |un |muchisimo |bien )?(?:frio|friazo)\b|\besta (?:nevando|helando|heladisimo|haciendo (?:mucho )?frio|bajo cero|lloviendo)\b|\bme (?:estoy |muero )?(?:congel\w+|helando|muero de frio|de frio)\b"
    r"|\b(?:tengo|con|mucho|muero de) (?:mucho |tanto )?frio\b|\b(?:estamos a |a )?(?:menos|bajo) (?:\d+|cero)\b|\btiritando\b|\bno heat(?:er|ing)?\b|\bsin calefaccion\b"
)
_BELOW = re.compile(r"(?:^|\s)-\d{1,2}\b")
_OUTSIDE = re.compile(
    r"\b(?:outside|out here|on the street|streets?|bus stop|bench|park|parking lot|no heat|sin calefaccion|in the car|under a bridge|in my car|in a tent|tent|alley|nowhere to go|afuera|en la calle|parada|banca|parque|estacionamiento|debajo de un puente|en mi carro|a la intemperie)\b"
)
_IS_OUT = re.compile(
    r"(?:(?:and|but|ok|yes|yeah|no|still|y|pero|si|todavia|sigo) )*(?:i am (?:still |already |just )?(?:outside|out here|on the street)|(?:estoy|ando|sigo) (?:aqui )?(?:afuera|en la calle))(?: (?:rn|now|right now|still|ahorita|ya|alone|sola|solo))*"
)
_NUMB = re.compile(
    r"\b(?:can not|do not) feel (?:my )?(?:feet|hands|toes|fingers|legs|face)\b|\bno (?:me )?siento (?:los |las |mis )?(?:pies|manos|dedos)\b|\b(?:stopped|not) shivering\b"
)


def is_cold(said: str, text: str) -> bool:
    """Return whether somebody tells that it is cold. `text` still has its signs: "its -20"."""
    return _COLD.search(said) is not None or _BELOW.search(text) is not None


def is_outside(said: str) -> bool:
    """Return whether a text tells of being outside."""
    return _OUTSIDE.search(said) is not None


def is_only_outside(said: str) -> bool:
    """Return whether all of `said` tells that somebody is outside."""
    return _IS_OUT.fullmatch(said) is not None


def is_numb(said: str) -> bool:
    """Return whether feet or hands are numb."""
    return _NUMB.search(said) is not None
