"""Data of a case's page at this moment; a person's words are in it only while a valid consent covers them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from bot.casework.cases import Case, Kind, Line, Status
from bot.casework.consent_gate import ConsentGate, Screen, Shared
from bot.casework.remembered import Remembered
from bot.casework.tasks import Work
from bot.flows.names import Event, ShareItem
from bot.sms.segments import count
from bot.staff.accounts import USUAL_LANGUAGE, Role, Staff
from bot.store import PersonKey
from bot.store.cases import UNREADABLE
from bot.web import labels as words
from bot.web.base import names, roster, team
from bot.web.console.base import consent_gate, minute
from bot.web.current import runtime
from bot.web.staff import me


class Item(NamedTuple):
    """Row of what was shared; `until` is when the consent ends, in epoch seconds."""

    item: ShareItem
    label: str
    values: list[str]
    until: int


@dataclass(frozen=True, slots=True)
class Said:
    """Line of the thread; `kind` is that of the stored line, and `size` says what a sent text cost."""

    kind: str
    who: str
    text: str = field(repr=False)
    at: int
    size: str = ""
    alarming: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """Everything that the page shows of a case to the colleague who opened it."""

    case: Case
    holder: str
    mine: bool
    screen: Screen
    shared: tuple[Item, ...]
    consented: bool  # a valid consent covers the conversation
    quiet: bool  # their last text is long ago: another person may hold the phone by now
    gate: ConsentGate = field(repr=False)  # answers for the moment of this view
    work: Work = field(repr=False)
    remembered: Remembered | None = field(default=None, repr=False)  # of earlier cases; None: they don't want that
    called: str = field(default="", repr=False)
    lines: tuple[Said, ...] = field(default=(), repr=False)
    notes: tuple[Said, ...] = field(default=(), repr=False)
    facts: tuple[Said, ...] = ()
    reason: str = ""  # why the case is urgent, in one word
    alarm: bool = False  # the person spoke of danger, and nobody has answered yet
    takes: bool = False  # the colleague may take the case: it waits, or they were alerted to the danger
    writing: tuple[str, ...] = ()  # names of colleagues who are writing on this page now; never what
    entries: int = 0  # entries of the thread so far
    unreadable: int = 0  # entries of the thread that do not open: erased at the person's wish, or damaged


WRITING_SECONDS = 30
"""How long after the last key a colleague counts as writing."""


def writing(writers: Mapping[str, int]) -> tuple[str, ...]:
    """Return the ids of other colleagues who are writing now. `writers` is when each last changed their draft."""
    since = runtime().clock() - WRITING_SECONDS
    return tuple(sorted(who for who, at in writers.items() if at >= since and who != me().id))


def mark_of(case: Case, version: tuple[bytes, int, bytes], writers: tuple[str, ...]) -> str:
    """Return the ETag of what a page of this case would show now, without reading the thread.

    `version` is the store's version of this case alone; with a common one, each text of a busy team would reload every
    page.
    """
    shown: list[object] = [version, minute(), me().id, writers]
    if case.is_open and case.person:
        gate = consent_gate(runtime().store.fetch(runtime().store.people_query([PersonKey(case.person)])))
        shown += [gate.screen(case.person), *((item, item.values) for item in gate.shared(case.person))]
        shown += [gate.remembered(case.person)]
    return sha256(repr(shown).encode()).hexdigest()[:24]


def view_of(case: Case) -> View:
    """Return the case as the caseworker may see it at this moment."""
    stored, known = runtime().store.load_case(case), names()
    gate = consent_gate(stored.people)
    shared = gate.shared(case.person) if case.is_open and case.person else ()
    screen = gate.screen(case.person) if case.is_open and case.person else Screen.COVERED
    consented = any(item.item is ShareItem.WANTS_TO_TALK for item in shared)
    called = next((item.values[0] for item in shared if item.item is ShareItem.NAME), "They")
    thread, now = [line for line in stored.thread if line != UNREADABLE], runtime().clock()
    told = [line for line in thread if line.kind is not Kind.NOTE and (consented or _is_ours(line))]
    noted = [line for line in thread if line.kind is Kind.NOTE and (consented or case.status is Status.CLOSED)]
    contact = case.introduction.contact if case.introduction else ""
    lines = tuple(_said(told, known, called, contact))
    return View(
        case=case,
        holder=known.get(case.owner, "a colleague") if case.owner else "",
        mine=case.status is Status.HELD and case.owner == me().id,
        screen=screen,
        shared=tuple(_item(item) for item in shared),
        consented=consented,
        quiet=case.is_open and now - max(case.heard_at, case.opened_at) > runtime().settings.idle_seconds,
        gate=gate,
        work=stored.work,
        remembered=gate.remembered(case.person) if case.is_open and case.person else None,
        called=called,
        lines=lines,
        notes=tuple(Said("note", known.get(line.by, "A colleague"), line.text, line.at) for line in noted),
        facts=tuple(line for line in lines if line.kind == "event"),
        reason=words.URGENT.get(case.why_urgent, "") if case.urgent and consented else "",
        alarm=case.alarm_at > 0,
        takes=_takes(case),
        writing=tuple(known.get(who, "A colleague") for who in writing(stored.writers)) if consented else (),
        entries=len(stored.thread),
        unreadable=len(stored.thread) - len(thread),
    )


def _is_ours(line: Line) -> bool:
    """Return whether a line may be shown without consent."""
    return line.kind is Kind.EVENT and line.text in words.OURS


def _takes(case: Case) -> bool:
    answers = me().may({Role.CASEWORKER})
    called = case.alarm_at > 0 and me().id in case.paged
    return answers and (case.status is Status.WAITING or (case.status is Status.HELD and called))


def colleagues() -> list[Staff]:
    """Return to whom a case can be passed: active caseworkers who have joined, except the one who asks."""
    there = (who for who in team() if who.active and who.joined)
    return [who for who in there if who.may({Role.CASEWORKER}) and who.id != me().id]


class Colleague(NamedTuple):
    """A colleague to whom a case can be passed; whether they text in its language, are on call and have a phone."""

    id: str
    name: str
    reached: str


def colleagues_reached(language: str) -> list[Colleague]:
    """Return to whom a case can be passed: those on call with a phone first, of these who texts in its language."""
    people = colleagues()
    on = on_call() if people else None
    faults = phone_faults(people)
    found = []
    for who in people:
        duty = "" if on is None else "on call" if who.id in on else "not on call"
        phone = faults.get(who.id, "")
        able = who.texts_in(language)
        texts_in = f"texts in {words.tongue(language).name}" if able and language != USUAL_LANGUAGE else ""
        rank = (bool(phone), duty == "not on call", not able)
        found.append((rank, Colleague(who.id, who.name, ", ".join(filter(None, (texts_in, duty, phone))))))
    return [who for _, who in sorted(found, key=lambda one: one[0])]


def phone_faults(people: Sequence[Staff]) -> dict[str, str]:
    """Return why no text reaches some of these colleagues, by id."""
    refused = runtime().store.unreachable([who.phone for who in people if who.phone])
    return {
        who.id: "phone gets no texts" if who.phone else "no phone"
        for who in people
        if not who.phone or who.phone in refused
    }


def on_call() -> frozenset[str] | None:
    """Return the ids of those who are on call now, or None if there is no rota."""
    return roster().on_call(runtime().clock())


def _item(shared: Shared) -> Item:
    return Item(shared.item, words.ITEMS[shared.item], words.values(shared), shared.until)


def _said(lines: list[Line], known: dict[str, str], called: str, contact: str) -> list[Said]:
    holder, out = "", []
    for line in lines:
        who = known.get(line.by, "A colleague") if line.by else ""
        if line.kind is Kind.EVENT:
            again = line.text == words.TAKEN and line.by == holder
            text = words.ASKED_AGAIN.replace("{who}", who) if again else words.fact(line.text, who)
            out.append(Said("event", who, text, line.at, alarming=line.text in words.ALARMING))
            if line.text in _CHANGES_HANDS:
                holder = line.by if line.text == words.TAKEN else ""
            continue
        mine = line.kind is Kind.STAFF and line.by == me().id
        by = {Kind.PERSON: called, Kind.BOT: "The bot", Kind.CONTACT: contact or "The contact"}.get(
            line.kind, "You" if mine else who
        )
        size = _size(line.text) if line.kind is Kind.STAFF else ""
        out.append(Said(line.kind.value, by, line.text, line.at, size))
    return out


_CHANGES_HANDS = frozenset(
    event.value for event in (Event.CASE_TAKEN, Event.CASE_HANDED_ON, Event.CASE_WAITS_ON, Event.CASE_CLOSED)
)


USUAL_PARTS = 3
"""Up to so many, a text's size is of no interest."""


def _size(text: str) -> str:
    """Format what the carrier counts, where it is much: "4 texts"."""
    segments = count(text).segments
    return f"{segments} texts" if segments > USUAL_PARTS else ""
