"""Sign-in, sign-out, and the second factor asked for again.

Everything that does not match gets the same answer, after the same time.
"""

from __future__ import annotations

import ipaddress
import logging
import re
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from bot.errors import WarmlineError
from bot.staff import recovery
from bot.staff.accounts import Role, Staff, read_handle
from bot.staff.audit import Verb
from bot.staff.credentials import code_at, code_step
from bot.web.current import runtime
from bot.web.staff import session
from bot.web.staff.audit import note
from bot.web.staff.base import staff_blueprint
from bot.web.staff.passwords import passwords
from bot.web.staff.permissions import FRONT, public, role_required, safe_next

log = logging.getLogger(__name__)
bp = staff_blueprint("staff_login")

NO_MATCH = "That didn't match. Check your name, password and code. Each code works once: wait for a new one."
NO_RECOVERY_MATCH = "That didn't match. Check your name, password and code. Each recovery code works once."
WRONG_CODE = "That code didn't match. Each code works once: wait for a new one."
WRONG_RECOVERY_CODE = "That code didn't match. Each recovery code works once."
LONGEST_TYPED = 300


class NoMatch(WarmlineError):
    """Code that is wrong or was used before."""


class Refused(WarmlineError):
    """Code that is not taken. `words` say why on the page, `wait` for how many seconds no try counts."""

    def __init__(self, words: str, status: int, wait: int = 0) -> None:
        self.words, self.status, self.wait = words, status, wait
        super().__init__(words)


@dataclass(frozen=True, slots=True)
class Attempt:
    """Rate limit of one attempt: the number of `free` tries, by the key under which they are counted."""

    free: dict[str, int]

    @classmethod
    def to_sign_in(cls, handle: str, person: Staff | None) -> Attempt:
        """Limit a sign-in; a browser that the person has used before has its own count.

        Other people's guesses cannot slow the person down there.
        """
        known = session.known_browser(person)
        if known:
            return cls({f"browser:{known}": 5})
        return cls({f"handle:{handle}": 3, f"address:{_address()}": 20})

    @classmethod
    def by_passkey(cls, person: Staff | None) -> Attempt:
        """Limit a sign-in with a passkey, whose owner may be unknown."""
        return cls.to_sign_in(person.handle, person) if person else cls({f"address:{_address()}": 20})

    @classmethod
    def at_challenge(cls) -> Attempt:
        """Limit the challenges for passkeys that visitors get, because each is stored for minutes."""
        return cls({f"address:challenge:{_address()}": 60})

    @classmethod
    def of_code(cls, staff_id: str) -> Attempt:
        """Limit the codes typed for a person who is identified already."""
        return cls({f"code:{staff_id}": 5})

    @classmethod
    def of_password(cls, staff_id: str) -> Attempt:
        """Limit the passwords typed by a person who is signed in."""
        return cls({f"password:{staff_id}": 5})

    @classmethod
    def at_provider(cls) -> Attempt:
        """Limit trips to the identity provider, because each makes us send it requests."""
        return cls({f"address:provider:{_address()}": 20})

    def begin(self) -> tuple[int, int]:
        """Count this try; return the seconds to wait (0: go on) and how many tries over the free ones it is."""
        return runtime().store.staff.tries.begin(self.free, passwords().clock())

    def succeed(self) -> None:
        """Forgive the counted tries after a success; an address is forgiven this one try only."""
        counts = {name: 1 if name.startswith("address:") else 1_000 for name in self.free}
        runtime().store.staff.tries.forgive(counts)


def slow_words(seconds: int) -> str:
    """Format the message that asks to wait."""
    return f"Too many attempts. Wait {seconds} second{'' if seconds == 1 else 's'}, then try again."


def _address() -> str:
    """Return the client's address, an IPv6 one as the /64 network that a household shares; "" if it is unknown.

    Behind proxies it is the one that the outermost of `TRUSTED_PROXIES` saw. Some proxies write a port beside it.
    """
    told = request.remote_addr or ""
    if found := _WITH_PORT.fullmatch(told):
        told = found["six"] or found["four"]
    try:
        address = ipaddress.ip_address(told)
    except ValueError:
        return ""
    if address.is_loopback and "X-Forwarded-For" in request.headers and not runtime().settings.trusted_proxies:
        warn_of_proxy()
    if address.version == 6 and address.ipv4_mapped:
        address = address.ipv4_mapped
    return str(ipaddress.ip_network((address, 64), strict=False)) if address.version == 6 else str(address)


@cache
def warn_of_proxy() -> None:
    """Log, once, that the callers behind a proxy cannot be told apart."""
    log.warning("a proxy of this machine passes on a sign-in, but TRUSTED_PROXIES is 0: all share one limit")


_WITH_PORT = re.compile(r"\[(?P<six>[0-9A-Fa-f:.]+)\](:[0-9]{1,5})?|(?P<four>[0-9.]+):[0-9]{1,5}")


@bp.get("")
@role_required()
def home() -> ResponseReturnValue:
    """Redirect to the page that the colleague works on: board or studio."""
    answers = session.me().may({Role.CASEWORKER, Role.LEAD})
    return redirect(url_for("console.board" if answers else "studio.flow"))


@bp.get("/login")
@public
def sign_in() -> ResponseReturnValue:
    """Show the sign-in page. Whose session is locked gets the lock page by the page that they are led to."""
    if session.held():
        return redirect(safe_next(request.args.get("next")))
    return _sign_in_page()


@bp.post("/login")
@public
def enter() -> ResponseReturnValue:
    """Sign in by name, password and code; the error never says which of them was wrong."""
    typed = {field: request.form.get(field, "")[:LONGEST_TYPED] for field in ("name", "password", "code")}
    handle = read_handle(typed["name"])
    store = runtime().store.staff
    person = store.by_handle(handle)
    attempt = Attempt.to_sign_in(handle, person)
    wait, over = attempt.begin()
    if wait:
        return _sign_in_page(handle, slow_words(wait), 429, wait)
    no_match = NO_RECOVERY_MATCH if asks_for_recovery() else NO_MATCH
    let_in = person is not None and person.active and person.joined
    right = passwords().matches(person.password if person and let_in else "", typed["password"])
    if person is None or not right:
        if person and over == 1:
            note(Verb.SIGN_IN_SLOWED, f"staff:{person.id}")
        return _sign_in_page(handle, no_match, 422)
    try:
        # one write stores the code's step and the time of sign-in
        used = use_code(person, typed["code"], signing_in=True)
    except NoMatch:
        return _sign_in_page(handle, no_match, 422)
    attempt.succeed()
    note(Verb.SIGNED_IN, f"staff:{person.id}", who=person.id)
    session.begin(used.person)
    return go_on(used, request.form.get("next"))


class UsedCode(NamedTuple):
    """Account after a code was used up, and whether it was a recovery code."""

    person: Staff
    by_recovery: bool


def use_code(person: Staff, code: str, *, signing_in: bool = False) -> UsedCode:
    """Use up a code from the app or a recovery code. Raise NoMatch if it is wrong or used.

    The use of a recovery code is audited here, wherever it was typed.
    """
    now, typed = passwords().clock(), recovery.read_code(code)

    def take(kept: Staff) -> Staff:
        step = kept.last_step if typed else code_step(kept.secret, code, now, kept.last_step)
        left = recovery.use_up(kept.id, kept.recovery, typed) if typed else kept.recovery
        if step is None or left is None or not kept.active or kept.epoch != person.epoch:
            raise NoMatch
        at = now if signing_in else kept.last_sign_in_at
        return replace(kept, last_step=step, recovery=left, last_sign_in_at=at)

    changed = runtime().store.staff.change(person.id, take)
    if typed:
        note(Verb.RECOVERY_CODE_USED, f"staff:{person.id}", f"{len(changed.recovery)} left", who=person.id)
    return UsedCode(changed, by_recovery=bool(typed))


def prove(person: Staff, *, signing_in: bool = False) -> UsedCode:
    """Use up the code in the form of a person who is identified already, within the limit on tries. Raise Refused.

    The first wrong one over the limit is audited.
    """
    attempt = Attempt.of_code(person.id)
    wait, over = attempt.begin()
    if wait:
        raise Refused(slow_words(wait), 429, wait)
    try:
        used = use_code(person, request.form.get("code", "")[:LONGEST_TYPED], signing_in=signing_in)
    except NoMatch:
        if over == 1:
            note(Verb.SIGN_IN_SLOWED, f"staff:{person.id}", who=person.id)
        raise Refused(WRONG_RECOVERY_CODE if asks_for_recovery() else WRONG_CODE, 422) from None
    attempt.succeed()
    return used


def go_on(used: UsedCode, wanted: str | None) -> Response:
    """Redirect to the page that was asked for.

    After a recovery code, first comes the page that says how many are left.
    """
    target = safe_next(wanted)
    if used.by_recovery:
        return redirect(url_for("staff_account.recovery_codes", used=1, next=target), 303)
    return redirect(target, 303)


def asks_for_recovery() -> bool:
    """Return whether the page shows the field for a recovery code in place of the one for a code from the app."""
    return request.values.get("recovery") == "1"


def _sign_in_page(handle: str = "", fault: str = "", code: int = 200, wait: int = 0) -> ResponseReturnValue:
    wanted = safe_next(request.values.get("next"))
    words = {"handle": handle, "fault": fault, "next": wanted, "by_recovery": asks_for_recovery()}
    headers = {"Retry-After": str(wait)} if wait else {}
    return render_template("staff/login.html", **words), code, headers


@bp.get("/code")
@role_required()
def check_code() -> ResponseReturnValue:
    """Ask for the code again before an action that needs a recent check."""
    return code_page("staff/code.html", session.me())


@bp.post("/code")
@role_required()
def take_code() -> ResponseReturnValue:
    """Check the code, which then counts for five minutes."""
    try:
        used = prove(session.me())
    except Refused as refused:
        return code_page("staff/code.html", session.me(), refused)
    session.change(lambda kept: replace(kept, fresh_at=passwords().clock()))
    return go_on(used, request.form.get("next"))


def code_page(template: str, person: Staff, refused: Refused | None = None) -> ResponseReturnValue:
    """Show a page that asks a person who is signed in for a code. In the demo it shows the code, too."""
    words = {
        "owner": person,
        "fault": refused.words if refused else "",
        "next": safe_next(request.values.get("next")),
        "shown": code_at(person.secret, passwords().clock()) if person.demo else "",
        "by_recovery": asks_for_recovery(),
    }
    headers = {"Retry-After": str(refused.wait)} if refused and refused.wait else {}
    return render_template(template, **words), refused.status if refused else 200, headers


@bp.post("/logout")
@role_required(while_locked=True)
def sign_out() -> ResponseReturnValue:
    """Sign the colleague out of this browser. Whoever signs in next returns to the page `next`, if there is one."""
    here = session.held()
    if here:
        note(Verb.SIGNED_OUT, f"staff:{here.person.id}", who=here.person.id)
    session.end()
    wanted = safe_next(request.form.get("next"))
    return redirect(url_for("staff_login.sign_in", next=None if wanted == FRONT else wanted), 303)
