"""Routes of the HSDS API: token check, read-only access, and JSON for every answer."""

from __future__ import annotations

import hmac
import logging
from collections.abc import Iterable

from flask import Blueprint, Response, abort, jsonify, request
from werkzeug.exceptions import HTTPException

from bot.directory.public import brief
from bot.directory.serialization import Record
from bot.errors import WarmlineError, safe_kind, safe_location
from bot.web.current import runtime
from bot.web.hsds import records as stock
from bot.web.hsds.query import BadQuestion, cut, page, uuid_of, wanted

log = logging.getLogger(__name__)
bp = Blueprint("hsds", __name__, url_prefix="/hsds")

ABOUT = {
    "version": "3.1",
    "profile": "https://docs.openreferral.org/en/latest/hsds/",
    "openapi_url": "https://raw.githubusercontent.com/openreferral/specification/3.1/schema/openapi.json",
}
"""Answer of the standard's root path."""

ERRORS = {
    401: "Send the token: Authorization: Bearer ...",
    404: "Record not found.",
    405: "This API is read-only. Use GET.",
    503: "We couldn't reach the database. Try again in a minute.",
}
WRITING = ["POST", "PUT", "PATCH", "DELETE"]
BROKEN = "Something went wrong. We logged the error."


@bp.before_request
def check_token() -> None:
    """Abort with 401 unless the request carries the token; compare in constant time."""
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    right = hmac.compare_digest(given.strip().encode(), runtime().settings.hsds_token.encode())
    if scheme.lower() != "bearer" or not right:
        abort(401)


@bp.get("/", strict_slashes=False)
def about() -> Response:
    """Name the version and profile of the standard."""
    return jsonify(ABOUT)


@bp.get("/services")
def services() -> Response:
    """Return a page of services; without `full=true` their lists are left out."""
    ask = wanted(request.args, ("search", "taxonomy_term_id", "organization_id"))
    found = stock.services(ask.filters)
    records = stock.shown(one.id for one in cut(found, ask))
    return jsonify(page(len(found), ask, [one if ask.full else brief(one) for one in records]))


@bp.get("/services/<key>")
def service(key: str) -> Response:
    """Return one service with all its public data."""
    return jsonify(_first(stock.shown([uuid_of(key)])))


@bp.get("/organizations")
def organizations() -> Response:
    """Return a page of the organizations that run a listed service."""
    ask = wanted(request.args, ("search",))
    run: dict[str, str] = {}
    for one in stock.services(ask.filters):
        run.setdefault(one.organization_id, one.id)
    keys = [run[key] for key in cut(sorted(run), ask)]
    return jsonify(page(len(run), ask, [one["organization"] for one in stock.shown(keys) if "organization" in one]))


@bp.get("/organizations/<key>")
def organization(key: str) -> Response:
    """Return one organization and the services it runs."""
    run = list(stock.shown(one.id for one in stock.services({"organization_id": uuid_of(key)})))
    found = _first(one["organization"] for one in run if "organization" in one)
    return jsonify({**found, "services": [{"id": one["id"], "name": one["name"]} for one in run]})


@bp.get("/taxonomy_terms")
def taxonomy_terms() -> Response:
    """Return a page of the terms that attributes refer to."""
    ask = wanted(request.args)
    found = stock.terms_shown()
    return jsonify(page(len(found), ask, list(cut(found, ask))))


@bp.get("/taxonomy_terms/<key>")
def taxonomy_term(key: str) -> Response:
    """Return one term."""
    wanted_id = uuid_of(key)
    return jsonify(_first(one for one in stock.terms_shown() if one["id"] == wanted_id))


@bp.get("/<path:other>")
def nothing(other: str) -> Response:
    """Answer 404 as JSON for any other path."""
    abort(404)


@bp.route("/", defaults={"other": ""}, methods=WRITING)
@bp.route("/<path:other>", methods=WRITING)
def refuse(other: str) -> Response:
    """Answer 405 to every write."""
    abort(405)


def _first(records: Iterable[Record]) -> Record:
    """Return the first record, or abort with 404."""
    return next(iter(records), None) or abort(404)


@bp.errorhandler(HTTPException)
def refused(error: HTTPException) -> Response:
    """Turn an HTTP error into JSON."""
    code = error.code or 500
    answer = _wrong(code, ERRORS.get(code, error.name))
    if code == 401:
        answer.headers["WWW-Authenticate"] = "Bearer"
    if code == 405:
        answer.headers["Allow"] = "GET, HEAD"
    return answer


@bp.errorhandler(BadQuestion)
def not_understood(error: BadQuestion) -> Response:
    """Answer 400 and say what can be asked for."""
    return _wrong(400, str(error))


@bp.errorhandler(WarmlineError)
def store_gone(error: WarmlineError) -> Response:
    """Answer 503, so that the caller tries again."""
    log.warning("hsds: %s", safe_kind(error))
    return _wrong(503, ERRORS[503])


@bp.errorhandler(Exception)
def broken(error: Exception) -> Response:
    """Answer 500; log the error's kind and place, but no content."""
    log.error("hsds failed: %s", safe_location(error))
    return _wrong(500, BROKEN)


def _wrong(code: int, text: str) -> Response:
    answer = jsonify({"error": text})
    answer.status_code = code
    return answer
