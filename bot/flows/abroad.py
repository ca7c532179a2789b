"""What is said to somebody in neither the United States nor Canada: no number of ours works there. Pure."""

from __future__ import annotations

from bot.flows import emergency
from bot.flows.names import Answer, Concern, State
from bot.flows.safety import ASKED_HOW_THEY_ARE
from bot.flows.session import Session

_TOLD, _MORE, _ASKED, _SELF_HARM = (f"safety.abroad{more}" for more in ("", ".more", ".ask", ".self_harm"))
_COUNTRY, _PARKED, _NONE = "needs.country.abroad", "hesitation.parked.abroad", "options.none.abroad"

KEYS = (_TOLD, _MORE, _ASKED, _SELF_HARM, _COUNTRY, _PARKED, _NONE)
"""Keys of these messages."""

IN_DANGER = frozenset({_TOLD, _MORE, _ASKED, _SELF_HARM})

_KEEPS = frozenset(
    {State.SAFETY_COVER.value, State.SAFETY_MEDICAL.value, State.SAFETY_YOUNG.value, State.SAFETY_YOUNG_REST.value,
     "safety.watched", "safety.holder", "safety.phone_taken", "safety.fine_now", *emergency.KEYS}
)  # fmt: skip
"""Replies to danger that stay: first aid, with another emergency number, and what somebody else may read."""

_OF_SELF_HARM = frozenset({State.SAFETY_SELF_HARM.value, "safety.means", f"safety.ask.{Concern.SELF_HARM.value}"})
_OTHERS = {
    "needs.country": _COUNTRY,
    "aside.noted.age": "aside.noted",  # no place is looked for there
    State.HESITATION_PARKED.value: _PARKED,
    State.OPTIONS_NONE.value: _NONE,
    "options.none.no_hotline": _NONE,
    **{f"safety.ask.{concern}": _ASKED for concern in ASKED_HOW_THEY_ARE if concern is not Concern.MEDICAL},
    **dict.fromkeys(_OF_SELF_HARM, _SELF_HARM),
}


def fitting(says: str, then: Session) -> str:
    """Return the key of a message without our numbers in place of `says`, or `says`."""
    if not then.abroad or then.caseworker_name or then.young:
        return says
    if says in _OTHERS:
        return _OTHERS[says]
    if not says.startswith("safety.") or says in _KEEPS or says.startswith("safety.young"):
        return says
    is_again = says == State.SAFETY_STAY.value or then.last_key in IN_DANGER
    if not is_again:
        return _TOLD
    return _SELF_HARM if then.hazard == Answer.SELF_HARM.value and says != State.SAFETY_STAY.value else _MORE
