"""Signing in with a passkey, and proving with one again: to unlock a session, or before an action that needs a check.

A script of the page asks for a challenge, has the browser's passkey sign it, and posts the answer as a form. A
challenge is good once, for minutes, and only in the browser that asked for it. The answers are JSON.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Response, abort, jsonify, request
from flask.typing import ResponseReturnValue

from bot.errors import DecryptionError
from bot.staff.accounts import Staff
from bot.staff.audit import Verb
from bot.staff.passkey_check import Claim, PasskeyRefused, check_use, new_challenge, read_claim, request_options
from bot.staff.passkeys import PasskeyCopied, RelyingParty, find, relying_party
from bot.web.current import runtime
from bot.web.staff import session
from bot.web.staff.audit import note
from bot.web.staff.base import staff_blueprint
from bot.web.staff.login import Attempt, NoMatch, Refused, slow_words
from bot.web.staff.passwords import passwords
from bot.web.staff.permissions import public, role_required, safe_next

bp = staff_blueprint("staff_passkeys", "/staff/passkey")

CHALLENGE_SECONDS = 5 * 60
LONGEST_ANSWER = 16_000
SIGN_IN, AGAIN = "sign in", "again"
BY_PASSKEY = "with a passkey"
NO_MATCH = "That passkey didn't match. Use your password and code."
COPIED = "This passkey may have been copied, so we refused it. Sign in with your password and remove the passkey."
OVER = "That took too long. Try again."


@bp.post("/options")
@public
def options() -> ResponseReturnValue:
    """Return what the browser needs to sign in with any passkey of this site."""
    party = site()
    wait, _ = Attempt.at_challenge().begin()
    if wait:
        return tell(Refused(slow_words(wait), 429, wait))
    return give(request_options(party, begin(SIGN_IN)))


@bp.post("")
@public
def enter() -> ResponseReturnValue:
    """Sign in the colleague whose passkey signed the challenge."""
    try:
        claim = _claim()
        person = _prove(SIGN_IN, claim, runtime().store.staff.get(claim.owner))
    except Refused as refused:
        return tell(refused)
    note(Verb.SIGNED_IN, f"staff:{person.id}", BY_PASSKEY, who=person.id)
    session.begin(person)
    Attempt.at_challenge().succeed()
    return _go_on()


@bp.post("/again/options")
@role_required(while_locked=True)
def again_options() -> ResponseReturnValue:
    """Return what the browser needs to use a passkey of the colleague whose session it holds."""
    person, party = _owner(), site()
    return give(request_options(party, begin(AGAIN), person.passkeys)) if person.passkeys else tell(_no_match())


@bp.post("/again")
@role_required(while_locked=True)
def again() -> ResponseReturnValue:
    """Unlock the session, or note the check, if one of its owner's passkeys signed the challenge."""
    owner, here = _owner(), session.held()
    try:
        person = _prove(AGAIN, _claim(), owner)
    except Refused as refused:
        return tell(refused)
    if here and here.session.locked_at:
        note(Verb.UNLOCKED, f"staff:{person.id}", BY_PASSKEY, who=person.id)
        session.unlock()
    else:
        session.change(lambda kept: replace(kept, fresh_at=passwords().clock()))
    return _go_on()


def _prove(purpose: str, claim: Claim, person: Staff | None) -> Staff:
    """Note the use of the passkey of `person` that signed this browser's challenge; return its owner. Raise Refused.

    The first wrong one over the limit is audited, and each that may be a copy.
    """
    attempt = Attempt.of_code(person.id) if person and purpose == AGAIN else Attempt.by_passkey(person)
    wait, over = attempt.begin()
    if wait:
        raise Refused(slow_words(wait), 429, wait)
    kept = take(purpose)
    if kept is None:
        raise Refused(OVER, 422)
    try:
        used = _use(person, claim, kept["challenge"], signing_in=purpose == SIGN_IN)
    except PasskeyCopied:
        if person:
            note(Verb.PASSKEY_REFUSED, f"staff:{person.id}", "its counter went back", who=person.id)
        raise Refused(COPIED, 422) from None
    except (NoMatch, PasskeyRefused):
        if person and over == 1:
            note(Verb.SIGN_IN_SLOWED, f"staff:{person.id}", who=person.id)
        raise _no_match() from None
    attempt.succeed()
    return used


def _use(person: Staff | None, claim: Claim, challenge: str, *, signing_in: bool) -> Staff:
    """Check the answer against the passkey as it is kept. Raise NoMatch, PasskeyRefused or PasskeyCopied."""
    passkey = find(person.passkeys, claim.passkey) if person else None
    if person is None or passkey is None or claim.owner not in ("", person.id):
        raise NoMatch
    count, now = check_use(site(), challenge, _answer(), passkey), passwords().clock()

    def to(kept: Staff) -> Staff:
        current = find(kept.passkeys, claim.passkey)
        may_sign_in = kept.active and kept.joined and (not kept.demo or runtime().settings.demo)
        if current is None or not may_sign_in or kept.epoch != person.epoch:
            raise NoMatch
        used = current.use(count, now)
        passkeys = tuple(used if one is current else one for one in kept.passkeys)
        return replace(kept, passkeys=passkeys, last_sign_in_at=now if signing_in else kept.last_sign_in_at)

    return runtime().store.staff.change(person.id, to)


def _no_match() -> Refused:
    return Refused(NO_MATCH, 422)


def _owner() -> Staff:
    here = session.held()
    if here is None:
        abort(403)
    return here.person


def _answer() -> str:
    return request.form.get("answer", "")[:LONGEST_ANSWER]


def _claim() -> Claim:
    try:
        return read_claim(_answer())
    except PasskeyRefused:
        raise _no_match() from None


# Shared with the page of one's own passkeys


def site() -> RelyingParty:
    """Return the site that passkeys belong to, or abort where no browser offers passkeys."""
    party = relying_party(runtime().settings.public_url)
    if party is None:
        abort(404)
    return party


def begin(purpose: str, **more: str) -> str:
    """Store a new challenge for this browser and purpose, in place of the last one, and return it."""
    challenge = new_challenge()
    runtime().store.staff.challenges.put(_place(purpose), {"challenge": challenge, **more}, CHALLENGE_SECONDS)
    return challenge


def take(purpose: str) -> dict[str, Any] | None:
    """Use up this browser's challenge; None if there is none, or it was used, or its key was removed."""
    try:
        return runtime().store.staff.challenges.take(_place(purpose))
    except DecryptionError:
        return None


def _place(purpose: str) -> str:
    return f"{session.visit()} {purpose}"


def give(found: str) -> Response:
    """Answer a script with options, which are JSON already."""
    return Response(found, mimetype="application/json")


def tell(refused: Refused) -> ResponseReturnValue:
    """Answer a script with the words to show."""
    headers = {"Retry-After": str(refused.wait)} if refused.wait else {}
    return jsonify(fault=refused.words), refused.status, headers


def _go_on() -> Response:
    return jsonify(go=safe_next(request.form.get("next")))
