"""Conversion of a session to plain JSON values and back. Values that this release no longer knows are dropped."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any, TypeVar

from bot.flows.model import Area
from bot.flows.names import Aside, Concern, Fact, Fit, Guide, Need, Progress, ShareItem, State, Worry
from bot.flows.session import Session

E = TypeVar("E", bound=Enum)

FLOW_VERSION = 1
"""Version of the stored form. Raise it when sessions of an older release must be read differently."""

MOVED: dict[str, State] = {"options.check": State.OPTIONS_OFFER}
"""Removed states, by stored value, and the state that takes over their conversations."""


_STORED = {
    "caseworker_name": "held", "last_caseworker_id": "known", "extra_languages": "also", "offered_services": "told",
    "topics_discussed": "gone_over", "pending_items": "asking", "consent_expires_at": "shared_until",
}  # fmt: skip
"""Fields whose stored name is an older one. Sessions of all releases keep it."""

_DEFAULTS = Session()


def dump(session: Session) -> dict[str, Any]:
    """Return plain JSON values. Fields that equal their default are left out."""
    out: dict[str, Any] = {"v": FLOW_VERSION}
    for name, value, default in zip(Session._fields, session, _DEFAULTS, strict=True):
        if value != default:
            out[_STORED.get(name, name)] = _plain(value)
    return out


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Area):
        return list(value)
    if isinstance(value, tuple | frozenset):
        return sorted(map(_plain, value)) if isinstance(value, frozenset) else [_plain(v) for v in value]
    return value


def load(stored: dict[str, Any]) -> Session:
    """Build a session from its stored form. Values that this release no longer knows are dropped."""
    known: dict[str, Any] = {
        name: stored[key] for name in Session._fields if (key := _STORED.get(name, name)) in stored
    }
    known["state"] = _state(known.get("state", State.WELCOME_START.value)) or State.WELCOME_PAUSED
    known["trail"] = tuple(s for s in map(_state, known.get("trail", ())) if s)
    for name in ("needs", "parked"):
        known[name] = _members(Need, known.get(name, ()))
    known["pending_items"] = _members(ShareItem, known.get("pending_items", ()))
    known["chosen"] = frozenset(_members(ShareItem, known.get("chosen", ())))
    for name in ("offered_services", "refused", "topics_discussed", "open_questions"):
        known[name] = tuple(known.get(name, ()))
    known["aside"] = next(iter(_members(Aside, [known["aside"]] if known.get("aside") else ())), None)
    known["progress"] = next(iter(_members(Progress, [known.get("progress") or ""])), None)
    known["told_back"] = next(iter(_members(Concern, [known.get("told_back") or ""])), None)
    if known.get("area"):
        known["area"] = Area(*known["area"])
    for name, members in (("fits", Fit), ("worries", Worry), ("unmet", Need), ("asked", Concern), ("facts", Fact)):
        known[name] = frozenset(_members(members, known.get(name, ())))
    for name in ("shared", "agency_items"):
        known[name] = frozenset(_members(ShareItem, known.get(name, ())))
    for name in ("guide", "wanted_guide"):
        known[name] = next(iter(_members(Guide, [known.get(name, "")])), None)
    return Session(**known)


_BY_VALUE: dict[type[Enum], dict[Any, Any]] = {
    kind: {member.value: member for member in kind}
    for kind in (Need, Fact, Fit, Guide, ShareItem, Worry, Concern, Aside, Progress)
}


def _members(kind: type[E], values: Iterable[str]) -> tuple[E, ...]:
    by_value = _BY_VALUE[kind]
    return tuple(by_value[value] for value in values if value in by_value)


_STATES = {state.value: state for state in State}


def _state(value: str) -> State | None:
    return _STATES.get(value) or MOVED.get(value)
