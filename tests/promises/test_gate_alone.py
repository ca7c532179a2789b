"""The gate is the only way: a walk over the code that shows and sends, for each way around it (promise 1).

Held against short lists, each entry with its reason. What is new is refused until it stands there.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import bot

ROOT = Path(bot.__file__).parent
SENDS = ("actions/cases.py", "actions/introductions.py", "inbound", "jobs")
"""What acts for staff, sends texts or reads what staff text, beside the pages."""
STAFF_ONLY = ("web/staff", "web/demo/sign_in.py")
"""Staff accounts and their browser sessions: no person is in them."""

STEERS = {
    "state", "safe", "young", "case", "language", "_replace",  # where they stand and whether the screen is theirs
    "caseworker_name", "contact", "contact_in",  # by what name they know who talks with them: told to them, not of them
    "check_in", "check_in_at", "remind_at", "reminder",  # a time that they set, and only to them
}  # fmt: skip
"""Of a person's session, what may be read outside the conversation; all else was told, and comes by the gate."""

PHONES = {
    "person.phone": "a colleague's",
    "prev.phone": "a colleague's, before a change",
    "who.phone": "a colleague's",
    "inbound.phone": "of who texts at this moment",
    "text.phone": "of who texts at this moment",
    "sent.phone": "of who texts at this moment, in the demo",
    "held.phone": "an agency's contact's, typed in by a caseworker",
    "talk.held.phone": "an agency's contact's, typed in by a caseworker",
    "loaded.phone": "put back with the session as it was, unread",
    "runtime().store.contacts.phone": "an agency's contact's",
    "self._store.contacts.phone": "an agency's contact's",
}
"""Whose number is read where it is shown or sent to."""

READS = {"load", "load_person", "load_people", "load_case", "ledger", "outgoing", "thread", "line"}
READERS = {
    ("actions.cases", "_try", "load_person"): "whether anybody stands behind the case",
    ("actions.cases", "screen_is_safe", "load_person"): "whether they can be asked now",
    ("inbound.router", "_try", "load"): "the one who texts, for their own turn",
    ("jobs.retention", "_end_abandoned", "load_person"): "whether anything is kept of them",
    ("jobs.cases", "note_lost", "load_person"): "which case a text that was lost belongs to",
    ("jobs.staff_messages", "relay", "line"): "asks the ledger first",
    ("jobs.contact_messages", "pass_on", "thread"): "asks the ledger first",
    ("jobs.contact_messages", "_mark", "load"): "in which talks a contact is",
    ("jobs.check_ins", "say", "load_person"): "the time that they set",
    ("jobs.person_messages", "send", "outgoing"): "a text to them",
    ("jobs.periodic", "_answer", "load"): "whether a text was answered",
    ("web.console.case_view", "view_of", "thread"): "asks the ledger first",
    ("web.console.case_view", "view_of", "load_case"): "for the gate, which asks the ledger",
    ("web.console.case_view", "mark_of", "load_people"): "for the gate, which asks the ledger",
    ("web.console.task_view", "next_tasks", "load_people"): "for the gate, which asks the ledger",
}
"""Who reads a person, their ledger, their talk or what waits for them: the file, the function, what it reads."""

ASKS = {"shared", "require", "number", "talks", "_agreed", "agreed"}
"""By one of these a function asks the gate."""


def sources(place: str) -> list[Path]:
    """The file, or all files of the package, at `place`."""
    path = ROOT / place
    found = [path] if path.suffix == ".py" else sorted(path.rglob("*.py"))
    assert found, place
    return found


def watched() -> Iterator[tuple[str, ast.Module]]:
    """The files that show or send, parsed. The staff's own doors have sessions of another kind, and no person."""
    staff_only = {path for place in STAFF_ONLY for path in sources(place)}
    for path in (path for place in (*SENDS, "web") for path in sources(place)):
        if path in staff_only:
            continue
        yield ".".join(path.relative_to(ROOT).with_suffix("").parts), ast.parse(path.read_bytes())


def attributes(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Each attribute that is read: of what, as it is written, and its name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield ast.unparse(node.value), node.attr


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    """All functions, those within others too."""
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def own(function: ast.FunctionDef) -> set[tuple[str, str]]:
    """What a function reads itself, not in one that is defined within it."""
    within = [inner for inner in functions(function) if inner is not function]
    return set(attributes(function)) - {found for inner in within for found in attributes(inner)}


def of_session(value: str) -> bool:
    """Whether this is a person's session, by its name."""
    return value.rpartition(".")[2] in ("session", "before")


def test_what_a_person_told_is_read_by_the_gate_alone() -> None:
    around = [
        f"{file}: {value}.{name}"
        for file, tree in watched()
        for value, name in attributes(tree)
        if of_session(value) and name not in STEERS
    ]
    assert around == ["web.demo.simulator: session.get"], "the browser's own session"


def test_no_field_of_a_session_is_read_by_a_name_that_is_made_up() -> None:
    """`getattr(session, what)` and the like would pass by every list."""
    by_name = {"getattr", "vars", "_asdict", "asdict", "attrgetter"}
    around = [
        f"{file}: {ast.unparse(node)}"
        for file, tree in watched()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and (getattr(node.func, "id", "") or getattr(node.func, "attr", "")) in by_name
    ]
    times = {"jobs.check_ins: getattr(session, kind.at)", "jobs.check_ins: getattr(session, kind.revision)"}
    assert set(around) <= times, "of the two times that they set"


def test_a_phone_is_read_only_where_it_is_known_whose() -> None:
    around = {
        f"{file}: {value}.phone" for file, tree in watched() for value, name in attributes(tree)
        if name == "phone" and f"{value}.phone" not in PHONES
    }  # fmt: skip
    assert around == set()


def test_people_and_their_talks_are_read_in_few_places() -> None:
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


def test_who_reads_a_talk_asks_the_gate_in_the_same_function() -> None:
    for file, tree in watched():
        for function in functions(tree):
            names = {name for _, name in attributes(function)}
            if names & {"thread", "line"}:
                assert names & ASKS, f"{file}: {function.name}"


def test_the_gate_asks_the_ledger_whenever_it_is_asked() -> None:
    """Each of its ways out goes by `_look`, and that by the ledger and the clock; but what says only "is now ok?"."""
    (gate,) = (node for node in ast.parse((ROOT / "casework" / "consent_gate.py").read_bytes()).body
               if isinstance(node, ast.ClassDef) and node.name == "ConsentGate")  # fmt: skip
    ways = {function.name: {name for _, name in attributes(function)} for function in functions(gate)}
    out = {name for name in ways if not name.startswith("_")} - {"screen"}
    assert out == {"require", "talks", "shared", "number"}
    assert all("_look" in ways[name] for name in out)
    assert {"ledger", "_clock", "stopped"} <= ways["_look"]
