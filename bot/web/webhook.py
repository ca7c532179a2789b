"""The provider's two doors: a text comes in, a delivery report comes in. Nobody else's request is answered.

Knows the form's field names and no more. May not log a field. Media are counted, never fetched.
"""

from __future__ import annotations

import logging
import secrets

from flask import Blueprint, Response, abort, request
from werkzeug.exceptions import HTTPException

from bot.content.last_resort import last_word
from bot.conversation.messages import Inbound
from bot.errors import WarmlineError, safe_location
from bot.inbound.router import Router
from bot.sms.twilio import BAD_NUMBER, LOST, OPTED_OUT, RANKS, check_signature, number, twiml
from bot.web.current import runtime

log = logging.getLogger(__name__)
bp = Blueprint("webhook", __name__)


@bp.post("/sms", strict_slashes=False)
def incoming() -> Response:
    """A text from a phone; the reply goes back in the same breath. Whatever breaks inside, words come back."""
    _only_the_provider()
    try:
        reply = Router(runtime()).handle(_inbound())
        answer = _xml(reply.text)
        if runtime().settings.demo:
            answer.headers["X-Warmline-State"] = reply.state
            answer.headers["X-Warmline-Key"] = reply.key
            answer.headers["X-Warmline-Language"] = reply.language
    except HTTPException:
        raise
    except Exception as error:  # promise 8: never silence
        log.error("a text was answered by the last words: %s", safe_location(error))
        return _xml(last_word())
    return answer


@bp.post("/sms/status", strict_slashes=False)
def delivery() -> Response:
    """What became of a text of ours; the worker follows it up.

    Always 204: the provider can do nothing about a store that is gone.
    """
    _only_the_provider()
    sid, status = request.form.get("MessageSid", ""), request.form.get("MessageStatus", "").lower()
    code, phone = number(request.form.get("ErrorCode")), request.form.get("To", "")
    store = runtime().store
    try:
        if code == OPTED_OUT and phone:
            store.mark_stopped(phone)
        elif code in BAD_NUMBER and phone:
            store.mark_bad(phone)
        if sid and status in RANKS:
            store.sent.report(sid, status, RANKS[status], code, lost=status in LOST)
    except WarmlineError as error:
        log.error("a delivery report was lost: %s", type(error).__name__)
    return Response(status=204)


def _only_the_provider() -> None:
    """403 unless the request is signed for our public address. What the Host header claims plays no part."""
    settings = runtime().settings
    raw = request.get_data(cache=True)  # before the form is read, which would use it up
    query = request.query_string.decode("latin-1")
    url = settings.public_url + request.path + (f"?{query}" if query else "")
    signature = request.headers.get("X-Twilio-Signature")
    if not check_signature(settings.twilio_auth_tokens, url, request.form, raw, signature):
        log.warning("a request without a good signature was refused")
        abort(403)


def _inbound() -> Inbound:
    form = request.form
    sids = (form.get("MessageSid"), form.get("SmsSid"), form.get("SmsMessageSid"))
    return Inbound(
        # A text without any mark is its own: it must not pass for a repetition of another such text.
        sid=next(filter(None, (*sids, request.headers.get("I-Twilio-Idempotency-Token"))), secrets.token_hex(16)),
        phone=form.get("From", ""),
        text=form.get("Body", ""),
        media=number(form.get("NumMedia")),
        opt_out=form.get("OptOutType", ""),
    )


def _xml(text: str) -> Response:
    return Response(twiml(text), content_type="text/xml; charset=utf-8")
