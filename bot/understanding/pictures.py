"""Pictures used as a threat, and sex sold on camera: what is told next, in English and Spanish.

All texts are words with one space between them, contractions and short forms written out.
"""

from __future__ import annotations

import re

_THREATENED = re.compile(
    # paid, sent
    r"\bi (?:already |just |even |did |have |had )*(?:paid|pay|sent|send|gave|cash ?app(?:ed)?|venmo(?:ed)?"
    r"|zelle(?:d)?)\b"
    r"|\b(?:do|should|shud|must|can|have to|what if) (?:i )?(?:just |still |even |have to )*(?:pay|send|give"
    r"|keep paying)\b"
    r"|\bif i (?:do not|stop|just|keep|never) (?:pay|paying|send|sending|answer|block)\b"
    # wants more, will send
    r"|\b(?:he|she|they|it|dude|guy|person)(?: (?:still|now|just|keeps?|is|will|says?|said|be))* (?:wants?|wanting"
    r"|asks?|asking|demand\w*|sending|send|"
    r"post\w*|leak\w*|going to|gonna|expose|show|text(?:ing|ed)?|threat\w*)(?: \w+){0,4} (?:more|money|it|them|pics?"
    r"|pictures|nudes|\d+|everyone|everybody|"
    r"school|friends|family|mom|dad|parents|followers|followers list|contacts|me)\b"
    r"|\b(?:send|post|leak|show)\w*(?: (?:it|them|that|those|my \w+))* to (?:my|the|all|every|everyone)\b"
    r"|\b(?:he|she|they)(?: \w+){0,2} (?:has|have|found|got|screenshotted) (?:my|all my) (?:followers|friends"
    r"|contacts|school|insta|family)\b"
    # who it was
    r"|\b(?:fake|scam|bot|catfish|hacked|stolen) ?(?:profile|account|acct|acc|page|insta|snap|person|pics?|girl|guy"
    r"|number|one)?$"
    r"|\b(?:it|he|she|they|that|turns out|turned out)(?: (?:was|is|were|are|not|it|really|even|just|to be|all|out|he"
    r"|she))* (?:a |an |some )?(?:fake|scam|scammer|bot|catfish|guy|dude|man|"
    r"boy|girl|grown man|someone else)\b"
    r"|\bi (?:already |just |have |had )*(?:blocked|reported|deleted|muted|unadded)\b|\b(?:should|do|can"
    r"|shud) i (?:just |even )*(?:block|report|delete|ignore|answer|reply)\b"
    # taken down
    r"|\b(?:take|took|taken|get|delete|remove|erase|bring)(?: \w+){0,3} (?:down|off|removed|deleted|took down"
    r"|taken down|back|it|them|pics?|pictures|photos)\b"
    r"|\b(?:ya )?(?:le|les) (?:pague|mande|envie|deposite|transferi|di)\b|\b(?:ya )?(?:pague|deposite)\b"
    r"|\b(?:le|les) (?:mando|pago|sigo|contesto|doy|deposito|tengo que (?:pagar|mandar)|debo (?:pagar|mandar))\b"
    r"|\b(?:si|y si) no (?:le|les)? ?(?:pago|mando|contesto|doy)\b"
    r"|\b(?:quiere|pide|piden|quieren|exige)(?: \w+){0,2} (?:mas|otra|otras|dinero|\d+|fotos?|videos?)\b"
    r"|\b(?:la|las|lo|los) (?:va|van|quiere|quieren|iba) a (?:mandar|subir|publicar|ensenar|enviar|compartir|pasar"
    r"|poner)\b"
    r"|\bse (?:la|las|lo|los) (?:va a |van a |quiere )?(?:mand\w+|ensen\w+|envi\w+|pas\w+|muestr\w+)\b"
    r"|\b(?:va|van) a (?:subir|publicar|mandar|ensenar|enviar|compartir)(?:la|las|lo|los|me)?\b"
    r"|\b(?:perfil|cuenta|pagina|persona|muchacha|chava|numero)(?: \w+)? (?:fals[oa]|fake|robad[oa]|hackead[oa])\b"
    r"|\b(?:era|es|resulto|fue)(?: \w+){0,2} (?:fals[oa]|estafa|fraude|bot|hombre|vato|senor|tipo|estafador\w*"
    r"|mentira)\b|\bni (?:era|es) (?:mujer|muchacha|chava|nina)\b"
    r"|\b(?:lo|la|los) (?:bloquee|reporte|bloqueo|reporto|borre)\b"
    r"|\bcomo (?:la|las|lo|los)? ?(?:borr\w+|quit\w+|baj\w+|elimin\w+)\b|\b(?:borrar|quitar|bajar|eliminar)(?:la|las"
    r"|lo|los)\b"
    r"|\b(?:mi|la) (?:escuela|mama|ama|familia|papa) (?:las|la|lo|los) (?:va|van) a ver\b"
)
_MORE_OF_PICTURES = re.compile(
    r"\b(?:group ?chat|followers|follow list|following list|contacts|screenshots?|countdown|timer|seguidores"
    r"|contactos|captura|capturas)\b"
    r"|\b(?:las|los|la|lo) (?:sube|subio|publica|publico|manda|mando|ensena|comparte|paso)\b"
    r"|\bi (?:am|feel|was)(?: \w+)? (?:stupid|dumb|an idiot|idiot|such an idiot)\b|\bmy (?:own )?fault\b"
    r"|\b(?:soy|fui|me siento)(?: \w+)? (?:tont|idiot|estupid|mens|pendej|bob)\w+\b|\bfue mi culpa\b|\bmi culpa\b"
    r"|\b(?:new|another|other|otra|nueva) (?:account|acct|acc|page|number|cuenta|numero)\b"
)
_SOLD_ON_CAMERA = re.compile(
    r"\b(?:cams?|cameras?|camara|camaras|onlyfans|webcam|en vivo|livestream|live)\b.*\b(?:he|she|they|uncle|dad"
    r"|stepdad|boyfriend|bf|mom|man|boss) "
    r"(?:\w+ )?(?:gets?|keeps?|takes?|collects?|sells?|charges?|makes?)\b"
    r"|\b(?:he|she|uncle|dad|stepdad|boyfriend|bf|mom|man|boss|they) (?:makes?|puts?|has|got|sells?) me (?:on|do"
    r"|get on|go on)(?: \w+)? (?:cams?|camera|onlyfans|webcam|live)\b"
    r"|\b(?:he|she|they|uncle|dad|stepdad|boyfriend|bf|mom|man|boss) (?:\w+ )?(?:gets?|keeps?|takes?|collects?"
    r"|charges?|makes?) "
    r"(?:\w+ ){0,6}(?:cam|cams|camera|onlyfans|webcam|live)\b"
    r"|\b(?:camara|camaras|webcam|onlyfans|en vivo)\b.*\b(?:cobra|cobran|se queda|vende|recibe|gana|le pagan)\b"
    r"|\b(?:cobra|cobran|vende|venden)\b.*\b(?:mis (?:fotos|videos)|me ven|por verme|camaras?)\b"
)


def is_of_threat(said: str) -> bool:
    """Return whether a text tells on of such a threat: paid, wants more, a fake profile, how they are taken down.

    It counts only where the threat was told before.
    """
    return (_THREATENED.search(said) or _MORE_OF_PICTURES.search(said)) is not None


def is_sold_on_camera(said: str) -> bool:
    """Return whether somebody else is paid for what the person does on camera: nobody asks them for money."""
    return _SOLD_ON_CAMERA.search(said) is not None
