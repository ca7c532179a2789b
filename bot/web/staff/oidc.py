"""Sign-in by the agency's own identity provider, for colleagues who were invited.

A colleague's first sign-in goes by the one-time link of the invitation, in place of choosing a password. Later ones go
by the provider's subject, which does not change with a name or an e-mail address. Each trip to the provider is good for
one return, in the same browser.
"""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass, field, replace

from flask import Flask, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.config.settings import Oidc
from bot.errors import DecryptionError, safe_location
from bot.staff import accounts as rules
from bot.staff.accounts import Joining, NotJoined, Staff, StaffId, Taken
from bot.staff.audit import Verb
from bot.staff.credentials import new_secret
from bot.staff.first_hour import Step
from bot.web.current import runtime
from bot.web.staff import session
from bot.web.staff.audit import note
from bot.web.staff.base import staff_blueprint
from bot.web.staff.first_hour import tick
from bot.web.staff.invitations import JOINING_SECONDS, invited, invited_by, posted_token, too_late
from bot.web.staff.login import Attempt, NoMatch, Refused, asks_for_recovery, go_on, prove, slow_words
from bot.web.staff.oidc_client import AuthenticationFailed, Identity, Provider, ProviderUnavailable, Started
from bot.web.staff.passwords import passwords
from bot.web.staff.permissions import public, role_required, safe_next

log = logging.getLogger(__name__)

bp = staff_blueprint("staff_oidc", "/staff/oidc")

_KEY = "warmline.provider"
ERRAND_SECONDS = 10 * 60
CODE_SECONDS = 5 * 60
LONGEST_ANSWER = 4096

GONE = ("We can't reach your sign-in service", "It isn't responding. If you have a password here, use that. "
        "Otherwise, try again in a minute.")  # fmt: skip
OVER = ("Your sign-in expired", "It was already used, took too long, or started in another window. Start again.")
NOT_PROVEN = ("Sign-in failed", "We couldn't confirm that it's you, so you are not signed in. Start again.")
UNKNOWN = ("You don't have an account here", "Ask a lead for an invitation. Open its link to choose how you sign in. "
           "If you have signed in before, tell the lead.")  # fmt: skip
NO_FACTOR = ("You need two-step sign-in", "You signed in there with only one step. Turn on two-step sign-in in that "
             "account, then sign in again.")  # fmt: skip
ANOTHER = ("That's a different account", "It belongs to a colleague, or isn't the one you signed in with.")
SLOWLY = "Too many attempts"


@dataclass(frozen=True, slots=True)
class Errand:
    """Purpose of a trip to the provider: `kind` is "in", "join" or "again".

    `next` is the page to go on to; `invitation` is the hash of the one to accept.
    """

    kind: str
    next: str = ""
    staff: str = ""
    invitation: str = field(default="", repr=False)


def install(app: Flask, oidc: Oidc) -> None:
    """Register the blueprint on `app`, and store the provider there."""
    app.extensions[_KEY] = Provider(oidc)
    app.register_blueprint(bp)


# To the provider


@bp.post("")
@public
def enter() -> ResponseReturnValue:
    """Send the browser to the provider to sign in."""
    return _go(Errand("in", next=safe_next(request.form.get("next"))))


@bp.post("/join")
@public
def join() -> ResponseReturnValue:
    """Send the browser to the provider to accept an invitation."""
    token = posted_token()
    person = invited_by(token)
    return _go(Errand("join", staff=person.id, invitation=rules.token_hash(token))) if person else too_late()


@bp.post("/again")
@role_required(while_locked=True)
def again() -> ResponseReturnValue:
    """Send the browser to the provider once more: before an action that needs a recent check, or to unlock."""
    here = session.held()
    return _go(Errand("again", next=safe_next(request.form.get("next")), staff=here.person.id if here else ""))


def _go(errand: Errand) -> ResponseReturnValue:
    wait, _ = Attempt.at_provider().begin()
    if wait:
        return _sorry((SLOWLY, slow_words(wait)), 429)
    try:
        url, started = _provider().start(_back(), passwords().clock(), again=errand.kind != "in")
    except ProviderUnavailable as error:
        return _gone(error)
    kept = {"started": asdict(started), "errand": asdict(errand)}
    runtime().store.staff.errands.put(_place(started.state), kept, ERRAND_SECONDS)
    return render_template("staff/oidc_go.html", url=url)


# Back from the provider


@bp.get("/back")
@public
def back() -> ResponseReturnValue:
    """Check the provider's answer and complete the errand."""
    answer = {name: value[:LONGEST_ANSWER] for name, value in request.args.items()}
    found = _errand(answer.get("state", ""))
    if found is None:
        return _sorry(OVER, 410)
    errand, started = found
    try:
        identity = _provider().finish(started, _back(), answer, passwords().clock())
    except ProviderUnavailable as error:
        return _gone(error)
    except AuthenticationFailed as error:
        log.warning("the identity provider's answer was refused: %s", safe_location(error))
        return _sorry(NOT_PROVEN, 403)
    Attempt.at_provider().succeed()
    return {"in": _sign_in, "join": _join, "again": _freshen}[errand.kind](identity, errand)


def _sign_in(identity: Identity, errand: Errand) -> ResponseReturnValue:
    person = runtime().store.staff.by_subject(identity.subject)
    if person is None or not person.active:
        return _sorry(UNKNOWN, 403)
    if _enough(identity):
        return _let_in(person, identity, errand.next)
    if not person.secret:
        return _sorry(NO_FACTOR, 403)
    half = {"staff": person.id, "epoch": person.epoch, "next": errand.next}
    runtime().store.staff.errands.put(_place("code"), half, CODE_SECONDS)
    return redirect(url_for("staff_oidc.code"), 303)


def _let_in(person: Staff, identity: Identity, target: str) -> ResponseReturnValue:
    now = passwords().clock()

    def sign_in(kept: Staff) -> Staff:
        if not kept.active or kept.subject != identity.subject:
            raise NoMatch
        return replace(kept, last_sign_in_at=now)

    try:
        person = runtime().store.staff.change(person.id, sign_in)
    except NoMatch:  # deactivated or invited again since they were looked up
        return _sorry(UNKNOWN, 403)
    note(Verb.SIGNED_IN, f"staff:{person.id}", who=person.id)
    session.begin(person, identity.proven_at)
    return redirect(safe_next(target), 303)


def _join(identity: Identity, errand: Errand) -> ResponseReturnValue:
    store, person = runtime().store.staff, invited(errand.staff, errand.invitation)
    if person is None:
        return too_late()
    if store.by_subject(identity.subject):
        return _sorry(ANOTHER, 403)
    enough = _enough(identity)
    joining = Joining(StaffId(person.id), errand.invitation, "", "" if enough else new_secret(), identity.subject)
    if not enough:  # then the second factor is ours, as after choosing a password
        store.joinings.put(session.visit(), asdict(joining), JOINING_SECONDS)
        return redirect(url_for("staff_join.factor"), 303)
    note(Verb.JOINED, f"staff:{person.id}", who=person.id)
    now = passwords().clock()
    try:
        joined = store.change(person.id, lambda kept: rules.join(kept, joining, 0, now))
    except NotJoined:
        return too_late()
    except Taken:
        return _sorry(ANOTHER, 403)
    session.begin(joined, identity.proven_at)
    return redirect(url_for("staff_login.home"), 303)


def _freshen(identity: Identity, errand: Errand) -> ResponseReturnValue:
    here = session.held()
    if here is None or here.person.id != errand.staff:
        return _sorry(OVER, 410)
    if here.person.subject != identity.subject:
        return _sorry(ANOTHER, 403)
    if not _enough(identity):
        return _sorry(NO_FACTOR, 403)
    if not identity.proven_at:
        return _sorry(NOT_PROVEN, 403)
    fresh_at = min(identity.proven_at, passwords().clock())
    if here.session.locked_at:
        note(Verb.UNLOCKED, f"staff:{here.person.id}", who=here.person.id)
        session.unlock(fresh_at)
        tick(here.person.id, Step.LOCK)
    else:
        session.change(lambda kept: replace(kept, fresh_at=fresh_at))
    return redirect(safe_next(errand.next), 303)


# Our own code, if the provider confirms no second factor


@bp.get("/code")
@public
def code() -> ResponseReturnValue:
    """Ask for the code."""
    return _code_page() if _half_way() else _sorry(OVER, 410)


@bp.post("/code")
@public
def take_code() -> ResponseReturnValue:
    """Check the code and sign the colleague in."""
    person = _half_way()
    if person is None:
        return _sorry(OVER, 410)
    try:
        used = prove(person, signing_in=True)
    except Refused as refused:
        return _code_page(refused.words, refused.status)
    half = runtime().store.staff.errands.take(_place("code"))
    if half is None:  # the same form was sent twice, and the other request came first
        return _sorry(OVER, 410)
    note(Verb.SIGNED_IN, f"staff:{person.id}", who=person.id)
    session.begin(used.person)
    return go_on(used, half["next"])


def _half_way() -> Staff | None:
    """Return the colleague whom the provider has identified in this browser and who still owes a code, or None."""
    half = runtime().store.staff.errands.get(_place("code"))
    person = runtime().store.staff.get(half["staff"]) if half else None
    return person if half and person and person.active and person.epoch == half["epoch"] else None


# Shared helpers


def _provider() -> Provider:
    held: Provider = current_app.extensions[_KEY]
    return held


def _back() -> str:
    """Return the URL to which the provider sends people back: always the one that is registered there."""
    return runtime().settings.public_url + url_for("staff_oidc.back")


def _errand(state: str) -> tuple[Errand, Started] | None:
    """Take what this browser went to the provider for; None if there is nothing, or it was taken before."""
    try:
        kept = runtime().store.staff.errands.take(_place(state))
        return (Errand(**kept["errand"]), Started(**kept["started"])) if kept else None
    except (DecryptionError, TypeError, KeyError):  # of a removed key or an old release, or no trip at all
        return None


def _place(what: str) -> str:
    """Return the key of an errand; it contains this browser's id, so that no other browser finds it."""
    return f"{session.visit()} {what}"


def _enough(identity: Identity) -> bool:
    oidc = runtime().settings.oidc
    return identity.second_factor or (oidc is not None and not oidc.require_mfa)


def _gone(error: ProviderUnavailable) -> ResponseReturnValue:
    log.warning("the identity provider is gone: %s", safe_location(error))
    return _sorry(GONE, 503)


def _sorry(words: tuple[str, str], status: int) -> ResponseReturnValue:
    return render_template("staff/oidc_sorry.html", title=words[0], words=words[1]), status


def _code_page(fault: str = "", status: int = 200) -> ResponseReturnValue:
    return render_template("staff/oidc_code.html", fault=fault, by_recovery=asks_for_recovery()), status
