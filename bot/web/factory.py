"""Builds the app: settings, runtime, doors. Nothing is read from the environment anywhere else in this room."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask import Flask, Request, redirect, render_template, url_for
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.wrappers import Response

from bot import logs
from bot.cli.commands import register
from bot.config.settings import Settings, load_settings, read_log_format
from bot.errors import SettingsError
from bot.runtime.build import build, refuse_unsaved, warm
from bot.runtime.runtime import Runtime
from bot.store import Store
from bot.web import (
    console,
    directory,
    health,
    hsds,
    metrics,
    practice,
    reports,
    request_id,
    staff,
    studio,
    voice,
    webhook,
)
from bot.web import security as guard
from bot.web.current import put
from bot.web.demo import fake_twilio as twin
from bot.web.demo import simulator

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

LARGEST_BODY = 64 * 1024


def create_app(settings: Settings | None = None, runtime: Runtime | None = None) -> Flask:
    """Build the app; without `settings`, load them from the environment.

    Raise SettingsError with all problems at once. Under the `flask` command, return an app without routes instead,
    because the command that creates missing keys must run.
    """
    app = Flask("bot.web")
    if os.environ.get("FLASK_RUN_FROM_CLI"):  # gunicorn's logger does it for the web
        logs.configure("worker" if sys.argv[-1:] == ["worker"] else "command", read_log_format(os.environ))
    try:
        runtime = runtime or build(settings or load_settings(os.environ))
        if not os.environ.get("FLASK_RUN_FROM_CLI"):
            refuse_unsaved(runtime.settings, runtime.store)
    except SettingsError:
        if not os.environ.get("FLASK_RUN_FROM_CLI"):
            raise
        register(app, None)
        return app
    settings = runtime.settings
    app.config.update(
        SECRET_KEY=settings.session_key,
        MAX_CONTENT_LENGTH=LARGEST_BODY,
        SESSION_COOKIE_NAME="warmline",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_COOKIE_SECURE=settings.public_url.startswith("https://") and not settings.demo,
        WEBHOOK_AT=f"http://127.0.0.1:{settings.port}",
    )
    app.session_interface = NoSessionForTheProvider()
    app.url_map.merge_slashes = False  # it redirects `//` to an address that it builds from the Host header
    put(app, runtime)
    register(app, settings)
    guard.install(app, settings)
    if settings.trusted_proxies:  # their word on the caller's address alone: the Host and the scheme stay as they are
        trusting = ProxyFix(app.wsgi_app, x_for=settings.trusted_proxies, x_proto=0, x_host=0)
        app.wsgi_app = trusting  # type: ignore[method-assign]  # as Flask does
    _open_doors(app, settings, runtime.store)
    request_id.install(app, is_trusted=settings.trusted_proxies > 0)
    if not os.environ.get("FLASK_RUN_FROM_CLI"):
        warm(runtime.hearing)
        hearing, wanted = runtime.hearing, settings.local_model
        runtime.measures.start(lambda: ("web", hearing.has_loaded_ear if wanted else None))
    return app


class NoSessionForTheProvider(SecureCookieSessionInterface):
    """Session interface that skips the webhooks: the provider keeps no cookie, so its requests need no session."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """Open the session as Flask does, or return None for a webhook."""
        return None if request.path.startswith(("/sms", "/voice")) else super().open_session(app, request)


def _with_clock_held(wsgi_app: WSGIApplication, store: Store) -> WSGIApplication:
    """Wrap the app so that each request reads the demo clock's offset once."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        with store.simulated.clock_held():
            return wsgi_app(environ, start_response)

    return answer


def _open_doors(app: Flask, settings: Settings, store: Store) -> None:
    app.register_blueprint(webhook.bp)
    app.register_blueprint(voice.bp)
    app.register_blueprint(health.bp)
    staff.install(app, settings)
    console.install(app)
    practice.install(app)
    directory.install(app)
    reports.install(app)
    studio.install(app)
    if settings.hsds_token:
        app.register_blueprint(hsds.bp)
    if settings.metrics_token:
        app.register_blueprint(metrics.bp)
    if settings.demo:
        app.wsgi_app = _with_clock_held(app.wsgi_app, store)  # type: ignore[method-assign, assignment]  # as Flask does
        app.register_blueprint(simulator.bp)
        app.register_blueprint(twin.bp)

    @app.get("/")
    def front() -> Response | str:
        """Redirect to the simulator in demo mode, else show a page that reveals nothing to a passer-by."""
        if settings.demo:
            return redirect(url_for("simulator.page"))
        return render_template("plain.html", program=settings.program_name)
