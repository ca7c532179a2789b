"""The floor: what any Flask webhook that remembers people must do, and nothing else.

The official signature check, one GET, one SET, 120 letters as TwiML by the official class. It reads the environment
that the product is given, so both stand on the same server and the same Redis.
"""

from __future__ import annotations

import os

import redis
from flask import Flask, Response, abort, request
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]
from twilio.twiml.messaging_response import MessagingResponse  # type: ignore[import-untyped]

from tests.bench.talks import FLOOR_SAYS

URL = os.environ["PUBLIC_URL"] + "/sms"
validator = RequestValidator(os.environ["TWILIO_AUTH_TOKEN"])
store = redis.Redis.from_url(os.environ["REDIS_URL"])
app = Flask(__name__)


@app.post("/sms")
def incoming() -> Response:
    """One text: counted, and answered by the same words."""
    if not validator.validate(URL, request.form, request.headers.get("X-Twilio-Signature", "")):
        abort(403)
    place = "floor:" + request.form["From"]
    turns = int(store.get(place) or 0)
    store.set(place, turns + 1)
    response = MessagingResponse()
    response.message(FLOOR_SAYS)
    return Response(str(response), content_type="text/xml; charset=utf-8")
