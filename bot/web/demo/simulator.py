"""Demo mode's page of phones: a text takes the provider's way. A browser's young people are in its signed cookie.

The caseworker's phone and the contact's are the same for all browsers. Nothing here knows what a text means.
The threads are the simulated part of the store, shared with the twin.
"""

from __future__ import annotations

import secrets
import time
from typing import Any

from flask import Blueprint, Response, abort, current_app, jsonify, render_template, request, session
from werkzeug.wrappers import Response as BaseResponse

from bot.conversation.engine import Inbound
from bot.errors import WarmlineError
from bot.sms.segments import count
from bot.web.current import parts
from bot.web.demo.phones import MOST_YOUNG, STORY_NUMBERS, DeskPhone, desk, young_id
from bot.web.demo.sign_in import keep_on_call
from bot.web.demo.webhook_client import carry
from bot.web.labels import tongue
from bot.web.security import same_origin
from bot.web.staff.session import MARK_FIELD, form_mark

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
        ("need a place 2 sleep 2nite", "Any wording. The bot understands a need at once."),
        ("not now", "Works everywhere. The bot never argues."),
        (settings.cover_word, "The cover word: someone is looking."),
        ("quiero hablar con una persona", "Spanish. You can always ask for a person."),
        ("STOP", "No more texts until START."),
    ]
    return render_template(
        "try.html", program=settings.program_name, sender=spaced(settings.twilio_from), ideas=ideas,
        most_young=MOST_YOUNG, pages=f"{settings.public_url}/console/", mark_field=MARK_FIELD,
    )  # fmt: skip


@doors.get("/thread")
def thread() -> BaseResponse:
    """All phones as this browser sees them, and their threads; 304 while nothing is new."""
    answer = jsonify(_desk())
    answer.add_etag()
    return answer.make_conditional(request)


@doors.post("/text")
def text() -> Response:
    """Somebody sends a text. `phone` is null when the thread could not be kept: `texts` holds this turn's then."""
    wanted = _wanted()
    body, media = str(wanted.get("body", ""))[:LONGEST], 1 if wanted.get("media") else 0
    sender = _sender(wanted)
    number = sender.number
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
        phone = _told(sender)
    except WarmlineError:
        pass  # the person still sees what was said: the page keeps it
    return jsonify(heard=answer.heard, phone=phone, texts=[_shown(entry) for entry in texts])


@doors.post("/phone")
def phone() -> Response:
    """A new number: for a young person's phone, or for one more of them when the id is the next free one."""
    numbers, wanted = _numbers(), _wanted().get("phone")
    ids = [young_id(slot) for slot in range(min(len(numbers) + 1, MOST_YOUNG))]
    if wanted not in ids:
        abort(400)
    slot = ids.index(wanted)
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
    """The numbers of this browser's young people. The cookie is signed: they cannot be made up."""
    if not session.get("phones"):
        session["phones"] = [_free_number([])]
    numbers: list[str] = session["phones"]
    return numbers


def _sender(wanted: dict[str, Any]) -> DeskPhone:
    """The phone that texts, or 400 when there is none of this id."""
    found = [phone for phone in desk(_numbers()) if phone.id == wanted.get("phone")]
    if not found:
        abort(400)
    return found[0]


def _free_number(taken: list[str]) -> str:
    """A number that nobody has texted from; after many tries, any other: there are only ten thousand."""
    number = ""
    for _ in range(TRIES):
        number = f"+1555555{secrets.randbelow(10_000):04}"
        if number not in STORY_NUMBERS and number not in taken and not parts().store.simulated.texts(number):
            break
    return number


def _desk() -> dict[str, Any]:
    """What the page polls for. `mark` is what a form to the staff's pages must carry: it changes with each sign-in."""
    keep_on_call()
    told = [(phone, _told(phone)) for phone in desk(_numbers())]
    phones = [shown for phone, shown in told if shown["texts"] or not phone.once_texted]
    return {"clock": parts().store.simulated.clock_offset(), "phones": phones, "mark": form_mark()}


def _told(phone: DeskPhone) -> dict[str, Any]:
    texts = [_shown(entry) for entry in parts().store.simulated.texts(phone.number)]
    return phone.words() | {"number": spaced(phone.number), "texts": texts}


def _shown(entry: dict[str, Any]) -> dict[str, Any]:
    """A text as the page draws it. What the carrier would count is worked out here, from the words themselves."""
    mine = entry["direction"] == "inbound"
    shown = {
        "sid": entry["sid"],
        "mine": mine,
        "body": entry["body"],
        "media": entry.get("media", 0),
        "at": entry["at"],
    }
    if mine:
        return shown | {"heard": entry.get("heard", True)}
    size, note = count(entry["body"]), entry.get("note", {})
    if note.get("language"):
        note = note | {"called": tongue(note["language"]).name}
    return shown | {"note": note | {"encoding": size.encoding, "segments": size.segments, "units": size.units}}


def _ahead() -> int:
    """How many seconds the demo clock is ahead; none when the store is gone."""
    try:
        return parts().store.simulated.clock_offset()
    except WarmlineError:
        return 0
