"""English labels of terms, facts and faults on the directory pages."""

from __future__ import annotations

import datetime as dt

from bot.content.languages import ENGLISH_NAMES
from bot.directory.factors import Answer, Factor
from bot.directory.model import Hidden, RecordFault, Strength, Trait
from bot.directory.vetting import OfferStatus
from bot.errors import MissingMessage
from bot.flows.names import Need
from bot.web.current import runtime

STANDINGS = {
    OfferStatus.OFFERED: ("●", "Offered", "on"),
    OfferStatus.EXPIRING: ("◐", "Offered, check soon", "wait"),
    OfferStatus.EXPIRED: ("○", "To be verified", "wait"),
    OfferStatus.FAULTY: ("▲", "Record has faults", "wait"),
    OfferStatus.NOT_VETTED: ("◇", "Not vetted", "off"),
    OfferStatus.INACTIVE: ("■", "Not active", "off"),
    OfferStatus.STAFF_ONLY: ("◆", "For staff only", "off"),
}
"""For each standing a shape, its name, and the kind of its tag."""

WHY = {
    OfferStatus.OFFERED: "The bot may offer it until {last}.",
    OfferStatus.EXPIRING: "The bot still offers it, until {last}. Please verify it again before then.",
    OfferStatus.EXPIRED: "The bot does not offer it: its facts were not verified in time.",
    OfferStatus.FAULTY: "The bot does not offer it: its record has to be put right first.",
    OfferStatus.NOT_VETTED: "The bot does not offer it: nobody of us has a yes yet to all that must hold there.",
    OfferStatus.INACTIVE: "The bot does not offer it: it is not active.",
    OfferStatus.STAFF_ONLY: "The bot never offers it: it is marked as for staff only.",
}

QUESTIONS = {
    Factor.EXPERIENCE: "Do they have experience with young people who were exploited or trafficked?",
    Factor.QUALITY: "Is their work professional, and the care good?",
    Factor.NON_DISCRIMINATION: "Do they treat everybody alike, whoever they are?",
    Factor.CULTURAL_AWARENESS: "Do they know and respect people's cultures?",
    Factor.CONFIDENTIALITY: "Do they have a policy on confidentiality, and keep to it?",
    Factor.INFORMED_CONSENT: "Do they ask for informed consent, in a set way?",
    Factor.SECURITY: "Is the place safe from people who may come looking?",
    Factor.LANGUAGE_CAPACITY: "Can they work in the languages that people here speak?",
    Factor.TRAUMA_INFORMED: "Do they work in a trauma-informed way?",
    Factor.LGBTQ: "Are they able to work well with LGBTQ young people?",
    Factor.DISABILITY_ACCESS: "Can people with disabilities get in and be helped?",
    Factor.LOCATION: "Can one get there: near transport, or with their help?",
    Factor.WILLING: "Are they willing and able to help somebody who may have been trafficked?",
    Factor.CULTURAL_NEEDS: "Do they meet needs of culture, such as food?",
    Factor.INTERPRETATION: "Do they offer or arrange an interpreter?",
    Factor.COMPANY: "Can somebody come along?",
    Factor.NO_POLICE: "Can one go there without any contact with the police?",
    Factor.NO_ID: "Can one go there without ID?",
    Factor.NO_FAITH: "Can one go there without taking part in a faith, prayer or service?",
    Factor.TAKES_MINORS: "Do they take people under 18?",
    Factor.TAKES_YOUNG_MEN: "Do they take young men?",
    Factor.TAKES_TRANS_YOUTH: "Do they take trans young people?",
    Factor.TAKES_CHILDREN: "Do they take people who have children with them?",
}
"""Each factor as a question; a yes speaks for the agency."""

ANSWERS = {Answer.YES: ("✓", "Yes"), Answer.NO: ("✕", "No"), Answer.UNKNOWN: ("?", "Not known")}

TRAITS = {
    Trait.PHONE_OR_ONLINE: "By phone or online",
    Trait.RIDE: "Helps to get there, or comes along",
    Trait.BARRIER_FREE: "Open to anyone",
    Trait.INTRODUCTION: "Only by a caseworker's introduction",
    Trait.HOTLINE: "A hotline: to be checked more often",
    Trait.PRIVATE_PLACE: "Where it is stays secret: no address may stand here",
}

HIDDEN = {
    Hidden.SERVICE: "All of it: never offered",
    Hidden.PHONES: "Its phone numbers",
    Hidden.ELIGIBILITY: "Whom they take",
    Hidden.CONTACTS: "Whom to ask for",
    Hidden.LOCATIONS: "Where it is",
}

STRENGTHS = {Strength.MADE_FOR: "made for this", Strength.HELPS: "helps with it", Strength.FINDS: "finds who helps"}

STATUSES = {
    "active": "Active", "inactive": "Not active", "temporarily closed": "Closed for a while",
    "defunct": "Gone for good",
}  # fmt: skip

PHONE_KINDS = {"voice": "call", "text": "text", "video": "video", "textphone": "textphone"}

FIELDS = {
    "name": "Name", "alternate_name": "Name as people know it", "description": "What it is", "status": "Status",
    "eligibility_description": "Whom they take", "minimum_age": "Youngest age", "maximum_age": "Oldest age",
    "alert": "Alert", "assured_date": "Verified on", "phones": "Phones", "service_areas": "Areas",
    "languages": "Languages", "required_documents": "Papers to bring", "contacts": "Whom to ask for", "url": "Web",
    "told.en": "What the bot says, English", "told.es": "What the bot says, Spanish",
    "reach.en": "How to reach it, English", "reach.es": "How to reach it, Spanish",
    "attributes": "Needs and marks", "vetting": "Vetting", "organization": "Organization", "schedules": "Hours",
    "cost_options": "Cost", "locations": "Places", "service_at_locations": "Places",
}  # fmt: skip
"""Labels of a record's fields."""

PARTS = {"by": "asked by", "whom": "whom we asked", "on": "asked on", "note": "note"}


def standing(of: OfferStatus) -> tuple[str, str, str]:
    """Return the standing's shape, its name, and the kind of its tag."""
    return STANDINGS[of]


def need(one: Need) -> str:
    """Return the label of a need, such as "A place to sleep tonight"."""
    try:
        said = runtime().content.now.catalog.language("en").need(one)
    except MissingMessage:
        said = one.value.replace("_", " ")
    return said[:1].upper() + said[1:]


def tongue(code: str) -> str:
    """Return the name of a language, or its code if it is unknown here."""
    return ENGLISH_NAMES.get(code, code)


def day(on: dt.date | None) -> str:
    """Format a date as "21 Feb 2027"; "" for None."""
    return f"{on:%-d %b %Y}" if on else ""


def iso_day(on: str) -> str:
    """Format "2026-11-22" as "22 Nov 2026"; return any other text unchanged."""
    try:
        return day(dt.date.fromisoformat(on[:10]))
    except ValueError:
        return on


def field(path: str) -> str:
    """Return the label of a path in a record: "phones.0.number" is "Phones, number 1"."""
    if path in FIELDS:
        return FIELDS[path]
    first, _, rest = path.partition(".")
    place, _, _ = rest.partition(".")
    if first == "vetting":
        first, rest = rest.partition(".")[::2]
    called = FIELDS.get(first) or _term(first)
    if rest in PARTS:
        return f"{called} ({PARTS[rest]})"
    return f"{called}, number {int(place) + 1}" if place.isdecimal() else called


def fault(told: RecordFault) -> str:
    """Describe a fault of a record: the field, and what is expected there."""
    return f"{field(told.field)}: {told.says.replace(';', ',', 1)}"


def change(name: str) -> str:
    """Return the label of the field in a history line: a fact, a need, a trait or a factor of the vetting."""
    code, _, part = name.partition(".")
    if name not in FIELDS and part in PARTS:
        return f"{_term(code)} ({PARTS[part]})"
    return FIELDS.get(name) or _term(name)


def _term(code: str) -> str:
    """Return the label of a term of our taxonomies."""
    if code in set(Need):
        return need(Need(code))
    if code in set(Factor):
        return QUESTIONS[Factor(code)]
    if code in set(Trait):
        return TRAITS[Trait(code)]
    return HIDDEN[Hidden(code)] if code in set(Hidden) else code.replace("_", " ").capitalize()
