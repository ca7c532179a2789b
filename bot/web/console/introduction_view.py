"""Data of a case's introduction: the contact's name, its status, and what the agency may know.

It holds no phone number but that of the demo's contact, and no words of the person.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.casework import consent
from bot.casework.cases import Case, Introduction, IntroductionStatus
from bot.errors import DirectoryError
from bot.flows.names import ShareItem
from bot.web import labels as words
from bot.web.console.case_view import View
from bot.web.console.service_search import papers
from bot.web.current import runtime
from bot.web.demo.phones import CONTACT_PHONE

STAGES = {
    IntroductionStatus.ASKED: "We asked them if {who} may join. {who} doesn't know yet.",
    IntroductionStatus.INVITED: "They said yes. We texted {who}, who hasn't joined yet.",
    IntroductionStatus.JOINED: "{who} is in the conversation.",
    IntroductionStatus.OVER: "The introduction has ended. {who} gets no more texts.",
}


@dataclass(frozen=True, slots=True)
class IntroductionView:
    """Everything that the page shows of an introduction.

    `told` are labels of what the agency may know; `typed` is input that was refused.
    """

    shown: bool
    stage: str = ""
    is_in: bool = False
    who: str = field(default="", repr=False)
    service: str = ""
    says: str = ""
    asks_for: str = ""  # papers that the service asks for, and whom it takes
    told: tuple[str, ...] = ()
    asks: bool = False  # another introduction can be proposed
    ends: bool = False  # this introduction can be ended
    wished: str = ""  # name of the service that the person asked for
    typed: Mapping[str, str] = field(default_factory=dict, repr=False)
    number: str = field(default="", repr=False)
    earliest: str = ""
    latest: str = ""


def introduction_of(view: View, typed: Mapping[str, str] | None = None) -> IntroductionView:
    """Return the introduction as the colleague may see it: only with a valid consent for the conversation."""
    held = view.case.introduction
    if not view.consented or not (view.mine or held):
        return IntroductionView(shown=False)
    asks = view.mine and not (held and held.is_invited)
    zone, now = runtime().settings.timezone, runtime().clock()
    earliest = dt.datetime.fromtimestamp(now, zone)
    return IntroductionView(
        shown=True,
        stage=held.stage.value if held else "",
        is_in=view.case.contact_in,
        who=held.contact if held else "",
        service=_name(held) if held else "",
        says=STAGES[held.stage].replace("{who}", held.contact) if held else "",
        asks_for=_asks_for(held) if held else "",
        told=_told(view, held) if held and held.is_invited else (),
        asks=asks,
        ends=view.mine and held is not None and held.is_invited,
        wished=_wished(view) if asks else "",
        typed=typed or {},
        number=CONTACT_PHONE if runtime().settings.demo else "",
        earliest=f"{earliest:%Y-%m-%dT%H:%M}",
        latest=f"{earliest + dt.timedelta(days=90):%Y-%m-%dT%H:%M}",
    )


def stage_of(case: Case) -> str:
    """Return in a sentence how far the introduction of a case is; "" if there is none."""
    held = case.introduction
    return f"{_name(held)}: {STAGES[held.stage].replace('{who}', held.contact)}" if held else ""


def _told(view: View, held: Introduction) -> tuple[str, ...]:
    shared = view.gate.shared(view.case.person, consent.agency(held.service))
    return tuple(words.ITEMS[item.item] for item in shared if item.item is not ShareItem.WANTS_TO_TALK)


def _name(held: Introduction) -> str:
    try:
        return runtime().directory.now.describe(held.service, "en").name
    except DirectoryError:
        return "a service that is no longer listed"


def _asks_for(held: Introduction) -> str:
    """Return the papers to bring and whom the service takes."""
    try:
        service = runtime().directory.now.service(held.service)
    except DirectoryError:
        return ""
    told = (("Documents to bring: ", papers(service)), ("Who they accept: ", service.eligibility))
    return ". ".join(f"{label}{words}" for label, words in told if words)


def _wished(view: View) -> str:
    """Return the service that the person asked to be introduced to, if they shared that, else ""."""
    directory = runtime().directory.now
    names = {value for item in view.shared if item.item is ShareItem.SERVICE for value in item.values}
    found = (directory.named(name) or name for name in names)
    return next((directory.label(directory.service(key)) if directory.has(key) else key for key in found), "")
