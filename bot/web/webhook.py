"""Webhook of the SMS provider: incoming texts and delivery reports.

Requests without the provider's signature are refused. This module knows the form's field names and must not log a
field's value. It counts media and never fetches them.
"""

from __future__ import annotations

import logging
import re
import time

from flask import Blueprint, Response, abort, request
from werkzeug.exceptions import HTTPException

from bot.content.last_resort import last_word
from bot.conversation.messages import Inbound
from bot.errors import NOT_FAULTS, WarmlineError, safe_kind, safe_location
from bot.inbound.router import Router
from bot.sms.addresses import normalise
from bot.sms.twilio import BAD_NUMBER, LOST, OPTED_OUT, RANKS, check_signature, number, twiml
from bot.store import Store
from bot.store.stop_journal import OptOut
from bot.web.current import runtime

log = logging.getLogger(__name__)
bp = Blueprint("webhook", __name__)

MOST_BYTES = 48 * 1024
"""Largest body: 1600 characters of four bytes each, percent-encoded, with ten addresses of media and add-on data."""

MOST_FIELDS = 200
"""Most form fields. The provider sends some thirty, and two more for each of at most ten media."""


@bp.post("/sms", strict_slashes=False)
def incoming() -> Response:
    """Answer an incoming text with TwiML.

    Any internal failure is answered with the last-resort text. In demo mode, headers carry the reply's state, key and
    language.
    """
    began = time.perf_counter()
    only_the_provider()
    try:
        reply = Router(runtime()).handle(_inbound())
        answer = _xml(reply.text)
        runtime().measures.turn(time.perf_counter() - began, fell_back=reply.key in _FALLBACKS)
        if runtime().settings.demo:
            answer.headers["X-Warmline-State"] = reply.state
            answer.headers["X-Warmline-Key"] = reply.key
            answer.headers["X-Warmline-Language"] = reply.language
    except HTTPException:
        raise
    except NOT_FAULTS:
        raise
    except BaseException as error:  # promise 8: never silence
        log.error("a text was answered by the last words: %s", safe_location(error))
        runtime().measures.turn(time.perf_counter() - began, fell_back=True)
        return _xml(last_word())
    return answer


@bp.post("/sms/status", strict_slashes=False)
def delivery() -> Response:
    """Store a delivery report; the worker follows up failures.

    Always answer 204, because the provider can do nothing about a store that is down.
    """
    only_the_provider()
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
        log.error("a delivery report was lost: %s", safe_kind(error))
        if code == OPTED_OUT and phone:
            _keep_opt_out(store, phone)
    return Response(status=204)


def only_the_provider() -> None:
    """Abort with 403 unless the request is signed for our public address; ignore the Host header.

    What is too large to come from the provider is refused before the signature is computed, which costs by the field.
    """
    settings = runtime().settings
    if "X-Twilio-Signature" not in request.headers:
        log.warning("a request without a good signature was refused")
        abort(403)
    request.max_content_length, request.max_form_parts = MOST_BYTES, MOST_FIELDS
    raw = request.get_data(cache=True)  # read before `request.form`, which consumes the body
    if raw.count(b"&") + request.query_string.count(b"&") >= MOST_FIELDS:
        log.warning("a request with too many fields was refused")
        abort(413)
    query = request.query_string.decode("latin-1")
    url = settings.public_url + request.path + (f"?{query}" if query else "")
    signature = request.headers.get("X-Twilio-Signature")
    if not check_signature(settings.twilio_auth_tokens, url, request.form, raw, signature):
        log.warning("a request without a good signature was refused")
        abort(403)


def _keep_opt_out(store: Store, phone: str) -> None:
    """Keep an opt-out that the provider reports on disk until Redis can take it."""
    try:
        store.journal.add(OptOut(store.person(phone), True, int(time.time())))
    except OSError as error:
        log.error("an opt-out could not be kept: %s", safe_kind(error))


def _inbound() -> Inbound:
    """Build the message from a signed form. Abort with 400 unless it names one well-formed message."""
    form = request.form
    sid = form.get("MessageSid", "")
    if not _is_cut_as_signed() or not _SID.fullmatch(sid):
        log.warning("a signed request without a well-formed message was refused")
        abort(400)
    return Inbound(
        sid=sid,
        phone=normalise(form.get("From", "")),
        text=form.get("Body", ""),
        media=number(form.get("NumMedia")),
        opt_out=form.get("OptOutType", ""),
        to=normalise(form.get("To", "")),
    )


_FALLBACKS = frozenset({"fallback", "last_word"})
"""Keys of the replies to a turn that failed."""

_SID = re.compile(r"(?:SM|MM)[0-9a-f]{32}")
_FIELD = re.compile(r"[A-Z][A-Za-z]*[0-9]{0,2}")
_ONCE = ("MessageSid", "SmsSid", "SmsMessageSid", "From", "To", "Body", "NumMedia", "OptOutType")


def _is_cut_as_signed() -> bool:
    """Return whether the fields are those that the provider signed.

    The signature covers names and values written together, so a form can be cut anew into other fields with the same
    signature. Such a cut leaves odd names, a field twice, or ids that differ.
    """
    form = request.form
    sids = {form[name] for name in ("MessageSid", "SmsSid", "SmsMessageSid") if name in form}
    named = all(map(_FIELD.fullmatch, form))
    return named and len(sids) == 1 and all(len(form.getlist(name)) <= 1 for name in _ONCE)


def _xml(text: str) -> Response:
    return Response(twiml(text), content_type="text/xml; charset=utf-8")
