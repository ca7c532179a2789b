"""Staff sign-in, sessions, permissions and accounts. Young people never see these pages.

- `base`: blueprints, navigation and errors of all staff pages
- `permissions`: the roles that each route declares
- `session`, `passwords`: browser sessions with their CSRF token; password hashing
- `login`, `invitations`: signing in and out, repeated code checks; joining by invitation
- `lock`: the lock after a pause, and unlocking
- `passkeys`: signing in, unlocking and proving again with a passkey
- `oidc`, `oidc_client`: sign-in through the agency's identity provider, if it is configured
- `people`, `account`: all accounts, for leads; one's own account
- `own_password`, `own_factor`: a colleague's own password and authenticator app
- `own_passkeys`: a colleague's own passkeys
- `recovery_codes`: codes for a lost phone
- `enrolment`: what an authenticator app reads
- `alerts`: one's own devices for alerts, and quiet hours
- `audit`: recording acts, and the page that lists them
- `first_hour`: a new colleague's first hour as a list
- `disclosures`: the list of legally required disclosures
"""

from flask import Flask

from bot.config.settings import Settings
from bot.web.demo import sign_in as demo
from bot.web.staff import (
    account,
    alerts,
    disclosures,
    first_hour,
    lock,
    login,
    own_factor,
    own_passkeys,
    own_password,
    passkeys,
    people,
    recovery_codes,
)
from bot.web.staff import audit as trail
from bot.web.staff import invitations as join
from bot.web.staff.audit import note
from bot.web.staff.base import staff_blueprint
from bot.web.staff.passwords import Passwords, put_passwords
from bot.web.staff.permissions import public, recent_auth_required, role_required
from bot.web.staff.session import current, me

__all__ = [
    "current",
    "install",
    "me",
    "note",
    "own_factor",
    "own_passkeys",
    "own_password",
    "public",
    "recent_auth_required",
    "recovery_codes",
    "role_required",
    "staff_blueprint",
]


def install(app: Flask, settings: Settings) -> None:
    """Register the password hasher and the staff pages on `app`."""
    put_passwords(app, Passwords())
    for part in (login, lock, passkeys, join, account, alerts, people, trail, disclosures, first_hour):
        app.register_blueprint(part.bp)
    app.register_blueprint(alerts.devices)
    if settings.oidc:
        from bot.web.staff import oidc  # noqa: PLC0415 -- slow to import, and most agencies do without

        oidc.install(app, settings.oidc)
    if settings.demo:
        app.register_blueprint(demo.bp)
