"""Page of simulated phones in demo mode; each text goes through the signed webhook.

The numbers of a browser's young people are in its signed cookie. The caseworker's phone and the contact's are the same
for all browsers. Nothing here knows what a text means. The threads are in the simulated part of the store, shared with
the fake provider.
"""

from __future__ import annotations

import secrets
import time
from typing import Any

from flask import Blueprint, Response, abort, current_app, jsonify, render_template, request, session
from werkzeug.wrappers import Response as BaseResponse

from bot.conversation.messages import Inbound
from bot.errors import WarmlineError
from bot.sms.segments import count
from bot.web.current import runtime
from bot.web.demo.phones import MOST_YOUNG, STORY_NUMBERS, DeskPhone, desk, young_id
from bot.web.demo.sign_in import keep_on_call
from bot.web.demo.webhook_client import carry
from bot.web.labels import tongue
from bot.web.security import same_origin
from bot.web.staff.session import CSRF_FIELD, csrf_token

LONGEST = 1600
LATER_SECONDS = 2 * 60 * 60
TRIES = 20
READ_SECONDS = 10

bp = Blueprint("simulator", __name__, url_prefix="/try")


@bp.before_request
def only_our_pages() -> None:
    """Abort with 403 unless a POST comes from our own page; the cookie is SameSite=Strict as well."""
    if request.method == "POST" and not same_origin(runtime().settings):
        abort(403)


@bp.errorhandler(WarmlineError)
def store_gone(_error: WarmlineError) -> tuple[Response, int]:
    """Answer 503; the page says so and keeps polling."""
    return jsonify(error="the store does not answer"), 503


@bp.get("")
def page() -> str:
    """Show the phones."""
    settings = runtime().settings
    ideas = [
        ("need a place 2 sleep 2nite", "Any wording. The bot understands a need at once."),
        ("not now", "Works everywhere. The bot never argues."),
        (f"hes here {settings.cover_word}", "The cover word, anywhere in a short text: someone is looking."),
        ("quiero hablar con una persona", "Spanish. You can always ask for a person."),
        ("STOP", "No more texts until START."),
    ]
    return render_template(
        "try.html", program=settings.program_name, sender=spaced(settings.twilio_from), ideas=ideas,
        most_young=MOST_YOUNG, pages=f"{settings.public_url}/console/", mark_field=CSRF_FIELD,
    )  # fmt: skip


@bp.get("/thread")
def thread() -> BaseResponse:
    """Return all phones of this browser with their threads; 304 while nothing is new."""
    answer = jsonify(_desk())
    answer.add_etag()
    return answer.make_conditional(request)


@bp.post("/text")
def text() -> Response:
    """Send a text from a simulated phone; `texts` in the answer holds the text and the reply.

    `phone` is null if the thread could not be stored; the page then shows `texts`.
    """
    wanted = _wanted()
    body, media = str(wanted.get("body", ""))[:LONGEST], 1 if wanted.get("media") else 0
    sender = _sender(wanted)
    number = sender.number
    _let_read(number, body)
    sid, ahead = ("MM" if media else "SM") + secrets.token_hex(16), _ahead()
    sent_at = time.time()
    answer = carry(runtime().settings, current_app.config["WEBHOOK_AT"], Inbound(sid, number, body, media))
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
            runtime().store.simulated.add_text(number, entry)
        phone = _told(sender)
    except WarmlineError:
        pass  # the page still shows the reply, from `texts`
    return jsonify(heard=answer.heard, phone=phone, texts=[_shown(entry) for entry in texts])


@bp.post("/phone")
def phone() -> Response:
    """Give a young person's phone a new number, or add a phone if the id is the next free one."""
    numbers, wanted = _numbers(), _wanted().get("phone")
    ids = [young_id(slot) for slot in range(min(len(numbers) + 1, MOST_YOUNG))]
    if wanted not in ids:
        abort(400)
    slot = ids.index(wanted)
    session["phones"] = [*numbers[:slot], _free_number(numbers), *numbers[slot + 1 :]]
    return jsonify(_desk())


@bp.post("/later")
def later() -> Response:
    """Move the demo clock two hours ahead, for all browsers."""
    runtime().store.simulated.shift_clock(LATER_SECONDS)
    return jsonify(_desk())


def spaced(number: str) -> str:
    """Format a number as a phone shows it; return anything else unchanged."""
    if len(number) == 12 and number.startswith("+1"):
        return f"+1 {number[2:5]} {number[5:8]} {number[8:]}"
    return number


def _wanted() -> dict[str, Any]:
    """Return the JSON object of the request, or abort with 400."""
    wanted = request.get_json()
    if not isinstance(wanted, dict):
        abort(400)
    return wanted


def _numbers() -> list[str]:
    """Return the numbers of this browser's young people; the cookie is signed, so they cannot be forged."""
    if not session.get("phones"):
        session["phones"] = [_free_number([])]
    numbers: list[str] = session["phones"]
    return numbers


def _sender(wanted: dict[str, Any]) -> DeskPhone:
    """Return the phone that texts, or abort with 400 if there is none of this id."""
    found = [phone for phone in desk(_numbers()) if phone.id == wanted.get("phone")]
    if not found:
        abort(400)
    return found[0]


def _free_number(taken: list[str]) -> str:
    """Return a number that nobody has texted from; after TRIES attempts any number, because there are only 10,000."""
    number = ""
    for _ in range(TRIES):
        number = f"+1555555{secrets.randbelow(10_000):04}"
        if number not in STORY_NUMBERS and number not in taken and not runtime().store.simulated.texts(number):
            break
    return number


def _desk() -> dict[str, Any]:
    """Return what the page polls for; `mark` is the CSRF token for staff forms, which changes with each sign-in."""
    keep_on_call()
    told = [(phone, _told(phone)) for phone in desk(_numbers())]
    phones = [shown for phone, shown in told if shown["texts"] or not phone.once_texted]
    return {"clock": runtime().store.simulated.clock_offset(), "phones": phones, "mark": csrf_token()}


def _told(phone: DeskPhone) -> dict[str, Any]:
    texts = [_shown(entry) for entry in runtime().store.simulated.texts(phone.number)]
    return phone.words() | {"number": spaced(phone.number), "texts": texts}


def _shown(entry: dict[str, Any]) -> dict[str, Any]:
    """Return a text as the page draws it; encoding and segments are counted here, from the words themselves."""
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


def _let_read(number: str, body: str) -> None:
    """Move the demo clock a little before the same words again: here an answer is read at once, without a carrier."""
    try:
        mine = [entry for entry in runtime().store.simulated.texts(number) if entry["direction"] == "inbound"]
        if mine and mine[-1]["body"] == body:
            runtime().store.simulated.shift_clock(READ_SECONDS)
    except WarmlineError:
        return


def _ahead() -> int:
    """Return how many seconds the demo clock is ahead; 0 if the store is down."""
    try:
        return runtime().store.simulated.clock_offset()
    except WarmlineError:
        return 0
