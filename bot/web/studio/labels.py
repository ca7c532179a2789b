"""Names of topics, sections, answers and parts on the studio's pages, in English."""

from __future__ import annotations

from bot.content.draft import CHECKED, LISTS, PHRASES, REVIEWED
from bot.content.editions import ABOUT, FALLBACK, EntryName

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
"""The name and description of each topic, in the order of a conversation."""

SECTIONS = {
    "messages": "Message",
    "remarks": "Said before a message",
    "labels": "Label of a choice",
    "needs": "A need",
    "pieces": "A piece of other messages",
    ABOUT: "What a language calls itself",
    FALLBACK: "The last words",
    LISTS: "Word list",
    CHECKED: "Help line checked",
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
"""States without a message, and so without a page."""


def section(name: EntryName) -> str:
    """Return the kind of an entry."""
    return "Phrases" if name.section.startswith(PHRASES) else SECTIONS.get(name.section, name.section)


def part(name: str) -> str:
    """Return the name of a part: "Text", or 'Choice "not now"' as in a difference."""
    return PARTS.get(name, name.capitalize())


def plain(key: str) -> str:
    """Return an answer or a need as staff say it."""
    return key.replace("_", " ")
