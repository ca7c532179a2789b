"""A colleague's own devices for alerts: pushes on and off, a test, quiet hours; and what a browser needs for it.

The service worker keeps nothing of a page. It confirms a push by its own endpoint, which only it and the push service
know, and has no session to show.
"""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, abort, current_app, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.crypto import p256_public
from bot.staff.push import Device, PushKind, device_id, may_call, read_quiet
from bot.store.jobs import AT_ONCE, PushStaff
from bot.web.current import runtime
from bot.web.staff import session
from bot.web.staff.base import staff_blueprint
from bot.web.staff.passwords import passwords
from bot.web.staff.permissions import role_required

bp = staff_blueprint("staff_alerts")
devices = Blueprint("push", __name__)

LONGEST_ENDPOINT, LONGEST_KEY, LONGEST_LABEL = 1000, 120, 60
BAD_QUIET = "Enter both times, or leave both blank."
DONE = {
    "quiet": "Quiet hours saved.",
    "test": "We sent a test. It should arrive within a minute.",
    "off": "Alerts are off on that device.",
}


@bp.get("/alerts")
@role_required()
def page() -> ResponseReturnValue:
    """Show the colleague's devices and quiet hours."""
    return _page()


@bp.post("/alerts/on")
@role_required()
def turn_on() -> ResponseReturnValue:
    """Keep this browser's subscription."""
    given = {name: request.form.get(name, "") for name in ("endpoint", "p256dh", "auth")}
    short = len(given["endpoint"]) <= LONGEST_ENDPOINT and max(len(given["p256dh"]), len(given["auth"])) <= LONGEST_KEY
    settings = runtime().settings
    if (
        not settings.vapid_key
        or not short
        or not all(given.values())
        or not may_call(given["endpoint"], settings.push_hosts)
    ):
        return _page(), 422
    me = session.me()
    label = " ".join(request.form.get("label", "").split())[:LONGEST_LABEL] or "Browser"
    device = Device(me.id, me.epoch, **given, label=label, added_at=passwords().clock())
    runtime().store.staff.push.add(device)
    return Response(status=204)


@bp.post("/alerts/off")
@role_required()
def turn_off() -> ResponseReturnValue:
    """Forget one of the colleague's own devices."""
    store, wanted = runtime().store.staff.push, request.form.get("device", "")
    store.drop([one.id for one in store.devices(session.me().id) if one.id == wanted])
    return redirect(url_for("staff_alerts.page", done="off"), 303)


@bp.post("/alerts/test")
@role_required()
def test() -> ResponseReturnValue:
    """Queue a test push to all of the colleague's devices."""
    now = runtime().clock()
    runtime().store.due.add(PushStaff(session.me().id, PushKind.TEST.value, "-", now).at(AT_ONCE))
    return redirect(url_for("staff_alerts.page", done="test"), 303)


@bp.post("/alerts/quiet")
@role_required()
def set_quiet() -> ResponseReturnValue:
    """Set or clear the colleague's quiet hours."""
    quiet = read_quiet(request.form.get("start", "").strip(), request.form.get("end", "").strip())
    if quiet is None:
        return _page(BAD_QUIET), 422
    runtime().store.staff.change(session.me().id, lambda kept: replace(kept, quiet=quiet))
    return redirect(url_for("staff_alerts.page", done="quiet"), 303)


def _page(fault: str = "") -> str:
    settings, store = runtime().settings, runtime().store.staff
    me = session.me()
    start, _, end = me.quiet.partition("-")
    mine = store.push.devices(me.id)
    return render_template(
        "staff/alerts.html",
        fault=fault,
        done=DONE.get(request.args.get("done", ""), ""),
        mine=mine,
        confirmed=store.push.confirmed_at([one.id for one in mine]),
        public_key=p256_public(settings.vapid_key) if settings.vapid_key else "",
        has_phone=bool(me.phone),
        start=start,
        end=end,
    )


# For the browser


@devices.get("/alerts-worker.js")
def worker() -> Response:
    """Serve the service worker from the root, so that it covers all staff pages."""
    return current_app.send_static_file("alerts-worker.js")


@devices.get("/console.webmanifest")
def manifest() -> Response:
    """Serve the manifest by which a phone installs the console."""
    icon = url_for("static", filename="mark.svg")
    name = runtime().settings.program_name
    found = jsonify(
        name=f"{name} staff", short_name=name, start_url="/console", scope="/", display="standalone",
        background_color="#f7f4ee", theme_color="#11695f",
        icons=[{"src": icon, "sizes": "any", "type": "image/svg+xml", "purpose": "any"}],
    )  # fmt: skip
    found.mimetype = "application/manifest+json"
    return found


@devices.post("/alerts-received")
def received() -> Response:
    """Note that a device has shown a push of a kind."""
    endpoint, kind = request.form.get("endpoint", ""), request.form.get("kind", "")
    if not endpoint or len(endpoint) > LONGEST_ENDPOINT or kind not in set(PushKind):
        abort(400)
    runtime().store.staff.push.confirm(device_id(endpoint), PushKind(kind), runtime().clock())
    return Response(status=204)  # the same for a device that is not known
