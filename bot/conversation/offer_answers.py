"""Answers to a question about the service on offer, from its record alone: what it says, or that it does not say.

A finding of the team is told with its date. What nobody found out is never guessed (promise 17).
"""

from __future__ import annotations

from bot.content.catalog import Language
from bot.conversation.match_reasons import date_in_words
from bot.directory.factors import ASKED, Answer, Factor
from bot.directory.hours import is_any_hour, is_open
from bot.directory.model import Service, Trait
from bot.directory.vetting import finding
from bot.flows.names import Aside


def answer_at_offer(service: Service, aside: Aside, language: Language, code: str, now: int) -> str:
    """Return what the record of a service says to a question, in the language `code`; `now` is in epoch seconds."""
    factor = ASKED.get(aside)
    said = _from_record(service, aside, language, code, now)
    if not said and factor is not None:
        said = _from_finding(service, factor, language)
    return said or _unknown(factor, language)


def is_found_out(service: Service, aside: Aside) -> bool:
    """Return whether the team found out what a question asks."""
    factor = ASKED.get(aside)
    return factor is not None and finding(service, factor).answer is not Answer.UNKNOWN


def _from_finding(service: Service, factor: Factor, language: Language) -> str:
    """Return what the team found out, and when; "" if nobody did."""
    found = finding(service, factor)
    if found.answer is Answer.UNKNOWN:
        return ""
    kind = "fits" if found.answer is Answer.YES else "not"
    told = language.piece("answer.told", {"date": date_in_words(found.on, language)}) if found.on else ""
    return f"{language.piece(f'{kind}.{factor}')} {told}".strip()


def _from_record(service: Service, aside: Aside, language: Language, code: str, now: int) -> str:
    """Return what a plain field of the record says; "" if it has none for this question."""
    if aside is Aside.OPEN_HOURS:
        return _open(service, language, now)
    if aside in (Aside.TEXT_INSTEAD, Aside.TEXT_THEM):
        number = next((phone.number for phone in service.phones if phone.kind == "text"), "")
        return language.piece("answer.text", {"number": number}) if number else language.piece("answer.no_text")
    if aside is Aside.AGE_LIMIT:
        return _ages(service, language)
    said = {
        Aside.COST: _COST.get(service.is_free, ""),
        Aside.ID_NEEDED: "answer.documents" if service.documents else "",
        Aside.LANGUAGE_SPOKEN: "fits.language" if code in service.languages else "",
        Aside.RIDE: next((piece for trait, piece in _WAY.items() if trait in service.traits), ""),
        Aside.WHERE_IS_IT: next((piece for trait, piece in _WHERE.items() if trait in service.traits), ""),
    }.get(aside)
    return language.piece(said) if said else ""


_COST: dict[bool | None, str] = {True: "answer.free", False: "answer.costs"}
_WAY = {Trait.PHONE_OR_ONLINE: "answer.no_way", Trait.RIDE: "fits.ride"}
_WHERE = {Trait.PRIVATE_PLACE: "answer.private", Trait.PHONE_OR_ONLINE: "fits.by_phone"}


def _ages(service: Service, language: Language) -> str:
    youngest, oldest = service.minimum_age, service.maximum_age
    if not youngest and not oldest:
        return ""
    if youngest and oldest:
        return language.piece("answer.ages", {"from": str(youngest), "to": str(oldest)})
    name, age = ("answer.ages_from", youngest) if youngest else ("answer.ages_to", oldest)
    return language.piece(name, {"age": str(age)})


def _open(service: Service, language: Language, now: int) -> str:
    if any(map(is_any_hour, service.hours)):
        return language.piece("answer.any_hour")
    here = is_open(service.hours, now)
    return "" if here is None else language.piece("fits.open" if here else "answer.closed")


def _unknown(factor: Factor | None, language: Language) -> str:
    ask = language.piece(f"ask.{factor}") if factor else ""
    return f"{language.piece('answer.unknown')} {ask or language.piece('answer.ask')}".strip()
