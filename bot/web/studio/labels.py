"""Names of topics, sections, answers and parts on the studio's pages, in English."""

from __future__ import annotations

from bot.content.draft import CHECKED, LISTS, PHRASES, REVIEWED
from bot.content.editions import ABOUT, FALLBACK, EntryName

TOPICS = {
    "welcome": ("Welcome", "The first texts, bland until it's safe, and the limits of confidentiality."),
    "safety": ("Safety", "Danger and the cover word, understood everywhere."),
    "needs": ("Needs", "What would help."),
    "options": ("Options", "Offering a service and its details."),
    "guides": ("Guides", "What someone can do in one situation, page by page."),
    "hesitation": ("Hesitation", "Doubts about an offer, and setting it aside."),
    "consent": ("Consent", "What we may share, who with, and until when."),
    "handoff": ("Hand-off", "Waiting for a person, and talking with one."),
    "followup": ("Follow-up", "Check-ins and reminders people asked for."),
    "privacy": ("Privacy", "Who sees what, what we keep, and deleting it."),
    "language": ("Language", "Choosing a language."),
    "carrier": ("Carrier", "Replies that phone companies require: STOP and HELP."),
    "unclear": ("Not understood", "Replies to a text the bot didn't understand."),
}
"""The name and description of each topic, in the order of a conversation."""

SECTIONS = {
    "messages": "Message",
    "remarks": "Added before a message",
    "labels": "Choice label",
    "needs": "Need",
    "pieces": "Message fragment",
    ABOUT: "Language name",
    FALLBACK: "Fallback reply",
    LISTS: "Word list",
    CHECKED: "Help line checked",
    REVIEWED: "Reviewed by a native speaker",
}

PARTS = {
    "text": "Text",
    "bland": "Bland text",
    "choices": "Choices",
    "choice": "As a choice",
    "said": "In a sentence",
    "": "Text",
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
