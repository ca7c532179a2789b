"""Quick replies: those that ship, those that staff wrote, and the page on which staff write them."""

from __future__ import annotations

from secrets import token_hex
from time import time_ns

from flask import Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.staff.audit import Verb
from bot.staff.quick_replies import LONGEST_REPLY, QuickReply
from bot.web.console.base import bp
from bot.web.current import runtime
from bot.web.labels import Tongue, quick_replies, tongue
from bot.web.staff import me, note, role_required

NOTHING = "Write the reply in at least one language."
TOO_LONG = f"A reply is too long. Use up to {LONGEST_REPLY} letters in each language."
GONE = "This quick reply is no longer there."
DONE = {"added": "Quick reply added.", "changed": "Quick reply saved.", "removed": "Quick reply removed."}


@bp.get("/replies")
@role_required("caseworker", "lead")
def replies() -> Response:
    """Show all quick replies, each in its languages."""
    return _page()


@bp.post("/replies")
@role_required("caseworker", "lead")
def add_reply() -> ResponseReturnValue:
    """Add a quick reply."""
    words = _typed()
    if fault := _fault(words):
        return _page(fault, words)
    reply_id = f"{time_ns() // 1_000_000:012x}{token_hex(3)}"  # in the order of their making, in a second too
    note(Verb.REPLIES_CHANGED, f"reply:{reply_id}", "added")
    runtime().store.staff.quick.put(QuickReply(reply_id, words))
    return redirect(url_for("console.replies", done="added"), 303)


@bp.post("/replies/<reply>")
@role_required("caseworker", "lead")
def change_reply(reply: str) -> ResponseReturnValue:
    """Change or remove a quick reply that staff wrote."""
    act, words = request.form.get("act", ""), _typed()
    if reply not in {one.id for one in runtime().store.fetch(runtime().store.staff.quick.all_query())}:
        return _page(GONE)
    if act not in ("save", "remove"):
        abort(400)
    if act == "save" and (fault := _fault(words)):
        return _page(fault, words, reply)
    done = "changed" if act == "save" else "removed"
    note(Verb.REPLIES_CHANGED, f"reply:{reply}", done)
    if act == "save":
        runtime().store.staff.quick.put(QuickReply(reply, words))
    else:
        runtime().store.staff.quick.remove(reply)
    return redirect(url_for("console.replies", done=done), 303)


def all_replies() -> list[QuickReply]:
    """Return the quick replies that ship, then those that staff wrote."""
    own = runtime().store.fetch(runtime().store.staff.quick.all_query())
    return [*_shipped(), *own]


def languages() -> list[tuple[str, Tongue]]:
    """List the languages that young people text in, those of the colleague first."""
    codes = sorted(runtime().content.now.catalog.languages, key=lambda code: not me().texts_in(code))
    return [(code, tongue(code)) for code in codes]


def _shipped() -> list[QuickReply]:
    said = {code: quick_replies(code) for code in runtime().content.now.catalog.languages}
    most = max(map(len, said.values()), default=0)
    return [QuickReply("", {code: words[at] for code, words in said.items() if at < len(words)}) for at in range(most)]


def _typed() -> dict[str, str]:
    found = {code: " ".join(request.form.get(f"words-{code}", "").split()) for code, _ in languages()}
    return {code: words for code, words in found.items() if words}


def _fault(words: dict[str, str]) -> str:
    if not words:
        return NOTHING
    return TOO_LONG if any(len(text) > LONGEST_REPLY for text in words.values()) else ""


def _page(fault: str = "", typed: dict[str, str] | None = None, at: str = "") -> Response:
    """Render the page with an error, and what was `typed` for a new reply, or for the one with the id `at`."""
    page = render_template(
        "console/replies.html",
        own=runtime().store.fetch(runtime().store.staff.quick.all_query()),
        shipped=_shipped(),
        languages=languages(),
        fault=fault,
        typed=typed or {},
        at=at,
        done=DONE.get(request.args.get("done", "")) if request.method == "GET" else "",
        longest=LONGEST_REPLY,
    )
    return Response(page, 422 if fault else 200)
