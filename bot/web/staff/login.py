"""In and out, and the code asked for again. One answer for everything that does not match, in the same time."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, replace

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.errors import WarmlineError
from bot.staff.accounts import Role, Staff, read_handle
from bot.staff.audit import Verb
from bot.staff.credentials import code_at, code_step
from bot.web.current import parts
from bot.web.staff import session
from bot.web.staff.audit import note
from bot.web.staff.base import room
from bot.web.staff.passwords import gate
from bot.web.staff.permissions import allowed, anyone, safe_next

doors = room("staff_login")

NO_MATCH = "That didn't match. Check your name, password and code. Each code works once: wait for a new one."
WRONG_CODE = "That code didn't match. Each code works once: wait for a new one."
LONGEST_TYPED = 300


class NoMatch(WarmlineError):
    """The code is wrong, or used."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """How tries are counted: `free` ones by the name they are counted under."""

    free: dict[str, int]

    @classmethod
    def to_sign_in(cls, handle: str, person: Staff | None) -> Attempt:
        """A browser the person knows is counted by itself: nobody else's guesses can slow it."""
        known = session.known_browser(person)
        if known:
            return cls({f"browser:{known}": 5})
        return cls({f"handle:{handle}": 3, f"address:{_address()}": 20})

    @classmethod
    def of_code(cls, staff_id: str) -> Attempt:
        """Codes typed by somebody who is known otherwise."""
        return cls({f"code:{staff_id}": 5})

    @classmethod
    def at_provider(cls) -> Attempt:
        """Ways to the identity provider, each of which has us ask it something."""
        return cls({f"address:provider:{_address()}": 20})

    def begin(self) -> tuple[int, int]:
        """Seconds to wait (0: go on), and how many tries over the free ones this is."""
        return parts().store.staff.tries.begin(self.free, gate().clock())

    def succeed(self) -> None:
        """It was right: an address is forgiven this one try, all else everything."""
        counts = {name: 1 if name.startswith("address:") else 1_000 for name in self.free}
        parts().store.staff.tries.forgive(counts)


def slow_words(seconds: int) -> str:
    """What is said to who must wait."""
    return f"Too many attempts. Wait {seconds} second{'' if seconds == 1 else 's'}, then try again."


def _address() -> str:
    """Where the request comes from; of the long addresses only the half that a household shares."""
    try:
        address = ipaddress.ip_address(request.remote_addr or "")
    except ValueError:
        return ""
    return str(ipaddress.ip_network((address, 64), strict=False)) if address.version == 6 else str(address)


@doors.get("")
@allowed()
def home() -> ResponseReturnValue:
    """Each to the page they work on."""
    answers = session.me().may({Role.CASEWORKER, Role.LEAD})
    return redirect(url_for("console.board" if answers else "studio.flow"))


@doors.get("/login")
@anyone
def sign_in() -> ResponseReturnValue:
    """The sign-in page."""
    if session.current():
        return redirect(safe_next(request.args.get("next")))
    return _sign_in_page()


@doors.post("/login")
@anyone
def enter() -> ResponseReturnValue:
    """Name, password and code: all right, or no word on which was wrong."""
    typed = {field: request.form.get(field, "")[:LONGEST_TYPED] for field in ("name", "password", "code")}
    handle = read_handle(typed["name"])
    store = parts().store.staff
    person = store.by_handle(handle)
    attempt = Attempt.to_sign_in(handle, person)
    wait, over = attempt.begin()
    if wait:
        return _sign_in_page(handle, slow_words(wait), 429, wait)
    let_in = person is not None and person.active and person.joined
    right = gate().matches(person.password if person and let_in else "", typed["password"])
    if person is None or not right:
        if person and over == 1:
            note(Verb.SIGN_IN_SLOWED, f"staff:{person.id}")
        return _sign_in_page(handle, NO_MATCH, 422)
    try:
        # its time of signing in is set with the code's step, in one write
        person = use_code(person, typed["code"], signing_in=True)
    except NoMatch:
        return _sign_in_page(handle, NO_MATCH, 422)
    attempt.succeed()
    note(Verb.SIGNED_IN, f"staff:{person.id}", who=person.id)
    session.begin(person)
    return redirect(safe_next(request.form.get("next")), 303)


def use_code(person: Staff, code: str, *, signing_in: bool = False) -> Staff:
    """Take a code, which is good no second time, and return the person as kept then. Raises NoMatch."""
    now = gate().clock()

    def take(kept: Staff) -> Staff:
        step = code_step(kept.secret, code, now, kept.last_step)
        if step is None or not kept.active or kept.epoch != person.epoch:
            raise NoMatch
        return replace(kept, last_step=step, last_sign_in_at=now if signing_in else kept.last_sign_in_at)

    return parts().store.staff.change(person.id, take)


def _sign_in_page(handle: str = "", fault: str = "", code: int = 200, wait: int = 0) -> ResponseReturnValue:
    wanted = safe_next(request.values.get("next"))
    words = {"handle": handle, "fault": fault, "next": wanted}
    headers = {"Retry-After": str(wait)} if wait else {}
    return render_template("staff/login.html", **words), code, headers


@doors.get("/code")
@allowed()
def check_code() -> ResponseReturnValue:
    """The code once more, before something that needs it."""
    return _code_page()


@doors.post("/code")
@allowed()
def take_code() -> ResponseReturnValue:
    """A right code counts for five minutes."""
    person = session.me()
    attempt = Attempt.of_code(person.id)
    wait, _ = attempt.begin()
    if wait:
        return _code_page(slow_words(wait), 429, wait)
    try:
        use_code(person, request.form.get("code", "")[:LONGEST_TYPED])
    except NoMatch:
        return _code_page(WRONG_CODE, 422)
    attempt.succeed()
    session.change(lambda kept: replace(kept, fresh_at=gate().clock()))
    return redirect(safe_next(request.form.get("next")), 303)


def _code_page(fault: str = "", code: int = 200, wait: int = 0) -> ResponseReturnValue:
    person, wanted = session.me(), safe_next(request.values.get("next"))
    shown = code_at(person.secret, gate().clock()) if person.demo else ""
    headers = {"Retry-After": str(wait)} if wait else {}
    return render_template("staff/code.html", fault=fault, next=wanted, shown=shown), code, headers


@doors.post("/logout")
@allowed()
def sign_out() -> ResponseReturnValue:
    """This browser is signed out."""
    note(Verb.SIGNED_OUT, f"staff:{session.me().id}")
    session.end()
    return redirect(url_for("staff_login.sign_in"), 303)
