"""Conversion of a session to plain JSON values and back. Values that this release no longer knows are dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from functools import partial
from typing import Any, TypeVar

from bot.flows.model import Area
from bot.flows.names import Aside, Concern, Fact, Fit, Guide, Need, Piece, Progress, ShareItem, State, Worry
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
        if value is not default and value != default:
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
    known: dict[str, Any] = {}
    for key, value in stored.items():
        name = _FIELDS.get(key)
        if name is not None:
            read = _READ.get(name)
            known[name] = value if read is None else read(value)
    return Session(**known)


_FIELDS = {_STORED.get(name, name): name for name in Session._fields}

_BY_VALUE: dict[type[Enum], dict[Any, Any]] = {
    kind: {member.value: member for member in kind}
    for kind in (Need, Fact, Fit, Guide, ShareItem, Worry, Concern, Aside, Piece, Progress)
}


def _members(kind: type[E], values: Iterable[str]) -> tuple[E, ...]:
    by_value = _BY_VALUE[kind]
    return tuple(by_value[value] for value in values if value in by_value)


_STATES = {state.value: state for state in State}


def _state(value: str) -> State | None:
    return _STATES.get(value) or MOVED.get(value)


def _one(kind: type[E], value: Any) -> E | None:
    return next(iter(_members(kind, [value] if value else ())), None)


def _set(kind: type[E], values: Iterable[str]) -> frozenset[E]:
    return frozenset(_members(kind, values))


_READ: dict[str, Callable[[Any], Any]] = {
    "state": lambda value: _state(value) or State.WELCOME_PAUSED,
    "trail": lambda values: tuple(state for state in map(_state, values) if state),
    "area": lambda parts: Area(*parts) if parts else parts,
    "aside": partial(_one, Aside),
    "progress": partial(_one, Progress),
    "told_back": partial(_one, Concern),
    **dict.fromkeys(("guide", "wanted_guide"), partial(_one, Guide)),
    **dict.fromkeys(("needs", "parked"), partial(_members, Need)),
    "pending_items": partial(_members, ShareItem),
    **dict.fromkeys(("offered_services", "refused", "topics_discussed", "open_questions"), tuple),
    "fits": partial(_set, Fit),
    "worries": partial(_set, Worry),
    "unmet": partial(_set, Need),
    "asked": partial(_set, Concern),
    "facts": partial(_set, Fact),
    "pieces": partial(_set, Piece),
    **dict.fromkeys(("chosen", "shared", "agency_items"), partial(_set, ShareItem)),
}
"""How the stored values of a field become its own. A field that is not stored has its default."""
