"""The fallback reply: what a person gets when their turn fails (promise 8)."""

from __future__ import annotations

import logging
import time

from bot.content.last_resort import last_word
from bot.conversation.messages import Inbound, Reply
from bot.conversation.render import language_of, render_fallback
from bot.errors import NOT_FAULTS, safe_location
from bot.flows.names import State
from bot.runtime.runtime import Runtime

log = logging.getLogger(__name__)


def fallback(runtime: Runtime, inbound: Inbound, *, confirms_stop: bool = True) -> Reply:
    """Build the reply to a turn that failed: a bland message with hotlines, or the last word if that fails too.

    Never raises, and never asks Redis: the time is not taken from the clock of the runtime. A STOP is confirmed, unless
    `confirms_stop` is False, because it could not be kept.
    """
    code = "en"
    try:
        snapshot = runtime.snapshot(int(time.time()))
        code = language_of(snapshot, inbound)
        return render_fallback(snapshot, inbound, code, confirms_stop=confirms_stop)
    except NOT_FAULTS:
        raise
    except BaseException as error:
        log.error("fallback failed: %s", safe_location(error))
        return Reply(last_word(code), "last_word", State.WELCOME_PAUSED.value, code)
