"""Small pieces that are put into messages: which exist, and what each may and must contain. Facts, no texts."""

from __future__ import annotations

from bot.content.reporting import Note
from bot.directory.factors import ASKED
from bot.directory.match import REASONS
from bot.flows.names import Fact

CHECKED = (
    "checked.found", "checked.day", "checked.example", "checked.no_police", "checked.no_id", "checked.no_faith",
    "checked.confidentiality", "checked.company", "checked.security",
)  # fmt: skip
"""Pieces about a service that staff looked into."""

ANSWERS = (
    "offer.for", "offer.place", "offer.call", "offer.text", "offer.other", "offer.or", "answer.told", "answer.free",
    "answer.costs", "answer.ages", "answer.ages_from", "answer.ages_to", "answer.documents", "answer.any_hour",
    "answer.closed", "answer.text", "answer.no_text", "answer.no_way", "answer.private", "answer.unknown", "answer.ask",
    "answer.passed_on", "answer.news",
    *(f"not.{factor}" for factor in ASKED.values()),
)  # fmt: skip
"""Pieces that answer a question about the service on offer."""

CANT_TALK = ("cant_talk", "cant_talk.signed_up", "cant_talk.unsure")
TIPS = tuple(f"{name}.{where}" for name in ("tip", "tips") for where in ("us", "ca", "unsure"))
"""Pieces on who takes reports of pictures, by country."""

OF_CALLS = (
    "voice.hello", "voice.offer.language", "voice.offer.emergency", "voice.offer.hotline", "voice.offer.crisis",
    "voice.emergency", "voice.hotline", "voice.crisis", "voice.unknown", "voice.goodbye",
)  # fmt: skip
"""Pieces said to a caller, in the languages that ship: a voice is needed for each."""

PIECES = (
    "and", "wait.open", "wait.closed", "wait.closed.day", "wait.unknown",
    "daypart.morning", "daypart.afternoon", "daypart.evening", "daypart.hour",
    "item.wants_to_talk", "item.needs", "item.area", "item.name", "item.service", "item.reach",
    "item.said", "item.times", "item.remember",
    "item.all", "called.none", "day.1", "day.2", "day.3", "day.4", "day.5", "day.6", "day.7",
    "kept.language", "kept.needs", "kept.area", "kept.name", "kept.told", "kept.check_in", "kept.number", "kept.shared",
    "kept.notes", "kept.not_shared", "kept.remember", "more", "press", "photo.too", "again.too", "come.too",
    "hello.short", "urgent", "urgent.emergency", "reads.closed", "reads.closed.day",
    "help.self_harm", "help.in_language", "help.hurt_now", "help.come", "help.child_hurt", "help.medical",
    "help.abuse_told", "help.no_place", "help.any_worry", "help.missing", "help.choked", "help.partner",
    "help.friend_danger", "help.abroad", "line.abroad", "help.by_text", "help.by_text.word", "help.by_video",
    "tried.too", "no_shelter.too", "texts",
    *(f"told.{fact.value}" for fact in Fact),
    *TIPS, *CANT_TALK, "quick.1", "quick.2", "quick.3", "choices.stand",
    *REASONS, *CHECKED, *ANSWERS, "date", *(f"month.{month}" for month in range(1, 13)), *OF_CALLS,
    "reporting.may.everyone", "reporting.may.listed", "reporting.must.everyone", "reporting.must.listed",
    "reporting.age", "reporting.choice", "reporting.anywhere", "reporting.elsewhere",
    *(f"reporting.note.{note.value}" for note in Note),
)  # fmt: skip

OPTIONAL = frozenset({"text.word", "text.plain"})
"""Pieces that only a language needs whose messages say how a line is texted."""

OF_SERVICES = frozenset({*REASONS, *CHECKED, *ANSWERS})
"""Pieces used only about a service, on a screen that the person said is safe."""

FILLS = {
    "wait.open": frozenset({"minutes"}),
    "wait.closed": frozenset({"opens"}),
    "wait.closed.day": frozenset({"opens"}),
    "reads.closed": frozenset({"opens"}),
    "reads.closed.day": frozenset({"opens"}),
    "urgent": frozenset({"emergency", "number"}),
    "urgent.emergency": frozenset({"emergency"}),
    "help.abroad": frozenset({"emergency"}),
    "help.self_harm": frozenset({"number"}),
    "help.in_language": frozenset({"number", "key", "word"}),
    "help.hurt_now": frozenset({"number", "text"}),
    "help.come": frozenset({"number", "text"}),
    "help.child_hurt": frozenset({"number", "text"}),
    "help.medical": frozenset({"number"}),
    "help.abuse_told": frozenset({"number"}),
    "help.no_place": frozenset({"number", "text"}),
    "help.by_text": frozenset({"number"}),
    "help.by_text.word": frozenset({"number", "word"}),
    "help.by_video": frozenset({"video"}),
    "cant_talk": frozenset({"emergency"}),
    **dict.fromkeys(("tip.us", "tips.us"), frozenset({"missing"})),
    "texts": frozenset({"people", "crisis"}),
    **dict.fromkeys(("help.missing", "help.choked", "help.partner"), frozenset({"number"})),
    "help.friend_danger": frozenset({"number", "text"}),
    "more": frozenset({"count"}),
    "daypart.hour": frozenset({"hour"}),
    "told.age": frozenset({"age"}),
    "press": frozenset({"number", "key"}),
    "text.word": frozenset({"word", "number"}),
    "text.plain": frozenset({"number"}),
    "offer.for": frozenset({"need"}),
    "offer.call": frozenset({"number"}),
    "offer.text": frozenset({"number"}),
    "offer.other": frozenset({"name", "number"}),
    "offer.or": frozenset({"number"}),
    "answer.told": frozenset({"date"}),
    "answer.ages": frozenset({"from", "to"}),
    **dict.fromkeys(("answer.ages_from", "answer.ages_to"), frozenset({"age"})),
    "answer.text": frozenset({"number"}),
    "answer.news": frozenset({"service", "answer"}),
    "checked.found": frozenset({"date", "found"}),
    "checked.day": frozenset({"date"}),
    "date": frozenset({"day", "month", "year"}),
    "voice.hello": frozenset({"program", "emergency"}),
    **{f"voice.offer.{name}": frozenset({"key"}) for name in ("language", "emergency", "hotline", "crisis")},
    "voice.emergency": frozenset({"emergency"}),
    "voice.hotline": frozenset({"hotline", "hotline_text"}),
    "voice.crisis": frozenset({"crisis", "crisis_text"}),
    **{f"reporting.{how}.{who}": frozenset({"place"}) for how in ("may", "must") for who in ("everyone", "listed")},
    "reporting.choice": frozenset({"from", "to"}),
    "reporting.age": frozenset({"place", "under"}),
}
"""Placeholders of a piece. The text must use them all: a wait without its minutes says nothing."""

MARKS = frozenset({"and", "date"})
"""Pieces that may consist of punctuation alone."""


def is_said_by_itself(name: str) -> bool:
    """Return True for pieces that staff send as texts of their own, which may ask a question."""
    return name.startswith("quick.")
