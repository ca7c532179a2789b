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

REPLY = "What would help most right now? 1 A place to stay 2 Food 3 Health 4 Safety 5 Papers 6 School 7 Talk 8 More. Not now?"


def create_app() -> Flask:
    """The app, from the environment."""
    app = Flask(__name__)
    url = os.environ["PUBLIC_URL"] + "/sms"
    validator = RequestValidator(os.environ["TWILIO_AUTH_TOKEN"])
    store = redis.Redis.from_url(os.environ["REDIS_URL"])

    @app.post("/sms")
    def incoming() -> Response:
        if not validator.validate(url, request.form, request.headers.get("X-Twilio-Signature", "")):
            abort(403)
        place = "floor:" + request.form["From"]
        turns = int(store.get(place) or 0)  # type: ignore[arg-type]
        store.set(place, turns + 1)
        response = MessagingResponse()
        response.message(REPLY)
        return Response(str(response), content_type="text/xml; charset=utf-8")

    return app


app = create_app() if "TWILIO_AUTH_TOKEN" in os.environ else None
