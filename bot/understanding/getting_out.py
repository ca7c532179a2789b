"""A small grammar of getting away: out of a place or from somebody, a plan, no place to go, who did it if they die.

Words of leaving sound like a wish to die. In English and Spanish; texts are words with one space between them, with
contractions and short forms written out.
"""

from __future__ import annotations

import re

_WISH = re.compile(
    r"\b(?:want|wanted|wanna|wish|going to|gonna|rather|better|should(?: i)?(?: just)?|could(?: just)?|ready|like|hope|thinking (?:of|about)|try(?:ing)?)(?: (?!not\b)\w+){0,3} "
    r"(?:die|dying|dead|kill(?:ing)? (?:myself|me)|not (?:exist|wake up|be alive|live)|end (?:it|everything|my life)|be done with life)\b"
    r"|(?<!\bse )\bsuicid\w*|\bkill(?:ing)? myself\b|\b(?:end|ending|took|take|taking) my (?:own )?life\b|\b(?:do not|dont) want to (?:be alive|live|exist|wake)\b|\bno (?:longer|reason) (?:to )?liv\w+\b|\bbetter off dead\b"
    r"|\b(?:quiero|kiero|quisiera|ganas de|voy a|mejor|prefiero|ojala(?: me)?|deseo|pienso(?: en)?|tengo ganas de)(?: \w+){0,3} (?:morir\w*|muera|matarme|no (?:existir|despertar\w*|vivir)|quitarme la vida|aventarme|tirarme)\b"
    r"|\b(?:this|the) (?:world|earth|planet)\b|\bthis life\b|\b(?:go|be|going|gone|leave|leaving)(?: \w+){0,3} (?:forever|for good|to heaven|with (?:god|jesus|the angels))\b(?! (?:from )?(?:him|them|her|my))|\b(?:from|of) (?:everything|everyone|it all|all of it)\b|\bnot? coming back\b|\bnever com\w+ back\b"
    r"|\b(?:este|el|del) mundo\b|\besta (?:tierra|vida)\b|\bpara siempre\b|\bcon (?:dios\w*|diosito|los angeles|la virgen)\b|\b(?:al|en el) cielo\b|\bde todos?\b(?! los dias)|\bno (?:volver|regresar)\b|\bya no (?:vuelvo|regreso)\b|\bdescansar\b"
    r"|\bmatarme\b|\bme mato\b|\bquitarme la vida\b|\bacabar con (?:todo|mi vida)\b|\bno quiero (?:vivir|existir|despertar)\b|\bdejar de existir\b|\bsin (?:ganas de )?vivir\b"
)
_HIM = r"(?:him|them|her|this (?:\w+ )?(?:man|guy|dude|lady|pimp|family)|that (?:\w+ )?(?:man|guy|dude)|(?:my|the) (?:\w+ )?(?:bf|boyfriend|man|husband|ex|pimp|boss|dad|stepdad|uncle|trafficker|wife|gf|girlfriend|madam))"
_A_PLACE = r"(?:(?:this|that|the|his|her|their) (?:\w+ )?(?:house|place|motel|hotel|room|apartment|apt|trap|game|life|car|van|truck|spa|club|massage place|farm|group home|basement|trailer|relationship))"
_EL = (
    r"(?:el|ella|ellos|est[ea] (?:\w+ )?(?:senor|hombre|tipo|vato|wey|guey|viejo|cabron|senora|mujer|gente|familia)|es[ea] (?:\w+ )?(?:senor|hombre|tipo|vato|wey|guey|viejo|cabron|senora)"
    r"|(?:mi|el|la) (?:\w+ )?(?:novio|novia|esposo|marido|pareja|ex|padrote|patron|patrona|jefe|padrastro|tio|papa|suegra|tratante|madame))"
)
_LUGAR = r"(?:(?:est[ea]|es[ea]|su|la|el) (?:\w+ )?(?:casa|motel|hotel|cuarto|apartamento|lugar|rancho|finca|bar|cantina|club|spa|negocio|carro|troca|trailer|sotano|bodega))"
_GO = r"(?:leav\w+|left|get (?:away|out)|getting (?:away|out)|go(?:ing)?|run(?:ning)?(?: away)?|escap\w+|bounc\w+|dip\w*|disappear|out|be gone|be free|break free|move out|not be (?:here|with))"
_IR = r"(?:ir(?:me|nos|se)?|escapar(?:me|nos)?|salir(?:me|nos)?|huir|largar(?:me|nos)|fugar(?:me|nos)|desaparecer(?:me)?|pelar(?:me)|dejar(?:lo|la)|zafar(?:me)?|alejar(?:me)|mudar(?:me|nos)|correr)"
_FROM = re.compile(
    rf"\b{_GO}(?: (?!die|dead)\w+){{0,3}}? (?:from|of|with|by|away from|leave) {_HIM}\b|\b(?:leave|leaving|left|ditch) {_HIM}\b"
    rf"|\b{_GO}(?: \w+){{0,2}}? (?:from|of|in|at) {_A_PLACE}\b|\b(?:leave|leaving) {_A_PLACE}\b"
    rf"|\b(?:do not|can not|no longer|never)(?: \w+){{0,3}} (?:be|stay|live|stuck|keep (?:being|living|staying))(?: (?:here|there))? (?:with {_HIM}|(?:in|at) {_A_PLACE})\b"
    r"|\b(?:be|stay) (?:here|there|home) (?:when|if|once|after|before|til|till|until|while) (?:he|she|they|him|my (?!life)\w+)\b|\b(?:estar|seguir|quedarme) (?:aqui|ahi|en la casa) (?:cuando|si|hasta que|antes de que)(?: (?:el|ella|ellos|mi \w+))? ?(?:llegue\w*|regrese\w*|vuelva\w*|venga\w*|despierte\w*)\b"
    rf"|\b(?:where|so|that|and)(?: \w+){{0,2}} (?:he|she|they|{_HIM}|nobody|no one)(?: \w+){{0,2}} (?:can not|will not|wont|never|cannot|can)? ?(?:\w+ )?find(?:s)? me\b"
    rf"|\b(?:ya )?no (?:quiero|kiero|quisiera|puedo|aguanto)(?: (?:ya|mas|seguir|estar|vivir|viviendo|quedarme|andar|aqui|ahi|ni|un dia|otro dia))*"
    rf" (?:con {_EL}|en {_LUGAR})\b"
    rf"|\b{_IR}(?: (?!morir)\w+){{0,3}}? (?:de con|de|con|lejos de|a) {_EL}\b|\b{_IR}(?: \w+){{0,2}}? (?:de|en) {_LUGAR}\b"
    rf"|\b(?:donde|que|para que|pa que|y que)(?: (?:ya|el|ella|nadie|ellos|nunca|no|me|{_EL}))* (?:me )?(?:encuentr\w+|halle|hallen|busque|busquen|alcance|alcancen)\b"
)
_WHEN = (
    r"(?:today|tonight|tomorrow|this (?:weekend|week|morning)|tmrw|tmr|soon|when (?:he|they|she)(?: is)? (?:\w+ )?(?:sleep\w*|asleep|leaves?|gone|at work|out|works)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|in the (?:morning|night)|at night|hoy|manana|esta (?:noche|tarde|semana)|en la (?:noche|madrugada|manana)|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|cuando (?:el |ella |ellos |se )*(?:duerm\w+|salg\w+|vay\w+|trabaj\w+|no este)|pronto|al rato|ahorita)"
)
_PLANS = re.compile(
    rf"\b(?:plan\w*|going to|gonna|trying to|tryna|want to|wanna|decided to|ready to|ima|imma|about to|think(?:ing)? (?:of|about)|i am|we are|i|we)(?: (?!die|dead|not)\w+){{0,2}} (?:leav\w+|go|run(?:ning)?(?: away)?|escap\w+|bounc\w+|dip\w*|get (?:out|away)|getting (?:out|away)|sneak\w* out)(?: (?!die)\w+){{0,3}} {_WHEN}\b"
    rf"|\b(?:have|got|made|had|we have|there is)(?: \w+)? plan(?: \w+){{0,2}} (?:to )?(?:leave|get (?:out|away)|escape|run|go|dip|bounce)\b|\b(?:escape|exit|get ?away|leaving) plan\b"
    rf"|\b(?:planeo|planeamos|planeando|pienso|quiero|queremos|voy a|vamos a|me quiero|nos queremos|decidi|plan|un plan|intentar|pensamos)(?: (?:de|para|es|que|a|en|ya))* {_IR}(?: (?!morir)\w+){{0,4}}? {_WHEN}\b"
    rf"|\b(?:tengo|tenemos|hice|hicimos|hay)(?: \w+){{0,2}} plan(?: (?:de|para|es|y))* {_IR}\b|\bplan de (?:escape|fuga|salida)\b"
    rf"|\b(?:me voy|nos vamos|me escapo|nos escapamos|me salgo|me pelo|me largo)(?: (?!a morir)\w+){{0,3}}? {_WHEN}\b(?=.*\bplan\b|.*\b(?:el|ella|ellos|sin|que|duerm\w+)\b)"
)
_TAKES = re.compile(
    r"\b(?:if|when|before|once) (?:i|we)(?: (?:just|do|finally|am|are|go|gonna|going to))* (?:leave|leaving|go|run|escape|dip|bounce|get out)\b.*\b(?:what|bring|pack|take|need)\b"
    r"|\b(?:what|wat)(?: \w+){0,4} (?:bring|pack|take|grab|have ready)(?: \w+){0,4} (?:if|when|before|to) (?:i |we )?(?:\w+ )?(?:leave|leaving|run|escape|dip|bounce|get out)\b"
    r"|\bsi me (?:voy|escapo|salgo|pelo|largo)\b.*\b(?:que|q) (?:me )?(?:llevo|empaco|agarro|necesito|saco|tengo que llevar)\b|\b(?:que|q) (?:me )?(?:llevo|empaco|agarro|tengo que llevar|debo llevar)(?: \w+){0,3} (?:si|cuando|para|pa)(?: \w+)? ?(?:me )?(?:voy|vaya|escap\w+|irme|salg\w+|salir\w*)\b"
)
_WANTS_OUT = r"(?:(?:i|we) )?(?:(?:want|wanna|need|ready|trying|tryna|gotta|have|really|just|so|do|am|all|really) )*(?:to )?(?:(?:get|be|come) )?(?:out|leave|go|get away|escape|run(?: away)?|dip|bounce|leave him|leave her|leave them)"
_NO_PLACE = re.compile(
    rf"^(?:(?:but|and|so|i am|am|honestly|ok|yeah|like|im) )*{_WANTS_OUT}(?: (?:of (?:this|here|it|there)|him|this|here|so bad|real bad))*(?: (?:but|and|with|except|tho|though|it is just|just|cuz|because|bc))* "
    r"(?:(?:i |we )?(?:(?:have|got|with|there is|literally|really) )*(?:no ?where|no (?:place|home|house|spot|money|car|ride|one|body)|not? any ?where|nobody|no ?one)|where (?:do|would|can) i go|i do not (?:have|know|got) (?:any ?where|where|nowhere|a place|no place|nobody|anybody|anyone|no ?one|any money|no money)(?: \w+){0,3})(?: (?:to (?:go|stay|sleep|live|crash|help me|call|turn to)|else|that (?:can|will) help|at all|rn|right now))*$"
)
_SIN_LUGAR = re.compile(
    rf"\b(?:quiero|kiero|quisiera|necesito|tengo que|estoy list[oa] (?:para|pa)|voy a)(?: (?:ya|de|a))* {_IR}(?: \w+){{0,4}}? (?:pero|y|aunque|mas)(?: \w+)? "
    r"(?:no (?:tengo|hay|se|conozco)(?: (?:a|en|ni|ningun|un|donde|para donde|nadie|con|quien))* ?(?:donde|lugar|casa|techo|nadie|quien|adonde|dinero|ir|a donde)?)"
)
_NOBODY = re.compile(r"\b(?:nobody|no ?one|no one|no body|no (?:money|car|ride)|nadie|a quien|quien|dinero)\b")
_IF_I_DIE = re.compile(
    r"\b(?:if|incase|in case|case) (?:i |they |you |u |me )?(?:\w+ )?(?:die|dead|am dead|disappear|go missing|get killed|end up dead|am found|find me|find my body|do not (?:come back|make it|text back|answer|wake up)|something (?:bad )?happens(?: to me)?|anything happens(?: to me)?)\b"
    r".*\b(?:it (?:was|is|will be)|was|its|did it|blame|look (?:for|at)|it is|tell (?:them|police|the police|cops)|know (?:it|that|who))\b"
    r"|\bsomething happens to me\b.*\b(?:he|she|they|my (?:bf|boyfriend|ex|man|husband|pimp|dad|stepdad))\b"
    r"|\bsi (?:ya )?(?:yo )?(?:algo )?(?:me )?(?:muero|morir|pasa algo|llega a pasar algo|llegara a pasar algo|pasara algo|matan|encuentran muert[oa]|encuentran|desaparezco|amanezco muert[oa]|aparezco muert[oa]|algo me pasa|no (?:vuelvo|regreso|contesto|aparezco))\b"
    r".*\b(?:fue|fueron|es culpa de|la culpa|sera|busquen a|culpen a|fue el|ha sido|va a ser|hizo)\b"
)
_HELD = re.compile(
    r"\b(?:me|nos) (?:tienen?|tiene|traen|trae) (?:en|aqui|encerrad\w+|amarrad\w+|secuestrad\w+|escondid\w+|a la fuerza)\b"
    r"|\b(?:he|she|they)(?: (?:has|have|got|keeps?|is|are|keeping|kept))+ (?:me|us) (?:in (?:a|the|this|his|some)|at|locked|tied|trapped|here|hostage|captive)\b|\bi am (?:locked in|tied up|being held)\b"
)
_OATH = re.compile(
    r"\b(?:oath|juju|ju ju|voodoo|vodun|vudu|curse[ds]?|ritual|shrine|spell|juramento|jure|maldicion|brujeria|trabajo de brujeria|santeria|amarre|embrujo)\b"
    r"|\bif i (?:break|tell|talk|speak|run|leave|say|snitch|disobey|open my mouth)(?: \w+){0,4} (?:(?:then|and) )?i (?:will |am going to |gonna |would )?(?:die|go crazy|go mad)\b"
    r"|\bsi (?:hablo|digo|cuento|lo rompo|rompo|me voy|escapo|me escapo|desobedezco|abro la boca)(?: \w+){0,4} (?:me (?:muero|voy a morir|vuelvo loca)|moriria|muero)\b"
)
_DIES = re.compile(r"\b(?:die|dead|death|kill\w*|muer\w+|mor\w+|matar?|muert\w+)\b")
_WINDOW = re.compile(
    r"\b(?:jump\w*|climb\w*|go(?:ing)?|drop\w*|get(?:ting)? out)(?: \w+){0,2} (?:out|from|thru|through|off)(?: (?:of|the|a|my|his|this|bathroom|bedroom|back))* (?:window|balcony)\b"
    r"|\b(?:saltar|salto|brinco|brincar|brincarme|salirme|salgo|salir|escaparme|me aviento|aventarme|tirarme|bajarme|escapar)(?: \w+){0,2} (?:por|de|desde)(?: (?:la|una|el|del))* (?:ventana|balcon)\b"
)
_LOW = re.compile(
    r"\b(?:1st|2nd|3rd|first|second|third|one|two|2|3|ground) (?:floor|story|stories)\b|\b(?:primer|segundo|tercer|2do|1er|2|dos) pisos?\b"
    r"|\b(?:to (?:get|run|escape|leave)|get away|escape|run|out of here|before (?:he|they)|he (?:is|locked)|they (?:are|locked)|locked|para (?:escapar\w*|salir\w*|huir|irme)|antes de que|cerro|cerraron|encerr\w+|escap\w+)\b"
)
_LAST_TALK = re.compile(
    r"(?:(?:yo|hey|hi|hello|ok|hola|oye|ey|sup|its|it is|soy) )+(?:me |yo )?(?:again |otra vez |de nuevo )?(?:(?:the (?:girl|one|guy|boy) )?(?:from|who texted|that texted|who wrote|la de|el de|la que (?:escribio|te escribio)|el que escribio))?"
    r"(?: (?:you|u|te))?(?: (?:from|de))? ?(?:last (?:night|week|time)|yesterday|earlier|before|this morning|the other (?:day|night)|ayer|anoche|hace rato|la otra (?:vez|noche)|antes|antier|el otro dia)(?: (?:again|otra vez|remember|te acuerdas|lol))*"
)
_CARRIES = re.compile(
    r"\b(?:i |yo )?(?:carry|keep|got|have|sleep with|traigo|cargo|ando con|tengo|duermo con)(?: (?:a|an|my|some|una?|mi|el|la|un|pepper))* (?:knife|blade|taser|mace|spray|gun|bat|box ?cutter|cuchillo|navaja|gas|pistola|taser|bate)"
    r"(?: \w+){0,4}? (?:just in case|for (?:protection|safety|self defense|my safety|when i walk|dates|work)|to (?:protect|defend) (?:myself|me)|por si(?: (?:acaso|las dudas|algo|las moscas))?|para (?:protegerme|defenderme|cuidarme)|para mi seguridad|por proteccion|in my (?:bag|purse) for protection)\b"
)
_STOPS_DRUG = re.compile(
    r"\bif i (?:stop|quit|do not|miss|skip)(?: (?:taking|take|doing|do|using|use|it|the|my|a day|smoking))*(?: \w+){0,2} i (?:get|am|feel|be|end up|start)(?: \w+){0,2} (?:sick|dope ?sick|ill|shak\w+|throw\w+|withdrawals?|sweating)\b"
    r"|\bsi (?:no|dejo de|dejo|paro de)(?: (?:la|lo|me|le))* ?(?:tomar\w*|tomo|usar\w*|uso|consumo|consumir|meto|fumo|inyecto)?(?: \w+){0,3} me (?:pongo|siento|da|dan|enfermo)(?: (?:muy|bien|mal|la))* ?(?:mal\w*|enferm\w+|temblor\w*|temblando|vomit\w+|fiebre)?"
)


_TRIP = re.compile(
    r"\b(?:trip|vacation|college|concert|party|movies?|mall|beach|prom|class|school|work|church|store|gym|game|practice|dentist|viaje|vacaciones|concierto|fiesta|cine|playa|clases?|escuela|trabajar|iglesia|compras|boda|cita)\b"
)


def wishes_to_die(said: str) -> bool:
    """Return whether a text tells outright of a wish to die: then nothing of it is only a way out."""
    return _WISH.search(said) is not None


def is_away_from(said: str) -> bool:
    """Return whether somebody wants to be away from a place or from somebody: "no quiero seguir aqui con el"."""
    return _FROM.search(said) is not None


_ASKS_OUT = re.compile(
    r"\b(?:help|get me|need out|want out|get out|ayud\w+|saq\w+|sacam\w+|auxilio|salir|irme)\b"
    r"|\b(?:do not want to|dont want to|can not|no quiero|no kiero|no puedo|no aguanto)(?: \w+){0,2} (?:be|stay|estar|seguir|quedarme)(?: (?:here|there|aqui|ahi|mas|anymore|ya))+"
)


def asks_to_be_out(said: str) -> bool:
    """Return whether somebody wants to be out of where they are, which tells of a place only beside a danger."""
    return _ASKS_OUT.search(said) is not None


_NOT_WITH = re.compile(
    rf"\b(?:do not|can not|no longer|never)(?: \w+){{0,3}} (?:be|stay|live|keep (?:being|living|staying))(?: (?:here|there))? with {_HIM}\b"
    rf"|\b(?:ya )?no (?:quiero|kiero|quisiera|puedo|aguanto)(?: (?:ya|mas|seguir|estar|vivir|viviendo|quedarme|andar|aqui|ahi))* con {_EL}\b"
)


def would_not_stay(said: str) -> bool:
    """Return whether somebody will not stay with who is named: "i dont wanna be here with this man"."""
    return _NOT_WITH.search(said) is not None


def asks_what_to_take(said: str) -> bool:
    """Return whether somebody asks what to take along when they go."""
    return _TAKES.search(said) is not None


_CRIES = re.compile(r"\b(?:help|get me|come get|ayud\w+|auxilio|saq\w+me|sacam\w+|sacarme)\b")


def cries_for_help(said: str) -> bool:
    """Return whether somebody cries to be helped out."""
    return _CRIES.search(said) is not None


def is_plan(said: str) -> bool:
    """Return whether somebody plans to go, or asks what to take along: "planeo irme mañana en la noche"."""
    is_told = _PLANS.search(said) is not None or _TAKES.search(said) is not None
    return is_told and _TRIP.search(said) is None


_ASKS_WHEN = re.compile(
    r"(?:(?:so|and|ok|but|y|pero|like|entonces|bueno) )*(?:(?:what|which|wat) (?:time|day)|when(?: (?:is|should|do|would|i|it))*|a (?:que|q) hora|(?:que|cual) (?:dia|hora)|cuando)"
    r"(?: (?:is|its|it|should|i|do|would|be|the|a|good|best|better|safest|time|go|leave|dip|run|to|es|seria|sea|mejor|mas|segur[oa]|me|voy|vaya|salgo|conviene|para|irme|salir|debo|puedo))*"
)


def asks_when(said: str) -> bool:
    """Return whether all of `said` asks at what time to go, which it does beside a plan."""
    return _ASKS_WHEN.fullmatch(said) is not None


def has_no_place(said: str) -> bool:
    """Return whether somebody wants to go and has nowhere to: "i want out but i got nowhere"."""
    return _NO_PLACE.search(said) is not None or _SIN_LUGAR.search(said) is not None


def has_nobody(said: str) -> bool:
    """Return whether it is people or money that is missing, and no place is named."""
    return _NOBODY.search(said) is not None


def names_who_did_it(said: str) -> bool:
    """Return whether somebody tells who is to blame if they die: they fear to be killed."""
    return _IF_I_DIE.search(said) is not None


def is_held(said: str) -> bool:
    """Return whether others hold the one who writes: "me tienen en una finca"."""
    return _HELD.search(said) is not None


def is_bound_by_oath(said: str) -> bool:
    """Return whether an oath, or what was said of one, holds somebody: "if i talk i will die"."""
    return _OATH.search(said) is not None and _DIES.search(said) is not None


def is_by_window(said: str) -> bool:
    """Return whether somebody may flee by a window: from a low floor, or from who locked them in."""
    return _WINDOW.search(said) is not None and _LOW.search(said) is not None


def names_window(said: str) -> bool:
    """Return whether a text names a way out by a window."""
    return _WINDOW.search(said) is not None


def is_of_last_talk(said: str) -> bool:
    """Return whether all of `said` tells that they wrote before: "yo its me from last night"."""
    return _LAST_TALK.fullmatch(said) is not None


def carries_for_safety(said: str) -> bool:
    """Return whether something is carried against others: "i carry a knife just in case"."""
    return _CARRIES.search(said) is not None


def is_sick_without(said: str) -> bool:
    """Return whether somebody gets sick without a drug."""
    return _STOPS_DRUG.search(said) is not None
