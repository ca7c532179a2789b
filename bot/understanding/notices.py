"""How texts read that companies, apps and phones send by themselves: codes, deliveries, reminders, warnings.

Each form is matched against a whole text. None holds where the text speaks of itself ("my code", "i work at").
"""

from __future__ import annotations

import re

_CARRIERS = (
    r"(?:at&t|verizon|vzw|t-?mobile|sprint|metro by t-?mobile|metropcs|boost mobile|cricket|tracfone|mint mobile|"
    r"us cellular|xfinity mobile|google fi|rogers|bell|telus|fido|telcel|movistar|claro)"
)
_BRANDS = (
    r"(?:lyft|uber(?:\s+eats)?|door\s?dash|grub\s?hub|instacart|postmates|amazon|fed\s?ex|ups|usps|dhl|walmart|target|"
    r"walgreens|cvs|rite aid|kroger|temu|shein|etsy|ebay|domino'?s|netflix|spotify|paypal|venmo|zelle|cash\s?app|"
    r"chime|chase|wells fargo|bank of america|bofa|citi|capital one|td bank|whats\s?app|instagram|facebook|meta|"
    r"snapchat|tiktok|tinder|discord|telegram|google|apple|microsoft|yahoo|twitter|greyhound|flixbus|spirit|"
    rf"ticketmaster|medicaid|snap|{_CARRIERS}|(?:[\w&'.-]+\s+){{1,3}}(?:pharmacy|clinic|dental|bank|credit union|"
    r"hospital|farmacia|cl[i\u00ed]nica|banco))"
)
_APPS = r"(?:find my(?:\s+(?:iphone|friends|device))?|life\s?360|google maps|google family link|family link|bark|qustodio|mspy|ring)"
_CODE_NAME = (
    r"(?:(?:verification|security|login|log-?in|sign-?in|access|one-?time|confirmation|auth\w*)\s+){0,2}(?:code|pin|passcode|otp)"
    r"|c[o\u00f3]digo(?:\s+de\s+(?:verificaci[o\u00f3]n|seguridad|acceso|confirmaci[o\u00f3]n|un solo uso))?|clave(?:\s+de\s+acceso)?"
)
_DIGITS = r"(?:[a-z]{1,3}-)?\d{3,8}(?:[\s-]\d{2,4})?"
_KEEP = r"(?:no\s+(?:lo|la|se\s+lo)\s+compart\w+|nunca\s+compart\w+|vence\b|expira\b)"
_PROVES = r"\s+de\s+(?:verificaci[o\u00f3]n|seguridad|acceso|confirmaci[o\u00f3]n)"
_CODES = (
    rf"(?:<#>\s*)?your\s+(?:[\w&'.-]+\s+){{0,4}}?(?:{_CODE_NAME})\s*(?:is|:)\s*:?\s*{_DIGITS}\b.{{0,200}}",
    rf"(?:<#>\s*)?(?:tu|su)\s+c[o\u00f3]digo(?:{_PROVES}|\s+de\s+{_BRANDS})\s*(?:es|:)\s*:?\s*{_DIGITS}\b.{{0,200}}",
    rf"(?:<#>\s*)?(?:tu|su)\s+(?:c[o\u00f3]digo|clave|pin)\s*(?:es|:)\s*:?\s*{_DIGITS}\W+{_KEEP}.{{0,200}}",
    rf"(?:<#>\s*)?{_BRANDS}\s*:?\s+(?:{_CODE_NAME})\s*(?:is|es|:)?\s*:?\s*{_DIGITS}\b.{{0,200}}",
    r"(?:<#>\s*)?(?:(?:verification|security|login|one-?time|confirmation)\s+(?:code|pin|passcode)|otp|"
    r"c[o\u00f3]digo\s+de\s+(?:verificaci[o\u00f3]n|seguridad|acceso|confirmaci[o\u00f3]n))"
    rf"\s*(?:is|es|:)\s*:?\s*{_DIGITS}\b.{{0,200}}",
    rf"(?:<#>\s*|\[?{_BRANDS}\s*[\]:]\s*)?(?:use\s+)?{_DIGITS}\s+(?:is|es|as)\s+(?:your|tu|su|the)\s+(?:[\w&'.-]+\s+){{0,4}}?(?:{_CODE_NAME})\b.{{0,200}}",
    rf"(?:{_BRANDS}|[\w ]{{0,16}}\b(?:alert|security|support|team|alerta|seguridad))\s*:\s*(?:please\s+)?(?:never|do\s?n.?t|do\s+not|nunca|no)\s+(?:share|compart\w+)\s+(?:this|your|the|este|esta|su|tu)\s+"
    rf"(?:{_CODE_NAME}|password|contrase[n\u00f1]a)\b.{{0,120}}",
)
_THING = (
    r"(?:order|package|parcel|delivery|driver|ride|trip|courier|dasher|shopper|prescription|rx|refill|bill|payment|"
    r"balance|statement|account|data|plan|card|subscription|line|auto-?pay|pedido|paquete|entrega|conductora?|viaje|"
    r"receta|factura|pago|saldo|cuenta|tarjeta|l[i\u00ed]nea|recarga)"
)
_GOES = (
    r"(?:(?:is|was|has|will|are|have)\b.{0,20}\b(?:arriv\w+|here|on\s+(?:the|its|his|her|their)\s+way|deliver\w*|shipped|ready|due|"
    r"complet\w*|confirmed|cancel\w*|delayed|minutes?|min|nearby|outside|picked\s+up|signed\s+in|out\s+for|low|past\s+due|expired?|"
    r"expir\w+|suspended|locked)|va\s+en\s+camino|(?:est[a\u00e1]|ha|fue|ya|lleg\w+|vence)\b.{0,40})"
)
_COMPANY = (
    rf"(?:your|tu|su)\s+{_BRANDS}\s+{_THING}\s+{_GOES}.{{0,200}}",
    rf"(?:your|tu|su)\s+{_THING}\s+(?:de|from|with|by)\s+{_BRANDS}\s+{_GOES}.{{0,200}}",
    rf"(?:your|tu|su)\s+{_BRANDS}\s+(?:is|has)\s+(?:here|arriv\w+|outside|\d+\s+min\w*)\b.{{0,200}}",
    rf"(?:tu|su)\s+{_BRANDS}\s+(?:est[a\u00e1]\s+(?:llegando|aqu[i\u00ed]|afuera)|ha\s+llegado|lleg[o\u00f3]|ya\s+lleg[o\u00f3])\b.{{0,200}}",
    r"your\s+(?:driver|ride|dasher|courier|shopper)\s+(?:is|has)\s+(?:arriv\w+|\d+\s+min\w*\s+away)\W+.{0,40}\b(?:plate|license|"
    r"honda|toyota|ford|chevy|nissan|hyundai|kia)\b.{0,120}",
    rf"{_BRANDS}(?:\s+(?:msg|message|alert|notice|info|aviso|alerta))?\s*:\s*(?:(?:hi|hello|hola|dear)\W+(?:\w+\W+)?)?"
    rf"(?:your|tu|su|you\s+have|you've|reply\s+\w+\s+to|(?:a|an|the)\s+(?:\$\d+\s+)?{_THING}|new\s+(?:sign-?in|login|device)|\S+\s+sent\s+you\s+an?|we(?:'ve|\s+have)?\s+(?:deliver|receiv|notic|detect|sent|process|"
    rf"charg|miss|could|were)\w*|alert|reminder|{_THING}|usted\s+tiene|recordatorio)\b.{{0,300}}",
    rf"(?:mensaje|aviso|alerta)\s+de\s+(?:{_CARRIERS}|tu\s+operador|su\s+operador)\s*:.{{0,300}}",
    r".{12,300}[.!?:)\s](?:reply|respond|text|txt|responda|responde|env[i\u00ed]a|env[i\u00ed]e)\s+\"?(?:stop|alto|baja)\"?(?:\s?all)?\s+"
    r"(?:to|2|para)\s+(?:opt.?out|end|unsub\w*|cancel|quit|stop|salir|cancelar|terminar|darse\s+de\s+baja)"
    r"(?:\s+(?:alerts?|texts?|messages?|msgs?|mensajes|alertas))?\W*(?:(?:reply\s+)?help\s+(?:for|4)\s+(?:help|info)\W*)?"
    r"(?:(?:msg|message)\s*(?:&|and)\s*data\s+rates.{0,30})?",
)
_REMINDERS = (
    r"(?:[\w&'. -]{2,30}:\s*)?(?:(?:appointment|appt|friendly|payment|court|visit)\s+)?reminder\s*[:!-]\s*(?:you\s+have|your)\b.{0,240}",
    r"(?:[\w&'. -]{2,30}:\s*)?recordatorio(?:\s+de\s+cita)?\s*[:!-]\s*(?:(?:usted\s+)?tienes?|su|tu)\b.{0,240}",
    r"(?:[\w&'. -]{2,30}:\s*)?(?:hi\s+\w+\W+)?(?:you\s+have\s+an|your)\s+(?:appointment|appt)\b.{0,160}\b(?:reply|text|press)\s+"
    r"\"?(?:yes|y|c|1|confirm)\"?\s+to\s+confirm\b.{0,120}",
    r"(?:[\w&'. -]{2,30}:\s*)?(?:(?:usted\s+)?tienes?\s+una|su|tu)\s+cita\b.{0,160}\b(?:responda|responde|env[i\u00ed]e|env[i\u00ed]a)\s+"
    r"\"?(?:s[i\u00ed]|1|c)\"?\s+para\s+confirmar\b.{0,120}",
)
_ALERTS = (
    rf"{_APPS}\s*:\s*.{{0,60}}\b(?:arrived|left|location|requested|sharing|battery|driving|checked\s+in|played\s+a\s+sound|"
    r"signed\s+in|found|motion|blocked|locked|noticed|detected|lleg[o\u00f3]|sali[o\u00f3]|ubicaci[o\u00f3]n|bater[i\u00ed]a)\b.{0,160}",
    r"(?:amber|silver|blue)\s+alert\s*[:!-].{0,400}",
    r"alerta\s+amber\s*[:!-].{0,400}",
    r"(?:national\s+weather\s+service|nws|(?:wireless\s+)?emergency\s+alert|weather\s+alert|severe\s+(?:weather\s+)?alert|"
    r"public\s+safety\s+alert|alerta\s+de\s+emergencia|alerta\s+del\s+tiempo)\s*[:!-].{0,200}\b(?:tornado|floods?|flooding|storms?|"
    r"hurricane|wildfire|evacuat\w*|blizzard|snow|heat|earthquake|tsunami|warning|watch|advisory|test|boil|"
    r"inundaci[o\u00f3]n\w*|tormenta|hurac[a\u00e1]n|incendio\s+forestal|terremoto|aviso|prueba|evac\w*)\b.{0,400}",
    r"(?:you\s+(?:have|had)\s+)?(?:an?\s+|\d+\s+)?missed\s+calls?(?:\s+from\s+\+?[\d() .-]{5,20}(?:\s+at\s+.{1,20})?)\W*",
    r"(?:tienes?\s+)?(?:una\s+|\d+\s+)?llamadas?\s+perdidas?\s+de(?:l)?\s+(?:n[u\u00fa]mero\s+)?\+?[\d() .-]{5,20}\W*",
    r"(?:you\s+have\s+)?\d+\s+new\s+voice\s?(?:mails?|messages?)\b.{0,80}",
    r"(?:the\s+)?(?:messages?|chats?|calls|messages\s+and\s+calls|(?:los\s+)?mensajes(?:\s+y\s+(?:las\s+)?llamadas)?|this\s+(?:chat|conversation))\s+"
    r"(?:is|are|est[a\u00e1]n?)\s+(?:now\s+)?(?:end-to-end\s+encrypted|(?:cifrad|encriptad)[oa]s?\s+de\s+extremo\s+a\s+extremo)(?!\s*\?).{0,200}",
    r"(?:this\s+number|this\s+line|this\s+phone)\s+(?:(?:does\s?n.?t|does\s+not|can\s?not|can.?t)\s+(?:receive|accept|get)\s+(?:text\s+|sms\s+|incoming\s+)?"
    r"(?:texts|messages|sms|replies|calls)|is\s+(?:no\s+longer|not)\s+(?:in\s+service|able\s+to\s+receive\s+\w+))\W*",
    r"(?:este|el)\s+(?:n[u\u00fa]mero|tel[e\u00e9]fono)\s+(?:ya\s+)?no\s+(?:recibe|acepta|admite|puede\s+recibir|est[a\u00e1]\s+en\s+servicio)"
    r"(?:\s+(?:mensajes(?:\s+de\s+texto)?|textos|sms|respuestas|llamadas))?\W*",
    r"(?:the\s+)?person\s+you(?:\s+are|\s+have|'re|'ve)?\s+(?:texted|texting|messaged|messaging|contacted|called)\s+(?:is|has|uses|was)\b.{0,160}",
    r"(?:la\s+)?persona\s+a\s+(?:la\s+que|quien)\s+(?:le\s+)?(?:escribes|escribe|escribi[o\u00f3]|escribiste|llam[o\u00f3]|llamaste)\s+(?:usa|est[a\u00e1]|tiene|no)\b.{0,160}",
)
NOTICES = (*_CODES, *_COMPANY, *_REMINDERS, *_ALERTS)
"""Forms of what a company, an app or an authority sends."""

REPLIES = (
    r"(?:vacation|away|holiday|out[- ]of[- ]office|automatic)\s+(?:responder|reply|message|response|notice)\s*[:!-].{3,300}",
    r"auto\w*(?:[ -]\w+)?\]\s*.{3,300}",
)
"""Forms of what a phone answers by itself."""

QUICK_REPLIES = re.compile(
    r"(?:(?:Hi|Hey|Hello|Sorry)[,.!] )?(?:I (?:can[\u2019']t|cannot) talk|[Cc]an[\u2019']t talk)(?: right)? now\. "
    r"(?:What[\u2019']s up\?|Call me later\?|Can I call you later\?|I[\u2019']ll call you (?:later|back|right back)\.)|"
    r"(?:Hola[,.!] |Lo siento[,.] )?(?:Ahora n|N)o puedo hablar(?: ahora| en este momento)?\. "
    r"(?:\u00bfQu\u00e9 (?:pasa|tal|hay|hubo)\?|\u00bfMe llamas (?:luego|m\u00e1s tarde)\?|Te llamo (?:luego|m\u00e1s tarde)\.)"
)
"""Ready-made answers of a phone's call screen, letter for letter: who types "cant talk now whats up" is heard."""

OWN_VOICE = re.compile(
    r"\b(?:i|i.m|im|i.ve|i.ll|(?<!find )my|me|mine|u|ur|yo|mi|mis|mio|estoy|tengo|says?|said|dice|dijo|daddy\s+said|lol|omg|wtf|idk|"
    r"zip|postal|area\s+code|gate|door\s+code|buzz\w*)\b|\?\s*$",
    re.IGNORECASE,
)
"""Words by which a text is somebody's own, though it has the form of a notice."""
