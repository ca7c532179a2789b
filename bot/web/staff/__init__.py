"""The staff's doors: who comes in, with what, and what each may open. Young people never see these pages.

`gate` clock and password hashing · `session` the browser's session, and the mark that every form carries ·
`access` who may open a route, declared on each · `pages` what all staff pages share · `login` in and out, and the
code asked for again · `join` an invitation taken up · `people` colleagues, for leads · `account` one's own ·
`trail` noting, and the page of what was noted · `disclosures` those required by law · where it is set up: `oidc` in by
the agency's identity provider · demo only: `demo` in by one click.
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
    """Put the gate and the staff's rooms on `app`."""
    put_gate(app, Gate())
    for part in (login, join, account, people, trail, disclosures):
        app.register_blueprint(part.doors)
    if settings.oidc:
        from bot.web.staff import oidc  # noqa: PLC0415 -- what it stands on is slow to import, and most do without

        oidc.install(app, settings.oidc)
    if settings.demo:
        app.register_blueprint(demo.doors)
