"""What topics, sections, answers and parts are called on the studio's pages. Staff pages speak English."""

from __future__ import annotations

from bot.content.draft import CHECKED, LISTS, PHRASES, REVIEWED
from bot.content.editions import ABOUT, FALLBACK, Name

TOPICS = {
    "welcome": ("Welcome", "The first texts, bland until it is safe, and the limits of confidentiality."),
    "safety": ("Safety", "Danger and the cover word, heard everywhere."),
    "needs": ("Needs", "What would help."),
    "options": ("Options", "A service, told and looked into."),
    "hesitation": ("Hesitation", "What is off about an offer, and leaving it be."),
    "consent": ("Consent", "What may be shared, with whom, until when."),
    "handoff": ("Hand-off", "Waiting for a person, and talking with one."),
    "followup": ("Follow-up", "Check-ins and reminders that somebody set."),
    "privacy": ("Privacy", "Who sees what, what is kept, and forgetting it."),
    "language": ("Language", "Which language to go on in."),
    "carrier": ("Carrier", "What the phone companies ask for: STOP and HELP."),
    "unclear": ("Not understood", "What is said when a text made no sense here."),
}
"""For each topic its name and what it is about, in the order of a conversation."""

SECTIONS = {
    "messages": "Message",
    "remarks": "Said before a message",
    "labels": "Label of a choice",
    "needs": "A need",
    "pieces": "A piece of other messages",
    ABOUT: "What a language calls itself",
    FALLBACK: "The last words",
    LISTS: "Word list",
    CHECKED: "Help line tried",
    REVIEWED: "Read by a native reader",
}

PARTS = {
    "text": "Text",
    "bland": "Bland text",
    "choices": "Choices",
    "choice": "As a choice",
    "said": "As said in a sentence",
    "": "Words",
}

SILENT = {
    "welcome.start": "the very first text",
    "welcome.paused": "the first text after a pause",
    "return": "back to where they were",
}
"""Places at which nothing is said, so that they have no page."""


def section(name: Name) -> str:
    """What kind of entry it is."""
    return "Phrases" if name.section.startswith(PHRASES) else SECTIONS.get(name.section, name.section)


def part(name: str) -> str:
    """What a part of an entry is called: "text", or 'choice "not now"' as differences name it."""
    return PARTS.get(name, name.capitalize())


def plain(key: str) -> str:
    """An answer or a need as it is said among colleagues."""
    return key.replace("_", " ")
