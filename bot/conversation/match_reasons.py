"""Why a service is offered, and what was checked of one that was set aside, in words. Picks and joins; decides nothing.

A text has little room: what answers a wish comes first, and what does not fit is left out whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.content.catalog import Language
from bot.directory.factors import Factor
from bot.directory.model import Checked
from bot.flows.model import Wishes
from bot.flows.names import Fit

FITS_TOLD = 2
CHECKED_TOLD = 2

_FITS = (
    *(f"fits.{factor}" for factor in Factor), "fits.ages", "fits.ride", "fits.by_phone", "fits.open", "fits.near",
    "fits.language",
)  # fmt: skip
"""What is told of a service beside its own words, the most telling first. Those say what it is and for whom."""

_ASKS = (*(f"ask.{factor}" for factor in Factor), "ask.ages", "ask.language", "ask.eligibility", "ask.open")

_ONLY_FOR = {
    "fits.ride": frozenset({Fit.RIDE.value}),
    "fits.by_phone": frozenset({Fit.RIDE.value, Fit.PHONE_ONLY.value}),
}
"""Reasons that are told to those who asked for it only."""

_YOUNG_ASK = (
    Factor.NO_POLICE, Factor.NO_ID, Factor.NO_FAITH, Factor.CONFIDENTIALITY, Factor.COMPANY, Factor.SECURITY,
)  # fmt: skip
"""What was checked is told in this order: what young people ask before they go."""


def why(reasons: Iterable[str], wishes: Wishes, language: Language, room: int) -> str:
    """One or two reasons why it fits and one thing to ask them, in at most `room` characters; "" for none."""
    known = {reason for reason in reasons if reason not in _ONLY_FOR or wishes.fits & _ONLY_FOR[reason]}
    fits = [language.piece(reason) for reason in _FITS if reason in known][:FITS_TOLD]
    asks = [language.piece(reason) for reason in _ASKS if reason in known][:1]
    kept: list[str] = []
    for words in (*fits[:1], *asks, *fits[1:]):  # by weight; what is asked of them is said last
        if words and len(" ".join((*kept, words))) <= room:
            kept.append(words)
    return " ".join(sorted(kept, key=lambda words: words in asks))


def checked(found: Checked | None, language: Language, room: int) -> str:
    """What the team verified, and when, in at most `room` characters. An example is called one."""
    if found is None:
        return ""
    if found.on is None:
        return language.piece("checked.example")
    day = {"day": str(found.on.day), "month": language.piece(f"month.{found.on.month}"), "year": str(found.on.year)}
    date = language.piece("date", day)
    good = [language.piece(f"checked.{factor}") for factor in _YOUNG_ASK if factor in found.good][:CHECKED_TOLD]
    return _fitting([_listed(date, good[:size], language) for size in range(len(good), -1, -1)], room)


def _listed(date: str, good: Sequence[str], language: Language) -> str:
    if not good:
        return language.piece("checked.day", {"date": date})
    return language.piece("checked.found", {"date": date, "found": ", ".join(good)})


def _fitting(texts: Iterable[str], room: int) -> str:
    return next((text for text in texts if len(text) <= room), "")
