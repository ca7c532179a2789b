"""Shape of a world: everything in it that decides what can still happen. Worlds of one shape are one state of the walk.

It is read from all that is stored and all that the test remembers. Left out are only names that differ in each world
(random ids, how many seconds ago) and what decides nothing but the bot's next offer. Times count by their order.
"""

from __future__ import annotations

import re

from bot.casework.cases import Case
from bot.flows.session import Session
from bot.store import Loaded, PersonKey
from bot.store.jobs import load
from tests.promises.consent_model.oracle import TEAM, in_order
from tests.promises.consent_model.world import PAUSE_SECONDS, PERSON_PHONE, World

MARK = re.compile(r"(?:PERSON|STAFF|CONTACT)WORDS-\d\d-")
_COUNTS = (
    "safe", "limits_told", "needs", "area", "name", "introduction", "caseworker_name", "agency", "contact_in",
    "agency_items", "shared", "times", "remembered", "remember_asked",
)  # fmt: skip
"""Fields of the session that count. The others decide the bot's next offer, or follow from the case and the ledger."""

_TOLD = ("safe", "needs", "area", "name", "introduction", "times")
"""Those of these fields that a page shows."""

_ASKED = "Maria Zapata, from"
_PLACES = ("handoff.live", "handoff.held", "consent.agency", "consent.agency_item", "consent.remember")
"""States that handle letters in their own way. In all others each letter has the same effect."""


def shape_of(world: World) -> str:
    """Return the shape as a text, equal for equal shapes."""
    memory, now = world.memory, world.clock.now
    store, loaded = world.runtime.store, world.runtime.store.load(PERSON_PHONE, "")
    cases = [case for code in memory.codes if (case := store.cases.get(code))]
    current = next((case for case in cases if case.is_open), None)
    shape = (
        loaded.stopped,
        _session(loaded.session, now - world.runtime.settings.idle_seconds),
        _ledger(world, loaded.person), _remembered(loaded),
        (_case(current, now), _thread(world, current.code)) if current else (),
        sorted({(case.status, bool(case.owner), bool(_thread(world, case.code))) for case in cases if case != current}),
        _jobs(world, current),
        memory.oracle.summary(now),
        _place(memory.place), _ASKED in memory.screen, now - memory.last_at > PAUSE_SECONDS,
        bool(memory.join_code), _is_current(memory.join_code, current),
        world.redis.call("SCARD", f"{{{loaded.person}}}:k") if cases and not current else 0,
    )  # fmt: skip
    return repr(shape)


def seen_of(world: World, *, words: bool) -> str:
    """Return the part of the shape that a page can show: neither the queue nor the state of the conversation.

    Without `words`, return the part that a page outside any case can show.
    """
    memory, store = world.memory, world.runtime.store
    loaded = store.load(PERSON_PHONE, "")
    cases = [case for code in memory.codes if (case := store.cases.get(code))]
    now = world.clock.now
    shown = [(case.status, bool(case.owner), bool(case.introduction), _thread(world, case.code)) for case in cases]
    told = loaded.session and [getattr(loaded.session, name) for name in _TOLD]
    if not words:
        back = bool(memory.oracle.earlier(memory.oracle.cases, now))
        return repr(([case.status for case in cases], sorted(memory.oracle.live(TEAM, now)), back))
    return repr((_remembered(loaded), shown, told, _ledger(world, loaded.person), memory.oracle.summary(now)))


def _session(session: Session | None, idle_since: int) -> tuple[object, ...]:
    if session is None:
        return ()
    told = tuple(getattr(session, name) for name in _COUNTS if not isinstance(getattr(session, name), frozenset))
    sets = tuple(sorted(getattr(session, name)) for name in _COUNTS if isinstance(getattr(session, name), frozenset))
    has_talked = bool(session.last_caseworker_id)
    return told, sets, session.last_at < idle_since, bool(session.case), has_talked, _place(session.state.value)


def _remembered(loaded: Loaded) -> tuple[object, ...]:
    known = loaded.remembered
    return () if known is None else (bool(known.cases), any(case.times for case in known.cases))


def _place(name: str) -> str:
    return name if name in _PLACES else ""


def _ledger(world: World, person: PersonKey) -> tuple[object, ...]:
    """Return, by recipient and item, the order in which consents end that were given and not withdrawn."""
    ends: dict[tuple[str, str], int] = {}
    for record in world.runtime.store.ledger(person):
        for item in record.items:
            place = (record.recipient, item.value)
            if record.kind == "given":
                ends[place] = max(ends.get(place, 0), record.expires_at)
            else:
                ends.pop(place, None)
    order = in_order(ends.values(), world.clock.now)
    return tuple(sorted((place, order[at]) for place, at in ends.items()))


def _case(case: Case, now: int) -> tuple[object, ...]:
    held = case.introduction
    introduction = (held.stage, bool(held.asked_of_at)) if held else ()
    return case.status, case.by_text, case.alert_at > now, bool(case.paged), introduction


def _thread(world: World, code: str) -> tuple[object, ...]:
    """Return what counts of the words that were said."""
    marks = {found[0] for line in world.runtime.store.cases.thread(code) if (found := MARK.search(line.text))}
    return tuple(sorted({world.memory.oracle.word_state(mark) for mark in marks}))


def _jobs(world: World, current: Case | None) -> tuple[object, ...]:
    """Return the queued jobs: kind, subject, and whether they are due."""
    found = world.redis.call("ZRANGE", "due", 0, -1, "WITHSCORES")
    jobs = {
        (about, float(score) > world.clock.now)
        for job, score in zip(found[::2], found[1::2], strict=True)
        if (about := _about(world, job.decode(), current))
    }
    return tuple(sorted(map(str, jobs)))


def _about(world: World, job: str, current: Case | None) -> tuple[object, ...]:
    """Return a job's subject; empty for a text of the bot's own, unless it asks for consent."""
    kind, _, ref = job.partition(":")
    code, _, rest = ref.partition(":")
    ours = current is not None and code == current.code
    if kind in ("send", "relay", "pass_on"):
        waiting = world.runtime.store.waiting_text(load(job)) if kind == "send" else None
        line = world.runtime.store.cases.line(code, int(rest)) if kind != "send" else None
        text = waiting[1] if waiting else line.text if line else ""
        mark = MARK.search(text)
        return (kind, ours, world.memory.oracle.word_state(mark[0])) if mark else (kind,) if _ASKED in text else ()
    if kind in ("page", "post"):
        return kind, ours and current is not None and int(rest.partition(":")[0]) == current.round
    return kind, ours, _is_current(rest[:4], current)


def _is_current(join_code: str, current: Case | None) -> bool:
    held = current.introduction if current else None
    return held is not None and held.code == join_code
