"""Stream of the console: tells open pages that something has changed, and nothing of what.

An event holds the kind of the change, and for each case a name that only pages of that case know. The page then asks
the addresses that it asks anyway from time to time, so that roles, consent and redaction are checked there alone.
Where there is no stream, or no room for one more, pages ask more often.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO

from flask import Flask, Response, current_app, request

from bot.server.streams import DOOR, REST_SECONDS, Door
from bot.staff.accounts import Role
from bot.store.news import Change, Kind
from bot.web.console.base import bp
from bot.web.current import runtime
from bot.web.staff import me, role_required
from bot.web.staff.session import held

ROLES = (Role.CASEWORKER, Role.LEAD)
_NAME_BYTES = 6


@bp.get("/stream")
@role_required(*ROLES, polls=True)
def stream() -> Response:
    """Open a stream. 204 where there is none, as under Flask's own server; 503 while there is no room."""
    door: Door | None = request.environ.get(DOOR)
    if door is None or request.method != "GET":
        return Response(status=204)
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # Flask's own way to the app
    runtime().measures.count_streams(door.count)
    if not door.open(me().id, _still_allowed(app, me().id), _news()):
        return Response(status=503, headers={"Retry-After": str(int(REST_SECONDS))})
    # the first words go out with the head, so that a proxy passes the head on
    return Response(iter([b":\n\n"]), mimetype="text/event-stream", headers={"X-Accel-Buffering": "no"})


@bp.context_processor
def names() -> dict[str, object]:
    """Give the templates the name of a case in the stream."""
    return {"news_of": lambda code: name_of(runtime().settings.session_key, code)}


def name_of(key: str, code: str) -> str:
    """Return the name of a case in the stream, which tells nothing of the case."""
    return hmac.digest(key.encode(), f"news {code}".encode(), "sha256")[:_NAME_BYTES].hex()


def events(key: str, changes: Sequence[Change]) -> bytes:
    """Return changes in the form in which a browser reads them."""
    found: dict[Kind, dict[str, None]] = {}
    for change in changes:
        found.setdefault(change.kind, {}).update(dict.fromkeys(name_of(key, code) for code in change.codes))
    return b"".join(f"event: {kind}\ndata: {' '.join(names)}\n\n".encode() for kind, names in found.items())


def _news() -> Callable[[], Iterator[bytes]]:
    key, news = runtime().settings.session_key, runtime().store.cases.news
    return lambda: (events(key, changes) for changes in news.listen())


def _still_allowed(app: Flask, owner: str) -> Callable[[], bool]:
    """Return a function that asks, as a request of the same browser would, and is no activity."""
    told = {name: value for name, value in request.environ.items() if isinstance(value, str)}

    def ask() -> bool:
        with app.request_context(told | {"wsgi.input": BytesIO()}):
            here = held()
            is_same = here is not None and not here.session.locked_at and here.person.id == owner
            return is_same and here is not None and here.person.may(frozenset(ROLES))

    return ask
