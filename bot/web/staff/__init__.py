"""Staff sign-in, accounts and permissions; young people never see these pages.

`passwords` the clock and password hashing · `session` the browser session and the CSRF token of its forms ·
`permissions` the roles that each route declares · `base` what all staff pages share · `login` sign-in, sign-out and the
repeated second factor · `invitations` acceptance of an invitation · `people` colleagues, for leads · `account` one's
own account · `audit` the audit log: writing it, and its page · `disclosures` disclosures required by law · if it is
configured, `oidc` sign-in by the agency's identity provider, with the client in `oidc_client`. In demo mode,
`bot.web.demo.sign_in` adds sign-in by one click.
"""

from flask import Flask

from bot.config.settings import Settings
from bot.web.demo import sign_in as demo
from bot.web.staff import account, disclosures, login, people
from bot.web.staff import audit as trail
from bot.web.staff import invitations as join
from bot.web.staff.audit import note
from bot.web.staff.base import room
from bot.web.staff.passwords import Gate, put_gate
from bot.web.staff.permissions import allowed, anyone, fresh
from bot.web.staff.session import current, me

__all__ = ["allowed", "anyone", "current", "fresh", "install", "me", "note", "room"]


def install(app: Flask, settings: Settings) -> None:
    """Set up password hashing and register the staff blueprints on `app`."""
    put_gate(app, Gate())
    for part in (login, join, account, people, trail, disclosures):
        app.register_blueprint(part.doors)
    if settings.oidc:
        from bot.web.staff import oidc  # noqa: PLC0415 -- Authlib is slow to import, and most do without

        oidc.install(app, settings.oidc)
    if settings.demo:
        app.register_blueprint(demo.doors)
