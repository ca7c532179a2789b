"""Static check that the consent gate is the only access to personal data: a walk over the code that shows and sends.

Promise 1. Each allowed access is in a short list, with its reason; any new one fails until it is listed.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import bot

ROOT = Path(bot.__file__).parent
SENDS = ("actions/cases.py", "actions/introductions.py", "inbound", "jobs")
"""Code beside the pages that acts for staff, sends texts or reads staff's texts."""
STAFF_ONLY = ("web/staff", "web/demo/sign_in.py")
"""Staff accounts and their browser sessions, which hold nothing about a person."""

STEERS = {
    "state", "safe", "young", "case", "language", "_replace",  # the state, and whether the screen is safe
    "caseworker_name", "contact", "contact_in",  # names by which the person knows the others in the conversation
    "check_in", "check_in_at", "remind_at", "reminder",  # times that the person set, used only to text them
}  # fmt: skip
"""Fields of a person's session that may be read outside the conversation. All others need consent, through the gate."""

PHONES = {
    "person.phone": "a colleague's",
    "prev.phone": "a colleague's, before a change",
    "who.phone": "a colleague's",
    "inbound.phone": "of who texts at this moment",
    "text.phone": "of who texts at this moment",
    "sent.phone": "of who texts at this moment, in the demo",
    "held.phone": "an agency's contact's, typed in by a caseworker",
    "talk.held.phone": "an agency's contact's, typed in by a caseworker",
    "waiting.phone": "of whom a waiting text is sent to, at the moment of sending",
    "loaded.phone": "put back with the session as it was, unread; or of who opted out, for their own STOP",
    "runtime().store.contacts.phone": "an agency's contact's",
    "self._store.contacts.phone": "an agency's contact's",
}
"""Owners of the phone numbers that may be read where numbers are shown or used."""

READS = {
    "load", "load_person", "people_query", "load_case", "ledger", "waiting_text", "thread", "line", "unread_query",
}  # fmt: skip
READERS = {
    ("actions.cases", "_try", "load_person"): "whether anybody stands behind the case",
    ("actions.cases", "screen_is_safe", "load_person"): "whether they can be asked now",
    ("inbound.router", "_try", "load"): "the one who texts, for their own turn",
    ("inbound.router", "_answer_copy", "load"): "the one who texts, for the reply to the first copy",
    ("inbound.practice", "catch_up", "load_person"): "somebody made up, behind the fence of practice",
    ("inbound.practice", "catch_up", "thread"): "somebody made up, behind the fence of practice",
    ("inbound.router", "_obey", "load_person"): "the one who opted out, for their own turn",
    ("jobs.retention", "_end_abandoned", "load_person"): "whether anything is kept of them",
    ("jobs.cases", "note_lost", "load_person"): "which case a text that was lost belongs to",
    ("jobs.staff_messages", "relay", "line"): "asks the ledger first",
    ("jobs.contact_messages", "pass_on", "thread"): "asks the ledger first",
    ("jobs.contact_messages", "_mark", "load"): "in which talks a contact is",
    ("jobs.check_ins", "say", "load_person"): "the time that they set",
    ("jobs.person_messages", "send", "waiting_text"): "a text to them",
    ("jobs.person_messages", "_check", "waiting_text"): "whether that text may still be sent",
    ("jobs.periodic", "_answer", "load"): "whether a text was answered",
    ("web.console.case_view", "view_of", "thread"): "asks the ledger first",
    ("web.console.case_view", "view_of", "load_case"): "for the gate, which asks the ledger",
    ("web.console.case_view", "mark_of", "people_query"): "for the gate, which asks the ledger",
    ("web.console.talks", "talks_of", "people_query"): "for the gate, which asks the ledger",
    ("web.console.talks", "talks_of", "unread_query"): "how many texts, and none of them",
}
"""Code that reads a person, their ledger, their conversation or their queue: file, function, and what it reads."""

REMEMBERED = {
    "actions.cases: loaded.remembered": "handed on as it is, with one more case",
    "web.console.case: view.remembered": "from the gate",
}
"""Places that may read what is remembered of a person."""

MADE_UP = {("inbound.practice", "catch_up")}
"""Functions that read the talk of somebody made up, of whom nobody asks a consent."""

ASKS = {"shared", "require", "number", "talks", "_agreed", "agreed"}
"""Methods by which a function asks the gate."""


def sources(place: str) -> list[Path]:
    """Return the file at `place`, or all files of the package there."""
    path = ROOT / place
    found = [path] if path.suffix == ".py" else sorted(path.rglob("*.py"))
    assert found, place
    return found


def watched() -> Iterator[tuple[str, ast.Module]]:
    """Yield the files that show or send, parsed; staff's own pages, which hold nothing about a person, are left out."""
    staff_only = {path for place in STAFF_ONLY for path in sources(place)}
    for path in (path for place in (*SENDS, "web") for path in sources(place)):
        if path in staff_only:
            continue
        yield ".".join(path.relative_to(ROOT).with_suffix("").parts), ast.parse(path.read_bytes())


def attributes(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield each attribute that is read: its object as written, and its name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield ast.unparse(node.value), node.attr


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    """Yield all functions, including nested ones."""
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def own(function: ast.FunctionDef) -> set[tuple[str, str]]:
    """Return what a function reads itself, without its nested functions."""
    within = [inner for inner in functions(function) if inner is not function]
    return set(attributes(function)) - {found for inner in within for found in attributes(inner)}


def of_session(value: str) -> bool:
    """Return True if the name is that of a person's session."""
    return value.rpartition(".")[2] in ("session", "before")


def test_only_the_gate_reads_what_a_person_shared() -> None:
    around = [
        f"{file}: {value}.{name}"
        for file, tree in watched()
        for value, name in attributes(tree)
        if of_session(value) and name not in STEERS
    ]
    of_browsers = {"web.demo.simulator: session.get", "web.console.stream: here.session.locked_at", *(
        f"web.practice.door: session.{name}" for name in ("me", "current", "arrival"))}  # fmt: skip
    assert set(around) == of_browsers, "the browser's own session"


def test_session_fields_are_not_read_by_computed_names() -> None:
    """Calls such as `getattr(session, name)` would bypass every list."""
    by_name = {"getattr", "vars", "_asdict", "asdict", "attrgetter"}
    around = [
        f"{file}: {ast.unparse(node)}"
        for file, tree in watched()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and (getattr(node.func, "id", "") or getattr(node.func, "attr", "")) in by_name
    ]
    times = {"jobs.check_ins: getattr(session, kind.at)", "jobs.check_ins: getattr(session, kind.revision)"}
    assert set(around) <= times, "of the two times that they set"


def test_phones_are_read_only_where_the_owner_is_listed() -> None:
    around = {
        f"{file}: {value}.phone" for file, tree in watched() for value, name in attributes(tree)
        if name == "phone" and f"{value}.phone" not in PHONES
    }  # fmt: skip
    assert around == set()


def test_people_and_conversations_are_read_only_in_listed_places() -> None:
    found = {
        (file, function.name, name)
        for file, tree in watched()
        for function in functions(tree)
        for value, name in own(function)
        if name in READS and not value.startswith(("json", "line"))
    }
    files = {file for file, _ in watched()}
    assert found - READERS.keys() == set()
    assert {entry for entry in READERS if entry[0] in files} - found == set(), "nobody does this any more"


def test_what_is_remembered_comes_from_the_gate() -> None:
    found = {
        f"{file}: {value}.remembered" for file, tree in watched() for value, name in attributes(tree)
        if name == "remembered" and "gate" not in value
    }  # fmt: skip
    assert found == set(REMEMBERED)


def test_functions_that_read_a_conversation_ask_the_gate() -> None:
    for file, tree in watched():
        for function in functions(tree):
            names = {name for _, name in attributes(function)}
            if names & {"thread", "line"} and (file, function.name) not in MADE_UP:
                assert names & ASKS, f"{file}: {function.name}"


def test_gate_reads_the_ledger_on_every_call() -> None:
    """All public methods but `screen` go through `_look`, which reads the ledger and the clock."""
    (gate,) = (node for node in ast.parse((ROOT / "casework" / "consent_gate.py").read_bytes()).body
               if isinstance(node, ast.ClassDef) and node.name == "ConsentGate")  # fmt: skip
    ways = {function.name: {name for _, name in attributes(function)} for function in functions(gate)}
    out = {name for name in ways if not name.startswith("_")} - {"screen"}
    assert out == {"require", "talks", "shared", "number", "area", "remembered"}
    assert all("_look" in ways[name] for name in out)
    assert {"ledger", "_clock", "stopped"} <= ways["_look"]
