"""What a case's page shows at this moment. Words of a person only while a live consent stands behind them."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from bot.casework.cases import Case, Kind, Line, Status
from bot.casework.consent_gate import Screen, Shared
from bot.flows.names import Event, Share
from bot.sms.segments import count
from bot.staff.accounts import Role, Staff
from bot.web import labels as words
from bot.web.console.base import minute, names, the_gate
from bot.web.current import parts
from bot.web.staff import me


class Item(NamedTuple):
    """A row of what was shared. `until` in seconds since the epoch."""

    item: Share
    label: str
    values: list[str]
    until: int


@dataclass(frozen=True, slots=True)
class Said:
    """A line of the thread. `kind` is the line's own; `size` says what a sent text cost."""

    kind: str
    who: str
    text: str = field(repr=False)
    at: int
    size: str = ""
    alarming: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """All that the page shows of a case, for the colleague whose page it is."""

    case: Case
    holder: str
    mine: bool
    screen: Screen
    shared: tuple[Item, ...]
    consented: bool  # a live consent stands behind the talk
    quiet: bool  # long since their last text: somebody else may hold the phone by now
    called: str = field(default="", repr=False)
    lines: tuple[Said, ...] = field(default=(), repr=False)
    notes: tuple[Said, ...] = field(default=(), repr=False)
    facts: tuple[Said, ...] = ()
    alarm: bool = False  # danger was told, and nobody has answered yet
    takes: bool = False  # the colleague may take it: it waits, or they were alerted to the danger


def mark_of(case: Case, version: tuple[bytes, int, bytes]) -> str:
    """Names what a page of this case would show now, without reading the thread: another mark, another page.

    `version` is what the store says of the case: of this one alone, else each text of a busy team is news to all.
    """
    shown: list[object] = [version, minute(), me().id]
    if case.is_open and case.person:
        gate = the_gate()
        shown += [gate.screen(case.person), *((item, item.values) for item in gate.shared(case.person))]
    return sha256(repr(shown).encode()).hexdigest()[:24]


def view_of(case: Case) -> View:
    """The case as the colleague may see it at this moment."""
    gate, team = the_gate(), names()
    shared = gate.shared(case.person) if case.is_open and case.person else ()
    screen = gate.screen(case.person) if case.is_open and case.person else Screen.COVERED
    consented = any(item.item is Share.WANTS_TO_TALK for item in shared)
    called = next((item.values[0] for item in shared if item.item is Share.NAME), "They")
    thread = parts().store.cases.thread(case.code)
    now = parts().clock()
    told = [line for line in thread if line.kind is not Kind.NOTE and (consented or _is_ours(line))]
    noted = [line for line in thread if line.kind is Kind.NOTE and (consented or case.status is Status.CLOSED)]
    contact = case.introduction.contact if case.introduction else ""
    lines = tuple(_said(told, team, called, contact))
    return View(
        case=case,
        holder=team.get(case.owner, "a colleague") if case.owner else "",
        mine=case.status is Status.HELD and case.owner == me().id,
        screen=screen,
        shared=tuple(_item(item) for item in shared),
        consented=consented,
        quiet=case.is_open and now - max(case.heard_at, case.opened_at) > parts().settings.idle_seconds,
        called=called,
        lines=lines,
        notes=tuple(Said("note", team.get(line.by, "A colleague"), line.text, line.at) for line in noted),
        facts=tuple(line for line in lines if line.kind == "event"),
        alarm=case.alarm_at > 0,
        takes=_takes(case),
    )


def _is_ours(line: Line) -> bool:
    """Whether a line may be seen when no consent stands behind the talk."""
    return line.kind is Kind.EVENT and line.text in words.OURS


def _takes(case: Case) -> bool:
    answers = me().may({Role.CASEWORKER})
    called = case.alarm_at > 0 and me().id in case.paged
    return answers and (case.status is Status.WAITING or (case.status is Status.HELD and called))


def colleagues() -> list[Staff]:
    """To whom a case can be passed: who answers young people, is let in, and is somebody else."""
    everybody = parts().store.staff.everybody()
    there = (who for who in everybody if who.active and who.joined)
    return [who for who in there if who.may({Role.CASEWORKER}) and who.id != me().id]


def _item(shared: Shared) -> Item:
    return Item(shared.item, words.ITEMS[shared.item], words.values(shared), shared.until)


def _said(lines: list[Line], team: dict[str, str], called: str, contact: str) -> list[Said]:
    holder, out = "", []
    for line in lines:
        who = team.get(line.by, "A colleague") if line.by else ""
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
    """What the carrier counts, where it is much: "4 texts"."""
    segments = count(text).segments
    return f"{segments} texts" if segments > USUAL_PARTS else ""
