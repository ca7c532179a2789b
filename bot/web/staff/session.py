"""Browser sessions of staff: the cookie holds a random id, all else is in Redis and read at each request.

A visitor who is not signed in has such an id too, so that every form, including that of the sign-in, carries a CSRF
token bound to it. No other site knows the token, so no other site can post for a colleague. The token is derived from
the id: nothing is stored, no page is exempt, and signing in changes both.

After a pause without activity a session is locked, not ended: it keeps its id, and opens nothing until its owner has
proven again who they are. `current` returns nobody then, so that a page is closed unless it says otherwise.
"""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from typing import TypeVar

from flask import Response, abort, after_this_request, g, request

from bot.casework.escalation import can_be_on_call
from bot.errors import Conflict, DecryptionError
from bot.staff.accounts import Staff
from bot.staff.audit import Entry, Verb
from bot.staff.credentials import FRESH_SECONDS
from bot.store import Arrival, Query
from bot.web.base import roster
from bot.web.current import runtime
from bot.web.staff.passwords import passwords

T = TypeVar("T")

MOST_RACES = 20
SEEN_EVERY_SECONDS = 30
"""Shortest time between two notes of a session's activity, so that most requests write nothing."""

WATCHED_EVERY_SECONDS = 5 * 60
"""The same for a colleague who only watches a page. Longer, because the rota is read for it.

Where a session is locked after less than three times as long, a third of that."""

KNOWN_SECONDS = 180 * 86_400
SAFE = ("GET", "HEAD", "OPTIONS")
CSRF_FIELD, MARK_HEADER = "mark", "X-Form-Mark"
_ID = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True, slots=True)
class Session:
    """Session of one signed-in browser, with times in epoch seconds.

    `once` is shown on the next page and then deleted.
    """

    staff: str
    epoch: int
    since: int
    seen: int
    fresh_at: int  # when the second factor was last checked
    once: str = field(default="", repr=False)
    locked_at: int = 0  # 0: it is not locked


@dataclass(frozen=True, slots=True)
class Here:
    """Signed-in colleague and their session."""

    person: Staff
    session: Session


def current() -> Here | None:
    """Return who is signed in and not locked, or None.

    Their roles and whether they may sign in are read at each request.
    """
    here = held()
    return None if here is None or here.session.locked_at else here


def held() -> Here | None:
    """Return whose session this browser holds, locked or not, or None. For what works on a locked session only."""
    if "staff_here" not in g:
        g.staff_here = _look_up()
        _lock_if_idle()
    here: Here | None = g.staff_here
    return here


def me() -> Staff:
    """Return the signed-in colleague, or abort with 403; only for routes that require sign-in, and no lock."""
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
        g.staff_blob = arrival().session
        kept = staff.sessions.open(visit(), g.staff_blob)
        session = Session(**kept) if kept else None
    except (DecryptionError, TypeError):  # of a removed key or an old release: sign in again
        return None
    if session is None:
        return None
    person = staff.get(session.staff)
    over = person is None or now - session.since >= _longest_seconds(person)
    if person is None or over or not person.active or person.epoch != session.epoch:
        staff.sessions.drop(visit())
        return None
    if person.demo and not runtime().settings.demo:
        return None
    return Here(person, session)


def stay_awake(*, watching: bool = False) -> None:
    """Restart the idle time, because the colleague did something, or is `watching` a page and on call."""
    here = current()
    if here is None:
        return
    every = min(WATCHED_EVERY_SECONDS, _pause_seconds(here.person) // 3) if watching else SEEN_EVERY_SECONDS
    if passwords().clock() - here.session.seen >= every and (not watching or _is_on_call(here.person)):
        change(lambda session: replace(session, seen=passwords().clock()))


def _pause_seconds(person: Staff) -> int:
    return 60 * runtime().settings.lock_minutes.least(person.roles)


def _longest_seconds(person: Staff) -> int:
    return 3600 * runtime().settings.sign_in_hours.least(person.roles)


def seconds_left(here: Here) -> int:
    """Return the seconds until the session is locked or over if nothing happens."""
    last, longest = here.session.seen + _pause_seconds(here.person), here.session.since + _longest_seconds(here.person)
    return max(0, min(last, longest) - passwords().clock())


def lock() -> None:
    """Lock the session until its owner has proven who they are, and note it in the audit."""
    _lock(lambda _: True)


def _lock_if_idle() -> None:
    here = g.staff_here
    if here is None or here.session.locked_at:
        return
    pause, now = _pause_seconds(here.person), passwords().clock()
    if now - here.session.seen >= pause:
        _lock(lambda kept: now - kept.seen >= pause)  # unless another request of this browser was faster


def _lock(wanted: Callable[[Session], bool]) -> None:
    """Lock the session if it is `wanted` as it stands. Note it afterwards: the lock holds without an audit too."""
    now, locked = passwords().clock(), False

    def to(kept: Session) -> Session:
        nonlocal locked
        locked = not kept.locked_at and wanted(kept)
        return replace(kept, locked_at=now) if locked else kept

    change(to)
    here: Here | None = g.staff_here
    if here and locked:
        who = here.person.id
        runtime().store.staff.audit.add(Entry(now, who, Verb.LOCKED, f"staff:{who}"))


def unlock(proven_at: int | None = None) -> None:
    """Open the session again. `proven_at` as for `begin`."""
    now = passwords().clock()
    fresh_at = now if proven_at is None else min(proven_at, now)
    change(lambda kept: replace(kept, locked_at=0, seen=now, fresh_at=fresh_at))


def _is_on_call(person: Staff) -> bool:
    """Return whether the rota has the colleague on call now. Without a rota it has nobody."""
    return can_be_on_call(person) and person.id in (roster().on_call(runtime().clock()) or ())


def is_fresh() -> bool:
    """Return whether the second factor was checked within the last FRESH_SECONDS."""
    here = current()
    return here is not None and passwords().clock() - here.session.fresh_at < FRESH_SECONDS


def change(to: Callable[[Session], Session]) -> None:
    """Replace this browser's session by what `to` returns for it. `to` may run again, if another request was faster.

    So no note of activity undoes a lock. A session that was dropped in the meantime stays dropped.
    """
    here, sessions = held(), runtime().store.staff.sessions
    for _ in range(MOST_RACES):
        if here is None:
            return
        wanted = to(here.session)
        g.staff_here = Here(here.person, wanted)
        if wanted == here.session:
            return
        swapped = sessions.swap(visit(), g.staff_blob, asdict(wanted))
        if swapped:
            g.staff_blob = swapped
            return
        g.staff_blob = sessions.sealed(visit())
        kept = sessions.open(visit(), g.staff_blob)
        here = Here(here.person, Session(**kept)) if kept else None
    raise Conflict("this session changes all the time")


def begin(person: Staff, proven_at: int | None = None) -> None:
    """Sign in, always under a new id, so that an id planted by an attacker is worthless.

    `proven_at` is when the second factor was checked, in epoch seconds, if that was not just now.
    """
    store, now = runtime().store.staff, passwords().clock()
    store.sessions.drop(visit())
    fresh_at = now if proven_at is None else min(proven_at, now)
    session = Session(person.id, person.epoch, since=now, seen=now, fresh_at=fresh_at)
    _give(new_key())
    g.staff_blob = store.sessions.put(visit(), asdict(session), _longest_seconds(person))
    g.staff_here = Here(person, session)
    _remember_browser(person)


def begin_again(person: Staff) -> None:
    """Keep this browser signed in, under a new id, after a change that ended all sessions of `person`.

    The time of the last code check and the limit of a session's length stay as they were.
    """
    before = current()
    if before is None:
        raise RuntimeError("there is no session to go on with")
    begin(person, before.session.fresh_at)
    change(lambda session: replace(session, since=before.session.since))


def end() -> None:
    """Sign out; the browser gets another id."""
    runtime().store.staff.sessions.drop(visit())
    _give(new_key())
    g.staff_here = None


def new_key() -> str:
    """Return a random key of 256 bits for the browser to hold."""
    return secrets.token_urlsafe(32)


# Cookies


def visit() -> str:
    """Return this browser's id; if it has none, the response sets one."""
    if "staff_visit" not in g:
        kept = request.cookies.get(cookie_name("staff"), "")
        if _ID.fullmatch(kept):
            g.staff_visit = kept
        elif request.method in SAFE:
            _give(new_key())
        else:  # a POST from another site comes without the cookie, and must not replace the existing one
            g.staff_visit = new_key()
    found: str = g.staff_visit
    return found


def cookie_name(name: str) -> str:
    """Return the full name of a cookie; with https, its prefix makes the browser accept it from this host only."""
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
    """Set a cookie for this host that no script can read; without `seconds` it lasts until the browser is closed."""
    response.set_cookie(
        cookie_name(name), value, max_age=seconds, path="/", secure=_secure(), httponly=True, samesite="Lax"
    )
    return response


def _remember_browser(person: Staff) -> None:
    """Mark this browser as known, so that other people's guesses never slow this person down on it."""
    if known_browser(person):
        return
    chance = new_key()

    @after_this_request
    def remember(response: Response) -> Response:
        value = f"{person.id}.{chance}.{_sign(f'known {person.id} {chance}')}"
        return set_cookie(response, "staff-known", value, KNOWN_SECONDS)


def known_browser(person: Staff | None) -> str:
    """Return a name for this browser if `person` has signed in with it before, else ""."""
    owner, _, rest = request.cookies.get(cookie_name("staff-known"), "").partition(".")
    chance, _, signature = rest.partition(".")
    good = hmac.compare_digest(_sign(f"known {owner} {chance}").encode(), signature.encode("utf-8", "surrogatepass"))
    return chance if person and good and owner == person.id else ""


# CSRF token


def csrf_token() -> str:
    """Return the CSRF token that a form of this browser must carry."""
    return _sign(f"form {visit()}")


def check_form() -> None:
    """Abort with 403 unless a POST comes from one of our own pages, in this browser."""
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
