"""What is said otherwise to somebody in Canada, or perhaps there: another law, no centre for missing children."""

from __future__ import annotations

from bot.flows.names import Aside
from bot.flows.session import Session
from bot.flows.urgent import SEARCH

_MISSING, _GO, _DUTY = "safety.plan.missing", f"aside.{Aside.GO_GET_THEM.value}", f"aside.{Aside.DUTY.value}"

_GONE = (_MISSING, SEARCH, _GO, f"{_GO}.again", f"aside.{Aside.REPORTED.value}")
_OF_911 = f"aside.{Aside.TEXT_911.value}"
_VISA, _AGE = f"aside.{Aside.VISA.value}", f"aside.{Aside.UNDER_AGE.value}"
_LAW = (_DUTY, f"{_DUTY}.again", _VISA, f"{_VISA}.again", _AGE, _OF_911)
_WORK = ("safety.held.work", "safety.held.papers")
_THERE, _PERHAPS = ".ca", ".unsure"

OF_GONE = tuple(f"{key}{_THERE}" for key in _GONE)
OF_LAW = tuple(f"{key}{_THERE}" for key in _LAW)
OF_WORK = tuple(f"{key}{_THERE}" for key in _WORK)
PERHAPS, VISA_PERHAPS = f"{_MISSING}{_PERHAPS}", f"{_VISA}{_PERHAPS}"
KEYS = (*OF_GONE, *OF_LAW, *OF_WORK, PERHAPS, VISA_PERHAPS)
"""Keys of these messages."""


def fitting(says: str, then: Session) -> str:
    """Return the key of a message for Canada in place of `says`, or `says`."""
    if then.abroad or then.caseworker_name:
        return says
    if then.unsure:
        return VISA_PERHAPS if says == _VISA else PERHAPS if says in _GONE[:-1] else says
    is_there = then.area is not None and then.area.country == "CA"
    return f"{says}{_THERE}" if is_there and says in (*_GONE, *_LAW, *_WORK) else says
