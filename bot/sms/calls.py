"""TwiML of a phone call to our number: sentences that a synthetic voice reads, and one key to press.

Built by Twilio's own library. It never dials, records or transcribes, and it must not log.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from twilio.twiml.voice_response import Gather, VoiceResponse  # type: ignore[import-untyped]

from bot.sms.twilio import printable

VOICES = {"en": ("en-US", "Polly.Joanna"), "es": ("es-MX", "Polly.Mia")}
"""By language: the `language` and `voice` of `<Say>`. Twilio may skip a sentence if the two do not fit."""

WAIT_SECONDS = 8
"""Wait for a key, after everything is said. Theirs is 5, short for hands that shake."""

_NUMBER = re.compile(r"\b(?:(?:1-)?\d{3}-\d{3}-\d{4}|\d{3,})\b")


class Spoken(NamedTuple):
    """Sentence in one of the languages of `VOICES`, and how often it is said."""

    language: str
    text: str
    times: int = 1


def ask_for_key(spoken: Sequence[Spoken], action: str) -> str:
    """Return TwiML that says `spoken` and posts the key, or none, to the URL `action`."""
    response = VoiceResponse()
    gather = Gather(
        input="dtmf", num_digits=1, finish_on_key="", timeout=WAIT_SECONDS, action=action, method="POST",
        action_on_empty_result=True,
    )  # fmt: skip
    _say(gather, spoken)
    response.append(gather)
    return str(response)


def hang_up(spoken: Sequence[Spoken]) -> str:
    """Return TwiML that says `spoken` and ends the call."""
    response = VoiceResponse()
    _say(response, spoken)
    response.hangup()
    return str(response)


def digit_by_digit(text: str) -> str:
    """Return the text with its phone numbers as digits, which every voice reads one by one: "9 8 8"."""
    return _NUMBER.sub(lambda found: ", ".join(" ".join(group) for group in found.group().split("-")), text)


def _say(verb: Gather | VoiceResponse, spoken: Sequence[Spoken]) -> None:
    for one in spoken:
        language, voice = VOICES[one.language]
        verb.say(digit_by_digit(printable(one.text)), language=language, voice=voice, loop=one.times)
