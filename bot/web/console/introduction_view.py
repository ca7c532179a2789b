"""What a case's page says of its introduction: whom, how far it has come, what they may know. No number, no words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.casework import consent
from bot.casework.cases import Introduction, Stage
from bot.errors import DirectoryError
from bot.flows.names import Need, Share
from bot.web import labels as words
from bot.web.console.base import the_gate
from bot.web.console.case_view import View
from bot.web.console.service_choices import Groups, choices, papers
from bot.web.current import parts
from bot.web.demo.phones import CONTACT_PHONE

STAGES = {
    Stage.ASKED: "We asked them if {who} may join. {who} doesn't know yet.",
    Stage.INVITED: "They said yes. We texted {who}, who hasn't joined yet.",
    Stage.JOINED: "{who} is in the conversation.",
    Stage.OVER: "The introduction has ended. {who} gets no more texts.",
}


@dataclass(frozen=True, slots=True)
class IntroductionView:
    """All that the page shows of it. `told` are labels of what the agency may know; `typed` what was not taken."""

    shown: bool
    stage: str = ""
    is_in: bool = False
    who: str = field(default="", repr=False)
    service: str = ""
    says: str = ""
    asks_for: str = ""  # what that service wants to see, and whom it takes
    told: tuple[str, ...] = ()
    asks: bool = False  # another can be proposed
    ends: bool = False  # this one can be ended
    services: Groups = ()
    wished: str = ""  # the service they asked for
    typed: Mapping[str, str] = field(default_factory=dict, repr=False)
    number: str = field(default="", repr=False)
    earliest: str = ""
    latest: str = ""


def introduction_of(view: View, typed: Mapping[str, str] | None = None) -> IntroductionView:
    """The introduction as the colleague may see it: only with a live consent behind the talk."""
    held = view.case.introduction
    if not view.consented or not (view.mine or held):
        return IntroductionView(shown=False)
    asks = view.mine and not (held and held.is_invited)
    zone, now = parts().settings.timezone, parts().clock()
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
        services=_services(view) if asks else (),
        wished=_wished(view) if asks else "",
        typed=typed or {},
        number=CONTACT_PHONE if parts().settings.demo else "",
        earliest=f"{earliest:%Y-%m-%dT%H:%M}",
        latest=f"{earliest + dt.timedelta(days=90):%Y-%m-%dT%H:%M}",
    )


def _told(view: View, held: Introduction) -> tuple[str, ...]:
    shared = the_gate().shared(view.case.person, consent.agency(held.service))
    return tuple(words.ITEMS[item.item] for item in shared if item.item is not Share.WANTS_TO_TALK)


def _name(held: Introduction) -> str:
    try:
        return parts().directory.describe(held.service, "en").name
    except DirectoryError:
        return "a service that is no longer listed"


def _services(view: View) -> Groups:
    """The services to choose from, those for a need that was shared with the team first."""
    items = the_gate().shared(view.case.person)
    return choices({Need(value) for item in items if item.item is Share.NEEDS for value in item.values})


def _asks_for(held: Introduction) -> str:
    """The papers that have to be brought there, and whom they take."""
    try:
        service = parts().directory.service(held.service)
    except DirectoryError:
        return ""
    told = (("Documents to bring: ", papers(service)), ("Who they accept: ", service.eligibility))
    return ". ".join(f"{label}{words}" for label, words in told if words)


def _wished(view: View) -> str:
    """The service that they asked to be introduced to, if they shared that."""
    names = {value for item in view.shared if item.item is Share.SERVICE for value in item.values}
    return next((service.id for service in parts().directory if service.name in names), "")
