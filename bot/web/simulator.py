"""Demo mode's page of phones. A browser's phones are in its signed cookie; a text takes the provider's way.

Nothing here knows what a text means. The threads are the simulated part of the store, shared with the twin.
"""

from __future__ import annotations

import secrets
import time
from typing import Any

from flask import Blueprint, Response, abort, current_app, jsonify, render_template, request, session
from werkzeug.wrappers import Response as BaseResponse

from bot.conversation import Inbound
from bot.errors import WarmlineError
from bot.segments import count
from bot.web.guard import same_origin
from bot.web.line import carry
from bot.web.parts import parts

MOST_PHONES = 3
LONGEST = 1600
LATER_SECONDS = 2 * 60 * 60
TRIES = 20

doors = Blueprint("simulator", __name__, url_prefix="/try")


@doors.before_request
def only_our_pages() -> None:
    """A posting comes from our own page, by JSON; the cookie is SameSite=Strict besides."""
    if request.method == "POST" and not same_origin(parts().settings):
        abort(403)


@doors.errorhandler(WarmlineError)
def store_gone(_error: WarmlineError) -> tuple[Response, int]:
    """The page says so and keeps asking."""
    return jsonify(error="the store does not answer"), 503


@doors.get("")
def page() -> str:
    """The desk and its phones."""
    settings = parts().settings
    ideas = [
        ("need a place 2 sleep 2nite", "Any wording. A need is heard at once."),
        ("not now", "Heard everywhere, never argued with."),
        (settings.cover_word, "The cover word: somebody is looking."),
        ("quiero hablar con una persona", "Spanish. A person is one text away."),
        ("STOP", "Not one more text, until START."),
    ]
    return render_template("try.html", program=settings.program_name, sender=spaced(settings.twilio_from), ideas=ideas)


@doors.get("/thread")
def thread() -> BaseResponse:
    """All phones of this browser and their threads; 304 while nothing is new."""
    answer = jsonify(_desk())
    answer.add_etag()
    return answer.make_conditional(request)


@doors.post("/text")
def text() -> Response:
    """Somebody sends a text. `phone` is null when the thread could not be kept: `texts` holds this turn's then."""
    wanted = _wanted()
    body, media = str(wanted.get("body", ""))[:LONGEST], 1 if wanted.get("media") else 0
    number = _number(wanted)
    sid, ahead = ("MM" if media else "SM") + secrets.token_hex(16), _ahead()
    sent_at = time.time()
    answer = carry(parts().settings, current_app.config["WEBHOOK_AT"], Inbound(sid, number, body, media))
    texts = [{"sid": sid, "direction": "inbound", "body": body, "media": media, "heard": answer.heard}]
    if answer.text:
        note = {"state": answer.state, "language": answer.language}
        reply = {"sid": "SM" + secrets.token_hex(16), "direction": "outbound-reply", "body": answer.text}
        texts.append(reply | {"note": note})
    for entry, real_at in zip(texts, (sent_at, time.time()), strict=False):
        entry |= {"at": real_at + ahead, "real_at": real_at}
    phone = None
    try:
        for entry in texts:
            parts().store.simulated.add_text(number, entry)
        phone = _phone(number)
    except WarmlineError:
        pass  # the person still sees what was said: the page keeps it
    return jsonify(heard=answer.heard, phone=phone, texts=[_shown(entry) for entry in texts])


@doors.post("/phone")
def phone() -> Response:
    """A new number: for the phone at `slot`, or for one more phone when the slot is the next free one."""
    numbers, slot = _numbers(), _wanted().get("slot")
    if not isinstance(slot, int) or not 0 <= slot <= len(numbers) or slot >= MOST_PHONES:
        abort(400)
    session["phones"] = [*numbers[:slot], _free_number(numbers), *numbers[slot + 1 :]]
    return jsonify(_desk())


@doors.post("/later")
def later() -> Response:
    """The demo clock goes on by two hours, for all."""
    parts().store.simulated.shift_clock(LATER_SECONDS)
    return jsonify(_desk())


def spaced(number: str) -> str:
    """A number as a phone shows it; anything else as it is."""
    if len(number) == 12 and number.startswith("+1"):
        return f"+1 {number[2:5]} {number[5:8]} {number[8:]}"
    return number


def _wanted() -> dict[str, Any]:
    """What the page asks for: a JSON object, or 400."""
    wanted = request.get_json()
    if not isinstance(wanted, dict):
        abort(400)
    return wanted


def _numbers() -> list[str]:
    """This browser's numbers. The cookie is signed: they cannot be made up."""
    if not session.get("phones"):
        session["phones"] = [_free_number([])]
    numbers: list[str] = session["phones"]
    return numbers


def _number(wanted: dict[str, Any]) -> str:
    numbers, slot = _numbers(), wanted.get("slot")
    if not isinstance(slot, int) or not 0 <= slot < len(numbers):
        abort(400)
    return numbers[slot]


def _free_number(taken: list[str]) -> str:
    """A number that nobody has texted from; after many tries, any other: there are only ten thousand."""
    number = ""
    for _ in range(TRIES):
        number = f"+1555555{secrets.randbelow(10_000):04}"
        if number not in taken and not parts().store.simulated.texts(number):
            break
    return number


def _desk() -> dict[str, Any]:
    return {"clock": parts().store.simulated.clock_offset(), "phones": [_phone(number) for number in _numbers()]}


def _phone(number: str) -> dict[str, Any]:
    return {"number": spaced(number), "texts": [_shown(entry) for entry in parts().store.simulated.texts(number)]}


def _shown(entry: dict[str, Any]) -> dict[str, Any]:
    """A text as the page draws it. What the carrier would count is worked out here, from the words themselves."""
    mine = entry["direction"] == "inbound"
    shown = {"mine": mine, "body": entry["body"], "media": entry.get("media", 0), "at": entry["at"]}
    if mine:
        return shown | {"heard": entry.get("heard", True)}
    size = count(entry["body"])
    return shown | {
        "note": entry.get("note", {}) | {"encoding": size.encoding, "segments": size.segments, "units": size.units}
    }


def _ahead() -> int:
    """How many seconds the demo clock is ahead; none when the store is gone."""
    try:
        return parts().store.simulated.clock_offset()
    except WarmlineError:
        return 0
