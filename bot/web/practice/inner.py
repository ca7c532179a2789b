"""The app behind the door of practice: the console's pages, on the runtime of one colleague's practice space.

It is an app of its own so that practice needs no flag in any query: its pages know one runtime, and that one knows no
real record. Addresses of pages that it does not have are those of the real app.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flask import Flask, g, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from bot.inbound.practice import catch_up
from bot.runtime.runtime import Runtime
from bot.staff.first_hour import Step
from bot.web.console.base import bp as console
from bot.web.current import put_for_each
from bot.web.staff.passwords import Passwords, put_passwords
from bot.web.staff.session import Here

VISIT = "warmline.practice"
"""The key under which a request to the inner app carries its visit."""

CLOSED = frozenset(
    {
        "console.keep_report", "console.add_form", "console.add_to_report", "console.own_reports", "console.report",
        "console.sign_report", "console.disclosure", "console.record_disclosure", "console.number", "console.reveal",
        "console.replies", "console.add_reply", "console.change_reply",
        "console.introduce", "console.end_introduction", "console.remind",
    }
)  # fmt: skip
"""What has no practice: records that the law asks for, the number of a person, and contacts of real agencies."""

STEPS = {
    "console.close": Step.TALK,
    "console.pass_on": Step.HAND_OVER,
    "console.hand_over": Step.END_SHIFT,
    "console.find_services": Step.SERVICE,
    "console.offer": Step.SERVICE,
    "console.refer": Step.SERVICE,
}
"""Endpoints that, when they succeed, are a step of the first hour."""


@dataclass(slots=True)
class Visit:
    """One request in practice: on which runtime, whose, and which steps of the first hour it turned out to be."""

    runtime: Runtime
    here: Here
    steps: list[Step] = field(default_factory=list)


def build(real_address: Callable[[str, dict[str, Any]], str], passwords: Passwords) -> Flask:
    """Build the inner app. `real_address` makes the address of a page that it does not have."""
    app = Flask("bot.web", static_folder=None)
    put_for_each(app, lambda: _visit().runtime)
    put_passwords(app, passwords)
    app.register_blueprint(console)
    app.url_build_error_handlers.append(lambda error, endpoint, values: real_address(endpoint, dict(values)))
    app.before_request(_enter)
    app.after_request(_note_step)
    app.context_processor(lambda: {"practice": True, "real_board": real_address("console.board", {})})
    return app


def _visit() -> Visit:
    visit: Visit = request.environ[VISIT]
    return visit


def _enter() -> ResponseReturnValue | None:
    """Let the colleague in who stands at the door, and the made-up people text what is due."""
    visit = _visit()
    g.staff_here = visit.here
    only_looks = request.endpoint == "console.keep_report" and "show" in request.form  # at the law; it saves nothing
    if request.endpoint in CLOSED and not only_looks:
        return render_template("practice/closed.html"), 409
    if request.method == "GET":
        catch_up(visit.runtime)
    return None


def _note_step(response: Response) -> Response:
    step = STEPS.get(request.endpoint or "")
    by_script = request.endpoint == "console.find_anything" and request.form.get("as") == "rows"
    if (step or (by_script and request.form.get("q"))) and response.status_code < 400:
        _visit().steps.append(step or Step.SERVICE)
    return response
