"""What stands on the directory's pages for terms, facts and faults. Staff pages speak English."""

from __future__ import annotations

import datetime as dt
import re

from bot.directory.factors import Answer, Factor
from bot.directory.model import Hidden, Strength, Trait
from bot.directory.vetting import Standing
from bot.errors import WordsGone
from bot.flows.names import Need
from bot.web.current import parts
from bot.web.labels import LANGUAGES

STANDINGS = {
    Standing.OFFERED: ("●", "Offered", "on"),
    Standing.EXPIRING: ("◐", "Offered, verify soon", "wait"),
    Standing.EXPIRED: ("○", "Needs verification", "wait"),
    Standing.FAULTY: ("▲", "Has errors", "wait"),
    Standing.NOT_VETTED: ("◇", "Not vetted", "off"),
    Standing.INACTIVE: ("■", "Inactive", "off"),
    Standing.STAFF_ONLY: ("◆", "Staff only", "off"),
}
"""For each standing a shape, its name, and the kind of tag that it gets."""

WHY = {
    Standing.OFFERED: "The bot can offer it until {last}.",
    Standing.EXPIRING: "The bot offers it until {last}. Verify it again before then.",
    Standing.EXPIRED: "Not offered: its verification has expired.",
    Standing.FAULTY: "Not offered: fix the errors in its record first.",
    Standing.NOT_VETTED: "Not offered yet: required vetting questions are unanswered.",
    Standing.INACTIVE: "Not offered: it is inactive.",
    Standing.STAFF_ONLY: "Never offered: it is marked as staff only.",
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
"""Each factor as it is asked: a yes speaks for the agency."""

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

TONGUES = {
    **LANGUAGES, "ar": "Arabic", "ase": "American Sign Language", "de": "German", "fa": "Farsi", "fr": "French",
    "hi": "Hindi", "ht": "Haitian Creole", "ja": "Japanese", "km": "Khmer", "ko": "Korean", "pa": "Punjabi",
    "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "so": "Somali", "tl": "Tagalog", "uk": "Ukrainian",
    "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""Languages by their ISO 639 code."""

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
"""A record's fields as the pages call them."""

NO_TEXT = "no words; expected what to text in this language"
FAULTS = {
    f"told.en: {NO_TEXT}": "Write the English text.",
    f"told.es: {NO_TEXT}": "Write the Spanish text.",
    f"reach.en: {NO_TEXT}": "Write how to reach it in English.",
    f"reach.es: {NO_TEXT}": "Write how to reach it in Spanish.",
    "service_areas: is empty; expected at least one place that is served": "Add at least one area.",
    "attributes: no need is served; expected at least one": "Choose at least one need.",
    "minimum_age: greater than maximum_age; expected the smaller of the two":
        "The minimum age is above the maximum age. Change one of them.",
}  # fmt: skip
"""The faults that are most usual, as a page tells them."""

PARTS = {"by": "asked by", "whom": "who we asked", "on": "asked on", "note": "note"}


def standing(of: Standing) -> tuple[str, str, str]:
    """Its shape, its name, and the kind of its tag."""
    return STANDINGS[of]


def need(one: Need) -> str:
    """ "A place to sleep tonight"."""
    try:
        said = parts().catalog.language("en").need(one)
    except WordsGone:
        said = one.value.replace("_", " ")
    return said[:1].upper() + said[1:]


def tongue(code: str) -> str:
    """A language by its code, which stands for itself where it is not known here."""
    return TONGUES.get(code, code)


def day(on: dt.date | None) -> str:
    """ "21 Feb 2027"; "" for none."""
    return f"{on:%-d %b %Y}" if on else ""


def iso_day(on: str) -> str:
    """A day that is written 2026-11-22, as "22 Nov 2026"; what is no day stands as it is."""
    try:
        return day(dt.date.fromisoformat(on[:10]))
    except ValueError:
        return on


def field(path: str) -> str:
    """What a place of a record is called: "phones.0.number" is "Phones, number 1"."""
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


def fault(told: str) -> str:
    """A fault of a record, as one reads it: where it is, and what is expected there."""
    if told in FAULTS:
        return FAULTS[told]
    path, _, rest = told.partition(": ")
    said = rest.replace("is empty; expected words", "is empty. Fill it in").replace("; expected ", ". Use ")
    return f"{field(path)}: {re.sub('^expected ', 'use ', said) or 'is wrong'}."


def change(name: str) -> str:
    """What a line of the history calls the field: a fact, a need, a trait, a factor of the vetting."""
    code, _, part = name.partition(".")
    if name not in FIELDS and part in PARTS:
        return f"{_term(code)} ({PARTS[part]})"
    return FIELDS.get(name) or _term(name)


def _term(code: str) -> str:
    """A term of our taxonomies by its code."""
    if code in set(Need):
        return need(Need(code))
    if code in set(Factor):
        return QUESTIONS[Factor(code)]
    if code in set(Trait):
        return TRAITS[Trait(code)]
    return HIDDEN[Hidden(code)] if code in set(Hidden) else code.replace("_", " ").capitalize()
