"""English labels of terms, facts and faults on the directory pages."""

from __future__ import annotations

import datetime as dt
import re

from bot.content.languages import ENGLISH_NAMES
from bot.directory.factors import Answer, Factor
from bot.directory.model import Hidden, RecordFault, Strength, Trait
from bot.directory.vetting import OfferStatus
from bot.errors import MissingMessage
from bot.flows.names import Need
from bot.web.current import runtime

STANDINGS = {
    OfferStatus.OFFERED: ("●", "Offered", "on"),
    OfferStatus.EXPIRING: ("◐", "Offered, verify soon", "wait"),
    OfferStatus.EXPIRED: ("○", "Needs verification", "wait"),
    OfferStatus.FAULTY: ("▲", "Has errors", "wait"),
    OfferStatus.NOT_VETTED: ("◇", "Not vetted", "off"),
    OfferStatus.INACTIVE: ("■", "Inactive", "off"),
    OfferStatus.STAFF_ONLY: ("◆", "Staff only", "off"),
}
"""For each standing a shape, its name, and the kind of its tag."""

WHY = {
    OfferStatus.OFFERED: "The bot can offer it until {last}.",
    OfferStatus.EXPIRING: "The bot offers it until {last}. Verify it again before then.",
    OfferStatus.EXPIRED: "Not offered: its verification has expired.",
    OfferStatus.FAULTY: "Not offered: fix the errors in its record first.",
    OfferStatus.NOT_VETTED: "Not offered yet: required vetting questions are unanswered.",
    OfferStatus.INACTIVE: "Not offered: it is inactive.",
    OfferStatus.STAFF_ONLY: "Never offered: it is marked as staff only.",
}

QUESTIONS = {
    Factor.EXPERIENCE: "Do they have experience with young people who were exploited or trafficked?",
    Factor.QUALITY: "Is their work professional and their care good?",
    Factor.NON_DISCRIMINATION: "Do they treat everyone equally?",
    Factor.CULTURAL_AWARENESS: "Do they know and respect people's cultures?",
    Factor.CONFIDENTIALITY: "Do they have a confidentiality policy, and follow it?",
    Factor.INFORMED_CONSENT: "Do they have a set process for informed consent?",
    Factor.SECURITY: "Is the place safe if someone comes looking for them?",
    Factor.LANGUAGE_CAPACITY: "Can they work in the languages that people here speak?",
    Factor.TRAUMA_INFORMED: "Do they work in a trauma-informed way?",
    Factor.LGBTQ: "Are they able to work well with LGBTQ young people?",
    Factor.DISABILITY_ACCESS: "Can people with disabilities get in and get help?",
    Factor.LOCATION: "Can people get there by transit, or with the agency's help?",
    Factor.WILLING: "Are they willing and able to help someone who may have been trafficked?",
    Factor.CULTURAL_NEEDS: "Do they meet cultural needs, such as food?",
    Factor.INTERPRETATION: "Do they offer or arrange an interpreter?",
    Factor.COMPANY: "Can someone come along?",
    Factor.NO_POLICE: "Can people go there without any contact with the police?",
    Factor.NO_ID: "Can people go there without ID?",
    Factor.NO_FAITH: "Can people go there without taking part in prayer or services?",
    Factor.TAKES_MINORS: "Do they take people under 18?",
    Factor.TAKES_YOUNG_MEN: "Do they take young men?",
    Factor.TAKES_TRANS_YOUTH: "Do they take trans young people?",
    Factor.TAKES_CHILDREN: "Do they take people who have children with them?",
}
"""Each factor as a question; a yes speaks for the agency."""

ANSWERS = {Answer.YES: ("✓", "Yes"), Answer.NO: ("✕", "No"), Answer.UNKNOWN: ("?", "Unknown")}

TRAITS = {
    Trait.PHONE_OR_ONLINE: "By phone or online",
    Trait.RIDE: "Gives rides or comes along",
    Trait.BARRIER_FREE: "Open to anyone",
    Trait.INTRODUCTION: "Only with a caseworker's introduction",
    Trait.HOTLINE: "Hotline (verify more often)",
    Trait.PRIVATE_PLACE: "Confidential address (don't enter one)",
}

HIDDEN = {
    Hidden.SERVICE: "The whole service (never offered)",
    Hidden.PHONES: "Phone numbers",
    Hidden.ELIGIBILITY: "Who they accept",
    Hidden.CONTACTS: "Who to ask for",
    Hidden.LOCATIONS: "Location",
}

STRENGTHS = {Strength.MADE_FOR: "made for this", Strength.HELPS: "helps with it", Strength.FINDS: "finds who helps"}

STATUSES = {
    "active": "Active", "inactive": "Inactive", "temporarily closed": "Temporarily closed",
    "defunct": "Closed permanently",
}  # fmt: skip

PHONE_KINDS = {"voice": "call", "text": "text", "video": "video", "textphone": "textphone"}

FIELDS = {
    "name": "Name", "alternate_name": "Common name", "description": "Description", "status": "Operating status",
    "eligibility_description": "Who they accept", "minimum_age": "Minimum age", "maximum_age": "Maximum age",
    "alert": "Alert", "assured_date": "Verified on", "phones": "Phones", "service_areas": "Areas",
    "languages": "Languages", "required_documents": "Documents to bring", "contacts": "Who to ask for", "url": "Web",
    "told.en": "What the bot says, English", "told.es": "What the bot says, Spanish",
    "reach.en": "How to reach it, English", "reach.es": "How to reach it, Spanish",
    "attributes": "Needs and features", "vetting": "Vetting", "organization": "Organization", "schedules": "Hours",
    "cost_options": "Cost", "locations": "Locations", "service_at_locations": "Locations",
}  # fmt: skip
"""Labels of a record's fields."""

NO_TEXT = "no words; expected what to text in this language"
FAULTS = {
    ("told.en", NO_TEXT): "Write the English text.",
    ("told.es", NO_TEXT): "Write the Spanish text.",
    ("reach.en", NO_TEXT): "Write how to reach it in English.",
    ("reach.es", NO_TEXT): "Write how to reach it in Spanish.",
    ("service_areas", "is empty; expected at least one place that is served"): "Add at least one area.",
    ("attributes", "no need is served; expected at least one"): "Choose at least one need.",
    ("minimum_age", "greater than maximum_age; expected the smaller of the two"):
        "The minimum age is above the maximum age. Change one of them.",
}  # fmt: skip
"""Texts for the most usual faults."""

PARTS = {"by": "asked by", "whom": "who we asked", "on": "asked on", "note": "note"}


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
    """Describe a fault of a record: what is wrong, and what to do."""
    if (told.field, told.says) in FAULTS:
        return FAULTS[told.field, told.says]
    says = told.says.replace("is empty; expected words", "is empty. Fill it in").replace("; expected ", ". Use ")
    return f"{field(told.field)}: {re.sub('^expected ', 'use ', says)}."


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
