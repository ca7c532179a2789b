"""Turns a step, or a turn that failed, into the text that is sent."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.config.settings import Settings
from bot.content.catalog import Language
from bot.conversation.help_lines import hazard_of
from bot.conversation.messages import Inbound, Reply
from bot.conversation.placeholders import Placeholders
from bot.flows import asides, at_hand
from bot.flows.choices import spec_for
from bot.flows.emergency import FIRST_AID, FIRST_AID_FOR_OTHER
from bot.flows.handoff import SILENCE
from bot.flows.hazards import HAZARD_TURNS
from bot.flows.machine import Step
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, State
from bot.flows.safety import ASKED_HOW_THEY_ARE, DANGERS, UNNAMED
from bot.flows.session import Session
from bot.flows.welcome import SILENT
from bot.runtime.runtime import Snapshot
from bot.sms.segments import count
from bot.understanding import carrier, normalise

PHOTO_REMARK = "unclear.photo"
"""This message says itself that pictures cannot be seen; any other reply to a picture begins with such a remark."""

_BLAND_FOR_NOW = frozenset({State.SAFETY_COVER, State.CARRIER_STOPPED, State.PRIVACY_FORGOTTEN, State.PRIVACY_WHO_AM_I})
"""States whose reply has no number of a danger: "who is this" may be asked by somebody else who holds the phone."""
_LEADS_TO_A_PERSON = frozenset(
    {State.CONSENT_TEAM.value, State.CONSENT_TALK.value, State.UNCLEAR_PERSON.value, State.UNCLEAR_REST.value}
)
_BESIDE_AN_ADDRESS = frozenset(
    {*(state.value for state in DANGERS.values()), FIRST_AID, FIRST_AID_FOR_OTHER, "needs.area_again",
     State.NEEDS_AREA.value, State.NEEDS_CONFIRM.value, State.OPTIONS_OFFER.value, State.OPTIONS_NONE.value,
     State.OPTIONS_NEAREST.value, State.SAFETY_NO_PLACE.value}
)  # fmt: skip
"""Messages that may answer an address without saying that nobody comes."""


_BEFORE_A_PLACE: dict[Aside | None, str] = {Aside.LET_DOWN: "tried.too", Aside.NO_SHELTER: "no_shelter.too"}
"""What is said before the next place, or the question for the area."""

_FOREIGN = {"foreign.line": "line", "foreign.again": "again", "foreign.quiet": "quiet"}
_ANSWERS_DANGER = frozenset(
    {*(state.value for state in DANGERS.values()), *(f"safety.ask.{concern}" for concern in ASKED_HOW_THEY_ARE)}
)


def render(snapshot: Snapshot, step: Step, reading: Interpretation | None = None) -> str:
    """Return the text of a step, "" for a silent one. `reading`: what it replies to. Raises MissingMessage.

    A reply to a picture says that it cannot be seen, one to an address that nobody comes, and one after a danger has
    its numbers.
    """
    if step.says == SILENCE:
        return ""
    session = step.session
    language = snapshot.catalog.language(session.language)
    placeholders = Placeholders(snapshot)
    offers = spec_for(session).choices
    text = language.fill(
        step.says, session.state, bland=not session.safe, value=placeholders.values(session, language), offers=offers
    )
    if step.move.answer is Answer.ASIDE or step.says in asides.KEYS:
        text = _aside(step, language, placeholders.values(session, language), text)
    if reading and reading.also and step.says in {*asides.KEYS, State.WELCOME_HELLO.value}:
        text = _with_second(step, reading.also, language, placeholders.values(session, language), text)
    if session.word_known:
        text = _without_word(snapshot, step, text)
    if step.move.source in SILENT and session.state is State.CONSENT_TALK:
        text = beside(language.piece("hello.short"), text)
    if reading and reading.foreign:
        text = _in_their_language(snapshot, step, reading.foreign, language) or text
    if reading and reading.photo and step.says != PHOTO_REMARK:
        text = f"{language.piece('photo.too')} {text}".strip()
    if reading and reading.aside in _BEFORE_A_PLACE and step.move.answer is not Answer.ASIDE:
        text = beside(language.piece(_BEFORE_A_PLACE[reading.aside]), text)
    if reading and reading.come and step.says in _BESIDE_AN_ADDRESS:
        text = beside(language.piece("come.too"), text)
    if session.abroad:
        line = language.piece("line.abroad")  # stands for each of our lines, and is named once: "x or x"
        text = re.sub(rf"{re.escape(line)}(?: \w+ {re.escape(line)})+", lambda _: line, text)
    return _with_numbers(placeholders, step, language, text)


def _without_word(snapshot: Snapshot, step: Step, text: str) -> str:
    """Return the reply in words that do not name the cover word, which somebody else knows."""
    session, language = step.session, snapshot.catalog.language(step.session.language)
    word, value = (
        snapshot.settings.cover_word_in(session.language).upper(),
        Placeholders(snapshot).values(session, language),
    )
    if word not in text:
        return text
    offers = spec_for(session).choices
    for key in (step.says, UNNAMED):
        text = language.fill(key, session.state, bland=True, value=value, offers=offers)
        if word not in text:
            break
    return text


def _aside(step: Step, language: Language, value: Callable[[str], str], text: str) -> str:
    """Return the reply to a question or remark, in a length that fits.

    Where nothing was asked yet, the answer stands within the hello. A long list of choices is not said again.
    """
    session = step.session
    if step.move.source in SILENT and session.aside:
        key = asides.key_of(session._replace(aside=None), session.aside)
        return within_hello(language.fill(key, session.state, bland=True, value=value, choices=""), text)
    if fits(text) or step.says not in asides.KEYS:
        return text
    shorter = (
        language.fill(step.says, session.state, bland=not session.safe, value=value, choices=choices)
        for choices in (language.piece("choices.stand"), "")
    )
    return next(filter(fits, shorter), text)


def _with_second(step: Step, also: Aside, language: Language, value: Callable[[str], str], text: str) -> str:
    """Return the reply with the answer to a second question before its choices, if there is room for both."""
    key = asides.key_of(step.session._replace(aside=None), also)
    answer = language.fill(key, step.session.state, bland=not step.session.safe, value=value, choices="")
    answer = _ASKED_TOO.sub("", answer.strip())
    head, mark, choices = text.partition("\n")
    both = within_hello(answer, text) if step.move.source in SILENT else f"{head} {answer}{mark}{choices}"
    return both if fits(both) else text


def _in_their_language(snapshot: Snapshot, step: Step, code: str, language: Language) -> str:
    """Return the reply in a language that the bot does not write, "" if it has none for this step.

    An answer to danger keeps the choices, by which they reach a person, and when somebody reads if there is room.
    """
    kind = _FOREIGN.get(step.says, "alarm" if step.says in _ANSWERS_DANGER else "")
    placeholders, session = Placeholders(snapshot), step.session
    told = snapshot.others.fill(code, kind, placeholders.numbers(session)) if kind else ""
    if kind != "alarm" or not told:
        return told
    choices = language.choices(session.state, spec_for(session).choices)
    short = f"{told}\n{choices}".strip()
    full = f"{told} {placeholders.reads(session, language)}".strip() + f"\n{choices}"
    return next(filter(fits, (full.strip(), short)), told)


def _with_numbers(placeholders: Placeholders, step: Step, language: Language, text: str) -> str:
    """Return the text with the numbers of the last danger, and when somebody reads if it offers a person.

    Neither is said twice, nor where a caseworker is there or the screen may be seen. A person without a
    place for the night is in no danger of the moment: only the next two replies have the numbers.
    """
    session = step.session
    if not hazard_of(session) or session.caseworker_name or session.state in _BLAND_FOR_NOW or step.says in _NO_NUMBERS:
        return text
    if session.state is State.WELCOME_HEARD and session.limits_told and not session.safe:
        return text  # the screen was made bland, and "is now ok?" is open again
    if session.hazard == Answer.NO_PLACE.value and session.hazard_left < HAZARD_TURNS - _AFTER_NO_PLACE:
        return text
    numbers, line = placeholders.urgent(session, language)
    untold = [number for number in numbers if not _says(text, number)]
    if untold == [numbers[0]]:
        line = language.piece("urgent.emergency", {"emergency": numbers[0]})
    lines = (line, f"{', '.join(untold)}.") if untold else ("",)
    reads = placeholders.reads(session, language) if step.says in _LEADS_TO_A_PERSON else ""
    told = dict.fromkeys(" ".join(filter(None, (closed, shown, text))) for closed in (reads, "") for shown in lines)
    return next(filter(fits, told), text)


_NO_NUMBERS = frozenset({*(f"aside.{one.value}" for one in (Aside.STOP_TEXTS, Aside.NO_HOTLINE)), *at_hand.SEEN_KEYS})
"""Replies to somebody who wants no texts, or no numbers. Whoever else asks for silence must not read a danger here."""

_AFTER_NO_PLACE = 2
"""Replies that have the numbers for young people without a place, after the one that answers it."""


def _says(text: str, number: str) -> bool:
    return re.search(rf"(?<![\d-]){re.escape(number)}(?![\d-])", text) is not None


_QUESTION = re.compile(r"(?<=[.!]) (?=(?:¿[^.!?\n]*|[A-Z][^.!?\n]*)\?(?:\n|$))")


_ASKED_TOO = re.compile(r"(?<=[.!]) \u00bf?[^.!?\n]*\?$")


def within_hello(answer: str, hello: str) -> str:
    """Return a hello with an answer before its question, so that who writes is said first.

    Before the hello where it has no such question, and without the answer where both are too long.
    """
    head, *rest = _QUESTION.split(hello, maxsplit=1)
    answer = _ASKED_TOO.sub("", answer) if rest else answer  # one question a text
    both = f"{head} {answer} {rest[0]}" if rest else f"{answer} {hello}"
    return both if fits(both) else hello


def beside(before: str, text: str) -> str:
    """Return the text with a sentence before it, or without where that would be too long for one message."""
    both = f"{before} {text}".strip()
    return both if fits(both) else text


def fits(text: str) -> bool:
    """Return whether a text is short enough for one message."""
    size = count(text)
    return size.segments <= (3 if size.encoding == "GSM-7" else 4)


def language_of(snapshot: Snapshot, inbound: Inbound) -> str:
    """Return the language that a message is written in, English when it is not known."""
    words = normalise(inbound.text)
    return carrier.language(words) or snapshot.lexicon.language(words, "en") or "en"


def render_fallback(snapshot: Snapshot, inbound: Inbound, code: str, *, confirms_stop: bool = True) -> Reply:
    """Build the reply to a turn that failed: bland, with hotlines, in the language `code`. Raises MissingMessage.

    A STOP is confirmed, with nothing added, unless `confirms_stop` is False.
    """
    if confirms_stop and carrier.heard(normalise(inbound.text), opt_out=inbound.opt_out) is Answer.STOP:
        state, key = State.CARRIER_STOPPED, State.CARRIER_STOPPED.value
        if provider_confirms_stop(snapshot.settings, inbound.opt_out):
            return Reply("", key, key, code)
    else:
        state, key = State.WELCOME_PAUSED, "fallback"
    language = snapshot.catalog.language(code)
    text = language.fill(key, state, bland=True, value=Placeholders(snapshot).values(Session(language=code), language))
    return Reply(text, key, state.value, code)


def provider_confirms_stop(settings: Settings, opt_out: str) -> bool:
    """Return whether the provider itself confirms a STOP, so that a text of ours would be one too many."""
    return settings.carrier_replies == "twilio" or bool(opt_out)
