"""Made-up people of a practice space: they text the real conversation, on the space's own runtime.

There is no worker and no timer: whenever the colleague's page asks for news, what is due by then happens. Each text has
a sid made of where the talk stands, so that two pages that ask at once make one text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.casework.cases import Case, Kind, Line, Status
from bot.content.practice import MadeUp, made_up
from bot.conversation.messages import Inbound
from bot.flows.names import State
from bot.inbound.router import Router
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Role, Staff, StaffId
from bot.store import PersonKey

APART_SECONDS = 45
"""How long before each other the made-up people asked for a person."""

COMES_BACK_SECONDS = 20
FIRST_PAUSE_SECONDS, LONGER_SECONDS = 4, 2
"""An answer takes so long; the second of three a little longer, the third longer still."""

COLLEAGUES = (("practice-noor", "Noor (made up)", ("en", "es")), ("practice-lee", "Lee (made up)", ("en",)))
"""Made-up colleagues, to whom a talk can be transferred."""

_COMES_BACK = {State.SAFETY_COVER: ("ok im back", "ya regrese")}
_SAYS_YES = {State.HANDOFF_HELD: "1", State.WELCOME_BACK: "ok", State.WELCOME_AGAIN: "1"}
"""What they answer to the bot. Never the same twice in a row: that would be the carrier's second copy."""


def stand_in(person: Staff) -> Staff:
    """Return the colleague as their practice space knows them: a caseworker without phone, password or other role."""
    return Staff(
        person.id, person.handle, person.name, frozenset({Role.CASEWORKER}), person.created_at, subject=person.id,
        languages=person.languages,
    )  # fmt: skip


def open_space(runtime: Runtime, person: Staff) -> None:
    """Fill a new practice space: the colleague, two made-up ones, and people who wait for somebody."""
    now, people, store = runtime.clock(), made_up().people, runtime.store.staff
    store.add(stand_in(person))
    for number, (handle, name, languages) in enumerate(COLLEAGUES):
        phone, roles = _phone(number + len(people)), frozenset({Role.CASEWORKER})
        store.add(Staff(StaffId(handle), handle, name, roles, now, phone, subject=handle, languages=languages))
    for number, (name, who) in enumerate(people.items()):
        then = now - APART_SECONDS * (len(people) - number)
        router = Router(replace(runtime, clock=lambda then=then: then))  # type: ignore[misc]
        for turn, text in enumerate(who.opening):
            router.process(Inbound(f"practice {name} {turn}", phone_of(name), text))


def phone_of(name: str) -> str:
    """Return the number of a made-up person, from those that are kept for stories. Nothing is ever sent to it."""
    return _phone(list(made_up().people).index(name))


def _phone(number: int) -> str:
    return f"+1555555{180 + number:04}"


def catch_up(runtime: Runtime) -> None:
    """Let each made-up person whose talk is held text what is due by now. Raises StoreUnavailable."""
    store, now = runtime.store, runtime.clock()
    by_key = {store.person(phone_of(name)): (name, who) for name, who in made_up().people.items()}
    for case in store.cases.open():
        known = by_key.get(PersonKey(case.person))
        if known is None or case.status is not Status.HELD or case.owner.startswith("practice-"):
            continue
        name, who = known
        loaded = store.load_person(PersonKey(case.person))
        thread = store.cases.thread(case.code)
        state = loaded.session.state if loaded.session else State.WELCOME_HELLO
        text = _due(case, who, thread, state, now)
        if text:
            sid = f"practice {case.code} {len(thread)} {state.value}"
            Router(runtime).process(Inbound(sid, phone_of(name), text))


def _due(case: Case, who: MadeUp, thread: Sequence[Line], state: State, now: int) -> str:
    """Return what a made-up person texts by now, "" for nothing."""
    since_bot = now - max([case.heard_at, *(line.at for line in thread)])
    if state in _COMES_BACK:
        return _COMES_BACK[state][who.language == "es"] if since_bot >= COMES_BACK_SECONDS else ""
    if state in _SAYS_YES:
        return _SAYS_YES[state] if since_bot >= FIRST_PAUSE_SECONDS else ""
    said = [line.text for line in thread if line.kind is Kind.PERSON]
    last = max((at for at, line in enumerate(thread) if line.kind is Kind.PERSON), default=-1)
    heard = [line for line in thread[last + 1 :] if line.kind is Kind.STAFF]
    pause = FIRST_PAUSE_SECONDS + LONGER_SECONDS * (len(said) % 3)
    if state is not State.HANDOFF_LIVE or not heard or now - heard[-1].at < pause:
        return ""
    return made_up().next_text(who, said, [line.text for line in heard])
