"""The browser's session: a cookie with an id by chance, all else in Redis, looked up at each request.

A visitor who is not signed in has such an id too, so that every form, the sign-in's own as well, carries a mark bound
to it: no other site knows the mark, so no other site can post for somebody. The mark is worked out from the id; there
is nothing to store, no page is exempt, and signing in changes both.
"""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from typing import TypeVar

from flask import Response, abort, after_this_request, g, request

from bot.errors import DecryptionError
from bot.staff.accounts import Staff
from bot.staff.credentials import FRESH_SECONDS
from bot.store import Arrival, Query
from bot.web.current import runtime
from bot.web.staff.passwords import passwords

T = TypeVar("T")

IDLE_SECONDS = 30 * 60
LONGEST_SECONDS = 10 * 3600
SEEN_EVERY_SECONDS = 30
"""A request is noted as activity no more often than this: most requests write nothing."""

KNOWN_SECONDS = 180 * 86_400
SAFE = ("GET", "HEAD", "OPTIONS")
CSRF_FIELD, MARK_HEADER = "mark", "X-Form-Mark"
_ID = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True, slots=True)
class Session:
    """One browser signed in. Times are seconds since the epoch. `once` is shown on the next page, and then gone."""

    staff: str
    epoch: int
    since: int
    seen: int
    fresh_at: int  # when the second factor was last checked
    once: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Here:
    """Who is here, and by what session."""

    person: Staff
    session: Session


def current() -> Here | None:
    """Who is signed in, as they stand now: roles, and whether they are let in at all, are read at each request."""
    if "staff_here" not in g:
        g.staff_here = _look_up()
    here: Here | None = g.staff_here
    return here


def me() -> Staff:
    """The colleague whose page this is. Only for routes that are `allowed` to somebody."""
    here = current()
    if here is None:
        abort(403)
    return here.person


def arrival() -> Arrival:
    """Return the sealed session and the editions in use, which are read once a request."""
    if "staff_arrival" not in g:
        store = runtime().store
        g.staff_arrival = store.fetch(store.arrival_query(visit()))
    found: Arrival = g.staff_arrival
    return found


def arrive_with(query: Query[T]) -> T:
    """Read a query in the same round trip as the session. Only before anything has asked for the session."""
    store = runtime().store
    g.staff_arrival, found = store.fetch_all(store.arrival_query(visit()), query)
    return found


def _look_up() -> Here | None:
    staff, now = runtime().store.staff, passwords().clock()
    try:
        kept = staff.sessions.open(visit(), arrival().session)
        session = Session(**kept) if kept else None
    except (DecryptionError, TypeError):  # of a key or a release that is gone: sign in again
        return None
    if session is None:
        return None
    person = staff.get(session.staff)
    over = now - session.seen >= IDLE_SECONDS or now - session.since >= LONGEST_SECONDS
    if person is None or over or not person.active or person.epoch != session.epoch:
        staff.sessions.drop(visit())
        return None
    if person.demo and not runtime().settings.demo:
        return None
    return Here(person, session)


def stay_awake() -> None:
    """The colleague did something: the idle time starts anew."""
    here = current()
    if here and passwords().clock() - here.session.seen >= SEEN_EVERY_SECONDS:
        change(lambda session: replace(session, seen=passwords().clock()))


def is_fresh() -> bool:
    """Whether the second factor was checked within the last minutes."""
    here = current()
    return here is not None and passwords().clock() - here.session.fresh_at < FRESH_SECONDS


def change(to: Callable[[Session], Session]) -> None:
    """Replace this browser's session by what `to` makes of it."""
    here = current()
    if here:
        g.staff_here = Here(here.person, to(here.session))
        runtime().store.staff.sessions.renew(visit(), asdict(g.staff_here.session))


def begin(person: Staff, proven_at: int | None = None) -> None:
    """Sign in: always under a new id, so that an id somebody planted before is worth nothing.

    `proven_at` is when the second factor was checked, if that was not just now.
    """
    store, now = runtime().store.staff, passwords().clock()
    store.sessions.drop(visit())
    fresh_at = now if proven_at is None else min(proven_at, now)
    session = Session(person.id, person.epoch, since=now, seen=now, fresh_at=fresh_at)
    _give(new_key())
    store.sessions.put(visit(), asdict(session), LONGEST_SECONDS)
    g.staff_here = Here(person, session)
    _remember_browser(person)


def end() -> None:
    """Sign out; the next visitor of this browser has another id."""
    runtime().store.staff.sessions.drop(visit())
    _give(new_key())
    g.staff_here = None


def new_key() -> str:
    """A key for the browser to hold: 256 bits by chance."""
    return secrets.token_urlsafe(32)


# The cookies


def visit() -> str:
    """This browser's id, given to it with the answer if it has none."""
    if "staff_visit" not in g:
        kept = request.cookies.get(cookie_name("staff"), "")
        if _ID.fullmatch(kept):
            g.staff_visit = kept
        elif request.method in SAFE:
            _give(new_key())
        else:  # a foreign page's posting comes without the cookie: it must not replace the one that is there
            g.staff_visit = new_key()
    found: str = g.staff_visit
    return found


def cookie_name(name: str) -> str:
    """With https only this very host can have set it, which the prefix makes the browser see to."""
    return f"__Host-{name}" if _secure() else name


def _secure() -> bool:
    return runtime().settings.public_url.startswith("https://")


def _give(key: str) -> None:
    first = "staff_giving" not in g
    g.staff_visit, g.staff_giving = key, True
    if first:

        @after_this_request
        def give(response: Response) -> Response:
            return set_cookie(response, "staff", g.staff_visit)


def set_cookie(response: Response, name: str, value: str, seconds: int | None = None) -> Response:
    """Put a cookie that no script can read, for this host only; without `seconds` until the browser is closed."""
    response.set_cookie(
        cookie_name(name), value, max_age=seconds, path="/", secure=_secure(), httponly=True, samesite="Lax"
    )
    return response


def _remember_browser(person: Staff) -> None:
    """So that somebody else's guessing never slows this person on this browser."""
    if known_browser(person):
        return
    chance = new_key()

    @after_this_request
    def remember(response: Response) -> Response:
        value = f"{person.id}.{chance}.{_sign(f'known {person.id} {chance}')}"
        return set_cookie(response, "staff-known", value, KNOWN_SECONDS)


def known_browser(person: Staff | None) -> str:
    """A name for this browser, if `person` signed in by it before; "" otherwise."""
    owner, _, rest = request.cookies.get(cookie_name("staff-known"), "").partition(".")
    chance, _, signature = rest.partition(".")
    good = hmac.compare_digest(_sign(f"known {owner} {chance}").encode(), signature.encode("utf-8", "surrogatepass"))
    return chance if person and good and owner == person.id else ""


# The mark on every form


def csrf_token() -> str:
    """What a form of this browser must carry."""
    return _sign(f"form {visit()}")


def check_form() -> None:
    """403 unless a posting comes from a page of ours, in this very browser."""
    if request.method in SAFE:
        return
    given = request.headers.get(MARK_HEADER) or request.form.get(CSRF_FIELD, "")
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        abort(403)
    if not hmac.compare_digest(csrf_token().encode(), given.encode("utf-8", "surrogatepass")):
        abort(403)


def _sign(what: str) -> str:
    key = runtime().settings.session_key.encode()
    return hmac.digest(key, f"staff {what}".encode("utf-8", "surrogatepass"), "sha256").hex()
