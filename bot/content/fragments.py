"""The small pieces that are put into messages: which there are, and what each may and must hold. Facts, no words."""

from __future__ import annotations

from bot.directory.match import REASONS

CHECKED = (
    "checked.found", "checked.day", "checked.example", "checked.no_police", "checked.no_id", "checked.no_faith",
    "checked.confidentiality", "checked.company", "checked.security",
)  # fmt: skip
"""What may be told of a service that was looked into."""

PIECES = (
    "and", "wait.open", "wait.closed", "wait.unknown", "daypart.morning", "daypart.afternoon", "daypart.evening",
    "item.wants_to_talk", "item.needs", "item.area", "item.name", "item.service", "item.reach",
    "item.said", "item.times", "day.1", "day.2", "day.3", "day.4", "day.5", "day.6", "day.7",
    "kept.language", "kept.needs", "kept.area", "kept.name", "kept.check_in", "kept.number", "kept.shared",
    "kept.notes", "kept.not_shared", "more", "press", "photo.too", "come.too", "urgent", "reads.closed",
    "help.self_harm", "help.in_language", "help.hurt_now", "help.child_hurt", "help.medical",
    "quick.1", "quick.2", "quick.3",
    *REASONS, *CHECKED, "date", *(f"month.{month}" for month in range(1, 13)),
)  # fmt: skip

OF_SERVICES = frozenset({*REASONS, *CHECKED})
"""Said of a service only, on a screen that is the person's own."""

FILLS = {
    "wait.open": frozenset({"minutes"}),
    "wait.closed": frozenset({"opens"}),
    "reads.closed": frozenset({"opens"}),
    "urgent": frozenset({"emergency", "number"}),
    "help.self_harm": frozenset({"number"}),
    "help.in_language": frozenset({"number", "key", "word"}),
    "help.hurt_now": frozenset({"number", "text"}),
    "help.child_hurt": frozenset({"number", "text"}),
    "help.medical": frozenset({"number"}),
    "more": frozenset({"count"}),
    "press": frozenset({"number", "key"}),
    "checked.found": frozenset({"date", "found"}),
    "checked.day": frozenset({"date"}),
    "date": frozenset({"day", "month", "year"}),
}
"""The placeholders of a piece. It must say them all: a wait without its minutes is none, nor a line without number."""

MARKS = frozenset({"and", "date"})
"""May be marks alone, with no word of their own."""


def is_said_by_itself(name: str) -> bool:
    """True for what staff send as a text of its own: it may ask something, as a text may."""
    return name.startswith("quick.")
