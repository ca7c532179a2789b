"""Why a service is offered, and what staff checked of one that was set aside, in words.

Room is short: reasons that answer a wish come first, and a reason that does not fit is left out whole.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from bot.content.catalog import Language
from bot.directory.factors import Factor
from bot.directory.model import Checked
from bot.flows.model import ServiceQuery
from bot.flows.names import Fit

FITS_TOLD = 2
CHECKED_TOLD = 2

_FITS = (
    *(f"fits.{factor}" for factor in Factor), "fits.ages", "fits.ride", "fits.by_phone", "fits.open", "fits.near",
    "fits.language",
)  # fmt: skip
"""Reasons to add to a service's own words, the most important first. Its own words say what it is and for whom."""

_CAN_WAIT = frozenset({"fits.ages", "fits.open", "fits.near", "fits.language", "ask.eligibility"})
"""Reasons that answer nothing the person told: they are left out where they would make the text longer."""

_SAID_ALREADY = {
    "fits.open": re.compile(
        r"\b(?:day (?:or|and) night|any hour|any time|around the clock|24.?7|a toda hora|24 horas)\b", re.IGNORECASE
    ),
    "fits.language": re.compile(r"\b(?:español|spanish|tu idioma|your language)\b", re.IGNORECASE),
    "fits.near": re.compile(r"\b(?:near you|in your area|cerca de ti|en tu zona)\b", re.IGNORECASE),
    "fits.ages": re.compile(
        r"\b(?:anyone|para cualquiera|ages? \d+|\d+ (?:a|to|and) \d+|under \d+|menos de \d+)\b", re.IGNORECASE
    ),
}
"""Reasons that a service's own words may give by themselves."""

_ASKS = (*(f"ask.{factor}" for factor in Factor), "ask.ages", "ask.language", "ask.eligibility", "ask.open")

_ONLY_FOR = {
    "fits.ride": frozenset({Fit.RIDE.value}),
    "fits.by_phone": frozenset({Fit.RIDE.value, Fit.PHONE_ONLY.value}),
}
"""Reasons that are given only to a person who asked for them."""

_YOUNG_ASK = (
    Factor.NO_POLICE, Factor.NO_ID, Factor.NO_FAITH, Factor.CONFIDENTIALITY, Factor.COMPANY, Factor.SECURITY,
)  # fmt: skip
"""The order of checked facts: what young people ask before they go."""


def match_reasons(  # noqa: PLR0913 -- two limits, by name
    reasons: Iterable[str],
    wishes: ServiceQuery,
    language: Language,
    room: int,
    *,
    told: str = "",
    plain: int | None = None,
) -> str:
    """Return one or two reasons why it fits and one thing to ask there, in at most `room` characters; "" for none.

    `told` are the service's own words: no reason in them is given again. Reasons that can wait take no more than
    `plain` characters with the others, `room` by default.
    """
    known = {
        reason
        for reason in reasons
        if (reason not in _ONLY_FOR or wishes.fits & _ONLY_FOR[reason])
        and not (reason in _SAID_ALREADY and _SAID_ALREADY[reason].search(told))
    }
    fits = [(reason, language.piece(reason)) for reason in _FITS if reason in known][:FITS_TOLD]
    asks = [(reason, language.piece(reason)) for reason in _ASKS if reason in known][:1]
    kept: list[tuple[str, str]] = []
    by_weight = (*fits[:1], *asks, *fits[1:])
    for reason, words in sorted(by_weight, key=lambda one: one[0] in _CAN_WAIT):
        most = room if plain is None or reason not in _CAN_WAIT else min(plain, room)
        if words and len(" ".join((*(said for _, said in kept), words))) <= most:
            kept.append((reason, words))
    return " ".join(words for _, words in (one for one in (*fits, *asks) if one in kept))  # what to ask is said last


def vetting_summary(found: Checked | None, language: Language, room: int) -> str:
    """Return what staff verified and when, in at most `room` characters.

    Of a service that nobody has checked, such as an example, that is said.
    """
    if found is None:
        return ""
    if found.on is None:
        return language.piece("checked.example")
    date = date_in_words(found.on, language)
    good = [language.piece(f"checked.{factor}") for factor in _YOUNG_ASK if factor in found.good][:CHECKED_TOLD]
    return _fitting([_listed(date, good[:size], language) for size in range(len(good), -1, -1)], room)


def date_in_words(day: dt.date, language: Language) -> str:
    """Return a date as the language writes it: "October 3, 2026"."""
    month = language.piece(f"month.{day.month}")
    return language.piece("date", {"day": str(day.day), "month": month, "year": str(day.year)})


def _listed(date: str, good: Sequence[str], language: Language) -> str:
    if not good:
        return language.piece("checked.day", {"date": date})
    return language.piece("checked.found", {"date": date, "found": ", ".join(good)})


def _fitting(texts: Iterable[str], room: int) -> str:
    return next((text for text in texts if len(text) <= room), "")
