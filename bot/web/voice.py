"""Webhook of a phone call to our number: says what it is, and by key reads a number to call.

Numbers are read aloud, never dialled: Twilio sends a call to 911 to where our number is registered, not to where the
caller is; nobody has seen that it connects 988; and a call to a help line would stand in the agency's records. Nothing
of a call is stored or logged, and the caller's number is not read.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from urllib.parse import urlencode

from flask import Blueprint, Response, request

from bot.content.catalog import Language
from bot.content.fragments import FILLS
from bot.content.last_resort import last_word
from bot.conversation.placeholders import Placeholders
from bot.errors import NOT_FAULTS, safe_location
from bot.flows.session import Session
from bot.runtime.runtime import Snapshot
from bot.sms.calls import VOICES, Spoken, ask_for_key, hang_up
from bot.web.current import runtime
from bot.web.webhook import only_the_provider

log = logging.getLogger(__name__)
bp = Blueprint("voice", __name__)

KEYS = {"1": "emergency", "2": "hotline", "3": "crisis"}
"""What a key reads aloud: `voice.<name>`. The menu offers it by `voice.offer.<name>`."""

OTHER_LANGUAGE = "9"
_OTHER = {"en": "es", "es": "en"}


@bp.post("/voice", strict_slashes=False)
def called() -> Response:
    """Answer a call: what this is, and the keys."""
    only_the_provider()
    return _answer("en", lambda call: call.ask(call.sentence("hello")))


@bp.post("/voice/key", strict_slashes=False)
def pressed() -> Response:
    """Answer a key, which is "" if none was pressed. An unknown key repeats the menu once, then ends the call."""
    only_the_provider()
    code = request.args.get("language", "")
    code = code if code in VOICES else "en"
    key = request.form.get("Digits", "")
    if key == OTHER_LANGUAGE:
        return _answer(_OTHER[code], lambda call: call.ask(call.sentence("hello")))
    if key in KEYS:
        return _answer(code, lambda call: call.ask(call.sentence(KEYS[key], times=2)))
    if request.args.get("again"):
        return _answer(code, lambda call: hang_up([call.sentence("goodbye")]))
    return _answer(code, lambda call: call.ask(call.sentence("unknown"), again=True))


class _Call:
    """What can be said in a call, in one language and with the numbers of the programme's region."""

    def __init__(self, snapshot: Snapshot, code: str) -> None:
        self._snapshot, self._code = snapshot, code

    def sentence(self, name: str, key: str = "", *, code: str = "", times: int = 1) -> Spoken:
        """Return a sentence to say. Raises MissingMessage if a number in it is missing."""
        code = code or self._code
        language = self._snapshot.catalog.language(code)
        return Spoken(code, self._words(language, code, f"voice.{name}", key), times)

    def ask(self, *before: Spoken, again: bool = False) -> str:
        """Return TwiML that says `before` and the menu, and waits for a key. `again`: it is said for the last time."""
        other = self.sentence("offer.language", OTHER_LANGUAGE, code=_OTHER[self._code])
        offers = [self.sentence(f"offer.{name}", key) for key, name in KEYS.items()]
        query = urlencode({"language": self._code, **({"again": "1"} if again else {})})
        action = f"{self._snapshot.settings.public_url}/voice/key?{query}"
        return ask_for_key([*before, other, *offers], action)

    def _words(self, language: Language, code: str, piece: str, key: str) -> str:
        value = Placeholders(self._snapshot).values(Session(language=code), language)
        fills = {name: key if name == "key" else value(name) for name in FILLS.get(piece, ())}
        return language.piece(piece, fills)


def _answer(code: str, twiml: Callable[[_Call], str]) -> Response:
    """Return the answer of `twiml`, or the last words, spoken, if it fails (promise 8). Asks Redis nothing."""
    try:
        said = twiml(_Call(runtime().snapshot(int(time.time())), code))
    except NOT_FAULTS:
        raise
    except BaseException as error:
        log.error("a call was answered by the last words: %s", safe_location(error))
        said = hang_up([Spoken(code, last_word(code), 2)])
    return Response(said, content_type="text/xml; charset=utf-8")
