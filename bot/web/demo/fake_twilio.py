"""Fake of the provider's REST API in demo mode: the part that we use, delivering to the simulated phones.

It has the same paths, fields and errors, checked with the official client. It sends no text out of this machine. Source
of the shapes: twilio-oai, `spec/json/twilio_api_v2010.json`.
"""

from __future__ import annotations

import hmac
import secrets
import time
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, abort, jsonify, request

from bot.sms.segments import count
from bot.sms.twilio import NOT_FOUND, OPTED_OUT, number
from bot.web.current import runtime

STOP_WORDS = frozenset({"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"})
START_WORDS = frozenset({"START", "YES", "UNSTOP"})
BAD_NUMBER, NO_BODY, TOO_LONG, NO_LOGIN = 21211, 21602, 21617, 20003
NOT_EMPTY = 20001
LONGEST = 1600

bp = Blueprint("twin", __name__, url_prefix="/twin/2010-04-01/Accounts/<account>")


@bp.before_request
def only_the_account() -> None:
    """Check account and token by basic authentication, as the provider does."""
    settings, given = runtime().settings, request.authorization
    account = (request.view_args or {}).get("account", "")
    user, word = (given.username or "", given.password or "") if given else ("", "")
    tokens = [token for token in settings.twilio_auth_tokens if hmac.compare_digest(token.encode(), word.encode())]
    if not tokens or not user == account == settings.twilio_account_sid:
        abort(_fault(401, NO_LOGIN, "Authenticate"))


@bp.post("/Messages.json")
def create(account: str) -> tuple[Response, int]:
    """Deliver a text to a simulated phone at once."""
    to, body = request.form.get("To", ""), request.form.get("Body", "")
    if not to.removeprefix("+").isdecimal():
        abort(_fault(400, BAD_NUMBER, "Invalid 'To' Phone Number"))
    if not body:
        abort(_fault(400, NO_BODY, "Message body is required"))
    if len(body) > LONGEST:
        abort(_fault(400, TOO_LONG, "The concatenated message body exceeds the 1600 character limit"))
    simulated = runtime().store.simulated
    if _opted_out(simulated.texts(to)):
        abort(_fault(400, OPTED_OUT, "Attempt to send to unsubscribed recipient"))
    now = time.time()
    entry = {"sid": "SM" + secrets.token_hex(16), "direction": "outbound-api", "body": body, "real_at": now}
    entry["at"] = now + simulated.clock_offset()
    simulated.add_text(to, entry)
    return jsonify(_message(account, entry | {"phone": to}) | {"status": "queued", "date_sent": None}), 201


@bp.get("/Messages.json")
def listing(account: str) -> Response:
    """List the texts of both directions, newest first, with the provider's filters and pages."""
    asked = request.args
    found = [_message(account, entry) for entry in reversed(runtime().store.simulated.all_texts())]
    after, before = _moment(asked.get("DateSent>")), _moment(asked.get("DateSent<"))
    found = [
        message
        for message in found
        if asked.get("To") in {None, message["to"]}
        and asked.get("From") in {None, message["from"]}
        and (after is None or message["_at"] >= after)
        and (before is None or message["_at"] <= before)
    ]
    page, size = number(asked.get("Page")), min(number(asked.get("PageSize")) or 50, 1000)
    shown = found[page * size : (page + 1) * size]
    for message in shown:
        del message["_at"]
    here = f"/2010-04-01/Accounts/{account}/Messages.json"
    more = len(found) > (page + 1) * size
    rest = {name: value for name, value in asked.items() if name != "Page"} | {"Page": page + 1}
    return jsonify(
        messages=shown, page=page, page_size=size, start=page * size, end=page * size + max(len(shown) - 1, 0),
        uri=here, first_page_uri=f"{here}?PageSize={size}&Page=0", previous_page_uri=None,
        next_page_uri=f"{here}?{urlencode(rest)}" if more else None,
    )  # fmt: skip


@bp.post("/Messages/<sid>.json")
def erase(account: str, sid: str) -> Response:
    """Erase the words of a text. They can be changed to nothing only."""
    if request.form.get("Body") != "":
        abort(_fault(400, NOT_EMPTY, "Message body can only be redacted"))
    simulated = runtime().store.simulated
    found = next((entry for entry in simulated.all_texts() if entry["sid"] == sid), None)
    if found is None or not simulated.erase_at_provider(sid, body=""):
        abort(_fault(404, NOT_FOUND, "The requested resource was not found"))
    answer = _message(account, found | {"body": ""})
    del answer["_at"]
    return jsonify(answer)


@bp.get("/Messages/<sid>/Media.json")
def pictures(account: str, sid: str) -> Response:
    """List the pictures of a text. They were only ever counted."""
    entries = runtime().store.simulated.all_texts()
    count = next((number(entry.get("media", 0)) for entry in entries if entry["sid"] == sid), 0)
    here = f"/2010-04-01/Accounts/{account}/Messages/{sid}/Media"
    day = format_datetime(datetime.now(UTC))
    listed = [
        {"sid": f"ME{at:032x}", "account_sid": account, "parent_sid": sid, "content_type": "image/jpeg",
         "date_created": day, "date_updated": day, "uri": f"{here}/ME{at:032x}.json"}
        for at in range(count)
    ]  # fmt: skip
    return jsonify(
        media_list=listed, page=0, page_size=50, start=0, end=max(count - 1, 0), uri=f"{here}.json",
        first_page_uri=f"{here}.json", previous_page_uri=None, next_page_uri=None,
    )  # fmt: skip


@bp.delete("/Messages/<sid>/Media/<picture>.json")
def drop_picture(account: str, sid: str, picture: str) -> Response:
    """Delete a picture of a text."""
    simulated = runtime().store.simulated
    left = next((number(one.get("media", 0)) for one in simulated.all_texts() if one["sid"] == sid), 0)
    if not left or not simulated.erase_at_provider(sid, media=left - 1):
        abort(_fault(404, NOT_FOUND, "The requested resource was not found"))
    return Response(status=204)


def _message(account: str, entry: dict[str, Any]) -> dict[str, Any]:
    inbound = entry["direction"] == "inbound"
    own = runtime().settings.twilio_from
    moment = entry.get("real_at", entry["at"])  # the provider knows nothing of the demo clock
    day = format_datetime(datetime.fromtimestamp(moment, UTC))
    return {
        "sid": entry["sid"], "account_sid": account, "api_version": "2010-04-01", "body": entry["body"],
        "direction": entry["direction"], "from": entry["phone"] if inbound else own,
        "to": own if inbound else entry["phone"], "status": "received" if inbound else "delivered",
        "num_media": str(entry.get("media", 0)), "num_segments": str(count(entry["body"]).segments),
        "date_created": day, "date_sent": day, "date_updated": day, "error_code": None, "error_message": None,
        "messaging_service_sid": own if own.startswith("MG") else None, "price": None, "price_unit": "USD",
        "uri": f"/2010-04-01/Accounts/{account}/Messages/{entry['sid']}.json", "subresource_uris": {},
        "_at": int(moment),
    }  # fmt: skip


def _opted_out(texts: list[dict[str, Any]]) -> bool:
    """Return whether the last carrier word from this phone was an opt-out."""
    words = [entry["body"].strip().upper() for entry in texts if entry["direction"] == "inbound"]
    heard = [word for word in words if word in STOP_WORDS | START_WORDS]
    return bool(heard) and heard[-1] in STOP_WORDS


def _moment(text: str | None) -> float | None:
    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC).timestamp() if moment else None


def _fault(status: int, code: int, message: str) -> Response:
    more = f"https://www.twilio.com/docs/errors/{code}"
    answer = jsonify(code=code, message=message, more_info=more, status=status)
    answer.status_code = status
    return answer
