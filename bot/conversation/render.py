"""Turns a step, or a turn that failed, into the text that is sent."""

from __future__ import annotations

from bot.config.settings import Settings
from bot.conversation.messages import Inbound, Reply
from bot.conversation.placeholders import Placeholders
from bot.flows.choices import spec_for
from bot.flows.handoff import SILENCE
from bot.flows.machine import Step
from bot.flows.names import Answer, State
from bot.flows.session import Session
from bot.runtime.runtime import Snapshot
from bot.understanding import carrier, normalise

PHOTO_REMARK = "unclear.photo"
"""This message says itself that pictures cannot be seen; any other reply to a picture begins with such a remark."""


def render(snapshot: Snapshot, step: Step, *, photo: bool = False) -> str:
    """Return the text of a step, "" for a silent one. `photo`: it replies to a picture. Raises MissingMessage."""
    if step.says == SILENCE:
        return ""
    session = step.session
    language = snapshot.catalog.language(session.language)
    value = Placeholders(snapshot).values(session, language)
    offers = spec_for(session).choices
    text = language.fill(step.says, session.state, bland=not session.safe, value=value, offers=offers)
    if photo and step.says != PHOTO_REMARK:
        text = f"{language.piece('photo.too')} {text}".strip()
    return text


def language_of(snapshot: Snapshot, inbound: Inbound) -> str:
    """Return the language that a message is written in, English when it is not known."""
    return snapshot.lexicon.language(normalise(inbound.text), "en") or "en"


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
    text = language.fill(key, state, bland=True, value=Placeholders(snapshot).values(Session(), language))
    return Reply(text, key, state.value, code)


def provider_confirms_stop(settings: Settings, opt_out: str) -> bool:
    """Return whether the provider itself confirms a STOP, so that a text of ours would be one too many."""
    return settings.carrier_replies == "twilio" or bool(opt_out)
