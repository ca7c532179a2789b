"""A question how long a person takes to write, and "nobody wrote me", where a person was asked for. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.asides import CONSENT
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, State
from bot.flows.session import Session
from bot.understanding.chosen_name import tells_name

_AND = (
    r"(?:(?:so|ok|okay|and|but|then|hey|um|still|like|y|pero|entonces|bueno|oye|es que|todavia|aun|ya|hola|"
    r"mas o menos|about|roughly) )*"
)
_THEY = (
    r"(?:they|she|he|it|this|that|u|you|yall|somebody|someone|anybody|anyone|a person|the person|people|staff|"
    r"the team)"
)
_ANSWER = r"(?:text|write|answer|reply|respond|call|message|msg|hit|get back|contact|reach out|read)"
_CONTESTAN = (
    r"(?:escrib(?:en|e|an|iran|ir|irme)|contest(?:an|a|en|aran|ar|arme)|respond(?:en|e|an|er|erme)|"
    r"llam(?:an|a|en|ar|arme)|marc(?:an|a|ar|arme)|habl(?:an|a|ar|arme)|texte(?:an|a|ar|arme)|"
    r"mand(?:an|a|ar|arme)(?: (?:un )?(?:mensaje|texto))?)"
)
_ALGUIEN = r"(?:alguien|una persona|la persona|ellos|ella|ustedes|el equipo)"
_HOW_LONG = re.compile(
    rf"{_AND}(?:how (?:long|much longer|soon|many (?:minutes|hours|days))"
    rf"(?: (?:do|does|will|would|is|are|did|till|until|til|before|for|to|i|have|wait|usually|gonna|going|{_THEY}"
    r"|take|takes|"
    rf"be|me|my|an|{_ANSWER}|back))*"
    rf"|(?:when|what time)(?: (?:do|does|will|would|is|are|r|gonna|going to|{_THEY}))+ {_ANSWER}(?: (?:me|back|to me|up|us))*"
    r"|(?:como |y )*cuanto(?: tiempo)?(?: (?:me|les|te|mas|le|ya))* (?:falta|queda|hay que esperar)"
    r"(?: (?:mas|para que|todavia|aun|escriban|contesten|me|ya))*"
    r"|(?:como )?cuanto(?: tiempo)?(?: (?:se|me|te|les|van a|va a|mas|falta|para|que|hay que|tengo que|en))*"
    rf" (?:tard\w+|demor\w+|dilat\w+|espera(?:r|rme)?)(?: (?:en|para|a|que|me|{_ALGUIEN}|{_CONTESTAN}|mas|ustedes"
    r"|ellos))*"
    rf"|(?:cuando|(?:como )?a que hora|para cuando|que dia)(?: (?:me|nos|van a|va a|{_ALGUIEN}))* {_CONTESTAN}"
    rf"(?: (?:a mi|{_ALGUIEN}|ya|de vuelta))*)"
)
_UNANSWERED = re.compile(
    rf"{_AND}(?:(?:nobody|no one|noone|nothing|no text|nadie|nada)(?: (?:yet|still|here|today|todavia|aun|ya))*"
    r"|(?:nobody|no one|noone|none of yall|nobody ever) (?:has |have |ever |even |still |never )*"
    r"(?:text|texts|texted|wrote|written|write|answer|answered|replied|reply|responded|called|messaged)"
    r"(?: (?:me|back|to me|us|yet|still|at all|today))*"
    r"|(?:they|yall|you|u|she|he) (?:guys )?(?:never|still have not|have not|has not|did not|still did not)"
    r" (?:even )?"
    r"(?:text|texted|wrote|write|answer|answered|reply|replied|responded|respond|called|call)(?: (?:me|back|to me"
    r"|us|yet))*"
    r"|nadie (?:me |nos |ha |todavia |aun |ya )*(?:escrib\w+|escrito|contest\w+|llam\w+|respond\w+|habl\w+|mand\w+)"
    r"(?: (?:todavia|aun|nada|nunca|mensaje|a mi|hoy|ayer))*"
    r"|no me (?:han |ha )?(?:escrito|contestado|llamado|respondido|escribieron|contestaron|llamaron|hablaron"
    r"|mandaron)"
    r"(?: (?:todavia|aun|nada|nunca|nadie))*"
    r"|(?:me )?(?:dejaron|tienen|siguen|estoy|stoy|toy|ando|sigo|llevo)(?: (?:en|en visto|esperando|aqui|horas|rato|todo|el|dia))+"
    r"|(?:i am|ive been|i have been|been) (?:still )?waiting(?: (?:for|so|long|hours|all day|forever|here|a while|still))*)"
)
_GIVES_WAY = frozenset(
    {Answer.UNCLEAR, Answer.ASIDE, Answer.COME, Answer.SKIP, Answer.NAME, Answer.NO, Answer.NOT_NOW, Answer.MAYBE,
     Answer.GREETING, Answer.CHECK_IN, Answer.REPEAT, Answer.PERSON}
)  # fmt: skip


def of_the_wait(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "y cuando me escriben" and "nobody wrote me" as questions about the wait where a person was asked for."""
    asked_for = bool(session.case) and not session.caseworker_name
    stands = reading.concern is not None or reading.level is not None or reading.answer not in _GIVES_WAY
    if stands or not (asked_for or session.state in CONSENT):
        return reading
    said = wrote.said
    if _HOW_LONG.fullmatch(said) or (asked_for and _UNANSWERED.fullmatch(said)):
        return Interpretation(Answer.ASIDE, aside=Aside.HOW_LONG_WAIT, language=reading.language)
    return reading


_WHAT_NOW = re.compile(
    r"(?:(?:so|ok|okay|and|but|then|y|pero|entonces|bueno) )*"
    r"(?:when(?: is that| though| exactly)?|what (?:is|will) (?:going to )?happen(?: now| next)?"
    r"|what happens (?:now|next)|now what|what now|what next|(?:para )?cuando(?: seria)?"
    r"|(?:y )?ahora que(?: pasa| sigue| hago)?"
    r"|que (?:va a pasar|pasa|sigue)(?: ahora| ahorita)?)"
)


def while_waiting(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "when" and "so now what" as a question about the wait, and a bare name as one to be asked about."""
    stands = reading.concern is not None or reading.answer in STANDS
    if stands or not session.case or session.caseworker_name:
        return reading
    if _WHAT_NOW.fullmatch(wrote.said):
        return Interpretation(Answer.ASIDE, aside=Aside.HOW_LONG_WAIT, language=reading.language)
    waits = session.state in (State.HANDOFF_WAITING, State.HANDOFF_LONGER) and not session.name
    if waits and reading.answer is Answer.UNCLEAR and tells_name(wrote.text, wrote.lexicon):
        return Interpretation(Answer.NAME, language=reading.language)
    return reading
